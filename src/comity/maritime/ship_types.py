"""What a ship says that it is: the numbers of its type, in classes that a watch officer tells apart.

Source: ITU-R M.1371-5, table 53 (identifiers to be used by ships to report their type).
"""

from typing import Literal, get_args

TypeClass = Literal[
    "unknown",
    "wing_in_ground",
    "fishing",
    "tug",
    "dredging",
    "diving",
    "military",
    "sailing",
    "pleasure",
    "high_speed",
    "pilot",
    "search_and_rescue",
    "port_tender",
    "anti_pollution",
    "law_enforcement",
    "medical",
    "passenger",
    "cargo",
    "tanker",
    "other",
]
TYPE_CLASSES: tuple[TypeClass, ...] = get_args(TypeClass)

_TENS: dict[int, TypeClass] = {
    2: "wing_in_ground",
    4: "high_speed",
    6: "passenger",
    7: "cargo",
    8: "tanker",
    9: "other",
}
_ONES: dict[int, TypeClass] = {
    30: "fishing",
    31: "tug",
    32: "tug",
    33: "dredging",
    34: "diving",
    35: "military",
    36: "sailing",
    37: "pleasure",
    50: "pilot",
    51: "search_and_rescue",
    52: "tug",
    53: "port_tender",
    54: "anti_pollution",
    55: "law_enforcement",
    58: "medical",
}


def type_class(ship_type: int) -> TypeClass:
    """Return the class of a type; what the table leaves open, or no table knows, is unknown or other.

    >>> [type_class(number) for number in (0, 30, 52, 71, 59, 255)]
    ['unknown', 'fishing', 'tug', 'cargo', 'other', 'unknown']
    """
    if not 20 <= ship_type <= 99:
        return "unknown"
    known = _ONES.get(ship_type) or _TENS.get(ship_type // 10)
    return known or "other"
