"""Grading: the points of an exercise as a plain number, for the last line of a cell that a tool like nbgrader reads.

nbgrader gives all points to a cell that shows no number, and none to one that writes on stderr. So `grade` always
returns a float, never raises, and keeps quiet. It asks the same judge as `check`; nothing is recorded.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from helpers.exercises.engine import EXERCISES, Exercise, judge
from helpers.exercises.functions import Case, Functions
from helpers.exercises.showing import Feedback

__all__ = ["grade", "verdict"]


def grade(exercise: str, names: Mapping[str, Any], further: Iterable[tuple[Any, ...]] = ()) -> float:
    """Print what there is to say about an answer, and return its points.

    Parameters
    ----------
    exercise : str
        The number of the exercise, as in "1.2".
    names : mapping of str to object
        Where the answer is: ``globals()``. An answer that is not there has not been started.
    further : iterable of tuple, optional
        Where a function is asked for: more inputs, of which `check` knows nothing; each is a tuple of arguments. What
        should come out, the exercise's own function says.

    Returns
    -------
    float
        From 0.0 to the points of the exercise.

    Examples
    --------
    >>> grade("0.1", {})
    0.1 · not started · `length` is not there: its cell has not run, or ended with an error.
    0.0
    """
    try:
        # What a learner's function prints there, or is warned of, would cost all points.
        with contextlib.redirect_stderr(io.StringIO()):
            said = verdict(EXERCISES[exercise], names, further)
        _print(f"{exercise} · {said.status} · {said.message}")
        return float(said.points)
    except Exception as problem:
        _print(f"{exercise} · not graded · The exercise itself failed here: {type(problem).__name__}.")
        return 0.0


def _print(line: str) -> None:
    """Print, even half a character that cannot be sent, and whatever a learner has done to stdout."""
    with contextlib.suppress(Exception):
        print(line.encode("utf-8", "backslashreplace").decode("utf-8"))


def verdict(exercise: Exercise, names: Mapping[str, Any], further: Iterable[tuple[Any, ...]] = ()) -> Feedback:
    """Judge an answer as `check` does; a function that is done, with further inputs, too.

    Parameters
    ----------
    exercise : Exercise
        Which one.
    names, further
        See `grade`.

    Returns
    -------
    Feedback
        Nothing is recorded.

    Examples
    --------
    >>> verdict(EXERCISES["0.1"], {"length": ...}).status
    'not started'
    """
    from helpers.texts import read_text

    if exercise.name not in names:
        said = f"`{exercise.name}` is not there: its cell has not run, or ended with an error."
        return Feedback("not started", said, 0.0, exercise.id, exercise.title, float(exercise.points))
    text, answer = read_text(), names[exercise.name]
    said = judge(exercise, answer, text)
    cases = tuple(Case(*arguments, show=False) for arguments in further)
    if said.status != "done" or not cases or not isinstance(exercise.check, Functions):
        return said
    # The known mistakes are told apart by the exercise's own cases, so they have nothing to say here.
    unseen = replace(exercise, check=replace(exercise.check, cases=cases, _kept={}), mistakes=())
    try:
        unseen.check.expected(exercise.answers, text)
    except Exception:  # an input that the exercise itself does not take costs nobody any points
        return said
    found = judge(unseen, answer, text)
    return said if found.status == "done" else replace(found, message=f"With another input: {found.message}")
