"""The class as data: files that come from many hands, and how far those who made them agree."""

from __future__ import annotations

import json
import os
import random
from collections import Counter
from fractions import Fraction
from itertools import combinations, permutations
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import annotation_files
from helpers.agreement import kappa, score_spans
from helpers.annotation_files import draw_pseudonym
from helpers.classroom import (
    DEGREES,
    alpha,
    alpha_of_labels,
    count_marks,
    disagreements,
    label_words,
    pairwise,
    read_annotations,
    save_annotations,
)
from helpers.entities import spans_from
from helpers.errors import CourseError
from helpers.made_up_class import make_up_class
from helpers.pictures.palette import contrast
from helpers.reference import gold, words
from helpers.texts import read_text, split_words

TEXT = read_text()
SHORT = "India met Peru in Lima.\n\nPeru likes the African Union (AU)."
FULL = 498  # words in sentences of the page that have a name
ENTRIES = [("India", "STATE"), ("African Union", "IGO")]


def marks_of(**readers: list[tuple[int, int, str]]) -> pd.DataFrame:
    rows = [
        (name, start, end, SHORT[start:end], label) for name, spans in readers.items() for start, end, label in spans
    ]
    return pd.DataFrame(rows, columns=["annotator", "start", "end", "text", "label"])


def content(**changes: object) -> dict[str, object]:
    """A sound file's content, as JSON holds it, with changes."""
    spans = spans_from(SHORT, ENTRIES)
    return {
        "version": 1,
        "pseudonym": "calm heron",
        "text_sha256": annotation_files._checksum(SHORT),
        "spans": spans.to_dict("records"),
        **changes,
    }


def put(folder: Path, name: str, **changes: object) -> None:
    (folder / name).write_text(json.dumps(content(**changes)), encoding="utf-8")


# --- saving -----------------------------------------------------------------------------------------------------------


def test_what_is_saved_comes_back(tmp_path: Path) -> None:
    spans = spans_from(SHORT, [*ENTRIES, ("Peru", "STATE", 2)])
    path = save_annotations(spans, "Calm Heron", tmp_path, text=SHORT)
    assert path is not None
    marks, problems = read_annotations(tmp_path, SHORT)
    assert problems.empty
    assert set(marks["annotator"]) == {"Calm Heron"}
    assert marks[["start", "end", "text", "label"]].values.tolist() == spans.values.tolist()
    stored = json.loads(path.read_text(encoding="utf-8"))
    assert set(stored) == {"version", "pseudonym", "text_sha256", "spans"}
    assert SHORT not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("nothing", [..., pd.DataFrame(columns=["start", "end", "label"])])
def test_nothing_to_save_writes_nothing(tmp_path: Path, monkeypatch, capsys, nothing: object) -> None:
    monkeypatch.chdir(tmp_path)
    assert save_annotations(nothing) is None
    assert "Nothing to save yet" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []


def test_without_a_folder_the_file_lies_beside_the_notebook_where_git_leaves_it_alone(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = save_annotations(spans_from(TEXT, [("Mongolia", "STATE")]), "calm heron")
    assert path == tmp_path / "my_annotations_calm-heron.json"


def test_a_pseudonym_is_drawn_once_and_kept(tmp_path: Path, capsys) -> None:
    spans = spans_from(SHORT, ENTRIES)
    first = save_annotations(spans, folder=tmp_path, text=SHORT)
    assert save_annotations(spans, folder=tmp_path, text=SHORT) == first
    with pytest.raises(CourseError, match="is there already"):
        save_annotations(spans.head(1), folder=tmp_path, text=SHORT)
    assert len(read_annotations(tmp_path, SHORT)[0]) == 2
    assert save_annotations(spans.head(1), folder=tmp_path, text=SHORT, replace=True) == first
    assert len(read_annotations(tmp_path, SHORT)[0]) == 1
    table = words("pseudonym_words")
    one, other = read_annotations(tmp_path, SHORT)[0].loc[0, "annotator"].split()
    assert one in set(table.loc[table["place"] == "first", "word"])
    assert other in set(table.loc[table["place"] == "second", "word"])


def test_two_people_in_one_folder_must_say_who_they_are(tmp_path: Path) -> None:
    spans = spans_from(SHORT, ENTRIES)
    for name in ("calm heron", "blue fox"):
        save_annotations(spans, name, tmp_path, text=SHORT)
    with pytest.raises(CourseError, match="Say who you are"):
        save_annotations(spans, folder=tmp_path, text=SHORT)


def test_a_damaged_file_of_ones_own_is_not_overwritten(tmp_path: Path) -> None:
    broken = tmp_path / "my_annotations_calm-heron.json"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(CourseError, match="is there already"):
        save_annotations(spans_from(SHORT, ENTRIES), "calm heron", tmp_path, text=SHORT)
    assert broken.read_text(encoding="utf-8") == "{"


def test_replacing_a_link_leaves_what_it_points_to(tmp_path: Path) -> None:
    target = tmp_path / "precious.txt"
    target.write_text("precious", encoding="utf-8")
    (tmp_path / "my_annotations_calm-heron.json").symlink_to(target)
    with pytest.raises(CourseError, match="is there already"):
        save_annotations(spans_from(SHORT, ENTRIES), "calm heron", tmp_path, text=SHORT)
    save_annotations(spans_from(SHORT, ENTRIES), "calm heron", tmp_path, text=SHORT, replace=True)
    assert target.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        ([("Mongolia", "STATE")], "of the type list. spans_from"),
        (7, "of the type int"),
        (pd.DataFrame({"start": [0]}), "lacks the column"),
        (pd.DataFrame({"start": [0], "end": [99], "label": ["STATE"]}), "no part of the text"),
        (pd.DataFrame({"start": [0], "end": [None], "label": ["STATE"]}), "no whole number"),
        (pd.DataFrame({"start": [0.5], "end": [5], "label": ["STATE"]}), "no whole number"),
        (pd.DataFrame({"start": [0], "end": [5], "label": [None]}), "label is no word"),
        (pd.DataFrame({"start": [0], "end": [5], "label": ["none"]}), "without a mark"),
        (pd.DataFrame({"start": [0], "end": [5], "label": ["STATE"], "text": ["China"]}), "not those that stand"),
    ],
)
def test_what_is_no_table_of_spans_is_not_saved(tmp_path: Path, capsys, spans: object, message: str) -> None:
    assert save_annotations(spans, "calm heron", tmp_path, text=SHORT) is None
    said = capsys.readouterr().out
    assert said.startswith("Nothing is saved: ")
    assert message in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["", "   ", "<b>x</b>", "../x", "a\0b", "x" * 41, 7, ["a"], "$x$"])
def test_what_is_no_pseudonym_is_refused(tmp_path: Path, name: object) -> None:
    with pytest.raises(CourseError, match="A pseudonym is"):
        save_annotations(spans_from(SHORT, ENTRIES), name, tmp_path, text=SHORT)


@given(st.text(min_size=1, max_size=40))
def test_a_file_name_holds_safe_characters_only(pseudonym: str) -> None:
    name = annotation_files._file_name(pseudonym)
    assert name
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_names_that_look_alike_in_ascii_get_different_files() -> None:
    names = ["calm heron", "Calm heron", "calm-heron", "Анна", "Ирина", "zoë", "zoe"]
    assert len({annotation_files._file_name(name) for name in names}) == len(names)


def test_a_folder_that_is_not_there() -> None:
    for folder in ("no such folder", "", "a\0b", 7):
        with pytest.raises(CourseError, match="folder"):
            read_annotations(folder)


# --- gathering --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"version": 2}, "not of version 1"),
        ({"version": True}, "not of version 1"),
        ({"text_sha256": "0" * 64}, "another text"),
        ({"text_sha256": ["x"]}, "another text"),
        ({"pseudonym": ""}, "pseudonym is no word"),
        ({"pseudonym": {"a": 1}}, "pseudonym is no word"),
        ({"pseudonym": "<$>"}, "pseudonym is no word"),
        ({"spans": "many"}, "no list"),
        ({"spans": [0] * 5001}, "no list of at most"),
        ({"spans": []}, "counts for nobody"),
        ({"spans": [7]}, "not a span"),
        ({"spans": [{"start": 0, "end": 5}]}, "without label and text"),
        ({"spans": [{"start": "0", "end": 5, "label": "STATE", "text": "India"}]}, "no whole number"),
        ({"spans": [{"start": False, "end": 5, "label": "STATE", "text": "India"}]}, "no whole number"),
        ({"spans": [{"start": float("nan"), "end": 5, "label": "STATE", "text": "India"}]}, "no whole number"),
        ({"spans": [{"start": -5, "end": 10**30, "label": "STATE", "text": "India"}]}, "no part of the text"),
        ({"spans": [{"start": 0, "end": 5, "label": "<b>", "text": "India"}]}, "label is no word"),
        ({"spans": [{"start": 0, "end": 5, "label": "\ud800", "text": "India"}]}, "label is no word"),
        ({"spans": [{"start": 0, "end": 5, "label": ["STATE"], "text": "India"}]}, "label is no word"),
        ({"spans": [{"start": 0, "end": 5, "label": "STATE", "text": "Peru"}]}, "not those that stand"),
    ],
)
def test_a_file_with_something_wrong_is_told_and_left_out(tmp_path: Path, changes: dict, said: str) -> None:
    put(tmp_path, "a.json", **changes)
    put(tmp_path, "b.json", pseudonym="blue fox")
    marks, problems = read_annotations(tmp_path, SHORT)
    assert set(marks["annotator"]) == {"blue fox"}
    assert problems["file"].tolist() == ["a.json"]
    assert said in problems.loc[0, "problem"]


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "This file is empty"),
        (b'{"version": 1, "pseu', "no JSON"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (b"[" * 200_000, "no JSON"),
        (b'{"a": ' * 100_000 + b"1" + b"}" * 100_000, "no JSON"),
        (b'{"version": ' + b"9" * 10_000 + b"}", "no JSON"),
        (b" " * 1_000_001, "too large"),
        (b"[1, 2]", "not a file of save_annotations"),
        (b"null", "not a file of save_annotations"),
        (b"{}", "lacks version, pseudonym, text_sha256, spans"),
    ],
    ids=["empty", "cut off", "no UTF-8", "deep list", "deep object", "long number", "huge", "list", "null", "bare"],
)
def test_a_damaged_file_is_told_and_left_out(tmp_path: Path, raw: bytes, said: str) -> None:
    (tmp_path / "a.json").write_bytes(raw)
    put(tmp_path, "b.json")
    marks, problems = read_annotations(tmp_path, SHORT)
    assert len(marks) == 2
    assert problems["file"].tolist() == ["a.json"]
    assert said in problems.loc[0, "problem"]


def test_of_a_file_with_a_bad_span_the_good_ones_are_kept(tmp_path: Path) -> None:
    good = spans_from(SHORT, ENTRIES).to_dict("records")
    bad = {"start": 0, "end": 1000, "label": "STATE", "text": "India"}
    put(tmp_path, "a.json", spans=[*good, bad, bad, good[0]])
    marks, problems = read_annotations(tmp_path, SHORT)
    assert marks["text"].tolist() == ["India", "African Union"]
    assert problems.values.tolist() == [
        ["a.json", "2 spans left out: start and end are no part of the text, which runs from 0 to 59."]
    ]


def test_duplicates_are_told(tmp_path: Path) -> None:
    put(tmp_path, "a.json")
    put(tmp_path, "b.json")
    put(tmp_path, "c.json", spans=spans_from(SHORT, ENTRIES[:1]).to_dict("records"))
    marks, problems = read_annotations(tmp_path, SHORT)
    assert len(marks) == 2
    assert problems["file"].tolist() == ["b.json", "c.json"]
    assert "letter by letter, as a.json" in problems.loc[0, "problem"]
    assert "was used by a.json already" in problems.loc[1, "problem"]


def test_one_folder_for_each_learner_is_read_and_none_below_it(tmp_path: Path) -> None:
    for number, name in enumerate(["calm heron", "blue fox"]):
        (tmp_path / f"Learner_{number}" / "deeper").mkdir(parents=True)
        put(tmp_path / f"Learner_{number}", "marks.json", pseudonym=name)
        put(tmp_path / f"Learner_{number}" / "deeper", "more.json", pseudonym=f"not {name}")
    (tmp_path / "outside").symlink_to(tmp_path / "Learner_0")
    marks, problems = read_annotations(tmp_path, SHORT)
    assert set(marks["annotator"]) == {"calm heron", "blue fox"}
    told = dict(problems.values.tolist())
    assert list(told) == ["Learner_0/deeper", "Learner_1/deeper", "outside"]
    assert "folder" in told["Learner_0/deeper"]
    assert "link" in told["outside"]


def test_an_empty_file_and_a_path_are_told_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_bytes(b"")
    _, problems = read_annotations(tmp_path, SHORT)
    assert problems["problem"].tolist() == ["This file is empty. Left out: ask for it again."]
    with pytest.raises(CourseError, match=r"There is no folder C:/class\\week 2\. Compare"):
        read_annotations("C:/class\\week 2")


def test_links_folders_and_other_files_are_told_and_not_read(tmp_path: Path) -> None:
    class_folder = tmp_path / "class"
    (class_folder / "folder.json").mkdir(parents=True)
    put(tmp_path, "outside.json")
    (class_folder / "link.json").symlink_to(tmp_path / "outside.json")
    (class_folder / "loose.json").symlink_to(tmp_path / "nowhere")
    (class_folder / "essay.docx").write_bytes(b"PK")
    (class_folder / ".DS_Store").write_bytes(b"x")
    if hasattr(os, "mkfifo"):
        os.mkfifo(class_folder / "pipe.json")  # reading it would never end
    put(class_folder, "good.JSON")
    marks, problems = read_annotations(class_folder, SHORT)
    told = dict(problems.values.tolist())
    assert set(marks["annotator"]) == {"calm heron"}
    assert "link" in told["link.json"]
    assert "link" in told["loose.json"]
    assert "folder" in told["folder.json"]
    assert "ends in .json" in told["essay.docx"]
    assert ".DS_Store" not in told


def test_no_more_files_are_looked_at_than_a_class_has(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(annotation_files, "MOST_FILES", 3)
    for number in range(5):
        put(tmp_path, f"{number}.json", pseudonym=f"reader {number}")
    marks, problems = read_annotations(tmp_path, SHORT)
    assert marks["annotator"].nunique() == 3
    assert problems["problem"].tolist() == ["There are 5 files; only the first 3 were looked at."]


def test_html_in_a_pseudonym_reaches_no_page(tmp_path: Path) -> None:
    put(tmp_path, "a<img src=x onerror=y>.json", pseudonym="<script>alert(1)</script> $x$")
    marks, problems = read_annotations(tmp_path, SHORT)
    shown = marks._repr_html_() + problems._repr_html_() + disagreements(marks, SHORT).html
    assert marks["annotator"].nunique() == 1
    assert "no name needs" in problems.loc[0, "problem"]
    assert not [word for word in ("<script", "<img", "onerror=", "$") if word in shown]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)
SPAN = st.fixed_dictionaries(
    {}, optional={"start": st.integers(-2, 60) | JSON, "end": st.integers(-2, 70) | JSON, "label": JSON, "text": JSON}
)


@given(
    st.dictionaries(st.sampled_from(["version", "pseudonym", "text_sha256", "spans"]), JSON),
    st.lists(SPAN | JSON, max_size=4),
    st.binary(max_size=30),
)
def test_nothing_in_the_folder_is_fatal(tmp_path_factory, changes, spans, raw) -> None:
    folder = tmp_path_factory.mktemp("class")
    put(folder, "a.json", **{"spans": spans, **changes})
    put(folder, "b.json", pseudonym="blue fox")
    (folder / "c.json").write_bytes(raw)
    marks, problems = read_annotations(folder, SHORT)
    assert "blue fox" in set(marks["annotator"])
    assert "c.json" in set(problems["file"])
    for row in marks.itertuples():
        assert SHORT[row.start : row.end] == row.text
    assert disagreements(marks, SHORT).html
    problems.to_csv(folder / "problems.csv", encoding="utf-8")  # every sentence can be written down


# --- words ------------------------------------------------------------------------------------------------------------


def test_a_word_has_the_label_on_its_first_letter_and_a_sentence_without_marks_was_not_read() -> None:
    marks = marks_of(one=[(0, 5, "STATE"), (10, 13, "STATE")], two=[(36, 54, "IGO"), (40, 47, "STATE")])
    labels = label_words(marks, SHORT)
    assert split_words(SHORT)["text"].tolist()[:5] == ["India", "met", "Peru", "in", "Lima"]
    assert labels["one"].tolist() == ["STATE", "none", "STATE", "none", "none", *[None] * 6]
    assert labels["two"].tolist() == [*[None] * 5, "none", "none", "IGO", "STATE", "IGO", "none"]


def test_the_words_of_gold_have_the_labels_that_lesson_2_paints() -> None:
    standard = gold("entities")
    paint = ["none"] * len(TEXT)
    for start, end, label in zip(standard["start"], standard["end"], standard["label"], strict=True):
        paint[start:end] = [label] * (end - start)
    expected = [paint[start] for start in split_words(TEXT)["start"]]
    labels = label_words(standard.assign(annotator="gold"), TEXT)["gold"].tolist()
    unread = [place for place, label in enumerate(labels) if label is None]
    assert len(unread) == 604 - FULL
    assert {expected[place] for place in unread} == {"none"}
    assert [label for label in labels if label] == [
        label for place, label in enumerate(expected) if place not in unread
    ]


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("marks", "A table with the columns"),
        (pd.DataFrame({"start": [0]}), "A table with the columns"),
        (pd.DataFrame({"annotator": ["a"], "start": [0], "end": [999], "label": ["STATE"]}), "no part of this text"),
        (pd.DataFrame({"annotator": ["a"], "start": [0], "end": [None], "label": ["STATE"]}), "no part of this text"),
        (pd.DataFrame({"annotator": ["a"], "start": [0], "end": [5], "label": [None]}), "has no label"),
    ],
)
def test_what_is_no_table_of_marks_is_told(table: object, message: str) -> None:
    for function in (label_words, pairwise, alpha, count_marks, disagreements):
        with pytest.raises(CourseError, match=message):
            function(table, SHORT)


def test_an_empty_class() -> None:
    nobody = marks_of()
    assert pairwise(nobody, SHORT).empty
    assert pd.isna(alpha(nobody, SHORT))
    assert count_marks(nobody, SHORT).empty
    assert "Nothing to show" in repr(disagreements(nobody, SHORT))


# --- pairs ------------------------------------------------------------------------------------------------------------


def test_pairs_are_compared_on_what_both_have_read() -> None:
    marks = marks_of(
        a=[(0, 5, "STATE"), (10, 14, "STATE")],
        b=[(0, 5, "STATE"), (25, 29, "STATE")],
        c=[(40, 53, "IGO")],
    )
    table = pairwise(marks, SHORT).set_index(["first", "second"])
    assert table["words"].to_dict() == {("a", "b"): 5, ("a", "c"): 0, ("b", "c"): 6}
    assert table.loc[("a", "b"), "f1"] == pytest.approx(2 / 3)
    assert table.loc[("a", "b"), "kappa"] == pytest.approx(kappa(["S", "-", "S", "-", "-"], ["S", "-", "-", "-", "-"]))
    assert table.loc[("a", "c")].isna().tolist() == [False, True, True]
    assert table.loc[("b", "c"), "f1"] == 0


@pytest.fixture(scope="module")
def forty(tmp_path_factory) -> tuple[pd.DataFrame, pd.DataFrame]:
    folder = tmp_path_factory.mktemp("forty")
    assert len(make_up_class(folder)) == 40
    return read_annotations(folder)


def test_a_sentence_that_was_not_handed_in_is_not_counted_as_empty() -> None:
    two = spans_from(TEXT, [("22 January 2014", "DATE"), ("RATS", "IGO")]).assign(annotator="two sentences")
    read = label_words(two, TEXT)["two sentences"].notna()
    page_words = split_words(TEXT)
    spoken = page_words["start"].between(120, 369) | page_words["start"].between(1111, 1246)
    assert read.tolist() == spoken.tolist()


def full_readers(labels: pd.DataFrame) -> list[str]:
    """Those who have a mark in every sentence that has a name."""
    found = [name for name in labels if labels[name].notna().sum() == FULL]
    assert len(found) > 10
    return found


def test_a_class_of_forty(forty: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    marks, problems = forty
    assert marks["annotator"].nunique() == 40
    assert len(problems) == 3
    pairs = pairwise(marks, TEXT)
    assert len(pairs) == 780
    assert pairs["words"].min() == 57  # everybody has read the two sentences of lesson 2
    assert 0.7 < alpha(marks, TEXT) < 0.95
    page = disagreements(marks, TEXT, start=120, end=1247)
    assert {row.readers for row in page.table.itertuples() if 120 <= row.start < 370} == {40}
    for row in page.table.itertuples():
        assert TEXT[row.start : row.end] == row.text
        assert sum(int(part.rpartition(" ")[2]) for part in row.marks.split(", ")) == row.readers


def test_pairs_agree_with_the_lessons_own_functions(forty: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    marks, _ = forty
    labels = label_words(marks, TEXT)
    read_all = full_readers(labels)[:4]
    pairs = pairwise(marks, TEXT).set_index(["first", "second"])
    for first, second in combinations(read_all, 2):
        one, other = (marks[marks["annotator"] == name] for name in (first, second))
        assert pairs.loc[(first, second), "f1"] == pytest.approx(score_spans(one, other)["f1"].iloc[-1])
        both = labels[[first, second]].dropna()
        assert pairs.loc[(first, second), "words"] == len(both) == FULL
        assert pairs.loc[(first, second), "kappa"] == pytest.approx(kappa(both[first], both[second]))


def test_the_same_seed_makes_the_same_class(tmp_path: Path, forty: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    for name, seed in (("one", 1), ("other", 2)):
        (tmp_path / name).mkdir()
        make_up_class(tmp_path / name, seed=seed)
    assert read_annotations(tmp_path / "one")[0].equals(forty[0])
    assert not read_annotations(tmp_path / "other")[0].equals(forty[0])


@pytest.mark.parametrize("size", [0, 201, True, 2.0, "many"])
def test_no_class_of_this_size(tmp_path: Path, size: object) -> None:
    with pytest.raises(CourseError, match="1 to 200"):
        make_up_class(tmp_path, size=size)


def test_a_pseudonym_does_not_depend_on_the_order_of_chance() -> None:
    chance = random.Random(3)
    drawn = {draw_pseudonym(lambda listed: listed[int(chance.random() * len(listed))]) for _ in range(50)}
    assert len(drawn) > 45


# --- alpha ------------------------------------------------------------------------------------------------------------

# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", section C: four observers, twelve units, some missing.
# By hand: of the 40 values that can be paired, 9, 13, 10, 5 and 3 are alike, so 40² − Σn² = 1600 − 384 = 1216 ordered
# pairs differ by chance; unit 2 adds 6/3, unit 6 adds 12/3 and unit 8 adds 6/3 to what was observed: 8.
# alpha = 1 − 39 · 8 / 1216 = 0.743.
PUBLISHED = [
    "11_1", "2232", "3333", "3333", "2222", "1234", "4444", "1121", "2222", "_555", "__11", "__3_",
]  # fmt: skip


def units_of(lines: list[str]) -> list[list[str | None]]:
    return [[None if value == "_" else value for value in line] for line in lines]


def test_alpha_of_the_published_example() -> None:
    result = alpha_of_labels(units_of(PUBLISHED))
    assert result == pytest.approx(1 - 39 * 8 / 1216)
    assert round(result, 3) == 0.743


def brute_force(units: list[list[str | None]]) -> Fraction | None:
    """Alpha from its definition: go through all pairs of values, in each unit and in all of the data."""
    pairable = [[label for label in unit if label is not None] for unit in units]
    pairable = [unit for unit in pairable if len(unit) > 1]
    everything = [label for unit in pairable for label in unit]
    number = len(everything)
    expected = Fraction(sum(a != b for a, b in permutations(everything, 2)), max(1, number * (number - 1)))
    if not expected:
        return None
    observed = sum(Fraction(sum(a != b for a, b in permutations(unit, 2)), len(unit) - 1) for unit in pairable) / number
    return 1 - observed / expected


@given(st.lists(st.lists(st.sampled_from(["STATE", "IGO", "none", None]), max_size=5), max_size=8))
def test_alpha_is_what_its_definition_says(units: list[list[str | None]]) -> None:
    expected = brute_force(units)
    result = alpha_of_labels(units)
    assert pd.isna(result) if expected is None else result == pytest.approx(float(expected))


@given(st.lists(st.sampled_from("ab_"), min_size=1, max_size=6).map("".join), st.randoms())
def test_alpha_does_not_depend_on_the_order_of_people(unit: str, chance: random.Random) -> None:
    units = [*units_of(PUBLISHED), [None if value == "_" else value for value in unit]]
    shuffled = [chance.sample(unit, len(unit)) for unit in units]
    assert alpha_of_labels(shuffled) == pytest.approx(alpha_of_labels(units))


def test_alpha_of_two_full_readers_is_near_their_kappa(forty: tuple[pd.DataFrame, pd.DataFrame]) -> None:
    marks, _ = forty
    labels = label_words(marks, TEXT)
    first, second = full_readers(labels)[:2]
    two = marks[marks["annotator"].isin([first, second])]
    both = labels[[first, second]].dropna()
    assert alpha(two, TEXT) == pytest.approx(kappa(both[first], both[second]), abs=0.02)


# --- the page ---------------------------------------------------------------------------------------------------------


def test_each_place_says_how_many_gave_which_label() -> None:
    marks = marks_of(
        a=[(0, 5, "STATE"), (10, 14, "STATE"), (40, 53, "IGO")],
        b=[(0, 5, "STATE"), (10, 14, "IGO"), (36, 53, "IGO")],
        c=[(0, 5, "STATE")],
    )
    page = disagreements(marks, SHORT)
    assert page.words.startswith("[STATE, all 3: India] met [IGO 1, STATE 1, none 1: Peru] in Lima.")
    assert "likes [IGO 1, none 1: the] [IGO, all 2: African Union] (AU)." in page.words
    for degree in DEGREES:
        assert (degree.words in page.html) == (
            degree.words in {"all agree", "half or more agree", "fewer than half agree"}
        )
        assert contrast(degree.ink.text, degree.ink.background) >= 4.5
    assert len({degree.ink.line for degree in DEGREES}) == len(DEGREES), "no meaning rests on color alone"


def test_names_beside_each_other_stay_two() -> None:
    marks = marks_of(a=[(40, 53, "IGO"), (55, 57, "IGO")], b=[(40, 53, "IGO"), (55, 57, "IGO")])
    assert count_marks(marks, SHORT)["text"].tolist() == ["African Union", "AU"]


SOME_SPANS = st.lists(
    st.tuples(st.integers(0, len(SHORT) - 1), st.integers(1, 20), st.sampled_from(["STATE", "IGO", "my label"])),
    max_size=5,
)


@given(st.lists(SOME_SPANS, max_size=4))
def test_the_page_counts_right_whatever_was_marked(readers: list) -> None:
    spans = {
        f"r{number}": [(start, min(start + length, len(SHORT)), label) for start, length, label in own]
        for number, own in enumerate(readers)
    }
    marks = marks_of(**spans)
    labels = label_words(marks, SHORT).values.tolist()
    counted = count_marks(marks, SHORT)
    covered = 0
    for (start, end), given_labels in zip(split_words(SHORT)[["start", "end"]].values.tolist(), labels, strict=True):
        counts = Counter(label for label in given_labels if label is not None)
        here = counted[(counted["start"] <= start) & (counted["end"] >= end)]
        assert len(here) == (counts.total() > counts["none"])
        for row in here.itertuples():
            covered += 1
            assert (row.readers, row.share) == (counts.total(), counts[row.label] / counts.total())
            assert row.share == max(counts.values()) / counts.total()
    assert counted["text"].str.findall(r"[\w’]+").str.len().sum() == covered
    assert disagreements(marks, SHORT).html
