"""The generated module of worked solutions: whatever is written into it comes out of it again."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import example, given
from hypothesis import strategies as st

from publisher.solutions import MODULE, collect_solutions, read_solutions, render_solutions
from publisher.source import Cell, Page

TRICKY = 'x = "\\n" + \'\'\'a\'\'\' + """b"""\ny = "\\\\"'


code = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.just("\n"), max_size=40)


@given(st.dictionaries(st.from_regex(r"[0-9]\.[1-9][0-9]?", fullmatch=True), code))
@example({"1.1": '"'})
@example({"1.1": '\\"'})
@example({"1.1": '""""""""'})
@example({"1.1": TRICKY})
def test_what_goes_in_comes_out(solutions):
    namespace = {}
    exec(compile(render_solutions(solutions), "_solutions.py", "exec"), namespace)
    assert namespace["SOLUTIONS"] == {name: text.rstrip() for name, text in solutions.items()}


def test_the_order_is_that_of_the_course():
    text = render_solutions({"10.1": "a", "2.10": "b", "2.9": "c"})
    assert text.index('"2.9"') < text.index('"2.10"') < text.index('"10.1"')


def test_ruff_has_nothing_to_add(tmp_path):
    file = tmp_path / "_solutions.py"
    code = 'def f(x):\n    \'\'\'Say "hello".\'\'\'\n\n    return """a\\nb""" + "c"'
    file.write_text(render_solutions({"1.1": "x = 1", "3.2": code}), encoding="utf-8")
    for command in (["check", "--select=E,W,F,I,UP,RUF,Q", "--line-length=120"], ["format", "--check"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--isolated", str(file)]
        result = subprocess.run(ruff, capture_output=True, text=True, check=False)
        assert result.returncode == 0, result.stdout


def test_the_module_is_read_without_being_imported(tmp_path):
    assert read_solutions(tmp_path) == {}
    file = tmp_path / MODULE
    file.parent.mkdir(parents=True)
    file.write_text(render_solutions({"1.1": TRICKY}), encoding="utf-8")
    assert read_solutions(tmp_path) == {"1.1": TRICKY}
    file.write_text("<<<<<<< ours", encoding="utf-8")
    assert read_solutions(tmp_path) == {}


def test_the_whole_cell_is_the_solution():
    source = "def f(x):\n    ### BEGIN SOLUTION\n    return 2 * x\n    ### END SOLUTION"
    page = Page("03_x", "", (Cell("code", source, 1, 2, {"exercise": "3.1"}), Cell("code", "f(1)", 7, 8)))
    assert collect_solutions([page]) == {"3.1": "def f(x):\n    return 2 * x"}
