"""Attendance: the lists of a text that say who took part, from all who look for them.

The phrases that announce a list are tried one after the other, as the text has them, and the lists beside each are
read. Every step has a module of its own, and each knows only those before it:

- `helpers.parties`: whom what is named stands for, `helpers.office_holders`: who acts for a state;
- `helpers.list_gaps`: what stands between two names of a list, `helpers.list_reader`: how lists are read;
- `helpers.attendance_phrases`: where phrases stand, `helpers.beside_phrases`: which lists beside them are meant;
- `helpers.other_lists` and `helpers.enumerations`: lists that no phrase announces.

`helpers.participants` makes tables of what is found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import pandas as pd

from helpers.attendance_phrases import beginnings_in, is_only_wished, phrases_at
from helpers.beside_phrases import Phrase, those_who_attended
from helpers.columns import Columns
from helpers.enumerations import read_by_place, read_by_words_around
from helpers.folding import Folded
from helpers.list_reader import MOST_NAMES, SEVERAL, SHORT, ListReader
from helpers.other_lists import read_without_phrases
from helpers.parties import Party
from helpers.texts import sentence_spans


class Lists:
    """The lists of participants in a text.

    Parameters
    ----------
    text : str
        The text.
    entities : pandas.DataFrame or dict of str to list
        Its entities, as a table or in columns.

    Attributes
    ----------
    unread : list of (int, int)
        Start and end of each phrase that announces a list in which no party was recognized.
    guessed : list of (int, int)
        Start and end of a list that was taken although no words say that its parties attended.

    Examples
    --------
    >>> from helpers.entities import tag_entities
    >>> text = "Chile and Peru took part."
    >>> [party.name for party in Lists(text, tag_entities(text)).attending()]
    ['Peru', 'Chile']
    """

    def __init__(self, text: str, entities: pd.DataFrame | Columns) -> None:
        self._lists = ListReader(text, entities)
        self.unread: list[tuple[int, int]] = []
        self.guessed: list[tuple[int, int]] = []
        self._told_likewise = -1

    def attending(self) -> Iterator[Party]:
        """Yield the parties of all lists, as they are read; some come twice. The title is read if the rest has none."""
        lists = self._lists
        spans = sentence_spans(lists.text)
        found = list(self._attending(spans))
        if not found and (title := _title(lists.text)):
            found = list(self._attending((title,)))
        found += read_without_phrases(lists, spans)
        found += read_by_words_around(lists, spans)
        yield from found
        if len({party.iso3 for party in found if party.kind == "state"}) < SEVERAL:
            guessed = read_by_place(lists, spans)
            self.guessed = [(guessed[0].start, guessed[-1].end)] if guessed else []
            yield from guessed

    def _attending(self, spans: tuple[tuple[int, int, int], ...]) -> Iterator[Party]:
        """Yield the parties of the lists in these sentences."""
        lists, folded = self._lists, self._lists.folded
        starts = folded.ahead_all([start for start, _, _ in spans])
        stops = folded.ahead_all([end for _, end, _ in spans])
        done, told = 0, -1  # where the last phrase ended, and the last sentence in which one had a list
        for word, following, begin in beginnings_in(folded):
            number = bisect_right(starts, begin) - 1
            if begin < done or number < 0 or begin >= stops[number]:
                continue
            phrases, sides = phrases_at(word, following)
            start, end, _ = spans[number]
            stop = stops[number]
            match = phrases.match(folded.lower, begin, stop)
            if match is None:
                continue
            done = match.end() - 2 * match.group().endswith(" in")  # "met in the presence of"
            side = sides[match.lastindex - 1]
            follows = "the following" in match.group()
            if side == "listed" and not follows and ":" not in folded.text[done : done + SHORT]:
                continue  # a list that no colon announces
            if side == "meets":
                done = begin + len(word)  # "meeting at the invitation of"
            if is_only_wished(match, lists.ahead(start)):
                continue
            if follows and (colon := _colon(folded, match.start(), done, stop)):
                yield from lists.forward(folded.back(colon - 1, colon)[1], len(lists.text) if colon == stop else end)
                continue
            if (side == "listed" or match.group() in _ALSO_HEADINGS) and (
                colon := _heading(folded, match, lists.ahead(start), stop)
            ):
                yield from lists.forward(folded.back(colon - 1, colon)[1], end)
                continue
            if _SAID_AGAIN.match(match.group()) and told != number:
                continue  # "and so did Peru", where nobody attended before
            announced = folded.text[done:stop].strip() == ":"  # the list stands on the lines that follow
            again = told == number and folded.lower.endswith("and ", 0, match.start())
            last = len(lists.text) if announced else end
            found = list(self._read(match, side, start, last, announced=announced, again=again))
            told = number if found else told
            yield from found

    def _read(
        self, match: re.Match[str], side: str, start: int, end: int, *, announced: bool, again: bool
    ) -> Iterator[Party]:
        """Read the lists before and after a phrase, where they belong to it."""
        lists = self._lists
        first, last = lists.folded.back(*match.span())
        before = lists.backward(start, first) if side in _SIDES_BEFORE else []
        reads_on = side not in {"before", "listed", "officers", "with", "meets"} or announced
        if match.group() in _HOSTS or (side == "before" and lists.folded.text.startswith(": ", match.end())):
            reads_on = _is_next(lists, last) or side == "before"  # "co-hosts Peru and Chile", "eleven came: Peru …"
        after = lists.forward(last, end) if reads_on else []
        if not after and _ANNOUNCES.search(match.group()):
            self.unread.append((first, last))
        phrase = Phrase(match, side, first, last, start, end, announced, again)
        before, after = those_who_attended(lists, phrase, before, after)
        yield from before
        yield from after
        if before:
            yield from self._likewise(first, end)

    def _likewise(self, start: int, end: int) -> Iterator[Party]:
        """Yield those of whom the same is said without a verb: "…, Peru as an observer"; once for each sentence."""
        lists = self._lists
        if end == self._told_likewise:
            return
        self._told_likewise = end
        listed: list[Party] = []  # a list that begins behind a comma, or nothing
        before = start
        for number in range(bisect_left(lists.starts, start), len(lists.starts)):
            entity = lists.entities[number]
            if entity.end > end:
                return
            place = lists.ahead(entity.start)
            begins = _COMMA_BEFORE.search(lists.folded.lower, max(0, place - SHORT), place) is not None
            if not listed or not lists.is_list_gap(before, entity.start):
                listed = []
            listed = [*listed[-MOST_NAMES:], *lists.party(entity)] if listed or begins else []
            before = entity.end
            if begins and _WITHOUT_VERB.match(lists.folded.lower, lists.ahead(entity.end)):
                yield from listed
                listed = []


_SIDES_BEFORE = {"before", "both", "gathers", "pair", "visit", "offices", "officers", "with", "meets"}
_SAID_AGAIN = re.compile(r"(?:so|as) (?:did|was|were)$")
_HOSTS = {"hosts", "host", "co-hosts", "co-chairs", "co-chair"}
_ALSO_HEADINGS = {"in the chair", "in attendance"}
_ANNOUNCES = re.compile(
    r"\battended by|participa\w+ of$|(?:participants|attendees|attending|members|guests) includ"
    r"|(?:taking part|participating|attending|present) .*(?:was|were)$|^present were|brought together"
)
"""The phrases behind which a list of names is sure to stand; those before a verb are often about "the parties"."""
_COMMA_BEFORE = re.compile(r"(?:[,;]|[,;]? and|,? while) (?:the )?$")
_WITHOUT_VERB = re.compile(
    r" (?:as (?:an? |the )?(?:\w+ )?(?:observers?|guests?|members?|partners?|hosts?|co-chairs?)"
    r"|through (?:its|his|her|their)|at (?:the level of|\w+ level)"
    r"|only (?:on|in|at|for|during)|online|by video|via video|in person|that of)\b"
)


def _title(text: str) -> tuple[int, int, int] | None:
    """Return where the title stands, which is no sentence."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    spans = sentence_spans(text)
    return (start, end, 0) if start < end and (not spans or spans[0][0] >= end) else None


def _colon(folded: Folded, first: int, start: int, stop: int) -> int:
    """Return where the list begins that "the following delegations attended the meeting in Lima:" announces."""
    colon = folded.text.find(":", start, stop) + 1
    between = folded.lower[first:colon]
    if not colon or not _ATTENDED.search(between) or _STAYED_AWAY.search(between):
        return 0
    return stop if not folded.text[colon:stop].strip() else colon


def _heading(folded: Folded, match: re.Match[str], start: int, stop: int) -> int:
    """Return where the list begins that follows a heading on the same line ("Participants: Chile, Peru")."""
    opens = not folded.text[max(start, match.start() - 2) : match.start()].strip(" \n.;")
    opens = opens or match.group() in _STANDS_BEFORE_LIST
    colon = re.compile(r" ?:(?= ?\S)").match(folded.text, match.end(), stop)
    return colon.end() if opens and colon else 0


_STANDS_BEFORE_LIST = {"participating", "attending", "taking part", "represented", "present"}
_ATTENDED = re.compile(
    r"\b(?:attend(?:ed|ing)?|took part|taking part|participated|(?:are|were) participating"
    r"|(?:was|were) (?:present|represented)|joined|came|met"
    r"|sent|(?:was|were) there)\b"
)
_STAYED_AWAY = re.compile(r"\b(?:not|never|no|absent|unable|regrets|apologies|declined|will|would|invited)\b")


def _is_next(lists: ListReader, place: int) -> bool:
    """Tell whether a name stands right behind a place."""
    number = bisect_left(lists.starts, place)
    return number < len(lists.starts) and lists.text[place : lists.starts[number]] in {" ", " the "}
