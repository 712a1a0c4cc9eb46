"""A widget of ours in an open notebook, and what one does with it: what the tests of several widgets need."""

from __future__ import annotations

from lab_in_browser import OUTPUT, RECTANGLE, Notebook
from playwright.sync_api import expect

COUNT_MODELS = "from ipywidgets.widgets import widget\nprint(len(widget._instances), 'models')"
"""A last cell, whose output `models` reads."""


def models(notebook: Notebook) -> str:
    """Say how many models of widgets the kernel holds, if the last cell counts them."""
    return "".join(notebook.outputs()[-1][1]["text"])


class Shown:
    """The output of a cell that shows a widget with a page."""

    OPEN: str
    """The code of the cell, with a place for the arguments."""

    def __init__(self, notebook: Notebook, number: int = 0) -> None:
        self.notebook, self.mouse, self.keyboard = notebook, notebook.page.mouse, notebook.page.keyboard
        self.panel = notebook.panel().locator(OUTPUT).filter(has=notebook.page.locator(".course-page")).nth(number)
        self.page = self.panel.locator(".course-page")
        self.status = self.panel.locator(".course-status")
        self.listed = self.panel.locator(".course-found").get_by_role("button")

    def where(self, words: str) -> list[float]:
        """Return left, top, right and bottom of words that stand in one piece on the page."""
        return self.page.evaluate(f"(page, words) => ({RECTANGLE})([page, words])", words)

    def begins_with(self, words: str) -> None:
        """Wait until these words stand in one of the first three lines that are seen of the page."""
        script = f"""([page, words]) => {{
            const top = ({RECTANGLE})([page, words])[1] - page.getBoundingClientRect().top;
            return top > 0 && top < 110;
        }}"""
        self.notebook.page.wait_for_function(script, arg=[self.page.element_handle(), words])

    def tap(self, left: float, top: float) -> None:
        """Touch a place with a finger."""
        session = self.notebook.page.context.new_cdp_session(self.notebook.page)
        point = {"x": left, "y": top}
        session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [point]})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.keyboard.press(key)

    def says(self, words: str) -> None:
        """Wait until the line below the page holds these words."""
        expect(self.status).to_contain_text(words)

    def kept_all_keys(self) -> None:
        """Make sure that no key went on to JupyterLab, where an x cuts a cell and a b adds one."""
        assert [cell["cell_type"] for cell in self.notebook.cells()] == ["markdown", "code"]
