"""Comparators for tables and for places in a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from helpers.exercises.checks import Check
from helpers.exercises.plain import Node, Plain, describe, show
from helpers.exercises.reading import Reading, canonical, items_in, node_kind
from helpers.exercises.wording import (
    Scene,
    examples,
    no_ticks,
    number_of,
    paragraph_at,
    place,
    where_to_look,
)


def _column_key(name: Plain) -> Any:
    return name.strip().casefold() if type(name) is str else name if type(name) is not Node else show(name)


def _rows(thing: Plain, columns: Sequence[Plain]) -> tuple[list[tuple[Plain, ...]] | None, list[Plain]]:
    """Read these columns out of anything that can be seen as a table: its rows, or None; and the columns it lacks."""
    if type(thing) is not Node:
        return None, []
    if thing.kind == "table":
        return _pick(thing.columns, thing.items, columns)
    if thing.kind == "mapping":
        if all(items_in(value, "sequence") is not None for _, value in thing.items) and thing.items:
            lists = [items_in(value, "sequence") or () for _, value in thing.items]
            if len(set(map(len, lists))) == 1:
                return _pick([key for key, _ in thing.items], list(zip(*lists, strict=True)), columns)
        return ([*thing.items], []) if len(columns) == 2 else (None, [])
    if thing.type == "Series" and thing.labels and len(columns) == 2:
        return list(zip(thing.labels, thing.items, strict=True)), []
    if thing.kind not in ("sequence", "set"):
        return None, []
    rows = []
    for item in thing.items:
        cells = items_in(item, "sequence")
        if cells is not None and len(cells) == len(columns):
            rows.append(cells)
        elif node_kind(item) == "mapping":
            picked, lacking = _pick([key for key, _ in item.items], [tuple(value for _, value in item.items)], columns)
            if picked is None:
                return None, lacking
            rows.append(picked[0])
        elif len(columns) == 1 and cells is None:
            rows.append((item,))
        else:
            return None, []
    return rows, []


def _pick(
    names: Sequence[Plain], rows: Sequence[Sequence[Plain]], columns: Sequence[Plain]
) -> tuple[list[tuple[Plain, ...]] | None, list[Plain]]:
    places = {_column_key(name): number for number, name in reversed(list(enumerate(names)))}
    lacking = [column for column in columns if _column_key(column) not in places]
    if lacking:
        return None, lacking
    chosen = [places[_column_key(column)] for column in columns]
    return [tuple([row[number] for number in chosen]) for row in rows], []


@dataclass(frozen=True)
class SameTable(Check):
    """Rows in any order (unless `ordered`); columns that were not asked for do not matter."""

    reading: Reading
    columns: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    name_columns: tuple[str, ...] = ()
    ordered: bool = False
    wants = "table"

    def _columns(self, expected: Plain) -> tuple[Plain, ...]:
        return self.columns or (expected.columns if node_kind(expected) == "table" else ())

    def _ready(self, expected: Plain, thing: Plain, columns: Sequence[Plain]) -> list[tuple[Plain, ...]] | None:
        """Read the rows, with the names in their columns made one spelling."""
        rows, _ = _rows(thing, columns)
        places = [number for number, column in enumerate(columns) if column in self.name_columns]
        if rows is None or not places:
            return rows
        return [
            tuple(
                [
                    canonical(cell, self.reading.names or True) if number in places and type(cell) is str else cell
                    for number, cell in enumerate(row)
                ]
            )
            for row in rows
        ]

    def _reading(self, expected: Plain) -> Reading:
        return replace(
            self.reading.for_(expected), blank=True, names=self.reading.names if not self.name_columns else False
        )

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        """Compare the columns that are asked for, row by row or as bags of rows."""
        columns, reading = self._columns(expected), self._reading(expected)
        one, other = self._ready(expected, expected, columns), self._ready(expected, answer, columns)
        if one is None or other is None:
            return one is None and reading.same(expected, answer)
        if len(one) != len(other):
            return False
        return all(map(reading.same, one, other)) if self.ordered else not any(reading.differences(one, other))

    def describes(self, expected: Plain) -> str:
        """Name the columns."""
        return f"a table with {_listed(self._columns(expected))}"

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        """Name columns that lack, rows that are too much, where rows are missing, and cells that are wrong."""
        columns, reading = self._columns(expected), self._reading(expected)
        one, other = self._ready(expected, expected, columns), self._ready(expected, answer, columns)
        found = f"I expected {scene.expects} and found {describe(answer)}."
        if other is None or one is None:
            _, lacking = _rows(answer, columns)
            return (
                f"{found} There is no {_listed(lacking)}." if lacking else f"{found} I need {_listed(columns)} in it."
            )
        if not other:
            return f"{found} Does a condition throw away every row?"
        keys = [number for number, column in enumerate(columns) if column in (self.key or columns)]
        wanted, theirs = ([tuple([row[number] for number in keys]) for row in rows] for rows in (one, other))
        raw, _ = _rows(answer, columns)
        shown = [_row([row[number] for number in keys]) for row in raw or []]
        missing, extra = reading.differences(wanted, theirs)
        if missing or extra:
            parts = [] if len(one) == len(other) else [found]
            if extra:
                keyed = {reading.key(row) for row in extra}
                wrong = [written for row, written in zip(theirs, shown, strict=True) if reading.key(row) in keyed]
                parts.append(f"{number_of(extra, 'row does', 'rows do')} not belong: see {examples(wrong, 1)}.")
            if missing:
                hint = _where(missing, [columns[number] for number in keys], scene.text)
                parts.append(f"{number_of(missing, 'row is', 'rows are')} missing. {hint}".strip())
            return " ".join(parts)
        if self.ordered and not any(reading.differences(one, other)):
            return f"The right rows in another order. I expected {scene.expects}. What do you sort by?"
        right = {reading.key(key): row for key, row in zip(wanted, one, strict=True)}
        for number in (number for number in range(len(columns)) if number not in keys):
            wrong = [
                (written, row[number])
                for key, written, row in zip(theirs, shown, other, strict=True)
                if not reading.same(right[reading.key(key)][number], row[number])
            ]
            if wrong:
                cells = number_of(wrong, "cell is", "cells are")
                return (
                    f"The rows are right, but in column `{columns[number]}` {cells} not. "
                    f"Look at the row of {examples([wrong[0][0]])}, where you have {examples([wrong[0][1]])}."
                )
        return "Some rows are mixed up: which cells belong together?"


def _row(cells: Sequence[Plain]) -> Plain:
    """Write the key of a row: a single cell, or several as a tuple."""
    return cells[0] if len(cells) == 1 else Node("sequence", "tuple", tuple(cells), len(cells))


def _where(missing: Sequence[Sequence[Plain]], columns: Sequence[Plain], text: str) -> str:
    """Lead to the first missing row: by its place in the text, or by its words."""
    if not text:
        return ""
    if "start" in columns:
        start = missing[0][list(columns).index("start")]
        found = paragraph_at(start, text) if type(start) is int else ""
    else:
        found = next((found for row in missing[:20] if (found := place(tuple(row), text))), "")
    if found:
        return f"Look again at {found}."
    return where_to_look([missing[0][0]], "")


def _listed(columns: Sequence[Plain]) -> str:
    names = [f"`{no_ticks(show(column, 30)).strip(chr(39))}`" for column in columns[:8]]
    return f"column{'s' if len(columns) > 1 else ''} {', '.join(names)}{', …' if len(columns) > 8 else ''}"


@dataclass(frozen=True)
class SameSpans(Check):
    """Places in a text, with their labels where these are asked for."""

    labels: bool | None = None
    wants = "spans"

    def _vocabulary(self, expected: Plain) -> frozenset[str]:
        """List the labels that are expected; empty where none are asked for."""
        if self.labels is False:
            return frozenset()
        if node_kind(expected) == "table":
            rows, _ = _rows(expected, ("label",))
            found = [row[0] for row in rows or []]
        else:
            rows_ = [items_in(item, "sequence") or () for item in expected.items] if type(expected) is Node else []
            found = [row[-1] for row in rows_ if len(row) > 2]
        return frozenset(label for label in found if type(label) is str)

    def _spans(self, thing: Plain, vocabulary: frozenset[str]) -> list[tuple[int, int, str]] | None:
        rows = _span_rows(thing, labeled=bool(vocabulary))
        spans = [_span(row, vocabulary) for row in rows or []]
        return None if rows is None or None in spans else [span for span in spans if span is not None]

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        """Compare places, and labels where they are asked for, in any order."""
        vocabulary = self._vocabulary(expected)
        one, other = self._spans(expected, vocabulary), self._spans(answer, vocabulary)
        if one is None or other is None:
            return one is None and Reading().same(expected, answer)
        return Counter(one) == Counter(other)

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        """Name spans with other borders or labels, spans too many, and the paragraph of one that is missing."""
        vocabulary = self._vocabulary(expected)
        one, other = self._spans(expected, vocabulary), self._spans(answer, vocabulary)
        found = f"I expected {scene.expects} and found {describe(answer)}."
        if one is None or other is None:
            if _is_span(answer):
                return f"`{scene.name}` is a single span. I expected {scene.expects}: put it in a list, `[...]`."
            each = "a start, an end and a label" if vocabulary else "a start and an end, both whole numbers"
            return f"{found} Each span needs {each}."
        if not other:
            return f"{found} Did you store what you marked?"
        if vocabulary and not any(label for _, _, label in other):
            return f"{found} The labels are missing: each span needs a start, an end and a label."
        start = [] if len(one) == len(other) else [found]
        return " ".join([*start, *_span_differences(one, other, scene.text)])


def _span_differences(one: list[tuple[int, int, str]], other: list[tuple[int, int, str]], text: str) -> list[str]:
    """Tell at most three things about wrong spans, the most useful first."""
    places = {(start, end) for start, end, _ in one}
    extra = [span for span in other if span not in set(one)]
    labeled = [span for span in extra if span[:2] in places]
    moved = [span for span in extra if span not in labeled and any(_touch(span, right) for right in places)]
    foreign = [span for span in extra if span not in labeled and span not in moved]
    twice = [span for span, number in Counter(other).items() if number > 1]
    seen = {span[:2] for span in other}
    missing = [span for span in one if span[:2] not in seen and not any(_touch(span, wrong) for wrong in moved)]
    parts = []
    if moved:
        has = number_of(moved, "has", "have")
        parts.append(f"{has} other borders than I expected: see {_quoted(moved[0], text)}. What belongs to it?")
    if labeled:
        has, label = number_of(labeled, "has", "have"), no_ticks(labeled[0][2][:20])
        parts.append(f"{has} another label: see {_quoted(labeled[0], text)}, where you have `{label}`.")
    if foreign:
        parts.append(f"{number_of(foreign, 'does not belong', 'do not belong')}: see {_quoted(foreign[0], text)}.")
    if twice:
        parts.append(f"{_quoted(twice[0], text)} is there twice.")
    if missing:
        look = paragraph_at(missing[0][0], text)
        where = f" Look again at {look}." if look else ""
        parts = [*parts[:2], f"{number_of(missing, 'is', 'are')} missing.{where}"]
    return parts[:3]


def _span_rows(thing: Plain, *, labeled: bool) -> list[tuple[Plain, ...]] | None:
    """Read the rows of anything that can hold spans."""
    columns = ("start", "end", "label") if labeled else ("start", "end")
    if node_kind(thing) == "table":
        rows, lacking = _rows(thing, columns)
        return _rows(thing, columns[:2])[0] if lacking == ["label"] else rows
    if node_kind(thing) not in ("sequence", "set") or _is_span(thing):
        return None
    rows = []
    for item in thing.items:
        cells = items_in(item, "sequence")
        if cells is None and node_kind(item) == "mapping":
            found = _span_rows(_one_row(item), labeled=labeled)
            cells = found[0] if found else None
        if cells is None or len(cells) < 2:
            return None
        rows.append(cells)
    return rows


def _one_row(item: Node) -> Node:
    """See a dict as a table of one row."""
    return Node("table", "table", (tuple(value for _, value in item.items),), 1, tuple(key for key, _ in item.items))


def _span(row: Sequence[Plain], vocabulary: frozenset[str]) -> tuple[int, int, str] | None:
    """Read a start, an end and a label out of a row; None if it has no start and end."""
    for number in row[:2]:
        if type(number) not in (int, float) or not (type(number) is int or number.is_integer()):
            return None
    labels = [cell.strip() for cell in row[2:] if type(cell) is str]
    label = next((one for one in labels if one in vocabulary), labels[-1] if labels else "")
    return int(row[0]), int(row[1]), label if vocabulary else ""


def _is_span(thing: Plain) -> bool:
    """Tell a single span, without a list around it."""
    items = items_in(thing, "sequence")
    return items is not None and 2 <= len(items) <= 5 and type(items[0]) is int and type(items[1]) is int


def _touch(span: Sequence[Any], other: Sequence[Any]) -> bool:
    return bool(span[0] < other[1] and other[0] < span[1])


def _quoted(span: tuple[int, int, str], text: str) -> str:
    start, end, _ = span
    if 0 <= start < end <= len(text):
        return f"`{no_ticks(show(text[start:end], 40))}` ({start} to {end})"
    return f"{start} to {end}"
