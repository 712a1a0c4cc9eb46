"""The exercises of lesson 02: one place, whole sentences by hand, and how far two readers agree."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

import numpy as np
import pandas as pd

from helpers.agreement import compare_spans, kappa
from helpers.entities import spans_from
from helpers.exercises.engine import (
    Also,
    Exercise,
    Mistake,
    any_of,
    either,
    same_list,
    same_number,
    same_set,
    same_spans,
)
from helpers.reference import data_path, gold, read_table
from helpers.texts import read_text, split_paragraphs, split_sentences, split_words

NAME = "Kyrgyz Republic"
Pairs = list[tuple[str, str]]
DELEGATIONS: Pairs = [
    ("United Nations Assistance Mission in Afghanistan", "IGO"),
    ("UNAMA", "IGO"),
    ("United Nations Office on Drugs and Crime", "IGO"),
    ("UNODC", "IGO"),
    ("United Nations Development Programme", "IGO"),
    ("UNDP", "IGO"),
    ("Secretariat of the Collective Security Treaty Organization", "IGO"),
    ("CSTO", "IGO"),
    ("Commonwealth of Independent States (CIS) Counter-Terrorism Center", "IGO"),
]


# --- parts of the gold standard and of the second annotation --------------------------------------------------------

GENERAL = ("parties", "participants", "delegations", "consultations", "national reconciliation")


def _inside(spans: pd.DataFrame, start: int, end: int) -> pd.DataFrame:
    return spans[(spans["start"] >= start) & (spans["end"] <= end)]


@cache
def _paragraph(text: str, number: int) -> tuple[int, int]:
    """Say where a paragraph begins and ends; the title is number 1."""
    row = split_paragraphs(text).iloc[number - 1]
    return int(row["start"]), int(row["end"])


@cache
def _gold(text: str, number: int) -> pd.DataFrame:
    return _inside(gold("entities"), *_paragraph(text, number))


def _second() -> pd.DataFrame:
    return read_table(data_path("practice/second_annotation.csv"), frozenset({"start", "end", "label", "text"}))


@cache
def _third_sentence(text: str) -> tuple[int, int]:
    row = split_sentences(text).iloc[2]
    return int(row["start"]), int(row["end"])


def _delegations(text: str) -> pd.DataFrame:
    return _inside(gold("entities"), *_third_sentence(text))


def _with_possessive(text: str) -> pd.DataFrame:
    """Return the gold spans of paragraph 6, the possessive ending inside the span."""
    rows = _gold(text, 6).to_dict("records")
    for row in rows:
        if text[row["end"] : row["end"] + 2] == "’s":
            row["end"] += 2
            row["text"] += "’s"
    return pd.DataFrame(rows)


def _bundles(spans: pd.DataFrame) -> list[tuple[int, int, str]]:
    return list(zip(spans["start"], spans["end"], spans["label"], strict=True))


def _counts(text: str) -> tuple[int, int, int]:
    """Count the hits, the spans of the second reader and the gold spans."""
    ours, theirs = _bundles(_gold(text, 2)), _bundles(_second())
    return len(set(ours) & set(theirs)), len(theirs), len(ours)


def _differences(text: str, *outcomes: str) -> list[str]:
    """Return the texts of the rows of the comparison with these outcomes."""
    table = compare_spans(_gold(text, 2), _second())
    return table[table["outcome"].isin(outcomes)]["text"].tolist()


# --- word labels ----------------------------------------------------------------------------------------------------


def _labels(text: str, spans: pd.DataFrame) -> list[str]:
    """Return the label of each word of paragraph 2, as the lesson paints them."""
    start, end = _paragraph(text, 2)
    words = split_words(text)
    places = [place for place in words["start"] if start <= place < end]
    marks = _bundles(spans)
    return [next((label for first, last, label in marks if first <= place < last), "none") for place in places]


def _two(text: str) -> tuple[list[str], list[str]]:
    return _labels(text, gold("entities")), _labels(text, _second())


def _share(one: Iterable[str], other: Iterable[str]) -> float:
    pairs = list(zip(one, other, strict=True))
    return sum(a == b for a, b in pairs) / len(pairs)


def _only_names(labels: Iterable[str]) -> list[str]:
    return ["none" if label == "none" else "name" for label in labels]


def _named_by_gold(text: str) -> float:
    one, other = _two(text)
    kept = [(a, b) for a, b in zip(one, other, strict=True) if a != "none"]
    return sum(a == b for a, b in kept) / len(kept)


def _chance(text: str) -> float:
    one, other = _two(text)
    return sum(one.count(label) * other.count(label) for label in set(one)) / len(one) ** 2


def _undivided(text: str) -> float:
    """Add up the products of the counts, without a division by the number of words."""
    return _chance(text) * len(_two(text)[0]) ** 2


def _products(text: str) -> list[float]:
    one, other = _two(text)
    return [one.count(label) * other.count(label) / len(one) ** 2 for label in sorted(set(one))]


def _last_product(text: str) -> float:
    return _products(text)[-1]


@cache
def _one_label_only(text: str) -> list[float]:
    """Return what kappa would come to if chance were that of a single label."""
    return [(_observed(text) - product) / (1 - product) for product in _products(text)]


def _labels_of_all(text: str) -> list[str]:
    bundles = _bundles(gold("entities"))
    starts = split_words(text)["start"]
    return [next((label for first, last, label in bundles if first <= place < last), "none") for place in starts]


def _chance_of_names(text: str) -> float:
    one, other = map(_only_names, _two(text))
    return sum(one.count(label) * other.count(label) for label in set(one)) / len(one) ** 2


def _observed(text: str) -> float:
    return _share(*_two(text))


# --- what learners do -----------------------------------------------------------------------------------------------


def _find(text: str, name: str) -> tuple[int, int]:
    return text.find(name), text.find(name) + len(name)


def _early(answer: pd.DataFrame) -> list[str]:
    """Return the texts of spans that stand before paragraph 6."""
    begin, _ = _paragraph(read_text(), 6)
    return [name for name, start in zip(answer["text"], answer["start"], strict=True) if start < begin]


def _last_before(answer: pd.DataFrame) -> bool:
    """Tell whether what stands before paragraph 6 is each time the last of its kind before it."""
    page, (begin, _) = read_text(), _paragraph(read_text(), 6)
    return bool(_early(answer)) and all(
        page[:begin].rindex(name) == start
        for name, start in zip(answer["text"], answer["start"], strict=True)
        if start < begin
    )


def _so_many(number: int) -> str:
    return "This one is right" if number == 1 else f"These {number} are right"


def _only_part(answer: object, whole: pd.DataFrame) -> bool:
    """Tell whether these spans are right, as far as they go."""
    rows = _bundles(answer) if isinstance(answer, pd.DataFrame) else answer
    return isinstance(rows, list) and set() < {tuple(row) for row in rows} < set(_bundles(whole))


def _not_found(text: str) -> list[str]:
    return _differences(text, "boundary differs", "label differs", "missed")


def _counted_inside(answer: object) -> bool:
    """Tell whether spans of paragraph 6 have places that were counted from its own first letter."""
    begin, _ = _paragraph(read_text(), 6)
    rows = _bundles(answer) if isinstance(answer, pd.DataFrame) else answer
    right = set(_gold(read_text(), 6)["start"])
    return isinstance(rows, list) and sum(row[0] + begin in right for row in rows if row[0] < begin) > 1


def _too_early(answer: pd.DataFrame) -> str:
    early = _early(answer)
    return f"The span {early[0]} stands" if len(early) == 1 else f"{len(early)} of your spans stand"


def _span_texts(answer: object) -> list[str]:
    """Return the texts of spans in a learner's table (here: the rows as dicts)."""
    rows = answer.to_dict("records") if isinstance(answer, pd.DataFrame) else answer
    return [str(row.get("text", "")) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _general(answer: object) -> list[str]:
    """Return the texts of spans that are general nouns (rule 3), with or without an article."""
    return [name for name in _span_texts(answer) if name.lower().removeprefix("the ") in GENERAL]


def _are_pairs(answer: object) -> bool:
    """Tell whether these are names with their labels that were not given to `spans_from`."""
    return (
        isinstance(answer, list)
        and bool(answer)
        and all(isinstance(row, list | tuple) and type(row[0]) is str for row in answer)
    )


def _starts_right(answer: object) -> bool:
    """Tell whether this is a pair of two numbers, the first of which is the start of the name."""
    return (
        isinstance(answer, list | tuple)
        and len(answer) == 2
        and all(type(number) is int for number in answer)
        and answer[0] == read_text().find(NAME)
    )


def _shown(answer: tuple[int, int]) -> str:
    return read_text()[answer[0] : answer[1]].replace("\n", " ")


def _behind(answer: pd.DataFrame) -> list[str]:
    """Return the texts of spans that stand behind paragraph 6."""
    _, finish = _paragraph(read_text(), 6)
    return [name for name, start in zip(answer["text"], answer["start"], strict=True) if start >= finish]


def _near(number: object, *others: float) -> bool:
    """Tell whether this is one of some numbers, rounded or not."""
    return type(number) in (int, float) and any(abs(number - other) < 0.0006 for other in others)


def _outside(start: int, text: str) -> bool:
    begin, end = _third_sentence(text)
    return not begin <= start < end


def _changed(pairs: Pairs, old: str, *new: tuple[str, str]) -> Pairs:
    return [pair for kept in pairs for pair in (new if kept[0] == old else (kept,))]


def _sixth(text: str, *changes: tuple[str, tuple[object, ...] | None]) -> pd.DataFrame:
    """Annotate paragraph 6 with some names done in another way (or left out)."""
    rows: dict[str, tuple[object, ...] | None] = {
        "UN": ("UN", "IGO", 4),
        "Afghanistan": ("Afghanistan", "STATE", 6),
        "Afghanistan’s": ("Afghanistan", "STATE", 7),
        "process": ("Heart of Asia process", "INITIATIVE"),
        "SCO": ("SCO", "IGO", 6),
    }
    rows.update(changes)
    return spans_from(text, [row for row in rows.values() if row is not None])


EXERCISES = [
    Exercise(
        "2.1",
        title="Where exactly?",
        level="guided",
        points=1,
        stub="place = ...",
        hints=[
            "A span needs two numbers. One of them a method of the text can find. How do you get from it to the other?",
            '`text.find("Kyrgyz Republic")` gives the start. Add the length of the name, and you have the end.',
            '`start = text.find("Kyrgyz Republic")` is the first line, '
            '`place = (start, start + len("Kyrgyz Republic"))` the second.',
        ],
        answers=lambda text: either(_find(text, NAME), [_find(text, NAME)]),
        check=any_of(same_list(), same_spans(labels=False)),
        expects="a pair of two numbers",
        alternatives=[
            lambda text: list(_find(text, NAME)),
            lambda text: re.search(NAME, text).span(),
            lambda text: (text.index(NAME), text.index(", the Russian Federation")),
            lambda text: pd.Series(_find(text, NAME)),
            lambda text: [_find(text, NAME)],
            lambda text: spans_from(text, [(NAME, "STATE")]),
        ],
        mistakes=[
            Mistake(
                lambda text: (_find(text, NAME)[0], _find(text, NAME)[1] - 1),
                "Your end is one too small: a slice with these numbers gives “Kyrgyz Republi”. "
                "Is the end the place of the last letter, or the first place that does not belong any more?",
            ),
            Mistake(
                lambda text: (_find(text, NAME)[0], _find(text, NAME)[1] + 1),
                "Your end is one too large: the comma behind the name is inside. How long is the name?",
            ),
            Mistake(
                lambda text: _find(text, f"the {NAME}"),
                "The article is inside: your span reads “the Kyrgyz Republic”. Where does the name itself begin?",
            ),
            Mistake(
                lambda text: (text.find(f"the {NAME}"), text.find(f"the {NAME}") + len(NAME)),
                "You begin at the article and end four letters early. Look for the name without *the*.",
            ),
            Mistake(
                lambda text: _find(text, f" {NAME}"),
                "Your span begins with a space. Did one slip into the string that you look for?",
            ),
            Mistake(
                lambda text: (text.find(NAME), len(NAME)),
                "The start is right. The second number is the length of the name. Where does it end, if it begins "
                "there and is so long?",
            ),
            Mistake(
                lambda text: (text.find(NAME), text.find(NAME) + len("Shanghai Cooperation Organization")),
                lambda answer: (
                    f"The start is right. But your span reads “{_shown(answer)}”. Whose length did you add? "
                    "`len(name)` is the length of what is called `name`: is that still the organization?"
                ),
                when=lambda answer: _starts_right(answer) and answer[1] - answer[0] == 33,
            ),
            Mistake(
                lambda text: (text.find(NAME), text.find("Republic")),
                "The start is right. `text.find` gives the *first* place where a string stands, and there is a "
                "“Republic” further up: your end lies before your start. What must be added to the start?",
                when=lambda answer: _starts_right(answer) and answer[1] < answer[0] and answer[1] > 33,
            ),
            Mistake(
                lambda text: (_find(text, NAME)[0] + 7, _find(text, NAME)[1] + 7),
                "Both numbers are seven too large. Did you search in `tagged`? There everything has moved. Search in "
                "`text`.",
            ),
            Mistake(
                lambda text: _find(text, NAME)[::-1],
                "Both numbers are right, in the wrong order: first the start, then the end.",
            ),
            Mistake(
                lambda text: tuple(number + 1 for number in _find(text, NAME)),
                "Both numbers are one too large. Did you count from 1? Python counts from 0, and so does `text.find`.",
            ),
            Mistake(
                lambda text: _find(text, "Kyrgyz"),
                "That is only the first word. The whole name has two.",
            ),
            Mistake(
                lambda text: (-1, -1 + len(NAME)),
                "`text.find` says -1 when it finds nothing. Compare your string with the page, letter by letter: "
                "capitals, spaces, spelling.",
                when=lambda answer: -1 in list(answer),
            ),
            Mistake(
                lambda text: text.find(NAME),
                "That is the start. A span needs an end, too: two numbers, in round brackets.",
            ),
            Mistake(
                lambda text: _find(text, NAME)[1],
                "That is the end. A span needs its start, too: two numbers, in round brackets.",
            ),
            Mistake(
                NAME,
                "That is the name itself. I would like to know where it stands: two numbers.",
            ),
            Mistake(
                lambda text: (*_find(text, NAME), "STATE"),
                "Start and end are right. Leave the label out for now: only the two numbers.",
            ),
        ],
        success="Check it yourself: `text[place[0]:place[1]]` gives the name back, without the article. "
        "That is all that a mark is. Now, what deserves one?",
    ),
    Exercise(
        "2.2",
        title="Five delegations",
        level="on your own",
        points=2,
        stub="delegations = ...",
        hints=[
            "Five bodies sent delegations. Most of them are introduced with an abbreviation. What does rule 2 say of "
            "those in brackets, and of one inside a longer name?",
            "Write one pair for each name, and one more for each abbreviation that stands in brackets *after* its "
            "name. All of them have the same label. You should come to nine.",
            'The line begins `delegations = spans_from(text, [("United Nations Assistance Mission in Afghanistan", '
            '"IGO"), ("UNAMA", "IGO"), ` and goes on like that, until the last name, CIS inside of it.',
        ],
        answers=_delegations,
        check=same_spans(labels=True),
        expects="the labeled spans of the third sentence",
        alternatives=[
            lambda text: spans_from(text, DELEGATIONS),
            lambda text: spans_from(text, DELEGATIONS[::-1]),
            lambda text: [(text.find(name), text.find(name) + len(name), label) for name, label in DELEGATIONS],
            lambda text: spans_from(text, DELEGATIONS).drop(columns="text").to_dict("records"),
        ],
        mistakes=[
            Mistake(
                DELEGATIONS,
                "These are pairs of a name and a label, and no places yet. Give the list to "
                "`spans_from(text, ...)`, and store what it returns.",
                when=_are_pairs,
            ),
            Mistake(
                [name for name, _ in DELEGATIONS],
                "These are names only. `spans_from` wants a pair for each, the name and its label, and then gives you "
                "the places.",
                when=lambda answer: type(answer) is list and bool(answer) and all(type(name) is str for name in answer),
            ),
            Mistake(
                lambda text: spans_from(text, [*DELEGATIONS, ("Delegations", "IGO")]),
                lambda answer: (
                    f"“{_general(answer)[0]}” is a general noun, and no name, also where it begins a sentence with a "
                    "capital. What does rule 3 of the codebook say of such words?"
                ),
                when=lambda answer: bool(_general(answer)),
            ),
            Mistake(
                lambda text: spans_from(text, [*DELEGATIONS, ("Afghanistan", "STATE", 2)]),
                "You marked Afghanistan, too. It stands inside the name of the mission. What does rule 1 say of names "
                "inside each other?",
                when=lambda answer: "Afghanistan" in _span_texts(answer),
            ),
            Mistake(
                lambda text: _gold(text, 2),
                "Some of your spans stand in other sentences. I asked for the third sentence of the paragraph only, "
                "the one that begins with “Delegations”.",
                when=lambda answer: any(_outside(start, read_text()) for start in answer["start"]),
            ),
            Mistake(
                lambda text: spans_from(text, [pair for pair in DELEGATIONS if len(pair[0]) > 9]),
                "Five names, well bordered. But in brackets there are four abbreviations. "
                "What does rule 2 say about those *after* a name?",
            ),
            Mistake(
                lambda text: spans_from(text, [pair for pair in DELEGATIONS if len(pair[0]) <= 9]),
                "Those are the abbreviations only. The names before the brackets are spans, too.",
            ),
            Mistake(
                lambda text: spans_from(
                    text,
                    [
                        ("United Nations Assistance Mission in Afghanistan (UNAMA)", "IGO"),
                        ("United Nations Office on Drugs and Crime (UNODC)", "IGO"),
                        ("United Nations Development Programme (UNDP)", "IGO"),
                        ("Secretariat of the Collective Security Treaty Organization (CSTO)", "IGO"),
                        DELEGATIONS[-1],
                    ],
                ),
                lambda answer: (
                    "A bracket with its abbreviation is inside a span. By rule 2 an abbreviation *after* a name is a "
                    "span of its own, and the brackets belong to neither. Which names end with a bracket now?"
                ),
                when=lambda answer: any(name.endswith(")") for name in _span_texts(answer)),
            ),
            Mistake(
                lambda text: spans_from(text, [*DELEGATIONS, ("CIS", "IGO")]),
                "CIS is there as a span of its own. It stands in brackets, but *inside* a longer name: read the whole "
                "of rule 2. How far does that name go?",
                when=lambda answer: "CIS" in _span_texts(answer),
            ),
            Mistake(
                lambda text: spans_from(text, [*DELEGATIONS[:-1], ("Commonwealth of Independent States", "IGO")]),
                "The last delegation does not come from the Commonwealth of Independent States itself. "
                "Rule 1: what is the longest complete name?",
                when=lambda answer: "Commonwealth of Independent States" in _span_texts(answer),
            ),
            Mistake(
                lambda text: spans_from(text, [*DELEGATIONS[:-1], ("Counter-Terrorism Center", "IGO")]),
                "The last name begins earlier: whose Counter-Terrorism Center is it? A bracket inside a name does not "
                "end it.",
            ),
            Mistake(
                lambda text: spans_from(
                    text,
                    _changed(
                        DELEGATIONS,
                        "Secretariat of the Collective Security Treaty Organization",
                        ("Collective Security Treaty Organization", "IGO"),
                    ),
                ),
                "Who sent a delegation: the Collective Security Treaty Organization, or one of its parts? "
                "Rule 1 asks for the longest complete name.",
                when=lambda answer: "Collective Security Treaty Organization" in _span_texts(answer),
            ),
            Mistake(
                lambda text: spans_from(text, [*DELEGATIONS, ("United Nations", "IGO")]),
                "You marked *United Nations* alone. Here the two words are the beginning of longer names: what does "
                "rule 1 say?",
                when=lambda answer: "United Nations" in _span_texts(answer),
            ),
            Mistake(
                lambda text: spans_from(
                    text, _changed(DELEGATIONS, DELEGATIONS[0][0], (DELEGATIONS[0][0], "INITIATIVE"))
                ),
                "All places are right. UNAMA is a mission, yes, but a mission *of an organization*: look at the row "
                "IGO of the table of labels. The second reader, whom you will meet soon, hesitated here, too.",
                when=lambda answer: (
                    _span_texts(answer) and len(answer) == len(DELEGATIONS) and "INITIATIVE" in set(answer["label"])
                ),
            ),
            Mistake(
                lambda text: spans_from(
                    text, [(f"the {name}" if len(name) > 9 else name, "IGO") for name, _ in DELEGATIONS]
                ),
                "Some of your spans begin with the article. Rule 4: where does a name begin?",
                when=lambda answer: any(name.startswith("the ") for name in _span_texts(answer)),
            ),
            Mistake(
                lambda text: spans_from(text, DELEGATIONS[:5]),
                lambda answer: (
                    f"{_so_many(len(answer))}, and the sentence has more. Go on from delegation to delegation, and "
                    "look into the brackets: what says rule 2?"
                ),
                when=lambda answer: _only_part(answer, _delegations(read_text())),
            ),
        ],
        success="Nine spans for five delegations, and three rules at work. Would you have drawn the same borders "
        "without the codebook? Keep your doubts: the next reader had the same.",
    ),
    Exercise(
        "2.3",
        title="How good is the second reader?",
        level="guided",
        points=2,
        stub="shares = ...",
        hints=[
            "Both numbers are a part of a whole, and both have the same part: the hits. What are the two wholes?",
            "The hits stand above the picture, after *agrees*. Precision is their share of what the second reader "
            "marked, recall their share of what gold has.",
            "`shares = [hits / len(second), hits / len(standard_here)]`, with the number of hits in place of `hits`.",
        ],
        answers=lambda text: [_counts(text)[0] / _counts(text)[1], _counts(text)[0] / _counts(text)[2]],
        check=same_list(),
        expects="a list of precision and recall",
        alternatives=[
            lambda text: [21 / 28, 21 / 29],
            lambda text: (0.75, 0.72),
            lambda text: [0.75, 0.724],
            lambda text: pd.Series([21 / 28, 21 / 29], index=["precision", "recall"]),
        ],
        mistakes=[
            Mistake(
                [21 / 29, 21 / 28],
                "Both numbers are right, in the wrong order. Precision asks about the spans of the second reader, "
                "recall about those of gold. Which of the two has 28?",
            ),
            Mistake(
                [28 / 21, 29 / 21],
                "A share can not be larger than 1. Which number is the part, and which the whole?",
                when=lambda answer: all(1 < number < 10 for number in answer),
            ),
            Mistake(
                [75, 72.4],
                "Those are percentages. I asked for shares, between 0 and 1: what is 75 percent as a share?",
                when=lambda answer: len(answer) == 2 and all(10 < number <= 100 for number in answer),
            ),
            Mistake(
                [20 / 28, 20 / 29],
                "Did you take the eight differences from the 28 spans? But one of the eight has no row in the second "
                "table: a missed span leaves nothing behind. Count what agrees instead.",
            ),
            Mistake(
                [26 / 28, 26 / 29],
                "You counted spans with other borders as hits, too. That is another way of counting (lesson 3 comes "
                "to it). Here we are strict: same start, same end, same label.",
            ),
            Mistake(
                [22 / 28, 22 / 29],
                "One too many: did you count the mission that was found in the right place, with another label? "
                "A hit needs the same label.",
            ),
            Mistake(
                [0.5, 0.4],
                "Those are the numbers of the first sentence. What are they for the whole paragraph?",
            ),
            Mistake(
                [21 / 28, 21 / 28],
                "The first is right. Is recall a share of the same whole? It asks how much of what gold has was found.",
            ),
            Mistake(
                [21 / 29, 21 / 29],
                "The second is right. Is precision a share of the same whole? It asks how much of what the second "
                "reader marked is right.",
            ),
            Mistake(
                ["21/28", "21/29"],
                "Those are texts, since they stand in quotation marks. Without the marks Python divides.",
                when=lambda answer: len(answer) == 2 and all(type(share) is str and "/" in share for share in answer),
            ),
            Mistake(
                [0.75, 0.7],
                "There is a 0.7. Did you divide by 30? So many rows has the comparison, and some are no gold span, or "
                "no span of the second reader. Or did you round to one place? Then give me two at least.",
                when=lambda answer: len(answer) == 2 and 0.7 in [round(share, 9) for share in answer],
            ),
            Mistake(
                [28 / 29, 29 / 28],
                "You divided the two totals by each other. Where are the hits?",
                when=lambda answer: any(abs(number - 28 / 29) < 0.005 for number in answer),
            ),
            Mistake(
                [21, 28, 29],
                "Those are the three counts. Now divide: two shares, first precision, then recall.",
                when=lambda answer: any(number in (21, 28, 29) for number in answer),
            ),
            Mistake(
                21 / 28,
                "That is the precision. The recall is missing: put both in a list, `[..., ...]`.",
            ),
            Mistake(
                21 / 29,
                "That is the recall. The precision is missing: put both in a list, `[..., ...]`.",
            ),
        ],
        success="Three of four marks are right, and a little less than three of four names were found. "
        "Two numbers, two questions: never one without the other.",
    ),
    Exercise(
        "2.4",
        title="Your own paragraph",
        level="on your own",
        points=2,
        stub="my_paragraph = ...",
        hints=[
            "Read sentence by sentence, and ask of each word with a capital letter: is this a name, or does it begin a "
            "sentence, or is it an adjective?",
            "There are five spans: an organization, a state twice, a process, another organization. On the page "
            "you mark and label them. With `spans_from`, give each that stood before its number: one more than the "
            "count.",
            'In the brackets of `spans_from` stand `("UN", "IGO", 4)`, `("Afghanistan", "STATE", 6)`, '
            '`("Afghanistan", "STATE", 7)`, the process with its last word, and the SCO with its number.',
        ],
        answers=lambda text: _gold(text, 6),
        check=same_spans(labels=True),
        expects="the labeled spans of paragraph 6",
        alternatives=[
            _sixth,
            lambda text: _sixth(text, ("Afghanistan’s", ("Afghanistan’s", "STATE"))),
            lambda text: _bundles(_gold(text, 6)),
            lambda text: _bundles(_with_possessive(text)),
            lambda text: (
                spans_from(
                    text, [("UN", "IGO", 4), ("Afghanistan", "STATE", 6), ("Heart of Asia process", "INITIATIVE")]
                ).to_dict("records")
                + spans_from(text, [("Afghanistan’s", "STATE"), ("SCO", "IGO", 6)]).to_dict("records")
            ),
        ],
        mistakes=[
            Mistake(
                lambda text: _sixth(text, ("more", ("Participants", "POST", 3))),
                "“Participants” is a general word; the capital letter only begins the sentence. See rule 3.",
                when=lambda answer: "Participants" in _span_texts(answer),
            ),
            Mistake(
                lambda text: spans_from(text, [("parties", "IGO", 2)]),
                lambda answer: (
                    f"“{_general(answer)[0]}” is a general noun, and no name. What does rule 3 of the codebook say of "
                    "such words?"
                ),
                when=lambda answer: bool(_general(answer)),
            ),
            Mistake(
                lambda text: _sixth(text, ("more", ("national reconciliation", "INITIATIVE"))),
                "“national reconciliation” is a general noun, and no name. What does rule 3 of the codebook say of "
                "such words?",
            ),
            Mistake(
                lambda text: spans_from(
                    text[slice(*_paragraph(text, 6))],
                    [
                        ("UN", "IGO"),
                        ("Afghanistan", "STATE"),
                        ("Afghanistan", "STATE"),
                        ("Heart of Asia process", "INITIATIVE"),
                        ("SCO", "IGO"),
                    ],
                ),
                "Your places are counted from the beginning of the paragraph. They count from the beginning of the "
                "whole text: give `spans_from` the whole `text`.",
                when=_counted_inside,
            ),
            Mistake(
                lambda text: spans_from(
                    text,
                    [
                        ("UN", "IGO", 3),
                        ("Afghanistan", "STATE", 5),
                        ("Afghanistan", "STATE", 6),
                        ("Heart of Asia process", "INITIATIVE"),
                        ("SCO", "IGO", 5),
                    ],
                ),
                lambda answer: (
                    f"{_too_early(answer)} before this paragraph, the last of its kind there. The cell above tells "
                    "how many came before, and yours is the next: add 1."
                ),
                when=_last_before,
            ),
            Mistake(
                lambda text: spans_from(
                    text,
                    [
                        ("UN", "IGO"),
                        ("Afghanistan", "STATE"),
                        ("Afghanistan", "STATE"),
                        ("Heart of Asia process", "INITIATIVE"),
                        ("SCO", "IGO"),
                    ],
                ),
                lambda answer: (
                    f"{_too_early(answer)} before this paragraph: without a number `spans_from` takes the first ones "
                    "on the page. How often did the name come before, and which number has the next?"
                ),
                when=lambda answer: bool(_early(answer)),
            ),
            Mistake(
                lambda text: _sixth(text, ("SCO", ("SCO", "IGO", 8))),
                lambda answer: (
                    f"{_behind(answer)[0]} stands behind this paragraph: its number is too large. How often did the "
                    "name come before, and which number has the next?"
                ),
                when=lambda answer: bool(_behind(answer)) and not _early(answer),
            ),
            Mistake(
                lambda text: _sixth(text).head(0),
                "This table has no marks yet. Did you mark on the page after you ran this cell? Then run the line "
                "`my_paragraph = marks.value` once more: it takes what is marked at that moment.",
                when=lambda answer: isinstance(answer, pd.DataFrame) and answer.empty,
            ),
            Mistake(
                [("UN", "IGO", 4), ("Afghanistan", "STATE", 6)],
                "These are names and labels, and no places yet. Give the list to `spans_from(text, ...)`, and store "
                "what it returns.",
                when=_are_pairs,
            ),
            Mistake(
                lambda text: _sixth(text, ("process", ("Heart of Asia", "INITIATIVE"))),
                "Is that name complete? Rule 8 speaks of small words that belong to a name. Which word belongs to "
                "“Heart of Asia”?",
                when=lambda answer: "Heart of Asia" in _span_texts(answer),
            ),
            Mistake(
                lambda text: _sixth(text, ("process", ("the Heart of Asia process", "INITIATIVE"))),
                "One of your spans begins with the article. What does rule 4 say?",
                when=lambda answer: any(name.lower().startswith("the ") for name in _span_texts(answer)),
            ),
            Mistake(
                lambda text: _sixth(text, ("process", ("Heart of Asia process", "IGO"))),
                "All places are right. Is the Heart of Asia process an organization? The text calls it “a regional "
                "initiative”, and the codebook has a label for a named process.",
            ),
            Mistake(
                lambda text: _sixth(
                    text, ("more", ("Afghan", "STATE", text[: text.index("Afghan control")].count("Afghan") + 1))
                ),
                "You marked *Afghan*, an adjective alone. Rule 3: is it a name of the state?",
                when=lambda answer: "Afghan" in _span_texts(answer),
            ),
            Mistake(
                lambda text: _sixth(text, ("more", ("Afghan people", "GOV"))),
                "“The Afghan people” is no body of the government, and *people* is a general word. What says rule 3?",
                when=lambda answer: "Afghan people" in _span_texts(answer),
            ),
            Mistake(
                lambda text: _sixth(text, ("more", ("this country", "STATE"))),
                "“This country” means Afghanistan, but it does not name it. We mark names.",
                when=lambda answer: "this country" in _span_texts(answer),
            ),
            Mistake(
                lambda text: _sixth(
                    text, ("process", ("Heart of Asia process as a regional initiative", "INITIATIVE"))
                ),
                "Where does the name of the process end? What follows is a description, in words that are no name.",
                when=lambda answer: any("regional initiative" in name for name in _span_texts(answer)),
            ),
            Mistake(
                lambda text: _sixth(text, ("SCO", None)),
                "Four right spans. Read the very end of the paragraph again: whose efforts are complemented?",
            ),
            Mistake(
                lambda text: _sixth(text, ("UN", None)),
                "Four right spans. Read the beginning of the paragraph again: whose central role is it?",
            ),
            Mistake(
                lambda text: _sixth(text, ("Afghanistan’s", None)),
                "Four right spans. One state is named twice in this paragraph (rule 5). The second time it wears an "
                "ending.",
            ),
            Mistake(
                lambda text: _sixth(text, ("UN", None), ("SCO", None)),
                lambda answer: (
                    f"{_so_many(len(answer))}, and the paragraph has more. Read on sentence by sentence, and stop at "
                    "each capital letter: is it a name?"
                ),
                when=lambda answer: (
                    _only_part(answer, _gold(read_text(), 6)) or _only_part(answer, _with_possessive(read_text()))
                ),
            ),
        ],
        also=[
            Also(
                _with_possessive,
                told="In one place another border is right, too: “Afghanistan’s” may as well end behind its ’s. Why "
                "stands below.",
                about="You take the ’s of “Afghanistan’s” into the name, the gold standard leaves it outside. Both are "
                "right, and why stands below.",
            ),
        ],
        success="Your own reading, and one that somebody else can check.",
    ),
    Exercise(
        "2.5",
        title="What a strict judge does not find",
        level="on your own",
        points=2,
        stub="not_found = ...",
        hints=[
            "Which rows of the comparison are gold spans, and which of those did the second reader have in exactly the "
            "same way?",
            "Keep the rows whose outcome is not *agrees*. Of those keep the ones that are not *extra*. "
            "Then take the column `text`.",
            '`rows = comparison[comparison["outcome"] != "agrees"]`, then the same once more with `rows` and '
            '`"extra"`, and at the end `not_found = set(rows["text"])`.',
        ],
        answers=lambda text: set(_not_found(text)),
        check=same_set(),
        expects="a set with the texts of gold spans",
        alternatives=[
            lambda text: _not_found(text),
            lambda text: {
                text[start:end]
                for start, end, label in _bundles(_gold(text, 2))
                if (start, end, label) not in _bundles(_second())
            },
            lambda text: pd.Series(_not_found(text)),
        ],
        mistakes=[
            Mistake(
                lambda text: set(_differences(text, "boundary differs", "label differs", "missed", "extra")),
                "One too many: “Foreign Ministries” is a span of the second reader only. "
                "Which outcome tells you that a row is no gold span?",
            ),
            Mistake(
                lambda text: set(_differences(text, "missed")),
                "Those two have no partner at all. But our judge is strict: a span with other borders, or with another "
                "label, does not count as found either.",
            ),
            Mistake(
                lambda text: set(_differences(text, "boundary differs", "missed")),
                "One is missing: a span in the right place with another label. Is that the same span for a strict "
                "judge?",
            ),
            Mistake(
                lambda text: set(_differences(text, "boundary differs")),
                "Those have other borders. Which other outcomes mean that a gold span was not found as it is?",
            ),
            Mistake(
                lambda text: set(_differences(text, "boundary differs", "label differs")),
                "These were found in part. Two more were not found at all: what is their outcome called?",
            ),
            Mistake(
                lambda text: set(_second()["text"]),
                "Those are all spans of the second reader. I asked for the gold spans that this reader does not have: "
                "the column `text` of the comparison has gold, the column `outcome` tells which.",
                when=lambda answer: {"Republic of Uzbekista", "22 January 2014"} <= set(answer),
            ),
            Mistake(
                lambda text: set(_differences(text, "agrees")),
                "The wrong way round: these are the spans that both have. `!=` in place of `==` turns the question "
                "around.",
                when=lambda answer: {"22 January 2014", "UNAMA"} <= set(answer) and "RATS" not in answer,
            ),
            Mistake(
                lambda text: set(_gold(text, 2)["text"]),
                "Those are all gold spans of the paragraph. Which of them does the second reader not have? The column "
                "`outcome` tells.",
                when=lambda answer: {"22 January 2014", "RATS"} <= set(answer),
            ),
            Mistake(
                lambda text: {"Foreign Ministries"},
                "That is the one row which is *not* a gold span: only the second reader has it. Which rows are gold "
                "spans that this reader does not have?",
            ),
            Mistake(
                lambda text: set(
                    compare_spans(_gold(text, 2), _second()).query('outcome != "agrees"')["predicted_text"]
                ),
                "Those are the texts of the second reader, from the column `predicted_text`. I asked for the gold "
                "spans: which column has them?",
                when=lambda answer: "Republic of Uzbekista" in set(answer),
            ),
            Mistake(
                {"RATS"},
                lambda answer: (
                    f"{_so_many(len(set(answer)))}, and more belong to the set. Which other outcomes say that a gold "
                    "span was not found as it is?"
                ),
                when=lambda answer: set() < set(answer) < set(_not_found(read_text())),
            ),
            Mistake(
                {"start", "end", "label", "text", "outcome", "predicted_label", "predicted_text"},
                "Those are the names of the columns: who walks over a table gets these. Take one column, "
                '`comparison["text"]`, of the rows that you want.',
                when=lambda answer: {"start", "end", "label"} <= set(answer),
            ),
            Mistake(
                lambda text: len(_not_found(text)),
                "Eight, that is right. Which eight? I would like their texts, in a set.",
            ),
        ],
        success="Eight gold spans not found (the SCO among them is the one at 195, not the one at 238): 21 and 8 make "
        "29. And the other way round, 7 spans of the second reader that are not in gold: 21 and 7 make 28. The eight "
        "differences explain both.",
    ),
    Exercise(
        "2.6",
        title="How often do they agree?",
        level="guided",
        points=1,
        stub="agreed = ...",
        hints=[
            "Two lists of the same length, side by side. At each place one question: are the two labels equal?",
            "Walk along both with `zip(gold_words, second_words)`, count the places where they are equal, and divide "
            "by the number of words.",
            "The set-up is `same = 0` and `for gold_label, second_label in zip(gold_words, second_words):`. After the "
            "loop: `agreed = same / len(gold_words)`.",
        ],
        answers=_observed,
        check=same_number(decimals=3),
        expects="a share between 0 and 1",
        alternatives=[
            lambda text: float((pd.Series(_two(text)[0]) == pd.Series(_two(text)[1])).mean()),
            lambda text: round(_observed(text), 3),
            lambda text: np.float64(round(_observed(text), 4)),
        ],
        mistakes=[
            Mistake(
                lambda text: round(_observed(text) * len(_two(text)[0])),
                "That many words have the same label. What share is that of all words?",
            ),
            Mistake(
                0.89,
                "Rounded? That is near it, but so is 143 of 161, one word too few. Give me three places at least.",
                when=lambda answer: answer in (0.9, 0.89),
            ),
            Mistake(
                lambda text: 1 / len(_two(text)[0]),
                "One word of all? Then `same` counts no further than 1. Does `same = 0` stand inside the loop? It "
                "belongs before it.",
                when=lambda answer: _near(answer, 1 / 161, 0),
            ),
            Mistake(
                lambda text: round(_observed(text) * len(_two(text)[0])) / len(split_words(text)),
                "You divided by the words of the whole text. How many words does `gold_words` have?",
            ),
            Mistake(
                lambda text: _labels_of_all(text).count("none") / len(split_words(text)),
                "That is the lazy annotator, on the whole page. Here the two lists are `gold_words` and "
                "`second_words`.",
            ),
            Mistake(
                lambda text: 1 - _observed(text),
                "That is the share of words on which they differ. Which way round is your question?",
            ),
            Mistake(
                lambda text: round((1 - _observed(text)) * len(_two(text)[0])),
                "That many words have different labels. I asked for the share of words with the same label.",
            ),
            Mistake(
                lambda text: round(100 * _observed(text), 1),
                "That is a percentage. I asked for a share, a number between 0 and 1.",
                when=lambda answer: 80 < answer < 100,
            ),
            Mistake(
                lambda text: _share(*map(_only_names, _two(text))),
                "That is the agreement on *name or none* from above. Now the full labels: two readers who both say "
                "*name* may still say IGO and INITIATIVE.",
            ),
            Mistake(
                _named_by_gold,
                "You looked only at the words to which gold gives a label. The words with *none* count, too: agreeing "
                "that something is no name is agreeing.",
            ),
            Mistake(
                lambda text: kappa(*_two(text)),
                "That is kappa already, with chance taken out. Here I asked for the plain share of words with the same "
                "label.",
            ),
            Mistake(
                lambda text: [a == b for a, b in zip(*_two(text), strict=True)],
                "For each word you have True or False. How many are True, and what share of all words is that?",
            ),
        ],
        success="A little less than before: six words of one mission have a label from both readers, but not the "
        "same one. How much of the rest is luck? That is the last exercise.",
    ),
    Exercise(
        "2.7",
        title="Kappa by hand",
        level="stretch",
        points=3,
        stub="kappa_by_hand = ...",
        hints=[
            "By chance two readers meet at a label if both happen to say it. How often does each of them say STATE? "
            "What do you do with the two shares?",
            "Begin with `expected = 0`. For each label multiply its share in `gold_words` by its share in "
            "`second_words`, and add the product to `expected`. Then put it into the formula.",
            "In the loop `for label in set(gold_words):` stands `expected = expected + gold_words.count(label) / "
            "number * second_words.count(label) / number`, with `number = len(gold_words)`.",
        ],
        answers=lambda text: kappa(*_two(text)),
        check=same_number(0.0002),
        expects="kappa for the full labels",
        alternatives=[
            lambda text: (_observed(text) - _chance(text)) / (1 - _chance(text)),
            lambda text: 1 - (1 - _observed(text)) / (1 - _chance(text)),
            lambda text: round(kappa(*_two(text)), 4),
            lambda text: np.float64(_observed(text) - _chance(text)) / np.float64(1 - _chance(text)),
        ],
        mistakes=[
            Mistake(
                lambda text: kappa(*map(_only_names, _two(text))),
                "That is kappa for *name or none*, from above. It comes close, but I asked for the full labels: all "
                "of those in `gold_words`.",
            ),
            Mistake(
                lambda text: round(kappa(*_two(text)), 2),
                "Rounded? Kappa for *name or none* comes so close that I can not tell the two apart. Give me four "
                "places at least.",
                when=lambda answer: answer in (0.9, 0.86, 0.857),
            ),
            Mistake(
                _chance_of_names,
                "That is the agreement by chance of the table with *name* and *none*, from above. Now every label "
                "counts: `gold_words` and `second_words` have the full ones.",
            ),
            Mistake(
                _observed,
                "That is the observed agreement, the first step. Now take out what chance would give.",
            ),
            Mistake(
                _chance,
                "That is the agreement by chance, the second step. One step is left: the share of the road.",
            ),
            Mistake(
                lambda text: _observed(text) - _chance(text),
                "You took chance away, that is the top of the fraction. The road from chance to perfection is shorter "
                "than 1: by what must you divide?",
            ),
            Mistake(
                lambda text: _observed(text) - _chance(text) / (1 - _chance(text)),
                "Python divides before it subtracts. Which part of the formula needs brackets?",
            ),
            Mistake(
                lambda text: (_share(*map(_only_names, _two(text))) - _chance(text)) / (1 - _chance(text)),
                "Step 3 is right, and chance, too. But did you put `observed` into it, the agreement on *name or "
                "none*? Here it is the agreement on the full labels, `agreed` of exercise 2.6.",
            ),
            Mistake(
                lambda text: (_observed(text) - _chance(text)) / 1 - _chance(text),
                "Python divides before it subtracts. The bottom of the fraction needs brackets, too: what stands below "
                "the line?",
            ),
            Mistake(
                lambda text: (_observed(text) - _last_product(text)) / (1 - _last_product(text)),
                "Your chance is that of one label only. Does `expected` start with 0 before the loop, and is each "
                "product added to it?",
                when=lambda answer: _near(answer, *_one_label_only(read_text())),
            ),
            Mistake(
                lambda text: (_observed(text) - _chance(text)) / _chance(text),
                "You divided by the agreement by chance. The road runs from there to 1: how long is it?",
            ),
            Mistake(
                lambda text: (_observed(text) - 0.5) / 0.5,
                "You took a coin for chance: a half. But our readers have habits. How often does each of them give "
                "each label?",
            ),
            Mistake(
                lambda text: (_observed(text) - 1 / 8) / (1 - 1 / 8),
                "You let chance choose among all labels as if each were as frequent as any other. How often does each "
                "reader really give each label?",
                when=lambda answer: any(
                    abs(answer - (144 / 161 - 1 / number) / (1 - 1 / number)) < 0.0005 for number in (6, 7, 8)
                ),
            ),
            Mistake(
                lambda text: (_observed(text) - _undivided(text)) / (1 - _undivided(text)),
                lambda answer: (
                    f"{answer} is more than 1, and kappa can not be more than 1. Then chance is too large: a "
                    "share lies between 0 and 1. Did you divide both counts by the number of words, and take each "
                    "label only once, with `set(...)`?"
                ),
                when=lambda answer: type(answer) in (int, float) and 1 < answer < 10,
            ),
        ],
        success="The same as `kappa(gold_words, second_words)`. If you did the three steps, you know what is inside. A "
        "number whose making you can explain is worth ten that you can only quote.",
    ),
]
