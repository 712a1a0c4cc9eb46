"""No lesson cell relies on an exercise having been done."""

from __future__ import annotations

import pytest

from publisher.names import bound_names, undone_reads
from publisher.source import Cell, Page

EXERCISE = "### BEGIN SOLUTION\nbag = set()\nfor letter in 'abc':\n    bag.add(letter)\n### END SOLUTION"


def reads(*sources, exercise=EXERCISE):
    cells = [Cell("code", exercise, 1, 2, {"exercise": "1.1"})]
    for number, source in enumerate(sources, start=1):
        cells.append(Cell("code", source, 100 * number, 100 * number + 1))
    found = undone_reads(Page("01_x", "src/lessons/01_x.py", tuple(cells)), frozenset({"check", "use"}))
    return [(problem.line, problem.message.split()[1].rstrip(",")) for problem in found]


@pytest.mark.parametrize(
    "source",
    [
        "check('1.1', bag)",
        "check('1.1', answer=bag)",
        "mine = use(bag, {1})\nlen(mine)",
        "bag = use(bag, {1})\nlen(bag)",
        "bag = {1}\nlen(bag)",
        "for bag in [1]:\n    print(bag)",
        "for letter in 'abc':\n    print(letter)",
        "with open('a') as bag:\n    bag.read()",
        "import bag\nbag.x",
        "import bag.inner\nbag.x",
        "from x import y as bag\nbag.x",
        "def bag():\n    pass\nbag()",
        "class bag:\n    pass\nbag()",
        "if (bag := 3) > 2:\n    bag",
        "[bag for bag in [1]]",
        "{letter: bag for letter, bag in [(1, 2)] if bag}",
        "def f(bag):\n    return bag",
        "def f():\n    bag = 1\n    return bag",
        "lambda bag: bag",
        "bag: int = 3\nbag",
        "try:\n    pass\nexcept ValueError as bag:\n    print(bag)",
        "x.bag",
        "f(bag=1)",
        "'bag'",
    ],
)
def test_these_do_not_rely_on_it(source):
    assert reads(source) == []


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("bag", 101),
        ("x = 1\nlen(bag)", 102),
        ("check('1.1', len(bag))", 101),
        ("check('1.1', bag.copy())", 101),
        ("check('1.1', [bag])", 101),
        ("check('1.1', *bag)", 101),
        ("use({1}, f(bag))", 101),
        ("helpers.check('1.1', bag)", 101),
        ("other(bag)", 101),
        ("bag = bag | {1}", 101),
        ("bag += 1", 101),
        ("bag.add(1)", 101),
        ("bag[0] = 1", 101),
        ("del bag", 101),
        ("bag: set\nbag", 102),
        ("f'{bag}'", 101),
        ("[x for x in bag]", 101),
        ("[y for x in [1] for y in bag]", 101),
        ("{x: bag for x in [1]}", 101),
        ("def f(a=bag):\n    pass", 101),
        ("def f():\n    return bag", 102),
        ("def f():\n    def g(bag):\n        return bag\n    return bag", 104),
        ("lambda x: bag", 101),
        ("@bag\ndef f():\n    pass", 101),
        ("class A(bag):\n    pass", 101),
        ("for x in bag:\n    pass", 101),
        ("with bag as b:\n    pass", 101),
        ("print(letter)", 101),
        ("async def f():\n    async for x in bag:\n        pass", 102),
    ],
)
def test_these_rely_on_it(source, line):
    assert [at for at, _ in reads(source)] == [line]


def test_a_function_of_an_exercise_counts_as_well():
    exercise = "def double(x):\n    ### BEGIN SOLUTION\n    return 2\n    ### END SOLUTION"
    assert reads("double(2)", exercise=exercise) == [(101, "double")]


def test_bound_anew_holds_for_the_cells_below():
    assert reads("len(bag)", "bag = {1}", "len(bag)") == [(101, "bag")]


def test_the_next_exercise_may_not_build_on_it_either():
    second = Cell("code", "### BEGIN SOLUTION\nsize = len(bag)\n### END SOLUTION", 200, 201, {"exercise": "1.2"})
    page = Page("01_x", "src/lessons/01_x.py", (Cell("code", EXERCISE, 1, 2, {"exercise": "1.1"}), second))
    assert [problem.line for problem in undone_reads(page, frozenset({"check"}))] == [202]


def test_an_exercise_that_overwrites_makes_it_undone_again():
    exercise = Cell("code", "### BEGIN SOLUTION\ntext = 'b'\n### END SOLUTION", 200, 201, {"exercise": "1.1"})
    cells = (Cell("code", "text = 'a'", 1, 2), Cell("code", "text", 10, 11), exercise, Cell("code", "text", 300, 301))
    page = Page("01_x", "src/lessons/01_x.py", cells)
    assert [problem.line for problem in undone_reads(page, frozenset())] == [301]


def test_bound_names():
    assert bound_names("import a.b, c as d\nfrom e import f\nwith g as (h, [i]):\n    j = k.l = 1\nm[0] = 1") == [
        *"adfhij"
    ]
