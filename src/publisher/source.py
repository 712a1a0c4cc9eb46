"""One file of src/lessons as cells, each of which knows its line in the file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

import jupytext
from nbformat import NotebookNode, ValidationError

from publisher.problems import Problem

FORMAT = {"extension": ".py", "format_name": "percent", "comment_magics": False}
JUPYTEXTS_OWN = {"lines_to_next_cell", "lines_to_end_of_cell_marker"}  # how many empty lines there were
MARKER = re.compile(r"# %%(?:\s|$)")
BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


@dataclass(frozen=True)
class Cell:
    """A cell as it stands in the source: the instructor's solved version, markers included.

    Parameters
    ----------
    kind : str
        "markdown" or "code"; anything else is reported by the rules.
    source : str
    line : int
        The file's line of the `# %%` marker.
    first : int
        The file's line of the first line of `source`.
    metadata : dict
        What stands behind `# %%`.

    Examples
    --------
    >>> cell = Cell("code", "x = 1", line=4, first=5, metadata={"tags": ["hide-input"]})
    >>> cell.tags, cell.exercise
    (['hide-input'], None)
    """

    kind: str
    source: str
    line: int
    first: int
    metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def tags(self) -> list[str]:
        """The cell's tags."""
        return list(self.metadata.get("tags", []))

    @property
    def exercise(self) -> str | None:
        """The id of the exercise that is solved here."""
        value = self.metadata.get("exercise")
        return value if isinstance(value, str) else None

    @property
    def is_note(self) -> bool:
        """Whether this cell is for instructors only."""
        return "teaching-note" in self.tags

    @property
    def only_solved(self) -> bool:
        """Whether this cell stands in the instructor edition alone: a note, or code that fills in what is asked."""
        return self.is_note or "solved" in self.tags

    @property
    def is_quiz(self) -> bool:
        """Whether this cell is a question with options."""
        return "quiz" in self.tags

    @property
    def shows_objectives(self) -> bool:
        """Whether the tables of all objectives stand below the text of this cell."""
        return "objectives" in self.tags

    @cached_property
    def lines(self) -> list[str]:
        """The lines of `source`."""
        return self.source.split("\n")

    @cached_property
    def tree(self) -> ast.Module:
        """The code as Python sees it; what is not Python counts as empty here and is reported by the rules."""
        try:
            return ast.parse(self.source)
        except SyntaxError:
            return ast.Module(body=[], type_ignores=[])


# What editions= may say on the first cell of a page beside the lessons; without it learners alone get the page.
EDITIONS = {"instructor": ("instructor",), "both": ("learner", "instructor")}


@dataclass(frozen=True)
class Page:
    """One file of src/lessons.

    Parameters
    ----------
    name : str
        The file's name without `.py`; the notebooks bear it, too.
    path : str
        Relative to the project, with forward slashes.
    cells : tuple of Cell

    Examples
    --------
    >>> Page("03_tagging", "src/lessons/03_tagging.py", ()).lesson
    3
    >>> Page("glossary", "src/lessons/glossary.py", ()).editions
    ('learner',)
    """

    name: str
    path: str
    cells: tuple[Cell, ...]

    @property
    def lesson(self) -> int | None:
        """The lesson's number, None for a page beside the lessons."""
        number = re.match(r"(\d\d)_", self.name)
        return int(number[1]) if number else None

    @property
    def editions(self) -> tuple[str, ...]:
        """The editions in which this page is published."""
        if self.lesson is not None:
            return ("learner", "instructor")
        named = self.cells[0].metadata.get("editions") if self.cells else None
        return EDITIONS.get(str(named), ("learner",))

    def problem(self, line: int, message: str) -> Problem:
        """Say what is wrong at a line of this file."""
        return Problem(self.path, line, message)

    def code(self) -> Iterator[Cell]:
        """Give the code cells in their order."""
        return (cell for cell in self.cells if cell.kind == "code")


def parse(name: str, path: str, text: str) -> tuple[Page, list[Problem]]:
    r"""Read a page; jupytext says what the cells are, the markers say where they stand.

    Parameters
    ----------
    name, path : str
        See Page.
    text : str
        The file.

    Returns
    -------
    page : Page
    problems : list of Problem
        What keeps the file from being read cell by cell; the page is then empty.

    Examples
    --------
    >>> page, problems = parse("01_x", "src/lessons/01_x.py", "# %% [markdown]\n# # Hello\n\n# %%\n1 + 1\n")
    >>> [(cell.kind, cell.source, cell.line, cell.first) for cell in page.cells], problems
    ([('markdown', '# Hello', 1, 2), ('code', '1 + 1', 4, 5)], [])
    """
    empty = Page(name, path, ())
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines) if MARKER.match(line)]
    stray = next((number for number, line in enumerate(lines) if line.strip()), None)
    if not starts or stray != starts[0]:
        return empty, [
            Problem(path, (stray or 0) + 1, "a page begins with its first `# %%` line: nothing stands before")
        ]
    try:
        raw = _read(text)
    except ValidationError:
        return empty, list(_invalid_cells(path, lines, starts))
    cells = []
    for start, end, cell in zip(starts, [*starts[1:], len(lines)], raw, strict=False):
        blank = ("", "#") if cell.cell_type == "markdown" else ("",)
        first = next((number for number in range(start + 1, end) if lines[number].strip() not in blank), end)
        metadata = {key: deepcopy(value) for key, value in cell.metadata.items() if key not in JUPYTEXTS_OWN}
        cells.append(Cell(cell.cell_type, cell.source.strip("\n"), start + 1, first + 1, metadata))
        if not _same(cells[-1], lines[first:end]):
            break
    else:
        if len(raw) == len(starts):
            return Page(name, path, tuple(cells)), []
    message = "not read as it stands: a cell begins with `# %%`, nothing else does, and prose stands behind `# `"
    return empty, [Problem(path, cells[-1].line, message)]


@lru_cache(maxsize=64)
def _read(text: str) -> Sequence[NotebookNode]:
    """Let jupytext read a page; one command reads them all several times, which would take most of its time."""
    return tuple(jupytext.reads(text, fmt=FORMAT).cells)


def _invalid_cells(path: str, lines: list[str], starts: list[int]) -> Iterator[Problem]:
    """Say in which cells the metadata are not those of a notebook."""
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        try:
            jupytext.reads("\n".join(lines[start:end]), fmt=FORMAT)
        except ValidationError as error:
            yield Problem(path, start + 1, f"this is no valid cell metadata: {str(error).splitlines()[0]}")


def _same(cell: Cell, lines: list[str]) -> bool:
    """Whether these lines of the file hold the cell's source and nothing else."""
    if cell.kind == "code":
        return cell.source.rstrip() == "\n".join(lines).rstrip()
    if any(line.strip() and not line.startswith("#") for line in lines):
        return False
    text = [re.sub(r"^# ?", "", line) for line in lines]
    return "\n".join(cell.lines).rstrip() == "\n".join(text).rstrip()


@dataclass(frozen=True)
class Region:
    """The part of an exercise cell that learners write themselves.

    Parameters
    ----------
    begin, end : int
        The indices of the two marker lines in the cell.
    indent : str
        The white space before the markers.

    Examples
    --------
    >>> lines = ["def f(x):", "    ### BEGIN SOLUTION", "    return x", "    ### END SOLUTION"]
    >>> Region(1, 3, "    ").solved(lines)
    ['def f(x):', '    return x']
    """

    begin: int
    end: int
    indent: str

    def solved(self, lines: list[str]) -> list[str]:
        """Give the cell's lines without the markers."""
        return [line for number, line in enumerate(lines) if number not in (self.begin, self.end)]


def find_region(cell: Cell) -> Region | None:
    r"""Find the solution of an exercise cell that `marker_problems` found well-formed.

    Parameters
    ----------
    cell : Cell

    Returns
    -------
    Region or None
        None if there is no such region.

    Examples
    --------
    >>> find_region(Cell("code", "### BEGIN SOLUTION\nx = 1\n### END SOLUTION", 1, 2))
    Region(begin=0, end=2, indent='')
    """
    stripped = [line.strip() for line in cell.lines]
    if stripped.count(BEGIN) != 1 or stripped.count(END) != 1:
        return None
    begin, end = stripped.index(BEGIN), stripped.index(END)
    if end < begin:
        return None
    return Region(begin, end, cell.lines[begin].partition("#")[0])
