"""Compare the notebooks on disk with what their source derives, and ask whether each lesson is finished.

Nothing is run; outputs are nbval's task.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from nbformat import NotebookNode

from publisher.course import load, solutions_after
from publisher.disk import as_built, orphans, read_notebook
from publisher.editions import Edition, derive_all
from publisher.exercises import Registry
from publisher.outputs import WIDGET_VIEW, output_faults
from publisher.problems import BuildError, Problem
from publisher.rules import lesson_problems
from publisher.solutions import MODULE, render_solutions


def check(
    root: Path, names: Sequence[str], registry: Registry, accepts_undone: frozenset[str] = frozenset()
) -> list[Problem]:
    """List every drift between source and notebooks, and what a lesson still lacks.

    Parameters
    ----------
    root : Path
        The project.
    names : sequence of str
        Pages to look at; all if there is none.
    registry : mapping of str to Exercise
    accepts_undone : frozenset of str
        See `publisher.names`.

    Returns
    -------
    list of Problem
        One line for each; empty if all is as built, and every lesson is finished.
    """
    try:
        pages, chosen = load(root, names, registry, accepts_undone)
    except BuildError as stopped:
        return stopped.problems
    drifts = [problem for page in chosen for problem in lesson_problems(page, registry)]
    drifts += [drift for edition in derive_all(chosen, registry) for drift in notebook_drifts(edition, root)]
    if not names:
        drifts += [
            Problem(path, 0, "no page of src/lessons publishes it: remove it, or rename it to my_… if it is yours")
            for path in orphans(root, pages)
        ]
    module = root / MODULE
    if not module.exists() or module.read_text(encoding="utf-8") != render_solutions(
        solutions_after(root, pages, chosen)
    ):
        drifts.append(Problem(MODULE, 0, "the worked solutions differ from the lessons: run python -m publisher"))
    return drifts


def notebook_drifts(edition: Edition, root: Path) -> Iterator[Problem]:
    """List what differs between one notebook on disk and its edition.

    Parameters
    ----------
    edition : Edition
    root : Path
        The project.

    Yields
    ------
    Problem
    """
    file = root / edition.path
    remedy = f"run python -m publisher {edition.page.name}"
    if not file.exists():
        yield Problem(edition.path, 0, f"it is missing: {remedy}")
        return
    found = read_notebook(file)
    if found is None:
        yield Problem(edition.path, 0, f"it is no readable notebook: {remedy} --force")
        return
    if not as_built(found):
        remedy = f"rename it to my_… to keep it, and {remedy} --force"
    for message in _differences(edition, found):
        yield Problem(edition.path, 0, f"{message}: {remedy}")


def _differences(edition: Edition, found: NotebookNode) -> Iterator[str]:
    wanted = edition.notebook
    for key in sorted(set(wanted.metadata) | set(found.metadata)):
        if key != "course" and wanted.metadata.get(key) != found.metadata.get(key):
            yield f"the notebook's metadata differ in {key}"
    moved = list(_cell_differences(edition, found))
    yield from moved
    if not moved and wanted.metadata.course != found.metadata.get("course"):
        yield "the notebook's metadata differ in course"
    yield from _run_faults(found)


def _cell_differences(edition: Edition, found: NotebookNode) -> Iterator[str]:
    wanted = edition.notebook
    same_number = len(wanted.cells) == len(found.cells)
    if not same_number:
        yield f"it has {len(found.cells)} cells, its source has {len(wanted.cells)}"
    for number, (cell, other) in enumerate(zip(wanted.cells, found.cells, strict=False)):
        parts = [
            ("kind", cell.cell_type == other.cell_type),
            ("source", cell.source == other.source),
            ("metadata", cell.metadata == other.metadata),
            ("id", cell.id == other.get("id")),
        ]
        wrong = [part for part, equal in parts if not equal]
        if wrong:
            place = f"cell {number + 1} ({edition.page.path}:{edition.cells[number].line})"
            yield f"{place} differs in {', '.join(wrong)}"
            if not same_number:
                return  # what follows has only moved


def _run_faults(notebook: NotebookNode) -> Iterator[str]:
    """Say which code cells have not run from top to bottom, or hold outputs that no build stores."""
    count = 0
    for number, cell in enumerate(notebook.cells, start=1):
        if cell.cell_type != "code":
            continue
        count += 1
        if cell.execution_count != count:
            yield f"cell {number} has not run in its turn (count {cell.execution_count}, not {count})"
        results = [output for output in cell.outputs if output.output_type == "execute_result"]
        if any(output.execution_count != cell.execution_count for output in results):
            yield f"cell {number} holds the output of another run"
        if any(WIDGET_VIEW in output.get("data", {}) for output in cell.outputs):
            yield f"cell {number} stores a widget"
        for fault in output_faults(cell):
            yield f"cell {number}: {fault}"
