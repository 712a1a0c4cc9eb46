"""A bench for patterns: change those of a theme, and see which sentences are found, rightly or wrongly."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.agreement import score_labels
from helpers.errors import CourseError
from helpers.patterns import compile_pattern
from helpers.pictures.grids import draw_theme_map, theme_columns
from helpers.pictures.inputs import UNDONE, plural
from helpers.pictures.marks import show_spans
from helpers.pictures.page import Page, notice
from helpers.pictures.palette import OUTCOMES, PLAIN
from helpers.pictures.picture import NO_FORMULAS
from helpers.texts import split_paragraphs
from helpers.themes import Codebook, code_themes
from helpers.widgets.box import box, drawn_once, former
from helpers.widgets.choice import choice
from helpers.widgets.editor import lines_editor
from helpers.widgets.page_view import guarded, lead_to, list_places, open_at, page_view, set_spans
from helpers.widgets.scoreboard import scoreboard
from helpers.widgets.theme_map import theme_map

if TYPE_CHECKING:
    from ipywidgets import VBox, Widget

Patterns = Codebook | Mapping[str, Iterable[str]] | Iterable[str]

VERDICTS = {
    "right": OUTCOMES["agrees"],
    "extra": OUTCOMES["extra"],
    "missed": OUTCOMES["missed"],
    "found": OUTCOMES["agrees"],  # where nobody has said what is right
}
SIGNS = {"right": "■", "extra": "✕", "missed": "○", "found": "■"}
LEGEND = "■ right · ✕ extra · ○ missed"


def codebook_bench(
    text: str | None = None,
    patterns: Patterns | None = None,
    theme: str | None = None,
    gold: pd.DataFrame | None = None,
) -> VBox | Page:
    """Let the patterns of a theme be changed, and show which sentences they find.

    Parameters
    ----------
    text : str, optional
        The text; by default the press release.
    patterns : Codebook, dict or list of str, optional
        A codebook, a dict that has for each theme the list of its patterns, or the list for `theme` alone. By default
        the starter of lesson 5, or, if this cell is run again, what was left in it.
    theme : str, optional
        The theme that is open at the beginning; by default the first.
    gold : pandas.DataFrame, optional
        The human coding: a row for each sentence of the text and a column of True and False for each theme. By default,
        for the press release, its gold standard; for another text none, and then nothing is right or wrong.

    Returns
    -------
    ipywidgets.VBox
        Its `value` is the codebook as it was last applied; it can be set, too. Where widgets do not run, the scores,
        the theme map and the page stand in its place. If an argument is an exercise that is not done yet: a sentence
        that says so.

    Raises
    ------
    CourseError
        If the patterns can not be read, there is no such theme, or `gold` is about other sentences.

    Examples
    --------
    >>> bench = codebook_bench("They sell opium. They sell fish.", {"drugs": ["opium"]})
    >>> bench.value
    Codebook with 1 theme and 1 pattern: drugs (1)
    """
    if any(given is ... for given in (text, patterns, theme, gold)):
        return notice(UNDONE)
    from helpers import reference
    from helpers.texts import read_text, require_text

    text = read_text() if text is None else require_text(text)
    if gold is None and text == read_text():
        gold = reference.gold("themes")
    before = former("codebook_bench")
    drafts: dict[str, str] = {}
    if patterns is None and before is not None and before.subject[0] == text:
        left = before.subject[1]
        book, drafts, theme = left.book, left.drafts, left.theme if theme is None else theme
    else:
        book = Codebook.from_table("theme_patterns_starter") if patterns is None else read_patterns(patterns, theme)
    bench = _Bench(text, book, theme, gold, drafts)
    return box(
        "codebook_bench",
        bench.children(),
        bench.still,
        "Patterns to be tried on the sentences of a text. Run this cell in JupyterLab.",
        get=lambda: bench.book.copy(),
        put=bench.put,
        subject=(text, bench),
    )


def read_patterns(patterns: Any, theme: str | None = None) -> Codebook:
    """Make a codebook of its own of what a learner may call patterns.

    Parameters
    ----------
    patterns : Codebook, dict or list of str
        A codebook, a dict that has for each theme the list of its patterns, or the list for `theme` alone.
    theme : str, optional
        The theme that a list belongs to.

    Returns
    -------
    Codebook
        A new one.

    Raises
    ------
    CourseError
        If these are no patterns.

    Examples
    --------
    >>> read_patterns(["opium", "drug*"], "drugs")
    Codebook with 1 theme and 2 patterns: drugs (2)
    """
    if isinstance(patterns, Codebook):
        return patterns.copy()
    if not isinstance(patterns, Mapping) and theme is None and isinstance(patterns, Iterable):
        raise CourseError('To which theme do these patterns belong? Add it, as in theme="drugs".')
    book = Codebook()
    for name, several in (patterns if isinstance(patterns, Mapping) else {theme: patterns}).items():
        if isinstance(several, str) or not isinstance(several, Iterable):
            raise CourseError(
                f"Patterns come as a Codebook, as a list such as ['opium', 'drug*'], or as a dict of lists, not as "
                f"{several!r}."
            )
        for pattern in several:
            book.add(name, pattern)
    return book


class _Bench:
    """The codebook, what it finds, and the widgets that show it."""

    def __init__(self, text: str, book: Codebook, theme: str | None, gold: Any, drafts: dict[str, str]) -> None:
        from ipywidgets import HTML

        from helpers.entities import tag_entities

        self.text, self.book, self.drafts = text, book, dict(drafts)
        self.entities = tag_entities(text)
        self.coded = code_themes(text, book, self.entities)
        self.gold = _checked_gold(gold, self.coded)
        self.themes = list(dict.fromkeys([*book.themes, *theme_columns(self.gold)]))
        self.theme = _known_theme(theme, self.themes)
        self.scores: pd.DataFrame | None = None
        self.menu = choice("Theme", [(theme, theme) for theme in self.themes], self.theme)
        self.editor = lines_editor("Patterns, one a line", lines=5)
        self.board = HTML()
        places = self.coded[["sentence", "text", "start", "end"]].itertuples(index=False, name=None)
        self.map = theme_map(
            f"Themes by sentences ({LEGEND})" if len(self.gold.columns) else "Themes by sentences",
            list(places),
            {verdict: (sign, VERDICTS[verdict]) for verdict, sign in SIGNS.items()},
        )
        self.view = page_view(text, title="Text with the sentences that were found")
        self.open(self.theme)
        self.menu.observe(guarded(self.view, lambda change: self.open(change["new"])), names="value")
        self.editor.observe(guarded(self.view, lambda _: self.apply()), names="asked")
        self.editor.observe(guarded(self.view, self.keep_draft), names="text")
        self.map.observe(guarded(self.view, lambda _: self.lead()), names="asked")

    def children(self) -> list[Widget]:
        from ipywidgets import HBox, Layout

        for part in (self.editor, self.board):
            part.layout.flex, part.layout.min_width = "1 1 300px", "0"  # in place: a layout put aside is never closed
        self.board.layout.margin = "2px 2px 2px 16px"
        return [self.menu, HBox([self.editor, self.board], layout=Layout(flex_flow="row wrap")), self.map, self.view]

    # -- what a learner does --

    def open(self, theme: str) -> None:
        """Put the patterns of a theme into the editor, or what was written there and not applied."""
        self.theme, self.scores = theme, None
        self.map.current = theme
        lines = "\n".join(self.patterns(theme))
        with self.editor.hold_sync():
            self.editor.applied, self.editor.problem = lines, ""
            self.editor.text = self.drafts.get(theme, lines)
        self.show(self.coded, "")
        verdicts = self.verdicts(self.coded)
        here = [place for place, verdict in enumerate(verdicts) if verdict in ("missed", "extra")]
        here = here or [place for place, verdict in enumerate(verdicts) if verdict]
        if here:
            open_at(self.view, self.coded["start"].iloc[here[0]])

    def keep_draft(self, _: dict[str, Any]) -> None:
        if self.editor.text == self.editor.applied:
            self.drafts.pop(self.theme, None)
        else:
            self.drafts[self.theme] = self.editor.text

    def apply(self) -> None:
        """Take the lines of the editor as the patterns of the theme, if all of them can be read."""
        lines = [line.strip() for line in self.editor.text.splitlines()]
        problems = []
        for number, line in enumerate(lines, 1):
            try:
                if line:
                    compile_pattern(line)
            except CourseError as error:
                problems.append(f"Line {number}: {error}")
        if problems and lines[0][:1] in "[({\"'":
            problems = ["Write one pattern on each line, without brackets, commas and quotation marks."]
        self.editor.problem = " ".join(problems)
        if problems:
            self.view.said = "Not applied: all that is shown is from the patterns before."
            return
        given = list(dict.fromkeys(line for line in lines if line))
        table = self.book.to_table()
        notes = table[table["theme"] == self.theme].set_index("pattern")["note"]
        book = Codebook()
        for theme in self.themes:
            for row in table[table["theme"] == theme].itertuples() if theme != self.theme else ():
                book.add(theme, row.pattern, row.note)
            for pattern in given if theme == self.theme else ():
                book.add(theme, pattern, notes.get(pattern, ""))
        coded = code_themes(self.text, book, self.entities)
        self.book, self.editor.applied = book, self.editor.text
        self.drafts.pop(self.theme, None)
        self.show(coded, f"Applied {plural(len(given), 'pattern')}.")

    def lead(self) -> None:
        """Go to the sentence of the map that was asked for."""
        lead_to(self.view, *self.map.place)

    def put(self, patterns: Any) -> None:
        book = read_patterns(patterns, self.theme)
        coded = code_themes(self.text, book, self.entities)
        self.book, self.coded, self.drafts = book, coded, {}
        self.themes = list(dict.fromkeys([*self.themes, *book.themes]))
        self.menu.options = [[theme, theme] for theme in self.themes]
        self.open(self.theme)

    # -- what it comes to --

    def patterns(self, theme: str) -> list[str]:
        return self.book.patterns(theme) if theme in self.book.themes else []

    def show(self, coded: pd.DataFrame, told: str) -> None:
        """Show what was found, and what differs from before; `told` says what was done."""
        before, self.coded = self.coded, coded
        changes = self.changes(before)
        hits = self.book.find(self.text, self.entities)
        hits = hits[hits["theme"] == self.theme]
        summary = f"{self.told(changes)}{_others(before, coded, self.theme)}" if told else ""
        self.write_board(summary)
        with self.view.hold_sync():
            self.show_page(hits)
            self.list_sentences(hits, changes)
            self.view.said = f"{told} {summary}".strip()
        self.draw_map()

    def verdicts(self, coded: pd.DataFrame) -> list[str]:
        """Say of each sentence whether the open theme is right there, extra or missed; else nothing."""
        return self.verdicts_on(self.theme, coded)

    def verdicts_on(self, theme: str, coded: pd.DataFrame) -> list[str]:
        ours = self.flags(coded, theme)
        if theme not in self.gold.columns:
            return ["found" if found else "" for found in ours]
        words = {(True, True): "right", (True, False): "extra", (False, True): "missed", (False, False): ""}
        return [words[bool(our), bool(their)] for our, their in zip(ours, self.gold[theme], strict=True)]

    def flags(self, coded: pd.DataFrame, theme: str = "") -> list[bool]:
        theme = theme or self.theme
        return coded[theme].tolist() if theme in coded.columns else [False] * len(coded)

    def is_scored(self) -> bool:
        return self.theme in self.gold.columns

    def changes(self, before: pd.DataFrame) -> dict[int, str]:
        """Return for each row that is newly found or newly lost which of the two it is."""
        pairs = enumerate(zip(self.flags(before), self.flags(self.coded), strict=True))
        return {row: "new" if found else "lost" for row, (then, found) in pairs if then != found}

    def told(self, changes: dict[int, str]) -> str:
        """Say which sentences are newly found or lost, and whether that is right."""
        if not changes:
            return "No sentence is newly found, and none is lost."
        good = self.gold[self.theme].tolist() if self.is_scored() else []
        sentences = []
        for kind, said in (("new", "Newly found"), ("lost", "Newly lost")):
            named = []
            for row in (row for row, change in changes.items() if change == kind):
                verdict = ("right" if good[row] else "extra") if good else ""
                was = "was " if kind == "lost" else ""
                named.append(f"{self.coded['sentence'].iloc[row]}" + (f" ({was}{verdict})" if verdict else ""))
            sentences.append(f"{said}: {', '.join(named) or 'none'}.")
        return " ".join(sentences)

    def write_board(self, summary: str) -> None:
        head, board = "found", "<p>Nobody has coded this theme by hand, so nothing is right or wrong.</p>"
        if self.is_scored():
            ours = pd.DataFrame({self.theme: pd.Series(self.flags(self.coded), dtype=bool)})
            scores = score_labels(self.gold[[self.theme]], ours)
            head, board = "against the gold standard", scoreboard(scores, self.scores if summary else None)
            self.scores = scores
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in (self.numbers(), summary) if line)
        title = f"<p><b>{html.escape(self.theme)}</b>, {head}</p>"
        self.board.value = f'<div class="{NO_FORMULAS}" style="line-height:1.5">{title}{board}{lines}</div>'

    def numbers(self) -> str:
        """Say which sentences are right, extra and missed."""
        groups: dict[str, list[str]] = {verdict: [] for verdict in VERDICTS}
        for number, verdict in zip(self.coded["sentence"], self.verdicts(self.coded), strict=True):
            if verdict:
                groups[verdict].append(str(number))
        told = [f"{verdict} {', '.join(numbers)}" for verdict, numbers in groups.items() if numbers]
        return f"Sentences: {'; '.join(told) or 'none'}."

    def show_page(self, hits: pd.DataFrame) -> None:
        """Mark the sentences with their verdicts, and in them what the patterns have found."""
        verdicts = pd.Series(self.verdicts(self.coded), index=self.coded.index, dtype=object)
        labels = self.coded["sentence"].astype(str) + " " + verdicts  # the page has no numbers of its own
        marks = self.coded[["start", "end"]].assign(label=labels)[verdicts != ""]
        found = hits[["start", "end"]].assign(label=_quoted(hits["pattern"]))
        colors = {label: VERDICTS[verdict] for label, verdict in zip(labels, verdicts, strict=True) if verdict}
        set_spans(self.view, pd.concat([marks, found]), {**colors, "": PLAIN})

    def list_sentences(self, hits: pd.DataFrame, changes: dict[int, str]) -> None:
        """List the sentences that were found, missed or lost, each with what found it."""
        rows = []
        for row, (verdict, sentence) in enumerate(zip(self.verdicts(self.coded), self.coded.itertuples(), strict=True)):
            told = ", ".join(filter(None, [verdict, changes.get(row, "")]))
            if not told:
                continue
            here = hits[hits["sentence"] == sentence.sentence]
            found = [f"“{words}” by “{pattern}”" for words, pattern in zip(here["text"], here["pattern"], strict=True)]
            said = f"Sentence {sentence.sentence}, {self.theme}: {told}. {'; '.join(found)}"
            rows.append((sentence.start, sentence.end, [str(sentence.sentence), told], said.strip()))
        list_places(self.view, plural(len(rows), "sentence"), ["sentence", self.theme], rows)

    def draw_map(self) -> None:
        cells = {theme: self.verdicts_on(theme, self.coded) for theme in self.themes}
        with self.map.hold_sync():
            self.map.themes, self.map.cells = self.themes, cells

    def still(self) -> str:
        verdicts = pd.Series(self.verdicts(self.coded), index=self.coded.index, dtype=object)
        marks = self.coded[["start", "end", "text"]].assign(label=verdicts)[verdicts != ""]
        shown = self.coded[["sentence", "start"]].copy()
        for theme in self.themes:
            shown[theme] = self.coded.get(theme, False)

        def draw() -> str:
            title = "Themes found by the patterns" + (f" ({LEGEND})" if len(self.gold.columns) else "")
            return draw_theme_map(shown, split_paragraphs(self.text), title, self.gold).html

        drawn = drawn_once(("codebook_bench", self.text, shown.to_csv(), self.gold.to_csv()), draw)
        return self.board.value + drawn + show_spans(self.text, marks, numbers=True).html


def _checked_gold(gold: Any, coded: pd.DataFrame) -> pd.DataFrame:
    """Return the columns of True and False of a human coding, one row a sentence; none if there is no coding."""
    if gold is None:
        return pd.DataFrame(index=coded.index)
    if not isinstance(gold, pd.DataFrame):
        raise CourseError(
            f"The human coding is a table with a row for each sentence, not of the type {type(gold).__name__}."
        )
    themes = [name for name in gold.columns if pd.api.types.is_bool_dtype(gold[name])]
    if not themes:
        raise CourseError("The human coding has no column of True and False. Each theme is such a column.")
    if len(gold) != len(coded):
        raise CourseError(
            f"The human coding has {plural(len(gold), 'row')}, and the text {plural(len(coded), 'sentence')}."
        )
    if "start" in gold and gold["start"].tolist() != coded["start"].tolist():
        raise CourseError("The sentences of the human coding begin at other places than those of the text.")
    return gold[themes].reset_index(drop=True)


def _known_theme(theme: Any, themes: list[str]) -> str:
    """Return the theme if there is one of this name; without a name, the first."""
    if not themes:
        raise CourseError('There is no theme yet. Give one with its patterns, as in {"drugs": ["opium", "drug*"]}.')
    if theme is None:
        return themes[0]
    if theme not in themes:
        close = get_close_matches(theme, themes, n=1) if isinstance(theme, str) else []
        hint = f"Did you mean {close[0]!r}?" if close else f"There are: {', '.join(themes)}."
        raise CourseError(f"There is no theme {theme!r}. {hint}")
    return theme


def _others(before: pd.DataFrame, now: pd.DataFrame, theme: str) -> str:
    """Name other themes that changed along: a longer pattern takes the place of a shorter one of another theme."""
    named = [
        name
        for name in theme_columns(before)
        if name != theme and name in now.columns and before[name].tolist() != now[name].tolist()
    ]
    return f" Changed along: {', '.join(named)}." if named else ""


def _quoted(patterns: pd.Series) -> list[str]:
    return [f"“{pattern}”" for pattern in patterns]
