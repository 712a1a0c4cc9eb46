"""A box of widgets: it brings a still page along, and closes the box that its cell made before."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ipywidgets import VBox

_open: dict[tuple[str, str], Any] = {}
"""The widget that is open, by the function that made it and the cell in which it was made."""


@cache
def _box_class() -> type[VBox]:
    """Make the class of our boxes, once, when ipywidgets is needed."""
    from ipywidgets import VBox

    class Box(VBox):
        """A box of widgets that brings a still page along, for places where widgets do not run."""

        still: Callable[[], str]
        words: str

        def __repr__(self) -> str:
            return self.words

        def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
            bundle = super()._repr_mimebundle_(**kwargs) or {}
            return {**bundle, "text/plain": self.words, "text/html": self.still()}

    return Box


def box(function: str, children: list[Any], still: Callable[[], str], words: str) -> VBox:
    """Put widgets into a box, and close the box that this cell made before."""
    place = (function, cell())
    if former := _open.pop(place, None):
        close(former)
    made = _box_class()(children)
    made.still, made.words = still, words
    _open[place] = made
    return made


def close(made: Any) -> None:
    """Close a box with all that belongs to it, here and in the browser."""
    for widget in [*made.children, made]:
        widget.unobserve_all()
        for part in (getattr(widget, name, None) for name in ("style", "layout")):
            if part is not None:
                part.close()
        widget.close()


def cell() -> str:
    """Tell which cell is running, where the notebook says so."""
    try:
        from IPython import get_ipython

        return str(get_ipython().get_parent()["metadata"]["cellId"])
    except (ImportError, AttributeError, KeyError, TypeError):
        return ""
