"""The page of a text in the browser: its marks, and a learner who selects, labels and changes them there."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.palette import Ink, inks
from helpers.widgets.modules import widget_class

if TYPE_CHECKING:
    from anywidget import AnyWidget

COLUMNS = ["start", "end", "text", "label"]


@cache
def _view_class() -> type[AnyWidget]:
    """Make the class of our pages, once, when the first is shown. It counts in characters of its own `text`."""
    from traitlets import Bool, Dict, Int, List, Unicode

    return widget_class(
        "page_view",
        text=Unicode(),
        first=Int(0),
        spans=List(),
        labels=List(Unicode()),
        inks=Dict(),
        mode=Unicode("read"),
        title=Unicode("The text"),
        whole_words=Bool(True),
        show=List([0, 0]),
        top=Int(-1),
        told=Dict(),
        point=Int(-1),
        listed=Dict(),
        said=Unicode(),
        pressed=List(),
    )


def page_view(
    text: str,
    spans: pd.DataFrame | None = None,
    *,
    labels: list[str] | None = None,
    mode: str = "read",
    title: str = "The text",
    start: int = 0,
    end: int | None = None,
) -> AnyWidget:
    """Show a text, or a part of it, with labeled marks.

    Parameters
    ----------
    text : str
        The whole text.
    spans : pandas.DataFrame, optional
        The marks: ``start``, ``end``, ``label``, counted in the whole text. Those outside of the part are left out.
    labels : list of str, optional
        The labels that can be given; the first nine have the keys 1 to 9.
    mode : {"read", "mark", "inspect"}
        Only to be read, to be marked, or to be looked at letter by letter.
    title : str
        What a screen reader calls the page.
    start, end : int
        The part of the text.

    Returns
    -------
    anywidget.AnyWidget
        Its trait `spans` is a list of [start, end, label], counted from `start`; `table_of` makes a table of it.

    Examples
    --------
    >>> view = page_view("In Mongolia.", pd.DataFrame({"start": [3], "end": [11], "label": ["STATE"]}))
    >>> view.spans
    [[3, 11, 'STATE']]
    """
    end = len(text) if end is None else end
    view = _view_class()(
        text=printable(text[start:end]), first=start, labels=list(labels or []), mode=mode, title=title
    )
    set_spans(view, spans)
    return view


def set_text(view: AnyWidget, text: str) -> None:
    """Show another text on a page that is open, in the place of the one that is there.

    Parameters
    ----------
    view : anywidget.AnyWidget
        A page, as `page_view` makes it.
    text : str
        The text; if the page shows a part, that part.

    Examples
    --------
    >>> view = page_view("In Мongolia.")
    >>> set_text(view, "In Mongolia.")
    >>> view.text
    'In Mongolia.'
    """
    view.text = printable(text)


def set_spans(view: AnyWidget, spans: pd.DataFrame | None, colors: dict[str, Ink] | None = None) -> None:
    """Show other marks on a page that is open.

    Parameters
    ----------
    view : anywidget.AnyWidget
        A page, as `page_view` makes it.
    spans : pandas.DataFrame or None
        ``start``, ``end``, ``label``, counted in the whole text.
    colors : dict, optional
        The ink of labels that shall not have the one of the course.

    Raises
    ------
    CourseError
        If it is no table of spans.
    """
    rows = [] if spans is None else _rows(spans, view.first, view.first + len(view.text))
    names = [*view.labels, *(label for _, _, label in rows)]
    given = {**inks(names), **(colors or {})}
    view.inks = {name: [ink.background, ink.text, ink.border, ink.line] for name, ink in given.items()}
    view.spans = rows


def _rows(spans: Any, first: int, last: int) -> list[list[Any]]:
    if not isinstance(spans, pd.DataFrame) or not {"start", "end", "label"} <= set(spans.columns):
        raise CourseError(
            "Marks are a table with the columns start, end and label, as spans_from(text, [...]) makes it."
        )
    rows = []
    for start, end, label in zip(spans["start"], spans["end"], spans["label"], strict=True):
        if not (int(start) == start and int(end) == end and start < end):
            raise CourseError(f"A mark has a start and an end behind it; here is one from {start} to {end}.")
        if first <= start and end <= last:
            rows.append([int(start) - first, int(end) - first, str(label)])
    return sorted(rows)


def list_places(
    view: AnyWidget,
    title: str,
    columns: list[str],
    rows: list[tuple[int, int, list[str], str]],
    *,
    whole: bool = False,
) -> None:
    """List places beside a page that is to be read: a click or Enter on one of them leads there.

    The arrow keys go up and down in the list. A click on a listed place of the page chooses it, too.

    Parameters
    ----------
    view : anywidget.AnyWidget
        A page, as `page_view` makes it, of the mode "read".
    title : str
        What stands above the list.
    columns : list of str
        What the cells are; the words in their context come last, by themselves.
    rows : list of tuple
        Start and end of the place, counted in the whole text; its cells; a sentence to be said when it is chosen.
    whole : bool
        List the words of a place in full, with the marks that lie in it, in place of a word or two in their context.

    Examples
    --------
    >>> view = page_view("In Mongolia.")
    >>> list_places(view, "1 error", ["error"], [(3, 11, ["missed"], "Missed: a state.")])
    >>> view.listed["rows"]
    [[3, 11, ['missed'], 'Missed: a state.']]
    """
    shown = [
        [int(start) - view.first, int(end) - view.first, [printable(cell) for cell in cells], printable(said)]
        for start, end, cells, said in rows
    ]
    view.listed = {"title": title, "columns": columns, "rows": shown, "whole": whole}


def lead_to(view: AnyWidget, start: int, end: int) -> None:
    """Select a place of a page that is open and bring it into sight, also if it is the one that was asked for before.

    Parameters
    ----------
    view : anywidget.AnyWidget
        A page, as `page_view` makes it.
    start, end : int
        The place, counted from the beginning of what the page shows.

    Examples
    --------
    >>> view = page_view("In Mongolia.")
    >>> lead_to(view, 3, 11)
    >>> view.show
    [3, 11]
    """
    view.show = [0, 0]  # else to ask for the same place again would change nothing
    view.show = [start, end]


def open_at(view: AnyWidget, place: int) -> None:
    """Let a page begin with the line of a place, without choosing anything there; the notebook does not move.

    Parameters
    ----------
    view : anywidget.AnyWidget
        A page, as `page_view` makes it.
    place : int
        The place, counted in the whole text.

    Examples
    --------
    >>> view = page_view("In Mongolia.")
    >>> open_at(view, 3)
    >>> view.top
    3
    """
    view.top = int(place) - view.first


def guarded(view: AnyWidget, action: Callable[..., Any]) -> Callable[..., None]:
    """Let an action of a widget say on the page what went wrong, in a sentence.

    Parameters
    ----------
    view : anywidget.AnyWidget
        A page with a list of places, whose line of status is said aloud.
    action : callable
        What a click or a change sets off.

    Returns
    -------
    callable
        The same action, which raises nothing.

    Examples
    --------
    >>> view = page_view("In Mongolia.")
    >>> guarded(view, lambda: 1 / 0)()
    >>> view.said
    'This did not work: ZeroDivisionError: division by zero. Run the cell again.'
    """

    def acted(*given: Any) -> None:
        try:
            action(*given)
        except CourseError as error:
            view.said = str(error)
        except Exception as error:  # a learner must see it: in a widget nothing else would show
            view.said = f"This did not work: {type(error).__name__}: {error}. Run the cell again."

    return acted


def table_of(view: AnyWidget, text: str) -> pd.DataFrame:
    """Make a table of the marks that are on a page now.

    Parameters
    ----------
    view : anywidget.AnyWidget
        A page, as `page_view` makes it.
    text : str
        The whole text.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``text``, ``label``, in the order of the text, counted in the whole text.

    Examples
    --------
    >>> view = page_view("In Mongolia.", start=3)
    >>> view.spans = [[0, 8, "STATE"]]
    >>> table_of(view, "In Mongolia.").values.tolist()
    [[3, 11, 'Mongolia', 'STATE']]
    """
    rows = sorted((int(start) + view.first, int(end) + view.first, str(label)) for start, end, label in view.spans)
    return pd.DataFrame([(start, end, text[start:end], label) for start, end, label in rows], columns=COLUMNS)


def printable(text: str) -> str:
    r"""Put the sign for a broken character, as long, in place of half a surrogate pair: no browser can be sent one.

    Examples
    --------
    >>> printable("a\ud83c") == "a\ufffd"
    True
    """
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
