"""The JavaScript modules of our widgets: each becomes a class of anywidget, made when the first widget is shown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from anywidget import AnyWidget
    from traitlets import TraitType

HERE = Path(__file__).parent


def widget_class(name: str, **traits: TraitType) -> type[AnyWidget]:
    """Make the class of the widgets that a JavaScript module shows.

    The browser is sent one text: elements.js, which all of them need, and after it the module. Nothing is built, and
    nothing is fetched. To change a widget, change its module, restart the kernel and run the cell again.

    Parameters
    ----------
    name : str
        The module, a file of this folder, without ``.js``.
    **traits : traitlets.TraitType
        What Python and the browser both know of a widget, and may change.

    Returns
    -------
    type
        A subclass of `anywidget.AnyWidget`. It takes some memory for good: who makes it keeps it.

    Examples
    --------
    >>> from traitlets import Unicode
    >>> made = widget_class("editor", text=Unicode())
    >>> made(text="opium").text
    'opium'
    """
    import anywidget

    def read(file: str) -> str:
        return (HERE / file).read_text(encoding="utf-8")  # a path would hold every widget for good

    sources = {"_esm": read("elements.js") + "\n" + read(f"{name}.js"), "_css": read("page_view.css")}
    shared = {trait: kind.tag(sync=True) for trait, kind in traits.items()}
    title = name.title().replace("_", "")  # page_view: PageView
    return type(title, (anywidget.AnyWidget,), {"__doc__": f"What {name}.js shows.", **sources, **shared})
