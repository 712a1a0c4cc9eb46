"""The check before take-off: whether this computer has what the lessons need, and what helps if it has not."""

from __future__ import annotations

import hashlib
import html
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata

import pandas as pd

from helpers import reference
from helpers.errors import CourseError
from helpers.texts import read_text

OLDEST_PYTHON = (3, 11)

NEEDED = {"pandas": "2.2", "matplotlib": "3.9", "ipywidgets": "8.1", "anywidget": "0.9", "beautifulsoup4": "4.12"}
"""What the helpers import, and the oldest version with which they work (as in pyproject.toml)."""

_INSTALL = "Close JupyterLab and start it with the first command of the README; it fetches what is missing."


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at.

    Attributes
    ----------
    what : str
        What was looked at.
    found : str
        What is there.
    remedy : str
        What to do; empty if all is well.

    Examples
    --------
    >>> Finding("Python", "3.9.1", "Install a newer one.").well
    False
    """

    what: str
    found: str
    remedy: str = ""

    @property
    def well(self) -> bool:
        """Whether nothing needs to be done."""
        return not self.remedy


@dataclass(frozen=True, repr=False)
class Preflight:
    """All findings; shows itself as a table, with the remedies below.

    Attributes
    ----------
    findings : tuple of Finding
        In the order in which they were looked at.

    Examples
    --------
    >>> print(Preflight((Finding("Python", "3.12.1"), Finding("pandas", "missing", "Install it."))))
    ok      Python: 3.12.1
    look    pandas: missing
            Install it.
    1 of 2 things needs a look.
    """

    findings: tuple[Finding, ...]

    @property
    def well(self) -> bool:
        """Whether the lessons will run."""
        return all(finding.well for finding in self.findings)

    def _verdict(self) -> str:
        bad = sum(not finding.well for finding in self.findings)
        if not bad:
            return "All is well: the lessons will run on this computer."
        return f"{bad} of {len(self.findings)} things {'needs' if bad == 1 else 'need'} a look."

    def _lines(self) -> Iterator[str]:
        for finding in self.findings:
            yield f"{'ok' if finding.well else 'look':<8}{finding.what}: {finding.found}"
            if finding.remedy:
                yield f"{'':<8}{finding.remedy}"
        yield self._verdict()

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _repr_html_(self) -> str:
        rows = "".join(
            f"<tr><td><strong>{'ok' if finding.well else 'look'}</strong></td>"
            f'<td style="text-align: left">{html.escape(finding.what)}</td>'
            f'<td style="text-align: left">{html.escape(finding.found)}'
            + (f"<br>{html.escape(finding.remedy)}" if finding.remedy else "")
            + "</td></tr>"
            for finding in self.findings
        )
        head = "<thead><tr><th>state</th><th>what</th><th>found</th></tr></thead>"
        return f"<table>{head}<tbody>{rows}</tbody></table><p><strong>{self._verdict()}</strong></p>"


def preflight() -> Preflight:
    """Look at Python, the packages, the data, and whether special characters survive.

    Returns
    -------
    Preflight
        What was found, with a remedy for each thing that is not as it should be. Nothing is changed.

    Examples
    --------
    >>> preflight().findings[0].what
    'Python'
    """
    looks: list[Callable[[], Iterator[Finding]]] = [_python, _packages, _press_release, _tables, _characters]
    return Preflight(tuple(finding for look in looks for finding in look()))


def _python() -> Iterator[Finding]:
    found = ".".join(str(number) for number in sys.version_info[:3])
    oldest = ".".join(str(number) for number in OLDEST_PYTHON)
    old = sys.version_info[:2] < OLDEST_PYTHON
    yield Finding("Python", found, f"Install Python {oldest} or newer, then {_INSTALL.lower()}" if old else "")


def _packages() -> Iterator[Finding]:
    for name, oldest in NEEDED.items():
        try:
            found = metadata.version(name)
        except metadata.PackageNotFoundError:
            yield Finding(name, "not installed", _INSTALL)
            continue
        yield Finding(name, found, _INSTALL if _numbers(found) < _numbers(oldest) else "")


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit())


def _press_release() -> Iterator[Finding]:
    try:
        text = read_text()
    except CourseError as problem:
        yield Finding("the press release", "missing or changed", str(problem))
        return
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    yield Finding("the press release", f"{len(text):,} characters, checksum {digest[:12]}…, as it should be")


def _tables() -> Iterator[Finding]:
    readers: dict[str, Callable[[], pd.DataFrame]] = {
        "states": reference.states,
        "organizations": reference.organizations,
        "memberships": reference.memberships,
        **{f"gold standard, {layer}": (lambda layer=layer: reference.gold(layer)) for layer in reference.LAYERS},
    }
    damaged = []
    for reader in readers.values():
        try:
            reader()
        except CourseError as problem:
            damaged.append(str(problem))
    if damaged:
        yield Finding("the tables", f"{len(damaged)} of {len(readers)} can not be read", " ".join(damaged))
    else:
        yield Finding("the tables", f"all {len(readers)} can be read")


def _characters() -> Iterator[Finding]:
    """Tell whether text travels as UTF-8; a kernel does so, an old console may not."""
    encoding = (getattr(sys.stdout, "encoding", None) or "unknown").upper().replace("UTF8", "UTF-8")
    remedy = "Set the environment variable PYTHONUTF8 to 1 and start again." if encoding != "UTF-8" else ""
    yield Finding("special characters", f"{encoding}: Мember, Türkiye, People’s", remedy)
