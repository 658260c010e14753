"""Imports and bulk work in the newsroom: who sees what, what is asked, and the pages while it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from citations.models import Batch, BatchFault, BatchPart, BatchWork, Citation
from citations.services import batch_worker, bulk_acts, file_import
from tests.articles import factories
from tests.citations.services.test_file_import import ris

pytestmark = pytest.mark.django_db
WORKS = "/admin/citations/citation/"
LIST = "/admin/citations/batch/"
BIG = 20_000
"""Records of the test's file that are more than what is read within the request."""


@pytest.fixture(autouse=True)
def sent() -> Iterator[Any]:
    with patch("celery.app.base.Celery.send_task") as send:
        yield send


def page(batch: Batch, part: str = "") -> str:
    return f"{LIST}{batch.pk}/{part}"


def act(client: Client, name: str, works: list[Citation], *, across: bool = False, query: str = "") -> Any:
    sent = {"action": name, "_selected_action": [work.pk for work in works], "select_across": "1" if across else "0"}
    return client.post(f"{WORKS}{query}", sent)


def test_a_file_above_the_setting_is_refused_in_words(client: Client, author: User, settings: Any) -> None:
    settings.IMPORT_FILE_MAX_MB = 1
    client.force_login(author)
    response = client.post(f"{WORKS}add-works/", {"file": SimpleUploadedFile("works.ris", ris(BIG))}, follow=True)
    assert "larger than 1 MB" in response.content.decode()
    assert not BatchPart.objects.exists()


def test_a_big_file_leads_to_its_page_and_comes_in_by_the_worker(client: Client, author: User, sent: Any) -> None:
    client.force_login(author)
    response = client.post(f"{WORKS}add-works/", {"file": SimpleUploadedFile("works.ris", ris(BIG, broken=(2,)))})
    batch = Batch.objects.get()
    assert response["Location"] == page(batch)
    assert not Citation.objects.exists()
    html = client.get(page(batch)).content.decode()
    assert "Waiting" in html
    assert "Look again" in html
    batch.parts.exclude(number=0).delete()  # the rest is like the first
    batch_worker.work_off(batch_id=batch.pk)
    answer = client.get(page(batch, "state/")).json()
    assert not answer["busy"]
    assert "Line 11:" in answer["html"]
    assert "A study of walking 0" in answer["html"]
    assert "The first 100 of" in answer["html"]


@pytest.mark.parametrize("part", ["", "state/", "begin/"])
def test_somebody_elses_job_is_not_found_unless_one_may_see_all(
    part: str, client: Client, author: User, editor: User, reviewer: User, stranger: User
) -> None:
    batch = Batch.objects.create(kind="import", title="mine.ris", by=author, state="done")
    for person, status in ((reviewer, 404), (stranger, 302), (author, 200), (editor, 200)):
        client.force_login(person)
        assert client.get(page(batch, part), follow=part == "begin/" and status == 200).status_code == status
    for person, number in ((reviewer, 0), (author, 1), (editor, 1)):
        client.force_login(person)
        assert len(client.get(LIST).context["cl"].result_list) == number


def test_a_job_is_neither_added_nor_changed_nor_deleted_by_hand(client: Client, superuser: User) -> None:
    batch = Batch.objects.create(kind="import", title="x.ris", by=superuser, state="done")
    client.force_login(superuser)
    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}{batch.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.get(f"{LIST}{batch.pk}/change/")["Location"] == page(batch)


def test_who_may_not_change_works_is_offered_no_act(client: Client, reviewer: User) -> None:
    work = factories.make_citation()
    client.force_login(reviewer)
    names = [name for name, _ in client.get(WORKS).context["action_form"].fields["action"].choices]
    assert not {"ask_again", "set_fact"} & set(names)
    act(client, "set_fact", [work])
    assert not Batch.objects.exists()


def test_one_cancels_ones_own_and_not_that_of_others(client: Client, author: User, make_user: Any) -> None:
    batch = file_import.start(name="a.ris", chunks=[ris(3)], by=author)
    client.force_login(make_user("other", "Authors"))
    assert client.post(page(batch, "cancel/")).status_code == 404
    client.force_login(author)
    assert client.get(page(batch, "cancel/")).status_code == 405
    html = client.post(page(batch, "cancel/"), follow=True).content.decode()
    assert "Cancelled. What was done before stays." in html
    batch.refresh_from_db()
    assert batch.state == "cancelled"
    assert "It had ended already." in client.post(page(batch, "cancel/"), follow=True).content.decode()


def test_services_are_asked_again_about_the_works_chosen(client: Client, editor: User, settings: Any) -> None:
    first, second, _ = (factories.make_citation() for _ in range(3))
    client.force_login(editor)
    assert "LOOKUPS" in client.get(act(client, "ask_again", [first, second])["Location"]).content.decode()
    settings.LOOKUPS = True
    response = act(client, "ask_again", [first, second])
    batch = Batch.objects.get()
    assert response["Location"] == page(batch)
    assert (batch.state, batch.size) == ("waiting", 2)
    assert set(BatchWork.objects.values_list("work_id", flat=True)) == {first.pk, second.pk}


def test_all_works_that_a_filter_shows_are_chosen_across_pages(client: Client, editor: User) -> None:
    works = [factories.make_citation(design="cohort") for _ in range(60)]
    factories.make_citation(design="rct")
    client.force_login(editor)
    act(client, "set_fact", works[:1], across=True, query="?design__exact=cohort&q=walking")
    batch = Batch.objects.get()
    assert batch.size == len([work for work in works if "walking" in work.title.lower()]) > 50
    assert not BatchWork.objects.filter(work__design="rct").exists()


@pytest.mark.parametrize(
    ("sent_form", "words"),
    [
        ({"fact": "", "reason": "read"}, "Choose a fact"),
        ({"fact": "title=x", "reason": "read"}, "Choose a fact"),
        ({"fact": "design=rct", "reason": " "}, "Say why"),
        ({"fact": "design=guess", "reason": "read"}, "not a valid choice"),
    ],
)
def test_a_fact_for_many_that_will_not_do_is_refused_and_the_form_kept(
    sent_form: dict[str, str], words: str, client: Client, editor: User
) -> None:
    client.force_login(editor)
    act(client, "set_fact", [factories.make_citation()])
    batch = Batch.objects.get()
    response = client.post(page(batch, "begin/"), sent_form)
    assert response.status_code == 400
    assert words in response.content.decode()
    batch.refresh_from_db()
    assert batch.state == "chosen"


@pytest.mark.parametrize(
    ("fact", "field", "value"),
    [
        ("design=rct", "design", "rct"),
        ("design=", "design", ""),
        ("species=animal", "species", "animal"),
        ("outcome=surrogate", "outcome", "surrogate"),
        ("peer_reviewed=False", "peer_reviewed", False),
        ("peer_reviewed=", "peer_reviewed", None),
        ("preprint=True", "preprint", True),
        ("seller_funded=True", "seller_funded", True),
    ],
)
def test_a_fact_is_set_for_the_works_chosen(fact: str, field: str, value: Any, client: Client, editor: User) -> None:
    work, other = factories.make_citation(design="cohort"), factories.make_citation(design="cohort")
    client.force_login(editor)
    address = client.get(act(client, "set_fact", [work])["Location"])["Location"]
    html = client.get(address).content.decode()
    assert "1 work chosen" in html
    assert f'value="{fact}"' in html
    assert client.post(address, {"fact": fact, "reason": "All read"})["Location"] == page(Batch.objects.get())
    batch_worker.work_off(batch_id=Batch.objects.get().pk)
    work.refresh_from_db()
    other.refresh_from_db()
    assert getattr(work, field) == value
    assert other.design == "cohort"
    assert "All read" in client.get(page(Batch.objects.get())).content.decode()


def test_works_chosen_and_not_wanted_after_all_are_let_go(client: Client, editor: User) -> None:
    client.force_login(editor)
    act(client, "set_fact", [factories.make_citation()])
    batch = Batch.objects.get()
    assert client.post(page(batch, "cancel/"))["Location"] == WORKS
    assert not BatchWork.objects.exists()


def test_what_a_file_says_is_escaped(client: Client, author: User) -> None:
    batch = file_import.start(name="<b>x.ris", chunks=[b"TY  - JOUR\nN1  - <script>x\nER  - \n"], by=author)
    batch_worker.work_off(batch_id=batch.pk)
    client.force_login(author)
    for address in (page(batch), LIST):
        html = client.get(address).content.decode()
        assert "<script>x" not in html
        assert "<b>x.ris" not in html


def test_a_page_says_when_no_worker_comes(client: Client, author: User) -> None:
    batch = file_import.start(name="a.ris", chunks=[ris(3)], by=author)
    client.force_login(author)
    assert "no worker is running" not in client.get(page(batch)).content.decode()
    Batch.objects.update(created_at=timezone.now() - timedelta(minutes=2))
    assert "no worker is running" in client.get(page(batch)).content.decode()


def test_pages_take_as_many_questions_for_many_as_for_one(client: Client, editor: User) -> None:
    client.force_login(editor)

    def questions(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        return len(asked)

    batch = Batch.objects.create(kind="import", title="a.ris", by=editor, state="done", changed=1, refused=1)
    works = [factories.make_citation() for _ in range(20)]
    BatchWork.objects.create(batch=batch, work=works[0])
    BatchFault.objects.create(batch=batch, work=works[0], reason="x")
    one = [questions(LIST), questions(page(batch)), questions(page(batch, "state/"))]
    for number, work in enumerate(works[1:]):
        BatchWork.objects.create(batch=batch, work=work)
        BatchFault.objects.create(batch=batch, work=work, reason="x")
        Batch.objects.create(kind="import", title=f"{number}.ris", by=editor, state="done")
    assert [questions(LIST), questions(page(batch)), questions(page(batch, "state/"))] == one


def test_every_act_stands_in_the_list_of_actions(client: Client, editor: User) -> None:
    factories.make_citation()
    client.force_login(editor)
    labels = {label for _, label in client.get(WORKS).context["action_form"].fields["action"].choices}
    assert {one.label for one in bulk_acts.ACTS.values()} <= labels
