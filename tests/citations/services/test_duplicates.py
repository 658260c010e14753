"""Records of the library that look like one work are found, offered once, and decided by people."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from citations.models import Citation, DuplicatePair
from citations.services import Work, add_works, duplicates, fingerprint
from citations.services.duplicates import compare_due
from citations.services.similarity import same_work
from citations.tasks import compare_works
from tests.articles.factories import make_citation

pytestmark = pytest.mark.django_db
TITLE = "Walking for sore knees in adults over fifty: a randomised trial"


def work(title: str = TITLE, **kw: Any) -> Citation:
    """A record without identifiers and place, unless they are named."""
    return make_citation(**{"title": title, "doi": None, "csl": {}} | kw)


def found() -> list[tuple[int, int]]:
    compare_due(most=1000)
    return list(DuplicatePair.objects.order_by("pk").values_list("first_id", "second_id"))


@pytest.mark.parametrize("person", ["author", "reviewer", "stranger"])
def test_only_who_may_merge_says_that_two_are_two(person: str, request: pytest.FixtureRequest) -> None:
    one, other = work(), work()
    pair = DuplicatePair.objects.create(first=one, second=other, similarity=1)
    with pytest.raises(PermissionDenied):
        duplicates.set_apart(pair=pair, by=request.getfixturevalue(person))
    pair.refresh_from_db()
    assert pair.state == "open"


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Swimming for sore knees in adults over fifty: a randomised trial"},
        {"title": TITLE.replace("trial", "trial. Part 2")},
        {"title": f"Erratum: {TITLE}"},
        {"title": f"Reply to: {TITLE}"},
        {"year": 2015},
        {"families": ["Miller"]},
        {"doi": "10.5555/other"},
        {"csl": {"volume": "7"}},
        {"csl": {"volume": "1", "page": "101"}, "title": TITLE.replace("sore ", "")},
    ],
    ids=lambda given: ", ".join(given),
)
def test_what_tells_works_apart_makes_no_pair(other: dict[str, Any]) -> None:
    work(doi="10.5555/one", csl={"volume": "1", "page": "1-9"})
    work(**other)
    assert found() == []


def test_a_preprint_and_its_journal_version_make_no_pair() -> None:
    journal = work()
    work(preprint=True, published_as=journal)
    assert found() == []


@pytest.mark.parametrize("title", ["Editorial", "Sleep and health", "In this issue"])
def test_titles_that_many_works_have_make_no_pair(title: str) -> None:
    for _ in range(2):
        work(title)
    assert found() == []


@pytest.mark.parametrize(
    "other",
    [
        {"title": TITLE.upper()},
        {"title": TITLE.replace("Walking", "Wälking")},
        {"title": TITLE.partition(":")[0]},
        {"title": TITLE.replace("fifty", "fivty")},
        {"year": 2020},
        {"families": ["Doé", "Roe"]},
        {"year": None},
        {"families": ["Doee"]},
    ],
    ids=lambda given: str(next(iter(given.values()))),
)
def test_noise_does_not_hide_a_second_record(other: dict[str, Any]) -> None:
    one, two = work(doi="10.5555/one"), work(**other)
    assert found() == [(one.pk, two.pk)]


def test_the_pair_says_what_speaks_for_one_work() -> None:
    work(csl={"volume": "1", "page": "1-9"})
    work(csl={"volume": "1", "page": "1"}, year=2020)
    found()
    assert DuplicatePair.objects.get().reasons == [
        "The titles are the same.",
        "The first author is Doe.",
        "They are a year apart (2019, 2020).",
        "Volume and first page are the same.",
    ]


def test_a_work_is_compared_once_and_again_when_its_title_changes() -> None:
    one, two = work(), work("Something else entirely about other things")
    assert found() == []
    assert compare_due(most=1000) == 0
    two.title = TITLE
    two.fingerprint = fingerprint(two.title, two.year, two.families)
    two.save()
    assert found() == [(one.pk, two.pk)]


def test_a_pair_that_no_longer_looks_alike_goes() -> None:
    work()
    two = work()
    assert len(found()) == 1
    two.title = "Something else entirely about other things"
    two.fingerprint = fingerprint(two.title, two.year, two.families)
    two.save()
    assert found() == []


def test_what_a_person_said_stands_when_they_are_compared_again(editor: User) -> None:
    work(), work()
    found()
    duplicates.set_apart(pair=DuplicatePair.objects.get(), by=editor)
    Citation.objects.update(compared="")
    found()
    pair = DuplicatePair.objects.get()
    assert (pair.state, pair.decided_by) == ("apart", editor)


def test_what_a_service_told_stands_whatever_the_titles_say() -> None:
    one, two = work(), work("Something else entirely about other things")
    duplicates.note_shared(citation=two, other=one, name="pmid", value="7")
    duplicates.note_shared(citation=two, other=one, name="pmid", value="7")
    assert found() == [(one.pk, two.pk)]
    assert DuplicatePair.objects.get().reasons == ["PMID 7 is that of both, as a service says."]


def test_what_a_service_told_of_a_pair_that_looks_alike_is_kept() -> None:
    one, two = work(), work()
    found()
    duplicates.note_shared(citation=one, other=two, name="doi", value="10.5555/a")
    Citation.objects.update(compared="")
    found()
    assert DuplicatePair.objects.get().reasons[0] == "DOI 10.5555/a is that of both, as a service says."


def test_works_that_come_in_are_sent_to_be_compared(django_capture_on_commit_callbacks: Any) -> None:
    app = "citations.services.duplicates.current_app"
    with patch(f"{app}.send_task") as sent, django_capture_on_commit_callbacks(execute=True):
        add_works(works=[Work.of({"type": "article-journal", "title": TITLE})])
    assert duplicates.TASK in [call.args[0] for call in sent.call_args_list]


def test_the_task_compares_and_takes_what_it_does_not_know() -> None:
    work(), work()
    assert compare_works(since="yesterday") == 2
    assert DuplicatePair.objects.count() == 1


def test_hundreds_are_compared_in_as_many_queries_as_two() -> None:
    def asked(number: int) -> int:
        Citation.objects.all().delete()
        for place in range(number):
            work(f"Study {'abcdefghijklmnopqrstuvwxyz'[place % 26] * 5} of matter {place} in adults")
        with CaptureQueriesContext(connection) as queries:
            compare_due(most=duplicates.BATCH)
        return len(queries)

    assert asked(2) == asked(150)


def test_candidates_come_from_indexes() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {duplicates.CANDIDATES}", {"ids": [1, 2], "first_look": 0.45, "most": 20})
        plan = "\n".join(row[0] for row in cursor.fetchall())
    assert all(name in plan for name in ("citation_family_year", "citation_title_key", "citation_title_trgm"))
    assert "Seq Scan on citations_citation" not in plan


def test_a_work_without_a_title_is_like_no_other() -> None:
    one, two = work("10.5555/one (title not yet known)"), work("10.5555/one (title not yet known)")
    assert same_work(one, two) is None
