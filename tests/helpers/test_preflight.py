"""The check before take-off finds what is wrong, and says what helps."""

from __future__ import annotations

import io
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pandas as pd
import pytest

from helpers import preflight as module
from helpers import reference
from helpers.errors import CourseError
from helpers.preflight import preflight


def found(what: str) -> module.Finding:
    return next(finding for finding in preflight().findings if finding.what == what)


def test_all_is_well_here() -> None:
    result = preflight()
    assert result.well, repr(result)
    assert "All is well" in repr(result)
    assert "All is well" in result._repr_html_()


def test_the_oldest_versions_are_those_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=" + ".".join(map(str, module.OLDEST_PYTHON))
    lower = {need.split(">=")[0]: need.split(">=")[1].split(",")[0] for need in project["dependencies"]}
    assert set(lower) == set(module.NEEDED)
    for name, oldest in module.NEEDED.items():
        assert module._numbers(lower[name]) == module._numbers(oldest)


def test_an_old_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "OLDEST_PYTHON", (9, 0))
    assert "Install Python 9.0 or newer" in found("Python").remedy
    assert "1 of" in repr(preflight())


def test_a_missing_and_an_old_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "NEEDED", {"no-such-package": "1.0", "pandas": "99.0"})
    assert found("no-such-package").found == "not installed"
    assert found("pandas").found == metadata.version("pandas")
    assert "first command of the README" in found("pandas").remedy


def test_a_damaged_press_release(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged() -> str:
        raise CourseError("The press release was changed: get it again.")

    monkeypatch.setattr(module, "read_text", damaged)
    assert found("the press release").remedy == "The press release was changed: get it again."


def test_a_damaged_table(monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged() -> pd.DataFrame:
        raise CourseError("The table states.csv is missing.")

    monkeypatch.setattr(reference, "states", damaged)
    assert found("the tables").found == "1 of 7 can not be read"
    assert "states.csv" in preflight()._repr_html_()


def test_a_console_that_does_not_speak_utf8(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="cp1252"))
    assert "PYTHONUTF8" in found("special characters").remedy


def test_what_was_found_is_escaped() -> None:
    page = module.Preflight((module.Finding("<b>", "<script>", "<i>"),))._repr_html_()
    assert "&lt;script&gt;" in page
