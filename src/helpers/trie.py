"""Many names in one regular expression, folded so that common beginnings stand once."""

from __future__ import annotations

import re
from collections.abc import Iterable


def trie(names: Iterable[str]) -> str:
    """Fold names into one pattern in which common beginnings stand once and the longest name wins.

    Parameters
    ----------
    names : iterable of str
        The names; none is empty.

    Returns
    -------
    str
        A regular expression without groups that capture.

    Examples
    --------
    >>> trie(["UN", "UNDP", "UNODC"])
    'UN(?:DP|ODC)?'
    """
    root: dict[str, dict] = {}
    for name in names:
        node = root
        for character in name:
            node = node.setdefault(character, {})
        node[""] = {}
    return _branch(root)


def _branch(node: dict[str, dict]) -> str:
    optional = "" in node
    choices = []
    for character, below in sorted(node.items()):
        if character:
            tail = re.escape(character)
            while len(below) == 1 and "" not in below:  # a stretch without a fork needs no nesting
                (character, below), *_ = below.items()
                tail += re.escape(character)
            choices.append(tail + (_branch(below) if any(below) else ""))
    if not choices:
        return ""
    body = choices[0] if len(choices) == 1 else "|".join(choices)
    if optional:
        return f"(?:{body})?"
    return body if len(choices) == 1 else f"(?:{body})"
