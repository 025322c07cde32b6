"""Instruments on paper: a decision, and the text of an agreement with its clauses."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from comity.agreement import Agreement, Text, cut_wording
from comity.cooperation import written
from comity.files.paper.passages import Heading, Paragraph, Passage, Sheet, facts, paragraphs, under
from comity.files.words import Words


@dataclass(frozen=True)
class Decision:
    """A decision of a working group: its clause, its text, what it puts to work, when it is looked at again."""

    title: Text
    group: Text
    clause: str
    agreement: Text
    text: Text
    effects: tuple[Text, ...] = ()
    review: date | None = None
    from_meeting: str | None = None


@dataclass(frozen=True)
class Article:
    """A clause with its number, its title and its text."""

    number: str
    title: Text
    text: Text


@dataclass(frozen=True)
class Instrument:
    """The text of an agreement: what stands before the first clause, and the clauses."""

    title: Text
    preamble: Text
    articles: tuple[Article, ...]


def instrument(agreement: Agreement, wordings: Mapping[str, str]) -> Instrument:
    """Return an agreement as it is printed, its wordings (by language) cut into clauses at their headings."""
    numbers = [clause.id for clause in agreement.clauses]
    cut = {language: cut_wording(wording, numbers) for language, wording in wordings.items()}
    return Instrument(
        agreement.title,
        _in_three({language: preamble for language, (preamble, _) in cut.items()}),
        tuple(
            Article(
                clause.id,
                clause.title,
                _in_three({language: texts.get(clause.id, "") for language, (_, texts) in cut.items()}),
            )
            for clause in agreement.clauses
        ),
    )


def decision_sheet(decision: Decision, words: Words) -> Sheet:
    """Return a decision in one language."""
    meeting = None if decision.from_meeting is None else written.code(decision.from_meeting)
    return Sheet(
        words.say("files-paper-decision"),
        (
            facts(
                words,
                ("group", decision.group),
                ("under", under(decision.agreement, decision.clause, words)),
                ("follows", meeting),
            ),
            Heading(decision.title.in_language(words.language)),
            *paragraphs(decision.text, words),
            *_effects(decision, words),
            facts(words, ("review", None if decision.review is None else written.day(decision.review))),
        ),
    )


def instrument_sheet(paper: Instrument, words: Words) -> Sheet:
    """Return the text of an agreement in one language."""
    return Sheet(
        paper.title.in_language(words.language),
        (*_preamble(paper.preamble, words), *(each for article in paper.articles for each in _article(article, words))),
    )


def _in_three(texts: Mapping[str, str]) -> Text:
    return Text(ar=texts["ar"], en=texts["en"], fr=texts["fr"])


def _effects(decision: Decision, words: Words) -> Iterator[Passage]:
    if decision.effects:
        yield Heading(words.say("files-paper-effects"))
    for effect in decision.effects:
        yield Paragraph(effect.in_language(words.language), "\u2013")


def _preamble(preamble: Text, words: Words) -> Iterator[Paragraph]:
    """Yield the paragraphs before the first clause; the title stands above them, and bold ones are strong."""
    for each in paragraphs(preamble, words):
        if not each.text.startswith("#"):
            strong = each.text.startswith("**") and each.text.endswith("**")
            yield Paragraph(each.text.strip("*") if strong else each.text, strong=strong)


def _article(article: Article, words: Words) -> Iterator[Passage]:
    yield Heading(article.title.in_language(words.language), article.number)
    yield from paragraphs(article.text, words)
