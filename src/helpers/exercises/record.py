"""Keeps what is done, in one small file beside the notebooks."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

NAME = ".course_progress.json"
VERSION = 1
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
        The file that was told; else one beside the folder `notebooks` in or under which we work; else one here.

    Examples
    --------
    >>> where("", Path("/course/notebooks/instructor")).as_posix()
    '/course/.course_progress.json'
    >>> where("", Path("/course")).as_posix()
    '/course/.course_progress.json'
    >>> where("off", Path("/course")) is None
    True
    """
    told = told.strip()
    if told.casefold() == "off":
        return None
    if told:
        return Path(told).expanduser()
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
    place = None
    try:
        place = path()
        if place is None:
            return {}, ""
        kept = json.loads(place.read_text(encoding="utf-8"))["exercises"]
        return {str(key): _entry(value) for key, value in kept.items()}, ""
    except FileNotFoundError:
        return {}, ""
    except OSError:
        return {}, "Your progress can not be read here, so the table starts empty."
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, _set_aside(place)


def _entry(value: Any) -> dict[str, Any]:
    if value["status"] not in _RANK:
        raise ValueError(value["status"])
    return {"status": value["status"], "points": float(value["points"])}


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
        done, said = read()
        before = done.get(exercise)
        if status == "not started":
            return said
        if before is not None and _RANK[before["status"]] >= _RANK[status] and before["points"] >= points:
            return said
        done[exercise] = {"status": status, "points": points}
        _write(place, {"version": VERSION, "exercises": dict(sorted(done.items()))})
        return said
    except (OSError, RuntimeError):
        return f"Your progress can not be kept here: the file {place.name if place else NAME} can not be written."


def _write(place: Path, content: dict[str, Any]) -> None:
    """Write the whole file or nothing: first beside it, then in its place."""
    handle, beside = tempfile.mkstemp(prefix=place.name, suffix=".part", dir=place.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False, indent=1)
        Path(beside).replace(place)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise
