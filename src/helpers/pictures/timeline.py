"""Memberships over time: who stood in which relation to an organization, from when to when."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.canvas import box, drawing, finish, points, sheet, short, text_width
from helpers.pictures.inputs import accepts_undone, in_words, need_table, plural, spoken
from helpers.pictures.page import Page, notice
from helpers.pictures.palette import ALERT, GRID, STATUSES, Ink, inks
from helpers.pictures.picture import Picture

LAST = 2026  # the table ends with 2025: the axis ends with its last day
THICK = {"member": 22, "observer": 18, "dialogue_partner": 14, "partner": 14}  # all bear a word of 12 pixels


class Stay(NamedTuple):
    """One row of the table: a state has a status from `start` to `end`, in years."""

    iso3: str
    status: str
    start: float
    end: float
    goes_on: bool = False  # the table says no end


class Row(NamedTuple):
    """Where a row of the picture lies, in css pixels."""

    left: float
    first: int  # the year with which the axis begins
    width: float  # of a year
    day: float | None
    middle: float = 0.0

    def across(self, year: float) -> float:
        """Tell how far to the right a moment lies."""
        return self.left + (year - self.first) * self.width


@accepts_undone
def draw_memberships(
    memberships: Any,
    states: Any = None,
    on: datetime.date | str | None = None,
    organization: str = "Shanghai Cooperation Organization",
    title: str = "",
    names: Mapping[str, str] | None = None,
) -> Picture | Page:
    """Draw the statuses of states in an organization, from the year of the table's first row for it to the end of 2025.

    A status that the table does not end has an arrow at the end of its bar.

    Parameters
    ----------
    memberships
        The table of dated memberships: organization, iso3, status, from_date, to_date (excluded; empty: in force).
    states
        Only these: a list or column of iso3, or a table with a column iso3. None: all of the organization.
    on
        A day (datetime.date or ISO string) to mark with a line; the words then say who had which status on it.
    organization
        Its name as in the table, or its acronym.
    title
        The caption.
    names
        Names for codes that our table of states lacks, such as those of states that do not exist.

    Returns
    -------
    Picture

    Raises
    ------
    CourseError
        If columns are missing, `on` is no day of these years, or the organization is not in the table.

    Examples
    --------
    >>> from helpers.reference import memberships
    >>> draw_memberships(memberships(), states=["CHN", "IND"], on="2014-01-22")
    Statuses in the Shanghai Cooperation Organization, 2001 to 2025: 2 states.
    On 22 January 2014: member 1 (China), observer 1 (India). China: member since 15 June 2001.
    India: observer from 5 July 2005, member since 9 June 2017.
    """
    table = need_table(memberships, ["organization", "iso3", "status", "from_date", "to_date"], "memberships")
    day = _day(on)
    organization = _full_name(organization)
    own = table[table["organization"] == organization]
    if own.empty:
        if table.empty:
            return notice("No memberships to show: the table is empty.")
        known = ", ".join(sorted(set(table["organization"])))
        raise CourseError(f"The table of memberships knows no organization “{organization}”. It knows: {known}.")
    began = [start.year for start in map(_day, own["from_date"].map(_iso)) if start is not None]
    first = min([*began, LAST - 1])
    if day is not None and not first <= day.year < LAST:
        raise CourseError(
            f"The picture covers {first} to {LAST - 1}, and {_date(day)} lies outside. Take a day within."
        )
    wanted = _wanted(states)
    if wanted is not None:
        own = own[own["iso3"].isin(wanted)]
    if own.empty:
        return notice(f"None of these states has a row for the {organization}: there is nothing to show.")
    own = own.assign(**{name: [_iso(value) for value in own[name]] for name in ("from_date", "to_date")})
    stays = [_stay(row) for row in own.to_dict("records")]
    head = title or f"Statuses in the {organization}, {first} to {LAST - 1}"
    names = _names() | dict(names or {})
    ordered = _ordered(stays)
    words = _in_words(ordered, own, names, day or datetime.date(LAST - 1, 12, 31), head)
    columns = ["iso3", "status", "from_date", "to_date"]
    return _draw(ordered, stays, first, names, day, head, words, own[columns].reset_index(drop=True))


def _draw(
    ordered: list[str],
    stays: list[Stay],
    first: int,
    names: dict[str, str],
    day: datetime.date | None,
    head: str,
    words: str,
    table: pd.DataFrame,
) -> Picture:
    colors = inks([*STATUSES, *(stay.status for stay in stays)])
    colors = {status: ink for status, ink in colors.items() if any(stay.status == status for stay in stays)}
    height, bottom = 84 + 26 * len(ordered), 60 + 26 * len(ordered)
    with drawing(860, height) as figure:
        axes = sheet(figure, 860, height)
        labels = {iso3: short(names.get(iso3, iso3), 26) for iso3 in ordered}
        left = max(text_width(figure, label) for label in labels.values()) + 18
        row = Row(left, first, (860 - left - 24) / (LAST - first), None if day is None else _year(day))
        _years(axes, row, bottom)
        _key(figure, axes, left, colors)
        for place, iso3 in enumerate(ordered):
            row = row._replace(middle=60 + 26 * place + 13)
            axes.text(left - 8, row.middle, labels[iso3], ha="right", va="center", fontsize=points(13))
            for stay in (stay for stay in stays if stay.iso3 == iso3):
                _bar(axes, stay, colors[stay.status], row)
        if row.day is not None:
            _line(axes, row.across(row.day), bottom, _date(day))
        return finish(figure, words, table, head)


def _years(axes: Any, row: Row, bottom: float) -> None:
    step = max(4, -(-(LAST - row.first) // 10))  # at most ten years are written
    for year in range(row.first, LAST + 1):
        axes.plot([row.across(year)] * 2, [58, bottom], color=GRID, linewidth=points(1), zorder=0)
        if (year - row.first) % step == 0 and year < LAST:
            axes.text(row.across(year), bottom + 12, str(year), ha="center", va="center", fontsize=points(12))


def _line(axes: Any, across: float, bottom: float, words: str) -> None:
    axes.plot([across, across], [40, bottom], color=ALERT, linewidth=points(2))
    side, away = ("right", -6) if across > 640 else ("left", 6)
    axes.text(across + away, 46, words, ha=side, va="center", fontsize=points(13), color=ALERT, fontweight="bold")


def _bar(axes: Any, stay: Stay, ink: Ink, row: Row) -> None:
    """Draw one stay, with its name in it where there is room, beside the line of the day."""
    start, end = max(stay.start, row.first), min(stay.end, LAST)
    if end <= start:
        return
    thick = THICK.get(stay.status, 12)
    across, wide = row.across(start), row.across(end) - row.across(start)
    box(axes, across, row.middle - thick / 2, wide, thick, ink.background, ink.border)
    if stay.goes_on:
        tip = [(across + wide, row.middle + side * thick / 2) for side in (-1, 1)] + [(across + wide + 9, row.middle)]
        axes.fill(*zip(*tip, strict=True), facecolor=ink.border, edgecolor=ink.border, linewidth=points(1))
    name = spoken(stay.status)
    length = text_width(axes.figure, name, 12) + 12
    if row.day is not None and across < row.across(row.day) < across + length:
        wide -= row.across(row.day) - across
        across = row.across(row.day)
    if length < wide:
        axes.text(across + 6, row.middle, name, va="center", fontsize=points(12), color=ink.text)


def _key(figure: Any, axes: Any, left: float, colors: dict[str, Ink]) -> None:
    across = left
    for status, ink in colors.items():
        thick = THICK.get(status, 12)
        box(axes, across, 18 - thick / 2, 26, thick, ink.background, ink.border)
        axes.text(across + 33, 18, spoken(status), va="center", fontsize=points(13))
        across += 33 + text_width(figure, spoken(status)) + 22


def _in_words(ordered: list[str], own: pd.DataFrame, names: dict[str, str], day: datetime.date, head: str) -> str:
    parts = [f"{head}: {plural(len(ordered), 'state')}."]
    held = {iso3: _held(own, iso3, day) for iso3 in ordered}
    groups = []
    for status in dict.fromkeys([*STATUSES, *held.values()]):
        if inside := [names.get(iso3, iso3) for iso3 in ordered if held[iso3] == status]:
            groups.append((spoken(status) or "none", f"{len(inside)} ({', '.join(inside)})"))
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


def _ordered(stays: list[Stay]) -> list[str]:
    """Put states in the order of their first day, the closer status first."""
    closeness = {status: place for place, status in enumerate(STATUSES)}
    first: dict[str, tuple[float, int, str]] = {}
    for stay in sorted(stays, key=lambda stay: stay.start):
        first.setdefault(stay.iso3, (stay.start, closeness.get(stay.status, 9), stay.iso3))
    return sorted(first, key=lambda iso3: first[iso3])


def _stay(row: dict[str, Any]) -> Stay:
    start, end = _day(row["from_date"]), _day(row["to_date"])
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


def _full_name(organization: str) -> str:
    from helpers.reference import organizations

    table = organizations()
    names = table.loc[table["acronym"] == organization, "name"] if organization else []
    return str(names.iloc[0]) if len(names) else organization


def _names() -> dict[str, str]:
    from helpers.reference import states

    table = states()
    return dict(zip(table["iso3"], table["short_name"], strict=True))


def _iso(day: Any) -> str:
    """Write a day of the table as text: also what another reader has turned into a time stamp or a missing value."""
    return "" if pd.isna(day) else str(day)[:10]


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
