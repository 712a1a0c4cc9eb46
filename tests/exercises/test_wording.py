"""What messages say: nothing false, nothing twice, no word that the course does not teach, no stars."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from helpers.exercises import check, hint
from helpers.exercises.compare import same_list, same_mapping, same_set, same_spans, same_table, same_value
from helpers.exercises.engine import Exercise, judge
from helpers.exercises.plain import describe, plain
from helpers.exercises.showing import Feedback, Hints, Page, Progress, prose, unstarred
from helpers.exercises.wording import Scene, nearly, paragraph_at

# --- numbers in quotes ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        ("4186", "`int()`"),
        (" -7 ", "`int()`"),
        ("0.89", "`float()`"),
        ("2.0", "`float()`"),
        (".5", "`float()`"),
        ("3.", "`float()`"),
    ],
)
def test_a_number_in_quotes_gets_the_function_that_works_on_it(answer: str, part: str) -> None:
    said = same_value().says(5, answer)
    assert "take the quotes away" in said
    assert part in said
    assert isinstance({"`int()`": int, "`float()`": float}[part](answer), (int, float)), "what is named works"


@pytest.mark.parametrize(
    ("answer", "part"),
    [("4,186", "the commas"), ("0,89", "the commas"), ("89%", "the %"), ("89.5 %", "the %"), ("1.234.567", "points")],
)
def test_a_number_that_no_function_reads_gets_no_function(answer: str, part: str) -> None:
    said = same_value().says(5, answer)
    assert part in said
    assert "int()" not in said
    assert "float()" not in said
    with pytest.raises(ValueError, match=r"could not convert"):
        float(answer)


@pytest.mark.parametrize("answer", ["many", "4 words", "", ".", "1" * 70])
def test_a_text_that_is_no_number_is_not_called_one(answer: str) -> None:
    said = same_value().says(5, answer)
    assert said.endswith("I expected a number.")
    assert "quotes away" not in said


# --- emphasis ------------------------------------------------------------------------------------------------------


CODE = '<code style="font-family: monospace;">'


@pytest.mark.parametrize(
    ("written", "shown", "plain_text"),
    [
        ("the *first* place", "the <em>first</em> place", "the first place"),
        ("*name or none*, not all", "<em>name or none</em>, not all", "name or none, not all"),
        ("“*people*” is", "“<em>people</em>” is", "“people” is"),
        ("a **country** is none", "a <strong>country</strong> is none", "a country is none"),
        ("`drug*` and `opi*`", "<code>drug*</code> and <code>opi*</code>", "`drug*` and `opi*`"),
        ("`ion*` finds *region*.", "<code>ion*</code> finds <em>region</em>.", "`ion*` finds region."),
        ("*the `a*b` there*", "<em>the <code>a*b</code> there</em>", "the `a*b` there"),
        ("drug* and opi* and", "drug* and opi* and", "drug* and opi* and"),
        ("2 * 3 * 4, 2*3*4, 2**3**4", "2 * 3 * 4, 2*3*4, 2**3**4", "2 * 3 * 4, 2*3*4, 2**3**4"),
        ("a star * alone", "a star * alone", "a star * alone"),
        ("*a < b*", "<em>a &lt; b</em>", "a < b"),
        ("<b>*x*</b>", "&lt;b&gt;<em>x</em>&lt;/b&gt;", "<b>x</b>"),
        ("one ` alone, *two*", "one ` alone, <em>two</em>", "one ` alone, two"),
        ("\ue0000\ue001 is nothing", " is nothing", " is nothing"),
    ],
)
def test_emphasis_is_shown_and_a_star_that_is_meant_stays(written: str, shown: str, plain_text: str) -> None:
    assert prose(written).replace(CODE, "<code>") == shown
    assert unstarred(written) == plain_text


def test_every_place_where_a_learner_reads_shows_emphasis() -> None:
    said = "Look *after* the name, not `drug*`."
    things = [
        Feedback("not yet", said, exercise="9.1"),
        Feedback("not yet", "Hm.", exercise="9.1", note=said),
        Page("hint", "Exercise 9.1", said),
        Page("hint", "Exercise 9.1", "Hm.", "", said),
        Hints("hint 1 of 3", "Exercise 9.1", said, hints=(said, "b", "c")),
        Progress((), said),
    ]
    for thing in things:
        assert "Look after the name, not `drug*`." in repr(thing)
        html = thing._repr_html_().replace(' role="none"', "").replace(CODE, "<code>")
        assert "Look <em>after</em> the name, not <code>drug*</code>." in html


def test_what_a_learner_wrote_keeps_its_stars() -> None:
    feedback = check("0.2", "*Joint* press")
    assert "'*Joint* press'" in repr(feedback).partition("Checked")[0]
    assert "Checked: first_line = '*Joint* press'" in repr(feedback)
    assert "<em>" not in feedback._repr_html_()


def test_hints_of_the_course_show_emphasis() -> None:
    assert 'how many <em role="none">different</em> words' in hint("1.6")._repr_html_()


# --- nothing is said twice -----------------------------------------------------------------------------------------

NUMBERS = Exercise(
    "99.8",
    "How many?",
    "guided",
    1,
    "numbers = ...",
    ["a?", "b?", "c?"],
    answers=lambda text: [1, 4, 9, 16],
    expects="a list of four numbers",
)
ROWS = pd.DataFrame({"name": ["India", "Iran"], "n": [1, 2]})


def test_where_kind_and_length_are_right_a_message_begins_with_what_is_wrong() -> None:
    assert (
        judge(NUMBERS, [1, 4, 8, 15], "").message
        == "2 do not belong: `8`, `15`. 2 things are missing. The first 2 are right."
    )
    assert judge(NUMBERS, [2, 5, 10, 17], "").message.startswith("Each of your numbers is one too high.")


def test_where_no_number_is_right_nobody_is_told_to_search_for_missing_ones() -> None:
    said = "None of the 4 numbers is right yet. The first of yours is `0.5`. How did you come to it?"
    assert judge(NUMBERS, [0.5, 2, 3, 8], "").message == said
    assert same_value().says([7, 8], (4, 5)).startswith("Neither of the two numbers is right yet.")
    assert "4 things are missing" in judge(NUMBERS, {0.5, 2, 3, 8}, "").message, "a set has no first number"
    assert "1 thing is missing" in same_value().says([7], [9]), "one number is not several"


@pytest.mark.parametrize("comparator", [same_list(), same_set(), same_value()])
def test_numbers_in_quotes_inside_of_a_list(comparator) -> None:
    said = comparator.says([1, 4, 9], ["1", "4", "9"])
    assert said == "I expected numbers, and `'1'`, `'4'` are texts, in quotes. Where do the quotes come from?"
    assert "`'4'` is a text, in quotes" in comparator.says([1, 4, 9], [1, "4", 9])
    assert "in quotes" not in comparator.says([1, 4, 9], ["one", "4", "9"])
    assert "in quotes" not in comparator.says(["a", "b"], ["1", "2"])


def test_where_the_length_is_wrong_a_message_says_both() -> None:
    said = judge(NUMBERS, [1, 4, 9], "").message
    assert said.startswith("I expected a list of four numbers and found a list of 3. 1 thing is missing.")


@pytest.mark.parametrize(
    ("comparator", "expected", "answer"),
    [
        (same_set(), {"a", "b"}, {"a", "c"}),
        (same_list(), ["a", "b"], ["a", "c"]),
        (same_list(), ["a", "b"], ["a"]),
        (same_set(), {"a", "b"}, {"a"}),
        (same_list(), ["a", "b"], ["a", "b", "b"]),
        (same_list(), ["a", "b"], []),
        (same_mapping(), {"a": 1, "b": 1}, {"a": 1, "c": 1}),
        (same_mapping(), {"a": 1, "b": 1}, {"a": 1}),
        (same_spans(), [(0, 3), (4, 7)], [(0, 3), (5, 7)]),
        (same_table(key="name"), ROWS, ROWS.assign(name=["India", "Iraq"])),
        (same_value(), 4, 5),
        (same_value(), 0.4, 0.7),
        (same_value(), "Mongolia", "India"),
        (same_value(), True, False),
    ],
)
def test_no_message_expects_what_was_found(comparator, expected, answer) -> None:
    said = comparator.says(expected, answer)
    assert said
    assert "I expected" not in said.replace("than I expected", "")


@pytest.mark.parametrize(
    ("comparator", "expected", "answer", "said"),
    [
        (same_list(), ["a", "b"], {"a"}, "I expected a list and found a set of 1."),
        (same_value(), ["a", "b"], "ab", "I expected a list"),
        (same_value(), True, "no", "I expected True or False"),
        (same_table(["name"]), ROWS, ROWS.head(1), "found a table of 1 row and 2 columns. 1 row is missing."),
        (same_spans(), [(0, 3), (4, 7)], [(0, 3)], "and found a list of 1. 1 is missing."),
    ],
)
def test_what_was_expected_is_said_where_it_helps(comparator, expected, answer, said: str) -> None:
    assert said in comparator.says(expected, answer)


# --- words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("thing", "called"),
    [
        ((1, 2), "a pair"),
        ((1, 2, 3), "a list of 3 in round brackets"),
        ((), "round brackets with nothing in them"),
        (pd.Series([1, 2, 3]), "a column of 3"),
        (pd.Index(["a"]), "a column of 1"),
        (pd.Series([], dtype=object), "a column with nothing in it"),
        ([1, 2], "a list of 2"),
    ],
)
def test_things_have_names_that_the_course_teaches(thing, called: str) -> None:
    assert describe(plain(thing)) == called


@pytest.mark.parametrize("expected", [3, "x", True, ["a"], {"a"}, {"a": 1}, ROWS, [(0, 3)]], ids=str)
@pytest.mark.parametrize(
    "answer", [(1,), (1, 2), (1, 2, 3), pd.Series([1, 2]), np.array([1, 2]), pd.Index(["x"]), [(1, 2, 3)]], ids=str
)
def test_no_message_needs_a_word_that_is_not_taught(expected, answer) -> None:
    said = same_value().says(expected, answer)
    assert said
    assert not [word for word in ("tuple", "Series", "container") if word in said]


def test_a_comma_at_the_end_of_a_line_is_named() -> None:
    assert "Does a comma stand at the end of your line?" in same_value().says(3, (3,))


def test_a_look_alike_is_named_with_its_place() -> None:
    assert nearly("Ministries’ work", "Ministries' work") == """your `"'"`, in place 10, only looks the same"""
    assert nearly("Мember", "Member") == "your `'M'`, in place 0, only looks the same"
    assert nearly("’", "'") == "it only looks the same"
    said = check("0.2", "Joint Press Release on the outcomes").message
    assert said.endswith("then nothing is left out.")


def test_the_title_typed_by_hand_is_told_of_its_apostrophe() -> None:
    from helpers.texts import read_text

    title = read_text().splitlines()[0]
    assert "`’`" in check("0.2", title.replace("’", "'")).message
    assert "does not count" in check("0.2", title + "\n").message


def test_a_paragraph_is_counted_in_words_that_can_not_be_misread() -> None:
    text = "A title\n\nIndia met.\n\nIran left."
    assert paragraph_at(text.index("Iran"), text) == "paragraph 3 (the title is paragraph 1)"
    assert paragraph_at(0, text) == "paragraph 1"
    assert Scene().name == "answer"
