from __future__ import annotations

import pytest

from evidence.references.parsing import parse


def families(csl, role="author"):
    return [name.get("family") or name.get("literal") for name in csl.get(role, [])]


def fields(csl):
    issued = csl.get("issued", {}).get("date-parts", [[None]])[0][0]
    names = ("title", "container-title", "volume", "issue", "page")
    title, container, *place = (csl.get(name) for name in names)
    return (title, container, issued, *place)


TITLE = "Sleep in small children: a long look"
WHOLE = (TITLE, "Journal of Sleep", 2012, "13", "4", "155-160")

STYLES = [
    # APA
    f"Bell, A. B., Coe, D., & Day-Fox, E. (2012). {TITLE}. Journal of Sleep, 13(4), 155-160.",
    f"Bell, A. B., Coe, D., ... & Day-Fox, E. (2012). {TITLE}. Journal of Sleep13(4), 155–160.",
    f"Bell, A. B., Coe, D., & Day-Fox, E. (2012, May). {TITLE}. _Journal of Sleep_, _13_(4), 155–160.",
    # AMA and Vancouver
    f"1. Bell AB, Coe D, Day-Fox E. {TITLE}. Journal of Sleep. 2012;13(4):155-160.",
    f"[1] Bell AB, Coe D, Day-Fox E. {TITLE}. Journal of Sleep 2012 May 3;13(4):155-160. doi: 10.1000/x1",
    f"Bell AB, Coe D, Day-Fox E, et al. {TITLE}. *Journal of Sleep*. 2012;13(4):155-160. PMID: 123456",
    # author and date
    f"Bell, A. B., D. Coe, and E. Day-Fox. 2012. {TITLE}. Journal of Sleep 13(4):155-160.",
    # MLA
    f"Bell, Ada B., Dan Coe, and Eve Day-Fox. “{TITLE}.” Journal of Sleep 13.4 (2012): 155-160.",
    f"Bell, Ada B., Dan Coe, and Eve Day-Fox. “{TITLE}.” Journal of Sleep, vol. 13, no. 4, 2012, pp. 155-160.",
    # with a link
    f"Bell AB, Coe D, Day-Fox E. [{TITLE}](https://pubmed.gov/123456/). Journal of Sleep. 2012;13(4):155-160",
    # commas alone
    f"A. B. Bell, D. Coe and E. Day-Fox, {TITLE}, Journal of Sleep, 13(4), 155-160 (2012).",
]


@pytest.mark.parametrize("raw", STYLES)
def test_it_reads_every_field_of(raw):
    csl = parse(raw)
    assert fields(csl) == WHOLE
    assert families(csl) == ["Bell", "Coe", "Day-Fox"]
    assert csl["type"] == "article-journal"


@pytest.mark.parametrize("raw", ["", "1.", "-", "(((", "Read more", "????", "http://", "10.1000/"])
def test_it_makes_nothing_up_from(raw):
    csl = parse(raw)
    assert not {"author", "editor", "issued", "container-title", "volume", "issue", "page"} & csl.keys()


def test_what_somebody_does_to_an_answer_changes_no_other():
    spoilt = parse(STYLES[0])
    spoilt["author"][0]["family"] = "Nobody"
    del spoilt["title"]
    assert fields(parse(STYLES[0])) == WHOLE
    assert families(parse(STYLES[0])) == ["Bell", "Coe", "Day-Fox"]


def test_a_year_at_the_end_is_no_volume():
    csl = parse("Bell A. A long look at the sleep of children. Morgan Press, 2012.")
    assert "volume" not in csl
    assert csl["issued"] == {"date-parts": [[2012]]}


def test_a_day_is_no_volume():
    csl = parse("Sleep and small children. American Academy of Sleep, April 29, 2014.")
    assert "volume" not in csl
    assert csl["issued"] == {"date-parts": [[2014]]}


def test_a_chapter_stands_in_its_book():
    csl = parse("Bell, A. (2012). Sleep in children. In D. Coe (Ed.), Handbook of sleep (pp. 3-9). Hill Press.")
    assert (csl["title"], csl["container-title"], csl["type"]) == ("Sleep in children", "Handbook of sleep", "chapter")
    assert (families(csl), families(csl, "editor")) == (["Bell"], ["Coe"])


def test_editors_are_editors_and_a_press_is_a_publisher():
    csl = parse("Bell, A., & Coe, D. (Eds.). (2013). The sleep of children: workshop summary. Hill Academies Press.")
    assert families(csl, "editor") == ["Bell", "Coe"]
    assert "author" not in csl
    assert (csl["type"], csl["publisher"]) == ("book", "Hill Academies Press")


def test_a_body_is_one_author():
    csl = parse(
        "Centers for Disease Control and Prevention. Sleep in children. https://cdc.example/sleep. Accessed 2 May 2020."
    )
    assert families(csl) == ["Centers for Disease Control and Prevention"]
    assert (csl["title"], csl["URL"], csl["type"]) == ("Sleep in children", "https://cdc.example/sleep", "webpage")


def test_it_picks_out_the_identifiers():
    csl = parse("Bell A. Sleep. J Sl. 2012;1(2):3-9. https://doi.org/10.1000/X1. PMID: 123. PMCID: PMC456.")
    assert (csl["DOI"], csl["PMID"], csl["PMCID"]) == ("10.1000/x1", "123", "PMC456")
    assert "URL" not in csl


def test_a_question_in_the_title_ends_it():
    csl = parse("Bell, A. (2016). Does sleep help?. International sleep journal11(1), 19.")
    assert fields(csl) == ("Does sleep help?", "International sleep journal", 2016, "11", "1", "19")


def test_a_work_without_a_date_has_none():
    csl = parse("National Institutes of Health. (n.d.). Sleep: fact sheet. https://nih.example/sleep")
    assert (csl["title"], csl["type"]) == ("Sleep: fact sheet", "webpage")
    assert "issued" not in csl


def test_a_title_that_was_left_out_stays_absent():
    csl = parse("Bell A, et al. J Sleep 2012; 50:1551-8")
    assert "title" not in csl
    assert fields(csl) == (None, "J Sleep", 2012, "50", None, "1551-8")


def test_the_edition_is_no_part_of_the_title():
    csl = parse("Bell, A. (2012). Sleep answers (2nd ed.). Springer.")
    assert (csl["title"], csl["edition"], csl["publisher"]) == ("Sleep answers", "2", "Springer")


def test_it_reads_a_journal_that_counts_no_volumes():
    raw = "Hemilä H, Chalker E. Vitamin C for the common cold. Cochrane Database Syst Rev. 2013;(1):CD000980."
    csl = parse(raw)
    assert [name["family"] for name in csl["author"]] == ["Hemilä", "Chalker"]
    assert csl["title"] == "Vitamin C for the common cold"
    assert csl["issued"] == {"date-parts": [[2013]]}
    assert (csl["issue"], csl["page"]) == ("1", "CD000980")
    assert "volume" not in csl


@pytest.mark.parametrize(
    "tail", ["PubMed PMID: 123456.", "PMID: 123456.", "PubMed PMID: 123456; PubMed Central PMCID: PMC98765."]
)
def test_the_tail_that_pubmed_puts_behind_costs_no_field(tail: str) -> None:
    csl = parse(f"Bell A, Coe B. Sleep of infants in winter. J Sleep Res. 2012 Jun;13(4):155-60. {tail}")
    assert (csl["volume"], csl["issue"], csl["page"], csl["PMID"]) == ("13", "4", "155-60", "123456")


def test_the_page_of_an_article_is_no_mere_web_page():
    csl = parse("[Smoke and sleep](https://www.sciencedirect.com/science/article/pii/S0929664612001180)")
    assert csl["type"] == "article-journal"


@pytest.mark.parametrize(
    "people",
    ["Bell, Ada, Brenda W. J. H. Coe, Ed Watkins, and Tom Day.", "Bell, Ada, Ed Watkins, Tom Day, et al."],
)
def test_somebody_called_ed_edits_nothing(people):
    csl = parse(f'{people} "{TITLE}." Journal of Sleep 13, no. 4 (May 3, 2012): 155–60.')
    assert "Watkins" in families(csl)
    assert "editor" not in csl
    assert csl["type"] == "article-journal"
    assert {"family": "Watkins", "given": "Ed"} in csl["author"]


def test_the_words_of_a_link_are_no_part_of_the_address():
    csl = parse("“Anaemia.” Blood.org, [www.blood.org/anaemia.](https://www.blood.org/anaemia)")
    assert csl["URL"] == "www.blood.org/anaemia"
    assert csl["type"] == "webpage"


@pytest.mark.parametrize(
    ("raw", "title", "container"),
    [
        (
            "*Focused mint oil for the cramps of the lower gut: a systematic review.* Gut Notes, Aug 2024; 11:143.",
            "Focused mint oil for the cramps of the lower gut: a systematic review",
            "Gut Notes",
        ),
        (
            "_Zinc lozenges for the common cold in children_. Journal of Herbs. 2012;3(2):33-9.",
            "Zinc lozenges for the common cold in children",
            "Journal of Herbs",
        ),
    ],
)
def test_a_title_in_italics_that_begins_the_item_has_no_author(raw: str, title: str, container: str) -> None:
    csl = parse(raw)
    assert (csl["title"], csl["container-title"]) == (title, container)
    assert "author" not in csl


@pytest.mark.parametrize(
    "raw",
    [
        "*American Journal of Herbs and Roots* 2012;3(2):33-9.",
        "Roe J. *Zinc lozenges for the common cold in children*. London: Foo; 2012.",
        "*Zinc lozenges for the common cold in children* by Jane Roe, 2012.",
    ],
)
def test_italics_alone_make_no_title_of_an_item(raw: str) -> None:
    csl = parse(raw)
    assert csl.get("author") or not csl.get("title") or "Roe" in csl["title"]
