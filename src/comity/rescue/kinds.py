"""The records of this room, as the release check needs them: columns, their role, and what each holds."""

from comity.ground import Column, Kind

CASE_RECORD = Kind(
    "rescue.case",
    (
        Column("case_id", "identity", "name of the case, given by the centre that opened it"),
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

KINDS: dict[str, Kind] = {CASE_RECORD.name: CASE_RECORD}
