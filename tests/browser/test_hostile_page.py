"""A text full of tricks shows as a text: in every picture, in every widget, in the report; nothing of it runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lab_in_browser import Lab, Notebook
from playwright.sync_api import Browser, Page, expect

TRICK = (
    "<script>window.owned = 1</script><img src=x onerror='window.owned = 2'><svg onload='window.owned = 3'></svg>"
    "<iframe srcdoc='<script>parent.owned = 4</script>'></iframe><style>* {display: none}</style>"
    "[link](javascript:window.owned=5) ![pic](x) **bold** `code` $x^2$ $$y$$ </pre></td></table></div> &lt;i&gt;"
)
START = f"""
import pandas as pd
from helpers.agreement import confusion, score_spans
from helpers.pictures import *
from helpers.pipeline import analyze
from helpers.texts import concordance
from helpers.themes import Codebook, theme_pairs
from helpers.widgets import *

TRICK = {TRICK!r}
TEXT = f"India and Chad took part in the consultations on 22 January 2014. The parties stressed {{TRICK}} and trade."
start = TEXT.index("<script>")
mark = pd.DataFrame([(start, start + len(TRICK), TRICK, "IGO", TRICK, TRICK)],
                    columns=["start", "end", "text", "label", "name", "iso3"])
found = analyze(TEXT)
entities = pd.concat([found.entities, mark], ignore_index=True).sort_values("start", ignore_index=True)
party = pd.DataFrame([(0, 5, TRICK, TRICK, "IND", "state", "member"), (0, 5, "x", TRICK, "", "organization", TRICK)],
                     columns=["start", "end", "text", "name", "iso3", "kind", "category"])
said = found.statements.assign(speaker=TRICK, verb=TRICK)
codebook = Codebook().add(TRICK, "trade", TRICK).add(TRICK + "2", "parties")
coded = analyze(TEXT, codebook=codebook).themes
rows = pd.DataFrame({{"organization": ["Shanghai Cooperation Organization"], "iso3": ["IND"], "status": ["member"],
                     "from_date": ["2001-01-01"], "to_date": [""]}})
"""
SHOWN = {
    "analysis": "found",
    "spans": "show_spans(TEXT, entities)",
    "comparison": "show_comparison(TEXT, mark, found.entities, names=(TRICK, 'mine'))",
    "sheet": "show_sheet(TEXT)",
    "concordance": "show_concordance(concordance(TEXT, 'owned'))",
    "participants": "draw_participants(party, title=TRICK)",
    "statements": "draw_statements(said, title=TRICK)",
    "theme map": "draw_theme_map(coded, title=TRICK)",
    "theme pairs": "draw_theme_pairs(theme_pairs(coded), title=TRICK)",
    "frequencies": "draw_frequencies({TRICK: 3, 'trade': 2}, title=TRICK)",
    "scores": "draw_scores(score_spans(mark, entities), title=TRICK)",
    "confusion": "draw_confusion(confusion([TRICK, 'a'], [TRICK, 'b']), title=TRICK)",
    "memberships": "draw_memberships(rows, title=TRICK)",
    "codebook": "codebook",
    "annotator": "annotator(TEXT, entities)",
    "inspector": "inspector(TEXT)",
    "gazetteer bench": "gazetteer_bench(TEXT, names=[(TRICK, 'IGO')])",
    "codebook bench": "codebook_bench(TEXT, patterns={'trade': ['trade']})",
    "ladder": "consensus_ladder(TEXT)",
    "slider": "membership_slider(TEXT)",
    "desk": "mine = desk(TEXT)\nmine.desk.start.click()\nmine",
}
FOREIGN = "img[src='x'], img[src$='/x'], iframe[srcdoc], svg[onload], a[href^='javascript']"


def nothing_ran(page: Page) -> None:
    page.wait_for_timeout(300)  # an image that can not be loaded says so a little later
    assert page.evaluate("() => window.owned") is None
    assert page.locator(FOREIGN).count() == 0
    assert page.locator("script, style").filter(has_text="window.owned = 1").count() == 0


def test_it_shows_as_a_text_in_every_picture_and_widget(open_cells: Callable[..., Notebook]) -> None:
    notebook = open_cells(START, *SHOWN.values())
    notebook.run_all()
    assert notebook.complaints() == []
    assert notebook.broken_widgets() == []
    nothing_ran(notebook.page)
    panel = notebook.panel()
    cells = panel.locator(".jp-CodeCell")
    words = {}
    for number, name in enumerate(SHOWN, 1):
        cell = cells.nth(number)
        cell.scroll_into_view_if_needed()
        output = cell.locator(".jp-Cell-outputArea")
        expect(output).to_be_visible()
        alts = output.locator("img").evaluate_all("images => images.map(image => image.alt).join(' ')")
        words[name] = output.inner_text() + alts
    nothing_ran(notebook.page)
    assert all(len(said.strip()) > 10 for said in words.values()), words
    for name in ("spans", "sheet", "participants", "statements", "annotator", "inspector", "desk", "frequencies"):
        assert "<script>window.owned" in words[name].replace("·", " ").replace("\n", ""), name


def test_the_report_is_opened_as_a_page_of_its_own(
    open_cells: Callable[..., Notebook], lab: Lab, browser: Browser
) -> None:
    save = "from helpers.report import save_report\nfrom dataclasses import replace\n"
    save += "save_report(replace(found, entities=entities, participants=party, statements=said), 'report.html', TRICK)"
    notebook = open_cells(START, save)
    notebook.run_all()
    assert notebook.complaints() == []
    path = Path(lab.folder) / "report.html"
    page = browser.new_page()
    try:
        page.goto(path.as_uri())
        nothing_ran(page)
        expect(page.get_by_role("heading", level=1)).to_contain_text("<script>window.owned = 1</script>")
        assert page.locator("table").count() >= 2
        page.set_content(TRICK)  # the trick is one: where nobody escapes it, it runs
        page.wait_for_function("() => window.owned")
    finally:
        page.close()
