"""Memberships over time: who stood in which relation to an organization, from when to when."""

from __future__ import annotations

import datetime
from typing import Any, NamedTuple

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.charts import _short, _text_width
from helpers.pictures.grids import _canvas
from helpers.pictures.inputs import accepts_undone, in_words, need_table, plural, spoken
from helpers.pictures.page import Page, notice
from helpers.pictures.palette import ALERT, GRID, PAPER, SOFT, STATUSES, Ink, inks
from helpers.pictures.picture import Picture, drawing, finish, points

FIRST, LAST = 2001, 2026  # the table ends with 2025: the axis ends with its last day
THICK = {"member": 20, "observer": 15, "dialogue_partner": 10, "partner": 10}
SHORT = {"member": "M", "observer": "O", "dialogue_partner": "D", "partner": "P"}


class Stay(NamedTuple):
    """One row of the table as years: a state has a status from `start` to `end`."""

    iso3: str
    status: str
    start: float
    end: float
    open: bool


@accepts_undone
def draw_memberships(
    memberships: Any,
    states: Any = None,
    on: datetime.date | str | None = None,
    organization: str = "Shanghai Cooperation Organization",
    title: str = "",
) -> Picture | Page:
    """Draw the statuses of states in an organization from 2001 to the end of 2025.

    Parameters
    ----------
    memberships
        The table of dated memberships: organization, iso3, status, from_date, to_date (excluded; empty: still in force).
    states
        Only these: a list or column of iso3, or a table with a column iso3. None: all of the organization.
    on
        A day (datetime.date or ISO string) to mark with a line; the words then say who had which status on it.
    organization
        Its full name as in the table.
    title
        The caption.

    Returns
    -------
    Picture

    Raises
    ------
    CourseError
        If columns are missing, `on` is no day, or the organization is not in the table.

    Examples
    --------
    >>> from helpers.reference import memberships
    >>> print(str(draw_memberships(memberships(), states=["CHN", "IND"], on="2014-01-22")))
    Statuses in the Shanghai Cooperation Organization, 2001 to 2025: 2 states. On 22 January 2014: member 1 (China), observer 1 (India). China: member since 15 June 2001. India: observer from 5 July 2005, member since 9 June 2017.
    """
    table = need_table(memberships, ["organization", "iso3", "status", "from_date", "to_date"], "memberships")
    day = _day(on)
    own = table[table["organization"] == organization]
    if own.empty:
        if table.empty:
            return notice("No memberships to show: the table is empty.")
        known = ", ".join(sorted(set(table["organization"])))
        raise CourseError(f"The table of memberships knows no organization “{organization}”. It knows: {known}.")
    wanted = _wanted(states)
    if wanted is not None:
        own = own[own["iso3"].isin(wanted)]
    if own.empty:
        return notice(f"None of these states has a row for the {organization}: there is nothing to show.")
    stays = [_stay(row) for row in own.to_dict("records")]
    head = title or f"Statuses in the {organization}, {FIRST} to {LAST - 1}"
    names = _names()
    ordered = _ordered(stays, day)
    words = _in_words(ordered, own, names, day, head)
    columns = ["iso3", "status", "from_date", "to_date"]
    return _draw(ordered, stays, names, day, head, words, own[columns].reset_index(drop=True))


def _draw(
    ordered: list[str],
    stays: list[Stay],
    names: dict[str, str],
    day: datetime.date | None,
    head: str,
    words: str,
    table: pd.DataFrame,
) -> Picture:
    colors = {**STATUSES, **inks(stay.status for stay in stays)}
    with drawing(860, 100) as figure:
        labels = {iso3: _short(names.get(iso3, iso3), 26) for iso3 in ordered}
        left = max(_text_width(figure, label, 13) for label in labels.values()) + 18
        height = 84 + 26 * len(ordered)
        figure.set_size_inches(8.6, height / 100)
        axes = _canvas(figure, 860, height)
        year = (860 - left - 18) / (LAST - FIRST)
        bottom = 60 + 26 * len(ordered)
        for tick in range(FIRST, LAST + 1):
            across = left + (tick - FIRST) * year
            axes.plot([across, across], [58, bottom], color=GRID, linewidth=points(1))
            if (tick - FIRST) % 4 == 0 and tick < LAST:
                axes.text(across, bottom + 12, str(tick), ha="center", va="center", fontsize=points(12))
        _key(figure, axes, left, [status for status in colors if any(stay.status == status for stay in stays)], colors)
        for row, iso3 in enumerate(ordered):
            middle = 60 + 26 * row + 13
            axes.text(left - 8, middle, labels[iso3], ha="right", va="center", fontsize=points(13))
            for stay in (stay for stay in stays if stay.iso3 == iso3):
                _bar(figure, axes, stay, colors[stay.status], left, year, middle)
        if day is not None:
            across = left + (_year(day) - FIRST) * year
            axes.plot([across, across], [46, bottom], color=ALERT, linewidth=points(2))
            side = "right" if across > 640 else "left"
            axes.text(
                across + (-5 if side == "right" else 5),
                46,
                _date(day),
                ha=side,
                va="center",
                fontsize=points(13),
                color=ALERT,
                fontweight="bold",
            )
        return finish(figure, words, table, head)


def _bar(figure: Any, axes: Any, stay: Stay, ink: Ink, left: float, year: float, middle: float) -> None:
    from matplotlib.patches import Rectangle

    start, end = max(stay.start, FIRST), min(stay.end, LAST)
    if end <= start:
        return
    thick = THICK.get(stay.status, 12)
    across, wide = left + (start - FIRST) * year, (end - start) * year
    axes.add_patch(
        Rectangle(
            (across, middle - thick / 2),
            wide,
            thick,
            facecolor=ink.background,
            edgecolor=ink.border,
            linewidth=points(1.2),
        )
    )
    name = spoken(stay.status)
    if thick >= 15 and _text_width(figure, name, 12) + 10 < wide:
        axes.text(across + 6, middle, name, va="center", fontsize=points(12), color=ink.text)


def _key(figure: Any, axes: Any, left: float, statuses: list[str], colors: dict[str, Ink]) -> None:
    from matplotlib.patches import Rectangle

    across = left
    for status in statuses:
        thick = THICK.get(status, 12)
        axes.add_patch(
            Rectangle(
                (across, 18 - thick / 2),
                26,
                thick,
                facecolor=colors[status].background,
                edgecolor=colors[status].border,
                linewidth=points(1.2),
            )
        )
        axes.text(across + 33, 18, spoken(status), va="center", fontsize=points(13))
        across += 33 + _text_width(figure, spoken(status), 13) + 22


def _in_words(
    ordered: list[str], own: pd.DataFrame, names: dict[str, str], day: datetime.date | None, head: str
) -> str:
    parts = [f"{head}: {plural(len(ordered), 'state')}."]
    if day is not None:
        held = {iso3: _held(own, iso3, day) for iso3 in ordered}
        groups = []
        for status in dict.fromkeys([*STATUSES, *held.values()]):
            inside = [names.get(iso3, iso3) for iso3 in ordered if held[iso3] == status]
            if inside:
                groups.append((f"{spoken(status) or 'none yet'}", f"{len(inside)} ({', '.join(inside)})"))
        parts.append(f"On {_date(day)}: {in_words(groups)}.")
    for iso3 in ordered if len(ordered) <= 4 else []:
        rows = own[own["iso3"] == iso3].sort_values("from_date")
        steps = [
            f"{spoken(row['status'])} {'from' if row['to_date'] else 'since'} {_date(_day(row['from_date']))}"
            for row in rows.to_dict("records")
        ]
        parts.append(f"{names.get(iso3, iso3)}: {', '.join(steps)}.")
    return " ".join(parts)


def _held(own: pd.DataFrame, iso3: str, day: datetime.date) -> str:
    text = day.isoformat()
    for row in own[own["iso3"] == iso3].to_dict("records"):
        if row["from_date"] <= text and (not row["to_date"] or text < row["to_date"]):
            return str(row["status"])
    return ""


def _ordered(stays: list[Stay], day: datetime.date | None) -> list[str]:
    """Put states in the order of their first day, the closer status first."""
    closeness = {status: place for place, status in enumerate(STATUSES)}
    first: dict[str, tuple[float, int, str]] = {}
    for stay in sorted(stays, key=lambda stay: stay.start):
        first.setdefault(stay.iso3, (stay.start, closeness.get(stay.status, 9), stay.iso3))
    return sorted(first, key=lambda iso3: first[iso3])


def _stay(row: dict[str, Any]) -> Stay:
    start, end = _day(row["from_date"]), _day(row["to_date"] or None)
    if start is None:
        raise CourseError(f"A membership of {row['iso3']} has no from_date: give the day on which it began.")
    return Stay(str(row["iso3"]), str(row["status"]), _year(start), _year(end) if end else float(LAST), end is None)


def _wanted(states: Any) -> set[str] | None:
    if states is None:
        return None
    if isinstance(states, pd.DataFrame):
        states = need_table(states, ["iso3"], "states")["iso3"]
    if isinstance(states, str):
        states = [states]
    return {str(iso3) for iso3 in states if iso3}


def _names() -> dict[str, str]:
    from helpers.reference import states

    table = states()
    return dict(zip(table["iso3"], table["short_name"], strict=True))


def _day(on: Any) -> datetime.date | None:
    if on is None or on == "":
        return None
    if isinstance(on, datetime.datetime):
        return on.date()
    if isinstance(on, datetime.date):
        return on
    try:
        return datetime.date.fromisoformat(on)
    except (TypeError, ValueError):
        raise CourseError(f'A day is written year-month-day, as in "2014-01-22". This is {on!r}.') from None


def _year(day: datetime.date) -> float:
    first = datetime.date(day.year, 1, 1)
    return day.year + (day - first).days / (
        (datetime.date(day.year + 1, 1, 1) - first).days if day.year < 9999 else 365
    )


def _date(day: datetime.date | None) -> str:
    return "" if day is None else f"{day.day} {day:%B} {day.year}"
