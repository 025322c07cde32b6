"""The public pages as they would be published now: for officers, before and after anybody else reads them."""

from typing import Annotated

from fastapi import APIRouter, Path, Response
from starlette.exceptions import HTTPException

from comity.api.served import ServedNode
from comity.node.public_pages import public_issue

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/cooperation")

MEDIA_TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
    "atom": "application/atom+xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
}
"""What each file of the pages is, by the end of its name."""

POLICY = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
"""No script, no form, no frame, nothing from elsewhere: what somebody typed into a record cannot act here either."""


@router.get("/public/{path:path}", response_class=Response)
def get_public_page(
    agreement_id: str,
    path: Annotated[str, Path(max_length=160, description="A file of the pages, such as `fr/index.html`.")],
    node: ServedNode,
) -> Response:
    """Show a file of the public pages, as both durably hold the record today."""
    found = public_issue(node, agreement_id).get(path)
    if found is None:
        raise HTTPException(404)
    kind = MEDIA_TYPES[path.rpartition(".")[2]]
    return Response(found, media_type=kind, headers={"content-security-policy": POLICY})
