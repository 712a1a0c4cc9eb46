"""A cell that is run again and again: what each of its widgets leaves behind in the kernel."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from helpers import widgets

ROOMY = 10 * 2**20
# All in one process, since it takes longer to start than to do this; the memory is what the system says. The runs
# before the hundred fill what is filled once, as compiled patterns, tables that were read and what a drawing needs.
RUNS = """
import functools, gc, inspect, json
import psutil
from ipywidgets.widgets import widget
from helpers import widgets
from helpers.widgets import box

TEXT = "On 22 January 2014 India and the Republic of Chad took part. The parties stressed the importance of trade."
box.cell = lambda: "the one cell"

def held():
    gc.collect()
    return [psutil.Process().memory_info().rss, len(widget._instances)]

gc.collect()
gc.freeze()  # what was imported is no garbage, and is not searched each time
grown = {}
for name in widgets.__all__:
    make = getattr(widgets, name)
    run = functools.partial(make, TEXT) if inspect.signature(make).parameters else make
    for _ in range(8):
        run()._repr_mimebundle_()
    before = held()
    for number in range(100):
        run()._repr_mimebundle_()  # as when the cell shows it; what takes its place is drawn then
        if number % 10 == 0:
            gc.collect()  # a kernel does so by itself, later: what is free then but not given back is no growth
    grown[name] = [after - one for after, one in zip(held(), before)]
print(json.dumps(grown))
"""


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[int]]:
    """Run each widget's cell a hundred times in a fresh process: by how many bytes and models has it grown?"""
    done = subprocess.run(
        [sys.executable, "-c", RUNS],
        cwd=tmp_path_factory.mktemp("again"),
        env=os.environ | {"PYTHONWARNINGS": "ignore"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", widgets.__all__)
def test_a_hundred_runs_of_its_cell_do_not_grow_the_kernel(name: str, grown: dict[str, list[int]]):
    size, models = grown[name]
    assert models == 0
    assert size < ROOMY
