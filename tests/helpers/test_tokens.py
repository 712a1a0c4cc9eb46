"""Words and marks that are put together from pieces are those that are found where the text is read span by span."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from helpers import tokens
from helpers.folding import Folded
from helpers.texts import read_text, sentence_spans
from helpers.tokens import TOKEN, Cutter

PARTS = [
    "the ",
    "U.S. ",
    "co-",
    "chairs",
    "A/RES/67",
    ". ",
    '"',
    "(",
    "SCO's",
    "'",
    " ",
    "\n",
    "_",
    "é",
    "2.5 %",
    "&",
    "+",
]
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PARTS), max_size=30).map("".join))


def in_spans(cutter: Cutter, spans: list[tuple[int, int]]) -> list[list[tuple[str, int]]]:
    which, starts, sizes = cutter.between([begin for begin, _ in spans], [stop for _, stop in spans])
    found = [(cutter.different[number], start) for number, start in zip(which.tolist(), starts.tolist(), strict=True)]
    ends = sizes.cumsum().tolist()
    assert len(found) == (ends[-1] if ends else 0)
    return [found[end - size : end] for end, size in zip(ends, sizes.tolist(), strict=True)]


def one_by_one(text: str, spans: list[tuple[int, int]]) -> list[list[tuple[str, int]]]:
    return [[(match.group(), match.start()) for match in TOKEN.finditer(text, *span)] for span in spans]


@given(TEXTS, st.lists(st.integers(0, 80)))
def test_they_are_those_of_each_span_alone_wherever_it_is_cut(text: str, places: list[int]) -> None:
    folded = Folded(text)
    cuts = sorted({min(place, len(folded.text)) for place in places})
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    assert in_spans(Cutter(folded), spans) == one_by_one(folded.text, spans)


@given(TEXTS)
def test_a_span_more_is_read_as_the_first(text: str) -> None:
    folded = Folded(text)
    whole = [(0, len(folded.text))]
    cutter = Cutter(folded)
    assert in_spans(cutter, whole) == in_spans(cutter, whole) == one_by_one(folded.text, whole)


def test_the_sentences_of_the_press_release():
    folded = Folded(read_text())
    spans = [(folded.ahead(start), folded.ahead(end)) for start, end, _ in sentence_spans(folded.original)]
    found = in_spans(Cutter(folded), spans)
    assert found == one_by_one(folded.text, spans)
    assert "Counter-Terrorism" in {word for words in found for word, _ in words}


def test_what_is_very_long_is_read_but_not_remembered():
    short, long = (f"met {'abc-' * times}abc . {'x' * times}" for times in (2, 1000))
    in_spans(Cutter(Folded(short)), [(0, len(short))])
    before = tokens._tokens.cache_info().currsize
    found = in_spans(Cutter(Folded(long)), [(0, len(long))])
    assert found == one_by_one(long, [(0, len(long))])
    assert [len(word) for word, _ in found[0]] == [3, 4003, 1, 1000]
    assert tokens._tokens.cache_info().currsize == before


def test_no_span_and_no_word():
    assert in_spans(Cutter(Folded("")), []) == []
    assert in_spans(Cutter(Folded("...")), [(0, 2)]) == [[(".", 0), (".", 1)]]
