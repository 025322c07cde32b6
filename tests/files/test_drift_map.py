"""The map: drawn in three languages without a missing glyph, of a size that prints, with its colours in one order."""

import io
from dataclasses import replace

import numpy as np
import pytest
from matplotlib.image import imread

from comity.files import DriftChart, DriftResult, drift_map
from comity.files.boxes import Box, degrees_minutes
from comity.files.charts.drift_layers import RAMP
from comity.files.charts.drift_map import view_of_chart
from comity.files.charts.paper import emptiest_corner, view_of
from comity.files.words import words
from comity.ground import metres_per_degree
from tests.files.drifts import close_in_shore, off_shore


def _chart(result: DriftResult, *, example: bool = False) -> DriftChart:
    forcing = result.forcing
    return DriftChart(
        result.case,
        result.cloud,
        result.probability,
        result.containment,
        forcing.current,
        forcing.wind,
        ("a",),
        example,
    )


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_map_is_drawn_in_each_language_and_every_letter_has_a_glyph(language: str) -> None:
    image = imread(
        io.BytesIO(drift_map(_chart(close_in_shore()), words(language)))
    )  # a missing glyph is a warning: fails
    assert image.shape[:2] == (1290, 1950)
    assert len(np.unique((image[::4, ::4, :3] * 255).astype(int).reshape(-1, 3), axis=0)) > 200


def test_the_mark_of_an_example_is_seen() -> None:
    plain, marked = (
        imread(io.BytesIO(drift_map(_chart(off_shore(), example=example), words("en")))) for example in (False, True)
    )
    red = np.array([0x8C, 0x1C, 0x2B]) / 255
    assert not (np.abs(plain[:, :, :3] - red).max(axis=2) < 0.01).any()
    assert (np.abs(marked[:, :, :3] - red).max(axis=2) < 0.01).sum() > 10_000


def test_the_view_holds_the_widest_area_the_start_and_the_mean_drift() -> None:
    result = off_shore()
    view = view_of_chart(_chart(result))
    widest = np.array(max(result.containment, key=lambda each: each.level).polygons[0][0])
    assert view.west_deg < widest[:, 0].min() < widest[:, 0].max() < view.east_deg
    assert view.south_deg < widest[:, 1].min() < widest[:, 1].max() < view.north_deg
    assert view.west_deg < 5.2 < view.east_deg


def test_a_view_is_true_to_scale_at_its_middle() -> None:
    view = view_of(np.array([5.0, 5.4]), np.array([59.0, 59.9]), aspect=1.25)
    per_lat_m, per_lon_m = metres_per_degree(view.lat_deg)
    width, height = (view.east_deg - view.west_deg) * per_lon_m, (view.north_deg - view.south_deg) * per_lat_m
    assert width / height == pytest.approx(1.25)


def test_the_ramp_only_grows_darker_so_that_it_reads_with_any_colour_vision() -> None:
    red, green, blue, alpha = RAMP(np.linspace(0, 1, 64)).T
    over_sea = (np.array([red, green, blue]) * alpha + np.array([[0.914], [0.945], [0.957]]) * (1 - alpha)).T
    lightness = over_sea @ np.array([0.2126, 0.7152, 0.0722])
    assert (np.diff(lightness) < 0).all()
    assert alpha[0] == 0


def test_the_scale_bar_goes_where_nothing_is() -> None:
    view = Box(0, 0, 1, 1)
    assert emptiest_corner(view, np.array([0.1]), np.array([0.1])) == (1, 1)
    assert emptiest_corner(view, np.array([0.9, 0.5]), np.array([0.9, 0.8])) == (0, 0)


@pytest.mark.parametrize(
    ("angle", "sides", "width", "text"),
    [(36.75, "NS", 2, "36°45.0′N"), (-0.5, "EW", 3, "000°30.0′W"), (5.99999, "EW", 3, "006°00.0′E")],
)
def test_coordinates_are_written_in_degrees_and_minutes(angle: float, sides: str, width: int, text: str) -> None:
    assert degrees_minutes(angle, sides, width) == text


def test_a_drift_without_a_current_under_it_is_still_drawn() -> None:
    chart = _chart(off_shore())
    empty = np.full_like(chart.current.east_m_s, np.nan)
    assert drift_map(replace(chart, current=replace(chart.current, east_m_s=empty, north_m_s=empty)), words("en"))
