"""The inner copy on which names are matched, and the way back from it to the page.

A name on the page may be broken by a line end, carry a soft hyphen, a Cyrillic letter or a British spelling. Folding
makes a copy in which it looks like the name in our tables; an index leads from every place in the copy back to the text
as it was given, so that every row still shows the page.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import chain, count

import numpy as np

from helpers.reference import words
from helpers.trie import trie

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width characters, byte order mark: they may stand inside a word and are not seen."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ′‛`´", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—−", "-"),
        **dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
    }
)


WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
"""A word, with an apostrophe inside."""
_FEW = 40
"""So many places are led one by one in less time than all at once."""
_WORD_AND_REST = re.compile(rf"[A-Za-z]+ (?=[A-Za-z])|{WORD.pattern}[\W_]*")  # most are plain: these are told first


class Folded:
    r"""A text as the matcher sees it, with the way back.

    Attributes
    ----------
    original : str
        The text as it was given.
    text : str
        The folded copy: look-alikes and curly marks replaced, invisible characters dropped, white space closed up
        (one space; a line end for a blank line), American spelling.

    Examples
    --------
    >>> folded = Folded("the Organisation of  Amer\u00adican\nStates")
    >>> folded.text
    'the Organization of American States'
    >>> folded.back(4, len(folded.text))
    (4, 37)
    """

    def __init__(self, text: str) -> None:
        self.original = text
        self._starts = [0]  # where a piece begins in the copy …
        self._origins = [0]  # … where in the text …
        self._one_for_one = [True]  # … and whether its characters stand there one for one
        pieces: list[str] = []
        done = length = 0
        for start, end in _places(text):
            new = _replacement(text, start, end)
            if new == text[start:end]:
                continue
            pieces.append(text[done:start])
            length += start - done
            pieces.append(new)
            if len(new) != 1 or end - start != 1:  # one for one, and the way back goes on as before
                self._mark(length, start, one_for_one=len(new) == end - start)
                self._mark(length + len(new), end, one_for_one=True)
            length += len(new)
            done = end
        pieces.append(text[done:])
        self.text = "".join(pieces)

    @cached_property
    def lower(self) -> str:
        """The copy in small letters, one for one (a capital that would become two characters stays)."""
        return in_small_letters(self.text)

    @cached_property
    def words(self) -> tuple[list[str], np.ndarray]:
        """The words of the copy in small letters, and where each begins: several stages read them, so that one does."""
        _, which, begins = self.pieces
        return np.array(self._different, dtype=object)[which].tolist(), begins

    @cached_property
    def pieces(self) -> tuple[list[str], np.ndarray, np.ndarray]:
        """The words of the copy, each with what follows on it: those that differ, which each is, where it begins."""
        pieces = _WORD_AND_REST.findall(self.text)
        lengths = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
        number_of = dict(zip(dict.fromkeys(pieces), count(), strict=False))
        which = np.fromiter(map(number_of.__getitem__, pieces), dtype=np.int64, count=len(pieces))
        begins = len(self.text) - lengths.sum() + np.cumsum(lengths) - lengths
        return list(number_of), which, begins

    @cached_property
    def _different(self) -> list[str]:
        """The words of the pieces that differ, in small letters."""
        return [in_small_letters(WORD.match(piece)[0]) for piece in self.pieces[0]]

    def numbers_of(self, words: Collection[str]) -> np.ndarray:
        """Return which words of the copy, counted from 0, are among these.

        Parameters
        ----------
        words : collection of str
            In small letters.

        Returns
        -------
        numpy.ndarray
            In order.

        Examples
        --------
        >>> Folded("the Centre of the city").numbers_of({"center", "city"}).tolist()
        [1, 4]
        """
        different = self._different
        wanted = np.fromiter((word in words for word in different), dtype=bool, count=len(different))
        return np.flatnonzero(wanted[self.pieces[1]])

    def places_of(self, words: Collection[str]) -> list[int]:
        """Return where words of the copy begin that are among these.

        Parameters
        ----------
        words : collection of str
            In small letters.

        Returns
        -------
        list of int
            In order.

        Examples
        --------
        >>> Folded("the Centre of the city").places_of({"center", "city"})
        [4, 18]
        """
        return self.pieces[2][self.numbers_of(words)].tolist()

    def _mark(self, place: int, origin: int, *, one_for_one: bool) -> None:
        if self._starts[-1] == place:  # an empty piece lay here: what follows takes its place
            self._origins[-1] = origin
            self._one_for_one[-1] = one_for_one
        else:
            self._starts.append(place)
            self._origins.append(origin)
            self._one_for_one.append(one_for_one)

    def _piece(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Lead a span of the copy back to the text.

        Parameters
        ----------
        start, end : int
            A span of the copy with at least one character, end exclusive.

        Returns
        -------
        tuple of int
            Start and end in the text as it was given.

        Examples
        --------
        >>> Folded("Centre").back(0, 6)
        (0, 6)
        """
        first, last = self._piece(start), self._piece(end - 1)
        begin = self._origins[first] + (start - self._starts[first] if self._one_for_one[first] else 0)
        if self._one_for_one[last]:
            return begin, self._origins[last] + end - self._starts[last]
        after = last + 1  # a replaced piece is taken whole
        return begin, self._origins[after] if after < len(self._origins) else len(self.original)

    def ahead(self, place: int) -> int:
        """Lead a place of the text to the copy: to the first character that stands there or behind it.

        Parameters
        ----------
        place : int
            An index of the text as it was given.

        Returns
        -------
        int
            An index of the copy; its length if nothing is left.

        Examples
        --------
        >>> folded = Folded("of  Amer\u00adica")
        >>> folded.text[folded.ahead(4):]
        'America'
        """
        number = bisect_right(self._origins, place) - 1
        start, beyond = self._starts[number], place - self._origins[number]
        if number < 0 or not beyond:  # before the first: what the text begins with is left out
            return start if number >= 0 else 0
        following = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return min(start + beyond, following) if self._one_for_one[number] else following

    def ahead_all(self, places: Sequence[int]) -> list[int]:
        """Lead many places of the text to the copy.

        Parameters
        ----------
        places : sequence of int
            Indices of the text as it was given.

        Returns
        -------
        list of int
            For each of them what `ahead` returns.

        Examples
        --------
        >>> Folded("of  Amer\u00adica").ahead_all([0, 4])
        [0, 3]
        """
        if len(places) < _FEW:
            return [self.ahead(place) for place in places]
        given = np.asarray(places, dtype=np.int64)
        if self._origins == [0]:  # every character stands for one
            return np.clip(given, 0, len(self.text)).tolist()
        starts, origins, one_for_one, starts_after, _ = self._columns
        numbers = np.maximum(np.searchsorted(origins, given, side="right") - 1, 0)
        following = starts_after[numbers]
        there = np.minimum(starts[numbers] + np.maximum(given - origins[numbers], 0), following)
        inside = np.where(one_for_one[numbers], there, following)
        return np.where(given <= origins[numbers], starts[numbers], inside).tolist()

    def back_all(self, starts: Sequence[int], ends: Sequence[int]) -> tuple[list[int], list[int]]:
        """Lead many spans of the copy back to the text.

        Parameters
        ----------
        starts, ends : sequence of int
            Where they start and end in the copy; each has at least one character.

        Returns
        -------
        tuple of list of int
            Starts and ends in the text, as `back` returns them.

        Examples
        --------
        >>> Folded("Centre of").back_all([0, 7], [6, 9])
        ([0, 7], [6, 9])
        """
        begins, origins, one_for_one, _, origins_after = self._columns
        first, last = np.asarray(starts, dtype=np.int64), np.asarray(ends, dtype=np.int64)
        numbers = np.searchsorted(begins, first, side="right") - 1
        there = origins[numbers] + np.where(one_for_one[numbers], first - begins[numbers], 0)
        numbers = np.searchsorted(begins, last - 1, side="right") - 1
        after = origins_after[numbers]  # a replaced piece is taken whole
        behind = np.where(one_for_one[numbers], origins[numbers] + last - begins[numbers], after)
        return there.tolist(), behind.tolist()

    @cached_property
    def _columns(self) -> tuple[np.ndarray, ...]:
        starts = np.array([*self._starts, len(self.text)], dtype=np.int64)
        origins = np.array([*self._origins, len(self.original)], dtype=np.int64)
        return starts[:-1], origins[:-1], np.array(self._one_for_one, dtype=bool), starts[1:], origins[1:]


@lru_cache(maxsize=10_000)
def fold_name(name: str) -> str:
    r"""Return a name as a folded text has it; for names alone, which come again and again.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    str
        Folded, without white space around.

    Examples
    --------
    >>> fold_name("World Trade\nOrganisation ")
    'World Trade Organization'
    """
    return Folded(name.strip()).text


@lru_cache(maxsize=2)
def fold(text: str) -> Folded:
    """Fold a text; the one that came last is remembered, for every stage asks for it.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    Folded
        Nobody changes it.

    Examples
    --------
    >>> fold("the  Centre").text
    'the Center'
    """
    return Folded(text)


@cache
def _lookalikes() -> dict[str, str]:
    table = words("lookalikes")
    return dict(zip(table["character"], table["looks_like"], strict=True))


@cache
def _spellings() -> dict[str, str]:
    table = words("spellings")
    return dict(zip(table["variant"], table["american"], strict=True))


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every place that folding may change, in order; what is plain is passed over in one go."""
    lower = in_small_letters(text)
    if not (_ODD.search(text) or "  " in text or _british().search(f" {lower}")):
        return  # as most names
    found = [(match.start(), match.end(), False) for match in chain(_ODD.finditer(text), _BLANKS.finditer(text))]
    found += [(start, end, True) for start, end in _british_in(lower)]
    done = 0
    for start, end, is_spelling in sorted(found):
        if is_spelling:
            if start >= done and text[start:end].isascii():
                yield start, end
                done = end
            continue
        before = text[start - 1 : start]
        begin = max(done, start - (before == " " or (before.isascii() and before.isalpha())))
        for match in _SPECIAL.finditer(text, begin, _SPACES.match(text, end).end()) if begin < end else ():
            yield match.span()
            done = match.end()


def in_small_letters(text: str) -> str:
    """Return a text in small letters, one for one (a capital that would become two characters stays).

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    str
        Of the same length.

    Examples
    --------
    >>> in_small_letters("SCO")
    'sco'
    """
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


_ODD = re.compile("[^!-~ ]+")
_BLANKS = re.compile("  +")
_SPACES = re.compile(r"\s*")
_SPECIAL = re.compile(r"[^\S ]\s*| \s+|[A-Za-z][\u0300-\u036f]+|[^\x00-\x7f\s]+")
"""White space that is no single blank, and odd characters, with the letter that a mark stands on."""


@cache
def _british() -> re.Pattern[str]:
    """Match spellings with the character before: so that most characters are passed over at once."""
    return re.compile(rf"[^a-z0-9]({trie(_spellings())})\b")


def _british_in(lower: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the spellings in a text in small letters."""
    for match in _british().finditer(f" {lower}"):
        before = match[0][0]
        if before == " " or not (before.isalnum() or before == "_"):
            yield match.start(1) - 1, match.end(1) - 1


def _replacement(text: str, start: int, end: int) -> str:
    found = text[start:end]
    if found.isspace():
        return "\n" if found.count("\n") > 1 else " "
    if found.isascii():
        return _american(found)
    plain = "".join(character for character in found.translate(_PLAIN) if character not in _INVISIBLE)
    if _touches_latin(text, start, end):
        plain = "".join(_lookalikes().get(character, character) for character in plain)
    return unicodedata.normalize("NFC", plain)


def _touches_latin(text: str, start: int, end: int) -> bool:
    """Tell whether a Latin letter stands right beside: only there a look-alike stands in for one."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return any(neighbor.isascii() and neighbor.isalpha() for neighbor in (before, after))


def _american(phrase: str) -> str:
    american = _spellings().get(phrase.lower())
    if american is None:
        return phrase
    if phrase.isupper():
        return american.upper()
    if re.search(r"[ -][A-Z]", phrase) and re.search("[ -]", american):
        return re.sub(r"(?:^|(?<=-))[a-z]", lambda letter: letter.group().upper(), american)
    return american[0].upper() + american[1:] if phrase[0].isupper() else american
