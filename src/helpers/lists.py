"""What somebody has added to the lists of the course, said in sentences: an analysis has to tell it."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from itertools import islice

from helpers.errors import CourseError
from helpers.folding import fold_name
from helpers.gazetteer import Entry, Gazetteer
from helpers.themes import Codebook

_SHOWN = 40
"""So many names or patterns are told; who has more has them in a file."""


def lists_in_words(gazetteer: Gazetteer | None, codebook: Codebook | None) -> list[str]:
    """Name each name, pattern and theme that was added to the tables or taken out of them.

    Parameters
    ----------
    gazetteer : Gazetteer or None
        The names that were looked for; None are those of the tables.
    codebook : Codebook or None
        The themes; None are those of the tables.

    Returns
    -------
    list of str
        One sentence for what was added, one for what was taken out; none if nothing was.

    Examples
    --------
    >>> mine = Codebook.from_table().add("drugs", "narcot*").add("law", "rule of law")
    >>> for sentence in lists_in_words(Gazetteer.from_tables().add("Wexland", "STATE").remove("Turkey"), mine):
    ...     print(sentence)
    Added to the tables: the name Wexland (STATE); the pattern “narcot*” (drugs); the new theme law (“rule of law”).
    Taken out of the tables: the name Turkey.
    """
    added: list[str] = []
    gone: list[str] = []
    own: list[str] = []
    if gazetteer is not None:
        _names(gazetteer, added, gone, own)
    if codebook is not None:
        _patterns(codebook, added, gone, own)
    said = [f"Added to the tables: {'; '.join(added)}."] if added else []
    said += [f"Taken out of the tables: {'; '.join(gone)}."] if gone else []
    return said + own


def _names(gazetteer: Gazetteer, added: list[str], gone: list[str], own: list[str]) -> None:
    try:
        changes = list(islice(gazetteer.changes(), _SHOWN + 1))
    except CourseError:
        own.append(f"Names were looked for in a list of your own, not in the tables: {gazetteer!r}.")
        return
    more = len(changes) > _SHOWN
    new = [f"{_written(*change)} ({change[1].label or 'passed over'})" for change in changes[:_SHOWN] if change[1]]
    old = [name for name, entry in changes[:_SHOWN] if entry is None]
    added += _one_or_more("the name", "the names", [*new, "and more"] if more and new else new)
    gone += _one_or_more("the name", "the names", old)


def _written(name: str, entry: Entry) -> str:
    """Return a name as it was written, if the entry tells, and not as it is compared (Dialog for Dialogue)."""
    return entry.name if fold_name(entry.name) == name else name


def _patterns(codebook: Codebook, added: list[str], gone: list[str], own: list[str]) -> None:
    new, old = codebook.changes()
    known = _of_the_course()
    if len(old) > len(known) / 2:
        own.append(f"Themes were coded by a codebook of your own, not by that of the course: {codebook!r}.")
        return
    patterns = [f"“{pattern}” ({theme})" for theme, pattern in new if theme in known.themes]
    themes = list(dict.fromkeys(theme for theme, _ in new if theme not in known.themes))
    own_themes = [_new_theme(theme, [pattern for one, pattern in new if one == theme], known) for theme in themes]
    added += _one_or_more("the pattern", "the patterns", patterns)
    added += _one_or_more("the new theme", "the new themes", own_themes)
    gone += _one_or_more("the pattern", "the patterns", [f"“{pattern}” ({theme})" for theme, pattern in old])


@cache
def _of_the_course() -> Codebook:
    """Return the codebook of the course, for reading alone."""
    return Codebook.from_table()


def _new_theme(theme: str, patterns: list[str], known: Codebook) -> str:
    """Name a new theme with its patterns; ask, if it looks like one that is there with a letter wrong."""
    close = get_close_matches(theme, known.themes, n=1, cutoff=0.8)
    asked = f"; or did you mean {close[0]}?" if close else ""
    return f"{theme} ({', '.join(f'“{pattern}”' for pattern in patterns)}{asked})"


def _one_or_more(one: str, many: str, items: list[str]) -> list[str]:
    if len(items) > _SHOWN:
        items = [*items[:_SHOWN], "and more"]
    return [f"{one if len(items) == 1 else many} {', '.join(items)}"] if items else []
