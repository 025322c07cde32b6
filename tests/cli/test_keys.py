"""`comity keys` as an operator types it, on a node that is not served; `replace-keys.md` runs it on two that are."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from comity.cli.main import app
from comity.ground import InvalidInput
from comity.ledger import LOG_KEY, MIRROR_KEY, Signer
from tests.two_nodes.two import make_folder

RUN = CliRunner()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "C")
    return make_folder(tmp_path / "DZ", "DZ", host="dz.example")


def keys(*words: object) -> str:
    result = RUN.invoke(app, ["keys", *map(str, words)])
    if isinstance(result.exception, InvalidInput):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def test_drawing_prints_the_public_halves_of_the_new_seeds_and_never_a_seed(folder: Path) -> None:
    said = keys("draw", folder)
    for name, kind, key in (("dz.example/dz-us-mou-2025", LOG_KEY, "log"), ("dz.example/mirror", MIRROR_KEY, "mirror")):
        seed = (folder / "keys" / f"{key}.next.seed").read_text().strip()
        assert Signer(name, bytes.fromhex(seed), kind).verifier.vkey in said
        assert seed not in said
    assert "Next: put the annex on the table" in said


def test_showing_says_what_is_in_force_and_how_far_the_change_is(folder: Path) -> None:
    assert "no change of keys is under way" in keys("show", folder)
    drawn = json.loads(keys("draw", folder, "--json"))
    found = json.loads(keys("show", folder, "--json"))
    assert found == drawn
    (state,) = found["agreements"]
    assert (found["schema"], state["stage"], state["offered"]) == ("comity/key-states/1", "to_agree", [])
    assert state["fingerprint"] != found["drawn"][0]["fingerprint"]
    assert "the keys in use sign alone" in keys("show", folder)


def test_drawing_twice_and_retiring_too_early_are_refused_and_change_nothing(folder: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        keys("retire", folder)
    assert caught.value.code == "node.no_keys_drawn"
    keys("draw", folder)
    before = {path.name: path.read_bytes() for path in (folder / "keys").iterdir()}
    for command, code in (("draw", "node.keys_drawn_before"), ("retire", "node.old_keys_needed")):
        with pytest.raises(InvalidInput) as caught:
            keys(command, folder)
        assert caught.value.code == code
    assert {path.name: path.read_bytes() for path in (folder / "keys").iterdir()} == before
