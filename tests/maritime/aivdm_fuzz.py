"""Bytes that no receiver sends: real logs and sentences of ours, mutated, cut and shuffled, and pure noise.

`python -m tests.maritime.aivdm_fuzz BYTES [SEED]` decodes that many and exits 0: it takes whatever comes, keeps its
counts and stops; with NUMBA_BOUNDSCHECK=1 every access to memory is checked. `make soak` runs it on 10^8 bytes.
"""

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa

from comity.maritime import Decoded, Decoder
from tests.maritime.aivdm_sentences import armoured, checked, tag
from tests.shared_data import SHARED

_PIECE = 200_000


def seeds() -> list[bytes]:
    """Return lines to begin with: the shared logs where they are, and payloads of every type in any case."""
    made = [
        line
        for kind in range(64)
        for bits in (40, 160, 168, 312, 424, 1000)
        for line in armoured(f"{kind:06b}" + "01" * (bits // 2 - 3), sequence="1")
    ]
    made += [tag("s:one,c:1565218798,g:1-2-7") + made[0], checked("PGHP,1,2010,6,11,11,46,11,390,2,4,9,1,2B", "$")]
    logs = sorted(Path(SHARED / "maritime" / "nmea").glob("*")) if SHARED.is_dir() else []
    return made + [line for log in logs for line in log.read_bytes().splitlines()]


def hostile(lines: list[bytes], chance: random.Random) -> Iterator[bytes]:
    """Yield pieces of bytes without end: each line may lose, double or change bytes, or be noise."""
    while True:
        out = bytearray()
        while len(out) < _PIECE:
            line = bytearray(chance.choice(lines))
            for _ in range(chance.choice([0, 0, 1, 1, 2, 5, 40])):
                if not line:
                    break
                at = chance.randrange(len(line))
                match chance.randrange(6):
                    case 0:
                        line[at] = chance.randrange(256)
                    case 1:
                        del line[at : at + chance.randrange(1, 20)]
                    case 2:
                        line[at:at] = line[: chance.randrange(1, 80)]
                    case 3:
                        line[at:at] = bytes(chance.choice(b"\\!$,*\r\n@0~") for _ in range(chance.randrange(1, 6)))
                    case 4:
                        line[at] ^= 1 << chance.randrange(8)
                    case _:
                        line[at:at] = chance.randbytes(chance.choice([1, 7, 64, 1_100]))
            star = line.rfind(b"*")
            begin = max(line.rfind(b"!"), 0)
            if chance.random() < 0.6 and star > begin:  # a right checksum lets the damage in
                total = (
                    np.bitwise_xor.reduce(np.frombuffer(bytes(line[begin + 1 : star]), np.uint8))
                    if star > begin + 1
                    else 0
                )
                line[star + 1 : star + 3] = b"%02X" % total
            out += line + chance.choice([b"\n", b"\r\n", b"\r", b""])
        yield bytes(out)


def check(told: Decoded) -> None:
    """Assert what holds of any bytes: tables are sound, counts are those of the rows, values are in their ranges."""
    for table in (told.positions, told.statics, told.messages, told.rejected):
        table.validate(full=True)
    assert told.rejected.num_rows == sum(told.reasons.values())
    for column, most in (("lat_deg", 90), ("lon_deg", 180), ("cog_deg", 360), ("heading_deg", 360), ("sog_m_s", 530)):
        values = told.positions[column].to_numpy()
        assert not (np.abs(values) > most).any(), column
    for table in (told.positions, told.statics, told.messages):
        codes = pa.concat_arrays([chunk.indices for chunk in table["station"].chunks] or [pa.array([], pa.int32())])
        assert len(codes) == table.num_rows


def run(size: int, seed: int) -> int:
    """Decode `size` hostile bytes in pieces of any length; return how many lines were read."""
    chance, lines_read, left = random.Random(seed), 0, size
    decoder, source = Decoder(), hostile(seeds(), chance)
    while left > 0:
        piece, at = next(source), 0
        while at < len(piece):
            step = chance.choice([1, 17, 1_000, 60_000, _PIECE])
            told = decoder.feed(piece[at : at + step], received_ms=chance.choice([0, size - left]))
            check(told)
            lines_read, at = lines_read + told.lines, at + step
        left -= len(piece)
        if chance.random() < 0.05:
            check(decoder.finish())
            decoder = Decoder(keep_rejected=chance.random() < 0.5)
    check(decoder.finish())
    return lines_read


if __name__ == "__main__":
    sys.stdout.write(f"{run(int(float(sys.argv[1])), int(sys.argv[2]) if len(sys.argv) > 2 else 1)} lines\n")
