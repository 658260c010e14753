"""An approval ends, with the reason, whatever changed of what it rests on and by whatever path."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db import transaction
from django.utils import timezone

from articles import assessments, services
from articles.models import Article, ClaimLink, Contributor, LogEntry, Notice, Topic
from articles.services import conversation, seals
from citations.models import Citation
from products.models import Product, ProductDisclosure
from products.services import save_product
from tests.articles.factories import (
    assess_as,
    edit,
    make_approved_article,
    make_article,
    make_contributor,
    make_disclosure,
    make_product,
    make_published_article,
    make_user,
)
from tests.drawing import some

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def approved(author: User, **kw: Any) -> Article:
    article = make_article(by=author, topics=[Topic.objects.create(name="Knees", slug="knees")], **kw)
    make_disclosure(article=article, product=make_product(name="Kneewell"))
    assess_as(article, links={0: ["doe2019"]})
    services.submit_for_review(article=article, by=author)
    services.approve(article=article, by=make_user("Medical reviewers"), version=article.version)
    return article


def tie_by_hand(article: Article) -> None:
    link = ClaimLink.objects.filter(claim__article=article).get()
    ClaimLink.objects.filter(pk=link.pk).update(how="editor")


def exchange_work(article: Article) -> None:
    row = article.article_citations.get()
    other = Citation.objects.create(title="Another", doi="10.5555/other", fingerprint="x")
    article.article_citations.filter(pk=row.pk).update(citation=other)


CHANGES: dict[str, tuple[str, Callable[[Article], Any]]] = {
    "a work's status": ("work", lambda _: Citation.objects.update(status="retracted", status_checked="2026-11-01")),
    "a work's design": ("work", lambda _: Citation.objects.update(design="cohort")),
    "a work's size": ("work", lambda _: Citation.objects.update(sample_size=9)),
    "a work's peer review": ("work", lambda _: Citation.objects.update(peer_reviewed=False)),
    "a work's title": ("work", lambda _: Citation.objects.update(title="Other")),
    "a work's CSL": ("work", lambda _: Citation.objects.update(csl={"page": "7"})),
    "a work's abstract": ("work", lambda _: Citation.objects.update(abstract="Nothing was found.")),
    "a work's address": ("work", lambda _: Citation.objects.update(url="https://shop.example")),
    "the work behind a key": ("work", exchange_work),
    "a work added": ("work", lambda a: a.article_citations.create(citation=_work(), key="new2020", order=2)),
    "a work dropped": ("work", lambda a: a.article_citations.all().delete()),
    "a product's seller": ("product Kneewell", lambda _: Product.objects.update(seller="Others")),
    "a product's class": ("product Kneewell", lambda _: Product.objects.update(supplement=False)),
    "a product recorded": ("product Walking", lambda _: Product.objects.create(name="Walking", sold_by_publisher=True)),
    "a person's name": ("person", lambda _: Contributor.objects.update(name="Dr. Famous")),
    "a person's interests": ("person", lambda _: Contributor.objects.update(interests="")),
    "a person's employer": ("person", lambda _: Contributor.objects.update(employer="Kneewell Inc.")),
    "a person credited": ("person", lambda a: a.credits.create(contributor=make_contributor(), role="author")),
    "a disclosure's words": ("disclosure", lambda _: ProductDisclosure.objects.update(wording="Buy it.")),
    "a disclosure's advertisement": ("disclosure", lambda _: ProductDisclosure.objects.update(advertisement="Cures.")),
    "a disclosure dropped": ("Kneewell", lambda _: ProductDisclosure.objects.all().delete()),
    "a disclosure run out": ("disclosure", lambda _: ProductDisclosure.objects.update(valid_until=_today() - DAY)),
    "a topic's name": ("topics", lambda _: Topic.objects.update(name="Turmeric cures cancer")),
    "a topic added": ("topics", lambda a: a.topics.add(Topic.objects.create(name="Joints", slug="joints"))),
    "a tie by hand": ("ties", tie_by_hand),
    "words without a version": ("text", lambda _: Article.objects.update(body="Ginger cures cancer.")),
    "the market": ("text", lambda _: Article.objects.update(market="EU")),
}


def _work() -> Citation:
    return Citation.objects.create(title="New", doi="10.5555/new", fingerprint="y")


def _today() -> Any:
    return timezone.localdate()


PATHS = {"publish": list(CHANGES)} | {path: list(CHANGES)[::7] for path in ("schedule", "due", "sweep")}


@pytest.mark.drawn(1)
@pytest.mark.parametrize("path", PATHS)
def test_it_ends(path: str, author: User, editor: User) -> None:
    """Each change from the same approval: what one did is undone before the next."""
    approval = approved(author)
    for change in some(PATHS[path], min(6, len(PATHS[path]))):
        with transaction.atomic():
            _ends(Article.objects.get(pk=approval.pk), change, path, editor)
            transaction.set_rollback(True)


def _ends(article: Article, change: str, path: str, editor: User) -> None:
    at = timezone.now() + timedelta(hours=1)
    if path == "due":
        services.schedule(article=article, by=editor, at=at)
    named, do = CHANGES[change]
    do(article)
    if path == "publish":
        with pytest.raises(services.PublicationRefused, match=named):
            services.publish(article=article, by=editor)
    elif path == "schedule":
        with pytest.raises(services.PublicationRefused, match=named):
            services.schedule(article=article, by=editor, at=at)
    elif path == "due":
        assert services.publish_due(now=at) == 0, change
    else:
        assert services.end_changed_approvals() == [article.pk], change
    article.refresh_from_db()
    assert (article.status, article.review_revision, article.is_public) == ("draft", None, False), change
    assert named in str(LogEntry.objects.get(action="approval-ended").data["changed"]), change


@pytest.mark.parametrize("setting", ["engine", "publisher"])
def test_it_ends_with_the_engine_and_the_policies(
    setting: str, author: User, editor: User, settings: Any, monkeypatch: Any
) -> None:
    article = approved(author)
    if setting == "engine":
        monkeypatch.setattr(assessments.bases, "engine_version", lambda: "9.9.9")
    else:
        settings.PUBLISHER_NAME = "Another house"
    with pytest.raises(services.PublicationRefused, match="the engine" if setting == "engine" else "the policies"):
        services.publish(article=article, by=editor)


def test_what_says_nothing_new_leaves_it(author: User, editor: User) -> None:
    article = approved(author)
    Citation.objects.update(status_checked="2026-11-20", updated_at=timezone.now())
    article.article_citations.get().citation.save()
    make_product(name="Something else altogether")
    services.publish(article=article, by=editor)
    assert article.is_public


def test_editors_are_told(author: User, editor: User) -> None:
    article = approved(author)
    Notice.objects.all().delete()
    Citation.objects.update(design="animal")
    services.end_changed_approvals()
    assert mail.outbox == []
    conversation.send_to(person_id=editor.pk)
    [sent] = mail.outbox
    assert sent.to == ["editor@example.org"]
    assert "[@doe2019]" in sent.body
    assert str(article.pk) in sent.body


def test_a_reading_that_nobody_made_counts_for_nothing(author: User, reviewer: User) -> None:
    article = make_article(by=author, body="Ginger cures cancer.")
    services.submit_for_review(article=article, by=author)
    basis = assessments.digest(assessments.basis_of(article, today=_today()))
    Article.objects.update(assessed_version=article.version, assessed_at=timezone.now(), assessed_basis=basis)
    for seal in ("", seals.of_assessment(article.pk, article.version, "", "another")):
        Article.objects.update(assessment_seal=seal)
        with pytest.raises(services.PublicationRefused, match="not been checked"):
            services.approve(article=article, by=reviewer, version=article.version)


# --- Live pages --------------------------------------------------------------------------------------------


def test_a_live_page_that_would_be_blocked_today_is_marked_and_told_once(author: User, editor: User) -> None:
    article = make_published_article(by=author, body="Kneewell eases knee pain in one trial [@doe2019].")
    Notice.objects.all().delete()
    Product.objects.create(name="Kneewell", sold_by_publisher=True)
    for _ in range(2):
        services.assess_article(article_id=article.pk)
    conversation.send_to(person_id=editor.pk)
    article.refresh_from_db()
    assert (article.status, article.is_public) == ("needs-update", True)
    entry = LogEntry.objects.get(action="page-blocked")
    assert any("Kneewell" in text or "disclos" in text.lower() for text in entry.data["blockers"])
    assert [message.subject for message in mail.outbox] == [f"The page would not pass today: {article.title}"]


def test_the_words_of_the_page_are_asked_where_the_draft_has_moved_on(author: User, editor: User) -> None:
    article = make_published_article(by=author, body="Kneewell eases knee pain in one trial [@doe2019].")
    edit(article, by=author, body="Walking eases knee pain in one trial [@doe2019].")
    Product.objects.create(name="Kneewell", sold_by_publisher=True)
    services.assess_article(article_id=article.pk)
    assert LogEntry.objects.filter(action="page-blocked", article_id=article.pk).exists()


def test_a_disclosure_that_runs_out_has_its_draft_read_again(author: User) -> None:
    article = make_article(by=author)
    make_disclosure(article=article, valid_until=_today())
    assess_as(article, links={0: ["doe2019"]})
    now = assessments.engine_version()
    assert not Article.objects.needing_assessment(now, today=_today()).exists()
    assert Article.objects.needing_assessment(now, today=_today() + DAY).get() == article


# --- Shares ------------------------------------------------------------------------------------------------


def test_whoever_recorded_a_product_that_the_draft_names_does_not_approve_it(author: User, editor: User) -> None:
    article = make_article(by=author, body="Kneewell is a plant.")
    save_product(product=Product(name="Kneewell", sold_by_publisher=False), by=editor, changed=["name"])
    assess_as(article)
    services.submit_for_review(article=article, by=author)
    with pytest.raises(services.NotAllowed, match="you changed something it rests on"):
        services.approve(article=article, by=editor, version=article.version)


def test_the_database_counts_shares_as_the_service_does(author: User, editor: User) -> None:
    from django.db import connection

    article = make_approved_article(by=author)
    with connection.cursor() as cursor:
        for person in (author, editor, article.review_revision.approved_by):
            cursor.execute("SELECT articles_has_share(%s, %s)", [article.pk, person.pk])
            share = services.separation_of_duties.share_in(article, person)
            assert cursor.fetchone() == (bool(share),)
