"""Notices of one party, and the annex of keys that both sign."""

import pytest

from comity.agreement import (
    NOTICE_SCHEMAS,
    KeyPair,
    agreement_hash,
    check_keys,
    ends_ms,
    key_generations,
    read_agreement,
    read_notice,
)
from comity.ground import InvalidInput
from comity.ledger import MIRROR_KEY, Signer
from tests.agreement.documents import agreement

SKY = read_agreement(agreement())
HASH = agreement_hash(agreement())
OTHER = "sha256:" + "0" * 64
FREEZE = {
    "schema": "comity/freeze/1",
    "example": True,
    "agreement": HASH,
    "party": "US",
    "head": {"size": 7, "root": OTHER},
    "why": "key_stolen",
}
END = {"schema": "comity/termination/1", "example": True, "agreement": HASH, "clause": "1"}
ACK = {"schema": "comity/acknowledgement/1", "example": True, "agreement": HASH, "of": OTHER}
THAW = {"schema": "comity/thaw/1", "example": True, "agreement": HASH, "party": "US", "freeze": OTHER, "keys": OTHER}


def read(document, sender="DZ"):
    return read_notice(document, SKY, hashes=frozenset({HASH}), sender=sender)


@pytest.mark.parametrize("document", [FREEZE, END, ACK, THAW], ids=lambda each: each["schema"])
def test_a_notice_is_read_by_its_schema(document):
    assert document["schema"] == f"comity/{read(document).kind}/1"
    assert set(NOTICE_SCHEMAS) == {each["schema"] for each in (FREEZE, END, ACK, THAW)}


@pytest.mark.parametrize(
    "document",
    [
        FREEZE | {"party": "DZ"},
        FREEZE | {"why": "because"},
        FREEZE | {"agreement": OTHER},
        FREEZE | {"note": "free text"},
        END | {"clause": "2"},
        END | {"example": False},
        ACK | {"of": "yes"},
        {"schema": "comity/surrender/1"},
        {"schema": ["comity/freeze/1"]},
        [],
        None,
    ],
)
def test_a_notice_that_does_not_fit_is_invalid(document):
    with pytest.raises(InvalidInput):
        read(document)


def test_the_end_counts_from_the_acknowledgement_and_is_unknown_before_it():
    assert ends_ms(SKY, None) is None
    assert ends_ms(SKY, 1_000) == 1_000 + 180 * 86_400_000


def keys(**changes):
    def of(code, log="AAAA", mirror="BBBB"):
        host = f"{code.lower()}.example"
        return {
            "party": code,
            "origin": f"{host}/sky",
            "log_key": f"{host}/sky+00000001+{code}{log}",
            "mirror_key": f"{host}/mirror+00000002+{code}{mirror}",
        }

    document = {"schema": "comity/keys-annex/1", "agreement": "sky", "agreement_hash": HASH}
    return document | {"parties": [of("DZ"), of("US")]} | changes


def renewed(party):
    return party | {"log_key": party["log_key"] + "NEW", "mirror_key": party["mirror_key"] + "NEW"}


def test_new_keys_that_fit_may_be_signed():
    assert set(check_keys(keys(), SKY, before={})) == {"DZ", "US"}


def test_a_key_may_hold_a_plus_sign():
    document = keys()
    document["parties"][0]["log_key"] += "+x+y="
    assert check_keys(document, SKY, before={})["DZ"].log_key.endswith("+x+y=")


@pytest.mark.parametrize("reason", ["agreement", "party", "origin", "name", "two_roles", "used_before", "one_of_two"])
def test_keys_that_do_not_fit_are_refused_with_the_reason(reason):
    document = keys()
    first = document["parties"][0]
    before = dict[str, tuple[KeyPair, ...]]()
    if reason == "agreement":
        document["agreement"] = "sea"
    elif reason == "party":
        document["parties"].reverse()
    elif reason == "origin":
        first["origin"] = "dz.example/sea"
    elif reason == "name":
        first["log_key"] = first["log_key"].replace("/sky", "/sea")
    elif reason == "two_roles":
        first["mirror_key"] = first["mirror_key"].rsplit("+", 1)[0] + "+" + first["log_key"].rsplit("+", 1)[1]
    elif reason == "used_before":
        dz, us = keys()["parties"]
        before = key_generations([document, keys(parties=[renewed(dz), us])], SKY)
    elif reason == "one_of_two":
        before = key_generations([keys()], SKY)
        first["log_key"] += "C"
    with pytest.raises(InvalidInput) as caught:
        check_keys(document, SKY, before=before)
    assert caught.value.values["reason"] == reason


def real(number, other):
    """The part of DZ, with keys that were drawn from these two seeds."""
    host = "dz.example"
    log, mirror = Signer(f"{host}/sky", bytes([number]) * 32), Signer(f"{host}/mirror", bytes([other]) * 32, MIRROR_KEY)
    return {"party": "DZ", "origin": log.name, "log_key": log.verifier.vkey, "mirror_key": mirror.verifier.vkey}


@pytest.mark.parametrize(
    ("pairs", "reason"),
    [([(1, 1)], "two_roles"), ([(1, 2), (3, 1)], "used_before"), ([(1, 2), (2, 1)], "used_before")],
    ids=["one key for both", "a log's key as a mirror's", "both change places"],
)
def test_a_key_is_one_key_in_every_role(pairs, reason):
    """The text of a key holds its type: the same key reads otherwise as a log's and as a mirror's."""
    _, us = keys()["parties"]
    *before, last = [keys(parties=[real(*pair), us]) for pair in pairs]
    with pytest.raises(InvalidInput) as caught:
        check_keys(last, SKY, before=key_generations(before, SKY))
    assert caught.value.values["reason"] == reason


def test_the_keys_of_each_party_follow_one_another_as_the_annexes_say():
    dz, us = keys()["parties"]
    chain = key_generations([keys(), keys(parties=[renewed(dz), us]), keys(parties=[renewed(dz), renewed(us)])], SKY)
    assert {party: len(pairs) for party, pairs in chain.items()} == {"DZ": 2, "US": 2}
    assert chain["DZ"][0].log_key == dz["log_key"]
    assert chain["US"][1].mirror_key == us["mirror_key"] + "NEW"


def test_an_annex_in_force_that_does_not_fit_changes_nothing():
    dz, us = keys()["parties"]
    again = [keys(), keys(parties=[renewed(dz), us]), keys(), {"schema": "noise"}, None]
    assert key_generations(again, SKY) == key_generations(again[:2], SKY)
