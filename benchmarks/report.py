"""Figures, their budgets, and the table in the README."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).resolve().parents[1] / "README.md"
BEGIN = "<!-- measured: begin -->\n"
END = "<!-- measured: end -->"


@dataclass(frozen=True)
class Figure:
    """One thing that was measured.

    Attributes
    ----------
    what : str
        In words, as it stands in the table.
    value : float
        In `unit`.
    unit : str
        MB (1,000,000 bytes), MiB (1,048,576 bytes), s, ms, MB/s.
    budget : float or None
        What it must stay under; ``None`` where it is only of interest.
    """

    what: str
    value: float
    unit: str
    budget: float | None = None

    @property
    def broken(self) -> bool:
        """Whether the budget is broken."""
        return self.budget is not None and self.value >= self.budget

    @property
    def shown(self) -> str:
        """The value with its unit and as many digits as mean something."""
        digits = 0 if self.value >= 20 else 1 if self.value >= 2 else 2
        return f"{self.value:,.{digits}f} {self.unit}"

    @property
    def allowed(self) -> str:
        """The budget as the table shows it."""
        return "" if self.budget is None else f"under {self.budget:g} {self.unit}"

    def line(self) -> str:
        """Return the figure as one line of plain text."""
        return f"{self.what}: {self.shown}" + (f" ({self.allowed})" if self.budget is not None else "")


def table(figures: list[Figure], machine: str, day: datetime.date) -> str:
    """Return the section of the README: one line on the machine, and a table in Markdown.

    Parameters
    ----------
    figures : list of Figure
    machine : str
        The machine in general terms.
    day : datetime.date
        When this was measured.

    Returns
    -------
    str
    """
    rows = [f"| {figure.what} | {figure.shown} | {figure.allowed or 'none'} |" for figure in figures]
    head = [
        f"On a machine with {machine}, {day.isoformat()}.",
        "",
        "| what | measured | budget |",
        "| --- | ---: | ---: |",
    ]
    return "\n".join([*head, *rows]) + "\n"


def write_into_readme(section: str, readme: Path = README, *, begin: str = BEGIN, end: str = END) -> None:
    """Replace what stands between two markers of the README.

    Parameters
    ----------
    section : str
        Whole lines.
    readme : Path
        The file.
    begin, end : str
        The markers.

    Raises
    ------
    ValueError
        If the markers are not there, each once and in order.
    """
    text = readme.read_text(encoding="utf-8")
    if text.count(begin) != 1 or text.count(end) != 1 or text.index(begin) > text.index(end):
        raise ValueError(f"{readme.name} needs {begin.strip()} and {end}, each once, in this order")
    before, _, rest = text.partition(begin)
    _, _, after = rest.partition(end)
    readme.write_text(before + begin + section + end + after, encoding="utf-8", newline="\n")
