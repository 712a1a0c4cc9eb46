"""The desk as Python sees it: stages, corrections, files, and what is said when something is wrong."""

from __future__ import annotations

import datetime
import html

import pandas as pd
import pytest
from ipywidgets.widgets import widget

from helpers.corrections import read_corrections
from helpers.entities import Gazetteer
from helpers.pictures import Page
from helpers.texts import read_text
from helpers.widgets import box as boxes
from helpers.widgets import communique
from helpers.widgets.communique import desk

pytestmark = pytest.mark.usefixtures("each_picture_once")
TEXT = "India and Wexland took part in consultations on 22 January 2014. The parties stressed trade."


@pytest.fixture(autouse=True)
def in_a_cell_of_its_own(request, monkeypatch):
    monkeypatch.setattr(boxes, "cell", lambda: request.node.name)


def file(name: str, content: bytes) -> tuple[dict[str, object], ...]:
    now = datetime.datetime.now(datetime.UTC)
    held = {"name": name, "type": "", "size": len(content), "content": memoryview(content), "last_modified": now}
    return (held,)


def test_the_analysis_grows_stage_by_stage():
    made = desk(TEXT)
    seen = []
    made.desk.said.observe(lambda change: seen.append((made.desk.progress.value, change["new"])), names="value")
    assert made.value is None
    made.desk.start.click()
    assert [value for value, _ in seen] == [0, 1, 2, 3, 4]
    assert "Looking for entities" in seen[0][1]
    assert "Looking for statements" in seen[3][1]
    assert "India" in made.desk.tables.value
    assert made.value.on == "2014-01-22"


def test_corrected_names_go_the_whole_way_again():
    made = desk("Wexland also took part.")
    made.desk.start.click()
    assert made.value.participants.empty
    made.desk.page.spans = [[0, 7, "STATE"]]
    made.desk.again.click()
    assert made.value.entities[["text", "label", "name"]].values.tolist() == [["Wexland", "STATE", "Wexland"]]
    assert made.value.participants["name"].tolist() == ["Wexland"]


def test_names_that_were_not_touched_keep_what_is_known_of_them():
    made = desk(read_text())
    made.desk.start.click()
    before = made.value
    made.desk.again.click()
    assert made.value.entities.equals(before.entities)
    assert made.value.participants.equals(before.participants)


def test_tables_and_report_are_saved(tmp_path):
    made = desk(TEXT, folder=tmp_path / "mine")
    made.desk.start.click()
    made.desk.save.click()
    names = sorted(path.name for path in (tmp_path / "mine").iterdir())
    assert "report.html" in names
    assert "participants.csv" in names
    assert "Saved in the folder mine" in made.desk.said.value


def test_a_file_is_opened_and_a_wrong_one_is_refused():
    made = desk()
    made.desk.upload.value = file("page.html", b"<p>India took part.</p>")
    assert made.desk.paste.value == "India took part."
    made.desk.upload.value = file("talk.docx", b"PK\x03\x04")
    assert "word processor" in made.desk.said.value
    assert made.desk.paste.value == "India took part."


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"paste": "  "}, "There is no text yet"),
        ({"day": "yesterday"}, "yesterday"),
        ({"host": "XYZ"}, "XYZ"),
    ],
)
def test_what_is_wrong_is_said_and_the_text_stays(change, says):
    made = desk(TEXT)
    for name, value in change.items():
        getattr(made.desk, name).value = value
    made.desk.start.click()
    assert says in made.desk.said.value
    assert made.desk.paste.value == change.get("paste", TEXT)


def test_a_fault_of_ours_is_not_swallowed(monkeypatch):
    def failing(*arguments, **options):
        raise ZeroDivisionError

    monkeypatch.setattr(communique, "analyze", failing)
    made = desk(TEXT)
    made.desk.start.click()
    assert "our fault (ZeroDivisionError)" in made.desk.said.value


def test_text_does_not_become_html():
    made = desk("India took part. <script>alert(1)</script>")
    made.desk.start.click()
    assert "<script" not in made.desk.tables.value
    made.desk.host.value = "<b>SCO</b>"
    made.desk.start.click()
    assert "<b>SCO" not in made.desk.said.value


def test_running_the_cell_again_leaves_nothing_behind():
    desk(TEXT).desk.start.click()
    models = len(widget._instances)
    second = desk(TEXT)
    assert len(widget._instances) < models
    second.desk.start.click()
    assert len(widget._instances) == models


def test_where_widgets_do_not_run_stands_what_was_found_or_how_to_find_it():
    made = desk(TEXT)
    assert "gives the same tables" in made._repr_mimebundle_()["text/html"]
    made.desk.start.click()
    assert "India" in made._repr_mimebundle_()["text/html"]
    assert isinstance(desk(...), Page)


def test_lists_of_ones_own_are_used_in_the_analysis_and_for_the_marks():
    gazetteer = Gazetteer.from_tables()
    gazetteer.add("Wexland", "STATE", "Wexland", "XWX")
    stays = pd.DataFrame(
        [["Harbor League", "XWX", "member", "2001-05-04", ""]],
        columns=["organization", "iso3", "status", "from_date", "to_date"],
    )
    made = desk("Wexland took part.", "2014-01-22", "Harbor League", gazetteer=gazetteer, memberships=stays)
    made.desk.start.click()
    made.desk.page.spans = []
    made.desk.again.click()
    assert made.value.participants.empty
    made.desk.page.spans = [[0, 7, "STATE"]]
    made.desk.again.click()
    assert made.value.entities[["name", "iso3"]].values.tolist() == [["Wexland", "XWX"]]
    assert made.value.participants["category"].tolist() == ["member"]


def test_what_is_saved_is_what_is_marked_and_the_report_says_what_was_corrected(tmp_path):
    made = desk("India and Wexland took part.", folder=tmp_path / "mine")
    made.desk.start.click()
    made.desk.page.spans = [[10, 17, "STATE"]]
    made.desk.save.click()
    assert made.value.participants["name"].tolist() == ["Wexland"]
    assert "Wexland" in (tmp_path / "mine" / "participants.csv").read_text(encoding="utf-8-sig")
    said = "Names were corrected by hand: 1 added, 1 taken out."
    assert said in (tmp_path / "mine" / "report.html").read_text(encoding="utf-8")
    made.desk.again.click()
    assert made.value.notes.count(said) == 1
    listed = (tmp_path / "mine" / "corrections.csv").read_text(encoding="utf-8-sig").splitlines()
    assert listed == ["start,end,text,label,change", "0,5,India,STATE,taken out", "10,17,Wexland,STATE,added"]
    page = (tmp_path / "mine" / "report.html").read_text(encoding="utf-8")
    assert "Corrected by hand" in page
    assert "corrected by a reader" in page
    assert "not by a reader" not in page


def test_without_corrections_the_report_says_that_no_reader_was_there(tmp_path):
    made = desk(TEXT, folder=tmp_path / "mine")
    made.desk.start.click()
    made.desk.save.click()
    assert "Found by rules, not by a reader" in (tmp_path / "mine" / "report.html").read_text(encoding="utf-8")
    assert (tmp_path / "mine" / "corrections.csv").read_text(encoding="utf-8-sig").count("\n") == 1


@pytest.mark.parametrize("again_first", [True, False])
def test_another_day_keeps_the_names_that_were_corrected(again_first: bool):
    made = desk(TEXT)
    made.desk.start.click()
    found = made.desk.page.spans
    marks = [*[span for span in found if span[2] != "DATE"], [10, 17, "STATE"]]
    made.desk.page.spans = marks
    if again_first:
        made.desk.again.click()
    made.desk.day.value = "2016-05-03"
    made.desk.start.click()
    assert made.value.on == "2016-05-03"
    assert made.value.participants["name"].tolist() == ["India", "Wexland"]
    assert sorted(made.desk.page.spans) == sorted(marks)
    assert "(2) are kept" in made.desk.said.value
    assert "Names were corrected by hand: 1 added, 1 taken out." in made.value.notes
    made.desk.day.value = "yesterday"
    made.desk.start.click()
    assert "yesterday" in made.desk.said.value
    assert sorted(made.desk.page.spans) == sorted(marks)


def test_a_name_taught_in_between_joins_the_corrections():
    gazetteer = Gazetteer.from_tables()
    made = desk("India, Wexland and Old Torvia took part.", gazetteer=gazetteer)
    made.desk.start.click()
    made.desk.page.spans = [[15, 29, "STATE"]]
    gazetteer.add("Wexland", "STATE")
    gazetteer.add("Torvia", "STATE")
    made.desk.start.click()
    assert made.value.entities["text"].tolist() == ["Wexland", "and Old Torvia"]
    assert made.desk.page.spans == [[7, 14, "STATE"], [15, 29, "STATE"]]


def test_a_name_that_a_reader_has_marked_is_no_guess_of_the_rules():
    made = desk("India and the Amber Coast Union met the Lantern Forum and Wexland.")
    made.desk.start.click()
    doubted = made.value.doubts["text"].tolist()
    assert doubted == ["Amber Coast Union", "Lantern Forum"]
    made.desk.page.spans = [*made.desk.page.spans, [58, 65, "IGO"]]
    made.desk.again.click()
    assert made.value.entities["text"].tolist()[-1] == "Wexland"
    assert made.value.doubts["text"].tolist() == doubted


def test_another_text_drops_corrections_only_after_it_was_said():
    made = desk(TEXT)
    made.desk.start.click()
    made.desk.page.spans = []
    made.desk.paste.value = "Peru took part."
    made.desk.start.click()
    assert "Another text stands above now" in made.desk.said.value
    assert made.value.text == TEXT
    assert made.desk.page.spans == []
    made.desk.start.click()
    assert made.value.text == "Peru took part."
    assert made.value.participants["name"].tolist() == ["Peru"]
    assert not any("by hand" in note for note in made.value.notes)


def test_a_cell_that_is_run_again_goes_on_with_the_corrections_of_the_same_text():
    made = desk(TEXT)
    made.desk.start.click()
    made.desk.page.spans = [*made.desk.page.spans, [10, 17, "STATE"]]
    again = desk(TEXT)
    assert again.value.participants["name"].tolist() == ["India", "Wexland"]
    assert "(1) are kept, as they were before this cell was run again" in again.desk.said.value
    other = desk("Peru took part.")
    assert other.value is None
    assert other.desk.page is None


def test_what_was_pasted_is_still_there_when_the_cell_is_run_again():
    made = desk()
    made.desk.paste.value = TEXT
    made.desk.start.click()
    made.desk.page.spans = []
    again = desk()
    assert again.desk.paste.value == TEXT
    assert again.value.participants.empty


def test_saved_corrections_give_the_same_numbers_in_a_new_kernel(tmp_path, monkeypatch):
    made = desk(TEXT, folder=tmp_path)
    made.desk.start.click()
    made.desk.page.spans = [[10, 17, "STATE"], *made.desk.page.spans[1:]]
    made.desk.save.click()
    monkeypatch.setattr(boxes, "cell", lambda: "another kernel")
    again = desk(TEXT, marks=str(tmp_path / "corrections.csv"))
    assert again.value.summary() == made.value.summary()
    assert again.value.participants.equals(made.value.participants)
    assert again.desk.by_hand.equals(made.desk.by_hand)
    assert "(2) are kept, as they stand in corrections.csv" in again.desk.said.value
    assert "Wexland" in again._repr_mimebundle_()["text/html"]


def test_corrections_are_dropped_on_request():
    made = desk(TEXT)
    made.desk.start.click()
    found = made.desk.page.spans
    made.desk.page.spans = []
    made.desk.again.click()
    made.desk.drop.click()
    assert made.desk.page.spans == found
    assert made.value.participants["name"].tolist() == ["India"]
    assert not any("by hand" in note for note in made.value.notes)


ROW = "start,end,text,label,change\r\n"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"\xff\xfe\x00", "it is not the table that the desk has saved"),
        (b"", "it is not the table that the desk has saved"),
        (b"<html>", "it is not the table that the desk has saved"),
        ((ROW + "10,17,Wexland,LAND,added\r\n").encode(), "row 1 is damaged"),
        ((ROW + "10,x,Wexland,STATE,added\r\n").encode(), "row 1 is damaged"),
        ((ROW + "10,17,Wexland,STATE,perhaps\r\n").encode(), "row 1 is damaged"),
        ((ROW + "9,17,Wexland,STATE,added\r\n").encode(), "and text[9:17] has other words, as in another text"),
        ((ROW + "900,917,Wexland,STATE,added\r\n").encode(), "has other words, as in another text"),
        ((ROW + "10,17,Wexland,STATE,added\r\n6,17,and Wexland,IGO,added\r\n").encode(), "share text[10:17]"),
    ],
)
def test_a_damaged_file_of_corrections_draws_one_sentence(content: bytes, says: str, tmp_path):
    path = tmp_path / "corrections.csv"
    path.write_bytes(content)
    made = desk(TEXT, marks=path)
    assert html.unescape(made.desk.said.value).count("The corrections in corrections.csv can not be used: ") == 1
    assert says in html.unescape(made.desk.said.value)
    assert made.value is None
    made.desk.start.click()
    assert made.value.participants["name"].tolist() == ["India"]


def test_corrections_may_come_back_from_a_spreadsheet_or_not_be_there(tmp_path):
    path = tmp_path / "corrections.csv"
    assert "There is no corrections.csv yet" in desk(TEXT, marks=path).desk.said.value
    path.write_text("start;end;text;label;change\n10;17;Wexland;STATE;added\n", encoding="utf-8-sig")
    assert desk(TEXT, marks=path).value.participants["name"].tolist() == ["India", "Wexland"]


def test_a_line_end_within_a_name_survives_the_file(tmp_path):
    text = "The Old\nTorvia took part."
    made = desk(text, folder=tmp_path)
    made.desk.start.click()
    made.desk.page.spans = [[4, 14, "STATE"]]
    made.desk.save.click()
    assert read_corrections(tmp_path / "corrections.csv", text).equals(made.desk.by_hand)


def test_presses_that_come_together_with_marks_act_once_each_and_bring_the_day():
    made = desk("Wexland took part in consultations.")
    made.desk.start.click()
    page, start, again = made.desk.page, made.desk.start.widget, made.desk.again.widget
    day = [made.desk.day.model_id, "value", "2016-05-03"]
    presses = [{"number": 1, "button": again.key, "carried": []}, {"number": 2, "button": start.key, "carried": [day]}]
    ran = []
    made.desk.progress.observe(lambda change: ran.append(change["new"]), names="value")
    page.set_state({"pressed": presses, "spans": [[0, 7, "STATE"]]})
    assert ran == [0, 1, 2, 3, 4] * 2
    assert made.value.participants["name"].tolist() == ["Wexland"]
    assert made.value.on == "2016-05-03"
    assert made.desk.day.value == "2016-05-03"
    page.set_state({"pressed": presses})
    assert len(ran) == 10
