"""A small agreement and a decision for tests, as documents; each call returns a fresh one."""

from typing import Any


def text(word: str) -> dict[str, str]:
    """The same word in the three languages."""
    return {"ar": word, "en": word, "fr": word}


def clause(number: str, **changes: Any) -> dict[str, Any]:
    """A clause that starts with the agreement."""
    return {
        "id": number,
        "title": text(f"Article {number}"),
        "nature": "exchange",
        "starts": "with_agreement",
        "domains": [],
        "kinds": [],
        "areas": [],
    } | changes


def rule(**changes: Any) -> dict[str, Any]:
    """A rule that lets the weather go both ways."""
    return {
        "id": "2/weather",
        "clause": "2",
        "item": "sky.weather",
        "domain": "sky",
        "from": ["DZ", "US"],
        "to": ["DZ", "US"],
        "purposes": ["maritime_safety"],
        "keep": ["wind"],
        "delay_s": 0,
        "grid_mdeg": 0,
        "time_bucket_s": 0,
        "identity_digits": 0,
        "forbid_caveats": [],
        "label": {"policy": "DZ-US", "classification": "RELEASABLE", "rel_to": ["DZ", "US"], "tlp": "GREEN"},
        "approve": "auto",
        "until": "2030-01-01T00:00:00Z",
        "keep_for_s": 86400,
    } | changes


def square() -> dict[str, Any]:
    """An area of one degree."""
    ring = [[0, 0], [1_000_000, 0], [1_000_000, 1_000_000], [0, 1_000_000], [0, 0]]
    return {"id": "square", "title": text("square"), "geometry_udeg": {"type": "Polygon", "coordinates": [ring]}}


def party(code: str) -> dict[str, Any]:
    """A party with its log and its mirror."""
    host = f"{code.lower()}.example"
    return {"id": code, "name": text(code), "origin": f"{host}/sky", "mirror": f"{host}/mirror"}


def agreement(**changes: Any) -> dict[str, Any]:
    """An agreement on the weather."""
    return {
        "schema": "comity/agreement/1",
        "fold": 1,
        "example": True,
        "id": "sky",
        "title": text("Sky"),
        "texts": dict.fromkeys(("ar", "en", "fr"), "sha256:" + "0" * 64),
        "relations": [],
        "signed": "2025-01-22",
        "in_force": "2025-01-22",
        "parties": [party("DZ"), party("US")],
        "domains": [{"id": "sky", "title": text("sky")}],
        "groups": [
            {"id": "wg-sky", "title": text("sky"), "domains": ["sky"]},
            {"id": "wg-other", "title": text("other"), "domains": ["sky"]},
        ],
        "kinds": [{"id": "sky.weather", "title": text("weather")}],
        "areas": [square()],
        "clauses": [
            clause("1"),
            clause("2", domains=["sky"], kinds=["sky.weather"]),
            clause("3", starts="by_decision", group="wg-sky"),
        ],
        "rules": [rule()],
        "limits": {
            "never": ["person_profile", "targeting", "weapon_employment"],
            "never_clause": "1",
            "default_clause": "1",
            "entry_bytes": 65535,
            "blob_bytes": 67108864,
        },
        "termination": {"clause": "1", "notice_s": 15552000, "counted_from": "ack"},
        "retention": {"clause": "1", "longest_s": 31536000},
    } | changes


def decision(**changes: Any) -> dict[str, Any]:
    """A decision that puts clause 3 to work."""
    return {
        "schema": "comity/decision/1",
        "id": "wg-sky-1",
        "group": "wg-sky",
        "title": text("EXAMPLE"),
        "text": text("EXAMPLE"),
        "effects": [{"kind": "put_clause_to_work", "clause": "3"}],
        "example": True,
    } | changes
