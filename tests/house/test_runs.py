"""How a run of the whole suite behaves, tried on a small course of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import nbformat
import pytest

# Files and how many tests each holds, the last of them first.
FILES = [
    ("tests/x/test_few.py", 1),
    ("notebooks/many.ipynb", 9),
    ("tests/lessons/test_07_x.py", 2),
    ("tests/browser/test_x.py", 1),
]


@pytest.fixture
def course(root: Path, tmp_path: Path) -> Path:
    """A course with one test, one test for the browser, one lesson, and what a learner left behind."""
    guard = [f"tests/offline/{name}.py" for name in ("sitecustomize", "kernel_ports", "forked_kernels")]
    for name in ["pyproject.toml", "tests/conftest.py", "tests/nbval.cfg", *guard]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(root / name, tmp_path / name)
    write(tmp_path / "tests" / "test_one.py", "def test_one():\n    assert True\n")
    write(tmp_path / "tests" / "browser" / "test_page.py", "def test_page():\n    assert True\n")
    write(tmp_path / "src" / "lessons" / "01_bytes.py", "# %%\n1 + 1\n")
    save(tmp_path / "notebooks" / "01_bytes.ipynb", "1 + 1", "2")
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def save(path: Path, source: str, shown: str) -> None:
    """Save a notebook of one cell, with the output that it claims to have."""
    output = nbformat.v4.new_output("execute_result", {"text/plain": shown}, execution_count=1)
    cell = nbformat.v4.new_code_cell(source, outputs=[output], execution_count=1)
    write(path, nbformat.writes(nbformat.v4.new_notebook(cells=[cell])))


def run(course: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run pytest as the README does: without naming a file, and (here) without workers of its own."""
    settings = {name: value for name, value in os.environ.items() if name not in ("COURSE_OFFLINE_LOG", "PYTHONPATH")}
    settings |= {"PYTEST_XDIST_WORKER": "gw0", "CHROMIUM": sys.executable, **environment}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    return subprocess.run(command, cwd=course, env=settings, capture_output=True, encoding="utf-8", check=False)


def test_a_run_leaves_alone_what_it_cannot_run_and_what_a_learner_left_behind_and_says_so(course: Path) -> None:
    for name in ("my_01.ipynb", "instructor/my_copy.ipynb", "Untitled.ipynb", ".ipynb_checkpoints/01_bytes.ipynb"):
        save(course / "notebooks" / name, "1 + 1", "wrong")
    write(course / "notebooks" / "my_notes.py", "raise SystemExit('nobody should import this')\n")
    # Each edition has a record of progress of its own: it can be made, and no other notebook has made it.
    source = "import os, pathlib\npathlib.Path(os.environ['HELPERS_PROGRESS']).open('x').close()\n1 + 1"
    save(course / "notebooks" / "01_bytes.ipynb", source, "2")
    save(course / "notebooks" / "instructor" / "01_bytes.ipynb", source, "2")

    done = run(course, CHROMIUM="/nowhere/chromium")

    assert done.returncode == 0, done.stdout
    assert "3 passed, 2 deselected" in done.stdout
    browser, learner = [line for line in done.stdout.splitlines() if line.startswith("left out")]
    assert "tests/browser" in browser
    assert "apt install chromium" in browser
    assert learner == "left out: notebooks/Untitled.ipynb, which is no notebook of the course"
    assert not list(course.rglob(".course_progress.json"))


def test_a_run_fails_if_a_notebook_reaches_for_the_network_even_where_it_catches_the_error(course: Path) -> None:
    source = "import socket\ntry:\n    socket.getaddrinfo('example.org', 443)\nexcept OSError:\n    pass\n1 + 1"
    save(course / "notebooks" / "01_bytes.ipynb", source, "2")
    done = run(course)
    assert done.returncode == 1
    assert "3 passed" in done.stdout  # the browser's stand-in, the test and the notebook: nothing else is wrong
    assert "something reached for the network: socket.getaddrinfo 'example.org'" in done.stdout


def test_what_takes_longest_comes_first_and_is_there(root: Path, pytestconfig: pytest.Config) -> None:
    suite = pytestconfig.pluginmanager.get_plugin(str(root / "tests" / "conftest.py"))
    files = [
        path.relative_to(root).as_posix() for folder in ("tests", "notebooks") for path in (root / folder).rglob("*")
    ]
    assert [name for name in suite.LONGEST if not any(file.startswith(name) for file in files)] == []

    made = {
        name: [SimpleNamespace(path=root / name, number=number) for number in range(count)] for name, count in FILES
    }
    found = suite.in_order_of_length([item for items in made.values() for item in items])
    assert [name for name, _ in FILES[::-1] for _ in made[name]] == [
        f"{i.path.relative_to(root).as_posix()}" for i in found
    ]
    assert [item.number for item in found] == [number for _, count in FILES[::-1] for number in range(count)]


def test_the_tests_with_a_browser_are_dealt_out_in_two_halves(root: Path, pytestconfig: pytest.Config) -> None:
    suite = pytestconfig.pluginmanager.get_plugin(str(root / "tests" / "conftest.py"))
    files = sorted(path.name for path in (root / "tests" / "browser").glob("test_*.py"))
    assert set(files) > suite.BROWSER_HALF
    assert len({suite.together(f"tests/browser/{file}::test_x") for file in files}) == 2
    assert suite.together("notebooks/many.ipynb::Cell 1") == "notebooks/many.ipynb"


def test_another_pytest_stops_at_once(course: Path) -> None:
    """Without the test group there is no nbval: the run must not begin."""
    command = [sys.executable, "-m", "pytest", "-p", "no:nbval", "-p", "no:nbval.plugin", "-q"]
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_ADDOPTS"}
    environment["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    done = subprocess.run(command, cwd=course, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 4
    assert "Missing required plugins" in done.stderr
    assert "nbval" in done.stderr
