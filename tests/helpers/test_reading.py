"""What is read fast is what would be read slowly: shortcuts of the stages, against the plain way."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers import attendance_phrases, chunks, clauses, folding, list_gaps, other_lists
from helpers.chunks import CLASSES, find_rule
from helpers.entities import tag_entities
from helpers.folding import WORD, Folded, fold_name
from helpers.gazetteer import Gazetteer
from helpers.grammar import GRAMMAR
from helpers.list_reader import ListReader
from helpers.participants import find_participants
from helpers.reference import data_path, words
from helpers.statements import find_statements
from helpers.texts import read_text

LETTERS = "".join(CLASSES.values())
ODD = st.text(
    alphabet=st.sampled_from([*"aceAÉé \n.,'-_9’“", "\u0301", "\u00ad", "\u200b", "İ", "М", "ß", "\u2003", "ﬁ"]),
    max_size=40,
)
SPELLED = st.lists(st.one_of(ODD, st.sampled_from(["Organisation", "CENTRE", "good-neighbourliness", "  ", "\n\n"])))
SMALL = ["the", "of", "and", "to", "in", "by", "for", "with", "met", "that", "a", "new", "peace", "efforts", "further"]
SMALL += ["strengthening", "regional", "cooperation", ",", ".", ";", "\n", "on", "member", "states", "resolution"]
NAMED = ["(India", "Chad)", "UN", "SCO", "Council", "Ministers", "Secretary-General", "Foreign Minister", "Republic"]
NAMED += ["Agreement", "2014", "United Nations", "Deputy", "Ambassador", "Peru"]
PROSE = st.lists(st.sampled_from([*SMALL, *SMALL, *NAMED]), max_size=60).map(" ".join)


@pytest.mark.parametrize("number", range(len(GRAMMAR)))
@given(letters=st.text(alphabet=LETTERS, max_size=60))
@settings(max_examples=60)
def test_a_rule_is_found_wherever_it_stands(number: int, letters: str) -> None:
    rule, _ = GRAMMAR[number]
    found = [match.span() for match in find_rule(rule, letters) if match.group()]
    assert found == [match.span() for match in rule.finditer(letters) if match.group()]


@given(PROSE)
def test_words_that_are_read_as_one_belong_to_no_name(text: str) -> None:
    fast = tag_entities(text)
    whole, chunks._SMALL_WORDS = chunks._SMALL_WORDS, re.compile("(?!)")
    try:
        slow = tag_entities(text)
    finally:
        chunks._SMALL_WORDS = whole
    assert fast.equals(slow)


def test_words_that_are_read_as_one_belong_to_no_name_of_the_tables() -> None:
    nouns = chunks._nouns()[0]
    assert not [noun for noun in nouns if re.search(r"(?: [a-z'-]+){3}", noun)]


@given(SPELLED.map("".join))
def test_many_places_are_led_as_one_is(text: str) -> None:
    folded = Folded(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(folding, "_FEW", 0)
        together = folded.ahead_all(range(len(text) + 1))
    assert together == [folded.ahead(place) for place in range(len(text) + 1)]
    spans = [(start, end) for start in range(len(folded.text)) for end in range(start + 1, len(folded.text) + 1)][:300]
    starts, ends = folded.back_all([start for start, _ in spans], [end for _, end in spans])
    assert list(zip(starts, ends, strict=True)) == [folded.back(*span) for span in spans]


@given(SPELLED.map("".join))
def test_the_words_of_a_text_are_those_that_one_by_one_are_found(text: str) -> None:
    folded = Folded(text)
    found, begins = folded.words
    plain = [(match.group(), match.start()) for match in WORD.finditer(folded.lower)]
    assert list(zip(found, begins.tolist(), strict=True)) == plain


@given(
    st.lists(
        st.text(alphabet="aB '(-é5", min_size=1, max_size=8).filter(lambda name: re.search(r"\w", name)), max_size=6
    ),
    st.text(alphabet="aB '(-é5_.", max_size=60),
)
def test_names_are_found_where_a_search_for_each_finds_them(names: list[str], text: str) -> None:
    gazetteer = Gazetteer()
    for name in names:
        gazetteer.add(name, "IGO")
    folded = Folded(text).text
    kept = {name for name in gazetteer._names() if name}
    done, plain = 0, []
    for start in range(len(folded)):
        if start < done or (start and re.match(r"\w", folded[start - 1])):
            continue
        fitting = [name for name in kept if folded.startswith(name, start)]
        whole = [name for name in fitting if not re.match(r"\w", folded[start + len(name) :])]
        if whole:
            done = start + len(max(whole, key=len))
            plain.append((start, done))
    assert [match[:2] for match in gazetteer.matches(folded)] == plain


def _texts() -> list[str]:
    sentences = (data_path("development") / "fresh_sentences.txt").read_text(encoding="utf-8")
    bodies = [block.split("\n", 1)[-1] for block in sentences.split("\n\n")]
    return [read_text(), *(re.sub(r"\[\S+ ?", "", body).replace("]", "") for body in bodies)]


def test_phrases_are_tried_wherever_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = [find_participants(text) for text in _texts()]
    every: dict[str, dict[str, list[tuple[str, str]]]] = {}
    order = [(" ".join(map(fold_name, row.phrase.split())), row.side) for row in words("attendance").itertuples()]
    for first, after in attendance_phrases._phrases().items():
        phrases = {phrase for phrases in after.values() for phrase in phrases}
        every[first] = {"": sorted(phrases, key=lambda one: (-len(one[0]), order.index(one)))}
    attendance_phrases.phrases_at.cache_clear()
    monkeypatch.setattr(attendance_phrases, "_phrases", lambda: every)
    slow = [find_participants(text) for text in _texts()]
    attendance_phrases.phrases_at.cache_clear()
    assert all(one.equals(other) for one, other in zip(fast, slow, strict=True))
    assert sum(map(len, fast)) > 200


@pytest.mark.parametrize(
    "gap", [", ", " and ", ", as well as the delegation of ", " (by video link), ", " signed and "]
)
def test_a_gap_is_told_by_its_first_word_only_where_that_decides(gap: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"The meeting was attended by India{gap}Chad."
    fast = find_participants(text)
    monkeypatch.setattr(list_gaps, "_GAP_BEGINS", re.compile("(?!)"))
    assert find_participants(text).equals(fast)


def test_what_a_text_begins_with_and_nobody_sees_leads_to_its_first_letter() -> None:
    folded = Folded("\u200bChad")
    assert (folded.ahead(0), folded.ahead_all([0, 1]), folded.text) == (0, [0, 0], "Chad")


@given(PROSE, st.sets(st.sampled_from([*SMALL, "peru", "nations"]), max_size=4))
def test_words_are_found_among_those_that_differ(text: str, wanted: set[str]) -> None:
    folded = Folded(text)
    all_words, begins = folded.words
    numbers = [number for number, word in enumerate(all_words) if word in wanted]
    assert folded.numbers_of(wanted).tolist() == numbers
    assert folded.places_of(wanted) == [int(begins[number]) for number in numbers]


REPORTED = [
    "The parties",
    "Most delegations",
    "Peru",
    "SCO member states",
    "They",
    "It",
    "the Minister of Peru",
    "were",
]
REPORTED += ["stressed", "are firmly ready", "expressed their concern", "noted that", "was noted", "aims", "at peace"]
REPORTED += [
    "also",
    "and",
    ",",
    ".",
    "discussed",
    "supported by",
    "call",
    "upon",
    "attach",
    "great",
    "importance",
    "to",
]
REPORTS = st.lists(st.sampled_from(REPORTED), max_size=40).map(" ".join)


@given(REPORTS)
def test_a_verb_or_noun_is_tried_only_where_its_second_word_stands(text: str) -> None:
    fast = find_statements(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clauses, "_standing", lambda first, second: clauses._verbs().get(first, []))
        patch.setattr(clauses, "_nouns_standing", lambda first, second: clauses._nouns().get(first, []))
        slow = find_statements(text)
    assert fast.equals(slow)


@given(REPORTS)
def test_sentences_that_are_read_at_once_are_those_that_one_by_one_are_read(text: str) -> None:
    together = find_statements(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clauses, "_AT_ONCE", 1)
        assert together.equals(find_statements(text))


@given(
    st.lists(st.sampled_from([*NAMED, "the foreign ministers of", "Dr. Ana Ruiz,", "with", "the", "met"])).map(" ".join)
)
def test_where_persons_in_office_are_named_one_of_their_words_stands(text: str) -> None:
    assert has_word_of_persons(text) or not other_lists._PERSONS.search(text)


def has_word_of_persons(text: str) -> bool:
    lists = ListReader(text, {"start": [], "end": [], "label": []})
    return lists.has_word(other_lists._WORDS_OF_PERSONS, 0, len(text))


@pytest.mark.parametrize(
    "person",
    [
        *(
            "Ministers",
            "President",
            "leaders",
            "Heads of",
            "Secretaries",
            "Ambassador",
            "envoys",
            "Delegations",
            "delegates",
        ),
        *("Representative", "negotiators", "Chancellor", "Mr.", "mrs.", "Ms.", "Dr.", "H.E.", "Commissioners"),
        *("prosecutors", "Coordinators", "directors", "Premiers", "officials", "Experts"),
    ],
)
def test_each_way_to_name_persons_is_told(person: str) -> None:
    assert other_lists._PERSONS.search(f"the {person} Ana")
    assert has_word_of_persons(f"the {person} Ana")
    assert not has_word_of_persons("the road to Ana")
