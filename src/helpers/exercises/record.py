"""Keeps what is done, in one small file beside the notebooks, and carries it from one place to another."""

from __future__ import annotations

import json
import math
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

NAME = ".course_progress.json"
VERSION = 1
SOLVED = ("notebooks", "instructor")
"""The folder of the solved notebooks."""

LARGEST = 1_000_000
"""No file with progress has more bytes than this."""

_RANK = {"not started": 0, "not yet": 1, "done": 2}


def where(told: str, here: Path) -> Path | None:
    """Tell where progress is kept, from what the environment says and the folder in which we work.

    Parameters
    ----------
    told : str
        What the variable HELPERS_PROGRESS says: a file; "off": nothing is kept; "": not set.
    here : pathlib.Path
        The current folder.

    Returns
    -------
    pathlib.Path or None
        The file that was told; else one beside the folder `notebooks` in or under which we work; else one here. None
        where nothing is kept: a teacher who runs the solved notebooks must not hand out a folder in which all is done.

    Examples
    --------
    >>> where("", Path("/course/notebooks")).as_posix()
    '/course/.course_progress.json'
    >>> where("", Path("/course")).as_posix()
    '/course/.course_progress.json'
    >>> where("off", Path("/course")) is None, where("", Path("/course/notebooks/instructor")) is None
    (True, True)
    """
    told = told.strip()
    if told.casefold() == "off":
        return None
    if told:
        return Path(told).expanduser()
    if here.parts[-2:] == SOLVED:
        return None
    return next((folder.parent for folder in (here, *here.parents) if folder.name == "notebooks"), here) / NAME


def path() -> Path | None:
    """Tell where progress is kept now."""
    return where(os.environ.get("HELPERS_PROGRESS", ""), Path.cwd())


def read() -> tuple[dict[str, dict[str, Any]], str]:
    """Read what is done.

    Returns
    -------
    tuple of dict and str
        Exercise to {"status", "points"}; and a sentence if something was wrong with the file, else "".
    """
    try:
        place = path()
        return ({}, "") if place is None else _read(place)
    except NewerVersion:
        return {}, f"The file with your progress {_NEWER}"
    except (OSError, RuntimeError):
        return {}, "Your progress can not be read here, so the table starts empty."


def _read(place: Path) -> tuple[dict[str, dict[str, Any]], str]:
    """Read the file of this place; what is damaged is set aside, what can not be opened raises OSError."""
    try:
        return _parse(place.read_text(encoding="utf-8")), ""
    except FileNotFoundError:
        return {}, ""
    except _DAMAGE:
        return {}, _set_aside(place)


_DAMAGE = (ValueError, KeyError, TypeError, AttributeError, RecursionError)


class NewerVersion(Exception):  # noqa: N818
    """A file that a later version of the course has written."""


def _parse(text: str) -> dict[str, dict[str, Any]]:
    content = json.loads(text)
    kept = {str(key): _entry(value) for key, value in content["exercises"].items()}
    version = content.get("version", VERSION)
    if type(version) is not int or version < 1:
        raise ValueError(version)
    if version > VERSION:
        raise NewerVersion(version)
    return kept


def _entry(value: Any) -> dict[str, Any]:
    points = float(value["points"])
    if value["status"] not in _RANK or not math.isfinite(points) or points < 0:
        raise ValueError(value)
    return {"status": value["status"], "points": points}


def _better(one: dict[str, Any] | None, other: dict[str, Any]) -> dict[str, Any]:
    """Choose the better of two results; of two that are equal, the first."""
    return other if one is None or _worth(other) > _worth(one) else one


def _worth(entry: dict[str, Any]) -> tuple[int, float]:
    return _RANK[entry["status"]], entry["points"]


def merge(one: dict[str, dict[str, Any]], other: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Join two records: of each exercise the better result counts, and no exercise is lost.

    Parameters
    ----------
    one, other : dict
        Exercise to {"status", "points"}.

    Returns
    -------
    dict
        A new one.

    Examples
    --------
    >>> done, begun = {"status": "done", "points": 2.0}, {"status": "not yet", "points": 0.0}
    >>> merge({"1.1": begun}, {"1.1": done, "9.9": begun}) == {"1.1": done, "9.9": begun}
    True
    """
    return one | {key: _better(one.get(key), entry) for key, entry in other.items()}


def _set_aside(place: Path | None) -> str:
    if place is None:
        return ""
    damaged = place.with_name(place.name + ".damaged")
    try:
        place.replace(damaged)
    except OSError:
        return f"The file with your progress ({place.name}) is damaged and can not be moved away."
    return f"The file with your progress was damaged; it is now called {damaged.name}, and a new one was begun."


def keep(exercise: str, status: str, points: float) -> str:
    """Keep a result if it is better than the one before.

    Returns
    -------
    str
        A sentence if it could not be kept or the file was damaged, else "".
    """
    place = None
    try:
        place = path()
        if place is None:
            return ""
        done, said = _read(place)
        if status == "not started":
            return said
        after = merge(done, {exercise: {"status": status, "points": points}})
        if after != done:
            _write(place, after)
        return said
    except NewerVersion:
        return f"Your progress can not be kept here: {place.name if place else NAME} {_NEWER}"
    except (OSError, RuntimeError):
        return f"Your progress can not be kept here: the file {place.name if place else NAME} can not be written."


_NEWER = "was written by a newer version of the course. Update this one."


def save(to: Path) -> tuple[bool, str]:
    """Write all that is done here into another file; what stands there already is kept where it is better.

    Parameters
    ----------
    to : pathlib.Path
        The file.

    Returns
    -------
    tuple of bool and str
        Whether it was written; and a sentence, always.
    """
    try:
        place = path()
        done, said = ({}, "") if place is None else _read(place)
    except NewerVersion:
        return False, f"Nothing was saved: the file with your progress {_NEWER}"
    except (OSError, RuntimeError):
        return False, "Nothing was saved: your progress can not be read here."
    if not done:
        return False, " ".join(filter(None, [said, "There is nothing to save yet: no exercise has been checked here."]))
    try:
        there = _read_other(to) if to.exists() else {}
        _write(to, merge(done, there))
    except FileNotFoundError:
        return False, f"Nothing was saved: there is no folder for {_called(to)}."
    except NewerVersion:
        return False, f"Nothing was saved: {_called(to)} {_NEWER}"
    except _DAMAGE:
        return False, f"Nothing was saved: {_called(to)} is something else. Choose another name for your progress."
    except (OSError, RuntimeError):
        return False, f"Nothing was saved: {_called(to)} can not be written here."
    return True, f"Saved what is done in {_exercises(len(done))} as {_called(to)}."


def load(source: Path) -> tuple[bool, str]:
    """Join what another file holds with what is done here; of each exercise the better result counts.

    Parameters
    ----------
    source : pathlib.Path
        A file that `save` wrote. It is not changed.

    Returns
    -------
    tuple of bool and str
        Whether it was read; and a sentence, always.
    """
    try:
        theirs = _read_other(source)
    except FileNotFoundError:
        return False, f"There is no file {_called(source)} here. Upload it first, beside this notebook."
    except NewerVersion:
        return False, f"Nothing was changed: {_called(source)} {_NEWER}"
    except _DAMAGE:
        return False, f"Nothing was changed: {_called(source)} is damaged, or not a file with progress."
    except (OSError, RuntimeError):
        return False, f"Nothing was changed: {_called(source)} can not be read."
    try:
        place = path()
        if place is None:
            return (
                False,
                "Nothing was changed: no progress is kept here (solved notebooks, or HELPERS_PROGRESS is off).",
            )
        mine, said = _read(place)
        after = merge(mine, theirs)
        if after != mine:
            _write(place, after)
    except NewerVersion:
        return False, f"Nothing was changed: the file with your progress {_NEWER}"
    except (OSError, RuntimeError):
        return False, "Nothing was changed: your progress can not be kept here."
    better = sum(after[key] != mine.get(key) for key in after)
    new = f"{_exercises(better)} came in or became better" if better else "nothing in it was new"
    return True, " ".join(filter(None, [said, f"Read {_exercises(len(theirs))} from {_called(source)}: {new}."]))


def _read_other(place: Path) -> dict[str, dict[str, Any]]:
    if not place.exists():
        raise FileNotFoundError(place)
    if not place.is_file() or place.stat().st_size > LARGEST:
        raise ValueError(place)
    return _parse(place.read_text(encoding="utf-8"))


def _called(place: Path) -> str:
    """Write the name of a file: shortened, and so that backticks and line ends in it do no harm."""
    name = "".join(character if character.isprintable() and character != "`" else "?" for character in place.name)
    return f"`{name if len(name) <= 60 else name[:59] + '…'}`"


def _exercises(number: int) -> str:
    return f"{number} exercise{'' if number == 1 else 's'}"


def _write(place: Path, exercises: dict[str, dict[str, Any]]) -> None:
    """Write the whole file or nothing: first beside it, then in its place."""
    content = {"version": VERSION, "exercises": dict(sorted(exercises.items()))}
    handle, beside = tempfile.mkstemp(prefix=place.name, suffix=".part", dir=place.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False, indent=1)
        Path(beside).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise
