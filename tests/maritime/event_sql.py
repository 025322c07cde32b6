"""The definitions of gap, loitering and encounter once more, in plain SQL for DuckDB: the oracle of the detectors.

It reads positions that lie on one track each and are sound; it knows nothing of buckets, kernels or days.
"""

import duckdb
import pyarrow as pa

R_M = 6_371_008.8
APART = f"""
create or replace macro apart_m(lat_1, lon_1, lat_2, lon_2) as
  2 * {R_M} * asin(sqrt(least(1.0,
    pow(sin(radians(lat_2 - lat_1) / 2), 2)
    + cos(radians(lat_1)) * cos(radians(lat_2)) * pow(sin(radians(lon_2 - lon_1) / 2), 2))));
"""

GAPS = """
select mmsi, t_ms as start_ms, coalesce(heard_ms, t_ms) as end_ms, heard_ms is null as is_open
from (select mmsi, t_ms, lead(t_ms) over (partition by mmsi order by t_ms) as heard_ms from positions)
where coalesce(heard_ms, $until_ms) - t_ms >= $least_ms
order by all
"""

LOITERING = """
with nodes as (
  select mmsi, t_ms, lat_deg, lon_deg from positions
  qualify row_number() over (partition by mmsi, t_ms // $node_ms order by t_ms) = 1),
legs as (
  select *, lag(t_ms) over w as before_ms,
    coalesce(apart_m(lag(lat_deg) over w, lag(lon_deg) over w, lat_deg, lon_deg), 0) as leg_m
  from nodes window w as (partition by mmsi order by t_ms)),
pieces as (
  select *, sum(leg_m) over w as way_m,
    sum(case when t_ms - before_ms > $silence_ms then 1 else 0 end) over w as piece,
    row_number() over (partition by mmsi order by t_ms) as node
  from legs window w as (partition by mmsi order by t_ms)),
windows as (
  select late.mmsi, late.node, early.node as first_node
  from pieces late asof join pieces early
    on late.mmsi = early.mmsi and late.piece = early.piece and late.t_ms - $window_ms >= early.t_ms
  where (late.way_m - early.way_m) * 1000.0 < $slow_m_s * (late.t_ms - early.t_ms)),
islands as (
  select *, sum(case when first_node <= reached then 0 else 1 end) over (partition by mmsi order by node) as island
  from (select *, lag(node) over (partition by mmsi order by node) as reached from windows)),
stretches as (
  select mmsi, island, min(first_node) as first_node, max(node) as last_node from islands group by all),
speeds as (
  select *, lead(way_m) over w - way_m as ahead_m, lead(t_ms) over w - t_ms as ahead_ms
  from pieces window w as (partition by mmsi order by t_ms)),
trimmed as (
  select s.mmsi, s.island,
    min(p.node) filter (p.node < s.last_node and p.ahead_m * 1000.0 < $slow_m_s * p.ahead_ms) as first_node,
    1 + max(p.node) filter (p.node < s.last_node and p.ahead_m * 1000.0 < $slow_m_s * p.ahead_ms) as last_node
  from stretches s join speeds p on p.mmsi = s.mmsi and p.node between s.first_node and s.last_node group by all)
select t.mmsi, one.t_ms as start_ms, other.t_ms as end_ms
from trimmed t
join pieces one on one.mmsi = t.mmsi and one.node = t.first_node
join pieces other on other.mmsi = t.mmsi and other.node = t.last_node
where other.t_ms - one.t_ms >= $least_ms and 2 * (
  select coalesce(sum(ahead_ms), 0) from speeds p
  where p.mmsi = t.mmsi and p.node >= t.first_node and p.node < t.last_node and p.ahead_ms > $heard_ms
) <= other.t_ms - one.t_ms
order by all
"""

ENCOUNTERS = """
with steps as (
  select mmsi, t_ms, lat_deg, lon_deg, lead(t_ms) over w as next_ms, lead(lat_deg) over w as next_lat,
    lead(lon_deg) over w as next_lon
  from positions window w as (partition by mmsi order by t_ms)),
raw as (
  select unnest(range((t_ms + 599999) // 600000, (next_ms - 1) // 600000 + 1)) as tick, *
  from steps where next_ms - t_ms <= $silence_ms
  union all by name
  select t_ms // 600000 as tick, * from steps
  where t_ms % 600000 = 0 and (next_ms is null or next_ms - t_ms > $silence_ms)),
points as (
  select mmsi, tick, t_ms, next_ms, (tick * 600000 - t_ms) / (next_ms - t_ms) as share,
    apart_m(lat_deg, lon_deg, next_lat, next_lon) as step_m,
    cos(radians(lat_deg)) * cos(radians(lon_deg)) as x1, cos(radians(lat_deg)) * sin(radians(lon_deg)) as y1,
    sin(radians(lat_deg)) as z1,
    cos(radians(next_lat)) * cos(radians(next_lon)) as x2, cos(radians(next_lat)) * sin(radians(next_lon)) as y2,
    sin(radians(next_lat)) as z2
  from raw),
mixed as (
  select *, coalesce(x1 + (x2 - x1) * share, x1) as x0, coalesce(y1 + (y2 - y1) * share, y1) as y0,
    coalesce(z1 + (z2 - z1) * share, z1) as z0 from points),
placed as (
  select *, x0 / sqrt(x0 * x0 + y0 * y0 + z0 * z0) as x, y0 / sqrt(x0 * x0 + y0 * y0 + z0 * z0) as y,
    z0 / sqrt(x0 * x0 + y0 * y0 + z0 * z0) as z from mixed),
ticks as (
  select mmsi, tick, x, y, z, cast(case
      when lag(tick) over w = tick - 1
      then 2 * {R_M} * asin(sqrt(pow(x - lag(x) over w, 2) + pow(y - lag(y) over w, 2) + pow(z - lag(z) over w, 2)) / 2)
        / 600.0
      when next_ms - t_ms <= $silence_ms then step_m / (next_ms - t_ms) * 1000.0
      else 0.0 end as float) as speed_m_s
  from placed window w as (partition by mmsi order by tick)),
slow as (select *, floor(asin(z) * {R_M} / $apart_m) as band from ticks where speed_m_s < $fastest_m_s),
near as (select * exclude band, unnest([band - 1, band, band + 1]) as band from slow),
pairs as (
  select one.mmsi, other.mmsi as mmsi_2, one.tick, one.speed_m_s as speed, other.speed_m_s as speed_2
  from slow one join near other on one.tick = other.tick and one.band = other.band and one.mmsi < other.mmsi
  where pow(one.x - other.x, 2) + pow(one.y - other.y, 2) + pow(one.z - other.z, 2)
    <= pow(2 * sin($apart_m / {R_M} / 2), 2)),
runs as (
  select mmsi, mmsi_2, min(tick) as first_tick, max(tick) as last_tick
  from (select *, tick - row_number() over (partition by mmsi, mmsi_2 order by tick) as island from pairs)
  group by mmsi, mmsi_2, island
  having max(tick) - min(tick) >= $least_ticks
    and quantile_disc(speed, 0.5) < $slow_m_s and quantile_disc(speed_2, 0.5) < $slow_m_s),
merged as (
  select *, sum(case when first_tick - reached < $merge_ticks then 0 else 1 end)
    over (partition by mmsi, mmsi_2 order by first_tick) as meeting
  from (select *, lag(last_tick) over (partition by mmsi, mmsi_2 order by first_tick) as reached from runs))
select mmsi, mmsi_2, min(first_tick) * 600000 as start_ms, max(last_tick) * 600000 as end_ms
from merged group by mmsi, mmsi_2, meeting order by all
""".replace("{R_M}", str(R_M))

_QUERIES = {"gap": GAPS, "loitering": LOITERING, "encounter": ENCOUNTERS}


def asked_in_sql(kind: str, positions: pa.Table, **thresholds: float) -> list[tuple[object, ...]]:
    """Return the rows that the oracle of a kind finds."""
    with duckdb.connect() as database:
        database.register("positions", positions.select(["mmsi", "t_ms", "lat_deg", "lon_deg"]))
        database.execute(APART)
        query = _QUERIES[kind]
        wanted = {name: value for name, value in thresholds.items() if f"${name}" in query}
        return database.execute(query, wanted).fetchall()
