"""What is said of a character: held against Unicode's own tables, and for any text at all."""

from __future__ import annotations

import unicodedata

import pytest
from fontTools import unicodedata as oracle
from hypothesis import example, given
from hypothesis import strategies as st

from helpers.characters import (
    COLUMNS,
    INVISIBLE,
    describe,
    find_odd_characters,
    is_invisible,
    name_of,
    script_of,
    short_name,
)
from helpers.errors import CourseError
from helpers.reference import words
from helpers.texts import CLEANING_STEPS, clean_text, read_text


@pytest.fixture(scope="module")
def every() -> list[str]:
    """Give all characters that Unicode has."""
    characters = map(chr, range(0x110000))
    return [character for character in characters if unicodedata.category(character) not in ("Cn", "Co", "Cs")]


def test_a_script_is_the_one_that_unicode_gives(every: list[str]):
    wrong = {}
    claimed = 0
    for character in every:
        if script := script_of(character):
            claimed += 1
            if oracle.script_name(oracle.script(character)).lower() != script.lower():
                wrong[character] = script
    assert wrong == {}
    assert claimed > 100_000


def test_no_letter_of_the_twins_lacks_a_script():
    table = words("lookalikes")
    for character, script in zip(table["character"], table["script"], strict=True):
        assert script.startswith(script_of(character))


@pytest.mark.parametrize(
    ("character", "told"),
    [
        ("M", "LATIN CAPITAL LETTER M · code point U+004D (number 77) · script: Latin"),
        ("’", "RIGHT SINGLE QUOTATION MARK · code point U+2019 (number 8217) · script: common (used with many)"),
        ("\n", "LINE FEED · code point U+000A (number 10)"),
        ("\x00", "CONTROL CHARACTER · code point U+0000 (number 0) · invisible"),
        ("\u00ad", "SOFT HYPHEN · code point U+00AD (number 173) · invisible"),
        ("\ud800", "HALF A CHARACTER (SURROGATE) · code point U+D800 (number 55296) · invisible"),
        ("\U0001f30d", "EARTH GLOBE EUROPE-AFRICA · code point U+1F30D (number 127757)"),
        ("\u0378", "NO NAME · code point U+0378 (number 888)"),
    ],
)
def test_a_character_is_told_in_a_line(character, told):
    assert describe(character) == told


def test_short_names_keep_what_tells_letters_apart():
    assert short_name("а") == "CYRILLIC A"
    assert short_name("Ω") == "GREEK OMEGA"
    assert short_name("\u200b") == name_of("\u200b") == "ZERO WIDTH SPACE"


def test_what_is_seen_is_not_called_invisible(every: list[str]):
    seen = [
        character for character in every if unicodedata.category(character)[0] in "LNPS" and character not in FILLERS
    ]
    assert not any(map(is_invisible, seen))
    assert all(is_invisible(chr(int(code, 16))) for code in words("invisibles")["code_point"])


FILLERS = "\u115f\u1160\u3164\uffa0"


def test_the_odd_characters_of_the_press_release():
    odd = find_odd_characters(read_text())
    assert odd[["start", "label", "kind", "becomes"]].values.tolist() == [
        [75, "RIGHT SINGLE QUOTATION MARK", "apostrophes and single quotes", "'"],
        [200, "CYRILLIC EM", "letters in disguise", "M"],
        [450, "RIGHT SINGLE QUOTATION MARK", "apostrophes and single quotes", "'"],
        [2909, "RIGHT SINGLE QUOTATION MARK", "apostrophes and single quotes", "'"],
    ]


def test_a_plain_text_has_none_and_what_is_no_text_is_told_so():
    assert find_odd_characters("Mr. Lee met\nthem.").columns.tolist() == COLUMNS
    assert find_odd_characters("Mr. Lee met\nthem.").empty
    with pytest.raises(CourseError, match="Here a text"):
        find_odd_characters(5)


@given(st.one_of(st.text(max_size=60), st.text("aМ’“–\u00a0\u2028\u200b\ufeff\ud800\x00\t\n🤝", max_size=40)))
@example("Мember\u200b\u2028\ud800")
def test_every_row_leads_back_to_its_character_and_tells_what_becomes_of_it(text):
    odd = find_odd_characters(text)
    cleaned = clean_text(text)
    assert odd["start"].is_monotonic_increasing
    for row in odd.itertuples():
        assert text[row.start : row.end] == row.text
        assert row.becomes == cleaned[row.start]
        assert row.kind in (*CLEANING_STEPS, INVISIBLE)
        assert describe(row.text).startswith(row.name)
    changed = {place for place, (old, new) in enumerate(zip(text, cleaned, strict=True)) if old != new}
    hidden = {place for place, character in enumerate(text) if is_invisible(character)}
    assert set(odd["start"]) == changed | hidden
