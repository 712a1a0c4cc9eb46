"""The course as it stands in src/lessons: read, and stopped here if anything is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from publisher.exercises import Registry
from publisher.markdown import link_problems
from publisher.objectives import with_tables
from publisher.pages import published, read_pages, select
from publisher.problems import stop_if
from publisher.rules import course_problems, page_problems
from publisher.solutions import collect_solutions, read_solutions
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
        notebooks = published(pages)
        problems += [problem for page in pages for problem in link_problems(page, root, notebooks)]
        problems += course_problems(pages, registry)
    stop_if(problems)
    pages = [with_tables(page, pages, registry) for page in pages]
    return pages, select(pages, names)


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
