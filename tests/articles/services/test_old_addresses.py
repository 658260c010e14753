"""Old addresses: what is refused, what is kept, where they lead."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles import services
from articles.models import LogEntry, OldAddress
from articles.services import NotAllowed, old_addresses
from articles.services.old_addresses import AddressRefused
from tests.articles import factories
from tests.articles.published import publish

pytestmark = pytest.mark.django_db


def row(old: str, **where: Any) -> OldAddress:
    return OldAddress(old=old, **where)


@pytest.mark.parametrize(
    ("address", "kept"),
    [
        ("", ""),
        ("https://news.example/", ""),
        ("/?utm_source=x", ""),
        ("http://[half", ""),
        ("/a\0b", ""),
        ("/" + "x" * 600, ""),
        ("/Blog//Zinc/", "/blog/zinc"),
        ("https://old.example/2020/01/Zinc/?utm=1#top", "/2020/01/zinc"),
        ("blog/zinc/index.html", "/blog/zinc"),
        ("/caf%C3%A9", "/café"),
        ("/?p=12&x=y", "/?p=12"),
        ("https://old.example/?page_id=7", "/?page_id=7"),
    ],
)
def test_addresses_are_compared_by_their_path(address: str, kept: str) -> None:
    assert old_addresses.normal(address) == kept


@pytest.mark.parametrize(
    ("old", "target", "words"),
    [
        ("https://old.example/", "/topics/sleep/", "no address with a path"),
        ("/admin/x/", "/topics/sleep/", "place of the site itself"),
        ("/a/", "/a", "itself"),
        ("/a/", "//evil.example/", "of this site"),
        ("/a/", "https://evil.example/", "of this site"),
        ("/a/", "topics", "of this site"),
        ("/a/", "/first/", "is an old address itself"),
        ("/second/", "/third/", "sent on twice"),
    ],
)
def test_what_leads_nowhere_or_in_a_circle_is_refused(old: str, target: str, words: str, editor: User) -> None:
    old_addresses.add(row=row("/first/", target="/second/"), by=editor)
    with pytest.raises(AddressRefused, match=words):
        old_addresses.add(row=row(old, target=target), by=editor)
    assert OldAddress.objects.count() == 1


def test_an_address_where_an_article_stands_is_refused(editor: User) -> None:
    live = publish()
    with pytest.raises(AddressRefused, match="stands at this address now"):
        old_addresses.add(row=row(live.get_absolute_url(), target="/x/"), by=editor)


def test_authors_may_not_say_where_addresses_lead(author: User) -> None:
    with pytest.raises(NotAllowed):
        old_addresses.add(row=row("/a/", target="/b/"), by=author)


def test_readers_are_led_on_for_good(client: Client, editor: User, django_assert_max_num_queries: Any) -> None:
    live = publish()
    old_addresses.add(row=row("https://old.example/Blog/Zinc/", article=live), by=editor)
    with django_assert_max_num_queries(1):
        answer = client.get("/blog/zinc")
    assert (answer.status_code, answer["Location"]) == (301, live.get_absolute_url())
    assert client.head("/blog/zinc/").status_code == 301
    assert client.post("/blog/zinc/").status_code == 404
    assert LogEntry.objects.filter(action="old-address", article_id=live.pk).exists()


def test_short_addresses_of_wordpress_are_followed(client: Client, editor: User) -> None:
    live = publish()
    old_addresses.keep_all([(live, ["/?p=12"])], by=editor)
    assert client.get("/?p=12")["Location"] == live.get_absolute_url()
    assert client.get("/?p=13").status_code == 200
    assert client.get("/").status_code == 200


def test_what_is_gone_says_so(client: Client, editor: User) -> None:
    old_addresses.add(row=row("/blog/old/", gone=True), by=editor)
    answer = client.get("/blog/old/")
    assert answer.status_code == 410
    assert "taken down for good" in answer.content.decode()


def test_a_withdrawn_article_is_gone_at_its_old_address_too(client: Client) -> None:
    live = publish()
    old_addresses.keep_all([(live, ["/blog/zinc/"])], by=None)
    services.withdraw(article=live, by=factories.make_user("Publishers"), reason="It was wrong.")
    answer = client.get("/blog/zinc/")
    assert answer.status_code == 410
    assert "withdrawn" in answer.content.decode()


def test_an_old_address_does_not_tell_of_a_draft(client: Client) -> None:
    draft = factories.make_article()
    old_addresses.keep_all([(draft, ["/blog/secret/"])], by=None)
    assert client.get("/blog/secret/").status_code == 404


def test_addresses_of_an_import_hide_nothing_that_is_here(editor: User) -> None:
    live, draft = publish(), factories.make_article()
    kept = [live.get_absolute_url(), draft.get_absolute_url(), "/admin/", "", "/blog/new/", "/BLOG/new"]
    old_addresses.keep_all([(draft, kept)], by=editor)
    assert list(OldAddress.objects.values_list("old", flat=True)) == ["/blog/new"]


# --- Moving an article -----------------------------------------------------------------------------------------------


def test_authors_move_nothing(client: Client, author: User) -> None:
    live = publish()
    client.force_login(author)
    assert client.post(reverse("newsroom:move", args=[live.pk]), {"slug": "elsewhere"}).status_code == 403


@pytest.mark.parametrize("slug", ["", "two words", "same", "taken"])
def test_an_address_that_is_none_is_refused(slug: str, client: Client, editor: User) -> None:
    live = publish()
    factories.make_article(slug="taken")
    client.force_login(editor)
    slug = live.slug if slug == "same" else slug
    page = client.post(reverse("newsroom:move", args=[live.pk]), {"slug": slug})
    assert page.status_code == 400
    assert page.context["form"].errors["slug"]


def test_a_moved_article_is_found_at_both_addresses_and_may_move_back(client: Client, editor: User) -> None:
    live = publish()
    before, was = live.get_absolute_url(), live.slug
    client.force_login(editor)
    assert client.post(reverse("newsroom:move", args=[live.pk]), {"slug": "elsewhere"}).status_code == 302
    client.logout()
    assert client.get("/articles/elsewhere/").status_code == 200
    assert client.get(before)["Location"] == "/articles/elsewhere/"
    old_addresses.move_article(article=live, slug=was, by=editor)
    assert client.get(before).status_code == 200
    assert client.get("/articles/elsewhere/")["Location"] == before


def test_the_form_of_editors_tells_what_is_wrong_and_keeps_the_rest(client: Client, editor: User) -> None:
    live = publish()
    client.force_login(editor)
    add = reverse("admin:articles_oldaddress_add")
    for data in ({"old": "/a/"}, {"old": "/a/", "target": "/b/", "gone": "on"}, {"old": "/a/", "target": "/a/"}):
        page = client.post(add, data)
        assert page.status_code == 200
        assert page.context["adminform"].form.errors
    assert client.post(add, {"old": "/a/", "article": live.pk}).status_code == 302
    assert client.get("/a/")["Location"] == live.get_absolute_url()
    kept = OldAddress.objects.get()
    assert "/a" in client.get(reverse("admin:articles_oldaddress_changelist")).content.decode()
    client.post(reverse("admin:articles_oldaddress_delete", args=[kept.pk]), {"post": "yes"})
    assert client.get("/a/").status_code == 404


def test_a_form_that_leads_nowhere_says_so_in_words_alone(client: Client, editor: User) -> None:
    client.force_login(editor)
    page = client.post(reverse("admin:articles_oldaddress_add"), {"old": "/blog/zinc/"}).content.decode()
    assert "one of the three." in page
    assert "Constraint" not in page
    assert "old_address_leads_one_way" not in page
