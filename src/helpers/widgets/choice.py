"""A row of choices, one of them or several, that the arrow keys and the space bar work in JupyterLab, too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from helpers.widgets.modules import widget_class

if TYPE_CHECKING:
    from anywidget import AnyWidget


@cache
def _choice_class() -> type[AnyWidget]:
    """Make the class of our choices, once, when the first is shown."""
    from traitlets import Any, Bool, List, Unicode

    return widget_class(
        "choice",
        title=Unicode(),
        options=List(),
        value=Any(),
        several=Bool(False),
        high=Bool(False),
        off=List(),
    )


def choice(title: str, options: Sequence[tuple[str, str]], value: str | list[str], *, high: bool = False) -> AnyWidget:
    """Make a row of choices.

    JupyterLab takes the arrow keys for its cells wherever nobody writes, in the menus of ipywidgets, too; in this row
    they choose.

    Parameters
    ----------
    title : str
        What is chosen.
    options : sequence of tuple
        The words of each choice, and its key.
    value : str or list of str
        The key that is chosen first. A list lets several be chosen, or none.
    high : bool
        Set them in a list that can be scrolled, in place of a row.

    Returns
    -------
    anywidget.AnyWidget
        Its traits `value` and `options` can be watched and set. Choices whose keys are in its trait `off` are grayed
        out: they keep their state, and nobody can change it.

    Examples
    --------
    >>> rung = choice("For how many", [("all", "all"), ("most of them", "most")], "all")
    >>> rung.value
    'all'
    """
    several = isinstance(value, list)
    pairs = [list(option) for option in options]
    return _choice_class()(title=title, options=pairs, value=value, several=several, high=high)
