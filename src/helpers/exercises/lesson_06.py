"""The exercises of lesson 06: who takes a position, for how many, on what, and on which evidence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from helpers import reference
from helpers.entities import tag_entities
from helpers.exercises.engine import (
    Also,
    Case,
    Exercise,
    Mistake,
    function_cases,
    judged_by,
    same_list,
    same_mapping,
    same_set,
    same_text,
)
from helpers.statements import find_statements
from helpers.texts import read_text, split_sentences

# --- 6.1: sentences without a position --------------------------------------------------------------------------------


@cache
def _statements(text: str) -> pd.DataFrame:
    return find_statements(text)


def _speaking(text: str) -> set[int]:
    return set(_statements(text)["sentence"].tolist())


def _numbers(text: str) -> list[int]:
    return split_sentences(text)["sentence"].tolist()


def _no_position(text: str) -> set[int]:
    return set(_numbers(text)) - _speaking(text)


def _most_or_speakers(answer: Any) -> str:
    numbers = sorted({15, 16} & set(answer))
    which = "sentence 15" if numbers == [15] else "sentence 16" if numbers == [16] else "sentences 15 and 16"
    speakers = {15: "“Most”", 16: "“Speakers”"}
    who = " and ".join(speakers[number] for number in numbers)
    return (
        f"You have {which} in it. {who} may not be everybody, but a position is taken. For how many is the next "
        "question, not this one."
    )


def _they_do(answer: Any) -> str:
    numbers = sorted({6, 9, 10, 11, 12, 13} & set(answer))
    if len(numbers) == 1:
        return (
            f"One of yours does report a position: sentence {numbers[0]}. Read it again: who speaks, and what is it "
            "that they want, support or hold to be so?"
        )
    listed = ", ".join(str(number) for number in numbers[:-1]) + f" and {numbers[-1]}"
    return (
        f"{len(numbers)} of yours do report a position: sentences {listed}. Read them again: who speaks, and what is "
        "it that they want, support or hold to be so?"
    )


# --- 6.2: strongest first ---------------------------------------------------------------------------------------------

SCALE = ("all", "most", "unspecified")
Pairs = list[tuple[int, str]]


def _rank(pairs: Pairs) -> list[int]:
    ranked = []
    for degree in SCALE:
        for number, consensus in pairs:
            if consensus == degree:
                ranked.append(number)
    return ranked


def _rank_by_sorting(pairs: Pairs) -> list[int]:
    on_scale = [pair for pair in pairs if pair[1] != "organization"]
    return [number for number, _ in sorted(on_scale, key=lambda pair: SCALE.index(pair[1]))]


def _rank_in_three_lists(pairs: Pairs) -> list[int]:
    strong, middle, weak = [], [], []
    for number, consensus in pairs:
        if consensus == "all":
            strong.append(number)
        elif consensus == "most":
            middle.append(number)
        elif consensus == "unspecified":
            weak.append(number)
    return strong + middle + weak


def _rank_by_table(pairs: Pairs) -> pd.Series:
    table = pd.DataFrame(pairs, columns=["number", "consensus"])
    return pd.concat([table.loc[table["consensus"] == degree, "number"] for degree in SCALE])


def _as_they_come(pairs: Pairs) -> list[int]:
    return [number for number, consensus in pairs if consensus in SCALE]


def _all_as_they_come(pairs: Pairs) -> list[int]:
    return [number for number, _ in pairs]


def _weakest_first(pairs: Pairs) -> list[int]:
    return [number for degree in reversed(SCALE) for number, consensus in pairs if consensus == degree]


def _organization_last(pairs: Pairs) -> list[int]:
    return [number for degree in (*SCALE, "organization") for number, consensus in pairs if consensus == degree]


def _by_alphabet(pairs: Pairs) -> list[int]:
    return [number for number, _ in sorted(pairs, key=lambda pair: pair[1])]


def _pairs_kept(pairs: Pairs) -> Pairs:
    return [pair for degree in SCALE for pair in pairs if pair[1] == degree]


def _all_pairs_sorted(pairs: Pairs) -> Pairs:
    return sorted(pairs, key=lambda pair: pair[1])


def _pairs_by_number(pairs: Pairs) -> Pairs:
    return sorted(pairs)


def _degrees_kept(pairs: Pairs) -> list[str]:
    return [consensus for degree in SCALE for _, consensus in pairs if consensus == degree]


def _in_three_lists(pairs: Pairs) -> list[list[int]]:
    return [[number for number, consensus in pairs if consensus == degree] for degree in SCALE]


def _numbers_sorted(pairs: Pairs) -> list[int]:
    return [number for degree in SCALE for number in sorted(n for n, consensus in pairs if consensus == degree)]


def _first_degree_only(pairs: Pairs) -> list[int]:
    return [number for number, consensus in pairs if consensus == "all"]


def _last_degree_only(pairs: Pairs) -> list[int]:
    return [number for number, consensus in pairs if consensus == "unspecified"]


def _else_catches(pairs: Pairs) -> list[int]:
    """As with `else:` for the weakest: what is neither all nor most goes in, the organization, too."""
    strong = [number for number, consensus in pairs if consensus == "all"]
    middle = [number for number, consensus in pairs if consensus == "most"]
    return strong + middle + [number for number, consensus in pairs if consensus not in ("all", "most")]


def _as_a_set(pairs: Pairs) -> set[int]:
    return set(_rank(pairs))


def _pair_turned(pairs: Pairs) -> list[str]:
    return [consensus for degree in SCALE for number, consensus in pairs if str(number) == degree]


def _only_sorted(pairs: Pairs) -> list[int]:
    return sorted(number for number, consensus in pairs if consensus in SCALE)


def _rank_cases(text: str) -> list[Case]:
    found = _statements(text)
    return [
        Case([(1, "most"), (2, "all")]),
        Case([(4, "all"), (7, "organization"), (9, "unspecified"), (11, "most"), (12, "all")]),
        Case([]),
        Case([(9, "all"), (2, "all"), (5, "unspecified")]),
        Case([(3, "organization")]),
        Case([(2, "unspecified"), (6, "organization"), (8, "all")]),
        Case([(1, "unspecified"), (2, "unspecified"), (3, "most")]),
        Case(
            list(zip(found["sentence"].tolist(), found["consensus"].tolist(), strict=True)),
            tell="the ten statements of the page",
        ),
    ]


# --- 6.3: a speaker's consensus ---------------------------------------------------------------------------------------

MOST = ("most", "majority")
SOME = ("some", "several", "many", "few")
BODY = ("parties", "participants")


def _has(spoken: list[str], wanted: tuple[str, ...]) -> bool:
    return any(word in wanted for word in spoken)


def _consensus_of(speaker: str) -> str:
    spoken = speaker.lower().split()
    if _has(spoken, MOST):
        return "most"
    if _has(spoken, SOME):
        return "unspecified"
    if _has(spoken, BODY):
        return "all"
    return "unspecified"


def _consensus_by_sets(speaker: str) -> str:
    spoken = set(speaker.casefold().split())
    if spoken & set(MOST):
        return "most"
    return "all" if spoken & set(BODY) and not spoken & set(SOME) else "unspecified"


def _consensus_by_pattern(speaker: str) -> str:
    for words, degree in ((MOST, "most"), (SOME, "unspecified"), (BODY, "all")):
        if re.search(rf"\b({'|'.join(words)})\b", speaker, re.IGNORECASE):
            return degree
    return "unspecified"


def _consensus_from_behind(speaker: str) -> str:
    """Begin with the last rule, and let each one before it write over the answer."""
    degree = "unspecified"
    spoken = f" {speaker.lower()} "
    for words, consensus in ((BODY, "all"), (SOME, "unspecified"), (MOST, "most")):
        for word in words:
            if f" {word} " in spoken:
                degree = consensus
    return degree


def _first_words_only(speaker: str) -> str:
    lowered = speaker.lower()
    if lowered.startswith("most"):
        return "most"
    if lowered.startswith(SOME):
        return "unspecified"
    return "all" if _has(lowered.split(), BODY) else "unspecified"


def _case_matters(speaker: str) -> str:
    spoken = speaker.split()
    if _has(spoken, MOST):
        return "most"
    if _has(spoken, SOME):
        return "unspecified"
    return "all" if _has(spoken, BODY) else "unspecified"


def _capital_first_or_not(speaker: str) -> str:
    spoken = speaker.split()
    if _has(spoken, MOST + tuple(map(str.capitalize, MOST))):
        return "most"
    if _has(spoken, SOME + tuple(map(str.capitalize, SOME))):
        return "unspecified"
    return "all" if _has(spoken, BODY + tuple(map(str.capitalize, BODY))) else "unspecified"


def _letters_as_they_are(speaker: str) -> str:
    """Ask for letters in the text as it stands: no list of words, and capitals matter."""
    if any(word in speaker for word in MOST):
        return "most"
    if any(word in speaker for word in SOME):
        return "unspecified"
    return "all" if any(word in speaker for word in BODY) else "unspecified"


def _or_nothing(function: Callable[[str], str], words: Callable[[str], Any]) -> Callable[[str], str | None]:
    """Leave out the last `return`: where no word is found among `words`, nothing comes back."""
    return lambda speaker: function(speaker) if any(word in words(speaker) for word in MOST + SOME + BODY) else None


def _body_first(speaker: str) -> str:
    spoken = speaker.lower().split()
    if _has(spoken, BODY):
        return "all"
    return "most" if _has(spoken, MOST) else "unspecified"


def _some_before_nothing(speaker: str) -> str:
    """Never ask about some: "some of the parties" speaks for all then."""
    spoken = speaker.lower().split()
    if _has(spoken, MOST):
        return "most"
    return "all" if _has(spoken, BODY) else "unspecified"


def _without_majority(speaker: str) -> str:
    spoken = speaker.lower().split()
    if "most" in spoken:
        return "most"
    return "all" if _has(spoken, BODY) and not _has(spoken, SOME) else "unspecified"


def _letters_in_a_row(speaker: str) -> str:
    lowered = speaker.lower()
    if any(word in lowered for word in MOST):
        return "most"
    if any(word in lowered for word in SOME):
        return "unspecified"
    return "all" if any(word in lowered for word in BODY) else "unspecified"


def _singular_counts(speaker: str) -> str:
    spoken = speaker.lower().split()
    if _has(spoken, MOST):
        return "most"
    if _has(spoken, SOME):
        return "unspecified"
    return "all" if _has(spoken, (*BODY, "party", "participant")) else "unspecified"


def _all_else_is_all(speaker: str) -> str:
    spoken = speaker.lower().split()
    if _has(spoken, MOST):
        return "most"
    return "unspecified" if _has(spoken, SOME) else "all"


def _nothing_else(speaker: str) -> str | None:
    spoken = speaker.lower().split()
    if _has(spoken, MOST):
        return "most"
    if _has(spoken, SOME):
        return "unspecified"
    return "all" if _has(spoken, BODY) else None


def _word_by_word(speaker: str) -> str:
    for word in speaker.lower().split():
        if word in MOST:
            return "most"
        if word in SOME:
            return "unspecified"
        if word in BODY:
            return "all"
    return "unspecified"


def _first_word_decides(speaker: str) -> str:
    word = speaker.lower().split()[0]
    if word in MOST:
        return "most"
    return "all" if word in BODY else "unspecified"


def _both_at_once(speaker: str) -> str:
    """As `if "most" in spoken and "majority" in spoken:` is read."""
    spoken = speaker.lower().split()
    if all(word in spoken for word in MOST):
        return "most"
    if all(word in spoken for word in SOME):
        return "unspecified"
    return "all" if _has(spoken, BODY) else "unspecified"


def _list_in_a_list(speaker: str) -> str:
    """As `if ["most", "majority"] in spoken:` is read, in every rule: none of them ever fits."""
    return "unspecified"


def _list_in_a_list_for_most(speaker: str) -> str:
    spoken = speaker.lower().split()
    return "all" if _has(spoken, BODY) and not _has(spoken, SOME) else "unspecified"


def _always_true(speaker: str) -> str:
    """As `if "most" or "majority" in words:` is read: the first is never empty, so it is always true."""
    return "most"


def _or_in_brackets(speaker: str) -> str:
    """As `if ("most" or "majority") in spoken:` is read: the first of the words alone."""
    spoken = speaker.lower().split()
    if MOST[0] in spoken:
        return "most"
    if SOME[0] in spoken:
        return "unspecified"
    return "all" if BODY[0] in spoken else "unspecified"


def _or_in_brackets_once(speaker: str) -> str:
    spoken = speaker.lower().split()
    if MOST[0] in spoken:
        return "most"
    if _has(spoken, SOME):
        return "unspecified"
    return "all" if BODY[0] in spoken else "unspecified"


def _capital_answers(speaker: str) -> str:
    return _consensus_of(speaker).capitalize()


# --- 6.4: the place of a quote ----------------------------------------------------------------------------------------


def _place_of(text: str, quote: str) -> tuple[int, int] | None:
    start = text.find(quote)
    if start == -1:
        return None
    return (start, start + len(quote))


def _place_by_in(text: str, quote: str) -> list[int] | None:
    if quote in text:
        start = text.index(quote)
        return [start, start + len(quote)]
    return None


def _place_by_parts(text: str, quote: str) -> tuple[int, int] | None:
    before, found, _ = text.partition(quote)
    return (len(before), len(before) + len(found)) if found else None


def _last_character(text: str, quote: str) -> tuple[int, int] | None:
    start = text.find(quote)
    return None if start == -1 else (start, start + len(quote) - 1)


def _one_too_far(text: str, quote: str) -> tuple[int, int] | None:
    start = text.find(quote)
    return None if start == -1 else (start, start + len(quote) + 1)


def _start_only(text: str, quote: str) -> int | None:
    start = text.find(quote)
    return None if start == -1 else start


def _never_none(text: str, quote: str) -> tuple[int, int]:
    start = text.find(quote)
    return (start, start + len(quote))


def _bare_find(text: str, quote: str) -> int:
    return text.find(quote)


def _start_and_length(text: str, quote: str) -> tuple[int, int] | None:
    start = text.find(quote)
    return None if start == -1 else (start, len(quote))


def _zero_is_nothing(text: str, quote: str) -> tuple[int, int] | None:
    start = text.find(quote)
    return (start, start + len(quote)) if start > 0 else None


def _truth_of_a_number(text: str, quote: str) -> tuple[int, int] | None:
    start = text.find(quote)
    return (start, start + len(quote)) if start else None


def _the_words(text: str, quote: str) -> str | None:
    return quote if quote in text else None


def _from_behind(text: str, quote: str) -> tuple[int, int] | None:
    start = text.rfind(quote)
    return None if start == -1 else (start, start + len(quote))


def _stops(text: str, quote: str) -> tuple[int, int]:
    start = text.index(quote)
    return (start, start + len(quote))


def _case_folded(text: str, quote: str) -> tuple[int, int] | None:
    return _place_of(text.lower(), quote.lower())


def _as_expression(text: str, quote: str) -> tuple[int, int] | None:
    """Search with `re`, and leave out `re.escape`."""
    found = re.search(quote, text)
    return found.span() if found else None


def _none_in_quotes(text: str, quote: str) -> tuple[int, int] | str:
    return _place_of(text, quote) or "None"


def _two_times_nothing(text: str, quote: str) -> tuple[int | None, int | None]:
    return _place_of(text, quote) or (None, None)


def _place_cases(text: str) -> list[Case]:
    found = _statements(text)
    most = next((speaker for speaker in found["speaker"].tolist() if len(speaker.split()) > 2), text[:20])
    return [
        Case("Peru spoke first.", "spoke"),
        Case("Peru spoke first.", "Peru"),
        Case("Peru spoke first.", "Chile"),
        Case("Peru spoke, then Chile spoke.", "spoke"),
        Case("Peru spoke first.", "first."),
        Case("Peru spoke first.", "peru"),
        Case("Peru (PE) spoke first.", "(PE)"),
        Case(text, most, tell="the press release and a speaker who stands in it"),
        Case(text, "Nobody objected", tell="the press release and words that are not in it"),
    ]


# --- 6.5: claims by theme ---------------------------------------------------------------------------------------------

CLAIMED = (*SCALE, "organization")


def _strongest(found: list[str]) -> str:
    """Return the strongest on the scale; the organization stands beside it, and counts where it speaks alone."""
    for word in CLAIMED:
        if word in found:
            return word
    return "none"


@cache
def _lists(text: str) -> dict[str, list[str]]:
    """List for each theme the consensus of its statements, in the order of the text."""
    coded = reference.gold("themes")
    consensus = dict(zip(_statements(text)["sentence"], _statements(text)["consensus"], strict=True))
    return {
        theme: [
            consensus[number]
            for number, on in zip(coded["sentence"], coded[theme], strict=True)
            if on and number in consensus
        ]
        for theme in coded.columns[3:]
    }


def _claims(text: str) -> dict[str, str]:
    return {theme: _strongest(found) for theme, found in _lists(text).items()}


def _last_claims(text: str) -> dict[str, str]:
    return {theme: found[-1] if found else "none" for theme, found in _lists(text).items()}


def _without_none(text: str) -> dict[str, str]:
    return {theme: claim for theme, claim in _claims(text).items() if claim != "none"}


def _other_word_for_none(word: str | None) -> Any:
    return lambda text: {theme: word if claim == "none" else claim for theme, claim in _claims(text).items()}


# --- 6.6: a date and its record ---------------------------------------------------------------------------------------


class _Case(NamedTuple):
    """The document whose date on the page is not the one of the record."""

    doc_id: str
    in_text: str
    wording: str
    days: int


def _cited() -> pd.DataFrame:
    documents = reference.documents()
    return documents[documents["role"] == "cited"]


@cache
def _case() -> _Case:
    for row in _cited().itertuples():
        if row.date_in_text and row.date_adopted_or_signed and row.date_in_text != row.date_adopted_or_signed:
            days = dt.date.fromisoformat(row.date_in_text) - dt.date.fromisoformat(row.date_adopted_or_signed)
            return _Case(row.doc_id, row.date_in_text, row.wording, days.days)
    raise LookupError("no document has two dates")  # pragma: no cover - the data say otherwise


@cache
def _dates_in(quote: str) -> tuple[str, ...]:
    found = tag_entities(quote)
    return tuple(found["name"][found["label"] == "DATE"].tolist())


def _finding(text: str) -> dict[str, Any]:
    found = tag_entities(text)
    row = found[(found["label"] == "DATE") & (found["name"] == _case().in_text)].iloc[0]
    start = text.rfind(_case().wording, 0, int(row["start"]))
    return {"doc_id": _case().doc_id, "start": start, "end": int(row["end"]), "days": _case().days}


def _with(**changed: Any) -> Any:
    """Make an answer that differs from the right one in this."""
    return lambda text: {
        **_finding(text),
        **{key: what(text) if callable(what) else what for key, what in changed.items()},
    }


LONGEST_QUOTE = 80
KEYS = ("doc_id", "start", "end", "days")
WRONG_SIGN = (
    "The number of days is right, with a minus in front: you took the later date from the earlier one. It is "
    "later minus earlier: turn them around."
)


def _whole(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and value == int(value)


def _judge_finding(answer: dict[str, Any], text: str) -> str:
    """Judge the four parts one after the other."""
    if not set(KEYS) <= set(answer):
        return (
            f"I expected the four keys {', '.join(f'`{key}`' for key in KEYS)} and found {len(answer)} "
            f"{'key' if len(answer) == 1 else 'keys'}. Is each there, and spelled like this?"
        )
    if str(answer["doc_id"]).strip() != _case().doc_id:
        return (
            "About `doc_id`: take it from the column of that name, letter by letter. For which row are both dates "
            "there, and different?"
        )
    if not (_whole(answer["start"]) and _whole(answer["end"])):
        return "About `start` and `end`: both are whole numbers, places in `text`. `text.find(...)` gives the first."
    quote = text[int(answer["start"]) : int(answer["end"])] if answer["start"] >= 0 else ""
    if not quote:
        return "The document is right. But `text[start:end]` is empty. Does `start` come before `end`?"
    if _case().in_text not in _dates_in(quote):
        return (
            f"The document is right. But `text[start:end]` is “{_short(quote)}”, and the date that the page gives it "
            "is not in there. Print it, and move its ends."
        )
    if len(quote) > LONGEST_QUOTE:
        return f"The date is in your quote, and {len(quote)} characters are. Evidence is short: keep what proves it."
    if not _whole(answer["days"]):
        return "The evidence is right. About `days`: a whole number, please. What does `(later - earlier).days` give?"
    if int(answer["days"]) == -_case().days:
        return WRONG_SIGN
    if int(answer["days"]) != _case().days:
        return (
            "Document and evidence are right. About `days`: from which day to which did you count? Take the column "
            "`date_adopted_or_signed` from the column `date_in_text`."
        )
    return ""


def _short(quote: str) -> str:
    quote = " ".join(quote.replace("`", "'").split())
    return quote if len(quote) <= 60 else f"{quote[:30]} … {quote[-25:]}"


def _quote(answer: dict[str, Any], text: str) -> str:
    return text[int(answer["start"]) : int(answer["end"])]


def _timedelta(text: str) -> dt.timedelta:
    return dt.timedelta(days=_case().days)


EXERCISES = [
    Exercise(
        "6.1",
        title="Nobody takes a position",
        level="guided",
        points=1,
        stub="no_position = ...",
        hints=[
            "Put two questions to each sentence: who speaks? And what does the speaker say about the matter? If one of "
            "them has no answer, the number belongs in your set.",
            "The first four sentences are about who was there. Then look for sentences with people and no position, "
            "with a position and no people, and with an event in the place of people.",
            "`no_position = {1, 2, 3, 4, ...}`: three more belong in it, in place of the dots. One has to do with an "
            "exchange, one with a factor, and one is the last.",
        ],
        answers=_no_position,
        check=same_set(),
        expects="a set of sentence numbers",
        alternatives=[
            lambda text: sorted(_no_position(text)),
            lambda text: pd.Series(sorted(_no_position(text))),
            lambda text: tuple(float(number) for number in _no_position(text)),
        ],
        mistakes=[
            Mistake(
                _speaking,
                "Those are the ten that do report a position: you read them well. The exercise asks for the others.",
            ),
            Mistake(
                lambda text: {number - 1 for number in _no_position(text)},
                "Each number is one too low. The sentences are numbered from 1 here, as they are printed above.",
            ),
            Mistake(
                lambda text: _no_position(text) - {1, 2, 3, 4},
                "Those are right, and they are of the hard kind. What about the first four sentences, which say who "
                "was there: does anybody take a position in them?",
                when=lambda answer: bool(answer) and not {1, 2, 3, 4} & set(answer) and set(answer) <= {5, 8, 17},
            ),
            Mistake(
                lambda text: len(_no_position(text)),
                "That is how many. Which ones? Collect their numbers in a set, such as `{2, 9}`.",
            ),
            Mistake(
                lambda text: [
                    sentence
                    for number, sentence in zip(_numbers(text), split_sentences(text)["text"], strict=True)
                    if number in _no_position(text)
                ],
                "You collected the sentences themselves. Their numbers are enough: they are printed in front.",
            ),
            Mistake(
                lambda text: {str(number) for number in _no_position(text)},
                "Your numbers are in quotes, so they are texts. Write them without.",
                when=lambda answer: (
                    bool(answer) and all(isinstance(number, str) for number in answer) and len(answer) < 17
                ),
            ),
            Mistake(
                lambda text: _no_position(text) | {7},
                "You have sentence 7 in it. Its speaker is “They”. That is a small word, but it points at somebody: "
                "whom does the sentence before it name?",
                when=lambda answer: 7 in set(answer),
            ),
            Mistake(
                lambda text: _no_position(text) | {15, 16},
                _most_or_speakers,
                when=lambda answer: bool({15, 16} & set(answer)),
            ),
            Mistake(
                lambda text: _no_position(text) | {13},
                _they_do,
                when=lambda answer: bool({6, 9, 10, 11, 12, 13} & set(answer)),
            ),
            Mistake(
                lambda text: _no_position(text) - {5},
                "At least one is hiding. Sentence 5 has a speaker and a verb. But read on: what do the "
                "participants say about terrorism there?",
                when=lambda answer: 5 not in set(answer) and {1, 2, 3, 4} <= set(answer),
            ),
            Mistake(
                lambda text: _no_position(text) - {17},
                "At least one is hiding. Sentence 17 has a verb that could report something, “confirmed”. Who or what "
                "confirmed? Can that speak?",
                when=lambda answer: 17 not in set(answer) and {1, 2, 3, 4, 5} <= set(answer),
            ),
            Mistake(
                lambda text: _no_position(text) - {8},
                "At least one is hiding. Sentence 8 surely takes a position on something. But who takes it? Put "
                "your finger on the speaker.",
                when=lambda answer: 8 not in set(answer) and {1, 2, 3, 4, 5, 17} <= set(answer),
            ),
            Mistake(
                {5, 8, 17, 2},
                "The hard ones are there. Of the first four sentences you have only some: is one of them different "
                "from the others?",
                when=lambda answer: {5, 8, 17} <= set(answer) and not {1, 2, 3, 4} <= set(answer),
            ),
        ],
        also=[
            Also(
                lambda text: _no_position(text) | {14},
                told="Who counts 14 among them has a case, too: “aims” reports nothing that was said.",
                about="You count 14 among them: “aims” reports nothing that was said. By the table an intention is a "
                "position, and then 14 is a statement. Both are right here; the course goes on with 14 as a "
                "statement.",
            ),
        ],
        success="Four of them say who was there, and three only look like statements. An exchange names topics, an "
        "assertion without a speaker belongs to nobody, and an event can not speak.",
    ),
    Exercise(
        "6.2",
        title="Strongest first",
        level="on your own",
        points=2,
        stub="def rank(pairs):\n    ...",
        hints=[
            "Go through the list once for each step of the scale: first for “all”, then for “most”, then for "
            "“unspecified”. What do you collect on each round?",
            'Two loops, one inside the other: `for degree in ["all", "most", "unspecified"]:` outside, '
            "`for number, consensus in pairs:` inside. Keep the number if consensus and degree are the same.",
            "`if consensus == degree: ranked.append(number)` is the line inside; `ranked = []` stands before both "
            "loops, `return ranked` after both, as far left as the outer `for`.",
        ],
        answers=_rank,
        check=function_cases(_rank_cases, compare=same_list()),
        alternatives=[_rank_by_sorting, _rank_in_three_lists, _rank_by_table],
        mistakes=[
            Mistake(
                _as_they_come,
                "You left out the organization, and the others come as they stand in the list. Which of them is the "
                "strongest? Go through the list once for each step of the scale.",
            ),
            Mistake(
                _all_as_they_come,
                "Those are the numbers as they come. Where does `consensus` enter: which numbers go first, and which "
                "do not go in at all?",
            ),
            Mistake(
                _only_sorted,
                "You sorted by the number of the sentence. The rank comes from the other half of the pair.",
            ),
            Mistake(
                _weakest_first,
                "That is the right order, upside down. On which side of the scale do you begin?",
            ),
            Mistake(
                _organization_last,
                "You put the organization last, below “unspecified”. But it stands beside the scale: it speaks for "
                "itself, not for few. Leave it out.",
            ),
            Mistake(
                _else_catches,
                "The organization came in by the back door: `else:` takes whatever is left, and not only "
                "“unspecified”. Ask for that word by name.",
            ),
            Mistake(
                _by_alphabet,
                "Sorted by the alphabet: all, most, organization, unspecified. It nearly fits, by luck. Which of the "
                "four does not stand on the scale?",
            ),
            Mistake(
                _pairs_kept,
                "The order is right. You hand back the whole pairs: only the numbers, please.",
            ),
            Mistake(
                _all_pairs_sorted,
                "You hand back the whole pairs, sorted by the alphabet: only the numbers, please. And one of the four "
                "words does not stand on the scale. Which?",
            ),
            Mistake(
                _pairs_by_number,
                "You hand back the whole pairs, sorted by number: only the numbers, please. And their order comes from "
                "the other half of each pair.",
            ),
            Mistake(
                _degrees_kept,
                "The order is right, but those are the degrees. Which half of the pair is wanted?",
            ),
            Mistake(
                _in_three_lists,
                "Three lists, one for each step: a good way to see it. Now make one list of them. `+` puts lists "
                "together.",
            ),
            Mistake(
                _pair_turned,
                "An empty list, whatever comes in: no comparison ever fits. Is it a capital letter, as in “All”? The "
                "pairs have small ones. Or do you compare the number with the scale? In each pair it stands first.",
            ),
            Mistake(
                _numbers_sorted,
                "Nearly. Among equals you sorted by number. They should stay in the order in which they come: in the "
                "list `[(9, …), (2, …)]` the 9 comes first.",
            ),
            Mistake(
                _first_degree_only,
                "Only the first step of the scale comes back. How far is `return` indented? It should wait until both "
                "loops are done.",
            ),
            Mistake(
                _last_degree_only,
                "Only the last step comes back. Where does the list begin: before the loops or inside the outer one?",
            ),
            Mistake(
                _as_a_set,
                lambda answer: (
                    "You hand back a set. A set has no order, and order is what is asked for. Collect in a list: `[]` "
                    "and `append`."
                    if isinstance(answer, set | frozenset)
                    else "Those are the right numbers, in another order. Go through all pairs once for “all”, then "
                    "once for “most”, then once for “unspecified”: what do you collect on each round?"
                ),
                when=lambda answer: isinstance(answer, set | frozenset),
            ),
        ],
        success="Now look at the statements of the page: what `rank` gives for them is the order in which they stand "
        "there. They begin with what is claimed for all, and end with what is claimed for nobody in particular.",
    ),
    Exercise(
        "6.3",
        title="For how many?",
        level="on your own",
        points=3,
        stub="def consensus_of(speaker):\n    ...",
        hints=[
            "The four rules are asked one after the other, and the first that fits gives the answer. After `return` "
            "the function is over, so the order of the questions is the order of the rules.",
            '`spoken = speaker.lower().split()` makes a list of small words. Then ask, for each rule: `if "most" in '
            'spoken or "majority" in spoken:`. The last rule needs no question.',
            '`if "most" in spoken or "majority" in spoken: return "most"` comes first; the same way with `"some"`, '
            '`"several"`, `"many"`, `"few"`, then with `"parties"`, `"participants"`; last, `return "unspecified"`.',
        ],
        answers=_consensus_of,
        check=function_cases(
            [
                Case("The parties"),
                Case("Most of the participants"),
                Case("Speakers"),
                Case("Some of the parties"),
                Case("Participants of the meeting"),
                Case("The majority of the participants"),
                Case("In general most parties"),
                Case("SEVERAL PARTICIPANTS"),
                Case("The foremost participants"),
                Case("A participant"),
                Case("The PARTIES"),
                Case("THE MAJORITY"),
                Case("A good many of the parties"),
                Case("A few parties"),
                Case("They"),
                Case("The parties or most of them"),
                Case("Participants of some of the groups"),
            ],
            compare=same_text(),
        ),
        alternatives=[_consensus_by_sets, _consensus_by_pattern, _consensus_from_behind],
        mistakes=[
            Mistake(
                _first_words_only,
                "You look at the beginning only. In “The majority of the participants” the word that counts is the "
                "second. `split()` lets you ask for a word anywhere.",
            ),
            Mistake(
                _case_matters,
                "Capital letters get in the way: “Most” and “most” are two words to Python. `.lower()` makes all "
                "letters small, before you split.",
            ),
            Mistake(
                _letters_as_they_are,
                "Two things are missing. “Most” and “most” are two words to Python: `.lower()` makes all letters "
                "small. And “The foremost experts” has the letters m-o-s-t in it: `.split()` makes a list of words.",
            ),
            Mistake(
                _or_nothing(_letters_as_they_are, lambda speaker: speaker),
                "Three things are missing: `.lower()`, since “Most” and “most” are two words to Python; `.split()`, "
                "since “foremost” has the letters m-o-s-t in it; and a last `return` for what fits no rule.",
            ),
            Mistake(
                _or_nothing(_case_matters, str.split),
                "Two things are missing. “Most” and “most” are two words to Python: `.lower()` makes all letters "
                "small. And what comes back for “Speakers”, which fits no rule?",
            ),
            Mistake(
                _or_nothing(_letters_in_a_row, str.lower),
                "Two things are missing. “Foremost” has the letters m-o-s-t in it: `.split()` makes a list of whole "
                "words. And what comes back for “Speakers”, which fits no rule?",
            ),
            Mistake(
                _capital_first_or_not,
                "You allow for a capital at the beginning. What about SEVERAL PARTICIPANTS? `.lower()` helps with all "
                "of them at once.",
            ),
            Mistake(
                _body_first,
                "“Most of the participants” has the word participants in it, and your function stops there. Which "
                "question has to come first?",
            ),
            Mistake(
                _some_before_nothing,
                "“Some of the parties” is not all of them. Between the question for most and the question for the "
                "parties, one is missing.",
            ),
            Mistake(
                _without_majority,
                "A majority is a way of saying most. Which second word belongs to the first rule?",
            ),
            Mistake(
                _letters_in_a_row,
                "“The foremost participants”: the letters m-o-s-t are in there, the word is not. `in` finds letters in "
                "a text, but whole words in a list: what makes a list of words?",
            ),
            Mistake(
                _singular_counts,
                "“A participant” is one of them, not all. Only the plural stands for the body: parties, participants.",
            ),
            Mistake(
                _all_else_is_all,
                "What fits no rule becomes “all” in your function: “Speakers”, too. Be careful with the strongest "
                "answer. What does the last rule say?",
            ),
            Mistake(
                _nothing_else,
                "For “Speakers” your function hands back `None`. Which answer is left when no question fits?",
            ),
            Mistake(
                _word_by_word,
                "You walk through the words, and the first that fits any rule decides. In “The parties or most of "
                "them” that is “parties”. It is the order of the rules that counts, not that of the words.",
            ),
            Mistake(
                _first_word_decides,
                "Your loop answers after the first word, “The”. An answer for “none of these” can be given only when "
                "all words have been seen: where does the last `return` belong?",
            ),
            Mistake(
                _both_at_once,
                "You ask with `and`: are “most” and “majority” both in it? One of them is enough. Which little word "
                "asks for that?",
            ),
            Mistake(
                _list_in_a_list,
                'Always “unspecified”: no question ever fits. Did you write `["most", "majority"] in spoken`? A list '
                "in a list of words is never found. Ask for each word, with `or` between.",
            ),
            Mistake(
                _list_in_a_list_for_most,
                '“most” never comes out. Did you write `["most", "majority"] in spoken`? A list in a list of words is '
                "never found. Ask for each word, with `or` between.",
            ),
            Mistake(
                _always_true,
                'Always “most”. Did you write `if "most" or "majority" in spoken`? Python reads the first half alone, '
                "and a text with letters counts as true. Ask twice: `… in spoken or … in spoken`.",
            ),
            Mistake(
                _or_in_brackets,
                'Only the first word of each rule is ever looked for. In `("most" or "majority") in spoken` '
                'Python settles the brackets first, and `"most" or "majority"` is “most”. Ask two whole '
                "questions, with `or` between.",
            ),
            Mistake(
                _or_in_brackets_once,
                'Of two words you look for the first only. Did you write `("most" or "majority") in spoken`? '
                "What stands in the brackets is settled first, and it is “most”. Put `in spoken` behind each of "
                "the words.",
            ),
            Mistake(
                _capital_answers,
                "The judgment is right. The answers are written with small letters, as in the table.",
            ),
        ],
        success="Four rules and their order. The table behind `find_statements` has four hundred patterns for your "
        "eight, and it is no different in kind: somebody decided that “the parties” means all.",
    ),
    Exercise(
        "6.4",
        title="Where does it say so?",
        level="on your own",
        points=2,
        stub="def place_of(text, quote):\n    ...",
        hints=[
            "You need two numbers: where the quote begins, and where it is over. The first is a question to the text, "
            "the second you can work out from the first.",
            "`text.find(quote)` gives the start, and -1 if the quote is not there. Ask for -1 first, and return `None` "
            "then. The end is the start plus the length.",
            "`start = text.find(quote)`, then `if start == -1: return None`, and at the end "
            "`return (start, start + len(quote))`.",
        ],
        answers=_place_of,
        check=function_cases(_place_cases),
        alternatives=[_place_by_in, _place_by_parts],
        mistakes=[
            Mistake(
                _last_character,
                "Your end is the place of the last letter. In Python the end lies one further: `text[0:4]` holds the "
                "places 0, 1, 2 and 3. Print `text[start:end]`.",
            ),
            Mistake(
                _one_too_far,
                "Your end is one too far: `text[start:end]` has a character more than the quote. Is there a `+ 1` that "
                "is not needed?",
            ),
            Mistake(
                _never_none,
                "If the quote is not there, `find` gives -1, and your function makes a place of it. `text[-1:4]` "
                "raises no error, it is empty or wrong. Ask for -1 first.",
            ),
            Mistake(
                _start_only,
                "That is the start. Where is the quote over? Hand back both, as a pair.",
            ),
            Mistake(
                _bare_find,
                "That is what `find` gives. Two things are missing: the end, and `None` for a quote that is not there.",
            ),
            Mistake(
                _start_and_length,
                "The second number is the length of your quote. The end is a place in the text: the start, and then so "
                "many characters on.",
            ),
            Mistake(
                _zero_is_nothing,
                "A quote at the very beginning is lost: its start is 0, and you ask for more than 0. What does `find` "
                "give when there is nothing?",
            ),
            Mistake(
                _truth_of_a_number,
                "`if start:` is false for 0, a good place, and true for -1, which is none. Ask for the number: "
                "`if start == -1:`.",
            ),
            Mistake(
                _the_words,
                "That is the quote itself, which we had before. Hand back its place: two numbers.",
            ),
            Mistake(
                _from_behind,
                "You found the last place. If the quote stands there more than once, the first is wanted.",
            ),
            Mistake(
                _stops,
                "`index` stops with an error if the quote is not there. `find` gives -1 instead. Or ask `if quote in "
                "text` first.",
            ),
            Mistake(
                _case_folded,
                "“peru” is not in a text that says “Peru”. A quote is exact, letter by letter: do not change it, and "
                "not the text.",
            ),
            Mistake(
                _as_expression,
                "You search with `re`, where brackets and dots are signs of a pattern: “(PE)” finds the letters "
                "without their brackets. Use `text.find(quote)`, which takes the quote as it is.",
            ),
            Mistake(
                _none_in_quotes,
                '`"None"` in quotes is a text of four letters, a thing like any other. The nothing of Python is '
                "written without quotes: `return None`.",
            ),
            Mistake(
                _two_times_nothing,
                "For a quote that is not there you hand back a pair of nothings. A plain `None` is enough, and easier "
                "to ask for.",
            ),
        ],
        success="Two numbers, and everybody can check you: `text[start:end]` is the quote or it is not. And `None` "
        "is an answer, too: the text does not say that.",
    ),
    Exercise(
        "6.5",
        title="On what do they agree?",
        level="on your own",
        points=3,
        stub="claims = ...",
        hints=[
            "`claims_on(theme)` gives a list for a theme. Which of the words in it is the strongest? If you ask for "
            "the words from weak to strong, the last that is found is the one to keep.",
            'For each theme: begin with `claims[theme] = "none"`, and write `"organization"` over it if that is in the '
            'list. Then walk through `["unspecified", "most", "all"]`, and write each that is there over what '
            "was there.",
            "`if degree in found: claims[theme] = degree` is the line inside two loops, with `found = "
            "claims_on(theme)` before the inner one.",
        ],
        answers=_claims,
        check=same_mapping(),
        expects="a dict with a word for each theme",
        alternatives=[
            lambda text: list(_claims(text).items()),
            lambda text: pd.Series(_claims(text)),
            lambda text: dict(sorted(_claims(text).items(), reverse=True)),
        ],
        mistakes=[
            Mistake(
                _last_claims,
                "In your dict the last word of each list stays. The strongest should: look at `regional_cooperation`. "
                "In which order do you ask for the words?",
            ),
            Mistake(
                _without_none,
                lambda answer: (
                    f"You have {len(dict(answer))} of the nine themes, and they are right. What of the themes about "
                    'which nobody takes a position? Give them `"none"`, before you look for anything better.'
                ),
            ),
            Mistake(
                lambda text: {**_claims(text), "crime_cyber": "all"},
                "For `crime_cyber` you have more than the text claims. Sentence 5 names it as a topic and takes no "
                "position: for that sentence `claims_on` gives “no statement”.",
                when=lambda answer: dict(answer).get("crime_cyber") in CLAIMED,
            ),
            Mistake(
                lambda text: {**_claims(text), "meeting_protocol": "all"},
                "For `meeting_protocol` you have more than the text claims. Print "
                '`claims_on("meeting_protocol")`, and look '
                "at the first four sentences and the last: does anybody take a position there?",
                when=lambda answer: dict(answer).get("meeting_protocol") in CLAIMED,
            ),
            Mistake(
                lambda text: {**_claims(text), "economy_culture": "all"},
                "For `economy_culture` you have more than the text claims. One sentence has this theme, the fifteenth: "
                "how does it begin?",
                when=lambda answer: dict(answer).get("economy_culture") == "all",
            ),
            Mistake(
                lambda text: {**_claims(text), "regional_cooperation": "most"},
                "On `regional_cooperation` four sentences speak, for more and for less. Print "
                '`claims_on("regional_cooperation")`: which of its words is the strongest on the scale?',
                when=lambda answer: (
                    dict(answer).get("regional_cooperation") in ("most", "unspecified")
                    and sum(dict(answer).get(theme) != claim for theme, claim in _claims(read_text()).items()) == 1
                ),
            ),
            Mistake(
                lambda text: {
                    theme: "no statement" if claim == "none" or theme in ("drugs", "terrorism_extremism") else claim
                    for theme, claim in _claims(text).items()
                },
                "“no statement” stands in the lists of `claims_on`, but it is no step of the scale. Where nothing "
                'better is found, the word is `"none"`.',
                when=lambda answer: "no statement" in dict(answer).values(),
            ),
            Mistake(
                lambda text: {**_claims(text), "un_role": "organization"},
                "On `un_role` the SCO speaks, in sentence 14. But another sentence has this theme, too: print "
                '`claims_on("un_role")`. Which of the two words stands on the scale?',
                when=lambda answer: dict(answer).get("un_role") == "organization",
            ),
            Mistake(
                lambda text: {theme: claim == "all" for theme, claim in _claims(text).items()},
                "`True` and `False` say whether all are claimed. The exercise asks for a word from the scale, since "
                "between all and none there is more.",
                when=lambda answer: any(isinstance(value, bool) for value in dict(answer).values()),
            ),
            Mistake(
                _other_word_for_none(None),
                'Right but for one word. Where nobody takes a position, the exercise asks for the text `"none"`.',
                when=lambda answer: any(
                    value is None or value in ("", "None", "nothing") for value in dict(answer).values()
                ),
            ),
            Mistake(
                lambda text: {theme: [*found, "no statement"] for theme, found in _lists(text).items()},
                "You kept the whole lists, which is a good table to look at. Which one word of each is the strongest?",
                when=lambda answer: any(isinstance(value, list | tuple | set) for value in dict(answer).values()),
            ),
            Mistake(
                lambda text: dict.fromkeys(_claims(text), "none"),
                "Every theme has `none`. Does the inner loop ever write over it? Print `claims_on(theme)` inside your "
                "loop.",
            ),
            Mistake(
                lambda text: {theme: "all" for theme, claim in _claims(text).items() if claim == "all"},
                "Those have “all”, and rightly. The other themes belong in the dict, too, each with the best that the "
                "text claims.",
            ),
            Mistake(
                lambda text: {theme for theme, claim in _claims(text).items() if claim == "all"},
                "Those are the themes on which the text claims agreement of all. Now say it for each of the nine: a "
                "dict from theme to claim.",
            ),
        ],
        success="Six themes with “all”, one with “most”, and two on which nobody takes a position. One of those two is "
        "`crime_cyber`: named in sentence 5, and by our coding in no position after it.",
    ),
    Exercise(
        "6.6",
        title="The evidence for a date",
        level="stretch",
        points=3,
        stub="finding = ...",
        hints=[
            "Compare two columns of `cited`: the date that the page gives, and the date of the record. In which row "
            "are both filled, and different? That row is your case.",
            "`start` and `end` are about the page: find the words with the date, and take their length. `days` is "
            "about the table: make a `date` of both texts with `date.fromisoformat`, subtract, and take `.days`.",
            '`quote = "of 14 February 2013"`, `start = text.find(quote)`, `end = start + len(quote)`; '
            '`days = (date.fromisoformat("2013-02-14") - date.fromisoformat("2012-11-19")).days`.',
        ],
        answers=_finding,
        check=judged_by(_judge_finding, wants="mapping"),
        expects="a dict with the keys doc_id, start, end and days",
        alternatives=[
            lambda text: {**_finding(text), "start": _finding(text)["end"] - len("14 February 2013")},
            lambda text: {**_finding(text), "start": _finding(text)["end"] - len("of 14 February 2013")},
            lambda text: {**_finding(text), "end": _finding(text)["end"] + 1, "days": float(_case().days)},
        ],
        mistakes=[
            Mistake(
                _with(doc_id="un_sco_declaration_2010", days=0),
                "For the Joint Declaration page and record agree: the two dates are the same. In which other row are "
                "both filled?",
                when=lambda answer: answer.get("doc_id") == "un_sco_declaration_2010",
            ),
            Mistake(
                _with(doc_id="unodc_rats_protocol"),
                "For this document the page gives no date, so nothing on the page can differ from the record. Which "
                "row has something in both columns?",
                when=lambda answer: answer.get("doc_id") in ("unodc_rats_protocol", "sco_unodc_mou_2011"),
            ),
            Mistake(
                _with(doc_id="A/RES/67/15"),
                "You found the document. `doc_id` is its name in our table, in the first column: small letters and "
                "underscores.",
                when=lambda answer: answer.get("doc_id") in ("A/RES/67/15", "67/15"),
            ),
            Mistake(
                _with(days=str(87)),
                "`days` is a number, and yours stands in quotes: so it is a text. Write it without quotes.",
                when=lambda answer: isinstance(answer.get("days"), str) and answer["days"].strip().isdigit(),
            ),
            Mistake(
                _with(start=-1, end=18),
                "`start` is -1: `find` did not find your words. Are they exactly as on the page, letter by letter?",
                when=lambda answer: answer.get("start") == -1,
            ),
            Mistake(
                _with(start=lambda text: str(_finding(text)["start"]), end=lambda text: str(_finding(text)["end"])),
                "Your places stand in quotes, so they are texts: write them without quotes. (Did you take them from "
                "the table? There they are those of the name, and the date stands behind it.) Is the date inside?",
                when=lambda answer: isinstance(answer.get("start"), str) or isinstance(answer.get("end"), str),
            ),
            Mistake(
                _with(end=lambda text: _finding(text)["start"] + len(_case().wording)),
                "You quote the name of the document. It stops before the date, and the date is what you want to prove. "
                "How much further does the quote have to go?",
                when=lambda answer: (
                    answer.get("doc_id") == _case().doc_id and answer["end"] - answer["start"] == len(_case().wording)
                ),
            ),
            Mistake(
                _with(start=lambda text: text.find("5 April 2010"), end=lambda text: text.find("5 April 2010") + 12),
                "That quote holds the date of another document. Which date does the page give for the resolution?",
            ),
            Mistake(
                _with(start=0, end=len),
                "The whole page is no evidence: nobody can see in it what you mean. Keep the few words that prove it.",
            ),
            Mistake(
                _with(days=-_case().days),
                WRONG_SIGN,
            ),
            Mistake(
                _with(days=_timedelta),
                "`days` is a span of time, as Python keeps it. Its number is one step away: what does `.days` behind "
                "it give?",
                when=lambda answer: isinstance(answer.get("days"), dt.timedelta),
            ),
            Mistake(
                _with(days=_case().days + 1),
                "One day off. Did you count the first day, too, or count by hand? Take one date from the other.",
                when=lambda answer: answer.get("days") in (_case().days - 1, _case().days + 1),
            ),
            Mistake(
                _with(days=0),
                "No days at all: you compared the page with `date_issued`, and there they agree. That is a finding of "
                "its own. Which column says when the Assembly adopted it?",
                when=lambda answer: answer.get("days") == 0 and answer.get("doc_id") == _case().doc_id,
            ),
        ],
        success="A case in four entries: which document, where on the page, how large the difference. Whoever doubts "
        "it can check each of them. How sure may we be of the reason? Read on.",
    ),
]
