"""The exercises of lesson 04: who attended, in what capacity, and on which day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from typing import Any

import pandas as pd

from helpers import reference
from helpers.entities import tag_entities
from helpers.exercises.compare import SameValue
from helpers.exercises.engine import (
    Case,
    Exercise,
    Mistake,
    Scene,
    function_cases,
    same_list,
    same_mapping,
    same_set,
)
from helpers.exercises.plain import Plain, show
from helpers.exercises.reading import Reading
from helpers.participants import classify_participants, find_participants, status_on
from helpers.texts import read_text

ON_THE_DAY, LATEST = "2014-01-22", "2025-12-31"


# --- 4.1 and 4.2: the tables of the lesson ----------------------------------------------------------------------------


@cache
def _named(text: str) -> pd.DataFrame:
    entities = tag_entities(text)
    return entities[~entities["label"].isin(["DATE", "DOC"])]


@cache
def _present(text: str) -> pd.DataFrame:
    return find_participants(text)


def _last_only_named(text: str) -> str:
    return [name for name in _named(text)["name"] if name in _only_named(text)][-1]


@cache
def _spellings(text: str) -> set[str]:
    """Return what parties of the list are called on the page, where they are counted under another name."""
    named, present = _named(text), set(_present(text)["name"])
    pairs = zip(named["text"], named["name"], strict=True)
    return {spelling for spelling, name in pairs if name in present and spelling != name}


def _only_named(text: str) -> set[str]:
    return set(_named(text)["name"]) - set(_present(text)["name"])


def _categories(text: str, on: str = ON_THE_DAY) -> list[str]:
    return classify_participants(_present(text), on)["category"].tolist()


def _counts(text: str) -> dict[str, int]:
    return dict(Counter(_categories(text)))


def _of_states(text: str, on: str) -> dict[str, int]:
    kinds = _present(text)["kind"].tolist()
    return dict(
        Counter(category for category, kind in zip(_categories(text, on), kinds, strict=True) if kind == "state")
    )


_CATEGORIES = frozenset({"member", "observer", "dialogue_partner", "un_system", "other_organization", "organ"})


def _loose(keys: dict[Any, Any]) -> set[str]:
    """Return keys that would be categories if one did not mind how they are spelled, and those that are."""
    bare = {re.sub(r"[\W_]", "", category) for category in _CATEGORIES}
    return {str(key) for key in keys if re.sub(r"[\W_]", "", str(key)).lower().rstrip("s") in bare}


@cache
def _latest() -> pd.DataFrame:
    rows = reference.memberships()
    return rows[rows["to_date"] == ""]


def _names_by_category(text: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for name, category in zip(_present(text)["name"], _categories(text), strict=True):
        groups.setdefault(category, []).append(name)
    return groups


# --- 4.3: the status on a day -----------------------------------------------------------------------------------------


def _rows(*rows: tuple[str, str, str]) -> list[dict[str, str]]:
    return [dict(zip(("status", "from_date", "to_date"), row, strict=True)) for row in rows]


INDIA = _rows(("observer", "2005-07-05", "2017-06-09"), ("member", "2017-06-09", ""))
LEFT = _rows(("member", "2001-01-01", "2010-01-01"))
BACK = _rows(("member", "2001-01-01", "2005-01-01"), ("observer", "2010-01-01", ""))
OPEN = _rows(("member", "2001-06-15", ""))


def _status_from(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if row["from_date"] <= day and (row["to_date"] == "" or day < row["to_date"]):
            return row["status"]
    return None


def _status_step_by_step(rows: list[dict[str, str]], day: str) -> str | None:
    found = None
    for row in rows:
        end = row["to_date"] or "9999-12-31"
        if row["from_date"] <= day < end:
            found = row["status"]
    return found


def _status_latest_first(rows: list[dict[str, str]], day: str) -> str | None:
    """Begin with the row that began last: the first that has begun by the day must not have ended."""
    begun = [row for row in sorted(rows, key=lambda row: row["from_date"], reverse=True) if row["from_date"] <= day]
    if not begun or "" < begun[0]["to_date"] <= day:
        return None
    return begun[0]["status"]


def _status_by_table(rows: list[dict[str, str]], day: str) -> str | None:
    table = pd.DataFrame(rows, columns=["status", "from_date", "to_date"])
    holds = table[(table["from_date"] <= day) & ((table["to_date"] == "") | (table["to_date"] > day))]
    return holds["status"].iloc[0] if len(holds) else None


def _end_included(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if row["from_date"] <= day and (row["to_date"] == "" or day <= row["to_date"]):
            return row["status"]
    return None


def _start_excluded(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if row["from_date"] < day and (row["to_date"] == "" or day < row["to_date"]):
            return row["status"]
    return None


def _both_wrong(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if row["from_date"] < day and (row["to_date"] == "" or day <= row["to_date"]):
            return row["status"]
    return None


def _no_open_end(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if row["from_date"] <= day and day < row["to_date"]:
            return row["status"]
    return None


def _start_ignored(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if row["to_date"] == "" or day < row["to_date"]:
            return row["status"]
    return None


def _end_ignored(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if row["from_date"] <= day:
            return row["status"]
    return None


def _last_begun(rows: list[dict[str, str]], day: str) -> str | None:
    found = None
    for row in rows:
        if row["from_date"] <= day:
            found = row["status"]
    return found


def _without_brackets(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if (row["from_date"] <= day and day < row["to_date"]) or row["to_date"] == "":  # as `and` … `or` is read
            return row["status"]
    return None


def _first_row_only(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if row["from_date"] <= day and (row["to_date"] == "" or day < row["to_date"]):
            return row["status"]
        return None
    return None


def _first_row_without_brackets(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if (row["from_date"] <= day and day < row["to_date"]) or row["to_date"] == "":  # as `and` … `or` is read
            return row["status"]
        return None
    return None


def _first_row_without_brackets_turned(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if (row["from_date"] <= day and row["to_date"] == "") or day < row["to_date"]:  # as `and` … `or` is read
            return row["status"]
        return None
    return None


def _without_brackets_turned(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if (row["from_date"] <= day and row["to_date"] == "") or day < row["to_date"]:  # as `and` … `or` is read
            return row["status"]
    return None


def _first_row_no_open_end(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if row["from_date"] <= day and day < row["to_date"]:
            return row["status"]
        return None
    return None


def _first_row_end_included(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if row["from_date"] <= day and (row["to_date"] == "" or day <= row["to_date"]):
            return row["status"]
        return None
    return None


def _asks_the_helper(rows: list[dict[str, str]], day: str) -> str | None:
    return status_on(rows, day)  # type: ignore[arg-type]


def _still_in_force(rows: list[dict[str, str]], day: str) -> str | None:
    for row in rows:
        if row["to_date"] == "":
            return row["status"]
    return None


def _whole_row(rows: list[dict[str, str]], day: str) -> dict[str, str] | None:
    for row in rows:
        if row["from_date"] <= day and (row["to_date"] == "" or day < row["to_date"]):
            return row
    return None


def _all_that_fit(rows: list[dict[str, str]], day: str) -> list[str]:
    return [row["status"] for row in rows if row["from_date"] <= day and (row["to_date"] == "" or day < row["to_date"])]


def _word_for_nothing(rows: list[dict[str, str]], day: str) -> str:
    return _status_from(rows, day) or "none"


def _none_in_quotes(rows: list[dict[str, str]], day: str) -> str:
    return _status_from(rows, day) or "None"


def _always_india(rows: list[dict[str, str]], day: str) -> str | None:
    return _status_from(INDIA, day)


@dataclass(frozen=True)
class _Status(SameValue):
    """A status or None, with a question about rows and days where another one comes out."""

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        """Ask which row holds."""
        wanted, found = show(expected, 30), show(answer, 40).replace("`", "'")
        ask = "Which row has begun by then and has not ended?" if expected is not None else "Does any row hold then?"
        return f"I expected `{wanted}` and found `{found}`. {ask}"


# --- 4.4: cutting a list ----------------------------------------------------------------------------------------------


def _before_phrase(sentence: str) -> str:
    return sentence.split(" took part")[0]


def _read_list(sentence: str) -> list[str]:
    names = []
    before = _before_phrase(sentence).replace(", and ", ", ").replace(" and ", ", ")
    for name in before.split(", "):
        names.append(name.removeprefix("The ").removeprefix("the "))
    return names


def _read_list_from_behind(sentence: str) -> list[str]:
    before, _, last = _before_phrase(sentence).rpartition(" and ")
    pieces = [piece.strip() for piece in before.split(",")] + [last]
    names = []
    for piece in pieces:
        if piece:
            names.append(piece[4:] if piece.lower().startswith("the ") else piece)
    return names


def _read_list_by_pattern(sentence: str) -> tuple[str, ...]:
    return tuple(re.sub(r"^[Tt]he ", "", name) for name in re.split(r",? and |, ", _before_phrase(sentence)))


def _read_list_by_series(sentence: str) -> pd.Series:
    names = pd.Series(_before_phrase(sentence).replace(" and ", ", ").split(","))
    names = names.str.strip().str.removeprefix("The ").str.removeprefix("the ")
    return names[names != ""]


def _phrase_kept(sentence: str) -> list[str]:
    names = []
    for name in sentence.replace(", and ", ", ").replace(" and ", ", ").split(", "):
        names.append(name.removeprefix("The ").removeprefix("the "))
    return names


def _commas_only(sentence: str) -> list[str]:
    names = []
    for name in _before_phrase(sentence).split(", "):
        names.append(name.removeprefix("The ").removeprefix("the "))
    return names


def _bare_commas(sentence: str) -> list[str]:
    return _before_phrase(sentence).split(", ")


def _ands_only(sentence: str) -> list[str]:
    return [name.removeprefix("The ").removeprefix("the ") for name in _before_phrase(sentence).split(" and ")]


def _articles_kept(sentence: str) -> list[str]:
    return _before_phrase(sentence).replace(", and ", ", ").replace(" and ", ", ").split(", ")


def _articles_kept_and_empty(sentence: str) -> list[str]:
    return _before_phrase(sentence).replace(" and ", ", ").split(", ")


def _capital_article_kept(sentence: str) -> list[str]:
    before = _before_phrase(sentence).replace(", and ", ", ").replace(" and ", ", ")
    return [name.removeprefix("the ") for name in before.split(", ")]


def _small_article_kept(sentence: str) -> list[str]:
    before = _before_phrase(sentence).replace(", and ", ", ").replace(" and ", ", ")
    return before.removeprefix("The ").split(", ")


def _empty_kept(sentence: str) -> list[str]:
    before = _before_phrase(sentence).replace(" and ", ", ")
    return [name.removeprefix("The ").removeprefix("the ") for name in before.split(", ")]


def _comma_and_kept(sentence: str) -> list[str]:
    before = _before_phrase(sentence).replace(" and ", ", ").split(",")
    return [name.strip().removeprefix("The ").removeprefix("the ") for name in before]


def _letters_cut(sentence: str) -> list[str]:
    names = []
    for piece in _before_phrase(sentence).replace("and", ",").split(","):
        if name := piece.strip():
            names.append(name.removeprefix("The ").removeprefix("the "))
    return names


def _letters_stripped(sentence: str) -> list[str]:
    before = _before_phrase(sentence).replace(", and ", ", ").replace(" and ", ", ")
    return [name.strip("The ").strip("the ") for name in before.split(", ")]


def _small_letters_stripped(sentence: str) -> list[str]:
    before = _before_phrase(sentence).replace(", and ", ", ").replace(" and ", ", ")
    return [name.strip("the ") for name in before.split(", ")]


def _letters_stripped_in_front(sentence: str) -> list[str]:
    before = _before_phrase(sentence).replace(", and ", ", ").replace(" and ", ", ")
    return [name.lstrip("The ").lstrip("the ") for name in before.split(", ")]


def _pieces(sentence: str) -> list[str]:
    return _before_phrase(sentence).replace(", and ", ", ").replace(" and ", ", ").split(", ")


def _blank_kept(sentence: str) -> list[str]:
    before = sentence.split("took part")[0].replace(", and ", ", ").replace(" and ", ", ")
    return [name.removeprefix("The ").removeprefix("the ") for name in before.split(", ")]


def _blank_and_comma_kept(sentence: str) -> list[str]:
    before = sentence.split("took part")[0].replace(" and ", ", ")
    return [name.removeprefix("The ").removeprefix("the ") for name in before.split(", ")]


def _article_without_blank(sentence: str) -> list[str]:
    return [name.removeprefix("The").removeprefix("the") for name in _pieces(sentence)]


def _article_without_blank_stripped(sentence: str) -> list[str]:
    return [name.strip() for name in _article_without_blank(sentence)]


def _capital_article_and_comma_kept(sentence: str) -> list[str]:
    return [name.removeprefix("the ") for name in _before_phrase(sentence).replace(" and ", ", ").split(", ")]


def _capital_article_and_empty_kept(sentence: str) -> list[str]:
    return [name.strip().removeprefix("the ") for name in _before_phrase(sentence).replace(" and ", ", ").split(",")]


def _inner_article_lost(sentence: str) -> list[str]:
    before = _before_phrase(sentence).replace(", and ", ", ").replace(" and ", ", ")
    return before.replace("the ", "").replace("The ", "").split(", ")


def _tagged(sentence: str) -> list[str]:
    return find_participants(sentence)["text"].tolist()


def _tagged_names(sentence: str) -> list[str]:
    return find_participants(sentence)["name"].tolist()


def _as_set(sentence: str) -> set[str]:
    return set(_read_list(sentence))


def _joined(sentence: str) -> str:
    return ", ".join(_read_list(sentence))


def _last_only(sentence: str) -> list[str]:
    return _read_list(sentence)[-1:]


# --- 4.5: who moved ---------------------------------------------------------------------------------------------------


@cache
def _known() -> dict[str, str]:
    """Return the states of the table of memberships: iso3 and short name."""
    names = dict(zip(reference.states()["iso3"], reference.states()["short_name"], strict=True))
    return {iso3: names[iso3] for iso3 in sorted(set(reference.memberships()["iso3"]))}


@cache
def _then_and_now() -> dict[str, tuple[str | None, str | None]]:
    return {iso3: (status_on(iso3, ON_THE_DAY), status_on(iso3, LATEST)) for iso3 in _known()}


def _moved(text: str) -> set[str]:
    return {iso3 for iso3, (then, now) in _then_and_now().items() if then is not None and now != then}


def _keys(answer: Iterable[Any]) -> set[Any]:
    """Return one key for each state, however it is called."""
    return set(map(Reading(names=_known()).key, answer))


def _moved_or_new(text: str) -> set[str]:
    return {iso3 for iso3, (then, now) in _then_and_now().items() if now != then}


def _moved_and_listed(text: str) -> set[str]:
    return _moved(text) & set(_present(text)["iso3"])


def _stayed(text: str) -> set[str]:
    return {iso3 for iso3, (then, now) in _then_and_now().items() if then is not None and now == then}


def _new(text: str) -> set[str]:
    return {iso3 for iso3, (then, _) in _then_and_now().items() if then is None}


def _with_status(text: str) -> set[str]:
    return {iso3 for iso3, (then, _) in _then_and_now().items() if then is not None}


# --- 4.6: blocks ------------------------------------------------------------------------------------------------------


def _blocks(statuses: list[str]) -> list[tuple[str, int]]:
    return [(status, len(list(block))) for status, block in groupby(statuses)]


def _blocks_step_by_step(statuses: list[str]) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for status in statuses:
        if found and found[-1][0] == status:
            found[-1] = (status, found[-1][1] + 1)
        else:
            found.append((status, 1))
    return found


def _totals(statuses: list[str]) -> list[tuple[str, int]]:
    return list(Counter(statuses).items())


def _last_block_lost(statuses: list[str]) -> list[tuple[str, int]]:
    return _blocks(statuses)[:-1]


def _last_block_lost_if_single(statuses: list[str]) -> list[tuple[str, int]]:
    found, length = [], 1
    for before, after in pairwise(statuses):
        if before == after:
            length += 1
        else:
            found.append((before, length))
            length = 1
    if length > 1:
        found.append((statuses[-1], length))
    return found


def _one_too_few(statuses: list[str]) -> list[tuple[str, int]]:
    return [(status, length - 1) for status, length in _blocks(statuses)]


def _pair_changed(statuses: list[str]) -> list[tuple[str, int]]:
    found: list[Any] = []
    for status in statuses:
        if found and found[-1][0] == status:
            found[-1][1] = found[-1][1] + 1
        else:
            found.append((status, 1))
    return found


def _last_of_nothing(statuses: list[str]) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for status in statuses:
        if found[-1][0] == status:
            found[-1] = (status, found[-1][1] + 1)
        else:
            found.append((status, 1))
    return found


def _swapped(statuses: list[str]) -> list[tuple[int, str]]:
    return [(length, status) for status, length in _blocks(statuses)]


def _names_of_blocks(statuses: list[str]) -> list[str]:
    return [status for status, _ in _blocks(statuses)]


def _lengths_of_blocks(statuses: list[str]) -> list[int]:
    return [length for _, length in _blocks(statuses)]


def _sorted_first(statuses: list[str]) -> list[tuple[str, int]]:
    return _blocks(sorted(statuses))


def _never_reset(statuses: list[str]) -> list[tuple[str, int]]:
    found, seen = [], 0
    for status, length in _blocks(statuses):
        seen += length
        found.append((status, seen))
    return found


def _empty_block_first(statuses: list[str]) -> list[tuple[str, int]]:
    return [("", 0), *_blocks(statuses)]


def _none_block_first(statuses: list[str]) -> list[tuple[str | None, int]]:
    return [(None, 0), *_blocks(statuses)]


def _empty_block_first_last_lost(statuses: list[str]) -> list[tuple[str, int]]:
    return _empty_block_first(statuses)[:-1]


def _as_dict(statuses: list[str]) -> dict[str, int]:
    return dict(Counter(statuses))


def _categories_on_the_page(text: str, on: str) -> list[str]:
    kinds = _present(text)["kind"].tolist()
    return [category for category, kind in zip(_categories(text, on), kinds, strict=True) if kind == "state"]


def _block_cases(text: str) -> list[Case]:
    return [
        Case(["member", "member", "observer"]),
        Case(["observer"]),
        Case(["member", "observer", "member"]),
        Case([]),
        Case(["partner", "partner"]),
        Case(_categories_on_the_page(text, ON_THE_DAY), tell="the twelve states on the day"),
        Case(_categories_on_the_page(text, LATEST), tell="the twelve states at the end of 2025"),
    ]


def _many(things: Any) -> int:
    return len(things) if hasattr(things, "__len__") else 0


EXERCISES = [
    Exercise(
        "4.1",
        title="Named, and not in the list",
        level="guided",
        points=1,
        stub="only_named = ...",
        hints=[
            "Two collections: the names in `named`, and the names in `present`. Which of the first are not in the "
            "second?",
            "Begin with an empty set: `set()`, for `{}` would be a dict. Walk through the column `name` of `named`; if "
            "a name is not in `present`, add it.",
            '`if name not in present: only_named.add(name)` is the line inside `for name in named["name"]:`.',
        ],
        answers=_only_named,
        check=same_set(names=True),
        expects="a set of names",
        alternatives=[
            lambda text: sorted(_only_named(text)),
            lambda text: {name for name in _named(text)["name"] if name not in set(_present(text)["name"])},
            lambda text: pd.Series(sorted(_only_named(text))),
            lambda text: _named(text)["name"][~_named(text)["name"].isin(_present(text)["name"])].unique(),
            lambda text: {
                "SCO",
                "the Ministry of Foreign Affairs of the Russian Federation",
                "CSTO",
                "RATS",
                "ISAF",
                "Afghan National Security Forces",
                "UN",
                "Heart of Asia process",
            },
        ],
        mistakes=[
            Mistake(
                lambda text: set(_named(text)["name"]),
                lambda answer: (
                    f'Those are all {len(answer)} names. Did you ask `name not in participants["name"]`? '
                    "`in` looks at the row numbers of a column, not at its words. Ask the set `present` instead."
                ),
            ),
            Mistake(
                lambda text: set(_present(text)["name"]),
                "Those are the ones who were there. You need the others: which little word turns a question around?",
            ),
            Mistake(
                {},
                "`{}` is an empty dict, and nothing can be added to it with `.add`. An empty set is `set()`. Begin "
                "with it, and let the loop fill it.",
                when=lambda answer: isinstance(answer, dict) and not answer,
            ),
            Mistake(
                lambda text: set(_named(text).columns),
                "Those are the names of the columns: `for name in named:` walks along the head of the table. Walk "
                'through `named["name"]`.',
            ),
            Mistake(
                _last_only_named,
                "That is one name, the last that your loop met. `=` puts each new name in the place of the one before. "
                "Begin with an empty set before the loop: what does `.add` do inside it?",
                when=lambda answer: "".join(answer) == _last_only_named(read_text()),
            ),
            Mistake(
                lambda text: [name for name in _named(text)["name"] if name in _only_named(text)],
                "The right names, but some of them many times, once for each place. What keeps each only once?",
            ),
            Mistake(
                lambda text: set(_named(text)["text"]) - set(_present(text)["name"]),
                "You took the column `text`: there one thing has several names, so it slips past `present` or is "
                "counted twice. Which column has one name for each thing?",
                when=lambda answer: len(set(answer) & _spellings(read_text())) > 2,
            ),
            Mistake(
                lambda text: set(_named(text)["name"]) - set(_present(text)["text"]),
                "You compared names with the words on the page: Kyrgyzstan is not “Kyrgyz Republic”. The set `present` "
                "holds the names of the column `name`. Ask that one.",
            ),
            Mistake(
                lambda text: set(tag_entities(text)["name"]) - set(_present(text)["name"]),
                "You walked through all entities, with the dates and documents. Those can not take a seat. "
                "Which table leaves them out?",
            ),
            Mistake(
                ["ISAF", "UN", "General Assembly", "Heart of Asia process"],
                "A good eye: the General Assembly is named. But it stands only inside the name of a resolution, "
                "so `named` has no row for it. Walk through `named` with a loop: what else is there?",
                when=lambda answer: any("General Assembly" in name or name in ("GA", "UN GA") for name in answer),
            ),
            Mistake(
                lambda text: _only_named(text) - {"Shanghai Cooperation Organization"},
                "Nearly. You left out the SCO itself. The meeting was held in its name, but the list has no row for "
                "it: two officials have. By the rule of this exercise it belongs in.",
            ),
            Mistake(
                lambda text: _only_named(text) - {"United Nations"},
                "Nearly: one name is missing. Three of its bodies have a row in the list; the name itself has none, "
                "and stands further down on the page. A loop through `named` meets it.",
            ),
        ],
        success="Eight names get no row of their own. Some are topics, some are there through somebody else: how those "
        "are counted is our codebook's rule. The next cell goes through them.",
    ),
    Exercise(
        "4.2",
        title="Who was what, on that day?",
        level="on your own",
        points=2,
        stub="counts = ...",
        hints=[
            "You walk through the column `category` of `on_day` and keep a tally: one key for each category.",
            "Begin with an empty dict. If the category is not in it yet, give it 0; in any case, add 1.",
            "`counts[category] = counts.get(category, 0) + 1` inside the loop: `get` gives 0 while the key is not "
            "there.",
        ],
        answers=_counts,
        check=same_mapping(),
        expects="a dict with a number for each category",
        alternatives=[
            lambda text: Counter(_categories(text)),
            lambda text: pd.Series(_categories(text)).value_counts(),
            lambda text: pd.Series(_categories(text)).value_counts().reset_index(),
            lambda text: list(_counts(text).items()),
        ],
        mistakes=[
            Mistake(
                lambda text: dict(Counter(_categories(text, LATEST))),
                "Nine members: that is the list of 2025 again. Which day did you give to `classify_participants`? "
                "The table `on_day` has the right one.",
                when=lambda answer: dict(answer).get("member") == 9,
            ),
            Mistake(
                lambda text: dict(Counter(_latest()["status"])),
                lambda answer: (
                    f"You counted the whole list of 2025, all {sum(dict(answer).values())} states of it. Only the 19 "
                    "parties of the meeting are wanted: they stand in `on_day`."
                ),
            ),
            Mistake(
                lambda text: dict(Counter(reference.memberships()["status"])),
                "You counted the rows of `membership_rows`, of all states and all years. Only the 19 parties of the "
                "meeting are wanted: they stand in `on_day`.",
            ),
            Mistake(
                lambda text: _of_states(text, ON_THE_DAY),
                "Right for the twelve states. But 19 parties took part: what are the other seven to the SCO? "
                "Their rows stand in `on_day`, too.",
            ),
            Mistake(
                lambda text: dict(Counter(_present(text)["kind"])),
                "You counted `kind`: states, organizations, officials. The column that says what they are to the SCO "
                "is another one. What is it called?",
            ),
            Mistake(
                lambda text: dict.fromkeys(_categories(text), 1),
                "Every category has 1. Does the tally start again each time? Take the old number and add 1 to it.",
                when=lambda answer: len(dict(answer)) > 2 and set(dict(answer).values()) == {1},
            ),
            Mistake(
                lambda text: dict.fromkeys(_categories(text), 0),
                "The keys are there, and all of them stand at 0. Which line adds 1?",
            ),
            Mistake(
                lambda text: {category: number - 1 for category, number in _counts(text).items()},
                "Each number is one too low. What happens the first time that a category turns up: is it counted?",
            ),
            Mistake(
                lambda text: {category: number + 1 for category, number in _counts(text).items()},
                "Each number is one too high. What happens the first time that a category turns up: is it counted "
                "twice?",
            ),
            Mistake(
                lambda text: {category.replace("_", " "): number for category, number in _counts(text).items()},
                "Are the keys typed by hand? They must be the words of the column, letter by letter, with the "
                "underscore (_) and in the singular. A loop takes them from there.",
                when=lambda answer: len(dict(answer)) > 1 and bool(_loose(dict(answer)) - _CATEGORIES),
            ),
            Mistake(
                {"member": 6, "observer": 5},
                lambda answer: (
                    f"You have {len(dict(answer))} of the six categories. Does the loop go through all 19 rows, and "
                    "does it add a key for each new word that it meets?"
                ),
                when=lambda answer: len(dict(answer)) > 0 and set(dict(answer)) < _CATEGORIES,
            ),
            Mistake(
                _names_by_category,
                "You sorted the names by category, which is a good table to have. How many are in each list? "
                "`len()` tells.",
            ),
            Mistake(
                lambda text: set(_categories(text)),
                "Those are the categories, each once. How often does each of them occur? A dict can keep the number.",
            ),
            Mistake(
                _categories,
                lambda answer: (
                    f"That is the column, {_many(answer)} words long. Count the equal ones: a dict keeps a "
                    "number for each word."
                ),
            ),
        ],
        success="Six members, five observers, one dialogue partner. The list of 2025 had nine, none and none. Both are "
        "about the same twelve states, and both look fine. Only one is about that day.",
    ),
    Exercise(
        "4.3",
        title="What was it on that day?",
        level="on your own",
        points=3,
        stub="def status_from(rows, day):\n    ...",
        hints=[
            "A row holds on a day if two things are true: it has begun, and it has not ended. When has a row not "
            "ended?",
            'For each row: compare `row["from_date"]` with `day`, and `day` with `row["to_date"]`, where an empty text '
            "means that it goes on. If the row holds, return its status. After the loop: nothing was found.",
            '`if row["from_date"] <= day and (row["to_date"] == "" or day < row["to_date"]):` is the question.',
        ],
        answers=_status_from,
        check=function_cases(
            [
                Case(INDIA, "2014-01-22", tell="India's two rows and the day 2014-01-22"),
                Case(INDIA, "2020-01-01", tell="India's two rows and the day 2020-01-01"),
                Case(INDIA, "2017-06-09", tell="India's two rows and 2017-06-09, the day of the change"),
                Case(INDIA, "2017-06-08", tell="India's two rows and 2017-06-08, the day before the change"),
                Case(INDIA, "2005-07-05", tell="India's two rows and 2005-07-05, its first day"),
                Case(INDIA, "2004-01-01", tell="India's two rows and 2004-01-01, before all of them"),
                Case([], "2014-01-22", tell="no rows at all"),
                Case(INDIA[::-1], "2014-01-22", tell="India's rows, the later one first, and the day 2014-01-22"),
                Case(OPEN, "2014-01-22", tell="one row that began in 2001 and goes on, and the day 2014-01-22"),
                Case(LEFT, "2010-01-01", tell="a made-up member of 2001 to 2010-01-01, on its last date"),
                Case(BACK, "2007-01-01", tell="a made-up state on a day between its two rows"),
            ],
            compare=_Status(Reading()),
        ),
        alternatives=[_status_step_by_step, _status_latest_first, _status_by_table],
        mistakes=[
            Mistake(
                _end_included,
                "On the day of the change your function still gives the old status. The interval is half-open: "
                "`from_date` belongs to it, `to_date` does not. Which sign leaves the end out?",
            ),
            Mistake(
                _start_excluded,
                "On its very first day a status does not hold in your function. `from_date` belongs to the interval: "
                "which sign lets it in?",
            ),
            Mistake(
                _both_wrong,
                "You included the end and left out the beginning. It is the other way round: `from_date` belongs to "
                "the interval, `to_date` does not.",
            ),
            Mistake(
                _no_open_end,
                'Rows that are still in force are never found. Their `to_date` is `""`, and no day is smaller than an '
                "empty text. What do you have to ask besides?",
            ),
            Mistake(
                _start_ignored,
                "Your function asks only whether a row has ended. On 2004-01-01 India's first row had not even begun. "
                "Which column tells?",
            ),
            Mistake(
                _end_ignored,
                "Your function asks only whether a row has begun. In 2020 India's first row was over. "
                "Which column tells?",
            ),
            Mistake(
                _last_begun,
                "That takes the last row that has begun. It works while one status follows the other, in order. But a "
                "state may leave, and rows may stand in any order: ask for the end, too.",
            ),
            Mistake(
                _without_brackets,
                "Python reads `a and b or c` as `(a and b) or c`. So a row without an end is taken even before it has "
                "begun. Where do the brackets belong?",
            ),
            Mistake(
                _without_brackets_turned,
                "Python reads `a and b or c` as `(a and b) or c`. So a row that has not ended is taken even before it "
                "has begun. Where do the brackets belong?",
            ),
            Mistake(
                _first_row_without_brackets,
                "Two things. Your function gives up after the first row: `return None` belongs behind the loop, not in "
                "it. And Python reads `a and b or c` as `(a and b) or c`: where do the brackets belong?",
            ),
            Mistake(
                _first_row_without_brackets_turned,
                "Two things. Your function gives up after the first row: `return None` belongs behind the loop, not in "
                "it. And without brackets `and` is taken first, so the beginning counts for one half of your question "
                "only: where do the brackets belong?",
            ),
            Mistake(
                _first_row_no_open_end,
                "Two things. Your function gives up after the first row: `return None` belongs behind the loop, not in "
                'it. And a row that is still in force has the `to_date` `""`: what do you have to ask besides?',
            ),
            Mistake(
                _first_row_end_included,
                "Two things. Your function gives up after the first row: `return None` belongs behind the loop, not in "
                "it. And on the day of the change it still gives the old status: does `to_date` belong to the row?",
            ),
            Mistake(
                _asks_the_helper,
                "You ask `status_on`, which wants a code such as IND, and looks in the course's own table. Here the "
                "rows are given: walk through `rows`, and ask each of them whether it holds on that day.",
            ),
            Mistake(
                _first_row_only,
                "Your function gives up after the first row. `return None` belongs behind the loop, not in it: how "
                "far is it indented?",
            ),
            Mistake(
                _still_in_force,
                "That takes the row that is still open, whatever the day: the trap itself, now as a function. "
                "Where does `day` come in?",
            ),
            Mistake(
                _whole_row,
                'You found the right row and handed back all of it. Which of its keys is wanted? `row["status"]` takes '
                "one.",
            ),
            Mistake(
                _all_that_fit,
                "That hands back a list. On any day a state has one status or none: return the status itself, and "
                "`None` if no row fits.",
            ),
            Mistake(
                _always_india,
                "Your function answers for India, whatever rows it gets. Does the loop walk through `india`? It must "
                "walk through `rows`, the name in the brackets after `def`.",
            ),
            Mistake(
                _none_in_quotes,
                'Nearly. `"None"` in quotes is a text of four letters, and could be taken for a status. Write `None` '
                "without quotes.",
            ),
            Mistake(
                _word_for_nothing,
                'Right, but for the days without a row you return the text "none". `None`, without quotes, is '
                "Python's own word for nothing, and nobody can take it for a status.",
            ),
        ],
        success="This is what `status_on` does, in five lines. It knows nothing about the SCO: give it rows, and it "
        "tells the status in any club, on any day.",
    ),
    Exercise(
        "4.4",
        title="Cut the list",
        level="on your own",
        points=3,
        stub="def read_list(sentence):\n    ...",
        hints=[
            "Three steps: keep what stands before the phrase; make every border the same; cut there. Then the "
            "articles.",
            "`split` with the phrase gives what stands before it. `replace` can turn “ and ” into “, ”, the same "
            'border as elsewhere. `split(", ")` cuts, and `removeprefix` takes an article off.',
            '`sentence.split(" took part")[0].replace(", and ", ", ").replace(" and ", ", ").split(", ")` gives the '
            "pieces. Loop over them and take the articles off.",
        ],
        answers=_read_list,
        check=function_cases(
            [
                Case("Peru, Chile and Fiji took part."),
                Case("India took part."),
                Case("Chile and Peru took part in the talks."),
                Case("Ruritania, Freedonia and Sylvania took part."),
                Case("The Kyrgyz Republic and the Republic of Turkey took part."),
                Case("Chad, Niger, and Mali took part."),
                Case("Finland, Iceland and Poland took part."),
                Case("The Republic of the Congo and Fiji took part."),
                Case("The Gambia, Chile, the Comoros and Turkey took part."),
                Case("Thessaly and Chad took part."),
            ],
            compare=same_list(exact=True),  # a blank at the end of a name is a slip of the cutter
        ),
        alternatives=[_read_list_from_behind, _read_list_by_pattern, _read_list_by_series],
        mistakes=[
            Mistake(
                _phrase_kept,
                "The last name still has the phrase behind it. What can you do first, before you cut, so that only "
                "the list is left?",
            ),
            Mistake(
                _blank_kept,
                "Nearly. The last name ends in a blank, as in 'Chad ': you cut at “took part”, and the blank before it "
                "stayed. Cut at the phrase with its blank.",
            ),
            Mistake(
                _blank_and_comma_kept,
                "Two small things. The last name ends in a blank, as in 'Chad ': cut at the phrase with its blank. And "
                "“Niger,” has kept a comma: replace the longer border, “, and ”, first.",
            ),
            Mistake(
                _article_without_blank,
                "You take off “The” without the blank behind it. So the blank stays in front of the name, as in "
                "' Gambia', and Thessaly, which has no article, becomes “ssaly”. What belongs to the beginning, too?",
            ),
            Mistake(
                _article_without_blank_stripped,
                "Nearly. You take off “The” without the blank behind it, so Thessaly, which has no article, becomes "
                "“ssaly”. What belongs to the beginning, too?",
            ),
            Mistake(
                _commas_only,
                "You cut at the commas. Before the last name there is none: which word stands there instead? If you "
                "replace it: a string can not be changed, so did you keep what `replace` gave back?",
            ),
            Mistake(
                _bare_commas,
                "A good first cut, at the commas. Two things are left: before the last name stands “and”, and some "
                "names still have their article. If you took care of both: a string can not be changed, so did you "
                "keep what `replace` and `removeprefix` gave back?",
            ),
            Mistake(
                _ands_only,
                "You cut at “and”. What stands between the other names?",
            ),
            Mistake(
                _articles_kept,
                "The pieces are right, their articles still on. `removeprefix` takes off a beginning, and a sentence "
                "can begin with a capital “The”. A string can not be changed: did you keep what `removeprefix` gave "
                "back?",
            ),
            Mistake(
                _articles_kept_and_empty,
                "Two small things. The articles are still on. And one of your names ends in a comma, “Niger,”: replace "
                "the longer border, “, and ”, first.",
            ),
            Mistake(
                _capital_article_kept,
                "Nearly. At the beginning of a sentence the article has a capital letter: “The ” and “the ” are two "
                "different texts.",
            ),
            Mistake(
                _capital_article_and_comma_kept,
                "Two small things. At the beginning of a sentence the article has a capital letter: “The ” and “the ” "
                "are two different texts. And “Niger,” has kept a comma: replace the longer border, “, and ”, first.",
            ),
            Mistake(
                _capital_article_and_empty_kept,
                "Two small things. At the beginning of a sentence the article has a capital letter: “The ” and “the ” "
                "are two different texts. And with a comma before “and” your list holds an empty name.",
            ),
            Mistake(
                _small_article_kept,
                "The first article is gone, the others are still on. Take it off each name, inside the loop.",
            ),
            Mistake(
                _empty_kept,
                "One of your names ends in a comma: “Niger,”. In “, and ” two borders stand side by side, and your cut "
                "took only one of them. Replace the longer border, “, and ”, first.",
            ),
            Mistake(
                _comma_and_kept,
                "With a comma before “and” your list holds an empty name: two borders stand side by side. "
                "How can you leave an empty piece out?",
            ),
            Mistake(
                _letters_cut,
                "The letters a-n-d live inside names, too: Finland became “Finl”. What stands on both sides of the "
                "word “and” that does not stand there in Finland?",
            ),
            Mistake(
                _letters_stripped,
                '`strip("the ")` takes off the letters t, h, e and the space, in any order, at both ends: Chile '
                "becomes “Chil”. `removeprefix` takes off a whole word, in front only.",
            ),
            Mistake(
                _small_letters_stripped,
                '`strip("the ")` takes off the letters t, h, e and the space, in any order, at both ends: Chile '
                "becomes “Chil”. `removeprefix` takes off a whole word, in front only. And “The ” is another text than "
                "“the ”.",
            ),
            Mistake(
                _letters_stripped_in_front,
                '`lstrip("The ")` takes off the letters T, h, e and the space, in any order: Turkey becomes “urkey”. '
                "`removeprefix` takes off a whole word.",
            ),
            Mistake(
                _inner_article_lost,
                "`replace` takes the article away everywhere, also in the middle: the Republic of the Congo lost a "
                "part of its name. What takes it off at the beginning only?",
            ),
            Mistake(
                _joined,
                "The names are right, but joined to one text again. Hand back the list itself.",
            ),
            Mistake(
                _tagged,
                "`find_participants` finds only names of its tables: in “Ruritania, Freedonia and Sylvania took part.” "
                "it finds nobody. A cutter needs no table. How far do `split` and `replace` get you?",
            ),
            Mistake(
                _tagged_names,
                "`find_participants` knows only the names of its tables, and changes them to its own: the Republic of "
                "Turkey came back as Türkiye, Ruritania not at all. Cut the sentence itself, with `split` and "
                "`replace`.",
            ),
            Mistake(
                _as_set,
                "The right names in a set. A set has no order, and the order of a list can tell something. Return a "
                "list.",
            ),
            Mistake(
                _last_only,
                "Only the last name comes back. Where does your list begin: before the loop or inside it?",
            ),
        ],
        success="A cutter in a few lines, and for lists like these it is enough. It would cut the United Nations "
        "Office on Drugs and Crime in two, though. That is why `find_participants` goes the other way: names first, "
        "then the gaps.",
    ),
    Exercise(
        "4.5",
        title="Who moved?",
        level="on your own",
        points=2,
        stub="moved = ...",
        hints=[
            "Two questions for each state: what was it on the first day, and what was it on the second?",
            "Loop over `codes`. Ask `status_on` twice, keep the answers as `then` and `later`, and compare them. Leave "
            "out who had no status on the first day.",
            "`if then is not None and later != then: moved.add(iso3)` is the line inside the loop.",
        ],
        answers=_moved,
        check=same_set(names=_known()),
        expects="a set of states",
        alternatives=[
            lambda text: {_known()[iso3] for iso3 in _moved(text)},
            lambda text: sorted(_moved(text)),
            lambda text: pd.Series(sorted(_moved(text))),
            lambda text: [
                "Islamic Republic of Afghanistan",
                "Belarus",
                "India",
                "Iran",
                "Sri Lanka",
                "Mongolia",
                "Pakistan",
                "Turkey",
            ],
        ],
        mistakes=[
            Mistake(
                _moved_and_listed,
                "Those six are right, and all of them were there. Two more had a status on the day and another one in "
                "2025. They are not in the list of participants: walk through `codes`.",
            ),
            Mistake(
                _moved_or_new,
                lambda answer: (
                    f"You have {_many(answer)}. Among them are states that had no status at all on the first "
                    "day: `status_on` gave `None`. They did not move, they arrived. How do you leave them out?"
                ),
            ),
            Mistake(
                _new,
                "Those had no status on the first day: they arrived later. You need the ones that had one, and have "
                "another at the end of 2025.",
            ),
            Mistake(
                _stayed,
                "Those are the ones that stayed what they were. Which sign asks for “different”?",
            ),
            Mistake(
                _with_status,
                "Those are all that had a status on the first day. Which of them have another one on the second?",
            ),
            Mistake(
                lambda text: set(_known()),
                lambda answer: (
                    f"Those are all {_many(answer)} states of the table. What must be true of a state that moved?"
                ),
            ),
            Mistake(
                lambda text: sorted(_moved(text)) + sorted(_known()[iso3] for iso3 in _moved(text)),
                "Each of them is there twice, as a code and as a name. One of the two is enough.",
            ),
            Mistake(
                lambda text: {iso3: now for iso3, (_, now) in _then_and_now().items() if iso3 in _moved(text)},
                "A dict with what became of them is more than I asked for. `set(...)` of it keeps the codes.",
            ),
            Mistake(
                lambda text: {letter for iso3 in _moved(text) for letter in iso3},
                "Those are single letters: `update` takes a code apart. `add` puts the whole code into the set.",
                when=lambda answer: (
                    len(answer) > 0 and all(isinstance(thing, str) and len(thing) == 1 for thing in answer)
                ),
            ),
            Mistake(
                lambda text: {(iso3, *_then_and_now()[iso3]) for iso3 in _moved(text)},
                "You put more than one thing into the set each time, the code and what the state was. The code alone "
                "was asked for.",
                when=lambda answer: len(answer) > 0 and all(isinstance(thing, (list, tuple)) for thing in answer),
            ),
            Mistake(
                lambda text: _moved(text) | {"NPL"},
                "At least one of yours had no status at all on the first day. Ask `status_on` for each of them and "
                "that day: who gets `None`?",
                when=lambda answer: bool(_keys(answer) & _keys(_new(""))),
            ),
            Mistake(
                lambda text: {iso3 for iso3 in _moved(text) if _then_and_now()[iso3][1] == "member"},
                "Those became members. The other four are partners now: in 2025 observers and dialogue partners became "
                "one status. If you call that a new name for the same thing, you have a case. Here any other word from "
                "`status_on` counts.",
            ),
            Mistake(
                ["IND", "PAK", "IRN"],
                lambda answer: (
                    f"You have {_many(set(answer))}, and they are right. There are more. Does your loop go through all "
                    "of `codes`, and do you compare both days for each?"
                ),
                when=lambda answer: len(answer) > 0 and _keys(answer) < _keys(_moved("")),
            ),
        ],
        success="Eight of the fourteen. Look at who is not among them: the six members. Whoever was something else in "
        "2014 was something else again at the end of 2025. That is why the wrong list failed exactly where it did.",
    ),
    Exercise(
        "4.6",
        title="Block by block",
        level="stretch",
        points=3,
        stub="def blocks(statuses):\n    ...",
        hints=[
            "You walk along the list and remember the block in which you are. When does a new one begin?",
            "Keep a list of blocks. If the status is the same as that of the last block, that block grows by one; "
            "otherwise a new block of length 1 begins.",
            "`if found and found[-1][0] == status: found[-1] = (status, found[-1][1] + 1)`, else "
            "`found.append((status, 1))`: `found[-1]` is the last thing in a list.",
        ],
        answers=_blocks,
        check=function_cases(_block_cases, compare=same_list()),
        alternatives=[
            _blocks_step_by_step,
            lambda statuses: [list(block) for block in _blocks(statuses)],
        ],
        mistakes=[
            Mistake(
                _totals,
                "Those are totals: a status that comes back later was added to its first block. Here a block ends "
                "where another status begins, and the same one may begin a new block.",
            ),
            Mistake(
                _as_dict,
                "A dict has each key only once, so a status that comes back can not have a second block. "
                "What keeps the order and lets things repeat?",
            ),
            Mistake(
                _last_block_lost,
                "The last block is missing. You write a block down when the next one begins: what if no other comes?",
            ),
            Mistake(
                _last_block_lost_if_single,
                "A last block of one is missing, or an empty list breaks off. You write a block down when the next "
                "begins: what about the last?",
            ),
            Mistake(
                _empty_block_first,
                'Your list begins with `("", 0)`, a block of nothing: that is what you held before the first status '
                "came. A block of length 0 is none. Write a block down only if it is longer than 0.",
            ),
            Mistake(
                _none_block_first,
                "Your list begins with `(None, 0)`: that is what you held before the first status came, and it is no "
                "block. Write a block down only if it is longer than 0.",
            ),
            Mistake(
                _empty_block_first_last_lost,
                'Two things, at the two ends. Your list begins with `("", 0)`, a block of nothing; and the last block '
                "is missing. You write a block down when the next one begins: what about the first time, and after the "
                "loop?",
            ),
            Mistake(
                _pair_changed,
                "Python stops with a TypeError where a block grows. Do you write `found[-1][1] = ...`? A pair can not "
                "be changed. Put a new pair in its place: `found[-1] = (status, ...)`.",
            ),
            Mistake(
                _last_of_nothing,
                "Python stops with an IndexError. For the first status `found` is still empty, so there is no last "
                "thing in it. First ask whether there is any: `if found and ...`.",
            ),
            Mistake(
                _one_too_few,
                "Each block is one too short. With which number does a new block begin?",
            ),
            Mistake(
                _swapped,
                "The blocks are right, each of them back to front: first the status, then its length, please.",
            ),
            Mistake(
                _names_of_blocks,
                "Those are the statuses of the blocks. How long is each? Make pairs, `(status, length)`.",
            ),
            Mistake(
                _lengths_of_blocks,
                "Those are the lengths of the blocks. Of which status is each? Make pairs, `(status, length)`.",
            ),
            Mistake(
                _sorted_first,
                "You sorted the list before you counted. But its order is what we want to know about.",
            ),
            Mistake(
                _never_reset,
                "The lengths grow from block to block. When a new block begins, its length begins again: with what?",
            ),
        ],
        success="Lists of two in place of pairs are right, too. Now call it with both lists, `by_day` and `by_2025`. "
        "How many blocks has each? Which of the two goes with the order of the page?",
    ),
]
