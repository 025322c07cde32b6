"""Sentences of our own, encoded by pyais: messages of every type with fields drawn by hypothesis, and tag blocks."""

from functools import reduce
from operator import xor
from typing import Any

from hypothesis import strategies as st
from pyais.encode import encode_msg
from pyais.messages import MSG_CLASS

SIX_BIT = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_ !\"#$%&'()*+,-./0123456789:;<=>?"
_ARMOUR = "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvw"


def checked(content: str, begin: str = "!", end: str = "") -> bytes:
    """Return a sentence or a tag block with its checksum."""
    return f"{begin}{content}*{reduce(xor, content.encode(), 0):02X}{end}".encode()


def tag(content: str) -> bytes:
    return checked(content, "\\", "\\")


def encoded(kind: int, **fields: Any) -> list[bytes]:
    """Return the sentences of a message that pyais encodes."""
    return [line.encode() for line in encode_msg(MSG_CLASS[kind].create(**fields), radio_channel="A", seq_id=1)]


def armoured(bits: str, *, talker: str = "AIVDM", sequence: str = "", size: int = 60) -> list[bytes]:
    """Return the sentences of a payload given as a string of 0 and 1."""
    fill = -len(bits) % 6
    padded = bits + "0" * fill
    payload = "".join(_ARMOUR[int(padded[i : i + 6], 2)] for i in range(0, len(padded), 6))
    parts = [payload[i : i + size] for i in range(0, len(payload), size)]
    return [
        checked(f"{talker},{len(parts)},{nth},{sequence},A,{part},{fill if nth == len(parts) else 0}")
        for nth, part in enumerate(parts, 1)
    ]


_WIDTHS = {5: 424, 12: 400, 14: 300, 19: 312, 21: 360, 6: 200, 8: 200, 17: 200, 26: 300}


@st.composite
def messages(draw: Any) -> list[bytes]:
    """Any payload of any type, all bits drawn: positions off the Earth, every character, lengths near the right one."""
    kind = draw(st.integers(1, 28))
    width = _WIDTHS.get(kind, 168) + draw(st.sampled_from([0, 0, 0, -1, -2, -6, 1, 4, 6, 30]))
    body = draw(st.integers(0, (1 << (width - 6)) - 1))
    if draw(st.booleans()):  # numbers that are near to what the standard gives to "not available"
        body |= ((1 << (width - 6)) - 1) << (width // 3) & ((1 << (width - 6)) - 1)
    bits = f"{kind:06b}{body:0{width - 6}b}"
    return armoured(bits, sequence=str(draw(st.integers(0, 9))) if width > 360 else "")
