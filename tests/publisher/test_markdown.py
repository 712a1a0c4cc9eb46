"""The prose: one title, headings in order, pictures with words, links that lead somewhere."""

from __future__ import annotations

import pytest

from publisher.markdown import for_instructors, lacks_alt, link_problems, outline_problems, prose_problems
from publisher.source import parse


def page(prose, name="help"):
    cells = ["\n".join(f"# {line}".rstrip() for line in cell.split("\n")) for cell in prose.split("\n%%\n")]
    found, problems = parse(name, f"src/lessons/{name}.py", "".join(f"# %% [markdown]\n{cell}\n\n" for cell in cells))
    assert not problems
    return found


@pytest.mark.parametrize(
    ("prose", "lines"),
    [
        ("# A\n%%\n## B\n### C\n## D", []),
        ("# A\n%%\n### C", [5]),
        ("# A\n%%\n# B", [5]),
        ("## A", [1]),
        ("text\n# A", [1]),
        ("# A\n```\n# no heading\n### no heading\n```\n## B", []),
        ("# A\n#hashtag\n~~~~\n```\n# no\n~~~~\n### C", [8]),
    ],
)
def test_headings_are_in_order(prose, lines):
    assert [problem.line for problem in outline_problems(page(prose))] == lines


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("![](a.png)", "alternative text"),
        ("![ ](a.png)", "alternative text"),
        ('<img src="a.png">', "alternative text"),
        ("<img src='a.png' alt=''>", "alternative text"),
        ("<style>p {}</style>", "JupyterLab drops"),
        ("<h2>A</h2>", "write headings with #"),
        ("text\n---", "makes it a heading"),
    ],
)
def test_what_would_be_shown_otherwise(prose, words):
    found = prose_problems(page(prose))
    assert [problem.line for problem in found] == [1 + len(prose.split("\n"))]
    assert words in found[0].message


def test_what_is_fine():
    prose = '![a map](a.png) <img alt="a map" src="b.png">\n\n---\n\n| a |\n| - |\n\n`![](a.png)` ``<style>``\n- a\n---'
    assert prose_problems(page(prose)) == []


def test_a_note_has_no_heading():
    found, _ = parse("01_x", "src/lessons/01_x.py", '# %% [markdown] tags=["teaching-note"]\n# text\n# ## A\n')
    assert [problem.line for problem in prose_problems(found)] == [3]


def test_alt_is_asked_of_every_image():
    assert lacks_alt('<img alt="a" src="x"><IMG src="y">')
    assert not lacks_alt("no image")


def test_links_lead_somewhere(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a b.csv").write_text("x", encoding="utf-8")
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "old.ipynb").write_text("{}", encoding="utf-8")
    prose = (
        "[1](02_y.ipynb#part) [2](../data/a%20b.csv) [3](https://example.org/x) [4](#here) [5](mailto:a@b.c)\n"
        "[6](03_z.ipynb)\n"
        '<a href="../data/none.csv">7</a>\n'
        "[8](old.ipynb)\n"
        "`[9](none.md)` [10](../data)"
    )
    found = link_problems(page(prose), tmp_path, ["notebooks/02_y.ipynb"])
    assert [problem.line for problem in found] == [3, 4, 5]


def test_links_of_the_edition_that_lies_deeper():
    prose = '[a](02_y.ipynb) [b](instructor/guide.ipynb) <img src="../docs/a.png" alt="x"> <a href="#x">c</a>\n'
    code = "```\n[a](glossary.ipynb)\n```"
    assert for_instructors(prose + code) == (
        '[a](02_y.ipynb) [b](../instructor/guide.ipynb) <img src="../../docs/a.png" alt="x"> <a href="#x">c</a>\n'
        + code
    )
