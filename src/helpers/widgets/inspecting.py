"""Look at a text character by character, and clean it step by step."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.characters import INVISIBLE, describe, find_odd_characters
from helpers.errors import CourseError
from helpers.pictures.inputs import UNDONE, plural
from helpers.pictures.marks import part, show_spans
from helpers.pictures.page import Page, notice
from helpers.pictures.palette import GREEN, ORANGE, PINK, YELLOW, Ink
from helpers.pictures.picture import NO_FORMULAS, table_html
from helpers.texts import CLEANING_STEPS, clean_text
from helpers.widgets.box import box, former
from helpers.widgets.page_view import page_view, set_spans, set_text

if TYPE_CHECKING:
    from ipywidgets import VBox

DISGUISED = CLEANING_STEPS[0]


def inspector(text: str | None = None, start: int | None = None, end: int | None = None) -> VBox | Page:
    """Let each character of a text be looked at, and the steps of cleaning be taken one by one.

    The mouse or the arrow keys go from character to character, and a line tells code point, name and script. Characters
    that are not what they seem are marked with their names; so are those that nobody sees. The labels stand on the
    page only: they take no place in the text.

    Parameters
    ----------
    text : str, optional
        The text; by default the press release.
    start, end : int, optional
        The part of the text that is shown. The steps clean the whole text, and their numbers are of the whole.

    Returns
    -------
    ipywidgets.VBox
        Its `value` is the text, cleaned by the steps that are on: at the beginning, none. If the cell is run again,
        the steps stay. Where widgets do not run, the page with its marks and their table stand in its place. If `text`
        is an exercise that is not done yet: a sentence that says so.

    Raises
    ------
    CourseError
        If `text` is no str, or nothing lies between `start` and `end`.

    Examples
    --------
    >>> odd = inspector("The Мember States’ plan.")
    >>> odd.value.count("Member")
    0
    >>> odd.children[0].children[0].value = True
    >>> odd.value.count("Member")
    1
    """
    if text is ...:
        return notice(UNDONE)
    from ipywidgets import HTML, Checkbox, HBox, Layout

    from helpers.texts import read_text, require_text

    text = read_text() if text is None else require_text(text)
    first, last = part(text, start, end)
    odd = find_odd_characters(text)
    before = former("inspector")
    kept = before.steps() if before is not None and before.subject == (text, first, last) else []
    boxes = [
        Checkbox(
            value=step in kept,
            description=f"{step} ({sum(odd['kind'] == step)})",
            indent=False,
            layout=Layout(width="auto", margin="0 16px 0 0"),
        )
        for step in CLEANING_STEPS
    ]
    view = page_view(text, mode="inspect", title="The text, character by character", start=first, end=last)
    view.told = {character: describe(character) for character in set(text) | set(odd["becomes"])}
    view.said = "Move over the page with the mouse or, after a click on it, with the arrow keys."
    line = HTML()
    cleaned = [text]

    def steps() -> list[str]:
        return [step for step, chosen in zip(CLEANING_STEPS, boxes, strict=True) if chosen.value]

    def clean(_: dict[str, Any] | None = None) -> None:
        try:
            cleaned[0] = clean_text(text, steps())
            with view.hold_sync():
                set_text(view, cleaned[0][first:last])
                set_spans(view, *_marks(odd, steps()))
            line.value = _told(text, cleaned[0], odd, steps())
        except CourseError as error:
            line.value = f"<p>{html.escape(str(error))}</p>"

    for chosen in boxes:
        chosen.observe(clean, names="value")
    clean()
    made = box(
        "inspector",
        [HBox(boxes, layout=Layout(flex_flow="row wrap")), line, view],
        lambda: _still(text, odd, first, last),
        f"{_counted(odd)} Run this cell in JupyterLab to look at each character.",
        get=lambda: cleaned[0],
        put=_refuse,
        subject=(text, first, last),
    )
    made.steps = steps
    return made


def _refuse(_: object) -> None:
    raise CourseError("The value of an inspector follows its steps: switch them on and off.")


def _marks(odd: pd.DataFrame, steps: list[str]) -> tuple[pd.DataFrame, dict[str, Ink]]:
    """Label the odd characters, and those that were one before a step was taken."""
    changed = odd["kind"].isin(steps)
    labels = odd["label"].where(~changed, "was " + odd["label"])
    colors = {}
    for label, kind, done in zip(labels, odd["kind"], changed, strict=True):
        if done:
            colors[label] = Ink(*GREEN, "solid")
        elif kind == DISGUISED:
            colors[label] = Ink(*ORANGE, "dashed")
        else:
            colors[label] = Ink(*PINK, "dotted") if kind == INVISIBLE else Ink(*YELLOW, "solid")
    return odd.assign(label=labels), colors


def _told(text: str, cleaned: str, odd: pd.DataFrame, steps: list[str]) -> str:
    """Compare the two texts place by place, and say what was changed and what was moved."""
    changed, moved = _measured(text, cleaned, odd[odd["kind"].isin(steps)])
    lengths = f"{len(text):,} characters before, {len(cleaned):,} after"
    if moved:
        same = "At other places, too, stands another character than before: places in one are not places in the other."
    elif changed:
        same = f"At each of the other {len(text) - changed:,} places stands the same character as before."
    else:
        same = "At each place stands the same character as before." if steps else "No step is on: this is the source."
    hidden = int((odd["kind"] == INVISIBLE).sum())
    kept = (
        f" {plural(hidden, 'invisible character')}, marked on the page: no step deletes them, for that would move "
        "all that follows."
        if hidden
        else ""
    )
    numbers = f"{plural(changed, 'character')} changed, {plural(moved, 'character')} moved."
    return (
        f'<p class="{NO_FORMULAS}" role="status" style="line-height:1.4"><b>{numbers}</b> '
        f"Measured place by place: {lengths}. {same}{kept}</p>"
    )


def _measured(text: str, cleaned: str, replaced: pd.DataFrame) -> tuple[int, int]:
    """Count the places that were changed as a step says, and those where something else stands than there should."""
    expected = dict(zip(replaced["start"], replaced["becomes"], strict=True))
    changed, moved = 0, abs(len(text) - len(cleaned))
    for place, (old, new) in enumerate(zip(text, cleaned, strict=False)):
        if old == new:
            continue
        if expected.get(place) == new:
            changed += 1
        else:
            moved += 1
    return changed, moved


def _counted(odd: pd.DataFrame) -> str:
    kinds = [(kind, int((odd["kind"] == kind).sum())) for kind in (*CLEANING_STEPS, INVISIBLE)]
    told = ", ".join(f"{kind} {count}" for kind, count in kinds if count)
    return f"Characters that are not what they seem: {told or 'none'}."


def _still(text: str, odd: pd.DataFrame, first: int, last: int) -> str:
    """Show the marked page and its table, for places where widgets do not run."""
    here = odd[(odd["start"] >= first) & (odd["end"] <= last)]
    table = here.assign(place=[f"text[{place}]" for place in here["start"]])
    shown = table[["place", "name", "code_point", "script", "kind"]].rename(columns={"code_point": "code point"})
    lead = f'<p class="{NO_FORMULAS}">{_counted(odd)}</p>'
    page = show_spans(text, here, start=first, end=last).html
    return lead + page + (f'<div class="{NO_FORMULAS}">{table_html(shown)}</div>' if len(here) else "")
