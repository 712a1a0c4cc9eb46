"""Participants: whom the text lists as taking part, and in what capacity on that day.

To be mentioned is not to attend. We look for the phrases that announce an attendance ("… took part", "attended by …",
``data/words/attendance.csv``) and read the list of names that leans on them, name by name, as long as nothing but the
small change of lists stands between two names ("and", "as well as the delegation of", a person's name).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pandas as pd

from helpers import reference
from helpers.chunks import state_forms
from helpers.dates import as_day
from helpers.entities import tag_entities
from helpers.errors import CourseError
from helpers.folding import Folded
from helpers.gazetteer import Entry, Gazetteer
from helpers.texts import sentence_spans

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

_PARTY_LABELS = {"STATE", "IGO", "GOV", "POST", "INITIATIVE"}


class _Party(NamedTuple):
    """An entity that can stand in a list of participants, and the party that it stands for."""

    start: int
    end: int
    party_start: int
    party_end: int
    name: str
    iso3: str
    kind: str


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
    entities = tag_entities(text) if entities is None else _with_columns(entities, {"start", "end", "label"})
    parties = [party for party in _parties(text, entities) if not _in_brackets(text, party)]
    seen: set[str] = set()
    rows = []
    for party in sorted(_attending(text, parties), key=lambda party: party.party_start):
        key = party.iso3 or party.name.casefold()
        if key not in seen:
            seen.add(key)
            start, end = party.party_start, party.party_end
            rows.append((start, end, text[start:end], party.name, party.iso3, party.kind))
    return pd.DataFrame(rows, columns=["start", "end", "text", "name", "iso3", "kind"])


def _with_columns(table: pd.DataFrame, columns: set[str]) -> pd.DataFrame:
    if not isinstance(table, pd.DataFrame):
        raise CourseError(f"A table (DataFrame) is needed here, not {type(table).__name__}.")
    missing = sorted(columns - set(table.columns))
    if missing:
        raise CourseError(f"The table lacks the column(s) {', '.join(missing)}: take one that the helpers made.")
    return table


# --- what an entity stands for -----------------------------------------------------------------------------------


def _parties(text: str, entities: pd.DataFrame) -> Iterator[_Party]:
    names = _gazetteer_of(entities)
    for row in entities[entities["label"].isin(_PARTY_LABELS)].sort_values("start").itertuples():
        name, iso3 = getattr(row, "name", ""), getattr(row, "iso3", "")
        start, end = int(row.start), int(row.end)
        if row.label in {"GOV", "POST"}:
            yield _behind_office(text, start, end, row.label, str(name), names)
        else:
            kind = "state" if row.label == "STATE" else "organization"
            yield _Party(start, end, start, end, str(name) or text[start:end], str(iso3), kind)


def _in_brackets(text: str, party: _Party) -> bool:
    """Tell an abbreviation in brackets, which stands behind its party and is none of its own."""
    return text[: party.start].rstrip(' "“')[-1:] == "(" and text[party.end :].lstrip(' "”')[:1] == ")"


def _gazetteer_of(entities: pd.DataFrame) -> Gazetteer:
    """Know the names of the world and those that stand in this table."""
    names = Gazetteer(below=Gazetteer.from_tables())
    if {"text", "name", "iso3"} <= set(entities.columns):
        for row in entities[entities["label"].isin(["STATE", "IGO"])].itertuples(index=False):
            if re.search(r"\w", row.text) and row.text not in names:
                names.add(row.text, row.label, canonical=row.name, iso3=row.iso3)
    return names


def _behind_office(text: str, start: int, end: int, label: str, name: str, names: Gazetteer) -> _Party:
    """Return the state behind a minister or a ministry, or the official behind an office of an organization."""
    inner = names.find(text[start:end])
    inner = inner[inner["label"].isin(["STATE", "IGO", "GOV"])]
    for found in inner.itertuples(index=False):
        if found.label == "STATE":
            begin = start + _with_form(text[start:end], found.start)
            return _Party(start, end, begin, start + found.end, found.name, found.iso3, "state")
        if found.label == "IGO":
            kind = "official" if label == "POST" else "organization"
            return _Party(start, end, start, end, name or text[start:end], "", kind)
    for word in re.finditer(r"[^\W\d_]+", text[start:end]):
        if found := _nationalities().get(word.group()):
            return _Party(start, end, start, end, found.name, found.iso3, "state")
    return _Party(
        start, end, start, end, name or text[start:end], "", "official" if label == "POST" else "organization"
    )


def _with_form(office: str, start: int) -> int:
    """Return where the name of a state begins if a form of state stands before it ("Republic of Turkmenistan")."""
    for match in re.finditer(r"[A-Z]\S*", office[:start]):
        form = re.fullmatch(r"(.+?)\s+of(?:\s+the)?\s+", office[match.start() : start])
        if form and Folded(form[1]).text in state_forms():
            return match.start()
    return start


@cache
def _nationalities() -> dict[str, Entry]:
    table = reference.states()
    found: dict[str, Entry] = {}
    for row in table.itertuples():
        for word in re.split(r"[;,]\s*", row.adjective):
            found.setdefault(word.strip(), Entry("STATE", row.short_name, row.iso3))
    return found


# --- reading lists -----------------------------------------------------------------------------------------------


def _attending(text: str, parties: list[_Party]) -> Iterator[_Party]:
    for start, end, _ in sentence_spans(text):
        here = [party for party in parties if start <= party.start and party.end <= end]
        folded = Folded(text[start:end])
        for match in _attendance().finditer(folded.text.lower()):
            if _only_wished(folded.text.lower(), match):
                continue
            side = _sides()[next(index for index, group in enumerate(match.groups()) if group is not None)]
            first, last = (place + start for place in folded.back(*match.span()))
            if side in {"before", "both"}:
                yield from _read_backward(text, here, start, first)
            announced = text[last:end].strip() == ":"  # the list stands on the lines that follow
            if side in {"after", "both"} or announced:
                beyond = [party for party in parties if party.start >= start] if announced else here
                yield from _read_forward(text, beyond, last)


@cache
def _sides() -> tuple[str, ...]:
    return tuple(row.side for row in _phrases().itertuples())


@cache
def _phrases() -> pd.DataFrame:
    table = reference.words("attendance")
    return table.sort_values("phrase", key=lambda phrases: -phrases.str.len(), ignore_index=True)


@cache
def _attendance() -> re.Pattern[str]:
    patterns = [
        r"\s".join(r"(?:\S+\s){0,8}?\S+" if word == "…" else re.escape(word) for word in phrase.split())
        for phrase in _phrases()["phrase"]
    ]
    return re.compile(r"(?<!\w)(?:" + "|".join(f"({pattern})" for pattern in patterns) + r")(?!\w)")


def _only_wished(lower: str, match: re.Match[str]) -> bool:
    """Tell whether the attendance is denied, future or wished for ("was not", "will attend", "invited to attend")."""
    before = lower[max(0, match.start() - 40) : match.start()].split(",")[-1]
    wished = "not|never|will|would|may|might|could|should|shall|cannot|unable to|declined to|invited to|to"
    return bool(re.search(rf"\b(?:{wished})(?: \w+ly)? $", before)) or bool(re.search(r"\bnot\b", match.group()))


def _read_backward(text: str, parties: list[_Party], start: int, stop: int) -> Iterator[_Party]:
    """Read the list that ends right before a verb, from its last name to its first."""
    for party in reversed([party for party in parties if party.end <= stop]):
        if not _is_list_gap(text[party.end : stop], last=stop):
            return
        if _is_party_of_list(text, party):
            yield party
        stop = party.start


def _read_forward(text: str, parties: list[_Party], start: int) -> Iterator[_Party]:
    """Read the list that begins right after a phrase, from its first name to its last."""
    for party in [party for party in parties if party.start >= start]:
        if not _is_list_gap(text[start : party.start]):
            return
        if _is_party_of_list(text, party):
            yield party
        start = party.end


_BEFORE_VERB = {
    "also",
    "have",
    "has",
    "had",
    "do",
    "does",
    "did",
    "all",
    "each",
    "that",
    "as",
    "well",
    "who",
    "which",
    "then",
    "today",
}
_NO_ADVERBS = {"ally", "assembly", "family", "supply"}


def _is_list_gap(gap: str, last: int | None = None) -> bool:
    """Tell whether nothing but the small change of lists stands between two names."""
    folded = Folded(gap).text
    if re.search(r"[.!?](?:\s|$)", re.sub(r"\b(?:[A-Z]|Jr|Sr|Mr|Mrs|Ms|Dr|H\.E|St)\.", "", folded)):
        return False
    for word in re.findall(r"[^\W\d_]+(?:[-'.][^\W\d_]+)*", folded):
        if word[0].isupper() or word.lower() in _list_words():
            continue  # a person's name, or "as well as the representatives of"
        if last is None or not _goes_before_verb(word.lower()):
            return False
    return True


def _goes_before_verb(word: str) -> bool:
    """Tell whether a word may stand between a list and its verb: "did", "actively" (what denies is found elsewhere)."""
    return word in _BEFORE_VERB or (word.endswith("ly") and word not in _NO_ADVERBS)


@cache
def _list_words() -> frozenset[str]:
    return frozenset(reference.words("list_words")["word"])


def _is_party_of_list(text: str, party: _Party) -> bool:
    """Tell a party from an organization that only says whose members the others are ("SCO member states")."""
    if party.kind != "organization":
        return True
    after = Folded(text[party.end : party.end + 60]).text.lower()
    before = Folded(text[max(0, party.start - 60) : party.start]).text.lower()
    kinds = "(?:member|observer|partner|participating|dialogue|dialog)"
    if re.match(rf"(?:'s)? {kinds}[ -](?:and {kinds}[ -])?(?:partner )?(?:state|countr|nation|government)", after):
        return False
    if re.search(rf"{kinds} (?:states|countries|nations)(?: of| to)?(?: the)? $|members of the $", before):
        return False
    return not re.search(r"\b(?:meeting|session|summit|consultations|conference|talks) of (?:the )?$", before)


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
    _with_columns(participants, {"text", "name", "iso3", "kind"})
    day = as_day(on)
    table = _memberships(memberships)
    host = _host_names(organization, table)
    rows = _rows_of(host, table)
    result = participants.copy()
    result["category"] = [
        (_status(row.iso3, day, rows) or "other_state") if row.kind == "state" else _kind_of_body(row, host)
        for row in participants.itertuples(index=False)
    ]
    return result


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
    table = _memberships(memberships)
    return _status(_code(iso3), as_day(on), _rows_of(_host_names(organization, table), table))


def _code(iso3: object) -> str:
    """Return the code in capitals; of a name, say which code it has."""
    if isinstance(iso3, str) and re.fullmatch(r"[A-Za-z]{3}", iso3.strip()):
        return iso3.strip().upper()
    entry = Gazetteer.from_tables().get(iso3) if isinstance(iso3, str) else None
    code = f"The code of {iso3} is '{entry.iso3}'." if entry and entry.iso3 else "For example, 'IND' is India."
    raise CourseError(f"status_on() takes the code of a state, three letters, not {iso3!r}. {code}")


def _memberships(table: pd.DataFrame | None) -> pd.DataFrame:
    if table is None:
        return reference.memberships()
    return _with_columns(table, {"organization", "iso3", "status", "from_date", "to_date"}).fillna("").astype(str)


def _host_names(organization: str, memberships: pd.DataFrame) -> set[str]:
    """Return the names of the host: acronym, full name, and whatever the tables say is the same."""
    if not isinstance(organization, str) or not organization.strip():
        raise CourseError(f"An organization is given by its acronym or name, for example 'SCO', not {organization!r}.")
    asked = Folded(organization.strip()).text
    table = reference.organizations()
    names = {asked}
    for row in table.itertuples():
        if asked in {row.acronym, Folded(row.name).text}:
            names |= {row.acronym, Folded(row.name).text}
    for full in memberships["organization"].unique():
        initials = "".join(word[0] for word in full.split() if word[0].isupper())
        if asked in {Folded(full).text, initials}:
            names |= {Folded(full).text, initials}
    if names == {asked} and asked not in set(memberships["organization"]):
        entry = Gazetteer.from_tables().get(asked)
        if entry is None or entry.label == "STATE":
            known = ", ".join(
                sorted({row.acronym for row in table.itertuples() if row.body_type == "igo" and row.acronym})
            )
            raise CourseError(f"The tables know no organization {organization!r}. Among those they know: {known}.")
        names.add(Folded(entry.name).text)
    return names - {""}


def _status(iso3: str, day: str, rows: pd.DataFrame) -> str | None:
    """Return the status of a state on a day, from the rows of one organization (half-open intervals)."""
    rows = rows[
        (rows["iso3"] == iso3) & (rows["from_date"] <= day) & ((rows["to_date"] == "") | (day < rows["to_date"]))
    ]
    return None if rows.empty else str(rows["status"].iloc[-1])


def _rows_of(host: set[str], memberships: pd.DataFrame) -> pd.DataFrame:
    names = {name: Folded(name).text for name in memberships["organization"].unique()}
    return memberships[memberships["organization"].map(names).isin(host)]


def _kind_of_body(row: object, host: set[str]) -> str:
    """Tell an organ of the host from the United Nations and from all others."""
    written = [Folded(str(row.name)).text, Folded(str(row.text)).text]
    if any(_stands_in(name, words) for name in host for words in written) or _root(written, host):
        return "organ"
    return "un_system" if _root(written, {"UN", "United Nations"}) else "other_organization"


def _stands_in(name: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None


def _root(written: list[str], roots: set[str]) -> bool:
    """Tell whether a body, or a body whose name stands in its name, belongs to one of the roots."""
    parents = _parents()
    for words in written:
        for found in (words, *Gazetteer.from_tables().find(words)["name"]):
            while found:
                if found in roots:
                    return True
                found = parents.get(found, "")
    return False


@cache
def _parents() -> dict[str, str]:
    """Return body -> the body that it belongs to, both by full name."""
    table = reference.organizations()
    full = dict(zip(table["acronym"], table["name"], strict=True)) | {name: name for name in table["name"]}
    return {row.name: full.get(row.parent, row.parent) for row in table.itertuples() if row.parent}
