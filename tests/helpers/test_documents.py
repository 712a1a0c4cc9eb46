"""Files that somebody brings: what is read of them, and what is refused with advice."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.documents import LARGEST, read_document
from helpers.errors import CourseError


def test_plain_text_and_markdown_are_taken_as_they_are():
    assert read_document("a.txt", b"\xef\xbb\xbfOne\r\nTwo <b>") == "One\nTwo <b>"
    assert read_document("README.MD", "# Türkiye".encode()) == "# Türkiye"


def test_of_a_web_page_comes_what_a_reader_sees():
    page = (
        "<html><head><title>Not seen</title><style>p {}</style></head><body><nav>Home</nav><h1>Joint\n Statement</h1>"
        "<p>The <b>parties</b> met\nin Astana.<br>They agreed&nbsp;&mdash; fully.</p><ul><li>One</li><li>Two</li></ul>"
        "<script>alert('x')</script><template>no</template><p>A &lt;b&gt; stays text.</p></body></html>"
    )
    text = read_document("page.html", page.encode())
    assert text.split("\n\n") == [
        *("Home", "Joint Statement", "The parties met in Astana.\nThey agreed\xa0— fully."),
        *("One", "Two", "A <b> stays text."),
    ]


def test_a_web_page_of_many_folds_is_read():
    page = "<div>" * 5_000 + "deep" + "</div>" * 5_000
    assert read_document("page.htm", page.encode()) == "deep"


def word_file() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "0" * 1_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("talk.docx", word_file(), "word processor"),
        ("hidden.txt", word_file(), "word processor"),
        ("old.doc", b"\xd0\xcf\x11\xe0rest", "word processor"),
        ("talk.odt", b"text", "word processor"),
        ("talk.pdf", b"text", "PDF"),
        ("hidden.txt", b"%PDF-1.7", "PDF"),
        ("photo.png", b"\x89PNG", "no .txt, .md or .html"),
        ("table.xlsx", b"text", "no .txt, .md or .html"),
        ("latin.txt", "Türkiye".encode("latin-1"), "not UTF-8"),
        ("empty.html", b"  \n", "empty"),
        ("big.txt", b"a" * (LARGEST + 1), "5.0 MB"),
    ],
)
def test_what_can_not_be_read_gets_advice(name, data, says):
    with pytest.raises(CourseError) as caught:
        read_document(name, data)
    assert says in str(caught.value)


def test_a_name_with_folders_is_only_a_name():
    with pytest.raises(CourseError) as caught:
        read_document("../../etc/passwd.pdf", b"")
    assert str(caught.value).startswith("passwd.pdf is a PDF")
    with pytest.raises(CourseError) as caught:
        read_document(r"C:\secret\a.docx", b"")
    assert str(caught.value).startswith("a.docx is")


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.html", "a.md", "a", "a.docx", ""]))
def test_any_bytes_give_a_text_or_a_sentence(data, name):
    with suppress(CourseError):
        assert isinstance(read_document(name, data), str)
