'''The exercises of the course: what one is, and `check`, `hint`, `solution`, `progress`, `use`.

Learners
--------
``check("1.2", disguised)`` answers with one of three: not started, not yet, done. ``hint("1.2")`` gives the next of
three hints, ``solution("1.2")`` the worked solution, ``progress()`` a table of what is done. ``save_progress()`` writes
that into one small file to take along, and ``load_progress()`` reads it elsewhere. None of them raises.

Authors
-------
The exercises of lesson 3 are a list `EXERCISES` in ``helpers/exercises/lesson_03.py``; all that it needs is imported
from this module. ``pytest tests/exercises -k "3."`` then holds each to what it promises. An exercise that asks for a
*value*:

>>> from helpers.exercises.engine import Exercise, Mistake, same_set
>>> disguised = Exercise(
...     "1.2",
...     title="Who else is in disguise?",
...     level="on your own",                    # "guided", "on your own" or "stretch"
...     points=2,
...     stub="disguised = ...",                 # takes the place of the solution; runs, and is "not started"
...     hints=[                                 # idea, method, line
...         "ord(character) gives a character's number. Which numbers do you want to keep?",
...         "Start with an empty set, walk through the text, and add what lies beyond 127.",
...         "`if ord(character) > 127: disguised.add(character)` is the line inside the loop.",
...     ],
...     answers=lambda text: {character for character in text if ord(character) > 127},
...     expects="a set of characters",          # goes into "I expected …"; left out: "a set"
...     check=same_set(),                       # left out: follows from what `answers` gives
...     alternatives=[lambda text: sorted({character for character in text if ord(character) > 127})],
...     mistakes=[
...         Mistake(                            # a value, or a function of the text …
...             lambda text: [character for character in text if ord(character) > 127],
...             "You have the right characters, but some of them twice. What forgets repetitions?",
...         ),
...         Mistake(                            # … and a message, or a function of the answer
...             lambda text: set(text),
...             lambda answer: f"Those are all {len(answer)} characters of the text. Which lie beyond 127?",
...         ),
...     ],
...     success="A look at code points finds what the eye can not see.",
... )

One that asks for a *function* (judged on several inputs; `answers`, `alternatives` and the first part of a mistake are
then functions themselves, in place of functions of the text):

>>> from helpers.exercises.engine import Case, function_cases, same_list
>>> longest_first = Exercise(
...     "3.2",
...     title="The longest name first",
...     level="guided",
...     points=3,
...     stub="""def longest_first(names):
...     ...""",
...     hints=[
...         "Which of two names must be tried first, if one begins with the other?",
...         "sorted() can be told by what to sort, and to turn the order around.",
...         "`return sorted(names, key=len, reverse=True)`",
...     ],
...     answers=lambda names: sorted(names, key=len, reverse=True),
...     check=function_cases(
...         [Case(["UN", "UNODC"]), Case([]), Case(["SCO", "RATS"], gives=["RATS", "SCO"])], compare=same_list()
...     ),
...     alternatives=[lambda names: sorted(names, key=lambda name: -len(name))],
...     mistakes=[
...         Mistake(lambda names: sorted(names, key=len), "The shortest comes first. What turns the order around?"),
...         Mistake(lambda names: sorted(names)[::-1], "That is the alphabet, backward. What should it sort by?"),
...     ],
...     success="Now no name hides in a longer one.",
... )

What is judged, in this order: the three dots (not started), a right answer (done), a mistake of the list (its own
message), something that is not of the wanted kind (the engine's message), something else (the comparator says what is
too much, how many are missing and where to look, and never names what is missing).

How answers are compared (``check=``; all forgive list, tuple, set, Series, array or column, numpy or Python types,
white space around a string, a rounded number, a date in any form):

=====================================  =============================================================================
``same_value()``                       whatever `answers` gives, in its own way; this is what you get without ``check=``
``same_set()``                         order does not matter, repetitions do; ``names=True``: any spelling of a state or
                                       organization in the reference tables, ``names={"spelling": "name"}``: more
``same_list()``                        order matters
``same_number(tolerance, decimals=2)`` a number; without a tolerance it must be right, but may be rounded
``same_text(exact=False)``             a string
``same_mapping()``                     a dict, Counter, labeled Series, list of pairs, table of two columns
``same_table(columns, key, names=…)``  a table, list of dicts, dict of lists; `key` lets messages name row and column
``same_spans(labels)``                 (start, end), (start, end, label), dicts, rows of a table
``judged_by(rule, wants)``             many right answers: ``rule(answer, text)`` gives "" or the message
``all_of(…)``, ``any_of(…)``           several of these
``function_cases([Case(…)], compare=…, limit=3, may_change=False)``, with ``Case(*arguments, gives=…, tell=…, show=…)``
=====================================  =============================================================================

Good to know

- More than one right value: ``answers=lambda text: either(17, 18)``. A mistake of many shapes: ``Mistake(example,
  message, when=lambda answer: …)``. Both `message` and `when` get a copy in lists, tuples, sets, dicts and tables.
- A second reading of the task that one can defend is as right: ``also=[Also(answer, told="…", about="…")]``. Who has
  the first reading is told of this one after the success (`told`), who has this one is told of the first (`about`).
- Fewer than four mistakes need a reason: ``few="…"``.
- The engine has messages for `None`, a `...` left inside, a method or function without brackets, a generator, a match,
  an open file, bytes, a string for a list, a number in quotes, a comma that makes a tuple, a list in a list, numbers
  that are all one off, a percentage for a share; in functions for no `return`, `print` for `return`, a loop without
  end, recursion, any exception (with the learner's line), `input()`, a changed input, a result that never changes, a
  list outside. Write a `Mistake` for what only this exercise can go wrong in; it comes before these.
- `expects` is read after "I expected" and before "and found": "a set of characters", without a comma.
- Backticks make code in messages and hints, stars around words make *emphasis* (plain text shows it without stars); a
  star that is meant as one stands in code: `drug*`. A message ends with . ? or ! and is shorter than 400 characters.
- A function's mistakes must differ in what they do in some case: add the case that tells them apart. A case with a
  `Case(text)` or other long input never shows what should come out; ``show=False`` hides it always, and ``tell="a text
  without a date"`` stands for the input in the message.
- A lesson's cell goes on with what an exercise sets through `use`: ``mine = use(words, split_words(text)["text"])``;
  for functions and wherever a wrong answer could stop the lesson: ``use(f, theirs, exercise="3.2")``.
- A comparator can be tried: ``same_set().says({"a"}, ["b"], text)`` gives the message.
'''

from __future__ import annotations

import ast
import difflib
import importlib
import pkgutil
import re
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path, PurePath
from typing import Any

from helpers.exercises import record
from helpers.exercises.compare import (
    Check,
    Rule,
    Scene,
    Several,
    all_of,
    any_of,
    judged_by,
    same_list,
    same_mapping,
    same_number,
    same_set,
    same_spans,
    same_table,
    same_text,
    same_value,
)
from helpers.exercises.functions import Case, Functions, function_cases
from helpers.exercises.plain import Node, Plain, describe, has, plain, readable, show, thaw
from helpers.exercises.running import Outcome, untouched
from helpers.exercises.showing import Feedback, Hints, Page, Progress
from helpers.exercises.wording import misfit

__all__ = [
    "ACCEPTS_UNDONE",
    "EXERCISES",
    "LEVELS",
    "Also",
    "Case",
    "Exercise",
    "Feedback",
    "Mistake",
    "all_of",
    "any_of",
    "check",
    "either",
    "function_cases",
    "hint",
    "judged_by",
    "load_progress",
    "progress",
    "same_list",
    "same_mapping",
    "same_number",
    "same_set",
    "same_spans",
    "same_table",
    "same_text",
    "same_value",
    "save_progress",
    "solution",
    "use",
]

LEVELS = ("guided", "on your own", "stretch")

ACCEPTS_UNDONE = frozenset({"check", "save_annotations", "show_comparison", "show_spans", "use"})
"""Functions that take what an exercise sets even while it is `...` or wrong: a cell may give it to these only."""

LONGEST = 400
"""A message is shorter than this."""

_NAME_ERROR = "Does Python say `NameError`? Then a cell above has not run yet: menu Run, Run All Above Selected Cell."


@dataclass(frozen=True)
class Mistake:
    """Something that learners do, and what to say about it.

    Attributes
    ----------
    answer : object
        The wrong answer, or a function of the text that gives it (also where the wrong answer is a function:
        ``lambda text: text.split``). In an exercise that asks for a function: a function that makes the mistake.
    message : str or callable
        What the learner reads, or a function of the answer (a copy in built-in types) that gives it. In an exercise
        that asks for a function it gets what the function returned where it first went wrong.
    when : callable, optional
        Tells from the answer (a copy) that it is this mistake in another shape. In an exercise that asks for a function
        it gets what the function returned where it first went wrong: so a mistake is seen also beside a second one.

    Examples
    --------
    >>> Mistake(4193, "That is the number of bytes.").answer
    4193
    """

    answer: Any
    message: str | Callable[[Any], str]
    when: Callable[[Any], bool] | None = None


@dataclass(frozen=True)
class Also:
    """A second reading of the task that one can defend: as right as the first, and both are named.

    Attributes
    ----------
    answer : object
        What it gives, like the answer of a `Mistake`: a value or a function of the text; in an exercise that asks for
        a function, a function.
    told : str
        What somebody who has the first reading is told of this one, after the message of success.
    about : str
        What somebody who has this reading is told of the first.

    Examples
    --------
    >>> Also(18, "With the title it is 18, and that is right, too.", "Without the title it is 17.").answer
    18
    """

    answer: Any
    told: str
    about: str


@dataclass(frozen=True)
class _Either:
    values: tuple[object, ...]


def either(*values: object) -> Any:
    """Say that more than one value is right: ``answers=lambda text: either(17, 18)``.

    Parameters
    ----------
    *values : object
        The right values; messages speak of the first.

    Returns
    -------
    object
        What `answers` may return.

    Examples
    --------
    >>> len(either(17, 18).values)
    2
    """
    return _Either(values)


@dataclass(frozen=True)
class Exercise:
    """One exercise: its words, its right answers, and the wrong ones that are known.

    Attributes
    ----------
    id : str
        Lesson and number: "3.2".
    title : str
        Often a question.
    level : {"guided", "on your own", "stretch"}
        How much help the lesson gives.
    points : float
        What it is worth.
    stub : str
        What learners find: ``words = ...``, or a whole ``def`` with the body ``...``.
    hints : sequence of str
        Three: idea, method, line.
    answers : callable
        Gives the right answer for a text; or is the right function.
    check : Check, optional
        How an answer is compared; by default as the kind of the right answer asks for.
    alternatives : sequence of callable
        Other right answers, given like `answers`: other shapes, types, spellings.
    mistakes : sequence of Mistake
        What learners do, each with its message: four at least, or `few` says why not.
    also : sequence of Also
        Other readings of the task that are as right.
    success : str
        What a right answer teaches, and what comes next.
    name : str, optional
        The learner's variable; by default the one in the stub.
    expects : str, optional
        What is wanted, in a few words: "a set of characters".
    few : str, optional
        Why there are fewer than four mistakes that learners make.

    Examples
    --------
    >>> exercise = Exercise("9.1", "How many?", "guided", 1, "n = ...", ["a?", "b?", "c?"], answers=len)
    >>> exercise.name, exercise.kind
    ('n', 'value')
    """

    id: str
    title: str
    level: str
    points: float
    stub: str
    hints: Sequence[str]
    answers: Callable[..., Any]
    check: Check = field(default_factory=same_value)
    alternatives: Sequence[Callable[..., Any]] = ()
    mistakes: Sequence[Mistake] = ()
    also: Sequence[Also] = ()
    success: str = ""
    name: str = ""
    expects: str = ""
    few: str = ""

    def __post_init__(self) -> None:
        if not self.name:
            object.__setattr__(self, "name", _name_in(self.stub) or "answer")

    @property
    def kind(self) -> str:
        """Tell "value" from "function"."""
        return "function" if isinstance(self.check, Functions) else "value"

    @property
    def lesson(self) -> str:
        """Return the number of the lesson, as a string."""
        return self.id.partition(".")[0]


def _name_in(stub: str) -> str:
    """Find the name that a stub binds."""
    try:
        body = ast.parse(stub).body
    except SyntaxError:
        return ""
    for statement in body:
        if isinstance(statement, ast.FunctionDef):
            return statement.name
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            return statement.targets[0].id
    return ""


# --- where the exercises are ----------------------------------------------------------------------------------------


class _Exercises(Mapping[str, Exercise]):
    """All exercises by id, in the order of the course; a lesson's module is read when it is first asked for."""

    def __getitem__(self, key: str) -> Exercise:
        return self._lesson(f"lesson_{key.partition('.')[0]:0>2}")[key]

    def __iter__(self) -> Iterator[str]:
        for module in _modules():
            yield from self._lesson(module)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @staticmethod
    def _lesson(module: str) -> Mapping[str, Exercise]:
        return _read_lesson(module) if module in _modules() else {}


@cache
def _modules() -> tuple[str, ...]:
    import helpers.exercises as package

    names = (module.name for module in pkgutil.iter_modules(package.__path__))
    return tuple(sorted(name for name in names if re.fullmatch(r"lesson_\d\d", name)))


@cache
def _read_lesson(module: str) -> Mapping[str, Exercise]:
    found = importlib.import_module(f"helpers.exercises.{module}").EXERCISES
    return types.MappingProxyType({exercise.id: exercise for exercise in found})


EXERCISES: Mapping[str, Exercise] = _Exercises()


def _find(asked: object) -> Exercise | str:
    """Find an exercise, or return a sentence that helps to find it."""
    if type(asked) in (int, float):
        asked = str(asked)
    if type(asked) is not str:
        return 'The first thing in the brackets is the number of the exercise, in quotes, as in "1.2".'
    wanted = asked.strip()
    if wanted in EXERCISES:
        return EXERCISES[wanted]
    known = list(EXERCISES)
    close = difflib.get_close_matches(wanted[:20], known, n=3, cutoff=0.5)
    close = close or [name for name in known if name.partition(".")[0] == wanted.partition(".")[0]][:3] or known[:3]
    offered = " or ".join(f'"{name}"' for name in close)
    question = f" Did you mean {offered}?" if offered else ""
    return f"There is no exercise {show(wanted, 20)}.{question}"


# --- judging --------------------------------------------------------------------------------------------------------


class _Key:
    """What is known about an exercise on a text: worked out when it is first asked for, and kept."""

    def __init__(self, exercise: Exercise, text: str) -> None:
        self.exercise, self.text = exercise, text

    @cached_property
    def expected(self) -> tuple[Plain, ...]:
        """The right values; in an exercise that asks for a function, what should come out in each case."""
        exercise = self.exercise
        if isinstance(exercise.check, Functions):
            return exercise.check.expected(exercise.answers, self.text)
        right = exercise.answers(self.text)
        return tuple(plain(value) for value in (right.values if type(right) is _Either else (right,)))

    @cached_property
    def also(self) -> tuple[tuple[Plain, ...], ...]:
        """What each other reading gives: one value, or what comes out in each case."""
        exercise = self.exercise
        if isinstance(exercise.check, Functions):
            return tuple(exercise.check.expected(other.answer, self.text) for other in exercise.also)
        return tuple((plain(value_of(other.answer, self.text)),) for other in exercise.also)

    @cached_property
    def mistakes(self) -> tuple[Any, ...]:
        """The known wrong answers, or what functions that make the known mistakes do."""
        exercise = self.exercise
        if isinstance(exercise.check, Functions):
            return tuple(exercise.check.run(mistake.answer, self.text) for mistake in exercise.mistakes)
        return tuple(plain(value_of(mistake.answer, self.text)) for mistake in exercise.mistakes)

    @cached_property
    def scene(self) -> Scene:
        """The words for a message."""
        exercise = self.exercise
        expects = exercise.expects or exercise.check.describes(self.expected[0])
        return Scene(exercise.name, expects, self.text)


_keys: dict[tuple[int, str], _Key] = {}


def _key(exercise: Exercise, text: str) -> _Key:
    place = (id(exercise), text)
    if place not in _keys or _keys[place].exercise is not exercise:
        if len(_keys) > 200:
            _keys.clear()
        _keys[place] = _Key(exercise, text)
    return _keys[place]


def value_of(given: object, text: str) -> object:
    """Return what an author gave, or what it gives for the text if it is a function.

    Examples
    --------
    >>> value_of(len, "abc"), value_of(3, "abc")
    (3, 3)
    """
    return given(text) if callable(given) else given


def judge(exercise: Exercise, answer: object, text: str) -> Feedback:
    """Judge an answer on a text. Nothing is recorded.

    Parameters
    ----------
    exercise : Exercise
        Which one.
    answer : object
        Anything.
    text : str
        What it is about.

    Returns
    -------
    Feedback
        What to say. May raise if the exercise itself has a fault; `check` catches that.
    """
    if isinstance(exercise.check, Functions):
        status, message, shown = _judge_function(exercise, exercise.check, answer, text)
    else:
        status, message, shown = _judge_value(exercise, answer, text)
    return Feedback(
        status,
        _shorten(message),
        float(exercise.points) if status == "done" else 0.0,
        exercise.id,
        exercise.title,
        float(exercise.points),
        shown,
    )


def _shorten(message: str) -> str:
    """Keep a message under the limit, at the end of a sentence or word."""
    message = message.strip()
    if len(message) < LONGEST:
        return message
    cut = message[: LONGEST - 5]
    stop = max(cut.rfind(mark) for mark in (". ", "? ", "! "))
    return cut[: stop + 1] if stop > LONGEST // 3 else f"{cut.rpartition(' ')[0].replace('`', chr(39))} …?"


def _not_started(exercise: Exercise) -> str:
    if exercise.kind == "function":
        return (
            f"The body of `{exercise.name}` is still `...`. Write yours in its place, run that cell, then this one. "
            f'`hint("{exercise.id}")` helps.'
        )
    return (
        f"`{exercise.name}` is still `...`. Write over the three dots in the cell above, run that cell, then this one. "
        f'`hint("{exercise.id}")` helps.'
    )


def _done(exercise: Exercise, reading: Also | None = None) -> str:
    """Say what a right answer teaches, and what the other readings are."""
    told = [reading.about] if reading else [other.told for other in exercise.also]
    return " ".join([exercise.success or "That is right.", *told])


def _is_untouched(thing: Plain) -> bool:
    """Tell whether an answer is `...`, or a container in which nothing but `...` stands."""
    if thing is ...:
        return True
    if type(thing) is not Node or not thing.items or thing.kind not in ("sequence", "set", "mapping"):
        return False
    return all(
        item is ... for item in ([value for _, value in thing.items] if thing.kind == "mapping" else thing.items)
    )


def _judge_value(exercise: Exercise, answer: object, text: str) -> tuple[str, str, str]:
    frozen = plain(answer)
    if _is_untouched(frozen):
        return "not started", _not_started(exercise), ""
    shown = _shown(exercise.name, frozen)
    key = _key(exercise, text)
    if has(frozen, "undone"):
        return "not yet", misfit(frozen, "", key.scene), shown
    if readable(frozen) and any(exercise.check.same(expected, frozen, key.scene) for expected in key.expected):
        return "done", _done(exercise), shown
    for other, values in zip(exercise.also, key.also, strict=True):
        if readable(frozen) and exercise.check.same(values[0], frozen, key.scene):
            return "done", _done(exercise, other), shown
    for mistake, wrong in zip(exercise.mistakes, key.mistakes, strict=True):
        if _makes(mistake, wrong, frozen, exercise.check, key.scene):
            return "not yet", _say(mistake, frozen), shown
    expected = key.expected[0]
    message = misfit(frozen, exercise.check.kind_of(expected), key.scene)
    return "not yet", message or exercise.check.complain(expected, frozen, key.scene), shown


def _makes(mistake: Mistake, wrong: Plain, frozen: Plain, check: Check, scene: Scene) -> bool:
    """Tell whether an answer makes a known mistake."""
    if readable(wrong) and readable(frozen):
        rule = check if not _is_rule(check) else same_value()
        same = type(wrong) is type(frozen) and type(frozen) is not Node and wrong == frozen
        if same or rule.same(wrong, frozen, scene):
            return True
    elif type(wrong) is Node and wrong.kind in ("function", "method", "class") and wrong == frozen:
        return True
    return _tells(mistake, frozen)


def _shows(mistake: Mistake, outcome: Outcome) -> bool:
    """Tell whether a known mistake shows in what a function returned, whatever else it does."""
    return not (outcome.error or outcome.stopped or outcome.changed) and _tells(mistake, outcome.value)


def _tells(mistake: Mistake, frozen: Plain) -> bool:
    """Ask the rule of a mistake, if it has one."""
    if mistake.when is None or not readable(frozen):
        return False
    try:
        return bool(mistake.when(thaw(frozen)))
    except Exception:  # the rule was written for another kind of answer
        return False


def _is_rule(check: Check) -> bool:
    return isinstance(check, Rule) or (isinstance(check, Several) and any(map(_is_rule, check.checks)))


def _say(mistake: Mistake, frozen: Plain) -> str:
    return mistake.message if isinstance(mistake.message, str) else str(mistake.message(thaw(frozen)))


def _shown(name: str, frozen: Plain) -> str:
    looks = show(frozen, 90)
    if type(frozen) is Node and frozen.kind in ("sequence", "set", "mapping"):
        return f"{name} = {looks}, {describe(frozen)}"
    return f"{name} = {looks}"


def _judge_function(exercise: Exercise, check: Functions, answer: object, text: str) -> tuple[str, str, str]:
    frozen = plain(answer)
    if frozen is ... or untouched(answer, _stub_code(exercise.stub)):
        return "not started", _not_started(exercise), ""
    name = exercise.name
    callable_ = type(frozen) is Node and frozen.kind in ("function", "method", "class")
    if not callable_:
        if frozen is None:
            message = f"I expected a function and found `None`. Is `{name}` the name after `def`?"
        else:
            message = (
                f"I expected a function and found {describe(frozen)}. "
                f'Give the function itself, without brackets: `check("{exercise.id}", {name})`.'
            )
        return "not yet", message, _shown(name, frozen)
    function: Any = answer
    shown = f"{name}, a function"
    key = _key(exercise, text)
    trial = check.run(function, text)
    wrong = check.first_wrong(key.expected, trial, key.scene)
    reading = None
    for other, values in zip(exercise.also, key.also, strict=True):
        if wrong is not None and check.first_wrong(values, trial, key.scene) is None:
            wrong, reading = None, other
    if wrong is not None:
        for mistake, theirs in zip(exercise.mistakes, key.mistakes, strict=True):
            if check.alike(theirs, trial, key.scene):
                return "not yet", _say(mistake, trial.outcomes[wrong].value), shown
        for mistake in exercise.mistakes:
            if _shows(mistake, trial.outcomes[wrong]):
                return "not yet", _say(mistake, trial.outcomes[wrong].value), shown
    if wrong != 0 and not check.repeats(function, text, trial.outcomes[0]):
        return "not yet", _not_twice(exercise, check, text), shown
    if wrong is None:
        return "done", _done(exercise, reading), shown
    return "not yet", check.judge(key.expected, trial, wrong, key.scene, _parameter(function)), shown


def _not_twice(exercise: Exercise, check: Functions, text: str) -> str:
    written = check.all_cases(text)[0].written(exercise.name)
    return (
        f"Called a second time, `{written}` gives something else than the first time. "
        "Does the function collect in a list that lives outside of it? Begin with a new one inside."
    )


def _parameter(function: object) -> str:
    code = getattr(function, "__code__", None)
    names = code.co_varnames[: code.co_argcount] if type(code) is types.CodeType else ()
    return str(names[0])[:30] if names else ""


@cache
def _stub_code(stub: str) -> types.CodeType | None:
    """Compile a stub and find its function."""
    try:
        module = compile(stub, "<stub>", "exec")
    except SyntaxError:
        return None
    return next((constant for constant in module.co_consts if type(constant) is types.CodeType), None)


# --- what learners call ---------------------------------------------------------------------------------------------


def _lesson_text() -> str:
    from helpers.texts import read_text

    if "lesson" not in _texts:
        _texts["lesson"] = read_text()
    return _texts["lesson"]


_texts: dict[str, str] = {}


_NO_ANSWER = object()


def check(exercise: str, answer: object = _NO_ANSWER, *, text: str | None = None) -> Feedback:
    """Check an answer.

    Parameters
    ----------
    exercise : str
        The number of the exercise, as in "1.2".
    answer : object
        Your answer: the variable (or function) itself. It is not changed.
    text : str, optional
        Judge it on this text instead of the press release; progress is then not kept.

    Returns
    -------
    Feedback
        One of three: not started, not yet, done. In a notebook it is shown by itself.

    Examples
    --------
    >>> check("0.1", ...).status
    'not started'
    """
    try:
        found = _find(exercise)
        if isinstance(found, str):
            return Feedback("not started", found, exercise=_id(exercise))
        if answer is _NO_ANSWER:
            given = f'Give your answer with it: `check("{found.id}", {found.name})`.'
            return Feedback("not started", given, 0.0, found.id, found.title, float(found.points))
        if text is not None and type(text) is not str:
            return Feedback("not started", "`text` must be a string.", 0.0, found.id, found.title, float(found.points))
        feedback = judge(found, answer, _lesson_text() if text is None else text)
        if text is None:
            note = record.keep(found.id, feedback.status, feedback.points)
            feedback = replace(feedback, note=_once(note)) if note else feedback
        return feedback
    except Exception as problem:
        return Feedback(
            "not yet",
            f"The check itself failed here ({type(problem).__name__}), which is our fault, not yours. "
            f"Please tell us; until then, compare with `solution(...)`.",
            exercise=_id(exercise),
        )


def _id(asked: object) -> str:
    return str(asked).strip()[:20] if type(asked) in (str, int, float) else ""


_said: set[str] = set()


def _once(note: str) -> str:
    """Say a thing only once in a session."""
    if note in _said:
        return ""
    _said.add(note)
    return note


_given: dict[str, int] = {}


def hint(exercise: str) -> Page:
    """Give three hints: the idea, the method, the line, one at a time.

    In a notebook all are there, of which the first is open; unfold the next when you want it. Where only plain text is
    shown, each call gives the next, and after the last it starts over.

    Parameters
    ----------
    exercise : str
        The number of the exercise, as in "1.2".

    Returns
    -------
    Page
        In a notebook it is shown by itself.

    Examples
    --------
    >>> hint("0.1").label in ("hint 1 of 3", "hint 2 of 3", "hint 3 of 3")
    True
    """
    try:
        found = _find(exercise)
        if isinstance(found, str):
            return Page("no such exercise", "", found)
        number = _given.get(found.id, 0) % len(found.hints)
        _given[found.id] = number + 1
        last = f'That was the last hint. `solution("{found.id}")` shows a worked solution.'
        after = last if number + 1 == len(found.hints) else f'`hint("{found.id}")` again gives the next one.'
        after = f"{after}\n{_NAME_ERROR}" if number == 0 else after
        return Hints(
            f"hint {number + 1} of {len(found.hints)}",
            f"Exercise {found.id} · {found.title}",
            found.hints[number],
            "",
            after,
            tuple(found.hints),
            _NAME_ERROR,
            last,
        )
    except Exception as problem:
        return Page("no hint", "", f"The hint can not be shown ({type(problem).__name__}), which is our fault.")


def solution(exercise: str) -> Page:
    """Show the worked solution, at any time and without a penalty.

    Parameters
    ----------
    exercise : str
        The number of the exercise, as in "1.2".

    Returns
    -------
    Page
        In a notebook it is shown by itself.

    Examples
    --------
    >>> solution("0.1").label
    'worked solution'
    """
    try:
        found = _find(exercise)
        if isinstance(found, str):
            return Page("no such exercise", "", found)
        heading = f"Exercise {found.id} · {found.title}"
        code = _solutions().get(found.id, "")
        if not code:
            return Page("worked solution", heading, "It has not been written out yet. " + found.hints[-1])
        after = "Another way may be just as right. Look away, and write it again in your own words."
        return Page("worked solution", heading, "", code, after)
    except Exception as problem:
        return Page("no solution", "", f"The solution can not be shown ({type(problem).__name__}), which is our fault.")


def _solutions() -> Mapping[str, str]:
    """Read the module that the publisher writes; without it there are no worked solutions yet."""
    try:
        found = importlib.import_module("helpers.exercises._solutions").SOLUTIONS
    except (ImportError, AttributeError, SyntaxError):
        return {}
    return found if isinstance(found, Mapping) else {}


def progress() -> Progress:
    """Show what is done and what is not yet, lesson by lesson.

    Returns
    -------
    Progress
        In a notebook a table.

    Examples
    --------
    >>> progress().rows[0][:3]
    ('0', '0.1', 'How long is it?')
    """
    try:
        kept, note = record.read()
        rows = []
        for exercise in EXERCISES.values():
            entry = kept.get(exercise.id, {"status": "not started", "points": 0.0})
            points = min(float(entry["points"]), float(exercise.points))
            rows.append(
                (
                    exercise.lesson,
                    exercise.id,
                    exercise.title,
                    exercise.level,
                    entry["status"],
                    points,
                    float(exercise.points),
                )
            )
        return Progress(tuple(rows), note)
    except Exception as problem:
        return Progress((), f"The table can not be shown ({type(problem).__name__}), which is our fault.")


def save_progress(path: str = "my_progress.json") -> Page:
    """Save what is done into one small file, to take along or to download (on Binder, before you leave).

    Parameters
    ----------
    path : str
        The name of the file. If it holds progress already, nothing is lost: of each exercise the better result is kept.

    Returns
    -------
    Page
        A sentence that says what was saved. In a notebook it is shown by itself.

    Examples
    --------
    >>> save_progress(3).text
    'The name of the file stands in quotes, as in "my_progress.json".'
    """
    return _carry(record.save, path, "saved", "not saved", f"Later and elsewhere: `load_progress({_quoted(path)})`.")


def load_progress(path: str = "my_progress.json") -> Page:
    """Read what `save_progress` has saved, and join it with what is done here: the better of the two counts.

    Parameters
    ----------
    path : str
        The name of the file. It is not changed.

    Returns
    -------
    Page
        A sentence that says what came in. In a notebook it is shown by itself.

    Examples
    --------
    >>> load_progress("there_is_no_such_file.json").label
    'not loaded'
    """
    return _carry(record.load, path, "loaded", "not loaded", "`progress()` shows all of it.")


def _carry(how: Callable[[Path], tuple[bool, str]], path: object, well: str, badly: str, after: str) -> Page:
    try:
        if not isinstance(path, (str, PurePath)) or not str(path).strip() or "\0" in str(path):
            return Page(badly, "Progress", 'The name of the file stands in quotes, as in "my_progress.json".')
        done, said = how(Path(str(path).strip()).expanduser())
        return Page(well if done else badly, "Progress", said, "", after if done else "")
    except Exception as problem:
        return Page(badly, "Progress", f"That did not work ({type(problem).__name__}), and nothing was changed.")


def _quoted(path: object) -> str:
    shown = str(path).replace("`", "?") if isinstance(path, (str, PurePath)) else "my_progress.json"
    return f'"{shown}"'


def use(answer: object, otherwise: Any, like: type | tuple[type, ...] | None = None, *, exercise: str = "") -> Any:
    """Return the answer if a lesson can go on with it, else something that takes its place.

    A cell that goes on with what an exercise sets says so: ``mine = use(words, split_words(text))``. If the exercise is
    not done, it says in one line that the course's own is used.

    Parameters
    ----------
    answer : object
        What the exercise sets; perhaps still `...`, or wrong.
    otherwise : object
        What to go on with if the answer can not be used.
    like : type or tuple of types, optional
        Of which type the answer must be; by default that of `otherwise`. For a function: leave it out.
    exercise : str, optional
        Then the answer is used only if `check` finds it right.

    Returns
    -------
    object
        `answer` or `otherwise`.

    Examples
    --------
    >>> use(..., 3)
    (Going on with the course's own, until yours is there.)
    3
    >>> use(5, 3)
    5
    """
    try:
        wanted = like if like is not None else type(otherwise)
        fits = _usable(answer, wanted) and (not exercise or _is_right(exercise, answer))
    except Exception:
        fits = False
    if fits:
        return answer
    which = f" of exercise {_id(exercise)}" if exercise else ""
    why = ""
    if type(answer) in (list, tuple) and getattr(wanted, "__name__", "") == "DataFrame":
        why = "Yours is a list, and a table is needed: put the pairs into spans_from(text, [...]). "
    print(f"({why}Going on with the course's own{which}, until yours is there.)")
    return otherwise


def _usable(answer: object, wanted: type | tuple[type, ...]) -> bool:
    kinds = wanted if type(wanted) is tuple else (wanted,)
    if answer is ... or untouched(answer):
        return False
    if any(kind in (types.FunctionType, types.BuiltinFunctionType, types.MethodType) for kind in kinds):
        return callable(answer)
    return any(issubclass(type(answer), kind) for kind in kinds)


def _is_right(exercise: str, answer: object) -> bool:
    found = _find(exercise)
    return not isinstance(found, str) and judge(found, answer, _lesson_text()).status == "done"
