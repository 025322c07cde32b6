"""Keys of logs and mirrors: the text form that is handed over, and what each kind of key signs.

Kinds: 0x01 Ed25519 (a log signs its checkpoint), 0x04 Ed25519 cosignature and 0x06 ML-DSA-44 cosignature (a mirror
signs that it durably holds every entry up to that size). Instants are milliseconds here, whole seconds on the wire.
Sources: C2SP signed-note v1.0.0, tlog-cosignature v1.0.1; RFC 8032 for Ed25519, FIPS 204 for ML-DSA-44.
"""

import base64
import binascii
import hashlib
import struct
from dataclasses import dataclass, field
from functools import cached_property

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PublicKey

from comity.ground import MS_PER_S, InvalidInput

LOG_KEY = 0x01
MIRROR_KEY = 0x04
MIRROR_KEY_ML_DSA = 0x06

SEED_BYTES = 32
_KEY_BYTES = {LOG_KEY: 32, MIRROR_KEY: 32, MIRROR_KEY_ML_DSA: 1312}
_SIGNATURE_BYTES = {LOG_KEY: 64, MIRROR_KEY: 8 + 64, MIRROR_KEY_ML_DSA: 8 + 2420}
_MAX_VKEY_CHARACTERS = 4096

_P = 2**255 - 19
# The y of the eight points whose order divides 8: a signature by such a key can be made to fit any text.
_LOW_ORDER_Y = frozenset(
    {
        0,
        1,
        _P - 1,
        int.from_bytes(bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"), "little"),
        int.from_bytes(bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"), "little"),
    }
)


@dataclass(frozen=True)
class Verifier:
    """A public key with its name: says whether a signature over a text is its own."""

    name: str
    kind: int
    public_key: bytes

    def __post_init__(self) -> None:
        check_key_name(self.name)
        if _KEY_BYTES.get(self.kind) != len(self.public_key):
            raise InvalidInput(
                "ledger.unsupported_key",
                "The key of {name} is of a kind that Comity does not read.",
                why="it is of type {kind} with {found} bytes; types 1 and 4 have 32 bytes, type 6 has 1312",
                remedy="ask its owner for an Ed25519 key, or for an ML-DSA-44 key of a mirror",
                name=self.name,
                kind=self.kind,
                found=len(self.public_key),
            )
        if self.kind != MIRROR_KEY_ML_DSA and _is_weak(self.public_key):
            raise InvalidInput(
                "ledger.weak_key",
                "The key of {name} proves nothing.",
                why="it is one of the few Ed25519 keys for which a signature can be made without any secret",
                remedy="ask its owner for a new key, and compare the fingerprints by voice",
                name=self.name,
            )

    @classmethod
    def from_vkey(cls, vkey: str) -> "Verifier":
        """Read the text form `name+hash+key`; the base64 part may itself hold a "+"."""
        parts = vkey.split("+", 2)
        try:
            if len(parts) != 3 or len(vkey) > _MAX_VKEY_CHARACTERS:
                raise ValueError
            name, key_id, key = parts[0], parts[1], base64.b64decode(parts[2], validate=True)
            if len(key) < 2 or base64.b64encode(key).decode("ascii") != parts[2]:
                raise ValueError
        except ValueError:
            raise InvalidInput(
                "ledger.bad_vkey",
                "{vkey} is not a verifier key.",
                why="a key reads name+8 hexadecimal digits+base64",
                remedy="copy the whole line from the card that its owner handed over",
                vkey=repr(vkey[:80]),
            ) from None
        verifier = cls(name, key[0], key[1:])
        if verifier.key_id.hex() != key_id:
            raise InvalidInput(
                "ledger.vkey_altered",
                "The key of {name} does not fit its own fingerprint.",
                why="the text says {stated}, its bytes give {computed}",
                remedy="ask its owner for the key again, and compare the fingerprints by voice",
                name=name,
                stated=key_id[:16],
                computed=verifier.key_id.hex(),
            )
        return verifier

    @cached_property
    def key_id(self) -> bytes:
        """The four bytes that stand before each of its signatures."""
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public_key).digest()[:4]

    @property
    def vkey(self) -> str:
        """The text form that is handed to others."""
        key = base64.b64encode(bytes([self.kind]) + self.public_key).decode("ascii")
        return f"{self.name}+{self.key_id.hex()}+{key}"

    @cached_property
    def _ed25519(self) -> Ed25519PublicKey:
        return Ed25519PublicKey.from_public_bytes(self.public_key)

    def accepts(self, text: bytes, signature: bytes) -> bool:
        """Return whether the signature (without the key id) is this key's over the text."""
        if len(signature) != _SIGNATURE_BYTES[self.kind]:
            return False
        try:
            if self.kind == LOG_KEY:
                self._ed25519.verify(signature, text)
            elif self.kind == MIRROR_KEY:
                (at_s,) = struct.unpack(">Q", signature[:8])
                self._ed25519.verify(signature[8:], _dated(text, at_s))
            else:
                message = _subtree_message(self.name, text, signature[:8])
                MLDSA44PublicKey.from_public_bytes(self.public_key).verify(signature[8:], message)
        except (InvalidSignature, ValueError):
            return False
        return True


@dataclass(frozen=True)
class Signer:
    """A private Ed25519 key made from a seed that the caller drew; `kind` is `LOG_KEY` or `MIRROR_KEY`."""

    name: str
    seed: bytes = field(repr=False)
    kind: int = LOG_KEY

    def __post_init__(self) -> None:
        check_key_name(self.name)
        if len(self.seed) != SEED_BYTES or self.kind not in (LOG_KEY, MIRROR_KEY):
            raise InvalidInput(
                "ledger.bad_seed",
                "The private key of {name} cannot be made.",
                why="it needs a seed of 32 bytes and the type 1 or 4; there are {found} bytes and the type {kind}",
                remedy="draw 32 bytes from the system's source of randomness",
                name=self.name,
                found=len(self.seed),
                kind=self.kind,
            )

    @cached_property
    def _private_key(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @cached_property
    def verifier(self) -> Verifier:
        """The public half."""
        return Verifier(self.name, self.kind, self._private_key.public_key().public_bytes_raw())

    def sign(self, text: bytes) -> bytes:
        """Return a log's signature over a text."""
        assert self.kind == LOG_KEY, "a mirror's signature carries its instant: use sign_at"
        return self._private_key.sign(text)

    def sign_at(self, text: bytes, at_ms: int) -> bytes:
        """Return a mirror's dated signature over a checkpoint's text."""
        assert self.kind == MIRROR_KEY, "a log's signature carries no instant: use sign"
        at_s = at_ms // MS_PER_S
        return struct.pack(">Q", at_s) + self._private_key.sign(_dated(text, at_s))


def check_key_name(name: str) -> None:
    """Raise `InvalidInput` unless the name is one word without "+" (signed-note)."""
    if not name or "+" in name or name.split() != [name] or not name.isprintable() or len(name.encode()) > 255:
        raise InvalidInput(
            "ledger.bad_key_name",
            "{name} cannot be the name of a key.",
            why='a key\'s name is one word of at most 255 bytes, without spaces and without "+"',
            remedy="name it like a web address without its scheme, such as dz.example/dz-us-mou-2025",
            name=repr(name[:80]),
        )


def signed_at_ms(signature: bytes) -> int:
    """Return the instant that a mirror's signature (without the key id) declares."""
    (at_s,) = struct.unpack(">Q", signature[:8])
    return int(at_s) * MS_PER_S


def _dated(text: bytes, at_s: int) -> bytes:
    return b"cosignature/v1\ntime %d\n%s" % (at_s, text)


def _subtree_message(name: str, text: bytes, at_s: bytes) -> bytes:
    origin, size, root, *_ = text.split(b"\n")
    if len(origin) > 255 or not size.isdigit() or int(size) >= 2**64:
        raise ValueError
    try:
        root_hash = base64.b64decode(root, validate=True)
    except binascii.Error:
        raise ValueError from None
    return b"".join(
        (
            b"subtree/v1\n\0",
            bytes([len(name.encode())]) + name.encode(),
            at_s,
            bytes([len(origin)]) + origin,
            struct.pack(">QQ", 0, int(size)),
            root_hash,
        )
    )


def _is_weak(public_key: bytes) -> bool:
    y = int.from_bytes(public_key, "little") & (2**255 - 1)
    return y >= _P or y in _LOW_ORDER_Y
