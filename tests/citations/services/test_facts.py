"""Who says what of a work where no service has answered: the record it came with, and what the engine read itself."""

from __future__ import annotations

import io

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from citations.models import Citation, RecordedFact
from citations.services.adding import Added, Entry, add_batch, read_file
from citations.services.fact_comparison import Saying, compare
from citations.services.intake import Work, add_works

pytestmark = pytest.mark.django_db
CSL = {
    "type": "article-journal",
    "title": "Zinc for colds: a randomised controlled trial",
    "DOI": "10.5555/zinc",
    "author": [{"family": "Doe"}],
    "issued": {"date-parts": [[2019]]},
}


def added(origin: str = "the imported post", **facts: object) -> Citation:
    return add_works(works=[Work.of(CSL, facts=facts, origin=origin)])[0][0]


def sayings(work: Citation, name: str) -> list[Saying]:
    return [saying for line in compare(work) if line.name == name for saying in line.sayings]


def test_nobody_is_named_for_what_nobody_said() -> None:
    assert sayings(added(), "funding") == []


def test_a_notice_is_not_said_to_have_come_with_the_record() -> None:
    work = added()
    work.status, work.status_checked = "retracted", timezone.localdate()
    assert sayings(work, "status") == []


def test_a_design_that_the_engine_read_says_where() -> None:
    (saying,) = sayings(added(), "design")
    assert (saying.who, saying.shown, saying.at) == (
        "Read by Citewell in the title",
        "Randomised trial",
        timezone.now().date(),
    )


def test_a_fact_that_came_with_the_record_names_it_and_the_day() -> None:
    (saying,) = sayings(added(sample_size=40), "sample_size")
    assert (saying.who, saying.at, saying.counts) == ("The imported post", timezone.now().date(), True)


def test_a_fact_that_a_second_record_brought_has_that_records_day() -> None:
    work = added()
    Citation.objects.update(created_at="2020-02-02T00:00:00Z")
    added("other.ris", sample_size=40)
    work.refresh_from_db()
    (saying,) = sayings(work, "sample_size")
    assert (saying.who, saying.at) == ("other.ris", timezone.localdate())


def test_the_words_of_indexers_that_a_file_brought_name_the_file() -> None:
    record = b"PMID- 1\nTI  - Zinc\nPT  - Randomized Controlled Trial\nMH  - Humans\n"
    entries = [row for row in read_file("trial.nbib", io.BytesIO(record)) if isinstance(row, Entry)]
    (row,) = add_batch(entries=entries, origin="trial.nbib")
    assert isinstance(row, Added)
    for name, shown in (("publication_types", "Randomized Controlled Trial"), ("mesh", "Humans")):
        assert [(saying.who, saying.shown) for saying in sayings(row.citation, name)] == [("trial.nbib", shown)]


@pytest.mark.parametrize("label", ["a post, of 2019", "PubMed, 2019-13-45"])
def test_a_label_without_a_day_has_none(label: str) -> None:
    work = added(sample_size=40)
    work.facts_from = {"sample_size": label}
    (saying,) = sayings(work, "sample_size")
    assert saying.at is None


def test_an_answer_that_was_kept_stands_alone() -> None:
    work = added(sample_size=40)
    RecordedFact.objects.create(
        citation=work, name="sample_size", origin="pubmed", value=40, recorded_at=timezone.now(), evidence="Abstract"
    )
    assert [saying.who for saying in sayings(work, "sample_size")] == ["PubMed"]


def test_the_page_of_a_work_says_so(client: Client, editor: User) -> None:
    work = added(sample_size=40)
    client.force_login(editor)
    page = client.get(reverse("admin:citations_citation_change", args=[work.pk])).content.decode()
    assert "Read by Citewell in the title" in page
    assert "The record as it came in" in page
