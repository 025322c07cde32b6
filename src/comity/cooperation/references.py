"""What one record says of another: every name exists, every party is one of the two, every role is filled."""

from collections.abc import Iterator, Mapping
from typing import Any

from comity.cooperation.framework import Framework
from comity.cooperation.standings import Book, Standing
from comity.ground import InvalidInput

_NAMES: Mapping[str, str] = {
    "group": "group",
    "from_meeting": "meeting",
    "from_decision": "decision",
    "initiative": "initiative",
}
"""Fields that name a record, and of which kind it must be."""

_PARTIES = ("owner_party", "from_party", "to_party", "host_party")


def links(kind: str, fields: Mapping[str, Any]) -> Iterator[str]:
    """Yield the records that another is about, as `kind/id`: those by which it is found again."""
    if kind in ("flow", "check", "action") and fields.get("initiative"):
        yield f"initiative/{fields['initiative']}"
    if kind == "document":
        yield from fields["about"]
    for field in ("from_decision", "from_meeting", "group"):
        if kind != "document" and fields.get(field):
            yield f"{_NAMES[field]}/{fields[field]}"


def check_references(book: Book, framework: Framework, standing: Standing) -> None:
    """Raise `InvalidInput` at the first name in a record that stands for nothing."""
    fields, kind = standing.fields, standing.kind
    for field, other in _NAMES.items():
        if fields.get(field) is not None:
            _require(f"{other}/{fields[field]}" in book.standings, field, fields[field], standing)
    for subject in fields.get("about", ()):
        _require(subject in book.standings, "about", subject, standing)
    for block in fields.get("withheld", ()):
        _require(f"decision/{block['decided_by']}" in book.standings, "withheld", block["decided_by"], standing)
    for action in fields.get("corrective_actions", ()):
        _require(f"action/{action}" in book.standings, "corrective_actions", action, standing)
    if kind == "action":
        for action in fields.get("depends_on", ()):
            _require(f"action/{action}" in book.standings, "depends_on", action, standing)
    if fields.get("supersedes") is not None:
        _require(f"{kind}/{fields['supersedes']}" in book.standings, "supersedes", fields["supersedes"], standing)
    _check_parties(framework, standing)
    _require(fields["example"] == framework.agreement.example, "example", str(fields["example"]), standing)
    for field in ("domain", "domains"):
        named = fields.get(field, ())
        for domain in [named] if isinstance(named, str) else named:
            _require(domain in framework.domains, field, domain, standing)


def _check_parties(framework: Framework, standing: Standing) -> None:
    fields = standing.fields
    for field in _PARTIES:
        if field in fields:
            _require(fields[field] in framework.parties, field, fields[field], standing)
    for field in ("co_chairs", "delegations"):
        named = [each["party"] for each in fields.get(field, ())]
        for party in named:
            _require(party in framework.parties and named.count(party) == 1, field, party, standing)
    if standing.template is not None:
        roles = fields["roles"]
        for role in standing.template.roles:
            _require(roles.get(role) in framework.parties, "roles", role, standing)
        for role in roles:
            _require(role in standing.template.roles, "roles", role, standing)
        _require(set(roles.values()) == set(framework.parties), "roles", ", ".join(roles.values()), standing)


def _require(holds: bool, field: str, subject: str, standing: Standing) -> None:
    if holds:
        return
    raise InvalidInput(
        "cooperation.unknown_reference",
        "The field {field} of {record} names {subject}, which is not there.",
        why="a record can only speak of records, parties, roles and domains that exist",
        remedy="correct the name, or make what it names first",
        field=field,
        record=standing.key,
        subject=subject,
    )
