"""The phrases that announce who took part: where one may begin in a text, and where it is only wished for.

The phrases stand in ``data/words/attendance.csv``, some 2,500 of them, each with the side on which its list is found.
Nobody tries them all: the first word of a phrase, and the first letters of its second, tell which can stand there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from helpers import reference
from helpers.folding import WORD, Folded, fold_name

IN_YEAR = re.compile(r"[^.;,]{0,60}?\b(?:(?:in|from|during|since|until|between) (?:19|20)\d\d|last [a-z]+)\b")
"""What is said of a meeting of another year."""

# --- where phrases stand ------------------------------------------------------------------------------------------


def beginnings_in(folded: Folded) -> Iterator[tuple[str, str, int]]:
    """Yield where phrases may begin.

    Parameters
    ----------
    folded : Folded
        The text.

    Yields
    ------
    tuple of (str, str, int)
        The word with which a phrase may begin, the letters that follow in the table, and where the word stands.

    Examples
    --------
    >>> next(beginnings_in(Folded("Chad was attended by nobody.")))[::2]
    ('was', 5)
    """
    words, begins = folded.words
    phrases = _phrases()
    for number in folded.numbers_of(phrases).tolist():
        after = phrases[words[number]]
        following = words[number + 1][:_TOLD_BY] if number + 1 < len(words) else ""
        following = following if following in after else ""
        if after[following]:
            yield words[number], following, int(begins[number])


@cache
def phrases_at(first: str, following: str) -> tuple[re.Pattern[str], list[str]]:
    """Return what matches the phrases that begin with a word and go on with these letters, and the side of each.

    Parameters
    ----------
    first, following : str
        As `beginnings_in` yields them.

    Returns
    -------
    tuple of (re.Pattern, list of str)
        Its groups are the phrases, the longest first, in small letters; the sides stand in the same order.

    Examples
    --------
    >>> pattern, sides = phrases_at("attended", "by")
    >>> sides[pattern.match("attended by chad").lastindex - 1]
    'after'
    """
    phrases = _phrases()[first][following]
    patterns = [r",?\s".join(_in_phrase(word, phrase) for word in phrase.split()) for phrase, _ in phrases]
    return re.compile("(?:" + "|".join(f"({pattern})" for pattern in patterns) + r")(?!\w)"), [
        side for _, side in phrases
    ]


@cache
def _phrases() -> dict[str, dict[str, list[tuple[str, str]]]]:
    """Return the phrases, the longest first, and on which side their list stands, by their first word.

    Then by the first letters of the second; under the empty string are those where any word, or none, may follow.
    """
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for row in sorted(reference.words("attendance").itertuples(), key=lambda row: -len(row.phrase)):
        phrase = " ".join(word if word in _wild() else fold_name(word) for word in row.phrase.split())
        is_open = phrase.split()[1:2] in ([], *([sign] for sign in _wild()))
        second = "" if is_open else WORD.findall(phrase)[1][:_TOLD_BY]
        after = found.setdefault(WORD.match(phrase)[0], {"": []})
        for letters in after if is_open else [second]:
            after.setdefault(letters, [*after[""]]).append((phrase, row.side))
    return found


_TOLD_BY = 2
"""So many letters of its second word tell a phrase from most others."""


@cache
def _wild() -> dict[str, str]:
    """Return what the signs in a phrase stand for: up to nine words, up to three, a date."""
    months = "|".join(month.lower() for month in reference.words("months")["name"])
    day = rf"(?:\d[\w./-]*|{months})"
    return {
        "…": r"(?:[^\s;]++\s){0,8}?[^\s;]++",
        "_": r"(?:[^\s;]++\s){0,2}?[^\s;]++",
        "~": rf"(?:(?:on|from|and|to|until|{day}),?\s){{0,8}}{day}",
    }


def _in_phrase(word: str, phrase: str) -> str:
    """Return the pattern of a word of a phrase; what lies before "by" does not hold another "by"."""
    wild = _wild().get(word, "")
    if phrase.endswith(" by"):
        wild = wild.replace("[^", r"(?!by\s)[^")
    return wild or re.escape(word)


# --- what is only wished ------------------------------------------------------------------------------------------


def is_only_wished(match: re.Match[str], begin: int) -> bool:
    """Tell whether the attendance is denied, future or wished for ("was not", "will attend", "invited to attend").

    Parameters
    ----------
    match : re.Match
        A phrase in a text in small letters.
    begin : int
        Where its sentence begins.

    Returns
    -------
    bool
        True also if the phrase is about another meeting, or about none.

    Examples
    --------
    >>> is_only_wished(re.search("attended", "chad attended"), 0)
    False
    >>> is_only_wished(re.search("attended", "chad has not attended"), 0)
    True
    """
    before = match.string[max(begin, match.start() - 40) : match.start()].split(",")[-1]
    if (
        match.group() in _PERFECT
        and match.string.endswith((", which hosted", ", which chaired"), begin, match.end())
        and _THANKS.search(match.string, max(begin, match.start() - 200), match.start())
    ):
        return True  # "welcomed the forum of Peru, which hosted …"
    if match.group() in _PERFECT and _HAD.search(before):
        return True  # at another meeting
    if match.string.startswith(" of ", match.end()) and match.group().endswith(" part"):
        return True  # "took part of the proposal into account"
    if match.string.startswith(" to ", match.end()) and match.group() in {"attended", "attend"}:
        return True  # "attended to the wounded"
    if match.group() == "convened" and _THEIR_OWN.match(match.string, match.end()):
        return True  # "convened their parliaments"
    if match.group().startswith("brought together") and before.endswith("had "):
        return True  # at another meeting
    if match.group().startswith(("served", "acted", "chaired", "hosted")) and _HAS.search(before):
        return True  # "has served as chair since May"
    if match.group().startswith(("with ", *_INVITATIONS)) and _TO_BE_HELD.search(
        match.string, max(begin, match.start() - 200), match.start()
    ):
        return True
    if match.group().endswith((" between", " among", "hosted by", "participation of")) or match.group().startswith(
        ("meeting of", "summit of")
    ):
        since = max(begin, match.start() - 200)
        if _ABOUT_OTHERS.search(match.string, since, match.start()):
            return True
        if match.group() == "hosted by" and _NO_MEETING.search(
            match.string, max(since, match.start() - 60), match.start()
        ):
            return True  # "a platform hosted by"
    if (
        _BY_OTHERS.search(match.group())
        and not _WAS.search(before)
        and _ABOUT_OTHERS.search(match.string, max(begin, match.start() - 200), match.start())
    ):
        return True  # "welcomed the Conference on Water, chaired by Peru"
    if match.group().endswith(" by") and _TO_BE_DONE_AND.search(
        match.string, max(begin, match.start() - 100), match.start()
    ):
        return True  # "to be hosted by Peru and chaired by Chile"
    if match.group().endswith(" by") and _HAD_BEEN_OR_IS.search(before):
        return True  # at another meeting; "is led by": a state of affairs, no meeting
    return _WISHED.search(before) is not None or _NOT.search(match.group()) is not None


_HAS = re.compile(r"\b(?:has|have) $")
_HAD = re.compile(r"\bhad(?: also| already| previously| earlier)? $")
_WAS = re.compile(r"\b(?:was|were|and|it) (?:also |both )?$")
_HAD_BEEN_OR_IS = re.compile(r"\b(?:had been|is|are|being) $")
_WISHED = re.compile(
    r"\b(?:not|never|will|would|may|might|could|should|shall|cannot|unable to|declined to|invited to|to)"
    r"(?: also)?(?: be| have| have been)?(?: \w+ly)? $"
)
_NOT = re.compile(r"\bnot\b")
_PERFECT = {"taken part", "attended", "participated", "chaired", "hosted", "visited"}
_THANKS = re.compile(r"\b(?:appreciat|thank|grat|welcom|commend|prais|support|congratulat)")
_INVITATIONS = ("at the invitation ", "at the joint ", "at the kind ", "at the personal ", "at the official ")
_TO_BE_HELD = re.compile(
    r"\b(?:will|would|shall|should|is to|are to) (?:be (?:held|hosted|convened|organized|chaired)"
    r"|take place|meet|convene|host)\b(?![^;]*;)"
)
_TO_BE_DONE_AND = re.compile(r"\b(?:will|to|would|shall|should) be [a-z-]+ by [^,;]{1,60} and $")
_THEIR_OWN = re.compile(
    r" (?:its|their|his|her|the) (?:[\w-]+ ){0,2}?(?:parliaments?|cabinets?|assembl(?:y|ies)|governments?|courts?"
    r"|congress(?:es)?|legislatures?|senates?|ambassadors?|armies|troops)\b"
)
_ABOUT_OTHERS = re.compile(
    r"\b(?:support|advocat|call(?:s|ed|ing)? (?:for|upon)|urg(?:e|ing)|encourag|welcom|hope|importan|resum"
    r"|facilitat(?!ed by)|promot|not(?:e|es|ed|ing)\b|commend|mediat|in favor of|recall|propos"
    r"|preceded|role in|about the|hosting the|results? of|outcomes? of)"
)
"""What is said of a meeting of others."""
_BY_OTHERS = re.compile(r"^(?:co-)?(?:chaired|hosted|opened|convened|attended|presided over|led|headed) by$")
_NO_MEETING = re.compile(
    r"\b(?:programs?|projects?|platforms?|centers?|initiatives?|networks?|funds?|secretariat|websites?|databases?"
    r"|refugees|bases?|forces|troops)\b"
)
