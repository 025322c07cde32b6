"""What runs in the worker process: a case in, its results in the node folder, all or nothing."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import orjson

from comity.files.case_clouds import drifted_anew, evidence, held, with_own_maps, with_worksheet
from comity.files.case_work import SEARCHED_FILE, WORK_FILES, learn, plan_next, update_document, work_contents
from comity.files.cases import resolved_case
from comity.files.folders import remove_unfinished, write_folder
from comity.files.words import words
from comity.ground import Floats, InvalidInput
from comity.node.case_account import Rows, account_of, basis
from comity.node.case_documents import needs_drift
from comity.node.case_folders import BASIS_FILE, LEARNT_FILE, WEIGHTS_FILE
from comity.node.layout import Layout
from comity.node.reasons import kept as kept_error
from comity.rescue import Case, case_of

NODE_FILES = (*WORK_FILES, LEARNT_FILE, WEIGHTS_FILE, BASIS_FILE)
"""What the folder of a case may hold at a node."""

BASIS_SCHEMA = "comity/case-basis/1"
Progress = Callable[[float], None]
"""Told the share that is done, the whole before anything is written: it fails where nobody listens any more, so that a
worker whose node was killed never writes over what the next one computes."""


def compute_drift(document: bytes, folder: Path, *, language: str, example: bool, progress: Progress) -> None:
    """Compute a case's drift and write its results into `cases/<id>/` of a node folder, in the place of all others.

    Parameters
    ----------
    document
        The case as it stands, JSON; its relative paths start at the node folder.
    language
        Of the words on the map.
    example
        Marks every result as an exercise.
    """
    case = resolved_case(case_of(orjson.loads(document)), folder)

    def told(stage: str, share: float) -> None:
        if stage == "drifting":
            progress(share)

    found = drifted_anew(case, words(language), example=example, told=told)
    progress(1.0)
    _write(folder, case, found.files)


def compute_plan(
    document: bytes, account: Rows, folder: Path, *, language: str, example: bool, progress: Progress
) -> None:
    """Learn from searches and clues, plan what can still go out, and write the folder of the case anew, in one step.

    Where there is an account, what it teaches is kept even if no plan can be made; the reason stands beside it. Where
    all was withdrawn, the maps are those of the drift again, and nothing of what was withdrawn stays.

    Parameters
    ----------
    account
        Searches and clues as the node keeps them.

    Raises
    ------
    InvalidInput
        `node.plan_needs_drift`; where nothing is, nor was, learnt also the reason why there is no plan. Nothing is
        written then.
    """
    case = resolved_case(case_of(orjson.loads(document)), folder)
    place = Layout(folder).case(case.case_id)
    drifted = held(case, place)
    if drifted is None:
        raise needs_drift(case.case_id)
    drifted = with_worksheet(case, drifted)
    known, spoken = account_of(account, case), words(language)
    is_taught = bool(known.searches or known.clues)
    if not is_taught:
        drifted = with_own_maps(case, drifted, spoken)
    learnt = learn(case, drifted, known, evidence(case, known.clues))
    try:
        result, problem = plan_next(case, drifted, learnt, example=example, progress=progress), None
    except InvalidInput as error:
        if not is_taught and not (place / SEARCHED_FILE).exists():
            raise
        result, problem = None, error
    update = update_document(case, drifted, learnt, result, example=example)
    contents = work_contents(case, drifted, learnt, result, spoken, update=update)
    stands = {"schema": BASIS_SCHEMA, "basis": basis(case, account), "problem": None}
    if problem is not None:
        stands["problem"] = orjson.loads(kept_error(problem))
    contents |= {
        LEARNT_FILE: _json(update),
        WEIGHTS_FILE: _npy(learnt.weight),
        BASIS_FILE: _json(stands),
    }
    progress(1.0)
    _write(folder, case, contents)


def _write(folder: Path, case: Case, contents: Mapping[str, bytes]) -> None:
    target = Layout(folder).case(case.case_id)
    remove_unfinished(target)  # of a worker that was killed while it wrote
    write_folder(target, contents, former=NODE_FILES)


def _json(document: Mapping[str, Any]) -> bytes:
    return orjson.dumps(document, option=orjson.OPT_INDENT_2) + b"\n"


def _npy(weight: Floats) -> bytes:
    out = io.BytesIO()
    np.save(out, weight, allow_pickle=False)
    return out.getvalue()
