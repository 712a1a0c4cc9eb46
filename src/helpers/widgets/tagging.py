"""A bench for names: put them into a list or take them out, and see at once what the page and the scores make of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.agreement import compare_spans, score_spans
from helpers.dates import find_dates
from helpers.entities import LABELS, Gazetteer, find_abbreviations, tag_entities
from helpers.errors import CourseError
from helpers.folding import Folded
from helpers.pictures.comparison import show_comparison
from helpers.pictures.inputs import UNDONE, plural
from helpers.pictures.marks import show_spans, table_problem
from helpers.pictures.page import Page, notice
from helpers.texts import clean_text, read_text, require_text
from helpers.widgets.box import box, former
from helpers.widgets.choice import choice
from helpers.widgets.editor import lines_editor
from helpers.widgets.page_view import guarded, list_places, page_view, set_spans
from helpers.widgets.scoreboard import scoreboard

if TYPE_CHECKING:
    from anywidget import AnyWidget
    from ipywidgets import VBox, Widget

Names = Mapping[str, str] | Iterable[tuple[str, str]]

SHORT_LIST = {
    **dict.fromkeys(["Afghanistan", "China", "India", "Iran", "Kazakhstan", "Kyrgyzstan", "Mongolia"], "STATE"),
    **dict.fromkeys(["Pakistan", "Russia", "Tajikistan", "Turkey", "Uzbekistan"], "STATE"),
    **dict.fromkeys(["Shanghai Cooperation Organization", "SCO", "UN"], "IGO"),
}
"""The list with which lesson 3 begins."""

KINDS = {
    "agrees": "right",
    "missed": "missed",
    "extra": "extra",
    "boundary differs": "boundary",
    "label differs": "label",
}
"""What the bench calls the outcomes of a comparison."""

RULES = {
    "borders": "borders of words",
    "longest": "the longest name first",
    "clean": "clean characters",
    "abbreviations": "abbreviations that the page explains",
    "dates": "dates",
    "grammar": "a grammar for longer names, with all other rules",
}
"""How names are looked for, what can be found without a list, and what the bench calls it."""

SEARCH = ("borders", "longest", "clean")
"""The rules with which the bench begins: those of the dozen lines of lesson 3."""


def gazetteer_bench(
    text: str | None = None, names: Names | None = None, gold: pd.DataFrame | None = None
) -> VBox | Page:
    """Let names be put into a list or taken out, rules be switched on or off, and show what is found.

    It begins with the rules of the dozen lines of lesson 3: borders of words, the longest name first, clean characters.

    Parameters
    ----------
    text : str, optional
        The text; by default the press release.
    names : dict or list of pairs, optional
        Names to begin with, each with its label. By default the short list of lesson 3, or, if this cell is run again,
        the list as it was left.
    gold : pandas.DataFrame, optional
        Marks to compare with: ``start``, ``end``, ``label``. By default, for the press release, its gold standard; for
        another text none, and then there are no scores.

    Returns
    -------
    ipywidgets.VBox
        Its `value` is the dict of the names, now; it can be set, too. Where widgets do not run, the scores and the page
        stand in its place. If an argument is an exercise that is not done yet: a sentence that says so.

    Raises
    ------
    CourseError
        If `names` holds no names with labels, or `gold` is no table of spans of this text.

    Examples
    --------
    >>> bench = gazetteer_bench("Chad met Fiji.", {"Chad": "STATE"})
    >>> bench.value = {**bench.value, "Fiji": "STATE"}
    >>> bench.value
    {'Chad': 'STATE', 'Fiji': 'STATE'}
    """
    if any(given is ... for given in (text, names, gold)):
        return notice(UNDONE)
    from helpers import reference

    text = read_text() if text is None else require_text(text)
    if gold is None and text == read_text():
        gold = reference.gold("entities")
    if gold is not None:
        if problem := table_problem(gold, text, "start", "end", "label"):
            raise CourseError(problem)
        gold = gold.assign(text=[text[start:end] for start, end in zip(gold["start"], gold["end"], strict=True)])
    if names is None:
        before = former("gazetteer_bench")
        names = before.value if before is not None and before.subject == text else SHORT_LIST
    bench = _Bench(text, read_names(names), gold)
    return box(
        "gazetteer_bench",
        bench.children(),
        bench.still,
        "A list of names to be tried on a text. Run this cell in JupyterLab.",
        get=lambda: dict(bench.names),
        put=bench.put,
        subject=text,
    )


def read_names(names: Any) -> dict[str, str]:
    """Return names with their labels as a dict, and say what is wrong if they are none.

    Parameters
    ----------
    names : dict or list of pairs
        Names, each with its label.

    Returns
    -------
    dict
        In the same order, without blanks around the names. Of two that differ only in their apostrophes, blanks or
        spelling (British, American), the last is kept.

    Raises
    ------
    CourseError
        If these are no pairs, a name is empty, or a label unknown.

    Examples
    --------
    >>> read_names([("Chad", "STATE"), (" UN ", "IGO")])
    {'Chad': 'STATE', 'UN': 'IGO'}
    """
    pairs = list(names.items()) if isinstance(names, Mapping) else names
    if isinstance(pairs, str) or not isinstance(pairs, Iterable):
        raise CourseError('Names come as a dict, such as {"Mongolia": "STATE"}, or as a list of pairs.')
    kept: dict[str, tuple[str, str]] = {}
    for pair in pairs:
        if isinstance(pair, str) or not isinstance(pair, list | tuple) or len(pair) != 2:
            raise CourseError(
                f'Each name comes with its label, such as ("Mongolia", "STATE"); {pair!r} is no such pair.'
            )
        Gazetteer().add(*pair)
        if not pair[1]:
            raise CourseError(f"The name {pair[0]!r} has no label. The labels are {', '.join(LABELS)}.")
        kept[Folded(pair[0].strip()).text] = (pair[0].strip(), pair[1])
    return dict(kept.values())


def tag_with(text: str, names: Mapping[str, str], rules: Iterable[str] = SEARCH) -> pd.DataFrame:
    """Find names of a list, and what some rules find without a list.

    Parameters
    ----------
    text : str
        Any text.
    names : dict
        Names with their labels.
    rules : iterable of str
        The keys of `RULES`. Without "borders", a name is found inside of words; without "longest", inside of other
        names; without "clean", only if each of its characters stands on the page. "abbreviations" and "dates" add what
        the page shows by itself. "grammar" is `tag_entities`, and brings all others along.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``text``, ``label``, ``name``, ``iso3``, in the order of the text. No two overlap, except
        without "longest".

    Examples
    --------
    >>> tag_with("UNDP met in Chad on 5 May 2014.", {"UN": "IGO", "Chad": "STATE"})["text"].tolist()
    ['Chad']
    >>> tag_with("UNDP met in Chad on 5 May 2014.", {"UN": "IGO"}, ["dates"])["text"].tolist()
    ['UN', '5 May 2014']
    """
    rules, names = set(rules), dict(names)
    gazetteer = Gazetteer()
    for name, label in names.items():
        gazetteer.add(name, label)
    if "grammar" in rules:
        return tag_entities(text, gazetteer)
    if "abbreviations" in rules:
        for row in find_abbreviations(text).itertuples():
            for name in (row.text, row.name):
                if name not in gazetteer:
                    gazetteer.add(name, row.label)
                    names[name] = row.label
    found = gazetteer.find(text) if rules.issuperset(SEARCH) else _search(text, names, rules)
    return _with_dates(text, found) if "dates" in rules else found


def _search(text: str, names: Mapping[str, str], rules: set[str]) -> pd.DataFrame:
    """Look for names as the first taggers of lesson 3 do: without one of the three rules, or without any."""
    clean = clean_text if "clean" in rules else str
    border = r"\b" if "borders" in rules else ""
    page = clean(text)
    taken: set[int] = set()
    rows = []
    for name in sorted(names, key=len, reverse=True):
        for match in re.finditer(border + re.escape(clean(name)) + border, page):
            start, end = match.span()
            if "longest" in rules and not taken.isdisjoint(range(start, end)):
                continue
            taken.update(range(start, end))
            rows.append((start, end, text[start:end], names[name], name, ""))
    return pd.DataFrame(sorted(rows), columns=["start", "end", "text", "label", "name", "iso3"])


def _with_dates(text: str, found: pd.DataFrame) -> pd.DataFrame:
    """Add the dates that stand where no name stands."""
    folded = Folded(text)
    rows = []
    for first, last, iso in find_dates(folded.text):
        start, end = folded.back(first, last)
        if not ((found["start"] < end) & (found["end"] > start)).any():
            rows.append((start, end, text[start:end], "DATE", iso or text[start:end], ""))
    dates = pd.DataFrame(rows, columns=found.columns)
    return pd.concat([found, dates]).sort_values("start", ignore_index=True) if rows else found


class _Bench:
    """The names, what they find, and the widgets that show it."""

    def __init__(self, text: str, names: dict[str, str], gold: pd.DataFrame | None) -> None:
        from ipywidgets import HTML, Button

        self.text, self.names, self.gold = text, names, gold
        self.scores: pd.DataFrame | None = None
        self.counts: Counter[str] = Counter()
        self.name = lines_editor("Name", "Add", lines=1)
        self.label = choice("Label", [(label, label) for label in LABELS], LABELS[0])
        self.chosen = choice("Names", [], [], high=True)
        self.drop = Button(description="Remove", tooltip="Take the chosen names out of the list")
        self.rules = choice("Rules", [(words, rule) for rule, words in RULES.items()], list(SEARCH))
        self.board = HTML()
        self.view: AnyWidget = page_view(text, title="Text with the names that were found")
        self.show("")
        self.listen()

    def listen(self) -> None:
        """Let the widgets be heard."""
        self.name.observe(guarded(self.view, lambda _: self.add_name()), names="asked")
        self.drop.on_click(guarded(self.view, lambda _: self.remove_names()))
        self.rules.observe(guarded(self.view, self.switched), names="value")

    def children(self) -> list[Widget]:
        return [self.label, self.name, self.chosen, self.drop, self.rules, self.board, self.view]

    # -- what a learner does --

    def add_name(self) -> None:
        name = self.name.text.strip()
        if not name:
            raise CourseError("Write a name first, as it stands on the page.")
        names = read_names([*self.names.items(), (name, self.label.value)])
        told = f"Added “{name}” ({self.label.value})."
        if (before := self.names.get(name)) == self.label.value:
            told = f"“{name}” ({before}) was in the list already."
        elif before:
            told = f"“{name}” is now {self.label.value}, no longer {before}."
        self.names = names
        if name not in set(self.found()["name"]):
            told += " It marks nothing on this page now (capital letters count, and a longer name may cover it)."
        self.show(told)
        self.name.text = ""

    def remove_names(self) -> None:
        gone = [name for name in self.chosen.value if name in self.names]
        if not gone:
            raise CourseError("Choose a name of the list first, or several.")
        last = gone[-1]
        self.name.text, self.label.value = last, self.names[last]  # so that Add brings it back
        self.names = {name: label for name, label in self.names.items() if name not in gone}
        self.show(f"Removed {', '.join(f'“{name}”' for name in gone)}.")

    def put(self, names: Any) -> None:
        self.names = read_names(names)
        self.show("The list was changed from outside.")

    def switched(self, change: dict[str, Any]) -> None:
        turned = {"on": set(change["new"]) - set(change["old"]), "off": set(change["old"]) - set(change["new"])}
        said = [f"Switched {how}: {RULES[rule]}." for how, rules in turned.items() for rule in RULES if rule in rules]
        with_grammar = "grammar" in change["new"]
        self.rules.off = [rule for rule in RULES if rule != "grammar"] if with_grammar else []
        self.show(" ".join([*said, "While the grammar is on, the other boxes do not count."] if with_grammar else said))

    # -- what it comes to --

    def found(self) -> pd.DataFrame:
        return tag_with(self.text, self.names, self.rules.value)

    def show(self, told: str) -> None:
        """Find everything anew, and show it; `told` says what was done."""
        found = self.found()
        with self.view.hold_sync():
            set_spans(self.view, found)
            if self.gold is None:
                right: set[tuple[int, int, str]] = set()
                counts = Counter({"marks": len(found)})
                list_places(self.view, plural(len(found), "mark"), ["label"], _marks(found))
            else:
                table = compare_spans(self.gold, found)
                right = set(table.loc[table["outcome"] == "agrees", ["start", "end", "label"]].itertuples(False, None))
                counts = Counter(KINDS[outcome] for outcome in table["outcome"])
                scores = score_spans(self.gold, found)
                self.board.value = scoreboard(scores, self.scores)
                self.scores = scores
                errors = _errors(table)
                list_places(self.view, _title(counts, len(errors)), ["error", "label"], errors)
            self.list_names(found, right)
            self.view.said = f"{told} {_told(counts, self.counts if told else counts)}".strip()
            self.counts = counts

    def list_names(self, found: pd.DataFrame, right: set[tuple[int, int, str]]) -> None:
        marks = Counter(found["name"])
        places = found[["start", "end", "label", "name"]].itertuples(False, None)
        good = Counter(name for start, end, label, name in places if (start, end, label) in right)
        options = []
        for name, label in self.names.items():
            told = plural(marks[name], "mark") + (f", {good[name]} right" if self.gold is not None else "")
            options.append([f"{name} · {label} · {told}", name])
        with self.chosen.hold_sync():
            self.chosen.value = [name for name in self.chosen.value if name in self.names]
            self.chosen.options = options

    def still(self) -> str:
        found = self.found()
        if self.gold is None:
            return show_spans(self.text, found).html
        return self.board.value + show_comparison(self.text, self.gold, found, ("gold", "the list")).html


def _marks(found: pd.DataFrame) -> list[tuple[int, int, list[str], str]]:
    """List what was found, as `list_places` takes it."""
    return [(row.start, row.end, [row.label], f"{row.label} “{row.text}”.") for row in found.itertuples()]


def _errors(table: pd.DataFrame) -> list[tuple[int, int, list[str], str]]:
    """List what does not agree, with the words of the bench, as `list_places` takes it."""
    rows = []
    for row in table[table["outcome"] != "agrees"].itertuples():
        kind = KINDS[row.outcome]
        label, said = row.label, f"{kind.capitalize()}: {row.label} “{row.text}”."
        if kind == "boundary":
            said = f"Boundary: gold has “{row.text}”, the list “{row.predicted_text}” ({row.label})."
        if kind == "label":
            label = f"{row.label}, not {row.predicted_label}"
            said = f"Label: “{row.text}” is {row.label} in gold, {row.predicted_label} in the list."
        rows.append((row.start, row.end, [kind, label], said))
    return rows


def _title(counts: Counter[str], errors: int) -> str:
    kinds = ", ".join(f"{counts[kind]} {kind}" for kind in KINDS.values() if kind != "right" and counts[kind])
    return f"{plural(errors, 'error')}{': ' if kinds else ''}{kinds}"


def _told(now: Counter[str], before: Counter[str]) -> str:
    """Say how many there are of each kind, and how many more or fewer than before."""
    parts = []
    for kind in ["marks"] if "marks" in now else KINDS.values():
        change = now[kind] - before[kind]
        more = f" ({abs(change)} {'more' if change > 0 else 'fewer'})" if change else ""
        if now[kind] or change or kind == "right":
            parts.append(f"{kind} {now[kind]}{more}")
    return f"Now: {', '.join(parts)}."
