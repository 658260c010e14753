"""The newsroom's site frames pages as Unfold's does, and makes no list that no page shows."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.test import Client, RequestFactory
from django.urls import reverse
from unfold.sites import UnfoldAdminSite

from config.newsroom_site import NewsroomSite

pytestmark = pytest.mark.django_db
SHOWN = ("title", "icon", "link", "active", "has_permission")


def menu(groups: list[dict[str, Any]]) -> list[tuple[Any, list[tuple[Any, ...]]]]:
    return [(group["title"], [tuple(item[name] for name in SHOWN) for item in group["items"]]) for group in groups]


@pytest.mark.parametrize("view", ["admin:articles_article_changelist", "newsroom:import", "admin:index"])
def test_the_menu_is_the_one_that_unfold_makes_for_each_right(author: User, superuser: User, view: str) -> None:
    assert isinstance(admin.site, NewsroomSite)
    request: Any = RequestFactory().get(reverse(view))
    for user in (author, superuser):
        request.user = user
        ours = menu(admin.site.get_sidebar_list(request))
        assert ours == menu(UnfoldAdminSite.get_sidebar_list(admin.site, request))


def test_what_somebody_may_not_see_is_not_in_the_menu(client: Client, author: User) -> None:
    client.force_login(author)
    page = client.get(reverse("admin:articles_article_changelist")).content.decode()
    assert reverse("admin:articles_topic_changelist") in page
    assert reverse("admin:auth_group_changelist") not in page


def test_the_list_of_all_models_is_made_where_it_is_shown_alone(client: Client, author: User, superuser: User) -> None:
    client.force_login(superuser)
    with patch.object(NewsroomSite, "_build_app_dict", side_effect=AssertionError):
        assert client.get(reverse("admin:articles_topic_changelist")).status_code == 200
    page = client.get(reverse("admin:app_list", args=["articles"])).content.decode()
    assert reverse("admin:articles_topic_changelist") in page
    client.force_login(author)
    assert client.get(reverse("admin:app_list", args=["mfa"])).status_code == 404
