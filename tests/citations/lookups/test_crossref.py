"""Crossref's records in the library's terms, notices the right way round."""

from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from citations.lookups import crossref, markup
from citations.lookups.errors import Malformed, NotFound
from citations.lookups.session import Session
from citations.lookups.title_matching import Wanted
from tests.citations import samples
from tests.citations.services_server import Services, as_json

PATH = f"/crossref/works/{samples.DOI}"
LIST = "/crossref/works"
WANTED = Wanted("Walking for sore knees", 2019, ("Mueller", "Okafor"), "Müller 2019 Walking for sore knees")


@pytest.mark.parametrize(
    "message",
    [
        None,
        [],
        "text",
        {"DOI": samples.DOI, "relation": 5},
        {"DOI": samples.DOI, "relation": "none"},
    ],
)
def test_a_record_in_another_form_is_no_answer(message: Any, services: Services, asking: Session) -> None:
    services.answers[PATH] = as_json({"status": "ok", "message": message})
    with pytest.raises(Malformed):
        crossref.by_doi(asking, samples.DOI)


def test_the_record_of_another_doi_is_not_taken(services: Services, asking: Session) -> None:
    services.answers[PATH] = samples.crossref_work(DOI="10.5555/other")
    with pytest.raises(NotFound, match=r"10\.5555/other"):
        crossref.by_doi(asking, samples.DOI)


@pytest.mark.parametrize(
    "more",
    [
        {"title": ["Sleeping for sore knees"], "subtitle": []},
        {"issued": {"date-parts": [[2013]]}},
        {"author": [{"family": "Smith", "given": "J"}]},
    ],
)
def test_a_guess_is_no_answer(more: dict[str, Any], services: Services, asking: Session) -> None:
    services.answers[LIST] = samples.crossref_list(samples.crossref_item(**more))
    with pytest.raises(NotFound):
        crossref.by_words(asking, Wanted("Walking for sore knees", 2019, ("Müller",), "x"))


def test_a_chapter_is_not_the_book_with_its_number(services: Services, asking: Session) -> None:
    chapter = samples.crossref_item(type="book-chapter", ISBN=["9780309265850"])
    services.answers[LIST] = samples.crossref_list(chapter)
    with pytest.raises(NotFound):
        crossref.by_isbn(asking, "9780309265850")


def test_update_to_makes_a_notice_and_no_retracted_paper(services: Services, asking: Session) -> None:
    update = samples.updated_by(doi="10.5555/paper")
    services.answers[PATH] = samples.crossref_work(**{"update-to": [update]})
    (notice,) = crossref.by_doi(asking, samples.DOI).notices
    assert (notice.kind, notice.doi, notice.notice_doi) == ("retraction", "10.5555/paper", samples.DOI)


@pytest.mark.parametrize("kind", ["addendum", "clarification", "new_version", "new_edition", "something-new"])
def test_an_update_that_takes_nothing_back_is_no_notice(kind: str, services: Services, asking: Session) -> None:
    services.answers[PATH] = samples.crossref_work(**{"updated-by": [samples.updated_by(kind)]})
    assert crossref.by_doi(asking, samples.DOI).notices == ()


@pytest.mark.parametrize(
    ("kind", "meant"),
    [
        ("retraction", "retraction"),
        ("withdrawal", "retraction"),
        ("removal", "retraction"),
        ("expression_of_concern", "concern"),
        ("expression-of-concern", "concern"),
        ("correction", "correction"),
        ("erratum", "correction"),
        ("partial_retraction", "correction"),
        ("reinstatement", "reinstatement"),
    ],
)
def test_updated_by_names_the_notices_about_a_paper(kind: str, meant: str, services: Services, asking: Session) -> None:
    services.answers[PATH] = samples.crossref_work(**{"updated-by": [samples.updated_by(kind)]})
    (notice,) = crossref.by_doi(asking, samples.DOI).notices
    assert (notice.kind, notice.doi, notice.notice_doi) == (meant, samples.DOI, samples.NOTICE_DOI)
    assert notice.published_on == date(2021, 5, 6)


def test_one_event_told_by_two_is_one_notice(services: Services, asking: Session) -> None:
    twice = [samples.updated_by(), samples.updated_by(source="retraction-watch")]
    services.answers[PATH] = samples.crossref_work(**{"updated-by": twice})
    assert len({notice.record for notice in crossref.by_doi(asking, samples.DOI).notices}) == 1


def test_a_record_becomes_csl(services: Services, asking: Session) -> None:
    services.answers[PATH] = samples.crossref_work()
    found = crossref.by_doi(asking, samples.DOI)
    assert found.csl == {
        "type": "article-journal",
        "title": samples.TITLE,
        "author": [
            {"family": "Müller", "given": "Anna"},
            {"family": "Okafor", "given": "Chidi B."},
            {"literal": "The Knee Group"},
        ],
        "container-title": "Journal of Walking",
        "container-title-short": "J Walk",
        "issued": {"date-parts": [[2019, 3, 4]]},
        "volume": "4",
        "issue": "2",
        "page": "101-109",
        "publisher": "Walking Press",
        "ISSN": "1234-5679",
        "DOI": samples.DOI,
        "language": "en",
    }
    assert found.identifiers == {"doi": samples.DOI}


def test_facts_come_with_their_evidence(services: Services, asking: Session) -> None:
    services.answers[PATH] = samples.crossref_work()
    facts = crossref.by_doi(asking, samples.DOI).facts
    assert facts["abstract"].value == "Background: Knees hurt (p < 0.05).\nMethods: We randomised 80 adults."
    assert facts["funding"].value == "Knee Council (K-1, K-2); City Fund"
    assert facts["registration"].value == "NCT01234567"
    assert facts["conflicts"].value == "AM sells shoes."
    assert facts["conflicts"].evidence == "Publisher's statement “Competing interests”"


def test_a_preprint_says_so_and_names_its_journal_version(services: Services, asking: Session) -> None:
    relation = {"is-preprint-of": [{"id-type": "doi", "id": "10.5555/FINAL", "asserted-by": "subject"}]}
    services.answers[PATH] = samples.crossref_work(type="posted-content", subtype="preprint", relation=relation)
    found = crossref.by_doi(asking, samples.DOI)
    assert (found.csl["type"], found.csl["genre"]) == ("article", "preprint")
    assert (found.facts["preprint"].value, found.facts["peer_reviewed"].value) == (True, False)
    assert found.facts["published_as"].value == {"doi": "10.5555/final"}


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("On &lt;i&gt;Lactobacillus&lt;/i&gt; &amp; sleep", "On <i>Lactobacillus</i> & sleep"),
        ("<script>alert(1)</script>Sleep", "alert(1)Sleep"),
        ("<jats:italic>E. coli</jats:italic> at p < 0.05", "<i>E. coli</i> at p < 0.05"),
        ("H<sub>2</sub>O\n   and   CO<sub>2", "H2O and CO2"),
        ('A <img src=x onerror="alert(1)"> b', "A b"),
    ],
)
def test_a_title_keeps_italics_and_nothing_that_acts(
    title: str, kept: str, services: Services, asking: Session
) -> None:
    services.answers[PATH] = samples.crossref_work(title=[title], subtitle=[])
    assert crossref.by_doi(asking, samples.DOI).csl["title"] == kept


def test_a_reference_is_found_by_its_words(services: Services, asking: Session) -> None:
    other = samples.crossref_item(title=["Walking for sore backs"], subtitle=[])
    services.answers[LIST] = samples.crossref_list(other, samples.crossref_item())
    found = crossref.by_words(asking, Wanted("Walking for sore knees", 2020, ("Muller",), "Muller walking"))
    assert found.identifiers["doi"] == samples.DOI
    assert "query.bibliographic=Muller+walking" in services.asked[0]


def test_a_doi_with_odd_characters_arrives_whole(services: Services, asking: Session) -> None:
    doi = "10.1002/(sici)1097-4636(199706)35:4<433::aid-jbm3>3.0.co;2-j"
    services.answers[f"/crossref/works/{doi}"] = samples.crossref_work(DOI=doi)
    assert crossref.by_doi(asking, doi).identifiers["doi"] == doi


@pytest.mark.parametrize(
    "piece", ["<math>", "<jats:title>", "<", "<i>", "&lt;", "</p>", "<jats:p ", "<title ", "&amp;" * 3]
)
def test_hostile_markup_is_read_in_little_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.process_time()
    markup.abstract(text)
    markup.title(text)
    markup.plain(text)
    assert time.process_time() - began < 2
