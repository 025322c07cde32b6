"""The change of this node's keys, for whoever owns the folder: nobody else may draw a seed or erase one.

On TCP an office may read how far it is, and nobody may change anything (`officers.WRITERS` names none of them).
"""

from typing import Any, Literal

from fastapi import APIRouter
from pydantic import Field

from comity.api.models import Body
from comity.api.served import ServedNode
from comity.node.services import keys

router = APIRouter(prefix="/api/v1/keys", include_in_schema=False)


class FingerprintOut(Body):
    """What a party's card would be called by voice with the keys of an annex on the table."""

    party: str
    fingerprint: str


class KeyStateOut(Body):
    """How far the change is under one agreement."""

    agreement: str
    partner: str
    stage: Literal["settled", "to_agree", "overlap", "passed"]
    log_key: str
    mirror_key: str
    fingerprint: str
    offered: list[FingerprintOut]


class DrawnOut(Body):
    """The public halves of the keys that shall follow, under one agreement."""

    agreement: str
    log_key: str
    mirror_key: str
    fingerprint: str


class KeysOut(Body):
    """The change of keys on this node."""

    schema_: Literal["comity/key-states/1"] = Field(default="comity/key-states/1", serialization_alias="schema")
    drawn: list[DrawnOut]
    agreements: list[KeyStateOut]


@router.get("")
def get_keys(node: ServedNode) -> KeysOut:
    """Say how far a change of keys is under every agreement."""
    return _out(keys.states(node))


@router.post("/drawings", status_code=201)
def post_drawing(node: ServedNode) -> KeysOut:
    """Draw new keys beside those in use."""
    return _out(keys.draw(node))


@router.post("/retirements", status_code=201)
def post_retirement(node: ServedNode) -> KeysOut:
    """Erase the old keys where no agreement needs them any more."""
    return _out(keys.retire(node))


def described(found: keys.KeyStates) -> dict[str, Any]:
    """Return the same document where no node is served."""
    return _out(found).model_dump(by_alias=True)


def _out(found: keys.KeyStates) -> KeysOut:
    return KeysOut(
        drawn=[DrawnOut(**each.__dict__) for each in found.drawn],
        agreements=[
            KeyStateOut(
                **{
                    **each.__dict__,
                    "offered": [FingerprintOut(party=party, fingerprint=said) for party, said in each.offered],
                }
            )
            for each in found.agreements
        ],
    )
