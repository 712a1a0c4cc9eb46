"""The frozen copy of an answer: what is read, and that nothing else is touched."""

from __future__ import annotations

import collections
import datetime as dt
import os
import re
import subprocess
import sys
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.exercises.plain import MISSING, Node, describe, has, plain, readable, show, thaw

from .made_up import Touched, hostile_objects

DAY = dt.date(2014, 1, 22)


@pytest.mark.parametrize(
    ("answer", "kind", "items"),
    [
        (["a", "b"], "sequence", ("a", "b")),
        (("a", "b"), "sequence", ("a", "b")),
        (range(2), "sequence", (0, 1)),
        (collections.deque("ab"), "sequence", ("a", "b")),
        ({"a": 1}.keys(), "sequence", ("a",)),
        ({"a": 1}.values(), "sequence", (1,)),
        ({"a": 1}.items(), "mapping", (("a", 1),)),
        ({"a": 1}, "mapping", (("a", 1),)),
        (collections.Counter("aa"), "mapping", (("a", 2),)),
        (collections.OrderedDict(a=1), "mapping", (("a", 1),)),
        (collections.defaultdict(list, a=1), "mapping", (("a", 1),)),
        ({"a"}, "set", ("a",)),
        (frozenset("a"), "set", ("a",)),
        (np.array([1, 2]), "sequence", (1, 2)),
        (np.array([True, False]), "sequence", (True, False)),
        (np.array(["2014-01-22"], dtype="datetime64[D]"), "sequence", (dt.datetime(2014, 1, 22),)),
        (np.array(["a", None], dtype=object), "sequence", ("a", None)),
        (pd.Series(["a", None]), "sequence", ("a", MISSING)),
        (pd.Series([1.5, np.nan]), "sequence", (1.5, MISSING)),
        (pd.Series([1, None], dtype="Int64"), "sequence", (1, MISSING)),
        (pd.Series(["a", "b"], dtype="category"), "sequence", ("a", "b")),
        (pd.Index(["a"]), "sequence", ("a",)),
        (pd.RangeIndex(2), "sequence", (0, 1)),
        (pd.DataFrame({"a": [1], "b": ["x"]}), "table", ((1, "x"),)),
        (next(pd.DataFrame({"a": [1]}).itertuples()), "sequence", (0, 1)),
    ],
    ids=lambda value: type(value).__name__,
)
def test_containers_are_read(answer, kind, items):
    frozen = plain(answer)
    assert (frozen.kind, frozen.items, frozen.size) == (kind, items, len(items))
    assert all(type(item) is type(other) for item, other in zip(frozen.items, items, strict=True))


@pytest.mark.parametrize(
    ("answer", "value"),
    [
        (np.int64(3), 3),
        (np.float32(0.5), 0.5),
        (np.bool_(True), True),
        (np.str_("x"), "x"),
        (np.datetime64("2014-01-22T00:00:00", "ns"), dt.datetime(2014, 1, 22)),
        (np.array(7), 7),
        (pd.Timestamp("2014-01-22"), dt.datetime(2014, 1, 22)),
        (pd.NaT, MISSING),
        (pd.NA, MISSING),
        (Decimal("0.5"), 0.5),
        (bytearray(b"x"), b"x"),
        (DAY, DAY),
        (None, None),
    ],
    ids=repr,
)
def test_single_values_become_built_in(answer, value):
    assert plain(answer) == value
    assert type(plain(answer)) is type(value)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        ((one for one in "ab"), "iterator"),
        (map(str, [1]), "iterator"),
        (zip([1], [2], strict=True), "iterator"),
        (enumerate("a"), "iterator"),
        (reversed([1]), "iterator"),
        (iter({1}), "iterator"),
        (re.finditer("a", "a"), "iterator"),
        (len, "function"),
        (lambda: 0, "function"),
        ("a b".split, "method"),
        (pd.DataFrame().head, "method"),
        (str.split, "function"),
        (list, "class"),
        (re.match("a", "a"), "match"),
        (sys, "other"),
        (pd.DataFrame({"a": [1]}).groupby("a"), "group"),
        (np.ma.array([1]), "other"),
    ],
)
def test_what_can_not_be_read_is_named(answer, kind):
    assert plain(answer).kind == kind
    assert not readable(plain([answer]))


def test_sets_are_read_in_the_same_order_on_every_run():
    code = (
        "from helpers.exercises.compare import same_set; from helpers.exercises.plain import plain; "
        "words = {f'word{n}' for n in range(50)}; print(plain(words).items, same_set().says({'a'}, words))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
            timeout=60,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_open_file_is_not_read(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("abc", encoding="utf-8")
    with path.open(encoding="utf-8") as file:
        assert plain(file).kind == "file"
        assert file.read() == "abc"


def test_iterators_are_not_consumed():
    numbers = (number for number in [1, 2])
    plain([numbers, {"a": numbers}])
    assert list(numbers) == [1, 2]


@pytest.mark.parametrize("number", range(len(hostile_objects())))
def test_foreign_methods_are_never_called(number):
    thing = hostile_objects()[number]
    array = np.empty(2, dtype=object)
    array[0] = thing
    for answer in (thing, [thing], (1, thing), {"a": thing}, array, [[[thing]]]):
        frozen = plain(answer)
        assert not readable(frozen)
        assert has(frozen, "other", "class")
        describe(frozen)
        show(frozen)
        thaw(frozen)
    series = pd.Series(array, dtype=object)
    assert not readable(plain(series))
    assert not readable(plain(pd.DataFrame({"a": [1, 2]}).assign(a=series)))


def test_what_contains_itself_ends():
    endless: list[object] = [1]
    endless.append(endless)
    assert has(plain(endless), "endless")
    pair: dict[str, object] = {}
    pair["self"] = pair
    assert has(plain(pair), "endless")
    twice = [1]
    assert not has(plain([twice, twice]), "endless")


def test_what_is_too_deep_or_too_many_ends():
    deep: list[object] = []
    for _ in range(5_000):
        deep = [deep]
    assert not readable(plain(deep))
    many: list[object] = ["x"]
    for _ in range(12):
        many = [many] * 60
    assert plain(many).kind == "large"
    assert plain(list(range(1_000_000))) == Node("large", "list", size=1_000_000)
    assert plain(np.zeros((2_000, 2_000))).kind == "large"
    assert plain(pd.DataFrame(np.zeros((2_000, 2_000)))).kind == "large"


def test_tables_with_odd_labels():
    index = pd.MultiIndex.from_tuples([("x", 1), ("y", 2)], names=["letter", "number"])
    assert plain(pd.DataFrame({"a": [1, 2]}, index=index)).columns == ("a", "letter", "number")
    double = pd.DataFrame([[1, 2]], columns=["a", "a"])
    assert plain(double).items == ((1, 2),)
    deep = pd.DataFrame([[1, 2]], columns=pd.MultiIndex.from_tuples([("a", "b"), ("a", "c")]))
    assert len(plain(deep).columns) == 2
    assert plain(pd.DataFrame()).size == 0
    assert plain(pd.DataFrame(index=[1, 2])).size == 2
    assert plain(pd.Series([1], index=["a"])).labels == ("a",)


def test_column_of_a_kind_that_pandas_does_not_know_is_not_read():
    class OddDtype(pd.api.extensions.ExtensionDtype):
        name = "odd"
        type = str

    class OddArray(pd.api.extensions.ExtensionArray):
        dtype = OddDtype()

        def __len__(self):
            return 2

        def copy(self):
            return self

        def __iter__(self):
            raise Touched

        __getitem__ = __eq__ = tolist = __iter__

    assert not readable(plain(pd.Series(OddArray())))
    assert plain(pd.Series(pd.arrays.SparseArray([1, 0]))).items == (1, 0)


@pytest.mark.parametrize(
    ("answer", "written"),
    [
        ({"b", "a", "c"}, "{'a', 'b', 'c'}"),
        ({3, 20, 1}, "{1, 3, 20}"),
        (set(), "set()"),
        ((1,), "(1,)"),
        ([], "[]"),
        ({"a": [1]}, "{'a': [1]}"),
        ("a\ud800<b>", "'a\\ud800<b>'"),
        (10**5000, "(a number of about 5,001 digits)"),
        (..., "..."),
        (DAY, "2014-01-22"),
    ],
    ids=lambda value: str(value)[:20].encode("ascii", "replace").decode() if not isinstance(value, int) else "int",
)
def test_show(answer, written):
    assert show(plain(answer)) == written


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.binary(max_size=5)
    | st.dates()
    | st.just(...)
    | st.sampled_from([len, pd.NA, np.int64(3)]),
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.tuples(inner, inner)
        | st.dictionaries(st.text(max_size=4), inner, max_size=4)
        | st.frozensets(st.integers() | st.text(max_size=3), max_size=4)
    ),
    max_leaves=25,
)


@given(values, st.integers(8, 120))
def test_showing_is_short_and_can_be_sent(answer, width):
    frozen = plain(answer)
    written = show(frozen, width)
    written.encode("utf-8")
    assert len(written) <= 3 * width + 60
    assert "\n" not in written
    describe(frozen).encode("utf-8", "backslashreplace")


simple = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.tuples(inner) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=20,
)


@given(simple)
def test_thawing_gives_the_same_again(answer):
    assert thaw(plain(answer)) == answer
