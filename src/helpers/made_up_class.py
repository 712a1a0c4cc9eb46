"""A class that never existed, so that the class notebook has something to show and the tests something to count.

Nobody annotated like this. Each made-up reader starts from the gold standard, has a few habits (a rule that this reader
holds differently from the codebook, every time) and makes a few slips (now and then, at random).
"""

from __future__ import annotations

import contextlib
import io
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import pandas as pd

from helpers.annotation_files import draw_pseudonym, save_annotations
from helpers.errors import CourseError
from helpers.reference import gold
from helpers.texts import read_text, split_paragraphs, split_sentences

Span = tuple[int, int, str]
T = TypeVar("T")


def make_up_class(folder: str | Path, size: int = 40, seed: int = 1) -> list[Path]:
    """Write the files of a made-up class, one for each reader, and three that no class notebook should stumble over.

    All of them read the first and the last sentence of the paragraph below the title, as lesson 2 asks for, and most of
    them the whole press release. The three other files are damaged on purpose: one is cut off in the middle, one was
    made on another text, one is there twice.

    Parameters
    ----------
    folder : str or pathlib.Path
        Where to write; it must be there.
    size : int, default 40
        How many readers.
    seed : int, default 1
        The same seed gives the same class.

    Returns
    -------
    list of pathlib.Path
        The files of the readers, without the three others.

    Raises
    ------
    CourseError
        If the size is no whole number from 1 to 200.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     len(make_up_class(folder, size=2)), len(list(Path(folder).iterdir()))
    (2, 5)
    """
    if type(size) is not int or not 1 <= size <= 200:
        raise CourseError(f"A made-up class has 1 to 200 readers, not {size!r}.")
    chance = random.Random(seed)
    text = read_text()
    paths: list[Path] = []
    with contextlib.redirect_stdout(io.StringIO()):
        while len(paths) < size:
            name = draw_pseudonym(lambda listed: _one_of(listed, chance))
            path = save_annotations(make_up_reader(text, chance), name, folder, replace=True)
            if path not in paths:
                paths.append(path)
    _damage(Path(folder), paths[0])
    return paths


def make_up_reader(text: str, chance: random.Random) -> pd.DataFrame:
    """Make up the marks of one reader of the press release.

    Parameters
    ----------
    text : str
        The press release.
    chance : random.Random
        Where chance comes from.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``label``.

    Examples
    --------
    >>> from helpers.texts import read_text
    >>> reader = make_up_reader(read_text(), random.Random(7))
    >>> list(reader.columns), len(reader) > 5
    (['start', 'end', 'label'], True)
    """
    standard = gold("entities")
    spans: list[Span] = list(zip(standard["start"], standard["end"], standard["label"], strict=True))
    first, last = split_paragraphs(text)[["start", "end"]].iloc[1]
    sentences = split_sentences(text)
    sentences = sentences[(sentences["start"] >= first) & (sentences["end"] <= last)].iloc[[0, -1]]
    reads_all = chance.random() < 0.65
    spans = [
        span for span in spans if reads_all or ((sentences["start"] <= span[0]) & (span[0] < sentences["end"])).any()
    ]
    for habit, share in HABITS:
        if chance.random() < share:
            spans = habit(spans, text)
    care = 0.01 + 0.09 * chance.random()  # how often this reader slips
    slipped = [slip for span in spans for slip in _slip(span, care, chance)]
    return pd.DataFrame(sorted(set(slipped)) or spans[:1], columns=["start", "end", "label"])


def _brackets_inside(spans: list[Span], text: str) -> list[Span]:
    """Take a name and the abbreviation in brackets behind it for one span."""
    joined: list[Span] = []
    for start, end, label in spans:
        if joined and text[joined[-1][1] : start] == " (" and text[end : end + 1] == ")":
            joined[-1] = (joined[-1][0], end + 1, joined[-1][2])
        else:
            joined.append((start, end, label))
    return joined


def _no_abbreviations(spans: list[Span], text: str) -> list[Span]:
    """Leave out an abbreviation in brackets: the name before it was marked already."""
    return [(start, end, label) for start, end, label in spans if text[start - 1] + text[end : end + 1] != "()"]


def _with_article(spans: list[Span], text: str) -> list[Span]:
    """Mark the article, too."""
    return [(start - 4 * (text[start - 4 : start] == "the "), end, label) for start, end, label in spans]


def _head_only(spans: list[Span], text: str) -> list[Span]:
    """Mark of a national body only what stands before its state."""
    return [
        (start, start + len(text[start:end].partition(" of the ")[0]) if label == "GOV" else end, label)
        for start, end, label in spans
    ]


def _post_as_organization(spans: list[Span], text: str) -> list[Span]:
    """Take a post for the organization that it belongs to."""
    return [(start, end, "IGO" if label == "POST" else label) for start, end, label in spans]


def _mission_as_initiative(spans: list[Span], text: str) -> list[Span]:
    """Take a mission for an operation, not for an organ of its organization."""
    return [(start, end, "INITIATIVE" if "Mission" in text[start:end] else label) for start, end, label in spans]


def _no_dates(spans: list[Span], text: str) -> list[Span]:
    """Hold that a date is no name."""
    return [span for span in spans if span[2] != "DATE"]


HABITS: Sequence[tuple[Callable[[list[Span], str], list[Span]], float]] = (
    (_brackets_inside, 0.25),
    (_no_abbreviations, 0.1),
    (_with_article, 0.2),
    (_head_only, 0.3),
    (_post_as_organization, 0.25),
    (_mission_as_initiative, 0.35),
    (_no_dates, 0.1),
)
"""Rules that a reader may hold differently from the codebook, and the share of readers who do."""


def _slip(span: Span, care: float, chance: random.Random) -> list[Span]:
    """Leave out a span now and then, lose its last letter, or write down a wrong label."""
    start, end, label = span
    drawn = chance.random()
    if drawn < care:
        return []
    if drawn < 1.4 * care and end - start > 3:
        return [(start, end - 1, label)]
    if drawn < 1.8 * care:
        return [(start, end, _one_of(["STATE", "IGO", "GOV", "INITIATIVE"], chance))]
    return [span]


def _one_of(listed: Sequence[T], chance: random.Random) -> T:
    """Choose one; unlike random.choice, the same one in every version of Python."""
    return listed[int(chance.random() * len(listed))]


def _damage(folder: Path, path: Path) -> None:
    """Write three files that are no good beside the good ones."""
    content = path.read_text(encoding="utf-8")
    (folder / "my_annotations_cut-off.json").write_text(content[: len(content) // 2], encoding="utf-8")
    (folder / "my_annotations_twice.json").write_text(content, encoding="utf-8", newline="\n")
    with contextlib.redirect_stdout(io.StringIO()):
        other = pd.DataFrame({"start": [3], "end": [11], "label": ["STATE"]})
        save_annotations(other, "other text", folder, text="In Mongolia.", replace=True)
