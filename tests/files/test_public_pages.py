"""The public pages say what both released, the same on both nodes, and nothing else; they ask nothing of anybody."""

import hashlib
import re
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from lxml import html

from comity.cooperation import acts_of, state_of, written
from comity.files.public_pages import CHECKSUMS, public_pages, write_public_pages
from comity.files.public_pages.tongue import LANGUAGES, Tongue
from comity.files.words import words
from comity.ground import InvalidInput
from tests.agreement.documents import text
from tests.cooperation.two_logs import DAY_MS, Desks
from tests.files.public_records import a_year, shown

PACKAGE = Path(__file__).parents[2] / "src" / "comity" / "files" / "public_pages"
HASHED = """
import hashlib, sys
from comity.files.public_pages import CHECKSUMS, public_pages
from tests.files.public_records import a_year
desks = a_year()
print(hashlib.sha256(public_pages(desks.book(), desks.framework.agreement, now_ms=desks.now_ms)[CHECKSUMS]).hexdigest())
"""


@cache
def year() -> Desks:
    return a_year()


def pages(desks: Desks, now_ms: int | None = None) -> dict[str, bytes]:
    at_ms = desks.now_ms if now_ms is None else now_ms
    return public_pages(desks.book(at_ms), desks.framework.agreement, now_ms=at_ms)


def page(desks: Desks, path: str) -> str:
    return pages(desks)[path].decode()


def said(desks: Desks, path: str) -> str:
    """What a reader reads on a page, without isolates."""
    content = html.document_fromstring(page(desks, path))
    return written.plain(" ".join(content.text_content().split()))


def test_a_day_that_no_calendar_has_is_shown_as_it_is_written_and_breaks_no_page():
    tongue = Tongue("en", year().framework.agreement)
    for day in ("2026-02-30", "0000-01-01"):
        shown_day = tongue.day(day)
        assert (written.plain(shown_day.text), shown_day.when) == (day, None)
    assert tongue.day("2024-02-29").when == "2024-02-29"
    assert tongue.moment(2**53 - 1, "Africa/Algiers").when is None


def test_both_nodes_write_the_same_bytes_from_the_same_logs_whatever_the_hour():
    desks = year()
    ours = pages(desks)
    day_ms = desks.now_ms // DAY_MS * DAY_MS
    theirs = state_of(desks.framework, acts_of(*desks.logs), at_ms=day_ms + DAY_MS - 1)
    assert public_pages(theirs, desks.framework.agreement, now_ms=day_ms + DAY_MS - 1) == ours


def test_another_process_with_another_order_of_sets_writes_the_same_bytes():
    ours = hashlib.sha256(pages(year())[CHECKSUMS]).hexdigest()
    for seed in ("1", "2"):
        root = Path(__file__).parents[2]
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": f"{root / 'src'}:{root}", "TZ": "Asia/Tokyo", "LANG": "ar"}
        run = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", HASHED], env=environment, capture_output=True, text=True, check=True
        )
        assert run.stdout.strip() == ours


def test_a_day_that_changes_nothing_changes_no_byte():
    desks = year()
    assert pages(desks, desks.now_ms + DAY_MS) == pages(desks)


def test_the_checksums_are_those_that_sha256sum_checks(tmp_path):
    files = pages(year())
    listed = dict(line.split("  ")[::-1] for line in files[CHECKSUMS].decode().splitlines())
    assert set(listed) == set(files) - {CHECKSUMS}
    assert all(hashlib.sha256(files[path]).hexdigest() == found for path, found in listed.items())
    write_public_pages(tmp_path / "out", files)
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", CHECKSUMS], cwd=tmp_path / "out", check=True)


def test_no_page_holds_a_script_a_form_a_style_of_its_own_or_a_file_from_elsewhere():
    files = pages(year())
    for path, data in files.items():
        if not path.endswith(".html"):
            continue
        tree = html.document_fromstring(data)
        assert not tree.xpath(
            "//script | //form | //input | //button | //iframe | //img | //style | //*[@style] | //base"
        )
        assert not [name for name in tree.xpath("//@*/..") for name in name.attrib if name.startswith("on")]
        policy = tree.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert policy.startswith("default-src 'none'; style-src 'self'")
        for address in tree.xpath("//@href | //@src"):
            named, _, part = address.partition("#")
            there = (Path(path).parent / named).as_posix() if named else path
            assert _tidied(there) in files, f"{path} leads to {address}"
            assert not part or tree.xpath(f"//*[@id='{part}']"), f"{path} leads to {address}"
    assert "url(" not in re.sub(r'url\("fonts/', "", files["style.css"].decode())
    assert "@import" not in files["style.css"].decode()


def _tidied(path: str) -> str:
    return re.sub(r"[^/]+/\.\./", "", path)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_every_page_says_its_language_its_direction_and_where_the_others_are(language, direction):
    own = {path: data for path, data in pages(year()).items() if path.startswith(f"{language}/") and "html" in path}
    assert len(own) > 20
    for path, data in own.items():
        root = html.document_fromstring(data)
        assert (root.get("lang"), root.get("dir")) == (language, direction)
        others = set(root.xpath("//link[@hreflang]/@hreflang"))
        assert others == set(LANGUAGES) - {language}
        assert root.xpath("//link[@type='application/atom+xml']/@href") == ["news.atom"]
        assert root.xpath("//link[@type='text/calendar']/@href") == ["calendar.ics"]
        assert len(root.xpath("//h1")) == 1, path
        switch = root.xpath("//nav[@class='languages']//a/@href")
        assert switch == [f"../{each}/{Path(path).name}" for each in LANGUAGES]


def test_the_mark_of_an_example_stands_on_every_page_and_in_both_feeds_as_long_as_the_agreement_bears_it():
    desks = year()
    marks = {each: words(each).say("public-example") for each in LANGUAGES}
    for path, data in pages(desks).items():
        language = path.split("/")[0]
        if path.endswith(".html"):
            bar = " ".join(html.document_fromstring(data).xpath("//div[@class='example']//text()"))
            assert all(mark in bar for each, mark in marks.items() if each == language or language == "index.html")
            assert bar.strip()
        elif language in marks and path.count("/") == 1:
            assert marks[language] in data.decode()
    real = public_pages(desks.book(), replace(desks.framework.agreement, example=False), now_ms=desks.now_ms)
    assert not any(b'class="example"' in data for path, data in real.items() if path.endswith(".html"))


def test_what_is_withheld_stands_as_its_reason_and_day_and_its_value_in_no_byte():
    files = pages(year())
    everything = written.plain("\n".join(data.decode("utf-8", "replace") for data in files.values()))
    assert not re.search("98.?765.?432", everything)
    for path in ("en/initiative-radars.html", "en/withheld.html"):
        shown_there = said(year(), path)
        assert "Until January 1, 2031" in shown_there
        assert "commercial secret" in shown_there
        assert "the price is still being compared" in shown_there
    assert "January 1, 2031" not in said(year(), "en/initiative-data-centre-south.html")


def test_from_its_day_on_what_was_withheld_is_public():
    after_ms = 1_924_992_000_000  # 2031-01-01T00:00:00Z
    path = "en/initiative-radars.html"
    before, after = (written.plain(pages(year(), each)[path].decode()) for each in (after_ms - 1, after_ms))
    amount = written.plain(written.amount(98_765_432_10, "USD"))
    assert amount not in before
    assert amount in after
    assert "Until January 1, 2031" in before
    assert "Until January 1, 2031" not in after


def test_money_stands_in_the_one_neutral_form_in_every_language():
    for language in LANGUAGES:
        assert written.amount(240_000_000_00, "USD") in page(year(), f"{language}/investor-data-centre-south.html")
        assert written.amount(7_500_000_00, "USD") in page(year(), f"{language}/investor-data-centre-south.html")


def test_what_one_party_says_alone_is_not_published_until_both_sign_again():
    desks = a_year()
    before = pages(desks)
    desks.move("DZ", "initiative/desert-spring", "start")
    assert desks.state("initiative/desert-spring") == "running"
    assert pages(desks) == before
    desks.move("US", "initiative/desert-spring", "amend", next_review_ms=desks.now_ms + DAY_MS)
    assert "Running" in said(desks, "en/initiative-desert-spring.html")


def test_a_meeting_that_one_party_called_off_is_not_announced_any_more():
    desks = year()
    assert "cancelled" in said(desks, "en/meeting-wg-sky-3.html")
    ahead = html.document_fromstring(page(desks, "en/calendar.html")).xpath("//section[1]//text()")
    assert "Meeting 2" in " ".join(ahead)
    assert "Meeting 3" not in " ".join(ahead)


def test_what_nobody_signed_has_no_page():
    desks = a_year()
    before = pages(desks)
    desks.propose("US", "decision", "d-new", **shown("text"))
    assert pages(desks) == before


def test_an_open_investment_has_a_page_for_investors_that_says_where_to_ask_and_goes_with_its_end():
    desks = a_year()
    there = said(desks, "en/investor-data-centre-south.html")
    assert "sky · initiative/data-centre-south" in there
    assert "dz-desk" in there, "the office is public on this record"
    assert "sky-watch" not in "".join(path for path in pages(desks) if "investor" in path)
    desks.move("DZ", "initiative/data-centre-south", "cancel")
    assert not [path for path in pages(desks) if "investor-" in path]


def test_the_year_says_what_was_announced_decided_and_done():
    rows = html.document_fromstring(page(year(), "en/progress.html")).xpath("//tbody/tr")
    found = {" ".join(each.xpath("./th/a/text()")): each.xpath("./td") for each in rows}
    action = found["EXAMPLE: Write the exercise plan"]
    assert [each.text_content().strip() for each in action[:2]] == ["\u2068July 3, 2025\u2069"] * 2
    assert "accepted" in action[2].text_content()
    assert "not yet" in found["EXAMPLE: Exercise Sky Watch"][2].text_content()
    late = pages(year(), year().now_ms + 365 * DAY_MS)["en/progress.html"].decode()
    assert "late" in html.document_fromstring(late).xpath("//tr[th/a='EXAMPLE: Exercise Sky Watch']")[0].text_content()


def test_signed_minutes_show_the_points_that_are_public_and_no_other():
    there = said(year(), "en/meeting-wg-sky-1.html")
    assert "Errors fell by 12 %." in there
    assert "They agreed to meet again in Algiers." in there
    assert "Closed point" not in there


def test_what_somebody_typed_can_neither_write_a_page_nor_turn_a_line_round():
    desks = Desks()
    hostile = text("<script>alert(1)</script> \u202e12\u202c & \"'")
    desks.propose("DZ", "group", "wg-sky", **shown("cadence"), title=hostile, terms=hostile)
    desks.move("US", "group/wg-sky", "establish")
    for path, data in pages(desks).items():
        if path.endswith(("html", "atom", "ics")):
            assert b"<script" not in data, path
            assert "\u202e" not in data.decode(), path


def test_before_anything_is_public_there_are_pages_that_say_so():
    desks = Desks()
    files = pages(desks)
    assert "Nothing has been published yet." in said(desks, "en/index.html")
    assert b"<entry" not in files["fr/news.atom"]


def test_an_issue_replaces_the_one_before_and_leaves_no_page_of_it(tmp_path):
    folder, desks = tmp_path / "www", a_year()
    assert write_public_pages(folder, pages(desks))
    assert not write_public_pages(folder, pages(desks)), "nothing had changed"
    desks.move("DZ", "initiative/data-centre-south", "cancel")
    assert write_public_pages(folder, pages(desks))
    there = {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    assert there == pages(desks)
    (folder / "fr" / "index.html").write_text("altered")
    assert write_public_pages(folder, pages(desks)), "an altered page is written anew"
    assert [each.name for each in tmp_path.iterdir()] == ["www"]


def test_a_folder_that_holds_anything_else_is_left_alone(tmp_path):
    folder, files = tmp_path / "www", pages(year())
    folder.mkdir()
    (folder / CHECKSUMS).write_text(f"{'0' * 64}  diary.txt\n")
    (folder / "diary.txt").write_text("dear diary")
    with pytest.raises(InvalidInput, match="already holds other files"):
        write_public_pages(folder, files)
    assert (folder / "diary.txt").read_text() == "dear diary"
    write_public_pages(tmp_path / "ours", files)
    (tmp_path / "ours" / "fr" / "added.txt").write_text("by somebody")
    with pytest.raises(InvalidInput, match="already holds other files"):
        write_public_pages(tmp_path / "ours", files | {"new.txt": b""})


def test_every_word_of_the_public_pages_is_said_somewhere_in_them():
    sources = "\n".join(path.read_text("utf-8") for path in PACKAGE.rglob("*") if path.suffix in (".py", ".html"))
    catalogue = (PACKAGE.parents[3] / "locale" / "en.ftl").read_text("utf-8")
    names = re.findall(r"^public-([a-z-]+) =", catalogue, re.MULTILINE)
    assert len(names) > 60
    assert [name for name in names if f'"{name}"' not in sources] == []
