"""Classroom grading: the lessons as a course folder that nbgrader takes as it is.

Each lesson becomes an assignment, ``source/<lesson>/<lesson>.ipynb``. An exercise's cell holds the stub and, between
nbgrader's markers, the solution; below the lesson's own `check` follows a graded cell. It asks the same judge as
`check` (`helpers.exercises.grading`), so a learner who was told "done" has the points; only a function must also stand
inputs that `check` does not show (`publisher.unseen`), and the cell says so. Everything comes from src/lessons and
the exercises, nothing is kept here.
"""

from __future__ import annotations

import ast
import hashlib
import pprint
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from publisher.course import load
from publisher.disk import notebook_text, write
from publisher.editions import derive
from publisher.exercises import with_stub
from publisher.markdown import LESSON_NOTEBOOK, OUTSIDE
from publisher.problems import BuildError, Problem
from publisher.source import Cell, Page, find_region
from publisher.unseen import UNSEEN

SCHEMA = 3
LINK = re.compile(r"(!?)\[(?P<words>[^\]\n]*)\]\(<?(?P<target>[^)\s>]+)>?\)")
ASKS_FOR_A_COPY = re.compile(r"\*\*Before you begin:\*\*.*Save Notebook As")
NOTE = """\
> **This notebook is handed in.** Work in this file and keep its name, do not save it as another one; run the cells \
from the top, and save it before you hand it in. Under each exercise `check` tells you what it thinks; the cell below \
it counts the points. It is put back before grading, so it does not matter if you change or lose it."""


class Gradable(Protocol):
    """What grading needs to know of an exercise."""

    @property
    def stub(self) -> str:
        """What learners find in place of the solution."""
        ...

    @property
    def points(self) -> float:
        """What it is worth."""
        ...

    @property
    def kind(self) -> str:
        """Either "value" or "function"."""
        ...


Exercises = Mapping[str, Gradable]
Unseen = Mapping[str, Sequence[tuple[Any, ...]]]

CONFIG = '''\
"""nbgrader's settings for this course."""

import os

from nbgrader.preprocessors import CheckCellMetadata, ClearOutput, DeduplicateIds, OverwriteCells, OverwriteKernelspec

# Whatever runs while nbgrader grades writes no file about progress.
os.environ["HELPERS_PROGRESS"] = "off"


class PutBack(OverwriteCells):
    """Put every graded cell below its answer: one that was deleted, and one that an answer was copied beneath.

    nbgrader's own way can not grade a notebook in which a cell was copied (it says that the metadata are old), or one
    in which an answer was deleted together with its graded cell.
    """

    def add_missing_grade_cells(self, nb, resources):
        for cell in nb.cells:
            if "grade_id" not in cell.metadata.get("nbgrader", {}):  # a copy, of which nbgrader took it
                cell.metadata.pop("nbgrader", None)
        known = self.gradebook.find_notebook(self.notebook_id, self.assignment_id)
        sources = list(known.source_cells)
        names = [cell.name for cell in sources]
        here = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in nb.cells]

        def place(name):  # the last, if there are copies
            return len(here) - 1 - here[::-1].index(name) if name in here else None

        for graded in known.grade_cells:
            number = names.index(graded.name)
            mine = place(graded.name)
            answer = place(names[number - 1]) if number > 0 else None
            if mine is None:
                cell = self.missing_cell_transform(sources[number], graded.max_score)
                cell["id"] = graded.name + "-again"
            elif answer is not None and mine < answer:
                cell = nb.cells.pop(mine)
                here.pop(mine)
                answer = answer - 1
            else:
                continue
            new = len(here) if answer is None else answer + 1
            nb.cells.insert(new, cell)
            here.insert(new, graded.name)
        return nb, resources

    def add_missing_task_cells(self, nb, resources):
        return nb, resources  # there are none


c = get_config()  # noqa: F821
c.CourseDirectory.course_id = "COURSE_ID"
c.ClearSolutions.code_stub = {"python": ""}  # what learners find stands in the cell, above the solution
c.OverwriteCells.add_missing_cells = True
c.Autograde.sanitize_preprocessors = [ClearOutput, DeduplicateIds, OverwriteKernelspec, PutBack, CheckCellMetadata]
c.Execute.timeout = 30  # seconds a cell; a loop without end is then interrupted, and the cells below it run
'''

README = """\
# Grading with nbgrader

1. Once: install nbgrader and the course's package (`pip install nbgrader PATH_OF_THE_REPOSITORY`) into one environment.
2. Here: `nbgrader generate_assignment LESSON` (named as under source/) writes release/LESSON; hand that out.
3. Put what comes back into submitted/STUDENT/LESSON/LESSON.ipynb: the file keeps its name.
4. `nbgrader autograde LESSON` grades; `nbgrader export` writes a table, `nbgrader generate_feedback LESSON` pages.
5. An exercise that `check` calls done has all its points, another none; the graded cell says what it saw.
6. A function must also stand inputs that learners do not see (HIDDEN TESTS in source/); results typed in do not.
7. Of a copied cell the last counts, a lost graded cell is put back, and a lost answer costs its own points only.
8. A loop without end is stopped after 30 seconds (nbgrader_config.py); its exercise has 0, the rest is graded.
9. A loop that catches every error, or a cell that ends Python (`exit()`), can not be graded: nbgrader names the
   student, grades the others, and leaves this notebook without a grade.
10. Then take that cell out of the file under submitted/, and autograde again with `--student STUDENT`.
"""


def write_course(
    root: Path,
    folder: Path,
    names: Sequence[str],
    registry: Exercises,
    accepts_undone: frozenset[str] = frozenset(),
    *,
    force: bool = False,
) -> list[Path]:
    """Write the folder of a course for nbgrader.

    Parameters
    ----------
    root : Path
        The project.
    folder : Path
        Where the course shall be; what nbgrader keeps there (gradebook, submissions) is left alone.
    names : sequence of str
        Lessons, such as "03"; all by default.
    registry : mapping of str to Exercise
    accepts_undone : frozenset of str
        See `publisher.names`.
    force : bool
        Overwrite files that somebody has changed.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    BuildError
        If a lesson has a problem, or a file is there with other content; then nothing is written.
    """
    _, chosen = load(root, names, registry, accepts_undone)
    lessons = [page for page in chosen if any(cell.exercise for cell in page.code())]
    files = {
        folder / "source" / page.name / f"{page.name}.ipynb": notebook_text(assignment(page, registry))
        for page in lessons
    }
    files[folder / "nbgrader_config.py"] = config(folder)
    files[folder / "README.md"] = README
    changed = [path for path, text in files.items() if path.exists() and path.read_text(encoding="utf-8") != text]
    if changed and not force:
        message = "is there already and says something else: give another folder, or --force to overwrite it"
        raise BuildError([Problem(path.as_posix(), 0, message) for path in changed])
    for path, text in files.items():
        write(path, text)
    return list(files)


def config(folder: Path) -> str:
    """Give nbgrader's settings.

    Parameters
    ----------
    folder : Path
        Where the course shall be; nbgrader knows the course by the name of its folder.

    Returns
    -------
    str

    Examples
    --------
    >>> config(Path("my course")).count('course_id = "my_course"')
    1
    """
    return CONFIG.replace("COURSE_ID", re.sub(r"\W+", "_", folder.resolve().name) or "course")


def assignment(page: Page, registry: Exercises, unseen: Unseen = UNSEEN) -> NotebookNode:
    r"""Make the notebook from which nbgrader generates an assignment.

    Parameters
    ----------
    page : Page
        Without problems.
    registry : mapping of str to Exercise
    unseen : mapping of str to sequence of tuple
        Exercise to inputs; see `publisher.unseen`.

    Returns
    -------
    NotebookNode

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> cell = Cell("code", "### BEGIN SOLUTION\nx = 1\n### END SOLUTION", 1, 2, {"exercise": "1.1"})
    >>> asks = SimpleNamespace(stub="x = ...", points=2, kind="value")
    >>> made = assignment(Page("01_x", "src/lessons/01_x.py", (cell,)), {"1.1": asks})
    >>> print(made.cells[1].source)
    x = ...
    ### BEGIN SOLUTION
    x = 1
    ### END SOLUTION
    >>> made.cells[2].metadata.nbgrader.points, made.cells[2].source.splitlines()[-1]
    (2, 'grade("1.1", globals())')
    """
    edition = derive(page, "learner", registry)
    notebook = edition.notebook
    pairs = list(zip(edition.cells, notebook.cells, strict=True))
    cells: list[NotebookNode] = []
    waiting: dict[str, NotebookNode] = {}
    for source, cell in pairs:
        if source.exercise is not None:
            exercise = registry[source.exercise]
            cell.source = answer_source(source, exercise.stub)
            cell.metadata.nbgrader = NotebookNode(_metadata(f"exercise-{source.exercise}", solution=True))
            waiting[source.exercise] = _graded_cell(source.exercise, exercise, unseen.get(source.exercise, ()))
        elif cell.cell_type == "markdown":
            cell.source = for_assignment(cell.source)
        cells.append(cell)
        for name in [name for name in waiting if _checks(source, name)]:
            cells.append(waiting.pop(name))
    cells += waiting.values()
    notebook.cells = _with_note(cells)
    notebook.metadata.pop("course", None)  # this is no notebook of notebooks/
    return notebook


def answer_source(cell: Cell, stub: str) -> str:
    r"""Give an exercise's cell as nbgrader wants it: what learners find, then the solution between its markers.

    Parameters
    ----------
    cell : Cell
        With one well-formed region.
    stub : str

    Returns
    -------
    str
        nbgrader takes the region out; then the stub is what is left.

    Examples
    --------
    >>> source = "def f(x):\n    ### BEGIN SOLUTION\n    return x\n    ### END SOLUTION"
    >>> print(answer_source(Cell("code", source, 1, 2, {"exercise": "3.1"}), "..."))
    def f(x):
        ...
        ### BEGIN SOLUTION
        return x
        ### END SOLUTION
    """
    region = find_region(cell)
    if region is None:
        return cell.source
    after = len(cell.lines) - region.end - 1
    lines = with_stub(cell, stub).split("\n")
    end = len(lines) - after
    return "\n".join([*lines[:end], *cell.lines[region.begin : region.end + 1], *lines[end:]]).rstrip("\n")


def graded_source(name: str, kind: str, inputs: Sequence[tuple[Any, ...]]) -> str:
    """Write a graded cell. Its last line is a plain float, without which nbgrader would give all points.

    Parameters
    ----------
    name : str
        The exercise.
    kind : str
        "value" or "function".
    inputs : sequence of tuple
        What a function is tried on beside what `check` shows; nbgrader takes these lines out for learners.

    Returns
    -------
    str

    Examples
    --------
    >>> print(graded_source("3.1", "value", []))
    # The points for exercise 3.1, by what `check` says.
    from helpers.exercises.grading import grade
    <BLANKLINE>
    grade("3.1", globals())
    >>> print(graded_source("3.2", "function", [({2, 1},)]))
    # The points for exercise 3.2, by what `check` says; your teacher also tries inputs that are not shown here.
    from helpers.exercises.grading import grade
    <BLANKLINE>
    grade(
        "3.2",
        globals(),
        ### BEGIN HIDDEN TESTS
        [({1, 2},)],
        ### END HIDDEN TESTS
    )
    """
    more = "; your teacher also tries inputs that are not shown here" if inputs else ""
    lines = [
        f"# The points for exercise {name}, by what `check` says{more}.",
        "from helpers.exercises.grading import grade",
        "",
    ]
    if kind != "function" or not inputs:
        return "\n".join([*lines, f'grade("{name}", globals())'])
    written = pprint.pformat(list(inputs), width=100, sort_dicts=False).split("\n")
    hidden = ["### BEGIN HIDDEN TESTS", *written[:-1], written[-1] + ",", "### END HIDDEN TESTS"]
    inside = [f'"{name}",', "globals(),", *hidden]
    return "\n".join([*lines, "grade(", *(f"    {line}" for line in inside), ")"])


def _graded_cell(name: str, exercise: Gradable, inputs: Sequence[tuple[Any, ...]]) -> NotebookNode:
    metadata = _metadata(f"points-{name}", grade=True, locked=True, points=exercise.points)
    source = graded_source(name, exercise.kind, inputs if exercise.kind == "function" else ())
    return new_code_cell(
        source, id="points-" + name.replace(".", "-"), metadata=NotebookNode(nbgrader=NotebookNode(metadata))
    )


def _metadata(grade_id: str, **changes: Any) -> dict[str, Any]:
    basic = {
        "grade": False,
        "grade_id": grade_id.replace(".", "-"),
        "locked": False,
        "schema_version": SCHEMA,
        "solution": False,
        "task": False,
    }
    return basic | changes


def _checks(cell: Cell, name: str) -> bool:
    """Whether a cell holds check("1.2", …)."""
    return cell.kind == "code" and any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "check"
        and bool(node.args)
        and isinstance(node.args[0], ast.Constant)
        and node.args[0].value == name
        for node in ast.walk(cell.tree)
    )


def _with_note(cells: list[NotebookNode]) -> list[NotebookNode]:
    """Say below the title that this file is handed in, instead of asking for a copy under another name."""
    note = new_markdown_cell(NOTE, id=hashlib.sha256(NOTE.encode()).hexdigest()[:12])
    kept = [cell for cell in cells if not (cell.cell_type == "markdown" and ASKS_FOR_A_COPY.match(cell.source))]
    return [*kept[:1], note, *kept[1:]] if kept and kept[0].cell_type == "markdown" else [note, *kept]


def for_assignment(text: str) -> str:
    """Let links to lessons lead to their assignments, and keep of other links into the project only the words.

    Parameters
    ----------
    text : str
        Markdown, with links as seen from notebooks/.

    Returns
    -------
    str

    Examples
    --------
    >>> for_assignment("[next](02_x.ipynb#a), [words](glossary.ipynb), [book](https://example.org)")
    '[next](../02_x/02_x.ipynb#a), words, [book](https://example.org)'
    """

    def moved(match: re.Match[str]) -> str:
        target = match["target"]
        if OUTSIDE.match(target):
            return match[0]
        lesson = LESSON_NOTEBOOK.match(target)
        if lesson is None or match[1]:
            return match["words"]
        return f"[{match['words']}](../{lesson[0].removesuffix('.ipynb')}/{target})"

    return LINK.sub(moved, text)
