"""Who says what, and for how many: statements, their speakers, and the consensus that they claim.

A statement is a sentence in which a speaker takes a position with a reporting verb ("The parties stressed …"). There is
no parser here, only the grammar that such sentences need: noun phrases around the nouns of ``speakers.csv``, the verbs
of ``reporting_verbs.csv``, and what may stand between the two.
"""

from __future__ import annotations

import operator
from typing import NamedTuple

import pandas as pd

from helpers.clauses import (
    AUXILIARIES,
    BE,
    CATENATIVES,
    HAVE,
    MODALS,
    NO_POSITION,
    OUGHT,
    PREPOSITIONS,
    RELATIVES,
    STOPS,
    SUBORDINATE,
    Clause,
    Phrase,
    Tokens,
    Verb,
    read_tokens,
)
from helpers.columns import Columns, as_table, columns_from
from helpers.entities import span_columns
from helpers.folding import fold
from helpers.texts import require_text, sentence_spans

__all__ = ["CONSENSUS", "find_statements"]

CONSENSUS = ("all", "most", "unspecified", "organization")
"""All, most, an unspecified number of speakers; beside them an organization that speaks for itself."""

COLUMNS = ["sentence", "start", "end", "text", "speaker_start", "speaker_end", "speaker"]
COLUMNS += ["verb_start", "verb_end", "verb", "consensus"]


def find_statements(text: str, entities: pd.DataFrame | None = None) -> pd.DataFrame:
    """Find the sentences that report a position, with their speaker and verb.

    A sentence has at most one row: its first statement. The speaker keeps its article and what belongs to it
    ("Participants of the consultations"); the verb leaves out adverbs, auxiliaries and the preposition that follows.
    Verbs that only say what was talked about ("exchanged views", "discussed") make no statement, nor do events and
    documents ("The meeting confirmed …"). "They" speaks for as many as the speakers of the sentence before.

    In the passive ("It was noted that …", "Concern was expressed") the speaker is whoever stands behind "by". Without
    one it is the word "It", or empty (``speaker_start`` and ``speaker_end`` are then where the verb begins), and the
    consensus is unspecified. It is unspecified, too, when one person, ministry or state speaks.

    Parameters
    ----------
    text : str
        Any English text.
    entities : pandas.DataFrame, optional
        The entities of the text, if you have them already: ``start``, ``end``, ``label``. By default
        `helpers.entities.tag_entities` finds them.

    Returns
    -------
    pandas.DataFrame
        ``sentence``, ``start``, ``end``, ``text`` of the sentence; ``speaker_start``, ``speaker_end``, ``speaker``;
        ``verb_start``, ``verb_end``, ``verb``; ``consensus`` (all, most, unspecified or organization).

    Raises
    ------
    CourseError
        If `text` is no str.

    Examples
    --------
    >>> text = "Most of the participants also supported the plan. The SCO aims at peace. They discussed trade."
    >>> find_statements(text)[["speaker", "verb", "consensus"]].values.tolist()
    [['Most of the participants', 'supported', 'most'], ['The SCO', 'aims', 'organization']]
    """
    return statement_table(statement_columns(require_text(text), entities))


def statement_table(columns: Columns) -> pd.DataFrame:
    """Make the table of `find_statements` of its columns.

    Parameters
    ----------
    columns : dict of str to list
        From `statement_columns`.

    Returns
    -------
    pandas.DataFrame
        Places are int, also where there is no statement.

    Examples
    --------
    >>> statement_table(statement_columns("They met."))["start"].dtype
    dtype('int64')
    """
    whole = [column for column in columns if column == "sentence" or column.endswith(("start", "end"))]
    return as_table(columns, dict.fromkeys(whole, int))


def statement_columns(text: str, entities: pd.DataFrame | Columns | None = None) -> Columns:
    """Return what `find_statements` does, for the stages that need no table.

    Parameters
    ----------
    text, entities
        As in `find_statements`; the entities may be columns, too.

    Returns
    -------
    dict of str to list
        The columns of its table.

    Examples
    --------
    >>> statement_columns("They discussed trade. The parties stressed peace.")["sentence"]
    [2]
    """
    folded = fold(text)
    spans = [(start, end) for start, end, _ in sentence_spans(text)]
    rows = []
    places: list[tuple[int, int, int, int]] = []
    before: _Statement | None = None
    number_before = 0
    for number, tokens in enumerate(read_tokens(folded, spans, _labels(text, entities)), 1):
        found = _statement(_clause(tokens, before if number_before == number - 1 else None)) if tokens else None
        if tokens and found:
            before, number_before = found, number
            places.append((*_place(tokens, found.verb), *_place(tokens, found.speaker or found.verb)))
            rows.append((number, *spans[number - 1], found))
    verb_starts, verb_ends, speaker_starts, speaker_ends = zip(*places, strict=True) if places else ((), (), (), ())
    verbs = zip(*folded.back_all(verb_starts, verb_ends), strict=True)
    speakers = zip(*folded.back_all(speaker_starts, speaker_ends), strict=True)
    return columns_from([_row(text, *row, *where) for row, *where in zip(rows, speakers, verbs, strict=True)], COLUMNS)


def _labels(text: str, entities: pd.DataFrame | Columns | None) -> tuple[list[int], list[int], list[str]]:
    """Return starts, ends and labels, in the order of the text."""
    columns = span_columns(text, entities)
    starts, ends, labels = (list(map(kind, column)) for kind, column in zip((int, int, str), columns, strict=True))
    if not all(map(operator.lt, starts, starts[1:])):
        starts, ends, labels = map(list, zip(*sorted(zip(starts, ends, labels, strict=True)), strict=True))
    return starts, ends, labels


def _place(tokens: Tokens, span: tuple[int, int]) -> tuple[int, int]:
    """Return where tokens from a first to a last (excluded) start and end in the folded text."""
    first, last = span
    return tokens.start[first], tokens.end(last - 1)


def _row(
    text: str,
    number: int,
    start: int,
    end: int,
    found: _Statement,
    speaker: tuple[int, int],
    verb: tuple[int, int],
) -> tuple[object, ...]:
    """Return a row of the table: a statement without a speaker has the place where its verb begins."""
    speaker = speaker if found.speaker else (verb[0], verb[0])
    of_speaker, of_verb = ((*place, text[slice(*place)]) for place in (speaker, verb))
    return (number, start, end, text[start:end], *of_speaker, *of_verb, found.consensus)


# -- From sentence to sentence -----------------------------------------------------------------------------------------


class _Statement(NamedTuple):
    """A statement in tokens: speaker (none in some passives) and verb as first and last (excluded)."""

    speaker: tuple[int, int] | None
    verb: tuple[int, int]
    consensus: str
    number: str


def _clause(tokens: Tokens, before: _Statement | None) -> Clause:
    """Return the sentence; "they" and "it" speak for those who spoke in the sentence before."""
    if before is None:
        return Clause(tokens)
    plural = before.number == "plural"
    return Clause(tokens, they=before.consensus if plural else "all", it="" if plural else before.consensus)


def _statement(clause: Clause) -> _Statement | None:
    """Return the statement whose verb comes first; one in a subordinate clause only if there is no other."""
    if clause.last_verb < 0:
        return None
    subordinate: list[Phrase] = []
    found = [one for one in (_active(clause, subordinate), _passive(clause)) if one is not None]
    if found:
        return min(found, key=lambda statement: statement.verb[0])
    best: _Statement | None = None
    for phrase in subordinate:
        if best is None or phrase.first < best.verb[0]:
            best = _nearer(best, clause, phrase)
    return best


def _active(clause: Clause, subordinate: list[Phrase]) -> _Statement | None:
    """Return the first statement in the active voice; note the phrases behind "because" or the like."""
    best: _Statement | None = None
    place = clause.next_phrase(0)
    while place < (clause.last_verb if best is None else best.verb[0]):
        phrase = clause.coordination(place) if clause.is_word(place) else None
        if phrase is None:
            place = clause.next_phrase(place + 1)
            continue
        before = clause.low(phrase.first - 1)
        if phrase.consensus and before not in PREPOSITIONS:
            if before in SUBORDINATE:
                subordinate.append(phrase)
            else:
                best = _nearer(best, clause, phrase)
        place = clause.next_phrase(phrase.last)
    return best


def _nearer(best: _Statement | None, clause: Clause, phrase: Phrase) -> _Statement | None:
    """Return what a phrase states if its verb comes before that of the best statement so far, else that one."""
    walk = _Walk(clause, phrase)
    verb = walk.verb()
    if verb is None or (best is not None and verb[0] >= best.verb[0]):
        return best
    return _Statement((phrase.first, walk.speaker_end), verb, phrase.consensus, phrase.number)


# -- The passive -------------------------------------------------------------------------------------------------------


_PASSIVE = frozenset(["was", "were", "is", "are", "been"])
_BEFORE_BE = HAVE | MODALS
_NO_SUBJECT = RELATIVES | {"as", "there", ""}


def _passive(clause: Clause) -> _Statement | None:
    """Return the first statement in the passive: "It was noted that …", "Concern was expressed"."""
    for place, low in enumerate(clause.tokens.low):
        if low in _PASSIVE:
            first = clause.after_adverbs(place + 1)
            found = clause.participle(first)
            subject = _subject(clause, place) if found is not None else None
            if found is not None and subject is not None:
                verb, last = found
                by_it = clause.low(subject) == "it"
                if ("it" if by_it else "noun") in verb.passive:
                    return _with_agent(clause, subject if by_it else None, first, last)
    return None


def _subject(clause: Clause, place: int) -> int | None:
    """Return the last word of the subject of a passive; none if it is "which", or people: they report nothing then."""
    subject = clause.after_adverbs(place - 1, -1)
    while clause.low(subject) in _BEFORE_BE:
        subject = clause.after_adverbs(subject - 1, -1)
    if clause.low(subject) in _NO_SUBJECT:
        return None
    if clause.low(subject) != "it" and any(
        clause.noun(subject - step, {"noun", "person", "pronoun"}) for step in range(2)
    ):
        return None
    return subject


def _with_agent(clause: Clause, it: int | None, first: int, last: int) -> _Statement | None:
    """Return a statement in the passive: the speaker stands behind "by", or is "It", or is not named."""
    if clause.low(last) == "by":
        agent = clause.coordination(last + 1)
        if agent is None or not agent.consensus:
            return None
        return _Statement((agent.first, agent.last), (first, last), agent.consensus, agent.number)
    return _Statement(None if it is None else (it, it + 1), (first, last), "unspecified", "any")


# -- From the speaker to the verb --------------------------------------------------------------------------------------

_REACH = 70
"""How many words and marks may stand between a speaker and its verb."""
_PLACES = frozenset(["at", "during", "under", "by", "from", "for", "on"])
_TAIL_OPENERS = frozenset(["present", "gathered", "assembled", "concerned", "responsible"])
_LINKS = PREPOSITIONS | RELATIVES
_NO_REPORT = BE | OUGHT


class _Walk:
    """The way from a speaker to its verb.

    On the way stand adverbs and auxiliaries (``direct``, and ``resumed`` after an aside), what belongs to the speaker
    ("of the consultations": ``tail``), an aside between commas (``aside``), or another verb that reports no position
    (``predicate``): then only a verb that "and" or a comma joins to it counts.
    """

    def __init__(self, clause: Clause, phrase: Phrase) -> None:
        self.clause = clause
        self.phrase = phrase
        self.number = phrase.number
        self.mode = "direct"
        self.relative = False
        self.auxiliary = ""
        self.infinitive = False
        self.place = phrase.last
        self.speaker_end = phrase.last
        self.before_verb = 0  # where the speaker ended when a verb without a position came

    def verb(self) -> tuple[int, int] | None:
        """Return first and last (excluded) token of the verb."""
        limit = min(self.place + _REACH, self.clause.last_verb + 1)
        while self.place < limit:
            low = self.clause.low(self.place)
            if low in {";", ":"}:
                return None
            in_a_name = self.clause.tokens.label[self.place] and self.mode != "direct"
            no_verb = in_a_name or self.place not in self.clause.verbs
            found = None if no_verb else self.clause.verb(self.place, self._tenses())
            if found is None or not (found[0].kind == NO_POSITION or self._allowed(*found)):
                self._step(low)
            elif found[0].kind == NO_POSITION:
                self._pass_verb(found[1])
            else:
                if self.mode == "tail" and self._before() in {"and", "but"}:
                    self.speaker_end = self.before_verb or self.phrase.last
                return self.place, found[1]
        return None

    def _tenses(self) -> set[str]:
        if self.auxiliary:
            if self.auxiliary in _NO_REPORT:
                return set()
            return {"participle"} if self.auxiliary in HAVE else {"plural"}
        tenses = {"past"}
        if self.number in {"plural", "any"} and not self.infinitive:
            tenses.add("plural")
        if self.number in {"singular", "any"}:
            tenses.add("singular")
        return tenses

    def _allowed(self, verb: Verb, last: int) -> bool:
        """Tell whether a verb here belongs to the speaker."""
        if self.mode in {"direct", "resumed"}:
            return True
        joint = self._before() in {"and", "but", ","}
        if self.mode == "aside" or (self.mode == "predicate" and not joint):
            return False
        if verb.words[0].endswith("ed") and self._is_place_or_time(last) and self.clause.low(last) not in verb.takes:
            return False  # "the report welcomed at the summit"
        return joint or bool(self.auxiliary) or self._follows_noun()

    def _is_place_or_time(self, place: int) -> bool:
        """Tell whether "at the summit" or "in Moscow" begins here, but not "in the strongest terms"."""
        low = self.clause.low(place)
        following = self.clause.tokens.written[place + 1] if place + 1 < self.clause.size else ""
        return low in _PLACES or (low == "in" and not following[:1].islower())

    def _before(self) -> str:
        """Return the last word before this place that is no adverb."""
        return self.clause.low(self.clause.after_adverbs(self.place - 1, -1))

    def _follows_noun(self) -> bool:
        before = self._before()
        return before in {")", '"'} or (before[:1].isalnum() and before not in STOPS)

    def _pass_verb(self, last: int) -> None:
        """Go past a verb that reports no position; in a tail it may be a participle ("the talks held in Moscow")."""
        participle = self.mode == "tail" and (self.relative or self.clause.low(last) in PREPOSITIONS)
        if participle:
            self.before_verb = self.before_verb or self.speaker_end
        elif self.mode != "aside":
            self.mode = "predicate"
        self.relative = False
        self.auxiliary = ""
        self.place = last

    def _step(self, low: str) -> None:
        """Go one word on."""
        clause = self.clause
        if low == "(":
            following = clause.tokens.low[self.place : self.place + 16]
            self.place += following.index(")") + 1 if ")" in following else 1
            return
        if self.mode == "predicate":
            self.infinitive = self.infinitive or low == "to"
            self.place += 1
        elif low == ",":
            self._comma()
        elif low in AUXILIARIES or (low in CATENATIVES and clause.low(self.place + 1) == "to"):
            self._auxiliary(low)
        elif self.mode == "aside" or clause.is_adverb(self.place):
            self.place += 1
        elif self.mode == "resumed":
            self.mode = "aside"
            self.place += 1
        else:
            self._word(low)

    def _comma(self) -> None:
        clause = self.clause
        self.auxiliary = ""
        if self.mode == "direct":
            self.mode = "aside"
        elif self.mode in {"aside", "resumed"}:
            self.mode = "resumed"
        elif self._opens_aside(self.place + 1):
            self.mode = "aside"
        self.place += 1
        if self.mode == "tail" and clause.low(self.place) in {"and", "or"}:
            self.number = "any"

    def _opens_aside(self, place: int) -> bool:
        low = self.clause.low(place)
        return low.endswith("ing") or low in _LINKS or self.clause.is_adverb(place)

    def _auxiliary(self, low: str) -> None:
        if self.mode == "aside":
            self.place += 1
        elif self.mode == "tail" and self.relative:
            self.relative = False
            self.place += 1
        elif low in CATENATIVES:
            self.auxiliary = "to"
            self.place += 2
        else:
            self.auxiliary = low
            self.place += 1

    def _word(self, low: str) -> None:
        """Decide what a word means that is no verb, adverb or auxiliary: the speaker goes on, or a predicate began."""
        if self.auxiliary:
            self.mode = "predicate"
            self.auxiliary = ""
        elif self.mode == "direct":
            tail = low in _LINKS or low in _TAIL_OPENERS or low.endswith("ing")
            self.mode = "tail" if tail else "predicate"
        if self.mode == "tail":
            self.relative = self.relative or low in RELATIVES
            if low in {"and", "or"}:
                self.number = "any"
            self.speaker_end = self.place + 1
        self.place += 1
