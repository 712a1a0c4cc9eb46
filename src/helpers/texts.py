"""From a file to paragraphs, sentences and words, without ever moving a character.

Every table that leaves this module has the columns ``start`` and ``end`` (indices into the text as it was given, end
exclusive) and ``text``, and ``text[start:end]`` is always the row's text. The rules read a copy of the same text in
which look-alikes are replaced and invisible characters left out; each place in it leads back to the page.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice, pairwise
from pathlib import Path

import pandas as pd

from helpers.columns import as_table, columns_from
from helpers.errors import CourseError
from helpers.reference import data_path, organizations, states, words

PRESS_RELEASE = "press_release.txt"
PRESS_RELEASE_SHA256 = "799a21feb6fea3292dd93192ccceb0a8037ec317ed74adf6b4a3746ffe7bd586"

_LETTERS_IN_DISGUISE = "letters in disguise"
_REPLACED: dict[str, tuple[str, str]] = {
    "apostrophes and single quotes": ("‘’‚‛‹›ʻʼ′´`＇", "'"),
    "double quotes": ("“”„‟«»″＂", '"'),
    "hyphens": ("‐‑‒–−﹣－", "-"),
    "spaces": (
        "\t\x1f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
        " ",
    ),
    "line ends": ("\v\f\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
}
"""One character for one. The em dash stays: it parts clauses, and a hyphen in its place would join two words."""

CLEANING_STEPS = (_LETTERS_IN_DISGUISE, *_REPLACED)
"""The steps of `clean_text` by name: each can be taken alone, in any order."""


def _table_of(steps: Iterable[str]) -> dict[str, str]:
    """Say which character becomes which."""
    pairs = [_REPLACED[step] for step in steps if step in _REPLACED]
    return {character: plain for characters, plain in pairs for character in characters}


@lru_cache(maxsize=4)
def _characters(text: str) -> frozenset[str]:
    """Return which characters stand in a text; of those that came last it is remembered, for several steps ask."""
    return frozenset(text)


def _replaced(text: str, table: dict[str, str]) -> str:
    """Replace characters one for one: as `str.translate`, but ten times as fast where few of them occur."""
    for character in table.keys() & _characters(text):
        text = text.replace(character, table[character])
    return text


_PLAIN = _table_of(_REPLACED)


def require_text(text: object) -> str:
    """Return ``text`` if it is a text, and say what to do if it is something else.

    Parameters
    ----------
    text : object
        What was given where a text belongs.

    Returns
    -------
    str
        The same text.

    Raises
    ------
    CourseError
        If it is no str.

    Examples
    --------
    >>> require_text("On 22 January 2014 …")
    'On 22 January 2014 …'
    """
    if isinstance(text, str):
        return str(text)
    match text:
        case None | type():
            remedy = "Load one first: text = read_text()."
        case _ if text is ...:
            remedy = "The dots are still there: put your text in their place."
        case bytes() | bytearray():
            remedy = 'Decode the bytes first: data.decode("utf-8").'
        case Path():
            remedy = "Open the file first: read_text(path)."
        case list() | tuple() | set() | dict():
            remedy = 'Give one text at a time, or join the pieces: " ".join(pieces).'
        case pd.DataFrame() | pd.Series():
            remedy = "Give the text itself, not a table made from it."
        case _ if callable(text):
            remedy = "Call it first: are the brackets () missing?"
        case _:
            remedy = "Put it in quotation marks if you mean these characters, or load a text: text = read_text()."
    raise CourseError(f"Here a text (str) is needed, but this is of the type {type(text).__name__}. {remedy}")


def read_text(path: str | Path | None = None) -> str:
    r"""Read a text file.

    Parameters
    ----------
    path : str or pathlib.Path, optional
        A plain text file in UTF-8. Without a path: the press release of the course.

    Returns
    -------
    str
        Its text: a byte order mark at the start is dropped, and every line ends with ``\n``, on every system.

    Raises
    ------
    CourseError
        If there is no such file, or it is a folder, empty, or not UTF-8; or if the press release is not as it was.

    Examples
    --------
    >>> text = read_text()
    >>> len(text), text[120:138]
    (4186, 'On 22 January 2014')
    """
    if path is None:
        path = data_path(PRESS_RELEASE)
        data = _read_bytes(path)
        if hashlib.sha256(data).hexdigest() != PRESS_RELEASE_SHA256:
            raise CourseError(
                f"The press release has been altered, and every lesson counts on it: to get it back, run "
                f"`git checkout -- data/{PRESS_RELEASE}` in the folder of the course, or download the course again."
            )
    elif isinstance(path, str | Path):
        data = _read_bytes(Path(path))
    else:
        raise CourseError(
            f'read_text needs the name of a file in quotation marks, as in read_text("my_text.txt"), '
            f"not a value of the type {type(path).__name__}."
        )
    return decode(data, Path(path).name)


def _read_bytes(path: Path) -> bytes:
    if len(path.name) > 255 or "\n" in str(path):
        raise CourseError("read_text needs the name of a file, but this looks like a text: you can use it as it is.")
    if str(path).startswith(("http:", "https:")):
        raise CourseError("read_text reads no address on the web: save the page as a text file, and read that.")
    try:
        if not path.is_dir():
            return path.read_bytes()
    except FileNotFoundError:
        raise CourseError(
            f"There is no file {path}: check the spelling, and that it lies in the folder {Path.cwd().name}."
        ) from None
    except (OSError, ValueError) as problem:
        raise CourseError(f"The file {path} cannot be opened ({problem}): close it elsewhere, or copy it.") from None
    raise CourseError(f"{path} is a folder: name a text file in it, as in read_text('{path.name}/my_text.txt').")


def decode(data: bytes, name: str) -> str:
    r"""Turn the bytes of a file into text.

    Parameters
    ----------
    data : bytes
        What is in the file.
    name : str
        What to call it in a message.

    Returns
    -------
    str
        Without a byte order mark, every line ending with ``\n``.

    Raises
    ------
    CourseError
        If it is a PDF or Word file, not UTF-8, or empty.

    Examples
    --------
    >>> decode(b"\xef\xbb\xbfone\r\ntwo", "a.txt")
    'one\ntwo'
    """
    if data.startswith((b"%PDF", b"PK\x03\x04")):
        raise CourseError(f"{name} is a PDF or Word file: open it, and save its text as plain text (.txt, UTF-8).")
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        raise CourseError(
            f"{name} is not UTF-8, because the byte 0x{data[problem.start]:02X} at position {problem.start} does not "
            f"fit: open it in the editor that wrote it, and save it again with the encoding UTF-8."
        ) from None
    if not text.strip():
        raise CourseError(f"{name} is empty: put some text into it, and save it.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def clean_text(text: str, steps: Iterable[str] | None = None) -> str:
    r"""Replace characters that are not what they seem, one for one: no other character moves.

    =============================  ======  =============================================================
    step                           becomes  which
    =============================  ======  =============================================================
    letters in disguise            letter  what :func:`find_lookalikes` finds, no word of another script
    apostrophes and single quotes  ``'``   curly, low, angle; prime, acute and grave accent standing alone
    double quotes                  ``"``   curly, low, angle; double prime
    hyphens                        ``-``   hyphen, non-breaking hyphen, figure dash, en dash, minus
    spaces                         space   tab, no-break, thin, wide …
    line ends                      ``\n``  line and paragraph separator, form feed …
    =============================  ======  =============================================================

    No step looks at what another one changes, so the order in which they are taken does not matter.

    What stays: the em dash, which parts clauses; the ellipsis, which would need three characters; and what is invisible
    (soft hyphens, zero-width characters). To delete those would move all that follows, and a space in their place would
    cut a word in two. The functions of this course read past them.

    Parameters
    ----------
    text : str
        Any text.
    steps : iterable of str, optional
        The steps to take, by their names in the table (`CLEANING_STEPS` has them all). By default all of them.

    Returns
    -------
    str
        A text of the same length. Cleaning it again changes nothing.

    Raises
    ------
    CourseError
        If `text` is no str, or there is no step of that name.

    Examples
    --------
    >>> clean_text("Мember States’ “concerns”")
    'Member States\' "concerns"'
    >>> clean_text("Мember States’ “concerns”", steps=["letters in disguise", "double quotes"])
    'Member States’ "concerns"'
    >>> clean_text("Минск")
    'Минск'
    """
    text = require_text(text)
    taken = CLEANING_STEPS if steps is None else _known_steps(steps)
    cleaned = _replaced(text, _table_of(taken))
    if _LETTERS_IN_DISGUISE not in taken:
        return cleaned
    pieces, done = [], 0
    for place, latin in sorted(_disguised(text)):
        pieces += (cleaned[done:place], latin)
        done = place + 1
    return "".join([*pieces, cleaned[done:]])


def _known_steps(steps: Iterable[str]) -> list[str]:
    """Return the steps that were asked for, or say which there are."""
    given = [steps] if isinstance(steps, str) or not isinstance(steps, Iterable) else list(steps)
    for step in given:
        if step not in CLEANING_STEPS:
            raise CourseError(f"There is no cleaning step {step!r}. The steps are: {', '.join(CLEANING_STEPS)}.")
    return given


def find_lookalikes(text: str) -> pd.DataFrame:
    """Find letters of another script that stand in for a Latin letter, as the Cyrillic Em in "Мember".

    A word of another script is left alone, even if all its letters look Latin. A letter that stands by itself counts
    if it is a capital, or the Cyrillic a, and not in quotation marks, and the words beside it on its line are Latin.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    pandas.DataFrame
        One row a letter: ``start``, ``end``, ``text``, ``character`` (the same letter), ``name`` (its Unicode name),
        ``looks_like`` (the Latin letter) and ``word`` (the word in which it stands).

    References
    ----------
    The letters are those of ``data/words/lookalikes.csv``.

    Examples
    --------
    >>> find_lookalikes("the Мember States")[["start", "end", "name", "looks_like", "word"]].values.tolist()
    [[4, 5, 'CYRILLIC CAPITAL LETTER EM', 'M', 'Мember']]
    """
    text = require_text(text)
    found = dict(_disguised(text))
    rows = []
    if found:
        for word in split_words(text).itertuples():
            for place in range(word.start, word.end):
                if place in found:
                    letter = text[place]
                    rows.append(
                        (place, place + 1, letter, letter, unicodedata.name(letter, ""), found[place], word.text)
                    )
    return _table(rows, ["start", "end", "text", "character", "name", "looks_like", "word"])


def split_paragraphs(text: str) -> pd.DataFrame:
    r"""Split a text into paragraphs: its lines, with the lines of a wrapped paragraph put together.

    A line goes on in the next one if no blank line comes between and it does not end in a closing mark (``.``, ``!``,
    ``?``, ``…``, ``:``, ``;``), and either the next begins with a small letter, or the line ends in a comma, in a word
    that calls for another ("of", "the") or in an abbreviation ("Mr."), or a name, a date or a sentence that has begun
    would be cut in two. In a text that was wrapped all over, as mail programs do it (no line has more than 120
    characters, and a quarter of the lines or more go on like that), every line goes on that is nearly full. Nothing
    goes on in a line that begins with a bullet or a number such as "(a)" or "2.".

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    pandas.DataFrame
        ``paragraph`` (from 1), ``start``, ``end``, ``text``, without white space around.

    Examples
    --------
    >>> split_paragraphs("Joint statement\n\nThe parties met. They agreed.\nThey left.")["text"].tolist()
    ['Joint statement', 'The parties met. They agreed.', 'They left.']
    >>> split_paragraphs("The parties\nmet.")["text"].tolist()
    ['The parties\nmet.']
    """
    page = _Page(require_text(text))
    return _numbered("paragraph", text, map(page.back, _paragraphs(page.copy)))


def split_sentences(text: str) -> pd.DataFrame:
    r"""Split a text into sentences.

    A sentence ends at a period, exclamation or question mark or an ellipsis, with the quotes, brackets and the note
    number that belong to it, unless what follows begins with a small letter or the period belongs to an abbreviation
    ("Mr."), an initial ("J."), a number ("3.5") or the number of a paragraph ("1."). After an abbreviation that may end
    a sentence ("U.S.") it ends if a word follows that opens sentences ("The"). A sentence never goes beyond its
    paragraph: each item of a list is one, and so is a heading, so that nothing gets lost. Only the title is left out: a
    first paragraph without a closing mark, if there is more below it.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    pandas.DataFrame
        ``sentence`` (from 1), ``start``, ``end``, ``text``, ``paragraph`` (its number in :func:`split_paragraphs`).

    References
    ----------
    The abbreviations are those of ``data/words/abbreviations.csv``; the words that open sentences are the stop words
    of ``data/words/stop_words.csv`` without the modal verbs ("May", "Will").

    Examples
    --------
    >>> sentences = split_sentences("A title\n\nMr. Lee met U.S. officials. They agreed.")
    >>> sentences[["sentence", "text", "paragraph"]].values.tolist()
    [[1, 'Mr. Lee met U.S. officials.', 2], [2, 'They agreed.', 2]]
    """
    spans = sentence_spans(require_text(text))
    rows = [(number, start, end, text[start:end], paragraph) for number, (start, end, paragraph) in enumerate(spans, 1)]
    return _table(rows, ["sentence", "start", "end", "text", "paragraph"], "sentence", "paragraph")


@lru_cache(maxsize=2)
def sentence_spans(text: str) -> tuple[tuple[int, int, int], ...]:
    """Return what `split_sentences` does, for the stages that need no table; the text that came last is remembered.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    tuple of (int, int, int)
        Start, end and paragraph of each sentence.

    Examples
    --------
    >>> sentence_spans("They met. They left.")
    ((0, 9, 1), (10, 20, 1))
    """
    page = _Page(text)
    paragraphs = _paragraphs(page.copy)
    found = []
    for number, (start, end) in enumerate(paragraphs, 1):
        if number == 1 < len(paragraphs) and not _closes(page.copy[start:end]):
            continue
        found += [(*page.back(sentence), number) for sentence in _sentences(page.copy, start, end)]
    return tuple(found)


def split_words(text: str) -> pd.DataFrame:
    """Split a text into words and numbers.

    Words with a hyphen or an apostrophe inside ("trans-boundary", "Afghanistan’s"), abbreviations with periods
    ("U.S."), numbers ("4,186", "22.01.2014") and addresses ("un.org") are one word each. An apostrophe at the end is
    left out.

    Parameters
    ----------
    text : str
        Any text.

    Returns
    -------
    pandas.DataFrame
        ``word`` (from 1), ``start``, ``end``, ``text``.

    Examples
    --------
    >>> split_words("Afghanistan’s trans-boundary trade: 3.5 %")["text"].tolist()
    ['Afghanistan’s', 'trans-boundary', 'trade', '3.5']
    """
    page = _Page(require_text(text))
    return _numbered("word", text, (page.back(match.span()) for match in _WORD.finditer(page.copy)))


def concordance(text: str, pattern: str | re.Pattern[str], width: int = 40) -> pd.DataFrame:
    r"""List every place where a word or pattern occurs, with what stands left and right of it.

    Parameters
    ----------
    text : str
        Any text.
    pattern : str or re.Pattern
        A str is searched as it stands, capital or small letters alike, also inside words: "afghan" finds "Afghanistan".
        For anything finer give a compiled regular expression, which is used as it is: ``re.compile(r"\bmay\b")``.
    width : int, default 40
        How many characters to show on each side.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``left``, ``text``, ``right``, in the order of the text. In ``left`` and ``right`` every
        line end or tab is shown as a space.

    Raises
    ------
    CourseError
        If the pattern is empty or no pattern, or the width is no whole number from 0.

    Examples
    --------
    >>> lines = concordance("Peace in Afghanistan and the Afghan people", "afghan", width=9)
    >>> lines[["left", "text", "right"]].values.tolist()
    [['Peace in ', 'Afghan', 'istan and'], [' and the ', 'Afghan', ' people']]
    """
    text = require_text(text)
    if isinstance(pattern, str):
        expression = re.compile(re.escape(pattern), re.IGNORECASE)
    elif isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
        expression = pattern
    else:
        raise CourseError(
            f"concordance searches a word in quotation marks or a compiled pattern, as in concordance(text, 'Afghan'), "
            f"not a value of the type {type(pattern).__name__}."
        )
    if not expression.pattern:
        raise CourseError("The pattern is empty, so it would be found everywhere: give at least one character.")
    if not isinstance(width, int) or isinstance(width, bool) or width < 0:
        raise CourseError(
            f"The width is the number of characters to show on each side, a whole number from 0, not {width!r}."
        )
    rows = []
    for match in expression.finditer(text):
        start, end = match.span()
        if start < end:
            left, right = text[max(0, start - width) : start], text[end : end + width]
            rows.append((start, end, re.sub(r"\s", " ", left), match.group(), re.sub(r"\s", " ", right)))
    return _table(rows, ["start", "end", "left", "text", "right"])


# -- Tables ------------------------------------------------------------------------------------------------------------


def _table(rows: list[tuple[object, ...]], columns: list[str], *numbers: str) -> pd.DataFrame:
    """Make a table whose places (and numbers) are int even when it has no row."""
    return as_table(columns_from(rows, columns), dict.fromkeys(["start", "end", *numbers], int))


def _numbered(name: str, text: str, spans: Iterable[tuple[int, int]]) -> pd.DataFrame:
    rows = [(number, start, end, text[start:end]) for number, (start, end) in enumerate(spans, 1)]
    return _table(rows, [name, "start", "end", "text"], name)


# -- The copy that the rules read --------------------------------------------------------------------------------------


@cache
def _invisibles() -> frozenset[str]:
    return frozenset(chr(int(code, 16)) for code in words("invisibles")["code_point"])


class _Page:
    """A cleaned copy of a text without what does not stand by itself (invisible characters, combining marks)."""

    def __init__(self, text: str, *, clean: bool = True) -> None:
        self.text = text
        self.copy = clean_text(text) if clean else _replaced(text, _PLAIN)
        self.places: range | list[int] = range(len(text))
        hidden = {c for c in _characters(text) if c in _invisibles() or unicodedata.category(c)[0] == "M"}
        if hidden:
            self.places = [place for place, character in enumerate(text) if character not in hidden]
            self.copy = "".join(map(self.copy.__getitem__, self.places))

    def back(self, span: tuple[int, int]) -> tuple[int, int]:
        """Lead a span of the copy back to the text; combining marks go with the letter that they follow."""
        start, end = self.places[span[0]], self.places[span[1] - 1] + 1
        while end < len(self.text) and unicodedata.category(self.text[end])[0] == "M":
            end += 1
        return start, end


# -- Letters in disguise -----------------------------------------------------------------------------------------------

_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_STRANGE_LETTER = re.compile(r"(?![A-Za-z])[^\W\d_]")
_QUOTES = ("'", '"')


@cache
def _lookalikes() -> tuple[dict[str, str], dict[str, str], frozenset[str]]:
    """Return the twins of Latin letters in other scripts, wide Latin letters, and the Latin letters without a twin."""
    table = words("lookalikes")
    wide = table["script"].str.startswith("Latin")
    pairs = [dict(zip(part["character"], part["looks_like"], strict=True)) for part in (table[~wide], table[wide])]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    return pairs[0], pairs[1], frozenset(alphabet) - frozenset(pairs[0].values())


@cache
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN ")


def _disguised(text: str) -> Iterator[tuple[int, str]]:
    """Yield the place of each letter that stands in for a Latin one, and the Latin letter."""
    if text.isascii():
        return
    twins, wide, _ = _lookalikes()
    if not (twins.keys() | wide.keys()) & _characters(text):
        return
    page = _Page(text, clean=False)
    copy = _replaced(page.copy, wide) if wide.keys() & _characters(text) else page.copy
    present = (twins.keys() | wide.keys()) & _characters(text)
    odd = re.compile("|".join(map(re.escape, sorted(present))))
    end = 0
    for match in odd.finditer(page.copy):  # only the lines where one stands are of interest: a line judges a word
        if page.copy[match.start()] in wide:
            yield page.places[match.start()], wide[match.group()]
        if match.start() < end:
            continue
        begin = max(page.copy.rfind(mark, end, match.start()) + 1 for mark in "\n\r") or end
        end = _LINE_END.search(page.copy, match.start()).start()
        for place in _twins_in_line(copy, begin, end):
            yield page.places[place], twins[copy[place]]


_LINE_END = re.compile(r"[\r\n]|\Z")


def _twins_in_line(copy: str, begin: int, end: int) -> Iterator[int]:
    """Yield the places in a line where a letter of another script stands in a word that reads as Latin."""
    twins = _lookalikes()[0]
    line = _LETTERS.findall(copy, begin, end)
    done = begin
    for number in [number for number, word in enumerate(line) if not word.isascii()]:
        word = line[number]
        strange = _STRANGE_LETTER.search(copy, done, end).start()
        start = strange - _STRANGE_LETTER.search(word).start()
        done = start + len(word)
        kind = _kind_of_word(word)
        if kind == "latin" or (kind == "open" and _reads_latin(copy, start, line, number)):
            yield from (place for place in range(start, done) if copy[place] in twins)


def _reads_latin(copy: str, start: int, line: list[str], number: int) -> bool:
    """Decide about a word whose letters do not: by the words beside it on its line, or else by most of its letters."""
    word = line[number]
    end = start + len(word)
    if len(word) == 1 and copy[start - 1 : start] in _QUOTES and copy[end : end + 1] in _QUOTES:
        return False  # a letter that is quoted is meant as that letter
    beside = {_kind_of_word(line[other]) for other in (number - 1, number + 1) if 0 <= other < len(line)}
    return beside == {"latin"} if beside else 2 * sum(map(_is_latin, word)) > len(word)


def _kind_of_word(word: str) -> str:
    """Tell whether a word is Latin, of another script, or open: its letters alone do not decide."""
    if word.isascii():
        return "latin"
    twins, _, only_latin = _lookalikes()
    letters = word.replace("'", "")
    strange = [letter for letter in letters if not _is_latin(letter)]
    if not strange:
        return "latin"
    if any(letter not in twins for letter in strange):
        return "other"
    if any(letter in only_latin for letter in letters):
        return "latin"
    if len(strange) < len(letters):
        return "open"
    return "open" if len(letters) == 1 and (letters.isupper() or letters == "\u0430") else "other"


# -- Paragraphs --------------------------------------------------------------------------------------------------------

_BULLET = re.compile(r"[-—•·*▪◦‣●○■□►–]\s|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s", re.IGNORECASE)
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_WRAPPED_WIDTH = range(40, 121)
"""How wide the widest line of a text is that was wrapped all over."""


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Return the paragraphs of a cleaned text without white space around."""
    lines: list[tuple[int, int, bool]] = []  # start, end, and whether a blank line comes before
    begin, apart = 0, True
    for line in text.splitlines(keepends=True):
        content = line.strip()
        if content:
            start = begin + len(line) - len(line.lstrip())
            lines.append((start, start + len(content), apart))
        apart = not content
        begin += len(line)
    full = _full_length(text, lines)
    paragraphs: list[tuple[int, int]] = []
    before, so_far = "", _Lines()
    for start, end, apart in lines:
        line = text[start:end]
        if not apart and (_goes_on(before, line, full) or _breaks_a_sentence(before, line, so_far)):
            paragraphs[-1] = paragraphs[-1][0], end
        else:
            paragraphs.append((start, end))
            so_far = _Lines()
        so_far.unread.append(line)
        before = line
    return paragraphs


class _Lines:
    """The lines of a paragraph so far. They are read only when somebody asks, for few paragraphs have two lines."""

    def __init__(self) -> None:
        self.unread: list[str] = []
        self._prose = self._ended = False

    def read(self) -> tuple[bool, bool]:
        """Tell whether a long word in small letters has come so far, and whether a sentence has ended in a line."""
        for line in self.unread:
            self._prose = self._prose or any(match.group()[0].islower() for match in _LONG_WORD.finditer(line))
            self._ended = self._ended or len(list(islice(_sentences(line, 0, len(line)), 2))) > 1
        self.unread.clear()
        return self._prose, self._ended


def _full_length(text: str, lines: list[tuple[int, int, bool]]) -> float:
    """Return from which length on a line is nearly full; no line is in a text that was not wrapped all over."""
    breaks = [(text[a[0] : a[1]], text[b[0] : b[1]]) for a, b in pairwise(lines) if not b[2]]
    going_on = sum(_goes_on(line, following, float("inf")) for line, following in breaks)
    widest = max((end - start for start, end, _ in lines), default=0)
    return 0.75 * widest if widest in _WRAPPED_WIDTH and 0 < len(breaks) <= 4 * going_on else float("inf")


def _goes_on(line: str, following: str, full: float) -> bool:
    """Tell whether a paragraph goes on from one line to the next."""
    if _BULLET.match(following):
        return False
    if len(line) >= full and (_closes(line) or not _opens(following.split(maxsplit=1)[0])):
        return True
    small = following[0].islower()
    last = line.rsplit(maxsplit=1)[-1]
    head, mark = _part_mark(last)
    if mark == "." and (kind := _abbreviation(head)):
        return kind == "never" or small or (kind == "number" and following[0].isdigit())
    return not _closes(line) and (small or last.endswith(",") or last.lower() in _asking_words())


def _breaks_a_sentence(line: str, following: str, so_far: _Lines) -> bool:
    """Tell whether a line that seems to be over stands open in its sentence ("in Northern / Macedonia they met").

    It does if a name or a date that the tables know would be cut. Else it does not if the next line begins with a word
    that opens sentences, nor if the paragraph is not prose so far: a heading, or an item of a list, has no long word in
    small letters. In prose it does if a sentence has ended before, or if the line ends in a capitalized word or a
    number, or the next begins with a number, a bracket or a quotation mark.
    """
    if _closes(line) or _BULLET.match(following):
        return False
    first = following.split(maxsplit=1)[0].strip(_AROUND)
    last = line.rsplit(maxsplit=1)[-1].strip(_AROUND)
    dated = (last in _month_names() and _YEAR.fullmatch(first)) or (last.isdigit() and first in _month_names())
    if dated or (last, first) in _neighbors_in_names():
        return True
    prose, ended = so_far.read()
    if not prose or _opens(first):
        return False
    return ended or last[:1].isupper() or last.isdigit() or following[0] in "(\"'0123456789"


@cache
def _neighbors_in_names() -> frozenset[tuple[str, str]]:
    """Return the pairs of words that stand side by side in the names of the tables."""
    names = [*states()["formal_name"], *organizations()["name"]]
    for table, column in (("bodies", "noun"), ("post_nouns", "noun"), ("document_nouns", "noun")):
        names += words(table)[column].tolist()
    return frozenset(pair for name in names for pair in pairwise(name.split()))


@cache
def _month_names() -> frozenset[str]:
    return frozenset(words("months")["name"])


def _closes(line: str) -> bool:
    """Tell whether a line ends in a closing mark; "; and" at the end of a list's item is one."""
    line = line.removesuffix(" and").removesuffix(" or") if line.endswith(("; and", "; or")) else line
    last = line.rsplit(maxsplit=1)[-1]
    return _part_mark(last)[1] != "" or last.rstrip(_CLOSERS).endswith((":", ";"))


# -- Sentences ---------------------------------------------------------------------------------------------------------

_MARKS = ".!?…"
_CLOSERS = "\"')]}"
_NOTE = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡]{1,3}|\d{1,3})\Z")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\Z")
_ITEM = re.compile(r"[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxlc]{1,6})", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLCDM]+")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_TOKEN = re.compile(r"\S+")
_SPACES = re.compile(r"\s*")
_MARKED = re.compile(rf"[{_MARKS}]\S*")
_ALPHANUMERIC = re.compile(r"[^\W_]")
_LONGEST = 80
"""How many characters of the next word count when we ask whether a sentence ends before it."""
_AROUND = ".,;:!?…()[]{}\"'"


@cache
def _abbreviations() -> dict[str, str]:
    table = words("abbreviations")
    return dict(zip(table["abbreviation"].str.removesuffix("."), table["kind"], strict=True))


@cache
def _longest_abbreviation() -> int:
    return max(map(len, _abbreviations()))


_ONE_WORD = re.compile(r"[^\W_]+")


@cache
def _asking_words() -> frozenset[str]:
    """Return words that call for another one, and so end no line of their own: "of", "the", "and"."""
    table = words("stop_words")
    return frozenset(table.loc[table["note"].str.startswith(("article", "preposition", "conjunction")), "word"])


@cache
def _opening_words() -> frozenset[str]:
    """Return words that, with a capital letter, open a sentence: no modal verbs, because May and Will are names."""
    table = words("stop_words")
    return frozenset(table.loc[~table["note"].str.startswith("modal"), "word"])


def _opens(token: str) -> bool:
    """Tell whether a token looks like the first word of a sentence: "The", "It's", but not "WHO" or "the"."""
    word = token.strip(_AROUND).partition("'")[0]
    return word[:1].isupper() and word.lower() in _opening_words() and (len(word) == 1 or not word.isupper())


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one paragraph of a cleaned text: only a word with a mark in it can end one."""
    begin = done = start
    first = coming = _next_word(
        text, start, end
    )  # the first letter or digit of the sentence, and the next from here on
    for mark in _MARKED.finditer(text, start, end):
        token = text[_begin_of_token(text, done, mark.start()) : mark.end()]
        done = mark.end()
        if coming < done:
            coming = _next_word(text, done, end)
        if coming == end:
            break
        following = _SPACES.match(text, done, end).end()
        if text[following] in _MARKS:
            continue
        after = text[_begin_of_token(text, max(following, coming - _LONGEST), coming) : min(end, coming + _LONGEST)]
        if _ends_sentence(token, _TOKEN.match(after).group(), fresh=first >= done - len(token)):
            yield begin, done
            begin, first = following, coming
    if begin < end:
        yield begin, end


def _next_word(text: str, start: int, end: int) -> int:
    """Return where the next letter or digit stands; `end` if there is none."""
    found = _ALPHANUMERIC.search(text, start, end)
    return found.start() if found else end


def _begin_of_token(text: str, start: int, place: int) -> int:
    """Return where the token begins that reaches to a place, but not before `start`."""
    begin = max(start, text.rfind(" ", start, place) + 1)
    return max(begin, text.rfind("\n", begin, place) + 1, text.rfind("\r", begin, place) + 1)


def _part_mark(token: str) -> tuple[str, str]:
    """Part a token from its closing mark, past quotes, brackets and a note's number: "region.1" is "region" and "."."""
    core = token.rstrip(_CLOSERS)
    head = core.rstrip(_MARKS)
    if head == core:
        core = _NOTE.sub("", token).rstrip(_CLOSERS)
        head = core.rstrip(_MARKS)
        if head == core or not _takes_note(head):
            return token, ""
    return head, core[len(head) :]


def _takes_note(head: str) -> bool:
    """Tell whether digits right after this and a period are a note's number, not a part of "3.5", "No.5" or "A/L.7"."""
    if _YEAR.search(head):
        return True
    return head[-2:].isalpha() and "/" not in head and not _abbreviation(head)


_INITIALS_OF_TWO_LETTERS = re.compile(
    r"(?:[CGKPSTZ]h|Y[aeu]|Ts|Dz)(?:\.[A-Z][a-z]?){0,3}|[A-Z](?:\.[A-Z][a-z]?){0,2}\.[A-Z][a-z]"
)
"""Of names that were written in another script: S.Sh. or Kh. before a surname."""


def _abbreviation(head: str) -> str:
    """Return the kind of abbreviation that stands before a period: never, number, either, or none."""
    if len(head) > _longest_abbreviation() and _ONE_WORD.fullmatch(head):
        return ""
    word = re.split(r"[-—/(\[\"']", head)[-1]
    known = _abbreviations()
    if _INITIALS.fullmatch(word) and word.isupper():
        return "either"
    if _INITIALS_OF_TWO_LETTERS.fullmatch(word):
        return "never"
    forms = (word, word[:1].lower() + word[1:], word.capitalize())  # "E.g." opens a sentence, "MR." stands in a title
    return next((known[form] for form in forms if form in known), "")


def _ends_sentence(token: str, following: str, fresh: bool) -> bool:
    """Tell whether a sentence ends with this token when that one follows."""
    head, mark = _part_mark(token)
    first = next(filter(str.isalnum, following), "")
    if not mark or not first or head[-1:] in ("(", "["):
        return False
    if first.islower() and not _BULLET.match(following + " "):
        return False
    if mark != ".":
        return True
    if fresh and _ITEM.fullmatch(head):
        return False
    word = following.strip(_AROUND)
    match _abbreviation(head):
        case "never":
            return False
        case "number":
            return not (any(map(str.isdigit, word)) or _ROMAN.fullmatch(word))
        case "either":
            return _opens(following) and following[1:2] != "."  # "by A. A. Gromyko"
    return True


# -- Words -------------------------------------------------------------------------------------------------------------

_WORD = re.compile(
    r"""
    (?: [^\W\d_] (?: \.[^\W\d_](?![^\W_]) )+ \.?      # U.S., e.g.
      | [^\W_]+ )
    (?: ['-][^\W_]+                                   # trans-boundary, Afghanistan's
      | (?<=\d)[.,](?=\d)[^\W_]+                      # 4,186 and 22.01.2014
      | (?<=[a-z0-9])\.(?=[a-z])[^\W_]+ )*            # un.org
    """,
    re.VERBOSE,
)
