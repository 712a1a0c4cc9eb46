"""Lesson 07 with a text of the learner's own: every cell runs, whatever was brought; nothing is written beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from helpers.errors import CourseError
from helpers.reference import data_path
from helpers.texts import read_text

ROOT = Path(__file__).resolve().parents[2]
EDITIONS = {folder: ROOT / folder / "07_your_own_communique.ipynb" for folder in ("notebooks", "notebooks/instructor")}
pytestmark = pytest.mark.usefixtures("each_picture_once")


def run(notebook: Path, **settings: str) -> dict[str, object]:
    """Run all code cells in one go, as Run All does, with other values for some assignments."""
    variables: dict[str, object] = {"__name__": "__main__"}
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    for source in ("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"):
        for name, value in settings.items():
            source = re.sub(rf'^{name} = ("""\n"""|.*)$', lambda _, n=name, v=value: f"{n} = {v}", source, flags=re.M)
        exec(compile(source, notebook.name, "exec"), variables)
    return variables


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("HELPERS_PROGRESS", str(tmp_path / "progress" / "progress.json"))
    (tmp_path / "progress").mkdir()
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")


@pytest.mark.parametrize("edition", EDITIONS)
def test_untouched_it_takes_the_practice_text_and_writes_nothing(edition: str, capsys) -> None:
    after = run(EDITIONS[edition])["after"]
    assert "LSCO" in after.text
    assert "There is no text of yours yet" in capsys.readouterr().out
    assert list(Path().iterdir()) == []


def test_with_a_file_of_ones_own(capsys) -> None:
    Path("my_text.txt").write_text(read_text(), encoding="utf-8")
    variables = run(EDITIONS["notebooks"], my_file='"my_text.txt"', my_host='"SCO"', my_day='"2014-01-22"')
    after = variables["after"]
    assert after.text == read_text()
    assert after.on == "2014-01-22"
    assert after.participants["category"].value_counts()["member"] == 6
    said = capsys.readouterr().out
    assert "There is no text of yours yet" not in said
    assert said.count("None of these names stands in your sample") == 1  # the marks are still those of another text
    assert "Sentence 2 of the sample has no" not in said
    assert [path.name for path in Path().iterdir()] == ["my_text.txt"]


@pytest.mark.parametrize(
    ("host", "text", "status"),
    [
        ("NATO", "On 3 May 2016 consultations were held. France and Sweden took part.", ["member", "other_state"]),
        ("ASEAN", "On 3 May 2016 consultations were held. Laos and Peru took part.", ["member", "other_state"]),
        ("AU", "On 3 May 2016 consultations were held. Kenya and Peru took part.", ["other_state", "other_state"]),
    ],
)
def test_the_members_of_other_hosts_are_known_as_the_lesson_says(host: str, text: str, status: list[str]) -> None:
    after = run(EDITIONS["notebooks"], pasted=repr(text), my_host=repr(host))["after"]
    assert after.participants["category"].tolist() == status


def test_a_file_that_is_not_there_stops_with_a_sentence() -> None:
    with pytest.raises(CourseError, match=r"There is no file my_text\.txt: check the spelling"):
        run(EDITIONS["notebooks"], my_file='"my_text.txt"')


@pytest.mark.parametrize(("begin", "numbers"), [("1", [1, 5, 9, 13, 17]), ("4", [4, 8, 12, 16])])
def test_whoever_has_the_practice_text_begins_elsewhere_and_nothing_is_given_away(
    capsys, begin: str, numbers: list[int]
) -> None:
    variables = run(EDITIONS["notebooks"], my_begin=begin)
    said = capsys.readouterr().out
    assert variables["my_form"] == {number: [] for number in numbers}
    assert f"my_marks = {variables['my_form']}\n" in said
    assert said.count("None of these names stands in your sample") == 1  # the marks of the example
    assert said.count("No mark by hand counts, so there is nothing to compare") == 3
    assert said.count("No mark by hand counts yet") == 2
    assert "right: between" not in said
    assert said.count("17 sentences, 14 with a theme") == 1  # the summary at the end, after both samples
    assert variables["more_names"] == variables["more_patterns"] == []
    assert variables["fresh_marks"] == {}
    assert variables["fresh_form"] == {3: [], 7: [], 11: [], 15: []}


@pytest.mark.parametrize(
    ("begin", "by_hand", "by_tool", "both"), [(1, 11, 10, 8), (2, 11, 3, 3), (4, 4, 4, 4)], ids=["1", "2", "4"]
)
def test_the_notes_say_what_a_sample_of_the_practice_text_gives(begin, by_hand, by_tool, both) -> None:
    variables = run(EDITIONS["notebooks/instructor"])
    sentences = variables["my_sentences"]
    sample = sentences[sentences["sentence"].isin(range(begin, 18, 4))]
    gold, tool = (
        variables["names_in"](spans, sample) for spans in (variables["gold_names"], variables["before"].entities)
    )
    assert (len(gold), len(tool), len(gold & tool)) == (by_hand, by_tool, both)


@pytest.mark.parametrize("count", range(2, 40))
def test_the_two_samples_of_a_text_share_no_sentence(count: int) -> None:
    cells = json.loads(EDITIONS["notebooks"].read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    lines = [
        line for source in sources for line in source.splitlines() if re.match(r"my_begin|my_step|my_chosen", line)
    ]
    variables: dict[str, object] = {"my_sentences": [None] * count}
    exec("\n".join(lines), variables)
    fresh = range(3, count + 1, variables["my_step"])
    assert set(variables["my_chosen"]).isdisjoint(fresh)
    assert count < 8 or 4 <= len(variables["my_chosen"]) <= 5


def test_another_try_leaves_nothing_in_the_lists() -> None:
    variables = run(EDITIONS["notebooks/instructor"])
    cells = json.loads(EDITIONS["notebooks/instructor"].read_text(encoding="utf-8"))["cells"]
    sources = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    (measure,) = [source for source in sources if "def score_of" in source]
    (correct,) = [source for source in sources if source.startswith("more_names = [")]
    variables["my_names"] = [("Quessa", "STATE"), ("Wexmoor", "STATE"), ("Zephra", "STATE")]
    exec(measure, variables)
    assert len(variables["third"].participants) == 13
    assert variables["third"].entities["text"].tolist().count("Solmark") == 0
    exec(re.sub(r"^    \(\"Haven\".*\n", "", correct, flags=re.M), variables)
    assert "Republic of Haven" not in variables["after"].entities["text"].tolist()


def test_the_model_pages_quote_what_stands_at_their_places() -> None:
    cells = json.loads(EDITIONS["notebooks/instructor"].read_text(encoding="utf-8"))["cells"]
    (note,) = ["".join(cell["source"]) for cell in cells if "A page on the practice text" in "".join(cell["source"])]
    practice = read_text(data_path("practice/harbor_conference.txt"))
    quoted = re.findall(r'"([^"]+)" \(`my_text\[(\d+):(\d+)\]`\)|"([^"]+)" \(`', note)
    assert len(quoted) == note.count("`my_text[") >= 6
    for words, start, end, _ in quoted:
        begin, _, finish = words.partition(" … ")
        there = practice[int(start) : int(end)]
        assert there == words or (finish and there.startswith(begin) and there.endswith(finish)), words


@pytest.mark.parametrize(
    "text",
    [
        "The parties met.",
        "No full stop and no name",
        "Thailand took part in Bangkok.\n\nThe parties stressed trade. " * 40,
        "Il comunicato è stato approvato il 3 maggio 2016 a Roma.",
    ],
)
def test_with_a_pasted_text_short_long_or_foreign(text: str) -> None:
    variables = run(EDITIONS["notebooks"], pasted=repr(text), my_host='"ASEAN"')
    assert variables["after"].text == text.strip()


def test_with_wrong_answers_it_still_runs_to_its_end() -> None:
    variables = run(EDITIONS["notebooks"], not_right="5", my_names='[("Haven", "IGO", 3)]')
    assert len(variables["fourth"].participants) == 13


def test_the_error_rate_is_given_with_the_learners_own_bounds_once_they_are_right(capsys) -> None:
    untouched = run(EDITIONS["notebooks"])
    assert untouched["share"] is untouched["bounds_from_above"]
    assert "Going on with the course's own of exercise 7.3" in capsys.readouterr().out
    done = run(EDITIONS["notebooks/instructor"])
    assert done["share"] is done["bounds"]
    for share in (untouched["share"], done["share"]):
        assert share(0, 0, 0) == (0, 1)
        assert share(6, 1, 3) == pytest.approx((0.6, 0.9))
    said = capsys.readouterr().out
    assert "Of 3 names that the tool marked, right: between 0.67 and 1.0" in said
    assert "Count once more" not in said


def test_three_numbers_that_do_not_make_the_names_of_the_tool_are_named(capsys) -> None:
    run(EDITIONS["notebooks"], my_right="9")
    assert "Count once more: the tool marked 3 names here, your numbers make 10" in capsys.readouterr().out


def test_the_line_that_exports_writes_where_it_says() -> None:
    run(EDITIONS["notebooks"], folder='"my_results"')
    assert sorted(path.name for path in Path("my_results").iterdir()) == [
        "entities.csv",
        "participants.csv",
        "statements.csv",
        "summary.txt",
        "text.txt",
        "themes.csv",
    ]


def test_what_is_handed_in_gives_the_numbers_of_the_desk_again(capsys) -> None:
    text = "On 3 May 2016 consultations were held. Peru and Wexland took part. The parties stressed the role of trade."
    Path("my_text.txt").write_text(text, encoding="utf-8")
    own = {
        "my_file": '"my_text.txt"',
        "my_host": '"ASEAN"',
        "my_codebook": 'Codebook.from_table().add("law", "role of")',
    }
    first = run(EDITIONS["notebooks"], **own)["at_the_desk"]
    assert first.value is None
    assert "Nothing was analyzed at the desk." in capsys.readouterr().out
    first.desk.start.click()
    first.desk.page.spans = [*first.desk.page.spans, [text.index("Wexland"), text.index("Wexland") + 7, "STATE"]]
    first.desk.save.click()
    assert "Added to the tables: the new theme law (“role of”)." in Path("my_analysis/report.html").read_text("utf-8")
    again = run(EDITIONS["notebooks"], **own)["at_the_desk"]
    assert again.value.participants["name"].tolist() == ["Peru", "Wexland"]
    assert again.value.summary() == first.value.summary()
    assert again.value.summary() in capsys.readouterr().out


def test_a_short_page_few_names_and_a_new_theme_are_said(capsys) -> None:
    text = "On 3 May 2016 consultations were held. Peru took part. The parties stressed the rule of law. It ended."
    marks = '{2: [("Peru", "STATE")], 4: []}'
    codebook = 'Codebook.from_table().add("regional_coperation", "rule of law")'
    run(EDITIONS["notebooks"], pasted=repr(text), my_host='"ASEAN"', my_codebook=codebook)
    said = capsys.readouterr().out
    assert said.count("A short page: mark its other sentences now, too") == 1
    assert "the new theme regional_coperation (“rule of law”; or did you mean regional_cooperation?)" in said
    cells = json.loads(EDITIONS["notebooks"].read_text(encoding="utf-8"))["cells"]
    (marking,) = [source for source in ("".join(cell["source"]) for cell in cells) if source.startswith("my_marks = {")]
    variables = run(EDITIONS["notebooks"], pasted=repr(text), my_host='"ASEAN"')
    capsys.readouterr()
    exec(f"my_marks = {marks}\n{marking[marking.index('mine = ') :]}", variables)
    assert capsys.readouterr().out.splitlines() == [
        "names marked by hand: 1",
        "That is few: one name more or less moves your result by ten points or more. Take more sentences.",
    ]


def test_a_quotation_with_another_apostrophe_is_told(capsys) -> None:
    cells = json.loads(EDITIONS["notebooks"].read_text(encoding="utf-8"))["cells"]
    (quoting,) = [source for source in ("".join(cell["source"]) for cell in cells) if "def place_of" in source]
    exec(re.sub(r"in \[.*\]", 'in ["People\'s Republic", "Republic"]', quoting), {"my_text": "The People’s Republic."})
    assert capsys.readouterr().out.splitlines() == [
        "None People's Republic",
        "  It stands there with another apostrophe: copy it from the page.",
        "(13, 21) Republic",
    ]
