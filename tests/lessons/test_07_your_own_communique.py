"""Lesson 07 with a text of the learner's own: every cell runs, whatever was brought; nothing is written beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from helpers.texts import read_text

ROOT = Path(__file__).resolve().parents[2]
EDITIONS = {folder: ROOT / folder / "07_your_own_communique.ipynb" for folder in ("notebooks", "notebooks/instructor")}


def run(notebook: Path, **settings: str) -> dict[str, object]:
    """Run all code cells in one go, as Run All does, with other values for some assignments."""
    variables: dict[str, object] = {"__name__": "__main__"}
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    for source in ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"):
        for name, value in settings.items():
            source = re.sub(rf'^{name} = ("""\n"""|.*)$', lambda _, n=name, v=value: f"{n} = {v}", source, flags=re.M)
        exec(compile(source, notebook.name, "exec"), variables)
    return variables


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("HELPERS_PROGRESS", str(tmp_path / "progress" / "progress.json"))
    (tmp_path / "progress").mkdir()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


@pytest.mark.parametrize("edition", EDITIONS)
def test_untouched_it_takes_the_practice_text_and_writes_nothing(edition: str, capsys) -> None:
    after = run(EDITIONS[edition])["after"]
    assert "LSCO" in after.text
    assert "There is no text of yours yet" in capsys.readouterr().out
    assert list(Path().iterdir()) == []


def test_with_a_file_of_ones_own(capsys) -> None:
    Path("my_text.txt").write_text(read_text(), encoding="utf-8")
    variables = run(EDITIONS["notebooks"], my_file='"my_text.txt"', my_host='"SCO"', my_day='"2014-01-22"')
    after = variables["after"]
    assert after.text == read_text()
    assert after.on == "2014-01-22"
    assert after.participants["category"].value_counts()["member"] == 6
    said = capsys.readouterr().out
    assert "There is no text of yours yet" not in said
    assert "Sentence 2 of the sample has no 'Republic of Arvenia'" in said  # the marks are still those of another text
    assert [path.name for path in Path().iterdir()] == ["my_text.txt"]


def test_a_file_that_is_not_there_is_named(capsys) -> None:
    run(EDITIONS["notebooks"], my_file='"my_text.txt"')
    said = capsys.readouterr().out
    assert "There is no file my_text.txt beside this notebook." in said
    assert "this goes on with the practice text" in said


@pytest.mark.parametrize(
    "text",
    [
        "The parties met.",
        "No full stop and no name",
        "Thailand took part in Bangkok.\n\nThe parties stressed trade. " * 40,
        "Il comunicato è stato approvato il 3 maggio 2016 a Roma.",
    ],
)
def test_with_a_pasted_text_short_long_or_foreign(text: str) -> None:
    variables = run(EDITIONS["notebooks"], pasted=repr(text), my_host='"ASEAN"')
    assert variables["after"].text == text.strip()


def test_with_wrong_answers_it_still_runs_to_its_end() -> None:
    variables = run(EDITIONS["notebooks"], not_right="5", my_names='[("Haven", "IGO", 3)]')
    assert len(variables["fourth"].participants) == 13


def test_the_error_rate_is_given_with_the_learners_own_bounds_once_they_are_right(capsys) -> None:
    untouched = run(EDITIONS["notebooks"])
    assert untouched["share"] is untouched["bounds_from_above"]
    assert "Going on with the course's own of exercise 7.3" in capsys.readouterr().out
    done = run(EDITIONS["notebooks/instructor"])
    assert done["share"] is done["bounds"]
    for share in (untouched["share"], done["share"]):
        assert share(0, 0, 0) == (0, 1)
        assert share(6, 1, 3) == pytest.approx((0.6, 0.9))
    said = capsys.readouterr().out
    assert "Of 3 names that the tool marked, right: between 0.67 and 1.0" in said
    assert "count once more" not in said


def test_three_numbers_that_do_not_make_the_names_of_the_tool_are_named(capsys) -> None:
    run(EDITIONS["notebooks"], my_right="9")
    assert "Your three numbers do not make 3 together: count once more." in capsys.readouterr().out


def test_the_line_that_exports_writes_where_it_says() -> None:
    run(EDITIONS["notebooks"], folder='"my_results"')
    assert sorted(path.name for path in Path("my_results").iterdir()) == [
        "entities.csv",
        "participants.csv",
        "statements.csv",
        "summary.txt",
        "text.txt",
        "themes.csv",
    ]
