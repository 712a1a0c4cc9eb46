"""What is wrong, and where: one line for each thing that a person has to mend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One complaint about one place.

    Parameters
    ----------
    path : str
        The file, relative to the project, with forward slashes.
    line : int
        The line of the file, from 1; 0 where the complaint is about the whole file.
    message : str
        What is wrong and what to do.

    Examples
    --------
    >>> print(Problem("src/lessons/01_x.py", 12, "unknown tag: hide"))
    src/lessons/01_x.py:12: unknown tag: hide
    >>> print(Problem("notebooks/01_x.ipynb", 0, "it is missing"))
    notebooks/01_x.ipynb: it is missing
    """

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.message}"


class BuildError(Exception):
    """The build cannot go on; it carries every problem that was found.

    Parameters
    ----------
    problems : iterable of Problem
        Sorted and made unique.

    Examples
    --------
    >>> print(BuildError([Problem("b.py", 2, "no"), Problem("a.py", 1, "no"), Problem("b.py", 2, "no")]))
    a.py:1: no
    b.py:2: no
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def stop_if(problems: Iterable[Problem]) -> None:
    """Raise BuildError if there is any problem.

    Parameters
    ----------
    problems : iterable of Problem

    Raises
    ------
    BuildError
        With all of them.

    Examples
    --------
    >>> stop_if([])
    """
    found = list(problems)
    if found:
        raise BuildError(found)
