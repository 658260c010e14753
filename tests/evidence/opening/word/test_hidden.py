"""Text that Word hides is no part of what is read."""

from __future__ import annotations

import pytest

from evidence.opening.word.files import read_word
from tests.evidence.opening.word.word_documents import SLEEP, W, csl_field, paragraph, run, word_document

STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Child"/><w:basedOn w:val="Note"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Shown"><w:name w:val="Shown"/><w:basedOn w:val="Note"/>'
    '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>'
    '<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
    "</w:styles>"
)
HIDDEN = "Honey prevents cancer in all people."


def read(*paragraphs: str) -> str:
    return read_word(word_document(*paragraphs, parts={"word/styles.xml": STYLES})).text


def styled(style: str, content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


@pytest.mark.parametrize(
    "content",
    [
        paragraph(run(HIDDEN, "<w:vanish/>")),
        paragraph(run(HIDDEN, '<w:vanish w:val="1"/>')),
        paragraph(run(HIDDEN, '<w:vanish w:val="true"/>')),
        paragraph(run(HIDDEN, '<w:b/><w:vanish w:val="on"/>')),
        paragraph(run(HIDDEN, '<w:rStyle w:val="Secret"/>')),
        styled("Note", run(HIDDEN)),
        styled("Child", run(HIDDEN)),
        styled("Shown", run(HIDDEN, '<w:rStyle w:val="Secret"/>')),
        styled("Shown", run(HIDDEN, "<w:vanish/>")),
        f"<w:tbl><w:tr><w:tc>{paragraph(run(HIDDEN, '<w:vanish/>'))}</w:tc></w:tr></w:tbl>",
        paragraph(f'<w:hyperlink w:anchor="a">{run(HIDDEN, "<w:vanish/>")}</w:hyperlink>'),
        paragraph(f'<w:ins w:id="1" w:author="a">{run(HIDDEN, "<w:vanish/>")}</w:ins>'),
    ],
)
def test_hidden_text_is_left_out(content: str) -> None:
    text = read(paragraph(run("Zinc works. ")), content)
    assert "Zinc works." in text
    assert "Honey" not in text


@pytest.mark.parametrize(
    "content",
    [
        paragraph(run(HIDDEN)),
        paragraph(run(HIDDEN, '<w:vanish w:val="0"/>')),
        paragraph(run(HIDDEN, '<w:vanish w:val="false"/>')),
        styled("Shown", run(HIDDEN)),
        styled("Ring", run(HIDDEN)),
        styled("Unknown", run(HIDDEN)),
        styled("Note", run(HIDDEN, '<w:vanish w:val="0"/>')),
        styled("Note", run(HIDDEN, '<w:rStyle w:val="Secret"/>')),  # one toggle takes the other back (17.7.3)
        f"<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>{run(HIDDEN)}</w:p>",  # the mark of the paragraph alone
    ],
)
def test_shown_text_is_kept(content: str) -> None:
    assert HIDDEN in read(content)


def test_half_of_a_sentence_can_be_hidden() -> None:
    text = read(paragraph(run("Zinc shortens colds") + run(" and cures cancer", "<w:vanish/>") + run(" in adults.")))
    assert "Zinc shortens colds in adults." in text


def test_a_citation_whose_field_is_hidden_is_still_one() -> None:
    document = read_word(
        word_document(paragraph(run("Milk helps sleep ") + csl_field("(Bell 2012)", SLEEP) + run(".")))
    )
    assert document.references


def hidden_in(styles: str, content: str) -> bool:
    parts = {"word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>'}
    return HIDDEN not in read_word(word_document(content, parts=parts)).text


def in_table(row: str, style: str = "") -> str:
    table = f'<w:tblPr><w:tblStyle w:val="{style}"/></w:tblPr>'
    return f"<w:tbl>{table}<w:tr>{row}<w:tc>{paragraph(run(HIDDEN))}</w:tc></w:tr></w:tbl>"


TABLE = '<w:style w:type="table" w:styleId="T"><w:name w:val="T"/><w:rPr><w:vanish/></w:rPr></w:style>'
USUAL = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="N"/><w:rPr><w:vanish/></w:rPr></w:style>'
)
DEFAULTS = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"


def test_tables_and_defaults_that_hide_nothing_are_read() -> None:
    assert not hidden_in(TABLE, in_table(""))
    assert not hidden_in(TABLE, in_table('<w:trPr><w:hidden w:val="0"/></w:trPr>'))
    assert not hidden_in(DEFAULTS, paragraph(run(HIDDEN, '<w:vanish w:val="0"/>')))


def test_rows_tables_and_defaults_of_the_document_can_hide() -> None:
    assert hidden_in("", in_table("<w:trPr><w:hidden/></w:trPr>"))
    assert hidden_in(TABLE, in_table("", "T"))
    assert hidden_in(USUAL, paragraph(run(HIDDEN)))
    assert hidden_in(DEFAULTS, paragraph(run(HIDDEN)))
