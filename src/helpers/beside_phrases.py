"""The lists beside a phrase, tested: who was there, and who only did what parties do elsewhere.

"Chaired by Peru" may be a meeting or a working group of many years, "joined by Peru" a meeting or a treaty. What is
asked depends on the side of the phrase in ``data/words/attendance.csv``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from helpers.attendance_phrases import IN_YEAR
from helpers.list_reader import BOTH, LONG, SEVERAL, SHORT, ListReader
from helpers.parties import Party


class Phrase(NamedTuple):
    """A phrase that announces a list, in its sentence.

    Attributes
    ----------
    match : re.Match
        The phrase in the folded text in small letters.
    side : str
        Where its list stands, as the table of phrases has it.
    first, last : int
        Where the phrase begins and ends in the text.
    start, end : int
        Where its sentence begins, and where the list ends at the latest.
    announced : bool
        Whether the list stands on the lines that follow.
    again : bool
        Whether another phrase of the sentence had a list, and "and" joins this one to it.
    """

    match: re.Match[str]
    side: str
    first: int
    last: int
    start: int
    end: int
    announced: bool
    again: bool


def those_who_attended(
    lists: ListReader, phrase: Phrase, before: list[Party], after: list[Party]
) -> tuple[list[Party], list[Party]]:
    """Return what is left of the lists before and after a phrase if they belong to it.

    Parameters
    ----------
    lists : ListReader
        The text with its entities.
    phrase : Phrase
        The phrase.
    before, after : list of Party
        The lists beside it.

    Returns
    -------
    tuple of (list of Party, list of Party)
        Both empty if nobody is said to have attended.

    Examples
    --------
    >>> from helpers.entities import tag_entities
    >>> def told(text):
    ...     lists = ListReader(text, tag_entities(text))
    ...     match = re.search("chaired by", lists.folded.lower)
    ...     phrase = Phrase(match, "after", *match.span(), 0, len(text), announced=False, again=False)
    ...     _, after = those_who_attended(lists, phrase, [], lists.forward(match.end(), len(text)))
    ...     return [party.iso3 for party in after]
    >>> told("The meeting was chaired by Peru."), told("The working group chaired by Peru sent a report.")
    (['PER'], [])
    """
    match, side, first, last, start, end, announced, again = phrase
    if after and _fell_through(lists, match, after[-1].end, end):
        return [], []
    if match.group().endswith(("led by", "headed by")) and not _is_of_delegates(lists, start, last):
        return [], []  # "the pillar led by Peru": a state of affairs, no meeting
    if after and match.group() in _TERMS and _OUGHT.match(_behind(lists, after)):
        return [], []  # "the mission led by Peru will follow"
    if match.group().endswith("chaired by") and _STANDING.search(
        lists.folded.lower, max(0, match.start() - LONG - LONG), match.start()
    ):
        return [], []  # "a working group chaired by Peru"
    if _is_no_meeting(lists, match, start) or any(_are_no_delegates(lists, found) for found in (before, after)):
        return [], []
    if side == "offices" and _are_new(lists, after):
        return [], after  # "The session welcomed Peru as a new member"
    if side == "offices" and not before:
        return [], []
    if side in _TESTS and not _TESTS[side](lists, match, before, after):
        return [], []
    if side == "host":
        after = [party for party in after if party.kind == "state"]
    if side == "pair" and not (before and after) and not (again and _receives(lists, match, before, after)):
        return [], []
    speaks = len(after) >= SEVERAL and _opens(lists, start, first) and not _is_to_come(lists, after[-1], end)
    if side == "issuers" and not announced and not speaks:
        return [], []
    if len(after) == 1 and after[0].kind == "organization" and match.group().startswith("we"):
        return [], []  # "We, the leaders of the G20": those who belong to it
    if side == "gathers" and not _act(lists, match, before, after):
        before = []  # "the project of Peru brought together leaders of Chile and Mali"
    if side == "before" and _convenes(match):
        before = _without_group(lists, before)
    return before, after


# --- what is no meeting -------------------------------------------------------------------------------------------


def _fell_through(lists: ListReader, match: re.Match[str], start: int, end: int) -> bool:
    """Tell whether a meeting is said not to have been held ("a meeting with Peru had to be cancelled")."""
    first = lists.ahead(start) if match.group().split()[0] in _MEETINGS else 0
    if not first:
        return False
    if match.group().endswith((" between", " among")) and _OUGHT.match(lists.folded.lower, first):
        return True
    after = lists.folded.lower[first : min(first + LONG, lists.ahead(end))]
    return _CANCELLED.match(after) is not None


def _is_of_delegates(lists: ListReader, start: int, first: int) -> bool:
    """Tell whether what is led by somebody is a delegation or a meeting."""
    begin, place = lists.ahead(start), lists.ahead(first)
    return _DELEGATES.search(lists.folded.lower, max(begin, place - LONG), place) is not None


def _is_no_meeting(lists: ListReader, match: re.Match[str], start: int) -> bool:
    """Tell what parties do at no meeting: to join a treaty, to chair a committee in a year of the past."""
    place = match.start()
    before = lists.folded.lower[max(lists.ahead(start), place - LONG) : place]
    if match.group() == "involved":
        return _OF_MEETING.search(before) is None
    if match.group().endswith("joined by"):
        if before.endswith(("has been ", "have been ", "since been ")):
            return _OF_MEETING.search(before) is None  # "the Call has been joined by": later, one by one
        return _TO_JOIN.search(before) is not None and _MEETING_ABOUT.search(before) is None
    return match.group() in _TERMS and IN_YEAR.match(lists.folded.lower, match.end()) is not None


def _are_no_delegates(lists: ListReader, found: list[Party]) -> bool:
    """Tell troops or companies of states from their delegations."""
    place = lists.ahead(min(party.start for party in found)) if found else 0
    return bool(found) and _NO_DELEGATES.search(lists.folded.lower, max(0, place - SHORT - SHORT), place) is not None


def _behind(lists: ListReader, found: list[Party]) -> str:
    """Return what follows on a list, in small letters."""
    number = bisect_right(lists.starts, found[-1].start) - 1
    place = lists.ahead(max(lists.entities[number].end, found[-1].end))
    return lists.folded.lower[place : place + LONG + LONG]


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
_TERMS = frozenset(
    ["chaired", "co-chaired", "presided over", "hosted", "co-hosted", "headed by", "led by", "chaired by", "hosted by"]
)
"""What somebody may have done for a year."""
_STANDING = re.compile(
    r"\b(?:working group|task force|committee|commission|subgroup|board|pillar)(?: on [\w -]{1,40})?,? $"
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
_NO_DELEGATES = re.compile(
    r"\b(?:troops|forces|soldiers|contingents?|units|ships|vessels|aircraft|planes|peacekeepers|companies|banks|firms"
    r"|businesses|students|tourists|athletes|volunteers|refugees|migrants|pilgrims|artists)"
    r" (?:from|of)(?: the)? $|\b(?:if|had|unless|whether) (?:the )?$"
)


# --- who issues a statement, and who meets ------------------------------------------------------------------------


def _opens(lists: ListReader, start: int, first: int) -> bool:
    """Tell whether a phrase is about those who speak: it opens the sentence, or "we" or "statement by" does."""
    return _OPENING.fullmatch(lists.folded.lower, lists.ahead(start), lists.ahead(first)) is not None


def _is_to_come(lists: ListReader, last: Party, end: int) -> bool:
    """Tell whether what the list is said to do lies ahead ("will continue", "should"), or that it stayed away."""
    begin = lists.ahead(last.end)
    after = lists.folded.lower[begin : min(begin + SHORT + SHORT, lists.ahead(end))]
    return _TO_COME.match(after) is not None


def _without_group(lists: ListReader, found: list[Party]) -> list[Party]:
    """Leave out the body that meets: "The Council met", "the Quartet (A, B and C) met"."""
    left = []
    for party in found:
        place, end = lists.ahead(party.start), lists.ahead(party.end)
        joined = lists.folded.lower.endswith(("and ", "and the "), max(0, place - 8), place)
        alone = len(found) == 1 and not joined
        opens = (
            party is found[-1]
            and len(found) > BOTH
            and re.compile(r"(?: \([A-Z\d+-]+\) ?| ?(?!\([A-Z\d+-]+\)))[-(:]").match(lists.folded.text, end)
        )
        if party.kind != "organization" or not (alone or opens):
            left.append(party)
    return left


def _convenes(match: re.Match[str]) -> bool:
    return not {"met", "held", "gathered", "convened", "assembled"}.isdisjoint(match.group().split()[:2])


_OPENING = re.compile(
    r"(?:(?:having|meeting|gathered|met|on|at|in)\b[^.;]{0,200}, )?(?:we,? )?(?:the )?"
    r"(?:(?!with |of |by |from |to )[\w+-]+ ){0,4}"
    r"|(?:[^.;]{0,200}\b)?(?:we,?|(?:statement|declaration|communique|readout)\b[\w ]{0,60}\b(?:by|of)) (?:the )?"
    r"(?:[\w+-]+ ){0,4}"
)
_TO_COME = re.compile(
    r"\W*(?:will|would|shall|should|may|might|must|can|could|to|stayed away|did not|(?:was|were) (?:absent|not)"
    r"|declined|boycotted)\b"
)


# --- what is asked on each side -----------------------------------------------------------------------------------


def _act(lists: ListReader, match: re.Match[str], before: list[Party], _: list[Party]) -> bool:
    """Tell whether those before a verb are persons in office."""
    if not before:
        return False
    place = lists.ahead(min(party.start for party in before))
    return _OFFICE.search(lists.folded.text, max(0, place - LONG), match.start()) is not None


def _are_with(lists: ListReader, match: re.Match[str], before: list[Party], _: list[Party]) -> bool:
    """Tell whether "with" stands before: "with Peru as host"."""
    place = lists.ahead(min((party.start for party in before), default=0))
    return (
        bool(before)
        and re.search(r"\b(?:with|and) (?:the )?$", lists.folded.lower[max(0, place - 12) : place]) is not None
    )


def _meet(lists: ListReader, match: re.Match[str], before: list[Party], _: list[Party]) -> bool:
    """Tell whether several stand before a comma: "Peru and Chile, meeting in Lima,"."""
    return len(before) > 1 and match.string.endswith(", ", 0, match.start())


def _at_event(lists: ListReader, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
    """Tell whether what is organized is a meeting of now."""
    before = lists.folded.lower[max(0, match.start() - LONG) : match.start()]
    return bool(after) and _EVENT.search(before) is not None and not IN_YEAR.match(_behind(lists, after))


def _preside(lists: ListReader, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
    """Tell whether those elected preside over the meeting."""
    return bool(after) and (
        _TO_THE_CHAIR.match(_behind(lists, after)) is not None
        or _AS_CHAIR.match(lists.folded.lower, match.end()) is not None
    )


def _receives(lists: ListReader, match: re.Match[str], before: list[Party], after: list[Party]) -> bool:
    """Tell whether persons are welcomed, and not what they did ("welcomed the President's proposal")."""
    if not after or (before and all(party.kind == "organization" for party in before)):
        return False
    if _are_new(lists, after):
        return True
    persons = lists.folded.text[match.end() : lists.ahead(after[-1].end)]
    behind = _behind(lists, after)
    owned = "'s" in persons or behind.startswith("'") or re.match(r"[^,.;]{0,40} in [a-z]+ing\b", behind)
    return not owned and _OFFICE.search(persons) is not None


def _are_heard(lists: ListReader, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
    """Tell whether persons are heard."""
    return bool(after) and _receives(lists, match, after[:0], after)


def _are_new(lists: ListReader, found: list[Party]) -> bool:
    """Tell whether somebody is welcomed in the circle of those who meet: "welcomed Peru as a new member"."""
    return bool(found) and _AS_NEW.match(_behind(lists, found)) is not None


def _are_welcomed(lists: ListReader, _: re.Match[str], __: list[Party], after: list[Party]) -> bool:
    """Tell whether those whom "we welcome" are new in the circle."""
    return _are_new(lists, after)


def _speak(lists: ListReader, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
    """Tell whether "we" are named one by one: "we - the President of Peru and the President of Chile - met"."""
    if not after or _WHO_WE_ARE.match(lists.folded.text, match.end()) is None:
        return False
    several = len(after) > 1 and all(party.kind == "state" for party in after)
    office = _OFFICE.search(lists.folded.text, match.end(), lists.ahead(after[-1].end))
    return several and office is not None and _WE_DID.match(_behind(lists, after)) is not None


def _lead(lists: ListReader, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
    """Tell whether it is a delegation that is led: "led the Peruvian delegation"."""
    return bool(after) and " delegation" in lists.text[after[0].start : after[-1].end + SHORT]


def _are_brought(lists: ListReader, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
    """Tell whether parties are brought to a table."""
    return bool(after) and _TO_A_TABLE.match(_behind(lists, after)) is not None


def _launch(lists: ListReader, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
    """Tell whether several launch an initiative now: "the Pledge was launched in Lima by Peru and Chile"."""
    if len(after) < BOTH or any(sign.isdigit() for sign in match.group()) or IN_YEAR.match(_behind(lists, after)):
        return False
    before = lists.folded.lower[max(0, match.start() - LONG) : match.start()]
    return _INITIATIVE.search(before) is not None and not _IN_THE_PAST.search(before)


def _pays_visit(lists: ListReader, match: re.Match[str], before: list[Party], after: list[Party]) -> bool:
    """Tell whether somebody of a state is said to visit another one now."""
    if not before or not after or any(party.kind != "state" for party in (*before, *after)):
        return False
    subject = lists.folded.text[max(0, lists.ahead(before[-1].start) - LONG) : match.start()]
    past = match.string[: match.start()].endswith((" had ", " has ", " have ", "which "))
    return _OFFICE.search(subject) is not None and not past and not IN_YEAR.match(_behind(lists, after))


def _signed(lists: ListReader, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
    """Tell whether persons are said to sign something now."""
    if not after or IN_YEAR.search(_behind(lists, after)[:SHORT]):
        return False
    return _OFFICE.search(lists.folded.text, match.end(), lists.ahead(after[-1].end)) is not None


def _is_welcome(lists: ListReader, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
    """Tell whether a presence that is welcomed is one at the meeting."""
    return bool(after) and _AT_MEETING.match(_behind(lists, after)) is not None


def _is_host(lists: ListReader, match: re.Match[str], _: list[Party], after: list[Party]) -> bool:
    """Tell whether thanks go to a host."""
    return bool(after) and _HOSPITALITY.match(_behind(lists, after)) is not None


_TESTS = {
    "officers": _act,
    "with": _are_with,
    "meets": _meet,
    "meeting": _at_event,
    "elected": _preside,
    "heard": _are_heard,
    "new": _are_welcomed,
    "we": _speak,
    "delegation": _lead,
    "brought": _are_brought,
    "launch": _launch,
    "visit": _pays_visit,
    "offices": _receives,
    "signers": _signed,
    "present": _is_welcome,
    "hosts": _is_host,
}
"""What is asked of the lists on some sides of a phrase."""
_OFFICE = re.compile(
    r"\b(?:[Pp]residents?|(?:[Pp]rime )?[Mm]inisters?|[Pp]remiers?|[Cc]hancellors?|[Ss]ecretar(?:y|ies)"
    r"|[Cc]ounterparts?|[Kk]ings?|[Qq]ueen|[Ee]mperor|[Ee]mir|[Aa]mir|[Ss]ultan|[Pp]rince|[Hh]eads? of"
    r"|[Ll]eaders?|[Dd]elegations?|[Aa]mbassadors?|[Rr]epresentatives?|[Ee]nvoys?|[Cc]ommissioners?"
    r"|[Cc]hair(?:man|woman|person)?|[Dd]irectors?)\b"
)
_EVENT = re.compile(
    r"\b(?:events?|seminars?|workshops?|meetings?|round ?tables?|conferences?|sessions?|panels?|forum|symposium"
    r"|exercises?|training|consultations|discussions?|debates?)\b[^.;]*$"
)
_TO_THE_CHAIR = re.compile(
    r"[^.;]{0,60}?(?:\bas|\bto|,)? (?:(?:its|the|their|his|her) )*(?:[\w-]+ )?"
    r"(?:chair|president|vice-|rapporteur|bureau)"
)
_AS_CHAIR = re.compile(r"(?: as)? (?:its |the |their )?(?:chair|president|vice-|rapporteur)")
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
_TO_A_TABLE = re.compile(
    r"(?: back)? (?:to (?:the|one|a|this) (?:\w+ )?(?:table|meeting|summit|conference)|together)\b"
)
_INITIATIVE = re.compile(
    r"\b(?:initiative|pledge|call|partnership|coalition|alliance|forum|process|compact|declaration|appeal|platform"
    r"|dialog|network)\b[^,.;]* $"
)
_IN_THE_PAST = re.compile(
    r"\b(?:(?:in|since|during)(?: [a-z]+)? (?:19|20)\d\d|recall\w*|remember\w*|after|when|since|once|already)\b"
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
