"""A record of 600 entries and everything that is done to its files: each damage by name, with the verdict it must get.

What only bends bytes is done to the files as they lie; what a dishonest owner does is signed anew with the genuine key.
"""

import base64
from collections.abc import Callable, Iterator

from comity.ledger import Checkpoint, append, leaf_hash, sign_note
from comity.ledger.tiles import EMPTY_TREE
from tests.ledger.logs_in_memory import LOG, ORIGIN, MemoryLog, log_of, numbered

Files = dict[str, bytes]
Damage = tuple[Callable[[Files], None], frozenset[str]]
SIZE = 600
GENUINE = log_of(numbered(SIZE)).files
TILES = ["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"]
BUNDLES = ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/88"]
IN_THE_BUNDLE = ("entry_altered", "entries_cut_off", "entries_overrun")


def flipped(data: bytes, at: int, bit: int = 0) -> bytes:
    return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


Bend = Callable[[bytes], bytes]


def _bit(at: int, bit: int) -> Bend:
    return lambda data: flipped(data, at, bit)


def _cut(by: int) -> Bend:
    return lambda data: data[:-by]


def _and(more: bytes) -> Bend:
    return lambda data: data + more


def _put(at: int, piece: bytes) -> Bend:
    return lambda data: data[:at] + piece + data[at + len(piece) :]


def _be(whole: bytes) -> Bend:
    return lambda _: whole


def rows() -> Iterator[tuple[str, Damage]]:
    """Yield every damage: its name, what it does, and the codes of which one must be the verdict."""
    yield from _of_any_file()
    yield from _of_tiles()
    yield from _of_bundles()
    yield from _of_the_head()
    yield from _signed_by_a_dishonest_owner()


def _change(path: str, to: Bend, *codes: str) -> Damage:
    def do(files: Files) -> None:
        files[path] = to(files[path])

    return do, frozenset(f"ledger.{code}" for code in codes)


def _swap(one: str, other: str, *codes: str) -> Damage:
    def do(files: Files) -> None:
        files[one], files[other] = files[other], files[one]

    return do, frozenset(f"ledger.{code}" for code in codes)


def _drop(path: str) -> Damage:
    def do(files: Files) -> None:
        del files[path]

    return do, frozenset({"ledger.missing_file"})


def _of_any_file() -> Iterator[tuple[str, Damage]]:
    for path in GENUINE:
        yield f"{path} missing", _drop(path)
    yield "checkpoint empty", _change("checkpoint", _be(b""), "note_unsigned")
    for path in TILES:
        yield f"{path} empty", _change(path, _be(b""), "wrong_length")
    for path in BUNDLES:
        yield f"{path} empty", _change(path, _be(b""), "entries_cut_off")


def _of_tiles() -> Iterator[tuple[str, Damage]]:
    for path in TILES:
        width = len(GENUINE[path])
        for at in sorted({0, 1, 31, 32, 63, width // 2, width - 32, width - 1}):
            for bit in (0, 7):
                yield (
                    f"{path} bit {bit} of byte {at}",
                    _change(path, _bit(at, bit), "tile_altered"),
                )
        for cut in (1, 31, 32):
            yield f"{path} cut by {cut}", _change(path, _cut(cut), "wrong_length")
            yield f"{path} {cut} too long", _change(path, _and(GENUINE[path][:cut]), "file_too_large")
        yield f"{path} two hashes swapped", _change(path, lambda d: d[32:64] + d[:32] + d[64:], "tile_altered")
        yield f"{path} zeros", _change(path, lambda data: bytes(len(data)), "tile_altered")
    yield "two tiles swapped", _swap(TILES[0], TILES[1], "tile_altered")
    yield "a tile in the place of the level above", _swap(TILES[0], TILES[3], "wrong_length", "file_too_large")
    yield "a tile in the place of the head", _swap(TILES[2], "checkpoint", "note_not_text", "note_unsigned")
    yield "a bundle in the place of a tile", _swap(TILES[0], BUNDLES[0], "wrong_length", "file_too_large")


def _of_bundles() -> Iterator[tuple[str, Damage]]:
    for path in BUNDLES:
        data = GENUINE[path]
        last = data.rindex(b"\0\x09")  # before an entry of 9 bytes, the last
        for prefix in (0, 2 + data[1], last):
            for at, bit in ((prefix, 0), (prefix, 7), (prefix + 1, 0), (prefix + 1, 7)):
                bend = _change(path, _bit(at, bit), *IN_THE_BUNDLE)
                yield f"{path} length at {prefix}: bit {bit} of byte {at - prefix}", bend
            overrun = _change(path, _put(prefix, b"\xff\xff"), "entries_cut_off")
            yield f"{path} length at {prefix} overruns", overrun
            nothing = _change(path, _put(prefix, b"\0\0"), *IN_THE_BUNDLE)
            yield f"{path} length at {prefix} is nothing", nothing
        for at in (2, len(data) // 2, len(data) - 1):
            for bit in (0, 7):
                yield (
                    f"{path} bit {bit} of byte {at}",
                    _change(path, _bit(at, bit), *IN_THE_BUNDLE),
                )
        for cut in (1, 2, 9, 11):
            yield f"{path} cut by {cut}", _change(path, _cut(cut), "entries_cut_off")
        for more in (b"\0", b"\0\0", b"\0\x01x"):
            yield (
                f"{path} with {more!r} after it",
                _change(path, _and(more), "entries_overrun"),
            )
    yield "two bundles swapped", _swap(BUNDLES[0], BUNDLES[1], "entry_altered")
    yield "an entry altered with its hash", (_entry_with_its_hash, frozenset({"ledger.tile_altered"}))
    yield "an entry altered with all hashes", (_entry_with_every_hash, frozenset({"ledger.wrong_root"}))


def _entry_with_its_hash(files: Files) -> None:
    files[BUNDLES[0]] = files[BUNDLES[0]].replace(b"entry 7", b"entry 0", 1)
    files[TILES[0]] = files[TILES[0]].replace(leaf_hash(b"entry 7"), leaf_hash(b"entry 0"), 1)


def _entry_with_every_hash(files: Files) -> None:
    head = files["checkpoint"]
    files.update(append(EMPTY_TREE, [b"another past", *numbered(SIZE)[1:]])[1])
    files["checkpoint"] = head


def _of_the_head() -> Iterator[tuple[str, Damage]]:
    head = GENUINE["checkpoint"]
    origin, _, root, _, line, _ = head.split(b"\n")
    places = {
        "origin": (head.index(origin), {"bad_signature"}),
        "size": (head.index(b"\n600\n") + 1, {"bad_signature"}),
        "root": (head.index(root), {"bad_signature"}),
        "blank line": (head.index(b"\n\n") + 1, {"note_unsigned", "note_not_text", "no_known_signature"}),
        "dash": (head.index(line), {"bad_signature_line"}),
        "name of the key": (head.rindex(origin), {"no_known_signature"}),
        "number of the key": (head.rindex(b" ") + 1, {"no_known_signature"}),
        "signature": (head.rindex(b" ") + 40, {"bad_signature"}),
        "end of the signature": (len(head) - 2, {"bad_signature_line", "bad_signature"}),
        "last new line": (len(head) - 1, {"note_unsigned", "note_not_text"}),
    }
    for name, (at, codes) in places.items():
        yield f"head: a bit of its {name}", _change("checkpoint", _bit(at, 0), *codes)
    cut = ("note_unsigned", "bad_signature_line", "bad_signature", "no_known_signature", "note_not_text")
    for kept in range(0, len(head), 7):
        yield f"head: only {kept} bytes", _change("checkpoint", _be(head[:kept]), *cut)
    for more in (b"\n", b"x", b"\0", b"\n\n", line):
        after = ("note_unsigned", "note_not_text", "bad_signature_line", "no_known_signature", "bad_signature")
        yield f"head: {more[:8]!r} after it", _change("checkpoint", _and(more), *after)
    yield "head: lines end as in Windows", _change("checkpoint", lambda d: d.replace(b"\n", b"\r\n"), "note_not_text")
    yield "head: 65 signatures", _change("checkpoint", lambda d: d + (line + b"\n") * 64, "too_many_signatures")
    yield "head: too large", _change("checkpoint", lambda d: d + b"x" * 65_536, "file_too_large")


def _signed_by_a_dishonest_owner() -> Iterator[tuple[str, Damage]]:
    root = base64.b64encode(append(EMPTY_TREE, numbered(SIZE))[0].root()).decode()
    malformed = {
        "a zero before the size": f"{ORIGIN}\n0600\n{root}\n",
        "a sign before the size": f"{ORIGIN}\n+600\n{root}\n",
        "a negative size": f"{ORIGIN}\n-600\n{root}\n",
        "a size with a space": f"{ORIGIN}\n 600\n{root}\n",
        "a size in other digits": f"{ORIGIN}\n٦٠٠\n{root}\n",
        "a size as a power": f"{ORIGIN}\n6e2\n{root}\n",
        "a size beyond 2^53": f"{ORIGIN}\n{2**53}\n{root}\n",
        "a size beyond 2^64": f"{ORIGIN}\n{2**64}\n{root}\n",
        "no size": f"{ORIGIN}\n\n{root}\n",
        "a root of 31 bytes": f"{ORIGIN}\n600\n{base64.b64encode(bytes(31)).decode()}\n",
        "a root of 33 bytes": f"{ORIGIN}\n600\n{base64.b64encode(bytes(33)).decode()}\n",
        "a root with loose bits": f"{ORIGIN}\n600\n{root[:-2]}{'B' if root[-2] != 'B' else 'C'}=\n",
        "a line more": f"{ORIGIN}\n600\n{root}\nmore\n",
        "a line less": f"{ORIGIN}\n600\n",
        "no name": f"\n600\n{root}\n",
    }
    for name, text in malformed.items():
        note = sign_note(text.encode(), LOG)
        yield f"signed head with {name}", _change("checkpoint", _be(note), "bad_checkpoint")
    other = sign_note(f"{ORIGIN}-2\n600\n{root}\n".encode(), LOG)
    yield "signed head of another record", _change("checkpoint", _be(other), "wrong_record")
    for size, codes in ((599, {"tile_altered", "missing_file"}), (601, {"missing_file"}), (0, {"wrong_root"})):
        note = sign_note(f"{ORIGIN}\n{size}\n{root}\n".encode(), LOG)
        yield f"signed head with the size {size}", _change("checkpoint", _be(note), *codes)
    zeros = sign_note(Checkpoint(ORIGIN, SIZE, bytes(32)).text(), LOG)
    yield "signed head with another root", _change("checkpoint", _be(zeros), "wrong_root")


def histories() -> dict[str, tuple[MemoryLog, str | None]]:
    """Return logs that are genuine by themselves, and the verdict on each for whoever has seen `GENUINE` before."""
    past = numbered(SIZE + 300)
    return {
        "the same": (log_of(past[:SIZE]), None),
        "grown by one": (log_of(past[: SIZE + 1]), None),
        "grown by 300": (log_of(past), None),
        "another of the same size: first entry": (log_of([b"other", *past[1:SIZE]]), "ledger.fork"),
        "another of the same size: last entry": (log_of([*past[: SIZE - 1], b"other"]), "ledger.fork"),
        "larger, another first entry": (log_of([b"other", *past[1:]]), "ledger.fork"),
        "larger, another entry 599": (log_of([*past[:599], b"other", *past[600:]]), "ledger.fork"),
        "larger, two entries swapped": (log_of([past[1], past[0], *past[2:]]), "ledger.fork"),
        "larger, one entry left out": (log_of([*past[:300], *past[301:]]), "ledger.fork"),
        "larger, one entry put in": (log_of([*past[:300], b"other", *past[300:]]), "ledger.fork"),
        "back by one": (log_of(past[: SIZE - 1]), "ledger.rollback"),
        "back to a whole tile": (log_of(past[:512]), "ledger.rollback"),
        "back to nothing": (log_of([]), "ledger.rollback"),
        "back, and another": (log_of([b"other", *past[1:300]]), "ledger.rollback"),
    }
