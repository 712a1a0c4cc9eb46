"""Whatever text comes: nothing hangs, nothing is lost, nothing runs."""

from __future__ import annotations

import csv
import gc
import time
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.characters import find_odd_characters
from helpers.documents import LARGEST, read_document
from helpers.entities import find_abbreviations, tag_entities
from helpers.errors import CourseError
from helpers.pictures import draw_participants, draw_statements, draw_theme_map, show_spans
from helpers.pipeline import TABLES, Analysis, analyze
from helpers.report import report
from helpers.spreadsheets import guarded, read_export, unguarded
from helpers.texts import (
    clean_text,
    concordance,
    find_lookalikes,
    read_text,
    split_paragraphs,
    split_sentences,
    split_words,
)

# --- any text -----------------------------------------------------------------------------------------------------

BITS = [
    *("the Republic of India", "Council of", "Declaration on", "(SCO)", "UN", "took part", "attended by:", "They"),
    *("The parties stressed", "It was noted that", "22 January 2014", "those problems", "this country", "Centre"),
    *(". ", "\n", "\n\n", "\r", "\t", "“", "’s", "- ", "(a) ", "e.g.", "M", "М", "İ", "ß", "ﬁ", "e\u0301", "\u00ad"),
    *(
        "\u200b",
        "\ud800",
        "\udfff",
        "\x00",
        "\x1b[2J",
        "😀",
        "👩\u200d💻",
        "שלום",
        "\u202eمرحبا\u202c",
        "中文",
        "½",
        "²",
    ),
    *("=cmd|' /C calc'!A0", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))"),
    *("$\\frac{1}{2}$", "| a | b |", "```", "&lt;", "%s", "{0}", "../../etc/passwd", "\u2028", "\x85", "_", "∞"),
]
ANY_TEXT = st.one_of(
    st.text(st.characters(categories=None)),
    st.lists(st.sampled_from(BITS)).map(" ".join),
    st.lists(st.one_of(st.sampled_from(BITS), st.characters(categories=None))).map("".join),
)
TABLES_OF: dict[str, Callable[[str], pd.DataFrame]] = {
    function.__name__: function
    for function in (
        split_paragraphs,
        split_sentences,
        split_words,
        find_lookalikes,
        find_odd_characters,
        tag_entities,
        find_abbreviations,
    )
}


def points_to(text: str, table: pd.DataFrame) -> bool:
    return all(
        0 <= start < end <= len(text) and text[start:end] == words
        for start, end, words in zip(table["start"], table["end"], table["text"], strict=True)
    )


@pytest.mark.parametrize("name", TABLES_OF)
@given(text=ANY_TEXT)
def test_every_row_of_every_table_stands_in_the_text(name: str, text: str) -> None:
    assert points_to(text, TABLES_OF[name](text))


@given(text=ANY_TEXT)
@settings(max_examples=150)
def test_analyze_takes_any_text(text: str) -> None:
    found = analyze(text)
    assert found.text == text
    assert all(points_to(text, getattr(found, name)) for name in TABLES)
    statements = found.statements
    for begin, end, words in (("speaker_start", "speaker_end", "speaker"), ("verb_start", "verb_end", "verb")):
        for start, stop, said in zip(statements[begin], statements[end], statements[words], strict=True):
            assert text[start:stop] == said
    assert isinstance(found.summary() + repr(found) + found._repr_html_() + report(found), str)


@given(text=ANY_TEXT)
def test_cleaning_keeps_the_length_and_needs_no_second_time(text: str) -> None:
    cleaned = clean_text(text)
    assert len(cleaned) == len(text)
    assert clean_text(cleaned) == cleaned


@given(text=ANY_TEXT)
def test_no_letter_is_lost_between_paragraphs_or_words(text: str) -> None:
    """Every letter stands in a paragraph, and in a word."""
    letters = {place for place, character in enumerate(text) if unicodedata.category(character)[0] == "L"}
    for table in (split_paragraphs(text), split_words(text)):
        inside = {place for start, end in zip(table["start"], table["end"], strict=True) for place in range(start, end)}
        assert letters <= inside


@given(text=ANY_TEXT)
def test_a_word_is_found_where_it_stands(text: str) -> None:
    for word in split_words(text)["text"].head(3):
        found = concordance(text, word)
        assert points_to(text, found)
        assert len(found)


# --- long texts ---------------------------------------------------------------------------------------------------

REPEATED = [
    *("Council of ", "Security ", "Agreement ", "Declaration on Security, ", "Minister of ", "Deputy ", "Joint "),
    *("Minister of Foreign Affairs of the ", "Secretary-General of the ", "Republic of ", "United Nations ", "(SCO) "),
    *(
        "India, ",
        "India and ",
        "took part ",
        "attended by: ",
        "The following participants took part: ",
        "22 January 2014 ",
    ),
    *("1, 2, ", "2014-", "January ", "resolution 1 ", "A/RES/", '"Resolution " ', "process ", "Special Envoy of "),
    *(
        "The parties stressed ",
        "They ",
        "and ",
        "It was noted that ",
        "by ",
        "those problems ",
        "this country ",
        "drug ",
    ),
    *("spoke with Peru ", "sent delegations Peru ", "presidents of Peru ", "heads of delegation of Peru "),
    *(
        "We, the ministers of Peru, ",
        "chaired by Peru, ",
        "the Polish side ",
        "the German, French and ",
        "President Putin ",
    ),
    *("Taking part were Peru, ", "delegations from Peru (Chile - ", "ministers: Peru; ", "Those present:\nPeru\n"),
    *("We, the leaders of Peru and Chile, ", "A. B., Minister of Peru; ", "Ana Ruiz for Peru, ", "by Peru, Chile and "),
    *("(a) Chile: Ana Ruiz\n", "The other partners are Peru, ", "Committee on Peru ", "Minister of Peru/"),
    *("co-", "organisation", "a'", "a-", "A.", "U.S. ", "e.g. ", ". ", "... ", "!", "1.", "[1]", '"', "' ", "((", "("),
    *(" ", "\t", "\n", "\n\n", "- a\n", "a,\n", "of\n", "\x00", "М", "аМ ", "\u0301", "x\u0301", "\u200b", "\u00ad"),
    *("😀", "שלום ", "مرحبا ", "中文", "\ud800", "\u2028", "aaaa", "AAAA ", "ABCD EFGH ", "=cmd|' /C calc'!A0,"),
    *("<script>alert(1)</script>", "| a | b |\n", "**a** ", "$x^2$ "),
]
LENGTH = 18_000
SLACK = 3.2
"""Twice the text may take this many times as long: 2 would be linear, 4 quadratic, and small times shake."""
MOST = 0.5
"""Seconds of this process below which nobody asks for the ratio."""


def seconds(text: str, run: Callable[[str], object] = analyze) -> float:
    was_on = gc.isenabled()
    gc.disable()  # a collection walks through all that other tests have left in memory
    begun = time.process_time()  # not what other processes take: a machine may be busy
    try:
        run(text)
        return time.process_time() - begun
    finally:
        if was_on:
            gc.enable()


def grows_with_its_length(text: str, run: Callable[[str], object] = analyze, end: str = "") -> bool:
    """Say whether `run` takes about twice as long for `text` as for half of it, in the best of three tries."""
    half = text[: len(text) // 2] + end
    for _ in range(3):
        took = seconds(text + end, run)
        if took < MOST or took < SLACK * seconds(half, run):
            return True
    return False


@pytest.mark.parametrize("piece", REPEATED)
def test_twice_as_long_takes_twice_as_long(piece: str) -> None:
    text = piece * (LENGTH // len(piece))
    analyze(piece)
    took = seconds(text)
    assert took < 5
    assert took < MOST or grows_with_its_length(text)


@pytest.mark.parametrize("name", [*TABLES_OF, "clean_text"])
@pytest.mark.parametrize("piece", ["М", "\u0301", " ", ". ", "a'", "(ABC) ", "Name Of Abc (NOA) "])
def test_each_stage_alone_is_linear(name: str, piece: str) -> None:
    run = TABLES_OF.get(name, clean_text)
    text = piece * (LENGTH // len(piece))
    run(piece)  # what is read and compiled once
    assert grows_with_its_length(text, run)


def test_a_megabyte_takes_ten_times_a_tenth_of_it() -> None:
    text = (read_text() + "\n\n") * 24
    analyze(text[:5_000])
    tenth, whole = seconds(text), seconds(text * 10)
    assert whole < 15 * tenth
    assert whole < 20


def test_a_single_line_of_a_megabyte_and_nothing_but_spaces() -> None:
    line = " ".join(read_text().split()) + " "
    assert len(analyze(line * 240).entities) > 10_000
    assert all(getattr(analyze(" " * 1_000_000), name).empty for name in TABLES)


# --- what would run somewhere -------------------------------------------------------------------------------------

TRICKS = (
    "India and <script>window.owned=1</script> took part in consultations on 22 January 2014. The parties stressed "
    '<img src=x onerror="window.owned=1"> trade and [a](javascript:owned) `x` **b** $y$. </pre></table><b>Chad</b> met.'
)


@pytest.fixture(scope="module")
def tricked() -> Analysis:
    found = analyze(TRICKS)
    owned = TRICKS.index("<script>"), TRICKS.index(" took part")
    row = {"start": owned[0], "end": owned[1], "text": TRICKS[slice(*owned)], "label": "STATE", "name": "<i>x</i>"}
    entities = pd.concat([found.entities, pd.DataFrame([row | {"iso3": '"><script>'}])], ignore_index=True)
    return analyze(TRICKS, entities=entities.sort_values("start", ignore_index=True))


@pytest.mark.parametrize(
    "show",
    [
        lambda found: report(found, title="<script>1</script>"),
        lambda found: found._repr_html_(),
        lambda found: show_spans(found.text, found.entities).html,
        lambda found: draw_participants(found.participants).html,
        lambda found: draw_theme_map(found.themes).html,
        lambda found: draw_statements(found.statements).html,
    ],
    ids=["report", "analysis", "spans", "participants", "themes", "statements"],
)
def test_what_looks_like_html_stays_a_text(tricked: Analysis, show: Callable[[Analysis], str]) -> None:
    page = show(tricked)
    assert len(page) > 20
    for tag in ("<script", "<img src=x", "<b>Chad", "<i>x", "</pre></table>"):
        assert tag not in page


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''=1", "'tis", "India", "", "a=b"]


def test_no_cell_begins_like_a_formula_and_the_way_back_is_exact() -> None:
    table = pd.DataFrame({"start": range(len(FORMULAS)), "text": FORMULAS})
    safe = guarded(table)
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝")) for cell in safe["text"])
    pd.testing.assert_frame_equal(unguarded(safe), table)


@given(st.lists(st.text(st.sampled_from("'=+-@\t\r\n,\"a "))))
def test_any_table_comes_back(cells: list[str]) -> None:
    table = pd.DataFrame({"text": pd.Series(cells, dtype=str)})
    pd.testing.assert_frame_equal(unguarded(guarded(table)), table)


def test_an_export_opens_safely_and_is_read_back_as_it_was(tmp_path: Path) -> None:
    text = "=cmd|' /C calc'!A0 and India took part.\r\n-2+3 was noted by the parties.\n"
    text += "@SUM(1) The parties stressed it."
    found = analyze(text)
    assert found.themes["text"].str.startswith(("=", "-", "@")).any()
    for path, name in zip(found.to_csv(tmp_path), TABLES, strict=False):
        with path.open(encoding="utf-8-sig", newline="") as file:
            cells = [cell for row in csv.reader(file) for cell in row]
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in cells)
        back, table = read_export(path), getattr(found, name)
        assert back["text"].tolist() == table["text"].tolist()
        assert all(text[start:end] == words for start, end, words in back[["start", "end", "text"]].values.tolist())
    assert ">&#x27;@SUM(1) The parties" in report(found)


# --- files that somebody brings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", b"PK\x03\x04" + b"\x00" * 100),
        ("bomb.txt", b"PK\x03\x04" + b"\x00" * 100),
        ("macro.docm", b"PK\x03\x04vbaProject.bin"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\x00" * 100),
        ("../../etc/passwd.pdf", b"%PDF-1.7"),
        ("a.txt", b"\xff\xfe\x00\x01"),
        ("a.txt", b" \n"),
        ("a.txt", b"a" * (LARGEST + 1)),
        ("a.exe", b"MZ"),
    ],
)
def test_what_is_no_text_is_refused_in_a_sentence(name: str, data: bytes) -> None:
    with pytest.raises(CourseError) as caught:
        read_document(name, data)
    assert "/etc" not in str(caught.value)
    assert str(caught.value).endswith((".", "?"))


@pytest.mark.parametrize("name", ["../../x.txt", "C:\\windows\\x.txt", "a\x00b.txt", "‮txt.txt", "x" * 5_000 + ".txt"])
def test_a_file_name_with_a_path_opens_nothing_else(name: str) -> None:
    assert read_document(name, b"India took part.\r\n") == "India took part.\n"


TAGS = [
    *(
        "<div>",
        "<b>",
        "<p>a",
        "<!--",
        "-->",
        "<![CDATA[",
        "&",
        "<a href='",
        '<a href="',
        "<a ",
        "</",
        "<?",
        "<!",
        "&#x",
    ),
    *(
        "<pre>\n",
        "<table><tr><td>",
        "<script>",
        "</script>",
        "<svg>",
        "<textarea>",
        "<plaintext>",
        ">",
        "'",
        "<br>",
        "a ",
    ),
]


@pytest.mark.parametrize("piece", [*TAGS, "<a <b '", "<!-- --", "<p><!-- -->", "a<br>", "<a b='>", "</div><div>"])
@pytest.mark.parametrize("end", ["", ">", "'>", "-->"])
def test_a_web_page_of_nothing_but_tags_does_not_hang(piece: str, end: str) -> None:
    def read(page: str) -> None:
        with suppress(CourseError):  # nothing to see on it
            read_document("a.html", page.encode())

    assert grows_with_its_length(piece * (LENGTH // len(piece)), read, end)


@given(st.lists(st.sampled_from(TAGS)).map("".join))
def test_a_web_page_of_broken_tags_gives_a_text_without_its_comments(page: str) -> None:
    text = read_document("a.html", f"<p>seen</p><!-- hidden --><script>hidden</script>{page}".encode())
    assert text.startswith("seen")
    assert "hidden" not in text
