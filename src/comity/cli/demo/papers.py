"""Scene 12, its second half: the minutes and the annual report as papers, the same bytes from both nodes."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from comity.cli.demo.first_year import PARTIES
from comity.cli.demo.story import Stage, tampering
from comity.cli.demo.told import lines
from comity.cli.demo.year import AGREEMENTS

MEMORANDUM = AGREEMENTS[0]
OUT, DOCUMENTS = "out", "documents"
HOLDER = "DZ"
"""Whose original is written: each party keeps its own, and either node can set both."""


def accounts(stage: Stage) -> None:
    """Scene 12: one byte altered and refused; then what the year came to, on paper."""
    tampering(stage)
    if stage.year is None:
        return
    folder = stage.folder / OUT
    folder.mkdir(exist_ok=True)
    language = stage.narrator.words.language
    _keep_documents(stage, folder / DOCUMENTS)
    for each in lines(stage, MEMORANDUM, HOLDER, "?kind=meeting&state=minutes_signed"):
        path = f"cooperation/records/{each['key']}/paper/minutes.pdf?holder={HOLDER}"
        _keep(stage, path, f"{each['id']}-minutes.pdf", "demo-minutes-written")
    year = datetime.now(UTC).year
    path = f"cooperation/report/{year}.pdf?language={language}&holder={HOLDER}"
    _keep(stage, path, f"report-{year}.{language}.pdf", "demo-report-written")


def _keep_documents(stage: Stage, folder: Path) -> None:
    """Leave the documents that records name by their hash, one file for each language."""
    folder.mkdir(exist_ok=True)
    deeds = stage.year.deeds if stage.year else []
    papers = {f"{deed.record}.{language}.txt": said for deed in deeds for language, said in deed.papers.items()}
    for name, said in papers.items():
        (folder / name).write_bytes(said)
    stage.narrator.say("demo-documents-kept", count=len(papers), folder=f"{OUT}/{DOCUMENTS}")


def _keep(stage: Stage, path: str, name: str, message: str) -> None:
    """Ask both nodes for a paper, hold the bytes against one another, and leave the paper in the folder."""
    with ThreadPoolExecutor(len(PARTIES)) as both:
        here, there = both.map(lambda party: stage.actors[party].client.read(stage.path(path)), PARTIES)
    if here != there:
        raise AssertionError(f"the nodes set {name} differently")
    (stage.folder / OUT / name).write_bytes(here)
    stage.narrator.say(message, file=f"{OUT}/{name}", hash=f"sha256:{sha256(here).hexdigest()}")
