"""The course folder for nbgrader, as it lies on disk; tests/classroom lets the real nbgrader grade with it."""

from __future__ import annotations

import ast
import itertools
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from helpers.exercises import ACCEPTS_UNDONE, EXERCISES
from helpers.exercises.grading import verdict
from helpers.exercises.plain import plain
from helpers.exercises.wording import Scene
from publisher.__main__ import main
from publisher.editions import derive
from publisher.exercises import with_stub
from publisher.grading import answer_source, assignment, for_assignment, write_course
from publisher.pages import read_pages
from publisher.problems import BuildError
from publisher.source import Page
from publisher.unseen import UNSEEN

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = {f"0{exercise.lesson}" for exercise in EXERCISES.values()}
LESSONS = sorted(path.stem for path in (ROOT / "src" / "lessons").glob("*.py") if path.stem[:2] in NUMBERS)
FUNCTIONS = [exercise for exercise in EXERCISES.values() if exercise.kind == "function"]
SCENE = Scene()
KEYS = {"grade", "grade_id", "locked", "schema_version", "solution", "task"}


@dataclass(frozen=True)
class Asks:
    stub: str
    points: float = 2
    kind: str = "value"


MADE_UP = {"1.1": Asks("letters = ..."), "1.2": Asks("...", 3, "function")}


def graded(notebook: NotebookNode) -> list[NotebookNode]:
    return [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("grade")]


def released(source: str) -> str:
    """Take out what nbgrader takes out, and put in what our settings have it put in: an empty line."""
    lines, inside = [], False
    for line in source.split("\n"):
        if "### BEGIN" in line:
            inside = True
            lines += [""] if "SOLUTION" in line else []
        elif "### END" in line:
            inside = False
        elif not inside:
            lines.append(line)
    return "\n".join(lines)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("grading") / "course"
    write_course(ROOT, folder, [], EXERCISES, ACCEPTS_UNDONE)
    return folder


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    """Give the pages with exercises."""
    return {page.name: page for page in read_pages(ROOT)[0] if any(cell.exercise for cell in page.code())}


@pytest.fixture
def page(pages: dict[str, Page], request: pytest.FixtureRequest) -> Page:
    """Give the page of this name."""
    return pages[request.param]


def test_the_lessons_are_the_pages_with_exercises(pages: dict[str, Page]):
    assert sorted(pages) == LESSONS


@pytest.mark.parametrize("page", LESSONS, indirect=True)
def test_each_exercise_has_its_answer_and_its_points(course: Path, page):
    notebook = nbformat.read(course / "source" / page.name / f"{page.name}.ipynb", as_version=4)
    nbformat.validate(notebook)
    mine = [cell.exercise for cell in page.code() if cell.exercise]
    given = [cell.metadata.nbgrader for cell in notebook.cells if "nbgrader" in cell.metadata]
    assert [one.grade_id for one in given] == [
        f"{kind}-{name.replace('.', '-')}" for name in mine for kind in ("exercise", "points")
    ]
    assert all(set(one) == KEYS | ({"points"} if one.grade else set()) and one.schema_version == 3 for one in given)
    assert [(one.solution, one.locked, one.task) for one in given] == [
        (True, False, False),
        (False, True, False),
    ] * len(mine)
    assert [one.points for one in given if one.grade] == [EXERCISES[name].points for name in mine]


@pytest.mark.parametrize("page", LESSONS, indirect=True)
def test_learners_are_handed_the_stub_and_their_own_lesson(page):
    notebook = assignment(page, EXERCISES)
    theirs = [cell.source for cell in derive(page, "learner", EXERCISES).notebook.cells if cell.cell_type == "code"]
    handed = [
        cell
        for cell in notebook.cells
        if cell.cell_type == "code" and not cell.metadata.get("nbgrader", {}).get("grade")
    ]
    assert [released(cell.source).strip() for cell in handed] == [source.strip() for source in theirs]


@pytest.mark.parametrize("page", LESSONS, indirect=True)
def test_a_graded_cell_ends_with_its_points_in_either_form(page):
    for cell in graded(assignment(page, EXERCISES)):
        name = cell.metadata.nbgrader.grade_id.removeprefix("points-").replace("-", ".")
        full, shown = (ast.parse(source).body[-1].value for source in (cell.source, released(cell.source)))
        for call in (full, shown):
            assert (call.func.id, call.args[0].value, ast.unparse(call.args[1])) == ("grade", name, "globals()")
        assert len(shown.args) == 2
        hidden = [list(map(tuple, ast.literal_eval(argument))) for argument in full.args[2:]]
        assert hidden == ([list(UNSEEN[name])] if EXERCISES[name].kind == "function" else [])


def test_the_points_stand_below_the_check(course: Path):
    for file in sorted((course / "source").rglob("*.ipynb")):
        cells = nbformat.read(file, as_version=4).cells
        for above, cell in itertools.pairwise(cells):
            if cell.metadata.get("nbgrader", {}).get("grade"):
                name = cell.metadata.nbgrader.grade_id.removeprefix("points-").replace("-", ".")
                assert above.source.startswith(f'check("{name}", {EXERCISES[name].name})')


def test_links_lead_to_assignments_or_nowhere(course: Path):
    for file in sorted((course / "source").rglob("*.ipynb")):
        for cell in nbformat.read(file, as_version=4).cells:
            if cell.cell_type == "markdown":
                targets = [part.split(")")[0] for part in cell.source.split("](")[1:]]
                for target in targets:
                    assert target.startswith(("http", "#")) or (file.parent / target.split("#")[0]).exists(), target


def test_the_page_says_that_it_is_handed_in_and_asks_for_no_copy_of_itself(course: Path):
    for file in sorted((course / "source").rglob("*.ipynb")):
        cells = nbformat.read(file, as_version=4).cells
        assert "**This notebook is handed in.**" in cells[1].source
        assert not any(cell.source.startswith("**Before you begin:**") and "my_" in cell.source for cell in cells)
        assert len({cell.id for cell in cells}) == len(cells)
        assert not any("teaching-note" in cell.metadata.get("tags", []) for cell in cells)


def test_the_settings_are_python_and_the_readme_is_short(course: Path):
    settings = (course / "nbgrader_config.py").read_text(encoding="utf-8")
    compile(settings, "nbgrader_config.py", "exec")
    assert "c.OverwriteCells.add_missing_cells = True" in settings
    readme = (course / "README.md").read_text(encoding="utf-8")
    assert sum(line[:1].isdigit() for line in readme.splitlines()) == 10


def test_a_course_can_be_written_again_but_overwrites_nobodys_work(course: Path):
    write_course(ROOT, course, [], EXERCISES, ACCEPTS_UNDONE)
    readme = course / "README.md"
    written = readme.read_text(encoding="utf-8")
    readme.write_text("mine", encoding="utf-8")
    with pytest.raises(BuildError, match="says something else"):
        write_course(ROOT, course, [], EXERCISES, ACCEPTS_UNDONE)
    assert readme.read_text(encoding="utf-8") == "mine"
    write_course(ROOT, course, [], EXERCISES, ACCEPTS_UNDONE, force=True)
    assert readme.read_text(encoding="utf-8") == written


def test_the_command_writes_the_lessons_that_are_named(project, tmp_path: Path, capsys):
    folder = tmp_path / "course"
    assert main(["--nbgrader", str(folder), "01"], project(), MADE_UP, frozenset({"check"})) == 0
    assert sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()) == [
        "README.md",
        "nbgrader_config.py",
        "source/01_letters/01_letters.ipynb",
    ]
    assert "01_letters.ipynb" in capsys.readouterr().out


def test_a_stub_inside_a_function_keeps_its_place(project):
    page = next(page for page in read_pages(project())[0] if page.name == "01_letters")
    cell = next(cell for cell in page.code() if cell.exercise == "1.2")
    source = answer_source(cell, "...")
    assert released(source).replace("\n    \n", "\n").strip() == with_stub(cell, "...").strip()
    assert source.index("    ...") < source.index("    ### BEGIN SOLUTION") < source.index("    twice = ")


def test_pictures_keep_their_words():
    assert (
        for_assignment("![A map](../data/map.png) and [a](https://example.org)") == "A map and [a](https://example.org)"
    )


# --- inputs that are not shown ----------------------------------------------------------------------------------------


def test_each_function_has_inputs_of_its_own_and_nothing_else_has():
    assert set(UNSEEN) == {exercise.id for exercise in FUNCTIONS}, (
        "write inputs into publisher/unseen.py, or take them out"
    )
    for exercise in FUNCTIONS:
        shown = (
            [list(case.arguments) for case in exercise.check.all_cases("")]
            if not callable(exercise.check.cases)
            else []
        )
        assert len(UNSEEN[exercise.id]) >= 2
        assert [one for one in UNSEEN[exercise.id] if list(one) in shown] == []


@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.id)
def test_every_right_function_stands_the_unseen_inputs(exercise):
    for function in [exercise.answers, *exercise.alternatives]:
        found = verdict(exercise, {exercise.name: function}, UNSEEN[exercise.id])
        assert found.status == "done", found.message


@pytest.mark.parametrize("exercise", FUNCTIONS, ids=lambda exercise: exercise.id)
def test_no_function_that_always_gives_the_same_stands_them(exercise):
    results = [exercise.answers(*arguments) for arguments in UNSEEN[exercise.id]]
    for result in results:
        assert not all(exercise.check.compare.same(*map(plain, (other, result)), SCENE) for other in results)
