"""Spans on the page: `show_spans` marks one table of spans, `show_comparison` sets two of them against each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.inputs import UNDONE, plural
from helpers.pictures.page import Mark, Page, notice, page
from helpers.pictures.palette import NAMED, OUTCOMES, PLAIN, inks


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
        If there is no column of that name, or `start` and `end` are no part of the text.

    Examples
    --------
    >>> spans = pd.DataFrame({"start": [0, 10], "end": [5, 15], "text": ["India", "China"], "label": "STATE"})
    >>> show_spans("India and China took part.", spans)
    [STATE India] and [STATE China] took part.
    >>> show_spans("India and China took part.", ...)
    Nothing to show yet: the exercise above is not done. Do it, run its cell, and run this one again.
    """
    window = _window(text, start, end)
    problem = table_problem(spans, text)
    if problem:
        return notice(problem)
    if label is not None and label not in spans.columns:
        raise CourseError(
            f'There is no column "{label}" in this table. It has: {", ".join(map(str, spans.columns))}. '
            'Name one of them, as in show_spans(text, spans, label="name").'
        )
    if spans.empty:
        return _empty(text, window, numbers, spans)
    labels = [""] * len(spans) if label is None else [str(value) for value in spans[label]]
    colors = {"": PLAIN, **inks([value for value in labels if value])}
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
    return page(
        text, marks, spans, window=window, numbers=_numbers(text) if numbers else (), legend=legend, notes=notes
    )


def show_comparison(
    text: str,
    gold: Any,
    predicted: Any,
    names: tuple[str, str] = ("gold", "predicted"),
    start: int | None = None,
    end: int | None = None,
) -> Page:
    """Show where two tables of spans agree and where they do not, in words and in color.

    Parameters
    ----------
    text
        The text in which the spans lie.
    gold, predicted
        Two tables with `start`, `end` and `label`. Whatever else they are, the page says what is missing.
    names
        What to call the two.
    start, end
        Show only this part of the text.

    Returns
    -------
    Page
        Its `table` has one row for each pair or single span: outcome, text, the two labels and the two places.

    Examples
    --------
    >>> gold = pd.DataFrame({"start": [0, 10], "end": [5, 15], "text": ["India", "China"], "label": "STATE"})
    >>> show_comparison("India and China took part.", gold, gold.head(1))
    [STATE same India] and [STATE only gold China] took part.
    """
    window = _window(text, start, end)
    for name, spans in zip(names, (gold, predicted), strict=True):
        problem = table_problem(spans, text, "start", "end", "label")
        if problem:
            return notice(f"{problem} (This is about the table “{name}”.)" if problem else problem)
    table = compare(text, gold, predicted, names)
    if table.empty:
        return notice("Nothing to show: both tables are empty.")
    inside = table[
        [
            any(first != "" and first < window[1] and last > window[0] for first, last in places)
            for places in zip(
                zip(table["start_1"], table["end_1"], strict=True),
                zip(table["start_2"], table["end_2"], strict=True),
                strict=True,
            )
        ]
    ]
    outcomes = _outcomes(names)
    legend = [
        (words, OUTCOMES[key], str(count))
        for key, words in outcomes.items()
        if (count := int((inside["outcome"] == words).sum()))
    ]
    marks = [mark for row in table.to_dict("records") for mark in _marks_of(row, names)]
    renamed = table.rename(columns=_columns(names))
    return page(text, marks, renamed, window=window, legend=legend)


def compare(text: str, first: pd.DataFrame, second: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    """Pair the spans of two tables: the same place first, then those that share most characters.

    Returns
    -------
    DataFrame
        outcome, text, label_1, label_2, start_1, end_1, start_2, end_2; what a single span lacks is an empty string.
    """
    ones, twos = (_spans(table) for table in (first, second))
    overlaps = sorted(
        (
            (one[:2] != two[:2], one[2] != two[2], -(min(one[1], two[1]) - max(one[0], two[0])), one, two)
            for one in ones
            for two in twos
            if one[0] < two[1] and two[0] < one[1]
        ),
    )
    rest_one, rest_two = set(ones), set(twos)
    outcomes = _outcomes(names)
    rows: list[dict[str, Any]] = []
    for other_place, other_label, _, one, two in overlaps:
        if one in rest_one and two in rest_two:
            rest_one.discard(one)
            rest_two.discard(two)
            key = "boundary differs" if other_place else "label differs" if other_label else "same"
            rows.append(_row(text, outcomes[key], one, two))
    rows += [_row(text, outcomes["only first"], one, None) for one in rest_one]
    rows += [_row(text, outcomes["only second"], None, two) for two in rest_two]
    rows.sort(key=lambda row: (row["start_2"] if row["start_1"] == "" else row["start_1"], row["label_1"]))
    columns = ["outcome", "text", "label_1", "label_2", "start_1", "end_1", "start_2", "end_2"]
    return pd.DataFrame(rows, columns=columns)


def table_problem(spans: Any, text: str, *columns: str) -> str:
    """Say in a sentence why this is no table of spans of this text; an empty string if it is one."""
    if spans is ...:
        return UNDONE
    if not isinstance(spans, pd.DataFrame):
        kind = type(spans).__name__
        return f"Nothing to show yet: a table of spans (a DataFrame) is needed here, and this is a {kind}."
    missing = [column for column in columns or ("start", "end") if column not in spans.columns]
    if missing:
        return f"Nothing to show yet: the table of spans lacks the column {' and '.join(missing)}."
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


def _window(text: str, start: int | None, end: int | None) -> tuple[int, int]:
    if not isinstance(text, str):
        raise CourseError(f"The first argument is the text, a str. This is a {type(text).__name__}.")
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


def _spans(table: pd.DataFrame) -> list[tuple[int, int, str]]:
    places = zip(table["start"], table["end"], table["label"], strict=True)
    return list(dict.fromkeys((int(start), int(end), str(label)) for start, end, label in places))


def _outcomes(names: Sequence[str]) -> dict[str, str]:
    return {
        "same": "same",
        "label differs": "label differs",
        "boundary differs": "boundary differs",
        "only first": f"only {names[0]}",
        "only second": f"only {names[1]}",
    }


def _row(text: str, outcome: str, one: tuple[int, int, str] | None, two: tuple[int, int, str] | None) -> dict[str, Any]:
    start = min(span[0] for span in (one, two) if span)
    end = max(span[1] for span in (one, two) if span)
    row: dict[str, Any] = {"outcome": outcome, "text": text[start:end]}
    for number, span in (("1", one), ("2", two)):
        row[f"label_{number}"] = span[2] if span else ""
        row[f"start_{number}"] = span[0] if span else ""
        row[f"end_{number}"] = span[1] if span else ""
    return row


def _marks_of(row: dict[str, Any], names: Sequence[str]) -> list[Mark]:
    keys = {words: key for key, words in _outcomes(names).items()}
    ink = OUTCOMES[keys[row["outcome"]]]
    if row["outcome"] == "boundary differs":
        return [
            Mark(row[f"start_{number}"], row[f"end_{number}"], f"{name}: {row[f'label_{number}']}", ink)
            for number, name in zip("12", names, strict=True)
        ]
    number = "1" if row["label_1"] else "2"
    label = f"{row[f'label_{number}']} {row['outcome']}"
    if row["outcome"] == "label differs":
        label = f"{names[0]}: {row['label_1']} ≠ {names[1]}: {row['label_2']}"
    return [Mark(row[f"start_{number}"], row[f"end_{number}"], label, ink)]


def _columns(names: Sequence[str]) -> dict[str, str]:
    return {
        f"{what}_{number}": f"{what}_{name}"
        for number, name in zip("12", names, strict=True)
        for what in ("label", "start", "end")
    }
