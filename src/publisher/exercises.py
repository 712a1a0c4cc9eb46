"""What must hold for exercises: solution markers, stubs, ids that helpers.exercises knows, and a check for each."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from typing import Protocol

from publisher.names import bound_names
from publisher.problems import Problem
from publisher.source import BEGIN, END, Cell, Page, find_region

SPEAKS_OF = {"check", "hint", "solution"}
LIKE_A_MARKER = re.compile(r"\s*(###|#+\s*(begin|end)\s+(solution|hidden tests?)\b)", re.IGNORECASE)


class HasStub(Protocol):
    """What the publisher needs to know of an exercise."""

    @property
    def stub(self) -> str:
        """What learners find in place of the solution."""
        ...


Registry = Mapping[str, HasStub]


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
    line = cell.first + region.begin
    try:
        ast.parse(with_stub(cell, exercise.stub))
    except SyntaxError as error:
        yield page.problem(line, f"the stub does not fit in here: {error.msg}")
        return
    if not region.indent:
        for name in sorted(set(bound_names(exercise.stub)) - set(bound_names(cell.source))):
            yield page.problem(line, f"the stub sets {name}, the solution does not")
    elif re.search(r"^(def|class) ", exercise.stub, re.MULTILINE):
        yield page.problem(line, "the stub is a whole function: the region goes around the whole function, too")


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
        for node in ast.walk(cell.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                named = [keyword.value for keyword in node.keywords if keyword.arg == "exercise"]
                first = node.args[:1] if node.func.id in SPEAKS_OF else []
                for value in [*first, *named]:
                    if isinstance(value, ast.Constant) and isinstance(value.value, str):
                        yield node.func.id, value.value, cell.first + node.lineno - 1
