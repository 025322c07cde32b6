"""The node's keys: seeds, one for the logs it writes and one for the receipts it gives; two of each in a change.

They lie in `keys/` (folder 0700, files 0600), each as 64 hexadecimal digits. New ones are drawn beside those in use, as
`<name>.next.seed`, and take their place once no agreement needs the old ones any more.
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
    """The seeds, those in use first and then those drawn to follow them; not shown when printed."""

    log_seeds: tuple[bytes, ...]
    mirror_seeds: tuple[bytes, ...]

    @property
    def log_seed(self) -> bytes:
        """The seed of the log that is in use."""
        return self.log_seeds[0]

    @property
    def mirror_seed(self) -> bytes:
        """The seed of the receipts that is in use."""
        return self.mirror_seeds[0]


@dataclass
class Keyring:
    """The keys of an open node, read again when they change."""

    folder: Path
    keys: Keys

    def read_again(self) -> None:
        """Take over what lies in the folder now."""
        self.keys = read_keys(self.folder)


def make_keys(folder: Path, *, random: Random, disk: Disk) -> Keys:
    """Write new keys into `folder/keys`."""
    where = folder / "keys"
    disk.folder(where, mode=0o700)
    where.chmod(0o700)
    for name in NAMES:
        disk.write_file(where / f"{name}.seed", _drawn(random), mode=0o600)
    disk.sync_folder(where)
    return read_keys(folder)


def draw_keys(folder: Path, *, random: Random, disk: Disk) -> Keys:
    """Write the keys that shall follow those in use; what is missing after a crash is added, nothing is replaced."""
    _forget_leftovers(folder)
    known = read_keys(folder)
    if len(known.log_seeds) > 1 and len(known.mirror_seeds) > 1:
        raise InvalidInput(
            "node.keys_drawn_before",
            "New keys were drawn before, and are not in use everywhere yet.",
            why="keys/{name} is there, and a drawn key is never replaced",
            remedy="agree them under every agreement, then run `comity keys retire`",
            name="log.next.seed",
        )
    for name, seeds in zip(NAMES, (known.log_seeds, known.mirror_seeds), strict=True):
        if len(seeds) == 1:
            disk.create(folder / "keys" / f"{name}.next.seed", _drawn(random), mode=0o600)
    return read_keys(folder)


def retire_keys(folder: Path, *, disk: Disk) -> Keys:
    """Let the drawn keys take the place of those in use, which are gone then; goes on where a crash broke it off."""
    _forget_leftovers(folder)
    for name in NAMES:
        path = folder / "keys" / f"{name}.next.seed"
        if path.exists():
            disk.replace(path, folder / "keys" / f"{name}.seed")
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
    return Keys(*(_seeds(folder / "keys", name) for name in NAMES))


def loose_permissions(folder: Path) -> list[tuple[str, str]]:
    """Return each key path whose permissions let others in, with its mode in octal."""
    where = folder / "keys"
    paths = [where, *(where / f"{name}{kind}.seed" for name in NAMES for kind in ("", ".next")), where / "tls.pem"]
    modes = [(path, stat.S_IMODE(path.stat().st_mode)) for path in paths if path.exists()]
    return [(f"keys/{path.name}" if path != where else "keys", f"{mode:04o}") for path, mode in modes if mode & 0o077]


def _forget_leftovers(folder: Path) -> None:
    """Remove what a drawing left aside that was broken off: it holds a seed, and nothing reads it."""
    for path in (folder / "keys").glob(".*.seed.*"):
        path.unlink(missing_ok=True)


def _drawn(random: Random) -> bytes:
    return random(SEED_BYTES).hex().encode() + b"\n"


def _seeds(where: Path, name: str) -> tuple[bytes, ...]:
    following = where / f"{name}.next.seed"
    return (_seed(where / f"{name}.seed"), *([_seed(following)] if following.exists() else []))


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
