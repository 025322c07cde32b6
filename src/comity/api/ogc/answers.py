"""What `/ogc` answers, as OGC API – Features wants it: links, collections with their extent, features as GeoJSON.

Source: OGC 17-069r4 (Core 1.0.1), its GeoJSON and OpenAPI 3.0 classes; RFC 7946.
"""

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote, urlencode

from comity.files.geojson import bounds_of
from comity.files.words import Words
from comity.ground import instant_text
from comity.node.pages.features import Feature

JSON, GEOJSON = "application/json", "application/geo+json"
OPENAPI = "application/vnd.oai.openapi+json;version=3.0"
PROBLEM = "application/problem+json"
CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
GREGORIAN = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian"
CONFORMS_TO = (
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
    "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
)


def link(root: str, path: str, rel: str, media_type: str, title: str) -> dict[str, str]:
    """Return a link to a path below the landing page."""
    return {"href": f"{root}{path}", "rel": rel, "type": media_type, "title": title}


def landing(root: str, words: Words) -> dict[str, Any]:
    """Return the landing page."""
    title = words.say("ogc-title")
    return {
        "title": title,
        "description": words.say("ogc-about"),
        "links": [
            link(root, "", "self", JSON, title),
            link(root, "/api", "service-desc", OPENAPI, words.say("ogc-api")),
            link(root, "/conformance", "conformance", JSON, words.say("ogc-conformance")),
            link(root, "/collections", "data", JSON, words.say("ogc-collections")),
        ],
    }


def collection(root: str, name: str, features: Sequence[Feature], words: Words) -> dict[str, Any]:
    """Return a collection: what it is, where and when its features are, and where to ask for them."""
    title, path = words.say(f"ogc-{name}"), f"/collections/{name}"
    about = {
        "id": name,
        "title": title,
        "description": words.say(f"ogc-{name}-about"),
        "itemType": "feature",
        "crs": [CRS84],
        "links": [
            link(root, path, "self", JSON, title),
            link(root, f"{path}/items", "items", GEOJSON, title),
        ],
    }
    extent = _extent(features)
    return {**about, "extent": extent} if extent else about


def _extent(features: Sequence[Feature]) -> dict[str, Any]:
    bounds = bounds_of([each.geometry for each in features if each.geometry is not None])
    firsts = [each.from_ms for each in features if each.from_ms is not None]
    lasts = [each.until_ms for each in features if each.until_ms is not None]
    found: dict[str, Any] = {}
    if bounds is not None:
        found["spatial"] = {"bbox": [list(bounds)], "crs": CRS84}
    if firsts and lasts:
        found["temporal"] = {"interval": [[instant_text(min(firsts)), instant_text(max(lasts))]], "trs": GREGORIAN}
    return found


def collections(root: str, found: Sequence[dict[str, Any]], words: Words) -> dict[str, Any]:
    """Return all collections."""
    return {
        "links": [link(root, "/collections", "self", JSON, words.say("ogc-collections"))],
        "collections": list(found),
    }


def feature(each: Feature) -> dict[str, Any]:
    """Return a feature as GeoJSON; its instant or its period stands in its properties."""
    when = {} if each.from_ms is None or each.until_ms is None else _when(each.from_ms, each.until_ms)
    return {"type": "Feature", "id": each.name, "geometry": each.geometry, "properties": {**each.properties, **when}}


def _when(from_ms: int, until_ms: int) -> dict[str, str]:
    if from_ms == until_ms:
        return {"time": instant_text(from_ms)}
    return {"from": instant_text(from_ms), "until": instant_text(until_ms)}


def item(root: str, name: str, each: Feature, words: Words) -> dict[str, Any]:
    """Return one feature with its links."""
    path, title = f"/collections/{name}", words.say(f"ogc-{name}")
    links = [
        link(root, f"{path}/items/{quote(each.name, safe='')}", "self", GEOJSON, each.name),
        link(root, path, "collection", JSON, title),
    ]
    return {**feature(each), "links": links}


def items(
    root: str,
    name: str,
    shown: Sequence[Feature],
    words: Words,
    *,
    matched: int,
    more: bool,
    asked: dict[str, str],
    now_ms: int,
) -> dict[str, Any]:
    """Return a part of a collection; where more follow, the link `next` says where they begin."""
    path, title = f"/collections/{name}", words.say(f"ogc-{name}")
    links = [
        link(root, _with(f"{path}/items", asked), "self", GEOJSON, title),
        link(root, path, "collection", JSON, title),
    ]
    if more:
        following = _with(f"{path}/items", {**asked, "after": shown[-1].name})
        links.append(link(root, following, "next", GEOJSON, title))
    return {
        "type": "FeatureCollection",
        "timeStamp": instant_text(now_ms),
        "numberMatched": matched,
        "numberReturned": len(shown),
        "links": links,
        "features": [feature(each) for each in shown],
    }


def _with(path: str, asked: dict[str, str]) -> str:
    return f"{path}?{urlencode(asked)}" if asked else path
