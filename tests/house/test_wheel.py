"""The wheel holds the helpers and their data, nothing else, and works without the repository."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel with the build tool of this environment, so without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    return path


def test_the_wheel_holds_helpers_and_data_only(root: Path, wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if not name.endswith("/")}
    kinds = ("*.py", "*.js", "*.css")  # the last two are what a browser is sent for a widget
    modules = {
        path.relative_to(root / "src").as_posix() for kind in kinds for path in (root / "src" / "helpers").rglob(kind)
    }
    data = {
        f"helpers/{path.relative_to(root).as_posix()}"
        for path in (root / "data").rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    metadata = {name for name in names if ".dist-info/" in name}
    others = {path.relative_to(root / "src").as_posix() for path in (root / "src" / "helpers").rglob("*.*")}
    assert "helpers/data/press_release.txt" in names
    assert "helpers/widgets/elements.js" in modules
    assert modules <= names
    assert data <= names
    settings = {name for name in names if ".data/data/etc/jupyter/" in name}  # read by JupyterLab, see pyproject.toml
    assert len(settings) == 2
    assert {name for name in names - metadata - data - settings if name not in others} == set()
    assert not [name for name in names if "__pycache__" in name or name.endswith(".pyc")]


def test_the_data_in_the_wheel_is_the_data_byte_for_byte(root: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name.startswith("helpers/data/") and not name.endswith("/"):
                assert archive.read(name) == (root / name.removeprefix("helpers/")).read_bytes(), name


def test_the_helpers_work_from_the_wheel_alone(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    program = f"""
import sys
sys.path.insert(0, {str(place)!r})
import helpers.reference
assert helpers.reference.__file__.startswith({str(place)!r})
from helpers.reference import data_path, states
from helpers.texts import read_text
print(data_path("press_release.txt"), len(read_text()), len(states()))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    path, characters, states = done.stdout.rsplit(maxsplit=2)
    assert Path(path).is_relative_to(place)
    assert (int(characters), int(states)) == (4186, 195)


def test_the_metadata_say_what_the_project_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        text = archive.read(metadata).decode()
        licenses = [name for name in archive.namelist() if "/licenses/" in name]
    assert "License-Expression: BSD-3-Clause" in text
    assert [name.rpartition("/")[2] for name in licenses] == ["LICENSE"]
