"""A sheet of paper: the text in numbered lines, far enough apart to write between them, with the labels on top."""

from __future__ import annotations

import html
import re

import pandas as pd

from helpers.errors import CourseError
from helpers.pictures.page import Page
from helpers.pictures.palette import Ink, inks
from helpers.pictures.picture import NO_FORMULAS
from helpers.reference import data_path
from helpers.texts import require_text

NARROWEST, WIDEST = 20, 200
_LABEL_ROW = re.compile(r"^\|\s*([A-Z]{2,})\s*\|\s*([^|]+?)\s*\|", re.MULTILINE)


def cut_lines(text: str, width: int = 80) -> pd.DataFrame:
    r"""Cut a text into lines for paper: never inside a word, and no line runs from one paragraph into the next.

    Parameters
    ----------
    text : str
        Any text; a line end ends a paragraph.
    width : int, default 80
        The most characters that a line holds, 20 to 200; a longer word has a line of its own.

    Returns
    -------
    pandas.DataFrame
        One row a line: ``line`` (from 1), ``paragraph`` (from 1, empty ones not counted), ``start``, ``end``, ``text``.

    Raises
    ------
    CourseError
        If the width is no whole number from 20 to 200.

    Examples
    --------
    >>> lines = cut_lines("Delegations of three organizations took part.\nThe talks were long.", width=30)
    >>> lines[["line", "paragraph", "start", "text"]].values.tolist()
    [[1, 1, 0, 'Delegations of three'], [2, 1, 21, 'organizations took part.'], [3, 2, 46, 'The talks were long.']]
    """
    text = require_text(text)
    if type(width) is not int or not NARROWEST <= width <= WIDEST:
        raise CourseError(f"The width of a line is a whole number from {NARROWEST} to {WIDEST}, not {width!r}.")
    rows: list[tuple[int, int, int, int, str]] = []
    paragraph, before = 0, -1
    for word in re.finditer(r"\S+", text):
        begins_paragraph = before < 0 or "\n" in text[before : word.start()]
        if begins_paragraph:
            paragraph += 1
        if begins_paragraph or word.end() - rows[-1][2] > width:
            rows.append((len(rows) + 1, paragraph, word.start(), word.end(), word.group()))
        else:
            number, _, start, _, _ = rows[-1]
            rows[-1] = (number, paragraph, start, word.end(), text[start : word.end()])
        before = word.end()
    table = pd.DataFrame(rows, columns=["line", "paragraph", "start", "end", "text"])
    return table.astype({"line": int, "paragraph": int, "start": int, "end": int})


def show_sheet(text: str, width: int = 80) -> Page:
    r"""Show a text as a sheet to print and write on: numbered lines with wide spacing below the codebook's labels.

    Beside its number each line has the place of its first character, so that a mark on paper can be found again in the
    text.

    Parameters
    ----------
    text : str
        Any text.
    width : int, default 80
        The most characters that a line holds, 20 to 200.

    Returns
    -------
    Page
        Its table is that of `cut_lines`.

    Raises
    ------
    CourseError
        If the width is no whole number from 20 to 200.

    Examples
    --------
    >>> print(show_sheet("The talks were held in Moscow.", width=20).words.split("\n\n")[-1])
    line  place
       1      0  The talks were held
       2     20  in Moscow.
    """
    lines = cut_lines(text, width)
    labels = _labels()
    colors = inks(label for label, _ in labels)
    key = "".join(_key(label, meaning, colors[label]) for label, meaning in labels)
    head = f'<tr><th style="{_CELL}">line</th><th style="{_CELL}">place</th><th style="{_CELL}">text</th></tr>'
    words = [f"{label}: {meaning}" for label, meaning in labels]
    written, rows = ["line  place"], [head]
    paragraph = 1
    for line in lines.itertuples():
        shown = re.sub(r"\s", " ", line.text)
        gap = "padding:14px 6px 0px 6px" if line.paragraph > paragraph else "padding:0px 6px"
        written += [""] * (line.paragraph - paragraph) + [f"{line.line:>4}{line.start:>7}  {shown}"]
        rows.append(_row(line.line, line.start, shown, gap))
        paragraph = line.paragraph
    sheet = f'<table style="border-collapse:collapse;background-color:#ffffff">{"".join(rows)}</table>'
    shown = f'<div class="{NO_FORMULAS}">{_PRINTING}{key}{sheet}</div>'
    return Page(shown, "\n".join([*words, "", *written]), lines)


# The sheet is paper, also on a dark page; a table in JupyterLab would have stripes and its words at the right.
_CELL = "background-color:#ffffff;color:#000000;border:none;vertical-align:baseline;text-align:left;font-size:11px"
_LINE = "font-family:Times New Roman,Liberation Serif,serif;font-size:13.5px;line-height:2.8;white-space:normal"


# Jupyter keeps an output on one page if it can. This one is longer than a page, so it would begin on the second.
_PRINTING = "<style>@media print{.jp-OutputArea-child{break-inside:auto !important}}</style>"


def _key(label: str, meaning: str, ink: Ink) -> str:
    """Say what a label marks."""
    style = f"background-color:{ink.background};color:{ink.text};border:2px {ink.line} {ink.border};padding:0px 3px"
    return (
        f'<p style="margin:0px 0px 4px 0px"><mark style="{style}"><b>{html.escape(label)}</b></mark> '
        f"{html.escape(meaning)}</p>"
    )


def _row(number: int, place: int, line: str, gap: str) -> str:
    """Set one line of the text with its number and place; it is not torn apart at the end of a page."""
    return (
        f'<tr style="page-break-inside:avoid"><th scope="row" style="{_CELL};{gap}">{number}</th>'
        f'<td style="{_CELL};{gap}">{place}</td>'
        f'<td style="{_CELL};{_LINE};{gap}">{html.escape(line)}</td></tr>'
    )


def _labels() -> list[tuple[str, str]]:
    """Read the labels and what they mark from the codebook, which is the only place where that is written."""
    found = _LABEL_ROW.findall(data_path("codebook.md").read_text(encoding="utf-8"))
    if not found:
        raise CourseError("The codebook has no table of labels any more. Get a fresh copy of data/codebook.md.")
    return found
