"""Cooperation in the standards of other houses: contract cases as OCDS, initiatives as IATI activities.

What is written follows from what both durably hold, as an audience may read it: the public, unless it is asked for
otherwise. What is ours alone is in no rendering, so it is in no file. Instants are milliseconds since 1970.
"""

import re
from collections.abc import Iterator, Mapping
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from comity.cooperation import Book, Level, Standing, published, rendering
from comity.ground import InvalidInput
from comity.node.app import Holding
from comity.node.cooperation import Reading
from comity.node.cooperation_replay import replayed

if TYPE_CHECKING:
    from comity.files.standards.iati import Activity
    from comity.files.standards.ocds_cases import Case, FlowSeen, Step

Audience = Literal["public", "bilateral"]
MOST_LISTED = 200_000
"""Payments and deliveries in all releases of a file: at some 300 bytes each, about 60 MB."""
_BEGUN = ("claimed", "disputed", "confirmed")
_OF_FLOW = frozenset({"id", "flow_kind", "from_party", "to_party", "planned_ms"})
"""What a flow must show before a standard can carry it."""


@dataclass(frozen=True)
class Publishing:
    """Who publishes, and for whom: the registered prefix of its processes and reference of its activities."""

    audience: Audience
    prefix: str
    reporter: str


def ocds(holding: Holding, reading: Reading, publishing: Publishing) -> bytes:
    """Return every contracting process as a record package of OCDS 1.1.5."""
    from comity.files.standards.ocds import Publisher, record_package

    ours = next(each for each in holding.agreement.parties if each.id == holding.card.party)
    base = f"https://{ours.origin}"
    publisher = Publisher(
        prefix=publishing.prefix,
        name=ours.name.en,
        uri=f"{base}/ocds.json",
        extension_uri=f"{base}/ocds-extension/extension.json",
        parties=_names(holding),
    )
    return record_package(cases(reading, publishing.audience), publisher, published_ms=_last_ms(reading))


def iati(holding: Holding, reading: Reading, publishing: Publishing) -> bytes:
    """Return every initiative whose template maps to it as an activity of IATI 2.03."""
    from comity.files.standards.iati import write_activities

    found = [_carried(each) for each in activities(holding, reading, publishing)]
    return write_activities(found, generated_ms=_last_ms(reading))


def cases(reading: Reading, audience: Audience) -> "Iterator[Case]":
    """Yield each initiative whose template is exported so, with the states that it went through."""
    from comity.files.standards.ocds_cases import case_of

    steps = _steps(reading, audience)
    for standing in reading.book.of_kind("initiative"):
        template = standing.template
        if template is not None and "ocds" in template.export and steps.get(standing.key):
            yield case_of(template.id, template.maps.get("ocds", {}), steps[standing.key])


def activities(holding: Holding, reading: Reading, publishing: Publishing) -> "Iterator[Activity]":
    """Yield each initiative that its audience may read as an activity."""
    from comity.files.standards.iati_records import Course, Reporter, activity_of

    names = _names(holding)
    parties = {each: (f"{publishing.reporter}-{each}", names[each]) for each in names}
    reporter = Reporter(publishing.reporter, names[holding.card.party], parties)
    for standing in reading.book.of_kind("initiative"):
        template = standing.template
        document = _shown(standing, publishing.audience, reading.book.at_ms)
        if template is None or "iati" not in template.export or document is None:
            continue
        course = Course(
            standing.state,
            min(standing.entered.values()),
            standing.since_ms,
            document.get("starts_ms"),
            standing.since_ms if standing.is_final else None,
        )
        flows = [
            shown
            for each in reading.book.about(standing.key, "flow")
            if each.state == "confirmed" and (shown := _flow(each, publishing.audience)) is not None
        ]
        yield activity_of(document, flows, course, _mapping(template.maps.get("iati", {}), document), reporter)


_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Signs that no file of XML 1.0 holds (section 2.2); a lone surrogate stands in no log."""


def _carried(value: Any) -> Any:
    """Return a value with each sign that XML cannot carry written as its number, as a paper shows it: `⟨U+000B⟩`."""
    if isinstance(value, str):
        return _NOT_IN_XML.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", value)
    if isinstance(value, Mapping):
        return {name: _carried(each) for name, each in value.items()}
    return type(value)(map(_carried, value)) if isinstance(value, list | tuple) else value


def _steps(reading: Reading, audience: Audience) -> "dict[str, list[Step]]":
    """Return the steps of each initiative: its own acts, and each flow that both confirmed under it.

    A step lists the flows that were claimed by then, confirmed or disputed since; `InvalidInput` where all steps of all
    cases would list more than `MOST_LISTED`, since each release repeats what the ones before it said.
    A flow is rendered when it changes, and its rendering is shared by every step until it changes again: rendered anew
    for each step, a case of many payments would take memory as their square.
    """
    from comity.files.standards.ocds_cases import Step

    found: dict[str, list[Step]] = {}
    seen: dict[str, dict[str, FlowSeen | None]] = {}
    listed = 0
    for act, standing, book in replayed(reading):
        if standing.kind == "flow" and "initiative" in standing.fields:
            begun = _seen(standing, audience) if standing.state in _BEGUN else None
            seen.setdefault(standing.fields["initiative"], {})[standing.id] = begun
        initiative = _initiative(standing, book)
        document = None if initiative is None else _shown(initiative, audience, act.at_ms)
        if initiative is None or document is None:
            continue
        flows = [each for each in seen.get(initiative.id, {}).values() if each is not None]
        listed += len(flows)
        if listed > MOST_LISTED:
            raise _too_many_flows()
        move = act.move if standing is initiative else ""
        step = Step(act.hash.removeprefix("sha256:")[:16], act.at_ms, initiative.state, document, flows, move)
        found.setdefault(initiative.key, []).append(step)
    return found


def _too_many_flows() -> InvalidInput:
    return InvalidInput(
        "node.export_too_long",
        "The contract cases are too long for one file of OCDS.",
        why="each release repeats the payments and deliveries before it, and together they would list more than {most}",
        remedy="export them as IATI, or divide what comes under further initiatives",
        most=MOST_LISTED,
    )


def _initiative(standing: Standing, book: Book) -> Standing | None:
    """Return the initiative that an act tells of: its own record, or that of a flow that both now confirmed."""
    if standing.kind == "initiative":
        return standing
    if standing.kind == "flow" and standing.state == "confirmed" and "initiative" in standing.fields:
        return book.standings[f"initiative/{standing.fields['initiative']}"]
    return None


def _shown(standing: Standing, audience: Audience, at_ms: int) -> dict[str, Any] | None:
    if audience == "public":
        return published(standing, at_ms=at_ms)
    return rendering(standing.document, audience, at_ms=at_ms, details=_levels(standing))


def _flow(standing: Standing, audience: Audience) -> dict[str, Any] | None:
    document = _shown(standing, audience, standing.since_ms)
    return document if document is not None and document.keys() >= _OF_FLOW else None


def _seen(standing: Standing, audience: Audience) -> "FlowSeen | None":
    from comity.files.standards.ocds_cases import FlowSeen

    document = _flow(standing, audience)
    return None if document is None else FlowSeen(document, standing.state)


def _mapping(mapping: Mapping[str, Any], document: Mapping[str, Any]) -> dict[str, Any]:
    """Return a template's map with the one sector that its fields choose, where it names one for each choice."""
    found, sector = dict(copy(mapping)), mapping.get("sector")
    if isinstance(sector, Mapping):
        chosen = [
            sector[each] for each in document.get("details", {}).values() if isinstance(each, str) and each in sector
        ]
        found.pop("sector")
        found |= {"sector": chosen[0]} if chosen else {}
    return found


def _levels(standing: Standing) -> Mapping[str, Level]:
    return standing.template.levels if standing.template is not None else {}


def _names(holding: Holding) -> dict[str, dict[str, str]]:
    return {
        each.id: {language: each.name.in_language(language) for language in ("en", "fr", "ar")}
        for each in holding.agreement.parties
    }


def _last_ms(reading: Reading) -> int:
    """Return when the last act was made: a file of the same records is the same bytes."""
    return max((each.at_ms for each in reading.log.acts), default=0)
