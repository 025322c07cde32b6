"""How old the last news of a partner is, and since when it has not confirmed what we published. Milliseconds."""

from sqlalchemy import func, select

from comity.node.app import Node
from comity.node.partners import Direction, partner_card, receipt_of
from comity.node.store import DIRECTION_STATE, LOG_HEAD


def last_news_ms(node: Node, agreement_id: str, direction: Direction) -> int | None:
    """Return when a direction was last in order, or `None` where nobody was enrolled or asked yet.

    What was heard since the start counts; otherwise the first miss that nothing followed.
    """
    heard_ms = node.heard.get((agreement_id, direction))
    if heard_ms is not None:
        return heard_ms
    rows = DIRECTION_STATE.c
    ours = select(DIRECTION_STATE).filter_by(agreement_id=agreement_id, direction=direction).subquery()
    good = select(func.max(rows.change)).filter_by(agreement_id=agreement_id, direction=direction, state="following")
    with node.store.reading() as connection:
        last_good = connection.execute(good).scalar_one() or 0
        missed = connection.execute(select(func.min(ours.c.since_ms)).where(ours.c.change > last_good)).scalar_one()
    return None if missed is None else int(missed)


def unconfirmed(node: Node, agreement_id: str) -> int | None:
    """Return when the oldest head of our log was signed that the partner has given no receipt for, or `None`."""
    if partner_card(node, agreement_id) is None:
        return None
    receipt = receipt_of(node, agreement_id)
    query = select(func.min(LOG_HEAD.c.signed_ms)).filter_by(agreement_id=agreement_id, log="own")
    with node.store.reading() as connection:
        oldest = connection.execute(query.where(LOG_HEAD.c.size > (receipt.size if receipt else 0))).scalar_one()
    return None if oldest is None else int(oldest)
