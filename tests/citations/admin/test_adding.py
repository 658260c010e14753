"""Adding works in the newsroom, and the panel of who says what."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from citations.lookups.session import Session
from citations.models import Citation, Lookup, RecordedFact, WorksInHand
from citations.services import metadata_completion, works_in_hand
from tests.articles import factories
from tests.citations import samples
from tests.citations.services_server import Reply, Services

pytestmark = pytest.mark.django_db
ADD = "/admin/citations/citation/add-works/"
PROGRESS = "/admin/citations/citation/progress/"


def page(work: Citation, part: str = "change") -> str:
    return f"/admin/citations/citation/{work.pk}/{part}/"


def test_a_stranger_adds_nothing(client: Client, stranger: User) -> None:
    client.force_login(stranger)
    assert client.get(ADD).status_code == 302
    assert client.post(ADD, {"text": "10.5555/x", "save": "1", "entries": "0"}).status_code == 302
    assert not Citation.objects.exists()


def test_a_reviewer_may_look_and_not_add(client: Client, reviewer: User) -> None:
    client.force_login(reviewer)
    assert client.get(ADD).status_code == 403
    work = factories.make_citation()
    assert client.get(PROGRESS, {"id": work.pk}).status_code == 200
    assert client.post(page(work, "fact"), {"name": "design", "value": "rct", "reason": "x"}).status_code == 403
    assert client.post(page(work, "ask")).status_code == 403


def test_nothing_pasted_is_refused_in_words(client: Client, author: User) -> None:
    client.force_login(author)
    response = client.post(ADD, {"text": "  \n"}, follow=True)
    assert "Paste something" in response.content.decode()


def test_a_list_that_is_too_long_is_refused_in_words(client: Client, author: User, settings: Any) -> None:
    settings.IMPORT_MAX_KB = 1
    client.force_login(author)
    response = client.post(ADD, {"text": "10.5555/x\n" * 200}, follow=True)
    assert "in parts" in response.content.decode()
    assert response.content.decode().count("10.5555/x\n") > 190  # what was typed is still there


def test_nothing_is_saved_before_it_was_shown(client: Client, author: User) -> None:
    client.force_login(author)
    response = client.post(ADD, {"text": "10.5555/x\n23083673"}, follow=True)
    assert not Citation.objects.exists()
    assert [row["entry"].csl for row in response.context["rows"]] == [{"DOI": "10.5555/x"}]
    assert "write PMID before it" in response.content.decode()


def test_what_is_pasted_is_escaped(client: Client, author: User) -> None:
    client.force_login(author)
    sent = {"text": "<script>alert(1)</script> Doe J. A study of sleep. J Sleep. 2019;1(2):3-4."}
    response = client.post(ADD, sent, follow=True)
    assert "A study of sleep" in response.content.decode()
    assert "<script>alert(1)" not in response.content.decode()


def test_only_what_is_ticked_comes_in(client: Client, author: User, services: Services) -> None:
    factories.make_citation(doi="10.5555/b")
    client.force_login(author)
    text = "10.5555/a\n10.5555/b\n10.5555/c"
    response = client.post(ADD, {"text": text, "save": "1", "entries": ["0", "1"]}, follow=True)
    assert set(Citation.objects.values_list("doi", flat=True)) == {"10.5555/a", "10.5555/b"}
    assert (response.context["new_count"], response.context["there_count"]) == (1, 1)
    assert response.context["busy"]
    assert Lookup.objects.filter(citation__doi="10.5555/a", state="waiting").count() == 3


def test_the_progress_can_be_followed(client: Client, author: User, services: Services, asking: Session) -> None:
    client.force_login(author)
    client.post(ADD, {"text": samples.DOI, "save": "1", "entries": "0"})
    work = Citation.objects.get()
    assert client.get(PROGRESS, {"id": work.pk}).json()["busy"]
    services.answers[f"/crossref/works/{samples.DOI}"] = samples.crossref_work()
    services.answers["/eutils/esearch.fcgi"] = Reply(b"", 500)
    metadata_completion.complete_work(citation_id=work.pk, using=asking)
    answer = client.get(PROGRESS, {"id": work.pk}).json()
    assert not answer["busy"]
    assert "Walking for sore knees" in answer["html"]
    assert "no answer yet" in answer["html"]
    assert "has a fault of its own" in answer["html"]


@pytest.mark.parametrize("query", ["", "id=", "id=x", "id=99999999999999999999", "id=1&id=2"])
def test_progress_of_nothing_is_empty(query: str, client: Client, author: User) -> None:
    client.force_login(author)
    assert client.get(f"{PROGRESS}?{query}").json()["busy"] is False


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"name": "design", "value": "rct", "reason": " "}, "Say why"),
        ({"name": "design", "value": "guess", "reason": "page 2"}, "not a valid choice"),
        ({"name": "sample_size", "value": "many", "reason": "page 2"}, "Nothing was changed"),
        ({"name": "fingerprint", "value": "x", "reason": "page 2"}, "not a fact"),
        ({"name": "published_as", "value": "10.5555/none", "reason": "page 2"}, "not in the library"),
        ({"name": "design", "drop": "1"}, "No editor has set"),
        ({"name": "title", "value": "", "reason": "page 2"}, "Nothing was changed"),
    ],
)
def test_a_fact_that_will_not_do_changes_nothing(
    sent: dict[str, str], words: str, client: Client, editor: User
) -> None:
    work = factories.make_citation(design="cohort")
    client.force_login(editor)
    response = client.post(page(work, "fact"), sent, follow=True)
    assert words in response.content.decode()
    work.refresh_from_db()
    assert work.design == "cohort"
    assert not RecordedFact.objects.exists()


def test_an_editor_sets_a_fact_with_a_reason_and_takes_it_back(
    client: Client, editor: User, services: Services, asking: Session
) -> None:
    services.answers["/eutils/efetch.fcgi"] = samples.pubmed_set(samples.pubmed_article())
    client.force_login(editor)
    client.post(ADD, {"text": f"PMID {samples.PMID}", "save": "1", "entries": "0"})
    work = Citation.objects.get()
    metadata_completion.complete_work(citation_id=work.pk, using=asking)
    client.post(page(work, "fact"), {"name": "design", "value": "cohort", "reason": "Table 1"})
    work.refresh_from_db()
    row = RecordedFact.objects.get(citation=work, name="design", origin="editor")
    assert (work.design, row.value, row.reason, row.by) == ("cohort", "cohort", "Table 1", editor)
    html = client.get(page(work)).content.decode()
    assert "They differ" in html
    assert "Table 1" in html
    client.post(page(work, "fact"), {"name": "design", "drop": "1"})
    work.refresh_from_db()
    assert work.design == "rct"


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("families", "Doe\nvan der Berg, Jr\n", ["Doe", "van der Berg, Jr"]),
        ("mesh", "Humans\nOsteoarthritis, Knee", ["Humans", "Osteoarthritis, Knee"]),
        ("peer_reviewed", "", None),
        ("peer_reviewed", "True", True),
        ("preprint", "True", True),
        ("sample_size", "120", 120),
        ("sample_size", "", None),
        ("funding", " City council ", "City council"),
    ],
)
def test_facts_of_every_kind_can_be_set(name: str, value: str, kept: Any, client: Client, editor: User) -> None:
    work = factories.make_citation()
    client.force_login(editor)
    client.post(page(work, "fact"), {"name": name, "value": value, "reason": "page 2"})
    work.refresh_from_db()
    assert getattr(work, name) == kept


def test_a_preprint_is_tied_to_its_journal_version_by_hand(client: Client, editor: User) -> None:
    preprint, journal = factories.make_citation(doi="10.1101/1"), factories.make_citation(doi="10.5555/j")
    client.force_login(editor)
    sent = {"name": "published_as", "value": "https://doi.org/10.5555/J", "reason": "Its first page says so"}
    client.post(page(preprint, "fact"), sent)
    preprint.refresh_from_db()
    assert preprint.published_as == journal
    assert journal.title in client.get(page(preprint)).content.decode()


def test_a_change_in_the_form_is_an_editors_answer_too(client: Client, editor: User) -> None:
    client.force_login(editor)
    form = {"title": "A work", "families": "Doe", "year": "2019", "status": "not-checked", "risk_of_bias": "0"}
    client.post("/admin/citations/citation/add/", form | {"csl": "{}", "facts_from": "{}", "design": "rct"})
    said = dict(RecordedFact.objects.filter(origin="editor").values_list("name", "value"))
    assert said["design"] == "rct"
    assert said["title"] == "A work"


def test_services_are_asked_again_on_request(client: Client, editor: User, services: Services) -> None:
    work = factories.make_citation(doi="10.5555/x")
    work.lookups.create(service="crossref", state="failed", attempts=14, message="Given up")
    client.force_login(editor)
    client.post(page(work, "ask"))
    row = work.lookups.get(service="crossref")
    assert (row.state, row.attempts, row.message) == ("waiting", 0, "")


def test_the_panel_takes_as_many_questions_for_many_facts_as_for_one(
    client: Client, editor: User, django_assert_max_num_queries: Any
) -> None:
    work = factories.make_citation()
    for name in ("design", "funding", "conflicts", "abstract", "registration"):
        for origin in ("pubmed", "crossref", "openalex", "editor"):
            RecordedFact.objects.create(
                citation=work, name=name, origin=origin, value="x", by=editor, recorded_at=timezone.now()
            )
    client.force_login(editor)
    client.get(page(work))
    with django_assert_max_num_queries(14):
        client.get(page(work))


def test_more_lines_than_anybody_checks_are_refused_in_words(client: Client, author: User) -> None:
    client.force_login(author)
    response = client.post(ADD, {"text": "10.5555/x\n" * 1002}, follow=True)
    assert "1000 lines" in response.content.decode()


# --- Each screen can be loaded again ----------------------------------------------------------------------------


def test_what_another_pasted_is_not_shown(client: Client, author: User, editor: User) -> None:
    client.force_login(author)
    address = client.post(ADD, {"text": "10.5555/secret"})["Location"]
    client.force_login(editor)
    answer = client.get(address, follow=True).content.decode()
    assert "kept no longer" in answer
    assert "10.5555/secret" not in answer
    assert client.post(ADD, {"hand": address.rpartition("=")[2], "save": "1", "entries": "0"}).status_code == 302
    assert not Citation.objects.exists()


@pytest.mark.parametrize("number", ["x", "0", "-1", "9" * 30, "²"])
def test_a_number_that_is_none_leads_back_to_the_form(number: str, client: Client, author: User) -> None:
    client.force_login(author)
    assert client.get(ADD, {"hand": number}).status_code == 302


def test_what_was_refused_is_still_there_when_loaded_again(client: Client, author: User) -> None:
    client.force_login(author)
    file = SimpleUploadedFile("works.pdf", b"%PDF")
    address = client.post(ADD, {"text": "10.5555/mine", "file": file})["Location"]
    for _ in range(2):
        page = client.get(address).content.decode()
        assert "Files are read that end in" in page
        assert "10.5555/mine" in page
        assert "choose “works.pdf” once more" in page


def test_what_came_in_is_told_again_and_added_once(client: Client, author: User, services: Services) -> None:
    client.force_login(author)
    address = client.post(ADD, {"text": "10.5555/a\n10.5555/b\n23083673"})["Location"]
    hand = str(client.get(address).context["hand"])
    for _ in range(2):
        sent = client.post(ADD, {"hand": hand, "save": "1", "entries": ["0", "1"]})
        assert sent["Location"] == address
        told = client.get(address).context
        assert (told["new_count"], told["there_count"], told["fault_count"]) == (2, 0, 1)
        assert len(told["rows"]) == 2
    assert Citation.objects.count() == 2


def test_few_lists_are_kept_for_each_person(client: Client, author: User, editor: User) -> None:
    for person in (author, editor):
        client.force_login(person)
        for number in range(works_in_hand.FEW + 2):
            client.post(ADD, {"text": f"10.5555/{number}"})
    assert WorksInHand.objects.filter(person=author).count() == works_in_hand.FEW
    assert WorksInHand.objects.first().text == "10.5555/6"
    WorksInHand.objects.update(read_at=timezone.now() - 2 * works_in_hand.KEPT)
    client.post(ADD, {"text": "10.5555/new"})
    assert WorksInHand.objects.count() == 1
