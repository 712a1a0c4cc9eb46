"""The bench for names, as a learner uses it: with a mouse, and with the keys alone; its value is read in Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lab_in_browser import Notebook
from playwright.sync_api import expect
from widget_in_browser import COUNT_MODELS, Shown, models

TEXT = "🌍 Chad met Fiji, $x$ & UNDP. The Republic of Chad <b>left</b> in 2014."
GOLD = (
    "__import__('helpers.entities', fromlist=['_'])"
    f".spans_from({TEXT!a}, [('Fiji', 'STATE'), ('Republic of Chad', 'STATE'), ('2014', 'DATE')])"
)


CHOSEN = (
    "[one.value for one in __import__('ipywidgets.widgets.widget', fromlist=['_'])._instances.values()"
    " if getattr(one, 'title', '') == 'Names']"
)
"""The names that are chosen in the list, as Python knows them."""


class Bench(Shown):
    """A bench in an open notebook, and what one does with it."""

    OPEN = "from helpers.widgets import gazetteer_bench\nbench = gazetteer_bench({arguments})\nbench"

    def __init__(self, notebook: Notebook, number: int = 0) -> None:
        super().__init__(notebook, number)
        self.name = self.panel.get_by_role("textbox", name="Name", exact=True)

    def button(self, name: str) -> Any:
        return self.panel.get_by_role("button", name=name, exact=True)


def test_a_mouse_adds_and_removes_names_and_goes_to_an_error(opened: Callable[..., Bench]):
    bench = opened(Bench)
    bench.says("Now: right 16, missed 28, extra 10, boundary 9.")
    expect(bench.listed).to_have_count(47)
    bench.name.fill("Kyrgyz Republic")
    bench.button("Add").click()
    bench.says("Added “Kyrgyz Republic” (STATE). Now: right 17 (1 more), missed 27 (1 fewer)")
    expect(bench.page.locator("mark", has_text="Kyrgyz Republic")).to_have_count(1)
    expect(bench.panel.get_by_role("row").filter(has_text="(up 0.02)")).to_have_count(1)
    bench.listed.filter(has_text="Heart of Asia process").click()
    expect(bench.page.locator(".course-selected").first).to_be_in_viewport()
    bench.says("Missed: INITIATIVE “Heart of Asia process”.")
    bench.panel.get_by_label("Afghanistan · STATE").check()
    bench.notebook.holds(CHOSEN, [["Afghanistan"]])
    bench.button("Remove").click()
    bench.says("Removed “Afghanistan”. Now: right 12 (5 fewer)")
    expect(bench.name).to_have_value("Afghanistan")
    bench.notebook.holds("'Afghanistan' in bench.value, 'Kyrgyz Republic' in bench.value", (False, True))
    bench.panel.get_by_label("dates", exact=True).check()
    bench.says("Switched on: dates. Now: right 16 (4 more)")
    bench.panel.get_by_label("borders of words", exact=True).uncheck()
    bench.says("Switched off: borders of words. Now: right 16, missed")
    grammar = bench.panel.get_by_label("a grammar for longer names, with all other rules", exact=True)
    grammar.check()
    bench.says("While the grammar is on, the other boxes do not count.")
    expect(bench.panel.get_by_label("dates", exact=True)).to_be_disabled()
    expect(bench.panel.get_by_label("dates", exact=True)).to_be_checked()
    assert bench.notebook.pale_words_in_both_themes() == []
    grammar.press("ArrowLeft")
    expect(grammar).to_be_focused()
    grammar.uncheck()
    expect(bench.panel.get_by_label("dates", exact=True)).to_be_enabled()
    assert bench.notebook.pale_words_in_both_themes() == []
    assert bench.notebook.lab.outside == []


def test_the_keys_alone_do_all_of_it(opened: Callable[..., Bench]):
    bench = opened(Bench, f"{TEXT!a}, {{'Chad': 'STATE', 'UNDP': 'IGO'}}, {GOLD}")
    press = bench.keyboard.press
    bench.name.focus()
    bench.keyboard.type("Fiji")
    press("Enter")
    bench.says("Added “Fiji” (STATE). Now: right 1 (1 more), missed 1 (1 fewer), extra 2, boundary 1.")
    press("Shift+Tab")
    press("ArrowRight")  # the label IGO
    press("Tab")
    bench.keyboard.type("Republic of Chad")
    press("Enter")
    bench.says("Added “Republic of Chad” (IGO).")
    press("Shift+Tab")
    press("ArrowUp")
    press("Tab")
    bench.keyboard.type("Republic of Chad")
    press("Enter")
    bench.says("“Republic of Chad” is now STATE, no longer IGO. Now: right 2 (1 more)")
    for key in ("Tab", "Tab", "ArrowDown", "Space"):  # Add, Chad, UNDP
        press(key)
    bench.notebook.holds(CHOSEN, [["UNDP"]])  # a click may overtake a choice that is on its way
    for key in ("Tab", "Enter"):  # Remove
        press(key)
    bench.says("Removed “UNDP”.")
    bench.notebook.holds("bench.value", {"Chad": "STATE", "Fiji": "STATE", "Republic of Chad": "STATE"})
    for key in ("Tab", "End", "ArrowUp", "Space"):  # the last rule but one
        press(key)
    bench.says("Switched on: dates. Now: right 3 (1 more)")
    for _ in range(3):  # the last rule, the page, the list of errors
        press("Tab")
    press("Enter")
    bench.says("Extra: STATE “Chad”. text[2:6]")  # as Python counts, behind the globe
    expect(bench.page.locator(".course-selected")).to_have_text("Chad")
    bench.kept_all_keys()


def test_arrow_keys_go_through_the_errors_and_a_click_on_the_page_finds_its_error(opened: Callable[..., Bench]):
    bench = opened(Bench, f"{TEXT!a}, {{'Chad': 'STATE'}}, {GOLD}")
    rows = bench.listed
    rows.first.focus()
    for key, words in [
        ("ArrowDown", "Missed: STATE “Fiji”. text[11:15]"),
        ("End", "Missed: DATE “2014”. text[65:69]"),
        ("ArrowUp", "Boundary: gold has “Republic of Chad”, the list “Chad” (STATE)."),
    ]:
        bench.keyboard.press(key)
        bench.keyboard.press("Enter")
        bench.says(words)
    expect(rows.nth(2)).to_have_attribute("aria-current", "true")
    expect(rows.nth(2)).to_be_focused()
    expect(rows.nth(2)).to_contain_text("…")
    bench.page.locator("mark").first.click()
    bench.says("Extra: STATE “Chad”.")
    expect(bench.page).to_contain_text("$x$ & UNDP. The Republic of Chad <b>left</b>")
    assert bench.page.locator("b").count() == 0


def test_a_slip_is_said_and_a_failure_inside_too(opened: Callable[..., Bench]):
    bench = opened(Bench, f"{TEXT!a}, {{'Chad': 'STATE'}}, {GOLD}")
    bench.button("Add").click()
    bench.says("Write a name first, as it stands on the page.")
    bench.notebook.tell(
        "bench.children[1].text = 'Fiji'\nimport helpers.widgets.tagging as module\n"
        "module.tag_with = lambda *given: 1 / 0"
    )
    bench.button("Add").click()
    bench.says("This did not work: ZeroDivisionError: division by zero.")


def test_two_benches_do_not_disturb_each_other_and_a_second_run_keeps_the_list(open_cells: Callable[..., Notebook]):
    notebook = open_cells(
        Bench.OPEN.format(arguments=ascii(TEXT)),
        f"others = gazetteer_bench({TEXT!a})\nothers",
        COUNT_MODELS,
    )
    notebook.run_all()
    one, two = Bench(notebook), Bench(notebook, 1)
    for bench, name in ((one, "Fiji"), (two, "Chad")):
        bench.name.fill(name)
        bench.button("Add").click()
        bench.says(f"Added “{name}”")
    notebook.holds("list(bench.value)[-1], list(others.value)[-1]", ("Fiji", "Chad"))
    before = models(notebook)
    notebook.run_all()
    notebook.holds("list(bench.value)[-1], list(others.value)[-1]", ("Fiji", "Chad"))
    assert models(notebook) == before
    expect(notebook.panel().locator(".course-page")).to_have_count(2)
    assert notebook.complaints() == []
