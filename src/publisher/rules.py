"""What must hold in a page: tags and metadata, solution markers, exercises, imports. Nothing is run."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from publisher.markdown import header_problems, outline_problems, prose_problems
from publisher.names import undone_reads
from publisher.problems import Problem
from publisher.source import BEGIN, END, Cell, Page, find_region

# Every tag that a cell may bear, and the kind of cell that it belongs to.
TAGS = {
    "teaching-note": "markdown",  # for instructors only
    "core": "markdown",  # on a heading: its part belongs to the core path of 45 minutes
    "home": "markdown",  # on a heading: its part is for home
    "hide-input": "code",  # the code is folded away, its output shows
    "nbval-ignore-output": "code",  # the output differs from run to run
    "raises-exception": "code",  # the error is what the cell shows
}
METADATA = {"tags", "exercise", "editions"}
SPEAKS_OF = {"check", "hint", "solution"}
LIKE_A_MARKER = re.compile(r"\s*(###|#+\s*(begin|end)\s+(solution|hidden tests?)\b)", re.IGNORECASE)


class HasStub(Protocol):
    """What the publisher needs to know of an exercise."""

    @property
    def stub(self) -> str:
        """What learners find in place of the solution."""
        ...


Registry = Mapping[str, HasStub]


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
    if cell.metadata["editions"] != "instructor":
        yield page.problem(cell.line, 'editions= knows one value, "instructor"')


def _syntax_problems(page: Page, cell: Cell) -> Iterator[Problem]:
    try:
        ast.parse(cell.source)
    except SyntaxError as error:
        line = cell.first + (error.lineno or 1) - 1
        yield page.problem(line, f"this is not plain Python (magics and ! are not, either): {error.msg}")
    if re.search(r"#\s*(NBVAL|PYTEST_VALIDATE)_", cell.source):
        yield page.problem(cell.line, "a comment that tells nbval what to do: use a tag, which can be counted")


def marker_problems(page: Page, cell: Cell) -> Iterator[Problem]:
    r"""Check the solution markers of a code cell.

    Parameters
    ----------
    page : Page
    cell : Cell

    Yields
    ------
    Problem

    Examples
    --------
    >>> page = Page("01_x", "src/lessons/01_x.py", ())
    >>> cell = Cell("code", "### BEGIN SOLUTION\nx = 1", 4, 5, {"exercise": "1.1"})
    >>> [str(problem) for problem in marker_problems(page, cell)]
    ['src/lessons/01_x.py:5: ### BEGIN SOLUTION without an ### END SOLUTION']
    """
    opened: int | None = None
    closed = 0
    for line, text in enumerate(cell.lines, start=cell.first):
        if not LIKE_A_MARKER.match(text):
            continue
        if text.strip() not in (BEGIN, END):
            yield page.problem(
                line, f"unknown marker {text.strip()!r}: only {BEGIN} and {END}, nothing else behind ###"
            )
        elif "exercise" not in cell.metadata:
            yield page.problem(line, f'{text.strip()} in a cell without exercise="…"')
        elif text.strip() == BEGIN:
            if opened is not None:
                yield page.problem(line, f"{BEGIN} inside a region that began in line {opened}")
            opened = line
        elif opened is None:
            yield page.problem(line, f"{END} without a {BEGIN}")
        else:
            yield from _region_problems(page, cell, opened, line)
            opened, closed = None, closed + 1
    if opened is not None:
        yield page.problem(opened, f"{BEGIN} without an {END}")
    elif "exercise" in cell.metadata and closed != 1:
        yield page.problem(cell.line, f"an exercise cell holds exactly one region, {BEGIN} … {END}; here are {closed}")


def _region_problems(page: Page, cell: Cell, begin: int, end: int) -> Iterator[Problem]:
    first, last = cell.lines[begin - cell.first], cell.lines[end - cell.first]
    inside = cell.lines[begin - cell.first + 1 : end - cell.first]
    indent = first.partition("#")[0]
    if last.partition("#")[0] != indent:
        yield page.problem(end, f"{END} is not indented like its {BEGIN}")
    if not any(line.strip() and not line.strip().startswith("#") for line in inside):
        yield page.problem(begin, "the solution is empty")
    if any(line.strip() and not line.startswith(indent) for line in inside):
        yield page.problem(begin, "the solution is indented less than its markers")


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
        for node in ast.walk(parse_code(cell))
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


def parse_code(cell: Cell) -> ast.Module:
    """Parse a code cell; one that is not Python counts as empty here and is reported elsewhere.

    Parameters
    ----------
    cell : Cell

    Returns
    -------
    ast.Module

    Examples
    --------
    >>> len(parse_code(Cell("code", "x = 1", 1, 2)).body), len(parse_code(Cell("code", "x =", 1, 2)).body)
    (1, 0)
    """
    try:
        return ast.parse(cell.source)
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])


def exercise_problems(page: Page, registry: Registry) -> Iterator[Problem]:
    """Check the exercises of a page: known, once, all there, and each followed by its `check`.

    Parameters
    ----------
    page : Page
    registry : mapping of str to Exercise

    Yields
    ------
    Problem
    """
    seen: dict[str, int] = {}
    spoken = list(_spoken_ids(page))
    for cell in page.code():
        if cell.exercise is None:
            continue
        name = cell.exercise
        if name in seen:
            yield page.problem(cell.line, f"exercise {name} has a cell already, in line {seen[name]}")
        elif name not in registry:
            yield page.problem(cell.line, f"exercise {name} is unknown in helpers.exercises")
        elif lesson_of(name) != page.lesson:
            yield page.problem(cell.line, f"exercise {name} belongs in lesson {lesson_of(name)}")
        else:
            yield from _stub_problems(page, cell, registry[name])
        seen.setdefault(name, cell.line)
        below = cell.first + len(cell.lines)
        if not any(said == name and line >= below for function, said, line in spoken if function == "check"):
            yield page.problem(cell.line, f'no check("{name}", …) follows the exercise')
    for function, name, line in spoken:
        if name not in registry:
            yield page.problem(line, f'{function}("{name}"): there is no exercise {name} in helpers.exercises')
    for name in registry:
        if page.lesson is not None and lesson_of(name) == page.lesson and name not in seen:
            yield page.problem(0, f'exercise {name} has no cell: write one with exercise="{name}" or take it out')


def _stub_problems(page: Page, cell: Cell, exercise: HasStub) -> Iterator[Problem]:
    region = find_region(cell)
    if region is None:
        return
    try:
        ast.parse(with_stub(cell, exercise.stub))
    except SyntaxError as error:
        yield page.problem(cell.first + region.begin, f"the stub does not fit in here: {error.msg}")


def with_stub(cell: Cell, stub: str) -> str:
    r"""Give an exercise cell as learners find it.

    Parameters
    ----------
    cell : Cell
        With one well-formed region.
    stub : str
        Takes the region's place, indented like it.

    Returns
    -------
    str

    Examples
    --------
    >>> source = "def f(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
    >>> print(with_stub(Cell("code", source, 1, 2, {"exercise": "3.1"}), "..."))
    def f(x):
        ...
    """
    region = find_region(cell)
    if region is None:
        return cell.source
    lines = [region.indent + line if line.strip() else "" for line in stub.strip("\n").split("\n")]
    return "\n".join(cell.lines[: region.begin] + lines + cell.lines[region.end + 1 :])


def lesson_of(exercise: str) -> int | None:
    """Give the number of the lesson to which an exercise belongs.

    Parameters
    ----------
    exercise : str
        Its id.

    Returns
    -------
    int or None

    Examples
    --------
    >>> lesson_of("3.12")
    3
    """
    number = exercise.partition(".")[0]
    return int(number) if number.isdigit() else None


def _spoken_ids(page: Page) -> Iterator[tuple[str, str, int]]:
    """Find check("1.2", …), hint("1.2"), solution("1.2") and exercise="1.2": function, id, line of the file."""
    for cell in page.code():
        for node in ast.walk(parse_code(cell)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                named = [keyword.value for keyword in node.keywords if keyword.arg == "exercise"]
                first = node.args[:1] if node.func.id in SPEAKS_OF else []
                for value in [*first, *named]:
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield node.func.id, value.value, cell.first + node.lineno - 1


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
        if cell.is_note and page.editions == ("learner",):
            yield page.problem(cell.line, "a teaching note, but this page has no instructor edition")


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
