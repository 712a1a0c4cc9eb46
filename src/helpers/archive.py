"""From one text to an archive: each text of a folder goes the whole way once, and the tables of all come together.

What is done is kept in one file, a line for each text, as soon as it is done: an interruption costs only the texts that
were being read. The same function works in this process or, where an archive takes hours, on a cluster of Dask.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

from helpers.columns import Columns
from helpers.documents import PLAIN, WEB, read_document
from helpers.entities import Gazetteer
from helpers.errors import CourseError
from helpers.participants import as_memberships
from helpers.pipeline import find_all
from helpers.themes import Codebook

if TYPE_CHECKING:
    from distributed import Client

__all__ = ["Archive", "Settings", "analyze_archive", "analyze_document", "local_cluster"]

T = TypeVar("T")
Progress = Callable[[int, int], None]
Record = dict[str, Any]

TABLES = ("participants", "themes", "statements")
"""The tables that come together. Entities are many, and each text gives its own again in a moment."""
DOCUMENT = ["document", "date", "characters", "sentences", "notes"]
BATCH = 20
"""How many texts are given to a cluster at once: one alone takes less time than to send it there."""
WAITING = 4
"""How many batches wait on a cluster for each thread, so that memory does not grow with the archive."""


@dataclass(frozen=True)
class Settings:
    """With what all texts of an archive are analyzed, as `helpers.pipeline.analyze` takes it.

    Attributes
    ----------
    organization : str
        The host organization.
    gazetteer : Gazetteer or None
        Names of your own.
    codebook : Codebook or None
        Themes of your own.
    memberships : pandas.DataFrame or None
        A table of dated memberships of your own.

    Examples
    --------
    >>> Settings().digest() == Settings().digest() != Settings("ASEAN").digest()
    True
    """

    organization: str = "SCO"
    gazetteer: Gazetteer | None = None
    codebook: Codebook | None = None
    memberships: pd.DataFrame | None = None

    @cached_property
    def dated_memberships(self) -> pd.DataFrame | None:
        """The memberships as lookups want them, so that they are not made ready for each text."""
        return None if self.memberships is None else as_memberships(self.memberships)

    def digest(self) -> str:
        """Return a name for these settings: results that were made with others are not taken for them."""
        lists = [given.to_table() if given is not None else None for given in (self.gazetteer, self.codebook)]
        written = [table.to_csv(index=False) if table is not None else "" for table in (*lists, self.memberships)]
        return _digest("\0".join([version("helpers"), self.organization, *written]).encode("utf-8", "replace"))


@dataclass(frozen=True, repr=False)
class Archive:
    """What was found in all texts of a folder.

    Attributes
    ----------
    documents : pandas.DataFrame
        ``document`` (its name), ``date`` (ISO, the first full date in it, or ""), ``characters``, ``sentences``,
        ``notes``; one row a text, in the order of the names.
    participants, themes, statements : pandas.DataFrame
        The rows of `analyze`, with ``document`` and ``date`` before them.
    problems : pandas.DataFrame
        ``document``, ``problem``: the files that could not be read, each with a sentence.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "one.txt").write_text("India and Mongolia took part on 5 May 2010.", encoding="utf-8")
    ...     _ = Path(folder, "two.pdf").write_bytes(b"%PDF-1.7")
    ...     archive = analyze_archive(folder)
    >>> archive
    Archive of 1 text with 2 participants; 1 file could not be read
    >>> archive.participants[["document", "date", "name", "category"]].values.tolist()
    [['one.txt', '2010-05-05', 'India', 'observer'], ['one.txt', '2010-05-05', 'Mongolia', 'observer']]
    """

    documents: pd.DataFrame
    participants: pd.DataFrame
    themes: pd.DataFrame
    statements: pd.DataFrame
    problems: pd.DataFrame

    def __repr__(self) -> str:
        texts, bad = len(self.documents), len(self.problems)
        told = f"Archive of {_count(texts, 'text')} with {_count(len(self.participants), 'participant')}"
        return f"{told}; {_count(bad, 'file')} could not be read" if bad else told


def analyze_archive(
    folder: str | Path,
    settings: Settings | None = None,
    *,
    results: str | Path | None = None,
    client: Client | None = None,
    progress: Progress | None = None,
) -> Archive:
    """Analyze all texts of a folder, and keep what is done.

    Parameters
    ----------
    folder : str or pathlib.Path
        With texts in UTF-8 (.txt, .md) or web pages (.html), also in folders below. Files that begin with a dot are
        left out. No file is changed or moved.
    settings : Settings, optional
        Names, themes, memberships and host organization.
    results : str or pathlib.Path, optional
        A file in which each text's results are kept as soon as they are there. If it holds results already, made with
        the same settings, the texts that have not changed since are not analyzed again.
    client : distributed.Client, optional
        A cluster of Dask. The texts are read here and sent there, so it needs no folder in common. A worker that is
        lost costs only time: others do its work again.
    progress : callable, optional
        Is told how many texts are done, and of how many, after each.

    Returns
    -------
    Archive
        The same tables, whichever way they were made.

    Raises
    ------
    CourseError
        If there is no such folder, it holds no file, or the results can not be written.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     _ = Path(folder, "one.txt").write_text("The parties stressed peace.", encoding="utf-8")
    ...     analyze_archive(folder).statements["speaker"].tolist()
    ['The parties']
    """
    settings = settings or Settings()
    paths = _files(Path(folder))
    made_with = settings.digest()
    kept = _kept(Path(results), made_with) if results is not None else {}
    records: dict[str, Record] = {}
    waiting: list[tuple[str, Path]] = []
    for name, path in paths.items():
        data = _bytes(path)
        if isinstance(data, OSError):
            records[name] = {"document": name, "problem": f"{name} could not be opened ({data.strerror})."}
        elif name in kept and kept[name]["digest"] == _digest(data):
            records[name] = kept[name]
        else:
            waiting.append((name, path))
    tell = progress or (lambda done, all_of_them: None)
    tell(len(records), len(paths))
    texts = ((name, data) for name, path in waiting if isinstance(data := _bytes(path), bytes))
    for record in _here(texts, settings) if client is None else _on_cluster(client, texts, settings):
        records[record["document"]] = record
        if results is not None:
            _keep(Path(results), record | {"settings": made_with})
        tell(len(records), len(paths))
    return _together([records[name] for name in paths if name in records])


def analyze_document(name: str, data: bytes, settings: Settings) -> Record:
    """Analyze one file; whatever is wrong with it is said in the record, and nothing is raised.

    Parameters
    ----------
    name : str
        What the file is called.
    data : bytes
        What is in it.
    settings : Settings

    Returns
    -------
    dict
        ``document``, ``digest`` and either ``problem`` or the tables, in plain lists and words, as JSON can hold them.

    Examples
    --------
    >>> analyze_document("a.pdf", b"%PDF-1.7", Settings())["problem"][:13]
    'a.pdf is a PD'
    """
    record: Record = {"document": name, "digest": _digest(data)}
    try:
        text = read_document(name, data)
        found = find_all(
            text,
            organization=settings.organization,
            gazetteer=settings.gazetteer,
            codebook=settings.codebook,
            memberships=settings.dated_memberships,
        )
    except CourseError as problem:
        return record | {"problem": str(problem)}
    except Exception as problem:  # one text must never end the work on all others
        return record | {"problem": f"{name} could not be analyzed ({type(problem).__name__}: {problem})."}
    numbers = (found.on or "", len(text), len(found.themes["sentence"]), " ".join(found.notes))
    tables = {table: _plain(getattr(found, table)) for table in TABLES}
    return record | dict(zip(DOCUMENT[1:], numbers, strict=True)) | {"tables": tables}


@contextmanager
def local_cluster(workers: int = 2) -> Iterator[Client]:
    """Start a cluster of Dask on this one machine, and stop it behind the block.

    Parameters
    ----------
    workers : int, default 2
        How many processes.

    Yields
    ------
    distributed.Client
        For `analyze_archive(client=…)`.

    Raises
    ------
    CourseError
        If Dask is not installed, or `workers` is no number of processes.

    Examples
    --------
    >>> with local_cluster(workers=0) as client:
    ...     print(client)
    Traceback (most recent call last):
    helpers.errors.CourseError: A cluster has 1 worker or more, as a whole number, not 0.
    """
    if type(workers) is not int or workers < 1:
        raise CourseError(f"A cluster has 1 worker or more, as a whole number, not {workers!r}.")
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        raise CourseError(
            "Dask is not installed here. The extra named archive brings it: close JupyterLab, and start it again with "
            "python3 -m uv run --extra archive jupyter lab (in PowerShell: py -m uv …)."
        ) from None
    given = {"n_workers": workers, "threads_per_worker": 1, "processes": True, "dashboard_address": "127.0.0.1:0"}
    with LocalCluster(**given, silence_logs=logging.ERROR) as cluster, Client(cluster) as client:
        yield client


# --- the two ways -----------------------------------------------------------------------------------------------------


def _here(texts: Iterable[tuple[str, bytes]], settings: Settings) -> Iterator[Record]:
    for name, data in texts:
        yield analyze_document(name, data, settings)


def _batch(texts: list[tuple[str, bytes]], settings: Settings) -> list[Record]:
    return [analyze_document(name, data, settings) for name, data in texts]


def _on_cluster(client: Client, texts: Iterator[tuple[str, bytes]], settings: Settings) -> Iterator[Record]:
    """Send batches of texts to a cluster, a few at a time, and give back what is done, in the order in which it is."""
    from distributed import as_completed

    shared = client.scatter(settings, broadcast=True)
    sent: dict[str, list[tuple[str, bytes]]] = {}

    def send(batch: list[tuple[str, bytes]]) -> Any:
        future = client.submit(_batch, batch, shared, pure=False, retries=3)
        sent[future.key] = batch
        return future

    batches = _batches(texts, BATCH)
    threads = max(1, sum(client.nthreads().values()))
    working = as_completed([send(batch) for batch in islice(batches, WAITING * threads)])
    for future in working:
        batch = sent.pop(future.key)
        if future.status == "finished":
            yield from future.result()
        else:  # its workers were lost again and again: read it here, where it can be seen
            yield from _here(batch, settings)
        for following in islice(batches, 1):
            working.add(send(following))


def _batches(things: Iterator[T], size: int) -> Iterator[list[T]]:
    while batch := list(islice(things, size)):
        yield batch


# --- files ------------------------------------------------------------------------------------------------------------


def _files(folder: Path) -> dict[str, Path]:
    """Return the files below a folder by their names, in order."""
    if not folder.is_dir():
        raise CourseError(f"There is no folder {folder}. Make it, put texts into it (.txt in UTF-8), and try again.")
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    seen = {name: path for name, path in sorted(found.items()) if not any(part[0] == "." for part in name.split("/"))}
    if not seen:
        endings = ", ".join((*PLAIN[1:], *WEB))
        raise CourseError(f"The folder {folder} holds no file. Put texts into it ({endings}), and try again.")
    return seen


def _bytes(path: Path) -> bytes | OSError:
    try:
        return path.read_bytes()
    except OSError as problem:
        return problem


def _kept(results: Path, made_with: str) -> dict[str, Record]:
    """Return the records that were made with these settings; a line that was cut off is left out."""
    if not results.exists():
        return {}
    records = {}
    for line in results.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            record = json.loads(line)
            if record["settings"] == made_with and ("problem" in record or set(record["tables"]) == set(TABLES)):
                records[record["document"]] = record
        except (ValueError, TypeError, KeyError):
            continue
    return records


def _keep(results: Path, record: Record) -> None:
    """Add a record to the file, behind a line end if the last line was cut off."""
    try:
        results.parent.mkdir(parents=True, exist_ok=True)
        with results.open("ab+") as file:
            if file.tell():
                file.seek(-1, 2)
                if file.read(1) != b"\n":
                    file.write(b"\n")
            file.write(json.dumps(record).encode("ascii") + b"\n")
    except OSError as problem:
        raise CourseError(f"{results} can not be written ({problem.strerror}). Choose another file.") from None


# --- tables -----------------------------------------------------------------------------------------------------------


def _plain(columns: Columns) -> Record:
    return {"columns": list(columns), "rows": [list(row) for row in zip(*columns.values(), strict=True)]}


def _together(records: list[Record]) -> Archive:
    good = [record for record in records if "problem" not in record]
    documents = pd.DataFrame([[record[name] for name in DOCUMENT] for record in good], columns=DOCUMENT)
    problems = [(record["document"], record["problem"]) for record in records if "problem" in record]
    tables = {name: _joined(name, good) for name in TABLES}
    return Archive(documents, **tables, problems=pd.DataFrame(problems, columns=["document", "problem"]))


def _joined(name: str, records: list[Record]) -> pd.DataFrame:
    """Put the rows of all texts into one table, with the text's name and day before them."""
    columns: dict[str, None] = {}
    rows: list[Mapping[str, Any]] = []
    for record in records:
        table = record["tables"][name]
        columns |= dict.fromkeys(table["columns"])
        first = {"document": record["document"], "date": record["date"]}
        rows += [first | dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]
    return pd.DataFrame(rows, columns=["document", "date", *columns])


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:24]


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
