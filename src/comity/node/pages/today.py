"""Today: what waits for our signature, what waits for the partner, what arrived, which cases are open."""

from dataclasses import dataclass

from sqlalchemy import select

from comity.agreement import Text
from comity.node.app import Holding, Node
from comity.node.cooperation import books, is_cooperation
from comity.node.cooperation_texts import record_title
from comity.node.incident_texts import is_of_incident, title_of_text
from comity.node.record import AGREEMENT, DECISIONS, KEYS, Records, Standing, records, standing
from comity.node.store import ARRIVAL, RESCUE_CASE

ARRIVALS_SHOWN = 50


@dataclass(frozen=True)
class Due:
    """A series that waits; `title` is its text's own, or `None` for the memorandum and the keys."""

    agreement: str
    series: str
    title: Text | None
    standing: Standing
    hash: str | None
    since_ms: int | None


@dataclass(frozen=True)
class Arrived:
    """Something that the partner released to us."""

    agreement: str
    position: int
    item: str
    subject: str
    arrived_ms: int


def due(node: Node) -> list[Due]:
    """Return every series that waits for a signature or a receipt, the oldest first."""
    found = [each for holding in node.holdings.values() for each in _due(node, holding, records(node, holding))]
    return sorted(found, key=lambda each: each.since_ms or 0)


def arrived(node: Node) -> list[Arrived]:
    """Return what arrived, the newest first."""
    query = select(ARRIVAL).order_by(ARRIVAL.c.arrived_ms.desc()).limit(ARRIVALS_SHOWN)
    with node.store.reading() as connection:
        rows = connection.execute(query).all()
    return [Arrived(row.agreement_id, row.position, row.item, row.subject, row.arrived_ms) for row in rows]


def open_cases(node: Node) -> list[str]:
    """Return the names of our cases, the newest first."""
    with node.store.reading() as connection:
        query = select(RESCUE_CASE.c.case_id).order_by(RESCUE_CASE.c.opened_ms.desc())
        return list(connection.execute(query).scalars())


def title_of(series: str, document: object, holding: Holding) -> Text | None:
    """Return the title that a text gives itself: the memorandum's, or a decision's in three languages."""
    if series == AGREEMENT:
        return holding.agreement.title
    title = document.get("title") if isinstance(document, dict) and series.startswith(DECISIONS) else None
    if not isinstance(title, dict) or set(title) != {"ar", "en", "fr"}:
        return None
    return Text(**{language: str(each)[:400] for language, each in title.items()})


def _due(node: Node, holding: Holding, found: Records) -> list[Due]:
    waiting = []
    for name, series in found.view.series.items():
        state = standing(found, name)
        if state in ("agreed", "void"):
            continue
        text = series.tabled[-1] if series.tabled else series.current
        document = None if text is None else dict(text.document)
        waiting.append(
            Due(
                holding.agreement.id,
                name,
                _title(node, holding, name, document),
                state,
                None if text is None else text.hash,
                None if text is None else text.at_ms,
            )
        )
    return waiting


def _title(node: Node, holding: Holding, series: str, document: object) -> Text | None:
    if is_cooperation(series):
        return record_title(books(node, holding), series)
    if is_of_incident(series):
        return title_of_text(holding, document) if isinstance(document, dict) else None
    return None if series == KEYS else title_of(series, document, holding)
