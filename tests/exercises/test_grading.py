"""The points of a graded cell: always a plain number, and never another verdict than that of `check`."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.exercises import EXERCISES, check, grading
from helpers.exercises.engine import Case, Exercise, function_cases, value_of
from helpers.exercises.grading import grade, verdict
from helpers.exercises.showing import Feedback
from helpers.texts import read_text

FUNCTION = next(exercise for exercise in EXERCISES.values() if exercise.kind == "function")
VALUE = next(exercise for exercise in EXERCISES.values() if exercise.kind == "value")
TWICE = Exercise(
    "9.1",
    "Twice",
    "guided",
    2,
    "def twice(number):\n    ...",
    ["Idea?", "Method?", "Line?"],
    answers=lambda number: 2 * number,
    check=function_cases([Case(1), Case(2)]),
)


def right(exercise):
    return exercise.answers if exercise.kind == "function" else value_of(exercise.answers, read_text())


@pytest.mark.parametrize("exercise", [VALUE, FUNCTION], ids=lambda exercise: exercise.id)
def test_a_right_answer_has_its_points_as_a_plain_float(exercise, capsys):
    points = grade(exercise.id, {exercise.name: right(exercise)})
    assert type(points) is float
    assert points == exercise.points
    assert capsys.readouterr().out.startswith(f"{exercise.id} · done · ")


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda exercise: exercise.id)
def test_a_missing_name_and_an_untouched_one_have_none(exercise):
    assert grade(exercise.id, {}) == 0.0
    assert grade(exercise.id, {exercise.name: ...}) == 0.0


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists, max_leaves=5))
def test_points_and_check_agree_on_anything(answer):
    assert verdict(VALUE, {VALUE.name: answer}).points == check(VALUE.id, answer, text=read_text()).points


def test_an_exercise_that_does_not_exist_has_no_points_and_raises_nothing(capsys):
    assert grade("99.9", {}) == 0.0
    assert "99.9 · not graded" in capsys.readouterr().out


@pytest.mark.filterwarnings("ignore:loud")
def test_what_a_function_writes_on_stderr_does_not_come_out(capsys):
    def loud(*given):
        print("loud", file=sys.stderr)
        warnings.warn("loud", stacklevel=1)
        return FUNCTION.answers(*given)

    assert grade(FUNCTION.id, {FUNCTION.name: loud}) == FUNCTION.points
    assert capsys.readouterr().err == ""


def test_a_function_must_stand_further_inputs_too():
    typed_in = {1: 2, 2: 4}.get
    assert verdict(TWICE, {"twice": typed_in}).points == 2
    assert verdict(TWICE, {"twice": TWICE.answers}, [(3,), (0,)]).points == 2
    refused = verdict(TWICE, {"twice": lambda number: typed_in(number, 0)}, [(3,), (0,)])
    assert (refused.status, refused.points) == ("not yet", 0.0)
    assert refused.message.startswith("With another input: `twice(3)`")


def test_what_check_refuses_no_further_input_saves():
    assert verdict(TWICE, {"twice": lambda number: number}, [(0,)]).message == verdict(TWICE, {"twice": abs}).message


def test_an_input_that_the_exercise_itself_does_not_take_costs_nothing():
    assert verdict(TWICE, {"twice": TWICE.answers}, [(3, 4)]).points == 2


def test_half_a_character_in_the_message_is_no_trouble(capsys, monkeypatch):
    monkeypatch.setattr(grading, "verdict", lambda *given: Feedback("not yet", "\ud800", 0.0))
    assert grade(VALUE.id, {}) == 0.0
    assert "\\ud800" in capsys.readouterr().out


def test_nothing_is_recorded(tmp_path: Path, monkeypatch):
    monkeypatch.setenv("HELPERS_PROGRESS", str(tmp_path / "progress.json"))
    grade(VALUE.id, {VALUE.name: right(VALUE)})
    assert list(tmp_path.iterdir()) == []
