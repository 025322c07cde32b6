"""Sweep widths. Authority: every cell of the printed tables, and cells asserted from the reference without them."""

import csv
import re
from collections import defaultdict

import pytest

from comity.ground import M_PER_FOOT, M_PER_NM, M_S_PER_KNOT, InvalidInput
from comity.rescue import (
    LATERAL_RANGES,
    LEEWAY_CLASSES,
    OF_LEEWAY,
    PATTERNS,
    SEARCH_OBJECTS,
    SURVIVAL_MODELS,
    SWEEP_TABLES,
    Conditions,
    SweepWidth,
    lateral_range_word,
    leeway_class,
    pattern_word,
    platform_word,
    search_object_of,
    search_object_word,
    survival_word,
    sweep_factor_word,
    sweep_width,
)
from tests.house.sources import ROOT
from tests.shared_data import SHARED, needs_shared

TABLES = SHARED / "rescue"
FAIR_KT = {"helicopter": 90.0, "fixed_wing": 180.0, "boat": 10.0, "vessel_amsa": 10.0, "merchant_ship": 15.0}
"""Speeds whose factor is 1."""
PLATFORMS = {"Helicopter": "helicopter", "Aircraft": "fixed_wing", "Boat": "boat"}


def seen(
    search_object: str,
    platform: str,
    *,
    feet: float | None = 500,
    miles: float = 10,
    wind_kt: float = 0,
    sea_m: float = 0,
    knots: float | None = None,
    **options,
) -> SweepWidth:
    return sweep_width(
        search_object,
        platform,
        altitude_m=None if feet is None else feet * M_PER_FOOT,
        conditions=Conditions(miles * M_PER_NM, wind_kt * M_S_PER_KNOT, sea_m),
        speed_m_s=(knots or FAIR_KT[platform]) * M_S_PER_KNOT,
        **{"is_tired": False, **options},
    )


def miles(found: SweepWidth) -> float:
    return found.sweep_width_m / M_PER_NM


def factor(found: SweepWidth, name: str) -> float:
    return next(each.value for each in found.factors if each.name == name)


def key_of(printed: str) -> str:
    """Our key of an object as the tables print it."""
    words = re.sub(r"[≤≥]\s*", "", printed).lower().removeprefix("life ").removesuffix(" person")
    return words.replace(" ", "_")


def rows_of(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_the_cells_that_the_reference_prints():
    raft = [miles(seen("raft_6", "helicopter", miles=far)) for far in (1, 3, 5, 10, 15, 20)]
    assert raft == pytest.approx([0.5, 1.4, 1.9, 2.7, 3.2, 3.5])
    assert miles(seen("person_in_water", "helicopter")) == pytest.approx(0.1)
    assert miles(seen("sail_boat_50ft", "fixed_wing", miles=1)) == pytest.approx(0.6)  # AMSA prints 0.8
    speeds = [factor(seen("person_in_water", "helicopter", knots=knots), "speed") for knots in (60, 90, 120, 140)]
    assert speeds == [1.5, 1.0, 0.8, 0.7]


@needs_shared
def test_every_cell_of_the_uncorrected_table_is_the_printed_one():
    """A printed row holds up to the next one's visibility, so the cells between are checked too."""
    printed: dict[tuple[str, str, float], dict[float, float]] = defaultdict(dict)
    for row in rows_of("sweep_width_uncorrected.csv"):
        cell = (key_of(row["object"]), PLATFORMS[row["platform"]], float(row["height"].removesuffix("ft")))
        printed[cell][float(row["visibility_nm_from"])] = float(row["sweep_width_nm"])
    assert len(printed) == 450
    checked = 0
    for (thing, platform, feet), cells in printed.items():
        for far in (1, 3, 5, 10, 15, 20, 30):
            due = cells[max(each for each in cells if each <= far)]
            found = SWEEP_TABLES[platform].rows[thing][feet][SWEEP_TABLES[platform].visibility.index(far)]
            assert found == due, (thing, platform, feet, far)
            checked += 1
    assert checked == 3150


@needs_shared
def test_every_cell_of_the_australian_tables_is_the_printed_one():
    vessel, ship = rows_of("sweep_width_vessel_amsa_km.csv"), rows_of("sweep_width_merchant_ship.csv")
    assert (len(vessel), len(ship)) == (108, 45)
    for row in vessel:
        table = SWEEP_TABLES["vessel_amsa"]
        widths = table.rows[key_of(row["object"])][float(row["eye_height_ft"])]
        assert widths[table.visibility.index(float(row["visibility_km"]))] == float(row["sweep_width_nm"])
    for row in ship:
        table = SWEEP_TABLES["merchant_ship"]
        thing = key_of(row["object"]).replace("<", "").replace("_m", "m")
        widths = table.rows[thing][None]
        assert widths[table.visibility.index(float(row["visibility_km"]))] == float(row["sweep_width_nm"])


@needs_shared
def test_every_correction_is_the_printed_one():
    for row in rows_of("sweep_width_speed_correction.csv"):
        found = seen(key_of(row["object"]), PLATFORMS[row["platform"]], knots=float(row["speed_kt"]))
        assert factor(found, "speed") == pytest.approx(float(row["factor"])), row
    things = {"small": "raft_6", "other": "ship_120ft"}
    for row in rows_of("sweep_width_weather_correction.csv"):
        wind_kt = (float(row["wind_kt_from"]) + float(row["wind_kt_to"] or 50)) / 2
        scheme = "iamsar" if row["scheme"].startswith("IAMSAR") else "amsa"
        found = seen(things[row["object_class"].split()[0]], "helicopter", wind_kt=wind_kt, weather=scheme)
        assert factor(found, "weather") == float(row["factor"]), row
    for row in rows_of("sweep_width_fatigue_correction.csv"):
        found = seen("raft_6", "helicopter", is_tired=bool(int(row["fatigued"])))
        assert factor(found, "fatigue") == float(row["factor"])


@needs_shared
def test_what_the_weather_hides_is_what_the_table_calls_small():
    for row in rows_of("sweep_width_uncorrected.csv"):
        found = seen(key_of(row["object"]), "helicopter", wind_kt=20)
        assert factor(found, "weather") == (0.5 if row["weather_class"] == "small" else 0.9), row


def test_a_sweep_width_is_the_product_of_its_factors_and_each_says_its_source():
    found = seen("raft_6", "helicopter", wind_kt=20, knots=120, is_tired=True)
    assert [each.name for each in found.factors] == ["uncorrected", "weather", "speed", "fatigue"]
    assert miles(found) == pytest.approx(2.7 * 0.5 * 0.9 * 0.9)
    assert all(each.source for each in found.factors)
    assert found.factors[0].taken == {"object": "raft_6", "visibility_nm": 10, "height_ft": 500}


def test_the_worse_of_wind_and_sea_counts():
    weather = [
        factor(seen("raft_6", "helicopter", wind_kt=wind_kt, sea_m=sea_m), "weather")
        for wind_kt, sea_m in ((15, 1.0), (15.1, 1.0), (15, 1.1), (25, 1.5), (25.1, 0), (0, 1.6))
    ]
    assert weather == [1.0, 0.5, 0.5, 0.5, 0.25, 0.25]


def test_a_row_holds_until_the_next_and_the_nearest_height_is_taken_and_said():
    found = seen("raft_6", "helicopter", feet=430, miles=9.9)
    assert miles(found) == pytest.approx(1.9)
    assert found.factors[0].taken["height_ft"] == 500
    assert found.factors[0].taken["visibility_nm"] == 5
    assert found.factors[0].asked == pytest.approx({"height_ft": 430, "visibility_nm": 9.9})


def test_the_speed_factor_goes_straight_between_columns_and_stays_below_them():
    speeds = [factor(seen("person_in_water", "helicopter", knots=knots), "speed") for knots in (30, 75, 105, 150)]
    assert speeds == pytest.approx([1.5, 1.25, 0.9, 0.7])
    assert factor(seen("person_in_water", "boat", feet=None, knots=30), "speed") == 1.0


def test_a_flotation_device_counts_from_an_aircraft_at_500_feet_only():
    assert miles(seen("person_in_water", "helicopter", wears_flotation=True)) == pytest.approx(0.4)
    for thing, feet in (("person_in_water", 1000), ("raft_6", 500)):
        with pytest.raises(InvalidInput, match="does not widen"):
            seen(thing, "helicopter", feet=feet, wears_flotation=True)


def test_a_ship_s_boats_go_by_their_length():
    assert miles(seen("power_boat_33ft", "merchant_ship", feet=None, miles=11)) == pytest.approx(7.6)  # 20 km, < 12 m
    assert miles(seen("raft_10", "merchant_ship", feet=None, miles=11)) == pytest.approx(5.0)  # as for 6 persons


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"miles": 0}, "The visibility is 0 nm. The sweep widths of helicopter begin at 1 nm"),
        ({"feet": 5000}, "5000 feet. Its sweep widths are tabulated from 300 to 3000 feet"),
        ({"feet": 100}, "100 feet"),
        ({"feet": None}, "nan feet"),
        ({"knots": 200}, "searches at 200 knots"),
        ({"search_object": "raft_5"}, "no search object 'raft_5'.*did you mean one of these: raft_25|raft_15"),
        ({"platform": "drone"}, "no sweep widths for a platform 'drone'"),
        ({"search_object": "ship_120ft", "platform": "merchant_ship"}, "no row for ship_120ft"),
        ({"weather": "home"}, "no weather factors 'home'"),
    ],
)
def test_what_the_tables_do_not_reach_is_refused(settings, words):
    FAIR_KT.setdefault("drone", 50.0)
    with pytest.raises(InvalidInput, match=f"(?i){words}"):
        seen(**{"search_object": "raft_6", "platform": "helicopter", **settings})


def test_a_leeway_class_is_looked_for_as_an_object_of_the_tables_or_the_officer_chooses():
    assert search_object_of(leeway_class(26)) == "raft_4"
    with pytest.raises(InvalidInput, match=r"No sweep width is tabulated for FISHING-VESSEL-1"):
        search_object_of(leeway_class("FISHING-VESSEL-1"))
    assert len(OF_LEEWAY) == 42
    assert set(OF_LEEWAY) < {each.key for each in LEEWAY_CLASSES}
    assert set(OF_LEEWAY.values()) < set(SEARCH_OBJECTS)


def test_what_this_room_names_by_a_key_has_its_word():
    """The house test asks for all three languages; this one for every key."""
    english = (ROOT / "locale" / "en.ftl").read_text("utf-8")
    words = [
        *map(pattern_word, PATTERNS),
        *map(platform_word, SWEEP_TABLES),
        *map(search_object_word, SEARCH_OBJECTS),
        *map(lateral_range_word, LATERAL_RANGES),
        *map(survival_word, SURVIVAL_MODELS),
        *(sweep_factor_word(each.name) for each in seen("raft_6", "helicopter").factors),
    ]
    for word in words:
        assert f"\n{word} = " in english, word
