"""The classroom kit holds what it should, and what goes wrong is a sentence (tests/classroom installs a real one)."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from publisher import kit, kit_files
from publisher.__main__ import main
from publisher.kit import PLATFORMS, PYTHONS, checksums, requirements, write_kit
from publisher.pages import published, read_pages
from publisher.problems import BuildError


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Put tools in place of the real ones that write down how they are called, and write wheels without content."""
    made: list[list[str]] = []

    def run(command: Sequence[str], root: Path, aim: str, given: str = "") -> str:
        made.append(list(command))
        for option, names in {"--out-dir": ["helpers-0.1.0"], "--dest": ["pip-26.3", "Jupyter_Lab-4.6.6"]}.items():
            if option in command:
                folder = Path(command[command.index(option) + 1])
                if option == "--out-dir":
                    (folder / ".gitignore").write_text("*", encoding="utf-8")  # as uv does
                for name in names:
                    (folder / f"{name}-py3-none-any.whl").write_bytes(name.encode())
        return "pip==26.3\njupyter-lab==4.6.6\n"

    monkeypatch.setattr(kit, "_run", run)
    return made


def listed(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("instructor", [False, True])
def test_the_kit_holds_the_course(root: Path, tmp_path: Path, calls: list[list[str]], instructor: bool) -> None:
    folder = tmp_path / "a new place" / "kit"
    assert set(write_kit(root, folder, instructor=instructor)) == listed(folder)
    pages = {path for path in published(read_pages(root)[0]) if instructor or "/instructor/" not in path}
    found = listed(folder)
    assert {path for path in found if path.endswith(".ipynb")} == pages
    for name in pages | {
        "README.md",
        "data/press_release.txt",
        "data/README.md",
        "notebooks/images/what_you_will_make.png",
    }:
        assert (folder / name).read_bytes() == (root / name).read_bytes()
    tops = {name.partition("/")[0] for name in found}
    ours = {"LICENSE", "LICENSE-prose.md", "CITATION.cff", "README-KIT.txt", "SHA256SUMS", "requirements.txt"}
    ours |= {"README.md"}  # pages of both editions link to it
    assert tops == ours | {"start.sh", "start.bat", "notebooks", "data", "wheels"}
    assert ("notebooks/instructor" in (folder / "README-KIT.txt").read_text(encoding="utf-8")) is instructor


def test_a_learner_s_own_work_stays_at_home(
    pretend_built: Path, tmp_path_factory: pytest.TempPathFactory, calls: list[list[str]]
) -> None:
    (pretend_built / "notebooks" / "00_start_here.ipynb").write_text("{}", encoding="utf-8")
    (pretend_built / "notebooks" / "my_01.ipynb").write_text("{}", encoding="utf-8")
    (pretend_built / "data").mkdir()
    (pretend_built / "data" / ".hidden").write_text("", encoding="utf-8")
    folder = tmp_path_factory.mktemp("stick") / "kit"
    write_kit(pretend_built, folder)
    names = listed(folder)
    assert {name for name in names if name.startswith("notebooks/")} == {
        "notebooks/01_letters.ipynb",
        "notebooks/words.ipynb",
    }
    assert not [name for name in names if "/." in name]


def test_a_notebook_in_which_somebody_has_worked_is_not_given_to_a_class(
    pretend_built: Path, tmp_path_factory: pytest.TempPathFactory, calls: list[list[str]]
) -> None:
    file = pretend_built / "notebooks" / "01_letters.ipynb"
    file.write_text(file.read_text(encoding="utf-8").replace("Counting", "Guessing"), encoding="utf-8")
    with pytest.raises(BuildError, match=r"notebooks/01_letters\.ipynb: .*somebody has worked in it"):
        write_kit(pretend_built, tmp_path_factory.mktemp("stick"))
    assert not calls


def test_the_checksums_are_those_of_the_files(root: Path, tmp_path: Path, calls: list[list[str]]) -> None:
    write_kit(root, tmp_path)
    lines = (tmp_path / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    pairs = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    assert set(pairs) == listed(tmp_path) - {"SHA256SUMS"}
    for name, digest in pairs.items():
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest
    assert checksums(tmp_path) == (tmp_path / "SHA256SUMS").read_text(encoding="utf-8")


def test_the_installer_takes_these_wheels_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "Jupyter_Lab-4.6.6-py3-none-any.whl").write_bytes(b"a")
    (tmp_path / "pip-26.3-py3-none-any.whl").write_bytes(b"b")
    digests = [hashlib.sha256(content).hexdigest() for content in (b"a", b"b")]
    assert requirements(tmp_path).splitlines() == [
        f"jupyter-lab==4.6.6 --hash=sha256:{digests[0]}",
        f"pip==26.3 --hash=sha256:{digests[1]}",
    ]


@pytest.mark.parametrize("platform", [None, *PLATFORMS])
@pytest.mark.parametrize("python", [None, *PYTHONS])
def test_both_tools_hear_for_whom_the_kit_is(python: str | None, platform: str | None) -> None:
    resolve = kit._resolve(["uv"], python, platform)
    fetch = kit._fetch(["pip"], Path("wanted.txt"), Path("wheels"), python, platform)
    assert ("--python-version" in resolve) == bool(python)
    assert ("--python-platform" in resolve) == bool(platform)
    assert ("--python-version" in fetch) == bool(python or platform)
    assert fetch.count("--platform") == len(PLATFORMS[platform].tags if platform else ())
    assert {"--no-deps", "--only-binary"} <= set(fetch)
    assert resolve[resolve.index("--constraints") + 1] == "constraints.txt"
    if python:
        assert resolve[resolve.index("--python-version") + 1] == fetch[fetch.index("--python-version") + 1] == python
    assert not [word for word in resolve + fetch if "://" in word]


def test_every_python_of_the_course_is_offered(root: Path) -> None:
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    assert tuple(re.findall(r"Python :: (3\.\d+)", text)) == PYTHONS


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--python", "3.9"], "'3.9' is none of 3.11, 3.12, 3.13"),
        (["--platform", "amiga"], "'amiga' is none of windows, macos"),
    ],
)
def test_what_cannot_be_gathered_is_a_sentence(
    tmp_path: Path, calls: list[list[str]], capsys: pytest.CaptureFixture[str], options: list[str], sentence: str
) -> None:
    assert main(["--kit", str(tmp_path / "kit"), *options]) == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert "Traceback" not in said
    assert not calls
    assert not (tmp_path / "kit").exists()


def test_a_folder_in_use_or_inside_the_course_is_refused(root: Path, tmp_path: Path, calls: list[list[str]]) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    for folder, sentence in [
        (tmp_path, "it is not empty"),
        (tmp_path / "mine.txt", "it is not empty"),
        (root / "data" / "kit", "it lies inside the course"),
    ]:
        with pytest.raises(BuildError, match=sentence):
            write_kit(root, folder)
    assert listed(tmp_path) == {"mine.txt"}
    assert not calls


def test_a_stick_that_is_full_is_a_sentence(
    root: Path, tmp_path: Path, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = shutil.copyfile

    def full(source: Any, to: Any, **options: Any) -> Any:
        if Path(to).name == "start.sh":
            raise OSError(28, "No space left on device")
        return real(source, to, **options)

    monkeypatch.setattr(kit.shutil, "copyfile", full)
    with pytest.raises(BuildError, match="could not be written there completely: No space left on device"):
        write_kit(root, tmp_path / "kit")
    assert not (tmp_path / "kit" / "SHA256SUMS").exists()


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("import sys; sys.exit('warning: old\\nerror: no matching distribution')", "says: error: no matching distrib"),
        (
            "import sys; sys.exit('error: failed\\n  × no way\\n  ╰─▶ no network')",
            "says: error: failed × no way ╰─▶ no network",
        ),
        ("import sys; sys.exit(3)", "could not fetch"),
        ("import sys; sys.exit('x' * 9_000)", "…"),
    ],
)
def test_a_tool_that_fails_is_a_sentence(root: Path, program: str, sentence: str) -> None:
    with pytest.raises(BuildError) as stopped:
        kit._run([sys.executable, "-c", program], root, "fetch the packages")
    assert sentence in str(stopped.value)
    assert len(str(stopped.value)) < 600


def test_a_tool_that_is_not_there_is_a_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BuildError, match="could not fetch"):
        kit._run([str(root / "absent")], root, "fetch the packages")
    monkeypatch.delenv("UV", raising=False)
    monkeypatch.setattr(kit.shutil, "which", lambda name: None)
    monkeypatch.setattr(kit.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(BuildError, match="the kit needs uv"):
        kit._tools()


def test_a_tool_that_waits_forever_is_a_sentence(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def waits(*command: Any, **options: Any) -> None:
        raise subprocess.TimeoutExpired("pip", options["timeout"])

    monkeypatch.setattr(kit.subprocess, "run", waits)
    with pytest.raises(BuildError, match="longer than 30 minutes"):
        kit._run(["pip"], root, "fetch the packages")


# --- what runs on a learner's computer -------------------------------------------------------------------------------


def started(name: str) -> str:
    return {file: text for file, text, _ in kit_files.files("3.12", "Windows", False)}[name]


@pytest.mark.parametrize("name", ["start.sh", "start.bat"])
def test_a_start_script_installs_from_the_folder_alone(name: str) -> None:
    text = started(name)
    assert "--no-index --find-links wheels --no-deps --no-compile --require-hashes" in text
    assert f"notebooks/{kit_files.FIRST}" in text
    assert text.isascii()
    assert "://" not in text
    assert not re.search(r"\$(version|pair|words|options|lab|first)\b(?!/)", text.replace('python$version"', ""))


def test_the_page_of_the_kit_says_how_to_begin_stop_and_begin_again() -> None:
    text = " ".join(started("README-KIT.txt").split())
    for words in (
        "double-click start.bat",
        "sh start.sh",
        "press Ctrl and C; if it asks, type y and Enter",
        "The next time, start it in the same way",
        "Each version of Python and each system needs a kit of its own",
        "not even a newer one",
        f"Kits exist for Python {PYTHONS[0]} to {PYTHONS[-1]}",
    ):
        assert words in text
    assert "$" not in text


def test_the_shell_can_read_start_sh(tmp_path: Path) -> None:
    (tmp_path / "start.sh").write_text(started("start.sh"), encoding="utf-8")
    subprocess.run(["sh", "-n", tmp_path / "start.sh"], check=True)


def test_every_jump_in_start_bat_has_a_place_to_land() -> None:
    text = started("start.bat")
    assert set(re.findall(r"goto (\w+)", text)) <= set(re.findall(r"^:(\w+)$", text, re.MULTILINE))
    assert max(map(len, text.splitlines())) < 8_000
    # Any other % would be taken for the beginning of a variable's name.
    assert "%" not in re.sub(r"%%w|%~dp0|%~1|%\*|%[A-Za-z_]+%", "", text)


def without_python(folder: Path) -> dict[str, str]:
    """Make a place where only the tools of a shell are found."""
    folder.mkdir()
    for tool in ("dirname", "cmp", "rm", "cp", "sh"):
        found = shutil.which(tool)
        assert found
        (folder / tool).symlink_to(found)
    return {"PATH": str(folder)}


def test_start_sh_says_that_python_is_missing(tmp_path: Path) -> None:
    (tmp_path / "start.sh").write_text(started("start.sh"), encoding="utf-8")
    environment = without_python(tmp_path / "bin")
    done = subprocess.run(
        ["/bin/sh", tmp_path / "start.sh"], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert done.stderr == "This kit needs Python 3.12, and this computer has none. README-KIT.txt says what to do.\n"


def test_lines_end_as_each_system_expects(root: Path, tmp_path: Path, calls: list[list[str]]) -> None:
    write_kit(root, tmp_path, python="3.12", platform="windows")
    for name, ending in {"start.bat": b"\r\n", "README-KIT.txt": b"\r\n", "start.sh": b"\n"}.items():
        content = (tmp_path / name).read_bytes()
        assert content.count(b"\n") == content.count(ending) > 10
        assert (b"\r" in content) is (ending == b"\r\n")
    assert "Python 3.12, Windows." in (tmp_path / "README-KIT.txt").read_text(encoding="utf-8")
    assert (tmp_path / "start.sh").stat().st_mode & 0o111


def test_the_command_says_how_to_go_on(
    tmp_path: Path, calls: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--kit", str(tmp_path / "kit"), "--instructor"]) == 0
    assert "README-KIT.txt says how to go on" in capsys.readouterr().out
    assert (tmp_path / "kit" / "notebooks" / "instructor").is_dir()
