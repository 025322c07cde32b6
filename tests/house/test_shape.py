"""Rules of shape: a module and a function that a person can hold in one look, and names that say something."""

import ast
import re

from tests.house.sources import modules, named

MODULE_LINES = 400
FUNCTION_LINES = 60
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc", "core", "stuff"}


def test_a_module_fits_four_hundred_lines():
    for path in modules():
        lines = len(path.read_text("utf-8").splitlines())
        assert lines <= MODULE_LINES, f"{named(path)} has {lines} lines"


def test_a_function_fits_a_screen():
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                assert lines <= FUNCTION_LINES, f"{named(path)}:{node.lineno} {node.name} has {lines} lines"


def test_a_module_opens_with_what_it_is():
    for path, tree in modules().items():
        assert ast.get_docstring(tree), f"{named(path)} says nothing about itself"


def test_a_module_is_named_by_a_noun_of_the_field():
    for path in modules():
        for part in path.relative_to(path.parents[len(path.parents) - 1]).with_suffix("").parts:
            assert part not in EMPTY_NAMES, f"{named(path)} is named {part}"


def test_nothing_is_left_unfinished():
    marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "NotImplemented", "pragma: " + "no cover"]
    for path in modules():
        text = path.read_text("utf-8")
        for mark in marks:
            assert not re.search(rf"(?<![A-Z]){mark}", text), f"{named(path)} holds {mark}"  # a calendar's tasks are V…


def test_no_record_describes_a_person():
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                assert "person" not in node.name.lower(), f"{named(path)}:{node.lineno} defines {node.name}"
