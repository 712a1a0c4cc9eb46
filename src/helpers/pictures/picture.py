"""A picture that can be seen, heard and checked: an image, what it shows in words, and the table behind it."""

from __future__ import annotations

import base64
import html
from dataclasses import dataclass
from typing import Any

import pandas as pd

# without these classes JupyterLab sets what stands between two dollar signs as a formula
NO_FORMULAS = "tex2jax_ignore mathjax_ignore"


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
        return f'<figure class="{NO_FORMULAS}" style="margin:8px 0px">{image}{caption}{fold}</figure>'

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
