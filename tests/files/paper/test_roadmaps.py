"""The roadmap as a picture: time from left to right in every language, the same bytes for the same roadmap."""

import io
from datetime import date

import matplotlib.image
import numpy as np
import pytest

from comity.files.paper import Lane, Roadmap, roadmap_png
from tests.files.paper.papers import ALGIERS, CENTRE, GROUP

DONE_FILL = (0x9F, 0xB8, 0xA8)
OPEN_FILL = (0xA9, 0xC1, 0xDC)


def roadmap() -> Roadmap:
    return Roadmap(
        GROUP,
        date(2026, 6, 1),
        (
            Lane("I-2026-001", CENTRE, date(2026, 1, 10), date(2026, 3, 1), "done"),
            Lane("I-2026-002", ALGIERS, date(2026, 9, 1), date(2026, 12, 1), "open"),
        ),
    )


def middle_of(png: bytes, colour: tuple[int, int, int]) -> tuple[float, float]:
    """Where the pixels of a colour are, on the average: from the left and from above."""
    pixels = np.round(matplotlib.image.imread(io.BytesIO(png))[:, :, :3] * 255)
    rows, columns = np.nonzero((np.abs(pixels - np.array(colour)) <= 1).all(axis=2))
    assert rows.size > 1000
    return float(columns.mean()), float(rows.mean())


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_what_is_earlier_stands_to_the_left_in_every_language(language):
    png = roadmap_png(roadmap(), language)
    early, late = middle_of(png, DONE_FILL), middle_of(png, OPEN_FILL)
    assert early[0] < late[0]
    assert early[1] < late[1]
    assert roadmap_png(roadmap(), language) == png


def test_a_roadmap_of_nothing_is_a_picture_too():
    assert roadmap_png(Roadmap(GROUP, date(2026, 6, 1), ()), "ar").startswith(b"\x89PNG")
