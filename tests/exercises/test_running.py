"""A learner's function is called safely: it ends, it can not leave, and what it does is told."""

from __future__ import annotations

import builtins
import sys
import threading
import time

import pandas as pd
import pytest

from helpers.exercises import running
from helpers.exercises.running import Outcome, OutOfTime, call, untouched

SHORT = 0.15


def ended(thread_was_there: set[threading.Thread], within: float = 60.0) -> bool:
    """Wait until every thread that was begun since has ended or been parked."""
    until = time.monotonic() + within
    for thread in set(threading.enumerate()) - thread_was_there:
        while thread.is_alive() and not parked(thread) and time.monotonic() < until:
            thread.join(0.01)
        if thread.is_alive() and not parked(thread):
            return False
    return True


def parked(thread: threading.Thread) -> bool:
    """Tell whether a thread waits in the constructor of the exception that parks it."""
    frame = sys._current_frames().get(thread.ident or 0)
    while frame is not None:
        if frame.f_code is running._Park.__init__.__code__:
            return True
        frame = frame.f_back
    return False


def loop():
    while True:
        pass


def loop_in_exception():
    while True:
        try:
            time.monotonic()
        except Exception:
            continue


def loop_catching_all():
    while True:
        try:
            while True:
                pass
        except BaseException:
            continue


def loop_in_finally():
    try:
        loop()
    finally:
        loop()


def growing():
    words = ["a"]
    for word in words:
        words.append(word)
        if len(words) > 1000:
            del words[500:]
            words.extend(["a"] * 10)
            for _ in words:
                words = [*words]
                loop()


@pytest.mark.parametrize("function", [loop, loop_in_exception, loop_catching_all, loop_in_finally, growing])
def test_a_loop_without_end_is_stopped(function):
    before = set(threading.enumerate())
    start = time.monotonic()
    outcome = call(function, (), SHORT)
    assert outcome.stopped
    assert time.monotonic() - start < 20
    assert ended(before)


def test_stubborn_code_is_parked():
    def stubborn():
        while True:
            try:
                while True:
                    time.monotonic()
            except BaseException:
                pass

    before = set(threading.enumerate())
    assert call(stubborn, (), SHORT).stopped
    assert ended(before)


def test_waiting_is_cut_short():
    event = threading.Event()
    assert call(event.wait, (), SHORT).stopped
    event.set()


def test_deep_recursion_ends():
    def deeper(number):
        return deeper(number + 1)

    assert call(deeper, (1,)).error == "RecursionError"


@pytest.mark.parametrize(
    ("function", "error"),
    [
        (sys.exit, "SystemExit"),
        (exit, "SystemExit"),
        (lambda: input("Name?"), "NoKeyboard"),
        (lambda: 1 / 0, "ZeroDivisionError"),
        (lambda: [][1], "IndexError"),
        (lambda: (_ for _ in ()).throw(KeyboardInterrupt), "KeyboardInterrupt"),
        (lambda: (_ for _ in ()).throw(GeneratorExit), "GeneratorExit"),
    ],
)
def test_exceptions_do_not_get_out(function, error):
    assert call(function, ()).error == error


def test_the_line_is_that_of_the_learner():
    def first_word(text):
        words = text.split()

        return words[0]

    outcome = call(first_word, ("",))
    assert (outcome.error, outcome.line, outcome.code) == ("IndexError", 4, "return words[0]")
    outcome = call(first_word, (3,))
    assert (outcome.error, outcome.line) == ("AttributeError", 2)
    inner = call(lambda text: sorted(text, key=first_word), (["a", ""],))
    assert inner.line == 1


def test_an_exception_that_misbehaves():
    class OddError(Exception):
        def __str__(self):
            raise ValueError

    def raises():
        raise OddError

    assert call(raises, ()) == Outcome(error="OddError", line=2, code="raise OddError")

    class EndlessError(Exception):
        def __str__(self):
            loop()

    def raises_endlessly():
        raise EndlessError

    assert call(raises_endlessly, (), SHORT).stopped


def test_printing_is_kept_apart(capsys):
    def prints(name):
        print("Hello", name)
        print("x" * 10_000)

    outcome = call(prints, ("you",))
    assert outcome.printed.startswith("Hello you\n")
    assert len(outcome.printed) < 2 * running.PRINTED
    assert outcome.value is None
    assert capsys.readouterr().out == ""


def test_others_print_as_before(capsys):
    ready, go = threading.Event(), threading.Event()

    def other():
        ready.wait(5)
        print("from elsewhere")
        go.set()

    thread = threading.Thread(target=other)
    thread.start()

    def prints():
        ready.set()
        go.wait(5)
        print("from the exercise")

    assert call(prints, ()).printed == "from the exercise\n"
    thread.join()
    assert capsys.readouterr().out == "from elsewhere\n"


def test_everything_is_put_back():
    before = (sys.stdout, builtins.input, threading.stack_size())
    call(loop, (), SHORT)
    call(sys.exit, ())
    assert (sys.stdout, builtins.input, threading.stack_size()) == before


def test_a_function_that_puts_its_own_screen_there():
    before = sys.stdout

    def redirects():
        sys.stdout = None
        return 1

    try:
        assert call(redirects, ()).value == 1
    finally:
        sys.stdout = before


@pytest.mark.parametrize(
    ("argument", "change"),
    [
        ([3, 1], list.sort),
        ({"a": 1}, dict.clear),
        ({1}, lambda bag: bag.add(2)),
        ([[1]], lambda lists: lists[0].append(2)),
        (pd.DataFrame({"a": [1]}), lambda table: table.insert(0, "b", [2])),
    ],
)
def test_changes_to_the_input_are_seen(argument, change):
    assert call(change, (argument,)).changed


@pytest.mark.parametrize("argument", [[3, float("nan")], {"a": {1, 2}}, pd.DataFrame({"a": [float("nan")]}), "abc"])
def test_an_unchanged_input_is_seen(argument):
    assert not call(lambda thing: len(thing), (argument,)).changed


def test_the_stop_button_stops_the_thread(monkeypatch):
    class Pressed(threading.Thread):
        def join(self, timeout=None):
            if timeout == SHORT:
                raise KeyboardInterrupt
            super().join(timeout)

    before = set(threading.enumerate())
    monkeypatch.setattr(running.threading, "Thread", Pressed)
    real = (sys.stdout, builtins.input)
    with pytest.raises(KeyboardInterrupt):
        call(loop, (), SHORT)
    assert ended(before)
    assert (sys.stdout, builtins.input) == real


def test_where_there_are_no_threads(monkeypatch):
    def none(self):
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(running.threading.Thread, "start", none)
    real = (sys.stdout, builtins.input, sys.gettrace())
    assert call(len, ("abc",)).value == 3
    assert call(loop, (), SHORT).stopped
    assert call(lambda: print("a"), ()).printed == "a\n"
    assert (sys.stdout, builtins.input, sys.gettrace()) == real


def test_out_of_time_is_not_caught_by_accident():
    assert not issubclass(OutOfTime, Exception)


def stub_of(source: str) -> object:
    names: dict[str, object] = {}
    exec(source, names)
    return names["f"]


@pytest.mark.parametrize(
    "source",
    [
        "def f(a):\n    ...",
        "def f(a):\n    pass",
        'def f(a):\n    """Say what it does."""',
        'def f(a):\n    """Say what it does."""\n    ...',
        "def f(a, b=1):\n    return None",
        "f = lambda a: None",
    ],
)
def test_untouched(source):
    assert untouched(stub_of(source))


@pytest.mark.parametrize(
    "source",
    [
        "def f(a):\n    return a",
        "def f(a):\n    return 0",
        "def f(a):\n    print(a)",
        "def f(a):\n    ...\n    return 1",
    ],
)
def test_touched(source):
    assert not untouched(stub_of(source))


def test_a_stub_with_some_code_in_it():
    source = "def f(text):\n    found = []\n    for word in text:\n        ...\n    return found"
    stub = stub_of(source).__code__
    assert untouched(stub_of("\n\n" + source.replace("...", "pass  # not yet")), stub)
    assert not untouched(stub_of(source.replace("...", "found.append(word)")), stub)
    assert not untouched(stub_of(source))
