"""Word documents: their text, the citations in their fields, and files that are refused."""

from __future__ import annotations

import base64
import io
import json
import zipfile

import pytest

from evidence.opening.word import files
from evidence.opening.word.files import WordFileError, read_word
from evidence.values import Document
from tests.evidence.opening.word.word_documents import (
    CONTENT_TYPES,
    MILK,
    SLEEP,
    W,
    code,
    complex_field,
    csl_field,
    mark,
    paragraph,
    run,
    word_document,
)

ENDNOTE = (
    "<EndNote><Cite><Author>Eve</Author><Year>2019</Year><RecNum>5</RecNum><Pages>12</Pages><record>"
    '<ref-type name="Journal Article">17</ref-type><contributors><authors>'
    '<author><style face="normal">Eve, Dana</style></author><author>World Sleep Society,</author></authors>'
    "</contributors>"
    "<titles><title>Zinc &amp; sleep</title><secondary-title>J Zinc</secondary-title></titles>"
    "<dates><year>2019</year></dates><volume>4</volume><number>2</number>"
    "<electronic-resource-num>https://doi.org/10.1000/z</electronic-resource-num>"
    "<accession-num>12345678</accession-num></record></Cite></EndNote>"
)
B = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
SOURCES = (
    f'<b:Sources xmlns:b="{B}"><b:Source><b:Tag>Fox18</b:Tag><b:SourceType>JournalArticle</b:SourceType>'
    "<b:Author><b:Author><b:NameList><b:Person><b:Last>Fox</b:Last><b:First>Flo</b:First></b:Person></b:NameList>"
    "</b:Author></b:Author><b:Title>Of foxes</b:Title><b:JournalName>J Fox</b:JournalName><b:Year>2018</b:Year>"
    "</b:Source><b:Source><b:Tag>WHO20</b:Tag><b:SourceType>Report</b:SourceType><b:Author><b:Author>"
    "<b:Corporate>World Health Organization</b:Corporate></b:Author></b:Author><b:Title>On sleep</b:Title>"
    "<b:Year>2020</b:Year></b:Source></b:Sources>"
)


def cited(document: Document) -> list[tuple[str, ...]]:
    return [marker.keys for marker in document.markers]


# --- Refusals --------------------------------------------------------------------------------------------


def bomb(name: str, size: int) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", CONTENT_TYPES)
        with archive.open(name, "w") as part:
            for _ in range(size // 1_000_000):
                part.write(b" " * 1_000_000)
    return packed.getvalue()


def lying_bomb() -> bytes:
    """A part that says of itself that it is small and unpacks to more than is read."""
    raw = bytearray(bomb("word/document.xml", 60_000_000))
    for signature, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = raw.rfind(signature)
        raw[place + offset : place + offset + 4] = (1000).to_bytes(4, "little")
    return bytes(raw)


ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'
)


def broken_lzma() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", "Zinc helps. " * 50)
    data = bytearray(packed.getvalue())
    begins = data.index(b"word/document.xml") + len("word/document.xml")
    data[begins + 4] ^= 0xFF  # the properties of the packed words
    return bytes(data)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no Word document"),
        (b"PK\x03\x04 and nothing else", "no Word document"),
        (OLE, "old Word format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (word_document(parts={"word/document.xml": "<w:document"}), "damaged"),
        (word_document(parts={"word/document.xml": ENTITIES}), "declares XML entities"),
        (word_document(parts={"word/document.xml": ENTITIES.encode("utf-16")}), "declares XML entities"),
        (word_document(parts={"word/styles.xml": ENTITIES}), "declares XML entities"),
        (word_document("<w:sdt><w:sdtContent>" * 100 + "</w:sdtContent></w:sdt>" * 100), "nested too deeply"),
        (word_document("<w:p/>" * (files.ELEMENTS + 1)), "too many elements"),
        (bomb("word/document.xml", 60_000_000), "larger than 40 MB"),
        (lying_bomb(), "no Word document, or it is damaged"),
        (broken_lzma(), "no Word document, or it is damaged"),
        (bomb("word/other.xml", 1_000_000), "it has no text"),
    ],
)
def test_it_refuses(data: bytes, reason: str) -> None:
    with pytest.raises(WordFileError, match=reason):
        read_word(data)


def test_a_file_cut_short_anywhere_is_refused_or_read() -> None:
    whole = word_document(paragraph("Milk helps."))
    for end in range(0, len(whole), 37):
        with pytest.raises(WordFileError):
            read_word(whole[:end])


def test_pictures_and_macros_are_never_unpacked() -> None:
    parts = {"word/media/image1.png": b"\0" * 50_000_000, "word/vbaProject.bin": b"\0" * 50_000_000}
    assert len(read_word(word_document(paragraph("Milk helps."), parts=parts)).sentences) == 1


# --- Text ------------------------------------------------------------------------------------------------


def test_its_text_is_what_readers_see() -> None:
    deleted = "<w:del><w:r><w:delText>not </w:delText></w:r></w:del>"
    document = read_word(
        word_document(
            paragraph("Warm milk", style="Title"),
            paragraph("Sleep", style="Heading1"),
            paragraph("Milk ", deleted, "helps", run("1", '<w:vertAlign w:val="superscript"/>'), "."),
        )
    )
    assert document.text == "# Warm milk\n\n# Sleep\n\nMilk helps<sup>1</sup>.\n"
    assert (document.title, document.format) == ("Warm milk", "word")
    assert [sentence.text for sentence in document.sentences] == ["Milk helps<sup>1</sup>."]


def test_footnotes_stand_behind_the_text_and_apart_from_a_list_before_them() -> None:
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{paragraph("Day C. Calm. J Calm. 2014;2(1):7-9.")}'
    document = read_word(
        word_document(
            paragraph("Milk helps", '<w:r><w:footnoteReference w:id="2"/></w:r>', "."),
            paragraph("References", style="Heading1"),
            paragraph("Bell A. Sleep in babies. J Sleep. 2012;3(4):5-9."),
            parts={"word/footnotes.xml": note + "</w:footnote></w:footnotes>"},
        )
    )
    assert cited(document) == [("note:footnote-2",)]
    assert [reference.key for reference in document.references] == ["bell2012", "day2014"]


def test_the_same_file_gives_the_same_document() -> None:
    data = word_document(paragraph("Milk helps ", csl_field("(1)", SLEEP, MILK), "."))
    assert read_word(data) == read_word(data)


# --- Citations -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "program",
    ["ADDIN ZOTERO_ITEM CSL_CITATION", "ADDIN CSL_CITATION", "ADDIN Mendeley Citation CSL_CITATION"],
)
def test_csl_in_a_field_gives_mark_and_work(program: str) -> None:
    field = csl_field("(Bell & Coe, 2012; Day, 2015)", SLEEP, MILK, program=program)
    document = read_word(word_document(paragraph("Milk helps ", field, ".")))
    assert document.text == "Milk helps [@bell2012; @day2015].\n"
    assert cited(document) == [("bell2012", "day2015")]
    first = document.references[0].csl
    assert (first["DOI"], first["PMID"], first["issued"]) == ("10.1000/sleep", "22222222", {"date-parts": [[2012, 5]]})
    assert "note" not in first


def test_a_work_cited_twice_is_one_work_and_a_page_stays() -> None:
    again = csl_field("(2012, p. 4)", SLEEP, **{"suppress-author": True, "locator": "4", "label": "page"})
    document = read_word(
        word_document(paragraph("Milk ", csl_field("[1]", SLEEP), " helps. Bell ", again, " said so."))
    )
    assert document.text == "Milk [@bell2012] helps. Bell [-@bell2012, p. 4] said so.\n"
    assert len(document.references) == 1


@pytest.mark.parametrize("where", ["code", "data"])
def test_endnote_gives_mark_and_work(where: str) -> None:
    if where == "code":
        field = complex_field(f" ADDIN EN.CITE {ENDNOTE}", "1")
    else:
        data = base64.b64encode(ENDNOTE.encode() + b"\0").decode()
        inner = mark("begin", data) + code(" ADDIN EN.CITE.DATA ") + mark("end")
        field = mark("begin", data) + code(" ADDIN EN.CITE ") + inner + mark("separate") + run("1") + mark("end")
    document = read_word(word_document(paragraph("Zinc helps", field, ".")))
    assert document.text == "Zinc helps[@eve2019, p. 12].\n"
    assert document.references[0].csl == {
        "type": "article-journal",
        "title": "Zinc & sleep",
        "container-title": "J Zinc",
        "author": [{"family": "Eve", "given": "Dana"}, {"literal": "World Sleep Society"}],
        "issued": {"date-parts": [[2019]]},
        "volume": "4",
        "issue": "2",
        "DOI": "10.1000/z",
        "PMID": "12345678",
        "id": "eve2019",
    }


def test_words_own_sources_give_marks_and_works() -> None:
    field = complex_field(" CITATION Fox18 \\p 7 \\l 1033 \\m WHO20", "(Fox, 2018; WHO, 2020)")
    simple = f'<w:fldSimple w:instr=" CITATION WHO20 ">{run("(WHO)")}</w:fldSimple>'
    document = read_word(
        word_document(paragraph("A ", field, ". B ", simple, "."), parts={"customXml/item1.xml": SOURCES})
    )
    assert document.text == "A [@fox2018, p. 7; @world2020]. B [@world2020].\n"
    assert document.references[1].csl["author"] == [{"literal": "World Health Organization"}]


def test_mendeley_cite_keeps_its_works_in_a_content_control() -> None:
    data = json.dumps({"citationItems": [{"id": "a", "itemData": SLEEP}]})
    tag = "MENDELEY_CITATION_v3_" + base64.b64encode(data.encode()).decode()
    control = f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{run("[1]")}</w:sdtContent></w:sdt>'
    assert read_word(word_document(paragraph("Milk helps ", control, "."))).text == "Milk helps [@bell2012].\n"


def test_a_printed_list_of_the_same_works_is_taken_out_and_other_items_stay() -> None:
    field = csl_field("(Bell, 2012)", SLEEP)
    head = paragraph("References", style="Heading1")
    opening = mark("begin") + code(" ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY ") + mark("separate")
    known = paragraph(opening, run("Bell A, Coe B. Sleep in babies who drink warm milk. J Sleep. 2012;3:5-9."))
    other = paragraph("Fox F. Of foxes and hens. J Fox. 2018;1(2):3-4.", mark("end"))
    text = read_word(word_document(paragraph("It helps ", field, "."), head, known, paragraph(mark("end")))).text
    assert text == "It helps [@bell2012].\n"
    document = read_word(word_document(paragraph("It helps ", field, "."), head, known, other))
    assert [reference.key for reference in document.references] == ["bell2012", "fox2018"]


@pytest.mark.parametrize(
    "instruction",
    [
        " ADDIN ZOTERO_ITEM CSL_CITATION {broken ",
        ' ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": 7} ',
        ' ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": [{"itemData": {"title": [1], "author": "x"}}]} ',
        " ADDIN ZOTERO_ITEM CSL_CITATION " + "[" * 5000 + "{" * 5000,
        " ADDIN EN.CITE <EndNote><Cite> ",
        f" ADDIN EN.CITE <!DOCTYPE x [<!ENTITY a 'b'>]>{ENDNOTE}",
        " CITATION Nobody ",
        " PAGEREF _Toc1 ",
    ],
)
def test_a_field_that_says_nothing_of_use_leaves_its_words(instruction: str) -> None:
    document = read_word(word_document(paragraph("It helps ", complex_field(instruction, "(Bell, 2012)"), ".")))
    expected = "It helps [@eve2019, p. 12].\n" if "DOCTYPE" in instruction else "It helps (Bell, 2012).\n"
    assert document.text == expected


def test_fields_that_never_end_or_begin_do_no_harm() -> None:
    parts = [mark("end"), "a ", mark("begin"), mark("separate"), "b ", code("x"), mark("separate"), "c."]
    assert read_word(word_document(paragraph(*parts), paragraph("Milk helps."))).text == "a b c.\n\nMilk helps.\n"
