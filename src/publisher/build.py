"""The build: everything is checked before anything runs, everything has run before anything is written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from publisher.editions import Edition, derive_all, digest
from publisher.execute import run_all
from publisher.markdown import link_problems
from publisher.outputs import tidy
from publisher.pages import notebook_path, read_pages, select
from publisher.problems import Problem, stop_if
from publisher.rules import Registry, course_problems, page_problems
from publisher.solutions import MODULE, collect_solutions, read_solutions, render_solutions
from publisher.source import Page


def load(
    root: Path, names: Sequence[str], registry: Registry, accepts_undone: frozenset[str]
) -> tuple[list[Page], list[Page]]:
    """Read the pages and check all that can be checked without running them.

    Parameters
    ----------
    root : Path
        The project.
    names : sequence of str
        Pages to look at; all, and the course as a whole, if there is none.
    registry : mapping of str to Exercise
    accepts_undone : frozenset of str
        See `publisher.names`.

    Returns
    -------
    pages : list of Page
        All of the course.
    chosen : list of Page
        Those that were named.

    Raises
    ------
    BuildError
        With all problems of the chosen pages.
    """
    pages, unread = read_pages(root)
    chosen = select(pages, names)
    paths = {page.path for page in chosen}
    problems = [problem for problem in unread if problem.path in paths]
    for page in chosen:
        problems += page_problems(page, registry, accepts_undone)
    if not names:
        published = [notebook_path(page, edition) for page in pages for edition in page.editions]
        problems += [problem for page in pages for problem in link_problems(page, root, published)]
        problems += course_problems(pages, registry)
    stop_if(problems)
    return pages, chosen


def build(
    root: Path,
    names: Sequence[str],
    registry: Registry,
    accepts_undone: frozenset[str] = frozenset(),
    *,
    force: bool = False,
) -> list[str]:
    """Build the notebooks of the named pages, or of all.

    Parameters
    ----------
    root : Path
        The project.
    names : sequence of str
    registry : mapping of str to Exercise
    accepts_undone : frozenset of str
        See `publisher.names`.
    force : bool
        Overwrite notebooks in which somebody has worked.

    Returns
    -------
    list of str
        What was written, relative to the project.

    Raises
    ------
    BuildError
        Then no notebook has been touched.
    """
    pages, chosen = load(root, names, registry, accepts_undone)
    editions = derive_all(chosen, registry)
    if not force:
        stop_if(refusals(editions, root))
    # Before the notebooks run: a lesson may show a solution.
    write(root / MODULE, render_solutions(solutions_after(root, pages, chosen)))
    stop_if(run_all(editions, root))
    stop_if(problem for edition in editions for problem in tidy(edition, root))
    for edition in editions:
        write(root / edition.path, notebook_text(edition.notebook))
    return [edition.path for edition in editions]


def solutions_after(root: Path, pages: Sequence[Page], chosen: Sequence[Page]) -> dict[str, str]:
    """Give the worked solutions: of the chosen pages from their source, of the others as they were last built.

    Parameters
    ----------
    root : Path
        The project.
    pages, chosen : sequence of Page

    Returns
    -------
    dict of str to str
    """
    others = {str(page.lesson) for page in pages if page not in chosen}
    kept = {name: text for name, text in read_solutions(root).items() if name.partition(".")[0] in others}
    return kept | collect_solutions(chosen)


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
