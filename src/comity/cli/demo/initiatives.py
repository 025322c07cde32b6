"""Scenes 6 to 9 and 11: a contract, a partnership, two offers and a licence, a campaign, and a kind that is one file.

The year was lived in scene 2; here each initiative is read back from both nodes with who signed it where, and what it
must not do yet is tried and refused.
"""

from typing import Any

from comity.cli.demo.groups import is_later
from comity.cli.demo.story import Stage
from comity.cli.demo.told import (
    Told,
    day,
    day_of,
    is_same_on_both,
    money,
    number,
    record,
    refused,
    tell_step,
    words,
)
from comity.cli.demo.year import AGREEMENTS

MEMORANDUM, OTHER_FIELDS = AGREEMENTS
CASE, LABORATORY = "initiative/radar-spares", "initiative/image-laboratory"
OFFERS, BLOCK = ("initiative/data-centre-coast", "initiative/data-centre-plateau"), "initiative/minerals-north"
CAMPAIGN, PLACES = "initiative/roman-sites", "initiative/study-places"
STEPS = ("request", "offer", "accept", "implement", "start_delivery", "complete_services", "reconcile")
DESK = "EXAMPLE: co-chair for equipment and technology, Ministry of National Defence"


def contract(stage: Stage) -> None:
    """Scene 6: from the request to the reconciliation; the amount withheld with its reason and its day."""
    narrator, shown = stage.narrator, _same(stage, MEMORANDUM, CASE)
    _tell_title(stage, shown)
    for move in STEPS:
        tell_step(stage, shown, move)
    account, items = shown["account"], {each["id"]: each for each in shown["document"]["items"]}
    narrator.say(
        "demo-case-account",
        paid=money({"amount_minor": account["paid_minor"], "currency": account["currency"]}),
        value=money({"amount_minor": account["value_minor"], "currency": account["currency"]}),
    )
    for item, delivered in account["delivered"].items():
        narrator.say(
            "demo-case-delivered",
            item=words(stage, items[item]["title"]),
            delivered=delivered,
            ordered=account["ordered"][item],
        )
    (withheld,) = shown["document"]["withheld"]
    narrator.say(
        "demo-case-withheld",
        reason=words(stage, withheld["reason"]),
        decision=withheld["decided_by"],
        day=day_of(withheld["public_on"]),
    )
    reason = refused(stage, MEMORANDUM, CASE, "close", party="DZ", office=DESK)
    narrator.say("demo-case-too-early", party="DZ", reason=reason)


def partnership(stage: Stage) -> None:
    """Scene 7: both agreed to a partnership; it is stopped at the export check that is not recorded."""
    narrator, shown = stage.narrator, _same(stage, MEMORANDUM, LABORATORY)
    _tell_title(stage, shown)
    tell_step(stage, shown, "agree")
    reason = refused(stage, MEMORANDUM, LABORATORY, "start", party="DZ", office=DESK)
    narrator.say("demo-partnership-stopped", party="DZ", reason=reason)
    for each in shown["about"]:
        if each["kind"] in ("check", "action"):
            narrator.say(
                "demo-next-step",
                title=words(stage, each["title"]),
                office=each["owner_office"],
                due=day(each["due_ms"]),
                state=words(stage, each["state_name"]),
            )


def investment(stage: Stage) -> None:
    """Scene 8: two offers for a data centre by the same figures, then a licence to explore and its fee."""
    narrator, offers = stage.narrator, [_same(stage, OTHER_FIELDS, each) for each in OFFERS]
    for shown in offers:
        document, cost = shown["document"], _cost(shown)
        narrator.say(
            "demo-offer",
            title=words(stage, shown["title"]),
            capacity=document["details"]["capacity_mw"],
            value=money(document["value"]),
            cost=money({"amount_minor": cost, "currency": document["value"]["currency"]}),
        )
    cheaper = min(offers, key=_cost)
    narrator.say("demo-offer-cheaper", title=words(stage, cheaper["title"]), state=words(stage, cheaper["state_name"]))
    tell_step(stage, cheaper, "agree")
    block = _same(stage, OTHER_FIELDS, BLOCK)
    _tell_title(stage, block)
    for move in ("agree", "explore", "license"):
        tell_step(stage, block, move)
    account = block["account"]
    paid = money({"amount_minor": account["paid_minor"], "currency": account["currency"]})
    roles = block["document"]["roles"]
    narrator.say(
        "demo-licence-paid",
        party=roles["investor"],
        payee=narrator.party(roles["host"]),
        paid=paid,
        article=block["document"]["clause_refs"][1],
    )


def campaign(stage: Stage) -> None:
    """Scene 9: a campaign, its one indicator with its source, and a change that waits for the second signature."""
    narrator, shown = stage.narrator, _same(stage, OTHER_FIELDS, CAMPAIGN)
    _tell_title(stage, shown)
    tell_step(stage, shown, "agree")
    (indicator,) = shown["document"]["indicators"]
    measured = indicator["measured"][-1]
    narrator.say(
        "demo-indicator",
        title=words(stage, indicator["title"]),
        baseline=number(indicator["baseline_milli"] // 1000),
        measured=number(measured["value_milli"] // 1000),
        target=number(indicator["target_milli"] // 1000),
        day=day_of(measured["on"]),
        source=measured["source"],
    )
    waiting = shown["waiting"]
    narrator.say("demo-change-waits", party=waiting["by"], move=words(stage, waiting["move_name"]))


def new_kind(stage: Stage) -> None:
    """Scene 11: a kind of initiative that is one file, adopted by both by its hash, and at once in use."""
    narrator, year = stage.narrator, stage.year
    if year is None:
        return
    year.play(is_later)
    deed = next(each for each in year.deeds if each.template is not None)
    assert deed.template is not None
    found = stage.actors["US"].client.get(stage.path("cooperation/templates"))
    template = next(each for each in found if each["id"] == deed.template["id"])
    narrator.say(
        "demo-kind-read",
        party=deed.by,
        lines=len(deed.toml.splitlines()),
        title=words(stage, template["title"]),
        hash=template["hash"],
        states=", ".join(words(stage, each["title"]) for each in template["states"]),
    )
    narrator.say("demo-kind-adopted", title=words(stage, record(stage, MEMORANDUM, template["decision"])["title"]))
    tell_step(stage, record(stage, MEMORANDUM, template["decision"]), "adopt")
    shown = _same(stage, MEMORANDUM, PLACES)
    _tell_title(stage, shown)
    tell_step(stage, shown, "open")
    (cost,) = shown["unit_costs"]
    currency = shown["document"]["value"]["currency"]
    each = money({"amount_minor": cost["numerator"] // cost["denominator"], "currency": currency})
    narrator.say("demo-kind-cost", title=words(stage, cost["title"]), cost=each)


def _same(stage: Stage, agreement: str, key: str) -> Told:
    """Return a record that both nodes show alike."""
    if not is_same_on_both(stage, agreement, key):
        raise AssertionError(f"the nodes show {key} differently")
    return record(stage, agreement, key)


def _tell_title(stage: Stage, shown: Told) -> None:
    cited = shown["document"]["clause_refs"]
    title = words(stage, shown["title"])
    stage.narrator.say("demo-initiative", title=title, count=len(cited), articles=", ".join(cited))


def _cost(shown: Told) -> int:
    found: dict[str, Any] = next(each for each in shown["unit_costs"] if each["name"] == "cost_per_mw")
    return int(found["numerator"] // found["denominator"])
