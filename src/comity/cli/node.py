"""`comity init`, `enrol`, `serve` and `doctor`: make a node folder, pin the partner's card, run it, examine it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from comity.cli.language import spoken
from comity.console import built_pages
from comity.files.agreements import AgreementFile, check_texts, read_agreement_file
from comity.files.words import LANGUAGES, Words
from comity.ground import InvalidInput
from comity.node import offices
from comity.node.app import opened
from comity.node.birth import init_node
from comity.node.cards import MOST_BYTES, read_card
from comity.node.client import NodeClient
from comity.node.clock import now_ms
from comity.node.doctor import Finding, examine
from comity.node.journal import Journal
from comity.node.lock import is_owned
from comity.node.offices import OWNER, ROLES
from comity.node.partners import enrol as enrol_partner
from comity.node.renewal import renew_certificate
from comity.node.settings import read_settings
from comity.node.store import has_wal_reset_bug

OPERATIONS = "operations"
"""The office that `init` invites: it holds every role until it invites others."""

Folder = Annotated[Path, typer.Argument(help="The node folder.")]


def init(
    folder: Folder,
    party: Annotated[str, typer.Option(help="Our party, as the agreement names it, such as DZ.")],
    agreement: Annotated[list[Path], typer.Option(help="Agreement file (.toml or .json); may be given several times.")],
    port: Annotated[int, typer.Option(min=0, max=65535, help="House port, for our own offices.")] = 8800,
    partner_port: Annotated[int, typer.Option(min=0, max=65535, help="Port that the partner reads.")] = 8700,
    url: Annotated[
        str | None, typer.Option(help="Address of our partner port as the partner reaches it, for our card.")
    ] = None,
    language: Annotated[str, typer.Option(help="Language of the node: ar, en or fr.")] = "",
) -> None:
    """Make a node folder with its keys, and our public card for each agreement."""
    words = spoken()
    chosen = language or words.language
    if chosen not in LANGUAGES:
        raise typer.BadParameter(f"{chosen!r} is not one of {', '.join(LANGUAGES)}.", param_hint="--language")
    for path in agreement:
        if not path.is_file():
            raise typer.BadParameter(f"{path} is not a file.", param_hint="--agreement")
    files = [read_agreement_file(path) for path in agreement]
    cards = init_node(
        folder,
        party=party,
        agreements=[each.document for each in files],
        texts=[path.read_bytes() for each in files for path in _texts_beside(each)],
        url=url or f"http://127.0.0.1:{partner_port}",
        language=chosen,
        house_port=port,
        partner_port=partner_port,
    )
    typer.echo(words.say("cli-node-made", folder=str(folder), party=party))
    with opened(folder) as node:
        first = offices.invite(node, OPERATIONS, ROLES, enters=False, made_by=OWNER)
    typer.echo(words.say("cli-node-code", office=first.office, code=first.code, path=f"/#/enrol/{first.code}"))
    for card in cards:
        path = folder / "agreements" / card.agreement / "card.json"
        typer.echo(words.say("cli-node-card", agreement=card.agreement, path=str(path)))
        typer.echo(words.say("cli-node-fingerprint", party=card.party, fingerprint=card.fingerprint))


def _texts_beside(file: AgreementFile) -> list[Path]:
    """Return the signed texts that lie beside an agreement file; none where one is missing or was changed."""
    try:
        return list(check_texts(file).values())
    except InvalidInput:
        return []


def invite(
    folder: Folder,
    office: Annotated[str, typer.Argument(help="The office, never a person.")],
    role: Annotated[
        list[str], typer.Option(help="drafter, approver, auditor or operator; may be given several times.")
    ],
) -> None:
    """Give an office its roles and print a one-time code with which it makes a passkey in the console."""
    words = spoken()
    chosen = [each for each in ROLES if each in role]
    for each in role:
        if each not in ROLES:
            raise typer.BadParameter(f"{each!r} is not one of {', '.join(ROLES)}.", param_hint="--role")
    if is_owned(folder):
        client = NodeClient(folder, language=words.language)
        try:
            made = client.post("/api/v1/offices", {"office": office, "roles": chosen})
        finally:
            client.close()
        code = str(made["code"])
    else:
        with opened(folder) as node:
            code = offices.invite(node, office, chosen, enters=False, made_by=OWNER).code
    typer.echo(words.say("cli-node-code", office=office, code=code, path=f"/#/enrol/{code}"))


def enrol(
    folder: Folder,
    card: Annotated[Path, typer.Argument(help="The partner's card.json, handed over by hand.")],
    url: Annotated[str | None, typer.Option(help="Where we reach the partner, if not at the card's address.")] = None,
) -> None:
    """Pin the partner's card; then compare both fingerprints by voice."""
    if not card.is_file():
        raise typer.BadParameter(f"{card} is not a file.", param_hint="CARD")
    words = spoken()
    with card.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    theirs = read_card(data)
    if is_owned(folder):
        client = NodeClient(folder, language=words.language)
        body = {"card": theirs.document, "url": url}
        answer = client.post(f"/api/v1/agreements/{theirs.agreement}/partner", body)
        fingerprints = {side["party"]: side["fingerprint"] for side in (answer["ours"], answer["theirs"])}
        client.close()
    else:
        with opened(folder) as node:
            ours, theirs = enrol_partner(node, data, url=url)
        fingerprints = {ours.party: ours.fingerprint, theirs.party: theirs.fingerprint}
    typer.echo(words.say("cli-node-enrolled", party=theirs.party, agreement=theirs.agreement))
    for party, fingerprint in fingerprints.items():
        typer.echo(words.say("cli-node-fingerprint", party=party, fingerprint=fingerprint))
    typer.echo(words.say("cli-node-compare"))


def renew(folder: Folder) -> None:
    """Draw a new certificate for the line to the partner and write our cards again; the node must not be served."""
    words = spoken()
    with opened(folder) as node:
        cards = renew_certificate(node)
    for card in cards:
        typer.echo(words.say("cli-node-renewed", file=f"agreements/{card.agreement}/card.json"))
        typer.echo(words.say("cli-node-fingerprint", party=card.party, fingerprint=card.fingerprint))
    typer.echo(words.say("cli-node-compare"))


def serve(
    folder: Folder,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="House port; 0 takes a free one.")] = None,
    partner_port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="Partner port; 0 takes a free one.")
    ] = None,
) -> None:
    """Serve a node until it is stopped: the partner port, the house port and node.sock."""
    from comity.api.serving import announce  # the web framework is loaded only where a node is served
    from comity.api.serving import serve as serve_node

    settings = read_settings(folder)
    settings = replace(
        settings,
        house_port=settings.house_port if port is None else port,
        partner_port=settings.partner_port if partner_port is None else partner_port,
    )
    journal = Journal()
    with opened(folder, settings=settings) as node:
        if has_wal_reset_bug():
            journal.note("sqlite_wal_reset_bug")
        serve_node(node, on_ready=announce, journal=journal, console=built_pages())


def doctor(
    folder: Folder,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for a machine instead of sentences.")] = False,
) -> None:
    """Check the machine and the node folder: clock, disk, database, keys, ports, logs, partner."""
    words = spoken()
    findings = examine(folder.resolve(), clock=now_ms)
    said = [(finding, _sentence(finding, words)) for finding in findings]
    if as_json:
        rows = [{"check": each.check, "state": each.state, "sentence": sentence} for each, sentence in said]
        typer.echo(json.dumps({"schema": "comity/doctor/1", "findings": rows}, ensure_ascii=False, indent=2))
    else:
        for each, sentence in said:
            typer.echo(f"{words.say(STATES[each.state])}  {sentence}")
    if any(each.state == "failed" for each in findings):
        raise typer.Exit(1)


STATES = {"ok": "cli-doctor-state-ok", "warning": "cli-doctor-state-warning", "failed": "cli-doctor-state-failed"}


def _sentence(finding: Finding, words: Words) -> str:
    if finding.error is not None:
        return words.told(finding.error)
    return words.say(finding.message, **finding.values)
