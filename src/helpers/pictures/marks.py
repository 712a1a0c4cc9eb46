"""Spans on the page, each with its label, and the sentence that stands there where there are none."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.inputs import UNDONE, plural
from helpers.pictures.page import Mark, Page, notice, page
from helpers.pictures.palette import CONSENSUS, NAMED, PLAIN, inks


def show_spans(
    text: str,
    spans: Any,
    label: str | None = "label",
    start: int | None = None,
    end: int | None = None,
    numbers: bool = False,
) -> Page:
    """Show the text with spans marked, each with its label.

    Parameters
    ----------
    text
        The text in which the spans lie.
    spans
        A table with one row a span: columns `start`, `end` (Python indices, end exclusive) and the one that `label`
        names.
        Whatever else it is (an exercise that is not done yet, a list), the page says in a sentence what is missing.
    label
        The column whose words stand at each mark: "label" for entities, "category" or "kind" for participants.
        None: marks without a label.
    start, end
        Show only this part of the text.
    numbers
        Set the number of each sentence before it.

    Returns
    -------
    Page

    Raises
    ------
    CourseError
        If nothing lies between `start` and `end`.

    Examples
    --------
    >>> spans = pd.DataFrame({"start": [0, 10], "end": [5, 15], "text": ["India", "China"], "label": "STATE"})
    >>> show_spans("India and China took part.", spans)
    [STATE India] and [STATE China] took part.
    >>> show_spans("India and China took part.", ...)
    Nothing to show yet: the exercise above is not done. Do it, run its cell, and run this one again.
    """
    if problem := table_problem(spans, text, "start", "end", *([] if label is None else [label])):
        return notice(problem)
    window = part(text, start, end)
    if spans.empty:
        return _empty(text, window, numbers, spans)
    labels = [""] * len(spans) if label is None else [str(value) for value in spans[label]]
    colors = {"": PLAIN, **inks([value for value in labels if value])}
    if label == "consensus":  # an organization is a kind of party, too, and has another ink there
        colors.update({name: CONSENSUS[name] for name in colors if name in CONSENSUS})
    marks = list(
        dict.fromkeys(
            Mark(int(first), int(last), words, colors[words])
            for first, last, words in zip(spans["start"], spans["end"], labels, strict=True)
        )
    )
    shown = [mark for mark in marks if mark.start < window[1] and mark.end > window[0]]
    order = {name: place for place, name in enumerate(NAMED)}
    legend = [
        (name, ink, plural(count, "mark"))
        for name, ink in sorted(colors.items(), key=lambda pair: order.get(pair[0], len(order)))
        if (count := sum(mark.label == name for mark in shown)) and name
    ]
    notes = []
    if len(marks) < len(spans):
        notes.append(f"Rows that are in the table more than once are marked once: {len(spans) - len(marks)} left out.")
    here = spans[(spans["start"] < window[1]) & (spans["end"] > window[0])]
    return page(text, marks, here, window=window, numbers=_numbers(text) if numbers else (), legend=legend, notes=notes)


def table_problem(spans: Any, text: Any, *columns: str) -> str:
    """Say in a sentence why this is no table of spans of this text; an empty string if it is one."""
    if spans is ... or text is ...:
        return UNDONE
    if not isinstance(text, str):
        return f"Nothing to show yet: the text comes first, a str, and this is a {type(text).__name__}."
    if not isinstance(spans, pd.DataFrame):
        kind = type(spans).__name__
        pairs = isinstance(spans, list | tuple) and len(spans) > 0 and all(_is_pair(row) for row in spans)
        help_ = " Put the pairs into spans_from(text, [...]) and store what it returns." if pairs else ""
        return f"Nothing to show yet: a table of spans (a DataFrame) is needed here, and this is a {kind}.{help_}"
    missing = [column for column in columns if column not in spans.columns]
    if missing:
        has = ", ".join(map(str, spans.columns)) or "none"
        lacks = " and ".join(missing)
        return f"Nothing to show yet: the table of spans lacks the column {lacks}. Its columns: {has}."
    for first, last in zip(spans["start"], spans["end"], strict=True):
        try:
            good = int(first) == first and int(last) == last and 0 <= first < last <= len(text)
        except (TypeError, ValueError):
            good = False
        if not good:
            return f"Nothing to show yet: {first} to {last} is no part of this text, which runs from 0 to {len(text)}."
    if "text" in spans.columns:
        for first, last, words in zip(spans["start"], spans["end"], spans["text"], strict=True):
            if text[int(first) : int(last)] != words:
                found = text[int(first) : int(last)]
                return (
                    f"Nothing to show yet: a row says “{words}”, but text[{first}:{last}] is “{found}”. "
                    "Were the spans made on another text?"
                )
    return ""


def _is_pair(row: Any) -> bool:
    """Tell a name with its label, as `spans_from` takes them."""
    return isinstance(row, list | tuple) and len(row) in (2, 3) and isinstance(row[0], str)


def part(text: str, start: int | None, end: int | None) -> tuple[int, int]:
    """Return the part of the text that is to be shown, counted like in text[start:end]."""
    first, last, _ = slice(start, end).indices(len(text))
    if first >= last and text:
        raise CourseError(f"Nothing lies between start={start} and end={end}: the text runs from 0 to {len(text)}.")
    return first, last


def _empty(text: str, window: tuple[int, int], numbers: bool, spans: pd.DataFrame) -> Page:
    note = "The table is empty: there is nothing to mark."
    return page(text, [], spans, window=window, numbers=_numbers(text) if numbers else (), notes=[note])


def _numbers(text: str) -> list[tuple[int, int]]:
    from helpers.texts import split_sentences

    sentences = split_sentences(text)
    return [(int(start), int(number)) for start, number in zip(sentences["start"], sentences["sentence"], strict=True)]
