"""Tables as grids: sentences by theme, themes with themes, what was meant against what was found."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.canvas import DENSITY, box, drawing, finish, points, sheet, short, text_width
from helpers.pictures.inputs import accepts_undone, in_words, need_table, plural, spoken
from helpers.pictures.page import Page, notice
from helpers.pictures.palette import ALERT, GRID, PAPER, SOFT, STRONG, TEXT
from helpers.pictures.picture import Picture

CELL, LINE = 30, 32
YES_NO = {"0": False, "1": True, "False": False, "True": True}
SHADES = ["#ffffff", "#dbe9f6", "#b8d4ec", "#8fbadf", "#5d98cc", "#2b70ad", "#154f85"]


@accepts_undone
def draw_theme_map(
    coded: Any, paragraphs: Any = None, title: str = "Theme map", gold: pd.DataFrame | None = None
) -> Picture | Page:
    """Draw which sentence touches which theme: one column a sentence, one row a theme.

    Parameters
    ----------
    coded
        A table with one row a sentence: `sentence`, perhaps `start`, `end`, `text`, and a column of yes and no a theme.
    paragraphs
        The table of `split_paragraphs`, to draw the borders of paragraphs. `coded` needs `start` then.
    title
        The caption.
    gold
        The same table as the gold standard has it, row for row. Then a box that is extra has a cross, and one that was
        missed a ring, in the rows of the themes that it has.

    Returns
    -------
    Picture

    Examples
    --------
    >>> coded = pd.DataFrame({"sentence": [1, 2], "drugs": [True, False], "un_role": [True, True]})
    >>> draw_theme_map(coded)
    Theme map: 2 sentences by 2 themes. drugs in 1 sentence (1); UN role in 2 sentences (1, 2).
    >>> draw_theme_map(coded[["sentence", "drugs"]], gold=pd.DataFrame({"drugs": [False, True]}))
    Theme map: 2 sentences by 1 theme. drugs in 1 sentence (1), extra 1, missed 2.
    """
    table = need_table(coded, ["sentence"], "coded sentences")
    themes = theme_columns(table)
    if table.empty or not themes:
        return notice(f"{title}: nothing to draw, there are no {'themes' if len(table) else 'sentences'}.")
    numbers = [int(number) for number in table["sentence"]]
    filled = {theme: [YES_NO[str(value)] for value in table[theme]] for theme in themes}
    borders = _borders(table, paragraphs)
    wanted = {theme: gold[theme].tolist() for theme in themes if gold is not None and theme in gold.columns}
    said = "; ".join(
        f"{spoken(theme)} in {plural(sum(filled[theme]), 'sentence')}"
        + _which(numbers, filled[theme])
        + _errors(numbers, filled[theme], wanted.get(theme, filled[theme]))
        for theme in themes
    )
    words = f"{title}: {plural(len(table), 'sentence')} by {plural(len(themes), 'theme')}. {said}."
    keep = table[["sentence", *themes]].reset_index(drop=True)
    return _draw_map(numbers, filled, wanted, borders, title, words, keep)


def _which(numbers: list[int], filled: list[bool]) -> str:
    found = [str(number) for number, yes in zip(numbers, filled, strict=True) if yes]
    return f" ({', '.join(found)})" if found else ""


def _errors(numbers: list[int], filled: list[bool], wanted: list[bool]) -> str:
    """Name the sentences that are extra, and those that were missed."""
    told = ""
    for word, found in (("extra", True), ("missed", False)):
        rows = zip(numbers, filled, wanted, strict=True)
        if which := [str(number) for number, ours, theirs in rows if ours != theirs and ours == found]:
            told += f", {word} {', '.join(which)}"
    return told


def _borders(table: pd.DataFrame, paragraphs: Any) -> list[int]:
    """Find before which columns a new paragraph begins."""
    if paragraphs is None:
        return []
    starts = sorted(int(start) for start in need_table(paragraphs, ["start"], "paragraphs")["start"])
    need_table(table, ["start"], "coded sentences")
    home = [sum(start <= place for start in starts) for place in table["start"]]
    return [place for place in range(1, len(home)) if home[place] != home[place - 1]]


def _draw_map(
    numbers: list[int],
    filled: dict[str, list[bool]],
    wanted: dict[str, list[bool]],
    borders: list[int],
    title: str,
    words: str,
    table: pd.DataFrame,
) -> Picture:
    names = {theme: short(spoken(theme), 30) for theme in filled}
    with drawing(640, 100) as figure:
        left = max(text_width(figure, name) for name in [*names.values(), "sentence"]) + 16
        cell = min(CELL, (900 - left - 60) / len(numbers))
        width, height = round(max(640, left + cell * len(numbers) + 60)), 62 + 28 * len(filled)
        figure.set_size_inches(width / DENSITY, height / DENSITY)
        axes = sheet(figure, width, height)
        _number_columns(axes, left, cell, numbers)
        gap = min(1.5, cell / 10)
        for row, (theme, values) in enumerate(filled.items()):
            top = 54 + row * 28
            axes.text(left - 10, top + 13, names[theme], ha="right", va="center", fontsize=points(13))
            for place, (yes, right) in enumerate(zip(values, wanted.get(theme, values), strict=True)):
                fill, edge = (STRONG, STRONG) if yes and right else (PAPER, STRONG if yes or right else GRID)
                box(axes, left + place * cell + gap, top + 1.5, cell - 2 * gap, 23, fill, edge, min(1, gap))
                if yes != right:
                    _sign(axes, left + (place + 0.5) * cell, top + 13, cell, extra=yes)
            axes.text(left + cell * len(numbers) + 16, top + 13, str(sum(values)), va="center", fontsize=points(13))
        for place in borders:
            across = left + place * cell
            axes.plot(
                [across, across], [28 if cell >= 22 else 52, 54 + 28 * len(filled)], color=TEXT, linewidth=points(1.6)
            )
        if borders:
            _name_paragraphs(axes, left, cell, [0, *borders, len(numbers)])
        return finish(figure, words, table, title)


def _sign(axes: Any, across: float, middle: float, cell: float, *, extra: bool) -> None:
    """Draw a cross into a box that is extra, a ring into one that was missed."""
    form = {"marker": "x", "color": ALERT} if extra else {"marker": "o", "color": STRONG, "markerfacecolor": "none"}
    axes.plot([across], [middle], markersize=points(min(11, cell / 2)), markeredgewidth=points(2), **form)


def _number_columns(axes: Any, left: float, cell: float, numbers: list[int]) -> None:
    """Write the numbers of sentences above their columns, as many as there is room for."""
    step = next((step for step in (1, 5, 10, 20, 50, 100) if step * cell >= 22), 500)
    for place, number in enumerate(numbers):
        if number % step == 0:
            axes.text(left + (place + 0.5) * cell, 40, str(number), ha="center", va="center", fontsize=points(12))
    axes.text(left - 10, 40, "sentence", ha="right", va="center", fontsize=points(12), color=SOFT)
    axes.text(left + cell * len(numbers) + 16, 40, "all", ha="left", va="center", fontsize=points(12), color=SOFT)


def _name_paragraphs(axes: Any, left: float, cell: float, edges: list[int]) -> None:
    for number, (first, last) in enumerate(pairwise(edges), start=1):
        if (last - first) * cell < 28:
            continue  # too narrow for its name
        middle = left + (first + last) / 2 * cell
        axes.text(middle, 16, f"¶{number}", ha="center", va="center", fontsize=points(12), color=SOFT)


def theme_columns(coded: pd.DataFrame) -> list[str]:
    """Tell which columns of coded sentences are themes: those that hold only yes and no.

    Examples
    --------
    >>> theme_columns(pd.DataFrame({"sentence": [1, 2], "text": ["a", "b"], "drugs": [True, False]}))
    ['drugs']
    """
    fixed = {"sentence", "paragraph", "start", "end", "text"}
    return [str(name) for name in coded.columns if name not in fixed and coded[name].astype(str).isin(YES_NO).all()]


@accepts_undone
def draw_theme_pairs(pairs: Any, title: str = "Themes that go together") -> Picture | Page:
    """Draw how many sentences each two themes share.

    Parameters
    ----------
    pairs
        Coded sentences (see `draw_theme_map`), or a table of pairs: two columns of names and one of numbers, or a
        square table with the same names as rows and columns.
    title
        The caption.

    Returns
    -------
    Picture

    Examples
    --------
    >>> draw_theme_pairs(pd.DataFrame({"first": ["drugs"], "second": ["un_role"], "sentences": [3]}))
    Themes that go together: 2 themes, 1 pair that shares a sentence. drugs and UN role 3.
    """
    square = _square_of(pairs)
    if len(square) < 2:
        return notice(f"{title}: nothing to draw, it takes two themes to make a pair.")
    themes = [str(name) for name in square.index]
    shared = [
        (f"{spoken(first)} and {spoken(second)}", int(square.loc[first, second]))
        for place, first in enumerate(themes)
        for second in themes[place + 1 :]
        if square.loc[first, second] > 0
    ]
    shared.sort(key=lambda pair: -pair[1])
    count = plural(len(shared), "pair") + (" that shares a sentence" if len(shared) == 1 else " that share a sentence")
    words = f"{title}: {plural(len(themes), 'theme')}, {count}. {in_words(shared) or 'None'}."
    table = pd.DataFrame(shared, columns=["themes", "sentences"])
    cells = {(row - 1, column): int(square.iloc[row, column]) for row in range(len(themes)) for column in range(row)}
    with drawing(640, 100) as figure:
        _draw_cells(figure, [spoken(name) for name in themes[1:]], [spoken(name) for name in themes[:-1]], cells)
        return finish(figure, words, table, title)


def _square_of(pairs: Any) -> pd.DataFrame:
    """Bring coded sentences, rows of pairs or a square table into a square table."""
    if not isinstance(pairs, pd.DataFrame):
        need_table(pairs, ["first", "second", "sentences"], "theme pairs")
    if "sentence" in pairs.columns:
        flags = pairs[theme_columns(pairs)].map(lambda value: int(YES_NO[str(value)]))
        return flags.T @ flags
    if list(map(str, pairs.columns)) == list(map(str, pairs.index)):
        return pairs.fillna(0)
    numbers = [name for name in pairs.columns if pd.api.types.is_numeric_dtype(pairs[name])]
    names = [name for name in pairs.columns if name not in numbers]
    if pairs.empty and len(pairs.columns) > 1:
        return pd.DataFrame()
    if len(names) < 2 or not numbers:
        has = ", ".join(map(str, pairs.columns)) or "no columns"
        raise CourseError(
            f"A table of pairs has two columns with the themes and one with the number. This one has: {has}."
        )
    themes = list(dict.fromkeys([*pairs[names[0]], *pairs[names[1]]]))
    square = pd.DataFrame(0, index=themes, columns=themes)
    for row in pairs.itertuples(index=False):
        values = (
            row._asdict()
            if all(str(name).isidentifier() for name in pairs.columns)
            else dict(zip(pairs.columns, row, strict=True))
        )
        first, second, number = values[names[0]], values[names[1]], values[numbers[0]]
        square.loc[first, second] = square.loc[second, first] = int(number)
    return square


@accepts_undone
def draw_confusion(matrix: Any, title: str = "", names: tuple[str, str] = ("gold", "predicted")) -> Picture | Page:
    """Draw a confusion matrix: a row for what is right, a column for what was found; the diagonal is framed.

    Parameters
    ----------
    matrix
        A table of counts; rows are the labels of the gold standard, columns those that were predicted.
    title
        The caption.
    names
        What rows and columns are called.

    Returns
    -------
    Picture

    Examples
    --------
    >>> draw_confusion(pd.DataFrame([[5, 1], [0, 6]], index=["a", "b"], columns=["a", "b"]))
    Confusion matrix, gold in rows, predicted in columns: 11 of 12 agree. The others: a taken for b 1.
    """
    if not isinstance(matrix, pd.DataFrame):
        need_table(matrix, [], "counts: a confusion matrix")
    if matrix.empty or not all(pd.api.types.is_numeric_dtype(kind) for kind in matrix.dtypes):
        if matrix.empty:
            return notice("Nothing to draw: the confusion matrix is empty.")
        raise CourseError("A confusion matrix holds only numbers: labels belong into its index and its columns.")
    rows, columns = [str(name) for name in matrix.index], [str(name) for name in matrix.columns]
    cells = {(r, c): int(matrix.iloc[r, c]) for r in range(len(rows)) for c in range(len(columns))}
    total = sum(cells.values())
    agree = sum(count for (r, c), count in cells.items() if rows[r] == columns[c])
    errors = [
        (f"{spoken(rows[r])} taken for {spoken(columns[c])}", count)
        for (r, c), count in cells.items()
        if count and rows[r] != columns[c]
    ]
    head = title or f"Confusion matrix, {names[0]} in rows, {names[1]} in columns"
    errors.sort(key=lambda pair: -pair[1])
    words = f"{head}: {agree} of {total} agree. The others: {in_words(errors) or 'none'}."
    with drawing(640, 100) as figure:
        _draw_cells(
            figure,
            [spoken(n) for n in rows],
            [spoken(n) for n in columns],
            cells,
            names=names,
            frame=_same(rows, columns),
        )
        return finish(figure, words, matrix.rename_axis(index=names[0], columns=names[1]), head)


def _same(rows: list[str], columns: list[str]) -> set[tuple[int, int]]:
    return {(r, columns.index(name)) for r, name in enumerate(rows) if name in columns}


def _draw_cells(
    figure: Any,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: dict[tuple[int, int], int],
    frame: set[tuple[int, int]] | None = None,
    names: tuple[str, str] = ("", ""),
) -> None:
    """Draw numbers on shades of blue, the names of the columns slanted above them."""
    rows, columns = [short(name, 30) for name in rows], [short(name, 30) for name in columns]
    left = max(text_width(figure, name) for name in [*rows, f"{names[0]} ↓"]) + 20
    slant = max(text_width(figure, name) for name in columns) * 0.72
    cell = max(30.0, min(80.0, (620 - left - slant) / len(columns)))
    above = slant + (48 if names[1] else 22)
    ends = [(place + 0.5) * cell + 0.72 * text_width(figure, name) + 12 for place, name in enumerate(columns)]
    width = round(left + max(cell * len(columns), text_width(figure, f"{names[1]} →"), *ends) + 10)
    height = round(above + LINE * len(rows) + 10)
    figure.set_size_inches(width / DENSITY, height / DENSITY)
    axes = sheet(figure, width, height)
    if names[1]:
        axes.text(left - 10, above - 12, f"{names[0]} ↓", ha="right", va="center", fontsize=points(13), color=SOFT)
        axes.text(left, 14, f"{names[1]} →", ha="left", va="center", fontsize=points(13), color=SOFT)
    for column, name in enumerate(columns):
        place = (left + (column + 0.5) * cell - 4, above - 8)
        axes.text(*place, name, rotation=45, rotation_mode="anchor", ha="left", va="bottom", fontsize=points(13))
    for row, name in enumerate(rows):
        axes.text(left - 10, above + (row + 0.5) * LINE, name, ha="right", va="center", fontsize=points(13))
    most = max([*cells.values(), 1])
    for (row, column), count in cells.items():
        place = (left + column * cell, above + row * LINE, cell)
        _cell(axes, place, count, most, framed=frame is not None and (row, column) in frame)


def _cell(axes: Any, place: tuple[float, float, float], count: int, most: int, framed: bool) -> None:
    """Draw one number, its cell the darker the larger the number is beside the largest."""
    left, top, width = place
    shade = 0 if count <= 0 else min(1 + round((len(SHADES) - 2) * count / most), len(SHADES) - 1)
    edge, line = (TEXT, 2) if framed else (GRID, 1)
    box(axes, left + 1.5, top + 1.5, width - 3, LINE - 3, SHADES[shade], edge, line)
    color = PAPER if shade >= len(SHADES) - 2 else TEXT if count else SOFT
    axes.text(left + width / 2, top + LINE / 2, str(count), ha="center", va="center", fontsize=points(13), color=color)
