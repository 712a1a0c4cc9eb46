"""A box of widgets: it brings a still page along, and closes the box that its cell made before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ipywidgets import VBox

_open: dict[tuple[str, str], Any] = {}
"""The widget that is open, by the function that made it and the cell in which it was made."""


_drawn: dict[tuple[str, ...], str] = {}
"""What was drawn last, by what it shows: a cell that is run again as it was needs no new picture, nor its memory."""


def drawn_once(key: tuple[str, ...], draw: Callable[[], str]) -> str:
    """Give the picture that was drawn for a key, or draw it; the last eight are remembered.

    Parameters
    ----------
    key : tuple of str
        All that the picture depends on.
    draw : callable
        Gives its HTML.

    Returns
    -------
    str

    Examples
    --------
    >>> drawn_once(("a doctest",), lambda: "<p>one</p>"), drawn_once(("a doctest",), lambda: "<p>two</p>")
    ('<p>one</p>', '<p>one</p>')
    """
    if key not in _drawn:
        _drawn[key] = draw()
        if len(_drawn) > 8:
            del _drawn[next(iter(_drawn))]
    return _drawn[key]


@cache
def _box_class() -> type[VBox]:
    """Make the class of our boxes, once, when ipywidgets is needed."""
    from ipywidgets import VBox

    class Box(VBox):
        """A box of widgets that brings a still page along, for places where widgets do not run."""

        still: Callable[[], str]
        words: str
        subject: object = None
        get: Callable[[], Any] | None = None
        put: Callable[[Any], None] | None = None
        call: Callable[..., None] | None = None

        @property
        def value(self) -> Any:
            """What the learner has made, now."""
            return None if self.get is None else self.get()

        @value.setter
        def value(self, given: Any) -> None:
            if self.put is not None:
                self.put(given)

        def __call__(self, *given: Any) -> None:
            if self.call is not None:
                self.call(*given)

        def __repr__(self) -> str:
            return self.words

        def _repr_mimebundle_(self, **kwargs: Any) -> dict[str, Any]:
            bundle = super()._repr_mimebundle_(**kwargs) or {}
            return {**bundle, "text/plain": self.words, "text/html": self.still()}

    return Box


def box(
    function: str,
    children: list[Any],
    still: Callable[[], str],
    words: str,
    *,
    get: Callable[[], Any] | None = None,
    put: Callable[[Any], None] | None = None,
    call: Callable[..., None] | None = None,
    subject: object = None,
) -> VBox:
    """Put widgets into a box, and close the box that this cell made before.

    Parameters
    ----------
    function : str
        The function that makes the box.
    children : list of ipywidgets.Widget
        What is in it.
    still : callable
        Gives the HTML that stands in its place where widgets do not run.
    words : str
        The same in a sentence.
    get, put : callable, optional
        How its `value` is read and set.
    call : callable, optional
        What happens when it is called.
    subject : object, optional
        What it is about; see `former`.

    Returns
    -------
    ipywidgets.VBox
    """
    if (before := former(function)) is not None:
        close(before)
    made = _box_class()(children)
    made.still, made.words, made.get, made.put, made.call, made.subject = still, words, get, put, call, subject
    _open[function, cell()] = made
    return made


def former(function: str) -> Any:
    """Return the box that this cell made before, if it did."""
    return _open.get((function, cell()))


def close(made: Any) -> None:
    """Close a box with all that belongs to it, here and in the browser."""
    for widget in _all_of(made):
        widget.unobserve_all()
        for part in (getattr(widget, name, None) for name in ("style", "layout")):
            if part is not None:
                part.close()
        widget.close()


def _all_of(widget: Any) -> Iterator[Any]:
    for child in getattr(widget, "children", ()):
        yield from _all_of(child)
    yield widget


def cell() -> str:
    """Tell which cell is running, where the notebook says so."""
    try:
        from IPython import get_ipython

        return str(get_ipython().get_parent()["metadata"]["cellId"])
    except (ImportError, AttributeError, KeyError, TypeError):
        return ""
