"""OCDS read: published files and our own come back equal on the mapped fields; what is wrong has its path and value.

Authorities: the standard's own fictional example and a real Paraguayan release (where they are at hand); for our own
files, the record that the release was written from.
"""

from typing import Any

import orjson
import pytest

from comity.files.standards.ocds import record_package, release_package
from comity.files.standards.ocds_cases import FlowSeen
from comity.files.standards.ocds_reading import read_releases, write_releases
from comity.ground import InvalidInput
from tests.files.standards.records import SIGNED_MS, payment
from tests.files.standards.test_ocds import COURSES, PUBLISHER, RECORD, case
from tests.shared_data import SHARED, needs_shared

PUBLISHED = {"ocds_fictional_example_1.1.json": (6, 2), "ocds_paraguay_release.json": (1, 1)}
"""Releases and payments of each published file, counted by hand."""

MONEY = {"amount": 12.5, "currency": "USD"}
WHOLE: dict[str, Any] = {
    "version": "1.1",
    "releases": [
        {
            "ocid": "ocds-213czf-1",
            "id": "r-1",
            "date": "2026-01-01T00:00:00Z",
            "tag": ["contract"],
            "contracts": [
                {
                    "id": "c",
                    "value": MONEY,
                    "items": [{"id": "i", "quantity": 3}],
                    "implementation": {"transactions": [{"id": "p", "value": MONEY, "date": "2026-02-01T00:00:00Z"}]},
                }
            ],
        }
    ],
}


@needs_shared
@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_file_comes_back_on_the_mapped_fields(name):
    data = (SHARED / "cooperation" / name).read_bytes()
    found = read_releases(data)
    payments = [each for release in found.releases for deal in release.deals for each in deal.get("payments", ())]
    assert (len(found.releases), len(payments)) == PUBLISHED[name]
    again = read_releases(write_releases(found.releases))
    assert again.releases == found.releases
    assert not again.left_out


@needs_shared
def test_a_published_contract_says_what_its_file_says():
    name = "ocds_paraguay_release.json"
    data = orjson.loads((SHARED / "cooperation" / name).read_bytes())
    (release,) = read_releases(orjson.dumps(data)).releases
    (deal,) = release.deals
    said = data["releases"][0]["contracts"][0]
    assert (deal["title"], deal["value"]) == ({"es": said["title"]}, {"amount_minor": 17_875_000, "currency": "PYG"})
    assert [(each["id"], each["quantity"]) for each in deal["items"]] == [
        (each["id"], each["quantity"]) for each in said["items"]
    ]
    (paid,) = deal["payments"]
    assert paid["amount"] == {"amount_minor": 2_372_509, "currency": "PYG"}, "a currency without decimals"


@pytest.mark.parametrize("package", [record_package, release_package])
def test_what_we_write_is_read_as_the_record_that_it_was_written_from(package):
    flows = [FlowSeen(payment("p-1", 500), "confirmed")]
    found = read_releases(package([case(COURSES[0], flows=flows)], PUBLISHER, published_ms=SIGNED_MS))
    assert len(found.releases) == len(COURSES[0])
    deal, record = found.releases[-1].deals[-1], dict[str, Any](RECORD)
    assert (deal["title"], deal["value"]) == (RECORD["title"], RECORD["value"])
    assert deal["items"] == [
        {name: each[name] for name in ("id", "title", "category", "quantity", "unit")} for each in record["items"]
    ]
    assert [(each["id"], each["due_ms"]) for each in deal["milestones"]] == [
        (each["id"], each["due_ms"]) for each in record["milestones"]
    ]
    (paid,) = deal["payments"]
    assert paid["amount"] == flows[0].flow["amount"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("version", "1.0"),
        ("releases", {}),
        ("releases/0/ocid", None),
        ("releases/0/date", "yesterday"),
        ("releases/0/tag", "contract"),
        ("releases/0/contracts/0/value/amount", "12.50"),
        ("releases/0/contracts/0/value/amount", 12.505),
        ("releases/0/contracts/0/value/amount", True),
        ("releases/0/contracts/0/value/currency", "dollars"),
        ("releases/0/contracts/0/items/0/quantity", "three"),
        ("releases/0/contracts/0/implementation/transactions/0/date", "2026-02-30T00:00:00Z"),
        ("releases/0/contracts/0/implementation/transactions/0/value", 5),
    ],
)
def test_what_is_wrong_is_said_with_its_path_and_value_and_nothing_is_kept(path, value):
    package = orjson.loads(orjson.dumps(WHOLE))
    *way, last = path.split("/")
    place: Any = package
    for each in way:
        place = place[int(each)] if isinstance(place, list) else place[each]
    place[last] = value
    with pytest.raises(InvalidInput) as found:
        read_releases(orjson.dumps(package))
    assert found.value.code == "files.ocds_value"
    assert found.value.values["path"].startswith(path)
    assert str(value) in found.value.values["value"] or isinstance(value, int)


def test_what_is_not_taken_over_is_counted_by_its_path():
    package = orjson.loads(orjson.dumps(WHOLE))
    package["releases"][0]["contracts"][0]["documents"] = []
    package["releases"][0]["buyer"] = {"id": "x"}
    assert read_releases(orjson.dumps(package)).left_out == {"releases/buyer": 1, "releases/contracts/documents": 1}


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"null", b'"x"', b"[" * 2000])
def test_a_file_that_is_no_package_is_refused(data):
    with pytest.raises(InvalidInput) as found:
        read_releases(data)
    assert found.value.code in ("files.ocds_unreadable", "files.ocds_value")


def changed_release(**said: Any) -> bytes:
    release = {**WHOLE["releases"][0], **said}
    return orjson.dumps({**WHOLE, "releases": [release]})


def changed_contract(**said: Any) -> bytes:
    return changed_release(contracts=[{**WHOLE["releases"][0]["contracts"][0], **said}])


def test_what_the_schema_lets_be_empty_is_read_as_not_said():
    """Authority: release-schema.json of OCDS 1.1.5, where these places take null."""
    payer = {"id": "DZ", "name": None}
    paid = [{"id": "p", "value": {"amount": None, "currency": "USD"}, "payer": payer}]
    data = changed_contract(value={"amount": 1, "currency": None}, implementation={"transactions": paid})
    found = read_releases(data)
    (deal,) = found.releases[0].deals
    assert "value" not in deal
    assert deal["payments"] == [{"id": "p", "from": {"id": "DZ"}}]
    assert found.left_out == {
        "releases/contracts/value/amount": 1,
        "releases/contracts/implementation/transactions/value/currency": 1,
    }
    assert read_releases(changed_release(language=None)).releases[0].language == "en"


def test_a_contract_signed_before_1970_comes_back():
    found = read_releases(changed_contract(dateSigned="1962-07-05T00:00:00Z"))
    assert found.releases[0].deals[0]["signed_ms"] == -236_476_800_000
    assert read_releases(write_releases(found.releases)).releases == found.releases


@pytest.mark.parametrize(("said", "code"), [("fil", "fil"), ("fr-CA", "fr"), ("AR", "ar")])
def test_a_language_is_its_whole_code_without_its_region(said, code):
    assert read_releases(changed_release(language=said)).releases[0].language == code


@pytest.mark.parametrize("language", ["", "e", "french", 1, []])
def test_a_language_that_is_none_is_refused(language):
    with pytest.raises(InvalidInput):
        read_releases(changed_release(language=language))


@pytest.mark.parametrize(
    "said",
    [
        {"period": 0},
        {"period": ""},
        {"period": False},
        {"items": [{"id": "i", "unit": ""}]},
        {"items": [{"id": "i", "classification": []}]},
        {"dateSigned": -1},
    ],
)
def test_a_block_that_is_no_block_is_refused(said):
    with pytest.raises(InvalidInput):
        read_releases(changed_contract(**said))


def test_two_titles_in_one_language_leave_one_out_and_say_so():
    held = [{"id": "c", "title": "radios", "title_fr": "postes", "title_en": "radio sets"}]
    found = read_releases(changed_release(contracts=held, language="fr"))
    assert found.releases[0].deals[0]["title"] == {"fr": "radios", "en": "radio sets"}
    assert found.left_out == {"releases/contracts/title_fr": 1}
