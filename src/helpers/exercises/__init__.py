"""Exercises that answer: `check`, `hint`, `solution`, `progress`, and `use` for going on with what you have made.

How an exercise is written: :mod:`helpers.exercises.engine`.
"""

from __future__ import annotations

from helpers.exercises.engine import ACCEPTS_UNDONE, EXERCISES, check, hint, progress, solution, use

__all__ = ["ACCEPTS_UNDONE", "EXERCISES", "check", "hint", "progress", "solution", "use"]
