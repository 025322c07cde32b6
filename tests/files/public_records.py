"""A year of a record that is partly public, for the tests of the public pages; what is invented is marked EXAMPLE."""

from typing import Any

from tests.cooperation.two_logs import DAY_MS, START_MS, Desks

OPEN = {"level": "public"}


def said(en: str, fr: str, ar: str) -> dict[str, str]:
    """A wording in the three languages, marked as an example."""
    return {"ar": f"مثال: {ar}", "en": f"EXAMPLE: {en}", "fr": f"EXEMPLE : {fr}"}


def shown(*names: str) -> dict[str, Any]:
    """A record that everybody may read, with these fields open too."""
    return OPEN | {"visibility": dict.fromkeys(names, "public")}


def withheld(field: str, decision: str, **day: str) -> dict[str, Any]:
    """Why a field is not public, and until when."""
    reason = said("the price is still being compared", "le prix est encore comparé", "لا يزال السعر قيد المقارنة")
    return {"field": field, "reason_code": "commercial_secret", "reason": reason, "decided_by": decision} | day


def a_year() -> Desks:
    """A group, its meetings, decisions, and initiatives of several templates on their way."""
    desks = Desks()
    _group(desks)
    _decisions(desks)
    _meetings(desks)
    _exercise(desks)
    _investment(desks)
    _contract(desks)
    _campaign(desks)
    return desks


def _group(desks: Desks) -> None:
    desks.propose(
        "DZ",
        "group",
        "wg-sky",
        **shown("co_chairs", "cadence"),
        title=said("Working group on weather", "Groupe de travail sur la météorologie", "فريق العمل المعني بالأرصاد"),
        terms=said(
            "The group compares forecasts, plans exercises and reports to both governments.",
            "Le groupe compare les prévisions, prépare des exercices et rend compte aux deux gouvernements.",
            "يقارن الفريق التنبؤات ويعدّ التمارين ويقدّم تقريراً إلى الحكومتين.",
        ),
    )
    desks.move("US", "group/wg-sky", "establish")


def _decisions(desks: Desks) -> None:
    for template in ("exercise", "investment", "contract_case", "tourism_campaign"):
        desks.adopt(template)
    desks.propose(
        "US",
        "decision",
        "d-exercise",
        **shown("text", "review_ms", "from_meeting"),
        from_meeting=None,
        title=said("A joint exercise each year", "Un exercice commun chaque année", "تمرين مشترك كل سنة"),
        text=said(
            "Both sides hold one exercise a year, from 2025-09-01 on, each at its own cost (120 000 USD at most).",
            "Les deux parties tiennent un exercice par an dès le 2025-09-01, chacun à ses frais (120 000 USD au plus).",
            "يجري الجانبان تمريناً واحداً كل سنة ابتداء من 2025-09-01، كل منهما على نفقته (120 000 USD على الأكثر).",
        ),
    )
    desks.move("US", "decision/d-exercise", "adopt")


def _meetings(desks: Desks) -> None:
    agenda = [
        {
            "id": "forecasts",
            "title": said("Forecasts compared", "Comparaison des prévisions", "مقارنة التنبؤات"),
            "level": "public",
        },
        {"id": "closed", "title": said("Closed point", "Point réservé", "بند مغلق")},
    ]
    minutes = said(
        "Both sides compared forecasts of 2025-06-20 for 45 stations.\n\nThey agreed to meet again in Algiers.",
        "Les deux parties ont comparé les prévisions du 2025-06-20 pour 45 stations.\n\nElles se reverront à Alger.",
        "قارن الجانبان تنبؤات 2025-06-20 لـ 45 محطة.\n\nواتفقا على اللقاء مجدداً في الجزائر.",
    )
    for number, name in ((1, "wg-sky-1"), (2, "wg-sky-2"), (3, "wg-sky-3")):
        desks.propose(
            "DZ",
            "meeting",
            name,
            **shown("agenda", "minutes", "starts_ms", "ends_ms", "time_zone", "place"),
            number=number,
            starts_ms=START_MS + number * 60 * DAY_MS,
            ends_ms=START_MS + number * 60 * DAY_MS + 7_200_000,
            title=said(
                f"Meeting {number} of the group on weather",
                f"Réunion {number} du groupe sur la météorologie",
                f"الاجتماع {number} لفريق الأرصاد",
            ),
            place=said("Algiers", "Alger", "الجزائر"),
            agenda=agenda,
        )
        desks.move("DZ", f"meeting/{name}", "agree")
    for move in ("start", "close"):
        desks.move("DZ", "meeting/wg-sky-1", move)
    minuted = [
        agenda[0]
        | {"minute": said("Errors fell by 12 %.", "Les erreurs ont baissé de 12 %.", "انخفضت الأخطاء بنسبة 12 %.")},
        agenda[1],
    ]
    desks.move("US", "meeting/wg-sky-1", "draft_minutes", minutes=minutes, agenda=minuted)
    for move in ("agree_minutes", "sign_minutes"):
        desks.move("US", "meeting/wg-sky-1", move)
    desks.move("US", "meeting/wg-sky-3", "cancel")


def _exercise(desks: Desks) -> None:
    desks.initiative(
        "exercise",
        "sky-watch",
        {"host": "DZ", "guest": "US"},
        **shown("from_decision", "starts_ms", "ends_ms", "milestones", "next_review_ms"),
        from_decision="d-exercise",
        title=said("Exercise Sky Watch", "Exercice Sky Watch", "تمرين مراقبة السماء"),
        details={
            "activity": "exercise",
            "objectives": said(
                "To warn both coasts within the hour.",
                "Alerter les deux côtes dans l’heure.",
                "إنذار الساحلين خلال ساعة.",
            ),
        },
        starts_ms=START_MS + 100 * DAY_MS,
        ends_ms=START_MS + 110 * DAY_MS,
        milestones=[
            {
                "id": "plan",
                "title": said("Plan written", "Plan rédigé", "الخطة مكتوبة"),
                "due_ms": START_MS + 20 * DAY_MS,
                "done_ms": START_MS + 19 * DAY_MS,
            },
            {
                "id": "crews",
                "title": said("Crews named", "Équipages désignés", "الأطقم معيّنة"),
                "due_ms": START_MS + 30 * DAY_MS,
            },
            {
                "id": "held",
                "title": said("Exercise held", "Exercice tenu", "التمرين منجز"),
                "due_ms": START_MS + 200 * DAY_MS,
            },
        ],
    )
    desks.move("US", "initiative/sky-watch", "agree")
    desks.propose(
        "DZ",
        "action",
        "a-plan",
        **shown("text", "due_ms", "from_decision", "initiative"),
        from_decision="d-exercise",
        initiative="sky-watch",
        title=said("Write the exercise plan", "Rédiger le plan de l’exercice", "كتابة خطة التمرين"),
        text=said(
            "The plan names places and days.", "Le plan nomme les lieux et les jours.", "تحدد الخطة الأماكن والأيام."
        ),
        due_ms=START_MS + 60 * DAY_MS,
    )
    desks.move("DZ", "action/a-plan", "claim_done", proof="sha256:" + "b" * 64)
    desks.move("US", "action/a-plan", "accept")


def _investment(desks: Desks) -> None:
    desks.initiative(
        "investment",
        "data-centre-south",
        {"host": "DZ", "investor": "US"},
        **shown("value", "milestones", "indicators", "owner_office"),
        title=said("Data centre in the south", "Centre de données dans le sud", "مركز بيانات في الجنوب"),
        value={"amount_minor": 240_000_000_00, "currency": "USD"},
        details={
            "sector": "data_centre",
            "capacity_mw": 32,
            "water_m3": 120_000,
            "link_gbit_s": 400,
            "data_location": said("Within the host country", "Dans le pays hôte", "داخل البلد المضيف"),
            "environmental_conditions": said(
                "No potable water for cooling.",
                "Pas d’eau potable pour le refroidissement.",
                "لا ماء صالحاً للشرب للتبريد.",
            ),
        },
        indicators=[
            {
                "id": "jobs",
                "title": said("Jobs kept for a year", "Emplois tenus un an", "وظائف دامت سنة"),
                "unit": "jobs",
                "baseline_milli": 0,
                "target_milli": 400_000,
                "measured": [{"on": "2025-07-01", "value_milli": 120_500, "source": "EXAMPLE labour office"}],
            }
        ],
    )
    desks.paper("initiative/data-centre-south", "feasibility_study")
    desks.move("US", "initiative/data-centre-south", "study")
    desks.check("data-centre-south", "environment")
    desks.move("DZ", "initiative/data-centre-south", "agree")


def _contract(desks: Desks) -> None:
    value = {"amount_minor": 98_765_432_10, "currency": "USD"}
    items = [
        {
            "id": "radar",
            "title": said("Weather radar", "Radar météorologique", "رادار الأرصاد"),
            "category": "sensors",
            "quantity": 4,
            "unit": "unit",
        }
    ]
    desks.initiative(
        "contract_case",
        "radars",
        {"recipient": "DZ", "supplier": "US"},
        **shown("items", "value"),
        title=said("Weather radars", "Radars météorologiques", "رادارات الأرصاد"),
        details={"value_band": "from_10_to_100_million"},
        withheld=[withheld("value", "d-exercise", public_on="2031-01-01")],
    )
    desks.move("DZ", "initiative/radars", "request", items=items)
    desks.move("US", "initiative/radars", "offer", value=value, items=items)
    done = {"status": "done", "on": "2025-07-01"}
    notices = {"legislative_notice": done, "export_authorisation": done}
    desks.move("US", "initiative/radars", "record_notice", details=notices)
    desks.check("radars", "risk_review")
    desks.check("radars", "human_rights")
    desks.paper("initiative/radars", "end_use_assurance", signed=True)
    desks.move("DZ", "initiative/radars", "accept")
    desks.flow(
        "radars-deposit",
        "payment",
        "DZ",
        **shown("flow_kind", "from_party", "to_party", "initiative", "amount", "actual_ms"),
        initiative="radars",
        amount={"amount_minor": 1_200_000_00, "currency": "USD"},
        title=said("Deposit", "Acompte", "دفعة أولى"),
    )


def _campaign(desks: Desks) -> None:
    desks.initiative(
        "tourism_campaign",
        "desert-spring",
        {"host": "DZ", "partner": "US"},
        **shown("indicators"),
        value={"amount_minor": 5_000_000_00, "currency": "DZD"},
        details={
            "objective": said("More guests in spring.", "Plus de visiteurs au printemps.", "زوار أكثر في الربيع.")
        },
        title=said("Spring in the desert", "Printemps au désert", "ربيع الصحراء"),
        indicators=[
            {
                "id": "visitors",
                "title": said("Visitors in a season", "Visiteurs par saison", "الزوار في الموسم"),
                "unit": "visitors",
                "baseline_milli": 12_000_000,
                "target_milli": 18_000_000,
            }
        ],
    )
    desks.move("US", "initiative/desert-spring", "agree")
