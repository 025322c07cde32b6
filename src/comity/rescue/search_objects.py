"""What is looked for: the objects of the sweep-width tables, and which of them a leeway class stands for.

A leeway class says how an object drifts, a search object how it is seen; the two tables were made apart. `OF_LEEWAY` is
our own reading of both: of a range of sizes the smallest, so that no plan is too hopeful. Classes that no row shows
(swamped boats, debris, fishing vessels of unknown length …) have none: the officer chooses.
"""

from difflib import get_close_matches

from comity.ground import InvalidInput
from comity.rescue.leeway import LeewayClass
from comity.rescue.sweep_width_corrections import SPEED_FACTORS

SEARCH_OBJECTS: tuple[str, ...] = tuple(SPEED_FACTORS)
"""The 25 objects of the tables; the number is the capacity in persons or the length in feet."""

SMALL_OBJECTS = frozenset(each for each in SEARCH_OBJECTS if each.startswith(("person", "raft"))) | {
    "power_boat_15ft",
    "power_boat_20ft",
    "sail_boat_15ft",
    "sail_boat_20ft",
    "sail_boat_25ft",
}
"""Those that waves hide: a person, a raft, a boat under 10 m (weather factors)."""

OF_LEEWAY: dict[str, str] = {
    **{f"PIW-{n}": "person_in_water" for n in range(1, 7)},
    **{f"LIFE-RAFT-DB-{n}": "raft_4" for n in range(10, 18)},
    **{f"LIFE-RAFT-DB-{n}": "raft_15" for n in range(18, 21)},
    **{f"LIFE-RAFT-SB-{n}": "raft_4" for n in range(6, 9)},
    **{f"LIFE-RAFT-SB-{n}": "raft_1" for n in range(10, 12)},
    **{f"LIFE-RAFT-NB-{n}": "raft_4" for n in range(1, 6)},
    "AVIATION-1": "raft_4",
    "AVIATION-2": "raft_25",
    **{f"OVATEK-CRAFT-{n}": "raft_4" for n in (1, 2, 4, 5)},
    **{f"OVATEK-CRAFT-{n}": "raft_6" for n in (3, 6)},
    **{f"SKIFF-{n}": "power_boat_15ft" for n in (1, 2, 4)},
    "SPORT-BOAT": "power_boat_20ft",
    "SPORT-FISHER": "power_boat_20ft",
    "COASTAL-FREIGHTER": "ship_120ft",
    "SAILBOAT-8": "sail_boat_15ft",
}
"""Key of a leeway class to the search object that it is taken for."""


def check_search_object(name: str) -> str:
    """Return the name of a search object; `InvalidInput` for one that the tables do not have."""
    if name not in SEARCH_OBJECTS:
        raise InvalidInput(
            "rescue.unknown_search_object",
            "There is no search object {name}.",
            why="the sweep-width tables have the objects {known}",
            remedy="did you mean one of these: {near}?",
            name=repr(name),
            known=", ".join(SEARCH_OBJECTS),
            near=", ".join(get_close_matches(name, SEARCH_OBJECTS, n=3, cutoff=0.3) or SEARCH_OBJECTS[:3]),
        )
    return name


def search_object_of(leeway: LeewayClass) -> str:
    """Return the search object that a leeway class is taken for.

    >>> from comity.rescue.leeway import leeway_class
    >>> search_object_of(leeway_class("LIFE-RAFT-NB-1"))
    'raft_4'
    """
    found = OF_LEEWAY.get(leeway.key)
    if found is None:
        raise InvalidInput(
            "rescue.no_search_object",
            "No sweep width is tabulated for {key} ({about}).",
            why="no object of the sweep-width tables looks like it, or its size is not known",
            remedy="name the search object that comes nearest: {known}; or give the unit's sweep width",
            key=leeway.key,
            about=leeway.about,
            known=", ".join(SEARCH_OBJECTS),
        )
    return found
