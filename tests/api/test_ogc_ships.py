"""Ships on the map of other programs: tracks as they were heard, and of the partner only what it released."""

from pathlib import Path

import pytest
import shapely

from comity.ground import MS_PER_HOUR
from comity.node.pages.map_collections import COLLECTIONS
from comity.node.services import maritime_releases
from tests.api.browsers import Browser
from tests.two_nodes.test_maritime_releases import BEGINS_MS, HOURS, decide, hear, of, receive
from tests.two_nodes.two import Two, two_nodes


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory):
    """Algeria has heard ships for some hours and released what may leave."""
    folder: Path = tmp_path_factory.mktemp("nodes")
    with two_nodes(folder) as both:
        both.sign_memorandum()
        hear(both)
        decide(both)
        for item in ("maritime.contact", "maritime.detection"):
            maritime_releases.send(both.dz, both.agreement_id, of(item), office="working group")
        receive(both)
        yield both


def items(node, collection: str, **asked):
    answer = Browser(node).enter("watch").get(f"/ogc/collections/{collection}/items", params={"limit": 1000, **asked})
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_a_track_is_a_line_through_the_last_day(two: Two) -> None:
    found = items(two.dz, "tracks")
    assert found["numberMatched"] > 10
    for each in found["features"]:
        line = shapely.geometry.shape(each["geometry"])
        assert line.geom_type in ("LineString", "MultiLineString")
        assert each["properties"]["fixes"] <= HOURS * 12 + 1
        assert each["id"] == str(each["properties"]["mmsi"])
    boxed = items(two.dz, "tracks", bbox="-10,30,0,45")
    assert 0 < boxed["numberMatched"] < found["numberMatched"]
    assert items(two.us, "tracks")["numberMatched"] == 0


def test_the_partner_s_contacts_are_shown_as_coarse_as_they_came(two: Two) -> None:
    found = items(two.us, "contacts")
    assert {each["properties"]["kind"] for each in found["features"]} == {"maritime.contact", "maritime.detection"}
    for each in found["features"]:
        lon_deg, lat_deg = each["geometry"]["coordinates"]
        grid = 20 if each["properties"]["kind"] == "maritime.detection" else 10
        assert (lon_deg * grid, lat_deg * grid) == pytest.approx((round(lon_deg * grid), round(lat_deg * grid)))
        assert not {"mmsi", "shipname"} & set(each["properties"])
        assert each["properties"]["party"] == "DZ"
    assert len({each["id"] for each in found["features"]}) == len(found["features"])
    assert items(two.dz, "contacts")["numberMatched"] == 0


def test_no_ship_is_shown_while_nothing_listens(two: Two) -> None:
    assert items(two.dz, "ships")["features"] == []
    assert list(COLLECTIONS) == ["cases", "areas", "legs", "ships", "tracks", "contacts"]


def test_the_api_shows_what_would_leave_and_what_arrived(two: Two) -> None:
    body = {
        "item": "maritime.contact",
        "from_ms": BEGINS_MS,
        "until_ms": BEGINS_MS + HOURS * MS_PER_HOUR,
        "purpose": "maritime_safety",
        "preview": True,
    }
    path = f"/api/v1/agreements/{two.agreement_id}/maritime/releases"
    answer = Browser(two.dz).enter("watch").post(path, json=body)
    assert answer.status_code == 200, answer.text
    shown = answer.json()
    assert (shown["rule"], shown["clause"], shown["positions"]) == ("4.2/ais-coarse", "4.2", [])
    assert "mmsi" in shown["withheld"]
    arrived = Browser(two.us).enter("watch").get("/api/v1/maritime/received?item=maritime.contact").json()
    assert {each["clause"] for each in arrived["records"]} == {"4.2"}
    assert len(arrived["records"]) == shown["released"]
