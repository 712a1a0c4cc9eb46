"""Stands before the package of this name while the tests run, and brings it in when somebody asks it something.

Importing the package builds 39 parsers, for almost a second, in each process that reads a notebook (by way of nbformat
and jsonschema), and no notebook holds an address that it would be asked about.
"""

from __future__ import annotations

import functools
import importlib.util
import sys
from collections.abc import Callable
from importlib.machinery import PathFinder
from pathlib import Path


@functools.cache
def _real() -> Callable[[str, str], bool]:
    here = Path(__file__).parent
    places = [place for place in sys.path if Path(place).resolve() != here]
    found = PathFinder.find_spec("rfc3987_syntax", places)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    own = sys.modules[__name__]
    sys.modules[__name__] = module  # it imports its parts by its name
    try:
        found.loader.exec_module(module)
    finally:
        sys.modules[__name__] = own
    return module.is_valid_syntax


def is_valid_syntax(term: str, text: str) -> bool:
    """Tell whether a text follows the rule of this name, as the package does."""
    return _real()(term, text)
