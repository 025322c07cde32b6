"""The page for secretaries, followed to the letter by both parties: its own files and commands, in its own order."""

import re
import shlex
from pathlib import Path
from typing import Any

import orjson

from comity.node.services.cooperation import act
from tests.two_nodes.cooperating import cooperating

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "run-a-working-group.md"
COMMAND = re.compile(r"^comity cooperation act (.+)$", re.MULTILINE)
FILE = re.compile(r"`(\w+\.json)`((?:(?!```|`\w+\.json`)[\s\S])*)```json\n([\s\S]+?)```")


def test_a_secretary_who_follows_the_page_gets_from_terms_of_reference_to_signed_minutes(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    files: dict[str, dict[str, Any]] = {name: orjson.loads(text) for name, _, text in FILE.findall(page)}
    with cooperating(tmp_path) as two:
        for command in COMMAND.findall(page):
            folder, key, move, *options = shlex.split(command)
            given = dict(zip(options, [*options[1:], ""], strict=True))
            fields = files[given["--fields"]] if "--fields" in given else {}
            node, (kind, name) = {"dz": two.dz, "us": two.us}[folder], key.split("/")
            signs = "--sign" in options
            act(node, two.agreement_id, kind, name, move, fields, office=given["--office"], sign=signs)
            two.exchange()
        assert [two.state(two.us, each) for each in ("group/wg-training", "meeting/wg-training-1")] == [
            "established",
            "minutes_signed",
        ]
        assert two.state(two.dz, "decision/training-calendar") == "adopted"
        assert two.state(two.dz, "action/draft-calendar") == "open"
        assert two.same()
        assert not two.book(two.dz).not_counted
    assert {*files} == {"group.json", "meeting.json", "decision.json", "action.json", "minutes.json"}
