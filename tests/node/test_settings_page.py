"""Every setting has its line, its variable and its default on the page of settings."""

import re
from pathlib import Path

from comity.node.settings import about, read_settings, setting_names, variable_of

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "settings.md").read_text("utf-8")
ROWS = {
    row[0]: row[1:] for row in re.findall(r"^\| `([a-z_.]+)` \| (?:`([A-Z_]+)`)? ?\| (?:`([^`]+)`)? ?\|", PAGE, re.M)
}


def test_the_page_names_every_setting_and_no_other() -> None:
    assert list(ROWS) == list(setting_names())


def test_the_page_gives_each_variable_and_default() -> None:
    for name, (variable, default) in ROWS.items():
        assert variable == (variable_of(name) or "")
        assert default == str(about(name).get("default", ""))


def test_the_example_of_borders_is_one_that_a_node_takes(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(\[map\]\n.*?)```", PAGE, re.S)
    (tmp_path / "node.toml").write_text(f'schema = "comity/node/1"\nparty = "DZ"\n{example}')
    settings = read_settings(tmp_path, environment={})
    assert settings.map_borders
    assert settings.map_disputed == about("map.disputed")["default"]
