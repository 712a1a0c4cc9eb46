"""The desk, as a learner uses it: paste, analyze, correct, save; with the keyboard alone, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lab_in_browser import Lab, Notebook
from playwright.sync_api import expect

OPEN = "from helpers.widgets import desk\nmine = desk(folder='my_analysis')\nmine"
TEXT = (
    "India and the Republic of Chad took part in the consultations on 22 January 2014. Wexland also took part. "
    "The parties stressed the importance of trade. <script>window.broken = true</script>"
    "<img src='x' onerror='window.broken = true'> **not bold** $x$"
)


def test_from_a_pasted_text_to_a_report_with_the_keyboard_alone(open_cells: Callable[..., Notebook], lab: Lab):
    notebook = open_cells(OPEN)
    notebook.run_all()
    panel, keyboard = notebook.panel(), notebook.page.keyboard
    panel.get_by_label("Text", exact=True).focus()
    keyboard.insert_text(TEXT)
    panel.get_by_role("button", name="Analyze", exact=True).focus()
    keyboard.press("Enter")
    said = panel.locator(".widget-html", has_text="Analysis of").first
    expect(said).to_contain_text("2 participants")
    expect(panel.locator(".course-page mark", has_text="Republic of Chad")).to_be_visible()
    page = panel.get_by_role("application", name="The names, to be corrected")
    page.focus()
    for _ in range(60):
        if "“Wexland”" in panel.locator(".course-status").inner_text():
            break
        keyboard.press("ArrowRight")
    keyboard.press("1")
    expect(panel.locator(".course-status")).to_contain_text("Marked as STATE: “Wexland”")
    panel.get_by_role("button", name="Analyze again with these marks").focus()
    keyboard.press("Enter")
    expect(said).to_contain_text("3 participants")
    panel.get_by_label("Day", exact=True).fill("2016-05-03")
    panel.get_by_role("button", name="Analyze", exact=True).focus()
    keyboard.press("Enter")
    expect(said).to_contain_text("3 participants")
    expect(said).to_contain_text("Your corrections by hand (1) are kept")
    expect(panel.locator(".course-page mark", has_text="Wexland")).to_be_visible()
    panel.get_by_role("button", name="Save tables and report").focus()
    keyboard.press("Enter")
    expect(panel.get_by_text("Saved in the folder my_analysis")).to_be_visible()
    report = (Path(lab.folder) / "my_analysis" / "report.html").read_text(encoding="utf-8")
    assert "Corrected by hand" in report
    assert "on 2016-05-03" in report
    assert "<script" not in report
    assert notebook.page.evaluate("() => window.broken") is None  # nothing that came with the text has run
    expect(panel.locator(".widget-html").get_by_text("<script>window.broken").first).to_be_visible()
    assert notebook.complaints() == []
    assert notebook.pale_words_in_both_themes() == []


def test_a_web_page_is_opened_and_a_word_file_is_refused(open_cells: Callable[..., Notebook]):
    notebook = open_cells(OPEN)
    notebook.run_all()
    panel = notebook.panel()
    page = b"<h1>Statement</h1><p>India took part.</p><script>window.broken = true</script>"

    def bring(name: str, content: bytes) -> None:
        with notebook.page.expect_file_chooser() as chooser:
            panel.get_by_role("button", name="or open a file").click()
        chooser.value.set_files({"name": name, "mimeType": "", "buffer": content})

    bring("page.html", page)
    expect(panel.get_by_label("Text", exact=True)).to_have_value("Statement\n\nIndia took part.")
    bring("talk.docx", b"PK\x03\x04")
    expect(panel.get_by_text("is a file of a word processor")).to_be_visible()
    expect(panel.get_by_label("Text", exact=True)).to_have_value("Statement\n\nIndia took part.")
    assert notebook.page.evaluate("() => window.broken") is None


BUSY = """async code => {
    window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({code, store_history: false});
}"""
WORK = "import time\ntime.sleep(0.2)"  # for whoever waits for the kernel, it is as busy as with any other work


def test_a_press_never_overtakes_the_marks_before_it(open_cells: Callable[..., Notebook], lab: Lab):
    """The kernel works while three marks follow each other and a button is pressed at once: it sees the last mark."""
    notebook = open_cells("from helpers.widgets import desk\nmine = desk('Wexland took part on 3 May 2016.')\nmine")
    notebook.run_all()
    panel, keyboard = notebook.panel(), notebook.page.keyboard
    panel.get_by_role("button", name="Analyze", exact=True).click()
    page = panel.get_by_role("application", name="The names, to be corrected")
    page.focus()
    keyboard.press("ArrowRight")
    expect(panel.locator(".course-status")).to_contain_text("“Wexland”")
    labels = ["STATE", "IGO", "GOV", "POST", "DATE", "DOC", "INITIATIVE"]
    buttons = {
        name: panel.get_by_role("button", name=name, exact=True)
        for name in ("Analyze", "Analyze again with these marks", "Save tables and report")
    }
    for number in range(14):  # each mark comes last twice, each button is pressed four times or more
        last = labels[number % 7]
        name = [*buttons][number % 3]
        page.focus()
        lab.do(BUSY, WORK)
        for key in ((number + 1) % 7 + 1, (number + 2) % 7 + 1, number % 7 + 1):
            keyboard.press(str(key))
        buttons[name].focus()
        keyboard.press("Enter")
        notebook.holds("mine.value.entities[['text', 'label']].values.tolist()[0]", ["Wexland", last])
        expect(panel.locator(".course-page mark", has_text="Wexland")).to_have_attribute("data-label", last)
    assert notebook.complaints() == []


def test_the_day_that_is_typed_comes_along_with_the_press(open_cells: Callable[..., Notebook], lab: Lab):
    notebook = open_cells("from helpers.widgets import desk\nmine = desk('India took part on 3 May 2016.')\nmine")
    notebook.run_all()
    panel, keyboard = notebook.panel(), notebook.page.keyboard
    start = panel.get_by_role("button", name="Analyze", exact=True)
    for day in ("2017-06-08", "2017-06-09", "2018-01-01"):
        panel.get_by_label("Day", exact=True).fill("")
        lab.do(BUSY, WORK)
        panel.get_by_label("Day", exact=True).press_sequentially(day)
        start.focus()
        keyboard.press("Enter")
        notebook.holds("mine.value and mine.value.on", day)


def test_a_cell_that_is_run_again_keeps_the_marks(open_cells: Callable[..., Notebook]):
    notebook = open_cells("from helpers.widgets import desk\nmine = desk('Wexland took part on 3 May 2016.')\nmine")
    notebook.run_all()
    panel = notebook.panel()
    panel.get_by_role("button", name="Analyze", exact=True).click()
    mark = panel.locator(".course-page mark", has_text="Wexland")
    panel.get_by_role("application", name="The names, to be corrected").focus()
    notebook.page.keyboard.press("ArrowRight")
    notebook.page.keyboard.press("1")
    expect(mark).to_be_visible()
    notebook.holds("len(mine.desk.page.spans)", 2)
    notebook.run_all()
    expect(panel.get_by_text("Your corrections by hand (1) are kept")).to_be_visible()
    expect(mark).to_be_visible()
    assert notebook.ask("mine.value.participants['name'].tolist()") == ["Wexland"]
    panel.get_by_role("button", name="Drop my corrections").click()
    expect(mark).to_have_count(0)
    notebook.holds("mine.value.participants['name'].tolist()", [])
    assert notebook.complaints() == []
