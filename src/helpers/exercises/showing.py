"""How feedback, hints, solutions and progress look: HTML with inline styles for a notebook, plain text for the rest.

Text keeps the color of the page, so it is readable in light and dark; the state is a word in a badge that brings its
own two colors (contrast 7:1 or more), so no meaning rests on a color. `<style>` is not used: JupyterLab drops it. Of
what helps a screen reader, JupyterLab's sanitizer (for outputs that were stored, not run) keeps `lang`, `scope` and
`<details>`; it drops `role`, which is there for outputs that are run. Headings would land in the table of contents.
Feedback is announced when it appears, and a screen reader tells each block and each emphasized or code element of an
announcement by itself, in any order, and some twice. So feedback is one block of plain inline text, broken by `<br>`.
That block is a paragraph within the status: text that stands in a status itself is a status bar, which is not read.
Plain text is broken at WIDTH, for a terminal and for viewers that show no HTML.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH = 88
"""No line of plain text is longer, unless one word or one line of code is."""

_BADGES = {"done": "#1b5e20", "not yet": "#7a3e00", "not started": "#37474f"}
_NEUTRAL = "#1a3f6f"
_BOX = "border: 1px solid; border-left-width: 6px; border-color: {color}; padding: 6px 12px; margin: 4px 0px;"
_BADGE = "background-color: {color}; color: #ffffff; padding: 1px 8px; font-weight: bold;"
_CODE = "font-family: monospace; font-size: 95%;"
_TICKED_CODE = "font-family: monospace;"  # VS Code writes code in outputs in the font of prose
_STATUS = "line-height: 1.7;"
_CELL = "text-align: left; padding: 2px 12px 2px 0px;"
_LINE = "margin: 6px 0px;"
_NO_LINE = "margin: 0px;"


def badge(label: str, color: str) -> str:
    """Write a label on a ground of its own."""
    return f'<span style="{_BADGE.format(color=color)}">{html.escape(label)}</span>'


_TICKED = re.compile(r"`[^`]*`")
_HELD = re.compile("\ue000(\\d+)\ue001")
_STARRED = re.compile(r"(?<![\w*'])(\*\*?)(?![\s*])([^*\n]*[^\s*])\1(?![\w*'])")
"""Words between stars: the first star opens a word, the second closes one. `drug*`, '*drug*' and 2 * 3 have none."""


def _pieces(text: str) -> tuple[str, list[str]]:
    """Put a place holder where code stands, so that nothing in it is taken for a mark."""
    code: list[str] = []

    def hold(found: re.Match[str]) -> str:
        code.append(found.group())
        return f"\ue000{len(code) - 1}\ue001"

    return _TICKED.sub(hold, _HELD.sub("", text)), code


def prose(text: str) -> str:
    """Escape a text; what stands between backticks becomes code, and what stands between stars is emphasized.

    Examples
    --------
    >>> prose("`a < b` & c")
    '<code style="font-family: monospace;">a &lt; b</code> &amp; c'
    >>> prose("Take the *first* word, not *this* one.")
    'Take the <em>first</em> word, not <em>this</em> one.'
    >>> prose("the pattern '*drug*'")
    "the pattern '*drug*'"
    """
    rest, code = _pieces(text)
    escaped = html.escape(rest, quote=False)
    marked = _STARRED.sub(lambda found: f"<{_EMPHASIS[found[1]]}>{found[2]}</{_EMPHASIS[found[1]]}>", escaped)
    tag = f'<code style="{_TICKED_CODE}">'
    return _HELD.sub(lambda held: f"{tag}{html.escape(code[int(held[1])][1:-1])}</code>", marked)


_EMPHASIS = {"*": "em", "**": "strong"}


def unstarred(text: str) -> str:
    """Take away the stars around emphasized words, for plain text; stars inside of backticks stay.

    Examples
    --------
    >>> unstarred("Take the *first* word, not `drug*`.")
    'Take the first word, not `drug*`.'
    """
    rest, code = _pieces(text)
    return _HELD.sub(lambda held: code[int(held[1])], _STARRED.sub(r"\2", rest))


def wrapped(text: str) -> str:
    """Break a text into lines of at most WIDTH characters, at spaces only.

    Examples
    --------
    >>> max(len(line) for line in wrapped("word " * 40).splitlines()) <= WIDTH
    True
    """
    return "\n".join(
        textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False) for line in text.splitlines()
    )


def _box(color: str, lines: Sequence[str]) -> str:
    """Put lines into a frame."""
    return f'<div lang="en" style="{_BOX.format(color=color)}">{"".join(lines)}</div>'


def _announced(color: str, lines: Sequence[str]) -> str:
    """Put lines into a frame that a screen reader tells when it appears: all of it, once, from first to last."""
    return f'<div lang="en" role="status" style="{_BOX.format(color=color)} {_STATUS}">{_told(lines)}</div>'


def _told(lines: Sequence[str]) -> str:
    return _paragraph(_MARKED.sub(r'<\1 role="none"', "<br>".join(lines)), _NO_LINE)


def _status(lines: Sequence[str]) -> str:
    """Put lines into a status within a frame: they alone are told, and what is folded or code is read on arrival."""
    return f'<div role="status" style="{_STATUS}">{_told(lines)}</div>'


_MARKED = re.compile(r"<(code|em|strong)\b")


def _paragraph(inside: str, style: str = _LINE) -> str:
    return f'<p style="{style}">{inside}</p>'


@dataclass(frozen=True, repr=False)
class Feedback:
    """What a check says.

    Attributes
    ----------
    status : str
        "not started", "not yet" or "done".
    message : str
        One to three sentences.
    points : float
        0, or the exercise's points if it is done. A graded cell ends with `check("3.2", answer).points`.
    exercise : str
        Its id.
    title : str
        Its title.
    possible : float
        How many points there are.
    answer : str
        The answer that was checked: its name, what it looks like (shortened) and what it is.
    note : str
        Something beside the answer: that progress can not be kept here, for example.
    """

    status: str
    message: str
    points: float = 0.0
    exercise: str = ""
    title: str = ""
    possible: float = 0.0
    answer: str = ""
    note: str = ""

    def _heading(self) -> str:
        return f"Exercise {self.exercise}{' · ' + self.title if self.title else ''}" if self.exercise else "Exercise"

    def _points(self) -> str:
        return f"{self.points:g} of {self.possible:g} point{'' if self.possible == 1 else 's'}" if self.possible else ""

    def __repr__(self) -> str:
        """Return the same as plain text."""
        first = " · ".join(part for part in (self._heading(), self.status, self._points()) if part)
        checked = f"Checked: {self.answer}" if self.answer else ""
        said = (unstarred(self.message), checked, unstarred(self.note))
        return "\n".join([first, *(wrapped(part) for part in said if part)])

    def _repr_html_(self) -> str:
        color = _BADGES.get(self.status, _NEUTRAL)
        points = f" · {self._points()}" if self._points() else ""
        heading = f"<strong>{html.escape(self._heading())}</strong>{html.escape(points)}"
        lines = [f"{badge(self.status, color)} {heading}", prose(self.message)]
        if self.answer:
            lines.append(f'Checked: <span style="{_CODE}">{html.escape(self.answer)}</span>')
        if self.note:
            lines.append(prose(self.note))
        return _announced(color, lines)


@dataclass(frozen=True, repr=False)
class Page:
    """A few lines under a heading, and perhaps a piece of code: a hint, a solution, a sentence.

    Attributes
    ----------
    label : str
        What it is: "hint 1 of 3".
    heading : str
        To which exercise it belongs.
    text : str
        What it says.
    code : str
        Code, as it is.
    after : str
        What to do next.
    """

    label: str
    heading: str
    text: str = ""
    code: str = ""
    after: str = ""

    def __repr__(self) -> str:
        """Return the same as plain text."""
        first = f"{self.heading} · {self.label}" if self.heading else self.label
        code = "\n".join(f"    {line}".rstrip() for line in self.code.splitlines())
        parts = (wrapped(first), wrapped(unstarred(self.text)), code, wrapped(unstarred(self.after)))
        return "\n".join(part for part in parts if part)

    def _first_line(self, label: str) -> str:
        return f"{badge(label, _NEUTRAL)} <strong>{html.escape(self.heading)}</strong>"

    def _repr_html_(self) -> str:
        lines = [_status([self._first_line(self.label), *([prose(self.text)] if self.text else [])])]
        if self.code:
            lines.append(f'<pre style="{_LINE} white-space: pre-wrap;">{html.escape(self.code)}</pre>')
        if self.after:
            lines.append(_paragraph(prose(self.after), _NO_LINE))
        return _box(_NEUTRAL, lines)


@dataclass(frozen=True, repr=False)
class Hints(Page):
    """The three hints of an exercise: in plain text one a call, in a notebook all of them, of which the first is open.

    Each of the others is folded and lies inside of the one before, so that they unfold one at a time. Running a cell
    again, or all cells above, never shows more than somebody has unfolded.

    Attributes
    ----------
    hints : tuple of str
        All of them: idea, method, line. `label` and `text` are those of this call.
    always : str
        Something that may help beside them.
    last : str
        What to do when all are read.
    """

    hints: tuple[str, ...] = ()
    always: str = ""
    last: str = ""

    def _repr_html_(self) -> str:
        """Return the first hint, and the others folded, one in the other."""
        inside = _paragraph(prose(self.last)) if self.last else ""
        for number in range(len(self.hints), 1, -1):
            hint = _paragraph(prose(self.hints[number - 1]))
            inside = f"<details><summary>{self._named(number)}</summary>{hint}{inside}</details>"
        told = _status([self._first_line(f"hint 1 of {len(self.hints)}"), prose(self.hints[0])])
        always = _paragraph(prose(self.always)) if self.always else ""
        return _box(_NEUTRAL, [told, inside, always])

    def _named(self, number: int) -> str:
        what = ("the idea", "the method", "the line")[number - 1] if len(self.hints) == 3 else ""
        return f"Hint {number} of {len(self.hints)}{': ' + what if what else ''} (unfold it when you want it)"


@dataclass(frozen=True, repr=False)
class Progress:
    """How far somebody has come: one row an exercise.

    Attributes
    ----------
    rows : tuple
        (lesson, exercise, title, level, status, points, possible points), in the order of the course.
    note : str
        Something that went wrong with the file.
    """

    rows: tuple[tuple[str, str, str, str, str, float, float], ...]
    note: str = ""
    headings: tuple[str, ...] = field(default=("Exercise", "Level", "State", "Points"), repr=False)

    def lessons(self) -> tuple[tuple[str, int, int, float, float], ...]:
        """Add up by lesson: (lesson, exercises done, exercises, points, possible points).

        Returns
        -------
        tuple
            One row a lesson, in the order of the course.

        Examples
        --------
        >>> row = ("1", "1.1", "Who?", "guided", "done", 2.0, 2.0)
        >>> Progress((row, ("1", "1.2", "What?", "guided", "not yet", 0.0, 1.0))).lessons()
        (('1', 1, 2, 2.0, 3.0),)
        """
        added: dict[str, tuple[int, int, float, float]] = {}
        for lesson, *_, status, points, possible in self.rows:
            done, of, got, most = added.get(lesson, (0, 0, 0.0, 0.0))
            added[lesson] = (done + (status == "done"), of + 1, got + points, most + possible)
        return tuple((lesson, *numbers) for lesson, numbers in added.items())

    def _summary(self) -> str:
        done = sum(1 for row in self.rows if row[4] == "done")
        points, possible = sum(row[5] for row in self.rows), sum(row[6] for row in self.rows)
        return f"{done} of {len(self.rows)} exercises done, {points:g} of {possible:g} points."

    def _cells(self, lesson: str) -> list[tuple[str, ...]]:
        return [
            (f"{exercise} {title}", level, status, f"{points:g} of {possible:g}")
            for of, exercise, title, level, status, points, possible in self.rows
            if of == lesson
        ]

    def __repr__(self) -> str:
        """Return the same as plain text: for each lesson a line, and below it one for each exercise."""
        table = [self.headings, *(cells for lesson, *_ in self.lessons() for cells in self._cells(lesson))]
        widths = [max(len(row[column]) for row in table) for column in range(len(self.headings))]
        lines = [self._summary()]
        for lesson, done, of, points, possible in self.lessons():
            lines.append(f"\nLesson {lesson}: {done} of {of} done, {points:g} of {possible:g} points")
            lines += [
                "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
                for row in self._cells(lesson)
            ]
        return "\n".join([*lines, *(["", wrapped(unstarred(self.note))] if self.note else [])])

    def _repr_html_(self) -> str:
        """Return a table with a row for each lesson, and folded below it one with a row for each exercise."""
        totals = "".join(
            _row((f"Lesson {lesson}", f"{done} of {of}", f"{points:g} of {possible:g}"))
            for lesson, done, of, points, possible in self.lessons()
        )
        note = _paragraph(prose(self.note)) if self.note else ""
        return (
            f'<div lang="en">{note}{_table(("Lesson", "Exercises done", "Points"), totals, self._summary())}'
            f"<details><summary>Each exercise, with its state</summary>"
            f"{_table(self.headings, ''.join(map(self._group, self.lessons())))}</details></div>"
        )

    def _group(self, lesson: tuple[str, int, int, float, float]) -> str:
        name, done, of, *_ = lesson
        head = f'<tr><th scope="rowgroup" colspan="{len(self.headings)}" style="{_CELL}">'
        rows = [
            _row((exercise, level, _state(status), points), ready=2)
            for exercise, level, status, points in self._cells(name)
        ]
        return f"{head}Lesson {html.escape(name)}, {done} of {of} done</th></tr>{''.join(rows)}"


def _state(status: str) -> str:
    """Write a state in a table: what has been done stands out, what has not been begun does not."""
    return html.escape(status) if status == "not started" else badge(status, _BADGES.get(status, _NEUTRAL))


def _table(headings: Sequence[str], rows: str, caption: str = "") -> str:
    head = "".join(f'<th scope="col" style="{_CELL}">{html.escape(name)}</th>' for name in headings)
    style = "text-align: left; white-space: nowrap; padding: 4px 0px;"
    said = f'<caption style="{style}">{html.escape(caption)}</caption>' if caption else ""
    return (
        f'<table style="border-collapse: collapse; margin: 4px 0px;">{said}'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(cells: Sequence[str], ready: int = -1) -> str:
    """Write a row of a table; its first cell is its heading, and one cell may be HTML already."""
    first, *others = cells
    written = [
        f'<td style="{_CELL}">{cell if number == ready else html.escape(cell)}</td>'
        for number, cell in enumerate(others, start=1)
    ]
    heading = f'<th scope="row" style="{_CELL} font-weight: normal;">{html.escape(first)}</th>'
    return f"<tr>{heading}{''.join(written)}</tr>"
