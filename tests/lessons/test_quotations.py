"""What a lesson quotes with its place is what stands there, letter by letter."""

from __future__ import annotations

import re

import pytest

from helpers.reference import data_path
from helpers.texts import read_text
from publisher.source import parse

TEXTS = {"text": read_text(), "practice": read_text(data_path("practice/harbor_conference.txt"))}
QUOTED = re.compile(
    r"""(?:“([^“”]+)”|"([^"\n]+)"|(?<![*\w])\*([^*\n]+)\*(?!\*))\**,?\s*\(`(text|practice)\[(\d+):(\d+)\]`"""
)


def quotations(root, lesson: str) -> list[tuple[str, str, int, int]]:
    path = root / "src" / "lessons" / f"{lesson}.py"
    page, problems = parse(path.stem, path.name, path.read_text(encoding="utf-8"))
    assert problems == []
    prose = "\n\n".join(cell.source for cell in page.cells if cell.kind == "markdown")
    return [
        (" ".join((curly or straight or leaning).split()), text, int(start), int(end))
        for curly, straight, leaning, text, start, end in QUOTED.findall(prose)
    ]


def holds(quotation: str, there: str) -> bool:
    """Whether the words are those of the place; an ellipsis stands for words that were left out between them.

    The full stop with which the place ends may stay outside of the quotation marks.
    """
    pieces = [re.escape(piece.strip()) for piece in quotation.replace("**", "").split("…")]
    return re.fullmatch(r" .+ ".join(pieces) + r"\.?", there, re.DOTALL) is not None


@pytest.mark.parametrize("lesson", ["00", "01", "02", "03", "04", "05", "06", "07"])
def test_a_quotation_with_a_place_is_what_stands_there(root, lesson):
    (path,) = (root / "src" / "lessons").glob(f"{lesson}_*.py")
    wrong = [
        f"“{quotation}”, but {text}[{start}:{end}] is “{TEXTS[text][start:end]}”"
        for quotation, text, start, end in quotations(root, path.stem)
        if not holds(quotation, TEXTS[text][start:end])
    ]
    assert wrong == []


def test_the_pattern_sees_the_quotations_of_a_lesson(root):
    assert len(quotations(root, "06_who_says_so")) >= 10
    assert ("exchanged views", "text", 1261, 1276) in quotations(root, "06_who_says_so")


@pytest.mark.parametrize(
    ("quotation", "there"),
    [
        ("A more complete", "a more complete"),
        ("Member", "Мember"),
        ("An … is", "An important factor is the"),
        ("Consultations … confirmed", "Consultations confirmed"),
    ],
)
def test_a_quotation_that_is_nearly_right_is_not(quotation, there):
    assert not holds(quotation, there)
    assert holds(there, there)
