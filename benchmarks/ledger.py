"""How fast a node signs, a partner verifies and the release check answers: `make bench`, or this file by itself.

Append goes through the node's own writer: files, database and signed head, each durable (fsync) on the disk of the
temporary folder. Each rate is the best of some runs; other work on the machine makes it lower, never higher, and the
machine's load is printed before and after. Goals are those of the design (its section 8). Peers do the same work on
the same entries: rfc8785 here, pymerkle and PyNaCl by the interpreter that `COMITY_LEDGER_PEERS_PYTHON` names, without
which they are left out, by name. `python benchmarks/ledger.py [--json]`.
"""

import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import quantiles
from typing import Any

import rfc8785
from gate import CONTACT, MS_PER_DAY
from ledger_hostile import memory_figures

from comity.agreement import clauses_at_work
from comity.exchange import Item, Released, ReleaseRules, release, release_rules
from comity.files import folder_reader
from comity.files.agreements import read_agreement_file, read_decision_file
from comity.files.items import read_item_file
from comity.ground import canonical
from comity.ledger import (
    EMPTY_TREE,
    Checkpoint,
    LogKeys,
    Signer,
    append,
    fetch_head,
    fold,
    parse_entry,
    prove_entry,
    read_head,
    sign_note,
    verify_log,
    verify_tlog_proof,
    vote_entry,
)
from comity.node.app import Node, opened
from comity.node.birth import init_node
from comity.rescue import KINDS

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "algeria-usa-2025"
AT_MS = 1_790_000_000_000
HASH = "sha256:" + "0" * 64
BATCHES = {1: 400, 10: 20, 100: 8, 1000: 8}
"""Entries in a batch, and how many batches of it are written."""

COLD = 100_000
"""Entries of the record that a stranger verifies; the goal of 15 s for a million is 67,000 in a second."""

PEERED = 20_000
"""Entries that the peers append."""

MEMORANDUM = read_agreement_file(EXAMPLE / "memorandum.toml")


def main() -> None:
    """Print every figure, or JSON with `--json`."""
    figures: dict[str, Any] = {"load before": os.getloadavg()[0]}
    with tempfile.TemporaryDirectory() as where:
        folder = Path(where) / "dz"
        init_node(folder, party="DZ", agreements=[MEMORANDUM.document], url="http://127.0.0.1:1")
        with opened(folder) as node:
            figures |= _appending(node) | _verifying(node)
    figures |= _strangers() | _canonical_form() | _release_check() | _peers() | memory_figures()
    figures["load after"] = os.getloadavg()[0]
    if "--json" in sys.argv[1:]:
        print(json.dumps(figures, indent=1))
        return
    print(f"{os.cpu_count()} cores, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")
    for name, value in figures.items():
        print(f"{name:72s} {value:12,.1f}" if isinstance(value, float) else f"{name:72s} {value:>12s}")


def _entries(first: int, count: int) -> list[bytes]:
    return [_vote(number) for number in range(first, first + count)]


def _vote(number: int) -> bytes:
    salt, office = number.to_bytes(16, "big"), "working group on the sea and rescue"
    slot = {"series": f"decision/{number}", "parent": "root", "round": 0}
    return vote_entry(**slot, choice=HASH, office=office, at_ms=AT_MS + number, salt=salt)


def _appending(node: Node) -> dict[str, float]:
    (holding,) = node.holdings.values()
    figures: dict[str, float] = {}
    for batch, times in BATCHES.items():
        took_s = []
        for _ in range(times):
            entries = _entries(holding.own.size, batch)
            begun_s = time.perf_counter()
            holding.own.write(entries, sign=holding.sign_head, now_ms=AT_MS)
            took_s.append(time.perf_counter() - begun_s)
        goal = ", goal 5,000" if batch == 1000 else ""
        figures[f"append durable, batches of {batch}, entries/s{goal}"] = batch * times / sum(took_s)
        if batch == 1:
            centiles_s = quantiles(took_s, n=100)
            figures["append of one act, p50, ms"] = 1000 * centiles_s[49]
            figures[f"append of one act, p99 of {times}, ms, goal 50"] = 1000 * centiles_s[98]
            figures[f"append of one act, slowest of {times}, ms"] = 1000 * max(took_s)
    return figures


def _verifying(node: Node) -> dict[str, float]:
    (holding,) = node.holdings.values()
    read = folder_reader(holding.own.folder)
    head = fetch_head(read, LogKeys(holding.own.origin, holding.keys.log_signers()[-1].verifier))
    size, entries = head.checkpoint.size, list(holding.own.entries())
    return {
        "verify hashes, tiles and head, entries/s, goal 100,000": size / _best_s(lambda: verify_log(read, head)),
        "read entries (canonical form checked), entries/s": size / _best_s(lambda: [parse_entry(e) for e in entries]),
    }


def _strangers() -> dict[str, float]:
    """What a stranger does with a record that lies in memory: cold verification, a proof, signatures, the fold."""
    entries = _entries(0, COLD)
    tree, files = append(EMPTY_TREE, entries)
    signer = Signer("dz.example/bench", bytes(32))
    note = sign_note(Checkpoint(signer.name, tree.size, tree.root()).text(), signer)
    keys = LogKeys(signer.name, signer.verifier)

    def read(path: str, limit: int) -> bytes | None:
        data = files.get(path)
        return None if data is None else data[: limit + 1]

    head = read_head(note, keys)
    sign = _best_s(lambda: [signer.sign(entry) for entry in entries[:1000]])
    signed = [(entry, signer.sign(entry)) for entry in entries[:1000]]

    def acts() -> None:
        for entry, signature in signed:
            assert parse_entry(entry) is not None
            assert signer.verifier.accepts(entry, signature)

    return {
        f"cold verify of {COLD:,} entries, entries/s, goal 67,000": COLD / _best_s(lambda: verify_log(read, head)),
        "proof of one entry made and checked, ms, goal 5": 1000
        * _best_s(lambda: verify_tlog_proof(prove_entry(read, COLD // 3, head, size=COLD), keys)),
        "acts read and their signature checked, acts/s, goal 3,000": 1000 / _best_s(acts),
        "acts signed, acts/s": 1000 / sign,
        "record of 100,000 signatures in as many series, read and followed, entries/s": COLD
        / _best_s(lambda: fold(map(parse_entry, entries), [])),
    }


def _peers() -> dict[str, Any]:
    """The peers beside ours on the same entries; the root that pymerkle finds must be the one that we sign."""
    peer = os.environ.get("COMITY_LEDGER_PEERS_PYTHON")
    if not peer:
        return {"pymerkle and PyNaCl (COMITY_LEDGER_PEERS_PYTHON names no interpreter)": "left out"}
    entries = _entries(0, PEERED)
    signer = Signer("dz.example/bench", bytes(32))
    with tempfile.NamedTemporaryFile() as file:
        Path(file.name).write_bytes(b"\n".join(entries))
        script = str(Path(__file__).with_name("ledger_peers.py"))
        told = subprocess.run([peer, script, file.name], capture_output=True, text=True, check=True)
    found = json.loads(told.stdout)
    assert found.pop("root") == append(EMPTY_TREE, entries)[0].root().hex(), "pymerkle finds another root"
    signed = [(entry, signer.sign(entry)) for entry in entries[:1000]]
    return {
        "append in memory, hashes and tiles, ours, entries/s": PEERED / _best_s(lambda: append(EMPTY_TREE, entries)),
        "append in memory, hashes alone, pymerkle, entries/s": found["pymerkle append"],
        "sign, ours (cryptography), /s": 1000 / _best_s(lambda: [signer.sign(entry) for entry in entries[:1000]]),
        "sign, PyNaCl, /s": found["PyNaCl sign"],
        "check a signature, ours (cryptography), /s": 1000
        / _best_s(lambda: [signer.verifier.accepts(entry, signature) for entry, signature in signed]),
        "check a signature, PyNaCl, /s": found["PyNaCl verify"],
    }


def _canonical_form() -> dict[str, float]:
    documents = [json.loads(entry) for entry in _entries(0, 2000)]
    ours, oracle = [canonical(each) for each in documents], [rfc8785.dumps(each) for each in documents]
    assert ours == oracle, "the two writers disagree"
    ours_s = _best_s(lambda: [canonical(each) for each in documents])
    oracle_s = _best_s(lambda: [rfc8785.dumps(each) for each in documents])
    return {
        "canonical form, ours, documents/s, goal 150,000": len(documents) / ours_s,
        "canonical form, rfc8785 0.1 in the same run, documents/s": len(documents) / oracle_s,
        "canonical form, ratio": oracle_s / ours_s,
    }


def _release_check() -> dict[str, float]:
    decision = read_decision_file(EXAMPLE / "decisions" / "search-and-rescue.json", MEMORANDUM.agreement)
    case = read_item_file(EXAMPLE / "items" / "rescue-case.json")
    rules = release_rules(
        MEMORANDUM.agreement,
        agreement_hash=MEMORANDUM.hash,
        at_work=clauses_at_work(MEMORANDUM.agreement, [decision]) | {"4.2"},
        kinds=[*KINDS.values(), CONTACT],
    )
    return {
        "release check of a rescue case, explained, goal 100,000": _checked_per_s(
            rules, [replace(case.item, event_ms=case.item.event_ms + number) for number in range(5000)], case.purpose
        ),
        "release check of a ship's contact, explained, goal 100,000": _checked_per_s(
            rules, [_contact(number) for number in range(5000)], "maritime_security"
        ),
    }


def _contact(number: int) -> Item:
    position = [2_000_000 + 397 * number, 37_000_000 + 131 * number]
    record = {
        "contact_id": f"EXAMPLE-{number}",
        "position": position,
        "seen_ms": AT_MS,
        "ship_type": "cargo",
        "flag": "XX",
    }
    return Item("maritime.contact", "maritime", "DZ", AT_MS - MS_PER_DAY, record)


def _checked_per_s(rules: ReleaseRules, items: list[Item], purpose: str) -> float:
    def check() -> None:
        for item in items:
            answer = release(item, rules, to="US", purpose=purpose, now_ms=AT_MS)
            assert isinstance(answer, Released), answer
            assert answer.sentence.message

    return len(items) / _best_s(check)


def _best_s(work: Callable[[], object], *, runs: int = 3) -> float:
    took_s = []
    for _ in range(runs):
        begun_s = time.perf_counter()
        work()
        took_s.append(time.perf_counter() - begun_s)
    return min(took_s)


if __name__ == "__main__":
    main()
