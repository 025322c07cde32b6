"""The public pages: what both released to the public, as files that either party may serve from any plain web server.

A pure function of the record and a day: the same record gives the same bytes on both nodes, and `checksums.txt` holds
the SHA-256 of each file, so that both can compare what the other serves. No script, no form, no file from elsewhere.
"""

from comity.files.public_pages.issue import CHECKSUMS, pages_of, public_pages, write_public_pages
from comity.files.public_pages.public_records import Publication, publication_of

__all__ = ["CHECKSUMS", "Publication", "pages_of", "public_pages", "publication_of", "write_public_pages"]
