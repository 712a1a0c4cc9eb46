"""The exercises of lesson 01: bytes, characters in disguise, sentences, words in their company."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import numpy as np
import pandas as pd

from helpers.exercises.engine import Exercise, Mistake, either, same_list, same_number, same_set, same_text
from helpers.reference import words as word_table
from helpers.texts import clean_text, concordance, read_text, split_sentences, split_words

SIZES = (100, 200, 300, 400, 500, 600)


def _title(text: str) -> str:
    return text.splitlines()[0]


def _places_beyond_ascii(text: str) -> list[int]:
    return [place for place, character in enumerate(text) if ord(character) > 127]


def _disguised(text: str) -> set[str]:
    return {character for character in text if ord(character) > 127}


def _paragraphs(text: str) -> list[str]:
    """Return the lines below the title that are not empty."""
    return [line for line in text.splitlines()[1:] if line]


def _sentences_per_paragraph(text: str) -> list[int]:
    return [len(split_sentences(line)) for line in _paragraphs(text)]


def _running_totals(numbers: list[int]) -> list[int]:
    return [sum(numbers[:place]) for place in range(1, len(numbers) + 1)]


def _words(text: str) -> list[str]:
    return split_words(text)["text"].tolist()


def _beside(text: str, step: int) -> list[str]:
    """Return the words that stand `step` places after "Afghan" (before it, if negative)."""
    words = _words(text)
    return [words[place + step] for place, word in enumerate(words) if word == "Afghan"]


def _after_the_beginning(text: str) -> list[str]:
    """Return the words after "Afghan" and after longer words that begin like it."""
    words = _words(text)
    return [words[place + 1] for place, word in enumerate(words) if "Afghan" in word]


def _shares(words: list[str], sizes: tuple[int, ...] = SIZES) -> list[float]:
    """Return, for each of the sizes, the share of different words among the first words."""
    return [len(set(words[:size])) / len(words[:size]) for size in sizes]


def _content_words(text: str) -> list[str]:
    stop_words = set(word_table("stop_words")["word"])
    return [word for word in _words(text.lower()) if word not in stop_words]


@cache
def _first_content_share() -> float:
    return _shares(_content_words(read_text()))[0]


def _ratios(text: str) -> list[float]:
    return _shares(_words(text.lower()))


EXERCISES = [
    Exercise(
        "1.1",
        title="Who else is in disguise?",
        level="on your own",
        points=2,
        stub="disguised = ...",
        hints=[
            "Each character has a number, and `ord(character)` tells it. Which numbers do you want to keep?",
            "Make an empty set, walk through the text with a `for` loop, ask each character with `if`, "
            "and add those that lie beyond 127.",
            "The set-up is `disguised = set()` and `for character in text:`. Inside the loop stands "
            "`if ord(character) > 127:` and, one step further in, `disguised.add(character)`.",
        ],
        answers=_disguised,
        check=same_set(),
        expects="a set of the characters beyond ASCII",
        alternatives=[
            lambda text: sorted(_disguised(text)),
            lambda text: {character for character in text if not character.isascii()},
            lambda text: pd.Series(sorted(_disguised(text))),
            lambda text: set(text) - {chr(number) for number in range(128)},
            lambda text: tuple(dict.fromkeys(text[place] for place in _places_beyond_ascii(text))),
        ],
        mistakes=[
            Mistake(
                lambda text: [text[place] for place in _places_beyond_ascii(text)],
                "The right characters, but some of them more than once. Which container forgets repetitions?",
            ),
            Mistake(
                {"М"},
                "One more is hiding. Look at the end of “Ministries” in the title: is that the apostrophe of your "
                "keyboard?",
            ),
            Mistake(
                {"’"},
                "That is one of them. Did your loop walk through the whole `text`, or only through the title?",
            ),
            Mistake(
                {"M", "’"},
                "Your M is the Latin one, number 77. Did you type it? Let the loop take each character from the text.",
            ),
            Mistake(
                {"М", "'"},
                "Your apostrophe is the straight one, number 39, as on a keyboard. Did you type it? "
                "Let the loop take each character from the text.",
            ),
            Mistake(
                {"M", "'"},
                "Both of these are plain ASCII, numbers 77 and 39. They look like the right ones, as they should in a "
                "disguise. Let the loop take the characters from the text itself.",
            ),
            Mistake(
                lambda text: {ord(character) for character in _disguised(text)},
                "Those are the numbers of the right characters. `chr(number)` turns each back into its character, "
                "or you add `character` in place of `ord(character)`.",
                when=lambda answer: set(answer) == {1052, 8217},
            ),
            Mistake(
                _places_beyond_ascii,
                "Those are the places where they stand. Which character is at each of these places, and which of them "
                "are the same?",
            ),
            Mistake(
                lambda text: set(text),
                lambda answer: f"Those are all {len(answer)} different characters of the text. Which lie beyond 127?",
            ),
            Mistake(
                set(),
                "Your set is empty. Does the line `disguised = set()` stand inside the loop? Then each character gets "
                "a new, empty bag. Where does that line belong?",
            ),
            Mistake(
                lambda text: {number for number in text.encode("utf-8") if number > 127},
                "Those are bytes, and a character beyond 127 takes two or three of them. Loop over `text`, not over "
                "`data`.",
                when=lambda answer: (
                    len(answer) > 2 and all(type(thing) is int and 127 < thing < 256 for thing in answer)
                ),
            ),
            Mistake(
                {},
                "`{}` makes an empty dict, another kind of container, which has no `.add`. An empty set is `set()`.",
                when=lambda answer: type(answer) is dict and not answer,
            ),
            Mistake(
                lambda text: {character.encode("utf-8") for character in _disguised(text)},
                "Those are the bytes of the right characters. Add the character itself, as it is.",
                when=lambda answer: all(type(thing) is bytes for thing in answer),
            ),
            Mistake(
                lambda text: set(text) - _disguised(text),
                "Those are the characters inside ASCII. Is your sign the right way round: `>` or `<`?",
            ),
            Mistake(
                lambda text: {"CYRILLIC CAPITAL LETTER EM", "RIGHT SINGLE QUOTATION MARK"},
                "Those are their names. I would like the characters themselves: add `character`, not its name.",
            ),
            Mistake(
                lambda text: {"Мember", "Ministries’"},
                "Those are words or pieces of the text. Which single characters in them lie beyond 127?",
                when=lambda answer: (
                    all(type(thing) is str for thing in answer) and any(len(thing) > 1 for thing in answer)
                ),
            ),
        ],
        success="A letter and an apostrophe, out of all the characters of the text. A reader passes over both. "
        "How often they stand there, and where, comes next.",
    ),
    Exercise(
        "1.2",
        title="Repair the look-alike",
        level="guided",
        points=1,
        stub="repaired = ...",
        hints=[
            "You want a new text in which one letter has become another. Which method gives a new text like that?",
            "`text.replace(old, new)`: the old letter is `text[200]`, the new one the M of your keyboard, in quotes.",
            '`repaired = text.replace(text[200], "M")` is the whole line.',
        ],
        answers=lambda text: text.replace("М", "M"),
        check=same_text(),
        expects="the whole text, with a Latin M for the Cyrillic letter",
        alternatives=[
            lambda text: text[:200] + "M" + text[201:],
            lambda text: text.replace("Мember", "Member"),
            lambda text: "".join("M" if ord(character) == 1052 else character for character in text),
            lambda text: "\n".join(line.replace("М", "M") for line in text.split("\n")) + "\n",
            lambda text: np.char.replace([text], text[200], "M")[0],
        ],
        mistakes=[
            Mistake(
                lambda text: text,
                "Nothing has changed: this is the text as it was. If you typed the letter to be replaced, you typed "
                "the Latin M. Can you take it from the text? And did you store what `.replace` gives?",
            ),
            Mistake(
                clean_text,
                "You changed more than the letter: the curly apostrophes have become straight as well. "
                "What should be replaced, and what should stay?",
            ),
            Mistake(
                lambda text: text.replace("М", ""),
                "You took the letter out and put nothing in its place. Everything behind it has moved by one. "
                "Which letter belongs there?",
            ),
            Mistake(
                lambda text: text.replace("M", "М"),
                "The wrong way round: now each Latin M has become Cyrillic. What comes first in the brackets, "
                "the old or the new?",
            ),
            Mistake(
                lambda text: text.replace("М", "m"),
                "Nearly: this is a small m, and the word begins with a capital letter. Which M did you want?",
            ),
            Mistake(
                lambda text: text[200:206].replace("М", "M"),
                "That is a small piece, and where is the rest of the text? Which string did you call `.replace` on?",
                when=lambda answer: type(answer) is str and 0 < len(answer) < 40,
            ),
            Mistake(
                1,
                "Yes, after the repair “Member States” is found once. I would like to see the repaired text itself: "
                "what comes before `.count(...)`?",
            ),
            Mistake(
                0,
                "Still not found. And I would like to see the text itself, not the count. Which letter did you "
                "replace, the one in the text or the one on your keyboard?",
            ),
            Mistake(
                lambda text: text.replace,
                "You named the method but did not call it. What belongs in the brackets: which letter, and which "
                "one in its place?",
            ),
        ],
        success='Now `repaired.count("Member States")` gives 1, the length is what it was, and every other character '
        "stands where it stood.",
    ),
    Exercise(
        "1.3",
        title="How many bytes more?",
        level="guided",
        points=1,
        stub="extra = ...",
        hints=[
            "You need two lengths: that of the title in bytes, and that of the title in characters. "
            "Which of them do you have already?",
            '`title.encode("utf-8")` gives the bytes, and `len(...)` counts them. Then take one length from the other.',
            '`extra = len(title.encode("utf-8")) - len(title)` is the whole line.',
        ],
        answers=lambda text: len(_title(text).encode("utf-8")) - len(_title(text)),
        check=same_number(),
        expects="how many bytes more than characters the title has",
        alternatives=[
            lambda text: sum(len(character.encode("utf-8")) - 1 for character in _title(text)),
            lambda text: float(len(bytes(_title(text), "utf-8")) - len(_title(text))),
            lambda text: pd.Series([len(letter.encode("utf-8")) - 1 for letter in _title(text)]).sum(),
            lambda text: len(list(_title(text).encode())) - len(list(_title(text))),
        ],
        mistakes=[
            Mistake(
                lambda text: len(_title(text).encode("utf-8")),
                lambda answer: (
                    f"{answer} is the number of all bytes of the title. "
                    "How many of them are more than one for each character?"
                ),
            ),
            Mistake(
                lambda text: len(_title(text)),
                lambda answer: (
                    f"{answer} is the number of characters. How long is the title after `.encode(...)`, "
                    "and what is the difference?"
                ),
            ),
            Mistake(
                lambda text: len(_title(text)) - len(_title(text).encode("utf-8")),
                "The size is right, the sign is not: there are more bytes than characters. What do you take from what?",
            ),
            Mistake(
                lambda text: len(text.encode("utf-8")) - len(text),
                "That is the difference for the whole file. I asked about the title only: did you encode `text` "
                "or `title`?",
            ),
            Mistake(
                lambda text: 3,
                "Three is how many bytes the odd character takes in all. One byte it would take anyway, "
                "as every character does. How many come on top?",
            ),
            Mistake(
                lambda text: len(_places_beyond_ascii(_title(text))),
                "One character of the title is indeed longer than the others. How many bytes does it take beyond "
                "the first one?",
            ),
            Mistake(
                0,
                "Zero: then you counted the same thing twice, or took the title from `clean`, where the odd character "
                "is gone. Did you encode the `title` of the source for one of the two lengths?",
            ),
            Mistake(
                lambda text: _title(text).encode("utf-8"),
                "Those are bytes themselves. How many does the title take, and how many characters does it have?",
                when=lambda answer: type(answer) is bytes,
            ),
        ],
        success="With what you know from 1.1, that is one character of three bytes, where all others take one: "
        "the apostrophe. The same one stands in two more places of the text.",
    ),
    Exercise(
        "1.4",
        title="How long is a paragraph?",
        level="on your own",
        points=2,
        stub="per_paragraph = ...",
        hints=[
            "The body has eight paragraphs. What do you do with each of them, and where do you keep the result?",
            "Start with an empty list, go through `lines[2:]` with a `for` loop, and append the number of sentences of "
            "each line.",
            "The set-up is `per_paragraph = []` and `for line in lines[2:]:`. Inside the loop stands "
            "`per_paragraph.append(len(split_sentences(line)))`.",
        ],
        answers=_sentences_per_paragraph,
        check=same_list(),
        expects="a list of eight numbers",
        alternatives=[
            lambda text: [line.count(".") for line in _paragraphs(text)],
            lambda text: tuple(map(float, _sentences_per_paragraph(text))),
            lambda text: split_sentences(text).groupby("paragraph").size(),
            lambda text: [len(line.split(".")) - 1 for line in _paragraphs(text)],
        ],
        mistakes=[
            Mistake(
                lambda text: [len(split_sentences(line)) for line in text.splitlines()],
                "Ten numbers: you started with the title and the empty line. (The title gives 1, because a line alone "
                "is taken for a paragraph; above other lines it is no sentence.) From which number on are the "
                "lines paragraphs of the body?",
            ),
            Mistake(
                lambda text: [line.count(".") for line in text.splitlines()],
                "You started with the title and the empty line, and they have no period. Which lines are the "
                "paragraphs of the body: from which number on?",
            ),
            Mistake(
                lambda text: [1, *_sentences_per_paragraph(text)],
                "Nine numbers: the first one belongs to the title, and I asked for the body, paragraphs 2 to 9. "
                "Leave it out.",
            ),
            Mistake(
                lambda text: [str(number) for number in _sentences_per_paragraph(text)],
                "Those are texts, in quotation marks, and I asked for numbers. What `len(...)` gives is a number "
                "already: append it as it is.",
                when=lambda answer: len(answer) > 1 and all(type(one) is str and one.isdigit() for one in answer),
            ),
            Mistake(
                lambda text: [0, *_sentences_per_paragraph(text)],
                "Nine numbers: the first one belongs to the title or to the empty line below it. Leave it out.",
            ),
            Mistake(
                lambda text: [len(line.split(".")) for line in _paragraphs(text)],
                "Each number is one too high. A split at periods leaves a last piece: what is in it?",
            ),
            Mistake(
                lambda text: sum(_sentences_per_paragraph(text)),
                "Seventeen is the number of all sentences together. How are they spread over the paragraphs?",
            ),
            Mistake(
                lambda text: _running_totals(_sentences_per_paragraph(text)),
                "Your numbers grow from paragraph to paragraph: you add them up. Does each line get its own count?",
            ),
            Mistake(
                lambda text: [len(line) for line in _paragraphs(text)],
                "Those are characters in each paragraph. What turns a line into its sentences before you count?",
            ),
            Mistake(
                lambda text: [len(split_words(line)) for line in _paragraphs(text)],
                "Those are words in each paragraph. Which function of this lesson cuts a text into sentences?",
            ),
            Mistake(
                lambda text: [split_sentences(line)["text"].tolist() for line in _paragraphs(text)],
                "Those are the sentences themselves, in lists. How many are there in each: what does `len(...)` say?",
                when=lambda answer: any(type(thing) is list and type(thing[0]) is str for thing in answer),
            ),
            Mistake(
                lambda text: [split_sentences(line) for line in _paragraphs(text)],
                "Those are the tables; how many rows has each? `len(...)` of a table tells.",
                when=lambda answer: any(isinstance(thing, pd.DataFrame) for thing in answer),
            ),
            Mistake(
                lambda text: split_sentences(text)["paragraph"].tolist(),
                "Those are 17 numbers, one for each sentence: in which paragraph it stands. How often is each of them "
                "there?",
            ),
            Mistake(
                lambda text: split_sentences(text)["sentence"].tolist(),
                "Those are the numbers that the sentences bear, from 1 to 17. How many of them are in each paragraph?",
            ),
            Mistake(
                lambda text: _sentences_per_paragraph(text)[-1],
                "That is one number, and there are eight paragraphs. Do you append each number to a list, or does each "
                "new one take the place of the one before?",
                when=lambda answer: type(answer) is int,
            ),
            Mistake(
                lambda text: set(_sentences_per_paragraph(text)),
                "A set forgets repetitions, and several paragraphs have the same number of sentences. "
                "Which container keeps each number, in its order?",
            ),
            Mistake(
                lambda text: _sentences_per_paragraph(text)[-1:],
                "Only the last paragraph is in your list. Do you make the empty list anew each time round? "
                "It belongs before the loop.",
            ),
        ],
        success="Three of the eight paragraphs are a single sentence. The first one, which says who met, has the most. "
        "How a text divides its space is worth a look before you read what it says. "
        "Counting the periods of each line gives the same here, by luck: no abbreviation has one.",
    ),
    Exercise(
        "1.5",
        title="What is Afghan?",
        level="on your own",
        points=2,
        stub="followers = ...",
        hints=[
            "The concordance shows what stands to the right of the word. In which of its rows is “Afghan” a word of "
            "its own?",
            "Walk through the places of the list of words. Where the word is `Afghan`, keep the one at the next place, "
            "`place + 1`.",
            "The set-up is `followers = []` and `for place in range(len(all_words)):`. Inside stands "
            '`if all_words[place] == "Afghan":` and, further in, `followers.append(all_words[place + 1])`.',
        ],
        answers=lambda text: either(_beside(text, 1), Counter(_beside(text, 1))),
        check=same_set(),
        expects="a list of the words after “Afghan”",
        alternatives=[
            lambda text: [right.split()[0] for right in concordance(text, "Afghan ")["right"]],
            lambda text: Counter(_beside(text, 1)),
            lambda text: dict.fromkeys(_beside(text, 1), 1),
            lambda text: set(_beside(text, 1)),
            lambda text: pd.Series(_beside(text, 1)),
        ],
        mistakes=[
            Mistake(
                lambda text: [right.split()[0] for right in concordance(text, "Afghan")["right"]],
                "You took every row of the concordance, but in seven of them “Afghan” is only the beginning of "
                "“Afghanistan”. In which rows is it a word of its own?",
                when=lambda answer: any(str(thing).startswith("istan") for thing in answer),
            ),
            Mistake(
                lambda text: _beside(text, -1),
                "Those are the words before “Afghan”. Which place comes after it: one more or one less?",
            ),
            Mistake(
                lambda text: ["Afghan"] * len(_beside(text, 1)),
                "You kept the word “Afghan” itself. Which place has the word that comes after it?",
            ),
            Mistake(
                lambda text: [place + 1 for place, word in enumerate(_words(text)) if word == "Afghan"],
                "Those are places in the list of words. Which word stands at each of them?",
                when=lambda answer: len(answer) > 0 and all(type(thing) is int for thing in answer),
            ),
            Mistake(
                lambda text: [word.lower() for word in _beside(text, 1)],
                "The right words, all in small letters. One of them has a capital in the text, and that may mean "
                "something. Take the words as they stand.",
            ),
            Mistake(
                [],
                "Your list is empty. Does `followers = []` stand inside the loop? Then it begins anew for each place. "
                'Or did you ask for "afghan"? In the text it has a capital A.',
            ),
            Mistake(
                lambda text: len(_beside(text, 1)),
                "Three times, that is right. Which words are they?",
            ),
            Mistake(
                lambda text: _beside(text, 1)[-1],
                "That is one word, the last one. Do you append each word to a list, or does each new one take the "
                "place of the one before?",
            ),
            Mistake(
                lambda text: list(concordance(text, "Afghan ")["right"]),
                "Those are the right rows, but with all that stands to the right. Which is the first word of each? "
                "`.split()` cuts a string into its words.",
            ),
            Mistake(
                lambda text: [f"Afghan {word}" for word in _beside(text, 1)],
                "The right places, but you kept “Afghan” together with the next word. I asked for the next word alone.",
            ),
            Mistake(
                ["National Security Forces", "control", "people"],
                "A good reading, but longer than what I asked for: one word each time, the one right after “Afghan”.",
                when=lambda answer: type(answer) is not str and len(answer) > 1 and any(" " in one for one in answer),
            ),
            Mistake(
                lambda text: ", ".join(_beside(text, 1)),
                "That is one string, with all the words in it. Make each word a string of its own, in a list, as in "
                '`["border", "capital"]`.',
                when=lambda answer: (
                    len(re.findall(r"\w+", answer if type(answer) is str else " ".join(answer))) > 1
                    and (type(answer) is str or len(answer) == 1)
                ),
            ),
            Mistake(
                ["Forces", "control", "people"],
                "You read the whole phrase and took its noun, as a good reader does. Which word stands right after "
                "“Afghan” there?",
                when=lambda answer: "forces" in [thing.lower() for thing in answer],
            ),
            Mistake(
                _after_the_beginning,
                "You also took what comes after words that only begin with “Afghan”, such as “Afghanistan”. `in` finds "
                "a piece of a word. What asks whether two words are equal?",
                when=lambda answer: "UNAMA" in answer and "people" in answer,
            ),
            Mistake(
                lambda text: [word for word in _words(text) if "Afghan" in word],
                "Those are words that begin with “Afghan”. What stands behind it where it is a word of its own?",
            ),
            Mistake(
                lambda text: _beside(text, 1)[:1],
                "One of them, but there are more. Does your loop reach the end of the text?",
                when=lambda answer: answer in (["National"], ["people"], ["control"]),
            ),
        ],
        success="One of the three has a capital letter. Is “Afghan” in “Afghan National Security Forces” an adjective, "
        "as in “Afghan people”, or part of a name? Our reading stands below.",
    ),
    Exercise(
        "1.6",
        title="Does it repeat itself?",
        level="stretch",
        points=3,
        stub="ratios = ...",
        hints=[
            "For one piece of the text you need two numbers: how many words it has, and how many *different* words. "
            "What forgets repetitions?",
            "`small_words[:size]` is a list of the first words, and `set(...)` of it holds each of them once. "
            "Divide the two lengths, and do that for each size.",
            "The set-up is `ratios = []` and `for size in [100, 200, 300, 400, 500, 600]:`. Inside the loop stands "
            "`ratios.append(len(set(small_words[:size])) / size)`.",
        ],
        answers=_ratios,
        check=same_list(),
        expects="a list of six numbers between 0 and 1",
        alternatives=[
            lambda text: [round(ratio, 2) for ratio in _ratios(text)],
            lambda text: [round(ratio, 3) for ratio in _ratios(text)],
            lambda text: pd.Series(_ratios(text), index=list(SIZES)),
            lambda text: [len(Counter(_words(text.lower())[:size])) / size for size in SIZES],
            lambda text: _shares([word.lower() for word in _words(text)]),
        ],
        mistakes=[
            Mistake(
                lambda text: _shares(_words(text)),
                "Close: you counted “The” and “the” as two different words. Which list of this lesson has all words "
                "in small letters?",
            ),
            Mistake(
                lambda text: _shares(_content_words(text)),
                "The stop words are missing from your pieces. To see how much a text repeats itself, count all its "
                "words: which list has them, in small letters?",
                when=lambda answer: len(answer) == 6 and abs(answer[0] - _first_content_share()) < 0.006,
            ),
            Mistake(
                lambda text: _shares(text.lower().split()),
                "Close: you cut at white space, so that “region” and “region.” count as different words. "
                "Which list has the words without their marks?",
            ),
            Mistake(
                lambda text: [len(set(_words(text.lower())[size - 100 : size])) / 100 for size in SIZES],
                "Those are the ratios of six pieces of 100 words each. An interesting series, and a fair comparison; "
                "but I asked for the first 100, the first 200 and so on. Where does each of your pieces begin?",
            ),
            Mistake(
                lambda text: [len(set(_words(text.lower())[:size])) / 100 for size in SIZES],
                "You divide by 100 each time, but the pieces grow. By how many words do you have to divide?",
            ),
            Mistake(
                lambda text: _shares(list(text)),
                "You counted characters: a slice of `text` gives characters. Which list holds the words?",
                when=lambda answer: len(answer) == 6 and answer[0] < 0.35 and answer[-1] < 0.15 and answer[-1] > 0.05,
            ),
            Mistake(
                lambda text: _shares(_words(text.lower()), (len(text),))[0],
                "That is one number, for one piece. I asked for six: what changes from size to size, and where do you "
                "keep each result?",
                when=lambda answer: type(answer) in (int, float) and 0 < answer <= 1,
            ),
            Mistake(
                lambda text: [len(set(_words(text.lower()))) / size for size in SIZES],
                "You took the different words of the whole text each time. Of which piece should they be?",
            ),
            Mistake(
                lambda text: [len(set(_words(text.lower())[:size])) / len(_words(text)) for size in SIZES],
                "You divide by the length of the whole text each time. By how many words do you have to divide?",
            ),
            Mistake(
                lambda text: len(set(_words(text.lower()))),
                "That is how many different words the whole text has. How many are there in the first 100 words, in "
                "the first 200 …, and what do you divide by?",
            ),
            Mistake(
                [0, 0, 0, 0, 0, 0],
                "Zero each time: `//` divides and drops what is behind the point. What divides and keeps it?",
            ),
            Mistake(
                lambda text: _ratios(text)[-1:],
                "One ratio only. Does the empty list stand before the loop, and does `.append` stand inside?",
                when=lambda answer: len(answer) == 1,
            ),
            Mistake(
                lambda text: [1 / ratio for ratio in _ratios(text)],
                "Upside down: that is how often a word is used on average. Divide the different words by all words.",
            ),
            Mistake(
                lambda text: [100 * ratio for ratio in _ratios(text)],
                "Those are percentages. I asked for shares between 0 and 1: leave out the times 100.",
                when=lambda answer: len(answer) == 6 and all(20 < number < 90 for number in answer),
            ),
            Mistake(
                lambda text: [len(set(_words(text.lower())[:size])) for size in SIZES],
                "Those are the numbers of different words. Divide each of them by the number of words in its piece.",
            ),
            Mistake(
                lambda text: [len(_words(text.lower())[:size]) / size for size in SIZES],
                "Each ratio is 1: you divide the number of words by itself. What forgets repetitions?",
            ),
            Mistake(
                lambda text: [round(ratio, 1) for ratio in _ratios(text)],
                "Rounded to one decimal, the numbers can no longer be told apart. Keep two decimals at least.",
            ),
        ],
        success="The first hundred words are no richer than the first three hundred: the list of states repeats "
        "itself. After that the ratio falls, though the writer is the same. Why it tends to fall stands below.",
    ),
]
