"""What a revision holds, put back into the draft part by part."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import User

from articles import services
from articles.models import Article, Contributor, LogEntry, Revision, Topic
from articles.models.article import ArticleContributor
from articles.services.restoring import Part, PutBack, restore
from products.models import ProductDisclosure
from tests.articles import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def approved(author: User) -> Article:
    """An article with a writer, a medical reviewer and a disclosed product, whose draft has lost all of it since."""
    article = factories.make_article(by=author)
    person = factories.make_contributor(name="Ann Lee")
    ArticleContributor.objects.create(article=article, contributor=person, order=1)
    product = factories.make_product(name="Kneewell", maker="Rose Labs", seller="")
    factories.make_disclosure(
        article=article, product=product, tie="affiliate", author_tie="None", wording="We earn by it."
    )
    factories.approve_as_it_stands(article, by=author)
    article.credits.all().delete()
    article.disclosures.update(tie="none", wording="", author_tie="Paid adviser")
    factories.edit(article, by=author, body="Quite other words.")
    article.refresh_from_db()
    return article


def revision_of(article: Article) -> Revision:
    return article.revisions.get(number=1)


def put_back(article: Article, by: User, *parts: str) -> PutBack:
    return restore(article=article, revision=revision_of(article), by=by, version=article.version, parts=parts)


def test_nobody_restores_who_may_not_write_and_nothing_changes(approved: Article, reviewer: User) -> None:
    with pytest.raises(services.NotAllowed):
        put_back(approved, reviewer, *Part.values)
    assert not ArticleContributor.objects.filter(article=approved).exists()


def test_no_part_and_a_revision_of_another_article_are_refused(approved: Article, author: User) -> None:
    with pytest.raises(services.ServiceError, match="Choose what"):
        put_back(approved, author)
    other = factories.make_article(by=author)
    with pytest.raises(services.ServiceError, match="another article"):
        restore(article=other, revision=revision_of(approved), by=author, version=other.version, parts=["words"])


def test_people_of_whom_no_record_is_left_are_named_and_the_draft_stays(approved: Article, author: User) -> None:
    approved.refresh_from_db()
    version = approved.version
    Contributor.objects.all().delete()
    with pytest.raises(services.WrongStatus, match="Ann Lee"):
        put_back(approved, author, Part.PEOPLE)
    approved.refresh_from_db()
    assert approved.version == version


def test_people_come_back_without_the_words(approved: Article, author: User) -> None:
    put_back(approved, author, Part.PEOPLE)
    approved.refresh_from_db()
    named = [row["name"] for row in revision_of(approved).contributors]
    assert [credit.contributor.name for credit in approved.credits.all()] == named
    assert "Ann Lee" in named
    assert approved.body == "Quite other words."
    assert LogEntry.objects.get(action="restored").data["parts"] == ["people"]
    with pytest.raises(services.WrongStatus, match="all of this already"):
        put_back(approved, author, Part.PEOPLE)


def test_a_disclosure_comes_back_as_readers_were_told_and_keeps_todays_answer_of_the_authors(
    approved: Article, author: User
) -> None:
    put_back(approved, author, Part.DISCLOSURES)
    row = ProductDisclosure.objects.get(article=approved)
    assert (row.tie, row.wording, row.author_tie, row.answered_by) == (
        "affiliate",
        "We earn by it.",
        "Paid adviser",
        author,
    )


def test_a_disclosure_that_was_taken_out_asks_anew_what_the_authors_gain(approved: Article, author: User) -> None:
    approved.disclosures.all().delete()
    put_back(approved, author, Part.DISCLOSURES, Part.WORDS)
    row = ProductDisclosure.objects.get(article=approved)
    assert (row.tie, row.author_tie, row.is_answered, row.answered_by) == ("affiliate", "", False, None)
    approved.refresh_from_db()
    assert approved.body == factories.BODY


def test_a_disclosure_that_its_answers_told_by_themselves_gets_no_wording_by_hand(author: User) -> None:
    article = factories.make_article(by=author)
    product = factories.make_product(name="Kneewell", maker="Rose Labs", seller="")
    factories.make_disclosure(article=article, product=product, tie="affiliate", author_tie="None", wording="")
    factories.approve_as_it_stands(article, by=author)
    article.disclosures.update(tie="none")
    article.refresh_from_db()
    put_back(article, author, Part.DISCLOSURES)
    row = ProductDisclosure.objects.get(article=article)
    assert (row.tie, row.wording) == ("affiliate", "")


def topic(name: str) -> Topic:
    return Topic.objects.create(name=name, slug=name.lower())


@pytest.fixture
def moved(author: User) -> Article:
    """An article whose topics, dates, market and notice have all changed since it was approved."""
    article = factories.make_article(by=author, evidence_to=date(2026, 3, 1), next_review=date(2027, 3, 1))
    article.topics.set([topic("Sleep"), topic("Knees")])
    factories.approve_as_it_stands(article, by=author)
    article.refresh_from_db()
    article.topics.set([topic("Salt")])
    article.evidence_to, article.next_review = None, date(2029, 1, 1)
    article.market, article.advice_notice = "UK", False
    services.save_draft(article=article, by=author, expected_version=article.version)
    return article


def names(article: Article) -> list[str]:
    return list(article.topics.values_list("name", flat=True))


def test_topics_of_which_no_record_is_left_are_named_and_the_draft_stays(moved: Article, author: User) -> None:
    Topic.objects.exclude(name="Salt").delete()
    with pytest.raises(services.WrongStatus, match="Knees, Sleep"):
        put_back(moved, author, Part.TOPICS)
    assert names(moved) == ["Salt"]


def test_topics_come_back_without_dates_and_name_the_one_that_is_gone(moved: Article, author: User) -> None:
    Topic.objects.filter(name="Knees").delete()
    assert put_back(moved, author, Part.TOPICS).missing == ("Knees",)
    moved.refresh_from_db()
    assert names(moved) == ["Sleep"]
    assert (moved.evidence_to, moved.market) == (None, "UK")


def test_dates_market_and_notice_come_back_without_the_topics_or_the_day_of_review(
    moved: Article, author: User
) -> None:
    put_back(moved, author, Part.DATES)
    moved.refresh_from_db()
    assert (moved.evidence_to, moved.next_review) == (date(2026, 3, 1), date(2027, 3, 1))
    assert (moved.market, moved.advice_notice, moved.reviewed_on) == ("US", True, None)
    assert names(moved) == ["Salt"]
    with pytest.raises(services.WrongStatus, match="all of this already"):
        put_back(moved, author, Part.DATES)


def test_topics_are_taken_off_a_draft_where_the_revision_had_none(author: User) -> None:
    article = factories.make_article(by=author)
    article.topics.clear()
    factories.approve_as_it_stands(article, by=author)
    article.topics.set([topic("Salt")])
    article.refresh_from_db()
    put_back(article, author, Part.TOPICS)
    assert names(article) == []
