"""One search as it is kept: what each unit flew and how far it saw, by object, so that any cloud can count it again.

Units: metres, degrees, milliseconds since 1970. A plan's own file names objects by their place in the case; here they
go by their leeway class, because a case may get other objects once a search is over.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from comity.files.plan_results import legs_document
from comity.files.searched import Search, legs_of_document
from comity.ground import Floats, InvalidInput, instant_text
from comity.rescue import Case, DriftObject, Flown, Sensor, leeway_class, search_object_of, sight_of

SEARCH_SCHEMA = "comity/search/1"


def kept_search(search: Search, keys: Sequence[str]) -> dict[str, Any]:
    """Return a search as the node keeps it; `keys` name the leeway classes that its sweep widths are of."""
    return {
        "schema": SEARCH_SCHEMA,
        "file": search.name,
        "digest": search.digest,
        "ends": instant_text(search.ends_ms),
        "units": [
            {
                "unit": unit,
                "lateral_range": flown.sensor.lateral_range,
                "objects": [
                    {"object": key, "sweep_width_m": float(width_m)}
                    for key, width_m in zip(keys, np.asarray(flown.sensor.sweep_width_m), strict=True)
                ],
                "legs": legs_document(flown.legs),
            }
            for unit, flown in zip(search.units, search.flown, strict=True)
        ],
    }


def search_of_kept(entry: Mapping[str, Any], case: Case) -> Search:
    """Return a search that was kept, with a sweep width for each object that the case has now."""
    flown = [
        Flown(legs_of_document(each["legs"]), Sensor(widths_m(each, case), str(each["lateral_range"])))
        for each in entry["units"]
    ]
    return Search(
        str(entry["file"]), str(entry["digest"]), tuple(str(each["unit"]) for each in entry["units"]), tuple(flown)
    )


def widths_m(unit: Mapping[str, Any], case: Case) -> Floats:
    """Return how far a unit saw each object of a case, shape (objects,).

    What was kept for the object's own class counts first, then what was kept for one that the sweep-width tables take
    for the same; an object that nobody thought of then is seen as the unit would see it by the case, and not at all
    where the case does not know the unit. A unit of the partner's sees what its record does not name with the least
    width that it names (`others_m`).
    """
    left = [(str(each["object"]), float(each["sweep_width_m"])) for each in unit["objects"]]
    found = []
    for place, held in enumerate(case.objects):
        at = next((k for k, (key, _) in enumerate(left) if key == held.leeway.key), None)
        if at is None:
            found.append(
                float(unit["others_m"])  # the partner's unit: never one of ours that bears the same name
                if "others_m" in unit
                else _width_of_like(held, unit["objects"], str(unit["unit"]), case, place)
            )
        else:
            found.append(left[at][1])
            if sum(key == held.leeway.key for key, _ in left) > 1:  # two objects of one class, each with its own width
                del left[at]
    return np.array(found)


def _width_of_like(
    held: DriftObject, known: Sequence[Mapping[str, Any]], unit_id: str, case: Case, place: int
) -> float:
    alike = search_object_of(held.leeway)
    for each in known:
        try:
            if search_object_of(leeway_class(str(each["object"]))) == alike:
                return float(each["sweep_width_m"])
        except InvalidInput:  # the partner's software may know classes that ours does not
            continue
    unit = next((each for each in case.units if each.unit_id == unit_id), None)
    if unit is None:
        return 0.0
    try:
        return float(np.asarray(sight_of(unit, case).sensor.sweep_width_m)[place])
    except InvalidInput:  # the case does not say what it would take to know
        return 0.0
