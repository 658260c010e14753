"""A worker of its own process completes works over a real broker; the services are played on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.test import override_settings

from citations.models import Citation
from citations.services import Work, add_works, metadata_completion
from tests import servers
from tests.citations import samples
from tests.citations.services_server import Reply, Services, serving

pytestmark = pytest.mark.worker
SECONDS = 30


@pytest.fixture
def played(no_other_worker: None, tmp_path: Path) -> Iterator[Services]:
    """Services that a worker asks, on a database whose rows are committed."""
    with serving() as services:
        addresses = {
            "CROSSREF_BASE_URL": f"{services.base}/crossref",
            "PUBMED_BASE_URL": f"{services.base}/eutils",
            "PMC_IDCONV_BASE_URL": f"{services.base}/idconv",
            "OPENALEX_BASE_URL": f"{services.base}/openalex",
        }
        log = tmp_path / "worker.log"
        worker = servers.celery(
            "worker",
            "--concurrency",
            "1",
            log=log,
            ready=" ready.",
            LOOKUPS="true",
            LOOKUP_READ_SECONDS="1",
            **addresses,
        )
        with worker, override_settings(LOOKUPS=True):
            yield services


def wait_for(work: Citation, condition: Callable[[Citation], bool]) -> Citation:
    give_up = time.monotonic() + SECONDS
    while time.monotonic() < give_up:
        work.refresh_from_db()
        if condition(work):
            return work
        time.sleep(0.05)
    raise AssertionError(f"Still not so after {SECONDS} seconds: {list(work.lookups.values())}")


def failed(work: Citation) -> bool:
    return list(work.lookups.values_list("state", flat=True)) == ["failed"] * 3


def test_a_service_that_fails_leaves_the_worker_at_work(played: Services) -> None:
    played.answers |= {
        "/crossref/works/10.5555/bad": Reply(b"<html>Sorry</html>"),
        "/openalex/works/doi:10.5555/bad": Reply(b"[" * 100_000),
        "/eutils/esearch.fcgi": lambda query: (
            samples.esearch(samples.PMID) if samples.DOI in query["term"] else Reply(b"{")
        ),
        "/eutils/efetch.fcgi": samples.pubmed_set(samples.pubmed_article()),
        f"/crossref/works/{samples.DOI}": samples.crossref_work(),
        f"/openalex/works/doi:{samples.DOI}": samples.openalex_work(),
    }
    [(bad, _)] = add_works(works=[Work.of({"DOI": "10.5555/bad"})])
    wait_for(bad, failed)
    assert bad.status == "not-checked"
    [(good, _)] = add_works(works=[Work.of({"DOI": samples.DOI})])
    wait_for(good, lambda work: work.status == "none-found")
    assert (good.pmid, good.design) == (samples.PMID, "rct")
    assert good.status_sources == "Crossref, PubMed"
    # The service is back: the work that failed is asked about again.
    played.answers["/crossref/works/10.5555/bad"] = samples.crossref_work(DOI="10.5555/bad")
    metadata_completion.ask_again(citation=bad)
    wait_for(bad, lambda work: work.lookups.get(service="crossref").state == "found")
