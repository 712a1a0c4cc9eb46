"""Participants: whom the text lists as taking part, and in what capacity on that day.

To be mentioned is not to attend. We look for the phrases that announce an attendance ("… took part", "attended by …",
``data/words/attendance.csv``) and read the list of names that leans on them, name by name, as long as nothing but the
small change of lists stands between two names ("and", "as well as the delegation of", a person's name). How the steps
follow on each other is told in `helpers.attendance`.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Set
from functools import cache, lru_cache

import pandas as pd

from helpers import reference
from helpers.attendance import Lists
from helpers.columns import Columns, as_table, columns_from, columns_of, with_columns
from helpers.dates import as_day
from helpers.entities import entity_columns
from helpers.errors import CourseError
from helpers.folding import Folded, fold_name
from helpers.gazetteer import Gazetteer
from helpers.parties import parents_of_bodies

CATEGORIES = (
    "member",
    "observer",
    "dialogue_partner",
    "partner",
    "organ",
    "un_system",
    "other_organization",
    "other_state",
)
"""What a participant can be to the organization that hosts the meeting."""


def find_participants(text: str, entities: pd.DataFrame | None = None) -> pd.DataFrame:
    """Find the parties that attended, by reading the lists of the text.

    Parameters
    ----------
    text : str
        Any English text.
    entities : pandas.DataFrame, optional
        The entities of the text (``start``, ``end``, ``label`` …), for example corrected by hand; by default
        `tag_entities`.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``text`` (the party's own name on the page), ``name`` (the one under which it is counted),
        ``iso3`` (of a state) and ``kind``: state, organization, or official for an office that attends for its
        organization. One row a party, in the order of the text.

    Raises
    ------
    CourseError
        If `text` is no str or `entities` lacks a column.

    Examples
    --------
    >>> text = "The Republic of Korea and UNDP took part. They discussed the situation in Chad."
    >>> find_participants(text)[["text", "name", "kind"]].values.tolist()
    [['Republic of Korea', 'South Korea', 'state'], ['UNDP', 'United Nations Development Programme', 'organization']]
    """
    if not isinstance(text, str):
        raise CourseError(f"find_participants() takes a text (str), not {type(text).__name__}.")
    return read_lists(text, entities)[0]


def read_lists(
    text: str, entities: pd.DataFrame | None = None
) -> tuple[pd.DataFrame, list[tuple[int, int]], list[tuple[int, int]]]:
    """Find the parties that attended, and what is uncertain about their lists.

    Parameters
    ----------
    text : str
        Any English text.
    entities : pandas.DataFrame, optional
        As for `find_participants`.

    Returns
    -------
    tuple of (pandas.DataFrame, list of (int, int), list of (int, int))
        What `find_participants` returns; start and end of each phrase that announces a list in which no party was
        recognized; start and end of a list that was taken although no words say that its parties attended.

    Examples
    --------
    >>> table, unread, guessed = read_lists("The meeting was attended by many old friends.")
    >>> len(table), unread, guessed
    (0, [(16, 27)], [])
    """
    given = entity_columns(text) if entities is None else with_columns(entities, {"start", "end", "label"})
    found, unread, guessed = participant_columns(text, given)
    return as_table(found), unread, guessed


def participant_columns(
    text: str, entities: pd.DataFrame | Columns
) -> tuple[Columns, list[tuple[int, int]], list[tuple[int, int]]]:
    """Return what `read_lists` does, for the stages that need no table.

    Parameters
    ----------
    text : str
        The text.
    entities : pandas.DataFrame or dict of str to list
        Its entities, as a table or in columns.

    Returns
    -------
    tuple of (dict of str to list, list of (int, int), list of (int, int))
        The columns of the table, and the two lists.

    Examples
    --------
    >>> participant_columns("Chad met Peru.", entity_columns("Chad met Peru."))[0]["iso3"]
    ['TCD', 'PER']
    """
    seen: set[str] = set()
    rows = []
    lists = Lists(text, entities)
    for party in sorted(lists.attending(), key=lambda party: party.start):
        key = party.iso3 or party.name.casefold()
        if key not in seen:
            seen.add(key)
            rows.append((party.start, party.end, text[party.start : party.end], party.name, party.iso3, party.kind))
    return columns_from(rows, ("start", "end", "text", "name", "iso3", "kind")), lists.unread, lists.guessed


# --- capacity ----------------------------------------------------------------------------------------------------


def classify_participants(
    participants: pd.DataFrame,
    on: datetime.date | str,
    organization: str = "SCO",
    memberships: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Say in what capacity each participant was there: member, observer, organ, other state and so on.

    Parameters
    ----------
    participants : pandas.DataFrame
        From `find_participants`.
    on : datetime.date or str
        The day of the meeting; status changes, so there is no answer without a day.
    organization : str, default "SCO"
        The host organization, by acronym or name.
    memberships : pandas.DataFrame, optional
        Another table of dated memberships, with the columns of ``reference/memberships.csv``.

    Returns
    -------
    pandas.DataFrame
        The same rows with ``category``, one of `CATEGORIES`.

    Raises
    ------
    CourseError
        If `on` is no date, the organization is unknown, or a table lacks a column.

    Examples
    --------
    >>> found = find_participants("India, Japan and UNDP took part.")
    >>> classify_participants(found, on="2014-01-22")["category"].tolist()
    ['observer', 'other_state', 'un_system']
    >>> classify_participants(found, on="2018-01-22")["category"].tolist()
    ['member', 'other_state', 'un_system']
    """
    with_columns(participants, _NEEDED)
    found = categories(columns_of(participants, _NEEDED), on, organization, memberships)
    return participants.assign(category=found)


_NEEDED = ("text", "name", "iso3", "kind")


def categories(
    participants: Columns,
    on: datetime.date | str,
    organization: str = "SCO",
    memberships: pd.DataFrame | None = None,
) -> list[str]:
    """Return the category of each participant, as `classify_participants` does.

    Parameters
    ----------
    participants : dict of str to list
        The columns ``text``, ``name``, ``iso3`` and ``kind``.
    on, organization, memberships
        As in `classify_participants`.

    Returns
    -------
    list of str
        One a participant.

    Examples
    --------
    >>> india = {"text": ["India"], "name": ["India"], "iso3": ["IND"], "kind": ["state"]}
    >>> categories(india, on="2014-01-22")
    ['observer']
    """
    day = as_day(on)
    table = as_memberships(memberships)
    host = _host_names(organization, table)
    status = _statuses(host, table, day)
    return [
        status.get(iso3, "other_state") if kind == "state" else _kind_of_body(str(name), str(text), host)
        for text, name, iso3, kind in zip(*(participants[column] for column in _NEEDED), strict=True)
    ]


def status_on(
    iso3: str, on: datetime.date | str, organization: str = "SCO", memberships: pd.DataFrame | None = None
) -> str | None:
    """Look up the status of a state in an organization on a day.

    Parameters
    ----------
    iso3 : str
        Code of the state, for example ``"IND"``.
    on : datetime.date or str
        The day.
    organization : str, default "SCO"
        Acronym or name.
    memberships : pandas.DataFrame, optional
        Another table of dated memberships.

    Returns
    -------
    str or None
        member, observer, dialogue_partner or partner; None if the table has no row for the state on that day.

    Raises
    ------
    CourseError
        If `iso3` is no code of three letters, `on` is no date or the organization is unknown.

    Examples
    --------
    >>> status_on("IND", "2017-06-08"), status_on("IND", "2017-06-09"), status_on("JPN", "2017-06-09")
    ('observer', 'member', None)
    """
    table = as_memberships(memberships)
    code, day = _code(iso3), as_day(on)
    return _statuses(_host_names(organization, table), table, day).get(code)


def states_with_changes(on: datetime.date | str, memberships: pd.DataFrame | None = None) -> set[str]:
    """Return the states whose status in some organization changed in the calendar year of a day.

    Parameters
    ----------
    on : datetime.date or str
        The day.
    memberships : pandas.DataFrame, optional
        Another table of dated memberships.

    Returns
    -------
    set of str
        Their codes. `changes_in_year` says what changed.

    Examples
    --------
    >>> "IND" in states_with_changes("2017-03-01")
    True
    """
    year = as_day(on)[:4]
    table = as_memberships(memberships)
    rows = zip(*(table[column].tolist() for column in ("iso3", "from_date", "to_date")), strict=True)
    return {iso3 for iso3, begin, end in rows if year in (begin[:4], end[:4])}


def changes_in_year(
    iso3: str, on: datetime.date | str, organization: str = "SCO", memberships: pd.DataFrame | None = None
) -> list[tuple[str, str | None, str | None]]:
    """Look up whether the status of a state changed in the calendar year of a day.

    Parameters
    ----------
    iso3 : str
        Code of the state.
    on : datetime.date or str
        The day.
    organization : str, default "SCO"
        Acronym or name.
    memberships : pandas.DataFrame, optional
        Another table of dated memberships.

    Returns
    -------
    list of (str, str or None, str or None)
        The day of each change, the status before it and from then on; None for no status.

    Examples
    --------
    >>> changes_in_year("IND", "2017-03-01"), changes_in_year("IND", "2018-03-01")
    ([('2017-06-09', 'observer', 'member')], [])
    """
    day = as_day(on)
    table = as_memberships(memberships)
    code = _code(iso3)
    if code not in states_with_changes(day, table):
        return []
    rows = table[table["iso3"] == code]
    host = _host_names(organization, table)
    rows = rows[rows["organization"].map(fold_name).isin(host)]
    days = sorted({date for date in (*rows["from_date"], *rows["to_date"]) if date[:4] == day[:4]})
    changes = []
    for date in days:
        eve = (datetime.date.fromisoformat(date) - datetime.timedelta(days=1)).isoformat()
        before, after = (_statuses(host, rows, when).get(code) for when in (eve, date))
        changes.append((date, before, after))
    return changes


def _code(iso3: object) -> str:
    """Return the code in capitals; of a name, say which code it has."""
    if isinstance(iso3, str) and re.fullmatch(r"[A-Za-z]{3}", iso3.strip()):
        return iso3.strip().upper()
    entry = Gazetteer.from_tables().get(iso3) if isinstance(iso3, str) else None
    code = f"The code of {iso3} is '{entry.iso3}'." if entry and entry.iso3 else "For example, 'IND' is India."
    raise CourseError(f"status_on() takes the code of a state, three letters, not {iso3!r}. {code}")


@cache
def _all_memberships() -> pd.DataFrame:
    return pd.concat([reference.memberships(), reference.memberships_elsewhere()], ignore_index=True)


def as_memberships(table: pd.DataFrame | None) -> pd.DataFrame:
    """Return a table of dated memberships as the lookups want it: all cells are text, and none is missing.

    Parameters
    ----------
    table : pandas.DataFrame or None
        With the columns of ``reference/memberships.csv``; None for those of the course.

    Returns
    -------
    pandas.DataFrame
        Nobody changes it. Given back to this function, it is returned as it is.

    Raises
    ------
    CourseError
        If a column is missing.

    Examples
    --------
    >>> "Shanghai Cooperation Organization" in set(as_memberships(None)["organization"])
    True
    """
    if table is None:
        return _all_memberships()
    with_columns(table, {"organization", "iso3", "status", "from_date", "to_date"})
    if not table.attrs.get(_IS_READY):
        table = table.fillna("").astype(str)
        table.attrs[_IS_READY] = True
    return table


_IS_READY = "all cells are text"


def _host_names(organization: str, memberships: pd.DataFrame) -> Set[str]:
    """Return the names of the host: acronym, full name, and whatever the tables say is the same."""
    if not isinstance(organization, str) or not organization.strip():
        raise CourseError(f"An organization is given by its acronym or name, for example 'SCO', not {organization!r}.")
    return _same_names(organization, _names_of(memberships))


def _names_of(memberships: pd.DataFrame) -> tuple[str, ...]:
    """Return the organizations of a table."""
    return tuple(dict.fromkeys(memberships["organization"].tolist()))


@lru_cache(maxsize=100)
def _same_names(organization: str, known: tuple[str, ...]) -> Set[str]:
    asked = Folded(organization.strip()).text
    names = {asked}
    for acronym, name in _organizations():
        if asked in {acronym, name}:
            names |= {acronym, name}
    for full in known:
        initials = "".join(word[0] for word in full.split() if word[0].isupper())
        if asked in {fold_name(full), initials}:
            names |= {fold_name(full), initials}
    if names == {asked} and asked not in known:
        entry = Gazetteer.from_tables().get(asked)
        if entry is not None and entry.label == "STATE":
            raise CourseError(
                f"{organization!r} is a state ({entry.name}). A host is an organization, of which states are members: "
                "'SCO' or 'ASEAN', for example. If the meeting had none, take the one whose members you ask about."
            )
        if entry is None:
            table = reference.organizations()
            known = ", ".join(sorted({*table.loc[table["body_type"] == "igo", "acronym"]} - {""}))
            raise CourseError(f"The tables know no organization {organization!r}. Among those they know: {known}.")
        names.add(Folded(entry.name).text)
    return names - {""}


def _statuses(host: Set[str], memberships: pd.DataFrame, day: str) -> dict[str, str]:
    """Return the status of each state on a day, from the rows of one organization (half-open intervals)."""
    names = {name for name in _names_of(memberships) if fold_name(name) in host}
    columns = (memberships[column].tolist() for column in ("organization", "iso3", "status", "from_date", "to_date"))
    return {
        iso3: str(status)
        for name, iso3, status, begin, end in zip(*columns, strict=True)
        if name in names and begin <= day and (end == "" or day < end)
    }


def _kind_of_body(name: str, text: str, host: Set[str]) -> str:
    """Tell an organ of the host from the United Nations and from all others."""
    written = [fold_name(name), fold_name(text)]
    if any(_stands_in(one, words) for one in host for words in written) or _root(written, host):
        return "organ"
    return "un_system" if _root(written, {"UN", "United Nations"}) else "other_organization"


def _stands_in(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def _root(written: list[str], roots: Set[str]) -> bool:
    """Tell whether a body, or a body whose name stands in its name, belongs to one of the roots."""
    parents = parents_of_bodies()
    for words in written:
        inside = (entry.name for _, _, entry in Gazetteer.from_tables().names_in(words))
        for found in (words, *inside):
            while found:
                if found in roots:
                    return True
                found = parents.get(found, "")
    return False


@cache
def _organizations() -> list[tuple[str, str]]:
    """Return acronym and name, as a folded text has it, of each organization that the tables know."""
    table = reference.organizations()
    return list(zip(table["acronym"], table["name"].map(fold_name), strict=True))
