"""A real JupyterLab in a real browser: start both, open a notebook on a copy of the folder, run it, look at it.

Used by the tests of this folder and by `shots.py`. Nothing here reaches outside of 127.0.0.1: the browser resolves no
other name, and every request to another place is written down.
"""

from __future__ import annotations

import ast
import json
import os
import re
import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_in_browser import violations
from playwright.sync_api import Browser, Page, sync_playwright

THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
VARIABLES = {
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "runtime",
    "JUPYTERLAB_SETTINGS_DIR": "settings",
    "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    "IPYTHONDIR": "ipython",
}
PATIENCE = 120  # seconds for what takes one or two where nothing else runs
OUTPUT = ".jp-OutputArea-output"
KERNEL = {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"}
VIEWPORT: Any = {"width": 1100, "height": 900}
SETTINGS = {
    # every cell is in the page, also those out of sight
    "notebook-extension/tracker": {"windowingMode": "none", "scrollPastEnd": False},
    "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False},
    "extensionmanager-extension/plugin": {"enabled": False},
}
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-gpu-compositing",
    "--num-raster-threads=1",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--js-flags=--no-opt",  # no page is open for long enough that compiling its code to run faster would pay
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


_PALE_WORDS = r"""panel => {
    const parts = color => color.match(/[\d.]+/g).map(Number);
    const light = color => {
        const linear = v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
        const [r, g, b] = parts(color).map(v => linear(v / 255));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = element => {
        for (let at = element; at; at = at.parentElement) {
            const color = getComputedStyle(at).backgroundColor;
            if ((parts(color)[3] ?? 1) > 0.99) return color;
        }
        return 'rgb(255, 255, 255)';
    };
    const found = new Set();
    const ours = '.jp-OutputArea-output .mathjax_ignore, .jp-OutputArea-output .widget-html';
    for (const output of panel.querySelectorAll(ours)) {
        const walker = document.createTreeWalker(output, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const words = walker.currentNode.textContent.trim();
            if (!words) continue;
            const element = walker.currentNode.parentElement;
            const [a, b] = [light(getComputedStyle(element).color), light(behind(element))];
            if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5) found.add(words.slice(0, 60));
        }
    }
    return [...found];
}"""


_ASK = """async code => {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const reply = await kernel.requestExecute(
        {code: '', store_history: false, user_expressions: {asked: code}}).done;
    const {status, data, evalue} = reply.content.user_expressions.asked;
    if (status !== 'ok') throw new Error(evalue);
    return data['text/plain'];
}"""

_TELL = """async code => {
    const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
    const reply = await kernel.requestExecute({code, store_history: false}).done;
    if (reply.content.status !== 'ok') throw new Error(reply.content.evalue);
}"""


_REMEMBER = "import os; get_ipython().environment = dict(os.environ)"
# What a notebook has left in its kernel goes before the next one takes it: its names, its widgets and pictures, what
# the course's own modules remember, and what it set in the environment. Only what others wrote stays imported.
_AS_NEW = """
import os, sys
from ipywidgets import Widget
Widget.close_all()
if "matplotlib.pyplot" in sys.modules:
    sys.modules["matplotlib.pyplot"].close("all")
for name in [name for name in sys.modules if name.partition(".")[0] == "helpers"]:
    del sys.modules[name]
os.environ.clear()
os.environ.update(get_ipython().environment)
get_ipython().reset(new_session=True)
"""


RECTANGLE = """([page, words]) => {
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const place = walker.currentNode.data.indexOf(words);
        if (place < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, place);
        range.setEnd(walker.currentNode, place + words.length);
        const all = [...range.getClientRects()].filter(one => one.width > 0);
        const [first, last] = [all[0], all[all.length - 1]];
        return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
    }
    throw new Error('not in one piece on the page: ' + words);
}"""
"""Where words stand on the screen, that stand in one piece on a page."""


class Notebook:
    """One notebook that is open in the browser."""

    def __init__(self, lab: Lab, path: str) -> None:
        self.lab = lab
        self.page = lab.page
        self.path = path

    def run_all(self, seconds: float = 300) -> None:
        """Run all cells from the first to the last and wait until each has finished."""
        self.lab.do("() => window.jupyterapp.commands.execute('notebook:run-all-cells')", seconds=seconds)
        self.wait_until_idle(seconds)

    def wait_until_idle(self, seconds: float = PATIENCE) -> None:
        """Wait until the status bar says that the kernel has nothing to do."""
        self.page.locator("#jp-main-statusbar").get_by_text(re.compile(r"\| Idle")).first.wait_for(
            timeout=seconds * 1000
        )

    def cells(self) -> list[dict[str, Any]]:
        """Return the cells as they would be saved, outputs included."""
        script = "() => window.jupyterapp.shell.currentWidget.context.model.toJSON().cells"
        return list(self.page.evaluate(script))

    def outputs(self) -> list[tuple[int, dict[str, Any]]]:
        """Return every output with the number of its cell, counted from 0."""
        return [(place, output) for place, cell in enumerate(self.cells()) for output in cell.get("outputs", [])]

    def ask(self, expression: str) -> Any:
        """Return what an expression is in the notebook's kernel, if it is made of plain things."""
        return ast.literal_eval(self.lab.do(_ASK, expression))

    def tell(self, code: str) -> None:
        """Run code in the notebook's kernel."""
        self.lab.do(_TELL, code)

    def holds(self, expression: str, wanted: Any, seconds: float = 10) -> None:
        """Wait until an expression has this value: what is done in quick succession is on its way for a moment."""
        deadline = time.monotonic() + seconds
        while self.ask(expression) != wanted and time.monotonic() < deadline:
            self.page.wait_for_timeout(20)
        assert self.ask(expression) == wanted

    def panel(self) -> Any:
        """Return the part of the page that holds the notebook."""
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")

    def complaints(self) -> list[str]:
        """Say what is wrong after a run: errors, warnings, images without words, blank widgets."""
        found = []
        for place, output in self.outputs():
            if output["output_type"] == "error":
                found.append(f"cell {place} fails: {output['ename']}: {output['evalue']}")
            if output["output_type"] == "stream" and output["name"] == "stderr":
                found.append(f"cell {place} writes on stderr: {''.join(output['text'])[:200]}")
        found += [f"an image without alternative text: {source}" for source in self.images_without_words()]
        found += [f"a widget: {problem}" for problem in self.broken_widgets()]
        found += [f"hard to read: {words}" for words in self.pale_words()]
        waiting = [place for place, cell in enumerate(self.cells()) if self._was_left_out(cell)]
        return found + [f"cell {place} was not run" for place in waiting]

    @staticmethod
    def _was_left_out(cell: dict[str, Any]) -> bool:
        return cell["cell_type"] == "code" and bool("".join(cell["source"]).strip()) and not cell["execution_count"]

    def images_without_words(self) -> list[str]:
        """Return the beginning of the source of every image that says nothing to a screen reader."""
        script = """panel => [...panel.querySelectorAll('.jp-RenderedMarkdown img, .jp-OutputArea-output img')]
            .filter(image => !(image.getAttribute('alt') || '').trim() || image.alt === 'Image')
            .map(image => (image.getAttribute('src') || '').slice(0, 80))"""
        return list(self.panel().evaluate(script))

    def pale_words(self) -> list[str]:
        """Return the words of our own outputs whose contrast to what lies behind them is below 4.5:1."""
        return list(self.panel().evaluate(_PALE_WORDS))

    def pale_words_in_both_themes(self) -> list[str]:
        """Return what `pale_words` does, of the page as it stands now, in the dark theme and then in the light one."""
        found = []
        for theme in reversed(THEMES.values()):
            self.lab.do("theme => window.jupyterapp.commands.execute('apputils:change-theme', {theme})", theme)
            self.page.wait_for_function("theme => document.body.dataset.jpThemeName === theme", arg=theme)
            found += self.pale_words()
        return found

    def violations(self, contrast: bool | None = False) -> list[str]:
        """Return where the prose and the outputs break a rule of accessibility (see `axe_in_browser`)."""
        ours = [f".jp-NotebookPanel:not(.lm-mod-hidden) {kind}" for kind in (".jp-RenderedMarkdown", OUTPUT)]
        return violations(self.page, ours, contrast)

    def broken_widgets(self, seconds: float = 10) -> list[str]:
        """Return what is wrong with the widgets: those that show nothing, and the errors shown in their place.

        A widget is drawn after its cell has run: one that shows nothing yet has these seconds.
        """
        script = """panel => [...panel.querySelectorAll('.jp-OutputArea-output')].flatMap(output => {
            const words = output.textContent || '';
            if (/Error displaying widget|Loading widget|Error creating widget|model not found/i.test(words))
                return [words.slice(0, 120)];
            const kind = output.getAttribute('data-mime-type') || '';
            if (!kind.includes('widget-view')) return [];
            const widget = output.querySelector('.jupyter-widgets, .widget-container, canvas, svg');
            const box = widget && widget.getBoundingClientRect();
            return box && box.width > 0 && box.height > 0 ? [] : ['a widget that shows nothing'];
        })"""
        deadline = time.monotonic() + seconds
        while True:
            found = list(self.panel().evaluate(script))
            on_its_way = any("Loading widget" in words or words == "a widget that shows nothing" for words in found)
            if not on_its_way or time.monotonic() > deadline:
                return found
            self.page.wait_for_timeout(100)

    def shots(self, folder: Path, name: str, width: int = 1100, tile: int = 1800) -> list[Path]:
        """Save the whole length of the notebook as pictures, each at most `tile` css pixels high."""
        folder.mkdir(parents=True, exist_ok=True)
        self.page.set_viewport_size({"width": width, "height": tile + 120})
        scroller = self.panel().locator(".jp-WindowedPanel-outer").first
        scroller.evaluate("area => { area.scrollTop = 0; }")
        self.page.wait_for_timeout(300)  # the page lays itself out anew
        # a short notebook ends above the end of its panel
        height = int(
            scroller.evaluate(
                """area => Math.ceil(Math.max(...[...area.querySelectorAll('.jp-Cell')].map(
                cell => cell.getBoundingClientRect().bottom)) - area.getBoundingClientRect().top) + 10"""
            )
        )
        seen = int(scroller.evaluate("area => area.clientHeight"))
        saved = []
        for number, top in enumerate(range(0, height, seen), start=1):
            scroller.evaluate("(area, top) => { area.scrollTop = top; }", top)
            self.page.wait_for_timeout(80)
            saved.append(folder / f"{name}_{number:02d}.png")
            box = scroller.bounding_box()
            # the last stretch is scrolled less than asked for: leave out what the tile before has shown
            repeated = top - int(scroller.evaluate("area => area.scrollTop"))
            shown = min(box["height"] - repeated, height - top)
            clip = {"x": box["x"], "y": box["y"] + repeated, "width": box["width"], "height": shown}
            self.page.screenshot(path=saved[-1], clip=clip)
        return saved


class Lab:
    """A JupyterLab server on a folder and a browser page on it."""

    def __init__(self, page: Page, folder: Path, address: str, token: str) -> None:
        self.page = page
        self.folder = folder
        self.outside: list[str] = []
        self.problems: list[str] = []
        self._handed_on = False
        page.set_default_timeout(PATIENCE * 1000)
        page.on("request", self._note_request)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.goto(f"{address}/lab?token={token}&reset")
        page.wait_for_function("() => window.jupyterapp && window.jupyterapp.restored")
        self.do(
            """async () => {
                const app = window.jupyterapp;
                await app.restored;
                if (!app.shell.leftCollapsed) app.shell.collapseLeft();
                app.shell.mode = 'single-document';
            }"""
        )

    def do(self, script: str, argument: Any = None, seconds: float = PATIENCE) -> Any:
        """Run a function in the page and wait for its promise, but not forever."""
        limited = f"""argument => Promise.race([
            Promise.resolve().then(() => ({script})(argument)),
            new Promise((_, fail) => setTimeout(() => fail(new Error('took too long')), {seconds * 1000})),
        ])"""
        return self.page.evaluate(limited, argument)

    def _note_request(self, request: Any) -> None:
        place = urlsplit(request.url)
        if place.scheme not in ("data", "blob", "about") and place.hostname != "127.0.0.1":
            self.outside.append(request.url)

    def open(self, path: str, theme: str = "light", seconds: float = PATIENCE, *, handed_on: bool = False) -> Notebook:
        """Open a notebook of the folder (and close the one before it); its kernel is ready when this returns.

        With `handed_on` it may take the kernel of the one before, if that came to it in this way, too: emptied, it is
        as good as new for a widget, and there at once.
        """
        self.page.set_viewport_size(VIEWPORT)
        self._handed_on = self.do(
            """async ([path, theme, handedOn, asNew, remember]) => {
                const app = window.jupyterapp;
                await app.commands.execute('apputils:change-theme', {theme});
                const run = async (kernel, code) =>
                    (await kernel.requestExecute({code, store_history: false}).done).content.status === 'ok';
                let kernel;
                for (const old of [...app.shell.widgets('main')]) {
                    const context = old.context?.sessionContext;
                    if (context) {
                        const before = context.session?.kernel;
                        if (handedOn && before?.status === 'idle' && await run(before, asNew)) kernel = before.model;
                        else await context.shutdown();
                        old.context.model.dirty = false;
                    }
                    old.close();
                }
                const panel = await app.commands.execute('docmanager:open', {path, factory: 'Notebook', kernel});
                await panel.context.ready;
                await panel.sessionContext.ready;
                app.shell.activateById(panel.id);
                return remember !== '' && await run(panel.sessionContext.session.kernel, remember);
            }""",
            [path, THEMES[theme], handed_on and self._handed_on, _AS_NEW, _REMEMBER if handed_on else ""],
            seconds,
        )
        self.page.wait_for_function(
            "() => window.jupyterapp.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
            timeout=seconds * 1000,
        )
        notebook = Notebook(self, path)
        notebook.wait_until_idle(seconds)
        return notebook


@contextmanager
def chromium(executable: str) -> Iterator[Browser]:
    """Start a browser, and end it afterward. A process can have one at a time: the driver allows no second."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def lab_in_browser(folder: Path, scratch: Path, browser: Browser) -> Iterator[Lab]:
    """Start a server on the folder, and open it in a browser; end both afterward.

    Parameters
    ----------
    folder
        What the server serves: a copy, for cells may write.
    scratch
        An empty folder for everything that server and browser keep.
    browser
        What `chromium` gives.
    """
    with _server(folder, scratch) as (address, token):
        page = browser.new_page(viewport=VIEWPORT)
        try:
            yield Lab(page, folder, address, token)
        finally:
            page.close()


@contextmanager
def _server(folder: Path, scratch: Path) -> Iterator[tuple[str, str]]:
    environment = {**os.environ, **{name: str(scratch / place) for name, place in VARIABLES.items()}}
    for name, values in SETTINGS.items():
        place = scratch / "settings" / "@jupyterlab" / f"{name}.jupyterlab-settings"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps(values), encoding="utf-8")
    token, (port, keeper) = secrets.token_hex(16), _free_port()
    command = [
        *(sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root"),
        *("--ServerApp.ip=127.0.0.1", f"--ServerApp.port={port}", "--ServerApp.port_retries=0"),
        *(f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}"),
        *("--LabApp.expose_app_in_browser=True", "--LabApp.news_url=None", "--LabApp.extension_manager=readonly"),
    ]
    scratch.mkdir(parents=True, exist_ok=True)
    with keeper, (scratch / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, env=environment, cwd=folder)
        try:
            _wait_for(port, server, scratch / "server.log")
            yield f"http://127.0.0.1:{port}", token
        finally:
            server.terminate()
            try:
                server.wait(15)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait(5)


def _free_port() -> tuple[int, socket.socket]:
    """Choose a port. On Linux its socket, while it is open, keeps it from all but a server that asks to share it."""
    keeper = socket.socket()
    keeper.bind(("127.0.0.1", 0))
    port = int(keeper.getsockname()[1])
    if sys.platform == "linux":
        keeper.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # tornado asks
    else:
        keeper.close()
    return port, keeper


def _wait_for(port: int, server: subprocess.Popen[bytes], log: Path, seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if server.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise RuntimeError(f"JupyterLab did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")


def copy_notebooks(source: Path, target: Path) -> Path:
    """Copy a folder of notebooks, without check points and without a learner's own files."""
    ignored = shutil.ignore_patterns(".ipynb_checkpoints", "my_*")
    return Path(shutil.copytree(source, target, ignore=ignored, dirs_exist_ok=True))
