"""What carried the hypotheses is counted and said: sources, the edge of a grid, the coast, age.

Authority: still hypotheses laid by hand over a grid whose edge, gap and sources are known.
"""

import json
from dataclasses import replace
from pathlib import Path

import netCDF4
import numpy as np
import pytest

from comity.files import DriftResult, drift_summary
from comity.files.boxes import Box
from comity.files.forcing import Forcing, Part, Provenance
from comity.files.forcing_account import forcing_account, forcing_sentences, use_of
from comity.files.particles import particles_nc
from comity.files.words import words
from comity.ground import Floats
from comity.rescue import ACTIVE, STRANDED, Cloud, IndexLattice, Observation, VectorField
from tests.files.drifts import off_shore
from tests.rescue.seas import case_with

HOUR_MS = 3_600_000


def field(east: Floats, quantity: str = "current") -> VectorField:
    """A field on 0° to 4° E and 0° to 4° N, a node each degree, for ten hours."""
    ends = np.array([0.0, 4.0])
    row, column = np.meshgrid(ends, ends, indexing="ij")
    values = np.broadcast_to(east, (2, 5, 5)).astype(np.float32)
    lattice = IndexLattice(0.0, 0.0, 4.0, 4.0, row, column)
    time_ms = np.array([0, 10 * HOUR_MS])
    return VectorField("wind" if quantity == "wind" else "current", time_ms, values, values, lattice, "made")


def cloud(lon: Floats, lat: Floats) -> Cloud:
    """Hypotheses that stay for two hours, the last of them ashore."""
    both = np.repeat(np.array([lon, lat], dtype=np.float32)[:, :, None], 2, axis=2)
    status = np.full(both.shape[1:], ACTIVE, np.int8)
    status[-1] = STRANDED
    zero = np.zeros(lon.size, np.int16)
    return Cloud(np.array([0, HOUR_MS]), both[0], both[1], status, zero, zero)


LON, LAT = np.array([0.5, 1.5, 3.5, 4.3, 2.0]), np.array([0.5, 0.5, 3.5, 0.5, -0.2])


def test_hours_beyond_the_edge_and_beside_a_gap_are_told_from_those_on_values_of_their_own() -> None:
    east = np.zeros((5, 5))
    east[4, 4] = np.nan
    use = use_of(cloud(LON, LAT), field(east), 1, None)
    assert (use.by_part, use.beside, use.beyond, use.counted) == ((0.5,), 0.25, 0.25, 5)


def test_each_source_has_its_share_of_the_hours() -> None:
    taken = np.zeros((2, 5, 5), np.int8)
    taken[:, :, 2:] = 1
    use = use_of(cloud(LON, LAT), field(np.zeros((5, 5))), 2, taken)
    assert use.by_part == (0.25, 0.5)


def provenance(quantity: str, *parts: Part, **keys: object) -> Provenance:
    known = Provenance(
        quantity="wind" if quantity == "wind" else "current",
        files=tuple(name for each in parts for name in each.files),
        variables=("uo", "vo"),
        recognised_by="known_name",
        unit="m s-1",
        calendar="standard",
        origin="",
        first_ms=0,
        last_ms=10 * HOUR_MS,
        step_ms=HOUR_MS,
        covers=Box(0, 0, 4, 4),
        parts=parts,
    )
    return replace(known, **keys)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_what_an_officer_must_know_of_the_forcing_is_said_in_words(language: str) -> None:
    model = Part("model.nc", ("model.nc",), "EXAMPLE", "CC-BY 4.0", -60 * HOUR_MS, 0.5)
    even = Part("0.2 m/s E, 0 m/s N", (), "", "", None, 0.5)
    taken = np.zeros((2, 5, 5), np.int8)
    taken[:, :, 2:] = 1
    seen = Observation("wind", 1.0, 1.0, -50 * HOUR_MS, 1.0, 0.0, 1.0, 2e4, 3600.0)
    air = replace(model, name="wind.nc", files=("wind.nc",), run_ms=0, share=1.0)
    forcing = Forcing(
        field(np.zeros((5, 5))),
        field(np.zeros((5, 5)), "wind"),
        (provenance("current", model, even, taken=taken), provenance("wind", air, observations=(seen,))),
    )
    account = forcing_account(forcing, cloud(LON, LAT), case_with(hours=2))
    assert [each["is_stale"] for each in account] == [True, False]
    assert [each["age_h"] for each in account] == [62.0, 2.0]
    assert [each["stale_observations"] for each in account] == [0, 1]
    assert account[0]["sources"][0] == {
        "name": "model.nc",
        "files": ["model.nc"],
        "origin": "EXAMPLE",
        "licence": "CC-BY 4.0",
        "run": "1969-12-29T12:00:00Z",
        "share_of_field": 0.5,
        "share_of_hours": 0.25,
    }
    said = forcing_sentences(account, words(language))
    assert len(said) == 6
    assert "25.0 %" in said[0]
    assert "25.0 %" in said[1]
    assert "1969-12-29T12:00:00Z" in said[2]


def test_a_drift_within_its_files_says_so_in_the_summary() -> None:
    result: DriftResult = off_shore()
    current, wind = drift_summary(result)["forcing"]
    assert current["beyond_share"] == wind["beyond_share"] == 0.0
    assert current["sources"][0]["share_of_hours"] + current["beside_share"] == pytest.approx(1.0)
    assert (current["age_h"], current["is_stale"]) == (None, False)
    assert current["sources"][0]["origin"]


def test_the_cloud_carries_the_account_of_its_fields(tmp_path: Path) -> None:
    result = off_shore()
    account = forcing_account(result.forcing, result.cloud, result.case)
    (tmp_path / "particles.nc").write_bytes(particles_nc(result.cloud, result.case, forcing=account))
    with netCDF4.Dataset(tmp_path / "particles.nc") as data:
        assert json.loads(data.forcing_current) == account[0]
        assert json.loads(data.forcing_wind)["beyond_share"] == 0.0
