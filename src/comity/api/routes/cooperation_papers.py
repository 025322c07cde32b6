"""Papers of cooperation: agenda, minutes and decisions as originals, the annual report, the roadmap, exports."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response

from comity.api.cooperation_models import Instant, Kind
from comity.api.served import CallersWords, ServedNode
from comity.cooperation import Standing
from comity.ground import InvalidInput
from comity.node.cooperation import Books, books
from comity.node.cooperation_originals import Speaks
from comity.node.cooperation_papers import paper
from comity.node.cooperation_reports import report, roadmap, speaking, year_end_ms
from comity.node.services.cooperation import no_such_record

PDF, PNG = "application/pdf", "image/png"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FIRST_YEAR, LAST_YEAR = 1970, 9998
Record = Annotated[str, Path(pattern="^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Holder = Annotated[str | None, Query(pattern="^[A-Z]{2}$", description="Whose original; ours where it is not said.")]
SPOKEN = "^[A-Z]{2}:(ar|en|fr)(\\+(ar|en|fr))*,[A-Z]{2}:(ar|en|fr)(\\+(ar|en|fr))*$"
Languages = Annotated[
    str | None,
    Query(pattern=SPOKEN, description="The languages of each party's texts, such as DZ:ar+fr,US:en."),
]
At = Annotated[Instant | None, Query(description="As it stood then.")]
PrintedWith = Annotated[
    str | None,
    Query(max_length=300, description="Only with these versions, as X-Comity-Printed-With of a paper names them."),
]

router = APIRouter(prefix="/api/v1/agreements/{agreement_id}/cooperation")


@router.get(
    "/records/{kind}/{record}/paper/{name}.{form}",
    response_class=Response,
    responses={200: {"content": {PDF: {}, DOCX: {}}}},
)
def get_paper(
    agreement_id: str,
    kind: Kind,
    record: Record,
    name: Literal["agenda", "minutes", "decision"],
    form: Literal["pdf", "docx"],
    node: ServedNode,
    holder: Holder = None,
    languages: Languages = None,
    at_ms: At = None,
    printed_with: PrintedWith = None,
) -> Response:
    """Show a paper of a record as both last signed it: the holder's original, the same bytes on both nodes."""
    _check_printed(printed_with)
    found = books(node, node.holding(agreement_id))
    standing = durable(found, f"{kind}/{record}", at_ms)
    made, kept = paper(found, standing, name, holder=holder or node.party, speaks=spoken_by(languages))
    if form == "pdf":
        from comity.files.paper import original_pdf

        return _file(original_pdf(made, kept), PDF, f"{record}-{name}-{kept.holder}.pdf")
    from comity.files.paper import original_docx

    return _file(original_docx(made, kept), DOCX, f"{record}-{name}-{kept.holder}.docx")


@router.get("/report/{year}.pdf", response_class=Response, responses={200: {"content": {PDF: {}}}})
def get_report(
    agreement_id: str,
    year: Annotated[int, Path(ge=FIRST_YEAR, le=LAST_YEAR)],
    node: ServedNode,
    language: Literal["ar", "en", "fr"] | None = None,
    holder: Holder = None,
    languages: Languages = None,
    at_ms: At = None,
    printed_with: PrintedWith = None,
) -> Response:
    """Show the annual implementation report: announced, decided, done; obligations; money; checks."""
    from comity.files.paper import original_pdf

    _check_printed(printed_with)
    found = books(node, node.holding(agreement_id))
    speaks, holder = spoken_by(languages), holder or node.party
    if speaks is None and language is not None:
        holder, speaks = speaking(found.framework, language, holder)
    book = found.of_agreed.at(year_end_ms(year) if at_ms is None else min(at_ms, year_end_ms(year)))
    made, kept = report(found.framework, book, year, holder=holder, speaks=speaks)
    return _file(original_pdf(made, kept), PDF, f"{agreement_id}-{year}-{holder}.pdf")


@router.get("/roadmap.png", response_class=Response, responses={200: {"content": {PNG: {}}}})
def get_roadmap(
    agreement_id: str, node: ServedNode, words: CallersWords, at_ms: At = None, printed_with: PrintedWith = None
) -> Response:
    """Show the roadmap as a picture in the caller's language; time runs from left to right in each."""
    from comity.files.paper import roadmap_png

    _check_printed(printed_with)
    found = books(node, node.holding(agreement_id))
    book = found.agreed if at_ms is None else found.of_agreed.at(at_ms)
    data = roadmap_png(roadmap(found.framework, book), words.language)
    return _file(data, PNG, f"roadmap-{agreement_id}.png")


def durable(found: Books, key: str, at_ms: int | None = None) -> Standing:
    """Return a record as both durably hold it, now or at a past instant, or raise `InvalidInput`."""
    book = found.agreed if at_ms is None else found.of_agreed.at(at_ms)
    standing = book.standings.get(key)
    if standing is None:
        raise no_such_record(key)
    return standing


def spoken_by(languages: str | None) -> Speaks | None:
    """Return the languages of each party's texts as a request says them, or `None` where it says none."""
    if languages is None:
        return None
    return {
        party: tuple(dict.fromkeys(spoken.split("+")))
        for party, spoken in (each.split(":") for each in languages.split(","))
    }


def _file(data: bytes, media_type: str, name: str) -> Response:
    from comity.files.paper import printed_with

    headers = {"content-disposition": f'inline; filename="{name}"', "x-comity-printed-with": printed_with()}
    return Response(data, media_type=media_type, headers=headers)


def _check_printed(asked: str | None) -> None:
    """Refuse to print with other versions than those that the request names: the bytes could differ."""
    from comity.files.paper import printed_with

    if asked is not None and asked != printed_with():
        raise InvalidInput(
            "api.printed_with_others",
            "The paper was not printed: this node prints with other versions.",
            why="{asked} is asked for, and this node has {here}",
            remedy="install the same versions on both nodes, or take the paper from the node that has them",
            asked=asked,
            here=printed_with(),
        )
