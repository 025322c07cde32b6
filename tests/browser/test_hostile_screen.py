"""What a hostile partner signed stands on every page as harmless text: no script, no dialog, no other host, no lie.

The partner is a real node whose own log carries what no node of ours would write; our node pulls it over a socket.
"""

import time
from hashlib import sha256

import orjson
import pytest

from comity.cli.demo import stage
from comity.cli.demo.command import AGREEMENT
from comity.files.shipped import shipped
from comity.ground import InvalidInput, canonical
from comity.ledger import SALT_BYTES, release_entry, text_entry
from comity.node.app import opened
from comity.node.contents import SCHEMA
from tests.browser.desk import desk

ARRIVED_LIMIT_S = 60.0
KEPT_UNTIL_MS = 9_999_999_999_999
FOREIGN_HOST = "evil.example"
NASTY = {
    "script": f"<script src=//{FOREIGN_HOST}/x.js>window.owned=1</script>",
    "image": f"<img src=//{FOREIGN_HOST}/x onerror=window.owned=1>",
    "link": "javascript:window.owned=1",
    "style": "</style><style>*{display:none}</style>",
    "bidi": "\u202egnp.exe\u2066 \u200f",
    "hidden": "rel\u200bea\u00adsed\u2060",
    "homoglyph": "bej\u0430ia-2008",
    "control": "a\u0000b\u0007\u001b[2J\rc",
    "heap": "e" + "\u0301" * 90,
    "long": "W" * 65_536,
    "path": "../../../keys/log.seed",
    "percent": "%zz%00?x=1#/enter/abcdefgh",
    "deep": "d",
}
TITLE = {"ar": NASTY["script"], "en": NASTY["bidi"], "fr": "x" * 60_000}
NUMBERS = ("⟨U+202E⟩", "⟨U+200B⟩", "⟨U+0430⟩", "⟨U+0000⟩", "⟨U+001B⟩")
PAGES = (
    "incidents", "exchange", "signatures", "agreement", "overview", "ledger/partner", "ledger/partner/2", "node",
    "watch", "new?from=bej%D0%B0ia-2008",
)  # fmt: skip
UNSEEN = "/[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200b\\u202a-\\u202e\\u2060\\u00ad\\ufeff]/"
MADE = "main script, main img, main iframe, main object, main style, a[href^=javascript]"
STANDS = f"""() => {{
  const own = (each) => each.tagName === 'TITLE' || !each.children.length ? each.textContent : ''
  const told = (each) => [own(each), each.getAttribute('aria-label') ?? '', each.getAttribute('title') ?? '']
  const texts = [...document.querySelectorAll('body *, title')].flatMap(told)
  return {{
    owned: window.owned,
    made: document.querySelectorAll('{MADE}').length,
    hidden: texts.filter((text) => {UNSEEN}.test(text)).map((text) => text.slice(0, 80)),
    wide: document.documentElement.scrollWidth - innerWidth,
    rail: document.querySelector('nav').getBoundingClientRect().width,
    lead: document.querySelector('main').getBoundingClientRect().width,
  }}
}}"""


def deep(levels):
    value: object = "window.owned=1"
    for _ in range(levels):
        value = {"b": [value]}
    return value


def record(name, text):
    return {
        "case_id": text, "object_key": NASTY["image"], "nature": NASTY["link"] if name == "link" else text[:2000],
        "opened_ms": 1_790_000_000_000, "lkp_ms": 1_790_000_000_000, "lkp": [5_200_000, 37_100_000],
        "containment_ms": [1_790_000_000_000],
        "containment_50": [[[[0, 0], [1_000_000, 0], [0, 1_000_000], [0, 0]]]], "status": "open",
    }  # fmt: skip


def smuggled(node, holding, text_of):
    """Put a content into the partner's log under its own keys, with nobody checking what it says."""
    content = canonical(
        {
            "schema": SCHEMA, "salt": "00" * SALT_BYTES, "agreement": holding.hash,
            "rule": "4.3/sar-live", "clause": "4.3", "item": "rescue.case", "purpose": "search_and_rescue",
            "label": {"policy": "DZ-US", "classification": "RELEASABLE", "tlp": "AMBER", "rel_to": ["DZ", "US"]},
            "keep_until_ms": KEPT_UNTIL_MS, "records": [text_of],
        }
    )  # fmt: skip
    name = sha256(content).hexdigest()
    node.disk.put(node.layout.blob(holding.agreement.id, name), content)
    return release_entry(
        agreement=holding.hash, rule="4.3/sar-live", item="rescue.case", blob=f"sha256:{name}", bytes=len(content),
        count=1, commitments=[f"sha256:{name}"], keep_until_ms=KEPT_UNTIL_MS, office=NASTY["script"],
        at_ms=node.clock(),
        salt=node.random(SALT_BYTES),
    )  # fmt: skip


def signed(client, agreement_id, office):
    """Sign the memorandum, as soon as the partner has answered once."""
    body = {"series": "agreement", "sign": True, "office": office}
    until_s = time.monotonic() + ARRIVED_LIMIT_S
    while True:
        try:
            return client.post(f"/api/v1/agreements/{agreement_id}/texts", body)
        except InvalidInput:
            assert time.monotonic() < until_s
            time.sleep(0.1)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """Algeria's node after the United States' node released what no officer would write."""
    folder = tmp_path_factory.mktemp("hostile")
    memorandum = orjson.loads((shipped("examples") / AGREEMENT / "memorandum.json").read_bytes())
    ports = stage.ports_from(0)
    stage.set_up(folder, memorandum, ports, "en")
    with stage.served(folder, ports, "en", forcing=folder) as actors:
        for party, office in (("US", NASTY["bidi"]), ("DZ", "ministry")):
            signed(actors[party].client, memorandum["id"], office)
    with opened(folder / "us") as node:
        (agreement_id,) = node.holdings
        holding = node.holding(agreement_id)
        text = text_entry(
            series="decision/nasty", parent="root", round=0, office=NASTY["image"], at_ms=node.clock(),
            salt=node.random(SALT_BYTES),
            document={"title": TITLE, "effects": [{"clause": deep(12)}, 7]},
        )  # fmt: skip
        entries = [smuggled(node, holding, record(name, each)) for name, each in NASTY.items()]
        holding.own.write([text, *entries], sign=holding.sign_head, now_ms=node.clock())
    with stage.served(folder, ports, "en", forcing=folder) as actors:
        until_s = time.monotonic() + ARRIVED_LIMIT_S
        while len(actors["DZ"].client.get("/api/v1/cases")) < len(NASTY):
            assert time.monotonic() < until_s, actors["DZ"].client.get("/api/v1/cases")
            time.sleep(0.1)
        yield actors["DZ"]


def check_what_stands(officer, where):
    officer.quiet()
    found = officer.page.evaluate(STANDS)
    assert found["owned"] is None, where
    assert found["made"] == 0, where
    assert found["hidden"] == [], where
    assert found["wide"] <= 0, f"{where}: the page is wider than the screen"
    assert found["rail"] > 40, where
    assert found["lead"] > 600, where


@pytest.mark.parametrize(("language", "mode"), [("en", "day"), ("ar", "night")])
def test_every_page_shows_it_as_text(browser, hostile, language, mode):
    with desk(browser, hostile, language, mode) as officer:
        shown = ""
        for page in PAGES:
            officer.go(page)
            check_what_stands(officer, page)
            shown += officer.page.locator("main").inner_text()
            officer.screen(f"hostile-{page.split('?')[0].replace('/', '-')}")
        for number in NUMBERS:
            assert number in shown, f"{number} is shown nowhere"


def test_every_incident_of_the_partner_opens_with_its_act_in_sight(browser, hostile):
    with desk(browser, hostile) as officer:
        officer.go("incidents")
        links = officer.page.locator("main a[href*='#/incidents/']")
        links.first.wait_for()
        addresses = links.evaluate_all("all => all.map((each) => each.getAttribute('href').slice(2))")
        assert len(addresses) == len(NASTY)
        for address in addresses:
            officer.go(address)
            check_what_stands(officer, address)
            title = officer.page.title()
            assert len(title) < 300
            act = officer.page.locator("section.next a.button, section.next button").first
            if act.count():
                box = act.bounding_box()
                assert box
                assert box["y"] + box["height"] <= 900, "what to do next is pushed out of sight"
        officer.screen("hostile-incident")


def test_search_and_alarms_show_it_as_text(browser, hostile):
    with desk(browser, hostile) as officer:
        officer.page.keyboard.press("/")
        officer.page.locator("dialog input").wait_for()
        officer.page.keyboard.type("e")
        officer.page.locator("#found [role=option]").first.wait_for()
        check_what_stands(officer, "search")
        officer.screen("hostile-search")
        officer.page.keyboard.press("Escape")
        officer.page.locator("dialog").wait_for(state="detached")
        strip = officer.page.locator(".alarm")
        strip.wait_for()
        for _ in NASTY:
            box = strip.get_by_role("button").first.bounding_box()
            assert box
            assert 0 <= box["x"] <= 1440 - box["width"], "the answer to an alarm is pushed out of sight"
            before = strip.inner_text()
            check_what_stands(officer, before[:60])
            officer.page.keyboard.press("a")
            officer.page.wait_for_function(
                "before => document.querySelector('.alarm')?.innerText !== before", arg=before
            )
            if not strip.count():
                break


def test_an_address_that_was_mistyped_opens_a_page_and_not_a_fault(browser, hostile):
    with desk(browser, hostile) as officer:
        for address in (
            "incidents/%zz",
            "ledger/own/%",
            "incidents/..%2f..%2fkeys",
            "agreement/%00",
            "nowhere/<script>",
        ):
            officer.go(address)
            check_what_stands(officer, address)
