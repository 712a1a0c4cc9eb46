"""How each figure is measured. Everything runs in fresh processes, as it does for a learner."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import nbformat
import psutil
from nbclient import NotebookClient

from benchmarks.latency import latency
from benchmarks.report import Figure
from publisher.execute import kernel_environment

ROOT = Path(__file__).resolve().parents[1]
RUNS = 3  # of a notebook; the median counts
STARTS = 7  # of an interpreter
MEGABYTE = 1_000_000
MEBIBYTE = 2**20

# Printed as JSON by a fresh interpreter. Imports are timed in the order in which a notebook meets them.
IMPORTS = """
import json, time
times = [time.perf_counter()]
import pandas
times.append(time.perf_counter())
import helpers
from helpers import agreement, entities, participants, pipeline, statements, texts, themes
times.append(time.perf_counter())
print(json.dumps([times[1] - times[0], times[2] - times[1]]))
"""
# Each exercise gets all the answers that its author knows: right ones, other right ones, wrong ones.
CHECKS = """
import json, time
from helpers.exercises import EXERCISES, check
from helpers.exercises.engine import value_of
from helpers.texts import read_text
text = read_text()
times = []
for exercise in EXERCISES.values():
    given = [exercise.answers, *exercise.alternatives, *(mistake.answer for mistake in exercise.mistakes)]
    for one in given:
        answer = one if exercise.kind == "function" else value_of(one, text)
        began = time.perf_counter()
        check(exercise.id, answer)
        times.append(time.perf_counter() - began)
print(json.dumps([len(EXERCISES), times]))
"""
# What nobody expects, given to every exercise.
ODD = """
import json, time
import pandas as pd
from helpers.exercises import EXERCISES, check
endless = ["a"]
endless.append(endless)
deep = []
for _ in range(300):
    deep = [deep]
table = pd.DataFrame({"start": [1, 2], "text": ["a", None]}, index=[float("nan")] * 2)
odd = [
    "x" * 100_000, "Peru, " * 20_000, 10**5_000, [float("nan")] * 5_000, {str(n): n for n in range(4_000)},
    ["the"] * 100_000, endless, deep, table, table["text"], object(), Exception, (n for n in [1]), len, range(10**9),
]
times = []
for exercise in EXERCISES:
    check(exercise, None)
    for answer in odd:
        began = time.perf_counter()
        check(exercise, answer)
        times.append(time.perf_counter() - began)
print(json.dumps(times))
"""
# The warm figure is the median of many calls; the text is changed a little each time, so that nothing is remembered.
ANALYZE = """
import json, statistics, time
from helpers.pipeline import analyze
from helpers.texts import read_text
text = read_text()
began = time.process_time()
analyze(text)
first = time.process_time() - began
times = []
for number in range(20):
    other = text + f" Note {number}."
    began = time.process_time()
    analyze(other)
    times.append(time.process_time() - began)
print(json.dumps([first, statistics.median(times), len(text.encode())]))
"""
GAZETTEER = """
import json, time
from helpers.gazetteer import Gazetteer
from helpers.texts import read_text
gazetteer = Gazetteer.from_tables()
gazetteer.find(read_text())
text = (read_text() + "\\n") * 240
began = time.perf_counter()
gazetteer.find(text)
print(json.dumps([len(text.encode()), time.perf_counter() - began]))
"""


def measure_all() -> Iterator[Figure]:
    """Measure one thing after the other.

    Yields
    ------
    Figure
    """
    yield Figure("installed for a learner, with JupyterLab", installed_megabytes(), "MB", 400)
    yield from notebooks()
    pandas, helpers = imports()
    yield Figure("`import pandas`", pandas, "s")
    yield Figure("`import helpers` with all its stages, beyond pandas", helpers, "s", 0.1)
    yield from checks()
    yield from analysis()
    yield from latency()


def installed_megabytes() -> float:
    """Install what a learner installs into a folder of its own, and weigh it.

    Returns
    -------
    float
        MB on disk, helpers and every dependency, without the interpreter itself.
    """
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "venv"
        environment = os.environ | {"UV_PROJECT_ENVIRONMENT": str(place)}
        environment.pop("VIRTUAL_ENV", None)
        command = [*uv(), "sync", "--quiet", "--project", str(ROOT), "--python", sys.executable, "--link-mode=copy"]
        subprocess.run(command, env=environment, check=True)
        return sum(_on_disk(path) for path in place.rglob("*") if not path.is_symlink()) / MEGABYTE


def uv() -> list[str]:
    """Return how uv is started here."""
    has_module = subprocess.run([sys.executable, "-m", "uv", "--version"], capture_output=True, check=False)
    return [sys.executable, "-m", "uv"] if has_module.returncode == 0 else ["uv"]


def _on_disk(path: Path) -> int:
    status = path.stat()
    return getattr(status, "st_blocks", -(-status.st_size // 4096) * 8) * 512  # Windows does not count blocks


def notebooks() -> Iterator[Figure]:
    """Run every lesson in both editions, each several times, from the start of its kernel to its last cell.

    Yields
    ------
    Figure
        The time of each lesson (of its slower edition), then the largest kernel.
    """
    largest = 0.0
    for path in sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb")):
        slowest = 0.0
        for edition in (path, path.parent / "instructor" / path.name):
            runs = [run_notebook(edition) for _ in range(RUNS)]
            slowest = max(slowest, statistics.median(seconds for seconds, _ in runs))
            largest = max(largest, statistics.median(mebibytes for _, mebibytes in runs))
        yield Figure(f"lesson {path.name[:2]}, all cells, kernel start included", slowest, "s", 6)
    yield Figure("the largest kernel at the end of a lesson", largest, "MiB", 170)


def run_notebook(path: Path) -> tuple[float, float]:
    """Run a notebook in a fresh kernel.

    Parameters
    ----------
    path : Path
        The notebook; it is not written.

    Returns
    -------
    seconds : float
        From the start of the kernel to the end of the last cell.
    mebibytes : float
        The kernel's resident memory then.
    """
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": str(path.parent)}})
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        began = time.perf_counter()
        with client.setup_kernel(env=kernel_environment(Path(scratch)), stderr=subprocess.DEVNULL):
            for number, cell in enumerate(notebook.cells):
                client.execute_cell(cell, number)
            seconds = time.perf_counter() - began
            memory = psutil.Process(client.km.provisioner.pid).memory_info().rss
    return seconds, memory / MEBIBYTE


def imports() -> tuple[float, float]:
    """Time the imports in fresh interpreters.

    Returns
    -------
    pandas : float
        Seconds, the median.
    helpers : float
        Seconds that all stages take once pandas is there, the median.
    """
    times = [_fresh(IMPORTS) for _ in range(STARTS)]
    return statistics.median(one for one, _ in times), statistics.median(other for _, other in times)


def checks() -> Iterator[Figure]:
    """Time `check` on every answer that an exercise's author knows, and on some that nobody has thought of.

    Yields
    ------
    Figure
    """
    exercises, times = _fresh(CHECKS)
    times = sorted(1000 * one for one in times)
    percentile = statistics.quantiles(times, n=20, method="inclusive")[-1]
    yield Figure(f"a `check`, 19 of 20 ({len(times)} answers to {exercises} exercises)", percentile, "ms", 50)
    odd = [1000 * one for one in _fresh(ODD)]
    yield Figure(f"a `check` of what nobody expects, the median of {len(odd)}", statistics.median(odd), "ms", 100)


def analysis() -> Iterator[Figure]:
    """Time the whole way from text to tables.

    Yields
    ------
    Figure
    """
    first, warm, size = _fresh(ANALYZE)
    yield Figure("`analyze` on the press release, the first time", 1000 * first, "ms", 150)
    yield Figure("`analyze` on the press release, from then on", 1000 * warm, "ms", 15)
    yield Figure("`analyze` on the press release, text a second", size / warm / MEGABYTE, "MB/s")
    size, seconds = _fresh(GAZETTEER)
    yield Figure("the gazetteer alone (`Gazetteer.find`), text a second", size / seconds / MEGABYTE, "MB/s")


def _fresh(program: str) -> list:
    """Run a program in a fresh interpreter; return what it prints."""
    with tempfile.TemporaryDirectory() as scratch:
        environment = kernel_environment(Path(scratch))
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, check=True, stdout=subprocess.PIPE, encoding="utf-8"
        )
    return json.loads(done.stdout)
