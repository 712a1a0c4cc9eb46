"""A concordance as readers know it: the hits in one column, one below the other, in bold."""

from __future__ import annotations

import html
from typing import Any

from helpers.pictures.inputs import need_table, plural
from helpers.pictures.page import Page
from helpers.pictures.picture import NO_FORMULAS

_CELL = "padding:1px 6px;white-space:pre;font-family:monospace"


def show_concordance(lines: Any) -> Page:
    """Show a concordance with its hits below each other, so that the eye can run along them.

    Parameters
    ----------
    lines : pandas.DataFrame
        From `helpers.texts.concordance`: ``start``, ``left``, ``text``, ``right``.

    Returns
    -------
    Page
        One line a hit, with the place of the hit before it.

    Raises
    ------
    CourseError
        If this is no table, or lacks a column.

    Examples
    --------
    >>> from helpers.texts import concordance
    >>> show_concordance(concordance("The SCO met. An SCO summit.", "SCO", width=4))
    2 hits
     4  The [SCO] met
    16   An [SCO] sum
    """
    lines = need_table(lines, ["start", "left", "text", "right"], "a concordance")
    rows = [(int(r.start), _flat(r.left), _flat(r.text), _flat(r.right)) for r in lines.itertuples()]
    head = plural(len(rows), "hit")
    width = max((len(left) for _, left, _, _ in rows), default=0)
    digits = len(str(rows[-1][0])) if rows else 1
    plain = [f"{start:>{digits}}  {left:>{width}}[{hit}]{right}" for start, left, hit, right in rows]
    cells = "".join(
        f'<tr><td style="{_CELL};text-align:right">{start}</td>'
        f'<td style="{_CELL};text-align:right">{html.escape(left)}</td>'
        f'<td style="{_CELL};text-align:center"><strong>{html.escape(hit)}</strong></td>'
        f'<td style="{_CELL};text-align:left">{html.escape(right)}</td></tr>'
        for start, left, hit, right in rows
    )
    sides = {"place": "right", "left": "right", "hit": "center", "right": "left"}
    names = "".join(f'<th style="text-align:{side}">{name}</th>' for name, side in sides.items())
    body = f"<table><thead><tr>{names}</tr></thead><tbody>{cells}</tbody></table>" if rows else ""
    page = f'<div class="{NO_FORMULAS}"><p>{head}</p>{body}</div>'
    return Page(html=page, words="\n".join([head, *plain]), table=lines)


def _flat(words: object) -> str:
    return " ".join(str(words).splitlines()) if str(words).strip() else str(words).replace("\n", " ")
