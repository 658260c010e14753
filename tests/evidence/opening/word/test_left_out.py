"""What of a Word document is not in its text is named."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from evidence.command.cli import main
from evidence.opening.word.files import read_word
from tests.evidence.opening.word.word_documents import W, paragraph, run, word_document

WORDS = "Honey prevents cancer"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
BOX = f"<w:txbxContent>{paragraph(run(WORDS))}</w:txbxContent>"


def picture(about: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="1" name="Picture 1"{about}/>'
        f'<a:graphic xmlns:a="{A}"><a:graphicData><pic:pic xmlns:pic="{PIC}"/></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


def header(text: str) -> str:
    return f'<w:hdr xmlns:w="{W}">{paragraph(run(text))}</w:hdr>'


def left_out(*content: str, parts: Mapping[str, str | bytes] | None = None) -> dict[str, tuple[int, int]]:
    """For each kind how many parts there are and how many words they have."""
    found = read_word(word_document(paragraph(run("Zinc works.")), *content, parts=parts)).left_out
    assert all(part.line == 0 for part in found)
    number = Counter(part.kind for part in found)
    return {kind: (number[kind], sum(part.words for part in found if part.kind == kind)) for kind in number}


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        (paragraph(run(WORDS)), {}),
        (paragraph(run("", "<w:vanish/>")), {}),
        (paragraph(picture(' descr="A jar of honey"')), {}),
        (paragraph(f'<w:ins w:id="1" w:author="a">{run(WORDS)}</w:ins>'), {}),
        (paragraph(run(WORDS)), {"word/header1.xml": header(""), "word/footer1.xml": header("7")}),
        (paragraph(run(WORDS)), {"word/comments.xml": f'<w:comments xmlns:w="{W}"/>'}),
        (paragraph(run(WORDS)), {"word/headers.xml": header(WORDS), "other/header1.xml": header(WORDS)}),
    ],
)
def test_nothing_is_named_where_no_words_are_left_out(content: str, parts: Mapping[str, str]) -> None:
    assert left_out(content, parts=parts) == {}


@pytest.mark.parametrize(
    "damage", [b"", b"<w:hdr", b"\xff\xfe\x00", b"<w:t>" * 50_000, b"<!DOCTYPE a [<!ENTITY b 'c'>]>"]
)
def test_a_damaged_header_stops_nobody_from_reading_the_text(damage: bytes) -> None:
    assert left_out(parts={"word/header1.xml": damage}) == {}


@pytest.mark.parametrize(
    ("content", "kind", "number", "words"),
    [
        (paragraph(run(WORDS, "<w:vanish/>")), "passage of hidden text", 1, 3),
        (
            paragraph(run("Honey ", "<w:vanish/>"), run("is sweet. "), run("Oh no", "<w:vanish/>")),
            "passage of hidden text",
            1,
            3,
        ),
        (
            paragraph(f'<w:del w:id="1" w:author="a"><w:r><w:delText>{WORDS}</w:delText></w:r></w:del>'),
            "passage of deleted text",
            1,
            3,
        ),
        (paragraph(picture("")) + paragraph(picture(' descr=" "')), "picture without a description", 2, 0),
        (paragraph(f"<w:r><w:drawing>{BOX}</w:drawing></w:r>"), "text box", 1, 3),
    ],
)
def test_what_the_text_holds_unread_is_named(content: str, kind: str, number: int, words: int) -> None:
    assert left_out(content) == {kind: (number, words)}


def test_a_text_box_with_its_older_form_beside_it_is_read_and_not_named() -> None:
    old = f'<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>{BOX}</v:textbox></v:shape></w:pict>'
    both = (
        f'<w:r><mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps"><w:drawing>{BOX}</w:drawing></mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read_word(word_document(paragraph(both)))
    assert document.left_out == ()
    assert WORDS in document.text


@pytest.mark.parametrize(
    ("name", "content", "kind", "number"),
    [
        ("word/header1.xml", header(WORDS), "page header", 1),
        ("word/footer12.xml", header(WORDS), "page footer", 1),
        (
            "word/comments.xml",
            f'<w:comments xmlns:w="{W}">'
            + f'<w:comment w:id="1">{paragraph(run(WORDS))}</w:comment>' * 2
            + "</w:comments>",
            "comment",
            2,
        ),
        ("word/charts/chart1.xml", f'<c xmlns:a="{A}"><a:t>{WORDS}</a:t></c>', "chart", 1),
        ("word/diagrams/data1.xml", f'<d xmlns:a="{A}"><a:t>{WORDS}</a:t></d>', "diagram", 1),
    ],
)
def test_what_stands_beside_the_text_is_named(name: str, content: str, kind: str, number: int) -> None:
    assert left_out(parts={name: content}) == {kind: (number, 3 * number)}


def test_very_many_and_very_long_parts_are_counted_up_to_a_bound() -> None:
    packed = io.BytesIO(word_document(paragraph(run("Zinc works."))))
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/footer1.xml", header(f"{WORDS} " * 120_000))
        for number in range(1, 300):
            archive.writestr(f"word/header{number}.xml", header(WORDS))
    found = read_word(packed.getvalue()).left_out
    assert Counter(part.kind for part in found) == {"page footer": 1, "page header": 199}
    assert 200_000 < found[0].words < 360_000


def test_the_command_names_the_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post = tmp_path / "post.docx"
    hidden = paragraph(run(WORDS, "<w:vanish/>"))
    post.write_bytes(
        word_document(
            paragraph(run("Bread is baked at night.")), hidden, hidden, parts={"word/header1.xml": header(WORDS)}
        )
    )
    main(["check", str(post), "--color", "never"])
    shown = " ".join(capsys.readouterr().out.split())
    assert "Not read: 1 page header, 2 passages of hidden text" in shown
