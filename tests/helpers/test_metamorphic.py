"""The rules hold when the press release is changed in ways that change nothing: other names, orders, spellings."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable

import pandas as pd
import pytest

from helpers import reference
from helpers.agreement import score_spans
from helpers.entities import tag_entities
from helpers.participants import find_participants
from helpers.statements import find_statements
from helpers.texts import read_text, split_sentences
from helpers.themes import code_themes

TEXT = read_text()
SLACK = 0.03

Change = tuple[int, int, str]


class Rewritten:
    """The press release with some places changed, and its gold standard carried along."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self.changes = sorted(set(changes))
        pieces, done = [], 0
        for start, end, new in self.changes:
            assert start >= done, "changes must not overlap"
            pieces += [TEXT[done:start], new]
            done = end
        self.text = "".join([*pieces, TEXT[done:]])

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the press release stands now; a change that touches it lies inside it."""
        before = sum(len(new) - (b - a) for a, b, new in self.changes if b <= start)
        inside = sum(len(new) - (b - a) for a, b, new in self.changes if start <= a and b <= end and b > start)
        return start + before, end + before + inside

    def gold(self, layer: str) -> pd.DataFrame:
        table = reference.gold(layer)
        for first, last in (("start", "end"), ("speaker_start", "speaker_end"), ("verb_start", "verb_end")):
            if first in table:
                places = [self.place(*span) for span in zip(table[first], table[last], strict=True)]
                table[first], table[last] = [p[0] for p in places], [p[1] for p in places]
        return table


def f1(gold: set, found: set) -> float:
    return 2 * len(gold & found) / (len(gold) + len(found)) if gold or found else 1.0


def entities_f1(page: Rewritten) -> float:
    scores = score_spans(page.gold("entities"), tag_entities(page.text)).set_index("label")
    return float(scores.loc["all", "f1"])


def participants_f1(page: Rewritten) -> float:
    gold, found = page.gold("participants"), find_participants(page.text)
    columns = ["start", "end", "kind"]
    return f1(set(gold[columns].itertuples(index=False)), set(found[columns].itertuples(index=False)))


def sentences_f1(page: Rewritten) -> float:
    columns = ["start", "end"]
    found = split_sentences(page.text)
    return f1(set(page.gold("themes")[columns].itertuples(index=False)), set(found[columns].itertuples(index=False)))


def themes_f1(page: Rewritten) -> float:
    gold, found = page.gold("themes"), code_themes(page.text)
    themes = [column for column in gold if gold[column].dtype == bool]

    def marks(table: pd.DataFrame) -> set[tuple[int, str]]:
        return {(row["sentence"], theme) for row in table.to_dict("records") for theme in themes if row[theme]}

    return f1(marks(gold), marks(found))


def statements_f1(page: Rewritten) -> float:
    found = find_statements(page.text).to_dict("records")
    gold = page.gold("statements").to_dict("records")

    def same(a: dict, b: dict) -> bool:
        return all(
            (
                a["sentence"] == b["sentence"],
                a["consensus"] == b["consensus"],
                a["speaker_start"] < b["speaker_end"] and b["speaker_start"] < a["speaker_end"],
                a["verb_start"] < b["verb_end"] and b["verb_start"] < a["verb_end"],
            )
        )

    hits = sum(any(same(a, b) for b in found) for a in gold)
    return 2 * hits / (len(gold) + len(found))


SCORES: dict[str, tuple[Callable[[Rewritten], float], float]] = {
    "entities": (entities_f1, 0.95),
    "participants": (participants_f1, 1.0),
    "sentences": (sentences_f1, 1.0),
    "themes": (themes_f1, 0.80),
    "statements": (statements_f1, 0.9),
}
"""Each stage: how it is scored, and what it must reach on the press release as it is."""


# --- the changes -------------------------------------------------------------------------------------------------


def every(pattern: str, new: str | Callable[[re.Match[str]], str]) -> list[Change]:
    return [
        (match.start(), match.end(), new if isinstance(new, str) else new(match))
        for match in re.finditer(pattern, TEXT)
    ]


def states_swapped() -> list[Change]:
    """Put twelve other states into the list, by their formal names, and another host.

    Afghanistan stays where the text speaks of its situation: two of the themes are about that country.
    """
    others = ["KEN", "PRT", "JOR", "PER", "EGY", "GEO", "VNM", "ZAF", "LKA", "JPN", "SAU", "CIV"]
    formal = reference.states().set_index("iso3")["formal_name"]
    listed = reference.gold("participants").query("kind == 'state'")
    changes = [(row.start, row.end, formal[iso3]) for row, iso3 in zip(listed.itertuples(), others, strict=True)]
    return changes + every(r"(?<=Affairs of the )Russian Federation", "Swiss Confederation")


def organizations_swapped() -> list[Change]:
    """Make it a meeting of another organization, with other guests."""
    names = {
        "Shanghai Cooperation Organization": "Economic Cooperation Organization",
        "SCO": "ECO",
        "Collective Security Treaty Organization": "Association of Southeast Asian Nations",
        "CSTO": "ASEAN",
        "United Nations Office on Drugs and Crime": "United Nations Children's Fund",
        "UNODC": "UNICEF",
        "United Nations Development Programme": "Asian Development Bank",
        "UNDP": "ADB",
    }
    return [change for old, new in names.items() for change in every(rf"\b{old}\b", new)]


def dates_swapped() -> list[Change]:
    return [
        *every(r"22 January 2014", "3 October 1998"),
        *every(r"5 April 2010", "December 25, 1991"),
        *every(r"14 February 2013", "30-31 May 1997"),
        *every(r"in 2014\.", "in 2001."),
    ]


def list_permuted(seed: int) -> list[Change]:
    listed = reference.gold("participants").query("kind == 'state'")
    names = [name for name in listed["text"] if name != "Mongolia"]  # it alone goes without an article
    places = listed[listed["text"] != "Mongolia"]
    random.Random(seed).shuffle(names)
    return [(row.start, row.end, name) for row, name in zip(places.itertuples(), names, strict=True)]


def broken_names(seed: int) -> list[Change]:
    """Break every name of several words over a line end, where a typesetter might."""
    chosen = random.Random(seed)
    changes = []
    for row in reference.gold("entities").itertuples():
        spaces = [row.start + match.start() for match in re.finditer(" ", row.text)]
        if spaces:
            place = chosen.choice(spaces)
            changes.append((place, place + 1, "\n"))
    return changes


def british() -> list[Change]:
    return [
        *every(r"\bOrganization", "Organisation"),
        *every(r"\borganizations", "organisations"),
        *every(r"emphasized", "emphasised"),
        *every(r"Center\b", "Centre"),
        *every(r"organized", "organised"),
    ]


def american() -> list[Change]:
    return [*every(r"Programme", "Program"), *every(r"favour", "favor")]


CHANGES = {
    "nothing changed": [],
    "other states": states_swapped(),
    "another organization": organizations_swapped(),
    "other dates": dates_swapped(),
    "straight apostrophes": every("’", "'"),
    "British spelling": british(),
    "American spelling": american(),
    "Latin letters only": every("М", "M"),
    **{f"list permuted, seed {seed}": list_permuted(seed) for seed in range(3)},
    **{f"line ends inside names, seed {seed}": broken_names(seed) for seed in range(3)},
}


@pytest.mark.parametrize("stage", SCORES)
def test_the_press_release_as_it_is(stage: str) -> None:
    score, least = SCORES[stage]
    assert score(Rewritten([])) >= least


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("stage", SCORES)
def test_a_change_that_changes_nothing(stage: str, change: str) -> None:
    score, _ = SCORES[stage]
    page = Rewritten(CHANGES[change])
    assert score(page) >= score(Rewritten([])) - SLACK


def test_the_gold_is_carried_along() -> None:
    page = Rewritten(states_swapped())
    moved = page.gold("entities")
    assert page.text[slice(*moved.loc[6, ["start", "end"]])] == "Republic of Kenya"
    assert page.text[slice(*moved.iloc[-1][["start", "end"]])] == "SCO"
