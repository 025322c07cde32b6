"""What the OpenAPI document promises, a served node keeps: schemathesis asks whatever the document allows, and more.

Two nodes run as processes of their own; an office that holds every role is signed in on the house port of one of them.
No answer is a mistake of ours (500); each has a status and a media type that the document names, and a body that
conforms to the schema there. The partner's port has no document of its own: its few promises stand here.
"""

import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.specs.openapi import checks

from comity.node.client import NodeClient
from comity.node.jobs import run_due
from comity.node.services import cases, drafts, requests
from tests.api.test_house import open_document
from tests.api.test_serving import ANY_PORTS, served
from tests.two_nodes.test_exchange import CASE, CASE_ID, send, sign_decision
from tests.two_nodes.test_requests import OFFICE, asks
from tests.two_nodes.two import decision, two_nodes

EXAMPLES = settings().max_examples // 6
AGREEMENT_ID = "dz-us-mou-2025"
ROLES = ["drafter", "approver", "auditor", "operator"]
ONE_EACH = httpx.Limits(max_keepalive_connections=0)
"""A connection for each request: one that the server just closed is never taken for an answer."""
ENDLESS = "/events"
"""A stream that never ends: its own tests read it."""

PROMISES = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]

with open_document() as _document:
    DOCUMENT: dict[str, Any] = _document


def operations_of(document: dict[str, Any]) -> dict[str, Any]:
    """Return each operation of an OpenAPI document by its label, but for the one that never ends."""
    results: list[Any] = list(schemathesis.openapi.from_dict(document).get_all_operations())
    return {each.label: each for each in (result.ok() for result in results) if each.path != ENDLESS}


OPERATIONS = operations_of(DOCUMENT)

_FILES = {"200": {"description": "A published file.", "content": {"application/octet-stream": {}}}}
_NOTHING = {"404": {"description": "Nothing.", "content": {"text/plain": {}}}}
_PART = {"in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
FILES = operations_of(
    {
        "openapi": "3.1.0",
        "info": {"title": "The partner's port", "version": "1"},
        "paths": {
            f"/a/{{agreement}}/{part}/{{file}}": {
                "get": {
                    "parameters": [{**_PART, "name": "agreement"}, {**_PART, "name": "file"}],
                    "responses": _FILES | _NOTHING,
                }
            }
            for part in ("log", "mirror", "blobs")
        },
    }
)


@dataclass
class Officer:
    """An office with every role at the house port of a served node; it signs in again when its session has ended."""

    owner: NodeClient
    house: str
    partner: str
    known: Mapping[str, list[Any]]
    http: httpx.Client
    marks: dict[str, str] = field(default_factory=dict)
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)

    def sign_in(self) -> None:
        invited = self.owner.post("/api/v1/offices", {"office": "watch", "roles": ROLES, "enters": True})
        origin = {"origin": self.house}
        answer = self.http.post(f"{self.house}/api/v1/session/enter", json={"code": invited["code"]}, headers=origin)
        token = answer.headers["set-cookie"].partition(";")[0]
        self.marks = {**origin, "cookie": token, "x-comity-csrf": answer.json()["csrf"]}

    def ask(self, case: schemathesis.Case[Any]) -> httpx.Response:
        """Send a request as this office; when it ended the session, the next one finds that out."""
        answer = _sent(self.http, case, self.house, self.marks)
        self.statuses[case.operation.label, answer.status_code] += 1
        if answer.status_code == httpx.codes.UNAUTHORIZED:
            self.sign_in()
        return answer


def _sent(http: httpx.Client, case: schemathesis.Case[Any], address: str, marks: Mapping[str, str]) -> httpx.Response:
    asked = case.as_transport_kwargs(base_url=address)
    asked["headers"] = {**dict(asked.get("headers") or {}), **marks}
    asked["content"] = asked.pop("data", None)
    return http.request(**{name: value for name, value in asked.items() if value is not None})


@pytest.fixture(scope="module")
def officer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Officer]:
    folder = tmp_path_factory.mktemp("nodes")
    known = _what_is_there(folder)
    fast = {"COMITY_PULL_EVERY_S": "0.2"}
    with ExitStack() as stack:
        _, dz_at = stack.enter_context(served(folder / "DZ", *ANY_PORTS, **fast))
        _, us_at = stack.enter_context(served(folder / "US", *ANY_PORTS, **fast))
        owner = stack.enter_context(closing(NodeClient(folder / "DZ")))
        http = stack.enter_context(httpx.Client(trust_env=False, timeout=30, limits=ONE_EACH))
        house = dz_at["house"].replace("127.0.0.1", "localhost")
        found = Officer(owner, house, us_at["partner"], known, http)
        found.sign_in()
        yield found


def _what_is_there(folder: Path) -> Mapping[str, list[Any]]:
    """Let two nodes sign, release, ask and draft; return the names by which a request finds what they hold."""
    with two_nodes(folder) as two:
        two.sign_memorandum()
        sign_decision(two)
        cases.open_case(two.dz, CASE)
        sent = send(two)
        requests.draft(two.us, AGREEMENT_ID, asks(), office=OFFICE, request_id=None)
        asked = requests.send(two.us, AGREEMENT_ID, "US-2026-1", office=OFFICE)
        requests.draft(two.dz, AGREEMENT_ID, asks(), office=OFFICE, request_id=None)
        drafts.keep(two.dz, AGREEMENT_ID, "next", "minutes/1", {"id": "1"}, office=OFFICE)
        two.exchange()
        run_due(two.us, "receive", threading.Event())
        agreed = two.dz.holding(AGREEMENT_ID).hash
    series = ["agreement", f"decision/{decision()['id']}", "minutes/1"]
    return {
        "agreement_id": [AGREEMENT_ID],
        "agreement": [AGREEMENT_ID],
        "case_id": [CASE_ID],
        "year": [2026],
        "case": [CASE_ID],
        "cases": [[CASE_ID]],
        "draft": ["next"],
        "name": series,
        "series": series,
        "choice": [agreed, None],
        "request": [asked.asked.hash, "DZ-2026-1"],
        "position": [sent.position, 0],
        "office": [None],
        "purpose": ["search_and_rescue"],
        "clause": ["4.3"],
        "item": ["rescue.case"],
        "file": ["checkpoint", "tile/0/000.p/1"],
    }


def _asked(data: st.DataObject, operation: Any, known: Mapping[str, list[Any]]) -> schemathesis.Case[Any]:
    """Draw a request: by names that exist, within the document, or against it."""
    mode = data.draw(st.sampled_from([GenerationMode.POSITIVE, GenerationMode.POSITIVE, GenerationMode.NEGATIVE]))
    names = {each.name for each in operation.path_parameters} & set(known)
    there = {each: data.draw(st.sampled_from(known[each])) for each in sorted(names)}
    lost = data.draw(st.integers(0, 4)) == 0
    case: schemathesis.Case[Any] = data.draw(
        operation.as_strategy(mode, path_parameters=None if lost or not there else there)
    )
    if isinstance(case.body, dict):
        for each in sorted(set(case.body) & set(known)):
            case.body[each] = data.draw(st.sampled_from([*known[each], case.body[each]]))
    return case


@pytest.mark.parametrize("label", OPERATIONS)
def test_no_request_makes_an_office_see_what_the_document_does_not_say(officer: Officer, label: str) -> None:
    operation = OPERATIONS[label]

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        case = _asked(data, operation, officer.known)
        case.validate_response(officer.ask(case), checks=PROMISES)

    holds()
    assert any(asked == label for asked, _ in officer.statuses), "no request was drawn"


@pytest.mark.parametrize("label", FILES)
def test_the_partners_port_gives_a_published_file_or_nothing(officer: Officer, label: str) -> None:
    operation = FILES[label]
    statuses = set()

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(data=st.data())
    def holds(data: st.DataObject) -> None:
        case = _asked(data, operation, officer.known)
        answer = _sent(officer.http, case, officer.partner, {})
        statuses.add(answer.status_code)
        case.validate_response(answer, checks=PROMISES)

    holds()
    assert statuses <= {httpx.codes.OK, httpx.codes.NOT_FOUND, httpx.codes.METHOD_NOT_ALLOWED}
    assert statuses, "no request was drawn"


def test_the_names_by_which_requests_are_drawn_exist(officer: Officer) -> None:
    """The tests above mean something: by these names most of what can be read is read."""
    reads = {
        label: each
        for label, each in OPERATIONS.items()
        if label.startswith("GET ") and not any(asked.is_required for asked in each.query)
    }
    read = set()
    for label, operation in reads.items():
        names = {each.name for each in operation.path_parameters}
        there = {each: officer.known[each][0] for each in names & set(officer.known)}
        answer = officer.ask(operation.Case(path_parameters=there | dict.fromkeys(names - set(there), "0")))
        if answer.status_code == httpx.codes.OK:
            read.add(label)
    assert len(read) > 0.8 * len(reads), sorted(set(reads) - read)
