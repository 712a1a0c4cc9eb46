"""The bench for patterns, as a learner uses it: with a mouse, and with the keys alone; its value is read in Python."""

from __future__ import annotations

from collections.abc import Callable

from lab_in_browser import Notebook
from playwright.sync_api import expect
from widget_in_browser import COUNT_MODELS, Shown, models

TEXT = "🌍 They sell <b>opium</b> & $x$. They sell fish. Traders met."
PATTERNS = {"drugs": ["opium", "fish"], "trade": ["trader*"]}
GOLD = "__import__('pandas').DataFrame({'drugs': [True, False, False], 'trade': [True, True, True]})"
SMALL = f"{TEXT!a}, {PATTERNS}, gold={GOLD}"


class Bench(Shown):
    """A bench in an open notebook, and what one does with it."""

    OPEN = "from helpers.widgets import codebook_bench\nbench = codebook_bench({arguments})\nbench"

    def __init__(self, notebook: Notebook, number: int = 0) -> None:
        super().__init__(notebook, number)
        self.patterns = self.panel.get_by_role("textbox", name="Patterns, one a line")
        self.told = self.panel.locator(".course-map-told")

    def box(self, words: str):
        return self.panel.get_by_role("gridcell", name=words)


def test_a_mouse_opens_a_theme_changes_its_patterns_and_goes_to_a_sentence(opened: Callable[..., Bench]):
    bench = opened(Bench)
    bench.panel.get_by_label("drugs", exact=True).check()
    bench.begins_with("Participants exchanged")  # sentence 5, the first that is missed
    expect(bench.patterns).to_have_value("drugs\nnarcotic*")
    expect(bench.listed).to_have_count(3)
    bench.patterns.fill("drug*\nopium")
    bench.panel.get_by_role("button", name="Apply").click()
    bench.says("Applied 2 patterns. Newly found: 5 (right), 6 (right). Newly lost: none.")
    expect(bench.panel.get_by_role("row").filter(has_text="(up 0.80)")).to_have_count(1)
    bench.box("drugs, sentence 7: missed").hover()
    expect(bench.told).to_contain_text("They stated that solution of those problems")
    bench.box("drugs, sentence 7: missed").click()
    expect(bench.page.locator(".course-selected").first).to_be_in_viewport()
    bench.listed.first.click()
    bench.says("Sentence 5, drugs: right, new.")
    bench.notebook.holds("bench.value.patterns('drugs')", ["drug*", "opium"])
    assert bench.notebook.pale_words_in_both_themes() == []
    assert bench.notebook.lab.outside == []


def test_the_keys_alone_do_all_of_it(opened: Callable[..., Bench]):
    bench = opened(Bench, SMALL)
    press = bench.keyboard.press
    bench.panel.get_by_label("drugs", exact=True).focus()
    press("x")  # in JupyterLab it cuts a cell: not here, nor on the button and the map
    press("ArrowRight")
    expect(bench.patterns).to_have_value("trader*")
    press("ArrowLeft")
    expect(bench.patterns).to_have_value("opium\nfish")
    press("Tab")
    press("Control+End")
    for _ in "\nfish":
        press("Backspace")
    press("Control+Enter")
    bench.says("Applied 1 pattern. Newly found: none. Newly lost: 2 (was extra).")
    for _ in range(2):  # Apply, the map
        press("Tab")
        press("x")
    expect(bench.told).to_contain_text("drugs, sentence 1: right. 🌍 They sell <b>opium</b> & $x$.")
    press("ArrowRight")
    press("ArrowDown")
    expect(bench.told).to_contain_text("trade, sentence 2: missed. They sell fish.")
    press("Enter")
    expect(bench.page.locator(".course-selected")).to_have_text("They sell fish.")
    for _ in range(2):  # the page, the list
        press("Tab")
    press("End")
    press("Enter")
    bench.says("Sentence 2, drugs: lost.")
    bench.notebook.holds("bench.value.patterns('drugs')", ["opium"])
    bench.kept_all_keys()


def test_a_slip_is_said_and_two_of_them_do_not_disturb_each_other(open_cells: Callable[..., Notebook]):
    notebook = open_cells(
        Bench.OPEN.format(arguments=SMALL),
        f"other = codebook_bench({SMALL})\nother",
        COUNT_MODELS,
    )
    notebook.run_all()
    one, two = Bench(notebook), Bench(notebook, 1)
    one.patterns.fill("opium\n*")
    one.panel.get_by_role("button", name="Apply").click()
    expect(one.panel.get_by_role("alert")).to_contain_text("Line 2: ")
    expect(one.patterns).to_have_value("opium\n*")
    two.patterns.fill("fish")
    two.panel.get_by_role("button", name="Apply").click()
    two.says("Applied 1 pattern.")
    notebook.holds("bench.value.patterns('drugs'), other.value.patterns('drugs')", (["opium", "fish"], ["fish"]))
    before = models(notebook)
    notebook.run_all()
    assert models(notebook) == before
    expect(notebook.panel().locator(".course-page")).to_have_count(2)
    assert notebook.complaints() == []
