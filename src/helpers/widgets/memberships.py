"""A slider that moves the day, and the category of each participant with it."""

from __future__ import annotations

import datetime
import html
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.inputs import UNDONE, spoken
from helpers.pictures.page import Page, notice
from helpers.pictures.palette import CATEGORIES
from helpers.pictures.picture import NO_FORMULAS, Picture, table_html
from helpers.widgets.box import box
from helpers.widgets.page_view import page_view, set_spans

if TYPE_CHECKING:
    from anywidget import AnyWidget
    from ipywidgets import VBox

FIRST, LAST = datetime.date(2001, 1, 1), datetime.date(2025, 12, 31)
"""What the table of memberships covers; it says nothing about the time after it."""


def membership_slider(
    text: str | None = None,
    participants: pd.DataFrame | None = None,
    on: datetime.date | str | None = None,
    organization: str = "SCO",
) -> VBox | Page:
    """Let a day be chosen, and show in which category each participant falls on it: in a table and on the page.

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
        A slider over the months of 2001 to 2025 (arrow keys move it by one); a sentence on what differs from the day at
        the beginning; the table of that day; the two days crossed in a confusion matrix; the page, each participant
        with its category of that day; and the picture of memberships over time. Where widgets do not run: the table.
        If `text` or `participants` is an exercise that is not done yet, a sentence that says so.

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

    text, parties, day = _subject(text, participants, on)
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
    first = _classified(parties, day, organization)
    start = _by_category(first)
    table, matrix = HTML(_as_html(start, start, day, day)), HTML(_crossed(first, first, day, day))
    page = _page(text, first)
    picture = _over_time(first, day, organization)

    def show(change: dict[str, Any]) -> None:
        try:
            now = _classified(parties, change["new"], organization)
            table.value = _as_html(_by_category(now), start, change["new"], day)
            matrix.value = _crossed(first, now, day, change["new"])
            if page is not None:
                set_spans(page, now.assign(label=now["category"]))
        except CourseError as error:
            table.value = f"<p>{html.escape(str(error))}</p>"

    slider.observe(show, names="value")
    children = [slider, table, matrix, page, None if picture is None else HTML(picture.html)]
    shown = [child for child in children if child is not None]
    return box("membership_slider", shown, lambda: table.value, _as_words(start, day))


def _subject(text: str | None, participants: Any, on: Any) -> tuple[str, pd.DataFrame, datetime.date]:
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
    return text, parties, day


def _classified(parties: pd.DataFrame, day: datetime.date, organization: str) -> pd.DataFrame:
    from helpers.participants import classify_participants

    return classify_participants(parties, day, organization)


def _by_category(table: pd.DataFrame) -> dict[str, list[str]]:
    """Name the participants in each category, the closest category first."""
    groups: dict[str, list[str]] = {category: [] for category in CATEGORIES}
    for name, category in zip(table["name"], table["category"], strict=True):
        groups.setdefault(category, []).append(name)
    return {category: names for category, names in groups.items() if names}


def _page(text: str, table: pd.DataFrame) -> AnyWidget | None:
    """Show the lines that name the participants, if the table was made of this text."""
    if not {"start", "end"} <= set(table.columns) or table.empty:
        return None
    if any(
        text[start:end] != words for start, end, words in zip(table["start"], table["end"], table["text"], strict=True)
    ):
        return None
    start = text.rfind("\n", 0, int(table["start"].min())) + 1
    end = text.find("\n", int(table["end"].max()))
    spans = table.assign(label=table["category"])
    title = "The participants on the page, with their categories"
    return page_view(text, spans, title=title, start=start, end=len(text) if end < 0 else end)


def _over_time(table: pd.DataFrame, day: datetime.date, organization: str) -> Picture | None:
    """Draw the statuses of the states that took part; there is none if the organization has no row for them."""
    states = sorted({code for code in table["iso3"] if code})
    return _drawn(tuple(states), day, organization) if states else None


@lru_cache(maxsize=4)
def _drawn(states: tuple[str, ...], day: datetime.date, organization: str) -> Picture | None:
    """Draw once what a cell shows again each time that it is run: no day that is chosen changes it."""
    from helpers.pictures.timeline import draw_memberships
    from helpers.reference import memberships

    try:
        picture = draw_memberships(memberships(), states=list(states), on=day, organization=organization)
    except CourseError:
        return None
    return picture if isinstance(picture, Picture) else None


def _crossed(first: pd.DataFrame, now: pd.DataFrame, day: datetime.date, other: datetime.date) -> str:
    """Cross the categories of two days: a row for the first, a column for the second."""
    if day == other:
        return ""
    rows = [category for category in CATEGORIES if category in set(first["category"])]
    columns = [category for category in CATEGORIES if category in set(now["category"]) | set(rows)]
    pairs = list(zip(first["category"], now["category"], strict=True))
    counts = pd.DataFrame(
        [[spoken(row), *(pairs.count((row, column)) for column in columns)] for row in rows],
        columns=[f"{_spelled(day)} ↓", *(spoken(column) for column in columns)],
    )
    same = sum(one == two for one, two in pairs)
    told = f"Rows: {_spelled(day)}. Columns: {_spelled(other)}. In the same category on both: {same} of {len(pairs)}."
    return f'<div class="{NO_FORMULAS}"><p>{told}</p>{table_html(counts)}</div>'


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
