"""Lists of the newsroom, asked in ways that no link of ours asks: never a fault of the server."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.articles import factories

pytestmark = pytest.mark.django_db

LISTS = {
    "articles/article": ("status__exact", "market__exact", "topics__id__exact", "blocked"),
    "articles/flag": ("state", "severity__exact", "code", "article__id__exact"),
    "articles/contributor": ("interests__exact",),
    "articles/topic": (),
    "articles/revision": ("article__id__exact", "created_at__gte"),
    "articles/policy": ("page__exact", "number"),
    "articles/oldaddress": ("why__exact", "gone__exact", "article__id__exact"),
    "articles/checklistquestion": ("active__exact", "order"),
    "articles/amendment": ("kind__exact", "article__id__exact", "at__gte"),
    "articles/logentry": ("action", "action__exact", "at__gte"),
    "citations/citation": ("status", "status__exact", "design__exact", "year", "year_from", "year_to", "kind__exact"),
    "citations/batch": ("state__exact", "kind__exact"),
    "products/product": ("kind__exact", "sold_by_publisher__exact"),
    "auth/user": ("is_staff__exact", "groups__id__exact"),
    "usersessions/usersession": ("user__id__exact",),
    "mfa/authenticator": ("type__exact",),
}
VALUES = ("a%00b", "%ED%A0%80", "9999999999999999999999", "1e400")


@pytest.fixture
def newsroom(client: Client, superuser: User) -> Client:
    factories.assess_as(factories.make_article(), flags={0: [factories.flag()]})
    client.force_login(superuser)
    return client


@pytest.mark.drawn(5)
@pytest.mark.parametrize("name", LISTS)
def test_no_value_of_a_filter_is_a_fault(newsroom: Client, name: str) -> None:
    for field in (*LISTS[name], "q", "id__exact"):
        for value in VALUES:
            address = f"/admin/{name}/?{field}={value}"
            assert newsroom.get(address).status_code in (200, 302, 400), address


@pytest.mark.parametrize("value", VALUES)
def test_no_search_for_a_choice_is_a_fault(newsroom: Client, value: str) -> None:
    for app, model, field in (
        ("articles", "articlecitation", "citation"),
        ("articles", "articlecontributor", "contributor"),
        ("articles", "article", "topics"),
    ):
        address = f"/admin/autocomplete/?app_label={app}&model_name={model}&field_name={field}&term={value}"
        assert newsroom.get(address).status_code in (200, 400, 403), address


@pytest.mark.parametrize("value", VALUES)
def test_no_page_for_readers_is_a_fault(client: Client, value: str) -> None:
    for address in (
        f"/?page={value}",
        f"/topics/x/?page={value}",
        f"/articles/x/references/?style={value}",
        f"/sitemap.xml?p={value}",
    ):
        assert client.get(address).status_code in (200, 301, 404, 400), address
