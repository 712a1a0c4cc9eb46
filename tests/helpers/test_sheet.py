"""The sheet to print: every word once, in its place, in lines of one width, with the codebook's labels on top."""

from __future__ import annotations

import html
import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from helpers import reference, texts
from helpers.entities import LABELS
from helpers.errors import CourseError
from helpers.pictures import cut_lines, sheet, show_sheet

TEXT = texts.read_text()
PIECES = st.lists(st.text(alphabet="ab М’<&é\u00ad\u2009\n\t .", max_size=40), max_size=12).map("".join)


@given(PIECES, st.integers(min_value=20, max_value=200))
@example("", 20)
@example("word " * 9 + "a" * 300 + " word", 20)
@example("a\n\nb\n \nc", 20)
def test_lines_hold_every_word_in_its_place(text, width):
    lines = cut_lines(text, width)
    assert lines["line"].tolist() == list(range(1, len(lines) + 1))
    assert [text[start:end] for start, end in zip(lines["start"], lines["end"], strict=True)] == lines["text"].tolist()
    assert " ".join(lines["text"]).split() == text.split()
    assert all(len(line) <= width or not re.search(r"\s", line) for line in lines["text"])
    assert not any("\n" in line for line in lines["text"])
    paragraphs = [line for line in text.split("\n") if line.strip()]
    assert sorted(set(lines["paragraph"])) == list(range(1, len(paragraphs) + 1))


@given(PIECES, st.integers(min_value=20, max_value=200))
def test_no_word_would_have_fitted_into_the_line_before(text, width):
    rows = list(cut_lines(text, width).itertuples())
    for row, following in pairwise(rows):
        if row.paragraph == following.paragraph:
            first_word = following.text.split()[0]
            assert following.start + len(first_word) - row.start > width


def test_the_press_release_fits():
    lines = cut_lines(TEXT)
    assert lines["text"].str.len().max() <= 80
    assert lines.loc[2, "start"] == TEXT.index("On 22 January")
    assert lines["paragraph"].max() == len(texts.split_paragraphs(TEXT))


def test_the_sheet_shows_number_place_and_line():
    page = show_sheet(TEXT)
    assert list(page.table.columns) == ["line", "paragraph", "start", "end", "text"]
    rows = re.findall(r"<tr style[^>]*><th[^>]*>(\d+)</th><td[^>]*>(\d+)</td><td[^>]*>(.*?)</td></tr>", page.html)
    shown = [(int(number), int(place), html.unescape(line)) for number, place, line in rows]
    assert shown == list(zip(page.table["line"], page.table["start"], page.table["text"], strict=True))
    for number, place, line in shown:
        assert f"{number:>4}{place:>7}  {line}\n" in page.words + "\n"


def test_an_empty_line_stands_between_paragraphs():
    words = show_sheet("A title\n\nOne.\nTwo.").words
    assert words.endswith("line  place\n   1      0  A title\n\n   2      9  One.\n\n   3     14  Two.")


def test_the_labels_on_top_are_those_of_the_codebook():
    page = show_sheet(TEXT)
    codebook = reference.data_path("codebook.md").read_text(encoding="utf-8")
    shown = page.words.split("\n\n")[0].split("\n")
    assert [line.partition(":")[0] for line in shown] == list(LABELS)
    assert all(line.partition(": ")[2] in codebook for line in shown)
    assert all(f"<b>{label}</b></mark>" in page.html for label in LABELS)


def test_a_codebook_without_labels_is_a_sentence(monkeypatch, tmp_path):
    (tmp_path / "codebook.md").write_text("# Codebook\n", encoding="utf-8")
    monkeypatch.setattr(sheet, "data_path", lambda name: tmp_path / name)
    with pytest.raises(CourseError, match="no table of labels"):
        show_sheet(TEXT)


def test_what_comes_from_the_text_is_escaped():
    page = show_sheet("<b>India</b> & $x$ <script>met</script>")
    assert "&lt;script&gt;met" in page.html
    assert "<script>" not in page.html
    assert "mathjax_ignore" in page.html


def test_an_empty_text_is_an_empty_sheet():
    page = show_sheet("")
    assert page.table.empty
    assert page.table.dtypes["start"].kind == "i"
    assert "STATE" in page.words


@pytest.mark.parametrize("width", [19, 201, 80.0, "80", True, None])
def test_an_odd_width_is_a_sentence(width):
    with pytest.raises(CourseError, match="width of a line"):
        cut_lines(TEXT, width)


@pytest.mark.parametrize("text", [None, 3, b"bytes", ["a"]])
def test_what_is_no_text_is_a_sentence(text):
    with pytest.raises(CourseError):
        show_sheet(text)


def test_a_sheet_longer_than_a_page_begins_on_the_first():
    assert "@media print{.jp-OutputArea-child{break-inside:auto" in show_sheet("Peru met Chile.").html
