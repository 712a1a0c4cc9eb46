"""What was found in a text on one page of HTML that opens anywhere: no network, nothing that runs."""

from __future__ import annotations

import html
import tempfile
from pathlib import Path

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures import Picture, draw_participants, draw_statements, draw_theme_map, show_spans
from helpers.pictures.picture import table_html
from helpers.pipeline import Analysis
from helpers.spreadsheets import guarded

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;color:#1b2430;background:#fff}"
    "main{max-width:56em;margin:2em auto;padding:0 1em}"
    "table{border-collapse:collapse}td,th{border-bottom:1px solid #d5dae0;vertical-align:top}"
    "pre,p{overflow-wrap:anywhere}@media print{main{margin:0}}"
)


TITLE = "Who met, about what, and who says so?"


def report(analysis: Analysis, title: str = TITLE, corrections: pd.DataFrame | None = None) -> str:
    """Write a whole page about an analysis.

    Parameters
    ----------
    analysis : Analysis
        What `analyze` found.
    title : str
        The heading.
    corrections : pandas.DataFrame, optional
        Names that a reader has changed: ``start``, ``end``, ``text``, ``label``, ``change``.

    Returns
    -------
    str
        A page of HTML: the summary with its notes, the participants, the themes, the statements, each with its place in
        the text, and the text with its entities marked. Everything that comes from the text is escaped, and a cell that
        a spreadsheet would take for a formula, if the table is copied into one, has an apostrophe before it.

    Examples
    --------
    >>> from helpers.pipeline import analyze
    >>> page = report(analyze("India and <b>Chad</b> took part on 22 January 2014."))
    >>> "<!doctype html>" in page, "<b>Chad</b>" in page
    (True, False)
    """
    lines = "".join(f"<li>{html.escape(line)}</li>" for line in analysis.summary().splitlines())
    day = f" on {analysis.on}" if analysis.on else ""
    parts = [
        f"<h1>{html.escape(title)}</h1>",
        f"<ul>{lines}</ul>",
        *_how_found(corrections, with_lists=bool(analysis.lists)),
        f"<h2>Participants, by their status in {html.escape(analysis.organization)}{day}</h2>",
        _picture(draw_participants(analysis.participants)) if len(analysis.participants) else "",
        _rows(analysis.participants, ["name", "kind", "category"]),
        "<h2>Themes</h2>",
        _picture(draw_theme_map(analysis.themes)) if _coded(analysis.themes) else "<p>No sentence has a theme.</p>",
        "<h2>Statements</h2>",
        _picture(draw_statements(analysis.statements)) if len(analysis.statements) else "",
        _rows(analysis.statements, ["speaker", "verb", "consensus"]),
        "<h2>The text, with its entities</h2>",
        show_spans(analysis.text, analysis.entities).html,
    ]
    head = f'<meta charset="utf-8"><title>{html.escape(title)}</title><style>{STYLE}</style>'
    body = "\n".join(part for part in parts if part)
    page = f'<!doctype html>\n<html lang="en"><head>{head}</head>\n<body><main>{body}</main></body></html>\n'
    return page.encode("utf-8", "backslashreplace").decode("utf-8")


def save_report(
    analysis: Analysis, path: str | Path, title: str = TITLE, corrections: pd.DataFrame | None = None
) -> Path:
    """Write the page of `report` into a file.

    Parameters
    ----------
    analysis : Analysis
        What `analyze` found.
    path : str or pathlib.Path
        The file, for example ``my_report.html``. A file of this name is replaced, at once or not at all.
    title : str
        The heading.
    corrections : pandas.DataFrame, optional
        As for `report`.

    Returns
    -------
    pathlib.Path
        The file.

    Raises
    ------
    CourseError
        If it can not be written.
    """
    path = Path(path)
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, suffix=".part", delete=False) as file:
            file.write(report(analysis, title, corrections))
        Path(file.name).chmod(0o644)  # a temporary file is its owner's alone, a report is read by others
        Path(file.name).replace(path)
    except OSError as problem:
        raise CourseError(f"The file {path} can not be written ({problem.strerror}). Choose another place.") from None
    return path


_UNKNOWN = "How often the rules are right on this text, nobody knows before somebody has marked a sample of it by hand"


def _how_found(corrections: pd.DataFrame | None, *, with_lists: bool) -> list[str]:
    """Say who found the names, the rules alone or a reader after them, and list what the reader changed."""
    lists = " and by lists that a reader has changed (see above)" if with_lists else ""
    if corrections is None or corrections.empty:
        return [f"<p>Found by rules{lists or ', not by a reader'}. {_UNKNOWN}.</p>"]
    return [
        f"<p>The names were found by rules{lists} and then corrected by a reader, as listed here. Participants, themes "
        f"and statements were found by rules, beginning from these names. {_UNKNOWN}; names that were corrected do not "
        "count in it.</p>",
        "<h2>Corrected by hand</h2>",
        _rows(corrections, ["change", "label"]),
    ]


def _picture(drawn: object) -> str:
    return drawn.html if isinstance(drawn, Picture) else ""


def _coded(themes: pd.DataFrame) -> bool:
    flags = themes[[column for column in themes.columns if column not in {"sentence", "start", "end", "text"}]]
    return bool(flags.to_numpy().any())


def _rows(table: pd.DataFrame, columns: list[str]) -> str:
    """Set a table with its evidence: the words, and where they stand."""
    if table.empty:
        return "<p>None.</p>"
    places = [f"text[{start}:{end}]" for start, end in zip(table["start"], table["end"], strict=True)]
    shown = guarded(table[columns].assign(**{"its words": table["text"], "place": places}))
    return table_html(shown, rows=200)
