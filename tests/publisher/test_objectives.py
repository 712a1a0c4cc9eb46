"""Objectives: each names exercises that check it, and the page for teachers shows them all."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from helpers.exercises import EXERCISES
from publisher.__main__ import main
from publisher.check import check
from publisher.disk import read_notebook
from publisher.objectives import for_home, objective_problems, objective_tables, objectives, stated_minutes
from publisher.pages import read_pages
from publisher.source import parse


@dataclass(frozen=True)
class Made:
    """As much of an exercise as the tables show."""

    title: str
    level: str = "on your own"
    points: float = 2
    stub: str = "..."


REGISTRY = {"4.1": Made("One"), "4.2": Made("A | B", points=1), "5.1": Made("Three", "stretch", 3)}


def lesson(promise, name="04_who", more=""):
    time = "**Time** core path 45 minutes (4.9),\nthe stretch exercise 20 more · **Next** nothing"
    header = f"# {int(name[:2])} · Who?\n\n{promise}\n\n{time}"
    text = "# %% [markdown]\n" + "\n".join(f"# {line}".rstrip() for line in header.split("\n")) + "\n" + more
    page, problems = parse(name, f"src/lessons/{name}.py", text)
    assert not problems
    return page  # the promise begins in line 4


def complaints(promise, registry=REGISTRY):
    return [(problem.line, problem.message) for problem in objective_problems(lesson(promise), registry)]


@pytest.mark.parametrize(
    "promise",
    [
        "**You will be able to** read (4.1) · count (4.2)",
        "**You will be able to** read\na list (4.1) ·\ncount (4.1,\n4.2)",
        "**You will be able to** read, count\n(and more) them\n(4.1, 4.2).",
    ],
)
def test_every_objective_with_its_exercises(promise):
    assert complaints(promise) == []


@pytest.mark.parametrize(
    ("promise", "expected"),
    [
        ("You will learn (4.1)", [(1, "the header cell does not say **You will be able to**")]),
        (
            "**You will be able to** read (4.1) ·\ncount (4.2) · add\nup",
            [(5, 'no exercise checks "add up": name one in brackets, as in (4.1), or say it elsewhere')],
        ),
        (
            "**You will be able to** read (4.1 and 4.2)",
            [
                (4, 'no exercise checks "read (4.1 and 4.2)": name one in brackets, as in (4.1), or say it elsewhere'),
                (4, "exercise 4.1 stands at no objective of the header"),
                (4, "exercise 4.2 stands at no objective of the header"),
            ],
        ),
        (
            "**You will be able to** read (4.1)\n· count (4.2, 4.7)",
            [(5, 'the objective "count": there is no exercise 4.7')],
        ),
        (
            "**You will be able to** read (4.1) · count (4.2)\n· draw (5.1)",
            [(5, 'the objective "draw": exercise 5.1 is of another lesson')],
        ),
        ("**You will be able to** read (4.1)", [(4, "exercise 4.2 stands at no objective of the header")]),
    ],
)
def test_what_is_missing_is_found_at_its_line(promise, expected):
    assert complaints(promise) == expected


PARTS = """
# %% exercise="4.1"
1

# %% [markdown] tags=["teaching-note"]
# At home they go on. **Exercise 4.2 (15 minutes; the one to set).** Wait.

# %% [markdown]
# ## At home
# Two more.

# %% exercise="4.2"
2
"""


def test_the_tables():
    pages = [
        lesson("**You will be able to** read (4.1) · count a | b (4.1, 4.2)", more=PARTS),
        lesson("**You will be able to** draw (5.1) · sing", "05_what"),
        lesson("nothing", "06_says"),
    ]
    assert objective_tables(pages, REGISTRY).split("\n") == [
        "**The course in numbers:** 3 objectives, 3 exercises, 6 points.",
        "",
        "## [4 · Who?](04_who.ipynb)",
        "",
        "**Time** core path 45 minutes (4.9), the stretch exercise 20 more.",
        "",
        "| You will be able to | Exercise | Where | Minutes | Level | Points |",
        "| :--- | :--- | :--- | ---: | :--- | ---: |",
        "| read | 4.1 One | class |  | on your own | 2 |",
        "| count a \\| b | 4.1 One | class |  | on your own | 2 |",
        "| count a \\| b | 4.2 A \\| B | home | 15 | on your own | 1 |",
        "",
        "2 objectives, 2 exercises, 3 points",
        "",
        "## [5 · Who?](05_what.ipynb)",
        "",
        "**Time** core path 45 minutes (4.9), the stretch exercise 20 more.",
        "",
        "| You will be able to | Exercise | Where | Minutes | Level | Points |",
        "| :--- | :--- | :--- | ---: | :--- | ---: |",
        "| draw | 5.1 Three | class | 20 | stretch | 3 |",
        "",
        "1 objective, 1 exercise, 3 points",
    ]


def test_minutes_that_the_header_gives_to_several_exercises_are_given_to_none():
    page = lesson("**You will be able to** draw (5.1)", "05_what")
    assert stated_minutes(page, REGISTRY) == {"5.1": "20"}
    assert stated_minutes(page, {**REGISTRY, "5.2": Made("Four", "stretch")}) == {}


LESSON = """\
# %% [markdown]
# # 4 · Who?
# **You will be able to** read (4.1)
#
# **Time** core path 0 minutes · **You need** nothing · **Next** nothing

# %%
def check(*given):
    return None

# %% exercise="4.1"
### BEGIN SOLUTION
1
### END SOLUTION

# %%
check("4.1", ...)
"""
PAGE = '# %% [markdown] editions="instructor"\n# # Objectives\n\n# %% [markdown] tags=["objectives"]\n# All of them.\n'


def test_a_header_that_changes_is_a_drift_of_the_page(project):
    registry = {"4.1": Made("One")}
    root = project(**{"04_who": LESSON, "objectives": PAGE})
    assert main(["objectives"], root, registry, frozenset()) == 0
    made = read_notebook(root / "notebooks/instructor/objectives.ipynb").cells[1].source
    assert made.startswith("All of them.\n\n**The course in numbers:** 1 objective, 1 exercise, 2 points.")
    assert "| read | 4.1 One | class |  | on your own | 2 |" in made
    assert "## [4 · Who?](04_who.ipynb)" in made
    drifts = [drift for drift in check(root, ["objectives"], registry) if drift.path.startswith("notebooks")]
    assert drifts == []
    project(**{"04_who": LESSON.replace("read (", "write ("), "objectives": PAGE})
    drifts = [str(drift) for drift in check(root, ["objectives"], registry) if drift.path.startswith("notebooks")]
    assert drifts == [
        "notebooks/instructor/objectives.ipynb: cell 2 (src/lessons/objectives.py:4) differs in source, id: "
        "run python -m publisher objectives"
    ]


def test_the_course_promises_no_less_than_it_checks(root):
    pages, problems = read_pages(root)
    assert problems == []
    lessons = [page for page in pages if page.lesson is not None]
    tables = objective_tables(pages, EXERCISES)
    rows = [line for line in tables.splitlines() if line.startswith("| ") and not line.startswith(("| You", "| :-"))]
    assert len(rows) == sum(len(objective.exercises) for page in lessons for objective in objectives(page))
    assert all(any(f"| {name} {exercise.title} |" in row for row in rows) for name, exercise in EXERCISES.items())
    assert [line for line in tables.splitlines() if line.startswith("## ")] == [
        f"## [{page.cells[0].lines[0].removeprefix('# ')}]({page.name}.ipynb)" for page in lessons
    ]


def test_every_lesson_of_an_hour_and_a_home_part_has_exercises_in_both(root):
    pages, _ = read_pages(root)
    for page in pages:
        if page.lesson:
            of_it = {name for name in EXERCISES if name.startswith(f"{page.lesson}.")}
            assert set() < for_home(page) < of_it, page.name
            assert set(stated_minutes(page, EXERCISES)) <= of_it, page.name
