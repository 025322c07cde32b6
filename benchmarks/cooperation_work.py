"""Two logs full of the work of a group, for the replay of `cooperation.py`: written by the code that nodes write with.

A round is a meeting from its proposal to its signed minutes, two decisions that take effect, three actions of which
each is sent back once, and a contribution that both confirm: 31 acts, 49 entries. EXAMPLE throughout.
"""

import json
from pathlib import Path
from typing import Any

from comity.agreement import versions
from comity.cooperation import SERIES, Framework, act_document
from comity.ledger import Entry, Message, Party, Text, Vote, document_hash

MEMORANDUM = Path(__file__).resolve().parents[1] / "examples" / "algeria-usa-2025" / "memorandum.json"
BEGUN_MS = 1_740_000_000_000  # in February 2025
MS_PER_MINUTE, MS_PER_DAY = 60_000, 86_400_000
GROUP, DOMAIN, CLAUSE = "wg-sahel", "sahel", "3.1"
OFFICES = ("dz-secretariat", "us-secretariat")
PARTIES = ("DZ", "US")


def framework() -> Framework:
    """Return what the acts stand on: the example agreement."""
    return Framework(versions(json.loads(MEMORANDUM.read_text("utf-8")), ()))


class Desks:
    """Both parties at work: their two logs, and the head and fields of each record."""

    def __init__(self, rounds: int) -> None:
        self.logs: tuple[list[Entry], list[Entry]] = ([], [])
        self.acts, self._now_ms = 0, BEGUN_MS
        self._heads: dict[str, str] = {}
        self._fields: dict[str, dict[str, Any]] = {}
        chairs = [{"party": party, "office": office} for party, office in zip(PARTIES, OFFICES, strict=True)]
        terms = {"terms": _said("terms"), "domains": [DOMAIN], "co_chairs": chairs, "cadence": "P3M"}
        self._open(f"group/{GROUP}", terms)
        self._both(f"group/{GROUP}", "establish", 1)
        for number in range(1, rounds + 1):
            self._meeting(number)
            for place in range(2):
                self._decision(f"decision/d-{number}-{place}")
            for place in range(3):
                self._action(f"action/a-{number}-{place}")
            self._contribution(f"flow/f-{number}")

    def _meeting(self, number: int) -> None:
        key, starts_ms = f"meeting/m-{number}", self._now_ms + MS_PER_DAY
        when = {"starts_ms": starts_ms, "ends_ms": starts_ms + MS_PER_DAY, "time_zone": "Africa/Algiers"}
        agenda = [{"id": f"p-{place}", "title": _said(f"point {place}")} for place in range(3)]
        self._open(key, {"group": GROUP, "number": number, **when, "place": _said("place"), "agenda": agenda})
        self._both(key, "agree", 1)
        self._alone(key, "start", 0)
        self._alone(key, "close", 0)
        self._alone(key, "draft_minutes", 0, minutes=_said(f"minutes {number}"))
        self._both(key, "agree_minutes", 0)
        self._both(key, "sign_minutes", 1)

    def _decision(self, key: str) -> None:
        self._open(key, {"group": GROUP, "text": _said(key), "review_ms": self._now_ms + 365 * MS_PER_DAY})
        self._both(key, "adopt", 1)
        self._alone(key, "take_effect", 0)

    def _action(self, key: str) -> None:
        self._open(key, {"text": _said(key), "due_ms": self._now_ms + 90 * MS_PER_DAY})
        self._alone(key, "claim_done", 0)
        self._alone(key, "send_back", 1)
        self._alone(key, "claim_done", 0)
        self._both(key, "accept", 1)

    def _contribution(self, key: str) -> None:
        parties = {"from_party": "DZ", "to_party": "US", "domain": DOMAIN}
        gift = {"flow_kind": "contribution", "quantity": 3, "unit": "hour", "planned_ms": self._now_ms}
        self._open(key, {**gift, **parties})
        self._alone(key, "claim", 0, actual_ms=self._now_ms)
        self._both(key, "confirm", 1)

    def _open(self, key: str, fields: dict[str, Any]) -> None:
        envelope = {"id": key.split("/")[1], "example": True, "title": _said(key), "authentic": ["ar", "en"]}
        owner = {"clause_refs": [CLAUSE], "owner_party": "DZ", "owner_office": OFFICES[0]}
        self._alone(key, "propose", 0, **envelope, **owner, **fields)

    def _alone(self, key: str, move: str, by: Party, **fields: Any) -> None:
        identity, document = self._act(key, move, fields)
        self.logs[by].append(Message(identity, self._now_ms, OFFICES[by], document))

    def _both(self, key: str, move: str, by: Party) -> None:
        identity, document = self._act(key, move, {})
        parent, series = self._heads.get(f"both {key}", "root"), SERIES + key
        self.logs[by].append(Text(series, parent, 0, identity, None, self._now_ms, OFFICES[by], document))
        for party in (by, 1 - by):
            self.logs[party].append(Vote(series, parent, 0, identity, self._now_ms, OFFICES[party]))
        self._heads[f"both {key}"] = identity

    def _act(self, key: str, move: str, fields: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        self._now_ms, self.acts = self._now_ms + MS_PER_MINUTE, self.acts + 1
        self._fields[key] = {**self._fields.get(key, {}), **fields}
        kind, name = key.split("/")
        document = act_document(
            example=True,
            kind=kind,
            record=name,
            move=move,
            follows=self._heads.get(key, "root"),
            seen=(len(self.logs[0]), len(self.logs[1])),
            fields=fields,
            after=self._fields[key],
        )
        self._heads[key] = document_hash(document)
        return self._heads[key], document


def _said(words: str) -> dict[str, str]:
    return {"ar": f"مثال: {words}", "en": f"EXAMPLE: {words}", "fr": f"EXEMPLE : {words}"}
