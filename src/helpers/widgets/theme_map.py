"""A map of a text, themes by sentences, whose boxes say their sentence and lead to its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from helpers.pictures.palette import Ink
from helpers.widgets.modules import widget_class
from helpers.widgets.page_view import printable

if TYPE_CHECKING:
    from anywidget import AnyWidget


@cache
def _map_class() -> type[AnyWidget]:
    """Make the class of our maps, once, when the first is shown."""
    from traitlets import Dict, Int, List, Unicode

    return widget_class(
        "theme_map",
        title=Unicode(),
        themes=List(),
        current=Unicode(),
        sentences=List(),
        cells=Dict(),
        signs=Dict(),
        place=List([0, 0]),
        asked=Int(0),
    )


def theme_map(
    title: str, sentences: Sequence[tuple[int, str, int, int]], signs: Mapping[str, tuple[str, Ink]]
) -> AnyWidget:
    """Make a map that has no theme yet.

    Parameters
    ----------
    title : str
        What it shows.
    sentences : sequence of tuple
        Number, words, start and end of each sentence.
    signs : dict
        What a box may hold, with a sign and an ink for it; an empty box holds "".

    Returns
    -------
    anywidget.AnyWidget
        Its traits `themes` and `cells` (theme to one item a sentence) say what it shows; `place` is the sentence that
        was asked for last, and `asked` grows by one each time.

    Examples
    --------
    >>> from helpers.pictures.palette import PLAIN
    >>> shown = theme_map("Themes", [(1, "They met.", 0, 9)], {"found": ("■", PLAIN)})
    >>> shown.signs["found"][0]
    '■'
    """
    rows = [[int(number), printable(words), int(start), int(end)] for number, words, start, end in sentences]
    drawn = {name: [sign, ink.background, ink.text] for name, (sign, ink) in signs.items()}
    return _map_class()(title=title, sentences=rows, signs=drawn)
