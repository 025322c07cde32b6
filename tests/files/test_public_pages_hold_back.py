"""What is not public is found in no byte: two records that differ only in it give the same pages."""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from comity.agreement import read_agreement
from comity.cooperation import KINDS, LIVES, SCHEMA_NAMES, Book, Signature, Standing, fields_of, published, read_record
from comity.files.public_pages import public_pages
from tests.cooperation.test_renderings import document
from tests.cooperation.two_logs import DAY_MS, START_MS, TEMPLATES, memorandum

NOW_MS = START_MS + 400 * DAY_MS
AGREEMENT = read_agreement(memorandum())
DRAWN_AS_IS = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failing draw is shown as it is: making it smaller would take minutes."""
SMALL = 10**12
"""Numbers that go no further are counts; others are instants and amounts."""
CONTRADICTORY = {"visibility", "withheld", "level", "example", "id", "starts_ms", "ends_ms", "item", "unit"}
"""Fields that say who reads what, or must fit one another: the test gives them itself."""
WORDS = ("tok{}", "tok-{}", "tok_{}", "P{}D", "DZ", "US", "4", "USD", "sha256:{}", "meeting/tok-{}", "Africa/Algiers")


@cache
def valid(form: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(form))


def drawn(form: Mapping[str, Any], seed: int) -> Any:
    """A value of a form that another seed gives otherwise: a token no reader should meet where it is not public."""
    if "enum" in form:
        return form["enum"][seed % len(form["enum"])]
    if form["type"] == "integer":
        small = form["maximum"] <= SMALL
        return 3 + seed % 97 if small else 10**12 + seed % 10**6 * 977_777
    if form["type"] == "boolean":
        return bool(seed % 2)
    if form["type"] == "array":
        count = max(form.get("minItems", 0), 1)
        return [drawn(form["items"], seed + place) for place in range(count)]
    if form["type"] == "object":
        properties = form.get("properties", {})
        return {name: drawn(each, seed + 13 * place) for place, (name, each) in enumerate(properties.items())}
    check = valid(json.dumps(form))
    whole = {"sha256:{}": f"{seed:064x}", "P{}D": str(1 + seed % 999)}
    words = [each.format(whole.get(each, seed)) for each in WORDS] + [f"{3000 + seed % 6000}-01-01"]
    fitting = [each for each in words if check.is_valid(each)]
    return fitting[seed % len(fitting)] if fitting == ["DZ", "US"] else fitting[0]


@st.composite
def two_of_a_kind(draw: st.DrawFn, kind: str) -> tuple[Standing, Standing]:
    """A record twice, public in the same fields, and as different as it can be in all others."""
    names = sorted(set(fields_of(kind)) - CONTRADICTORY)
    shared = [name for name in names if fields_of(kind)[name].metadata["level"] != "national"]
    visibility = draw(st.dictionaries(st.sampled_from(shared), st.sampled_from(["bilateral", "public"])))
    closed = draw(st.lists(st.sampled_from(shared), unique=True, max_size=2))
    blocks = [
        {"field": each, "reason_code": "negotiation", "reason": dict.fromkeys(("ar", "en", "fr"), f"why {place}"),
         "decided_by": f"held-{place}"}
        for place, each in enumerate(closed)
    ]  # fmt: skip
    seeds = draw(st.tuples(st.integers(100, 10**6), st.integers(100, 10**6)).filter(lambda pair: pair[0] != pair[1]))
    template = TEMPLATES[draw(st.sampled_from(sorted(TEMPLATES)))] if kind == "initiative" else None
    first, second = (_fields(kind, seed, template) for seed in seeds)
    rules: dict[str, Any] = {"level": "public", "visibility": visibility} if visibility else {"level": "public"}
    rules |= {"withheld": blocks} if blocks else {}
    open_names = {name for name in names if _is_open(kind, name, visibility) and name not in closed}
    second |= {name: first[name] for name in open_names if name in first and name != "details"}
    if "details" in first and template is not None:
        levels = template.levels
        second["details"] |= {name: each for name, each in first["details"].items() if levels[name] == "public"}
        if "details" not in open_names:
            second["details"] = {name: drawn(_DETAILS[template.id][name], seeds[1] + 7) for name in second["details"]}
    if "agenda" in first and "agenda" in open_names:
        second["agenda"] = first["agenda"]
    return tuple(
        _standing(kind, fields | rules, seed, template) for fields, seed in zip((first, second), seeds, strict=True)
    )  # type: ignore[return-value]


_DETAILS = {name: each.details_schema["properties"] for name, each in TEMPLATES.items()}


def _is_open(kind: str, name: str, visibility: Mapping[str, str]) -> bool:
    level = fields_of(kind)[name].metadata["level"]
    return bool(level != "national" and visibility.get(name, level) == "public")


def _fields(kind: str, seed: int, template: Any) -> dict[str, Any]:
    """All fields of a record, national ones too, as no act could carry them: the pages must not lean on that."""
    found = {key: held for key, held in document(kind).items() if key != "schema"}
    for place, (name, each) in enumerate(sorted(fields_of(kind).items())):
        if name not in CONTRADICTORY:
            found[name] = drawn(each.metadata["form"], seed * 101 + place)
    if kind == "meeting":
        found |= {"starts_ms": START_MS + seed * 1000, "ends_ms": START_MS + seed * 1000 + DAY_MS}
    if kind == "initiative":
        roles = dict.fromkeys(template.roles, "DZ" if seed % 2 else "US")
        details = {name: drawn(form, seed + place) for place, (name, form) in enumerate(_DETAILS[template.id].items())}
        found |= {"template": template.id, "template_hash": template.hash, "roles": roles, "details": details}
    if kind == "flow":
        amount = drawn(fields_of(kind)["amount"].metadata["form"], seed)
        found |= {"flow_kind": "payment", "from_party": "DZ", "to_party": "US", "amount": amount}
        del found["quantity"], found["item"]
    return found


def _standing(kind: str, agreed: Mapping[str, Any], seed: int, template: Any) -> Standing:
    """A record that both signed, and on which one party has said something since."""
    life = template.life if template is not None else LIVES[kind]
    state = next(step.to for moves in life.moves.values() for step in moves.values() if step.signatures > 1)
    later = {**agreed, "title": dict.fromkeys(("ar", "en", "fr"), f"unsigned {seed}")}
    return Standing(
        kind=kind,
        id=agreed["id"],
        fields=later,
        state=life.start,
        since_ms=NOW_MS - seed,
        version=9,
        head=f"sha256:{seed:064x}",
        proposer="DZ" if seed % 2 else "US",
        proposed_by_office=f"office-{seed}",
        entered={life.start: START_MS + seed, state: START_MS},
        log_refs=(Signature(0, f"office-{seed}", START_MS, seed),) * 12,
        life=life,
        texts=dict.fromkeys(("ar", "en", "fr"), f"{seed}"),
        agreed=agreed,
        agreed_state=state,
        template=template,
    )


def issue(*standings: Standing) -> dict[str, bytes]:
    book = Book(at_ms=NOW_MS, standings={each.key: each for each in standings})
    return public_pages(book, AGREEMENT, now_ms=NOW_MS)


@given(data=st.data())
@settings(max_examples=8, phases=DRAWN_AS_IS)
def test_records_that_differ_only_in_what_is_not_public_give_the_same_bytes(data):
    pairs = [data.draw(two_of_a_kind(kind)) for kind in KINDS]
    for first, second in pairs:
        assert first.agreed != second.agreed
        assert published(first, at_ms=NOW_MS) == published(second, at_ms=NOW_MS)
    assert issue(*(each for each, _ in pairs)) == issue(*(each for _, each in pairs))


def test_no_token_of_a_field_that_is_not_public_is_in_any_byte_and_reasons_and_days_are():
    standings, hidden = [], set()
    for place, kind in enumerate(KINDS):
        template = TEMPLATES["contract_case"] if kind == "initiative" else None
        fields = {name: _marked(name, each, place) for name, each in _fields(kind, 700 + place, template).items()}
        hidden |= {f"hidden-{name}-{place}" for name in fields if fields_of(kind)[name].metadata["level"] != "public"}
        reason = dict.fromkeys(("ar", "en", "fr"), f"reason-{place}")
        block = {"field": "title", "reason_code": "partner_asked", "reason": reason, "public_on": "2031-05-06"}
        block |= {"decided_by": f"decision-{place}"}
        standings.append(_standing(kind, fields | {"level": "public", "withheld": [block]}, place, template))
    everything = b"\n".join(issue(*standings).values()).decode("utf-8", "replace")
    assert not [each for each in hidden if each in everything]
    assert not re.search(r"hidden-title", everything), "a title that is withheld"
    for place, kind in enumerate(KINDS):
        assert f"reason-{place}" in everything, kind
        assert f"decision-{place}" in everything, kind
    assert everything.count("2031-05-06") + everything.count("May 6, 2031") >= len(KINDS)


def _marked(name: str, value: Any, place: int) -> Any:
    """A value whose words are replaced by a token that names their field."""
    if isinstance(value, dict) and value.keys() == {"ar", "en", "fr"}:
        return dict.fromkeys(value, f"hidden-{name}-{place}")
    if isinstance(value, dict):
        return {key: _marked(name, each, place) for key, each in value.items()}
    if isinstance(value, str) and re.search("tok", value):
        return f"hidden-{name}-{place}"
    return value


@given(data=st.data())
@settings(max_examples=8, phases=DRAWN_AS_IS)
def test_records_that_are_not_public_leave_no_trace(data):
    shown, _ = data.draw(two_of_a_kind("group"))
    _, other = data.draw(two_of_a_kind("decision"))
    agreed = {**(other.agreed or {}), "level": "bilateral"}
    assert issue(shown, other._replace(agreed=agreed)) == issue(shown)
    assert issue(shown, other._replace(agreed=None)) == issue(shown)


def test_the_records_of_these_tests_are_records():
    for kind in KINDS:
        template = TEMPLATES["contract_case"] if kind == "initiative" else None
        document = {"schema": SCHEMA_NAMES[kind], **_fields(kind, 700, template)}
        assert read_record(document).id == document["id"]


def test_a_record_whose_very_name_and_title_are_withheld_is_listed_and_has_no_page():
    reason = dict.fromkeys(("ar", "en", "fr"), "not yet")
    for kind in KINDS:
        template = TEMPLATES["investment"] if kind == "initiative" else None
        blocks = [
            {"field": name, "reason_code": "negotiation", "reason": reason, "decided_by": "d-1"}
            for name in ("id", "title")
        ]
        fields = _fields(kind, 700, template) | {"id": "secret-name", "level": "public", "withheld": blocks}
        files = issue(_standing(kind, fields, 1, template))
        assert not [path for path, data in files.items() if "secret-name" in path or b"secret-name" in data], kind
        assert "whose title is withheld" in files["en/withheld.html"].decode(), kind
