"""One learner's marks in one small file, and a folder of such files as one table.

`save_annotations` writes a file with a pseudonym and no name. `read_annotations` gathers a folder of them. What lies in
that folder comes from many hands: whatever is wrong with a file is told in a sentence, and nothing stops the rest.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pandas as pd

from helpers.errors import CourseError
from helpers.reference import words
from helpers.texts import read_text, require_text

VERSION = 1
PREFIX = "my_annotations_"
UNMARKED = "none"
"""What a word is called that somebody has read and not marked."""

MOST_BYTES = 1_000_000
MOST_SPANS = 5_000
MOST_FILES = 500
LONGEST_NAME = 40

COLUMNS = ["annotator", "start", "end", "text", "label"]
_FIELDS = ["version", "pseudonym", "text_sha256", "spans"]


# --- one learner's file ---------------------------------------------------------------------------------------------


def save_annotations(
    spans: Any,
    pseudonym: str | None = None,
    folder: str | Path | None = None,
    *,
    text: str | None = None,
    replace: bool = False,
) -> Path | None:
    """Write somebody's marks into one small file, `my_annotations_<pseudonym>.json`, to be handed in.

    Parameters
    ----------
    spans : pandas.DataFrame
        One row a span: ``start``, ``end``, ``label``, as `spans_from` gives it. While it is still `...`, empty, or no
        table of spans of this text, nothing is written, and a sentence says why.
    pseudonym : str, optional
        What to be called; no real name is needed. By default that of the file that is there already, else two words
        drawn at random from ``data/words/pseudonym_words.csv``.
    folder : str or pathlib.Path, optional
        Where to write; by default the folder in which the notebook lies.
    text : str, optional
        The text in which the spans lie; by default the press release. The file holds its checksum, not the text.
    replace : bool, default False
        Whether a file of the same name that holds something else may be replaced.

    Returns
    -------
    pathlib.Path or None
        The file; None if there was nothing to save.

    Raises
    ------
    CourseError
        If the pseudonym can not be used, the file is there already with other marks, or it can not be written.

    Examples
    --------
    >>> save_annotations(...)
    Nothing to save yet: put your marks in place of the dots first.
    >>> from tempfile import TemporaryDirectory
    >>> spans = pd.DataFrame({"start": [3], "end": [11], "label": ["STATE"]})
    >>> with TemporaryDirectory() as here:
    ...     path = save_annotations(spans, "calm heron", here, text="In Mongolia.")
    Saved 1 span of "calm heron" in my_annotations_calm-heron.json.
    """
    if spans is ...:
        print("Nothing to save yet: put your marks in place of the dots first.")
        return None
    text = read_text() if text is None else require_text(text)
    try:
        rows = _rows_to_save(spans, text)
    except CourseError as problem:  # as every function that takes what a learner has not done yet: a sentence, no error
        print(f"Nothing is saved: {problem}")
        return None
    if not rows:
        print("Nothing to save yet: the table has no row.")
        return None
    home = _folder(Path.cwd() if folder is None else folder)
    name = _own_pseudonym(home) if pseudonym is None else _usable_pseudonym(pseudonym)
    content = {"version": VERSION, "pseudonym": name, "text_sha256": _checksum(text), "spans": rows}
    path = home / f"{PREFIX}{_file_name(name)}.json"
    _write(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n", replace)
    print(f'Saved {_spans_in_words(len(rows))} of "{name}" in {path.name}.')
    return path


def _rows_to_save(spans: Any, text: str) -> list[dict[str, Any]]:
    """Turn a table of spans into what the file holds, in the order of the text; raise what is wrong with it."""
    if not isinstance(spans, pd.DataFrame):
        raise CourseError(
            f"A table of spans is needed here, and this is of the type {type(spans).__name__}. "
            "spans_from(text, [...]) makes one."
        )
    if missing := [column for column in ("start", "end", "label") if column not in spans.columns]:
        raise CourseError(
            f"The table of spans lacks the column(s) {', '.join(missing)}. spans_from(text, [...]) helps."
        )
    found = []
    for number, row in enumerate(spans.to_dict("records")):
        start, end = (whole(row[column]) for column in ("start", "end"))
        written = row.get("text", text[start:end] if type(start) is type(end) is int else "")
        span = {"start": start, "end": end, "label": row["label"], "text": written}
        if problem := _span_problem(span, text):
            raise CourseError(f"Row {number} of your table can not be saved: {problem}.")
        found.append(span)
    return sorted(found, key=lambda span: (span["start"], span["end"], span["label"]))


def whole(value: Any) -> Any:
    """Turn what pandas makes of a whole number back into one; leave everything else for others to judge."""
    try:
        return int(value) if not isinstance(value, bool | str) and int(value) == value else value
    except (TypeError, ValueError, OverflowError):
        return value


def _usable_pseudonym(pseudonym: Any) -> str:
    name = " ".join(pseudonym.split()) if isinstance(pseudonym, str) else ""
    if not name or _tame(name) != name or len(name) > LONGEST_NAME:
        raise CourseError(
            f"A pseudonym is a word or two in quotes, of letters, numbers, spaces and hyphens, at most {LONGEST_NAME} "
            'characters, as in "calm heron". Leave it out, and you get one.'
        )
    return name


def _own_pseudonym(folder: Path) -> str:
    """Find the pseudonym that was used in this folder before, or draw a new one."""
    used = []
    for path in sorted(folder.glob(f"{PREFIX}*.json")):
        try:
            used.append(_usable_pseudonym(_load(path)[0]["pseudonym"]))
        except CourseError:
            continue  # a damaged file has no pseudonym to go on with, and it is never overwritten
    if len(set(used)) > 1:
        listed = ", ".join(f'"{name}"' for name in used[:3])
        raise CourseError(
            f"More than one person has saved in this folder ({listed}). Say who you are: "
            'save_annotations(…, "your pseudonym").'
        )
    return used[0] if used else draw_pseudonym()


def draw_pseudonym(choose: Any = None) -> str:
    """Draw a pseudonym of two words.

    Parameters
    ----------
    choose : callable, optional
        What chooses one of a list; by default at random.

    Returns
    -------
    str

    Examples
    --------
    >>> draw_pseudonym(lambda listed: listed[0])
    'amber acorn'
    """
    choose = secrets.choice if choose is None else choose
    table = words("pseudonym_words")
    return " ".join(choose(table.loc[table["place"] == place, "word"].tolist()) for place in ("first", "second"))


def _file_name(pseudonym: str) -> str:
    """Make a pseudonym fit for a file name on every system; what gets lost is made up for by a checksum."""
    plain = unicodedata.normalize("NFKD", pseudonym).encode("ascii", "ignore").decode("ascii").lower()
    safe = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if safe.replace("-", " ") == pseudonym:
        return safe
    return f"{safe}-{hashlib.sha256(pseudonym.encode('utf-8')).hexdigest()[:8]}".strip("-")


def _write(path: Path, content: str, replace: bool) -> None:
    """Write a file that is not there yet; what is there already is replaced only on request."""
    try:
        if path.is_file() and path.read_bytes() == content.encode("utf-8"):
            return
        if replace:
            path.unlink(missing_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
    except FileExistsError:
        raise CourseError(
            f"{path.name} is there already, with other marks in it. If it is yours and may go, add replace=True in the "
            "brackets; if it is not, choose another pseudonym."
        ) from None
    except OSError as problem:
        raise CourseError(f"{path.name} can not be written here ({problem.strerror}). Choose another folder.") from None


# --- a folder of files ----------------------------------------------------------------------------------------------


def read_annotations(folder: str | Path, text: str | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Gather the files of a class.

    Every file in the folder is looked at, and in the folders in it, since some learning platforms make one for each
    learner (not deeper; links and hidden files are not read). A file that can not be used is left out, a single span
    that can not be used is left out alone, and each is told in a sentence.

    Parameters
    ----------
    folder : str or pathlib.Path
        Where the files lie, whatever they are called, as long as they end in ``.json``.
    text : str, optional
        The text that was annotated; by default the press release.

    Returns
    -------
    marks : pandas.DataFrame
        One row a span: ``annotator``, ``start``, ``end``, ``text``, ``label``; always ``text[start:end]``.
    problems : pandas.DataFrame
        ``file``, ``problem`` (a sentence).

    Raises
    ------
    CourseError
        If there is no such folder.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as here:
    ...     _ = (Path(here) / "broken.json").write_text("{", encoding="utf-8")
    ...     marks, problems = read_annotations(here)
    >>> len(marks), problems.values.tolist()
    (0, [['broken.json', 'This is no JSON: the file is damaged, or was saved by another program. Left out.']])
    """
    text = read_text() if text is None else require_text(text)
    rows: list[tuple[Any, ...]] = []
    problems: list[tuple[str, str]] = []
    names: dict[str, str] = {}
    contents: dict[str, str] = {}
    for path, file in _listed(_folder(folder), problems):
        try:
            content, fingerprint = _load(path)
            if fingerprint in contents:
                raise CourseError(f"The same file, letter by letter, as {contents[fingerprint]}. Left out.")
            contents[fingerprint] = file
            name, spans, told = _judge(content, text)
            if name in names:
                raise CourseError(
                    f"The pseudonym {name} was used by {names[name]} already. Left out. If it is the same person, keep "
                    "one file; if not, give one of them another pseudonym (in the file)."
                )
        except CourseError as problem:
            problems.append((file, str(problem)))
            continue
        names[name] = file
        problems += [(file, sentence) for sentence in told]
        rows += [(name, span["start"], span["end"], span["text"], span["label"]) for span in spans]
    marks = pd.DataFrame(rows, columns=COLUMNS).astype({"start": int, "end": int})
    return marks, pd.DataFrame(problems, columns=["file", "problem"], dtype=object)


def _folder(folder: Any) -> Path:
    if not isinstance(folder, str | Path) or not str(folder).strip():
        raise CourseError("The name of a folder is needed, in quotes.")
    try:
        there = Path(folder).is_dir()
    except (OSError, ValueError):
        there = False
    if not there:
        raise CourseError(f"There is no folder {_tame(str(folder), '/:' + chr(92))}. Compare the spelling.")
    return Path(folder)


def _listed(folder: Path, problems: list[tuple[str, str]]) -> Iterator[tuple[Path, str]]:
    """Yield the files that may be read, each with its name as it may be shown; note the others."""
    found = _visible(folder)
    for path in [*found]:
        if path.is_dir() and not path.is_symlink():
            try:
                inside = _visible(path)
            except OSError:
                continue
            if inside:  # what is in it is told in its place
                place = found.index(path)
                found[place : place + 1] = inside
    for path in found[:MOST_FILES]:
        file = _tame(path.relative_to(folder).as_posix(), "/")
        try:
            mode = path.lstat().st_mode
        except OSError:
            problems.append((file, "This can not be read. Left out."))
            continue
        if stat.S_ISLNK(mode):
            problems.append((file, "This is a link to something else. Left out: put the file itself here."))
        elif stat.S_ISDIR(mode):
            problems.append((file, "This is a folder. Left out: put its files one level higher."))
        elif not stat.S_ISREG(mode):
            problems.append((file, "This is no file. Left out."))
        elif path.suffix.lower() != ".json":
            problems.append((file, f"Not a file of save_annotations, which begins with {PREFIX} and ends in .json."))
        else:
            yield path, file
    if len(found) > MOST_FILES:
        problems.append(("", f"There are {len(found)} files; only the first {MOST_FILES} were looked at."))


def _visible(folder: Path) -> list[Path]:
    return sorted((path for path in folder.iterdir() if not path.name.startswith(".")), key=lambda path: path.name)


def _load(path: Path) -> tuple[dict[str, Any], str]:
    """Read one file: its fields, and a fingerprint of its bytes."""
    try:
        if path.is_symlink():
            raise CourseError("This is a link to something else. Left out.")
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError:
        raise CourseError("This can not be read. Left out.") from None
    if len(raw) > MOST_BYTES:
        raise CourseError(f"More than {MOST_BYTES // 1000} kB: too large for the marks of one person. Left out.")
    if not raw.strip():
        raise CourseError("This file is empty. Left out: ask for it again.")
    try:
        content = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise CourseError(
            "This is not UTF-8: the file is damaged, or was saved by another program. Left out."
        ) from None
    except (ValueError, RecursionError):
        raise CourseError("This is no JSON: the file is damaged, or was saved by another program. Left out.") from None
    if type(content) is not dict:
        raise CourseError("This is JSON, but not a file of save_annotations. Left out.")
    if missing := [field for field in _FIELDS if field not in content]:
        raise CourseError(f"This file lacks {', '.join(missing)}. Left out: save it again with save_annotations.")
    return content, hashlib.sha256(raw).hexdigest()


def _judge(content: Mapping[str, Any], text: str) -> tuple[str, list[dict[str, Any]], list[str]]:
    """Take from a file what can be used: the pseudonym, the spans, and sentences about the rest."""
    if type(content["version"]) is not int or content["version"] != VERSION:
        raise CourseError(f"This file is not of version {VERSION}, which is the one that we can read. Left out.")
    if content["text_sha256"] != _checksum(text):
        raise CourseError("The marks were made on another text, or on another version of it. Left out.")
    given, spans = content["pseudonym"], content["spans"]
    if type(given) is not str or not _tame(given).strip(" ·"):
        raise CourseError("The pseudonym is no word. Left out.")
    if type(spans) is not list or len(spans) > MOST_SPANS:
        raise CourseError(f"The spans are no list of at most {MOST_SPANS}. Left out.")
    name = " ".join(_tame(given)[:LONGEST_NAME].split())
    told = [] if name == given else [f"The pseudonym holds what no name needs; it is shown as {name}."]
    reasons: Counter[str] = Counter()
    good: dict[tuple[Any, ...], dict[str, Any]] = {}
    for span in spans:
        if reason := _span_problem(span, text):
            reasons[reason] += 1
        else:
            good[span["start"], span["end"], span["label"]] = span
    told += [f"{_spans_in_words(count)} left out: {reason}." for reason, count in reasons.items()]
    if not good:
        raise CourseError(" ".join([*told, "No span is left, so the file counts for nobody."]))
    return name, [good[place] for place in sorted(good)], told


def _span_problem(span: Any, text: str) -> str:
    """Say why something is no span of this text; an empty string if it is one."""
    if type(span) is not dict:
        return "not a span, which has start, end, label and text"
    if missing := [key for key in ("start", "end", "label", "text") if key not in span]:
        return f"without {' and '.join(missing)}"
    start, end, label = span["start"], span["end"], span["label"]
    if type(start) is not int or type(end) is not int:
        return "start or end is no whole number"
    if not 0 <= start < end <= len(text):
        return f"start and end are no part of the text, which runs from 0 to {len(text)}"
    if type(label) is not str or not label.strip() or _tame(label) != label or len(label) > LONGEST_NAME:
        return "the label is no word"
    if label == UNMARKED:
        return f"the label {UNMARKED} is what words without a mark are called"
    if span["text"] != text[start:end]:
        return "the words are not those that stand at this place"
    return ""


def _spans_in_words(count: int) -> str:
    return f"{count} span{'' if count == 1 else 's'}"


def _tame(words: str, besides: str = "") -> str:
    """Keep of a foreign string what a name needs, so that it can stand in a sentence, on a page and in a table."""
    kept = (character if character.isalnum() or character in " ._-()'’" + besides else "·" for character in words[:80])
    return "".join(kept)


def _checksum(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
