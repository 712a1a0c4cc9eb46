"""The inspector as Python sees it: its value, what it counts, what it refuses, and what it leaves behind."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ipywidgets.widgets import widget

from helpers.errors import CourseError
from helpers.pictures import Page
from helpers.texts import CLEANING_STEPS, clean_text, read_text
from helpers.widgets import box as boxes
from helpers.widgets import inspecting, inspector

VIEW = "application/vnd.jupyter.widget-view+json"
ODD = "the Мember\u200b States’ “own” 5–6\u00a0km\u2028<b>end</b>"


@pytest.fixture(autouse=True)
def in_a_cell_of_its_own(request, monkeypatch):
    monkeypatch.setattr(boxes, "cell", lambda: request.node.name)


def switch(made, *steps, on=True):
    for box in made.children[0].children:
        if box.description.rpartition(" (")[0] in steps:
            box.value = on


def test_the_value_is_the_text_cleaned_by_the_steps_that_are_on():
    made = inspector()
    assert made.value == read_text()
    switch(made, "letters in disguise")
    assert made.value == clean_text(read_text(), ["letters in disguise"])
    assert made.value.count("Member States") == 1
    switch(made, *CLEANING_STEPS)
    assert made.value == clean_text(read_text())
    switch(made, "letters in disguise", on=False)
    assert made.value == clean_text(read_text(), CLEANING_STEPS[1:])
    switch(made, *CLEANING_STEPS, on=False)
    assert made.value == read_text()


def test_each_step_tells_how_many_characters_it_changes():
    assert [box.description for box in inspector().children[0].children] == [
        "letters in disguise (1)",
        "apostrophes and single quotes (3)",
        "double quotes (0)",
        "hyphens (0)",
        "spaces (0)",
        "line ends (0)",
    ]


def test_what_was_changed_and_moved_is_said():
    made = inspector()
    line = made.children[1]
    assert "<b>0 characters changed, 0 characters moved.</b>" in line.value
    assert "No step is on: this is the source." in line.value
    switch(made, "letters in disguise")
    assert "<b>1 character changed, 0 characters moved.</b>" in line.value
    assert "4,186 characters before, 4,186 after. At each of the other 4,185 places stands the same" in line.value
    switch(made, *CLEANING_STEPS)
    assert "<b>4 characters changed, 0 characters moved.</b>" in line.value
    switch(made, *CLEANING_STEPS, on=False)
    switch(made, "hyphens")
    assert "<b>0 characters changed, 0 characters moved.</b>" in line.value
    assert "At each place stands the same character as before." in line.value


def test_the_number_of_moved_characters_is_measured(monkeypatch):
    made = inspector("the Мember States’ end")
    monkeypatch.setattr(inspecting, "clean_text", lambda text, steps: text.replace("М", "").replace("’", "'"))
    switch(made, "letters in disguise")
    assert (
        "<b>0 characters changed, 18 characters moved.</b>" in made.children[1].value
    )  # all behind it, and one is gone
    assert "22 characters before, 21 after" in made.children[1].value
    assert "places in one are not places in the other" in made.children[1].value


def test_an_error_while_cleaning_is_shown_as_a_sentence(monkeypatch):
    def failing(*arguments):
        raise CourseError("The table <lookalikes> is gone.")

    made = inspector(ODD)
    monkeypatch.setattr(inspecting, "clean_text", failing)
    switch(made, "hyphens")
    assert made.children[1].value == "<p>The table &lt;lookalikes&gt; is gone.</p>"


def test_marks_say_what_stands_there_and_what_stood_there():
    made = inspector(ODD)
    view = made.children[2]
    marks = {ODD[start:end]: label for start, end, label in view.spans}
    assert marks == {
        "М": "CYRILLIC EM",
        "\u200b": "ZERO WIDTH SPACE",
        "’": "RIGHT SINGLE QUOTATION MARK",
        "“": "LEFT DOUBLE QUOTATION MARK",
        "”": "RIGHT DOUBLE QUOTATION MARK",
        "–": "EN DASH",
        "\u00a0": "NO-BREAK SPACE",
        "\u2028": "LINE SEPARATOR",
    }
    assert set(marks.values()) <= set(view.inks)
    assert "script: Cyrillic" in view.told["М"]
    places = [span[:2] for span in view.spans]
    switch(made, *CLEANING_STEPS)
    assert [span[:2] for span in view.spans] == places
    assert view.spans[0][2] == "was CYRILLIC EM"
    assert view.spans[1][2] == "ZERO WIDTH SPACE"
    assert view.text == clean_text(ODD) == made.value
    assert "1 invisible character, marked on the page: no step deletes them" in made.children[1].value


def test_a_part_is_shown_and_the_whole_is_cleaned():
    made = inspector(start=120, end=237)
    view = made.children[2]
    assert view.text == read_text()[120:237]
    assert view.spans == [[80, 81, "CYRILLIC EM"]]
    switch(made, *CLEANING_STEPS)
    assert view.text == clean_text(read_text())[120:237]
    assert made.value == clean_text(read_text())


def test_the_value_follows_the_steps_and_nothing_else():
    with pytest.raises(CourseError, match="follows its steps"):
        inspector(ODD).value = "another text"


def test_running_the_cell_again_keeps_the_steps_and_leaves_nothing_behind():
    first = inspector(ODD)
    switch(first, "hyphens", "spaces")
    models = len(widget._instances)
    second = inspector(ODD)
    assert second.value == clean_text(ODD, ["hyphens", "spaces"])
    assert len(widget._instances) == models
    assert first.comm is None
    assert inspector("Another text.").value == "Another text."
    assert inspector(ODD).value == ODD  # another text was here in between


def test_where_widgets_do_not_run_the_marked_page_and_its_table_stand():
    bundle = inspector(ODD)._repr_mimebundle_()
    assert VIEW in bundle
    page = bundle["text/html"]
    assert "CYRILLIC EM" in page
    assert '<td style="text-align:left">text[10]</td>' in page
    assert "ZERO WIDTH SPACE" in page
    assert "&lt;b&gt;end" in page
    assert "<b>end" not in page
    assert bundle["text/plain"].startswith("Characters that are not what they seem: letters in disguise 1, apostrophes")
    assert "invisible 1" in bundle["text/plain"]
    assert "seem: none." in inspector("Plain.")._repr_mimebundle_()["text/plain"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"text": 5}, "Here a text"),
        ({"text": b"bytes"}, "Decode the bytes first"),
        ({"text": "A text.", "start": 5, "end": 5}, "Nothing lies between start=5 and end=5"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(arguments, says):
    with pytest.raises(CourseError) as caught:
        inspector(**arguments)
    assert says in str(caught.value)


def test_an_exercise_that_is_not_done_gets_a_sentence():
    page = inspector(...)
    assert isinstance(page, Page)
    assert page.words.startswith("Nothing to show yet")


@settings(max_examples=60, deadline=None)
@given(st.text("aМb’“–\u00a0\u2028\u200b\ufeff\ud800\x00\t\n🤝", max_size=30), st.sets(st.sampled_from(CLEANING_STEPS)))
@example("Мember\u200b’\ud800🤝", set(CLEANING_STEPS))
def test_no_text_and_no_choice_of_steps_moves_a_character(text, steps):
    made = inspector(text)
    switch(made, *CLEANING_STEPS, on=False)  # those of a run before are kept
    switch(made, *steps)
    assert made.value == clean_text(text, steps)
    assert ", 0 characters moved." in made.children[1].value
    assert len(made.children[2].text) == len(text)
    boxes.close(made)
