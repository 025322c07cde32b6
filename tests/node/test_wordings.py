"""The texts of an agreement in a node's folder: read and hashed once, and never shown once they are others."""

from pathlib import Path

import pytest

from comity.agreement import wording_hash
from comity.node import wordings as module
from comity.node.wordings import wordings
from tests.api.test_awaiting import with_texts
from tests.two_nodes.two import two_nodes


def test_a_text_is_read_once_however_often_a_page_asks_and_again_when_its_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []

    def counted(wording: str) -> str:
        hashed.append(wording)
        return wording_hash(wording)

    monkeypatch.setattr(module, "wording_hash", counted)
    with_texts(tmp_path)
    with two_nodes(tmp_path) as both:
        holding = both.dz.holding(both.agreement_id)
        shown = [wordings(both.dz, holding, holding.agreement.texts) for _ in range(3)]
        assert shown[0].keys() == {"ar", "en", "fr"}
        assert shown[0] == shown[1] == shown[2]
        assert len(hashed) == 3
        path = both.dz.layout.text(both.agreement_id, "fr")
        path.write_bytes(path.read_bytes() + b"x")
        assert wordings(both.dz, holding, holding.agreement.texts).keys() == {"ar", "en"}
