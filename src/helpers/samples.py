"""A sample that somebody marks by hand, sentence by sentence: what was typed, read with patience."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pandas as pd

from helpers.folding import Folded
from helpers.gazetteer import LABELS
from helpers.reference import words

_FORM = '[("Mongolia", "STATE")]'


def read_marks(marks: Any, sample: pd.DataFrame) -> set[tuple[int, str, str]]:
    """Read the marks of a sample, and say in a sentence what can not be counted, and why.

    Parameters
    ----------
    marks : dict
        The number of a sentence leads to a list of pairs, name and label. A sentence without names has an empty list.
        Names are taken as the page writes them, so a straight apostrophe or a line end does no harm. A name that
        stands twice in a sentence is one mark.
    sample : pandas.DataFrame
        The sentences that were chosen: ``sentence``, ``text``, as `split_sentences` gives them.

    Returns
    -------
    set of (int, str, str)
        Number of the sentence, name as it stands on the page, label. Empty as long as a mark can not be counted: the
        tool's marks are shown beside these, and whoever has seen them can not mark any more.

    Examples
    --------
    >>> sample = pd.DataFrame({"sentence": [2, 6], "text": ["A People’s Republic spoke.", "Peruvians came."]})
    >>> read_marks({2: [("People's Republic", "STATE")], 6: []}, sample)
    Sentence 2: taken as the page writes it, People’s Republic.
    {(2, 'People’s Republic', 'STATE')}
    >>> read_marks({2: ("China", "STATE"), 6: [("Peru", "STATE"), ("Peruvians", "ALL")]}, sample)
    Sentence 2: a pair needs a list around it, as in [("Mongolia", "STATE")].
    Sentence 6 of the sample has 'Peru' only inside of a longer word.
    Sentence 6: there is no label 'ALL' (for 'Peruvians'), but STATE, IGO, GOV, POST, DATE, DOC, INITIATIVE.
    set()
    >>> read_marks({2: [("People’s Republic", "STATE")], 6: [("Chile", "STATE")]}, sample)
    Sentence 6 of the sample has no 'Chile'. Copy the name from the page.
    1 mark is read, 1 is to be mended. None counts until that is done.
    set()
    >>> read_marks({2: [("Haven", "STATE"), ("Torva", "STATE")], 10: [("ATB", "IGO")]}, sample)
    None of these names stands in your sample: they are marks of another one. Write your own over them all.
    set()
    """
    if not isinstance(marks, dict):
        print(f"The marks are a dict here: the number of a sentence, a colon, a list of pairs, as in {{2: {_FORM}}}.")
        return set()
    sentences = dict(zip(sample["sentence"].tolist(), sample["text"].tolist(), strict=True))
    names = set()
    right = 0
    problems = []
    missing: dict[Any, list[str]] = {}
    typed = 0
    for number, listed in marks.items():
        pairs, wrong = _pairs(listed)
        problems += [f"Sentence {number}: {sentence}" for sentence in wrong]
        typed += len(pairs) + len(wrong)
        for name, label in pairs:
            found = _find(name, sentences.get(number, ""))
            if label.upper() not in LABELS:
                labels = ", ".join(LABELS)
                problems.append(f"Sentence {number}: there is no label {label!r} (for {name!r}), but {labels}.")
            elif number not in sentences or found is None:
                missing.setdefault(number, []).append(name)
            elif not found:
                problems.append(f"Sentence {number} of the sample has {name!r} only inside of a longer word.")
            else:
                if found != name:
                    print(f"Sentence {number}: taken as the page writes it, {' '.join(found.split())}.")
                if label.upper() == "STATE" and Folded(found).text in _regions():
                    print(
                        f"Sentence {number}: {' '.join(found.split())} is a region, and a STATE is one sovereign state."
                    )
                right += 1
                names.add((number, found, label.upper()))
    elsewhere = not missing.keys() <= sentences.keys() or typed > _SLIPS
    if sum(map(len, missing.values())) == typed > 1 and elsewhere:
        problems = [_OF_ANOTHER]
    else:
        problems += [_missing(number, absent, number in sentences) for number, absent in missing.items()]
    for problem in problems:
        print(problem)
    if problems and right:
        read = "1 mark is read" if right == 1 else f"{right} marks are read"
        print(f"{read}, {_to_mend(typed - right)}. None counts until that is done.")
    return set() if problems else names


def _to_mend(number: int) -> str:
    return f"{number} {'is' if number == 1 else 'are'} to be mended"


@cache
def _regions() -> frozenset[str]:
    table = words("places")
    return frozenset(table.loc[table["kind"] == "region", "place"])


_SLIPS = 3
"""So many names may all be typed wrong; more that are all missing belong to another text."""
_OF_ANOTHER = "None of these names stands in your sample: they are marks of another one. Write your own over them all."


def _missing(number: Any, names: list[str], in_sample: bool) -> str:
    """Say which names a sentence does not have, all in one sentence."""
    listed = ", ".join(map(repr, names))
    if not in_sample:
        return f"Sentence {number} of the sample has no {listed}: it is not in the sample at all."
    what = "the name" if len(names) == 1 else "the names"
    return f"Sentence {number} of the sample has no {listed}. Copy {what} from the page."


def read_pairs(listed: Any) -> list[tuple[str, str]]:
    """Read a list of pairs of texts, such as a name and its label; say in a sentence what is no such pair.

    Parameters
    ----------
    listed : list of (str, str)

    Returns
    -------
    list of (str, str)
        Those that are pairs.

    Examples
    --------
    >>> read_pairs([("Peru", "STATE"), ("C5+1")])
    'C5+1' is no pair of two texts, as in [("Mongolia", "STATE")].
    [('Peru', 'STATE')]
    """
    pairs, wrong = _pairs(listed)
    for sentence in wrong:
        print(sentence[0].upper() + sentence[1:])
    return pairs


def _pairs(listed: Any) -> tuple[list[tuple[str, str]], list[str]]:
    """Return the pairs, and a sentence about each entry that is none."""
    if isinstance(listed, str) or (isinstance(listed, tuple) and [*map(type, listed)] == [str, str]):
        what = "a name" if isinstance(listed, str) else "a pair"
        return [], [f"{what} needs a list around it, as in {_FORM}."]
    if not isinstance(listed, list | tuple | set):
        return [], [f"a list of pairs is needed, as in {_FORM}, or an empty list, []."]
    pairs, wrong = [], []
    for entry in listed:
        if isinstance(entry, list | tuple) and [*map(type, entry)] == [str, str] and entry[0].strip():
            pairs.append((entry[0].strip(), entry[1].strip()))
        else:
            shown = repr(entry) if len(repr(entry)) < 60 else repr(entry)[:60] + "…"
            wrong.append(f"{shown} is no pair of two texts, as in {_FORM}.")
    return pairs, wrong


def _find(name: str, sentence: str) -> str | None:
    """Return the name as the sentence has it; "" if only a longer word holds it, None if nothing does."""
    folded, wanted = Folded(sentence), Folded(name).text
    match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded.text)
    if match:
        start, end = folded.back(*match.span())
        return sentence[start:end]
    return "" if wanted in folded.text else None
