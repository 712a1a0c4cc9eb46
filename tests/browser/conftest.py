"""One server and one browser for the tests of this folder in a process, on a copy of the notebooks."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Browser, expect

sys.path.insert(0, str(Path(__file__).parent))
from lab_in_browser import KERNEL, Lab, Notebook, chromium, copy_notebooks, lab_in_browser
from widget_in_browser import Shown


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known: pytest -m "not browser" leaves these tests out."""
    config.addinivalue_line("markers", "browser: needs Chromium and takes a while")
    expect.set_options(timeout=60_000)  # playwright's own 5 s are short where other tests run beside these


HERE = Path(__file__).parent
_stack = ExitStack()
_held: dict[str, Any] = {}
"""What is open in this process: a start takes longer than many a test, so that the files share it."""


def held(name: str, make: Callable[[], AbstractContextManager[Any]]) -> Any:
    """Give what is open under a name; open it if it is not."""
    if name not in _held:
        _held[name] = _stack.enter_context(make())
    return _held[name]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(nextitem: pytest.Item | None) -> Iterator[None]:
    """End browser and server before a test of another folder begins: the driver runs a loop that none can share."""
    try:
        return (yield)
    finally:
        if nextitem is None or HERE not in nextitem.path.parents:
            _held.clear()
            _stack.close()


@pytest.fixture(scope="module")
def browser(browser_path: str) -> Browser:
    """Give the one browser of this process."""
    return held("browser", lambda: chromium(browser_path))


@pytest.fixture(scope="module")
def lab(root: Path, browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Lab:
    """Give a JupyterLab in a browser; its folder is a copy of notebooks/."""

    def start() -> AbstractContextManager[Lab]:
        scratch = tmp_path_factory.mktemp("browser")
        return lab_in_browser(copy_notebooks(root / "notebooks", scratch / "notebooks"), scratch / "jupyter", browser)

    lab = held("lab", start)
    lab.outside.clear()
    lab.problems.clear()
    return lab


@pytest.fixture(scope="session")
def shots_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder for pictures: the one that BROWSER_SHOTS names, or a temporary one."""
    named = os.environ.get("BROWSER_SHOTS")
    return Path(named) if named else tmp_path_factory.mktemp("shots")


@pytest.fixture
def open_notebook(lab: Lab) -> Callable[..., Notebook]:
    """Give a function that opens a notebook of the copy, by its path in notebooks/, on a light or a dark page."""
    return lab.open


@pytest.fixture
def open_cells(lab: Lab) -> Callable[..., Notebook]:
    """Give a function that opens a made-up notebook of these pieces of code; the kernel is that of the one before."""

    def opened(*cells: str, theme: str = "light", outputs: list[list[dict]] | None = None) -> Notebook:
        made = [new_markdown_cell("# Made up"), *(new_code_cell(source) for source in cells)]
        for cell, stored in zip(made[1:], outputs or [], strict=False):
            cell.outputs = [nbformat.from_dict(output) for output in stored]
        notebook = new_notebook(cells=made, metadata={"kernelspec": KERNEL})
        # a name of its own each time: JupyterLab remembers what it has shown
        number = sum(1 for _ in lab.folder.glob("made_up_*.ipynb"))
        path = lab.folder / f"made_up_{number}.ipynb"
        nbformat.write(notebook, path)
        return lab.open(path.name, theme, handed_on=True)

    return opened


@pytest.fixture
def opened(open_cells: Callable[..., Notebook]) -> Callable[..., Any]:
    """Give a function that runs the one cell of a widget, and gives the widget as the browser shows it."""

    def opened(kind: type[Shown], arguments: str = "", theme: str = "light") -> Shown:
        notebook = open_cells(kind.OPEN.format(arguments=arguments), theme=theme)
        notebook.run_all()
        shown = kind(notebook)
        expect(shown.page).to_be_visible()
        assert notebook.complaints() == []
        return shown

    return opened


@pytest.fixture
def open_still(open_cells: Callable[..., Notebook]) -> Callable[[str], Notebook]:
    """Give a function that shows, for the call of a widget, what stands in its place where widgets do not run."""

    def opened(call: str) -> Notebook:
        notebook = open_cells(
            "from helpers import reference, widgets\nfrom IPython.display import display\n"
            f"bundle = widgets.{call}._repr_mimebundle_()\n"
            "bundle.pop('application/vnd.jupyter.widget-view+json')\ndisplay(bundle, raw=True)"
        )
        notebook.run_all()
        assert notebook.complaints() == []
        return notebook

    return opened
