"""The public pages: what both released to the public, as files that either party may serve from any plain web server.

A pure function of the record and a day: the same record gives the same bytes on both nodes, and `checksums.txt` holds
the SHA-256 of each file, so that both can compare what the other serves. No script, no form, no file from elsewhere.
"""

from comity.files.public_pages.issue import CHECKSUMS, public_pages, write_public_pages

__all__ = ["CHECKSUMS", "public_pages", "write_public_pages"]
