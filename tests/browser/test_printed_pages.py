"""The guide for teachers fits on four pages and the page for the room on one, printed as a teacher would print it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from nbconvert import HTMLExporter
from playwright.sync_api import Browser

MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "1cm")
"""What Chromium's print window calls "default"."""


def printed(browser: Browser, notebook: Path, scratch: Path) -> int:
    """Export as JupyterLab's menu does, print on A4, and count the pages."""
    html, _ = HTMLExporter().from_filename(str(notebook))
    page_file = scratch / f"{notebook.stem}.html"
    page_file.write_text(html, encoding="utf-8")
    page = browser.new_page()
    page.goto(page_file.as_uri(), wait_until="domcontentloaded")
    paper = page.pdf(format="A4", margin=MARGINS)
    page.close()
    return len(re.findall(rb"/Type\s*/Page\b", paper))


@pytest.mark.parametrize(("name", "most"), [("teachers_guide", 4), ("setup_room", 1)])
def test_it_fits_on_its_pages(browser: Browser, root: Path, tmp_path: Path, name: str, most: int) -> None:
    pages = printed(browser, root / "notebooks" / "instructor" / f"{name}.ipynb", tmp_path)
    assert 1 <= pages <= most, f"{name} has {pages} pages in print: cut it, do not make it smaller"


def test_pages_are_counted(browser: Browser, tmp_path: Path) -> None:
    import nbformat
    from nbformat.v4 import new_markdown_cell, new_notebook

    path = tmp_path / "long.ipynb"
    nbformat.write(new_notebook(cells=[new_markdown_cell("A line of words.\n\n" * 200)]), path)
    assert printed(browser, path, tmp_path) > 4
