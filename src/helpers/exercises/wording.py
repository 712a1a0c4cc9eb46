"""What is said about a wrong answer: what everybody may get wrong, and words that all comparators share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.exercises.plain import Node, Plain, article, count, describe, has, kinds_in, show
from helpers.exercises.reading import NUMBERS, Reading

CONTAINERS = ("sequence", "set", "mapping", "table", "spans")

WANTED = {
    "number": "a number",
    "text": "a string",
    "truth": "True or False",
    "date": "a date",
    "sequence": "a list",
    "set": "a set",
    "mapping": "a dict",
    "table": "a table",
    "spans": "a list of spans, each with start and end",
    "nothing": "`None`",
}
"""The kinds of things that an exercise can ask for, and what they are called where its author does not say."""


@dataclass(frozen=True)
class Scene:
    """What a message may speak about.

    Attributes
    ----------
    name : str
        The learner's variable, as in `words`.
    expects : str
        What was wanted, in a few words: "a set of characters".
    text : str
        The text that the exercise is about; says where to look.
    """

    name: str = "answer"
    expects: str = ""
    text: str = ""


def misfit(answer: Plain, wants: str, scene: Scene) -> str:
    """Say what is wrong with an answer that is not even of the wanted kind; empty if nothing is known to be wrong.

    Parameters
    ----------
    answer : Plain
        The frozen copy of the answer.
    wants : str
        A key of `WANTED`, or "" for anything.
    scene : Scene
        Names for the message.

    Returns
    -------
    str
        One to three sentences, or "".

    Examples
    --------
    >>> from helpers.exercises.plain import plain
    >>> misfit(plain("abc".split), "sequence", Scene("words"))
    '`words` is the method `split` itself, not what it gives. Add the brackets: `.split()`.'
    """
    name, expects = f"`{scene.name}`", scene.expects or WANTED.get(wants, "something else")
    if has(answer, "undone"):
        return f"There is still a `...` inside {name}. What belongs in its place?"
    if answer is None:
        return (
            f"{name} is `None`, that is, nothing. Did you print a result instead of storing it? Or did you store what "
            "a method like `.sort()` or `.append()` gives back? Those change the list itself and give back `None`."
        )
    if type(answer) is bytes and wants != "bytes":
        return f"{name} holds bytes, the raw file. What turns bytes into text? Think of `.decode()`."
    unreadable = _unreadable(answer, name, expects) if type(answer) is Node else ""
    if unreadable:
        return unreadable
    if wants in CONTAINERS:
        return _not_a_container(answer, wants, name, expects)
    if type(answer) is Node and answer.kind in CONTAINERS and wants in WANTED and wants != "nothing":
        return _not_single(answer, wants, name, expects)
    return _other_value(answer, wants, name, expects)


def _unreadable(answer: Node, name: str, expects: str) -> str:
    """Say what is wrong with something that can not be read, or with what is in it."""
    first = answer.labels[0] if answer.labels else ""
    whole = {
        "method": f"is the method `{first}` itself, not what it gives. Add the brackets: `.{first}()`.",
        "function": f"is the function `{first}` itself, not what it gives. Call it: its name, then brackets, and in "
        "them what it works on.",
        "class": f"is `{first}`, a type. Call it to make one: `{first}(...)`.",
        "iterator": f"is {describe(answer)}: a promise of things that can be read only once, so I did not touch it. "
        "Wrap it in `list()`.",
        "file": "is the open file, not what is written in it. Which method reads it?",
        "match": "is a match. `.group()` gives the text that was found, `.start()` and `.end()` its place.",
        "group": "is a table sorted into groups that wait. What do you want to know of each: `.size()`, `.sum()`?",
        "endless": f"contains itself, so it has no end. I expected {expects}. Did you append a list to itself?",
        "large": f"is {describe(answer)}: so large that I stopped reading. I expected {expects}. "
        "Does a loop go round too often?",
        "other": f"is {describe(answer)}, which I can not compare. I expected {expects}.",
    }
    if answer.kind == "other" and describe(answer) == "a Box":  # our own widgets, helpers.widgets.box
        return f"{name} is the page that you mark, not the table of your marks. Write `.value` behind the page's name."
    if answer.kind in whole:
        return f"{name} {whole[answer.kind]}"
    inside = {
        "endless": "contains itself somewhere inside, so it has no end.",
        "iterator": "holds a promise of things that can be read only once. Wrap each of these in `list()`.",
        "method": "holds a method, not what it gives. Where are brackets missing?",
        "function": "holds a function, not what it gives. Where are brackets missing?",
        "class": "holds a type, not a thing of that type. Where are brackets missing?",
        "match": "holds matches. `.group()` of each gives the text that was found, `.start()` and `.end()` its place.",
        "other": f"holds things that I can not compare. I expected {expects}.",
        "file": f"holds an open file. I expected {expects}.",
        "group": f"holds groups of a table. I expected {expects}.",
    }
    kinds = kinds_in(answer)
    found = next((sentence for kind, sentence in inside.items() if kind in kinds), "")
    return f"{name} is {describe(answer)}, but it {found}" if found else ""


def _not_a_container(answer: Plain, wants: str, name: str, expects: str) -> str:
    if type(answer) is str:
        looks = "It looks like one, but the quotes make it text. " if re.match(r"\s*[\[({]", answer) else ""
        return (
            f"{name} is one string of {count(len(answer), 'character')}. {looks}I expected {expects}: "
            "several things, each of its own."
        )
    if type(answer) in NUMBERS:
        what = "the things themselves. Did you count or compare them?"
        return f"{name} is {describe(answer)}. I expected {expects}: {what}"
    if type(answer) is not Node:
        return f"{name} is {describe(answer)}. I expected {expects}."
    if wants in ("sequence", "set", "spans") and answer.kind == "mapping":
        return (
            f"{name} is {describe(answer)}. I expected {expects}. "
            "`list(...)` of a dict gives its keys, `.values()` its values: which do you need?"
        )
    if wants == "mapping" and answer.kind in ("sequence", "set", "table"):
        return f"{name} is {describe(answer)}. I expected {expects}: to each key its value."
    return ""


def _not_single(answer: Node, wants: str, name: str, expects: str) -> str:
    if answer.size == 1 and answer.type == "tuple":
        return (
            f"{name} is a thing in round brackets with a comma behind it. Does a comma stand at the end of your line? "
            "It makes a kind of list with one thing in it. Take it away."
        )
    start = f"{name} is {describe(answer)}. I expected {expects}"
    if answer.size == 1 and answer.kind in ("sequence", "set"):
        return f"{start}: not {article(answer.type)} with one thing in it, but the thing alone."
    if wants == "number":
        return f"{start}. What counts the things in it?"
    return f"{start}: one thing. Which of them is it, or how do they become one?"


def _other_value(answer: Plain, wants: str, name: str, expects: str) -> str:
    kind, expected = type(answer), f"I expected {expects}."
    if wants == "number" and kind is str:
        return f"{name} is the text {_ticked(answer, 30)}, in quotes. {_number_in_quotes(answer) or expected}"
    if wants == "number" and kind is bool:
        return f"{name} is {answer}: the answer to a question with yes or no. I expected {expects}."
    if wants == "truth" and kind is not bool:
        return f"{name} is {describe(answer)}. I expected {expects}: `True` or `False`, without quotes."
    if wants == "text" and kind in NUMBERS:
        return f"{name} is {describe(answer)}. I expected {expects}: the text itself. Did you measure or count it?"
    return ""


def _number_in_quotes(answer: str) -> str:
    """Say how a number that stands in quotes becomes one; empty if it is none."""
    number = re.fullmatch(r"\s*[-+]?(\d[\d_]*|[\d.,]*\d[\d.,]*)\s*(%?)\s*", answer[:60])
    if number is None or len(answer) > 60:
        return ""
    away = "Python can not count with a text: take the quotes away"
    if number[2] or "," in number[1] or number[1].count(".") > 1:
        mark = "the %" if number[2] else "the commas" if "," in number[1] else "the points"
        return f"{away}, and {mark} as well. Python writes numbers as in 1234 and 0.5."
    kind = "float" if "." in number[1] else "int"
    return f"{away}. Where a number must come from a text, `{kind}()` makes one of it."


def _numbers_in_quotes(expected: Sequence[Plain], foreign: Sequence[Plain]) -> str:
    """Say that texts stand where numbers should; empty if that is not what is wrong."""
    if not foreign or not all(type(thing) in NUMBERS for thing in expected):
        return ""
    if not all(type(thing) is str and _number_in_quotes(thing) for thing in foreign):
        return ""
    many = "is a text" if len(foreign) == 1 else "are texts"
    return f"I expected numbers, and {examples(foreign)} {many}, in quotes. Where do the quotes come from?"


# --- where to look --------------------------------------------------------------------------------------------------


def paragraph_at(offset: int, text: str) -> str:
    r"""Say in which paragraph a place of the text lies; empty outside of the text.

    Examples
    --------
    >>> paragraph_at(12, "A title\n\nIndia and Mongolia met.")
    'paragraph 2 (the title is paragraph 1)'
    >>> paragraph_at(2, "They met.\n\nThey left.")
    'paragraph 1'
    """
    from helpers.texts import split_paragraphs

    if not 0 <= offset < len(text):
        return ""
    paragraphs = split_paragraphs(text)
    reached = [
        int(number)
        for number, start in zip(paragraphs["paragraph"], paragraphs["start"], strict=True)
        if start <= offset
    ]
    if not reached:
        return ""
    title = paragraphs["text"].iloc[0].rstrip("\"'”’)")[-1:] not in (".", "!", "?", "…", ":")
    return f"paragraph {reached[-1]}{' (the title is paragraph 1)' if title and reached[-1] > 1 else ''}"


def place(thing: Plain, text: str) -> str:
    r"""Say in which paragraph of the text a missing thing stands: a string, or a row with a string in it.

    Examples
    --------
    >>> place(("IND", "India"), "A title\n\nIndia and Mongolia met.")
    'paragraph 2 (the title is paragraph 1)'
    """
    if type(thing) is str and re.search(r"[^\W\d_]", thing) and not thing.islower():  # "organ" is a kind, not a place
        found = re.search(rf"(?<!\w){re.escape(thing)}(?!\w)", text)
        return paragraph_at(found.start(), text) if found else ""
    if type(thing) is tuple or (type(thing) is Node and thing.kind == "sequence"):
        items = thing if type(thing) is tuple else thing.items
        return next((found for item in items[:6] if type(item) is str and (found := place(item, text))), "")
    return ""


def where_to_look(missing: Sequence[Plain], text: str) -> str:
    """Lead to the first missing thing without naming it.

    Examples
    --------
    >>> where_to_look(["Mongolia", "India"], "")
    'One of them begins with “M”.'
    """
    for thing in missing[:20]:
        if text and (found := place(thing, text)):
            return f"Look again at {found}."
    first = missing[0]
    if type(first) is str and len(first.strip()) > 4:
        return f"{'It' if len(missing) == 1 else 'One of them'} begins with “{first.strip()[0]}”."
    return ""


# --- words ----------------------------------------------------------------------------------------------------------


def no_ticks(written: str) -> str:
    """Replace backticks, which would end the code in a message."""
    return written.replace("`", "'")


def _ticked(thing: Plain, width: int) -> str:
    return f"`{no_ticks(show(thing, width))}`"


def examples(things: Sequence[Plain], most: int = 2) -> str:
    """Show the first few wrong things, each of them once."""
    written = list(dict.fromkeys(show(thing, 36) for thing in things[:50]))
    return ", ".join(f"`{no_ticks(one)}`" for one in written[:most])


def number_of(things: Sequence[Plain], verb: str, verbs: str) -> str:
    """Write how many there are, with the verb in its form.

    Examples
    --------
    >>> number_of(["a"], "is missing", "are missing")
    '1 is missing'
    """
    return f"{len(things):,} {verb if len(things) == 1 else verbs}"


def listed(things: Sequence[Plain], verb: str, verbs: str) -> str:
    """Write how many wrong things there are, and show one or two.

    Examples
    --------
    >>> listed(["a"], "does not belong", "do not belong")
    "1 does not belong: `'a'`."
    """
    return f"{number_of(things, verb, verbs)}{', for example' if len(things) > 2 else ':'} {examples(things)}."


def nearly(expected: Plain, answer: Plain) -> str:
    """Say in what small thing two strings differ; empty if they differ in more.

    Examples
    --------
    >>> nearly("Mongolia", "mongolia")
    'mind capital letters'
    """
    if type(expected) is not str or type(answer) is not str:
        return ""
    one, other = expected.strip(), answer.strip()
    if one.casefold() == other.casefold():
        return "mind capital letters"
    if "".join(one.split()) == "".join(other.split()):
        return "mind the white space inside"
    if len(one) == len(other) <= 2000 and _looks(one) == _looks(other):
        place = next(number for number, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
        which = "it" if len(one) == 1 else f"your {_ticked(other[place], 12)}, in place {place},"
        return f"{which} only looks the same"
    edge = " .,;:!?'\"“”‘’()[]\n\t"
    if one.strip(edge) == other.strip(edge):
        return "mind the marks at the ends"
    if other.casefold() == f"the {one.casefold()}":
        return "mind the article in front"
    return ""


def _looks(word: str) -> str:
    from helpers.folding import Folded

    return Folded(word).text


def opening(scene: Scene, found: str, *, fits: bool) -> str:
    """Begin a message: what was wanted, and what was found; without the first where it would say the same twice.

    Parameters
    ----------
    scene : Scene
        Names for the message.
    found : str
        What the answer is, in a few words.
    fits : bool
        The answer is of the wanted kind.

    Returns
    -------
    str
        One sentence.

    Examples
    --------
    >>> opening(Scene(expects="a set of names"), "a list of 2", fits=False)
    'I expected a set of names and found a list of 2.'
    >>> opening(Scene(expects="a list"), "a list of 2", fits=True)
    'I found a list of 2.'
    """
    bare = fits and scene.expects in WANTED.values()
    return f"I found {found}." if bare else f"I expected {scene.expects} and found {found}."


def bag_message(expected: Sequence[Plain], answer: Sequence[Plain], reading: Reading, scene: Scene, found: str) -> str:
    """Tell the difference between two collections.

    Parameters
    ----------
    expected, answer : sequence of Plain
        What is in them.
    reading : Reading
        How their items are compared.
    scene : Scene
        Names for the message.
    found : str
        What the answer is, in a few words.

    Returns
    -------
    str
        How many are too many, with examples; how many are missing, and where to look. Where as many things are
        there as should be, it begins with what is wrong with them.

    Examples
    --------
    >>> bag_message(["Mongolia", "India"], ["India", "Iran"], Reading(), Scene(expects="a list"), "a list of 2")
    "1 does not belong: `'Iran'`. 1 thing is missing. It begins with “M”."
    >>> bag_message(["Mongolia", "India"], ["India"], Reading(), Scene(expects="a list of names"), "a list of 1")
    'I expected a list of names and found a list of 1. 1 thing is missing. It begins with “M”.'
    >>> bag_message(["Mongolia", "India"], ["India"], Reading(), Scene(expects="a set of names"), "a set of 1")
    'What is in your set is right. 1 thing is missing. It begins with “M”.'
    """
    start = opening(scene, found, fits=found.startswith(scene.expects))
    if not answer:
        return f"{start} Does the line that collects things ever run?"
    missing, extra = reading.differences(expected, answer)
    right = {reading.key(thing) for thing in expected}
    repeated = [thing for thing in extra if reading.key(thing) in right]
    foreign = [thing for thing in extra if reading.key(thing) not in right]
    if repeated and not missing and not foreign:
        twice = list({reading.key(thing): thing for thing in repeated}.values())
        return f"Nothing is missing, but {listed(twice, 'is there too often', 'are there too often')} {start}"
    if quoted := _numbers_in_quotes(expected, foreign):
        return quoted
    if missing and not extra and scene.expects.startswith("a set") and found.startswith("a set"):
        start = "What is in your set is right."
    parts = [] if len(expected) == len(answer) else [start]
    close = next(((one, why) for one in foreign[:20] for other in missing[:50] if (why := nearly(other, one))), None)
    if close:
        parts.append(f"{examples([close[0]])} is nearly right: {close[1]}.")
        if len(foreign) > 1:
            parts.append(f"With it, {len(foreign):,} do not belong.")
    elif foreign:
        parts.append(listed(foreign, "does not belong", "do not belong"))
    if repeated:
        parts.append(f"{examples(repeated, 1)} is there too often.")
    if missing:
        parts.append(
            f"{number_of(missing, 'thing is', 'things are')} missing. {where_to_look(missing, scene.text)}".strip()
        )
    return " ".join(parts)
