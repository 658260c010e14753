"""The database refuses approvals and reviews of whoever declared an interest, and judges names as the services do."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, connection

from articles import services
from articles.models import Article
from articles.services import interests
from tests.articles import factories

pytestmark = pytest.mark.django_db

DECLARED_AND_NAMES = [
    ("Paid adviser of Intimate Rose.", "Intimate Rose, LLC"),
    ("Shares in BAYER", "Bayer AG"),
    ("Speaker fees from Johnson and Johnson's research arm", "Johnson & Johnson"),
    ("Nestlé paid a trial of mine.", "Nestle S.A."),
    ("A grant by KW-3's owner", "KW 3"),
    ("Fees of L’Oréal’s foundation", "L'Oreal"),
    ("Stock of Weiß & Söhne", "WEISS und Soehne GmbH & Co. KG"),
    ("Stock of Weiss and Sohne", "Weiß & Söhne GmbH & Co. KG"),
    ("Adviser of Жизнь", "ООО Жизнь"),
    ("Adviser of жизнь плюс", "Жизнь Плюс"),
    ("I own ﬁt-Co shares", "Fit"),
    ("I own ﬁt-Co shares", "Fit Co Holding"),
    ("I own A.B.C. shares", "ABC"),
    ("I own A.B.C. shares", "A. B. C."),
    ("Fees from Bayerische Landesbank", "Bayer AG"),
    ("Member of the AG Nutrition", "AG"),
    ("Paid by Group Holding", "Group"),
    ("Paid by Group Holding", "Holding Group"),
    ("Vitamin_D Ltd.", "vitamin d"),
    ("Roses", "Rose"),
    ("", "Kneewell"),
    ("Kneewell", ""),
    ("Kneewell®, a plant", "Kneewell®"),
    ("Kneewell™ Plus", "KNEEWELL"),
    ("①② labs", "12 Labs"),
]


def asked(statement: str, *values: object) -> object:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        (answer,) = cursor.fetchone()
        return answer


@pytest.mark.parametrize(("declared", "name"), DECLARED_AND_NAMES)
def test_both_find_the_same_names(declared: str, name: str) -> None:
    found = asked("SELECT articles_stands_in(%s, articles_plain(%s))", name, declared)
    assert found is interests._stands_in(name, interests._plain(declared))


@pytest.mark.parametrize("form", interests._FORMS)
def test_both_leave_the_same_forms_of_companies_out(form: str) -> None:
    assert asked("SELECT articles_stands_in(%s, 'shares in roses')", f"Roses {form}") is True


@pytest.fixture
def article(author: User) -> Article:
    made = factories.make_article(by=author, body="Kneewell eases pain.")
    factories.make_product(name="Kneewell", maker="Rose Labs", seller="")
    factories.assess_as(made, links={0: ["doe2019"]})
    services.submit_for_review(article=made, by=author)
    return made


def declare(person: User, text: str) -> None:
    factories.make_contributor(user=person, interests="declared", interests_text=text)


def without_the_service() -> object:
    """As code would that does not ask."""
    return patch("articles.services.workflow.need_no_interest")


@pytest.mark.parametrize("declared", ["Paid by Rose Labs.", "Shares in Kneewell."])
def test_an_approval_by_code_that_does_not_ask_is_refused(article: Article, reviewer: User, declared: str) -> None:
    declare(reviewer, declared)
    with without_the_service(), pytest.raises(DatabaseError, match="declared an interest in Kneewell"):
        services.approve(article=article, by=reviewer, version=article.version)


def test_a_medical_review_by_code_that_does_not_ask_is_refused(article: Article, reviewer: User) -> None:
    declare(reviewer, "Paid by Rose Labs.")
    with pytest.raises(DatabaseError, match="“medically-reviewed” is refused"):
        services.log.record(action="medically-reviewed", by=reviewer, article=article, data={})


def test_a_product_that_is_disclosed_and_not_named_counts_too(article: Article, reviewer: User) -> None:
    product = factories.make_product(name="Other", maker="Bell Foods", seller="")
    factories.make_disclosure(article=article, product=product)
    factories.assess_as(article, links={0: ["doe2019"]})
    declare(reviewer, "Adviser of Bell Foods.")
    with without_the_service(), pytest.raises(DatabaseError, match="declared an interest in Other"):
        services.approve(article=article, by=reviewer, version=article.version)


@pytest.mark.parametrize("declared", ["Paid by Bell Foods.", "Shares in Another Maker."])
def test_who_declared_another_interest_approves(article: Article, reviewer: User, declared: str) -> None:
    declare(reviewer, declared)
    services.approve(article=article, by=reviewer, version=article.version)
    assert asked("SELECT articles_interest(%s, %s)", article.pk, reviewer.pk) == ""
