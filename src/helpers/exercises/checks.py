"""Comparators for single values and collections, and what every comparator can do."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.exercises.plain import Node, Plain, count, describe, plain, show
from helpers.exercises.reading import Reading, items_in, node_kind
from helpers.exercises.wording import (
    CONTAINERS,
    WANTED,
    Scene,
    bag_message,
    examples,
    misfit,
    nearly,
    no_ticks,
    opening,
    place,
)


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
        >>> SameBag(Reading(), ordered=False).says({1, 2}, [2, 1])
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
        return WANTED.get(self.kind_of(expected), "something else")


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
    if expected is None:
        return "nothing"
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
    items = items_in(things[0], "sequence") if things else None
    return len(items) if items is not None else 1


@dataclass(frozen=True)
class SameBag(Check):
    """A collection in which the order does not matter (a set), or does (a list)."""

    reading: Reading
    ordered: bool

    @property
    def wants(self) -> str:  # type: ignore[override]
        """Name the kind of thing that is wanted."""
        return "sequence" if self.ordered else "set"

    def _pair(self, expected: Plain, answer: Plain) -> tuple[Sequence[Plain], Sequence[Plain]] | None:
        one = _bag(expected, 2)
        other = _bag(answer, _width(one)) if one is not None else None
        return (one, other) if one is not None and other is not None else None

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        """Compare item by item, or as bags; repetitions count."""
        reading = self.reading.for_(expected)
        pair = self._pair(expected, answer)
        if pair is None:
            return reading.same(expected, answer)
        if len(pair[0]) != len(pair[1]):
            return False
        if not self.ordered or node_kind(expected) == "set":
            return not any(reading.differences(*pair))
        return (node_kind(answer) != "set" or len(pair[0]) < 2) and all(map(reading.same, *pair))

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        """Tell what is too much and what is missing; in a list, where the order goes wrong."""
        reading = self.reading.for_(expected)
        pair = self._pair(expected, answer)
        found = f"I expected {scene.expects} and found {describe(answer)}"
        if pair is None:
            which = ' Which of its columns is it? `table["name"]` takes one.' if node_kind(answer) == "table" else ""
            return f"{found}.{which}"
        wanted, theirs = pair
        if len(theirs) == 1 and node_kind(theirs[0]) in ("sequence", "set") and not _nested(wanted):
            return (
                f"{found}, and in it {describe(theirs[0])}: one inside the other. "
                "Are there brackets too many, or `append` where you need `extend`?"
            )
        if self.ordered and not any(reading.differences(wanted, theirs)):
            return self._in_disorder(wanted, theirs, answer, reading, scene)
        if step := _shifted(wanted, theirs):
            return f"Each of your numbers is one too {step}. From which number on does one count here?"
        if self.ordered and node_kind(answer) != "set" and (few := _few_wrong_numbers(wanted, theirs, reading)):
            return few
        message = bag_message(wanted, theirs, reading, scene, describe(answer))
        if self.ordered and theirs:
            differ = (n for n, (a, b) in enumerate(zip(wanted, theirs, strict=False)) if not reading.same(a, b))
            right = next(differ, min(len(wanted), len(theirs)))
            message += {0: "", 1: " The first is right."}.get(right, f" The first {right} are right.")
        return message

    @staticmethod
    def _in_disorder(
        wanted: Sequence[Plain], theirs: Sequence[Plain], answer: Plain, reading: Reading, scene: Scene
    ) -> str:
        if node_kind(answer) == "set":
            return f"The right things, but `{scene.name}` is a set, and a set has no order. I expected {scene.expects}."
        wrong = next(n for n, (a, b) in enumerate(zip(wanted, theirs, strict=True)) if not reading.same(a, b))
        return (
            f"The right things in another order. Number {wrong + 1} of yours, {examples([theirs[wrong]])}, "
            f"is the first that stands elsewhere. I expected {scene.expects}."
        )


def _nested(things: Sequence[Plain]) -> bool:
    return bool(things) and node_kind(things[0]) in CONTAINERS


def _few_wrong_numbers(wanted: Sequence[Plain], theirs: Sequence[Plain], reading: Reading) -> str:
    """Say which number of a list is wrong, or that none is right, if the list is as long as it should be."""
    if len(wanted) != len(theirs) or not all(type(thing) in (int, float) for thing in (*wanted, *theirs)):
        return ""
    if len(wanted) > 1 and len(reading.differences(wanted, theirs)[0]) == len(wanted):
        none = "Neither of the two numbers is" if len(wanted) == 2 else f"None of the {len(wanted)} numbers is"
        return f"{none} right yet. The first of yours is {examples(theirs[:1])}. How did you come to it?"
    wrong = [n for n, (a, b) in enumerate(zip(wanted, theirs, strict=True)) if not reading.same(a, b)]
    if not 0 < len(wrong) <= len(wanted) // 3:
        return ""
    first = f"Look at the one in place {wrong[0] + 1} (the first is in place 1), where you have "
    return f"{len(wanted) - len(wrong)} of the {len(wanted)} numbers are right. {first}{examples([theirs[wrong[0]]])}."


def _shifted(wanted: Sequence[Plain], theirs: Sequence[Plain]) -> str:
    """Tell whether all numbers are one too high or too low."""
    if len(wanted) < 2 or {type(thing) for thing in (*wanted, *theirs)} != {int}:
        return ""
    ones, others = sorted(wanted), sorted(theirs)
    if others == [number - 1 for number in ones]:
        return "low"
    return "high" if others == [number + 1 for number in ones] else ""


@dataclass(frozen=True)
class SameNumber(Check):
    """A number, perhaps rounded."""

    reading: Reading
    wants = "number"

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        """Compare numbers; True is none."""
        if type(expected) in (int, float) and type(answer) in (int, float):
            return self.reading.close(expected, answer)
        return type(expected) is type(answer) and self.reading.same(expected, answer)

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        """Say whether it is too high or too low, or what may have happened."""
        if type(answer) not in (int, float) or type(expected) not in (int, float):
            return f"I expected {scene.expects} and found {describe(answer)}."
        start = opening(scene, show(answer, 30), fits=True)
        try:
            wanted, found = float(expected), float(answer)
        except OverflowError:
            return f"{start} That is far too large. Does a loop go round too often?"
        if math.isnan(found):
            return f"`{scene.name}` is `nan`, which means: not a number. Was something divided by nothing?"
        known = _known_slip(wanted, found, self.reading)
        if known:
            return f"{start} {known}"
        way, off, whole = "high" if found > wanted else "low", abs(found - wanted), wanted.is_integer()
        if off <= 0.03 * abs(wanted):
            ask = "Which of the numbers that go into it may be off?"
            if whole:
                ask = "What is counted that should not be?" if found > wanted else "What is left out?"
            return f"{start} That is close, but a little too {way}. {ask}"
        much = "much " if wanted and (abs(found) > 2 * abs(wanted) or abs(found) < abs(wanted) / 2) else ""
        return f"{start} That is {much}too {way}. {'What exactly did you count?' if whole else 'What goes into it?'}"


def _known_slip(wanted: float, found: float, reading: Reading) -> str:
    if wanted and reading.close(wanted * 100, found):
        return "Is that a percentage? I expected a share, between 0 and 1."
    if found and reading.close(wanted, found * 100):
        return "Is that a share, between 0 and 1? I expected a percentage."
    if wanted and reading.close(-wanted, found):
        return "The sign is the wrong way round. What did you take from what?"
    if wanted and found and not wanted.is_integer() and reading.close(1 / wanted, found):
        return "That is the fraction upside down. What is divided by what?"
    if not wanted.is_integer() and abs(found - wanted) < 1 and found.is_integer():
        return "Did you round it, or divide with `//`? Keep two decimals at least."
    return ""


@dataclass(frozen=True)
class SameText(Check):
    """A string."""

    reading: Reading
    wants = "text"

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        """Compare strings, or dates written as strings."""
        return self.reading.for_(expected).same(expected, answer)

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        """Say in what a string differs, without telling the right one."""
        if type(answer) is not str or type(expected) is not str:
            return f"I expected {scene.expects} and found {describe(answer)}."
        wanted, found = (expected, answer) if self.reading.exact else (expected.strip(), answer.strip())
        start = opening(scene, f"`{no_ticks(show(answer, 40))}`", fits=True)
        if not found.strip():
            return f"`{scene.name}` is empty. I expected {scene.expects}."
        if found.strip() == wanted.strip():
            return f"{start} The words are right; the white space at the ends is not."
        if why := nearly(wanted, found):
            return f"{start} That is nearly right: {why}."
        if wanted and wanted in found:
            size = count(len(found), "character")
            return f"{start} What I look for is in it, but there is more around it: yours has {size}."
        if len(found) > 3 and found in wanted:
            at = "beginning" if wanted.startswith(found) else "end" if wanted.endswith(found) else "middle"
            return f"{start} That is a piece of it, from its {at}. What belongs to it, too?"
        alike = next((n for n, (a, b) in enumerate(zip(wanted, found, strict=False)) if a != b), 0)
        if alike >= 4:
            return f"{start} The first {alike} characters are right. Look closely at what follows."
        where = place(wanted, scene.text)
        return f"{start} {f'Look again at {where}.' if where else 'Where does it come from?'}"


@dataclass(frozen=True)
class SameSingle(Check):
    """A date, True or False, bytes, None."""

    reading: Reading

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        """Compare; True is not 1 here."""
        if type(expected) is bool or type(answer) is bool:
            return type(expected) is type(answer) and expected == answer
        return self.reading.for_(expected).same(expected, answer)

    def complain(self, expected: Plain, answer: Plain, scene: Scene) -> str:
        """Say what was found."""
        shown = show(answer, 40) if type(answer) is not Node else describe(answer)
        return f"{opening(scene, shown, fits=type(answer) is type(expected))} How did you come to that?"
