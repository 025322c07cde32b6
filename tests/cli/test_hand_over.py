"""What whoever owns the node folder began by itself stands in a hand-over in the language of who reads it."""

from pathlib import Path

import pytest

from comity.cli.hand_over import write
from comity.files.words import Words
from comity.node.offices import OWNER

OPEN = {"kind": "case", "subject": "case-1", "owner": OWNER, "due_ms": None, "late": False, "owed_by": "US"}
HAND_OVER = {"agreement": "a", "party": "US", "at_ms": 0, "version": 1, "in_force": [], "open": [OPEN]}


@pytest.mark.parametrize(
    ("language", "owner"),
    [
        ("en", "owner of the node folder"),
        ("fr", "propriétaire du dossier du nœud"),
        ("ar", "مالك مجلد العقدة"),
    ],
)
def test_the_owner_of_the_folder_is_named_in_the_language_of_the_page(
    tmp_path: Path, language: str, owner: str
) -> None:
    out = tmp_path / "hand-over.md"
    write([HAND_OVER], out, Words(language))
    (line,) = [each for each in out.read_text("utf-8").splitlines() if "`case-1`" in each]
    assert line.endswith(owner)
