"""A picture that can be seen, heard and checked: an image, what it shows in words, and the table behind it."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

# without these classes JupyterLab sets what stands between two dollar signs as a formula
NO_FORMULAS = "tex2jax_ignore mathjax_ignore"
LEFT = ' style="text-align:left"'


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
    >>> print(table_html(pd.DataFrame({"name": ["A<B"], "count": [2]})))
    <div tabindex="0" role="group" aria-label="table" style="overflow-x:auto"><table cellpadding="4">
    <tr><th style="text-align:left">name</th><th>count</th></tr>
    <tr><td style="text-align:left">A&lt;B</td><td>2</td></tr>
    </table></div>
    """
    named = table.index.names != [None] or not pd.api.types.is_integer_dtype(table.index)
    shown = table.head(rows).reset_index(allow_duplicates=True) if named and len(table) else table.head(rows)
    numeric = [pd.api.types.is_numeric_dtype(kind) for kind in shown.dtypes]
    lines = [_row("th", shown.columns, numeric)]
    lines += [_row("td", row, numeric) for row in shown.itertuples(index=False, name=None)]
    if len(table) > rows:
        lines.append(f'<tr><td colspan="{len(shown.columns)}">… and {len(table) - rows} more rows</td></tr>')
    # a table that is wider than the page is moved with the arrow keys, once it has the focus
    frame = '<div tabindex="0" role="group" aria-label="table" style="overflow-x:auto">'
    return "\n".join([f'{frame}<table cellpadding="4">', *lines, "</table></div>"])


def _row(tag: str, values: Iterable[object], numeric: Sequence[bool]) -> str:
    """Set one row, words to the left and numbers to the right."""
    cells = [
        f"<{tag}{'' if number else LEFT}>{html.escape(_cell(value))}</{tag}>"
        for value, number in zip(values, numeric, strict=True)
    ]
    return f"<tr>{''.join(cells)}</tr>"


def _cell(value: object) -> str:
    if isinstance(value, float):
        return "" if pd.isna(value) else f"{value:.3f}".rstrip("0").rstrip(".")
    return "" if value is None or value is pd.NaT else str(value)
