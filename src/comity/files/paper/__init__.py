"""Paper: documents that are printed, signed and kept; the same data gives the same bytes."""

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
from comity.files.paper.seals import Seal, Sealer, check_seals, sealed
from comity.files.paper.two_columns import SignaturePlace, original_pdf, seal_pdf, signature_places
from comity.files.paper.word_processing import original_docx

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
    "check_seals",
    "instrument",
    "original_docx",
    "original_pdf",
    "roadmap_png",
    "seal_pdf",
    "sealed",
    "signature_places",
]
