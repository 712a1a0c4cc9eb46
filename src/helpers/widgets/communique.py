"""A desk for a text of one's own: bring it, see it analyzed stage by stage, correct the names, take it along."""

from __future__ import annotations

import html
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.documents import read_document
from helpers.entities import LABELS, Gazetteer, tag_entities
from helpers.errors import CourseError
from helpers.pictures.inputs import UNDONE
from helpers.pictures.page import Page, notice
from helpers.pipeline import TABLES, Analysis, analyze
from helpers.report import report, save_report
from helpers.spreadsheets import guarded
from helpers.widgets.box import box
from helpers.widgets.page_view import page_view, set_spans, table_of

if TYPE_CHECKING:
    from ipywidgets import VBox


class Desk:
    """What lies on the desk, and what its buttons do. `desk` puts it into a box."""

    def __init__(self, text: str, on: str, organization: str, folder: Path, tables: dict[str, Any]) -> None:
        from ipywidgets import HTML, Button, FileUpload, HBox, IntProgress, Layout, Text, Textarea, VBox

        wide, fitting = Layout(width="98%", height="9em"), Layout(width="auto")
        self.folder = folder
        self.own_tables = tables
        self.analysis: Analysis | None = None
        self.found: pd.DataFrame | None = None
        self.page: Any = None
        self.by_hand = _NONE
        self.refused: str | None = None
        self.paste = Textarea(value=text, placeholder="Paste a text here", description="Text", layout=wide)
        self.upload = FileUpload(
            accept=".txt,.md,.html,.htm", multiple=False, description="or open a file", layout=fitting
        )
        self.day = Text(value=on, description="Day", placeholder="2014-01-22; empty: the first in the text")
        self.host = Text(value=organization, description="Status in")
        self.start = Button(description="Analyze", button_style="primary")
        self.again = Button(description="Analyze again with these marks", layout=fitting)
        self.save = Button(description="Save tables and report", layout=fitting)
        self.progress = IntProgress(min=0, max=len(TABLES), description="Stage")
        self.said = HTML()
        self.names, self.tables = VBox([self.again, self.save], layout=Layout(display="none")), HTML()
        self.start.on_click(partial(self._safely, self._analyze))
        self.again.on_click(partial(self._safely, self._correct))
        self.save.on_click(partial(self._safely, self._save))
        self.upload.observe(partial(self._safely, self._open), names="value")
        self.children = [
            self.paste,
            HBox([self.upload, self.day, self.host, self.start], layout=Layout(flex_flow="row wrap")),
            self.progress,
            self.said,
            self.names,
            self.tables,
        ]

    def say(self, sentence: str) -> None:
        """Show a sentence; it is escaped."""
        self.said.value = f'<p role="status">{html.escape(sentence)}</p>'

    def _safely(self, action: Any, change: Any) -> None:
        """Do what a button asks for; what is wrong is said in a sentence, and what lies on the desk stays."""
        try:
            action(change)
        except CourseError as problem:
            self.say(str(problem))
        except Exception as problem:
            self.say(f"Something went wrong, and it is our fault ({type(problem).__name__}). Your text is still here.")

    def _open(self, change: dict[str, Any]) -> None:
        for file in change["new"]:
            self.paste.value = read_document(file["name"], bytes(file["content"]))
            self.say(f"{Path(file['name']).name} is open. Press Analyze.")

    def _analyze(self, _: Any) -> None:
        text = self.paste.value
        if not text.strip():
            raise CourseError("There is no text yet: paste one above, or open a file.")
        by_hand = self._corrections()
        if self.analysis is not None and text == self.analysis.text and len(by_hand):
            self._analyze_and_keep(by_hand)
            return
        if len(by_hand) and self.refused != text:
            self.refused = text
            raise CourseError(
                f"Another text stands above now, and your corrections by hand ({len(by_hand)}) belong to the old one. "
                "To keep them, save first. To go on without them, press Analyze once more."
            )
        self._run(text, None)
        self.found = found = self.analysis.entities if self.analysis is not None else None
        before = self.page
        self.page = page_view(text, found, labels=list(LABELS), mode="mark", title="The names, to be corrected")
        self.names.children = [self.page, self.again, self.save]
        self.names.layout.display = None
        if before is not None:
            before.close()

    def _analyze_and_keep(self, by_hand: pd.DataFrame) -> None:
        """Look for names by the rules once more, and correct them as they have been corrected."""
        text, gazetteer = self.paste.value, self.own_tables.get("gazetteer")
        fresh = tag_entities(text, gazetteer)
        marks = corrected(fresh, by_hand)
        self._run(text, named(marks, fresh, gazetteer), fresh)
        self.found = fresh
        if _places(table_of(self.page, text)) != _places(marks):
            set_spans(self.page, marks)
        kept = f"Your corrections by hand ({len(by_hand)}) are kept; to drop them, run this cell again."
        self.say(f"{self.analysis!r}. {kept}")

    def _correct(self, _: Any) -> None:
        if self.analysis is not None:
            marks = table_of(self.page, self.analysis.text)
            entities = named(marks, self.analysis.entities, self.own_tables.get("gazetteer"))
            self._run(self.analysis.text, entities, self.found)

    def _corrections(self) -> pd.DataFrame:
        """Return how the marks on the page differ, now, from those that the rules made."""
        if self.analysis is None or self.found is None:
            return _NONE
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
        self.by_hand = _NONE if entities is None or found is None else corrections(found, entities)
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

    def _save(self, _: Any) -> None:
        if self.analysis is not None:
            if _places(table_of(self.page, self.analysis.text)) != _places(self.analysis.entities):
                self._correct(None)  # what is saved is what is marked
            self.say("Saving …")
            written = self.analysis.to_csv(self.folder)
            written.append(_save_corrections(self.by_hand, self.folder / "corrections.csv"))
            written.append(save_report(self.analysis, self.folder / "report.html", corrections=self.by_hand))
            self.say(f"Saved in the folder {self.folder.name}: {', '.join(path.name for path in written)}.")


def desk(
    text: str | None = None,
    on: str | None = None,
    organization: str = "SCO",
    folder: str | Path = "my_analysis",
    **tables: Any,
) -> VBox | Page:
    """Put a text of one's own on a desk: analyze it stage by stage, correct the names, save tables and a report.

    *Analyze* with another day or host keeps the names that were corrected; with another text it first says that they
    will be lost. What is saved lists them, in ``corrections.csv`` and in the report.

    Parameters
    ----------
    text : str, optional
        A text to begin with. By default the desk is empty: paste a text, or open a .txt, .md or .html file.
    on : str, optional
        The day on which status counts, as "2014-01-22". By default the first full date in the text.
    organization : str
        The organization whose members, observers and partners are looked up.
    folder : str or pathlib.Path
        Where the tables and the report are saved; made when the button is pressed.
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
    lying = Desk(text or "", on or "", organization, Path(folder), tables)
    made = box("desk", lying.children, partial(_still, lying), WITHOUT_A_DESK, get=lambda: lying.analysis)
    made.desk = lying
    return made


WITHOUT_A_DESK = (
    "A desk for a text of your own belongs here. Without widgets, analyze(...) with the same text, day, host and lists "
    'gives the same tables, and .to_csv("my_analysis") saves them; the report and the marks need the desk.'
)


def _places(marks: pd.DataFrame) -> set[tuple[int, int, str]]:
    return set(zip(marks["start"], marks["end"], marks["label"], strict=True))


_NONE = pd.DataFrame(columns=["start", "end", "text", "label", "change"])


def corrections(found: pd.DataFrame, marks: pd.DataFrame) -> pd.DataFrame:
    """List how marks differ from those that the rules made.

    Parameters
    ----------
    found, marks : pandas.DataFrame
        ``start``, ``end``, ``text``, ``label``: what the rules found, and what stands there now.

    Returns
    -------
    pandas.DataFrame
        In the order of the text: ``start``, ``end``, ``text``, ``label``, ``change`` ("added" or "taken out"). A name
        with another label or border makes two rows.

    Examples
    --------
    >>> found = tag_entities("Chad met.")
    >>> marks = pd.DataFrame({"start": [0], "end": [4], "text": ["Chad"], "label": ["IGO"]})
    >>> corrections(found, marks)[["text", "label", "change"]].values.tolist()
    [['Chad', 'IGO', 'added'], ['Chad', 'STATE', 'taken out']]
    """
    rows = []
    for table, other, change in ((marks, found, "added"), (found, marks, "taken out")):
        there = _places(other)
        for start, end, text, label in zip(table["start"], table["end"], table["text"], table["label"], strict=True):
            if (start, end, label) not in there:
                rows.append((start, end, text, label, change))
    return pd.DataFrame(sorted(rows), columns=["start", "end", "text", "label", "change"])


def corrected(found: pd.DataFrame, changes: pd.DataFrame) -> pd.DataFrame:
    """Change names that the rules found as a reader has changed them before.

    Parameters
    ----------
    found : pandas.DataFrame
        ``start``, ``end``, ``text``, ``label``.
    changes : pandas.DataFrame
        From `corrections`.

    Returns
    -------
    pandas.DataFrame
        The marks. A name that the rules found where a reader has added one gives way to it.

    Examples
    --------
    >>> found = tag_entities("Chad met Peru.")
    >>> marks = pd.DataFrame({"start": [0], "end": [4], "text": ["Chad"], "label": ["IGO"]})
    >>> corrected(found, corrections(found, marks))[["text", "label"]].values.tolist()
    [['Chad', 'IGO']]
    """
    columns = ["start", "end", "text", "label"]
    added = changes.loc[changes["change"] == "added", columns]
    gone = _places(changes[changes["change"] == "taken out"])
    given = list(zip(added["start"], added["end"], strict=True))
    kept = [
        (start, end, label) not in gone and not any(start < last and first < end for first, last in given)
        for start, end, label in zip(found["start"], found["end"], found["label"], strict=True)
    ]
    return pd.concat([found.loc[kept, columns], added]).sort_values(["start", "end"], ignore_index=True)


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


def _save_corrections(changes: pd.DataFrame, path: Path) -> Path:
    try:
        table = guarded(changes).to_csv(index=False, lineterminator="\r\n")
        path.write_text(table, encoding="utf-8-sig", errors="backslashreplace", newline="")
    except OSError as problem:
        raise CourseError(f"The file {path} can not be written ({problem.strerror}). Is it open elsewhere?") from None
    return path


def _still(lying: Desk) -> str:
    return lying.tables.value or f"<p>{html.escape(WITHOUT_A_DESK)}</p>"


def named(marks: pd.DataFrame, before: pd.DataFrame, gazetteer: Gazetteer | None = None) -> pd.DataFrame:
    """Give each mark the name under which it is counted: as before, or as the tables know its words.

    Parameters
    ----------
    marks : pandas.DataFrame
        ``start``, ``end``, ``text``, ``label``.
    before : pandas.DataFrame
        Entities as `tag_entities` gives them.
    gazetteer : Gazetteer, optional
        The names that are known; by default those of the course.

    Returns
    -------
    pandas.DataFrame
        The marks in the form of `tag_entities`.

    Examples
    --------
    >>> found = tag_entities("Chad met.")
    >>> marks = pd.DataFrame({"start": [0, 5], "end": [4, 8], "text": ["Chad", "met"], "label": ["STATE", "IGO"]})
    >>> named(marks, found)[["name", "iso3"]].values.tolist()
    [['Chad', 'TCD'], ['met', '']]
    """
    known = {(row.start, row.end, row.label): (row.name, row.iso3) for row in before.itertuples(index=False)}
    names = []
    for row in marks.itertuples(index=False):
        if (row.start, row.end, row.label) not in known:
            alone = tag_entities(row.text, gazetteer)
            fits = len(alone) == 1 and alone["text"].iloc[0] == row.text and alone["label"].iloc[0] == row.label
            known[row.start, row.end, row.label] = tuple(alone[["name", "iso3"]].iloc[0]) if fits else (row.text, "")
        names.append(known[row.start, row.end, row.label])
    return marks.assign(name=[name for name, _ in names], iso3=[iso3 for _, iso3 in names])
