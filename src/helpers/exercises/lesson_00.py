"""The exercises of lesson 00: two that try how an exercise works."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers.exercises.engine import Exercise, Mistake, same_number, same_text
from helpers.texts import read_text


def _title(text: str) -> str:
    return text.split("\n")[0]


def _piece_of_the_title(answer: object) -> bool:
    """Tell whether this string stands in the title and is not the whole of it."""
    title = _title(read_text())
    return isinstance(answer, str) and len(answer.strip()) > 1 and answer.strip() != title and answer.strip() in title


EXERCISES = [
    Exercise(
        "0.1",
        title="How long is it?",
        level="guided",
        points=1,
        stub="length = ...",
        hints=[
            "Python can measure a text. Which of its words would you use to ask for the length of something?",
            "`len(...)` tells how many characters stand in a text. What belongs between the brackets?",
            "`length = len(text)` is the whole line.",
        ],
        answers=len,
        check=same_number(),
        expects="the number of characters of `text`",
        alternatives=[
            lambda text: float(len(text)),
            lambda text: pd.Series([text]).str.len()[0],
            lambda text: sum(1 for _ in text),
            lambda text: sum(len(line) for line in text.splitlines(keepends=True)),
        ],
        mistakes=[
            Mistake(
                lambda text: len(text.encode("utf-8")),
                "Those are the bytes of the file. Some characters need more than one byte, as lesson 1 will show. "
                "How many characters are there?",
            ),
            Mistake(
                lambda text: len(text.split()),
                "Those are the words: you split the text before you counted. How many characters are there?",
            ),
            Mistake(
                (4, 186),
                "You wrote a comma inside the number: for Python that makes two numbers, a pair. Write no comma "
                "inside a number, or let `len` count.",
                when=lambda answer: isinstance(answer, tuple) and len(answer) == 2,
            ),
            Mistake(
                lambda text: len(text.splitlines()),
                "Those are the lines, the empty ones among them. How many characters are there?",
            ),
            Mistake(
                len("text"),
                'Four: that is the length of the word "text". Without quotes, `text` means the press release. '
                "What do the quotes do?",
            ),
            Mistake(
                lambda text: text,
                "That is the press release itself. What tells you how long it is?",
            ),
            Mistake(
                lambda text: len(text.replace(" ", "").replace("\n", "")),
                "You left out the white space. A space is a character, too, and so is a line end.",
            ),
        ],
        success="That is how an exercise ends. Keep the number in mind: in lesson 1 the same file will have more bytes "
        "than characters. Next, its first line.",
    ),
    Exercise(
        "0.2",
        title="What does it call itself?",
        level="guided",
        points=1,
        stub="first_line = ...",
        hints=[
            "The title is everything before the first line end. How could you cut a text into its lines?",
            "`text.splitlines()` gives a list of lines. Which place in a list is the first?",
            "`first_line = text.splitlines()[0]` is the whole line: Python counts from 0.",
        ],
        answers=_title,
        check=same_text(),
        expects="the title as a string",
        alternatives=[
            lambda text: text.splitlines()[0],
            lambda text: text[: text.index("\n") + 1],
            lambda text: text.partition("\n")[0],
            lambda text: np.array(text.splitlines())[0],
        ],
        mistakes=[
            Mistake(
                lambda text: text.splitlines()[1],
                "That line is empty. Python counts from 0: which number has the first one?",
                when=lambda answer: answer == "",
            ),
            Mistake(
                lambda text: text[0],
                "That is the first character, since `text[0]` counts characters. What cuts a text into lines?",
            ),
            Mistake(
                lambda text: text.split()[0],
                "That is the first word: `split()` cuts at every white space. What cuts at line ends only?",
            ),
            Mistake(
                lambda text: text.splitlines(),
                "Those are all the lines, in a list. Which one do you want, and which number does it have?",
            ),
            Mistake(
                lambda text: text.splitlines()[:1],
                "That is right, but still in a list: `[:1]` cuts a piece out of a list. `[0]` takes the thing itself.",
            ),
            Mistake(
                lambda text: text.splitlines,
                "You named the method but did not call it. What do brackets after its name do?",
            ),
            Mistake(
                lambda text: _title(text).replace("’", "'"),
                "The words are right, but one mark is not: the apostrophe of *Ministries’* is the round one, `’`, and "
                "yours is the straight one of the keyboard. Take the line out of `text`, then no letter can go wrong.",
            ),
            Mistake(
                lambda text: next(line for number, line in enumerate(text.splitlines()) if number and line),
                "That is the first paragraph below the title. Is there a line above it?",
            ),
            Mistake(
                lambda text: text.split(".")[0],
                "You cut at the first period, but a title has none. So it sticks to the sentence below it. "
                "What comes at the end of a title instead?",
            ),
            Mistake(
                "Joint Press Release",
                "That is only a part of the title. The whole title is everything before the first line end: take it "
                "out of `text`, then nothing is left out.",
                when=_piece_of_the_title,
            ),
        ],
        success="Note three words of it: “outcomes”, “framework”, “consultations”. (White space at the ends, such as a "
        "line end, does not count here.) Who met, and about what, is what we will find out.",
    ),
]
