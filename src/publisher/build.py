"""The build: everything is checked before anything runs, everything has run before anything is written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from publisher.course import load, solutions_after
from publisher.disk import notebook_text, refusals, write
from publisher.editions import derive_all
from publisher.execute import run_all
from publisher.exercises import Registry
from publisher.outputs import tidy
from publisher.problems import stop_if
from publisher.solutions import MODULE, render_solutions


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
