"""A text out of a file that somebody brings: plain text, Markdown, a web page; the rest is refused with advice."""

from __future__ import annotations

import re
from pathlib import PurePath

from helpers.errors import CourseError
from helpers.texts import decode

LARGEST = 5_000_000
"""No file with more bytes is read: a communiqué has a few thousand."""

PLAIN = ("", ".txt", ".text", ".md", ".markdown")
WEB = (".html", ".htm", ".xhtml")
BLOCKS = [
    *("address", "article", "aside", "blockquote", "div", "fieldset", "footer", "form", "header", "hr", "main", "nav"),
    *("dd", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "section"),
    *("table", "td", "th", "tr", "ul"),
]
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

    soup = BeautifulSoup(page, "html.parser")
    for unseen in soup(UNSEEN):
        unseen.decompose()
    for string in soup.find_all(string=True):
        if string.find_parent("pre") is None:
            string.replace_with(re.sub(r"[ \t\r\n\f\v]+", " ", string))
    for line in soup("br"):
        line.replace_with("\n")
    for block in soup(BLOCKS):
        block.insert_before("\n\n")
        block.append("\n\n")
    text = re.sub(r"[ \t\r\f\v]+", " ", soup.get_text())
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
