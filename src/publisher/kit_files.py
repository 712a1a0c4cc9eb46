"""What the classroom kit says and does on a learner's computer: README-KIT.txt, start.sh and start.bat."""

from __future__ import annotations

import platform
from string import Template

FIRST = "00_start_here.ipynb"
PYTHONS = ("3.11", "3.12", "3.13")
"""For which versions of Python a kit can be gathered: those with which the course is tested."""

# Compiling all that there is would take three times as long as unpacking it; Python compiles what it imports.
_OPTIONS = "--no-index --find-links wheels --no-deps --no-compile --require-hashes --requirement requirements.txt"
_LAB = "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate --LabApp.news_url=None"

_SH = Template(r"""#!/bin/sh
# Starts the course without a network. "sh start.sh install" only gets this computer ready.
cd "$$(dirname "$$0")" || exit 1

stop() {
  printf '%s\n' "$$1" >&2
  exit 1
}

python=""
for name in "$${COURSE_PYTHON:-}" python$version python3 python; do
  if [ -n "$$name" ] && "$$name" -c "import sys; sys.exit(sys.version_info[:2] != ($pair))" >/dev/null 2>&1; then
    python=$$name
    break
  fi
done
[ -n "$$python" ] || stop "This kit needs Python $version, and this computer has none. README-KIT.txt says what to do."

if ! cmp -s requirements.txt .venv/installed.txt || ! .venv/bin/python -c "" 2>/dev/null; then
  echo "Getting this computer ready. This happens once and takes a minute or two."
  rm -rf .venv
  "$$python" -m venv --without-pip .venv ||
    stop "Nothing can be set up here. Copy the whole folder from the stick to this computer, and start it there."
  for pip in wheels/pip-*.whl; do
    PIP_CONFIG_FILE=/dev/null .venv/bin/python "$$pip/pip" --isolated install --quiet --disable-pip-version-check \
      $options ||
      stop "The packages could not be set up: see above. Is this kit for $words, and was it copied completely?"
  done
  cp requirements.txt .venv/installed.txt
fi

if [ "$${1:-}" = install ]; then
  echo "This computer is ready."
  exit 0
fi
exec .venv/bin/python -m jupyterlab $lab \
  "$$@" notebooks/$first
""")

_BAT = Template(r"""@echo off
rem Starts the course without a network. "start.bat install" only gets this computer ready.
setlocal
cd /d "%~dp0" || exit /b 1

set "PYTHON="
py -$version -c "" >nul 2>nul && set "PYTHON=py -$version"
if defined PYTHON goto found
python -c "import sys; sys.exit(sys.version_info[:2] != ($pair))" >nul 2>nul && set "PYTHON=python"
if not defined PYTHON goto nopython

:found
set "READY=yes"
fc /b requirements.txt .venv\installed.txt >nul 2>nul || set "READY="
.venv\Scripts\python.exe -c "" >nul 2>nul || set "READY="
if defined READY goto ready

echo Getting this computer ready. This happens once and takes a minute or two.
if exist .venv rmdir /s /q .venv
%PYTHON% -m venv --without-pip .venv || goto noplace
set "PIP_CONFIG_FILE=nul"
for %%w in (wheels\pip-*.whl) do set "PIP_WHEEL=%%w"
.venv\Scripts\python.exe "%PIP_WHEEL%\pip" --isolated install --quiet --disable-pip-version-check ^
  $options || goto nopackages
copy /y requirements.txt .venv\installed.txt >nul

:ready
if "%~1"=="install" goto installed
.venv\Scripts\python.exe -m jupyterlab $lab %* notebooks/$first
exit /b %errorlevel%

:installed
echo This computer is ready.
exit /b 0

:nopython
echo This kit needs Python $version, and this computer has none. README-KIT.txt says what to do.
pause
exit /b 1

:noplace
echo Nothing can be set up here. Copy the whole folder from the stick to this computer, and start it there.
pause
exit /b 1

:nopackages
echo The packages could not be set up: see above. Is this kit for $words, and was it copied completely?
pause
exit /b 1
""")

_README = Template("""Who met, and what did they agree on?
The course in one folder, for a room without a network

This kit is for: Python $version, $words.
Each version of Python and each system needs a kit of its own: one for Windows does not start on a Mac.

1. Copy this whole folder from the stick to the computer (on Windows near the top of the disk, as in C:\\course).
   Each student needs a copy: what they write is kept in it.
2. Start it.
   Windows: double-click start.bat.
   Linux, macOS: open a terminal in the folder and type
       sh start.sh
   The first time it gets the computer ready, which takes a minute or two. After that it starts in seconds.
   Nothing is fetched from a network, and nothing outside of the folder is changed: delete the folder, and it is gone.
3. A page opens in the browser, with the first notebook. Leave the black window open while you work.
   To stop: close the page, go to the black window, and press Ctrl and C; if it asks, type y and Enter.
4. The next time, start it in the same way, and double-click your notebook in the list at the left.

The day before: "sh start.sh install" (Windows, in PowerShell: ".\\start.bat install") gets a computer ready and starts
nothing.

"This kit needs Python $version"? It comes with some Linux systems, or is installed once from its own installer, which
you can bring on the same stick. Another version than $version does not do, not even a newer one: install $version
beside it, or gather a kit for the version that you have. Kits exist for Python $oldest to $newest.
If it lies at an unusual place, tell start.sh where: COURSE_PYTHON=/the/place/python3 sh start.sh

Was everything copied? SHA256SUMS lists the checksum of each file. Linux: sha256sum -c SHA256SUMS; macOS:
shasum -a 256 -c SHA256SUMS. start.sh and start.bat check the packages themselves before they use them.

What is here
    start.sh, start.bat    start the course
    notebooks              what students open$teacher
    data                   the press release, the gold standard and the tables, to look at
    wheels                 the packages, exactly those with which the course was tested
    requirements.txt       their list
    README.md              what the course is, and how to get it with a network
    LICENSE…               what you may do with all this: use it, change it, pass it on
""")


def files(version: str, words: str, instructor: bool) -> list[tuple[str, str, str]]:
    r"""Write the three files.

    Parameters
    ----------
    version : str
        Of Python, as in "3.12".
    words : str
        For which computers the kit is.
    instructor : bool
        Whether the instructor edition is in it.

    Returns
    -------
    list of (str, str, str)
        Name, content, line end.

    Examples
    --------
    >>> [(name, ending) for name, _, ending in files("3.12", "Windows", False)]
    [('start.sh', '\n'), ('start.bat', '\r\n'), ('README-KIT.txt', '\r\n')]
    """
    given = {
        "version": version,
        "pair": version.replace(".", ", "),
        "words": words,
        "options": _OPTIONS,
        "lab": _LAB,
        "first": FIRST,
        "oldest": PYTHONS[0],
        "newest": PYTHONS[-1],
        "teacher": "\n    notebooks/instructor   every exercise solved, with notes for teachers" if instructor else "",
    }
    return [
        ("start.sh", _SH.substitute(given), "\n"),
        ("start.bat", _BAT.substitute(given), "\r\n"),
        ("README-KIT.txt", _README.substitute(given), "\r\n"),
    ]


def this_computer() -> str:
    """Say what kind of computer this is.

    Returns
    -------
    str

    Examples
    --------
    >>> this_computer().startswith("computers like the one")
    True
    """
    system = {"Darwin": "macOS"}.get(platform.system(), platform.system())
    return f"computers like the one on which it was made ({system}, {platform.machine()})"
