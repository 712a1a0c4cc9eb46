"""The desk, as a learner uses it: paste, analyze, correct, save; with the keyboard alone, light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lab_in_browser import Lab, Notebook
from playwright.sync_api import expect

OPEN = "from helpers.widgets import desk\nmine = desk(folder='my_analysis')\nmine"
MARKS = (
    "[len(one.spans) for one in __import__('ipywidgets').widgets.widget._instances.values() if hasattr(one, 'spans')]"
)
TEXT = (
    "India and the Republic of Chad took part in the consultations on 22 January 2014. Wexland also took part. "
    "The parties stressed the importance of trade. <script>window.broken = true</script>"
    "<img src='x' onerror='window.broken = true'> **not bold** $x$"
)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_from_a_pasted_text_to_a_report_with_the_keyboard_alone(
    open_cells: Callable[..., Notebook], lab: Lab, theme: str
):
    notebook = open_cells(OPEN, theme=theme)
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
    notebook.holds(MARKS, [4])  # sixty steps are on their way before the mark; a button waits for none
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
