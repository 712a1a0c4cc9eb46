"""Lists that no phrase announces: below a heading, of sides, of those who act or sign.

"Participants:" stands above its list. "On the Polish side" names who took part, and so does who opens a sentence and
does what is done at meetings ("the ministers of Peru and Chile agreed"), or whose office stands on a line of its own at
the end of a document.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from helpers.attendance_phrases import IN_YEAR
from helpers.list_reader import BOTH, INTRODUCTION, LONG, NAME_AND_COMMA, SEVERAL, SHORT, ListReader
from helpers.parties import Party


def read_without_phrases(lists: ListReader, spans: tuple[tuple[int, int, int], ...]) -> Iterator[Party]:
    """Yield the parties of lists that are told by a heading, a side, an act or a signature.

    Parameters
    ----------
    lists : ListReader
        The text with its entities.
    spans : tuple of (int, int, int)
        Its sentences: `helpers.texts.sentence_spans`.

    Yields
    ------
    Party
        Some come twice.

    Examples
    --------
    >>> from helpers.entities import tag_entities
    >>> from helpers.texts import sentence_spans
    >>> text = "The Foreign Ministers of Chile and Peru discussed trade."
    >>> [party.iso3 for party in read_without_phrases(ListReader(text, tag_entities(text)), sentence_spans(text))]
    ['CHL', 'PER']
    """
    yield from _below_headings(lists)
    yield from _two_sides(lists, spans)
    yield from _acting(lists, spans)
    yield from _signatories(lists)


# --- below a heading ----------------------------------------------------------------------------------------------


def _below_headings(lists: ListReader) -> Iterator[Party]:
    """Yield the parties of the lists below a heading of their own ("Participants")."""
    first = _HEADING.match(lists.text, len(lists.text) - len(lists.text.lstrip()))
    for heading in [first] if first else _HEADING_WITHIN.finditer(lists.text):
        number = bisect_left(lists.starts, heading.end())
        if number < len(lists.starts) and not lists.has_verb(lists.entities[number]):
            yield from lists.forward(heading.end(), len(lists.text))


_HEADINGS = (
    r"[ \t]*(?:(?:[ivx]+|\d+|[a-z])[.)][ \t]+)?(?:list of (?:participants|delegations|attendees)|participants|attendees"
    r"|(?:in )?attendance|delegations|present|participating (?:states|countries|delegations|organizations|parties)"
    r"|states participating|heads of delegations?)[ \t]*:?[ \t\r]*(?=\n)"
)
_HEADING = re.compile(_HEADINGS, re.IGNORECASE)
_HEADING_WITHIN = re.compile(rf"\n{_HEADINGS}", re.IGNORECASE)


# --- sides --------------------------------------------------------------------------------------------------------


def _two_sides(lists: ListReader, spans: tuple[tuple[int, int, int], ...]) -> Iterator[Party]:
    """Yield the states of the sides that took part or spoke: "on the Polish side", "The Polish side stressed"."""
    persons = (one for one in lists.entities if one.label == "PERSON")
    sides = [one for one in persons if lists.text.endswith((" side", "hip", "residency"), one.start, one.end)]
    if not sides:
        return
    starts = [start for start, _, _ in spans]
    spoke = []
    read: dict[int, tuple[int, bool]] = {}
    for side in sides:
        place = lists.ahead(side.start)
        number = bisect_right(starts, side.start) - 1
        if number < 0 or side.end > spans[number][1]:
            continue
        start, stop = lists.ahead(spans[number][0]), lists.ahead(spans[number][1])
        if number not in read:  # once for each sentence, however many sides it names
            held = _TOOK_PLACE.search(lists.folded.lower, start, stop)
            took_part = _ON_A_SIDE.search(lists.folded.lower, start, stop) is not None
            read[number] = held.end() if held else stop + 1, took_part
        held_before, took_part = read[number]
        near = max(start, place - SHORT)
        if held_before <= place and _UNDER_THE.search(lists.folded.lower, near, place):
            yield from lists.party(side)
        if took_part and _ON_THE.search(lists.folded.lower, near, place):
            yield from lists.party(side)
        opens = place - start == len("the ") and lists.folded.lower.startswith("the ", start)
        if opens and lists.text.endswith(" side", side.start, side.end):
            spoke.append(side)
    if len({side.iso3 for side in spoke}) == BOTH and _BOTH_SIDES.search(lists.folded.lower):
        for side in spoke:
            yield from lists.party(side)


_ON_THE = re.compile(r"\b(?:on|for) the $|(?:\A|[,;.] )from the $")
_UNDER_THE = re.compile(r"\bunder (?:the )?$")
_TOOK_PLACE = re.compile(r"\b(?:was held|were held|took place|met|gathered|convened)\b")
_ON_A_SIDE = re.compile(
    r"\b(?:took part|taking part|take part|participa|attend|present|represented|led by|headed by|talks|negotiations)"
)
_BOTH_SIDES = re.compile(r"\b(?:(?:the )?two|both|the) sides\b")


# --- those who act ------------------------------------------------------------------------------------------------


def _acting(lists: ListReader, spans: tuple[tuple[int, int, int], ...]) -> Iterator[Party]:
    """Yield those in office who open a sentence and do what is done at meetings: "the ministers of Peru agreed"."""
    for start, end, _ in spans:
        number = bisect_left(lists.starts, start)
        if number == len(lists.starts) or lists.starts[number] >= end:
            continue
        yield from _actors(lists, start, end)
        for clause in _CLAUSES.finditer(lists.text, start, end):
            yield from _actors(lists, clause.end(), end)


def _actors(lists: ListReader, start: int, end: int) -> list[Party]:
    """Read the subject with which a clause begins, if it is of persons in office and its verb one of meetings."""
    number = bisect_left(lists.starts, start)
    if number == len(lists.starts) or lists.starts[number] > min(end, start + LONG + LONG):
        return []
    begin = lists.ahead(start)
    if lists.text[start : lists.starts[number]] in _FOR_ONE:
        signed = _SIGNED_FOR.search(lists.folded.lower, begin, lists.ahead(end))
        return list(lists.party(lists.entities[number])) if signed else []
    introduction = INTRODUCTION.match(lists.folded.text, begin)
    if introduction:
        start = lists.folded.back(introduction.end() - 1, introduction.end())[1]
        number = bisect_left(lists.starts, start)
        if number == len(lists.starts) or lists.starts[number] >= end:
            return []
    first = lists.entities[number]
    before = lists.text[start : first.start]
    may_be = lists.has_word(_WORDS_OF_PERSONS, start, first.start)
    persons = first.label in {"POST", "PERSON"} or (may_be and _PERSONS.search(before))
    if not persons and not _GROUP.fullmatch(before):
        return _launchers(lists, introduction, start, end)
    found = lists.forward(start, end)
    if not found or all(party.kind == "organization" for party in found):
        return []
    last = lists.entities[bisect_right(lists.starts, found[-1].start) - 1]
    if last.label == "PERSON" and lists.text.endswith(_NO_PERSONS, last.start, last.end):
        return []  # "the British and French governments"
    behind = lists.behind_list(found, end)
    several = len(found) > 1 or _SEVERAL_PERSONS.search(before) or _GROUP.fullmatch(before)
    did = (_DID_TOGETHER if several else _DID).match(behind)
    return [] if not did or IN_YEAR.match(behind) else [party for party in found if party.kind != "organization"]


def _launchers(lists: ListReader, introduction: re.Match[str] | None, start: int, end: int) -> list[Party]:
    """Read those who open a sentence and launch something: "At the summit, Peru and Chile launched the Pledge"."""
    if introduction is None or not _AT_A_MEETING.match(introduction.group()):
        return []
    if _YEAR.search(introduction.group()) and lists.text[: lists.folded.back(*introduction.span())[0]].strip():
        return []  # a meeting of the past, if another sentence stands before
    found = lists.forward(start, end)
    several = len(found) > 1 and any(party.kind == "state" for party in found)
    return found if several and _LAUNCHED.match(lists.behind_list(found, end)) else []


_CLAUSES = re.compile(r"[;,] (?:(?<=; )|(?:and|while) (?=the |[A-Z]))")
_FOR_ONE = {"For ", "For the ", "On behalf of ", "On behalf of the ", "On the part of ", "On the part of the "}
_SIGNED_FOR = re.compile(
    r"\b(?:was|were) (?:signed|initialed|attended|represented)\b|\b(?:signed|took part|attended)\b"
)
_PERSONS = re.compile(
    r"\b(?:[Mm]inisters?|[Pp]residents?|[Ll]eaders|[Hh]eads of|[Ss]ecretar(?:y|ies)|[Aa]mbassadors?|[Ee]nvoys?"
    r"|[Dd]elegat(?:ions?|es)|[Rr]epresentatives?|[Nn]egotiators?|[Cc]hancellors?|[Mm]rs?\.|[Mm]s\.|Dr\.|H\.E\."
    r"|[Cc]ommissioners|[Pp]rosecutors|[Cc]oordinators|[Dd]irectors|[Pp]remiers|[Oo]fficials|[Ee]xperts)(?![\w-])"
)
_WORDS_OF_PERSONS = frozenset(
    [
        *("minister", "ministers", "president", "presidents", "leaders", "heads", "secretary", "secretaries"),
        *("ambassador", "ambassadors", "envoy", "envoys", "delegation", "delegations", "delegates", "chancellor"),
        *("representative", "representatives", "negotiator", "negotiators", "chancellors", "premiers", "officials"),
        *("commissioners", "prosecutors", "coordinators", "directors", "experts", "mr", "mrs", "ms", "dr", "h"),
    ]
)
"""One of them is in it."""
_SEVERAL_PERSONS = re.compile(r"\b(?:[Mm]inisters|[Pp]residents|[Ll]eaders|[Hh]eads of|[Dd]elegations|[Dd]elegates)\b")
_GROUP = re.compile(
    r"The (?:[a-z-]+ ){0,3}(?:members|partners|observers|guests|participants|parties|newcomers|hosts|delegations)"
    r"(?: [-–—]|,) (?:the )?"
)
"""What stands before those who are named one by one: "The new members - Peru and Chile - …"."""
_NO_PERSONS = ("overnment", "overnments", "uthorities", "eadership")
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


# --- those who sign -----------------------------------------------------------------------------------------------


def _signatories(lists: ListReader) -> Iterator[Party]:
    """Yield the states whose offices stand on lines of their own, with or without a name: who signed was there."""
    signed = []
    for entity in lists.entities:
        if entity.label not in {"POST", "STATE"}:
            continue
        before = lists.text[max(0, entity.start - SHORT) : entity.start]
        before = before if entity.start > SHORT else "\n" + before
        after = (lists.text[entity.end : entity.end + LONG] + "\n").split("\n")[0]
        _, line_begins, first = before.rpartition("\n")
        alone = line_begins and first.strip().lower() in _BEFORE_SIGNATURE[entity.label]
        if entity.label == "POST" and not alone:  # "His Highness Sheikh Isa bin Salman Al Khalifa, Emir of …"
            _, line_begins, first = ("\n" + lists.text[max(0, entity.start - LONG) : entity.start]).rpartition("\n")
            alone = bool(NAME_AND_COMMA.fullmatch(first))
        if alone and _SIGNATURE.fullmatch(after):
            signed += [party for party in lists.party(entity) if party.kind == "state"]
    if len({party.iso3 for party in signed}) >= SEVERAL:
        yield from signed


_BEFORE_SIGNATURE = {"POST": {"", "the", "for the"}, "STATE": {"for", "for the", "on behalf of", "on behalf of the"}}
_SIGNATURE = re.compile(r"[:,]?(?: [A-Z][\w.'’-]*){0,4}\s*")
