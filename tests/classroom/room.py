"""A course folder in nbgrader's hands, and submissions of all kinds."""

from __future__ import annotations

import copy
import json
import math
import subprocess
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from helpers.exercises.engine import Exercise
from publisher.pages import read_pages
from publisher.source import Cell, Page

ROOT = Path(__file__).resolve().parents[2]
ALL = "all_exercises"
MANY = "all_exercises_many_times"

# Runs in nbgrader's environment: nbgrader's own commands, one after the other as they come in, in one process, because
# it takes seconds to import. What was graded is read from its gradebook.
RUN = """
import json, sys
from kernel_ports import keep_ports
from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderApp

keep_ports()
for command in sys.stdin:
    try:
        NbGraderApp.launch_instance(json.loads(command))
    except SystemExit as end:
        assert end.code in (0, 1, None), end.code  # 1: there is a submission that cannot be graded
    NbGraderApp.clear_instance()
    print("READY", flush=True)
with Gradebook("sqlite:///gradebook.db") as book:
    found = {
        (student := submission.student.id) + "/" + assignment.name: {
            grade.name: [grade.auto_score, grade.max_score]
            for notebook in submission.notebooks
            for grade in notebook.grades
        }
        for assignment in book.assignments
        for submission in book.assignment_submissions(assignment.name)
    }
print("GRADES", json.dumps(found))
"""
# A kernel has no work left to save, and on a busy machine its last output may come late.
OPTIONS = ("--Execute.shutdown_kernel=immediate", "--Execute.iopub_timeout=60", "--Execute.startup_timeout=300")

# Makes the course, and beside the lessons two pages of all exercises: once each, and as often as half of their answers;
# in a process of its own, with the package that was installed, so that all that is tested comes from one moment.
WRITE = """
import copy
import sys
from pathlib import Path
from helpers.exercises import EXERCISES
from publisher.disk import notebook_text
from publisher.grading import assignment
from publisher.source import parse
from room import times

page, problems = parse("all_exercises", "all_exercises.py", Path(sys.argv[1]).read_text(encoding="utf-8"))
assert not problems, problems
notebook = assignment(page, EXERCISES)
Path(sys.argv[2]).write_text(notebook_text(notebook), encoding="utf-8")

many, group = [], []
for cell in notebook.cells:
    group.append(cell)
    kind, _, name = cell.metadata.get("nbgrader", {}).get("grade_id", "").partition("-")
    if kind == "points":
        for time in range(times(EXERCISES[name.replace("-", ".")])):
            many += copy.deepcopy(group)
            for copied in many[-len(group):]:
                copied.id = f"time-{time}-{copied.id}"
                if "nbgrader" in copied.metadata:
                    copied.metadata.nbgrader.grade_id += f"-{time}"
        group = []
    elif kind != "exercise" and not cell.source.startswith("check("):
        many += group
        group = []
notebook.cells = many + group
Path(sys.argv[3]).write_text(notebook_text(notebook), encoding="utf-8")
"""


def answers_of(exercise: Exercise) -> list[str]:
    """Write all that is known to be wrong and all that is known to be right, each as a cell."""
    wrongs = [wrong(exercise, number) for number in range(len(exercise.mistakes))]
    return wrongs + [right(exercise, number) for number in range(1 + len(exercise.alternatives))]


def times(exercise: Exercise) -> int:
    """Tell how often an exercise stands on the page MANY: two submissions hold all of its answers."""
    return math.ceil(len(answers_of(exercise)) / 2)


@dataclass(frozen=True)
class Graded:
    """What came back for one submission.

    Attributes
    ----------
    points : dict of str to float or None
        Exercise to points; None if nbgrader gave none. On the page MANY the second 3.2 is called 3.2.1.
    most : dict of str to float
        Exercise to the points that there are.
    notebook : NotebookNode or None
        As nbgrader ran it; None if it could not.
    """

    points: dict[str, float | None]
    most: dict[str, float]
    notebook: NotebookNode | None

    def said(self, name: str) -> str:
        """Tell what the learner's own `check` said: "not started", "not yet" or "done"."""
        assert self.notebook is not None
        shown = [
            output.data["text/plain"]
            for cell in self.notebook.cells[: place_of(self.notebook, "points", name)]
            if cell.cell_type == "code" and cell.source.startswith(f'check("{exercise_of(name)}",')
            for output in cell.outputs
            if output.output_type == "execute_result"
        ]
        headline = shown[-1].split("\n")[0] if shown else ""
        return next((word for word in ("not started", "not yet", "done") if f"· {word} ·" in headline), headline)


Change = Callable[[NotebookNode], None]


@dataclass(frozen=True)
class Submission:
    """Somebody's notebook: the released one, changed."""

    student: str
    lesson: str
    change: Change


@dataclass(frozen=True)
class Classroom:
    """A course folder that nbgrader has released, and nbgrader's environment."""

    folder: Path
    environment: Mapping[str, str]

    def nbgrader(self, commands: Iterable[Sequence[str]]) -> tuple[dict[str, dict[str, list[float]]], str]:
        """Run nbgrader's commands, each when the one before has ended; return the gradebook, and what nbgrader said."""
        log = self.folder.with_suffix(".log")
        with log.open("w", encoding="utf-8") as heard:
            process = subprocess.Popen(
                ["python", "-c", RUN],
                cwd=self.folder,
                env=dict(self.environment),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=heard,
                encoding="utf-8",
            )
        with process:
            for command in commands:
                print(json.dumps(command), file=process.stdin, flush=True)
                while (line := process.stdout.readline()) != "READY\n":
                    assert line, log.read_text(encoding="utf-8", errors="replace")[-6000:]
            process.stdin.close()
            grades = [line for line in process.stdout if line.startswith("GRADES ")]
        said = log.read_text(encoding="utf-8", errors="replace")
        assert process.returncode == 0, said[-6000:]
        return json.loads(grades[0].removeprefix("GRADES ")), said

    def solutions(self, lesson: str) -> dict[str, str]:
        """Read the solved cells from the source."""
        notebook = nbformat.read(self.folder / "source" / lesson / f"{lesson}.ipynb", as_version=4)
        return {cell.metadata.exercise: cell.source for cell in notebook.cells if cell.metadata.get("exercise")}

    def hand_in(self, submission: Submission) -> list[str]:
        """Put a submission into its place and return the command that grades it."""
        name = f"{submission.lesson}.ipynb"
        notebook = nbformat.read(self.folder / "release" / submission.lesson / name, as_version=4)
        submission.change(notebook)
        place = self.folder / "submitted" / submission.student / submission.lesson / name
        place.parent.mkdir(parents=True)
        nbformat.write(notebook, place)
        return ["autograde", submission.lesson, "--student", submission.student, *OPTIONS]

    def grade(self, waiting: Iterator[Submission]) -> tuple[dict[tuple[str, str], Graded], str]:
        """Grade one submission after the other, as long as one is waiting."""
        taken: list[Submission] = []

        def commands() -> Iterator[list[str]]:
            for one in waiting:
                taken.append(one)
                yield self.hand_in(one)

        book, log = self.nbgrader(commands())
        found = {}
        for one in taken:
            place = self.folder / "autograded" / one.student / one.lesson / f"{one.lesson}.ipynb"
            notebook = nbformat.read(place, as_version=4) if place.exists() else None
            grades = book[f"{one.student}/{one.lesson}"]
            named = {name.removeprefix("points-").replace("-", "."): pair for name, pair in grades.items()}
            points = {name: score for name, (score, _) in named.items()}
            found[one.student, one.lesson] = Graded(points, {name: most for name, (_, most) in named.items()}, notebook)
        return found, log


def page_of_all() -> str:
    """Write one page of the exercises of all lessons, with nothing between them."""
    cells = ["# %%\nfrom helpers.exercises import check\n"]
    for page in read_pages(ROOT)[0]:
        lessons_own = page.code() if page.lesson is not None else ()
        cells += [_written(cell) for cell in lessons_own if cell.exercise or cell.source.startswith("check(")]
    return "\n".join(cells)


def _written(cell: Cell) -> str:
    return f"# %%{f' exercise={json.dumps(cell.exercise)}' if cell.exercise else ''}\n{cell.source}\n"


def pages() -> list[Page]:
    """Give the pages that hold exercises."""
    return [page for page in read_pages(ROOT)[0] if any(cell.exercise for cell in page.code())]


def exercise_of(name: str) -> str:
    """Tell which exercise it is: 3.2.1 is the second 3.2 of the page MANY."""
    return ".".join(name.split(".")[:2])


def place_of(notebook: NotebookNode, kind: str, name: str) -> int:
    """Find the cell "exercise" or "points" of an exercise."""
    wanted = f"{kind}-{name.replace('.', '-')}"
    return [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in notebook.cells].index(wanted)


def grade_all(
    classrooms: Sequence[Classroom], submissions: Sequence[Submission]
) -> tuple[dict[tuple[str, str], Graded], str]:
    """Let the classrooms, which work at the same time, each take the next submission when it is done with one."""
    waiting = iter(submissions)
    with ThreadPoolExecutor(len(classrooms)) as pool:
        done = list(pool.map(lambda classroom: classroom.grade(waiting), classrooms))
    return {key: graded for found, _ in done for key, graded in found.items()}, "".join(log for _, log in done)


# --- what stands in an answer's cell ----------------------------------------------------------------------------------

_FROM_HELPERS = """\
from helpers.exercises.engine import EXERCISES, value_of
from helpers.texts import read_text

exercise = EXERCISES["{id}"]
"""
_TYPED_IN = """\
typed_in = [(list(case.arguments), exercise.answers(*case.fresh())) for case in exercise.check.all_cases(read_text())]


def {name}(*given):
    return next((result for arguments, result in typed_in if arguments == list(given)), typed_in[0][1])
"""
_RIGHT = """\
{name} = [exercise.answers, *exercise.alternatives][{number}]
if exercise.kind == "value":
    {name} = value_of({name}, read_text())
    if type({name}).__name__ == "_Either":
        {name} = {name}.values[0]
"""
_WRONG = """\
{name} = exercise.mistakes[{number}].answer
if exercise.kind == "value":
    {name} = value_of({name}, read_text())
"""


def right(exercise: Exercise, number: int = 0) -> str:
    """Write a cell that sets a right answer: the first, or one of the alternatives."""
    chosen = number % (1 + len(exercise.alternatives))
    return (_FROM_HELPERS + _RIGHT).format(id=exercise.id, name=exercise.name, number=chosen)


def wrong(exercise: Exercise, number: int) -> str:
    """Write a cell that makes a known mistake."""
    return (_FROM_HELPERS + _WRONG).format(id=exercise.id, name=exercise.name, number=number)


def typed_in(exercise: Exercise) -> str:
    """Write a cell with a function into which the results of the shown inputs were typed."""
    return (_FROM_HELPERS + _TYPED_IN).format(id=exercise.id, name=exercise.name)


def answer(notebook: NotebookNode, answers: Mapping[str, str]) -> None:
    """Write into the cells of exercises."""
    for name, source in answers.items():
        notebook.cells[place_of(notebook, "exercise", name)].source = source


def copy_of(cell: NotebookNode, source: str | None = None) -> NotebookNode:
    """Copy a cell as JupyterLab does: with its metadata, and with an id of its own."""
    copied = copy.deepcopy(cell)
    copied.id = uuid.uuid4().hex[:12]
    copied.source = cell.source if source is None else source
    return copied
