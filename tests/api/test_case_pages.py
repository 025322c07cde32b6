"""A case's pages: its areas hour by hour on both screens, its stage, its log with offices, its tables as files."""

from collections.abc import Iterator
from pathlib import Path

import orjson
import pytest
import shapely

from comity.files.cells import safe_cell
from comity.files.drift_results import DriftResult, write_drift
from comity.files.words import words
from comity.ground import InvalidInput
from comity.node import outbox
from comity.node.case_records import LEVELS, MOST_INSTANTS, _chosen, case_record
from comity.node.services import cases, clouds
from tests.api.browsers import Browser
from tests.files.drifts import close_in_shore
from tests.two_nodes.test_exchange import CASE, CASE_ID, receive, send, sign_decision
from tests.two_nodes.two import Two, two_nodes

CASE_URL = f"/api/v1/cases/{CASE_ID}"
UNSEEN = ("\u202e", "\u200b", "\ufeff", "\u2028", "\x07")
"""Characters that nobody sees: an override, a space of no width, a byte order mark, a line separator, a bell."""


@pytest.fixture(scope="module")
def result() -> DriftResult:
    return close_in_shore()


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, result: DriftResult) -> Iterator[Two]:
    """A case of ours, drifted and released, and the partner's screen on which it arrived."""
    with two_nodes(tmp_path_factory.mktemp("nodes")) as both:
        both.sign_memorandum()
        sign_decision(both)
        Browser(both.dz).enter("watch").post("/api/v1/cases", json={"document": CASE})
        write_drift(both.dz.layout.case(CASE_ID), result, words("en"))
        send(both)
        receive(both)
        yield both


@pytest.fixture(scope="module")
def ours(two: Two) -> Browser:
    return Browser(two.dz).enter("watch")


@pytest.fixture(scope="module")
def theirs(two: Two) -> Browser:
    return Browser(two.us).enter("coast guard")


def test_the_partner_sees_at_each_hour_the_areas_that_we_see(
    ours: Browser, theirs: Browser, result: DriftResult
) -> None:
    hours = theirs.get(f"{CASE_URL}/timeline").json()["hours"]
    assert [each["at_ms"] for each in hours] == result.cloud.time_ms.tolist()
    assert {each["active"] for each in hours} == {None}
    for hour in (0, 3, len(hours) - 1):
        pair = [each.get(f"{CASE_URL}/containment.geojson", params={"hour": hour}).json() for each in (ours, theirs)]
        assert [each["properties"]["level"] for each in pair[1]["features"]] == [0.95, 0.9, 0.75, 0.5]
        for one, other in zip(pair[0]["features"], pair[1]["features"], strict=True):
            shapes = [shapely.geometry.shape(each["geometry"]) for each in (one, other)]
            assert one["properties"]["time"] == other["properties"]["time"]
            assert shapes[0].symmetric_difference(shapes[1]).area < 1e-4 * shapes[0].area


def test_an_hour_that_was_not_released_is_said(theirs: Browser) -> None:
    answer = theirs.get(f"{CASE_URL}/containment.geojson", params={"hour": 999})
    assert (answer.status_code, answer.json()["code"]) == (404, "node.no_such_hour")


def test_a_list_of_cases_carries_no_areas_and_the_case_itself_does(theirs: Browser) -> None:
    (listed,) = theirs.get("/api/v1/cases").json()
    shown = theirs.get(CASE_URL).json()
    areas = {f"containment_{level}" for level in LEVELS}
    assert shown["document"].keys() - listed["document"].keys() == areas
    assert listed == {**shown, "document": {name: shown["document"][name] for name in listed["document"]}}


@pytest.mark.parametrize("field", ["notes", "id"])
def test_half_a_character_in_a_case_is_refused_in_form(ours: Browser, field: str) -> None:
    document = {**CASE, "case": {**CASE["case"], field: "x"}}
    text = orjson.dumps({"document": document}).replace(b'"x"', b'"a\\ud800"')
    for path in ("/api/v1/cases", "/api/v1/cases/check"):
        answer = ours.post(path, content=text, headers={"content-type": "application/json"})
        assert "node.case_not_written" in answer.text, answer.text
        assert answer.status_code < 500


def test_every_area_of_the_record_has_its_instant(two: Two) -> None:
    record = case_record(two.dz, CASE_ID)
    assert {len(record[f"containment_{level}"]) for level in LEVELS} == {len(record["containment_ms"])}


def test_a_long_drift_is_released_at_fewer_hours_with_its_first_and_its_last() -> None:
    hours = [clouds.Hour(each, each, (0.0, 0.0), 1, 0) for each in range(1000)]
    chosen = [each.hour for each in _chosen(hours)]
    assert len(chosen) <= MOST_INSTANTS
    assert (chosen[0], chosen[-1]) == (0, 999)
    assert _chosen(hours[:25]) == hours[:25]


@pytest.mark.parametrize(
    "bad",
    [
        {"containment_ms": "now"},
        {"containment_ms": [True]},
        {"containment_ms": [10**18]},
        {"containment_ms": [1], "containment_50": "x"},
        {"containment_ms": [1], "containment_50": [[[[1]]]]},
        {"containment_ms": [1], "containment_50": [[[[1, 2]]]]},
        {"containment_ms": [1], "containment_50": [[[[10**9, 0], [0, 1], [1, 1], [10**9, 0]]]]},
        {"containment_ms": [1], "containment_50": []},
    ],
)
def test_areas_of_another_form_are_left_out(bad: dict[str, object]) -> None:
    assert orjson.loads(clouds.received_areas("x", bad))["features"] == []


def test_a_case_stands_where_its_acts_have_brought_it_until_an_office_moves_it(two: Two, ours: Browser) -> None:
    before = ours.get(CASE_URL).json()["standing"]
    assert before == {"stage": "operations", "smc": "ours", "since_ms": None, "office": None, "on_scene": None}
    moved = ours.post(f"{CASE_URL}/standing", json={"stage": "conclusion"})
    assert moved.status_code == 201
    assert moved.json()["standing"]["office"] == "watch"
    again = ours.post(f"{CASE_URL}/standing", json={"stage": "conclusion", "smc": "ours"})
    assert again.json()["code"] == "node.case_there_already"
    assert case_record(two.dz, CASE_ID)["status"] == "closed"
    ours.post(f"{CASE_URL}/standing", json={"stage": "operations", "smc": "ours"})
    assert case_record(two.dz, CASE_ID)["status"] == "open"


def test_no_office_alone_says_that_the_other_centre_co_ordinates(ours: Browser) -> None:
    answer = ours.post(f"{CASE_URL}/standing", json={"stage": "planning", "smc": "partner"})
    assert (answer.status_code, answer.json()["code"]) == (422, "node.co_ordination_by_both")
    assert ours.get(CASE_URL).json()["standing"]["smc"] == "ours"


def test_the_partner_s_case_is_moved_on_our_own_board_only(two: Two, theirs: Browser) -> None:
    assert theirs.get(CASE_URL).json()["standing"]["smc"] == "partner"
    theirs.post(f"{CASE_URL}/standing", json={"stage": "operations", "smc": "partner"})
    assert theirs.get(CASE_URL).json()["standing"]["stage"] == "operations"
    assert cases.case(two.dz, CASE_ID).standing.office != "coast guard"


def test_who_may_only_read_moves_nothing(two: Two) -> None:
    auditor = Browser(two.dz).enter("court", ("auditor",))
    answer = auditor.post(f"{CASE_URL}/standing", json={"stage": "planning", "smc": "ours"})
    assert (answer.status_code, answer.json()["code"]) == (403, "api.not_your_role")


def test_the_log_names_the_office_of_every_act_and_why_a_drift_failed(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as both:
        watch = Browser(both.dz).enter("watch")
        watch.post("/api/v1/cases", json={"document": CASE})
        watch.post(f"{CASE_URL}/drift")
        job = outbox.claim(both.dz, "drift")
        assert job is not None
        with pytest.raises(InvalidInput) as caught:
            cases.case(both.dz, "no-such-case")
        outbox.fail(both.dz, job, caught.value, again=False)
        watch.post(f"{CASE_URL}/standing", json={"stage": "planning", "smc": "ours"})
        lines = watch.get(f"{CASE_URL}/timeline").json()["lines"]
        assert [(each["kind"], each["office"]) for each in lines] == [
            ("moved", "watch"),
            ("drift_failed", None),
            ("drift_asked", "watch"),
            ("opened", "watch"),
        ]
        assert lines[1]["problem"]["code"] == "node.no_such_case"
        assert [each["kind"] for each in watch.get("/api/v1/alarms").json()] == ["drift_failed"]


def test_a_release_names_its_office_on_both_screens(ours: Browser, theirs: Browser) -> None:
    for screen, kind in ((ours, "released"), (theirs, "arrived")):
        lines = screen.get(f"{CASE_URL}/timeline").json()["lines"]
        assert [each["office"] for each in lines if each["kind"] == kind] == ["rescue centre"]


def test_every_table_is_json_and_csv_at_one_address(two: Two, ours: Browser) -> None:
    record = f"/api/v1/agreements/{two.agreement_id}"
    tables = ("/api/v1/cases", "/api/v1/overview", "/api/v1/offices", "/api/v1/acts", f"{record}/exchange")
    for table in (*tables, f"{record}/logs/own/entries"):
        plain, named, rows = (ours.get(f"{table}{ending}") for ending in ("", ".json", ".csv"))
        assert [each.status_code for each in (plain, named, rows)] == [200, 200, 200], table
        if not table.endswith("acts"):  # an act more is kept with each question that writes
            assert named.json() == plain.json()
        assert not any(each in rows.text for each in "\u2066\u2067\u2068\u2069\ufeff")
    assert ours.get(f"{CASE_URL}/log.csv").text.startswith("at,kind,sentence,office,log,position\r\n")
    points = ours.get(f"{CASE_URL}/timeline.geojson").json()["features"]
    assert len(points) == len(ours.get(f"{CASE_URL}/timeline").json()["hours"])


@pytest.mark.parametrize("hidden", UNSEEN)
def test_a_cell_hides_no_character(hidden: str) -> None:
    assert hidden not in safe_cell(f"a{hidden}b")
    assert safe_cell(f"a{hidden}b").startswith("a\\u")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u200b=1", "＝1"])
def test_a_cell_is_no_formula(text: str) -> None:
    assert safe_cell(text)[0] in "'\\"


def test_who_runs_and_who_audits_sees_the_offices_and_nobody_else(two: Two) -> None:
    for role, status in (("operator", 200), ("auditor", 200), ("drafter", 403), ("approver", 403)):
        desk = Browser(two.dz).enter(f"desk of a {role}", (role,))  # type: ignore[arg-type]
        for table in ("offices", "offices.csv", "offices.json", "acts", "acts.csv"):
            assert desk.get(f"/api/v1/{table}").status_code == status, (role, table)
