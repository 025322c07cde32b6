"""Paper: documents that are printed, signed and kept; the same data gives the same bytes.

The typesetter, the drawing of charts and the seals are loaded when they are first asked for, each with its libraries.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from comity.files.paper.audit import audit_csv, audit_pdf
    from comity.files.paper.implementation import Announcement, Budget, Inspection, Obligation, Report
    from comity.files.paper.instruments import Article, Decision, Instrument, instrument
    from comity.files.paper.meetings import (
        Agenda,
        AgendaItem,
        Assigned,
        Decided,
        Delegation,
        Minutes,
        MinutesItem,
        Sitting,
    )
    from comity.files.paper.originals import Original, Paper, Side
    from comity.files.paper.passages import Withheld
    from comity.files.paper.roadmaps import Lane, Roadmap, Step, roadmap_png
    from comity.files.paper.seals import Seal, Sealer, certified_key, check_seals, seal_certificates, sealed
    from comity.files.paper.two_columns import SignaturePlace, original_pdf, seal_pdf, signature_places
    from comity.files.paper.versions import printed_with
    from comity.files.paper.word_processing import original_docx

_LOADED_WHEN_ASKED = {
    "Agenda": "meetings",
    "AgendaItem": "meetings",
    "Announcement": "implementation",
    "Article": "instruments",
    "Assigned": "meetings",
    "Budget": "implementation",
    "Decided": "meetings",
    "Decision": "instruments",
    "Delegation": "meetings",
    "Inspection": "implementation",
    "Instrument": "instruments",
    "Lane": "roadmaps",
    "Minutes": "meetings",
    "MinutesItem": "meetings",
    "Obligation": "implementation",
    "Original": "originals",
    "Paper": "originals",
    "Report": "implementation",
    "Roadmap": "roadmaps",
    "Seal": "seals",
    "Sealer": "seals",
    "Side": "originals",
    "SignaturePlace": "two_columns",
    "Sitting": "meetings",
    "Step": "roadmaps",
    "Withheld": "passages",
    "audit_csv": "audit",
    "audit_pdf": "audit",
    "certified_key": "seals",
    "check_seals": "seals",
    "instrument": "instruments",
    "original_docx": "word_processing",
    "original_pdf": "two_columns",
    "printed_with": "versions",
    "roadmap_png": "roadmaps",
    "seal_certificates": "seals",
    "seal_pdf": "two_columns",
    "sealed": "seals",
    "signature_places": "two_columns",
}

__all__ = [
    "Agenda",
    "AgendaItem",
    "Announcement",
    "Article",
    "Assigned",
    "Budget",
    "Decided",
    "Decision",
    "Delegation",
    "Inspection",
    "Instrument",
    "Lane",
    "Minutes",
    "MinutesItem",
    "Obligation",
    "Original",
    "Paper",
    "Report",
    "Roadmap",
    "Seal",
    "Sealer",
    "Side",
    "SignaturePlace",
    "Sitting",
    "Step",
    "Withheld",
    "audit_csv",
    "audit_pdf",
    "certified_key",
    "check_seals",
    "instrument",
    "original_docx",
    "original_pdf",
    "printed_with",
    "roadmap_png",
    "seal_certificates",
    "seal_pdf",
    "sealed",
    "signature_places",
]


def __getattr__(name: str) -> Any:
    if name not in _LOADED_WHEN_ASKED:
        raise AttributeError(name)
    return getattr(import_module(f"comity.files.paper.{_LOADED_WHEN_ASKED[name]}"), name)
