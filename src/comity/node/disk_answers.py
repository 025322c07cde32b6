"""What a disk can say to a node that asks before it writes (rule R7): an answer that was made after the question.

A node draws a question at each start and leaves it on every disk that it exports. The partner's export answers the
question that lies there, in a note signed with its log's newest key: whose log, which question, and the hash of the
head that goes with it. Whoever carries disks may repeat an old answer, and cannot make one to a new question.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from comity.ground import Untrusted
from comity.ledger import CHECKPOINT_PATH, MAX_NOTE_BYTES, open_note, sign_note
from comity.node.app import Holding, Node
from comity.node.partners import partner_keys, required_card

QUESTION, ANSWER = "question", "answer"
"""Files beside the parts that a party left on a disk."""

_QUESTION = re.compile(rb"[0-9a-f]{32}")


@dataclass(frozen=True)
class Answered:
    """The partner's head of our log, or `None` where it holds nothing, in the very bytes that its answer vouches for.

    Whoever goes on by an answer reads this and not the disk again: a device may give other bytes the second time.
    """

    mirror: bytes | None


def ask(node: Node, ours: Path) -> None:
    """Leave the question of this start among what we export."""
    node.disk.folder(ours)
    node.disk.put(ours / QUESTION, node.question.encode())


def answer(node: Node, holding: Holding, theirs: Path, ours: Path, mirror: bytes | None) -> None:
    """Answer the question that the partner left on a disk; `mirror` is our head of its log that goes with it."""
    question = _read(theirs / QUESTION)
    if question is not None and _QUESTION.fullmatch(question):
        said = _text(holding.copy.origin, question, mirror)
        node.disk.put(ours / ANSWER, sign_note(said, *holding.keys.log_signers()))


def answered(node: Node, holding: Holding, theirs: Path) -> Answered | None:
    """Return what the partner answered to the question of this start, or `None` where none fits what lies there."""
    note = _read(theirs / ANSWER)
    if note is None:
        return None
    newest = partner_keys(node, holding, required_card(node, holding.agreement.id))[-1].log
    mirror = _read(theirs / "mirror" / CHECKPOINT_PATH)
    try:
        said = open_note(note, [newest]).text
    except Untrusted:
        return None  # no proof against anybody: a disk that nobody answered, or that was damaged
    return Answered(mirror) if said == _text(holding.own.origin, node.question.encode(), mirror) else None


def _text(origin: str, question: bytes, mirror: bytes | None) -> bytes:
    head = sha256(mirror).hexdigest() if mirror is not None else "-"
    return b"comity/answer/1\n%s\n%s\n%s\n" % (origin.encode(), question, head.encode())


def _read(path: Path) -> bytes | None:
    if not path.is_file() or path.is_symlink():
        return None
    with path.open("rb") as file:
        return file.read(MAX_NOTE_BYTES + 1)
