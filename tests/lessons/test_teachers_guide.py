"""What the guide for teachers and the page for the room promise is what the course does, minute by minute."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from helpers.exercises import EXERCISES
from helpers.preflight import Finding, Preflight
from publisher import __main__ as publisher
from publisher.kit import PLATFORMS, PYTHONS

ROOT = Path(__file__).resolve().parents[2]
LESSONS = ROOT / "src" / "lessons"
GUIDE = ROOT / "notebooks" / "instructor" / "teachers_guide.ipynb"
ROOM = ROOT / "notebooks" / "instructor" / "setup_room.ipynb"
README = (ROOT / "README.md").read_text(encoding="utf-8")
PART = re.compile(
    r"(\d\d), (whole|core path(?: alone)?|(?:short )?home part|(?:first|second) hour(?: alone)?|minutes \d+–\d+) "
    r"\((\d+)\)"
)


def read(path: Path) -> str:
    cells = nbformat.read(path, as_version=4).cells
    return "\n\n".join(cell.source for cell in cells).replace("&nbsp;", " ")


def section(title: str) -> str:
    """The part of the guide below a heading, up to the next one."""
    return re.search(rf"^#+ {re.escape(title)}.*?\n(.*?)(?=^#|\Z)", read(GUIDE), re.DOTALL | re.MULTILINE)[1]


def rows(title: str) -> list[list[str]]:
    """The rows of the table below a heading, without its head."""
    lines = [line for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def minutes(text: str) -> int:
    return sum(int(part[2]) for part in PART.findall(text))


def bold(text: str) -> int:
    return int(re.search(r"\*\*(\d+)\*\*", text)[1])


def clock(text: str) -> int:
    hour, minute = text.split(":")
    return 60 * int(hour) + int(minute)


def source(lesson: str) -> str:
    (path,) = LESSONS.glob(f"{lesson}_*.py")
    return path.read_text(encoding="utf-8")


def stated(lesson: str, part: str) -> int:
    """What the header of a lesson says of a part, in minutes."""
    header = " ".join(source(lesson).split("\n# %%")[0].replace("\n# ", " ").split())
    time = re.search(r"\*\*Time\*\* (.+?) · ?\*\*You", header)[1]
    if part == "whole":
        return stated(lesson, "core path") + stated(lesson, "home part")
    patterns = {
        "core path": r"core path (\d+) minutes",
        "core path alone": r"core path \d+ minutes in class \(about (\d+) alone\)",
        "home part": r"at home (\d+)",
        "short home part": r"[Ss]hort of time(?: at home\?|:)[^(]*?[ (](\d+)(?: minutes\)|[);])",
        "first hour": r"two class hours \((\d+) minutes",
        "second hour": r"two class hours \((\d+) minutes",
        "first hour alone": r"two class hours \(\d+ minutes in class, about (\d+) alone\)",
    }
    found = re.search(patterns[part], time)
    assert found, f"lesson {lesson} says nothing of a {part}: {time}"
    return int(found[1]) // (2 if " hour" in part else 1)


def plan(lesson: str) -> set[int]:
    """The minutes at which the plan of a lesson turns to something else."""
    note = next(cell for cell in source(lesson).split("\n# %%") if "teaching-note" in cell and "| minutes |" in cell)
    return {int(minute) for row in re.findall(r"^# \| (\d+)–(\d+) \|", note, re.MULTILINE) for minute in row}


PARTS = sorted(set(PART.findall(read(GUIDE))))


def test_the_guide_names_every_lesson() -> None:
    assert {lesson for lesson, _, _ in PARTS} == {f"{number:02}" for number in range(8)}
    assert re.search(r"\[Lesson 08\]\((?:\.\./)?instructor/08_\w+\.ipynb\), optional \(45\)", read(GUIDE))
    assert stated("08", "core path") == 45


@pytest.mark.parametrize(("lesson", "part", "claimed"), PARTS, ids=[" ".join(part) for part in PARTS])
def test_a_part_takes_the_time_that_its_lesson_states(lesson: str, part: str, claimed: str) -> None:
    span = re.fullmatch(r"minutes (\d+)–(\d+)", part)
    if span:
        begin, end = int(span[1]), int(span[2])
        assert end - begin == int(claimed)
        assert {begin, end} <= plan(lesson)
    else:
        assert stated(lesson, part) == int(claimed)


def test_no_part_of_a_lesson_stands_in_a_syllabus_without_its_minutes() -> None:
    cells = [cell for title in ("One hour", "One day", "Six weeks") for row in rows(title) for cell in row]
    named = [name for cell in cells for name in re.findall(r"\b0\d, ", cell)]
    assert len(named) == sum(len(PART.findall(cell)) for cell in cells) > 20


def test_every_lesson_says_what_to_do_when_late_as_the_guide_promises() -> None:
    for number in range(9):
        notes = [cell for cell in source(f"{number:02}").split("\n# %%") if "teaching-note" in cell]
        assert any("if you are late" in note.lower() for note in notes), number


def test_one_hour_adds_up() -> None:
    *steps, (total, left_out) = rows("One hour")
    now = 0
    for begins, what in steps:
        assert int(begins) == now
        assert len(PART.findall(what)) == 1
        now += minutes(what)
    assert now == bold(total) == 50
    covered = {
        minute
        for _, what in steps
        for begin, end in re.findall(r"04, minutes (\d+)–(\d+)", what)
        for minute in range(int(begin), int(end))
    }
    gaps = set(range(45)) - covered
    notes = re.findall(r"^# \| (\d+)–(\d+) \| [^|]*?[Ee]xercise (4\.\d)", source("04"), re.MULTILINE)
    assert gaps == {minute for begin, end, _ in notes for minute in range(int(begin), int(end))}
    assert re.findall(r"\d\.\d", left_out) == [name for _, _, name in notes]


def test_one_day_adds_up_with_its_breaks() -> None:
    *steps, (end, total, breaks) = rows("One day")
    now = clock(steps[0][0])
    for begins, what, pause in steps:
        assert clock(begins) == now
        assert PART.findall(what)
        now += minutes(what) + int(pause or 0)
    assert now == clock(end)
    assert bold(total) == sum(minutes(what) for _, what, _ in steps)
    assert bold(breaks) == sum(int(pause or 0) for _, _, pause in steps)
    assert max(minutes(what) for _, what, _ in steps[1:]) <= 50, "nobody sits longer than a class hour"


def test_six_weeks_add_up_and_hold_every_lesson_in_order() -> None:
    *weeks, (_, in_class, at_home) = rows("Six weeks")
    assert [week for week, _, _ in weeks] == ["1", "2", "3", "4", "5", "6"]
    assert all(minutes(what) == 45 for _, what, _ in weeks)
    assert bold(in_class) == sum(minutes(what) for _, what, _ in weeks)
    assert bold(at_home) == sum(minutes(what) for _, _, what in weeks)
    assert max(minutes(part) for _, _, what in weeks[:-1] for part in what.split(";")) <= 60
    assert max(minutes(what) for _, _, what in weeks) <= 75  # in week 4, with all of 05; in week 6 the page
    begun = [part[0] for _, what, home in weeks for cell in (what, home) for part in PART.findall(cell)]
    lessons = {part[0] for _, what, home in weeks for part in PART.findall(f"{what} {home}") if "home" not in part[1]}
    assert lessons == {f"{number:02}" for number in range(8)}
    assert max(begun.index(f"{number:02}") for number in range(2, 8)) == begun.index("07")


def test_two_hours_a_week_are_six_weeks_and_every_lesson() -> None:
    said = re.search(r"\*\*Two hours a week\?\*\* In class: (.*)", section("Six weeks").replace("\n", " "))[1]
    assert said.count(" · ") == 5
    assert re.findall(r"\b0\d\b", said) == ["00", "01", "02", "03", "04", "05", "06", "07", "07"]


def test_the_rubric_has_the_rows_of_lesson_7() -> None:
    header, *graded = [line for line in section("The capstone").splitlines() if line.startswith("| ")]
    names = [re.match(r"\| \*\*\d ([\w ]+)\*\*", line)[1] for line in graded if not line.startswith("| ---")]
    assert names == re.findall(r"^# \| \*\*(\w[\w ]*)\*\* \|", source("07"), re.MULTILINE)
    assert len(names) == 5
    assert re.findall(r"(\d) · ", header) == ["0", "1", "2"]
    assert "Ten points" in section("The capstone")
    assert all(cell.strip() for line in graded for cell in line.strip("|").split("|"))


def test_the_example_is_a_place_of_the_practice_text() -> None:
    text = (ROOT / "data" / "practice" / "harbor_conference.txt").read_text(encoding="utf-8")
    for begin, end in re.findall(r"text\[(\d+):(\d+)\]", section("The capstone")):
        assert text[int(begin) : int(end)].startswith("The Union of Solmark")
        assert "was not represented" in text[int(begin) : int(end)]
    for number in ("The tool marked 3 names", "It missed 8 of my 11", "between .67 and 1.00"):
        assert number in section("The capstone").replace("\n", " ")
        assert number in source("07").replace("\n# ", " "), "the whole page in lesson 07 says the same"


@pytest.mark.parametrize("page", [GUIDE, ROOM], ids=lambda path: path.stem)
def test_every_command_of_the_publisher_is_one_that_it_takes(page: Path) -> None:
    commands = re.findall(r"uv run --group test python -m publisher ((?:--?\w+|FOLDER|[\w.]+| )+)", read(page))
    assert commands
    for command in commands:
        options = publisher._parser().parse_args(command.split())
        assert options.nbgrader or options.kit
        assert options.python in (None, *PYTHONS)
        assert options.platform in (None, *PLATFORMS)


def test_the_room_is_set_up_by_the_commands_of_the_readme() -> None:
    lines = re.findall(r"`([^`]*jupyter lab [^`]*)`", read(ROOM))
    assert len(lines) == 2
    assert all(f"\n{line}\n" in README for line in lines)
    named = re.search(r"\| system \| (.*?);", read(ROOM))[1]
    assert re.findall(r"`([\w-]+)`", named) == list(PLATFORMS)
    assert f"{PYTHONS[0]} to {PYTHONS[-1]}" in read(ROOM)


def test_the_sign_that_it_works_is_the_last_line_of_the_preflight_check() -> None:
    last = repr(Preflight((Finding("Python", "3.12.1"),))).splitlines()[-1]
    assert last in " ".join(read(ROOM).split())


def test_disk_and_memory_are_those_that_were_measured() -> None:
    disk = re.search(r"installed for a learner, with JupyterLab \| (\d+ MB)", README)[1]
    memory = re.search(r"the largest kernel at the end of a lesson \| (\d+ MiB)", README)[1]
    assert disk in read(ROOM)
    assert memory in read(ROOM)


def test_the_kit_is_started_as_the_page_says() -> None:
    from publisher.kit_files import files

    written = {name: text for name, text, _ in files("3.12", "Windows", False)}
    for line in (r".\start.bat install", "sh start.sh install"):
        assert f"`{line}`" in read(ROOM)
        assert f'"{line}"' in written["README-KIT.txt"]
    for page in (read(ROOM), written["README-KIT.txt"], read(ROOT / "notebooks" / "help.ipynb")):
        assert re.search(r"Ctrl and C; if it asks,( type)? `?y`? and Enter", page)


def test_the_guide_warns_of_what_lesson_00_gives_away_as_long_as_it_does() -> None:
    assert ("in 00 gives away 04" in section("Three syllabi")) == ("draw_participants(" in source("00"))


def test_what_the_guide_says_that_check_takes_and_refuses(tmp_path: Path, monkeypatch) -> None:
    from helpers.exercises import check

    monkeypatch.setenv("HELPERS_PROGRESS", str(tmp_path / "progress.json"))
    assert check("2.3", (0.75, 0.72)).status == check("2.3", [0.75, 0.72]).status
    assert check("0.1", 4186).status == "done"
    assert check("0.1", "4186").status == "not yet"
    assert '`check` takes a tuple for a list; not `"4186"` for a number' in read(GUIDE)


def test_a_note_stands_where_the_guide_says() -> None:
    before = set()
    for number in range(9):
        cells = re.split(r"^# %%", source(f"{number:02}"), flags=re.MULTILINE)
        last = max(place for place, cell in enumerate(cells) if "\n# **Minutes " in cell)
        below = next(cell for cell in cells[last + 1 :] if "teaching-note" not in cell and "quiz" not in cell)
        if not re.search(r"\n# ## (At home|What we learned)", below):
            before.add(f"{number:02}")
    assert f"A note stands behind its part (in {' and '.join(sorted(before))} before it)" in read(GUIDE)


def test_the_marks_are_made_where_the_guide_says() -> None:
    lesson = source("02")
    assert lesson.index("# ## With a real neighbor") < lesson.index("\nme = ") < lesson.index("save_annotations(me)")
    assert "*With a real neighbor*, alone; hand in `me`" in read(GUIDE)


def test_what_the_guide_says_of_the_file_of_marks_is_what_it_holds(tmp_path: Path) -> None:
    import json

    from helpers.classroom import save_annotations
    from helpers.entities import spans_from
    from helpers.texts import read_text

    path = save_annotations(spans_from(read_text(), [("RATS", "IGO")]), "calm heron", tmp_path)
    said = section("The class notebook, and data protection").replace("\n", " ")
    assert path.name.startswith("my_annotations_")
    assert set(json.loads(path.read_text(encoding="utf-8"))) == {"version", "pseudonym", "text_sha256", "spans"}
    assert "holds a version number, the pseudonym, a checksum of the text and the marks." in said
    for word in ("No real names are needed", "Data protection", "responsible", "delete them after the class"):
        assert word in said


def test_what_the_guide_says_of_progress_is_what_is_kept(tmp_path: Path, monkeypatch) -> None:
    import json

    from helpers.exercises import check

    kept = tmp_path / ".course_progress.json"
    monkeypatch.setenv("HELPERS_PROGRESS", str(kept))
    check("0.1", 1)
    content = json.loads(kept.read_text(encoding="utf-8"))
    assert set(content) == {"version", "exercises"}
    assert content["exercises"].keys() == {"0.1"}
    assert set(content["exercises"]["0.1"]) == {"status", "points"}
    assert "`.course_progress.json` (exercises, states, points) holds no name" in section("The class notebook").replace(
        "\n", " "
    )


def test_every_exercise_that_is_named_exists() -> None:
    named = set(re.findall(r"\b(?:exercises? |and |\(\")(\d\.\d)\b", read(GUIDE)))
    assert named
    assert named <= set(EXERCISES)


@pytest.mark.parametrize("page", [GUIDE, ROOM], ids=lambda path: path.stem)
def test_it_says_what_was_not_tried(page: Path) -> None:
    untried = re.search(r"\*\*Not tried:\*\*(.*)", read(page).replace("\n", " "))[1]
    for system in ("Windows", "macOS", "Binder"):
        assert system in untried


def test_whoever_teaches_finds_both_pages() -> None:
    assert "notebooks/instructor/teachers_guide.ipynb" in README
    assert "notebooks/instructor/setup_room.ipynb" in README
    assert "instructor/setup_room.ipynb" in read(GUIDE)
    assert "instructor/teachers_guide.ipynb" in read(ROOM)
    assert "instructor/teachers_guide.ipynb" in read(GUIDE.with_name("class_notebook.ipynb"))
