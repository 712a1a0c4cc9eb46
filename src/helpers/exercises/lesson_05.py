"""The exercises of lesson 05: themes coded by patterns, what they get wrong, and how to measure it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from math import log, log10
from typing import Any

import numpy as np
import pandas as pd

from helpers import reference
from helpers.entities import tag_entities
from helpers.errors import CourseError
from helpers.exercises.engine import (
    Case,
    Exercise,
    Mistake,
    function_cases,
    judged_by,
    same_list,
    same_number,
    same_set,
)
from helpers.texts import read_text, split_sentences
from helpers.themes import Codebook, code_themes, theme_pairs

# --- 5.1: what the starter gets wrong ---------------------------------------------------------------------------------

THEME = "afghan_security"


@cache
def _starter(text: str) -> pd.DataFrame:
    return code_themes(text, Codebook.from_table("theme_patterns_starter"))


def _numbers(table: pd.DataFrame, theme: str = THEME) -> set[int]:
    return set(table.loc[table[theme], "sentence"].tolist())


def _gold(theme: str = THEME) -> set[int]:
    return _numbers(reference.gold("themes"), theme)


def _wrongly_coded(text: str) -> set[int]:
    return _numbers(_starter(text)) - _gold()


def _wrong_in_other_themes(text: str) -> set[int]:
    starter = _starter(text)
    themes = [column for column in starter.columns[4:] if column != THEME]
    return set().union(*(_numbers(starter, theme) - _gold(theme) for theme in themes)) | _wrongly_coded(text)


def _some_are_missing(answer: Any) -> bool:
    return bool(answer) and set(answer) < _wrongly_coded(read_text())


def _where_one_is_missing(answer: Any) -> str:
    missing = _wrongly_coded(read_text()) - set(answer)
    how_many = "one is missing" if len(missing) == 1 else f"{len(missing)} are missing"
    first = (min(missing) - 1) // 4 * 4 + 1
    return (
        f"What you have is right; {how_many}. Look at sentences {first} to {min(first + 3, 17)} again, in both tables: "
        "where does the starter say True and the gold standard False?"
    )


def _some_are_too_much(answer: Any) -> bool:
    return _wrongly_coded(read_text()) < set(answer) <= set(range(1, 18))


def _which_is_too_much(answer: Any) -> str:
    number = min(set(answer) - _wrongly_coded(read_text()))
    if number in _gold():
        return f"Sentence {number} does not belong: the gold standard says True there. Where does a `not` belong?"
    return f"Sentence {number} does not belong: the starter says False there. Ask for both, with `and`."


def _sentences_at(text: str, numbers: set[int]) -> list[str]:
    table = split_sentences(text)
    return table.loc[table["sentence"].isin(numbers), "text"].tolist()


# --- 5.2: patterns of the learner's own -------------------------------------------------------------------------------

ENOUGH, MOST_PATTERNS, MOST_WORDS = 0.8, 6, 2

NOT_ABOUT_DRUGS = (
    "The parties want to act against piracy, trafficking in human beings, the illicit trade in works of art and an "
    "illicit economy of stolen timber.",
    "The solution of those problems of the fishing fleet needs increased attention and collective efforts of the "
    "entire international community.",
    "Participants exchanged views on issues of regional security with the focus on fighting international terrorism "
    "and religious extremism, illicit arms trafficking, organized crime, cybercrime and other challenges and threats "
    "that have acquired trans-boundary character.",
    "The parties emphasized the importance of combating terrorism and illicit arms economy in Afghanistan as a "
    "pre-condition for achieving durable security and prosperity in the region.",
    "They stated that solution of those problems requires increased attention and collective efforts of the entire "
    "international community.",
)
"""Made-up lines: what surrounds drugs on the page, without them; the last three are the page's own, with arms."""


@cache
def _found(text: str, patterns: tuple[str, ...]) -> pd.DataFrame:
    codebook = Codebook()
    for pattern in patterns:
        codebook.add("drugs", pattern)
    return codebook.find(text, _entities(text))


@cache
def _entities(text: str) -> pd.DataFrame:
    return tag_entities(text)


def _words_in(pattern: str) -> int:
    return len(re.findall(r"\w[\w'’*-]*", pattern))


def _ticked(thing: str) -> str:
    return "`" + thing.replace("`", "'")[:60] + "`"


def _listed(numbers: set[int]) -> str:
    """Write numbers of sentences: "sentence 5", "sentences 5 and 6", "sentences 1, 2, 3 and more"."""
    first = [str(number) for number in sorted(numbers)[:5]]
    if len(numbers) > len(first):
        return "sentences " + ", ".join(first) + " and more"
    return "sentence " + first[0] if len(first) == 1 else "sentences " + ", ".join(first[:-1]) + " and " + first[-1]


def _judge_patterns(answer: Any, text: str) -> str:
    if not all(isinstance(pattern, str) for pattern in answer):
        return 'Each pattern is a text in quotation marks, as in `["fish*", "boat*"]`. What else is in your list?'
    patterns = tuple(dict.fromkeys(pattern.strip() for pattern in answer))
    if not patterns:
        return "There is no pattern in it yet. Which word of sentence 5 speaks of drugs?"
    if len(patterns) > MOST_PATTERNS:
        return (
            f"Those are {len(patterns)} patterns. Six are enough, if each is a word that speaks of drugs. "
            "Which can you leave out?"
        )
    for pattern in patterns:
        if _words_in(pattern) > MOST_WORDS:
            return (
                f"{_ticked(pattern)} has more than two words. The longer it is, the more it is a piece of one page. "
                "Which one or two of its words carry the theme?"
            )
    try:
        found = _found(text, patterns)
    except CourseError as problem:
        return str(problem).replace("`", "'")
    if found.empty and all(pattern.startswith("<") for pattern in patterns):
        return (
            "Your patterns only look back: with `<`, they count if the sentence before has the theme, and so far none "
            "has it. Add a pattern that finds drugs in sentence 6 first."
        )
    return _measure(found, patterns, text) or _on_other_lines(patterns)


def _measure(found: pd.DataFrame, patterns: tuple[str, ...], text: str) -> str:
    """Say what the patterns reach on the page; empty if that is enough."""
    coded, wanted = set(found["sentence"].tolist()), _gold("drugs")
    hits = len(coded & wanted)
    precision, recall = (hits / len(coded) if coded else 0.0), hits / len(wanted)
    f1 = 2 * hits / (len(coded) + len(wanted))
    if f1 > ENOUGH - 1e-9:
        return ""
    if not coded:
        return (
            "Your patterns find nothing on this page. Compare them letter by letter with sentences 5 and 6: singular "
            "or plural, with a star or without?"
        )
    said = f"Precision {precision:.2f}, recall {recall:.2f}, F1 {f1:.2f}. "
    if extra := coded - wanted:
        first = found[found["sentence"] == min(extra)].iloc[0]
        where = (
            f"{_ticked(first['pattern'])} finds “{first['text'][:50].replace('`', chr(39))}” in {_listed({min(extra)})}"
        )
        return said + f"{where}, which does not speak of drugs. Why does it stand there, and which pattern would not?"
    missing = wanted - coded
    if {6, 7} <= missing and any(pattern.startswith("<") for pattern in patterns):
        return said + (
            "What you found is right; sentences 6 and 7 are missing. With `<` you reach 7 only when 6 is found. So "
            "begin with 6: which of its words speaks of drugs?"
        )
    verb = "is" if len(missing) == 1 else "are"
    return said + f"What you found is right; {_listed(missing)} {verb} missing. Which words speak of drugs there?"


def _on_other_lines(patterns: tuple[str, ...]) -> str:
    """Say which pattern also finds what has nothing to do with drugs; empty if none does."""
    found = _found(" ".join(NOT_ABOUT_DRUGS), patterns)
    if found.empty:
        return ""
    pattern, place, number = found.iloc[0][["pattern", "text", "sentence"]]
    line = NOT_ABOUT_DRUGS[number - 1]
    at = line.index(place)
    around = line[max(0, line.rfind(" ", 0, max(0, at - 12))) : at + len(place) + 28].strip().rsplit(" ", 1)[0]
    ask = (
        "With `<` in front, it counts only after a sentence with the theme."
        if "problem" in pattern
        else "Which words speak of drugs by themselves?"
    )
    return (
        f"On this page your patterns score well. But {_ticked(pattern)} also finds “… {around} …” in a made-up line "
        f"without any drugs. {ask}"
    )


# --- 5.3: the star ----------------------------------------------------------------------------------------------------


def _matches(pattern: str, word: str) -> bool:
    pattern, word = pattern.lower(), word.lower()
    if pattern.endswith("*"):
        return word.startswith(pattern.removesuffix("*"))
    return word == pattern


def _matches_by_slice(pattern: str, word: str) -> bool:
    if pattern[-1] == "*":
        length = len(pattern) - 1
        return word[:length].lower() == pattern[:-1].lower()
    return pattern.lower() == word.lower()


def _matches_by_expression(pattern: str, word: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".*"), word, re.IGNORECASE) is not None


def _in_everywhere(pattern: str, word: str) -> bool:
    return pattern.lower().removesuffix("*") in word.lower()


def _in_for_the_star(pattern: str, word: str) -> bool:
    pattern, word = pattern.lower(), word.lower()
    return pattern.removesuffix("*") in word if pattern.endswith("*") else pattern == word


def _case_kept(pattern: str, word: str) -> bool:
    return word.startswith(pattern.removesuffix("*")) if pattern.endswith("*") else word == pattern


def _only_word_lowered(pattern: str, word: str) -> bool:
    return _case_kept(pattern, word.lower())


def _only_pattern_lowered(pattern: str, word: str) -> bool:
    return _case_kept(pattern.lower(), word)


def _pattern_lowered_without_star(pattern: str, word: str) -> bool:
    word = word.lower()
    return word.startswith(pattern.removesuffix("*")) if pattern.endswith("*") else word == pattern.lower()


def _lowered_with_star(pattern: str, word: str) -> bool:
    return _matches(pattern, word) if pattern.endswith("*") else word == pattern


def _star_kept(pattern: str, word: str) -> bool:
    pattern, word = pattern.lower(), word.lower()
    return word.startswith(pattern) if pattern.endswith("*") else word == pattern


def _always_beginning(pattern: str, word: str) -> bool:
    return word.lower().startswith(pattern.lower().removesuffix("*"))


def _never_beginning(pattern: str, word: str) -> bool:
    return word.lower() == pattern.lower().removesuffix("*")


def _ending_needed(pattern: str, word: str) -> bool:
    return _matches(pattern, word) and not (pattern.endswith("*") and len(word) == len(pattern) - 1)


def _end_compared(pattern: str, word: str) -> bool:
    pattern, word = pattern.lower(), word.lower()
    return word.endswith(pattern.removesuffix("*")) if pattern.endswith("*") else word == pattern


def _nothing_without_star(pattern: str, word: str) -> bool | None:
    return _matches(pattern, word) if pattern.endswith("*") else None


def _nothing_for_no(pattern: str, word: str) -> bool | None:
    return True if _matches(pattern, word) else None


def _as_text(pattern: str, word: str) -> str:
    return str(_matches(pattern, word))


def _word_back(pattern: str, word: str) -> str | bool:
    return word if _matches(pattern, word) else False


# --- 5.4: precision and recall ----------------------------------------------------------------------------------------

Numbers = set[int]


def _precision_recall(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    hits = len(wanted & found)
    return (hits / len(found) if found else 0, hits / len(wanted) if wanted else 0)


def _precision_recall_by_loop(wanted: Numbers, found: Numbers) -> list[float]:
    hits = 0
    for number in found:
        if number in wanted:
            hits += 1
    if hits == 0:
        return [0.0, 0.0]
    return [hits / len(found), hits / len(wanted)]


def _swapped(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    precision, recall = _precision_recall(wanted, found)
    return recall, precision


def _no_guard(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    hits = len(wanted & found)
    return hits / len(found), hits / len(wanted)


def _only_precision_guarded(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    hits = len(wanted & found)
    return (hits / len(found) if found else 0, hits / len(wanted))


def _only_recall_guarded(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    hits = len(wanted & found)
    return (hits / len(found), hits / len(wanted) if wanted else 0)


def _swapped_without_guard(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    precision, recall = _no_guard(wanted, found)
    return recall, precision


def _swapped_single_zero(wanted: Numbers, found: Numbers) -> tuple[float, float] | int:
    return _swapped(wanted, found) if wanted & found else 0


def _zero_if_empty(wanted: Numbers, found: Numbers) -> tuple[float, float] | int:
    return _precision_recall(wanted, found) if wanted and found else 0


def _rounded_away(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    precision, recall = _precision_recall(wanted, found)
    return round(precision), round(recall)


def _rounded_to_one(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    precision, recall = _precision_recall(wanted, found)
    return round(precision, 1), round(recall, 1)


def _guarded(shares: Callable[[Numbers, Numbers], tuple[float, float]]) -> Callable[[Numbers, Numbers], Any]:
    """Use a (wrong) formula, but return zeros where it divides by nothing."""

    def function(wanted: Numbers, found: Numbers) -> tuple[float, float]:
        try:
            return shares(wanted, found)
        except ZeroDivisionError:
            return 0, 0

    return function


def _by_union(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    share = len(wanted & found) / len(wanted | found)
    return share, share


def _both_by_wanted(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    share = len(wanted & found) / len(wanted)
    return share, share


def _both_by_found(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    share = len(wanted & found) / len(found)
    return share, share


def _hits_only(wanted: Numbers, found: Numbers) -> int:
    return len(wanted & found)


def _errors(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    return len(found - wanted) / len(found), len(wanted - found) / len(wanted)


def _single_zero(wanted: Numbers, found: Numbers) -> tuple[float, float] | int:
    return _no_guard(wanted, found) if wanted & found else 0


def _one_for_nothing(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    hits = len(wanted & found)
    return (hits / len(found) if found else 1, hits / len(wanted) if wanted else 1)


def _percent(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    precision, recall = _precision_recall(wanted, found)
    return 100 * precision, 100 * recall


def _f1(wanted: Numbers, found: Numbers) -> float:
    return 2 * len(wanted & found) / (len(wanted) + len(found)) if wanted or found else 0


def _whole_division(wanted: Numbers, found: Numbers) -> tuple[float, float]:
    hits = len(wanted & found)
    return (hits // len(found) if found else 0, hits // len(wanted) if wanted else 0)


# --- 5.5: themes that go together -------------------------------------------------------------------------------------


def _pair(table: pd.DataFrame, place: int = 0) -> set[str]:
    pairs = theme_pairs(table)
    return {str(pairs["theme_a"][place]), str(pairs["theme_b"][place])}


def _together(text: str) -> set[str]:
    return _pair(reference.gold("themes"))


def _theme_names() -> list[str]:
    return reference.gold("themes").columns[3:].tolist()


def _other_pair(answer: Any) -> bool:
    return len(answer) == 2 and len({str(name) for name in answer} & set(_theme_names())) == 2


def _two_in_one(answer: Any) -> bool:
    """Whether two names stand in one text."""
    texts = [name for name in answer if isinstance(name, str)]
    return len(answer) == len(texts) == 1 and sum(theme in texts[0] for theme in _theme_names()) == 2


def _shared(answer: Any) -> str:
    """Say how many sentences these two share."""
    gold = reference.gold("themes")
    one, other = (str(name) for name in answer)
    number = int((gold[one] & gold[other]).sum())
    how_many = {0: "no sentence", 1: "one sentence"}.get(number, f"{number} sentences")
    return f"These two share {how_many}; another pair shares more. The first row of `theme_pairs(gold)` has it."


# --- 5.6: count times rarity ------------------------------------------------------------------------------------------


def _rarity(term: str, texts: list[list[str]]) -> float:
    return log((1 + len(texts)) / (1 + sum(term in words for words in texts))) + 1


def _tf_idf(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * _rarity(term, texts)


def _tf_idf_by_counter(term: str, words: list[str], texts: list[list[str]]) -> float:
    with_term = 0
    for other in texts:
        if Counter(other)[term] > 0:
            with_term += 1
    return Counter(words)[term] * (log(1 + len(texts)) - log(1 + with_term) + 1)


def _tf_idf_by_table(term: str, words: list[str], texts: list[list[str]]) -> Any:
    """Count in a table, and round as one does for a report: a number of numpy comes out."""
    counted = pd.DataFrame([[other.count(term)] for other in texts], columns=["n"])
    rarity = np.log((1 + len(counted)) / (1 + (counted["n"] > 0).sum())) + 1
    return np.round(words.count(term) * rarity, 2)


def _all_places(term: str, words: list[str], texts: list[list[str]]) -> float:
    places = sum(other.count(term) for other in texts)
    return words.count(term) * (log((1 + len(texts)) / (1 + places)) + 1)


def _last_one_lost(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * log((1 + len(texts)) / (1 + sum(term in other for other in texts)))


def _no_one_inside(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * (log(len(texts) / sum(term in other for other in texts)) + 1)


def _textbook(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * log(len(texts) / sum(term in other for other in texts))


def _brackets(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * (log(1 + len(texts)) / (1 + sum(term in other for other in texts)) + 1)


def _texts_counted(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * (log((1 + len(texts)) / (1 + [str(other) for other in texts].count(term))) + 1)


def _eight(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * (log((1 + 8) / (1 + sum(term in other for other in texts))) + 1)


def _words_for_texts(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * (log((1 + len(words)) / (1 + sum(term in other for other in texts))) + 1)


def _ten(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * (log10((1 + len(texts)) / (1 + sum(term in other for other in texts))) + 1)


def _no_log(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * ((1 + len(texts)) / (1 + sum(term in other for other in texts)) + 1)


def _upside_down(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * (log((1 + sum(term in other for other in texts)) / (1 + len(texts))) + 1)


def _rarity_only(term: str, words: list[str], texts: list[list[str]]) -> float:
    return _rarity(term, texts)


def _yes_or_no(term: str, words: list[str], texts: list[list[str]]) -> float:
    return _rarity(term, texts) if term in words else 0


def _count_only(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term)


def _share_of_text(term: str, words: list[str], texts: list[list[str]]) -> float:
    return _tf_idf(term, words, texts) / len(words) if words else 0


def _share_of_text_without_care(term: str, words: list[str], texts: list[list[str]]) -> float:
    return _tf_idf(term, words, texts) / len(words)


def _share_only(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) / len(words) if words else 0


def _share_only_without_care(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) / len(words)


def _length_for_count(term: str, words: list[str], texts: list[list[str]]) -> float:
    return len(words) * _rarity(term, texts)


def _no_brackets(term: str, words: list[str], texts: list[list[str]]) -> float:
    """As `log(1 + n / 1 + df) + 1` is read: the division comes before the additions."""
    return words.count(term) * (log(1 + len(texts) / 1 + sum(term in other for other in texts)) + 1)


def _brackets_above_missing(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * (log(1 + len(texts) / (1 + sum(term in other for other in texts))) + 1)


def _added(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) + _rarity(term, texts)


def _one_after_the_product(term: str, words: list[str], texts: list[list[str]]) -> float:
    return words.count(term) * log((1 + len(texts)) / (1 + sum(term in other for other in texts))) + 1


TRADE, PEACE, WAR = ["trade", "opium", "opium"], ["trade", "peace"], ["war", "war", "war", "peace", "trade"]

EXERCISES = [
    Exercise(
        "5.1",
        title="Which of them are wrong?",
        level="guided",
        points=1,
        stub="wrongly_coded = ...",
        hints=[
            "A sentence is coded wrongly if the starter says True and the gold standard says False. What do you have "
            "to put side by side?",
            'Walk along three columns with `zip`: `coded["sentence"]`, `coded["afghan_security"]` and '
            '`gold["afghan_security"]`. Begin with an empty set.',
            "`if theirs and not ours: wrongly_coded.add(number)` is the line inside the loop.",
        ],
        answers=_wrongly_coded,
        check=same_set(),
        expects="a set of sentence numbers",
        alternatives=[
            lambda text: sorted(_wrongly_coded(text)),
            lambda text: pd.Series(sorted(_wrongly_coded(text))),
            lambda text: tuple(float(number) for number in _wrongly_coded(text)),
        ],
        mistakes=[
            Mistake(
                lambda text: _gold() - _numbers(_starter(text)),
                "Those two were missed: the gold standard has the theme there, and the starter does not. You need it "
                "the other way round. Which of the two says True?",
            ),
            Mistake(
                lambda text: _gold() ^ _numbers(_starter(text)),
                "Those are all sentences on which the two differ: five coded wrongly, and two that were missed. Keep "
                "the ones where the starter says True.",
            ),
            Mistake(
                lambda text: _gold() & _numbers(_starter(text)),
                "In those three both say True: the starter is right. Where does a `not` belong?",
            ),
            Mistake(
                lambda text: _numbers(_starter(text)),
                "Those are all that the starter has coded, right and wrong. Which of them does the gold standard not "
                "have?",
            ),
            Mistake(
                lambda text: _gold(),
                "Those are the sentences of the gold standard. Which others did the starter code?",
            ),
            Mistake(
                lambda text: {number - 1 for number in _wrongly_coded(text)},
                "Nearly: each number is one too low. Did you count with `range` or take the index, which begins at 0? "
                'The column `coded["sentence"]` has the numbers.',
            ),
            Mistake(
                lambda text: set(range(1, len(split_sentences(text)) + 1)) - _gold(),
                "Those are all sentences in which the gold standard says False. The starter must say True there, too.",
            ),
            Mistake(
                _wrong_in_other_themes,
                "Those are errors of all themes together. Take the column `afghan_security` only.",
            ),
            Mistake(
                lambda text: _sentences_at(text, _wrongly_coded(text)),
                "You have the right sentences, as texts. Their numbers are enough: they stand in the column "
                "`sentence`.",
            ),
            Mistake(
                lambda text: {str(number) for number in _wrongly_coded(text)},
                "Your numbers are texts, in quotation marks. Take them as they stand in the column `sentence`.",
                when=lambda answer: (
                    bool(answer) and all(isinstance(number, str) and number.isdigit() for number in answer)
                ),
            ),
            Mistake(
                {},
                "`{}` is an empty dict, and not an empty set: that is `set()`. Begin with it, and `add` each number "
                "in the loop.",
                when=lambda answer: isinstance(answer, dict) and not answer,
            ),
            Mistake(
                lambda text: len(_wrongly_coded(text)),
                "Five it is. Which five? Collect their numbers in a set.",
            ),
            Mistake(
                lambda text: _wrongly_coded(text) - {15},
                _where_one_is_missing,
                when=_some_are_missing,
            ),
            Mistake(
                lambda text: _wrongly_coded(text) | {8},
                _which_is_too_much,
                when=_some_are_too_much,
            ),
        ],
        success="Five wrong, three right: that is a precision of 3/8. Before you throw the pattern away, read the five "
        "in the next cell. Four of them have something in common.",
    ),
    Exercise(
        "5.2",
        title="Your patterns for drugs",
        level="on your own",
        points=3,
        stub="drug_patterns = ...",
        hints=[
            "Read sentences 5 and 6 again. In each of them one word speaks of drugs by itself. Which?",
            "The starter wanted `drugs`, with an s; a star takes any ending. Sentence 6 has another word for a drug. "
            "Two patterns are enough for .80. For sentence 7 you need the pattern that looks back.",
            '`drug_patterns = ["drug*", "opium"]` reaches .80. What would `"< problem*"` add?',
        ],
        answers=lambda text: ["drug*", "opium", "narcotic*", "< problem*"],
        check=judged_by(_judge_patterns, wants="sequence"),
        expects="a list of patterns",
        alternatives=[
            lambda text: ["drug*", "opium"],
            lambda text: {"Drug", "opium econom*", "heroin", "poppy"},
            lambda text: ("drug traffick*", "opium ... Afghan*", "< problem*"),
            lambda text: pd.Series(["drug*", "opiu*", "< problem*"]),
            lambda text: ["narco*", "drug*", "opiate*", "opium", "heroin", "< problem*"],
        ],
        mistakes=[
            Mistake(
                [],
                "An empty list finds nothing, and whoever says nothing is never wrong, and never useful. Which word of "
                "sentence 5 speaks of drugs?",
            ),
            Mistake(
                ["drugs", "narcotic*"],
                "That is the starter again. Sentence 5 has the word without an s. What takes any ending?",
            ),
            Mistake(
                ["drugs"],
                "The only *drugs* on this page stands in a name, which is passed over. Sentence 5 has the word without "
                "an s. What takes any ending?",
            ),
            Mistake(
                ["drug*"],
                "`drug*` is right and finds sentence 5: precision 1.00, recall 0.33, F1 0.50. Sentence 6 speaks of a "
                "drug, too, but calls it by its name. Which word is it?",
                when=lambda answer: [pattern.strip().lower() for pattern in answer] in (["drug*"], ["drug"]),
            ),
            Mistake(
                ["*"],
                "A star alone would stand for every word. It comes after the beginning of one, as in `terroris*`. "
                "With which letters do the words for drugs begin?",
            ),
            Mistake(
                ["illicit"],
                "F1 .80 on this page, with a word that does not mean drugs. A made-up line speaks of “the illicit "
                "trade in works of art”: your pattern would code it. Which words speak of drugs by themselves?",
            ),
            Mistake(
                ["illicit", "problem*"],
                "A perfect score on this page, and neither word means drugs. Trade in works of art can be illicit, and "
                "problems can be anybody's. You would fool yourself with it. Which words speak of drugs by themselves?",
            ),
            Mistake(
                ["illicit drug trafficking, organized crime", "illicit opium economy in Afghanistan"],
                "Each of these stands on this page once, and on few other pages. A pattern is a word or two that carry "
                "the theme wherever they stand. Which are they here?",
            ),
            Mistake(
                ["illicit drug trafficking", "illicit opium economy"],
                "These are two pieces copied off the page. They find drugs here and hardly anywhere else. A pattern "
                "has at most two words: which of the three carry the theme?",
            ),
            Mistake(
                ["< problem*"],
                "With `<`, a pattern counts only if the sentence before has the theme, and so far none has it. Add a "
                "pattern that finds drugs in sentence 6 first.",
            ),
            Mistake(
                ["UNODC", "drug*", "opium"],
                "`UNODC` is a name, and a name alone adds no theme: it codes sentences 3 and 14, where nobody speaks "
                "of drugs. Precision falls to 0.50. What happens without it?",
            ),
            Mistake(
                ["drug*", "combating terrorism"],
                "On this page your patterns score well. But `combating terrorism` finds sentence 6 by its terrorism. "
                "One could combat terrorism and trade in arms: your pattern would code drugs. Which word of sentence "
                "6 is a drug?",
                when=lambda answer: {"drug*", "combating terrorism"} == {str(pattern).strip() for pattern in answer},
            ),
            Mistake(
                ["drug*", "< problem*"],
                "`drug*` finds sentence 5, and no more: with `<` you reach 7 only when 6 is found. So begin with 6. "
                "Which of its words speaks of drugs?",
                when=lambda answer: sorted(pattern.strip().lower() for pattern in answer) == ["< problem*", "drug*"],
            ),
            Mistake(
                ["drug*, opium"],
                "One text with a comma in it is one pattern. Give each pattern quotation marks of its own: "
                '`["fish*", "boat*"]`.',
                when=lambda answer: len(answer) == 1 and "," in answer[0],
            ),
            Mistake(
                lambda text: sorted(_gold("drugs")),
                "Those are the sentences that should be found. What is wanted are the patterns that find them: texts "
                "such as `fish*`.",
            ),
        ],
        success="Your patterns reach F1 of .80 or more on this page, and they leave the made-up lines alone. How far "
        'they come, and what they miss, `try_patterns("drugs", drug_patterns)` tells. You had the page in front of '
        "you, though. What will they find on another one? Read on.",
    ),
    Exercise(
        "5.3",
        title="Does the pattern match?",
        level="on your own",
        points=2,
        stub="def matches(pattern, word):\n    ...",
        hints=[
            "There are two cases: a pattern with a star at its end, and one without. What has to be asked in each?",
            "First make both small with `lower()`. With a star: take it off, and ask whether the word begins with the "
            "rest. Without: ask whether both are equal, with `==`.",
            '`if pattern.endswith("*"): return word.startswith(pattern.removesuffix("*"))`, and after it '
            "`return word == pattern`.",
        ],
        answers=_matches,
        check=function_cases(
            [
                Case("opium", "opium"),
                Case("opium", "poppy"),
                Case("terroris*", "terrorism"),
                Case("econom*", "autonomy"),
                Case("opium", "Opium"),
                Case("Afghan*", "Afghanistan"),
                Case("Afghan*", "AFGHAN"),
                Case("drug*", "drug"),
                Case("drug", "drugs"),
                Case("ion*", "region"),
                Case("crime", "cybercrime"),
                Case("UN", "un"),
                Case("ism*", "terrorism"),
            ]
        ),
        alternatives=[_matches_by_slice, _matches_by_expression],
        mistakes=[
            Mistake(
                _in_everywhere,
                "`in` asks whether the letters stand anywhere in the word. So `crime` finds *cybercrime*, and `ion*` "
                "finds *region*. What asks for the beginning only, and what for the whole word?",
            ),
            Mistake(
                _in_for_the_star,
                "Without a star it works. With one, `in` finds the letters anywhere: `ion*` matches *region*. What "
                "asks for the beginning only?",
            ),
            Mistake(
                _case_kept,
                "Nearly. At the beginning of a sentence *Opium* has a capital letter, and your function misses it. "
                "What makes both texts small?",
            ),
            Mistake(
                _only_word_lowered,
                "You made the word small, but not the pattern. `Afghan*` has a capital letter, too.",
            ),
            Mistake(
                _only_pattern_lowered,
                "You made the pattern small, but not the word. What about *Opium* at the beginning of a sentence?",
            ),
            Mistake(
                _pattern_lowered_without_star,
                "Nearly. Where the pattern has a star, you make the word small and forget the pattern: `Afghan*` has a "
                "capital letter. Do both at the beginning, before you ask anything.",
            ),
            Mistake(
                _lowered_with_star,
                "Nearly. Where the pattern has no star, you compare with capital letters: `opium` does not match "
                "*Opium*. Make both small at the beginning, before you ask anything.",
            ),
            Mistake(
                _star_kept,
                "The star is still there when you compare, and no word begins with `terroris*`, star and all. What "
                "takes it off?",
            ),
            Mistake(
                _always_beginning,
                "Every pattern of yours works as if it had a star: `drug` matches *drugs*. Without a star, only the "
                "same word counts. How do you tell the two cases apart?",
            ),
            Mistake(
                _never_beginning,
                "With a star, your function accepts only the word that stands before it, so `terroris*` does not match "
                "*terrorism*. What asks whether a word begins with something?",
            ),
            Mistake(
                _ending_needed,
                "The star may also stand for nothing: `drug*` matches *drug*. Where do you ask for more letters?",
            ),
            Mistake(
                _end_compared,
                "With a star, your function compares the end of the word. The star stands for the end; what stands "
                "before the star must be the beginning.",
            ),
            Mistake(
                _nothing_without_star,
                "With a star it works. Without one, the function comes to its end and returns `None`. What should it "
                "return there?",
            ),
            Mistake(
                _nothing_for_no,
                "Where it matches you return True. Where it does not, the function returns `None`, that is, nothing. "
                "Say `False` there.",
            ),
            Mistake(
                _as_text,
                'You return a text, `"True"` or `"False"`. Without quotes, `True` and `False` are answers that `if` '
                "understands.",
            ),
            Mistake(
                _word_back,
                "Where it matches, you return the word. The question was whether it matches: return `True`.",
            ),
        ],
        success="That is a pattern, in five lines. The course's own can also take several words, a gap and an "
        "anaphor. The star does what yours does, but in a word with a hyphen it looks at each part: ours finds "
        "`terroris*` in “counter-terrorism”.",
    ),
    Exercise(
        "5.4",
        title="Precision and recall",
        level="on your own",
        points=2,
        stub="def precision_recall(wanted, found):\n    ...",
        hints=[
            "Both numbers need the hits: what is in both sets. They differ in what you divide by.",
            "`len(wanted & found)` counts the hits. Divide by how many were found, and by how many were wanted. Ask "
            "before each division whether there is something to divide by.",
            "`if len(found) > 0: precision = hits / len(found)`, with `precision = 0` before it; the same for recall; "
            "at the end `return (precision, recall)`.",
        ],
        answers=_precision_recall,
        check=function_cases(
            [
                Case({5, 6, 7}, {5, 6}),
                Case({8, 9, 10, 11, 12}, {1, 5, 6, 8, 10, 11, 15, 16}),
                Case({1, 2}, {1, 2, 3, 4}),
                Case({1, 2}, {3}),
                Case({1, 2}, set()),
                Case(set(), {1, 2}),
                Case(set(), set()),
                Case({4, 9}, {4, 9}),
            ],
            compare=same_list(),
        ),
        alternatives=[_precision_recall_by_loop, lambda wanted, found: list(_precision_recall(wanted, found))],
        mistakes=[
            Mistake(
                _swapped,
                "You have the two the wrong way round. Precision looks at what was found and comes first; recall "
                "looks at what was wanted.",
            ),
            Mistake(
                _swapped_without_guard,
                "You have the two the wrong way round: precision divides by how many were found, and comes first. And "
                "with an empty set you divide by 0: ask before each division.",
            ),
            Mistake(
                _swapped_single_zero,
                "You have the two the wrong way round: precision divides by how many were found, and comes first. And "
                "return two numbers also where nothing was hit.",
            ),
            Mistake(
                _no_guard,
                "As long as both sets hold something, it works. With an empty set you divide by 0, and Python stops. "
                "Ask before you divide, with `len(...) == 0`. With `== {}` you ask for an empty dict: no set is one.",
            ),
            Mistake(
                _only_precision_guarded,
                "Precision is safe when nothing was found. But if nothing is *wanted*, recall divides by 0. Ask there, "
                "too.",
            ),
            Mistake(
                _only_recall_guarded,
                "Recall is safe when nothing is wanted. But if nothing was *found*, precision divides by 0. Ask there, "
                "too.",
            ),
            Mistake(
                _guarded(_by_union),
                "You divide both by all numbers that are in either set. That is a measure, too (it is called Jaccard), "
                "but one number instead of two. What does each of the two divide by?",
            ),
            Mistake(
                _guarded(_both_by_wanted),
                "Recall is right. Precision divides by the same number, but it looks at another set: of those that "
                "were *found*, how many are right?",
            ),
            Mistake(
                _guarded(_both_by_found),
                "Precision is right. Recall divides by the same number, but it looks at another set: of those that "
                "were *wanted*, how many were found?",
            ),
            Mistake(
                _hits_only,
                "That is the number of hits, which both shares need. Now divide it: once by how many were found, once "
                "by how many were wanted.",
            ),
            Mistake(
                _guarded(_errors),
                "Those are the shares of the errors: what is wrong among the found, what was missed among the wanted. "
                "We want the shares of what is right.",
            ),
            Mistake(
                _single_zero,
                "Where nothing was hit you return a single 0. Whoever calls the function expects a pair, always: "
                "return two numbers also in this case, `(0, 0)`.",
            ),
            Mistake(
                _zero_if_empty,
                "Where a set is empty you return a single 0. Whoever calls the function expects a pair, always: "
                "return two numbers also in this case.",
            ),
            Mistake(
                _rounded_away,
                "`round(...)` makes whole numbers of your shares. Leave it out of the `return`: the exercise wants "
                "them as they are.",
            ),
            Mistake(
                _rounded_to_one,
                "The shares are right, and then you round them too much. Leave `round` out of the `return`.",
            ),
            Mistake(
                _one_for_nothing,
                "Some people do count it as 1 when there is nothing to divide by. In this course it is 0, and the "
                "exercise says so: a codebook that is silent shall not look perfect.",
            ),
            Mistake(
                _percent,
                "Those are percent. Shares run from 0 to 1: leave the 100 out.",
            ),
            Mistake(
                _f1,
                "That is F1, one number made of both. Here the two are wanted, as a pair.",
            ),
            Mistake(
                _whole_division,
                "`//` drops everything behind the point, so nearly all shares become 0. Which sign keeps it?",
            ),
        ],
        success="Two divisions, and two questions before them. `score_labels` does the same for each theme. Now see "
        "why we need two numbers at all.",
    ),
    Exercise(
        "5.5",
        title="Which two go together?",
        level="on your own",
        points=1,
        stub="together = ...",
        hints=[
            "`theme_pairs` counts the pairs of any table of themes. Which of our tables is the gold standard?",
            "`theme_pairs(gold)` has the most frequent pair in its first row, in the columns `theme_a` and `theme_b`.",
            '`pairs = theme_pairs(gold)`, then `together = {pairs["theme_a"][0], pairs["theme_b"][0]}`.',
        ],
        answers=_together,
        check=same_set(
            names={
                "terrorism extremism": "terrorism_extremism",
                "terrorism": "terrorism_extremism",
                "terrorism and extremism": "terrorism_extremism",
            }
        ),
        expects="a set of two themes",
        alternatives=[
            lambda text: sorted(_together(text)),
            lambda text: ("drugs", "terrorism_extremism"),
            lambda text: theme_pairs(reference.gold("themes")).loc[0, ["theme_a", "theme_b"]],
            lambda text: ["terrorism", "drugs"],
        ],
        mistakes=[
            Mistake(
                lambda text: _pair(_starter(text)),
                "Those are the winners of the starter. In the gold standard both are frequent, and they never share a "
                "sentence. Which table did you give to `theme_pairs`?",
            ),
            Mistake(
                lambda text: _pair(reference.gold("themes"), 1),
                _shared,
                when=_other_pair,
            ),
            Mistake(
                {"drugs and terrorism_extremism"},
                "That is one text with two names in it. Give each name quotes of its own, and a comma between them.",
                when=_two_in_one,
            ),
            Mistake(
                lambda text: _together(text) | {"crime_cyber"},
                "All three stand together in one sentence, the fifth. Which two of them meet more often?",
            ),
            Mistake(
                lambda text: [*sorted(_together(text)), 3],
                "The two themes are right. Leave the number out: only the two names belong into the set.",
            ),
            Mistake(
                3,
                "That is how many sentences they share. Which two themes are they?",
            ),
            Mistake(
                lambda text: theme_pairs(reference.gold("themes")).head(1),
                "That is the right row, all of it. Take the two names out: they stand in the columns `theme_a` and "
                "`theme_b`.",
            ),
            Mistake(
                "drugs",
                "One of the two. With which theme does it share its sentences?",
                when=lambda answer: list(answer) == ["drugs"] or list(answer) == ["terrorism_extremism"],
            ),
        ],
        success="Drugs and `terrorism_extremism` (that is its full name) share three sentences. The next cell shows "
        "all pairs. Then ask how firm this first place is.",
    ),
    Exercise(
        "5.6",
        title="Count times rarity",
        level="stretch",
        points=3,
        stub="def tf_idf(term, words, texts):\n    ...",
        hints=[
            "Two numbers, then one multiplication. How often does the term stand in this text? And how many of the "
            "texts have it at all?",
            "`words.count(term)` is the first. For the second, go through `texts` and add 1 for each list that has the "
            "term. Then put it into the formula of the rarity.",
            "`if term in text_words: df = df + 1` inside the loop, and after it "
            "`return words.count(term) * (log((1 + len(texts)) / (1 + df)) + 1)`.",
        ],
        answers=_tf_idf,
        check=function_cases(
            [
                Case("trade", TRADE, [TRADE, PEACE], tell="the first example of the task"),
                Case("opium", TRADE, [TRADE, PEACE], tell="the second example of the task"),
                Case("peace", PEACE, [TRADE, PEACE, WAR], tell="“peace” in b, and a third text beside a and b"),
                Case("war", WAR, [TRADE, PEACE, WAR], tell="a word that stands three times in one of three texts"),
                Case("peace", TRADE, [TRADE, PEACE, WAR], tell="a word that is in other texts and not in this one"),
                Case("fish", TRADE, [TRADE, PEACE], tell="a word that no text has"),
                Case("peace", [], [TRADE, PEACE, []], tell="a text without words"),
                Case("opium", TRADE, [TRADE], tell="one text alone"),
            ],
            compare=same_number(),
        ),
        alternatives=[_tf_idf_by_counter, _tf_idf_by_table],
        mistakes=[
            Mistake(
                _all_places,
                "For `df` you counted all places of the term. It asks in how many *texts* the term stands: a text that "
                "has it three times counts once.",
            ),
            Mistake(
                _last_one_lost,
                "The last `+ 1` of the rarity is missing. Without it, a word that all texts have would weigh nothing.",
            ),
            Mistake(
                _one_after_the_product,
                "The `+ 1` belongs to the rarity: first add it, then multiply by the count. Brackets decide what comes "
                "first.",
            ),
            Mistake(
                _no_one_inside,
                "With a term that no text has, you divide by 0. What are the two `1 +` in the fraction for?",
            ),
            Mistake(
                _textbook,
                "That is the recipe as many books have it, without the `1 +` and the `+ 1`. It breaks off when no text "
                "has the term, and forgets words that all texts have. Take the form of the lesson.",
            ),
            Mistake(
                _brackets,
                "You take the logarithm of `1 + n` and then divide. First divide, then take the logarithm: the whole "
                "fraction belongs into the brackets of `log`.",
            ),
            Mistake(
                _texts_counted,
                "`texts.count(term)` looks for a text that *is* the term, and finds none. Go through the texts, and "
                "ask of each whether the term is in it.",
            ),
            Mistake(
                _eight,
                "The lesson had 8 texts, so 8 stood in its formula. Here `n` is the number of texts that the function "
                "gets.",
            ),
            Mistake(
                _words_for_texts,
                "For `n` you counted the words of the text. It is the number of texts.",
            ),
            Mistake(
                _ten,
                "You took the logarithm to the base 10. Here `log` is the natural one: it was imported in the first "
                "code cell.",
            ),
            Mistake(
                _no_log,
                "The logarithm is missing. Without it a rare word weighs far too much. Where does `log(...)` belong?",
            ),
            Mistake(
                _upside_down,
                "The fraction is upside down: your frequent words weigh more than the rare ones. What stands above the "
                "line?",
            ),
            Mistake(
                _rarity_only,
                "That is the rarity alone. How often does the term stand in `words`? Multiply by that.",
            ),
            Mistake(
                _yes_or_no,
                "You ask *whether* the term stands in the text. How *often* does it stand there?",
            ),
            Mistake(
                _count_only,
                "That is the count alone, the TF of TF-IDF. Multiply it by the rarity, the IDF.",
            ),
            Mistake(
                _share_of_text,
                "You divided by the number of words in the text. Many people do; here the count itself is wanted, as "
                "in the lesson.",
            ),
            Mistake(
                _share_of_text_without_care,
                "You divided by the number of words in the text. Many people do; here the count itself is wanted, as "
                "in the lesson. And with a text without words, Python can not divide.",
            ),
            Mistake(
                _share_only,
                "That is the share of the term in its text: you divided by the length of the text. Take the count "
                "itself, and multiply it by the rarity.",
            ),
            Mistake(
                _share_only_without_care,
                "You divided by the length of the text, and where there are no words, Python can not. Take the count "
                "itself, and multiply it by the rarity.",
            ),
            Mistake(
                _length_for_count,
                "`len(words)` is the length of the whole text. How often does the *term* stand in it? `words.count(…)` "
                "tells.",
            ),
            Mistake(
                _no_brackets,
                "Where are the brackets of the fraction? Python divides before it adds. Write `(1 + n) / (1 + df)`, "
                "and that into the brackets of `log`.",
            ),
            Mistake(
                _brackets_above_missing,
                "The upper half of the fraction needs brackets, too: Python divides before it adds. Write "
                "`(1 + n) / (1 + df)`.",
            ),
            Mistake(
                _added,
                "You added the two. A word that is not in the text would still weigh something. Multiply them.",
            ),
        ],
        success="That is the whole recipe. Call it with the paragraphs of the page, and you have the weights of the "
        "lesson, before they are scaled.",
    ),
]
