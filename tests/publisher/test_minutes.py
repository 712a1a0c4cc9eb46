"""The plan of a lesson fills its core path, and the notes fill the plan."""

from __future__ import annotations

import pytest

from publisher.minutes import minute_problems
from publisher.source import parse

HEADER = "# A\n**Time** core path {core}, at home 30 · **You need** 9 minutes"  # lines 2 and 3
PLAN = "**Plan**\n\n| minutes | what |\n| --- | :-: |\n| 0–3 | open |\n| 3–10 | look |\n| 10–25 | try |"  # from line 6
NOTES = ["**Minutes 0–3.** Wait.", "**Minutes 3–10, from “We *begin*”.** Ask.", "At home.", "**Minutes 10–25**, ask."]
SECOND = "\n\n| minutes | second hour |\n| --- | --- |\n| 0–5 | a |\n| 5–20 | b |"


def complaints(core="25 minutes", plan=PLAN, notes=NOTES):
    cells = [("", HEADER.format(core=core))]
    cells += [(' tags=["teaching-note"]', note) for note in [*([plan] if plan else []), *notes]]
    cells += [("", "Here we `begin`.\nNow we **begin**\nwith it. We begin.")]
    text = "".join(
        f"# %% [markdown]{tags}\n" + "".join(f"# {line}".rstrip() + "\n" for line in source.split("\n")) + "\n"
        for tags, source in cells
    )
    page, problems = parse("01_x", "src/lessons/01_x.py", text)
    assert not problems
    return [(problem.line, problem.message) for problem in minute_problems(page)]


@pytest.mark.parametrize(
    ("core", "plan", "notes"),
    [
        ("25 minutes", PLAN, NOTES),
        ("25 minutes", PLAN, ["**Minutes 0–10: go.**", "**Minutes 10–25.**"]),
        ("25 minutes", PLAN, ["**Minutes 0–25.**"]),
        ("two hours (45 minutes)", PLAN + SECOND, [*NOTES, "**Minutes 0–5.**", "**Minutes 5–20.**"]),
        (
            "1 minute",
            "| Minutes | a |\n| - | - |\n| 0–1 | b |\n\n| minute | c |\n| - | - |\n| 5 | d |",
            ["**Minute 0–1.**"],
        ),
    ],
)
def test_a_plan_that_fits(core, plan, notes):
    assert complaints(core, plan, notes) == []


@pytest.mark.parametrize(
    ("core", "plan", "notes", "expected"),
    [
        ("?", PLAN, NOTES, [(1, "the header cell does not say how many minutes the core path takes")]),
        ("25 minutes", None, [], [(0, "a lesson has teaching notes, the first of them with the plan of its minutes")]),
        ("25 minutes", "**Plan**", [], [(5, "the first teaching note holds a table of the minutes, | 0–3 | … |")]),
        (
            "45 minutes",
            PLAN,
            NOTES,
            [(12, "the plan ends at minute 25, the header says that the core path takes 45 minutes")],
        ),
        (
            "25 minutes",
            PLAN.replace("| 0–3", "| 1–3"),
            ["**Minutes 1–25.**"],
            [(10, "the plan begins at minute 1, not at 0")],
        ),
        (
            "25 minutes",
            PLAN.replace("3–10", "4–10"),
            [NOTES[0], "**Minutes 4–25.**"],
            [(11, "the plan goes on at minute 4, the row before ends at 3")],
        ),
        (
            "25 minutes",
            PLAN.replace("10–25", "9–25"),
            [*NOTES[:2], "**Minutes 9–25.**"],
            [(12, "the plan goes on at minute 9, the row before ends at 10")],
        ),
        (
            "25 minutes",
            PLAN.replace("3–10 ", "10-3 ").replace("10–25", "3–25"),
            [NOTES[0], "**Minutes 3–25.**"],
            [(11, "'10-3' are no minutes: write them as in 3–8, with an en dash")],
        ),
        (
            "25 minutes",
            PLAN.replace("3–10", "10–3").replace("10–25", "3–25"),
            [NOTES[0], "**Minutes 3–25.**"],
            [(11, "'10–3' are no minutes: write them as in 3–8, with an en dash")],
        ),
        (
            "25 minutes",
            PLAN,
            [NOTES[0], NOTES[3]],
            [(6, "no note begins with the minutes 3–10 of the plan")],
        ),
        (
            "25 minutes",
            PLAN,
            [*NOTES, "**Minutes 3–8.**"],
            [(27, "the minutes 3–8 do not begin and end where a row of the plan does")],
        ),
        (
            "25 minutes",
            PLAN,
            [*NOTES, "**Minutes 10–10.**"],
            [(27, "the minutes 10–10 do not begin and end where a row of the plan does")],
        ),
        (
            "25 minutes",
            PLAN,
            [*NOTES, "**Minutes 3-10.**"],
            [(27, "a note begins with its minutes as in **Minutes 3–8.**, with an en dash")],
        ),
        (
            "25 minutes",
            PLAN,
            [*NOTES, "Minutes 3–10."],
            [(27, "a note begins with its minutes as in **Minutes 3–8.**, with an en dash")],
        ),
        (
            "25 minutes",
            PLAN,
            [*NOTES, "**Minutes 3–10 or so**"],
            [(27, "a note begins with its minutes as in **Minutes 3–8.**, with an en dash")],
        ),
        (
            "25 minutes",
            PLAN,
            [*NOTES, "**Minutes 3–10, from “We end”.**"],
            [(27, "“We end”, from which this note goes, stands nowhere in the lesson")],
        ),
        (
            "45 minutes",
            PLAN + SECOND,
            [*NOTES, "**Minutes 0–5.**"],
            [(6, "no note begins with the minutes 5–20 of the plan")],
        ),
        (
            "45 minutes",
            PLAN + SECOND,
            [*NOTES, "**Minutes 5–20.**"],
            [(6, "no note begins with the minutes 0–5 of the plan")],
        ),
    ],
)
def test_minutes_that_do_not_fit_are_found_at_their_line(core, plan, notes, expected):
    assert complaints(core, plan, notes) == expected
