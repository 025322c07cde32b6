"""The store of positions: durable before acknowledged, unique by ship and instant, the same however the rows came."""

import threading
from contextlib import suppress
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.files import PositionStore, StoredPositions
from comity.ground import InvalidInput, Refused, Untrusted, parse_instant
from comity.maritime import DETECTIONS, MESSAGES, POSITIONS, STATICS
from tests.files.position_store_walk import in_memory

NOON_MS = parse_instant("2026-03-01T12:00:00Z")
NOW_MS = parse_instant("2026-03-05T00:00:00Z")
HOUR_MS = 3_600_000
DAY_MS = 24 * HOUR_MS


def positions(*fixes, station="a"):
    """Positions of (mmsi, t_ms, lat_deg), and perhaps the instant of reception."""
    rows = [(*each, each[1])[:4] for each in fixes]
    n = len(rows)
    columns = {
        "mmsi": [each[0] for each in rows],
        "t_ms": [each[1] for each in rows],
        "lat_deg": [float(each[2]) for each in rows],
        "lon_deg": [3.0] * n,
        "received_ms": [each[3] for each in rows],
        "station": [station] * n,
        "nav_status": [0] * n,
        "utc_second": [60] * n,
        "is_accurate": [False] * n,
        "msg_type": [1] * n,
    }
    nothing = {name: [np.nan] * n for name in ("sog_m_s", "cog_deg", "heading_deg", "rot_deg_min")}
    whole = columns | nothing
    return pa.table({each.name: pa.array(whole[each.name], each.type) for each in POSITIONS}, schema=POSITIONS)


def statics(*said):
    """What ships say: (mmsi, t_ms, shipname)."""
    row: dict[str, Any] = dict.fromkeys(("imo", "to_bow_m", "to_stern_m", "to_port_m", "to_starboard_m"), 0)
    row |= dict.fromkeys(("callsign", "destination", "eta"), "")
    row |= {"ship_type": 70, "draught_m": np.nan, "msg_type": 5, "station": "a"}
    rows = [row | {"mmsi": mmsi, "t_ms": t_ms, "shipname": name} for mmsi, t_ms, name in said]
    return pa.Table.from_pylist(rows, schema=STATICS)


def fixes_of(folder: Path):
    store = StoredPositions(folder)
    days = [store.read_day(day) for day in store.days()]
    return [
        (row["mmsi"], row["t_ms"], row["lat_deg"]) for table in days for row in table.to_pylist()
    ]  # fmt: skip


def test_what_was_appended_is_read_at_once_and_after_it_is_sealed(tmp_path):
    with PositionStore(tmp_path / "store") as store:
        store.append(positions((2, NOON_MS, 36.0), (1, NOON_MS + 1, 37.0)))
        before = fixes_of(tmp_path / "store")
        counts = store.seal(NOW_MS)
    assert before == fixes_of(tmp_path / "store") == [(1, NOON_MS + 1, 37.0), (2, NOON_MS, 36.0)]
    assert counts["added"] == 2


def test_every_kind_of_row_comes_back_as_it_went_in(tmp_path):
    message = {"mmsi": 1, "t_ms": NOON_MS, "msg_type": 14, "dest_mmsi": 0, "dac": -1, "fid": -1, "text": "MAYDAY",
               "lat_deg": np.nan, "lon_deg": np.nan, "station": "a"}  # fmt: skip
    seen = {"detection_id": "s1", "t_ms": NOON_MS, "lat_deg": 36.0, "lon_deg": 3.0, "sensor": "sar", "length_m": 80.0,
            "score": 0.9, "scene": "S1A", "source": "x"}  # fmt: skip
    tables = {
        "positions": positions((1, NOON_MS, 36.0)),
        "statics": statics((1, NOON_MS, "EXAMPLE")),
        "messages": pa.Table.from_pylist([message], schema=MESSAGES),
        "detections": pa.Table.from_pylist([seen], schema=DETECTIONS),
    }
    with PositionStore(tmp_path) as store:
        store.append(*tables.values())
        store.append(*tables.values())
        store.seal(NOW_MS)
        store.compact(NOW_MS)
    for kind, table in tables.items():
        read = StoredPositions(tmp_path).read_day("2026-03-01", kind)
        assert str(read.to_pylist()) == str(table.to_pylist()), kind
        assert read.schema.equals(table.schema), kind


@pytest.mark.parametrize("late", [False, True])
def test_of_two_reports_of_one_instant_the_one_received_first_stays_whichever_came_first(tmp_path, late):
    first, second = positions((1, NOON_MS, 38.0, NOON_MS + 5)), positions((1, NOON_MS, 37.0, NOON_MS + 9))
    with PositionStore(tmp_path) as store:
        for each in (second, first) if late else (first, second):
            store.append(each)
            store.seal(NOW_MS)
        assert store.manifest.of("positions", "2026-03-01")[0].rows == 1
    assert fixes_of(tmp_path) == [(1, NOON_MS, 38.0)]


FIX = st.tuples(
    st.integers(1, 3),
    st.integers(0, 4).map(lambda n: NOON_MS + n * 10 * HOUR_MS),
    st.integers(-90, 90),
    st.integers(0, 1),
).map(lambda each: (each[0], each[1], each[2], each[1] + each[3]))


@given(fixes=st.lists(FIX, min_size=1, max_size=12), cuts=st.lists(st.integers(0, 12), max_size=3), data=st.data())
def test_the_content_does_not_depend_on_how_the_rows_were_cut_or_shuffled(fixes, cuts, data):
    shuffled = data.draw(st.permutations(fixes))
    edges = [0, *sorted(min(cut, len(fixes)) for cut in cuts), len(fixes)]
    with in_memory() as folder:
        with PositionStore(folder / "one") as store, store.importing(NOW_MS) as change:
            change.add("positions", positions(*fixes))
        rows = rows_of_files_in_pieces(folder / "other", shuffled, edges)
        assert fixes_of(folder / "one") == fixes_of(folder / "other")
        assert rows == len(fixes_of(folder / "one")), "a ship's instant stands in two files"


def rows_of_files_in_pieces(folder, shuffled, edges):
    """Hand rows in by pieces, each sealed; return how many rows the files hold before they are compacted."""
    with PositionStore(folder) as store:
        for begin, end in pairwise(edges):
            if begin < end:
                store.append(positions(*shuffled[begin:end]))
                store.seal(NOW_MS)
        rows = sum(each.rows for each in store.manifest.files)
        store.compact(NOW_MS)
    return rows


def test_an_import_that_ends_in_an_error_leaves_the_store_as_it_was(tmp_path):
    with PositionStore(tmp_path) as store:
        store.append(positions((1, NOON_MS, 36.0)))
        store.seal(NOW_MS)
        files = sorted(each.name for each in tmp_path.rglob("*.parquet"))
        with suppress(Refused), store.importing(NOW_MS) as change:
            change.add("positions", positions((2, NOON_MS, 36.0), (3, NOON_MS + DAY_MS, 36.0)))
            raise Refused("test.refused", "no", why="no", remedy="no", article="1")
        assert sorted(each.name for each in tmp_path.rglob("*.parquet")) == files
    assert fixes_of(tmp_path) == [(1, NOON_MS, 36.0)]


def test_late_rows_stand_in_a_file_of_their_own_day_until_it_is_compacted(tmp_path):
    with PositionStore(tmp_path) as store:
        for fix in ((1, NOON_MS, 36.0), (1, NOON_MS + DAY_MS, 37.0), (2, NOON_MS + 1, 38.0)):
            store.append(positions(fix))
            store.seal(NOW_MS)
        assert [each.day for each in store.manifest.files] == ["2026-03-01", "2026-03-01", "2026-03-02"]
        before = fixes_of(tmp_path)
        assert store.compact(NOW_MS) == 1
        assert [each.rows for each in store.manifest.files] == [2, 1]
        assert len(store.manifest.retired) == 2
        store.append(positions((9, NOON_MS, 36.0)))
        store.seal(NOW_MS + 2 * HOUR_MS)
    assert before == [each for each in fixes_of(tmp_path) if each[0] != 9]
    assert len(list(tmp_path.glob("positions/*/*.parquet"))) == 3, "what was replaced is gone after an hour"


def test_retention_removes_whole_days_at_once_and_says_so(tmp_path):
    with PositionStore(tmp_path) as store:
        store.append(positions(*((1, NOON_MS + n * DAY_MS, 36.0) for n in range(4))), statics((1, NOON_MS, "EXAMPLE")))
        store.seal(NOW_MS)
        store.append(positions((2, NOON_MS, 36.0), (2, NOON_MS + 3 * DAY_MS, 36.0)))
        store.retain(2, NOON_MS + 3 * DAY_MS)
        assert (store.manifest.kept_from, store.manifest.removed_rows) == ("2026-03-03", 4)
        store.append(positions((3, NOON_MS, 36.0)))
        assert store.seal(NOW_MS)["before-retention"] == 1
    assert [each[1] for each in fixes_of(tmp_path)] == [NOON_MS + n * DAY_MS for n in (2, 3, 3)]
    assert {each.parent.name for each in tmp_path.rglob("*.parquet")} == {"day=2026-03-03", "day=2026-03-04"}
    with PositionStore(tmp_path) as store, pytest.raises(InvalidInput, match="0 days"):
        store.retain(0, NOW_MS)


def test_one_process_writes_and_any_number_read(tmp_path):
    with PositionStore(tmp_path) as store:
        store.append(positions((1, NOON_MS, 36.0)))
        with pytest.raises(InvalidInput) as error:
            PositionStore(tmp_path)
        assert error.value.code == "files.store_in_use"
        assert fixes_of(tmp_path) == fixes_of(tmp_path)
    PositionStore(tmp_path).close()


def test_names_are_a_history_however_often_they_are_said(tmp_path):
    said = [(1, NOON_MS + n * 60_000, "EXAMPLE ONE" if n < 90 else "EXAMPLE TWO") for n in range(180)]
    with PositionStore(tmp_path) as store:
        for begin in (60, 0, 120):
            store.append(statics=statics(*said[begin : begin + 60]))
            store.seal(NOW_MS)
        read = StoredPositions(tmp_path).read_day("2026-03-01", "statics")
        names = [(row["t_ms"], row["shipname"]) for row in read.to_pylist()]
    assert names == [
        (NOON_MS, "EXAMPLE ONE"),
        (NOON_MS + HOUR_MS, "EXAMPLE ONE"),
        (NOON_MS + 90 * 60_000, "EXAMPLE TWO"),
        (NOON_MS + 2 * HOUR_MS, "EXAMPLE TWO"),
    ]


def test_a_record_that_is_wrong_before_good_ones_is_damage_and_is_said(tmp_path):
    with PositionStore(tmp_path) as store:
        for n in range(3):
            store.append(positions((1, NOON_MS + n, 36.0)))
    (segment,) = (tmp_path / "log").glob("*.log")
    data = bytearray(segment.read_bytes())
    data[200] ^= 1
    segment.write_bytes(data)
    with pytest.raises(Untrusted, match="good ones follow"):
        PositionStore(tmp_path)
    with pytest.raises(Untrusted):
        StoredPositions(tmp_path).days()


def test_a_record_that_was_cut_off_at_the_end_is_cut_away_for_good(tmp_path):
    with PositionStore(tmp_path) as store:
        store.append(positions((1, NOON_MS, 36.0)))
        store.append(positions((2, NOON_MS, 36.0)))
    (segment,) = (tmp_path / "log").glob("*.log")
    segment.write_bytes(segment.read_bytes()[:-5])
    for _ in range(3):
        PositionStore(tmp_path).close()
    with PositionStore(tmp_path) as store:
        store.append(positions((3, NOON_MS, 36.0)))
        store.seal(NOW_MS)
    assert [each[0] for each in fixes_of(tmp_path)] == [1, 3]


def test_a_sealed_file_that_is_gone_or_changed_is_damage(tmp_path):
    with PositionStore(tmp_path) as store:
        store.append(positions((1, NOON_MS, 36.0)))
        store.seal(NOW_MS)
    (file,) = tmp_path.glob("positions/*/*.parquet")
    file.write_bytes(file.read_bytes()[:-10])
    with pytest.raises(Untrusted, match="of another size"):
        PositionStore(tmp_path)
    with pytest.raises(Untrusted) as error:
        fixes_of(tmp_path)
    assert error.value.code == "files.store_damaged"


def test_a_folder_without_a_store_is_said(tmp_path):
    with pytest.raises(InvalidInput) as error:
        StoredPositions(tmp_path).days()
    assert error.value.code == "files.no_store"


def test_rows_are_appended_and_read_while_others_are_sealed(tmp_path):
    batches, seen = 40, []
    with PositionStore(tmp_path) as store:
        store.append(positions((1, NOON_MS - 1, 36.0)))

        def append():
            for n in range(batches):
                store.append(positions((1, NOON_MS + n, 36.0)))

        appending = threading.Thread(target=append)
        appending.start()
        while appending.is_alive():
            store.seal(NOW_MS)
            seen.append(len(fixes_of(tmp_path)))
        appending.join()
        store.compact(NOW_MS)
    assert len(fixes_of(tmp_path)) == batches + 1
    assert seen == sorted(seen), "what was seen once is seen ever after"
