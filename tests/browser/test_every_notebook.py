"""Every notebook that learners open, and those for teachers alone, in a real JupyterLab, and under axe-core."""

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
    if path.stem in LESSONS
    and ".ipynb_checkpoints" not in path.parts
    # a solved lesson has the cells of the learners' with notes: nbval runs it, and test_accessibility reads its notes
    and not (path.parent.name == "instructor" and (ROOT / "notebooks" / path.name).exists())
)
pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", NOTEBOOKS)
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
