"""Every rule stops the build with the file and the line, and all complaints come at once."""

from __future__ import annotations

import pytest

from helpers.exercises import EXERCISES
from publisher.exercises import with_stub
from publisher.pages import read_pages
from publisher.rules import course_problems, lesson_problems, page_problems
from publisher.source import Cell, parse

HEADER = "# %% [markdown]\n# # T\n# **Time** 1 · **You need** 2 · **Next** 3\n\n"  # the next line is line 5


class Made:
    """An exercise with nothing but a stub."""

    def __init__(self, stub="x = ..."):
        self.stub = stub


def complaints(text, registry=None, name="01_x"):
    page, problems = parse(name, f"src/lessons/{name}.py", text)
    problems += page_problems(page, registry if registry is not None else {}, frozenset({"use"}))
    return [(problem.line, problem.message) for problem in sorted(problems)]


def exercise(body, name="1.1"):
    return HEADER + f'# %% exercise="{name}"\n{body}\n\n# %%\ncheck("{name}", x)\n'


GOOD = "### BEGIN SOLUTION\nx = 1\n### END SOLUTION"
GIVEN_HEADER = "def x():\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION"
WHOLE_FUNCTION = "### BEGIN SOLUTION\ndef x():\n    return 1\n\n\n### END SOLUTION"


@pytest.mark.parametrize(
    ("body", "stub"),
    [
        (GOOD, "x = ..."),
        (GIVEN_HEADER, "return ..."),
        (WHOLE_FUNCTION, "def x():\n    ..."),
        (f"y = 1\n{GOOD}", "x = ..."),
    ],
)
def test_a_good_exercise_draws_no_complaint(body, stub):
    assert complaints(exercise(body), {"1.1": Made(stub)}) == []


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("x = 1", 5, "exactly one region"),
        ("### BEGIN SOLUTION\nx = 1", 6, "without an ### END"),
        ("x = 1\n### END SOLUTION", 7, "without a ### BEGIN"),
        ("### END SOLUTION\nx = 1\n### BEGIN SOLUTION", 6, "without a ### BEGIN"),
        ("### BEGIN SOLUTION\n### BEGIN SOLUTION\nx = 1\n### END SOLUTION", 7, "inside a region that began in line 6"),
        (f"{GOOD}\n{GOOD}", 5, "here are 2"),
        (f"{GOOD}\n### BEGIN HIDDEN TESTS\nassert x\n### END HIDDEN TESTS", 9, "unknown marker"),
        ("# BEGIN SOLUTION\nx = 1\n# END SOLUTION", 6, "unknown marker"),
        ("### begin solution\nx = 1\n### end solution", 6, "unknown marker"),
        ("### BEGIN SOLUTIONS\nx = 1\n### END SOLUTION", 6, "unknown marker"),
        ("### BEGIN SOLUTION\n# x = 1\n### END SOLUTION", 6, "the solution is empty"),
        ("if 1:\n    ### BEGIN SOLUTION\n    x = 1\n### END SOLUTION", 9, "not indented like"),
        ("if 1:\n    y = 1\n    ### BEGIN SOLUTION\nx = 1\n    ### END SOLUTION", 8, "indented less"),
    ],
)
def test_markers(body, line, words):
    found = complaints(exercise(body), {"1.1": Made()})
    assert any(at == line and words in message for at, message in found), found


def test_markers_outside_of_an_exercise():
    found = complaints(HEADER + f"# %%\nimport re\n{GOOD}\n")
    assert [line for line, message in found if 'without exercise="…"' in message] == [7, 9]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ('# %% tags=["hide"]\n1', 'unknown tag "hide"'),
        ('# %% tags="core"\n1', "no valid cell metadata"),
        ('# %% tags=["hide-input"\n1', "unknown cell metadata"),
        ("# %% a title\n1", "unknown cell metadata title='a title'"),
        ('# %% slideshow={"slide_type": "slide"}\n1', "unknown cell metadata slideshow"),
        ('# %% tags=["teaching-note"]\n1', 'the tag "teaching-note" belongs on a markdown cell'),
        ('# %% [markdown] tags=["hide-input"]\n# a', 'the tag "hide-input" belongs on a code cell'),
        ('# %% [markdown] tags=["core"]\n# text', "begins with a heading"),
        ('# %% [markdown] tags=["core", "home"]\n# ## A', "core or home, not both"),
        ('# %% [markdown] tags=["core", "core"]\n# ## A', "no valid cell metadata"),
        ('# %% [markdown] exercise="1.1"\n# a', "stands on a code cell"),
        ("# %% exercise=1.1\n1", "gives the id as a string"),
        ('# %% editions="instructor"\n1', "page without a lesson number"),
        ("# %% [raw]\n# a", "a raw cell"),
        ("# %%\n", "an empty cell"),
        ("# %% [markdown]\n#\n", "an empty cell"),
        ("# %%\n# NBVAL_IGNORE_OUTPUT\n1", "use a tag"),
    ],
)
def test_kinds_tags_and_metadata(cell, words):
    found = complaints(HEADER + cell + "\n", {"1.1": Made()})
    assert any(line == 5 and words in message for line, message in found), found


def test_what_is_not_python_is_found_at_its_line():
    for wrong in ("!ls", "%matplotlib inline", "x = (", "return 3", "break"):
        found = complaints(HEADER + f"# %%\nx = 1\n{wrong}\n")
        assert [(line, message[:24]) for line, message in found] == [(7, "this is not plain Python")]
    assert complaints(HEADER + "# %%\nx = 1\nx is 1\nawait x\n") == []


@pytest.mark.parametrize(
    ("text", "registry", "line", "words"),
    [
        (exercise(GOOD), {}, 5, "exercise 1.1 is unknown"),
        (exercise(GOOD, "2.1"), {"2.1": Made()}, 5, "belongs in lesson 2"),
        (HEADER + "# %%\nimport re\n", {"1.1": Made()}, 0, "exercise 1.1 has no cell"),
        (HEADER + f'# %% exercise="1.1"\n{GOOD}\n', {"1.1": Made()}, 5, 'no check("1.1", …) follows'),
        (HEADER + f'# %%\ncheck("1.1", x)\n\n# %% exercise="1.1"\n{GOOD}\n', {"1.1": Made()}, 8, "follows"),
        (HEADER + f'# %% exercise="1.1"\n{GOOD}\ncheck("1.1", x)\n', {"1.1": Made()}, 5, "follows"),
        (exercise(GOOD) + '\n# %%\nhint("1.7")\n', {"1.1": Made()}, 14, 'hint("1.7"): there is no exercise 1.7'),
        (exercise(GOOD) + '\n# %%\ny = use(x, 1, exercise="1.8")\n', {"1.1": Made()}, 14, "there is no exercise 1.8"),
        (exercise(GOOD), {"1.1": Made("x = (")}, 6, "the stub does not fit"),
        (exercise(GOOD), {"1.1": Made("y = ...")}, 6, "the stub sets y, the solution does not"),
        (exercise(GIVEN_HEADER), {"1.1": Made("def x():\n    ...")}, 7, "goes around the whole function"),
    ],
)
def test_exercises_and_their_registry(text, registry, line, words):
    found = complaints(text, registry)
    assert any(at == line and words in message for at, message in found), found


def test_an_exercise_has_one_cell():
    text = exercise(GOOD) + f'\n# %% exercise="1.1"\n{GOOD}\n\n# %%\ncheck("1.1", x)\n'
    assert complaints(text, {"1.1": Made()}) == [(13, "exercise 1.1 has a cell already, in line 5")]


def test_all_complaints_come_at_once():
    text = HEADER + '# %% tags=["a"]\n1\n\n# %% tags=["b"]\n2\n\n# %%\n(\n'
    assert [line for line, _ in complaints(text)] == [5, 8, 12]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# %%\nimport pandas as pd\n\n# %%\nimport unicodedata\n", []),
        ("# %%\nimport re\n\n# %%\nfrom helpers.texts import read_text\n", [9]),
        ("# %%\nimport re\n\n# %%\nif True:\n    import pandas\n", [10]),
        ("# %%\nimport re\n\n# %%\nimport pandas, numpy\n", [9, 9]),
        ("# %%\n1 + 1\n\n# %%\nimport re\n", [5]),
        ("# %%\n1 + 1\n", []),
    ],
)
def test_imports_stand_in_the_first_code_cell(text, expected):
    assert [line for line, _ in complaints(HEADER + text)] == expected


def test_a_note_needs_an_edition_that_shows_it():
    text = '# %% [markdown]\n# # Words\n\n# %% [markdown] tags=["teaching-note"]\n# a\n'
    assert [line for line, _ in complaints(text, name="words")] == [4]
    assert complaints(text.replace("[markdown]", '[markdown] editions="instructor"', 1), name="words") == []
    both = text.replace("[markdown]", '[markdown] editions="both"', 1)
    assert complaints(both, name="words") == []
    page, _ = parse("words", "src/lessons/words.py", both)
    assert page.editions == ("learner", "instructor")


def test_a_page_beside_the_lessons_names_editions_that_exist():
    found = complaints('# %% [markdown] editions="all"\n# # Words\n', name="words")
    assert found == [(1, "editions= knows two values: both, instructor")]


def test_the_course_as_a_whole():
    pages = [parse(name, f"src/lessons/{name}.py", HEADER)[0] for name in ("01_a", "01_b")]
    found = [str(problem) for problem in course_problems(pages, {"1.1": Made(), "2.1": Made(), "extra": Made()})]
    assert found == [
        "src/lessons/01_b.py: the number 01 is taken by src/lessons/01_a.py",
        "src/lessons: exercise 2.1 has no lesson: there is no page 02_….py",
        "src/helpers/exercises: exercise extra: an id is the lesson's number, a point, a number",
    ]


def test_a_stub_is_indented_like_its_region():
    source = "def f(x):\n    if x:\n        ### BEGIN SOLUTION\n        a = x\n        ### END SOLUTION\n    return a"
    cell = Cell("code", source, 1, 2, {"exercise": "1.1"})
    assert with_stub(cell, "a = ...\n\nb = ...\n") == (
        "def f(x):\n    if x:\n        a = ...\n\n        b = ...\n    return a"
    )


def test_every_lesson_of_the_course_is_finished(root):
    pages, problems = read_pages(root)
    assert len([page for page in pages if page.lesson is not None]) >= 8
    problems += [problem for page in pages for problem in lesson_problems(page, EXERCISES)]
    assert [str(problem) for problem in problems] == []
