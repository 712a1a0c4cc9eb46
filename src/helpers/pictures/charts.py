"""Counts and scores as bars, each bar with its number."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.canvas import drawing, finish, points, short, text_width
from helpers.pictures.inputs import accepts_undone, in_words, need_table, plural
from helpers.pictures.page import Page, notice
from helpers.pictures.palette import GRID, SOFT, STRONG, TEXT
from helpers.pictures.picture import Picture

MEASURES = {"precision": "precision", "recall": "recall", "f1": "F1"}


@accepts_undone
def draw_frequencies(counts: Any, k: int = 20, title: str = "Most frequent words") -> Picture | Page:
    """Draw the k largest counts as bars.

    Parameters
    ----------
    counts
        A Series (index: the words), a dict or Counter, a list of (word, count), or a DataFrame: its first column of
        text holds the words, its first column of numbers the counts.
    k
        How many bars.
    title
        The caption.

    Returns
    -------
    Picture

    Raises
    ------
    CourseError
        If there are no numbers in it, or k is below 1.

    Examples
    --------
    >>> draw_frequencies({"security": 12, "region": 4, "peace": 4}, k=2)
    Most frequent words: bar chart of the 2 largest of 3 counts. security 12, region 4.
    """
    series = _series(counts)
    if isinstance(k, bool) or not isinstance(k, int) or k < 1:
        raise CourseError(f"k says how many bars to draw: a whole number from 1 on, not {k!r}.")
    if series.empty:
        return notice(f"{title}: nothing to draw, there are no counts.")
    top = series.sort_values(ascending=False, kind="stable").head(k)
    table = top.rename_axis("word").rename("count").reset_index()
    which = f"the {len(top)} largest of {len(series)} counts" if len(top) < len(series) else plural(len(top), "count")
    pairs = [(str(word), _number(value)) for word, value in top.items()]
    return _bars(
        pairs, [float(value) for value in top], title, f"{title}: bar chart of {which}. {in_words(pairs)}.", table
    )


def _bars(pairs: list[tuple[str, str]], values: list[float], title: str, words: str, table: pd.DataFrame) -> Picture:
    with drawing(720, 40 + 24 * len(pairs)) as figure:
        axes = figure.add_axes((0, 0, 1, 1))
        names = [short(name) for name, _ in pairs]
        left = max(text_width(figure, name, 13) for name in names) + 20
        axes.set_xlim(-left, 720 - left)
        axes.set_ylim(len(pairs) - 0.3, -0.7)
        axes.axis("off")
        right = max(text_width(figure, number) for _, number in pairs) + 20
        scale = (720 - left - right) / (max([*values, 0]) or 1)
        for place, (name, value) in enumerate(zip(names, values, strict=True)):
            length = max(value * scale, 0)
            axes.barh(place, length, height=0.68, color=STRONG)
            axes.text(-8, place, name, ha="right", va="center", fontsize=points(13))
            axes.text(length + 6, place, pairs[place][1], ha="left", va="center", fontsize=points(13))
        axes.plot([0, 0], [-0.6, len(pairs) - 0.4], color=SOFT, linewidth=points(1))
        return finish(figure, words, table, title)


def _series(counts: Any) -> pd.Series:
    if isinstance(counts, pd.DataFrame):
        numbers = [name for name in counts.columns if pd.api.types.is_numeric_dtype(counts[name])]
        others = [name for name in counts.columns if name not in numbers]
        if not numbers:
            has = ", ".join(map(str, counts.columns)) or "no columns"
            raise CourseError(f"A column of numbers is needed to draw frequencies. The table has: {has}.")
        index = counts[others[0]] if others else counts.index
        series = pd.Series(counts[numbers[0]].to_numpy(), index=index)
    else:
        try:
            pairs = (
                counts.items() if isinstance(counts, Mapping | pd.Series) else [(name, value) for name, value in counts]
            )
            names, values = [], []
            for name, value in pairs:
                names.append(str(name))
                values.append(float(value) if not isinstance(value, int) else value)
        except (TypeError, ValueError):
            raise CourseError(
                "Frequencies are words with a number each: a Series, a dict, a list of (word, count) or a table. "
                f"This {type(counts).__name__} holds something else."
            ) from None
        series = pd.Series(values, index=names, dtype=object if not values else None)
    series = series.dropna()
    if any(math.isinf(value) for value in series):
        raise CourseError("One of the counts is infinite: there is no bar as long as that.")
    return series


@accepts_undone
def draw_scores(scores: Any, title: str = "Precision, recall and F1") -> Picture | Page:
    """Draw precision, recall and F1 side by side, one row a label or a system.

    Parameters
    ----------
    scores
        A table with the columns precision, recall and f1 (0 to 1) and `label` or `system` or both.
    title
        The caption.

    Returns
    -------
    Picture

    Examples
    --------
    >>> scores = pd.DataFrame({"label": ["STATE"], "precision": [0.5], "recall": [1.0], "f1": [0.667]})
    >>> draw_scores(scores)
    Precision, recall and F1: bars for 1 row. STATE: precision 0.50, recall 1.00, F1 0.67.
    """
    table = need_table(scores, list(MEASURES), "scores")
    names = [column for column in ("system", "label") if column in table.columns]
    if not names:
        need_table(scores, ["label"], "scores")
    if table.empty:
        return notice(f"{title}: nothing to draw, the table of scores is empty.")
    if len(names) == 2 and table["label"].nunique() == 1:
        names = ["system"]
    rows = [" · ".join(str(value) for value in row) for row in table[names].itertuples(index=False, name=None)]
    if "support" in table.columns:
        rows = [
            f"{row} ({int(support)})" if pd.notna(support) else row
            for row, support in zip(rows, table["support"], strict=True)
        ]
    values = {column: [_score(value) for value in table[column]] for column in MEASURES}
    said = "; ".join(
        f"{row}: " + in_words([(MEASURES[column], _two(values[column][place])) for column in MEASURES])
        for place, row in enumerate(rows)
    )
    words = f"{title}: bars for {plural(len(rows), 'row')}. {said}."
    return _panels(rows, values, title, words, table)


def _panels(rows: list[str], values: dict[str, list[float]], title: str, words: str, table: pd.DataFrame) -> Picture:
    with drawing(760, 50 + 26 * len(rows)) as figure:
        axes = figure.add_axes((0, 0, 1, 1))
        names = [short(row, 34) for row in rows]
        left = max(text_width(figure, name, 13) for name in names) + 20
        room = (760 - left - 10) / 3
        axes.set_xlim(0, 760)
        axes.set_ylim(len(rows) - 0.3, -1.5)
        axes.axis("off")
        for place, name in enumerate(names):
            axes.text(left - 10, place, name, ha="right", va="center", fontsize=points(13))
        for panel, column in enumerate(MEASURES):
            edge, full = left + panel * room, room - 52
            axes.text(edge, -0.95, MEASURES[column], ha="left", va="center", fontsize=points(13), fontweight="bold")
            for place, value in enumerate(values[column]):
                axes.barh(place, full, left=edge, height=0.62, color=GRID)
                axes.barh(place, 0 if value != value else full * value, left=edge, height=0.62, color=STRONG)
                axes.text(edge + full + 5, place, _two(value), ha="left", va="center", fontsize=points(13), color=TEXT)
        return finish(figure, words, table, title)


def _score(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise CourseError(f"A score is a number from 0 to 1, not {value!r}.") from None
    if number == number and not 0 <= number <= 1:
        raise CourseError(f"A score is a number from 0 to 1, not {number:g}. Percent? Divide by 100.")
    return number


def _two(value: float) -> str:
    return "–" if value != value else f"{value:.2f}"


def _number(value: Any) -> str:
    return f"{value:g}" if float(value) != int(value) else str(int(value))
