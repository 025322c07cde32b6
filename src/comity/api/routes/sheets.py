"""Records of cooperation with what they hold, many in one answer: roadmap, money, checks, what the public reads."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from comity.api.bounded import AT_ONCE, After, Limit, part
from comity.api.cooperation_lines import lines_of
from comity.api.cooperation_models import Instant, Kind, SheetOut
from comity.api.cooperation_words import account_out, line_fields, unit_costs_out
from comity.api.served import ServedNode
from comity.cooperation import Standing, published
from comity.node.cooperation_records import Lines

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/cooperation")


@router.get("/sheets")
def get_sheets(
    agreement_id: str,
    node: ServedNode,
    request: Request,
    response: Response,
    kind: Annotated[list[Kind] | None, Query(description="Only records of these kinds; without it, of all.")] = None,
    at_ms: Annotated[Instant | None, Query(description="As they stood at that instant.")] = None,
    limit: Limit = AT_ONCE,
    after: After = None,
) -> list[SheetOut]:
    """List records with their fields, their sums and what everybody may read of them, by name."""
    lines = lines_of(node, agreement_id, at_ms)
    found = (
        standing
        for key, standing in sorted(lines.book.standings.items())
        if (kind is None or standing.kind in kind) and (after is None or key > after)
    )
    return [_sheet(lines, each) for each in part(found, limit, lambda each: each.key, request, response)]


def _sheet(lines: Lines, standing: Standing) -> SheetOut:
    durable = lines.agreed.standings.get(standing.key)
    return SheetOut(
        **line_fields(lines.line(standing)),
        document=dict(standing.document),
        entered=dict(standing.entered),
        account=account_out(lines.book, standing),
        unit_costs=unit_costs_out(standing),
        public=None if durable is None else published(durable, at_ms=lines.book.at_ms),
    )
