"""A small grammar of names: from words to "Secretariat of the Collective Security Treaty Organization".

Each word of a text is given a class (a capitalized word, a noun that makes a body, a state that the gazetteer found …),
written as one letter. A rule is then a regular expression over these letters: BODY OF THE ORG becomes ORG. The rules
run one after the other, each on what the one before has made, until no name can grow. The nouns stand in tables under
``data/words``; the rules know no name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

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
    "UNTIL": "u",  # towards, until, through, by
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

LABEL_CLASS = {"STATE": "S", "IGO": "I", "INITIATIVE": "N", "GOV": "G", "DATE": "D", "POST": "Q", "DOC": "X", "": "l"}
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
    "and": "a",
    "&": "a",
    **dict.fromkeys(["for", "on", "against", "between", "with", "among", "concerning", "regarding", "from"], "f"),
    **dict.fromkeys(["in", "at"], "i"),
    **dict.fromkeys(["towards", "toward", "until", "till", "through", "by"], "u"),
    **dict.fromkeys(["resolution", "resolutions"], "r"),
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
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|[A-Z]+(?:/[A-Z0-9.]+)+"  # A/RES/67/15
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]+(?:['&][^\W\d_]+|[+]\d+)*(?<!'s)(?:-[^\W\d_]+(?<!'s))*"
    r"|'s\b|[^\w ]|_|[\n]"
)


@dataclass(slots=True)
class Chunk:
    """A word, or words that a rule has put together: its place in the folded text and what it is."""

    start: int
    end: int
    kind: str
    name: str = ""
    iso3: str = ""
    row: tuple = ()


@cache
def _nouns() -> tuple[dict[str, tuple[str, tuple[str, ...]]], int]:
    """Return phrase -> (class, row of its table), and the length in words of the longest phrase."""
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
    table = reference.states()
    for column in ("adjective", "demonym"):
        for cell in table[column]:
            for word in re.split(r"[;,]\s*", re.sub(r"\(.*?\)", "", cell)):
                if word.strip() and word.strip() not in {"US", "New Zealand", "Singapore"}:
                    found.setdefault(word.strip(), ("A", ()))
    folded = {Folded(phrase).text: entry for phrase, entry in found.items()}
    return folded, max(len(_TOKEN.findall(phrase)) for phrase in folded)


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


def read_chunks(folded: str, known: list[Chunk]) -> list[Chunk]:
    """Cut a folded text into chunks: the known names whole, everything else word by word.

    Parameters
    ----------
    folded : str
        The text of a `Folded`.
    known : list of Chunk
        Names and dates that were found already, in order, not overlapping.

    Returns
    -------
    list of Chunk
        In the order of the text.

    Examples
    --------
    >>> "".join(chunk.kind for chunk in read_chunks("The Council of Ministers met.", []))
    'tBl.'
    >>> "".join(chunk.kind for chunk in read_chunks("the Charter of Astana", []))
    'tdoC'
    """
    chunks: list[Chunk] = []
    done = 0
    for name in known:
        chunks += _words(folded, done, name.start)
        chunks.append(name)
        done = name.end
    chunks += _words(folded, done, len(folded))
    return chunks


def _words(folded: str, start: int, end: int) -> list[Chunk]:
    nouns, longest = _nouns()
    tokens = [match.span() for match in _TOKEN.finditer(folded, start, end)]
    chunks = []
    place = 0
    while place < len(tokens):
        begin = tokens[place][0]
        if folded[begin].isupper():
            for size in range(min(longest, len(tokens) - place), 0, -1):
                stop = tokens[place + size - 1][1]
                if (entry := nouns.get(folded[begin:stop])) is not None:
                    chunks.append(Chunk(begin, stop, entry[0], row=entry[1]))
                    place += size
                    break
            else:
                chunks.append(Chunk(begin, tokens[place][1], _kind(folded, begin, tokens[place][1])))
                place += 1
        else:
            chunks.append(Chunk(begin, tokens[place][1], _kind(folded, begin, tokens[place][1])))
            place += 1
    return chunks


def _kind(folded: str, start: int, end: int) -> str:
    token = folded[start:end]
    lower = token.lower()
    if lower in _LINKS:
        return _LINKS[lower]
    if token[0].isdigit() or "/" in token:
        return "n"
    if token[0].isupper():
        if len(token) > 1 and token.isupper():
            return "K"
        return "l" if lower in small_words() or _opens_sentence(folded, start) else "C"
    return "l" if token[0].isalpha() else "."


def _opens_sentence(folded: str, start: int) -> bool:
    """Tell whether a capital letter may be owed to the beginning of a sentence alone."""
    before = folded[max(0, start - 3) : start].rstrip(' "(')
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
        "WORD": "[CKmFBpdA]",
        "PLAIN": "[CKmFA]",
    }
    names = "|".join(sorted(letters, key=len, reverse=True))
    return re.compile(re.sub(rf"\b(?:{names})\b", lambda name: letters[name.group()], rule).replace(" ", ""))


Maker = Callable[[list[Chunk], re.Match[str], str], Chunk | None]
"""What turns the chunks that a rule matched into one; None where the rule does not hold after all."""


def apply_rule(chunks: list[Chunk], rule: re.Pattern[str], make: Maker, folded: str) -> list[Chunk]:
    """Put together what a rule matches.

    Parameters
    ----------
    chunks : list of Chunk
        The text.
    rule : re.Pattern
        From `compile_rule`.
    make : callable
        Gets the chunks that matched, the match and the folded text, returns one chunk or None.
    folded : str
        The text of a `Folded`.

    Returns
    -------
    list of Chunk
        The text with the matched chunks replaced.

    Examples
    --------
    >>> chunks = read_chunks("the Council of Europe", [])
    >>> make = lambda parts, match, folded: Chunk(parts[0].start, parts[-1].end, "I")
    >>> [c.kind for c in apply_rule(chunks, compile_rule("BODY OF CAP"), make, "the Council of Europe")]
    ['t', 'I']
    """
    letters = "".join(chunk.kind for chunk in chunks)
    result: list[Chunk] = []
    done = 0
    for match in rule.finditer(letters):
        start, end = match.span()
        if start == end:
            continue
        made = make(chunks[start:end], match, folded)
        if made is not None:
            result += chunks[done:start]
            result.append(made)
            done = end
    if not done:
        return chunks
    return result + chunks[done:]
