"""What lesson 02 quotes and tabulates in its prose is what stands on the page and in the two annotations."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from helpers.agreement import compare_spans
from helpers.exercises import check
from helpers.pictures import cut_lines
from helpers.reference import data_path, gold, read_table
from helpers.texts import read_text, split_paragraphs
from helpers.widgets import annotator
from publisher.source import parse

TEXT = read_text()
GOLD = gold("entities")
SECOND = read_table(data_path("practice/second_annotation.csv"), frozenset({"start", "end", "label", "text"}))


@pytest.fixture(scope="module")
def prose(root) -> list[str]:
    path = root / "src" / "lessons" / "02_marking_up_by_hand.py"
    page, problems = parse(path.stem, path.name, path.read_text(encoding="utf-8"))
    assert problems == []
    return [cell.source for cell in page.cells if cell.kind == "markdown" and not cell.is_note]


def table_below(prose: list[str], head: str) -> list[list[str]]:
    cell = next(cell for cell in prose if head in cell)
    rows = re.findall(r"^\|(.+)\|$", cell[cell.index(head) :].partition("\n\n")[0], re.MULTILINE)
    return [[part.strip() for part in row.split("|")] for row in rows[2:]]


def test_quotations_are_letter_by_letter_those_of_the_page(prose):
    blocks = [block for cell in prose for block in re.findall(r"(?:^> .*\n?)+", cell, re.MULTILINE)]
    quotations = [re.sub(r"\s*\n?> ", " ", "\n" + block).strip() for block in blocks if "**" not in block]
    assert len(quotations) == 3
    assert [quotation for quotation in quotations if quotation not in TEXT] == []


def test_places_in_prose_lie_where_the_prose_says(prose):
    paragraphs = split_paragraphs(TEXT).set_index("paragraph")
    named = {
        int(n): (int(a), int(b))
        for n, a, b in re.findall(r"aragraph (\d)[^\n]*?`text\[(\d+):(\d+)\]`", "\n".join(prose))
    }
    assert set(named) >= {4, 6}
    assert all((paragraphs.loc[n, "start"], paragraphs.loc[n, "end"]) == place for n, place in named.items())
    lines = cut_lines(TEXT).set_index("line")
    spoken = re.findall(r"`text\[(\d+):(\d+)\]`[^\n]*?lines (\d+) to (\d+)", "\n".join(prose))
    assert len(spoken) == 4
    for start, end, first, last in (map(int, found) for found in spoken):
        assert lines.loc[first, "start"] <= start <= lines.loc[first, "end"]
        assert lines.loc[last, "start"] < end <= lines.loc[last, "end"]


def test_names_with_a_place_stand_there(prose):
    pairs = re.findall(r"\*([^*\n]+)\*\s+\(`text\[(\d+):(\d+)\]`\)", "\n".join(prose))
    assert len(pairs) == 2
    assert [TEXT[int(start) : int(end)] for _, start, end in pairs] == [name for name, _, _ in pairs]


def test_the_table_of_eight_differences_is_that_of_the_data(prose):
    cells = [cell for cell in prose if "| no. | on the page |" in cell]
    assert len(cells) == 2  # three in class, five at home
    rows = sorted(row for cell in cells for row in table_below([cell], "| no. | on the page |"))
    assert [row[0] for row in rows] == list("12345678")
    table = compare_spans(GOLD[(GOLD["start"] >= 120) & (GOLD["end"] <= 1247)], SECOND)
    table = table[table["outcome"] != "agrees"]
    assert len(table) == 9  # the first difference makes two rows
    for _, place, ours, theirs in rows:
        start, end = map(int, re.findall(r"\d+", place))
        here = table[(table["start"] < end) & (table["end"] > start)]
        found = [text for text, outcome in zip(here["text"], here["outcome"], strict=True) if outcome != "extra"]
        assert ours.partition(", as ")[0] == (" · ".join(found) or "no span")
        predicted = [text for text in here["predicted_text"] if text]
        assert (predicted or ["no span"])[0] in theirs or theirs.startswith("the same span")
        spans = pd.concat(
            [here[["start", "end"]], SECOND[(SECOND["start"] < end) & (SECOND["end"] > start)][["start", "end"]]]
        )
        assert (start, end) == (spans["start"].min(), spans["end"].max())


def test_the_rules_bear_the_numbers_of_the_codebook(prose):
    told = dict(re.findall(r"^- \*\*Rule (\d), ([\w ]+?)[.,*]", "\n".join(prose), re.MULTILINE))
    numbered = re.findall(r"^(\d)\. \*\*([\w ]+?)[.*]", data_path("codebook.md").read_text("utf-8"), re.MULTILINE)
    assert [number for number, _ in numbered] == list("12345678")
    assert told == {number: name.lower() for number, name in numbered}


def test_the_labels_are_those_of_the_codebook(prose):
    rows = table_below(prose, "| label | what it marks |")
    codebook = data_path("codebook.md").read_text(encoding="utf-8")
    assert {row[0] for row in rows} == set(re.findall(r"^\| ([A-Z]{3,}) \|", codebook, re.MULTILINE))
    for _, _, examples in rows:
        assert [example for example in examples.split(" · ") if example in TEXT] == [], (
            "an example gives an answer away"
        )


def test_a_paragraph_marked_on_the_page_is_an_answer_and_the_page_itself_is_not(tmp_path, monkeypatch):
    monkeypatch.setenv("HELPERS_PROGRESS", str(tmp_path / "progress.json"))
    marks = annotator(TEXT, start=2409, end=3043)
    assert "once more" in check("2.4", marks.value).message
    marks.value = GOLD
    assert check("2.4", marks.value).status == "done"
    said = check("2.4", marks)
    assert said.status == "not yet"
    assert "Write `.value` behind the page's name." in said.message
