"""What the settings of this node say of the screen: which map, whose view of borders, where the desk is."""

from fastapi import APIRouter

from comity.api.models import ProblemOut
from comity.api.page_models import DeskOut, MapOut, ScreenOut
from comity.api.pages import NODE_TILES, SHIPPED_TILES
from comity.api.problems import problem_of
from comity.api.served import CallersWords, ServedNode
from comity.ground import InvalidInput
from comity.node.app import Node
from comity.node.map_file import check_map

router = APIRouter(prefix="/api/v1")


@router.get("/screen")
def get_screen(node: ServedNode, words: CallersWords) -> ScreenOut:
    """Say what the node's settings want of the screen; a map of its own that cannot be drawn is named as a problem."""
    settings = node.settings
    desk = None
    if settings.desk_lat is not None and settings.desk_lon is not None:
        desk = DeskOut(lat=settings.desk_lat, lon=settings.desk_lon)
    return ScreenOut(map=_map(node, words.language), desk=desk, positions=settings.desk_positions)


def _map(node: Node, language: str) -> MapOut:
    settings, address, max_zoom, problem = node.settings, SHIPPED_TILES, None, None
    try:
        own = check_map(node.layout.folder, settings)
        if own is not None:
            address, max_zoom = NODE_TILES, own.max_zoom
    except InvalidInput as error:
        problem = ProblemOut.model_validate(problem_of(error, language))
    return MapOut(
        address=address,
        max_zoom=max_zoom,
        problem=problem,
        disputed=settings.map_disputed,
        borders=settings.map_borders,
        hidden_names=settings.map_hidden_names,
    )
