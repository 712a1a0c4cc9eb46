"""The bar that follows long work: what it says, what it leaves behind, and where it stands still."""

from __future__ import annotations

import pytest
from ipywidgets.widgets import widget

from helpers import widgets
from helpers.archive import analyze_archive
from helpers.errors import CourseError
from helpers.widgets import progress

VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def clock(monkeypatch):
    """Give a clock that is set by hand."""
    now = [0.0]
    monkeypatch.setattr(progress.time, "monotonic", lambda: now[0])
    return now


def parts(made):
    return made.children[0].children


def test_it_follows_an_archive_text_by_text(tmp_path):
    for name in ("one.txt", "two.txt", "three.txt"):
        (tmp_path / name).write_text("India took part.", encoding="utf-8")
    made = widgets.progress_bar()
    bar, label = parts(made)
    seen = []
    label.observe(lambda change: seen.append((bar.value, bar.max, change["new"])), names="value")
    analyze_archive(tmp_path, progress=made)
    assert seen == [(done, 3, f"{done} of 3 texts") for done in range(4)]
    assert made.value == (3, 3)
    assert bar.bar_style == "success"


def test_it_says_how_long_it_will_take_once_it_can_judge(clock):
    made = widgets.progress_bar("pages")
    label = parts(made)[1]
    made(20, 100)
    clock[0] = 10
    made(40, 100)  # twenty in ten seconds, and what was there before does not count
    assert label.value == "40 of 100 pages, about 30 s left"
    clock[0] = 300
    made(50, 100)
    assert label.value == "50 of 100 pages, about 8 min left"
    made(100, 100)
    assert label.value == repr(made) == "100 of 100 pages"


def test_a_bar_of_many_things_is_moved_two_hundred_times():
    made = widgets.progress_bar()
    label, moved = parts(made)[1], []
    label.observe(moved.append, names="value")
    for done in range(10_001):
        made(done, 10_000)
    assert progress.STEPS <= len(moved) <= progress.STEPS + 2
    assert label.value == "10,000 of 10,000 texts"


def test_it_can_begin_again_and_nothing_to_do_is_done(clock):
    made = widgets.progress_bar()
    bar, label = parts(made)
    made(60, 60)
    made(0, 60)
    assert (bar.value, bar.max, bar.bar_style, label.value) == (0, 60, "", "0 of 60 texts")
    made(0, 0)
    assert (bar.value, bar.max, bar.bar_style, label.value) == (1, 1, "success", "0 of 0 texts")


def test_where_widgets_do_not_run_it_stands_still_as_words():
    made = widgets.progress_bar("texts <b>")
    assert "nothing is done yet" in made._repr_mimebundle_()["text/html"]
    made(12, 60)
    bundle = made._repr_mimebundle_()
    assert VIEW in bundle
    assert bundle["text/plain"] == "12 of 60 texts <b>"
    assert "12 of 60 texts &lt;b&gt;" in bundle["text/html"]


@pytest.mark.parametrize("given", [(2, 1), (-1, 3), ("one", 3), (1.5, 3), (True, 3)])
def test_numbers_that_are_none_are_told(given):
    with pytest.raises(CourseError, match="two whole numbers"):
        widgets.progress_bar()(*given)


def test_its_value_is_not_set_from_outside():
    with pytest.raises(CourseError, match="follows the work"):
        widgets.progress_bar().value = (1, 2)


def test_running_its_cell_again_leaves_nothing_behind():
    first = widgets.progress_bar()
    first(1, 2)
    models = len(widget._instances)
    second = widgets.progress_bar()
    assert len(widget._instances) == models
    assert first.comm is None
    first(2, 2)  # work that goes on with a bar that is gone
    second(1, 2)
    assert len(widget._instances) == models
