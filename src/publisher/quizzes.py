"""Quizzes: a question with options, written as a task list, shown so that each option unfolds to its explanation.

In the source a quiz is a Markdown cell with the tag `quiz`:

    One question, in one or more lines.

    - [ ] An option that is not right.
      Its explanation.
    - [x] An option that is.
      Its explanation.

Learners get plain `<details>`, so a quiz works without a widget, before anything has run, and wherever a notebook is
read. Each option has a letter, so that a class can vote by hands. Which options are right stands, for learners, only
inside of what they unfold; the instructor edition names their letters in one line below them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from string import ascii_uppercase

from publisher.markdown import CODE_SPAN, fenced
from publisher.problems import Problem
from publisher.source import Cell, Page

MARK = re.compile(r"- \[(?P<mark>[ x])\] +(?P<text>\S.*)")
LIKE_A_MARK = re.compile(r"\s*([-*+]|\d+[.)]) ?\[.?\]")
TAG = re.compile(r"<[a-zA-Z/!?]")
VERDICT = re.compile(r"\W*(?:(?:right|wrong|correct|incorrect|yes)(?![\w-])|no[.,:;!]|not this one\b)", re.IGNORECASE)
NO_SENTENCE = re.compile(r"```|~~~|[>|]|[-+*] |\d+[.)] ")
FEWEST, MOST = 2, 5
IN_A_LESSON = 3
# The triangle hangs at the left, and all lines of an option and of its explanation begin below one another.
OPTION = '<details style="margin: 0.5em 0 0.5em 1.2em"><summary style="list-style-position: outside">'
# A letter in <strong> is an object of its own to a screen reader, which tells it once more with the option.
LETTER = '<span style="font-weight: bold">'


@dataclass(frozen=True)
class Option:
    """One answer to a quiz's question.

    Parameters
    ----------
    line : int
        Its line in the cell, from 0.
    right : bool
    text : str
        Markdown, one line.
    explanation : list of str
        Lines of Markdown, no longer indented.
    """

    line: int
    right: bool
    text: str
    explanation: list[str] = field(default_factory=list)


def read_quiz(lines: Sequence[str]) -> tuple[list[str], list[Option]]:
    """Take a quiz apart, as far as it is one.

    Parameters
    ----------
    lines : sequence of str
        The lines of its cell.

    Returns
    -------
    question : list of str
        Lines of Markdown.
    options : list of Option

    Examples
    --------
    >>> question, options = read_quiz(["Which?", "", "- [x] This.", "  It is.", "- [ ] That.", "  It is not."])
    >>> question, [(option.right, option.text, option.explanation) for option in options]
    (['Which?', ''], [(True, 'This.', ['It is.']), (False, 'That.', ['It is not.'])])
    """
    question: list[str] = []
    options: list[Option] = []
    for number, (line, in_code) in enumerate(zip(lines, fenced(lines), strict=True)):
        mark = None if in_code else MARK.fullmatch(line.rstrip())
        if mark:
            options.append(Option(number, mark["mark"] == "x", mark["text"]))
        elif options:
            options[-1].explanation.append(line.removeprefix("  "))
        else:
            question.append(line)
    return question, options


def quiz_problems(page: Page, cell: Cell) -> Iterator[Problem]:
    r"""Check that a cell with the tag `quiz` is one.

    Parameters
    ----------
    page : Page
    cell : Cell

    Yields
    ------
    Problem

    Examples
    --------
    >>> cell = Cell("markdown", "Which?\n\n- [ ] This.\n  It has two.\n- [ ] That.", 4, 5, {"tags": ["quiz"]})
    >>> for problem in quiz_problems(Page("01_x", "src/lessons/01_x.py", ()), cell):
    ...     print(problem)
    src/lessons/01_x.py:9: the option has no explanation: write it below, indented by two spaces
    src/lessons/01_x.py:4: no option is right: mark one at least with - [x]
    """
    if cell.is_note:
        yield page.problem(cell.line, "a quiz is for learners, too: take it out of the teaching note")
    yield from (page.problem(cell.first + number, message) for number, message in _line_problems(cell.lines))
    question, options = read_quiz(cell.lines)
    if not any(line.strip() for line in question):
        yield page.problem(cell.line, "a quiz begins with its question")
    elif options and question[-1].strip():
        yield page.problem(cell.first + options[0].line, "an empty line stands between the question and its options")
    seen: set[str] = set()
    for option in options:
        for message in _option_problems(option):
            yield page.problem(cell.first + option.line, message)
        if option.text in seen:
            yield page.problem(cell.first + option.line, "this option stands here already")
        seen.add(option.text)
    if not FEWEST <= len(options) <= MOST:
        found = f"{len(options)} option" + ("" if len(options) == 1 else "s")
        yield page.problem(cell.line, f"a quiz has {FEWEST} to {MOST} options, `- [ ] …` or `- [x] …`; here is {found}")
    elif not any(option.right for option in options):
        yield page.problem(cell.line, "no option is right: mark one at least with - [x]")
    elif all(option.right for option in options):
        yield page.problem(cell.line, "every option is right: there is nothing to choose")


def quiz_number_problems(page: Page) -> Iterator[Problem]:
    """Check that a lesson asks often enough.

    Parameters
    ----------
    page : Page

    Yields
    ------
    Problem

    Examples
    --------
    >>> cells = (Cell("markdown", "Which?", 1, 2, {"tags": ["quiz"]}),)
    >>> [str(problem) for problem in quiz_number_problems(Page("01_x", "src/lessons/01_x.py", cells))]
    ['src/lessons/01_x.py: a lesson has 3 quizzes at least, here is 1']
    """
    number = sum(cell.is_quiz for cell in page.cells)
    if number < IN_A_LESSON:
        yield page.problem(0, f"a lesson has {IN_A_LESSON} quizzes at least, here is {number}")


def _line_problems(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Check each line by itself: number from 0, message."""
    began = False
    for number, (line, in_code) in enumerate(zip(lines, fenced(lines), strict=True)):
        prose = CODE_SPAN.sub("", line)
        if not in_code and MARK.fullmatch(line.rstrip()):
            began = True
        elif not in_code and LIKE_A_MARK.match(line):
            yield number, "an option begins with `- [ ] ` or `- [x] `, at the left, and its text stands behind"
        elif began and line.strip() and not line.startswith("  "):
            yield number, "what stands below an option is its explanation: indent it by two spaces"
        elif not in_code and re.match(r"\s*#{1,6}\s", line):
            yield number, "no heading in a quiz: write it in a cell of its own"
        if not in_code and TAG.search(prose):
            yield number, "no HTML in a quiz: put the < into a code span, or write it in words"


def _option_problems(option: Option) -> Iterator[str]:
    prose = CODE_SPAN.sub("", option.text)
    if "`" in prose:
        yield "a code span in the option is not closed"
    if "](" in prose:
        yield "no link in an option, a click unfolds it: put the link into the explanation"
    first = next((line for line in option.explanation if line.strip()), None)
    if first is None:
        yield "the option has no explanation: write it below, indented by two spaces"
    elif VERDICT.match(first):
        yield "the explanation begins with a verdict: leave it out, **Right.** or **Not this one.** is put before it"
    elif NO_SENTENCE.match(first):
        yield "the explanation begins with a sentence; lists, tables and code stand below it"


def render_quiz(source: str, edition: str = "learner") -> str:
    r"""Write a quiz as it is read.

    Parameters
    ----------
    source : str
        A cell in which `quiz_problems` found nothing.
    edition : str, default "learner"
        "instructor" names the letters of what is right, too.

    Returns
    -------
    str
        Markdown.

    Examples
    --------
    >>> source = "Is 1 < 2?\n\n- [x] Yes, `1 < 2`.\n  Count.\n- [ ] *Never*.\n  Count again."
    >>> print(render_quiz(source, "instructor"))  # doctest: +ELLIPSIS
    Is 1 < 2?
    <BLANKLINE>
    <details ...><summary ...><span ...>A.</span> Yes, <code>1 &lt; 2</code>.</summary>
    <BLANKLINE>
    **Right.** Count.
    <BLANKLINE>
    </details>
    <BLANKLINE>
    <details ...><summary ...><span ...>B.</span> <em>Never</em>.</summary>
    <BLANKLINE>
    **Not this one.** Count again.
    <BLANKLINE>
    </details>
    <BLANKLINE>
    *Right: A*
    """
    question, options = read_quiz(source.split("\n"))
    lettered = list(zip(ascii_uppercase, options, strict=False))
    parts = ["\n".join(question).strip("\n"), *(_render_option(letter, option) for letter, option in lettered)]
    if edition == "instructor":
        parts.append(f"*Right: {', '.join(letter for letter, option in lettered if option.right)}*")
    return "\n\n".join(parts)


def _render_option(letter: str, option: Option) -> str:
    verdict = "**Right.**" if option.right else "**Not this one.**"
    explanation = "\n".join(option.explanation).strip()
    summary = f"{OPTION}{LETTER}{letter}.</span> {inline_html(option.text)}</summary>"
    return f"{summary}\n\n{verdict} {explanation}\n\n</details>"


def inline_html(text: str) -> str:
    r"""Turn one line of Markdown into HTML: code spans, *emphasis* and **strong emphasis**, everything else escaped.

    Parameters
    ----------
    text : str

    Returns
    -------
    str

    Examples
    --------
    >>> inline_html("*All* of `a < b`, **not** 2 * 3 * 4 & \\*")
    '<em>All</em> of <code>a &lt; b</code>, <strong>not</strong> 2 * 3 * 4 &amp; *'
    """
    codes = [f"<code>{html.escape(span['code'].strip(), quote=False)}</code>" for span in CODE_SPAN.finditer(text)]
    marked = _emphasized(CODE_SPAN.sub("\0", text))  # emphasis may begin before a code span and end behind it
    return re.sub("\0", lambda _: codes.pop(0), marked)


def _emphasized(text: str) -> str:
    text = html.escape(text, quote=False)
    text = re.sub(r"(?<![\\*])\*\*(?=\S)(.+?)(?<=[^\s\\])\*\*", r"<strong>\1</strong>", text)
    text = re.sub(r"(?<![\\*])\*(?=[^\s*])(.+?)(?<=[^\s\\*])\*(?!\*)", r"<em>\1</em>", text)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)
