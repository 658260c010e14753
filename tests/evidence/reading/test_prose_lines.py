"""Elements of HTML in Markdown are paragraphs of their own, though no blank line parts them."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read


def said(written: str) -> list[str]:
    document = read(f"# Tea\n\nTea is warm.\n\n{written}\n\n## Mint\n\nMint is green.\n", "markdown")
    return [" ".join(sentence.text.split()) for sentence in document.sentences][1:-1]


@pytest.mark.parametrize(
    "written",
    [
        "Mint eases <b>cramps</b>\nand colds in adults.",
        "Mint eases cramps <p\nin adults.",
        "Mint eases cramps in\n<em>most</em> adults.",
        "Mint eases <i>cramps</i>\n<a href='/a'>in adults</a>.",
    ],
)
def test_a_line_that_only_holds_a_tag_goes_on(written: str) -> None:
    assert said(written) == [" ".join(written.split())]


@pytest.mark.parametrize(
    "written",
    [
        "<p>Mint eases cramps</p>\n<p>Ginger eases nausea</p>",
        "<p>Mint eases cramps\n<p>Ginger eases nausea",
        "<div class='a'>Mint eases cramps</div>\nGinger eases nausea",
        "<tr>\n<td>Mint eases cramps</td>\n<td>Ginger eases nausea</td>\n</tr>",
        "<ul>\n  <li>Mint eases cramps</li>\n  <li>Ginger eases nausea</li>\n</ul>",
        "<dl>\n<dt>Mint eases cramps</dt>\n<dd>Ginger eases nausea</dd>\n</dl>",
    ],
)
def test_each_element_is_a_paragraph(written: str) -> None:
    assert said(written) == ["Mint eases cramps", "Ginger eases nausea"]
