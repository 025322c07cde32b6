"""What no rule can allow: profiles of persons, targeting, weapon employment. Asked before any rule is read.

The check looks at words of the kind, the domain, the purpose and the marks of an item; a field room has no kind for
these, so a hit is a mistake or an attempt. Columns that name a person can stand in no keep list.
"""

from collections.abc import Mapping
from functools import lru_cache

PROHIBITED_WORDS: Mapping[str, frozenset[str]] = {
    "person_profile": frozenset(
        {"person_profile", "person", "persons", "individual", "profile", "biometric", "biometrics", "suspect"}
    ),
    "targeting": frozenset({"targeting", "target", "targets", "target_list", "strike", "kill_list"}),
    "weapon_employment": frozenset({"weapon_employment", "fire_control", "fire_mission", "engagement_order"}),
}
"""Words, by prohibition; compared whole with each part of a name, in lower case."""

PERSONAL_COLUMNS = frozenset(
    {
        "contact",
        "date_of_birth",
        "biometrics",
        "home_address",
        "next_of_kin",
        "passport_number",
        "person_id",
        "person_name",
        "phone",
        "phone_number",
    }
)
"""Columns that tell who a person is: no rule may keep them."""

_ALL_WORDS: frozenset[str] = frozenset().union(*PROHIBITED_WORDS.values())
_PARTED_BY = str.maketrans(dict.fromkeys(" -/:,;", "."))


@lru_cache(maxsize=4096)  # the same few names come with every item
def is_prohibited(*names: str) -> bool:
    """Tell whether a part of any of these names is a prohibited word.

    >>> is_prohibited("rescue.case", "search_and_rescue"), is_prohibited("conflict.person_profile")
    (False, True)
    """
    return not _ALL_WORDS.isdisjoint(".".join(names).lower().translate(_PARTED_BY).split("."))
