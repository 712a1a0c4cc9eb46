"""Notebooks on disk: read, recognized as built or as somebody's work, written at once."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from publisher.editions import Edition, digest
from publisher.pages import published
from publisher.problems import Problem
from publisher.source import Page


def refusals(editions: Sequence[Edition], root: Path) -> list[Problem]:
    """Find the notebooks that differ from their last build: somebody may have worked in them.

    Parameters
    ----------
    editions : sequence of Edition
    root : Path
        The project.

    Returns
    -------
    list of Problem
    """
    return [
        Problem(edition.path, 0, "it differs from its last build: rename it to my_… to keep it, or use --force")
        for edition in editions
        if (root / edition.path).exists() and not as_built(read_notebook(root / edition.path))
    ]


def as_built(notebook: NotebookNode | None) -> bool:
    """Whether the cells of a notebook are those of its last build.

    Parameters
    ----------
    notebook : NotebookNode or None

    Returns
    -------
    bool

    Examples
    --------
    >>> as_built(None)
    False
    """
    return notebook is not None and notebook.metadata.get("course", {}).get("digest") == digest(notebook)


def read_notebook(file: Path) -> NotebookNode | None:
    """Read a notebook.

    Parameters
    ----------
    file : Path

    Returns
    -------
    NotebookNode or None
        None if the file is none.
    """
    try:
        return nbformat.reads(file.read_text(encoding="utf-8"), as_version=4)
    except (OSError, ValueError, nbformat.reader.NotJSONError, nbformat.ValidationError):
        return None


def notebook_text(notebook: NotebookNode) -> str:
    """Write a notebook as text, always in the same order.

    Parameters
    ----------
    notebook : NotebookNode

    Returns
    -------
    str
    """
    nbformat.validate(notebook)
    return nbformat.writes(notebook, version=4) + "\n"


def write(file: Path, text: str) -> None:
    """Write a file at once: whoever reads it meanwhile sees the old one or the new one.

    Parameters
    ----------
    file : Path
    text : str
    """
    if file.exists() and file.read_bytes() == text.encode():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    with os.fdopen(handle, "wb") as stream:
        stream.write(text.encode())
    Path(name).chmod(0o644)
    Path(name).replace(file)


def orphans(root: Path, pages: Sequence[Page]) -> list[str]:
    """Find notebooks of the course that no page publishes.

    A notebook is the course's if git knows it or if it was built under its name; any other is a learner's own.

    Parameters
    ----------
    root : Path
        The project.
    pages : sequence of Page
        All of them.

    Returns
    -------
    list of str
        Paths relative to the project.
    """
    ours = set(published(pages))
    found = {file.relative_to(root).as_posix() for file in sorted((root / "notebooks").rglob("*.ipynb"))}
    others = {path for path in found - ours if ".ipynb_checkpoints" not in path}
    known = tracked_notebooks(root) if others else set()
    return sorted(path for path in others if path in known or _built_as(root / path) == Path(path).stem)


def _built_as(file: Path) -> str | None:
    notebook = read_notebook(file)
    return notebook.metadata.get("course", {}).get("lesson") if notebook else None


def tracked_notebooks(root: Path) -> set[str]:
    """List what git knows under notebooks/; nothing where there is no git.

    Parameters
    ----------
    root : Path
        The project.

    Returns
    -------
    set of str
        Paths relative to the project.
    """
    command = ["git", "ls-files", "-z", "--", "notebooks"]
    try:
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True, encoding="utf-8").stdout
    except (OSError, subprocess.CalledProcessError):
        return set()
    return set(listed.split("\0")) - {""}
