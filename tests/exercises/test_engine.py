"""`check`, `hint`, `solution`, `progress` and `use`, with made-up exercises and every kind of answer."""

from __future__ import annotations

import copy
import importlib
import json
import re
import subprocess
import sys
import time
import types

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.exercises import ACCEPTS_UNDONE, check, engine, hint, progress, showing, solution, use
from helpers.exercises.engine import Also, Case, Exercise, Mistake, function_cases, judge, value_of
from helpers.exercises.plain import plain
from helpers.exercises.reading import Reading
from helpers.exercises.showing import WIDTH, Feedback, Progress

from . import made_up
from .made_up import TEXT, exercise, hostile_objects, read_html, words


@pytest.fixture(autouse=True)
def course(tmp_path, monkeypatch):
    """Put made-up exercises, another text and another file for progress in place of the course's."""
    monkeypatch.setenv("HELPERS_PROGRESS", str(tmp_path / "progress.json"))
    monkeypatch.setattr(engine, "EXERCISES", made_up.ALL)
    monkeypatch.setattr(engine, "_lesson_text", lambda: TEXT)
    monkeypatch.setattr(engine, "_said", set())
    monkeypatch.setattr(engine, "_given", {})
    return tmp_path


def well_formed(feedback: Feedback) -> Feedback:
    """Hold a feedback to what all of them promise."""
    assert type(feedback) is Feedback
    assert feedback.status in ("not started", "not yet", "done")
    assert feedback.message[-1] in ".?!"
    assert len(feedback.message) < engine.LONGEST
    assert "our fault" not in feedback.message
    assert 0 <= feedback.points <= feedback.possible
    assert (feedback.points > 0) == (feedback.status == "done")
    text, html = repr(feedback), feedback._repr_html_()
    text.encode("utf-8")
    html.encode("utf-8")
    assert feedback.status in text
    first, *lines = text.splitlines()
    assert feedback.title in first
    assert all(len(line) <= WIDTH or " " not in line for line in lines), "too long for a terminal"
    shown = read_html(html)
    assert feedback.status in shown
    assert feedback.message.replace("`", "") in shown.replace("`", "")
    assert feedback.title in shown
    return feedback


# --- three outcomes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "answer", "status", "part"),
    [
        (1, ..., "not started", "`names` is still `...`"),
        (1, [...], "not started", "three dots"),
        (1, {"a": ...}, "not started", "three dots"),
        (1, words(TEXT), "done", "Well done."),
        (1, sorted(words(TEXT)), "done", "Well done."),
        (1, pd.Series(sorted(words(TEXT))), "done", "Well done."),
        (1, TEXT.split(), "not yet", "Which begin with a capital?"),
        (1, tuple(sorted(words(TEXT)) * 2), "not yet", "twice each?"),
        (1, ["India"], "not yet", "Only India?"),
        (1, ["India", "Peru"], "not yet", "Only India?"),
        (1, ["Peru"], "not yet", "`'Peru'`"),
        (1, TEXT.split, "not yet", "Brackets?"),
        (1, TEXT.strip, "not yet", "`.strip()`"),
        (1, [..., "India"], "not yet", "still a `...`"),
        (1, TEXT, "not yet", "one string"),
        (2, len(TEXT), "done", "Well done."),
        (2, float(len(TEXT)), "done", "Well done."),
        (3, 0.67, "done", "Well done."),
        (4, 17, "done", "Well done."),
        (4, 18, "done", "Well done."),
        (4, 19, "not yet", "too high"),
        (5, "Mongolia", "done", "Well done."),
        (5, "Peru", "not yet", "does not stand in the text"),
        (5, ["Mongolia", "India"], "not yet", "Which of them"),
        (7, [{"name": "Mongolia", "n": 2}, {"name": "India", "n": 1}], "not yet", "to each key"),
        (7, {"name": ("India", "Mongolia"), "n": [1, 2]}, "done", "Well done."),
    ],
)
def test_outcomes(number, answer, status, part):
    feedback = well_formed(check(f"99.{number}", answer))
    assert (feedback.status, part in feedback.message) == (status, True), feedback
    assert feedback.points == (2.0 if status == "done" else 0.0)
    assert feedback.exercise == f"99.{number}"
    assert feedback.possible == 2.0


def test_feedback_names_the_answer():
    feedback = check("99.1", ["<b>India</b>", "x" * 1000])
    assert feedback.answer.startswith("names = ['<b>India</b>', 'xxxx")
    assert feedback.answer.endswith("a list of 2")
    assert len(feedback.answer) < 150
    assert "&lt;b&gt;India&lt;/b&gt;" in feedback._repr_html_()
    assert "<b>" not in feedback._repr_html_()


def test_no_style_sheet_and_no_script():
    for html in (
        check("99.1", "</div><script>alert(1)</script><style>*{}</style>")._repr_html_(),
        hint("99.1")._repr_html_(),
    ):
        assert "<script" not in html
        assert "<style" not in html
        read_html(html)


@pytest.mark.parametrize("color", [*showing._BADGES.values(), showing._NEUTRAL])
def test_badges_can_be_read(color):
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))
    assert 1.05 / (luminance + 0.05) >= 4.5
    assert "color: #ffffff" in showing._BADGE


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("99.11", 'Did you mean "99.1"'),
        ("99.9", "Did you mean"),
        ("12.1", "Did you mean"),
        ("", "Did you mean"),
        ("x" * 1000, "Did you mean"),
        (None, 'as in "1.2"'),
        (["99.1"], 'as in "1.2"'),
        (float("nan"), "Did you mean"),
        (made_up.Hostile(), 'as in "1.2"'),
    ],
    ids=range(9),
)
def test_unknown_exercise(asked, part):
    feedback = check(asked, 3)
    assert part in feedback.message
    assert feedback.points == 0
    read_html(feedback._repr_html_())
    for page in (hint(asked), solution(asked)):
        assert part in page.text
        read_html(page._repr_html_())


def test_a_number_is_as_good_as_a_string():
    assert check(99.2, len(TEXT)).status == "done"
    assert check(" 99.2 ", len(TEXT)).status == "done"


def test_another_text(course):
    assert check("99.2", 3, text="abc").status == "done"
    assert check("99.2", 3).status == "not yet"
    assert (
        json.loads((course / "progress.json").read_text(encoding="utf-8"))["exercises"]["99.2"]["status"] == "not yet"
    )
    assert "must be a string" in check("99.2", 3, text=3).message


def test_a_fault_in_an_exercise_is_ours(monkeypatch):
    broken = exercise(8, answers=lambda text: 1 / 0)
    monkeypatch.setattr(engine, "EXERCISES", {"99.8": broken})
    feedback = check("99.8", 3)
    assert "ZeroDivisionError" in feedback.message
    assert "our fault" in feedback.message
    assert check("99.8", ...).status == "not started"


def test_a_message_that_fails_is_ours(monkeypatch):
    broken = exercise(8, answers=len, mistakes=[Mistake(3, lambda answer: answer.no_such_thing)])
    monkeypatch.setattr(engine, "EXERCISES", {"99.8": broken})
    assert "our fault" in check("99.8", 3).message


def test_long_messages_end_at_a_sentence():
    assert len(engine._shorten("A short one. " * 60)) < engine.LONGEST
    assert engine._shorten("A short one. " * 60).endswith("one.")
    assert engine._shorten("word " * 200)[-1] == "?"
    assert engine._shorten(" Fine. ") == "Fine."


# --- nothing is touched -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(len(hostile_objects())))
@pytest.mark.parametrize("name", list(made_up.ALL))
def test_hostile_answers(name, number):
    thing = hostile_objects()[number]
    array = np.empty(1, dtype=object)
    array[0] = thing
    answers = [thing, [thing], (thing, "India"), {"a": thing}, array, pd.Series(array, dtype=object)]
    for answer in answers:
        if name == "99.6" and type(answer) is type:
            continue  # a function exercise calls what can be called
        assert well_formed(check(name, answer)).status == "not yet"


def test_generators_are_not_consumed():
    for answer in ((w for w in TEXT.split()), map(str, [1, 2]), zip("ab", "cd", strict=True), iter([1])):
        before = check("99.1", answer)
        assert "`list()`" in before.message
        assert next(answer) is not None


def test_large_answers_are_fast():
    for answer in (list(range(10**6)), ["x"] * 10**6, "x" * 10**7, np.zeros(10**7), set(range(10**5)), [[1]] * 10**6):
        start = time.process_time()  # not what other processes take: a machine may be busy
        well_formed(check("99.1", answer))
        assert time.process_time() - start < 0.5


def test_checking_takes_no_time(course):
    check("99.1", ["Peru"])
    times = []
    for number in range(20):
        (course / "progress.json").unlink(missing_ok=True)
        start = time.perf_counter()
        check("99.1", ["Peru", str(number)])
        times.append(time.perf_counter() - start)
        assert (course / "progress.json").exists()
    assert min(times) < 0.05  # the best of them: the others may have waited for other processes


things = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=50)
    | st.sampled_from(["India", "Mongolia", "Ulaanbaatar", ..., len, str.split, 17, np.int64(17), pd.NaT, TEXT])
    | st.binary(max_size=4)
    | st.dates()
    | st.complex_numbers(),
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=4), inner, max_size=4)
        | st.frozensets(st.integers() | st.text(max_size=3), max_size=4)
        | st.lists(inner, max_size=3).map(lambda items: pd.Series(items, dtype=object))
        | st.lists(inner, max_size=3).map(lambda items: pd.DataFrame({"name": pd.Series(items, dtype=object)}))
    ),
    max_leaves=20,
)


@given(st.sampled_from(sorted(set(made_up.ALL) - {"99.6"})), things)
def test_any_answer_is_answered_and_left_alone(name, answer):
    reading = Reading(exact=True)
    before = reading.key(plain(answer))
    feedback = well_formed(judge(made_up.ALL[name], answer, TEXT))
    assert feedback.status != "done" or name in ("99.4", "99.5", "99.7")
    assert reading.key(plain(answer)) == before


@pytest.mark.parametrize(
    "answer",
    [
        ["b", "a"],
        {"b": [1]},
        {"x"},
        pd.DataFrame({"a": [2, 1]}, index=[1, 0]),
        pd.Series([2, 1]),
        np.array([2, 1]),
    ],
    ids=lambda answer: type(answer).__name__,
)
def test_answers_are_not_changed(answer):
    before, items = copy.deepcopy(answer), list(answer)
    for name in made_up.ALL:
        check(name, answer)
    assert bool(np.all(answer == before))
    assert all(item is other for item, other in zip(answer, items, strict=True)) or not isinstance(answer, list | dict)
    if isinstance(answer, pd.DataFrame):
        assert answer.index.tolist() == [1, 0]


# --- functions --------------------------------------------------------------------------------------------------------


def make(source: str) -> object:
    names: dict[str, object] = {}
    exec(source, names)
    return names["longest_first"]


@pytest.mark.parametrize(
    ("body", "status", "part"),
    [
        ("    ...", "not started", "still `...`"),
        ("    pass", "not started", "still `...`"),
        ("    return sorted(names, key=len, reverse=True)", "done", "Well done."),
        ("    return tuple(sorted(names, key=len, reverse=True))", "done", "Well done."),
        ("    return sorted(names, key=len)", "not yet", "The shortest comes first."),
        ("    return list(reversed(sorted(names, key=len, reverse=True)))", "not yet", "The shortest comes first."),
        ("    return sorted(names)[0]", "not yet", "Only 'UN'?"),
        ("    return names", "not yet", "The shortest comes first."),
        ("    while True:\n        pass", "not yet", "never ends"),
        ("    return longest_first(names)", "not yet", "calls itself without end"),
        ("    import sys\n    sys.exit()", "not yet", "`return` ends a function"),
        ("    return input('Names?')", "not yet", "`input()`"),
        ("    x = 1\n    return names[9]", "not yet", "line 3 of your function"),
        ("    return nams", "not yet", "NameError"),
        ("    return set(names) / 2", "not yet", "One of the two is a set, not a number."),
        ("    print(sorted(names, key=len, reverse=True))", "not yet", "use `return`"),
        ("    sorted(names, key=len, reverse=True)", "not yet", "Is there a `return`"),
        ("    names.sort(key=len, reverse=True)\n    return names", "not yet", "changed what it was given"),
        ("    return ['UNODC', 'UN']", "not yet", "for every other input the same"),
        ("    yield from names", "not yet", "`return list(...)`"),
        ("    return ...", "not yet", "in place of the three dots"),
        ("    return len", "not yet", "the function `len` itself"),
        ("    return {'UNODC', 'UN'} if names else []", "not yet", "should give `['UNODC', 'UN']`"),
    ],
)
def test_functions(body, status, part):
    feedback = well_formed(check("99.6", make(f"def longest_first(names):\n{body}")))
    assert (feedback.status, part in feedback.message) == (status, True), feedback


@pytest.mark.parametrize(
    ("answer", "part"),
    [
        (None, "after `def`"),
        (["UNODC", "UN"], 'check("99.6", longest_first)'),
        ("longest_first", "without brackets"),
        (object(), "I expected a function"),
        (len, "should give"),
        (list, "The shortest comes first."),
        (lambda: 1, "could not be called"),
        (lambda names, more: 1, "could not be called"),
    ],
    ids=range(8),
)
def test_what_is_no_such_function(answer, part):
    feedback = well_formed(check("99.6", answer))
    assert (feedback.status, part in feedback.message) == ("not yet", True), feedback


@pytest.mark.parametrize(
    ("function", "part"),
    [
        (lambda text: text.capitalize(), "small letters"),
        (lambda text: text.capitalize() + ("!" if " " in text else ""), "small letters"),
        (lambda text: text.lower() + ("!" if " " in text else ""), "should give `'two words'`"),
        (lambda text: 1 / 0, "ZeroDivisionError"),
    ],
)
def test_a_mistake_is_seen_beside_a_second_one(function, part):
    two_at_once = exercise(
        8,
        stub="def f(text):\n    ...",
        answers=str.lower,
        check=function_cases([Case("Word"), Case("two words")]),
        mistakes=[
            Mistake(lambda text: text.capitalize(), "Only small letters are wanted.", when=lambda made: made == "Word")
        ],
    )
    feedback = judge(two_at_once, function, TEXT)
    assert (feedback.status, part in feedback.message) == ("not yet", True), feedback


def test_a_function_that_remembers():
    collected: list[str] = []

    def longest_first(names):
        collected.extend(sorted(names, key=len, reverse=True))
        return collected

    feedback = check("99.6", longest_first)
    assert "outside of it" in feedback.message


def test_a_function_is_told_about_inputs_in_words(monkeypatch):
    quiet = exercise(
        8,
        stub="def f(text):\n    ...",
        answers=len,
        check=function_cases(
            lambda text: [Case("abc", tell="a short text"), Case(text), Case("x" * 500), Case("abcd", show=False)]
        ),
    )
    monkeypatch.setattr(engine, "EXERCISES", {"99.8": quiet})
    assert check("99.8", len).status == "done"
    assert "With a short text, `f`: " in check("99.8", lambda text: len(text) + 1).message
    message = check("99.8", lambda text: min(len(text), 100)).message
    assert "xxx" in message or "The title" in message
    assert "500" not in message
    hidden = check("99.8", lambda text: 5 if len(text) == 4 else len(text)).message
    assert "4" not in hidden.replace("abcd", "")


def test_tables_from_functions(monkeypatch):
    def table(text):
        return pd.DataFrame({"word": text.split(), "n": range(len(text.split()))})

    tables = exercise(8, stub="def f(text):\n    ...", answers=table, check=function_cases([Case("a b"), Case("")]))
    monkeypatch.setattr(engine, "EXERCISES", {"99.8": tables})
    assert check("99.8", table).status == "done"
    assert check("99.8", lambda text: table(text).to_dict("records") if text else []).status == "done"
    assert "1 row is missing" in check("99.8", lambda text: table(text).head(1)).message
    assert "no column `n`" in check("99.8", lambda text: table(text)[["word"]]).message


def test_a_function_may_be_allowed_to_change_its_input(monkeypatch):
    def grow(names):
        names.append("x")
        return names

    open_ = exercise(8, stub="def f(names):\n    ...", answers=grow, check=function_cases([Case([])], may_change=True))
    monkeypatch.setattr(engine, "EXERCISES", {"99.8": open_})
    assert check("99.8", grow).status == "done"


# --- hints, solutions, progress, use ----------------------------------------------------------------------------------


def test_hints_go_round():
    pages = [hint("99.1") for _ in range(4)]
    assert [page.label for page in pages] == ["hint 1 of 3", "hint 2 of 3", "hint 3 of 3", "hint 1 of 3"]
    assert [page.text for page in pages[:3]] == list(made_up.HINTS)
    assert "NameError" in pages[0].after
    assert 'solution("99.1")' in pages[2].after
    assert hint("99.2").label == "hint 1 of 3"
    for page in pages:
        assert all(told in read_html(page._repr_html_()) for told in made_up.HINTS)
        assert page.text in " ".join(repr(page).split())
        assert max(map(len, repr(page).splitlines())) <= WIDTH
        assert 'hint("99.1")' in repr(page) or page is pages[2]


def test_solution(monkeypatch):
    source = 'names = {w for w in text.split() if w[0] < "a"}  # <b>'
    monkeypatch.setitem(sys.modules, "helpers.exercises._solutions", types.SimpleNamespace(SOLUTIONS={"99.1": source}))
    page = solution("99.1")
    assert f"    {source}" in repr(page)
    assert source in read_html(page._repr_html_())
    assert "<pre" in page._repr_html_()
    assert "<b>" not in page._repr_html_()
    assert made_up.HINTS[2] in solution("99.2").text


@pytest.mark.parametrize("module", [None, types.SimpleNamespace(), types.SimpleNamespace(SOLUTIONS=3)], ids=range(3))
def test_solution_before_there_is_one(monkeypatch, module):
    monkeypatch.setitem(sys.modules, "helpers.exercises._solutions", module)
    assert "not been written out yet" in solution("99.1").text


def test_progress(course):
    assert {row[4] for row in progress().rows} == {"not started"}
    check("99.1", ["Peru"])
    check("99.2", len(TEXT))
    check("99.2", 3)
    rows = {row[1]: row for row in progress().rows}
    assert rows["99.1"][4:6] == ("not yet", 0.0)
    assert rows["99.2"][4:6] == ("done", 2.0)
    assert rows["99.3"][4:6] == ("not started", 0.0)
    assert "1 of 7 exercises done, 2 of 14 points." in repr(progress())
    assert progress().lessons() == (("99", 1, 7, 2.0, 14.0),)
    assert "Lesson 99: 1 of 7 done, 2 of 14 points" in repr(progress())
    shown = read_html(progress()._repr_html_())
    assert "1 of 7 exercises done" in shown
    assert "not started" in shown
    assert [path.name for path in course.iterdir()] == ["progress.json"]


def test_progress_adds_up_by_lesson():
    shown = Progress(
        (
            ("1", "1.1", "One", "guided", "done", 2.0, 2.0),
            ("1", "1.2", "Two <b>", "stretch", "not yet", 0.0, 1.5),
            ("2", "2.1", "Three", "guided", "not started", 0.0, 1.0),
        ),
        "Something is " + "long, " * 30,
    )
    assert shown.lessons() == (("1", 1, 2, 2.0, 3.5), ("2", 0, 1, 0.0, 1.0))
    text = repr(shown)
    assert text.index("1 of 3 exercises done, 2 of 4.5 points.") < text.index("Lesson 1: 1 of 2 done, 2 of 3.5 points")
    assert text.index("1.2 Two <b>") < text.index("Lesson 2: 0 of 1 done, 0 of 1 points") < text.index("2.1 Three")
    assert max(map(len, text.splitlines())) <= WIDTH
    html = shown._repr_html_()
    totals, each = html.split("<details>")
    assert "Lesson 1" in totals
    assert "1 of 2" in totals
    assert "2 of 3.5" in totals
    assert "1.2 Two &lt;b&gt;" in each
    assert "1.1" not in totals
    assert "Something is" in totals
    read_html(html)
    assert "0 of 0 exercises done" in Progress(()).__repr__()
    assert "0 of 0 exercises done" in Progress(())._repr_html_()


def test_what_helps_a_screen_reader(course):
    """The state is a word, tables name their rows and columns, the language is given, and no heading gets in."""
    check("99.2", len(TEXT))
    shown = [check("99.2", len(TEXT)), check("99.2", 3), check("99.2", ...), hint("99.1"), solution("99.1"), progress()]
    for thing in shown:
        html = thing._repr_html_()
        assert html.startswith('<div lang="en"')
        assert not re.search(r"<h\d|<style|class=|onclick", html)
        assert all("scope=" in cell for cell in re.findall(r"<th\b[^>]*>", html))
        assert html.count("<tr>") == html.count('scope="row"') + html.count('scope="rowgroup"') + html.count("<thead>")
    for feedback in shown[:3]:
        assert f">{feedback.status}</span>" in feedback._repr_html_()
        # one block of plain inline text: a screen reader tells it once, whole, and from first to last
        frame, inside = re.fullmatch(r"(<div [^>]*>)<p [^>]*>(.*)</p></div>", feedback._repr_html_()).groups()
        assert 'role="status"' in frame
        assert not re.search(r"<(?!/|span |br>|\w+ role=\"none\")", inside)
    for page, label in ((shown[3], "hint 1 of 3"), (shown[4], "worked solution")):
        # told once: one status, one paragraph of plain inline text; what is folded, and code, is read on arrival
        [inside] = re.findall(r'<div role="status"[^>]*><p [^>]*>(.*?)</p></div>', page._repr_html_())
        assert f">{label}</span>" in inside
        assert not re.search(r"<(?!/|span |br>|\w+ role=\"none\")", inside)
        assert page._repr_html_().count('role="status"') == 1
    assert "<details" not in re.search(r'<div role="status".*?</div>', shown[3]._repr_html_()).group()
    assert "<pre" not in re.search(r'<div role="status".*?</div>', shown[4]._repr_html_()).group()
    assert "<caption" in progress()._repr_html_()


def test_a_damaged_file_is_said_once(course):
    (course / "progress.json").write_text("{", encoding="utf-8")
    assert "was damaged" in check("99.1", ["Peru"]).note
    assert check("99.1", ["Peru"]).note == ""
    (course / "progress.json").write_text("{", encoding="utf-8")
    assert "was damaged" in progress().note
    assert "was damaged" not in progress().note


def test_where_nothing_can_be_written_it_is_said_once(course, monkeypatch):
    (course / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("HELPERS_PROGRESS", str(course / "file" / "progress.json"))
    first = check("99.2", len(TEXT))
    assert first.status == "done"
    assert "can not be kept" in first.note
    assert first.note in " ".join(repr(first).split())
    assert first.note in read_html(first._repr_html_())
    assert check("99.2", len(TEXT)).note == ""


@pytest.mark.parametrize(
    ("answer", "otherwise", "like", "taken"),
    [
        (..., 3, None, False),
        (5, 3, None, True),
        (None, 3, None, False),
        ("x", 3, None, False),
        (np.int64(3), 3, (int, np.integer), True),
        (["a"], ("b",), None, False),
        (["a"], ("b",), (list, tuple), True),
        (pd.DataFrame(), pd.DataFrame(), None, True),
        ([], pd.DataFrame(), None, False),
        (made_up.Hostile(), 3, None, False),
    ],
    ids=range(10),
)
def test_use(answer, otherwise, like, taken, capsys):
    assert use(answer, otherwise, like) is (answer if taken else otherwise)
    assert ("course's own" in capsys.readouterr().out) != taken


def test_use_of_functions_and_of_checked_answers(capsys):
    stub = make(made_up.FUNCTION.stub)
    right = made_up.FUNCTION.answers
    wrong = made_up.FUNCTION.mistakes[0].answer
    assert use(stub, right) is right
    assert use(wrong, right) is wrong
    assert use(wrong, right, exercise="99.6") is right
    assert use(right, wrong, exercise="99.6") is right
    assert use(17, 1, exercise="99.4") == 17
    assert use(19, 1, exercise="99.4") == 1
    assert use(19, 1, exercise="no such") == 1
    assert use(..., 1, exercise="99.4") == 1
    assert capsys.readouterr().out.count("course's own of exercise 99.6") == 1


def test_every_function_that_accepts_undone_does():
    assert {"check", "use"} <= ACCEPTS_UNDONE
    assert check("99.1", ...).status == "not started"
    assert check("99.1").status == "not started"
    assert use(..., 1) == 1


# --- the package ------------------------------------------------------------------------------------------------------


def test_importing_is_light():
    code = (
        "import sys; import helpers.exercises; "
        "assert 'pandas' not in sys.modules and 'numpy' not in sys.modules; "
        "assert not [name for name in sys.modules if 'lesson_' in name]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_public_names():
    package = importlib.import_module("helpers.exercises")
    called = {"check", "hint", "solution", "progress", "save_progress", "load_progress", "use"}
    assert called | {"EXERCISES", "ACCEPTS_UNDONE"} == set(package.__all__)


def test_value_of():
    assert value_of(len, "abc") == 3
    assert value_of(["a"], "abc") == ["a"]


def test_name_is_taken_from_the_stub():
    assert made_up.SET.name == "names"
    assert made_up.FUNCTION.name == "longest_first"
    odd = Exercise("1.1", "t", "guided", 1, "x.y = ...", ["a", "b", "c"], answers=len)
    assert odd.name == "answer"
    assert Exercise("1.1", "t", "guided", 1, "x = (", ["a", "b", "c"], answers=len).name == "answer"


def test_in_a_real_kernel(tmp_path):
    """A loop is stopped, an error names the learner's line, and the next cell runs."""
    import nbformat
    from nbclient import NotebookClient

    cells = [
        "from helpers.exercises.engine import *\n"
        "import helpers.exercises.engine as engine\n"
        "exercise = Exercise('1.1', 'Longest', 'guided', 2, 'def f(names):\\n    ...', ['a', 'b', 'c'],\n"
        "    answers=lambda names: sorted(names), check=function_cases([Case(['b', 'a'])], limit=0.3))",
        "def f(names):\n    names = names[:]\n    while True:\n        names.append(1); names.pop()",
        "print(engine.judge(exercise, f, ''))",
        "def f(names):\n    print('loud')\n    return names[7]",
        "print(engine.judge(exercise, f, ''))",
        "engine.judge(exercise, lambda names: sorted(names), '')",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    NotebookClient(
        notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    shown = ["".join(output.get("text", "") for output in cell["outputs"]) for cell in notebook.cells]
    assert "never ends" in shown[2]
    assert "line 3 of your function, `return names[7]`, with IndexError" in " ".join(shown[4].split())
    assert "loud" not in shown[4]
    data = notebook.cells[5]["outputs"][0]["data"]
    assert re.match(r"Exercise 1\.1 · Longest · done", data["text/plain"])
    assert data["text/html"].startswith("<div")


def test_a_check_without_an_answer_says_how_to_give_one() -> None:
    feedback = check("99.1")
    assert feedback.status == "not started"
    assert f'check("99.1", {made_up.ALL["99.1"].name})' in feedback.message


def test_use_says_what_to_do_with_pairs_where_a_table_is_needed(capsys: pytest.CaptureFixture[str]) -> None:
    table = pd.DataFrame({"start": [0]})
    assert use([("SCO", "IGO")], table) is table
    assert "spans_from(text, [...])" in capsys.readouterr().out
    assert use(..., table) is table
    assert "spans_from" not in capsys.readouterr().out


def test_two_readings_are_both_done_and_each_is_told_of_the_other(monkeypatch):
    both = exercise(
        8,
        stub="n = ...",
        answers=lambda text: 17,
        success="Well counted.",
        also=[Also(lambda text: 18, told="With the title: 18.", about="Without the title: 17.")],
        mistakes=[Mistake(19, "One too many.")],
    )
    monkeypatch.setattr(engine, "EXERCISES", {"99.8": both})
    told = {answer: well_formed(check("99.8", answer)) for answer in (17, 18, 18.0, 19, 20)}
    assert told[17].message == "Well counted. With the title: 18."
    assert told[18].message == "Well counted. Without the title: 17."
    assert [told[answer].status for answer in (17, 18, 19, 20)] == ["done", "done", "not yet", "not yet"]
    assert told[19].message == "One too many."


def test_a_function_with_another_reading(monkeypatch):
    """It must keep to one reading in all cases: half of one and half of the other is none."""
    cases = function_cases([Case(["b", "a"]), Case(["d", "c", "c"])])
    both = exercise(
        8,
        stub="def f(names):\n    ...",
        answers=sorted,
        check=cases,
        success="Sorted.",
        also=[Also(lambda names: sorted(set(names)), told="Each once is right, too.", about="Repetitions may stay.")],
    )
    monkeypatch.setattr(engine, "EXERCISES", {"99.8": both})
    assert check("99.8", lambda names: sorted(names)).message == "Sorted. Each once is right, too."
    assert check("99.8", lambda names: sorted(set(names))).message == "Sorted. Repetitions may stay."
    assert check("99.8", lambda names: sorted(names)[::-1]).status == "not yet"
    assert check("99.8", lambda names: sorted(set(names)) if names[0] == "b" else names).status == "not yet"
