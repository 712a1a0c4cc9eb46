"""Parties: what an entity of a text stands for where it is named in a list.

A state stands for itself, a minister for his state, the Secretary-General of an organization for this one. And some
stand for nobody: an abbreviation in brackets behind its name, the state with which a committee is concerned, an
organization that only says whose members the others are.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from helpers import reference
from helpers.chunks import state_forms
from helpers.columns import Columns
from helpers.folding import Folded
from helpers.gazetteer import Entry, Gazetteer

_PARTY_LABELS = {"STATE", "IGO", "GOV", "POST", "INITIATIVE"}


class Party(NamedTuple):
    """A party that an entity stands for: itself, or the state or organization behind an office.

    Attributes
    ----------
    start, end : int
        Where it is named in the text.
    name : str
        The one under which it is counted.
    iso3 : str
        Of a state; of others empty.
    kind : str
        state, organization or official.
    """

    start: int
    end: int
    name: str
    iso3: str
    kind: str


class Entity(NamedTuple):
    """An entity that can stand in a list of participants.

    Attributes
    ----------
    start, end : int
        Where it stands in the text.
    label : str
        As in the table of entities; PERSON for somebody who acts for a state.
    name : str
        Its full name, or nothing.
    iso3 : str
        Of a state; of others empty.
    """

    start: int
    end: int
    label: str
    name: str
    iso3: str


# --- what can stand in a list -------------------------------------------------------------------------------------


def entities_in(text: str, table: Columns) -> list[Entity]:
    """Return what can stand in a list.

    Parameters
    ----------
    text : str
        The text.
    table : dict of str to list
        Its entities, in columns.

    Returns
    -------
    list of Entity
        In the order of the text; no abbreviation in brackets behind its name.

    Examples
    --------
    >>> from helpers.entities import entity_columns
    >>> text = "Chad and the African Union (AU) met in May 2014."
    >>> [entity.name for entity in entities_in(text, entity_columns(text))]
    ['Chad', 'African Union']
    """
    texts = [""] * len(table["start"])
    columns = (table.get(name, texts) for name in ("start", "end", "label", "name", "iso3"))
    found = [
        Entity(int(start), int(end), label, str(name), str(iso3))
        for start, end, label, name, iso3 in zip(*columns, strict=True)
        if label in _PARTY_LABELS and (label == "STATE" or not in_brackets(text, int(start), int(end)))
    ]
    return sorted(found, key=lambda entity: entity.start)


def in_brackets(text: str, start: int, end: int) -> bool:
    """Tell an abbreviation in brackets, which stands behind its party and is none of its own.

    Parameters
    ----------
    text : str
        The text.
    start, end : int
        Where the abbreviation stands.

    Returns
    -------
    bool
        Whether nothing else stands in its brackets.

    Examples
    --------
    >>> in_brackets("the African Union (AU) met", 19, 21)
    True
    """
    while start and text[start - 1] in ' "“':
        start -= 1
    if text[start - 1 : start] != "(":
        return False
    while text[end : end + 1] in {" ", '"', "”"}:
        end += 1
    return text[end : end + 1] == ")"


def is_subject(text: str, entity: Entity) -> bool:
    """Tell a state with which a committee or an envoy is concerned.

    Parameters
    ----------
    text : str
        The text.
    entity : Entity
        One of its entities.

    Returns
    -------
    bool
        True for Chad in "the Chairperson of the Committee on Chad".

    Examples
    --------
    >>> is_subject("the Committee on Chad", Entity(17, 21, "STATE", "Chad", "TCD"))
    True
    """
    if entity.label != "STATE" or not text.endswith((" on ", " for ", " on the ", " for the "), 0, entity.start):
        return False
    return _CONCERNED_WITH.search(text, max(0, entity.start - 40), entity.start) is not None


_CONCERNED_WITH = re.compile(
    r"(?:[Cc]ommittee|[Cc]ommission|[Ww]orking [Gg]roup|[Cc]ontact [Gg]roup|Task Force|Facilitator|Mediator"
    r"|(?:Special|High|Personal) (?:Envoy|Representative)) (?:on|for) (?:the )?\Z"
)


def is_party_of_list(folded: Folded, party: Entity) -> bool:
    """Tell a party from an organization that only says whose members the others are ("SCO member states").

    Parameters
    ----------
    folded : helpers.folding.Folded
        The text.
    party : Entity
        The organization.

    Returns
    -------
    bool
        Whether it is a party of its own.

    Examples
    --------
    >>> sco = Entity(0, 3, "IGO", "Shanghai Cooperation Organization", "")
    >>> is_party_of_list(Folded("SCO took part"), sco), is_party_of_list(Folded("SCO member states"), sco)
    (True, False)
    """
    start, end = folded.ahead(party.start), folded.ahead(party.end)
    before, after = folded.lower[max(0, start - 60) : start], folded.lower[end : end + 60]
    after = _ABBREVIATION.sub("", after)
    return not (
        _THEIR_STATES.match(after)
        or _THEIR_PEOPLE.match(after)
        or _STATES_OF.search(before)
        or _MEETING_OF.search(before)
        or _THEIR_MEETING.match(after)
    )


_KINDS = "(?:member|observer|partner|participating|dialogue|dialog)"
_ABBREVIATION = re.compile(r"^ \([a-z]+\)")
_THEIR_STATES = re.compile(rf"(?:'s)? {_KINDS}[ -](?:and {_KINDS}[ -])?(?:partner )?(?:state|countr|nation|government)")
_THEIR_PEOPLE = re.compile(
    r"(?:'s)? (?:states|countries|nations|members|leaders|(?:\w+ )?ministers|heads of|presidents)\b"
)
_STATES_OF = re.compile(rf"{_KINDS} (?:states|countries|nations)(?: of| to| at| in)?(?: the)? $|members of (?:the )?$")
_THEIR_MEETING = re.compile(r" (?:(?:ministerial|annual|informal|plenary) )?(?:meeting|summit|session|conference)\b")
_MEETING_OF = re.compile(r"\b(?:meeting|session|summit|consultations|conference|talks) of (?:the )?$")


# --- whom an office stands for ------------------------------------------------------------------------------------


def gazetteer_of(entities: Columns) -> Gazetteer:
    """Know the names of the world and those that stand in a table of entities.

    Parameters
    ----------
    entities : dict of str to list
        The table, in columns.

    Returns
    -------
    Gazetteer
        What a table says is known for this text alone.

    Examples
    --------
    >>> haven = {"label": ["STATE"], "text": ["Haven"], "name": ["Haven"], "iso3": ["XHA"]}
    >>> gazetteer_of(haven).get("Haven").iso3
    'XHA'
    """
    names = Gazetteer(below=Gazetteer.from_tables())
    if {"text", "name", "iso3"} <= entities.keys():
        columns = zip(*(entities[column] for column in ("label", "text", "name", "iso3")), strict=True)
        for label, text, name, iso3 in dict.fromkeys(columns):
            if label in {"STATE", "IGO"} and re.search(r"\w", text) and text not in names:
                names.add(text, label, canonical=name, iso3=iso3)
    return names


def behind_office(text: str, office: Entity, names: Gazetteer) -> Party:
    """Return the state behind a minister or a ministry, or the official behind an office of an organization.

    Parameters
    ----------
    text : str
        The text.
    office : Entity
        Where the office is named in it.
    names : Gazetteer
        The names that may stand in an office: `gazetteer_of`.

    Returns
    -------
    Party
        If no state is found, the office or body itself.

    Examples
    --------
    >>> text = "Foreign Minister of Chad"
    >>> behind_office(text, Entity(0, 24, "POST", text, ""), Gazetteer.from_tables()).iso3
    'TCD'
    """
    start, end = office.start, office.end
    official = "official" if office.label == "POST" else "organization"
    for first, last, entry in names.names_in(text[start:end]):
        if _SENT_TO.search(text, max(start, start + first - 12), start + first):
            continue  # "Special Envoy for Syria": where somebody is sent is not whose envoy it is
        if entry.label == "STATE":
            begin = start + _with_form(text[start:end], first)
            return Party(begin, start + last, entry.name, entry.iso3, "state")
        if entry.label == "IGO":
            return Party(start, end, office.name or text[start:end], "", official)
        if entry.label == "GOV" and (state := _state_in(entry.name, names)):
            return Party(start, end, state.name, state.iso3, "state")  # "of the Supreme Soviet of the USSR"
    if state := _state_of_body(office.name):
        return Party(start, end, state.name, state.iso3, "state")
    for word in re.finditer(r"[^\W\d_]+", text[start:end]):
        if found := nationalities().get(word.group()):
            return Party(start, end, found.name, found.iso3, "state")
    return Party(start, end, office.name or text[start:end], "", official)


def _state_in(body: str, names: Gazetteer) -> Entry | None:
    """Return the state in which the name of its body ends."""
    found = names.get(re.sub(r"^.* of (?:the )?", "", body))
    return found if found is not None and found.label == "STATE" else None


_SENT_TO = re.compile(r"\bfor\s+(?:the\s+)?$")


def _with_form(office: str, start: int) -> int:
    """Return where the name of a state begins if a form of state stands before it ("Republic of Turkmenistan")."""
    for match in re.finditer(r"[A-Z]\S*", office[:start]):
        form = re.fullmatch(r"(.+?)\s+of(?:\s+the)?\s+", office[match.start() : start])
        if form and Folded(form[1]).text in state_forms():
            return match.start()
    return start


@cache
def nationalities() -> dict[str, Entry]:
    """Return adjective -> state.

    Returns
    -------
    dict of str to Entry
        Those of today and older ones; nobody changes it.

    Examples
    --------
    >>> nationalities()["Chadian"].iso3
    'TCD'
    """
    table = reference.states()
    found: dict[str, Entry] = {}
    for row in table.itertuples():
        for word in re.split(r"[;,]\s*", row.adjective):
            found.setdefault(word.strip(), Entry("STATE", row.short_name, row.iso3))
    for row in reference.words("older_adjectives").itertuples():
        found.setdefault(row.adjective, Entry("STATE", short_names()[row.iso3], row.iso3))
    return found


@cache
def short_names() -> dict[str, str]:
    """Return the code of a state -> its short name.

    Returns
    -------
    dict of str to str
        From the table of states; nobody changes it.

    Examples
    --------
    >>> short_names()["TCD"]
    'Chad'
    """
    table = reference.states()
    return dict(zip(table["iso3"], table["short_name"], strict=True))


def _state_of_body(name: str) -> Entry | None:
    """Return the state whose body this is, if the table of organizations knows it ("USAID")."""
    parent = parents_of_bodies().get(name)
    found = Gazetteer.from_tables().get(parent) if parent else None
    return found if found is not None and found.label == "STATE" else None


@cache
def parents_of_bodies() -> dict[str, str]:
    """Return body -> the body that it belongs to, both by full name.

    Returns
    -------
    dict of str to str
        From the table of organizations; nobody changes it.

    Examples
    --------
    >>> parents_of_bodies()["United Nations Development Programme"]
    'United Nations'
    """
    table = reference.organizations()
    full = dict(zip(table["acronym"], table["name"], strict=True)) | {name: name for name in table["name"]}
    return {row.name: full.get(row.parent, row.parent) for row in table.itertuples() if row.parent}
