"""What a disk can say to a node that asks before it writes (rule R7): an answer that was made after the question.

A node draws a question at each start and leaves it on every disk that it exports. The partner's export answers the
question that lies there, in a note signed with its log's newest key: whose log, which question, and the hash of the
head that goes with it. Whoever carries disks may repeat an old answer, and cannot make one to a new question.
"""

import re
from hashlib import sha256
from pathlib import Path

from comity.ground import Untrusted
from comity.ledger import CHECKPOINT_PATH, MAX_NOTE_BYTES, open_note, sign_note
from comity.node.app import Holding, Node
from comity.node.partners import partner_keys, required_card

QUESTION, ANSWER = "question", "answer"
"""Files beside the parts that a party left on a disk."""

_QUESTION = re.compile(rb"[0-9a-f]{32}")


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


def is_answered(node: Node, holding: Holding, theirs: Path) -> bool:
    """Tell whether the partner answered the question of this start, with the very head that lies beside the answer."""
    note = _read(theirs / ANSWER)
    if note is None:
        return False
    newest = partner_keys(node, holding, required_card(node, holding.agreement.id))[-1].log
    mirror = _read(theirs / "mirror" / CHECKPOINT_PATH)
    try:
        return open_note(note, [newest]).text == _text(holding.own.origin, node.question.encode(), mirror)
    except Untrusted:
        return False  # no proof against anybody: a disk that nobody answered, or that was damaged


def _text(origin: str, question: bytes, mirror: bytes | None) -> bytes:
    head = sha256(mirror).hexdigest() if mirror is not None else "-"
    return b"comity/answer/1\n%s\n%s\n%s\n" % (origin.encode(), question, head.encode())


def _read(path: Path) -> bytes | None:
    if not path.is_file() or path.is_symlink():
        return None
    with path.open("rb") as file:
        return file.read(MAX_NOTE_BYTES + 1)
