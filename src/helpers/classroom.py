"""The class as data: each learner's marks in one small file, and what a folder of such files says.

The way is short. `save_annotations` writes one file a learner, with a pseudonym and no name. `read_annotations` gathers
a folder of them and says in sentences what is wrong with a file; nothing that lies in the folder can stop it.
`pairwise`, `alpha` and `disagreements` say how far the class agrees and where it does not.

Who has read what is told by the marks: a sentence in which somebody marked nothing counts as not read by that person.
Its words are then missing for that person, and nobody is compared with that person on them. So two sentences of a page
can be handed in; the price is that a sentence in which somebody overlooked the only name drops out, and does not count
against the agreement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import pandas as pd

from helpers.agreement import kappa
from helpers.annotation_files import UNMARKED, read_annotations, save_annotations, whole
from helpers.errors import CourseError
from helpers.pictures.inputs import plural
from helpers.pictures.marks import part
from helpers.pictures.page import Mark, Page, notice, page
from helpers.pictures.palette import BLUE, PINK, TEAL, YELLOW, Ink
from helpers.texts import require_text, split_paragraphs, split_sentences, split_words

__all__ = [
    "alpha",
    "alpha_of_labels",
    "count_marks",
    "disagreements",
    "label_words",
    "pairwise",
    "read_annotations",
    "save_annotations",
]


class Degree(NamedTuple):
    """How far the readers of a place agree: in words, from which share of them, in which ink."""

    words: str
    share: float
    ink: Ink


DEGREES = (
    Degree("all agree", 1.0, Ink(*BLUE, "solid")),
    Degree("4 in 5 or more agree", 0.8, Ink(*TEAL, "dashed")),
    Degree("half or more agree", 0.5, Ink(*YELLOW, "dotted")),
    Degree("fewer than half agree", 0.0, Ink(*PINK, "double")),
)


# --- how far the class agrees ---------------------------------------------------------------------------------------


def label_words(table: pd.DataFrame, text: str) -> pd.DataFrame:
    r"""Ask each word of the text with which label each annotator marked it.

    The label of a word is the one that covers its first letter, as in lesson 2; where spans of one person overlap, the
    inner one counts.

    Parameters
    ----------
    table : pandas.DataFrame
        From `read_annotations`: ``annotator``, ``start``, ``end``, ``label``.
    text : str
        The text.

    Returns
    -------
    pandas.DataFrame
        One row a word (in the order of `split_words`), one column an annotator: a label, "none" for a word that was
        read and not marked, None in a sentence in which this person marked nothing.

    Raises
    ------
    CourseError
        If this is no such table, or its spans lie outside of the text.

    Examples
    --------
    >>> marks = pd.DataFrame({"annotator": ["a", "b"], "start": [3, 22], "end": [11, 27], "label": "STATE"})
    >>> label_words(marks, "In Mongolia.\n\nThey like India.").values.tolist()
    [['none', None], ['STATE', None], [None, 'none'], [None, 'none'], [None, 'STATE']]
    """
    table = _check_marks(table, text)
    page_words, passages = split_words(text), _passages(text)
    starts = page_words["start"].tolist()
    home = [_passage_of(start, passages) for start in starts]
    columns = {}
    for annotator, spans in table.groupby("annotator", sort=True):
        paint: list[Any] = [UNMARKED] * len(text)
        for start, end, label in sorted(_spans(spans), key=lambda span: (span[0], -span[1], span[2])):
            paint[start:end] = [label] * (end - start)
        read = _read(_spans(spans), passages)
        columns[annotator] = [paint[start] if at in read else None for start, at in zip(starts, home, strict=True)]
    return pd.DataFrame(columns, index=page_words.index, dtype=object)


def pairwise(table: pd.DataFrame, text: str) -> pd.DataFrame:
    """Compare everybody with everybody, on the sentences that both have read.

    Parameters
    ----------
    table : pandas.DataFrame
        From `read_annotations`.
    text : str
        The text.

    Returns
    -------
    pandas.DataFrame
        One row a pair: ``first``, ``second``, ``words`` (how many words both have read), ``f1`` (strict: the same
        span and label), ``kappa`` (of the labels of these words; see `helpers.agreement.kappa`). Where a pair has read
        nothing in common, both are missing.

    Raises
    ------
    CourseError
        If this is no such table.

    Examples
    --------
    >>> marks = pd.DataFrame({"annotator": ["a", "b"], "start": [3, 3], "end": [11, 11], "label": ["STATE", "IGO"]})
    >>> pairwise(marks, "In Mongolia.")[["first", "second", "words", "f1", "kappa"]].values.tolist()
    [['a', 'b', 2, 0.0, 0.3333333333333333]]
    """
    labels = label_words(table, text)
    passages = _passages(text)
    spans = {annotator: set(_spans(rows)) for annotator, rows in table.groupby("annotator", sort=True)}
    read = {annotator: _read(own, passages) for annotator, own in spans.items()}
    columns = {annotator: labels[annotator].tolist() for annotator in labels}
    rows = []
    for first, second in combinations(columns, 2):
        both = read[first] & read[second]
        one, other = ({span for span in spans[who] if _read([span], passages) & both} for who in (first, second))
        pairs = [
            (a, b) for a, b in zip(columns[first], columns[second], strict=True) if a is not None and b is not None
        ]
        f1 = 2 * len(one & other) / (len(one) + len(other)) if one or other else float("nan")
        beyond = kappa([a for a, _ in pairs], [b for _, b in pairs]) if pairs else float("nan")
        rows.append((first, second, len(pairs), f1, beyond))
    return pd.DataFrame(rows, columns=["first", "second", "words", "f1", "kappa"]).astype(
        {"words": int, "f1": float, "kappa": float}
    )


def alpha(table: pd.DataFrame, text: str) -> float:
    """Measure with Krippendorff's alpha how far the whole class agrees on the labels of words.

    Parameters
    ----------
    table : pandas.DataFrame
        From `read_annotations`.
    text : str
        The text.

    Returns
    -------
    float
        See `alpha_of_labels`.

    Raises
    ------
    CourseError
        If this is no such table.

    Examples
    --------
    >>> marks = pd.DataFrame({"annotator": ["a", "b"], "start": [3, 3], "end": [11, 11], "label": ["STATE", "STATE"]})
    >>> alpha(marks, "In Mongolia.")
    1.0
    """
    return alpha_of_labels(label_words(table, text).values.tolist())


def alpha_of_labels(units: Iterable[Sequence[Hashable]]) -> float:
    """Compute Krippendorff's alpha for labels without an order (nominal), whoever is missing.

    Parameters
    ----------
    units : iterable of sequences
        For each thing, here each word, the labels that it got; None for whoever did not label it.

    Returns
    -------
    float
        1.0 if all agree everywhere; 0.0 if labels fall as if drawn from one common urn; below 0 if they agree less
        often than that. Not a number (nan) if nothing was labeled twice, or all labels are the same.

    References
    ----------
    Krippendorff, K. (2019). Content Analysis: An Introduction to Its Methodology (4th ed.), chapter 12. SAGE.

    Examples
    --------
    >>> round(alpha_of_labels([["STATE", "STATE"], ["none", "none"], ["IGO", "STATE"], ["none", None]]), 3)
    0.545
    """
    total: Counter[Hashable] = Counter()
    observed = 0.0
    for unit in units:
        given = [label for label in unit if label is not None]
        if len(given) < 2:
            continue  # nobody to agree with
        counts = Counter(given)
        observed += sum(count * (len(given) - count) for count in counts.values()) / (len(given) - 1)
        total.update(counts)
    number = total.total()
    by_chance = sum(count * (number - count) for count in total.values())
    return 1 - observed * (number - 1) / by_chance if by_chance else float("nan")


# --- where the class does not agree ---------------------------------------------------------------------------------


def count_marks(table: pd.DataFrame, text: str) -> pd.DataFrame:
    """Count for each place how many of those who read it marked it, and with which labels.

    A place is a word that somebody marked. Words beside each other that were marked alike are put together, as long as
    no name begins between them (for half of those who marked it or more).

    Parameters
    ----------
    table : pandas.DataFrame
        From `read_annotations`.
    text : str
        The text.

    Returns
    -------
    pandas.DataFrame
        In the order of the text: ``start``, ``end``, ``text``, ``label`` (the most frequent one, perhaps "none"),
        ``readers`` (how many have read the place), ``share`` (of the readers who gave that label), ``marks`` (all
        labels with their counts, in words).

    Raises
    ------
    CourseError
        If this is no such table.

    Examples
    --------
    >>> marks = pd.DataFrame({"annotator": ["a", "b"], "start": [3, 3], "end": [11, 11], "label": ["STATE", "IGO"]})
    >>> count_marks(marks, "In Mongolia.")[["text", "readers", "share", "marks"]].values.tolist()
    [['Mongolia', 2, 0.5, 'IGO 1, STATE 1']]
    """
    labels = label_words(table, text).values.tolist()
    places = _places(split_words(text))
    passages = _passages(text)
    begins = Counter(start for _, rows in table.groupby("annotator") for start in {span[0] for span in _spans(rows)})
    runs: list[tuple[int, int, Counter[Hashable]]] = []
    before: tuple[int | None, int] | None = None  # passage and number of the word before
    for number, ((start, end), given) in enumerate(zip(places, labels, strict=True)):
        counts = Counter(label for label in given if label is not None)
        marked = counts.total() - counts[UNMARKED]
        if not marked:
            continue
        here = _passage_of(start, passages)
        goes_on = before == (here, number - 1) and runs[-1][2] == counts and 2 * begins[start] < marked
        runs[-1:] = [(runs[-1][0], end, counts)] if goes_on else [*runs[-1:], (start, end, counts)]
        before = (here, number)
    rows = []
    for start, end, counts in runs:
        listed = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0] == UNMARKED, str(pair[0])))
        label, most = listed[0]
        told = ", ".join(f"{name} {count}" for name, count in listed if count)
        rows.append((start, end, text[start:end], label, counts.total(), most / counts.total(), told))
    table = pd.DataFrame(rows, columns=["start", "end", "text", "label", "readers", "share", "marks"])
    return table.astype({"start": int, "end": int, "readers": int, "share": float})


def disagreements(table: pd.DataFrame, text: str, start: int | None = None, end: int | None = None) -> Page:
    """Show on the page where the class agrees and where it does not, in words and in color.

    Parameters
    ----------
    table : pandas.DataFrame
        From `read_annotations`.
    text : str
        The text.
    start, end : int, optional
        Show only this part of the text.

    Returns
    -------
    Page
        Its table is that of `count_marks`.

    Raises
    ------
    CourseError
        If this is no such table, or nothing lies between `start` and `end`.

    Examples
    --------
    >>> marks = pd.DataFrame({"annotator": ["a", "b"], "start": [3, 3], "end": [11, 11], "label": ["STATE", "IGO"]})
    >>> print(disagreements(marks, "In Mongolia.").words.splitlines()[0])
    In [IGO 1, STATE 1: Mongolia].
    """
    counted = count_marks(table, text)
    if counted.empty:
        return notice("Nothing to show: no file has marks that can be used.", counted)
    window = part(text, start, end)
    marks, used = [], Counter()
    for row in counted.itertuples():
        degree = next(degree for degree in DEGREES if row.share >= degree.share)
        label = f"{row.label}, all {row.readers}" if row.share == 1 else row.marks
        marks.append(Mark(row.start, row.end, label, degree.ink))
        used[degree] += row.start < window[1] and row.end > window[0]
    legend = [(degree.words, degree.ink, plural(used[degree], "place")) for degree in DEGREES if used[degree]]
    note = (
        f"Each mark says how many gave which label; {UNMARKED} are those who have read the place and left it unmarked."
    )
    return page(text, marks, counted, window=window, legend=legend, notes=[note])


# --- places ---------------------------------------------------------------------------------------------------------


def _check_marks(table: Any, text: str) -> pd.DataFrame:
    """Return the table if it is one of marks in this text."""
    require_text(text)
    needed = ["annotator", "start", "end", "label"]
    if not isinstance(table, pd.DataFrame) or any(column not in table.columns for column in needed):
        raise CourseError(
            f"A table with the columns {', '.join(needed)} is needed. The first thing that read_annotations(…) returns "
            "is one."
        )
    for start, end, label in zip(table["start"], table["end"], table["label"], strict=True):
        start, end = whole(start), whole(end)
        if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
            raise CourseError(f"{start} to {end} is no part of this text, which runs from 0 to {len(text)}.")
        if not isinstance(label, str):
            raise CourseError(f"The mark from {start} to {end} has no label.")
    return table


def _spans(table: pd.DataFrame) -> list[tuple[int, int, str]]:
    return [
        (int(start), int(end), label)
        for start, end, label in zip(table["start"], table["end"], table["label"], strict=True)
    ]


def _places(table: pd.DataFrame) -> list[tuple[int, int]]:
    return list(zip(table["start"].tolist(), table["end"].tolist(), strict=True))


def _passages(text: str) -> list[tuple[int, int]]:
    """Cut the text into what somebody reads or does not read: its sentences, and a title, which is none."""
    sentences = _places(split_sentences(text))
    titles = [
        (start, end)
        for start, end in _places(split_paragraphs(text))
        if not any(start <= first < end for first, _ in sentences)
    ]
    return sorted([*sentences, *titles])


def _passage_of(place: int, passages: Sequence[tuple[int, int]]) -> int | None:
    return next((number for number, (start, end) in enumerate(passages) if start <= place < end), None)


def _read(spans: Iterable[tuple[int, int, str]], passages: Sequence[tuple[int, int]]) -> set[int | None]:
    """Tell in which sentences there is a mark."""
    return {
        number
        for first, last, _ in spans
        for number, (start, end) in enumerate(passages)
        if first < end and last > start
    }
