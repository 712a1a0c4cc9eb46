"""What we write and show, by the rules of axe-core: the pages as HTML, and every widget in JupyterLab.

That prose and outputs of every notebook keep all rules but contrast in JupyterLab, too, is tested where each is run
anyway: in test_jupyterlab.py.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from pathlib import Path

import nbformat
import pytest
from axe_in_browser import violations
from lab_in_browser import Notebook
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output
from playwright.sync_api import Browser, Page

from helpers import widgets

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(path.stem for path in (ROOT / "src" / "lessons").glob("*.py"))
OURS = [".jp-RenderedMarkdown", ".jp-OutputArea-child"]
COLORED = [".jp-RenderedMarkdown [style]", ".jp-OutputArea-child"]  # what is more than words in the page's own color


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """Give a page of the browser that asks nobody for anything."""
    page = browser.new_page()
    page.route("**/*", lambda route: route.abort())
    try:
        yield page
    finally:
        page.close()


light = HTMLExporter(theme="light", exclude_input=True)  # one for all: it compiles its templates once


@functools.cache
def head(theme: str) -> str:
    """Export a notebook without cells: all of a theme stands before what is in it."""
    html, _ = HTMLExporter(theme=theme, exclude_input=True).from_notebook_node(new_notebook())
    return html.partition("<main>")[0]


def inside(notebook: nbformat.NotebookNode) -> str:
    """Export what is in a notebook, which is the same in both themes."""
    html, _ = light.from_notebook_node(notebook)
    return html.partition("<main>")[2]


@pytest.fixture
def exported(sheet: Page) -> Callable[..., Page]:
    """Give a function that shows a notebook as nbconvert exports it, without its code, all folds open."""

    def shown(exported: str, theme: str) -> Page:
        sheet.set_content(f"{head(theme)}<main>{exported}", wait_until="domcontentloaded")
        # the rows of a table are all of one kind
        sheet.evaluate("() => document.querySelectorAll('details tr:nth-child(n + 6)').forEach(row => row.remove())")
        sheet.evaluate("() => document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
        return sheet

    return shown


def both_editions(name: str) -> nbformat.NotebookNode:
    """Join the editions of a page; what stands in both stands here once, at its first place."""
    folder = ROOT / "notebooks"
    paths = [path for path in (folder / f"{name}.ipynb", folder / "instructor" / f"{name}.ipynb") if path.exists()]
    cells = [cell for path in paths for cell in nbformat.read(path, as_version=4).cells]
    distinct = {str(cell.source if cell.cell_type == "markdown" else cell.outputs): cell for cell in reversed(cells)}
    kept = list(distinct.values())
    for number, cell in enumerate(kept):
        cell.id = f"cell-{number}"
    return new_notebook(cells=kept[::-1])


def test_a_theme_is_in_the_head_alone():
    notebook = both_editions("00_start_here")
    whole, _ = HTMLExporter(theme="dark", exclude_input=True).from_notebook_node(notebook)
    html = f"{head('dark')}<main>{inside(notebook)}"
    assert html.partition("<title>")[0] == whole.partition("<title>")[0]
    assert html.partition("</title>")[2] == whole.partition("</title>")[2]
    assert head("light") != head("dark")


_LEAVE_FEW = """most => {
    const alike = new Map();
    const looks = element => (element.getAttribute('style') ?? '').split(';').filter(
        part => /color|background|font|opacity/.test(part)).join(';');
    const visit = (element, above) => {
        for (const child of [...element.children]) {
            const kind = `${above}>${child.tagName}.${child.className}[${looks(child)}]`;
            const number = (alike.get(kind) ?? 0) + 1;
            alike.set(kind, number);
            visit(child, kind);
            if (number > most && !child.children.length) child.remove();
        }
    };
    const parts = document.querySelectorAll('.jp-OutputArea-child, .jp-RenderedMarkdown');
    parts.forEach(part => visit(part, part.className));
}"""
"""Takes away all but some of what has the same colors, as all that it stands in has: axe takes its time for each."""
FEW = 4  # of the rows of a table every second one may have another color


def few_of_a_kind(page: Page) -> Page:
    page.evaluate(_LEAVE_FEW, FEW)
    return page


@pytest.mark.parametrize("name", PAGES)
def test_an_exported_page_keeps_the_rules(exported: Callable[..., Page], name: str):
    cells = inside(both_editions(name))
    page = exported(cells, "light")
    assert violations(page, OURS, contrast=False) == []
    assert violations(few_of_a_kind(page), COLORED, contrast=True) == []
    assert violations(few_of_a_kind(exported(cells, "dark")), COLORED, contrast=True) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_widget_keeps_the_rules(open_cells: Callable[..., Notebook], theme: str):
    calls = [f"widgets.{name}()" for name in widgets.__all__]
    notebook = open_cells("from helpers import widgets", *calls, theme=theme)
    notebook.run_all()
    assert notebook.complaints() == []
    notebook.panel().evaluate("panel => panel.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert notebook.violations(contrast=None) == []
    assert notebook.pale_words() == []


FAULTS = {
    "color-contrast": '<p style="background-color:#ffffff;color:#999999">pale</p>',
    "label": "<input>",
    "empty-table-header": "<table><tr><th></th><td>1</td></tr></table>",
    "heading-order": "<h1>One</h1><h4>Four</h4>",
    "button-name": "<button></button>",
}


def test_few_of_a_kind_are_enough_to_find_each_color_that_is_pale(exported: Callable[..., Page]):
    rows = ['<tr><td>plain</td><td><b style="color:#222222">strong</b></td></tr>'] * 20
    rows[11] = f"<tr><td>plain</td><td>{FAULTS['color-contrast']}</td></tr>"
    outputs = [new_output("display_data", {"text/html": f"<table>{''.join(rows)}</table>"})]
    page = few_of_a_kind(exported(inside(new_notebook(cells=[new_code_cell("made up", outputs=outputs)])), "light"))
    assert page.locator("tr").count() == FEW + 1
    [found] = violations(page, COLORED, contrast=True)
    assert found.startswith("color-contrast")
    assert "pale" in found


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("rule", FAULTS)
def test_a_fault_is_found(exported: Callable[..., Page], rule: str, theme: str):
    html = f"<details><summary>More</summary>{FAULTS[rule]}</details>"
    outputs = [new_output("display_data", {"text/html": html})]
    page = exported(inside(new_notebook(cells=[new_code_cell("made up", outputs=outputs)])), theme)
    assert [found.partition(":")[0] for found in violations(page, OURS)] == [rule]


def test_a_fault_is_found_in_jupyterlab(open_cells: Callable[..., Notebook]):
    notebook = open_cells(f"from IPython.display import HTML\nHTML({FAULTS['empty-table-header']!r})")
    notebook.run_all()
    assert [found.partition(":")[0] for found in notebook.violations()] == ["empty-table-header"]
