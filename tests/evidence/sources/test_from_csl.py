from __future__ import annotations

from datetime import date

import pytest

from evidence.context import Design, Species, Status
from evidence.reading.documents import read
from evidence.sources.from_csl import FactError, source_from_csl, sources_of


def source(facts=None, **csl):
    return source_from_csl("bell2012", csl, facts=facts)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"design": "double-blind"}, "design “double-blind” is not known. Use one of: systematic-review"),
        ({"species": "mouse"}, "species"),
        ({"status": "fine"}, "status"),
        ({"sample_size": "many"}, "sample_size must be a whole number"),
        ({"status_checked": "yesterday"}, "date such as 2026-01-31"),
    ],
)
def test_it_refuses_a_fact_that_is_not_allowed(facts, words):
    with pytest.raises(FactError, match="Reference bell2012: ") as caught:
        source(facts)
    assert words in str(caught.value)


def test_what_nobody_recorded_stays_empty():
    found = source(type="article-journal", title="Sleep in children")
    assert (found.design, found.design_from, found.sample_size, found.species) == (None, "", None, None)
    assert (found.peer_reviewed, found.preprint, found.status) == (None, False, Status.NOT_CHECKED)
    assert (found.outcome, found.funding, found.conflicts, found.year) == ("", "", "", None)


def test_it_takes_over_what_csl_says():
    found = source(
        type="article-journal",
        title="Sleep",
        author=[{"family": "Bell"}, {"family": "Berg", "non-dropping-particle": "van den"}, {"literal": "Sleep Group"}],
        issued={"date-parts": [[2012, 5]]},
        DOI="https://doi.org/10.1000/X1",
        PMID=123,
        PMCID="PMC456",
        volume=3,
        **{"container-title": "Journal of Sleep"},
    )
    assert found.families == ("Bell", "van den Berg", "Sleep Group")
    assert (found.doi, found.pmid, found.pmcid, found.volume) == ("10.1000/x1", "123", "PMC456", "3")
    assert (found.year, found.container) == (2012, "Journal of Sleep")


def test_recorded_facts_win():
    facts = {
        "design": "rct", "sample_size": 120, "species": "human", "outcome": "patient", "funding": "none declared",
        "status": "none-found", "status_checked": date(2026, 1, 2), "peer_reviewed": True, "from": "PubMed",
        "abstract": "A.", "risk_of_bias": 1, "seller_funded": True,
    }  # fmt: skip
    found = source(facts, type="article-journal", title="A systematic review of sleep")
    assert (found.design, found.design_from) == (Design.RCT, "PubMed")
    assert (found.sample_size, found.species, found.outcome) == (120, Species.HUMAN, "patient")
    assert (found.status, found.status_checked) == (Status.NONE_FOUND, date(2026, 1, 2))
    assert (found.peer_reviewed, found.seller_funded, found.risk_of_bias) == (True, True, 1)


def test_a_book_is_not_peer_reviewed():
    found = source(type="book", title="The sleep of children", editor=[{"family": "Bell"}], publisher="Hill Press")
    assert (found.design, found.peer_reviewed, found.families, found.container) == (
        Design.BOOK,
        False,
        ("Bell",),
        "Hill Press",
    )


def test_a_web_page_is_a_website():
    assert source(type="webpage", title="Sleep", URL="https://a.example").design == Design.WEBSITE


@pytest.mark.parametrize(
    "csl", [{"container-title": "medRxiv"}, {"DOI": "10.1101/2021.01.13.21249642"}, {"publisher": "Research Square"}]
)
def test_it_knows_a_preprint(csl):
    assert source_from_csl("k", {"type": "article", **csl}).preprint


def test_the_facts_of_the_front_matter_reach_their_source():
    document = read(
        "---\nreferences:\n  - {title: Milk}\n"
        "  - {id: sleep, title: Sleep, year: 2012, facts: {design: cohort, sample_size: 90}}\n---\nIt helps."
    )
    milk, sleep = sources_of(document)
    assert (milk.design, milk.sample_size, milk.number) == (None, None, 1)
    assert (sleep.key, sleep.design, sleep.sample_size, sleep.year) == ("sleep", Design.COHORT, 90, 2012)


@pytest.mark.parametrize(
    "title",
    [
        "RETRACTED: Ileal-lymphoid-nodular hyperplasia in children",
        "Retracted Article: A trial of everything",
        "[Retracted] A trial of everything",
        "A trial of everything (Retracted article. See vol. 12, p. 3, 2012)",
    ],
)
def test_it_takes_a_work_for_retracted_where_its_title_says_so(title):
    assert source(title=title).status is Status.RETRACTED
    assert source({"status": "none-found"}, title=title).status is Status.NONE_FOUND


@pytest.mark.parametrize(
    "title", ["Retracted articles: how often are they cited?", "Retraction: A trial", "The retracted tongue in infants"]
)
def test_it_does_not_take_a_work_about_retraction_for_a_retracted_one(title):
    assert source(title=title).status is Status.NOT_CHECKED


@pytest.mark.parametrize("said", ["", "in press", "forthcoming", "published", "not retracted", "none-found"])
def test_another_word_for_the_standing_of_a_work_says_nothing(said):
    assert source(title="A trial", status=said).status is Status.NOT_CHECKED


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("A trial of everything [Retracted]", Status.RETRACTED),
        ("A trial of everything (Retracted Article. See vol 12, pg 3, 2012)", Status.RETRACTED),
        ("WITHDRAWN: A trial of everything", Status.RETRACTED),
        ("RETRACTED PAPER: A trial of everything", Status.RETRACTED),
        ("Retraction notice to “A trial of everything”", Status.RETRACTED),
        ("Notice of Retraction: A trial of everything", Status.RETRACTED),
        ("Retraction Note: A trial of everything", Status.RETRACTED),
        ("Expression of Concern: A trial of everything", Status.CONCERN),
        ("Editorial expression of concern: A trial", Status.CONCERN),
        ("A trial of everything (Publication with Expression of Concern)", Status.CONCERN),
        ("Withdrawal of antidepressants in adults", Status.NOT_CHECKED),
        ("Expression of concern among parents", Status.NOT_CHECKED),
        ("Withdrawn children at school", Status.NOT_CHECKED),
    ],
)
def test_the_title_of_a_record_says_how_the_work_stands(title, status):
    assert source(title=title).status is status


@pytest.mark.parametrize(
    ("mark", "status"),
    [
        ("Retraction in: J Foo. 2016;9:3.", Status.RETRACTED),
        ("(Expression of concern in: J Foo. 2016;9:3.)", Status.CONCERN),
        ("Erratum in: J Foo. 2016;9:3.", Status.NOT_CHECKED),
        ("", Status.NOT_CHECKED),
    ],
)
def test_the_mark_of_a_printed_reference_reaches_its_source(mark, status):
    list_of = f"## References\n\n1. Miller A. Zinc and colds in adults. J Foo. 2015;8(1):1-7. {mark}\n"
    (found,) = sources_of(read(f"Zinc helps [1].\n\n{list_of}"))
    assert (found.status, found.title, found.year) == (status, "Zinc and colds in adults", 2015)


@pytest.mark.parametrize(
    "csl",
    [
        {"publisher": "arXiv"},
        {"container-title": "PsyArXiv"},
        {"container-title": "SocArXiv"},
        {"container-title": "TechRxiv"},
        {"archive": "arXiv", "number": "arXiv:2003.01234"},
        {"URL": "https://arxiv.org/abs/2003.01234"},
        {"URL": "https://www.medrxiv.org/content/1"},
        {"URL": "https://osf.io/preprints/psyarxiv/1"},
        {"type": "article", "genre": "preprint"},
    ],
)
def test_it_knows_a_preprint_without_a_doi(csl):
    assert source_from_csl("k", {"type": "article-journal", **csl}).preprint


@pytest.mark.parametrize(
    "csl",
    [
        {"container-title": "Phys Rev D", "URL": "https://arxiv.org/abs/1501.01234"},
        {"container-title": "Phys Rev D", "archive": "arXiv"},
        {"URL": "https://www.example.org/arxiv"},
    ],
)
def test_a_paper_of_a_journal_with_a_copy_elsewhere_is_no_preprint(csl):
    assert not source_from_csl("k", {"type": "article-journal", **csl}).preprint


def test_the_design_of_a_page_of_a_public_body_is_not_known_from_its_being_a_page():
    csl = {"title": "Iron", "type": "webpage", "URL": "https://ods.od.nih.gov/factsheets/Iron/"}
    assert source_from_csl("a", csl).design is None
    assert source_from_csl("a", csl).peer_reviewed is None
    assert source_from_csl("a", {**csl, "URL": "https://iron.example.org/"}).design is Design.WEBSITE
