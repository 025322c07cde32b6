"""What a move needs is said in words: no need of any template or life is shown as it is written for machines."""

import pytest

from comity.cooperation import LIVES, need_words
from comity.cooperation.lives import Life
from comity.cooperation.standings import Standing
from comity.cooperation.templates import Template
from comity.files.agreements import in_words
from comity.files.initiatives import initiative_templates
from comity.files.words import LANGUAGES, words
from tests.cooperation.two_logs import Desks


def standing(life: Life, kind: str, template: Template | None = None) -> Standing:
    return Standing(
        kind=kind,
        id="one",
        fields={"indicators": []},
        state=life.start,
        since_ms=0,
        version=1,
        head="root",
        proposer="DZ",
        proposed_by_office="desk",
        entered={life.start: 0},
        log_refs=(),
        life=life,
        texts={},
        template=template,
    )


LIVED = {
    **{kind: standing(life, kind) for kind, life in LIVES.items()},
    **{each.id: standing(each.life, "initiative", each) for each in initiative_templates()},
}
NEEDED = [
    (name, need)
    for name, lived in LIVED.items()
    for need in sorted({need for ways in lived.life.moves.values() for step in ways.values() for need in step.needs})
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "need"), NEEDED)
def test_every_need_is_said_in_words(name, need, language):
    said = in_words(need_words(LIVED[name], need), words(language))
    word, argument = need.split(":", 1)
    assert said
    assert not any(mark in said for mark in ("_", "/P", f"{word}:", "{")), said
    assert need not in said
    if language == "ar":
        assert argument.split("=")[0].split("/")[0] not in said


def test_a_time_is_counted_from_the_state_by_its_own_name():
    case = LIVED["contract_case"]
    assert case.template is not None
    said = in_words(need_words(case, "elapsed:services_complete/P12M"), words("en"))
    assert said == f"12 months have passed since it became “{case.template.state_titles['services_complete'].en}”"
    assert "12 mois" in in_words(need_words(case, "elapsed:services_complete/P12M"), words("fr"))


def test_a_value_that_a_field_must_have_is_said_with_the_field():
    said = in_words(need_words(LIVED["investment"], "field:sector=data_centre"), words("en"))
    assert said.endswith("“data centre”")
    assert "centre de données" in in_words(need_words(LIVED["investment"], "field:sector=data_centre"), words("fr"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_move_that_lacks_what_it_needs_is_told_so_in_words(language: str) -> None:
    desks = Desks()
    desks.group()
    desks.propose(
        "DZ", "flow", "gift", flow_kind="contribution", from_party="DZ", to_party="US", quantity=1, unit="hour"
    )
    desks.move("DZ", "flow/gift", "claim")
    (refused,) = desks.book().not_counted
    assert (refused.why.code, refused.why.values["need"]) == ("cooperation.need_not_met", "field:actual_ms")
    said = words(language).error(refused.why)["what"]
    assert in_words(refused.why.values["need"].sentence, words(language)) in said
    assert "field:" not in said
