"""The bench for patterns: what is found, what is right in it, what changed, and what cannot be read."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers import reference
from helpers.errors import CourseError
from helpers.texts import read_text
from helpers.themes import Codebook, code_themes, try_patterns
from helpers.widgets import box as boxes
from helpers.widgets import codebook_bench
from helpers.widgets.coding import read_patterns

TEXT = "They sell opium. They sell fish. Traders met."
GOLD = pd.DataFrame({"drugs": [True, False, False], "trade": [True, True, True]})
PATTERNS = {"drugs": ["opium", "fish"], "trade": ["trader*"]}


@pytest.fixture(autouse=True)
def in_a_cell_of_its_own(request, monkeypatch):
    monkeypatch.setattr(boxes, "cell", lambda: request.node.name)


class Bench:
    """A bench with its parts by name."""

    def __init__(self, *arguments, **named):
        self.box = codebook_bench(*arguments, **named)
        self.menu, row, self.map, self.view = self.box.children
        self.editor, self.board = row.children

    def apply(self, *lines):
        self.editor.text = "\n".join(lines)
        self.editor.asked += 1

    def listed(self):
        return [cells for _, _, cells, _ in self.view.listed["rows"]]


def test_it_begins_with_the_starter_of_the_lesson_and_the_human_coding():
    bench = Bench()
    starter = Codebook.from_table("theme_patterns_starter")
    assert bench.box.value.to_table().equals(starter.to_table())
    coded, gold = code_themes(read_text(), starter), reference.gold("themes")
    for theme in starter.themes:
        pairs = zip(coded[theme], gold[theme], strict=True)
        words = {(1, 1): "right", (1, 0): "extra", (0, 1): "missed", (0, 0): ""}
        assert bench.map.cells[theme] == [words[pair] for pair in pairs]


def test_an_edit_moves_scores_map_and_list_and_says_what_changed():
    bench = Bench(TEXT, PATTERNS, gold=GOLD)
    assert bench.listed() == [["1", "right"], ["2", "extra"]]
    bench.apply("opium")
    assert bench.box.value.patterns("drugs") == ["opium"]
    assert bench.map.cells["drugs"] == ["right", "", ""]
    assert bench.listed() == [["1", "right"], ["2", "lost"]]
    assert bench.view.said == "Applied 1 pattern. Newly found: none. Newly lost: 2 (was extra)."
    assert "<b>1.00</b> (up 0.50)" in bench.board.value
    bench.apply("opium")
    assert bench.view.said == "Applied 1 pattern. No sentence is newly found, and none is lost."
    bench.apply("")
    assert bench.map.cells["drugs"] == ["missed", "", ""]


def test_its_numbers_are_those_of_the_course():
    bench = Bench(theme="afghan_security")
    bench.apply("secur* ... Afghan*", "ISAF")
    scores = try_patterns("afghan_security", ["secur* ... Afghan*", "ISAF"])
    for measure in ("precision", "recall", "f1"):
        assert f"<b>{scores[measure]:.2f}</b>" in bench.board.value


def test_what_a_pattern_found_is_marked_in_its_sentence():
    bench = Bench(TEXT, PATTERNS, gold=GOLD)
    assert bench.view.spans == [[0, 16, "1 right"], [10, 15, "“opium”"], [17, 32, "2 extra"], [27, 31, "“fish”"]]
    assert bench.view.listed["rows"][0][3] == "Sentence 1, drugs: right. “opium” by “opium”"


def test_another_theme_is_opened_and_what_was_not_applied_waits():
    bench = Bench(TEXT, PATTERNS, gold=GOLD)
    bench.editor.text = "opium\nhero"
    bench.menu.value = "trade"
    assert bench.map.current == "trade"
    assert bench.editor.text == bench.editor.applied == "trader*"
    assert bench.listed() == [["1", "missed"], ["2", "missed"], ["3", "right"]]
    bench.menu.value = "drugs"
    assert (bench.editor.text, bench.editor.applied) == ("opium\nhero", "opium\nfish")
    assert bench.box.value.patterns("drugs") == ["opium", "fish"]


def test_a_pattern_that_cannot_be_read_is_named_with_its_line_and_nothing_is_lost():
    bench = Bench(TEXT, PATTERNS, gold=GOLD)
    bench.apply("opium", "", "*")
    assert bench.editor.problem.startswith("Line 3: ")
    assert bench.editor.text == "opium\n\n*"
    assert bench.box.value.patterns("drugs") == ["opium", "fish"]
    assert bench.view.said == "Not applied: all that is shown is from the patterns before."
    bench.apply('["opium",', '"hero*"]')
    assert bench.editor.problem == "Write one pattern on each line, without brackets, commas and quotation marks."
    bench.apply("opium", "", "hero*")
    assert bench.editor.problem == ""
    assert bench.box.value.patterns("drugs") == ["opium", "hero*"]


def test_the_notes_of_patterns_that_stay_are_kept():
    book = Codebook().add("drugs", "opium", "a note").add("drugs", "fish")
    bench = Bench(TEXT, book, gold=GOLD)
    bench.apply("opium", "hero*")
    assert bench.box.value.to_table().values.tolist() == [["drugs", "opium", "a note"], ["drugs", "hero*", ""]]
    assert len(book) == 2  # the learner's own codebook is as it was


def test_a_box_of_the_map_leads_to_its_sentence():
    bench = Bench(TEXT, PATTERNS, gold=GOLD)
    bench.map.place = [17, 32]
    bench.map.asked += 1
    assert bench.view.show == [17, 32]


def test_without_a_human_coding_nothing_is_right_or_wrong():
    bench = Bench(TEXT, PATTERNS)
    assert bench.map.cells == {"drugs": ["found", "found", ""], "trade": ["", "", "found"]}
    assert "nothing is right or wrong" in bench.board.value


def test_a_run_of_the_same_cell_keeps_codebook_theme_and_draft():
    bench = Bench()
    bench.menu.value = "drugs"
    bench.apply("opium")
    bench.editor.text = "opium\nhero*"
    again = Bench()
    assert again.menu.value == "drugs"
    assert again.box.value.patterns("drugs") == ["opium"]
    assert again.editor.text == "opium\nhero*"


def test_its_value_can_be_set():
    bench = Bench(TEXT, PATTERNS, gold=GOLD)
    bench.box.value = {"drugs": ["fish"], "peace": ["met"]}
    assert bench.editor.text == "fish"
    assert bench.menu.options[-1] == ["peace", "peace"]
    assert bench.map.cells["peace"] == ["", "", "found"]


def test_an_exercise_that_is_not_done_is_said():
    assert "exercise" in codebook_bench(patterns=...).words


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"patterns": ["opium"]}, "To which theme do these patterns belong?"),
        ({"patterns": {"drugs": "opium"}}, "Patterns come as a Codebook, as a list"),
        ({"patterns": PATTERNS, "theme": "drug"}, "Did you mean 'drugs'?"),
        ({"patterns": PATTERNS, "gold": [1]}, "The human coding is a table"),
        ({"patterns": PATTERNS, "gold": GOLD.head(2)}, "The human coding has 2 rows, and the text 3 sentences."),
        ({"patterns": {}}, "There is no theme yet."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(arguments, said):
    with pytest.raises(CourseError, match=said.replace("?", r"\?").replace(".", r"\.")):
        codebook_bench(TEXT, **arguments)


def test_text_from_a_document_is_escaped_where_widgets_do_not_run():
    still = codebook_bench("A <b>bold</b> $x$ fish.", {"<i>x</i>": ["fish"]})._repr_mimebundle_()["text/html"]
    assert "<b>bold" not in still
    assert "<i>x" not in still


def test_patterns_of_one_theme_make_a_codebook():
    assert read_patterns(["opium"], "drugs").patterns("drugs") == ["opium"]
