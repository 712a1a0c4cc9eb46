"""Entities: what the tagger finds, by example and by property."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import reference
from helpers.agreement import score_spans
from helpers.entities import LABELS, Gazetteer, find_abbreviations, spans_from, tag_entities
from helpers.errors import CourseError
from helpers.texts import read_text


def found(text: str, gazetteer: Gazetteer | None = None) -> list[tuple[str, str]]:
    return list(tag_entities(text, gazetteer)[["text", "label"]].itertuples(index=False, name=None))


def test_the_press_release() -> None:
    scores = score_spans(reference.gold("entities"), tag_entities(read_text())).set_index("label")
    assert scores.loc["all", "f1"] >= 0.95


def test_columns_and_canonical_names() -> None:
    table = tag_entities("On 5 April 2010 the Kyrgyz Republic joined the Organisation of Islamic Cooperation.")
    assert list(table.columns) == ["start", "end", "text", "label", "name", "iso3"]
    assert table["name"].tolist() == ["2010-04-05", "Kyrgyzstan", "Organisation of Islamic Cooperation"]
    assert table["iso3"].tolist() == ["", "KGZ", ""]


CASES = {
    # states, in any form of their name
    "The Republic of Turkey and Türkiye": [("Republic of Turkey", "STATE"), ("Türkiye", "STATE")],
    "the Republic of Turkmenistan": [("Republic of Turkmenistan", "STATE")],  # not its formal name
    "People's Republic of China": [("People's Republic of China", "STATE")],
    "People’s Republic of\nChina": [("People’s Republic of\nChina", "STATE")],
    "India’s and Iran's proposals": [("India", "STATE"), ("Iran", "STATE")],
    "Indiana, Afghans and the Indian delegation": [],
    "THE COUNCIL OF HEADS OF STATE OF THE SHANGHAI COOPERATION ORGANISATION MET": [
        ("COUNCIL OF HEADS OF STATE OF THE SHANGHAI COOPERATION ORGANISATION", "IGO")
    ],
    # names that hide others, and false friends
    "Northern Ireland, New Mexico and the Gulf of Oman": [],
    "ships in the South China Sea": [],
    "the South China Sea and China": [("China", "STATE")],
    "talks with Jordan, Georgia and Chad": [("Jordan", "STATE"), ("Georgia", "STATE"), ("Chad", "STATE")],
    "Mr. Jordan and Michael Jordan spoke": [],
    "Papua New Guinea": [("Papua New Guinea", "STATE")],
    "They may meet in March": [("March", "DATE")],
    "May the talks succeed; they may march.": [],
    # bodies of organizations
    "the Secretariat of the Commonwealth of Independent States": [
        ("Secretariat of the Commonwealth of Independent States", "IGO")
    ],
    "the UN Security Council": [("UN Security Council", "IGO")],
    "the OSCE Permanent Council met": [("OSCE Permanent Council", "IGO")],
    "the General Assembly of the United Nations": [("General Assembly of the United Nations", "IGO")],
    "the Green Climate Fund": [("Green Climate Fund", "IGO")],
    "the CIS Council of Heads of Government": [("CIS Council of Heads of Government", "IGO")],
    "the SCO Secretariat and the UN": [("SCO Secretariat", "IGO"), ("UN", "IGO")],
    "the SCO Member States": [("SCO", "IGO")],
    # bodies of states
    "the Ministry of Foreign Affairs of Japan": [("Ministry of Foreign Affairs of Japan", "GOV")],
    "the Ministry of Trade, Industry and Energy of the Republic of Korea": [
        ("Ministry of Trade, Industry and Energy of the Republic of Korea", "GOV")
    ],
    "the Russian Foreign Ministry": [("Russian Foreign Ministry", "GOV")],
    # offices
    "the Prime Minister of Mongolia Altangerel Bat": [("Prime Minister of Mongolia", "POST")],
    "First Deputy Minister of Foreign Affairs of the Republic of Uzbekistan": [
        ("First Deputy Minister of Foreign Affairs of the Republic of Uzbekistan", "POST")
    ],
    "the UN Secretary-General": [("UN Secretary-General", "POST")],
    "the UN Secretary General": [("UN Secretary General", "POST")],
    "a word by Chairman of the Executive Committee – Executive Secretary of the Commonwealth of Independent States": [
        ("Chairman of the Executive Committee – Executive Secretary of the Commonwealth of Independent States", "POST")
    ],
    "the National Security Adviser to the President of Chile": [
        ("National Security Adviser to the President of Chile", "POST")
    ],
    "his letter to the President of Chile": [("President of Chile", "POST")],
    "the Director of the Agency for Control of Narcotics under the President of Chile": [
        ("Director of the Agency for Control of Narcotics under the President of Chile", "POST")
    ],
    "Peru’s Minister of Foreign Affairs": [("Peru’s Minister of Foreign Affairs", "POST")],
    "Peru’s foreign minister": [("Peru", "STATE")],
    "the UN Under-Secretary-General for Political and Peacebuilding Affairs": [
        ("UN Under-Secretary-General for Political and Peacebuilding Affairs", "POST")
    ],
    "UNSCR 2397": [("UNSCR 2397", "DOC")],
    "the Deputy Prime Minister – Minister of Foreign Affairs of Peru": [
        ("Deputy Prime Minister – Minister of Foreign Affairs of Peru", "POST")
    ],
    "Peru’s Special Representative for Haiti": [("Peru’s Special Representative for Haiti", "POST")],
    "the Estonian Minister of Defence, Ana Ruiz": [("Estonian Minister of Defence", "POST")],
    "the Chairperson-in-Office of the OSCE": [("Chairperson-in-Office of the OSCE", "POST")],
    "the State Customs Committee of Peru": [("State Customs Committee of Peru", "GOV")],
    "the Security Council Secretaries and the Niger river": [],
    "the Programme “Green Belt” for 2021-2025": [("Programme “Green Belt” for 2021-2025", "DOC")],
    "the Programme “Green Belt”": [("Programme “Green Belt”", "DOC")],
    "Kuwait City and Panama City": [],
    "the United Republic of Cameroon and Democratic Madagascar": [
        ("United Republic of Cameroon", "STATE"),
        ("Democratic Madagascar", "STATE"),
    ],
    "Ambassador of Norway to the Kyrgyz Republic": [("Ambassador of Norway to the Kyrgyz Republic", "POST")],
    "the visit of the President of Finland to Estonia": [("President of Finland", "POST"), ("Estonia", "STATE")],
    "the foreign ministers of Chile and Peru": [("Chile", "STATE"), ("Peru", "STATE")],
    "the Presidents of Chile and Peru": [("Chile", "STATE"), ("Peru", "STATE")],
    # dates
    "on 16-17 September 2021": [("16-17 September 2021", "DATE")],
    "from 30 June to 2 July 2020": [("30 June to 2 July 2020", "DATE")],
    "January 22, 2014": [("January 22, 2014", "DATE")],
    "by 2030, in June 2011 and since October": [("2030", "DATE"), ("June 2011", "DATE"), ("October", "DATE")],
    "2014 delegates and 3000 guests": [],
    # documents
    "the Charter of the United Nations": [("Charter of the United Nations", "DOC")],
    "the UN Charter": [("UN Charter", "DOC")],
    "the Paris Agreement of 12 December 2015": [("Paris Agreement", "DOC"), ("12 December 2015", "DATE")],
    "the Treaty on Friendship, Trade and Transit of the SCO Member States": [
        ("Treaty on Friendship, Trade and Transit of the SCO Member States", "DOC")
    ],
    "the Agreement on Transit between Chile and Peru and the Protocol on Customs": [
        ("Agreement on Transit between Chile and Peru", "DOC"),
        ("Protocol on Customs", "DOC"),
    ],
    "UN Security Council resolution 2096 (2013)": [("UN Security Council resolution 2096 (2013)", "DOC")],
    # initiatives
    "the Istanbul Process": [("Istanbul Process", "INITIATIVE")],
    "the Astana process": [("Astana process", "INITIATIVE")],
    "the SCO-Afghanistan Contact Group": [("SCO-Afghanistan Contact Group", "INITIATIVE")],
    # look-alikes and invisible characters do not stop it, and the row shows the page
    "the Republic оf India": [("Republic оf India", "STATE")],
    "Uzbeki\u00adstan": [("Uzbeki\u00adstan", "STATE")],
    "": [],
    " \n ": [],
}


@pytest.mark.parametrize("text", CASES)
def test_case(text: str) -> None:
    assert found(text) == CASES[text]


def test_an_abbreviation_is_learned_from_the_text() -> None:
    text = "The Harbor Cooperation Council (HCC) met. The HCC thanked its hosts."
    assert found(text) == [("Harbor Cooperation Council", "IGO"), ("HCC", "IGO"), ("HCC", "IGO")]
    assert set(tag_entities(text)["name"]) == {"Harbor Cooperation Council"}


def test_an_abbreviation_of_the_tail_is_not_one_of_the_whole() -> None:
    table = find_abbreviations("the Director of the Regional Anti-Terrorist Structure (RATS)")
    assert table[["text", "name"]].values.tolist() == [["RATS", "Regional Anti-Terrorist Structure"]]


def test_what_an_abbreviation_stands_for_is_spelled_as_the_page_has_it() -> None:
    table = find_abbreviations("the United Nations Development\nProgramme (UNDP)")
    assert table["name"].tolist() == ["United Nations Development Programme"]


def test_brackets_that_abbreviate_nothing() -> None:
    assert find_abbreviations("The talks (SEE below) and the plan (XYZ)").empty


def test_a_gazetteer_of_ones_own_is_the_only_one() -> None:
    mine = Gazetteer().add("Republic of Haven", "STATE", canonical="Haven", iso3="XHA")
    assert found("Haven, the Republic of Haven and India", mine) == [("Republic of Haven", "STATE")]
    assert found("India and the SCO met on 3 May 2010", Gazetteer()) == [("3 May 2010", "DATE")]
    both = Gazetteer.from_tables().add("Haven", "STATE")
    assert found("Haven and India", both) == [("Haven", "STATE"), ("India", "STATE")]
    assert found("Haven and India") == [("India", "STATE")]  # nobody else's is changed


def test_a_gazetteer_knows_only_what_was_founded() -> None:
    assert found("the EAEU", Gazetteer.from_tables(on="2014-01-22")) == []
    assert found("the EAEU", Gazetteer.from_tables(on="2016-01-22")) == [("EAEU", "IGO")]


def test_a_name_can_be_removed() -> None:
    gazetteer = Gazetteer.from_tables().remove("Turkey")
    assert "Turkey" not in gazetteer
    assert found("Turkey and India", gazetteer) == [("India", "STATE")]


def test_spans_from_counts_occurrences() -> None:
    text = "SCO, UN, SCO"
    assert spans_from(text, [("SCO", "IGO", 2)])["start"].tolist() == [9]
    assert spans_from(text, [("SCO", "IGO"), ("SCO", "IGO")])["start"].tolist() == [0, 9]


def test_spans_from_a_part_of_the_text() -> None:
    text = "SCO, UN, SCO, UN"
    assert spans_from(text, [("SCO", "IGO"), ("UN", "IGO")], start=5)["start"].tolist() == [5, 9]
    assert spans_from(text, [("UN", "IGO")], start=5, end=8)["start"].tolist() == [5]
    with pytest.raises(CourseError, match=r"does not stand in text\[5:8\]"):
        spans_from(text, [("SCO", "IGO")], start=5, end=8)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: tag_entities(None), "takes a text"),
        (lambda: find_abbreviations(3), "takes a text"),
        (lambda: spans_from("a", [("b", "STATE")]), "does not stand in the text"),
        (lambda: spans_from("People’s", [("People's", "STATE")]), "The page has ’ where you have '"),
        (lambda: spans_from("Peru", [("peru", "STATE")]), "compare apostrophes, capitals"),
        (lambda: spans_from("Peru’s a", [("Peru’s", "STATE", 2)]), "1 time.*With its ending ’s it is another string"),
        (lambda: spans_from("a, a, a", [("a", "STATE", 3)], start=2), r"text\[2:7\] 2 time.*number 3"),
        (lambda: spans_from("a a", [("a", "STATE", 3)]), "2 time"),
        (lambda: spans_from("a", [("a", "COUNTRY")]), "There is no label"),
        (lambda: spans_from("a", ["a"]), "pair"),
        (lambda: spans_from("a", "a"), "list of pairs"),
        (lambda: Gazetteer().add("", "STATE"), "at least one letter"),
        (lambda: Gazetteer().add("Haven", "state"), "There is no label"),
        (lambda: Gazetteer().find(None), "takes a text"),
    ],
)
def test_bad_input_gets_a_sentence(call, sentence: str) -> None:
    with pytest.raises(CourseError, match=sentence):
        call()


NAMES = st.sampled_from(
    ["Republic of India", "SCO", "UN", "Council", "of", "the", "(", ")", "22 May 2014", "Minister", "\n", "’s", "Мali"]
)
TEXTS = st.one_of(st.text(), st.lists(NAMES).map(" ".join), st.lists(NAMES).map("".join))


@given(TEXTS)
def test_every_row_points_to_its_text(text: str) -> None:
    table = tag_entities(text)
    assert [text[start:end] for start, end in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()
    assert (table["end"].iloc[:-1].to_numpy() <= table["start"].iloc[1:].to_numpy()).all()
    assert set(table["label"]) <= set(LABELS)


@given(st.lists(st.sampled_from(list(CASES)), min_size=1, max_size=4))
def test_a_sentence_is_read_the_same_way_among_others(sentences: list[str]) -> None:
    whole = ". ".join(sentences) + "."
    table = tag_entities(whole)
    assert isinstance(table, pd.DataFrame)
    expected = [pair for sentence in sentences for pair in CASES[sentence]]
    shouting = any(sentence.isupper() for sentence in sentences)
    assert shouting or found(whole) == expected


@pytest.mark.parametrize(
    "title", ["Plan of Action for Ports in 2025 and Beyond", "Accord of 5 May 2014 on Lights at Sea"]
)
def test_a_date_inside_of_a_name_of_the_list_is_no_name_of_its_own(title: str) -> None:
    names = Gazetteer.from_tables().add(title, "DOC")
    found = tag_entities(f"The {title} was signed in 2019.", names)
    assert found[["text", "label"]].to_numpy().tolist() == [[title, "DOC"], ["2019", "DATE"]]
