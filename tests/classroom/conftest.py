"""The real nbgrader in an environment of its own, and a course that it has released."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from room import ALL, MANY, WRITE, Classroom, page_of_all

ROOT = Path(__file__).resolve().parents[2]
NBGRADER = "nbgrader==0.9.6"


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Install nbgrader and the course's package into an environment of their own; give its variables."""
    folder = tmp_path_factory.mktemp("nbgrader")
    uv = os.environ.get("UV") or shutil.which("uv")
    command = [uv] if uv else [sys.executable, "-m", "uv"]
    subprocess.run([*command, "venv", "--quiet", "--python", sys.executable, folder / "venv"], check=True)
    scripts = folder / "venv" / ("Scripts" if os.name == "nt" else "bin")
    chosen = ["--python", scripts / "python", "--constraint", ROOT / "constraints.txt", NBGRADER, ROOT]
    subprocess.run([*command, "pip", "install", "--quiet", *chosen], check=True)
    ours = ("HELPERS_PROGRESS", "VIRTUAL_ENV", "MPLBACKEND", "PYTHONHOME")
    variables = {name: value for name, value in os.environ.items() if name not in ours}
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
        variables[name] = str(folder / name.lower())
    # pytest's own process may have a path to this checkout: only the installed package is to be found.
    variables["PYTHONPATH"] = str(ROOT / "tests" / "offline")
    variables["PATH"] = os.pathsep.join([str(scripts), variables["PATH"]])
    from forked_kernels import serve  # tests/conftest.py brings it in, a moment after this file

    with serve(str(scripts / "python"), variables) as forked:
        yield variables | forked


@pytest.fixture(scope="session")
def classrooms(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> list[Classroom]:
    """Write the course as a teacher would, release all of it, and give a copy of it to each core."""
    folder = tmp_path_factory.mktemp("course") / "course"
    subprocess.run([sys.executable, "-m", "publisher", "--nbgrader", folder], cwd=ROOT, check=True)
    sources = [folder / "source" / name / f"{name}.ipynb" for name in (ALL, MANY)]
    for source in sources:
        source.parent.mkdir()
    text = folder.with_name(f"{ALL}.py")
    own = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")])}
    text.write_text(page_of_all(), encoding="utf-8")
    subprocess.run([sys.executable, "-c", WRITE, text, *sources], cwd=ROOT, env=own, check=True)
    lessons = sorted(path.name for path in (folder / "source").iterdir())
    first = Classroom(folder, environment)
    first.nbgrader(["generate_assignment", lesson] for lesson in lessons)
    copies = [folder.with_name(f"course-{number}") for number in range(1, min(os.cpu_count() or 1, 4))]
    return [first, *(Classroom(Path(shutil.copytree(folder, copy)), environment) for copy in copies)]
