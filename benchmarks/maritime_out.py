"""What leaves of the maritime picture, in figures: `python -m benchmarks.maritime_out`.

A simulated fleet (seed 7) is encoded as sentences beside pyais (the same reports, one by one), asked through the
release check of the example agreement, and told as a delta. Times are seconds of the wall, the best of the tries.
"""

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import orjson
import pyarrow as pa
from pyais.encode import encode_dict

from comity.agreement import agreement_hash, read_agreement
from comity.exchange import ItemTable, release_many, release_rules
from comity.files.nmea_out import positions_nmea, traffic_nmea
from comity.ground import M_S_PER_KNOT
from comity.maritime import KINDS, contact_items, delta_of, read_delta, simulate, thinned

TRIES = 3
BEGINS_MS = 1_738_800_000_000
MEMORANDUM = Path(__file__).resolve().parents[1] / "examples/algeria-usa-2025/memorandum.json"
LINK_BYTES_PER_S = 64_000 / 8
PEER_ROWS = 5_000


def best(work: Callable[[], object]) -> float:
    """Return the seconds of the best try."""
    seconds = []
    for _ in range(TRIES):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    return min(seconds)


def by_pyais(rows: list[dict[str, object]]) -> None:
    """Encode positions one by one."""
    for row in rows:
        known = {name: row[name] for name in ("mmsi", "lat_deg", "lon_deg", "sog_m_s", "cog_deg", "msg_type")}
        encode_dict(
            {
                "type": known["msg_type"],
                "mmsi": known["mmsi"],
                "lat": known["lat_deg"],
                "lon": known["lon_deg"],
                "speed": float(known["sog_m_s"]) / M_S_PER_KNOT,  # type: ignore[arg-type]
                "course": known["cog_deg"],
            }
        )


def main() -> None:
    """Print the figures."""
    began = time.perf_counter()
    run = simulate(seed=7, ships=220, hours=24, begins_ms=BEGINS_MS)
    print(
        f"simulated                220 ships x 24 h: {run.positions.num_rows} positions "
        f"in {time.perf_counter() - began:.1f} s"
    )
    positions = run.positions
    placed = positions.filter(pa.array(np.isfinite(positions["lat_deg"].to_numpy())))
    ours = placed.num_rows / best(lambda: [None for _ in positions_nmea(placed)])
    rows = placed.slice(0, PEER_ROWS).to_pylist()
    theirs = PEER_ROWS / best(lambda: by_pyais(rows))
    print(
        f"positions as sentences   {ours:,.0f}/s with tag blocks; pyais {theirs:,.0f}/s without: x {ours / theirs:.0f}"
    )
    whole = best(lambda: traffic_nmea(positions, run.statics, run.messages))
    print(f"whole traffic            {(positions.num_rows + run.statics.num_rows) / whole:,.0f} messages/s, in order")
    document = orjson.loads(MEMORANDUM.read_bytes())
    rules = release_rules(
        read_agreement(document),
        agreement_hash=agreement_hash(document),
        at_work=frozenset({"4.2"}),
        kinds=KINDS.values(),
    )
    salt = bytes(32)

    def asked() -> None:
        table = contact_items(positions, run.statics, salt=salt)
        items = ItemTable(table.kind, "maritime", "DZ", table.event_ms, table.records)
        release_many(items, rules, to="US", purpose="maritime_safety", now_ms=BEGINS_MS + 2 * 86_400_000)

    print(f"release check            {positions.num_rows / best(asked):,.0f} contacts/s, made and asked (goal 100,000)")
    every = thinned(positions, every_s=300, within_m=0.0, at_least_s=1)
    for within_m in (0.0, 50.0, 100.0, 200.0):
        sent = thinned(positions, every_s=300, within_m=within_m, at_least_s=3600 if within_m else 1)
        data = delta_of(sent)
        per_fix = len(data) / every.num_rows
        minutes = per_fix * 288 * 5_000 / LINK_BYTES_PER_S / 60
        print(
            f"delta within {within_m:3.0f} m      {per_fix:.2f} bytes for each fix of five minutes; "
            f"24 h of 5,000 ships at 64 kbit/s: {minutes:.1f} min (goal 10)"
        )
    speed = every.num_rows / best(lambda: read_delta(delta_of(every)))
    print(f"delta there and back     {speed:,.0f} fixes/s")


if __name__ == "__main__":
    main()
