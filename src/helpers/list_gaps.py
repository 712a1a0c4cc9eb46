"""The gaps in a list: what may stand between two of its names, and leaves them in one list.

Most of it is small change ("and", "as well as the delegation of"), its words in ``data/words/list_words.csv``. The
rest is told by patterns: the name of a person, what somebody came as, a remark about one of those who came.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from helpers import reference
from helpers.folding import fold_name


def is_gap_in_list(page: str, start: int, end: int, *, before_verb: bool) -> bool:
    """Tell whether nothing but the small change of lists stands between two names.

    Parameters
    ----------
    page : str
        The folded text.
    start, end : int
        Where one name ends and the other begins.
    before_verb : bool
        Whether the gap lies between the last name and its verb: more may stand there ("did", "actively").

    Returns
    -------
    bool
        False if a sentence ends there, or a word stands there that is no part of a list.

    Examples
    --------
    >>> is_gap_in_list("Chad and the delegation of Peru", 4, 27, before_verb=False)
    True
    >>> is_gap_in_list("Chad thanked Peru", 4, 13, before_verb=False)
    False
    """
    word = _GAP_BEGINS.match(page, start, end)
    if word and not (_is_list_word(word[1]) or (before_verb and _goes_before_verb(word[1]))):
        return False  # most gaps are told by their first word
    return _is_small_change(page[start:end], before_verb=before_verb)


@lru_cache(maxsize=10_000)
def _is_small_change(gap: str, *, before_verb: bool) -> bool:
    """Tell whether what stands between two names leaves them in one list; ", " and " and " come again and again."""
    gap = _ITEM.sub("", gap)
    gap = _OWNED.sub(" ", gap)
    if _INVITED.search(gap):
        return False
    gap = _LINKED.sub(r"\g<rest> ", _OF_AN_OFFICE.sub(" ", _IN_WHAT_CAPACITY.sub(" ", gap)))
    gap = _NAME_FOR.sub(" ", _GROUP_OF.sub("", _ON_THE_SIDE_OF.sub(" ", gap)))
    gap = _OFFICE_OF.sub(" ", _AND_BY.sub(" ", gap))
    gap = gap.replace("states at the", "states of the")  # "the observer states at the SCO"
    gap = _REMARK.sub(" ", _FOR_WHOM.sub(r"\1 ", _PORTFOLIO.sub(r"\1 ", gap)))
    for match in _GAP_WORD.finditer(gap):
        word = match.group()
        if word != word.lower() or _is_list_word(word):  # "el-Sadat" is a name, too
            if word == "on" and not gap.startswith(" behalf", match.end()):
                return False  # "a statement by Peru on Chile"
            continue  # a person's name, or "as well as the representatives of"
        if not before_verb or not _goes_before_verb(word.lower()):
            return False
    return not _SENTENCE_END.search(_WITH_PERIOD.sub("", gap))


_GAP_BEGINS = re.compile(
    r"[ ,;]*(?!wh|(?:for|from|that|those|on|to|with|in|states|represent(?:ing|ed)|accompanied|speaking)\b)"
    r"([a-z]{2,}(?:[-'][a-z]+)*)(?= )"
)
_GAP_WORD = re.compile(r"[^\W\d_]+(?:[-'.][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)")
_WITH_PERIOD = re.compile(r"\b(?:[A-Z][a-z]?|Jr|Sr|Mrs|Amb|Gen|Col|Prof|Hon|H\.R\.H|H\.[EM])\.")
_ITEM = re.compile(r"(?:^|(?<=[\s;]))(?:\d{1,2}|[a-z])[.)](?=\s|$)")
_FOR_WHOM = re.compile(r"(^|[;,:\n-])( and,?| while)? ?(?:for|from|(?<=[;,] )on|(?:that|those) of) (?=(?:the )?$)")
"""What leads to those for whom somebody speaks: "; for Norway, a state secretary", ", that of Chad by …"."""
_NAME_FOR = re.compile(
    r"(?:(?<=[,;] )(?:and )?|(?<=^ and ))(?:[A-Z][\w.'-]* ){1,6}(?:for|that of|those of) (?=(?:the )?$)"
)
"""Who acts for whom: ", Ana Ruiz for Chile"."""
_OF_AN_OFFICE = re.compile(r"^ \([A-Z]{2,8}\) of (?=(?:the )?$)")
"""What stands in an office behind its abbreviation: "President of the Transitional Government (TG) of Chad"."""
_IN_WHAT_CAPACITY = re.compile(
    r"(?<=,) and, as (?:special )?(?:guests|observers|invitees)(?: of [a-z ]{1,40})?, "
    r"| with the (?:rank|status) of (?:[A-Z]\w* ?){1,4}(?=[,;]|$)|^ to (?:the )?[A-Z][\w'-]+(?=[ ,;])"
    r"|^ in (?:Europe|Asia|Africa|the Americas|the Pacific)(?=[,;])"
    r"|, as (?:the )?head of a (?:state|country|delegation)[^,;.]{0,60},"
)
"""In what rank, or where, somebody serves, and as what he came: ", and, as guests of the host country,"."""
_LINKED = re.compile(
    r"(?<=[A-Z])(?P<rest>[\w.'-]*) (?:(?:of|for|and|on)(?: the)? (?=[A-Z])"
    r"|in (?=(?:Europe|Asia|Africa|the Americas|the Pacific)\b))"
)
"""What links the words of a name that no table knows: "Organization of Security and Cooperation in Europe"."""
_OFFICE_OF = re.compile(
    r"(?<!\S)(?:the )?(?:heads|ministers|directors|chiefs|presidents|leaders|representatives|chairs|chairmen"
    r"|secretaries|commissioners|rectors|experts|officials|governors)"
    r"(?: (?!(?:who|which|that|to|on|in|about|with|is|was|were|are|has|had|have)\b)[a-z-]+(?<!ed)){0,6}?"
    r" (?:of|from) (?=(?:the )?$)"
    r"|(?<=, )(?:first |deputy |prime )*(?:minister|secretary|president|ambassador|director|adviser|commissioner)"
    r"(?: (?:of|for) [a-z]+(?: and [a-z]+)?)?(?: [a-z]+)? (?:of|in) (?=(?:the )?$)"
)
"""What leads to a name, whatever is headed: "the heads of the supreme audit institutions of"."""
_AND_BY = re.compile(
    r",? (?:and (?:at|in|on|for|as|later|then)|(?:and )?the)(?: [a-z-]+){0,3} by (?=(?:the )?(?:[A-Z]|$))"
)
_ON_THE_SIDE_OF = re.compile(
    r",?(?: and)?,? on the (?:side|part) of (?:(?:the )?[A-Z][^,;.]{1,60}, by (?:the )?|(?:the )?$)"
)
"""What leads to those of another side: "and, on the side of the Community, by the ministers of"."""
_GROUP_OF = re.compile(r"\b(?!non-)[a-z]+-[a-z]+ (?=(?:countries|states|nations|economies)\b)")
"""What a group of states has in common: "minerals-rich"."""
_INVITED = re.compile(r"\binvited (?:his|her|its|their|the)\b|^ (?:chairs|hosts) the ")
_OWNED = re.compile(
    r"^'s?(?= )(?! (?:[\w-]+ )?(?:partners?|members?|friends|observers?|states|countries|counterparts?|colleagues"
    r"|guests|neighbors|others|side)\b)"
)
"""What makes a delegate of a name: "Peru's foreign minister"."""
_PORTFOLIO = re.compile(
    r"\b((?:Minister|Secretary|Representative|Commissioner|Envoy|Adviser|Advisor|Director|Coordinator|State)s?) for "
    r"(?:the )?(?=[A-Z])"
)
"""An office whose state stands behind a comma: "Minister for Foreign Affairs, Fiji"."""
RELATED = r", an? (?:[a-z-]+ )?(?:neighbor|ally|friend|rival|partner|supporter|province|part) of (?:the )?"
"""What a state is to another, behind its name: ", a neighbor of"."""
_REMARK = re.compile(
    r"\([^()]{0,80}\)|, (?:representing|represented by|accompanied by|speaking for) [^,;.]{1,80},"
    r"|, wh(?:o|ich|ose) [^,;.]{1,200},|^,? wh(?:o|ich|ose) [^,;.]{1,200},"
    rf"|{RELATED}[A-Z][^,;.]{{1,40}},"
)
"""What a list may say of one of its names: "(by video link)", ", who chaired the session,"."""

_BEFORE_VERB = {
    "also",
    "have",
    "has",
    "had",
    "do",
    "does",
    "did",
    "all",
    "each",
    "that",
    "as",
    "well",
    "who",
    "which",
    "then",
    "today",
}
_NO_ADVERBS = {"ally", "assembly", "family", "supply"}


def _goes_before_verb(word: str) -> bool:
    """Tell whether a word may stand between a list and its verb: "did", "actively" (what denies is found elsewhere)."""
    return word in _BEFORE_VERB or (word.endswith("ly") and word not in _NO_ADVERBS)


def _is_list_word(word: str) -> bool:
    """Tell whether a word stands in lists; "thirty-six" does if "thirty" and "six" do."""
    return word in list_words() or ("-" in word and all(part in list_words() for part in word.split("-")))


@cache
def list_words() -> frozenset[str]:
    """Return the words that stand in lists beside its names.

    Returns
    -------
    frozenset of str
        In small letters.

    Examples
    --------
    >>> "delegation" in list_words(), "thanked" in list_words()
    (True, False)
    """
    return frozenset(map(fold_name, reference.words("list_words")["word"]))
