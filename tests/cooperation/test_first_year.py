"""The first year of the example agreements counts, act by act, and stands on every day as its own files say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import pytest

from comity.agreement import Decision, read_agreement, read_decision, versions
from comity.cli.demo.first_year import COUNTERSIGNED_AFTER_MS, PARTIES, Deed, last_day, read_year
from comity.cooperation import (
    PROPOSE,
    SERIES,
    Book,
    Framework,
    act_document,
    acts_of,
    balance_of,
    changed,
    contributions,
    critical_dates,
    obligations,
    published,
    read_template,
    reconciled,
    recounted,
    state_of,
    transfer_table,
    unit_costs_of,
)
from comity.files.initiatives import initiative_templates
from comity.files.shipped import shipped
from comity.ground import parse_instant, utc_of
from comity.ledger import Entry, Message, Text, Vote, document_hash, fold

EXAMPLE = shipped("examples") / "algeria-usa-2025"
FILES = {"dz-us-mou-2025": "memorandum.json", "dz-us-other-fields-2025": "other-fields.json"}
MEMORANDUM, OTHER_FIELDS = FILES
LAST_MS = 2**52
MARKS = {"en": "EXAMPLE: ", "fr": "EXEMPLE : ", "ar": "مثال: "}


@dataclass
class Lived:
    """A year written into two logs in memory by the two parties' desks, and the law it stands on."""

    framework: Framework
    logs: tuple[list[Entry], list[Entry]] = field(default_factory=lambda: ([], []))

    def book(self, day: str | None = None) -> Book:
        """Everything as it stood as a day began; without a day, as it stands at last."""
        at_ms = LAST_MS if day is None else parse_instant(f"{day}T00:00:00Z")
        return state_of(self.framework, acts_of(*self.logs), at_ms=at_ms)

    def state(self, key: str, day: str | None = None) -> str:
        return self.book(day).standings[key].state

    def write(self, deed: Deed) -> None:
        document = self.document(deed)
        if deed.signatures == 1:
            log = self.logs[PARTIES.index(deed.by)]
            log.append(Message(document_hash(document), deed.at_ms, deed.offices[deed.by], document))
            return
        series = f"{SERIES}{deed.key}"
        slots = fold(*self.logs).series.get(series)
        parent, number = (slots.slots[-1].parent, slots.slots[-1].round) if slots else ("root", 0)
        for place, party in enumerate(deed.signers):
            log, office = self.logs[PARTIES.index(party)], deed.offices[party]
            at_ms = deed.at_ms + place * COUNTERSIGNED_AFTER_MS
            if place == 0:
                log.append(Text(series, parent, number, document_hash(document), None, at_ms, office, document))
            log.append(Vote(series, parent, number, document_hash(document), at_ms, office))

    def document(self, deed: Deed) -> dict[str, Any]:
        standing = self.book().standings.get(deed.key) if deed.move != PROPOSE else None
        pinned = (standing.fields if standing else deed.fields).get("template_hash", "")
        template = self.framework.templates.get(pinned)
        return act_document(
            example=True,
            kind=deed.kind,
            record=deed.record,
            move=deed.move,
            follows=standing.head if standing else "root",
            seen=(len(self.logs[0]), len(self.logs[1])),
            fields=deed.fields,
            after=changed(standing.fields, deed.fields) if standing else deed.fields,
            details=template.levels if template else {},
        )


@cache
def lived(agreement: str, folder: Path = EXAMPLE, shift_days: int = 0) -> Lived:
    """The whole year of an agreement, lived through."""
    deeds = read_year(folder, agreement, shift_days=shift_days)
    original = orjson.loads((EXAMPLE / FILES[agreement]).read_bytes())
    put_to_work: list[tuple[Decision, int]] = [
        (read_decision(deed.document, read_agreement(original)), deed.at_ms + COUNTERSIGNED_AFTER_MS)
        for deed in deeds
        if deed.document is not None
    ]
    found = [*initiative_templates(), *(read_template(each.template) for each in deeds if each.template)]
    templates = {each.hash: each for each in found}
    year = Lived(Framework(versions(original, ()), tuple(put_to_work), templates=templates))
    for deed in deeds:
        if deed.record:
            year.write(deed)
    return year


@pytest.mark.parametrize("agreement", FILES)
def test_every_act_of_the_year_counts(agreement):
    book = lived(agreement).book()
    assert [(each.key, each.move, each.why.code) for each in book.not_counted] == []
    moved = [each for each in read_year(EXAMPLE, agreement) if each.record and len(each.signers) == each.signatures]
    assert sum(each.version for each in book.standings.values()) == len(moved)


@pytest.mark.parametrize("agreement", FILES)
def test_every_title_says_in_its_language_that_it_is_an_example(agreement):
    for standing in lived(agreement).book().standings.values():
        for language, mark in MARKS.items():
            assert standing.fields["title"][language].startswith(mark), standing.key


@pytest.mark.parametrize(
    ("agreement", "states"),
    [
        (
            MEMORANDUM,
            {
                "group/wg-sea-rescue": "established",
                "group/wg-sahel": "established",
                "group/wg-equipment": "established",
                "meeting/wg-sea-rescue-1": "minutes_signed",
                "meeting/wg-sea-rescue-2": "minutes_signed",
                "meeting/wg-sea-rescue-3": "proposed",
                "meeting/wg-sahel-1": "minutes_draft",
                "meeting/wg-equipment-1": "agreed",
                "decision/quarterly-drill": "in_effect",
                "action/read-back": "done_claimed",
                "action/trial-of-4-2": "open",
                "initiative/radar-spares": "reconciling",
                "initiative/image-laboratory": "agreed",
                "check/image-laboratory-export": "notified",
                "initiative/desert-first-aid": "reviewed",
                "initiative/study-places": "open",
            },
        ),
        (
            OTHER_FIELDS,
            {
                "group/jc-investment": "established",
                "initiative/data-centre-coast": "studied",
                "initiative/data-centre-plateau": "agreed",
                "initiative/minerals-north": "licensed",
                "initiative/roman-sites": "running",
            },
        ),
    ],
)
def test_the_year_ends_as_it_is_told(agreement, states):
    standings = lived(agreement).book().standings
    assert {key: standings[key].state for key in states} == states


@pytest.mark.parametrize(
    ("agreement", "waiting"),
    [
        (
            MEMORANDUM,
            {("meeting/wg-sahel-1", "agree_minutes", "US"), ("meeting/wg-sea-rescue-3", "agree", "DZ")},
        ),
        (OTHER_FIELDS, {("initiative/roman-sites", "amend", "US")}),
    ],
)
def test_what_bears_one_signature_waits_and_changes_nothing(agreement, waiting):
    book = lived(agreement).book()
    assert {(each.act.key, each.act.move, PARTIES[each.act.by]) for each in book.waiting} == waiting
    if agreement == OTHER_FIELDS:
        assert book.standings["initiative/roman-sites"].fields["ends_ms"] == parse_instant("2026-06-30T00:00:00Z")


def test_what_was_paid_and_delivered_is_what_was_agreed_and_both_sums_agree():
    book = lived(MEMORANDUM).book()
    balance = balance_of(book, "radar-spares")
    assert (balance.value_minor, balance.paid_minor, balance.claimed_minor) == (480_000_000, 480_000_000, 0)
    assert balance.ordered == balance.delivered == {"spares": 12, "visits": 4}
    assert recounted(book, "radar-spares") == balance
    fee = balance_of(lived(OTHER_FIELDS).book(), "minerals-north")
    assert (fee.value_minor, fee.paid_minor) == (1_200_000_000, 25_000_000)


def test_who_brought_what_is_summed_by_domain():
    found = {(each.domain, each.party, each.unit): each.amount for each in contributions(lived(MEMORANDUM).book())}
    assert found == {
        ("equipment", "DZ", "USD"): 483_600_000,
        ("equipment", "US", "lot"): 12,
        ("equipment", "US", "piece"): 24,
        ("equipment", "US", "visit"): 4,
        ("training", "DZ", "ground_day"): 5,
        ("training", "US", "instructor_day"): 30,
    }


@pytest.mark.parametrize(
    ("key", "by_day"),
    [
        (
            "initiative/radar-spares",
            {
                "2025-04-20": "exploratory",
                "2025-05-01": "requested",
                "2025-06-15": "offered",
                "2025-06-20": "accepted",
                "2025-08-01": "implemented",
                "2025-10-01": "delivering",
                "2026-02-08": "services_complete",
                "2026-02-20": "reconciling",
            },
        ),
        (
            "meeting/wg-sea-rescue-1",
            {
                "2025-02-15": "proposed",
                "2025-03-01": "agreed",
                "2025-03-13": "closed",
                "2025-03-17": "minutes_draft",
                "2025-03-21": "minutes_agreed",
                "2025-04-01": "minutes_signed",
            },
        ),
        ("group/wg-sahel", {"2025-02-01": "proposed", "2025-02-06": "established"}),
    ],
)
def test_the_record_of_a_past_day_is_what_stood_on_that_day(key, by_day):
    year = lived(MEMORANDUM)
    assert {day: year.state(key, day) for day in by_day} == by_day


def test_half_way_the_account_holds_the_deposit_and_the_first_lots():
    balance = balance_of(lived(MEMORANDUM).book("2025-11-01"), "radar-spares")
    assert (balance.paid_minor, balance.delivered) == (144_000_000, {"spares": 6, "visits": 0})


def test_the_public_reads_the_order_and_the_band_and_why_the_amount_is_withheld_until_when():
    standing = lived(MEMORANDUM).book().standings["initiative/radar-spares"]
    before = published(standing, at_ms=parse_instant("2026-03-01T00:00:00Z"))
    after = published(standing, at_ms=parse_instant("2027-06-16T00:00:00Z"))
    assert before
    assert after
    assert "value" not in before
    assert before["withheld"][0]["public_on"] == "2027-06-16"
    assert before["details"] == {"value_band": "from_1_to_10_million"}
    assert [each["quantity"] for each in before["items"]] == [12, 4]
    assert after["value"] == {"amount_minor": 480_000_000, "currency": "USD"}


def test_two_offers_are_compared_by_their_cost_for_each_megawatt():
    standings = lived(OTHER_FIELDS).book().standings
    by_offer = {
        name: unit_costs_of(standings[f"initiative/data-centre-{name}"])["cost_per_mw"] for name in ("coast", "plateau")
    }
    assert by_offer == {"coast": 750_000_000, "plateau": 700_000_000}


def test_the_export_check_stops_the_partnership_and_time_alone_closes_the_case():
    for key, move, need in [
        ("initiative/image-laboratory", "start", "check:export_control"),
        ("initiative/radar-spares", "close", "elapsed:services_complete/P12M"),
    ]:
        told = lived(MEMORANDUM)
        year = Lived(told.framework, (list(told.logs[0]), list(told.logs[1])))
        kind, record = key.split("/")
        step = year.book().standings[key].life.moves[year.state(key)][move]
        signers = PARTIES[: step.signatures]
        offices: Mapping[str, str] = dict.fromkeys(PARTIES, "EXAMPLE: desk")
        at_ms = parse_instant("2026-02-24T09:00:00Z")
        year.write(Deed(MEMORANDUM, at_ms, signers, offices, kind, record, move, {}, step.signatures))
        (refused,) = year.book().not_counted
        assert (refused.why.code, refused.why.values["need"]) == ("cooperation.need_not_met", need)


def test_what_is_late_follows_from_the_day_alone():
    year = lived(MEMORANDUM)
    late = {each.key for each in critical_dates(year.book("2026-02-24")) if each.late and each.what == "due"}
    assert late == {"action/trial-of-4-2", "action/read-back"}
    told = [each.fulfilment for each in obligations(year.book("2026-02-24"))]
    assert {name: told.count(name) for name in ("done", "open", "late")} == {"done": 12, "open": 3, "late": 2}


def test_the_register_of_the_year_has_a_line_on_which_both_agree():
    book = lived(MEMORANDUM).book()
    (line,) = reconciled(*(transfer_table(book, party, 2025) for party in PARTIES))
    assert (line.exporter, line.importer, line.category, line.exported, line.imported) == ("US", "DZ", "VIII", 24, 24)


def test_every_meeting_begins_and_ends_in_the_working_hours_of_its_place():
    for agreement in FILES:
        for standing in lived(agreement).book().of_kind("meeting"):
            zone = ZoneInfo(standing.fields["time_zone"])
            begins, ends = (utc_of(standing.fields[each]).astimezone(zone) for each in ("starts_ms", "ends_ms"))
            assert 8 <= begins.hour < ends.hour <= 18, f"{standing.key} sits from {begins} to {ends}"


def test_a_year_that_is_moved_is_the_same_year():
    here, moved = (lived(MEMORANDUM, shift_days=days).book() for days in (0, 273))
    assert not moved.not_counted
    assert {key: each.state for key, each in here.standings.items()} == {
        key: each.state for key, each in moved.standings.items()
    }
    day_ms = 86_400_000
    key = "action/trial-of-4-2"
    assert moved.standings[key].fields["due_ms"] - here.standings[key].fields["due_ms"] == 273 * day_ms


@pytest.mark.parametrize("agreement", FILES)
def test_a_document_names_the_very_file_that_the_year_holds(agreement):
    finished = [each for each in read_year(EXAMPLE, agreement) if each.papers]
    assert finished
    for deed in finished:
        named = {each["language"]: each["sha256"] for each in deed.fields["renditions"]}
        assert named == {language: f"sha256:{sha256(said).hexdigest()}" for language, said in deed.papers.items()}


def test_the_year_spans_thirteen_months():
    first = min(each.at_ms for agreement in FILES for each in read_year(EXAMPLE, agreement))
    assert first == parse_instant("2025-01-29T09:00:00Z")
    assert last_day(EXAMPLE) == date(2026, 2, 18)
