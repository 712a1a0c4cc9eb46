"""What the course knows about the world: tables of states, organizations, memberships and words, and the gold standard.

Every function returns a fresh copy, so nothing that a learner does to a table reaches anybody else's. Cells are
strings; a missing value is the empty string. (Read the files yourself with ``keep_default_na=False``, or Namibia,
whose ISO code is NA, turns into a missing value.) Where the tables come from and what is doubtful in them stands in
``data/README.md``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pandas as pd

from helpers.errors import CourseError

_HERE = Path(__file__).resolve().parent
_HOMES = (_HERE / "data", _HERE.parent.parent / "data")
"""Where the data may lie: packed into the installed package, or beside ``src`` in the repository."""

_REMEDY = "Get the folder data/ again from the course's repository."

LAYERS = {
    "entities": {"start", "end", "label", "text"},
    "participants": {"start", "end", "text", "name", "iso3", "kind", "category"},
    "themes": {"sentence", "start", "end"},
    "statements": {"sentence", "speaker_start", "speaker_end", "verb_start", "verb_end", "consensus"},
}
"""The layers of the gold standard, and the columns without which each is of no use."""

PRACTICE = ("harbor_conference", "naval_ports", "absent_friends", "northern_passage", "cut_cables")
"""The practice texts, from the easiest to the hardest: number 1 is the first."""

_NUMBERS = {"start", "end", "sentence", "speaker_start", "speaker_end", "verb_start", "verb_end"}


def data_path(name: str = "") -> Path:
    """Find a data file or folder, whatever folder the notebook runs in.

    Parameters
    ----------
    name : str, default ""
        Path below ``data/``, for example ``"gold/entities.csv"``. Without a name: the folder itself.

    Returns
    -------
    pathlib.Path
        The file in the installed package if it is there, else the one in the repository.

    Raises
    ------
    CourseError
        If there is no such file.

    Examples
    --------
    >>> data_path("press_release.txt").name
    'press_release.txt'
    """
    for home in _HOMES:
        if (home / name).exists():
            return home / name
    raise CourseError(f"The data file {name!r} is missing. {_REMEDY}")


def read_table(path: str | Path, columns: set[str] | frozenset[str] = frozenset()) -> pd.DataFrame:
    """Read a CSV table as the course keeps them: UTF-8, strings, nothing guessed.

    Parameters
    ----------
    path : str or pathlib.Path
        The file.
    columns : set of str, optional
        Columns that must be there.

    Returns
    -------
    pandas.DataFrame
        All cells are str, a missing value is the empty string; required offsets and sentence numbers are int.

    Raises
    ------
    CourseError
        If the file is missing, is not UTF-8, is no table, or lacks one of the columns.

    Examples
    --------
    >>> read_table(data_path("gold/entities.csv"), {"start", "end"}).loc[0, "text"]
    'SCO'
    """
    path = Path(path)
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8")
    except FileNotFoundError:
        raise CourseError(f"The table {path.name} is missing. {_REMEDY}") from None
    except UnicodeDecodeError:
        raise CourseError(f"The table {path.name} is not UTF-8. Save it again as “CSV UTF-8”.") from None
    except (pd.errors.ParserError, pd.errors.EmptyDataError, OSError) as problem:
        raise CourseError(f"The table {path.name} can not be read ({problem}). {_REMEDY}") from None
    missing = sorted(columns - set(table.columns))
    if missing:
        raise CourseError(f"The table {path.name} lacks the column(s) {', '.join(missing)}. {_REMEDY}")
    for column in sorted(_NUMBERS & columns):
        try:
            table[column] = table[column].astype(int)
        except ValueError:
            raise CourseError(
                f"The column {column} of {path.name} must hold whole numbers only. Look for an empty or odd cell there."
            ) from None
    return table


@cache
def _cached(name: str, columns: frozenset[str]) -> pd.DataFrame:
    return read_table(data_path(name), columns)


def _table(name: str, *columns: str) -> pd.DataFrame:
    return _cached(name, frozenset(columns)).copy()


def states() -> pd.DataFrame:
    """Return the states of today: ``iso3``, ``short_name``, ``formal_name``, ``adjective``, ``demonym`` and more.

    Returns
    -------
    pandas.DataFrame
        One row a state, 193 members of the United Nations and two observers.

    Examples
    --------
    >>> table = states().set_index("iso3")
    >>> table.loc["KGZ", ["short_name", "formal_name"]].tolist()
    ['Kyrgyzstan', 'Kyrgyz Republic']
    """
    return _table("reference/states.csv", "iso3", "short_name", "formal_name", "adjective", "demonym")


def name_changes() -> pd.DataFrame:
    """Return how states were called before, and until when.

    Returns
    -------
    pandas.DataFrame
        One row a change: ``iso3``, ``old_short``, ``new_short``, ``old_formal``, ``new_formal``, ``change_date`` …

    Examples
    --------
    >>> table = name_changes()
    >>> table.loc[table["iso3"] == "TUR", "old_formal"].item()
    'Republic of Turkey'
    """
    return _table("reference/states_name_changes.csv", "iso3", "old_short", "old_formal", "change_date")


def organizations() -> pd.DataFrame:
    """Return organizations, their organs, operations and processes.

    Returns
    -------
    pandas.DataFrame
        One row a body: ``acronym``, ``name``, ``label`` (the entity label of the codebook), ``body_type``, ``parent``
        (acronym or name of the body that it belongs to) and more.

    Examples
    --------
    >>> table = organizations().set_index("acronym")
    >>> table.loc["UNODC", ["label", "body_type", "parent"]].tolist()
    ['IGO', 'un_system', 'UN']
    """
    return _table("reference/organizations.csv", "acronym", "name", "label", "body_type", "parent")


def aliases() -> pd.DataFrame:
    """Return other names of states and organizations, with the years in which they held where they are known.

    Returns
    -------
    pandas.DataFrame
        ``alias``, ``canonical`` (an ISO code for states, a name for organizations), ``kind``, ``valid_from``,
        ``valid_to``, ``needs_context`` ("yes": too short or too common to be found alone), ``note``.

    Examples
    --------
    >>> table = aliases()
    >>> table.loc[table["alias"] == "Burma", "canonical"].item()
    'MMR'
    """
    return _table("reference/aliases.csv", "alias", "canonical", "kind", "needs_context")


def memberships() -> pd.DataFrame:
    """Return who had which status in which organization, from which day (included) to which day (excluded).

    Returns
    -------
    pandas.DataFrame
        ``organization``, ``iso3``, ``status``, ``from_date``, ``to_date`` (empty: still in force at the end of the
        table's knowledge, the year 2025), with sources and doubts.

    Examples
    --------
    >>> table = memberships()
    >>> table.loc[table["iso3"] == "IND", ["status", "from_date", "to_date"]].values.tolist()
    [['observer', '2005-07-05', '2017-06-09'], ['member', '2017-06-09', '']]
    """
    return _table("reference/memberships.csv", "organization", "iso3", "status", "from_date", "to_date")


def memberships_elsewhere() -> pd.DataFrame:
    """Return the memberships of other organizations than the SCO, in the form of `memberships`.

    Returns
    -------
    pandas.DataFrame
        ``organization``, ``iso3``, ``status``, ``from_date``, ``to_date`` … All of it is general knowledge.

    Examples
    --------
    >>> table = memberships_elsewhere()
    >>> table.loc[(table["iso3"] == "FIN") & (table["organization"] == "European Union"), "from_date"].tolist()
    ['1995-01-01']
    """
    return _table("reference/memberships_elsewhere.csv", "organization", "iso3", "status", "from_date", "to_date")


def instruments() -> pd.DataFrame:
    """Return treaties, charters and agendas that communiqués name, some of them under several names.

    Returns
    -------
    pandas.DataFrame
        ``name``, ``abbreviation``, ``date_adopted_or_signed`` …

    Examples
    --------
    >>> table = instruments().set_index("name")
    >>> table.loc["Joint Comprehensive Plan of Action", "abbreviation"]
    'JCPOA'
    """
    return _table("reference/instruments.csv", "name", "abbreviation")


def office_holders() -> pd.DataFrame:
    """Return who held an office of a state, and when: texts often name the person and not the state.

    Returns
    -------
    pandas.DataFrame
        ``name``, ``surname``, ``title``, ``iso3``, ``from_date``, ``to_date`` …

    Examples
    --------
    >>> table = office_holders()
    >>> table.loc[table["surname"] == "Lavrov", ["title", "iso3"]].values.tolist()
    [['Foreign Minister', 'RUS']]
    """
    return _table("reference/office_holders.csv", "name", "surname", "title", "iso3", "from_date", "to_date")


def posts() -> pd.DataFrame:
    """Return offices that stand for their holders, with the organization that they belong to.

    Returns
    -------
    pandas.DataFrame
        ``post``, ``organization``, ``organ``, ``aliases`` (separated by semicolons), ``note``.

    Examples
    --------
    >>> posts()["organization"].unique().tolist()
    ['Shanghai Cooperation Organization']
    """
    return _table("reference/posts.csv", "post", "organization", "aliases")


def documents() -> pd.DataFrame:
    """Return the documents that the press release cites, as the record has them, and some related ones.

    Returns
    -------
    pandas.DataFrame
        ``doc_id``, ``role`` (cited or related), ``wording``, ``date_in_text``, ``true_title``,
        ``date_adopted_or_signed`` …

    Examples
    --------
    >>> table = documents().set_index("doc_id")
    >>> table.loc["unga_67_15", ["date_in_text", "date_adopted_or_signed"]].tolist()
    ['2013-02-14', '2012-11-19']
    """
    return _table("reference/documents.csv", "doc_id", "role", "wording", "date_in_text", "date_adopted_or_signed")


def words(name: str) -> pd.DataFrame:
    """Return one of the word lists under ``data/words``.

    Parameters
    ----------
    name : str
        For example ``"stop_words"``, ``"months"`` or ``"reporting_verbs"``.

    Returns
    -------
    pandas.DataFrame
        One row a word; the columns differ from list to list (see the data card).

    Raises
    ------
    CourseError
        If there is no such list.

    Examples
    --------
    >>> words("months")["name"].head(3).tolist()
    ['January', 'February', 'March']
    """
    if not isinstance(name, str) or not name.isidentifier():
        raise CourseError(f"{name!r} is no name of a word list. Try words('stop_words').")
    return _table(f"words/{name}.csv")


def gold(layer: str) -> pd.DataFrame:
    """Return one layer of the gold standard: one careful reading of the press release, made with the codebook.

    Parameters
    ----------
    layer : {"entities", "participants", "themes", "statements"}
        Which one.

    Returns
    -------
    pandas.DataFrame
        The annotations with their offsets into the press release. The themes are bool columns.

    Raises
    ------
    CourseError
        If there is no such layer, or its file is damaged.

    Examples
    --------
    >>> gold("entities")["label"].value_counts().to_dict()["STATE"]
    17
    """
    if layer not in LAYERS:
        raise CourseError(f"There is no gold layer {layer!r}. The layers are {', '.join(LAYERS)}.")
    table = _table(f"gold/{layer}.csv", *sorted(LAYERS[layer]))
    return _with_flags(table) if layer == "themes" else table


def practice_text(number: int) -> str:
    """Return one of the five practice texts: communiqués of states and organizations that do not exist.

    Parameters
    ----------
    number : int
        1 to 5, which is also how hard it is. Numbers 4 and 5 are damaged on purpose, as a page from a PDF and as one
        from a web site may be.

    Returns
    -------
    str
        The page as it came, with its damage.

    Raises
    ------
    CourseError
        If there is no such text.

    Examples
    --------
    >>> practice_text(2)[:46]
    'Joint Statement of the ministers responsible f'
    """
    return data_path(f"practice/{_practice(number)}.txt").read_text(encoding="utf-8")


def practice_table(number: int, layer: str) -> pd.DataFrame:
    """Return a table that belongs to a practice text.

    Parameters
    ----------
    number : int
        1 to 5, see `practice_text`.
    layer : {"entities", "participants", "themes", "statements", "gazetteer", "memberships"}
        A layer of its gold standard, in the form of `gold`; the names that our list of the real world lacks; or who
        was what in its host organization, in the form of `memberships`. The gazetteer of number 1 holds only half of
        its names: the other half is an exercise of lesson 7.

    Returns
    -------
    pandas.DataFrame
        The offsets lead into `practice_text`. The themes are bool columns.

    Raises
    ------
    CourseError
        If there is no such text or no such table.

    Examples
    --------
    >>> practice_table(2, "participants")["name"].head(3).tolist()
    ['Arvenia', 'Brenland', 'Haven']
    >>> practice_table(2, "gazetteer").columns.tolist()
    ['name', 'label', 'canonical', 'iso3']
    """
    name = _practice(number)
    tables = {**LAYERS, "gazetteer": {"name", "label", "canonical", "iso3"}, "memberships": {"iso3", "status"}}
    if layer not in tables:
        raise CourseError(f"There is no practice table {layer!r}. The tables are {', '.join(tables)}.")
    if layer == "memberships" and name != PRACTICE[0]:
        name = "lantern_sea"
    table = _table(f"practice/{name}_{layer}.csv", *sorted(tables[layer]))
    return _with_flags(table) if layer == "themes" else table


def _practice(number: int) -> str:
    if isinstance(number, bool) or not isinstance(number, int) or not 1 <= number <= len(PRACTICE):
        raise CourseError(f"There is no practice text {number!r}. They are numbered from 1 to {len(PRACTICE)}.")
    return PRACTICE[number - 1]


def _with_flags(table: pd.DataFrame) -> pd.DataFrame:
    """Turn the columns of the themes into bool columns."""
    for theme in table.columns.difference(["sentence", "start", "end"]):
        table[theme] = table[theme] == "1"
    return table
