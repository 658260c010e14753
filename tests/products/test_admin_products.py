"""Products in the newsroom."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from products.models import Product

pytestmark = pytest.mark.django_db
ADD = "/admin/products/product/add/"


def test_authors_see_products_and_add_none(client: Client, author: User) -> None:
    client.force_login(author)
    assert client.get("/admin/products/product/").status_code == 200
    assert client.post(ADD, {"name": "Kneewell"}).status_code == 403
    assert not Product.objects.exists()


def test_a_product_without_an_answer_stays_unanswered(client: Client, editor: User) -> None:
    client.force_login(editor)
    data = {"name": "Kneewell", "names": "Knee Well, KW", "classes": "", "trials": "", "sold_by_publisher": "unknown"}
    assert client.post(ADD, data).status_code == 302
    product = Product.objects.get()
    assert product.sold_by_publisher is None
    assert product.names == ["Knee Well", "KW"]
