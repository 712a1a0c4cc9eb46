"""What the teaching notes of every lesson hold, so that somebody can teach it who has not written it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.problems import Problem
from publisher.source import Cell, Page

EXPECTED = re.compile(r"\*Expect")
MISCONCEPTION = re.compile(r"\*Misconception")
LATE = re.compile(r"[*|]\s*if you are late", re.IGNORECASE)
DISCUSSION = "**For the discussion**"
FEWEST_MISCONCEPTIONS = 2
FEWEST_QUESTIONS = 2


def note_part_problems(page: Page) -> Iterator[Problem]:
    r"""Check that the notes of a lesson say what to expect, what is misunderstood, what to cut, and what to discuss.

    Parameters
    ----------
    page : Page

    Yields
    ------
    Problem

    Examples
    --------
    >>> note = Cell("markdown", "*Expected:* two.\n\n*If you are late,* go on.", 1, 2, {"tags": ["teaching-note"]})
    >>> for problem in note_part_problems(Page("01_x", "src/lessons/01_x.py", (note,))):
    ...     print(problem)
    src/lessons/01_x.py:4: *If you are late* says how many minutes it gives
    src/lessons/01_x.py: the teaching notes have no *Misconception* (2 at least, each with a question)
    src/lessons/01_x.py:1: the last teaching note begins with **For the discussion**
    """
    notes = [cell for cell in page.cells if cell.is_note]
    if not notes:
        return  # `publisher.minutes` says so
    late = [entry for note in notes for entry in _entries(note, LATE)]
    misconceptions = [entry for note in notes for entry in _entries(note, MISCONCEPTION)]
    if not any(EXPECTED.search(note.source) for note in notes):
        yield page.problem(0, "the teaching notes have no *Expected*: say what learners answer")
    for line, text in misconceptions:
        if not re.search(r"\?|\bAsk\b", text):
            yield page.problem(line, "a *Misconception* comes with the question that dissolves it")
    for line, text in late:
        if not re.search(r"\d\s+minutes?\b", text):
            yield page.problem(line, "*If you are late* says how many minutes it gives")
    if not late:
        yield page.problem(0, "the teaching notes have no *If you are late*: say what to cut")
    if len(misconceptions) < FEWEST_MISCONCEPTIONS:
        found = "only one" if misconceptions else "no"
        wanted = f"({FEWEST_MISCONCEPTIONS} at least, each with a question)"
        yield page.problem(0, f"the teaching notes have {found} *Misconception* {wanted}")
    last = notes[-1]
    if not last.source.startswith(DISCUSSION):
        yield page.problem(last.line, f"the last teaching note begins with {DISCUSSION}")
    elif last.source.count("?") < FEWEST_QUESTIONS:
        yield page.problem(last.line, f"{DISCUSSION} asks {FEWEST_QUESTIONS} questions at least")


def _entries(note: Cell, mark: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Find what begins with a mark: its line of the file, and its text up to the next mark or an empty line."""
    for found in mark.finditer(note.source):
        text = re.split(r"\n\s*\n", note.source[found.start() :])[0]
        following = mark.search(text, 1)
        yield note.first + note.source.count("\n", 0, found.start()), text[: following.start() if following else None]
