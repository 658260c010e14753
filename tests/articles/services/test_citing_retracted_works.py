"""Citing a retracted work warns at once and blocks publication; an editor can let it stand with a reason."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from articles import services
from articles.models import Article, Flag
from citations.lookups.rate_limits import LocalRateLimit
from citations.lookups.session import Session
from citations.models import Citation, Notice, NoticeList
from citations.services import metadata_completion
from tests.articles.admin.test_saving import form_of
from tests.articles.factories import (
    make_approved_article,
    make_article,
    make_citation,
    make_published_article,
    make_user,
)
from tests.articles.newsroom.test_importing import choices_of
from tests.citations import samples
from tests.citations.services_server import as_json, serving

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
DOI = "10.5555/fell"


def notice(kind: str = "retraction", doi: str = DOI, **more: Any) -> None:
    Notice.objects.create(**{"kind": kind, "doi": doi, "source": "retraction-watch", "record": f"{kind}{doi}", **more})


@pytest.fixture
def services_of(settings: Settings) -> Any:
    """A session that asks services on this machine, and their answers."""
    with serving() as played:
        settings.LOOKUPS = True
        no_cache = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
        settings.CACHES = {**settings.CACHES, "lookups": no_cache}
        for name in ("crossref", "openalex"):
            setattr(settings, f"{name.upper()}_BASE_URL", f"{played.base}/{name}")
        settings.PUBMED_BASE_URL = settings.PMC_IDCONV_BASE_URL = f"{played.base}/eutils"
        yield Session(pace=LocalRateLimit(), sleep=lambda _: None), played


@pytest.fixture
def work() -> Citation:
    return make_citation(doi=DOI)


def told(response: Any) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def paste(client: Client, article: Article, text: str, **more: Any) -> Any:
    return client.post(reverse("newsroom:cite", args=[article.pk]), {"text": text, **more})


REFERENCE = "Doe A. A trial of walking for very sore knees. Journal of Tests. 2019;1:1-9. doi:10.5555/fell"


def test_a_sound_work_raises_no_warning(client: Client, editor: Any, work: Citation) -> None:
    client.force_login(editor)
    article = make_article(citations={})
    response = paste(client, article, REFERENCE, save="1", references="doe2019")
    assert "Added: [@doe2019]." in told(response)
    assert "retracted" not in told(response)


@pytest.mark.parametrize(("kind", "words"), [("retraction", "was retracted"), ("concern", "expression of concern")])
def test_pasting_it_warns_at_once(client: Client, editor: Any, work: Citation, kind: str, words: str) -> None:
    notice(kind)
    client.force_login(editor)
    response = paste(client, make_article(citations={}), REFERENCE, save="1", references="doe2019")
    assert words in told(response)


def test_what_was_pasted_is_marked_before_it_is_saved(client: Client, editor: Any, work: Citation) -> None:
    Citation.objects.update(status="retracted", status_checked=TODAY)
    client.force_login(editor)
    page = paste(client, make_article(citations={}), REFERENCE).content.decode()
    assert 'data-testid="retracted">Retracted<' in page


def test_saving_an_article_that_cites_it_warns_at_once(client: Client, author: Any, work: Citation) -> None:
    article = make_article(by=author, citations={"doe2019": work})
    client.force_login(author)
    address = reverse("admin:articles_article_change", args=[article.pk])
    assert "was retracted" not in told(client.post(address, form_of(client, address)))
    notice()
    assert "[@doe2019]" in told(client.post(address, form_of(client, address)))


def test_importing_a_post_that_cites_it_warns_at_once(client: Client, author: Any) -> None:
    notice()
    client.force_login(author)
    post = f"Walking helps\n\nWalking eased sore knees [1].\n\nReferences\n1. {REFERENCE}\n"
    page = client.post(reverse("newsroom:import"), {"text": post, "read": "1"}, follow=True)
    response = client.post(reverse("newsroom:import"), choices_of(page))
    assert response.status_code == 302
    assert "was retracted" in told(response)


def test_a_work_that_came_after_the_list_of_notices_is_never_called_free_of_them(work: Citation) -> None:
    notice()
    NoticeList.objects.create(source="retraction-watch", name="a", sha256="a", rows=1, as_of=TODAY, complete=True)
    article = make_article(citations={"doe2019": work})
    services.assess_article(article_id=article.pk)
    assert article.flags.open().filter(code="retracted-source").exists()


def test_it_blocks_publication_until_another_editor_lets_it_stand_with_a_reason(work: Citation) -> None:
    notice()
    author, decider = make_user("Authors"), make_user("Editors")
    article = make_article(by=author, citations={"doe2019": work})
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    flags = list(Flag.objects.filter(article=article, code="retracted-source"))
    assert {flag.severity for flag in flags} == {"blocker"}
    assert "retracted-source" in {obstacle.code for obstacle in services.obstacles(article)}
    for flag in flags:
        with pytest.raises(services.ReasonMissing):
            services.decide_flag(flag=flag, by=decider, verdict="accept", reason="")
        services.decide_flag(flag=flag, by=decider, verdict="accept", reason="The article is about the retraction.")
    assert "retracted-source" not in {obstacle.code for obstacle in services.obstacles(article)}


def test_the_decision_stands_when_the_article_is_read_again(work: Citation) -> None:
    notice()
    article, decider = make_article(citations={"doe2019": work}), make_user("Editors")
    services.assess_article(article_id=article.pk)
    for flag in Flag.objects.filter(article=article, code="retracted-source"):
        services.decide_flag(flag=flag, by=decider, verdict="accept", reason="The article is about the retraction.")
    services.watch(today=TODAY)
    services.assess_article(article_id=article.pk)
    states = set(Flag.objects.filter(article=article, code="retracted-source").values_list("state", flat=True))
    assert states == {"accepted"}


@pytest.mark.parametrize("path", ["publish", "schedule", "due"])
def test_a_notice_that_no_sweep_has_seen_yet_stops_publication_on_every_path(work: Citation, path: str) -> None:
    article, editor = make_approved_article(citations={"doe2019": work}), make_user("Editors")
    at = timezone.now() + timedelta(hours=1)
    if path == "due":
        services.schedule(article=article, by=editor, at=at)
    notice()
    ways = {
        "publish": lambda: services.publish(article=article, by=editor),
        "schedule": lambda: services.schedule(article=article, by=editor, at=at),
    }
    if path == "due":
        assert services.publish_due(now=at) == 0
    else:
        with pytest.raises(services.PublicationRefused):
            ways[path]()
    article.refresh_from_db()
    assert (article.status, article.is_public) == ("draft", False)
    assert Citation.objects.get(pk=work.pk).status == "retracted"
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    with pytest.raises(services.PublicationRefused, match="retracted"):
        services.publish(article=article, by=editor)


def accept_all(article: Article, code: str, by: Any) -> None:
    services.assess_article(article_id=article.pk)
    for flag in Flag.objects.filter(article=article, code=code):
        services.decide_flag(flag=flag, by=by, verdict="accept", reason="The article is about the retraction.")


def states(article: Article, code: str) -> set[str]:
    services.assess_article(article_id=article.pk)
    return set(Flag.objects.filter(article=article, code=code).values_list("state", flat=True))


def test_a_notice_of_another_kind_asks_for_a_decision_of_its_own(work: Citation) -> None:
    notice("concern")
    article, decider = make_article(citations={"doe2019": work}), make_user("Editors")
    accept_all(article, "concern-source", decider)
    assert states(article, "concern-source") == {"accepted"}
    notice("retraction")
    assert states(article, "retracted-source") == {"open"}
    assert "retracted-source" in {obstacle.code for obstacle in services.obstacles(article)}


def test_a_second_retraction_after_the_work_was_reinstated_asks_anew(work: Citation) -> None:
    notice("retraction", published_on=date(2020, 1, 1))
    article, decider = make_article(citations={"doe2019": work}), make_user("Editors")
    accept_all(article, "retracted-source", decider)
    notice("reinstatement", published_on=date(2021, 1, 1))
    assert states(article, "retracted-source") == {"fixed"}
    notice("retraction", published_on=date(2022, 1, 1), record="second")
    assert states(article, "retracted-source") == {"open"}


def test_the_same_notice_read_again_by_any_service_reopens_nothing(work: Citation) -> None:
    notice()
    article, decider = make_article(citations={"doe2019": work}), make_user("Editors")
    accept_all(article, "retracted-source", decider)
    for source in ("crossref", "pubmed"):
        notice(source=source)
        services.watch(today=TODAY)
        Citation.objects.get(pk=work.pk).save()
    assert states(article, "retracted-source") == {"accepted"}


def test_an_article_published_citing_it_as_retracted_shows_it_so_without_alarm(client: Client, work: Citation) -> None:
    notice()
    article = make_published_article(citations={"doe2019": work})
    page = client.get(article.get_absolute_url()).content.decode()
    assert 'class="notice alert"' not in page
    assert "Retracted</strong> Doe" in page
    services.watch(today=TODAY)
    article.refresh_from_db()
    assert article.status == "published"


def test_an_answer_that_comes_after_the_work_was_cited_warns_by_mail_and_blocks(
    services_of: Any, work: Citation, django_capture_on_commit_callbacks: Any
) -> None:
    """When it was cited nobody had been asked; Crossref's answer names the notice later."""
    asking, answers = services_of
    make_user("Editors", email="desk@example.org")
    article = make_article(citations={"doe2019": work})
    services.assess_article(article_id=article.pk)
    assert not article.flags.filter(code="retracted-source").exists()
    item = samples.crossref_item(DOI=DOI, title=[work.title], subtitle=[], **{"updated-by": [samples.updated_by()]})
    answers.answers[f"/crossref/works/{DOI}"] = as_json({"status": "ok", "message": item})
    with django_capture_on_commit_callbacks(execute=True):
        metadata_completion.start([work])
        metadata_completion.complete_work(citation_id=work.pk, using=asking)
    services.watch(today=TODAY)  # what the worker does with the message
    assert [sent.subject[:15] for sent in mail.outbox] == ["Source retracte"]
    services.assess_article(article_id=article.pk)
    assert article.flags.open().blockers().filter(code="retracted-source").exists()
