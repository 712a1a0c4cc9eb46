"""The teaching notes: what to expect, what is misunderstood, what to cut, and what to discuss."""

from __future__ import annotations

import pytest

from publisher.notes import note_part_problems
from publisher.source import Cell, Page

MIDDLE = """\
**Minutes 0–3.** *Expected:* two. *Misconception:* "three." Ask: why? *Misconception:*
"four." Ask for both.

- *If you are late* (gives
  2 minutes): go on.
- Wait."""
LAST = "**For the discussion**, at home\n\n1. Why?\n   *A good answer touches:* this.\n2. Why not?"


def complaints(*notes):
    """Begin each note ten lines below the one before."""
    cells = [
        Cell("markdown", source, 10 * number - 1, 10 * number, {"tags": ["teaching-note"]})
        for number, source in enumerate(notes, start=1)
    ]
    cells.append(Cell("markdown", "Not a note. *Misconception*", 90, 91))
    return [
        (problem.line, problem.message)
        for problem in note_part_problems(Page("01_x", "src/lessons/01_x.py", tuple(cells)))
    ]


@pytest.mark.parametrize(
    "notes",
    [
        (MIDDLE, LAST),
        (
            MIDDLE.replace("*Expected:*", "**Expect** of them").replace(
                "*If you are late*", "**If you are late,** 3 minutes"
            ),
            LAST,
        ),
        (
            "| minutes | if you are late |\n| --- | --- |\n| 0–3 | skip it (2 minutes) |",
            MIDDLE.replace("- *If you are late* (gives\n  2 minutes): go on.\n", ""),
            LAST,
        ),
        (),
    ],
)
def test_notes_that_hold_everything(notes):
    assert complaints(*notes) == []


@pytest.mark.parametrize(
    ("middle", "last", "expected"),
    [
        (
            MIDDLE.replace("*Expected:*", "It is"),
            LAST,
            (0, "the teaching notes have no *Expected*: say what learners answer"),
        ),
        (
            MIDDLE.replace("*Misconception:*\n", ""),
            LAST,
            (0, "the teaching notes have only one *Misconception* (2 at least, each with a question)"),
        ),
        (
            MIDDLE.replace("*Misconception:*", "Misconception:"),
            LAST,
            (0, "the teaching notes have no *Misconception* (2 at least, each with a question)"),
        ),
        (MIDDLE.replace(" Ask: why?", ""), LAST, (10, "a *Misconception* comes with the question that dissolves it")),
        (
            MIDDLE.replace(" Ask for both.", ""),
            LAST,
            (10, "a *Misconception* comes with the question that dissolves it"),
        ),
        (MIDDLE.replace("2 minutes", "a while"), LAST, (13, "*If you are late* says how many minutes it gives")),
        (
            MIDDLE.replace("*If you are late*", "In a hurry"),
            LAST,
            (0, "the teaching notes have no *If you are late*: say what to cut"),
        ),
        (MIDDLE, "**Further.** Why? Why not?", (19, "the last teaching note begins with **For the discussion**")),
        (LAST, MIDDLE, (19, "the last teaching note begins with **For the discussion**")),
        (MIDDLE, LAST.replace("not?", "not."), (19, "**For the discussion** asks 2 questions at least")),
    ],
)
def test_what_the_notes_lack_is_said_with_its_line(middle, last, expected):
    assert complaints(middle, last) == [expected]
