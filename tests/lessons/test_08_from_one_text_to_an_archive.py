"""Lesson 08 where it lies, a second time, where nothing can be written, and with a folder of the learner's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from helpers import archive as module
from helpers.made_up_archive import DAMAGED
from helpers.reference import practice_text
from helpers.texts import read_text

ROOT = Path(__file__).resolve().parents[2]
NAME = "08_from_one_text_to_an_archive"
EDITIONS = {folder: ROOT / folder / f"{NAME}.ipynb" for folder in ("notebooks", "notebooks/instructor")}
GONE = "can not be written here, so a temporary one is used"


def run(notebook: Path, folder: str = "my_archive") -> dict[str, object]:
    """Run all code cells in one go, as Run All does, with another folder."""
    variables: dict[str, object] = {"__name__": "__main__"}
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    for source in ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"):
        source = re.sub(r'^my_folder = "my_archive"', f"my_folder = {folder!r}", source, flags=re.M)
        exec(compile(source, notebook.name, "exec"), variables)
    return variables


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("HELPERS_PROGRESS", str(tmp_path / "progress" / "progress.json"))
    (tmp_path / "progress").mkdir()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


@pytest.fixture
def own():
    """Make a folder of one's own: the press release, a practice text, and a text without a day."""
    Path("my_texts").mkdir()
    texts = {"page.txt": read_text(), "two.txt": practice_text(2), "undated.txt": "India and China took part."}
    for name, text in texts.items():
        Path("my_texts", name).write_text(text, encoding="utf-8")
    return "my_texts"


@pytest.mark.parametrize("edition", EDITIONS)
def test_it_writes_one_folder_and_one_file_and_runs_a_second_time(edition: str, capsys) -> None:
    said = []
    for _ in range(2):
        archive = run(EDITIONS[edition])["archive"]
        assert (len(archive.documents), archive.problems["document"].tolist()) == (60, sorted(DAMAGED))
        said.append(capsys.readouterr().out)
        assert sorted(path.name for path in Path().iterdir()) == ["my_archive", "my_archive_results.jsonl"]
    assert said[0] == said[1]
    assert GONE not in said[0]


def test_where_nothing_can_be_written_one_sentence_says_so(capsys) -> None:
    Path("my_archive").write_text("in the way", encoding="utf-8")
    assert len(run(EDITIONS["notebooks"])["archive"].documents) == 60
    assert capsys.readouterr().out.count(GONE) == 1
    assert [path.name for path in Path().iterdir()] == ["my_archive"]


def test_a_folder_of_ones_own_is_one_name_and_its_results_are_kept(own: str, monkeypatch) -> None:
    variables = run(EDITIONS["notebooks"], own)
    assert variables["archive"].documents["document"].tolist() == ["page.txt", "two.txt", "undated.txt"]
    assert variables["documents"]["year"].tolist() == [2014, 2022]
    before = {path.name: path.read_bytes() for path in Path(own).iterdir()}
    read = []
    monkeypatch.setattr(module, "analyze_document", lambda *given: read.append(given))
    run(EDITIONS["notebooks"], own)
    assert read == []
    assert {path.name: path.read_bytes() for path in Path(own).iterdir()} == before
    assert sorted(path.name for path in Path().iterdir()) == ["my_texts", "my_texts_results.jsonl"]


@pytest.mark.parametrize("text", ["The parties stressed trade.", "On 5 May 2010 nobody took part."])
def test_an_archive_of_one_poor_text_runs_to_the_end(text: str) -> None:
    Path("my_texts").mkdir()
    Path("my_texts", "one.txt").write_text(text, encoding="utf-8")
    assert len(run(EDITIONS["notebooks"], "my_texts")["archive"].documents) == 1


def test_what_the_lesson_says_of_its_archive_is_so() -> None:
    """The prose names numbers that no output shows, or long before it does."""
    variables = run(EDITIONS["notebooks/instructor"])
    states, documents, archive = (variables[name] for name in ("states", "documents", "archive"))
    prose = " ".join((ROOT / "src" / "lessons" / f"{NAME}.py").read_text(encoding="utf-8").replace("\n# ", " ").split())
    arvenia = states[states["name"] == "Arvenia"]["document"].nunique()
    assert f"It is in {arvenia} of {len(documents)} texts." in prose
    both = variables["by_year"]["Haven and Wexmoor"]
    assert (both[2023], both.loc[:2012].sum()) == (7, 0)
    assert "seven texts of 2023, and never before 2013" in prose
    assert variables["texts_by_year"].loc[[2010, 2023]].tolist() == [2, 8]
    for state, first_day, end, told in [
        ("Haven", "2012-10-08", "2020-04-17", "15 of 32 texts as an observer"),
        ("Haven", "2020-04-17", "2024-01-01", "19 of 21 as a member"),
        ("Wexmoor", "2023-03-30", "2024-01-01", "6 of 6"),
    ]:
        assert told.startswith(variables["attendance"](state, first_day, end))
        assert told in prose
    economy = variables["economy"].loc[[2010, 2013]]
    assert economy["sum"].tolist() == [4, 6]
    assert [round(100 * share) for share in economy["mean"]] == [31, 14]
    assert "(six against four)" in prose
    assert "14 of a hundred against 31" in prose
    assert (archive.documents["date"] != "").all()
    assert "there is none here" in prose
