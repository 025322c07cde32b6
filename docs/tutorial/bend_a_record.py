"""The partner of the second tutorial: signs an honest record, then a shorter one, then one with another past.

`python bend_a_record.py FOLDER` writes the records `honest`, `back` and `forked` into it, each with the
file of keys beside it.
EXAMPLE: the party and its acts are invented, and the key is no secret.
"""

import json
import sys
from pathlib import Path

from comity.files import publish_checkpoint, write_log_files
from comity.ledger import EMPTY_TREE, Checkpoint, Signer, append, beat_entry, sign_note

KEY = Signer("partner.example/mou", bytes(range(32)))
BEGUN_MS = 1_790_000_000_000
DAY_MS = 86_400_000
FOLDER = Path(sys.argv[1])


def acts(count: int, *, office: str = "desk of the partner") -> list[bytes]:
    """Return one declaration of time for each day."""
    return [
        beat_entry(office=office, at_ms=BEGUN_MS + day * DAY_MS, salt=day.to_bytes(16, "big")) for day in range(count)
    ]


def publish(name: str, entries: list[bytes]) -> None:
    """Write a record, sign its head, and put the key beside it."""
    tree, files = append(EMPTY_TREE, entries)
    write_log_files(FOLDER / name, files)
    publish_checkpoint(FOLDER / name, sign_note(Checkpoint(KEY.name, tree.size, tree.root()).text(), KEY))
    (FOLDER / f"{name}.keys.json").write_text(json.dumps({"log": KEY.verifier.vkey}), "utf-8")


publish("honest", acts(300))
publish("back", acts(299))
publish("forked", acts(1, office="another desk") + acts(400)[1:])
