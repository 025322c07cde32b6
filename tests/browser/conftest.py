"""Two real nodes with the story told, and the system's Chromium, once for the session."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import orjson
import pytest
from playwright.sync_api import Browser, sync_playwright

from comity.cli.demo import command, rescue, stage, story
from comity.cli.demo.narrator import Narrator
from comity.cli.demo.plays import PLAYS
from comity.cli.demo.stage import Actor
from comity.console import built_pages
from comity.files.shipped import shipped
from comity.files.words import words
from comity.node.lock import is_owned
from comity.node.settings import settings_text
from tests.two_nodes.cooperating import cooperating
from tests.two_nodes.test_registers import deliver_and_claim

ENDED_LIMIT_S = 20.0
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
LOOPBACK = {"DZ": "127.0.0.1", "US": "localhost"}
"""Two names of this machine: in memory a partner is known by its name, on the machine by its port too."""
NEEDED = "the browser tests need the built console, axe-core beside it and a Chromium on this machine"


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.xdist_group("browser"))


def lacking(what: str) -> None:
    """Fail where the pipeline runs; elsewhere skip and say what is not here."""
    message = f"{NEEDED}: {what} is missing"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if found is None:
        lacking("Chromium")
    if built_pages() is None:
        lacking("the built console (tools/build-pages)")
    arguments = ["--enable-unsafe-swiftshader", "--use-angle=swiftshader", "--force-color-profile=srgb"]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=arguments)
        yield launched
        launched.close()


@dataclass
class Power:
    """Switches a node's process off as a power cut does, and on again on the same folder and ports."""

    forcing: Path
    started: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def off(self, actor: Actor) -> None:
        """Kill the process that holds the folder; return when the kernel has let go of it."""
        os.kill(int((actor.folder / "node.lock").read_text()), signal.SIGKILL)
        actor.client.close()
        until_s = time.monotonic() + ENDED_LIMIT_S
        while is_owned(actor.folder):
            assert time.monotonic() < until_s, "the killed process still holds its folder"
            time.sleep(0.01)

    def on(self, actor: Actor) -> None:
        """Serve the folder again."""
        self.started.append(stage._serve(actor, self.forcing))
        stage._wait_until_ready(actor, self.started[-1])

    def end(self) -> None:
        """Stop what was started here."""
        for process in self.started:
            process.terminate()
            process.wait()


def case_under_way(set_: story.Stage) -> None:
    """The rescue scene up to where the partner shows the case: the search goes on, and nobody has closed it."""
    case_id = str(set_.case["case"]["id"])
    rescue._open(set_, "DZ", set_.case)
    rescue._tell_drift(set_, case_id)
    rescue._tell_received(set_, case_id, rescue._send_case(set_, case_id))


@pytest.fixture(scope="session")
def nodes(tmp_path_factory) -> Iterator[tuple[dict[str, Actor], Power]]:
    """Both nodes after the scenes of the memorandum and the decision, with a case that is searched for and was sent."""
    folder = tmp_path_factory.mktemp("told")
    narrator = Narrator(words("en"))
    narrator.quiet = True
    example = shipped("examples") / command.AGREEMENT
    memorandum = orjson.loads((example / "memorandum.json").read_bytes())
    decision = orjson.loads((example / "decisions" / "search-and-rescue.json").read_bytes())
    case, fields = command._case(folder, narrator, None)
    case["run"]["particles"] = 5_000
    ports = stage.ports_from(0)
    texts = [path.read_bytes() for path in sorted(example.glob("text.*.md"))]
    stage.set_up(folder, memorandum, ports, "en", texts=texts)
    with stage.served(folder, ports, "en", forcing=fields) as actors:
        set_ = story.Stage(folder, actors, memorandum, decision, case, narrator)
        for number in (1, 2):
            PLAYS[number](set_)
        case_under_way(set_)
        power = Power(fields)
        yield actors, power
        power.end()


@pytest.fixture(scope="session")
def told(nodes: tuple[dict[str, Actor], Power]) -> dict[str, Actor]:
    return nodes[0]


@pytest.fixture(scope="session")
def power(nodes: tuple[dict[str, Actor], Power]) -> Power:
    return nodes[1]


def cooperate(folder: Path, hosts: Mapping[str, str]) -> None:
    with cooperating(folder, hosts=hosts) as both:
        deliver_and_claim(both)
        both.propose(both.dz, "decision", "d-1")
        both.both(both.dz, "decision/d-1", "adopt")


@pytest.fixture(scope="session")
def equipped(tmp_path_factory) -> Iterator[dict[str, Actor]]:
    """Both nodes with a contract case, a delivery that one alone claims, and a decision that both adopted.

    It was done in memory, within a second or two; then each is served from its folder.
    """
    folder, ports = tmp_path_factory.mktemp("equipped"), stage.ports_from(0)
    hosts = {party: f"{name}:{ports[party][1]}" for party, name in LOOPBACK.items()}
    with ThreadPoolExecutor(1) as beside:  # Playwright's own loop of events runs in this thread
        beside.submit(cooperate, folder, hosts).result()
    for party, (house_port, partner_port) in ports.items():
        node = (folder / party).rename(folder / party.lower())
        settings = settings_text(party=party, language="en", house_port=house_port, partner_port=partner_port)
        (node / "node.toml").write_text(settings)
    with stage.served(folder, ports, "en", forcing=folder) as actors:
        yield actors
