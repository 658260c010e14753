"""What labels or the line itself cut wrongly comes out right: in our own words, one form of fault each."""

from __future__ import annotations

from typing import Any

import pytest

from evidence.references.mended_parts import mended
from evidence.references.parsing import parse
from evidence.references.printed import printed


def year(csl: dict[str, Any]) -> int | None:
    return csl["issued"]["date-parts"][0][0] if "issued" in csl else None


@pytest.mark.parametrize(
    "written",
    [
        "Bell A. Owls at 3: 4 ways to sleep. J Sleep. 2012;13(4):155-60.",
        "Bell A. Is it 5? A study. J Sleep. 2012;13(4):155-60.",
        "Bell A. On X-rays - a memoir. Hill Press; 2012.",
        "Bell A. Vitamin B12: 3 trials. J Sleep. 2012;13(4):155-60.",
        "Bell A. Vitamin B12 (2010) and IL6, CD4 and COVID19. J Sleep. 2012;13(4):155-60.",
        "- Bell A. On sleep. J Sleep. 2012;13(4):155-60.",
        "Bell A. Translated by chance: errors in messengers. J Sleep. 2012;13(4):155-60.",
    ],
)
def test_a_line_without_such_a_fault_is_left_as_it_is(written: str) -> None:
    assert printed(written).text == written.removeprefix("- ")


def test_a_day_of_another_label_and_a_book_without_editors_stay() -> None:
    text = "In Bell A, Coe D. J Sleep 13 2012"
    spans = {"editor": (0, 16), "container": (18, 25), "volume": (26, 28), "date": (29, 33)}
    assert mended(text, spans) == {"editor": "In Bell A, Coe D", "container": "J Sleep", "volume": "13", "date": "2012"}


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("[7] “Owls Live,” http://owls.example, December 2010.", 2010),
        ("Owl Center. Overview of night trends. http://owls.example/pdf/trends.pdf, 2002.", 2002),
        ("Bell A, Coe D. Birds use settings of their own. Journal of Owls. doi: 10.1044/2013_JSL. 2013. *†", 2013),
        ("Bell A. Owls. http://owls.example/2001/page.html", None),
    ],
)
def test_a_year_behind_the_address_is_that_of_the_work(written: str, wanted: int | None) -> None:
    assert year(parse(written)) == wanted


@pytest.mark.parametrize("dash", ["———.", "–––––.", "______.", "———,", "—.", "---."])
def test_a_dash_for_the_authors_before_is_no_author_and_no_title(dash: str) -> None:
    csl = parse(f"{dash} The Night of the Owls: A Novel. London: Hill Press, 2006.")
    assert "author" not in csl
    assert csl["title"] == "The Night of the Owls: A Novel"
    assert csl["publisher"] == "Hill Press"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Bell, A., Coe, D. Owls at night. Annals of Owls, 57 (1): 451?454, 2008.", ("57", "1", "451-454")),
        ("Bell, A., Coe, D. Owls at night. Annals of Owls, 57 (1): 451=454, 2008.", ("57", "1", "451-454")),
        ("Bell, A.; Coe, D., 2009. Owls at Night. Environmental Owls, 43:17: 6691.", ("43", "17", "6691")),
        ("Bell, A., Coe, D., 1995. Owls at Night. Journal of Owls, 50: 2, pp.679-698.", ("50", "2", "679-698")),
        ("Bell, Ann. (1992, August 27). Owls leave the post. Old Gold and Black, 76(1), pp. 1,3.", ("76", "1", "1,3")),
    ],
)
def test_volume_issue_and_pages_of_odd_forms_are_told_apart(written: str, wanted: tuple[str, str, str]) -> None:
    csl = parse(written)
    assert (csl.get("volume"), csl.get("issue"), csl.get("page", "").replace(" ", "")) == wanted


@pytest.mark.parametrize(
    "written",
    [
        "Bell, Ann. Owls and Their Wives (tr. Columba Heaney), Shannon: Irish University Press, 1969.",
        "Bell, Ann. Owls and Their Wives. Translated by Peter Firchow. Minneapolis: Hill Press, 1971.",
        "Bell, Ann. Owls and Their Wives. Trans. by John E. Woods. New York: Knopf, 1995.",
    ],
)
def test_a_translator_is_no_part_of_the_title(written: str) -> None:
    csl = parse(written)
    assert (csl["title"], csl["author"][0]["family"]) == ("Owls and Their Wives", "Bell")


@pytest.mark.parametrize(
    ("text", "spans", "wanted"),
    [
        (
            "In Storm and Owl: A Choice. Edited by Eric Lowe. Heidelberg",
            {"editor": (0, 48), "location": (49, 59)},
            {"container": "In Storm and Owl: A Choice", "editor": "Eric Lowe.", "location": "Heidelberg"},
        ),
        ("In Owls and American History.", {"editor": (0, 29)}, {"container": "In Owls and American History."}),
        ("Owl News, 5 June 2015", {"container": (0, 9), "volume": (10, 11)}, {"container": "Owl News,"}),
        (
            "174 (5): 1559, 1968.",
            {"volume": (0, 8), "date": (9, 20)},
            {"volume": "174 (5):", "pages": "1559", "date": "1968"},
        ),
        (
            "Vol. 150, P. 27 - 48.",
            {"volume": (0, 17), "pages": (18, 21)},
            {"volume": "Vol. 150", "pages": "P. 27 - 48."},
        ),
    ],
)
def test_words_go_to_the_part_that_they_belong_to(
    text: str, spans: dict[str, tuple[int, int]], wanted: dict[str, str]
) -> None:
    assert mended(text, spans) == wanted


@pytest.mark.parametrize(
    ("written", "journal", "volume"),
    [
        ("Chen, H., Coe, D. 1997, ApJ475, 163", "ApJ", "475"),
        ("Briel U., Henry J., 2003, A&A410, 777", "A&A", "410"),
        ("H. Take, “Single owls at night,” Physical Review A82, 013833 (2010).", "Physical Review A", "82"),
        ("Jacob Ziff and Abe Lemp. A universal choice of owls. TIT23(3):337–343, 1977.", "TIT", "23"),
    ],
)
def test_a_volume_stuck_to_capitals_is_told_from_them(written: str, journal: str, volume: str) -> None:
    csl = parse(written)
    assert (csl["container-title"], csl["volume"]) == (journal, volume)


@pytest.mark.parametrize(
    "chapter",
    [
        "In: Ships and Eds. Harbor Medicine. Oslo: Quay Press; 2014.",
        "In: Harbor Medicine. 3rd ed. Oslo: Quay Press; 2014.",
        "Edited in haste. Ann Harbor Med. 2014;6(2):55-61.",
    ],
)
def test_words_before_no_sign_of_editors_are_no_editors(chapter: str) -> None:
    assert "editor" not in mended(f"Osei B. Sleep. {chapter}", {})


@pytest.mark.parametrize(
    ("chapter", "editors", "pages"),
    [
        ("In: Ferrant KJ, ed. Harbor Medicine. New York, NY: Quay Press; 2014:211-230.", ["Ferrant"], "211-230"),
        ("In: Ferrant KJ, ed. Harbor Medicine. New York, NY: Quay Press; 2014:chap 4.", ["Ferrant"], None),
        ("In: Ferrant KJ, ed. Harbor Medicine. Quay Press; 2014:chap 4-6.", ["Ferrant"], None),
        ("In: Ferrant KJ, ed. Harbor Medicine. Quay Press; 2014:xi-xiv.", ["Ferrant"], "xi-xiv"),
        ("In: Ferrant KJ, ed. Harbor Medicine. Vol 1. Quay Press; 2014:88-97.", ["Ferrant"], "88-97"),
        (
            "In: Ferrant KJ, Dahl E, eds. Harbor Medicine. 3rd ed. Oslo: Quay Press; 2014:8-9.",
            ["Ferrant", "Dahl"],
            "8-9",
        ),
        ("In: Ferrant KJ, editor. Harbor Medicine. 2nd ed. London: Quay Press; 2014. p. 8-9.", ["Ferrant"], "8-9"),
    ],
)
def test_the_book_of_a_chapter_stands_behind_the_sign_of_its_editors(
    chapter: str, editors: list[str], pages: str | None
) -> None:
    csl = parse(f"Osei B. Sleep of sailors. {chapter}")
    assert (csl["title"], csl["container-title"], csl.get("page")) == ("Sleep of sailors", "Harbor Medicine", pages)
    assert [person["family"] for person in csl["editor"]] == editors
    assert csl["publisher"] == "Quay Press"
