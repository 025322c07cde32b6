"""Alarms, and who acknowledged them."""

from collections.abc import Mapping
from typing import Literal

from fastapi import APIRouter

from comity.api.officers import Acting, office_of
from comity.api.page_models import AcknowledgeIn, AlarmOut
from comity.api.served import CallersWords, ServedNode
from comity.files.words import Words
from comity.node.app import Node
from comity.node.pages import alarms

Page = Literal["case", "ledger", "node", "requests", "watch"]
PAGES: Mapping[alarms.Kind, Page] = {
    "case_arrived": "case",
    "plan_arrived": "case",
    "search_arrived": "case",
    "drift_failed": "case",
    "partner_frozen": "node",
    "partner_silent": "node",
    "partner_stale": "node",
    "receipt_late": "node",
    "record_contradicted": "ledger",
    "node_restored": "node",
    "request_due": "requests",
    "request_late": "requests",
    "distress_heard": "case",
    "distress_doubtful": "watch",
    "feed_silent": "watch",
}
"""Where each alarm leads."""

router = APIRouter(prefix="/api/v1/alarms")


@router.get("")
def get_alarms(node: ServedNode, words: CallersWords) -> list[AlarmOut]:
    """List what nobody has acknowledged yet: the gravest first, then the oldest."""
    return [_alarm(each, words) for each in alarms.alarms(node)]


@router.post("/acknowledgements", status_code=201)
def post_acknowledgement(body: AcknowledgeIn, node: ServedNode, words: CallersWords, acting: Acting) -> list[AlarmOut]:
    """Acknowledge an alarm in the name of the office; return those that are left."""
    alarms.acknowledge(node, body.alarm, office=office_of(acting, None))
    return _left(node, words)


def _left(node: Node, words: Words) -> list[AlarmOut]:
    return [_alarm(each, words) for each in alarms.alarms(node)]


def _alarm(alarm: alarms.Alarm, words: Words) -> AlarmOut:
    return AlarmOut(
        id=alarm.id,
        kind=alarm.kind,
        level=alarm.level,
        since_ms=alarm.since_ms,
        sentence=words.say(alarms.SENTENCES[alarm.kind], subject=alarm.subject),
        page=PAGES[alarm.kind],
        subject=alarm.subject,
        files=list(alarm.files),
    )
