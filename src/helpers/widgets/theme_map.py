"""A map of a text, themes by sentences, whose boxes say their sentence and lead to its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.pictures.palette import Ink
from helpers.widgets.page_view import printable

if TYPE_CHECKING:
    from anywidget import AnyWidget

HERE = Path(__file__).parent


@cache
def _map_class() -> type[AnyWidget]:
    """Make the class of our maps, once, when the first is shown."""
    import anywidget
    from traitlets import Dict, Int, List, Unicode

    class Map(anywidget.AnyWidget):
        """What theme_map.js shows."""

        _esm = (HERE / "theme_map.js").read_text(encoding="utf-8")  # a path would hold every widget for good
        _css = (HERE / "page_view.css").read_text(encoding="utf-8")
        title = Unicode().tag(sync=True)
        themes = List().tag(sync=True)
        current = Unicode().tag(sync=True)
        sentences = List().tag(sync=True)
        cells = Dict().tag(sync=True)
        signs = Dict().tag(sync=True)
        place = List([0, 0]).tag(sync=True)
        asked = Int(0).tag(sync=True)

    return Map


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
