"""What a text is about: a codebook of themes, and the sentences in which its patterns stand.

Coding by keywords is a method with limits, and this module keeps them in view: `Codebook.find` shows for every coded
sentence which words made the code. Three rules of the annotators' codebook are built in: the name of a body adds no
theme, an anaphor ("those problems") carries the theme of what it names, and of two patterns on the same words the
longer one counts ("opium economy" is no economy).
"""

from __future__ import annotations

import html
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from itertools import combinations
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, Self

import pandas as pd

from helpers import reference
from helpers.agreement import score_labels
from helpers.chunks import small_words
from helpers.columns import Columns, as_table, columns_from
from helpers.errors import CourseError
from helpers.folding import Folded
from helpers.patterns import Index, compile_pattern, places_of_names, read_words
from helpers.texts import read_text, require_text, sentence_spans, split_words

__all__ = ["Codebook", "code_themes", "distinctive_terms", "theme_pairs", "try_patterns"]

_NO_THEME = ("sentence", "start", "end", "text")


class Codebook:
    """Themes, each with the patterns that stand for it.

    ==========================  ================================================================================
    a pattern                   finds
    ==========================  ================================================================================
    ``opium``                   the word, in capital or small letters, British or American
    ``terroris*``               terrorism, terrorist, terrorists: the star stands for any ending
    ``drug traffick*``          the words one after the other, also across a line end
    ``counter-terroris*``       counter-terrorism, counterterrorism, counter terrorism
    ``secur* ... Afghan*``      the one and then the other, at most five words between them, in one sentence
    ``< problem*``              these, those or such problems, if the sentence before has the theme
    ==========================  ================================================================================

    Write alternatives as patterns of their own.

    Examples
    --------
    >>> codebook = Codebook().add("drugs", "opium").add("drugs", "drug*").add("trade", "econom*")
    >>> codebook
    Codebook with 2 themes and 3 patterns: drugs (2), trade (1)
    >>> codebook.find("The Opium economy grew.")[["theme", "pattern", "text"]].values.tolist()
    [['drugs', 'opium', 'Opium'], ['trade', 'econom*', 'economy']]
    """

    def __init__(self) -> None:
        self._notes: dict[str, dict[str, str]] = {}
        self._index: Index | None = None  # made when it is asked for

    @classmethod
    def from_table(cls, table: str | Path | pd.DataFrame | None = None) -> Self:
        """Make a codebook from a table with the columns theme, pattern and, if you like, note.

        Parameters
        ----------
        table : str, pathlib.Path or pandas.DataFrame, optional
            A table, a file (``"my_codebook.csv"``), or the name of a list of the course
            (``"theme_patterns_starter"``). By default the codebook of the course, ``"theme_patterns"``.

        Returns
        -------
        Codebook
            A new one.

        Raises
        ------
        CourseError
            If there is no such table, it lacks a column, or a pattern is not well formed.

        Examples
        --------
        >>> Codebook.from_table().themes[:3]
        ['terrorism_extremism', 'drugs', 'crime_cyber']
        >>> Codebook.from_table(pd.DataFrame({"theme": ["drugs"], "pattern": ["opium"]})).patterns("drugs")
        ['opium']
        """
        if table is None:
            table = reference.words("theme_patterns")
        elif isinstance(table, Path) or (isinstance(table, str) and table.lower().endswith(".csv")):
            table = reference.read_table(table)
        elif isinstance(table, str):
            table = reference.words(table)
        if not isinstance(table, pd.DataFrame):
            raise CourseError(f"A codebook is made from a table or the name of one, not from {type(table).__name__}.")
        missing = [column for column in ("theme", "pattern") if column not in table.columns]
        if missing:
            raise CourseError(f"A codebook needs the columns theme and pattern: this table has no {missing[0]!r}.")
        codebook = cls()
        notes = table["note"] if "note" in table.columns else [""] * len(table)
        for theme, pattern, note in zip(table["theme"], table["pattern"], notes, strict=True):
            codebook.add(theme, pattern, note if isinstance(note, str) else "")
        return codebook

    @property
    def themes(self) -> list[str]:
        """The names of the themes, in order."""
        return list(self._notes)

    def patterns(self, theme: str) -> list[str]:
        """Return the patterns of one theme, in order.

        Parameters
        ----------
        theme : str
            One of `themes`.

        Returns
        -------
        list of str
            A new list.

        Raises
        ------
        CourseError
            If there is no such theme.

        Examples
        --------
        >>> Codebook().add("drugs", "opium").patterns("drugs")
        ['opium']
        """
        return list(self._theme(theme))

    def add(self, theme: str, pattern: str, note: str = "") -> Self:
        """Add a pattern; a theme that is new comes last. Nothing happens if it is there already.

        Parameters
        ----------
        theme : str
            Its theme.
        pattern : str
            See the table above.
        note : str, optional
            Why it belongs here, for whoever reads your codebook.

        Returns
        -------
        Codebook
            The same codebook, so that calls can be chained.

        Raises
        ------
        CourseError
            If the pattern is not well formed.

        Examples
        --------
        >>> Codebook().add("drugs", "poppy", note="the plant from which opium is made").add("drugs", "poppies")
        Codebook with 1 theme and 2 patterns: drugs (2)
        """
        if not isinstance(theme, str) or not theme.strip():
            raise CourseError(f"The name of a theme is a word in quotation marks, such as 'drugs', not {theme!r}.")
        if theme.strip() in _NO_THEME:
            raise CourseError(
                f"{theme.strip()!r} is the name of a column in the table of results: name the theme otherwise."
            )
        compile_pattern(pattern)
        self._index = None
        patterns = self._notes.setdefault(theme.strip(), {})
        if note or pattern.strip() not in patterns:
            patterns[pattern.strip()] = note
        return self

    def remove(self, theme: str, pattern: str | None = None) -> Self:
        """Take out a pattern, or a theme with all that it has.

        Parameters
        ----------
        theme : str
            The theme.
        pattern : str, optional
            One of its patterns; without it, the theme goes.

        Returns
        -------
        Codebook
            The same codebook, so that calls can be chained.

        Raises
        ------
        CourseError
            If the theme or the pattern is not there.

        Examples
        --------
        >>> Codebook().add("drugs", "opium").add("drugs", "econom*").remove("drugs", "econom*").patterns("drugs")
        ['opium']
        """
        patterns = self._theme(theme)
        self._index = None
        if pattern is None:
            del self._notes[theme]
        elif pattern in patterns:
            del patterns[pattern]
        else:
            raise CourseError(f"The theme {theme!r} has no pattern {pattern!r}.{_did_you_mean(pattern, patterns)}")
        return self

    def changes(self) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """Return how this codebook differs from that of the course.

        Returns
        -------
        tuple of two lists of (str, str)
            Theme and pattern of those that only this one has, and of those that it lacks.

        Examples
        --------
        >>> Codebook.from_table().add("law", "rule of law").remove("drugs", "opium").changes()
        ([('law', 'rule of law')], [('drugs', 'opium')])
        """
        mine, its = ([(t, p) for t, notes in book._notes.items() for p in notes] for book in (self, _of_the_course()))
        one, other = set(mine), set(its)
        return [pair for pair in mine if pair not in other], [pair for pair in its if pair not in one]

    def copy(self) -> Codebook:
        """Return a codebook of its own with the same themes and patterns.

        Examples
        --------
        >>> mine = Codebook().add("drugs", "opium")
        >>> mine.copy().add("drugs", "heroin"), mine
        (Codebook with 1 theme and 2 patterns: drugs (2), Codebook with 1 theme and 1 pattern: drugs (1))
        """
        return Codebook.from_table(self.to_table())

    def to_table(self) -> pd.DataFrame:
        """Return the codebook as a table with the columns theme, pattern and note.

        Examples
        --------
        >>> Codebook().add("drugs", "opium").to_table().values.tolist()
        [['drugs', 'opium', '']]
        """
        rows = [(theme, pattern, note) for theme, notes in self._notes.items() for pattern, note in notes.items()]
        return pd.DataFrame(rows, columns=["theme", "pattern", "note"])

    def find(self, text: str, entities: pd.DataFrame | None = None, *, mask_names: bool = True) -> pd.DataFrame:
        """Find every place that makes a code: the evidence behind `code_themes`.

        Parameters
        ----------
        text, entities, mask_names
            As in `code_themes`.

        Returns
        -------
        pandas.DataFrame
            ``sentence``, ``start``, ``end``, ``text``, ``theme``, ``pattern``, one row a place, in the order of the
            text.

        Examples
        --------
        >>> found = Codebook.from_table().find("They spoke of opium. Those problems need attention.")
        >>> found[["sentence", "text", "theme", "pattern"]].values.tolist()
        [[1, 'opium', 'drugs', 'opium'], [2, 'Those problems', 'drugs', '< problem*']]
        """
        text = require_text(text)
        hits = self._hits(text, entities, mask_names=mask_names)
        rows = [(hit.sentence, hit.start, hit.end, text[hit.start : hit.end], hit.theme, hit.pattern) for hit in hits]
        columns = ["sentence", "start", "end", "text", "theme", "pattern"]
        table = pd.DataFrame(rows, columns=columns)
        return table if rows else table.astype(dict.fromkeys(["sentence", "start", "end"], int))

    def _hits(self, text: str, entities: pd.DataFrame | Columns | None, *, mask_names: bool) -> list[_Hit]:
        names = [(theme, pattern) for theme, patterns in self._notes.items() for pattern in patterns]
        if self._index is None:
            self._index = Index(compile_pattern(pattern) for _, pattern in names)
        stream = read_words(text, places_of_names(text, entities) if mask_names else None)
        kinds = [(*name, one.solid, one.looks_back) for name, one in zip(names, self._index.patterns, strict=True)]
        found = stream.search(self._index)
        hits = _without_shorter([_Hit(*where, *kinds[number]) for number, *where in found])
        hits.sort(key=itemgetter(0, 1))  # by sentence and start
        if not any(hit.looks_back for hit in hits):
            return hits
        coded = {(hit.sentence, hit.theme) for hit in hits if not hit.looks_back}
        kept = []
        for hit in hits:
            if hit.looks_back and (hit.sentence - 1, hit.theme) not in coded:
                continue
            coded.add((hit.sentence, hit.theme))
            kept.append(hit)
        return kept

    def coded(
        self, text: str, entities: pd.DataFrame | Columns | None = None, *, mask_names: bool = True
    ) -> dict[str, list[bool]]:
        """Tell for each theme which sentences have it.

        Parameters
        ----------
        text, entities, mask_names
            As in `code_themes`.

        Returns
        -------
        dict of str to list of bool
            One item a sentence.

        Examples
        --------
        >>> Codebook().add("drugs", "opium").coded("They met. They spoke of opium.")
        {'drugs': [False, True]}
        """
        coded = {theme: [False] * len(sentence_spans(text)) for theme in self._notes}
        for hit in self._hits(text, entities, mask_names=mask_names):
            coded[hit.theme][hit.sentence - 1] = True
        return coded

    def _theme(self, theme: str) -> dict[str, str]:
        if theme not in self._notes:
            raise CourseError(f"The codebook has no theme {theme!r}.{_did_you_mean(theme, self._notes)}")
        return self._notes[theme]

    def __len__(self) -> int:
        return sum(map(len, self._notes.values()))

    def __repr__(self) -> str:
        sizes = ", ".join(f"{theme} ({len(patterns)})" for theme, patterns in self._notes.items())
        return f"Codebook with {_count(len(self._notes), 'theme')} and {_count(len(self), 'pattern')}" + (
            f": {sizes}" if sizes else ""
        )

    def _repr_html_(self) -> str:
        cell = '<td style="text-align: left; vertical-align: top">'
        rows = "".join(
            f"<tr>{cell}{html.escape(theme)}</td>{cell}{html.escape(' · '.join(patterns))}</td></tr>"
            for theme, patterns in self._notes.items()
        )
        caption = html.escape(f"{_count(len(self._notes), 'theme')}, {_count(len(self), 'pattern')}")
        return f"<table><caption>Codebook: {caption}</caption><tr><th>theme</th><th>patterns</th></tr>{rows}</table>"


def code_themes(
    text: str, codebook: Codebook | None = None, entities: pd.DataFrame | None = None, *, mask_names: bool = True
) -> pd.DataFrame:
    """Code each sentence with the themes whose patterns stand in it.

    The name of a body adds no theme, so names are reduced to their abbreviations before the patterns are applied
    (``UN`` and ``UNODC`` for the United Nations Office on Drugs and Crime); a name without one is passed over. "This
    country" is read as the state that was named last. The title is no sentence.

    Parameters
    ----------
    text : str
        Any English text.
    codebook : Codebook, optional
        By default that of the course.
    entities : pandas.DataFrame, optional
        The entities of the text, if you have them already: ``start``, ``end``, ``label``. By default
        `helpers.entities.tag_entities` finds them.
    mask_names : bool, default True
        False leaves names as they stand, to see what goes wrong then.

    Returns
    -------
    pandas.DataFrame
        ``sentence``, ``start``, ``end``, ``text``, and a bool column for each theme.

    Raises
    ------
    CourseError
        If `text` is no str or `codebook` no codebook.

    See Also
    --------
    Codebook.find : Which words made the code.

    Examples
    --------
    >>> coded = code_themes("They discussed trade. UNODC attended.")
    >>> coded[["sentence", "economy_culture", "drugs", "meeting_protocol"]].values.tolist()
    [[1, True, False, False], [2, False, False, True]]
    """
    text = require_text(text)
    codebook = _of_the_course() if codebook is None else codebook
    if not isinstance(codebook, Codebook):
        raise CourseError(
            f"The codebook must be a Codebook, as Codebook.from_table() makes it, not {type(codebook).__name__}."
        )
    return theme_table(theme_columns(text, codebook, entities, mask_names=mask_names))


def theme_table(columns: Columns) -> pd.DataFrame:
    """Make the table of `code_themes` of its columns.

    Parameters
    ----------
    columns : dict of str to list
        From `theme_columns`.

    Returns
    -------
    pandas.DataFrame
        Themes are bool and places int, also where there is no sentence.

    Examples
    --------
    >>> theme_table(theme_columns("", Codebook().add("drugs", "opium"))).dtypes.astype(str).tolist()
    ['int64', 'int64', 'int64', 'object', 'bool']
    """
    return as_table(columns, dict.fromkeys(columns, bool) | _KINDS)


_KINDS = {"sentence": int, "start": int, "end": int, "text": object}


def theme_columns(
    text: str,
    codebook: Codebook | None = None,
    entities: pd.DataFrame | Columns | None = None,
    *,
    mask_names: bool = True,
) -> Columns:
    """Return what `code_themes` does, for the stages that need no table.

    Parameters
    ----------
    text, codebook, entities, mask_names
        As in `code_themes`; the entities may be columns, too.

    Returns
    -------
    dict of str to list
        The columns of its table.

    Examples
    --------
    >>> theme_columns("They spoke of opium.", Codebook().add("drugs", "opium"))["drugs"]
    [True]
    """
    codebook = _of_the_course() if codebook is None else codebook
    rows = [(number, start, end, text[start:end]) for number, (start, end, _) in enumerate(sentence_spans(text), 1)]
    return columns_from(rows, _NO_THEME) | codebook.coded(text, entities, mask_names=mask_names)


@cache
def _of_the_course() -> Codebook:
    """Return the codebook of the course, for reading alone."""
    return Codebook.from_table()


def try_patterns(theme: str, patterns: Iterable[str]) -> dict[str, Any]:
    """Code the press release with patterns for one theme, and score them against the gold standard.

    Parameters
    ----------
    theme : str
        One of the nine themes of the gold standard.
    patterns : list of str
        What shall stand for it; see `Codebook`.

    Returns
    -------
    dict
        ``precision``, ``recall`` and ``f1``, rounded to two decimals, and ``sentences``, the list of the numbers of
        those that were coded.

    Raises
    ------
    CourseError
        If there is no such theme, or the patterns are not a list of well-formed ones.

    Examples
    --------
    >>> try_patterns("drugs", ["drug*"])
    {'precision': 1.0, 'recall': 0.33, 'f1': 0.5, 'sentences': [5]}
    """
    gold = reference.gold("themes")
    themes = [column for column in gold.columns if pd.api.types.is_bool_dtype(gold[column])]
    if theme not in themes:
        close = _did_you_mean(theme, themes).partition(" There are:")[0]
        raise CourseError(f"The gold standard has no theme {theme!r}.{close} Its themes: {', '.join(themes)}.")
    if isinstance(patterns, str):
        raise CourseError(f"The patterns come in a list, also if there is one only: [{patterns!r}].")
    if not isinstance(patterns, Iterable):
        raise CourseError(f"The patterns come in a list, such as ['fish*', 'boat*'], not {patterns!r}.")
    trial = Codebook()
    for pattern in patterns:
        trial.add(theme, pattern)
    if not trial.themes:
        return {"precision": 0.0, "recall": 0.0, "f1": 0.0, "sentences": []}
    coded = code_themes(read_text(), trial)
    scores = score_labels(gold[["sentence", theme]], coded[["sentence", theme]]).round(2)
    numbers = {name: float(scores[name].iloc[0]) for name in ("precision", "recall", "f1")}
    return numbers | {"sentences": coded.loc[coded[theme], "sentence"].tolist()}


def theme_pairs(coded: pd.DataFrame) -> pd.DataFrame:
    """Count the themes that stand in the same sentence.

    Only counts, and the sentences for you to read: from the few sentences of one text no test can tell whether two
    themes belong together.

    Parameters
    ----------
    coded : pandas.DataFrame
        As `code_themes` returns it, or the gold standard.

    Returns
    -------
    pandas.DataFrame
        ``theme_a``, ``theme_b``, ``count`` (sentences with both), ``count_a``, ``count_b`` (sentences with each),
        ``sentences`` (the list of their numbers), the most frequent pair first; pairs that never occur are left out.

    Raises
    ------
    CourseError
        If this is no coded table.

    Examples
    --------
    >>> coded = code_themes("Terrorists sell opium. They sell drugs. They plan terror attacks and sell heroin.")
    >>> theme_pairs(coded).head(1).values.tolist()
    [['terrorism_extremism', 'drugs', 2, 2, 3, [1, 3]]]
    """
    if not isinstance(coded, pd.DataFrame) or "sentence" not in coded.columns:
        raise CourseError("theme_pairs needs the table of coded sentences: coded = code_themes(text).")
    themes = [column for column in coded.columns if pd.api.types.is_bool_dtype(coded[column])]
    if not themes:
        raise CourseError(
            "This table has no theme: each theme is a column of True and False. coded = code_themes(text)."
        )
    rows = []
    for one, other in combinations(themes, 2):
        both = coded.loc[coded[one] & coded[other], "sentence"].tolist()
        if both:
            rows.append((one, other, len(both), int(coded[one].sum()), int(coded[other].sum()), both))
    columns = ["theme_a", "theme_b", "count", "count_a", "count_b", "sentences"]
    return pd.DataFrame(sorted(rows, key=lambda row: -row[2]), columns=columns)


def distinctive_terms(texts: Mapping[str, str] | Iterable[str], k: int = 10) -> pd.DataFrame:
    """List the words that set each text apart from the others, by TF-IDF.

    A word weighs more the more often it occurs in the text (its count) and the fewer of the texts have it: of n texts,
    df contain it, and weight = count * (ln((1 + n) / (1 + df)) + 1). The weights of a text are then divided by their
    length (the root of the sum of their squares), so that long texts can be compared with short ones.

    Parameters
    ----------
    texts : dict of str to str, or list of str
        At least two texts for the weights to say more than the counts; names come from the dict.
    k : int, default 10
        How many words for each text.

    Returns
    -------
    pandas.DataFrame
        ``name`` (of the text), ``term`` (in small letters), ``count``, ``tfidf`` (0 to 1), the heaviest first; words
        of equal weight are in the order of the alphabet.

    Raises
    ------
    CourseError
        If `texts` holds no texts, or `k` is no positive whole number.

    Notes
    -----
    Stop words (``data/words/stop_words.csv``), numbers and single letters are left out. The formula is that of
    scikit-learn's ``TfidfVectorizer`` with its defaults, and gives the same numbers for the same words.

    References
    ----------
    Karen Spärck Jones, A statistical interpretation of term specificity and its application in retrieval, Journal of
    Documentation 28 (1972), 11-21.

    Examples
    --------
    >>> table = distinctive_terms({"a": "Trade, trade and peace", "b": "Peace and war"}, k=1)
    >>> table[["name", "term", "count"]].values.tolist()
    [['a', 'trade', 2], ['b', 'war', 1]]
    """
    if isinstance(k, bool) or not isinstance(k, int) or k < 1:
        raise CourseError(f"k is how many words you want for each text, a whole number from 1, not {k!r}.")
    counts = {name: Counter(_terms(text)) for name, text in _named(texts).items()}
    document_frequency = Counter(term for words in counts.values() for term in words)
    rows = []
    for name, words in counts.items():
        weights = {
            term: count * (math.log((1 + len(counts)) / (1 + document_frequency[term])) + 1)
            for term, count in words.items()
        }
        length = math.sqrt(sum(weight**2 for weight in weights.values()))
        heaviest = sorted(weights, key=lambda term: (-weights[term], term))[:k]
        rows.extend((name, term, words[term], weights[term] / length) for term in heaviest)
    return pd.DataFrame(rows, columns=["name", "term", "count", "tfidf"]).astype({"count": int, "tfidf": float})


def _named(texts: object) -> dict[str, str]:
    if isinstance(texts, pd.Series):
        texts = texts.to_dict()
    if isinstance(texts, Mapping):
        named = {str(name): text for name, text in texts.items()}
    elif isinstance(texts, str) or not isinstance(texts, Iterable):
        raise CourseError(
            'Give several texts to compare: a list [text, other] or a dict {"name": text, "other": other}.'
        )
    else:
        named = {f"text {number}": text for number, text in enumerate(texts, 1)}
    if not named:
        raise CourseError("There is no text to compare: give at least one, better two.")
    return {name: require_text(text) for name, text in named.items()}


def _terms(text: str) -> Iterator[str]:
    """Yield the words of a text as they are counted: small letters, straight apostrophes, no stop words or numbers."""
    for word in split_words(text)["text"]:
        term = Folded(word).text.lower()
        if len(term) > 1 and term not in small_words() and not any(map(str.isdigit, term)):
            yield term


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _did_you_mean(name: object, names: Iterable[str]) -> str:
    close = get_close_matches(name, list(names), n=1) if isinstance(name, str) else []
    return f" Did you mean {close[0]!r}?" if close else f" There are: {', '.join(list(names)[:20])}." if names else ""


# -- Hits --------------------------------------------------------------------------------------------------------------


class _Hit(NamedTuple):
    """A place where a pattern stands."""

    sentence: int
    start: int
    end: int
    theme: str
    pattern: str
    solid: bool
    looks_back: bool


def _without_shorter(hits: list[_Hit]) -> list[_Hit]:
    """Drop a hit that lies inside a longer one of another theme, if both are words that stand side by side."""
    solid = sorted((hit for hit in hits if hit.solid), key=itemgetter(2), reverse=True)  # of two the longer first …
    solid.sort(key=itemgetter(1))  # … where they begin together
    covered = set()
    reaching: list[_Hit] = []  # the hits before that reach to this one or beyond
    for hit in solid:
        reaching = [other for other in reaching if other.end > hit.start]
        for other in reaching:
            longer = other.end - other.start > hit.end - hit.start
            if longer and hit.end <= other.end and other.theme != hit.theme:
                covered.add(hit)
        reaching.append(hit)
    return [hit for hit in hits if hit not in covered]
