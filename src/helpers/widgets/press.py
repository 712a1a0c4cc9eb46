"""A button whose press arrives behind the marks that were made on a page before it, however busy the kernel is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from helpers.widgets.modules import widget_class

if TYPE_CHECKING:
    from anywidget import AnyWidget
    from ipywidgets import Widget


@cache
def _press_class() -> type[AnyWidget]:
    """Make the class of our buttons, once, when the first is shown."""
    from traitlets import Bool, List, Unicode

    return widget_class(
        "press",
        key=Unicode(),
        words=Unicode(),
        primary=Bool(False),
        behind=Unicode(),
        carried=List(),
        pressed=List(),
    )


class Press:
    """A button, and what happens when it is pressed.

    Attributes
    ----------
    widget : anywidget.AnyWidget
        What is shown.

    Parameters
    ----------
    words : str
        What stands on it.
    action : callable
        Is called without arguments.
    carried : list of (ipywidgets.Widget, str)
        Widgets, each with one of its traits, whose value in the browser comes along with the press.
    primary : bool
        Show it as the one that comes next.

    Examples
    --------
    >>> pressed = []
    >>> button = Press("Analyze", lambda: pressed.append("now"))
    >>> button.click()
    >>> pressed
    ['now']
    """

    def __init__(
        self,
        words: str,
        action: Callable[[], None],
        carried: list[tuple[Widget, str]] | None = None,
        *,
        primary: bool = False,
    ) -> None:
        self._action = action
        self._carried = {(widget.model_id, trait): widget for widget, trait in carried or []}
        listed = [list(key) for key in self._carried]
        self.widget = _press_class()(key=uuid4().hex, words=words, primary=primary, carried=listed)
        self.widget.observe(self._pressed, names="pressed")

    def click(self) -> None:
        """Do what a press does."""
        self._action()

    def stand_behind(self, page: AnyWidget) -> None:
        """Let each press stand in line behind the changes of a page.

        Parameters
        ----------
        page : anywidget.AnyWidget
            As `helpers.widgets.page_view.page_view` makes it.
        """
        page.observe(self._pressed, names="pressed")
        self.widget.behind = page.model_id

    def _pressed(self, change: dict[str, Any]) -> None:
        """Take the presses that came with a change: those of this button, the last ones of a line."""
        seen = change["old"][-1]["number"] if change["old"] else 0
        for press in change["new"]:
            if press["number"] > seen and press["button"] == self.widget.key:
                for model, trait, value in press["carried"]:
                    if (widget := self._carried.get((model, trait))) is not None:
                        widget.set_state({trait: value})
                self._action()
