"""A gazetteer: a list of names, each with its label and the one name under which we count it.

The words of a text that begin with the right letter are looked up in a dict, and where the first word of a name stands,
so is the whole name: the time to search a text hardly depends on how many names there are.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, Self

import pandas as pd

from helpers import reference
from helpers.errors import CourseError
from helpers.folding import Folded, fold_name

LABELS = ("STATE", "IGO", "GOV", "POST", "DATE", "DOC", "INITIATIVE")
"""The entity labels of the codebook."""

NOTHING = ""
"""The label of a name that is listed so that a shorter name inside it is not found ("Northern Ireland")."""


class Entry(NamedTuple):
    """What the gazetteer knows of a name."""

    label: str
    name: str
    iso3: str = ""


class Gazetteer:
    """Names to look for.

    Examples
    --------
    >>> mine = Gazetteer().add("Heart of Asia process", "INITIATIVE").add("Asia", "STATE")
    >>> mine.find("the Heart of Asia  process")[["text", "label"]].values.tolist()
    [['Heart of Asia  process', 'INITIATIVE']]
    """

    def __init__(self, below: Gazetteer | None = None) -> None:
        self._below = below
        self._entries: dict[str, Entry | None] = {}  # None: removed
        self._words: re.Pattern[str] | None = None  # words that may be the first of a name; made when it is asked for
        self._sizes: dict[str, dict[str, list[tuple[int, int]]]] = {}
        self._last: tuple[str, list[tuple[int, int, Entry]]] = ("", [])
        self._is_of_tables = False

    @classmethod
    def from_tables(cls, on: datetime.date | str | None = None) -> Gazetteer:
        """Gather the names of all states and organizations that the reference tables know.

        Parameters
        ----------
        on : datetime.date or str, optional
            Leave out bodies that were founded after this day (ISO form, for example ``"2014-01-22"``), and names
            that came into use later.

        Returns
        -------
        Gazetteer
            A new one, to which names can be added.

        Examples
        --------
        >>> "EAEU" in Gazetteer.from_tables(), "EAEU" in Gazetteer.from_tables(on="2014-01-22")
        (True, False)
        """
        return cls(below=_from_tables("" if on is None else str(on)))

    def add(self, name: str, label: str, canonical: str | None = None, iso3: str = "") -> Self:
        """Add a name.

        Parameters
        ----------
        name : str
            As it stands in texts. British or American spelling, curly apostrophes and line ends do not matter.
        label : str
            One of the labels of the codebook; the empty string for a name that is to be passed over.
        canonical : str, optional
            The name under which it is counted; by default the name itself.
        iso3 : str, optional
            For a state: its code.

        Returns
        -------
        Gazetteer
            The same gazetteer, so that calls can be chained.

        Raises
        ------
        CourseError
            If the name is empty or the label unknown.

        Examples
        --------
        >>> Gazetteer().add("Kyrgyz Republic", "STATE", canonical="Kyrgyzstan", iso3="KGZ")
        Gazetteer with 1 name
        """
        if not isinstance(name, str) or not re.search(r"\w", name):
            raise CourseError(f"A name must be a text with at least one letter, not {name!r}.")
        if label not in (*LABELS, NOTHING):
            raise CourseError(f"There is no label {label!r} (for {name!r}). The labels are {', '.join(LABELS)}.")
        self._entries[fold_name(name)] = Entry(label, canonical or name.strip(), iso3)
        self._words = None
        self._last = ("", [])
        return self

    def remove(self, name: str) -> Self:
        """Take a name out; nothing happens if it is not there.

        Parameters
        ----------
        name : str
            The name.

        Returns
        -------
        Gazetteer
            The same gazetteer.

        Examples
        --------
        >>> Gazetteer().add("Turkey", "STATE").remove("Turkey")
        Gazetteer with 0 names
        """
        self._entries[fold_name(name)] = None
        self._words = None
        self._last = ("", [])
        return self

    def get(self, name: str) -> Entry | None:
        """Look a name up.

        Parameters
        ----------
        name : str
            The name, in any spelling.

        Returns
        -------
        Entry or None
            Its label, canonical name and ISO code.

        Examples
        --------
        >>> Gazetteer.from_tables().get("Shanghai Cooperation Organisation").name
        'Shanghai Cooperation Organization'
        """
        return self._lookup(fold_name(name))

    def _lookup(self, folded: str) -> Entry | None:
        layer: Gazetteer | None = self
        while layer is not None:
            if folded in layer._entries:
                return layer._entries[folded]
            layer = layer._below
        return None

    def __contains__(self, name: str) -> bool:
        return self.get(name) is not None

    def changes(self) -> Iterator[tuple[str, Entry | None]]:
        """Yield what was added to the tables of the course, or taken out of them (then without an entry).

        A name that is as the tables have it is left out.

        Yields
        ------
        tuple of (str, Entry or None)
            The name, as it is compared.

        Raises
        ------
        CourseError
            If these names do not begin from the tables.

        Examples
        --------
        >>> [name for name, entry in Gazetteer.from_tables().add("Wexland", "STATE").remove("Turkey").changes()]
        ['Wexland', 'Turkey']
        """
        layers = list(self._layers())
        if not layers[-1]._is_of_tables:
            raise CourseError(
                "This gazetteer does not begin from the tables: Gazetteer.from_tables() makes one that does."
            )
        for number, layer in enumerate(layers[:-1]):
            for name, entry in layer._entries.items():
                is_last_word = not any(name in above._entries for above in layers[:number])
                if is_last_word and layers[-1]._entries.get(name) != entry:
                    yield name, entry

    def _names(self) -> set[str]:
        names = self._below._names() if self._below is not None else set()
        return (names | set(self._entries)) - {name for name, entry in self._entries.items() if entry is None}

    def to_table(self) -> pd.DataFrame:
        """Return all names with what they stand for, in the order of the alphabet.

        Returns
        -------
        pandas.DataFrame
            ``name`` (as it is compared: straight apostrophes, single blanks), ``label``, ``canonical``, ``iso3``.

        Examples
        --------
        >>> Gazetteer().add("Chad", "STATE", iso3="TCD").to_table().values.tolist()
        [['Chad', 'STATE', 'Chad', 'TCD']]
        """
        entries = ((name, self._lookup(name)) for name in sorted(self._names()))
        rows = [(name, entry.label, entry.name, entry.iso3) for name, entry in entries if entry is not None]
        return pd.DataFrame(rows, columns=["name", "label", "canonical", "iso3"])

    def __len__(self) -> int:
        return len(self._names())

    def __repr__(self) -> str:
        return f"Gazetteer with {len(self):,} name{'' if len(self) == 1 else 's'}"

    def find(self, text: str) -> pd.DataFrame:
        """Find all names in a text, the longest first.

        Parameters
        ----------
        text : str
            Any text.

        Returns
        -------
        pandas.DataFrame
            ``start``, ``end``, ``text``, ``label``, ``name``, ``iso3``, one row a name, in the order of the text;
            no two overlap.

        Examples
        --------
        >>> Gazetteer.from_tables().find("Delegations of the Kyrgyz Republic and UNDP")["name"].tolist()
        ['Kyrgyzstan', 'United Nations Development Programme']
        """
        if not isinstance(text, str):
            raise CourseError(f"find() takes a text (str), not {type(text).__name__}.")
        rows = [(start, end, text[start:end], *entry) for start, end, entry in self.names_in(text)]
        return pd.DataFrame(rows, columns=["start", "end", "text", "label", "name", "iso3"])

    def names_in(self, text: str) -> Iterator[tuple[int, int, Entry]]:
        """Yield what `find` puts into its table, for the stages that need no table.

        Parameters
        ----------
        text : str
            Any text.

        Yields
        ------
        tuple
            Start, end (exclusive) and `Entry`, in the order of the text.

        Examples
        --------
        >>> [match[:2] for match in Gazetteer().add("India", "STATE").names_in("to  India")]
        [(4, 9)]
        """
        folded = Folded(text)  # not `fold` nor `matches`: they keep the whole text, and here names come by
        lists = [layer._own_matches(folded.text) for layer in self._layers() if layer._entries]
        for start, end, entry in lists[0] if len(lists) == 1 else self._together(lists, folded.text):
            if entry.label:
                yield (*folded.back(start, end), entry)

    def matches(self, folded: str) -> Iterator[tuple[int, int, Entry]]:
        """Yield start, end and entry of each name in a text that is already folded; no two overlap.

        Parameters
        ----------
        folded : str
            The text of a `Folded`.

        Returns
        -------
        iterator of (int, int, Entry)
            Start, end (exclusive) and `Entry`.

        Examples
        --------
        >>> [match[:2] for match in Gazetteer().add("India", "STATE").matches("India, Indiana")]
        [(0, 5)]
        """
        lists = [layer._remembered(folded) for layer in self._layers() if layer._entries]
        return iter(lists[0]) if len(lists) == 1 else self._together(lists, folded)

    def _remembered(self, folded: str) -> list[tuple[int, int, Entry]]:
        """Return the names of this list alone; those of the text that came last are kept, for two stages ask."""
        if self._last[0] != folded:
            self._last = (folded, list(self._own_matches(folded)))
        return self._last[1]

    def _together(self, lists: list[Iterable[tuple[int, int, Entry]]], folded: str) -> Iterator[tuple[int, int, Entry]]:
        """Yield the names of several lists."""
        done = 0
        spans = {(start, -end) for names in lists for start, end, _ in names}
        for start, end in sorted(spans):  # of two that begin together the longer first
            entry = self._lookup(folded[start:-end])
            if start >= done and entry is not None:
                yield start, -end, entry
                done = -end

    def _layers(self) -> Iterator[Gazetteer]:
        layer: Gazetteer | None = self
        while layer is not None:
            yield layer
            layer = layer._below

    def _own_matches(self, folded: str) -> Iterator[tuple[int, int, Entry]]:
        """Yield the names of this list alone: where the first capital of one stands, the rest is looked up."""
        if self._words is None:
            self._sizes = _sizes(self._entries)
            letters = "".join(sorted({re.escape(word[0]) for word in self._sizes}))
            self._words = re.compile(rf"[{letters}]\w*")
        page = folded + " "
        sizes, entries, search = self._sizes, self._entries, self._words.search
        done = 0
        found = search(page)
        while found:
            word, going_on = found[0], found.end()
            if word in sizes:
                after = sizes[word]
                for before, size in after.get(page[going_on : going_on + _AHEAD]) or after[""]:
                    start = found.start() - before
                    if start < done or (name := page[start : start + size]) not in entries:
                        continue
                    end = start + size
                    following = page[end]
                    if following != " " and (following.isalnum() or following == "_"):
                        continue
                    if start and page[start - 1] != " " and _LETTER.match(page, start - 1):
                        continue
                    going_on = done = end
                    if (entry := entries[name]) is not None:
                        yield start, end, entry
                    break
            found = search(page, going_on)


_LETTER = re.compile(r"\w")
_WORD = re.compile(r"\w+")
_AHEAD = 3
"""How many characters behind its first word tell names apart."""


def _sizes(names: Iterable[str]) -> dict[str, dict[str, list[tuple[int, int]]]]:
    """Return for the first word with a capital, and what follows it, which names may stand there, the longest first.

    It is the first word of each, whatever it begins with, if a name without capitals may begin where a longer one does.

    Of each name the characters before that word ("former ", a bracket) are counted, and all. Under the empty string are
    the names that end with that word or soon: they may stand whatever follows.
    """
    found: dict[str, dict[str, set[tuple[int, int]]]] = {}
    capitals = {name: next((place for place, letter in enumerate(name) if letter.isupper()), -1) for name in names}
    small = {_WORD.search(name)[0][0] for name, capital in capitals.items() if capital < 0}
    by_capital = small.isdisjoint(letter for name, capital in capitals.items() for letter in name[: max(0, capital)])
    for name, capital in capitals.items():
        first = _WORD.search(name, capital if by_capital and capital > 0 else 0)
        following = name[first.end() :][:_AHEAD]
        after = found.setdefault(first[0], {"": set()})
        after.setdefault(following if len(following) == _AHEAD else "", set()).add((first.start(), len(name)))
    return {
        first: {following: sorted(sizes | after[""], reverse=True) for following, sizes in after.items()}
        for first, after in found.items()
    }


def _entries_of_states() -> Iterator[tuple[str, Entry]]:
    table = reference.states()
    short = dict(zip(table["iso3"], table["short_name"], strict=True))
    for row in table.itertuples():
        for name in {row.short_name, row.un_short_name, row.formal_name}:
            yield name, Entry("STATE", row.short_name, row.iso3)
    for row in reference.name_changes().itertuples():
        for name in (row.old_short, row.old_formal):
            if row.iso3 in short and name and not re.search(r"[(;,]", name):
                yield name, Entry("STATE", short[row.iso3], row.iso3)
    for row in reference.aliases().itertuples():
        if row.kind == "state" and row.canonical in short:
            yield row.alias, Entry("STATE", short[row.canonical], row.canonical)


def _entries_of_organizations(on: str) -> Iterator[tuple[str, Entry]]:
    table = reference.organizations()
    known: dict[str, Entry] = {}
    for row in table.itertuples():
        if on and row.founded and row.founded > on:
            continue
        known[row.name] = Entry(row.label, row.name)
        yield row.name, known[row.name]
        if row.acronym:
            yield row.acronym, known[row.name]
    for row in reference.aliases().itertuples():
        too_early = on and row.valid_from and row.valid_from > on
        if row.kind != "state" and row.canonical in known and not row.needs_context and not too_early:
            yield row.alias, known[row.canonical]


def _entries_of_instruments(on: str) -> Iterator[tuple[str, Entry]]:
    for row in reference.instruments().itertuples():
        if not (on and row.date_adopted_or_signed and row.date_adopted_or_signed > on):
            for name in filter(None, (row.name, row.abbreviation)):
                yield name, Entry("DOC", row.name)


@cache
def _from_tables(on: str) -> Gazetteer:
    gathered = Gazetteer()
    gathered._is_of_tables = True
    for name, entry in (*_entries_of_organizations(on), *_entries_of_states(), *_entries_of_instruments(on)):
        gathered._entries.setdefault(Folded(re.sub("^[Tt]he ", "", name)).text, entry)
    for phrase in reference.words("false_friends")["phrase"]:
        gathered._entries[Folded(phrase).text] = Entry(NOTHING, phrase)
    return gathered
