"""The build on the real thing: kernels run, outputs are stored, and a second build changes nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_output

from publisher.build import build
from publisher.check import check
from publisher.disk import notebook_text
from publisher.editions import derive
from publisher.execute import kernel_environment, run_all
from publisher.outputs import output_faults, tidy
from publisher.problems import BuildError
from publisher.solutions import MODULE, read_solutions
from publisher.source import Page, parse

LEARNER, INSTRUCTOR, PAGE = "notebooks/01_count.ipynb", "notebooks/instructor/01_count.ipynb", "notebooks/show.ipynb"

COUNT = """\
# %% [markdown]
# # 1 · Count
# **Time** 1 · **You need** nothing · **Next** [Show](show.ipynb)

# %%
import os
import sys
from pathlib import Path


def check(name, answer):
    return "not started" if answer is ... else f"done: {answer}"


# %%
print("one")
sys.stdout.flush()
print("two", object())

# %% tags=["nbval-ignore-output"]
print(Path.cwd().name, os.environ.get("PYTHONHASHSEED"), Path(os.environ.get("HELPERS_PROGRESS", ".")).exists())

# %% tags=["raises-exception"]
{}["not there"]

# %% exercise="1.1"
### BEGIN SOLUTION
size = len("abc")
### END SOLUTION

# %%
check("1.1", size)
"""

SHOW = """\
# %% [markdown]
# # Show

# %%
import base64
import io

import ipywidgets
import matplotlib.pyplot as plt
import pandas as pd
from IPython.display import HTML

# %%
pd.DataFrame({"letter": ["a", "b"], "times": [3, 1]}).style.highlight_max(color="gold")


# %%
class Slider(ipywidgets.IntSlider):
    def _repr_mimebundle_(self, **kwargs):
        return super()._repr_mimebundle_(**kwargs) | {"text/html": "<p>A slider from 0 to 100.</p>"}


Slider()

# %%
figure, axes = plt.subplots(figsize=(1, 1))
axes.bar(["a", "b"], [3, 1])
buffer = io.BytesIO()
figure.savefig(buffer, format="png")
plt.close(figure)
HTML(f'<img alt="Two bars, 3 and 1" src="data:image/png;base64,{base64.b64encode(buffer.getvalue()).decode()}">')

# %%
"the end"
"""


class Made:
    """An exercise with nothing but a stub."""

    def __init__(self, stub):
        self.stub = stub


REGISTRY = {"1.1": Made("size = ...")}


def write_page(root, name, text):
    file = root / "src" / "lessons" / f"{name}.py"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Path:
    """Return a project that was built once; tests look at it and leave it as it is."""
    root = tmp_path_factory.mktemp("course")
    write_page(root, "01_count", COUNT)
    write_page(root, "show", SHOW)
    assert build(root, [], REGISTRY) == [LEARNER, INSTRUCTOR, PAGE]
    return root


def outputs(root, path):
    notebook = nbformat.read(root / path, as_version=4)
    return [cell.outputs for cell in notebook.cells if cell.cell_type == "code"]


def test_every_cell_has_run_in_both_editions(built):
    assert [problem for problem in check(built, [], REGISTRY) if not problem.path.startswith("src/lessons")] == []
    assert outputs(built, LEARNER)[-1][0].data["text/plain"] == "'not started'"
    assert outputs(built, INSTRUCTOR)[-1][0].data["text/plain"] == "'done: 3'"
    assert read_solutions(built) == {"1.1": 'size = len("abc")'}


def test_outputs_are_fit_to_be_stored(built):
    _, styled, widget, picture, _ = outputs(built, PAGE)
    assert 'id="T_' in styled[0].data["text/html"]
    assert widget[0].data == {"text/html": "<p>A slider from 0 to 100.</p>", "text/plain": "Slider(value=0)"}
    assert 'alt="Two bars, 3 and 1"' in picture[0].data["text/html"]
    assert [output.text for output in outputs(built, LEARNER)[1]] == ["one\ntwo <object object at 0x000000000000>\n"]
    text = (built / PAGE).read_text(encoding="utf-8")
    assert not any(words in text for words in ("widget-view", "widget-state", "iopub", '"version"', str(built)))


def test_the_kernel_runs_in_the_notebooks_folder_with_nobodys_settings(built):
    assert outputs(built, LEARNER)[2][0].text == "notebooks 0 False\n"
    assert outputs(built, INSTRUCTOR)[2][0].text == "instructor 0 False\n"


def test_a_second_build_changes_nothing(built, tmp_path):
    again = tmp_path / "again"
    shutil.copytree(built, again)
    (again / LEARNER).unlink()
    build(again, ["01", "show"], REGISTRY)
    for path in (LEARNER, INSTRUCTOR, PAGE, MODULE):
        assert (again / path).read_bytes() == (built / path).read_bytes()


def test_nbval_finds_the_same_outputs_again_and_sees_a_forged_one(built, tmp_path):
    notebook = nbformat.read(built / PAGE, as_version=4)
    notebook.cells[-1].outputs[0].data["text/plain"] = "'a forged end'"
    (tmp_path / "forged.ipynb").write_text(notebook_text(notebook), encoding="utf-8")
    settings = Path(__file__).resolve().parents[1] / "nbval.cfg"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull, "forged.ipynb"]
    command += ["--nbval", "--nbval-current-env", f"--nbval-sanitize-with={settings}", f"--rootdir={tmp_path}"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "1 failed, 4 passed" in result.stdout, result.stdout
    assert "a forged end" in result.stdout


FAULTY = """\
# %% [markdown]
# # Faulty

# %%
import os, sys, time
x = 1

# %% [markdown]
# ## A cell that fails

# %%
y = 2
BODY
"""


def faulty(name, body):
    page, problems = parse(name, f"src/lessons/{name}.py", FAULTY.replace("BODY", body))
    assert not problems
    return derive(page, "learner", {})


def test_a_cell_that_fails_stops_the_build_with_its_line(tmp_path):
    editions = [
        faulty("error", "1 / 0"),
        faulty("slow", "time.sleep(60)"),
        faulty("dead", "os._exit(1)"),
    ]
    found = sorted(str(problem) for problem in run_all(editions, tmp_path, time_limit=3))
    assert found[1:] == [
        "src/lessons/error.py:13: ZeroDivisionError: division by zero (learner edition)",
        "src/lessons/slow.py:12: the cell takes longer than 3 s (learner edition)",
    ]
    assert found[0].startswith("src/lessons/dead.py:12: the kernel stopped")


def test_a_notebook_with_work_in_it_is_refused_and_nothing_is_written(pretend_built, registry):
    mine = pretend_built / "notebooks/01_letters.ipynb"
    notebook = nbformat.read(mine, as_version=4)
    notebook.cells[-1].source += "\n# my note"
    mine.write_text(notebook_text(notebook), encoding="utf-8")
    (pretend_built / "notebooks/words.ipynb").write_text("{}", encoding="utf-8")
    before = {file: file.read_bytes() for file in pretend_built.rglob("*") if file.is_file()}
    with pytest.raises(BuildError) as stopped:
        build(pretend_built, [], registry)
    assert [str(problem) for problem in stopped.value.problems] == [
        f"{path}: it differs from its last build: rename it to my_… to keep it, or use --force"
        for path in ("notebooks/01_letters.ipynb", "notebooks/words.ipynb")
    ]
    assert {file: file.read_bytes() for file in pretend_built.rglob("*") if file.is_file()} == before


def test_force_overwrites_and_a_notebook_that_was_only_run_needs_none(pretend_built, registry):
    words = pretend_built / "notebooks/words.ipynb"
    as_built = words.read_bytes()
    words.write_text("{}", encoding="utf-8")
    build(pretend_built, ["words"], registry, force=True)
    assert words.read_bytes() == as_built
    notebook = nbformat.read(words, as_version=4)
    notebook.metadata.language_info.version = "3.13.0"
    words.write_text(notebook_text(notebook), encoding="utf-8")
    build(pretend_built, ["words"], registry)
    assert words.read_bytes() == as_built


def test_a_named_build_keeps_the_solutions_of_other_lessons(pretend_built, registry):
    kept = read_solutions(pretend_built)
    assert set(kept) == {"1.1", "1.2"}
    build(pretend_built, ["words"], registry)
    assert read_solutions(pretend_built) == kept


def executed(*found, tags=()):
    page = Page("01_x", "src/lessons/01_x.py", parse("01_x", "", "# %%\nx\n")[0].cells)
    edition = derive(page, "learner", {})
    edition.notebook.cells[0].outputs = list(found)
    edition.notebook.cells[0].metadata.tags = list(tags)
    return edition


def display(**data):
    return new_output(
        "display_data", data={name.replace("_", "/", 1).replace("__", "+"): v for name, v in data.items()}
    )


VIEW = {"application/vnd.jupyter.widget-view+json": {"model_id": "a"}}


@pytest.mark.parametrize(
    ("output", "words"),
    [
        (new_output("stream", name="stderr", text="\nFutureWarning: old\n"), "stderr: FutureWarning: old"),
        (new_output("stream", text="see ROOT/data/x.csv"), "a path of this machine"),
        (new_output("stream", text="see /Users/someone/x.csv"), "a path of this machine"),
        (new_output("stream", text=r"see C:\Users\someone"), "a path of this machine"),
        (display(text_html='<a href="file://ROOT/x">x</a>'), "a path of this machine"),
        (new_output("display_data", data=VIEW), "without a static fallback"),
        (new_output("display_data", data=VIEW | {"text/plain": "VBox(children=(IntSlider(value=0),))"}), "fallback"),
        (display(image_png="aGk=", text_plain="<Figure size 640x480 with 1 Axes>"), "alternative text"),
        (display(text_html='<img src="data:image/png;base64,aGk=">'), "alternative text"),
        (new_output("error", ename="E", evalue="no", traceback=[]), "the cell fails: E: no"),
    ],
)
def test_what_can_not_be_stored_stops_the_build(output, words, tmp_path):
    for data in (output, output.get("data", {})):
        for key, value in data.items():
            if isinstance(value, str):
                data[key] = value.replace("ROOT", str(tmp_path))
    found = tidy(executed(output), tmp_path)
    assert [(problem.path, problem.line) for problem in found] == [("src/lessons/01_x.py", 2)]
    assert words in found[0].message
    assert found[0].message.endswith("(learner edition)")


@pytest.mark.parametrize(
    "output",
    [
        new_output("stream", text="../data/x.csv, https://example.org/home/x, either/or, 0x41c"),
        new_output("display_data", data=VIEW | {"text/plain": "A table with 3 rows"}),
        new_output("display_data", data=VIEW | {"text/html": "<p>x</p>", "text/plain": "Box()"}),
        display(image_png="aGk=", text_html='<img alt="a" src="data:image/png;base64,/home/aGk=">'),
    ],
)
def test_what_can_be_stored_is(output, tmp_path):
    edition = executed(output)
    assert tidy(edition, tmp_path) == []
    assert not set(VIEW) & set(edition.notebook.cells[0].outputs[0].get("data", {}))


def test_an_error_that_is_shown_on_purpose_names_no_folder(tmp_path):
    traceback = [f"File {tmp_path}/src/helpers/a.py:3, in f(x)", f"File {shutil.__file__}:9, in g", "at 0x7f1234567890"]
    edition = executed(
        new_output("error", ename="E", evalue="<f at 0x7f1234567890>", traceback=traceback), tags=["raises-exception"]
    )
    assert tidy(edition, tmp_path) == []
    stored = edition.notebook.cells[0].outputs[0]
    assert stored.traceback == [
        "File src/helpers/a.py:3, in f(x)",
        "File python/shutil.py:9, in g",
        "at 0x000000000000",
    ]
    assert stored.evalue == "<f at 0x000000000000>"


def test_ids_of_styled_tables_follow_from_the_cell(tmp_path):
    def styled(name):
        return display(text_html=f'<style>#T_{name}_row0 {{}}</style><table id="T_{name}"><td id="T_{name}_row0">T_x')

    editions = [executed(styled(name), styled(other)) for name, other in (("0a1b2", "ffff0"), ("99999", "abcde"))]
    for edition in editions:
        assert tidy(edition, tmp_path) == []
    first, second = ([o.data["text/html"] for o in e.notebook.cells[0].outputs] for e in editions)
    assert first == second
    assert first[0] != first[1]
    assert "0a1b2" not in first[0]
    assert first[0].endswith("T_x")


def test_what_was_printed_in_pieces_becomes_one_output(tmp_path):
    pieces = [new_output("stream", text=text) for text in ("a", "b")]
    edition = executed(*pieces, display(text_plain="c"), new_output("stream", text="d"))
    assert tidy(edition, tmp_path) == []
    assert [output.get("text", "-") for output in edition.notebook.cells[0].outputs] == ["ab", "-", "d"]


def test_the_environment_of_a_kernel(monkeypatch, tmp_path):
    monkeypatch.setenv("MPLBACKEND", "agg")
    monkeypatch.setenv("COLUMNS", "40")
    environment = kernel_environment(tmp_path)
    assert not {"MPLBACKEND", "COLUMNS"} & set(environment)
    assert all(environment[name].startswith(str(tmp_path)) for name in ("HELPERS_PROGRESS", "IPYTHONDIR"))


def test_faults_are_those_of_code_that_has_run():
    assert list(output_faults(new_code_cell("1"))) == []
