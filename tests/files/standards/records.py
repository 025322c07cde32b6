"""Drawn records of cooperation as documents, for the tests of formats: no real names, amounts or events."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

DAY_MS = 86_400_000
SIGNED_MS = 1_737_536_400_000  # 2025-01-22T09:00:00Z

letters = st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff")
words = st.text(letters, min_size=1, max_size=40).filter(str.strip)
names = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,6})?", fullmatch=True)
texts = st.fixed_dictionaries({"ar": words, "en": words, "fr": words})
moments = st.integers(0, 60 * 365).map(lambda days: days * DAY_MS)
money = st.fixed_dictionaries(
    {"amount_minor": st.integers(0, 10**14), "currency": st.sampled_from(["USD", "DZD", "EUR", "JPY", "TND"])}
)
items = st.fixed_dictionaries(
    {
        "id": names,
        "title": texts,
        "category": st.sampled_from(["radios", "training", "boats"]),
        "quantity": st.integers(1, 10**6),
        "unit": st.sampled_from(["unit", "day"]),
    }
)
milestones = st.fixed_dictionaries({"id": names, "title": texts, "due_ms": moments}, optional={"done_ms": moments})
withheld = st.fixed_dictionaries(
    {
        "field": st.sampled_from(["value", "items", "ends_ms"]),
        "reason_code": st.sampled_from(["defence_secret", "commercial_secret", "negotiation"]),
        "reason": texts,
        "decided_by": names,
    },
    optional={"public_on": st.dates().map(str)},
)
indicators = st.fixed_dictionaries(
    {
        "id": names,
        "title": texts,
        "unit": st.sampled_from(["visitors", "hours"]),
        "baseline_milli": st.integers(-(10**12), 10**12),
        "target_milli": st.integers(-(10**12), 10**12),
    },
    optional={
        "measured": st.lists(
            st.fixed_dictionaries(
                {
                    "on": st.dates(min_value=date(2025, 1, 23), max_value=date(2100, 1, 1)).map(str),
                    "value_milli": st.integers(-(10**12), 10**12),
                    "source": words,
                }
            ),
            max_size=3,
            unique_by=lambda each: each["on"],
        )
    },
)


def _unique(strategy: Any, key: str = "id") -> Any:
    return st.lists(strategy, max_size=3, unique_by=lambda each: each[key])


initiatives = st.fixed_dictionaries(
    {
        "id": names,
        "title": texts,
        "roles": st.sampled_from([{"recipient": "DZ", "supplier": "US"}, {"host": "DZ", "investor": "US"}]),
        "owner_party": st.just("DZ"),
    },
    optional={
        "value": money,
        "starts_ms": st.just(SIGNED_MS),
        "ends_ms": st.integers(1, 3000).map(lambda days: SIGNED_MS + days * DAY_MS),
        "items": _unique(items),
        "milestones": _unique(milestones),
        "withheld": _unique(withheld, "field"),
        "indicators": _unique(indicators),
    },
)


def payment(name: str, amount_minor: int, at_ms: int = SIGNED_MS) -> dict[str, Any]:
    return {
        "id": name,
        "title": {"ar": "دفعة", "en": "Payment", "fr": "Paiement"},
        "flow_kind": "payment",
        "from_party": "DZ",
        "to_party": "US",
        "planned_ms": at_ms,
        "actual_ms": at_ms + DAY_MS,
        "amount": {"amount_minor": amount_minor, "currency": "USD"},
    }


def delivery(name: str, at_ms: int = SIGNED_MS) -> dict[str, Any]:
    return {
        "id": name,
        "flow_kind": "delivery",
        "from_party": "US",
        "to_party": "DZ",
        "planned_ms": at_ms,
        "item": "i-1",
        "quantity": 4,
    }
