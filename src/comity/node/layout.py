"""Where things lie in a node folder."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Layout:
    """The paths of a node folder; every part of a path comes from us, never from the partner's bytes."""

    folder: Path

    @property
    def database(self) -> Path:
        """The node's database."""
        return self.folder / "node.db"

    @property
    def socket(self) -> Path:
        """The socket of those who own the folder."""
        return self.folder / "node.sock"

    def agreement(self, agreement_id: str) -> Path:
        """Everything under one agreement."""
        return self.folder / "agreements" / agreement_id

    def document(self, agreement_id: str) -> Path:
        """The agreement itself, in canonical form."""
        return self.agreement(agreement_id) / "agreement.json"

    def text(self, agreement_id: str, language: str) -> Path:
        """The text of an agreement in one language, as it was signed."""
        return self.agreement(agreement_id) / "texts" / f"{language}.md"

    def card(self, agreement_id: str) -> Path:
        """Our public card under an agreement."""
        return self.agreement(agreement_id) / "card.json"

    def log_keys(self, agreement_id: str, which: str) -> Path:
        """The keys with which anybody checks our log (`own`) or our copy of the partner's: `comity ledger verify`."""
        return self.agreement(agreement_id) / {"own": "log.keys.json", "partner": "mirror.keys.json"}[which]

    def log(self, agreement_id: str, which: str) -> Path:
        """The published files of our log (`own`) or of our mirror of the partner's (`partner`)."""
        return self.agreement(agreement_id) / {"own": "log", "partner": "mirror"}[which]

    def receipt(self, agreement_id: str) -> Path:
        """The partner's greatest receipt of our log: a head that both signed, for `comity ledger prove --head`."""
        return self.agreement(agreement_id) / "receipt"

    def evidence(self, agreement_id: str) -> Path:
        """What contradicts a record: signed heads and altered files, each under the hash of its bytes."""
        return self.agreement(agreement_id) / "evidence"

    def blob(self, agreement_id: str, sha256: str) -> Path:
        """A released or received content, under the hash of its bytes."""
        return self.agreement(agreement_id) / "blobs" / sha256

    def case(self, case_id: str) -> Path:
        """The outputs of a case."""
        return self.folder / "cases" / case_id

    @property
    def positions(self) -> Path:
        """The store of positions: what was heard of ships."""
        return self.folder / "positions"

    def agreement_ids(self) -> list[str]:
        """The agreements of this node, by name."""
        return sorted(path.parent.name for path in self.folder.glob("agreements/*/agreement.json"))
