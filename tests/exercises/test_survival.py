"""Whatever a learner gives it, `check` answers with a sentence, and leaves the thing as it was."""

from __future__ import annotations

import collections
import datetime as dt
import itertools
import math
import types
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from helpers.exercises import EXERCISES, check

BATCH = 50
EXAMPLES = 102
"""So many batches, each with something for every exercise: more than 5,000 things in all, whatever the profile."""

# --- objects that bite ------------------------------------------------------------------------------------------------

bites: list[str] = []
"""Every call of a method that belongs to a learner's class; `check` must make none."""


def _bite(name: str) -> Callable[..., Any]:
    def method(self: object, *arguments: object, **named: object) -> Any:
        bites.append(name)
        raise RuntimeError(f"{name} was called")

    return method


_BITING = {
    name: _bite(name)
    for name in (
        *("__repr__", "__str__", "__format__", "__bool__", "__len__", "__iter__", "__next__", "__contains__"),
        *("__getitem__", "__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__", "__hash__", "__index__"),
        *("__int__", "__float__", "__add__", "__radd__", "__call__", "__array__", "__getattr__", "__copy__"),
        *("__deepcopy__", "__reduce__", "__reduce_ex__", "__sizeof__", "__dir__", "_repr_html_"),
    )
}
Hostile = type("Hostile", (), _BITING)


class HostileKind(type):
    """A class of classes in which even the classes bite."""

    __repr__ = __eq__ = __hash__ = __instancecheck__ = __subclasscheck__ = __call__ = __iter__ = _bite("of the class")


def _in_disguise(base: type) -> type:
    kept = ("__reduce__", "__reduce_ex__", "__sizeof__", "__dir__", "__getattr__", "__hash__")
    return type(f"Hostile{base.__name__}", (base,), {name: bite for name, bite in _BITING.items() if name not in kept})


DISGUISED = {base: _in_disguise(base) for base in (list, tuple, dict, set, str, int, float)}
HostileClass = HostileKind("HostileClass", (), {})


def _hostile(number: int) -> object:
    makers: list[Callable[[], object]] = [
        Hostile,
        lambda: DISGUISED[list]([1, 2]),
        lambda: DISGUISED[tuple]((1, 2)),
        lambda: DISGUISED[dict]({"a": 1}),
        lambda: DISGUISED[set]({"a"}),
        lambda: DISGUISED[str]("Peru"),
        lambda: DISGUISED[int](3),
        lambda: DISGUISED[float](0.5),
        lambda: HostileClass,
        lambda: types.SimpleNamespace(a=Hostile()),
        lambda: type.__call__(HostileClass),
    ]
    return makers[number % len(makers)]()


# --- objects that can be read once, or contain themselves, or are large ----------------------------------------------


def _count() -> Iterator[int]:
    yield 1
    yield 2


def _once(number: int) -> object:
    makers: list[Callable[[], object]] = [
        _count,
        lambda: map(str, [1, 2]),
        lambda: filter(None, [1, 2]),
        lambda: zip([1], "a", strict=True),
        lambda: enumerate("ab"),
        lambda: reversed([1, 2]),
        lambda: iter({"a": 1}),
        lambda: iter("ab"),
        itertools.count,
        lambda: itertools.cycle([1]),
        lambda: itertools.chain([1], [2]),
    ]
    return makers[number % len(makers)]()


def _recursive(number: int) -> object:
    row: list[Any] = [1, "a"]
    row.append(row)
    table: dict[str, Any] = {"a": 1}
    table["self"] = table
    pair = ([],)
    pair[0].append(pair)
    array = np.empty(2, dtype=object)
    array[0] = array
    deep: list[Any] = []
    for _ in range(300):
        deep = [deep]
    series = pd.Series([None, 1], dtype=object)
    series.iloc[0] = series.index
    return [row, table, pair, array, deep, [row, row, table], {"a": [table]}, series][number % 8]


def _large(number: int) -> object:
    makers: list[Callable[[], object]] = [
        lambda: "x" * 200_000,
        lambda: "Peru, " * 30_000,
        lambda: ["the"] * 100_000,
        lambda: range(10**12),
        lambda: 10**5_000,
        lambda: {str(n): n for n in range(4_000)},
        lambda: np.zeros(1_000_000),
        lambda: bytearray(100_000),
        lambda: pd.DataFrame({"start": range(60_000), "end": range(60_000)}),
    ]
    return makers[number % len(makers)]()


def _function(number: int) -> object:
    def nothing(text: object = None) -> None: ...

    def raises(*arguments: object) -> None:
        raise ZeroDivisionError

    def gives_hostile(*arguments: object) -> object:
        return Hostile()

    def gives_once(*arguments: object) -> object:
        return _count()

    makers = [nothing, raises, gives_hostile, gives_once, len, str.split, "a b".split, dict, lambda *given: given]
    return makers[number % len(makers)]


# --- what hypothesis puts together -----------------------------------------------------------------------------------

words = st.sampled_from(["Kazakhstan", "KAZ", "the SCO", "member", "Moscow", "a", "", " ", "’", "<b>", "`", "\ud800"])
special = st.sampled_from([float("nan"), math.inf, -0.0, 1e308, 2**70, True, None, ..., pd.NA, pd.NaT, np.nan, 1j])
numpy_values = st.sampled_from([np.int64(17), np.float32(0.5), np.bool_(True), np.str_("KAZ"), np.datetime64("2014")])
dates = st.sampled_from([dt.date(2014, 1, 22), dt.datetime(2014, 1, 22), dt.timedelta(1), dt.time(1), dt.UTC])
atoms = st.one_of(st.integers(-5, 4200), st.floats(), words, st.text(max_size=8), st.binary(max_size=4))
values = st.one_of(atoms, special, numpy_values, dates)
hashable = st.one_of(st.integers(-5, 20), words, special.filter(lambda value: value is not ...), st.tuples(words))


def _frame(columns: list[str], cells: list[Any], odd: int) -> object:
    """A table with an index that nobody expects."""
    count = len(cells)
    rows: list[Any] = [
        pd.RangeIndex(count),
        pd.Index([0] * count),
        pd.Index(range(count - 1, -1, -1)),
        pd.MultiIndex.from_tuples([(n, "a") for n in range(count)]) if count else pd.Index([]),
        pd.date_range("2014-01-22", periods=count),
        pd.Index([float("nan")] * count),
        pd.Index([None] * count, dtype=object),
        pd.CategoricalIndex(["x"] * count),
    ]
    table = pd.DataFrame(dict.fromkeys(columns, cells), index=rows[odd % len(rows)])
    if odd % 5 == 1:
        table.columns = pd.Index(["a"] * len(columns))  # every column has the same name
    if odd % 5 == 2:
        return table.iloc[:, 0] if len(columns) else table.index
    return table.T if odd % 5 == 3 else table


frames = st.builds(
    _frame,
    st.lists(st.sampled_from(["start", "end", "text", "label", "name", "iso3", "sentence"]), max_size=4, unique=True),
    st.lists(st.one_of(st.integers(0, 99), words, special.filter(lambda value: value is not ...)), max_size=4),
    st.integers(0, 39),
)
odd_things = st.one_of(
    st.builds(_hostile, st.integers(0, 9)),  # the last, whose class bites, bites hypothesis, too: it comes below
    *(st.builds(make, st.integers(0, 99)) for make in (_once, _recursive, _function)),
    frames,
)


def _object_array(items: list[Any]) -> np.ndarray:
    array = np.empty(len(items), dtype=object)
    for number, item in enumerate(items):
        array[number] = item
    return array


containers = st.recursive(
    st.one_of(values, odd_things),
    lambda inside: st.one_of(
        st.lists(inside, max_size=4),
        st.lists(inside, max_size=3).map(tuple),
        st.dictionaries(hashable, inside, max_size=3),
        st.sets(hashable, max_size=4),
        st.frozensets(hashable, max_size=3),
        st.lists(inside, max_size=3).map(collections.deque),
        st.dictionaries(hashable, st.integers(), max_size=3).map(collections.Counter),
        st.lists(inside, max_size=3).map(_object_array),
        st.lists(inside, max_size=3).map(lambda items: pd.Series(_object_array(items))),
    ),
    max_leaves=5,
)
things = st.one_of(containers, containers, values, odd_things)


class Batch:
    """Things that can be named in a report, though some of them can not be shown."""

    def __init__(self, things: list[object]) -> None:
        self.things = things

    def __repr__(self) -> str:
        return ", ".join(map(_named, self.things))


def _named(thing: object) -> str:
    return type.__dict__["__name__"].__get__(type(thing))


# --- what a thing looks like, without touching what bites ------------------------------------------------------------

SAFE = (int, float, complex, bool, str, bytes, type(None), dt.date, dt.datetime, dt.timedelta, pd.Timestamp)


def look(thing: object) -> tuple[list[object], list[object]]:
    """Take down all that `check` could change: what lies where, in which order, and how far a generator is.

    The second list keeps all of it alive, so that an identity stays one.
    """
    lines: list[object] = []
    seen: dict[int, object] = {}
    waiting = [thing]
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen[id(one)] = one
        inside, state = _inside(one)
        lines.append((id(one), id(type(one)), state, [_print(part) for part in inside[:500]], len(inside)))
        waiting.extend(part for part in inside[:500] if type(type(part)) is not type or type(part) not in SAFE)
    return lines, list(seen.values())


def _print(part: object) -> object:
    """Numpy and pandas make a new object for each look at a number; everything else stays itself."""
    kind = type(part)
    if type(kind) is not type or not (kind in SAFE or issubclass(kind, np.generic)):
        return id(part)
    return part if kind is int else repr(part)[:99]


def _inside(one: Any) -> tuple[list[Any], object]:
    kinds = type.mro(type(one)) if type(type(one)) is type else []
    kind = next((kind for kind in kinds if kind.__module__ != __name__), object)
    if kind in (list, tuple, set, frozenset, collections.deque):
        return list(kind.__iter__(one)), None
    if kind in (dict, collections.Counter):
        return [*dict.keys(one), *dict.values(one)], None
    if kind is types.GeneratorType:
        return [], (one.gi_frame.f_lasti if one.gi_frame else None)
    if kind is np.ndarray:
        return (list(one.ravel()), one.shape) if one.dtype == object else ([], one.tobytes())
    if kind is pd.DataFrame:
        cells = one.head(50).to_numpy(dtype=object).ravel()
        return [*cells], (one.shape, [*map(repr, one.columns)], [*map(repr, one.index[:50])])
    if kind is pd.Series:
        return list(one.to_numpy(dtype=object)), [*map(repr, one.index[:50])]
    return [], bytes(one) if kind is bytearray else None


def holds(exercise: str, thing: object) -> None:
    """Check a thing, and hold the answer to what is promised."""
    before, _alive = look(thing)
    where = f"{exercise} of {_named(thing)}"
    bites.clear()
    feedback = check(exercise, thing)
    assert not bites, f"{where} called {bites[:3]}"
    assert feedback.status in ("not started", "not yet", "done"), where
    assert feedback.message.strip(), where
    assert len(feedback.message) < 400, where
    assert "check itself failed" not in feedback.message, f"{where}: {feedback.message}"
    assert " ".join(feedback.message.split()) in " ".join(repr(feedback).split()), where
    assert feedback._repr_html_().startswith("<div"), where
    assert look(thing)[0] == before, f"{where} was changed"


# --- the tests -------------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HELPERS_PROGRESS", "off")


@settings(
    max_examples=EXAMPLES,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],  # a batch of many things is found whole; shrinking it would take minutes
)
@given(batch=st.lists(things, min_size=BATCH, max_size=BATCH).map(Batch))
def test_thousands_of_things_in_turn(batch: Batch) -> None:
    for exercise, thing in zip(itertools.cycle(EXERCISES), batch.things, strict=False):
        holds(exercise, thing)


MAKERS = {_hostile: 11, _once: 11, _recursive: 8, _large: 9, _function: 9}


@pytest.mark.parametrize(
    ("make", "number"),
    [
        pytest.param(make, number, id=f"{make.__name__[1:]}-{number}")
        for make in MAKERS
        for number in range(MAKERS[make])
    ],
)
def test_every_exercise_survives_every_odd_thing(make: Callable[[int], object], number: int) -> None:
    thing = make(number)
    for exercise in EXERCISES:
        holds(exercise, thing)
        holds(exercise, [{"a": (thing,)}])


@pytest.mark.parametrize("number", range(11))
def test_an_iterator_is_where_it_was(number: int) -> None:
    thing: Any = _once(number)
    for exercise in EXERCISES:
        check(exercise, thing)
        check(exercise, [thing])
    assert list(itertools.islice(thing, 3)) == list(itertools.islice(_once(number), 3))


def test_a_batch_has_something_for_every_exercise() -> None:
    assert len(EXERCISES) <= BATCH
    assert BATCH * EXAMPLES >= 5_000


def test_the_look_sees_a_change() -> None:
    """A comparison that could not fail would hold nothing."""
    row, generator = [1, [2]], _count()
    table = pd.DataFrame({"a": [1, 2]})
    before = [look(thing)[0] for thing in (row, generator, table)]
    row[1].append(3)
    next(generator)
    table.loc[0, "a"] = 5
    assert all(look(thing)[0] != old for thing, old in zip((row, generator, table), before, strict=True))
