"""Reading a page: the cells that jupytext sees, each with its line in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.source import Page, parse

PATH = "src/lessons/01_x.py"


def test_cells_know_their_lines():
    text = '# %% [markdown]\n#\n# # Title\n# text\n\n\n# %% tags=["hide-input"]\n\nx = 1\n\n\ny = 2\n'
    page, problems = parse("01_x", PATH, text)
    assert problems == []
    assert [(cell.kind, cell.line, cell.first, cell.source) for cell in page.cells] == [
        ("markdown", 1, 3, "# Title\ntext"),
        ("code", 7, 9, "x = 1\n\n\ny = 2"),
    ]
    assert page.cells[1].tags == ["hide-input"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("\n# a comment\n# %%\nx = 1\n", 2),
        ("# ---\n# jupyter: {}\n# ---\n# %%\nx = 1\n", 1),
        ("# %% [markdown]\n# # A\n\n# %%\nx = 1\n# In[5]:\ny = 2\n", 4),
        ("# %% [markdown]\n# # A\n\n# %%\nx = 1\n    # %%\ny = 2\n", 4),
        ("# %% [markdown]\nnot a comment\n", 1),
    ],
)
def test_a_file_that_is_not_plain_cells_is_refused_at_its_line(text, line):
    page, problems = parse("01_x", PATH, text)
    assert page.cells == ()
    assert [(problem.path, problem.line) for problem in problems] == [(PATH, line)]


def test_comments_that_look_like_magics_stay_comments():
    page, problems = parse("01_x", PATH, "# %%\n# copy the list\n# %time\n# ls\nx = 1\n")
    assert problems == []
    assert page.cells[0].source == "# copy the list\n# %time\n# ls\nx = 1"


def test_a_marker_inside_a_string_starts_no_cell():
    page, problems = parse("01_x", PATH, '# %%\nx = """\n# %%\n"""\n')
    assert page.cells == ()
    assert len(problems) == 1


code_lines = st.sampled_from(
    ["x = 1", "", "print('a')", "for x in y:\n    z = x", "# comment", "def f():\n\n    return 1"]
)
prose_lines = st.sampled_from(["# Title", "text", "", "- item", "```\ncode\n```", "    indented", "*e* \\*", "a  "])


@given(st.lists(st.one_of(st.lists(code_lines, min_size=1), st.lists(prose_lines, min_size=1).map(tuple)), min_size=1))
def test_the_first_line_of_every_cell_stands_where_the_cell_says(cells):
    parts = []
    for cell in cells:
        lines = "\n".join(cell).split("\n")
        if isinstance(cell, tuple):
            parts.append("\n".join(["# %% [markdown]", *(f"# {line}" if line else "#" for line in lines)]))
        else:
            parts.append("\n".join(["# %%", *lines]))
    text = "\n\n".join(parts) + "\n"
    page, problems = parse("01_x", PATH, text)
    assert problems == []
    assert len(page.cells) == len(cells)
    file = text.split("\n")
    for cell in page.cells:
        assert file[cell.line - 1].startswith("# %%")
        if cell.source.strip():
            first = cell.source.split("\n")[0]
            assert file[cell.first - 1] == (f"# {first}" if cell.kind == "markdown" else first)


def test_a_page_without_a_number_has_one_edition():
    page, _ = parse("guide", "src/lessons/guide.py", '# %% [markdown] editions="instructor"\n# # Guide\n')
    assert (page.lesson, page.editions) == (None, ("instructor",))
    assert Page("07_own", "", ()).editions == ("learner", "instructor")
