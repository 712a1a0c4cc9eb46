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

import datetime as dt
import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from helpers.exercises.plain import MISSING, Node, Plain, count, describe, has, plain, readable, show, thaw

_NUMBERS = (bool, int, float)
MANY = 60
"""Leftovers beyond this many are not paired one by one: that would take time and help nobody."""


@dataclass(frozen=True)
class Scene:
    """What a message may speak about.

    Attributes
    ----------
    name : str
        The learner's variable, as in `words`.
    expects : str
        What was wanted, in a few words: "a set of characters".
    text : str
        The text that the exercise is about; says where to look.
    """

    name: str = "answer"
    expects: str = ""
    text: str = ""


# --- single values --------------------------------------------------------------------------------------------------


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
        if kind in _NUMBERS:
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
        if type(expected) in _NUMBERS and type(answer) in _NUMBERS:
            return self.close(expected, answer)
        one, other = _items(expected, "sequence"), _items(answer, "sequence")
        if one is not None and other is not None:
            return len(one) == len(other) and all(map(self.same, one, other))
        if _kind(expected) == "set" and _kind(answer) in ("set", "sequence"):
            return not any(self.differences(expected.items, answer.items))
        if _kind(expected) == _kind(answer) == "mapping":
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


def _kind(thing: Plain) -> str:
    return thing.kind if type(thing) is Node else ""


def _items(thing: Plain, kind: str) -> tuple[Plain, ...] | None:
    if type(thing) is tuple:
        return thing if kind == "sequence" else None
    return thing.items if type(thing) is Node and thing.kind == kind else None


_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_WRITTEN = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_AMERICAN = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_MONTHS = {
    name: number
    for number, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1
    )
}


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
        name = next((other for spelling, other in more.items() if _fold(spelling) == _fold(name)), name)
    table, folded = _spellings(), _fold(name)
    if folded not in table and folded.endswith(")"):
        folded = folded.rpartition("(")[0].strip()
    return table.get(folded, folded)


def _fold(name: str) -> str:
    from helpers.folding import Folded

    folded = " ".join(Folded(name[:300]).text.casefold().split()).strip(" .,;")
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


# --- what everybody may get wrong -----------------------------------------------------------------------------------

_CONTAINERS = ("sequence", "set", "mapping", "table", "spans")


def misfit(answer: Plain, wants: str, scene: Scene) -> str:
    """Say what is wrong with an answer that is not even of the wanted kind; empty if nothing is known to be wrong.

    Parameters
    ----------
    answer : Plain
        The frozen copy of the answer.
    wants : str
        "number", "text", "truth", "date", "sequence", "set", "mapping", "table", "spans", or "" for anything.
    scene : Scene
        Names for the message.

    Returns
    -------
    str
        One to three sentences, or "".

    Examples
    --------
    >>> misfit(plain("abc".split), "sequence", Scene("words"))
    '`words` is the method `split` itself, not what it gives. Add the brackets: `.split()`.'
    """
    name, expects = f"`{scene.name}`", scene.expects or _WANTED.get(wants, "something else")
    kind = type(answer)
    if has(answer, "undone"):
        return f"There is still a `...` inside {name}. What belongs in its place?"
    if answer is None:
        return (
            f"{name} is `None`, that is, nothing. Did you print a result instead of storing it? Or did you store what "
            "a method like `.sort()` or `.append()` gives back? Those change the list itself and give back `None`."
        )
    if kind is Node:
        message = _unreadable(answer, name, expects)
        if message:
            return message
    if kind is bytes and wants != "bytes":
        return f"{name} holds bytes, the raw file. What turns bytes into text? Think of `.decode()`."
    if kind is str and wants in _CONTAINERS:
        looks = "It looks like one, but the quotes make it text. " if re.match(r"\s*[\[({]", answer) else ""
        return (
            f"{name} is one string of {count(len(answer), 'character')}. {looks}I expected {expects}: "
            "several things, each of its own."
        )
    if kind in _NUMBERS and wants in _CONTAINERS:
        return (
            f"{name} is {describe(answer)}. I expected {expects}: the things themselves. Did you count or compare them?"
        )
    if wants == "number" and kind is str:
        digits = re.fullmatch(r"\s*[-+]?\d[\d,.]*\s*", answer) is not None
        return f"{name} is the text {show(answer, 30)}, in quotes. " + (
            "Python can not count with it: `int()` makes a number of it." if digits else f"I expected {expects}."
        )
    if wants == "number" and kind is bool:
        return f"{name} is {answer}: the answer to a question with yes or no. I expected {expects}."
    if wants == "truth" and kind is not bool:
        return f"{name} is {describe(answer)}. I expected {expects}: `True` or `False`, without quotes."
    if wants in ("number", "text", "date", "truth") and kind is Node and answer.kind in _CONTAINERS:
        return _not_single(answer, wants, name, expects)
    if wants == "text" and kind in _NUMBERS:
        return f"{name} is {describe(answer)}. I expected {expects}: the text itself. Did you measure or count it?"
    if wants == "mapping" and kind is Node and answer.kind in ("sequence", "set"):
        return f"{name} is {describe(answer)}. I expected {expects}: to each key its value."
    if wants in ("sequence", "set", "spans") and kind is Node and answer.kind == "mapping":
        return (
            f"{name} is {describe(answer)}. I expected {expects}. "
            "`list(...)` of a dict gives its keys, `.values()` its values: which do you need?"
        )
    return ""


_WANTED = {
    "number": "a number",
    "text": "a string",
    "truth": "True or False",
    "date": "a date",
    "sequence": "a list",
    "set": "a set",
    "mapping": "a dict",
    "table": "a table",
    "spans": "a list of spans, each with start and end",
}


def _unreadable(answer: Node, name: str, expects: str) -> str:
    """Say what is wrong with something that can not be read, or with what is in it."""
    first = answer.labels[0] if answer.labels else ""
    if answer.kind == "method":
        return f"{name} is the method `{first}` itself, not what it gives. Add the brackets: `.{first}()`."
    if answer.kind == "function":
        return (
            f"{name} is the function `{first}` itself, not what it gives. Call it: its name, then brackets, "
            "and in them what it works on."
        )
    if answer.kind == "class":
        return f"{name} is `{first}`, a type. Call it to make one: `{first}(...)`."
    if answer.kind == "iterator":
        return (
            f"{name} is {describe(answer)}: a promise of things that can be read only once, so I did not touch it. "
            "Wrap it in `list()`."
        )
    if answer.kind == "file":
        return f"{name} is the open file, not what is written in it. Which method reads it?"
    if answer.kind == "match":
        return f"{name} is a match. `.group()` gives the text that was found, `.span()` its place."
    if answer.kind == "group":
        return f"{name} is a table sorted into groups, waiting. What do you want to know of each group: `.size()`, `.sum()`?"
    if answer.kind == "endless" or has(answer, "endless"):
        return f"{name} contains itself, so it has no end. I expected {expects}. Did you append a list to itself?"
    if answer.kind == "large":
        return f"{name} is {describe(answer)}: so large that I stopped reading. I expected {expects}. Does a loop go round too often?"
    if answer.kind == "other":
        return f"{name} is {describe(answer)}, which I can not compare. I expected {expects}."
    for kind, sentence in (
        ("iterator", "holds a promise of things that can be read only once. Wrap each of these in `list()`."),
        ("method", "holds a method, not what it gives. Where are brackets missing?"),
        ("function", "holds a function, not what it gives. Where are brackets missing?"),
        ("class", "holds a type, not a thing of that type. Where are brackets missing?"),
        ("match", "holds matches. `.group()` of each gives the text that was found, `.span()` its place."),
    ):
        if has(answer, kind):
            return f"{name} is {describe(answer)}, but it {sentence}"
    if has(answer, "other", "file", "group", "large"):
        return f"{name} is {describe(answer)} with things in it that I can not compare. I expected {expects}."
    return ""


def _not_single(answer: Node, wants: str, name: str, expects: str) -> str:
    if answer.size == 1 and answer.type == "tuple":
        return f"{name} is a tuple of one. Does a comma stand at the end of your line? It makes a tuple. Take it away."
    if answer.size == 1 and answer.kind in ("sequence", "set"):
        return f"{name} is {describe(answer)}. I expected {expects}: not a container with one thing in it, the thing alone."
    if wants == "number":
        return f"{name} is {describe(answer)}. I expected {expects}. What counts the things in it?"
    return f"{name} is {describe(answer)}. I expected {expects}: one thing. Which of them is it, or how do they become one?"


# --- words for messages ---------------------------------------------------------------------------------------------


def _examples(things: Sequence[Plain], most: int = 2) -> str:
    """Show the first few wrong things, each of them once."""
    written = list(dict.fromkeys(show(thing, 36) for thing in things[:50]))
    return ", ".join(f"`{_ticks(one)}`" for one in written[:most])


def _ticks(written: str) -> str:
    return written.replace("`", "'")


def _number_of(things: Sequence[Plain], verb: str, verbs: str) -> str:
    return f"{len(things):,} {verb if len(things) == 1 else verbs}"


def place(thing: Plain, text: str) -> str:
    """Say in which paragraph of the text a missing thing stands; empty if it is not there.

    Examples
    --------
    >>> place("Mongolia", "A title\\n\\nIndia and Mongolia met.")
    'paragraph 2'
    """
    start = -1
    if type(thing) is str and thing.strip():
        start = text.find(thing)
    elif type(thing) is int and type(thing) is not bool:
        start = thing if 0 <= thing < len(text) else -1
    elif (items := _items(thing, "sequence")) is not None:
        return next((found for item in items[:4] if (found := place(item, text))), "")
    if start < 0:
        return ""
    return f"paragraph {sum(1 for line in text[: start + 1].splitlines() if line.strip())}"


def _where_to_look(missing: Sequence[Plain], text: str) -> str:
    """Lead to the first missing thing without naming it."""
    for thing in missing[:20]:
        if text and (found := place(thing, text)):
            return f"Look again at {found} (the title is paragraph 1)."
    first = missing[0]
    if type(first) is str and len(first.strip()) > 4:
        return f"{'It' if len(missing) == 1 else 'One of them'} begins with “{first.strip()[0]}”."
    return ""


def nearly(expected: Plain, answer: Plain) -> str:
    """Say in what small thing two strings differ; empty if they differ in more.

    Examples
    --------
    >>> nearly("Mongolia", "mongolia")
    'mind capital letters'
    """
    if type(expected) is not str or type(answer) is not str:
        return ""
    one, other = expected.strip(), answer.strip()
    if one.casefold() == other.casefold():
        return "mind capital letters"
    if "".join(one.split()) == "".join(other.split()):
        return "mind the white space inside"
    if len(one) == len(other) <= 2000 and _alike(one) == _alike(other):
        return "one character only looks the same"
    edge = " .,;:!?'\"“”‘’()[]\n\t"
    if one.strip(edge) == other.strip(edge):
        return "mind the marks at the ends"
    if other.casefold() == f"the {one.casefold()}":
        return "mind the article in front"
    return ""


def _alike(word: str) -> str:
    from helpers.folding import Folded

    return Folded(word).text


def _bag_message(
    expected: Sequence[Plain], answer: Sequence[Plain], reading: Reading, scene: Scene, found: str, *, ordered: bool
) -> str:
    """Tell the difference between two collections."""
    missing, extra = reading.differences(expected, answer)
    right = {reading.key(thing) for thing in expected}
    repeated = [thing for thing in extra if reading.key(thing) in right]
    foreign = [thing for thing in extra if reading.key(thing) not in right]
    if repeated and not missing and not foreign:
        return (
            f"Nothing is missing, but {_examples(repeated)} {'stands' if len(repeated) == 1 else 'and others stand'} "
            f"there more often than it should. I expected {scene.expects}."
            if len({reading.key(thing) for thing in repeated}) > 1
            else f"Nothing is missing, but {_examples(repeated)} is there more often than it should. "
            f"I expected {scene.expects}."
        )
    parts = [f"I expected {scene.expects} and found {found}."]
    if not answer:
        return f"{parts[0]} Does the line that collects things ever run?"
    if foreign:
        close = next(
            ((thing, why) for thing in foreign[:20] for other in missing[:50] if (why := nearly(other, thing))), None
        )
        if close:
            parts.append(f"{_examples([close[0]])} is nearly right: {close[1]}.")
            if len(foreign) > 1:
                parts.append(f"{_number_of(foreign, 'does', 'do')} not belong.")
        else:
            belongs = _number_of(foreign, "does not belong", "do not belong")
            parts.append(f"{belongs}{', for example' if len(foreign) > 2 else ':'} {_examples(foreign)}.")
    if repeated:
        parts.append(f"{_examples(repeated, 1)} is there too often.")
    if missing:
        parts.append(f"{_number_of(missing, 'is', 'are')} missing. {_where_to_look(missing, scene.text)}".strip())
    return " ".join(parts)


# --- comparators ----------------------------------------------------------------------------------------------------


class Check:
    """A comparator. `same` tells whether an answer is right, `complain` says what is wrong with one that is not."""

    wants = ""
    """What kind of thing is wanted; "" means: see what is expected."""

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        """Tell whether an answer is as good as the expected one."""
        raise NotImplementedError

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        """Say what is wrong with an answer."""
        raise NotImplementedError

    def says(self, expected: object, answer: object, text: str = "") -> str:
        """Say what is wrong with an answer, "" if nothing is: for trying a comparator out.

        Examples
        --------
        >>> same_set().says({1, 2}, [2, 1])
        ''
        """
        wanted, found = plain(expected), plain(answer)
        scene = Scene(expects=self.describes(wanted), text=text)
        if self.same(wanted, found, scene):
            return ""
        return misfit(found, self.kind_of(wanted), scene) or self.complain(wanted, found, scene)

    def kind_of(self, expected: Plain) -> str:
        """Name the kind of thing that is wanted (see `misfit`)."""
        return self.wants or kind_of(expected)

    def describes(self, expected: Plain) -> str:
        """Say in a few words what is expected, for an exercise whose author does not."""
        return _WANTED.get(self.kind_of(expected), "something else")


def kind_of(expected: Plain) -> str:
    """Name the kind of thing that an expected answer is.

    Examples
    --------
    >>> kind_of(plain({"a", "b"})), kind_of(3), kind_of("x")
    ('set', 'number', 'text')
    """
    kind = type(expected)
    if kind is Node:
        return expected.kind
    if kind is bool:
        return "truth"
    if kind in (int, float):
        return "number"
    return {str: "text", dt.date: "date", dt.datetime: "date", bytes: "bytes"}.get(kind, "")


def _bag(thing: Plain, width: int = 1) -> tuple[Plain, ...] | None:
    """Read a collection, whatever it is kept in."""
    if type(thing) is not Node:
        return None
    if thing.kind in ("sequence", "set"):
        return thing.items
    if thing.kind == "table" and len(thing.columns) == 1:
        return tuple(row[0] for row in thing.items)
    if thing.kind == "table" and len(thing.columns) == width > 1:
        return thing.items
    return None


def _width(things: Sequence[Plain]) -> int:
    items = _items(things[0], "sequence") if things else None
    return len(items) if items is not None else 1


@dataclass(frozen=True)
class _Bag(Check):
    """A collection in which the order does not matter (a set), or does (a list)."""

    reading: Reading
    ordered: bool

    @property
    def wants(self) -> str:  # type: ignore[override]
        return "sequence" if self.ordered else "set"

    def _pair(self, expected: Plain, answer: Plain) -> tuple[Sequence[Plain], Sequence[Plain]] | None:
        one = _bag(expected, 2)
        other = _bag(answer, _width(one)) if one is not None else None
        return (one, other) if one is not None and other is not None else None

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        reading = self.reading.for_(expected)
        pair = self._pair(expected, answer)
        if pair is None:
            return reading.same(expected, answer)
        if len(pair[0]) != len(pair[1]):
            return False
        if not self.ordered or _kind(expected) == "set":
            return not any(reading.differences(*pair))
        return (_kind(answer) != "set" and all(map(reading.same, *pair))) or (len(pair[0]) < 2 and reading.same(*pair))

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        reading = self.reading.for_(expected)
        pair = self._pair(expected, answer)
        if pair is None:
            which = ' Which of its columns is it? `table["name"]` takes one.' if _kind(answer) == "table" else ""
            return f"I expected {scene.expects} and found {describe(answer)}.{which}"
        inner = _inner(pair[1])
        if len(pair[1]) == 1 and inner is not None and _kind(pair[0][0] if pair[0] else None) not in _CONTAINERS:
            return (
                f"`{scene.name}` is {describe(answer)}, and in it is {describe(pair[1][0])}: a container in a container. "
                f"I expected {scene.expects}. Are there brackets too many, or `append` where you need `extend`?"
            )
        if self.ordered and not any(reading.differences(*pair)):
            if _kind(answer) == "set":
                return f"The right things, but `{scene.name}` is a set, and a set has no order. I expected {scene.expects}."
            wrong = next(number for number, (a, b) in enumerate(zip(*pair, strict=True)) if not reading.same(a, b))
            return (
                f"The right things in another order. Number {wrong + 1} of yours, {_examples([pair[1][wrong]])}, "
                f"is the first that stands elsewhere. I expected {scene.expects}."
            )
        message = _bag_message(*pair, reading, scene, describe(answer), ordered=self.ordered)
        if self.ordered and pair[1]:
            right = next(
                (number for number, (a, b) in enumerate(zip(*pair, strict=False)) if not reading.same(a, b)),
                min(map(len, pair)),
            )
            if right > 0:
                message += f" The first {right} are right." if right > 1 else " The first is right."
        return message


def _inner(things: Sequence[Plain]) -> Plain:
    return things[0] if things and _kind(things[0]) in ("sequence", "set") else None


@dataclass(frozen=True)
class _Number(Check):
    reading: Reading
    wants = "number"

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        if type(expected) in (int, float) and type(answer) in (int, float):
            return self.reading.close(expected, answer)
        return type(expected) is type(answer) and self.reading.same(expected, answer)

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        start = f"I expected {scene.expects} and found {show(answer, 30)}."
        if type(answer) not in (int, float) or type(expected) not in (int, float):
            return f"I expected {scene.expects} and found {describe(answer)}."
        try:
            wanted, found = float(expected), float(answer)
        except OverflowError:
            return f"{start} That is far too large. Does a loop go round too often?"
        if math.isnan(found):
            return f"`{scene.name}` is `nan`, which means: not a number. Was something divided by nothing?"
        if wanted and self.reading.close(wanted * 100, found):
            return f"{start} Is that a percentage? I expected a share, between 0 and 1."
        if found and self.reading.close(wanted, found * 100):
            return f"{start} Is that a share, between 0 and 1? I expected a percentage."
        if wanted and self.reading.close(-wanted, found):
            return f"{start} The sign is the wrong way round. What did you take from what?"
        if wanted != int(wanted) and abs(found - wanted) < 1 and found == int(found):
            return f"{start} Did you round it, or divide with `//`? Keep two decimals at least."
        way = "high" if found > wanted else "low"
        off = abs(found - wanted)
        if off <= 0.03 * abs(wanted):
            return f"{start} That is close, but a little too {way}. What did you count that is none, or leave out?"
        much = "much " if wanted and (abs(found) > 2 * abs(wanted) or abs(found) < abs(wanted) / 2) else ""
        return f"{start} That is {much}too {way}. What exactly did you count?"


@dataclass(frozen=True)
class _Text(Check):
    reading: Reading
    wants = "text"

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        return self.reading.for_(expected).same(expected, answer)

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        if type(answer) is not str or type(expected) is not str:
            return f"I expected {scene.expects} and found {describe(answer)}."
        wanted, found = (expected, answer) if self.reading.exact else (expected.strip(), answer.strip())
        start = f"I expected {scene.expects} and found {show(answer, 40)}."
        if not found.strip():
            return f"`{scene.name}` is empty. I expected {scene.expects}."
        if found.strip() == wanted.strip():
            return f"{start} The words are right; there is white space at the ends that should not differ."
        if why := nearly(wanted, found):
            return f"{start} That is nearly right: {why}."
        if wanted in found:
            return f"{start} What I look for is in it, but there is something around it: yours has {count(len(found), 'character')}."
        if found in wanted:
            at = "beginning" if wanted.startswith(found) else "end" if wanted.endswith(found) else "middle"
            return f"{start} That is a piece of it, from its {at}. It goes on: where does yours stop, and why there?"
        alike = next((n for n, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), 0)
        if alike >= 4:
            return f"{start} The first {alike} characters are right. Look closely at what follows."
        where = place(wanted, scene.text)
        return (
            f"{start} {f'Look again at {where} (the title is paragraph 1).' if where else 'Where does it come from?'}"
        )


@dataclass(frozen=True)
class _Single(Check):
    """A date, True or False, bytes, None."""

    reading: Reading

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        if type(expected) is bool or type(answer) is bool:
            return type(expected) is type(answer) and expected == answer
        return self.reading.for_(expected).same(expected, answer)

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        shown = show(answer, 40) if type(answer) is not Node else describe(answer)
        return f"I expected {scene.expects} and found {shown}. How did you come to that?"


def _pairs(thing: Plain) -> tuple[tuple[Plain, Plain], ...] | None:
    """Read keys with their values, whatever they are kept in."""
    if type(thing) is not Node:
        return None
    if thing.kind == "mapping":
        return thing.items
    if thing.labels and thing.type == "Series":
        return tuple(zip(thing.labels, thing.items, strict=True))
    rows = thing.items if thing.kind in ("table", "sequence", "set") else ()
    items = [_items(row, "sequence") for row in rows]
    pairs = [(item[0], item[1]) for item in items if item is not None and len(item) == 2]
    return tuple(pairs) if pairs and len(pairs) == len(rows) else None


@dataclass(frozen=True)
class _Mapping(Check):
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
            keyed = replace(scene, expects=scene.expects)
            return "About the keys: " + _bag_message(
                keys, [key for key, _ in other], reading, keyed, describe(answer), ordered=False
            )
        wrong = [
            (key, theirs[reading.key(key)])
            for key, value in one
            if not _same_part(reading, value, theirs[reading.key(key)], scene)
        ]
        return (
            f"All keys of `{scene.name}` are right, but {_number_of(wrong, 'value is', 'values are')} not. "
            f"Look at {_examples([wrong[0][0]])}, where you have {_examples([wrong[0][1]])}."
        )


def _same_part(reading: Reading, expected: Plain, answer: Plain, scene: Scene) -> bool:
    """Compare the value of a key: a list there is compared like a list, a set like a set."""
    return same_value_with(reading).same(expected, answer, scene)


@dataclass(frozen=True)
class _Value(Check):
    """Whatever is expected, compared in its own way."""

    reading: Reading

    def _by(self, expected: Plain) -> Check:
        kind = kind_of(expected)
        if kind == "number":
            return _Number(self.reading)
        if kind == "text":
            return _Text(self.reading)
        if kind == "set":
            return _Bag(self.reading, ordered=False)
        if kind == "sequence":
            return _Bag(self.reading, ordered=True)
        if kind == "mapping":
            return _Mapping(self.reading)
        if kind == "table":
            return _Table(self.reading)
        return _Single(self.reading)

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        return self._by(expected).same(expected, answer, scene)

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        return self._by(expected).complain(expected, answer, scene)

    def describes(self, expected: Plain) -> str:
        return self._by(expected).describes(expected)


# --- tables and spans -----------------------------------------------------------------------------------------------


def _column_key(name: Plain) -> Any:
    return name.strip().casefold() if type(name) is str else name if type(name) is not Node else show(name)


def _rows(thing: Plain, columns: Sequence[Plain]) -> tuple[list[tuple[Plain, ...]] | None, list[Plain]]:
    """Read these columns out of anything that can be seen as a table: its rows, or None; and the columns it lacks."""
    if type(thing) is not Node:
        return None, []
    if thing.kind == "table":
        return _pick(thing.columns, thing.items, columns)
    if thing.kind == "mapping":
        if all(_items(value, "sequence") is not None for _, value in thing.items) and thing.items:
            lists = [_items(value, "sequence") or () for _, value in thing.items]
            if len(set(map(len, lists))) == 1:
                return _pick([key for key, _ in thing.items], list(zip(*lists, strict=True)), columns)
        return ([*thing.items], []) if len(columns) == 2 else (None, [])
    if thing.type == "Series" and thing.labels and len(columns) == 2:
        return list(zip(thing.labels, thing.items, strict=True)), []
    if thing.kind not in ("sequence", "set"):
        return None, []
    rows = []
    for item in thing.items:
        cells = _items(item, "sequence")
        if cells is not None and len(cells) == len(columns):
            rows.append(cells)
        elif _kind(item) == "mapping":
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
class _Table(Check):
    """Rows in any order (unless `ordered`); columns that were not asked for do not matter."""

    reading: Reading
    columns: tuple[str, ...] = ()
    key: tuple[str, ...] = ()
    name_columns: tuple[str, ...] = ()
    ordered: bool = False
    wants = "table"

    def _columns(self, expected: Plain) -> tuple[Plain, ...]:
        return self.columns or (expected.columns if _kind(expected) == "table" else ())

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
        columns, reading = self._columns(expected), self._reading(expected)
        one, other = self._ready(expected, expected, columns), self._ready(expected, answer, columns)
        if one is None or other is None:
            return one is None and reading.same(expected, answer)
        if len(one) != len(other):
            return False
        return all(map(reading.same, one, other)) if self.ordered else not any(reading.differences(one, other))

    def describes(self, expected: Plain) -> str:
        return f"a table with {_listed(self._columns(expected))}"

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        columns, reading = self._columns(expected), self._reading(expected)
        one, other = self._ready(expected, expected, columns), self._ready(expected, answer, columns)
        found = f"I expected {scene.expects} and found {describe(answer)}."
        if other is None or one is None:
            _, lacking = _rows(answer, columns)
            return f"{found} {'There is no' if lacking else 'I need'} {_listed(lacking or columns)}{'' if lacking else ' in it'}."
        if not other:
            return f"{found} Does a condition throw away every row?"
        keys = [number for number, column in enumerate(columns) if column in (self.key or columns)]
        wanted, theirs = ([tuple([row[number] for number in keys]) for row in rows] for rows in (one, other))
        missing, extra = reading.differences(wanted, theirs)
        shown = self._shown(answer, columns, keys)
        if missing or extra:
            parts = [found]
            if extra:
                keyed = {reading.key(row) for row in extra}
                wrong = [raw for row, raw in zip(theirs, shown, strict=True) if reading.key(row) in keyed]
                parts.append(f"{_number_of(extra, 'row does', 'rows do')} not belong: see {_examples(wrong, 1)}.")
            if missing:
                hint = _where_to_look([self._look(row) for row in missing], scene.text) if scene.text else ""
                parts.append(f"{_number_of(missing, 'row is', 'rows are')} missing. {hint}".strip())
            return " ".join(parts)
        if self.ordered and not any(reading.differences(one, other)):
            return f"The right rows in another order. I expected {scene.expects}. What do you sort by?"
        rest = [number for number in range(len(columns)) if number not in keys]
        right = {reading.key(key): row for key, row in zip(wanted, one, strict=True)}
        for number in rest:
            wrong = [
                (raw, row[number])
                for key, raw, row in zip(theirs, shown, other, strict=True)
                if not reading.same(right[reading.key(key)][number], row[number])
            ]
            if wrong:
                return (
                    f"The rows are right, but in column `{columns[number]}` {_number_of(wrong, 'cell is', 'cells are')} "
                    f"not. Look at the row of {_examples([wrong[0][0]])}, where you have {_examples([wrong[0][1]])}."
                )
        return f"{found} Some rows are mixed up."

    @staticmethod
    def _shown(answer: Plain, columns: Sequence[Plain], keys: Sequence[int]) -> list[Plain]:
        """Return the keys of the rows as the learner wrote them."""
        rows, _ = _rows(answer, columns)
        cells = [[row[number] for number in keys] for row in rows or []]
        return [row[0] if len(row) == 1 else Node("sequence", "tuple", tuple(row), len(row)) for row in cells]

    @staticmethod
    def _look(row: Sequence[Plain]) -> Plain:
        return row[0] if len(row) == 1 else tuple(row)


def _listed(columns: Sequence[Plain]) -> str:
    names = [f"`{_ticks(show(column, 30)).strip(chr(39))}`" for column in columns[:8]]
    return f"column{'s' if len(columns) > 1 else ''} {', '.join(names)}{', …' if len(columns) > 8 else ''}"


@dataclass(frozen=True)
class _Spans(Check):
    """Places in a text, with their labels where these are asked for."""

    labels: bool | None = None
    wants = "spans"

    def _vocabulary(self, expected: Plain) -> frozenset[str]:
        """List the labels that are expected; empty where none are asked for."""
        if self.labels is False:
            return frozenset()
        if _kind(expected) == "table":
            rows, _ = _rows(expected, ("label",))
            found = [row[0] for row in rows or []]
        else:
            rows_ = [_items(item, "sequence") or () for item in expected.items] if type(expected) is Node else []
            found = [row[-1] for row in rows_ if len(row) > 2]
        return frozenset(label for label in found if type(label) is str)

    def _spans(self, thing: Plain, vocabulary: frozenset[str]) -> list[tuple[int, int, str]] | None:
        if type(thing) is not Node or thing.kind not in ("table", "sequence", "set"):
            return None
        if thing.kind == "table":
            columns = ("start", "end", "label") if vocabulary else ("start", "end")
            rows, lacking = _rows(thing, columns)
            if lacking == ["label"]:
                rows, _ = _rows(thing, ("start", "end"))
            rows = rows or ([] if not thing.size and not lacking else None)
            if rows is None:
                return None
        elif _is_span(thing, vocabulary):  # a single one, without a list around it
            return None
        else:
            rows = []
            for item in thing.items:
                cells = _items(item, "sequence")
                if cells is None and _kind(item) == "mapping":
                    columns = ("start", "end", "label") if vocabulary else ("start", "end")
                    picked, lacking = _rows(Node("sequence", "list", (item,), 1), columns)
                    if lacking == ["label"]:
                        picked, _ = _rows(Node("sequence", "list", (item,), 1), ("start", "end"))
                    cells = picked[0] if picked else None
                if cells is None or len(cells) < 2:
                    return None
                rows.append(cells)
        spans = []
        for row in rows:
            start, end = row[0], row[1]
            if (
                type(start) not in (int, float)
                or type(end) not in (int, float)
                or start != int(start)
                or end != int(end)
            ):
                return None
            label = next((cell for cell in row[2:] if type(cell) is str and cell.strip() in vocabulary), None)
            other = next((cell for cell in reversed(row[2:]) if type(cell) is str), "")
            spans.append((int(start), int(end), (label or other).strip() if vocabulary else ""))
        return spans

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        vocabulary = self._vocabulary(expected)
        one, other = self._spans(expected, vocabulary), self._spans(answer, vocabulary)
        if one is None or other is None:
            return one is None and Reading().same(expected, answer)
        return Counter(one) == Counter(other)

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        vocabulary = self._vocabulary(expected)
        one, other = self._spans(expected, vocabulary), self._spans(answer, vocabulary)
        found = f"I expected {scene.expects} and found {describe(answer)}."
        if one is None or other is None:
            each = "a start, an end and a label" if vocabulary else "a start and an end, both whole numbers"
            if _is_span(answer, vocabulary):
                return f"`{scene.name}` is a single span. I expected {scene.expects}: put it in a list, `[...]`."
            return f"{found} Each span needs {each}."
        if not other:
            return f"{found} Did you store what you marked?"
        right, places = set(one), {(start, end): label for start, end, label in one}
        if vocabulary and not any(label for _, _, label in other):
            return f"{found} The labels are missing: each span needs a start, an end and a label."
        extra = [span for span in other if span not in right]
        parts = [found]
        labeled = [span for span in extra if span[:2] in places]
        moved = [span for span in extra if span not in labeled and any(_touch(span, place_) for place_ in places)]
        foreign = [span for span in extra if span not in labeled and span not in moved]
        twice = [span for span, number in Counter(other).items() if number > 1]
        if moved:
            parts.append(
                f"{_number_of(moved, 'has', 'have')} other borders than I expected: look at {_quoted(moved[0], scene.text)}. "
                "What belongs to it, and what does not?"
            )
        if labeled:
            parts.append(
                f"{_number_of(labeled, 'has', 'have')} another label: look at {_quoted(labeled[0], scene.text)}, "
                f"where you have `{_ticks(labeled[0][2][:20])}`."
            )
        if foreign:
            belongs = _number_of(foreign, "does not belong", "do not belong")
            parts.append(f"{belongs}: see {_quoted(foreign[0], scene.text)}.")
        if twice and len(parts) < 3:
            parts.append(f"{_quoted(twice[0], scene.text)} is there twice.")
        seen = {span[:2] for span in other}
        missing = [
            span for span in one if span[:2] not in seen and not any(_touch(span, place_[:2]) for place_ in moved)
        ]
        if missing and len(parts) < 4:
            hint = _where_to_look([missing[0][0]], scene.text) if scene.text else ""
            parts.append(f"{_number_of(missing, 'is', 'are')} missing. {hint}".strip())
        return " ".join(parts)


def _is_span(thing: Plain, vocabulary: frozenset[str]) -> bool:
    items = _items(thing, "sequence")
    return items is not None and 2 <= len(items) <= 5 and type(items[0]) is int and type(items[1]) is int


def _touch(span: Sequence[Any], other: Sequence[Any]) -> bool:
    return bool(span[0] < other[1] and other[0] < span[1])


def _quoted(span: tuple[int, int, str], text: str) -> str:
    start, end, _ = span
    if 0 <= start < end <= len(text):
        return f"`{_ticks(show(text[start:end], 40))}` ({start} to {end})"
    return f"{start} to {end}"


# --- a rule of the author's own -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Rule(Check):
    """An exercise with more than one right answer: the author's function judges."""

    rule: Callable[[Any, str], str | bool | None]
    wants: str = ""

    def _says(self, answer: Plain, scene: Scene) -> str:
        said = self.rule(thaw(answer), scene.text)
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
class _Several(Check):
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


def same_value_with(reading: Reading) -> Check:
    """Return the general comparator with a reading of your own."""
    return _Value(reading)


def same_value(*, exact: bool = False, names: bool | Mapping[str, str] = False, decimals: int = 2) -> Check:
    """Compare whatever is expected in its own way: a number, a string, a date, a list (in order), a set, a dict, a table.

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
    >>> same_value().same(4186, 4186.0, Scene())
    True
    """
    return _Value(Reading(exact=exact, names=names, decimals=decimals))


def same_text(*, exact: bool = False, names: bool | Mapping[str, str] = False) -> Check:
    """Compare a string; white space at the ends does not matter unless `exact`.

    Examples
    --------
    >>> same_text().same("Mongolia", "Mongolia\\n", Scene())
    True
    """
    return _Text(Reading(exact=exact, names=names))


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
    >>> same_number().same(0.6666, 0.67, Scene()), same_number(0.1).same(0.6666, 0.6, Scene())
    (True, True)
    """
    return _Number(Reading(tolerance=tolerance, decimals=decimals))


def same_set(*, names: bool | Mapping[str, str] = False, exact: bool = False) -> Check:
    """Compare a collection in which the order does not matter, in whatever it is kept; repetitions do matter.

    Examples
    --------
    >>> same_set().same(plain({1, 2}), plain([2, 1]), Scene()), same_set().same(plain({1, 2}), plain([2, 1, 1]), Scene())
    (True, False)
    """
    return _Bag(Reading(names=names, exact=exact), ordered=False)


def same_list(*, names: bool | Mapping[str, str] = False, exact: bool = False) -> Check:
    """Compare a collection in which the order matters, in whatever it is kept.

    Examples
    --------
    >>> same_list().same(plain([1, 2]), plain((1, 2)), Scene()), same_list().same(plain([1, 2]), plain([2, 1]), Scene())
    (True, False)
    """
    return _Bag(Reading(names=names, exact=exact), ordered=True)


def same_mapping(*, names: bool | Mapping[str, str] = False, decimals: int = 2) -> Check:
    """Compare keys with their values: a dict, a Counter, a Series with labels, a list of pairs, a table of two columns.

    Examples
    --------
    >>> same_mapping().same(plain({"a": 1}), plain([("a", 1.0)]), Scene())
    True
    """
    return _Mapping(Reading(names=names, decimals=decimals))


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
    >>> rows = plain([{"name": "India", "n": 1}])
    >>> same_table(["name", "n"], key="name").same(rows, plain([("India", 1)]), Scene())
    True
    """
    key = (key,) if isinstance(key, str) else tuple(key)
    return _Table(Reading(decimals=decimals), tuple(columns), key, tuple(names), ordered)


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
    >>> same_spans().same(plain([(0, 3)]), plain([{"start": 0, "end": 3}]), Scene())
    True
    """
    return _Spans(labels)


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
    >>> long_enough.complain(plain([1, 2, 3]), plain([1]), Scene())
    'Three at least, please.'
    """
    return _Rule(rule, wants)


def all_of(*checks: Check) -> Check:
    """Ask for an answer that passes all of these checks; the first that fails says why.

    Examples
    --------
    >>> short = judged_by(lambda answer, text: len(answer) < 9)
    >>> all_of(same_text(), short).same("Mongolia", "Mongolia", Scene())
    True
    """
    return _Several(checks, every=True)


def any_of(*checks: Check) -> Check:
    """Ask for an answer that passes one of these checks; the first says what is wrong with one that passes none.

    Examples
    --------
    >>> any_of(same_list(), same_set()).same(plain([1, 2]), plain([2, 1]), Scene())
    True
    """
    return _Several(checks, every=False)
