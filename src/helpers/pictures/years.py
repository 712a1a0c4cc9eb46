"""What changes over time: a row of bars for each thing, each with its number, above the cases that stand behind it."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.canvas import drawing, finish, fit, points, sheet
from helpers.pictures.inputs import accepts_undone, need_table, plural, spoken
from helpers.pictures.page import Page, notice
from helpers.pictures.palette import GRID, SOFT, STRONG
from helpers.pictures.picture import Picture

MOST_PERIODS, MOST_ROWS = 20, 12
WIDTH, LEFT, HIGH, GAP = 860, 230, 46, 26  # css pixels: the picture, its names, the longest bar, room for a number


@accepts_undone
def draw_over_time(
    table: Any, title: str = "Over time", cases: Any = None, percent: bool = False, what: str = "cases"
) -> Picture | Page:
    """Draw each column of a table as a row of bars, one bar a year.

    Parameters
    ----------
    table
        Its index holds the years, as whole numbers, or periods in words ("2010 to 2015"); each column holds numbers
        from 0 on. A year between the first and the last that has no row, and a missing number, get a dash.
    title
        The caption.
    cases
        How many texts (or whatever was counted) stand behind each year: a Series or dict with the same years. They are
        written below the years.
    percent
        The numbers are shares from 0 to 1, and are written as percent.
    what
        What the cases are: "texts", "sentences".

    Returns
    -------
    Picture

    Raises
    ------
    CourseError
        If the table holds something else, or more than 20 years or 12 columns.

    Examples
    --------
    >>> table = pd.DataFrame({"Haven": [2, 3]}, index=[2019, 2021])
    >>> draw_over_time(table, "Present", cases={2019: 7, 2021: 5}, what="texts")
    Present: bars for 1 row and 3 years. Haven: 2019 2, 2020 –, 2021 3. Texts behind them: 2019 7, 2020 0, 2021 5.
    """
    table = need_table(table, [], "numbers over time")
    if len(table.columns) and any(not pd.api.types.is_numeric_dtype(kind) for kind in table.dtypes):
        raise CourseError("A table over time holds only numbers, with the years as its index: set_index('year')?")
    if table.empty:
        return notice(f"{title}: nothing to draw, the table is empty.")
    if not len(table.columns):
        raise CourseError("A table over time has a column of numbers for each thing, and this one has none.")
    table = _every_year(table)
    if len(table) > MOST_PERIODS or len(table.columns) > MOST_ROWS:
        found = f"{len(table)} years and {plural(len(table.columns), 'column')}"
        raise CourseError(
            f"At most {MOST_PERIODS} years and {MOST_ROWS} columns fit into the picture, and these are {found}. "
            "Choose some, or put years together."
        )
    values = {str(name): [_checked(value, percent) for value in table[name]] for name in table.columns}
    periods = [str(period) for period in table.index]
    counted = None if cases is None else _counted(cases, list(table.index))
    said = [
        f"{spoken(name)}: {', '.join(f'{p} {_written(v, percent)}' for p, v in zip(periods, row, strict=True))}"
        for name, row in values.items()
    ]
    kind = "year" if pd.api.types.is_integer_dtype(table.index) else "period"
    words = f"{title}: bars for {plural(len(values), 'row')} and {plural(len(periods), kind)}. {'; '.join(said)}."
    if counted is not None:
        words += (
            f" {what.capitalize()} behind them: {', '.join(f'{p} {n}' for p, n in zip(periods, counted, strict=True))}."
        )
        table = table.assign(**{f"{what} behind": counted})
    return _draw(periods, values, counted, percent, what, words, table, title)


def _draw(
    periods: list[str],
    values: dict[str, list[float]],
    counted: list[int] | None,
    percent: bool,
    what: str,
    words: str,
    table: pd.DataFrame,
    title: str,
) -> Picture:
    bottom = 8 + (HIGH + GAP) * len(values)
    height = bottom + (48 if counted is not None else 26)
    step = (WIDTH - LEFT - 12) / len(periods)
    most = max([value for row in values.values() for value in row if value == value] or [0]) or 1
    with drawing(WIDTH, height) as figure:
        axes = sheet(figure, WIDTH, height)
        for place, (name, row) in enumerate(values.items()):
            foot = 8 + (HIGH + GAP) * (place + 1) - 4
            shown, _ = fit(figure, spoken(name), LEFT - 24)
            axes.text(LEFT - 12, foot - 12, shown, ha="right", va="center", fontsize=points(13))
            axes.plot([LEFT, WIDTH - 12], [foot, foot], color=SOFT, linewidth=points(1))
            for number, value in enumerate(row):
                _bar(axes, LEFT + step * number, step, foot, value, HIGH * value / most, percent)
        for number, period in enumerate(periods):
            across = LEFT + step * (number + 0.5)
            shown, _ = fit(figure, period, step - 3)
            axes.text(across, bottom + 12, shown, ha="center", va="center", fontsize=points(12))
            if counted is not None:
                shown, _ = fit(figure, str(counted[number]), step - 3)
                axes.text(across, bottom + 33, shown, ha="center", va="center", fontsize=points(12))
        if counted is not None:
            axes.plot([LEFT, WIDTH - 12], [bottom + 23] * 2, color=GRID, linewidth=points(1))
            shown, _ = fit(figure, f"{what} behind them", LEFT - 24)
            axes.text(LEFT - 12, bottom + 33, shown, ha="right", va="center", fontsize=points(12))
        return finish(figure, words, table, title)


def _bar(axes: Any, left: float, step: float, foot: float, value: float, length: float, percent: bool) -> None:
    from matplotlib.patches import Rectangle

    if value == value and length:
        axes.add_patch(Rectangle((left + step * 0.14, foot), step * 0.72, -length, facecolor=STRONG, linewidth=0))
    above = foot - 9 - (length if value == value else 0)
    written, _ = fit(axes.figure, _written(value, percent).removesuffix(" %"), step - 2)
    axes.text(left + step / 2, above, written, ha="center", va="center", fontsize=points(12))


def _every_year(table: pd.DataFrame) -> pd.DataFrame:
    """Put in the years between the first and the last."""
    if not pd.api.types.is_integer_dtype(table.index):
        return table
    if table.index.has_duplicates:
        raise CourseError("A table over time has one row a year, and some of its years are there twice: groupby?")
    first, last = int(table.index.min()), int(table.index.max())
    if last - first >= 10 * MOST_PERIODS:
        raise CourseError(f"The index of a table over time holds the years. This one goes from {first} to {last}.")
    return table.reindex(pd.RangeIndex(first, last + 1, name=table.index.name))


def _counted(cases: Any, periods: list[Any]) -> list[int]:
    try:
        given = dict(cases)
        return [int(given.get(period, 0)) for period in periods]
    except (TypeError, ValueError):
        raise CourseError("cases says how many texts stand behind each year: a Series or a dict of numbers.") from None


def _checked(value: Any, percent: bool) -> float:
    number = float(value)
    if number == number and (number < 0 or math.isinf(number)):
        raise CourseError(f"A bar over time is a number from 0 on, not {number:g}.")
    if percent and number == number and number > 1:
        raise CourseError(f"With percent=True the numbers are shares from 0 to 1, and one of them is {number:g}.")
    return number


def _written(value: float, percent: bool) -> str:
    if value != value:
        return "–"
    return f"{100 * value:.0f} %" if percent else f"{value:.2f}".rstrip("0").rstrip(".")
