"""Reading the partner's port: short waits, no redirects, and never more bytes than were asked for.

Every path is computed from integers and hashes; nothing that the partner says becomes a path.
"""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import httpx
from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from comity.ground import MS_PER_HOUR, MS_PER_S, InvalidInput
from comity.ledger import CHECKPOINT_PATH, MAX_NOTE_BYTES
from comity.node.app import Node
from comity.node.cards import Card
from comity.node.certificates import client_context, is_plain_abroad
from comity.node.contents import of_hash
from comity.node.store import RECEIVED

BRIDGE = "bridge"
"""Beside a log's files: the heads that two of its keys signed together, by the older key's hash."""

SLOWEST = 6
"""A whole answer may take this many times the wait for one of its steps."""


MS_PER_DAY = 24 * MS_PER_HOUR


KEPT_BYTES = 1024 * 1024
"""So much may come before it is kept; a restart forgets less than this."""


class Quota:
    """How much one partner may send under one agreement on one day.

    It counts what came over the line, useful or not: the bytes of answers, without their headers.
    """

    def __init__(self, node: Node, agreement_id: str) -> None:
        self._node, self._agreement_id = node, agreement_id
        self._most_bytes = node.settings.pull_most_mib_per_day * 1024 * 1024

    def spend(self, size: int) -> None:
        """Count bytes that came; raise `InvalidInput` once they are too many for one day."""
        day, node = self._node.clock() // MS_PER_DAY, self._node
        with node.counting:  # a look and a fetch of contents may run at once
            known, spent = node.received.get(self._agreement_id, (None, 0))
            spent = (spent if known == day else self._kept(day)) + size
            node.received[self._agreement_id] = day, spent
            if spent // KEPT_BYTES > (spent - size) // KEPT_BYTES:
                self._keep(day, spent)
        if spent > self._most_bytes:
            raise InvalidInput(
                "node.quota_spent",
                "The partner has sent as much as it may in one day.",
                why="more than {limit_mib} MiB came since midnight UTC",
                remedy="the node goes on tomorrow; ask the partner what it sends, or raise pull.most_mib_per_day",
                limit_mib=self._node.settings.pull_most_mib_per_day,
            )

    def _kept(self, day: int) -> int:
        query = select(RECEIVED.c.bytes).filter_by(agreement_id=self._agreement_id, day=day)
        with self._node.store.reading() as connection:
            return connection.execute(query).scalar_one_or_none() or 0

    def _keep(self, day: int, spent: int) -> None:
        row = insert(RECEIVED).values(agreement_id=self._agreement_id, day=day, bytes=spent)
        is_over = (RECEIVED.c.agreement_id == self._agreement_id) & (RECEIVED.c.day < day)
        with self._node.store.writing() as connection:
            connection.execute(delete(RECEIVED).where(is_over))
            connection.execute(row.on_conflict_do_update(index_elements=["agreement_id", "day"], set_={"bytes": spent}))


def check_content_size(node: Node, agreement_id: str, size: int) -> None:
    """Raise `InvalidInput` for a content that is announced as larger than the agreement lets any be."""
    most = node.holding(agreement_id).agreement.limits.blob_bytes
    if size > most:
        raise InvalidInput(
            "node.content_too_large",
            "A content that the partner announces is too large.",
            why="it is announced with {size} bytes, and the agreement lets a content have at most {limit}",
            remedy="ask the partner to send it in several parts",
            size=size,
            limit=most,
        )


class Source(Protocol):
    """What one partner publishes under one agreement, whichever way it comes."""

    def log_file(self, path: str, limit: int) -> bytes | None:
        """Return a file of the partner's log, or `None` where there is none."""

    def mirror_file(self, path: str, limit: int) -> bytes | None:
        """Return a file of the partner's copy of our log, or `None` where there is none."""

    def receipt(self) -> bytes | None:
        """Return the head of the partner's copy of our log, or `None` where there is none yet."""

    def bridge(self, key_id: str) -> bytes | None:
        """Return a head that the partner signed with the key of this hash and with the one after it, or `None`."""


class Reader:
    """Reads what one partner publishes under one agreement."""

    def __init__(self, client: httpx.Client, card: Card, node: Node) -> None:
        self._client, self._node, self._agreement_id = client, node, card.agreement
        self._most_ms = SLOWEST * node.settings.pull_timeout_s * MS_PER_S
        self._quota = Quota(node, card.agreement)
        self._stem = f"{card.url.rstrip('/')}/a/{card.agreement}"

    def log_file(self, path: str, limit: int) -> bytes | None:
        """Return a file of the partner's log; the path is one that the ledger computed."""
        return self._get(f"log/{path}", most=limit)

    def mirror_file(self, path: str, limit: int) -> bytes | None:
        """Return a file of the partner's copy of our log: what we lack of it after a restore stands there."""
        return self._get(f"mirror/{path}", most=limit)

    def receipt(self) -> bytes | None:
        """Return the head of the partner's copy of our log, or `None` where there is none yet."""
        return self._get(f"mirror/{CHECKPOINT_PATH}", most=MAX_NOTE_BYTES)

    def bridge(self, key_id: str) -> bytes | None:
        """Return a head that the partner signed with the key of this hash and with the one after it, or `None`."""
        return self._get(f"log/{BRIDGE}/{key_id}", most=MAX_NOTE_BYTES)

    def blob(self, name: str, size: int) -> Iterator[bytes]:
        """Return the pieces of a released content of exactly this hash and size."""
        check_content_size(self._node, self._agreement_id, size)
        return of_hash(self._pieces(f"blobs/{name}", most=size), name, size)

    def _get(self, path: str, *, most: int) -> bytes | None:
        with self._answer(path) as answer:
            return None if answer is None else b"".join(self._bounded(answer, path, most))

    def _pieces(self, path: str, *, most: int) -> Iterator[bytes]:
        with self._answer(path) as answer:
            if answer is None:
                raise _useless(path, "HTTP 404")
            yield from self._bounded(answer, path, most)

    @contextmanager
    def _answer(self, path: str) -> Iterator[httpx.Response | None]:
        try:
            with self._client.stream("GET", f"{self._stem}/{path}") as answer:
                if answer.status_code not in (httpx.codes.OK, httpx.codes.NOT_FOUND):
                    raise _useless(path, f"HTTP {answer.status_code}")
                if "content-encoding" in answer.headers:
                    raise _useless(path, "Content-Encoding")
                yield answer if answer.status_code == httpx.codes.OK else None
        except httpx.HTTPError as error:
            raise InvalidInput(
                "node.partner_silent",
                "The partner does not answer.",
                why="reading {path} ended with {reason}",
                remedy="nothing is lost; the node tries again, meanwhile check the line and the partner's address",
                path=path,
                reason=type(error).__name__,
            ) from error

    def _bounded(self, answer: httpx.Response, path: str, most: int) -> Iterator[bytes]:
        size, until_ms = 0, self._node.clock() + self._most_ms
        for chunk in answer.iter_raw():
            size += len(chunk)
            self._quota.spend(len(chunk))
            if self._node.clock() > until_ms:
                raise _useless(path, f"> {self._most_ms / MS_PER_S:g} s")
            if size > most:
                raise _useless(path, f"> {most} B")
            yield chunk


_TRUSTS_NOBODY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For a line without TLS: the machine's authorities have no say here, and reading them at each turn costs 30 ms."""


@contextmanager
def reading(node: Node, card: Card) -> Iterator[Reader]:
    """Open the partner's port for reading."""
    limits = httpx.Timeout(node.settings.pull_timeout_s)
    headers = {"accept-encoding": "identity", "user-agent": "comity"}
    if node.transport is None and is_plain_abroad(card.url):
        raise InvalidInput(
            "node.plain_line",
            "The line to the partner is not encrypted.",
            why="{url} would carry everything in the clear beyond this machine",
            remedy="enrol the partner with an address that begins with https",
            url=card.url,
        )
    is_secure = node.transport is None and card.url.startswith("https://")
    verify = client_context(node.layout.folder, card) if is_secure else _TRUSTS_NOBODY
    with httpx.Client(
        transport=node.transport,
        verify=verify,
        timeout=limits,
        follow_redirects=False,
        trust_env=False,
        headers=headers,
    ) as client:
        yield Reader(client, card, node)


def _useless(path: str, reason: str) -> InvalidInput:
    return InvalidInput(
        "node.useless_answer",
        "The partner's answer cannot be used.",
        why="reading {path} gives: {reason}",
        remedy="nothing is lost; the node tries again, and if it stays so, tell the partner's operator",
        path=path,
        reason=reason,
    )
