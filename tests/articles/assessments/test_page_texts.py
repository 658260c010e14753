"""Whatever readers see beside the body is read: no place is left in which a claim could stand unread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles import services
from articles.models import Article, Topic
from tests.articles.factories import make_article, make_contributor, make_disclosure, make_product

pytestmark = pytest.mark.django_db

CLAIM = "Turmeric cures cancer."
BODY = "Many people drink tea in winter."


def _disclosed(**kw: Any) -> Callable[[User], Article]:
    def make(by: User) -> Article:
        article = make_article(by=by, body=BODY)
        product = make_product(**{name: kw.pop(name) for name in ("seller", "maker", "name") if name in kw})
        make_disclosure(article=article, product=product, **kw)
        return article

    return make


def _by_person(**kw: Any) -> Callable[[User], Article]:
    return lambda by: make_article(by=by, body=BODY, authors=[make_contributor(**kw)])


PLACES: dict[str, Callable[[User], Article]] = {
    "title": lambda by: make_article(by=by, body=BODY, title=CLAIM),
    "standfirst": lambda by: make_article(by=by, body=BODY, standfirst=CLAIM),
    "disclosure": _disclosed(wording=CLAIM),
    "authors' tie": _disclosed(author_tie=CLAIM),
    "advertisement": _disclosed(advertisement=CLAIM),
    "seller": _disclosed(seller=CLAIM),
    "maker": _disclosed(maker=CLAIM),
    "name of the product": _disclosed(name=CLAIM),
    "interests": _by_person(interests="declared", interests_text=CLAIM),
    "credentials": _by_person(credentials=CLAIM),
    "employer": _by_person(employer=CLAIM),
    "field": _by_person(field=CLAIM),
    "biography": _by_person(bio=CLAIM),
    "name of": _by_person(name=CLAIM),
    "topic": lambda by: make_article(by=by, body=BODY, topics=[Topic.objects.create(name=CLAIM, slug="t")]),
    "description of the topic": lambda by: make_article(
        by=by, body=BODY, topics=[Topic.objects.create(name="Tea", slug="t", description=CLAIM)]
    ),
    "title of a link": lambda by: make_article(by=by, body=f'{BODY} [Tea](https://tea.example "{CLAIM}")'),
    "title of a link or an image": lambda by: make_article(by=by, body=f'{BODY} ![Tea](/media/tea.png "{CLAIM}")'),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_claim_there_is_a_blocker(place: str, author: User) -> None:
    article = PLACES[place](author)
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    assert not article.assessment_error
    messages = [flag.message for flag in article.flags.open().blockers()]
    assert any(place in message for message in messages), messages


def test_so_is_one_in_the_note_on_what_changed(author: User, editor: User) -> None:
    article = make_article(by=author, body=BODY)
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    services.submit_for_review(article=article, by=author, change_note=CLAIM)
    with pytest.raises(services.PublicationRefused, match="not been checked"):
        services.approve(article=article, by=editor, version=article.version)
    services.assess_article(article_id=article.pk)
    with pytest.raises(services.PublicationRefused, match="note on what changed"):
        services.approve(article=article, by=editor, version=article.version)


def test_plain_particulars_raise_nothing(author: User) -> None:
    person = make_contributor(
        credentials="MD, PhD",
        employer="Institute for Cancer Research",
        field="Sleep medicine",
        bio="She has cared for people with diabetes for twenty years and teaches at the university.",
        interests="declared",
        interests_text="Speaker's fees from a maker of insulin.",
    )
    topic = Topic.objects.create(name="Cancer and diet", slug="t", description="What trials say of food and cancer.")
    article = make_article(by=author, body=BODY, authors=[person], topics=[topic])
    make_disclosure(article=article, product=make_product(seller="Heart Health Ltd."), author_tie="Bought it herself.")
    services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    services.submit_for_review(
        article=article, by=author, change_note="We added a trial on sleep and corrected a dose."
    )
    services.assess_article(article_id=article.pk)
    placed = [flag.message for flag in article.flags.open() if flag.message.startswith("In ")]
    assert placed == []
