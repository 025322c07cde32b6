"""What `/ogc` says of itself as OpenAPI 3.0: every path, what may be asked of it, what it answers.

Source: OGC 17-069r4, class OpenAPI 3.0. The document of `/api/v1` is of OpenAPI 3.1, which this class does not take.
"""

from typing import Any

from comity.api.ogc.answers import GEOJSON, JSON, OPENAPI, PROBLEM
from comity.api.ogc.queries import AT_ONCE, AT_ONCE_MOST
from comity.files.words import Words
from comity.node.pages.map_collections import COLLECTIONS


def openapi(root: str, words: Words) -> dict[str, Any]:
    """Return the document."""
    return {
        "openapi": "3.0.3",
        "info": {"title": words.say("ogc-title"), "description": words.say("ogc-about"), "version": "1"},
        "servers": [{"url": root}],
        "security": [{"session": []}, {"bearer": []}, {"basic": []}],
        "paths": {
            "/": _get("landing", "The landing page.", JSON, _LANDING),
            "/conformance": _get("conformance", "The classes of the standard that this follows.", JSON, _CONFORMANCE),
            "/api": _get("api", "This document.", OPENAPI, {"type": "object"}),
            "/collections": _get("collections", "The collections.", JSON, _object("collections", _array(_COLLECTION))),
            "/collections/{collection}": _get("collection", "One collection.", JSON, _COLLECTION, [_WHICH]),
            "/collections/{collection}/items": _get(
                "items", "A part of a collection.", GEOJSON, _FEATURES, [_WHICH, *_ITEMS]
            ),
            "/collections/{collection}/items/{feature}": _get(
                "item", "One feature.", GEOJSON, _FEATURE, [_WHICH, _FEATURE_NAME]
            ),
        },
        "components": {"securitySchemes": _SECURITY},
    }


def _get(
    name: str, summary: str, media_type: str, schema: dict[str, Any], parameters: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    answers = {"200": {"description": summary, "content": {media_type: {"schema": schema}}}}
    refused = {"content": {PROBLEM: {"schema": _PROBLEM}}}
    answers |= {code: {"description": why, **refused} for code, why in _REFUSALS.items()}
    asked = [*(parameters or []), _FORM]
    return {"get": {"operationId": name, "summary": summary, "parameters": asked, "responses": answers}}


def _array(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _object(*pairs: Any) -> dict[str, Any]:
    """Return an object with these properties, all of them there, and its links."""
    named = dict(zip(pairs[::2], pairs[1::2], strict=True))
    return {"type": "object", "required": [*named, "links"], "properties": {**named, "links": _array(_LINK)}}


_TEXT = {"type": "string"}
_LINK = {
    "type": "object",
    "required": ["href", "rel"],
    "properties": {"href": _TEXT, "rel": _TEXT, "type": _TEXT, "title": _TEXT},
}
_LANDING = _object("title", _TEXT, "description", _TEXT)
_CONFORMANCE = {"type": "object", "required": ["conformsTo"], "properties": {"conformsTo": _array(_TEXT)}}
_COLLECTION = _object("id", _TEXT, "title", _TEXT)
_GEOMETRY = {"type": "object", "nullable": True, "required": ["type"], "properties": {"type": _TEXT}}
_FEATURE = {
    "type": "object",
    "required": ["type", "id", "geometry", "properties"],
    "properties": {
        "type": {"type": "string", "enum": ["Feature"]},
        "id": _TEXT,
        "geometry": _GEOMETRY,
        "properties": {"type": "object"},
    },
}
_COUNT = {"type": "integer", "minimum": 0}
_FEATURES = _object(
    *("type", {"type": "string", "enum": ["FeatureCollection"]}),
    *("features", _array(_FEATURE)),
    *("numberMatched", _COUNT, "numberReturned", _COUNT, "timeStamp", {"type": "string", "format": "date-time"}),
)
_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status"],
    "properties": {"type": _TEXT, "title": _TEXT, "status": {"type": "integer"}, "detail": _TEXT, "code": _TEXT},
}
_REFUSALS = {
    "400": "What is asked is not known or not valid.",
    "401": "Nobody is signed in, and no token was sent.",
    "404": "There is no such thing.",
}
_WHICH = {
    "name": "collection",
    "in": "path",
    "required": True,
    "schema": {"type": "string", "enum": list(COLLECTIONS)},
}
_FEATURE_NAME = {"name": "feature", "in": "path", "required": True, "schema": _TEXT}
_FORM = {"name": "f", "in": "query", "required": False, "schema": {"type": "string", "enum": ["json"]}}
_ITEMS: list[dict[str, Any]] = [
    {
        "name": "bbox",
        "in": "query",
        "description": "west,south,east,north in degrees; west > east where the box holds the antimeridian. With six "
        "numbers, the heights count for nothing.",
        "required": False,
        "style": "form",
        "explode": False,
        "schema": {"type": "array", "minItems": 4, "maxItems": 6, "items": {"type": "number"}},
    },
    {
        "name": "datetime",
        "in": "query",
        "description": "An instant, or a period from/until; an end that is open is empty or two points.",
        "required": False,
        "schema": _TEXT,
    },
    {
        "name": "limit",
        "in": "query",
        "description": "How many at once; more than the greatest number is the greatest number.",
        "required": False,
        "schema": {"type": "integer", "minimum": 1, "maximum": AT_ONCE_MOST, "default": AT_ONCE},
    },
    {
        "name": "after",
        "in": "query",
        "description": "Only what comes after this one; the link `next` bears it.",
        "required": False,
        "schema": _TEXT,
    },
]
_SECURITY = {
    "session": {"type": "apiKey", "in": "cookie", "name": "__Host-comity"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "basic": {"type": "http", "scheme": "basic", "description": "Any name; the token as password."},
}
