"""Attendance: the lists of a text that say who took part, read name by name.

The phrases that announce a list stand in ``data/words/attendance.csv``, the small words between two of its names in
``data/words/list_words.csv``. Here is how the names beside a phrase are read, and what is no list of participants
though it looks like one. `helpers.participants` makes tables of what is found.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

import pandas as pd

from helpers.attendance_phrases import IN_YEAR, beginnings_in, is_only_wished, phrases_at
from helpers.columns import Columns
from helpers.enumerations import read_by_place, read_by_words_around
from helpers.list_reader import BOTH, LONG, MOST_NAMES, SEVERAL, SHORT, ListReader
from helpers.other_lists import read_without_phrases
from helpers.parties import Party
from helpers.texts import sentence_spans

# --- reading lists -----------------------------------------------------------------------------------------------


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
        self._lists = ListReader(text, entities)
        self.unread: list[tuple[int, int]] = []
        self.guessed: list[tuple[int, int]] = []
        self._told_likewise = -1

    def attending(self) -> Iterator[Party]:
        """Yield the parties of all lists, as they are read; some come twice. The title is read if the rest has none."""
        spans = sentence_spans(self._lists.text)
        found = list(self._attending(spans))
        if not found and (title := _title(self._lists.text)):
            found = list(self._attending((title,)))
        found += read_without_phrases(self._lists, spans)
        found += read_by_words_around(self._lists, spans)
        yield from found
        if len({party.iso3 for party in found if party.kind == "state"}) < SEVERAL:
            guessed = read_by_place(self._lists, spans)
            self.guessed = [(guessed[0].start, guessed[-1].end)] if guessed else []
            yield from guessed

    def _attending(self, spans: tuple[tuple[int, int, int], ...]) -> Iterator[Party]:
        """Yield the parties of the lists in these sentences."""
        starts = self._lists.folded.ahead_all([start for start, _, _ in spans])
        stops = self._lists.folded.ahead_all([end for _, end, _ in spans])
        done, told = 0, -1  # where the last phrase ended, and the last sentence in which one had a list
        for word, following, begin in beginnings_in(self._lists.folded):
            number = bisect_right(starts, begin) - 1
            if begin < done or number < 0 or begin >= stops[number]:
                continue
            phrases, sides = phrases_at(word, following)
            start, end, _ = spans[number]
            stop = stops[number]
            match = phrases.match(self._lists.folded.lower, begin, stop)
            if match is None:
                continue
            done = match.end() - 2 * match.group().endswith(" in")  # "met in the presence of"
            side = sides[match.lastindex - 1]
            follows = "the following" in match.group()
            if side == "listed" and not follows and ":" not in self._lists.folded.text[done : done + SHORT]:
                continue  # a list that no colon announces
            if side == "meets":
                done = begin + len(word)  # "meeting at the invitation of"
            if is_only_wished(match, self._lists.ahead(start)):
                continue
            if follows and (colon := self._colon(match.start(), done, stop)):
                yield from self._lists.forward(
                    self._lists.folded.back(colon - 1, colon)[1], len(self._lists.text) if colon == stop else end
                )
                continue
            if (side == "listed" or match.group() in _ALSO_HEADINGS) and (
                colon := self._heading(match, self._lists.ahead(start), stop)
            ):
                yield from self._lists.forward(self._lists.folded.back(colon - 1, colon)[1], end)
                continue
            if _SAID_AGAIN.match(match.group()) and told != number:
                continue  # "and so did Peru", where nobody attended before
            announced = self._lists.folded.text[done:stop].strip() == ":"  # the list stands on the lines that follow
            again = told == number and self._lists.folded.lower.endswith("and ", 0, match.start())
            last = len(self._lists.text) if announced else end
            found = list(self._read(match, side, start, last, announced=announced, again=again))
            told = number if found else told
            yield from found

    def _colon(self, first: int, start: int, stop: int) -> int:
        """Return where the list begins that "the following delegations attended the meeting in Lima:" announces."""
        colon = self._lists.folded.text.find(":", start, stop) + 1
        between = self._lists.folded.lower[first:colon]
        if not colon or not _ATTENDED.search(between) or _STAYED_AWAY.search(between):
            return 0
        return stop if not self._lists.folded.text[colon:stop].strip() else colon

    def _heading(self, match: re.Match[str], start: int, stop: int) -> int:
        """Return where the list begins that follows a heading on the same line ("Participants: Chile, Peru")."""
        opens = not self._lists.folded.text[max(start, match.start() - 2) : match.start()].strip(" \n.;")
        opens = opens or match.group() in _STANDS_BEFORE_LIST
        colon = re.compile(r" ?:(?= ?\S)").match(self._lists.folded.text, match.end(), stop)
        return colon.end() if opens and colon else 0

    def _read(
        self, match: re.Match[str], side: str, start: int, end: int, *, announced: bool, again: bool
    ) -> Iterator[Party]:
        """Read the lists before and after a phrase, where they belong to it."""
        first, last = self._lists.folded.back(*match.span())
        before = self._lists.backward(start, first) if side in _SIDES_BEFORE else []
        reads_on = side not in {"before", "listed", "officers", "with", "meets"} or announced
        if match.group() in _HOSTS or (side == "before" and self._lists.folded.text.startswith(": ", match.end())):
            reads_on = self._is_next(last) or side == "before"  # "co-hosts Peru and Chile", "eleven came: Peru …"
        after = self._lists.forward(last, end) if reads_on else []
        if not after and _ANNOUNCES.search(match.group()):
            self.unread.append((first, last))
        if after and self._fell_through(match, after[-1].end, end):
            return
        if match.group().endswith(("led by", "headed by")) and not self._is_of_delegates(start, last):
            return  # "the pillar led by Peru": a state of affairs, no meeting
        if after and match.group() in _TERMS and _OUGHT.match(self._behind(after)):
            return  # "the mission led by Peru will follow"
        if match.group().endswith("chaired by") and _STANDING.search(
            self._lists.folded.lower, max(0, match.start() - LONG - LONG), match.start()
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
        speaks = len(after) >= SEVERAL and self._opens(start, first) and not self._is_to_come(after[-1], end)
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
        for number in range(bisect_left(self._lists.starts, start), len(self._lists.starts)):
            entity = self._lists.entities[number]
            if entity.end > end:
                return
            place = self._lists.ahead(entity.start)
            begins = _COMMA_BEFORE.search(self._lists.folded.lower, max(0, place - SHORT), place) is not None
            if not listed or not self._lists.is_list_gap(before, entity.start):
                listed = []
            listed = [*listed[-MOST_NAMES:], *self._lists.party(entity)] if listed or begins else []
            before = entity.end
            if begins and _WITHOUT_VERB.match(self._lists.folded.lower, self._lists.ahead(entity.end)):
                yield from listed
                listed = []

    def _is_no_meeting(self, match: re.Match[str], start: int) -> bool:
        """Tell what parties do at no meeting: to join a treaty, to chair a committee in a year of the past."""
        place = match.start()
        before = self._lists.folded.lower[max(self._lists.ahead(start), place - LONG) : place]
        if match.group() == "involved":
            return _OF_MEETING.search(before) is None
        if match.group().endswith("joined by"):
            if before.endswith(("has been ", "have been ", "since been ")):
                return _OF_MEETING.search(before) is None  # "the Call has been joined by": later, one by one
            return _TO_JOIN.search(before) is not None and _MEETING_ABOUT.search(before) is None
        return match.group() in _TERMS and IN_YEAR.match(self._lists.folded.lower, match.end()) is not None

    def _are_no_delegates(self, found: list[Party]) -> bool:
        """Tell troops or companies of states from their delegations."""
        place = self._lists.ahead(min(party.start for party in found)) if found else 0
        return (
            bool(found)
            and _NO_DELEGATES.search(self._lists.folded.lower, max(0, place - SHORT - SHORT), place) is not None
        )

    def _behind(self, found: list[Party]) -> str:
        """Return what follows on a list, in small letters."""
        number = bisect_right(self._lists.starts, found[-1].start) - 1
        place = self._lists.ahead(max(self._lists.entities[number].end, found[-1].end))
        return self._lists.folded.lower[place : place + LONG + LONG]

    def _pays_visit(self, match: re.Match[str], before: list[Party], after: list[Party]) -> bool:
        """Tell whether somebody of a state is said to visit another one now."""
        if not before or not after or any(party.kind != "state" for party in (*before, *after)):
            return False
        subject = self._lists.folded.text[max(0, self._lists.ahead(before[-1].start) - LONG) : match.start()]
        past = match.string[: match.start()].endswith((" had ", " has ", " have ", "which "))
        return _OFFICE.search(subject) is not None and not past and not IN_YEAR.match(self._behind(after))

    def _receives(self, match: re.Match[str], before: list[Party], after: list[Party]) -> bool:
        """Tell whether persons are welcomed, and not what they did ("welcomed the President's proposal")."""
        if not after or (before and all(party.kind == "organization" for party in before)):
            return False
        if self._are_new(after):
            return True
        persons = self._lists.folded.text[match.end() : self._lists.ahead(after[-1].end)]
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
        if not after or _WHO_WE_ARE.match(self._lists.folded.text, match.end()) is None:
            return False
        several = len(after) > 1 and all(party.kind == "state" for party in after)
        office = _OFFICE.search(self._lists.folded.text, match.end(), self._lists.ahead(after[-1].end))
        return several and office is not None and _WE_DID.match(self._behind(after)) is not None

    def _signed(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether persons are said to sign something now."""
        if not after or IN_YEAR.search(self._behind(after)[:SHORT]):
            return False
        return _OFFICE.search(self._lists.folded.text, match.end(), self._lists.ahead(after[-1].end)) is not None

    def _is_welcome(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether a presence that is welcomed is one at the meeting."""
        return bool(after) and _AT_MEETING.match(self._behind(after)) is not None

    def _act(self, match: re.Match[str], before: list[Party], _: list[Party]) -> bool:
        """Tell whether those before a verb are persons in office."""
        if not before:
            return False
        place = self._lists.ahead(min(party.start for party in before))
        return _OFFICE.search(self._lists.folded.text, max(0, place - LONG), match.start()) is not None

    def _are_with(self, match: re.Match[str], before: list[Party], _: list[Party]) -> bool:
        """Tell whether "with" stands before: "with Peru as host"."""
        place = self._lists.ahead(min((party.start for party in before), default=0))
        return (
            bool(before)
            and re.search(r"\b(?:with|and) (?:the )?$", self._lists.folded.lower[max(0, place - 12) : place])
            is not None
        )

    def _meet(self, match: re.Match[str], before: list[Party], _: list[Party]) -> bool:
        """Tell whether several stand before a comma: "Peru and Chile, meeting in Lima,"."""
        return len(before) > 1 and match.string.endswith(", ", 0, match.start())

    def _at_event(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether what is organized is a meeting of now."""
        before = self._lists.folded.lower[max(0, match.start() - LONG) : match.start()]
        return bool(after) and _EVENT.search(before) is not None and not IN_YEAR.match(self._behind(after))

    def _preside(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether those elected preside over the meeting."""
        return bool(after) and (
            _TO_THE_CHAIR.match(self._behind(after)) is not None
            or _AS_CHAIR.match(self._lists.folded.lower, match.end()) is not None
        )

    def _lead(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether it is a delegation that is led: "led the Peruvian delegation"."""
        return bool(after) and " delegation" in self._lists.text[after[0].start : after[-1].end + SHORT]

    def _are_brought(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether parties are brought to a table."""
        return bool(after) and _TO_A_TABLE.match(self._behind(after)) is not None

    def _launch(self, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
        """Tell whether several launch an initiative now: "the Pledge was launched in Lima by Peru and Chile"."""
        if len(after) < BOTH or any(sign.isdigit() for sign in match.group()) or IN_YEAR.match(self._behind(after)):
            return False
        before = self._lists.folded.lower[max(0, match.start() - LONG) : match.start()]
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
            place, end = self._lists.ahead(party.start), self._lists.ahead(party.end)
            joined = self._lists.folded.lower.endswith(("and ", "and the "), max(0, place - 8), place)
            alone = len(found) == 1 and not joined
            opens = (
                party is found[-1]
                and len(found) > BOTH
                and re.compile(r"(?: \([A-Z\d+-]+\) ?| ?(?!\([A-Z\d+-]+\)))[-(:]").match(self._lists.folded.text, end)
            )
            if party.kind != "organization" or not (alone or opens):
                left.append(party)
        return left

    def _is_next(self, place: int) -> bool:
        """Tell whether a name stands right behind a place."""
        number = bisect_left(self._lists.starts, place)
        return number < len(self._lists.starts) and self._lists.text[place : self._lists.starts[number]] in {
            " ",
            " the ",
        }

    def _fell_through(self, match: re.Match[str], start: int, end: int) -> bool:
        """Tell whether a meeting is said not to have been held ("a meeting with Peru had to be cancelled")."""
        first = self._lists.ahead(start) if match.group().split()[0] in _MEETINGS else 0
        if not first:
            return False
        if match.group().endswith((" between", " among")) and _OUGHT.match(self._lists.folded.lower, first):
            return True
        after = self._lists.folded.lower[first : min(first + LONG, self._lists.ahead(end))]
        return _CANCELLED.match(after) is not None

    def _is_of_delegates(self, start: int, first: int) -> bool:
        """Tell whether what is led by somebody is a delegation or a meeting."""
        begin, place = self._lists.ahead(start), self._lists.ahead(first)
        return _DELEGATES.search(self._lists.folded.lower, max(begin, place - LONG), place) is not None

    def _opens(self, start: int, first: int) -> bool:
        """Tell whether a phrase is about those who speak: it opens the sentence, or "we" or "statement by" does."""
        return (
            _OPENING.fullmatch(self._lists.folded.lower, self._lists.ahead(start), self._lists.ahead(first)) is not None
        )

    def _is_to_come(self, last: Party, end: int) -> bool:
        """Tell whether what the list is said to do lies ahead ("will continue", "should"), or that it stayed away."""
        begin = self._lists.ahead(last.end)
        after = self._lists.folded.lower[begin : min(begin + SHORT + SHORT, self._lists.ahead(end))]
        return _TO_COME.match(after) is not None


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
_ANNOUNCES = re.compile(
    r"\battended by|participa\w+ of$|(?:participants|attendees|attending|members|guests) includ"
    r"|(?:taking part|participating|attending|present) .*(?:was|were)$|^present were|brought together"
)
"""The phrases behind which a list of names is sure to stand; those before a verb are often about "the parties"."""
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
_COMMA_BEFORE = re.compile(r"(?:[,;]|[,;]? and|,? while) (?:the )?$")
_WITHOUT_VERB = re.compile(
    r" (?:as (?:an? |the )?(?:\w+ )?(?:observers?|guests?|members?|partners?|hosts?|co-chairs?)"
    r"|through (?:its|his|her|their)|at (?:the level of|\w+ level)"
    r"|only (?:on|in|at|for|during)|online|by video|via video|in person|that of)\b"
)


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
