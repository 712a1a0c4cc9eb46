"""Progress goes from one place to another in one small file, and nothing gets lost on the way."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbclient import NotebookClient

from helpers.exercises import load_progress, progress, record, save_progress

NAMES = ["0.1", "1.1", "9.99", "a later lesson"]
entries = st.builds(
    lambda status, points: {"status": status, "points": points},
    st.sampled_from(["not started", "not yet", "done"]),
    st.floats(0, 9),
)
records = st.dictionaries(st.sampled_from(NAMES), entries)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.setenv("HELPERS_PROGRESS", str(tmp_path / "progress.json"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(exercises: object, version: object = 1) -> str:
    return json.dumps({"version": version, "exercises": exercises})


DONE = {"status": "done", "points": 2.0}
BEGUN = {"status": "not yet", "points": 0.0}


def test_there_and_back(here):
    record.keep("0.1", "done", 1)
    record.keep("1.1", "not yet", 0)
    kept = record.read()[0]
    page = save_progress()
    assert (page.label, page.text) == ("saved", "Saved what is done in 2 exercises as `my_progress.json`.")
    assert json.loads((here / "my_progress.json").read_text(encoding="utf-8"))["version"] == record.VERSION
    (here / "progress.json").unlink()
    assert load_progress().label == "loaded"
    assert record.read() == (kept, "")
    assert "nothing in it was new" in load_progress().text
    assert {path.name for path in here.iterdir()} == {"progress.json", "my_progress.json"}


def test_the_better_of_two_counts_and_what_is_unknown_stays(here):
    record.keep("0.1", "done", 1)
    record.keep("1.1", "not yet", 0)
    (here / "theirs.json").write_text(written({"0.1": BEGUN, "1.1": DONE, "42.7": DONE}), encoding="utf-8")
    assert "2 exercises came in or became better" in load_progress("theirs.json").text
    assert record.read()[0] == {"0.1": {"status": "done", "points": 1.0}, "1.1": DONE, "42.7": DONE}
    assert {row[1]: row[4] for row in progress().rows}["1.1"] == "done"
    record.keep("2.1", "done", 1)
    assert record.read()[0]["42.7"] == DONE


def test_saving_over_an_older_file_loses_nothing(here):
    """On Binder: the file was uploaded, and somebody saves before loading."""
    (here / "my_progress.json").write_text(written({"1.1": DONE, "42.7": DONE}), encoding="utf-8")
    record.keep("1.1", "not yet", 0)
    assert save_progress().label == "saved"
    assert json.loads((here / "my_progress.json").read_text(encoding="utf-8"))["exercises"] == {
        "1.1": DONE,
        "42.7": DONE,
    }


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"version": 1}',
        written({"1.1": {"status": "odd", "points": 1}}),
        written({"1.1": {"status": "done", "points": float("nan")}}),
        written({"1.1": {"status": "done", "points": -1}}),
        written({"1.1": {"status": ["done"], "points": 1}}),
        written({}, version=0),
        written({}, version="1"),
        written({}, version=record.VERSION + 1),
        "[" * 100_000,
        " " * (record.LARGEST + 1),
        b"\xff\xfe\x00",
    ],
    ids=range(14),
)
def test_a_damaged_or_newer_file_is_a_sentence_and_nothing_is_lost(here, content):
    content = content if isinstance(content, bytes) else content.encode()
    (here / "my_progress.json").write_bytes(content)
    record.keep("1.1", "done", 2)
    for page in (load_progress(), save_progress()):
        assert page.label in ("not loaded", "not saved")
        assert page.text.startswith("Nothing was ")
        assert page.text.endswith(".")
    assert (here / "my_progress.json").read_bytes() == content
    assert record.read() == ({"1.1": DONE}, "")


def test_progress_of_a_newer_version_is_left_alone(here):
    newer = written({"1.1": DONE}, version=record.VERSION + 1)
    (here / "progress.json").write_text(newer, encoding="utf-8")
    (here / "my_progress.json").write_text(written({"1.1": DONE}), encoding="utf-8")
    assert "newer version" in record.keep("1.2", "done", 1)
    assert "newer version" in progress().note
    assert "newer version" in save_progress("other.json").text
    assert "newer version" in load_progress().text
    assert (here / "progress.json").read_text(encoding="utf-8") == newer


def test_a_folder_that_can_not_be_written_is_one_sentence(here, monkeypatch):
    record.keep("1.1", "done", 2)
    (here / "theirs.json").write_text(written({"1.2": DONE}), encoding="utf-8")

    def forbidden(*args, **kwargs):
        raise PermissionError

    monkeypatch.setattr(record.tempfile, "mkstemp", forbidden)
    assert save_progress().text == "Nothing was saved: `my_progress.json` can not be written here."
    assert load_progress("theirs.json").text == "Nothing was changed: your progress can not be kept here."
    assert record.read()[0] == {"1.1": DONE}


def test_a_write_that_fails_leaves_the_old_file(here, monkeypatch):
    record.keep("1.1", "done", 2)
    save_progress()
    before = (here / "my_progress.json").read_bytes()
    record.keep("1.2", "done", 2)

    def breaks(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(record.json, "dump", breaks)
    assert save_progress().label == "not saved"
    assert (here / "my_progress.json").read_bytes() == before
    assert {path.name for path in here.iterdir()} == {"progress.json", "my_progress.json"}


def test_progress_that_can_not_be_read_is_not_written_over(here, monkeypatch):
    record.keep("1.1", "done", 2)
    (here / "theirs.json").write_text(written({"1.2": DONE}), encoding="utf-8")
    real = Path.read_text

    def forbidden(self, *args, **kwargs):
        if self.name == "progress.json":
            raise PermissionError
        return real(self, *args, **kwargs)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_text", forbidden)
        assert load_progress("theirs.json").label == "not loaded"
        assert save_progress("other.json").label == "not saved"
        assert "can not be kept" in record.keep("1.2", "done", 2)
    assert record.read() == ({"1.1": DONE}, "")


@pytest.mark.parametrize("path", [None, 3, "", "  ", "a\0b", ["my_progress.json"], ...], ids=repr)
def test_what_is_no_name_of_a_file(here, path):
    record.keep("1.1", "done", 2)
    for page in (save_progress(path), load_progress(path)):
        assert "in quotes" in page.text
    assert [found.name for found in here.iterdir()] == ["progress.json"]


def test_odd_places(here, monkeypatch):
    assert "nothing to save yet" in save_progress().text
    assert not (here / "my_progress.json").exists()
    assert "no file `my_progress.json`" in load_progress().text
    record.keep("1.1", "done", 2)
    (here / "folder").mkdir()
    assert "something else" in save_progress("folder").text
    assert load_progress("folder").label == "not loaded"
    assert "no folder" in save_progress("absent/my_progress.json").text
    assert save_progress("x" * 5_000).label == "not saved"
    assert load_progress("x" * 5_000).label == "not loaded"
    assert save_progress(Path("folder") / "mine.json").label == "saved"
    assert "<b>" not in load_progress("<b>")._repr_html_()
    monkeypatch.setenv("HELPERS_PROGRESS", "off")
    assert "nothing to save yet" in save_progress("folder/mine.json").text
    assert "no progress is kept here" in load_progress("folder/mine.json").text


@given(one=records, other=records, third=records)
def test_merging_keeps_all_and_the_better(one, other, third):
    both = record.merge(one, other)
    assert set(both) == set(one) | set(other)
    assert both == record.merge(other, one)
    assert record.merge(both, other) == both
    assert record.merge(both, third) == record.merge(one, record.merge(other, third))
    for name, entry in both.items():
        assert all(record._worth(side[name]) <= record._worth(entry) for side in (one, other) if name in side)


def run(folder: Path, *cells: str) -> list[str]:
    """Run cells in a kernel of their own; what the last expression of each shows."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()
    return [cell.outputs[-1].data["text/plain"] if cell.outputs else "" for cell in notebook.cells]


def test_it_survives_a_restart_and_a_move_to_another_machine(tmp_path, monkeypatch):
    monkeypatch.delenv("HELPERS_PROGRESS", raising=False)
    binder, later = tmp_path / "binder" / "notebooks", tmp_path / "later" / "notebooks"
    binder.mkdir(parents=True)
    later.mkdir(parents=True)
    start = "from helpers.exercises import *; from helpers.texts import read_text"
    first = run(binder, start, 'check("0.1", len(read_text()))')
    assert "done" in first[1]
    second = run(binder, start, "progress()", "save_progress()")  # a new kernel, in the same place
    assert "1 of " in second[1]
    (later / "my_progress.json").write_bytes((binder / "my_progress.json").read_bytes())
    third = run(later, start, "progress()", "load_progress()", "progress()")
    assert "0 of " in third[1]
    assert "1 exercise came in" in third[2]
    assert "1 of " in third[3]
