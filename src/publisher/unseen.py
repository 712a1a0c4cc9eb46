"""Inputs that `check` does not show: exercises that ask for a function are graded on them, too.

They stand here and not with the exercises, because learners install those. Each input keeps to what the lesson says of
the task, so a function that does the task passes; one in which the shown results were typed in does not. What should
come out stands nowhere: the exercise's own function says it. A teacher who wants others writes them into the hidden
part of the graded cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_TEMP = {"status": "observer", "from_date": "1994-03-01", "to_date": "1999-11-20"}
_FULL = {"status": "member", "from_date": "1999-11-20", "to_date": "2008-02-29"}
_PARTNER = {"status": "dialogue_partner", "from_date": "2011-07-15", "to_date": ""}
_STATES = [
    {"iso3": "KEN", "status": "member", "from_date": "1998-06-01", "to_date": "2012-10-10"},
    {"iso3": "GHA", "status": "member", "from_date": "2003-01-15", "to_date": ""},
    {"iso3": "MLI", "status": "observer", "from_date": "1998-06-01", "to_date": "2004-09-09"},
    {"iso3": "MLI", "status": "member", "from_date": "2004-09-09", "to_date": ""},
]
_WORDS = ["water", "fish", "water", "port"]
_TEXTS = [_WORDS, ["port", "ship"], ["ship", "coal", "coal"], ["water"]]

_ATTENDED = [
    {"document": "x", "date": "1998-06-01", "name": "Kenya"},
    {"document": "x", "date": "1998-06-01", "name": "Ghana"},
    {"document": "y", "date": "1998-06-01", "name": "Ghana"},
    {"document": "y", "date": "1998-06-01", "name": "Mali"},
    {"document": "z", "date": "2003-01-15", "name": "Mali"},
    {"document": "z", "date": "2003-01-15", "name": "Kenya"},
    {"document": "z", "date": "2003-01-15", "name": "Ghana"},
]
_CODED = [
    {"date": f"{year}-04-0{day}", "fishing": day % 3 == 1, "ports": year == 1998}
    for year, days in ((1998, 5), (2003, 2), (2008, 8))
    for day in range(1, days + 1)
]

UNSEEN: Mapping[str, Sequence[tuple[Any, ...]]] = {
    "3.2": [(["Oman", "Papua New Guinea", "Kuwait"],), (["Fiji"],), (["WHO", "UNESCO", "OECD"],)],
    "3.3": [
        ("Niger and Nigeria, Nigeria and Niger", "Niger"),
        ("Omani ships left Oman; Oman agreed.", "Oman"),
        ("The ILO met.", "IMO"),
    ],
    "3.5": [("World Health Organization",), ("International Atomic Energy Agency",), ("the port of Aden",)],
    "3.6": [(12, 20, 16), (1, 9, 7), (0, 4, 6), (8, 8, 8)],
    "3.7": [("3 March 1998",), ("31 October 2021",), ("1999",), ("9 July 2016",)],
    "4.3": [
        ([_TEMP, _FULL, _PARTNER], "1999-11-20"),
        ([_PARTNER, _TEMP, _FULL], "1999-11-19"),
        ([_TEMP, _FULL, _PARTNER], "2010-05-05"),
        ([_FULL, _TEMP, _PARTNER], "2012-12-12"),
    ],
    "4.4": [
        ("Kenya, Ghana, Togo and Malta took part.",),
        ("The Netherlands and the Maldives took part in the second round.",),
        ("Laputa took part.",),
        ("Malta, Togo, and the Republic of Kenya took part.",),
    ],
    "4.6": [(["observer", "observer", "member", "partner", "partner", "partner"],), (["guest", "member", "guest"],)],
    "5.3": [
        ("fish*", "fishery"),
        ("fish", "fishery"),
        ("Port", "PORT"),
        ("coast*", "coast"),
        ("art*", "party"),
        ("sea*", "sand"),
    ],
    "5.4": [({2, 4, 6, 8}, {4, 8, 9}), ({3}, {1, 2, 3, 4, 5}), ({11, 12}, {11, 12}), ({7}, {8}), ({7}, set())],
    "5.6": [("water", _WORDS, _TEXTS), ("fish", _WORDS, _TEXTS), ("ship", _WORDS, _TEXTS), ("coal", _TEXTS[2], _TEXTS)],
    "6.2": [
        ([(21, "unspecified"), (22, "organization"), (23, "most"), (24, "all"), (25, "most")],),
        ([(8, "all"), (3, "all")],),
        ([(5, "unspecified"), (4, "unspecified")],),
    ],
    "6.3": [
        ("Most parties to the treaty",),
        ("A majority of those present",),
        ("Many participants",),
        ("All the participants of the round table",),
        ("The chair",),
        ("Almost all who came",),
    ],
    "6.4": [
        ("Kenya and Ghana agreed. Ghana signed.", "Ghana"),
        ("Kenya and Ghana agreed.", "agreed."),
        ("Kenya agreed.", "Malta"),
        ("Kenya agreed.", "Kenya"),
    ],
    "7.3": [(2, 5, 3), (7, 0, 1), (0, 6, 0), (4, 4, 8)],
    "7.4": [
        ("The ports\nstay open.", ["ports stay open", "ports are open", "The ports"]),
        ("Fishing is  free in the bay.", ["is free", "in  the bay", "In the bay"]),
        ("Kenya signed.", ["Ghana signed", "signed"]),
    ],
    "7.5": [
        (_STATES, "2004-09-09", {"GHA", "TGO"}),
        (_STATES, "2012-10-10", {"MLI"}),
        (_STATES, "2001-01-01", set()),
        (_STATES, "2004-09-08", {"KEN", "GHA", "MLI"}),
    ],
    "8.1": [
        (
            {
                "ports.txt": b"The ports stay open.",
                "old.txt": "Mitteilung über Häfen".encode("cp1252"),
                "end.txt": b"End.",
            },
        ),
        ({"all.txt": "Häfen".encode(), "none.txt": b"\xfe\xfe"},),
    ],
    "8.2": [(_ATTENDED, "Kenya", "Ghana"), (_ATTENDED, "Mali", "Kenya"), (_ATTENDED[:4], "Mali", "Kenya")],
    "8.3": [(_CODED, "fishing", 3), (_CODED, "ports", 2), (_CODED, "fishing", 9)],
}
"""Exercise to inputs, each a tuple of arguments."""
