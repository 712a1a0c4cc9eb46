"""A ladder of consensus: which statements are made for all, for most, for nobody in particular, and on which theme."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.bands import draw_statements
from helpers.pictures.grids import YES_NO, theme_columns
from helpers.pictures.inputs import UNDONE, need_table, plural, spoken
from helpers.pictures.page import Page, notice
from helpers.pictures.palette import CONSENSUS, PLAIN, inks
from helpers.pictures.picture import NO_FORMULAS
from helpers.statements import CONSENSUS as DEGREES
from helpers.widgets.box import box, drawn_once, former
from helpers.widgets.page_view import guarded, lead_to, list_places, open_at, page_view, set_spans
from helpers.widgets.rungs import rungs

if TYPE_CHECKING:
    from ipywidgets import VBox, Widget

RUNGS, BESIDE = list(DEGREES[:-1]), DEGREES[-1]
EVERY = ""
"""The choice of every theme, or of every rung."""
NO_THEME = "no theme"
EDGE = "1px solid #8a939c"


def consensus_ladder(
    text: str | None = None, statements: pd.DataFrame | None = None, themes: pd.DataFrame | None = None
) -> VBox | Page:
    """Draw the statements on a ladder, by the strength of their consensus and by their theme, each with its place.

    A click on a rung or a theme lists the statements on it, with their evidence. A click on a number, or in the list,
    leads to the place on the page. What an organization says of itself stands beside the ladder.

    Parameters
    ----------
    text : str, optional
        The text; by default the press release.
    statements : pandas.DataFrame, optional
        ``sentence``, ``speaker``, ``verb``, ``consensus``; with ``speaker_start``, ``speaker_end``, ``verb_start``,
        ``verb_end``, or else the words are looked for in their sentence. By default what `find_statements` finds.
    themes : pandas.DataFrame, optional
        ``sentence`` and a column of True and False for each theme. By default what `code_themes` finds.

    Returns
    -------
    ipywidgets.VBox
        Its `value` is the table of the statements that are listed now. Where widgets do not run, the picture of
        `draw_statements` and the table of rungs and themes stand in its place. If an argument is an exercise that is
        not done yet, or there is no statement: a sentence that says so.

    Raises
    ------
    CourseError
        If `statements` or `themes` is no such table, or belongs to another text.

    Examples
    --------
    >>> ladder = consensus_ladder("The parties stressed peace. Most of the participants supported trade.")
    >>> ladder.value["speaker"].tolist()
    ['The parties', 'Most of the participants']
    >>> ladder.children[0].rung = "most"
    >>> ladder.value["verb"].tolist()
    ['supported']
    """
    if any(given is ... for given in (text, statements, themes)):
        return notice(UNDONE)
    from helpers.statements import find_statements
    from helpers.texts import read_text, require_text
    from helpers.themes import code_themes

    text = read_text() if text is None else require_text(text)
    statements = find_statements(text) if statements is None else statements
    rows = _rows(text, need_table(statements, ["sentence", "speaker", "verb", "consensus"], "statements"))
    touched = _themes(code_themes(text) if themes is None else themes)
    if not rows:
        return notice("No statements to show: the table is empty.")
    before = former("consensus_ladder")
    ladder = _Ladder(text, statements, rows, touched)
    if before is not None and before.subject[0] == text:
        ladder.choose(*before.subject[1].chosen())
    key = ("consensus_ladder", text, statements.to_csv())
    return box(
        "consensus_ladder",
        ladder.children(),
        lambda: (
            drawn_once(key, lambda: draw_statements(statements).html)
            + _grid(ladder.cells(), ladder.degrees, ladder.names)
        ),
        f"A ladder of consensus with {plural(len(rows), 'statement')}. Run this cell in JupyterLab.",
        get=ladder.listed,
        put=_refuse,
        subject=(text, ladder),
    )


def _refuse(_: object) -> None:
    raise CourseError("The value of a ladder follows what is chosen: choose a theme and a rung.")


class _Row:
    """One statement with its places."""

    def __init__(self, number: int, start: int, end: int, consensus: str) -> None:
        self.number, self.start, self.end, self.consensus = number, start, end, consensus
        self.words: dict[str, str] = {}
        self.places: dict[str, tuple[int, int]] = {}


def _rows(text: str, statements: pd.DataFrame) -> list[_Row]:
    """Give each statement the places of its sentence, its speaker and its verb."""
    from helpers.texts import split_sentences

    sentences = {
        int(number): (int(start), int(end))
        for number, start, end in split_sentences(text)[["sentence", "start", "end"]].itertuples(index=False)
    }
    rows = []
    for record in statements.to_dict("records"):
        number, consensus = record["sentence"], record["consensus"]
        if number not in sentences:
            raise CourseError(
                f"A statement belongs to sentence {number}, and this text has {plural(len(sentences), 'sentence')}, "
                "counted from 1. Were the statements made on another text?"
            )
        if not isinstance(consensus, str) or not consensus.strip():
            raise CourseError(
                f"The statement of sentence {number} has no consensus: give it one of {', '.join(DEGREES)}."
            )
        row = _Row(int(number), *sentences[int(number)], consensus)
        for part in ("speaker", "verb"):
            row.words[part] = record[part] if isinstance(record[part], str) else ""
            row.places[part] = _place(text, row, part, record)
        rows.append(row)
    return rows


def _place(text: str, row: _Row, part: str, record: dict[str, Any]) -> tuple[int, int]:
    """Find where a speaker or verb stands; the two numbers are equal if it stands nowhere."""
    words, names = row.words[part], (f"{part}_start", f"{part}_end")
    if not set(names) <= set(record):
        found = text.find(words, row.start, row.end)
        return (found, found + len(words)) if found >= 0 else (row.start, row.start)
    start, end = (record[name] for name in names)
    try:
        good = int(start) == start and int(end) == end and text[int(start) : int(end)] == words
    except (TypeError, ValueError):
        good = False
    if not good:
        raise CourseError(
            f"The {part} of sentence {row.number} is “{words}”, and text[{start}:{end}] is something else. "
            "Were the statements made on another text?"
        )
    return int(start), int(end)


def _themes(themes: Any) -> dict[str, set[int]]:
    """Tell for each theme in which sentences it is."""
    table = need_table(themes, ["sentence"], "coded sentences")
    names = theme_columns(table)
    if not names and len(table):
        raise CourseError("The table of coded sentences has no theme: a column of True and False for each is needed.")
    return {
        name: {int(number) for number, yes in zip(table["sentence"], table[name], strict=True) if YES_NO[str(yes)]}
        for name in names
    }


class _Ladder:
    """The statements, what is chosen of them, and the widgets that show it."""

    def __init__(self, text: str, statements: pd.DataFrame, rows: list[_Row], touched: dict[str, set[int]]) -> None:
        self.text, self.statements, self.rows = text, statements, rows
        self.themes = dict(touched)
        if bare := {row.number for row in rows} - set().union(*touched.values()):
            self.themes[NO_THEME] = bare
        own = [row.consensus for row in rows]
        self.degrees = [*dict.fromkeys([*RUNGS, *(degree for degree in own if degree != BESIDE)]), BESIDE]
        self.colors = {**inks(self.degrees), **CONSENSUS, "verb": PLAIN}
        self.names = {EVERY: "every theme", **{name: spoken(name) for name in self.themes}}
        self.ladder = rungs(
            "The statements on a ladder of consensus, by theme",
            [(degree, spoken(degree), self.colors[degree]) for degree in self.degrees],
            [(key, name) for key, name in self.names.items() if key != EVERY],
            [(str(row.number), row.consensus, self._themes_of(row), self._said(row)) for row in rows],
        )
        self.view = page_view(text, title="The page, with speakers and verbs marked")
        if self.rows:
            open_at(self.view, min(row.start for row in self.rows))
        self.show()
        self.ladder.observe(guarded(self.view, self.show), names=["theme", "rung"])
        self.ladder.observe(guarded(self.view, self.go), names="asked")

    def children(self) -> list[Widget]:
        return [self.ladder, self.view]

    def chosen(self) -> tuple[str, str]:
        return self.ladder.theme, self.ladder.rung

    def choose(self, theme: str, rung: str) -> None:
        """Take a choice over, as far as there is such a theme and such a rung."""
        self.ladder.theme = theme if theme in self.names else EVERY
        self.ladder.rung = rung if rung in self.degrees else EVERY

    def go(self, _: Any = None) -> None:
        """Show the place of the statement that was clicked on the ladder; list all, if it is not listed now."""
        place = self.ladder.asked[0]
        if place not in self.places():
            self.choose(EVERY, EVERY)
        row = self.rows[place]
        lead_to(self.view, row.start, row.end)

    def _themes_of(self, row: _Row) -> list[str]:
        return [name for name, numbers in self.themes.items() if row.number in numbers]

    def on(self, theme: str) -> list[int]:
        """Return the places in the table of the statements on a theme."""
        numbers = self.themes.get(theme, set())
        return [place for place, row in enumerate(self.rows) if theme == EVERY or row.number in numbers]

    def places(self) -> list[int]:
        theme, rung = self.chosen()
        return [place for place in self.on(theme) if rung in (EVERY, self.rows[place].consensus)]

    def listed(self) -> pd.DataFrame:
        return self.statements.iloc[self.places()].reset_index(drop=True)

    def cells(self) -> dict[tuple[str, str], list[int]]:
        """Return the numbers of the sentences on each rung and theme."""
        return {
            (degree, theme): [
                self.rows[place].number for place in self.on(theme) if self.rows[place].consensus == degree
            ]
            for degree in self.degrees
            for theme in self.names
        }

    def show(self, _: Any = None) -> None:
        """List what is chosen, and mark it on the page."""
        theme, rung = self.chosen()
        rows = [self.rows[place] for place in self.places()]
        marks = [
            (*row.places[part], label)
            for row in rows
            for part, label in (("speaker", f"{row.number} {row.consensus}"), ("verb", "verb"))
            if row.places[part][0] < row.places[part][1]
        ]
        colors = self.colors | {f"{row.number} {row.consensus}": self.colors[row.consensus] for row in rows}
        what = f"{self.names[theme]}, {spoken(rung) if rung else 'every rung'}"
        told = f"{what[:1].upper()}{what[1:]}: {len(rows)} of {plural(len(self.rows), 'statement')}."
        listed = [(row.start, row.end, self._cells(row), self._said(row)) for row in rows]
        with self.view.hold_sync():
            set_spans(self.view, pd.DataFrame(marks, columns=["start", "end", "label"]), colors)
            list_places(self.view, told, ["evidence"], listed, whole=True)
            self.view.said = told

    def _cells(self, row: _Row) -> list[str]:
        lines = [f"{row.number} · {spoken(row.consensus)}", f"text[{row.start}:{row.end}]"]
        for part, (start, end) in row.places.items():
            lines.append(f"{part} [{start}:{end}]" if start < end else f"no {part}")
        return ["\n".join(lines)]

    def _said(self, row: _Row) -> str:
        words = " ".join(filter(None, row.words.values()))
        return f"Sentence {row.number}, for {spoken(row.consensus)}: {words}."


def _grid(cells: dict[tuple[str, str], list[int]], degrees: list[str], names: dict[str, str]) -> str:
    """Set the numbers of the sentences in a table: the strongest rung above, a column for each theme."""
    style = f"border:{EDGE};padding:2px 6px;text-align:left;vertical-align:top"
    head = "".join(f'<th scope="col" style="{style}">{html.escape(name)}</th>' for name in names.values())
    lines = [f'<tr><td style="{style}"></td>{head}</tr>']
    for degree in degrees:
        name, edge = html.escape(spoken(degree)), style
        if degree == BESIDE:
            name, edge = f"beside the ladder: {name}", f"{style};border-top:3px double #8a939c"
        line = f'<th scope="row" style="{edge}">{name}</th>'
        for key in names:
            line += f'<td style="{edge}">{", ".join(map(str, cells[degree, key])) or "–"}</td>'
        lines.append(f"<tr>{line}</tr>")
    caption = '<caption style="text-align:left">The sentences of each rung and theme</caption>'
    table = f'<table style="border-collapse:collapse;line-height:1.3;font-size:90%">{caption}{"".join(lines)}</table>'
    frame = f'<div class="{NO_FORMULAS}" tabindex="0" role="group" aria-label="table" style="overflow-x:auto">'
    return f"{frame}{table}</div>"
