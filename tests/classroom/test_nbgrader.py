"""Classroom grading from end to end: the course goes out, submissions of all kinds come back, nbgrader grades them.

It takes minutes, so the README's command leaves it out: pytest --classroom.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from nbformat import NotebookNode
from room import (
    ALL,
    MANY,
    Change,
    Classroom,
    Graded,
    Submission,
    answer,
    answers_of,
    copy_of,
    exercise_of,
    grade_all,
    pages,
    place_of,
    right,
    times,
    typed_in,
    wrong,
)

from helpers.exercises import EXERCISES

VALUES = [exercise for exercise in EXERCISES.values() if exercise.kind == "value"]
FUNCTIONS = [exercise for exercise in EXERCISES.values() if exercise.kind == "function"]
LESSONS = [page.name for page in pages()]
UNTOUCHED = [LESSONS[-1], ALL]

Results = dict[tuple[str, str], Graded]


def all_right() -> dict[str, str]:
    return {exercise.id: right(exercise) for exercise in EXERCISES.values()}


def answering(answers: dict[str, str]) -> Change:
    return lambda notebook: answer(notebook, answers)


def in_half(half: int) -> dict[str, str]:
    """Give every second answer that is known of each exercise, wrong or right: one for each time that it is asked."""
    return {
        f"{exercise.id}.{time}": answers_of(exercise)[2 * time + half]
        for exercise in EXERCISES.values()
        for time in range(times(exercise))
        if 2 * time + half < len(answers_of(exercise))
    }


# What is done to which exercise, in one notebook in which all else is right: how, and the share that is deserved.


def delete_answer(notebook: NotebookNode, name: str) -> None:
    del notebook.cells[place_of(notebook, "exercise", name)]


def delete_points(notebook: NotebookNode, name: str) -> None:
    del notebook.cells[place_of(notebook, "points", name)]


def delete_both(notebook: NotebookNode, name: str) -> None:
    delete_answer(notebook, name)
    delete_points(notebook, name)


def mend_in_a_copy_of_the_answer(notebook: NotebookNode, name: str) -> None:
    first = place_of(notebook, "exercise", name)
    after = place_of(notebook, "points", name) + 1
    notebook.cells.insert(after, copy_of(notebook.cells[first]))
    notebook.cells[first].source = wrong(EXERCISES[name], 0)


def spoil_in_a_copy_of_all_three(notebook: NotebookNode, name: str) -> None:
    first, last = place_of(notebook, "exercise", name), place_of(notebook, "points", name)
    copied = [copy_of(cell) for cell in notebook.cells[first : last + 1]]
    copied[0].source = wrong(EXERCISES[name], 0)
    notebook.cells[last + 1 : last + 1] = copied


def mend_in_a_copy_of_all_three(notebook: NotebookNode, name: str) -> None:
    first, last = place_of(notebook, "exercise", name), place_of(notebook, "points", name)
    notebook.cells[last + 1 : last + 1] = [copy_of(cell) for cell in notebook.cells[first : last + 1]]
    notebook.cells[first].source = wrong(EXERCISES[name], 0)


def split_answer(notebook: NotebookNode, name: str) -> None:
    place = place_of(notebook, "exercise", name)
    cell = notebook.cells[place]
    above, below = cell.source.split("\n\n", 1)
    cell.source = above
    notebook.cells.insert(place + 1, copy_of(cell, below))


def split_points(notebook: NotebookNode, name: str) -> None:
    place = place_of(notebook, "points", name)
    cell = notebook.cells[place]
    above, below = cell.source.split("\n\n", 1)
    cell.source = above
    notebook.cells.insert(place + 1, copy_of(cell, below))


def write_points(notebook: NotebookNode, name: str) -> None:
    notebook.cells[place_of(notebook, "points", name)].source = str(EXERCISES[name].points)
    notebook.cells[place_of(notebook, "exercise", name)].source = wrong(EXERCISES[name], 0)


def stop_before_the_answer(notebook: NotebookNode, name: str) -> None:
    cell = notebook.cells[place_of(notebook, "exercise", name)]
    cell.source = f"1 / 0\n{cell.source}"


def cover_names(notebook: NotebookNode, name: str) -> None:
    cell = notebook.cells[place_of(notebook, "exercise", name)]
    cell.source += "\ngrade = float = print = list = helpers = 'covered'"


def set_names_free(notebook: NotebookNode, name: str) -> None:
    notebook.cells[place_of(notebook, "exercise", name)].source = "del float, print, list, helpers\n" + right(
        EXERCISES[name]
    )


def show_everything(notebook: NotebookNode, name: str) -> None:
    cell = notebook.cells[place_of(notebook, "exercise", name)]
    cell.source = "get_ipython().ast_node_interactivity = 'all'\n" + cell.source


def write_on_stderr(notebook: NotebookNode, name: str) -> None:
    cell = notebook.cells[place_of(notebook, "exercise", name)]
    cell.source += f"""
import sys
import warnings

silent = {EXERCISES[name].name}


def {EXERCISES[name].name}(*given):
    print("a word on stdout")
    print("a word on stderr", file=sys.stderr)
    warnings.warn("a warning")
    return silent(*given)
"""


def loop_in_the_function(notebook: NotebookNode, name: str) -> None:
    cell = notebook.cells[place_of(notebook, "exercise", name)]
    cell.source += f"\ndef {EXERCISES[name].name}(*given):\n    while True:\n        pass\n"


EDITS: list[tuple[Callable[[NotebookNode, str], None], str, float]] = [
    (delete_answer, VALUES[0].id, 0.0),
    (delete_points, VALUES[1].id, 1.0),
    (delete_both, VALUES[2].id, 0.0),
    (mend_in_a_copy_of_the_answer, VALUES[3].id, 1.0),
    (spoil_in_a_copy_of_all_three, VALUES[4].id, 0.0),
    (mend_in_a_copy_of_all_three, VALUES[5].id, 1.0),
    (split_answer, VALUES[6].id, 1.0),
    (split_points, VALUES[7].id, 1.0),
    (write_points, VALUES[8].id, 0.0),
    (stop_before_the_answer, VALUES[9].id, 0.0),
    (cover_names, VALUES[10].id, 1.0),
    (set_names_free, VALUES[11].id, 1.0),
    (delete_points, FUNCTIONS[0].id, 1.0),
    (mend_in_a_copy_of_the_answer, FUNCTIONS[1].id, 1.0),
    (write_on_stderr, FUNCTIONS[2].id, 1.0),
    (loop_in_the_function, FUNCTIONS[3].id, 0.0),
    (show_everything, FUNCTIONS[4].id, 1.0),
]


def edit(notebook: NotebookNode) -> None:
    answer(notebook, all_right())
    for change, name, _ in EDITS:
        change(notebook, name)


LOOPS = VALUES[1].id
# It runs into nbgrader's own limit of half a minute. A shorter one might stop a right answer on a machine that is busy;
# so it is the loop that steps back, and the other submissions are graded beside it. The loop among the EDITS does not.
LOOP = "import time\nwhile True:\n    sum(range(1000))\n    time.sleep(0.05)"
HALF = [exercise.id for exercise in EXERCISES.values()][::2]


def submissions(solutions: dict[str, dict[str, str]]) -> list[Submission]:
    """List all that is handed in; what takes longest comes first."""
    on_all = {
        "typed-in": all_right() | {exercise.id: typed_in(exercise) for exercise in FUNCTIONS},
        "partly": {name: right(EXERCISES[name]) for name in HALF},
    }
    looping = answering(all_right() | {LOOPS: LOOP})
    return [
        Submission("looping", ALL, looping),
        *(Submission(f"half-{half}", MANY, answering(in_half(half))) for half in (0, 1)),
        Submission("edited", ALL, edit),
        *(Submission("perfect", lesson, answering(solutions[lesson])) for lesson in LESSONS),
        *(Submission("untouched", lesson, lambda notebook: None) for lesson in UNTOUCHED),
        Submission("ending", LESSONS[0], answering(dict.fromkeys(solutions[LESSONS[0]], "exit()"))),
        *(Submission(student, ALL, answering(answers)) for student, answers in on_all.items()),
    ]


@pytest.fixture(scope="module")
def graded(classrooms: list[Classroom]) -> tuple[Results, str]:
    solutions = {lesson: classrooms[0].solutions(lesson) for lesson in LESSONS}
    return grade_all(classrooms, submissions(solutions))


@pytest.fixture(scope="module")
def results(graded: tuple[Results, str]) -> Results:
    return graded[0]


def full(result: Graded) -> dict[str, float]:
    return {name: EXERCISES[name].points for name in result.points}


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_perfect_notebook_has_all_points(results: Results, lesson: str):
    result = results["perfect", lesson]
    assert result.points == full(result) == result.most
    assert set(result.points) == {
        name for name, exercise in EXERCISES.items() if lesson.startswith(f"0{exercise.lesson}_")
    }


@pytest.mark.parametrize("lesson", UNTOUCHED)
def test_an_untouched_notebook_has_none(results: Results, lesson: str):
    result = results["untouched", lesson]
    assert result.points == dict.fromkeys(full(result), 0.0)
    assert {result.said(name) for name in result.points} == {"not started"}


@pytest.mark.parametrize("name", EXERCISES)
def test_no_known_mistake_has_points_and_no_right_answer_loses_any(results: Results, name: str):
    exercise = EXERCISES[name]
    points = [results[f"half-{n % 2}", MANY].points[f"{name}.{n // 2}"] for n in range(len(answers_of(exercise)))]
    rights = len(points) - len(exercise.mistakes)
    assert points == [0.0] * len(exercise.mistakes) + [exercise.points] * rights


def test_a_partly_right_notebook_has_its_part(results: Results):
    deserved = {name: exercise.points if name in HALF else 0.0 for name, exercise in EXERCISES.items()}
    assert results["partly", ALL].points == deserved


def test_a_function_with_typed_in_results_has_no_points(results: Results):
    result = results["typed-in", ALL]
    names = [exercise.id for exercise in FUNCTIONS]
    assert result.points == full(result) | dict.fromkeys(names, 0.0)
    assert {result.said(name) for name in names} == {"done"}  # so the points say why
    for name in names:
        shown = result.notebook.cells[place_of(result.notebook, "points", name)].outputs[0]
        assert f"{name} · not yet · With another input: " in shown.text


@pytest.mark.parametrize(("change", "name", "share"), EDITS, ids=[f"{one.__name__}-{name}" for one, name, _ in EDITS])
def test_cells_may_be_copied_split_and_deleted(results: Results, change: Callable, name: str, share: float):
    result = results["edited", ALL]
    assert result.points[name] == share * EXERCISES[name].points


def test_an_edited_exercise_leaves_the_others_alone(results: Results):
    result = results["edited", ALL]
    others = set(EXERCISES) - {name for _, name, _ in EDITS}
    assert {name: result.points[name] for name in others} == {name: EXERCISES[name].points for name in others}


def test_a_loop_without_end_costs_its_own_exercise(results: Results):
    result = results["looping", ALL]
    assert result.points == full(result) | {LOOPS: 0.0}


def test_a_cell_that_ends_python_keeps_the_notebook_from_being_graded_and_no_other(graded: tuple[Results, str]):
    results, log = graded
    ending = results["ending", LESSONS[0]]
    assert ending.notebook is None
    assert set(ending.points.values()) == {None}
    assert "for student 'ending'" in log
    ran = {student for (student, _), result in results.items() if result.notebook is not None}
    assert ran == {student for student, _ in results} - {"ending"}


def test_the_points_never_contradict_what_check_said(results: Results):
    contradictions = [
        (student, name, result.said(name), points)
        for (student, _), result in results.items()
        if student not in ("typed-in", "edited", "ending")  # these are looked at above
        for name, points in result.points.items()
        if points != (EXERCISES[exercise_of(name)].points if result.said(name) == "done" else 0.0)
    ]
    assert contradictions == []


def test_every_graded_cell_ends_with_a_number_and_keeps_quiet(results: Results):
    for (student, _), result in results.items():
        cells = [cell for cell in result.notebook.cells if cell.cell_type == "code"] if result.notebook else []
        for cell in cells:
            if cell.metadata.get("nbgrader", {}).get("grade"):
                kinds = [(output.output_type, output.get("name")) for output in cell.outputs]
                assert set(kinds[:-1]) == {("stream", "stdout")}, (student, cell.source)
                assert kinds[-1] == ("execute_result", None), (student, cell.source)
                assert 0.0 <= float(cell.outputs[-1].data["text/plain"]) <= cell.metadata.nbgrader.points


def test_grading_writes_no_progress(results: Results, classrooms: list[Classroom]):
    assert results
    assert [path for classroom in classrooms for path in classroom.folder.rglob(".course_progress*")] == []
