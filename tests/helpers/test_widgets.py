"""Widgets: what they show when moved, what stands in their place, and that nothing stays behind."""

from __future__ import annotations

import datetime
import subprocess
import sys

import pandas as pd
import pytest
from ipywidgets.widgets import widget

from helpers import reference, widgets
from helpers.errors import CourseError
from helpers.pictures import Page
from helpers.texts import read_text
from helpers.widgets import alive, memberships
from helpers.widgets import box as boxes

VIEW = "application/vnd.jupyter.widget-view+json"
LAST = datetime.date(2025, 12, 31)


@pytest.fixture
def slider():
    return widgets.membership_slider()


def test_the_slider_begins_on_the_day_of_the_text(slider):
    day, page, *_ = slider.children
    assert day.value == datetime.date(2014, 1, 22)
    assert "<b>22 January 2014</b>" in page.value
    assert "member</td><td>6</td>" in page.value
    assert "observer</td><td>5</td>" in page.value
    assert "dialogue partner</td><td>1</td>" in page.value


def test_moving_the_day_reads_the_categories_anew(slider):
    day, page, *_ = slider.children
    day.value = LAST
    assert "member</td><td>9</td>" in page.value
    assert "partner</td><td>3</td>" in page.value
    assert "observer</td>" not in page.value
    assert "Different from 22 January 2014: India (observer → member), Iran (observer → member)" in page.value
    day.value = datetime.date(2001, 1, 1)
    assert "other state</td><td>12</td>" in page.value
    day.value = datetime.date(2014, 2, 1)
    assert "Different from 22 January 2014: nobody." in page.value


def test_the_two_days_are_crossed_in_a_matrix(slider):
    day, _, matrix, *_ = slider.children
    assert matrix.value == ""
    day.value = LAST
    assert "In the same category on both: 13 of 19." in matrix.value
    assert "observer" in matrix.value


def test_the_page_shows_each_participant_with_its_category_of_the_day(slider):
    day, _, _, page, picture = slider.children
    text = read_text()

    def labels():
        return {text[page.first + start : page.first + end]: label for start, end, label in page.spans}

    assert len(labels()) == 19
    assert labels()["Republic of India"] == "observer"
    day.value = LAST
    assert labels()["Republic of India"] == "member"
    assert labels()["Mongolia"] == "partner"
    assert "<img" in picture.value


def test_participants_of_another_text_have_no_page():
    party = pd.DataFrame(
        {"start": [0], "end": [5], "text": ["India"], "name": ["India"], "iso3": ["IND"], "kind": ["state"]}
    )
    box = widgets.membership_slider(participants=party)
    assert [type(child).__name__ for child in box.children] == ["SelectionSlider", "HTML", "HTML", "HTML"]
    assert [type(child).__name__ for child in widgets.membership_slider("India took part.", party).children][
        3
    ] == "PageView"


def test_the_days_run_from_2001_to_2025_month_by_month(slider):
    days = [day for _, day in slider.children[0].options]
    assert days == sorted(set(days))
    assert (days[0], days[-1]) == (datetime.date(2001, 1, 1), LAST)
    assert len(days) == 25 * 12 + 2  # with the day of the text and the last day


@pytest.mark.parametrize("on", ["2017-06-09", datetime.date(2017, 6, 9)])
def test_the_day_at_the_beginning_can_be_given(on):
    box = widgets.membership_slider(participants=reference.gold("participants"), on=on)
    assert box.children[0].label == "9 June 2017"
    assert "member</td><td>8</td>" in box.children[1].value


def test_a_text_without_a_date_begins_at_the_end_of_the_table():
    box = widgets.membership_slider("India and China took part.")
    assert box.children[0].value == LAST


def test_names_are_escaped():
    party = pd.DataFrame({"text": ["x"], "name": ["<b>x</b>"], "iso3": ["XXX"], "kind": ["state"]})
    box = widgets.membership_slider(participants=party)
    assert "&lt;b&gt;x&lt;/b&gt;" in box.children[1].value


def test_where_widgets_do_not_run_a_table_stands(slider):
    bundle = slider._repr_mimebundle_()
    assert bundle[VIEW]["model_id"] == slider.model_id
    assert "member</td><td>6</td>" in bundle["text/html"]
    assert bundle["text/plain"].startswith("22 January 2014: member 6 (Kazakhstan, China, Kyrgyzstan,")
    assert "SelectionSlider" not in repr(slider)
    slider.children[0].value = LAST
    assert "member</td><td>9</td>" in slider._repr_mimebundle_()["text/html"]  # what was last shown


def test_an_exercise_that_is_not_done_gets_a_sentence():
    for page in (widgets.membership_slider(...), widgets.membership_slider(participants=...)):
        assert isinstance(page, Page)
        assert page.words.startswith("Nothing to show yet")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"on": "2031-05-01"}, "covers 2001 to 2025, and 1 May 2031 lies outside"),
        ({"on": "1999-12-31"}, "lies outside"),
        ({"text": ["India"]}, "text"),
        ({"participants": pd.DataFrame({"name": ["India"]})}, "text"),
        ({"organization": "XYZ"}, "XYZ"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(arguments, says):
    with pytest.raises(CourseError) as caught:
        widgets.membership_slider(**arguments)
    assert says in str(caught.value)


def test_an_error_while_moving_is_shown_as_a_sentence(slider, monkeypatch):
    def failing(*arguments):
        raise CourseError("The table <memberships> is gone.")

    monkeypatch.setattr(memberships, "_classified", failing)
    slider.children[0].value = LAST
    assert slider.children[1].value == "<p>The table &lt;memberships&gt; is gone.</p>"


@pytest.mark.parametrize("make", [widgets.widgets_alive, widgets.membership_slider])
def test_running_a_cell_again_leaves_nothing_behind(make):
    first = make()
    models = set(widget._instances)
    second = make()
    assert len(widget._instances) == len(models)
    assert first.comm is None  # closed, in the browser too
    assert second.comm is not None
    second.children[0].value = second.children[0].value  # and the new one lives
    assert all(child.comm is not None for child in second.children)


def test_two_cells_may_each_have_their_widget(monkeypatch):
    monkeypatch.setattr(boxes, "cell", lambda: "one")
    first = widgets.widgets_alive()
    monkeypatch.setattr(boxes, "cell", lambda: "two")
    widgets.widgets_alive()
    assert first.comm is not None
    monkeypatch.setattr(boxes, "cell", lambda: "one")
    widgets.widgets_alive()
    assert first.comm is None


def test_the_slider_of_the_preflight_writes_its_number():
    box = widgets.widgets_alive()
    slider, label = box.children
    assert label.value == "The slider stands at 3. Move it: does this number follow?"
    slider.value = 10
    assert label.value == "The slider stands at 10: widgets work here."
    bundle = box._repr_mimebundle_()
    assert VIEW in bundle
    assert "widgets do not run in this viewer" in bundle["text/html"]
    assert bundle["text/plain"] == alive.NOT_ALIVE


def test_importing_widgets_brings_in_no_widget_library():
    code = "import sys\nimport helpers.widgets\nassert not {'ipywidgets', 'matplotlib'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
