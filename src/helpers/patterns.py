"""The patterns of a codebook, and the text as they see it.

A pattern is written so that a reader can write one ("secur* ... Afghan*"); here it becomes a regular expression. The
expression works on a line of words in small letters and American spelling in which names are reduced to abbreviations
and "this country" is the state that was named last; every word of the line knows where it stands in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

import pandas as pd

from helpers import reference
from helpers.entities import tag_entities
from helpers.errors import CourseError
from helpers.folding import fold, fold_name
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

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The expression for a `Stream`, made when it is needed: of five hundred patterns a text calls for fifty."""
        return re.compile(self.source)

    @property
    def beginnings(self) -> list[tuple[str, bool]]:
        """What its first word begins with, in small letters, and whether that is the whole word."""
        alternatives = re.match(r" \(\?:([^)]*)\)", self.source)
        ways = alternatives[1].split("|") if alternatives else [self.source[1:]]
        literal = [re.match(r"([^\W_]*)( (?!\?)|\(\?= \))?", way) for way in ways]
        return [(match[1], bool(match[2])) for match in literal]


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_END = "¶"
_GAP = rf"(?:[^ {_END}]+ ){{0,{GAP}}}?"
_MOST_KNOWN = 20_000
_MANY, _LONG = 12, 5_000
"""From so many patterns on one expression asks for all, before each is asked for; to make it pays in so many words."""
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
    return Compiled(expression, "..." not in parts and not looks_back, looks_back)


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
    return " ".join(_WORD.findall(fold_name(piece).replace("-", " ")))


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
        self._by_beginning: dict[tuple[str, bool], list[int]] = {}
        for number, pattern in enumerate(self.patterns):
            for beginning in pattern.beginnings:
                self._by_beginning.setdefault(beginning, []).append(number)
        self._known: dict[str, list[int]] = {}  # the answers to the words that have come so far
        self._any_of: dict[tuple[int, ...], re.Pattern[str]] = {}
        self._longest = max((len(beginning) for beginning, _ in self._by_beginning), default=0)

    def beginning_with(self, word: str) -> list[int]:
        """Return the numbers of the patterns that may begin with a word."""
        if word in self._known:
            return self._known[word]
        sizes = range(min(len(word), self._longest) + 1)
        keys = [(word, True), *((word[:size], False) for size in sizes)]
        numbers = sorted({number for key in keys for number in self._by_beginning.get(key, ())})
        if len(self._known) < _MOST_KNOWN:
            self._known[word] = numbers
        return numbers

    def any_of(self, numbers: list[int]) -> re.Pattern[str] | None:
        """Return what finds one of many patterns; None where they are few, and asked for as fast each by itself."""
        if len(numbers) < _MANY:
            return None
        key = tuple(numbers)
        if key not in self._any_of:
            self._any_of[key] = re.compile("|".join(self.patterns[number].source for number in numbers))
        return self._any_of[key]


class Hit(NamedTuple):
    """A place where a pattern stands: the numbers of the pattern and the sentence, and the place in the text."""

    pattern: int
    sentence: int
    start: int
    end: int


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
        self.words: list[str] = []
        self._numbers: list[int] = []  # for which word of the reader each one stands
        self._sentences: list[int] = []  # where each sentence begins
        for first, last in reader.sentences():
            numbers = [number for number in range(first, last) if reader.forms[number]]
            forms = [reader.forms[number] for number in numbers]
            words = " ".join(forms).split(" ")
            if len(words) != len(numbers):  # an abbreviation of two words: "un unodc"
                numbers = [number for number in numbers for _ in reader.forms[number].split(" ")]
            self._sentences.append(len(self.words))
            self.words += [_END, *words]
            self._numbers += [-1, *(numbers or [-1])]
        self.words.append(_END)
        self.line = " ".join(["", *self.words, ""])

    def search(self, index: Index) -> list[Hit]:
        """Return where the patterns of an index stand: in the order of the patterns, then of the text."""
        patterns = {word: numbers for word in set(self.words) if (numbers := index.beginning_with(word))}
        long = len(self.words) > _LONG
        any_of = {word: index.any_of(numbers) if long else None for word, numbers in patterns.items()}
        places = list(accumulate(map(len, self.words), initial=0))  # without the blanks
        done = [0] * len(index.patterns)  # no two places of one pattern overlap
        found: list[tuple[int, int, int]] = []
        for place in [place for place, word in enumerate(self.words) if word in patterns]:
            start = places[place] + place
            several = any_of[self.words[place]]
            if several and not several.match(self.line, start):
                continue
            for number in patterns[self.words[place]]:
                match = index.patterns[number].expression.match(self.line, start) if start >= done[number] else None
                if match:
                    done[number] = match.end()
                    found.append((number, place, place + match.group().count(" ") - 1))
        return [self._hit(*one) for one in sorted(found)]

    def _hit(self, pattern: int, first: int, last: int) -> Hit:
        place = self._reader.place(self._numbers[first], self._numbers[last])
        return Hit(pattern, bisect_right(self._sentences, first), *place)


_BLANK = "_"
"""What stands for a name without an abbreviation."""

_MASKED = {"IGO", "GOV", "POST", "INITIATIVE"}


def places_of_names(text: str, entities: pd.DataFrame | None) -> list[tuple[int, int]]:
    """Return where the names of bodies, offices and processes stand, in the order of the text."""
    if entities is None:
        entities = tag_entities(text)
    if not isinstance(entities, pd.DataFrame) or not {"start", "end", "label"} <= set(entities.columns):
        raise CourseError("entities must be a table with start, end and label, as tag_entities(text) makes it.")
    meant = entities[entities["label"].isin(_MASKED)]
    return sorted((int(start), int(end)) for start, end in meant[["start", "end"]].to_numpy().tolist())


class _Reader:
    """The words of a text, in small letters and American spelling, on the way to a `Stream`.

    Attributes
    ----------
    forms : list of str
        For each word what stands for it: itself, the abbreviation of the name that begins with it, or nothing.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = fold(text)
        page = self.folded.text
        self.starts = [match.start() for match in _WORD.finditer(page)]
        self.lower = _WORD.findall(self.folded.lower)
        self.forms = [word.removesuffix("'s") for word in self.lower]
        self.known = list(Gazetteer.from_tables().matches(page))
        self._reach: dict[int, int] = {}  # the last word of a name whose first word stands for all of it

    def reduce_known_names(self) -> None:
        """Put the abbreviations of bodies that the reference tables know in the place of their names."""
        for start, end, entry in self.known:
            first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
            if entry.label in _MASKED and first < last:
                self.forms[first:last] = [_abbreviations().get(entry.name, _BLANK), *[""] * (last - first - 1)]
                self._reach[first] = last - 1

    def blank(self, names: list[tuple[int, int]]) -> None:
        """Pass over names that were tagged, but not over abbreviations in them ("UN Secretary-General")."""
        for start, end in names:
            fresh = True
            first, last = (bisect_left(self.starts, self.folded.ahead(place)) for place in (start, end))
            for number in range(first, last):
                whole = self._reach.get(number, number) == number
                written = self.folded.text[self.starts[number] : self._end(number)]
                if self.forms[number] and whole and not written.isupper():
                    self.forms[number] = _BLANK if fresh else ""
                    fresh = False

    def resolve_this_country(self) -> None:
        """Put the state that was named last in the place of "this country" or "the country"."""
        if "country" not in self.lower:
            return
        states = {bisect_left(self.starts, start): entry for start, _, entry in self.known if entry.label == "STATE"}
        adjectives = _adjectives()
        named = ""
        for number, word in enumerate(self.lower):
            if number in states:
                named = _words_of(states[number].name)
            elif word in adjectives and self.folded.text[self.starts[number]].isupper():
                named = adjectives[word]
            elif word == "country" and named and self.forms[number - 1] in {"this", "that", "the"}:
                self.forms[number] = named

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Yield the numbers of the first and the last word (excluded) of each sentence."""
        for start, end, _ in sentence_spans(self.text):
            first, last = (bisect_left(self.starts, self.folded.ahead(place)) for place in (start, end))
            yield first, last

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Return where the words from the first to the last, and the name that begins with it, stand in the text."""
        return self.folded.back(self.starts[first], self._end(self._reach.get(last, last)))

    def _end(self, number: int) -> int:
        return self.starts[number] + len(self.lower[number])


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
    return " ".join(_WORD.findall(name.lower()))


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
        forms = [form for acronym in chain for form in _WORD.findall(acronym.lower())]
        found[row.name] = " ".join(dict.fromkeys(forms)) or _BLANK
    return found


@cache
def _adjectives() -> dict[str, str]:
    """Return the state that an adjective of one word ("Afghan") belongs to."""
    table = reference.states()
    pairs = zip(table["adjective"].str.lower(), table["short_name"], strict=True)
    return {adjective: _words_of(name) for adjective, name in pairs if adjective.isalpha()}
