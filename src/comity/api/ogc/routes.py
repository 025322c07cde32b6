"""The addresses of `/ogc`, and the tokens by which map programs open them."""

from typing import Annotated, Any

import orjson
from fastapi import APIRouter, Depends, Request, Response

from comity.api.officers import Acting, office_of, place_of
from comity.api.ogc import answers
from comity.api.ogc.models import EndMapReaderIn, MapReaderIn, MapReaderOut, NewMapReaderOut
from comity.api.ogc.openapi import openapi
from comity.api.ogc.queries import check_plain, items_query
from comity.api.served import CallersWords, ServedNode
from comity.ground import InvalidInput
from comity.node.map_tokens import MapReader, end_reader, let_in, readers
from comity.node.pages.features import Feature
from comity.node.pages.map_collections import COLLECTIONS

PATH = "/ogc"

router = APIRouter(prefix=PATH, include_in_schema=False)
"""Described by its own document, `/ogc/api`."""

tokens = APIRouter(prefix="/api/v1/map-readers")


def _root(request: Request, node: ServedNode) -> str:
    return f"{place_of(request, node).origin}{PATH}"


Root = Annotated[str, Depends(_root)]


@router.get("")
def get_landing(request: Request, root: Root, words: CallersWords) -> Response:
    """Show the landing page."""
    check_plain(request.query_params)
    return _json(answers.landing(root, words))


@router.get("/conformance")
def get_conformance(request: Request) -> Response:
    """Say which classes of the standard are followed."""
    check_plain(request.query_params)
    return _json({"conformsTo": answers.CONFORMS_TO})


@router.get("/api")
def get_api(request: Request, root: Root, words: CallersWords) -> Response:
    """Describe these addresses as OpenAPI 3.0."""
    check_plain(request.query_params)
    return _json(openapi(root, words), answers.OPENAPI)


@router.get("/collections")
def get_collections(request: Request, root: Root, node: ServedNode, words: CallersWords) -> Response:
    """List the collections."""
    check_plain(request.query_params)
    found = [answers.collection(root, name, list(every(node)), words) for name, every in COLLECTIONS.items()]
    return _json(answers.collections(root, found, words))


@router.get("/collections/{collection}")
def get_collection(collection: str, request: Request, root: Root, node: ServedNode, words: CallersWords) -> Response:
    """Show one collection."""
    check_plain(request.query_params)
    features = _features(collection, node)
    return _json(answers.collection(root, collection, features, words))


@router.get("/collections/{collection}/items")
def get_items(collection: str, request: Request, root: Root, node: ServedNode, words: CallersWords) -> Response:
    """Show the features in a box and a period, by name, in parts."""
    query = items_query(request.query_params)
    features = _features(collection, node)
    matching = sorted((each for each in features if query.takes(each)), key=lambda each: each.name)
    left = [each for each in matching if query.after is None or each.name > query.after]
    found = answers.items(
        root,
        collection,
        left[: query.limit],
        words,
        matched=len(matching),
        more=len(left) > query.limit,
        asked=dict(request.query_params),
        now_ms=node.clock(),
    )
    return _json(found, answers.GEOJSON)


@router.get("/collections/{collection}/items/{feature:path}")
def get_item(
    collection: str, feature: str, request: Request, root: Root, node: ServedNode, words: CallersWords
) -> Response:
    """Show one feature."""
    check_plain(request.query_params)
    features = _features(collection, node)
    for each in features:
        if each.name == feature:
            return _json(answers.item(root, collection, each, words), answers.GEOJSON)
    raise InvalidInput(
        "api.no_such_feature",
        "There is no feature {feature} here.",
        why="it was never here, or its case has a newer plan",
        remedy="ask for the items of {collection} again",
        feature=feature[:200],
        collection=collection,
    )


@tokens.get("")
def get_readers(node: ServedNode) -> list[MapReaderOut]:
    """List the map programs that may read `/ogc`, without their tokens."""
    return [MapReaderOut(**_reader(each)) for each in readers(node)]


@tokens.post("", status_code=201)
def post_reader(body: MapReaderIn, node: ServedNode, acting: Acting) -> NewMapReaderOut:
    """Make a token with which a map program reads `/ogc`; it is shown once."""
    token, made = let_in(node, body.about, office=office_of(acting, body.office))
    return NewMapReaderOut(**_reader(made), token=token, path=PATH)


@tokens.post("/ends")
def post_reader_end(body: EndMapReaderIn, node: ServedNode, acting: Acting) -> list[MapReaderOut]:
    """Let the token of a map program open nothing any more."""
    office_of(acting, body.office)
    end_reader(node, body.number)
    return get_readers(node)


def _features(collection: str, node: ServedNode) -> list[Feature]:
    if collection not in COLLECTIONS:
        raise InvalidInput(
            "api.no_such_collection",
            "There is no collection {collection}.",
            why="there are these: {known}",
            remedy="see /ogc/collections",
            collection=collection[:80],
            known=", ".join(COLLECTIONS),
        )
    return list(COLLECTIONS[collection](node))


def _reader(each: MapReader) -> dict[str, Any]:
    return {"number": each.number, "about": each.about, "made_by": each.office, "made_ms": each.made_ms}


def _json(found: Any, media_type: str = answers.JSON) -> Response:
    return Response(orjson.dumps(found), media_type=media_type)
