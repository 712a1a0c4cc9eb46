"""What a character is: its code point, its name, its script; and which characters of a text are not what they seem."""

from __future__ import annotations

import unicodedata
from functools import cache

import pandas as pd

from helpers.reference import words
from helpers.texts import CLEANING_STEPS, clean_text, require_text

INVISIBLE = "invisible"
"""The kind of a character that takes no room on the page. No step of cleaning touches it."""

COLUMNS = ["start", "end", "text", "label", "name", "code_point", "script", "kind", "becomes"]

_CONTROLS = {
    "\t": "TAB",
    "\n": "LINE FEED",
    "\v": "VERTICAL TAB",
    "\f": "FORM FEED",
    "\r": "CARRIAGE RETURN",
    "\x1c": "FILE SEPARATOR",
    "\x1d": "GROUP SEPARATOR",
    "\x1e": "RECORD SEPARATOR",
    "\x1f": "UNIT SEPARATOR",
    "\x85": "NEXT LINE",
}
_FILLERS = "\u115f\u1160\u3164\uffa0"
# fmt: off
_SCRIPTS = frozenset((
    "ARABIC", "ARMENIAN", "BENGALI", "BOPOMOFO", "CHEROKEE", "CYRILLIC", "DEVANAGARI", "ETHIOPIC", "GEORGIAN",
    "GREEK", "GUJARATI", "GURMUKHI", "HANGUL", "HEBREW", "HIRAGANA", "KANNADA", "KATAKANA", "KHMER", "LAO", "LATIN",
    "MALAYALAM", "MONGOLIAN", "MYANMAR", "ORIYA", "SINHALA", "SYRIAC", "TAMIL", "TELUGU", "THAANA", "THAI",
    "TIBETAN",
))
# fmt: on
_LETTERS = ("Lu", "Ll", "Lt", "Lo")


def name_of(character: str) -> str:
    r"""Return the name of a character.

    Parameters
    ----------
    character : str
        One character.

    Returns
    -------
    str
        Its Unicode name; for control characters, which have none, the name under which they are known.

    Examples
    --------
    >>> name_of("М"), name_of("\u200b"), name_of("\t")
    ('CYRILLIC CAPITAL LETTER EM', 'ZERO WIDTH SPACE', 'TAB')
    """
    kinds = {"Cc": "CONTROL CHARACTER", "Cs": "HALF A CHARACTER (SURROGATE)", "Co": "PRIVATE USE"}
    known = _CONTROLS.get(character) or unicodedata.name(character, "")
    return known or kinds.get(unicodedata.category(character), "NO NAME")


def script_of(character: str) -> str:
    r"""Return the script of a letter, as its name tells it, or "common" for the marks that many scripts share.

    Parameters
    ----------
    character : str
        One character.

    Returns
    -------
    str
        "Latin", "Cyrillic", "Han" and so on, "common", or an empty string where this function does not know.

    References
    ----------
    Unicode Standard Annex 24, "Unicode Script Property".

    Examples
    --------
    >>> script_of("M"), script_of("М"), script_of("’"), script_of("\u0301")
    ('Latin', 'Cyrillic', 'common', '')
    """
    name = unicodedata.name(character, "").removeprefix("FULLWIDTH ").removeprefix("HALFWIDTH ")
    kind = unicodedata.category(character)
    if kind in _LETTERS:
        if name.startswith(("CJK UNIFIED IDEOGRAPH", "CJK COMPATIBILITY IDEOGRAPH")):
            return "Han"
        first = name.partition(" ")[0]
        return first.title() if first in _SCRIPTS else ""
    general = ord(character) < 0x250 or 0x2000 <= ord(character) < 0x2070
    return "common" if general and kind[0] in "PSZN" else ""


def short_name(character: str) -> str:
    r"""Return a name that fits beside a character on the page.

    Examples
    --------
    >>> short_name("М"), short_name("\u200b")
    ('CYRILLIC EM', 'ZERO WIDTH SPACE')
    """
    return name_of(character).replace(" CAPITAL LETTER ", " ").replace(" SMALL LETTER ", " ")


def is_invisible(character: str) -> bool:
    r"""Tell whether a character takes no room on the page: zero-width and control characters, soft hyphens.

    Examples
    --------
    >>> is_invisible("\u200b"), is_invisible(" "), is_invisible("\n")
    (True, False, False)
    """
    if character in "\n\t":
        return False
    selector = "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef"
    kinds = ("Cc", "Cf", "Cs")
    return selector or character in _listed() or character in _FILLERS or unicodedata.category(character) in kinds


@cache
def _listed() -> frozenset[str]:
    return frozenset(chr(int(code, 16)) for code in words("invisibles")["code_point"])


@cache
def _twins() -> dict[str, str]:
    table = words("lookalikes")
    return dict(zip(table["character"], table["looks_like"], strict=True))


def describe(character: str) -> str:
    r"""Say in a line what a character is.

    Parameters
    ----------
    character : str
        One character.

    Returns
    -------
    str
        Its name, code point, script and, if there is one, the Latin letter that it looks like.

    Examples
    --------
    >>> describe("М")
    'CYRILLIC CAPITAL LETTER EM · code point U+041C (number 1052) · script: Cyrillic · looks like the Latin M'
    >>> describe("\u200b")
    'ZERO WIDTH SPACE · code point U+200B (number 8203) · invisible'
    """
    script, twin = script_of(character), _twins().get(character)
    parts = [name_of(character), f"code point {code_point(character)} (number {ord(character)})"]
    if script:
        parts.append(f"script: {script}{' (used with many)' if script == 'common' else ''}")
    if twin:
        parts.append(f"looks like the Latin {twin}")
    if is_invisible(character):
        parts.append("invisible")
    return " · ".join(parts)


def code_point(character: str) -> str:
    """Write the number of a character as Unicode does.

    Examples
    --------
    >>> code_point("M")
    'U+004D'
    """
    return f"U+{ord(character):04X}"


def find_odd_characters(text: str) -> pd.DataFrame:
    r"""Find the characters that are not what they seem: those that cleaning replaces, and those that nobody sees.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    pandas.DataFrame
        One row a character: ``start``, ``end``, ``text``, ``label`` (a short name), ``name``, ``code_point``,
        ``script``, ``kind`` (the step of cleaning that replaces it, or "invisible") and ``becomes`` (what it is then).

    Raises
    ------
    CourseError
        If `text` is no str.

    Examples
    --------
    >>> find_odd_characters("the Мember\u200b States")[["start", "label", "kind", "becomes"]].values.tolist()
    [[4, 'CYRILLIC EM', 'letters in disguise', 'M'], [10, 'ZERO WIDTH SPACE', 'invisible', '\u200b']]
    """
    text = require_text(text)
    kinds: dict[int, tuple[str, str]] = {}
    hidden = {character for character in set(text) if is_invisible(character)}
    if hidden:
        kinds = {place: (INVISIBLE, character) for place, character in enumerate(text) if character in hidden}
    for step in CLEANING_STEPS:
        cleaned = clean_text(text, [step])
        if cleaned != text:
            for place, (old, new) in enumerate(zip(text, cleaned, strict=True)):
                if old != new:
                    kinds[place] = (step, new)
    rows = [_row(text[place], place, *kinds[place]) for place in sorted(kinds)]
    try:
        table = pd.DataFrame(rows, columns=COLUMNS)
    except UnicodeEncodeError:  # half a character, which pandas refuses as str where it has pyarrow
        table = pd.DataFrame(rows, columns=COLUMNS, dtype=object)
    return table.astype({"start": int, "end": int})


def _row(character: str, place: int, kind: str, becomes: str) -> tuple[object, ...]:
    told = (short_name(character), name_of(character), code_point(character), script_of(character))
    return (place, place + 1, character, *told, kind, becomes)
