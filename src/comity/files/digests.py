"""The reminders of an office as plain text in three languages, and as an e-mail: no markup, no address but the two.

What stands in a title was written by either party, so nothing in it can begin a new line, turn the direction of what
follows, or add a line to the head of an e-mail. Days are days in UTC, by ISO 8601.
Sources: RFC 5322 (messages), RFC 2047 (words in heads), RFC 3676 (plain text).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from hashlib import sha256

from comity.agreement import Text
from comity.cooperation import Asked, Digest, Due
from comity.files.days import day_text
from comity.files.words import Words, words

ORDER = ("ar", "fr", "en")
"""The languages of a digest, one below the other."""

RULE = "-" * 40
_SAFE_NAME = re.compile(r"[^A-Za-z0-9.-]+")
_NAME_MOST = 48
"""Characters of an office in the name of its file; its hash stands behind them."""

_HASH_SHOWN = 8


def digest_text(digest: Digest, agreement: Text, *, example: bool, office: Text | None = None) -> str:
    """Return a digest as plain text: the three languages one below the other.

    `agreement` and `office` are their titles in each; an office without one is called as acts name it.
    """
    return f"\n{RULE}\n\n".join(
        "\n".join(_lines(digest, _subject(digest, agreement, office, said), said, example=example)) + "\n"
        for said in map(words, ORDER)
    )


def digest_name(digest: Digest) -> str:
    """Return the name of a digest's file: its day and its office, in letters that every system takes.

    >>> digest_name(Digest("DZ", "dz secretariat", 1737536400000, 14, (), (), ()))
    '2025-01-22-dz_secretariat-d2176328.txt'
    """
    shown = _SAFE_NAME.sub("_", digest.office)[:_NAME_MOST].strip(".")
    return f"{day_text(digest.at_ms)}-{shown}-{_short(digest.office)}.txt"


def digest_mail(
    digest: Digest,
    agreement: Text,
    *,
    example: bool,
    language: str,
    sender: str,
    to: str,
    office: Text | None = None,
) -> EmailMessage:
    """Return a digest as an e-mail, its subject in one language; the same digest has the same message id."""
    said = words(language)
    mail = EmailMessage(policy=policy.SMTP)
    subject = _subject(digest, agreement, office, said)
    mail["Subject"] = f"{said.say('digest-example')} {subject}" if example else subject
    mail["From"], mail["To"] = sender, to
    mail["Date"] = datetime.fromtimestamp(digest.at_ms / 1000, UTC)
    mail["Message-ID"] = (
        f"<{day_text(digest.at_ms)}.{_short(digest.office + agreement.en)}@{sender.rpartition('@')[2]}>"
    )
    mail["Auto-Submitted"] = "auto-generated"  # RFC 3834: no one answers it by machine
    mail.set_content(digest_text(digest, agreement, example=example, office=office), charset="utf-8", cte="base64")
    return mail


def _lines(digest: Digest, subject: str, said: Words, *, example: bool) -> Iterator[str]:
    if example:
        yield said.say("digest-example")
    yield subject
    yield from _part("digest-late", (_due(each, "digest-due-late", said) for each in digest.late), said)
    yield from _part("digest-soon", (_due(each, "digest-due-soon", said) for each in digest.soon), said, digest.days)
    yield from _part("digest-requested", (_due(each, "digest-due-soon", said) for each in digest.requested), said)
    yield from _part("digest-asked", (_asked(each, said) for each in digest.asked), said)


def _part(title: str, lines: Iterable[str], said: Words, days: int = 0) -> Iterator[str]:
    found = [f"- {each}" for each in lines]
    if found:
        yield ""
        yield said.say(title, days=days)
        yield from found


def _subject(digest: Digest, agreement: Text, office: Text | None, said: Words) -> str:
    called = digest.office if office is None else office.in_language(said.language)
    told = {"agreement": one_line(agreement.in_language(said.language)), "office": one_line(called)}
    return said.say("digest-subject", **told, day=day_text(digest.at_ms))


def _due(due: Due, message: str, said: Words) -> str:
    what, _, _ = due.what.partition(" ")
    title = one_line(getattr(due.title, said.language))
    named = said.say("digest-what", what=what)
    return said.say(message, day=day_text(due.due_ms), what=named, title=title, key=due.key)


def _asked(asked: Asked, said: Words) -> str:
    title = one_line(getattr(asked.title, said.language))
    return said.say("digest-waits", day=day_text(asked.since_ms), title=title, key=asked.key)


def one_line(text: str) -> str:
    """Return a text on one line, without control characters and without marks that turn its direction.

    >>> one_line("a\\nb\\u202ec")
    'a bc'
    """
    kept = (" " if unicodedata.category(each) in ("Cc", "Zl", "Zp") else each for each in text)
    return " ".join("".join(each for each in kept if unicodedata.bidirectional(each) not in _TURNS).split())


_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def _short(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:_HASH_SHOWN]
