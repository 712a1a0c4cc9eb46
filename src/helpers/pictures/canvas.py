"""The sheet on which pictures are drawn, in css pixels: the same picture gives the same bytes everywhere.

matplotlib is imported when the first picture is drawn, not before, and pyplot never: no state is left behind.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.pictures.palette import GRID, PAPER, SOFT, TEXT
from helpers.pictures.picture import Picture

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DENSITY = 100  # dots per inch on the page: a figure of 7.2 inches is 720 css pixels wide
SHARPNESS = 2  # the image holds twice as many dots, for screens of high density
REMEMBERED = 32  # images, of some 30 kB each
_packed: dict[str, bytes] = {}
"""The last images, by their dots."""


@contextmanager
def drawing(width: int, height: int) -> Iterator[Figure]:
    """Lend a figure of that many css pixels, drawn alike whatever a notebook has set in matplotlib."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with matplotlib.rc_context(), warnings.catch_warnings():
        # a letter that the font lacks is drawn as a box; the words and the table have it
        warnings.filterwarnings("ignore", message="Glyph")
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                "font.family": "DejaVu Sans",  # comes with matplotlib
                "font.size": points(13),
                "text.color": TEXT,
                "text.parse_math": False,  # a dollar sign is a dollar sign
                "axes.edgecolor": SOFT,
                "axes.labelcolor": TEXT,
                "xtick.color": TEXT,
                "ytick.color": TEXT,
                "grid.color": GRID,
            }
        )
        figure = Figure(figsize=(width / DENSITY, height / DENSITY), dpi=DENSITY, facecolor=PAPER)
        FigureCanvasAgg(figure)
        yield figure
        figure.clear()


def points(pixels: float) -> float:
    """Turn css pixels into the points in which matplotlib counts sizes of letters and lines.

    Examples
    --------
    >>> points(100)
    72.0
    """
    return pixels * 72 / DENSITY


def finish(figure: Figure, words: str, table: pd.DataFrame, title: str = "") -> Picture:
    """Make the picture of a figure: the same figure gives the same bytes, without time and program name."""
    import numpy as np
    from PIL import Image

    figure.set_dpi(DENSITY * SHARPNESS)
    figure.canvas.draw()
    image = Image.fromarray(np.asarray(figure.canvas.buffer_rgba())).convert("RGB")  # type: ignore[attr-defined]
    known = f"{image.size} {hashlib.blake2b(image.tobytes()).hexdigest()}"
    if known not in _packed:  # a cell that is run again mostly draws the same once more, and this takes longest
        png = io.BytesIO()
        # 128 colors hold every one of the palette and their blends at the edges, in a third of the bytes
        image.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
        _packed[known] = png.getvalue()
        for oldest in list(_packed)[:-REMEMBERED]:
            del _packed[oldest]
    return Picture(_packed[known], words, table.copy(), title, image.width // SHARPNESS)


def short(name: str, most: int = 44) -> str:
    """Cut a long name, with an ellipsis.

    Examples
    --------
    >>> short("a very long name", 8)
    'a very …'
    """
    name = " ".join(name.split())
    return name if len(name) <= most else f"{name[: most - 1]}…"


def fit(figure: Figure, name: str, room: float) -> tuple[str, float]:
    """Cut a name until it fits into so many css pixels; return it with its width."""
    name = short(name, 200)
    while (width := text_width(figure, name)) > room and len(name) > 2:
        name = short(name, max(2, min(len(name) - 1, int(len(name) * room / width) + 1)))
    return name, width


def text_width(figure: Figure, words: str, pixels: float = 13, bold: bool = False) -> float:
    """Measure how many css pixels a piece of text takes."""
    probe = figure.text(0, 0, words, fontsize=points(pixels), fontweight="bold" if bold else "normal")
    width = probe.get_window_extent().width
    probe.remove()
    return float(width)


def sheet(figure: Figure, width: float, height: float) -> Any:
    """Give axes in css pixels, the origin at the top left."""
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set_xlim(0, width)
    axes.set_ylim(height, 0)
    axes.axis("off")
    return axes


def box(axes: Any, left: float, top: float, width: float, height: float, fill: str, edge: str, line: float = 1) -> None:
    """Draw a rectangle from its top left corner."""
    from matplotlib.patches import Rectangle

    axes.add_patch(Rectangle((left, top), width, height, facecolor=fill, edgecolor=edge, linewidth=points(line)))
