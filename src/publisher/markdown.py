"""What must hold in the prose: one title, headings in order, pictures with words, links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from urllib.parse import unquote

from publisher.problems import Problem
from publisher.source import Cell, Page

HEADER_SAYS = ("**Time**", "**You need**", "**Next**")
LESSON_NOTEBOOK = re.compile(r"\d\d_\w+\.ipynb")
LINK = re.compile(r"(?P<before>\]\(<?|\b(?:src|href)=[\"'])(?P<target>[^)\s\"'>]+)")
OUTSIDE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|#")
CODE_SPAN = re.compile(r"(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)")


def prose_lines(cell: Cell) -> Iterator[tuple[int, str]]:
    r"""Give the lines of a Markdown cell that are prose, without code blocks and code spans.

    Parameters
    ----------
    cell : Cell

    Yields
    ------
    line : int
        The line of the file.
    text : str

    Examples
    --------
    >>> cell = Cell("markdown", "# A\n```\n# not a heading\n```\nsay `#`", line=1, first=2)
    >>> list(prose_lines(cell))
    [(2, '# A'), (6, 'say ')]
    """
    for number, (text, in_code) in enumerate(zip(cell.lines, fenced(cell.lines), strict=True)):
        if not in_code:
            yield cell.first + number, CODE_SPAN.sub("", text)


def fenced(lines: Sequence[str]) -> Iterator[bool]:
    """Say of each line whether it belongs to a fenced code block.

    Parameters
    ----------
    lines : sequence of str

    Yields
    ------
    bool

    Examples
    --------
    >>> list(fenced(["a", "```", "b", "```", "c"]))
    [False, True, True, True, False]
    """
    fence = ""
    for text in lines:
        mark = re.match(r"\s*(?:>\s*)*(```+|~~~+)", text)
        if mark and not fence:
            fence = mark[1]
            yield True
        elif mark and mark[1].startswith(fence):
            fence = ""
            yield True
        else:
            yield bool(fence)


def headings(page: Page) -> list[tuple[int, int]]:
    """List the headings of a page.

    Parameters
    ----------
    page : Page

    Returns
    -------
    list of (int, int)
        The line of the file and the level, 1 to 6.
    """
    return [
        (line, len(mark[1]))
        for cell in page.cells
        if cell.kind == "markdown" and not cell.is_note
        for line, text in prose_lines(cell)
        if (mark := re.match(r"(#{1,6})\s+\S", text))
    ]


def outline_problems(page: Page) -> list[Problem]:
    """Check that a page has one title, that it comes first, and that no level is left out.

    Parameters
    ----------
    page : Page

    Returns
    -------
    list of Problem

    Examples
    --------
    >>> cells = (Cell("markdown", "# A", 1, 2), Cell("markdown", "### B", 4, 5))
    >>> [str(problem) for problem in outline_problems(Page("help", "src/lessons/help.py", cells))]
    ['src/lessons/help.py:5: a heading of level 3 below one of level 1: no level is left out']
    """
    problems = []
    outline = headings(page)
    first = page.cells[0]
    if not outline or outline[0] != (first.first, 1):
        problems.append(page.problem(first.line, "a page begins with its title, `# # …`"))
    previous = 1
    for number, (line, level) in enumerate(outline):
        if level == 1 and number > 0:
            problems.append(page.problem(line, "a second title: a page has one heading of level 1"))
        if level > previous + 1:
            problems.append(
                page.problem(line, f"a heading of level {level} below one of level {previous}: no level is left out")
            )
        previous = level
    return problems


def header_problems(page: Page) -> list[Problem]:
    r"""Check that a lesson's first cell says how long it takes, what it needs and what comes next.

    Parameters
    ----------
    page : Page

    Returns
    -------
    list of Problem

    Examples
    --------
    >>> cells = (Cell("markdown", "# A\n**Time** 15 · **You need** nothing", 1, 2),)
    >>> [str(problem) for problem in header_problems(Page("01_x", "src/lessons/01_x.py", cells))]
    ['src/lessons/01_x.py:1: the header cell does not say **Next**']
    """
    header = page.cells[0]
    missing = [words for words in HEADER_SAYS if header.kind != "markdown" or words not in header.source]
    return [page.problem(header.line, f"the header cell does not say {words}") for words in missing]


def prose_problems(page: Page) -> list[Problem]:
    r"""Check pictures for alternative text, and for what JupyterLab shows otherwise than it was meant.

    Parameters
    ----------
    page : Page

    Returns
    -------
    list of Problem

    Examples
    --------
    >>> cells = (Cell("markdown", "# A\n![](a.png)", 1, 2),)
    >>> [str(problem) for problem in prose_problems(Page("help", "src/lessons/help.py", cells))]
    ['src/lessons/help.py:3: a picture without alternative text: say in words what it shows']
    """
    return [
        page.problem(line, message)
        for cell in page.cells
        if cell.kind == "markdown"
        for line, message in _prose_problems(cell)
    ]


def _prose_problems(cell: Cell) -> Iterator[tuple[int, str]]:
    before = ""
    for line, text in prose_lines(cell):
        if re.search(r"!\[\s*\]", text) or lacks_alt(text):
            yield line, "a picture without alternative text: say in words what it shows"
        if re.search(r"<(style|script)\b", text, re.IGNORECASE):
            yield line, "JupyterLab drops <style> and <script>: use a style attribute"
        if re.search(r"<h[1-6]\b", text, re.IGNORECASE):
            yield line, "write headings with #, so that the outline knows them"
        if re.match(r"(=+|-+)\s*$", text) and before.strip() and not re.match(r"[#>|-]", before.strip()):
            yield line, "a line of - or = below text makes it a heading: leave an empty line between them"
        if cell.is_note and re.match(r"#{1,6}\s+\S", text):
            yield line, "no heading in a teaching note: write it in bold"
        before = text


def lacks_alt(html: str) -> bool:
    """Whether the HTML holds an image without a filled alt.

    Parameters
    ----------
    html : str

    Returns
    -------
    bool

    Examples
    --------
    >>> lacks_alt('<img src="a.png" alt="A map of twelve states">'), lacks_alt('<img src="a.png" alt="">')
    (False, True)
    """
    images = re.findall(r"<img\b[^>]*>", html, re.IGNORECASE)
    return any(not re.search(r"\balt\s*=\s*([\"'])\s*[^\"'\s]", image, re.IGNORECASE) for image in images)


def links(text: str) -> list[str]:
    """List the targets of links and pictures that lead to a file of the project.

    Parameters
    ----------
    text : str
        Markdown.

    Returns
    -------
    list of str

    Examples
    --------
    >>> links("[a](01_x.ipynb#top), [b](https://example.org), ![c](../data/c.png), [d](#d)")
    ['01_x.ipynb', '../data/c.png']
    """
    targets = [match["target"] for match in LINK.finditer(text) if not OUTSIDE.match(match["target"])]
    return [unquote(re.split(r"[#?]", target)[0]) for target in targets]


def link_problems(page: Page, root: Path, notebooks: Collection[str]) -> Iterator[Problem]:
    """Check that links lead to a file of the project; they are written as seen from notebooks/.

    Parameters
    ----------
    page : Page
    root : Path
        The project.
    notebooks : collection of str
        The notebooks that the course publishes, relative to the project; they need not be built yet.

    Yields
    ------
    Problem
    """
    folder = (root / "notebooks").resolve()
    known = {(root / path).resolve() for path in notebooks}
    for cell in page.cells:
        if cell.kind == "markdown":
            for line, text in prose_lines(cell):
                for target in links(text):
                    file = (folder / target).resolve()
                    if file not in known and (not file.exists() or file.suffix == ".ipynb"):
                        yield page.problem(line, f"the link {target} leads nowhere (as seen from notebooks/)")


def for_instructors(text: str) -> str:
    """Move links by one folder, for the edition that lies one folder deeper.

    Lessons keep to their edition; everything else (data, glossary, pictures) lies above.

    Parameters
    ----------
    text : str
        Markdown, with links as seen from notebooks/.

    Returns
    -------
    str

    Examples
    --------
    >>> for_instructors("[next](02_x.ipynb), [words](glossary.ipynb#g), ![map](../data/map.png)")
    '[next](02_x.ipynb), [words](../glossary.ipynb#g), ![map](../../data/map.png)'
    """

    def moved(match: re.Match[str]) -> str:
        target = match["target"]
        stays = OUTSIDE.match(target) or LESSON_NOTEBOOK.match(target)
        return match[0] if stays else f"{match['before']}../{target}"

    lines = text.split("\n")
    return "\n".join(
        line if in_code else LINK.sub(moved, line) for line, in_code in zip(lines, fenced(lines), strict=True)
    )
