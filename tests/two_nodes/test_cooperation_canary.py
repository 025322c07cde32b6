"""Nothing national leaves: a random word in every national field of every kind, and none in any outbound byte."""

import base64
import io
import secrets
import zipfile
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from pypdf import PdfReader

from comity.cooperation import KINDS, fields_of
from comity.files.digests import digest_mail, digest_name, digest_text
from comity.files.initiatives import initiative_templates
from comity.node.app import Node
from comity.node.cooperation import books
from comity.node.cooperation_reports import roadmap
from comity.node.public_pages import public_issue
from comity.node.services.reminders import digests_of
from tests.api.browsers import Browser
from tests.two_nodes.cooperating import EXAMPLES, MS_PER_DAY, OFFICES, Cooperating, cooperating, said
from tests.two_nodes.test_registers import delivering
from tests.two_nodes.two import START_MS, client_of

BASE = "/api/v1/agreements/dz-us-mou-2025/cooperation"


def word() -> str:
    return f"canary-{secrets.token_hex(8)}"


class Canaries:
    """Every word that was put into a national field, by where it was put."""

    def __init__(self) -> None:
        self.placed: dict[str, str] = {}

    def in_fields(self, kind: str) -> dict[str, Any]:
        """A word in each field of a kind that is national by its kind; money as an odd number."""
        found: dict[str, Any] = {}
        for name, field in fields_of(kind).items():
            if field.metadata["level"] == "national":
                place = f"{kind}.{name}"
                if name in ("cost", "reservation_price"):
                    amount = 10**12 + secrets.randbelow(10**12)
                    self.placed[place], found[name] = str(amount), {"amount_minor": amount, "currency": "USD"}
                else:
                    self.placed[place] = found[name] = word()
        return found

    def text(self, place: str) -> dict[str, str]:
        """A word in three languages."""
        self.placed[place] = word()
        return dict.fromkeys(("ar", "en", "fr"), self.placed[place])


@pytest.fixture(scope="module")
def birds() -> Canaries:
    return Canaries()


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory, birds: Canaries) -> Iterator[Cooperating]:
    """One record of each kind, both sides wrote what is theirs alone with it, in proposals, moves and notes."""
    with cooperating(tmp_path_factory.mktemp("nodes")) as both:
        delivering(both, level="public")
        both.adopt("exercise")
        own = {each: birds.in_fields(each) for each in KINDS}
        secret_point = {"id": "ours", "title": birds.text("meeting.agenda"), "level": "national"}
        points = [*EXAMPLES["meeting"]["agenda"], secret_point]
        both.propose(both.dz, "meeting", "m", agenda=points, level="public", **own["meeting"])
        both.propose(both.dz, "domain", "d", **own["domain"])
        both.propose(both.dz, "decision", "dec", from_meeting="m", level="public", **own["decision"])
        narrowed = {"proof": "sha256:" + "c" * 64, "visibility": {"proof": "national"}, "from_decision": "dec"}
        soon_ms = both.dz.clock() + 5 * MS_PER_DAY
        both.propose(both.dz, "action", "a", due_ms=soon_ms, level="public", **own["action"], **narrowed)
        birds.placed["action.proof, narrowed"] = "c" * 64
        template = next(each for each in initiative_templates() if each.id == "exercise")
        details = {"own_aims": birds.text("exercise.own_aims"), "objectives": said("objectives")}
        roles = dict(zip(template.roles, ("DZ", "US"), strict=True))
        initiative = {"template": "exercise", "roles": roles, "clause_refs": ["5.3"], "details": details}
        both.propose(both.dz, "initiative", "i", **initiative, **own["initiative"])
        flow = {"flow_kind": "contribution", "from_party": "DZ", "to_party": "US", "quantity": 3, "unit": "officer"}
        both.propose(both.dz, "flow", "f", **flow, **own["flow"])
        both.propose(both.dz, "check", "c", initiative="i", check_kind="exercise_review", **own["check"])
        both.propose(both.dz, "document", "doc", document_kind="report", about=["meeting/m"], **own["document"])
        desk = Browser(both.dz).enter("desk")
        put = desk.put(f"{BASE}/records/group/wg-sahel/national", json={"fields": own["group"]})
        assert put.status_code == 200, put.text
        note = {"negotiating_note": birds.text("contract_case.negotiating_note")}
        put = desk.put(f"{BASE}/records/initiative/radars/national", json={"fields": {"details": note}})
        assert put.status_code == 200, put.text
        both.flow(both.us, "hull", flow_kind="delivery", item="radar", quantity=1)
        both.make(both.us, "flow/hull", "claim", actual_ms=START_MS)
        both.exchange()
        both.both(both.us, "meeting/m", "agree")
        both.both(both.us, "decision/dec", "adopt")
        both.make(both.dz, "meeting/m", "start")
        both.make(both.dz, "meeting/m", "close")
        both.make(both.dz, "meeting/m", "draft_minutes", minutes=said("both spoke"))
        both.exchange()
        both.both(both.us, "meeting/m", "agree_minutes")
        yield both


def held(node: Node, pages: list[str]) -> bytes:
    """Every byte that a node shows at some addresses."""
    desk = Browser(node).enter("desk")
    said_ = b""
    for page in pages:
        answer = desk.get(page)
        assert answer.status_code == 200, (page, answer.text)
        said_ += readable(answer.content)
    return said_


def readable(data: bytes) -> bytes:
    """What stands in a file once it is unpacked: the text of a PDF, the parts of a DOCX, anything else as it is."""
    if data.startswith(b"%PDF"):
        return "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages).encode() + data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return b"".join(parts.read(each) for each in parts.namelist())
    return data


def addresses(two: Cooperating) -> list[str]:
    records = [f"{BASE}/records/{key}" for key in two.book(two.dz).standings]
    lists = ("records", "templates", "dates", "calendar.ics", "contributions", "summary", "not-counted", "offices")
    own = ("sheets", "digests", "check", "register/2026")
    others = ("/api/v1/today", "/api/v1/overview", "/api/v1/hand-over", "/api/v1/agreements/dz-us-mou-2025/awaiting")
    return [
        *records,
        *(f"{BASE}/{each}" for each in (*lists, *own)),
        *others,
        "/api/v1/agreements/dz-us-mou-2025/series",
    ]


def without(birds: Canaries, data: bytes) -> list[str]:
    return [place for place, canary in birds.placed.items() if canary.encode() in data]


def test_every_national_field_of_every_kind_has_its_canary_and_our_own_pages_show_it(
    two: Cooperating, birds: Canaries
) -> None:
    national = {
        f"{kind}.{name}"
        for kind in KINDS
        for name, field in fields_of(kind).items()
        if field.metadata["level"] == "national"
    }
    assert national <= birds.placed.keys()
    records = [each for each in addresses(two) if "/records/" in each]
    assert without(birds, held(two.dz, records)) == list(birds.placed)


def test_no_byte_of_the_logs_and_of_the_partner_port_holds_a_canary(two: Cooperating, birds: Canaries) -> None:
    folder = two.dz.layout.agreement(two.agreement_id)
    files = [each for each in folder.rglob("*") if each.is_file()]
    assert files
    for each in files:
        assert not without(birds, each.read_bytes()), each
    port = client_of(two.two.cable.ends["dz.example"])
    for each in files:
        name = each.relative_to(folder).as_posix()
        if name.startswith(("log/", "mirror/", "blobs/")):
            assert not without(birds, port.get(f"/a/{two.agreement_id}/{name}").content), name
    for entry in two.dz.holding(two.agreement_id).own.entries():
        assert not without(birds, entry)


def test_no_page_file_or_byte_of_the_partners_node_holds_a_canary(two: Cooperating, birds: Canaries) -> None:
    assert not without(birds, held(two.us, addresses(two)))
    for each in two.us.layout.folder.rglob("*"):
        if each.is_file():
            assert not without(birds, each.read_bytes()), each


PAPERS = [
    *(f"{BASE}/records/meeting/m/paper/{name}.{form}" for name in ("agenda", "minutes") for form in ("pdf", "docx")),
    *(f"{BASE}/records/decision/dec/paper/decision.{form}" for form in ("pdf", "docx")),
]
OUTBOUND = {
    "calendar": [f"{BASE}/calendar.ics", f"{BASE}/calendar.ics?group=wg-sahel", f"{BASE}/dates"],
    "papers": [*PAPERS, f"{PAPERS[2]}?holder=US&languages=DZ:fr,US:en"],
    "reports": [f"{BASE}/report/2026.pdf", f"{BASE}/report/2026.pdf?language=fr"],
    "exports": [
        f"{BASE}/exports/{each}?audience={one}" for each in ("ocds", "iati") for one in ("public", "bilateral")
    ],
    "register": [
        f"{BASE}/register/2026{each}?form={form}"
        for each in ("", "/table.csv", "/compared.csv")
        for form in ("un_register", "arms_trade_treaty")
    ],
    "accounts": [f"{BASE}/contributions", f"{BASE}/check", "/api/v1/hand-over"],
}
"""What is made at home and read elsewhere, by kind."""

SEEN = {
    "calendar": b"EXAMPLE: m",
    "papers": b"both spoke",
    "reports": b"radars",
    "exports": b"radars",
    "register": b'"exported":1',
    "accounts": b"radars",
}
"""What shows that a kind of output says anything of these records at all."""


@pytest.mark.parametrize("kind", OUTBOUND)
def test_what_goes_out_of_our_own_node_holds_no_canary(two: Cooperating, birds: Canaries, kind: str) -> None:
    found = held(two.dz, OUTBOUND[kind])
    assert SEEN[kind] in found
    assert not without(birds, found)


def test_the_roadmap_is_drawn_from_words_that_hold_no_canary(two: Cooperating, birds: Canaries) -> None:
    found = books(two.dz, two.dz.holding(two.agreement_id))
    drawn = repr(roadmap(found.framework, found.agreed)).encode()
    assert b"radars" in drawn
    assert not without(birds, drawn)


def test_the_public_pages_tell_of_these_records_and_hold_no_canary(two: Cooperating, birds: Canaries) -> None:
    found = public_issue(two.dz, two.agreement_id)
    assert "EXAMPLE: radars" in found["en/initiatives.html"].decode()
    for path, data in found.items():
        assert not without(birds, data), path


def test_digests_and_their_mails_hold_no_canary(two: Cooperating, birds: Canaries) -> None:
    holding = two.dz.holding(two.agreement_id)
    found = list(digests_of(two.dz, holding))
    assert any("EXAMPLE: a" in digest_text(each, holding.agreement.title, example=True) for each in found)
    for each in found:
        for language in ("ar", "en", "fr"):
            told: dict[str, Any] = {"language": language, "sender": "node@dz.example", "to": "desk@dz.example"}
            mail = digest_mail(each, holding.agreement.title, example=True, **told)
            whole = "\n".join([str(mail.items()), mail.get_content(), digest_name(each)])
            assert not without(birds, whole.encode()), each.office


def test_a_calendar_by_token_holds_no_canary(two: Cooperating, birds: Canaries) -> None:
    desk = Browser(two.dz).enter("desk")
    for body in ({}, {"group": "wg-sahel"}, {"calendar_office": OFFICES["DZ"]}):
        made = desk.post(f"{BASE}/calendars", json=body).json()
        answer = Browser(two.dz).get(made["path"])
        assert b"EXAMPLE: m" in answer.content
        assert not without(birds, answer.content.replace(b"\r\n ", b"")), body  # lines are folded at 75 bytes


def test_sheets_say_to_the_public_nothing_that_is_ours(two: Cooperating, birds: Canaries) -> None:
    sheets = Browser(two.dz).enter("desk").get(f"{BASE}/sheets").json()
    told = [each["public"] for each in sheets if each["public"] is not None]
    assert len(told) > 2
    assert not without(birds, orjson.dumps(told))


def test_sealed_papers_hold_no_canary(two: Cooperating, birds: Canaries) -> None:
    answer = Browser(two.dz).enter("desk").post(f"{BASE}/records/decision/dec/paper/decision/seal", json={})
    assert answer.status_code == 201, answer.text
    assert not without(birds, readable(base64.b64decode(answer.json()["pdf"])))
