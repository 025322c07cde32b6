"""The collections of `/ogc`, by name; each has its words in the catalogue."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from comity.node.app import Node
from comity.node.pages.features import Feature, areas_on_map, cases_on_map, legs_on_map
from comity.node.pages.ship_features import contacts_on_map, ships_on_map, tracks_on_map

COLLECTIONS: Mapping[str, Callable[[Node], Iterator[Feature]]] = MappingProxyType(
    {
        "cases": cases_on_map,
        "areas": areas_on_map,
        "legs": legs_on_map,
        "ships": ships_on_map,
        "tracks": tracks_on_map,
        "contacts": contacts_on_map,
    }
)
