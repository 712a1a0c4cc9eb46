"""Every exercise keeps what it promises: its stub, its right answers, its known mistakes, each with its own message.

A lesson's author runs this file with ``-k "3."``.
"""

from __future__ import annotations

import copy
import importlib
import itertools
import json
import pkgutil
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import helpers.exercises
from helpers.exercises import EXERCISES, check, hint, solution
from helpers.exercises.engine import LEVELS, LONGEST, Exercise, judge, value_of
from helpers.exercises.functions import Functions
from helpers.exercises.plain import plain, thaw
from helpers.exercises.reading import Reading
from helpers.exercises.showing import Feedback, prose, unstarred
from helpers.texts import read_text

ROOT = Path(__file__).resolve().parents[2]
TEXT = read_text()
MODULES = sorted(
    module.name
    for module in pkgutil.iter_modules(helpers.exercises.__path__)
    if re.fullmatch(r"lesson_\d\d", module.name)
)


def of_module(name: str) -> list[Exercise]:
    """Read the exercises of a lesson; one that can not be imported fails in its own test, not in those of others."""
    try:
        return list(importlib.import_module(f"helpers.exercises.{name}").EXERCISES)
    except Exception:
        return []


ALL = [exercise for name in MODULES for exercise in of_module(name)]
each_exercise = pytest.mark.parametrize("exercise", [pytest.param(exercise, id=exercise.id) for exercise in ALL])
each_alternative = pytest.mark.parametrize(
    ("exercise", "number"),
    [
        pytest.param(exercise, number, id=f"{exercise.id}-alternative-{number}")
        for exercise in ALL
        for number in range(len(exercise.alternatives))
    ],
)
each_mistake = pytest.mark.parametrize(
    ("exercise", "number"),
    [
        pytest.param(exercise, number, id=f"{exercise.id}-mistake-{number}")
        for exercise in ALL
        for number in range(len(exercise.mistakes))
    ],
)
each_function = pytest.mark.parametrize(
    "exercise", [pytest.param(exercise, id=exercise.id) for exercise in ALL if exercise.kind == "function"]
)
each_other_reading = pytest.mark.parametrize(
    ("exercise", "number"),
    [
        pytest.param(exercise, number, id=f"{exercise.id}-reading-{number}")
        for exercise in ALL
        for number in range(len(exercise.also))
    ],
)


@pytest.fixture(autouse=True)
def progress_elsewhere(tmp_path, monkeypatch):
    monkeypatch.setenv("HELPERS_PROGRESS", str(tmp_path / "progress.json"))


def answer_of(exercise: Exercise, given: object) -> object:
    """Turn what an author gave into what a learner would give."""
    value = given if exercise.kind == "function" else value_of(given, TEXT)
    return value.values[0] if type(value).__name__ == "_Either" else value


def form(thing: object) -> object:
    """Tell what a value is and what is in it, down to types: 1 and 1.0, a list and a Series, two orders differ."""
    if isinstance(thing, pd.DataFrame):
        return "DataFrame", tuple(map(str, thing.columns)), tuple(map(form, thing.itertuples(index=False, name=None)))
    if isinstance(thing, pd.Series | pd.Index | np.ndarray | pd.api.extensions.ExtensionArray):
        return type(thing).__name__, tuple(map(form, thing))
    if isinstance(thing, dict):
        return type(thing).__name__, tuple((form(key), form(value)) for key, value in thing.items())
    if isinstance(thing, set | frozenset):
        return type(thing).__name__, frozenset(map(form, thing))
    if isinstance(thing, list | tuple):
        return type(thing).__name__, tuple(map(form, thing))
    return type(thing).__name__, thing


def forms(exercise: Exercise, given: object) -> list[object]:
    """Tell what an answer is; if it is a function, what it gives in each case."""
    if isinstance(exercise.check, Functions):
        return [form(given(*case.fresh())) for case in exercise.check.all_cases(TEXT)]
    return [form(answer_of(exercise, given))]


def code_of(function: object) -> object:
    """Tell how a function is written."""
    code = getattr(function, "__code__", None)
    return function if code is None else (code.co_code, code.co_consts, code.co_names, code.co_freevars)


ONE_FORM = (str, bool, type(None))
"""What comes in one form only: two right answers of this kind can differ in nothing but the way to them."""


def assert_sentences(message: str) -> None:
    assert message == message.strip()
    assert message[-1] in ".?!", f"ends without . ? or !: {message}"
    assert len(message) < LONGEST, f"{len(message)} characters: {message}"
    assert message.count("`") % 2 == 0, f"a backtick is alone: {message}"


def assert_not_our_fault(feedback: Feedback) -> None:
    assert "our fault" not in feedback.message, feedback.message


@pytest.mark.parametrize("name", MODULES)
def test_lesson_can_be_imported_and_numbers_its_exercises(name):
    exercises = importlib.import_module(f"helpers.exercises.{name}").EXERCISES
    assert exercises
    lesson = str(int(name[-2:]))
    assert [exercise.id for exercise in exercises] == [f"{lesson}.{n}" for n in range(1, len(exercises) + 1)]


def test_registry_finds_every_exercise():
    assert "lesson_00" in MODULES
    assert list(EXERCISES) == [exercise.id for exercise in ALL]
    assert all(EXERCISES[exercise.id] is exercise for exercise in ALL)


@each_exercise
def test_words_and_numbers(exercise):
    assert exercise.level in LEVELS
    assert exercise.points > 0
    assert exercise.title.strip()
    assert len(exercise.hints) == 3
    assert len({hint.strip() for hint in exercise.hints}) == 3
    assert all(0 < len(hint) < LONGEST and hint.count("`") % 2 == 0 for hint in exercise.hints)
    assert_sentences(exercise.success)
    assert len(exercise.alternatives) >= 2, "two other right answers at least"
    assert len(exercise.mistakes) >= 4 or len(exercise.few) > 20, (
        "four known mistakes, or `few` says why there are less"
    )
    for mistake in exercise.mistakes:
        if isinstance(mistake.message, str):
            assert_sentences(mistake.message)


@each_exercise
def test_stub_is_not_started(exercise):
    names: dict[str, object] = {}
    exec(compile(exercise.stub, f"<stub of {exercise.id}>", "exec"), names)
    assert exercise.name in names, f"the stub does not bind {exercise.name}"
    feedback = check(exercise.id, names[exercise.name])
    assert (feedback.status, feedback.points) == ("not started", 0.0)
    assert check(exercise.id, ...).status == "not started"
    assert_sentences(feedback.message)


@each_exercise
def test_right_answer_is_done(exercise):
    answer = answer_of(exercise, exercise.answers)
    before = Reading(exact=True).key(plain(copy.deepcopy(answer))) if exercise.kind == "value" else None
    feedback = check(exercise.id, answer)
    assert (feedback.status, feedback.points) == ("done", float(exercise.points)), feedback
    assert before is None or Reading(exact=True).key(plain(answer)) == before
    assert exercise.title in repr(feedback)
    assert "done" in feedback._repr_html_()


@each_alternative
def test_alternative_is_done(exercise, number):
    feedback = judge(exercise, answer_of(exercise, exercise.alternatives[number]), TEXT)
    assert (feedback.status, feedback.points) == ("done", float(exercise.points)), feedback


@each_exercise
def test_alternatives_are_other_answers(exercise):
    """Another shape, another type, rounded, in another order; and where there is but one form, another way to it."""
    ways = [exercise.answers, *exercise.alternatives]
    reference = forms(exercise, exercise.answers)
    others = [forms(exercise, way) for way in exercise.alternatives]
    unlike = sum(other != reference for other in others)
    if exercise.kind == "value":
        assert unlike >= 2, "two of the alternatives must have another form than the reference answer"
        return
    for one, other in itertools.combinations(ways, 2):
        assert code_of(one) != code_of(other), "two of the functions are the same code"
    results = [exercise.answers(*case.fresh()) for case in exercise.check.all_cases(TEXT)]
    assert unlike >= 1 or all(type(result) in ONE_FORM for result in results), "one alternative must give another form"


def test_form_tells_answers_apart():
    same = [
        [1, 2],
        [1.0, 2.0],
        (1, 2),
        {1, 2},
        np.array([1, 2]),
        pd.Series([1, 2]),
        [2, 1],
        {1: 2},
        1,
        1.0,
        np.int64(1),
    ]
    assert len({str(form(thing)) for thing in same}) == len(same)
    assert form({"a", "b"}) == form({"b", "a"})
    assert form(pd.DataFrame({"a": [1]})) == form(pd.DataFrame({"a": [1]})) != form(pd.DataFrame({"b": [1]}))


@pytest.mark.parametrize("name", MODULES)
def test_levels_and_kinds_of_a_lesson(name):
    exercises, lesson = of_module(name), int(name[-2:])
    if lesson >= 1:
        assert {exercise.level for exercise in exercises} == set(LEVELS)
    if lesson >= 3:
        functions = sum(exercise.kind == "function" for exercise in exercises)
        assert 3 * functions >= len(exercises), "a third of the exercises at least ask for a function"


@each_function
def test_function_is_judged_on_more_than_one_input(exercise):
    """What a function gives for the examples of the task, learned by heart, is not enough."""
    cases = exercise.check.all_cases(TEXT)
    assert len(cases) >= 4
    first = exercise.answers(*cases[0].fresh())
    assert judge(exercise, lambda *arguments: first, TEXT).status == "not yet"


@each_other_reading
def test_other_reading_is_done_and_both_are_named(exercise, number):
    other = exercise.also[number]
    assert forms(exercise, other.answer) != forms(exercise, exercise.answers)
    feedback = judge(exercise, answer_of(exercise, other.answer), TEXT)
    assert (feedback.status, feedback.points) == ("done", float(exercise.points)), feedback
    assert feedback.message == f"{exercise.success} {other.about}"
    first = judge(exercise, answer_of(exercise, exercise.answers), TEXT)
    assert first.message == " ".join([exercise.success, *(reading.told for reading in exercise.also)])
    for message in (feedback.message, first.message):
        assert len(message) < LONGEST, f"{len(message)} characters: {message}"
        assert message.count("`") % 2 == 0


def open_or_folded(html: str, hints: list[str]) -> None:
    """Hold that the first hint is open, the second folded, and the third folded inside of the second."""
    first, second, third = html.replace(' role="none"', "").split("<details>")
    assert [told in part for part in (first, second, third) for told in hints] == [
        n == m for n in range(3) for m in range(3)
    ]
    assert "</details>" not in second, "the third lies inside of the second"
    assert html.count("<details>") == html.count("<summary>") == html.count("</details>") == 2


@each_mistake
def test_mistake_draws_its_own_message(exercise, number):
    mistake = exercise.mistakes[number]
    answer = answer_of(exercise, mistake.answer)
    feedback = judge(exercise, answer, TEXT)
    assert (feedback.status, feedback.points) == ("not yet", 0.0), feedback
    if isinstance(mistake.message, str):
        expected = mistake.message
    elif exercise.kind == "value":
        expected = mistake.message(thaw(plain(answer)))
    else:
        results = [plain(answer(*case.fresh())) for case in exercise.check.all_cases(TEXT)]
        expected = next(said for result in results if (said := mistake.message(thaw(result))) == feedback.message)
    assert feedback.message == expected
    assert_sentences(feedback.message)
    others = [other.message for n, other in enumerate(exercise.mistakes) if n != number]
    assert feedback.message not in others, "two mistakes have the same message"


@each_exercise
def test_no_answer_at_all_gets_a_sentence(exercise):
    """What can be right in no exercise."""
    for answer in (None, object(), (character for character in "abc"), "abc".upper, [[...], 1], type("Odd", (), {})):
        feedback = check(exercise.id, answer)
        assert feedback.status == "not yet", feedback
        assert_not_our_fault(feedback)
        assert_sentences(feedback.message)


@each_exercise
def test_any_answer_gets_a_sentence(exercise):
    """What is wrong in nearly every exercise, and right in some."""
    for answer in (0, -1, 10**30, 0.5, float("nan"), True, "", "x", b"x", [], {}, set(), [1, "a"], [(0, 3)], {"a": 1}):
        feedback = check(exercise.id, answer)
        assert feedback.status in ("not yet", "done")
        assert_not_our_fault(feedback)
        assert_sentences(feedback.message)


@each_exercise
def test_hints_come_one_after_the_other(exercise):
    pages = [hint(exercise.id) for _ in range(4)]
    assert [page.text for page in pages] == [*exercise.hints, exercise.hints[0]]
    assert len({page.label for page in pages}) == 3
    for number, page in enumerate(pages[:3]):
        shown = " ".join(repr(page).split())
        assert [" ".join(unstarred(told).split()) in shown for told in exercise.hints] == [
            number == n for n in range(3)
        ]
    open_or_folded(pages[2]._repr_html_(), [prose(told) for told in exercise.hints])
    assert pages[2]._repr_html_() == pages[0]._repr_html_(), "running the cell again unfolds nothing"


# --- the notebooks ----------------------------------------------------------------------------------------------------


def checked(path: Path, exercise: Exercise) -> list[str]:
    """Return the states that the checks of an exercise's variable show in a notebook."""
    call = re.compile(rf"check\(\s*[\"']{re.escape(exercise.id)}[\"'],\s*{exercise.name}\b")
    states = []
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        if cell["cell_type"] == "code" and call.search("".join(cell["source"])):
            shown = ["".join(output.get("data", {}).get("text/plain", "")) for output in cell["outputs"]]
            states += [re.split(r" · ", text.split("\n")[0])[-2] for text in shown if text.startswith("Exercise ")]
    return states


@pytest.mark.parametrize("name", MODULES)
def test_notebooks_show_what_they_should(name):
    """As soon as a lesson is written, its instructor edition is done and its learners' edition not started."""
    for lesson in (ROOT / "src" / "lessons").glob(f"{name[-2:]}_*.py"):
        for folder, wanted in (("notebooks/instructor", "done"), ("notebooks", "not started")):
            notebook = ROOT / folder / f"{lesson.stem}.ipynb"
            assert notebook.exists(), f"{notebook.relative_to(ROOT)} is not built: python -m publisher"
            for exercise in of_module(name):
                states = checked(notebook, exercise)
                assert states, f'{folder}: no cell shows check("{exercise.id}", {exercise.name})'
                assert set(states) == {wanted}, f"{folder}: {exercise.id}: {states}"
        for exercise in of_module(name):
            assert solution(exercise.id).code, f"{exercise.id} has no worked solution"
            compile(solution(exercise.id).code, exercise.id, "exec")
