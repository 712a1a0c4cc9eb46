"""What every published notebook must be: complete, light, readable where nothing runs, and mostly compared."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat import NotebookNode

from publisher.outputs import output_faults

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(path.stem for path in (ROOT / "src" / "lessons").glob("*.py") if not path.name.startswith("_"))
LESSONS = [name for name in SOURCES if name[:2].isdigit()]
FOLDERS = [ROOT / "notebooks", ROOT / "notebooks" / "instructor"]
NOTEBOOKS = [folder / f"{name}.ipynb" for folder in FOLDERS for name in SOURCES if (folder / f"{name}.ipynb").exists()]
KERNEL = {"pandas", "numpy", "matplotlib", "ipywidgets", "IPython", "helpers"}
MEGABYTE = 2**20


def read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


def code_cells(path: Path) -> list[NotebookNode]:
    return [cell for cell in read(path).cells if cell.cell_type == "code"]


def imported(cell: NotebookNode) -> set[str]:
    """The packages that a cell imports; lines of IPython's own (% and !) are no Python."""
    lines = ["" if line.lstrip().startswith(("%", "!")) else line for line in cell.source.splitlines()]
    found = set()
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(str(node.module).partition(".")[0])
    return found


def test_all_nine_lessons_are_there_in_both_editions() -> None:
    assert [name[:2] for name in LESSONS] == [f"{number:02}" for number in range(9)]
    for folder in FOLDERS:
        missing = [name for name in LESSONS if not (folder / f"{name}.ipynb").exists()]
        assert not missing, f"{folder.name}: {missing}"


def test_at_most_one_cell_in_twenty_is_not_compared() -> None:
    cells = [cell for path in NOTEBOOKS for cell in code_cells(path)]
    ignored = [cell for cell in cells if {"nbval-ignore-output", "nbval-skip"} & set(cell.metadata.get("tags", []))]
    commented = [cell for cell in cells if "NBVAL_" in cell.source]
    assert len(cells) > 100
    assert len(ignored) <= 0.05 * len(cells), f"{len(ignored)} of {len(cells)}"
    assert not commented, "nbval's comments clutter what learners read: use a tag"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT / "notebooks").as_posix())
def test_stored_outputs_can_be_read_and_show_no_error(path: Path) -> None:
    cells = code_cells(path)
    assert any(cell.outputs for cell in cells) or not cells  # a page such as the glossary may be prose alone
    assert [fault for cell in cells for fault in output_faults(cell, ROOT)] == []


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT / "notebooks").as_posix())
def test_a_notebook_imports_only_what_learners_have_and_stays_small(path: Path) -> None:
    used = set().union(*(imported(cell) for cell in code_cells(path)))
    assert used - set(sys.stdlib_module_names) <= KERNEL
    assert path.stat().st_size < 2 * MEGABYTE


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT / "notebooks").as_posix())
def test_a_notebook_installs_nothing_and_asks_no_other_machine(path: Path) -> None:
    text = "\n".join(cell.source for cell in code_cells(path))
    for word in ("pip install", "conda install", "urllib.request", "requests.get", 'read_csv("http', "!wget", "!curl"):
        assert word not in text


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.relative_to(ROOT / "notebooks").as_posix())
def test_a_notebook_carries_no_pairing_and_no_widget_state(path: Path) -> None:
    metadata = read(path).metadata
    assert "jupytext" not in metadata
    assert "widgets" not in metadata
