"""Each language is set as it is set at home: French spaces and apostrophes, Arabic tanwin, one kind of digit for all.

Sources: Imprimerie nationale, Lexique des règles typographiques (a space that does not break before ; : ! ? » % and
after «); the Unicode Standard, ch. 9.2 (the tanwin belongs to the letter before its alif). That space is
U+202F here, as in the numbers of signed texts (`comity.cooperation.written`).
"""

import re
from functools import cache

import pytest

from tests.house.sources import LANGUAGES, ROOT

TORN = re.compile(r"^(?=[;:!?»])|(?<=\S)[ \u00a0](?=[;:!?»%])|«[ \u00a0]|«(?=\w)|\w»")
NOT_READ = re.compile(r"`[^`]*`|\{[^{}]*\}|\{ \$[a-z_]+ ->|= \[.*\]")
"""Commands, placeables and the values of a file's keys."""
NAME = re.compile(r"^\s*([a-z][\w-]* =|\.[a-z]+ =|\*?\[[^\]]+\]) ?")


SINGULAR = (
    *("اكتب", "اطلب", "استعمل", "احفظ", "اختر", "أعد", "أعط", "خذ", "ضع", "سم", "صحح", "تحقق", "أضف", "احذف", "انظر"),
    *("قارن", "انسخ", "اقرأ", "اسأل", "أزل", "اترك", "اجعل", "أبق", "أوقف", "افتح", "انتظر", "ابحث", "شغل", "رتب"),
)
"""How one would speak to one person; an office is spoken to in the plural."""


@cache
def lines(language: str) -> tuple[tuple[int, str], ...]:
    """Return the lines that people read with their numbers: no comments, no names, and nothing of `NOT_READ`."""
    text = (ROOT / "locale" / f"{language}.ftl").read_text("utf-8").splitlines()
    return tuple(
        (number, NOT_READ.sub("x", NAME.sub("", line)).strip(" "))
        for number, line in enumerate(text, 1)
        if not line.startswith("#")
    )


def broken(found: re.Pattern[str], language: str) -> list[str]:
    return [f"{language}.ftl:{number} {line}" for number, line in lines(language) if found.search(line)]


def test_a_french_sign_is_never_torn_from_its_word():
    assert not broken(TORN, "fr")


@pytest.mark.parametrize("line", ["Refusé : rien", "lisez « ceci", "fini\u00a0!", "«ceci", "12 %", "; il attend"])
def test_a_torn_sign_is_seen(line):
    assert TORN.search(line)


def test_french_apostrophes_are_curly():
    assert not broken(re.compile("'"), "fr")


def test_an_arabic_tanwin_stands_on_the_letter_before_its_alif():
    assert not broken(re.compile("\u0627\u064b"), "ar")


@pytest.mark.parametrize("language", LANGUAGES)
def test_digits_are_the_same_in_every_language(language):
    assert not broken(re.compile("[\u0660-\u0669\u06f0-\u06f9]"), language)


def test_arabic_sentences_take_arabic_commas_and_question_marks():
    assert not broken(re.compile(r"[\u0621-\u064a]\s*[,;?]"), "ar")


def test_arabic_speaks_to_an_office_in_the_plural():
    text = (ROOT / "locale" / "ar.ftl").read_text("utf-8")
    remedies = re.findall(r"^ +\.remedy = (.*)$", re.sub("[\u064b-\u0652]", "", text), re.MULTILINE)
    alone = re.compile(f"(?:^|[؛،.:] |ثم |أو )[وف]?(?:{'|'.join(SINGULAR)})(?:ه|ها)?(?= )")
    assert not [each for each in remedies if alone.search(each)]
