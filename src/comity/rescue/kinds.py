"""The records of this room, as the release check needs them: columns, their role, and what each holds."""

from comity.ground import Column, Kind

CASE_RECORD = Kind(
    "rescue.case",
    (
        Column("case_id", "identity", "name of the case, given by the centre that opened it"),
        Column("answers", "identity", "name of the partner's case that this one answers: both are one incident"),
        Column(
            "source_class",
            "identity",
            "what reported it, such as distress_call or overdue; exercise: nobody is in danger",
        ),
        Column("nature", "identity", "nature of the emergency, such as overdue, sinking or man_overboard"),
        Column("object_key", "identity", "key of the object's leeway class, such as LIFE-RAFT-NB-1"),
        Column("opened_ms", "instant", "when the centre opened the case"),
        Column("lkp_ms", "instant", "time of the last known position"),
        Column("lkp", "position", "last known position, one pair"),
        Column("lkp_error_m", "measure", "standard deviation of the last known position on each axis, in metres"),
        Column("persons_on_board", "measure", "how many persons are on board"),
        Column("containment_ms", "instant", "instants of the containment areas, one for each"),
        Column("containment_50", "position", "areas that hold 50 % of the probability: instants, then rings of pairs"),
        Column("containment_75", "position", "areas that hold 75 % of the probability: instants, then rings of pairs"),
        Column("containment_90", "position", "areas that hold 90 % of the probability: instants, then rings of pairs"),
        Column("containment_95", "position", "areas that hold 95 % of the probability: instants, then rings of pairs"),
        Column("stranded_permille", "measure", "share of the hypotheses ashore at the last instant, per mille"),
        Column("status", "identity", "state of the case: open, suspended or closed"),
        Column("notes", "text", "free text of the desk; national unless a rule says otherwise"),
        Column(
            "contact", "text", "telephone numbers and call signs of the desk; national unless a rule says otherwise"
        ),
    ),
)
"""One search case as it is released to a partner. Areas are hierarchies of rings in micro-degrees, holes included."""

PLAN_RECORD = Kind(
    "rescue.plan",
    (
        Column("case_id", "identity", "name of the case, at the centre that plans"),
        Column("plan", "identity", "which of the plans of the case: a, made by the computer; b, changed by an officer"),
        Column("centre", "identity", "party whose centre made the plan"),
        Column("object_keys", "identity", "keys of the leeway classes that coverage is told of, in its order"),
        Column("pos_permille", "measure", "chance that the plan finds the object, per mille"),
        Column("pos_bound_permille", "measure", "chance that no plan of these units exceeds, per mille"),
        Column("unit", "identity", "one for each sortie: identifier of the unit, never a name or words"),
        Column("sortie", "measure", "number of the unit's sortie, from 1"),
        Column("platform", "identity", "boat, helicopter or fixed_wing"),
        Column("altitude_m", "measure", "height above the sea, or nothing"),
        Column("speed_mm_s", "measure", "speed over ground while it searches, in millimetres per second"),
        Column("pattern", "identity", "IAMSAR designator of the pattern"),
        Column("track_spacing_m", "measure", "distance between tracks, in metres"),
        Column("coverage_permille", "measure", "coverage, per mille: sorties, then objects"),
        Column("pod_permille", "measure", "chance to find the object if it is in the area, per mille"),
        Column("unit_pos_permille", "measure", "chance that this sortie alone finds the object, per mille"),
        Column("begins_ms", "instant", "when the search of the sortie begins"),
        Column("ends_ms", "instant", "when it ends"),
        Column("area_ms", "instant", "when the area lies where it is told"),
        Column("area", "position", "search areas: sorties, then the ring of each, closed"),
        Column("legs_ms", "instant", "instants of the points of the legs: sorties, then points"),
        Column("legs", "position", "legs from the commence-search point to the last: sorties, then points"),
        Column("is_searching", "measure", "whether the unit searches on each leg: sorties, then legs"),
        Column("worksheet", "text", "what the plan was made of: conditions, sweep widths and their sources, bases"),
    ),
)
"""A search plan as it is released: who searches where and when, so that the units of both keep clear of one another.

The way out and home stays at home, and with it the bases. Lists have one entry for each sortie.
"""

SEARCH_RECORD = Kind(
    "rescue.search",
    (
        Column("case_id", "identity", "name of the case, at the centre that searched"),
        Column("search", "identity", "number of the search among those of this centre, from 1"),
        Column("centre", "identity", "party whose centre searched"),
        Column("ends_ms", "instant", "when the last unit stopped searching"),
        Column("pos_permille", "measure", "chance that it would have found the object, by the centre that searched"),
        Column("object_keys", "identity", "keys of the leeway classes that sweep widths are told of, in their order"),
        Column("unit", "identity", "one for each unit: its identifier, never a name or words"),
        Column("lateral_range", "identity", "law of detection of each unit, such as exponential"),
        Column("sweep_width_m", "measure", "corrected sweep widths in metres: units, then objects"),
        Column("legs_ms", "instant", "instants of the points of the legs flown or sailed: units, then points"),
        Column("legs", "position", "legs flown or sailed, the way out and home left out: units, then points"),
        Column("is_searching", "measure", "whether the unit searched on each leg: units, then legs"),
        Column("name", "text", "name of the file that told of it; national unless a rule says otherwise"),
    ),
)
"""A search that found nothing, as it is released: all that another centre needs to count it on its own cloud."""

KINDS: dict[str, Kind] = {each.name: each for each in (CASE_RECORD, PLAN_RECORD, SEARCH_RECORD)}
