"""A slider that moves the day, and the category of each participant with it."""

from __future__ import annotations

import datetime
import html
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.inputs import UNDONE, spoken
from helpers.pictures.page import Page, notice
from helpers.pictures.palette import CATEGORIES
from helpers.pictures.picture import NO_FORMULAS, table_html
from helpers.widgets.box import box

if TYPE_CHECKING:
    from ipywidgets import VBox

FIRST, LAST = datetime.date(2001, 1, 1), datetime.date(2025, 12, 31)
"""What the table of memberships covers; it says nothing about the time after it."""


def membership_slider(
    text: str | None = None,
    participants: pd.DataFrame | None = None,
    on: datetime.date | str | None = None,
    organization: str = "SCO",
) -> VBox | Page:
    """Let a day be chosen, and show in which category each participant falls on it.

    Parameters
    ----------
    text
        The text whose participants are shown. None: the press release.
    participants
        The participants, if you have them already: the table of `find_participants`.
    on
        The day at the beginning. None: the first full date in the text.
    organization
        The organization whose members, observers and partners are looked up.

    Returns
    -------
    ipywidgets.VBox
        A slider over the months of 2001 to 2025 (arrow keys move it by one), a sentence on what differs from the day at
        the beginning, and the table. Where widgets do not run: the table of that day. If `text` or `participants` is an
        exercise that is not done yet, a sentence that says so.

    Raises
    ------
    CourseError
        If `participants` is no table of participants, or `on` is no day between 2001 and 2025.

    Examples
    --------
    >>> slider = membership_slider("On 22 January 2014 India and China took part.")
    >>> slider.children[0].label
    '22 January 2014'
    >>> slider.children[0].value = datetime.date(2025, 12, 31)
    >>> "India (observer → member)" in slider.children[1].value
    True
    """
    if text is ... or participants is ...:
        return notice(UNDONE)
    from ipywidgets import HTML, Layout, SelectionSlider

    parties, day = _subject(text, participants, on)
    options = sorted(
        {day, LAST, *(datetime.date(year, month, 1) for year in range(2001, 2026) for month in range(1, 13))}
    )
    slider = SelectionSlider(
        options=[(_spelled(option), option) for option in options],
        value=day,
        description="On",
        layout=Layout(width="560px", max_width="100%"),
        style={"description_width": "initial"},
    )
    start = _sorted_by_category(parties, day, organization)
    page = HTML(_as_html(start, start, day, day))

    def show(change: dict[str, Any]) -> None:
        try:
            now = _sorted_by_category(parties, change["new"], organization)
            page.value = _as_html(now, start, change["new"], day)
        except CourseError as error:
            page.value = f"<p>{html.escape(str(error))}</p>"

    slider.observe(show, names="value")
    return box("membership_slider", [slider, page], lambda: page.value, _as_words(start, day))


def _subject(text: str | None, participants: Any, on: Any) -> tuple[pd.DataFrame, datetime.date]:
    """Settle whom to show, and on which day to begin."""
    from helpers.dates import as_day
    from helpers.entities import tag_entities
    from helpers.participants import find_participants
    from helpers.texts import read_text

    if text is ... or participants is ...:
        raise CourseError(
            "Nothing to move yet: the exercise above is not done. Do it, run its cell, and this one again."
        )
    text = read_text() if text is None else text
    entities = tag_entities(text)
    parties = find_participants(text, entities) if participants is None else participants
    if on is None:
        dates = entities.loc[(entities["label"] == "DATE") & (entities["name"].str.len() == len("2014-01-22")), "name"]
        on = dates.iloc[0] if len(dates) else LAST
    day = datetime.date.fromisoformat(as_day(on))
    if not FIRST <= day <= LAST:
        raise CourseError(
            f"The table of memberships covers {FIRST.year} to {LAST.year}, and {_spelled(day)} lies outside. "
            'Give a day within, as in on="2014-01-22".'
        )
    return parties, day


def _sorted_by_category(parties: pd.DataFrame, day: datetime.date, organization: str) -> dict[str, list[str]]:
    """Name the participants in each category of that day, the closest category first."""
    from helpers.participants import classify_participants

    table = classify_participants(parties, day, organization)
    groups: dict[str, list[str]] = {category: [] for category in CATEGORIES}
    for name, category in zip(table["name"], table["category"], strict=True):
        groups.setdefault(category, []).append(name)
    return {category: names for category, names in groups.items() if names}


def _as_html(now: dict[str, list[str]], start: dict[str, list[str]], day: datetime.date, first: datetime.date) -> str:
    table = pd.DataFrame(
        [(spoken(category), len(names), ", ".join(names)) for category, names in now.items()],
        columns=["category", "number", "who"],
    )
    caption = f"<p><b>{_spelled(day)}</b>. {html.escape(_difference(now, start, day, first))}</p>"
    return f'<div class="{NO_FORMULAS}" style="line-height:1.4">{caption}{table_html(table)}</div>'


def _difference(
    now: dict[str, list[str]], start: dict[str, list[str]], day: datetime.date, first: datetime.date
) -> str:
    """Say who falls in another category than on the day at the beginning."""
    if day == first:
        return "Move the slider: who would be what on another day?"
    before = {name: category for category, names in start.items() for name in names}
    moved = [
        f"{name} ({spoken(before[name])} → {spoken(category)})"
        for category, names in now.items()
        for name in names
        if before[name] != category
    ]
    return f"Different from {_spelled(first)}: {', '.join(moved) or 'nobody'}."


def _as_words(groups: dict[str, list[str]], day: datetime.date) -> str:
    told = "; ".join(f"{spoken(category)} {len(names)} ({', '.join(names)})" for category, names in groups.items())
    return f"{_spelled(day)}: {told or 'no participants'}."


def _spelled(day: datetime.date) -> str:
    return f"{day.day} {day:%B} {day.year}"
