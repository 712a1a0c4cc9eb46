"""The rules by which names grow, in the order in which they run.

A rule is written with the names of the classes in `helpers.chunks`; what it makes is decided by the noun that it is
built around (``data/words/bodies.csv`` says that a Secretariat beside an organization is an IGO, beside a state a
GOV). No rule knows a name.
"""

from __future__ import annotations

import re
from functools import cache

from helpers import reference
from helpers.chunks import CLASS_LABEL, LABEL_CLASS, Chunk, Maker, compile_rule, state_forms
from helpers.folding import Folded

_WORDS = "(?:WORD|AND WORD|COMMA WORD)"
_INSIDE = "(?:CAP|ACRO|MOD|FORM|BODY|OFFICE|ADJ|ORG|STATE|GOV|INIT|POST|NUMBER|HYPHEN)"
_NEXT_PAPER = "(?!AND THE? (?:ORG|STATE|PLAIN){0,3} (?:PAPER|RES))"
_ABOUT = (  # what a document is about: "on Cooperation between the UN and the SCO", "on Trade, Transit and Transport"
    f"(?:OF|FOR|TO) THE? {_INSIDE}{{1,8}}"
    f"(?:{_NEXT_PAPER}(?:AND|OF|FOR|TO|IN) THE? {_INSIDE}{{1,8}}"
    f"|(?:COMMA {_INSIDE}{{1,4}}){{1,6}} COMMA? AND THE? {_INSIDE}{{1,4}}){{0,8}}"
)


def _span(parts: list[Chunk], kind: str, **extra: object) -> Chunk:
    return Chunk(parts[0].start, parts[-1].end, kind, **extra)


def _head(parts: list[Chunk], match: re.Match[str]) -> Chunk:
    return parts[match.start("head") - match.start()]


def _abbreviation(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk:
    """(SCO): transparent inside a longer name, a name of its own behind one."""
    inner = _head(parts, match)
    place = (inner.kind, inner.start - parts[0].start, inner.end - inner.start)
    return _span(parts, "k", name=inner.name, row=place if inner.kind in CLASS_LABEL else ())


def _state(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Republic of Turkmenistan: a form of state before a name that the gazetteer knows."""
    form = folded[parts[0].start : parts[0].end]
    head_of_state = re.search(r"\b[Hh]eads? of $", folded[max(0, parts[0].start - 9) : parts[0].start])
    if form not in state_forms() or head_of_state:
        return None
    return _span(parts, "S", name=parts[-1].name, iso3=parts[-1].iso3)


def _body_with_state(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    label = _head(parts, match).row[1]
    return _span(parts, LABEL_CLASS[label]) if label else None


def _body_of_state(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    return _span(parts, "G") if _head(parts, match).row[1] == "GOV" else None


def _body_with_organization(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    last = [part for part in parts if part.kind == "B"][-1]
    return _span(parts, "N" if last.row[0] == "INITIATIVE" else "I")


def _body_of_organization(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    label = _head(parts, match).row[0]
    return None if label == "GOV" else _span(parts, LABEL_CLASS[label])


def _ministry(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    label, _, alone = _head(parts, match).row
    return _span(parts, "G") if label == "GOV" and alone == "yes" else None


def _body_alone(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Green Climate Fund: nobody told us, but capitalized words and such a noun are a name."""
    label, _, alone = _head(parts, match).row
    if alone != "yes" or not any(part.kind in "CKA" for part in parts):
        return None
    return _span(parts, LABEL_CLASS[label])


def _document(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    head = _head(parts, match)
    before = parts[: match.start("head") - match.start()]
    owned = any(part.kind in "ISAN" for part in before)
    named = any(part.kind in "CK" for part in before) and head.row[0] == "yes"
    own_title = parts[0].start == 0  # the text's own genre is no document that it cites
    return None if own_title or not (owned or named or match["about"]) else _span(parts, "X")


def _resolution(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    head = _head(parts, match)
    return _span(parts, "X") if folded[head.start : head.end].lower().startswith("resolution") else None


def _post(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk:
    name = folded[parts[0].start : parts[-1].end]
    return _span(parts, "Q", name=_post_names().get(name, ""))


def _envoy(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Ambassador of one state to another: only some offices are held toward somebody."""
    head = _head(parts, match)
    toward = re.search("Ambassador|Representative|Envoy|Observer|Delegate|Counselor", folded[head.start : head.end])
    return _post(parts, match, folded) if toward else None


@cache
def _post_names() -> dict[str, str]:
    """Return how an office is called, for every way in which the table of posts says it is written."""
    found = {}
    for row in reference.posts().itertuples():
        for written in (row.post, *row.aliases.split(";")):
            if written.strip():
                found[Folded(written.strip()).text] = row.post
    return found


_BEFORE_OFFICE = "(?:(?:MOD|BODY|PAPER){0,3} OFFICE AND)? (?:MOD AND (?=MOD))? (?:MOD|BODY|PAPER){0,4}"
_PORTFOLIO = f"(?:(?:OF|FOR) THE? {_WORDS}{{1,7}}?){{0,3}}?"
_FIELD = "(?:(?:OF|FOR) THE? (?:WORD|AND WORD){1,4}){0,3}"
_OF_WHOM = f"(?:{_WORDS}|(?:OF|FOR|IN) THE? WORD|OPEN WORD{{1,3}} CLOSE){{0,12}}?"
_OF_OWNER = f"{_OF_WHOM} OF THE? (?:ORG|STATE)"
_UNKNOWN = "PLAIN{1,5} (?:BODY (?=BODY)){0,3} (?P<head>BODY)"
_ORGAN = "(?:PLAIN (?:AND (?=PLAIN|BODY))?){0,5} (?P<head>BODY) (?:PLAIN{0,3} BODY){0,3}"

_RULES: list[tuple[str, Maker]] = [
    ("OPEN (?:LOW|FOR|UNTIL|THE|HYPHEN|QUOTE|COMMA|TO){0,6} (?P<head>ORG|GOV|INIT|ACRO) QUOTE? CLOSE", _abbreviation),
    ("(?:FORM|BODY) OF THE? STATE", _state),
    # bodies of a state
    (f"PLAIN{{0,3}} (?P<head>BODY) (?:OF THE? (?:{_WORDS}|FOR THE? WORD){{1,9}}?)? OF THE? STATE", _body_of_state),
    ("ADJ PLAIN{0,3} (?P<head>BODY) (?:OF WORD{1,4} (?:AND WORD{1,2})?)?", _body_with_state),
    ("STATE PLAIN{0,3} (?P<head>BODY) (?:OF WORD{1,4})?", _body_with_state),
    (f"(?P<head>BODY) OF THE? {_WORDS}{{1,7}}", _ministry),
    # bodies that nobody told us of
    (f"{_UNKNOWN} (?!{_OF_OWNER}) (?:(?:OF|FOR) THE? (?:PLAIN|AND PLAIN){{1,5}})?", _body_alone),
    # bodies of an organization; twice, because what has grown may grow again
    *[
        (f"ORG (?:HYPHEN (?:ORG|STATE))? ABBR? {_ORGAN} {_FIELD}", _body_with_organization),
        (f"PLAIN{{0,3}} (?P<head>BODY) (?!OFFICE) {_OF_WHOM} OF THE? ORG", _body_of_organization),
        ("ORG ORG", lambda parts, match, folded: _span(parts, "I")),
    ]
    * 2,
    (f"INIT {_ORGAN}", _body_with_organization),
    ("(?P<head>BODY) (?:OF|FOR) THE? (?:PLAIN|AND PLAIN|OF THE? PLAIN){1,6}", _body_alone),
    ("CAP (?:OF? (?:CAP|MOD|BODY|STATE)){0,5} PROC", lambda parts, match, folded: _span(parts, "N")),
    # documents
    (
        f"(?:ORG|ADJ|STATE|INIT)? PLAIN{{0,3}} (?P<head>PAPER) (?P<about>{_ABOUT})? (?:(?:UNTIL|FOR) YEAR)?"
        " (?:QUOTE [^q.]{1,40} QUOTE)?",
        _document,
    ),
    (
        "ORG{0,2} PLAIN{0,2} (?P<head>RES|PAPER|DOC) (?:NUMBER (?:OPEN (?:YEAR|NUMBER) CLOSE)?|QUOTE [^q.]{1,40} QUOTE)"
        " (?:OF THE? ORG)?",
        _resolution,
    ),
    # offices
    (f"{_BEFORE_OFFICE} (?P<head>OFFICE) {_PORTFOLIO} OF THE? (?:STATE|ORG) TO THE? (?:STATE|ORG)", _envoy),
    (f"{_BEFORE_OFFICE} OFFICE {_PORTFOLIO} OF THE? (?:STATE|GOV|ORG|INIT)", _post),
    ("(?:ORG|GOV) ABBR? (?:MOD|CAP|BODY){0,3} OFFICE (?:FOR THE? (?:MOD|BODY|STATE|ORG|AND MOD){1,6})?", _post),
    ("POST POSS (?:MOD){0,2} OFFICE (?:FOR THE? (?:MOD|BODY|STATE|ORG|AND MOD){1,6})?", _post),
    ("(?:STATE|ADJ) MOD{0,3} OFFICE (?:FOR THE? (?:MOD|BODY|AND MOD){1,6})?", _post),
]

GRAMMAR: list[tuple[re.Pattern[str], Maker]] = [(compile_rule(rule), make) for rule, make in _RULES]
"""The rules, ready to be applied one after the other."""
