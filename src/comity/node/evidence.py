"""What contradicts a record, kept for whoever must judge: both signed heads, and the file that did not fit.

Each lies in `agreements/<id>/evidence/` under the hash of its bytes; anybody checks the heads with the keys beside the
logs (`comity ledger verify --known`). Nothing here is ever removed by the node.
"""

from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from sqlalchemy import select

from comity.files.logs import head_name
from comity.ground import ComityError, InvalidInput
from comity.node.app import Node
from comity.node.partners import Direction
from comity.node.reasons import remembered
from comity.node.store import EVIDENCE

Part = Literal["pinned", "offered", "altered"]
PARTS: tuple[Part, ...] = ("pinned", "offered", "altered")

MOST_FILES = 100
"""Altered files kept under one agreement: a partner that alters a new one at every look must not fill the disk."""


@dataclass(frozen=True)
class Evidence:
    """One contradiction: `files` names what is kept of it."""

    number: int
    direction: Direction
    found_ms: int
    reason: ComityError
    files: dict[Part, str]


def evidence(node: Node, agreement_id: str) -> list[Evidence]:
    """List what was kept under an agreement, the newest first."""
    node.holding(agreement_id)
    query = select(EVIDENCE).filter_by(agreement_id=agreement_id).order_by(EVIDENCE.c.evidence_id.desc())
    with node.store.reading() as connection:
        rows = connection.execute(query).all()
    found = []
    for row in rows:
        reason, files = remembered(row.reason), dict[Part, str]()
        if row.pinned is not None:
            files["pinned"] = head_name(row.pinned)
        if row.offered is not None:
            files["offered"] = head_name(row.offered)
        if "kept" in reason.values:
            files["altered"] = str(reason.values["kept"])
        found.append(Evidence(row.evidence_id, row.direction, row.found_ms, reason, files))
    return found


def read_part(node: Node, agreement_id: str, number: int, part: Part) -> tuple[str, bytes]:
    """Return the name and the bytes of a kept file, or raise `InvalidInput`."""
    names = {each.number: each.files for each in evidence(node, agreement_id)}
    name = names.get(number, {}).get(part)
    path = node.layout.evidence(agreement_id) / name if name else None
    if name is None or path is None or not path.is_file():
        raise InvalidInput(
            "node.no_such_evidence",
            "There is no such piece of evidence.",
            why="nothing of the kind {part} is kept under the number {number}",
            remedy="look at the list of contradictions",
            part=part,
            number=number,
        )
    return name, path.read_bytes()


def keep_file(node: Node, agreement_id: str, data: bytes | None) -> str | None:
    """Keep a file that does not fit a signed head; return its name, or `None` where there is none or too many."""
    if data is None:
        return None
    folder = node.layout.evidence(agreement_id)
    name = f"file-{sha256(data).hexdigest()[:16]}.bytes"
    if not (folder / name).is_file():
        if len(list(folder.glob("file-*.bytes"))) >= MOST_FILES:
            return None
        node.disk.folder(folder)
        node.disk.put(folder / name, data)
    return name
