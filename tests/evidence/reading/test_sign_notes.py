"""Notes that signs lead to name the works of the sentences before them, and nothing else is taken for one."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import Assessed, assess, open_document, read

SMITH, DOE = "Smith J. Ginger for nausea. J Herbs. 2015;3(2):1-9.", "Doe A. Garlic for colds. J Herbs. 2016;3(2):1-9."


def _rows(text: str) -> list[Assessed]:
    text = f"# Herbs\n\nTea is hot.\n\n{text}"
    document = read(text, "markdown")
    assert all(text[one.start : one.end] == one.text for one in document.sentences)
    return list(assess(document, today=date(2026, 1, 1)).sentences)


LEFT = {
    "a disclaimer": "Mint cures cancer.*\n\n\\* These statements have not been evaluated by any agency.",
    "an address of a shop": "Mint cures cancer.†\n\n† See https://shop.example/mint for prices.",
    "a remark": "Mint cures cancer.‡\n\n‡ Mint cures it in 2015 of 2016 people, we hear.",
    "emphasis": f"Mint *cures* cancer* and *gout*.\n\n* {SMITH}",
    "a list": f"Mint cures cancer.*\n\n* {SMITH}\n* {DOE}",
    "another sign": f"Mint cures cancer.†\n\n‡ {SMITH}",
    "a sign of two notes": f"Mint cures cancer.†\n\n† {SMITH}\n\nTea is hot.\n\n† {DOE}",
    "a sign below the note": f"† {SMITH}\n\nMint cures cancer.†",
    "a sum": f"Mint cures cancer in 3 * 4 adults.\n\n* {SMITH}",
    "a raised letter without a note": "Mint cures cancer.<sup>a</sup>",
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_what_is_no_note_with_a_work_leaves_the_claim_open(text: str) -> None:
    row = next(row for row in _rows(text) if "cancer" in row.sentence.text)
    assert not row.links
    assert [(flag.code, flag.severity.value) for flag in row.flags] == [("missing-citation", "blocker")]


FORMS = {
    "an asterisk": ("helps.*", "\\* "),
    "a bare asterisk": ("helps.*", "* "),
    "two asterisks": ("helps.\\*\\*", "\\*\\* "),
    "a dagger": ("helps.†", "† "),
    "a dagger before the stop": ("helps†.", "†"),
    "a double dagger": ("helps.‡", "‡ "),
    "a section sign": ("helps.§", "§ "),
    "a paragraph sign": ("helps.¶", "¶ "),
    "a raised dagger": ("helps.<sup>†</sup>", "<sup>†</sup> "),
    "a raised letter": ("helps.<sup>a</sup>", "<sup>a</sup> "),
    "a dagger behind a space": ("helps. †", "† "),
    "two daggers": ("helps.††", "††: "),
}


@pytest.mark.parametrize(("marked", "opening"), FORMS.values(), ids=FORMS)
def test_a_sign_leads_to_the_work_of_its_note(marked: str, opening: str) -> None:
    rows = _rows(f"Ginger cures nausea and {marked} Mint cures cancer.\n\n{opening}{SMITH}\n")
    assert [[link.key for link in row.links] for row in rows[1:]] == [["smith2015"], []]
    assert rows[2].sentence.text == "Mint cures cancer."


def test_a_number_of_a_work_is_enough() -> None:
    rows = _rows("Ginger cures nausea.†\n\n† https://pubmed.ncbi.nlm.nih.gov/12345678/\n")
    assert len(rows[1].links) == 1


def test_notes_below_each_other_have_a_sign_each() -> None:
    rows = _rows(f"Ginger cures nausea.* Garlic prevents colds.†\n\n\\* {SMITH}\n† {DOE}\n")
    assert [[link.key for link in row.links] for row in rows[1:]] == [["smith2015"], ["doe2016"]]


def test_web_pages_have_such_notes_too() -> None:
    page = f"<h1>Herbs</h1><p>Ginger cures nausea.* Garlic prevents colds.†</p><hr><p>* {SMITH}</p><p>† {DOE}</p>"
    rows = assess(open_document("a.html", page.encode()).document, today=date(2026, 1, 1)).sentences
    assert [[link.key for link in row.links] for row in rows] == [["smith2015"], ["doe2016"]]


def test_a_dagger_without_a_note_ends_no_sentence_late() -> None:
    assert [row.sentence.text for row in _rows("Garlic is white.† Mint cures cancer.")][1:] == [
        "Garlic is white.†",
        "Mint cures cancer.",
    ]
