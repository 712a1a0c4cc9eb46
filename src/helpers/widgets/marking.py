"""Mark the names of a text with a mouse, a finger or the keys, and compare with somebody else's marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.agreement import score_spans
from helpers.errors import CourseError
from helpers.pictures.comparison import show_comparison
from helpers.pictures.inputs import UNDONE
from helpers.pictures.marks import part, show_spans, table_problem
from helpers.pictures.page import Page, notice
from helpers.widgets.box import box, former
from helpers.widgets.page_view import page_view, set_spans, table_of
from helpers.widgets.scoreboard import scoreboard

if TYPE_CHECKING:
    from anywidget import AnyWidget
    from ipywidgets import VBox, Widget

LABELS = ["STATE", "IGO", "GOV", "POST", "DATE", "DOC", "INITIATIVE"]


def annotator(
    text: str | None = None,
    spans: pd.DataFrame | None = None,
    *,
    against: pd.DataFrame | None = None,
    names: tuple[str, str] = ("gold", "mine"),
    labels: list[str] | None = None,
    start: int | None = None,
    end: int | None = None,
) -> VBox | Page:
    """Let the names of a text be marked by hand.

    Parameters
    ----------
    text : str, optional
        The text; by default the press release.
    spans : pandas.DataFrame, optional
        Marks to begin with: ``start``, ``end``, ``label``. By default none, or, if this cell is run again, those that
        were made in it before.
    against : pandas.DataFrame, optional
        Somebody else's marks, the gold standard's or a neighbor's. They are not shown before the button is pressed.
    names : tuple of str
        What to call the others, and you.
    labels : list of str, optional
        The labels that can be given; by default the seven of the codebook.
    start, end : int, optional
        The part of the text that is shown.

    Returns
    -------
    ipywidgets.VBox
        Its `value` is the table of the marks, now: ``start``, ``end``, ``text``, ``label``. It can be set, too. Where
        widgets do not run, the page with its marks stands in its place. If `text`, `spans` or `against` is an exercise
        that is not done yet: a sentence that says so.

    Raises
    ------
    CourseError
        If `spans` or `against` is no table of spans, or nothing lies between `start` and `end`.

    Examples
    --------
    >>> marks = annotator("In Mongolia.")
    >>> marks.value = pd.DataFrame({"start": [3], "end": [11], "label": ["STATE"]})
    >>> marks.value["text"].tolist()
    ['Mongolia']
    """
    if any(given is ... for given in (text, spans, against)):
        return notice(UNDONE)
    from helpers.texts import read_text, require_text

    text = read_text() if text is None else require_text(text)
    first, last = part(text, start, end)
    for table in (spans, against):
        if table is not None and (problem := table_problem(table, text, "start", "end", "label")):
            raise CourseError(problem)
    before = former("annotator")
    if spans is None and before is not None and before.subject == (text, first, last):
        spans = before.value
    view = page_view(
        text, spans, labels=labels or LABELS, mode="mark", title="Text to be marked", start=first, end=last
    )
    return box(
        "annotator",
        [view] if against is None else [view, *_comparison(view, text, against, names, first, last)],
        lambda: show_spans(text, table_of(view, text), start=first, end=last).html,
        "A text to be marked. Run this cell in JupyterLab.",
        get=lambda: table_of(view, text),
        put=lambda table: set_spans(view, table),
        subject=(text, first, last),
    )


def _comparison(
    view: AnyWidget, text: str, against: pd.DataFrame, names: tuple[str, str], first: int, last: int
) -> list[Widget]:
    """Make the button and what it shows: the scoreboard, and the page with both readings."""
    from ipywidgets import HTML, Layout, ToggleButton

    layout = Layout(width="auto", align_self="flex-start")
    button = ToggleButton(value=False, description=f"Compare with {names[0]}", layout=layout)
    result = HTML()
    scores: list[pd.DataFrame] = []

    def compare(_: dict[str, Any]) -> None:
        if not button.value:
            scores.clear()
            result.value = ""
            return
        mine = table_of(view, text)
        scores.append(score_spans(_between(against, first, last), mine))
        board = scoreboard(scores[-1], scores[-2] if len(scores) > 1 else None)
        result.value = board + show_comparison(text, against, mine, names, start=first, end=last).html

    button.observe(compare, names="value")
    view.observe(compare, names="spans")
    return [button, result]


def _between(spans: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    return spans[(spans["start"] >= first) & (spans["end"] <= last)]
