"""A party says what its offices are called in three languages; what cannot be read by eye is refused."""

import pytest

from comity.agreement import TITLES_MOST, read_agreement, read_office_titles
from comity.ground import InvalidInput
from tests.agreement.documents import agreement, text

SKY = read_agreement(agreement())


def titled(name="desk", **changes):
    return {"office": name, "title": text(name)} | changes


def titles(*listed, **changes):
    document = {"schema": "comity/office-titles/1", "example": True, "agreement": "sky", "party": "US"}
    return document | {"titles": list(listed)} | changes


def test_titles_are_read_by_the_names_that_acts_use():
    found = read_office_titles(titles(titled("EXAMPLE: a desk"), titled("norfolk-desk")), SKY)
    assert list(found) == ["EXAMPLE: a desk", "norfolk-desk"]
    assert found["norfolk-desk"].fr == text("norfolk-desk")["fr"]


@pytest.mark.parametrize(
    "document",
    [
        titles(),
        titles(*(titled(f"desk-{number}") for number in range(TITLES_MOST + 1))),
        titles(titled("x" * 201)),
        titles(titled(title={**text("desk"), "ar": "x" * 201})),
        titles(titled(title={"en": "desk", "fr": "bureau"})),
        titles(titled(person="nobody")),
        titles(titled(roles=["approver"])),
        titles(titled(), agreement="sea"),
        titles(titled(), example=False),
        titles(titled(), party="FR"),
        titles(titled(), titled(title=text("twice"))),
        titles(titled(title={**text("desk"), "en": "desk\u202etfel"})),
        titles(titled(title={**text("desk"), "fr": "bureau\nau bas"})),
        titles(titled(title={**text("desk"), "ar": "\u200bمكتب"})),
        titles(titled(title={**text("desk"), "en": "   "})),
        {**titles(titled()), "schema": ["comity/office-titles/1"]},
        ["not", "a", "document"],
    ],
)
def test_titles_that_do_not_fit_are_refused(document):
    with pytest.raises(InvalidInput) as refused:
        read_office_titles(document, SKY)
    assert refused.value.code in ("agreement.office_title_does_not_fit", "agreement.breaks_schema")


def test_arabic_keeps_the_joiners_that_its_letters_need():
    joined = {**text("desk"), "ar": "مكتب\u200c التعاون"}
    assert read_office_titles(titles(titled(title=joined)), SKY)["desk"].ar == joined["ar"]
