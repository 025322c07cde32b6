"""Draws the pictures of docs/gallery.md anew, from what `comity rescue` itself writes: `make gallery [FORCING=DIR]`.

The search is that of docs/tutorial/4-a-search-off-bejaia.md. `--forcing` names a folder of netCDF currents and wind;
without it, and without the real fields beside the checkout, an idealised sea is computed. A page of paper becomes a
picture by Typst, which the house has for its paper; every picture is cut to its content and kept small.
"""

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import typst
from PIL import Image, ImageChops

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
CASE = ROOT / "examples" / "cases" / "bejaia-three-units.toml"
REAL_FORCING = ROOT.parent / "shared" / "data" / "environment" / "algeria-2008-08"
NEXT_DAY = (("on_scene = 2008-08-07", "on_scene = 2008-08-08"), ("wind_kt = 10", "wind_kt = 6"))
"""What the case file says differently on the second morning."""
TURNED_BACK = "EXAMPLE-boat=2008-08-07T07:00:00Z"

WIDTH_PX, MARGIN_PX = 1100, 12
CHART_COLOURS, PAPER_COLOURS, KMEANS = 64, 256, 4
"""A chart is made of few colours; fewer than these on paper make one of two units."""
PAGE_PPI = 100
"""Of a page of paper: its smallest letters can be read, and it stays near 100 kB."""


def main() -> None:
    """Run the search, and draw its pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--forcing", type=Path, help="folder of netCDF currents and wind")
    given = parser.parse_args().forcing or (REAL_FORCING if REAL_FORCING.is_dir() else None)
    with tempfile.TemporaryDirectory(prefix="comity-gallery-") as scratch:
        folder = Path(scratch)
        search(folder, given or idealised(folder / "forcing"))
        for name, draw in DRAWN.items():
            data = draw(folder)
            (PICTURES / name).write_bytes(data)
            sys.stdout.write(f"{name}: {len(data) / 1000:.0f} kB\n")


def search(folder: Path, forcing: Path) -> None:
    """Run both days of the search, as the tutorial does; the first plan in Arabic too."""
    second = folder / "second.toml"
    text = CASE.read_text("utf-8")
    for before, after in NEXT_DAY:
        text = text.replace(before, after)
    second.write_text(text, "utf-8")
    first = folder / "first"
    comity("drift", CASE, "--forcing", forcing, "--out", folder / "drift")
    comity("plan", CASE, "--forcing", forcing, "--out", first)
    shutil.copytree(first, folder / "arabic")
    comity("plan", CASE, "--out", folder / "arabic", language="ar_DZ.UTF-8")
    shutil.copy(first / "plan.json", folder / "first.json")
    flown: list[str | Path] = ["--searched", folder / "first.json", "--stopped", TURNED_BACK]
    shutil.copytree(first, folder / "second")
    comity("update", second, *flown, "--forcing", forcing, "--out", folder / "second")


def comity(command: str, *arguments: str | Path, language: str = "C.UTF-8") -> None:
    """Run a command of `comity rescue`, marked as an example."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "COMITY_"))}
    subprocess.run(  # noqa: S603 (our own command, our own files)
        [sys.executable, "-m", "comity", "rescue", command, *map(str, arguments), "--example"],
        check=True,
        stdout=subprocess.DEVNULL,
        env=kept | {"LANG": language},
    )


def idealised(folder: Path) -> Path:
    """Write an idealised current and wind over the days of the case; return their folder."""
    from comity.files import write_idealised_forcing
    from comity.ground import MS_PER_HOUR, ms_of

    case = tomllib.loads(CASE.read_text("utf-8"))
    margin_ms = 6 * MS_PER_HOUR
    first_ms = ms_of(case["scenario"][0]["time"]) - margin_ms
    write_idealised_forcing(folder, first_ms=first_ms, last_ms=ms_of(case["run"]["until"]) + margin_ms)
    return folder


def page(folder: str, paper: str, number: int) -> Callable[[Path], bytes]:
    """Return what draws a page of a paper of the search."""

    def draw(scratch: Path) -> bytes:
        sheet = scratch / "sheet.typ"
        sheet.write_text(
            "#set page(width: auto, height: auto, margin: 0pt)\n"
            f'#image("{folder}/{paper}", page: {number}, width: 29.7cm)\n',
            "utf-8",
        )
        png: bytes = typst.compile(str(sheet), format="png", ppi=PAGE_PPI, ignore_system_fonts=True)
        return small(png, PAPER_COLOURS)

    return draw


def chart(scratch: Path) -> bytes:
    """Return the map of the drift."""
    return small((scratch / "drift" / "map.png").read_bytes(), CHART_COLOURS)


def small(png: bytes, colours: int) -> bytes:
    """Return a picture cut to its content, not wider than the page shows it, in few colours."""
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    left, top, right, bottom = ImageChops.invert(picture).getbbox() or (0, 0, *picture.size)
    picture = picture.crop(
        (
            max(left - MARGIN_PX, 0),
            max(top - MARGIN_PX, 0),
            min(right + MARGIN_PX, picture.width),
            min(bottom + MARGIN_PX, picture.height),
        )
    )
    if picture.width > WIDTH_PX:
        picture = picture.resize((WIDTH_PX, round(picture.height * WIDTH_PX / picture.width)), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.quantize(colours, kmeans=KMEANS, dither=Image.Dither.NONE).save(out, format="png", optimize=True)
    return out.getvalue()


DRAWN: Mapping[str, Callable[[Path], bytes]] = {
    "rescue-drift.png": chart,
    "rescue-plan.png": page("first", "brief.pdf", 1),
    "rescue-legs.png": page("first", "brief.pdf", 2),
    "rescue-learnt.png": page("second", "debrief.pdf", 1),
    "rescue-second-plan.png": page("second", "brief.pdf", 1),
    "rescue-brief-ar.png": page("arabic", "brief.pdf", 1),
}
"""Every picture of the gallery that a command makes, and what draws it."""


if __name__ == "__main__":
    main()
