"""The settings of the screen: whose borders, where the desk is, and a map of the node's own that is looked at first."""

from pathlib import Path

import pytest

from comity.files.words import words
from comity.ground import ComityError, InvalidInput
from comity.node.map_file import LAYERS, Map, check_map
from comity.node.settings import Settings, read_settings
from tests.node.maps import archive

HEAD = 'schema = "comity/node/1"\nparty = "DZ"\n'


def read(folder: Path, more: str = "", **environment: str) -> Settings:
    (folder / "node.toml").write_text(HEAD + more)
    return read_settings(folder, environment=environment)


def test_borders_names_and_the_desk_are_settings(tmp_path: Path) -> None:
    more = """
[map]
disputed = "none"
hidden_names = ["999"]
borders = {"001-002" = "solid", "001-002-parallel" = "dashed"}
[desk]
lat = -10
lon = 179.5
positions = "decimal"
"""
    settings = read(tmp_path, more)
    assert (settings.map_disputed, settings.map_hidden_names) == ("none", ["999"])
    assert settings.map_borders == {"001-002": "solid", "001-002-parallel": "dashed"}
    assert (settings.desk_lat, settings.desk_lon, settings.desk_positions) == (-10, 179.5, "decimal")


def test_without_settings_no_view_is_pressed_on_the_node_and_no_desk_is_guessed(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert (settings.map_disputed, settings.map_borders, settings.map_hidden_names) == ("dashed", {}, [])
    assert (settings.desk_lat, settings.desk_lon, settings.desk_positions) == (None, None, "dm")


def test_variables_take_tables_and_lists_as_json(tmp_path: Path) -> None:
    settings = read(tmp_path, COMITY_MAP_BORDERS='{"001-002": "none"}', COMITY_MAP_HIDDEN_NAMES='["999"]')
    assert (settings.map_borders, settings.map_hidden_names) == ({"001-002": "none"}, ["999"])


@pytest.mark.parametrize(
    ("more", "environment", "named"),
    [
        ('[map]\ndisputed = "dotted"\n', {}, "map.disputed"),
        ('[map.borders]\n"1-2" = "solid"\n', {}, "map.borders"),
        ('[map.borders]\n"001-002" = "red"\n', {}, "map.borders.001-002"),
        ("[map]\nhidden_names = [12]\n", {}, "map.hidden_names.0"),
        ("[desk]\nlat = 36.7\n", {}, "desk"),
        ("[desk]\nlat = 91\nlon = 0\n", {}, "desk.lat"),
        ("[desk]\nlat = nan\nlon = 0\n", {}, "desk.lat"),
        ("", {"COMITY_PULL_EVERY_S": "inf"}, "pull.every_s"),
        ("", {"COMITY_PULL_EVERY_S": "nan"}, "pull.every_s"),
        ("", {"COMITY_MAP_BORDERS": "001-002"}, "COMITY_MAP_BORDERS"),
        ("", {"COMITY_DESK_POSITIONS": "mgrs"}, "desk.positions"),
    ],
)
def test_a_wrong_setting_of_the_screen_is_named(tmp_path, more, environment, named) -> None:
    with pytest.raises(InvalidInput) as caught:
        read(tmp_path, more, **environment)
    assert (caught.value.code, caught.value.values["name"]) == ("node.bad_setting", named)


def test_a_whole_map_is_taken_and_none_is_asked_of_a_node_without_the_setting(tmp_path: Path) -> None:
    assert check_map(tmp_path, read(tmp_path)) is None
    (tmp_path / "coast.pmtiles").write_bytes(archive(LAYERS))
    assert check_map(tmp_path, read(tmp_path, COMITY_MAP_TILES="coast.pmtiles")) == Map(tmp_path / "coast.pmtiles", 8)


WHOLE = archive(LAYERS)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "node.map_missing"),
        (b"", "node.map_damaged"),
        (b"PNG" + WHOLE[3:], "node.map_damaged"),
        (WHOLE[:7] + b"\x02" + WHOLE[8:], "node.map_damaged"),
        (WHOLE[:-1], "node.map_damaged"),
        (WHOLE[:130] + b"\x00" * 30 + WHOLE[160:], "node.map_damaged"),
        (archive(LAYERS, kind=2), "node.map_damaged"),
        (archive(LAYERS[1:]), "node.map_lacks_layers"),
    ],
    ids=["missing", "empty", "another kind", "an older version", "cut off", "torn", "pictures", "without land"],
)
def test_a_map_that_the_pages_could_not_draw_is_a_clear_error_in_three_languages(tmp_path, content, code) -> None:
    if content is not None:
        (tmp_path / "coast.pmtiles").write_bytes(content)
    with pytest.raises(ComityError) as caught:
        check_map(tmp_path, read(tmp_path, COMITY_MAP_TILES="coast.pmtiles"))
    assert caught.value.code == code
    assert all("coast.pmtiles" in words(language).told(caught.value) for language in ("ar", "en", "fr"))


def test_a_folder_is_no_map(tmp_path: Path) -> None:
    with pytest.raises(ComityError) as caught:
        check_map(tmp_path, read(tmp_path, COMITY_MAP_TILES="."))
    assert caught.value.code == "node.map_missing"
