"""A drawn ladder in the browser: rungs, themes across them, and the numbers of sentences that stand on the rungs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from helpers.pictures.palette import Ink
from helpers.widgets.modules import widget_class
from helpers.widgets.page_view import printable

if TYPE_CHECKING:
    from anywidget import AnyWidget


@cache
def _rungs_class() -> type[AnyWidget]:
    """Make the class of our ladders, once, when the first is shown."""
    from traitlets import List, Unicode

    return widget_class(
        "rungs",
        title=Unicode(),
        themes=List(),
        rungs=List(),
        chips=List(),
        theme=Unicode(),
        rung=Unicode(),
        asked=List([-1, 0]),
    )


def rungs(
    title: str,
    steps: Sequence[tuple[str, str, Ink]],
    themes: Sequence[tuple[str, str]],
    chips: Sequence[tuple[str, str, list[str], str]],
) -> AnyWidget:
    """Draw a ladder on which a rung, a theme and a sentence can be chosen.

    Parameters
    ----------
    title : str
        What a screen reader calls the ladder.
    steps : sequence of tuple
        Key, words and ink of each rung, the highest first; the last one is what stands beside the ladder.
    themes : sequence of tuple
        Key and words of each column.
    chips : sequence of tuple
        What stands on the rungs: the number of the sentence, the key of its rung, the keys of its themes, and the
        words that a screen reader says.

    Returns
    -------
    anywidget.AnyWidget
        Its traits `rung` and `theme` are the keys that are chosen, empty if all are. `asked` is the place of the chip
        that was clicked last, counted from 0, and how many clicks there were.

    Examples
    --------
    >>> from helpers.pictures.palette import CONSENSUS
    >>> steps = [(name, name, CONSENSUS[name]) for name in ("all", "most", "organization")]
    >>> ladder = rungs("Who says so?", steps, [("drugs", "drugs")], [("6", "all", ["drugs"], "Sentence 6")])
    >>> ladder.rung, ladder.theme
    ('', '')
    """
    return _rungs_class()(
        title=title,
        rungs=[[key, printable(words), [ink.background, ink.text, ink.border, ink.line]] for key, words, ink in steps],
        themes=[[key, printable(words)] for key, words in themes],
        chips=[[place, number, rung, on, printable(said)] for place, (number, rung, on, said) in enumerate(chips)],
    )
