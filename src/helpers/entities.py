"""Entities: the names of states, organizations, offices, documents and dates in a text.

A gazetteer knows the names of the world; abbreviations are learned from the text itself ("Name (ABC)"); dates and
longer names ("Secretariat of the …", "Minister of Justice of the …") are put together by rules. Every row says where it
stands: ``text[start:end]`` is its text.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

import pandas as pd

from helpers import reference
from helpers.chunks import CLASS_LABEL, LABEL_CLASS, Chunk, Line, apply_rules, read_chunks, small_words
from helpers.columns import Columns, as_table, columns_from, columns_of
from helpers.dates import find_dates
from helpers.errors import CourseError
from helpers.folding import Folded, fold
from helpers.gazetteer import LABELS, Entry, Gazetteer
from helpers.grammar import GRAMMAR

__all__ = ["LABELS", "Gazetteer", "find_abbreviations", "spans_from", "tag_entities"]

COLUMNS = ["start", "end", "text", "label", "name", "iso3"]


def tag_entities(text: str, gazetteer: Gazetteer | None = None) -> pd.DataFrame:
    """Find the entities of a text, by the rules of the codebook.

    Parameters
    ----------
    text : str
        Any English text.
    gazetteer : Gazetteer, optional
        The names to look for; by default `Gazetteer.from_tables`. With one of your own, only its names are known; what
        is put together by rule (dates, documents, offices) is found as before.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end`` (str indices, end exclusive), ``text``, ``label``, ``name`` (the one under which it is
        counted), ``iso3`` (of a state). Flat: no two rows overlap, of nested names the longest is kept.

    Raises
    ------
    CourseError
        If `text` is no str.

    Examples
    --------
    >>> found = tag_entities("The Prime Minister of the Kyrgyz Republic met UNDP on 5 May 2014 in Chad.")
    >>> found[["text", "label", "name"]].values.tolist()  # doctest: +NORMALIZE_WHITESPACE
    [['Prime Minister of the Kyrgyz Republic', 'POST', 'Prime Minister of the Kyrgyz Republic'],
     ['UNDP', 'IGO', 'United Nations Development Programme'], ['5 May 2014', 'DATE', '2014-05-05'],
     ['Chad', 'STATE', 'Chad']]
    """
    if not isinstance(text, str):
        raise CourseError(f"tag_entities() takes a text (str), not {type(text).__name__}.")
    return as_table(entity_columns(text, gazetteer))


def entity_columns(text: str, gazetteer: Gazetteer | None = None) -> Columns:
    """Return what `tag_entities` does, for the stages that need no table.

    Parameters
    ----------
    text, gazetteer
        As in `tag_entities`.

    Returns
    -------
    dict of str to list
        The columns of its table.

    Examples
    --------
    >>> entity_columns("They met in Chad.")["name"]
    ['Chad']
    """
    inner = fold(text)
    folded = _without_shouting(inner.text)
    names = Gazetteer.from_tables() if gazetteer is None else gazetteer
    learned = Gazetteer(below=names)
    for short, _, long, label in _learn(folded, names):
        learned.add(short, label, canonical=long)
        if long not in names:
            learned.add(long, label)
    chunks = _names(folded, learned)
    starts, ends = inner.back_all([chunk.start for chunk in chunks], [chunk.end for chunk in chunks])
    rows = []
    for chunk, start, end in zip(chunks, starts, ends, strict=True):
        name = chunk.name or _canonical(folded[chunk.start : chunk.end], learned)
        rows.append((start, end, text[start:end], CLASS_LABEL[chunk.kind], name, chunk.iso3))
    return columns_from(rows, COLUMNS)


def span_columns(text: str, entities: pd.DataFrame | Columns | None = None) -> list[list[Any]]:
    """Return where entities stand and what they are.

    Parameters
    ----------
    text : str
        The text.
    entities : pandas.DataFrame or dict of str to list, optional
        Its entities, as a table or in columns; by default those that `tag_entities` finds.

    Returns
    -------
    list of list
        Starts, ends and labels.

    Raises
    ------
    CourseError
        If this is no table with these three columns.

    Examples
    --------
    >>> span_columns("They met in Chad.")
    [[12], [16], ['STATE']]
    """
    if entities is None:
        entities = entity_columns(text)
    if not isinstance(entities, (pd.DataFrame, dict)) or not set(_SPAN) <= set(entities):
        raise CourseError("entities must be a table with start, end and label, as tag_entities(text) makes it.")
    columns = columns_of(entities, _SPAN)
    return [columns[name] for name in _SPAN]


_SPAN = ("start", "end", "label")


def find_abbreviations(text: str) -> pd.DataFrame:
    """Learn abbreviations from the text that introduces them: "Name (ABC)".

    An abbreviation is believed if its letters are the first letters of the words before the bracket.

    Parameters
    ----------
    text : str
        Any English text.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end`` and ``text`` of the abbreviation, ``name`` (what it stands for) and ``label``.

    Examples
    --------
    >>> find_abbreviations("Director of the Regional Anti-Terrorist Structure (RATS)")[["text", "name"]].values.tolist()
    [['RATS', 'Regional Anti-Terrorist Structure']]
    """
    if not isinstance(text, str):
        raise CourseError(f"find_abbreviations() takes a text (str), not {type(text).__name__}.")
    inner = fold(text)
    rows = []
    for short, start, long, label in _learn(inner.text, Gazetteer()):
        begin, stop = inner.back(start, start + len(short))
        first = inner.text.rindex(long, 0, start)
        written = text[slice(*inner.back(first, first + len(long)))]  # Programme, where the page has it
        rows.append((begin, stop, text[begin:stop], " ".join(written.split()), label))
    return pd.DataFrame(rows, columns=["start", "end", "text", "name", "label"])


def spans_from(text: str, names: Iterable[Sequence[object]], *, start: int = 0, end: int | None = None) -> pd.DataFrame:
    """Turn names that you have read into spans: the comfortable way to annotate by hand.

    Parameters
    ----------
    text : str
        The page.
    names : iterable of (str, str) or (str, str, int)
        A name as it stands on the page, its label, and, if the name occurs several times, which occurrence you mean
        (counted from 1; by default the first that you have not used yet).
    start, end : int, optional
        Search, and count occurrences, only between these two places; by default the whole text.

    Returns
    -------
    pandas.DataFrame
        ``start``, ``end``, ``text``, ``label``, in the order of the text.

    Raises
    ------
    CourseError
        If a name does not stand in the text (as often as asked), or a label is unknown.

    Examples
    --------
    >>> spans_from("SCO and UN and SCO", [("SCO", "IGO"), ("UN", "IGO"), ("SCO", "IGO")])["start"].tolist()
    [0, 8, 15]
    >>> spans_from("SCO and UN and SCO", [("SCO", "IGO")], start=8)["start"].tolist()
    [15]
    """
    if not isinstance(text, str):
        raise CourseError(f"spans_from() takes a text (str) first, not {type(text).__name__}.")
    rows = []
    used: dict[str, int] = {}
    for item in _pairs(names):
        name, label = str(item[0]), str(item[1])
        if label not in LABELS:
            raise CourseError(f"There is no label {label!r} (for {name!r}). The labels are {', '.join(LABELS)}.")
        nth = item[2] if len(item) == 3 else used.get(name, 0) + 1
        stop = len(text) if end is None else end
        places = [start + match.start() for match in re.finditer(re.escape(name), text[start:stop])]
        if not places:
            where = "the text" if (start, stop) == (0, len(text)) else f"text[{start}:{stop}]"
            raise CourseError(f"{name!r} does not stand in {where}. {_why_not(text[start:stop], name)}")
        if not isinstance(nth, int) or not 1 <= nth <= len(places):
            where = "the text" if (start, stop) == (0, len(text)) else f"text[{start}:{stop}]"
            ending = f" With its ending {name[-2:]} it is another string, counted on its own."
            raise CourseError(
                f"{name!r} stands in {where} {len(places)} time(s), so there is no occurrence number {nth}."
                + (ending if name.endswith(("’s", "'s")) else "")
            )
        used[name] = nth
        rows.append((places[nth - 1], places[nth - 1] + len(name), name, label))
    return pd.DataFrame(sorted(rows), columns=["start", "end", "text", "label"])


def _pairs(names: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    if isinstance(names, (str, bytes)) or not hasattr(names, "__iter__"):
        raise CourseError('Give me a list of pairs, for example [("Mongolia", "STATE")].')
    for item in names:
        if isinstance(item, str) or not isinstance(item, Sequence) or len(item) not in (2, 3) or not item[0]:
            raise CourseError(f'Each entry is a pair such as ("Mongolia", "STATE"); {item!r} is none.')
        yield item


def _why_not(text: str, name: str) -> str:
    for typed, printed in ("'’", "’'"):
        if typed in name and name.replace(typed, printed) in text:
            return f"The page has {printed} where you have {typed}: copy the name from the page."
    if Folded(name).text.lower() in Folded(text).text.lower():
        return "Something very like it does: compare apostrophes, capitals and look-alikes, or copy it from the page."
    return "Copy it from the page, letter by letter."


# --- abbreviations -----------------------------------------------------------------------------------------------

_IN_BRACKETS = re.compile(
    r"\((?:hereinafter(?: referred to as)?(?: the)? ?[-:]? ?|the )?[\"']?([A-Z][A-Za-z0-9&+/-]{1,11})[\"']?\)"
)


def _learn(folded: str, names: Gazetteer) -> Iterator[tuple[str, int, str, str]]:
    """Yield (abbreviation, its place, what it stands for, label) for abbreviations that the gazetteer does not know."""
    for match in _IN_BRACKETS.finditer(folded):
        short = match[1]
        if sum(letter.isupper() for letter in short) < 2 or short in names:
            continue
        long = _expansion(folded[max(0, match.start() - 200) : match.start()], short)
        if long:
            known = names.get(long)
            yield short, match.start(1), long, known.label if known else _label_by_noun(long)


def _expansion(before: str, short: str) -> str:
    """Return the words at the end of `before` whose first letters make the abbreviation; empty if they do not."""
    wanted = [letter.lower() for letter in short if letter.isalpha()]
    for match in reversed(list(re.finditer(r"(?<![\w'])[A-Z]", before))):
        tail = before[match.start() :].strip()
        if re.search(r"[.;:!?\n]", tail) or len(tail.split()) > 2 * len(wanted) + 4:
            return ""
        heads = [word[0].lower() for word in re.findall(r"[^\W\d_]+", tail) if word != "s"]
        capitals = [word[0].lower() for word in re.findall(r"[^\W\d_]+", tail) if word[0].isupper()]
        if wanted in (heads, capitals):
            return tail
    return ""


def _label_by_noun(name: str) -> str:
    """Guess the label of an unknown name by the noun that it ends in."""
    for kind, row in reversed([(chunk.kind, chunk.row) for chunk in read_chunks(name, [])]):
        if kind == "B":
            return row[0]
        if kind in "dX":
            return "DOC"
    return "IGO"


# --- names -------------------------------------------------------------------------------------------------------


def _without_shouting(folded: str) -> str:
    """Write lines that stand all in capitals as titles are written, so that their names can be found; same length."""
    lines = folded.split("\n")
    loud = [line.isupper() and len(line.split()) > 3 for line in lines]
    if not any(loud) or not _LOUD.search(folded):
        return folded
    return "\n".join(_softened(line) if is_loud else line for line, is_loud in zip(lines, loud, strict=True))


_LOUD = re.compile(r"[A-Z]{4,}[^a-z\n]{12,}[A-Z]{3,}")


def _softened(line: str) -> str:
    small = small_words()
    acronyms = _acronyms()

    def soften(match: re.Match[str]) -> str:
        word = match.group()
        if word.lower() in small:
            return word.lower()
        return word if word in acronyms else word.capitalize()

    softened = re.sub(r"[^\W\d_]+", soften, line)
    return softened if len(softened) == len(line) else line


def _canonical(written: str, names: Gazetteer) -> str:
    """Look a name up that was put together by rule: without its abbreviation in brackets, or by that abbreviation."""
    if "(" not in written:
        return entry.name if (entry := names.get(written)) is not None else written
    for name in (
        written,
        re.sub(r" ?\([A-Z]+\)", "", written),
        re.sub(r"(?:[A-Z][\w'-]+ |of |for |the |and |on )+\(([A-Z]+)\)", r"\1", written),
    ):
        if (entry := names.get(name)) is not None:
            return entry.name
    return written


@cache
def _acronyms() -> frozenset[str]:
    return frozenset(reference.organizations()["acronym"]) - {word.upper() for word in small_words()}


@cache
def _doubtful() -> frozenset[str]:
    return frozenset(reference.words("doubtful_names")["name"])


def _names(folded: str, names: Gazetteer) -> list[Chunk]:
    known = [
        Chunk(start, end, LABEL_CLASS[entry.label], entry.name, entry.iso3)
        for start, end, entry in names.matches(folded)
        if _is_meant(folded, start, end, entry)
    ]
    taken = {place for chunk in known for place in (chunk.start, chunk.end - 1)}
    spans = [(chunk.start, chunk.end) for chunk in known]
    for start, end, iso in find_dates(folded):
        before = bisect(spans, (start, len(folded))) - 1
        inside = before >= 0 and spans[before][1] > start  # of a longer name: "Plan of Action in 2025 and Beyond"
        if not inside and not taken & set(range(start, end)):
            bare_years = folded[start:end].replace("-", "").isdigit() and len(folded[start:end]) != 10
            known.append(Chunk(start, end, "y" if bare_years else "D", iso or folded[start:end]))
    line = read_chunks(folded, sorted(known, key=lambda chunk: chunk.start))
    return list(_flat(apply_rules(line, GRAMMAR, folded), folded))


def _is_meant(folded: str, start: int, end: int, entry: Entry) -> bool:
    """Tell whether a name that is also a word or a person's name (Chad, Jordan, Turkey) means the state here."""
    written = folded[start:end]
    if entry.label == "STATE" and written.isupper() and not folded[max(0, start - 4) : start].lower().endswith("the "):
        word = _SMALL_WORD.match(folded, end)
        if word and word[1] not in small_words():
            return False  # "with U.S. support": an adjective
    if entry.label == "STATE" and (_WATER.match(folded, end) or _is_of_person(folded[max(0, start - 20) : start])):
        return False  # "the Mozambique Channel", "Kuwait City", "Ms. Holland"
    if entry.label != "STATE" or written not in _doubtful():
        return True
    before = re.search(r"([\w.]+) $", folded[max(0, start - 25) : start])
    after = re.match(r" ([A-Z][a-z]+)", folded[end : end + 25])
    if before and before[1][0].isupper() and before[1].lower() not in small_words():
        return False
    return not after or bool(before and before[1].lower() in {"of", "in", "to", "with", "from", "by", "between", "for"})


_SMALL_WORD = re.compile(r" ([a-z]+)")


def _is_of_person(before: str) -> bool:
    """Tell whether a title stands before, and perhaps a first name."""
    return ("M" in before or "Dr" in before or "Prof" in before) and _MISTER.search(before) is not None


_MISTER = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? (?:[A-Z][a-z]+ )?$")
"""What makes a person of it."""
_WATER = re.compile(r" (?:Channel|Strait|Trench|Basin|Ridge|Current|City|[Rr]iver|[Vv]alley)\b(?! [A-Z])")
"""What makes a place of the name of a state."""


def _flat(line: Line, folded: str) -> Iterator[Chunk]:
    """Yield the names on top, and the abbreviations in brackets that stand after one."""
    for name in re.finditer(f"[k{''.join(CLASS_LABEL)}]", line.letters):
        chunk = line[name.start()]
        if chunk.kind in CLASS_LABEL:
            yield chunk
        elif chunk.kind == "k" and (kind := chunk.row[0] or _kind_before(line, name.start())):
            inner = re.search(r"[^\s(\"'].*[^\s)\"']", folded[chunk.start : chunk.end])
            if inner:
                start = chunk.start + chunk.row[1]
                yield Chunk(start, start + chunk.row[2], kind, chunk.name)


def _kind_before(line: Line, place: int) -> str:
    """Return the kind of the name right before an unknown abbreviation in brackets; empty if there is none."""
    before = line.letters[place - 1 : place]
    return before if before in "XING" else ""
