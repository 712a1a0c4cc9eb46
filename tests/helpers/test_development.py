"""The development sentences: texts in many styles, of which a fifth was kept aside while the rules were made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from helpers.agreement import score_spans
from helpers.pipeline import analyze
from helpers.reference import data_path, gold
from helpers.texts import read_text

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


def _match(gold: list[Span], found: list[Span], same: Callable[[Span, Span], object]) -> int:
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


SENTENCES = read_sentences()
LATE = read_sentences("development/late_sentences.txt")
FRESH = read_sentences("development/fresh_sentences.txt")


def test_there_are_enough_of_them_in_many_styles() -> None:
    numbers = [sentence.number for sentence in SENTENCES]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 200
    assert len({sentence.style.split(",")[0] for sentence in SENTENCES}) >= 60
    assert 5 * sum(sentence.kept_aside for sentence in SENTENCES) == len(SENTENCES)


@pytest.mark.parametrize(
    "sentence", [*SENTENCES, *LATE, *FRESH], ids=lambda sentence: f"{sentence.number} {sentence.style}"
)
def test_a_sentence_is_annotated_by_the_codebook(sentence: Sentence) -> None:
    assert sentence.text
    assert "[" not in sentence.text
    for (_, end, _), (start, _, _) in zip(sentence.entities, sentence.entities[1:], strict=False):
        assert end <= start, "flat spans"
    for start, end, label in sentence.entities:
        name = sentence.text[start:end]
        assert label in {"STATE", "IGO", "GOV", "POST", "DATE", "DOC", "INITIATIVE"}
        assert name == name.strip()
        assert not name.lower().startswith(("the ", "a ", "an "))


@pytest.mark.parametrize(
    ("kept_aside", "floors"),
    [
        (False, {"strict": 0.98, "partial": 0.99, "participants": 0.98}),
        (True, {"strict": 0.94, "partial": 0.97, "participants": 0.95}),
    ],
    ids=["the four fifths that the rules were made on", "the fifth that was kept aside"],
)
def test_the_rules_know_the_language_of_communiques(kept_aside: bool, floors: dict[str, float]) -> None:
    """The first state had 0.90, 0.95, 0.90 on four fifths and 0.86, 0.93, 0.81 on the fifth."""
    found = scores([sentence for sentence in SENTENCES if sentence.kept_aside == kept_aside])
    assert {name: value for name, value in found.items() if value < floors[name]} == {}


def test_the_late_sentences_were_looked_at_once_and_are_known_now() -> None:
    found = scores(LATE)
    assert found["strict"] >= 0.97
    assert found["participants"] >= 0.96


def test_the_fresh_sentences_were_written_by_somebody_who_did_not_know_the_rules() -> None:
    """Before a look: 0.973, 0.976, 0.783 (sixty), 0.972, 0.972, 0.538 (forty), 0.917, 0.963, 0.610 (sixty).

    Sixty after these had 0.979, 0.983, 0.844, sixty more 0.975, 0.979, 0.928, and the last sixty, of which most were
    never read, 0.960, 0.970, 0.880.
    """
    assert [sentence.number for sentence in FRESH] == list(range(1, 341))
    for part in (FRESH[:60], FRESH[60:100], FRESH[100:160], FRESH[160:220], FRESH[220:280]):
        found = scores(part)
        assert found["strict"] >= 0.98
        assert found["partial"] >= 0.98
        assert found["participants"] >= 0.97
    last = scores(FRESH[280:])
    assert last["strict"] >= 0.95
    assert last["participants"] >= 0.97


def test_the_press_release_is_still_read_without_a_fault() -> None:
    found = analyze(read_text())
    assert score_spans(gold("entities"), found.entities).set_index("label").loc["all", "f1"] == 1
    columns = ["start", "end", "name", "kind", "category"]
    assert found.participants[columns].values.tolist() == gold("participants")[columns].values.tolist()
