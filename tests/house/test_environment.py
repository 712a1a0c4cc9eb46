"""One environment with several faces: pyproject.toml, constraints.txt and environment.yml must say the same."""

from __future__ import annotations

import importlib.metadata
import tomllib
from itertools import groupby
from pathlib import Path

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

PYTHONS = ["3.11.2", "3.11.15", "3.12.0", "3.13.0"]
SYSTEMS = {
    "linux": {"os_name": "posix", "platform_system": "Linux"},
    "darwin": {"os_name": "posix", "platform_system": "Darwin"},
    "win32": {"os_name": "nt", "platform_system": "Windows"},
}


@pytest.fixture(scope="module")
def project(root: Path) -> dict:
    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def constraints(root: Path) -> list[str]:
    return (root / "constraints.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def environment(root: Path) -> dict:
    return yaml.safe_load((root / "environment.yml").read_text(encoding="utf-8"))


def ranges(project: dict) -> list[Requirement]:
    """All that pyproject.toml asks for: what the package imports, and both groups."""
    groups = project["dependency-groups"]
    return [Requirement(line) for line in project["project"]["dependencies"] + groups["lab"] + groups["test"]]


def chosen(constraints: list[str], python: str, system: str) -> dict[str, list[Version]]:
    """What the constraints say on one Python of one system: name to versions."""
    place = {
        **default_environment(),
        "sys_platform": system,
        **SYSTEMS[system],
        "python_version": python.rpartition(".")[0],
        "python_full_version": python,
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }
    found: dict[str, list[Version]] = {}
    for requirement in map(Requirement, constraints):
        if requirement.marker is None or requirement.marker.evaluate(place):
            (only,) = requirement.specifier
            found.setdefault(canonicalize_name(requirement.name), []).append(Version(only.version))
    return found


def test_uv_and_pip_hold_the_same_constraints(project: dict, constraints: list[str]) -> None:
    assert project["tool"]["uv"]["constraint-dependencies"] == constraints


def test_every_constraint_is_one_exact_version_without_address_or_hash(constraints: list[str]) -> None:
    assert len(constraints) > 50
    for requirement in map(Requirement, constraints):
        assert requirement.url is None
        assert not requirement.extras  # pip refuses extras in a constraint
        assert [one.operator for one in requirement.specifier] == ["=="]


def test_constraints_are_sorted_and_name_a_package_twice_only_with_markers(constraints: list[str]) -> None:
    requirements = [Requirement(line) for line in constraints]
    assert [one.name for one in requirements] == sorted(one.name for one in requirements)
    for _, same in groupby(requirements, key=lambda one: one.name):
        several = list(same)
        assert len(several) == 1 or all(one.marker for one in several)


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", PYTHONS)
def test_every_range_has_one_tested_version_on_every_python_and_system(
    project: dict, constraints: list[str], python: str, system: str
) -> None:
    versions = chosen(constraints, python, system)
    assert all(len(several) == 1 for several in versions.values())
    for wanted in ranges(project):
        (version,) = versions[canonicalize_name(wanted.name)]
        assert wanted.specifier.contains(version, prereleases=True), f"{wanted} does not allow {version}"


def test_what_runs_here_is_the_tested_set(project: dict, constraints: list[str]) -> None:
    here = {line.name: line for line in map(Requirement, constraints) if line.marker is None or line.marker.evaluate()}
    differing = []
    for wanted in ranges(project):
        installed = importlib.metadata.version(wanted.name)
        if not here[canonicalize_name(wanted.name)].specifier.contains(installed, prereleases=True):
            differing.append(f"{wanted.name} {installed}, tested {here[canonicalize_name(wanted.name)].specifier}")
    assert not differing


def test_every_range_has_a_lower_and_all_but_packaging_an_upper_end(project: dict) -> None:
    for wanted in ranges(project):
        operators = {one.operator for one in wanted.specifier}
        assert ">=" in operators, wanted
        assert "<" in operators or wanted.name == "packaging", wanted


def test_conda_and_binder_install_what_pyproject_says(project: dict, environment: dict) -> None:
    conda = [one for one in environment["dependencies"] if isinstance(one, str)]
    (pip,) = [one["pip"] for one in environment["dependencies"] if isinstance(one, dict)]
    assert conda == ["python=3.13", "pip"]
    assert environment["channels"] == ["conda-forge"]
    assert pip[0] == "-c constraints.txt"
    assert pip[-1] == "-e ."
    assert [Requirement(one) for one in pip[1:-1]] == [Requirement(one) for one in project["dependency-groups"]["lab"]]
    wanted = SpecifierSet(project["project"]["requires-python"])
    assert all(wanted.contains(python) for python in [conda[0].partition("=")[2], *PYTHONS])


def test_learners_install_nothing_but_the_lab(project: dict) -> None:
    assert project["tool"]["uv"]["default-groups"] == ["lab"]
    assert [Requirement(one).name for one in project["dependency-groups"]["lab"]] == ["jupyterlab"]
    assert {Requirement(one).name for one in project["project"]["dependencies"]} == {
        "pandas",
        "matplotlib",
        "ipywidgets",
        "anywidget",
        "beautifulsoup4",
    }


def test_the_classifiers_name_the_pythons_that_are_tested(project: dict) -> None:
    named = {line.rpartition(" ")[2] for line in project["project"]["classifiers"] if "Python :: 3." in line}
    assert named == {python.rpartition(".")[0] for python in PYTHONS}
