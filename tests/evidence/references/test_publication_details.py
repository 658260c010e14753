from __future__ import annotations

import pytest

from evidence.references.parsing import parse
from evidence.references.publication_details import place_of


@pytest.mark.parametrize("text", ["", ".", "In: a book of some kind.", "In Sleep (Ed.), so to say."])
def test_it_makes_nothing_up_from(text):
    assert place_of(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "In D. Coe & E. Day (Eds.), Handbook of sleep (pp. 3–19). Hill Press.",
        "In: Coe D, Day E, editors. Handbook of sleep. Boston: Hill Press; 2001. p. 3-19.",
    ],
)
def test_a_chapter_has_its_book_and_editors(text):
    found = place_of(text)
    assert [name["family"] for name in found["editor"]] == ["Coe", "Day"]
    assert (found["container-title"], found["page"], found["publisher"]) == ("Handbook of sleep", "3-19", "Hill Press")


def issued(year):
    return {"date-parts": [[year]]}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Journal of Sleep", {"container-title": "Journal of Sleep"}),
        ("Journal of Sleep13(4), 155–160.", {"volume": "13", "issue": "4", "page": "155-160"}),
        ("Sleep, 3(S2), S12–S19.", {"volume": "3", "issue": "S2", "page": "S12-S19"}),
        ("J Sleep. 2012 May 3;13(4):155-60.", {"volume": "13", "issue": "4", "page": "155-60", "issued": issued(2012)}),
        ("J Sleep 2012;13:e187-96.", {"volume": "13", "page": "e187-96", "issued": issued(2012)}),
        (
            "Sleep 2012, 22, 1147–1162. [CrossRef] [PubMed]",
            {"volume": "22", "page": "1147-1162", "issued": issued(2012)},
        ),
        ("Sleep 13.4 (2012): 155-160.", {"volume": "13", "issue": "4", "page": "155-160", "issued": issued(2012)}),
        ("medRxiv [Preprint]. 2021 Jan 15.", {"container-title": "medRxiv", "issued": issued(2021)}),
        ("Sleep Today, April 29, 2014.", {"container-title": "Sleep Today", "issued": issued(2014)}),
        ("Sleep Today, 13 Apr. 2020.", {"container-title": "Sleep Today", "issued": issued(2020)}),
        ("Hill Press, 2012.", {"publisher": "Hill Press", "issued": issued(2012)}),
        (
            "2nd ed. Boston, MA: Springer; 2012.",
            {"edition": "2", "publisher-place": "Boston, MA", "publisher": "Springer", "issued": issued(2012)},
        ),
        ("Geneva: World Health Organization", {"publisher-place": "Geneva", "publisher": "World Health Organization"}),
        (
            "Cochrane Database of Systematic Reviews 2012, Issue 3. Art. No.: CD003456.",
            {"issue": "3", "page": "CD003456", "issued": issued(2012)},
        ),
    ],
)
def test_it_reads(text, wanted):
    found = place_of(text)
    if "container-title" not in wanted:
        found.pop("container-title", None)
    assert found == wanted


def test_an_edition_is_no_sign_of_editors() -> None:
    csl = parse("Kovač A. Cramps in divers. In: Reef Handbook. 4th ed. Tide Press; 2016:12-30.")
    assert ("editor" in csl, csl["container-title"], csl["publisher"]) == (False, "Reef Handbook", "Tide Press")
    assert csl["page"] == "12-30"


@pytest.mark.parametrize("sign", ["(eds)", "(eds).", "(ed.)", ", eds."])
def test_editors_of_a_book_stand_before_their_sign(sign: str) -> None:
    csl = parse(f"Kovač AB, Moreau C {sign} Kelp and tides. Split: Tide Press; 2016.".replace(" ,", ","))
    assert [person["family"] for person in csl["editor"]] == ["Kovač", "Moreau"]
    assert csl["title"] == "Kelp and tides"
