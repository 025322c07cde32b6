"""Rule sets: the thresholds of the detectors, as named and versioned data, each with its source.

A detector asks for its thresholds by the names that its rule (a NamedTuple) has; what a set does not name, that
detector does not look for. A set is never changed: another threshold is another set with another name.
Units: in the names of the thresholds (milliseconds, metres, metres per second, ticks of ten minutes).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from comity.ground import InvalidInput
from comity.maritime.rule_sets.gfw_2026 import GFW_2026
from comity.maritime.rule_sets.skylight import SKYLIGHT

SCHEMA = "comity/rule-set/1"
DEFAULT_RULE_SET = "gfw-2026"

RULE_SETS: dict[str, dict[str, Any]] = {each["name"]: each for each in (GFW_2026, SKYLIGHT)}
"""The sets that ship, as documents of `comity/rule-set/1`."""

_Rule = TypeVar("_Rule", bound=tuple[Any, ...])


@dataclass(frozen=True)
class RuleSet:
    """A named set: for each detector that it uses, the value of each threshold, and where the value comes from."""

    name: str
    values: Mapping[str, Mapping[str, float]]
    sources: Mapping[str, Mapping[str, str]]

    def rule(self, detector: str, shape: type[_Rule]) -> _Rule | None:
        """Return the thresholds of a detector, or None where the set does not use it.

        Raises
        ------
        InvalidInput
            `maritime.rule_set_keys` when the set names other thresholds than the detector reads.
        """
        found = self.values.get(detector)
        if found is None:
            return None
        names: tuple[str, ...] = shape._fields  # type: ignore[attr-defined]
        if set(found) != set(names):
            raise InvalidInput(
                "maritime.rule_set_keys",
                "The rule set {name} does not fit the detector {detector}.",
                why="it has to name {wanted}, and it names {named}",
                remedy="name every threshold of the detector, and no other",
                name=self.name,
                detector=detector,
                wanted=", ".join(sorted(names)),
                named=", ".join(sorted(found)) or "–",
            )
        kinds = shape.__annotations__
        typed: Any = {key: int(value) if kinds[key] is int else float(value) for key, value in found.items()}
        return shape(**typed)


def rule_set(name: str) -> RuleSet:
    """Return the rule set of a name.

    >>> rule_set("gfw-2026").values["encounter"]["apart_m"]
    500.0
    """
    if name not in RULE_SETS:
        raise InvalidInput(
            "maritime.no_rule_set",
            "There is no rule set {name}.",
            why="the sets that ship are {known}",
            remedy="choose one of them, or give a file of the form comity/rule-set/1",
            name=name,
            known=", ".join(sorted(RULE_SETS)),
        )
    return rule_set_of(RULE_SETS[name])


def rule_set_of(document: Any) -> RuleSet:
    """Return the rule set that a document of `comity/rule-set/1` describes, or raise `InvalidInput`."""
    if not isinstance(document, dict) or document.get("schema") != SCHEMA or not _named(document):
        raise _no_set("schema, name, rules")
    values: dict[str, dict[str, float]] = {}
    sources: dict[str, dict[str, str]] = {}
    for detector, thresholds in document["rules"].items():
        if not isinstance(thresholds, dict):
            raise _no_set(str(detector))
        for key, threshold in thresholds.items():
            if not _is_threshold(threshold):
                raise _no_set(f"{detector}.{key}")
        values[detector] = {key: each["value"] for key, each in thresholds.items()}
        sources[detector] = {key: each["source"] for key, each in thresholds.items()}
    return RuleSet(document["name"], values, sources)


def _named(document: dict[str, Any]) -> bool:
    name = document.get("name")
    return isinstance(name, str) and 0 < len(name) <= 64 and isinstance(document.get("rules"), dict)


def _is_threshold(threshold: Any) -> bool:
    if not isinstance(threshold, dict) or set(threshold) != {"value", "source"}:
        return False
    value, source = threshold["value"], threshold["source"]
    return type(value) in (int, float) and -1e15 < value < 1e15 and isinstance(source, str) and bool(source)


def _no_set(place: str) -> InvalidInput:
    return InvalidInput(
        "maritime.bad_rule_set",
        "The file is no rule set.",
        why="{place} is missing, or is not a value with its source",
        remedy="write schema (comity/rule-set/1), name, and rules: detector, threshold, then value and source",
        place=place,
    )
