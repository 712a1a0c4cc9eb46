"""The stages are light: they import the standard library, pandas with its numpy, and earlier stages."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement

# In the order of the way from bytes to statements; each knows those before it and none after it.
STAGES = ["texts", "entities", "participants", "themes", "statements"]
MODULES = {"beautifulsoup4": "bs4"}  # where a package and what it brings have two names
HEAVY = ["matplotlib", "ipywidgets", "anywidget", "IPython", "sklearn", "scipy", "traitlets", "PIL"]
LOOKERS = ["pictures", "widgets", "exercises", "pipeline"]
ROOT = Path(__file__).resolve().parents[2]
HELPERS = ROOT / "src" / "helpers"


def module_file(name: str) -> Path:
    """The file of helpers.name, be it a module or a package."""
    path = HELPERS.joinpath(*name.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


@cache
def imports(name: str) -> frozenset[str]:
    """Every module that the source of helpers.name imports anywhere, functions included, as dotted names."""
    tree = ast.parse(module_file(name).read_text(encoding="utf-8"))
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name} imports relatively; the course spells out where things come from"
            below = {f"{node.module}.{alias.name}" for alias in node.names}
            modules = {one for one in below if module_file(one.removeprefix("helpers.")).exists()}
            found |= modules if node.module == "helpers" and modules else {str(node.module)}
    return frozenset(found)


@cache
def helpers_behind(name: str) -> frozenset[str]:
    """Every module of helpers that helpers.name needs, directly or not."""
    direct = {one.removeprefix("helpers.") for one in imports(name) if one.startswith("helpers.")}
    return frozenset(direct.union(*(helpers_behind(one) for one in direct)))


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_names_only_the_standard_library_pandas_and_helpers(stage: str) -> None:
    for module in {stage, *helpers_behind(stage)}:
        foreign = {one.partition(".")[0] for one in imports(module)} - set(sys.stdlib_module_names)
        assert foreign <= {"pandas", "numpy", "helpers"}, f"helpers.{module} imports {sorted(foreign)}"


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_knows_no_later_stage_and_nothing_that_looks_at_stages(stage: str) -> None:
    later = set(STAGES[STAGES.index(stage) + 1 :]) | set(LOOKERS)
    known = {one.partition(".")[0] for one in helpers_behind(stage)}
    assert not known & later


@pytest.mark.parametrize("stage", [*STAGES, "agreement", "pipeline", "reference"])
def test_a_stage_works_where_nothing_heavy_is_installed(stage: str) -> None:
    program = f"""
import sys
for name in {HEAVY!r}:
    sys.modules[name] = None  # any import of it fails
import helpers.{stage}
from helpers.texts import read_text
assert read_text()
print("works")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert done.stdout == "works\n", done.stderr


def test_importing_helpers_loads_nothing_heavy() -> None:
    program = f"import sys, helpers; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"


def test_the_package_imports_what_it_declares_and_no_more() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {MODULES.get(name, name) for name in (Requirement(line).name for line in project["dependencies"])}
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    optional = {MODULES.get(name, name) for name in (Requirement(line).name for line in extras)}
    modules = [
        ".".join(path.relative_to(HELPERS).with_suffix("").parts).removesuffix(".__init__")
        for path in HELPERS.rglob("*.py")
        if path != HELPERS / "__init__.py"
    ]
    used = {one.partition(".")[0] for module in modules for one in imports(module)}
    third_party = used - set(sys.stdlib_module_names) - {"helpers"}
    # What pandas, matplotlib and ipywidgets bring along in any case.
    assert third_party - declared - optional <= {"numpy", "PIL", "IPython", "traitlets"}
    assert declared | optional <= third_party


def test_what_an_extra_brings_is_imported_by_no_module_when_it_is_read() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    optional = [Requirement(line).name for lines in project["optional-dependencies"].values() for line in lines]
    program = f"import sys\nfor name in {optional!r}: sys.modules[name] = None\nimport helpers.archive"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False)
    assert optional
    assert done.returncode == 0, done.stderr
