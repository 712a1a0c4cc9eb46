"""Words and marks: what stands in stretches of a text, put together from the pieces into which it was cut anyway.

To cut a long text once takes as long as much of what is then read from it, and several stages want its words. So a text
is cut into words with what follows on them (`helpers.folding.Folded.pieces`), and here each piece that differs is cut
into words and marks once, however often it stands in the text. A word may go on behind a hyphen ("counter-terrorism"),
a period ("U.S") or the like: then pieces are joined.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, wraps
from typing import TypeVar

import numpy as np

from helpers.folding import Folded

T = TypeVar("T")

TOKEN = re.compile(r"[^\W_]+(?:[-'.&+/][^\W_]+)*|[^\s]")
"""A word, also one with hyphens and the like inside, or a mark."""
_JOINTS = frozenset("-'.&+/")


class Cutter:
    """The words and marks of a text, span by span.

    Attributes
    ----------
    different : list of str
        The words and marks that differ, as they are written; more come as spans are read.

    Parameters
    ----------
    folded : Folded
        The text.

    Examples
    --------
    >>> cutter = Cutter(Folded("No news. The U.S. met Co-Chairs."))
    >>> which, starts, sizes = cutter.between([0, 9], [8, 32])
    >>> [cutter.different[number] for number in which]
    ['No', 'news', '.', 'The', 'U.S', '.', 'met', 'Co-Chairs', '.']
    >>> starts.tolist(), sizes.tolist()
    ([0, 3, 7, 9, 13, 16, 18, 22, 31], [3, 6])
    """

    def __init__(self, folded: Folded) -> None:
        self._text = folded.text
        self._pieces, self._which, self._starts = folded.pieces
        self._number_of: dict[str, int] = {}
        self.different: list[str] = []
        self._table = self._cut(self._pieces)
        self._first_word = int(self._starts[0]) if len(self._starts) else len(folded.text)
        self._joins = np.fromiter(map(_joins, self._pieces), dtype=bool, count=len(self._pieces))

    def _cut(self, pieces: Iterable[str]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return for all pieces in one row which words and marks they hold, where in the piece; for each how many."""
        which: list[int] = []
        offsets: list[int] = []
        sizes: list[int] = []
        for words, places in map(_tokens, pieces):
            which += map(self._number, words)
            offsets += places
            sizes.append(len(words))
        return tuple(np.array(column, dtype=np.int64) for column in (which, offsets, sizes))

    def _number(self, word: str) -> int:
        number = self._number_of.setdefault(word, len(self.different))
        if number == len(self.different):
            self.different.append(word)
        return number

    def between(self, begins: Sequence[int], stops: Sequence[int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the words and marks of spans, one after the other, as if nothing stood around each span.

        Parameters
        ----------
        begins, stops : sequence of int
            Where the spans start and end (excluded) in the folded text; in order, not overlapping.

        Returns
        -------
        tuple of numpy.ndarray
            Of each word or mark its number in `different`, and where it starts; of each span how many it has.
        """
        firsts, lasts = np.asarray(begins, dtype=np.int64), np.asarray(stops, dtype=np.int64)
        pieces, spans = self._around(firsts, lasts)
        numbers, kept, (held, offsets, sizes) = self._joined(pieces, spans)
        pieces, spans = pieces[kept], spans[kept]
        held_from = np.cumsum(sizes) - sizes
        sizes = sizes[numbers]
        places = ranges(held_from[numbers], sizes)
        which, spans = held[places], np.repeat(spans, sizes)
        starts = np.repeat(self._starts[pieces], sizes) + offsets[places]
        lengths = np.fromiter(map(len, self.different), dtype=np.int64, count=len(self.different))
        ends = starts + lengths[which]
        inside = (starts >= firsts[spans]) & (ends <= lasts[spans])
        cut = ~inside & (starts < lasts[spans]) & (ends > firsts[spans])
        odd = np.union1d(spans[cut], np.flatnonzero(firsts < self._first_word)).tolist()
        if odd:  # it begins with a mark before all words, or within a word: few do
            inside &= ~np.isin(spans, odd)
        which, starts, spans = which[inside], starts[inside], spans[inside]
        if odd:
            found = [(match, span) for span in odd for match in TOKEN.finditer(self._text, begins[span], stops[span])]
            which = np.append(which, [self._number(match.group()) for match, _ in found]).astype(np.int64)
            starts = np.append(starts, [match.start() for match, _ in found]).astype(np.int64)
            spans = np.append(spans, [span for _, span in found]).astype(np.int64)
            order = np.argsort(spans, kind="stable")
            which, starts, spans = which[order], starts[order], spans[order]
        return which, starts, np.bincount(spans, minlength=len(firsts))

    def _around(self, begins: np.ndarray, stops: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the numbers of the pieces in which spans lie, and for each the number of its span."""
        firsts = np.maximum(np.searchsorted(self._starts, begins, side="right") - 1, 0)
        sizes = np.maximum(np.searchsorted(self._starts, stops) - firsts, 0)
        return ranges(firsts, sizes), np.repeat(np.arange(len(begins)), sizes)

    def _joined(
        self, pieces: np.ndarray, spans: np.ndarray
    ) -> tuple[np.ndarray, np.ndarray, tuple[np.ndarray, np.ndarray, np.ndarray]]:
        """Join pieces in which a word goes on: return which each is then, which are left, and a table of all kinds."""
        numbers = self._which[pieces]
        kept = np.ones(len(pieces), dtype=bool)
        goes_on = self._joins[numbers]
        goes_on[:-1] &= spans[:-1] == spans[1:]
        goes_on[-1:] = False
        number_of: dict[str, int] = {}
        last = -1
        for place in np.flatnonzero(goes_on).tolist():
            if place < last:
                continue
            last = place + 1
            while goes_on[last]:
                last += 1
            whole = "".join(map(self._pieces.__getitem__, numbers[place : last + 1].tolist()))
            numbers[place] = number_of.setdefault(whole, len(self._pieces) + len(number_of))
            kept[place + 1 : last + 1] = False
        more = self._cut(number_of)
        table = tuple(np.concatenate(columns) for columns in zip(self._table, more, strict=True))
        return numbers[kept], kept, table


def ranges(firsts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return the numbers from each first on, as many as its size says, in one row.

    Parameters
    ----------
    firsts, sizes : numpy.ndarray of int
        Of the same length.

    Returns
    -------
    numpy.ndarray of int

    Examples
    --------
    >>> ranges(np.array([3, 7]), np.array([2, 1])).tolist()
    [3, 4, 7]
    """
    begins = np.cumsum(sizes) - sizes
    return np.repeat(firsts - begins, sizes) + np.arange(sizes.sum())


def _joins(piece: str) -> bool:
    """Tell whether a word goes on in the piece that follows."""
    return piece[-1] in _JOINTS and piece[-2].isalnum()


def remembered(function: Callable[[str], T]) -> Callable[[str], T]:
    """Let a function remember what it has told of short words: a long one comes once, and would fill the memory.

    Parameters
    ----------
    function : callable
        Of one str.

    Returns
    -------
    callable
        The same, with `cache_info` as `functools.lru_cache` has it.

    Examples
    --------
    >>> size = remembered(len)
    >>> size("short"), size("short"), size("long" * 1000), size.cache_info().currsize
    (5, 5, 4000, 1)
    """
    known = lru_cache(maxsize=50_000)(function)

    @wraps(function)
    def tell(word: str) -> T:
        return known(word) if len(word) < _LONG else function(word)

    tell.cache_info = known.cache_info  # type: ignore[attr-defined]
    return tell


_LONG = 80


@remembered
def _tokens(piece: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the words and marks of a piece, and where in it they stand."""
    if piece[-1] == " " and piece[:-1].isalnum():
        return (piece[:-1],), (0,)
    found = list(TOKEN.finditer(piece))
    return tuple(match.group() for match in found), tuple(match.start() for match in found)
