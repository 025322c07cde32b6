"""Offices sign in: one-time codes, passkeys and sessions. There is no password anywhere, and no person is recorded.

An office holds roles: `drafter` opens cases and tables texts, `approver` signs and releases, `auditor` reads and
verifies, `operator` runs the node and invites offices. A code is shown once and works once; it enrols a passkey, or
(only when whoever owns the folder asked for that) opens one session by itself. Of codes and session tokens the database
holds SHA-256 only; both have at least 80 bits of chance, so that nothing is learnt from the hash.
"""

import base64
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from sqlalchemy import Connection, func, insert, select, update

from comity.ground import MS_PER_HOUR, InvalidInput
from comity.node.app import Node
from comity.node.store import (
    CALENDAR_TOKEN,
    MAP_TOKEN,
    OFFICE,
    OFFICE_ACT,
    OFFICE_SESSION,
    OFFICE_SUCCESSION,
    ONE_TIME_CODE,
    PASSKEY,
)

Role = Literal["drafter", "approver", "auditor", "operator"]
ROLES: tuple[Role, ...] = ("drafter", "approver", "auditor", "operator")
OWNER = "owner of the node folder"
"""Who acts over node.sock: whoever may open it owns the folder."""

CODE_BYTES = 10
TOKEN_BYTES = 32
CODE_MS = 24 * MS_PER_HOUR
SESSION_MS = 12 * MS_PER_HOUR


@dataclass(frozen=True)
class Session:
    """Who is signed in, and how."""

    office: str
    roles: frozenset[Role]
    entered_by: Literal["passkey", "code", "owner"]
    ends_ms: int | None


@dataclass(frozen=True)
class Invitation:
    """A one-time code, at the only moment at which it can be read."""

    office: str
    roles: tuple[Role, ...]
    code: str
    ends_ms: int


@dataclass(frozen=True)
class Standing:
    """An office, its roles, and how it comes in."""

    office: str
    roles: tuple[Role, ...]
    since_ms: int
    passkeys: int
    sessions: int
    last_entered_ms: int | None
    last_passkey_ms: int | None


@dataclass(frozen=True)
class Passkey:
    """A passkey's public part."""

    credential_id: bytes
    office: str
    host: str
    public_key: bytes
    sign_count: int


@dataclass(frozen=True)
class Act:
    """What an office asked for and how it was answered."""

    act: int
    at_ms: int
    office: str
    method: str
    address: str
    status: int
    request: str


def invite(node: Node, office: str, roles: Iterable[Role], *, enters: bool, made_by: str) -> Invitation:
    """Give an office these roles and make a one-time code for it."""
    chosen = tuple(role for role in ROLES if role in set(roles))
    code = base64.b32encode(node.random(CODE_BYTES)).decode("ascii").lower()
    with node.turn, node.store.writing() as connection:
        now_ms = node.clock()
        if _roles(connection, office) != chosen:
            _give(connection, office, chosen, now_ms=now_ms, made_by=made_by)
        connection.execute(
            insert(ONE_TIME_CODE).values(
                code_sha256=_code_hash(code),
                office=office,
                enters=int(enters),
                made_ms=now_ms,
                ends_ms=now_ms + CODE_MS,
                used_ms=None,
            )
        )
    shown = "-".join(code[at : at + 4] for at in range(0, len(code), 4))
    return Invitation(office, chosen, shown, now_ms + CODE_MS)


def office_of_code(node: Node, code: str, *, enters: bool) -> str:
    """Return the office that a code is for, without using it up, or raise `InvalidInput`."""
    query = select(ONE_TIME_CODE).filter_by(code_sha256=_code_hash(code), enters=int(enters))
    with node.store.reading() as connection:
        row = connection.execute(query).one_or_none()
    if row is None or row.used_ms is not None or row.ends_ms <= node.clock():
        raise _bad_code()
    return str(row.office)


def enter_with_code(node: Node, code: str) -> tuple[str, Session]:
    """Use up a code that opens a session by itself; return the session's token."""
    with node.turn, node.store.writing() as connection:
        office = _use_code(node, connection, code, enters=True)
        return _open_session(node, connection, office, "code")


def keep_passkey(node: Node, passkey: Passkey, *, code: str | None) -> tuple[str, Session]:
    """Keep a passkey whose ceremony was verified, use up the code that allowed it, and open a session."""
    with node.turn, node.store.writing() as connection:
        if code is not None:
            _use_code(node, connection, code, enters=False)
        if connection.execute(select(PASSKEY).filter_by(credential_id=passkey.credential_id)).first():
            raise InvalidInput(
                "node.passkey_known",
                "This passkey is enrolled already.",
                why="its identifier stands in the node's database",
                remedy="sign in with it, or enrol another",
            )
        connection.execute(insert(PASSKEY).values(**passkey.__dict__, made_ms=node.clock(), ended_ms=None))
        return _open_session(node, connection, passkey.office, "passkey")


def passkey(node: Node, credential_id: bytes) -> Passkey | None:
    """Return a passkey that is still good, or `None`."""
    query = select(PASSKEY).filter_by(credential_id=credential_id, ended_ms=None)
    with node.store.reading() as connection:
        row = connection.execute(query).one_or_none()
    return None if row is None else Passkey(row.credential_id, row.office, row.host, row.public_key, row.sign_count)


def enter_with_passkey(node: Node, found: Passkey, *, sign_count: int) -> tuple[str, Session]:
    """Open a session for the office of a passkey whose assertion was verified."""
    with node.turn, node.store.writing() as connection:
        change = update(PASSKEY).where(PASSKEY.c.credential_id == found.credential_id)
        connection.execute(change.values(sign_count=sign_count))
        return _open_session(node, connection, found.office, "passkey")


def count_signature(node: Node, found: Passkey, *, sign_count: int) -> None:
    """Keep the count that a passkey gave with its last signature: a lower one would be a copy of it."""
    with node.store.writing() as connection:
        change = update(PASSKEY).where(PASSKEY.c.credential_id == found.credential_id)
        connection.execute(change.values(sign_count=sign_count))


def session(node: Node, token: str) -> Session | None:
    """Return the open session of a token, with the roles that its office has now, or `None`."""
    query = select(OFFICE_SESSION).filter_by(token_sha256=_hash(token), ended_ms=None)
    with node.store.reading() as connection:
        row = connection.execute(query).one_or_none()
        if row is None or row.ends_ms <= node.clock():
            return None
        roles = _roles(connection, row.office) or ()
    return Session(row.office, frozenset(roles), row.entered_by, row.ends_ms)


def holds_role(node: Node, office: str) -> bool:
    """Return whether an office holds any role now: who holds one may read."""
    with node.store.reading() as connection:
        return bool(_roles(connection, office))


def leave(node: Node, token: str) -> None:
    """End a session now."""
    with node.store.writing() as connection:
        change = update(OFFICE_SESSION).filter_by(token_sha256=_hash(token), ended_ms=None)
        connection.execute(change.values(ended_ms=node.clock()))


def csrf_of(token: str) -> str:
    """Return what a page must send with everything that writes: only who can read the session's answer knows it."""
    return sha256(b"comity csrf\0" + token.encode()).hexdigest()


def passkeys_of(node: Node, office: str, host: str) -> list[bytes]:
    """Return the identifiers of an office's passkeys under one name of the node."""
    query = select(PASSKEY.c.credential_id).filter_by(office=office, host=host, ended_ms=None)
    with node.store.reading() as connection:
        return list(connection.execute(query).scalars())


def offices(node: Node) -> list[Standing]:
    """Return every office that was ever invited, by name."""
    now_ms = node.clock()
    with node.store.reading() as connection:
        names = connection.execute(select(OFFICE.c.office).distinct().order_by(OFFICE.c.office)).scalars().all()
        return [_standing(connection, name, now_ms) for name in names]


def revoke(node: Node, office: str, *, made_by: str) -> None:
    """End an office's passkeys, codes, sessions, tokens of programs and roles now."""
    with node.turn, node.store.writing() as connection:
        if _roles(connection, office) is None:
            raise InvalidInput(
                "node.no_such_office",
                "There is no office {office} on this node.",
                why="nobody invited it",
                remedy="check its name in the list of offices",
                office=office[:200],
            )
        now_ms = node.clock()
        _give(connection, office, (), now_ms=now_ms, made_by=made_by)
        for table in (PASSKEY, OFFICE_SESSION, CALENDAR_TOKEN, MAP_TOKEN):
            connection.execute(update(table).filter_by(office=office, ended_ms=None).values(ended_ms=now_ms))
        connection.execute(update(ONE_TIME_CODE).filter_by(office=office, used_ms=None).values(used_ms=now_ms))


def succeed(node: Node, office: str, succeeds: str, *, made_by: str) -> None:
    """Let an office answer for what another began; both must be known, and nobody succeeds itself, not by a circle."""
    with node.turn, node.store.writing() as connection:
        known = set(connection.execute(select(OFFICE.c.office).distinct()).scalars())
        follows = {row.office: row.succeeds for row in connection.execute(select(OFFICE_SUCCESSION))}
        before: str | None = succeeds
        while before is not None and before != office:
            before = follows.get(before)
        if not {office, succeeds} <= known or before == office or office in follows:
            raise InvalidInput(
                "node.cannot_succeed",
                "{office} cannot take over from {succeeds}.",
                why="both must be offices of this node, an office takes over from one other, and never in a circle",
                remedy="look at the list of offices; invite the new one first",
                office=office[:200],
                succeeds=succeeds[:200],
            )
        values = {"office": office, "succeeds": succeeds, "at_ms": node.clock(), "made_by": made_by}
        connection.execute(insert(OFFICE_SUCCESSION).values(values))


def keep_act(node: Node, *, office: str, method: str, address: str, status: int, request: str) -> None:
    """Keep that an office asked for something that writes, and how it was answered."""
    with node.store.writing() as connection:
        connection.execute(
            insert(OFFICE_ACT).values(
                at_ms=node.clock(), office=office, method=method, address=address, status=status, request=request
            )
        )


def acts(node: Node, *, before: int | None, limit: int) -> list[Act]:
    """Return what the offices did, the newest first."""
    query = select(OFFICE_ACT).order_by(OFFICE_ACT.c.act.desc()).limit(limit)
    if before is not None:
        query = query.where(OFFICE_ACT.c.act < before)
    with node.store.reading() as connection:
        return [Act(**row._mapping) for row in connection.execute(query)]


def _give(connection: Connection, office: str, roles: tuple[Role, ...], *, now_ms: int, made_by: str) -> None:
    latest = connection.execute(select(func.max(OFFICE.c.since_ms)).filter_by(office=office)).scalar_one()
    since_ms = max(now_ms, (latest or 0) + 1)
    values = {"office": office, "since_ms": since_ms, "roles": " ".join(roles), "made_by": made_by}
    connection.execute(insert(OFFICE).values(values))


def _roles(connection: Connection, office: str) -> tuple[Role, ...] | None:
    query = select(OFFICE.c.roles).filter_by(office=office).order_by(OFFICE.c.since_ms.desc()).limit(1)
    found = connection.execute(query).scalar_one_or_none()
    return None if found is None else tuple(role for role in ROLES if role in found.split())


def _use_code(node: Node, connection: Connection, code: str, *, enters: bool) -> str:
    now_ms = node.clock()
    change = (
        update(ONE_TIME_CODE)
        .filter_by(code_sha256=_code_hash(code), enters=int(enters), used_ms=None)
        .where(ONE_TIME_CODE.c.ends_ms > now_ms)
        .values(used_ms=now_ms)
        .returning(ONE_TIME_CODE.c.office)
    )
    office = connection.execute(change).scalar_one_or_none()
    if office is None:
        raise _bad_code()
    return str(office)


def _open_session(
    node: Node, connection: Connection, office: str, entered_by: Literal["passkey", "code"]
) -> tuple[str, Session]:
    token, now_ms = node.random(TOKEN_BYTES).hex(), node.clock()
    ends_ms = now_ms + SESSION_MS
    values = {"office": office, "entered_by": entered_by, "entered_ms": now_ms, "ends_ms": ends_ms, "ended_ms": None}
    connection.execute(insert(OFFICE_SESSION).values(token_sha256=_hash(token), **values))
    return token, Session(office, frozenset(_roles(connection, office) or ()), entered_by, ends_ms)


def _standing(connection: Connection, office: str, now_ms: int) -> Standing:
    since_ms = connection.execute(select(func.max(OFFICE.c.since_ms)).filter_by(office=office)).scalar_one()
    keys = connection.execute(select(func.count()).select_from(PASSKEY).filter_by(office=office, ended_ms=None))
    opened = select(func.count()).select_from(OFFICE_SESSION).filter_by(office=office, ended_ms=None)
    live = connection.execute(opened.where(OFFICE_SESSION.c.ends_ms > now_ms)).scalar_one()
    entered = select(func.max(OFFICE_SESSION.c.entered_ms)).filter_by(office=office)
    last = connection.execute(entered).scalar_one()
    by_passkey = connection.execute(entered.filter_by(entered_by="passkey")).scalar_one()
    return Standing(office, _roles(connection, office) or (), since_ms, keys.scalar_one(), live, last, by_passkey)


def _code_hash(code: str) -> bytes:
    return _hash("".join(each for each in code.lower() if each.isalnum()))


def _hash(secret: str) -> bytes:
    return sha256(secret.encode()).digest()


def _bad_code() -> InvalidInput:
    return InvalidInput(
        "node.bad_code",
        "This code opens nothing.",
        why="it is mistyped, was used already, or is older than a day",
        remedy="ask the node's operator for a new one",
    )
