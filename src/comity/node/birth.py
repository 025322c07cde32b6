"""How a node folder comes to be: made beside its place, and put there by one rename.

A crash leaves at most a hidden folder `.<name>.partial`, which the next try removes.
"""

import os
import shutil
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson

from comity.agreement import agreement_hash, read_agreement
from comity.ground import InvalidInput, canonical
from comity.node.cards import Card, own_card, party_of
from comity.node.certificates import make_certificate, own_certificate
from comity.node.clock import Clock, Random, now_ms, random_bytes
from comity.node.disk import Disk
from comity.node.keys import Keys, make_keys
from comity.node.layout import Layout
from comity.node.settings import settings_text
from comity.node.store import Store, migrate


def init_node(
    folder: Path,
    *,
    party: str,
    agreements: Sequence[Any],
    url: str,
    language: str = "en",
    house_port: int = 8800,
    partner_port: int = 8700,
    texts: Sequence[bytes] = (),
    clock: Clock = now_ms,
    random: Random = random_bytes,
    disk: Disk | None = None,
) -> list[Card]:
    """Make a node folder for a party to some agreement documents; return our cards.

    Parameters
    ----------
    url
        Address of our partner port as the partner reaches it; it stands on the cards.
    texts
        The agreements' texts in each language; those whose hash an agreement signs are kept beside it.
    """
    folder, disk = folder.resolve(), disk or Disk()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InvalidInput(
            "node.folder_taken",
            "The folder {folder} is not empty.",
            why="a node starts in a folder of its own, so that nothing is overwritten",
            remedy="name a folder that does not exist yet",
            folder=folder.name,
        )
    for document in agreements:
        party_of(read_agreement(document), party)
    partial = folder.with_name(f".{folder.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        disk.folder(partial, mode=0o700)
        settings = settings_text(party=party, language=language, house_port=house_port, partner_port=partner_port)
        disk.put(partial / "node.toml", settings.encode())
        keys = make_keys(partial, random=random, disk=disk)
        make_certificate(partial, party=party, random=random, now_ms=clock(), disk=disk)
        cards = [_add_agreement(Layout(partial), document, party, keys, url, disk) for document in agreements]
        for document in agreements:
            _add_texts(Layout(partial), document, texts, disk)
        disk.folder(partial / "cases")
        _make_database(partial, now_ms=clock())
        disk.sync_folder(partial)
    except BaseException:
        shutil.rmtree(partial, ignore_errors=True)  # no half-made folder, and no keys that nobody asked for
        raise
    os.replace(partial, folder)
    disk.sync_folder(folder.parent)
    return cards


def _add_agreement(layout: Layout, document: Any, party: str, keys: Keys, url: str, disk: Disk) -> Card:
    agreement = read_agreement(document)
    tls = own_certificate(layout.folder)
    card = own_card(agreement, agreement_hash(document), party, keys, url=url, tls=tls)
    for part in ("log", "mirror", "blobs"):
        disk.folder(layout.agreement(agreement.id) / part)
    disk.put(layout.document(agreement.id), canonical(document))
    disk.put(layout.card(agreement.id), orjson.dumps(card.document, option=orjson.OPT_INDENT_2) + b"\n")
    disk.sync_folder(layout.agreement(agreement.id).parent)
    return card


def _add_texts(layout: Layout, document: Any, texts: Sequence[bytes], disk: Disk) -> None:
    agreement = read_agreement(document)
    by_hash = {f"sha256:{sha256(each).hexdigest()}": each for each in texts}
    for language, text_hash in agreement.texts.items():
        if text_hash in by_hash:
            path = layout.text(agreement.id, language)
            disk.folder(path.parent)
            disk.put(path, by_hash[text_hash])


def _make_database(folder: Path, *, now_ms: int) -> None:
    store = Store(Layout(folder).database)
    try:
        migrate(store, now_ms=now_ms)
    finally:
        store.close()
