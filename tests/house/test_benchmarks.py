"""The figures of the README: how they are shown, compared with their budgets and written."""

from __future__ import annotations

import datetime
import re
import sys
from pathlib import Path

import pytest

from benchmarks import __main__ as command
from benchmarks import side_by_side
from benchmarks.report import BEGIN, END, Figure, table, write_into_readme
from benchmarks.texts import varied_text

FIGURES = [
    Figure("a kernel", 134.2, "MiB", 170),
    Figure("a check", 0.5321, "ms", 50),
    Figure("a lesson", 6.0, "s", 6),
    Figure("text a second", 3.14, "MB/s"),
]


def test_values_show_the_digits_that_mean_something() -> None:
    assert [figure.shown for figure in FIGURES] == ["134 MiB", "0.53 ms", "6.0 s", "3.1 MB/s"]


def test_a_budget_is_broken_when_it_is_reached() -> None:
    assert [figure.broken for figure in FIGURES] == [False, False, True, False]


def test_the_table_names_machine_day_and_budgets() -> None:
    lines = table(FIGURES, "2 cores", datetime.date(2026, 11, 24)).splitlines()
    assert lines[0] == "On a machine with 2 cores, 2026-11-24."
    assert lines[4] == "| a kernel | 134 MiB | under 170 MiB |"
    assert lines[-1] == "| text a second | 3.1 MB/s | none |"
    assert {line.count("|") for line in lines[2:]} == {4}


def test_only_what_stands_between_the_markers_is_replaced(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}old\n{END}after\n", encoding="utf-8")
    for section in ("new\n", "newer\n"):
        write_into_readme(section, readme)
        assert readme.read_text(encoding="utf-8") == f"before\n{BEGIN}{section}{END}after\n"


@pytest.mark.parametrize("text", ["none", f"{END}{BEGIN}", f"{BEGIN}{BEGIN}{END}"])
def test_a_readme_without_its_markers_is_left_alone(tmp_path: Path, text: str) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="each once"):
        write_into_readme("new\n", readme)
    assert readme.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("figures", "code"), [(FIGURES, 1), (FIGURES[:2], 0)])
def test_the_command_fails_only_over_budget(
    figures: list[Figure], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "measure_all", lambda: iter(figures))
    monkeypatch.setattr(command, "write_into_readme", lambda section: pytest.fail("--budget writes nothing"))
    monkeypatch.setattr(sys, "argv", ["benchmarks", "--budget"])
    assert command.main() == code
    assert ("over budget: a lesson" in capsys.readouterr().err) is bool(code)


def test_the_machine_is_named_in_general_terms() -> None:
    assert re.fullmatch(r"\d+ cores, \d+ GB of memory, \w+, Python 3\.\d+\.\d+\w*", command.machine())


SIDE_BY_SIDE = {
    "first": 0.14,
    "warm": 0.012,
    "one": 2.0,
    "ten": 21.0,
    "size": [1_000_000, 10_000_000],
    "spacy": ["the model", 0.04],
    "gazetteers": {"ours": {"300": 40.0, "30000": 38.0}, "ahocorasick-rs": {"300": 50.0, "30000": 48.0}},
}


def test_the_table_of_engines_says_how_many_times_as_fast() -> None:
    lines = side_by_side.table(SIDE_BY_SIDE, "2 cores", datetime.date(2026, 11, 24)).splitlines()
    assert "| `analyze`, 1 MB | 0.50 | 12 |" in lines
    assert "| `analyze`, 10 MB (10.5 times as long as 1 MB) | 0.48 | 12 |" in lines
    assert "The press release takes 140 ms the first time and 12 ms from then on." in lines
    assert lines[-1] == "| ahocorasick-rs, places alone | 50 | 48 |"


def test_a_text_to_measure_with_is_no_copy_of_itself() -> None:
    text = varied_text(60_000)
    paragraphs = text.split("\n\n")
    assert 60_000 <= len(text) < 63_000
    assert len(set(paragraphs)) == len(paragraphs)
    assert text == varied_text(60_000)
