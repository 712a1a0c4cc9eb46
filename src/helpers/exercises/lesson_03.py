"""The exercises of lesson 03: a tagger in a few lines, the tricks that it needs, and how to score it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pandas as pd

from helpers.exercises.engine import (
    Case,
    Exercise,
    Mistake,
    function_cases,
    judged_by,
    same_list,
    same_number,
    same_set,
    same_text,
)
from helpers.texts import read_text

# --- 3.1 --------------------------------------------------------------------------------------------------------------


def _starts(text: str) -> list[int]:
    return [match.start() for match in re.finditer("SCO", text)]


# --- 3.2 and 3.3 ------------------------------------------------------------------------------------------------------


def _longest_first(names: list[str]) -> list[str]:
    return sorted(names, key=len, reverse=True)


def _call_len_without_anything(names: list[str]) -> list[str]:
    return sorted(names, key=len(), reverse=True)  # type: ignore[call-arg]


def _sort_in_place(names: list[str]) -> None:
    return names.sort(key=len, reverse=True)


def _sort_and_return(names: list[str]) -> list[str]:
    names.sort(key=len, reverse=True)
    return names


def _find_word(text: str, name: str) -> list[int]:
    return [match.start() for match in re.finditer(r"\b" + name + r"\b", text)]


def _find_by_neighbors(text: str, name: str) -> list[int]:
    """Look at the characters left and right of each place."""
    starts = []
    place = text.find(name)
    while place >= 0:
        before, after = text[max(0, place - 1) : place], text[place + len(name) :][:1]
        if not before.isalnum() and not after.isalnum():
            starts.append(place)
        place = text.find(name, place + 1)
    return starts


def _find_word_first(text: str, name: str) -> int | None:
    """Return the place itself, inside the loop."""
    for match in re.finditer(r"\b" + name + r"\b", text):
        return match.start()
    return None


def _find_word_last(text: str, name: str) -> list[int]:
    """Empty the list in each round."""
    for match in re.finditer(r"\b" + name + r"\b", text):
        starts = []
        starts.append(match.start())
    return starts


def _find_word_and_leave(text: str, name: str) -> list[int] | None:
    """Return inside the loop."""
    starts = []
    for match in re.finditer(r"\b" + name + r"\b", text):
        starts.append(match.start())
        return starts
    return None


def _find_by_spaces(text: str, name: str) -> list[int]:
    """Cut at spaces and keep count of the places: a comma stays on its word."""
    starts, place = [], 0
    for word in text.split(" "):
        if word == name:
            starts.append(place)
        place += len(word) + 1
    return starts


# --- 3.4 --------------------------------------------------------------------------------------------------------------

_FIVE: dict[str, tuple[str, ...]] = {
    "Russian Federation": ("Russia", "Russian Federation"),
    "People’s Republic of China": ("China",),
    "Republic of Turkey": ("Türkiye", "Turkey", "Turkiye"),
    "SCO": ("Shanghai Cooperation Organization", "Shanghai Cooperation Organisation"),
    "UNODC": ("United Nations Office on Drugs and Crime",),
}
"""Each name with what may stand beside it; the first is the one that the lesson uses."""


def _judge_aliases(answer: Any, text: str) -> str:
    given = dict(answer)
    if missing := [name for name in _FIVE if name not in given]:
        if set(_FIVE) - {"People’s Republic of China"} <= set(given):
            return (
                "Four keys are right; one of the five is not spelled as on the page. Compare letter by letter, "
                "apostrophes too, or copy the name from the page."
            )
        return (
            f"I expected the five names of the page as keys and found {len(_FIVE) - len(missing)} of them. "
            "Are all five there, each spelled as in the list above?"
        )
    if len(given) > len(_FIVE):
        return f"All five are there, and {len(given) - len(_FIVE)} more. For this exercise the five are enough."
    wrong = [name for name, canonical in given.items() if str(canonical).strip() not in _FIVE[name]]
    if given["Russian Federation"] == "Russian Federation":
        return (
            "The Russian Federation leads to itself. A state goes under its short name here, as in the column "
            "`short_name`. Which one is it?"
        )
    if wrong:
        return (
            f"All keys are right, but {len(wrong)} of the 5 values {'is' if len(wrong) == 1 else 'are'} not. "
            f"Look again at “{wrong[0]}”: what does it go under, letter by letter?"
        )
    return ""


def _canonical(**changes: str) -> dict[str, str]:
    right = {name: accepted[0] for name, accepted in _FIVE.items()}
    return right | {name.replace("_", " "): value for name, value in changes.items()}


# --- 3.5 --------------------------------------------------------------------------------------------------------------


def _initials(name: str) -> str:
    return "".join(letter for letter in name if letter.isupper())


def _initials_emptied(name: str) -> str:
    """Empty the string in each round."""
    for letter in name:
        short = ""
        if letter.isupper():
            short = short + letter
    return short


def _first_capital(name: str) -> str | None:
    """Return inside the loop."""
    for letter in name:
        if letter.isupper():
            return letter
    return None


def _initials_of_words(name: str) -> list[str]:
    return [word[0] for word in name.split() if word[0].isupper()]


# --- 3.6 --------------------------------------------------------------------------------------------------------------


def _f1(hits: int, predicted: int, in_gold: int) -> float:
    return 2 * hits / (predicted + in_gold) if predicted + in_gold else 0.0


def _f1_of_shares(hits: int, predicted: int, in_gold: int) -> float:
    if hits == 0:
        return 0
    precision, recall = hits / predicted, hits / in_gold
    return 2 * precision * recall / (precision + recall)


def _guarded_sum(formula: Callable[[int, int, int], float]) -> Callable[[int, int, int], float]:
    """Use a (wrong) formula, but return 0 where nothing is predicted and nothing in gold, as the solution does."""
    return lambda hits, predicted, in_gold: formula(hits, predicted, in_gold) if predicted + in_gold else 0


def _guarded(formula: Callable[[int, int, int], float]) -> Callable[[int, int, int], float]:
    """Use a (wrong) formula, but return 0 where it divides by nothing."""

    def function(hits: int, predicted: int, in_gold: int) -> float:
        try:
            return formula(hits, predicted, in_gold)
        except ZeroDivisionError:
            return 0

    return function


def _with_and_without(formula: Callable[[int, int, int], float], message: str) -> tuple[Mistake, Mistake]:
    """Make two mistakes of a wrong formula: with and without the question whether there is anything to divide by."""
    return (
        Mistake(_guarded(formula), message),
        Mistake(formula, message + " And what should come out if there is nothing to divide by?"),
    )


# --- 3.7 --------------------------------------------------------------------------------------------------------------

_MONTHS = {
    "January": "01",
    "February": "02",
    "March": "03",
    "April": "04",
    "May": "05",
    "June": "06",
    "July": "07",
    "August": "08",
    "September": "09",
    "October": "10",
    "November": "11",
    "December": "12",
}


def _iso(date: str) -> str:
    parts = date.split()
    if len(parts) == 1:
        return date
    day, month, year = parts
    return f"{year}-{_MONTHS[month]}-{day:0>2}"


def _iso_without_zero(date: str) -> str:
    parts = date.split()
    return date if len(parts) == 1 else "-".join([parts[2], _MONTHS[parts[1]], parts[0]])


def _iso_full_only(date: str) -> str:
    day, month, year = date.split()
    return f"{year}-{_MONTHS[month]}-{day:0>2}"


def _iso_in_pattern(date: str) -> str:
    """Look the month up in the pattern, which is a string."""
    parts = date.split()
    month: Any = "(January|February)"
    return date if len(parts) == 1 else parts[2] + "-" + month[parts[1]] + "-" + parts[0].zfill(2)


def _iso_by_place(date: str) -> str:
    """Take places of a list that a bare year does not have."""
    parts = date.split()
    return f"{parts[2]}-{_MONTHS[parts[1]]}-{parts[0]:0>2}"


EXERCISES = [
    Exercise(
        "3.1",
        title="Where does it stand?",
        level="guided",
        points=1,
        stub="sco_starts = ...",
        hints=[
            "In the cell above, the loop prints one start for each match. Here the numbers are to be kept. "
            "What did you use in lesson 1 to keep things?",
            "Begin with an empty list. Go through `re.finditer(...)` with the new name, and append each start.",
            '`sco_starts = []`, then `for match in re.finditer("SCO", text):`, and inside the loop '
            "`sco_starts.append(match.start())`.",
        ],
        answers=_starts,
        check=same_set(),
        expects="a list of numbers, one for each place",
        alternatives=[
            lambda text: {match.start() for match in re.finditer("SCO", text)},
            lambda text: [place for place in range(len(text)) if text.startswith("SCO", place)],
            lambda text: [match.start() for match in re.finditer(r"\bSCO\b", text)],
            lambda text: pd.Series(_starts(text)),
        ],
        mistakes=[
            Mistake(
                lambda text: [text.find("SCO")],
                "That is the first place only: find() stops there. Which function goes on to all places?",
            ),
            Mistake(
                lambda text: text.find("SCO"),
                "That is one number, the first place. I expected a list with all places. What goes on after the first?",
            ),
            Mistake(
                lambda text: _starts(text)[-1],
                "That is one number, the last place: each match has taken the place of the one before. "
                "Begin with an empty list, and let the loop append to it.",
            ),
            Mistake(
                lambda text: [match.end() for match in re.finditer("SCO", text)],
                "Those are the ends, each three characters too far. Which method of a match gives its start?",
            ),
            Mistake(
                lambda text: len(_starts(text)),
                "That is how many there are. Where do they stand?",
            ),
            Mistake(
                lambda text: ["SCO"] * len(_starts(text)),
                "You kept what was found, and it is the same word each time. Where was it found?",
            ),
            Mistake(
                lambda text: [_starts(text)[-1]],
                "Only the last place is left. Does `sco_starts = []` stand inside the loop, "
                "so that the list is emptied each time?",
            ),
            Mistake(
                lambda text: [match.start() for match in re.finditer("Afghanistan", text)],
                "Those are the places of Afghanistan. Which name was asked for?",
            ),
            Mistake(
                lambda text: [match.span() for match in re.finditer("SCO", text)],
                "You kept start and end of each. For this exercise the start alone is enough.",
            ),
        ],
        success="One name, every place. Some of these places are inside a longer name: see text[1115:1136]. "
        "That will cost us something soon.",
    ),
    Exercise(
        "3.2",
        title="The longest name first",
        level="guided",
        points=2,
        stub="def longest_first(some_names):\n    ...",
        hints=[
            "sorted() puts a list in order and gives back a new list. By what should it sort, and which end comes "
            "first?",
            "Tell sorted() two things: what to look at (`key=len`, the length) and to turn the order around "
            "(`reverse=True`). Hand the result back with `return`.",
            "`return sorted(some_names, key=len, reverse=True)` is the whole body.",
        ],
        answers=_longest_first,
        check=function_cases(
            [
                Case(["UN", "UNODC", "UNDP"]),
                Case(["People's Republic of China", "China", "Republic of China"]),
                Case(["Zambia", "Guinea-Bissau", "Oman"]),
                Case([]),
            ],
            compare=same_list(),
        ),
        alternatives=[
            lambda names: sorted(names, key=lambda name: -len(name)),
            lambda names: sorted(names, key=len)[::-1],
            lambda names: list(reversed(sorted(names, key=len))),  # noqa: C413
            lambda names: tuple(pd.Series(names, dtype=object).sort_values(key=lambda column: -column.str.len())),
        ],
        mistakes=[
            Mistake(
                lambda names: sorted(names, key=len),
                "The shortest comes first now, so China would win against every longer name. What turns the order "
                "around?",
            ),
            Mistake(
                lambda names: sorted(names, reverse=True),
                "That is the alphabet, backward. What must `key` be, so that the length counts?",
            ),
            Mistake(
                lambda names: sorted(names),
                "That is the order of the alphabet. What must `key` be, so that the length counts?",
            ),
            Mistake(
                lambda names: names[::-1],
                "You turned the list around without sorting it. What puts a list in order?",
            ),
            Mistake(
                lambda names: max(names, key=len) if names else "",
                "You gave back one name, the longest. All of them are needed, in order. What sorts a list?",
            ),
            Mistake(
                _call_len_without_anything,
                "Python stops with a TypeError. Did you write `key=len()`? Brackets call a function at once. "
                "Here `sorted` is to get the function itself: `len` without brackets. And does the line with `def` "
                "still have `some_names` in its brackets?",
            ),
            Mistake(
                lambda names: sorted(names, key=len("UN"), reverse=True),  # type: ignore[arg-type]
                "`key` got a thing that is no function, such as a number from `len(...)`, or a word in quotes. Give it "
                "the function itself, `len` without brackets: `sorted` then calls it for every name.",
            ),
            Mistake(
                _sort_in_place,
                "`some_names.sort()` sorts the caller's own list and gives back nothing (`None`). "
                "Which function gives back a new, sorted list?",
            ),
            Mistake(
                _sort_and_return,
                "The order is right, but `some_names.sort()` has changed the list of whoever called your function. "
                "`sorted(some_names, ...)` makes a new one.",
            ),
            Mistake(
                lambda names: [len(name) for name in sorted(names, key=len, reverse=True)],
                "Those are the lengths. The names themselves are wanted, in the order of their lengths.",
            ),
        ],
        success="Now no name can hide inside a longer one: the longer one is looked for first and takes its place.",
    ),
    Exercise(
        "3.3",
        title="A word, not a piece of one",
        level="on your own",
        points=2,
        stub="def find_word(text, name):\n    ...",
        hints=[
            "You need all places of a name (exercise 3.1), but only those where a word begins before it and ends "
            "after it. What stands for such a border in a pattern?",
            r'Put the pattern together: `r"\b" + name + r"\b"`. Go through its matches, and collect each start in a '
            "list that the function returns.",
            r'`for match in re.finditer(r"\b" + name + r"\b", text):` is the head of the loop; inside it '
            "`starts.append(match.start())`; after it `return starts`.",
        ],
        answers=_find_word,
        check=function_cases(
            lambda text: [
                Case("India, not Indiana", "India"),
                Case("UNODC and UNDP belong to the UN", "UN"),
                Case("India spoke, then Iran, then India.", "India"),
                Case("The AUN is not the UN.", "UN"),
                Case("Nobody is named here.", "Mongolia"),
                Case(text, "UN", tell="the press release and 'UN'"),
            ],
            compare=same_set(),  # as in 3.1: a set of places is as good
        ),
        alternatives=[
            _find_by_neighbors,
            lambda text, name: set(_find_word(text, name)),
            lambda text, name: [match.start() for match in re.finditer(rf"\b{re.escape(name)}\b", text)],
            lambda text, name: [match.start() for match in re.finditer(r"(?<!\w)" + re.escape(name) + r"(?!\w)", text)],
        ],
        mistakes=[
            Mistake(
                lambda text, name: [match.start() for match in re.finditer(name, text)],
                "You find “India” in “Indiana”, too. What in the pattern says that a word ends here?",
            ),
            Mistake(
                lambda text, name: text.find(name),
                "find() gives one number, the first place. The function is to return a list with every place where "
                "the name is a word of its own.",
            ),
            Mistake(
                lambda text, name: [text.find(name)],
                "find() stops at the first place, and it does not care about the borders of words. "
                "Which function goes on to all matches of a pattern?",
            ),
            Mistake(
                lambda text, name: [match.start() for match in re.finditer(r"\b" + name, text)],
                r"A word begins where your match begins, but it may go on: “India” in “Indiana”. "
                r"Is there a `\b` at the end, too?",
            ),
            Mistake(
                lambda text, name: [match.start() for match in re.finditer(name + r"\b", text)],
                r"A word ends where your match ends, but it may have begun before: “UN” in “AUN”. "
                r"Is there a `\b` at the beginning, too?",
            ),
            Mistake(
                lambda text, name: [match.end() for match in re.finditer(r"\b" + name + r"\b", text)],
                "The right matches, but those are the places where they end. Which method gives the start?",
            ),
            Mistake(
                lambda text, name: [match.start() for match in re.finditer("\b" + name + "\b", text)],
                r'Your function finds nothing at all. Does `name` stand inside the quotes, so that the word "name" is '
                r'searched? Or did you write `"\b"` without the r before it? It must be `r"\b"`.',
            ),
            Mistake(
                lambda text, name: [match.start() for match in re.finditer(" " + name + " ", text)],
                "You ask for a blank on both sides. But a name may stand at the beginning of a text, or before a "
                r"comma. What stands for any border of a word? Think of `\b`.",
            ),
            Mistake(
                lambda text, name: [match.start() + 1 for match in re.finditer(" " + name + " ", text)],
                "You ask for a blank on both sides, and add 1 for the first. But a name may stand at the beginning of "
                r"a text, or before a comma. What stands for any border of a word? Think of `\b`.",
            ),
            Mistake(
                lambda text, name: re.findall(r"\b" + name + r"\b", text),
                "findall() gives the words that were found, each time the same one. Where do they stand? "
                "The matches of finditer() know.",
            ),
            Mistake(
                lambda text, name: re.findall(name, text),
                "findall() gives the words that were found, each time the same one, and “India” in “Indiana”, too. "
                "Where do they stand? The matches of finditer() know. And what says that a word ends here?",
            ),
            Mistake(
                lambda text, name: len(re.findall(r"\b" + name + r"\b", text)),
                "That is how many there are: one number. Where does each stand? The matches of finditer() know.",
            ),
            Mistake(
                lambda text, name: len(re.findall(name, text)),
                "That is how many there are, and “India” in “Indiana” is counted, too. Where do they stand, and what "
                "says that a word ends here?",
            ),
            Mistake(
                lambda text, name: _find_word(read_text(), name),
                "Your function searches the press release, whatever text it gets. Does the line with finditer() say "
                "`clean`? It must search in `text`, the name in the brackets after `def`.",
            ),
            Mistake(
                _find_by_spaces,
                "The places are right, but some are missing: a comma or a period stands behind the word, and you took "
                r"only words between spaces. What stands for any border of a word? Think of `\b`.",
            ),
            Mistake(
                lambda text, name: [text.find(word) for word in text.split() if word == name],
                "You took only words between spaces, so a word with a comma behind it is lost; and find() gives the "
                "first place each time. Which function gives all matches of a pattern, and each with its start?",
            ),
            Mistake(
                lambda text, name: [number for number, word in enumerate(text.split()) if word == name],
                "Those are the numbers of words, and words with a comma are lost. "
                "Where do the matches start, counted in characters?",
            ),
            Mistake(
                _find_word_first,
                "Your function returns one number, the first place. Wanted is a list with all of them: begin with "
                "`starts = []`, append in the loop, and `return starts` after it.",
            ),
            Mistake(
                _find_word_last,
                "Only the last place is left, and where the name is missing, there is no list at all. Does "
                "`starts = []` stand inside the loop? Move it out, above the `for`.",
            ),
            Mistake(
                _find_word_and_leave,
                "Your function stops at the first match. Does `return` stand inside the loop? "
                "It ends the function at once: move it out, under the `for`.",
            ),
            Mistake(
                lambda text, name: [match.span() for match in re.finditer(r"\b" + name + r"\b", text)],
                "The right matches, each with start and end. For this exercise the start alone is wanted.",
            ),
        ],
        success="Five of the ten places of “UN” on the page are words of their own. "
        "The others are the beginning of UNAMA, UNODC (three times) and UNDP.",
    ),
    Exercise(
        "3.4",
        title="Five names and what they go under",
        level="on your own",
        points=2,
        stub="canonical = ...",
        hints=[
            "In a dict you look up a key and get its value. What will you look up here: the name on the page, or the "
            "name under which it is counted?",
            "Write `{`, then the five names of the list, each followed by a colon and the name it goes under, with "
            "commas between the pairs, then `}`.",
            '`canonical = {"Russian Federation": "Russia", five[1]: "China", ...}` is how it begins. `five[1]` takes '
            "the name from the list, apostrophe and all.",
        ],
        answers=lambda text: _canonical(),
        check=judged_by(_judge_aliases, wants="mapping"),
        expects="a dict with the five names of the page as keys",
        alternatives=[
            lambda text: _canonical(Republic_of_Turkey="Turkey"),
            lambda text: _canonical(Republic_of_Turkey="Turkiye"),
            lambda text: dict(reversed(_canonical(SCO="Shanghai Cooperation Organisation").items())),
            lambda text: {name: f"{value} " for name, value in _canonical().items()},
        ],
        mistakes=[
            Mistake(
                lambda text: {value: name for name, value in _canonical().items()},
                "Keys and values have changed places. You will look up what stands on the page: "
                "is it the key or the value?",
                when=lambda answer: isinstance(answer, dict) and {"Russia", "China"} <= set(answer),
            ),
            Mistake(
                lambda text: {
                    name.replace("’", "'"): value for name, value in _canonical(Republic_of_Turkey="Turkey").items()
                },
                "The apostrophe in your key is the one of the keyboard; the page has the curly one. "
                "So the name of the page would not be found. `five[1]` has it right.",
                when=lambda answer: (
                    "People's Republic of China" in answer and "People’s Republic of China" not in answer
                ),
            ),
            Mistake(
                lambda text: set(_canonical()),
                "The pairs lack their second half. Write each key with a colon and its value: `{key: value}`.",
            ),
            Mistake(
                lambda text: list(_canonical().values()),
                "Those are the five values, in a list. To which name on the page does each belong? A dict says so.",
            ),
            Mistake(
                lambda text: _canonical(SCO="the Shanghai Cooperation Organization"),
                "One value begins with “the”. The codebook leaves the article out, and so do our canonical names.",
                when=lambda answer: any(value.startswith(("the ", "The ")) for value in answer.values()),
            ),
            Mistake(
                lambda text: _canonical() | {"Russian Federation": ["Russia"]},
                "One value is a column or a list, not a name, even if there is only one name in it. "
                "Take the one string: read it in the table, and write it in quotes.",
                when=lambda answer: set(answer) == set(_FIVE) and not all(isinstance(v, str) for v in answer.values()),
            ),
            Mistake(
                lambda text: {name: name for name in _FIVE},
                "Every name leads to itself. Under which name do we count it? For states: the column `short_name`.",
            ),
            Mistake(
                lambda text: _canonical(Republic_of_Turkey="Republic of Türkiye"),
                "One state leads to its formal name, the one of the column `formal_name`. Which is its short one? It "
                "stands in the same row, in the column `short_name`.",
                when=lambda answer: any(
                    str(answer.get(name)).startswith(("Republic of T", "People")) for name in _FIVE if name in answer
                ),
            ),
            Mistake(
                lambda text: _canonical(UNODC="UN Office on Drugs and Crime"),
                "For `UNODC` write the name as the page introduces it: there *United Nations* stands in full.",
                when=lambda answer: str(answer.get("UNODC")).startswith("UN "),
            ),
            Mistake(
                lambda text: _canonical(UNODC="United Nations Office on Drugs and Crime (UNODC)"),
                "One value has its abbreviation in brackets behind it. The brackets introduce a second name and belong "
                "to neither of the two: leave them out.",
                when=lambda answer: any(str(value).rstrip().endswith(")") for value in answer.values()),
            ),
            Mistake(
                lambda text: _canonical(Russian_Federation="RUS", Republic_of_Turkey="TUR"),
                "A state goes under its code in your dict. That would do for a computer (the course calls it `iso3`), "
                "but here the short name was asked for.",
                when=lambda answer: "RUS" in answer.values(),
            ),
            Mistake(
                lambda text: _canonical(UNODC="UNODC", SCO="SCO"),
                "The two abbreviations lead to themselves. Under which full name does an organization go? "
                "The page introduces both.",
                when=lambda answer: answer.get("SCO") == "SCO" or answer.get("UNODC") == "UNODC",
            ),
        ],
        success="An abbreviation and an old name are the same kind of thing to a dict: one more way to say who is "
        "meant. In lesson 4 this decides whether a party is counted once or twice. “Turkey” and “Türkiye” both pass, "
        "the name on that day and the one in the table (without the ü, too); so do “Organization” and “Organisation”.",
    ),
    Exercise(
        "3.5",
        title="Does the abbreviation fit?",
        level="on your own",
        points=2,
        stub="def initials(name):\n    ...",
        hints=[
            "Go through the name letter by letter, as you went through the text in lesson 1. "
            "Which letters do you keep?",
            'Begin with an empty string, `short = ""`. If a letter is a capital (`letter.isupper()`), put it at the '
            "end of the string. After the loop, return the string.",
            "`if letter.isupper(): short = short + letter` is what stands inside the loop `for letter in name:`.",
        ],
        answers=_initials,
        check=function_cases(
            [
                Case("Collective Security Treaty Organization"),
                Case("United Nations Office on Drugs and Crime"),
                Case("Regional Anti-Terrorist Structure"),
                Case("heart of the matter"),
                Case(""),
            ],
            compare=same_text(exact=True),
        ),
        alternatives=[
            lambda name: "".join(filter(str.isupper, name)),
            lambda name: re.sub("[^A-Z]", "", name),
            lambda name: "".join(re.findall("[A-Z]", name)),
        ],
        mistakes=[
            Mistake(
                lambda name: "".join(word[0] for word in name.split()),
                "You take the first letter of every word, also of small ones like “on” and “and”. "
                "What do the letters of an abbreviation have in common?",
            ),
            Mistake(
                lambda name: "".join(word[0].upper() for word in name.split()),
                "You take every word and make its first letter a capital, so “on” and “and” come in, too. "
                "Which letters are capitals on the page already?",
            ),
            Mistake(
                lambda name: "".join(word[0] for word in name.split() if word[0].isupper()),
                "Nearly: RATS has four letters, and your function finds three. Where does the T come from? "
                "Look at every letter, not at every word.",
            ),
            Mistake(
                lambda name: [letter for letter in name if letter.isupper()],
                "The right letters, in a list. An abbreviation is one string: how do you put a letter at the end of "
                "a string?",
            ),
            Mistake(
                _initials_of_words,
                "Two things. Your letters are in a list; an abbreviation is one string: how do you put a letter at the "
                "end of a string? And RATS lacks its T: look at every letter, not at every word.",
            ),
            Mistake(
                lambda name: [word[0] for word in name.split()],
                "Two things. Your letters are in a list; an abbreviation is one string: how do you put a letter at the "
                "end of a string? And you take every word, also “on” and “and”. Which letters are capitals?",
            ),
            Mistake(
                _first_capital,
                "Your function stops at the first capital. Does `return` stand inside the loop? Move it out, under "
                "the `for`.",
            ),
            Mistake(
                _initials_emptied,
                "Your string is empty again for every letter. Does `short = ''` stand inside the loop? Move it out, "
                "above the `for`, so that it is emptied once only.",
            ),
            Mistake(
                lambda name: _initials(name)[::-1],
                "The right letters, from back to front. Do you put the new letter before the old ones? "
                "It belongs behind them: `short + letter`.",
            ),
            Mistake(
                lambda name: name,
                "The whole name came back. Does your `if` read `letter.isupper` without brackets? Then it asks whether "
                "the method exists, and that is always so: `letter.isupper()` asks the letter.",
            ),
            Mistake(
                lambda name: _initials(name)[-1:],
                "Only the last capital is left: each one replaces the one before. How do you put a letter at the "
                "end of what you have?",
            ),
            Mistake(
                lambda name: "".join(word for word in name.split() if word.isupper()),
                "You go through the words and ask whether a whole word is in capitals. Go through the letters: "
                "`for letter in name:`.",
            ),
            Mistake(
                lambda name: name.upper(),
                "That writes the whole name in capitals. Which letters are capitals already?",
            ),
            Mistake(
                lambda name: "".join(letter for letter in name if letter.islower()),
                "Those are the small letters. Which question asks for capitals?",
            ),
            Mistake(
                lambda name: "".join(letter for letter in name if not letter.islower()),
                "Blanks and hyphens are no small letters either, so they have stayed. What asks for capitals?",
            ),
        ],
        success="With this rule all eight abbreviations of the page fit the words before their bracket, RATS included.",
    ),
    Exercise(
        "3.6",
        title="F1 from three counts",
        level="on your own",
        points=2,
        stub="def f1(hits, predicted, in_gold):\n    ...",
        hints=[
            "Every hit counts for both sides: it is one of the predicted and one of the gold spans. "
            "So what share of all spans, theirs and yours together, is hit?",
            "Twice the hits, divided by the sum of `predicted` and `in_gold`. Before you divide, ask with `if` "
            "whether there is anything to divide by.",
            "`if predicted + in_gold == 0: return 0` comes first; then `return 2 * hits / (predicted + in_gold)`.",
        ],
        answers=_f1,
        check=function_cases(
            [
                Case(27, 38, 53),
                Case(35, 59, 53),
                Case(1, 1, 53),
                Case(53, 53, 53),
                Case(0, 10, 53),
                Case(0, 0, 53),
                Case(0, 0, 0, gives=0),
            ],
            compare=same_number(),
        ),
        alternatives=[
            _f1_of_shares,
            lambda hits, predicted, in_gold: round(2 * hits / max(predicted + in_gold, 1), 3),
            lambda hits, predicted, in_gold: (
                1 - (predicted + in_gold - 2 * hits) / (predicted + in_gold) if in_gold else 0
            ),
        ],
        mistakes=[
            Mistake(
                _guarded(lambda hits, predicted, in_gold: (hits / predicted + hits / in_gold) / 2),
                "That is the plain mean of precision and recall. With one span found out of 53 it gives more than a "
                "half: is that tagger half good? F1 is the harmonic mean.",
            ),
            Mistake(
                lambda hits, predicted, in_gold: (hits / predicted + hits / in_gold) / 2,
                "That is the plain mean of precision and recall, which is too kind to a tagger that finds nearly "
                "nothing. F1 is the harmonic mean. And what if there is nothing to divide by?",
            ),
            *_with_and_without(
                lambda hits, predicted, in_gold: hits / predicted,
                "That is precision: the share of what was predicted. Where does recall come in?",
            ),
            *_with_and_without(
                lambda hits, predicted, in_gold: hits / in_gold,
                "That is recall: the share of gold that was found. Where does precision come in?",
            ),
            *_with_and_without(
                lambda hits, predicted, in_gold: hits / (predicted + in_gold),
                "Half of what it should be. A hit is one of the predicted and one of the gold spans: "
                "how often does it count?",
            ),
            Mistake(
                lambda hits, predicted, in_gold: 2 * hits / (38 + 53),
                "Only the upper part changes with the numbers; what you divide by is always the same. Does the "
                "function use `len(found)` and `len(gold_spans)` from outside? Use `predicted` and `in_gold`, "
                "which it is given.",
            ),
            Mistake(
                _guarded(lambda hits, predicted, in_gold: hits / (predicted + in_gold - hits)),
                "That is the share of hits among all different spans. It is a real measure (Jaccard), and stricter. "
                "In F1 a hit counts twice.",
            ),
            *_with_and_without(
                lambda hits, predicted, in_gold: 2 * hits / predicted + in_gold,
                "F1 can not be larger than 1. Python divides before it adds: it read 2 * hits / predicted, and then "
                "added in_gold. Are there brackets around the sum?",
            ),
            Mistake(
                _guarded_sum(lambda hits, predicted, in_gold: 2 * hits / predicted + in_gold),
                "F1 can not be larger than 1. Your `if` is right. In the last line Python divides before it adds: are "
                "there brackets around `predicted + in_gold`?",
            ),
            Mistake(
                _guarded_sum(lambda hits, predicted, in_gold: hits / predicted),
                "Your `if` is right. What you return after it is precision: the share of what was predicted. "
                "Where does recall come in?",
            ),
            Mistake(
                _guarded(lambda hits, predicted, in_gold: 2 * hits // (predicted + in_gold)),
                "`//` throws away what comes after the point, so nearly every F1 becomes 0. Divide with `/`.",
            ),
            Mistake(
                lambda hits, predicted, in_gold: (
                    2 * (hits / predicted) * (hits / in_gold) / (hits / predicted) + hits / in_gold
                ),
                "Python divides before it adds: it read 2 * precision * recall / precision, and then added recall. "
                "Where do you need brackets?",
            ),
            Mistake(
                lambda hits, predicted, in_gold: 2 * hits / (predicted + in_gold),
                "The formula is right. But with nothing predicted and nothing in gold it divides by zero. "
                "What should come out then? An `if` before the division can say so.",
            ),
            Mistake(
                lambda hits, predicted, in_gold: (
                    2 * (hits / predicted) * (hits / in_gold) / ((hits / predicted) + (hits / in_gold))
                ),
                "The formula is right where there are hits. Without any, precision and recall are both 0, and their "
                "sum divides by zero. What should come out when `hits` is 0?",
            ),
            Mistake(
                _guarded(lambda hits, predicted, in_gold: 100 * 2 * hits / (predicted + in_gold)),
                "That is a percentage. A score is a share, between 0 and 1.",
            ),
        ],
        success="The number by which taggers are most often compared, in three lines. You also see what it hides: "
        "it does not tell whether a system is too bold or too shy.",
    ),
    Exercise(
        "3.7",
        title="A date that sorts itself",
        level="stretch",
        points=3,
        stub="def iso(date):\n    ...",
        hints=[
            "Take the date apart, then put it together in another order. What does `split()` give for “5 April 2010”, "
            "and what for “2014”?",
            "`parts = date.split()` gives a list of one or three. If it is one, return the date as it is. If not, look "
            'the month up in `months`, and give the day two digits with `.zfill(2)`: `"5".zfill(2)` is `"05"`.',
            '`return parts[2] + "-" + months[parts[1]] + "-" + parts[0].zfill(2)` is the last line.',
        ],
        answers=_iso,
        check=function_cases(
            [
                Case("22 January 2014"),
                Case("5 April 2010"),
                Case("2014"),
                Case("14 February 2013"),
                Case("28 December 2014"),
                Case("1 May 2001"),
            ],
            compare=same_text(exact=True),
        ),
        alternatives=[
            lambda date: "-".join(_MONTHS.get(part, part.zfill(2)) for part in reversed(date.split())),
            lambda date: re.sub(
                r"(\d+) (\w+) (\d+)", lambda found: f"{found[3]}-{_MONTHS[found[2]]}-{int(found[1]):02}", date
            ),
        ],
        mistakes=[
            Mistake(
                _iso_without_zero,
                "Right for 22 January, but the 5th needs two digits, 05, or 5 would be sorted after 22. "
                "What does `.zfill(2)` do?",
                when=lambda returned: returned == "2010-04-5",
            ),
            Mistake(
                _iso_full_only,
                "A date of one part, “2014”, can not be taken apart into three. Ask first how many parts there are: "
                "what should the function return then?",
            ),
            Mistake(
                _iso_by_place,
                "A full date works, but “2014” has one part only, and its list has no place number 1 or 2. "
                "What should the function return for it?",
            ),
            Mistake(
                lambda date: date if " " not in date else "-".join(reversed(date.split())),
                "The order is right, the month is still a word. In which dict can you look it up?",
                when=lambda returned: returned == "2014-January-22",
            ),
            Mistake(
                lambda date: (
                    date if " " not in date else f"{date.split()[0]:0>2}-{_MONTHS[date.split()[1]]}-{date.split()[2]}"
                ),
                "Day, month, year: the order of the page. In ISO form the year comes first, so that dates sort "
                "as text.",
            ),
            Mistake(
                lambda date: (
                    date if " " not in date else f"{date.split()[2]}-{date.split()[0]:0>2}-{_MONTHS[date.split()[1]]}"
                ),
                "Day and month have changed places: it is year, month, day.",
            ),
            Mistake(
                lambda date: int(date) if " " not in date else _iso(date),
                "A bare year came back as a number. A string was asked for, in every case: return `date` itself.",
            ),
            Mistake(
                lambda date: _iso(date).replace("-", ""),
                "Year, month, day: the right order, but the hyphens are missing. ISO form is year-month-day.",
            ),
            Mistake(
                lambda date: _iso(date).replace("-", " "),
                "Year, month, day: the right order, but with spaces. Between the parts of an ISO date stand hyphens.",
            ),
            Mistake(
                _iso_in_pattern,
                "Does it say `month[...]`? The page has two names that look alike: `month` is the pattern, a string; "
                "`months`, with s, is the dict to look a month up in. If it says `months`: only strings can be "
                "added to strings.",
            ),
            Mistake(
                lambda date: date.split(),
                "Those are the parts, in a list. Now put them together as one string, with hyphens between.",
            ),
        ],
        success="Dates in this form sort themselves, and lesson 4 needs one: "
        "who was what on 2014-01-22? That the form is clean does not make the date true, as lesson 6 will show.",
    ),
]
