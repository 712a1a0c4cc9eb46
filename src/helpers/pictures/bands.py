"""Names in labeled bands: who took part, by category; who says so, by degree of consensus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from helpers.pictures.canvas import DENSITY, drawing, finish, fit, points, sheet, text_width
from helpers.pictures.inputs import accepts_undone, need_table, plural, spoken
from helpers.pictures.page import Page, notice
from helpers.pictures.palette import CATEGORIES, CONSENSUS, GRID, KINDS, SOFT, Ink, inks
from helpers.pictures.picture import Picture

ROW, GAP, ASIDE = 30, 12, 30
STROKES: dict[str, Any] = {"solid": "-", "dashed": (0, (3, 1.5)), "dotted": (0, (1, 1)), "double": "-"}


class Band(NamedTuple):
    """One labeled band: its name, its ink and what stands in it."""

    name: str
    ink: Ink
    chips: list[str]


@accepts_undone
def draw_participants(participants: Any, title: str = "") -> Picture | Page:
    """Draw the participants in bands, one a category (or a kind, where there is no category yet).

    Parameters
    ----------
    participants
        A table with `name` and `category`, or `name` and `kind`.
    title
        The caption.

    Returns
    -------
    Picture

    Examples
    --------
    >>> import pandas as pd
    >>> draw_participants(pd.DataFrame({"name": ["China", "India"], "category": ["member", "observer"]}))
    2 participants by category. member (1): China; observer (1): India.
    """
    by = "category"
    table = need_table(participants, ["name"], "participants")
    if by not in table.columns or not table[by].astype(str).str.strip().any():
        by = "kind" if "kind" in table.columns or table.empty else by
        table = table if table.empty else need_table(participants, ["name", by], "participants")
    if table.empty:
        return notice("No participants to show: the table is empty.")
    groups = [str(value) or "(none)" for value in table[by].fillna("")]
    order = [*(CATEGORIES if by == "category" else KINDS), *dict.fromkeys(groups)]
    colors = inks(groups)
    bands = [
        Band(
            spoken(group),
            colors[group],
            [str(name) for name, own in zip(table["name"], groups, strict=True) if own == group],
        )
        for group in dict.fromkeys(order)
        if group in groups
    ]
    title = title or f"{plural(len(table), 'participant')} by {by}"
    words = (
        f"{title}. " + "; ".join(f"{band.name} ({len(band.chips)}): {', '.join(band.chips)}" for band in bands) + "."
    )
    columns = [column for column in ("name", "iso3", "kind", "category") if column in table.columns]
    with drawing(760, 100) as figure:
        _draw_bands(figure, bands, 760)
        return finish(figure, words, table[columns], title)


@accepts_undone
def draw_statements(statements: Any, title: str = "Who says so?") -> Picture | Page:
    """Draw the statements on a ladder of consensus: all, most, unspecified; the organization stands beside it.

    Parameters
    ----------
    statements
        A table with `sentence`, `speaker`, `verb` and `consensus`.
    title
        The caption.

    Returns
    -------
    Picture

    Examples
    --------
    >>> import pandas as pd
    >>> row = {"sentence": [6], "speaker": ["The parties"], "verb": ["emphasized"], "consensus": ["all"]}
    >>> draw_statements(pd.DataFrame(row))
    Who says so? 1 statement by consensus. all (1): 6 The parties emphasized; most (0); unspecified (0);
    beside the scale: organization (0).
    """
    table = need_table(statements, ["sentence", "speaker", "verb", "consensus"], "statements")
    if table.empty:
        return notice("No statements to show: the table is empty.")
    degrees = [str(value) for value in table["consensus"]]
    chips = [f"{row.sentence}  {row.speaker} {row.verb}" for row in table.itertuples()]
    colors = {**inks(degrees), **CONSENSUS}
    order = dict.fromkeys(
        ["all", "most", "unspecified", *[own for own in degrees if own != "organization"], "organization"]
    )
    bands = [
        Band(
            spoken(degree),
            colors[degree],
            [chip for chip, own in zip(chips, degrees, strict=True) if own == degree],
        )
        for degree in order
    ]
    said = [f"{band.name} ({len(band.chips)})" + (f": {', '.join(band.chips)}" if band.chips else "") for band in bands]
    said[-1] = f"beside the scale: {said[-1]}"
    mark = "" if title.endswith(("?", ".", "!")) else "."
    words = f"{title}{mark} {plural(len(table), 'statement')} by consensus. {'; '.join(said)}.".replace("  ", " ")
    with drawing(760, 100) as figure:
        _draw_bands(figure, bands, 760, apart=True)
        columns = ["sentence", "speaker", "verb", "consensus"]
        return finish(figure, words, table[columns], title)


def _wrap(figure: Any, chips: Sequence[str], room: float) -> list[list[tuple[str, float]]]:
    """Break names into lines: each chip with its width in css pixels."""
    lines: list[list[tuple[str, float]]] = [[]]
    used = 0.0
    for chip in chips:
        words, width = fit(figure, chip, room - 16)
        width += 16
        if lines[-1] and used + width + 8 > room:
            lines.append([])
            used = 0.0
        lines[-1].append((words, width))
        used += width + 8
    return lines


def _draw_bands(figure: Any, bands: Sequence[Band], width: int, apart: bool = False) -> None:
    """Draw band below band; `apart` sets the last one off by a dashed line."""
    labels = [f"{band.name} · {len(band.chips)}" for band in bands]
    head = max(text_width(figure, label, 13, bold=True) for label in labels) + 24
    rows = [_wrap(figure, band.chips, width - head - 20) for band in bands]
    height = round(sum(len(lines) * ROW + GAP for lines in rows) + (ASIDE if apart else 0) + 6)
    figure.set_size_inches(width / DENSITY, height / DENSITY)
    axes = sheet(figure, width, height)
    top = 6.0
    for place, (band, lines) in enumerate(zip(bands, rows, strict=True)):
        last = place == len(bands) - 1
        if apart and last:
            axes.plot([4, width - 4], [top - 2, top - 2], color=SOFT, linewidth=points(1.5), linestyle=(0, (4, 3)))
            axes.text(4, top + 14, "beside the scale", va="center", fontsize=points(12), color=SOFT)
            top += ASIDE
        _draw_band(axes, band, labels[place], lines, top, head)
        top += len(lines) * ROW + GAP
        if place < len(bands) - (2 if apart else 1):
            axes.plot([4, width - 4], [top - GAP / 2 - 3] * 2, color=GRID, linewidth=points(1))


def _draw_band(
    axes: Any, band: Band, label: str, lines: Sequence[Sequence[tuple[str, float]]], top: float, head: float
) -> None:
    _box(axes, 4, top, head, len(lines) * ROW - 6, band.ink, "solid")
    axes.text(14, top + 12, label, va="center", fontsize=points(13), fontweight="bold", color=band.ink.text)
    for line, chips in enumerate(lines):
        left = head + 16
        for words, wide in chips:
            _box(axes, left, top + line * ROW, wide, ROW - 6, band.ink, band.ink.line)
            axes.text(left + 8, top + line * ROW + 12, words, va="center", fontsize=points(13), color=band.ink.text)
            left += wide + 8
    if not band.chips:
        axes.text(head + 16, top + 12, "none", va="center", fontsize=points(13), color=SOFT, fontstyle="italic")


def _box(axes: Any, left: float, top: float, width: float, height: float, ink: Ink, line: str) -> None:
    from matplotlib.patches import FancyBboxPatch

    axes.add_patch(
        FancyBboxPatch(
            (left, top),
            width,
            height,
            boxstyle="round,pad=0,rounding_size=5",
            facecolor=ink.background,
            edgecolor=ink.border,
            linewidth=points(1.3),
            linestyle=STROKES[line],
        )
    )
