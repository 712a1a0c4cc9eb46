"""The slider of the pre-flight check, which tells whether widgets run here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from helpers.widgets.box import box

if TYPE_CHECKING:
    from ipywidgets import VBox

NOT_ALIVE = (
    "A slider belongs here. If you have run the cell and see only this sentence, widgets do not run in this viewer. "
    "Everything else works: in place of a widget the course shows a table or a picture."
)


def widgets_alive() -> VBox:
    """Show a slider that writes its number beside itself: if it does, widgets work here.

    Returns
    -------
    ipywidgets.VBox
        With a sentence in its place where widgets do not run.

    Examples
    --------
    >>> alive = widgets_alive()
    >>> alive.children[0].value = 8
    >>> alive.children[1].value
    'The slider stands at 8: widgets work here.'
    """
    from ipywidgets import IntSlider, Label

    slider = IntSlider(value=3, min=0, max=10, description="Move me", readout=False)
    slider.style.description_width = "initial"
    label = Label("The slider stands at 3. Move it: does this number follow?")

    def follow(change: dict[str, Any]) -> None:
        label.value = f"The slider stands at {change['new']}: widgets work here."

    slider.observe(follow, names="value")
    return box("widgets_alive", [slider, label], lambda: f"<p>{NOT_ALIVE}</p>", NOT_ALIVE)
