"""The annotator as Python sees it: its value, what it refuses, and what stays when its cell is run again."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ipywidgets.widgets import widget

from helpers import reference
from helpers.errors import CourseError
from helpers.pictures import Page
from helpers.texts import read_text
from helpers.widgets import annotator
from helpers.widgets import box as boxes
from helpers.widgets.page_view import page_view, table_of
from helpers.widgets.scoreboard import scoreboard

TEXT = "In 2014 Chad met Fiji and the UNDP."
FIJI = pd.DataFrame({"start": [17], "end": [21], "label": ["STATE"]})


@pytest.fixture(autouse=True)
def in_a_cell_of_its_own(request, monkeypatch):
    monkeypatch.setattr(boxes, "cell", lambda: request.node.name)


def test_the_value_is_the_table_of_the_course():
    made = annotator(TEXT, FIJI)
    assert made.value.columns.tolist() == ["start", "end", "text", "label"]
    assert made.value.values.tolist() == [[17, 21, "Fiji", "STATE"]]
    made.children[0].spans = [[17, 21, "STATE"], [8, 12, "STATE"]]  # as the browser sends it
    assert made.value["text"].tolist() == ["Chad", "Fiji"]


def test_a_part_of_the_text_counts_its_places_in_the_whole():
    made = annotator(TEXT, FIJI, start=13, end=25)
    assert made.children[0].text == "met Fiji and"
    assert made.children[0].spans == [[4, 8, "STATE"]]
    assert made.value.values.tolist() == [[17, 21, "Fiji", "STATE"]]


def test_the_gold_standard_goes_in_and_comes_out_unchanged():
    gold = reference.gold("entities").sort_values(["start", "end"], ignore_index=True)
    assert annotator(spans=gold).value.equals(gold[["start", "end", "text", "label"]])
    assert annotator(spans=gold).children[0].text == read_text()


def test_running_the_cell_again_keeps_the_marks_and_leaves_nothing_behind():
    first = annotator(TEXT, against=FIJI)
    first.value = FIJI
    models = len(widget._instances)
    second = annotator(TEXT, against=FIJI)
    assert second.value.values.tolist() == [[17, 21, "Fiji", "STATE"]]
    assert len(widget._instances) == models
    assert first.children == () or first.comm is None
    assert annotator("Another text.").value.empty
    assert annotator(TEXT).value.empty  # another page was here in between


def test_marks_that_are_given_win_over_those_that_were_there():
    annotator(TEXT).value = FIJI
    assert annotator(TEXT, FIJI.assign(start=8, end=12)).value["text"].tolist() == ["Chad"]


def test_the_comparison_stays_hidden_until_it_is_asked_for():
    made = annotator(TEXT, against=FIJI)
    view, button, result = made.children
    view.spans = [[8, 12, "STATE"]]
    assert result.value == ""
    button.value = True
    assert "missed" in result.value
    assert "<b>0.00</b></td>" in result.value
    view.spans = [[8, 12, "STATE"], [17, 21, "STATE"]]
    assert "<b>0.50</b> (up 0.50)" in result.value
    button.value = False
    assert result.value == ""


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"text": 5}, "text"),
        ({"text": TEXT, "spans": FIJI.drop(columns="label")}, "label"),
        ({"text": TEXT, "against": pd.DataFrame({"start": [1], "end": [99], "label": ["STATE"]})}, "99"),
        ({"text": TEXT, "start": 12, "end": 12}, "Nothing lies between start=12 and end=12"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(arguments, says):
    with pytest.raises(CourseError) as caught:
        annotator(**arguments)
    assert says in str(caught.value)


def test_an_exercise_that_is_not_done_gets_a_sentence():
    for page in (annotator(...), annotator(TEXT, ...), annotator(TEXT, against=...)):
        assert isinstance(page, Page)
        assert page.words.startswith("Nothing to show yet")


def test_where_widgets_do_not_run_the_marks_stand():
    made = annotator(TEXT + " <b>bold</b>", FIJI)
    bundle = made._repr_mimebundle_()
    assert "Fiji" in bundle["text/html"]
    assert "&lt;b&gt;bold" in bundle["text/html"]
    assert bundle["text/plain"].startswith("A text to be marked")


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_any_text_can_be_sent_and_keeps_its_length(text):
    view = page_view(text)
    assert len(view.text) == len(text)
    assert view.text.encode("utf-8").decode("utf-8") == view.text
    view.spans = [[0, len(text), "STATE"]] if text else []
    assert table_of(view, text)["text"].tolist() == ([text] if text else [])
    boxes.close(view)


def test_the_scoreboard_says_what_changed():
    scores = pd.DataFrame({"label": ["all"], "precision": [0.5], "recall": [0.8], "f1": [0.615], "support": [5]})
    shown = scoreboard(scores, scores.assign(recall=0.9, precision=0.5))
    assert "<b>0.50</b> (as before)" in shown
    assert "<b>0.80</b> (down 0.10)" in shown
    assert "(" not in scoreboard(scores)
