"""A folder of texts: analyzed once, kept at once, and nothing in it ends the work on the rest."""

from __future__ import annotations

import json
import sys

import pytest

from helpers import archive as module
from helpers.archive import Settings, analyze_archive, local_cluster
from helpers.errors import CourseError
from helpers.made_up_archive import DAMAGED, HOST, make_up_archive, practice_archive, practice_gazetteer
from helpers.pipeline import analyze
from helpers.reference import practice_table
from helpers.themes import Codebook

TABLES = ("documents", "participants", "themes", "statements", "problems")
TEXTS = {
    "one.txt": "India and Mongolia took part on 5 May 2010.",
    "two.txt": "The parties stressed the role of trade.",
    "below/three.html": "<p>Delegations of China took part on 1 June 2012.</p><script>alert(1)</script>",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    return tmp_path / "texts"


def same(one, other):
    return all(getattr(one, table).equals(getattr(other, table)) for table in TABLES)


@pytest.fixture
def read(monkeypatch):
    """Give the names of the texts that are analyzed, in turn."""
    names = []
    real = module.analyze_document
    monkeypatch.setattr(module, "analyze_document", lambda name, *rest: names.append(name) or real(name, *rest))
    return names


def test_the_tables_are_those_of_each_text_with_its_name_and_day(folder):
    archive = analyze_archive(folder)
    assert archive.documents["document"].tolist() == ["below/three.html", "one.txt", "two.txt"]
    assert archive.documents["date"].tolist() == ["2012-06-01", "2010-05-05", ""]
    found = analyze(TEXTS["one.txt"])
    rows = archive.participants[archive.participants["document"] == "one.txt"].drop(columns=["document", "date"])
    assert rows.values.tolist() == found.participants.values.tolist()
    assert list(archive.themes.columns[:2]) == ["document", "date"]
    assert archive.statements["speaker"].tolist() == ["The parties"]
    assert archive.problems.empty


def test_bad_files_are_reported_and_left_where_they_are(tmp_path):
    paths = make_up_archive(tmp_path, size=3)
    archive = analyze_archive(tmp_path)
    assert archive.problems["document"].tolist() == sorted(DAMAGED)
    assert all(name in problem for name, problem in archive.problems.itertuples(index=False))
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path not in paths} == DAMAGED
    assert repr(archive).endswith("; 3 files could not be read")


def test_what_is_done_is_not_done_again(folder, tmp_path, read):
    results = tmp_path / "kept" / "results.jsonl"
    first = analyze_archive(folder, results=results)
    assert sorted(read) == sorted(TEXTS)
    read.clear()
    assert same(analyze_archive(folder, results=results), first)
    assert read == []


def test_an_interruption_costs_only_the_text_that_was_being_read(folder, tmp_path, read):
    def stop_after_two(done, all_of_them):
        if done == 2:
            raise KeyboardInterrupt

    results = tmp_path / "results.jsonl"
    with pytest.raises(KeyboardInterrupt):
        analyze_archive(folder, results=results, progress=stop_after_two)
    with results.open("ab") as file:
        file.write(b'{"document": "two.txt", "dig')  # cut off in the middle of a line
    read.clear()
    told = []
    archive = analyze_archive(folder, results=results, progress=lambda *numbers: told.append(numbers))
    assert read == ["two.txt"]
    assert told == [(2, 3), (3, 3)]
    assert same(archive, analyze_archive(folder))
    read.clear()
    assert same(analyze_archive(folder, results=results), archive)
    assert read == []


def test_a_text_that_changed_and_one_that_is_new_are_read(folder, tmp_path, read):
    results = tmp_path / "results.jsonl"
    analyze_archive(folder, results=results)
    (folder / "two.txt").write_text("Most of the parties stressed peace.", encoding="utf-8")
    (folder / "four.txt").write_text("Speakers stressed peace.", encoding="utf-8")
    (folder / "one.txt").unlink()
    read.clear()
    archive = analyze_archive(folder, results=results)
    assert sorted(read) == ["four.txt", "two.txt"]
    assert same(archive, analyze_archive(folder))
    assert archive.statements["consensus"].tolist() == ["unspecified", "most"]


@pytest.mark.parametrize(
    "settings",
    [
        Settings("ASEAN"),
        Settings(codebook=Codebook().add("sea", "ship*")),
        Settings(gazetteer=practice_gazetteer()),
        Settings(memberships=practice_table(2, "memberships"), organization=HOST),
    ],
    ids=["organization", "codebook", "gazetteer", "memberships"],
)
def test_results_that_were_made_with_other_settings_are_not_taken(folder, tmp_path, read, settings):
    results = tmp_path / "results.jsonl"
    analyze_archive(folder, results=results)
    read.clear()
    analyze_archive(folder, settings, results=results)
    assert sorted(read) == sorted(TEXTS)
    read.clear()
    analyze_archive(folder, settings, results=results)
    assert read == []


def test_settings_reach_the_texts(tmp_path):
    make_up_archive(tmp_path, size=6)
    settings = Settings(HOST, practice_gazetteer(), memberships=practice_table(2, "memberships"))
    archive = analyze_archive(tmp_path, settings)
    assert {"XAR", "XBR"} <= set(archive.participants["iso3"])
    assert "member" in set(archive.participants["category"])


def test_a_text_on_which_something_fails_is_a_problem_and_no_end(folder, monkeypatch):
    real = module.find_all
    monkeypatch.setattr(module, "find_all", lambda text, **named: 1 / 0 if "trade" in text else real(text, **named))
    archive = analyze_archive(folder)
    assert archive.problems.values.tolist() == [
        ["two.txt", "two.txt could not be analyzed (ZeroDivisionError: division by zero)."]
    ]
    assert len(archive.documents) == 2


def test_results_are_plain_json_one_line_a_text(folder, tmp_path):
    results = tmp_path / "results.jsonl"
    (folder / "odd.txt").write_text("A line\u2028separator 🌍, \x85 and “quotes”. India took part.", encoding="utf-8")
    analyze_archive(folder, results=results)
    lines = results.read_text(encoding="ascii").splitlines()
    assert {json.loads(line)["document"] for line in lines} == {*TEXTS, "odd.txt"}
    assert same(analyze_archive(folder, results=results), analyze_archive(folder))


@pytest.mark.parametrize(("make", "said"), [(False, "There is no folder"), (True, "holds no file")])
def test_a_folder_that_is_not_there_or_empty(tmp_path, make, said):
    folder = tmp_path / "texts"
    if make:
        folder.mkdir()
        (folder / ".hidden").write_text("x", encoding="utf-8")
    with pytest.raises(CourseError, match=said):
        analyze_archive(folder)


@pytest.mark.parametrize("size", [0, 10_001, 2.5, "many", True])
def test_a_size_that_is_none(tmp_path, size):
    with pytest.raises(CourseError, match="An archive has 1 to 10,000 texts"):
        make_up_archive(tmp_path, size=size)


def test_the_same_seed_makes_the_same_archive(tmp_path):
    one, two, other = (make_up_archive(tmp_path / str(n), size=5, seed=seed) for n, seed in enumerate([1, 1, 2]))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]
    assert [path.name for path in one] != [path.name for path in other]
    assert all("fictional" in path.read_text(encoding="utf-8").split("\n")[0] for path in one)


def test_the_archive_of_the_lesson_lies_beside_the_notebook_and_is_made_again_in_its_place(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        folder = practice_archive(size=4)
        assert folder.resolve() == tmp_path / "my_archive"
        assert len(list(folder.iterdir())) == 4 + len(DAMAGED)
    assert capsys.readouterr().out == ""


def test_where_nothing_can_be_written_the_archive_is_a_temporary_one_and_one_sentence_says_so(
    tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my_archive").write_text("a file in the way", encoding="utf-8")
    folder = practice_archive(size=4)
    assert not folder.is_relative_to(tmp_path)
    assert folder.name == "my_archive"
    assert len(list(folder.iterdir())) == 4 + len(DAMAGED)
    assert capsys.readouterr().out.count(".") == 2


def test_without_dask_a_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(CourseError, match="--extra archive"), local_cluster():
        pass
