"""Attendance: the lists of a text that say who took part, read name by name.

The phrases that announce a list stand in ``data/words/attendance.csv``, the small words between two of its names in
``data/words/list_words.csv``. Here is how the names beside a phrase are read, and what is no list of participants
though it looks like one. `helpers.participants` makes tables of what is found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache, cached_property

import pandas as pd

from helpers.attendance_phrases import beginnings_in, is_only_wished, phrases_at
from helpers.columns import Columns, columns_of
from helpers.enumerations import read_by_place, read_by_words_around
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

# --- reading lists -----------------------------------------------------------------------------------------------


class _Remembered(dict[int, int]):
    """What is known, and what a function told."""

    def __init__(self, function: Callable[[int], int], known: Iterable[tuple[int, int]]) -> None:
        super().__init__(known)
        self._function = function

    def __missing__(self, place: int) -> int:
        self[place] = self._function(place)
        return self[place]


class Lists:
    """The lists of participants in a text.

    Parameters
    ----------
    text : str
        The text.
    entities : pandas.DataFrame or dict of str to list
        Its entities, as a table or in columns.

    Examples
    --------
    >>> from helpers.entities import tag_entities
    >>> text = "Chile and Peru took part."
    >>> [party.name for party in Lists(text, tag_entities(text)).attending()]
    ['Peru', 'Chile']
    """

    def __init__(self, text: str, entities: pd.DataFrame | Columns) -> None:
        self.text = text
        self.folded = fold(text)
        self._table = columns_of(entities, ("start", "end", "label", "text", "name", "iso3"))
        # most lists are read from both ends, and the answers are the same
        self._party = cache(self._party)
        self.is_list_gap = cache(self.is_list_gap)
        self._is_left_out = cache(self._is_left_out)
        self._is_represented = cache(self._is_represented)
        self._ends_clause = cache(self._ends_clause)
        everybody = with_persons(entities_in(text, self._table), self.folded)
        self.entities = [
            entity
            for number, entity in enumerate(everybody)
            if not (number and self._is_same(everybody[number - 1], entity)) and not is_subject(text, entity)
        ]
        self.starts = [entity.start for entity in self.entities]
        self.unread: list[tuple[int, int]] = []
        self.guessed: list[tuple[int, int]] = []
        self._told_likewise = -1

    @cached_property
    def ahead(self) -> Callable[[int], int]:
        """Return where a place of the text lies in the folded text: those of entities and sentences are known."""
        spans = sentence_spans(self.text)
        places = [*self._table["start"], *self._table["end"]]
        places += [*(start for start, _, _ in spans), *(end for _, end, _ in spans)]
        known = zip(places, self.folded.ahead_all(places), strict=True)
        return _Remembered(self.folded.ahead, known).__getitem__

    def _is_same(self, one: Entity, other: Entity) -> bool:
        """Tell two posts of one person: "the Minister of Peru and President of the Council, Mr. Soto"."""
        between = self.text[one.end : other.start] if one.label == other.label == "POST" else ""
        if other.label == "POST" and self.text[other.start - 1 : other.start] == "/":
            return True  # "High Representative for Foreign Affairs/Vice-President of the Commission"
        if between == " and " and _NAMED_BEFORE.search(self.text, max(0, one.start - _LONG), one.start):
            return all(party.kind == "official" for party in self._party(other))
        if between not in {" and ", ", "} or not _NAME_OF_ONE.match(self.text, other.end):
            return False
        if between == ", ":  # "Special Envoy of the Council, Head of its Office Ana Ruiz"
            return all(party.kind == "official" for post in (one, other) for party in self._party(post))
        before = self.text[max(0, one.start - 4) : one.start].lower()
        bare = one.start == 0 or before.endswith((". ", "\n", ", ", "by "))  # as one language without articles has it
        return before == "the " or (bare and all(party.kind == "official" for party in self._party(other)))

    @cached_property
    def _names(self) -> Gazetteer:
        return gazetteer_of(self._table)

    def attending(self) -> Iterator[Party]:
        """Yield the parties of all lists, as they are read; some come twice. The title is read if the rest has none."""
        spans = sentence_spans(self.text)
        found = list(self._attending(spans))
        if not found and (title := _title(self.text)):
            found = list(self._attending((title,)))
        for read in (self._below_headings(), self._two_sides(), self._acting(spans), self._signatories()):
            found += read
        found += read_by_words_around(self, spans)
        yield from found
        if len({party.iso3 for party in found if party.kind == "state"}) < _SEVERAL:
            guessed = read_by_place(self, spans)
            self.guessed = [(guessed[0].start, guessed[-1].end)] if guessed else []
            yield from guessed

    def _below_headings(self) -> Iterator[Party]:
        """Yield the parties of the lists below a heading of their own ("Participants")."""
        first = _HEADING.match(self.text, len(self.text) - len(self.text.lstrip()))
        for heading in [first] if first else _HEADING_WITHIN.finditer(self.text):
            number = bisect_left(self.starts, heading.end())
            if number < len(self.starts) and not self._has_verb(self.entities[number]):
                yield from self.forward(heading.end(), len(self.text))

    def _two_sides(self) -> Iterator[Party]:
        """Yield the states of the sides that took part or spoke: "on the Polish side", "The Polish side stressed"."""
        persons = (one for one in self.entities if one.label == "PERSON")
        sides = [one for one in persons if self.text.endswith((" side", "hip", "residency"), one.start, one.end)]
        if not sides:
            return
        spans = sentence_spans(self.text)
        starts = [start for start, _, _ in spans]
        spoke = []
        read: dict[int, tuple[int, bool]] = {}
        for side in sides:
            place = self.ahead(side.start)
            number = bisect_right(starts, side.start) - 1
            if number < 0 or side.end > spans[number][1]:
                continue
            start, stop = self.ahead(spans[number][0]), self.ahead(spans[number][1])
            if number not in read:  # once for each sentence, however many sides it names
                held = _TOOK_PLACE.search(self.folded.lower, start, stop)
                took_part = _ON_A_SIDE.search(self.folded.lower, start, stop) is not None
                read[number] = held.end() if held else stop + 1, took_part
            held_before, took_part = read[number]
            near = max(start, place - _SHORT)
            if held_before <= place and _UNDER_THE.search(self.folded.lower, near, place):
                yield from self._party(side)
            if took_part and _ON_THE.search(self.folded.lower, near, place):
                yield from self._party(side)
            opens = place - start == len("the ") and self.folded.lower.startswith("the ", start)
            if opens and self.text.endswith(" side", side.start, side.end):
                spoke.append(side)
        if len({side.iso3 for side in spoke}) == _BOTH and _BOTH_SIDES.search(self.folded.lower):
            for side in spoke:
                yield from self._party(side)

    def _acting(self, spans: tuple[tuple[int, int, int], ...]) -> Iterator[Party]:
        """Yield those in office who open a sentence and do what is done at meetings: "the ministers of Peru agreed"."""
        for start, end, _ in spans:
            number = bisect_left(self.starts, start)
            if number == len(self.starts) or self.starts[number] >= end:
                continue
            yield from self._actors(start, end)
            for clause in _CLAUSES.finditer(self.text, start, end):
                yield from self._actors(clause.end(), end)

    def _actors(self, start: int, end: int) -> list[Party]:
        """Read the subject with which a clause begins, if it is of persons in office and its verb one of meetings."""
        number = bisect_left(self.starts, start)
        if number == len(self.starts) or self.starts[number] > min(end, start + _LONG + _LONG):
            return []
        begin = self.ahead(start)
        if self.text[start : self.starts[number]] in _FOR_ONE:
            signed = _SIGNED_FOR.search(self.folded.lower, begin, self.ahead(end))
            return list(self._party(self.entities[number])) if signed else []
        introduction = _INTRODUCTION.match(self.folded.text, begin)
        if introduction:
            start = self.folded.back(introduction.end() - 1, introduction.end())[1]
            number = bisect_left(self.starts, start)
            if number == len(self.starts) or self.starts[number] >= end:
                return []
        first = self.entities[number]
        before = self.text[start : first.start]
        if first.label not in {"POST", "PERSON"} and not _names_persons(before) and not _GROUP.fullmatch(before):
            return self._launchers(introduction, start, end)
        found = self.forward(start, end)
        if not found or all(party.kind == "organization" for party in found):
            return []
        last = self.entities[bisect_right(self.starts, found[-1].start) - 1]
        if last.label == "PERSON" and self.text.endswith(_NO_PERSONS, last.start, last.end):
            return []  # "the British and French governments"
        behind = self.behind_list(found, end)
        several = len(found) > 1 or _SEVERAL_PERSONS.search(before) or _GROUP.fullmatch(before)
        did = (_DID_TOGETHER if several else _DID).match(behind)
        return [] if not did or _IN_YEAR.match(behind) else [party for party in found if party.kind != "organization"]

    def _launchers(self, introduction: re.Match[str] | None, start: int, end: int) -> list[Party]:
        """Read those who open a sentence and launch something: "At the summit, Peru and Chile launched the Pledge"."""
        if introduction is None or not _AT_A_MEETING.match(introduction.group()):
            return []
        if _YEAR.search(introduction.group()) and self.text[: self.folded.back(*introduction.span())[0]].strip():
            return []  # a meeting of the past, if another sentence stands before
        found = self.forward(start, end)
        several = len(found) > 1 and any(party.kind == "state" for party in found)
        return found if several and _LAUNCHED.match(self.behind_list(found, end)) else []

    def behind_list(self, found: list[Party], end: int) -> str:
        """Return what follows on a list in its sentence."""
        number = bisect_right(self.starts, found[-1].start) - 1
        place = max(self.entities[number].end, found[-1].end)
        return self.folded.text[self.ahead(place) : self.ahead(min(end, place + _LONG * _SEVERAL))]

    def _signatories(self) -> Iterator[Party]:
        """Yield the states whose offices stand on lines of their own, with or without a name: who signed was there."""
        signed = []
        for entity in self.entities:
            if entity.label not in {"POST", "STATE"}:
                continue
            before = self.text[max(0, entity.start - _SHORT) : entity.start]
            before = before if entity.start > _SHORT else "\n" + before
            after = (self.text[entity.end : entity.end + _LONG] + "\n").split("\n")[0]
            _, line_begins, first = before.rpartition("\n")
            alone = line_begins and first.strip().lower() in _BEFORE_SIGNATURE[entity.label]
            if entity.label == "POST" and not alone:  # "His Highness Sheikh Isa bin Salman Al Khalifa, Emir of …"
                _, line_begins, first = ("\n" + self.text[max(0, entity.start - _LONG) : entity.start]).rpartition("\n")
                alone = bool(_NAME_AND_COMMA.fullmatch(first))
            if alone and _SIGNATURE.fullmatch(after):
                signed += [party for party in self._party(entity) if party.kind == "state"]
        if len({party.iso3 for party in signed}) >= _SEVERAL:
            yield from signed

    def _attending(self, spans: tuple[tuple[int, int, int], ...]) -> Iterator[Party]:
        """Yield the parties of the lists in these sentences."""
        starts = self.folded.ahead_all([start for start, _, _ in spans])
        stops = self.folded.ahead_all([end for _, end, _ in spans])
        done, told = 0, -1  # where the last phrase ended, and the last sentence in which one had a list
        for word, following, begin in beginnings_in(self.folded):
            number = bisect_right(starts, begin) - 1
            if begin < done or number < 0 or begin >= stops[number]:
                continue
            phrases, sides = phrases_at(word, following)
            start, end, _ = spans[number]
            stop = stops[number]
            match = phrases.match(self.folded.lower, begin, stop)
            if match is None:
                continue
            done = match.end() - 2 * match.group().endswith(" in")  # "met in the presence of"
            side = sides[match.lastindex - 1]
            follows = "the following" in match.group()
            if side == "listed" and not follows and ":" not in self.folded.text[done : done + _SHORT]:
                continue  # a list that no colon announces
            if side == "meets":
                done = begin + len(word)  # "meeting at the invitation of"
            if is_only_wished(match, self.ahead(start)):
                continue
            if follows and (colon := self._colon(match.start(), done, stop)):
                yield from self.forward(self.folded.back(colon - 1, colon)[1], len(self.text) if colon == stop else end)
                continue
            if (side == "listed" or match.group() in _ALSO_HEADINGS) and (
                colon := self._heading(match, self.ahead(start), stop)
            ):
                yield from self.forward(self.folded.back(colon - 1, colon)[1], end)
                continue
            if _SAID_AGAIN.match(match.group()) and told != number:
                continue  # "and so did Peru", where nobody attended before
            announced = self.folded.text[done:stop].strip() == ":"  # the list stands on the lines that follow
            again = told == number and self.folded.lower.endswith("and ", 0, match.start())
            last = len(self.text) if announced else end
            found = list(self._read(match, side, start, last, announced=announced, again=again))
            told = number if found else told
            yield from found

    def _colon(self, first: int, start: int, stop: int) -> int:
        """Return where the list begins that "the following delegations attended the meeting in Lima:" announces."""
        colon = self.folded.text.find(":", start, stop) + 1
        between = self.folded.lower[first:colon]
        if not colon or not _ATTENDED.search(between) or _STAYED_AWAY.search(between):
            return 0
        return stop if not self.folded.text[colon:stop].strip() else colon

    def _heading(self, match: re.Match[str], start: int, stop: int) -> int:
        """Return where the list begins that follows a heading on the same line ("Participants: Chile, Peru")."""
        opens = not self.folded.text[max(start, match.start() - 2) : match.start()].strip(" \n.;")
        opens = opens or match.group() in _STANDS_BEFORE_LIST
        colon = re.compile(r" ?:(?= ?\S)").match(self.folded.text, match.end(), stop)
        return colon.end() if opens and colon else 0

    def _read(
        self, match: re.Match[str], side: str, start: int, end: int, *, announced: bool, again: bool
    ) -> Iterator[Party]:
        """Read the lists before and after a phrase, where they belong to it."""
        first, last = self.folded.back(*match.span())
        before = self._backward(start, first) if side in _SIDES_BEFORE else []
        reads_on = side not in {"before", "listed", "officers", "with", "meets"} or announced
        if match.group() in _HOSTS or (side == "before" and self.folded.text.startswith(": ", match.end())):
            reads_on = self._is_next(last) or side == "before"  # "co-hosts Peru and Chile", "eleven came: Peru …"
        after = self.forward(last, end) if reads_on else []
        if not after and _ANNOUNCES.search(match.group()):
            self.unread.append((first, last))
        if after and self._fell_through(match, after[-1].end, end):
            return
        if match.group().endswith(("led by", "headed by")) and not self._is_of_delegates(start, last):
            return  # "the pillar led by Peru": a state of affairs, no meeting
        if after and match.group() in _TERMS and _OUGHT.match(self._behind(after)):
            return  # "the mission led by Peru will follow"
        if match.group().endswith("chaired by") and _STANDING.search(
            self.folded.lower, max(0, match.start() - _LONG - _LONG), match.start()
        ):
            return  # "a working group chaired by Peru"
        if self._is_no_meeting(match, start) or any(self._are_no_delegates(side) for side in (before, after)):
            return
        if side == "offices" and self._are_new(after):
            yield from after  # "The session welcomed Peru as a new member"
            return
        if side == "offices" and not before:
            return
        if side in _TESTS and not _TESTS[side](self, match, before, after):
            return
        if side == "host":
            after = [party for party in after if party.kind == "state"]
        if side == "pair" and not (before and after) and not (again and self._receives(match, before, after)):
            return
        speaks = len(after) >= _SEVERAL and self._opens(start, first) and not self._is_to_come(after[-1], end)
        if side == "issuers" and not announced and not speaks:
            return
        if len(after) == 1 and after[0].kind == "organization" and match.group().startswith("we"):
            return  # "We, the leaders of the G20": those who belong to it
        if side == "gathers" and not self._act(match, before, after):
            before = []  # "the project of Peru brought together leaders of Chile and Mali"
        if side == "before" and _convenes(match):
            before = self._without_group(before)
        yield from before
        yield from after
        if before:
            yield from self._likewise(first, end)

    def _likewise(self, start: int, end: int) -> Iterator[Party]:
        """Yield those of whom the same is said without a verb: "…, Peru as an observer"; once for each sentence."""
        if end == self._told_likewise:
            return
        self._told_likewise = end
        listed: list[Party] = []  # a list that begins behind a comma, or nothing
        before = start
        for number in range(bisect_left(self.starts, start), len(self.starts)):
            entity = self.entities[number]
            if entity.end > end:
                return
            place = self.ahead(entity.start)
            begins = _COMMA_BEFORE.search(self.folded.lower, max(0, place - _SHORT), place) is not None
            if not listed or not self.is_list_gap(before, entity.start):
                listed = []
            listed = [*listed[-_MOST_NAMES:], *self._party(entity)] if listed or begins else []
            before = entity.end
            if begins and _WITHOUT_VERB.match(self.folded.lower, self.ahead(entity.end)):
                yield from listed
                listed = []

    def _is_no_meeting(self, match: re.Match[str], start: int) -> bool:
        """Tell what parties do at no meeting: to join a treaty, to chair a committee in a year of the past."""
        place = match.start()
        before = self.folded.lower[max(self.ahead(start), place - _LONG) : place]
        if match.group() == "involved":
            return _OF_MEETING.search(before) is None
        if match.group().endswith("joined by"):
            if before.endswith(("has been ", "have been ", "since been ")):
                return _OF_MEETING.search(before) is None  # "the Call has been joined by": later, one by one
            return _TO_JOIN.search(before) is not None and _MEETING_ABOUT.search(before) is None
        return match.group() in _TERMS and _IN_YEAR.match(self.folded.lower, match.end()) is not None

    def _are_no_delegates(self, found: list[Party]) -> bool:
        """Tell troops or companies of states from their delegations."""
        place = self.ahead(min(party.start for party in found)) if found else 0
        return (
            bool(found) and _NO_DELEGATES.search(self.folded.lower, max(0, place - _SHORT - _SHORT), place) is not None
        )

    def _behind(self, found: list[Party]) -> str:
        """Return what follows on a list, in small letters."""
        number = bisect_right(self.starts, found[-1].start) - 1
        place = self.ahead(max(self.entities[number].end, found[-1].end))
        return self.folded.lower[place : place + _LONG + _LONG]

    def _pays_visit(self, match: re.Match[str], before: list[Party], after: list[Party]) -> bool:
        """Tell whether somebody of a state is said to visit another one now."""
        if not before or not after or any(party.kind != "state" for party in (*before, *after)):
            return False
        subject = self.folded.text[max(0, self.ahead(before[-1].start) - _LONG) : match.start()]
        past = match.string[: match.start()].endswith((" had ", " has ", " have ", "which "))
        return _OFFICE.search(subject) is not None and not past and not _IN_YEAR.match(self._behind(after))

    def _receives(self, match: re.Match[str], before: list[Party], after: list[Party]) -> bool:
        """Tell whether persons are welcomed, and not what they did ("welcomed the President's proposal")."""
        if not after or (before and all(party.kind == "organization" for party in before)):
            return False
        if self._are_new(after):
            return True
        persons = self.folded.text[match.end() : self.ahead(after[-1].end)]
        behind = self._behind(after)
        owned = "'s" in persons or behind.startswith("'") or re.match(r"[^,.;]{0,40} in [a-z]+ing\b", behind)
        return not owned and _OFFICE.search(persons) is not None

    def _are_new(self, found: list[Party]) -> bool:
        """Tell whether somebody is welcomed in the circle of those who meet: "welcomed Peru as a new member"."""
        return bool(found) and _AS_NEW.match(self._behind(found)) is not None

    def _are_welcomed(self, _: re.Match[str], __: list[Party], after: list[Party]) -> bool:
        """Tell whether those whom "we welcome" are new in the circle."""
        return self._are_new(after)

    def _speak(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether "we" are named one by one: "we - the President of Peru and the President of Chile - met"."""
        if not after or _WHO_WE_ARE.match(self.folded.text, match.end()) is None:
            return False
        several = len(after) > 1 and all(party.kind == "state" for party in after)
        office = _OFFICE.search(self.folded.text, match.end(), self.ahead(after[-1].end))
        return several and office is not None and _WE_DID.match(self._behind(after)) is not None

    def _signed(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether persons are said to sign something now."""
        if not after or _IN_YEAR.search(self._behind(after)[:_SHORT]):
            return False
        return _OFFICE.search(self.folded.text, match.end(), self.ahead(after[-1].end)) is not None

    def _is_welcome(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether a presence that is welcomed is one at the meeting."""
        return bool(after) and _AT_MEETING.match(self._behind(after)) is not None

    def _act(self, match: re.Match[str], before: list[Party], _: list[Party]) -> bool:
        """Tell whether those before a verb are persons in office."""
        if not before:
            return False
        place = self.ahead(min(party.start for party in before))
        return _OFFICE.search(self.folded.text, max(0, place - _LONG), match.start()) is not None

    def _are_with(self, match: re.Match[str], before: list[Party], _: list[Party]) -> bool:
        """Tell whether "with" stands before: "with Peru as host"."""
        place = self.ahead(min((party.start for party in before), default=0))
        return (
            bool(before)
            and re.search(r"\b(?:with|and) (?:the )?$", self.folded.lower[max(0, place - 12) : place]) is not None
        )

    def _meet(self, match: re.Match[str], before: list[Party], _: list[Party]) -> bool:
        """Tell whether several stand before a comma: "Peru and Chile, meeting in Lima,"."""
        return len(before) > 1 and match.string.endswith(", ", 0, match.start())

    def _at_event(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether what is organized is a meeting of now."""
        before = self.folded.lower[max(0, match.start() - _LONG) : match.start()]
        return bool(after) and _EVENT.search(before) is not None and not _IN_YEAR.match(self._behind(after))

    def _preside(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether those elected preside over the meeting."""
        return bool(after) and (
            _TO_THE_CHAIR.match(self._behind(after)) is not None
            or _AS_CHAIR.match(self.folded.lower, match.end()) is not None
        )

    def _lead(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether it is a delegation that is led: "led the Peruvian delegation"."""
        return bool(after) and " delegation" in self.text[after[0].start : after[-1].end + _SHORT]

    def _are_brought(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether parties are brought to a table."""
        return bool(after) and _TO_A_TABLE.match(self._behind(after)) is not None

    def _launch(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether several launch an initiative now: "the Pledge was launched in Lima by Peru and Chile"."""
        if len(after) < _BOTH or any(sign.isdigit() for sign in match.group()) or _IN_YEAR.match(self._behind(after)):
            return False
        before = self.folded.lower[max(0, match.start() - _LONG) : match.start()]
        return _INITIATIVE.search(before) is not None and not _IN_THE_PAST.search(before)

    def _are_heard(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether persons are heard."""
        return bool(after) and self._receives(match, after[:0], after)

    def _is_host(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether thanks go to a host."""
        return bool(after) and _HOSPITALITY.match(self._behind(after)) is not None

    def _without_group(self, found: list[Party]) -> list[Party]:
        """Leave out the body that meets: "The Council met", "the Quartet (A, B and C) met"."""
        left = []
        for party in found:
            place, end = self.ahead(party.start), self.ahead(party.end)
            joined = self.folded.lower.endswith(("and ", "and the "), max(0, place - 8), place)
            alone = len(found) == 1 and not joined
            opens = (
                party is found[-1]
                and len(found) > _BOTH
                and re.compile(r"(?: \([A-Z\d+-]+\) ?| ?(?!\([A-Z\d+-]+\)))[-(:]").match(self.folded.text, end)
            )
            if party.kind != "organization" or not (alone or opens):
                left.append(party)
        return left

    def _is_next(self, place: int) -> bool:
        """Tell whether a name stands right behind a place."""
        number = bisect_left(self.starts, place)
        return number < len(self.starts) and self.text[place : self.starts[number]] in {" ", " the "}

    def _fell_through(self, match: re.Match[str], start: int, end: int) -> bool:
        """Tell whether a meeting is said not to have been held ("a meeting with Peru had to be cancelled")."""
        first = self.ahead(start) if match.group().split()[0] in _MEETINGS else 0
        if not first:
            return False
        if match.group().endswith((" between", " among")) and _OUGHT.match(self.folded.lower, first):
            return True
        after = self.folded.lower[first : min(first + _LONG, self.ahead(end))]
        return _CANCELLED.match(after) is not None

    def _is_of_delegates(self, start: int, first: int) -> bool:
        """Tell whether what is led by somebody is a delegation or a meeting."""
        begin, place = self.ahead(start), self.ahead(first)
        return _DELEGATES.search(self.folded.lower, max(begin, place - _LONG), place) is not None

    def _opens(self, start: int, first: int) -> bool:
        """Tell whether a phrase is about those who speak: it opens the sentence, or "we" or "statement by" does."""
        return _OPENING.fullmatch(self.folded.lower, self.ahead(start), self.ahead(first)) is not None

    def _is_to_come(self, last: Party, end: int) -> bool:
        """Tell whether what the list is said to do lies ahead ("will continue", "should"), or that it stayed away."""
        begin = self.ahead(last.end)
        after = self.folded.lower[begin : min(begin + _SHORT + _SHORT, self.ahead(end))]
        return _TO_COME.match(after) is not None

    def _backward(self, start: int, stop: int) -> list[Party]:
        """Read the list that ends right before a verb, from its last name to its first."""
        found: list[Party] = []
        stop = self._before_relative_clause(start, stop)
        if self._follows_and(start, stop):
            return self._subject(start, stop)  # "issued a report on Peru and met": a name before "and" is no subject
        clause = 0  # so many were found before the clause of the last name began
        last = bisect_left(self.starts, stop) - 1
        for number in range(last, max(-1, last - _MOST_NAMES), -1):
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
            found += self._party(entity)
            stop = entity.start
        return found

    def _of_these(self, start: int, stop: int) -> list[Party]:
        """Read the longest list of a sentence before "the ministers of these countries met"."""
        place = self.ahead(stop)
        if not _OF_THESE.search(self.folded.lower, max(self.ahead(start), place - _LONG), place):
            return []
        lists: list[list[Party]] = [[]]
        for number in range(bisect_left(self.starts, start), bisect_left(self.starts, stop)):
            entity = self.entities[number]
            if lists[-1] and not self.is_list_gap(self.entities[number - 1].end, entity.start):
                lists.append([])
            lists[-1] += self._party(entity)
        longest = max(lists, key=len)
        return longest if len(longest) >= _SEVERAL else []

    def _subject(self, start: int, stop: int) -> list[Party]:
        """Read the list that opens a sentence if a verb is joined to its verb: "Peru was invited and attended"."""
        begin, until = self.ahead(start), self.ahead(stop)
        joined = _JOINED.search(self.folded.text, max(begin, until - _SHORT), until)
        if not joined or self.folded.text.find(";", begin, until) >= 0:
            return []
        introduction = _INTRODUCTION.match(self.folded.text, begin, until)
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
        gap = self.text[begin : min(begin + _SHORT, stop)].strip(" ,")
        return gap in {"and", "or", "but", "and also"}

    def _before_relative_clause(self, start: int, stop: int) -> int:
        """Pass over ", who had just been elected to preside over the Council," before a verb."""
        begin, place = self.ahead(start), self.ahead(stop)
        if not self.folded.text[max(begin, place - _SHORT) : place].rstrip().endswith(","):
            return stop
        clauses = [match.start() for match in _RELATIVE.finditer(self.folded.lower, max(begin, place - 300), place)]
        return self.folded.back(clauses[-1], clauses[-1] + 1)[0] if clauses else stop

    def forward(self, start: int, end: int) -> list[Party]:
        """Read the list that begins right after a phrase, from its first name to its last."""
        found: list[Party] = []
        first = bisect_left(self.starts, start)
        for number in range(first, min(first + _MOST_NAMES, len(self.starts))):
            entity = self.entities[number]
            if entity.end > end or not self.is_list_gap(start, entity.start):
                break
            if self._is_represented(entity):
                continue
            if self._is_left_out(entity) or self._opens_clause(start, entity):
                break
            if _STAYED_BEHIND.match(self.folded.lower, self.ahead(entity.end)):
                return []  # "Chad and Mali, which sent no delegations"
            found += self._party(entity)
            start = entity.end
        if len(found) > _BOTH and found[0].kind == "organization":
            behind = _NAMED_ONE_BY_ONE.match(self.folded.text, self.ahead(found[0].end))
            return found[1:] if behind else found  # "the ministers of the Baltic Three - Estonia, Latvia …"
        return found

    def _opens_clause(self, before: int, entity: Entity) -> bool:
        """Tell whether a name behind a semicolon has a verb of its own ("; South Sudan sent apologies")."""
        if ";" not in self.text[before : entity.start]:
            return False
        return self._has_verb(entity)

    def _has_verb(self, entity: Entity) -> bool:
        """Tell whether a word that stands in no list follows on a name."""
        word = _SMALL_WORD.match(self.folded.text, self.ahead(entity.end))
        return word is not None and word[1] not in list_words()

    def _is_left_out(self, entity: Entity) -> bool:
        """Tell whether those of the list, from this one on, are said not to attend ("neither", "apologies from")."""
        place = self.ahead(entity.start)
        before = self.folded.lower[max(0, place - _LONG) : place]
        follows_word = before[-2:-1].isalpha()  # most follow on a comma
        if follows_word and any(word in before for word in _WORDS_LEFT_OUT) and _LEFT_OUT.search(before):
            return True
        return _ABSENT.match(self.folded.text, self.ahead(entity.end)) is not None

    def _is_represented(self, entity: Entity) -> bool:
        """Tell whether a name only says whom the one before it represents (", representing the Presidency,")."""
        place = self.ahead(entity.start)
        before = self.folded.lower[max(0, place - _LONG) : place]
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

    def _party(self, entity: Entity) -> tuple[Party, ...]:
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

    def _meets_state(self, entity: Entity) -> bool:
        """Tell an organization whose states meet another one: "the member states of ASEAN and Peru"."""
        place = self.ahead(entity.start)
        if entity.label != "IGO" or not _MEMBERS_OF.search(self.folded.lower, max(0, place - _LONG), place):
            return False
        number = bisect_right(self.starts, entity.start)
        while number < len(self.starts) and in_brackets(self.text, self.starts[number], self.entities[number].end):
            number += 1
        if number == len(self.starts) or self.entities[number].label != "STATE":
            return False
        between = self.folded.text[self.ahead(entity.end) : self.ahead(self.starts[number])]
        return _AND_THE.fullmatch(between) is not None

    def is_list_gap(self, start: int, end: int, *, before_verb: bool = False) -> bool:
        """Tell whether nothing but the small change of lists stands between two names."""
        if end - start > _LONGEST_GAP:
            return False
        place, stop = self.ahead(start), self.ahead(end)
        return is_gap_in_list(self.folded.text, place, stop, before_verb=before_verb)


_SIDES_BEFORE = {"before", "both", "gathers", "pair", "visit", "offices", "officers", "with", "meets"}
_TESTS = {
    "officers": Lists._act,
    "with": Lists._are_with,
    "meets": Lists._meet,
    "meeting": Lists._at_event,
    "elected": Lists._preside,
    "heard": Lists._are_heard,
    "new": Lists._are_welcomed,
    "we": Lists._speak,
    "delegation": Lists._lead,
    "brought": Lists._are_brought,
    "launch": Lists._launch,
    "visit": Lists._pays_visit,
    "offices": Lists._receives,
    "signers": Lists._signed,
    "present": Lists._is_welcome,
    "hosts": Lists._is_host,
}
"""What is asked of the lists on some sides of a phrase."""
_OFFICE = re.compile(
    r"\b(?:[Pp]residents?|(?:[Pp]rime )?[Mm]inisters?|[Pp]remiers?|[Cc]hancellors?|[Ss]ecretar(?:y|ies)"
    r"|[Cc]ounterparts?|[Kk]ings?|[Qq]ueen|[Ee]mperor|[Ee]mir|[Aa]mir|[Ss]ultan|[Pp]rince|[Hh]eads? of"
    r"|[Ll]eaders?|[Dd]elegations?|[Aa]mbassadors?|[Rr]epresentatives?|[Ee]nvoys?|[Cc]ommissioners?|[Cc]hair(?:man|woman|person)?|[Dd]irectors?)\b"
)
_OF_MEETING = re.compile(
    r"\b(?:meetings?|talks|consultations|summit|negotiations|sessions?|conferences?|discussions?|conversations?"
    r"|dialogs?|debates?|seminars?|workshops?|forum|exercises?|gathering)\b"
)
_TO_JOIN = re.compile(
    r"\b(?:conventions?|treat(?:y|ies)|agreements?|protocols?|charter|initiatives?|statements?|declarations?|pact"
    r"|alliance|coalition|organization|union|appeals?|projects?|programs?|resolutions?)\b"
    r"(?: (?:on|of|for|against|concerning|between|among) [^,;]{1,60})?"
    r"(?: (?:was|were|is|are|had|also|now|already|since))*,? $"
)
_MEETING_ABOUT = re.compile(
    r"\b(?:meetings?|sessions?|summit|conference|discussions?|debate|talks|consultations|negotiations)"
    r" (?:[a-z]+ )?(?:of|on|about|for|under) "
)
_TERMS = frozenset(
    ["chaired", "co-chaired", "presided over", "hosted", "co-hosted", "headed by", "led by", "chaired by", "hosted by"]
)
"""What somebody may have done for a year."""
_IN_YEAR = re.compile(r"[^.;,]{0,60}?\b(?:(?:in|from|during|since|until|between) (?:19|20)\d\d|last [a-z]+)\b")
_NO_DELEGATES = re.compile(
    r"\b(?:troops|forces|soldiers|contingents?|units|ships|vessels|aircraft|planes|peacekeepers|companies|banks|firms"
    r"|businesses|students|tourists|athletes|volunteers|refugees|migrants|pilgrims|artists)"
    r" (?:from|of)(?: the)? $|\b(?:if|had|unless|whether) (?:the )?$"
)
_AT_MEETING = re.compile(
    r"[^,.;]{0,40}?(?: with (?:special|observer) status"
    r"|,? as (?:an? |the |special )*(?:\w+ ){0,2}(?:observers?|guests?|partners?|participants?"
    r"|invitees?)\b|,? (?:at|in|during) (?:the|this|our|their|today's) (?:[\w-]+ ){0,3}(?:meeting|session|summit"
    r"|conference|forum|talks|event|retreat|dialog|consultations|gathering)\b)|\W*(?:[.;]|$)"
)
_HOSPITALITY = re.compile(
    r"[^.;]{0,60}? for (?:(?:[\w-]+ ){0,6}?(?:hospitality|welcome|reception"
    r"|(?:excellent|good|high|thoughtful|careful|exemplary|successful|perfect) (?:[\w-]+ ){0,3}?"
    r"(?:organization|arrangements|preparation|organizing|hosting))"
    r"|(?:coming|being (?:here|with us)|joining|attending|(?:his|her|their) presence))\b"
)
_TO_A_TABLE = re.compile(
    r"(?: back)? (?:to (?:the|one|a|this) (?:\w+ )?(?:table|meeting|summit|conference)|together)\b"
)
_AS_NEW = re.compile(
    r" as (?:a |the |its |our )?(?:first |latest |\w+ )?new (?:members?|participants?|partners?|supporters?)"
    r"(?: (?:of|to|in) (?:the|our|this) (?:[\w-]+ ){0,4}?"
    r"(?:initiative|partnership|call|coalition|group|process|meeting|summit|forum|dialog|pledge)\b|[.,;]|$)"
    r"|,? wh(?:o|ich) (?:(?:was|were|is|are) (?:attending|joining|participating|taking part)|attended|joined"
    r"|participated|took part)(?: (?:in|at))?(?: (?:the|their|this|our|its) (?:[\w-]+ ){0,3}?(?:meeting|session|summit"
    r"|conference|forum|initiative))? for the first time\b"
)
_WHO_WE_ARE = re.compile(r" ?(?:-+|,) ?(?:the |his |her )?(?:[A-Z]|heads of|leaders of)")
_WE_DID = re.compile(r"[^-;.]{0,40}?(?: ?-+|,) ?(?!as well|as are|and our|wh)[a-z]+")
_STANDING = re.compile(
    r"\b(?:working group|task force|committee|commission|subgroup|board|pillar)(?: on [\w -]{1,40})?,? $"
)
_EVENT = re.compile(
    r"\b(?:events?|seminars?|workshops?|meetings?|round ?tables?|conferences?|sessions?|panels?|forum|symposium"
    r"|exercises?|training|consultations|discussions?|debates?)\b[^.;]*$"
)
_INITIATIVE = re.compile(
    r"\b(?:initiative|pledge|call|partnership|coalition|alliance|forum|process|compact|declaration|appeal|platform"
    r"|dialog|network)\b[^,.;]* $"
)
_IN_THE_PAST = re.compile(
    r"\b(?:(?:in|since|during)(?: [a-z]+)? (?:19|20)\d\d|recall\w*|remember\w*|after|when|since|once|already)\b"
)
_TO_THE_CHAIR = re.compile(
    r"[^.;]{0,60}?(?:\bas|\bto|,)? (?:(?:its|the|their|his|her) )*(?:[\w-]+ )?"
    r"(?:chair|president|vice-|rapporteur|bureau)"
)
_AS_CHAIR = re.compile(r"(?: as)? (?:its |the |their )?(?:chair|president|vice-|rapporteur)")
_SAID_AGAIN = re.compile(r"(?:so|as) (?:did|was|were)$")
_HOSTS = {"hosts", "host", "co-hosts", "co-chairs", "co-chair"}
_ALSO_HEADINGS = {"in the chair", "in attendance"}
_STANDS_BEFORE_LIST = {"participating", "attending", "taking part", "represented", "present"}
_OF_THESE = re.compile(
    r"\b(?:of|from) (?:these|those|the said|the above) (?:[a-z]+ )?(?:countries|states|nations|parties) $"
)
_JOINED = re.compile(r"(?:\band|,)(?: also| then| later| both| \w+ly)? $")
_INTRODUCTION = re.compile(
    r"(?:In|On|At|During|After|Before|Following|Earlier|Later|Today|Yesterday|For|From|[A-Z][a-z]+ing)\b[^,;.]{0,120}, "
)
_HAS_VERB = re.compile(
    r"(?:,? (?:[A-Z\u00c0-\u024f]\S*|bin|al|de|van|von))*,?(?: \([^()]*\))?"
    r" (?!(?:and|or|of|in|on|to|for|by)\b)[a-z]"
)
"""What stands behind a subject: its name, and a word in small letters that may be a verb."""
_ANNOUNCES = re.compile(
    r"\battended by|participa\w+ of$|(?:participants|attendees|attending|members|guests) includ"
    r"|(?:taking part|participating|attending|present) .*(?:was|were)$|^present were|brought together"
)
"""The phrases behind which a list of names is sure to stand; those before a verb are often about "the parties"."""
_MOST_NAMES = 300
"""A list is read up to here: there are 195 states."""
_LONGEST_GAP = 1000
"""No more characters stand between two names of a list, whatever they are."""
_LEFT_OUT = re.compile(
    r"\b(?:neither|nor|except(?: for)?|without|no (?:representatives?|delegations?|delegates?) (?:of|from)|none of"
    r"|(?:apologies|regrets)(?: \w+){0,4} (?:from|of)|absence of)"
    r"(?: the)?(?: (?:delegations?|representatives?) of)?(?: the)? $"
)
_WORDS_LEFT_OUT = ("nor", "neither", "except", "without", "no ", "none of", "apologies", "regrets", "absence")
"""One of them is in it: to look for words is faster."""
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
_NAME_OF_ONE = re.compile(
    r",? (?:(?:Mr|Mrs|Ms|Dr)\b|H\.|(?:[A-Z][a-z'’-]+|[A-Z][a-z]?\.(?: ?[A-Z][a-z]?\.)?) ?[A-Z][a-z'’-]+)"
)
_RELATIVE = re.compile(
    r", (?:wh(?:o|om|ich|ose)|(?:at|on|upon) the (?:kind )?invitation of|(?:speaking|acting) (?:for|on)|accompanied by"
    r"|joined by|flanked by) "
)
_ATTENDED = re.compile(
    r"\b(?:attend(?:ed|ing)?|took part|taking part|participated|(?:are|were) participating"
    r"|(?:was|were) (?:present|represented)|joined|came|met"
    r"|sent|(?:was|were) there)\b"
)
_TO_COME = re.compile(
    r"\W*(?:will|would|shall|should|may|might|must|can|could|to|stayed away|did not|(?:was|were) (?:absent|not)"
    r"|declined|boycotted)\b"
)
_STAYED_AWAY = re.compile(r"\b(?:not|never|no|absent|unable|regrets|apologies|declined|will|would|invited)\b")
_MEETINGS = {"meeting", "talks", "consultations", "summit", "dialog", "negotiations"}
_CANCELLED = re.compile(
    r"[^.;]{0,40}?\b(?:cancell?ed|called off|postponed|put off|did not take place|was not held|were not held"
    r"|could not be held|fell through|(?:is|are|was|were) (?:to be held|planned|scheduled|foreseen|envisaged)"
    r"|will (?:be held|take place|follow)|would (?:be held|take place|follow))\b"
)
_OUGHT = re.compile(r" (?:should|must|will|would|can|could|may|might|need)\b")
_DELEGATES = re.compile(
    r"\b(?:delegations?|deputations?|missions?|teams?|sides?|meetings?|sessions?|talks|consultations|debates?"
    r"|discussions?|panels?|conversations?|part(?:y|ies)|guests|negotiations|summit|conference)\b"
)
_SHORT, _LONG = 20, 80
_BEFORE_SIGNATURE = {"POST": {"", "the", "for the"}, "STATE": {"for", "for the", "on behalf of", "on behalf of the"}}
_SIGNATURE = re.compile(r"[:,]?(?: [A-Z][\w.'’-]*){0,4}\s*")
_COMMA_BEFORE = re.compile(r"(?:[,;]|[,;]? and|,? while) (?:the )?$")
_WITHOUT_VERB = re.compile(
    r" (?:as (?:an? |the )?(?:\w+ )?(?:observers?|guests?|members?|partners?|hosts?|co-chairs?)"
    r"|through (?:its|his|her|their)|at (?:the level of|\w+ level)"
    r"|only (?:on|in|at|for|during)|online|by video|via video|in person|that of)\b"
)
_FOR_ONE = {"For ", "For the ", "On behalf of ", "On behalf of the ", "On the part of ", "On the part of the "}
_SIGNED_FOR = re.compile(
    r"\b(?:was|were) (?:signed|initialed|attended|represented)\b|\b(?:signed|took part|attended)\b"
)
_PERSONS = re.compile(
    r"\b(?:[Mm]inisters?|[Pp]residents?|[Ll]eaders|[Hh]eads of|[Ss]ecretar(?:y|ies)|[Aa]mbassadors?|[Ee]nvoys?"
    r"|[Dd]elegat(?:ions?|es)|[Rr]epresentatives?|[Nn]egotiators?|[Cc]hancellors?|[Mm]rs?\.|[Mm]s\.|Dr\.|H\.E\."
    r"|[Cc]ommissioners|[Pp]rosecutors|[Cc]oordinators|[Dd]irectors|[Pp]remiers|[Oo]fficials|[Ee]xperts)(?![\w-])"
)
_PARTS_OF_PERSONS = (
    *(
        "inister",
        "resident",
        "eader",
        "eads of",
        "ecretar",
        "mbassador",
        "nvoy",
        "elegat",
        "epresentative",
        "egotiator",
    ),
    *("hancellor", "Mr", "mr", "s.", "Dr.", "H.E.", "ommissioner", "rosecutor", "oordinator", "irector", "remier"),
    *("fficial", "xpert"),
)
"""One of them is in it: to look for parts is faster."""


def _names_persons(text: str) -> bool:
    """Tell whether persons in office are named."""
    return any(part in text for part in _PARTS_OF_PERSONS) and _PERSONS.search(text) is not None


_SEVERAL_PERSONS = re.compile(r"\b(?:[Mm]inisters|[Pp]residents|[Ll]eaders|[Hh]eads of|[Dd]elegations|[Dd]elegates)\b")
_AFTER_NAMES = (
    r"\)?(?:,? (?:[A-Z\u00c0-\u024f]\S*|bin|ibn|al|de|van|von|da|dos))*(?:, [^,;.]{1,80},)?(?: \([^()]*\))?,?"
    r"(?: -[^-]{1,80}-| -)?(?: (?:also|then|jointly|both|today|all|each|together|\w+ly))* "
)
_AT_MEETINGS = (
    "met|gathered|assembled|convened|discussed|reviewed|exchanged|agreed|invited|opened|closed|addressed|represented"
    "|briefed|informed|presented|considered|examined|adopted|issued|conferred|concluded|held|arrived|travell?ed|flew"
    "|moderated|chaired|co-chaired|presided|hosted|settled|got together|came|sat|listened|heard|replied|gave|delivered"
    "|outlined|shared|introduced|tabled|inaugurated|launched|summed|greeted|toured|attended|participated|took part"
    "|submitted|told|acted as|served as|moderated|made a (?:statement|reservation|proposal|speech|presentation)"
    "|took the|took over|welcomed (?:his|her|the (?:participants|delegat|guests|ministers))|initialed"
    "|thanked (?:his|her|the (?:participants|hosts?|chair|delegat))"
    r"|(?:was|were) (?:(?:\w+ly|also|likewise|both|all) )?(?:received|welcomed|greeted|accompanied|briefed|seated"
    "|elected|joined|present|given the floor)"
)
_SAYING = (
    "|stressed|noted|emphasized|underlined|underscored|expressed|reaffirmed|reiterated|confirmed|welcomed|signed|spoke"
    "|acknowledged|recalled|highlighted|endorsed|decided|declared|stated|announced"
)
_ELSEWHERE = (
    "condemned|praised|called|urged|supported|criticized|declined|stayed|boycotted|refused|failed|resigned|died"
    "|appointed|ratified"
    "|withdrawed|named|proposed|wanted|owed|asked|demanded|needed|feared|agreed to send|advocated|followed"
    "|lacked|visited|joined"
)
"""What is not done at a meeting alone."""
_NO_PERSONS = ("overnment", "overnments", "uthorities", "eadership")
_ALONE = (
    "met|attended|participated|took part|took the (?:chair|floor)|took over|addressed|briefed|informed|moderated"
    "|chaired|co-chaired|presided|conferred|summed|sat|spoke (?:first|last|next)|listened|heard|acted as|served as"
    "|greeted|made a (?:statement|reservation|proposal|speech|presentation)"
    "|welcomed (?:his|her|the (?:participants|delegat|guests))"
    "|thanked (?:his|her|the (?:participants|hosts?|chair|delegat))"
    r"|(?:was|were) (?:(?:\w+ly|also|likewise) )?(?:received|welcomed|greeted|briefed|seated|elected|joined|present"
    "|given the floor)"
)
"""What one person in office does at a meeting."""
_IN_MEETING = (
    r"(?:meetings?|sessions?|summit|(?<!press )conference|talks|consultations|negotiations|participants|delegat\w+"
    "|ministers|leaders|heads of|debate|discussions?|workshop|seminar|round table|forum|agenda|counterparts?"
    "|colleagues?|opening|closing)"
)
_DID = re.compile(rf"{_AFTER_NAMES}(?:(?:{_ALONE})\b|(?:{_AT_MEETINGS})\b[^,.;]{{0,60}}? {_IN_MEETING}\b)")
_DID_TOGETHER = re.compile(rf"{_AFTER_NAMES}(?:{_AT_MEETINGS}{_SAYING}|(?!{_ELSEWHERE})[a-z]{{3,}}ed(?! by))\b")
_AT_A_MEETING = re.compile(
    r"(?:At|During) (?:the|this|their|our|today's) [^,;]*?"
    r"\b(?:[Mm]eeting|[Ss]ummit|[Cc]onference|[Ss]ession|[Ff]orum)\b"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LAUNCHED = re.compile(
    rf"{_AFTER_NAMES}(?:co-)?(?:launched|inaugurated|unveiled|announced the launch of) (?:(?:the|a|an|their) )?"
    r"(?:[\w-]+ ){0,5}?(?:[Ii]nitiative|[Pp]ledge|[Pp]artnership|[Cc]oalition|[Aa]lliance|[Cc]ompact|[Cc]all|[Pp]rocess"
    r"|[Pp]latform|[Ff]orum|[Nn]etwork|[Dd]ialog(?:ue)?|[Aa]genda|[Ff]und|[Pp]rogram(?:me)?)\b"
)
_CLAUSES = re.compile(r"[;,] (?:(?<=; )|(?:and|while) (?=the |[A-Z]))")
_GROUP = re.compile(
    r"The (?:[a-z-]+ ){0,3}(?:members|partners|observers|guests|participants|parties|newcomers|hosts|delegations)"
    r"(?: [-–—]|,) (?:the )?"
)
"""What stands before those who are named one by one: "The new members - Peru and Chile - …"."""
_BOTH = 2
_ON_THE = re.compile(r"\b(?:on|for) the $|(?:\A|[,;.] )from the $")
_UNDER_THE = re.compile(r"\bunder (?:the )?$")
_TOOK_PLACE = re.compile(r"\b(?:was held|were held|took place|met|gathered|convened)\b")
_ON_A_SIDE = re.compile(
    r"\b(?:took part|taking part|take part|participa|attend|present|represented|led by|headed by|talks|negotiations)"
)
_BOTH_SIDES = re.compile(r"\b(?:(?:the )?two|both|the) sides\b")
_HEADINGS = (
    r"[ \t]*(?:(?:[ivx]+|\d+|[a-z])[.)][ \t]+)?(?:list of (?:participants|delegations|attendees)|participants|attendees"
    r"|(?:in )?attendance|delegations|present|participating (?:states|countries|delegations|organizations|parties)"
    r"|states participating|heads of delegations?)[ \t]*:?[ \t\r]*(?=\n)"
)
_HEADING = re.compile(_HEADINGS, re.IGNORECASE)
_HEADING_WITHIN = re.compile(rf"\n{_HEADINGS}", re.IGNORECASE)
_SMALL_WORD = re.compile(r" ([a-z]+)")
_NAMED_ONE_BY_ONE = re.compile(
    r"(?: \d+)?(?: \([A-Z\d]+\))?(?: (?:countries|states|members|partners))?(?: -|:| \((?!\w+\)))"
)
_NAME_AND_COMMA = re.compile(
    r"\W{0,4}(?:(?:[A-Z][\w.'’-]*|bin|ibn|al|de|van|von|the) ){1,10}?[A-Z][\w.'’-]*, (?:the )?"
)
"""A name that opens a line, before an office."""
_NAMED_BEFORE = re.compile(rf"{_NAME_AND_COMMA.pattern}\Z")
_SEVERAL = 3
"""So many names make a list of those who issue a statement."""
_OPENING = re.compile(
    r"(?:(?:having|meeting|gathered|met|on|at|in)\b[^.;]{0,200}, )?(?:we,? )?(?:the )?"
    r"(?:(?!with |of |by |from |to )[\w+-]+ ){0,4}"
    r"|(?:[^.;]{0,200}\b)?(?:we,?|(?:statement|declaration|communique|readout)\b[\w ]{0,60}\b(?:by|of)) (?:the )?"
    r"(?:[\w+-]+ ){0,4}"
)


def _convenes(match: re.Match[str]) -> bool:
    return not {"met", "held", "gathered", "convened", "assembled"}.isdisjoint(match.group().split()[:2])


def _title(text: str) -> tuple[int, int, int] | None:
    """Return where the title stands, which is no sentence."""
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    spans = sentence_spans(text)
    return (start, end, 0) if start < end and (not spans or spans[0][0] >= end) else None


_MEMBERS_OF = re.compile(r"\bmember (?:states|countries) of (?:the )?$")
_AND_THE = re.compile(r"(?: \([A-Z]+\))? and (?:the )?")
