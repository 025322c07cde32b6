"""`comity demo`: the story in each language, and what it refuses."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from comity.cli.demo.stage import MARK, are_free, clear, ports_from
from comity.ground import InvalidInput
from comity.node.app import opened
from comity.node.lock import is_owned, owned
from comity.node.services import custody, plans, searches
from tests.soak import in_soak


def speaking(language: str) -> dict[str, str]:
    """Return the environment of a reader of this language."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "COMITY_"))}
    return kept | {"LANG": language}


def comity(*arguments: str, language: str = "C", folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "comity", "demo", *arguments],
        cwd=folder,
        env=speaking(language),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
    )


ARABIC = (
    "مثال",
    "فتوقيع واحد لا يُلزم أحدًا",  # scene 2: one signature binds nobody
    "4.3",
    "متفق عليه من الطرفين",
    "سفن مثال عددها",  # scene 3: ships, coarser and later
    "وما ينتظر حتى يتقادم",
    "ولم تخرج الأسماء ولا المواقع الدقيقة قط",
    "US-20",  # the question, and equal accounts
    "متطابق",
    "يخرج دقيقًا وفورًا",
    "ويبقى في البلد",
    "حادث واحد وخريطتان",  # scene 4: one search of two centres
    "تتعلم من البحثين معًا",
    "معارة، متفق عليه من الطرفين",
    "من ينسّق البحث (SMC)",
    "الخطة الثانية على ما تركه البحثان",
    "كل تصرف محسوب، والعقدتان تُظهران السجلات نفسها",  # scene 2: the first year, lived on both nodes
    "متأخر: ",
    "يطّلع الجمهور على البنود والكميات وشريحة القيمة دون المبلغ",  # scene 6: withheld; too early to close
    "تحاول إغلاق الملف اليوم. رُفض",
    "تحاول بدء الشراكة الآن. رُفض",  # scene 7: the export check
    "لكل ميغاواط",  # scene 8: two offers
    "توقيع واحد في انتظار الشريك",  # scene 9: a change that waits
    "لم يكن في البرنامج سطر واحد يعرف هذا النوع",  # scene 11: a kind that is one file
    "مثال: الرئاسة المشتركة الجديدة لفريق العمل",  # an office is named in the reader's language
    "وُلّدت مفاتيح جديدة",  # scene 10: keys drawn, agreed, followed and erased; the record still verifies
    "وقّع الطرفان ملحق المفاتيح",
    "وقّعه المفتاح القديم والجديد معًا",
    "مُحيت المفاتيح القديمة",
    "ما زال يُتحقق منه",
)
"""What the whole story says in Arabic; docs/tutorial/1-the-story.md holds the same in English."""


@in_soak
def test_the_whole_story_is_told_in_arabic_and_leaves_the_successor_a_hand_over(tmp_path):
    done = comity("--once", "--dir", "story", language="ar_DZ.UTF-8", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [words for words in ARABIC if words not in done.stdout] == []
    page = (tmp_path / "story" / "us-hand-over.md").read_text("utf-8")
    assert "US-20" in page
    assert "مثال: الرئاسة المشتركة الجديدة" in page
    papers = sorted(path.name for path in (tmp_path / "story" / "out").glob("*.pdf"))
    assert [name for name in papers if not name.startswith("report-")] == [
        "wg-sea-rescue-1-minutes.pdf",
        "wg-sea-rescue-2-minutes.pdf",
    ]
    assert all((tmp_path / "story" / "out" / name).read_bytes().startswith(b"%PDF-") for name in papers)
    assert len(papers) == 3
    for party, case_id in (("dz", "bejaia-2008-08-06"), ("us", "bejaia-2008-08-06-us")):
        with opened(tmp_path / "story" / party) as node:  # what the page of the incident shows when both serve on
            assert {each.origin for each in searches.searches(node, case_id)} == {"ours", "partner"}
            assert custody.custody(node, case_id).holder.party == "US"
            known = plans.plans(node, case_id)
            assert known.learnt is not None
            assert known.learnt["pos_so_far"] > 0.2
            assert (known.a is not None) == (party == "dz")
    assert "minerals-north-licence.ar.txt" in [
        path.name for path in (tmp_path / "story" / "out" / "documents").iterdir()
    ]


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    done = comity("--once", "--dir", "mine", folder=tmp_path)
    assert done.returncode == 1
    assert "[cli.not_a_demo_folder]" in done.stderr
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"


def test_a_scene_that_is_not_told_yet_is_wrong_usage(tmp_path):
    done = comity("--scene", "5", folder=tmp_path)
    assert done.returncode == 2
    assert "1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12" in done.stderr


def test_the_list_names_every_line_of_the_article(tmp_path):
    done = comity("--list", folder=tmp_path)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 1 + 18 + 1 + 12


def test_a_folder_that_cannot_be_written_is_said_in_sentences(tmp_path):
    (tmp_path / "file").touch()
    done = comity("--once", "--dir", "file", folder=tmp_path)
    assert done.returncode == 1
    assert "[cli.demo_folder_unusable]" in done.stderr


def test_what_the_demonstration_did_not_make_survives_it(tmp_path):
    story = tmp_path / "story"
    story.mkdir()
    (story / MARK).touch()
    (story / "thesis.txt").write_text("mine")
    clear(story)
    assert (story / "thesis.txt").read_text() == "mine"


def test_a_demonstration_that_is_served_keeps_its_files(tmp_path):
    story = tmp_path / "story"
    (story / "dz").mkdir(parents=True)
    (story / MARK).touch()
    with owned(story / "dz"), pytest.raises(InvalidInput) as caught:
        clear(story)
    assert caught.value.code == "cli.demo_is_served"
    assert (story / "dz").is_dir()


def test_taken_ports_are_seen():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not are_free({"DZ": (port, port)})
    assert are_free(ports_from(0))


@pytest.mark.parametrize(
    ("ending", "language", "said"),
    [
        (signal.SIGTERM, "C", ["EXAMPLE", "one signature binds nobody", "Article 4.3", "agreed by both"]),
        (
            signal.SIGHUP,
            "fr_FR.UTF-8",
            ["EXEMPLE", "une seule signature n’engage personne", "article 4.3", "convenu par les deux"],
        ),
    ],
)
def test_one_scene_is_told_in_the_readers_language_and_a_closed_terminal_leaves_no_node_behind(
    ending, language, said, tmp_path
):
    command = [sys.executable, "-m", "comity", "demo", "--dir", "story", "--port", "0", "--scene", "2"]
    told = ""
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, text=True, encoding="utf-8", env=speaking(language)
    ) as story:
        assert story.stdout
        for line in story.stdout:
            told += line
            if "Ctrl-C" in line:
                break
        assert all(is_owned(tmp_path / "story" / party) for party in ("dz", "us"))
        story.send_signal(ending)
    assert not any(is_owned(tmp_path / "story" / party) for party in ("dz", "us"))
    assert [words for words in said if words.lower() not in told.lower()] == []
