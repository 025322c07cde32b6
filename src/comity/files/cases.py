"""A rescue case on disk: TOML in, a `Case` out. Relative paths resolve against the folder of the case file."""

import tomllib
from collections.abc import Collection
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from comity.files.forcing_addresses import host_of, is_address
from comity.ground import InvalidInput
from comity.rescue import Area, Case, FlowSource, Ring, Scenario, Series, Voyage, case_of, check_end, sailed


def read_case(path: str | Path) -> Case:
    """Read a case file, the areas that it names as GeoJSON files included."""
    file = Path(path)
    try:
        document = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise _unreadable(file, error.strerror or str(error)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _unreadable(file, str(error)) from None
    return resolved_case(case_of(document), file.resolve().parent, hosts=None)


def resolved_case(case: Case, folder: Path, *, hosts: Collection[str] | None = ()) -> Case:
    """Return a case whose relative paths start at a folder, with the areas and tracks that it names read.

    `hosts` are the servers that it may ask for fields; none unless they are named, any with None: a case that came from
    somebody else must not make this machine ask addresses of its own network.
    """
    if hosts is not None:
        _check_hosts(case, hosts)
    case = replace(
        case,
        currents=tuple(_from(folder, each) for each in case.currents),
        wind=tuple(_from(folder, each) for each in case.wind),
        waves=tuple(_from(folder, each) for each in case.waves),
        scenarios=tuple(_read(each, folder, number) for number, each in enumerate(case.scenarios, start=1)),
    )
    check_end(case.run.until_ms, case.scenarios, backward=case.run.direction == "backward")
    return case


def drift_digest(case: Case) -> str:
    """Return a digest of all that a drift depends on: objects, scenarios, run, observations, and which forcing.

    Files of the forcing count by their names: where they lie may differ from one machine to the next.
    """
    flows = [
        tuple(Path(file).name for file in each.files) if isinstance(each, Series) else each
        for each in (*case.currents, *case.wind, *case.waves)
    ]
    inputs = case.case_id, case.objects, case.scenarios, case.run, case.observations, flows
    return sha256(repr(inputs).encode("utf-8")).hexdigest()


def _from(folder: Path, source: FlowSource) -> FlowSource:
    if not isinstance(source, Series):
        return source
    return Series(tuple(each if is_address(each) else str(folder / each) for each in source.files))


def _read(scenario: Scenario, folder: Path, number: int) -> Scenario:
    if isinstance(scenario, Area) and isinstance(scenario.polygon, str):
        return replace(scenario, polygon=read_area(folder / scenario.polygon))
    if isinstance(scenario, Voyage) and isinstance(scenario.track, str):
        from comity.files.charts.gpx import read_track  # lxml and the charts' libraries, only where there is a track

        return sailed(scenario, read_track(folder / scenario.track), f"[[scenario]] {number}")
    return scenario


def read_area(path: Path) -> tuple[Ring, ...]:
    """Read an area in one or several parts: polygons of a GeoJSON file, or a table of corners (CSV)."""
    from comity.files.slicks import read_outlines  # with a library of netCDF, only where there is a file

    try:
        return tuple(ring for rings in read_outlines(path) for ring in rings)
    except InvalidInput as error:
        raise _unreadable(path, str(error.values.get("reason", error))) from None


def _check_hosts(case: Case, hosts: Collection[str]) -> None:
    named = [each for each in (*case.currents, *case.wind, *case.waves) if isinstance(each, Series)]
    for place in (place for each in named for place in each.files):
        if is_address(place) and host_of(place) not in hosts:
            raise _not_asked(place, hosts)


def _not_asked(address: str, hosts: Collection[str]) -> InvalidInput:
    return InvalidInput(
        "files.address_not_allowed",
        "The case asks {host} for fields, and that server is not one that may be asked here.",
        why="whoever writes a case could make this machine ask any address of its own network; allowed are: {allowed}",
        remedy="bring the fields here with comity rescue fetch and name the files, or run the case in a shell",
        host=host_of(address) or "—",
        allowed=", ".join(sorted(hosts)) or "—",
    )


def _unreadable(path: Path, reason: str) -> InvalidInput:
    return InvalidInput(
        "files.unreadable_case",
        "{file} cannot be read.",
        why="reading it stops with: {reason}",
        remedy="check the path, and the line that it names",
        file=path.name,
        reason=reason,
    )
