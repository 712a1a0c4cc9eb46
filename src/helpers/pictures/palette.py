"""The colors of the course in one place: a mark has a background, a text color, a border and a line style.

Every text color keeps a contrast of at least 4.5:1 on its own background, so a mark reads alike on a light and a dark
page; line styles differ where colors are close, and nothing is said by color alone: a mark always shows its label.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Ink(NamedTuple):
    """How one kind of thing is marked: three colors as #rrggbb and the style of the border."""

    background: str
    text: str
    border: str
    line: str


BLUE = ("#cfe4fa", "#0b3a66", "#2472ba")
ORANGE = ("#fde2b4", "#5c3800", "#b86e00")
GREEN = ("#d6edd0", "#1c4a18", "#38843a")
PURPLE = ("#e9dcf6", "#47226d", "#8450b4")
GRAY = ("#e4e7eb", "#2b3641", "#66727f")
PINK = ("#fbd8e5", "#6b1137", "#bd3f75")
TEAL = ("#c8eeeb", "#084745", "#0e827d")
YELLOW = ("#f6f0a8", "#4a4300", "#8d8200")
BROWN = ("#ecdccf", "#4d2c16", "#946142")

ENTITIES: dict[str, Ink] = {
    "STATE": Ink(*BLUE, "solid"),
    "IGO": Ink(*ORANGE, "dashed"),
    "GOV": Ink(*GREEN, "dotted"),
    "POST": Ink(*PURPLE, "double"),
    "DATE": Ink(*GRAY, "solid"),
    "DOC": Ink(*PINK, "dashed"),
    "INITIATIVE": Ink(*TEAL, "dotted"),
}
CATEGORIES: dict[str, Ink] = {
    "member": Ink(*BLUE, "solid"),
    "observer": Ink(*ORANGE, "dashed"),
    "dialogue_partner": Ink(*GREEN, "dotted"),
    "partner": Ink(*YELLOW, "double"),
    "organ": Ink(*PURPLE, "solid"),
    "un_system": Ink(*TEAL, "dashed"),
    "other_organization": Ink(*PINK, "dotted"),
    "other_state": Ink(*GRAY, "double"),
}
STATUSES: dict[str, Ink] = {name: CATEGORIES[name] for name in ("member", "observer", "dialogue_partner", "partner")}
KINDS: dict[str, Ink] = {
    "state": Ink(*BLUE, "solid"),
    "organization": Ink(*ORANGE, "dashed"),
    "official": Ink(*PURPLE, "double"),
}
CONSENSUS: dict[str, Ink] = {
    "all": Ink(*BLUE, "solid"),
    "most": Ink(*TEAL, "dashed"),
    "unspecified": Ink(*GRAY, "dotted"),
    "organization": Ink(*PURPLE, "double"),
}
THEMES: dict[str, Ink] = {
    "terrorism_extremism": Ink(*PINK, "solid"),
    "drugs": Ink(*GREEN, "dashed"),
    "crime_cyber": Ink(*GRAY, "dotted"),
    "afghan_security": Ink(*BLUE, "double"),
    "afghan_reconciliation": Ink(*TEAL, "solid"),
    "regional_cooperation": Ink(*YELLOW, "dashed"),
    "un_role": Ink(*PURPLE, "dotted"),
    "economy_culture": Ink(*ORANGE, "double"),
    "meeting_protocol": Ink(*BROWN, "solid"),
}
OUTCOMES: dict[str, Ink] = {
    "agrees": Ink(*BLUE, "solid"),
    "label differs": Ink(*YELLOW, "double"),
    "boundary differs": Ink(*ORANGE, "dashed"),
    "missed": Ink(*PINK, "dotted"),
    "extra": Ink(*PURPLE, "dotted"),
}
PLAIN = Ink(*YELLOW, "solid")
OTHERS = [
    Ink(*color, line)
    for line in ("solid", "dashed", "dotted", "double")
    for color in (BLUE, ORANGE, TEAL, PINK, YELLOW, PURPLE, GREEN, GRAY, BROWN)
]

TEXT = "#1b2430"
SOFT = "#566270"
GRID = "#d5dae0"
PAPER = "#ffffff"
STRONG = "#1f5f9e"
ALERT = "#b3261e"
NAMED: dict[str, Ink] = {**ENTITIES, **CATEGORIES, **CONSENSUS, **KINDS, **THEMES}


def inks(labels: Iterable[str]) -> dict[str, Ink]:
    """Give each label its ink: the course's own labels always the same one, other labels the next free one.

    Parameters
    ----------
    labels
        Labels in the order in which they should get a color; repetitions do no harm.

    Returns
    -------
    dict
        One `Ink` for each label.

    Examples
    --------
    >>> given = inks(["STATE", "my label"])
    >>> given["STATE"] == ENTITIES["STATE"], given["my label"] != given["STATE"]
    (True, True)
    """
    wanted = list(dict.fromkeys(labels))
    taken = {NAMED[label] for label in wanted if label in NAMED}
    free = [ink for ink in OTHERS if ink not in taken]
    given: dict[str, Ink] = {}
    for label in wanted:
        if label in NAMED:
            given[label] = NAMED[label]
        else:
            given[label] = free[sum(name not in NAMED for name in given) % len(free)]
    return given


def contrast(first: str, second: str) -> float:
    """Tell the contrast of two colors by the formula of the Web Content Accessibility Guidelines: 1 to 21.

    Examples
    --------
    >>> round(contrast("#000000", "#ffffff"))
    21

    References
    ----------
    Web Content Accessibility Guidelines 2.2, "contrast ratio" and "relative luminance".
    """

    def luminance(color: str) -> float:
        parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
