"""Every kind of drift between source and notebooks is found, each in one line that says what to run. No kernel runs."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest

from publisher.__main__ import main
from publisher.check import check
from publisher.solutions import MODULE

LEARNER, INSTRUCTOR = "notebooks/01_letters.ipynb", "notebooks/instructor/01_letters.ipynb"


def change(file, action):
    notebook = json.loads(file.read_text(encoding="utf-8"))
    action(notebook)
    file.write_text(json.dumps(notebook), encoding="utf-8")


def drifts(root, registry, *names):
    return [str(problem) for problem in check(root, names, registry)]


def test_what_was_built_has_not_drifted(pretend_built, registry):
    assert drifts(pretend_built, registry) == []


def set_source(notebook):
    notebook["cells"][0]["source"] = "# other"


def swap(notebook):
    notebook["cells"][3], notebook["cells"][5] = notebook["cells"][5], notebook["cells"][3]


def set_output(output):
    def action(notebook):
        notebook["cells"][1]["outputs"] = [output]

    return action


WIDGET = {"application/vnd.jupyter.widget-view+json": {"model_id": "a"}, "text/html": "b"}
PNG = {"image/png": "aGVsbG8=", "text/plain": "<Figure>"}


@pytest.mark.parametrize(
    ("action", "words"),
    [
        (set_source, "cell 1 (src/lessons/01_letters.py:1) differs in source"),
        (swap, "cell 4 (src/lessons/01_letters.py:23) differs in source, metadata, id"),
        (lambda n: n["cells"].pop(0), "it has 10 cells, its source has 11"),
        (lambda n: n["cells"][0].update(id="a"), "cell 1 (src/lessons/01_letters.py:1) differs in id"),
        (lambda n: n["cells"][0]["metadata"].update(tags=["home"]), "differs in metadata"),
        (lambda n: n["cells"][-1]["metadata"].clear(), "differs in metadata"),
        (lambda n: n["cells"][1].update(execution_count=None), "cell 2 has not run in its turn (count None, not 1)"),
        (lambda n: n["cells"][1].update(execution_count=7), "cell 2 has not run in its turn (count 7, not 1)"),
        (lambda n: n["metadata"].update(widgets={}), "metadata differ in widgets"),
        (lambda n: n["metadata"].update(jupytext={}), "metadata differ in jupytext"),
        (lambda n: n["metadata"]["language_info"].update(version="3.11.2"), "metadata differ in language_info"),
        (lambda n: n["metadata"].pop("course"), "metadata differ in course"),
        (lambda n: n["metadata"]["course"].update(digest="0"), "metadata differ in course"),
        (set_output({"output_type": "stream", "name": "stderr", "text": "W"}), "cell 2: the cell writes on stderr: W"),
        (
            set_output({"output_type": "error", "ename": "E", "evalue": "v", "traceback": []}),
            "cell 2: the cell fails: E: v",
        ),
        (
            set_output({"output_type": "execute_result", "execution_count": 9, "data": {}, "metadata": {}}),
            "cell 2 holds the output of another run",
        ),
        (set_output({"output_type": "display_data", "data": WIDGET, "metadata": {}}), "cell 2 stores a widget"),
        (set_output({"output_type": "display_data", "data": PNG, "metadata": {}}), "without alternative text"),
        (set_output({"output_type": "stream", "name": "stdout", "text": "/home/a/b"}), "a path of this machine"),
    ],
)
def test_each_drift_of_a_notebook_is_named_with_a_remedy(pretend_built, registry, action, words):
    change(pretend_built / LEARNER, action)
    found = drifts(pretend_built, registry)
    assert found
    assert all(line.startswith(f"{LEARNER}: ") and "python -m publisher 01_letters" in line for line in found)
    assert any(words in line for line in found), found


def test_work_in_a_notebook_is_not_thrown_away_by_the_remedy(pretend_built, registry):
    change(pretend_built / LEARNER, set_source)
    assert all("rename it to my_…" in line and "--force" in line for line in drifts(pretend_built, registry))


def test_a_changed_source_shows_in_both_editions(pretend_built, registry):
    file = pretend_built / "src/lessons/01_letters.py"
    file.write_text(file.read_text(encoding="utf-8").replace("How many", "How often"), encoding="utf-8")
    assert drifts(pretend_built, registry) == [
        f"{path}: cell 1 (src/lessons/01_letters.py:1) differs in source, id: run python -m publisher 01_letters"
        for path in (LEARNER, INSTRUCTOR)
    ]


def test_a_changed_stub_shows(pretend_built, registry):
    registry["1.1"] = type(registry["1.1"])("letters = {...}")
    assert drifts(pretend_built, registry) == [
        f"{LEARNER}: cell 4 (src/lessons/01_letters.py:23) differs in source: run python -m publisher 01_letters"
    ]


def test_a_changed_solution_shows(pretend_built, registry):
    file = pretend_built / "src/lessons/01_letters.py"
    file.write_text(file.read_text(encoding="utf-8").replace("twice = 2 *", "twice = 3 *"), encoding="utf-8")
    assert [line.partition(": ")[0] for line in drifts(pretend_built, registry)] == [INSTRUCTOR, MODULE]


def test_a_lesson_that_is_not_finished_is_said(pretend_built, registry):
    file = pretend_built / "src/lessons/01_letters.py"
    text = file.read_text(encoding="utf-8")
    begin = text.index('\n# %% [markdown] tags=["quiz"]')
    end = text.index('\n# %% [markdown] tags=["quiz"]', begin + 1)
    text = text[:begin] + text[end:]
    text = text.replace(" · double (1.2)", "").replace("| 0–5 |", "| 0–4 |").replace("*Expected:*", "It is")
    file.write_text(text, encoding="utf-8")
    assert [line for line in drifts(pretend_built, registry, "01") if line.startswith("src/lessons")] == [
        "src/lessons/01_letters.py:3: exercise 1.2 stands at no objective of the header",
        "src/lessons/01_letters.py: a lesson has 3 quizzes at least, here is 2",
        "src/lessons/01_letters.py:18: the plan ends at minute 4, the header says that the core path takes 5 minutes",
        "src/lessons/01_letters.py:65: the minutes 0–5 do not begin and end where a row of the plan does",
        "src/lessons/01_letters.py: the teaching notes have no *Expected*: say what learners answer",
    ]
    assert not any(line.startswith("src/lessons") for line in drifts(pretend_built, registry, "words"))


def test_missing_and_broken_notebooks(pretend_built, registry):
    (pretend_built / LEARNER).unlink()
    (pretend_built / INSTRUCTOR).write_text("<<<<<<< ours\n", encoding="utf-8")
    assert drifts(pretend_built, registry) == [
        f"{LEARNER}: it is missing: run python -m publisher 01_letters",
        f"{INSTRUCTOR}: it is no readable notebook: run python -m publisher 01_letters --force",
    ]


@pytest.mark.parametrize("text", [None, "SOLUTIONS = {}\n"])
def test_the_solutions_are_compared(pretend_built, registry, text):
    module = pretend_built / MODULE
    module.unlink() if text is None else module.write_text(text, encoding="utf-8")
    assert drifts(pretend_built, registry) == [
        f"{MODULE}: the worked solutions differ from the lessons: run python -m publisher"
    ]


def test_the_notebook_of_a_page_that_is_gone_is_an_orphan(pretend_built, registry):
    (pretend_built / "src/lessons/guide.py").unlink()
    assert [line.partition(": ")[0] for line in drifts(pretend_built, registry)] == ["notebooks/instructor/guide.ipynb"]


def test_a_notebook_that_git_knows_is_an_orphan_and_a_learners_is_not(pretend_built, registry):
    for name in ("my_letters", "Untitled", "by_hand"):
        shutil.copy(pretend_built / LEARNER, pretend_built / f"notebooks/{name}.ipynb")
    (pretend_built / "notebooks/.ipynb_checkpoints").mkdir()
    shutil.copy(pretend_built / LEARNER, pretend_built / "notebooks/.ipynb_checkpoints/01_letters.ipynb")
    assert drifts(pretend_built, registry) == []
    subprocess.run(["git", "init", "-q"], cwd=pretend_built, check=True)
    subprocess.run(["git", "add", "notebooks/by_hand.ipynb"], cwd=pretend_built, check=True)
    assert [line.partition(": ")[0] for line in drifts(pretend_built, registry)] == ["notebooks/by_hand.ipynb"]


def test_a_named_page_is_looked_at_alone(pretend_built, registry):
    (pretend_built / LEARNER).unlink()
    assert drifts(pretend_built, registry, "words") == []
    assert len(drifts(pretend_built, registry, "01")) == 1


def test_problems_of_the_source_come_first(pretend_built, registry):
    del registry["1.2"]
    assert [line.partition(": ")[0] for line in drifts(pretend_built, registry)] == [
        "src/lessons/01_letters.py:33",
        "src/lessons/01_letters.py:43",
    ]


def test_the_command_says_it_all_and_ends_with_1(pretend_built, registry, capsys):
    assert main(["--check"], pretend_built, registry, frozenset()) == 0
    assert "as their source has them" in capsys.readouterr().out
    (pretend_built / LEARNER).unlink()
    assert main(["--check"], pretend_built, registry, frozenset()) == 1
    assert capsys.readouterr().err == f"{LEARNER}: it is missing: run python -m publisher 01_letters\n"
    assert main(["--check", "09_none"], pretend_built, registry, frozenset()) == 1
    assert "there is no page 09_none" in capsys.readouterr().err
