"""The lives of the records as tables: states, the moves between them, who may make one, who must sign, what it needs.

The life of an initiative stands in its template (`templates`); the memorandum's own life is the agreement's. A record
begins with a proposal, which one party makes alone; what binds both needs both signatures.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from comity.ground import Lifecycle, Move

ANY, PROPOSER, OTHER, OWNER, GIVER, RECEIVER = "any", "proposer", "other", "owner", "giver", "receiver"
"""Who may make a move: any party, the one that proposed the record, the owner's party or the other one, the giver or
the receiver of a flow. A template adds its own roles."""

ALL = "*"
"""A move that may set any field."""


@dataclass(frozen=True)
class Step(Move):
    """A move of a record: where it leads, how many sign, who may make it, what it needs, which fields it may set.

    What both sign may set any field: both have read it.
    """

    by: str = ANY
    needs: tuple[str, ...] = ()
    sets: tuple[str, ...] = ()

    def may_set(self, name: str) -> bool:
        """Tell whether this move may set a field."""
        return not self.beyond({name})

    def beyond(self, names: Set[str]) -> Set[str]:
        """Return which of these fields this move cannot set."""
        return frozenset() if self.signatures > 1 or ALL in self.sets else names - {*self.sets}


@dataclass(frozen=True)
class Life(Lifecycle[Step]):
    """A table of moves, the period after which a state asks for attention, and which flows may run in a state.

    `remind`: state to a period such as `P30D`. `flows`: state to the kinds of flow that may be claimed and confirmed.
    """

    remind: Mapping[str, str] = field(default_factory=dict)
    flows: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_final(self, state: str) -> bool:
        """Tell whether no move leads out of a state."""
        return not self.moves[state]


def _both(to: str, *needs: str) -> Step:
    return Step(to, 2, needs=needs)


_REVISE = Step("proposed", by=PROPOSER, sets=(ALL,))
_WITHDRAW = Step("withdrawn", by=PROPOSER)
_TABLE_MINUTES = Step("minutes_draft", sets=("minutes", "agenda"))

LIVES: Mapping[str, Life] = {
    "domain": Life(
        "proposed",
        {
            "proposed": {"revise": _REVISE, "open": _both("open", "clause:cited"), "withdraw": _WITHDRAW},
            "open": {"amend": _both("open"), "close": _both("closed")},
            "closed": {},
            "withdrawn": {},
        },
        remind={"proposed": "P30D"},
    ),
    "group": Life(
        "proposed",
        {
            "proposed": {"revise": _REVISE, "establish": _both("established", "clause:cited"), "withdraw": _WITHDRAW},
            "established": {"amend": _both("established"), "rest": _both("dormant"), "dissolve": _both("dissolved")},
            "dormant": {"wake": _both("established"), "dissolve": _both("dissolved")},
            "dissolved": {},
            "withdrawn": {},
        },
        remind={"proposed": "P30D", "dormant": "P12M"},
    ),
    "meeting": Life(
        "proposed",
        {
            "proposed": {
                "revise": Step(
                    "proposed", sets=("starts_ms", "ends_ms", "time_zone", "place", "agenda", "delegations")
                ),
                "agree": _both("agreed", "field:agenda"),
                "cancel": Step("cancelled"),
            },
            "agreed": {
                "amend": _both("agreed"),
                "start": Step("in_progress"),
                "cancel": Step("cancelled"),
            },
            "in_progress": {"close": Step("closed")},
            "closed": {"draft_minutes": _TABLE_MINUTES},
            "minutes_draft": {
                "draft_minutes": _TABLE_MINUTES,
                "agree_minutes": _both("minutes_agreed", "field:minutes"),
            },
            "minutes_agreed": {
                "reopen_minutes": _both("minutes_draft"),
                "sign_minutes": _both("minutes_signed", "field:minutes"),
            },
            "minutes_signed": {},
            "cancelled": {},
        },
        remind={"proposed": "P14D", "closed": "P14D", "minutes_draft": "P14D", "minutes_agreed": "P14D"},
    ),
    "decision": Life(
        "proposed",
        {
            "proposed": {"revise": _REVISE, "adopt": _both("adopted", "clause:cited"), "withdraw": _WITHDRAW},
            "adopted": {"take_effect": Step("in_effect"), "revoke": _both("revoked")},
            "in_effect": {
                "review": Step("reviewed", sets=()),
                "revoke": _both("revoked"),
                "expire": Step("expired", needs=("elapsed:expires_ms",)),
            },
            "reviewed": {
                "renew": _both("in_effect", "field:review_ms"),
                "revoke": _both("revoked"),
                "expire": Step("expired", needs=("elapsed:expires_ms",)),
            },
            "revoked": {},
            "expired": {},
            "withdrawn": {},
        },
        remind={"proposed": "P30D"},
    ),
    "action": Life(
        "open",
        {
            "open": {
                "amend": _both("open"),
                "claim_done": Step("done_claimed", by=OWNER, sets=("proof",)),
                "drop": _both("dropped"),
            },
            "done_claimed": {
                "accept": _both("accepted"),
                "send_back": Step("open", by=OTHER),
                "drop": _both("dropped"),
            },
            "accepted": {},
            "dropped": {},
        },
        remind={"done_claimed": "P14D"},
    ),
    "flow": Life(
        "planned",
        {
            "planned": {
                "amend": _both("planned"),
                "claim": Step("claimed", by=GIVER, sets=("actual_ms", "evidence"), needs=("field:actual_ms",)),
                "cancel": _both("cancelled"),
            },
            "claimed": {
                "confirm": _both("confirmed", "field:actual_ms"),
                "dispute": Step("disputed", by=RECEIVER),
                "cancel": _both("cancelled"),
            },
            "disputed": {"confirm": _both("confirmed", "field:actual_ms"), "cancel": _both("cancelled")},
            "confirmed": {},
            "cancelled": {},
        },
        remind={"claimed": "P30D", "disputed": "P30D"},
    ),
    "check": Life(
        "planned",
        {
            "planned": {
                "amend": _both("planned"),
                "notify": _both("notified"),
                "waive": _both("waived", "field:waived_why"),
            },
            "notified": {
                "report": Step("done", sets=("done_ms", "finding"), needs=("field:done_ms",)),
                "waive": _both("waived", "field:waived_why"),
            },
            "done": {
                "open_finding": Step("finding_open", sets=("finding", "corrective_actions"), needs=("field:finding",)),
                "close": _both("closed"),
            },
            "finding_open": {"close": _both("closed")},
            "closed": {},
            "waived": {},
        },
        remind={"notified": "P30D", "finding_open": "P90D"},
    ),
    "document": Life(
        "draft",
        {
            "draft": {
                "revise": Step("draft", by=PROPOSER, sets=(ALL,)),
                "finish": Step("final", by=PROPOSER, sets=("renditions",), needs=("field:renditions",)),
                "withdraw": _WITHDRAW,
            },
            "final": {
                "sign": _both("signed", "field:renditions"),
                "archive": Step("archived", by=PROPOSER),
                "withdraw": _WITHDRAW,
            },
            "signed": {"archive": Step("archived")},
            "archived": {},
            "withdrawn": {},
        },
        remind={"final": "P30D"},
    ),
}
"""The life of every kind but the initiative, whose template says it."""

PROPOSE = "propose"
"""The move that makes a record: from nothing to the first state of its life, by one party."""
