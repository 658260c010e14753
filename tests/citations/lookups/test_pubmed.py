"""PubMed's records in the library's terms, and its answers compared with what was asked."""

from __future__ import annotations

import pytest

from citations.lookups import pubmed
from citations.lookups.errors import Malformed, NotFound, Unreachable
from citations.lookups.session import Session
from citations.lookups.title_matching import Wanted
from tests.citations import samples
from tests.citations.services_server import Services, as_json, as_xml

FETCH, SEARCH, CONVERT = "/eutils/efetch.fcgi", "/eutils/esearch.fcgi", "/idconv/articles/"
RETRACTED = '<PublicationType UI="D016441">Retracted Publication</PublicationType>'


def test_an_empty_set_is_a_work_it_does_not_know(services: Services, asking: Session) -> None:
    services.answers[FETCH] = samples.pubmed_set()
    with pytest.raises(NotFound):
        pubmed.by_pmid(asking, "1")


def test_the_record_of_another_number_is_not_taken(services: Services, asking: Session) -> None:
    services.answers[FETCH] = samples.pubmed_set(samples.pubmed_article(pmid="2"))
    with pytest.raises(NotFound):
        pubmed.by_pmid(asking, "1")


@pytest.mark.parametrize("xml", ["<eFetchResult><ERROR>down</ERROR></eFetchResult>", "<a/>"])
def test_another_kind_of_xml_is_no_answer(xml: str, services: Services, asking: Session) -> None:
    services.answers[FETCH] = as_xml(xml)
    with pytest.raises(Malformed):
        pubmed.by_pmid(asking, "1")


def test_a_record_without_a_number_is_no_answer(services: Services, asking: Session) -> None:
    services.answers[FETCH] = samples.pubmed_set("<PubmedArticle><MedlineCitation/></PubmedArticle>")
    with pytest.raises(Malformed):
        pubmed.by_pmid(asking, "1")


def test_an_error_inside_a_good_answer_is_no_answer(services: Services, asking: Session) -> None:
    services.answers[SEARCH] = as_json({"esearchresult": {"ERROR": "Search Backend failed"}})
    with pytest.raises(Unreachable):
        pubmed.by_doi(asking, samples.DOI)


def test_a_question_from_which_a_part_was_dropped_finds_nothing(services: Services, asking: Session) -> None:
    services.answers[SEARCH] = samples.esearch("5", errorlist={"phrasesnotfound": [samples.DOI], "fieldsnotfound": []})
    with pytest.raises(NotFound):
        pubmed.by_doi(asking, samples.DOI)


def test_a_record_with_another_doi_is_not_the_one(services: Services, asking: Session) -> None:
    services.answers[SEARCH] = samples.esearch(samples.PMID)
    services.answers[FETCH] = samples.pubmed_set(samples.pubmed_article(doi="10.5555/other"))
    with pytest.raises(NotFound):
        pubmed.by_doi(asking, samples.DOI)


def test_a_notice_of_retraction_is_not_a_retracted_paper(services: Services, asking: Session) -> None:
    of = samples.correction("RetractionOf", pmid="20000001")
    services.answers[FETCH] = samples.pubmed_set(samples.pubmed_article(corrections=of))
    (notice,) = pubmed.by_pmid(asking, samples.PMID).notices
    assert (notice.kind, notice.pmid, notice.notice_pmid) == ("retraction", "20000001", samples.PMID)
    assert notice.doi == ""


@pytest.mark.parametrize("kind", ["CommentIn", "CommentOn", "UpdateIn", "ErratumFrom", "Cites", "SummaryForPatientsIn"])
def test_a_comment_is_no_notice(kind: str, services: Services, asking: Session) -> None:
    article = samples.pubmed_article(corrections=samples.correction(kind))
    services.answers[FETCH] = samples.pubmed_set(article)
    assert pubmed.by_pmid(asking, samples.PMID).notices == ()


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        ("RetractionIn", "retraction"),
        ("ExpressionOfConcernIn", "concern"),
        ("ErratumIn", "correction"),
        ("CorrectedandRepublishedIn", "correction"),
        ("RetractedandRepublishedIn", "retraction"),
    ],
)
def test_notices_about_a_paper_are_read(kind: str, meant: str, services: Services, asking: Session) -> None:
    article = samples.pubmed_article(corrections=samples.correction(kind))
    services.answers[FETCH] = samples.pubmed_set(article)
    (notice,) = pubmed.by_pmid(asking, samples.PMID).notices
    assert (notice.kind, notice.pmid, notice.doi) == (meant, samples.PMID, samples.DOI)
    assert notice.notice_pmid == samples.NOTICE_PMID


def test_a_notice_without_a_number_is_kept(services: Services, asking: Session) -> None:
    article = samples.pubmed_article(corrections=samples.correction("RetractionIn", pmid=""))
    services.answers[FETCH] = samples.pubmed_set(article)
    (notice,) = pubmed.by_pmid(asking, samples.PMID).notices
    assert (notice.kind, notice.notice_pmid) == ("retraction", "")


def test_the_publication_type_alone_tells_of_a_retraction(services: Services, asking: Session) -> None:
    services.answers[FETCH] = samples.pubmed_set(samples.pubmed_article(types=RETRACTED))
    assert [notice.kind for notice in pubmed.by_pmid(asking, samples.PMID).notices] == ["retraction"]


def test_a_record_becomes_csl(services: Services, asking: Session) -> None:
    services.answers[FETCH] = samples.pubmed_set(samples.pubmed_article())
    found = pubmed.by_pmid(asking, samples.PMID)
    assert found.csl == {
        "type": "article-journal",
        "title": samples.TITLE,
        "author": [
            {"family": "Müller", "given": "Anna"},
            {"family": "Okafor", "given": "Chidi B"},
            {"literal": "The Knee Group"},
        ],
        "container-title": "Journal of walking",
        "container-title-short": "J Walk",
        "issued": {"date-parts": [[2019, 3]]},
        "volume": "4",
        "issue": "2",
        "page": "101-109",
        "ISSN": "1234-5679",
        "language": "eng",
        "DOI": samples.DOI,
        "PMID": samples.PMID,
        "PMCID": samples.PMCID,
    }
    assert found.identifiers == {
        "doi": samples.DOI,
        "pmid": samples.PMID,
        "pmcid": samples.PMCID,
        "nct": "NCT01234567",
    }


def test_facts_come_with_their_evidence(services: Services, asking: Session) -> None:
    services.answers[FETCH] = samples.pubmed_set(samples.pubmed_article())
    facts = pubmed.by_pmid(asking, samples.PMID).facts
    said = {name: (fact.value, fact.evidence) for name, fact in facts.items()}
    assert said == {
        "publication_types": (["Journal Article", "Randomized Controlled Trial"], "Publication types"),
        "mesh": (["Humans", "*Osteoarthritis, Knee/therapy"], "MeSH headings; * marks the main subjects"),
        "abstract": ("BACKGROUND: Knees hurt (p < 0.05).\nMETHODS: We randomised 80 adults.", "Abstract"),
        "design": ("rct", "Publication type: Randomized Controlled Trial"),
        "species": ("human", "MeSH: Humans"),
        "funding": ("Knee Council (K-1)", "Grant list"),
        "conflicts": ("The authors sell no shoes.", "Conflict of interest statement"),
        "registration": ("ClinicalTrials.gov NCT01234567", "Data bank list"),
    }


def test_an_empty_statement_of_conflicts_says_nothing(services: Services, asking: Session) -> None:
    article = samples.pubmed_article().replace("The authors sell no shoes.", "")
    services.answers[FETCH] = samples.pubmed_set(article)
    assert "conflicts" not in pubmed.by_pmid(asking, samples.PMID).facts


def test_a_season_gives_the_year_alone(services: Services, asking: Session) -> None:
    article = samples.pubmed_article().replace(
        "<PubDate><Year>2019</Year><Month>Mar</Month>\n</PubDate>",
        "<PubDate><MedlineDate>2019 Jun-Jul</MedlineDate></PubDate>",
    )
    services.answers[FETCH] = samples.pubmed_set(article)
    assert pubmed.by_pmid(asking, samples.PMID).csl["issued"] == {"date-parts": [[2019]]}


def test_a_pmcid_leads_to_the_record(services: Services, asking: Session) -> None:
    services.answers[CONVERT] = samples.idconv(doi=samples.DOI, pmcid=samples.PMCID, pmid=samples.PMID)
    services.answers[FETCH] = samples.pubmed_set(samples.pubmed_article())
    assert pubmed.by_pmcid(asking, samples.PMCID).identifiers["pmid"] == samples.PMID
    assert "idtype=pmcid" in services.asked[0]


def test_a_pmcid_that_the_converter_does_not_know_is_not_found(services: Services, asking: Session) -> None:
    services.answers[CONVERT] = samples.idconv(pmcid="PMC1", status="error", errmsg="invalid article id")
    with pytest.raises(NotFound):
        pubmed.by_pmcid(asking, "PMC1")


def test_a_reference_is_found_by_its_words(services: Services, asking: Session) -> None:
    services.answers[SEARCH] = samples.esearch(samples.PMID)
    services.answers[FETCH] = samples.pubmed_set(samples.pubmed_article())
    found = pubmed.by_words(asking, Wanted("Walking for sore knees", 2019, ("Müller",)))
    assert found.identifiers["pmid"] == samples.PMID
    assert "2018%3A2020%5Bdp%5D" in services.asked[0]


def test_a_search_that_finds_nothing_alike_is_not_found(services: Services, asking: Session) -> None:
    services.answers[SEARCH] = samples.esearch(samples.PMID)
    services.answers[FETCH] = samples.pubmed_set(samples.pubmed_article(title="Sleeping with sore knees"))
    with pytest.raises(NotFound):
        pubmed.by_words(asking, Wanted("Walking for sore knees", 2019, ("Müller",)))
