"""The stage: two node folders on this machine, each served by a process of its own, on loopback.

Nothing here is special to the demonstration but the addresses: the folders are made as `comity init` makes them, the
cards are exchanged as officers exchange them, and each node runs `comity serve`.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from comity.ground import InvalidInput
from comity.node.app import opened
from comity.node.birth import init_node
from comity.node.client import NodeClient
from comity.node.lock import is_owned
from comity.node.partners import enrol

PARTIES = ("DZ", "US")
MARK = ".comity-demo"
MADE = (
    "dz",
    "us",
    ".dz.partial",
    ".us.partial",
    "forcing",
    "altered-log",
    "dz.log",
    "us.log",
    "us-hand-over.md",
    "out",
)
"""What the demonstration makes in its folder."""

PARTNER_PORTS_BELOW = 100
PULL_EVERY_S = "0.5"
"""On one machine the partner is near: nobody need wait two seconds at every turn."""

TOLD_PULL_EVERY_S = "2"
"""In the story, which tells each node when to look: the usual pace, so that the nodes have their hands free to act."""

START_LIMIT_S = 60.0
STOP_LIMIT_S = 15.0


@dataclass(frozen=True)
class Actor:
    """One party's node: its folder, the address of its house port, and the client that speaks to its socket."""

    party: str
    folder: Path
    house: str
    client: NodeClient


def clear(folder: Path) -> None:
    """Make the demonstration's folder anew: what it made is removed, what it did not make is left alone."""
    try:
        if folder.exists() and any(folder.iterdir()) and not (folder / MARK).exists():
            raise InvalidInput(
                "cli.not_a_demo_folder",
                "The folder {folder} is not empty and was not made by `comity demo`.",
                why="the demonstration starts anew and would mix with what lies there",
                remedy="name another folder with --dir",
                folder=str(folder),
            )
        _refuse_if_served(folder)
        for name in MADE:
            path = folder / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARK).touch()
    except OSError as error:
        raise InvalidInput(
            "cli.demo_folder_unusable",
            "The demonstration cannot be made in {folder}.",
            why="the system answers: {reason}",
            remedy="name a folder that you may write with --dir",
            folder=str(folder),
            reason=error.strerror or type(error).__name__,
        ) from None


def _refuse_if_served(folder: Path) -> None:
    for party in PARTIES:
        if (folder / party.lower()).is_dir() and is_owned(folder / party.lower()):
            raise InvalidInput(
                "cli.demo_is_served",
                "Another demonstration is being served from {folder}.",
                why="its nodes would lose their files",
                remedy="stop it with Ctrl-C where it runs, or name another folder with --dir",
                folder=str(folder),
            )


def ports_from(first: int) -> dict[str, tuple[int, int]]:
    """Return house and partner port of each party; free ones when `first` is 0."""
    if first:
        return {party: (first + i, first + i - PARTNER_PORTS_BELOW) for i, party in enumerate(PARTIES)}
    return {party: (_free_port(), _free_port()) for party in PARTIES}


def are_free(ports: Mapping[str, tuple[int, int]]) -> bool:
    """Return whether nobody listens at any of these ports."""
    for pair in ports.values():
        for port in pair:
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                try:
                    probe.bind(("127.0.0.1", port))
                except OSError:
                    return False
    return True


def set_up(
    folder: Path,
    memorandum: Any,
    ports: Mapping[str, tuple[int, int]],
    language: str,
    *,
    texts: Sequence[bytes] = (),
    beside: Sequence[Any] = (),
) -> None:
    """Make both node folders, each with its keys, the signed texts and its public cards, and exchange the cards.

    `beside` are agreements that the same two parties hold beside the memorandum.
    """
    cards = {}
    for party, (house_port, partner_port) in ports.items():
        cards[party] = init_node(
            folder / party.lower(),
            party=party,
            agreements=[memorandum, *beside],
            url=f"http://127.0.0.1:{partner_port}",
            language=language,
            house_port=house_port,
            partner_port=partner_port,
            texts=texts,
        )
    for party, other in (PARTIES, PARTIES[::-1]):
        with opened(folder / party.lower()) as node:
            for card in cards[other]:
                enrol(node, orjson.dumps(card.document))


@contextmanager
def served(
    folder: Path,
    ports: Mapping[str, tuple[int, int]],
    language: str,
    *,
    forcing: Path,
    pull_every_s: str = PULL_EVERY_S,
) -> Iterator[dict[str, Actor]]:
    """Serve both nodes until the block ends, however it ends; new cases take currents and wind from `forcing`."""
    actors = {party: _actor(party, folder / party.lower(), ports[party][0], language) for party in PARTIES}
    processes = [_serve(actor, forcing, pull_every_s) for actor in actors.values()]
    try:
        for actor, process in zip(actors.values(), processes, strict=True):
            _wait_until_ready(actor, process)
        yield actors
    finally:
        for process in processes:
            process.send_signal(signal.SIGTERM)
        for process in processes:
            try:
                process.wait(STOP_LIMIT_S)
            except subprocess.TimeoutExpired:
                process.kill()
        for actor in actors.values():
            actor.client.close()


def _actor(party: str, folder: Path, house_port: int, language: str) -> Actor:
    house = f"http://{party.lower()}.localhost:{house_port}"
    return Actor(party, folder, house, NodeClient(folder, language=language))


def one_time_link(actor: Actor, office: str) -> str:
    """Return an address that signs its first visitor in as an office with every role, once."""
    body = {"office": office, "roles": ["drafter", "approver", "auditor", "operator"], "enters": True}
    return actor.house + str(actor.client.post("/api/v1/offices", body)["path"])


def _serve(actor: Actor, forcing: Path, pull_every_s: str = PULL_EVERY_S) -> subprocess.Popen[bytes]:
    with (actor.folder.parent / f"{actor.party.lower()}.log").open("wb") as log:
        return subprocess.Popen(  # noqa: S603 (our own command, our own folder)
            [sys.executable, "-m", "comity", "serve", str(actor.folder)],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            env={**os.environ, "COMITY_PULL_EVERY_S": pull_every_s, "COMITY_FORCING_FOLDER": str(forcing)},
        )


def _wait_until_ready(actor: Actor, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_LIMIT_S
    while process.poll() is None and time.monotonic() < until:
        if actor.client.is_ready():
            return
        time.sleep(0.05)
    log = actor.folder.parent / f"{actor.party.lower()}.log"
    raise InvalidInput(
        "cli.node_did_not_start",
        "The node of {party} did not start.",
        why="its last words were: {words}",
        remedy="see {log}; when a port is taken, name another one with --port",
        party=actor.party,
        words=(log.read_text("utf-8", "replace").strip().splitlines() or ["–"])[-1][-400:],
        log=str(log),
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
