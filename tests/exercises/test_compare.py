"""Comparators: what is the same, what is not, and that a message helps without giving the answer away."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.exercises.compare import (
    all_of,
    any_of,
    judged_by,
    same_list,
    same_number,
    same_set,
    same_spans,
    same_table,
    same_text,
    same_value,
)
from helpers.exercises.reading import canonical
from helpers.exercises.wording import nearly
from helpers.texts import read_text

TEXT = (
    "A meeting on water\n\nIndia and Mongolia met in Ulaanbaatar. They spoke of rivers.\n\nThe Kazakh side was absent."
)
DAY = dt.date(2014, 1, 22)
ROWS = pd.DataFrame({"name": ["India", "Mongolia", "Iran"], "n": [1, 2, 3], "share": [1 / 3, 0.5, 0.25]})
SPANS = [(20, 25, "STATE"), (30, 38, "STATE"), (46, 57, "CITY")]

SAME = [
    (same_value(), 4186, np.int64(4186)),
    (same_value(), 4186, 4186.0),
    (same_value(), 2 / 3, 0.667),
    (same_value(), 2 / 3, np.float64(2 / 3)),
    (same_value(), 0.1 + 0.2, 0.3),
    (same_value(), float("nan"), float("nan")),
    (same_value(), True, np.bool_(True)),
    (same_value(), "Mongolia", "Mongolia \n"),
    (same_value(), "Mongolia", np.str_("Mongolia")),
    (same_value(), DAY, "2014-01-22"),
    (same_value(), DAY, "22 January 2014"),
    (same_value(), DAY, pd.Timestamp("2014-01-22")),
    (same_value(), DAY, np.datetime64("2014-01-22")),
    (same_value(), "2014-01-22", DAY),
    (same_value(), "2014-01-22", "January 22, 2014"),
    (same_value(), None, float("nan")),
    (same_value(), ["a", "b"], ("a", "b ")),
    (same_value(), ["a", "b"], pd.Series(["a", "b"], index=[5, 7])),
    (same_value(), ["a", "b"], pd.Index(["a", "b"])),
    (same_value(), ["a", "b"], pd.DataFrame({"word": ["a", "b"]})),
    (same_value(), [1, 2], np.array([1.0, 2.0])),
    (same_value(), [1, 2], range(1, 3)),
    (same_value(), [(1, "a"), (2, "b")], pd.DataFrame({"n": [1, 2], "x": ["a", "b"]})),
    (same_value(), [("a", 1)], [["a", 1]]),
    (same_value(), [DAY, "x"], ["22 January 2014", "x"]),
    (same_value(), {"a", "b"}, ["b", "a"]),
    (same_value(), {("a", 1)}, [["a", 1.0]]),
    (same_value(), {"a": 1}, pd.Series({"a": 1})),
    (same_value(), {"a": 1, "b": 2}, Counter("abb")),
    (same_value(), {"a": 1, "b": 2}, [("b", 2), ("a", 1)]),
    (same_value(), {"a": 1, "b": 2}, pd.DataFrame({"k": ["b", "a"], "v": [2, 1]})),
    (same_value(), {"a": ["x"]}, {"a": ("x",)}),
    (same_value(), {"a": {"x", "y"}}, {"a": ["y", "x"]}),
    (same_value(), {0: "a", 1: "b"}, pd.Series(["a", "b"])),
    (same_value(), ROWS, ROWS.iloc[::-1]),
    (same_value(), ROWS, ROWS.assign(more=1)[["more", "share", "name", "n"]]),
    (same_value(), ROWS, ROWS.set_index("name")),
    (same_value(), ROWS, ROWS.to_dict("records")),
    (same_value(), ROWS, ROWS.to_dict("list")),
    (same_value(), ROWS, ROWS.round(2)),
    (same_value(), ROWS, ROWS.rename(columns={"name": "Name "})),
    (same_value(), ROWS, [tuple(row) for row in ROWS.to_numpy()]),
    (same_value(), pd.DataFrame({"a": ["x", ""]}), pd.DataFrame({"a": ["x", None]})),
    (same_value(), pd.DataFrame({"a": [True, False]}), pd.DataFrame({"a": [1, 0]})),
    (same_value(), pd.DataFrame({"d": [DAY]}), pd.DataFrame({"d": ["2014-01-22"]})),
    (same_value(), pd.DataFrame({"k": ["a"], "v": [1]}), pd.Series({"a": 1})),
    (same_set(), ["a", "b"], {"b", "a"}),
    (same_set(), {0.1 + 0.2, "x"}, ["x", 0.3]),
    (same_set(), {2 / 3}, [0.67]),
    (same_set(names=True), {"Kyrgyzstan", "Russia"}, ["the Kyrgyz Republic", "Russian Federation"]),
    (same_set(names=True), {"People’s Republic of China"}, ["People's Republic of China"]),
    (same_set(names=True), {"Türkiye"}, ["Republic of Turkey"]),
    (same_list(names={"the host": "Russia"}), ["Russia"], ["The Host"]),
    (same_number(0.5), 10, 10.4),
    (same_number(decimals=1), 24.349, 24.3),
    (same_text(exact=True), " a", " a"),
    (same_table(["name"]), ROWS, ROWS[["name"]]),
    (same_table(["name"]), ROWS, ["India", "Mongolia", "Iran"]),
    (
        same_table(["name", "n"], names=["name"]),
        ROWS,
        [("Republic of India", 1), ("Mongolia", 2), ("Islamic Republic of Iran", 3)],
    ),
    (same_table(ordered=True), ROWS, ROWS),
    (same_spans(), SPANS, pd.DataFrame(SPANS, columns=["start", "end", "label"])),
    (same_spans(), SPANS, [{"start": a, "end": b, "label": c} for a, b, c in reversed(SPANS)]),
    (same_spans(), SPANS, [(a, b, TEXT[a:b], c) for a, b, c in SPANS]),
    (same_spans(False), SPANS, [(a, b) for a, b, _ in SPANS]),
    (same_spans(), [(1, 2)], np.array([[1, 2]])),
    (same_spans(), pd.DataFrame(SPANS, columns=["start", "end", "label"]), SPANS),
    (all_of(same_list(), judged_by(lambda answer, text: len(answer) == 2)), [1, 2], [1, 2]),
    (any_of(same_list(), same_set()), [1, 2], [2, 1]),
    (judged_by(lambda answer, text: answer in text), "India", "met"),
]

DIFFERENT = [
    (same_value(), 4186, 4193, "too high"),
    (same_value(), 4186, "4186", "`int()`"),
    (same_value(), 1, True, "yes or no"),
    (same_value(), 3, [3], "the thing alone"),
    (same_value(), 3, (3,), "comma"),
    (same_value(), 3, ["a", "b"], "What counts"),
    (same_value(), 0.66, 66, "percentage"),
    (same_value(), 66.1, 0.661, "share"),
    (same_value(), 0.4, 2.5, "upside down"),
    (same_value(), 3, -3, "sign"),
    (same_value(), 2 / 3, 0.66, "too low"),
    (same_value(), 2 / 3, 0, "two decimals"),
    (same_value(), 3, float("nan"), "not a number"),
    (same_value(), 3, 10**400, "far too large"),
    (same_value(), 3, float("inf"), "too high"),
    (same_value(), True, "True", "without quotes"),
    (same_value(), True, False, "False"),
    (same_value(), "Mongolia", "mongolia", "capital letters"),
    (same_value(), "Мember", "Member", "only looks the same"),
    (same_value(), "Mongolia", "Mongolia met", "more around it"),
    (same_value(), "Mongolia", "Mongol", "from its beginning"),
    (same_value(), "Mongolia", "Mongxxxx", "first 4 characters"),
    (same_value(), "Mongolia", "India", "paragraph 2"),
    (same_value(), "Mongolia", " ", "empty"),
    (same_value(), "Mongolia", 8, "measure or count"),
    (same_value(), "Mongolia", b"Mongolia", "`.decode()`"),
    (same_text(exact=True), "a", "a ", "white space"),
    (same_value(), DAY, "2014-01-23", "'2014-01-23'"),
    (same_value(), ["a", "b"], ["b", "a"], "another order"),
    (same_value(), ["a", "b"], {"b", "a"}, "no order"),
    (same_value(), ["a", "b"], "ab", "one string"),
    (same_value(), ["a", "b"], "['a', 'b']", "quotes make it text"),
    (same_value(), ["a", "b"], [["a", "b"]], "one inside the other"),
    (same_value(), ["a", "b"], ["a"], "The first is right."),
    (same_value(), ["a", "b"], 2, "count or compare"),
    (same_value(), ["a", "b"], {"a": 1}, "`.values()`"),
    (same_value(), ["a", "b"], [], "ever run"),
    (same_value(), ["a", "b"], ROWS, "Which of its columns"),
    (same_value(), [1, 2, 3], [0, 1, 2], "one too low"),
    (same_value(), [4, 3, 2, 1], [4, 3, 2, 2], "3 of the 4 numbers are right. Look at the one in place 4"),
    (same_value(), [0.5, 0.25, 0.75], [0.5, 0.3, 0.75], "where you have `0.3`"),
    (same_value(), [4, 3, 2, 1], [4, 3, 3, 3], "2 things are missing"),
    (same_value(), [4, 3, 2, 1], [4, 3, 2], "1 thing is missing"),
    (same_value(), {"a", "b"}, ["a", "b", "b"], "too often"),
    (same_value(), {"a", "b"}, ["a", "c"], "'c'"),
    (same_value(), {"Mongolia", "India"}, ["mongolia", "India"], "nearly right: mind capital letters"),
    (same_value(), {"Mongolia", "India"}, ["India"], "paragraph 2"),
    (same_value(), {"a": 1, "b": 2}, {"a": 1, "b": 3}, "where you have `3`"),
    (same_value(), {"a": 1, "b": 2}, {"a": 1, "c": 3}, "About the keys"),
    (same_value(), {"a": 1}, ["a"], "to each key its value"),
    (same_value(), ROWS, ROWS.drop(columns="n"), "no column `n`"),
    (same_value(), ROWS, ROWS.head(2), "1 row is missing"),
    (same_value(), ROWS, ROWS.head(0), "throw away"),
    (same_value(), ROWS, [1, 2], "I need columns"),
    (same_table(key="name"), ROWS, ROWS.assign(n=[1, 2, 9]), "where you have `9`"),
    (same_table(key="name"), ROWS, ROWS.assign(name=["India", "Mongolia", "Iraq"]), "'Iraq'"),
    (same_table(key="name"), ROWS, pd.concat([ROWS, ROWS.tail(1)]), "1 row does not belong"),
    (same_table(ordered=True), ROWS, ROWS.iloc[::-1], "What do you sort by"),
    (same_spans(), SPANS, [*SPANS[:2], (43, 57, "CITY")], "other borders"),
    (same_spans(), SPANS, [*SPANS[:2], (46, 57, "STATE")], "another label"),
    (same_spans(), SPANS, [*SPANS, (0, 9, "CITY")], "'A meeting'"),
    (same_spans(), SPANS, [*SPANS, SPANS[0]], "there twice"),
    (same_spans(), SPANS, SPANS[1:], "paragraph 2"),
    (same_spans(), SPANS, [(a, b) for a, b, _ in SPANS], "labels are missing"),
    (same_spans(), SPANS, SPANS[0], "single span"),
    (same_spans(), SPANS, ["India"], "Each span needs"),
    (same_spans(), SPANS, [("a", "b")], "Each span needs"),
    (same_spans(), SPANS, [], "what you marked"),
    (same_spans(), SPANS, "India", "one string"),
    (judged_by(lambda answer, text: answer in text), "India", "Peru", "not yet"),
    (judged_by(lambda answer, text: answer + 1), "India", "Peru", "something else in it"),
    (judged_by(lambda answer, text: "No."), "India", ["x", "y"], "Which of them"),
    (all_of(same_list(), judged_by(lambda answer, text: "Longer!")), [1], [1], "Longer!"),
    (any_of(same_list(), same_set()), [1, 2], [2, 3], "order"),
]


@pytest.mark.parametrize(("check", "expected", "answer"), SAME, ids=range(len(SAME)))
def test_what_does_not_matter(check, expected, answer):
    assert check.says(expected, answer, TEXT) == ""


@pytest.mark.parametrize(("check", "expected", "answer", "part"), DIFFERENT, ids=range(len(DIFFERENT)))
def test_what_matters_is_said(check, expected, answer, part):
    message = check.says(expected, answer, TEXT)
    if part == "order":
        assert message
    else:
        assert part in message
    assert message[-1] in ".?!"
    assert len(message) < 400


def test_names_of_participants():
    assert canonical("UNODC") == canonical("the United Nations Office on Drugs and Crime (UNODC)")
    assert canonical("SCO Secretary-General") == canonical("Secretary General of the SCO")
    assert canonical("Burma") == canonical("Myanmar")
    assert canonical("Niger") != canonical("Nigeria")
    assert canonical("Nobody in the tables") == canonical("nobody in  the tables")


def test_nearly():
    assert nearly("India", "the India") == "mind the article in front"
    assert nearly("rule-of law", "rule-oflaw") == "mind the white space inside"
    assert nearly("India", "“India”") == "mind the marks at the ends"
    assert nearly("India", "Iran") == ""
    assert nearly("India", 3) == ""


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        (None, "`None`"),
        ("a b".split, "`.split()`"),
        (len, "`len` itself"),
        (str, "`str`, a type"),
        ((one for one in "a"), "`list()`"),
        (map(str, [1]), "`list()`"),
        (re.match("a", "a"), "`.group()`"),
        (pd.DataFrame({"a": [1]}).groupby("a"), "`.size()`"),
        ([len], "brackets missing"),
        (["a", ...], "still a `...`"),
        ([object()], "can not compare"),
        (object(), "can not compare"),
        (list(range(10**6)), "1,000,000"),
        ([iter([])], "each of these"),
    ],
    ids=range(14),
)
@pytest.mark.parametrize("expected", [3, "x", True, DAY, ["a"], {"a"}, {"a": 1}, ROWS], ids=lambda e: type(e).__name__)
def test_what_everybody_may_get_wrong(expected, answer, part):
    assert part in same_value().says(expected, answer)


def test_endless_list():
    endless: list[object] = []
    endless.append(endless)
    assert "no end" in same_list().says(["a"], endless)


word = st.text("qxzjkvw", min_size=5, max_size=9)  # letters that no word of a message is made of


@given(st.sets(word, min_size=2, max_size=12), st.sets(word, max_size=6), st.data())
def test_a_message_never_names_what_is_missing(expected, extra, data):
    kept = data.draw(st.sets(st.sampled_from(sorted(expected))))
    missing = expected - kept
    answer = sorted(kept | extra)
    assume(missing - extra)
    text = "Title\n\n" + " ".join(sorted(expected)) + "."
    shown = " ".join(answer)
    for check in (same_set(), same_list()):
        for given_text in (text, ""):
            message = check.says(sorted(expected), answer, given_text)
            assert message
            for one in missing - extra:
                assert one not in message or one in shown
    table = pd.DataFrame({"word": sorted(expected), "size": [len(one) for one in sorted(expected)]})
    theirs = pd.DataFrame({"word": answer, "size": [len(one) for one in answer]})
    message = same_table(key="word").says(table, theirs, text)
    assert not any(one in message and one not in shown for one in missing - extra)


@given(st.lists(st.integers() | word | st.booleans() | st.none(), max_size=8))
def test_every_container_is_the_same(items):
    for answer in (tuple(items), pd.Series(items, dtype=object), np.array([*items, None], dtype=object)[:-1]):
        assert same_list().says(items, answer) == ""
        assert same_set().says(items, answer) == ""
        assert same_value().says(items, answer) == ""


@given(st.lists(word, min_size=2, max_size=8, unique=True), st.randoms())
def test_order_matters_in_a_list_only(items, random):
    other = items[:]
    random.shuffle(other)
    assert same_set().says(items, other) == ""
    assert (same_list().says(items, other) == "") == (items == other)


@given(st.floats(-1e6, 1e6), st.integers(2, 6))
def test_rounding_is_right(number, places):
    assert same_number().says(number, round(number, places)) == ""


@given(st.floats(0.01, 1e6), st.floats(1.001, 3))
def test_another_number_is_wrong(number, factor):
    other = number * factor
    assume(all(round(number, places) != round(other, places) for places in range(2, 9)))
    assume(number != int(number))
    assert same_number().says(number, other) != ""


def test_the_text_of_the_course():
    text = read_text()
    message = same_set(names=True).says({"Mongolia", "India"}, ["India"], text)
    assert "paragraph 2 (the title is paragraph 1)" in message
    assert "Mongolia" not in message
