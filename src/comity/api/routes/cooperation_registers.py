"""The yearly tables of arms transfers: both parties' tables, where they differ before either files, as JSON and CSV."""

from hashlib import sha256
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from comity.api.models import Body, Hash
from comity.api.served import ServedNode
from comity.cooperation import Compared, RegisterForm, Transfer, TransferTable, reconciled, transfer_table
from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.cooperation import books

CSV = "text/csv"
FIRST_YEAR, LAST_YEAR = 1970, 9999
Year = Annotated[int, Path(ge=FIRST_YEAR, le=LAST_YEAR, description="A delivery counts in its year in UTC.")]
Form = Annotated[
    RegisterForm,
    Query(description="Of the register of the United Nations, or of the Arms Trade Treaty where both marked the case."),
]
Party = Annotated[str | None, Query(pattern="^[A-Z]{2}$", description="Whose table; ours where it is not said.")]

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/cooperation")


class TransferOut(Body):
    """A line of a party's table: a category, the other state and a number."""

    direction: str
    category: str
    state: str
    number: int
    origin: str
    comments: str
    withheld: bool = Field(description="Whether the public may not read the order of the case now.")


class TransferTableOut(Body):
    """What one party would file."""

    party: str
    left_out: int = Field(description="Deliveries whose items stand in no category, and returns.")
    withheld: bool = Field(description="Whether lines were kept back (Arms Trade Treaty, article 13.3).")
    lines: list[TransferOut]


class ComparedOut(Body):
    """A line of both tables side by side; null where a table does not have it."""

    exporter: str
    importer: str
    category: str
    origin: str
    exported: int | None
    imported: int | None
    agrees: bool


class RegisterOut(Body):
    """The tables of a year: both parties', and where they differ."""

    form: RegisterForm
    year: int
    reconciled: bool = Field(description="Whether both tables say the same in every line.")
    hash: Hash = Field(description="Of the table side by side as CSV: the same on both nodes, for a document of both.")
    tables: list[TransferTableOut]
    lines: list[ComparedOut]


@router.get("/register/{year}")
def get_register(agreement_id: str, year: Year, node: ServedNode, form: Form = "un_register") -> RegisterOut:
    """Show both parties' tables of a year, and whether they agree, from what both durably hold."""
    from comity.files.standards.registers import write_compared

    first, second = _tables(node, agreement_id, year, form)
    lines = reconciled(first, second)
    return RegisterOut(
        form=form,
        year=year,
        reconciled=all(each.agrees for each in lines),
        hash=f"sha256:{sha256(write_compared(lines)).hexdigest()}",
        tables=[_table(each) for each in (first, second)],
        lines=[_compared(each) for each in lines],
    )


@router.get("/register/{year}/table.csv", response_class=Response, responses={200: {"content": {CSV: {}}}})
def get_register_table(
    agreement_id: str, year: Year, node: ServedNode, form: Form = "un_register", party: Party = None
) -> Response:
    """Show one party's table as CSV: what it would file."""
    from comity.files.standards.registers import write_transfers

    tables = {each.party: each for each in _tables(node, agreement_id, year, form)}
    chosen = party or node.party
    if chosen not in tables:
        raise InvalidInput(
            "api.no_table_of",
            "There is no table of {party}.",
            why="the tables are those of {parties}",
            remedy="name one of the two parties",
            party=chosen,
            parties=", ".join(tables),
        )
    return _file(write_transfers(tables[chosen]), f"{agreement_id}-{year}-{form}-{chosen}.csv")


@router.get("/register/{year}/compared.csv", response_class=Response, responses={200: {"content": {CSV: {}}}})
def get_register_compared(agreement_id: str, year: Year, node: ServedNode, form: Form = "un_register") -> Response:
    """Show both tables side by side as CSV: the same bytes on both nodes."""
    from comity.files.standards.registers import write_compared

    lines = reconciled(*_tables(node, agreement_id, year, form))
    return _file(write_compared(lines), f"{agreement_id}-{year}-{form}.csv")


def _tables(node: Node, agreement_id: str, year: int, form: RegisterForm) -> tuple[TransferTable, TransferTable]:
    """Return both parties' tables, in the agreement's order, from the records that both durably hold."""
    found = books(node, node.holding(agreement_id))
    first, second = (transfer_table(found.agreed, each, year, form=form) for each in found.framework.parties)
    return first, second


def _table(table: TransferTable) -> TransferTableOut:
    lines = [_line(each) for each in table.lines]
    return TransferTableOut(party=table.party, left_out=table.left_out, withheld=table.withheld, lines=lines)


def _line(line: Transfer) -> TransferOut:
    return TransferOut(
        direction=line.direction,
        category=line.category,
        state=line.state,
        number=line.number,
        origin=line.origin,
        comments=line.comments,
        withheld=line.withheld,
    )


def _compared(line: Compared) -> ComparedOut:
    return ComparedOut(
        exporter=line.exporter,
        importer=line.importer,
        category=line.category,
        origin=line.origin,
        exported=line.exported,
        imported=line.imported,
        agrees=line.agrees,
    )


def _file(data: bytes, name: str) -> Response:
    headers = {"content-disposition": f'inline; filename="{name}"'}
    return Response(data, media_type=f"{CSV}; charset=utf-8", headers=headers)
