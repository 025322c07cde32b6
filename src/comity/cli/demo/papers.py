"""Scene 12, its second half: the minutes and the annual report as papers, the same bytes from both nodes."""

from datetime import UTC, datetime
from hashlib import sha256

from comity.cli.demo.first_year import PARTIES
from comity.cli.demo.story import Stage, tampering
from comity.cli.demo.told import lines
from comity.cli.demo.year import AGREEMENTS

OUT = "out"
HOLDER = "DZ"


def accounts(stage: Stage) -> None:
    """Scene 12: one byte altered and refused; then what the year came to, on paper."""
    tampering(stage)
    if stage.year is None:
        return
    folder = stage.folder / OUT
    folder.mkdir(exist_ok=True)
    language = stage.narrator.words.language
    for agreement in AGREEMENTS[:1]:
        for each in lines(stage, agreement, "DZ", "?kind=meeting&state=minutes_signed"):
            path = f"cooperation/records/{each['key']}/paper/minutes.pdf?holder={HOLDER}"
            _keep(stage, agreement, path, f"{each['id']}-minutes.pdf", "demo-minutes-written")
    year = datetime.now(UTC).year
    path = f"cooperation/report/{year}.pdf?language={language}"
    _keep(stage, AGREEMENTS[0], path, f"report-{year}.{language}.pdf", "demo-report-written")


def _keep(stage: Stage, agreement: str, path: str, name: str, message: str) -> None:
    """Ask both nodes for a paper, hold the bytes against one another, and leave the paper in the folder."""
    here, there = (stage.actors[party].client.read(stage.path(path, agreement)) for party in PARTIES)
    if here != there:
        raise AssertionError(f"the nodes set {name} differently")
    (stage.folder / OUT / name).write_bytes(here)
    stage.narrator.say(message, file=f"{OUT}/{name}", hash=f"sha256:{sha256(here).hexdigest()}")
