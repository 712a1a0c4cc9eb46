"""Lists of parties, read name by name from the place where one begins, or back from the verb before which it ends.

Here is what stands in a list, where it goes on and where it stops: `ListReader` knows the entities of a text and whom
each stands for. Whether those of a list attended is told elsewhere: beside phrases (`helpers.attendance`), by the words
around (`helpers.enumerations`), or by what was done (`helpers.other_lists`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cache, cached_property

import pandas as pd

from helpers.columns import Columns, columns_of
from helpers.folding import fold
from helpers.gazetteer import Gazetteer
from helpers.list_gaps import RELATED, is_gap_in_list, list_words
from helpers.office_holders import with_persons
from helpers.parties import (
    Entity,
    Party,
    behind_office,
    entities_in,
    gazetteer_of,
    in_brackets,
    is_party_of_list,
    is_subject,
)
from helpers.texts import sentence_spans

BOTH, SEVERAL = 2, 3
"""So many are a pair; so many names make a list of those who issue a statement."""
SHORT, LONG = 20, 80
"""So many characters before or behind a name are looked at."""
MOST_NAMES = 300
"""A list is read up to here: there are 195 states."""
_LONGEST_GAP = 1000
"""No more characters stand between two names of a list, whatever they are."""
INTRODUCTION = re.compile(
    r"(?:In|On|At|During|After|Before|Following|Earlier|Later|Today|Yesterday|For|From|[A-Z][a-z]+ing)\b[^,;.]{0,120}, "
)
"""What may stand before the subject of a sentence: "At the summit, "."""
NAME_AND_COMMA = re.compile(r"\W{0,4}(?:(?:[A-Z][\w.'’-]*|bin|ibn|al|de|van|von|the) ){1,10}?[A-Z][\w.'’-]*, (?:the )?")
"""A name that opens a line, before an office."""
_NAMED_BEFORE = re.compile(rf"{NAME_AND_COMMA.pattern}\Z")
_NAME_OF_ONE = re.compile(
    r",? (?:(?:Mr|Mrs|Ms|Dr)\b|H\.|(?:[A-Z][a-z'’-]+|[A-Z][a-z]?\.(?: ?[A-Z][a-z]?\.)?) ?[A-Z][a-z'’-]+)"
)
_OF_THESE = re.compile(
    r"\b(?:of|from) (?:these|those|the said|the above) (?:[a-z]+ )?(?:countries|states|nations|parties) $"
)
_JOINED = re.compile(r"(?:\band|,)(?: also| then| later| both| \w+ly)? $")
_HAS_VERB = re.compile(
    r"(?:,? (?:[A-Z\u00c0-\u024f]\S*|bin|al|de|van|von))*,?(?: \([^()]*\))?"
    r" (?!(?:and|or|of|in|on|to|for|by)\b)[a-z]"
)
"""What stands behind a subject: its name, and a word in small letters that may be a verb."""
_SMALL_WORD = re.compile(r" ([a-z]+)")
_LEFT_OUT = re.compile(
    r"\b(?:neither|nor|except(?: for)?|without|no (?:representatives?|delegations?|delegates?) (?:of|from)|none of"
    r"|(?:apologies|regrets)(?: \w+){0,4} (?:from|of)|absence of)"
    r"(?: the)?(?: (?:delegations?|representatives?) of)?(?: the)? $"
)
_WORDS_LEFT_OUT = frozenset(["nor", "neither", "except", "without", "no", "none", "apologies", "regrets", "absence"])
"""One of them is in it."""
_ABSENT = re.compile(
    r" (?:(?:was|were|being) )?(?:absent|excused|unrepresented|unable to)\b"
    r"|(?: has| have| had)? (?:sent|expressed|conveyed|presented) (?:no|its|their|his|her)"
    r" (?:apologies|regrets|excuses)\b"
)
_STAYED_BEHIND = re.compile(
    r",? wh(?:ich|o) (?:(?:(?:had|have|has) )?sent no|(?:did|had|have|has|were|was|could) not|(?:were|was) unable)\b"
)
_SPOKEN_OF = re.compile(
    r"\b(?:(?:speaking|spoke|acting) (?:on behalf of|for|in the name of)"
    r"|(?:report|brief|inform|comment|speak|spoke)(?:ed|s)? (?:on|about)) (?:the )?$"
)
_REPRESENTS = re.compile(rf", representing (?:[a-z-]+ ){{0,6}}$|, on the (?:side|part) of (?:the )?$|{RELATED}$")
_RELATIVE = re.compile(
    r", (?:wh(?:o|om|ich|ose)|(?:at|on|upon) the (?:kind )?invitation of|(?:speaking|acting) (?:for|on)|accompanied by"
    r"|joined by|flanked by) "
)
_NAMED_ONE_BY_ONE = re.compile(
    r"(?: \d+)?(?: \([A-Z\d]+\))?(?: (?:countries|states|members|partners))?(?: -|:| \((?!\w+\)))"
)
_MEMBERS_OF = re.compile(r"\bmember (?:states|countries) of (?:the )?$")
_AND_THE = re.compile(r"(?: \([A-Z]+\))? and (?:the )?")


class _Remembered(dict[int, int]):
    """What is known, and what a function told."""

    def __init__(self, function: Callable[[int], int], known: Iterable[tuple[int, int]]) -> None:
        super().__init__(known)
        self._function = function

    def __missing__(self, place: int) -> int:
        self[place] = self._function(place)
        return self[place]


class ListReader:
    """The entities of a text, and how lists of them are read.

    Parameters
    ----------
    text : str
        The text.
    entities : pandas.DataFrame or dict of str to list
        Its entities, as a table or in columns.

    Attributes
    ----------
    text : str
        The text.
    folded : helpers.folding.Folded
        The text as it is read.
    entities : list of Entity
        What can stand in a list, in the order of the text.
    starts : list of int
        Where each of them begins.

    Examples
    --------
    >>> from helpers.entities import tag_entities
    >>> text = "Chile and Peru took part."
    >>> lists = ListReader(text, tag_entities(text))
    >>> [party.name for party in lists.forward(0, len(text))]
    ['Chile', 'Peru']
    >>> [party.name for party in lists.backward(0, text.index(" took"))]
    ['Peru', 'Chile']
    """

    def __init__(self, text: str, entities: pd.DataFrame | Columns) -> None:
        self.text = text
        self.folded = fold(text)
        self._table = columns_of(entities, ("start", "end", "label", "text", "name", "iso3"))
        # most lists are read from both ends, and the answers are the same
        self.party = cache(self.party)
        self.is_list_gap = cache(self.is_list_gap)
        self._is_left_out = cache(self._is_left_out)
        self._is_represented = cache(self._is_represented)
        self._ends_clause = cache(self._ends_clause)
        self._places_of = cache(self.folded.places_of)
        everybody = with_persons(entities_in(text, self._table), self.folded)
        self.entities = [
            entity
            for number, entity in enumerate(everybody)
            if not (number and self._is_same(everybody[number - 1], entity)) and not is_subject(text, entity)
        ]
        self.starts = [entity.start for entity in self.entities]

    @cached_property
    def ahead(self) -> Callable[[int], int]:
        """Return where a place of the text lies in the folded text: those of entities and sentences are known."""
        spans = sentence_spans(self.text)
        places = [*self._table["start"], *self._table["end"]]
        places += [*(start for start, _, _ in spans), *(end for _, end, _ in spans)]
        known = zip(places, self.folded.ahead_all(places), strict=True)
        return _Remembered(self.folded.ahead, known).__getitem__

    @cached_property
    def _names(self) -> Gazetteer:
        return gazetteer_of(self._table)

    def has_word(self, words: frozenset[str], start: int, end: int) -> bool:
        """Tell whether one of these words, in small letters, stands between two places of the text."""
        places = self._places_of(words)
        number = bisect_left(places, self.ahead(start))
        return number < len(places) and places[number] < self.ahead(end)

    def _is_same(self, one: Entity, other: Entity) -> bool:
        """Tell two posts of one person: "the Minister of Peru and President of the Council, Mr. Soto"."""
        between = self.text[one.end : other.start] if one.label == other.label == "POST" else ""
        if other.label == "POST" and self.text[other.start - 1 : other.start] == "/":
            return True  # "High Representative for Foreign Affairs/Vice-President of the Commission"
        if between == " and " and _NAMED_BEFORE.search(self.text, max(0, one.start - LONG), one.start):
            return all(party.kind == "official" for party in self.party(other))
        if between not in {" and ", ", "} or not _NAME_OF_ONE.match(self.text, other.end):
            return False
        if between == ", ":  # "Special Envoy of the Council, Head of its Office Ana Ruiz"
            return all(party.kind == "official" for post in (one, other) for party in self.party(post))
        before = self.text[max(0, one.start - 4) : one.start].lower()
        bare = one.start == 0 or before.endswith((". ", "\n", ", ", "by "))  # as one language without articles has it
        return before == "the " or (bare and all(party.kind == "official" for party in self.party(other)))

    def forward(self, start: int, end: int) -> list[Party]:
        """Read the list that begins right after a phrase, from its first name to its last."""
        found: list[Party] = []
        first = bisect_left(self.starts, start)
        for number in range(first, min(first + MOST_NAMES, len(self.starts))):
            entity = self.entities[number]
            if entity.end > end or not self.is_list_gap(start, entity.start):
                break
            if self._is_represented(entity):
                continue
            if self._is_left_out(entity) or self._opens_clause(start, entity):
                break
            if _STAYED_BEHIND.match(self.folded.lower, self.ahead(entity.end)):
                return []  # "Chad and Mali, which sent no delegations"
            found += self.party(entity)
            start = entity.end
        if len(found) > BOTH and found[0].kind == "organization":
            behind = _NAMED_ONE_BY_ONE.match(self.folded.text, self.ahead(found[0].end))
            return found[1:] if behind else found  # "the ministers of the Baltic Three - Estonia, Latvia …"
        return found

    def backward(self, start: int, stop: int) -> list[Party]:
        """Read the list that ends right before a verb, from its last name to its first."""
        found: list[Party] = []
        stop = self._before_relative_clause(start, stop)
        if self._follows_and(start, stop):
            return self._subject(start, stop)  # "issued a report on Peru and met": a name before "and" is no subject
        clause = 0  # so many were found before the clause of the last name began
        last = bisect_left(self.starts, stop) - 1
        for number in range(last, max(-1, last - MOST_NAMES), -1):
            entity = self.entities[number]
            if entity.start < start:
                return found
            if entity.end > stop:
                continue
            if not self.is_list_gap(entity.end, stop, before_verb=True):
                return found or self._subject(start, stop) or self._of_these(start, stop)
            if ";" in self.text[entity.end : stop]:
                clause = len(found)
            if self._is_left_out(entity):
                return found[:clause]
            if found and self._ends_clause(entity):
                return found
            if self._is_represented(entity):
                continue
            found += self.party(entity)
            stop = entity.start
        return found

    def behind_list(self, found: list[Party], end: int) -> str:
        """Return what follows on a list in its sentence."""
        number = bisect_right(self.starts, found[-1].start) - 1
        place = max(self.entities[number].end, found[-1].end)
        return self.folded.text[self.ahead(place) : self.ahead(min(end, place + LONG * SEVERAL))]

    def has_verb(self, entity: Entity) -> bool:
        """Tell whether a word that stands in no list follows on a name."""
        word = _SMALL_WORD.match(self.folded.text, self.ahead(entity.end))
        return word is not None and word[1] not in list_words()

    def party(self, entity: Entity) -> tuple[Party, ...]:
        """Return the party behind an entity, if it is one of the list."""
        if entity.label == "PERSON":
            return (Party(entity.start, entity.end, entity.name, entity.iso3, "state"),)
        if entity.label in {"GOV", "POST"}:
            party = behind_office(self.text, entity, self._names)
        else:
            kind = "state" if entity.label == "STATE" else "organization"
            name = entity.name or self.text[entity.start : entity.end]
            party = Party(entity.start, entity.end, name, entity.iso3, kind)
        if party.kind != "organization" or is_party_of_list(self.folded, entity) or self._meets_state(entity):
            return (party,)
        return ()

    def is_list_gap(self, start: int, end: int, *, before_verb: bool = False) -> bool:
        """Tell whether nothing but the small change of lists stands between two names."""
        if end - start > _LONGEST_GAP:
            return False
        place, stop = self.ahead(start), self.ahead(end)
        return is_gap_in_list(self.folded.text, place, stop, before_verb=before_verb)

    def _of_these(self, start: int, stop: int) -> list[Party]:
        """Read the longest list of a sentence before "the ministers of these countries met"."""
        place = self.ahead(stop)
        if not _OF_THESE.search(self.folded.lower, max(self.ahead(start), place - LONG), place):
            return []
        lists: list[list[Party]] = [[]]
        for number in range(bisect_left(self.starts, start), bisect_left(self.starts, stop)):
            entity = self.entities[number]
            if lists[-1] and not self.is_list_gap(self.entities[number - 1].end, entity.start):
                lists.append([])
            lists[-1] += self.party(entity)
        longest = max(lists, key=len)
        return longest if len(longest) >= SEVERAL else []

    def _subject(self, start: int, stop: int) -> list[Party]:
        """Read the list that opens a sentence if a verb is joined to its verb: "Peru was invited and attended"."""
        begin, until = self.ahead(start), self.ahead(stop)
        joined = _JOINED.search(self.folded.text, max(begin, until - SHORT), until)
        if not joined or self.folded.text.find(";", begin, until) >= 0:
            return []
        introduction = INTRODUCTION.match(self.folded.text, begin, until)
        place = self.folded.back(*[introduction.end()] * 2)[0] if introduction else start
        found = self.forward(place, stop)
        if not found:
            return []
        return found if _HAS_VERB.match(self.behind_list(found, stop)) else []

    def _follows_and(self, start: int, stop: int) -> bool:
        """Tell whether nothing but "and" stands between the last name and a verb."""
        number = bisect_left(self.starts, stop) - 1
        if number < 0 or self.entities[number].end > stop or self.entities[number].start < start:
            return False
        begin = self.entities[number].end
        gap = self.text[begin : min(begin + SHORT, stop)].strip(" ,")
        return gap in {"and", "or", "but", "and also"}

    def _before_relative_clause(self, start: int, stop: int) -> int:
        """Pass over ", who had just been elected to preside over the Council," before a verb."""
        begin, place = self.ahead(start), self.ahead(stop)
        if not self.folded.text[max(begin, place - SHORT) : place].rstrip().endswith(","):
            return stop
        clauses = [match.start() for match in _RELATIVE.finditer(self.folded.lower, max(begin, place - 300), place)]
        return self.folded.back(clauses[-1], clauses[-1] + 1)[0] if clauses else stop

    def _opens_clause(self, before: int, entity: Entity) -> bool:
        """Tell whether a name behind a semicolon has a verb of its own ("; South Sudan sent apologies")."""
        if ";" not in self.text[before : entity.start]:
            return False
        return self.has_verb(entity)

    def _is_left_out(self, entity: Entity) -> bool:
        """Tell whether those of the list, from this one on, are said not to attend ("neither", "apologies from")."""
        place = self.ahead(entity.start)
        places = self._places_of(_WORDS_LEFT_OUT)
        number = bisect_left(places, place) - 1
        is_near = number >= 0 and places[number] >= place - LONG
        if is_near and _LEFT_OUT.search(self.folded.lower, max(0, place - LONG), place):
            return True
        return _ABSENT.match(self.folded.text, self.ahead(entity.end)) is not None

    def _is_represented(self, entity: Entity) -> bool:
        """Tell whether a name only says whom the one before it represents (", representing the Presidency,")."""
        place = self.ahead(entity.start)
        before = self.folded.lower[max(0, place - LONG) : place]
        told = "representing" in before or before.endswith((" of ", " of the "))
        return told and _REPRESENTS.search(before) is not None

    def _ends_clause(self, entity: Entity) -> bool:
        """Tell whether a clause ends in this name: somebody speaks for it or about it.

        "Speaking on behalf of the Group, Cuba", "Chile reported on the Task Force, Peru and Fiji spoke".
        """
        place = self.ahead(entity.start)
        if not self.folded.lower.endswith((" of ", " for ", " on ", " about ", " the "), 0, place):
            return False  # as most
        return _SPOKEN_OF.search(self.folded.lower, max(0, place - 40), place) is not None

    def _meets_state(self, entity: Entity) -> bool:
        """Tell an organization whose states meet another one: "the member states of ASEAN and Peru"."""
        place = self.ahead(entity.start)
        if entity.label != "IGO" or not _MEMBERS_OF.search(self.folded.lower, max(0, place - LONG), place):
            return False
        number = bisect_right(self.starts, entity.start)
        while number < len(self.starts) and in_brackets(self.text, self.starts[number], self.entities[number].end):
            number += 1
        if number == len(self.starts) or self.entities[number].label != "STATE":
            return False
        between = self.folded.text[self.ahead(entity.end) : self.ahead(self.starts[number])]
        return _AND_THE.fullmatch(between) is not None
