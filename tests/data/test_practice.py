"""The practice texts: their annotations fit the pages, and what they ask of learners is enough and is needed."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.agreement import score_spans
from helpers.entities import Gazetteer, tag_entities
from helpers.errors import CourseError
from helpers.reference import (
    LAYERS,
    PRACTICE,
    aliases,
    data_path,
    gold,
    memberships,
    organizations,
    practice_table,
    practice_text,
    states,
)
from publisher.source import parse

ROOT = Path(__file__).resolve().parents[2]
NEW = [2, 3, 4, 5]
DAMAGED = {4: "repair_pdf", 5: "repair_web"}
LABELS = {"STATE", "IGO", "GOV", "POST", "DATE", "DOC", "INITIATIVE"}
EXPECTED = {"state": "STATE", "organization": "IGO", "official": "POST"}
DAYS = {2: "2022-05-17", 3: "2023-06-21", 4: "2023-10-12", 5: "2024-02-06"}


def functions() -> dict[str, Callable]:
    """The functions of the practice page, taken from its source."""
    file = ROOT / "src" / "lessons" / "practice.py"
    page, problems = parse(file.stem, file.name, file.read_text(encoding="utf-8"))
    assert problems == []
    found: dict[str, Callable] = {}
    for cell in page.code():
        for node in cell.tree.body:
            named = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).isupper()
            if named or isinstance(node, ast.FunctionDef | ast.Import | ast.ImportFrom):
                exec(compile(ast.Module([node], []), file.name, "exec"), found)
    return found


def gazetteer(number: int) -> Gazetteer:
    names = Gazetteer.from_tables()
    for row in practice_table(number, "gazetteer").itertuples():
        names.add(row.name, row.label, row.canonical, row.iso3)
    return names


def f1(number: int, page: str, names: Gazetteer | None) -> float:
    return score_spans(practice_table(number, "entities"), tag_entities(page, names))["f1"].iloc[-1]


@pytest.mark.parametrize("number", range(1, 6))
@pytest.mark.parametrize("layer", ["entities", "participants"])
def test_spans_show_their_text(number: int, layer: str) -> None:
    page, table = practice_text(number), practice_table(number, layer)
    assert [page[start:end] for start, end in zip(table["start"], table["end"], strict=True)] == table["text"].tolist()
    assert (table["end"].iloc[:-1].to_numpy() <= table["start"].iloc[1:].to_numpy()).all()


@pytest.mark.parametrize("number", NEW)
def test_names_follow_the_codebook(number: int) -> None:
    page, table = practice_text(number), practice_table(number, "entities")
    assert set(table["label"]) <= LABELS
    for start, end, text in zip(table["start"], table["end"], table["text"], strict=True):
        assert not re.match(r"(?i)(the|an?) ", text), "no leading article"
        assert not re.match(r"\w", page[start - 1])
        glued = number == 5 and page[end:].startswith("â€™s")
        assert glued or not re.match(r"\w", page[end:])


@pytest.mark.parametrize("number", NEW)
def test_every_occurrence_is_marked(number: int) -> None:
    """A name that is marked once is marked wherever it stands, but in the menus around a web page."""
    page, table = practice_text(number), practice_table(number, "entities")
    covered = list(zip(table["start"], table["end"], strict=True))
    menus = [match.span() for match in re.finditer(r".*(\||^Related|^Home ).*", page, re.MULTILINE)]
    for name in set(table["text"]) - set(table.loc[table["label"] == "DATE", "text"]):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", page):
            inside = [start for start, end in covered + menus if start <= match.start() and match.end() <= end]
            assert inside, (name, match.start())


@pytest.mark.parametrize("number", NEW)
def test_participants_are_names_in_their_capacity_on_the_day(number: int) -> None:
    names = practice_table(number, "entities").set_index(["start", "end"])["label"]
    members, table = practice_table(number, "memberships"), practice_table(number, "participants")
    day = DAYS[number]
    known = members[(members["from_date"] <= day) & ((members["to_date"] == "") | (members["to_date"] > day))]
    status = dict(zip(known["iso3"], known["status"], strict=True))
    assert table["name"].is_unique
    for row in table.itertuples():
        assert names[row.start, row.end] == EXPECTED[row.kind]
        assert bool(row.iso3) == (row.kind == "state")
        if row.kind == "state":
            assert row.category == status.get(row.iso3, "other_state")
        else:
            assert row.category in {"organ", "other_organization"}


@pytest.mark.parametrize("number", NEW)
def test_themes_cover_the_sentences_and_leave_out_the_title(number: int) -> None:
    page, table = practice_text(number), practice_table(number, "themes")
    assert table["sentence"].tolist() == list(range(1, len(table) + 1))
    themes = gold("themes").columns[3:]
    assert table.columns[3:].tolist() == themes.tolist()
    assert table[themes].any(axis="columns").all()
    place = page.index("written for this course") if number != 4 else page.index("this course)")
    for start, end in zip(table["start"], table["end"], strict=True):
        between = page[place:start]
        assert place == min(place, start)
        assert between.strip() == "" or place < table["start"].iloc[0] or (number == 5 and " | " in between)
        assert re.search(r"\A\w", page[start:end])
        assert page[start:end].endswith(".")
        place = end


@pytest.mark.parametrize("number", NEW)
def test_statements_lie_in_their_sentences(number: int) -> None:
    page, sentences = practice_text(number), practice_table(number, "themes").set_index("sentence")
    table = practice_table(number, "statements")
    assert table["sentence"].is_unique
    for row in table.itertuples():
        assert page[int(row.speaker_start) : int(row.speaker_end)] == row.speaker
        assert page[int(row.verb_start) : int(row.verb_end)] == row.verb
        assert sentences["start"][row.sentence] <= row.speaker_start < row.speaker_end < row.verb_start
        assert row.verb_end < sentences["end"][row.sentence]
    assert set(table["consensus"]) == {"all", "most", "unspecified", "organization"}


@pytest.mark.parametrize("number", NEW)
def test_a_practice_text_says_that_it_is_fictional_and_names_nothing_real(number: int) -> None:
    page = practice_text(number)
    assert "(a fictional text, written for this course)" in re.sub(r"\s+", " ", page).replace("ﬁ", "fi")
    assert 350 <= len(page.split()) <= 700
    real = {*states()["short_name"], *states()["formal_name"], *organizations()["name"], *organizations()["acronym"]}
    real |= {*aliases()["alias"], *memberships()["organization"]}
    assert [name for name in real - {""} if re.search(rf"\b{re.escape(name)}\b", page)] == []
    codes = {*practice_table(number, "participants")["iso3"], *practice_table(number, "gazetteer")["iso3"]} - {""}
    assert all(re.fullmatch("X[A-Z]{2}", code) for code in codes)
    assert not codes & {*states()["iso3"], "XKX"}


@pytest.mark.parametrize("number", NEW)
def test_the_gazetteer_holds_names_of_the_page_under_the_names_of_its_parties(number: int) -> None:
    listed, parties = practice_table(number, "gazetteer"), practice_table(number, "participants")
    canonical = dict(zip(parties["text"], parties["name"], strict=True))
    assert listed["name"].is_unique
    for row in listed.itertuples():
        assert row.canonical == canonical.get(row.name, row.canonical)
        assert bool(row.iso3) == (row.label == "STATE")
    assert not listed["name"].str.fullmatch("Naval|Quessan|Orlandan|Torvan").any(), "an adjective is no name"


@pytest.mark.parametrize("number", NEW)
def test_a_page_is_hard_without_its_names_and_mastered_with_them(number: int) -> None:
    page = practice_text(number)
    assert f1(number, page, None) < 0.75
    mended = functions()[DAMAGED[number]](page) if number in DAMAGED else page
    assert len(mended) == len(page)
    assert f1(number, mended, gazetteer(number)) >= 0.9


@pytest.mark.parametrize("number", DAMAGED)
def test_repair_brings_what_names_alone_do_not(number: int) -> None:
    page = practice_text(number)
    assert f1(number, functions()[DAMAGED[number]](page), gazetteer(number)) > f1(number, page, gazetteer(number))


def test_the_damage_is_the_one_that_the_card_describes() -> None:
    assert all(mark in practice_text(4) for mark in ("-\n", "ﬁ", "ﬀ", "ﬂ", "Communiqué – fictional", "        "))
    assert all(mark in practice_text(5) for mark in ("â€™", "â€œ", "Ã£", "\xa0", "\xad", "С", "Skip to content", "©"))
    for number in (2, 3):
        assert not re.search("[^\x00-\x7f’éã“”]", practice_text(number))


@pytest.mark.parametrize(("number", "named"), [(3, "Nava"), (3, "Zephra"), (5, "Solmark"), (5, "Haven")])
def test_who_is_named_and_did_not_come_is_no_participant(number: int, named: str) -> None:
    assert not practice_table(number, "participants")["text"].str.contains(named).any()


def test_practice_texts_are_numbered() -> None:
    assert len(PRACTICE) == 5
    for wrong in (0, 6, "2", True, None, 2.0):
        with pytest.raises(CourseError, match="numbered from 1 to 5"):
            practice_text(wrong)
    with pytest.raises(CourseError, match="no practice table"):
        practice_table(1, "names")
    for number in range(1, 6):
        assert data_path(f"practice/{PRACTICE[number - 1]}.txt").read_bytes().decode() == practice_text(number)
        for layer in [*LAYERS, "gazetteer", "memberships"]:
            assert len(practice_table(number, layer))


def test_what_learners_type_is_answered_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    found = functions()
    page = practice_text(2)
    study = found["study"]
    study(2, page, found["teach"](["Nava", ("Quessa", "state")]), [("drug", "opium"), "drugs"])
    study(2, page + " ", found["teach"]("Nava"), ())
    said = capsys.readouterr().out
    for words in (
        "'Nava' is no pair",
        "no theme 'drug'",
        "'drugs' is no pair",
        "longer or shorter",
        "needs a list around",
    ):
        assert words in said, words
    with pytest.raises(CourseError, match="no label 'LAND'"):
        found["teach"]([("Nava", "LAND")])


def test_a_learner_who_teaches_the_eight_names_masters_the_second_page() -> None:
    found = functions()
    known = ["Arvenia", "Brenland", "Haven", "Nava", "Quessa", "Solmark", "Wexmoor"]
    names = [*((state, "STATE") for state in known), ("LSCO", "IGO")]
    patterns = [("drugs", "sealed tin*"), ("drugs", "such tin*"), ("economy_culture", "freight")]
    patterns += [("regional_cooperation", "neighbor*"), ("regional_cooperation", "coastal state*")]
    run = found["study"](2, practice_text(2), found["teach"](names), patterns)
    row = found["score"](2, mine=run).iloc[0]
    assert row["names, F1"] >= 0.9
    assert row["themes, F1"] >= 0.85
    assert row["parties"].startswith("10 of 10")
