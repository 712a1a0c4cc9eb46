"""The minutes of a lesson: the teacher's plan fills the core path, and the notes say when they are needed.

The first teaching note of a lesson holds a table whose first column says `0–3`, `3–8` … up to the minutes of the core
path that the header names. A lesson of two hours has two such tables. Each later note that belongs to the core path
begins `**Minutes 3–8**`, `**Minutes 3–8.**` or `**Minutes 3–8, from “We begin”.**`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.problems import Problem
from publisher.source import Cell, Page

SPAN = re.compile(r"(\d+)–(\d+)")
CORE = re.compile(r"\*\*Time\*\*(?:(?!\s·\s).)*?(\d+)\s+minutes?\b", re.DOTALL)
NOTE = re.compile(r"\*\*Minutes? (\d+)–(\d+)(?P<rest>.*?)\*\*")
FROM = re.compile(r"from “([^”]+)”")


@dataclass(frozen=True)
class Stretch:
    """Some minutes of an hour, and the line of the file that speaks of them.

    Parameters
    ----------
    begin, end : int
        Minutes.
    line : int

    Examples
    --------
    >>> str(Stretch(3, 8, 26))
    '3–8'
    """

    begin: int
    end: int
    line: int

    def __str__(self) -> str:
        return f"{self.begin}–{self.end}"


def minute_problems(page: Page) -> Iterator[Problem]:
    r"""Check the plan and the minutes of the notes.

    Parameters
    ----------
    page : Page

    Yields
    ------
    Problem

    Examples
    --------
    >>> header = Cell("markdown", "# A\n**Time** core path 9 minutes", 1, 2)
    >>> plan = "| minutes | what |\n| --- | --- |\n| 0–3 | a |\n| 4–9 | b |"
    >>> notes = [Cell("markdown", plan, 5, 6), Cell("markdown", "**Minutes 0–3.** Wait.", 12, 13)]
    >>> for note in notes:
    ...     note.metadata["tags"] = ["teaching-note"]
    >>> for problem in minute_problems(Page("01_x", "src/lessons/01_x.py", (header, *notes))):
    ...     print(problem)
    src/lessons/01_x.py:9: the plan goes on at minute 4, the row before ends at 3
    src/lessons/01_x.py:6: no note begins with the minutes 4–9 of the plan
    """
    notes = [cell for cell in page.cells if cell.is_note]
    core = CORE.search(page.cells[0].source)
    if core is None:
        yield page.problem(page.cells[0].line, "the header cell does not say how many minutes the core path takes")
    if not notes:
        yield page.problem(0, "a lesson has teaching notes, the first of them with the plan of its minutes")
        return
    hours, problems = _plan(page, notes[0])
    yield from problems
    if not hours:
        yield page.problem(notes[0].line, "the first teaching note holds a table of the minutes, | 0–3 | … |")
        return
    planned = sum(hour[-1].end for hour in hours)
    if core is not None and planned != int(core[1]):
        message = f"the plan ends at minute {planned}, the header says that the core path takes {core[1]} minutes"
        yield page.problem(hours[-1][-1].line, message)
    yield from _note_problems(page, notes, hours)


def _plan(page: Page, note: Cell) -> tuple[list[list[Stretch]], list[Problem]]:
    """Read the tables of the minutes, one for each hour."""
    hours: list[list[Stretch]] = []
    problems: list[Problem] = []
    inside = False
    for line, text in enumerate(note.lines, start=note.first):
        first = text.split("|")[1].strip() if text.startswith("|") and text.count("|") > 1 else None
        if first is None:
            inside = False
        elif first.lower() == "minutes":
            inside = True
            hours.append([])
        elif inside and not re.fullmatch(r":?-+:?", first):
            span = SPAN.fullmatch(first)
            if span is None or int(span[1]) >= int(span[2]):
                problems.append(page.problem(line, f"{first!r} are no minutes: write them as in 3–8, with an en dash"))
                continue
            stretch = Stretch(int(span[1]), int(span[2]), line)
            if not hours[-1] and stretch.begin:
                problems.append(page.problem(line, f"the plan begins at minute {stretch.begin}, not at 0"))
            elif hours[-1] and stretch.begin != hours[-1][-1].end:
                message = f"the plan goes on at minute {stretch.begin}, the row before ends at {hours[-1][-1].end}"
                problems.append(page.problem(line, message))
            hours[-1].append(stretch)
    return [hour for hour in hours if hour], problems


def _note_problems(page: Page, notes: list[Cell], hours: list[list[Stretch]]) -> Iterator[Problem]:
    number, before = 0, 0
    left = [list(hour) for hour in hours]
    for note in notes[1:]:
        if not re.match(r"\W*Minutes?\b", note.source):
            continue
        found = NOTE.match(note.source)
        if found is None or not re.match(r"$|[.,:]", found["rest"]):
            yield page.problem(note.first, "a note begins with its minutes as in **Minutes 3–8.**, with an en dash")
            continue
        said = Stretch(int(found[1]), int(found[2]), note.first)
        if said.begin < before and number + 1 < len(hours):
            number += 1  # the next hour begins anew
        before = said.begin
        begins, ends = {row.begin for row in hours[number]}, {row.end for row in hours[number]}
        if said.begin not in begins or said.end not in ends or said.begin >= said.end:
            yield page.problem(note.first, f"the minutes {said} do not begin and end where a row of the plan does")
        left[number] = [row for row in left[number] if row.begin < said.begin or row.end > said.end]
        yield from _place_problems(page, note, found["rest"])
    for row in (row for hour in left for row in hour):
        yield page.problem(notes[0].first, f"no note begins with the minutes {row} of the plan")


def _place_problems(page: Page, note: Cell, rest: str) -> Iterator[Problem]:
    """Check that the words at which a note begins stand in the lesson."""
    for words in FROM.findall(rest):
        if not any(_plain(words) in _plain(cell.source) for cell in page.cells if not cell.is_note):
            yield page.problem(note.first, f"“{words}”, from which this note goes, stands nowhere in the lesson")


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[*`]", "", text).split())
