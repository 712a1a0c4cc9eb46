"""How long a widget takes to answer, as a learner feels it: from a key or a click to the new output on the page.

In a real JupyterLab in a real browser, the driver of the browser included: it presses, and it looks at each frame
whether the output has changed.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from benchmarks.report import Figure

if TYPE_CHECKING:
    from playwright.sync_api import Locator

ROOT = Path(__file__).resolve().parents[1]
TURNS = 21
WARM = 3  # turns before, which fill what is filled once
BUDGET = 200  # ms
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
_READ = "output => output.textContent"
_CHANGED = "([output, before]) => output.textContent !== before"


@dataclass(frozen=True)
class Act:
    """What is done to a widget, again and again.

    Attributes
    ----------
    what : str
        The row of the README's table.
    code : str
        The last line of the cell that makes the widget.
    do : callable
        Takes the widget's place on the page and the number of the turn; does what is measured.
    output : str
        The selector of what changes.
    begin : callable or None
        Takes the place; does what comes before the first turn.
    budget : int or None
        Milliseconds; None for what is no move or selection, but work that a learner asks for.
    ready : callable or None
        Takes the place and the number of the turn; does what comes before each turn and is not measured.
    """

    what: str
    code: str
    do: Callable[[Any, int], None]
    output: str
    begin: Callable[[Any], None] | None = None
    budget: int | None = BUDGET
    ready: Callable[[Any, int], None] | None = None


def _button(place: Any, name: str) -> Locator:
    """Find the button that bears this name."""
    return place.get_by_role("button", name=name, exact=True)


def _begin_comparing(place: Any) -> None:
    _button(place, "Compare with gold").click()
    place.get_by_role("application").focus()
    place.page.keyboard.press("Home")


def _begin_correcting(place: Any) -> None:
    _button(place, "Analyze").click()
    place.get_by_role("application").wait_for()


def _mark_first(place: Any, turn: int) -> None:
    """Mark the first word of the page as a state, or take the mark away again."""
    place.get_by_role("application").focus()
    place.page.keyboard.press("Home")
    place.page.keyboard.press("Delete" if turn % 2 else "1")


def _open_theme(place: Any) -> None:
    place.get_by_label("drugs", exact=True).check()


def _write_pattern(place: Any, turn: int) -> None:
    place.get_by_role("textbox", name="Patterns, one a line").fill("drug*" if turn % 2 else "opium")


def _slide(place: Any, turn: int) -> None:
    place.get_by_role("slider").press("ArrowLeft" if turn % 2 else "ArrowRight")


ACTS = [
    Act("the pre-flight slider, a key to its sentence", "widgets_alive()", _slide, ".widget-label:not([title])"),
    Act("`membership_slider`, a key to the table of the day", "membership_slider()", _slide, ".widget-html >> nth=0"),
    Act(
        "`inspector`, a step switched to what it changed",
        "inspector()",
        lambda place, turn: place.get_by_label("apostrophes and single quotes").click(),
        ".widget-html >> nth=0",
    ),
    Act(
        "`annotator`, a label given to the comparison with gold",
        "annotator(against=gold('entities'))",
        lambda place, turn: place.page.keyboard.press(str(1 + turn % 2)),
        ".widget-html >> nth=0",
        begin=_begin_comparing,
    ),
    Act(
        "`gazetteer_bench`, a rule switched to the new counts",
        "gazetteer_bench()",
        lambda place, turn: place.get_by_label("dates", exact=True).click(),
        ".course-status",
    ),
    Act(
        "`codebook_bench`, patterns applied to the new verdicts",
        "codebook_bench()",
        lambda place, turn: _button(place, "Apply").click(),
        ".course-status",
        begin=_open_theme,
        ready=_write_pattern,
    ),
    Act(
        "`consensus_ladder`, a theme chosen to its statements",
        "consensus_ladder()",
        lambda place, turn: _button(place, "all 10 statements" if turn % 2 else "regional cooperation").click(),
        ".course-status",
    ),
    Act(
        "`desk`, a mark set or taken away to the line that says so",
        "desk(read_text())",
        _mark_first,
        ".course-status",
        begin=_begin_correcting,
    ),
    Act(
        "`desk`, *Analyze again* to the new report with its pictures",
        "desk(read_text())",
        lambda place, turn: _button(place, "Analyze again with these marks").click(),
        ".widget-html:has(table)",
        begin=_begin_correcting,
        budget=None,
        ready=_mark_first,
    ),
]


def latency() -> Iterator[Figure]:
    """Measure how long each widget takes to answer.

    Yields
    ------
    Figure
        The median of some twenty turns. Nothing if there is no browser here, and a line that says so.
    """
    sys.path.insert(0, str(ROOT / "tests" / "browser"))
    from tests.conftest import find_browser

    if not (path := find_browser()):
        print("left out: how long widgets take to answer; for this install Chromium", file=sys.stderr)
        return
    from lab_in_browser import chromium, lab_in_browser

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch, chromium(path) as browser:
        folder = Path(scratch) / "notebooks"
        folder.mkdir()
        with lab_in_browser(folder, Path(scratch) / "jupyter", browser) as lab:
            for number, act in enumerate(ACTS):
                yield Figure(act.what, statistics.median(_times(lab, act, number)), "ms", act.budget)


def _times(lab: Any, act: Act, number: int) -> list[float]:
    """Open a notebook with one widget; return the milliseconds of each turn."""
    imports = "from helpers.reference import gold\nfrom helpers.texts import read_text\nfrom helpers.widgets import *\n"
    name = f"widget_{number}.ipynb"
    cells = [new_code_cell(imports + act.code)]
    nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": KERNEL}), lab.folder / name)
    notebook = lab.open(name)
    notebook.run_all()
    place = notebook.panel().locator(".jp-OutputArea-output").first
    place.scroll_into_view_if_needed()
    if act.begin is not None:
        act.begin(place)
    output = place.locator(act.output).first
    output.wait_for()
    times = []
    for turn in range(WARM + TURNS):
        if act.ready is not None:
            act.ready(place, turn)
            notebook.wait_until_idle()
        before, there = output.evaluate(_READ), output.element_handle()
        began = time.perf_counter()
        act.do(place, turn)
        lab.page.wait_for_function(_CHANGED, arg=[there, before])
        times.append(1000 * (time.perf_counter() - began))
        notebook.wait_until_idle()
    return times[WARM:]
