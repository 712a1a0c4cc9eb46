r"""Tables for a spreadsheet, in which no text of somebody else becomes a formula.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula and may run it, also behind a tab
or a line end. Such a cell gets one apostrophe in front, the sign by which spreadsheets know a text. So does a cell that
begins with apostrophes and then one of these, so that the way back has no doubt: one apostrophe is taken off.
"""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd

from helpers.reference import read_table

_FORMULA = re.compile("'*[=+\\-@＝＋－＠\t\r\n]")
_GUARDED = re.compile("''*[=+\\-@＝＋－＠\t\r\n]")


def guarded(table: pd.DataFrame) -> pd.DataFrame:
    """Put an apostrophe before every text that a spreadsheet would take for a formula.

    Parameters
    ----------
    table : pandas.DataFrame
        Any table. It is not changed.

    Returns
    -------
    pandas.DataFrame
        A copy; `unguarded` makes the table of it that was.

    Examples
    --------
    >>> guarded(pd.DataFrame({"text": ["=1+1", "India", "'=", "'tis"]}))["text"].tolist()
    ["'=1+1", 'India', "''=", "'tis"]
    """
    return table.map(lambda cell: f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell)


def unguarded(table: pd.DataFrame) -> pd.DataFrame:
    """Take off the apostrophes that `guarded` has put there.

    Parameters
    ----------
    table : pandas.DataFrame
        A table that was guarded. It is not changed.

    Returns
    -------
    pandas.DataFrame
        A copy.

    Examples
    --------
    >>> unguarded(pd.DataFrame({"text": ["'=1+1", "India", "''=", "'tis"]}))["text"].tolist()
    ['=1+1', 'India', "'=", "'tis"]
    """
    return table.map(lambda cell: cell[1:] if isinstance(cell, str) and _GUARDED.match(cell) else cell)


def read_export(path: str | Path) -> pd.DataFrame:
    """Read a table that `Analysis.to_csv` has written, with the texts as they were on the page.

    Parameters
    ----------
    path : str or pathlib.Path
        The file.

    Returns
    -------
    pandas.DataFrame
        All cells are str, but for ``start``, ``end`` and ``sentence``, which are int.

    Raises
    ------
    CourseError
        If there is no such file, or it is no table.
    """
    table = unguarded(read_table(path))
    numbers = [column for column in table.columns if column == "sentence" or column.endswith(("start", "end"))]
    return table.astype(dict.fromkeys(numbers, int))
