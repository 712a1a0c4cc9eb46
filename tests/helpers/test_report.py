"""The page about an analysis: whole, harmless, and written at once or not at all."""

from __future__ import annotations

import re

import pytest

from helpers.errors import CourseError
from helpers.gazetteer import Gazetteer
from helpers.pipeline import analyze
from helpers.report import report, save_report
from helpers.texts import read_text

HOSTILE = (
    "India and Chad took part in consultations on 22 January 2014. The parties stressed <script>alert(1)</script> and "
    '<img src=x onerror="alert(2)"> in trade.'
)


def test_the_page_holds_what_was_found_with_its_places():
    page = report(analyze(read_text()))
    assert page.startswith("<!doctype html>")
    for words in (
        "text[416:438]",
        "People’s Republic of China",
        "dialogue_partner",
        "Most of the participants",
        "Theme map",
    ):
        assert words in page
    assert set(re.findall(r"\b(?:src|href)=.(.{5})", page)) == {"data:"}  # nothing is fetched
    assert page.count("<img") == 3
    assert 'alt=""' not in page


def test_nothing_of_the_text_becomes_html():
    page = report(analyze(HOSTILE), title="<b>Mine</b>")
    assert "<script" not in page
    assert "<img src=x" not in page
    assert "<b>Mine" not in page
    assert "&lt;script&gt;" in page


def test_an_empty_analysis_has_a_page():
    page = report(analyze(""))
    assert "The text is empty." in page
    assert "No sentence has a theme." in page


def test_half_a_surrogate_can_be_written(tmp_path):
    path = save_report(analyze("India \ud800 took part."), tmp_path / "r.html")
    assert "\\ud800" in path.read_text(encoding="utf-8")


def test_others_may_read_a_report(tmp_path):
    assert save_report(analyze("India took part."), tmp_path / "r.html").stat().st_mode & 0o444 == 0o444


def test_what_can_not_be_written_is_said(tmp_path):
    with pytest.raises(CourseError) as caught:
        save_report(analyze("India took part."), tmp_path / "nowhere" / "r.html")
    assert "can not be written" in str(caught.value)
    assert list(tmp_path.iterdir()) == []


def test_the_report_names_what_a_reader_has_added_to_the_lists():
    found = analyze("<b>Chad</b> took part.", gazetteer=Gazetteer.from_tables().add("<b>Wexland</b>", "STATE"))
    page = report(found)
    assert "Added to the tables: the name &lt;b&gt;Wexland&lt;/b&gt; (STATE)." in page
    assert "Found by rules and by lists that a reader has changed (see above)." in page
    assert "not by a reader" not in page
