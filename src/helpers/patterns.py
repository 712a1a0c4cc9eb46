"""The patterns of a codebook, and the text as they see it.

A pattern is written so that a reader can write one ("secur* ... Afghan*"); here it becomes a regular expression. The
expression works on a line of words in small letters and American spelling in which names are reduced to abbreviations
and "this country" is the state that was named last; every word of the line knows where it stands in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate

import numpy as np
import pandas as pd

from helpers import reference
from helpers.columns import Columns
from helpers.entities import span_columns
from helpers.errors import CourseError
from helpers.folding import WORD, fold, fold_name
from helpers.gazetteer import Gazetteer
from helpers.texts import sentence_spans

GAP = 5
"""How many words may stand in the place of the dots of "security ... Afghanistan"."""

LOOK_BACK = "<"
"""The mark of a pattern that looks back: "< problem*" is "those problems", about what the sentence before named."""

# -- Patterns ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Compiled:
    """A pattern as it is applied."""

    source: str
    solid: bool
    """Whether its words stand side by side."""
    looks_back: bool
    goes_on: str = ""
    """The letters with which its second word may begin; empty if it may go on with any, or has one word."""
    needs: str = ""
    """What stands in the same sentence wherever it does, of its last word; empty if it has one word."""

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression for a `Stream`, made when it is needed: of five hundred patterns a text calls for fifty."""
        return re.compile(self.source)

    @property
    def beginnings(self) -> list[tuple[str, bool]]:
        """What its first word begins with, in small letters, and whether that is the whole word.

        A word with a hyphen may be two in the text, or one: "co-chaired" begins with "co" alone, or with "cochaired".
        """
        alternatives = re.match(r" \(\?:([^)]*)\)", self.source)
        ways = alternatives[1].split("|") if alternatives else [self.source[1:]]
        found = []
        for way in ways:
            match = re.match(r"([^\W_]*)(?: \?([^\W_]+)|( (?!\?)|\(\?= \)))?", way)
            found += [(match[1], bool(match[2] or match[3])), *([(match[1] + match[2], False)] if match[2] else [])]
        return found


_END = "¶"
_GAP = rf"(?:[^ {_END}]+ ){{0,{GAP}}}?"
_MOST_KNOWN = 20_000
_NEAR = 400
_POINTING = rf"(?:these|those|this|such|said|aforementioned|above ?mentioned) (?:[^ {_END}]+ ){{0,2}}?"


def compile_pattern(pattern: str) -> Compiled:
    """Turn a pattern into an expression to apply to a `Stream`.

    Parameters
    ----------
    pattern : str
        See `helpers.themes.Codebook`.

    Returns
    -------
    Compiled
        The expression and what kind of pattern it is.

    Raises
    ------
    CourseError
        If the pattern is not well formed.

    Examples
    --------
    >>> compile_pattern("drug* traffick*").expression.pattern
    ' drug[^ ]* traffick[^ ]*(?= )'
    """
    if not isinstance(pattern, str):
        raise CourseError(f"A pattern is text in quotation marks, such as 'drug*', not {pattern!r}.")
    return _compile(pattern)


@lru_cache(maxsize=4096)
def _compile(pattern: str) -> Compiled:
    body = pattern.strip()
    looks_back = body.startswith(LOOK_BACK)
    parts = body.removeprefix(LOOK_BACK).replace("…", " ... ").split()
    if not any(map(str.isalnum, body)):
        raise CourseError(f"The pattern {pattern!r} has no word in it: write at least one, such as 'opium' or 'drug*'.")
    strange = re.search(r"[|()\[\]{}\\^$?+<>]", " ".join(parts))
    if strange:
        raise CourseError(
            f"The pattern {pattern!r} has a {strange.group()} in it. Patterns know only the star at the end of a word "
            "and three dots between words; write alternatives as patterns of their own."
        )
    if parts[0] == "..." or parts[-1] == "...":
        raise CourseError(f"In the pattern {pattern!r} the dots need a word on both sides, as in 'secur* ... Afghan*'.")
    words = "".join(_GAP if part == "..." else _expression(part, pattern) for part in parts)
    expression = " " + (_POINTING if looks_back else "") + words.removesuffix(" ") + "(?= )"
    goes_on = "" if looks_back or len(parts) == 1 else _first_letters(parts[0], parts[1], pattern)
    needs = re.match(r"[a-z0-9]*", _expression(parts[-1], pattern))[0] if looks_back or len(parts) > 1 else ""
    return Compiled(expression, "..." not in parts and not looks_back, looks_back, goes_on, needs)


def _first_letters(first: str, second: str, pattern: str) -> str:
    """Return the letters with which the second word may begin, if the first is one word and no dots come between."""
    if second == "..." or not _plain(first.removesuffix("*")).isalpha():
        return ""
    written = _expression(second, pattern)
    ways = written.removeprefix("(?:").split("|") if written.startswith("(?:") else [written]
    letters = [way[:1] for way in ways]
    return "".join(sorted(set(letters))) if all(map(str.isalnum, letters)) else ""


def _expression(part: str, pattern: str) -> str:
    """Turn one word of a pattern, perhaps with hyphens inside, into an expression that ends in a space."""
    starred = part.endswith("*")
    pieces = [_plain(piece) for piece in re.split(r"[-‐‑–]", part.removesuffix("*"))]
    pieces = [piece for piece in pieces if piece]
    if "*" in part.removesuffix("*") or (starred and (not pieces or len(pieces[-1]) < 2)):
        raise CourseError(
            f"In the pattern {pattern!r} the star is out of place: it stands for any ending, so it needs two letters "
            "or more before it and comes last in its word, as in 'terroris*'."
        )
    if not pieces:
        return ""
    written = [re.escape(_bare(fold_name(piece).lower())) for piece in pieces]
    if starred:
        written[-1] = _any_ending(pieces[-1].lower())
    return " ?".join(written) + " "


def _plain(piece: str) -> str:
    return " ".join(WORD.findall(fold_name(piece).replace("-", " ")))


def _any_ending(stem: str) -> str:
    """Return the expression for a stem with a star; the ending may hide a British spelling ("favou*", "organis*")."""
    ways = {re.escape(fold_name(stem).lower()) + "[^ ]*"}
    if stem.endswith(("is", "iz")):
        ways = {re.escape(stem[:-1]) + "[sz][^ ]*"}
    if len(stem) > 3:
        spellings = [american for british, american in _spellings() if british.startswith(stem)]
        ways |= {re.escape(american) for american in spellings if not american.startswith(stem)}
    return "(?:" + "|".join(sorted(ways)) + ")" if len(ways) > 1 else ways.pop()


@cache
def _spellings() -> list[tuple[str, str]]:
    table = reference.words("spellings")
    table = table[table["american"].str.isalpha()]
    return list(zip(table["variant"], table["american"], strict=True))


# -- The text as the patterns see it -----------------------------------------------------------------------------------


class Index:
    """Patterns by the beginning of their first word, so that a word of a text finds those that it may begin.

    Parameters
    ----------
    patterns : iterable of Compiled
        A pattern is known by its number in this order.
    """

    def __init__(self, patterns: Iterable[Compiled]) -> None:
        self.patterns = list(patterns)
        self.all_needs = " ".join({pattern.needs for pattern in self.patterns})
        """What any of the patterns needs."""
        self._by_beginning: dict[tuple[str, bool], list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            for beginning in pattern.beginnings:
                self._by_beginning.setdefault(beginning, []).append(number)
        self._known: dict[str, dict[str, list[tuple[int, str]]]] = {}  # the answers to the words that came so far
        self._longest = max((len(beginning) for beginning, _ in self._by_beginning), default=0)

    def beginning_with(self, word: str) -> dict[str, list[tuple[int, str]]]:
        """Return the patterns that may begin with a word, by the first letter of the word behind it.

        Of each its number, and what it needs. Under the empty string are those that may stand before any word.
        """
        if word in self._known:
            return self._known[word]
        sizes = range(min(len(word), self._longest) + 1)
        keys = [(word, True), *((word[:size], False) for size in sizes)]
        numbers = sorted({number for key in keys for number in self._by_beginning.get(key, ())})
        begun = [(number, self.patterns[number]) for number in numbers]
        letters = {letter for _, pattern in begun for letter in pattern.goes_on}
        found = {
            letter: [(number, one.needs) for number, one in begun if letter in (one.goes_on or letter)]
            for letter in letters
        }
        if begun:
            found[""] = [(number, pattern.needs) for number, pattern in begun if not pattern.goes_on]
        if len(self._known) < _MOST_KNOWN:
            self._known[word] = found
        return found


class Stream:
    """Words in one line, with a mark where a sentence begins, so that one expression can run over all of them.

    Attributes
    ----------
    words : list of str
        What stands for the words of a text: themselves, or the abbreviation of the name that begins with them.
    line : str
        The same with blanks between.
    """

    def __init__(self, reader: _Reader) -> None:
        self._reader = reader
        self.line, self._numbers = reader.line_with_marks()
        self.words = self.line.split()

    def search(self, index: Index) -> Iterator[tuple[int, int, int, int]]:
        """Find where the patterns of an index stand, in the order of the patterns, then of the text.

        Yields the numbers of the pattern and of the sentence, start and end.
        """
        words, line, patterns = self.words, self.line, index.patterns
        tables = {word: table for word in {*words} - {_END} if (table := index.beginning_with(word))}
        places = list(accumulate(map(len, words), initial=0))  # without the blanks
        done = [0] * len(patterns)  # no two places of one pattern overlap
        found: list[tuple[int, int, int]] = []
        stop = -1  # where the sentence ends, if that is near
        sentence = ""  # what stands before it; of a long one the rest is not searched for each word
        for place in [place for place, word in enumerate(words) if word in tables]:
            table = tables[words[place]]
            start = places[place] + place
            if start > stop:
                stop = line.find(_END, start, start + _NEAR)
                sentence = line[start:stop] if stop > 0 else index.all_needs
            for number, needs in table.get(words[place + 1][0]) or table[""]:
                if needs not in sentence or start < done[number]:
                    continue
                match = patterns[number].expression.match(line, start)
                if match:
                    done[number] = match.end()
                    found.append((number, place, place + match[0].count(" ") - 1))
        found.sort()
        numbers = self._numbers
        firsts = [numbers[first] for _, first, _ in found]
        starts, ends = self._reader.places(firsts, [numbers[last] for _, _, last in found])
        sentences = self._reader.sentences_of(firsts)
        return zip([number for number, _, _ in found], sentences, starts, ends, strict=True)


_BLANK = "_"
"""What stands for a name without an abbreviation."""

_MASKED = {"IGO", "GOV", "POST", "INITIATIVE"}


def places_of_names(text: str, entities: pd.DataFrame | Columns | None) -> list[tuple[int, int]]:
    """Return where the names of bodies, offices and processes stand, in the order of the text."""
    columns = span_columns(text, entities)
    return sorted((int(start), int(end)) for start, end, label in zip(*columns, strict=True) if label in _MASKED)


class _Reader:
    """The words of a text, in small letters and American spelling, on the way to a `Stream`.

    Attributes
    ----------
    forms : list of str
        For each word what stands for it: itself, the abbreviation of the name that begins with it, or nothing.
    """

    def __init__(self, text: str) -> None:
        self.folded = fold(text)
        self.lower, self._starts = self.folded.words
        bare = {word: _bare(word) for word in set(self.lower)}
        self.forms = [bare[word] for word in self.lower]
        self.known = list(Gazetteer.from_tables().matches(self.folded.text))
        self._replaced: set[int] = set()  # words for which others stand, perhaps several
        self._reach: dict[int, int] = {}  # the last word of a name whose first word stands for all of it
        spans = sentence_spans(text)
        self._firsts = self._numbers_of(self.folded.ahead_all([start for start, _, _ in spans]))
        self._lasts = self._numbers_of(self.folded.ahead_all([end for _, end, _ in spans]))

    def _numbers_of(self, places: list[int]) -> list[int]:
        """Return for each place of the folded text the number of the first word that begins there or behind it."""
        return np.searchsorted(self._starts, places).tolist()

    def reduce_known_names(self) -> None:
        """Put the abbreviations of bodies that the reference tables know in the place of their names."""
        names = [(start, end, entry.name) for start, end, entry in self.known if entry.label in _MASKED]
        firsts = self._numbers_of([start for start, _, _ in names])
        lasts = self._numbers_of([end for _, end, _ in names])
        abbreviations = _abbreviations()
        for (_, _, name), first, last in zip(names, firsts, lasts, strict=True):
            if first < last:
                self.forms[first:last] = [abbreviations.get(name, _BLANK), *[""] * (last - first - 1)]
                self._reach[first] = last - 1
                self._replaced.add(first)

    def blank(self, names: list[tuple[int, int]]) -> None:
        """Pass over names that were tagged, but not over abbreviations in them ("UN Secretary-General")."""
        firsts = self._numbers_of(self.folded.ahead_all([start for start, _ in names]))
        lasts = self._numbers_of(self.folded.ahead_all([end for _, end in names]))
        for first, last in zip(firsts, lasts, strict=True):
            fresh = True
            for number in range(self._reach.get(first, first - 1) + 1, last):
                whole = self._reach.get(number, number) == number
                written = self.folded.text[self._starts[number] : self._end(number)]
                if self.forms[number] and whole and not written.isupper():
                    self.forms[number] = _BLANK if fresh else ""
                    fresh = False

    def resolve_this_country(self) -> None:
        """Put the state that was named last in the place of "this country" or "the country"."""
        if "country" not in self.folded.lower:
            return
        places = [number for number, word in enumerate(self.lower) if word == "country"]
        named = [(start, entry.name) for start, _, entry in self.known if entry.label == "STATE"]
        states = dict(zip(self._numbers_of([start for start, _ in named]), (name for _, name in named), strict=True))
        last, done = "", 0
        for place in places:
            before = (self._state(number, states) for number in range(place - 1, done - 1, -1))
            last = next(filter(None, before), last)
            done = place
            if last and place and self.forms[place - 1] in {"this", "that", "the"}:
                self.forms[place] = last
                self._replaced.add(place)

    def _state(self, number: int, states: dict[int, str]) -> str:
        """Return the state that is named at a word; empty if none is."""
        if number in states:
            return _words_of(states[number])
        state = _adjectives().get(self.lower[number], "")
        return state if state and self.folded.text[self._starts[number]].isupper() else ""

    def line_with_marks(self) -> tuple[str, list[int]]:
        """Return what stands for the words in one line, a mark before each sentence, and for each which word it is."""
        forms = self.forms.copy()
        done = 0
        for first, last in zip(self._firsts, self._lasts, strict=True):
            forms[done:first] = [""] * (first - done)  # the title is no sentence
            if first < last:
                forms[first] = f"{_END} {forms[first]}".rstrip()
            done = max(done, last)
        forms[done:] = [""] * (len(forms) - done)
        counts = np.fromiter(map(bool, forms), dtype=np.int64, count=len(forms))
        for number in {*self._firsts, *self._replaced} - {len(forms)}:  # the others are one word, or none
            counts[number] = len(forms[number].split())
        return f" {' '.join(filter(None, forms))} {_END} ", np.repeat(np.arange(len(forms)), counts).tolist()

    def sentences_of(self, numbers: list[int]) -> list[int]:
        """Return for each of these words the number of its sentence, from 1."""
        return np.searchsorted(self._firsts, numbers, side="right").tolist()

    def places(self, firsts: list[int], lasts: list[int]) -> tuple[list[int], list[int]]:
        """Return where the words from a first to a last, and the name that begins with it, begin and end."""
        reach = self._reach.get
        lasts = [reach(last, last) for last in lasts]
        sizes = [len(self.lower[last]) for last in lasts]
        return self.folded.back_all(*((self._starts[firsts], self._starts[lasts] + sizes) if firsts else ([], [])))

    def _end(self, number: int) -> int:
        return self._starts[number] + len(self.lower[number])


def read_words(text: str, names: list[tuple[int, int]] | None) -> Stream:
    """Return the words of all sentences, with "this country" resolved and, if `names` is given, names reduced."""
    reader = _Reader(text)
    if names is not None:
        reader.reduce_known_names()
        reader.blank(names)
    reader.resolve_this_country()
    return Stream(reader)


def _bare(word: str) -> str:
    return word.removesuffix("'s")


def _words_of(name: str) -> str:
    return " ".join(WORD.findall(name.lower()))


@cache
def _abbreviations() -> dict[str, str]:
    """Return for each known body the words that stand for it: the abbreviations of what it belongs to, and its own."""
    table = reference.organizations()
    rows = {row.acronym or row.name: row for row in table.itertuples()}
    found = {}
    for row in table.itertuples():
        chain = [row.acronym]
        above = row.parent
        while above in rows and len(chain) < 9:
            chain.insert(0, rows[above].acronym)
            above = rows[above].parent
        forms = [form for acronym in chain for form in WORD.findall(acronym.lower())]
        found[row.name] = " ".join(dict.fromkeys(forms)) or _BLANK
    return found


@cache
def _adjectives() -> dict[str, str]:
    """Return the state that an adjective of one word ("Afghan") belongs to."""
    table = reference.states()
    pairs = zip(table["adjective"].str.lower(), table["short_name"], strict=True)
    return {adjective: _words_of(name) for adjective, name in pairs if adjective.isalpha()}
