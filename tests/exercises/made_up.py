"""Things that several test files need: made-up exercises, objects that must not be touched, a look at HTML."""

from __future__ import annotations

from html.parser import HTMLParser

from helpers.exercises.engine import (
    Case,
    Exercise,
    Mistake,
    either,
    function_cases,
    judged_by,
    same_list,
    same_number,
    same_set,
)

TEXT = "The title of it\n\nIndia and Mongolia met in Ulaanbaatar. They spoke of water.\nThe next meeting is open."
HINTS = ("What is the idea?", "What is the method?", "What is the line?")


class Touched(BaseException):
    """Somebody called a method of an object that is not ours. Not an Exception, so that nobody swallows it."""


class _TouchyMeta(type):
    def __eq__(cls, other):
        raise Touched("==")

    def __hash__(cls):
        raise Touched("hash")

    def __instancecheck__(cls, other):
        raise Touched("isinstance")


class Hostile:
    """Raises at every touch."""

    def _touched(self, *args, **kwargs):
        raise Touched

    __eq__ = __ne__ = __lt__ = __hash__ = __bool__ = __len__ = __iter__ = __next__ = __repr__ = __str__ = _touched
    __getattr__ = __getitem__ = __contains__ = __call__ = __format__ = __array__ = __float__ = __int__ = _touched
    __index__ = __dir__ = __reduce__ = __copy__ = __deepcopy__ = _repr_html_ = __sizeof__ = _touched

    @property
    def __class__(self):
        raise Touched

    def __getattribute__(self, name):
        raise Touched(name)


class HostileClass(metaclass=_TouchyMeta):
    """Its class is hostile, too."""


class HostileList(list):
    """Looks like a list."""

    def __iter__(self):
        raise Touched

    __eq__ = __len__ = __getitem__ = __repr__ = __bool__ = __contains__ = __iter__
    __hash__ = None


class HostileString(str):
    """Looks like a string."""

    def __eq__(self, other):
        raise Touched

    __hash__ = __len__ = __getitem__ = __repr__ = __str__ = strip = casefold = __eq__


class HostileNumber(int):
    """Looks like a number."""

    def __eq__(self, other):
        raise Touched

    __hash__ = __lt__ = __repr__ = __str__ = __float__ = __index__ = bit_length = __eq__


class HostileDict(dict):
    """Looks like a dict."""

    def items(self):
        raise Touched

    __iter__ = __len__ = __getitem__ = __repr__ = keys = values = items


def hostile_objects() -> list[object]:
    """Make one of each."""
    made = [Hostile(), HostileClass(), HostileList([1]), HostileString("x"), HostileNumber(3), HostileDict(a=1)]
    return [*made, Hostile, HostileClass]


def exercise(number: int, **changes: object) -> Exercise:
    """Make an exercise of lesson 99."""
    given: dict[str, object] = {
        "id": f"99.{number}",
        "title": f"Number {number}",
        "level": "guided",
        "points": 2,
        "stub": "thing = ...",
        "hints": HINTS,
        "success": "Well done.",
    }
    return Exercise(**(given | changes))  # type: ignore[arg-type]


def words(text: str) -> set[str]:
    """Return the capitalized words, a made-up task."""
    return {word.strip(".") for word in text.split() if word[0].isupper()}


SET = exercise(
    1,
    stub="names = ...",
    answers=words,
    check=same_set(),
    expects="a set of words",
    mistakes=[
        Mistake(lambda text: text.split(), "Those are all words. Which begin with a capital?"),
        Mistake(lambda text: sorted(words(text)) * 2, lambda answer: f"All {len(answer)} of them, twice each?"),
        Mistake({"India"}, "Only India?", when=lambda answer: "India" in answer and len(answer) < 3),
        Mistake(lambda text: text.split, "Brackets?"),
    ],
)
NUMBER = exercise(2, answers=len, check=same_number(), stub="size = ...")
SHARE = exercise(3, answers=lambda text: 2 / 3, stub="share = ...")
TWO = exercise(4, answers=lambda text: either(17, 18))
OPEN = exercise(
    5,
    answers=lambda text: text[:5],
    check=judged_by(lambda answer, text: "" if answer in text else "That does not stand in the text."),
)
FUNCTION = exercise(
    6,
    stub="def longest_first(names):\n    ...",
    answers=lambda names: sorted(names, key=len, reverse=True),
    check=function_cases(
        [Case(["UN", "UNODC"]), Case([]), Case(["a", "bb", "ccc"], gives=["ccc", "bb", "a"])],
        compare=same_list(),
        limit=0.3,
    ),
    mistakes=[
        Mistake(lambda names: sorted(names, key=len), "The shortest comes first."),
        Mistake(lambda names: sorted(names)[0], lambda answer: f"Only {answer!r}?"),
    ],
)
TABLE = exercise(
    7,
    stub="table = ...",
    answers=lambda text: {"name": ["India", "Mongolia"], "n": [1, 2]},
)
ALL = {one.id: one for one in (SET, NUMBER, SHARE, TWO, OPEN, FUNCTION, TABLE)}


class _Balanced(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        if tag == "br":
            self.text += "\n"
        else:
            self.open.append(tag)
        for name, _ in attrs:
            assert name in ("style", "scope", "lang", "role", "colspan"), name

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def read_html(html: str) -> str:
    """Return the text of HTML whose tags are few and balanced."""
    parser = _Balanced()
    parser.feed(html)
    parser.close()
    assert not parser.open
    known = {
        "br",
        "div",
        "span",
        "strong",
        "code",
        "pre",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "p",
        "details",
    }
    assert parser.tags <= known | {"summary"}
    return parser.text
