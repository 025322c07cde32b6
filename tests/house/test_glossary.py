"""One thing has one name in each language: `docs/reference/glossary.md` gives it, the other names stay away."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

import pytest
from fluent.syntax import FluentSerializer
from fluent.syntax import ast as ftl

from tests.house.sources import LANGUAGES, ROOT
from tests.house.test_words import catalogue

PAGE = ROOT / "docs" / "reference" / "glossary.md"
ROW = re.compile(r"^\| ([a-z-]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
LETTER = "ء-ي"  # what follows or comes before within an Arabic word; marks are taken off before it is looked for
PREFIX = "(?:[وف]?[بلك]?(?:ال|ل)?)"

REJECTED: dict[str, dict[str, tuple[str, ...]]] = {
    "signature": {"fr": (r"(?<!\$)\bvotes?\b",), "ar": ("تصويت", "اقتراع")},
    "agreed": {"fr": (r"\baccepté par les deux",), "ar": ("متفق عليه بين",)},
    "in-force": {"ar": ("ساري[ةا]?", "سار", "ساري المفعول")},
    "at-work": {"fr": (r"clause en application",)},
    "record": {"fr": (r"\bjournal\b",), "ar": ("دفتر", "السجل المحاسبي")},
    "entry": {"fr": (r"(?<!l’)\bentrées?\b",)},
    "head": {
        "fr": (r"\ben-têtes? (du registre|signés?)", r"\bun même état du registre", r"\bcet en-tête"),
        "ar": ("ترويس\\S*",),
    },
    "receipt": {
        "fr": (r"\bconfirmations? de réception", r"\brécépissés?\b"),
        "ar": ("إشعار الاستلام", "إشعار استلام", "وصل الاستلام", "تأكيدات الاستلام", "إيصالات الاستلام"),
    },
    "proof": {"ar": ("برهان", "براهين")},
    "version": {"ar": ("صيغة جديدة", "هذه الصيغة", "الصيغة \\{ \\$(?:number|version)", "الصيغتان")},
    "table": {"fr": (r"\bsur la table",), "ar": ("معروض ولم", "اعرضوا نص\\S*")},
    "turn-down": {"fr": (r"\brejetez", r"\bdécliner la version")},
    "act": {"ar": ("فعل يقرؤه", "الأفعال", "عدد الأعمال", "آخر عمل على", "عمل آخر")},
    "notice": {"fr": (r"\bpréavis\b",), "ar": ("إخطار\\S*",)},
    "release": {
        "fr": (r"\btransmissions \{", r"\bEnvoi à approuver", r"\btransmis d’"),
        "ar": ("إفراج\\S*", "أفرج\\S*", "مفرج", "إتاحة", "أتاح\\S*", "إرسالاتنا"),
    },
    "release-check": {"fr": (r"\bcontrôle avant communication",), "ar": ("فحص ال(?:إفراج|إتاحة|إرسال)",)},
    "release-rule": {"fr": (r"\brègles? (?:de diffusion|d’envoi)",), "ar": ("(?:قاعدة|قواعد) (?:ال)?إرسال",)},
    "held": {"ar": ("محتجز\\S*",)},
    "correct": {"fr": (r"\bCorriger ou",)},
    "withdraw": {"fr": (r"\brappelé\b", r"\brappelez ce\b")},
    "withheld": {"fr": (r"\bnon communiqué", r"\bnon publié", r"\bchamps (?:sont )?retenus", r"\bce qui est retenu")},
    "public": {"ar": ("العموم", "الصفحات العامة", "سجلات عامة", "المعاينة العامة")},
    "question": {
        "fr": (r"\bdemande \{ \$(?:request|subject)", r"\bliste des demandes"),
        "ar": ("الطلب \\{ \\$(?:request|subject)", "قائمة الطلبات"),
    },
    "item": {"ar": ("للبنود نفسها", "بند مثال")},
    "party": {"fr": (r"(?<=\w )Parties?\b",)},
    "office": {
        "fr": (r"\bservices?\b", r"\bautorités?\b", r"\bfonctions\b"),
        "ar": ("مصلحة", "جهة(?! (?:الاتصال|هبوب|التيار|الانجراف|الريح))", "جهات", "مناصب"),
    },
    "approver": {"ar": ("موافق",)},
    "operator": {"fr": (r"\bexploitants?\b",)},
    "hand-over": {"ar": ("ورقة التسليم",)},
    "cooperation-record": {
        "fr": (
            r"\bdossiers? de coopération",
            r"\benregistrements?\b",
            r"\b(?:ouvrir le|nom du) dossier",
        ),
        "ar": ("فتح الملف", "اسم الملف", "هذا الملف مطروح"),
    },
    "move": {"fr": (r"\b(?:l’étape|le passage) \{ \$move",), "ar": ("الانتقال \\{ \\$move",)},
    "working-group": {"fr": (r"\béquipes? de travail",), "ar": ("فرق (?:ال)?عمل", "مجموع\\S* (?:ال)?عمل")},
    "meeting": {"fr": (r"\brencontres?\b",), "ar": ("تقع جلسة",)},
    "minutes": {"fr": (r"\bcomptes? rendus?\b",)},
    "decision": {"fr": (r"\brésolutions?\b",)},
    "template": {"fr": (r"\bgabarits?\b",), "ar": ("قالب", "قوالب")},
    "milestone": {"fr": (r"\béchéance d’une étape", r"\bavec ses étapes"), "ar": ("معالم",)},
    "order": {"fr": (r"\bArticles commandés", r"\bArticle \{ \$number")},
    "flow": {"fr": (r"(?<!Payé, livré, )\bapports?\b",)},
    "check": {"ar": ("عمليات (?:ال)?تحقق", "رقابة", "مراجعة أغلقت")},
    "finding": {"ar": ("ملاحظة مفتوحة", "فتح ملاحظة")},
    "review": {"fr": (r"\brevues?\b", r"\bà revoir\b")},
    "digest": {"fr": (r"\ble rappel destiné",)},
    "due": {"fr": (r"\bdate (?:limite|butoir)",), "ar": ("الموعد النهائي",)},
    "case": {"fr": (r"\bfichier du dossier", r"\bdossiers? de recherche", r"\bun dossier demande"), "ar": ("ملف بحث",)},
    "stage": {"fr": (r"\bphases?\b",)},
    "drift": {"ar": ("انسياق",)},
}
"""For each term, by language, the names that it must not have: patterns, in Arabic whole words with their prefixes."""

JUSTIFIED = {
    ("fr", "record"): {
        "console-log": "the log of a case, what was done hour by hour",
        "api-own_mistake": "the operator's own journal of the machine",
    },
    ("fr", "entry"): {
        "files-calendar_value": "an entry of a calendar file",
        "console-watch-keys": "the key Enter",
        "console-coop-minutes-keys": "the key Enter",
    },
    ("ar", "head"): {"api-csrf_missing": "a header of HTTP", "node-another_paper": "a header of HTTP"},
    ("fr", "office"): {
        "node-already_served": "a node in service",
        "node-published_ahead": "a node in service",
        "cli-restore-next": "a node in service",
        "cli-doctor-served": "a node in service",
        "cli-doctor-free": "a node in service",
        "demo-case-too-early": "supplies and services of a contract",
        "public-ask-embassy": "the authority in charge, whichever it is",
    },
}
"""Where a pattern means another thing, with the reason."""


@cache
def rows() -> dict[str, dict[str, str]]:
    found = [each for each in ROW.findall(PAGE.read_text("utf-8")) if each[0] not in ("term", "---")]
    assert len({name for name, *_ in found}) == len(found), "a term stands twice"
    return {name: {"en": en, "fr": fr, "ar": ar, "meaning": meaning} for name, en, fr, ar, meaning in found}


def bare(text: str) -> str:
    """Return text without Arabic marks, its spaces plain and its apostrophes curly."""
    marks = (each for each in text if not ("\u064b" <= each <= "\u0652" or each in "\u0640\u0670"))
    return re.sub(r"[\u00a0\u202f]", " ", unicodedata.normalize("NFC", "".join(marks))).replace("'", "’")


@cache
def sentences(language: str) -> tuple[tuple[str, str], ...]:
    """Return every sentence of a language with the name of its message; its terms and selectors are no words of it."""
    return tuple(
        (name, bare(re.sub(r"^ *\*?\[[^\]]*\]", "", line, flags=re.MULTILINE)))
        for name, message in catalogue(language).items()
        for part in (message.value, *(each.value for each in message.attributes))
        if part is not None
        for line in FluentSerializer().serialize_entry(ftl.Message(ftl.Identifier("x"), value=part)).splitlines()
    )


def pattern(language: str, rejected: str) -> re.Pattern[str]:
    if language == "ar":
        return re.compile(f"(?<![{LETTER}]){PREFIX}{bare(rejected)}(?![{LETTER}])")
    return re.compile(rejected, re.IGNORECASE if not re.search("[A-Z]", rejected) else 0)


def said(language: str, term: str) -> Iterator[str]:
    """Yield where a rejected name of a term stands, but for what is justified."""
    for each in REJECTED[term].get(language, ()):
        found = pattern(language, each)
        for name, text in sentences(language):
            if name not in JUSTIFIED.get((language, term), {}) and found.search(text):
                yield f"{name}: {text.strip()} ({each})"


def test_a_row_of_the_glossary_has_its_words_and_its_meaning():
    assert len(rows()) > 60
    for name, row in rows().items():
        assert all(row[each].strip() for each in (*LANGUAGES, "meaning")), name
        assert re.search(f"[{LETTER}]", row["ar"]), name


def test_every_rejected_name_belongs_to_a_row():
    assert set(REJECTED) <= set(rows())


@pytest.mark.parametrize("term", sorted(REJECTED))
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_thing_has_no_second_name(language, term):
    assert not list(said(language, term))


@pytest.mark.parametrize("term", sorted(REJECTED))
def test_the_name_that_is_chosen_is_not_one_of_the_rejected(term):
    for language, names in REJECTED[term].items():
        assert not any(pattern(language, each).search(bare(rows()[term][language])) for each in names)


def test_what_is_justified_still_stands():
    for (language, term), names in JUSTIFIED.items():
        found = [pattern(language, each) for each in REJECTED[term][language]]
        for name in names:
            texts = [text for message, text in sentences(language) if message == name]
            assert any(one.search(text) for one in found for text in texts), f"{name} needs no exception any more"


@pytest.mark.parametrize(
    ("language", "term", "planted"),
    [
        ("fr", "minutes", "Le compte rendu est signé."),
        ("fr", "office", "Votre service peut lire ceci."),
        ("fr", "head", "L'en-tête du registre est mal formé."),
        ("fr", "cooperation-record", "Ouvrir le dossier"),
        ("ar", "release", "لا يخرج شيء قبل الإفراج عنه"),
        ("ar", "release-rule", "وقواعد الإرسال"),
        ("ar", "working-group", "فِرَق العمل"),
        ("ar", "receipt", "وصل الاستلام من الشريك"),
        ("ar", "in-force", "القرار السارِي"),
    ],
)
def test_a_planted_second_name_is_found(language, term, planted):
    assert any(pattern(language, each).search(bare(planted)) for each in REJECTED[term][language])
