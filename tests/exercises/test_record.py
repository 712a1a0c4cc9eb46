"""Progress is kept in one small file, whole or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from helpers.exercises import record


@pytest.fixture
def place(tmp_path, monkeypatch):
    place = tmp_path / "progress.json"
    monkeypatch.setenv("HELPERS_PROGRESS", str(place))
    return place


def test_where(monkeypatch, tmp_path):
    monkeypatch.delenv("HELPERS_PROGRESS", raising=False)
    folder = tmp_path / "course" / "notebooks" / "instructor"
    folder.mkdir(parents=True)
    for here in (folder.parent, folder.parent.parent):
        monkeypatch.chdir(here)
        assert record.path() == tmp_path / "course" / record.NAME
    monkeypatch.chdir(folder)
    assert record.path() is None  # a teacher's run is nobody's progress
    monkeypatch.chdir(tmp_path)
    assert record.path() == tmp_path / record.NAME
    monkeypatch.setenv("HELPERS_PROGRESS", "off")
    assert record.path() is None


def test_off_keeps_nothing(monkeypatch, tmp_path):
    monkeypatch.setenv("HELPERS_PROGRESS", "off")
    monkeypatch.chdir(tmp_path)
    assert record.keep("1.1", "done", 2) == ""
    assert record.read() == ({}, "")
    assert list(tmp_path.iterdir()) == []


def test_the_best_result_is_kept(place):
    assert record.keep("1.1", "not started", 0) == ""
    assert not place.exists()
    record.keep("1.1", "not yet", 0)
    record.keep("1.2", "not yet", 0)
    record.keep("1.1", "done", 2)
    record.keep("1.1", "not yet", 0)
    kept = {"1.1": {"status": "done", "points": 2.0}, "1.2": {"status": "not yet", "points": 0.0}}
    assert record.read() == (kept, "")
    assert json.loads(place.read_text(encoding="utf-8"))["version"] == record.VERSION


def test_nothing_is_written_when_nothing_is_new(place):
    record.keep("1.1", "done", 2)
    before = place.stat().st_mtime_ns, place.stat().st_ino
    record.keep("1.1", "done", 2)
    assert (place.stat().st_mtime_ns, place.stat().st_ino) == before


def test_a_write_that_fails_leaves_the_old_file(place, monkeypatch):
    record.keep("1.1", "done", 2)
    before = place.read_bytes()

    def breaks(*args, **kwargs):
        raise OSError("disk full")

    monkeypatch.setattr(record.json, "dump", breaks)
    assert "can not be kept" in record.keep("1.2", "done", 2)
    assert place.read_bytes() == before
    assert [path.name for path in place.parent.iterdir()] == [place.name]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"exercises": 3}',
        '{"exercises": {"1.1": 3}}',
        '{"exercises": {"1.1": {"status": "odd", "points": 1}}}',
        '{"exercises": {"1.1": {"status": "done", "points": "x"}}}',
        "[" * 100_000,
        b"\xff\xfe\x00",
    ],
    ids=range(10),
)
def test_a_damaged_file_is_set_aside_and_said_so(place, content):
    place.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert "damaged" in record.keep("1.1", "done", 2)
    assert place.with_name(place.name + ".damaged").exists()
    assert record.read() == ({"1.1": {"status": "done", "points": 2.0}}, "")


def test_a_folder_that_can_not_be_written(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("HELPERS_PROGRESS", str(tmp_path / "file" / "progress.json"))
    assert "can not be kept here" in record.keep("1.1", "done", 2)
    monkeypatch.setenv("HELPERS_PROGRESS", str(tmp_path / "progress.json"))

    def forbidden(*args, **kwargs):
        raise PermissionError

    monkeypatch.setattr(record.tempfile, "mkstemp", forbidden)
    assert "can not be kept here" in record.keep("1.1", "done", 2)


def test_a_damaged_file_that_can_not_be_moved(place, monkeypatch):
    place.write_text("{", encoding="utf-8")

    def forbidden(*args, **kwargs):
        raise PermissionError

    monkeypatch.setattr(Path, "replace", forbidden)
    assert record.read()[1] == f"The file with your progress ({place.name}) is damaged and can not be moved away."


def test_a_folder_in_place_of_the_file(place):
    place.mkdir()
    assert record.read()[1] != ""
    assert "can not be kept" in record.keep("1.1", "done", 2)


def in_a_kernel(folder: Path, *cells: str) -> list[str]:
    """Run cells in a kernel of their own that works in this folder; return what each shows as plain text."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    return [
        "".join(output.get("data", {}).get("text/plain", "") for output in cell["outputs"]) for cell in notebook.cells
    ]


def test_progress_survives_a_restart_of_the_kernel(tmp_path, monkeypatch):
    """Two real kernels, one after the other, in the folder of a course: the second knows what was done in the first."""
    monkeypatch.delenv("HELPERS_PROGRESS", raising=False)
    folder = tmp_path / "course" / "notebooks"
    folder.mkdir(parents=True)
    imports = "from helpers.exercises import *\nfrom helpers.texts import read_text\ntext = read_text()"
    before = in_a_kernel(folder, imports, 'check("0.1", len(text))', 'check("0.2", text[0])', "progress()")
    assert " · done · 1 of 1 point" in before[1]
    assert " · not yet · " in before[2]
    after = in_a_kernel(folder, imports, "progress()", 'hint("0.1")', 'check("0.1", 3)', "progress()")
    assert after[1] == before[3]
    assert "Lesson 0: 1 of 2 done, 1 of 2 points" in after[1]
    assert "hint 1 of 3" in after[2]
    assert " · not yet · " in after[3]
    assert after[4] == before[3], "a wrong answer takes nothing away"
    assert [path.name for path in folder.parent.iterdir() if path.is_file()] == [record.NAME]
