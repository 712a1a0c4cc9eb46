"""Which pages there are, what they are called, and where their notebooks lie."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from publisher.problems import BuildError, Problem
from publisher.source import Page, parse

LESSONS = "src/lessons"
FOLDERS = {"learner": "notebooks", "instructor": "notebooks/instructor"}


def read_pages(root: Path) -> tuple[list[Page], list[Problem]]:
    """Read every page of src/lessons, in the order of their names.

    Parameters
    ----------
    root : Path
        The project.

    Returns
    -------
    pages : list of Page
        A page that cannot be read is there, without cells.
    problems : list of Problem
    """
    pages, problems = [], []
    for file in sorted((root / LESSONS).glob("*.py")):
        if file.name.startswith("_"):
            continue
        page, found = parse(file.stem, f"{LESSONS}/{file.name}", file.read_text(encoding="utf-8"))
        pages.append(page)
        problems += found
    return pages, problems


def select(pages: Sequence[Page], names: Sequence[str]) -> list[Page]:
    """Choose the pages that were named; all of them if none was.

    Parameters
    ----------
    pages : sequence of Page
    names : sequence of str
        `01_from_bytes_to_text`, its number `01`, or a path of its source or its notebook.

    Returns
    -------
    list of Page

    Raises
    ------
    BuildError
        If a name belongs to no page.

    Examples
    --------
    >>> pages = [Page("01_bytes", "src/lessons/01_bytes.py", ()), Page("help", "src/lessons/help.py", ())]
    >>> [page.name for page in select(pages, ["src/lessons/help.py"])]
    ['help']
    >>> [page.name for page in select(pages, ["01"])]
    ['01_bytes']
    """
    stems = [Path(name).stem for name in names]
    known = {page.name for page in pages} | {page.name[:2] for page in pages if page.lesson is not None}
    unknown = [stem for stem in stems if stem not in known]
    if unknown:
        listed = ", ".join(page.name for page in pages) or "none yet"
        raise BuildError(Problem(LESSONS, 0, f"there is no page {stem} (there are: {listed})") for stem in unknown)
    return [
        page
        for page in pages
        if not stems or page.name in stems or (page.lesson is not None and page.name[:2] in stems)
    ]


def notebook_path(page: Page, edition: str) -> str:
    """Say where a page's notebook lies, relative to the project.

    Parameters
    ----------
    page : Page
    edition : str
        "learner" or "instructor".

    Returns
    -------
    str

    Examples
    --------
    >>> notebook_path(Page("01_bytes", "src/lessons/01_bytes.py", ()), "instructor")
    'notebooks/instructor/01_bytes.ipynb'
    """
    return f"{FOLDERS[edition]}/{page.name}.ipynb"


def published(pages: Sequence[Page]) -> list[str]:
    """List the notebooks that pages publish, whether or not they have been built.

    Parameters
    ----------
    pages : sequence of Page

    Returns
    -------
    list of str
        Paths relative to the project.

    Examples
    --------
    >>> published([Page("01_bytes", "src/lessons/01_bytes.py", ()), Page("help", "src/lessons/help.py", ())])
    ['notebooks/01_bytes.ipynb', 'notebooks/instructor/01_bytes.ipynb', 'notebooks/help.ipynb']
    """
    return [notebook_path(page, edition) for page in pages for edition in page.editions]
