"""A number before a noun is worded for every plural category of its language (Unicode CLDR, plural rules).

Arabic has zero, one, two, few, many and other, English and French one and other: French writes millions in digits, so
its `many` reads as `other`. A number may also stand apart from its noun: after a colon or a word that counts, or before
"of the"; there no noun agrees with it.
"""

import re
from collections.abc import Iterator, Sequence

import pytest
from fluent.syntax import FluentSerializer
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from comity.files.words import words
from tests.house.test_words import catalogue

CATEGORIES = {"zero", "one", "two", "few", "many", "other"}
NEEDED = {"ar": {"one", "two", "few", "many"}, "en": {"one"}, "fr": {"one"}}
COUNTED = {
    *("acts", "answered", "asked", "clauses", "contents", "count", "days", "entries", "files", "idle", "items", "late"),
    *("lines", "looks", "nobody", "open", "particles", "points", "records", "releases", "rules", "signatures"),
    *("soon", "stranded", "texts", "votes", "waiting"),
}
"""The names under which messages are given a number of things."""
APART = re.compile(r"(?:[:،(·] ?|عدد\S*[^{:.]{0,40}|منها [^{]{0,30})$|^$")
BEFORE_OF = re.compile(r"^ من ")


class Selections(Visitor):
    """Every selection by a counted value: its name and the categories that it words."""

    def __init__(self) -> None:
        self.found: list[tuple[str, set[str]]] = []

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802 (the visitor's own form)
        keys = {each.key.name for each in node.variants if isinstance(each.key, ftl.Identifier)}
        if isinstance(node.selector, ftl.VariableReference) and keys & (CATEGORIES - {"other"}):
            self.found.append((node.selector.id.name, keys))
        self.generic_visit(node)


def selections(language: str) -> Iterator[tuple[str, set[str], bool]]:
    """Yield each message with a plural selection, its categories, and whether the number itself is shown in it."""
    for name, message in catalogue(language).items():
        if message.value is None:
            continue
        visitor = Selections()
        visitor.visit(message.value)
        text = FluentSerializer().serialize_entry(ftl.Message(ftl.Identifier("x"), value=message.value))
        for variable, keys in visitor.found:
            yield name, keys, f"{{ ${variable} }}" in text


def stands_loose(before: str, after: str) -> bool:
    """Tell whether a number between two texts stands before a noun, and not apart from it."""
    return bool(re.match(r"\s*\w", after)) and not APART.search(before) and not BEFORE_OF.match(after)


def plain(elements: Sequence[ftl.TextElement | ftl.Placeable]) -> str:
    return "".join(each.value for each in elements if isinstance(each, ftl.TextElement))


def loose() -> Iterator[str]:
    """Yield where a counted value stands before an Arabic noun that no selection words."""
    for name, message in catalogue("ar").items():
        elements = message.value.elements if message.value is not None else []
        for place, each in enumerate(elements):
            if not (isinstance(each, ftl.Placeable) and isinstance(each.expression, ftl.VariableReference)):
                continue
            if each.expression.id.name not in COUNTED:
                continue
            before, after = plain(elements[max(place - 1, 0) : place]), plain(elements[place + 1 : place + 2])
            if stands_loose(before, after):
                yield f"{name}: {before[-30:]}{{ ${each.expression.id.name} }}{after[:20]}"


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_plural_is_worded_for_every_category_of_the_language(language):
    for name, keys, is_shown in selections(language):
        needed = NEEDED[language] if is_shown else NEEDED[language] & {"one", "two"}
        assert needed | {"other"} <= keys, f"{language}: {name} lacks {needed - keys}"


def test_no_arabic_noun_follows_a_number_that_it_does_not_agree_with():
    assert not list(loose())


@pytest.mark.parametrize(("before", "after"), [("على القرص ", " ملفات"), ("بعد ", " يومًا"), ("قُرئ وفيه ", " قيدًا")])
def test_a_planted_number_before_a_noun_is_found(before, after):
    assert stands_loose(before, after)


@pytest.mark.parametrize(
    ("count", "said"),
    [(1, "مشارك"), (2, "مشاركان"), (3, "مشاركين"), (10, "مشاركين"), (11, "مشاركًا"), (99, "مشاركًا"), (100, "مشارك")],
)
def test_an_arabic_unit_agrees_with_its_number(count, said):
    assert words("ar").say("cooperation-unit", unit="participant", name="participant", count=count) == said


@pytest.mark.parametrize(("count", "said"), [(0, "visite"), (1, "visite"), (2, "visites")])
def test_a_french_unit_agrees_with_its_number(count, said):
    assert words("fr").say("cooperation-unit", unit="visit", name="visit", count=count) == said
