"""Columns and tables hold the same, whatever stands in them, and also if nothing does."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.columns import as_table, columns_from, columns_of, with_columns
from helpers.errors import CourseError

NAMES = ["start", "text", "coded"]
ROWS = st.lists(st.tuples(st.integers(0, 10**9), st.text(st.characters(exclude_categories=["Cs"])), st.booleans()))


@given(ROWS)
def test_rows_come_back_from_columns_and_from_tables(rows):
    columns = columns_from(rows, NAMES)
    table = as_table(columns)
    assert list(zip(*columns.values(), strict=True)) == rows
    assert list(table.itertuples(index=False, name=None)) == rows
    assert columns_of(table, NAMES) == columns
    assert {type(one) for column in columns_of(table, NAMES).values() for one in column} <= {int, str, bool}


def test_kinds_are_the_same_whether_something_stands_there_or_not():
    kinds = {"start": int, "coded": bool}
    tables = [as_table(columns_from(rows, NAMES), kinds) for rows in ([], [(3, "a", True)])]
    for name, kind in kinds.items():
        assert [table[name].dtype for table in tables] == [kind, kind]
    assert [list(table) for table in tables] == [NAMES, NAMES]


def test_half_a_character_is_no_obstacle():
    assert as_table({"text": ["half \ud800"]})["text"].tolist() == ["half \ud800"]


def test_columns_that_are_not_asked_for_stay_behind():
    table = pd.DataFrame({"start": [1], "note": ["mine"]})
    assert columns_of(table, NAMES) == {"start": [1]}
    columns = {"start": [1]}
    assert columns_of(columns, NAMES) is columns


def test_a_table_that_lacks_something_is_told():
    assert with_columns(pd.DataFrame({"start": [1]}), ["start"])["start"].tolist() == [1]
    with pytest.raises(CourseError, match=r"lacks the column\(s\) coded, text: take one"):
        with_columns(pd.DataFrame({"start": [1]}), NAMES)
    with pytest.raises(CourseError, match="needed here, not dict"):
        with_columns({"start": [1]}, ["start"])
