"""A form that is sent without a session or a valid token is not lost."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from articles.models import Article
from tests.articles import factories

pytestmark = pytest.mark.django_db

TEXT = "Two paragraphs & <b>marks</b>.\n\n  Indented, with “quotes”.\n\nLast line."
ORIGIN = {"Origin": "http://testserver"}


def form_of(client: Client, address: str) -> dict[str, str]:
    """What a browser would send of the article's form."""
    form = client.get(address).context["adminform"].form
    fields = {name: form[name].value() for name in form.fields}
    sent = {name: value for name, value in fields.items() if value is not None and not isinstance(value, list | bool)}
    for formset in client.get(address).context["inline_admin_formsets"]:
        for field in formset.formset.management_form:
            sent[field.html_name] = field.value()
        for row in formset.formset.initial_forms:
            sent |= {bound.html_name: bound.value() if bound.value() is not None else "" for bound in row}
    return sent


def kept_in(page: str) -> dict[str, list[str]]:
    """The fields that a browser would send again: a line end behind the start tag of a textarea is not part of it."""
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'<textarea hidden name="([^"]*)">\n?(.*?)</textarea>', page, re.DOTALL):
        found.setdefault(unescape(name), []).append(unescape(value))
    return found


@pytest.fixture
def article(author: User) -> Article:
    return factories.make_article(by=author)


def test_a_save_after_the_session_ended_is_saved_after_a_log_in(author: User, article: Article) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)
    address = f"/admin/articles/article/{article.pk}/change/"
    sent = form_of(client, address) | {"body": TEXT}
    sent["csrfmiddlewaretoken"] = client.cookies["csrftoken"].value
    client.cookies.pop("sessionid")

    page = client.post(address, sent, headers=ORIGIN)
    assert page.status_code == 403
    text = page.content.decode()
    assert "your text is here" in text
    kept = kept_in(text)
    assert kept["body"] == [TEXT]
    assert "csrfmiddlewaretoken" not in kept

    client.post(
        "/admin/login/",
        {"login": "author", "password": "password", "csrfmiddlewaretoken": client.cookies["csrftoken"].value},
        headers=ORIGIN,
    )
    again = {name: values[0] for name, values in kept.items()}
    stale = client.post(address, again | {"csrfmiddlewaretoken": sent["csrfmiddlewaretoken"]}, headers=ORIGIN)
    assert stale.status_code == 403, "the log-in changed the token"
    assert kept_in(stale.content.decode()) == kept
    done = client.post(address, again | {"csrfmiddlewaretoken": client.cookies["csrftoken"].value}, headers=ORIGIN)
    assert done.status_code == 302, (done.context["errors"], again)
    article.refresh_from_db()
    assert article.body == TEXT


def test_without_a_token_the_text_is_shown_and_sent_again_from_our_own_pages_only(
    author: User, article: Article
) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)
    address = f"/admin/articles/article/{article.pk}/change/"
    for headers, again in ((ORIGIN, True), ({"Origin": "https://evil.example"}, False), ({}, False)):
        page = client.post(address, {"body": TEXT}, headers=headers)
        assert page.status_code == 403
        assert "marks&lt;/b&gt;" in page.content.decode()
        assert ("Save again" in page.content.decode()) is again
    article.refresh_from_db()
    assert article.body != TEXT


def test_passwords_and_codes_are_not_shown_again(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    page = strict.post("/admin/login/", {"login": "author", "password": "hunter2"}, headers=ORIGIN)
    assert page.status_code == 403
    assert "hunter2" not in page.content.decode()


def test_a_file_is_named_as_lost(client: Client) -> None:
    file = SimpleUploadedFile("post.md", b"# Zinc\n\nZinc cures colds.")
    page = client.post("/admin/articles/article/import/", {"text": "", "file": file}, headers=ORIGIN)
    assert page.status_code == 403
    assert "“post.md” could not be kept" in page.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/admin/articles/article/add/",
        "/admin/articles/article/import/",
        "/admin/articles/contributor/add/",
        "/admin/articles/topic/add/",
        "/admin/citations/citation/add/",
        "/admin/citations/citation/works/",
        "/admin/products/product/add/",
        "/admin/articles/article/1/citations/",
        "/admin/articles/article/1/submit/",
        "/admin/articles/flag/1/decide/",
    ],
)
def test_every_form_of_the_newsroom_keeps_what_was_typed(client: Client, address: str) -> None:
    page = client.post(address, {"title": "A title of some length", "text": TEXT}, headers=ORIGIN)
    assert page.status_code == 403
    assert kept_in(page.content.decode()) == {"title": ["A title of some length"], "text": [TEXT]}


def test_reading_still_leads_to_the_log_in(client: Client) -> None:
    response = client.get("/admin/articles/article/add/")
    assert response["Location"] == "/admin/login/?next=/admin/articles/article/add/"


def test_scripts_get_their_own_answer(client: Client) -> None:
    response: Any = client.post("/admin/markdown/preview/", {"content": TEXT}, headers=ORIGIN)
    assert "your text is here" not in response.content.decode()
