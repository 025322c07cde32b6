"""The partner port serves exactly the published files: no other path, no listing, no writing."""

from pathlib import Path

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comity.api.partner_port import partner_port
from comity.node.services import acts
from tests.two_nodes.two import Two, client_of, two_nodes

STEM = "/a/dz-us-mou-2025"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory):
    with two_nodes(tmp_path_factory.mktemp("nodes")) as both:
        both.sign_memorandum()
        yield both


@pytest.fixture(scope="module")
def port(two: Two):
    return client_of(partner_port(two.dz))


def test_the_log_and_our_copy_of_the_partners_are_served_byte_for_byte(two: Two, port: httpx.Client) -> None:
    for part, log in (("log", "own"), ("mirror", "partner")):
        folder = two.dz.layout.log(two.agreement_id, log)
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                answer = port.get(f"{STEM}/{part}/{path.relative_to(folder)}")
                assert (answer.status_code, answer.content) == (200, path.read_bytes())


@pytest.mark.parametrize(
    "path",
    [
        "/", "/a", "/a/", STEM, f"{STEM}/", f"{STEM}/log", f"{STEM}/log/", f"{STEM}/log/tile", f"{STEM}/blobs/",
        f"{STEM}/log/../agreement.json", f"{STEM}/log/%2e%2e/card.json", f"{STEM}/agreement.json",
        f"{STEM}/keys/log.seed", "/a/other/log/checkpoint", "/a/../keys/log.seed", f"{STEM}/log/tile/0/00",
        f"{STEM}/log/tile/00/000", f"{STEM}/log/tile/0/x000/000", f"{STEM}/log/tile/0/000.p/02",
        f"{STEM}/log/checkpoint/", f"{STEM}/blobs/" + "A" * 64, f"{STEM}/blobs/" + "a" * 64, "/api/v1/node", "/healthz",
    ],
)  # fmt: skip
def test_any_other_path_is_not_there(port: httpx.Client, path: str) -> None:
    answer = port.get(path)
    assert (answer.status_code, answer.content) == (404, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_the_partner_can_only_read(port: httpx.Client, method: str) -> None:
    assert port.request(method, f"{STEM}/log/checkpoint").status_code == 405


def test_a_link_in_the_folder_is_not_followed(two: Two, port: httpx.Client) -> None:
    bundle = two.dz.layout.log(two.agreement_id, "own") / "tile" / "entries" / "001"
    bundle.symlink_to(two.dz.layout.folder / "keys" / "log.seed")
    blob = two.dz.layout.blob(two.agreement_id, "b" * 64)
    blob.symlink_to(two.dz.layout.folder / "keys" / "log.seed")
    assert port.get(f"{STEM}/log/tile/entries/001").status_code == 404
    assert port.get(f"{STEM}/blobs/{'b' * 64}").status_code == 404


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(path=st.text(alphabet=st.sampled_from("adlogmirrtile/x0123.p-%\x00é\\"), max_size=60))
def test_no_path_makes_the_port_stumble_or_leave_its_folders(port: httpx.Client, path: str) -> None:
    known = {"checkpoint", "000.p"}
    answer = port.get("http://node.localhost/a/dz-us-mou-2025/" + path.replace("%", "%25").replace("\x00", "%00"))
    assert answer.status_code == 404 or any(name in path for name in known)


def test_head_requests_carry_the_length_and_no_body(two: Two, port: httpx.Client) -> None:
    size = acts.states(two.dz, two.agreement_id)
    assert size
    answer = port.head(f"{STEM}/log/checkpoint")
    path: Path = two.dz.layout.log(two.agreement_id, "own") / "checkpoint"
    assert (answer.content, int(answer.headers["content-length"])) == (b"", path.stat().st_size)
