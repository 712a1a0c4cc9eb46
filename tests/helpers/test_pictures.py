"""Pictures and pages: what they show, what they say, and that nothing in them is cut, crossed or lost."""

from __future__ import annotations

import base64
import io
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from itertools import combinations

import matplotlib
import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from helpers import pictures, reference, texts
from helpers.errors import CourseError
from helpers.pictures import bands, charts, grids, palette, timeline, years
from helpers.pictures.page import Mark, nested
from helpers.pictures.picture import table_html

TEXT = texts.read_text()
ENTITIES = reference.gold("entities")
VOID = {"img", "br"}


def table(*rows: tuple, columns: str = "start end label") -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=columns.split())


def all_pictures() -> dict[str, pictures.Picture]:
    participants, coded = reference.gold("participants"), reference.gold("themes")
    memberships = reference.memberships()
    scores = pd.DataFrame(
        {"label": ["STATE", "all"], "precision": [1.0, float("nan")], "recall": [0.5, 0.0], "f1": [2 / 3, 0.0]}
    )
    return {
        "frequencies": pictures.draw_frequencies(Counter(TEXT.lower().split())),
        "participants": pictures.draw_participants(participants),
        "map": pictures.draw_theme_map(coded, texts.split_paragraphs(TEXT)),
        "pairs": pictures.draw_theme_pairs(coded),
        "memberships": pictures.draw_memberships(memberships, on="2014-01-22"),
        "confusion": pictures.draw_confusion(pd.crosstab(participants["kind"], participants["category"])),
        "scores": pictures.draw_scores(scores.assign(support=[17, 53])),
        "statements": pictures.draw_statements(reference.gold("statements")),
        "over time": pictures.draw_over_time(
            pd.DataFrame({"economy_culture": [0.25, 0.0, 1.0]}, index=[2010, 2012, 2013]),
            "Shares",
            cases={2010: 2, 2012: 3, 2013: 6},
            percent=True,
        ),
    }


@pytest.fixture(scope="module")
def drawn() -> dict[str, pictures.Picture]:
    return all_pictures()


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect what is cut off or written over something else in every picture that is drawn."""
    faults: list[str] = []

    def watching(finish):
        def watched(figure, *rest):
            faults.extend(layout_faults(figure))
            return finish(figure, *rest)

        return watched

    for module in (bands, charts, grids, timeline, years):
        monkeypatch.setattr(module, "finish", watching(module.finish))
    return faults


def layout_faults(figure) -> list[str]:
    width, height = figure.get_size_inches() * figure.dpi
    written = [text for axes in figure.axes for text in axes.texts if text.get_text().strip()]
    boxes = [(text, text.get_window_extent()) for text in written]
    faults = [
        f"cut: {text.get_text()}"
        for text, box in boxes
        if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height
    ]
    faults += [f"small: {text.get_text()}" for text in written if text.get_fontsize() * 100 / 72 < 11]
    straight = [(text, box) for text, box in boxes if not text.get_rotation()]  # slanted ones lie in each other's box
    faults += [
        f"over each other: {one.get_text()} / {other.get_text()}"
        for (one, box), (other, another) in combinations(straight, 2)
        if min(box.x1, another.x1) - max(box.x0, another.x0) > 1
        and min(box.y1, another.y1) - max(box.y0, another.y0) > 3
    ]
    return faults


class Reading(HTMLParser):
    """Reads a page as a browser does: its text without labels, how often each letter is marked, and that tags pair."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.lines: list[str] = []
        self.marked: list[tuple[str, int]] = []
        self.labels: list[str] = []
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.attributes += attributes
        if tag not in VOID:
            self.open.append(tag)
        if tag == "p":
            self.lines.append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if {"details", "sup"} & set(self.open):
            return
        if "small" in self.open:
            self.labels.append(data)
        elif "p" in self.open:
            self.lines[-1] += data
            self.marked += [(character, self.open.count("mark")) for character in data]


def body(html: str) -> str:
    """Leave out the line that explains the marks and the notes below the text."""
    html = re.sub(r"<p[^>]*>(?:<span style=\"white-space:nowrap\">).*?</p>", "", html, count=1)
    return re.sub(r"<p><small>.*?</small></p>", "", html)


# -- Pages -------------------------------------------------------------------------------------------------------------


def test_a_page_shows_each_name_with_its_label():
    page = pictures.show_spans(TEXT, ENTITIES)
    assert "[STATE Mongolia]" in repr(page)
    assert "[IGO Shanghai Cooperation Organization] ([IGO SCO])" in page.words
    assert page.html.count("<b>STATE</b></small>") == 17
    assert ">STATE</b></mark> 17 marks" in page.html
    assert page.table.equals(ENTITIES)
    assert page._repr_mimebundle_() == {"text/html": page.html, "text/plain": page.words}


def test_the_text_of_the_page_is_the_text():
    reading = Reading(body(pictures.show_spans(TEXT, ENTITIES).html))
    shown = [re.sub(r" (?=$)", "", line) for line in reading.lines if line]
    without_labels = [line.replace(" ", "") for line in shown]
    assert without_labels == [line.replace(" ", "") for line in TEXT.split("\n") if line]


def test_a_page_can_show_a_part_and_says_where_it_was_cut():
    page = pictures.show_spans(TEXT, ENTITIES, start=371, end=450)
    assert page.words.startswith("… Representatives of Foreign Ministries of the [STATE Republic of Kazakhstan], the ")
    assert page.words.endswith("the [STATE… People] …")
    assert ">STATE</b></mark> 2 marks" in page.html
    whole_paragraph = pictures.show_spans("One.\nTwo.\nThree.", table((5, 8, "X")), start=5, end=9)
    assert whole_paragraph.words == "[X Two]."


def test_sentences_are_numbered_and_the_title_is_not():
    page = pictures.show_spans(TEXT, ENTITIES, numbers=True)
    assert page.words.count("(17) Consultations were held") == 1
    assert page.words.startswith("Joint Press Release")
    assert "<b>17</b></sup>" in page.html
    assert "<b>18</b></sup>" not in page.html


def test_other_columns_can_be_the_label():
    page = pictures.show_spans(TEXT, reference.gold("participants"), label="category")
    assert "[dialogue_partner Republic of Turkey]" in page.words
    assert "[Mongolia]" in pictures.show_spans(TEXT, reference.gold("participants"), label=None).words


def test_nested_and_crossing_marks():
    spans = table((0, 11, "POST"), (8, 11, "IGO"), (9, 16, "STATE"))
    page = pictures.show_spans("Head of SCO Mongolia.", spans)
    assert page.words.startswith("[POST Head of [IGO S[STATE… CO]]][STATE…  Mong]olia.")
    assert "Where two marks cross" in page.html


def test_a_mark_goes_on_in_the_next_paragraph():
    page = pictures.show_spans("one two\nthree four", table((4, 13, "A")))
    assert page.words == "one [A… two]\n[A… three] four"
    assert "Where two marks cross" not in page.html


def test_a_row_that_is_there_twice_is_marked_once():
    page = pictures.show_spans("Mongolia", table((0, 8, "STATE"), (0, 8, "STATE")))
    assert page.words.startswith("[STATE Mongolia]\n(Rows that are in the table more than once")


def test_everything_from_a_document_is_escaped():
    evil = "<script>alert(1)</script> & 'quotes' \"too\" $x$"
    spans = pd.DataFrame({"start": [0], "end": [8], "text": ["<script>"], "label": ["<img src=x onerror=y>"]})
    reading = Reading(pictures.show_spans(evil, spans).html)
    assert not {"script", "img"} & reading.tags
    assert not [name for name, _ in reading.attributes if name.startswith("on")]
    assert Reading(pictures.show_comparison(evil, spans, spans.assign(label="<b>")).html).tags.isdisjoint(
        {"script", "img"}
    )
    assert ("class", "tex2jax_ignore mathjax_ignore") in reading.attributes


def test_a_character_that_turns_the_writing_around_does_not_turn_the_label():
    page = pictures.show_spans("met \u202eChad\u202c.", table((5, 9, "STATE")))
    assert re.findall(r"<small dir=\"ltr\"[^>]*><b>([^<]*)", page.html) == ["STATE"]


def test_pages_use_inline_styles_only():
    page = pictures.show_spans(TEXT, ENTITIES)
    assert not Reading(page.html).tags & {"style", "script", "link"}


@pytest.mark.parametrize(
    ("text", "spans", "says"),
    [
        ("text", ..., "the exercise above is not done"),
        (..., ENTITIES, "the exercise above is not done"),
        ("text", None, "this is a NoneType"),
        ("text", [("Mongolia", "STATE")], "this is a list"),
        (b"text", ENTITIES, "this is a bytes"),
        ("text", pd.DataFrame({"begin": [1]}), "lacks the column start and end and label. Its columns: begin."),
        ("text", table((0, 9, "X")), "0 to 9 is no part of this text, which runs from 0 to 4"),
        ("text", table((2, 2, "X")), "2 to 2 is no part of this text"),
        ("text", table((-3, 2, "X")), "-3 to 2 is no part of this text"),
        ("text", table((0.5, 2, "X")), "0.5 to 2 is no part of this text"),
        ("text", table(("a", 2, "X")), "a to 2 is no part of this text"),
        ("text", table((float("nan"), 2, "X")), "nan to 2 is no part of this text"),
        ("text", table((0, 2, "X", "ab"), columns="start end label text"), "a row says “ab”, but text[0:2] is “te”"),
    ],
)
def test_a_page_says_what_is_missing_and_never_fails(text, spans, says):
    for page in (pictures.show_spans(text, spans), pictures.show_comparison(text, spans, spans)):
        assert isinstance(page, pictures.Page)
        assert page.words.startswith("Nothing to show yet: ")
        assert says in page.words
        assert says in Reading(page.html).lines[0]


def test_an_empty_table_shows_the_text_and_says_so():
    page = pictures.show_spans("Nobody came.", table())
    assert page.words == "Nobody came.\n(The table is empty: there is nothing to mark.)"
    assert pictures.show_comparison("x", table(), table()).words == "Nothing to show: both tables are empty."


def test_a_part_that_is_empty_is_an_error():
    with pytest.raises(CourseError, match="Nothing lies between start=9 and end=3"):
        pictures.show_spans(TEXT, ENTITIES, start=9, end=3)


def test_a_comparison_says_how_two_annotations_part():
    text = "Mongolia, India, China, Iran and Turkey met the SCO Secretariat."
    gold = table((0, 8, "STATE"), (10, 15, "STATE"), (17, 22, "STATE"), (24, 28, "STATE"), (48, 63, "IGO"))
    mine = table((0, 8, "STATE"), (10, 15, "IGO"), (17, 23, "STATE"), (33, 39, "STATE"), (48, 51, "IGO"))
    page = pictures.show_comparison(text, gold, mine, names=("gold", "mine"))
    assert page.words == (
        "[STATE agrees: Mongolia], [gold STATE ≠ mine IGO: India], [mine STATE: [gold STATE: China],] "
        "[STATE missed: Iran] and [STATE extra: Turkey] met the [gold IGO: [mine IGO: SCO] Secretariat]."
    )
    counts = page.table["outcome"].value_counts().to_dict()
    assert counts == {
        "agrees": 1,
        "boundary differs": 2,
        "label differs": 1,
        "missed": 1,
        "extra": 1,
    }
    for outcome, count in counts.items():
        assert f">{outcome}</b></mark> {count}</span>" in page.html


def test_without_a_gold_standard_nothing_is_missed():
    text = "Iran and Turkey met."
    page = pictures.show_comparison(text, table((0, 4, "STATE")), table((9, 15, "STATE")), names=("mine", "theirs"))
    assert page.words == "[STATE only in mine: Iran] and [STATE only in theirs: Turkey] met."
    assert page.table["outcome"].tolist() == ["only in mine", "only in theirs"]


def test_where_borders_differ_the_two_marks_have_borders_of_two_styles():
    text = "They met the SCO Secretariat."
    page = pictures.show_comparison(text, table((13, 28, "IGO")), table((13, 16, "IGO")))
    outer, _, inner = page.html.rpartition("<mark ")
    assert "dashed" in outer.rpartition("<mark ")[2]
    assert "solid" in inner.partition(">")[0]


def test_the_table_behind_a_part_holds_what_the_part_shows():
    text = "India met Mongolia, and China met Iran."
    spans = table((0, 5, "STATE"), (10, 18, "STATE"), (24, 29, "STATE"), (34, 38, "STATE"))
    shown = pictures.show_spans(text, spans, start=6, end=29)
    assert shown.table["start"].tolist() == [10, 24]
    compared = pictures.show_comparison(text, spans, spans.head(2), start=6, end=29)
    assert compared.table["start"].tolist() == [10, 24]
    assert compared.table["outcome"].tolist() == ["agrees", "missed"]
    for page in (shown, compared):
        assert "Iran" not in page.html
        assert "India" not in page.html


def test_pairs_where_spans_are_wanted_are_sent_to_spans_from():
    page = pictures.show_spans("India", [("India", "STATE")])
    assert "Put the pairs into spans_from(text, [...])" in page.words
    assert "spans_from" not in pictures.show_spans("India", [(0, 5, "STATE")]).words


def test_a_comparison_names_the_table_that_is_wrong():
    page = pictures.show_comparison(TEXT, ENTITIES, ..., names=("gold", "yours"))
    assert page.words.endswith("(This is about the table “yours”.)")


@st.composite
def marked_texts(draw):
    text = draw(st.text(st.sampled_from("ab c\n<&>$"), min_size=1, max_size=30))
    place = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(place, place, st.sampled_from(["STATE", "IGO", "x<y"])), max_size=8))
    spans = [(min(a, b), max(a, b), label) for a, b, label in pairs if a != b]
    return text, spans


@given(marked_texts())
@example(("a\n\nb", [(0, 4, "STATE"), (1, 3, "IGO")]))
@example(("abc", [(0, 2, "STATE"), (1, 3, "IGO"), (0, 3, "x<y")]))
def test_any_marks_leave_the_text_as_it_is(case):
    text, spans = case
    page = pictures.show_spans(text, table(*spans))
    reading = Reading(body(page.html))
    characters = [(character, depth) for character, depth in reading.marked if not character.isspace()]
    expected = [
        (character, len({(a, b, label) for a, b, label in spans if a <= place < b}))
        for place, character in enumerate(text)
        if not character.isspace()
    ]
    assert characters == expected


@given(marked_texts())
def test_pieces_nest_and_cover_what_the_marks_cover(case):
    _, spans = case
    marks = [Mark(start, end, label) for start, end, label in dict.fromkeys(spans)]
    pieces, crossing = nested(marks)
    for one, other in combinations(pieces, 2):
        apart = one.end <= other.start or other.end <= one.start
        inside = one.start <= other.start and other.end <= one.end
        assert apart or inside
    covered = Counter((place, piece.label) for piece in pieces for place in range(piece.start, piece.end))
    assert covered == Counter((place, mark.label) for mark in marks for place in range(mark.start, mark.end))
    crosses = any(a.start < b.start < a.end < b.end for a in marks for b in marks)
    assert bool(crossing) == crosses


def test_a_long_text_with_thousands_of_marks_is_set():
    text = "word " * 20_000
    spans = pd.DataFrame({"start": range(0, 100_000, 5), "end": range(4, 100_000, 5), "label": "WORD"})
    assert pictures.show_spans(text, spans).html.count("<b>WORD</b></small>") == 20_000


# -- Colors ------------------------------------------------------------------------------------------------------------


def test_words_on_their_marks_can_be_read():
    every = [*palette.NAMED.values(), *palette.OUTCOMES.values(), *palette.OTHERS, palette.PLAIN]
    assert all(palette.contrast(ink.text, ink.background) >= 4.5 for ink in every)
    assert all(palette.contrast(ink.border, ink.background) >= 3 for ink in every)  # the edge is seen
    assert all(palette.contrast(ink.background, "#111111") >= 4.5 for ink in every)  # and the mark on a dark page
    assert all(palette.contrast(color, palette.PAPER) >= 4.5 for color in (palette.TEXT, palette.SOFT, palette.ALERT))


@pytest.mark.parametrize(
    "inks", [palette.ENTITIES, palette.CATEGORIES, palette.CONSENSUS, palette.THEMES, palette.OUTCOMES, palette.KINDS]
)
def test_no_two_labels_of_a_set_look_alike(inks):
    assert len(set(inks.values())) == len(inks)
    assert len({ink.background for ink in inks.values()}) == len(inks) or inks is palette.OUTCOMES


def test_labels_of_ones_own_get_colors_that_are_free():
    given_inks = palette.inks(["STATE", "mine", "yours", "mine"])
    assert len(set(given_inks.values())) == 3
    many = palette.inks(str(number) for number in range(100))
    assert len(set(many.values())) == len(palette.OTHERS)


def test_an_organization_that_speaks_has_the_ink_of_the_ladder_and_one_that_attends_its_own():
    spans = table((0, 7, "organization"), columns="start end consensus").assign(kind="organization")
    for label, ink in (("consensus", palette.CONSENSUS["organization"]), ("kind", palette.KINDS["organization"])):
        shown = pictures.show_spans("The SCO aims at peace.", spans, label=label).html
        assert f"background-color:{ink.background};" in shown


def test_tables_show_an_index_only_where_it_says_something():
    rows = pd.DataFrame({"name": ["a", "b", "c"]})
    assert "<th>index</th>" not in table_html(rows[rows["name"] != "a"])
    assert ">x</td>" in table_html(pd.DataFrame({"name": ["a"]}, index=["x"]))
    assert table_html(rows.rename_axis("name")).count(">name</th>") == 2
    assert "… and 40 more rows" in table_html(pd.DataFrame({"a": range(100)}))
    assert table_html(pd.DataFrame({"a": [1.0, 2 / 3, None]})).count("<td>") == 3
    assert "0.667" in table_html(pd.DataFrame({"a": [2 / 3]}))


# -- Pictures ----------------------------------------------------------------------------------------------------------


def test_pictures_are_sharp_small_and_of_a_sensible_size(drawn):
    for name, picture in drawn.items():
        image = Image.open(io.BytesIO(picture.png))
        assert image.width == 2 * picture.width, name
        assert (200 if name in {"pairs", "confusion"} else 640) <= picture.width <= 900, name  # as wide as its cells
        assert len(picture.png) <= 150_000, name
        assert image.info.keys() <= {"transparency"}, name  # no time, no program
        assert image.convert("RGB").getpixel((0, 0)) == (255, 255, 255), name


def test_a_grid_is_as_wide_as_what_it_holds(drawn):
    for name in ("pairs", "confusion"):
        image = Image.open(io.BytesIO(drawn[name].png)).convert("L")
        _, _, right, _ = image.point(lambda shade: 255 if shade < 250 else 0).getbbox()
        assert image.width - right <= 80, name  # of two pixels for each on the page


def test_every_bar_with_room_bears_its_status(monkeypatch):
    from helpers.pictures import timeline

    written, real = [], timeline.sheet

    def listening(*arguments):
        axes = real(*arguments)
        write = axes.text
        axes.text = lambda x, y, words, **rest: (written.append((words, rest.get("color"))), write(x, y, words, **rest))
        return axes

    monkeypatch.setattr(timeline, "sheet", listening)
    pictures.draw_memberships(reference.memberships(), states=["TUR"], on="2014-01-22")
    assert sum(words == "dialogue partner" for words, _ in written) == 2  # in the key, and in the bar of Türkiye


def test_pictures_carry_alt_text_caption_and_table(drawn):
    for name, picture in drawn.items():
        reading = Reading(picture.html)
        assert dict(reading.attributes)["alt"] == picture.words == repr(picture), name
        assert {"figure", "img", "figcaption", "details", "summary", "table"} <= reading.tags, name
        source = dict(reading.attributes)["src"]
        assert base64.b64decode(source.removeprefix("data:image/png;base64,")) == picture.png, name
        assert picture._repr_mimebundle_() == {"text/html": picture.html, "text/plain": picture.words}, name
        assert len(picture.table), name


def test_alt_texts_say_the_numbers(drawn):
    said = {name: picture.words for name, picture in drawn.items()}
    assert (
        "member (6): Kazakhstan, China, Kyrgyzstan, Russia, Tajikistan, Uzbekistan; observer (5)"
        in said["participants"]
    )
    assert "17 sentences by 9 themes" in said["map"]
    assert "UN role in 2 sentences (11, 14)" in said["map"]
    assert "terrorism and extremism and drugs 3" in said["pairs"]
    assert "On 22 January 2014: member 6 (China," in said["memberships"]
    assert "observer 5" in said["memberships"]
    assert "dialogue partner 3 (Belarus, Sri Lanka, Türkiye)" in said["memberships"]
    assert "STATE (17): precision 1.00, recall 0.50, F1 0.67; all (53): precision –" in said["scores"]
    assert "all (7): 6 The parties emphasized" in said["statements"]
    assert said["over time"] == (
        "Shares: bars for 1 row and 4 years. economy and culture: 2010 25 %, 2011 –, 2012 0 %, 2013 100 %. "
        "Cases behind them: 2010 2, 2011 0, 2012 3, 2013 6."
    )
    assert said["statements"].endswith("beside the scale: organization (1): 14 the SCO aims.")


def test_pictures_do_not_depend_on_what_a_notebook_has_set(drawn):
    before = dict(matplotlib.rcParams)
    settings_of_a_notebook = {"font.size": 40, "axes.facecolor": "red", "text.usetex": True, "figure.dpi": 30}
    with matplotlib.rc_context(settings_of_a_notebook):
        again = all_pictures()
        assert matplotlib.rcParams["font.size"] == 40
    assert {name: picture.png for name, picture in again.items()} == {
        name: picture.png for name, picture in drawn.items()
    }
    assert dict(matplotlib.rcParams) == before


def test_nothing_is_cut_or_crossed(laid_out):
    all_pictures()
    pictures.draw_memberships(reference.memberships(), states=reference.gold("participants"), on="2025-12-31")
    pictures.draw_memberships(reference.memberships(), states=["AFG"], on="2012-09-01")
    wide = pd.DataFrame({f"a thing with a name that is long, number {n}": [n / 12] * 20 for n in range(12)})
    pictures.draw_over_time(wide.set_index(pd.RangeIndex(2001, 2021)), cases=dict.fromkeys(range(2001, 2021), 999))
    pictures.draw_over_time(wide.head(2).set_index(pd.Index(["from 2010 to 2015", "from 2016 on"])), percent=True)
    assert laid_out == []


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=120)


@settings(max_examples=8)
@given(st.dictionaries(NAMES, st.integers(0, 10**9), min_size=1, max_size=12))
@example({"W" * 200: 1, "$x$ _y_ {z}": 2, "\n": 3})
@example({"nothing": 0})
def test_any_names_can_be_drawn(counts):
    faults: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        for module in (bands, charts, grids):
            finish = module.finish

            def watched(figure, *rest, finish=finish):
                faults.extend(layout_faults(figure))
                return finish(figure, *rest)

            patch.setattr(module, "finish", watched)
        names = list(counts)
        pictures.draw_frequencies(counts)
        pictures.draw_participants(pd.DataFrame({"name": names, "category": "member"}))
        pictures.draw_scores(pd.DataFrame({"label": names, "precision": 0.5, "recall": 0.5, "f1": 0.5}))
        pictures.draw_theme_map(pd.DataFrame({"sentence": [1], **{name: [True] for name in names}}))
    assert faults == []


@pytest.mark.parametrize("sentences", [1, 40, 300])
def test_a_theme_map_of_any_length_fits_the_page(laid_out, sentences):
    coded = pd.DataFrame(
        {"sentence": range(1, sentences + 1), "start": range(sentences), "drugs": True, "un_role": False}
    )
    paragraphs = pd.DataFrame({"start": range(0, sentences, 3)})
    picture = pictures.draw_theme_map(coded, paragraphs)
    assert 640 <= picture.width <= 900
    assert laid_out == []


def test_letters_that_the_font_lacks_give_no_warning(recwarn):
    pictures.draw_frequencies({"和平": 3, "سلام": 2})
    assert not recwarn.list


def test_a_long_bar_is_longer():
    image = Image.open(io.BytesIO(pictures.draw_frequencies({"a": 10, "b": 5}).png)).convert("RGB")
    blue = np.asarray(image).astype(int) - [31, 95, 158]
    lengths = (np.abs(blue).sum(axis=2) < 12).sum(axis=1)
    full, half = sorted({int(length) for length in lengths if length > 100}, reverse=True)[:2]
    assert full == pytest.approx(2 * half, abs=8)


@pytest.mark.parametrize(
    "counts",
    [
        {"peace": 3, "war": 1},
        Counter(["peace"] * 3 + ["war"]),
        [("peace", 3), ("war", 1)],
        pd.Series({"peace": 3, "war": 1}),
        pd.Series(["peace", "war", "peace", "peace"]).value_counts(),
        pd.DataFrame({"word": ["peace", "war"], "count": [3, 1]}),
        pd.DataFrame({"count": [3, 1]}, index=["peace", "war"]),
    ],
)
def test_counts_may_have_many_forms(counts):
    picture = pictures.draw_frequencies(counts, title="Words")
    assert picture.words == "Words: bar chart of 2 counts. peace 3, war 1."
    assert picture.table.to_dict("records") == [{"word": "peace", "count": 3}, {"word": "war", "count": 1}]


def test_pairs_may_have_many_forms():
    coded = pd.DataFrame({"sentence": [1, 2], "drugs": [True, True], "un_role": [True, False]})
    rows = pd.DataFrame({"theme_a": ["drugs"], "theme_b": ["un_role"], "count": [1], "sentences": [[1]]})
    square = pd.DataFrame([[2, 1], [1, 1]], index=["drugs", "un_role"], columns=["drugs", "un_role"])
    words = {pictures.draw_theme_pairs(form).words for form in (coded, rows, square)}
    assert words == {"Themes that go together: 2 themes, 1 pair that shares a sentence. drugs and UN role 1."}
    assert "it takes two themes" in pictures.draw_theme_pairs(coded[["sentence", "drugs"]]).words


def test_memberships_by_acronym_and_as_another_reader_gives_them():
    mine = reference.memberships()
    path = reference.data_path("reference/memberships.csv")
    missing = pd.read_csv(path, encoding="utf-8")
    dated = missing.assign(from_date=pd.to_datetime(missing["from_date"]), to_date=pd.to_datetime(missing["to_date"]))
    words = {
        pictures.draw_memberships(rows, states=["IND"], organization="SCO").words for rows in (mine, missing, dated)
    }
    assert words == {
        "Statuses in the Shanghai Cooperation Organization, 2001 to 2025: 1 state. On 31 December 2025: "
        "member 1 (India). India: observer from 5 July 2005, member since 9 June 2017."
    }


def test_the_years_of_memberships_begin_with_the_first_row_of_the_organization():
    elsewhere = reference.memberships_elsewhere()
    union = pictures.draw_memberships(elsewhere, states=["FIN"], on="1994-12-31", organization="European Union")
    assert union.words.startswith("Statuses in the European Union, 1958 to 2025: 1 state. On 31 December 1994: none 1")
    with pytest.raises(CourseError, match="The picture covers 1958 to 2025"):
        pictures.draw_memberships(elsewhere, on="1957-12-31", organization="European Union")


def test_a_map_with_gold_names_what_is_extra_and_what_was_missed():
    coded = pd.DataFrame({"sentence": [4, 5], "drugs": [True, False], "trade": [True, True], "sea": [True, False]})
    gold = pd.DataFrame({"drugs": [False, True], "trade": [True, True]})
    told = pictures.draw_theme_map(coded, gold=gold).words.split(": ", 1)[1]
    assert told == (
        "2 sentences by 3 themes. drugs in 1 sentence (4), extra 4, missed 5; trade in 2 sentences (4, 5); "
        "sea in 1 sentence (4)."
    )
    assert pictures.draw_theme_map(coded, gold=gold).png != pictures.draw_theme_map(coded).png


def test_participants_without_a_category_are_shown_by_kind():
    participants = reference.gold("participants").drop(columns="category")
    assert pictures.draw_participants(participants).words.startswith("19 participants by kind. state (12)")
    assert pictures.draw_participants(participants.assign(category="")).words.startswith("19 participants by kind")


def test_a_confusion_matrix_says_who_was_taken_for_what():
    matrix = pd.DataFrame([[6, 0], [5, 0]], index=["member", "observer"], columns=["member", "observer"])
    picture = pictures.draw_confusion(matrix, names=("on the day", "in 2025"))
    assert picture.words == (
        "Confusion matrix, on the day in rows, in 2025 in columns: 6 of 11 agree. "
        "The others: observer taken for member 5."
    )
    assert picture.table.equals(matrix)


def test_the_table_behind_a_confusion_matrix_bears_the_names_of_the_picture():
    matrix = pd.DataFrame([[6, 0], [5, 0]], index=["member", "observer"], columns=["member", "observer"])
    matrix = matrix.rename_axis(index="gold", columns="predicted")
    picture = pictures.draw_confusion(matrix, names=("on the day", "in 2025"))
    assert (picture.table.index.name, picture.table.columns.name) == ("on the day", "in 2025")
    assert "on the day</th>" in picture.html
    assert "gold" not in picture.html.split("<details>")[1]
    assert matrix.index.name == "gold"


DRAW = {
    pictures.draw_frequencies: {},
    pictures.draw_participants: {"name": [], "category": []},
    pictures.draw_theme_map: {"sentence": [], "drugs": []},
    pictures.draw_theme_pairs: {"theme_a": [], "theme_b": [], "count": []},
    pictures.draw_memberships: {"organization": [], "iso3": [], "status": [], "from_date": [], "to_date": []},
    pictures.draw_confusion: {},
    pictures.draw_over_time: {},
    pictures.draw_scores: {"label": [], "precision": [], "recall": [], "f1": []},
    pictures.draw_statements: {"sentence": [], "speaker": [], "verb": [], "consensus": []},
}


@pytest.mark.parametrize("draw", DRAW, ids=lambda draw: draw.__name__)
def test_undone_empty_and_wrong_tables(draw):
    assert draw(...).words.startswith("Nothing to show yet: the exercise above is not done.")
    empty = {} if draw is pictures.draw_frequencies else pd.DataFrame(DRAW[draw])
    assert isinstance(draw(empty), pictures.Page)
    assert re.search(r"[Nn]othing|No ", draw(empty).words)
    for wrong in (None, 5, "table", pd.DataFrame({"other": ["x"]})):
        with pytest.raises(CourseError):
            draw(wrong)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: pictures.draw_frequencies({"a": 1}, k=0), "a whole number from 1 on, not 0"),
        (lambda: pictures.draw_frequencies({"a": float("inf")}), "infinite"),
        (lambda: pictures.draw_frequencies({"a": "many"}), "This dict holds something else"),
        (lambda: pictures.draw_frequencies(pd.DataFrame({"word": ["a"]})), "A column of numbers is needed"),
        (lambda: pictures.draw_participants(pd.DataFrame({"name": ["India"]})), "lacks the column category"),
        (lambda: pictures.draw_memberships(reference.memberships(), on="22.1.2014"), 'as in "2014-01-22"'),
        (lambda: pictures.draw_memberships(reference.memberships(), on="2031-01-01"), "1 January 2031 lies outside"),
        (lambda: pictures.draw_memberships(reference.memberships(), organization="NATO"), "knows no organization"),
        (
            lambda: pictures.draw_scores(pd.DataFrame({"label": ["a"], "precision": [93], "recall": [1], "f1": [1]})),
            "not 93. Percent?",
        ),
        (
            lambda: pictures.draw_theme_map(
                pd.DataFrame({"sentence": [1], "drugs": [True]}), pd.DataFrame({"start": [0]})
            ),
            "lacks the column start",
        ),
        (lambda: pictures.draw_confusion(pd.DataFrame({"a": ["x"]})), "holds only numbers"),
        (lambda: pictures.draw_over_time(pd.DataFrame({"a": [25]}), percent=True), "shares from 0 to 1"),
        (lambda: pictures.draw_over_time(pd.DataFrame({"a": [-1]})), "a number from 0 on, not -1"),
        (lambda: pictures.draw_over_time(pd.DataFrame({"a": [1, 2]}, index=[2010, 2010])), "there twice"),
        (lambda: pictures.draw_over_time(pd.DataFrame({"a": [1, 2]}, index=[1, 2010])), "goes from 1 to 2010"),
        (lambda: pictures.draw_over_time(pd.DataFrame({"a": range(21)})), "At most 20 years"),
        (lambda: pictures.draw_over_time(pd.DataFrame({"a": [1]}), cases=5), "a Series or a dict of numbers"),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(call, says):
    with pytest.raises(CourseError) as caught:
        call()
    assert says in str(caught.value)


def test_states_without_a_row_are_told():
    picture = pictures.draw_memberships(reference.memberships(), states=["FRA"])
    assert picture.words == (
        "None of these states has a row for the Shanghai Cooperation Organization: there is nothing to show."
    )


def test_importing_draws_in_no_plotting_library_and_drawing_no_pyplot():
    code = (
        "import sys\nfrom helpers import pictures\nassert 'matplotlib' not in sys.modules\n"
        "pictures.draw_frequencies({'a': 1})\nassert 'matplotlib.pyplot' not in sys.modules\n"
        "assert 'ipywidgets' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
