"""A concordance on the page: lined up, escaped, and never an error for odd text."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.errors import CourseError
from helpers.pictures import show_concordance
from helpers.texts import concordance, read_text


def test_the_hits_stand_below_each_other() -> None:
    page = show_concordance(concordance(read_text(), "Afghan", width=20))
    lines = repr(page).splitlines()
    assert lines[0] == f"{len(lines) - 1} hits"
    assert len({line.index("[") for line in lines[1:]}) == 1
    assert page.html.count("<strong>Afghan</strong>") == len(lines) - 1


def test_nothing_found() -> None:
    assert repr(show_concordance(concordance("a b", "z"))) == "0 hits"
    assert "<table" not in show_concordance(concordance("a b", "z")).html


def test_what_it_takes() -> None:
    with pytest.raises(CourseError, match="lacks the column"):
        show_concordance(pd.DataFrame({"start": [1]}))
    with pytest.raises(CourseError, match="is needed here"):
        show_concordance("Afghan")


@given(st.text(alphabet="<b>&\n$ a'\"", max_size=30))
def test_text_is_escaped_and_stays_on_one_line(text: str) -> None:
    page = show_concordance(concordance(f"{text}SCO{text}", "SCO"))
    assert "<b>" not in page.html
    assert len(repr(page).splitlines()) == 2
