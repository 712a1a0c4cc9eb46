"""Open notebooks in JupyterLab, run them, and save pictures of their whole length.

    python tests/browser/shots.py notebooks/01_from_bytes_to_text.ipynb --theme light dark --out /tmp/shots

Each notebook is copied first: the original is never written. `--as-stored` shows it as it opens, before it is run (its
outputs are not trusted then), `--width 600` as on a narrow screen, `--unfold` with everything in <details> opened.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from lab_in_browser import THEMES, chromium, lab_in_browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def find_browser() -> str:
    """Return the path of an installed Chromium, or end with a sentence."""
    found = os.environ.get("CHROMIUM") or next((path for path in map(shutil.which, BROWSERS) if path), None)
    if not found:
        sys.exit("No Chromium was found: install it, or set CHROMIUM to the path of a Chrome.")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures; the exit code is the number of notebooks with complaints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notebooks", nargs="+", type=Path)
    parser.add_argument("--theme", nargs="+", choices=list(THEMES), default=["light"])
    parser.add_argument("--out", type=Path, default=Path(tempfile.gettempdir()) / "shots")
    parser.add_argument("--as-stored", action="store_true", help="do not run the cells")
    parser.add_argument("--unfold", action="store_true", help="open every <details>")
    parser.add_argument("--width", type=int, default=1100, help="of the window, in css pixels")
    parser.add_argument("--tile", type=int, default=1800, help="the most that one picture is high, in css pixels")
    options = parser.parse_args(arguments)
    bad = 0
    with tempfile.TemporaryDirectory(prefix="shots-") as scratch:
        folder = Path(scratch) / "notebooks"
        folder.mkdir()
        for path in options.notebooks:
            shutil.copy(path, folder / path.name)
        with chromium(find_browser()) as browser, lab_in_browser(folder, Path(scratch) / "jupyter", browser) as lab:
            for path in options.notebooks:
                problems: list[str] = []
                for theme in options.theme:
                    notebook = lab.open(path.name, theme)
                    if not options.as_stored:
                        notebook.run_all()
                        problems = notebook.complaints()
                    if options.unfold:
                        notebook.panel().evaluate("p => p.querySelectorAll('details').forEach(d => { d.open = true; })")
                    for saved in notebook.shots(options.out, f"{path.stem}_{theme}", options.width, options.tile):
                        print(saved)
                for problem in problems:
                    print(f"{path.name}: {problem}", file=sys.stderr)
                bad += bool(problems)
            for address in sorted(set(lab.outside)):
                print(f"asked for {address}", file=sys.stderr)
    return bad


if __name__ == "__main__":
    sys.exit(main())
