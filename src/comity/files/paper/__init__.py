"""Paper: documents that are printed and kept, typeset by Typst; the same data gives the same bytes."""

from comity.files.paper.audit import audit_csv, audit_pdf

__all__ = ["audit_csv", "audit_pdf"]
