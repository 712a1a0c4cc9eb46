"""A kit is gathered, installed and used with the network off, as in a classroom without one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 900
LESSONS = ["00_start_here", "04_who_took_part"]
FAR = "192.0.2.1"  # reserved for documentation: nobody's address

# JupyterLab says "is running at" before it listens, so the only sign that counts is an answer.
START_LAB = """
import socket, subprocess, sys, time, urllib.error, urllib.request

with socket.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]
options = ["--no-browser", "--allow-root", "--ServerApp.token=", "--ServerApp.password=", f"--ServerApp.port={port}"]
server = subprocess.Popen(["sh", "start.sh", *options], stderr=sys.stderr)
address = f"http://127.0.0.1:{port}/lab/tree/notebooks/00_start_here.ipynb"
last_call = time.monotonic() + 120
try:
    while True:
        try:
            page = urllib.request.urlopen(address, timeout=60)
            break
        except urllib.error.URLError:
            if server.poll() is not None or time.monotonic() > last_call:
                raise
            time.sleep(0.1)
    print(page.status, "jupyterlab" in page.read().decode().lower())
finally:
    server.terminate()
    server.wait(timeout=60)
"""


def cut_off() -> bool:
    """Tell whether a place without any network can be made here."""
    if not shutil.which("unshare") or not shutil.which("ip"):
        return False
    command = ["unshare", "--net", "--map-root-user", "ip", "link", "set", "lo", "up"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Gather a kit. This needs a network, so it happens outside of the guard that the tests run under."""
    environment = {
        name: value for name, value in os.environ.items() if name not in ("COURSE_OFFLINE_LOG", "PYTHONPATH")
    }
    folder = tmp_path_factory.mktemp("stick") / "the kit"
    command = [sys.executable, "-m", "publisher", "--kit", str(folder)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def computer(kit: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the kit to a computer, and get that ready."""
    folder = tmp_path_factory.mktemp("computer") / "my course"
    shutil.copytree(kit, folder)
    done = in_class(folder, "sh", "start.sh", "install")
    assert done.returncode == 0, done.stderr
    assert "This computer is ready." in done.stdout
    return folder


def in_class(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a place without a network: a namespace of its own, or else under the guard in tests/offline."""
    home = folder.parent / "home"
    home.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "TMPDIR")}
    environment = kept | {"HOME": str(home), "COURSE_PYTHON": str(Path(sys.base_prefix) / "bin" / "python3")}
    if cut_off():
        inside = 'ip link set lo up && exec "$@"'
        command = ("unshare", "--net", "--map-root-user", "sh", "-c", inside, "sh", *command)
    else:
        guarded = ("COURSE_OFFLINE_LOG", "PYTHONPATH")
        environment |= {name: os.environ[name] for name in guarded}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )


def python(computer: Path) -> str:
    return str(computer / ".venv" / "bin" / "python")


def test_there_is_no_network_here(computer: Path) -> None:
    program = f"import socket; socket.create_connection(({FAR!r}, 80), 5)"
    done = in_class(computer, python(computer), "-c", program)
    assert done.returncode != 0
    assert "unreachable" in done.stderr or "works without a network" in done.stderr


def test_the_helpers_and_their_data_come_from_the_kit(computer: Path) -> None:
    program = "import helpers.reference as r; print(r.__file__); print(r.data_path('press_release.txt'))"
    done = in_class(computer, python(computer), "-c", program)
    assert done.returncode == 0, done.stderr
    places = done.stdout.splitlines()
    assert len(places) == 2
    assert all(Path(place).is_relative_to(computer) for place in places)


def test_the_versions_are_the_tested_ones(computer: Path) -> None:
    done = in_class(computer, python(computer), "-m", "pip", "freeze")
    assert done.returncode == 0, done.stderr
    installed = {
        line for line in done.stdout.splitlines() if "==" in line and not line.startswith(("pip==", "helpers=="))
    }
    tested = {line.partition(" ;")[0] for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()}
    assert len(installed) > 80
    assert {name.lower().replace("_", "-") for name in installed} <= tested
    assert in_class(computer, python(computer), "-m", "pip", "check").returncode == 0


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_runs(computer: Path, lesson: str) -> None:
    command = [python(computer), "-m", "nbconvert", "--to", "notebook", "--execute", "--output", f"my_{lesson}"]
    done = in_class(computer, *command, f"notebooks/{lesson}.ipynb")
    assert done.returncode == 0, done.stderr
    notebook = nbformat.read(computer / "notebooks" / f"my_{lesson}.ipynb", as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert cells
    assert all(cell.execution_count for cell in cells)
    assert not [output for cell in cells for output in cell.outputs if output.output_type == "error"]


def test_jupyterlab_opens_the_first_notebook(computer: Path) -> None:
    done = in_class(computer, python(computer), "-c", START_LAB)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "200 True\n"


def test_getting_ready_happens_once(computer: Path) -> None:
    done = in_class(computer, "sh", "start.sh", "install")
    assert done.stdout == "This computer is ready.\n"


def test_a_kit_that_was_damaged_on_the_way_says_so(kit: Path, tmp_path: Path) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(kit, folder)
    (wheel,) = (folder / "wheels").glob("helpers-*.whl")
    wheel.write_bytes(wheel.read_bytes()[:-1] + b"?")
    done = in_class(folder, "sh", "start.sh", "install")
    assert done.returncode == 1
    assert "was it copied completely?" in done.stderr
    assert not (folder / ".venv" / "installed.txt").exists()
