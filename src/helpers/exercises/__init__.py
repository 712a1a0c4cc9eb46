"""Exercises that answer: `check`, `hint`, `solution`, and `use` for going on with what you have made.

`progress` shows what is done; `save_progress` and `load_progress` carry it to another place.
How an exercise is written: :mod:`helpers.exercises.engine`.
"""

from __future__ import annotations

from helpers.exercises.engine import (
    ACCEPTS_UNDONE,
    EXERCISES,
    check,
    hint,
    load_progress,
    progress,
    save_progress,
    solution,
    use,
)

__all__ = [
    "ACCEPTS_UNDONE",
    "EXERCISES",
    "check",
    "hint",
    "load_progress",
    "progress",
    "save_progress",
    "solution",
    "use",
]
