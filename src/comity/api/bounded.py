"""Lists that may be long are given in bounded parts: so many at once, and the address at which the next ones begin."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import Annotated, TypeVar

from fastapi import Query, Request, Response

AT_ONCE = 2_000
"""Lines in one answer where nobody says how many: about a megabyte of records."""

AT_ONCE_MOST = 5_000

Limit = Annotated[int, Query(ge=1, le=AT_ONCE_MOST, description="How many at once, at most.")]
After = Annotated[str | None, Query(max_length=128, description="Only what comes after this one.")]
"""The name of the last one of the part before."""

T = TypeVar("T")


def part(
    found: Iterable[T], limit: int, name_of: Callable[[T], str | int], request: Request, response: Response
) -> list[T]:
    """Return the first so many; where more follow, the answer's `Link` says where they begin (RFC 8288, `next`)."""
    some = list(islice(found, limit + 1))
    if len(some) > limit:
        following = request.url.include_query_params(after=name_of(some[limit - 1]))
        response.headers["link"] = f'<{following.path}?{following.query}>; rel="next"'
    return some[:limit]
