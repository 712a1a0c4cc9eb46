"""The worked solutions, taken out of the lessons into a module that `helpers.exercises.solution` shows."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path

from publisher.editions import solved_source
from publisher.source import Page

MODULE = "src/helpers/exercises/_solutions.py"
HEADER = '''"""The worked solutions of all exercises: `python -m publisher` takes them from src/lessons, do not edit."""

from __future__ import annotations

'''


def collect_solutions(pages: Sequence[Page]) -> dict[str, str]:
    r"""Take the solved exercise cells out of the pages, without markers.

    Parameters
    ----------
    pages : sequence of Page

    Returns
    -------
    dict of str to str
        Exercise id to source.

    Examples
    --------
    >>> from publisher.source import Cell
    >>> cell = Cell("code", "### BEGIN SOLUTION\nx = 1\n### END SOLUTION", 1, 2, {"exercise": "1.1"})
    >>> collect_solutions([Page("01_x", "src/lessons/01_x.py", (cell,))])
    {'1.1': 'x = 1'}
    """
    return {
        cell.exercise: textwrap.dedent(solved_source(cell))
        for page in pages
        for cell in page.code()
        if cell.exercise is not None
    }


def read_solutions(root: Path) -> dict[str, str]:
    """Read the generated module without importing it.

    Parameters
    ----------
    root : Path
        The project.

    Returns
    -------
    dict of str to str
        Empty if the module is missing or cannot be read.
    """
    try:
        tree = ast.parse((root / MODULE).read_text(encoding="utf-8"))
        return dict(ast.literal_eval(next(node for node in tree.body if isinstance(node, ast.AnnAssign)).value or ""))
    except (OSError, SyntaxError, ValueError, StopIteration):
        return {}


def render_solutions(solutions: Mapping[str, str]) -> str:
    r"""Write the generated module: the same solutions give the same text, as ruff would format it.

    Parameters
    ----------
    solutions : mapping of str to str

    Returns
    -------
    str

    Examples
    --------
    >>> print(render_solutions({"1.10": "y = 2", "1.2": "x = 1"}).partition("SOLUTIONS")[2].replace('"', "'"))
    : dict[str, str] = {
        '1.2': '''\
    x = 1''',
        '1.10': '''\
    y = 2''',
    }
    <BLANKLINE>
    """
    ordered = sorted(solutions, key=lambda name: [int(part) for part in name.split(".")])
    if not ordered:
        return HEADER + "SOLUTIONS: dict[str, str] = {}\n"
    entries = "".join(f'    "{name}": """\\\n{_quoted(solutions[name])}""",\n' for name in ordered)
    return f"{HEADER}SOLUTIONS: dict[str, str] = {{\n{entries}}}\n"


def _quoted(source: str) -> str:
    """Escape what would end or change a triple-quoted string."""
    return re.sub(r'"(?=""|\Z)', r'\\"', source.rstrip().replace("\\", "\\\\"))
