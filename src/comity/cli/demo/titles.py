"""What the example's offices are called in three languages: each party says it in its own logs, as an officer would."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from comity.cli.cooperation_titles import read_titles
from comity.cli.demo.year import AGREEMENTS

if TYPE_CHECKING:
    from comity.cli.demo.story import Stage

FIRST: Mapping[str, str] = {"DZ": "dz.toml", "US": "us.toml"}
NEXT: Mapping[str, str] = {"US": "us-next.toml"}
"""The files of `examples/algeria-usa-2025/offices`: at the beginning, and after the change of administration."""


def give_titles(stage: "Stage", files: Mapping[str, str], offices: Mapping[str, str]) -> int:
    """Put the titles of each party's file into its logs, given by one of its offices; return how many there are.

    Without the example's folder the memorandum stands alone, and nobody has a title.
    """
    if stage.example is None:
        return 0
    given = 0
    for party, name in files.items():
        titles = read_titles((stage.example / "offices" / name).read_bytes(), name)
        body = {"titles": titles, "office": offices[party]}
        for agreement in AGREEMENTS:
            stage.actors[party].client.post(stage.path("cooperation/office-titles", agreement), body)
        stage.titles.update({each["office"]: each["title"] for each in titles})
        given += len(titles)
    return given
