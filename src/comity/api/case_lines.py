"""A line of a case's log as it goes out, in the caller's words."""

from comity.api.models import ProblemOut
from comity.api.page_models import LineOut
from comity.api.problems import problem_of
from comity.files.words import Words
from comity.node.pages import case_log

FIRST_LINES = 500
"""Lines that stand with the instants of a drift; the log goes on at `/chronology`."""


def line_out(line: case_log.Line, words: Words, language: str) -> LineOut:
    """Return a line with its sentence."""
    problem = None if line.problem is None else ProblemOut.model_validate(problem_of(line.problem, language))
    return LineOut(
        key=line.key,
        at_ms=line.at_ms,
        kind=line.kind,
        sentence=case_log.sentence(line, words),
        text=line.text,
        office=line.office,
        problem=problem,
        log=line.log,
        position=line.position,
    )
