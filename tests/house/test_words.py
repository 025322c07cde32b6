"""Every error and every message is said in French, English and Arabic, with the same named values."""

import ast
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from string import Formatter

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from tests.house.sources import LANGUAGES, ROOT, modules, named, pages

PARTS = ("what", "why", "remedy")
RAISED = {"InvalidInput", "Refused", "Untrusted"}
OFFICERS_NEVER_READ = ("fold", "slot", "tile", "gate")


@dataclass
class Raise:
    place: str
    code: str
    parts: dict[str, str]
    values: set[str] = field(default_factory=set)


@cache
def raised() -> list[Raise]:
    found = []
    for path, tree in modules().items():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and getattr(node.func, "id", "") in RAISED):
                continue
            place = f"{named(path)}:{node.lineno}"
            sentences = {"code": node.args[0], "what": node.args[1]}
            sentences |= {word.arg: word.value for word in node.keywords if word.arg in PARTS}
            for name, sentence in sentences.items():
                assert isinstance(sentence, ast.Constant), f"{place}: {name} is not a literal"
            literal = {name: str(sentence.value) for name, sentence in sentences.items()}  # type: ignore[attr-defined]
            values = {word.arg for word in node.keywords if word.arg and word.arg not in PARTS}
            found.append(Raise(place, literal.pop("code"), literal, values))
    return found


@cache
def entries(language: str) -> list[ftl.EntryType]:
    """Every entry of a catalogue, read once whatever is wrong with it."""
    return FluentParser(with_spans=False).parse((ROOT / "locale" / f"{language}.ftl").read_text("utf-8")).body


@cache
def catalogue(language: str) -> dict[str, ftl.Message]:
    return {each.id.name: each for each in entries(language) if isinstance(each, ftl.Message)}


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_catalogue_is_read_whole_and_says_nothing_twice(language):
    junk = [each.content for each in entries(language) if isinstance(each, ftl.Junk)]
    assert not junk, f"{language}.ftl cannot be read: {junk}"
    said = Counter(each.id.name for each in entries(language) if isinstance(each, ftl.Message))
    assert [name for name, count in said.items() if count > 1] == []


class Variables(Visitor):
    """The names of the values that a pattern is given."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 (the visitor's own form)
        self.names.add(node.id.name)


def variables(node: ftl.BaseNode | None) -> set[str]:
    found = Variables()
    if node is not None:
        found.visit(node)
    return found.names


def placeholders(template: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("raise_", raised(), ids=lambda raise_: raise_.code)
def test_an_error_says_what_why_and_remedy_with_the_values_at_hand(raise_):
    assert re.fullmatch(r"[a-z]+\.[a-z0-9_]+", raise_.code), raise_.place
    assert set(raise_.parts) == set(PARTS), raise_.place
    used = set().union(*(placeholders(template) for template in raise_.parts.values()))
    assert used <= raise_.values, f"{raise_.place}: {used - raise_.values} has no value"
    assert raise_.values - {"article"} <= used, f"{raise_.place}: {raise_.values - used} is never said"


@pytest.mark.parametrize("language", ["ar", "fr"])
@pytest.mark.parametrize("raise_", raised(), ids=lambda raise_: raise_.code)
def test_an_error_is_translated_with_the_same_values(raise_, language):
    message = catalogue(language).get(raise_.code.replace(".", "-"))
    assert message, f"{language}.ftl lacks {raise_.code} ({raise_.place})"
    said = {attribute.id.name: variables(attribute.value) for attribute in message.attributes}
    assert said == {part: placeholders(template) for part, template in raise_.parts.items()}, raise_.place


def test_a_code_has_one_english_wording():
    wording: dict[str, dict[str, str]] = {}
    for raise_ in raised():
        assert wording.setdefault(raise_.code, raise_.parts) == raise_.parts, f"{raise_.place} words it otherwise"


def test_every_message_stands_in_three_languages_with_the_same_values():
    codes = {raise_.code.replace(".", "-") for raise_ in raised()}
    messages = {language: {k: v for k, v in catalogue(language).items() if k not in codes} for language in LANGUAGES}
    assert set(messages["en"]) == set(messages["fr"]) == set(messages["ar"])
    for name, message in messages["en"].items():
        for language in ("ar", "fr"):
            assert variables(messages[language][name].value) == variables(message.value), f"{name} in {language}"


def test_the_catalogue_holds_no_word_that_nobody_says():
    codes = {raise_.code.replace(".", "-") for raise_ in raised()}
    sources = "\n".join(path.read_text("utf-8") for path in [*modules(), *pages()])
    built = tuple(re.findall(r'["`]([a-z][a-z0-9_-]*[-_])\$?\{', sources))  # f"node-badge-{badge}"
    said = set(re.findall(r"""["'`]([a-z][a-z0-9_-]+)["'`]""", sources))
    for name in catalogue("fr"):
        assert name in codes | said or name.startswith(built), f"{name} is said nowhere"


@pytest.mark.parametrize("language", LANGUAGES)
def test_officers_never_read_our_own_words(language):
    text = (ROOT / "locale" / f"{language}.ftl").read_text("utf-8")
    for word in OFFICERS_NEVER_READ:
        lines = [line for line in text.splitlines() if re.search(rf"\b{word}s?\b", line.split("=", 1)[-1])]
        assert not lines, f"{language}.ftl says {word!r}: {lines}"
