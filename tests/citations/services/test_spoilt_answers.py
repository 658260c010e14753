"""Signs, numbers and forms in services' answers that nobody foresaw: the work stays true and no task dies of them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import OperationalError

from citations.lookups.session import Session
from citations.models import Citation, Notice, RecordedFact
from citations.services import find_works, metadata_completion
from citations.services.adding import read_pasted
from tests.citations import samples
from tests.citations.services.test_metadata_completion import (
    CROSSREF,
    FETCH,
    OPENALEX,
    SEARCH,
    add,
    all_answer,
    complete,
    states,
)
from tests.citations.services_server import Reply, Services

pytestmark = pytest.mark.django_db
TITLE = "Walking for sore knees: a randomised trial in older adults"
FOUND = dict.fromkeys(("crossref", "pubmed", "openalex"), "found")


def spoilt(reply: Reply, word: str, signs: str) -> Reply:
    """The answer with signs, as JSON's escapes write them, in the middle of a word."""
    body = reply.body.decode()
    assert word in body
    return Reply(body.replace(word, f"{word[:2]}{signs}{word[2:]}").encode(), headers=reply.headers)


SIGNS = ("\\u0000", "\\ud800", "\\u0000\\u0000", "\\udfff\\ud800")
PLACES = (
    *((CROSSREF, "Walking"), (CROSSREF, "Knee Council"), (CROSSREF, "101-109"), (CROSSREF, "1234-5679")),
    *((CROSSREF, "container-title"), (CROSSREF, "Background"), (SEARCH, "esearchresult"), (OPENALEX, "Walking")),
    *((OPENALEX, "Knee Council"), (OPENALEX, "authorships")),
)


@pytest.mark.drawn(5)
@pytest.mark.parametrize(
    ("path", "word", "signs"),
    [*((*PLACES[0], signs) for signs in SIGNS), *((*place, "".join(SIGNS)) for place in PLACES[1:])],
)
def test_signs_that_cannot_be_kept_are_left_out(
    path: str, word: str, signs: str, services: Services, asking: Session
) -> None:
    all_answer(services)
    reply = services.answers[path]
    assert isinstance(reply, Reply)
    services.answers[path] = spoilt(reply, word, signs)
    work = complete(add({"DOI": samples.DOI}), asking)
    assert states(work) == FOUND
    assert work.csl["title"] == samples.TITLE
    assert (work.status, work.status_sources) == ("none-found", "Crossref, PubMed")
    json.dumps(list(RecordedFact.objects.values_list("value", flat=True)), ensure_ascii=False).encode()


def test_a_record_with_signs_in_its_doi_is_still_the_one_asked_for(services: Services, asking: Session) -> None:
    all_answer(services)
    notice = samples.updated_by() | {"DOI": "10.5555/no\0tice\ud800"}
    services.answers[CROSSREF] = samples.crossref_work(DOI=f"{samples.DOI}\0", **{"updated-by": [notice]})
    assert complete(add({"DOI": samples.DOI}), asking).status == "retracted"
    assert Notice.objects.get().notice_doi == "10.5555/notice"


BENT = {
    "a number that is none": (CROSSREF, {"reference-count": float("nan")}),
    "a number without end": (CROSSREF, {"reference-count": float("inf")}),
    "a date of numbers too large": (CROSSREF, {"issued": {"date-parts": [[10**30, 10**30, 10**30]]}}),
    "a year too late": (CROSSREF, {"issued": {"date-parts": [[99_999]]}, "published-print": {}}),
    "a notice of a day too large": (
        CROSSREF,
        {"updated-by": [samples.updated_by() | {"updated": {"date-parts": [[10**30, 1, 1]]}}]},
    ),
    "a number of a journal that is a record": (CROSSREF, {"ISSN": [{"value": "1234-5679"}]}),
    "a list where a title is due": (CROSSREF, {"title": [["Walking"]]}),
    "a year of OpenAlex too late": (OPENALEX, {"publication_year": 10**12}),
    "names that are none": (OPENALEX, {"authorships": [None]}),
}


@pytest.mark.drawn(5)
@pytest.mark.parametrize("name", BENT)
def test_a_record_bent_out_of_form_costs_nothing_of_the_others(name: str, services: Services, asking: Session) -> None:
    all_answer(services)
    path, more = BENT[name]
    services.answers[path] = samples.crossref_work(**more) if path == CROSSREF else samples.openalex_work(**more)
    work = complete(add({"DOI": samples.DOI}), asking)
    assert states(work)["pubmed"] == "found"
    assert set(states(work).values()) <= {"found", "failed"}
    assert (work.title, work.year, work.pmid) == (TITLE, 2019, samples.PMID)
    assert work.design == "rct"
    work.full_clean(exclude=["facts_from"])


def test_numbers_of_pubmed_that_are_none_are_left_out(services: Services, asking: Session) -> None:
    all_answer(services)
    services.answers[SEARCH] = samples.esearch("9" * 40, samples.PMID)
    corrections = samples.correction("RetractionIn", pmid="9" * 40) + samples.correction("ErratumFor", pmid="x" * 40)
    services.answers[FETCH] = samples.pubmed_set(samples.pubmed_article(corrections=corrections))
    work = complete(add({"DOI": samples.DOI}), asking)
    assert (states(work), work.status) == (FOUND, "retracted")
    assert list(Notice.objects.values_list("kind", "notice_pmid")) == [("retraction", "")]


def test_a_fault_of_ours_is_put_off_within_bounds_and_the_next_service_asked(
    services: Services, asking: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_answer(services)
    real = metadata_completion.take_in

    def stumble(**given: Any) -> str:
        if given["found"].service == "crossref":
            raise KeyError("nobody thought of this")
        return real(**given)

    monkeypatch.setattr(metadata_completion, "take_in", stumble)
    work = complete(add({"DOI": samples.DOI}), asking)
    assert states(work) == FOUND | {"crossref": "failed"}
    row = work.lookups.get(service="crossref")
    assert "could not be used" in row.message
    assert row.next_at is not None
    assert work.status_sources == "PubMed"
    work.lookups.filter(service="crossref").update(attempts=metadata_completion.MOST_ATTEMPTS - 1)
    complete(work, asking)
    assert work.lookups.get(service="crossref").next_at is None


def test_a_database_that_is_away_is_no_fault_of_the_answer(
    services: Services, asking: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(**_: Any) -> str:
        raise OperationalError("the server closed the connection")

    all_answer(services)
    monkeypatch.setattr(metadata_completion, "take_in", away)
    with pytest.raises(OperationalError):
        metadata_completion.complete_work(citation_id=add({"DOI": samples.DOI}).pk, using=asking)
    assert states(Citation.objects.get())["crossref"] == "waiting"


@pytest.mark.parametrize("text", ["10.5555/knees%00.1", "https://doi.org/10.5555/knees%00.1", "10.5555/knees%0A.1"])
def test_a_doi_with_a_hidden_sign_is_read_as_far_as_it_goes(text: str) -> None:
    [entry], faults = read_pasted(text)
    assert (entry.csl["DOI"], faults) == ("10.5555/knees", [])
    assert find_works([entry.work("").source]) == [None]


def test_a_record_in_an_encoding_that_nobody_knows_is_no_answer(services: Services, asking: Session) -> None:
    all_answer(services)
    body = services.answers[FETCH].body.partition(b"?>")[2]
    services.answers[FETCH] = Reply(b'<?xml version="1.0" encoding="x-none-such"?>' + body)
    work = complete(add({"DOI": samples.DOI}), asking)
    assert states(work) == FOUND | {"pubmed": "failed"}
