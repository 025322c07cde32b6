"""The public pages of two nodes: the same files on both, a folder that follows the record, a preview for officers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity.cli.main import app
from comity.files.public_pages import CHECKSUMS
from comity.ground import Refused
from comity.node.app import Node
from comity.node.jobs import go_round
from comity.node.public_pages import public_issue
from tests.api.browsers import Browser
from tests.two_nodes.cooperating import Cooperating, cooperating, said
from tests.two_nodes.two import two_nodes

SECRET = "only-algiers-knows"
PLACE = "/api/v1/agreements/dz-us-mou-2025/cooperation/public"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Cooperating]:
    with cooperating(tmp_path / "nodes") as both:
        both.propose(both.dz, "group", "wg-sahel", level="public", brief=SECRET)
        both.both(both.dz, "group/wg-sahel", "establish")
        yield both


@pytest.fixture(autouse=True)
def _kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMITY_PUBLIC_FOLDER", "www")


def kept(node: Node) -> Path:
    """Where a node keeps its public pages."""
    return node.layout.folder / "www" / "dz-us-mou-2025"


def there(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def test_both_nodes_would_publish_the_same_files_and_nothing_national(two: Cooperating) -> None:
    ours, theirs = (public_issue(node, two.agreement_id) for node in (two.dz, two.us))
    assert ours == theirs
    assert "EXAMPLE: wg-sahel" in ours["en/groups.html"].decode()
    assert not [path for path, data in ours.items() if SECRET.encode() in data]


def test_what_the_partner_does_not_hold_yet_is_not_published(two: Cooperating) -> None:
    before = public_issue(two.dz, two.agreement_id)
    two.make(two.dz, "group/wg-sahel", "rest", sign=True)
    assert public_issue(two.dz, two.agreement_id) == before
    two.exchange()
    two.sign(two.us, "group/wg-sahel")
    assert public_issue(two.us, two.agreement_id) == before, "signed by both and received by one only"
    two.exchange()
    assert "dormant" in public_issue(two.us, two.agreement_id)["en/group-wg-sahel.html"].decode()


def test_the_folder_follows_the_record_and_is_left_alone_while_nothing_public_changes(two: Cooperating) -> None:
    folder = kept(two.dz)
    go_round(two.dz)
    assert there(folder) == public_issue(two.dz, two.agreement_id)
    first = (folder / CHECKSUMS).stat().st_ino
    two.propose(two.us, "meeting", "wg-sahel-1")
    two.exchange()
    go_round(two.dz)
    assert (folder / CHECKSUMS).stat().st_ino == first, "a meeting that one proposed is not public"
    two.both(two.dz, "group/wg-sahel", "amend", terms=said("new terms"))
    go_round(two.dz)
    assert "new terms" in (folder / "en" / "group-wg-sahel.html").read_text("utf-8")


def test_an_entry_that_changes_nothing_public_makes_no_page_anew(two: Cooperating) -> None:
    before = public_issue(two.dz, two.agreement_id)
    two.propose(two.us, "meeting", "wg-sahel-1")
    two.exchange()
    two.both(two.us, "meeting/wg-sahel-1", "agree")
    assert public_issue(two.dz, two.agreement_id) is before, "the very files, and not equal ones made again"
    two.both(two.dz, "group/wg-sahel", "amend", terms=said("new terms"))
    assert public_issue(two.dz, two.agreement_id) is not before


def test_a_crash_on_the_way_is_made_good_by_the_next_round(two: Cooperating) -> None:
    folder = kept(two.us)
    go_round(two.us)
    whole = there(folder)
    # As a process leaves it that dies between the two renames: the former folder aside, the new one without its name.
    folder.rename(folder.parent / ".dz-us-mou-2025.former00")
    (folder.parent / ".dz-us-mou-2025.partial1").mkdir()
    two.both(two.dz, "group/wg-sahel", "amend", terms=said("terms after the crash"))
    go_round(two.us)
    assert there(folder).keys() == whole.keys()
    assert "terms after the crash" in (folder / "fr" / "group-wg-sahel.html").read_text("utf-8")
    assert [each.name for each in folder.parent.iterdir()] == ["dz-us-mou-2025"]


def test_a_folder_with_files_of_somebody_else_is_left_alone_and_the_round_goes_on(two: Cooperating) -> None:
    folder = kept(two.dz)
    folder.mkdir(parents=True)
    (folder / "diary.txt").write_text("dear diary")
    go_round(two.dz)
    assert there(folder) == {"diary.txt": b"dear diary"}


def test_a_published_file_that_cannot_be_read_leaves_the_node_at_its_work(two: Cooperating) -> None:
    # Longer than any system's names: the look at what was published fails, as it does where the file is unreadable.
    settings = replace(two.dz.settings, public_folder="x" * 5000)
    with pytest.raises(OSError, match="too long"):
        (two.dz.layout.folder / settings.public_folder).is_file()
    go_round(replace(two.dz, settings=settings))


def test_nothing_is_published_before_both_have_signed_the_memorandum(tmp_path: Path) -> None:
    with two_nodes(tmp_path / "nodes") as both:
        folder = kept(both.dz)
        go_round(both.dz)
        assert not folder.exists()
        with pytest.raises(Refused, match="not agreed by both"):
            public_issue(both.dz, both.agreement_id)


def test_officers_read_the_pages_as_they_would_be_published_and_nobody_else_does(two: Cooperating) -> None:
    browser = Browser(two.dz).enter("auditor", ("auditor",))
    for path, held in public_issue(two.dz, two.agreement_id).items():
        answer = browser.get(f"{PLACE}/{path}")
        assert answer.content == held, path
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'self'")
        assert "script-src" not in policy
    assert browser.get(f"{PLACE}/ar/index.html").headers["content-type"] == "text/html; charset=utf-8"
    assert browser.get(f"{PLACE}/fonts/noto-sans-400.woff2").headers["content-type"] == "font/woff2"
    for nowhere in ("nothing.html", "../../records", "fr/", "node.toml"):
        assert browser.get(f"{PLACE}/{nowhere}").status_code in (404, 422), nowhere
    assert Browser(two.dz).get(f"{PLACE}/en/index.html").status_code == 401


def test_the_command_publishes_from_a_folder_that_nobody_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    with cooperating(tmp_path / "nodes") as both:
        both.propose(both.dz, "group", "wg-sahel", level="public")
        both.both(both.dz, "group/wg-sahel", "establish")
    outs = []
    for party in ("DZ", "US"):
        asked = ["cooperation", "publish", str(tmp_path / "nodes" / party), "--out", str(tmp_path / party)]
        told = CliRunner().invoke(app, asked)
        assert told.exit_code == 0, (told.output, told.exception)
        outs.append(told.output.replace(str(tmp_path / party), "OUT"))
        assert "stand in" in told.output
        assert "already" in CliRunner().invoke(app, asked).output
    assert outs[0] == outs[1], "both say the same number of files and the same hash"
    assert there(tmp_path / "DZ") == there(tmp_path / "US")
