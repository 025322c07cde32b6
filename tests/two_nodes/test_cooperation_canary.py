"""Nothing national leaves: a random word in every national field of every kind, and none in any outbound byte."""

import io
import secrets
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader

from comity.cooperation import KINDS, fields_of
from comity.files.initiatives import initiative_templates
from comity.node.app import Node
from tests.api.browsers import Browser
from tests.two_nodes.cooperating import EXAMPLES, Cooperating, cooperating, said
from tests.two_nodes.two import client_of

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
        both.group()
        both.adopt("exercise")
        own = {each: birds.in_fields(each) for each in KINDS}
        secret_point = {"id": "ours", "title": birds.text("meeting.agenda"), "level": "national"}
        points = [*EXAMPLES["meeting"]["agenda"], secret_point]
        both.propose(both.dz, "meeting", "m", agenda=points, **own["meeting"])
        both.propose(both.dz, "domain", "d", **own["domain"])
        both.propose(both.dz, "decision", "dec", **own["decision"])
        narrowed = {"proof": "sha256:" + "c" * 64, "visibility": {"proof": "national"}}
        both.propose(both.dz, "action", "a", **own["action"], **narrowed)
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
        both.exchange()
        both.make(both.us, "meeting/m", "agree", sign=True)
        both.exchange()
        both.sign(both.dz, "meeting/m")
        both.exchange()
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
    others = ("/api/v1/today", "/api/v1/overview", "/api/v1/hand-over", "/api/v1/agreements/dz-us-mou-2025/awaiting")
    return [*records, *(f"{BASE}/{each}" for each in lists), *others, "/api/v1/agreements/dz-us-mou-2025/series"]


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


def test_what_goes_out_of_our_own_node_holds_no_canary(two: Cooperating, birds: Canaries) -> None:
    """Calendars, papers, exports, hand-overs: made at home, read elsewhere."""
    assert not without(birds, held(two.dz, OUTBOUND))


OUTBOUND = [
    *(f"{BASE}/{each}" for each in ("calendar.ics", "dates", "contributions", "roadmap.png", "report/2026.pdf")),
    *(f"{BASE}/exports/{each}?audience={one}" for each in ("ocds", "iati") for one in ("public", "bilateral")),
    *(f"{BASE}/records/meeting/m/paper/agenda.{form}" for form in ("pdf", "docx")),
    "/api/v1/hand-over",
]
