"""The gazetteer, the folded copy it reads, and dates."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.dates import as_day, find_dates, iso_of
from helpers.errors import CourseError
from helpers.folding import Folded
from helpers.gazetteer import Gazetteer
from helpers.trie import trie, whole_words

WORDS = st.text(alphabet="abAB -.", min_size=1, max_size=8).filter(lambda word: re.search(r"\w", word))


@given(st.sets(WORDS, min_size=1, max_size=12), st.text(alphabet="abAB -.", max_size=40))
def test_the_trie_finds_what_a_list_of_alternatives_finds(names: set[str], text: str) -> None:
    flat = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    assert re.findall(trie(names), text) == re.findall(flat, text)
    assert re.findall(whole_words(names), text) == re.findall(rf"(?<!\w)(?:{flat})(?!\w)", text)


@given(st.sets(WORDS, min_size=1, max_size=12), st.text(alphabet="abAB -.", max_size=40))
def test_the_gazetteer_finds_what_a_list_of_alternatives_finds(names: set[str], text: str) -> None:
    gazetteer, folded = Gazetteer(), Folded(text).text
    for name in names:
        gazetteer.add(name, "IGO")
    known = sorted({Folded(name.strip()).text for name in names}, key=len, reverse=True)
    flat = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)")
    assert [match[:2] for match in gazetteer.matches(folded)] == [match.span() for match in flat.finditer(folded)]


def test_the_longest_name_wins_whatever_the_order() -> None:
    for names in (["UN", "UN Women", "Women"], ["Women", "UN Women", "UN"]):
        gazetteer = Gazetteer()
        for name in names:
            gazetteer.add(name, "IGO")
        assert gazetteer.find("UN Women, UN")["text"].tolist() == ["UN Women", "UN"]


def test_a_layer_of_ones_own_hides_the_one_below() -> None:
    mine = Gazetteer.from_tables().add("India", "IGO", canonical="India Club")
    assert mine.get("India").name == "India Club"
    assert Gazetteer.from_tables().get("India").name == "India"
    assert len(mine) == len(Gazetteer.from_tables())


SPELLINGS = [
    "Shanghai Cooperation Organization",
    "Shanghai Cooperation Organisation",
    "Shanghai Co-operation Organisation",
    "Shanghai\nCooperation  Organization",
    "Shanghai Coopera\u00adtion Organization",
    "Shanghai\u00a0Cooperation Organization",
    "Ѕhanghai Cооperation Organization",
]


@pytest.mark.parametrize("name", SPELLINGS)
def test_spelling_does_not_matter_and_the_row_shows_the_page(name: str) -> None:
    table = Gazetteer.from_tables().find(f"the {name}.")
    assert table["text"].tolist() == [name]
    assert table["name"].tolist() == ["Shanghai Cooperation Organization"]


TEXTS = st.text(alphabet=st.sampled_from("aB é\u0301М\n\u00ad’-Organisation centre"), max_size=60)


@given(st.one_of(st.text(), TEXTS))
def test_every_place_of_the_copy_leads_back(text: str) -> None:
    folded = Folded(text)
    places = [folded.back(place, place + 1) for place in range(len(folded.text))]
    assert all(0 <= start <= end <= len(text) for start, end in places)
    assert places == sorted(places)
    if folded.text:
        start, end = folded.back(0, len(folded.text))
        assert (start, end) == (places[0][0], places[-1][1])


@given(st.text(alphabet="abc .,\n", max_size=40).filter(lambda text: not re.search(r"\s\s|\n", text)))
def test_what_needs_no_folding_stays_as_it_is(text: str) -> None:
    folded = Folded(text)
    assert folded.text == text
    assert all(folded.back(place, place + 1) == (place, place + 1) for place in range(len(text)))


DATES = {
    "22 January 2014": "2014-01-22",
    "the 22nd of January, 2014": "2014-01-22",
    "January 22, 2014": "2014-01-22",
    "22.01.2014": "2014-01-22",
    "2014-01-22": "2014-01-22",
    "16-17 September 2021": "2021-09-16/2021-09-17",
    "30 June - 1 July 2020": "2020-06-30/2020-07-01",
    "Sept. 5, 2020": "2020-09-05",
    "in June 2011": "2011-06",
    "in 2014": "2014",
    "2021-2022": "2021/2022",
    "28-30 April": "",
    "5 JUNE 2018": "2018-06-05",
}


@pytest.mark.parametrize("text", DATES)
def test_a_date(text: str) -> None:
    ((start, end, iso),) = find_dates(text)
    assert iso == DATES[text]
    assert iso_of(text[start:end]) == iso


@pytest.mark.parametrize(
    "text",
    ["2014 delegates", "resolution 2014", "No. 1998", "they may march", "version 3.2014.1", "A/67/2014"],
)
def test_no_date(text: str) -> None:
    assert list(find_dates(text)) == []


@given(st.dates())
def test_every_day_is_read_in_both_orders(day) -> None:
    if day.year >= 1800 and day.year < 2100:
        month = f"{day:%B}"
        for text in (f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}"):
            assert [iso for *_, iso in find_dates(text)] == [day.isoformat()]
    assert as_day(day) == as_day(day.isoformat()) == day.isoformat()


@pytest.mark.parametrize("on", ["", "22 January 2014", "2014-02-30", 20140122, None, object()])
def test_what_is_no_day(on: object) -> None:
    with pytest.raises(CourseError, match="is no date"):
        as_day(on)
