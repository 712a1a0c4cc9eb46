"""The whole way in one call."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.entities import Gazetteer
from helpers.errors import CourseError
from helpers.pipeline import TABLES, analyze, find_all
from helpers.texts import read_text
from helpers.themes import Codebook


def test_the_press_release() -> None:
    found = analyze(read_text())
    assert found.on == "2014-01-22"
    assert found.participants["category"].value_counts().to_dict()["member"] == 6
    assert len(found.themes) == 17
    assert "No day was given" in found.summary()
    assert found.text == read_text()


def test_the_day_is_the_first_full_date_unless_given() -> None:
    text = "In 2012 India took part. On 3 May 2016 it did so again, and on 9 June 2017."
    assert analyze(text).on == "2016-05-03"
    assert analyze(text, on=datetime.date(2018, 1, 1)).on == "2018-01-01"
    assert analyze(text, on="2018-01-01").participants["category"].tolist() == ["member"]
    assert "No day was given" not in analyze(text, on="2018-01-01").summary()


def test_without_a_day_there_is_no_category() -> None:
    found = analyze("India and Japan took part in June.")
    assert found.on is None
    assert found.participants["category"].tolist() == ["", ""]
    assert "category is empty" in found.summary()


def test_a_host_whose_members_the_table_does_not_know_is_named() -> None:
    """Else every state is an other_state, and a reader takes a hole in the table for a finding."""
    text = "Thailand and Laos took part on 3 May 2016."
    assert "no state in the list has a status in APEC on 2016-05-03" in analyze(text, organization="APEC").summary()
    assert "Is it the host" not in analyze("India and Laos took part on 3 May 2016.").summary()
    assert "Is it the host" not in analyze("UNDP took part on 3 May 2016.").summary()
    assert "Is it the host" not in analyze("Thailand took part in May.").summary()


def test_a_range_of_days_counts_from_its_first() -> None:
    assert analyze("India took part on 16-17 September 2021.").on == "2021-09-16"


def test_an_empty_text_has_an_answer() -> None:
    for text in ("", " \n\t "):
        assert "The text is empty." in analyze(text).summary()
        assert all(getattr(analyze(text), name).empty for name in TABLES)


def test_tools_of_ones_own() -> None:
    text = "The Republic of Haven took part on 3 May 2016. The parties stressed the value of lighthouses."
    gazetteer = Gazetteer.from_tables().add("Republic of Haven", "STATE", canonical="Haven", iso3="XHA")
    codebook = Codebook().add("light", "lighthouse*")
    mine = pd.DataFrame(
        [("Harbor Council", "XHA", "member", "2000-01-01", "")],
        columns=["organization", "iso3", "status", "from_date", "to_date"],
    )
    found = analyze(text, organization="Harbor Council", gazetteer=gazetteer, codebook=codebook, memberships=mine)
    assert found.participants[["name", "category"]].values.tolist() == [["Haven", "member"]]
    assert found.themes["light"].tolist() == [False, True]


def test_plain_and_rich_display_say_the_same_and_escape() -> None:
    found = analyze("<script>alert(1)</script> India took part.")
    assert "Analysis of 42 characters" in repr(found)
    assert "<script>" not in found._repr_html_()
    assert all(re.sub("&.*?;", "", line) for line in found._repr_html_().split("<li>"))


def test_export_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    paths = analyze(read_text()).to_csv(tmp_path / "new" / "folder")
    assert [path.name for path in paths] == [*(f"{name}.csv" for name in TABLES), "text.txt", "summary.txt"]
    table = pd.read_csv(paths[0], encoding="utf-8-sig", keep_default_na=False)
    assert table["text"].tolist() == analyze(read_text()).entities["text"].tolist()
    assert paths[0].read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_formula_stays_a_text(tmp_path: Path) -> None:
    paths = analyze("=cmd|' /C calc'!A0 took part, the parties stressed.").to_csv(tmp_path)
    for path in paths[:4]:
        assert not re.search(r'(?m)(^|,)"?=', path.read_text(encoding="utf-8-sig"))


def test_a_folder_that_can_not_be_written(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    with pytest.raises(CourseError, match="can not be written"):
        analyze("India took part.").to_csv(tmp_path / "taken")


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: analyze(None), "str"),
        (lambda: analyze("India took part.", on="22 January"), "is no date"),
        (lambda: analyze("India took part.", on=2014 - 1 - 22), "1991 is no date. Write it in quotes"),
        (lambda: analyze("India took part on 3 May 2016.", organization="XYZ"), "no organization"),
        (lambda: analyze("India took part on 3 May 2016.", organization="US"), r"'US' is a state \(United States\)"),
        (
            lambda: analyze("India took part.", entities=[(0, 5, "STATE")]),
            "A table .DataFrame. is needed here, not list",
        ),
        (
            lambda: analyze("India took part.", entities=pd.DataFrame({"start": [0], "end": [5]})),
            "lacks .* label: take",
        ),
    ],
)
def test_bad_input_gets_a_sentence(call, sentence: str) -> None:
    with pytest.raises(CourseError, match=sentence):
        call()


PIECES = st.sampled_from(
    [
        "the Republic of India",
        "UN (SCO)",
        "took part",
        "The parties",
        "stressed",
        ". ",
        "\n",
        "“",
        "\ud800",
        "\x00",
        "é",
    ]
)


@given(st.one_of(st.text(st.characters()), st.lists(PIECES).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_gives_tables_that_point_to_it(text: str) -> None:
    found = analyze(text)
    assert found.text == text
    for name in TABLES:
        table = getattr(found, name)
        for start, end, words in zip(table["start"], table["end"], table["text"], strict=True):
            assert text[start:end] == words
    assert isinstance(found.summary() + found._repr_html_() + repr(found), str)


@given(st.lists(PIECES).map(" ".join))
def test_the_same_text_gives_the_same_tables(text: str) -> None:
    one, other = analyze(text), analyze(text)
    for name in TABLES:
        pd.testing.assert_frame_equal(getattr(one, name), getattr(other, name))


@given(st.lists(PIECES).map(" ".join))
def test_the_columns_are_those_of_the_tables(text: str) -> None:
    found, shown = find_all(text, "2014-01-22"), analyze(text, "2014-01-22")
    for name in TABLES:
        table = getattr(shown, name)
        assert getattr(found, name) == {column: table[column].tolist() for column in table.columns}
    assert (found.on, found.notes) == (shown.on, shown.notes)


def test_spans_and_labels_are_enough_to_go_on_from() -> None:
    text = "India took part. They recalled Czechoslovakia."
    spans = pd.DataFrame({"start": [0, 31], "end": [5, 45], "label": ["STATE", "STATE"]})
    found = analyze(text, entities=spans)
    assert found.participants["text"].tolist() == ["India"]
    assert found.entities["text"].tolist() == ["India", "Czechoslovakia"]
    assert found.on is None


def test_what_was_added_to_the_lists_is_named_in_the_summary():
    gazetteer = Gazetteer.from_tables().add("Trade Dialogue", "INITIATIVE").add("Peru", "STATE", "Peru", "PER")
    codebook = (
        Codebook.from_table().add("economy_culture", "prosper*").add("law", "rule of law").remove("drugs", "opium")
    )
    found = analyze("Peru took part in the Trade Dialogue.", gazetteer=gazetteer, codebook=codebook)
    assert found.lists == (
        "Added to the tables: the name Trade Dialogue (INITIATIVE); the pattern “prosper*” (economy_culture); "
        "the new theme law (“rule of law”).",
        "Taken out of the tables: the pattern “opium” (drugs).",
    )
    assert all(sentence in found.summary().splitlines() for sentence in found.lists)


@pytest.mark.parametrize("lists", [{}, {"gazetteer": Gazetteer.from_tables()}, {"codebook": Codebook.from_table()}])
def test_the_tables_as_they_are_need_no_line(lists):
    assert analyze("Peru took part.", **lists).lists == ()


def test_lists_that_do_not_begin_from_the_tables_are_told_as_such():
    found = analyze("Peru.", gazetteer=Gazetteer().add("Peru", "STATE"), codebook=Codebook().add("law", "law"))
    assert found.lists == (
        "Names were looked for in a list of your own, not in the tables: Gazetteer with 1 name.",
        "Themes were coded by a codebook of your own, not by that of the course: Codebook with 1 theme and 1 pattern: "
        "law (1).",
    )


def test_of_very_many_names_forty_are_told():
    gazetteer = Gazetteer.from_tables()
    for number in range(500):
        gazetteer.add(f"Wexland {number}", "STATE")
    [said] = analyze("Peru took part.", gazetteer=gazetteer).lists
    assert said.count("(STATE)") == 40
    assert said.endswith("Wexland 39 (STATE), and more.")


def test_a_theme_with_a_letter_wrong_is_asked_for():
    codebook = Codebook.from_table().add("regional_coperation", "corridor*")
    [said] = analyze("Peru.", codebook=codebook).lists
    assert said == (
        "Added to the tables: the new theme regional_coperation (“corridor*”; or did you mean regional_cooperation?)."
    )
