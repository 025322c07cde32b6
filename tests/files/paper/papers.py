"""Papers of an invented meeting under the example agreement, in three languages: what the tests of paper print."""

from datetime import date
from functools import cache

from comity.agreement import Text
from comity.cooperation import written
from comity.files.agreements import check_texts, read_agreement_file
from comity.files.paper import (
    Agenda,
    AgendaItem,
    Announcement,
    Assigned,
    Budget,
    Decided,
    Decision,
    Delegation,
    Inspection,
    Instrument,
    Minutes,
    MinutesItem,
    Obligation,
    Original,
    Report,
    Side,
    Sitting,
    Withheld,
    instrument,
)
from tests.house.sources import ROOT

EXAMPLE = ROOT / "examples" / "algeria-usa-2025" / "memorandum.toml"

ALGERIA = Text(
    ar="الجمهورية الجزائرية الديمقراطية الشعبية",
    en="the People's Democratic Republic of Algeria",
    fr="la République algérienne démocratique et populaire",
)
AMERICA = Text(ar="الولايات المتحدة الأمريكية", en="the United States of America", fr="les États-Unis d'Amérique")
MEMORANDUM = Text(ar="مذكرة التفاهم", en="Memorandum of understanding", fr="Mémorandum d'entente")
GROUP = Text(ar="البحر والإنقاذ", en="Sea and rescue", fr="Mer et sauvetage")
ALGIERS = Text(ar="الجزائر العاصمة", en="Algiers", fr="Alger")
CENTRE = Text(
    ar="مركز تنسيق عمليات البحث والإنقاذ",
    en="Rescue co-ordination centre",
    fr="Centre de coordination du sauvetage",
)
STAFF = Text(ar="مكتب التعاون الثنائي", en="Office of bilateral co-operation", fr="Bureau de la coopération bilatérale")

SITTING = Sitting(GROUP, "4.3", MEMORANDUM, 1_770_022_800_000, 1_770_040_800_000, 60, ALGIERS)


def side(party: str, *languages: str) -> Side:
    return Side(party, {"DZ": ALGERIA, "US": AMERICA}[party], languages)  # type: ignore[arg-type]


def original(
    holder: str = "DZ", *, algerian: tuple[str, ...] = ("ar", "fr"), reference: str = "WG2-M-2026-01"
) -> Original:
    american = ("en",) if "en" not in algerian else ("fr",)
    return Original(holder, (side("DZ", *algerian), side("US", *american)), reference, date(2026, 2, 2), ALGIERS, True)


def agenda() -> Agenda:
    return Agenda(
        SITTING,
        (
            AgendaItem(
                "1",
                Text(ar="اعتماد جدول الأعمال", en="Adoption of the agenda", fr="Adoption de l'ordre du jour"),
                STAFF,
                10,
            ),
            AgendaItem("2", Text(ar="الإجراءات المفتوحة", en="Open actions", fr="Actions ouvertes"), STAFF, 20),
            AgendaItem(
                "3",
                Text(ar="تمرين البحث والإنقاذ", en="Search and rescue exercise", fr="Exercice de sauvetage"),
                CENTRE,
                90,
                Text(
                    ar="الوثيقة D-2026-004 المؤرخة في 2026-01-15، الصفحات 3-7.",
                    en="Document D-2026-004 of 2026-01-15, pages 3-7.",
                    fr="Document D-2026-004 du 2026-01-15, pages 3-7.",
                ),
            ),
        ),
    )


def minutes(items: int = 10) -> Minutes:
    own = (_exercise(), _costs(), _withheld())
    clauses = _instrument().articles
    rest = tuple(
        MinutesItem(str(place + 1), clauses[place].title, clauses[place].text) for place in range(len(own), items)
    )
    return Minutes(
        SITTING,
        (Delegation(ALGERIA, (CENTRE, STAFF)), Delegation(AMERICA, (CENTRE, STAFF))),
        (*own, *rest)[:items],
    )


def decision() -> Decision:
    return Decision(
        Text(ar="العمل بالمادة 5.1", en="Article 5.1 is put to work", fr="Mise en œuvre de l'article 5.1"),
        GROUP,
        "3.2",
        MEMORANDUM,
        Text(
            ar="يقرر الفريق أن يبدأ العمل بالمادة 5.1 ابتداء من 2026-03-01.\n\nويُخصص لذلك مبلغ 120 000 DZD.",
            en="The group puts Article 5.1 to work as of 2026-03-01.\n\n120 000 DZD are set aside for it.",
            fr="Le groupe met en œuvre l'article 5.1 à compter du 2026-03-01.\n\n120 000 DZD y sont affectés.",
        ),
        (Text(ar="تُطبق المادة 5.1", en="Article 5.1 applies", fr="L'article 5.1 s'applique"),),
        date(2027, 3, 1),
        "WG2-M-2026-01",
    )


def report() -> Report:
    three = [article.title for article in _instrument().articles[:6]]
    return Report(
        MEMORANDUM,
        date(2025, 1, 22),
        date(2026, 1, 21),
        date(2026, 2, 1),
        (
            Announcement(three[2], date(2025, 1, 22), "D-2025-007", date(2025, 3, 4), date(2025, 6, 30)),
            Announcement(three[3], date(2025, 1, 22), "D-2025-009", date(2025, 5, 6)),
            Announcement(three[4], date(2025, 2, 3)),
        ),
        (
            Obligation("3.1", three[2], ALGERIA, date(2025, 4, 22), date(2025, 4, 2)),
            Obligation("4.3", three[4], AMERICA, date(2025, 12, 31)),
            Obligation("5.2", three[5], ALGERIA, date(2026, 12, 31)),
        ),
        (
            Budget("I-2025-003", three[4], "DZD", 125_000_000, 50_000_000, 25_000_000),
            Budget("I-2025-004", three[5], "USD", 48_000_000, 12_345_678, 12_345_678),
            Budget("I-2025-005", three[2], "USD", 1, 0, 0, Withheld(_commercial(), "2028-01-01")),
        ),
        (
            Inspection("C-2025-01", three[5], date(2025, 9, 9), date(2025, 9, 10), _finding(), 2),
            Inspection("C-2026-01", three[3], date(2026, 9, 9)),
        ),
    )


def memorandum() -> Instrument:
    return _instrument()


@cache
def _instrument() -> Instrument:
    file = read_agreement_file(EXAMPLE)
    return instrument(file.agreement, {name: path.read_text("utf-8") for name, path in check_texts(file).items()})


def _exercise() -> MinutesItem:
    return MinutesItem(
        "1",
        Text(ar="تمرين البحث والإنقاذ", en="Search and rescue exercise", fr="Exercice de recherche et de sauvetage"),
        Text(
            ar=(
                "يُجرى التمرين من 2026-05-11 إلى 2026-05-14 عند الموقع 36°45.60′N 005°05.10′E، "
                "بمشاركة 120 000 ساعة محاكاة.\n\nرقم الاتصال +213 21 00 00، والوثيقة المرجعية D-2026-004 (الصفحات 3-7)."
            ),
            en=(
                "The exercise takes place from 2026-05-11 to 2026-05-14 at 36°45.60′N 005°05.10′E, with 120 000 hours "
                "of simulation.\n\nThe point of contact is +213 21 00 00; the reference is D-2026-004 (pages 3-7)."
            ),
            fr=(
                "L'exercice a lieu du 2026-05-11 au 2026-05-14 par 36°45.60′N 005°05.10′E, avec 120 000 heures de "
                "simulation.\n\nLe point de contact est +213 21 00 00 ; la référence est D-2026-004 (pages 3-7)."
            ),
        ),
        (
            Decided(
                "D-2026-011",
                Text(
                    ar="يُعتمد برنامج التمرين.",
                    en="The programme of the exercise is adopted.",
                    fr="Le programme de l'exercice est adopté.",
                ),
            ),
        ),
        (
            Assigned(
                "A-2026-031",
                Text(
                    ar="إرسال قائمة الوحدات المشاركة إلى الشريك.",
                    en="Send the partner the list of the units that take part.",
                    fr="Transmettre au partenaire la liste des unités participantes.",
                ),
                CENTRE,
                date(2026, 3, 15),
            ),
        ),
    )


def _costs() -> MinutesItem:
    sum_dz, share = written.amount(125_000_050, "DZD"), written.percentage(45)
    return MinutesItem(
        "2",
        Text(ar="التكاليف", en="Costs", fr="Coûts"),
        Text(
            ar=f"قُدرت التكلفة بمبلغ {sum_dz}، تتحمل منه الجزائر {share}.",
            en=f"The cost was put at {sum_dz}, of which Algeria bears {share}.",
            fr=f"Le coût est estimé à {sum_dz}, dont {share} à la charge de l'Algérie.",
        ),
    )


def _withheld() -> MinutesItem:
    return MinutesItem(
        "3",
        Text(ar="عرض المورد", en="The supplier's offer", fr="Offre du fournisseur"),
        Withheld(_commercial(), "2028-01-01"),
    )


def _commercial() -> Text:
    return Text(ar="سر تجاري.", en="Commercial secret.", fr="Secret commercial.")


def _finding() -> Text:
    return Text(
        ar="جُرد 14 جهازاً من أصل 16.",
        en="14 sets of 16 were found in place.",
        fr="14 appareils sur 16 ont été retrouvés.",
    )
