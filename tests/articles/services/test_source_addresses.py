"""Readers are told once of each address of a source that stopped answering, and of each review that fell due."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles import services
from articles.models import Article
from articles.services.due_reviews import follow_reviews
from articles.services.merging import merge_works
from articles.services.source_addresses import follow_addresses
from articles.tasks import tell_readers
from citations.models import Citation, LinkCheck
from tests.articles.factories import approve_as_it_stands, edit, make_article, make_citation, make_published_article

pytestmark = pytest.mark.django_db
PAGE, NEW = "https://example.org/page", "https://example.org/new"


def website(**known: Any) -> Citation:
    return make_citation(**{"doi": None, "url": PAGE} | known)


def told(article: Article) -> list[str]:
    return list(article.amendments.order_by("entry").values_list("right", flat=True))


def answers(work: Citation, *, dead: bool) -> None:
    """As a look at the address leaves it, past every signal."""
    Citation.objects.filter(pk=work.pk).update(link_dead=dead)


# --- What is not told --------------------------------------------------------------------------------------


@pytest.mark.parametrize("known", [{"doi": "10.5555/fell"}, {"pmid": "123"}, {"pmcid": "PMC123"}])
def test_an_address_beside_a_number_that_readers_are_led_by_is_not_told(known: dict[str, str]) -> None:
    work = website(**known)
    article = make_published_article(citations={"doe2019": work})
    answers(work, dead=True)
    assert follow_addresses() == 0
    assert told(article) == []


def test_a_draft_and_an_article_that_was_taken_off_are_told_nothing(editor: User) -> None:
    work = website()
    make_article(citations={"doe2019": work})
    gone = make_published_article(citations={"doe2019": work}, next_review=date(2026, 1, 1))
    services.withdraw(article=gone, by=editor, reason="It is wrong.")
    answers(work, dead=True)
    assert follow_addresses() + follow_reviews(today=date(2026, 2, 1)) == 0


def test_a_page_that_was_approved_with_a_dead_address_is_told_of_its_return_alone() -> None:
    work = website(link_dead=True)
    article = make_published_article(citations={"doe2019": work})
    assert follow_addresses() == 0
    answers(work, dead=False)
    assert follow_addresses() == 1
    assert told(article) == [f"The address of a source answers again: “{work.title}”."]


def test_a_review_is_not_due_on_its_day_itself() -> None:
    make_published_article(next_review=date(2027, 3, 1))
    assert follow_reviews(today=date(2027, 3, 1)) == 0


# --- What is told ------------------------------------------------------------------------------------------


def test_each_change_is_told_once() -> None:
    work = website(archived_url="https://web.archive.org/web/2020/x")
    article = make_published_article(citations={"doe2019": work}, next_review=date(2026, 1, 1))
    answers(work, dead=True)
    assert tell_readers() == 2
    assert tell_readers() == 0
    answers(work, dead=False)
    assert tell_readers() == 1
    assert told(article) == [
        f"The address of a source no longer answers: “{work.title}”. Its reference leads to an archived copy.",
        "The day by which we meant to check this article again has passed: 1 January 2026.",
        f"The address of a source answers again: “{work.title}”.",
    ]


def test_an_address_that_was_given_up_is_told_though_its_record_was_merged_into_another(editor: User) -> None:
    work, kept = website(), website(url=NEW)
    article = make_published_article(citations={"doe2019": work})
    merge_works(kept=kept, gone=work, by=editor)
    LinkCheck.objects.create(citation=kept, url=NEW, former=[PAGE])
    assert follow_addresses() == 1
    assert told(article)[0].endswith("Its reference leads to the address it has now.")


def test_a_page_that_is_published_with_another_address_begins_anew(author: User, editor: User) -> None:
    work = website()
    article = make_published_article(by=author, citations={"doe2019": work})
    answers(work, dead=True)
    follow_addresses()
    Citation.objects.filter(pk=work.pk).update(url=NEW, link_dead=False)
    LinkCheck.objects.create(citation=work, url=NEW, former=[PAGE])
    edit(article, by=author, body="Walking eased knee pain in one trial of 30 adults [@doe2019].")
    approve_as_it_stands(article, by=author, change_note="Another address.")
    services.publish(article=article, by=editor)
    assert follow_addresses() == 0
    answers(work, dead=True)
    assert follow_addresses() == 1
