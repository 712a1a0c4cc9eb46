"""What the drawing functions accept, and the sentence for what they do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, ParamSpec

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.page import Page, notice
from helpers.pictures.picture import Picture

P = ParamSpec("P")

UNDONE = "Nothing to show yet: the exercise above is not done. Do it, run its cell, and run this one again."

SPOKEN = {
    "terrorism_extremism": "terrorism and extremism",
    "crime_cyber": "crime and cybercrime",
    "economy_culture": "economy and culture",
    "afghan": "Afghan",
    "un": "UN",
}


def accepts_undone(draw: Callable[P, Picture | Page]) -> Callable[P, Picture | Page]:
    """Let a drawing function answer an exercise that is not done yet (`...`) with a sentence."""

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> Picture | Page:
        if any(value is ... for value in (*args, *kwargs.values())):
            return notice(UNDONE)
        return draw(*args, **kwargs)

    return drawn


def need_table(table: Any, columns: Sequence[str], what: str) -> pd.DataFrame:
    """Return the table if it is one and has these columns; raise the sentence that says what is missing.

    Examples
    --------
    >>> need_table(pd.DataFrame({"name": []}), ["name", "category"], "participants")
    Traceback (most recent call last):
    helpers.errors.CourseError: The table of participants lacks the column category. It has: name.
    """
    if not isinstance(table, pd.DataFrame):
        raise CourseError(
            f"A table of {what} (a DataFrame) with the columns {', '.join(columns)} is needed here, "
            f"and this is a {type(table).__name__}."
        )
    missing = [column for column in columns if column not in table.columns]
    if missing:
        has = ", ".join(map(str, table.columns)) or "no columns"
        raise CourseError(f"The table of {what} lacks the column {' and '.join(missing)}. It has: {has}.")
    return table


def in_words(pairs: Sequence[tuple[str, Any]]) -> str:
    """Join names and numbers to a list in words.

    Examples
    --------
    >>> in_words([("member", 6), ("observer", 5)])
    'member 6, observer 5'
    """
    return ", ".join(f"{name} {value}" for name, value in pairs)


def plural(count: int, noun: str) -> str:
    """Put a number before its noun.

    Examples
    --------
    >>> plural(1, "state"), plural(12, "state")
    ('1 state', '12 states')
    """
    return f"{count} {noun}{'' if count == 1 else 's'}"


def spoken(name: str) -> str:
    """Write a name of the vocabularies as people do.

    Examples
    --------
    >>> spoken("dialogue_partner"), spoken("un_system")
    ('dialogue partner', 'UN system')
    """
    name = str(name)
    return SPOKEN.get(name, " ".join(SPOKEN.get(word, word) for word in name.split("_")))
