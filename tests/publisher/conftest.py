"""A small made-up course to try the publisher on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from publisher.disk import notebook_text, write
from publisher.editions import Edition, derive_all
from publisher.pages import read_pages
from publisher.solutions import MODULE, collect_solutions, render_solutions


@dataclass(frozen=True)
class Made:
    """As much of an exercise as the publisher looks at."""

    stub: str


REGISTRY = {"1.1": Made("letters = ..."), "1.2": Made("...")}

LESSON = '''\
# %% [markdown]
# # 1 · Letters
# *How many are there?*
#
# **Time** core path 5 minutes · **You need** nothing · **Next** [Words](words.ipynb)

# %%
from IPython.display import HTML, display


def check(name, answer):
    return "not started" if answer is ... else "done"


# %% [markdown] tags=["teaching-note"]
# Let them *count*.
#
# - first by hand

# %% [markdown] tags=["core"]
# ## Counting

# %% exercise="1.1"
### BEGIN SOLUTION
letters = {}
for letter in "banana":
    letters[letter] = letters.get(letter, 0) + 1
### END SOLUTION

# %%
check("1.1", letters)

# %% exercise="1.2"
def double(number):
    """Give twice the number."""
    ### BEGIN SOLUTION
    twice = 2 * number
    return twice
    ### END SOLUTION


# %%
check("1.2", double)

# %% tags=["hide-input"]
print("banana")
'''

QUIZ = """\

# %% [markdown] tags=["quiz"]
# The word {word} has letters. Count them: what do you get?
#
# - [x] Six.
#   Count them.
# - [ ] Three.
#   Those are the different ones.
"""

# The same lesson, line for line, with all that `--check` asks of one that is finished.
FINISHED = LESSON.replace("there?*", "there?* **You will be able to** count (1.1) · double (1.2)").replace(
    "# Let them *count*.\n#\n# - first by hand", "# | minutes | what |\n# | --- | --- |\n# | 0–5 | count |"
)
FINISHED += "".join(QUIZ.format(word=word) for word in ("banana", "papaya", "tomato"))
FINISHED += """
# %% [markdown] tags=["teaching-note"]
# **Minutes 0–5.** *Expected:* six. *Misconception:* "three." Ask: of what? *Misconception:* "seven." Ask: which?
# *If you are late,* leave out the doubling (2 minutes).

# %% [markdown] tags=["teaching-note"]
# **For the discussion** What is a letter? What is a word?
"""

WORDS = """\
# %% [markdown]
# # Words
# The list of words. Back to [lesson 1](01_letters.ipynb).
"""

GUIDE = """\
# %% [markdown] editions="instructor"
# # Guide
# For [lesson 1](01_letters.ipynb), with the [words](words.ipynb).

# %%
"for instructors"
"""


@pytest.fixture
def registry() -> dict[str, Made]:
    """Return the made-up exercises, anew for each test."""
    return dict(REGISTRY)


@pytest.fixture
def project(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes a project of the given pages; by default a lesson, a word list and a guide."""

    def write_project(**pages: str) -> Path:
        pages = pages or {"01_letters": LESSON, "words": WORDS, "guide": GUIDE}
        for name, text in pages.items():
            file = tmp_path / "src" / "lessons" / f"{name}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(dedent(text), encoding="utf-8")
        return tmp_path

    return write_project


@pytest.fixture
def pretend_built(project: Callable[..., Path], registry: dict[str, Made]) -> Path:
    """Return a project whose notebooks lie on disk as if every cell had run and shown nothing: no kernel is needed."""
    root = project(**{"01_letters": FINISHED, "words": WORDS, "guide": GUIDE})
    pages, problems = read_pages(root)
    assert not problems
    for edition in derive_all(pages, registry):
        pretend_run(edition)
        write(root / edition.path, notebook_text(edition.notebook))
    write(root / MODULE, render_solutions(collect_solutions(pages)))
    return root


def pretend_run(edition: Edition) -> None:
    """Number the code cells as a run would."""
    for count, cell in enumerate((c for c in edition.notebook.cells if c.cell_type == "code"), start=1):
        cell.execution_count = count
