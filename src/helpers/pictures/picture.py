"""A picture that can be seen, heard and checked: an image, what it shows in words, and the table behind it."""

from __future__ import annotations

import base64
import html
import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.pictures.palette import GRID, PAPER, SOFT, TEXT

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DENSITY = 100  # dots per inch on the page: a figure of 7.2 inches is 720 css pixels wide
SHARPNESS = 2  # the image holds twice as many dots, for screens of high density


@dataclass(frozen=True, eq=False)
class Picture:
    """An image with its alternative text and its table.

    In a notebook it shows itself; `print` and a plain console show its words.

    Parameters
    ----------
    png
        The image as bytes.
    words
        What the picture shows, numbers included: the alternative text.
    table
        The rows behind the picture.
    title
        The caption.
    width
        The width on the page in css pixels.

    Examples
    --------
    >>> from helpers.pictures import draw_frequencies
    >>> draw_frequencies({"security": 12, "region": 4}, title="Words")
    Words: bar chart of 2 counts. security 12, region 4.
    """

    png: bytes
    words: str
    table: pd.DataFrame
    title: str = ""
    width: int = 720

    @property
    def html(self) -> str:
        """The picture for a page: figure, image with alternative text, caption, and the table in a fold."""
        image = (
            f'<img alt="{html.escape(self.words)}" width="{self.width}" '
            f'src="data:image/png;base64,{base64.b64encode(self.png).decode("ascii")}" '
            f'style="max-width:100%;height:auto;border-radius:6px">'
        )
        caption = f'<figcaption style="padding-top:4px">{html.escape(self.title)}</figcaption>' if self.title else ""
        fold = f"<details><summary>The table behind the picture</summary>{table_html(self.table)}</details>"
        return f'<figure style="margin:8px 0px">{image}{caption}{fold}</figure>'

    def __repr__(self) -> str:
        return self.words

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.words}


def table_html(table: pd.DataFrame, rows: int = 60) -> str:
    """Turn a table into plain HTML, all of its text escaped, its index shown only where it says something.

    Examples
    --------
    >>> table_html(pd.DataFrame({"name": ["A<B"]}))
    '<table><thead><tr><th>name</th></tr></thead><tbody><tr><td>A&lt;B</td></tr></tbody></table>'
    """
    named = not isinstance(table.index, pd.RangeIndex)
    shown = table.head(rows).reset_index() if named else table.head(rows)
    head = "".join(f"<th>{html.escape(str(column))}</th>" for column in shown.columns)
    lines = [
        "".join(f"<td>{html.escape(_cell(value))}</td>" for value in row)
        for row in shown.itertuples(index=False, name=None)
    ]
    if len(table) > rows:
        lines.append(f'<td colspan="{len(shown.columns)}">… and {len(table) - rows} more rows</td>')
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:.3f}".rstrip("0").rstrip(".")
    return "" if value is None or value is pd.NaT else str(value)


@contextmanager
def drawing(width: int, height: int) -> Iterator[Figure]:
    """Lend a figure of that many css pixels, drawn alike whatever a notebook has set in matplotlib."""
    import matplotlib
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with matplotlib.rc_context():
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
    png = io.BytesIO()
    # 128 colors hold every one of the palette and their blends at the edges, in a third of the bytes
    image.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(png, "PNG", optimize=True)
    return Picture(png.getvalue(), words, table.copy(), title, image.width // SHARPNESS)
