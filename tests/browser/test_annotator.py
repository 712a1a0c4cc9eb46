"""The annotator, as a learner uses it: with a mouse, with the keys, with a finger; its value is read in Python."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lab_in_browser import Notebook
from playwright.sync_api import expect
from widget_in_browser import COUNT_MODELS, Shown, models

NAMES = "In 2014 the Republic of Chad met Fiji, the Republic of Peru and UNDP. Afghanistan’s neighbors came."
ODD = "🌍 Å\u030aland 𝒜lba 🏳️‍🌈 met \u05d9\u05e9\u05e8\u05d0\u05dc <b>Chad</b> & e\u0301lite."


class Annotator(Shown):
    """An annotator in an open notebook, and what one does with it."""

    OPEN = "from helpers.widgets import annotator\nmarks = annotator({arguments})\nmarks"

    def __init__(self, notebook: Notebook, number: int = 0) -> None:
        super().__init__(notebook, number)
        self.view = notebook.panel().locator(".course-view").nth(number)

    def value(self, name: str = "marks") -> list[list[object]]:
        """Return the rows of the value, as Python has it."""
        return self.notebook.ask(f"{name}.value.values.tolist()")

    def holds(self, *rows: list[object], name: str = "marks") -> None:
        """Wait until Python has these rows: what is done in quick succession is on its way for a moment."""
        self.notebook.holds(f"{name}.value.values.tolist()", list(rows))

    def drag(self, words: str) -> None:
        """Drag over words that stand in one piece on the page."""
        left, top, right, bottom = self.where(words)
        self.mouse.move(left + 1, top)
        self.mouse.down()
        self.mouse.move((left + right) / 2, bottom)
        self.mouse.move(right - 1, bottom)
        self.mouse.up()

    def click(self, words: str, **options: object) -> None:
        """Click into the middle of words."""
        left, top, right, _ = self.where(words)
        self.page.page.mouse.click((left + right) / 2, top, **options)


def test_a_drag_and_a_number_mark_whole_words(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, repr(NAMES))
    annotator.drag("epublic of Cha")
    annotator.says("“Republic of Chad”, text[12:28]. Choose a label.")
    annotator.press("1")
    annotator.says("Marked as STATE")
    expect(annotator.page.locator("mark")).to_have_text("Republic of Chad")
    annotator.holds([12, 28, "Republic of Chad", "STATE"])
    assert annotator.notebook.pale_words_in_both_themes() == []


def test_a_click_and_a_button_mark_a_word(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, repr(NAMES))
    annotator.click("UNDP")
    annotator.view.get_by_role("button", name="IGO").click()
    annotator.says("Marked as IGO: “UNDP”")
    annotator.click("Republic")
    annotator.click("Chad", button="left")
    annotator.says("“Chad”")
    annotator.holds([64, 68, "UNDP", "IGO"])


def test_the_keys_alone_do_all_of_it(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, repr(NAMES))
    annotator.page.focus()
    annotator.press("ArrowRight", "ArrowRight", "5")
    annotator.holds([3, 7, "2014", "DATE"])
    annotator.press("ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "1")
    annotator.says("Marked as STATE: “Republic of Chad”, text[12:28].")
    annotator.press("Alt+Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft")
    annotator.says("STATE: “of Chad”, text[21:28].")
    annotator.press("Alt+Shift+ArrowLeft", "2")
    annotator.holds([3, 7, "2014", "DATE"], [12, 28, "Republic of Chad", "IGO"])
    annotator.press("ArrowUp")
    annotator.says("DATE: “2014”")
    annotator.press("Delete")
    annotator.holds([12, 28, "Republic of Chad", "IGO"])
    annotator.press("Escape")
    annotator.says("Nothing is selected.")
    annotator.press("End")
    annotator.says("“came”")
    annotator.kept_all_keys()


def test_undo_and_redo_go_back_and_forth(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, repr(NAMES))
    annotator.drag("Fiji")
    annotator.press("1", "2", "Delete")
    annotator.holds()
    for rows in ([[33, 37, "Fiji", "IGO"]], [[33, 37, "Fiji", "STATE"]], []):
        annotator.press("Control+z")
        annotator.holds(*rows)
    annotator.press("Control+z")
    annotator.says("Nothing to undo.")
    annotator.press("Control+y", "Control+Shift+z")
    annotator.holds([33, 37, "Fiji", "IGO"])
    annotator.view.get_by_role("button", name="Undo").click()
    annotator.holds([33, 37, "Fiji", "STATE"])


@pytest.mark.parametrize(
    ("words", "explains"),
    [
        ("Chad", "“Chad” lies inside your mark “Republic of Chad” (STATE)."),
        ("Chad met", "“Chad met” crosses the border of your mark “Republic of Chad” (STATE)."),
    ],
)
def test_an_overlap_is_explained_and_the_learner_decides(opened: Callable[..., Annotator], words: str, explains: str):
    annotator = opened(Annotator, repr(NAMES))
    annotator.drag("Republic of Chad")
    annotator.press("1")
    annotator.press("Escape")
    annotator.notebook.page.evaluate(
        """([first, last]) => {
            const page = document.querySelector('.jp-NotebookPanel:not(.lm-mod-hidden) .course-page');
            const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            while (walker.nextNode()) {
                const {data} = walker.currentNode;
                if (data.includes(first)) range.setStart(walker.currentNode, data.indexOf(first));
                if (data.includes(last)) { range.setEnd(walker.currentNode, data.indexOf(last) + last.length); break; }
            }
            const selection = document.getSelection();
            selection.removeAllRanges();
            selection.addRange(range);
            document.dispatchEvent(new MouseEvent('mouseup'));
        }""",
        ["Chad", words.split()[-1]],
    )
    annotator.press("2")
    annotator.says(explains)
    annotator.says("One place takes one label")
    annotator.holds([12, 28, "Republic of Chad", "STATE"])
    annotator.view.get_by_role("button", name="Keep “Republic of Chad”").click()
    annotator.says("STATE: “Republic of Chad”")
    annotator.holds([12, 28, "Republic of Chad", "STATE"])


def test_a_learner_may_take_the_new_one_instead(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, repr(NAMES))
    annotator.drag("Chad")
    annotator.press("1")
    annotator.page.focus()
    annotator.press("Escape", "Home", *["ArrowRight"] * 3, *["Shift+ArrowRight"] * 3)
    annotator.says("“Republic of Chad met”")
    annotator.press("Shift+ArrowLeft", "2")
    annotator.says("holds your mark “Chad” (STATE)")
    annotator.view.get_by_role("button", name="Take “Republic of Chad” as IGO").click()
    annotator.holds([12, 28, "Republic of Chad", "IGO"])


def test_a_grip_moves_the_end_of_a_mark(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, repr(NAMES))
    annotator.drag("Republic of")
    annotator.press("1")
    grip = annotator.page.locator(".course-handle-end").bounding_box()
    _, _, right, bottom = annotator.where(" Chad")
    annotator.mouse.move(grip["x"] + 3, grip["y"] + grip["height"] / 2)
    annotator.mouse.down()
    annotator.mouse.move(right - 12, bottom)
    annotator.mouse.move(right - 3, bottom)
    annotator.mouse.up()
    annotator.says("STATE: “Republic of Chad”, text[12:28].")
    annotator.holds([12, 28, "Republic of Chad", "STATE"])
    annotator.press("Control+z")
    annotator.holds([12, 23, "Republic of", "STATE"])


def test_places_are_those_of_python_whatever_the_characters(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, ascii(ODD))
    annotator.page.focus()
    annotator.press("ArrowRight", "1", "ArrowRight", "2", "End", "3")
    words = ["Å\u030aland", "𝒜lba", "e\u0301lite"]
    rows = [
        [ODD.index(word), ODD.index(word) + len(word), word, label]
        for word, label in zip(words, ["STATE", "IGO", "GOV"], strict=True)
    ]
    annotator.holds(*rows)
    annotator.view.get_by_label("whole words").uncheck()
    annotator.page.focus()
    annotator.press("Escape", "Home", "4")  # the globe: one character in Python, two units in the browser
    annotator.holds([0, 1, "🌍", "POST"], *rows)
    annotator.press("Escape", "End", *["ArrowLeft"] * 5, "Escape")
    annotator.press("Home", "ArrowRight", "Escape")
    expect(annotator.page).to_contain_text("<b>Chad</b> & e\u0301lite")  # text from a document stays text
    assert annotator.page.locator("b").count() == 0


def test_letters_can_be_marked_where_whole_words_are_off(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, repr(NAMES))
    annotator.view.get_by_label("whole words").uncheck()
    annotator.drag("epublic of Cha")
    annotator.says("“epublic of Cha”, text[13:27].")
    annotator.press("Shift+ArrowRight", "Alt+Shift+ArrowLeft", "1")
    annotator.holds([12, 28, "Republic of Chad", "STATE"])


def test_an_ending_does_not_belong_to_the_word(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, repr(NAMES))
    annotator.click("Afghan")
    annotator.press("1")
    annotator.holds([70, 81, "Afghanistan", "STATE"])


def test_python_sets_what_the_page_shows(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, repr(NAMES))
    code = "import pandas as pd\nmarks.value = pd.DataFrame({'start': [33, 12], 'end': [37, 28], 'label': 'STATE'})"
    annotator.notebook.tell(code)
    expect(annotator.page.locator("mark")).to_have_text(["Republic of Chad", "Fiji"])
    annotator.says("The marks were changed from outside: 2 now.")
    annotator.page.focus()
    annotator.press("Control+z")
    annotator.holds()


def test_the_list_of_marks_leads_to_the_place(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, "spans=__import__('helpers.reference').reference.gold('entities')")
    marks = annotator.view.locator(".course-list")
    marks.get_by_text("53 marks").click()
    marks.get_by_role("button", name="Heart of Asia process").click()
    annotator.says("INITIATIVE: “Heart of Asia process”")
    expect(annotator.page.locator(".course-selected")).to_be_in_viewport()


def test_the_comparison_is_shown_when_asked_for(opened: Callable[..., Annotator]):
    gold = "__import__('pandas').DataFrame({'start': [12, 33], 'end': [28, 37], 'label': 'STATE'})"
    annotator = opened(Annotator, f"{NAMES!r}, against={gold}")
    panel = annotator.notebook.panel()
    annotator.drag("Republic of Chad")
    annotator.press("1")
    assert panel.get_by_text("missed").count() == 0
    panel.get_by_role("button", name="Compare with gold").click()
    expect(panel.get_by_role("row", name="1.00 0.50 0.67")).to_be_visible()
    expect(panel.locator(".widget-html mark")).to_contain_text(["Republic of Chad", "Fiji"])
    annotator.drag("Fiji")
    annotator.press("1")
    expect(panel.get_by_role("row", name="1.00 (as before) 1.00 (up 0.50) 1.00 (up 0.33)")).to_be_visible()
    assert annotator.notebook.pale_words() == []


def test_two_pages_do_not_disturb_each_other_and_a_second_run_keeps_the_marks(open_cells: Callable[..., Notebook]):
    notebook = open_cells(
        Annotator.OPEN.format(arguments=repr(NAMES)),
        f"others = annotator({NAMES!r}, labels=['who', 'when'])\nothers",
        COUNT_MODELS,
    )
    notebook.run_all()
    one, two = Annotator(notebook), Annotator(notebook, 1)
    one.drag("Fiji")
    one.press("1")
    two.drag("2014")
    two.press("2")
    one.holds([33, 37, "Fiji", "STATE"])
    two.holds([3, 7, "2014", "when"], name="others")
    before = models(notebook)
    notebook.run_all()
    one.holds([33, 37, "Fiji", "STATE"])
    two.holds([3, 7, "2014", "when"], name="others")
    assert models(notebook) == before
    expect(notebook.panel().locator(".course-view")).to_have_count(2)
    expect(one.page.locator("mark")).to_have_text("Fiji")


def test_a_finger_marks_a_word(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, repr(NAMES))
    left, top, right, _ = annotator.where("Fiji")
    annotator.tap((left + right) / 2, top)
    annotator.says("“Fiji”, text[33:37]. Choose a label.")
    annotator.view.get_by_role("button", name="STATE").click()
    annotator.holds([33, 37, "Fiji", "STATE"])


def test_the_comparison_follows_each_mark_on_the_whole_page(opened: Callable[..., Annotator]):
    annotator = opened(Annotator, "against=__import__('helpers.reference').reference.gold('entities')")
    panel = annotator.notebook.panel()
    panel.get_by_role("button", name="Compare with gold").click()
    expect(panel.locator(".widget-html mark", has_text="missed").nth(50)).to_be_visible()
    assert panel.locator(".widget-html mark", has_text="extra").count() == 0
    annotator.page.focus()
    annotator.press("Home", "2")
    expect(panel.locator(".widget-html mark", has_text="IGO extra")).to_have_count(1)


def test_where_widgets_do_not_run_the_marked_page_stands(open_still: Callable[..., Notebook]):
    notebook = open_still("annotator(spans=reference.gold('entities'))")
    expect(notebook.panel().locator("mark", has_text="Mongolia").first).to_be_visible()
