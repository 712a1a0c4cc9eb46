"""Two annotations of one text on one page: where they agree, and in what they part."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers.pictures.marks import part, table_problem
from helpers.pictures.page import Mark, Page, notice, page
from helpers.pictures.palette import OUTCOMES, Ink

NAMES = ("gold", "predicted")


def show_comparison(
    text: str,
    gold: Any,
    predicted: Any,
    names: tuple[str, str] = NAMES,
    start: int | None = None,
    end: int | None = None,
) -> Page:
    """Show where two tables of spans agree and where they part, in words and in color.

    What agrees and what does not is told by :func:`helpers.agreement.compare_spans`.

    Parameters
    ----------
    text
        The text in which the spans lie.
    gold, predicted
        Two tables with `start`, `end` and `label`. Whatever else they are (an exercise that is not done yet), the page
        says in a sentence what is missing.
    names
        What to call the two. Where the first is no gold standard, nothing is missed or extra, but only in one of them.
    start, end
        Show only this part of the text.

    Returns
    -------
    Page
        Its `table` is the one of `compare_spans` for the part that is shown, in the words of `names`.

    Raises
    ------
    CourseError
        If nothing lies between `start` and `end`.

    Examples
    --------
    >>> gold = pd.DataFrame({"start": [0, 10], "end": [5, 15], "text": ["India", "China"], "label": "STATE"})
    >>> show_comparison("India and China took part.", gold, gold.head(1))
    [STATE agrees: India] and [STATE missed: China] took part.
    """
    from helpers.agreement import compare_spans

    for name, spans in zip(names, (gold, predicted), strict=True):
        if problem := table_problem(spans, text, "start", "end", "label"):
            return notice(f"{problem} (This is about the table “{name}”.)")
    window = part(text, start, end)
    first, second = _with_text(gold, text), _with_text(predicted, text)
    table = compare_spans(first, second)
    if table.empty:
        return notice("Nothing to show: both tables are empty.")
    marks = _marks(table, second, names)
    shown = table[(table["start"] < window[1]) & (table["end"] > window[0])]
    legend = [
        (_renamed(outcome, names), ink, str(count))
        for outcome, ink in OUTCOMES.items()
        if (count := int((shown["outcome"] == outcome).sum()))
    ]
    told = shown.assign(outcome=[_renamed(outcome, names) for outcome in shown["outcome"]])
    told = told.rename(columns={f"predicted_{what}": f"{what} ({names[1]})" for what in ("label", "text")})
    return page(text, marks, told, window=window, legend=legend)


def _with_text(spans: pd.DataFrame, text: str) -> pd.DataFrame:
    words = [text[int(start) : int(end)] for start, end in zip(spans["start"], spans["end"], strict=True)]
    return spans.assign(text=words)


def _marks(table: pd.DataFrame, predicted: pd.DataFrame, names: tuple[str, str]) -> list[Mark]:
    """Make one mark a row, two where the boundary differs: the other one is looked up in the second table.

    The two have borders of two styles, so that one can tell them apart where one lies inside the other.
    """
    marks = []
    free = list(zip(predicted["start"], predicted["end"], predicted["label"], predicted["text"], strict=True))
    for row in table.itertuples():
        ink = OUTCOMES[row.outcome]
        label = f"{row.label} {_renamed(row.outcome, names)}"
        if row.outcome == "label differs":
            label = f"{names[0]} {row.label} ≠ {names[1]} {row.predicted_label}"
        if row.outcome == "boundary differs":
            label = f"{names[0]} {row.label}"
            fits = (
                span
                for span in free
                if span[0] < row.end and span[1] > row.start and span[2:] == (row.predicted_label, row.predicted_text)
            )
            if other := next(fits, None):
                free.remove(other)
                marks.append(Mark(int(other[0]), int(other[1]), f"{names[1]} {other[2]}", _solid(ink)))
        marks.append(Mark(row.start, row.end, label, ink))
    return marks


def _solid(ink: Ink) -> Ink:
    return ink._replace(line="solid")


def _renamed(outcome: str, names: tuple[str, str]) -> str:
    if names[0] == NAMES[0]:
        return outcome
    return {"missed": f"only in {names[0]}", "extra": f"only in {names[1]}"}.get(outcome, outcome)
