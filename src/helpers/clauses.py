"""The little grammar that reports of meetings need: words and marks, noun phrases that can speak, reporting verbs.

What it knows about words stands in two tables, ``speakers.csv`` and ``reporting_verbs.csv``; here are only the closed
classes of English (determiners, prepositions, auxiliaries …) and the order in which things stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

import numpy as np

from helpers import reference
from helpers.folding import Folded, in_small_letters
from helpers.tokens import TOKEN, Cutter, ranges, remembered


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DETERMINERS = _set("the a an this that these those its their our his her my your")
DEFINITE = _set("the this that these those its our")
PREPOSITIONS = _set(
    "of at to in on for from by with without between among amongst against about into onto over under during after "
    "before since until through throughout via within upon across behind beyond despite concerning regarding "
    "including toward towards as than like per following pursuant according"
)
CONJUNCTIONS = _set("and or but nor while whereas although though because if when where whether unless")
SUBORDINATE = _set("because while whereas although though if when as since where whether that which")
RELATIVES = _set("who which that whom whose")
BE = _set("is are was were be been being am")
HAVE = _set("has have had having")
MODALS = _set("will would shall do does did")
OUGHT = _set("should can could may might must cannot")
"""After these a verb reports no position: "The parties should support the process"."""
CATENATIVES = _set("like wish wishes wished want wants wanted continue continues continued")
"""With "to" after them they lead to the verb: "would like to thank"."""
AUXILIARIES = BE | HAVE | MODALS | OUGHT
_ADVERBS = _set(
    "also further furthermore once again both all each not hereby therefore thus still even too then together alike "
    "today now moreover always ever never anew alone very"
)
_NO_ADVERBS = _set("assembly family supply reply ally rally apply rely comply imply monopoly only early")
_PRONOUN_LIKE = _set("all both most some many others several neither either")
_TITLES = _set("mr mrs ms dr prof")
_OF_THE_MEETING = _set("participating contracting signatory attending concerned")
"""With these before it, the noun "States" means those that meet, also in capitals: "the Participating States"."""
STOPS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | RELATIVES | AUXILIARIES | _set("it they we i there")
_FUNCTION_WORDS = PREPOSITIONS | _set("that : it themselves itself ourselves himself herself")

_MODIFIERS = 8
"""How many words may stand before the noun of a speaker: "the Central Asian foreign ministers"."""
_BEYOND = 100
"""How far before the beginning or behind the end of a sentence somebody may ask for a word."""
_IN_A_ROW = 6
"""How many adverbs, names or members of a list are read in a row."""

NO_POSITION = "no position"
"""The kind of verbs that tell what happened or was talked about: "discussed", "exchanged"."""


# -- Words and marks ---------------------------------------------------------------------------------------------------


class Tokens(NamedTuple):
    """The words and marks of a sentence, in columns.

    Attributes
    ----------
    written : tuple of str
        Each as it is written.
    low : tuple of str
        Each in small letters.
    kinds : str
        For each a letter of `_kind`.
    start : list of int
        Where it stands in the folded text.
    label : list of str
        The label of the entity that it belongs to; empty if there is none.
    entity_end : list of int
        Where that entity ends in the folded text.
    verbs : list of int
        At which places a verb of the table may begin.
    """

    written: Sequence[str]
    low: Sequence[str]
    kinds: str
    start: list[int]
    label: list[str]
    entity_end: list[int]
    verbs: list[int]

    def end(self, place: int) -> int:
        """Return where it ends in the folded text."""
        return self.start[place] + len(self.low[place])


def read_tokens(
    folded: Folded, spans: Iterable[tuple[int, int]], entities: tuple[list[int], list[int], list[str]]
) -> Iterator[Tokens | None]:
    """Yield the words and marks of each sentence that may report a position, and None for all others.

    Parameters
    ----------
    folded : Folded
        Any text.
    spans : iterable of (int, int)
        Start and end of its sentences in the text as it was given, in order.
    entities : tuple of (list of int, list of int, list of str)
        Starts, ends and labels of its entities in the text as it was given, in order.

    Yields
    ------
    Tokens or None

    Examples
    --------
    >>> [sentence] = read_tokens(Folded("The SCO’s Secretary-General thanked all."), [(0, 40)], ([], [], []))
    >>> sentence.low
    ('the', "sco's", 'secretary-general', 'thanked', 'all', '.')
    """
    spans = list(spans)
    begins, stops = (folded.ahead_all([span[side] for span in spans]) for side in (0, 1))
    with_verb = _sentences_with_verb(folded, begins)
    named = _apart(folded, *entities)
    cutter = Cutter(folded)
    for first in range(0, len(spans), _AT_ONCE):
        numbers = range(first, min(first + _AT_ONCE, len(spans)))
        read = [number for number in numbers if number in with_verb]
        *found, sizes = cutter.between([begins[number] for number in read], [stops[number] for number in read])
        *every, verbs = _tokens(cutter.different, *found, named)
        ends = np.cumsum(sizes)
        lasts = dict(zip(read, zip(ends.tolist(), np.searchsorted(verbs, ends).tolist(), strict=True), strict=True))
        places = verbs.tolist()
        done = done_verbs = 0
        for number in numbers:
            last, last_verb = lasts.get(number, (done, done_verbs))
            own = [place - done for place in places[done_verbs:last_verb]]
            yield Tokens(*(column[done:last] for column in every), own) if done < last else None
            done, done_verbs = last, last_verb


_AT_ONCE = 5_000
"""So many sentences are read at once: one by one takes longer, and all of them much memory."""


def _tokens(different: list[str], which: np.ndarray, start: np.ndarray, entities: _Entities) -> Tokens:
    """Return the words and marks of sentences in one row: from those that differ, which each is, where it starts.

    Where verbs may stand is returned as an array.
    """
    columns = [np.array(column, dtype=object) for column in zip(*map(_word, different), strict=True)]
    written, low, kind = columns or [np.array([], dtype=object)] * 3
    some = slice(*_overlapping(entities, start))
    firsts, lasts, names = (column[some] for column in entities)
    begins, stops = np.searchsorted(start, firsts), np.searchsorted(start, lasts)
    named = np.repeat(np.arange(len(names)), stops - begins)
    places = ranges(begins, stops - begins)
    label, entity_end, kinds = np.full(len(which), "", dtype=object), np.zeros(len(which), int), kind[which]
    label[places], entity_end[places], kinds[places] = names[named], lasts[named], "n"
    parts = written[which], low[which], kinds, start, label, entity_end
    of_words, in_small, letters, *others = (part.tolist() for part in parts)
    known = _verbs()
    may_be_verb = np.fromiter((word in known for word in low), dtype=bool, count=len(low))
    return Tokens(tuple(of_words), tuple(in_small), "".join(letters), *others, np.flatnonzero(may_be_verb[which]))


def _overlapping(entities: _Entities, start: np.ndarray) -> tuple[int, int]:
    """Return which entities, from a first to a last (excluded), can have one of these words."""
    if not len(start):
        return 0, 0
    firsts, lasts, _ = entities
    return int(np.searchsorted(lasts, start[0], side="right")), int(np.searchsorted(firsts, start[-1], side="right"))


def _sentences_with_verb(folded: Folded, begins: list[int]) -> set[int]:
    """Return which sentences have a word with which a verb that reports a position may begin."""
    places = folded.places_of(_first_words_that_report())
    return set((np.searchsorted(begins, places, side="right") - 1).tolist())


_Word = tuple[str, str, str]
"""As it is written, in small letters, and of which kind: `_kind`."""


@remembered
def _word(written: str) -> _Word:
    """Return what a word or a mark is."""
    low = in_small_letters(written)
    return written, low, _kind(written, low)


def _kind(written: str, low: str) -> str:
    """Return whether a word may be the noun of a speaker (n), stand before one (m), be its article (d), or none (x)."""
    if low in _nouns() or any(map(str.isupper, written)):
        return "n"
    if low in DETERMINERS:
        return "d"
    return "m" if _may_modify(low) else "x"


@lru_cache(maxsize=10_000)
def _may_modify(low: str) -> bool:
    """Tell whether a word may stand before the noun of a speaker."""
    if low in STOPS or not low[0].isalnum():
        return low == "'"
    return not any(verb.words == (low,) and verb.tense != "plural" for verb in _verbs().get(low, ()))


_LEADS_TO_NOUN = re.compile("m*n")
_BEGINS_PHRASE = re.compile("d?m*n")


_Entities = tuple[np.ndarray, np.ndarray, np.ndarray]
"""First and last place of each, and its label."""


def _apart(folded: Folded, starts: list[int], ends: list[int], labels: list[str]) -> _Entities:
    """Return where entities stand in the folded text, and their labels; of two that overlap there the first."""
    firsts, lasts = (np.array(folded.ahead_all(places), dtype=np.int64) for places in (starts, ends))
    names = np.array(labels, dtype=object)
    if np.all(firsts < lasts) and np.all(lasts[:-1] <= firsts[1:]):
        return firsts, lasts, names
    done = np.maximum.accumulate(np.append(0, lasts[:-1]))  # where all before have ended
    firsts = np.maximum(firsts, done)
    kept = firsts < lasts
    return firsts[kept], lasts[kept], names[kept]


@lru_cache(maxsize=10_000)
def is_abbreviation(word: str) -> bool:
    """Tell whether a word is written as an abbreviation of one body: two capitals, or a capital and a digit.

    Examples
    --------
    >>> [is_abbreviation(word) for word in ("SCO", "EurAsEC", "G20", "Council", "2014", "FMs")]
    [True, True, True, False, False, False]
    """
    if word.endswith("s") and word[:-1].isupper():
        return False
    capitals = sum(map(str.isupper, word))
    return len(word) <= 12 and (capitals >= 2 or (capitals == 1 and word[0].isupper() and any(map(str.isdigit, word))))


# -- What the tables know ----------------------------------------------------------------------------------------------


class Noun(NamedTuple):
    """A row of ``speakers.csv``."""

    words: tuple[str, ...]
    kind: str
    number: str
    consensus: str


class Verb(NamedTuple):
    """One form of a row of ``reporting_verbs.csv``."""

    words: tuple[str, ...]
    tense: str
    """plural (we stress), singular (it stresses), past (they stressed) or participle (they have stressed)"""
    kind: str
    takes: frozenset[str]
    passive: frozenset[str]


class Phrase(NamedTuple):
    """A noun phrase in tokens (last excluded); its consensus is empty if it is no speaker (an event, a document)."""

    first: int
    last: int
    number: str
    consensus: str
    kind: str


_PRONOUN, _QUANTIFIER = _set("pronoun"), _set("quantifier")
_OF_SPEAKERS = _set("noun person body event")
"""Kinds of rows in ``speakers.csv``."""
TENSES = ("plural", "singular", "past", "participle")
_ANY_TENSE = frozenset(TENSES)


def _split(phrase: str) -> list[str]:
    return [match.group().lower() for match in TOKEN.finditer(Folded(phrase).text)]


@cache
def _nouns() -> dict[str, list[Noun]]:
    """Return all rows of ``speakers.csv`` by their first word, the longest first."""
    found: dict[str, list[Noun]] = {}
    for row in reference.words("speakers").itertuples():
        words = tuple(_split(row.pattern))
        found.setdefault(words[0], []).append(Noun(words, row.kind, row.number, row.consensus))
    for rows in found.values():
        rows.sort(key=lambda row: -len(row.words))
    return found


@cache
def _verbs() -> dict[str, list[Verb]]:
    """Return all forms of the reporting verbs by their first word, the longest first."""
    found: dict[str, list[Verb]] = {}
    for row in reference.words("reporting_verbs").itertuples():
        forms = row.forms.split("|")
        if len(forms) == 3:
            forms.append(forms[2])  # stressed, stressed
        for tense, ways in zip(TENSES, forms, strict=True):
            for words in dict.fromkeys(tuple(_split(way)) for way in ways.split("/")):
                verb = Verb(words, tense, row.kind, frozenset(row.takes.split()), frozenset(row.passive.split()))
                found.setdefault(words[0], []).append(verb)
    for rows in found.values():
        rows.sort(key=lambda verb: -len(verb.words))
    return found


@lru_cache(maxsize=10_000)
def _standing(first: str, second: str) -> list[Verb]:
    """Return the forms of verbs that may stand where these two words do; adverbs may stand between their words."""
    verbs = _verbs().get(first, [])
    return verbs if _is_adverb(second) else [verb for verb in verbs if verb.words[1:2] in {(), (second,)}]


@lru_cache(maxsize=10_000)
def _nouns_standing(first: str, second: str) -> list[Noun]:
    """Return the rows of ``speakers.csv`` that may stand where these two words do."""
    return [noun for noun in _nouns().get(first, ()) if noun.words[1:2] in {(), (second,)}]


@cache
def _never_first() -> frozenset[str]:
    """Return the small words with which no noun phrase begins: "of", "which", "will"."""
    return STOPS - DETERMINERS - _nouns().keys()


@cache
def _reporting() -> frozenset[str]:
    """Return the first words of the verbs that report a position."""
    return frozenset(first for first, verbs in _verbs().items() if any(verb.kind != NO_POSITION for verb in verbs))


@cache
def _first_words_that_report() -> frozenset[str]:
    """Return what stands of these in a text of single words, without hyphens and the like."""
    return frozenset(re.split(r"[-'.&+/]", first)[0] for first in _reporting())


@cache
def _reporting_alone() -> frozenset[str]:
    """Return those of them that need no other word."""
    return frozenset(
        first
        for first, verbs in _verbs().items()
        if any(verb.kind != NO_POSITION and len(verb.words) == 1 for verb in verbs)
    )


# -- One sentence ------------------------------------------------------------------------------------------------------


class Clause:
    """The words of a sentence, with what can be read at each place of it.

    Parameters
    ----------
    tokens : Tokens
        The sentence.
    they, it : str
        For whom these two words speak here: a consensus, or "" if they do not speak.
    """

    def __init__(self, tokens: Tokens, they: str = "all", it: str = "") -> None:
        self.tokens = tokens
        self.size = len(tokens.low)
        self._lows = tokens.low
        self.low: Callable[[int], str] = [*self._lows, *[""] * _BEYOND].__getitem__
        """Return the word or mark at a place in small letters; empty beyond the sentence."""
        self._meant = {"they": they, "it": it}
        self._phrases: dict[int, Phrase | None] = {}
        self.verbs = {place: _standing(self._lows[place], self.low(place + 1)) for place in tokens.verbs}
        """The verbs of the table that may begin at a place."""
        self.last_verb = next(filter(self._reports, reversed(self.verbs)), -1)
        """The last place at which a verb stands that may report a position; -1 if there is none."""

    def _reports(self, place: int) -> bool:
        if self._lows[place] in _reporting_alone():
            return True
        return any(verb.kind != NO_POSITION and self._matches(place, verb.words) for verb in self.verbs[place])

    @cached_property
    def _shouting(self) -> bool:
        """Whether no letter is small."""
        return not any(text != text.upper() for text in self.tokens.written)

    def next_phrase(self, place: int) -> int:
        """Return the first place from here on at which a noun phrase may begin; the size of the sentence if none."""
        found = _BEGINS_PHRASE.search(self.tokens.kinds, place)
        return found.start() if found else self.size

    def is_word(self, place: int) -> bool:
        """Tell whether a word or a number stands here, no mark."""
        return self._lows[place][0].isalnum()

    def _is_capitalized(self, place: int) -> bool:
        return self.tokens.written[place][0].isupper()

    def is_adverb(self, place: int) -> bool:
        """Tell whether the word here is an adverb, of those that stand between a speaker and a verb."""
        return _is_adverb(self.low(place))

    def after_adverbs(self, place: int, step: int = 1) -> int:
        """Return the first place from here on (or, with step -1, back) that is no adverb."""
        for _ in range(_IN_A_ROW):
            if not _is_adverb(self.low(place)):
                break
            place += step
        return place

    # noun phrases

    def coordination(self, place: int) -> Phrase | None:
        """Return the noun phrase that begins here, with those that "and" joins to it."""
        phrase = self.phrase(place)
        several = False
        while phrase is not None:
            following = self._joined(phrase.last, several)
            if following is None:
                break
            phrase = Phrase(phrase.first, following.last, "plural", _common(phrase, following), phrase.kind)
            several = True
        return phrase

    def _joined(self, place: int, several: bool) -> Phrase | None:
        """Return the noun phrase that is joined here; ", and" joins only the last one of several."""
        if self.low(place) == ",":
            if self.low(place + 1) in {"and", "or"}:
                return self.phrase(place + 2) if several else None
            return self.phrase(place + 1) if self._is_list(place) else None
        if self.low(place) in {"and", "or", "&"}:
            return self.phrase(place + 1)
        if self.low(place) == "as" and self.low(place + 1) == "well" and self.low(place + 2) == "as":
            return self.phrase(place + 3)
        return None

    def _is_list(self, place: int) -> bool:
        """Tell whether noun phrases follow, parted by commas, of which the last is joined by "and"."""
        for _ in range(2 * _IN_A_ROW):
            if self.low(place) not in {",", "and", "or"}:
                return False
            last = self.low(place) != "," or self.low(place + 1) in {"and", "or"}
            phrase = self.phrase(place + 1 + (last and self.low(place) == ","))
            if phrase is None or last:
                return phrase is not None
            place = phrase.last
        return False

    def phrase(self, place: int) -> Phrase | None:
        """Return the noun phrase that begins here, if its noun can be a speaker (or an event, to be passed over)."""
        if place not in self._phrases:
            self._phrases[place] = self._read_phrase(place) if 0 <= place < self.size else None
        return self._phrases[place]

    def _read_phrase(self, place: int) -> Phrase | None:
        first = place
        low = self.low(place)
        if low in _never_first() and self.tokens.written[place].islower() and not self.tokens.label[place]:
            return None
        quantifier = None
        if low in _nouns():
            pronoun = self._pronoun(place)
            if pronoun is not None:
                return pronoun
            quantifier = self.noun(place, _QUANTIFIER)
            if quantifier is not None:
                place += len(quantifier.words)
        definite = self.low(place) in DEFINITE
        if self.low(place) in DETERMINERS:
            place += 1
        found = self._head(place, definite) or (self._bare_name(place) if place == first else None)
        if found is None:
            return None
        head, last = found
        if head.words == ("states",) and quantifier is None:
            head = self._which_states(head, place, last, is_bare=place == first)
        if quantifier is None or not head.consensus:
            return Phrase(first, last, head.number, head.consensus, head.kind)
        if head.number == "singular" and quantifier.number == "plural":
            return None
        return Phrase(first, last, quantifier.number, quantifier.consensus, head.kind)

    def _which_states(self, head: Noun, place: int, last: int, *, is_bare: bool) -> Noun:
        """Return the noun "states" for some of them, where it stands bare or behind a name: "the Atlantic States"."""
        modifiers = range(place, last - 1)
        named = (
            not self.tokens.label[step]
            and not is_abbreviation(self.tokens.written[step])
            and self._is_capitalized(step)
            for step in modifiers
            if self.low(step) not in _OF_THE_MEETING and (step or self._is_capitalized(last - 1))
        )
        if not any(named) and (modifiers or not is_bare):
            return head
        return head._replace(number="any" if modifiers else head.number, consensus="unspecified")

    def _pronoun(self, place: int) -> Phrase | None:
        row = self.noun(place, _PRONOUN)
        if row is None or self.tokens.label[place]:
            return None
        last = place + len(row.words)
        if row.words[0] in _PRONOUN_LIKE and not self._verb_comes(last):
            return None
        if row.words[0] in _PRONOUN_LIKE and self.low(last) == "states" and self._verb_comes(last + 1):
            return None  # "Most States stressed": a noun, and no verb
        if row.words[0] == "i" and self.tokens.written[place] != "I":
            return None
        consensus = self._meant.get(row.words[0], row.consensus)
        return Phrase(place, last, row.number, consensus, row.kind) if consensus else None

    def _verb_comes(self, place: int) -> bool:
        place = self.after_adverbs(place)
        return self.verb(place, _ANY_TENSE) is not None or self.low(place) in AUXILIARIES

    def noun(self, place: int, kinds: Set[str]) -> Noun | None:
        """Return the row of ``speakers.csv``, of one of these kinds, that stands here."""
        for row in _nouns_standing(self.low(place), self.low(place + 1)):
            if row.kind in kinds and self._lows[place : place + len(row.words)] == row.words:
                return row
        return None

    def _head(self, place: int, definite: bool) -> tuple[Noun, int] | None:
        """Return the noun at the end of the words that begin here, and where it ends."""
        best: tuple[Noun, int] | None = None
        limit = place + _MODIFIERS
        while leading := _LEADS_TO_NOUN.match(self.tokens.kinds, place, limit):
            place = leading.end() - 1
            found = self._head_here(place, definite)
            if found is None:
                if not _may_modify(self._lows[place]):
                    break
                place += 1
                continue
            noun, place, soft = found
            best = noun, place
            if soft and self.low(place + 1) == "that" and self.verb(place, {"singular"}):
                break  # "The SCO states that …"
            if not soft:
                nearer = self._head_here(place, definite) if place < self.size else None
                if nearer is None or nearer[0].kind == noun.kind == "person":
                    return noun, self._with_name(place) if noun.kind == "person" else place
            limit = place + _MODIFIERS // 2
        return best

    def _head_here(self, place: int, definite: bool) -> tuple[Noun, int, bool] | None:
        """Return the noun here, where it ends, and whether a better one may follow ("SCO" in "SCO member states")."""
        ends = self.tokens.entity_end
        if self.tokens.label[place] and (place == 0 or ends[place - 1] != ends[place]):
            return self._entity(place)
        noun = self.noun(place, _OF_SPEAKERS)
        if noun is not None and not self._is_possessive(place + len(noun.words) - 1):
            is_body = noun.kind == "body"
            if not is_body or definite or self._is_capitalized(place):
                return noun, place + len(noun.words), is_body
        if not self._shouting and is_abbreviation(self.tokens.written[place]) and not self._is_possessive(place):
            return Noun((), "body", "singular", "organization"), place + 1, True
        return None

    def _entity(self, place: int) -> tuple[Noun, int, bool] | None:
        ends, label = self.tokens.entity_end, self.tokens.label[place]
        last = place
        while last < self.size and ends[last] == ends[place]:
            last += 1
        if self._is_possessive(last - 1):
            return None
        if label == "IGO" or (label == "INITIATIVE" and is_abbreviation(self.tokens.written[place])):
            return Noun((), "body", "singular", "organization"), last, True
        if label in {"STATE", "GOV"}:
            number = "any" if label == "STATE" else "singular"
            return Noun((), "body", number, "unspecified"), last, True
        if label == "POST":
            return Noun((), "person", "singular", "unspecified"), last, False
        return Noun((), "event", "any", ""), last, False

    def _is_possessive(self, place: int) -> bool:
        if self.low(place).endswith("'s"):
            return True
        return self.low(place + 1) == "'" and self.tokens.start[place + 1] == self.tokens.end(place)

    def _with_name(self, place: int) -> int:
        """Return where the name after a title ends ("President" Biden, "Mr." Lavrov)."""
        if self.low(place) == "." and self.low(place - 1) in _TITLES:
            place += 1
        for _ in range(_IN_A_ROW):
            initial = self.low(place) == "." and len(self.low(place - 1)) == 1
            name = place < self.size and self._is_capitalized(place) and not self._is_possessive(place)
            if not (initial or name):
                break
            place += 1
        return place

    def _bare_name(self, place: int) -> tuple[Noun, int] | None:
        """Return a person without a title ("Sergey Lavrov stressed"): capital letters, and a reporting verb at once."""
        first = place
        while place - first < _IN_A_ROW and place < self.size and self._is_name(place):
            place += 1
        one_word = place - first == 1 and (first == 0 or self.low(first - 1) in {".", '"', ":"})
        if place == first or one_word or self._shouting:
            return None
        verb = self.verb(self.after_adverbs(place), {"past", "singular"})
        if verb is None or verb[0].kind == NO_POSITION:
            return None
        return Noun((), "person", "singular", "unspecified"), place

    def _is_name(self, place: int) -> bool:
        text = self.tokens.written[place]
        return text[0].isupper() and text[1:].islower() and not self.tokens.label[place] and text.lower() not in STOPS

    # verbs

    def verb(self, place: int, tenses: Set[str]) -> tuple[Verb, int] | None:
        """Return the verb of the table that begins here in one of the tenses, and where it ends."""
        for verb in self.verbs.get(place, ()):
            if verb.tense in tenses:
                last = self._matches(place, verb.words)
                if last and self._takes(verb, last):
                    return verb, last
        return None

    def participle(self, place: int) -> tuple[Verb, int] | None:
        """Return the participle that begins here, of a verb that reports in the passive, and where it ends."""
        for verb in self.verbs.get(place, ()):
            if verb.tense == "participle" and verb.passive:
                last = self._matches(place, verb.words)
                if last:
                    return verb, last
        return None

    def _matches(self, place: int, words: tuple[str, ...]) -> int:
        """Return where these words end if they begin here, else 0; adverbs may stand inside ("are firmly ready")."""
        if len(words) == 1:
            return place + 1 if self.low(place) == words[0] else 0
        for step, word in enumerate(words):
            if step and self.low(place) != word:
                place = self.after_adverbs(place)
            if self.low(place) != word:
                return 0
            place += 1
        return place

    def _takes(self, verb: Verb, place: int) -> bool:
        """Tell whether what follows fits the verb: "aims" needs "at" or "to"; "supported by" is no past."""
        place = self.after_adverbs(place)
        following = self.low(place)
        if following == "by" and verb.tense in {"past", "participle"} and verb.kind != NO_POSITION:
            return "by" in verb.takes
        if following in {"", ".", "'s", ")"}:
            return verb.kind == NO_POSITION
        if verb.takes & {"noun", following}:
            return True
        if "that" in verb.takes and following in {":", '"', "'"}:
            return True
        if following == ",":  # stated, inter alia, that
            closing = next((step for step in range(place + 1, place + 9) if self.low(step) == ","), 0)
            return bool(closing) and self.low(closing + 1) in verb.takes
        if verb.takes <= _FUNCTION_WORDS:
            return False
        return any(self.low(step) in verb.takes for step in range(place, place + 6))


@lru_cache(maxsize=10_000)
def _is_adverb(low: str) -> bool:
    return low in _ADVERBS or (low.endswith("ly") and low not in _NO_ADVERBS and len(low) > 4)


def _common(one: Phrase, other: Phrase) -> str:
    """Return the consensus of two speakers together."""
    if not one.consensus or not other.consensus:
        return ""
    if one.consensus == other.consensus:
        return one.consensus
    return "all" if "all" in {one.consensus, other.consensus} else "unspecified"
