"""Every request of an agreement, in its state: what each log says under each version that both signed.

A request is read under the version that it names; of one number only the first counts. Units: milliseconds since 1970.
"""

from dataclasses import replace

from comity.exchange import Asked, LogSays, requests_of
from comity.node.app import Holding
from comity.node.both_logs import BothLogs, both_logs, versions_of


def all_asked(holding: Holding, logs: BothLogs | None = None) -> dict[str, tuple[Asked, ...]]:
    """Return the requests that each party sent, by party, in the order of its log."""
    logs = logs or both_logs(holding)
    return {party: asked_by(holding, logs, party) for party in logs.by_party}


def asked_by(holding: Holding, logs: BothLogs, party: str) -> tuple[Asked, ...]:
    """Return the requests that a party sent, in the order of its log."""
    answerer = next(says for each, says in logs.by_party.items() if each != party)
    found: dict[str, Asked] = {}
    for name, version in versions_of(holding).items():
        asker = _under(logs.by_party[party], name)
        for each in requests_of(asker, answerer, version, asker_id=party):
            known = found.get(each.request.id)
            if known is None or each.position < known.position:
                found[each.request.id] = each
    return tuple(sorted(found.values(), key=lambda each: each.position))


def _under(log: LogSays, agreement_hash: str) -> LogSays:
    return replace(log, documents=tuple(each for each in log.documents if _names(each.document, agreement_hash)))


def _names(document: object, agreement_hash: str) -> bool:
    return isinstance(document, dict) and document.get("agreement") == agreement_hash
