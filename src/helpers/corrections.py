"""What a reader has changed among the names that the rules found: as a table, in a file, and applied again."""

from __future__ import annotations

from io import StringIO
from itertools import pairwise
from pathlib import Path

import pandas as pd

from helpers.entities import LABELS, Gazetteer, tag_entities
from helpers.errors import CourseError
from helpers.spreadsheets import guarded, unguarded

COLUMNS = ["start", "end", "text", "label", "change"]
CHANGES = ("added", "taken out")


def places(marks: pd.DataFrame) -> set[tuple[int, int, str]]:
    """Return start, end and label of each mark.

    Examples
    --------
    >>> places(pd.DataFrame({"start": [0], "end": [4], "label": ["STATE"]}))
    {(0, 4, 'STATE')}
    """
    return set(zip(marks["start"], marks["end"], marks["label"], strict=True))


NONE = pd.DataFrame(columns=COLUMNS)
"""No corrections."""


def corrections(found: pd.DataFrame, marks: pd.DataFrame) -> pd.DataFrame:
    """List how marks differ from those that the rules made.

    Parameters
    ----------
    found, marks : pandas.DataFrame
        ``start``, ``end``, ``text``, ``label``: what the rules found, and what stands there now.

    Returns
    -------
    pandas.DataFrame
        In the order of the text: ``start``, ``end``, ``text``, ``label``, ``change`` ("added" or "taken out"). A name
        with another label or border makes two rows.

    Examples
    --------
    >>> found = tag_entities("Chad met.")
    >>> marks = pd.DataFrame({"start": [0], "end": [4], "text": ["Chad"], "label": ["IGO"]})
    >>> corrections(found, marks)[["text", "label", "change"]].values.tolist()
    [['Chad', 'IGO', 'added'], ['Chad', 'STATE', 'taken out']]
    """
    rows = []
    for table, other, change in ((marks, found, "added"), (found, marks, "taken out")):
        there = places(other)
        for start, end, text, label in zip(table["start"], table["end"], table["text"], table["label"], strict=True):
            if (start, end, label) not in there:
                rows.append((start, end, text, label, change))
    return pd.DataFrame(sorted(rows), columns=COLUMNS)


def corrected(found: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Change names that the rules found as a reader has changed them before.

    Parameters
    ----------
    found : pandas.DataFrame
        ``start``, ``end``, ``text``, ``label``.
    changes : pandas.DataFrame
        From `corrections`.

    Returns
    -------
    pandas.DataFrame
        The marks. A name that the rules found where a reader has added one gives way to it.

    Examples
    --------
    >>> found = tag_entities("Chad met Peru.")
    >>> marks = pd.DataFrame({"start": [0], "end": [4], "text": ["Chad"], "label": ["IGO"]})
    >>> corrected(found, corrections(found, marks))[["text", "label"]].values.tolist()
    [['Chad', 'IGO']]
    """
    columns = ["start", "end", "text", "label"]
    added = changes.loc[changes["change"] == "added", columns]
    gone = places(changes[changes["change"] == "taken out"])
    given = list(zip(added["start"], added["end"], strict=True))
    kept = [
        (start, end, label) not in gone and not any(start < last and first < end for first, last in given)
        for start, end, label in zip(found["start"], found["end"], found["label"], strict=True)
    ]
    return pd.concat([found.loc[kept, columns], added]).sort_values(["start", "end"], ignore_index=True)


def named(marks: pd.DataFrame, before: pd.DataFrame, gazetteer: Gazetteer | None = None) -> pd.DataFrame:
    """Give each mark the name under which it is counted: as before, or as the tables know its words.

    Parameters
    ----------
    marks : pandas.DataFrame
        ``start``, ``end``, ``text``, ``label``.
    before : pandas.DataFrame
        Entities as `tag_entities` gives them.
    gazetteer : Gazetteer, optional
        The names that are known; by default those of the course.

    Returns
    -------
    pandas.DataFrame
        The marks in the form of `tag_entities`.

    Examples
    --------
    >>> found = tag_entities("Chad met.")
    >>> marks = pd.DataFrame({"start": [0, 5], "end": [4, 8], "text": ["Chad", "met"], "label": ["STATE", "IGO"]})
    >>> named(marks, found)[["name", "iso3"]].values.tolist()
    [['Chad', 'TCD'], ['met', '']]
    """
    known = {(row.start, row.end, row.label): (row.name, row.iso3) for row in before.itertuples(index=False)}
    names = []
    for row in marks.itertuples(index=False):
        if (row.start, row.end, row.label) not in known:
            alone = tag_entities(row.text, gazetteer)
            fits = len(alone) == 1 and alone["text"].iloc[0] == row.text and alone["label"].iloc[0] == row.label
            known[row.start, row.end, row.label] = tuple(alone[["name", "iso3"]].iloc[0]) if fits else (row.text, "")
        names.append(known[row.start, row.end, row.label])
    return marks.assign(name=[name for name, _ in names], iso3=[iso3 for _, iso3 in names])


def save_corrections(changes: pd.DataFrame, path: Path) -> Path:
    """Write corrections into a file that opens in a spreadsheet.

    Parameters
    ----------
    changes : pandas.DataFrame
        From `corrections`.
    path : pathlib.Path
        The file. One of this name is replaced.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    CourseError
        If it can not be written.
    """
    try:
        table = guarded(changes).to_csv(index=False, lineterminator="\r\n")
        path.write_text(table, encoding="utf-8-sig", errors="backslashreplace", newline="")
    except OSError as problem:
        raise CourseError(f"The file {path} can not be written ({problem.strerror}). Is it open elsewhere?") from None
    return path


def read_corrections(path: str | Path, text: str) -> pd.DataFrame:
    """Read corrections that were saved before, for the same text.

    Parameters
    ----------
    path : str or pathlib.Path
        The file that `save_corrections` has written. It may have been in a spreadsheet since.
    text : str
        The text.

    Returns
    -------
    pandas.DataFrame
        As `corrections` gives them.

    Raises
    ------
    CourseError
        If there is no such file, it is damaged, or its rows do not fit this text.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> changes = pd.DataFrame([[0, 4, "Chad", "IGO", "added"]], columns=COLUMNS)
    >>> with TemporaryDirectory() as folder:
    ...     read_corrections(save_corrections(changes, Path(folder) / "mine.csv"), "Chad met.").equals(changes)
    True
    """
    path = Path(path)
    try:
        content = path.read_text(encoding="utf-8-sig")
        mark = ";" if ";" in content.partition("\n")[0] else ","  # as a spreadsheet may have saved it
        table = unguarded(pd.read_csv(StringIO(content), sep=mark, dtype=str, keep_default_na=False))
        rows = [_row(number, row, text) for number, row in enumerate(table[COLUMNS].values.tolist(), 1)]
    except CourseError as problem:
        raise CourseError(f"The corrections in {path.name} can not be used: {problem}.") from None
    except (OSError, ValueError, KeyError) as problem:  # no file, no text, no table, no such columns
        why = problem.strerror if isinstance(problem, OSError) else "it is not the table that the desk has saved"
        raise CourseError(f"The corrections in {path.name} can not be used: {why}.") from None
    added = sorted(row[:2] for row in rows if row[4] == "added")
    for (_, end), (start, _) in pairwise(added):
        if start < end:
            raise CourseError(
                f"The corrections in {path.name} can not be used: two names that were added share text[{start}:{end}]."
            )
    return pd.DataFrame(rows, columns=COLUMNS)


def _row(number: int, cells: list[str], text: str) -> tuple[int, int, str, str, str]:
    """Return a row as `corrections` has it; raise what is wrong with it."""
    first, last, written, label, change = cells
    if not (first.isdecimal() and last.isdecimal()) or label not in LABELS or change not in CHANGES:
        raise CourseError(f"row {number} is damaged")
    start, end = int(first), int(last)
    there = text[start:end]
    as_saved = there.encode("utf-8", "backslashreplace").decode()
    if not there or as_saved.splitlines() != written.splitlines():
        raise CourseError(f"row {number} says {written!r}, and text[{start}:{end}] has other words, as in another text")
    return start, end, there, label, change
