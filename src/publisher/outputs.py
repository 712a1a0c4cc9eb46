"""Stored outputs: the same on every machine and from build to build, readable where nothing runs."""

from __future__ import annotations

import hashlib
import re
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from publisher.editions import LANGUAGE, Edition
from publisher.markdown import lacks_alt
from publisher.problems import Problem

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
STYLER_ID = re.compile(r"id=\"T_([0-9a-f]{5,32})(?:_[^\"]*)?\"")
OBJECT_ID = re.compile(r"\bat 0x[0-9a-fA-F]{6,16}\b")
SOME_OBJECT = "at 0x000000000000"
ABSOLUTE_PATH = re.compile(
    r"(?<![\w:/.])/(?:home|Users|root|tmp|private|var/folders|usr/lib|usr/local|opt|work|mnt|github|srv)/[\w.]|[A-Z]:\\\\?Users\\"
)
# What a widget says of itself in plain text, IntSlider(value=3): not a page that one can read.
WIDGET_REPR = re.compile(r"\s*\w+\(.*\)\s*", re.DOTALL)


def tidy(edition: Edition, root: Path) -> list[Problem]:
    """Make the outputs of an executed edition fit to be stored, in place.

    Parameters
    ----------
    edition : Edition
        Executed.
    root : Path
        The project.

    Returns
    -------
    list of Problem
        What cannot be stored: stderr, an absolute path, a widget or a picture without something to read instead.
    """
    problems = []
    notebook = edition.notebook
    notebook.metadata.pop("widgets", None)
    notebook.metadata.language_info = NotebookNode(LANGUAGE)  # the kernel added versions
    for index, cell in enumerate(notebook.cells):
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        cell.outputs = [_tidy_output(output, root) for output in _merge_streams(cell.outputs)]
        _fix_styler_ids(cell)
        for message in output_faults(cell, root):
            problems.append(edition.page.problem(edition.line(index), f"{message} ({edition.name} edition)"))
        for output in cell.outputs:
            output.get("data", {}).pop(WIDGET_VIEW, None)
    return problems


def _merge_streams(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Join what was printed in pieces to the same stream, where nothing else stands between."""
    merged: list[NotebookNode] = []
    for output in outputs:
        previous = merged[-1] if merged else None
        if previous is not None and output.output_type == "stream" and previous.get("name") == output.name:
            previous.text += output.text
        else:
            merged.append(output)
    return merged


def _tidy_output(output: NotebookNode, root: Path) -> NotebookNode:
    if output.output_type == "error":
        output.traceback = [OBJECT_ID.sub(SOME_OBJECT, _without_folders(line, root)) for line in output.traceback]
        output.evalue = OBJECT_ID.sub(SOME_OBJECT, output.evalue)
    elif output.output_type == "stream":
        output.text = OBJECT_ID.sub(SOME_OBJECT, output.text)
    else:
        for mime, value in output.data.items():
            if isinstance(value, str) and not mime.startswith("image/"):
                output.data[mime] = OBJECT_ID.sub(SOME_OBJECT, value)
    return output


def _without_folders(text: str, root: Path) -> str:
    """Shorten the paths of a traceback, which name folders of the machine."""
    paths = sysconfig.get_paths()
    for folder, name in [(root, ""), (paths["purelib"], "site-packages/"), (paths["stdlib"], "python/")]:
        text = text.replace(f"{folder}/", name)
    return text


def _fix_styler_ids(cell: NotebookNode) -> None:
    """Replace the random ids of styled tables by ids that follow from the cell."""
    for number, output in enumerate(cell.outputs):
        html = output.get("data", {}).get("text/html")
        if isinstance(html, str):
            for old in dict.fromkeys(STYLER_ID.findall(html)):
                new = hashlib.sha256(f"{cell.id} {number} {html.index(old)}".encode()).hexdigest()[: len(old)]
                html = re.sub(rf"\bT_{old}(?![0-9a-f])", f"T_{new}", html)
            output.data["text/html"] = html


def output_faults(cell: NotebookNode, root: Path | None = None) -> Iterator[str]:
    r"""Say what is wrong with the outputs of a code cell.

    Parameters
    ----------
    cell : NotebookNode
    root : Path, optional
        The project, whose place on this machine must not show.

    Yields
    ------
    str

    Examples
    --------
    >>> from nbformat.v4 import new_code_cell, new_output
    >>> list(output_faults(new_code_cell(outputs=[new_output("stream", name="stderr", text="Warning: old\n")])))
    ['the cell writes on stderr: Warning: old']
    """
    for output in cell.outputs:
        if output.output_type == "stream" and output.name == "stderr":
            yield f"the cell writes on stderr: {_first_line(output.text)}"
        if output.output_type == "error" and "raises-exception" not in cell.metadata.get("tags", []):
            yield f"the cell fails: {output.ename}: {_first_line(output.evalue)}"
        yield from _data_faults(output.get("data", {}))
        for text in _texts(output):
            if found := _absolute_path(text, root):
                yield f"the output shows a path of this machine: {found}"
                break


def _data_faults(data: dict[str, Any]) -> Iterator[str]:
    html = data.get("text/html", "")
    if WIDGET_VIEW in data and not _readable(data):
        yield "a widget without a static fallback: a stored page cannot show it, give it text/html to show instead"
    if lacks_alt(html):
        yield "a picture without alternative text: its <img> needs alt"
    if any(mime.startswith("image/") for mime in data) and "<img" not in html:
        yield "a picture without alternative text: draw it with a function of helpers.pictures"


def _readable(data: dict[str, Any]) -> bool:
    """Whether something beside the widget can be read where no widget runs."""
    rich = any(mime in data for mime in ("text/html", "text/markdown"))
    plain = data.get("text/plain", "")
    return rich or bool(plain.strip() and not WIDGET_REPR.fullmatch(plain))


def _texts(output: NotebookNode) -> Iterator[str]:
    yield output.get("text", "")
    yield output.get("evalue", "")
    yield from output.get("traceback", [])
    for mime, value in output.get("data", {}).items():
        if isinstance(value, str) and not mime.startswith("image/"):
            yield re.sub(r"data:image/[^\"']*", "", value)


def _absolute_path(text: str, root: Path | None) -> str | None:
    for place in _places(root) if root else []:
        spelled = "|".join(re.escape(form) for form in (place, place.replace("\\", "\\\\")))
        if re.search(rf"(?<![\w.])(?:{spelled})(?![\w-])", text):
            return place
    match = ABSOLUTE_PATH.search(text)
    return text[match.start() :].split()[0][:80] if match else None


def _places(root: Path) -> list[str]:
    """List the folders of this machine that a page could show by accident."""
    found = {str(root), sys.prefix, sys.base_prefix, str(Path.home()), tempfile.gettempdir()}
    return sorted(found - {"/", "/usr"})


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "")
