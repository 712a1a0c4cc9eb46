"""The rules of axe-core, run on what is ours of a page: its prose and its outputs, not the program around them."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from importlib.resources import files

from playwright.sync_api import Page

# What lies between what is ours, and is not.
OTHERS = [
    ".jp-OutputPrompt",
    ".jp-InternalAnchorLink",  # JupyterLab's, at each heading
    "table.dataframe",  # pandas leaves the corner of a table empty
    ".noUi-handle",  # of a slider: ipywidgets gives it a role and no name
]
# JupyterLab and nbconvert set links without a line below them, and no style of ours may change that.
LEFT_OUT = ["link-in-text-block"]
CONTRAST = "color-contrast"

_RUN = """async ([include, exclude, options]) => {
    const there = include.filter(selector => document.querySelector(selector));
    if (!there.length) return [];
    const context = {include: there.map(one => [one]), exclude: exclude.map(one => [one])};
    const {violations} = await axe.run(context, {resultTypes: ['violations'], ...options});
    return violations.flatMap(({id, nodes}) => nodes.map(({html, failureSummary}) => [id, html, failureSummary]));
}"""


@functools.cache
def axe() -> str:
    """Return axe-core, as a package bundles it."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def violations(page: Page, places: Sequence[str], contrast: bool | None = None) -> list[str]:
    """Say which rules are broken where.

    Parameters
    ----------
    page
        What the browser shows.
    places
        Selectors: what is looked at, with all that lies in it.
    contrast
        Whether the contrast of words to what lies behind them is looked at alone (it takes longer than all the rest),
        left out, or looked at with the rest (``None``).

    Returns
    -------
    list of str
        Each violation as one line: the rule, the element and what is to be done.
    """
    if not page.evaluate("() => typeof window.axe === 'object'"):
        page.evaluate(axe())
    without = [*LEFT_OUT, *([] if contrast is None else [CONTRAST])]
    rules = {"rules": {rule: {"enabled": False} for rule in without}}
    found = page.evaluate(_RUN, [list(places), OTHERS, {"runOnly": [CONTRAST]} if contrast else rules])
    return [f"{rule}: {html[:160]} ({' '.join(advice.split())[:200]})" for rule, html, advice in found]
