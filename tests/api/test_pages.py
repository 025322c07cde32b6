"""The console's files: a strict policy on each, ranges for the map, compressed forms, nothing outside the folder."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from comity.api.pages import POLICY
from comity.api.serving import serve
from comity.ground import InvalidInput
from comity.node.app import opened
from comity.node.journal import Journal
from comity.node.map_file import LAYERS
from comity.node.settings import read_settings
from tests.api.browsers import Browser
from tests.node.maps import archive
from tests.two_nodes.two import Two, make_folder, two_nodes


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    (folder / "assets").mkdir()
    (folder / "index.html").write_text("<!doctype html><title>Comity</title>")
    (folder / "assets" / "app-1a2b3c4d.js").write_text("export const x = 1;" * 100)
    (folder / "assets" / "app-1a2b3c4d.js.br").write_bytes(b"packed")
    (folder / "world.pmtiles").write_bytes(bytes(range(256)))
    (folder.parent / "secret").write_text("outside")
    (folder / "link").symlink_to(folder.parent / "secret")
    return folder


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory, built: Path) -> Iterator[Browser]:
    with two_nodes(tmp_path_factory.mktemp("nodes")) as two:
        yield Browser(two.dz, console=built)


def test_the_page_is_open_to_who_has_yet_to_sign_in_and_lets_nothing_foreign_run(browser: Browser) -> None:
    answer = browser.get("/")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")
    policy = answer.headers["content-security-policy"]
    assert policy == POLICY
    assert "unsafe" not in policy
    assert "*" not in policy
    assert "http" not in policy
    for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"):
        assert part in policy.split("; ")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_what_bears_a_hash_is_kept_and_the_page_is_asked_for_again(browser: Browser) -> None:
    assert browser.get("/").headers["cache-control"] == "no-cache"
    asset = browser.get("/assets/app-1a2b3c4d.js", headers={"accept-encoding": "identity"})
    assert asset.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert asset.headers["content-type"] == "text/javascript; charset=utf-8"


def test_a_compressed_form_is_sent_to_who_takes_it(browser: Browser) -> None:
    with browser.stream("GET", "/assets/app-1a2b3c4d.js", headers={"accept-encoding": "gzip, br"}) as answer:
        assert answer.headers["content-encoding"] == "br"
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
        assert answer.headers["vary"] == "accept-encoding"
        assert int(answer.headers["content-length"]) == len(b"packed")


def test_the_map_is_read_by_parts(browser: Browser) -> None:
    answer = browser.get("/world.pmtiles", headers={"range": "bytes=10-19"})
    assert (answer.status_code, answer.content) == (206, bytes(range(10, 20)))
    assert answer.headers["content-range"] == "bytes 10-19/256"
    assert browser.get("/world.pmtiles", headers={"range": "bytes=900-"}).status_code == 416


@pytest.mark.parametrize("path", ["/../secret", "/%2e%2e/secret", "/link", "/assets", "/nothing.js", "/node.toml"])
def test_nothing_outside_the_folder_is_served_and_nothing_is_listed(browser: Browser, path: str) -> None:
    answer = browser.get(path)
    assert answer.status_code == 404
    assert "outside" not in answer.text


def test_pages_shadow_no_address_of_the_api(browser: Browser) -> None:
    assert browser.get("/api/v1/cases").status_code == 401
    assert browser.get("/readyz").json()["ready"] is True


def test_a_node_serves_a_map_of_its_own_where_the_settings_name_one(tmp_path: Path, built: Path) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    coast = archive(LAYERS)
    (folder / "coast.pmtiles").write_bytes(coast)
    with opened(folder, settings=replace(read_settings(folder), map_tiles="coast.pmtiles")) as node:
        browser = Browser(node, console=built).enter()
        answer = browser.get("/map/node.pmtiles", headers={"range": "bytes=2-3"})
        assert (answer.status_code, answer.content) == (206, coast[2:4])
        assert browser.get("/api/v1/health").json()["map_tiles"] is True
        assert browser.get("/api/v1/screen").json()["map"]["address"] == "/map/node.pmtiles"


def test_a_map_that_breaks_while_the_node_runs_is_named_and_the_shipped_one_stands_in(tmp_path, built) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    (folder / "coast.pmtiles").write_bytes(archive(LAYERS)[:-1])
    with opened(folder, settings=replace(read_settings(folder), map_tiles="coast.pmtiles")) as node:
        browser = Browser(node, console=built).enter()
        shown = browser.get("/api/v1/screen", headers={"accept-language": "fr"}).json()["map"]
        assert (shown["address"], shown["problem"]["code"]) == ("/basemap.pmtiles", "node.map_damaged")
        assert "abîmée" in shown["problem"]["what"]
        (folder / "coast.pmtiles").unlink()
        assert browser.get("/map/node.pmtiles").json()["code"] == "node.map_missing"


def test_a_node_does_not_start_with_a_map_that_is_not_there(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    settings = replace(read_settings(folder), map_tiles="coast.pmtiles")
    with opened(folder, settings=settings) as node, pytest.raises(InvalidInput) as caught:
        serve(node, on_ready=lambda _: pytest.fail("it listens"), journal=Journal(stream=io.StringIO()))
    assert caught.value.code == "node.map_missing"


def test_the_screen_is_told_what_the_settings_say(tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "DZ", "DZ", host="dz.example")
    with (folder / "node.toml").open("a") as settings:
        settings.write(
            '[map]\ndisputed = "solid"\nborders = {"001-002" = "none"}\nhidden_names = ["999"]\n'
            '[desk]\nlat = 36.75\nlon = 3.06\npositions = "dms"\n'
        )
    with opened(folder) as node:
        assert Browser(node).get("/api/v1/screen").status_code == 401
        shown = Browser(node).enter().get("/api/v1/screen").json()
    assert (shown["desk"], shown["positions"]) == ({"lat": 36.75, "lon": 3.06}, "dms")
    assert shown["map"] == {
        "address": "/basemap.pmtiles",
        "max_zoom": None,
        "problem": None,
        "disputed": "solid",
        "borders": {"001-002": "none"},
        "hidden_names": ["999"],
    }


def test_without_built_pages_there_is_no_page(tmp_path: Path) -> None:
    with two_nodes(tmp_path) as two:
        assert isinstance(two, Two)
        assert Browser(two.dz).get("/").status_code == 404
