"""How feedback, hints, solutions and progress look: HTML with inline styles for a notebook, plain text for the rest.

Text keeps the color of the page, so it is readable in light and dark; the state is a word in a badge that brings its
own two colors (contrast 7:1 or more). `<style>` is not used: JupyterLab drops it.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

_BADGES = {"done": "#1b5e20", "not yet": "#7a3e00", "not started": "#37474f"}
_NEUTRAL = "#1a3f6f"
_BOX = "border: 1px solid; border-left-width: 6px; border-color: {color}; padding: 6px 12px; margin: 4px 0px;"
_BADGE = "background-color: {color}; color: #ffffff; padding: 1px 8px; font-weight: bold;"
_CODE = "font-family: monospace; font-size: 95%;"
_CELL = "text-align: left; padding: 2px 12px 2px 0px;"


def badge(label: str, color: str) -> str:
    """Write a label on a ground of its own."""
    return f'<span style="{_BADGE.format(color=color)}">{html.escape(label)}</span>'


def prose(text: str) -> str:
    """Escape a text; what stands between backticks becomes code.

    Examples
    --------
    >>> prose("`a < b` & c")
    '<code>a &lt; b</code> &amp; c'
    """
    pieces = re.split(r"`([^`]*)`", text)
    return "".join(
        f"<code>{html.escape(piece)}</code>" if number % 2 else html.escape(piece)
        for number, piece in enumerate(pieces)
    )


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
        return "\n".join(part for part in (first, self.message, checked, self.note) if part)

    def _repr_html_(self) -> str:
        color = _BADGES.get(self.status, _NEUTRAL)
        points = f" · {self._points()}" if self._points() else ""
        heading = f"<strong>{html.escape(self._heading())}</strong>{html.escape(points)}"
        lines = [
            f"<div>{badge(self.status, color)} {heading}</div>",
            f'<div style="margin: 6px 0px;">{prose(self.message)}</div>',
        ]
        if self.answer:
            lines.append(f'<div>Checked: <span style="{_CODE}">{html.escape(self.answer)}</span></div>')
        if self.note:
            lines.append(f"<div>{prose(self.note)}</div>")
        return f'<div style="{_BOX.format(color=color)}">{"".join(lines)}</div>'


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
        return "\n".join(part for part in (first, self.text, code, self.after) if part)

    def _repr_html_(self) -> str:
        lines = [f"<div>{badge(self.label, _NEUTRAL)} <strong>{html.escape(self.heading)}</strong></div>"]
        if self.text:
            lines.append(f'<div style="margin: 6px 0px;">{prose(self.text)}</div>')
        if self.code:
            lines.append(f'<pre style="margin: 6px 0px; white-space: pre-wrap;">{html.escape(self.code)}</pre>')
        if self.after:
            lines.append(f"<div>{prose(self.after)}</div>")
        return f'<div style="{_BOX.format(color=_NEUTRAL)}">{"".join(lines)}</div>'


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
    headings: tuple[str, ...] = field(default=("Lesson", "Exercise", "Level", "State", "Points"), repr=False)

    def _summary(self) -> str:
        done = sum(1 for row in self.rows if row[4] == "done")
        points, possible = sum(row[5] for row in self.rows), sum(row[6] for row in self.rows)
        return f"{done} of {len(self.rows)} exercises done, {points:g} of {possible:g} points."

    def _cells(self) -> list[tuple[str, ...]]:
        cells, before = [], ""
        for lesson, exercise, title, level, status, points, possible in self.rows:
            shown = lesson if lesson != before else ""
            cells.append((shown, f"{exercise} {title}", level, status, f"{points:g} of {possible:g}"))
            before = lesson
        return cells

    def __repr__(self) -> str:
        """Return the same as plain text."""
        table = [self.headings, *self._cells()]
        widths = [max(len(row[column]) for row in table) for column in range(len(self.headings))]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table
        ]
        return "\n".join(part for part in (*lines, self._summary(), self.note) if part)

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col" style="{_CELL}">{html.escape(name)}</th>' for name in self.headings)
        body = []
        for row in self._cells():
            cells = [html.escape(cell) for cell in row]
            cells[3] = badge(row[3], _BADGES.get(row[3], _NEUTRAL))
            body.append("<tr>" + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in cells) + "</tr>")
        note = f"<p>{prose(self.note)}</p>" if self.note else ""
        return (
            f'<table style="border-collapse: collapse;"><caption style="text-align: left;">{self._summary()}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>{note}"
        )
