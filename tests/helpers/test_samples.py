"""Marks that somebody typed: what is meant is taken, and what can not be counted is told in a sentence."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.reference import data_path
from helpers.samples import read_marks, read_pairs
from helpers.texts import read_text, split_sentences

SENTENCES = split_sentences(read_text(data_path("practice/harbor_conference.txt")))
SAMPLE = SENTENCES[SENTENCES["sentence"].isin([2, 6, 9])]


@pytest.mark.parametrize(
    ("marks", "names"),
    [
        ({}, set()),
        ({2: [], 6: []}, set()),
        ({2: [("Republic of Haven", "STATE")]}, {(2, "Republic of Haven", "STATE")}),
        ({2: [["Republic of Haven", "STATE"]]}, {(2, "Republic of Haven", "STATE")}),
        (
            {2: (("Republic of Haven", "state"), ("Torvan Republic", "STATE"))},
            {(2, "Republic of Haven", "STATE"), (2, "Torvan Republic", "STATE")},
        ),
        ({2: [(" Republic of Haven ", " STATE ")]}, {(2, "Republic of Haven", "STATE")}),
    ],
)
def test_what_is_right_is_taken_without_a_word(marks, names, capsys) -> None:
    assert read_marks(marks, SAMPLE) == names
    assert capsys.readouterr().out == ""


def test_an_apostrophe_of_the_keyboard_is_the_curly_one_of_the_page(capsys) -> None:
    assert read_marks({2: [("People's Republic of Quessa", "STATE")]}, SAMPLE) == {
        (2, "People’s Republic of Quessa", "STATE")
    }
    assert capsys.readouterr().out == "Sentence 2: taken as the page writes it, People’s Republic of Quessa.\n"


def test_a_name_that_runs_over_a_line_end_is_the_name_as_the_page_has_it(capsys) -> None:
    sample = pd.DataFrame({"sentence": [1], "text": ["The Republic\n of Peru came."]})
    assert read_marks({1: [("Republic of Peru", "STATE")]}, sample) == {(1, "Republic\n of Peru", "STATE")}
    assert capsys.readouterr().out == "Sentence 1: taken as the page writes it, Republic of Peru.\n"


@pytest.mark.parametrize(
    ("marks", "said"),
    [
        (..., "The marks are a dict here"),
        ([(2, "Republic of Haven", "STATE")], "The marks are a dict here"),
        ({2: ("Republic of Haven", "STATE")}, "Sentence 2: a pair needs a list around it"),
        ({2: "Republic of Haven"}, "Sentence 2: a name needs a list around it"),
        ({2: ...}, "Sentence 2: a list of pairs is needed"),
        ({2: None}, "Sentence 2: a list of pairs is needed"),
        ({2: ["Republic of Haven"]}, "Sentence 2: 'Republic of Haven' is no pair"),
        ({2: [("Republic of Haven", "STATE", 1)]}, "is no pair of two texts"),
        ({2: [("Republic of Haven", ...)]}, "is no pair of two texts"),
        ({2: [("", "STATE")]}, "is no pair of two texts"),
        ({2: [("Republic of Haven", "ORG")]}, "there is no label 'ORG' (for 'Republic of Haven')"),
        ({2: [("STATE", "Republic of Haven")]}, "there is no label 'Republic of Haven'"),
        ({2: [("Republic of Peru", "STATE")]}, "Sentence 2 of the sample has no 'Republic of Peru'. Copy"),
        ({2: [("republic of haven", "STATE")]}, "Sentence 2 of the sample has no 'republic of haven'. Copy"),
        ({3: [("ATB", "IGO")]}, "Sentence 3 of the sample has no 'ATB': it is not in the sample at all"),
        ({9: [("Quessa", "STATE")]}, "Sentence 9 of the sample has 'Quessa' only inside of a longer word"),
    ],
)
def test_what_can_not_be_counted_is_told_and_left_out(marks, said: str, capsys) -> None:
    assert read_marks(marks, SAMPLE) == set()
    out = capsys.readouterr().out
    assert said in out
    assert out.count("\n") == 1


def test_as_long_as_one_mark_can_not_be_counted_none_is_and_all_slips_are_told(capsys) -> None:
    right = {2: [("Republic of Haven", "STATE")], 9: [("Brenland Coast Guard", "gov")]}
    wrong = {**right, 6: ("Republic of Haven", "STATE"), 9: [*right[9], ("Safe Haven process", "NAME")]}
    assert len(read_marks(right, SAMPLE)) == 2
    assert read_marks(wrong, SAMPLE) == set()
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 3
    assert said[-1] == "2 marks are read, 2 are to be mended. None counts until that is done."


EXAMPLE = {2: [("Republic of Arvenia", "STATE"), ("Torvan Republic", "STATE")], 10: [("9 June 2019", "DATE")], 14: []}


@pytest.mark.parametrize("numbers", [[1, 5, 9], [2, 3, 4], [10, 14]], ids=["elsewhere", "other text", "neither"])
def test_marks_of_another_sample_draw_one_sentence(numbers: list[int], capsys) -> None:
    sample = pd.DataFrame({"sentence": numbers, "text": ["The delegations of Peru and Chile met."] * len(numbers)})
    assert read_marks(EXAMPLE, sample) == set()
    said = capsys.readouterr().out
    assert said.startswith("None of these names stands in your sample")
    assert said.count("\n") == 1


def test_a_name_of_ones_own_and_the_rest_of_the_example_draw_a_line_a_sentence(capsys) -> None:
    sample = pd.DataFrame({"sentence": [2, 6], "text": ["Peru and Chile met.", "Chile spoke."]})
    assert read_marks({**EXAMPLE, 6: [("Chile", "STATE")]}, sample) == set()
    assert capsys.readouterr().out.splitlines() == [
        "Sentence 2 of the sample has no 'Republic of Arvenia', 'Torvan Republic'. Copy the names from the page.",
        "Sentence 10 of the sample has no '9 June 2019': it is not in the sample at all.",
        "1 mark is read, 3 are to be mended. None counts until that is done.",
    ]


def test_a_region_is_no_state_and_counts_as_it_was_marked(capsys) -> None:
    sample = pd.DataFrame({"sentence": [1], "text": ["The states of Central Asia and Peru met."]})
    marks = {1: [("Central Asia", "STATE"), ("Peru", "STATE")]}
    assert len(read_marks(marks, sample)) == 2
    assert capsys.readouterr().out == "Sentence 1: Central Asia is a region, and a STATE is one sovereign state.\n"


def test_two_slips_of_the_pen_are_named_and_are_no_other_sample(capsys) -> None:
    assert read_marks({2: [("Republic of Havn", "STATE"), ("Torvn Republic", "STATE")]}, SAMPLE) == set()
    assert "'Republic of Havn', 'Torvn Republic'. Copy the names" in capsys.readouterr().out


def test_pairs_are_read_and_what_is_none_is_told(capsys) -> None:
    assert read_pairs([("Contact Group", "INITIATIVE"), ("C5+1"), ["drugs", "narcotic*"], 5]) == [
        ("Contact Group", "INITIATIVE"),
        ("drugs", "narcotic*"),
    ]
    assert read_pairs([]) == []
    assert read_pairs(("C5+1", "INITIATIVE")) == []
    said = capsys.readouterr().out.splitlines()
    assert [line.split(",")[0] for line in said] == [
        "'C5+1' is no pair of two texts",
        "5 is no pair of two texts",
        "A pair needs a list around it",
    ]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-1, 12) | st.text(max_size=6) | st.sampled_from(["STATE", "Haven"]),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(st.integers(1, 9), inner),
    max_leaves=8,
)


@given(ANYTHING)
def test_whatever_is_typed_nothing_stops(marks) -> None:
    numbers = set(SAMPLE["sentence"])
    assert all(number in numbers and name and label for number, name, label in read_marks(marks, SAMPLE))
