"""A field for one line or several, which are applied when the learner says so."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from helpers.widgets.modules import widget_class

if TYPE_CHECKING:
    from anywidget import AnyWidget


@cache
def _editor_class() -> type[AnyWidget]:
    """Make the class of our editors, once, when the first is shown."""
    from traitlets import Int, Unicode

    return widget_class(
        "editor",
        label=Unicode(),
        button=Unicode(),
        lines=Int(8),
        text=Unicode(),
        applied=Unicode(),
        problem=Unicode(),
        asked=Int(0),
    )


def lines_editor(label: str, button: str = "Apply", lines: int = 8) -> AnyWidget:
    """Make an empty editor.

    Parameters
    ----------
    label : str
        What the field is called.
    button : str
        What its button is called.
    lines : int
        How high it is. In a field of one line, Enter applies; in a higher one, Ctrl and Enter.

    Returns
    -------
    anywidget.AnyWidget
        Its trait `text` is what is written there, `asked` grows by one when it is to be applied. Who applies it sets
        `applied` to the text that counts now, or says in `problem` why not.

    Examples
    --------
    >>> lines_editor("Patterns").text
    ''
    """
    return _editor_class()(label=label, button=button, lines=lines)
