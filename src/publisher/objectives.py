"""What a lesson promises: each objective of its header names the exercises that check it, and no exercise is left out.

In the header a lesson says it in one paragraph:

    **You will be able to** read a table (4.1) · say in what capacity, and count it (4.2, 4.3)

All of it, gathered in tables, is the page for teachers that holds a cell with the tag `objectives`. An exercise below
the heading `## At home` is for home, every other one for class, unless a note says "at home". Its minutes are shown
where the lesson states them: in a note, `**Exercise 4.3 (15 minutes`, `**Exercise 4.3 (15 minutes at home`, or in the
header, `the stretch exercise 20 more`.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from publisher.exercises import Registry, lesson_of
from publisher.problems import Problem
from publisher.source import Page

PROMISE = "**You will be able to**"
IDS = re.compile(r"(?P<text>.+?)\s*\((?P<ids>\d+\.\d+(?:,\s*\d+\.\d+)*)\)", re.DOTALL)
HEAD = ("You will be able to", "Exercise", "Where", "Minutes", "Level", "Points")
AT_HOME = re.compile(r"## At home\b")
TIME = re.compile(r"\*\*Time\*\*\s+(.+?)(?=\s·\s|\n[ \t]*\n|\Z)", re.DOTALL)
MINUTES = re.compile(r"\*\*Exercise (\d+\.\d+) \((\d+) minutes\b")
SET_FOR_HOME = re.compile(r"\*\*Exercise (\d+\.\d+) \(\d+ minutes at home\b")
STRETCH = re.compile(r"the stretch exercise (\d+) more\b")


class Graded(Protocol):
    """What the tables say of an exercise."""

    @property
    def title(self) -> str:
        """Its name."""
        ...

    @property
    def level(self) -> str:
        """How hard it is."""
        ...

    @property
    def points(self) -> float:
        """What it is worth."""
        ...


@dataclasses.dataclass(frozen=True)
class Objective:
    """One thing that learners will be able to do.

    Parameters
    ----------
    line : int
        The line of the file where it begins.
    text : str
        One line of Markdown.
    exercises : tuple of str
        The ids of the exercises that check it.
    """

    line: int
    text: str
    exercises: tuple[str, ...]


def objectives(page: Page) -> list[Objective]:
    r"""Read the objectives in the header of a lesson.

    Parameters
    ----------
    page : Page

    Returns
    -------
    list of Objective
        In their order; empty if the header promises nothing.

    Examples
    --------
    >>> from publisher.source import Cell
    >>> header = Cell("markdown", "# A\n\n**You will be able to** read (4.1) · count\nthem (4.2, 4.3)", 1, 2)
    >>> for objective in objectives(Page("04_x", "src/lessons/04_x.py", (header,))):
    ...     print(objective.line, objective.text, objective.exercises)
    4 read ('4.1',)
    4 count them ('4.2', '4.3')
    """
    if not page.cells or PROMISE not in page.cells[0].source:
        return []
    header = page.cells[0]
    begin = header.source.index(PROMISE) + len(PROMISE)
    paragraph = re.split(r"\n[ \t]*\n", header.source[begin:])[0]
    found = []
    for item in re.finditer(r"(?:(?!\s·\s).)+", paragraph, re.DOTALL):
        text = item[0].lstrip("\n ·")
        line = header.first + header.source.count("\n", 0, begin + item.end() - len(text))
        named = IDS.fullmatch(text.rstrip(" \n."))
        ids = re.split(r",\s*", named["ids"]) if named else []
        found.append(Objective(line, " ".join((named["text"] if named else text).split()), tuple(ids)))
    return [objective for objective in found if objective.text]


def objective_problems(page: Page, registry: Registry) -> Iterator[Problem]:
    r"""Check that every objective of a lesson is checked by an exercise, and that every exercise stands at one.

    Parameters
    ----------
    page : Page
    registry : mapping of str to Exercise

    Yields
    ------
    Problem

    Examples
    --------
    >>> from publisher.source import Cell
    >>> header = Cell("markdown", "# A\n\n**You will be able to** read · count (4.2)", 1, 2)
    >>> for problem in objective_problems(Page("04_x", "src/lessons/04_x.py", (header,)), {"4.1": "…"}):
    ...     print(problem)
    src/lessons/04_x.py:4: no exercise checks "read": name one in brackets, as in (4.1), or say it elsewhere
    src/lessons/04_x.py:4: the objective "count": there is no exercise 4.2
    src/lessons/04_x.py:4: exercise 4.1 stands at no objective of the header
    """
    promised = objectives(page)
    header = page.cells[0]
    if not promised:
        yield page.problem(header.line, f"the header cell does not say {PROMISE}")
        return
    for objective in promised:
        if not objective.exercises:
            example = f"{page.lesson}.1"
            yield page.problem(
                objective.line,
                f'no exercise checks "{objective.text}": name one in brackets, as in ({example}), or say it elsewhere',
            )
        for name in objective.exercises:
            if name not in registry:
                yield page.problem(objective.line, f'the objective "{objective.text}": there is no exercise {name}')
            elif lesson_of(name) != page.lesson:
                yield page.problem(
                    objective.line, f'the objective "{objective.text}": exercise {name} is of another lesson'
                )
    checked = {name for objective in promised for name in objective.exercises}
    for name in registry:
        if lesson_of(name) == page.lesson and name not in checked:
            yield page.problem(promised[0].line, f"exercise {name} stands at no objective of the header")


def with_tables(page: Page, pages: Sequence[Page], exercises: Mapping[str, Graded]) -> Page:
    """Put the tables of all objectives below the text of the cells with the tag `objectives`.

    Parameters
    ----------
    page : Page
    pages : sequence of Page
        All pages of the course.
    exercises : mapping of str to Exercise

    Returns
    -------
    Page
        The same one if it has no such cell.

    Examples
    --------
    >>> from publisher.source import Cell
    >>> page = Page("help", "src/lessons/help.py", (Cell("markdown", "# Help", 1, 2),))
    >>> with_tables(page, [page], {}) is page
    True
    """
    if not any(cell.shows_objectives for cell in page.cells):
        return page
    tables = objective_tables(pages, exercises)
    return dataclasses.replace(
        page,
        cells=tuple(
            dataclasses.replace(cell, source=f"{cell.source}\n\n{tables}") if cell.shows_objectives else cell
            for cell in page.cells
        ),
    )


def objective_tables(pages: Sequence[Page], exercises: Mapping[str, Graded]) -> str:
    r"""Write what all lessons promise: a table for each, one row for each exercise that checks an objective.

    Parameters
    ----------
    pages : sequence of Page
        All pages of the course.
    exercises : mapping of str to Exercise

    Returns
    -------
    str
        Markdown.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> from publisher.source import Cell
    >>> header = Cell("markdown", "# 4 · Who?\n\n**You will be able to** read (4.1) · count (4.1)", 1, 2)
    >>> made = {"4.1": SimpleNamespace(title="All of them", level="together", points=2)}
    >>> cells = (header, Cell("code", "...", 6, 7, {"exercise": "4.1"}))
    >>> print(objective_tables([Page("04_who", "src/lessons/04_who.py", cells)], made))
    **The course in numbers:** 2 objectives, 1 exercise, 2 points.
    <BLANKLINE>
    ## [4 · Who?](04_who.ipynb)
    <BLANKLINE>
    | You will be able to | Exercise | Where | Minutes | Level | Points |
    | :--- | :--- | :--- | ---: | :--- | ---: |
    | read | 4.1 All of them | class |  | together | 2 |
    | count | 4.1 All of them | class |  | together | 2 |
    <BLANKLINE>
    2 objectives, 1 exercise, 2 points
    """
    parts = []
    total: list[Objective] = []
    for page in pages:
        promised = [known for objective in objectives(page) if (known := _known(objective, exercises)).exercises]
        if promised and page.lesson is not None:
            total += promised
            table = "\n".join(_table(page, promised, exercises))
            parts += [_title(page), *_time(page), table, _numbers(promised, exercises)]
    return "\n\n".join([f"**The course in numbers:** {_numbers(total, exercises)}.", *parts])


def _known(objective: Objective, exercises: Mapping[str, Graded]) -> Objective:
    """Leave out what `objective_problems` complains of, where that lesson is not the one that is built."""
    return dataclasses.replace(objective, exercises=tuple(name for name in objective.exercises if name in exercises))


def _title(page: Page) -> str:
    return f"## [{page.cells[0].lines[0].lstrip('# ')}]({page.name}.ipynb)"


def _time(page: Page) -> list[str]:
    """Repeat what the header says of the lesson's minutes, if it says anything."""
    said = TIME.search(page.cells[0].source)
    return [f"**Time** {' '.join(said[1].split()).removesuffix('.')}."] if said else []


def for_home(page: Page) -> set[str]:
    """Give the exercises of a lesson that stand below its heading `## At home`, or that a note sets for home.

    Parameters
    ----------
    page : Page

    Returns
    -------
    set of str
        Their ids.

    Examples
    --------
    >>> from publisher.source import Cell
    >>> cells = [Cell("code", "...", 1, 2, {"exercise": "4.1"}), Cell("markdown", "## At home", 4, 5)]
    >>> cells += [Cell("code", "...", 7, 8, {"exercise": "4.2"})]
    >>> for_home(Page("04_x", "src/lessons/04_x.py", tuple(cells)))
    {'4.2'}
    >>> note = Cell("markdown", "**Exercise 4.1 (10 minutes at home).** Wait.", 9, 9, {"tags": ["teaching-note"]})
    >>> sorted(for_home(Page("04_x", "src/lessons/04_x.py", (*cells, note))))
    ['4.1', '4.2']
    """
    headings = [cell.line for cell in page.cells if cell.kind == "markdown" and AT_HOME.match(cell.source)]
    begins = min(headings, default=math.inf)
    below = {cell.exercise for cell in page.cells if cell.exercise is not None and cell.line > begins}
    return below.union(*(SET_FOR_HOME.findall(cell.source) for cell in page.cells if cell.is_note))


def stated_minutes(page: Page, exercises: Mapping[str, Graded]) -> dict[str, str]:
    """Give the minutes of those exercises for which the lesson states them.

    Parameters
    ----------
    page : Page
    exercises : mapping of str to Exercise

    Returns
    -------
    dict of str to str
        Minutes by id.

    Examples
    --------
    >>> from publisher.source import Cell
    >>> note = Cell("markdown", "**Exercise 4.3 (15 minutes).** Wait.", 4, 5, {"tags": ["teaching-note"]})
    >>> stated_minutes(Page("04_x", "src/lessons/04_x.py", (Cell("markdown", "# A", 1, 2), note)), {})
    {'4.3': '15'}
    """
    stretch = STRETCH.search(" ".join(page.cells[0].source.split()))
    meant = [name for name in exercises if lesson_of(name) == page.lesson and exercises[name].level == "stretch"]
    found = dict.fromkeys(meant, stretch[1]) if stretch and len(meant) == 1 else {}
    for cell in page.cells:
        if cell.is_note:
            found |= dict(MINUTES.findall(cell.source))
    return found


def _table(page: Page, promised: Sequence[Objective], exercises: Mapping[str, Graded]) -> Iterator[str]:
    home, minutes = for_home(page), stated_minutes(page, exercises)
    yield _row(HEAD)
    yield _row((":---", ":---", ":---", "---:", ":---", "---:"))
    for objective in promised:
        for name in objective.exercises:
            exercise, where = exercises[name], "home" if name in home else "class"
            told = (f"{name} {exercise.title}", where, minutes.get(name, ""), exercise.level, f"{exercise.points:g}")
            yield _row((objective.text, *told))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def _numbers(promised: Sequence[Objective], exercises: Mapping[str, Graded]) -> str:
    names = {name for objective in promised for name in objective.exercises}
    points = sum(exercises[name].points for name in names)
    return ", ".join(
        f"{number:g} {noun}" + ("" if number == 1 else "s")
        for number, noun in ((len(promised), "objective"), (len(names), "exercise"), (points, "point"))
    )
