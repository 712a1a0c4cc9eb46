"""How single values are read before they are compared: numbers, dates, names."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from helpers.exercises.plain import MISSING, Node, Plain

NUMBERS = (bool, int, float)
MANY = 60
"""Leftovers beyond this many are not paired one by one: that would take time and help nobody."""


@dataclass(frozen=True)
class Reading:
    """How single values are read before they are compared.

    Attributes
    ----------
    exact : bool
        White space around a string matters.
    names : bool or mapping
        Strings are names of states or organizations: every spelling in the reference tables stands for the same.
        A mapping adds spellings: {"the Kazakhs": "Kazakhstan"}.
    tolerance : float or None
        How far a number may be off. None: not at all, but it may be rounded (see `decimals`).
    decimals : int
        A number that is rounded to so many decimals or more is right.
    dates : bool
        Strings that are dates are read as dates.
    blank : bool
        An empty string is a missing value (as in a table).
    """

    exact: bool = False
    names: bool | Mapping[str, str] = False
    tolerance: float | None = None
    decimals: int = 2
    dates: bool = False
    blank: bool = False

    def for_(self, expected: Plain) -> Reading:
        """Read strings as dates where dates are expected."""
        return replace(self, dates=True) if not self.exact and _speaks_of_dates(expected) else self

    def key(self, thing: Plain) -> Any:
        """Return something hashable that is equal for things that are the same (but for rounding).

        Examples
        --------
        >>> Reading().key("Mongolia ") == Reading().key("Mongolia")
        True
        """
        kind = type(thing)
        if kind is str:
            thing = thing if self.exact else thing.strip()
            if self.blank and not thing:
                return MISSING
            if self.dates and (day := _date(thing)) is not None:
                return day
            return canonical(thing, self.names) if self.names else thing
        if kind in NUMBERS:
            return _number_key(thing)
        if thing is None:
            return MISSING
        if kind is dt.datetime:
            return thing.date() if thing.tzinfo is None and thing.time() == dt.time() else thing.isoformat()
        if kind is tuple:
            return ("sequence", tuple([self.key(item) for item in thing]))
        if kind is not Node:
            return thing
        if thing.kind == "sequence":
            return ("sequence", tuple([self.key(item) for item in thing.items]))
        if thing.kind == "set":
            return ("set", frozenset(Counter(self.key(item) for item in thing.items).items()))
        if thing.kind == "mapping":
            return ("mapping", frozenset((self.key(key), self.key(value)) for key, value in thing.items))
        if thing.kind == "table":
            return ("table", tuple(map(self.key, thing.columns)), tuple(map(self.key, thing.items)))
        return (thing.kind, thing.type, thing.labels)

    def same(self, expected: Plain, answer: Plain) -> bool:
        """Tell whether two things are the same; numbers may be rounded, at any depth.

        Examples
        --------
        >>> Reading().same(2 / 3, 0.67), Reading().same(2 / 3, 0.66)
        (True, False)
        """
        if type(expected) in NUMBERS and type(answer) in NUMBERS:
            return self.close(expected, answer)
        one, other = items_in(expected, "sequence"), items_in(answer, "sequence")
        if one is not None and other is not None:
            return len(one) == len(other) and all(map(self.same, one, other))
        if node_kind(expected) == "set" and node_kind(answer) in ("set", "sequence"):
            return not any(self.differences(expected.items, answer.items))
        if node_kind(expected) == node_kind(answer) == "mapping":
            theirs = {self.key(key): value for key, value in answer.items}
            return expected.size == answer.size and all(
                self.key(key) in theirs and self.same(value, theirs[self.key(key)]) for key, value in expected.items
            )
        return bool(self.key(expected) == self.key(answer))

    def close(self, expected: float, answer: float) -> bool:
        """Tell whether a number is right, or is the right one, rounded."""
        if expected == answer:
            return True
        try:
            expected, answer = float(expected), float(answer)
        except OverflowError:
            return False
        if math.isnan(expected) or math.isnan(answer):
            return math.isnan(expected) and math.isnan(answer)
        if math.isclose(expected, answer, rel_tol=1e-9, abs_tol=1e-12):
            return True
        if math.isinf(expected) or math.isinf(answer):
            return False
        if self.tolerance is not None:
            return abs(expected - answer) <= self.tolerance * (1 + 1e-9)
        if expected == int(expected):
            return False
        return any(
            abs(expected - answer) <= 0.5 * 10**-places * (1 + 1e-6)
            and math.isclose(answer, round(answer, places), rel_tol=1e-12)
            for places in range(self.decimals, 9)
        )

    def differences(self, expected: Iterable[Plain], answer: Iterable[Plain]) -> tuple[list[Plain], list[Plain]]:
        """Compare two bags: what is missing in the answer, and what it has too much.

        Examples
        --------
        >>> Reading().differences(["a", "b"], ["b", "b", "c"])
        (['a'], ['b', 'c'])
        """
        wanted: defaultdict[Any, list[Plain]] = defaultdict(list)
        for thing in expected:
            wanted[self.key(thing)].append(thing)
        extra = []
        for thing in answer:
            key = self.key(thing)
            if wanted.get(key):
                wanted[key].pop()
            else:
                extra.append(thing)
        missing = [thing for things in wanted.values() for thing in things]
        if 0 < len(missing) <= MANY and len(extra) <= MANY and any(map(_has_fraction, missing)):
            for thing in list(missing):  # keys know nothing of rounding
                match = next((place for place, other in enumerate(extra) if self.same(thing, other)), None)
                if match is not None:
                    missing.remove(thing)
                    del extra[match]
        return missing, extra


def _number_key(number: float) -> Any:
    if type(number) is float:
        if math.isnan(number):
            return MISSING
        if not number.is_integer() if math.isfinite(number) else True:
            return float(f"{number:.9g}")
        return int(number)
    return int(number)


def _has_fraction(thing: Plain) -> bool:
    if type(thing) is float:
        return True
    items = thing if type(thing) is tuple else thing.items if type(thing) is Node else ()
    return any(map(_has_fraction, items))


def node_kind(thing: Plain) -> str:
    """Name the kind of a container, "" for a single value."""
    return thing.kind if type(thing) is Node else ""


def items_in(thing: Plain, kind: str) -> tuple[Plain, ...] | None:
    """Return the items of a container of this kind, else None."""
    if type(thing) is tuple:
        return thing if kind == "sequence" else None
    return thing.items if type(thing) is Node and thing.kind == kind else None


_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WRITTEN = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_AMERICAN = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTHS = dict(
    zip("jan feb mar apr may jun jul aug sep oct nov dec".split(), range(1, 13), strict=True)  # noqa: SIM905
)


def _speaks_of_dates(thing: Plain) -> bool:
    if type(thing) is str:
        return _ISO.fullmatch(thing) is not None
    if type(thing) in (dt.date, dt.datetime):
        return True
    items = thing if type(thing) is tuple else thing.items if type(thing) is Node else ()
    return any(map(_speaks_of_dates, items[:200]))


@cache
def _date(written: str) -> dt.date | None:
    if not 8 <= len(written) <= 30 or not any(map(str.isdigit, written)):
        return None
    try:
        if _ISO.fullmatch(written):
            return dt.date.fromisoformat(written)
        if written.endswith("00:00:00"):
            return dt.date.fromisoformat(written[:10])
        if match := _WRITTEN.fullmatch(written):
            day, month, year = match.groups()
        elif match := _AMERICAN.fullmatch(written):
            month, day, year = match.groups()
        else:
            return None
        return dt.date(int(year), _MONTHS[month[:3].lower()], int(day))
    except (ValueError, KeyError):
        return None


def canonical(name: str, more: bool | Mapping[str, str] = True) -> str:
    """Return one and the same key for all spellings of a state's or organization's name.

    Parameters
    ----------
    name : str
        As somebody wrote it.
    more : bool or mapping, default True
        Further spellings: {"spelling": "name"}.

    Returns
    -------
    str
        A key; it is meant for comparing, not for reading.

    Examples
    --------
    >>> canonical("the Kyrgyz Republic") == canonical("Kyrgyzstan")
    True
    >>> canonical("UNODC") == canonical("United Nations Office on Drugs and Crime (UNODC)")
    True
    >>> canonical("Iran") == canonical("Iraq")
    False
    """
    if isinstance(more, Mapping):
        name = _index(tuple(more.items())).get(_fold(name), name)
    table, folded = _spellings(), _fold(name)
    if folded not in table and folded.endswith(")"):
        folded = folded.rpartition("(")[0].strip()
    return table.get(folded, folded)


@lru_cache(maxsize=32)
def _index(more: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """Look up further spellings by their folded form; where two fold alike, the first counts."""
    return {_fold(spelling): name for spelling, name in reversed(more)}


def _fold(name: str) -> str:
    return _fold_short(name[:300])


@lru_cache(maxsize=20_000)  # an answer may hold the same name, or a text's few letters, thousands of times
def _fold_short(name: str) -> str:
    from helpers.folding import Folded

    folded = " ".join(Folded(name).text.casefold().split()).strip(" .,;")
    return folded.removeprefix("the ")


@cache
def _spellings() -> dict[str, str]:
    """Read all spellings of the reference tables: folded spelling to key."""
    from helpers import reference

    table: dict[str, str] = {}

    def add(spelling: str, key: str) -> None:
        if spelling:
            table.setdefault(_fold(spelling), key)

    states, changes = reference.states(), reference.name_changes()
    for column in ("short_name", "un_short_name", "formal_name"):
        for spelling, iso3 in zip(states[column], states["iso3"], strict=True):
            add(spelling, f"state {iso3}")
    for column in ("old_short", "new_short", "old_formal", "new_formal"):
        for spelling, iso3 in zip(changes[column], changes["iso3"], strict=True):
            add(spelling, f"state {iso3}")
    bodies = reference.organizations()
    for column in ("name", "acronym"):
        for spelling, name in zip(bodies[column], bodies["name"], strict=True):
            add(spelling, f"body {_fold(name)}")
    others = reference.aliases()
    for column in ("alias", "canonical"):
        for spelling, name, kind in zip(others[column], others["canonical"], others["kind"], strict=True):
            if column == "alias" or kind != "state":
                add(spelling, f"state {name}" if kind == "state" else f"body {_fold(name)}")
    posts = reference.posts()
    for post, spellings in zip(posts["post"], posts["aliases"], strict=True):
        for spelling in [post, *spellings.split(";")]:
            add(spelling, f"post {_fold(post)}")
    return table
