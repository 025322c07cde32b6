"""Papers of cooperation: agenda, minutes and decisions as originals, the annual report, the roadmap, exports."""

from typing import Annotated, Literal

from fastapi import APIRouter, Path, Query, Response

from comity.api.cooperation_models import Kind
from comity.api.served import CallersWords, ServedNode
from comity.cooperation import Standing
from comity.node.cooperation import Books, books
from comity.node.cooperation_papers import Speaks, paper
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
) -> Response:
    """Show a paper of a record as both last signed it: the holder's original, the same bytes on both nodes."""
    found = books(node, node.holding(agreement_id))
    standing = durable(found, f"{kind}/{record}")
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
) -> Response:
    """Show the annual implementation report: announced, decided, done; obligations; money; checks."""
    from comity.files.paper import original_pdf

    found = books(node, node.holding(agreement_id))
    speaks, holder = spoken_by(languages), holder or node.party
    if speaks is None and language is not None:
        holder, speaks = speaking(found.framework, language, holder)
    book = found.of_agreed.at(year_end_ms(year))
    made, kept = report(found.framework, book, year, holder=holder, speaks=speaks)
    return _file(original_pdf(made, kept), PDF, f"{agreement_id}-{year}-{holder}.pdf")


@router.get("/roadmap.png", response_class=Response, responses={200: {"content": {PNG: {}}}})
def get_roadmap(agreement_id: str, node: ServedNode, words: CallersWords) -> Response:
    """Show the roadmap as a picture in the caller's language; time runs from left to right in each."""
    from comity.files.paper import roadmap_png

    found = books(node, node.holding(agreement_id))
    data = roadmap_png(roadmap(found.framework, found.agreed), words.language)
    return _file(data, PNG, f"roadmap-{agreement_id}.png")


def durable(found: Books, key: str) -> Standing:
    """Return a record as both durably hold it, or raise `InvalidInput`."""
    standing = found.agreed.standings.get(key)
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
    return Response(data, media_type=media_type, headers={"content-disposition": f'inline; filename="{name}"'})
