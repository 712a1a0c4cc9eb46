"""How an answer is compared with a right one: forgiving where it does not matter, and able to say what is different.

Each comparator is made by a function that a lesson's author calls: `same_value`, `same_set`, `same_list`,
`same_number`, `same_text`, `same_mapping`, `same_table`, `same_spans`, `judged_by`, `all_of`, `any_of`. (The one for
functions, `function_cases`, is in :mod:`helpers.exercises.functions`.) It knows two things: whether an answer is the
same as a right one (`same`), and, if not, what to say about it (`complain`). Both see only frozen copies, made by
:func:`helpers.exercises.plain.plain`.

What never matters: list, tuple, set, Series, Index, array or the single column of a table; Python's numbers or
numpy's; 1 or 1.0; white space around a string; a date as text, date or Timestamp. A message says what was found and
where to look, and never names a thing that is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from helpers.exercises.checks import Check, SameBag, SameNumber, SameSingle, SameText, kind_of
from helpers.exercises.plain import Node, Plain, describe, has, readable, thaw
from helpers.exercises.reading import Reading, items_in
from helpers.exercises.tables import SameSpans, SameTable
from helpers.exercises.wording import Scene, bag_message, examples, misfit, number_of

__all__ = [
    "Check",
    "Scene",
    "all_of",
    "any_of",
    "judged_by",
    "same_list",
    "same_mapping",
    "same_number",
    "same_set",
    "same_spans",
    "same_table",
    "same_text",
    "same_value",
]


def _pairs(thing: Plain) -> tuple[tuple[Plain, Plain], ...] | None:
    """Read keys with their values, whatever they are kept in."""
    if type(thing) is not Node:
        return None
    if thing.kind == "mapping":
        return thing.items
    if thing.type == "Series":
        return tuple(zip(thing.labels or range(thing.size), thing.items, strict=True))
    rows = thing.items if thing.kind in ("table", "sequence", "set") else ()
    items = [items_in(row, "sequence") for row in rows]
    pairs = [(item[0], item[1]) for item in items if item is not None and len(item) == 2]
    return tuple(pairs) if pairs and len(pairs) == len(rows) else None


@dataclass(frozen=True)
class SameMapping(Check):
    """Keys with their values."""

    reading: Reading
    wants = "mapping"

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        reading = self.reading.for_(expected)
        one, other = _pairs(expected), _pairs(answer)
        if one is None or other is None:
            return reading.same(expected, answer)
        theirs = {reading.key(key): value for key, value in other}
        return (
            len(one) == len(other) == len(theirs)
            and all(reading.key(key) in theirs for key, _ in one)
            and all(_same_part(reading, value, theirs[reading.key(key)], scene) for key, value in one)
        )

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        reading = self.reading.for_(expected)
        one, other = _pairs(expected), _pairs(answer)
        if one is None or other is None:
            return f"I expected {scene.expects} and found {describe(answer)}."
        keys, theirs = [key for key, _ in one], {reading.key(key): value for key, value in other}
        missing, extra = reading.differences(keys, [key for key, _ in other])
        if missing or extra:
            return "About the keys: " + bag_message(keys, [key for key, _ in other], reading, scene, describe(answer))
        wrong = [
            (key, theirs[reading.key(key)])
            for key, value in one
            if not _same_part(reading, value, theirs[reading.key(key)], scene)
        ]
        return (
            f"All keys of `{scene.name}` are right, but {number_of(wrong, 'value is', 'values are')} not. "
            f"Look at {examples([wrong[0][0]])}, where you have {examples([wrong[0][1]])}."
        )


def _same_part(reading: Reading, expected: Plain, answer: Plain, scene: Scene) -> bool:
    """Compare the value of a key: a list there is compared like a list, a set like a set."""
    return SameValue(reading).same(expected, answer, scene)


@dataclass(frozen=True)
class SameValue(Check):
    """Whatever is expected, compared in its own way."""

    reading: Reading

    def _by(self, expected: Plain) -> Check:
        kind = kind_of(expected)
        if kind == "number":
            return SameNumber(self.reading)
        if kind == "text":
            return SameText(self.reading)
        if kind == "set":
            return SameBag(self.reading, ordered=False)
        if kind == "sequence":
            return SameBag(self.reading, ordered=True)
        if kind == "mapping":
            return SameMapping(self.reading)
        if kind == "table":
            return SameTable(self.reading)
        return SameSingle(self.reading)

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        return self._by(expected).same(expected, answer, scene)

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        return self._by(expected).complain(expected, answer, scene)

    def describes(self, expected: Plain) -> str:
        return self._by(expected).describes(expected)


@dataclass(frozen=True)
class Rule(Check):
    """An exercise with more than one right answer: the author's function judges."""

    rule: Callable[[Any, str], str | bool | None]
    wants: str = ""

    def _says(self, answer: Plain, scene: Scene) -> str:
        try:
            said = self.rule(thaw(answer), scene.text)
        except Exception:  # the rule reckons with things of another kind
            said = f"I expected {scene.expects} and found {describe(answer)}. Is something else in it than you think?"
        if said is None or said is True or said == "":
            return ""
        return said if isinstance(said, str) else f"That is not yet {scene.expects}."

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        return (
            readable(answer)
            and not has(answer, "undone")
            and not misfit(answer, self.kind_of(expected), scene)
            and not self._says(answer, scene)
        )

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        if not readable(answer):
            return f"I expected {scene.expects} and found {describe(answer)}."
        return self._says(answer, scene) or f"I expected {scene.expects} and found {describe(answer)}."


@dataclass(frozen=True)
class Several(Check):
    """Several comparators, of which every one or any one must agree."""

    checks: tuple[Check, ...]
    every: bool

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        return (all if self.every else any)(check.same(expected, answer, scene) for check in self.checks)

    def kind_of(self, expected: Plain) -> str:
        return self.checks[0].kind_of(expected)

    def describes(self, expected: Plain) -> str:
        return self.checks[0].describes(expected)

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        failed = next((check for check in self.checks if not check.same(expected, answer, scene)), self.checks[0])
        return failed.complain(expected, answer, scene)


# --- what authors call ----------------------------------------------------------------------------------------------


def same_value(*, exact: bool = False, names: bool | Mapping[str, str] = False, decimals: int = 2) -> Check:
    """Compare whatever is expected in its own way: a number, a string, a date, a list (in order), a set, a table.

    Parameters
    ----------
    exact : bool, default False
        White space at the ends of strings matters.
    names : bool or mapping, default False
        Strings are names of states and organizations: any spelling in the reference tables is right.
    decimals : int, default 2
        A number may be rounded to so many decimals.

    Returns
    -------
    Check
        For `Exercise(check=...)`. This is what an exercise has that names no check.

    Examples
    --------
    >>> same_value().says(4186, 4186.0)
    ''
    """
    return SameValue(Reading(exact=exact, names=names, decimals=decimals))


def same_text(*, exact: bool = False, names: bool | Mapping[str, str] = False) -> Check:
    """Compare a string; white space at the ends does not matter unless `exact`.

    Examples
    --------
    >>> same_text().says("Mongolia", "Mongolia ")
    ''
    """
    return SameText(Reading(exact=exact, names=names))


def same_number(tolerance: float | None = None, *, decimals: int = 2) -> Check:
    """Compare a number.

    Parameters
    ----------
    tolerance : float, optional
        It may be off by so much. Without it, it must be right, but may be rounded.
    decimals : int, default 2
        To how many decimals it may be rounded.

    Returns
    -------
    Check
        For `Exercise(check=...)`.

    Examples
    --------
    >>> same_number().says(2 / 3, 0.67), same_number(0.1).says(2 / 3, 0.6)
    ('', '')
    >>> same_number().says(4186, 4193)
    'I found 4193. That is close, but a little too high. What is counted that should not be?'
    """
    return SameNumber(Reading(tolerance=tolerance, decimals=decimals))


def same_set(*, names: bool | Mapping[str, str] = False, exact: bool = False) -> Check:
    """Compare a collection in which the order does not matter, in whatever it is kept; repetitions do matter.

    Examples
    --------
    >>> same_set().says({"a", "b"}, ["b", "a"])
    ''
    >>> same_set().says({"a", "b"}, ["b", "a", "a"])
    "Nothing is missing, but 1 is there too often: `'a'`. I expected a set and found a list of 3."
    """
    return SameBag(Reading(names=names, exact=exact), ordered=False)


def same_list(*, names: bool | Mapping[str, str] = False, exact: bool = False) -> Check:
    """Compare a collection in which the order matters, in whatever it is kept.

    Examples
    --------
    >>> same_list().says(["a", "b"], ("a", "b"))
    ''
    >>> same_list().says(["a", "b"], ["b", "a"]).partition(".")[0]
    'The right things in another order'
    """
    return SameBag(Reading(names=names, exact=exact), ordered=True)


def same_mapping(*, names: bool | Mapping[str, str] = False, decimals: int = 2) -> Check:
    """Compare keys with their values: a dict, a Counter, a Series with labels, a list of pairs, a table of two columns.

    Examples
    --------
    >>> same_mapping().says({"a": 1}, [("a", 1.0)])
    ''
    >>> same_mapping().says({"a": 1}, {"a": 2})
    "All keys of `answer` are right, but 1 value is not. Look at `'a'`, where you have `2`."
    """
    return SameMapping(Reading(names=names, decimals=decimals))


def same_table(
    columns: Iterable[str] = (),
    key: str | Iterable[str] = (),
    *,
    names: Iterable[str] = (),
    ordered: bool = False,
    decimals: int = 2,
) -> Check:
    """Compare a table, or what can be seen as one: a list of dicts, of tuples, a dict of lists.

    Parameters
    ----------
    columns : iterable of str, optional
        The columns that must be there and right. Without them: those of the expected table. Others do not matter.
    key : str or iterable of str, optional
        The columns by which a row is known: messages then say in which row and column something is wrong.
    names : iterable of str, optional
        Columns with names of states or organizations, in any spelling.
    ordered : bool, default False
        The order of the rows matters.
    decimals : int, default 2
        Numbers may be rounded to so many decimals.

    Returns
    -------
    Check
        For `Exercise(check=...)`.

    Examples
    --------
    >>> same_table(["name", "n"], key="name").says([{"name": "India", "n": 1}], [("India", 1)])
    ''
    >>> same_table(["name", "n"], key="name").says([{"name": "India", "n": 1}], [("India", 2)])
    "The rows are right, but in column `n` 1 cell is not. Look at the row of `'India'`, where you have `2`."
    """
    key = (key,) if isinstance(key, str) else tuple(key)
    return SameTable(Reading(decimals=decimals), tuple(columns), key, tuple(names), ordered)


def same_spans(labels: bool | None = None) -> Check:
    """Compare places in the text: tuples (start, end), dicts, rows of a table, in any order.

    Parameters
    ----------
    labels : bool, optional
        Whether labels must be right, too. Without it: if the expected spans have labels.

    Returns
    -------
    Check
        For `Exercise(check=...)`.

    Examples
    --------
    >>> same_spans().says([(0, 3)], [{"start": 0, "end": 3}])
    ''
    """
    return SameSpans(labels)


def judged_by(rule: Callable[[Any, str], str | bool | None], wants: str = "") -> Check:
    """Let a rule of your own judge, for an exercise with many right answers.

    Parameters
    ----------
    rule : callable
        Gets the answer (a copy: lists, dicts, sets, strings, numbers, tables) and the text. Returns "", None or True
        if it is right, else the message.
    wants : str, optional
        The kind of thing that is wanted: "number", "text", "sequence", "set", "mapping", "table", "spans". Something
        else gets the general message and never reaches the rule. Without it: the kind of thing that `answers` gives.

    Returns
    -------
    Check
        For `Exercise(check=...)`; `answers` then gives one right answer of many.

    Examples
    --------
    >>> long_enough = judged_by(lambda answer, text: "" if len(answer) > 2 else "Three at least, please.")
    >>> long_enough.says([1, 2, 3], [1])
    'Three at least, please.'
    """
    return Rule(rule, wants)


def all_of(*checks: Check) -> Check:
    """Ask for an answer that passes all of these checks; the first that fails says why.

    Examples
    --------
    >>> short = judged_by(lambda answer, text: len(answer) < 9)
    >>> all_of(same_text(), short).says("Mongolia", "Mongolia")
    ''
    """
    return Several(checks, every=True)


def any_of(*checks: Check) -> Check:
    """Ask for an answer that passes one of these checks; the first says what is wrong with one that passes none.

    Examples
    --------
    >>> any_of(same_list(), same_set()).says([1, 2], [2, 1])
    ''
    """
    return Several(checks, every=False)
