"""The node's keys: two Ed25519 seeds, one for the logs it writes and one for the receipts it gives.

They lie in `keys/` (folder 0700, files 0600), each as 64 hexadecimal digits.
"""

import stat
from dataclasses import dataclass
from pathlib import Path

from comity.ground import InvalidInput, Untrusted
from comity.node.clock import Random
from comity.node.disk import Disk

NAMES = ("log", "mirror")
SEED_BYTES = 32


@dataclass(frozen=True, repr=False)
class Keys:
    """The seeds; not shown when printed."""

    log_seed: bytes
    mirror_seed: bytes


def make_keys(folder: Path, *, random: Random, disk: Disk) -> Keys:
    """Write new keys into `folder/keys`."""
    where = folder / "keys"
    disk.folder(where, mode=0o700)
    where.chmod(0o700)
    for name in NAMES:
        disk.write_file(where / f"{name}.seed", random(SEED_BYTES).hex().encode() + b"\n", mode=0o600)
    disk.sync_folder(where)
    return read_keys(folder)


def read_keys(folder: Path) -> Keys:
    """Return the keys of a node folder; `Untrusted` when others on this machine could have read them."""
    loose = loose_permissions(folder)
    if loose:
        raise Untrusted(
            "node.keys_exposed",
            "The key {name} can be read by others on this machine.",
            why="its permissions are {mode}, so somebody else may sign in our name",
            remedy="set 0700 on the folder and 0600 on its files, find out who had access, and renew the keys",
            name=loose[0][0],
            mode=loose[0][1],
        )
    return Keys(*(_seed(folder / "keys" / f"{name}.seed") for name in NAMES))


def loose_permissions(folder: Path) -> list[tuple[str, str]]:
    """Return each key path whose permissions let others in, with its mode in octal."""
    where = folder / "keys"
    paths = [where, *(where / f"{name}.seed" for name in NAMES), where / "tls.pem"]
    modes = [(path, stat.S_IMODE(path.stat().st_mode)) for path in paths if path.exists()]
    return [(f"keys/{path.name}" if path != where else "keys", f"{mode:04o}") for path, mode in modes if mode & 0o077]


def _seed(path: Path) -> bytes:
    try:
        seed = bytes.fromhex(path.read_text("ascii").strip())
    except (FileNotFoundError, ValueError):
        seed = b""
    if len(seed) != SEED_BYTES:
        raise InvalidInput(
            "node.bad_key",
            "The key file {name} is missing or damaged.",
            why="it should hold {digits} hexadecimal digits",
            remedy="restore the folder `keys` from where you keep its copy; a new key needs the partner's agreement",
            name=path.name,
            digits=SEED_BYTES * 2,
        )
    return seed
