"""The patterns of a codebook, and the text as they see it.

A pattern is written so that a reader can write one ("secur* ... Afghan*"); here it becomes a regular expression. The
expression works on a line of words in small letters and American spelling in which names are reduced to abbreviations
and "this country" is the state that was named last; every word of the line knows where it stands in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pandas as pd

from helpers import reference
from helpers.entities import tag_entities
from helpers.errors import CourseError
from helpers.folding import Folded, fold
from helpers.gazetteer import Gazetteer
from helpers.texts import split_sentences

GAP = 5
"""How many words may stand in the place of the dots of "security ... Afghanistan"."""

LOOK_BACK = "<"
"""The mark of a pattern that looks back: "< problem*" is "those problems", about what the sentence before named."""

# -- Patterns ----------------------------------------------------------------------------------------------------------


class Compiled(NamedTuple):
    """A pattern as it is applied: the expression works on a `Stream`."""

    expression: re.Pattern[str]
    solid: bool
    """Whether its words stand side by side."""
    looks_back: bool


_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_END = "¶"
_GAP = rf"(?:[^ {_END}]+ ){{0,{GAP}}}?"
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


@cache
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
    return Compiled(re.compile(expression), "..." not in parts and not looks_back, looks_back)


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
    written = [re.escape(_bare(Folded(piece).text.lower())) for piece in pieces]
    if starred:
        written[-1] = _any_ending(pieces[-1].lower())
    return " ?".join(written) + " "


def _plain(piece: str) -> str:
    return " ".join(_WORD.findall(Folded(piece).text.replace("-", " ")))


def _any_ending(stem: str) -> str:
    """Return the expression for a stem with a star; the ending may hide a British spelling ("favou*", "organis*")."""
    ways = {re.escape(Folded(stem).text.lower()) + "[^ ]*"}
    if stem.endswith(("is", "iz")):
        ways = {re.escape(stem[:-1]) + "[sz][^ ]*"}
    for british, american in _spellings():
        if len(stem) > 3 and british.startswith(stem) and not american.startswith(stem):
            ways.add(re.escape(american))
    return "(?:" + "|".join(sorted(ways)) + ")" if len(ways) > 1 else ways.pop()


@cache
def _spellings() -> list[tuple[str, str]]:
    table = reference.words("spellings")
    table = table[table["american"].str.isalpha()]
    return list(zip(table["variant"], table["american"], strict=True))


# -- The text as the patterns see it -----------------------------------------------------------------------------------


class Word(NamedTuple):
    """A word as it is matched, where it stands in the text, and the number of its sentence."""

    form: str
    start: int
    end: int
    sentence: int


class Stream:
    """Words in one line, with a mark where a sentence ends, so that one expression can run over all of them."""

    def __init__(self, words: list[Word]) -> None:
        self.words: list[Word] = words
        self._starts: list[int] = []
        pieces = [""]
        place, sentence = 1, 0
        for word in words:
            if word.sentence != sentence:
                pieces.append(_END)
                place += len(_END) + 1
                sentence = word.sentence
            self._starts.append(place)
            pieces.append(word.form)
            place += len(word.form) + 1
        self._line = " ".join([*pieces, _END, ""])

    def search(self, expression: re.Pattern[str]) -> Iterator[tuple[int, int]]:
        """Yield the numbers of the first and the last word of each match."""
        for match in expression.finditer(self._line):
            yield bisect_left(self._starts, match.start() + 1), bisect_left(self._starts, match.end()) - 1


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
    return sorted((int(start), int(end)) for start, end in zip(meant["start"], meant["end"], strict=True))


class _Reader:
    """The words of a text, in small letters and American spelling, on the way to a `Stream`.

    Attributes
    ----------
    forms : list of list of str
        For each word what stands for it: itself, the abbreviation of the name that begins with it, or nothing.
    ends : list of int
        For each word the number of the one after it, or after the name that begins with it.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        folded = fold(text)
        self.folded = folded.text
        self.spans = [match.span() for match in _WORD.finditer(folded.text)]
        self.starts = [start for start, _ in self.spans]
        self.places = [folded.back(*span) for span in self.spans]
        self.forms = [[_bare(folded.text[start:end].lower())] for start, end in self.spans]
        self.ends = list(range(1, len(self.spans) + 1))

    def reduce_known_names(self) -> None:
        """Put the abbreviations of bodies that the reference tables know in the place of their names."""
        for start, end, entry in Gazetteer.from_tables().matches(self.folded):
            first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
            if entry.label in _MASKED and first < last:
                self.forms[first:last] = [_abbreviations().get(entry.name, [_BLANK]), *[[]] * (last - first - 1)]
                self.ends[first] = last

    def blank(self, names: list[tuple[int, int]]) -> None:
        """Pass over names that were tagged, but not over abbreviations in them ("UN Secretary-General")."""
        begins = [start for start, _ in self.places]
        for start, end in names:
            fresh = True
            for number in range(bisect_left(begins, start), bisect_left(begins, end)):
                whole = self.ends[number] == number + 1
                if self.forms[number] and whole and not self.folded[slice(*self.spans[number])].isupper():
                    self.forms[number] = [_BLANK] if fresh else []
                    fresh = False

    def resolve_this_country(self) -> None:
        """Put the state that was named last in the place of "this country" or "the country"."""
        states = {bisect_left(self.starts, start): name for start, name in _states(self.folded)}
        named: list[str] = []
        for number, start in enumerate(self.starts):
            form = self.folded[start : self.spans[number][1]]
            if number in states:
                named = states[number]
            elif form[0].isupper() and form.lower() in _adjectives():
                named = _adjectives()[form.lower()]
            elif named and form.lower() == "country" and self.forms[number - 1] in (["this"], ["that"], ["the"]):
                self.forms[number] = named

    def words(self) -> Iterator[Word]:
        """Yield what stands for the words of each sentence."""
        sentences = split_sentences(self.text)[["start", "end", "sentence"]].values.tolist()
        rows = iter([*sentences, [len(self.text) + 1] * 3])
        start, end, sentence = next(rows)
        for number, (begin, _) in enumerate(self.places):
            while begin >= end:
                start, end, sentence = next(rows)
            if begin >= start:
                for form in self.forms[number]:
                    yield Word(form, begin, self.places[self.ends[number] - 1][1], sentence)


def read_words(text: str, names: list[tuple[int, int]] | None) -> list[Word]:
    """Return the words of all sentences, with "this country" resolved and, if `names` is given, names reduced."""
    reader = _Reader(text)
    if names is not None:
        reader.reduce_known_names()
        reader.blank(names)
    reader.resolve_this_country()
    return list(reader.words())


def _bare(word: str) -> str:
    return word.removesuffix("'s")


def _states(folded: str) -> Iterator[tuple[int, list[str]]]:
    """Yield where each name of a state begins, and the words of its short name."""
    for start, _, entry in Gazetteer.from_tables().matches(folded):
        if entry.label == "STATE":
            yield start, _WORD.findall(entry.name.lower())


@cache
def _abbreviations() -> dict[str, list[str]]:
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
        found[row.name] = list(dict.fromkeys(forms)) or [_BLANK]
    return found


@cache
def _adjectives() -> dict[str, list[str]]:
    """Return the state that an adjective of one word ("Afghan") belongs to."""
    table = reference.states()
    pairs = zip(table["adjective"].str.lower(), table["short_name"], strict=True)
    return {adjective: _WORD.findall(name.lower()) for adjective, name in pairs if adjective.isalpha()}
