"""The work of a log by its peers, on the same entries: `PYTHON ledger_peers.py ENTRIES`, one entry on each line.

Run by an interpreter of its own that has pymerkle (GPL-3.0: measured against, never part of Comity) and PyNaCl; it
prints JSON: figures per second, and the root that pymerkle finds, which must be ours.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from nacl.signing import SigningKey
from pymerkle import InmemoryTree

SIGNED = 1000


def main() -> None:
    """Print the peers' figures."""
    entries = Path(sys.argv[1]).read_bytes().splitlines()
    tree, append_s = _timed(lambda: _tree_of(entries))
    key = SigningKey(bytes(32))
    signed, sign_s = _timed(lambda: [(entry, key.sign(entry).signature) for entry in entries[:SIGNED]])
    _, verify_s = _timed(lambda: [key.verify_key.verify(entry, signature) for entry, signature in signed])
    figures = {
        "root": tree.get_state().hex(),
        "pymerkle append": len(entries) / append_s,
        "PyNaCl sign": SIGNED / sign_s,
        "PyNaCl verify": SIGNED / verify_s,
    }
    print(json.dumps(figures))


def _tree_of(entries: list[bytes]) -> InmemoryTree:
    tree = InmemoryTree(algorithm="sha256")
    for entry in entries:
        tree.append_entry(entry)
    return tree


def _timed(work: Callable[[], Any], runs: int = 3) -> tuple[Any, float]:
    took_s = []
    for _ in range(runs):
        begun_s = time.perf_counter()
        result = work()
        took_s.append(time.perf_counter() - begun_s)
    return result, min(took_s)


if __name__ == "__main__":
    main()
