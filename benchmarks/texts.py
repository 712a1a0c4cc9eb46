"""Texts to measure with: as long as asked, like the press release, and nowhere a mere copy of it."""

from __future__ import annotations

import random
import re

from helpers import reference
from helpers.texts import read_text, split_paragraphs

SHARE = 0.15
"""Of the ordinary words, how many give way to another one."""


def varied_text(size: int, seed: int = 2014) -> str:
    r"""Write a text in the manner of the press release: its paragraphs with other states, dates, numbers and words.

    Parameters
    ----------
    size : int
        How many characters at least; it ends with a whole paragraph.
    seed : int
        The same seed gives the same text.

    Returns
    -------
    str

    Examples
    --------
    >>> one = varied_text(100_000)
    >>> 100_000 <= len(one) < 102_000, len(set(one.split("\n\n"))) == len(one.split("\n\n"))
    (True, True)
    """
    chance = random.Random(seed)
    text = read_text()
    paragraphs = split_paragraphs(text)["text"].tolist()[1:]
    words = sorted(set(re.findall(r"(?<![A-Z’-])\b[a-z]{5,}\b", text)))
    months = reference.words("months")["name"].tolist()
    table = reference.states()
    states = sorted({*table["formal_name"], *table["short_name"]})
    here = re.compile("|".join(sorted(map(re.escape, states), key=len, reverse=True)))
    pieces, length = ["Communiqué of many meetings"], 0
    while length < size:
        piece = here.sub(lambda match: chance.choice(states), chance.choice(paragraphs))
        piece = re.sub(r"\b[A-Z][a-z]+ (?=\d{4})", lambda match: f"{chance.choice(months)} ", piece)
        piece = re.sub(r"\b[1-9]\d?\b", lambda match: str(chance.randint(1, 28)), piece)
        piece = re.sub(r"\b(?:19|20)\d\d\b", lambda match: str(chance.randint(1990, 2029)), piece)
        piece = re.sub(
            r"\b[a-z]{5,}\b", lambda match: chance.choice(words) if chance.random() < SHARE else match.group(), piece
        )
        piece += f" They will meet again in {chance.randint(1990, 2029)}, in room {chance.randint(1, 10**9)}."
        pieces.append(piece)
        length += len(piece) + 2
    return "\n\n".join(pieces)
