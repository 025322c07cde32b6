"""Keys: the vkey text form (C2SP signed-note), Wycheproof Ed25519, and the keys that prove nothing."""

import base64
import json

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey, MLDSA44PublicKey

from comity.ground import InvalidInput
from comity.ledger import LOG_KEY, MIRROR_KEY, MIRROR_KEY_ML_DSA, Signer, Verifier
from tests.shared_data import SHARED, needs_shared

EXAMPLE = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"


def test_a_key_reads_and_writes_as_the_same_text():
    verifier = Verifier.from_vkey(EXAMPLE)
    assert (verifier.name, verifier.kind, verifier.key_id.hex()) == ("example.com/foo", LOG_KEY, "530d903a")
    assert verifier.vkey == EXAMPLE


def test_a_plus_within_the_base64_belongs_to_the_key():
    signers = (Signer("dz.example/log", bytes([first]) + bytes(31)) for first in range(256))
    vkey = next(each.verifier.vkey for each in signers if each.verifier.vkey.count("+") > 2)
    assert Verifier.from_vkey(vkey).vkey == vkey


def test_the_seed_of_the_shared_log_gives_its_public_key():
    assert (
        Signer("mesa.example/dz/releases", bytes(range(32))).verifier.vkey
        == "mesa.example/dz/releases+19259796+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    )


@pytest.mark.parametrize(
    "vkey",
    [
        "",
        "example.com/foo",
        "example.com/foo+530d903a",
        "example.com/foo+530d903a+!!!!",
        EXAMPLE + "=",
        EXAMPLE + "\n",
        EXAMPLE.replace("530d903a", "530d903a+"),
        "é" * 5000,
    ],
)
def test_a_malformed_key_is_refused(vkey):
    with pytest.raises(InvalidInput) as refused:
        Verifier.from_vkey(vkey)
    assert refused.value.code == "ledger.bad_vkey"


def test_a_key_whose_fingerprint_does_not_fit_is_refused():
    for altered in (
        EXAMPLE.replace("530d903a", "530d903b"),
        EXAMPLE.replace("foo", "fop"),
        EXAMPLE.replace("3a", "3A"),
    ):
        with pytest.raises(InvalidInput) as refused:
            Verifier.from_vkey(altered)
        assert refused.value.code == "ledger.vkey_altered"


@pytest.mark.parametrize("name", ["", "two words", "a+b", "tab\tname", "new\nline", "no\u00a0break", "x" * 256])
def test_the_name_of_a_key_is_one_word(name):
    with pytest.raises(InvalidInput) as refused:
        Signer(name, bytes(32))
    assert refused.value.code == "ledger.bad_key_name"


def test_a_key_of_an_unknown_kind_or_length_is_refused():
    for kind, length in ((0x02, 32), (LOG_KEY, 31), (MIRROR_KEY, 33), (0x06, 32), (0xFF, 40)):
        with pytest.raises(InvalidInput) as refused:
            Verifier("dz.example", kind, bytes([9]) * length)
        assert refused.value.code == "ledger.unsupported_key"


# The points of small order in every encoding, canonical or not: libsodium, ge25519_has_small_order.
SMALL_ORDER = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
]


@pytest.mark.parametrize("encoded", SMALL_ORDER)
def test_a_key_for_which_anyone_can_sign_is_refused(encoded):
    for sign_bit in (0, 0x80):
        key = bytearray.fromhex(encoded)
        key[31] |= sign_bit
        with pytest.raises(InvalidInput) as refused:
            Verifier("dz.example", LOG_KEY, bytes(key))
        assert refused.value.code == "ledger.weak_key"


def test_a_seed_has_32_bytes_and_never_shows_itself():
    with pytest.raises(InvalidInput) as refused:
        Signer("dz.example", bytes(31))
    assert refused.value.code == "ledger.bad_seed"
    assert "secret" not in repr(Signer("dz.example", b"secret".ljust(32, b"!")))


@needs_shared
def test_wycheproof_ed25519_is_decided_as_expected_151_of_151():
    document = json.loads((SHARED / "ledger" / "wycheproof_ed25519_test.json").read_bytes())
    decided = 0
    for group in document["testGroups"]:
        verifier = Verifier("wycheproof", LOG_KEY, bytes.fromhex(group["publicKey"]["pk"]))
        for case in group["tests"]:
            accepted = verifier.accepts(bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"]))
            assert accepted == (case["result"] == "valid"), case["tcId"]
            decided += 1
    assert decided == document["numberOfTests"] == 151


@needs_shared
def test_wycheproof_ml_dsa_44_is_decided_as_expected_180_of_180():
    """The vectors name contexts and lengths that a receipt never has, so they are put to what `Verifier` relies on."""
    document = json.loads((SHARED / "ledger" / "wycheproof_mldsa_44_verify_test.json").read_bytes())
    decided = 0
    for group in document["testGroups"]:
        for case in group["tests"]:
            key, message, signature = (bytes.fromhex(each) for each in (group["publicKey"], case["msg"], case["sig"]))
            context = bytes.fromhex(case["ctx"]) if "ctx" in case else None
            try:
                MLDSA44PublicKey.from_public_bytes(key).verify(signature, message, context)
                accepted = True
            except (InvalidSignature, ValueError):
                accepted = False
            assert accepted == (case["result"] == "valid"), case["tcId"]
            decided += 1
    assert decided == document["numberOfTests"] == 180


def test_an_ml_dsa_44_receipt_names_its_mirror_its_date_and_the_whole_head():
    secret = MLDSA44PrivateKey.from_seed_bytes(bytes(32))
    mirror = Verifier("us.example/mirror-pq", MIRROR_KEY_ML_DSA, secret.public_key().public_bytes_raw())
    at_s, size, root = (7).to_bytes(8, "big"), (3).to_bytes(8, "big"), bytes(range(32))
    head = b"dz.example/log\n3\n" + base64.b64encode(root) + b"\n"
    # tlog-cosignature v1.0.1: label, cosigner, time, origin, from 0, up to the size, the root.
    said = b"subtree/v1\n\0" + bytes([20]) + b"us.example/mirror-pq" + at_s + bytes([14]) + b"dz.example/log"
    signature = at_s + secret.sign(said + bytes(8) + size + root)
    assert mirror.accepts(head, signature)
    assert not mirror.accepts(head.replace(b"\n3\n", b"\n4\n"), signature)
    assert not mirror.accepts(head.replace(b"dz", b"us"), signature)
    assert not mirror.accepts(head, (8).to_bytes(8, "big") + signature[8:])
    other = Verifier("us.example/mirror-pr", MIRROR_KEY_ML_DSA, mirror.public_key)
    assert not other.accepts(head, signature)


@needs_shared
def test_every_key_of_the_shared_log_is_read_also_ml_dsa_44():
    keys = json.loads((SHARED / "ledger" / "log_good" / "keys.json").read_bytes())
    assert [Verifier.from_vkey(vkey).kind for vkey in keys.values()] == [0x01, 0x04, 0x06]
    assert all(len(base64.b64decode(vkey.split("+", 2)[2])) in (33, 1313) for vkey in keys.values())
