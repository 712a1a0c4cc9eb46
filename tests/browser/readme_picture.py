"""Make the picture at the top of the README, from the course's own page, table and map.

    python tests/browser/readme_picture.py

It writes notebooks/images/what_you_will_make.png. Run it again when a picture of the course has changed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lab_in_browser import chromium
from shots import find_browser

from helpers.pictures import draw_participants, draw_theme_map, show_spans
from helpers.pipeline import analyze
from helpers.texts import read_text

ROOT = Path(__file__).resolve().parents[2]
PICTURE = ROOT / "notebooks" / "images" / "what_you_will_make.png"
PAGE = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; width: 1180px; background: #fff; color: #1b1b1f; font: 14px/1.75 "DejaVu Sans", sans-serif }}
main {{ display: grid; grid-template-columns: 560px 1fr; grid-template-rows: auto 1fr }}
main {{ gap: 12px 32px; padding: 20px 24px }}
h2 {{ font-size: 17px; margin: 0 0 6px }}  details, figcaption {{ display: none }}  figure {{ margin: 0 }}
img {{ width: 100% !important; height: auto !important }}  section.page {{ grid-row: span 2 }}
</style><main>
<section class="page"><h2>1 · The page, with its names marked</h2>{page}</section>
<section><h2>2 · Who was there, and as what</h2>{table}</section>
<section><h2>3 · What each sentence is about</h2>{map}</section></main>"""


def main() -> int:
    """Draw the three parts, photograph them side by side, and say where the picture is."""
    found = analyze(read_text())
    page = PAGE.format(
        page=show_spans(found.text, found.entities, start=0, end=1247).html,
        table=draw_participants(found.participants).html,
        map=draw_theme_map(found.themes).html,
    )
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with chromium(find_browser()) as browser:
        sheet = browser.new_page(viewport={"width": 1180, "height": 600}, device_scale_factor=1.25)
        sheet.set_content(page)
        sheet.locator("main").screenshot(path=str(PICTURE))
    print(PICTURE.relative_to(ROOT), f"{PICTURE.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
