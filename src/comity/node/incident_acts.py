"""Our own acts on an incident: a text put on the table and signed, a word that takes one back; one write each.

Before anything is written the partner is asked what it holds, and the text is checked as its signature would be.
"""

from collections.abc import Callable
from typing import Any

from comity.agreement import DOMAIN, WITHDRAWAL_SCHEMA
from comity.ground import Refused
from comity.ledger import SALT_BYTES, document_hash, message_entry
from comity.node import act_evidence
from comity.node.app import Holding, Node
from comity.node.incident_texts import check_text
from comity.node.partners import check_may_append
from comity.node.peers import ask_once
from comity.node.record import Records, at_work, records
from comity.node.tabling import is_signed, is_tabled, signed_entry, tabled_entry

Make = Callable[[Records], tuple[str, dict[str, Any]]]


def clause_at_work(found: Records, holding: Holding) -> str:
    """Return the clause under which something about an incident is signed: the first of rescue that is at work."""
    working = at_work(found.agreed, holding)
    for each in holding.agreement.clauses:
        if DOMAIN in each.domains and each.id in working:
            return each.id
    raise Refused(
        "node.no_rescue_clause_at_work",
        "Nothing was signed: no clause of search and rescue is at work.",
        why="under Article {article} nothing is exchanged without a clause that a decision of both put to work",
        remedy="have both sign the decision that puts the clause to work, then try again",
        article=holding.agreement.limits.default_clause,
    )


def put(node: Node, holding: Holding, make: Make, *, office: str, sign: bool) -> str:
    """Put a text on the table and sign it where `sign` says so; return its series. The same text twice is one.

    Parameters
    ----------
    make
        Returns series and document by the record, as it is once the partner was asked.
    """
    agreement_id = holding.agreement.id
    ask_once(node, agreement_id)
    with node.turn:
        found = records(node, holding)
        series, document = make(found)
        check_text(node, holding, found, series, document)
        known, identity = found.view.series.get(series), document_hash(document)
        if sign:
            act_evidence.check_may_sign(holding, None)
        entries = [] if is_tabled(known, identity) else [tabled_entry(node, found, series, document, office)]
        if sign and not is_signed(found, known, identity):
            entries.append(signed_entry(node, known, series, identity, office))
        _write(node, holding, entries)
    return series


def take_back(node: Node, holding: Holding, incident: str, text_hash: str, *, office: str) -> None:
    """Say in our log that an offer or a request of ours stands no more; the caller holds `node.turn`."""
    document = {
        "schema": WITHDRAWAL_SCHEMA,
        "example": holding.agreement.example,
        "incident": incident,
        "of": text_hash,
    }
    salt = node.random(SALT_BYTES)
    _write(node, holding, [message_entry(document=document, office=office, at_ms=node.clock(), salt=salt)])


def _write(node: Node, holding: Holding, entries: list[bytes]) -> None:
    check_may_append(node, holding.agreement.id)
    if entries:
        holding.own.write(entries, sign=holding.sign_head, now_ms=node.clock())
