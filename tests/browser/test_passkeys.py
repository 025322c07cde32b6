"""Passkeys in the browser, with Chromium's own virtual authenticator (WebAuthn, CTAP 2), against two served nodes.

The codes are those that `comity init` prints. Each node is a name of its own, so each has its own passkeys and cookies.
"""

import re
import subprocess
import sys
from contextlib import contextmanager

import pytest

from comity.cli.demo import stage
from comity.cli.demo.command import AGREEMENT
from comity.files.shipped import shipped
from tests.browser.desk import furnished, watched

INIT_LIMIT_S = 120


def initiated(folder, party, ports):
    """Make a node as an operator does; return the way in that was printed."""
    memorandum = shipped("examples") / AGREEMENT / "memorandum.json"
    command = [sys.executable, "-m", "comity", "init", str(folder / party.lower()), "--party", party]
    command += ["--agreement", str(memorandum)]
    command += ["--port", str(ports[0]), "--partner-port", str(ports[1]), "--language", "en"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=INIT_LIMIT_S, check=True)
    (path,) = re.findall(r"/#/enrol/[a-z0-9-]+", done.stdout.replace("\u2068", "").replace("\u2069", ""))
    return path


@pytest.fixture(scope="module")
def doors(tmp_path_factory):
    """Both nodes as they were made, served, and what `comity init` printed for each."""
    folder = tmp_path_factory.mktemp("doors")
    ports = stage.ports_from(0)
    paths = {party: initiated(folder, party, ports[party]) for party in ports}
    with stage.served(folder, ports, "en", forcing=folder) as actors:
        yield {party: (actor, paths[party]) for party, actor in actors.items()}


@contextmanager
def seat(browser, actor):
    context = furnished(browser)
    try:
        officer = watched(context.new_page(), actor)
        yield officer
        assert not officer.foreign
        assert not officer.faults
    finally:
        context.close()


def authenticator(page):
    """Plug a key into the page that asks its holder who they are."""
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    return line, line.send("WebAuthn.addVirtualAuthenticator", {"options": options})["authenticatorId"]


def invited(actor, office="EXAMPLE: watch", roles=("drafter", "approver", "operator")):
    """Return the way in of a fresh code for an office that makes a passkey."""
    code = actor.client.post("/api/v1/offices", {"office": office, "roles": list(roles)})["code"]
    return f"/#/enrol/{code}"


def enrol(officer, path):
    page = officer.page
    page.goto(officer.actor.house + path)
    page.get_by_role("button", name=officer.say("enter-enrol")).click()
    officer.is_in()


def sign_out(officer):
    officer.page.get_by_role("button", name=officer.say("leave")).click()
    officer.page.get_by_role("button", name=officer.say("enter-passkey"), disabled=False).wait_for()


def test_the_printed_code_makes_a_passkey_that_opens_the_node_every_day(browser, doors):
    actor, path = doors["DZ"]
    with seat(browser, actor) as officer:
        page = officer.page
        line, key = authenticator(page)
        enrol(officer, path)
        (held,) = line.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]
        assert (held["rpId"], held["isResidentCredential"]) == ("dz.localhost", True)
        (cookie,) = page.context.cookies()
        assert cookie["name"].startswith("__Host-")
        assert (cookie["secure"], cookie["httpOnly"], cookie["sameSite"]) == (True, True, "Strict")
        sign_out(officer)
        assert page.context.cookies() == []
        officer.screen("door")
        page.get_by_role("button", name=officer.say("enter-passkey")).click()
        officer.is_in()
        sign_out(officer)
        page.goto(actor.house + path)
        page.reload()
        page.get_by_role("button", name=officer.say("enter-enrol")).click()
        refused = page.get_by_role("alert")
        refused.get_by_text("This code opens nothing.").wait_for()
        assert "was used already" in refused.inner_text()
        assert not officer.violations()
        officer.screen("door-refused")


def test_a_wrong_code_is_refused_in_clear_words(browser, doors):
    actor, _ = doors["US"]
    with seat(browser, actor) as officer:
        page = officer.page
        page.goto(actor.house)
        page.get_by_label(officer.say("enter-code")).fill("aaaa-bbbb-cccc-dddd")
        page.get_by_role("button", name=officer.say("enter-open"), exact=True).click()
        said = page.get_by_role("alert").inner_text()
        assert "This code opens nothing." in said
        assert "ask the node's operator for a new one" in said
        assert page.context.cookies() == []


def test_a_key_that_does_not_verify_who_holds_it_opens_nothing(browser, doors):
    actor, _ = doors["DZ"]
    with seat(browser, actor) as officer:
        page = officer.page
        line, key = authenticator(page)
        enrol(officer, invited(actor))
        sign_out(officer)
        line.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": False})
        page.get_by_role("button", name=officer.say("enter-passkey")).click()
        page.get_by_role("alert").get_by_text(officer.say("enter-no-passkey")).wait_for()
        assert page.context.cookies() == []
        line.send("WebAuthn.setUserVerified", {"authenticatorId": key, "isUserVerified": True})
        page.get_by_role("button", name=officer.say("enter-passkey")).click()
        officer.is_in()


def test_an_office_holds_two_passkeys_and_either_opens(browser, doors):
    actor, _ = doors["DZ"]
    with seat(browser, actor) as officer:
        page = officer.page
        line, first = authenticator(page)
        enrol(officer, invited(actor, "EXAMPLE: a desk with two keys"))
        kept = line.send("WebAuthn.getCredentials", {"authenticatorId": first})["credentials"]
        line.send("WebAuthn.removeVirtualAuthenticator", {"authenticatorId": first})
        _, second = authenticator(page)
        page.goto(f"{actor.house}/#/node")
        page.get_by_role("button", name=officer.say("node-add-passkey")).click()
        said = officer.say("node-your-passkeys", count=2).replace("2", r"\W2\W")  # a value stands isolated
        page.get_by_text(re.compile(said)).wait_for()
        sign_out(officer)
        page.get_by_role("button", name=officer.say("enter-passkey")).click()
        officer.is_in()
        sign_out(officer)
        line.send("WebAuthn.clearCredentials", {"authenticatorId": second})
        line.send("WebAuthn.addCredential", {"authenticatorId": second, "credential": kept[0]})
        page.get_by_role("button", name=officer.say("enter-passkey")).click()
        officer.is_in()
        (opened,) = line.send("WebAuthn.getCredentials", {"authenticatorId": second})["credentials"]
        assert opened["credentialId"] == kept[0]["credentialId"], "it was the first passkey that opened"


@pytest.mark.parametrize(
    ("office", "roles", "page_name"),
    [("EXAMPLE: watch officer", ("drafter",), "watch"), ("EXAMPLE: secretary", ("approver", "auditor"), "signatures")],
)
def test_an_office_that_comes_in_by_passkey_begins_at_its_own_page(browser, doors, office, roles, page_name):
    actor, _ = doors["DZ"]
    with seat(browser, actor) as officer:
        authenticator(officer.page)
        enrol(officer, invited(actor, office, roles))
        officer.page.wait_for_url(f"**/#/{page_name}**")
        sign_out(officer)
        officer.page.get_by_role("button", name=officer.say("enter-passkey")).click()
        officer.is_in()
        officer.page.wait_for_url(f"**/#/{page_name}**")
        current = officer.page.locator("nav a[aria-current=page]")
        assert officer.say(f"page-{page_name}") in current.inner_text()


def test_one_browser_is_signed_in_to_both_nodes_at_once_and_stays_so(browser, doors):
    with furnished(browser) as context:
        officers = {}
        for party, (actor, _) in doors.items():
            officers[party] = watched(context.new_page(), actor)
            authenticator(officers[party].page)
            enrol(officers[party], invited(actor))
        assert {each["domain"] for each in context.cookies()} == {"dz.localhost", "us.localhost"}
        for party, officer in officers.items():
            officer.page.reload()
            officer.page.get_by_role("button", name=officer.say("leave")).wait_for()
            assert officer.page.locator("header .party").inner_text() == party
        sign_out(officers["US"])
        officers["DZ"].page.reload()
        officers["DZ"].page.get_by_role("button", name=officers["DZ"].say("leave")).wait_for()
        assert not any(each.foreign or each.faults for each in officers.values())
