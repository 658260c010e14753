"""Bytes of a file into a document: encodings, kinds told by name or content, and refusals that say why."""

from __future__ import annotations

import codecs
import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence.command.report import Report, as_data, to_json
from evidence.command.report_github import to_github
from evidence.command.report_sarif import as_sarif, to_sarif
from evidence.opening.file_formats import as_markdown, open_document, open_text
from evidence.opening.files import UnreadableFileError, decode, read_bytes
from evidence.pipeline import assess
from evidence.reading.front_matter import FrontMatterError
from tests.drawing import examples
from tests.evidence.opening.word.word_documents import SLEEP, csl_field, paragraph, word_document

TODAY = date(2026, 1, 1)
WORD = word_document(paragraph("Milk cures colds ", csl_field("(1)", SLEEP), ". It cures eczema."))
PAGE = b"<html><body>\n<h1>Milk</h1>\n<p>Milk cures colds.</p>\n<p>It\n cures eczema.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.md", b"%PDF-1.4", "this is a PDF"),
        ("a.md", b"{\\rtf1 x}", "rich text"),
        ("a.txt", b"PK\x03\x04", "zip archive"),
        ("a.txt", b"\xff\xd8\xff\xe0", "picture"),
        ("a.txt", b"Milk\0helps.", "binary file"),
        ("a.txt", b"Milk \x01\x02\x03 helps.", "binary file"),
        ("a.md", b"caf\x81", "neither UTF-8 nor Windows-1252"),
        ("a.md", codecs.BOM_UTF16_LE + b"a", "not readable as UTF-16"),
        ("a.docx", b"Milk helps.", "no Word document"),
        ("-", b"PK\x03\x04 something", "no Word document"),
        ("-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word format"),
        ("a.html", b"<i></i>" * 200_001, "more than 200,000 elements"),
        ("a.txt", b"a" * 10_000_001, "longer than 10,000,000 characters"),
    ],
)
def test_it_refuses_and_says_why(name: str, raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=f"^{name}: .*{reason}"):
        open_document(name, raw)


def test_a_file_larger_than_any_article_is_not_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)  # a file with a hole: it takes no room
    with pytest.raises(UnreadableFileError, match="larger than 60 MB"):
        read_bytes(str(path))


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        ("Käse – gut".encode(), "Käse – gut", "utf-8"),
        (codecs.BOM_UTF8 + "Käse".encode(), "Käse", "utf-8"),
        ("Käse".encode("utf-16"), "Käse", "utf-16"),
        (codecs.BOM_UTF16_BE + "Käse".encode("utf-16-be"), "Käse", "utf-16"),
        ("Käse".encode("utf-32"), "Käse", "utf-32"),
        ("Käse – “gut”".encode("cp1252"), "Käse – “gut”", "cp1252"),
        ("“Käse” – größer – äöü".encode() + b"\xff.", "“Käse” – größer – äöü\ufffd.", "damaged utf-8"),
        (b"One page\x0cand the next\r\nand\rmore", "One page\x0cand the next\r\nand\rmore", "utf-8"),
    ],
)
def test_it_finds_the_encoding(raw: bytes, text: str, encoding: str) -> None:
    assert decode(raw, "a.txt") == (text, encoding)


@pytest.mark.parametrize(
    ("declared", "encoding", "read_as"),
    [
        ("<meta charset=windows-1251>", "cp1251", "windows-1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', "iso-8859-2", "iso-8859-2"),
        ('<meta charset="latin1">', "cp1252", "cp1252"),
        ('<meta charset="utf-7">', "cp1252", "cp1252"),
        ('<meta charset="unicode_escape">', "cp1252", "cp1252"),
    ],
)
def test_a_page_may_name_its_encoding(declared: str, encoding: str, read_as: str) -> None:
    words = "Молоко помогает" if encoding == "cp1251" else "Žluté mléko" if encoding == "iso-8859-2" else "Käse"
    raw = f"<html><head>{declared}</head><body><p>{words}.</p></body></html>".encode(encoding)
    opened = open_document("a.html", raw)
    assert (opened.document.text, opened.encoding) == (f"{words}.\n", read_as)


@pytest.mark.parametrize(
    ("name", "raw", "form"),
    [
        ("a.md", b"<html> is a tag.", "markdown"),
        ("a.txt", b"Milk helps.", "text"),
        ("a", PAGE, "html"),
        ("a.htm", b"<p>Milk helps.</p>", "html"),
        ("a.DOCX", WORD, "word"),
        ("-", WORD, "word"),
        ("-", PAGE, "html"),
    ],
)
def test_it_tells_the_kind(name: str, raw: bytes, form: str) -> None:
    assert open_document(name, raw).document.format == form


def test_a_text_of_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="auto, text, markdown, html"):
        open_text("It works.", "pdf")


def report(name: str, raw: bytes) -> Report:
    return Report(name, assess(open_document(name, raw).document, today=TODAY))


def test_reports_on_a_page_name_its_lines() -> None:
    found = report("a.html", PAGE)
    regions = [
        result["locations"][0]["physicalLocation"]["region"]
        for result in as_sarif([found])["runs"][0]["results"]
        if "region" in result["locations"][0]["physicalLocation"]
    ]
    assert {(region["startLine"], region["startColumn"]) for region in regions} == {(3, 4), (4, 4)}
    assert all("charOffset" not in region for region in regions)
    assert "line=4,col=4" in to_github([found])


def test_reports_on_a_word_document_name_no_lines_and_give_its_text() -> None:
    found = report("a.docx", WORD)
    results = as_sarif([found])["runs"][0]["results"]
    assert all("region" not in result["locations"][0]["physicalLocation"] for result in results)
    assert any(result["properties"]["words"] == "It cures eczema." for result in results)
    assert "line=" not in to_github([found])
    (file,) = as_data([found])["files"]
    row = file["sentences"][1]
    assert file["format"] == "word"
    assert file["text"][row["start"] : row["end"]] == row["text"] == "It cures eczema."


_PIECES = (
    "<p>|</p>|<a href='#r'>1</a>|<li id='r'>|<ol>|<h2>References</h2>|<table><tr><td>|<sup>|</sup>|<!--|-->|<pre>|"
    "<ref name=a>|</ref>|&amp;|&#xD800;|<b>|Milk helps babies. |[1]|\r\n|\xff|\xc3\xa4|<|>|\"|'|<script>|<br>|* |<dt>|"
    "<blockquote>|Bell A. Sleep. J Sleep. 2012;3:4-5.|<dd>|<figure><figcaption>|<img alt='a b'>|---\n|title: a\n"
)
PIECES = [piece.encode("latin-1") for piece in _PIECES.split("|")]


def check(name: str, raw: bytes) -> None:
    with contextlib.suppress(UnreadableFileError, FrontMatterError):
        document = open_document(name, raw).document
        for found in (*document.sentences, *document.markers, *document.not_prose):
            assert document.text[found.start : found.end] == found.text
        for marker in document.markers:
            assert 0 <= marker.sentence < len(document.sentences)
        places = [place[0] for place in document.places]
        assert places == sorted(places)
        assert all(place < len(document.text) for place in places)
        first = Report(name, assess(document, today=TODAY))
        second = Report(name, assess(open_document(name, raw).document, today=TODAY))
        assert to_json([first]) == to_json([second])
        assert to_sarif([first]) == to_sarif([second])


@pytest.mark.drawn(1)
@given(st.sampled_from(["a.html", "a.md", "-"]), st.lists(st.sampled_from(PIECES), max_size=60).map(b"".join))
@settings(max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_page_breaks_it(name: str, raw: bytes) -> None:
    check(name, raw)


@pytest.mark.drawn(1)
@given(st.integers(0, len(WORD) - 1), st.binary(min_size=1, max_size=4))
@settings(max_examples=examples(100), deadline=None)
def test_no_damage_to_a_word_document_breaks_it(place: int, damage: bytes) -> None:
    check("a.docx", WORD[:place] + damage + WORD[place + len(damage) :])


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [("a.docx", b"Milk helps.", "no Word document"), ("a.html", b"%PDF-1.4", "this is a PDF")],
)
def test_it_makes_no_article_of(name: str, raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFileError, match=reason):
        as_markdown(name, raw)


def test_a_page_becomes_the_text_that_is_read_of_it_with_what_is_said_besides() -> None:
    read = open_document("a.html", PAGE).document
    assert as_markdown("a.html", PAGE).endswith(f"---\n\n{read.text}")
    again = open_document("a.md", as_markdown("a.html", PAGE, {"slug": "milk"}).encode()).document
    assert again.meta == {**read.meta, "slug": "milk"}


def test_a_converted_file_is_the_same_article_as_markdown() -> None:
    document = open_document("a.docx", WORD).document
    again = open_document("a.md", as_markdown("a.docx", WORD).encode()).document
    assert [one.text for one in again.sentences] == [one.text for one in document.sentences]
    assert [one.key for one in again.references] == ["bell2012"]
    assert again.references[0].csl["DOI"] == "10.1000/sleep"
