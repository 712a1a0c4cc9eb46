"""What nbval may see past, and what it must still compare."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from nbval.plugin import get_sanitize_patterns

PATTERNS = get_sanitize_patterns((Path(__file__).resolve().parents[1] / "nbval.cfg").read_text(encoding="ascii"))


def sanitized(text):
    for pattern, replacement in PATTERNS:
        text = re.sub(pattern, replacement, text)
    return text


def test_every_pattern_is_read():
    text = (Path(__file__).resolve().parents[1] / "nbval.cfg").read_text(encoding="ascii")
    assert len(PATTERNS) == len(re.findall(r"(?m)^regex:", text)) == len(dict(PATTERNS))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<img alt="a" src="data:image/png;base64,aGk=">', '<img alt="a" src="data:image/png;base64,iVBO/R+0">'),
        ("pandas 3.1.1", "pandas 2.2.3"),
        ("Python: 3.11", "Python: 3.13.0rc1"),
        ("<td>pandas</td>\n      <td>3.1.1</td>", "<td>pandas</td>\n      <td>2.2.3</td>"),
        ("<td>Python</td><td>yes</td><td>3.11.2</td>", "<td>Python</td><td>yes</td><td>3.13.0</td>"),
        ("written to /tmp/abc/x.csv", "written to /var/folders/zz/T/x.csv"),
        (r"written to C:\Users\a\AppData\Local\Temp\x.csv", r"written to C:\Users\b\AppData\Local\Temp\y\x.csv"),
        ("<object at 0x000000000000>", "<object at 0x7f25c2b1fd90>"),
        ('#T_0a1b2_row0 id="T_0a1b2"', '#T_99fff_row0 id="T_99fff"'),
    ],
)
def test_these_are_no_difference(one, other):
    assert sanitized(one) == sanitized(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ('<img alt="a" src="data:image/png;base64,aGk=">', '<img alt="b" src="data:image/png;base64,aGk=">'),
        ("22.01.2014", "23.01.2014"),
        ("precision 0.593", "precision 0.625"),
        ("exercise 1.2", "exercise 1.3"),
        ("4.186 characters, 17 sentences", "4.187 characters, 17 sentences"),
        ("M 0x4d, М 0x41c", "M 0x4d, М 0x41d"),
        ("T_added", "T_taken"),
        ("<td>pandas</td><td>missing</td>", "<td>pandas</td><td>there</td>"),
    ],
)
def test_these_are(one, other):
    assert sanitized(one) != sanitized(other)
