"""Both editions of a page: what each of them shows, its metadata, and ids that stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.editions import cell_ids, derive
from publisher.source import Cell, Page, parse

PATH = "src/lessons/01_letters.py"


@pytest.fixture
def page(project):
    root = project()
    found, problems = parse("01_letters", PATH, (root / PATH).read_text(encoding="utf-8"))
    assert not problems
    return found


def sources(edition):
    return [cell.source for cell in edition.notebook.cells]


def test_learners_get_stubs_and_no_notes(page, registry):
    learner = derive(page, "learner", registry)
    assert learner.path == "notebooks/01_letters.ipynb"
    assert "letters = ..." in sources(learner)
    assert 'def double(number):\n    """Give twice the number."""\n    ...' in sources(learner)
    assert not any("SOLUTION" in source or "twice = " in source or "Let them" in source for source in sources(learner))


def test_instructors_get_solutions_without_markers_and_notes(page, registry):
    instructor = derive(page, "instructor", registry)
    assert instructor.path == "notebooks/instructor/01_letters.ipynb"
    assert 'def double(number):\n    """Give twice the number."""\n    twice = 2 * number\n    return twice' in sources(
        instructor
    )
    assert "> **Teaching note**\n>\n> Let them *count*.\n>\n> - first by hand" in sources(instructor)
    assert not any("### " in source for source in sources(instructor))


def test_what_a_page_without_exercises_asks_for_is_filled_in_for_instructors_alone(registry):
    cells = (
        Cell("code", "mine = []", 1, 2, {"editions": "both"}),
        Cell("code", "mine = [1]", 3, 4, {"tags": ["solved"]}),
    )
    page = Page("practice", "src/lessons/practice.py", cells)
    assert sources(derive(page, "learner", registry)) == ["mine = []"]
    assert sources(derive(page, "instructor", registry)) == ["mine = []", "mine = [1]"]


def test_links_of_the_instructors_lead_one_folder_up(page, registry):
    assert "[Words](words.ipynb)" in sources(derive(page, "learner", registry))[0]
    assert "[Words](../words.ipynb)" in sources(derive(page, "instructor", registry))[0]


def test_metadata(page, registry):
    notebook = derive(page, "learner", registry).notebook
    assert set(notebook.metadata) == {"course", "kernelspec", "language_info"}
    assert notebook.metadata.kernelspec.name == "python3"
    assert "version" not in notebook.metadata.language_info
    assert (notebook.metadata.course.lesson, notebook.metadata.course.edition) == ("01_letters", "learner")
    by_source = {cell.source: cell for cell in notebook.cells}
    assert by_source["letters = ..."].metadata == {"exercise": "1.1"}
    assert by_source['print("banana")'].metadata == {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}
    assert by_source["## Counting"].metadata == {"tags": ["core"]}


def test_both_editions_share_the_ids_of_their_cells(page, registry):
    learner, instructor = (derive(page, edition, registry).notebook for edition in ("learner", "instructor"))
    ids = [cell.id for cell in instructor.cells]
    assert [cell.id for cell in learner.cells] == [name for name in ids if name in {c.id for c in learner.cells}]
    assert len(instructor.cells) == len(learner.cells) + 1
    assert "exercise-1-1" in ids


def test_lines_lead_back_to_the_source(page, registry):
    file = "\n".join(["", *(line for cell in page.cells for line in cell.lines)])
    text = {cell.first + n: line for cell in page.cells if cell.kind == "code" for n, line in enumerate(cell.lines)}
    assert file
    for name in ("learner", "instructor"):
        edition = derive(page, name, registry)
        for index, cell in enumerate(edition.notebook.cells):
            if cell.cell_type == "code":
                for number, line in enumerate(cell.source.split("\n"), start=1):
                    found = text[edition.line(index, number)]
                    assert found == line or (name == "learner" and "BEGIN SOLUTION" in found and "..." in line)


def test_lines_below_a_region_lead_back_too():
    source = "x = 0\n### BEGIN SOLUTION\nx = 1\nx = 2\n### END SOLUTION\ny = x"
    page = Page("01_x", "src/lessons/01_x.py", (Cell("code", source, 10, 11, {"exercise": "1.1"}),))

    class Made:
        stub = "x = ...\nz = ..."

    assert [derive(page, "learner", {"1.1": Made()}).line(0, n) for n in (1, 2, 3, 4)] == [11, 12, 12, 16]
    assert [derive(page, "instructor", {"1.1": Made()}).line(0, n) for n in (1, 2, 3, 4)] == [11, 13, 14, 16]


cells = st.builds(
    lambda kind, source: Cell(kind, source, 1, 2),
    st.sampled_from(["code", "markdown"]),
    st.sampled_from(["a", "b", "c = 1", "d"]),
)


@given(st.lists(cells, max_size=8), st.integers(0, 8))
def test_ids_are_unique_and_outlast_a_new_cell(before, position):
    new = Cell("code", "a new one", 1, 2)
    after = [*before[:position], new, *before[position:]]
    ids = cell_ids(Page("01_x", "", tuple(before)))
    assert len(set(ids)) == len(ids)
    moved = cell_ids(Page("01_x", "", tuple(after)))
    moved.pop(min(position, len(before)))
    assert moved == ids


def test_an_exercise_keeps_its_id_when_its_solution_changes():
    one, two = (Cell("code", f"### BEGIN SOLUTION\n{n}\n### END SOLUTION", 1, 2, {"exercise": "3.12"}) for n in (1, 2))
    assert cell_ids(Page("03_x", "", (one,))) == cell_ids(Page("03_x", "", (two,))) == ["exercise-3-12"]


def test_the_same_cell_in_another_lesson_has_another_id():
    cell = (Cell("code", "a", 1, 2),)
    assert cell_ids(Page("01_x", "", cell)) != cell_ids(Page("02_x", "", cell))
