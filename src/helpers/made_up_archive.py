"""An archive that never existed, put together from the practice texts, for lesson 8 and its tests.

Each text has a day, a list of those who took part (members nearly always, others now and then) and sentences of the
practice texts. Two things change over the years, and were put there on purpose: from 2016 on there is more and more of
terrorism and crime, and less of trade and culture; and a state comes more often once it is a member.
"""

from __future__ import annotations

import datetime
import random
import tempfile
from pathlib import Path

from helpers.entities import Gazetteer
from helpers.errors import CourseError
from helpers.reference import practice_table, practice_text
from helpers.texts import split_paragraphs, split_sentences

HOST = "Lantern Sea Cooperation Organization"
SOURCES = (1, 2, 3)
"""The practice texts that are not damaged."""
STATES = {
    "XAR": "the Republic of Arvenia",
    "XBR": "the Kingdom of Brenland",
    "XHA": "the Republic of Haven",
    "XQU": "the People’s Republic of Quessa",
    "XSO": "the Union of Solmark",
    "XTO": "the Torvan Republic",
    "XWE": "the Principality of Wexmoor",
    "XNV": "the Republic of Nava",
}
BODIES = ("the Archipelago Trade Bank", "the Interisland Fisheries Commission", "the LSCO Secretariat")
TOWNS = ("Saltmere", "Haven", "Wexmoor", "Quessa")
HARDER = {"terrorism_extremism", "crime_cyber", "drugs"}
SOFTER = {"economy_culture"}
DAMAGED = {
    "1999_scanned.pdf": b"%PDF-1.4 a page that was scanned",
    "2008_another_code.txt": "Communiqué of the parties".encode("cp1252"),
    "2011_empty.txt": b"",
}


def make_up_archive(folder: str | Path, size: int = 120, seed: int = 1) -> list[Path]:
    """Write the texts of a made-up archive of the years 2010 to 2023, and three files that can not be read.

    Parameters
    ----------
    folder : str or pathlib.Path
        Where to write; made if it is not there.
    size : int, default 120
        How many texts, from 1 to 10,000.
    seed : int, default 1
        The same seed gives the same archive.

    Returns
    -------
    list of pathlib.Path
        The texts, without the three other files.

    Raises
    ------
    CourseError
        If the size is none of these, or the folder can not be written.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     paths = make_up_archive(folder, size=2)
    ...     print(len(list(Path(folder).iterdir())), paths[0].read_text(encoding="utf-8")[:40])
    5 Joint Communiqué on the LSCO consultatio
    """
    if type(size) is not int or not 1 <= size <= 10_000:
        raise CourseError(f"An archive has 1 to 10,000 texts, as a whole number, not {size!r}.")
    folder, chance, pool, held = Path(folder), random.Random(seed), _pool(), _memberships()
    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(size):
            day = datetime.date(2010, 1, 1) + datetime.timedelta(days=chance.randrange(14 * 365))
            written.append(folder / f"{day.isoformat()}_{number:04}.txt")
            written[-1].write_text(_text(day, chance, pool, held), encoding="utf-8", newline="\n")
        for name, data in DAMAGED.items():
            (folder / name).write_bytes(data)
    except OSError as problem:
        raise CourseError(f"The folder {folder} can not be written ({problem.strerror}). Choose another.") from None
    return sorted(written)


def practice_archive(name: str = "my_archive", size: int = 60, seed: int = 1) -> Path:
    """Make up the archive of lesson 8 in a folder beside the notebook; where nothing can be written, say so.

    Parameters
    ----------
    name : str, default "my_archive"
        The folder. What else is in it is left as it is.
    size, seed : int
        As `make_up_archive` takes them.

    Returns
    -------
    pathlib.Path
        The folder, or a temporary one.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     archive = practice_archive(folder + "/my_archive", size=2)
    ...     print(archive.name, len(list(archive.iterdir())))
    my_archive 5
    """
    folder = Path(name)
    try:
        make_up_archive(folder, size, seed)
        probe = folder / ".probe"
        probe.write_bytes(b"")
        probe.unlink()
    except (CourseError, OSError):
        folder = Path(tempfile.mkdtemp(prefix="archive-"), folder.name)
        make_up_archive(folder, size, seed)
        print(f"The folder {name} can not be written here, so a temporary one is used. It is gone after a while.")
    return folder


def practice_gazetteer() -> Gazetteer:
    """Return the names of the real world and those of the practice texts.

    Returns
    -------
    Gazetteer

    Examples
    --------
    >>> practice_gazetteer().get("Kingdom of Brenland").iso3
    'XBR'
    """
    gazetteer = Gazetteer.from_tables()
    for number in SOURCES:
        for row in practice_table(number, "gazetteer").itertuples():
            gazetteer.add(row.name, row.label, canonical=row.canonical, iso3=row.iso3)
    return gazetteer


def _pool() -> list[tuple[str, set[str]]]:
    """Return the sentences between the first and the last paragraph of the practice texts, each with its themes."""
    pool = []
    for number in SOURCES:
        text = practice_text(number)
        coded = practice_table(number, "themes")
        themes = [column for column in coded.columns if column not in ("sentence", "start", "end")]
        body = split_paragraphs(text).iloc[2:-1]
        first, last = int(body["start"].min()), int(body["end"].max())
        sentences = split_sentences(text)
        for row, flags in zip(sentences.itertuples(), coded[themes].to_dict("records"), strict=True):
            if first <= row.start < last:
                pool.append((row.text, {theme for theme, yes in flags.items() if yes}))
    return pool


def _memberships() -> list[tuple[str, str, str, str]]:
    """Return who was what, and from when to when, as ISO days."""
    table = practice_table(2, "memberships")[["iso3", "status", "from_date", "to_date"]]
    return [(iso3, status, begins, ends or "9999") for iso3, status, begins, ends in table.itertuples(False, None)]


def _text(
    day: datetime.date,
    chance: random.Random,
    pool: list[tuple[str, set[str]]],
    held: list[tuple[str, str, str, str]],
) -> str:
    written = f"{day.day} {day:%B %Y}"
    town = chance.choice(TOWNS)
    status = {iso3: what for iso3, what, begins, ends in held if begins <= day.isoformat() < ends}
    often = {"member": 0.9, "": 0.1}
    present = [name for iso3, name in STATES.items() if chance.random() < often.get(status.get(iso3, ""), 0.5)]
    present = present or [STATES["XAR"]]
    chance.shuffle(present)
    bodies = [name for name in BODIES if chance.random() < 0.4]
    opening = f"On {written} consultations of the {HOST} (LSCO) were held in {town}. Representatives of "
    opening += f"{_listed(present)} took part in the consultations."
    if bodies:
        opening += f" {_listed(bodies)[0].upper()}{_listed(bodies)[1:]} participated as well."
    late = max(0.0, min(1.0, (day.year - 2015) / 6))
    weights = [0.2 + 2 * late * bool(themes & HARDER) + 2 * (1 - late) * bool(themes & SOFTER) for _, themes in pool]
    body = dict.fromkeys(chance.choices([sentence for sentence, _ in pool], weights, k=5))
    title = (
        f"Joint Communiqué on the LSCO consultations, {town}, {written} (a fictional text, put together for a course)"
    )
    return f"{title}\n\n{opening}\n{' '.join(body)}\n"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
