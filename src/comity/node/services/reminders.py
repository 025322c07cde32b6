"""Reminders: each day a digest for each of our offices, as a text file and by mail, each once.

What it says follows from the records that both durably hold, at one hour of the day (UTC): the partner's node computes
the same. Where an office is reached is ours alone: addresses stand in `node.toml` and in no row, log or journal. A
digest is a job for each day and office; the row says that its sending began before it does, so that a node that stops
in between sends nothing twice: the digest of the next day says the same again.
"""

import smtplib
import threading
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from typing import Any

from sqlalchemy import select, update

from comity.cooperation import Digest, digests
from comity.files.digests import digest_mail, digest_name, digest_text
from comity.ground import InvalidInput, Untrusted, utc_of
from comity.node import outbox
from comity.node.app import Holding, Node
from comity.node.cooperation import books
from comity.node.cooperation_given import given
from comity.node.cooperation_offices import serving
from comity.node.mail import hand_over
from comity.node.outbox import Job
from comity.node.store import JOB

KIND = "digest"
BEGUN = 500
"""What a job's row says once its sending began (per mille); 0 again when the server did not take it."""

_MS_PER_DAY, _MS_PER_HOUR = 86_400_000, 3_600_000


def plan(node: Node) -> None:
    """Write a job for today's digests of each agreement once their hour has come, and where anybody gets them."""
    settings = node.settings
    if not (settings.reminders_folder or settings.reminders_smtp_host):
        return
    now_ms = node.clock()
    if now_ms < _hour_ms(node, now_ms):
        return
    for agreement_id in node.holdings:
        subject = f"{agreement_id}/{day_of(now_ms)}"
        if outbox.latest(node, KIND, subject) is None:
            with node.store.writing() as connection:
                outbox.add(connection, KIND, subject, now_ms=now_ms)


def deliver(node: Node, job: Job, _stop: threading.Event) -> None:
    """Make the digests of a day, write their files and ask for their mails; or send one of these mails.

    What was not done on its day is left: the next day's digest says it again. Whatever stands in the way is an error
    of this job alone: a reminder never ends the node.
    """
    try:
        _deliver(node, job)
    except (OSError, ValueError, OverflowError, Untrusted) as error:  # untrusted: our own disk, never the partner
        raise InvalidInput(
            "node.digest_not_made",
            "The digests of {day} could not be made.",
            why="the operating system or a record stood in the way: {reason}",
            remedy="see that the node may write into the folder of the reminders; it is tried again by itself",
            day=day_of(node.clock()),
            reason=type(error).__name__,  # its words may hold an address
        ) from error


def _deliver(node: Node, job: Job) -> None:
    agreement_id, day, office = (*job.subject.split("/", 2), "")[:3]
    holding = node.holding(agreement_id)
    if day != day_of(node.clock()):
        return
    for digest in digests_of(node, holding, office=office or None):
        if not office:
            _write(node, holding, digest)
            _ask_for_mail(node, job.subject, digest)
        else:
            _send(node, holding, digest, job)


def digests_of(node: Node, holding: Holding, *, office: str | None = None) -> Iterator[Digest]:
    """Yield today's digests of our offices, or of one of them: what is late and soon at their hour.

    A record may name any office as ours; only those of our own list in force, or of our own log, get a digest.
    """
    found, hour_ms = books(node, holding), _hour_ms(node, node.clock())
    ours = serving(given(holding)[holding.ours], found.framework, node.party, hour_ms)
    book = replace(found.agreed, at_ms=hour_ms)

    def is_wanted(party: str, named: str) -> bool:
        return party == node.party and named in ours and office in (None, named)

    yield from digests(book, found.framework.parties, days=node.settings.reminders_days, wanted=is_wanted)


def text_of(node: Node, holding: Holding, digest: Digest) -> str:
    """Return a digest as plain text in three languages."""
    return digest_text(digest, **_named(node, holding, digest))


def _named(node: Node, holding: Holding, digest: Digest) -> dict[str, Any]:
    """Return what the agreement and the office are called, and whether all of it is an example."""
    office = books(node, holding).titles.title(digest.party, digest.office)
    return {"agreement": holding.agreement.title, "example": holding.agreement.example, "office": office}


def _write(node: Node, holding: Holding, digest: Digest) -> None:
    if not node.settings.reminders_folder:
        return
    folder = node.layout.folder / node.settings.reminders_folder / holding.agreement.id
    path = folder / digest_name(digest)
    if not path.exists():
        node.disk.folder(folder)
        node.disk.take(path, [text_of(node, holding, digest).encode()])


def _ask_for_mail(node: Node, subject: str, digest: Digest) -> None:
    settings = node.settings
    if not settings.reminders_smtp_host or digest.office not in settings.reminders_addresses:
        return
    mail = f"{subject}/{digest.office}"
    if outbox.latest(node, KIND, mail) is None:
        with node.store.writing() as connection:
            outbox.add(connection, KIND, mail, now_ms=node.clock())


def _send(node: Node, holding: Holding, digest: Digest, job: Job) -> None:
    address = node.settings.reminders_addresses.get(digest.office)
    if address is None or not _begin(node, job):
        return
    try:
        hand_over(node.settings, _mail(node, holding, digest, address))
    except (OSError, ValueError, smtplib.SMTPException) as error:  # a value: an address that no mail can carry
        _mark(node, job, 0)
        raise InvalidInput(
            "node.digest_not_sent",
            "The digest of {office} could not be handed to the mail server.",
            why="the server {host} did not take it: {reason}",
            remedy="see that the server runs and takes the sender; it is tried again by itself until the day ends",
            office=digest.office,
            host=node.settings.reminders_smtp_host,
            reason=type(error).__name__,  # what the server said may hold the address
        ) from None


def _mail(node: Node, holding: Holding, digest: Digest, address: str) -> EmailMessage:
    settings = node.settings
    return digest_mail(
        digest,
        **_named(node, holding, digest),
        language=settings.language,
        sender=settings.reminders_sender,
        to=address,
    )


def _begin(node: Node, job: Job) -> bool:
    """Say in the job's row that its sending begins; tell whether it had not begun before."""
    with node.store.writing() as connection:
        begun = connection.execute(select(JOB.c.done_share).where(JOB.c.job_id == job.job_id)).scalar_one()
        if begun == BEGUN:
            return False
        connection.execute(update(JOB).where(JOB.c.job_id == job.job_id).values(done_share=BEGUN))
    return True


def _mark(node: Node, job: Job, done_share: int) -> None:
    with node.store.writing() as connection:
        connection.execute(update(JOB).where(JOB.c.job_id == job.job_id).values(done_share=done_share))


def _hour_ms(node: Node, now_ms: int) -> int:
    return now_ms - now_ms % _MS_PER_DAY + node.settings.reminders_hour * _MS_PER_HOUR


def day_of(instant_ms: int) -> str:
    """Return the day of an instant in UTC, as it stands in the subject of a job."""
    return f"{utc_of(instant_ms):%Y-%m-%d}"
