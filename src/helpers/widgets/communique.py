"""A desk for a text of one's own: bring it, see it analyzed stage by stage, correct the names, take it along."""

from __future__ import annotations

import html
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.corrections import (
    NONE,
    corrected,
    corrections,
    named,
    places,
    read_corrections,
    save_corrections,
)
from helpers.documents import read_document
from helpers.entities import LABELS, tag_entities
from helpers.errors import CourseError
from helpers.pictures.inputs import UNDONE
from helpers.pictures.page import Page, notice
from helpers.pipeline import TABLES, Analysis, analyze
from helpers.report import report, save_report
from helpers.widgets.box import box, former
from helpers.widgets.page_view import page_view, set_spans, table_of
from helpers.widgets.press import Press

if TYPE_CHECKING:
    from ipywidgets import VBox


class Desk:
    """What lies on the desk, and what its buttons do. `desk` puts it into a box."""

    def __init__(self, text: str, on: str, organization: str, folder: Path, tables: dict[str, Any]) -> None:
        from ipywidgets import HTML, FileUpload, HBox, IntProgress, Layout, Text, Textarea, VBox

        wide, fitting = Layout(width="98%", height="9em"), Layout(width="auto")
        self.folder = folder
        self.own_tables = tables
        self.analysis: Analysis | None = None
        self.found: pd.DataFrame | None = None
        self.page: Any = None
        self.by_hand = NONE
        self.refused: str | None = None
        self.paste = Textarea(
            value=text, placeholder="Paste a text here", description="Text", layout=wide, continuous_update=False
        )
        self.upload = FileUpload(
            accept=".txt,.md,.html,.htm", multiple=False, description="or open a file", layout=fitting
        )
        self.day = Text(value=on, description="Day", placeholder="2014-01-22; empty: the first in the text")
        self.host = Text(value=organization, description="Status in")
        answers = [(self.day, "value"), (self.host, "value")]
        self.start = Press("Analyze", partial(self._safely, self._analyze), answers, primary=True)
        self.again = Press("Analyze again with these marks", partial(self._safely, self._correct))
        self.drop = Press("Drop my corrections", partial(self._safely, self._drop))
        self.save = Press("Save tables and report", partial(self._safely, self._save))
        self.progress = IntProgress(min=0, max=len(TABLES), description="Stage")
        self.said = HTML()
        self.buttons = HBox(
            [self.again.widget, self.drop.widget, self.save.widget], layout=Layout(flex_flow="row wrap")
        )
        self.names, self.tables = VBox([self.buttons], layout=Layout(display="none")), HTML()
        self.upload.observe(partial(self._safely, self._open), names="value")
        self.children = [
            self.paste,
            HBox([self.upload, self.day, self.host, self.start.widget], layout=Layout(flex_flow="row wrap")),
            self.progress,
            self.said,
            self.names,
            self.tables,
        ]

    def say(self, sentence: str) -> None:
        """Show a sentence; it is escaped."""
        self.said.value = f'<p role="status">{html.escape(sentence)}</p>'

    def _safely(self, action: Any, *given: Any) -> None:
        """Do what a button asks for; what is wrong is said in a sentence, and what lies on the desk stays."""
        try:
            action(*given)
        except CourseError as problem:
            self.say(str(problem))
        except Exception as problem:
            self.say(f"Something went wrong, and it is our fault ({type(problem).__name__}). Your text is still here.")

    def take_up(self, by_hand: pd.DataFrame, marks: Path | None) -> None:
        """Go on with the corrections that were made on this desk before or, if there are none, that a file holds."""
        whence = "as they were before this cell was run again"
        if by_hand.empty and marks is not None:
            if not marks.exists():
                self.say(f"There is no {marks.name} yet, so no corrections are read. Press Analyze.")
                return
            by_hand, whence = read_corrections(marks, self.paste.value), f"as they stand in {marks.name}"
        if len(by_hand):
            self._begin(by_hand)
            self.say(f"{self.analysis!r}. {_kept(by_hand)}, {whence}.")

    def _open(self, change: dict[str, Any]) -> None:
        for file in change["new"]:
            self.paste.value = read_document(file["name"], bytes(file["content"]))
            self.say(f"{Path(file['name']).name} is open. Press Analyze.")

    def _analyze(self) -> None:
        text = self.paste.value
        if not text.strip():
            raise CourseError("There is no text yet: paste one above, or open a file.")
        by_hand = self.corrections()
        if len(by_hand) and self.analysis is not None and text != self.analysis.text:
            if self.refused != text:
                self.refused = text
                raise CourseError(
                    f"Another text stands above now, and your corrections by hand ({len(by_hand)}) belong to the old "
                    "one. To keep them, save first. To go on without them, press Analyze once more."
                )
            by_hand = NONE
        self._begin(by_hand)
        if len(by_hand):
            self.say(f"{self.analysis!r}. {_kept(by_hand)}; to be rid of them, press “Drop my corrections”.")

    def _begin(self, by_hand: pd.DataFrame) -> None:
        """Look for names by the rules, correct them as they have been corrected, and show them to be corrected."""
        text, gazetteer = self.paste.value, self.own_tables.get("gazetteer")
        is_new = self.page is None or self.analysis is None or text != self.analysis.text
        if by_hand.empty:
            self._run(text, None)
            self.found = marks = self.analysis.entities if self.analysis is not None else None
        else:
            fresh = tag_entities(text, gazetteer)
            marks = corrected(fresh, by_hand)
            self._run(text, named(marks, fresh, gazetteer), fresh)
            self.found = fresh
        if is_new:
            self._show(text, marks)
        elif marks is not None and places(table_of(self.page, text)) != places(marks):
            set_spans(self.page, marks)

    def _show(self, text: str, marks: pd.DataFrame | None) -> None:
        """Put a new page on the desk, in the place of the one that was there; the buttons stand behind its marks."""
        before, self.page = (
            self.page,
            page_view(text, marks, labels=list(LABELS), mode="mark", title="The names, to be corrected"),
        )
        for button in (self.start, self.again, self.drop, self.save):
            button.stand_behind(self.page)
        self.names.children = [self.page, self.buttons]
        self.names.layout.display = None
        if before is not None:
            before.close()

    def _correct(self) -> None:
        if self.analysis is not None:
            marks = table_of(self.page, self.analysis.text)
            entities = named(marks, self.analysis.entities, self.own_tables.get("gazetteer"))
            self._run(self.analysis.text, entities, self.found)

    def _drop(self) -> None:
        if self.found is not None:
            set_spans(self.page, self.found)
            self._correct()
            self.say(f"{self.analysis!r}. The names are as the rules found them; “Undo” brings yours back.")

    def corrections(self) -> pd.DataFrame:
        """Return how the marks on the page differ, now, from those that the rules made."""
        if self.analysis is None or self.found is None:
            return NONE
        return corrections(self.found, table_of(self.page, self.analysis.text))

    def _run(self, text: str, entities: pd.DataFrame | None, found: pd.DataFrame | None = None) -> None:
        """Analyze, from the names that were corrected if there are any; `found` are those that the rules made."""
        self.progress.value = 0

        def tell(stage: str) -> None:
            self.progress.value = TABLES.index(stage)
            self.say(f"Looking for {stage} …")

        day = self.day.value.strip() or None
        host = self.host.value.strip()
        self.analysis = analyze(text, day, host, entities=entities, progress=tell, **self.own_tables)
        self.by_hand = NONE if entities is None or found is None else corrections(found, entities)
        self.analysis = replace(
            self.analysis,
            notes=(*self.analysis.notes, *_by_hand(self.by_hand)),
            doubts=_of_the_rules(self.analysis.doubts, self.by_hand),
        )
        self.progress.value = len(TABLES)
        self.say(f"{self.analysis!r}. Correct the names below, then analyze again.")
        body = report(self.analysis, corrections=self.by_hand)
        self.tables.value = (
            body[body.index("<main>") + len("<main>") : body.index("</main>")]
            .replace("h1>", "h3>")
            .replace("h2>", "h4>")
        )

    def _save(self) -> None:
        if self.analysis is not None:
            if places(table_of(self.page, self.analysis.text)) != places(self.analysis.entities):
                self._correct()  # what is saved is what is marked
            self.say("Saving …")
            written = self.analysis.to_csv(self.folder)
            written.append(save_corrections(self.by_hand, self.folder / "corrections.csv"))
            written.append(save_report(self.analysis, self.folder / "report.html", corrections=self.by_hand))
            self.say(f"Saved in the folder {self.folder.name}: {', '.join(path.name for path in written)}.")


def desk(
    text: str | None = None,
    on: str | None = None,
    organization: str = "SCO",
    folder: str | Path = "my_analysis",
    *,
    marks: str | Path | None = None,
    **tables: Any,
) -> VBox | Page:
    """Put a text of one's own on a desk: analyze it stage by stage, correct the names, save tables and a report.

    *Analyze* with another day or host keeps the names that were corrected; with another text it first says that they
    will be lost. What is saved lists them, in ``corrections.csv`` and in the report. A cell that is run again keeps
    them, too, if its text is the same.

    Parameters
    ----------
    text : str, optional
        A text to begin with. By default the desk is empty, or holds what was pasted in this cell before: paste a text,
        or open a .txt, .md or .html file.
    on : str, optional
        The day on which status counts, as "2014-01-22". By default the first full date in the text.
    organization : str
        The organization whose members, observers and partners are looked up.
    folder : str or pathlib.Path
        Where the tables and the report are saved; made when the button is pressed.
    marks : str or pathlib.Path, optional
        Corrections that were saved before, ``"my_analysis/corrections.csv"``: the text is analyzed with them at once.
        If the file is not there or does not fit, the desk says so and begins without it.
    **tables
        Lists of your own, given on to `analyze`: `gazetteer`, `codebook`, `memberships`.

    Returns
    -------
    ipywidgets.VBox
        Its `value` is the `Analysis`, None before the first. Where widgets do not run: a sentence on what gives
        the same tables. If `text` is an exercise that is not done yet, a sentence that says so.

    Examples
    --------
    >>> mine = desk("India and Chad took part in consultations on 22 January 2014.")
    >>> mine.desk.start.click()
    >>> mine.value.participants["name"].tolist()
    ['India', 'Chad']
    """
    if text is ... or on is ...:
        return notice(UNDONE)
    before = getattr(former("desk"), "desk", None)
    if text is None and before is not None:
        text = before.paste.value
    lying = Desk(text or "", on or "", organization, Path(folder), tables)
    same = before is not None and before.analysis is not None and before.analysis.text == lying.paste.value
    by_hand = before.corrections() if same else NONE
    made = box("desk", lying.children, partial(_still, lying), WITHOUT_A_DESK, get=lambda: lying.analysis)
    made.desk = lying
    lying._safely(lying.take_up, by_hand, None if marks is None else Path(marks))
    return made


WITHOUT_A_DESK = (
    "A desk for a text of your own belongs here. Without widgets, found = analyze(text, on=day, organization=host), "
    "with gazetteer=, codebook= and memberships= for lists of your own, gives the same tables; "
    'found.to_csv("my_analysis") saves them, and save_report(found, "report.html") of helpers.report writes the '
    "report. Only marks need the desk."
)


def _kept(by_hand: pd.DataFrame) -> str:
    return f"Your corrections by hand ({len(by_hand)}) are kept"


def _by_hand(changes: pd.DataFrame) -> list[str]:
    """Say how many names were corrected."""
    added = int((changes["change"] == "added").sum())
    removed = len(changes) - added
    return [f"Names were corrected by hand: {added} added, {removed} taken out."] if added or removed else []


def _of_the_rules(doubts: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Leave out the doubts about names that a reader has marked: no rule has guessed them."""
    given = set(zip(changes["start"], changes["end"], strict=True))
    places = zip(doubts["start"], doubts["end"], doubts["kind"], strict=True)
    kept = [kind != "unknown_name" or (start, end) not in given for start, end, kind in places]
    return doubts[kept].reset_index(drop=True)


def _still(lying: Desk) -> str:
    return lying.tables.value or f"<p>{html.escape(WITHOUT_A_DESK)}</p>"
