"""Quizzes: every malformed one stops the build at its line, every other one unfolds, option by option."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from publisher.editions import derive
from publisher.quizzes import inline_html, render_quiz
from publisher.rules import page_problems
from publisher.source import parse

HEADER = "# %% [markdown]\n# # T\n# **Time** 1 · **You need** 2 · **Next** 3\n\n"  # the next line is line 5

GOOD = """\
**Quick check.** The file has more bytes than
characters. *Why?*

- [ ] Spaces at the ends of lines.
  They are counted in both numbers.
- [x] Characters that need more than one byte, as in `text[200:206]`.
  There are seven. See [the words](words.ipynb).

  ```python
  - [ ] this is code
  ```

  - a list"""

SHORT = "Why?\n\n- [ ] A.\n  It is.\n- [x] B.\n  It is not."


def page(quiz, marker='# %% [markdown] tags=["quiz"]'):
    text = HEADER + marker + "\n" + "\n".join(f"# {line}".rstrip() for line in quiz.split("\n")) + "\n"
    found, problems = parse("01_x", "src/lessons/01_x.py", text)
    assert not problems
    return found


def complaints(quiz, marker='# %% [markdown] tags=["quiz"]'):
    return [(problem.line, problem.message) for problem in sorted(page_problems(page(quiz, marker), {}))]


def rendered(markdown):
    return MarkdownIt("commonmark").render(markdown)


@pytest.mark.parametrize(
    "quiz",
    [
        GOOD,
        SHORT,
        SHORT + "\n\n- [ ] C.\n\n  Why not?",
        "Is 1 < 2?\n\n```\n<b>\n- [] no option\n# no heading\n```\n\n- [x] `<b>`\n  A `</b>`.\n- [ ] *C* < 3\n  Or 4.",
        "Why?\n\n- [ ] A.\n  Right-to-left text.\n- [x] B.\n  Yes-men say no.",
    ],
)
def test_a_good_quiz_draws_no_complaint(quiz):
    assert complaints(quiz) == []


@pytest.mark.parametrize(
    ("quiz", "line", "words"),
    [
        ("Why?", 5, "2 to 5 options, `- [ ] …` or `- [x] …`; here is 0 options"),
        ("Why?\n\n- [x] A.\n  It is.", 5, "here is 1 option"),
        ("Why?\n\n" + "\n".join(f"- [x] {n}\n  It is." for n in range(6)), 5, "here is 6 options"),
        (SHORT.replace("[x]", "[ ]"), 5, "no option is right"),
        (SHORT.replace("[ ]", "[x]"), 5, "every option is right"),
        (SHORT.replace("Why?\n\n", ""), 5, "begins with its question"),
        (SHORT.replace("\n\n", "\n"), 7, "an empty line stands between"),
        (SHORT.replace("  It is.\n", ""), 8, "no explanation"),
        (SHORT.replace("\n  It is not.", ""), 10, "no explanation"),
        (SHORT.replace("B.", "A."), 10, "stands here already"),
        (SHORT.replace("  It is.", "It is."), 9, "indent it by two spaces"),
        (SHORT.replace("  It is.", " It is."), 9, "indent it by two spaces"),
        (SHORT.replace("- [x]", "- [X]"), 10, "begins with `- [ ] ` or `- [x] `"),
        (SHORT.replace("- [x]", "* [x]"), 10, "begins with `- [ ] ` or `- [x] `"),
        (SHORT.replace("- [x]", "  - [x]"), 10, "begins with `- [ ] ` or `- [x] `"),
        (SHORT.replace("- [x]", "1. [x]"), 10, "begins with `- [ ] ` or `- [x] `"),
        (SHORT.replace("- [ ]", "- []"), 8, "begins with `- [ ] ` or `- [x] `"),
        (SHORT.replace("- [ ] A.", "- [ ]"), 8, "its text stands behind"),
        (SHORT.replace("- [ ] A.", "- [ ]A."), 8, "its text stands behind"),
        (SHORT.replace("It is.", "Right. It is."), 9, None),
        (SHORT.replace("Why?", "## Why?"), 6, "no heading in a quiz"),
        (SHORT.replace("It is.", "It is.\n  ### More"), 10, "no heading in a quiz"),
        (SHORT.replace("Why?", "Why <b>?"), 6, "no HTML in a quiz"),
        (SHORT.replace("A.", "</summary>"), 8, "no HTML in a quiz"),
        (SHORT.replace("It is.", "It is.\n  </details>"), 10, "no HTML in a quiz"),
        (SHORT.replace("It is.", "It is. <!-- or not -->"), 9, "no HTML in a quiz"),
        (SHORT.replace("A.", "`A."), 8, "not closed"),
        (SHORT.replace("A.", "[A](words.ipynb)"), 8, "no link in an option"),
        (SHORT.replace("It is.", "- It is."), 8, "begins with a sentence"),
        (SHORT.replace("It is.", "```\n  x\n  ```"), 8, "begins with a sentence"),
    ],
)
def test_what_is_no_quiz_is_found_at_its_line(quiz, line, words):
    found = complaints(quiz)
    if words is None:
        line, words = 8, "begins with a verdict"
    assert any(at == line and words in message for at, message in found), found


@pytest.mark.parametrize(
    "verdict", ["Right.", "Right:", "right", "**Right.**", "Wrong,", "Yes,", "No.", "No,", "Correct."]
)
def test_the_verdict_is_left_to_the_publisher(verdict):
    assert [message for _, message in complaints(SHORT.replace("It is.", f"{verdict} It is."))] == [
        "the explanation begins with a verdict: leave it out, **Right.** or **Not this one.** is put before it"
    ]


@pytest.mark.parametrize(
    ("marker", "words"),
    [
        ('# %% tags=["quiz"]', 'the tag "quiz" belongs on a markdown cell'),
        ('# %% [markdown] tags=["quiz", "teaching-note"]', "take it out of the teaching note"),
        ('# %% [markdown] tags=["quiz", "core"]', 'the tag "core" belongs on a cell that begins with a heading'),
    ],
)
def test_a_quiz_is_a_markdown_cell_for_all(marker, words):
    text = "1" if marker == '# %% tags=["quiz"]' else SHORT
    assert [(line, words in message) for line, message in complaints(text, marker)] == [(5, True)]


def test_a_quiz_in_both_editions():
    learner, instructor = (derive(page(GOOD), name, {}).notebook.cells[1] for name in ("learner", "instructor"))
    assert learner.cell_type == "markdown"
    assert learner.metadata == {"tags": ["quiz"]}
    assert "[the words](words.ipynb)" in learner.source
    assert instructor.source == learner.source.replace("words.ipynb", "../words.ipynb") + "\n\n*Right: B*"
    assert "- [x]" not in learner.source


def test_what_markdown_makes_of_it():
    shown = re.sub(r' style="[^"]*"', "", rendered(render_quiz(GOOD)))
    assert shown == (
        "<p><strong>Quick check.</strong> The file has more bytes than\ncharacters. <em>Why?</em></p>\n"
        "<details><summary><span>A.</span> Spaces at the ends of lines.</summary>\n"
        "<p><strong>Not this one.</strong> They are counted in both numbers.</p>\n"
        "</details>\n"
        "<details><summary><span>B.</span> Characters that need more than one byte, "
        "as in <code>text[200:206]</code>.</summary>\n"
        '<p><strong>Right.</strong> There are seven. See <a href="words.ipynb">the words</a>.</p>\n'
        '<pre><code class="language-python">- [ ] this is code\n</code></pre>\n'
        "<ul>\n<li>a list</li>\n</ul>\n"
        "</details>"
    )


def test_every_option_has_its_letter_and_only_teachers_read_which_are_right():
    quiz = "Which are even?\n\n" + "\n".join(
        f"- [{' ' if n % 2 else 'x'}] {n}\n  Half of it is {n / 2}." for n in range(5)
    )
    learner, instructor = (render_quiz(quiz, edition) for edition in ("learner", "instructor"))
    letters = re.findall(r"<summary[^>]*><span[^>]*>(\w)\.</span> (\d)</summary>", learner)
    assert letters == [("A", "0"), ("B", "1"), ("C", "2"), ("D", "3"), ("E", "4")]
    assert instructor == f"{learner}\n\n*Right: A, C, E*"
    assert "Right:" not in learner
    assert rendered(instructor).endswith("</details>\n<p><em>Right: A, C, E</em></p>\n")


inline = st.lists(
    st.sampled_from(
        ["a", "b ", " ", "*c*", "**d**", "`*e* < f`", "``g ` h``", "<", "&", "&amp;", "\\*", "\\", '"', "2 * 3"]
    )
).map("".join)


@given(inline)
def test_an_option_holds_no_html_but_its_own(text):
    shown = inline_html(text)
    assert re.sub(r"</?(code|em|strong)>", "", shown).count("<") == 0
    assert [shown.count(f"<{name}>") - shown.count(f"</{name}>") for name in ("code", "em", "strong")] == [0, 0, 0]


@pytest.mark.parametrize(
    "text",
    [
        "*a* and **b**",
        "`a < b` & c",
        "2 * 3 * 4",
        "\\*a\\*",
        "``a ` b``",
        "*`a`* b",
        "a_b_c",
        'say "a"',
        "**a *b* c**",
        "`*a*`",
    ],
)
def test_an_option_reads_as_markdown_would_show_it(text):
    assert inline_html(text) == rendered(text).strip().removeprefix("<p>").removesuffix("</p>").replace("&quot;", '"')
