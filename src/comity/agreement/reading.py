"""The agreement and its rules as sentences still without words: message ids of `locale/` and values."""

from collections.abc import Iterator

from comity.agreement.articles import Agreement, Text
from comity.agreement.release_rules import Rule
from comity.agreement.sentences import Sentence
from comity.ground import instant_text

_RELATIONS = {
    "follows": "agreement-relation-follows",
    "parallel_to": "agreement-relation-parallel-to",
    "supersedes": "agreement-relation-supersedes",
    "under": "agreement-relation-under",
}
_UNITS = (("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1))


def reading(agreement: Agreement) -> tuple[Sentence, ...]:
    """Return the agreement as sentences: the mark, title, parties, dates, groups, clauses, then each rule."""
    return tuple(_sentences(agreement))


def rule_sentences(rule: Rule, agreement: Agreement) -> tuple[Sentence, ...]:
    """Return one rule as sentences: who may send what under which clause, then what is done to it."""
    head = Sentence(
        "agreement-rule",
        {
            "rule": rule.id,
            "clause": rule.clause,
            "title": agreement.clause(rule.clause).title,
            "kind": next(each.title for each in agreement.kinds if each.id == rule.item),
            "from": ", ".join(rule.from_parties),
            "to": ", ".join(rule.to_parties),
        },
    )
    purposes = (Sentence("agreement-rule-purpose", {"purpose": each}) for each in rule.purposes)
    keep = Sentence("agreement-rule-keep", {"columns": ", ".join(rule.keep)})
    return (head, *purposes, keep, *_treatment(rule, agreement))


def _sentences(agreement: Agreement) -> Iterator[Sentence]:
    if agreement.example:
        yield Sentence("agreement-example")
    yield Sentence("agreement-title", {"title": agreement.title, "id": agreement.id})
    yield Sentence("agreement-dates", {"signed": agreement.signed, "in_force": agreement.in_force})
    for party in agreement.parties:
        yield Sentence("agreement-party", {"id": party.id, "name": party.name, "origin": party.origin})
    for relation in agreement.relations:
        yield Sentence(_RELATIONS[relation.kind], {"other": relation.agreement})
    for group in agreement.groups:
        yield Sentence("agreement-group", {"id": group.id, "title": group.title})
    for clause in agreement.clauses:
        message = "agreement-clause-waits" if clause.starts == "by_decision" else "agreement-clause"
        yield Sentence(message, {"clause": clause.id, "title": clause.title})
    for rule in agreement.rules:
        yield from rule_sentences(rule, agreement)


def duration(seconds: int) -> dict[str, str | int | Text]:
    """Return a time in seconds as `amount` and `unit` (d, h, min, s), in its largest whole unit."""
    unit, unit_s = next(each for each in _UNITS if seconds % each[1] == 0)
    return {"amount": str(seconds // unit_s), "unit": unit}


def _treatment(rule: Rule, agreement: Agreement) -> Iterator[Sentence]:
    if rule.grid_mdeg:
        yield Sentence("agreement-rule-grid", {"grid": f"{rule.grid_mdeg / 1000:g}"})
    if rule.time_bucket_s:
        yield Sentence("agreement-rule-bucket", duration(rule.time_bucket_s))
    if rule.identity_digits:
        yield Sentence("agreement-rule-identity", {"digits": str(rule.identity_digits)})
    if rule.delay_s:
        yield Sentence("agreement-rule-delay", duration(rule.delay_s))
    if rule.time_bucket_s:
        yield Sentence("agreement-rule-delay-counts" if rule.delay_s else "agreement-rule-period-ends")
    elif not rule.delay_s:
        yield Sentence("agreement-rule-at-once")
    if rule.area:
        title = next(each.title for each in agreement.areas if each.id == rule.area)
        yield Sentence("agreement-rule-area", {"area": title})
    if rule.forbid_caveats:
        yield Sentence("agreement-rule-caveats", {"caveats": ", ".join(rule.forbid_caveats)})
    yield Sentence("agreement-rule-until", {"until": instant_text(rule.until_ms), "days": rule.keep_for_s // 86_400})
