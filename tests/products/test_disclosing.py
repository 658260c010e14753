"""What readers are told about a product."""

from __future__ import annotations

from typing import Any

from products.models import Product, ProductDisclosure


def statement(**answers: str) -> str:
    product = Product(name="Kneewell", maker="Northby")
    return ProductDisclosure(product=product, **answers).statement


def test_an_unanswered_question_is_never_told_as_no_tie() -> None:
    assert statement() == "What we gain from Kneewell has not been stated."
    assert "no tie" not in statement(author_tie="Employed by Northby.")


def test_no_tie_is_told_only_where_it_was_answered() -> None:
    told = statement(tie="none", author_tie="none")
    assert told == "We have no tie to Kneewell. No author has a tie to it."


def test_the_publisher_of_the_page_is_the_publisher_whoever_sells_the_product(settings: Any) -> None:
    settings.PUBLISHER_NAME = "Common Ground Health"
    product = Product(name="Flora Bloom", maker="Northby", seller="Intimate Rose")
    own = ProductDisclosure(product=product, tie="own").statement
    assert (
        own == "Common Ground Health publishes this page, and makes or sells Flora Bloom. It is sold by Intimate Rose."
    )
    paid = ProductDisclosure(product=product, tie="sponsored").statement
    assert paid == "Intimate Rose paid for this article, which names its product Flora Bloom."
