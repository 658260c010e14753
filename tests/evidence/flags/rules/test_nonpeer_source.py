"""A work that peers did not review."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.context import Design
from tests.evidence.judging import TRIAL, check_clean, check_flags, flags_of

CODE = "nonpeer-source"


def test_it_leaves_a_journal_article_alone() -> None:
    check_clean(CODE, "Ginger helps.", [TRIAL])


def test_it_leaves_a_guideline_alone_wherever_it_was_published() -> None:
    check_clean(CODE, "Ginger helps.", [replace(TRIAL, kind="report", design=Design.GUIDELINE)])


def test_an_editor_can_say_that_a_book_was_reviewed() -> None:
    check_clean(CODE, "Ginger helps.", [replace(TRIAL, kind="book", design=None, peer_reviewed=True)])


@pytest.mark.parametrize("kind", ["book", "webpage", "report", "article-newspaper"])
def test_it_flags_books_and_pages(kind: str) -> None:
    check_flags(CODE, "Ginger helps.", [replace(TRIAL, kind=kind, design=None)])


def test_the_guidance_of_a_public_body_is_no_mere_web_page() -> None:
    text = "Ginger [lowers nausea in pregnancy]({}) by 40 %."
    guidance = "https://www.nice.org.uk/guidance/ng201/chapter/recommendations"
    assert not flags_of(CODE, text.format(guidance), None)
    assert flags_of(CODE, text.format("https://www.example.org/guidance/ginger"), None)


CLAIM = "Ginger [lowers nausea in pregnancy]({}) by 40 % within a week."


@pytest.mark.parametrize(
    "url",
    [
        "https://www.example.org/health/ginger-and-nausea",
        "https://news.example.org/2024/05/ginger",
        "https://www.example.org/articles/keeping-a-journal-of-your-meals",
        "https://www.nih.gov/news-events/news-releases/ginger-may-help",
        "https://www.who.int/news-room/feature-stories/detail/ginger",
        "https://www.youtube.com/watch?v=dBnniua6",
    ],
)
def test_a_page_that_a_claim_stands_on_is_flagged(url: str) -> None:
    assert flags_of(CODE, CLAIM.format(url), None)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.cell.com/cell-reports/fulltext/S2211-1247(18)30755-1",
        "https://psycnet.apa.org/record/2015-27044-001",
        "https://www.aafp.org/pubs/afp/issues/2010/1001/p741.html",
        "https://clinmedjournals.org/articles/ijsem/international-journal-of-sports-and-exercise-medicine-6-169.php",
        "http://scielo.isciii.es/scielo.php?script=sci_arttext&pid=S0212-16112009000300003",
        "https://www.hindawi.com/journals/ecam/2012/127106/",
        "https://www.jstor.org/stable/2346178",
        "https://www.researchgate.net/publication/51112993_Diet_and_cancer_risk",
        "https://www.semanticscholar.org/paper/Fuel-metabolism-in-starvation.-Cahill/a8bb8327226d",
        "https://www.mdpi.com/978584",
        "https://jpma.org.pk/article-details/2996?article_id=2996",
        "https://www.cambridge.org/core/journals/british-journal-of-nutrition/article/effects-of-ginger/8CE2",
        "https://journals.lww.com/nsca-jscr/fulltext/2010/10000/ginger_and_sport.1.aspx",
    ],
)
def test_an_article_in_a_journal_is_no_mere_page_though_its_address_holds_no_doi(url: str) -> None:
    assert not flags_of(CODE, CLAIM.format(url), None)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.cdc.gov/physicalactivity/basics/pa-health/index.htm",
        "http://www.nhs.uk/chq/pages/1034.aspx",
        "https://www.epa.gov/sites/default/files/documents/effects.pdf",
        "https://www.who.int/news-room/fact-sheets/detail/monkeypox",
        "https://www.who.int/news-room/questions-and-answers/item/food-safety",
        "https://www.cancer.gov/publications/dictionaries/cancer-terms/def/metabolite",
    ],
)
def test_what_a_public_body_says_is_no_mere_page(url: str) -> None:
    text = f"{CLAIM.format('https://www.example.org/a')[:-1]} [1].\n\n## References\n\n1. Nausea in pregnancy. {url}\n"
    assert not [flag for flag in flags_of(CODE, text, None) if flag.reference != "url:https://www.example.org/a"]


@pytest.mark.parametrize("url", ["https://www.thennt.example.com/", "https://www.bitgym.example?ref=korc"])
def test_the_home_of_a_site_is_no_work(url: str) -> None:
    assert not flags_of(CODE, CLAIM.format(url), None)


@pytest.mark.parametrize(
    "words",
    [
        "[Care Line](https://www.example.org/help/dementia): Offers a helpline and support groups that ease stress.",
        "[Care Line](https://www.example.org/help/dementia) provides free courses that reduce stress in carers.",
        "[Care Line](https://www.example.org/help/dementia): Lists resources that help people with dementia sleep.",
        "[Care Line](https://www.example.org/help/dementia): An online resource center for mental health.",
    ],
)
def test_a_site_that_is_told_of_for_what_it_offers_is_no_source(words: str) -> None:
    assert not flags_of(CODE, f"**{words.split(')')[0]})**{words.split(')', 1)[1]}", None)
    assert not flags_of(CODE, words, None)


@pytest.mark.parametrize(
    "note",
    [
        "I walked to the top of [Mount Alder](https://en.wikipedia.org/wiki/Mount_Alder) with friends in August 2019.",
        "If you are in town I would recommend [Dan Kell](http://tinyretreat.example.com/massage).",
        "Ann Poe writes on food and lives [in Leeds](https://www.example.org/ann-poe) with two cats.",
    ],
)
def test_a_remark_in_a_note_that_no_claim_stands_on_is_no_source(note: str) -> None:
    text = f"Zinc shortens a cold by two days in adults.\n\nI went there to get better.[^1]\n\n[^1]: {note}\n"
    assert not flags_of(CODE, text, None)


def test_a_bare_address_says_nothing_that_could_stand_on_it() -> None:
    page = "https://www.example.org/allegations-of-mistreatment-roil-trauma-center-and-depression"
    assert not flags_of(CODE, f"Trauma causes depression and anxiety in many adults.\n\n- {page}\n", None)


BOOK = replace(TRIAL, kind="book", design=Design.BOOK, design_from="type", title="Human biochemistry", doi="")


@pytest.mark.parametrize(
    "text",
    [
        "Cells in the body take up sugar through channels in their membrane",
        "The liver releases enzymes that break up proteins in the blood",
        "Cells make amino acids out of other amino acids",
        "Enzymes bind to receptors in the cells of the gut",
        "Neurons release transmitters into the synapses of the brain",
        "Proteins consist of chains of amino acids in all cells",
        "The pancreas releases enzymes into the gut",
        "Red blood cells hold a protein that binds oxygen",
    ],
)
def test_a_textbook_will_do_for_how_the_body_works(text: str) -> None:
    check_clean(CODE, f"{text} [@lee2020].", [BOOK])


@pytest.mark.parametrize(
    "text",
    [
        "Ginger reduces nausea in pregnancy",
        "Pregnant women should take iron every day",
        "Ginger is safe for toddlers with a cold",
        "Enzymes in the gut cause ulcers and cancer of the bowel",
    ],
)
def test_a_book_on_a_remedy_or_a_disease_is_told_as_one(text: str) -> None:
    check_flags(CODE, f"{text} [@lee2020].", [BOOK])


CREDITED = replace(TRIAL, kind="webpage", design=Design.WEBSITE, design_from="type", doi="", year=2009)


@pytest.mark.parametrize(
    "words",
    [
        "I stole this line from Ada Moor’s blog.",
        "Borrowed from Moor A. A blog on soup. 2009.",
        "Hat tip to Moor A. 2009.",
        "h/t Ada Moor, 2009.",
        "Credit to Moor A. for the joke. 2009.",
        "This phrase is Ada Moor’s, 2009.",
        "The line was first Ada Moor’s. 2009.",
        "That analogy comes from Moor A, 2009.",
    ],
)
def test_whose_words_were_borrowed_is_no_matter_of_evidence(words: str) -> None:
    source = replace(CREDITED, raw=words)
    check_clean(CODE, "Ginger reduces nausea [@lee2020].", [source])
    check_clean("outdated-source", "Ginger reduces nausea [@lee2020].", [source])


@pytest.mark.parametrize(
    "words",
    ["Moor A. Lines and phrases. 2009.", "Credit Suisse. Report. 2009.", "Moor A. Ginger. 2009.", "Nicholson A. 2009."],
)
def test_a_page_by_somebody_is_told_as_one(words: str) -> None:
    check_flags(CODE, "Ginger reduces nausea [@lee2020].", [replace(CREDITED, raw=words)])
