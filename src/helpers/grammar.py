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

_WORDS = "(?:WORD|AND WORD|COMMA (?!OFFICE) WORD)"
_INSIDE = (
    "(?:CAP|ACRO|MOD|FORM|BODY|OFFICE|ADJ|ORG|STATE|GOV|INIT|POST|PAPER|DOC|NUMBER|HYPHEN|POSS(?=CAP|ACRO|MOD|ADJ))"
)
_NEXT_PAPER = "(?!AND THE? (?:ORG|STATE|PLAIN){0,3} (?:PAPER|RES|DOC))"
_ABOUT = (  # what a document is about: "on Cooperation between the UN and the SCO", "on Trade, Transit and Transport"
    f"(?:(?:OF|FOR|TO) THE? {_INSIDE}|IN (?!PLACE) THE? (?:CAP(?=FOR YEAR)|{_INSIDE}{{2}})) {_INSIDE}{{0,7}}"
    f"(?:{_NEXT_PAPER}(?:AND|OF|FOR|TO|IN (?!PLACE|[C]f?D)|(?=THE (?:CAP|MOD))) THE? {_INSIDE}{{1,8}}"
    f"|(?:COMMA {_INSIDE}{{1,4}}){{1,6}} COMMA? AND THE? {_INSIDE}{{1,4}}){{0,8}}"
)


def _span(parts: list[Chunk], kind: str, **extra: object) -> Chunk:
    return Chunk(parts[0].start, parts[-1].end, kind, **extra)


def _head(parts: list[Chunk], match: re.Match[str]) -> Chunk:
    return parts[match.start("head") - match.start()]


def _abbreviation(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk:
    """(SCO): transparent inside a longer name, a name of its own behind one."""
    inner = _head(parts, match)
    kind = inner.kind if inner.kind in CLASS_LABEL else ""  # unknown: it stands for the name before it, if there is one
    return _span(parts, "k", name=inner.name, row=(kind, inner.start - parts[0].start, inner.end - inner.start))


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
    before = folded[max(0, parts[0].start - 30) : parts[0].start]
    # "the Heads of State and Government of Peru" are persons
    persons = re.search(r"\b[Hh]eads? of (?:[Ss]tate(?:,? (?:and|or) |/)(?:of )?)?$", before)
    return _span(parts, "G") if _head(parts, match).row[1] == "GOV" and not persons else None


def _body_with_organization(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    last = [part for part in parts if part.kind == "B"][-1]
    if _is_of_a_meeting(parts, folded):
        return None
    return _span(parts, "N" if last.row[0] == "INITIATIVE" else "I")


def _body_of_organization(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    label = _head(parts, match).row[0]
    return None if label == "GOV" else _span(parts, LABEL_CLASS[label])


def _ministry(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    label, _, alone = _head(parts, match).row
    return _span(parts, "G") if label == "GOV" and alone != "no" else None


def _body_alone(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Green Climate Fund: nobody told us, but capitalized words and such a noun are a name."""
    label, _, alone = _head(parts, match).row
    if alone == "no" or not any(part.kind in "CZRKA" for part in parts) or _is_of_a_meeting(parts, folded):
        return None
    national = label == "IGO" and folded[parts[0].start : parts[0].end] in {"National", "Federal"}
    return _span(parts, LABEL_CLASS["GOV" if national else label])


def _is_of_a_meeting(parts: list[Chunk], folded: str) -> bool:
    """Tell "the ASEAN Ministerial Meeting" from "the Dushanbe Ministerial"."""
    if folded[parts[-1].start : parts[-1].end] != "Ministerial":
        return False
    return (
        re.match(r" (?:Meeting|Conference|Session|Summit|Council|Statement)\b", folded[parts[-1].end :][:20])
        is not None
    )


def _body_by_itself(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Security Council: the noun is a name, where nothing in capitals stands before it."""
    label, _, alone = _head(parts, match).row
    # "the Security Council Secretaries" are those of states
    office = re.match(r" [Ss]ecretar(?:y|ies)\b", folded[parts[-1].end : parts[-1].end + 12])
    return _span(parts, LABEL_CLASS[label]) if alone == "self" and not office else None


def _body_of_two(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """NATO-Ukraine Commission: a body that two parties share belongs to neither."""
    label = _head(parts, match).row[0]
    return None if label == "GOV" or _is_of_a_meeting(parts, folded) else _span(parts, LABEL_CLASS[label])


def _operation(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    return _span(parts, "N") if folded[parts[0].start : parts[0].end] == "Operation" else None


def _body_in_state(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """African Union Mission in Somalia: where it works belongs to the name of a mission."""
    mission = re.search(
        r"\b(?:Mission|Office|Force|Operation|Center|Team|Presence)$", folded[parts[0].start : parts[0].end]
    )
    return _span(parts, parts[0].kind) if mission and parts[0].kind in "IN" else None


def _of_member_states(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Council of Heads of State of the SCO Member States: the organ of an organization is that of its members."""
    if folded[parts[-2].start : parts[-1].end].lower() not in {"member states", "member countries"}:
        return None
    organ = r"\b(?:Council|Committee|Commission|Assembly|Board|Forum) of .* of the "
    return _span(parts, "I") if re.search(organ, folded[parts[0].start : parts[0].end]) else None


def _organ_of(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Counter-Terrorism Committee of the UN Security Council: a known organ goes together with what it belongs to."""
    organ = r"\b(?:Council|Committee|Commission|Assembly|Secretariat|Office|Center|Structure|Bureau|Board|Department)"
    return _span(parts, "I") if re.search(rf"{organ}$", folded[parts[0].start : parts[0].end]) else None


def _program(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Programme of Economic Cooperation: what has this form is a document, "UN Development Programme" a body."""
    is_one = folded[parts[0].start : parts[0].end] == "Program"
    return _span(parts, "d", row=("yes",)) if is_one else None


def _known_for(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Take in "for International Cooperation" behind a known forum."""
    forum = re.search(
        r"\b(?:Forum|Initiative|Partnership|Coalition|Platform|Dialogue)$", folded[parts[0].start : parts[0].end]
    )
    return _span(parts, "N") if forum and folded[parts[1].start : parts[1].end] == "for" else None


def _to_whom(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Take in "to China" behind an ambassador."""
    office = folded[parts[0].start : parts[0].end].split(" of ")[0]
    toward = re.search("(?:Ambassador|Envoy|Observer|Delegate|(?<!High )Representative)$", office) or re.search(
        r"\b(?:Delegation|Embassy|Mission|Representation) of ", _text(parts, folded)
    )
    return _post(parts, match, folded) if toward else None


def _of_embassy(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Take in "in Tajikistan" behind somebody of an embassy."""
    embassy = re.search(
        r"\b(?:Embassy|Consulate|Consulate General|Legation|Permanent Mission) of "
        r"|(?:Resident (?:Coordinator|Representative)|(?:Program|Project|Country|Field|Liaison) Office"
        r"|Mission|Presence) in ",
        _text(parts, folded),
    )
    return _post(parts, match, folded) if embassy else None


def _adviser(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """National Security Adviser to the Prime Minister of a state."""
    office = _text(parts, folded).split(" to ")[0]
    near = re.search(r"(?:Advis[eo]r|Assistant|Aide|Envoy|Secretary|Counselor)$", office)
    return _post(parts, match, folded) if near else None


def _under(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Drug Control Agency under the President of a state: a body of that state."""
    return _span(parts, "G") if " under " in _text(parts, folded) else None


def _text(parts: list[Chunk], folded: str) -> str:
    return folded[parts[0].start : parts[-1].end]


def _joined(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk:
    return _span(parts, "G")


def _document(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    head = _head(parts, match)
    before = parts[: match.start("head") - match.start()]
    owned = any(part.kind in "ISAN" for part in before)
    named = any(part.kind in "CZRK" for part in before) and head.row[0] == "yes"
    named = named or (bool(before) and before[-1].kind == "Z")  # "Bangkok Statement"
    quoted = any(part.kind == "q" for part in parts)
    own_title = parts[0].start == 0  # the text's own genre is no document that it cites
    return (
        None if own_title or not (owned or named or quoted or match["about"] or match["years"]) else _span(parts, "X")
    )


def _treaty_of_region(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Take in "in Central Asia" behind a treaty."""
    return _span(parts, "X") if folded[parts[0].start : parts[0].end].endswith(("Treaty", "Weapons")) else None


def _for_years(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Take in "in 2022-2024" behind a plan: the years that it is for, not those in which something happened."""
    plan = re.search(r"\b(?:Plan|Program|Strategy|Roadmap|Concept|Measures)\b", folded[parts[0].start : parts[0].end])
    return _span(parts, "X") if plan and "-" in folded[parts[-1].start : parts[-1].end] else None


def _resolution(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    head = _head(parts, match)
    noun = re.search(r"\b(?:resolution|unscr)(s?)$", folded[head.start : head.end].lower())
    behind = [part.kind for part in parts[match.start("head") - match.start() :]]
    several = "n" in behind and ("a" in behind or "," in behind)
    return _span(parts, "X") if noun and (noun[1] or not several) else None


_PORTFOLIOS = (
    "Affairs|Defense|Finance|Justice|Interior|Health|Trade|Commerce|Energy|Economy|Culture|Education|Transport"
    "|Agriculture|Environment|Labor|Industry|Security|Cooperation|Development|Tourism|Science|Technology"
)
_NAMED = re.compile(
    rf" (?:of|for) (?:the )?(?:[A-Z][a-z]+ ){{0,2}}(?:{_PORTFOLIOS})((?: [A-Z][a-z'-]+){{2,3}}) of (?:the )?[A-Z]"
)
"""Minister of Defense Rajnath Singh of India: a name stands between the office and its state."""
_NO_NAME = re.compile(rf"\b(?:{_PORTFOLIOS})|(?:tion|ment|ing|ics|ies|ry|ture|ces|ty)\b")


def _post(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    name = folded[parts[0].start : parts[-1].end]
    named = _NAMED.search(name)
    if named and not _NO_NAME.search(named[1]):
        return None
    return _span(parts, "Q", name=_post_names().get(name, ""))


def _office_of_the_un(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Under-Secretary-General for Political Affairs: only the United Nations have offices of this name."""
    head = _head(parts, match)
    alone = re.fullmatch(
        "(?:Under-Secretary|Assistant Secretary)-General|High Commissioner", folded[head.start : head.end]
    )
    return _post(parts, match, folded) if alone else None


def _envoy(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Ambassador of one state to another: only some offices are held toward somebody."""
    head = _head(parts, match)
    toward = re.search(
        "Ambassador|Representative|Envoy|Observer|Delegate|Counselor|Chargé|Consul", folded[head.start : head.end]
    )
    return _post(parts, match, folded) if toward else None


def _mandate(parts: list[Chunk], match: re.Match[str], folded: str) -> Chunk | None:
    """Take in "for Yemen" behind a Special Envoy: what an envoy is sent for belongs to the office."""
    name = folded[parts[0].start : parts[-1].end]
    link = next(part for part in reversed(parts) if part.kind == "f")
    if folded[link.start : link.end] not in {"for", "on"}:
        return None
    envoy = re.search(
        "Representative|Envoy|Coordinator|Adviser|Advisor|Rapporteur|Commissioner", name.split(" for ")[0]
    )
    return _post(parts, match, folded) if envoy else None


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
_RANK = "(?:MOD (?:AND MOD)?|[tl] STOP [tl] STOP|LOW LOW(?=OF))?"  # and Plenipotentiary, a.i., ad interim
_PORTFOLIO = f"(?:(?:OF|FOR) THE? {_WORDS}{{1,7}}?){{0,3}}?"
_FIELD = "(?:(?:OF|FOR) THE? (?:WORD|AND WORD){1,4}){0,3}"
_OF_WHOM = f"(?:{_WORDS}|(?:OF|FOR|IN) THE? WORD|OPEN WORD{{1,3}} CLOSE){{0,12}}?"
_OF_OWNER = f"{_OF_WHOM} OF THE? (?:ORG|STATE)"
_TASK = "(?:REGION|MOD|BODY|INIT|ORG|STATE|CAP(?!CAP))"  # two other capitalized words are rather a person's name
_SENT_FOR = f"FOR THE? {_TASK}{{1,4}} (?:AND THE? {_TASK}{{1,3}})?"
_UNKNOWN = "PLAIN{1,5} (?:BODY (?=BODY)){0,3} (?P<head>BODY)"
_ORGAN = "(?:PLAIN (?:AND (?=PLAIN|BODY))?){0,5} (?P<head>BODY) (?:PLAIN{0,3} BODY){0,3}"

_RULES: list[tuple[str, Maker]] = [
    (
        "OPEN (?:LOW|FOR|UNTIL|THE|HYPHEN|QUOTE|COMMA|TO){0,6} (?P<head>ORG|GOV|INIT|DOC|ACRO) QUOTE? CLOSE",
        _abbreviation,
    ),
    ("(?:FORM|BODY) OF THE? STATE", _state),
    ("(?<!ORG)(?P<head>BODY)(?=(?:OF|FOR)(?!THE? ORG)|QUOTE)", _program),
    # bodies of two parties, of a state
    ("(?:ORG|STATE) HYPHEN (?:ORG|STATE|ACRO|CAP{1,2}) PLAIN{0,3} (?P<head>BODY)", _body_of_two),
    (
        "(?:PLAIN|BODY (?=BODY)){0,3} (?P<head>BODY)"
        f" (?:(?:OF|FOR) THE? (?:{_WORDS}|FOR THE? WORD){{1,9}}?)? OF THE? STATE",
        _body_of_state,
    ),
    ("ADJ PLAIN{0,3} (?P<head>BODY) (?:OF WORD{1,4} (?:AND WORD{1,2})?)?", _body_with_state),
    ("STATE PLAIN{0,3} (?P<head>BODY) (?:OF WORD{1,4})?", _body_with_state),
    (f"(?P<head>BODY) OF THE? {_WORDS}{{1,7}}", _ministry),
    # bodies that nobody told us of
    (f"{_UNKNOWN} (?!{_OF_OWNER}) (?:(?:(?:OF|FOR) THE?|TO (?=CAP)) (?:PLAIN|AND PLAIN){{1,5}}){{0,3}}", _body_alone),
    ("(?P<head>BODY) CAP{1,3}", _operation),
    # bodies of an organization; twice, because what has grown may grow again
    *[
        (f"ORG (?:HYPHEN (?:ORG|STATE))? ABBR? {_ORGAN} {_FIELD}", _body_with_organization),
        (
            f"(?:(?<=THE)PLAIN AND)? PLAIN{{0,3}} (?P<head>BODY) (?!OFFICE) {_OF_WHOM} OF THE? ORG",
            _body_of_organization,
        ),
        ("ORG ORG", lambda parts, match, folded: _span(parts, "I")),
    ]
    * 2,
    ("(?:ORG|INIT) (?:IN|FOR|TO) THE? STATE (?:AND THE? STATE)?", _body_in_state),
    ("ORG ABBR? (?:CAP CAP|LOW LOW)", _of_member_states),
    ("ORG OF THE? ORG", _organ_of),
    ("STATE GOV|GOV OF THE? STATE|PLAIN{0,3} BODY OF THE? GOV", _joined),
    ("(?<!PLAIN)(?P<head>BODY)", _body_by_itself),
    ("INIT FOR THE? PLAIN{1,3} (?:AND PLAIN{1,2})?", _known_for),
    ("(?:INIT|ORG) INIT", lambda parts, match, folded: _span(parts, "N")),
    (f"INIT {_ORGAN}", _body_with_organization),
    ("(?P<head>BODY) (?:OF|FOR) THE? (?:PLAIN|AND PLAIN|OF THE? PLAIN){1,6}", _body_alone),
    ("CAP (?:OF? (?:CAP|MOD|BODY|STATE)){0,5} PROC", lambda parts, match, folded: _span(parts, "N")),
    # documents
    (
        "(?:(?:ORG|STATE) HYPHEN)? (?:(?<=THE)(?:CAP|MOD|ADJ|BODY) AND)? (?:ORG|ADJ|STATE|INIT)? (?:PLAIN|BODY){0,6}"
        " (?P<head>PAPER) (?:NUMBER(?!OPEN))? (?P<years>FOR (?:THE CAP)? YEAR)?"
        f" (?P<about>{_ABOUT})? (?:(?:UNTIL|FOR) (?:THE CAP)? YEAR)?"
        " (?:QUOTE [^q.]{1,40} QUOTE (?:FOR YEAR)?)?",
        _document,
    ),
    (
        "ORG{0,2} PLAIN{0,2} (?P<head>RES|PAPER|DOC) (?:NUMBER (?:OPEN (?:YEAR|NUMBER) CLOSE)?"
        " (?:(?:COMMA|COMMA? AND) NUMBER (?:OPEN (?:YEAR|NUMBER) CLOSE)?){0,8}|QUOTE [^q.]{1,40} QUOTE)"
        " (?:OF THE? ORG)?",
        _resolution,
    ),
    ("DOC IN THE? REGION", _treaty_of_region),
    ("DOC (?:IN|COMMA) YEAR", _for_years),
    # offices
    (
        "(?<!ORG)MOD{0,2} (?P<head>OFFICE) FOR THE? (?:MOD|REGION){1,4} (?:AND (?:CAP (?=MOD))? (?:MOD|REGION){1,3})?",
        _office_of_the_un,
    ),
    (
        f"{_BEFORE_OFFICE} (?P<head>OFFICE) {_RANK} {_PORTFOLIO} OF THE? (?:STATE|ORG) (?:TO|IN) THE? (?:STATE|ORG)",
        _envoy,
    ),
    (
        f"{_BEFORE_OFFICE} (?P<head>OFFICE) {_RANK} (?:OPEN WORD{{1,3}} CLOSE)? {_PORTFOLIO}"
        " OF THE? (?:STATE|GOV|ORG|INIT) (?!OFFICE)",
        _post,
    ),
    (
        "(?:ORG|GOV) ABBR? (?:MOD|CAP|BODY){0,3} OFFICE"
        " (?:FOR THE? (?:MOD|BODY|STATE|ORG|REGION|AND (?:CAP (?=MOD))? MOD){1,6})?",
        _post,
    ),
    ("POST ABBR OF THE? ORG", _post),
    ("POST POSS (?:MOD){0,2} OFFICE (?:FOR THE? (?:MOD|BODY|STATE|ORG|REGION|AND MOD){1,6})?", _post),
    (f"{_BEFORE_OFFICE} (?P<head>OFFICE) {_PORTFOLIO} OF THE? POST", _post),
    (f"{_BEFORE_OFFICE} (?P<head>OFFICE) TO THE? POST", _adviser),
    ("(?:(?P<head>OFFICE) OF THE? WORD{1,4}|MOD{1,3} OFFICE) HYPHEN POST", _post),
    (f"STATE POSS (?:MOD|BODY|PAPER){{0,4}} OFFICE (?:(?:OF|FOR) THE? {_WORDS}{{1,7}})?", _post),
    (f"POST {_SENT_FOR}", _mandate),
    (f"{_BEFORE_OFFICE} (?P<head>OFFICE) OF THE? (?:MOD{{0,2}} OFFICE|BODY) {_SENT_FOR}", _mandate),
    ("ADJ MOD{0,3} OFFICE OF THE? MOD{1,4} (?:AND MOD{1,3})?", _post),
    ("(?:STATE|ADJ) MOD{0,3} OFFICE (?:FOR THE? (?:MOD|BODY|REGION|AND MOD){1,6})?", _post),
    ("POST TO THE? (?:STATE|ORG)", _to_whom),
    ("POST IN (?:THE? STATE|PLACE)", _of_embassy),
    (
        "(?:PLAIN{0,3} BODY (?:(?:OF|FOR) THE? WORD{1,5} (?:AND WORD{1,3})?){0,2}|ORG) UNTIL THE? (?:POST|GOV)",
        _under,
    ),
    (f"{_BEFORE_OFFICE} (?P<head>OFFICE) OF THE? GOV", _post),
]

GRAMMAR: list[tuple[re.Pattern[str], Maker]] = [(compile_rule(rule), make) for rule, make in _RULES]
"""The rules, ready to be applied one after the other."""
