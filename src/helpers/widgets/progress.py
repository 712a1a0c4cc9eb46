"""A bar that follows long work: how much of it is done, in words and as a length."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from helpers.errors import CourseError
from helpers.pictures.page import notice
from helpers.widgets.box import box

if TYPE_CHECKING:
    from ipywidgets import VBox

STEPS = 200
"""How often at most a bar is moved: each move is a message to the browser."""


def progress_bar(noun: str = "texts") -> VBox:
    """Show a bar that is told how many things are done, and of how many.

    Parameters
    ----------
    noun : str, default "texts"
        What is counted.

    Returns
    -------
    ipywidgets.VBox
        Call it with the two numbers, or hand it over as `progress=`. Its `value` is the pair. Where widgets do not
        run, a sentence stands in its place, with the numbers of the moment at which it was shown.

    Examples
    --------
    >>> bar = progress_bar()
    >>> bar
    A bar for texts: nothing is done yet.
    >>> bar(12, 60)
    >>> bar
    12 of 60 texts
    >>> bar.value
    (12, 60)
    """
    from ipywidgets import HBox, IntProgress, Label

    bar = IntProgress(value=0, min=0, max=1)
    label = Label(f"no {noun} yet")
    state = {"done": 0, "of": 0, "shown": -1, "first": 0}
    begun: list[float] = []

    def tell(done: int, of: int) -> None:
        if type(done) is not int or type(of) is not int or not 0 <= done <= of:
            raise CourseError(f"A bar is told how many are done, and of how many: two whole numbers, not {done}, {of}.")
        now = time.monotonic()
        if not begun or done < state["done"] or of != state["of"]:
            begun[:] = [now]
            state["first"], state["shown"] = done, -1
        state["done"], state["of"] = done, of
        made.words = f"{done:,} of {of:,} {noun}"
        if done != of and state["shown"] >= 0 and done - state["shown"] < of / STEPS:
            return
        state["shown"] = done
        bar.max, bar.value = max(of, 1), done if of else 1
        bar.bar_style = "success" if done == of else ""
        label.value = made.words + _left(now - begun[0], done - state["first"], of - done)

    made = box(
        "progress_bar",
        [HBox([bar, label])],
        lambda: notice(made.words).html,
        f"A bar for {noun}: nothing is done yet.",
        get=lambda: (state["done"], state["of"]),
        put=_refuse,
        call=tell,
    )
    return made


def _refuse(_: object) -> None:
    raise CourseError("The value of a bar follows the work: call it with the two numbers, as in bar(12, 60).")


def _left(seconds: float, done: int, waiting: int) -> str:
    """Say about how long it will go on, once there is something to judge by."""
    if not waiting or done < 3 or seconds < 1:
        return ""
    left = seconds / done * waiting
    minutes = round(left / 60)
    return f", about {f'{minutes} min' if minutes > 1 else f'{max(1, round(left))} s'} left"
