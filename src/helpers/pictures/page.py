"""The text as a page with marks: what was found stands where it was found, each mark with its label in words."""

from __future__ import annotations

import html
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush
from typing import Any

import pandas as pd

from helpers.pictures.palette import PLAIN, Ink
from helpers.pictures.picture import NO_FORMULAS, table_html


@dataclass(frozen=True)
class Mark:
    """One mark on a page: its place, the words of its label (may be empty) and its ink."""

    start: int
    end: int
    label: str = ""
    ink: Ink = PLAIN
    more: str = ""  # "…" on every piece of a mark that had to be cut


@dataclass(frozen=True, eq=False)
class Page:
    """A text with its marks, or one sentence where there is nothing to show.

    In a notebook it shows itself; `print` and a plain console show the text with the marks in brackets.

    Parameters
    ----------
    html
        The page for a notebook: inline styles only, everything that comes from the text escaped.
    words
        The text with brackets: `[STATE Mongolia]`.
    table
        The rows behind the marks.

    Examples
    --------
    >>> import pandas as pd
    >>> from helpers.pictures import show_spans
    >>> spans = pd.DataFrame({"start": [3], "end": [11], "text": ["Mongolia"], "label": ["STATE"]})
    >>> show_spans("In Mongolia.", spans)
    In [STATE Mongolia].
    """

    html: str
    words: str
    table: pd.DataFrame = field(default_factory=pd.DataFrame)

    def __repr__(self) -> str:
        return self.words

    def _repr_html_(self) -> str:
        return self.html

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/html": self.html, "text/plain": self.words}


def notice(sentence: str, table: pd.DataFrame | None = None) -> Page:
    """Make a page of one sentence, for when there is nothing to show.

    Examples
    --------
    >>> notice("Nothing to show yet.")
    Nothing to show yet.
    """
    style = f'class="{NO_FORMULAS}" style="border-left:4px solid #66727f;padding-left:10px"'
    shown = f"<p {style}>{html.escape(sentence)}</p>"
    return Page(shown, sentence, pd.DataFrame() if table is None else table)


def nested(marks: Iterable[Mark], breaks: Sequence[int] = ()) -> tuple[list[Mark], int]:
    """Cut marks until each lies inside or outside of every other and none runs over a break.

    Parameters
    ----------
    marks
        Marks in any order; where two have the same place, the first stays outside.
    breaks
        Places in the text, sorted, that no mark may run over (the ends of paragraphs).

    Returns
    -------
    tuple
        The pieces in reading order, outer before inner, and how many marks crossed another one.

    Examples
    --------
    >>> pieces, crossing = nested([Mark(0, 5, "A"), Mark(3, 8, "B")])
    >>> [(piece.start, piece.end, piece.label, piece.more) for piece in pieces], crossing
    ([(0, 5, 'A', ''), (3, 5, 'B', '…'), (5, 8, 'B', '…')], 1)
    """
    waiting = [(mark.start, -mark.end, order, mark) for order, mark in enumerate(marks)]
    heapify(waiting)
    done: list[Mark] = []
    open_ends: list[int] = []
    crossing = 0
    while waiting:
        _, _, order, mark = heappop(waiting)
        while open_ends and open_ends[-1] <= mark.start:
            open_ends.pop()
        following = bisect_right(breaks, mark.start)
        cut = follow = min(mark.end, breaks[following]) if following < len(breaks) else mark.end
        while following < len(breaks) and breaks[following] == follow:
            following, follow = following + 1, follow + 1
        if open_ends and open_ends[-1] < cut:
            cut = follow = open_ends[-1]
            crossing += mark.more == ""
        piece = mark
        if cut < mark.end:
            piece = replace(mark, end=cut, more="…")
            heappush(waiting, (follow, -mark.end, order, replace(mark, start=follow, more="…")))
        done.append(piece)
        open_ends.append(piece.end)
    return done, crossing


def page(
    text: str,
    marks: Iterable[Mark],
    table: pd.DataFrame,
    *,
    window: tuple[int, int] | None = None,
    numbers: Sequence[tuple[int, int]] = (),
    legend: Sequence[tuple[str, Ink, str]] = (),
    notes: Sequence[str] = (),
) -> Page:
    """Set a text with its marks.

    Parameters
    ----------
    text
        The whole text.
    marks
        The marks; they may nest and cross.
    table
        The rows behind the marks.
    window
        The part of the text to show, as (start, end).
    numbers
        Numbers to set into the text, as (place, number).
    legend
        What the marks mean, as (label, ink, words), above the text.
    notes
        Sentences below the text.
    """
    start, end = window or (0, len(text))
    breaks = [place for place in range(start, end) if text[place] == "\n"]
    inside = [_cut(mark, start, end) for mark in marks if mark.start < end and mark.end > start]
    pieces, crossing = nested([piece for mark in inside for piece in _without_breaks(mark, text)], breaks)
    notes = list(notes)
    if crossing:
        notes.append("Where two marks cross, one is shown in pieces, each with … at its label.")
    marked = _Setter(text, pieces, dict(numbers))
    body = "".join(f'<p style="line-height:2;margin:0px 0px 10px 0px">{line}</p>' for line in marked.html(start, end))
    foot = "".join(f"<p><small>{html.escape(note)}</small></p>" for note in notes)
    fold = f"<details><summary>The table behind the page</summary>{table_html(table, 200)}</details>"
    shown = f'<div class="{NO_FORMULAS}" style="max-width:860px">{_legend(legend)}{body}{foot}{fold}</div>'
    return Page(shown, "\n".join([marked.words(start, end), *(f"({note})" for note in notes)]), table.copy())


def _cut(mark: Mark, start: int, end: int) -> Mark:
    """Cut a mark at the borders of the part that is shown, and say so in its label."""
    if start <= mark.start and mark.end <= end:
        return mark
    return replace(mark, start=max(mark.start, start), end=min(mark.end, end), more="…")


def _without_breaks(mark: Mark, text: str) -> list[Mark]:
    """Leave out line ends at the borders of a mark, which would make empty pieces."""
    start, end = mark.start, mark.end
    while start < end and text[start] == "\n":
        start += 1
    while start < end and text[end - 1] == "\n":
        end -= 1
    return [replace(mark, start=start, end=end)] if start < end else []


def _legend(legend: Sequence[tuple[str, Ink, str]]) -> str:
    if not legend:
        return ""
    entries = [
        f'<span style="white-space:nowrap"><mark style="{_style(ink)}"><b>{html.escape(label)}</b></mark> '
        f"{html.escape(words)}</span>"
        for label, ink, words in legend
    ]
    return f'<p style="line-height:2;margin:0px 0px 10px 0px">{" &nbsp; ".join(entries)}</p>'


def _style(ink: Ink) -> str:
    width = 3 if ink.line == "double" else 2
    return (
        f"background-color:{ink.background};color:{ink.text};border:{width}px {ink.line} {ink.border};"
        f"border-radius:4px;padding:1px 3px"
    )


class _Setter:
    """Sets text and marks, once as HTML and once with brackets."""

    def __init__(self, text: str, pieces: Sequence[Mark], numbers: dict[int, int]) -> None:
        self.text = text
        self.numbers = numbers
        self.opens: dict[int, list[Mark]] = {}
        self.closes: dict[int, list[Mark]] = {}
        for piece in pieces:
            self.opens.setdefault(piece.start, []).append(piece)
            self.closes.setdefault(piece.end, []).insert(0, piece)
        self.places = sorted({*self.opens, *self.closes, *numbers})

    def html(self, start: int, end: int) -> list[str]:
        """Give one string of HTML a paragraph."""
        parts = self._parts(start, end, _html_open, _html_close, _html_number, html.escape)
        return [line for line in "".join(parts).split("\n") if line.strip()]

    def words(self, start: int, end: int) -> str:
        """Give the text with brackets."""
        return "".join(self._parts(start, end, _words_open, lambda mark: "]", lambda number: f"({number}) ", str))

    def _parts(
        self,
        start: int,
        end: int,
        before: Callable[[Mark], str],
        after: Callable[[Mark], str],
        count: Callable[[int], str],
        write: Callable[[str], str],
    ) -> Iterator[str]:
        last = start
        if start > 0 and self.text[start - 1] != "\n":
            yield "… "
        for place in [place for place in self.places if start <= place <= end]:
            yield write(self.text[last:place])
            yield from (after(mark) for mark in self.closes.get(place, []))
            if place in self.numbers and place < end:
                yield count(self.numbers[place])
            yield from (before(mark) for mark in self.opens.get(place, []))
            last = place
        yield write(self.text[last:end])
        if end < len(self.text) and self.text[end] != "\n":
            yield " …"


def _html_open(mark: Mark) -> str:
    return f'<mark style="{_style(mark.ink)}">'


def _html_close(mark: Mark) -> str:
    label = mark.label + mark.more
    # dir: a character of the text that turns the writing around must not turn the label
    style = 'dir="ltr" style="font-size:75%;letter-spacing:0.5px"'
    small = f" <small {style}><b>{html.escape(label)}</b></small>" if label else ""
    return f"{small}</mark>"


def _html_number(number: int) -> str:
    return f'<sup style="padding-right:3px"><b>{number}</b></sup>'


def _words_open(mark: Mark) -> str:
    label = mark.label + mark.more
    return f"[{label}{':' if ' ' in label else ''} " if label else "["
