"""What the repository must not know: registries, this machine, and (but for one place) its own address."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml

# Put together here, so that this file does not name what it looks for.
KEEPERS = "|".join(["py" + "pi", "conda", "anaconda", "npm" + "js", "debian"])
REGISTRY = re.compile(rf"\b({KEEPERS})[a-z.-]*[.](org|com|io)\b|{'python' + 'hosted'}", re.IGNORECASE)
# The folders of a workplace and of its owner.
MACHINE = re.compile(r"(?<![\w.~/-])/(work|root)/\w")
BINARY = {".png", ".ico", ".gz", ".zip", ".pdf"}


def tracked(root: Path) -> list[Path]:
    """Every text file that belongs to the repository; where there is no git, every file that could."""
    command = ["git", "ls-files", "-z"]
    try:
        listed = subprocess.run(command, cwd=root, capture_output=True, check=True, encoding="utf-8").stdout
        paths = [root / name for name in sorted(set(listed.split("\0")) - {""})]
    except (OSError, subprocess.CalledProcessError):
        places = ["*.*", "LICENSE", "src/**/*.*", "tests/**/*.py", "data/**/*.*", "notebooks/[0-9]*.ipynb"]
        paths = [path for pattern in places for path in sorted(root.glob(pattern)) if "__pycache__" not in path.parts]
    return [path for path in paths if path.is_file() and path.suffix not in BINARY]


@pytest.fixture(scope="module")
def lines(root: Path) -> list[tuple[str, str]]:
    """Every line of every text file, with its place."""
    return [
        (f"{path.relative_to(root).as_posix()}:{number}", line)
        for path in tracked(root)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    ]


def test_no_registry_is_named(lines: list[tuple[str, str]]) -> None:
    assert [place for place, line in lines if REGISTRY.search(line)] == []


def test_no_path_of_a_machine_is_named(lines: list[tuple[str, str]], root: Path) -> None:
    here = [f"{folder.as_posix()}/" for folder in (root, Path.home()) if len(folder.parts) > 1]
    found = [place for place, line in lines if MACHINE.search(line) or any(folder in line for folder in here)]
    assert found == []


def test_the_search_for_what_must_not_be_named_finds_it() -> None:
    host = "files." + "python" + "hosted" + ".org"
    assert REGISTRY.search(f"see https://{host}/packages")
    assert REGISTRY.search("from https://" + "py" + "pi.org/simple")
    assert not REGISTRY.search("conda env create -f environment.yml; the channel conda-forge; npm install")
    assert MACHINE.search("open('/" + "root/project/file')")
    assert not MACHINE.search("notebooks/work/my_text.txt")


def address(root: Path) -> str:
    """The address of the repository, from the only place where it is decided."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["urls"]["Repository"]


def test_the_address_is_that_of_a_repository(root: Path) -> None:
    assert re.fullmatch(r"https://github\.com/[\w.-]+/[\w.-]+", address(root))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert list(project["urls"]) == ["Repository"]


def test_all_copies_of_the_address_agree(lines: list[tuple[str, str]], root: Path) -> None:
    owner, repository = address(root).rsplit("/", 2)[1:]
    binder = re.compile(r"mybinder\.org/v2/gh/([\w.-]+)/([\w.-]+)/")
    # Only what stands at a place for the course's own address; other repositories may be cited.
    own = {"README.md", "CITATION.cff", "CONTRIBUTING.md", "environment.yml"}
    copies = []
    for place, line in lines:
        name = place.rpartition(":")[0]
        copies += [(place, found.groups()) for found in binder.finditer(line)]
        if name in own or name.startswith(("notebooks/", "src/lessons/")):
            found = re.findall(r"github\.com/(OWNER|" + re.escape(owner) + r")/([\w-]+)", line)
            copies += [(place, one) for one in found]
    assert {place.rpartition(":")[0] for place, _ in copies} >= {"README.md", "CITATION.cff"}
    assert [copy for copy in copies if copy[1] != (owner, repository)] == []


def test_the_placeholder_is_written_in_one_way(lines: list[tuple[str, str]], root: Path) -> None:
    owner, repository = address(root).rsplit("/", 2)[1:]
    if (owner, repository) == ("OWNER", "REPO"):
        wrong = [place for place, line in lines if re.search(r"\b(USER|ORG|YOUR[_-]?NAME)/(REPO|repo)\b", line)]
    else:
        wrong = [
            place
            for place, line in lines
            if "OWNER/REPO" in line and not place.startswith(("tests/house/", "README.md", "CONTRIBUTING.md"))
        ]
    assert not wrong


def test_the_citation_is_complete(root: Path) -> None:
    citation = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["repository-code"] == address(root)
    assert str(citation["version"]) == project["version"]
    assert citation["license"] == [project["license"], "CC-BY-4.0"]
    assert {"cff-version", "message", "title", "authors", "abstract", "type"} <= set(citation)
