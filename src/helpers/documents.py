"""A text out of a file that somebody brings: plain text, Markdown, a web page; the rest is refused with advice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import TYPE_CHECKING

from helpers.errors import CourseError
from helpers.texts import decode

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

LARGEST = 5_000_000
"""No file with more bytes is read: a communiqué has a few thousand."""

PLAIN = ("", ".txt", ".text", ".md", ".markdown")
WEB = (".html", ".htm", ".xhtml")
BLOCKS = {
    *("address", "article", "aside", "blockquote", "div", "fieldset", "footer", "form", "header", "hr", "main", "nav"),
    *("dd", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "section"),
    *("table", "td", "th", "tr", "ul"),
}
UNSEEN = ("script", "style", "noscript", "template", "head", "iframe", "object", "svg")

SAVE_AS = "Open it in its own program, choose Save as, pick plain text in UTF-8 (.txt), and bring that file."


def read_document(name: str, data: bytes) -> str:
    r"""Read the text of a file.

    Parameters
    ----------
    name : str
        The name of the file. Only its ending counts; folders in it are ignored.
    data : bytes
        What is in the file.

    Returns
    -------
    str
        The text, every line ending with ``\n``. Of a web page what a reader sees, one line a paragraph; nothing in it
        is run, and nothing that it points to is fetched.

    Raises
    ------
    CourseError
        If it is a Word or PDF file or another that is no text, is not UTF-8, is empty, or has more than five megabytes.

    Examples
    --------
    >>> read_document("page.html", b"<h1>News</h1><p>Chad &amp; Fiji<br>met.</p><script>alert(1)</script>")
    'News\n\nChad & Fiji\nmet.'
    """
    shown = PurePath(name.replace("\\", "/")).name or "this file"
    if len(data) > LARGEST:
        raise CourseError(
            f"{shown} has {len(data) / 1e6:.1f} MB; at most {LARGEST / 1e6:.0f} MB are read. Is it the right file?"
        )
    suffix = PurePath(shown).suffix.lower()
    if (
        data.startswith(b"PK\x03\x04")
        or data.startswith(b"\xd0\xcf\x11\xe0")
        or suffix in (".docx", ".doc", ".odt", ".rtf")
    ):
        raise CourseError(f"{shown} is a file of a word processor, and these are not read here. {SAVE_AS}")
    if data.startswith(b"%PDF") or suffix == ".pdf":
        raise CourseError(
            f"{shown} is a PDF, and these are not read here: lines and columns would come out in disorder. Copy the "
            "text out of it, paste it into a plain text file in UTF-8 (.txt), look it through, and bring that file."
        )
    if suffix not in (*PLAIN, *WEB):
        raise CourseError(f"{shown} is no .txt, .md or .html file. {SAVE_AS}")
    text = decode(data, shown)
    return _seen(text) if suffix in WEB else text


def _seen(page: str) -> str:
    """Take out of a web page what a reader sees of it."""
    from bs4 import BeautifulSoup

    text = "".join(_pieces(BeautifulSoup(_closed(page), "html.parser")))
    text = re.sub(r"[ \t\r\f\v]+", " ", text)
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _closed(page: str) -> str:
    """Make text of each tag and comment that never closes: the parser would look for their ends again and again."""
    end = page.rfind(">") + 1
    page = page[:end] + page[end:].replace("<", "&lt;")
    end = page.rfind("-->") + 1
    return page[:end] + page[end:].replace("<!--", "&lt;!--")


def _pieces(soup: BeautifulSoup) -> Iterator[str]:
    """Yield what is seen, from the first to the last, with line ends around blocks, however deep it lies."""
    from bs4 import CData, NavigableString, Tag

    inside = [(soup, iter(soup.contents))]
    preformatted = 0
    while inside:
        tag, children = inside[-1]
        child = next(children, None)
        if child is None:
            inside.pop()
            preformatted -= tag.name == "pre"
            yield "\n\n" if tag.name in BLOCKS else ""
        elif isinstance(child, Tag):
            if child.name not in UNSEEN:
                inside.append((child, iter(child.contents)))
                preformatted += child.name == "pre"
                yield "\n\n" if child.name in BLOCKS else "\n" if child.name == "br" else ""
        elif type(child) in (NavigableString, CData):  # no comment, no declaration
            yield str(child) if preformatted else re.sub(r"[ \t\r\n\f\v]+", " ", child)
