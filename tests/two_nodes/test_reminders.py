"""Reminders on two nodes: the same list on both, one file a day, one mail even across a crash, and no address kept."""

import email
import email.policy
import io
import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from comity.api.house import house_app
from comity.cooperation import digests
from comity.node import outbox
from comity.node.app import Node
from comity.node.cooperation import books
from comity.node.jobs import go_round, run_due
from comity.node.journal import Journal
from comity.node.services import reminders
from comity.node.services.cooperation import give_offices
from tests.two_nodes.cooperating import MS_PER_DAY, OFFICES, Cooperating, cooperating, said
from tests.two_nodes.two import START_MS, client_of

ADDRESS = "desk.of.algiers@mail.example"


class MailServer(socketserver.ThreadingTCPServer):
    """A mail server of a few lines (RFC 5321): it takes every message, or says no to every recipient."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Talk)
        self.messages: list[bytes] = []
        self.refuses = False

    @property
    def port(self) -> int:
        return int(self.server_address[1])


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server = self.server
        assert isinstance(server, MailServer)
        self.wfile.write(b"220 ready\r\n")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"DATA":
                self.wfile.write(b"354 go on\r\n")
                lines = []
                while (each := self.rfile.readline()) != b".\r\n":
                    lines.append(each)
                server.messages.append(b"".join(lines))
            elif word == b"RCPT" and server.refuses:
                self.wfile.write(b"550 no\r\n")
                continue
            self.wfile.write(b"250 so be it\r\n")
            if word == b"QUIT":
                return


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Cooperating]:
    with cooperating(tmp_path) as both:
        both.group()
        for node, name, day in ((both.dz, "ours", 1), (both.dz, "ours-late", -9), (both.us, "theirs", 3)):
            due_ms = node.clock() + day * MS_PER_DAY
            both.propose(node, "action", name, due_ms=due_ms, owner_office=OFFICES[node.party])
        both.exchange()
        yield both


@contextmanager
def mail_server() -> Iterator[MailServer]:
    with MailServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def at_its_hour(node: Node, **changes: object) -> Node:
    """The node once the hour of the digests has come, with settings changed."""
    settings = replace(node.settings, **{"reminders_hour": 0, **changes})  # type: ignore[arg-type]
    return replace(node, settings=settings)


def work(node: Node) -> int:
    go_round(node)
    return run_due(node, reminders.KIND, threading.Event(), start=f"{next(iter(node.holdings))}/")


def mailing(node: Node, server: MailServer) -> Node:
    office = OFFICES[node.party]
    return at_its_hour(
        node,
        reminders_smtp_host="127.0.0.1",
        reminders_smtp_port=server.port,
        reminders_sender="comity@mail.example",
        reminders_addresses={office: ADDRESS},
    )


def test_both_nodes_compute_the_same_reminders_for_the_offices_of_both(two: Cooperating) -> None:
    at_ms = two.dz.clock()
    found = []
    for node in (two.dz, two.us):
        read = books(node, node.holding(two.agreement_id))
        found.append(digests(replace(read.agreed, at_ms=at_ms), read.framework.parties, days=14))
    assert found[0] == found[1]
    said = {each.office: ([due.key for due in each.late], [due.key for due in each.soon]) for each in found[0]}
    assert said == {
        OFFICES["DZ"]: (["action/ours-late"], ["action/ours"]),
        OFFICES["US"]: ([], ["action/theirs"]),
    }


def test_a_digest_is_written_once_a_day_in_three_languages_and_only_for_our_own_offices(two: Cooperating) -> None:
    node = at_its_hour(two.dz, reminders_folder="digests")
    assert work(node) == 1
    (file,) = (node.layout.folder / "digests" / two.agreement_id).iterdir()
    text = file.read_text("utf-8")
    assert all(each in text for each in ("EXAMPLE", "EXEMPLE", "مثال", "action/ours-late"))
    assert "action/theirs" not in text
    file.write_text("read")
    assert work(node) == 0
    assert file.read_text() == "read"


def test_before_its_hour_and_without_a_folder_or_a_server_nothing_is_made(two: Cooperating) -> None:
    assert work(two.dz) == 0
    early = at_its_hour(two.dz, reminders_folder="digests", reminders_hour=23)
    assert work(replace(early, clock=lambda: START_MS - START_MS % MS_PER_DAY)) == 0


def test_a_mail_is_sent_once_a_day_and_says_who_is_reminded(two: Cooperating) -> None:
    with mail_server() as server:
        node = mailing(two.dz, server)
        assert work(node) == 2
        assert work(node) == 0
        (message,) = server.messages
    read = email.message_from_bytes(message, policy=email.policy.SMTP)
    assert (read["To"], read["From"]) == (ADDRESS, "comity@mail.example")
    assert OFFICES["DZ"] in read["Subject"]
    assert "action/ours-late" in read.get_body().get_content()  # type: ignore[union-attr]


def test_a_node_that_stops_after_it_sent_and_before_it_kept_so_does_not_send_again(two: Cooperating) -> None:
    with mail_server() as server:
        node = mailing(two.dz, server)
        go_round(node)
        for _ in range(2):  # the day's job, then the mail: done, and the node stops before it keeps that
            job = outbox.claim(node, reminders.KIND)
            assert job is not None
            reminders.deliver(node, job, threading.Event())
        outbox.reclaim(node)
        work(node)
        assert len(server.messages) == 1


def test_a_mail_that_the_server_does_not_take_is_tried_again_and_no_row_holds_the_address(two: Cooperating) -> None:
    with mail_server() as server:
        node = mailing(two.dz, server)
        server.refuses = True
        work(node)
        subject = f"{two.agreement_id}/{reminders.day_of(node.clock())}/{OFFICES['DZ']}"
        job = outbox.latest(node, reminders.KIND, subject)
        assert job is not None
        assert job.problem is not None
        assert (job.state, job.problem.code) == ("waiting", "node.digest_not_sent")
        server.refuses = False
        later = replace(node, clock=lambda: two.dz.clock() + 10_000)
        work(later)
        assert len(server.messages) == 1
    for file in node.layout.folder.rglob("*"):
        if file.is_file():
            assert ADDRESS.encode() not in file.read_bytes(), file


def test_a_folder_that_cannot_be_made_and_an_address_that_no_mail_carries_fail_their_job_and_nothing_else(
    two: Cooperating,
) -> None:
    blocked = at_its_hour(two.dz, reminders_folder="digests")
    (blocked.layout.folder / "digests").write_text("a file where the folder should be")
    assert work(blocked) == 1
    with mail_server() as server:
        foreign = replace(mailing(two.us, server))
        settings = replace(foreign.settings, reminders_addresses={OFFICES["US"]: "bé@\nmail.example"})
        assert work(replace(foreign, settings=settings)) == 2
        assert server.messages == []
    today = f"{two.agreement_id}/{reminders.day_of(two.dz.clock())}"
    found = (
        outbox.latest(two.dz, reminders.KIND, today),
        outbox.latest(two.us, reminders.KIND, f"{today}/{OFFICES['US']}"),
    )
    said = [(each.state, each.problem.code) for each in found if each is not None and each.problem is not None]
    assert said == [("waiting", "node.disk_refused"), ("waiting", "node.digest_not_sent")]


def test_a_disk_that_fails_on_a_digest_and_a_file_that_cannot_be_looked_at_fail_the_job_alone(
    two: Cooperating, monkeypatch: pytest.MonkeyPatch
) -> None:
    node = at_its_hour(two.dz, reminders_folder="x" * 5000)  # longer than any system's names: ENAMETOOLONG at the look
    assert work(node) == 1
    job = outbox.latest(node, reminders.KIND, f"{two.agreement_id}/{reminders.day_of(node.clock())}")
    assert job is not None
    assert job.problem is not None
    assert (job.state, job.problem.code) == ("waiting", "node.digest_not_made")


def test_what_was_not_done_on_its_day_is_left_for_the_next(two: Cooperating) -> None:
    with mail_server() as server:
        node = mailing(two.dz, server)
        go_round(node)
        tomorrow = replace(node, clock=lambda: two.dz.clock() + MS_PER_DAY)
        assert work(tomorrow) == 3, "yesterday's, today's, today's mail"
        assert len(server.messages) == 1


def test_an_office_that_a_partner_invented_gets_no_digest(two: Cooperating) -> None:
    two.propose(two.us, "action", "invented", owner_party="DZ", owner_office="../palace", due_ms=two.us.clock())
    two.exchange()
    holding = two.dz.holding(two.agreement_id)
    assert two.state(two.dz, "action/invented") == "open"
    assert {each.office for each in reminders.digests_of(at_its_hour(two.dz), holding)} == {OFFICES["DZ"]}


def test_once_we_gave_a_list_only_the_offices_that_it_names_and_that_serve_get_digests(two: Cooperating) -> None:
    holding, past_ms = two.dz.holding(two.agreement_id), two.dz.clock() - MS_PER_DAY
    desk = {"id": OFFICES["DZ"], "title": said("desk"), "roles": ["approver"], "since_ms": 0}
    give_offices(two.dz, two.agreement_id, [desk], office=OFFICES["DZ"])
    two.exchange()
    two.two.clock.now_ms += MS_PER_DAY
    assert [each.office for each in reminders.digests_of(at_its_hour(two.dz), holding)] == [OFFICES["DZ"]]
    give_offices(two.dz, two.agreement_id, [{**desk, "until_ms": past_ms}], office=OFFICES["DZ"])
    two.exchange()
    two.two.clock.now_ms += MS_PER_DAY
    assert not list(reminders.digests_of(at_its_hour(two.dz), holding))


def test_work_beside_the_answers_that_fails_is_told_once_by_its_code_and_once_when_it_is_well(
    two: Cooperating,
) -> None:
    lines = io.StringIO()
    journal, node = Journal(stream=lines), at_its_hour(two.dz, public_folder="public", reminders_folder="reminders")
    for name in ("public", "reminders"):
        (node.layout.folder / name).write_text("a file where a folder should be")
    for _ in range(2):
        go_round(node, journal)
        run_due(node, "digest", threading.Event(), journal=journal)
    told = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert [(each["event"], each["work"], each["code"]) for each in told] == [
        ("work_failed", "public_pages", "files.not_written"),
        ("work_failed", "digest", "node.disk_refused"),
    ]
    ready = client_of(house_app(node, journal, writing=False)).get("/readyz")
    assert ready.status_code == 200
    assert {each["work"]: each["code"] for each in ready.json()["troubles"]} == {
        "public_pages": "files.not_written",
        "digest": "node.disk_refused",
    }
    (node.layout.folder / "public").unlink()
    go_round(node, journal)
    assert json.loads(lines.getvalue().splitlines()[-1])["event"] == "work_well"
    assert set(node.troubles) == {"digest"}
