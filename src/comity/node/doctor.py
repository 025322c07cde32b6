"""What can be wrong with a node folder and the machine under it, found without changing anything.

Each check gives one finding: in order, a warning, or failed. A served node may be looked at while it runs.
"""

import os
import shutil
import socket
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import httpx
import orjson
from sqlalchemy import Connection, func, select

from comity.agreement import read_agreement
from comity.files import folder_reader
from comity.ground import MS_PER_HOUR, ComityError, InvalidInput, date_time_group, parse_canonical, parse_instant
from comity.ledger import CHECKPOINT_PATH, LogKeys, Signer, fetch_head, keys_after, verify_log
from comity.ledger import read_keys as read_log_keys
from comity.node.cards import Card, party_of, read_card
from comity.node.certificates import certificate_ends_ms
from comity.node.clock import Clock
from comity.node.keys import read_keys
from comity.node.layout import Layout
from comity.node.lock import is_owned
from comity.node.map_file import check_map
from comity.node.settings import Settings, read_settings
from comity.node.store import LOG_HEAD, PARTNER_CARD, Store, has_wal_reset_bug

State = Literal["ok", "warning", "failed"]

EARLIEST_MS = parse_instant("2026-01-01T00:00:00Z")
"""A clock before this version was written is wrong."""

SLOW_FSYNC_MS = 20.0
FSYNCS = 15
LOW_BYTES = 1 << 30
TOO_LOW_BYTES = 100 << 20
BYTES_PER_GB = 1e9
REACH_S = 5.0

CERTIFICATE_DAYS = 90
"""A new certificate is a new card that two states compare by voice: that takes weeks, not hours."""

MS_PER_DAY = 24 * MS_PER_HOUR


@dataclass(frozen=True)
class Finding:
    """One check: its name, how it went, and the message or the error that says so."""

    check: str
    state: State
    message: str = ""
    values: dict[str, str | int | float] = field(default_factory=dict)
    error: ComityError | None = None


def examine(folder: Path, *, clock: Clock, transport: httpx.BaseTransport | None = None) -> list[Finding]:
    """Return the findings of every check; a check that cannot run says why and fails."""
    settings, finding = _settings(folder)
    findings = [finding]
    if settings is None:
        return findings
    checks: dict[str, Callable[[], Iterator[Finding]]] = {
        "lock": lambda: _lock(folder),
        "keys": lambda: _keys(folder),
        "certificate": lambda: _certificate(folder, clock),
        "clock": lambda: _clock(folder, clock),
        "fsync": lambda: _fsync(folder),
        "disk": lambda: _disk(folder),
        "sqlite": _sqlite,
        "ports": lambda: _ports(folder, settings),
        "map": lambda: _map(folder, settings),
        "log": lambda: _logs(folder, settings),
        "partner": lambda: _partners(folder, transport),
    }
    for name, check in checks.items():
        try:
            findings.extend(check())
        except ComityError as error:
            findings.append(Finding(name, "failed", error=error))
    return findings


def _settings(folder: Path) -> tuple[Settings | None, Finding]:
    try:
        settings = read_settings(folder)
    except ComityError as error:
        return None, Finding("settings", "failed", error=error)
    return settings, Finding("settings", "ok", "cli-doctor-settings", {"party": settings.party})


def _lock(folder: Path) -> Iterator[Finding]:
    message = "cli-doctor-served" if is_owned(folder) else "cli-doctor-free"
    yield Finding("lock", "ok", message)


def _keys(folder: Path) -> Iterator[Finding]:
    read_keys(folder)
    yield Finding("keys", "ok", "cli-doctor-keys")


def _certificate(folder: Path, clock: Clock) -> Iterator[Finding]:
    ends_ms = certificate_ends_ms(folder)
    if ends_ms is None:
        return
    left_days = (ends_ms - clock()) // MS_PER_DAY
    values: dict[str, str | int | float] = {"ends": date_time_group(ends_ms), "days": left_days}
    if left_days < 0:
        yield Finding("certificate", "failed", "cli-doctor-certificate-ended", values)
    elif left_days < CERTIFICATE_DAYS:
        yield Finding("certificate", "warning", "cli-doctor-certificate-ending", values)
    else:
        yield Finding("certificate", "ok", "cli-doctor-certificate", values)


def _clock(folder: Path, clock: Clock) -> Iterator[Finding]:
    now_ms = clock()
    with _reading(folder) as connection:
        newest_ms = connection.execute(select(func.max(LOG_HEAD.c.signed_ms))).scalar_one() or 0
    least_ms = max(EARLIEST_MS, newest_ms)
    values: dict[str, str | int | float] = {"now": date_time_group(now_ms), "least": date_time_group(least_ms)}
    if now_ms < least_ms:
        yield Finding("clock", "failed", "cli-doctor-clock-behind", values)
    else:
        yield Finding("clock", "ok", "cli-doctor-clock", {"now": values["now"]})


def _fsync(folder: Path) -> Iterator[Finding]:
    took_ms = []
    with tempfile.NamedTemporaryFile(dir=folder, prefix=".doctor.") as file:
        for _ in range(FSYNCS):
            file.write(bytes(4096))
            file.flush()
            begun_s = time.perf_counter()
            os.fsync(file.fileno())
            took_ms.append(1000 * (time.perf_counter() - begun_s))
    median_ms = round(statistics.median(took_ms), 2)
    state: State = "warning" if median_ms > SLOW_FSYNC_MS else "ok"
    message = "cli-doctor-fsync-slow" if state == "warning" else "cli-doctor-fsync"
    yield Finding("fsync", state, message, {"median_ms": median_ms})


def _disk(folder: Path) -> Iterator[Finding]:
    free = shutil.disk_usage(folder).free
    state: State = "failed" if free < TOO_LOW_BYTES else "warning" if free < LOW_BYTES else "ok"
    message = "cli-doctor-disk" if state == "ok" else "cli-doctor-disk-low"
    yield Finding("disk", state, message, {"free_gb": round(free / BYTES_PER_GB, 1)})


def _sqlite() -> Iterator[Finding]:
    # A node writes through one connection, which the fault in the log of older versions does not reach: no warning.
    message = "cli-doctor-sqlite-old" if has_wal_reset_bug() else "cli-doctor-sqlite"
    yield Finding("sqlite", "ok", message, {"version": sqlite3.sqlite_version})


def _ports(folder: Path, settings: Settings) -> Iterator[Finding]:
    if is_owned(folder):
        return
    for host, port in ((settings.house_host, settings.house_port), (settings.partner_host, settings.partner_port)):
        values: dict[str, str | int | float] = {"host": host, "port": str(port)}
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        with socket.socket(family, socket.SOCK_STREAM) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind((host, port))
            except OSError:
                yield Finding("ports", "failed", "cli-doctor-port-taken", values)
            else:
                yield Finding("ports", "ok", "cli-doctor-port", values)


def _map(folder: Path, settings: Settings) -> Iterator[Finding]:
    if check_map(folder, settings) is not None:
        yield Finding("map", "ok", "cli-doctor-map", {"name": settings.map_tiles})


def _logs(folder: Path, settings: Settings) -> Iterator[Finding]:
    layout = Layout(folder)
    keys = read_keys(folder)
    for agreement_id in layout.agreement_ids():
        document = parse_canonical(layout.document(agreement_id).read_bytes())
        origin = party_of(read_agreement(document), settings.party).origin
        partner = _pinned(folder, agreement_id)
        for log in ("own", "partner") if partner is not None else ("own",):
            where = layout.log(agreement_id, log)
            if not (where / CHECKPOINT_PATH).exists():
                continue
            read = folder_reader(where)
            if log == "own" or partner is None:
                ours = [Signer(origin, each).verifier for each in keys.log_seeds]
                log_keys = keys_after(origin, ours, (where / CHECKPOINT_PATH).read_bytes())
            else:
                log_keys = _partner_keys(layout, agreement_id, partner)
            head = fetch_head(read, log_keys)
            verify_log(read, head)
            values: dict[str, str | int | float] = {"origin": log_keys.origin, "size": head.checkpoint.size}
            yield Finding("log", "ok", "cli-doctor-log", values)


def _partner_keys(layout: Layout, agreement_id: str, card: Card) -> LogKeys:
    """Return the keys of the partner's log: as the node wrote them last, or before that as its card gives them."""
    path = layout.log_keys(agreement_id, "partner")
    return read_log_keys(orjson.loads(path.read_bytes())) if path.exists() else LogKeys(card.origin, card.log_verifier)


def _partners(folder: Path, transport: httpx.BaseTransport | None) -> Iterator[Finding]:
    for agreement_id in Layout(folder).agreement_ids():
        card = _pinned(folder, agreement_id)
        if card is None:
            yield Finding("partner", "warning", "cli-doctor-partner-unknown", {"agreement": agreement_id})
            continue
        values: dict[str, str | int | float] = {"party": card.party, "url": card.url}
        try:
            with httpx.Client(transport=transport, timeout=REACH_S, trust_env=False) as client:
                answer = client.get(f"{card.url.rstrip('/')}/a/{agreement_id}/log/{CHECKPOINT_PATH}")
        except httpx.HTTPError:
            yield Finding("partner", "warning", "cli-doctor-partner-silent", values)
            continue
        is_reached = answer.status_code == httpx.codes.OK
        message = "cli-doctor-partner" if is_reached else "cli-doctor-partner-silent"
        yield Finding("partner", "ok" if is_reached else "warning", message, values)


def _pinned(folder: Path, agreement_id: str) -> Card | None:
    query = select(PARTNER_CARD).filter_by(agreement_id=agreement_id).order_by(PARTNER_CARD.c.pinned_ms.desc())
    with _reading(folder) as connection:
        row = connection.execute(query.limit(1)).one_or_none()
    return None if row is None else Card(**{**read_card(row.card).__dict__, "url": row.url})


@contextmanager
def _reading(folder: Path) -> Iterator[Connection]:
    path = Layout(folder).database
    if not path.exists():
        raise InvalidInput(
            "node.no_database",
            "The node folder {folder} has no database.",
            why="the file {name} is missing",
            remedy="restore the folder from where you keep its copy",
            folder=folder.name,
            name=path.name,
        )
    store = Store(path)
    try:
        with store.reading() as connection:
            yield connection
    finally:
        store.close()
