"""What no record of cooperation lets in or out: texts that cannot be read, and signatures that would change nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from comity.cooperation import act_document, text_hashes
from comity.files.initiatives import initiative_templates
from comity.ground import ComityError, InvalidInput
from comity.ledger import SALT_BYTES, message_entry, text_entry
from comity.node.cooperation import books, series_of
from comity.node.cooperation_exports import Publishing, iati
from comity.node.pages.inbox import LOOKED_AT_MOST, inbox
from comity.node.record import records
from comity.node.services import acts
from comity.node.services.cooperation import give_offices, keep_national
from comity.node.tabling import open_place
from tests.two_nodes.cooperating import MS_PER_DAY, OFFICES, Cooperating, cooperating, said

KEY = "group/wg-sahel"


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cooperating]:
    with cooperating(tmp_path_factory.mktemp("shared")) as both:
        both.group()
        yield both


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Cooperating]:
    with cooperating(tmp_path) as both:
        both.group()
        yield both


def tabled_raw(two: Cooperating, document: dict[str, Any]) -> None:
    """Let the partner put any document on the table of the group, as other software might."""
    (known,) = [each for each in inbox_series(two) if each.name == series_of(KEY)]
    parent, number, _ = open_place(known)
    at_ms, salt = two.two.clock(), bytes(SALT_BYTES)
    entry = text_entry(
        series=known.name, parent=parent, round=number, document=document, office="x", at_ms=at_ms, salt=salt
    )
    two.write(two.us, entry)


def inbox_series(two: Cooperating) -> list[Any]:
    return list(records(two.us, two.us.holding(two.agreement_id)).view.series.values())


HOSTILE: list[dict[str, Any]] = [
    {"fields": {"details": "a"}},
    {"fields": {"details": ["a"]}},
    {"fields": {"details": 1, "cadence": None}},
    {"fields": "all"},
    {"fields": {}, "move": {"to": "dissolve"}, "texts": {"en": 1}},
    {"move": "amend", "title": 7},
]


def test_a_text_that_cannot_be_read_is_shown_with_its_flaw_and_hides_no_other(shared: Cooperating) -> None:
    for held in HOSTILE:
        tabled_raw(shared, {"kind": "group", "record": "wg-sahel", **held})
    shared.exchange()
    (waiting,) = inbox(shared.dz, shared.agreement_id)
    assert len(waiting.texts) == len(HOSTILE)
    assert all(each.flaw is not None for each in waiting.texts)
    assert [(each.move, each.differences) for each in waiting.texts] == [(None, ())] * len(HOSTILE)


@pytest.mark.parametrize(
    "fields",
    [
        {"visibility": "public"},
        {"visibility": 7, "details": 5},
        {"details": 5},
        {"details": [[]]},
        {"title": 5, "terms": []},
        {"agenda": [5]},
    ],
)
def test_fields_of_any_form_are_refused_in_words(shared: Cooperating, fields: dict[str, Any]) -> None:
    for move in ("amend", "propose"):
        with pytest.raises(ComityError):
            shared.make(shared.dz, KEY, move, **fields)
    with pytest.raises(ComityError):
        keep_national(shared.dz, shared.agreement_id, "group", "wg-sahel", fields, office=OFFICES["DZ"])


@pytest.mark.parametrize("sign", ["\u000b", "\u0000", "\u0085", "\r"])
def test_a_control_sign_enters_no_act_of_ours(shared: Cooperating, sign: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        shared.make(shared.dz, KEY, "amend", terms=said(f"one{sign}two"))
    assert caught.value.code == "node.control_sign"
    assert caught.value.values == {"field": "terms", "sign": f"U+{ord(sign):04X}"}


def test_a_control_sign_of_the_partner_is_written_by_its_number_in_other_houses_files(two: Cooperating) -> None:
    two.adopt("exercise")
    template = next(each for each in initiative_templates() if each.id == "exercise")
    first, *rest = template.roles
    named = {"template": "exercise", "roles": {first: "DZ"} | dict.fromkeys(rest, "US"), "clause_refs": ["5.3"]}
    two.propose(two.us, "initiative", "plain", **named)
    plain = two.record(two.us, "initiative/plain").standing.fields
    fields = {**plain, "id": "hidden", "title": said("one\u000btwo")}
    document = act_document(
        example=True,
        kind="initiative",
        record="hidden",
        move="propose",
        follows="root",
        seen=(0, 0),
        fields=fields,
        after=fields,
    )
    at_ms, salt = two.two.clock(), bytes(SALT_BYTES)
    two.write(two.us, message_entry(document=document, office=OFFICES["US"], at_ms=at_ms, salt=salt))
    two.exchange()
    publishing = Publishing("bilateral", "ocds-example", "EXAMPLE")
    for node in (two.dz, two.us):
        holding = node.holding(two.agreement_id)
        assert "one⟨U+000B⟩two" in iati(holding, books(node, holding).of_agreed, publishing).decode()


def test_of_many_texts_the_first_are_looked_at_and_always_the_one_that_the_partner_signed(two: Cooperating) -> None:
    for place in range(LOOKED_AT_MOST + 5):
        tabled_raw(two, {"kind": "group", "record": "wg-sahel", "move": f"move-{place}"})
    two.make(two.us, KEY, "amend", sign=True, cadence="P6M")
    two.exchange()
    (waiting,) = inbox(two.dz, two.agreement_id)
    codes = [each.flaw.code if each.flaw else None for each in waiting.texts]
    assert len(codes) == LOOKED_AT_MOST + 6
    assert codes.count("node.text_not_looked_at") == 6
    assert codes.count(None) == 1, "the one that the partner signed"
    two.make(two.dz, KEY, "amend", sign=True, cadence="P6M")
    two.exchange()
    assert two.book(two.us).standings[KEY].fields["cadence"] == "P6M"


def test_a_national_point_of_the_agenda_cannot_be_tabled_as_a_text(two: Cooperating) -> None:
    two.propose(two.dz, "meeting", "wg-sahel-1")
    agenda = [{"id": "ours", "title": said("ours alone"), "level": "national"}]
    assert refusal(two, "meeting/wg-sahel-1", "revise", agenda=agenda) == "cooperation.national_in_act"


def test_a_field_that_its_record_keeps_at_home_cannot_be_tabled_as_a_text(two: Cooperating) -> None:
    two.propose(two.dz, "meeting", "wg-sahel-1", visibility={"minutes": "national"})
    code = refusal(two, "meeting/wg-sahel-1", "revise", minutes=said("ours alone"))
    assert code == "cooperation.national_in_act"


def refusal(two: Cooperating, key: str, move: str, **fields: Any) -> str:
    """The code with which the service of texts refuses an act that an office wrote by hand."""
    standing = two.record(two.dz, key).standing
    kind, name = key.split("/")
    document = {
        "schema": "comity/act/1",
        "example": True,
        "kind": kind,
        "record": name,
        "move": move,
        "follows": standing.head,
        "seen": [0, 0],
        "fields": fields,
        "texts": text_hashes({**standing.fields, **fields}),
    }
    with pytest.raises(ComityError) as caught:
        acts.table(two.dz, two.agreement_id, series_of(key), document, office=OFFICES["DZ"], sign=False)
    return caught.value.code


def test_a_message_that_repeats_a_text_does_not_keep_the_other_from_signing_the_text(two: Cooperating) -> None:
    two.make(two.us, KEY, "amend", sign=True, cadence="P6M")
    (text,) = acts.state(two.us, two.agreement_id, series_of(KEY)).tabled
    at_ms, salt = two.two.clock(), bytes(SALT_BYTES)
    two.write(two.us, message_entry(document=text.document, office="x", at_ms=at_ms, salt=salt))
    two.exchange()
    assert inbox(two.dz, two.agreement_id)[0].texts[0].flaw is None
    two.sign(two.dz, KEY)
    two.exchange()
    assert two.book(two.us).standings[KEY].fields["cadence"] == "P6M"
    assert two.same()


def test_a_text_whose_time_is_over_is_neither_signed_nor_tabled(two: Cooperating) -> None:
    until_ms = two.two.clock.now_ms + MS_PER_DAY
    two.act(two.us, KEY, "amend", {"cadence": "P6M"}, open_until_ms=until_ms)
    two.exchange()
    two.two.clock.now_ms = until_ms + 1
    with pytest.raises(InvalidInput) as caught:
        two.sign(two.dz, KEY)
    assert caught.value.code == "node.text_expired"
    (text,) = acts.state(two.dz, two.agreement_id, series_of(KEY)).tabled
    with pytest.raises(InvalidInput) as again:
        acts.table(two.dz, two.agreement_id, series_of(KEY), text.document, office=OFFICES["DZ"], sign=False)
    assert again.value.code == "node.text_expired"


@pytest.mark.parametrize("party", ["DZ", "US"])
@pytest.mark.parametrize("fields", [{"cadence": "P6M"}, {"cadence": "P12M"}])
def test_a_text_that_nobody_signed_in_its_days_stands_in_nobodys_way(
    two: Cooperating, party: str, fields: dict[str, Any]
) -> None:
    until_ms = two.two.clock.now_ms + MS_PER_DAY
    two.act(two.us, KEY, "amend", {"cadence": "P6M"}, open_until_ms=until_ms, sign=False)
    two.exchange()
    two.two.clock.now_ms = until_ms + 1
    node, partner = (two.dz, two.us) if party == "DZ" else (two.us, two.dz)
    two.act(node, KEY, "amend", fields, open_until_ms=until_ms + MS_PER_DAY)
    two.exchange()
    tabled = acts.state(partner, two.agreement_id, series_of(KEY)).tabled
    newest = max(tabled, key=lambda each: each.document["open_until_ms"])
    acts.sign(partner, two.agreement_id, series_of(KEY), newest.hash, office=OFFICES[partner.party])
    two.exchange()
    assert [two.book(each).standings[KEY].fields["cadence"] for each in (two.dz, two.us)] == [fields["cadence"]] * 2
    assert two.same()


def test_a_text_that_both_signed_is_the_same_text_when_it_is_tabled_again(two: Cooperating) -> None:
    two.make(two.dz, KEY, "amend", sign=True, cadence="P6M")
    (text,) = acts.state(two.dz, two.agreement_id, series_of(KEY)).tabled
    two.exchange()
    two.sign(two.us, KEY)
    two.exchange()
    size = two.dz.holding(two.agreement_id).own.size
    acts.table(two.dz, two.agreement_id, series_of(KEY), text.document, office=OFFICES["DZ"], sign=True)
    assert two.dz.holding(two.agreement_id).own.size == size


def test_a_drafter_tables_what_an_approver_signs_even_while_no_office_of_the_partner_serves(two: Cooperating) -> None:
    approver = {"id": "algiers-approver", "title": said("approver"), "roles": ["approver"], "since_ms": 0}
    give_offices(two.dz, two.agreement_id, [approver], office="algiers-approver")
    past = {**approver, "id": "norfolk-desk", "until_ms": two.two.clock.now_ms + 1}
    give_offices(two.us, two.agreement_id, [past], office="norfolk-desk")
    two.exchange()
    two.two.clock.now_ms += MS_PER_DAY
    with pytest.raises(InvalidInput) as caught:
        two.make(two.dz, KEY, "amend", sign=True, cadence="P6M")
    assert caught.value.code == "cooperation.office_may_not_sign"
    two.make(two.dz, KEY, "amend", sign=False, cadence="P6M")
    (text,) = acts.state(two.dz, two.agreement_id, series_of(KEY)).tabled
    found = acts.sign(two.dz, two.agreement_id, series_of(KEY), text.hash, office="algiers-approver")
    assert found.standing == "awaiting_partner"


def test_an_office_that_cannot_sign_is_told_before_the_partner_is_asked_for_anything(two: Cooperating) -> None:
    approver = {"id": "algiers-approver", "title": said("approver"), "roles": ["approver"], "since_ms": 0}
    give_offices(two.dz, two.agreement_id, [approver], office="algiers-desk")
    two.propose(two.us, "meeting", "wg-sahel-1")
    two.make(two.us, "meeting/wg-sahel-1", "agree", sign=True)
    two.exchange()
    (waiting,) = acts.state(two.dz, two.agreement_id, series_of("meeting/wg-sahel-1")).tabled
    asked, size = len(two.two.cable.asked), two.dz.holding(two.agreement_id).own.size
    series = series_of("meeting/wg-sahel-1")
    for attempt in (
        lambda: two.propose(two.dz, "action", "a-1"),
        lambda: two.make(two.dz, "meeting/wg-sahel-1", "cancel"),
        lambda: two.make(two.dz, "group/wg-sahel", "rest", sign=True),
        lambda: acts.sign(two.dz, two.agreement_id, series, waiting.hash, office=OFFICES["DZ"]),
        lambda: acts.table(two.dz, two.agreement_id, series, {}, office=OFFICES["DZ"], sign=True),
    ):
        with pytest.raises(InvalidInput) as refused:
            attempt()
        assert refused.value.code == "cooperation.office_may_not_sign"
    assert (len(two.two.cable.asked), two.dz.holding(two.agreement_id).own.size) == (asked, size)
