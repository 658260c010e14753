"""Which products a text names: the same as a look at each of them finds, whatever the names."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from articles.assessments import Rows, product_names
from articles.assessments.product_names import laid_out, names_on_record
from products.models import Product
from tests.articles import factories

WORDS = (
    "Flora",
    "bloom",
    "kneewell",
    "Kneewells",
    "K2",
    "k",
    "ſleep",
    "sleep",
    "İron",
    "iron",
    "+Sleep",
    "(C)",
    "été",
    "_x",
)
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
texts = st.lists(st.one_of(st.sampled_from(WORDS), names), max_size=12).map(" ".join)


def looked_at_each(rows: Iterable[tuple[int, str]], text: str) -> set[int]:
    return {
        pk
        for pk, name in rows
        if re.search(rf"(?<!\w)(?:{re.escape(name)})(?:s|es)?(?!\w)", text, re.IGNORECASE) is not None
    }


@given(st.lists(names, max_size=8), texts, st.sampled_from(["", "s", "es", "'s", "t"]), st.booleans())
def test_it_finds_what_a_look_at_each_finds(called: list[str], text: str, ending: str, loud: bool) -> None:
    rows = list(enumerate(called))
    text = (text.upper() if loud else text) + ending
    found = laid_out((pk, name, [], [], None) for pk, name in rows).named_in(text)
    assert found == looked_at_each(rows, text)


@pytest.mark.parametrize(("sold", "found"), [(True, {1}), (False, set()), (None, set())])
def test_a_class_counts_where_we_sell_it(sold: bool | None, found: set[int]) -> None:
    assert laid_out([(1, "Flora Bloom", [], ["probiotic"], sold)]).named_in("Probiotics are many.") == found


@pytest.mark.django_db
def test_a_changed_name_is_known_at_once() -> None:
    product = factories.make_product(name="Kneewell", names=[])
    assert names_on_record().named_in("Kneewell and Kneebest") == {product.pk}
    Product.objects.filter(pk=product.pk).update(name="Kneebest")
    assert names_on_record().named_in("Kneewell") == set()
    assert names_on_record().named_in("KNEEBEST") == {product.pk}
    product.delete()
    assert names_on_record().named_in("Kneebest") == set()


@pytest.mark.django_db
def test_an_article_loads_the_products_that_it_names_and_no_others(monkeypatch: pytest.MonkeyPatch) -> None:
    named = factories.make_product(name="Flora Bloom")
    Product.objects.bulk_create(Product(name=f"Remedy {number}") for number in range(50))
    article = factories.make_article(body="Flora Bloom is a probiotic. Remedy is a word.")
    names_on_record()
    looked: list[object] = []
    pattern = product_names._pattern
    monkeypatch.setattr(product_names, "_pattern", lambda names: looked.append(names) or pattern(names))
    with CaptureQueriesContext(connection) as asked:
        assert Rows(article).products == [named]
    assert len(asked) == 3  # its disclosures, the state of the names, the product
    assert len(looked) == 51  # those whose first word stands in the text
    looked.clear()
    article.body = "Flora Bloom is a probiotic."
    assert Rows(article).products == [named]
    assert len(looked) == 1
