"""Long lists of parties that no phrase of the table announces: the words around them tell that these were there.

``attendance.csv`` knows some 2,500 phrases, and no table knows all. Whoever writes "Taking their seats were" or "The
delegations numbered twelve (" still names persons, delegations or states, one after the other, and says nearby that
they came, sat or spoke. Here a list is read by these words, wherever they stand in its sentence. And where a document
about a meeting names nobody else, the long list at its beginning is taken for those who met.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from helpers.list_reader import BOTH, SEVERAL, ListReader
from helpers.parties import Party

_MANY = 4
_OPENING = 2
"""So many sentences open a document: those who issue it are named there."""
_BEGINNING = 8
"""In so many sentences a document says who met, if it does at all."""
_REACH = 300
"""So much of what stands before a list is read."""
_LONG_LIST = 20
"""A list of so many that is none of those who were there is not tried again from its second name on."""

_PEOPLE = (
    r"(?:delegations?|delegates|representatives|envoys|ministers|leaders|presidents|premiers|secretaries|officials"
    r"|participants|colleagues|counterparts|guests|observers|speakers|governments|chairmen|chairs|ambassadors"
    r"|principals|experts|prosecutors|commissioners|heads of [a-z-]+(?: (?:and|or) (?:of )?[a-z-]+)?)"
)
_STATES = (
    r"(?:(?:member|observer|partner|participating) )?(?:countries|states|nations|members|partners|economies|parties)"
)
_THERE = (
    r"(?:(?:tak(?:e|es|ing)|took) (?:part|(?:their )?(?:seats|places))|participa\w+|attend(?:ed|ing|ance|ees)|present"
    r"|represented|seated|assembled|gathered|around the table|at the table|opposite|across from (?:them|it)"
    r"|(?:co-)?hosts|on the (?:other )?side of|speakers|guests|observers|sitting|sat)"
)
"""Words that say that somebody was there."""
_CAME = re.compile(
    rf"\b(?:{_THERE}|met|meets|came|convened|conferred|hosts?|hosted|joined|delegations?|delegates|representatives"
    r"|chaired|presided|colleagues|counterparts|spoke|led by|headed by)\b"
)
"""One of these is said in the sentence of a list that is put behind those whom it names."""
_MEETS = re.compile(
    r"\b(?:met|meets?|meetings?|summit|session|conference|talks|consultations|forum|assembly|gathered|assembled"
    r"|convened?|came together|sat down|statement|declaration|communique|declares?|announced?|launch\w*|issued|released"
    r"|made public|ministerial|plenary)\b"
)
"""What tells that a sentence is about a meeting, or about what was issued there."""
_WERE = re.compile(
    rf"\b{_THERE}\b[^.;:]{{0,160}}?\b(?:were|was|are|is|being|included|numbered [a-z\d-]+)"
    r"(?:,? (?:also|likewise|both|first))*(?: (?:the|his|her|their))?[ :(-]*(?:the )?$"
    r"|\b(?:with|beside|besides) (?:him|her|them) (?:there )?(?:were|was|attended|came|sat)[ :]*(?:the )?$"
    rf"|\b(?:other|remaining|further) (?:{_PEOPLE}|{_STATES}) (?:are|were) (?:the )?$"
    r"|\bthere (?:also |likewise )?(?:(?:came|attended|sat|gathered)(?: also| likewise)?"
    r"|were (?:also|likewise|present))[ :]*(?:the )?$"
)
"""What stands before a list that is the subject: "Taking part in the meeting were", "there came also"."""
_BEHIND_THEM = re.compile(rf"\b(?:{_PEOPLE}|{_STATES})\b[^.;:()]{{0,90}}? ?(?:[:(-]|, namely)[ \n-]*(?:the )?$")
"""What stands before a list that is put behind those whom it names: "twelve delegations (", "his colleagues: "."""
_ANNOUNCES = re.compile(
    rf"\b(?:{_PEOPLE}|{_STATES}|{_THERE})\b[^;]*?"
    r"(?::|(?:\bas follows|\bbelow|\bthe following(?: [a-z]+){0,3})[.:]?)\s*$"
)
"""What stands before a list on the lines that follow: "Governments were represented as follows."."""
_OF_PEOPLE = re.compile(
    rf"\b{_PEOPLE}(?: (?!who|which|that|will|would)[a-z-]+){{0,5}}? (?:of|from|for|representing|speaking for)"
    r" (?:the )?$|\bwe, [^.;:]{0,60}\bof (?:the )?$"
)
"""What stands before the states for which somebody acts: "the foreign ministers of"."""
_BY_SPEAKERS = re.compile(
    r"\b(?:speeches|statements|remarks|addresses|interventions|presentations|opened|chaired|delivered|presided"
    r"|(?:was|were) (?:held|conducted)"
    r"|(?:ministers|representatives|delegations|envoys|observers|officials) (?:had been |were |was )?sent)\b"
    r"(?!.*\b(?:letters?|messages?|telegrams?|earlier)\b).* by (?:the )?$"
)
"""What stands before those who do what is done at a meeting: "speeches were given by"."""
_BEING = re.compile(
    r",? (?:being|as|meeting|gathered|assembled|represented)\b|,? in (?:their|its) capacity|,? the \w+ of"
)
"""What follows on those with whom a document of their own begins: "Peru and Chile, meeting in Lima,"."""
_NOT_THERE = re.compile(
    r"\b(?:not|no|never|absent|absence|missing|unable|regrets?|apologies|excused|will|would|shall|should"
    r"|(?<!\d )may(?! \d)|might|could|next|invited(?! (?:him|her|them|it)\b|.*,)|planned|expected|future"
    r"|since (?:19|20)\d\d|set up|established|founded|membership|situation|conflicts?|exports?|imports?"
    r"|recall\w*|condemn\w*|concern\w*|call(?:s|ed|ing)? on)\b"
)
"""What is said of those who were not there, or of something else."""
_OF_OTHERS = re.compile(
    r"\b(?:not(?:e|es|ed|ing)|welcom\w+|outcomes?|results?|support\w*|propos\w+|urg(?:e|es|ed|ing)|congratulat\w+)\b"
)
_PAST = re.compile(r",? (?:held )?(?:in|of|on [^.;]{0,20}) (?:19|20)\d\d\W*$")
"""What tells that a meeting is one of others, or of the past."""
_MADE_UP_OF = re.compile(r"\b(?:consists?|composed|comprises?)\b")
"""What is said of those who belong to a body; of a meeting where nothing else says who met."""
_CLAUSE = re.compile(r"; |(?<!\b[a-z])\. |\n")
_NOT_BLANK = re.compile(r"\S|\Z")
_LINE = re.compile(r"[^\n]+\n?")
_LINE_OF_PARTY = re.compile(
    r"\W*(?:\(?[a-z\d]{1,3}[.)]\s*)?(?:the )?(?:(?:[A-Z]\S*|bin|al|de|van|von|el|ibn|of|and) ){0,12}(?:the )?"
)
"""With what a line of a list begins, before its party: "(a) Ms. Ana Ruiz, Minister of"."""
_SHORT_LINE = 80
_MOST_LINES = 300
_BEGINS = re.compile(r"\W*(?:\d+[.)] )?(?:the )?")
_LEADS = frozenset(
    ["were", "was", "are", "is", "being", "included", "by", "also", "likewise", "came", "both", "namely", "-"]
)
"""What may stand right before a list, but for "the"."""
_LEADS_AT_FIRST = frozenset(["", "of", "from", "for", "representing", "comprises", "comprise", "includes", "include"])
"""What may stand there in the opening of a document."""
_NAME = re.compile(
    r"(?:(?<=[:;(,-] )|(?<=were )|(?<=was )|(?<=by )|(?<=\n)|(?<=: \n)|\A)[ -]*"
    r"(?:(?:and )?(?:[A-Z]\.)*[A-Z\u00c0-\u024f][\w.'-]*,? ?|(?:bin|al|de|van|von|da|dos|el|ibn) ){1,9}"
    r"(?:for |, )?(?:the )?$"
)
"""The name and the titles of a person, before the first office of a list."""
_ELSEWHERE = re.compile(
    r"\b(?:in|on|at|to|into|towards?|against|about|between|concerning|regarding|than|including|like|among|across"
    r"|within|signed|ratified|acceded|adopted in|neighbors|borders) (?:the )?$"
)
"""What stands before states that are spoken about."""
_HINTS = frozenset(
    [
        *("taking", "took", "take", "participated", "participants", "participating", "attended", "attending"),
        *("attendance", "attendees", "present", "there", "represented", "seated", "assembled", "gathered"),
        *("table", "opposite", "across", "side", "sides", "speakers", "guests", "observers"),
        *("sitting", "sat", "delegations", "delegates", "representatives", "met", "came", "convened"),
        *("conferred", "host", "hosted", "hosts", "joined", "colleagues", "spoke", "counterparts"),
        *("chaired", "ministers", "presidents", "leaders", "follows", "below", "following", "sent", "partners"),
        *("held", "statements", "speeches", "opened"),
        *("delegation", "meets", "led", "headed", "presided", "takes", "participates", "participation", "conducted"),
        *("remarks", "addresses", "interventions", "presentations", "delivered", "him", "her", "them"),
        *("other", "remaining", "further"),
    ]
)
"""One of these stands in every sentence before or behind such a list."""


class _Run(NamedTuple):
    """A list of parties that nothing parts, and the words around it in its sentence, in small letters."""

    parties: list[Party]
    lead: str
    behind: str

    def states(self) -> int:
        """Return how many of them are states."""
        return len({party.iso3 for party in self.parties if party.kind == "state"})


def read_by_words_around(lists: ListReader, spans: tuple[tuple[int, int, int], ...]) -> Iterator[Party]:
    """Yield the parties of lists of which the words around tell that they were there.

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
    >>> text = "In Lima the delegations numbered three (Chile, Fiji and Mali)."
    >>> [party.iso3 for party in read_by_words_around(ListReader(text, tag_entities(text)), sentence_spans(text))]
    ['CHL', 'FJI', 'MLI']
    """
    folded = lists.folded
    title = spans[0][0] if spans else len(lists.text)
    if lists.text[:title].strip():
        yield from _told(lists, 0, title, opens=True)
    starts = folded.ahead_all([start for start, _, _ in spans])
    hinted = {bisect_right(starts, place) - 1 for place in folded.places_of(_HINTS)}
    for number in sorted({*hinted, *range(min(_OPENING, len(spans)))} - {-1}):
        start, end, _ = spans[number]
        yield from _told(lists, start, end, opens=number < _OPENING)


def read_by_place(lists: ListReader, spans: tuple[tuple[int, int, int], ...]) -> list[Party]:
    """Return the longest list at the beginning of a document about a meeting, for one in which nobody else is named.

    Parameters
    ----------
    lists : ListReader
        The text with its entities.
    spans : tuple of (int, int, int)
        Its sentences: `helpers.texts.sentence_spans`.

    Returns
    -------
    list of Party
        Empty if there is none of four states or more of which nothing else is said.

    Examples
    --------
    >>> from helpers.entities import tag_entities
    >>> from helpers.texts import sentence_spans
    >>> text = "The Group met in Lima. Of states there were Chile, Fiji, Mali and Peru."
    >>> [party.iso3 for party in read_by_place(ListReader(text, tag_entities(text)), sentence_spans(text))]
    ['CHL', 'FJI', 'MLI', 'PER']
    """
    if len(spans) < BOTH:
        return []
    beginning = spans[:_BEGINNING]
    if not _MEETS.search(lists.folded.lower, 0, lists.ahead(spans[1][1])):
        return []
    runs = [run for start, end, _ in beginning for run in _runs(lists, start, end, opens=True)]
    met = [
        run
        for run in runs
        if run.states() >= _MANY
        and not _NOT_THERE.search(_CLAUSE.split(run.lead)[-1])
        and not _ELSEWHERE.search(run.lead)
    ]
    return max(met, key=_Run.states).parties if met else []


def _told(lists: ListReader, start: int, end: int, *, opens: bool) -> Iterator[Party]:
    """Yield the parties of the lists in a sentence, or on the lines that follow it, that its words tell to be there."""
    sentence = lists.folded.lower[lists.ahead(start) : lists.ahead(end)]
    number = bisect_left(lists.starts, start)
    if number < len(lists.starts) and lists.starts[number] >= end and _announces(sentence):
        together = lists.forward(lists.starts[number], len(lists.text))
        yield from max(together, list(_on_lines(lists, end)), key=len)
        return
    for run in _runs(lists, start, end, opens=opens):
        if _tells(run, opens=opens):
            yield from run.parties


def _on_lines(lists: ListReader, place: int) -> Iterator[Party]:
    """Yield who is named first on each of the lines that follow: "(a) Chile: Minister Ana Ruiz, in the place of …;"."""
    number = bisect_left(lists.starts, place)
    for line in islice(_LINE.finditer(lists.text, _NOT_BLANK.search(lists.text, place).start()), _MOST_LINES):
        number = bisect_left(lists.starts, line.start(), number)
        if number == len(lists.starts) or not line.group().strip() or line.group().rstrip().endswith(":"):
            return  # nothing more, or another list begins
        first = lists.entities[number]
        if first.end <= line.end() and _LINE_OF_PARTY.fullmatch(lists.text, line.start(), first.start):
            yield from lists.forward(first.start, first.end)
        elif len(line.group()) > _SHORT_LINE:
            return  # a shorter one may be a party that no table knows
        if line.group().rstrip().endswith("."):
            return


def _announces(sentence: str) -> bool:
    """Tell whether a sentence says that those on the lines that follow were there."""
    tail = sentence[-_REACH:]
    if not (tail.rstrip().endswith(":") or "follow" in tail[-60:] or "below" in tail[-60:]):
        return False  # as most
    return _ANNOUNCES.search(tail) is not None and _CAME.search(tail) is not None and not _NOT_THERE.search(tail)


def _runs(lists: ListReader, start: int, end: int, *, opens: bool) -> Iterator[_Run]:
    """Yield the lists of a sentence, each from every name on before which a list may begin."""
    page = lists.folded.text
    begin = lists.ahead(start)
    number = bisect_left(lists.starts, start)
    while number < len(lists.starts) and lists.starts[number] < end:
        first = lists.entities[number]
        place = lists.ahead(first.start)
        number += 1
        lead = page[max(begin, place - _REACH) : place]
        word = _last_word(lead)
        if (word[:1].isupper() or word == "for") and not (
            number > 1 and lists.is_list_gap(lists.entities[number - 2].end, first.start)
        ):
            lead = _NAME.sub("", lead)
            word = _last_word(lead)
        if word in _LEADS or word[-1:] in {":", "("} or (opens and (word in _LEADS_AT_FIRST or word[-1:].isdigit())):
            found = lists.forward(first.start, end)
            if found:
                yield _Run(found, lead.lower(), lists.behind_list(found, end).lower())
            if len(found) > _LONG_LIST:
                number = max(number, bisect_right(lists.starts, found[-1].start))


def _last_word(lead: str) -> str:
    """Return the last word, or a mark that stands for itself, before a list; "the" is passed over."""
    words = lead.rsplit(maxsplit=2)
    return "" if not words else words[-2] if words[-1] in {"the", "The"} and len(words) > 1 else words[-1]


def _tells(run: _Run, *, opens: bool) -> bool:
    """Tell whether the words around a list say that those whom it names were there."""
    lead, states = run.lead, run.states()
    clause = _CLAUSE.split(lead)[-1]
    if _NOT_THERE.search(clause) or _MADE_UP_OF.search(clause):
        return False
    if _WERE.search(lead):
        return True
    if opens and _BEGINS.fullmatch(lead):
        return states >= SEVERAL and _BEING.match(run.behind) is not None
    if opens and states >= (BOTH if lead.startswith("we,") else SEVERAL) and _OF_PEOPLE.search(lead):
        others = _OF_OTHERS.search(clause) or _PAST.match(run.behind)
        return not others and _MEETS.search(lead + run.behind) is not None
    if states < SEVERAL:
        return False
    if _BY_SPEAKERS.search(lead):
        return True
    return _BEHIND_THEM.search(lead) is not None and _CAME.search(lead + run.behind) is not None
