"""Read the development sentences, in which the gold standard stands in brackets, and score what `analyze` finds."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from helpers.pipeline import analyze
from helpers.reference import data_path

KEPT_ASIDE = 5
"""Every fifth sentence is kept aside: it may not be looked at while rules are made."""

_OPEN = re.compile(r"\[([A-Z]*)(\*?)([A-Z]{3})? ")
Span = tuple[int, int, str]


@dataclass
class Sentence:
    """A text of one sentence or a short list, with its names and its participants."""

    number: int
    style: str
    text: str = ""
    entities: list[Span] = field(default_factory=list)
    participants: list[Span] = field(default_factory=list)

    @property
    def kept_aside(self) -> bool:
        return self.number % KEPT_ASIDE == 0


def read_sentences(name: str = "development/sentences.txt") -> list[Sentence]:
    """Read the file: a line "# number style" and the annotated text, up to a blank line."""
    found = []
    for block in data_path(name).read_text(encoding="utf-8").strip().split("\n\n"):
        head, body = block.split("\n", 1)
        number, style = head.removeprefix("# ").split(" ", 1)
        found.append(_parse(Sentence(int(number), style), body))
    return found


def _parse(sentence: Sentence, body: str) -> Sentence:
    """Take the brackets out: [STATE*IND India] is a name and a participant, [*IND …] a participant alone."""
    stack: list[tuple[int, str, str]] = []
    place = 0
    while place < len(body):
        if opened := _OPEN.match(body, place):
            party = (opened[3] or "-") if opened[2] else ""
            stack.append((len(sentence.text), opened[1], party))
            place = opened.end()
            continue
        if body[place] == "]":
            start, label, party = stack.pop()
            if label:
                sentence.entities.append((start, len(sentence.text), label))
            if party:
                sentence.participants.append((start, len(sentence.text), party.strip("-")))
        else:
            sentence.text += body[place]
        place += 1
    assert not stack, f"sentence {sentence.number}: a bracket is not closed"
    sentence.entities.sort()
    sentence.participants.sort()
    return sentence


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _match(gold: list[Span], found: list[Span], same: object) -> int:
    """Count the pairs, one to one, in the order of the text."""
    left = list(found)
    hits = 0
    for span in gold:
        partner = next((other for other in left if same(span, other)), None)
        if partner is not None:
            left.remove(partner)
            hits += 1
    return hits


def compare(sentence: Sentence) -> tuple[Counter, list[Span], list[Span]]:
    """Return the counts for one sentence, the names that were found and the participants that were found."""
    found = analyze(sentence.text)
    names = [(int(row.start), int(row.end), str(row.label)) for row in found.entities.itertuples(index=False)]
    parties = [(int(row.start), int(row.end), str(row.iso3)) for row in found.participants.itertuples(index=False)]
    counts = Counter(
        strict=_match(sentence.entities, names, lambda one, other: one == other),
        partial=_match(sentence.entities, names, lambda one, other: one[2] == other[2] and _overlap(one, other)),
        gold=len(sentence.entities),
        found=len(names),
        party=_match(
            sentence.participants,
            parties,
            lambda one, other: (one[2] and one[2] == other[2]) or _overlap(one, other),
        ),
        gold_parties=len(sentence.participants),
        found_parties=len(parties),
    )
    return counts, names, parties


def scores(sentences: list[Sentence]) -> dict[str, float]:
    """Return F1 of the names (same borders; any overlap) and of the participants, over all sentences together."""
    total: Counter = Counter()
    for sentence in sentences:
        total.update(compare(sentence)[0])
    return {
        "strict": 2 * total["strict"] / (total["gold"] + total["found"]),
        "partial": 2 * total["partial"] / (total["gold"] + total["found"]),
        "participants": 2 * total["party"] / (total["gold_parties"] + total["found_parties"]),
    }
