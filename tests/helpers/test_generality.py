"""The rules know the language of communiqués, not this one page."""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers.texts import read_text

ROOT = Path(__file__).parents[2]
WORDS = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")
MOST = 4
"""So many words in a row may a rule share with the press release."""


def words_of(text: str) -> list[str]:
    return WORDS.findall(text.lower().replace("’", "'"))


def runs(words: list[str], size: int) -> set[tuple[str, ...]]:
    return {tuple(words[place : place + size]) for place in range(len(words) - size + 1)}


def strings_in_code(path: Path) -> Iterator[str]:
    """Yield the strings of a module that are not docstrings: what a rule could hold."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.value


STAGES = ["texts", "folding", "gazetteer", "dates", "chunks", "grammar", "entities", "parties", "office_holders"]
STAGES += ["list_gaps", "list_reader", "enumerations", "other_lists"]
STAGES += ["attendance_phrases", "beside_phrases", "attendance", "participants"]
STAGES += ["patterns", "themes", "clauses", "statements", "doubts", "pipeline"]
TABLES = sorted((ROOT / "data" / "words").glob("*.csv"))
PAGE = runs(words_of(read_text()), MOST + 1)


@pytest.mark.parametrize("name", STAGES)
def test_no_module_quotes_the_page(name: str) -> None:
    strings = list(strings_in_code(ROOT / "src" / "helpers" / f"{name}.py"))
    assert strings
    assert [text for text in strings if runs(words_of(text), MOST + 1) & PAGE] == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_table_of_words_quotes_the_page(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    notes = {"note", "source", "why", "kind"}
    cells = [cell for row in rows for column, cell in row.items() if column not in notes]
    assert [cell for cell in cells if runs(words_of(cell), MOST + 1) & PAGE] == []


def test_this_test_can_fail() -> None:
    assert runs(words_of("consultations of the Shanghai Cooperation Organization"), MOST + 1) & PAGE
