"""Both editions of a page, derived and not yet run: sources, metadata, cell ids."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from publisher.exercises import Registry, with_stub
from publisher.markdown import for_instructors
from publisher.pages import notebook_path
from publisher.quizzes import render_quiz
from publisher.source import Cell, Page, find_region

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = {"file_extension": ".py", "mimetype": "text/x-python", "name": "python", "pygments_lexer": "ipython3"}


@dataclass(frozen=True)
class Edition:
    """One notebook of a page.

    Parameters
    ----------
    page : Page
    name : str
        "learner" or "instructor".
    notebook : NotebookNode
        Without outputs, as long as it has not been run.
    cells : tuple of Cell
        The source of each of the notebook's cells.
    """

    page: Page
    name: str
    notebook: NotebookNode
    cells: tuple[Cell, ...]

    @property
    def path(self) -> str:
        """Where the notebook lies, relative to the project."""
        return notebook_path(self.page, self.name)

    def line(self, index: int, line_in_cell: int = 1) -> int:
        """Say where a line of a notebook's cell stands in the source.

        Parameters
        ----------
        index : int
            The cell.
        line_in_cell : int
            From 1.

        Returns
        -------
        int
            The line of the file.
        """
        cell, number = self.cells[index], line_in_cell - 1
        region = find_region(cell) if cell.exercise else None
        if region is None or number < region.begin:
            return cell.first + number
        if self.name == "instructor":
            return cell.first + number + (1 if number < region.end - 1 else 2)
        added = len(self.notebook.cells[index].source.split("\n")) - len(cell.lines)
        return cell.first + (region.begin if number <= region.end + added else number - added)


def derive(page: Page, edition: str, registry: Registry) -> Edition:
    """Make one edition of a page that has no problems.

    Parameters
    ----------
    page : Page
    edition : str
        "learner" or "instructor".
    registry : mapping of str to Exercise
        Gives each exercise's stub.

    Returns
    -------
    Edition

    Examples
    --------
    >>> note = Cell("markdown", "Let them guess.", 4, 5, {"tags": ["teaching-note"]})
    >>> page = Page("01_x", "src/lessons/01_x.py", (Cell("markdown", "# Hello", 1, 2), note))
    >>> [cell.source for cell in derive(page, "learner", {}).notebook.cells]
    ['# Hello']
    >>> print(derive(page, "instructor", {}).notebook.cells[1].source)
    > **Teaching note**
    >
    > Let them guess.
    """
    ids = cell_ids(page)
    chosen = [n for n, cell in enumerate(page.cells) if edition == "instructor" or not cell.only_solved]
    notebook = new_notebook(cells=[_new_cell(page.cells[n], ids[n], edition, registry) for n in chosen])
    notebook.metadata = NotebookNode(
        course=NotebookNode(digest=digest(notebook), edition=edition, lesson=page.name),
        kernelspec=NotebookNode(KERNEL),
        language_info=NotebookNode(LANGUAGE),
    )
    return Edition(page, edition, notebook, tuple(page.cells[n] for n in chosen))


def derive_all(pages: Sequence[Page], registry: Registry) -> list[Edition]:
    """Make every edition of every page.

    Parameters
    ----------
    pages : sequence of Page
    registry : mapping of str to Exercise

    Returns
    -------
    list of Edition
    """
    return [derive(page, edition, registry) for page in pages for edition in page.editions]


def _new_cell(cell: Cell, cell_id: str, edition: str, registry: Registry) -> NotebookNode:
    new = new_code_cell if cell.kind == "code" else new_markdown_cell
    source = cell_source(cell, edition, registry)
    return new(source=source, id=cell_id, metadata=NotebookNode(_cell_metadata(cell)))


def cell_source(cell: Cell, edition: str, registry: Registry) -> str:
    r"""Give a cell's source in an edition.

    Parameters
    ----------
    cell : Cell
    edition : str
        "learner" or "instructor".
    registry : mapping of str to Exercise

    Returns
    -------
    str

    Examples
    --------
    >>> cell = Cell("code", "### BEGIN SOLUTION\nx = 1\n### END SOLUTION", 1, 2, {"exercise": "1.1"})
    >>> cell_source(cell, "instructor", {})
    'x = 1'
    """
    if cell.exercise is not None:
        return solved_source(cell) if edition == "instructor" else with_stub(cell, registry[cell.exercise].stub)
    if cell.kind == "code":
        return cell.source
    source = for_instructors(cell.source) if edition == "instructor" else cell.source
    if cell.is_quiz:
        return render_quiz(source, edition)
    return teaching_note(source) if cell.is_note else source


def solved_source(cell: Cell) -> str:
    """Give an exercise cell with its solution, without the marker lines.

    Parameters
    ----------
    cell : Cell

    Returns
    -------
    str

    Examples
    --------
    >>> solved_source(Cell("code", "x = 1", 1, 2))
    'x = 1'
    """
    region = find_region(cell)
    return "\n".join(region.solved(cell.lines)).strip("\n") if region else cell.source


def teaching_note(text: str) -> str:
    r"""Set a note for instructors as a quotation that says what it is.

    Parameters
    ----------
    text : str
        Markdown.

    Returns
    -------
    str

    Examples
    --------
    >>> print(teaching_note("Wait.\n\nThen go on."))
    > **Teaching note**
    >
    > Wait.
    >
    > Then go on.
    """
    return "\n".join(f"> {line}" if line else ">" for line in ["**Teaching note**", "", *text.split("\n")])


def _cell_metadata(cell: Cell) -> dict[str, Any]:
    metadata: dict[str, Any] = {}
    if cell.exercise is not None:
        metadata["exercise"] = cell.exercise
    if "hide-input" in cell.tags:
        metadata["jupyter"] = NotebookNode(source_hidden=True)
    if cell.tags:
        metadata["tags"] = cell.tags
    return metadata


def cell_ids(page: Page) -> list[str]:
    """Give each cell an id that stays the same as long as the cell does, whatever happens around it.

    An exercise cell is called after its exercise, another cell after its lesson and content; cells of the same content
    are numbered.

    Parameters
    ----------
    page : Page

    Returns
    -------
    list of str

    Examples
    --------
    >>> cells = (Cell("code", "1 + 1", 1, 2), Cell("code", "1 + 1", 4, 5), Cell("code", "", 7, 8, {"exercise": "1.2"}))
    >>> cell_ids(Page("01_x", "src/lessons/01_x.py", cells))
    ['e82ce0d2cc3f', 'e82ce0d2cc3f-2', 'exercise-1-2']
    """
    ids: list[str] = []
    times: dict[str, int] = {}
    for cell in page.cells:
        content = "\0".join([page.name, "note" if cell.is_note else cell.kind, cell.source])
        name = hashlib.sha256(content.encode()).hexdigest()[:12]
        if cell.exercise is not None:
            name = "exercise-" + cell.exercise.replace(".", "-")
        times[name] = times.get(name, 0) + 1
        ids.append(name if times[name] == 1 else f"{name}-{times[name]}")
    return ids


def digest(notebook: NotebookNode) -> str:
    """Give a fingerprint of what the cells of a notebook say; running it does not change the fingerprint.

    Parameters
    ----------
    notebook : NotebookNode

    Returns
    -------
    str

    Examples
    --------
    >>> digest(new_notebook(cells=[])) == digest(new_notebook(cells=[new_code_cell("1")]))
    False
    """
    content = json.dumps([[cell.cell_type, cell.source] for cell in notebook.cells], ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()
