"""The ladder of consensus, as a learner uses it: with a mouse, and with the keys alone; its value is read in Python.

Why our widgets have no menu (`<select>`) and stop the keys that they use: while a widget has the focus, the notebook is
in command mode, and the shortcuts of JupyterLab go by what has the focus (`.jp-Notebook.jp-mod-commandMode … :focus`).
They are looked for from the focused element upward, and that element itself fits at once; so the attribute
`data-lm-suppress-shortcuts` of an element around it is never reached. ArrowDown then selects the next cell, and an x
cuts this one. JupyterLab listens at the document while the event rises: an element of ours that stops it in time keeps
the key. In a menu of ipywidgets none does.
"""

from __future__ import annotations

from collections.abc import Callable

from lab_in_browser import Notebook
from playwright.sync_api import Locator, expect
from widget_in_browser import COUNT_MODELS, Shown, models

TEXT = "🌍 The parties stressed <b>peace</b> & $x$. Most of the participants supported trade."
NUMBERS = "ladder.value['sentence'].tolist()"


class Ladder(Shown):
    """A ladder in an open notebook."""

    OPEN = "from helpers.widgets import consensus_ladder\nladder = consensus_ladder({arguments})\nladder"

    def __init__(self, notebook: Notebook, number: int = 0) -> None:
        super().__init__(notebook, number)
        self.drawn = self.panel.locator(".course-ladder")

    def button(self, name: str) -> Locator:
        return self.drawn.get_by_role("button", name=name, exact=True)


def test_the_mouse_chooses_and_a_click_leads_to_the_place(opened: Callable[..., Ladder]):
    ladder = opened(Ladder, "")
    expect(ladder.listed).to_have_count(10)
    ladder.begins_with("combating terrorism")  # sentence 6, the first statement
    ladder.button("regional cooperation").click()
    ladder.says("Regional cooperation, every rung: 4 of 10 statements.")
    ladder.button("most · 1").click()
    ladder.says("Regional cooperation, most: 1 of 10 statements.")
    expect(ladder.listed).to_have_count(1)
    expect(ladder.listed.locator("mark")).to_have_text(["Most of the participants", "spoke in favour"])
    expect(ladder.panel.locator(".course-found")).to_contain_text(
        "text[3521:3801]\nspeaker [3521:3545]\nverb [3546:3561]"
    )
    ladder.listed.click()
    ladder.says("Sentence 15, for most: Most of the participants spoke in favour. text[3521:3801]")
    expect(ladder.page.locator(".course-selected").first).to_be_in_viewport()
    ladder.notebook.holds(NUMBERS, [15])
    assert ladder.notebook.pale_words() == []
    ladder.drawn.get_by_role("button", name="Sentence 16").first.click()
    ladder.says("Sentence 16, for unspecified: Speakers noted. text[3802:4055]")
    expect(ladder.page.locator(".course-selected").first).to_be_in_viewport()
    ladder.notebook.holds(NUMBERS, [*range(6, 8), *range(9, 17)])
    assert ladder.notebook.lab.outside == []


def test_the_keys_alone_do_all_of_it(opened: Callable[..., Ladder]):
    ladder = opened(Ladder)
    ladder.panel.page.locator(".jp-Notebook").evaluate("notebook => notebook.focus()")
    for _ in range(30):
        ladder.keyboard.press("Tab")
        if ladder.drawn.locator(":focus").count():
            break
    expect(ladder.button("all 10 statements")).to_be_focused()
    ladder.press("ArrowDown", "Enter")
    ladder.says("Every theme, all: 7 of 10 statements.")
    expect(ladder.button("all · 7")).to_have_attribute("aria-pressed", "true")
    ladder.press("ArrowDown", "ArrowDown", "Space")
    ladder.says("Every theme, unspecified: 1 of 10 statements.")
    ladder.notebook.holds(NUMBERS, [16])
    ladder.press("ArrowRight", "x", "Enter")
    ladder.says("Sentence 16, for unspecified: Speakers noted. text[3802:4055]")
    ladder.press("Home", "ArrowDown", "Enter")
    ladder.says("Every theme, organization: 1 of 10 statements.")
    ladder.press("ArrowUp", "Home", "ArrowUp", "ArrowUp", "Enter")
    ladder.notebook.holds(NUMBERS, [6, 7, 9, 10, 11, 12, 13])
    expect(ladder.listed).to_have_count(7)
    ladder.press("Tab", "Tab", "x", "ArrowDown", "Enter")
    ladder.says("Sentence 7, for all: They stated. text[1698:1832]")
    expect(ladder.page.locator(".course-selected").first).to_be_in_viewport()
    ladder.kept_all_keys()
    assert ladder.notebook.pale_words_in_both_themes() == []


def test_two_of_them_do_not_disturb_each_other_and_text_from_a_document_stays_text(open_cells: Callable[..., Notebook]):
    notebook = open_cells(
        Ladder.OPEN.format(arguments=""),
        f"other = consensus_ladder({TEXT!a})\nother",
        COUNT_MODELS,
    )
    notebook.run_all()
    Ladder(notebook).button("most · 1").click()
    other = Ladder(notebook, 1)
    other.listed.nth(1).click()
    other.says(f"text[{TEXT.index('Most')}:{len(TEXT)}]")
    other.button("all · 1").click()
    expect(other.listed).to_have_count(1)
    expect(other.listed).to_contain_text("<b>peace</b> & $x$.")
    expect(other.listed.locator("mark")).to_have_text(["The parties", "stressed"])
    expect(other.page).to_contain_text("<b>peace</b>")
    for _ in range(2):
        notebook.holds(NUMBERS, [15])
        notebook.holds(NUMBERS.replace("ladder", "other"), [1])
        before = models(notebook)
        notebook.run_all()  # the choice is kept, and nothing is left behind
        assert models(notebook) == before
    expect(notebook.panel().locator(".course-page")).to_have_count(2)
