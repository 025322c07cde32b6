"""The page of the case file names every key and every choice that the case file may hold, and its example is a case."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from comity.rescue import Bearing, Voyage, case_of
from comity.rescue.scenario_file import SCENARIOS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "reference" / "case-file.md").read_text("utf-8")
READERS = sorted((ROOT / "src" / "comity" / "rescue").glob("*_file.py"))
METHODS = {"number", "count", "text", "texts", "instant_ms", "choice", "pair", "numbers"}
WORD = re.compile(r"[a-z][a-z0-9_]*")


def keys_of(module: Path) -> set[str]:
    """Keys that a module asks a table for, and those that stand in its lists of keys and choices."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
            found |= {str(each.value) for each in node.args[:1] if isinstance(each, ast.Constant)}
        if isinstance(node, ast.Tuple) and all(isinstance(each, ast.Constant | ast.Starred) for each in node.elts):
            found |= {
                each.value for each in node.elts if isinstance(each, ast.Constant) and isinstance(each.value, str)
            }
    return {each for each in found if WORD.fullmatch(each)}


@pytest.mark.parametrize("module", READERS, ids=lambda path: path.stem)
def test_every_key_that_is_read_stands_on_the_page(module: Path) -> None:
    known = keys_of(module)
    assert len(known) > 5, "the reader of keys reads them"
    words = {word for code in re.findall(r"`([^`\n]*)`", PAGE) for word in WORD.findall(code)}
    assert not known - words - {"table"}


def test_every_kind_of_scenario_has_its_row() -> None:
    assert [kind for kind in SCENARIOS if f"| `{kind}` |" not in PAGE] == []


def test_the_example_of_the_page_is_a_case() -> None:
    (example, *_) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    case = case_of(tomllib.loads(example))
    assert len(case.currents) == 3
    assert [type(each) for each in case.scenarios] == [Voyage, Bearing]
    assert case.sources == {
        "[[observation]] 1": "EXAMPLE: log of the ferry",
        "scenario.1.last_contact": "EXAMPLE: call to the coast station",
    }
