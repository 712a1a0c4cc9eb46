"""The notebooks and what they show, in a real JupyterLab without a network.

All in one file: files are what a parallel run deals out, and one server with one browser is enough.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from lab_in_browser import KERNEL, Lab, Notebook
from nbformat.v4 import new_markdown_cell, new_notebook
from PIL import Image
from playwright.sync_api import expect
from widget_in_browser import COUNT_MODELS, models

from helpers import widgets
from helpers.pictures import show_spans
from helpers.pictures.palette import ENTITIES
from helpers.reference import gold
from helpers.texts import read_text
from publisher.quizzes import render_quiz

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.browser


def test_the_pictures_run_clean(open_cells: Callable[..., Notebook]):
    notebook = open_cells(
        "from helpers.pictures import draw_participants, show_spans\n"
        "from helpers.reference import gold\nfrom helpers.texts import read_text\ntext = read_text()",
        "draw_participants(gold('participants'))",
        "show_spans(text, gold('entities'))",
        "show_spans(text, ...)",
    )
    notebook.run_all()
    assert notebook.complaints() == []
    image = notebook.panel().get_by_role("img", name="19 participants by category")
    expect(image).to_have_count(1)
    assert image.evaluate("image => image.naturalWidth === 2 * image.width")  # sharp on screens of high density


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("1 / 0", "cell 1 fails: ZeroDivisionError: division by zero"),
        ("import sys; print('watch out', file=sys.stderr)", "cell 1 writes on stderr: watch out\n"),
        (
            "from IPython.display import HTML\nHTML('<img src=\"data:image/gif;base64,R0lGOD\">')",
            "an image without alternative text: data:image/gif;base64,R0lGOD",
        ),
        (
            "from IPython.display import display\n"
            "view = {'version_major': 2, 'version_minor': 0, 'model_id': 'nobody'}\n"
            "display({'application/vnd.jupyter.widget-view+json': view}, raw=True)",
            "a widget: ",
        ),
    ],
    ids=["error", "stderr", "no words", "blank widget"],
)
def test_what_is_wrong_is_seen(open_cells: Callable[..., Notebook], source: str, complaint: str):
    notebook = open_cells(source)
    notebook.run_all()
    assert [found for found in notebook.complaints() if found.startswith(complaint)]


def test_a_cell_that_was_not_run_is_seen(open_cells: Callable[..., Notebook]):
    notebook = open_cells("print('not reached')", "# nor this")
    assert notebook.complaints() == ["cell 1 was not run", "cell 2 was not run"]


def test_a_request_to_the_outside_is_seen_and_goes_nowhere(open_cells: Callable[..., Notebook], lab: Lab):
    address = "http://course.invalid/picture.png"
    notebook = open_cells(f'from IPython.display import HTML\nHTML(\'<img alt="x" src="{address}">\')')
    before = len(lab.outside)
    notebook.run_all()
    image = notebook.panel().locator(f"img[src='{address}']")
    expect(image).to_have_js_property("complete", True)
    assert lab.outside[before:] == [address]
    assert image.evaluate("image => image.naturalWidth") == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_stored_marks_keep_colors_and_labels_before_the_notebook_is_trusted(
    open_cells: Callable[..., Notebook], theme: str
):
    page = show_spans(read_text() + "\nIt costs $5 or $6.", gold("entities"))
    bundle = {"text/html": page.html, "text/plain": page.words}
    stored = {"output_type": "execute_result", "data": bundle, "metadata": {}, "execution_count": 1}
    notebook = open_cells("page", theme=theme, outputs=[[stored]])
    mark = notebook.panel().locator("mark", has_text="Mongolia").first
    expect(mark).to_have_text("Mongolia STATE")
    ink = ENTITIES["STATE"]
    style = mark.evaluate(
        """mark => {
            const two = part => Number(part).toString(16).padStart(2, '0');
            const hex = color => '#' + color.match(/\\d+/g).slice(0, 3).map(two).join('');
            const style = getComputedStyle(mark);
            return [hex(style.backgroundColor), hex(style.color), hex(style.borderTopColor), style.borderTopStyle];
        }"""
    )
    assert style == list(ink)
    expect(notebook.panel().get_by_text("It costs $5 or $6.")).to_be_visible()  # no formula was made of it


def test_words_in_our_outputs_stand_out_from_what_lies_behind_them(open_cells: Callable[..., Notebook]):
    notebook = open_cells(
        "from helpers.pictures import draw_statements, show_comparison, show_spans\n"
        "from helpers.reference import gold\nfrom helpers.texts import read_text\n"
        "text, spans = read_text(), gold('entities')",
        "show_comparison(text, spans, spans.tail(40).assign(label='OTHER'))",
        "show_spans(text, spans, label='text', numbers=True)",  # more labels than there are colors
        "show_spans(text, gold('participants'), label='category')",
        "draw_statements(gold('statements'))",
        "from helpers.widgets import membership_slider\nmembership_slider()",
    )
    notebook.run_all()
    notebook.panel().evaluate("panel => panel.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    assert notebook.complaints() == []
    assert notebook.pale_words_in_both_themes() == []
    pale = "p => { p.querySelector('.jp-OutputArea-output mark').style.color = '#999999'; }"
    notebook.panel().evaluate(pale)
    assert len(notebook.pale_words_in_both_themes()) == 2  # so it can be seen, on both
    gray = "p => { p.querySelector('.jp-OutputArea-output mark').style = 'background: none; color: #333333'; }"
    notebook.panel().evaluate(gray)
    assert len(notebook.pale_words_in_both_themes()) == 1  # on the dark page alone


def test_the_slider_of_the_preflight_answers_to_the_keyboard(open_cells: Callable[..., Notebook]):
    notebook = open_cells("from helpers.widgets import widgets_alive\nwidgets_alive()")
    notebook.run_all()
    assert notebook.complaints() == []
    slider = notebook.panel().get_by_role("slider")
    slider.focus()
    slider.press("ArrowRight")
    expect(notebook.panel().get_by_text("The slider stands at 4: widgets work here.")).to_be_visible()


def test_moving_the_day_changes_the_table(open_cells: Callable[..., Notebook]):
    notebook = open_cells("from helpers.widgets import membership_slider\nmembership_slider()")
    notebook.run_all()
    assert notebook.complaints() == []
    table = notebook.panel().locator(".jp-OutputArea-output table").first
    expect(table.get_by_role("row", name="member 6")).to_contain_text("Uzbekistan")
    expect(table.get_by_role("row", name="observer 5")).to_contain_text("India")
    slider = notebook.panel().get_by_role("slider")
    slider.focus()
    slider.press("End")
    expect(table.get_by_role("row", name="member 9")).to_contain_text("India")
    expect(table.get_by_role("row", name="partner 3")).to_contain_text("Türkiye")
    expect(notebook.panel().get_by_text("Different from 22 January 2014")).to_contain_text("Iran (observer → member)")
    india = notebook.panel().locator(".course-page mark", has_text="Republic of India")
    expect(india).to_have_attribute("data-label", "member")
    expect(notebook.panel().get_by_text("In the same category on both: 13 of 19.")).to_be_visible()
    assert notebook.pale_words() == []
    slider.press("Home")
    expect(table.get_by_role("row", name="other state 12")).to_contain_text("China")
    expect(india).to_have_attribute("data-label", "other_state")
    first = slider.get_attribute("aria-valuenow")
    slider.press("ArrowRight")
    expect(slider).not_to_have_attribute("aria-valuenow", str(first))
    slider.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuenow", str(first))


def test_running_a_widget_cell_again_leaves_one_widget(open_cells: Callable[..., Notebook]):
    notebook = open_cells(
        "from helpers.widgets import membership_slider, widgets_alive\nmembership_slider()",
        "widgets_alive()",
        COUNT_MODELS,
    )
    counted = []
    for _ in range(3):
        notebook.run_all()
        counted.append(models(notebook))
        expect(notebook.panel().get_by_role("slider")).to_have_count(2)
    assert len(set(counted)) == 1


def test_the_still_table_stands_where_widgets_do_not_run(open_still: Callable[..., Notebook]):
    notebook = open_still("membership_slider()")
    expect(notebook.panel().get_by_role("row", name="member 6")).to_contain_text("Kazakhstan")


def test_two_of_each_do_not_disturb_each_other_and_are_still_there_the_next_day(
    open_cells: Callable[..., Notebook], lab: Lab
):
    calls = [name for name in widgets.__all__ for _ in range(2)]
    names = [f"{name}_{number}" for name in widgets.__all__ for number in range(2)]
    cells = [f"{name} = widgets.{call}()\n{name}" for name, call in zip(names, calls, strict=True)]
    notebook = open_cells("from helpers import widgets", *cells)
    notebook.run_all()
    assert notebook.complaints() == []
    pages = notebook.panel().locator(".course-page").count()
    sliders = notebook.panel().get_by_role("slider")
    days = sliders.evaluate_all("all => all.map(one => one.ariaValueText ?? one.ariaValueNow)")
    sliders.nth(0).press("ArrowLeft")
    expect(sliders.nth(0)).not_to_have_attribute("aria-valuenow", str(days[0]))
    written = notebook.panel().get_by_label("Text", exact=True).nth(0)
    written.fill("India met Fiji.")
    written.press("Tab")  # a text is sent when somebody leaves it
    notebook.holds("desk_0.desk.paste.value, desk_1.desk.paste.value", ("India met Fiji.", ""))
    assert sliders.evaluate_all("all => all.map(one => one.ariaValueText ?? one.ariaValueNow)")[1:] == days[1:]
    lab.do("() => window.jupyterapp.commands.execute('docmanager:save')")
    again = lab.open(notebook.path).panel()  # with a kernel that knows of none of it
    expect(again.locator(".course-page")).to_have_count(pages)
    expect(again.get_by_role("slider")).to_have_count(len(days))
    expect(again.get_by_label("Text", exact=True).nth(0)).to_have_value("India met Fiji.")
    expect(again.get_by_text("Error displaying widget")).to_have_count(0)


def test_an_option_of_a_quiz_unfolds_with_the_keyboard(lab: Lab):
    source = "Is `0 < 1`?\n\n- [ ] *No*, not `0 < 1 & 2`.\n  Count.\n- [x] It is.\n  See:\n\n  - [one](help.ipynb)"
    notebook = new_notebook(
        cells=[new_markdown_cell("# Made up"), new_markdown_cell(render_quiz(source))], metadata={"kernelspec": KERNEL}
    )
    nbformat.write(notebook, lab.folder / "quiz.ipynb")
    panel = lab.open("quiz.ipynb").panel()
    options = panel.locator("summary")
    assert options.all_inner_texts() == ["A. No, not 0 < 1 & 2.", "B. It is."]
    explained = panel.locator("details a")
    expect(explained).not_to_be_visible()
    options.nth(0).press("Tab")
    expect(options.nth(1)).to_be_focused()
    options.nth(1).press("Enter")
    expect(explained).to_be_visible()
    assert panel.locator("details[open] p strong").all_inner_texts() == ["Right."]
    options.nth(1).press("Enter")
    expect(explained).not_to_be_visible()


def test_pictures_of_a_notebook_show_its_whole_length(open_cells: Callable[..., Notebook], shots_folder: Path):
    notebook = open_cells(*(f"print('line\\n' * 20, {number})" for number in range(6)))
    notebook.run_all()
    tiles = [Image.open(path) for path in notebook.shots(shots_folder, "tiles", width=700, tile=600)]
    whole = [Image.open(path) for path in notebook.shots(shots_folder, "whole", width=700, tile=6000)]
    assert len(tiles) > 2
    assert len(whole) == 1
    assert abs(sum(tile.height for tile in tiles) - whole[0].height) <= 2


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_feedback_hints_and_progress(open_cells: Callable[..., Notebook], theme: str):
    """The state is a word with a role, hints unfold one at a time with the keyboard, and running again folds them."""
    notebook = open_cells(
        "import os\nos.environ['HELPERS_PROGRESS'] = 'off'\nfrom helpers.exercises import check, hint, progress",
        "check('0.1', ...)",
        "check('0.1', 3)",
        "check('0.1', 4186)",
        "hint('0.1')",
        "progress()",
        theme=theme,
    )
    notebook.run_all()
    assert notebook.complaints() == []
    panel = notebook.panel()
    states = panel.get_by_role("status")
    assert [text.split(" Exercise")[0].strip() for text in states.all_inner_texts()] == [
        "not started",
        "not yet",
        "done",
        "hint 1 of 3",
    ]
    expect(states.nth(1)).to_contain_text("Checked: length = 3")
    second, third = panel.get_by_text("Hint 2 of 3"), panel.get_by_text("Hint 3 of 3")
    for folded, unfolded in ((second, third), (third, panel.get_by_text("is the whole line"))):
        expect(unfolded).not_to_be_visible()
        folded.focus()
        folded.press("Enter")
        expect(unfolded).to_be_visible()
    notebook.run_all()
    expect(panel.get_by_text("Hint 2 of 3")).to_be_visible()
    expect(panel.get_by_text("Hint 3 of 3")).not_to_be_visible()
    expect(panel.get_by_role("rowheader", name="Lesson 1", exact=True)).to_be_visible()
    expect(panel.get_by_role("row", name="1.1 Who else is in disguise?")).not_to_be_visible()
    panel.get_by_text("Each exercise, with its state").click()
    expect(panel.get_by_role("row", name="1.1 Who else is in disguise?")).to_contain_text("not started")
    assert notebook.complaints() == []
