"""Exercises in which a learner writes a function: it is called with several inputs, and what comes out is judged.

How a function is called safely stands in :mod:`helpers.exercises.running`; here stands what is asked of it and what is
said about it. An author gives cases, and right and wrong functions; a learner's function makes a known mistake when in
every case it does what the wrong function does.
"""

from __future__ import annotations

import copy
import re
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from helpers.exercises.checks import Check
from helpers.exercises.compare import same_value
from helpers.exercises.plain import Node, Plain, describe, plain, show
from helpers.exercises.running import LIMIT, Outcome, call
from helpers.exercises.wording import Scene, misfit, no_ticks

_FROM_REFERENCE = object()


class Case:
    """One input of a function, and what should come out.

    Parameters
    ----------
    *arguments : object
        What the function is given (a fresh copy each time).
    gives : object, optional
        What should come out. Without it, the exercise's own function (`answers`) says so.
    tell : str, optional
        What the message says about this input, instead of showing it: "a text without a date".
    show : bool, default True
        Whether the message may say what should have come out.

    Examples
    --------
    >>> Case(["UN", "UNODC"], gives=["UNODC", "UN"]).written("longest_first")
    "longest_first(['UN', 'UNODC'])"
    """

    def __init__(self, *arguments: object, gives: object = _FROM_REFERENCE, tell: str = "", show: bool = True) -> None:
        self.arguments = arguments
        self.gives = gives
        self.tell = tell
        self.show = show

    def written(self, name: str) -> str:
        """Write the call, shortened."""
        inside = ", ".join(show(plain(argument), 48) for argument in self.arguments)
        return f"{name}({inside if len(inside) <= 90 else inside[:89] + '…'})".replace("`", "'")

    def short(self) -> bool:
        """Tell whether the call shows all of its arguments."""
        return "…" not in self.written("")

    def fresh(self) -> tuple[Any, ...]:
        """Copy the arguments."""
        return copy.deepcopy(self.arguments)


@dataclass(frozen=True)
class Trial:
    """What a function did in all cases, one after the other, until the first that took too long."""

    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True)
class Functions(Check):
    """A function, judged by what it does."""

    cases: Sequence[Case] | Callable[[str], Sequence[Case]]
    compare: Check
    limit: float
    may_change: bool
    wants = "function"
    _kept: dict[str, tuple[Case, ...]] = field(default_factory=dict, compare=False, repr=False)

    def all_cases(self, text: str) -> tuple[Case, ...]:
        """List the cases for this text."""
        if callable(self.cases):
            if text not in self._kept:
                self._kept.clear()
                self._kept[text] = tuple(self.cases(text))
            return self._kept[text]
        return tuple(self.cases)

    def expected(self, reference: Callable[..., object], text: str) -> tuple[Plain, ...]:
        """Find out what should come out in each case."""
        return tuple(
            plain(reference(*case.fresh()) if case.gives is _FROM_REFERENCE else case.gives)
            for case in self.all_cases(text)
        )

    def run(self, function: Callable[..., object], text: str) -> Trial:
        """Call a function with every case."""
        end = time.monotonic() + self.limit
        outcomes: list[Outcome] = []
        for case in self.all_cases(text):
            outcome = call(function, case.fresh(), max(end - time.monotonic(), 0.05))
            outcomes.append(outcome)
            if outcome.stopped:
                break
        return Trial(tuple(outcomes))

    def repeats(self, function: Callable[..., object], text: str, first: Outcome) -> bool:
        """Tell whether a second call with the first input does what the first call did."""
        again = call(function, self.all_cases(text)[0].fresh(), self.limit)
        return _alike(again, first, self.compare, Scene(text=text))

    def right(self, expected: Plain, outcome: Outcome, scene: Scene) -> bool:
        """Tell whether one outcome is what was wanted."""
        if outcome.error or outcome.stopped or (outcome.changed and not self.may_change):
            return False
        return _same(self.compare, expected, outcome.value, scene)

    def alike(self, one: Trial, other: Trial, scene: Scene) -> bool:
        """Tell whether two functions did the same in all cases."""
        return len(one.outcomes) == len(other.outcomes) and all(
            _alike(a, b, self.compare, scene) for a, b in zip(one.outcomes, other.outcomes, strict=True)
        )

    def first_wrong(self, expected: Sequence[Plain], trial: Trial, scene: Scene) -> int | None:
        """Find the first case in which something else came out."""
        for number, (wanted, outcome) in enumerate(zip(expected, trial.outcomes, strict=False)):
            if not self.right(wanted, outcome, scene):
                return number
        return None

    def judge(self, expected: Sequence[Plain], trial: Trial, number: int, scene: Scene, parameter: str) -> str:
        """Say what went wrong in a case."""
        case, outcome, wanted = self.all_cases(scene.text)[number], trial.outcomes[number], expected[number]
        called = f"With {case.tell}, `{scene.name}`" if case.tell else f"`{case.written(scene.name)}`"
        if outcome.stopped:
            return (
                f"{called} took longer than {self.limit:g} seconds, so I stopped it. "
                "Is there a loop that never ends? What should make it stop?"
            )
        if outcome.error:
            return _error_message(called, outcome, scene.name)
        if outcome.changed and not self.may_change:
            return (
                f"{called} changed what it was given. Whoever called it still needs that: "
                "make a new one inside the function, and leave the old one as it was."
            )
        silent = all(other.value is None for other in trial.outcomes)
        if message := _odd_result(called, outcome, wanted, silent=silent):
            return message
        if len(trial.outcomes) > 1 and self._always_the_same(expected, trial, scene):
            what = f"`{parameter}`" if parameter else "its parameter"
            return (
                f"{called} gave {_result(outcome.value)}, and for every other input the same. "
                f"Does the function use {what}, or a variable from outside?"
            )
        if case.show and not case.tell and case.short() and _brief(wanted):
            gives = _result(outcome.value)
            return f"{called} should give {_result(wanted)}; yours gives {gives}. What makes the difference?"
        inner = Scene(f"{scene.name}(...)", self.compare.describes(wanted))  # the input is no page to look at
        said = misfit(outcome.value, self.compare.kind_of(wanted), inner) if outcome.value is not None else ""
        return f"{called}: {said or self.compare.complain(wanted, outcome.value, inner)}"

    def _always_the_same(self, expected: Sequence[Plain], trial: Trial, scene: Scene) -> bool:
        first = trial.outcomes[0].value
        same = all(_same(self.compare, first, outcome.value, scene) for outcome in trial.outcomes[1:])
        return same and any(not _same(self.compare, expected[0], wanted, scene) for wanted in expected[1:])

    def same(self, expected: Plain, answer: Plain, scene: Scene) -> bool:
        """Refuse: a frozen copy of a function says nothing about it."""
        raise NotImplementedError("A function is judged by what it does: see helpers.exercises.engine.")

    complain = same  # type: ignore[assignment]

    def describes(self, expected: Plain) -> str:
        """Say what is wanted."""
        return "a function"


def _same(check: Check, expected: Plain, value: Plain, scene: Scene) -> bool:
    if (expected is None) != (value is None):
        return False
    return check.same(expected, value, scene)


def _alike(one: Outcome, other: Outcome, check: Check, scene: Scene) -> bool:
    if (one.error, one.stopped, one.changed) != (other.error, other.stopped, other.changed):
        return False
    if one.error or one.stopped:
        return True
    if one.value is None and other.value is None:
        return bool(one.printed.strip()) == bool(other.printed.strip())
    return _same(check, one.value, other.value, scene)


def _brief(thing: Plain) -> bool:
    return (
        not (type(thing) is Node and thing.kind == "table")
        and len(show(thing, 90)) <= 80
        and "…" not in show(thing, 90)
    )


def _result(thing: Plain) -> str:
    return f"`{no_ticks(show(thing, 80))}`"


def _odd_result(called: str, outcome: Outcome, wanted: Plain, *, silent: bool) -> str:
    """Say what is wrong with a function that hands nothing back, or not yet; empty if it does."""
    if outcome.value is None and wanted is not None and outcome.printed.strip():
        shown = no_ticks(show(outcome.printed.strip(), 40))
        return f"{called} printed `{shown}` but returned `None`. To print is to show; to hand back, use `return`."
    if outcome.value is None and wanted is not None and silent:
        return f"{called} returned `None`. Is there a `return`, and does every way through the function lead to it?"
    if outcome.value is ...:
        return f"{called} returned `...`. What belongs in place of the three dots?"
    if type(outcome.value) is Node and outcome.value.kind == "iterator":
        return f"{called} gave {describe(outcome.value)}, which can be read only once. Use `return list(...)`."
    if type(outcome.value) is Node and outcome.value.kind in ("function", "method", "class"):
        return f"{called} returned {describe(outcome.value)}, not what it gives. Where are brackets missing?"
    return ""


_EXPLAINED = {
    "RecursionError": "The function calls itself without end. When should it stop?",
    "NameError": "Is that name spelled right, and does the function get it through its parameters?",
    "IndexError": "Which place in the list does not exist?",
    "KeyError": "Which key is not there? `.get()` gives `None` instead.",
    "ZeroDivisionError": "What should come out when there is nothing to divide by?",
    "AttributeError": "What kind of thing is it there? `print(type(...))` tells.",
    "TypeError": "What kinds of things meet on that line?",
    "UnboundLocalError": "A variable is used before something was put into it.",
}


def _error_message(called: str, outcome: Outcome, name: str) -> str:
    reason = re.sub(r" at 0x[0-9a-fA-F]+", "", no_ticks(outcome.reason)).strip()
    reason = f" ({reason[:80] + '…' if len(reason) > 80 else reason})" if reason else ""
    if outcome.error == "NoKeyboard":
        return f"{called} asked for `input()`. Nobody is there: a function gets what it needs through its parameters."
    if outcome.error in ("SystemExit", "KeyboardInterrupt"):
        return f"{called} wanted to leave Python altogether ({outcome.error}). `return` ends a function."
    if not outcome.line and outcome.error == "TypeError" and "argument" in outcome.reason:
        return f"{called} could not be called{reason}. Keep the line with `def {name}` as it was."
    where = f" on line {outcome.line} of your function" if outcome.line else ""
    code = f", `{no_ticks(outcome.code[:50])}`," if outcome.code and where else ""
    ask = _EXPLAINED.get(outcome.error, "What happens there?")
    if outcome.error == "TypeError" and (what := re.search(r"for [-+*/%]+: .*'(set|list|tuple|dict)'", outcome.reason)):
        ask = f"One of the two is a {what[1]}, not a number. How many things are in it? `len(...)` counts them."
    return f"{called} stopped{where}{code} with {outcome.error}{reason}. {ask}"


def function_cases(
    cases: Iterable[Case] | Callable[[str], Sequence[Case]],
    *,
    compare: Check | None = None,
    limit: float = LIMIT,
    may_change: bool = False,
) -> Functions:
    """Judge a function by what it gives for several inputs.

    Parameters
    ----------
    cases : iterable of Case, or callable
        The inputs, the simplest first; or a function of the text that returns them.
    compare : Check, optional
        How results are compared: `same_value()` unless you say otherwise.
    limit : float, default LIMIT
        Seconds for all cases together.
    may_change : bool, default False
        The function may change what it is given.

    Returns
    -------
    Check
        For `Exercise(check=...)`; `answers`, `alternatives` and `mistakes` then are functions themselves.

    Examples
    --------
    >>> check = function_cases([Case("a b"), Case("", gives=[])])
    >>> check.expected(str.split, "")[0].items
    ('a', 'b')
    """
    return Functions(cases if callable(cases) else tuple(cases), compare or same_value(), limit, may_change)
