"""Works as OpenURL context objects: what is left out, and what reference managers read back."""

from __future__ import annotations

import html
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest

from citations import formats
from citations.formats import parts
from citations.formats.coins import MOST_AUTHORS, context_object

MEDLINE = Path(__file__).resolve().parents[3] / "../shared/data/study-design/medline-1000.nbib"
ARTICLE = {
    "type": "article-journal",
    "title": "Walking for sore knees",
    "author": [{"family": "Doe", "given": "JB", "suffix": "Jr"}, {"family": "Berg", "given": "A"}],
    "container-title": "Journal of Walking",
    "container-title-short": "J Walk",
    "issued": {"date-parts": [[2019, 3, 4]]},
    "volume": "4",
    "issue": "2",
    "page": "101-109",
    "ISSN": "1234-5679",
    "DOI": "10.5555/walk.1",
    "PMID": "12345",
}


def read(csl: dict[str, Any]) -> dict[str, list[str]]:
    return parse_qs(context_object(csl), strict_parsing=True)


@pytest.mark.parametrize(
    "part",
    [
        {"DOI": "doi of it"},
        {"PMID": "0"},
        {"PMID": "12 or 13"},
        {"URL": "javascript:alert(1)"},
        {"URL": "www.x.example"},
    ],
)
def test_what_is_no_identifier_is_left_out(part: dict[str, str]) -> None:
    assert "rft_id" not in read({"title": "A title", **part})


@pytest.mark.parametrize(
    "csl",
    [
        {},
        {"title": ["A"], "type": 3},
        {"author": "Doe"},
        {"author": ["Doe", {}, {"family": 3}]},
        {"issued": {"date-parts": [None]}},
        {"title": "\ud800\x00"},
    ],
)
def test_a_record_of_another_form_still_gives_one_that_can_be_read(csl: dict[str, Any]) -> None:
    assert read(csl)["ctx_ver"] == ["Z39.88-2004"]


def test_authors_beyond_the_first_hundred_are_left_out() -> None:
    people = [{"family": f"Doe{number}", "given": "A"} for number in range(3 * MOST_AUTHORS)]
    assert len(read({**ARTICLE, "author": people})["rft.au"]) == MOST_AUTHORS - 1


def test_a_journal_article_is_told_in_full() -> None:
    assert read(ARTICLE) == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_id": ["info:doi/10.5555/walk.1", "info:pmid/12345"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft.genre": ["article"],
        "rft.atitle": ["Walking for sore knees"],
        "rft.jtitle": ["Journal of Walking"],
        "rft.stitle": ["J Walk"],
        "rft.volume": ["4"],
        "rft.issue": ["2"],
        "rft.issn": ["1234-5679"],
        "rft.pages": ["101-109"],
        "rft.spage": ["101"],
        "rft.epage": ["109"],
        "rft.aulast": ["Doe"],
        "rft.aufirst": ["JB"],
        "rft.ausuffix": ["Jr"],
        "rft.au": ["Berg, A"],
        "rft.date": ["2019-03-04"],
    }


def test_a_chapter_is_told_with_its_book() -> None:
    told = read(
        {
            "type": "chapter",
            "title": "Knees",
            "container-title": "All joints",
            "collection-title": "Bodies",
            "author": [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van der"}],
            "editor": [{"family": "Other", "given": "B"}],
            "page": "12\u201319",
            "publisher": "Walking Press",
            "publisher-place": "Oxford",
            "edition": "3",
            "ISBN": "9780486417134",
        }
    )
    assert (told["rft_val_fmt"], told["rft.genre"]) == (["info:ofi/fmt:kev:mtx:book"], ["bookitem"])
    assert (told["rft.atitle"], told["rft.btitle"]) == (["Knees"], ["All joints"])
    assert (told["rft.aulast"], told["rft.aufirst"]) == (["van der Berg"], ["Anna"])
    assert (told["rft.spage"], told["rft.epage"]) == (["12"], ["19"])
    assert (told["rft.isbn"], told["rft.pub"], told["rft.place"]) == (["9780486417134"], ["Walking Press"], ["Oxford"])
    assert (told["rft.edition"], told["rft.series"]) == (["3"], ["Bodies"])
    assert "rft.au" not in told


def test_a_book_by_a_body_keeps_the_name_of_the_body_whole() -> None:
    told = read({"type": "book", "title": "Guideline", "author": [{"literal": "World Health Organization"}]})
    assert (told["rft.genre"], told["rft.btitle"]) == (["book"], ["Guideline"])
    assert told["rft.aucorp"] == ["World Health Organization"]
    assert not {"rft.au", "rft.aulast"} & told.keys()


def test_a_group_behind_its_members_keeps_its_place_and_its_name() -> None:
    told = read({**ARTICLE, "author": [*ARTICLE["author"], {"literal": "The Knee Group"}]})  # type: ignore[misc]
    assert told["rft.au"] == ["Berg, A", "The Knee Group,"]


def test_a_first_author_known_by_one_name_alone_is_told_whole() -> None:
    told = read({**ARTICLE, "author": [{"family": "Kim"}, {"family": "Kim", "given": "S"}]})
    assert told["rft.au"] == ["Kim,", "Kim, S"]
    assert "rft.aulast" not in told


@pytest.mark.parametrize(
    ("kind", "form", "key", "genre"),
    [
        ("thesis", "dissertation", "rft.title", None),
        ("report", "book", "rft.btitle", "report"),
        ("paper-conference", "book", "rft.atitle", "proceeding"),
        ("article", "journal", "rft.atitle", "preprint"),
        ("document", "book", "rft.title", "document"),
        ("webpage", "dc", "rft.title", None),
        ("dataset", "dc", "rft.title", None),
        ("", "book", "rft.title", "document"),
    ],
)
def test_each_type_of_work_has_its_format(kind: str, form: str, key: str, genre: str | None) -> None:
    told = read({"type": kind, "title": "A title", "publisher": "A house", "author": [{"family": "Doe", "given": "A"}]})
    assert told["rft_val_fmt"] == [f"info:ofi/fmt:kev:mtx:{form}"]
    assert told[key] == ["A title"]
    assert told.get("rft.genre") == ([genre] if genre else None)


def test_a_work_of_no_known_type_in_a_journal_is_told_as_of_a_journal() -> None:
    assert read({"title": "A", "container-title": "B"})["rft.jtitle"] == ["B"]


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("R&D; 50% = half + half?", "R&D; 50% = half + half?"),
        ('"Sore" knees\' <b>end</b>', '"Sore" knees\' end'),
        ("<i>E. coli</i> and CO<sub>2</sub>", "E. coli and CO2"),
        ("Tea &amp; &lt;i&gt;milk&lt;/i&gt;", "Tea & milk"),
        ("Risk at p < 0.05 and n > 3", "Risk at p < 0.05 and n > 3"),
        ("膝の痛みと歩行", "膝の痛みと歩行"),
        ("Боль в колене: «ходьба»", "Боль в колене: «ходьба»"),
        ("می\u200cروم", "می\u200cروم"),
        ('"><script>alert(1)</script>', '"><script>alert(1)</script>'),
    ],
)
def test_a_title_comes_back_as_it_is_read(title: str, told: str) -> None:
    written = context_object({**ARTICLE, "title": title})
    assert parse_qs(written)["rft.atitle"] == [told]
    assert not set(written) & set("\"'<> ")


class _Spans(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span" and dict(attrs).get("class") == "Z3988":
            self.titles.append(dict(attrs)["title"] or "")


def test_it_passes_through_the_attribute_of_a_page() -> None:
    written = context_object(ARTICLE)
    page = _Spans()
    page.feed(f'<span class="Z3988" title="{html.escape(written)}"></span>')
    assert page.titles == [written]


def test_a_thousand_medline_records_come_back() -> None:
    if not MEDLINE.exists():
        pytest.skip("the MEDLINE records are not beside the project")
    with MEDLINE.open("rb") as stream:
        works = [row.csl for row in formats.read("a.nbib", stream) if isinstance(row, formats.Record)]
    assert len(works) == 1000
    for csl in works:
        told = parse_qs(context_object(csl))
        assert told["rft.atitle"] == [html.unescape(str(csl["title"]))]
        assert told["rft.jtitle"] == [csl["container-title"]]
        assert told["rft.date"][0][:4] == str(parts.parts_of(csl)[0])
        assert told.get("rft.volume") == ([csl["volume"]] if csl.get("volume") else None)
        assert told.get("rft.pages") == ([csl["page"]] if csl.get("page") else None)
        assert f"info:pmid/{csl['PMID']}" in told["rft_id"]
        assert f"info:doi/{csl['DOI']}" in told["rft_id"] if csl.get("DOI") else True
