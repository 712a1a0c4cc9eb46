"""The course in one folder, for a class without a network: wheels, notebooks, data and a way to start."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from publisher import kit_files
from publisher.disk import as_built, read_notebook
from publisher.pages import published, read_pages
from publisher.problems import BuildError, Problem, stop_if

PATIENCE = 1800
"""So many seconds may pass until all is fetched."""

CHECKSUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Platform:
    """A kind of computer, under the names that the two tools have for it.

    Attributes
    ----------
    uv : str
        What uv calls it; it decides which packages are needed there.
    tags : tuple of str
        What names of wheels call it; they decide which files fit.
    words : str
        What a person calls it.
    """

    uv: str
    tags: tuple[str, ...]
    words: str


def _linux(machine: str, words: str) -> Platform:
    tags = [f"manylinux_2_{minor}_{machine}" for minor in (28, 27, 26, 24, 17)]
    return Platform(f"{machine}-manylinux_2_28", (*tags, f"manylinux2014_{machine}"), words)


PLATFORMS = {
    "windows": Platform("x86_64-pc-windows-msvc", ("win_amd64",), "Windows"),
    "macos": Platform(
        "aarch64-apple-darwin", ("macosx_12_0_arm64",), "macOS 12 or newer on an Apple chip (M1 or later)"
    ),
    "linux": _linux("x86_64", "Linux on PCs"),
    "linux-arm": _linux("aarch64", "Linux on 64-bit ARM"),
}
"""For which computers a kit can be gathered on any other: the tested set has a wheel of every package for them."""

PYTHONS = kit_files.PYTHONS


def write_kit(
    root: Path, folder: Path, *, python: str | None = None, platform: str | None = None, instructor: bool = False
) -> list[str]:
    """Gather all that a class needs in a folder. This is the one step that needs a network.

    Parameters
    ----------
    root : Path
        The project.
    folder : Path
        A new or empty folder, on a USB stick for example.
    python : str, optional
        The version of Python on the class's computers, as in "3.12"; that of this one by default.
    platform : str, optional
        A key of `PLATFORMS`; a computer like this one by default.
    instructor : bool, default False
        Take the instructor edition along.

    Returns
    -------
    list of str
        What is in the folder, in order.

    Raises
    ------
    BuildError
        With a sentence: what could not be done, and why.
    """
    stop_if(_objections(root, folder, python, platform, instructor))
    version = python or _here()
    uv, pip = _tools()
    with tempfile.TemporaryDirectory(prefix="course-kit-") as scratch:
        kit = Path(scratch) / "kit"
        wheels = kit / "wheels"
        wheels.mkdir(parents=True)
        _run([*uv, "build", "--quiet", "--wheel", "--out-dir", str(wheels), str(root)], root, "build the helpers")
        (wheels / ".gitignore").unlink(missing_ok=True)  # uv leaves one where it builds
        pinned = _run(_resolve(uv, python, platform), root, "find out which packages are needed", given="pip\n")
        wanted = Path(scratch) / "wanted.txt"
        wanted.write_text(pinned, encoding="utf-8")
        _run(_fetch(pip, wanted, wheels, python, platform), root, "fetch the packages")
        (kit / "requirements.txt").write_text(requirements(wheels), encoding="utf-8", newline="\n")
        _copy_course(root, kit, instructor)
        words = PLATFORMS[platform].words if platform else kit_files.this_computer()
        for name, text, ending in kit_files.files(version, words, instructor):
            (kit / name).write_text(text, encoding="utf-8", newline=ending)
        (kit / "start.sh").chmod(0o755)
        (kit / CHECKSUMS).write_text(checksums(kit), encoding="utf-8", newline="\n")
        _deliver(kit, folder)
        return sorted(path.relative_to(kit).as_posix() for path in _files(kit))


def _objections(
    root: Path, folder: Path, python: str | None, platform: str | None, instructor: bool
) -> Iterator[Problem]:
    if python is not None and python not in PYTHONS:
        yield Problem("--python", 0, f"{python!r} is none of {', '.join(PYTHONS)}")
    if platform is not None and platform not in PLATFORMS:
        yield Problem("--platform", 0, f"{platform!r} is none of {', '.join(PLATFORMS)}")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        yield Problem(str(folder), 0, "it is not empty: name a new folder for the kit")
    elif folder.resolve().is_relative_to(root.resolve()):
        yield Problem(
            str(folder), 0, "it lies inside the course, which would then contain itself: choose a place outside"
        )
    for path in _notebooks(root, instructor):
        if not as_built(read_notebook(root / path)):
            yield Problem(path, 0, "it is missing, or somebody has worked in it: build it anew, then gather the kit")


def _notebooks(root: Path, instructor: bool) -> list[str]:
    pages, problems = read_pages(root)
    stop_if(problems)
    return [path for path in published(pages) if instructor or not path.startswith("notebooks/instructor/")]


def _here() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


# --- the tools that fetch --------------------------------------------------------------------------------------------


def _tools() -> tuple[list[str], list[str]]:
    """Find uv, and a pip that runs in this Python (uv itself keeps no wheels)."""
    uv = os.environ.get("UV") or shutil.which("uv")
    if not uv and importlib.util.find_spec("uv") is None:
        raise _trouble("the kit needs uv, which is not there: python3 -m pip install uv")
    tool = [uv] if uv else [sys.executable, "-m", "uv"]
    if importlib.util.find_spec("pip") is not None:
        return tool, [sys.executable, "-m", "pip"]
    return tool, [*tool, "tool", "run", "--quiet", "--python", sys.executable, "pip"]


def _resolve(uv: Sequence[str], python: str | None, platform: str | None) -> list[str]:
    """Ask for the exact set of the learner's environment; `-` is pip itself, which unpacks the wheels in class."""
    command = [*uv, "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--no-build"]
    command += ["--python", sys.executable, "--group", "lab", "--constraints", "constraints.txt"]
    command += ["--python-version", python] if python else []
    command += ["--python-platform", PLATFORMS[platform].uv] if platform else []
    return [*command, "pyproject.toml", "-"]


def _fetch(pip: Sequence[str], wanted: Path, wheels: Path, python: str | None, platform: str | None) -> list[str]:
    command = [*pip, "download", "--quiet", "--no-input", "--disable-pip-version-check", "--no-deps"]
    command += ["--only-binary", ":all:", "--dest", str(wheels), "--requirement", str(wanted)]
    if python or platform:
        command += ["--implementation", "cp", "--python-version", python or _here()]
    for tag in PLATFORMS[platform].tags if platform else ():
        command += ["--platform", tag]
    return command


def _run(command: Sequence[str], root: Path, aim: str, given: str = "") -> str:
    try:
        done = subprocess.run(
            command,
            cwd=root,
            input=given,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _trouble(
            f"it took longer than {PATIENCE // 60} minutes to {aim}; try again with a better network"
        ) from None
    except OSError as problem:
        raise _trouble(f"could not {aim}: {problem.strerror}") from None
    if done.returncode:
        raise _trouble(f"could not {aim}. The kit is gathered while there is a network. {_reason(done.stderr)}")
    return done.stdout


def _reason(said: str) -> str:
    """Choose from what a tool complains of the lines that say why, shortened."""
    lines = [line.strip() for line in said.splitlines() if line.strip() and "warning" not in line.lower()]
    first = next((number for number, line in enumerate(lines) if line.lower().startswith(("error", "×"))), 0)
    shown = " ".join(lines[first:])
    return f"The tool says: {shown if len(shown) <= 400 else shown[:399] + '…'}" if shown else ""


def _trouble(sentence: str) -> BuildError:
    return BuildError([Problem("kit", 0, sentence)])


# --- what lies in the folder -----------------------------------------------------------------------------------------


def _copy_course(root: Path, kit: Path, instructor: bool) -> None:
    """Copy what the course publishes: a learner's own notebooks stay where they are."""
    for path in _notebooks(root, instructor):
        (kit / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, kit / path)
    for name in ("notebooks/images", "data"):
        if (root / name).is_dir():
            shutil.copytree(root / name, kit / name, ignore=shutil.ignore_patterns(".*", "my_*", "__pycache__"))
    for name in ("README.md", "LICENSE", "LICENSE-prose.md", "CITATION.cff"):
        if (root / name).exists():
            shutil.copy(root / name, kit / name)


def requirements(wheels: Path) -> str:
    """List wheels so that an installer takes these files and no others.

    Parameters
    ----------
    wheels : Path
        A folder of wheels.

    Returns
    -------
    str
        One line a wheel: name, version, checksum.
    """
    lines = []
    for wheel in sorted(wheels.glob("*.whl"), key=lambda path: path.name.lower()):
        name, version = wheel.name.split("-")[:2]
        lines.append(f"{name.replace('_', '-').lower()}=={version} --hash=sha256:{_digest(wheel)}\n")
    return "".join(lines)


def checksums(kit: Path) -> str:
    """List the checksum of every file of a folder, in the form that sha256sum reads.

    Parameters
    ----------
    kit : Path
        The folder.

    Returns
    -------
    str
        One line a file; the list itself is left out.
    """
    named = sorted((path.relative_to(kit).as_posix(), path) for path in _files(kit))
    return "".join(f"{_digest(path)}  {name}\n" for name, path in named if name != CHECKSUMS)


def _files(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _deliver(kit: Path, folder: Path) -> None:
    """Copy the kit; its list of checksums comes last, so that a kit without one is known to be unfinished."""
    try:
        for path in sorted(_files(kit), key=lambda path: (path.name == CHECKSUMS, path)):
            place = folder / path.relative_to(kit)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
            if path.stat().st_mode & stat.S_IXUSR:
                with suppress(OSError):  # the file system of a stick may not know what can be executed
                    place.chmod(0o755)
    except OSError as problem:
        sentence = f"the kit could not be written there completely: {problem.strerror}"
        raise BuildError([Problem(str(folder), 0, sentence)]) from None
