"""The tables under data/ keep their promises: offsets, keys, intervals, vocabularies, and a card that names them."""

from __future__ import annotations

import csv
import hashlib
import re
import unicodedata
from collections import Counter, defaultdict
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from helpers.reference import data_path

DATA = data_path()
LABELS = {"STATE", "IGO", "GOV", "POST", "DATE", "DOC", "INITIATIVE"}
CATEGORIES = {
    "state": {"member", "observer", "dialogue_partner", "partner", "other_state"},
    "organization": {"organ", "un_system", "other_organization"},
    "official": {"organ", "un_system", "other_organization"},
}
CONSENSUS = {"all", "most", "unspecified", "organization"}
STATUS = {"member", "observer", "dialogue_partner", "partner"}
PRESS_RELEASE = "799a21feb6fea3292dd93192ccceb0a8037ec317ed74adf6b4a3746ffe7bd586"
HARBOR = "practice/harbor_conference"

# (text, table of a layer): the gold standard and the practice text are made alike
CORPORA = {"gold": ("press_release.txt", "gold/{}.csv"), "harbor": (f"{HARBOR}.txt", HARBOR + "_{}.csv")}
# what a cell quotes from a page that was damaged on purpose shows the damage: line ends and unseen characters
QUOTED_DAMAGE = {"text", "speaker", "verb"}
DAMAGED = ("practice/northern_passage_", "practice/cut_cables_")
TABLES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.csv"))


@cache
def read(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def text_of(name: str) -> str:
    return (DATA / name).read_bytes().decode("utf-8")


@cache
def card() -> str:
    return text_of("README.md")


def column(name: str, key: str) -> list[str]:
    return [row[key] for row in read(name)]


def repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def spans(rows: list[dict[str, str]]) -> list[tuple[int, int]]:
    return [(int(row["start"]), int(row["end"])) for row in rows]


def is_day(value: str) -> bool:
    """Tell whether a value is an existing day, month or year in ISO form."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return False
    date.fromisoformat((value + "-01-01")[:10])
    return True


# --- every file --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_clean(name: str) -> None:
    raw = (DATA / name).read_bytes()
    assert b"\r" not in raw
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert raw.endswith(b"\n")
    rows = read(name)
    assert rows
    for row in rows:
        assert None not in row, f"too many cells: {row}"
        assert None not in row.values(), f"too few cells: {row}"
        for key, value in row.items():
            if key in QUOTED_DAMAGE and name.startswith(DAMAGED):
                continue
            assert value == value.strip()
            assert "\n" not in value
            assert not any(unicodedata.category(character) in {"Cc", "Cf"} for character in value)


def test_the_data_card_names_every_file() -> None:
    files = {
        path.relative_to(DATA).as_posix()
        for path in DATA.rglob("*")
        if path.is_file() and not {"__pycache__", ".ipynb_checkpoints"} & set(path.parts)
    }
    assert {name for name in files if f"`{name}`" not in card()} == {"README.md"}


def test_the_data_card_names_no_file_that_is_missing() -> None:
    named = set(re.findall(r"`(\w+/[\w./-]+\.\w+)`", card()))
    assert {name for name in named if not (DATA / name).is_file()} == set()


@pytest.mark.parametrize("name", TABLES)
def test_the_data_card_counts_the_rows_and_explains_the_columns(name: str) -> None:
    counts = re.findall(rf"^\| `{re.escape(name)}` \| (\d+) \|", card(), flags=re.MULTILINE)
    assert counts == [str(len(read(name)))]
    missing = [key for key in read(name)[0] if f"`{key}`" not in card()]
    assert missing == []


# --- the press release and the layers of annotation ----------------------------------------------------------------


def test_the_press_release_is_kept_byte_for_byte() -> None:
    raw = data_path("press_release.txt").read_bytes()
    assert hashlib.sha256(raw).hexdigest() == PRESS_RELEASE
    assert (len(raw), len(raw.decode("utf-8"))) == (4193, 4186)
    assert PRESS_RELEASE in card()


def test_what_the_notes_say_about_the_characters_is_so() -> None:
    text = text_of("press_release.txt")
    beyond = [(place, character) for place, character in enumerate(text) if ord(character) > 127]
    assert beyond == [(75, "\u2019"), (200, "\u041c"), (450, "\u2019"), (2909, "\u2019")]
    assert len(re.findall(r"\bSCO\b", text)) == 13
    assert text.count("Shanghai Cooperation Organization") == 1


@pytest.mark.parametrize("corpus", CORPORA)
@pytest.mark.parametrize("layer", ["entities", "participants"])
def test_spans_show_their_text(corpus: str, layer: str) -> None:
    name, pattern = CORPORA[corpus]
    text, rows = text_of(name), read(pattern.format(layer))
    for row, (start, end) in zip(rows, spans(rows), strict=True):
        assert text[start:end] == row["text"] != ""
    assert all(before[1] <= after[0] for before, after in pairwise(spans(rows))), "sorted, no overlap"


@pytest.mark.parametrize("corpus", CORPORA)
def test_entities_follow_the_codebook(corpus: str) -> None:
    name, pattern = CORPORA[corpus]
    text, rows = text_of(name), read(pattern.format("entities"))
    assert set(column(pattern.format("entities"), "label")) == LABELS
    for row in rows:
        assert not re.match(r"(?i)(the|an?) ", row["text"]), "no leading article"
        assert text[int(row["start"]) - 1 : int(row["start"])] in set(" (\n") | {""}
        assert not re.match(r"\w", text[int(row["end"]) :])


def test_the_codebook_counts_its_labels() -> None:
    counts = Counter(column("gold/entities.csv", "label"))
    told = re.findall(r"^\| ([A-Z]+) \|.*\| (\d+) \|$", text_of("codebook.md"), flags=re.MULTILINE)
    assert {label: int(count) for label, count in told} == counts


@pytest.mark.parametrize("corpus", CORPORA)
def test_participants_are_entities_and_in_the_vocabulary(corpus: str) -> None:
    _, pattern = CORPORA[corpus]
    entities = {(row["start"], row["end"]): row["label"] for row in read(pattern.format("entities"))}
    expected = {"state": {"STATE"}, "organization": {"IGO"}, "official": {"POST"}}
    for row in read(pattern.format("participants")):
        assert row["category"] in CATEGORIES[row["kind"]]
        assert entities[row["start"], row["end"]] in expected[row["kind"]]
        assert bool(row["iso3"]) == (row["kind"] == "state")
    assert repeated(column(pattern.format("participants"), "name")) == []


def test_participants_carry_canonical_names() -> None:
    states = {row["iso3"]: row["short_name"] for row in read("reference/states.csv")}
    others = {*column("reference/organizations.csv", "name"), *column("reference/posts.csv", "post")}
    for row in read("gold/participants.csv"):
        assert row["name"] == states[row["iso3"]] if row["iso3"] else row["name"] in others


@pytest.mark.parametrize("corpus", CORPORA)
def test_categories_agree_with_the_memberships_of_the_day(corpus: str) -> None:
    _, pattern = CORPORA[corpus]
    table, day = {
        "gold": ("reference/memberships.csv", "2014-01-22"),
        "harbor": (f"{HARBOR}_memberships.csv", "2021-09-14"),
    }[corpus]
    known = {row["iso3"]: row["status"] for row in on_day(table, day)}
    for row in read(pattern.format("participants")):
        if row["kind"] == "state":
            assert row["category"] == known.get(row["iso3"], "other_state")


@pytest.mark.parametrize("corpus", CORPORA)
def test_themes_cover_the_sentences_and_leave_out_the_title(corpus: str) -> None:
    name, pattern = CORPORA[corpus]
    text, rows = text_of(name), read(pattern.format("themes"))
    assert [int(row["sentence"]) for row in rows] == list(range(1, len(rows) + 1))
    place = text.index("\n")
    for row, (start, end) in zip(rows, spans(rows), strict=True):
        assert text[place:start].strip() == "", "nothing but white space between two sentences"
        assert re.search(r"\w", text[start])
        assert re.search(r"[.!?][^\w\s]*\Z", text[start:end])
        assert set(list(row.values())[3:]) == {"0", "1"}, "each sentence has a theme and none has all"
        place = end
    assert text[place:].strip() == ""


def test_both_codings_have_the_same_themes() -> None:
    assert list(read("gold/themes.csv")[0]) == list(read(f"{HARBOR}_themes.csv")[0])
    assert len(read("gold/themes.csv")[0]) == 3 + 9
    for theme in list(read("gold/themes.csv")[0])[3:]:
        assert theme in text_of("codebook.md")


@pytest.mark.parametrize("corpus", CORPORA)
def test_statements_lie_in_their_sentences(corpus: str) -> None:
    name, pattern = CORPORA[corpus]
    text = text_of(name)
    sentences = {row["sentence"]: (int(row["start"]), int(row["end"])) for row in read(pattern.format("themes"))}
    rows = read(pattern.format("statements"))
    for row in rows:
        begin, end = sentences[row["sentence"]]
        speaker = int(row["speaker_start"]), int(row["speaker_end"])
        verb = int(row["verb_start"]), int(row["verb_end"])
        assert text[slice(*speaker)] == row["speaker"]
        assert text[slice(*verb)] == row["verb"]
        assert begin <= speaker[0] < speaker[1] < verb[0] < verb[1] < end
        assert row["consensus"] in CONSENSUS
    assert {row["consensus"] for row in rows} == CONSENSUS


def test_the_model_output_shows_its_text_and_scores_what_its_readme_says() -> None:
    text, rows = text_of("press_release.txt"), read("model_outputs/spacy_en_core_web_sm_3.8.0.csv")
    labels = {
        "GPE": "STATE",
        "ORG": "IGO",
        "DATE": "DATE",
        "LAW": "DOC",
        "WORK_OF_ART": "DOC",
        "EVENT": "INITIATIVE",
    }
    gold = {(row["start"], row["end"], row["label"]) for row in read("gold/entities.csv")}
    raw, stripped = set(), set()
    for row in rows:
        start, end = int(row["start"]), int(row["end"])
        assert text[start:end] == row["text"]
        if row["label"] in labels:
            label = labels[row["label"]]
            if label == "IGO" and re.search("ministry|government|forces", row["text"], re.IGNORECASE):
                label = "GOV"
            raw.add((row["start"], row["end"], label))
            article = re.match("(the |an? )?", row["text"], re.IGNORECASE)
            stripped.add((str(start + article.end()), row["end"], label))
    readme = text_of("model_outputs/README.md")
    assert f"F1 .{round(1000 * f1(stripped, gold))} against" in " ".join(readme.split())
    assert f"without the stripping F1 .{round(1000 * f1(raw, gold))}" in readme


def f1(found: set, gold: set) -> float:
    return 2 * len(found & gold) / (len(found) + len(gold))


# --- practice ------------------------------------------------------------------------------------------------------


def second() -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
    """Return the spans of the second annotation and the gold spans of the same paragraph."""
    start, end = re.search(r"(?<=\n)\S.*", text_of("press_release.txt")).span()
    ours = {(row["start"], row["end"], row["label"]) for row in read("practice/second_annotation.csv")}
    gold = {(row["start"], row["end"], row["label"]) for row in read("gold/entities.csv")}
    return ours, {span for span in gold if start <= int(span[0]) < end}


def test_the_second_annotation_shows_its_text() -> None:
    text, rows = text_of("press_release.txt"), read("practice/second_annotation.csv")
    for row, (start, end) in zip(rows, spans(rows), strict=True):
        assert text[start:end] == row["text"]
        assert row["label"] in LABELS
    assert all(before[1] <= after[0] for before, after in pairwise(spans(rows)))


def test_the_second_annotation_says_where_it_differs() -> None:
    ours, gold = second()
    for row in read("practice/second_annotation.csv"):
        agrees = (row["start"], row["end"], row["label"]) in gold
        assert agrees == (row["difference"] == "")
        assert agrees or re.fullmatch(r"[A-Z].*\.", row["difference"])
    assert len(ours - gold) + 1 == 8, "seven rows and one missed span"
    untouched = [span for span in gold - ours if not any(overlap(span, other) for other in ours)]
    text = text_of("press_release.txt")
    assert [text[int(span[0]) : int(span[1])] for span in untouched] == ["RATS"]


def overlap(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return int(one[0]) < int(other[1]) and int(other[0]) < int(one[1])


def test_the_data_card_scores_the_second_annotation() -> None:
    ours, gold = second()
    free = set(gold)
    near = 0
    for span in sorted(ours, key=lambda span: int(span[0])):
        match = min((s for s in free if overlap(s, span) and s[2] == span[2]), key=lambda s: int(s[0]), default=None)
        near += match is not None
        free.discard(match)
    for kind, hits in {"strict": len(ours & gold), "partial": near}.items():
        numbers = (hits / len(ours), hits / len(gold), 2 * hits / (len(ours) + len(gold)))
        shown = " | ".join(f"{number:.3f}"[1:] for number in numbers)
        assert re.search(
            rf"^\| {kind} .*\| {len(ours)} \| {hits} \| {re.escape(shown)} \|$", card(), flags=re.MULTILINE
        )


def test_the_practice_text_says_that_it_is_fictional() -> None:
    title = text_of(f"{HARBOR}.txt").split("\n")[0]
    assert "fictional" in title
    assert not re.search(r"[.!?]", title)
    assert 2500 <= len(text_of(f"{HARBOR}.txt")) <= 3200


def test_the_practice_text_names_nothing_real() -> None:
    text = text_of(f"{HARBOR}.txt")
    real = {
        *column("reference/states.csv", "short_name"),
        *column("reference/states.csv", "formal_name"),
        *column("reference/organizations.csv", "name"),
        *column("reference/aliases.csv", "alias"),
        *column("reference/organizations.csv", "acronym"),
    } - {""}
    assert [name for name in real if re.search(rf"\b{re.escape(name)}\b", text)] == []


def test_invented_codes_are_left_to_users_by_iso_3166() -> None:
    codes = {
        *column(f"{HARBOR}_memberships.csv", "iso3"),
        *column(f"{HARBOR}_participants.csv", "iso3"),
        *column(f"{HARBOR}_gazetteer.csv", "iso3"),
    } - {""}
    assert all(re.fullmatch("X[A-Z]{2}", code) for code in codes)
    assert not codes & {*column("reference/states.csv", "iso3"), "XKX"}


def test_the_practice_gazetteer_holds_half_of_the_names() -> None:
    names = {row["text"]: row["label"] for row in read(f"{HARBOR}_entities.csv") if row["label"] != "DATE"}
    listed = {row["name"]: row["label"] for row in read(f"{HARBOR}_gazetteer.csv")}
    shared = names.keys() & listed.keys()
    assert abs(2 * len(shared) - len(names)) <= 1
    assert all(names[name] == listed[name] for name in shared)
    canonical = {row["text"]: row["name"] for row in read(f"{HARBOR}_participants.csv")}
    for row in read(f"{HARBOR}_gazetteer.csv"):
        assert row["canonical"] == canonical.get(row["name"], row["canonical"])
        assert bool(row["iso3"]) == (row["label"] == "STATE")


def test_an_absent_state_is_named_but_took_no_part() -> None:
    named = set(column(f"{HARBOR}_entities.csv", "text"))
    assert "Union of Solmark" in named
    assert "Union of Solmark" not in column(f"{HARBOR}_participants.csv", "text")


# --- reference -----------------------------------------------------------------------------------------------------


def test_states_have_unique_keys() -> None:
    rows = read("reference/states.csv")
    assert len(rows) == 195
    for key, form in {"iso3": "[A-Z]{3}", "iso2": "[A-Z]{2}", "m49": r"\d{3}", "short_name": r"\S.*"}.items():
        values = column("reference/states.csv", key)
        assert repeated(values) == [], key
        assert all(re.fullmatch(form, value) for value in values), key
    assert Counter(row["un_status"] for row in rows) == {"member": 193, "observer": 2}
    for row in rows:
        assert bool(row["un_member_since_year"]) == (row["un_status"] == "member")
        assert not row["un_member_since_year"] or 1945 <= int(row["un_member_since_year"]) <= 2011
        assert not row["formal_name"].startswith(("the ", "The "))
        assert row["formal_article"] in {"", "the"}


@pytest.mark.parametrize(
    ("iso3", "formal"),
    [
        ("DZA", "People's Democratic Republic of Algeria"),
        ("KAZ", "Republic of Kazakhstan"),
        ("KGZ", "Kyrgyz Republic"),
        ("NPL", "Nepal"),
        ("ISL", "Iceland"),
        ("ITA", "Republic of Italy"),
        ("NER", "Republic of the Niger"),
        ("MDV", "Republic of Maldives"),
        ("GUY", "Co-operative Republic of Guyana"),
        ("NAM", "Republic of Namibia"),
        ("TUR", "Republic of Türkiye"),
        ("MNG", "Mongolia"),
    ],
)
def test_formal_names_are_those_of_the_united_nations(iso3: str, formal: str) -> None:
    assert [row["formal_name"] for row in read("reference/states.csv") if row["iso3"] == iso3] == [formal]


def on_day(table: str, day: str) -> list[dict[str, str]]:
    return [row for row in read(table) if row["from_date"] <= day < (row["to_date"] or "9999")]


@pytest.mark.parametrize(
    "table", ["reference/memberships.csv", "reference/memberships_elsewhere.csv", f"{HARBOR}_memberships.csv"]
)
def test_memberships_are_half_open_and_do_not_overlap(table: str) -> None:
    by_state = defaultdict(list)
    for row in read(table):
        assert row["status"] in STATUS
        assert date.fromisoformat(row["from_date"]) < date.fromisoformat(row["to_date"] or "9999-12-31")
        assert not row["memorandum_date"] or is_day(row["memorandum_date"])
        by_state[row["organization"], row["iso3"]].append((row["from_date"], row["to_date"] or "9999-12-31"))
    for periods in by_state.values():
        assert all(before[1] <= after[0] for before, after in pairwise(sorted(periods)))
    assert list(read(table)[0]) == list(read("reference/memberships.csv")[0])


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2001-06-14", {}),
        ("2001-06-15", {"member": 6}),
        ("2014-01-22", {"member": 6, "observer": 5, "dialogue_partner": 3}),
        ("2018-06-30", {"member": 8, "observer": 4, "dialogue_partner": 6}),
        ("2024-12-31", {"member": 10, "observer": 2, "dialogue_partner": 14}),
        ("2025-12-31", {"member": 10, "partner": 17}),
    ],
)
def test_memberships_count_what_the_notes_say(day: str, counts: dict[str, int]) -> None:
    assert Counter(row["status"] for row in on_day("reference/memberships.csv", day)) == counts


@pytest.mark.parametrize(
    ("organization", "day", "members"),
    [
        ("European Union", "1981-06-30", 10),
        ("European Union", "2003-03-05", 15),
        ("European Union", "2019-12-31", 28),
        ("European Union", "2020-02-01", 27),
        ("North Atlantic Treaty Organization", "1981-01-01", 15),
        ("North Atlantic Treaty Organization", "2003-03-05", 19),
        ("North Atlantic Treaty Organization", "2024-12-31", 32),
        ("Association of Southeast Asian Nations", "1981-07-01", 5),
        ("Association of Southeast Asian Nations", "2003-06-17", 10),
        ("Gulf Cooperation Council", "1981-05-25", 6),
        ("Collective Security Treaty Organization", "2003-01-01", 6),
        ("Eurasian Economic Union", "2016-01-01", 5),
        ("BRICS", "2023-08-24", 5),
        ("South Asian Association for Regional Cooperation", "2003-01-01", 7),
        ("Economic Cooperation Organization", "2003-01-01", 10),
    ],
)
def test_memberships_elsewhere_count_what_everybody_counts(organization: str, day: str, members: int) -> None:
    rows = on_day("reference/memberships_elsewhere.csv", day)
    assert sum(row["organization"] == organization and row["status"] == "member" for row in rows) == members


@pytest.mark.parametrize("name", ["memberships_elsewhere", "instruments", "office_holders"])
def test_a_table_of_general_knowledge_says_so(name: str) -> None:
    rows = read(f"reference/{name}.csv")
    for row in rows:
        assert (row["source_title"] == "general knowledge") == (row["confidence"] == "unverified")
        assert all(not value or is_day(value) for key, value in row.items() if "date" in key)
    assert f"`{name}.csv`" in card()


def test_an_office_is_held_from_a_day_to_a_later_one() -> None:
    for row in read("reference/office_holders.csv"):
        assert row["surname"] in row["name"]
        assert row["from_date"] < (row["to_date"] or "9999")


def test_with_the_list_of_2025_nine_are_members_and_three_are_partners() -> None:
    later = {row["iso3"]: row["status"] for row in on_day("reference/memberships.csv", "2025-12-31")}
    parties = [row["iso3"] for row in read("gold/participants.csv") if row["iso3"]]
    assert Counter(later[iso3] for iso3 in parties) == {"member": 9, "partner": 3}


def test_tables_point_at_states_and_organizations_that_exist() -> None:
    states = set(column("reference/states.csv", "iso3"))
    names = set(column("reference/organizations.csv", "name"))
    acronyms = set(column("reference/organizations.csv", "acronym")) - {""}
    assert set(column("reference/memberships.csv", "iso3")) <= states
    assert set(column("reference/memberships.csv", "organization")) <= names
    assert set(column("reference/states_name_changes.csv", "iso3")) <= states
    assert set(column("reference/posts.csv", "organization")) <= names
    for row in read("reference/aliases.csv"):
        assert row["canonical"] in {"state": states, "organization": names}[row["kind"]], row["alias"]
    parents = set(column("reference/organizations.csv", "parent")) - {""}
    countries = {*column("reference/states.csv", "short_name"), *column("reference/states.csv", "formal_name")}
    assert parents - acronyms - names - countries == {"NATO (lead from 2003-08-11)"}
    for name in ("memberships_elsewhere", "office_holders"):
        assert set(column(f"reference/{name}.csv", "iso3")) <= states
    assert set(column("reference/memberships_elsewhere.csv", "organization")) <= names
    assert not set(column("reference/memberships_elsewhere.csv", "organization")) & set(
        column("reference/memberships.csv", "organization")
    ), "an organization stands in one of the two tables"


def test_organizations_are_unique_and_in_the_vocabulary() -> None:
    rows = read("reference/organizations.csv")
    assert repeated(column("reference/organizations.csv", "name")) == []
    assert repeated([acronym for acronym in column("reference/organizations.csv", "acronym") if acronym]) == []
    for row in rows:
        assert row["label"] in {"IGO", "GOV", "INITIATIVE"}
        assert row["body_type"] in {"igo", "organ", "un_system", "operation", "process", "gov", "other"}
        assert row["confidence"] in {"high", "medium", "unverified"}
        assert row["source_title"]
        assert (row["source_title"] == "general knowledge") == (row["confidence"] == "unverified")
        for key in ("founded", "dissolved"):
            assert not row[key] or is_day(row[key])


def test_the_un_system_has_the_un_as_its_parent() -> None:
    parents = {row["acronym"] or row["name"]: row["parent"] for row in read("reference/organizations.csv")}
    for row in read("reference/organizations.csv"):
        if row["body_type"] == "un_system":
            above = row["parent"]
            while above and above != "UN":
                above = parents[above]
            assert above == "UN", row["name"]


def test_notes_and_card_count_the_organizations() -> None:
    rows = read("reference/organizations.csv")
    unknown = sum(row["source_title"] == "general knowledge" for row in rows)
    assert f"organizations.csv ({len(rows)})" in text_of("reference/NOTES.md")
    assert f"{unknown} rows of organizations.csv" in text_of("reference/NOTES.md")
    assert f"({unknown} of {len(rows)} rows of `organizations.csv`" in card()


def test_aliases_are_other_names() -> None:
    rows = read("reference/aliases.csv")
    assert repeated([row["alias"].casefold() for row in rows]) == []
    states = {row["iso3"]: row for row in read("reference/states.csv")}
    for row in rows:
        assert not row["alias"].casefold().startswith("the "), "the codebook leaves the article out"
        assert row["needs_context"] in {"", "yes"}
        assert all(not row[key] or is_day(row[key]) for key in ("valid_from", "valid_to"))
        assert not (row["valid_from"] and row["valid_to"]) or row["valid_from"] <= row["valid_to"]
        own = states.get(row["canonical"], {})
        assert row["alias"] not in {own.get("short_name"), own.get("formal_name")}
        if len(row["alias"]) <= 2 and row["alias"].isascii() and row["alias"] != "UK":
            assert row["needs_context"] == "yes"


def test_an_alias_of_two_states_needs_context() -> None:
    short = {row["short_name"]: row["iso3"] for row in read("reference/states.csv")}
    for row in read("reference/aliases.csv"):
        if short.get(row["alias"], row["canonical"]) != row["canonical"]:
            assert row["needs_context"] == "yes", row["alias"]


def test_dates_are_dates() -> None:
    for row in read("reference/states_name_changes.csv"):
        assert not row["change_date"] or is_day(row["change_date"])
    for row in read("reference/documents.csv"):
        for key in ("date_in_text", "date_adopted_or_signed", "date_issued"):
            assert not row[key] or is_day(row[key])


def test_cited_documents_are_the_documents_of_the_gold_standard() -> None:
    cited = [row for row in read("reference/documents.csv") if row["role"] == "cited"]
    gold = [row for row in read("gold/entities.csv") if row["label"] == "DOC"]
    assert [(row["start"], row["end"], row["wording"]) for row in cited] == [
        (row["start"], row["end"], row["text"]) for row in gold
    ]
    assert {row["role"] for row in read("reference/documents.csv")} == {"cited", "related"}
    resolution = next(row for row in cited if row["identifier"] == "A/RES/67/15")
    assert (resolution["date_in_text"], resolution["date_adopted_or_signed"]) == ("2013-02-14", "2012-11-19")


# --- words ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in TABLES if name.startswith("words/")])
def test_a_word_table_names_its_source(name: str) -> None:
    rows = read(name)
    if "source" in rows[0]:
        assert all(row["source"] for row in rows)
    else:
        assert f"\n`{Path(name).name}`: " in card(), "or the data card does"


def test_stop_words_are_single_lower_case_words_with_a_class() -> None:
    rows = read("words/stop_words.csv")
    assert repeated(column("words/stop_words.csv", "word")) == []
    classes = (
        "adverb", "article", "conjunction", "demonstrative", "form of", "modal verb", "personal", "possessive",
        "preposition", "quantity", "question", "reflexive",
    )  # fmt: skip
    for row in rows:
        assert re.fullmatch("[a-z]+", row["word"])
        assert row["note"].startswith(classes)


def test_lookalikes_are_what_they_are_called() -> None:
    rows = read("words/lookalikes.csv")
    assert repeated(column("words/lookalikes.csv", "character")) == []
    for row in rows:
        character, twin = row["character"], row["looks_like"]
        assert len(character) == len(twin) == 1
        assert not character.isascii()
        assert twin.isascii()
        assert twin.isalpha()
        assert row["name"] == unicodedata.name(character)
        assert row["name"].split()[0] == ("FULLWIDTH" if row["script"].startswith("Latin") else row["script"].upper())
        assert character.isupper() == twin.isupper()
    assert {"М": "M"}.items() <= {row["character"]: row["looks_like"] for row in rows}.items()
