"""Completing a work: facts keep their origin, what an editor set stays, what was not answered is not taken for said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db.models.signals import post_save
from django.utils import timezone

from citations.lookups.session import Session
from citations.models import Citation, Lookup, Notice, RecordedFact
from citations.services import Work, add_works, metadata_completion
from citations.services.editor_facts import set_fact
from tests.articles import factories
from tests.citations import samples
from tests.citations.services_server import Reply, Services, as_json

pytestmark = pytest.mark.django_db
CROSSREF, OPENALEX = f"/crossref/works/{samples.DOI}", f"/openalex/works/doi:{samples.DOI}"
SEARCH, FETCH = "/eutils/esearch.fcgi", "/eutils/efetch.fcgi"


def add(csl: dict[str, Any], **more: Any) -> Citation:
    [(work, _)] = add_works(works=[Work.of(csl, **more)])
    return work


def all_answer(services: Services) -> None:
    services.answers |= {
        CROSSREF: samples.crossref_work(),
        SEARCH: samples.esearch(samples.PMID),
        FETCH: samples.pubmed_set(samples.pubmed_article()),
        OPENALEX: samples.openalex_work(),
    }


def complete(work: Citation, asking: Session) -> Citation:
    metadata_completion.complete_work(citation_id=work.pk, using=asking)
    work.refresh_from_db()
    return work


def states(work: Citation) -> dict[str, str]:
    return dict(work.lookups.values_list("service", "state"))


def test_an_outage_leaves_the_work_as_it_was(services: Services, asking: Session) -> None:
    for path in (CROSSREF, SEARCH, OPENALEX):
        services.answers[path] = Reply(b"", 503)
    before = Citation.objects.filter(pk=(work := add({"DOI": samples.DOI})).pk).values().get()
    complete(work, asking)
    assert Citation.objects.filter(pk=work.pk).values().get() == before
    assert set(states(work).values()) == {"failed"}
    assert work.status == "not-checked"
    assert all(row.next_at > timezone.now() and row.message for row in work.lookups.all())
    assert not RecordedFact.objects.exists()


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"", 500),
        Reply(b"", 429, (("Retry-After", "7200"),)),
        Reply(b"{"),
        Reply(b"<html>Sorry</html>"),
        Reply(b"x" * 6_000_000),
        Reply(b"", 403),
        as_json({"message": {"relation": 5}}),
    ],
)
def test_a_fault_of_one_service_costs_nothing_of_the_others(reply: Reply, services: Services, asking: Session) -> None:
    all_answer(services)
    services.answers[CROSSREF] = reply
    work = complete(add({"DOI": samples.DOI}), asking)
    assert states(work) == {"crossref": "failed", "pubmed": "found", "openalex": "found"}
    assert work.design == "rct"
    assert work.status_sources == "PubMed"


def test_not_being_known_is_not_being_checked(services: Services, asking: Session) -> None:
    services.answers[SEARCH] = samples.esearch()
    work = complete(add({"DOI": samples.DOI}), asking)
    assert states(work) == {"crossref": "not-found", "pubmed": "not-found", "openalex": "not-found"}
    assert (work.status, work.status_checked) == ("not-checked", None)


def test_openalex_alone_checks_nothing(services: Services, asking: Session) -> None:
    services.answers |= {SEARCH: samples.esearch(), OPENALEX: samples.openalex_work()}
    assert complete(add({"DOI": samples.DOI}), asking).status == "not-checked"


def test_openalex_alone_retracts_nothing_and_is_heard(services: Services, asking: Session) -> None:
    all_answer(services)
    services.answers[OPENALEX] = samples.openalex_work(is_retracted=True)
    work = complete(add({"DOI": samples.DOI}), asking)
    assert work.status in ("not-checked", "none-found")
    assert RecordedFact.objects.filter(citation=work, origin="openalex", name="status").exists()


def test_a_service_that_keeps_failing_is_given_up_in_the_end(services: Services, asking: Session) -> None:
    work = add({"DOI": samples.DOI})
    work.lookups.update(attempts=metadata_completion.MOST_ATTEMPTS - 1)
    services.answers[CROSSREF] = Reply(b"", 403)
    complete(work, asking)
    row = work.lookups.get(service="crossref")
    assert (row.state, row.next_at) == ("failed", None)
    assert "Given up" in row.message


def test_the_pause_grows_and_is_never_shorter_than_asked_for(services: Services, asking: Session) -> None:
    work = add({"DOI": samples.DOI})
    services.answers[CROSSREF] = Reply(b"", 429, (("Retry-After", "7200"),))
    complete(work, asking)
    assert work.lookups.get(service="crossref").next_at > timezone.now() + timedelta(seconds=7100)


def test_what_an_editor_set_stays(services: Services, asking: Session, editor: User) -> None:
    all_answer(services)
    work = add({"DOI": samples.DOI})
    for name, value in {"design": "cohort", "title": "My title", "funding": "", "year": "2018"}.items():
        set_fact(citation=work, name=name, value=value, reason="It says so on page 2.", by=editor)
    complete(work, asking)
    assert (work.design, work.title, work.funding, work.year) == ("cohort", "My title", "", 2018)
    assert work.csl["title"] == "My title"
    assert work.facts_from["design"] == "editor"
    said = dict(RecordedFact.objects.filter(citation=work, name="design").values_list("origin", "value"))
    assert said == {"editor": "cohort", "pubmed": "rct"}


def test_what_people_recorded_with_a_work_stays(services: Services, asking: Session) -> None:
    all_answer(services)
    work = add({"DOI": samples.DOI}, facts={"design": "cohort", "sample_size": 12, "from": "author"})
    complete(work, asking)
    assert (work.design, work.sample_size) == ("cohort", 12)
    assert work.species == "human"


def test_a_doi_that_leads_to_another_title_changes_nothing(services: Services, asking: Session) -> None:
    all_answer(services)
    wrong = {"type": "article-journal", "title": "Vitamin D and the sleep of nurses on night duty", "DOI": samples.DOI}
    work = complete(add(wrong), asking)
    assert work.title == wrong["title"]
    assert (work.design, work.abstract, work.pmid) == ("", "", None)
    assert work.status == "not-checked"
    assert "Another title there" in work.lookups.get(service="crossref").message


def test_a_number_that_another_work_has_is_reported(services: Services, asking: Session) -> None:
    all_answer(services)
    other = add({"PMID": samples.PMID})
    work = complete(add({"DOI": samples.DOI}), asking)
    assert work.pmid is None
    assert work.pmcid == samples.PMCID
    assert f"number {other.pk}" in work.lookups.get(service="pubmed").message
    assert work.abstract


def test_a_work_that_is_gone_is_no_fault(services: Services, asking: Session) -> None:
    metadata_completion.complete_work(citation_id=987_654_321, using=asking)
    assert services.asked == []


def test_a_doi_alone_becomes_a_whole_work(services: Services, asking: Session) -> None:
    all_answer(services)
    work = add({"DOI": samples.DOI})
    assert states(work) == dict.fromkeys(("crossref", "pubmed", "openalex"), "waiting")
    complete(work, asking)
    assert states(work) == dict.fromkeys(("crossref", "pubmed", "openalex"), "found")
    assert work.title == "Walking for sore knees: a randomised trial in older adults"
    assert work.csl["title"] == samples.TITLE
    assert work.families == ["Müller", "Okafor", "The Knee Group"]
    assert (work.year, work.container, work.kind) == (2019, "Journal of Walking", "article-journal")
    assert (work.pmid, work.pmcid, work.nct) == (samples.PMID, samples.PMCID, "NCT01234567")
    assert (work.design, work.species, work.registration) == ("rct", "human", "ClinicalTrials.gov NCT01234567")
    assert work.csl["volume"] == "4"
    assert work.csl["page"] == "101-109"
    assert work.facts_from["design"] == f"PubMed, {timezone.localdate().isoformat()}"
    assert work.mesh == ["Humans", "*Osteoarthritis, Knee/therapy"]


def test_each_origins_answer_is_kept(services: Services, asking: Session) -> None:
    all_answer(services)
    work = complete(add({"DOI": samples.DOI}), asking)
    said = dict(RecordedFact.objects.filter(citation=work, name="funding").values_list("origin", "value"))
    assert said == {
        "pubmed": "Knee Council (K-1)",
        "crossref": "Knee Council (K-1, K-2); City Fund",
        "openalex": "Knee Council (K-1)",
    }
    assert work.funding == "Knee Council (K-1)"


def test_two_services_that_know_no_notice_say_so_with_the_day(services: Services, asking: Session) -> None:
    all_answer(services)
    work = complete(add({"DOI": samples.DOI}), asking)
    assert (work.status, work.status_sources) == ("none-found", "Crossref, PubMed")
    assert work.status_checked == timezone.localdate()


def test_a_service_that_is_away_is_not_said_to_have_looked_today(services: Services, asking: Session) -> None:
    all_answer(services)
    work = complete(add({"DOI": samples.DOI}), asking)
    RecordedFact.objects.filter(citation=work, origin="pubmed").update(
        recorded_at=datetime(2026, 2, 20, 12, tzinfo=UTC)
    )
    metadata_completion.ask_again(citation=work)
    services.answers[FETCH] = Reply(b"", 503)
    metadata_completion.complete_work(citation_id=work.pk, using=asking, fresh=True)
    work.refresh_from_db()
    assert states(work)["pubmed"] == "failed"
    assert (work.status, work.status_checked) == ("none-found", timezone.localdate())
    assert work.status_sources == "Crossref, 20 February 2026 in PubMed"


def test_a_notice_is_kept_and_counts(services: Services, asking: Session) -> None:
    all_answer(services)
    services.answers[CROSSREF] = samples.crossref_work(**{"updated-by": [samples.updated_by()]})
    services.answers[FETCH] = samples.pubmed_set(samples.pubmed_article(corrections=samples.correction("RetractionIn")))
    work = complete(add({"DOI": samples.DOI}), asking)
    assert work.status == "retracted"
    assert sorted(Notice.objects.values_list("source", "kind", "doi")) == [
        ("crossref", "retraction", samples.DOI),
        ("pubmed", "retraction", samples.DOI),
    ]


def test_running_twice_changes_nothing(services: Services, asking: Session) -> None:
    all_answer(services)
    services.answers[CROSSREF] = samples.crossref_work(**{"updated-by": [samples.updated_by("correction")]})
    work = complete(add({"DOI": samples.DOI}), asking)

    def rows() -> list[Any]:
        tables = (Citation, RecordedFact, Notice)
        return [list(table.objects.order_by("pk").values()) for table in tables]

    before, number = rows(), len(services.asked)
    complete(work, asking)
    assert rows() == before
    assert len(services.asked) == number


def test_a_pmid_alone_leads_to_the_doi_and_on(services: Services, asking: Session) -> None:
    all_answer(services)
    work = complete(add({"PMID": samples.PMID}), asking)
    assert work.doi == samples.DOI
    assert states(work) == dict.fromkeys(("crossref", "pubmed", "openalex"), "found")


def test_a_reference_without_identifier_is_found_by_its_words(services: Services, asking: Session) -> None:
    all_answer(services)
    services.answers["/crossref/works"] = samples.crossref_list(samples.crossref_item())
    pasted = {"title": "Walking for sore knees", "author": [{"family": "Müller"}], "issued": {"date-parts": [[2019]]}}
    work = complete(add(pasted, raw="Müller 2019. Walking for sore knees."), asking)
    assert (work.doi, work.pmid) == (samples.DOI, samples.PMID)
    assert states(work) == dict.fromkeys(("crossref", "pubmed", "openalex"), "found")


def test_a_service_is_asked_once_more_by_an_identifier_it_was_not_asked_by(services: Services, asking: Session) -> None:
    all_answer(services)
    services.answers["/crossref/works"] = samples.crossref_list()
    pasted = {"title": "Walking for sore knees", "author": [{"family": "Müller"}], "issued": {"date-parts": [[2019]]}}
    work = complete(add(pasted), asking)
    assert states(work)["crossref"] == "found"
    assert services.paths().count("/crossref/works") == 1


@pytest.mark.parametrize("first", ["preprint", "journal"])
def test_a_preprint_is_tied_to_its_journal_version(first: str, services: Services, asking: Session) -> None:
    relation = {"is-preprint-of": [{"id-type": "doi", "id": samples.DOI}]}
    preprint_doi = "10.1101/2019.01.01.1"
    services.answers |= {
        CROSSREF: samples.crossref_work(),
        f"/crossref/works/{preprint_doi}": samples.crossref_work(
            DOI=preprint_doi, type="posted-content", subtype="preprint", relation=relation
        ),
        SEARCH: samples.esearch(),
    }
    order = [preprint_doi, samples.DOI] if first == "preprint" else [samples.DOI, preprint_doi]
    for doi in order:
        complete(add({"DOI": doi}), asking)
    preprint = Citation.objects.get(doi=preprint_doi)
    assert preprint.published_as == Citation.objects.get(doi=samples.DOI)
    assert preprint.preprint
    assert preprint.peer_reviewed is False


@pytest.mark.parametrize(
    ("csl", "expected"),
    [
        ({"DOI": "10.48550/arxiv.2101.00001", "arXiv": "2101.00001"}, {"openalex"}),
        ({"ISBN": "9780309265850"}, {"crossref"}),
        ({"URL": "https://example.org/a", "type": "webpage", "title": "Sleep and health in winter"}, set()),
        ({"NCT": "NCT01234567", "URL": "https://clinicaltrials.gov/study/NCT01234567"}, set()),
        ({"PMCID": "PMC6000001"}, {"crossref", "pubmed", "openalex"}),
    ],
)
def test_only_services_that_may_know_a_work_are_asked(
    csl: dict[str, Any], expected: set[str], services: Services
) -> None:
    assert set(states(add(csl))) == expected


def test_with_look_ups_off_nobody_is_asked(settings: Any) -> None:
    settings.LOOKUPS = False
    assert states(add({"DOI": samples.DOI})) == {}


def test_the_sweep_sends_what_is_due_once(
    services: Services, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    sent: list[int] = []

    def send(name: str, kwargs: dict[str, int] | None = None) -> None:
        if name == metadata_completion.TASK and kwargs:
            sent.append(kwargs["citation_id"])

    monkeypatch.setattr(metadata_completion.current_app, "send_task", send)
    with django_capture_on_commit_callbacks(execute=True):
        works = [add({"DOI": f"10.5555/{number}"}) for number in range(3)]
    assert sorted(sent) == [work.pk for work in works]
    sent.clear()
    now = timezone.now() + timedelta(hours=1)
    assert metadata_completion.send_due(now=now, most=2) == 2
    assert metadata_completion.send_due(now=now, most=2) == 1
    assert metadata_completion.send_due(now=now, most=2) == 0
    assert sorted(sent) == [work.pk for work in works]


def test_asking_again_puts_everything_on_the_list(services: Services, asking: Session) -> None:
    all_answer(services)
    work = complete(add({"DOI": samples.DOI}), asking)
    assert metadata_completion.ask_again(citation=work) == 3
    assert set(states(work).values()) == {"waiting"}
    assert Lookup.objects.filter(citation=work).count() == 3


def test_articles_that_use_a_work_hear_of_it_once(services: Services, asking: Session) -> None:
    all_answer(services)
    work, heard = add({"DOI": samples.DOI}), []

    def hear(instance: Citation, **_: Any) -> None:
        heard.append(instance.pk)

    post_save.connect(hear, sender=Citation)
    try:
        complete(work, asking)
        assert heard == [work.pk]
        complete(work, asking)
        assert heard == [work.pk]
    finally:
        post_save.disconnect(hear, sender=Citation)


def test_old_answers_about_works_in_use_are_asked_for_anew(services: Services, asking: Session) -> None:
    all_answer(services)
    used = complete(add({"DOI": samples.DOI}), asking)
    other = add({"DOI": "10.5555/unused"})
    factories.make_article(citations={"mueller2019": used})
    other.lookups.update(state="not-found", answered_at=timezone.now())
    now = timezone.now()
    assert metadata_completion.look_again(now=now + timedelta(days=29), most=10) == 0
    assert metadata_completion.look_again(now=now + timedelta(days=31), most=10) == 3
    assert set(states(used).values()) == {"waiting"}
    assert set(states(other).values()) == {"not-found"}
