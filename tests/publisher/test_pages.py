"""Which pages there are, how they are named on the command line, and how files are written."""

from __future__ import annotations

import pytest

from publisher.__main__ import main
from publisher.disk import read_notebook, write
from publisher.pages import read_pages, select
from publisher.problems import BuildError


def test_pages_are_read_in_order_and_private_files_left_out(project):
    root = project(b="# %%\n1\n", **{"01_a": "# %%\n1\n", "__init__": "", "_draft": "no page"})
    pages, problems = read_pages(root)
    assert [page.name for page in pages] == ["01_a", "b"]
    assert problems == []


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([], ["01_letters", "guide", "words"]),
        (["01"], ["01_letters"]),
        (["01_letters", "words"], ["01_letters", "words"]),
        (["notebooks/instructor/01_letters.ipynb"], ["01_letters"]),
        (["src/lessons/words.py"], ["words"]),
    ],
)
def test_a_page_is_named_by_number_name_or_path(project, names, expected):
    pages, _ = read_pages(project())
    assert [page.name for page in select(pages, names)] == expected


def test_every_unknown_name_is_reported(project):
    pages, _ = read_pages(project())
    with pytest.raises(BuildError) as stopped:
        select(pages, ["1", "01", "wo"])
    assert [str(problem).partition(" (")[0] for problem in stopped.value.problems] == [
        "src/lessons: there is no page 1",
        "src/lessons: there is no page wo",
    ]


def test_the_command_stops_with_every_complaint_and_builds_nothing(project, registry, capsys):
    root = project(**{"01_a": "# %%\n(\n", "help": "# %% [markdown]\n# text\n# %% tags=['x']\n1\n"})
    assert main([], root, registry, frozenset()) == 1
    lines = capsys.readouterr().err.splitlines()
    assert {line.split(": ")[0] for line in lines} == {
        "src/lessons/01_a.py",
        "src/lessons/01_a.py:1",
        "src/lessons/01_a.py:2",
        "src/lessons/help.py:1",
        "src/lessons/help.py:3",
    }
    assert not (root / "notebooks").exists()


def test_a_named_page_is_not_held_up_by_another(project, registry):
    root = project(**{"01_a": "# %%\n(\n", "words": "# %% [markdown]\n# # Words\n"})
    assert main(["words"], root, registry, frozenset()) == 0
    assert read_notebook(root / "notebooks/words.ipynb").metadata.course.lesson == "words"


def test_an_unchanged_file_is_left_alone_and_nothing_is_left_behind(tmp_path):
    file = tmp_path / "a" / "b.txt"
    write(file, "é\n")
    first = file.stat()
    write(file, "é\n")
    assert file.stat().st_ino == first.st_ino
    write(file, "other\n")
    assert file.read_bytes() == b"other\n"
    assert [entry.name for entry in file.parent.iterdir()] == ["b.txt"]
