"""Lines of RIS into records, tags before TY included; and markup in titles."""

from __future__ import annotations

import io
from typing import Any

import pytest

from citations import formats
from citations.formats.title_markup import title
from citations.services.recognising import format_of


def read(text: str) -> tuple[list[Any], list[Any]]:
    rows = list(formats.read("a.ris", io.BytesIO(text.encode())))
    return [row for row in rows if not isinstance(row, formats.Fault)], [
        row for row in rows if isinstance(row, formats.Fault)
    ]


@pytest.mark.parametrize(
    ("text", "titles", "line"),
    [
        ("TI  - Lost\nTY  - JOUR\nTI  - Two\nER  - \n", ["Two"], 1),
        ("TI  - Lost\nER  - \nTY  - JOUR\nTI  - Two\nER  - \n", ["Two"], 1),
        ("TY  - JOUR\nTI  - Two\nER  - \nAU  - Roy, S\nTI  - Lost\n", ["Two"], 4),
        ("Records: 1\nTY  - JOUR\nTI  - Two\nER  - \n", ["Two"], 1),
        ("DO  - 10.1000/lost\nTY  - JOUR\nTI  - Two\nDO  - 10.1000/two\n", ["Two"], 1),
    ],
)
def test_it_says_which_line_belongs_to_no_record(text: str, titles: list[str], line: int) -> None:
    works, (fault,) = read(text)
    assert [work.csl["title"] for work in works] == titles
    assert (fault.line, "outside a record" in fault.reason) == (line, True)


RECORD = {"title": "Zinc for colds", "author": [{"family": "Doe", "given": "J"}]}


@pytest.mark.parametrize(
    "text",
    [
        "DB  - McK\nTI  - Zinc for colds\nTY  - JOUR\nAU  - Doe, J\nER  -\n",
        "TI  - Zinc for colds\nAU  - Doe, J\nTY  - JOUR\nER  - \n",
        "AU  - Doe, J\nTY  - JOUR\nTI  - Zinc for colds\n",
        "T1  - Zinc for colds\nA1  - Doe, J\nID  - 1\nTY  - JOUR\nER  - \n",
        "TI  - Zinc for\n      colds\nAU  - Doe, J\nTY  - JOUR\nER  - \n",
        "ti  - Zinc for colds\nau  - Doe, J\nty  - JOUR\ner  - \n",
        "\ufeffDB  - x\nTI  - Zinc for colds\n\nTY  - JOUR\nAU  - Doe, J\nER  - \n",
        "ID  - 7\nTY  - JOUR\nTI  - Zinc for colds\nAU  - Doe, J\nER  - \n",
        "TY  - JOUR\nTI  - Zinc for colds\nAU  - Doe, J\nER  - \n",
        "TI - Zinc for colds\nAU - Doe, J\nTY - JOUR\nER - \n",
        "TI  - Zinc for colds\r\nAU  - Doe, J\r\nTY  - JOUR\r\nER  - \r\n",
        "PY  - 2001\nDO  - 10.1000/x\nTI  - Zinc for colds\nTY  - BOOK\nAU  - Doe, J\nER  - \n",
    ],
)
def test_tags_before_ty_belong_to_the_record(text: str) -> None:
    for times in (1, 2):
        works, faults = read(text * times if text.rstrip().lower().endswith("-") else text)
        assert faults == []
        assert all(RECORD.items() <= work.csl.items() for work in works)
        assert works


def test_two_records_with_tags_before_ty_are_two() -> None:
    works, faults = read("TI  - One\nTY  - JOUR\nER  - \n\nTI  - Two\nTY  - BOOK\nER  - \n")
    assert [(work.csl["title"], work.csl["type"], work.line) for work in works] == [
        ("One", "article-journal", 1),
        ("Two", "book", 5),
    ]
    assert faults == []


def test_authors_of_a_record_are_parted_over_lines_and_in_one() -> None:
    works, _ = read("TY  - JOUR\nTI  - A\nAU  - Roy SK; Lim, K\n      Doe, J\nAU  - ['Ek, B', 'Bo, C']\nER  - \n")
    assert [person["family"] for person in works[0].csl["author"]] == ["Roy", "Lim", "Doe", "Ek", "Bo"]


def test_a_pasted_record_with_tags_before_ty_is_known_for_ris() -> None:
    assert format_of("DB  - McK\nTI  - Zinc for colds\nTY  - JOUR\nAU  - Doe, J\nER  -\n") == ".ris"
    assert format_of("PMID- 1\nTI  - One.\n") == ".nbib"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("A risk of p <0.05 and n> 3", "A risk of p <0.05 and n> 3"),
        ("Less <than> more", "Less <than> more"),
        ("CO<sub>2</sub> in air", "CO<sub>2</sub> in air"),
        ("CO<SUB>2</SUB> in air", "CO<sub>2</sub> in air"),
        ("CO<inf>2</inf> in air", "CO<sub>2</sub> in air"),
        ("10<sup>3</sup> cells", "10<sup>3</sup> cells"),
        ("The <i>L. casei</i> strain", "The <i>L. casei</i> strain"),
        ("The <em>L. casei</em> strain", "The <i>L. casei</i> strain"),
        ("The <italic>L. casei</italic> strain", "The <i>L. casei</i> strain"),
        ("The &lt;i&gt;L. casei&lt;/i&gt; strain", "The <i>L. casei</i> strain"),
        ("The &amp;lt;i&amp;gt;L&amp;lt;/i&amp;gt; strain", "The <i>L</i> strain"),
        ("The <i>L. casei strain", "The L. casei strain"),
        ("The <i><b>L</i></b> strain", "The L strain"),
        ("<p>Zinc<br/>and <span class='x'>colds</span></p>", "Zinc and colds"),
        ("The <strong>best</strong> one", "The <b>best</b> one"),
    ],
)
def test_markup_in_a_title_is_what_csl_allows(written: str, kept: str) -> None:
    assert title(written) == kept
    works, _ = read(f"TY  - JOUR\nTI  - {written}\nER  - \n")
    assert works[0].csl["title"] == kept
