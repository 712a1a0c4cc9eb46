"""Calls a learner's function: with a limit of time, without a keyboard, and so that nothing that it does gets out.

The function runs in a thread of its own (this works in a kernel on Linux, macOS and Windows, where alarms and forks do
not). When its time is over, an exception is planted into that thread; a function that catches even this one is parked:
the next exception that is planted waits forever at the moment of its birth, so the loop no longer costs any time.
What no thread can be freed from is a single call into C that keeps the interpreter to itself (`sum(range(10**12))`).
"""

from __future__ import annotations

import builtins
import ctypes
import io
import linecache
import sys
import threading
import time
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from helpers.exercises.plain import Plain, plain
from helpers.exercises.reading import Reading

LIMIT = 3.0
"""Seconds that a learner's function may take for all cases of one check together."""

PRINTED = 2_000
"""So many characters of what a function prints are kept."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one call.

    Attributes
    ----------
    value : Plain
        What the function returned, frozen.
    error : str
        The name of the exception's type, or "".
    reason : str
        What the exception says.
    line : int
        The line of the learner's function on which it happened, counted from its `def`; 0 if it was not inside.
    code : str
        That line.
    printed : str
        What it printed.
    changed : bool
        It changed what it was given.
    stopped : bool
        Its time was over.
    """

    value: Plain = None
    error: str = ""
    reason: str = ""
    line: int = 0
    code: str = ""
    printed: str = ""
    changed: bool = False
    stopped: bool = False


class OutOfTime(SystemExit):
    """Planted into a thread whose time is over.

    Not an Exception, so that `except Exception` lets it pass; and a SystemExit, at which a thread ends without a word.
    """


class _Park(SystemExit):
    """Waits forever when it comes into being: for a thread that catches everything."""

    def __init__(self) -> None:
        threading.Event().wait()


class NoKeyboard(Exception):  # noqa: N818
    """A function under test asked for input."""


def call(function: Callable[..., object], arguments: tuple[Any, ...], limit: float = LIMIT) -> Outcome:
    """Call a function and tell what came of it; never raises, never waits for longer than the limit.

    Parameters
    ----------
    function : callable
        The learner's.
    arguments : tuple
        What it is given. It can see and change these objects: give it copies.
    limit : float, default LIMIT
        Seconds.

    Returns
    -------
    Outcome
        What it returned, printed, changed or raised.

    Examples
    --------
    >>> call(len, (["a", "b"],)).value
    2
    >>> call(lambda word: word + 1, ("a",)).error
    'TypeError'
    """
    before = _state(arguments)
    results: list[Outcome] = []
    screen = _Screen()

    def work() -> None:
        try:
            value = plain(function(*arguments))
            results.append(Outcome(value))
        except OutOfTime:
            results.append(Outcome(stopped=True))
        except BaseException as problem:
            results.append(_failure(function, problem))

    with _guarded(screen):
        _run(work, screen, limit)
    if not results:
        return Outcome(stopped=True, printed=screen.text)
    result = results[0]
    changed = not result.stopped and before != _state(arguments)
    return Outcome(
        result.value, result.error, result.reason, result.line, result.code, screen.text, changed, result.stopped
    )


def _state(arguments: tuple[Any, ...]) -> tuple[Any, ...]:
    reading = Reading(exact=True)
    return tuple(reading.key(plain(argument)) for argument in arguments)


class _Screen(io.TextIOBase):
    """Keeps what the thread under test prints, and lets everybody else print where they did."""

    def __init__(self) -> None:
        self.text = ""
        self.thread: int | None = None
        self.real: Any = None

    def write(self, text: str) -> int:
        if threading.get_ident() != self.thread:
            return int(self.real.write(text) or 0)
        if len(self.text) < PRINTED:
            self.text += str(text)[:PRINTED]
        return len(text)

    def flush(self) -> None:
        if threading.get_ident() != self.thread:
            self.real.flush()

    def writable(self) -> bool:
        return True


@contextmanager
def _guarded(screen: _Screen) -> Iterator[None]:
    """Give the thread under test a screen of its own and no keyboard; put everything back afterwards."""
    real_input, real_stdout = builtins.input, sys.stdout

    def no_input(*prompt: object) -> str:
        if threading.get_ident() == screen.thread:
            raise NoKeyboard("a function gets what it needs through its parameters")
        return real_input(*prompt)

    screen.real = real_stdout
    builtins.input, sys.stdout = no_input, screen
    try:
        yield
    finally:
        builtins.input, sys.stdout = real_input, real_stdout


def _run(work: Callable[[], None], screen: _Screen, limit: float) -> None:
    """Do the work in a thread, and stop it when its time is over."""

    def begin() -> None:
        screen.thread = threading.get_ident()
        with suppress(OutOfTime):  # it may come while the outcome is put together
            work()

    thread = threading.Thread(target=begin, daemon=True, name="exercise")
    size = threading.stack_size()
    with suppress(ValueError, RuntimeError):
        threading.stack_size(16 * 1024 * 1024)  # macOS gives a thread so little that deep recursion would crash it
    try:
        thread.start()
    except RuntimeError:  # a browser has no threads
        _run_here(begin, limit)
        return
    finally:
        threading.stack_size(size)
    try:
        thread.join(limit)
    finally:  # also when somebody presses the stop button
        if thread.is_alive():
            _stop(thread)


def _run_here(work: Callable[[], None], limit: float) -> None:
    """Do the work without a thread: line by line, so that a loop can be left when the time is over."""
    end = time.monotonic() + limit

    def watch(*event: object) -> Any:
        if time.monotonic() > end:
            raise OutOfTime
        return watch

    before = sys.gettrace()
    sys.settrace(watch)
    try:
        work()
    finally:
        sys.settrace(before)


def _stop(thread: threading.Thread) -> None:
    patience = time.monotonic() + 0.5
    while thread.is_alive() and time.monotonic() < patience:
        _plant(thread, OutOfTime)
        thread.join(0.01)
    if thread.is_alive():
        _plant(thread, _Park)


def _plant(thread: threading.Thread, exception: type[BaseException]) -> None:
    if thread.ident is not None:
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident), ctypes.py_object(exception))


def _failure(function: Callable[..., object], problem: BaseException) -> Outcome:
    """Find out where in the learner's own function it happened."""
    code = getattr(function, "__code__", None)
    line, source = 0, ""
    trace = problem.__traceback__
    steps = 0
    while trace is not None and steps < 5_000:
        frame = trace.tb_frame
        if code is not None and frame.f_code.co_filename == code.co_filename and trace.tb_lineno >= code.co_firstlineno:
            line = trace.tb_lineno - code.co_firstlineno + 1
            source = linecache.getline(code.co_filename, trace.tb_lineno).strip()
        trace = trace.tb_next
        steps += 1
    try:
        reason = str(problem)
    except Exception:
        reason = ""
    return Outcome(error=type(problem).__name__, reason=reason[:200], line=line, code=source[:80])


def untouched(function: object, stub: types.CodeType | None = None) -> bool:
    """Tell whether a function still does nothing: its body is `...`, `pass` or a docstring, or it is the stub's.

    Parameters
    ----------
    function : object
        Anything.
    stub : code, optional
        The compiled body of the stub.

    Returns
    -------
    bool
        True if nobody has written anything into it.

    Examples
    --------
    >>> def nothing(words):
    ...     ...
    >>> untouched(nothing), untouched(len), untouched(lambda words: words)
    (True, False, False)
    """
    if type(function) is not types.FunctionType:
        return False
    body = _body(function.__code__)
    return body == _body(_empty.__code__) or (stub is not None and body == _body(stub))


def _empty() -> None: ...


def _body(code: types.CodeType) -> tuple[object, ...]:
    """Reduce code to what it does: instructions with what they work on, without lines and docstring."""
    import dis

    skipped = ("RESUME", "NOP", "CACHE", "COPY_FREE_VARS", "MAKE_CELL", "EXTENDED_ARG")
    return tuple(
        (
            step.opname,
            _body(step.argval)
            if isinstance(step.argval, types.CodeType)
            else (type(step.argval).__name__, repr(step.argval)),
        )
        if "JUMP" not in step.opname
        else (step.opname,)
        for step in dis.get_instructions(code)
        if step.opname not in skipped
    )
