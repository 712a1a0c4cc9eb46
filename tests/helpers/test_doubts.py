"""An analysis says what it is unsure of, and every doubt points to its words."""

from __future__ import annotations

import pytest

from helpers.doubts import COLUMNS, KINDS
from helpers.gazetteer import Gazetteer
from helpers.pipeline import analyze
from helpers.texts import read_text


def doubts(text: str, **options: str) -> list[list[str]]:
    found = analyze(text, **options).doubts
    assert list(found.columns) == COLUMNS
    assert set(found["kind"]) <= set(KINDS)
    for row in found.itertuples():
        assert text[row.start : row.end] == row.text != ""
    return found[["text", "kind"]].values.tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They praised the Copper Kettle Alliance.", [["Copper Kettle Alliance", "unknown_name"]]),
        ("They praised the Kettle Group and the Kettle Group.", [["Kettle Group", "unknown_name"]]),
        ("They praised the Security Council, UNESCO and the Ministry of Trade of Fiji.", []),
        ("The Secretariat of the African Union wrote to the Foreign Ministry.", []),
        ("The meeting was attended by many old friends.", [["attended by", "unread_list"]]),
        ("Participants included people from all walks of life.", [["Participants included", "unread_list"]]),
        (
            "The Group met in Lima. Its panel comprises Chile, Fiji, Mali and Peru.",
            [["Chile, Fiji, Mali and Peru", "guessed_list"]],
        ),
        ("The meeting was attended by Fiji.", []),
        ("The parties took part with pleasure.", []),
        ("President Macron met with the President of Ghana.", [["President Macron", "named_by_person"]]),
        ("The President of France, Emmanuel Macron, met with the President of Ghana.", []),
        ("Yugoslavia, Yugoslavia and Italy took part.", [["Yugoslavia", "former_state"]]),
    ],
)
def test_what_is_doubted(text: str, expected: list[list[str]]) -> None:
    assert doubts(text) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2016-12-31", []), ("2017-01-01", ["India"]), ("2017-12-31", ["India"]), ("2018-01-01", [])]
)
def test_a_status_that_changed_within_the_year_is_doubted(day: str, expected: list[str]) -> None:
    found = doubts("India and Kazakhstan took part.", on=day)
    assert [text for text, kind in found] == expected
    assert all(kind == "status_changed" for _, kind in found)


def test_the_words_say_what_changed() -> None:
    found = analyze("Finland took part.", on="2023-01-05", organization="NATO").doubts
    assert found["words"].tolist() == [
        "For NATO, Finland was without a status before 2023-04-04 and a member from then on. "
        "We looked it up on 2023-01-05."
    ]


def test_a_state_without_a_code_has_no_status_to_doubt() -> None:
    found = analyze("Haven took part.", on="2017-03-01", gazetteer=Gazetteer.from_tables().add("Haven", "STATE"))
    assert (len(found.participants), len(found.doubts)) == (1, 0)


def test_no_day_no_status_to_doubt() -> None:
    assert doubts("India took part.") == []


def test_the_press_release_leaves_nothing_to_doubt() -> None:
    assert doubts(read_text()) == []


def test_the_summary_shows_doubts_with_their_places_and_not_too_many() -> None:
    text = "The Copper Kettle Alliance wept."
    said = '"Copper Kettle Alliance" looks like an organization or a process, but no list of names has it. (text[4:26])'
    found = analyze(text)
    assert f"Unsure: {said}" in found.summary().splitlines()
    assert "Copper Kettle Alliance" in found._repr_html_()
    assert "Unsure" not in analyze("Fiji took part.").summary()
    names = ["Abel", "Bela", "Cora", "Dora", "Ella", "Fern", "Gwen", "Hera", "Ida", "Jon"]
    many = analyze(" ".join(f"They left the {name} Bank Alliance." for name in names))
    assert len(many.doubts) == 10
    assert many.summary().splitlines()[-1] == "Unsure: 2 more in the table doubts."


def test_what_stands_in_a_text_is_escaped() -> None:
    assert "<b>" not in analyze("They praised the <b>Copper Kettle Alliance</b>.")._repr_html_()


@pytest.mark.parametrize("text", ["", " ", "\n", "(", "The", "the Bank", "Bank Bank Bank " * 50, "Ä" * 50])
def test_odd_texts_raise_no_doubts_that_are_none(text: str) -> None:
    assert all(row[1] in KINDS for row in doubts(text))
