"""All cards of an article are held as they were drawn, and whatever they show is seen at once when it changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from articles import services
from articles.models import Article, ClaimLink, Decision, Flag
from articles.newsroom.drawn_cards import Drawn, all_drawn
from citations.models import Citation
from tests.articles import factories

pytestmark = pytest.mark.django_db
BODY = "Walking cures the flu.\n\nSwimming eases pain."


@pytest.fixture
def article() -> Article:
    """A flag on each of two sentences, the second accepted; a tie by hand at each, and an offered work."""
    article = factories.make_article(body=BODY)
    factories.assess_as(
        article, flags={0: [factories.flag()], 1: [factories.flag("vague-attribution", "warning")]}, page_flags=[]
    )
    editor = factories.make_user("Editors", first_name="Ada", last_name="Lovelace")
    flag = article.flags.get(severity="warning")
    services.decide_flag(flag=flag, verdict=Decision.Verdict.ACCEPT, reason="A matter of taste.", by=editor)
    article.claims.filter(index=0).update(suggested=["doe2019"])
    link(article)
    return article


def link(article: Article, index: int = 0) -> None:
    work = article.article_citations.get()
    ClaimLink.objects.create(claim=article.claims.get(index=index), article_citation=work, how="editor")


def cards(article: Article, *, may_decide: bool = True, may_write: bool = True) -> Drawn:
    return all_drawn(article, may_decide=may_decide, may_write=may_write)


CHANGES: dict[str, tuple[Callable[[Article], object], str]] = {
    "a flag of other words": (lambda article: first(article).update(message="Name the trial."), "Name the trial."),
    "a flag that is decided on again": (lambda _: _decide_again(), "Words of a source."),
    "who decided": (lambda _: User.objects.filter(first_name="Ada").update(last_name="Byron"), "Ada Byron"),
    "a sentence of other words": (
        lambda article: article.claims.filter(index=1).update(text="Swimming eases gout."),
        "Swimming eases gout.",
    ),
    "a work that is offered": (lambda _: Citation.objects.update(year=1987), "1987"),
    "its key": (lambda article: article.article_citations.update(key="roe1987"), 'data-cite="roe1987"'),
    "another sentence that a work is tied to": (lambda article: link(article, 1), "Swimming eases pain."),
}


def first(article: Article) -> QuerySet[Flag]:
    return article.flags.filter(claim__index=0)


def _decide_again() -> None:
    last = Decision.objects.get()
    Decision.objects.create(flag=last.flag, verdict=last.verdict, person=last.person, reason="Words of a source.")


@pytest.mark.parametrize("what", CHANGES)
def test_what_changed_is_shown_at_once(article: Article, what: str) -> None:
    change, words = CHANGES[what]
    before = cards(article)
    change(article)
    after = cards(article)
    assert after.sentences != before.sentences
    assert words in after.sentences


def test_two_changes_in_one_transaction_are_two(article: Article) -> None:
    for message in ("Name the trial.", "Name the trial and its year."):
        first(article).update(message=message)
        assert message in cards(article).sentences


def test_a_flag_that_is_gone_has_no_card_and_is_not_counted(article: Article) -> None:
    assert cards(article).still_open == {"blocker": 1}
    ClaimLink.objects.filter(claim__article=article).delete()
    factories.assess_as(article, flags={1: [factories.flag("vague-attribution", "warning")]})
    assert "Walking" not in cards(article).sentences
    assert not cards(article).still_open


def test_a_flag_of_the_page_is_shown_at_once(article: Article) -> None:
    assert cards(article).others == ""
    factories.assess_as(article, page_flags=[factories.flag("missing-reviewer", "warning")])
    assert "The page as a whole" in cards(article).others


def test_nobody_gets_what_another_right_was_drawn_for(article: Article) -> None:
    assert "Decide</a>" in cards(article).sentences
    assert "Decide</a>" not in cards(article, may_decide=False).sentences
    assert "Cite " in cards(article).sentences
    assert "Cite " not in cards(article, may_write=False).sentences


def test_one_article_never_shows_the_cards_of_another(article: Article) -> None:
    other = factories.make_article(body="Rowing helps.")
    factories.assess_as(other)
    assert cards(article).sentences
    assert cards(other).sentences == ""


def test_what_did_not_change_is_one_question(article: Article) -> None:
    first = cards(article)
    with CaptureQueriesContext(connection) as asked:
        assert cards(Article.objects.get(pk=article.pk)) is first
    assert len(asked) == 2  # the article's own among them
