"""A sample that somebody marks by hand, sentence by sentence: what was typed, read with patience."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pandas as pd

from helpers.folding import Folded
from helpers.gazetteer import LABELS

_FORM = '[("Mongolia", "STATE")]'


def read_marks(marks: Any, sample: pd.DataFrame) -> set[tuple[int, str, str]]:
    """Read the marks of a sample, and say in a sentence what can not be counted, and why.

    Parameters
    ----------
    marks : dict
        The number of a sentence leads to a list of pairs, name and label. A sentence without names has an empty list.
        Names are taken as the page writes them, so a straight apostrophe or a line end does no harm.
    sample : pandas.DataFrame
        The sentences that were chosen: ``sentence``, ``text``, as `split_sentences` gives them.

    Returns
    -------
    set of (int, str, str)
        Number of the sentence, name as it stands on the page, label. What was told is not among them.

    Examples
    --------
    >>> sample = pd.DataFrame({"sentence": [2, 6], "text": ["A People’s Republic spoke.", "Peruvians came."]})
    >>> read_marks({2: [("People's Republic", "STATE")], 6: []}, sample)
    Sentence 2: taken as the page writes it, People’s Republic.
    {(2, 'People’s Republic', 'STATE')}
    >>> read_marks({2: ("China", "STATE"), 6: [("Peru", "STATE"), ("Peruvians", "ALL")]}, sample)
    Sentence 2: a pair needs a list around it, as in [("Mongolia", "STATE")].
    Sentence 6 of the sample has 'Peru' only inside of a longer word.
    Sentence 6: the codebook has no label 'ALL' (for 'Peruvians'). It has STATE, IGO, GOV, POST, DATE, DOC, INITIATIVE.
    set()
    """
    if not isinstance(marks, dict):
        print(f"The marks are a dict here: the number of a sentence, a colon, a list of pairs, as in {{2: {_FORM}}}.")
        return set()
    sentences = dict(zip(sample["sentence"].tolist(), sample["text"].tolist(), strict=True))
    names = set()
    for number, listed in marks.items():
        for name, label in _pairs(number, listed):
            found = _find(name, sentences.get(number, ""))
            if label.upper() not in LABELS:
                labels = ", ".join(LABELS)
                print(f"Sentence {number}: the codebook has no label {label!r} (for {name!r}). It has {labels}.")
            elif number not in sentences:
                print(f"Sentence {number} of the sample has no {name!r}: the sample does not hold this sentence.")
            elif found is None:
                print(f"Sentence {number} of the sample has no {name!r}. Copy the name from the page.")
            elif not found:
                print(f"Sentence {number} of the sample has {name!r} only inside of a longer word.")
            else:
                if found != name:
                    print(f"Sentence {number}: taken as the page writes it, {' '.join(found.split())}.")
                names.add((number, found, label.upper()))
    return names


def _pairs(number: Any, listed: Any) -> Iterator[tuple[str, str]]:
    """Yield the pairs of one sentence; say what is none."""
    if isinstance(listed, str) or (isinstance(listed, tuple) and [*map(type, listed)] == [str, str]):
        what = "a name" if isinstance(listed, str) else "a pair"
        print(f"Sentence {number}: {what} needs a list around it, as in {_FORM}.")
        return
    if not isinstance(listed, list | tuple | set):
        print(f"Sentence {number}: a list of pairs is needed, as in {_FORM}, or an empty list, [].")
        return
    for entry in listed:
        if isinstance(entry, list | tuple) and [*map(type, entry)] == [str, str] and entry[0].strip():
            yield entry[0].strip(), entry[1].strip()
        else:
            shown = repr(entry) if len(repr(entry)) < 60 else repr(entry)[:60] + "…"
            print(f"Sentence {number}: {shown} is no pair of a name and a label, as in {_FORM}.")


def _find(name: str, sentence: str) -> str | None:
    """Return the name as the sentence has it; "" if only a longer word holds it, None if nothing does."""
    folded, wanted = Folded(sentence), Folded(name).text
    match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded.text)
    if match:
        start, end = folded.back(*match.span())
        return sentence[start:end]
    return "" if wanted in folded.text else None
