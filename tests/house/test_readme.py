"""The README promises; this holds it to its word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
START = "python3 -m pip install uv && python3 -m uv run jupyter lab notebooks/00_start_here.ipynb"
TEST = "python3 -m pip install uv && python3 -m uv run --group test pytest"


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(text: str) -> list[str]:
    """The contents of the fenced code blocks."""
    return [found.strip() for found in re.findall(r"```\w*\n(.*?)```", text, re.DOTALL)]


def links(text: str) -> list[str]:
    """What Markdown links and pictures point to, outside of the web."""
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    return [target.partition("#")[0] for target in targets if not re.match(r"\w+:|#", target)]


def test_the_two_commands_stand_there_each_in_one_line(readme: str) -> None:
    assert START in blocks(readme)
    assert TEST in blocks(readme)


def test_powershell_has_its_own_form(readme: str) -> None:
    assert START.replace("python3", "py").replace(" &&", ";") in blocks(readme)
    assert f"`{TEST.replace('python3', 'py').replace(' &&', ';')}`" in readme


def test_ci_runs_the_command_of_the_readme_as_it_stands(readme: str) -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert TEST in [line.strip() for line in script]


def test_the_same_commands_stand_elsewhere() -> None:
    assert TEST in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert f'"{TEST}"' in (ROOT / "tests" / "conftest.py").read_text(encoding="utf-8")
    workflow = (ROOT / ".github" / "workflows" / "test.yml").read_text(encoding="utf-8")
    assert TEST.replace("python3", "python") in workflow


def test_conda_uses_the_name_of_the_environment(readme: str) -> None:
    name = re.search(r"^name: (\S+)$", (ROOT / "environment.yml").read_text(encoding="utf-8"), re.MULTILINE)[1]
    assert f"conda env create -f environment.yml && conda activate {name} && jupyter lab" in readme


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "LICENSE-prose.md"])
def test_every_link_leads_somewhere(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert [target for target in links(text) if not (ROOT / target).exists()] == []


def test_every_picture_says_what_it_shows(readme: str) -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", readme)
    assert pictures
    assert all(len(words) > 15 for words, _ in pictures)


def test_binder_opens_the_first_notebook_in_jupyterlab_and_forgets(readme: str) -> None:
    assert "?urlpath=lab/tree/notebooks/00_start_here.ipynb)" in readme
    assert "Binder forgets" in readme


def test_the_table_gives_each_lesson_its_title_and_its_question(readme: str) -> None:
    rows = re.findall(
        r"^\| (\d\d) \| \[([^\]]+)\]\(notebooks/([^)]+)\.ipynb\)[^|]* \| ([^|]+?) \|", readme, re.MULTILINE
    )
    assert [row[0] for row in rows] == [f"{number:02}" for number in range(9)]
    for number, title, name, question in rows:
        source = (ROOT / "src" / "lessons" / f"{name}.py").read_text(encoding="utf-8")
        assert name.startswith(number)
        assert f"# *{question}*" in source, f"{name} asks another question than {question!r}"
        assert re.search(rf"^# # .*{re.escape(title)}", source, re.MULTILINE), (
            f"{name} has another title than {title!r}"
        )


def test_the_measurements_are_filled_in(readme: str) -> None:
    measured = re.search(r"<!-- measured: begin -->\n(.*?)<!-- measured: end -->", readme, re.DOTALL)[1]
    assert "| install" in measured
    assert re.search(r"Python 3\.1\d", measured)


def test_the_top_of_the_repository_holds_only_what_custom_expects() -> None:
    named = {
        *("README.md", "LICENSE", "LICENSE-prose.md", "CITATION.cff", "CONTRIBUTING.md"),
        *("environment.yml", "pyproject.toml", "constraints.txt", "uv.lock"),
        *("data", "notebooks", "src", "tests", "benchmarks"),
    }
    assert {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} <= named


def test_the_table_gives_each_lesson_the_time_that_it_states(readme: str) -> None:
    rows = re.findall(r"^\| (\d\d) \|.*\| ([^|]+) \| ([^|]*)\|$", readme, re.MULTILINE)
    assert len(rows) == 9
    for number, in_class, at_home in rows:
        (path,) = (ROOT / "src" / "lessons").glob(f"{number}_*.py")
        time = re.search(r"\*\*Time\*\* (.+)", path.read_text(encoding="utf-8"))[1]
        minutes = re.match(r"(?:core path )?(\d+|two)", time)[1]
        assert in_class.startswith(minutes), path.name
        home = re.search(r"at home (\d+)", time)
        assert at_home.strip() == (f"{home[1]} min" if home else ""), path.name
