"""The ladder as Python sees it: its value, what it accepts and refuses, and what it leaves behind."""

from __future__ import annotations

import pandas as pd
import pytest
from ipywidgets.widgets import widget

from helpers.errors import CourseError
from helpers.pictures import Page
from helpers.reference import gold
from helpers.statements import find_statements
from helpers.texts import read_text
from helpers.widgets import box as boxes
from helpers.widgets import consensus_ladder

VIEW = "application/vnd.jupyter.widget-view+json"
TEXT = "The parties stressed <b>peace</b>. Most of the participants supported trade. It was noted that fish is good."
MINE = pd.DataFrame(
    {
        "sentence": [1, 2],
        "speaker": ["The parties", "Most of the participants"],
        "verb": ["stressed", "supported"],
        "consensus": ["all", "many"],
    }
)
THEMES = pd.DataFrame({"sentence": [1, 2, 3], "trade": [0, 1, 0], "fish": [False, False, True]})


@pytest.fixture(autouse=True)
def in_a_cell_of_its_own(request, monkeypatch):
    monkeypatch.setattr(boxes, "cell", lambda: request.node.name)


def test_at_the_beginning_every_statement_is_listed():
    made = consensus_ladder()
    assert made.value.equals(find_statements(read_text()))
    assert [row[:2] for row in made.children[1].listed["rows"]] == made.value[["start", "end"]].values.tolist()


def test_a_theme_and_a_rung_choose_among_them():
    made = consensus_ladder(statements=gold("statements"), themes=gold("themes"))
    ladder, view = made.children
    ladder.theme = "regional_cooperation"
    assert made.value["sentence"].tolist() == [11, 13, 15, 16]
    ladder.rung = "most"
    assert made.value["sentence"].tolist() == [15]
    ladder.theme = "crime_cyber"
    assert made.value.empty
    assert view.said == "Crime and cybercrime, most: 0 of 10 statements."
    assert view.spans == []
    ladder.theme, ladder.rung = "", "organization"
    assert made.value["speaker"].tolist() == ["the SCO"]


def test_speakers_and_verbs_are_marked_where_they_stand():
    text = read_text()
    made = consensus_ladder(statements=gold("statements"))
    ladder, view = made.children
    marked = [(text[start:end], label) for start, end, label in view.spans]
    assert ("Most of the participants", "15 most") in marked
    assert ("spoke in favour", "verb") in marked
    assert len(marked) == 20
    ladder.rung = "most"
    assert [(text[start:end], label) for start, end, label in view.spans] == [
        ("Most of the participants", "15 most"),
        ("spoke in favour", "verb"),
    ]


def test_each_statement_has_its_evidence_with_places():
    text = read_text()
    made = consensus_ladder(statements=gold("statements"))
    made.children[0].rung = "most"
    start, end, [cell], said = made.children[1].listed["rows"][0]
    number, *places = cell.split("\n")
    assert number == "15 · most"
    assert places == [f"text[{start}:{end}]", "speaker [3521:3545]", "verb [3546:3561]"]
    assert (text[3521:3545], text[3546:3561]) == ("Most of the participants", "spoke in favour")
    assert said == "Sentence 15, for most: Most of the participants spoke in favour."


def test_every_statement_stands_on_one_rung_and_under_each_of_its_themes():
    ladder = consensus_ladder(statements=gold("statements"), themes=gold("themes")).children[0]
    assert [key for key, _, _ in ladder.rungs] == ["all", "most", "unspecified", "organization"]
    themes = gold("themes").set_index("sentence")
    assert [key for key, _ in ladder.themes] == themes.columns[2:].tolist()
    for _, number, rung, on, _ in ladder.chips:
        row = themes.loc[int(number), themes.columns[2:]].astype(bool)
        assert on == row[row].index.tolist()
        assert rung == gold("statements").set_index("sentence").loc[int(number), "consensus"]
    assert len(ladder.chips) == 10


def test_a_number_on_the_ladder_leads_to_its_place_also_if_it_is_not_listed():
    made = consensus_ladder(statements=gold("statements"), themes=gold("themes"))
    ladder, view = made.children
    row = next(place for place, number, *_ in ladder.chips if number == "15")
    shown = []
    view.observe(lambda change: shown.append(change["new"]), names="show")
    ladder.asked = [row, 1]
    ladder.asked = [row, 2]
    place = [3521, 3801]
    assert shown == [place, [0, 0], place]
    ladder.rung = "all"
    ladder.asked = [row, 3]
    assert (view.show, ladder.rung) == (place, "")
    ladder.asked = [99, 4]
    assert view.said == "This did not work: IndexError: list index out of range. Run the cell again."


def test_a_table_without_places_is_accepted():
    made = consensus_ladder(TEXT, MINE, THEMES)
    ladder, view = made.children
    assert [(TEXT[start:end], label) for start, end, label in view.spans] == [
        ("The parties", "1 all"),
        ("stressed", "verb"),
        ("Most of the participants", "2 many"),
        ("supported", "verb"),
    ]
    assert [words for _, words, _ in ladder.rungs] == ["all", "most", "unspecified", "many", "organization"]
    assert [words for _, words in ladder.themes] == ["trade", "fish", "no theme"]
    assert [(number, on) for _, number, _, on, _ in ladder.chips] == [("1", ["no theme"]), ("2", ["trade"])]
    ladder.rung = "many"
    assert made.value.equals(MINE.iloc[[1]].reset_index(drop=True))


def test_a_speaker_who_is_not_named_is_not_marked():
    text = "Concern was expressed about trade."
    made = consensus_ladder(text)
    assert [(text[start:end], label) for start, end, label in made.children[1].spans] == [("expressed", "verb")]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"text": 5}, "Here a text"),
        ({"statements": [1]}, "A table of statements"),
        ({"statements": MINE.drop(columns="verb")}, "lacks the column verb"),
        ({"statements": MINE.assign(sentence=[1, 40])}, "sentence 40, and this text has 3 sentences"),
        ({"statements": MINE.assign(consensus=["all", None])}, "The statement of sentence 2 has no consensus"),
        ({"statements": MINE.assign(verb_start=0, verb_end=3)}, "The verb of sentence 1 is “stressed”, and text[0:3]"),
        ({"statements": MINE.assign(verb_start=None, verb_end=3)}, "is something else"),
        ({"statements": MINE, "themes": 5}, "A table of coded sentences"),
        ({"statements": MINE, "themes": THEMES[["sentence"]]}, "has no theme"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(arguments, says):
    with pytest.raises(CourseError) as caught:
        consensus_ladder(**{"text": TEXT, **arguments})
    assert says in str(caught.value)


def test_what_has_nothing_to_show_says_so():
    for page in (consensus_ladder(...), consensus_ladder(TEXT, ...), consensus_ladder(TEXT, themes=...)):
        assert isinstance(page, Page)
        assert page.words.startswith("Nothing to show yet")
    assert consensus_ladder("It rains.").words.startswith("No statements to show")
    with pytest.raises(CourseError, match="follows what is chosen"):
        consensus_ladder(TEXT).value = MINE


def test_running_the_cell_again_keeps_the_choice_and_leaves_nothing_behind():
    first = consensus_ladder(TEXT, MINE, THEMES)
    first.children[0].theme = "trade"
    models = len(widget._instances)
    second = consensus_ladder(TEXT, MINE, THEMES)
    assert second.value["sentence"].tolist() == [2]
    assert len(widget._instances) == models
    assert first.comm is None
    assert consensus_ladder(TEXT, MINE, THEMES[["sentence", "fish"]]).value.equals(MINE)  # there is no such theme now


def test_where_widgets_do_not_run_the_picture_and_the_table_stand():
    bundle = consensus_ladder()._repr_mimebundle_()
    assert VIEW in bundle
    assert '<img alt="Who says so? 10 statements by consensus. all (7): 6 The parties emphasized' in bundle["text/html"]
    assert "beside the ladder: organization" in bundle["text/html"]
    assert ">11, 13</td>" in bundle["text/html"]
    assert bundle["text/plain"].startswith("A ladder of consensus with 10 statements.")
    assert "<i>" not in consensus_ladder(TEXT, MINE.assign(consensus="<i>"), THEMES)._repr_mimebundle_()["text/html"]
