"""Every notebook of the course in a real JupyterLab: it runs, it shows what it should, and axe-core finds no fault."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from lab_in_browser import Notebook

ROOT = Path(__file__).resolve().parents[2]
LESSONS = {path.stem for path in (ROOT / "src" / "lessons").glob("*.py")}
NOTEBOOKS = sorted(
    path.relative_to(ROOT / "notebooks").as_posix()
    for path in (ROOT / "notebooks").rglob("*.ipynb")
    if path.stem in LESSONS and ".ipynb_checkpoints" not in path.parts
)
SOLVED = [path for path in NOTEBOOKS if (ROOT / "notebooks" / Path(path).name).exists() and "/" in path]
"""The instructor editions of what learners have: the same cells with notes, and nbval runs them."""
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", [path for path in NOTEBOOKS if path not in SOLVED])
def test_a_notebook_runs_from_top_to_bottom(open_notebook: Callable[..., Notebook], shots_folder: Path, path: str):
    notebook = open_notebook(path)
    asked, raised = len(notebook.lab.outside), len(notebook.lab.problems)
    notebook.run_all()
    complaints = notebook.complaints()
    if complaints or os.environ.get("BROWSER_SHOTS"):
        notebook.shots(shots_folder, path.removesuffix(".ipynb").replace("/", "_"))
    assert complaints == []
    assert notebook.violations() == []
    assert notebook.lab.outside[asked:] == []
    assert notebook.lab.problems[raised:] == []


@pytest.mark.parametrize("path", SOLVED)
def test_a_solved_notebook_opens_with_its_notes(open_notebook: Callable[..., Notebook], path: str):
    notebook = open_notebook(path)
    assert any(cell["cell_type"] == "markdown" for cell in notebook.cells())
    assert notebook.violations() == []
    assert notebook.lab.outside == []
    assert notebook.lab.problems == []
