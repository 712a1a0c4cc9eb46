"""A field for one line or several, which are applied when the learner says so."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anywidget import AnyWidget

HERE = Path(__file__).parent


@cache
def _editor_class() -> type[AnyWidget]:
    """Make the class of our editors, once, when the first is shown."""
    import anywidget
    from traitlets import Int, Unicode

    class Editor(anywidget.AnyWidget):
        """What editor.js shows."""

        _esm = (HERE / "editor.js").read_text(encoding="utf-8")  # a path would hold every widget for good
        _css = (HERE / "page_view.css").read_text(encoding="utf-8")
        label = Unicode().tag(sync=True)
        button = Unicode().tag(sync=True)
        lines = Int(8).tag(sync=True)
        text = Unicode().tag(sync=True)
        applied = Unicode().tag(sync=True)
        problem = Unicode().tag(sync=True)
        asked = Int(0).tag(sync=True)

    return Editor


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
