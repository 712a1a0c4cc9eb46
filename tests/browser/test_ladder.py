"""The ladder of consensus, as a learner uses it: with a mouse, and with the keys alone; its value is read in Python."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lab_in_browser import Notebook
from playwright.sync_api import expect

OPEN = "from helpers.widgets import consensus_ladder\nladder = consensus_ladder({arguments})\nladder"
TEXT = "🌍 The parties stressed <b>peace</b> & $x$. Most of the participants supported trade."
NUMBERS = "ladder.value['sentence'].tolist()"


class Ladder:
    """A ladder in an open notebook."""

    def __init__(self, notebook: Notebook, number: int = 0) -> None:
        self.notebook, self.keyboard = notebook, notebook.page.keyboard
        output = notebook.panel().locator(".jp-OutputArea-output").filter(has=notebook.page.locator(".course-page"))
        self.panel = output.nth(number)
        self.page = self.panel.locator(".course-page")
        self.listed = self.panel.locator(".course-found").get_by_role("button")

    def says(self, words: str) -> None:
        expect(self.panel.locator(".course-status")).to_contain_text(words)


@pytest.fixture
def opened(open_cells: Callable[..., Notebook]) -> Callable[..., Ladder]:
    def opened(arguments: str, theme: str = "light") -> Ladder:
        notebook = open_cells(OPEN.format(arguments=arguments), theme=theme)
        notebook.run_all()
        ladder = Ladder(notebook)
        expect(ladder.page).to_be_visible()
        assert notebook.complaints() == []
        return ladder

    return opened


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_mouse_chooses_and_a_click_leads_to_the_place(opened: Callable[..., Ladder], theme: str):
    ladder = opened("", theme)
    expect(ladder.listed).to_have_count(10)
    ladder.panel.get_by_label("regional cooperation (4)").check()
    ladder.says("Regional cooperation, every rung: 4 of 10 statements.")
    ladder.panel.get_by_label("most", exact=True).check()
    ladder.says("Regional cooperation, most: 1 of 10 statements.")
    expect(ladder.listed).to_have_count(1)
    expect(ladder.listed.locator("mark")).to_have_text(["Most of the participants", "spoke in favour"])
    expect(ladder.panel.locator(".course-found")).to_contain_text("text[3521:3801]")
    ladder.listed.click()
    ladder.says("Sentence 15, for most: Most of the participants spoke in favour. text[3521:3801]")
    expect(ladder.page.locator(".course-selected").first).to_be_in_viewport()
    ladder.notebook.holds(NUMBERS, [15])
    assert ladder.notebook.pale_words() == []
    assert ladder.notebook.lab.outside == []


def test_the_keys_alone_do_all_of_it(opened: Callable[..., Ladder]):
    ladder = opened("")
    ladder.panel.get_by_label("every theme").focus()
    ladder.keyboard.press("Tab")
    ladder.keyboard.press("ArrowDown")
    ladder.says("Every theme, all: 7 of 10 statements.")
    ladder.keyboard.press("ArrowDown")
    ladder.keyboard.press("ArrowDown")
    ladder.says("Every theme, unspecified: 1 of 10 statements.")
    ladder.notebook.holds(NUMBERS, [16])
    ladder.keyboard.press("ArrowUp")
    ladder.keyboard.press("ArrowUp")
    ladder.notebook.holds(NUMBERS, [6, 7, 9, 10, 11, 12, 13])
    expect(ladder.listed).to_have_count(7)
    ladder.listed.first.focus()
    ladder.keyboard.press("ArrowDown")
    ladder.keyboard.press("Enter")
    ladder.says("Sentence 7, for all: They stated. text[1698:1832]")
    expect(ladder.page.locator(".course-selected").first).to_be_in_viewport()
    assert [cell["cell_type"] for cell in ladder.notebook.cells()] == ["markdown", "code"]


def test_text_from_a_document_stays_text_and_places_are_those_of_python(opened: Callable[..., Ladder]):
    ladder = opened(ascii(TEXT))
    expect(ladder.listed.first).to_contain_text("<b>peace</b> & $x$.")
    expect(ladder.listed.first.locator("mark")).to_have_text(["The parties", "stressed"])
    ladder.listed.nth(1).click()
    ladder.says(f"text[{TEXT.index('Most')}:{len(TEXT)}]")
    expect(ladder.page).to_contain_text("<b>peace</b>")


def test_two_of_them_do_not_disturb_each_other_and_a_second_run_keeps_the_choice(open_cells: Callable[..., Notebook]):
    notebook = open_cells(
        OPEN.format(arguments=""),
        f"other = consensus_ladder({TEXT!a})\nother",
        "from ipywidgets.widgets import widget\nprint(len(widget._instances), 'models')",
    )
    notebook.run_all()
    Ladder(notebook).panel.get_by_label("most", exact=True).check()
    Ladder(notebook, 1).panel.get_by_label("all", exact=True).check()
    for _ in range(2):
        notebook.holds(NUMBERS, [15])
        notebook.holds(NUMBERS.replace("ladder", "other"), [1])
        models = notebook.outputs()[-1][1]["text"]
        notebook.run_all()
        assert notebook.outputs()[-1][1]["text"] == models
    expect(notebook.panel().locator(".course-page")).to_have_count(2)
