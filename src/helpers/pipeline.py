"""The whole way in one call: from a text to who met, in what capacity, about what, and who says so."""

from __future__ import annotations

import datetime
import gc
import html
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from helpers.columns import Columns, as_table, columns_of, with_columns
from helpers.dates import as_day
from helpers.doubts import COLUMNS as DOUBT_COLUMNS
from helpers.doubts import find_doubts
from helpers.entities import COLUMNS as ENTITY_COLUMNS
from helpers.entities import entity_columns
from helpers.errors import CourseError
from helpers.gazetteer import Gazetteer
from helpers.lists import lists_in_words
from helpers.participants import CATEGORIES, as_memberships, categories, participant_columns
from helpers.spreadsheets import guarded
from helpers.statements import statement_columns, statement_table
from helpers.texts import require_text, sentence_spans
from helpers.themes import Codebook, theme_columns, theme_table

_DOUBTS_SHOWN = 8

TABLES = ("entities", "participants", "themes", "statements")
"""The tables of an analysis, in the order of the way; each is a stage."""


@dataclass(frozen=True, repr=False)
class Analysis:
    """What `analyze` found in a text.

    Attributes
    ----------
    text : str
        The text as it was given.
    on : str or None
        The day on which status was looked up, in ISO form; None if none was given and the text has none.
    organization : str
        The host organization.
    entities, participants, themes, statements : pandas.DataFrame
        One row a thing, with ``start``, ``end`` and ``text``; ``text[start:end]`` is the row's text, always.
    notes : tuple of str
        What a reader should know before believing the tables.
    doubts : pandas.DataFrame
        What to look at again: ``start``, ``end``, ``text``, ``kind`` and ``words`` that say so. The kinds: unknown_name
        (looks like an organization and is in no table), unread_list (a list was announced and not read), guessed_list
        (no words say that those in a list took part), status_changed (within the year of the text), named_by_person
        (only the name of its office holder stands for the state), former_state (counted under another).
    lists : tuple of str
        What was added to the tables of names and themes, or taken out of them, in sentences.

    Examples
    --------
    >>> found = analyze("India and UNDP took part on 22 January 2014. The parties stressed the role of trade.")
    >>> found
    Analysis of 84 characters: 3 entities, 2 participants, 2 sentences with a theme, 1 statement
    """

    text: str
    on: str | None
    organization: str
    entities: pd.DataFrame
    participants: pd.DataFrame
    themes: pd.DataFrame
    statements: pd.DataFrame
    notes: tuple[str, ...] = field(default=())
    doubts: pd.DataFrame = field(default_factory=lambda: pd.DataFrame(columns=DOUBT_COLUMNS))
    lists: tuple[str, ...] = field(default=())

    def __repr__(self) -> str:
        themes = int(self.themes[_theme_names(self.themes)].any(axis="columns").sum())
        counts = [
            _count(len(self.entities), "entity", "entities"),
            _count(len(self.participants), "participant"),
            _count(themes, "sentence with a theme", "sentences with a theme"),
            _count(len(self.statements), "statement"),
        ]
        return f"Analysis of {len(self.text):,} characters: {', '.join(counts)}"

    def summary(self) -> str:
        """Say in a few sentences what was found, and what to be careful about.

        Returns
        -------
        str
            One sentence a line.

        Examples
        --------
        >>> print(analyze("India and UNDP took part on 22 January 2014.").summary())
        3 entities: 1 DATE, 1 IGO, 1 STATE.
        2 participants: 1 observer, 1 un_system.
        1 sentence, 1 with a theme: meeting_protocol (1).
        No statements.
        Note: No day was given, so status was looked up on 2014-01-22, the first full date in the text.
        """
        lines = [
            _listed(len(self.entities), "entity", "entities", self.entities["label"].value_counts().sort_index()),
            _listed(len(self.participants), "participant", "participants", _by_category(self.participants)),
            self._themes_in_words(),
            _listed(len(self.statements), "statement", "statements", self.statements["consensus"].value_counts()),
            *self.lists,
            *(f"Note: {note}" for note in self.notes),
            *self._doubts_in_words(),
        ]
        return "\n".join(lines)

    def _doubts_in_words(self) -> list[str]:
        shown = self.doubts.head(_DOUBTS_SHOWN).itertuples(index=False)
        lines = [f"Unsure: {row.words} (text[{row.start}:{row.end}])" for row in shown]
        more = len(self.doubts) - _DOUBTS_SHOWN
        return [*lines, f"Unsure: {more} more in the table doubts."] if more > 0 else lines

    def _themes_in_words(self) -> str:
        flags = self.themes[_theme_names(self.themes)]
        counts = flags.sum().sort_values(ascending=False, kind="stable")
        named = ", ".join(f"{theme} ({int(count)})" for theme, count in counts.items() if count)
        some = int(flags.any(axis="columns").sum())
        return f"{_count(len(self.themes), 'sentence')}, {some} with a theme" + (f": {named}." if named else ".")

    def to_csv(self, folder: str | Path) -> list[Path]:
        """Write the four tables, the text and the summary into a folder.

        Parameters
        ----------
        folder : str or pathlib.Path
            Made if it is not there. Files of the same names are replaced.

        Returns
        -------
        list of pathlib.Path
            The files. They open in a spreadsheet: UTF-8 with a byte order mark; a cell that a spreadsheet would take
            for a formula (it begins with ``=``, ``+``, ``-``, ``@``, a tab or a line end) has an apostrophe before it.
            `helpers.spreadsheets.read_export` reads a table without these apostrophes, as it was. Half a character
            (a lone surrogate), which no file can hold, is written as its number.

        Raises
        ------
        CourseError
            If the folder can not be written.

        Examples
        --------
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     [path.name for path in analyze("India took part.").to_csv(folder)]
        ['entities.csv', 'participants.csv', 'themes.csv', 'statements.csv', 'text.txt', 'summary.txt']
        """
        folder = Path(folder)
        written = []
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name in TABLES:
                written.append(folder / f"{name}.csv")
                table = guarded(getattr(self, name)).to_csv(index=False, lineterminator="\r\n")
                written[-1].write_text(table, encoding="utf-8-sig", errors="backslashreplace", newline="")
            for name, content in (("text", self.text), ("summary", self.summary())):
                written.append(folder / f"{name}.txt")
                written[-1].write_text(content + "\n", encoding="utf-8", errors="backslashreplace", newline="")
        except OSError as problem:
            raise CourseError(f"The folder {folder} can not be written ({problem.strerror}). Choose another.") from None
        return written

    def _repr_html_(self) -> str:
        lines = "".join(f"<li>{html.escape(line)}</li>" for line in self.summary().splitlines())
        return f"<p><strong>{html.escape(repr(self))}</strong></p><ul>{lines}</ul>"


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Make no search for garbage meanwhile: of a long text come millions of tuples, of which none is any."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_without_garbage_collection()
def analyze(
    text: str,
    on: datetime.date | str | None = None,
    organization: str = "SCO",
    *,
    gazetteer: Gazetteer | None = None,
    codebook: Codebook | None = None,
    memberships: pd.DataFrame | None = None,
    entities: pd.DataFrame | None = None,
    progress: Callable[[str], None] | None = None,
) -> Analysis:
    """Go the whole way: entities, participants and their capacity, themes, statements.

    Parameters
    ----------
    text : str
        Any English text.
    on : datetime.date or str, optional
        The day on which status counts; by default the first full date in the text, never today.
    organization : str, default "SCO"
        The host organization, by acronym or name.
    gazetteer : Gazetteer, optional
        Names of your own, for example ``Gazetteer.from_tables().add(...)``.
    codebook : Codebook, optional
        Themes of your own.
    memberships : pandas.DataFrame, optional
        Another table of dated memberships.
    entities : pandas.DataFrame, optional
        Entities that a reader has corrected, in the form of `tag_entities`: the way goes on from these. ``start``,
        ``end`` and ``label`` are enough.
    progress : callable, optional
        Is told the name of each stage before it begins: those of `TABLES`.

    Returns
    -------
    Analysis
        The tables, a summary, an export.

    Raises
    ------
    CourseError
        If `text` is no str, `on` no date, or the organization unknown.

    Examples
    --------
    >>> analyze("The parties stressed the importance of trade.").statements["speaker"].tolist()
    ['The parties']
    """
    found = find_all(
        text,
        on,
        organization,
        gazetteer=gazetteer,
        codebook=codebook,
        memberships=memberships,
        entities=entities,
        progress=progress,
    )
    in_doubt = (found.entities, found.participants, found.unread, found.guessed)
    host = (found.on, organization, found.memberships)
    return Analysis(
        text=text,
        on=found.on,
        organization=organization,
        entities=as_table(found.entities) if entities is None else entities.assign(text=found.entities["text"]),
        participants=as_table(found.participants),
        themes=theme_table(found.themes),
        statements=statement_table(found.statements),
        notes=found.notes,
        doubts=find_doubts(text, *in_doubt, *host, gazetteer),
        lists=tuple(lists_in_words(gazetteer, codebook)),
    )


class Found(NamedTuple):
    """What `analyze` finds, in plain columns: for an archive, where no table of one text is looked at.

    Attributes
    ----------
    on : str or None
        The day on which status was looked up.
    entities, participants, themes, statements : dict of str to list
        The columns of the tables.
    notes : tuple of str
        What a reader should know before believing them.
    unread, guessed : list of (int, int)
        From `helpers.participants.read_lists`.
    memberships : pandas.DataFrame or None
        Those that were given, made ready for lookups.
    """

    on: str | None
    entities: Columns
    participants: Columns
    themes: Columns
    statements: Columns
    notes: tuple[str, ...]
    unread: list[tuple[int, int]]
    guessed: list[tuple[int, int]]
    memberships: pd.DataFrame | None


@_without_garbage_collection()
def find_all(
    text: str,
    on: datetime.date | str | None = None,
    organization: str = "SCO",
    *,
    gazetteer: Gazetteer | None = None,
    codebook: Codebook | None = None,
    memberships: pd.DataFrame | None = None,
    entities: pd.DataFrame | None = None,
    progress: Callable[[str], None] | None = None,
) -> Found:
    """Go the whole way without making a table, and without looking for doubts.

    Parameters
    ----------
    text, on, organization, gazetteer, codebook, memberships, entities, progress
        As in `analyze`.

    Returns
    -------
    Found

    Raises
    ------
    CourseError
        As in `analyze`.

    Examples
    --------
    >>> find_all("India and UNDP took part on 22 January 2014.").participants["category"]
    ['observer', 'un_system']
    """
    text = require_text(text)
    tell = progress or (lambda stage: None)
    notes = [] if text.strip() else ["The text is empty."]
    if entities is not None:
        with_columns(entities, ("start", "end", "label"))
    tell("entities")
    names = entity_columns(text, gazetteer) if entities is None else columns_of(entities, ENTITY_COLUMNS)
    if "text" not in names:
        spans = zip(names["start"], names["end"], strict=True)
        names["text"] = [text[int(start) : int(end)] for start, end in spans]
    day = as_day(on) if on is not None else _first_day(names)
    if on is None and day:
        notes.append(f"No day was given, so status was looked up on {day}, the first full date in the text.")
    elif day is None and text.strip():
        notes.append("No day was given and the text has no full date, so category is empty. Give the day yourself.")
    tell("participants")
    participants, unread, guessed = participant_columns(text, names)
    if day and memberships is not None:
        memberships = as_memberships(memberships)  # once for all stages
    kinds = participants["kind"]
    found = categories(participants, day, organization, memberships) if day else [""] * len(kinds)
    tell("themes")
    themes = theme_columns(text, codebook, names)
    tell("statements")
    statements = statement_columns(text, names)
    states = {category for kind, category in zip(kinds, found, strict=True) if kind == "state"}
    if day and states == {"other_state"}:
        notes.append(
            f"By the table of memberships no state in the list has a status in {organization} on {day}. "
            "Is it the host, and does the table know its members?"
        )
    if not kinds and sentence_spans(text):
        notes.append("No list of participants was recognized; that may be the text, or it may be our rules.")
    participants |= {"category": found}
    return Found(day, names, participants, themes, statements, tuple(notes), unread, guessed, memberships)


def _first_day(entities: Columns) -> str | None:
    for label, name in zip(entities["label"], entities.get("name", []), strict=False):
        first = str(name).split("/")[0] if label == "DATE" else ""
        if len(first) == 10 and first[4] == first[7] == "-":
            return first
    return None


def _theme_names(themes: pd.DataFrame) -> list[str]:
    return [column for column in themes.columns if column not in {"sentence", "start", "end", "text"}]


def _by_category(participants: pd.DataFrame) -> pd.Series:
    if (participants["category"] == "").all():
        return participants["kind"].value_counts()
    counts = participants["category"].value_counts()
    return counts.reindex([category for category in CATEGORIES if category in counts])


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _listed(number: int, one: str, many: str, parts: pd.Series) -> str:
    if not number:
        return f"No {many}."
    return f"{_count(number, one, many)}: {', '.join(f'{count} {name}' for name, count in parts.items())}."
