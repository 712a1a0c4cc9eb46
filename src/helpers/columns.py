"""Columns: a table in plain lists, as one stage hands it to the next; pandas makes a table of it for whoever looks.

A table of pandas costs as much for three rows as for three thousand, and a short text has three.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd

from helpers.errors import CourseError

Columns = dict[str, list[Any]]
"""The names of columns with what stands in them, all of one length."""


def columns_from(rows: Sequence[tuple[object, ...]], names: Sequence[str]) -> Columns:
    """Turn rows into columns.

    Parameters
    ----------
    rows : sequence of tuple
        Each as long as `names`.
    names : sequence of str
        What the columns are called.

    Returns
    -------
    dict of str to list
        New lists, also where there is no row.

    Examples
    --------
    >>> columns_from([(1, "a"), (2, "b")], ["number", "letter"])
    {'number': [1, 2], 'letter': ['a', 'b']}
    """
    return dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)) if rows else {name: [] for name in names}


def columns_of(table: pd.DataFrame | Columns, names: Iterable[str]) -> Columns:
    """Return the columns of a table, of plain Python objects.

    Parameters
    ----------
    table : pandas.DataFrame or dict of str to list
        Columns are returned as they are.
    names : iterable of str
        Those that are wanted; one that the table lacks is left out.

    Returns
    -------
    dict of str to list

    Examples
    --------
    >>> columns_of(pd.DataFrame({"number": [1], "other": [2]}), ["number", "letter"])
    {'number': [1]}
    """
    return table if isinstance(table, dict) else {name: table[name].tolist() for name in names if name in table.columns}


def as_table(columns: Columns, empty: Mapping[str, type] | None = None) -> pd.DataFrame:
    """Make a table of columns.

    Parameters
    ----------
    columns : dict of str to list
        The columns.
    empty : dict of str to type, optional
        Of what kind columns are in which nothing stands.

    Returns
    -------
    pandas.DataFrame

    Examples
    --------
    >>> as_table({"number": [], "letter": []}, {"number": int}).dtypes.astype(str).to_dict()
    {'number': 'int64', 'letter': 'object'}
    """
    if not any(columns.values()):
        return pd.DataFrame([], columns=list(columns)).astype(empty or {})
    try:
        return pd.DataFrame(columns)
    except UnicodeEncodeError:  # half a character (a lone surrogate), which pandas refuses as str where it has pyarrow
        return pd.DataFrame(columns, dtype=object)


def with_columns(table: pd.DataFrame, names: Iterable[str]) -> pd.DataFrame:
    """Return a table that has all these columns.

    Parameters
    ----------
    table : pandas.DataFrame
        The table.
    names : iterable of str
        What it must have.

    Returns
    -------
    pandas.DataFrame
        The same.

    Raises
    ------
    CourseError
        If it lacks one, or is no table.

    Examples
    --------
    >>> with_columns(pd.DataFrame({"number": [1]}), ["number", "letter"])
    Traceback (most recent call last):
    helpers.errors.CourseError: The table lacks the column(s) letter: take one that the helpers made.
    """
    if not isinstance(table, pd.DataFrame):
        raise CourseError(f"A table (DataFrame) is needed here, not {type(table).__name__}.")
    missing = sorted(set(names) - set(table.columns.tolist()))
    if missing:
        raise CourseError(f"The table lacks the column(s) {', '.join(missing)}: take one that the helpers made.")
    return table
