"""A small grammar of names: from words to "Secretariat of the Collective Security Treaty Organization".

Each word of a text is given a class (a capitalized word, a noun that makes a body, a state that the gazetteer found …),
written as one letter. A rule is then a regular expression over these letters: BODY OF THE ORG becomes ORG. The rules
run one after the other, each on what the one before has made, until no name can grow. The nouns stand in tables under
``data/words``; the rules know no name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import accumulate
from typing import NamedTuple

from helpers import reference
from helpers.folding import Folded

CLASSES = {
    "STATE": "S",
    "ORG": "I",
    "INIT": "N",
    "GOV": "G",
    "DATE": "D",
    "YEAR": "y",
    "POST": "Q",
    "DOC": "X",
    "ABBR": "k",  # an abbreviation in brackets
    "CAP": "C",  # any other capitalized word
    "PLACE": "Z",  # Dushanbe, South China Sea: a capitalized word or words, too
    "REGION": "R",  # Central Asia: as well
    "ACRO": "K",  # any other word in capitals
    "BODY": "B",  # Council, Secretariat, Ministry
    "OFFICE": "p",  # Minister, Secretary-General
    "MOD": "m",  # Deputy, Foreign, Special
    "FORM": "F",  # Republic, Kingdom
    "PAPER": "d",  # Declaration, Protocol
    "RES": "r",  # resolution, in any case
    "PROC": "b",  # process, format: a small noun that a name may end in
    "ADJ": "A",  # Afghan, Russian
    "OF": "o",
    "THE": "t",
    "AND": "a",
    "FOR": "f",  # for, on, against, between, with …
    "TO": "T",
    "IN": "i",
    "UNTIL": "u",  # towards, until, through, by, under
    "COMMA": ",",
    "OPEN": "(",
    "CLOSE": ")",
    "QUOTE": "q",
    "HYPHEN": "h",
    "POSS": "s",
    "NUMBER": "n",
    "LOW": "l",
    "STOP": ".",
}
"""The classes of words, each written as one letter."""

LABEL_CLASS = {"STATE": "S", "IGO": "I", "INITIATIVE": "N", "GOV": "G", "DATE": "D", "POST": "Q", "DOC": "X", "": "Z"}
CLASS_LABEL = {
    "S": "STATE",
    "I": "IGO",
    "N": "INITIATIVE",
    "G": "GOV",
    "D": "DATE",
    "y": "DATE",
    "Q": "POST",
    "X": "DOC",
}

_LINKS = {
    "of": "o",
    "to": "T",
    "the": "t",
    "a": "t",
    "an": "t",
    "and": "a",
    "&": "a",
    **dict.fromkeys(["for", "on", "against", "between", "with", "among", "concerning", "regarding", "from"], "f"),
    "in": "i",
    **dict.fromkeys(["towards", "toward", "until", "till", "through", "by", "under"], "u"),
    **dict.fromkeys(["resolution", "resolutions", "unscr", "unscrs"], "r"),
    **dict.fromkeys(["process", "format"], "b"),
    ",": ",",
    "(": "(",
    ")": ")",
    '"': "q",
    "-": "h",
    "'s": "s",
    "'": "s",
}
_TOKEN = re.compile(
    r"[a-z]++(?=[ .,])"  # most words, at once
    r"|[A-Z][a-z]++(?=[ .,])"
    r"|(?:[A-Z]\.){2,}"  # U.S.
    r"|[A-Z]+(?:/[A-Z0-9.]+)+"  # A/RES/67/15
    r"|\d+(?:[.,/]\d+)*"
    r"|[^\W\d_]+(?:['&][^\W\d_]+|[+]\d+)*(?<!'s)(?:-[^\W\d_]+(?<!'s))*"
    r"|'s\b|\x00\x01*|[^\w ]|_|[\n]"
)
_TOKENS = re.compile(f"(?:{_TOKEN.pattern}) *")
"""The same with the blank that follows, so that none is left out and the lengths tell where each stands."""
_NAME_BEGINS, _NAME_GOES_ON = "\x00\x01"
"""What stands in the place of a known name while the words are read."""


class Chunk(NamedTuple):
    """A word, or words that a rule has put together: its place in the folded text and what it is."""

    start: int
    end: int
    kind: str
    name: str = ""
    iso3: str = ""
    row: tuple = ()


class Line:
    """A text as a line of chunks. A long text has very many, so that only those that tell something are kept as such.

    Attributes
    ----------
    letters : str
        The kind of each chunk: what the rules read.

    Parameters
    ----------
    folded : str
        The text of a `Folded`.
    starts : list of int
        Where each word begins, and where the last one ends.
    letters : str
        The kind of each word.
    """

    def __init__(self, folded: str, starts: list[int], letters: str) -> None:
        self.letters = letters
        self._folded = folded
        self._starts = starts
        self._telling: dict[int, Chunk] = {}  # by their start: names, nouns, and what a rule has made

    def __getitem__(self, place: int) -> Chunk:
        start = self._starts[place]
        return self._telling.get(start) or Chunk(start, self.end(place), self.letters[place])

    def end(self, place: int) -> int:
        """Return where a word ends, that no rule has put together: before the next one, or the blank between them.

        Parameters
        ----------
        place : int
            Its place in the line.

        Returns
        -------
        int
            A place of the folded text.
        """
        end = self._starts[place + 1]
        while self._folded[end - 1] == " ":  # two stand where something invisible stood between them
            end -= 1
        return end

    def __iter__(self) -> Iterator[Chunk]:
        return map(self.__getitem__, range(len(self.letters)))

    def replace(self, made: list[tuple[int, int, Chunk]]) -> None:
        """Put chunks in the place of others.

        Parameters
        ----------
        made : list of (int, int, Chunk)
            First and last (excluded) place, and the chunk to put there; in order, not overlapping.
        """
        starts: list[int] = []
        letters: list[str] = []
        done = 0
        for first, last, chunk in made:
            self._telling[chunk.start] = chunk
            starts.extend(self._starts[done:first])
            starts.append(chunk.start)
            letters += (self.letters[done:first], chunk.kind)
            done = last
        self._starts = starts + self._starts[done:]
        self.letters = "".join([*letters, self.letters[done:]])

    def tell(self, chunks: Iterable[tuple[int, Chunk]]) -> None:
        """Put chunks in the place of single words.

        Parameters
        ----------
        chunks : iterable of (int, Chunk)
            The place, and the chunk to put there.
        """
        letters = list(self.letters)
        for place, chunk in chunks:
            letters[place] = chunk.kind
            self._telling[chunk.start] = chunk
        self.letters = "".join(letters)


@cache
def _nouns() -> tuple[dict[str, tuple[str, tuple[str, ...]]], dict[str, int]]:
    """Return phrase -> (class, row of its table), and first word -> the most words of a phrase that it begins."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for row in reference.words("bodies").itertuples():
        found[row.noun] = ("B", (row.label, row.with_state, row.alone))
    for row in reference.words("post_nouns").itertuples():
        if row.kind in {"office", "modifier"}:
            found.setdefault(row.noun, ("p" if row.kind == "office" else "m", (row.kind,)))
    for row in reference.words("document_nouns").itertuples():
        if row.alone != "numbered":
            found.setdefault(row.noun, ("d", (row.alone,)))
    for form in reference.words("state_forms")["form"]:
        found.setdefault(form, ("F", ()))
    for row in reference.words("places").itertuples():
        found.setdefault(row.place, ("R" if row.kind == "region" else "Z", ()))
    for adjective in reference.words("older_adjectives")["adjective"]:
        found.setdefault(adjective, ("A", ()))
    table = reference.states()
    for column in ("adjective", "demonym"):
        for cell in table[column]:
            for word in re.split(r"[;,]\s*", re.sub(r"\(.*?\)", "", cell)):
                if word.strip() and word.strip() not in {"US", "New Zealand", "Singapore"}:
                    found.setdefault(word.strip(), ("A", ()))
    folded = {Folded(phrase).text: entry for phrase, entry in found.items()}
    sizes: dict[str, int] = {}
    for phrase in folded:
        first, *others = _TOKEN.findall(phrase)
        if first[0].isupper():
            sizes[first] = sizes[f"{first} "] = max(sizes.get(first, 0), 1 + len(others))
    return folded, sizes


@cache
def small_words() -> frozenset[str]:
    """Return the stop words, in small letters.

    Returns
    -------
    frozenset of str
        From ``data/words/stop_words.csv``.

    Examples
    --------
    >>> "the" in small_words(), "council" in small_words()
    (True, False)
    """
    return frozenset(reference.words("stop_words")["word"].str.lower())


@cache
def state_forms() -> frozenset[str]:
    """Return the forms of state ("Republic", "Kingdom"), as a folded text has them.

    Returns
    -------
    frozenset of str
        From ``data/words/state_forms.csv``.

    Examples
    --------
    >>> "Islamic Republic" in state_forms()
    True
    """
    return frozenset(Folded(form).text for form in reference.words("state_forms")["form"])


def read_chunks(folded: str, known: list[Chunk], start: int = 0, end: int | None = None) -> Line:
    """Cut a folded text into chunks: the known names whole, everything else word by word.

    Parameters
    ----------
    folded : str
        The text of a `Folded`.
    known : list of Chunk
        Names and dates that were found already, in order, not overlapping.
    start, end : int, optional
        Cut only what stands between these two places.

    Returns
    -------
    Line
        In the order of the text.

    Examples
    --------
    >>> read_chunks("The Council of Ministers met.", []).letters
    'tBl.'
    >>> read_chunks("the Charter of Astana", []).letters
    'tdoZ'
    """
    stop = len(folded) if end is None else end
    words = _words(folded, known, start, stop)
    starts = list(accumulate(map(len, words), initial=stop - sum(map(len, words))))
    kinds = list(map(_kind, words))
    names = []
    for place in [place for place, kind in enumerate(kinds) if kind in _TO_BE_TOLD]:
        if kinds[place] == _NAME:
            kinds[place] = "."
            names.append(place)
        else:
            kinds[place] = "l" if _opens_sentence(folded[max(0, starts[place] - 3) : starts[place]]) else "C"
    if len(names) > len(known):  # the text itself holds this character
        begins = {name.start for name in known}
        names = [place for place in names if starts[place] in begins]
    line = Line(folded, starts, "".join(kinds))
    nouns = list(_nouns_in(line, folded, starts, words))
    single = [(first, chunk) for first, last, chunk in nouns if last == first + 1]
    line.tell([*zip(names, known, strict=True), *single])
    line.replace([noun for noun in nouns if noun[1] > noun[0] + 1])
    return line


def _words(folded: str, known: list[Chunk], start: int, end: int) -> list[str]:
    """Return the words, each with the blank behind it; one without letters, of the same length, for each known name."""
    pieces = []
    done = start
    for name in known:
        pieces += (folded[done : name.start], _NAME_BEGINS, _NAME_GOES_ON * (name.end - name.start - 1))
        done = name.end
    return _TOKENS.findall(_SMALL_WORDS.sub(_as_one_word, "".join([*pieces, folded[done:end]])))


_SMALL_WORDS = re.compile(r" [a-z][a-z ,;'-]{40,}(?= )")
"""Many words in small letters: of these only a few at each end can belong to a name."""


def _as_one_word(match: re.Match[str]) -> str:
    """Write the words in the middle as one, of the same length: to read them one by one takes as long as all else."""
    words = match[0]
    first = last = 0
    for _ in range(_FEW):
        first, last = words.find(" ", first) + 1, words.rfind(" ", 0, last or len(words))
    return words[:first] + "a" * (last - first) + words[last:] if first < last else words


_FEW = 4
"""How many blanks stand before what is written as one word: with the first, three words; as many behind it."""


def _nouns_in(line: Line, folded: str, starts: list[int], words: list[str]) -> Iterator[tuple[int, int, Chunk]]:
    """Yield the nouns of the tables, the longest first: first and last (excluded) word, and the chunk."""
    nouns, sizes = _nouns()
    if folded.find("  ", starts[0], starts[-1]) >= 0:
        words = [word.rstrip(" ") for word in words]
    done = 0
    for place in [place for place, word in enumerate(words) if word in sizes]:
        if place < done:
            continue
        for last in reversed(range(place, min(place + sizes[words[place]], len(words)))):
            start, end = starts[place], line.end(last)
            if (entry := nouns.get(folded[start:end])) is not None:
                yield place, last + 1, Chunk(start, end, entry[0], row=entry[1])
                done = last + 1
                break


_OPEN = "?"
"""The class of a capitalized word as long as its place in the sentence has not told what it is."""
_NAME = "!"
"""The class of what stands in the place of a known name."""
_TO_BE_TOLD = {_OPEN, _NAME}


@lru_cache(maxsize=50_000)
def _kind(token: str) -> str:
    """Return the class of a word that is no noun of the tables; a blank may stand behind it."""
    token = token.rstrip(" ")
    lower = token.lower()
    if lower in _LINKS:
        return _LINKS[lower]
    if token[0] == _NAME_BEGINS:
        return _NAME
    if token[0].isdigit() or "/" in token:
        return "n"
    if token[0].isupper():
        if len(token) > 1 and token.isupper():
            return "K"
        return "l" if lower in small_words() else _OPEN
    return "l" if token[0].isalpha() else "."


@lru_cache(maxsize=10_000)
def _opens_sentence(before: str) -> bool:
    """Tell by the three characters before whether a capital letter may be owed to the beginning of a sentence alone."""
    before = before.rstrip(' "(')
    return not before or before[-1] in ".!?\n:;"


def compile_rule(rule: str) -> re.Pattern[str]:
    """Translate a rule from the names of classes into a regular expression over their letters.

    Parameters
    ----------
    rule : str
        Names of `CLASSES`, `WORD` for any capitalized word of no other use, and the signs of regular expressions;
        blanks do not count.

    Returns
    -------
    re.Pattern
        For a string with one letter a chunk.

    Examples
    --------
    >>> compile_rule("BODY OF THE? ORG").pattern
    'Bot?I'
    """
    letters = {
        **{name: re.escape(letter) for name, letter in CLASSES.items()},
        "CAP": "[CZR]",
        "WORD": "[CZRKmFBpdA]",
        "PLAIN": "[CZRKmFA]",
    }
    names = "|".join(sorted(letters, key=len, reverse=True))
    return re.compile(re.sub(rf"\b(?:{names})\b", lambda name: letters[name.group()], rule).replace(" ", ""))


Maker = Callable[[list[Chunk], re.Match[str], str], Chunk | None]
"""What turns the chunks that a rule matched into one; None where the rule does not hold after all."""


def apply_rules(line: Line, rules: Iterable[tuple[re.Pattern[str], Maker]], folded: str) -> Line:
    """Put together what rules match, one rule after the other.

    Parameters
    ----------
    line : Line
        The text; it is changed.
    rules : iterable of (re.Pattern, callable)
        The rules, from `compile_rule`. The callable gets the chunks that matched, the match and the folded text, and
        returns one chunk or None.
    folded : str
        The text of a `Folded`.

    Returns
    -------
    Line
        The same line.

    Examples
    --------
    >>> line = read_chunks("the Council of Europe", [])
    >>> make = lambda parts, match, folded: Chunk(parts[0].start, parts[-1].end, "I")
    >>> apply_rules(line, [(compile_rule("BODY OF CAP"), make)], "the Council of Europe").letters
    'tI'
    """
    for rule, make in rules:
        made = []
        for match in find_rule(rule, line.letters):
            start, end = match.span()
            chunk = make([line[place] for place in range(start, end)], match, folded) if start < end else None
            if chunk is not None:
                made.append((start, end, chunk))
        if made:
            line.replace(made)
    return line


def find_rule(rule: re.Pattern[str], letters: str) -> Iterator[re.Match[str]]:
    """Yield what ``rule.finditer(letters)`` yields; a rule that is built around a noun is tried only before such nouns.

    Parameters
    ----------
    rule : re.Pattern
        From `compile_rule`; it has a group ``head``, or none.
    letters : str
        Of a `Line`.

    Yields
    ------
    re.Match

    Examples
    --------
    >>> [match.span() for match in find_rule(compile_rule("CAP{0,2} (?P<head>BODY)"), "lCCBlB")]
    [(1, 4), (5, 6)]
    """
    heads = _HEAD.search(rule.pattern)
    if heads is None:
        yield from rule.finditer(letters)
        return
    done = 0
    for place in sorted(match.start() for head in heads[1].split("|") for match in re.finditer(head, letters)):
        first = place
        while first > done and letters[first - 1] not in _NEVER_BEFORE_NOUN and first > place - REACH:
            first -= 1
        for start in range(first, place + 1) if place >= done else ():
            match = rule.match(letters, start)
            if match:
                done = match.end()
                yield match
                break


_HEAD = re.compile(r"\(\?P<head>([BpdrX](?:\|[BpdrX])*)\)")
"""The nouns around which rules are built: body, office, document."""
REACH = 12
"""No rule has more chunks before its noun …"""
_NEVER_BEFORE_NOUN = frozenset("lotfTiu,.()qsny")
"""… nor one of these."""
