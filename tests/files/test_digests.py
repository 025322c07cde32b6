"""The text of a digest: three languages, on lines of their own, and nothing that a partner wrote acts in it."""

import email
import email.policy
from datetime import UTC, datetime

import pytest

from comity.agreement import Text
from comity.cooperation import Asked, Digest, Due
from comity.files.digests import digest_mail, digest_name, digest_text, one_line
from comity.ground import ms_of

NOW_MS = ms_of(datetime(2026, 3, 1, 6, tzinfo=UTC))
DAY_MS = 86_400_000
AGREEMENT = Text(ar="مذكرة تفاهم", en="Memorandum", fr="Mémorandum")
TITLE = Text(ar="تقرير", en="Report", fr="Rapport")
LATE = Due("action/report", "due", TITLE, NOW_MS - DAY_MS, "DZ", "dz-desk", True)
SOON = Due("initiative/radios", "milestone m-1", TITLE, NOW_MS + DAY_MS, "DZ", "dz-desk", False)
ASKED = Asked("meeting/m-1", TITLE, "agree", NOW_MS - 2 * DAY_MS, None)


def digest(*, late=(LATE,), soon=(SOON,), asked=(ASKED,), office="dz-desk"):
    return Digest("DZ", office, NOW_MS, 14, late, soon, asked)


def test_a_digest_says_what_is_late_what_is_soon_and_what_waits_in_three_languages():
    arabic, french, english = digest_text(digest(), AGREEMENT, example=True).split("-" * 40)
    assert english.strip().splitlines() == [
        "EXAMPLE",
        "Memorandum: reminders for dz-desk, 2026-03-01",
        "",
        "Late",
        "- was due on 2026-02-28. Action: Report (action/report)",
        "",
        "Due in the next 14 days",
        "- 2026-03-02. Milestone: Report (initiative/radios)",
        "",
        "Waits for our signature",
        "- Report (meeting/m-1), signed by the partner on 2026-02-27",
    ]
    assert "EXEMPLE" in french
    assert "échu le 2026-02-28" in french
    assert "مثال" in arabic
    assert "\u20682026-02-28\u2069" in arabic, "a day inside an Arabic line stands in an isolate, or it would be turned"


def test_a_part_without_lines_is_left_out_and_without_the_mark_nothing_says_example():
    text = digest_text(digest(soon=(), asked=()), AGREEMENT, example=False)
    assert "Due in the next" not in text
    assert "EXAMPLE" not in text


@pytest.mark.parametrize("hostile", ["a\nBcc: x@y.example", "a\r\nb", "a\u2028b", "a\u202eb", "a\u2066b", "a\x1b[2Jb"])
def test_what_a_partner_wrote_begins_no_line_turns_no_direction_and_adds_nothing_to_the_head(hostile):
    title = Text(ar=hostile, en=hostile, fr=hostile)
    due = Due("action/report", "due", title, NOW_MS, "DZ", "dz-desk", True)
    found = digest(late=(due,), office=hostile)
    plain = digest(late=(Due("action/report", "due", TITLE, NOW_MS, "DZ", "dz-desk", True),), office="a")
    text = digest_text(found, title, example=False)
    assert len(text.splitlines()) == len(digest_text(plain, AGREEMENT, example=False).splitlines())
    assert not {"\u202e", "\u2028", "\x1b"} & set(text)
    mail = digest_mail(found, title, example=False, language="en", sender="c@mail.example", to="d@mail.example")
    read = email.message_from_bytes(bytes(mail), policy=email.policy.SMTP)
    assert set(read.keys()) == set(mail.keys())
    assert read["Bcc"] is None


def test_an_e_mail_says_what_the_file_says_and_the_same_digest_has_the_same_message_id():
    mails = [
        digest_mail(digest(), AGREEMENT, example=True, language=language, sender="c@mail.example", to="d@mail.example")
        for language in ("ar", "fr")
    ]
    read = [email.message_from_bytes(bytes(each), policy=email.policy.SMTP) for each in mails]
    assert read[1]["Subject"] == "EXEMPLE Mémorandum\u202f: rappels pour dz-desk, 2026-03-01"
    assert read[0]["Message-ID"] == read[1]["Message-ID"]
    body = read[0].get_body()
    assert body is not None
    assert body.get_content().replace("\r\n", "\n") == digest_text(digest(), AGREEMENT, example=True)
    assert read[0]["Date"].datetime == datetime(2026, 3, 1, 6, tzinfo=UTC)


def test_two_offices_never_share_a_file_and_no_name_leaves_the_folder():
    names = [digest_name(digest(office=each)) for each in ("a/b", "a b", "../x", "", "مكتب", "x" * 200)]
    assert len(set(names)) == len(names)
    assert all("/" not in each and not each.startswith(".") and len(each) < 100 for each in names)


def test_one_line_keeps_what_arabic_needs():
    assert one_line("می\u200cخواهم  نص") == "می\u200cخواهم نص"
