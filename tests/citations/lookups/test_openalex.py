"""OpenAlex's records in the library's terms."""

from __future__ import annotations

import pytest

from citations.lookups import openalex
from citations.lookups.errors import Malformed, NotFound
from citations.lookups.session import Session
from tests.citations import samples
from tests.citations.services_server import Services, as_json

PATH = f"/openalex/works/doi:{samples.DOI}"


@pytest.mark.parametrize(
    "record", [{}, {"error": "not found"}, {"id": "https://openalex.org/W1", "ids": [1], "authorships": "x"}]
)
def test_a_record_in_another_form_is_no_answer(record: object, services: Services, asking: Session) -> None:
    services.answers[PATH] = as_json(record)
    with pytest.raises(Malformed):
        openalex.by_identifier(asking, "doi", samples.DOI)


def test_the_record_of_another_work_is_not_taken(services: Services, asking: Session) -> None:
    services.answers[PATH] = samples.openalex_work(ids={"doi": "https://doi.org/10.5555/other"})
    with pytest.raises(NotFound):
        openalex.by_identifier(asking, "doi", samples.DOI)


def test_not_retracted_is_silence(services: Services, asking: Session) -> None:
    services.answers[PATH] = samples.openalex_work()
    found = openalex.by_identifier(asking, "doi", samples.DOI)
    assert "status" not in found.facts
    assert not found.knows_status


def test_what_it_says_is_read(services: Services, asking: Session) -> None:
    services.answers[PATH] = samples.openalex_work(is_retracted=True)
    found = openalex.by_identifier(asking, "doi", samples.DOI)
    assert found.identifiers == {"doi": samples.DOI, "pmid": samples.PMID, "pmcid": samples.PMCID}
    assert found.facts["status"].value == "retracted"
    assert found.facts["funding"].value == "Knee Council (K-1)"
    assert found.csl["page"] == "101-109"
    assert found.csl["issued"] == {"date-parts": [[2019]]}
