"""The bench for names: what it finds, what it counts, what it refuses, and how fast it is."""

from __future__ import annotations

import ast
import re
import statistics
import time

import pandas as pd
import pytest
from ipywidgets.widgets import widget

from helpers import reference
from helpers.agreement import compare_spans, score_spans
from helpers.entities import Gazetteer, tag_entities
from helpers.errors import CourseError
from helpers.pictures import Page
from helpers.texts import read_text
from helpers.widgets import box as boxes
from helpers.widgets import gazetteer_bench
from helpers.widgets.tagging import KINDS, RULES, SEARCH, SHORT_LIST, read_names, tag_with

TEXT = "Chad met Fiji and UNDP. The Republic of Chad left in 2014."
GOLD = pd.DataFrame({"start": [0, 9, 28, 53], "end": [4, 13, 44, 57], "label": ["STATE", "STATE", "STATE", "DATE"]})


@pytest.fixture(autouse=True)
def in_a_cell_of_its_own(request, monkeypatch):
    monkeypatch.setattr(boxes, "cell", lambda: request.node.name)


@pytest.fixture
def lesson_names(root):
    lesson = (root / "src/lessons/03_tagging_by_rule.py").read_text(encoding="utf-8")
    formal = ast.literal_eval(re.search(r"^formal_names = (\[.*?^\])", lesson, re.DOTALL | re.MULTILINE)[1])
    return {**SHORT_LIST, **dict.fromkeys(formal, "STATE")}


class Bench:
    """A bench with its parts by name."""

    def __init__(self, *arguments, **named):
        self.box = gazetteer_bench(*arguments, **named)
        self.label, self.name, self.chosen, self.drop, self.rules, self.board, self.view = self.box.children

    def put_in(self, name, label="STATE"):
        self.name.text, self.label.value = name, label
        self.add()

    def add(self):
        self.name.asked += 1

    def errors(self):
        return [(self.view.text[start:end], *cells) for start, end, cells, _ in self.view.listed["rows"]]


def test_it_begins_with_the_short_list_of_the_lesson(root):
    lesson = (root / "src/lessons/03_tagging_by_rule.py").read_text(encoding="utf-8")
    listed = ast.literal_eval(re.search(r"^short_list = (\{.*?^\})", lesson, re.DOTALL | re.MULTILINE)[1])
    assert list(SHORT_LIST.items()) == list(listed.items())
    assert gazetteer_bench().value == listed


def test_a_name_more_moves_marks_scores_and_errors():
    bench = Bench(TEXT, {"Chad": "STATE"}, GOLD)
    assert bench.view.spans == [[0, 4, "STATE"], [40, 44, "STATE"]]
    assert bench.errors() == [
        ("Fiji", "missed", "STATE"),
        ("Republic of Chad", "boundary", "STATE"),
        ("2014", "missed", "DATE"),
    ]
    bench.put_in("Republic of Chad")
    assert bench.view.spans == [[0, 4, "STATE"], [28, 44, "STATE"]]
    assert bench.view.said == (
        "Added “Republic of Chad” (STATE). Now: right 2 (1 more), missed 2, boundary 0 (1 fewer)."
    )
    assert "<b>1.00</b> (up 0.50)" in bench.board.value
    assert bench.view.listed["title"] == "2 errors: 2 missed"
    assert bench.name.text == ""
    assert bench.box.value == {"Chad": "STATE", "Republic of Chad": "STATE"}
    bench.put_in("Fiji", "IGO")
    assert bench.errors()[0] == ("Fiji", "label", "STATE, not IGO")
    bench.put_in("Fiji")
    assert bench.view.said.startswith("“Fiji” is now STATE, no longer IGO. Now: right 3 (1 more)")
    bench.put_in("chad")
    assert bench.view.said.startswith("Added “chad” (STATE). It marks nothing on this page now (capital letters count")


def test_a_name_less_can_be_put_back_with_one_press():
    bench = Bench(TEXT, {"Chad": "STATE", "UNDP": "IGO"}, GOLD)
    assert [told for told, _ in bench.chosen.options] == [
        "Chad · STATE · 2 marks, 1 right",
        "UNDP · IGO · 1 mark, 0 right",
    ]
    bench.chosen.value = ["UNDP"]
    bench.drop.click()
    assert bench.box.value == {"Chad": "STATE"}
    assert "extra 0 (1 fewer)" in bench.view.said
    bench.add()
    assert bench.box.value == {"Chad": "STATE", "UNDP": "IGO"}
    bench.chosen.value = ["Chad", "UNDP"]
    bench.drop.click()
    assert bench.box.value == {}
    assert bench.view.spans == []


def test_switches_bring_in_what_needs_no_list():
    bench = Bench(TEXT, {"Chad": "STATE"}, GOLD)
    bench.rules.value = [*SEARCH, "dates"]
    assert [53, 57, "DATE"] in bench.view.spans
    assert bench.view.said.startswith("Switched on: dates. Now: right 2 (1 more)")
    bench.rules.value = [*SEARCH, "grammar", "abbreviations"]
    assert bench.view.said.startswith(
        f"Switched on: {RULES['abbreviations']}. Switched on: {RULES['grammar']}. Switched off: dates. "
        "While the grammar is on, the other boxes do not count. Now: "
    )
    bench.rules.value = list(SEARCH)
    assert bench.view.spans == [[0, 4, "STATE"], [40, 44, "STATE"]]


def test_without_a_rule_the_traps_of_the_lesson_come_back():
    text = "UNDP met the People’s Republic of China."
    names = {"UN": "IGO", "Republic of China": "STATE", "China": "STATE", "People's Republic of China": "STATE"}

    def found(*rules):
        return sorted(tag_with(text, names, rules)["text"])

    assert found(*SEARCH) == ["People’s Republic of China"]
    assert found("longest", "clean") == ["People’s Republic of China", "UN"]
    assert found("borders", "clean") == ["China", "People’s Republic of China", "Republic of China"]
    assert found("borders", "longest") == ["Republic of China"]
    assert found() == ["China", "Republic of China", "UN"]
    assert found("borders", "longest", "dates") == ["Republic of China"]


def test_it_counts_what_the_taggers_of_the_lesson_count(lesson_names):
    page, gold = read_text(), reference.gold("entities")

    def counts(names, *rules):
        found = tag_with(page, names, rules)
        return len(found), int((compare_spans(gold, found)["outcome"] == "agrees").sum())

    assert counts(SHORT_LIST) == (42, 16)
    assert counts(lesson_names) == (54, 26)
    assert counts(lesson_names, *SEARCH) == (38, 27)
    assert counts(lesson_names, "longest", "clean") == (43, 27)
    assert counts(lesson_names, "borders", "clean") == (48, 27)
    assert counts(lesson_names, "borders", "longest") == (38, 26)
    without = {name: label for name, label in lesson_names.items() if name != "UN"}
    assert counts(without, *SEARCH) == (33, 25)


def test_the_list_of_errors_is_that_of_the_course():
    bench = Bench()
    gold = reference.gold("entities")
    table = compare_spans(gold, tag_with(read_text(), SHORT_LIST))
    wrong = table[table["outcome"] != "agrees"]
    rows = bench.view.listed["rows"]
    assert [(start, end, cells[0]) for start, end, cells, _ in rows] == [
        (row.start, row.end, KINDS[row.outcome]) for row in wrong.itertuples()
    ]
    found = tag_with(read_text(), SHORT_LIST)
    assert f"<b>{score_spans(gold, found).iloc[-1]['f1']:.2f}</b>" in bench.board.value


def test_rules_are_those_of_the_course():
    text = "The Eastern Trade Forum (ETF) met on 5 May 2014, and 2014 was over. ETF closed."
    assert tag_with(text, {}).empty
    learned = tag_with(text, {}, [*SEARCH, "abbreviations"])
    assert learned["text"].tolist() == ["Eastern Trade Forum", "ETF", "ETF"]
    assert tag_with(text, {"ETF": "GOV"}, [*SEARCH, "abbreviations"])["label"].tolist()[1:] == ["GOV", "GOV"]
    assert tag_with(text, {}, ["dates"])["name"].tolist()[0] == "2014-05-05"
    assert tag_with(text, {"5 May": "INITIATIVE"}, ["dates"])["text"].tolist() == ["5 May", "2014"]
    assert tag_with(read_text(), {}, ["grammar"]).equals(tag_entities(read_text(), Gazetteer()))


def test_without_a_gold_standard_there_are_marks_and_no_scores():
    bench = Bench(TEXT, {"Chad": "STATE"})
    assert bench.board.value == ""
    assert bench.view.listed["title"] == "2 marks"
    bench.put_in("Fiji")
    assert bench.view.said == "Added “Fiji” (STATE). Now: marks 3 (1 more)."
    assert bench.chosen.options[1][0] == "Fiji · STATE · 1 mark"
    assert "Fiji" in bench.box._repr_mimebundle_()["text/html"]


def test_a_slip_is_said_and_changes_nothing():
    bench = Bench(TEXT, {"Chad": "STATE"}, GOLD)
    bench.put_in("  ")
    assert bench.view.said == "Write a name first, as it stands on the page."
    bench.put_in("...")
    assert "at least one letter" in bench.view.said
    bench.drop.click()
    assert bench.view.said.startswith("Choose a name of the list first")
    assert bench.box.value == {"Chad": "STATE"}


def test_names_that_are_alike_to_the_tagger_are_kept_once():
    assert read_names([("People's Republic", "STATE"), ("People’s  Republic", "GOV")]) == {"People’s  Republic": "GOV"}


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"text": 5}, "text"),
        ({"text": TEXT, "names": "Chad"}, "dict"),
        ({"text": TEXT, "names": 5}, "dict"),
        ({"text": TEXT, "names": ["Chad"]}, "no such pair"),
        ({"text": TEXT, "names": {"Chad": "COUNTRY"}}, "COUNTRY"),
        ({"text": TEXT, "names": {"Chad": ""}}, "no label"),
        ({"text": TEXT, "names": {5: "STATE"}}, "5"),
        ({"text": TEXT, "gold": GOLD.drop(columns="label")}, "label"),
        ({"text": TEXT, "gold": GOLD.assign(end=99)}, "99"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(arguments, says):
    with pytest.raises(CourseError) as caught:
        gazetteer_bench(**arguments)
    assert says in str(caught.value)


def test_an_exercise_that_is_not_done_gets_a_sentence():
    for page in (gazetteer_bench(...), gazetteer_bench(TEXT, ...), gazetteer_bench(TEXT, gold=...)):
        assert isinstance(page, Page)
        assert page.words.startswith("Nothing to show yet")


def test_where_widgets_do_not_run_the_scores_and_the_page_stand():
    bench = Bench(TEXT + " <b>bold</b>", {"Chad": "STATE"}, GOLD)
    bundle = bench.box._repr_mimebundle_()
    assert "recall" in bundle["text/html"]
    assert "missed" in bundle["text/html"]
    assert "&lt;b&gt;bold" in bundle["text/html"]
    assert bundle["text/plain"].startswith("A list of names")


def test_running_the_cell_again_keeps_the_list_and_leaves_nothing_behind():
    first = Bench(TEXT)
    first.put_in("Fiji")
    models = len(widget._instances)
    second = Bench(TEXT)
    assert second.box.value == {**SHORT_LIST, "Fiji": "STATE"}
    assert len(widget._instances) == models
    assert Bench(TEXT, {"Chad": "STATE"}).box.value == {"Chad": "STATE"}
    assert Bench("Another text.").box.value == SHORT_LIST


def test_a_change_takes_less_than_200_milliseconds():
    bench = Bench()
    taken = []
    for name in ("Russian Federation", "Kyrgyz Republic", "Republic of India", "Republic of Turkey", "UNDP", "UNODC"):
        before = time.process_time()
        bench.put_in(name)
        taken.append(time.process_time() - before)
    assert statistics.median(taken) < 0.2
