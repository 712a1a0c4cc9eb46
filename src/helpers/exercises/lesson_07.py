"""The exercises of lesson 07: a page that nobody has seen, what its errors teach, and how much a sample can tell.

All of them are judged on the practice text, a communiqué of fictional states and organizations, whatever text the
engine is about to judge on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

import pandas as pd

from helpers import reference
from helpers.agreement import compare_spans, score_spans
from helpers.entities import tag_entities
from helpers.errors import CourseError
from helpers.exercises.engine import (
    Case,
    Exercise,
    Mistake,
    function_cases,
    judged_by,
    same_list,
    same_set,
)
from helpers.folding import Folded
from helpers.gazetteer import LABELS, Gazetteer
from helpers.texts import read_text

ENOUGH, MOST_NAMES = 0.95, 12

Pairs = tuple[tuple[str, str], ...]


# --- the practice text ------------------------------------------------------------------------------------------------


@cache
def practice() -> str:
    """Read the communiqué of the fictional conference."""
    return read_text(reference.data_path("practice/harbor_conference.txt"))


@cache
def _gold() -> pd.DataFrame:
    return reference.read_table(reference.data_path("practice/harbor_conference_entities.csv"), {"start", "end"})


@cache
def _half() -> pd.DataFrame:
    return reference.read_table(reference.data_path("practice/harbor_conference_gazetteer.csv"))


@cache
def _memberships() -> tuple[dict[str, str], ...]:
    table = reference.read_table(reference.data_path("practice/harbor_conference_memberships.csv"))
    return tuple(table[["iso3", "status", "from_date", "to_date"]].to_dict("records"))


@cache
def _found(pairs: Pairs = (), *, half: bool = True) -> pd.DataFrame:
    """Tag the practice text with half of its names, and with those of a learner."""
    gazetteer = Gazetteer.from_tables()
    if half:
        for row in _half().itertuples():
            gazetteer.add(row.name, row.label, row.canonical, row.iso3)
    for name, label in pairs:
        gazetteer.add(name, label)
    return tag_entities(practice(), gazetteer)


@cache
def _compared(pairs: Pairs = (), *, half: bool = True) -> pd.DataFrame:
    return compare_spans(_gold(), _found(pairs, half=half))


# --- 7.1: what half a list leaves -------------------------------------------------------------------------------------


def _not_right(*, half: bool = True) -> set[str]:
    table = _compared(half=half)
    return set(table.loc[table["outcome"] != "agrees", "text"])


def _with_outcome(outcome: str) -> set[str]:
    table = _compared()
    return set(table.loc[table["outcome"] == outcome, "text"])


def _short(names: Iterable[str]) -> set[str]:
    return {name.rpartition(" of ")[2] for name in names}


# --- 7.2: names of the learner's own ----------------------------------------------------------------------------------


def _folded(name: str) -> str:
    return Folded(name.strip()).text


def _as_pairs(answer: Any) -> Pairs | str:
    """Read pairs of name and label, or say why that is impossible."""
    entries = list(answer.items()) if isinstance(answer, dict) else list(answer)
    if not entries:
        return "The list is empty. Which state of the list of participants is not marked yet?"
    for entry in entries:
        if isinstance(entry, str):
            return (
                'Each entry is a pair: a name and its label, as in `("Mongolia", "STATE")`, with brackets of its own. '
                f"One of yours is a text alone, {_ticked(entry)}."
            )
        if not isinstance(entry, tuple | list) or len(entry) != 2 or not all(isinstance(part, str) for part in entry):
            return 'Each entry is a pair of two texts, as in `("Mongolia", "STATE")`. One of yours is not.'
    return tuple((name.strip(), label.strip()) for name, label in entries)


def _ticked(thing: str) -> str:
    return "`" + thing.replace("`", "'")[:40] + "`"


def _scores(pairs: Pairs) -> tuple[float, float, float]:
    row = score_spans(_gold(), _found(pairs)).iloc[-1]
    return float(row["precision"]), float(row["recall"]), float(row["f1"])


def _spoiled(pairs: Pairs) -> pd.DataFrame:
    """List the wrong marks that a learner's names have made."""
    table = _compared(pairs)
    wrong = table[(table["outcome"] != "agrees") & (table["predicted_text"] != "")]
    names = [_folded(name) for name, _ in pairs]
    return wrong[[any(name in _folded(mark) for name in names) for mark in wrong["predicted_text"]]]


def _judge_names(answer: Any, text: str) -> str:
    """Say what is wrong with a list of names; empty if it reaches the aim and spoils nothing."""
    pairs = _as_pairs(answer)
    if isinstance(pairs, str):
        return pairs
    if len(pairs) > MOST_NAMES:
        return (
            f"Those are {len(pairs)} names, more than {MOST_NAMES}. Most names of the page are found already. "
            "Which ones did exercise 7.1 give you?"
        )
    try:
        precision, recall, f1 = _scores(pairs)
    except CourseError as problem:
        return str(problem).replace("`", "'")
    spoiled = _spoiled(pairs)
    if f1 > ENOUGH - 1e-9 and spoiled.empty:
        return _about_idle(pairs)
    said = f"Precision {precision:.2f}, recall {recall:.2f}, F1 {f1:.2f}. "
    if not spoiled.empty:
        return said + _about_mark(spoiled.iloc[0])
    foreign = [name for name, _ in pairs if _folded(name) not in _folded(practice())]
    if foreign:
        return said + f"{_ticked(foreign[0])} does not stand on the page like that. Compare it letter by letter."
    return said + f"Nothing of yours is wrong. What is not right yet at {_where(pairs)}?"


def _about_idle(pairs: Pairs) -> str:
    """Name a name that has marked nothing; empty if each has."""
    found = [_folded(name) for name in _found(pairs)["text"]]
    for name, _ in pairs:
        if not any(_folded(name) in mark for mark in found):
            return (
                f"F1 is enough, but {_ticked(name)} found nothing on the page. Compare it with the page word by word, "
                "or leave it out."
            )
    return ""


def _about_mark(row: Any) -> str:
    """Ask about one wrong mark."""
    place = f"`practice[{row['start']}:{row['end']}]`"
    mark = f"“{row['predicted_text'][:60]}” is now marked {row['predicted_label']}"
    if row["outcome"] == "boundary differs":
        return f"{mark}. In gold it has other borders: what stands at {place}?"
    if row["outcome"] == "label differs":
        return f"{mark}. The border is right. What is it, by the codebook?"
    around = _gold()[(_gold()["start"] < row["end"]) & (_gold()["end"] > row["start"])]
    if not around.empty:
        place = f"`practice[{around['start'].iloc[0]}:{around['end'].iloc[0]}]`"
        return f"{mark}. Gold has a longer name there, with another label: what stands at {place}?"
    return f"{mark}, at {place}. Gold has no such name. What do the words mean there?"


def _where(pairs: Pairs) -> str:
    table = _compared(pairs)
    row = table[(table["outcome"] != "agrees")].iloc[0]
    return f"`practice[{row['start']}:{row['end']}]`"


def _names_in(answer: Any) -> list[str]:
    return [str(entry[0]).strip() for entry in (answer.items() if isinstance(answer, dict) else answer)]


def _labels_in(answer: Any) -> list[str]:
    return [str(entry[1]).strip() for entry in (answer.items() if isinstance(answer, dict) else answer)]


def _is_pairs(answer: Any) -> bool:
    return not isinstance(_as_pairs(answer), str)


def _lower_case(answer: Any) -> bool:
    return _is_pairs(answer) and all(name and name == name.lower() for name in _names_in(answer))


def _with_article(answer: Any) -> bool:
    return _is_pairs(answer) and any(name.lower().startswith("the ") for name in _names_in(answer))


def _back_to_front(answer: Any) -> bool:
    return _is_pairs(answer) and all(name in LABELS for name in _names_in(answer))


def _unknown_label(answer: Any) -> bool:
    return _is_pairs(answer) and any(label not in LABELS for label in _labels_in(answer))


def _small_label(answer: Any) -> bool:
    return _is_pairs(answer) and any(label not in LABELS and label.upper() in LABELS for label in _labels_in(answer))


def _common_word(answer: Any) -> bool:
    return _is_pairs(answer) and any(name.lower() == "may" for name in _names_in(answer))


def _town_or_sea(answer: Any) -> bool:
    return _is_pairs(answer) and bool({"Saltmere", "Lantern Sea"} & set(_names_in(answer)))


def _adjective(answer: Any) -> bool:
    return _is_pairs(answer) and "Quessan" in _names_in(answer)


def _union_as_organization(answer: Any) -> bool:
    return _is_pairs(answer) and any(
        "Solmark" in name and label == "IGO" for name, label in zip(_names_in(answer), _labels_in(answer), strict=True)
    )


_LONG = (
    ("People’s Republic of Quessa", "STATE"),
    ("Principality of Wexmoor", "STATE"),
    ("Sultanate of Zephra", "STATE"),
    ("Union of Solmark", "STATE"),
    ("Solmark", "STATE"),
)
_SHORT = (("Quessa", "STATE"), ("Wexmoor", "STATE"), ("Zephra", "STATE"), ("Solmark", "STATE"))


# --- 7.3: from the lowest to the highest ------------------------------------------------------------------------------


def _bounds(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    counted = right + wrong + doubtful
    if counted == 0:
        return (0, 1)
    return (right / counted, (right + doubtful) / counted)


def _bounds_from_above(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    counted = right + wrong + doubtful
    return (right / counted, 1 - wrong / counted) if counted else (0.0, 1.0)


def _doubtful_left_out(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    counted = right + wrong
    return (right / counted, right / counted) if counted else (0, 1)


def _doubtful_not_counted(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    counted = right + wrong
    return (right / counted, (right + doubtful) / counted) if counted else (0, 1)


def _is_six_of_seven(returned: Any) -> bool:
    """Tell whether the first case, `bounds(6, 1, 3)`, was divided by seven, whatever else is in it."""
    if not isinstance(returned, tuple | list) or not returned or not isinstance(returned[0], int | float):
        return False
    return abs(returned[0] - 6 / 7) < 0.01


def _taken_away(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    counted = right + wrong + doubtful
    return ((right - doubtful) / counted, (right + doubtful) / counted) if counted else (0, 1)


def _taken_away_only(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    counted = right + wrong + doubtful
    return ((right - doubtful) / counted, right / counted) if counted else (0, 1)


def _no_brackets(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    if right + wrong + doubtful == 0:
        return (0, 1)
    return (right / right + wrong + doubtful, right + doubtful / right + wrong + doubtful) if right else (0.0, 1.0)


def _no_brackets_above(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    counted = right + wrong + doubtful
    return (right / counted, right + doubtful / counted) if counted else (0, 1)


def _swapped(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    lowest, highest = _bounds(right, wrong, doubtful)
    return (highest, lowest)


def _percent(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    lowest, highest = _bounds(right, wrong, doubtful)
    return (100 * lowest, 100 * highest)


def _in_names(right: int, wrong: int, doubtful: int) -> tuple[int, int]:
    return (right, right + doubtful)


def _lowest_only(right: int, wrong: int, doubtful: int) -> float:
    return _bounds(right, wrong, doubtful)[0]


def _half_each(right: int, wrong: int, doubtful: int) -> float:
    counted = right + wrong + doubtful
    return (right + doubtful / 2) / counted if counted else 0.5


def _nothing_is_nothing(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    return _bounds(right, wrong, doubtful) if right + wrong + doubtful else (0, 0)


def _nothing_is_wrong(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    return _bounds(right, wrong, doubtful) if right + wrong + doubtful else (1, 1)


def _nothing_breaks(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    counted = right + wrong + doubtful
    return (right / counted, (right + doubtful) / counted)


def _chance_of_wrong(right: int, wrong: int, doubtful: int) -> tuple[float, float]:
    return _bounds(wrong, right, doubtful)


# --- 7.4: quotations that nobody wrote --------------------------------------------------------------------------------


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _not_on_page(text: str, quotes: list[str]) -> list[str]:
    page = _one_line(text)
    missing = []
    for quote in quotes:
        if _one_line(quote) not in page:
            missing.append(quote)
    return missing


def _not_on_page_by_pattern(text: str, quotes: list[str]) -> list[str]:
    return [quote for quote in quotes if not re.search(r"\s+".join(map(re.escape, quote.split())), text)]


def _not_on_page_by_find(text: str, quotes: list[str]) -> tuple[str, ...]:
    page = _one_line(text)
    return tuple(quote for quote in quotes if page.find(_one_line(quote)) == -1)


def _on_page(text: str, quotes: list[str]) -> list[str]:
    return [quote for quote in quotes if _one_line(quote) in _one_line(text)]


def _letter_for_letter(text: str, quotes: list[str]) -> list[str]:
    return [quote for quote in quotes if quote not in text]


def _only_page_joined(text: str, quotes: list[str]) -> list[str]:
    return [quote for quote in quotes if quote not in _one_line(text)]


def _only_quotes_joined(text: str, quotes: list[str]) -> list[str]:
    return [quote for quote in quotes if _one_line(quote) not in text]


def _line_ends_lost(text: str, quotes: list[str]) -> list[str]:
    return [quote for quote in quotes if quote.replace("\n", "") not in text.replace("\n", "")]


def _line_ends_only(text: str, quotes: list[str]) -> list[str]:
    return [quote for quote in quotes if quote.replace("\n", " ") not in text.replace("\n", " ")]


def _small_letters(text: str, quotes: list[str]) -> list[str]:
    return [quote for quote in quotes if _one_line(quote).lower() not in _one_line(text).lower()]


def _all_space_lost(text: str, quotes: list[str]) -> list[str]:
    return [quote for quote in quotes if "".join(quote.split()) not in "".join(text.split())]


def _word_by_word(text: str, quotes: list[str]) -> list[str]:
    words = text.split()
    return [quote for quote in quotes if not all(word in words for word in quote.split())]


def _first_missing(text: str, quotes: list[str]) -> list[str]:
    return _not_on_page(text, quotes)[:1]


def _hands_back_first(text: str, quotes: list[str]) -> str | None:
    for quote in quotes:
        if _one_line(quote) not in _one_line(text):
            return quote
    return None


def _judged_by_first(text: str, quotes: list[str]) -> list[str]:
    missing: list[str] = []
    for quote in quotes:
        if _one_line(quote) not in _one_line(text):
            missing.append(quote)
        return missing
    return missing


def _how_many(text: str, quotes: list[str]) -> int:
    return len(_not_on_page(text, quotes))


def _yes_and_no(text: str, quotes: list[str]) -> list[bool]:
    return [_one_line(quote) not in _one_line(text) for quote in quotes]


def _tidied(text: str, quotes: list[str]) -> list[str]:
    return [_one_line(quote) for quote in _not_on_page(text, quotes)]


def _quote_cases(text: str) -> list[Case]:
    return [
        Case("The parties met.", ["parties met", "parties agreed"]),
        Case("The parties met.", ["The parties"]),
        Case("Peru and Chile took part.", ["Peru took part", "Chile took part"]),
        Case("Trade was\ndiscussed.", ["Trade was discussed", "Trade  was"]),
        Case("Trade was\ndiscussed.", ["wasdiscussed"]),
        Case("Trade was discussed at  sea.", ["was\ndiscussed", "at sea", "in peace"]),
        Case("Trade was\n\n\ndiscussed    at\tsea.", ["was discussed at sea", "at    sea", "in peace"]),
        Case("Nobody spoke.", []),
        Case("Nobody spoke.", ["nobody spoke", "Nobody  agreed", "spoke"]),
        Case("The parties met at sea.", ["met at seaside", "met at sea", "par ties"]),
        Case(
            practice(),
            [
                "All delegations supported a wider dialogue",
                "Most delegations supported a wider dialogue",
                "such a dialogue will grow slowly",
                "The next round may take place in Haven",
                "The Union of Solmark, which had been invited",
            ],
            tell="the practice text and five quotations",
        ),
        Case(
            text,
            ["Most of the participants spoke in favour", "All of the participants spoke in favour"],
            tell="the press release and two quotations",
        ),
    ]


# --- 7.5: members that stayed away ------------------------------------------------------------------------------------

Rows = list[dict[str, str]]


def _holds(row: dict[str, str], day: str) -> bool:
    return row["from_date"] <= day and (row["to_date"] == "" or day < row["to_date"])


def _stayed_away(rows: Rows, day: str, attended: set[str]) -> set[str]:
    missing = set()
    for row in rows:
        if row["status"] == "member" and _holds(row, day) and row["iso3"] not in attended:
            missing.add(row["iso3"])
    return missing


def _stayed_away_by_difference(rows: Rows, day: str, attended: set[str]) -> list[str]:
    members = {row["iso3"] for row in rows if row["status"] == "member" and _holds(row, day)}
    return sorted(members - set(attended))


def _stayed_away_by_table(rows: Rows, day: str, attended: set[str]) -> pd.Series:
    table = pd.DataFrame(rows, columns=["iso3", "status", "from_date", "to_date"])
    holds = (table["from_date"] <= day) & ((table["to_date"] == "") | (day < table["to_date"]))
    return table.loc[holds & (table["status"] == "member") & ~table["iso3"].isin(attended), "iso3"]


def _any_status(rows: Rows, day: str, attended: set[str]) -> set[str]:
    return {row["iso3"] for row in rows if _holds(row, day)} - attended


def _any_day(rows: Rows, day: str, attended: set[str]) -> set[str]:
    return {row["iso3"] for row in rows if row["status"] == "member"} - attended


def _of_today(rows: Rows, day: str, attended: set[str]) -> set[str]:
    return {row["iso3"] for row in rows if row["status"] == "member" and row["to_date"] == ""} - attended


def _has_begun(rows: Rows, day: str, attended: set[str]) -> set[str]:
    return {row["iso3"] for row in rows if row["status"] == "member" and row["from_date"] <= day} - attended


def _last_day_in(rows: Rows, day: str, attended: set[str]) -> set[str]:
    return {
        row["iso3"]
        for row in rows
        if row["status"] == "member" and row["from_date"] <= day and (row["to_date"] == "" or day <= row["to_date"])
    } - attended


def _first_day_out(rows: Rows, day: str, attended: set[str]) -> set[str]:
    return {
        row["iso3"]
        for row in rows
        if row["status"] == "member" and row["from_date"] < day and (row["to_date"] == "" or day < row["to_date"])
    } - attended


def _no_end_forgotten(rows: Rows, day: str, attended: set[str]) -> set[str]:
    return {
        row["iso3"] for row in rows if row["status"] == "member" and row["from_date"] <= day < row["to_date"]
    } - attended


def _all_members(rows: Rows, day: str, attended: set[str]) -> set[str]:
    return {row["iso3"] for row in rows if row["status"] == "member" and _holds(row, day)}


def _those_who_came(rows: Rows, day: str, attended: set[str]) -> set[str]:
    return _all_members(rows, day, attended) & attended


def _guests(rows: Rows, day: str, attended: set[str]) -> set[str]:
    return attended - _all_members(rows, day, attended)


def _both_ways(rows: Rows, day: str, attended: set[str]) -> set[str]:
    return attended ^ _all_members(rows, day, attended)


def _whole_rows(rows: Rows, day: str, attended: set[str]) -> Rows:
    return [row for row in rows if row["iso3"] in _stayed_away(rows, day, attended) and _holds(row, day)]


def _number_of(rows: Rows, day: str, attended: set[str]) -> int:
    return len(_stayed_away(rows, day, attended))


def _club(*rows: tuple[str, str, str, str]) -> Rows:
    return [dict(zip(("iso3", "status", "from_date", "to_date"), row, strict=True)) for row in rows]


PEERS = _club(("PER", "member", "2001-01-01", ""), ("CHL", "member", "2001-01-01", ""))
LEFT = _club(("PER", "member", "2001-01-01", "2010-01-01"), ("PER", "observer", "2010-01-01", ""))
LATE = _club(("CHL", "observer", "2001-01-01", "2010-01-01"), ("CHL", "member", "2010-01-01", ""))
AT_THE_HARBOR = frozenset({"XAR", "XBR", "XHA", "XQU", "XIL", "XWE", "XTO", "XZE"})


def _club_cases() -> list[Case]:
    harbor = [dict(row) for row in _memberships()]
    return [
        Case(PEERS, "2005-05-05", {"PER"}),
        Case(PEERS, "2005-05-05", {"PER", "CHL", "FJI"}),
        Case(LATE, "2005-05-05", set()),
        Case(LATE, "2010-01-01", set()),
        Case(LEFT, "2005-05-05", {"FJI"}),
        Case(LEFT, "2010-01-01", set()),
        Case(LEFT, "2015-05-05", {"FJI"}),
        Case(PEERS, "1999-01-01", set()),
        Case([], "2005-05-05", {"PER"}),
        Case(harbor, "2021-09-14", set(AT_THE_HARBOR), tell="the members of the LSCO and the day of the conference"),
        Case(harbor, "2023-03-30", {"XAR", "XHA"}, tell="the members of the LSCO and another day"),
    ]


# --- the exercises ----------------------------------------------------------------------------------------------------

EXERCISES = [
    Exercise(
        "7.1",
        title="What half a list leaves",
        level="guided",
        points=1,
        stub="not_right = ...",
        hints=[
            "The table `compared` has a row for each name. Which column says whether gold and the tool agree?",
            'Keep the rows whose `outcome` is not `"agrees"`, as we did with the first run, and make a set of their '
            "column `text`.",
            '`not_right = set(compared[compared["outcome"] != "agrees"]["text"])`',
        ],
        answers=lambda text: _not_right(),
        check=same_set(),
        expects="a set of names",
        alternatives=[
            lambda text: sorted(_not_right()),
            lambda text: pd.Series(sorted(_not_right())),
        ],
        mistakes=[
            Mistake(
                lambda text: _with_outcome("missed"),
                "Those four were not found at all. One more name was found, and is still not right: look through the "
                "column `outcome` for another word than `missed`.",
            ),
            Mistake(
                lambda text: _with_outcome("label differs"),
                "That one has the wrong label, right. There are others, which were not found at all. Which question "
                "catches all that do not agree?",
            ),
            Mistake(
                lambda text: _with_outcome("agrees"),
                "Those are the names that agree. `==` asks for the same; which sign asks for anything else?",
            ),
            Mistake(
                lambda text: _not_right(half=False),
                "Those are the errors of the first run, without the list. Run the cell above that makes `compared` "
                "anew, and take them from there.",
            ),
            Mistake(
                lambda text: set(_gold()["text"]),
                lambda answer: (
                    f"Those are all {len(answer)} different names of gold. Which of them did the tool not have right?"
                ),
            ),
            Mistake(
                lambda text: _short(_not_right()),
                "You have the right states, by their short names. Take the texts as they stand on the page, in the "
                "column `text`: one of the states is there in two forms.",
            ),
            Mistake(
                lambda text: {f"the {name}" for name in _not_right()},
                "By the codebook the article stays outside of the name. Take the texts from the column `text`.",
                when=lambda answer: any(str(name).lower().startswith("the ") for name in answer),
            ),
            Mistake(
                lambda text: {name.replace("’", "'") for name in _not_right()},
                "All five, and one of them with your keyboard's apostrophe: on the page it is a curly one. Take the "
                "names from the column `text`, and no key can get in between.",
            ),
            Mistake(
                lambda text: set(_compared().loc[_compared()["outcome"] != "agrees", "predicted_text"]),
                "You took the column `predicted_text`, which holds what the tool has marked: nothing, for four of the "
                "names. What stands in gold is in the column `text`.",
                when=lambda answer: "" in answer,
            ),
            Mistake(
                lambda text: ["missed", "label differs"],
                "Those are the two outcomes. Which names have them? That is another column.",
                when=lambda answer: "missed" in answer,
            ),
            Mistake(
                lambda text: {"Quessa", "Wexmoor", "Zephra"},
                "Three states are missing among the participants, right. But the question is about all names on the "
                "page, as the column `text` of `compared` has them.",
            ),
        ],
        success="Five names, all of them of states that are in no list. Four have not been found. The fifth is worse: "
        "it was found, and taken for an organization.",
    ),
    Exercise(
        "7.2",
        title="Teach it the other half",
        level="on your own",
        points=3,
        stub="my_names = ...",
        hints=[
            "Your answer to 7.1 holds the names that are not right. Which label does the codebook give to each?",
            'A list of pairs: each pair in round brackets, first the name, then the label, as in `("Mongolia", '
            '"STATE")`. No article. Try short names, too: what does the tool do with “Wexmoor” alone?',
            '`my_names = [("Quessa", "STATE"), ("Wexmoor", "STATE")]` is the beginning. Two more of the same kind.',
        ],
        answers=lambda text: list(_SHORT),
        check=judged_by(_judge_names, wants="sequence"),
        expects="a list of pairs",
        alternatives=[
            lambda text: list(_LONG),
            lambda text: [list(pair) for pair in _SHORT],
            lambda text: list(_LONG[:3]),
            lambda text: [(name.replace("’", "'"), label) for name, label in _LONG],
            lambda text: [*_SHORT, ("Haven", "STATE"), ("Brenland Coast Guard", "GOV")],
        ],
        mistakes=[
            Mistake(
                [("the People’s Republic of Quessa", "STATE"), ("the Principality of Wexmoor", "STATE")],
                "By the codebook a leading article stays outside of the name. With “the” inside, a border is one word "
                "too early, or the name finds nothing at all. Leave it out: what happens to the scores?",
                when=_with_article,
            ),
            Mistake(
                lambda text: dict(_LONG),
                "The names and labels are in a dict. The next cell walks over pairs: write them as a list of pairs in "
                "round brackets.",
                when=lambda answer: isinstance(answer, dict),
            ),
            Mistake(
                [("STATE", "Quessa"), ("STATE", "Wexmoor")],
                "Your pairs are back to front: first the name, then its label.",
                when=_back_to_front,
            ),
            Mistake(
                [("Quessa", "state"), ("Wexmoor", "state")],
                "The labels of the codebook are written in capitals: `STATE`. The names are another matter, they "
                "stay as they stand on the page.",
                when=_small_label,
            ),
            Mistake(
                [("Quessa", "COUNTRY"), ("Wexmoor", "COUNTRY")],
                lambda answer: (
                    "The codebook has seven labels, and "
                    f"{_ticked(next(label for label in _labels_in(answer) if label not in LABELS))} is none of them: "
                    "STATE, IGO, GOV, POST, DATE, DOC, INITIATIVE. Which one is meant for these names?"
                ),
                when=_unknown_label,
            ),
            Mistake(
                [*_SHORT, ("Kingdom of Nowhere", "STATE")],
                "F1 is enough, but `Kingdom of Nowhere` found nothing on the page. Compare it with the page word by "
                "word, or leave it out.",
            ),
            Mistake(
                [("Quessa", "STATE"), ("Wexmoor", "STATE"), ("Zephra", "STATE"), ("Union of Solmark", "IGO")],
                "“Union” sounds like an organization, and the tool fell into that trap, too. Read how the first "
                "paragraph ends: who had been invited, and among whom?",
                when=_union_as_organization,
            ),
            Mistake(
                [*_SHORT, ("May", "STATE")],
                "“May” is a month here, twice, and twice a verb. In your list it takes the month out of two dates. "
                "A name that is also a common word needs a second look.",
                when=_common_word,
            ),
            Mistake(
                [*_SHORT, ("Lantern Sea", "STATE"), ("Saltmere", "STATE")],
                "A sea or a town is no state, and the codebook has no label for them. Whoever annotated the page left "
                "them out (the data card says so). Which names are left without them?",
                when=_town_or_sea,
            ),
            Mistake(
                [*_SHORT, ("Quessan", "STATE")],
                "“Quessan crews”: that is an adjective. The codebook tags a state in any form of its name, but not a "
                "bare adjective. Leave it out.",
                when=_adjective,
            ),
            Mistake(
                [("quessa", "STATE"), ("wexmoor", "STATE"), ("zephra", "STATE"), ("solmark", "STATE")],
                "A gazetteer minds capitals, or it would take every haven for a state. Write the names as they stand "
                "on the page.",
                when=_lower_case,
            ),
            Mistake(
                ["Quessa, STATE", "Wexmoor, STATE"],
                "Name and label share one pair of quotes. They are two texts, each in quotes of its own: "
                '`("Mongolia", "STATE")`.',
                when=lambda answer: (
                    not isinstance(answer, dict)
                    and any(isinstance(entry, str) and entry.rpartition(",")[2].strip() in LABELS for entry in answer)
                    and not any(entry in LABELS for entry in answer)
                ),
            ),
            Mistake(
                lambda text: sorted(_not_right()),
                "Those are the names. A gazetteer wants a label for each: make pairs, as in "
                '`("Mongolia", "STATE")`, each with brackets of its own.',
                when=lambda answer: (
                    not isinstance(answer, dict)
                    and len(answer) > 0
                    and all(isinstance(name, str) and name not in LABELS for name in answer)
                ),
            ),
            Mistake(
                ["Quessa", "STATE", "Wexmoor", "STATE"],
                "Names and labels stand in one row, and nobody knows which belong together. Put round brackets around "
                'each pair: `[("Mongolia", "STATE"), …]`.',
                when=lambda answer: not isinstance(answer, dict) and any(entry in LABELS for entry in answer),
            ),
            Mistake(
                lambda text: list(zip(_gold()["text"], _gold()["label"], strict=True)),
                lambda answer: (
                    f"Those are {len(answer)} names: all that gold has? A list copied from the answers would know "
                    "nothing else. The tool finds most of them without you. Which ones did exercise 7.1 give?"
                ),
                when=lambda answer: len(answer) > MOST_NAMES,
            ),
        ],
        success="F1 is .95 or more now, strict. With “Wexmoor” the tool finds “Principality of Wexmoor”, too: it "
        "puts the forms of state that it knows before a name. The long name does not bring the short one.",
    ),
    Exercise(
        "7.3",
        title="From the lowest to the highest",
        level="on your own",
        points=2,
        stub="def bounds(right, wrong, doubtful):\n    ...",
        hints=[
            "Imagine the worst case: every doubtful name turns out wrong. Then the best: every one turns out right.",
            "All three kinds were counted, so the total is the same in both cases. In the worst case only `right` are "
            "right, in the best `right + doubtful`. First ask whether the total is 0.",
            "`return (right / counted, (right + doubtful) / counted)`, where `counted` is the sum of all three.",
        ],
        answers=_bounds,
        check=function_cases(
            [
                Case(6, 1, 3),
                Case(3, 1, 0),
                Case(9, 1, 2),
                Case(0, 3, 1),
                Case(10, 0, 0),
                Case(1, 7, 2),
                Case(0, 0, 4),
                Case(0, 0, 0),
            ],
            compare=same_list(),
        ),
        alternatives=[_bounds_from_above, lambda right, wrong, doubtful: list(_bounds(right, wrong, doubtful))],
        mistakes=[
            Mistake(
                _doubtful_left_out,
                "You leave the doubtful names out of the count, so both ends are the same. They were marked, "
                "and they may be right or wrong: where do they come in?",
            ),
            Mistake(
                _doubtful_not_counted,
                "Your total holds only the right and the wrong ones. All three kinds were marked, so divide by all "
                "three together: with `bounds(6, 1, 3)` by ten.",
                when=_is_six_of_seven,
            ),
            Mistake(
                _taken_away,
                "In the worst case the doubtful names turn out wrong. They were never among the `right` ones, so "
                "nothing has to be taken away there.",
            ),
            Mistake(
                _taken_away_only,
                "The doubtful names are not among the `right` ones yet. So in the worst case nothing is taken away, "
                "and in the best they are added.",
            ),
            Mistake(
                _no_brackets_above,
                "The lowest share is right. In the highest, only `doubtful` is divided: division comes before "
                "addition. Which two belong together in round brackets?",
            ),
            Mistake(
                _no_brackets,
                "A share above 1 can not be. Division comes before addition, so only one number is divided by: put "
                "round brackets around the sum.",
            ),
            Mistake(
                _swapped,
                "The two numbers are right, in the other order: the lowest first.",
            ),
            Mistake(
                _percent,
                "Those are percentages. A share goes from 0 to 1: leave out the 100.",
            ),
            Mistake(
                _in_names,
                "Those are numbers of names. Which share of all the names is that?",
            ),
            Mistake(
                _lowest_only,
                "That is the lowest value alone. Give a pair: what is the share if every doubtful name is right?",
            ),
            Mistake(
                _half_each,
                "You count each doubtful name as half right. That hides the doubt in one number. Show it: give the "
                "lowest and the highest share.",
            ),
            Mistake(
                _nothing_is_nothing,
                "Only one case is not right: with nothing counted you say (0, 0), as if all were wrong. You know "
                "nothing then. Between which two shares can it lie?",
            ),
            Mistake(
                _nothing_is_wrong,
                "Only one case is not right: with nothing counted you say (1, 1), as if all were right. You know "
                "nothing then. Between which two shares can it lie?",
            ),
            Mistake(
                _nothing_breaks,
                "It works until nothing has been counted: then it divides by 0. What do you know about the share "
                "then? Ask with `if` before you divide.",
            ),
            Mistake(
                _chance_of_wrong,
                "Those are the shares of the wrong names. Precision asks for the share of the right ones.",
            ),
        ],
        success="A number with its doubt beside it. Whoever reads “between .60 and .90” knows how much you know.",
    ),
    Exercise(
        "7.4",
        title="Quotations that nobody wrote",
        level="on your own",
        points=2,
        stub="def not_on_page(text, quotes):\n    ...",
        hints=[
            "For each quote one question: does it stand in the text? But a line end on the page must not count.",
            'Make both alike first: `" ".join(words.split())` cuts at all white space and glues the words with single '
            "spaces. Then ask with `not in`, and collect the quotes for which it is true.",
            '`if " ".join(quote.split()) not in page: missing.append(quote)` is the line in the loop, where `page` is '
            '`" ".join(text.split())`.',
        ],
        answers=_not_on_page,
        check=function_cases(_quote_cases, compare=same_list(exact=True)),
        alternatives=[_not_on_page_by_pattern, _not_on_page_by_find],
        mistakes=[
            Mistake(
                _on_page,
                "Those are the quotes that do stand in the text. Wanted are the others. Which little word turns the "
                "question around?",
            ),
            Mistake(
                _letter_for_letter,
                "It works while both are written on one line. But on a page a quotation may run over a line end, and "
                "then nothing matches. How do you make white space alike on both sides?",
            ),
            Mistake(
                _only_page_joined,
                "The text is tidy now, the quotes are not: one of them was copied with a line end or with two spaces "
                "in it. Do the same to each quote before you ask.",
            ),
            Mistake(
                _only_quotes_joined,
                "The quotes are tidy now, the text is not: its lines end in the middle of a sentence. Do the same to "
                "the text, once, before the loop.",
            ),
            Mistake(
                _line_ends_lost,
                "You take the line ends out, and the words on both sides of them grow together: “was” and "
                "“discussed” become one. What should stand in the place of a line end?",
            ),
            Mistake(
                _line_ends_only,
                "Line ends are seen to. Some pages have two spaces where you see one. `split()` without anything in "
                "the brackets cuts at every kind and number of them.",
            ),
            Mistake(
                _small_letters,
                "You made all letters small, so “nobody spoke” passes for “Nobody spoke”. In this exercise a "
                "quotation is exact: capitals count.",
            ),
            Mistake(
                _all_space_lost,
                "You take out all white space, so “par ties” passes for “parties”. Keep one space between words.",
            ),
            Mistake(
                _word_by_word,
                "You ask for each word alone. Then “Peru took part” is found in “Peru and Chile took part.”, though "
                "nobody wrote that. Ask for the whole quotation at once.",
            ),
            Mistake(
                _first_missing,
                "Only the first one comes back. Is `return` inside the loop?",
            ),
            Mistake(
                _hands_back_first,
                "The function is done at the first quotation that is missing, and hands that one back: `return` stands "
                "inside the loop. Collect them in a list, and hand it back after the loop.",
            ),
            Mistake(
                lambda text, quotes: set(_not_on_page(text, quotes)),
                "The right quotations, but a set has no order. Make a list: `missing = []`, and `append` in the loop.",
                when=lambda result: isinstance(result, set | frozenset),
            ),
            Mistake(
                _judged_by_first,
                "The function is done after its first quotation: `return` stands inside the loop, whatever the answer "
                "was. How far should it be indented?",
            ),
            Mistake(
                _how_many,
                "That is how many. Which ones? Hand back the list, so that somebody can strike them out.",
            ),
            Mistake(
                _yes_and_no,
                "A list of yes and no. Collect the quotes themselves: make an empty list, and append those that are "
                "missing.",
            ),
            Mistake(
                _tidied,
                "The right ones, but with their white space changed. Hand back each quote as it was given to you: keep "
                "the tidy one for the question only.",
            ),
        ],
        success="Try it on your own page, on your neighbor's, and on what a chatbot says about your text. One wrong "
        "word, “all” for “most”, is enough to make it speak up.",
    ),
    Exercise(
        "7.5",
        title="Who stayed away?",
        level="stretch",
        points=3,
        stub="def stayed_away(rows, day, attended):\n    ...",
        hints=[
            "Three things must be true of a row: it speaks of a member, it holds on that day, and the state did not "
            "attend.",
            "Loop over `rows`. For the day, take the condition of exercise 4.3: begun on or before the day, and "
            "without an end, or with an end later than the day. Collect `iso3` in a set.",
            '`if row["status"] == "member" and has_begun and goes_on and row["iso3"] not in attended: '
            'missing.add(row["iso3"])` is the heart of the loop.',
        ],
        answers=_stayed_away,
        check=function_cases(lambda text: _club_cases(), compare=same_set()),
        alternatives=[_stayed_away_by_difference, _stayed_away_by_table],
        mistakes=[
            Mistake(
                _any_status,
                "You take every state with a status on that day, observers and partners, too. The question is about "
                "members. Which key tells?",
            ),
            Mistake(
                _any_day,
                "You take whoever was ever a member. On the day of the meeting some of them were none yet, or no "
                "longer. Where does `day` come in?",
            ),
            Mistake(
                _of_today,
                "You take the rows without an end, whatever the day: that is today's list, the trap of lesson 4. "
                "Which rows hold on `day`?",
            ),
            Mistake(
                _has_begun,
                "You ask whether a membership has begun, and not whether it has ended. Peru was a member until 2010 "
                "in one of the cases. Which key tells?",
            ),
            Mistake(
                _last_day_in,
                "On the day that stands in `to_date` the membership is over already: the interval is half-open. "
                "`<` or `<=`?",
            ),
            Mistake(
                _first_day_out,
                "On the day that stands in `from_date` the state is a member: the first day belongs to it. "
                "`<` or `<=`?",
            ),
            Mistake(
                _no_end_forgotten,
                'A membership that goes on has no end: its `to_date` is `""`. Your function never finds it. What must '
                "you ask besides?",
            ),
            Mistake(
                _all_members,
                "Those are all members of the day, also those who came. How do you leave out who is in `attended`?",
            ),
            Mistake(
                _those_who_came,
                "Those are the members who came. Wanted are the ones who did not. Which little word is missing?",
            ),
            Mistake(
                _guests,
                "Those came without being members: guests. It is the other way round, members who did not come.",
            ),
            Mistake(
                _both_ways,
                "You have the members who stayed away, and with them the guests who came. Only the first, please.",
            ),
            Mistake(
                _whole_rows,
                'You hand back whole rows. The code is enough: `row["iso3"]`, collected in a set.',
            ),
            Mistake(
                _number_of,
                "That is how many. Which ones? Hand back the set of their codes.",
            ),
        ],
        success="For the practice conference the table alone names the one who was missing, before you have read the "
        "sentence about it. Why it stayed away, no table tells.",
    ),
]
