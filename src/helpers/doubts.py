"""What an analysis is unsure of, each doubt with the words of the text that it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import numpy as np
import pandas as pd

from helpers import reference
from helpers.chunks import read_chunks
from helpers.columns import Columns, columns_of
from helpers.folding import Folded, fold, fold_name
from helpers.gazetteer import Gazetteer
from helpers.participants import changes_in_year, states_with_changes
from helpers.trie import whole_words

KINDS = ("unknown_name", "unread_list", "guessed_list", "status_changed", "named_by_person", "former_state")
"""The kinds of doubt."""

COLUMNS = ["start", "end", "text", "kind", "words"]

_STATUS = {None: "without a status", "dialogue_partner": "a dialogue partner", "observer": "an observer"}


def find_doubts(
    text: str,
    entities: pd.DataFrame | Columns,
    participants: pd.DataFrame | Columns,
    unread: list[tuple[int, int]],
    guessed: list[tuple[int, int]],
    on: str | None = None,
    organization: str = "SCO",
    memberships: pd.DataFrame | None = None,
    gazetteer: Gazetteer | None = None,
) -> pd.DataFrame:
    """Say what a reader should look at again.

    Parameters
    ----------
    text : str
        The text.
    entities, participants : pandas.DataFrame or dict of str to list
        What was found in it, as tables or in columns.
    unread, guessed : list of (int, int)
        From `helpers.participants.read_lists`.
    on : str, optional
        The day on which status was looked up.
    organization : str, default "SCO"
        The host.
    memberships : pandas.DataFrame, optional
        Another table of dated memberships.
    gazetteer : Gazetteer, optional
        The names that were looked for.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``text``, ``kind`` (one of `KINDS`) and ``words``, in the order of the text. A name is
        doubted once, where it stands first.

    Examples
    --------
    >>> from helpers.participants import read_lists
    >>> page = "The Tin Whistle Council met India."
    >>> from helpers.entities import tag_entities
    >>> names = tag_entities(page)
    >>> find_doubts(page, names, *read_lists(page, names))["words"].tolist()
    ['"Tin Whistle Council" looks like an organization or a process, but no list of names has it.']
    """
    names = Gazetteer.from_tables() if gazetteer is None else gazetteer
    entities = columns_of(entities, ("start", "end", "text", "label", "name"))
    participants = columns_of(participants, ("start", "end", "text", "name", "iso3", "kind"))
    rows = [
        *_unknown_names(text, entities, names),
        *_unread_lists(text, unread),
        *_guessed_lists(guessed),
        *_status_changes(participants, on, organization, memberships),
        *_persons(participants, entities),
        *_former_states(entities),
    ]
    found = [(start, end, text[start:end], kind, words) for start, end, kind, words in sorted(set(rows))]
    return pd.DataFrame(found, columns=COLUMNS)


_Doubt = tuple[int, int, str, str]


def _unknown_names(text: str, entities: Columns, names: Gazetteer) -> Iterator[_Doubt]:
    """Yield bodies that only a rule found, and words that look like one and were not tagged at all."""
    seen: set[str] = set()

    def fresh(name: str) -> bool:
        new = (
            name not in seen
            and fold_name(name) not in _bodies_by_themselves()
            and not any(entry.label for _, _, entry in names.names_in(name))
        )
        seen.add(name)
        return new

    columns = [entities[name] for name in ("start", "end", "label", "text")]
    columns.append(entities.get("name", columns[-1]))
    bodies = [
        (start, end, words, name if isinstance(name, str) else "")
        for start, end, label, words, name in zip(*columns, strict=True)
        if label in {"IGO", "INITIATIVE"}
    ]
    known = {name: name in names for name in {name for body in bodies for name in body[2:] if name}}
    for start, end, words, name in bodies:
        name = name or words
        if not known[name] and fresh(name) and not seen & {words} - {name}:
            yield int(start), int(end), "unknown_name", f"{_quoted(words)} {_LOOKS}"
        seen.add(words)
    starts = sorted(zip(entities["start"], entities["end"], strict=True))
    folded = fold(text)
    page = folded.text
    for first_letter, behind in _untagged_bodies(folded, starts):
        line = read_chunks(page, [], *_around(page, first_letter, behind))
        for match in _BODY.finditer(line.letters):
            first, last = line[match.start()].start, line[match.end() - 1].end
            start, end = folded.back(first, last)
            here = first <= first_letter < last
            if here and not _overlaps(starts, start, end) and fresh(text[start:end]):
                yield start, end, "unknown_name", f"{_quoted(text[start:end])} {_LOOKS}"


def _untagged_bodies(folded: Folded, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield where in the folded text nouns of bodies stand that lie in none of the spans of the text."""
    pieces, which, begins = folded.pieces
    told = [list(_body_words().finditer(piece)) for piece in pieces]
    places = np.flatnonzero(np.fromiter(map(bool, told), dtype=bool, count=len(told))[which])
    nouns = [
        (begin + match.start(), begin + match.end())
        for begin, piece in zip(begins[places].tolist(), which[places].tolist(), strict=True)
        for match in told[piece]
    ]
    if not nouns:
        return
    starts, stops = map(np.array, folded.back_all(*zip(*nouns, strict=True)))
    firsts, lasts = np.array([(-1, -1), *spans]).T  # none of them is before the first
    before = np.searchsorted(firsts, stops) - 1
    for number in np.flatnonzero(lasts[before] <= starts).tolist():
        yield nouns[number]


def _around(page: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of the line around a word in which a name may stand, cut between words."""
    first, last = max(0, start - _BEFORE), min(len(page), end + _BEHIND)
    begin = page.rfind("\n", first, start) + 1 or (page.find(" ", first, start) + 1 if first else 0)
    stop = page.find("\n", end, last)
    if stop < 0:
        stop = page.rfind(" ", end, last) if last < len(page) else last
    return begin or min(first, start), max(stop, end)


_BEFORE, _BEHIND = 160, 80
"""How many characters before and behind a word are read."""


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether the last of the spans that begins before an end reaches beyond a start."""
    number = bisect_right(spans, (end, -1))
    return number > 0 and spans[number - 1][1] > start


@cache
def _body_words() -> re.Pattern[str]:
    """Match the first words of the nouns that make a body: only the lines where one stands untagged are read."""
    nouns = (Folded(noun).text for noun in reference.words("bodies")["noun"])
    return re.compile(whole_words({re.match(r"\w+", noun)[0] for noun in nouns}))


_BODY = re.compile("(?<![CZRKmFBpdA])(?=[ZRmFBpdA]{0,6}[CK])[CZRKmFBpdA]{1,7}(?<=B)(?![CZRKmFBpdA])")
"""Words in capitals that end in the noun of a body, one of them of no other use."""

_LOOKS = "looks like an organization or a process, but no list of names has it."


@cache
def _bodies_by_themselves() -> frozenset[str]:
    """Return what is the name of a body without more, as a folded text has it ("Security Council")."""
    table = reference.words("bodies")
    return frozenset(fold_name(noun) for noun in table.loc[table["alone"] == "self", "noun"])


def _unread_lists(text: str, unread: list[tuple[int, int]]) -> Iterator[_Doubt]:
    for start, end in unread:
        words = f"{_quoted(text[start:end])} announces those who were there, but no name behind it could be read."
        yield start, end, "unread_list", words


def _guessed_lists(guessed: list[tuple[int, int]]) -> Iterator[_Doubt]:
    for start, end in guessed:
        words = (
            "No words say that these took part: they stand in the longest list at the beginning. Look whether they did."
        )
        yield start, end, "guessed_list", words


def _status_changes(
    participants: Columns, on: str | None, organization: str, memberships: pd.DataFrame | None
) -> Iterator[_Doubt]:
    if on is None:
        return
    changing = states_with_changes(on, memberships)
    if changing.isdisjoint(participants["iso3"]):
        return
    columns = (participants[column] for column in ("start", "end", "name", "iso3"))
    for start, end, name, iso3 in zip(*columns, strict=True):
        if iso3 not in changing:
            continue
        for day, before, after in changes_in_year(iso3, on, organization, memberships):
            words = f"For {organization}, {name} was {_status(before)} before {day} and {_status(after)} from then on."
            yield int(start), int(end), "status_changed", f"{words} We looked it up on {on}."


def _status(status: str | None) -> str:
    return _STATUS.get(status) or f"a {status}"


def _persons(participants: Columns, entities: Columns) -> Iterator[_Doubt]:
    """Yield the participants who stand on no entity: a state that is known by the name of its office holder alone."""
    places = sorted(zip(entities["start"], entities["end"], strict=True))
    columns = (participants[column] for column in ("start", "end", "text", "name", "kind"))
    for start, end, text, name, kind in zip(*columns, strict=True):
        number = bisect_right(places, (start, float("inf")))
        if kind == "state" and not (number and places[number - 1][1] >= end):
            words = f"{_quoted(text)} counts as {name}: so the table of office holders has it, the text may not."
            yield start, end, "named_by_person", words


def _former_states(entities: Columns) -> Iterator[_Doubt]:
    if "name" not in entities or _approximate().isdisjoint(entities["text"]):
        return
    seen = set()
    columns = (entities[column] for column in ("start", "end", "label", "text", "name"))
    for start, end, label, text, name in zip(*columns, strict=True):
        if label == "STATE" and text in _approximate() and text not in seen:
            seen.add(text)
            yield (
                int(start),
                int(end),
                "former_state",
                f"{_quoted(text)} is counted as {name}, which is not the same state.",
            )


@cache
def _approximate() -> frozenset[str]:
    """Return the names of former states that the tables count under one of several successors."""
    table = reference.aliases()
    return frozenset(table.loc[table["note"].str.contains("approximation|second state|predecessor"), "alias"])


def _quoted(name: str) -> str:
    return f'"{" ".join(name.split())}"'
