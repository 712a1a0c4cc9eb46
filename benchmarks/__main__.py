"""The command: uv run --group test python -m benchmarks [--budget]."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys

import psutil

from benchmarks.measure import measure_all
from benchmarks.report import Figure, table, write_into_readme


def main() -> int:
    """Measure everything; write it into the README, or compare it with the budgets.

    Returns
    -------
    int
        1 if ``--budget`` was given and a budget is broken, else 0.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--budget", action="store_true", help="write nothing; exit with 1 if a budget is broken")
    options = parser.parse_args()

    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as on a learner's computer, where Python compiles once
    figures: list[Figure] = []
    for figure in measure_all():
        print(figure.line(), flush=True)
        figures.append(figure)
    broken = [figure for figure in figures if figure.broken]
    if options.budget:
        for figure in broken:
            print(f"over budget: {figure.line()}", file=sys.stderr)
        return 1 if broken else 0
    write_into_readme(table(figures, machine(), datetime.date.today()))
    print("written into README.md" + (f"; {len(broken)} over budget" if broken else ""))
    return 0


def machine() -> str:
    """Name the machine in general terms.

    Returns
    -------
    str
        As in "2 cores, 24 GB of memory, Linux, Python 3.11.7".
    """
    memory = round(psutil.virtual_memory().total / 2**30)
    return f"{os.cpu_count()} cores, {memory} GB of memory, {platform.system()}, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
