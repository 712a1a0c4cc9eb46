"""Those who act for a state that no table of names finds: persons known by name, and "the Norwegian delegation".

Who held an office of a state, and when, stands in ``data/reference/office_holders.csv``, the adjectives of states
in ``data/reference/states.csv`` and ``data/words/older_adjectives.csv``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from helpers import reference
from helpers.folding import WORD, Folded, fold_name, in_small_letters
from helpers.gazetteer import Entry
from helpers.parties import Entity, nationalities, short_names
from helpers.trie import whole_words


def with_persons(named: list[Entity], folded: Folded) -> list[Entity]:
    """Add those who act for a state to what else is named in a text.

    Parameters
    ----------
    named : list of Entity
        What is known already, in the order of the text: none of it is lost.
    folded : Folded
        The text.

    Returns
    -------
    list of Entity
        In the order of the text. Those who are added have the label PERSON and stand for the state.

    Examples
    --------
    >>> [person.name for person in with_persons([], Folded("Chancellor Angela Merkel met the Norwegian delegation."))]
    ['Germany', 'Norway']
    """
    named = _with(named, _persons(folded))
    return _with(named, _by_adjective(folded))


def _with(named: list[Entity], others: Iterator[Entity]) -> list[Entity]:
    """Add those that overlap with none of the others."""
    taken = [entity.end for entity in named]
    free = [
        one
        for one in others
        if (place := bisect_right(taken, one.start)) == len(named) or named[place].start >= one.end
    ]
    return sorted([*named, *free], key=lambda entity: entity.start) if free else named


def _named_at(folded: Folded, names: dict[str, list[str]]) -> Iterator[tuple[int, str]]:
    """Yield where names stand as whole words, given by their first word in small letters, the longest first."""
    done = 0
    for place in folded.places_of(names):
        for name in names[WORD.match(folded.lower, place)[0]] if place >= done else ():
            done = place + len(name)
            if folded.text.startswith(name, place) and not _LETTER.match(folded.text, done):
                yield place, name
                break
        else:
            done = place


_LETTER = re.compile(r"\w")


# --- persons ------------------------------------------------------------------------------------------------------

_TITLES = {
    "Prime Minister": "Prime Minister|Premier",
    "Secretary of State": "Secretary of State|Secretary",
    "Secretary of Defense": "Secretary of Defense|Defense Secretary|Secretary",
    "Foreign Minister": "Foreign Minister|Minister",
    "External Affairs Minister": "External Affairs Minister|Foreign Minister|Minister",
    "Chancellor": "Federal Chancellor|Chancellor",
}
"""How a title is written, where it is not written in one way alone."""


@dataclass(frozen=True)
class _Holder:
    """Somebody who held an office of a state; what finds the name is made when it is needed."""

    titles: str
    surname: str
    name: str
    iso3: str

    @cached_property
    def titled(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.titles})s? (?:[A-Z][\w'-]*\.? ){{0,3}}(?:and )?{re.escape(self.surname)}$")

    @cached_property
    def full(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){re.escape(self.name)}")


def _is_another(titled: str, holder: _Holder) -> bool:
    """Tell a first name that is not that of the holder: "Foreign Minister Oskar Fischer"."""
    given = re.compile(r" ([A-Z][a-z]{2,})").findall(titled, 0, len(titled) - len(holder.surname))
    titles = holder.titles.replace("|", " ").split()
    given = [name for name in given if name not in titles]
    return bool(given) and not any(name[0] in {part[0] for part in holder.name.split()} for name in given)


@cache
def _holders() -> dict[str, list[_Holder]]:
    """Return surname -> those office holders who bear it."""
    found: dict[str, list[_Holder]] = {}
    for row in reference.office_holders().itertuples():
        titles = "|".join(map(fold_name, _TITLES.get(row.title, row.title).split("|")))
        surname, full = fold_name(row.surname), fold_name(row.name)
        found.setdefault(surname, []).append(_Holder(titles, surname, full, row.iso3))
    return found


@cache
def _surnames() -> dict[str, list[str]]:
    """Return the surnames by their first word in small letters, alone and with 's; the longest first."""
    found: dict[str, list[str]] = {}
    for surname in sorted(_holders(), key=len, reverse=True):
        first = WORD.search(in_small_letters(surname))[0]
        for written in (first, f"{first}'s"):
            found.setdefault(written, []).append(surname)
    return found


def _persons(folded: Folded) -> Iterator[Entity]:
    """Yield the office holders who are named with their title or in full: each stands for the state."""
    for place, surname in _named_at(folded, _surnames()):
        beyond = place + len(surname)
        window = max(0, place - 60)
        for holder in _holders()[surname]:
            title = holder.titled.search(folded.text, window, beyond)
            whole = holder.full.search(folded.text, window, beyond + 40)
            if not (whole and whole.start() <= place < whole.end()) and not (
                title and not _is_another(title.group(), holder)
            ):
                continue
            start = min(found.start() for found in (title, whole) if found)
            if title and " and " in title.group():
                start = place  # "Presidents Bush and Putin"
            end = max(found.end() for found in (title, whole) if found)
            junior = re.compile(r",? Jr\.").match(folded.text, end)
            start, end = folded.back(start, junior.end() if junior else end)
            yield Entity(start, end, "PERSON", short_names()[holder.iso3], holder.iso3)
            break


# --- adjectives of states ----------------------------------------------------------------------------------------

_OF_A_STATE = (
    "[Ss]ides?|[Dd]elegations?|[Cc]ounterparts?|[Cc]olleagues?|[Ll]eaders?(?:hip)?|[Rr]epresentatives?|[Dd]elegates?"
    "|[Oo]fficials|[Ee]nvoys?|[Aa]mbassadors?|[Nn]egotiators?|[Dd]iplomats?|[Hh]osts?|[Gg]overnments?|[Aa]uthorities"
    "|(?:[Pp]rime )?[Mm]inisters?|[Pp]residents?|[Pp]remiers?|[Cc]hancellors?|King|Queen|Emperor|Emir|Sultan"
    "|Crown Prince|[Ss]ecretar(?:y|ies) of [Ss]tate|[Hh]eads? of (?:[Ss]tate|[Gg]overnment)|Foreign Secretary"
    "|State Councilor|Attorney General|[Ss]peakers?|[Pp]arliamentarians|[Ee]xperts"
    "|[Cc]hairmanship|[Cc]hairpersonship|[Pp]residency"
)
"""Who acts for a state if its adjective stands before: "the Norwegian delegation"."""
_NO_MODIFIER = "and|or|of|in|to|the|a|with|for|by|from|on|at|that|which|who|is|was|were|are|has|have|Ocean|Sea"


@cache
def _adjectives() -> tuple[dict[str, Entry], dict[str, list[str]]]:
    """Return adjective -> state, and the adjectives by their first word in small letters."""
    states = {Folded(word).text: entry for word, entry in nationalities().items()}
    by_first: dict[str, list[str]] = {}
    for word in sorted(states, key=len, reverse=True):
        by_first.setdefault(WORD.search(in_small_letters(word))[0], []).append(word)
    return states, by_first


@lru_cache(maxsize=100)
def _delegates(adjectives: frozenset[str]) -> re.Pattern[str]:
    """Return what finds "the German, French and Polish foreign ministers" if no other adjectives are in the text."""
    word = whole_words(adjectives)
    return re.compile(
        rf"({word})(?<!Latin American)(?=(?P<others>(?:(?:,| and|, and|,? as well as)(?: the)? {word}){{0,20}})"
        rf"(?: (?!(?:{_NO_MODIFIER})\b)[A-Za-z][\w-]*){{0,4}}? (?P<head>{_OF_A_STATE})(?![\w'-]))"
    )


def _by_adjective(folded: Folded) -> Iterator[Entity]:
    """Yield those who act for a state that is named by its adjective alone ("the Soviet side")."""
    states, by_first = _adjectives()
    named = list(_named_at(folded, by_first))
    pattern = _delegates(frozenset(name for _, name in named)) if named else None
    for place, _ in named:
        match = pattern.match(folded.text, place)
        if match is None:
            continue
        state = states[match[1]]
        start, end = folded.back(match.start(), match.end() if match["others"] else match.end("head"))
        yield Entity(start, end, "PERSON", state.name, state.iso3)
