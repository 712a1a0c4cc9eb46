"""What must hold in a page: kinds of cells, tags, metadata, imports, and what the modules below ask for."""

from __future__ import annotations

import ast
import re
import sys
import warnings
from collections.abc import Iterator, Sequence

from publisher.exercises import Registry, exercise_problems, lesson_of, marker_problems
from publisher.markdown import header_problems, outline_problems, prose_problems
from publisher.minutes import minute_problems
from publisher.names import undone_reads
from publisher.notes import note_part_problems
from publisher.objectives import objective_problems
from publisher.problems import Problem
from publisher.quizzes import quiz_number_problems, quiz_problems
from publisher.source import EDITIONS, Cell, Page

# Every tag that a cell may bear, and the kind of cell that it belongs to.
TAGS = {
    "teaching-note": "markdown",  # for instructors only
    "core": "markdown",  # on a heading: its part belongs to the core path of 45 minutes
    "home": "markdown",  # on a heading: its part is for home
    "quiz": "markdown",  # a question with options that unfold
    "objectives": "markdown",  # below it stand the tables of what all lessons promise
    "hide-input": "code",  # the code is folded away, its output shows
    "solved": "code",  # for instructors only: what learners of a page without exercises are asked to write
    "nbval-ignore-output": "code",  # the output differs from run to run
    "raises-exception": "code",  # the error is what the cell shows
}
METADATA = {"tags", "exercise", "editions"}


def page_problems(page: Page, registry: Registry, accepts_undone: frozenset[str] = frozenset()) -> list[Problem]:
    """Collect everything that is wrong in one page.

    Parameters
    ----------
    page : Page
    registry : mapping of str to Exercise
        All exercises by id.
    accepts_undone : frozenset of str
        Names of functions that take what an exercise sets even while it is still `...`.

    Returns
    -------
    list of Problem

    Examples
    --------
    >>> cells = (Cell("markdown", "# Help", 1, 2), Cell("code", "1 + 1", 4, 5, {"tags": ["hide"]}))
    >>> for problem in page_problems(Page("help", "src/lessons/help.py", cells), {}):
    ...     print(problem)  # doctest: +ELLIPSIS
    src/lessons/help.py:4: unknown tag "hide": one of core, hide-input, ...
    """
    if not page.cells:
        return []
    problems = [problem for cell in page.cells for problem in cell_problems(page, cell)]
    problems += prose_problems(page) + outline_problems(page)
    if page.lesson is not None:
        problems += header_problems(page)
    problems += list(import_problems(page))
    problems += list(exercise_problems(page, registry))
    problems += list(note_problems(page))
    problems += undone_reads(page, frozenset({"check"}) | accepts_undone)
    return problems


def cell_problems(page: Page, cell: Cell) -> Iterator[Problem]:
    """Check one cell: its kind, metadata, tags, code and markers.

    Parameters
    ----------
    page : Page
    cell : Cell

    Yields
    ------
    Problem
    """
    if cell.kind not in ("markdown", "code"):
        yield page.problem(cell.line, f"a {cell.kind} cell: use `# %%` or `# %% [markdown]`")
        return
    if not cell.source.strip():
        yield page.problem(cell.line, "an empty cell: fill it or take it out")
    yield from _metadata_problems(page, cell)
    if cell.kind == "code":
        yield from _syntax_problems(page, cell)
        yield from marker_problems(page, cell)
    elif cell.is_quiz:
        yield from quiz_problems(page, cell)


def _metadata_problems(page: Page, cell: Cell) -> Iterator[Problem]:
    unknown = sorted(set(cell.metadata) - METADATA)
    if unknown:
        shown = ", ".join(f"{key}={cell.metadata[key]!r}" for key in unknown)
        yield page.problem(cell.line, f'unknown cell metadata {shown}: only tags=[…], exercise="…", editions="…"')
    for tag in cell.tags:
        if tag not in TAGS:
            yield page.problem(cell.line, f'unknown tag "{tag}": one of {", ".join(sorted(TAGS))}')
        elif TAGS[tag] != cell.kind:
            yield page.problem(cell.line, f'the tag "{tag}" belongs on a {TAGS[tag]} cell')
        elif tag in ("core", "home") and not re.match(r"#{2,6} ", cell.source):
            yield page.problem(
                cell.line, f'the tag "{tag}" belongs on a cell that begins with a heading of level 2 to 6'
            )
    if {"core", "home"} <= set(cell.tags):
        yield page.problem(cell.line, "a part is core or home, not both")
    if "exercise" in cell.metadata and (cell.kind != "code" or not re.fullmatch(r"\d+\.\d+", cell.exercise or "")):
        yield page.problem(cell.line, 'exercise="1.2" stands on a code cell and gives the id as a string')
    if "editions" in cell.metadata:
        yield from _editions_problems(page, cell)


def _editions_problems(page: Page, cell: Cell) -> Iterator[Problem]:
    if cell is not page.cells[0] or page.lesson is not None:
        yield page.problem(cell.line, "editions= belongs on the first cell of a page without a lesson number")
    if cell.metadata["editions"] not in EDITIONS:
        yield page.problem(cell.line, f"editions= knows two values: {', '.join(sorted(EDITIONS))}")


def _syntax_problems(page: Page, cell: Cell) -> Iterator[Problem]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)  # a kernel would show it, and that stops the build
            compile(cell.source, "cell", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    except SyntaxError as error:
        line = cell.first + (error.lineno or 1) - 1
        yield page.problem(line, f"this is not plain Python (magics and ! are not, either): {error.msg}")
    if re.search(r"#\s*(NBVAL|PYTEST_VALIDATE)_", cell.source):
        yield page.problem(cell.line, "a comment that tells nbval what to do: use a tag, which can be counted")


def import_problems(page: Page) -> Iterator[Problem]:
    r"""Check that a lesson's first code cell imports all it needs.

    Later cells may import from the standard library, where a lesson introduces a module on purpose.

    Parameters
    ----------
    page : Page

    Yields
    ------
    Problem

    Examples
    --------
    >>> cells = (Cell("code", "import re", 1, 2), Cell("code", "import csv\nimport pandas as pd", 4, 5))
    >>> [str(problem) for problem in import_problems(Page("01_x", "src/lessons/01_x.py", cells))]
    ['src/lessons/01_x.py:6: import pandas in the first code cell: all that a lesson needs is imported there']
    """
    imports = [
        (cell, node)
        for cell in page.code()
        for node in ast.walk(cell.tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    first = next(page.code(), None)
    for cell, node in imports:
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or "."]
        for name in names:
            if cell is not first and name.partition(".")[0] not in sys.stdlib_module_names:
                yield page.problem(
                    cell.first + node.lineno - 1,
                    f"import {name} in the first code cell: all that a lesson needs is imported there",
                )
    if first is not None and imports and page.lesson is not None and all(cell is not first for cell, _ in imports):
        yield page.problem(first.line, "the first code cell of a lesson holds its imports")


def note_problems(page: Page) -> Iterator[Problem]:
    """Check the teaching notes: there must be an edition that shows them, and they do not take part in the outline.

    Parameters
    ----------
    page : Page

    Yields
    ------
    Problem
    """
    for cell in page.cells:
        if cell.only_solved and page.editions == ("learner",):
            yield page.problem(cell.line, "a teaching note, but this page has no instructor edition")


def lesson_problems(page: Page, registry: Registry) -> Iterator[Problem]:
    """Check that a lesson is finished: its objectives, its quizzes, and what it says to teachers.

    A draft is built without them, and so is what a teacher has made of a lesson; `--check` asks for them.

    Parameters
    ----------
    page : Page
        A page beside the lessons needs none of this.
    registry : mapping of str to Exercise

    Yields
    ------
    Problem

    Examples
    --------
    >>> next(lesson_problems(Page("01_x", "src/lessons/01_x.py", (Cell("markdown", "# A", 1, 2),)), {})).message
    'the header cell does not say **You will be able to**'
    """
    if page.lesson is not None and page.cells:
        yield from objective_problems(page, registry)
        yield from quiz_number_problems(page)
        yield from minute_problems(page)
        yield from note_part_problems(page)


def course_problems(pages: Sequence[Page], registry: Registry) -> Iterator[Problem]:
    """Check what only shows when all pages are there: exercises without a lesson, two lessons of one number.

    Parameters
    ----------
    pages : sequence of Page
        All pages of the course.
    registry : mapping of str to Exercise

    Yields
    ------
    Problem

    Examples
    --------
    >>> class Made:
    ...     stub = "..."
    >>> [str(problem) for problem in course_problems([], {"4.1": Made()})]
    ['src/lessons: exercise 4.1 has no lesson: there is no page 04_….py']
    """
    by_number: dict[int, Page] = {}
    for page in pages:
        if page.lesson in by_number:
            yield page.problem(0, f"the number {page.lesson:02} is taken by {by_number[page.lesson].path}")
        elif page.lesson is not None:
            by_number[page.lesson] = page
    for name in registry:
        number = lesson_of(name)
        if number is None:
            yield Problem(
                "src/helpers/exercises", 0, f"exercise {name}: an id is the lesson's number, a point, a number"
            )
        elif number not in by_number:
            yield Problem("src/lessons", 0, f"exercise {name} has no lesson: there is no page {number:02}_….py")
