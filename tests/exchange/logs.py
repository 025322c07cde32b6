"""Two logs in memory for the folds of the exchange: real entries, written and read by the ledger."""

from typing import Any

from comity.exchange import LogSays, log_says
from comity.exchange.asking import REQUEST_SCHEMAS
from comity.exchange.corrections import CORRECTION_SCHEMAS
from comity.ledger import beat_entry, document_hash, message_entry, parse_entry, release_entry
from tests.exchange.drawn import FILE

SALT = bytes(16)
DAY_MS = 86_400_000
START_MS = 1_780_000_000_000


def content(number: int) -> str:
    """The hash of a content that nobody needs to see."""
    return f"sha256:{number:064x}"


class Log:
    """A party's log: what is said is appended, one day after the last unless an instant is given."""

    def __init__(self) -> None:
        self.entries: list[bytes] = []
        self.at_ms = START_MS

    def _at(self, at_ms: int | None) -> int:
        self.at_ms = self.at_ms + DAY_MS if at_ms is None else at_ms
        return self.at_ms

    def say(self, document: dict[str, Any], *, at_ms: int | None = None) -> str:
        """Put a document in the log and return its hash."""
        self.entries.append(message_entry(document=document, office="o", at_ms=self._at(at_ms), salt=SALT))
        return document_hash(document)

    def release(self, blob: str, *, rule: str = "4.2/ais-coarse", count: int = 1, at_ms: int | None = None) -> str:
        """Put a manifest in the log and return the hash of its content."""
        at = self._at(at_ms)
        entry = release_entry(
            agreement=FILE.hash, rule=rule, item=rule_item(rule), blob=blob, bytes=100 * count, count=count,
            commitments=[FILE.hash] * count, keep_until_ms=at + 30 * DAY_MS, office="o", at_ms=at, salt=SALT,
        )  # fmt: skip
        self.entries.append(entry)
        return blob

    def beat(self, *, at_ms: int | None = None) -> None:
        """Declare the time."""
        self.entries.append(beat_entry(office="o", at_ms=self._at(at_ms), salt=SALT))

    def noise(self) -> None:
        """Put bytes in the log that say nothing."""
        self.entries.append(b"noise")

    def says(self, size: int | None = None) -> LogSays:
        """What the exchange reads in the first entries of the log."""
        read = [parse_entry(each) for each in self.entries[:size]]
        return log_says(read, schemas=(*REQUEST_SCHEMAS, *CORRECTION_SCHEMAS))


def rule_item(rule: str) -> str:
    return next((each.item for each in FILE.agreement.rules if each.id == rule), "maritime.contact")
