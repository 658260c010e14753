"""What the editor asks for while somebody types: the preview and the upload of pictures."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

import apart
from articles.newsroom import previewing
from tests.articles import factories
from tests.articles.services.test_uploads import SVG, picture

pytestmark = pytest.mark.django_db
SAID = {"alt": "A hand holds a spoon", "credit": "Ann Doe"}
PREVIEW, UPLOAD = "/admin/markdown/preview/", "/admin/markdown/upload/"


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def png(name: str = "photo.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, picture(), "image/png")


def test_strangers_get_neither_preview_nor_upload(client: Client, stranger: User, media: Path) -> None:
    signed_in, without_rights = Client(), Client()
    signed_in.force_login(stranger)
    without_rights.force_login(factories.make_user())
    for who in (client, signed_in, without_rights):
        assert who.post(PREVIEW, {"content": "# Title"}).status_code == 403
        response = who.post(UPLOAD, {"image": png()})
        assert response.status_code == 403
        assert "signed out" in response.json()["error"]
    assert not list(media.rglob("*"))


def test_posts_without_the_form_token_are_refused(author: User, media: Path) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)
    assert client.post(PREVIEW, {"content": "text"}).status_code == 403
    assert client.post(UPLOAD, {"image": png()}).status_code == 403
    assert not list(media.rglob("*"))


def test_the_form_token_lets_them_through(author: User, media: Path) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(author)
    client.get(reverse("admin:articles_article_add"))
    token = client.cookies["csrftoken"].value
    answer = client.post(PREVIEW, {"content": "Some *text*.", "csrfmiddlewaretoken": token})
    assert answer.status_code == 200
    assert client.post(UPLOAD, SAID | {"image": png()}, headers={"X-CSRFToken": token}).status_code == 200


def test_reading_them_is_not_offered(client: Client, author: User) -> None:
    client.force_login(author)
    assert client.get(PREVIEW).status_code == 405
    assert client.get(UPLOAD).status_code == 405


@pytest.mark.parametrize(
    ("data", "name"), [(SVG, "drawing.svg"), (SVG, "drawing.png"), (b"<html>", "page.jpg"), (b"", "empty.png")]
)
def test_an_upload_that_is_no_picture_is_refused_in_words(
    data: bytes, name: str, client: Client, author: User, media: Path
) -> None:
    client.force_login(author)
    response = client.post(UPLOAD, SAID | {"image": SimpleUploadedFile(name, data)})
    assert response.status_code == 400
    assert "picture" in response.json()["error"]
    assert not list(media.rglob("*.*"))


def test_an_upload_of_fifty_megabytes_is_refused_before_it_is_read(client: Client, author: User, media: Path) -> None:
    client.force_login(author)
    response = client.post(UPLOAD, b"", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(50 * 2**20))
    assert response.status_code == 413
    assert "larger than" in response.json()["error"]


def test_a_picture_is_kept_under_a_random_name(client: Client, author: User, media: Path) -> None:
    client.force_login(author)
    code = client.post(UPLOAD, SAID | {"image": png("holiday at home.png")}).json()["image_code"]
    assert code.startswith("![A hand holds a spoon](")
    assert code.endswith(' "Ann Doe")')
    assert "holiday" not in code
    assert len([path for path in media.rglob("*.png") if path.is_file()]) == 1


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ({}, "Say what the picture shows"),
        ({"alt": " \n ", "credit": "Ann Doe"}, "Say what the picture shows"),
        ({"alt": "[]", "credit": "Ann Doe"}, "Say what the picture shows"),
        ({"alt": "A spoon"}, "Say who made the picture"),
    ],
)
def test_a_picture_without_its_words_is_not_kept(
    said: dict[str, str], asked: str, client: Client, author: User, media: Path
) -> None:
    client.force_login(author)
    response = client.post(UPLOAD, said | {"image": png()})
    assert response.status_code == 400
    assert asked in response.json()["error"]
    assert not list(media.rglob("*.*"))


def test_words_of_a_picture_cannot_leave_their_brackets(client: Client, author: User, media: Path) -> None:
    client.force_login(author)
    said = {"alt": 'A](x) "b"\n\n# c', "credit": '" onerror=" [y](javascript:z)'}
    code = client.post(UPLOAD, said | {"image": png()}).json()["image_code"]
    html = client.post(PREVIEW, {"content": code}).content.decode()
    assert html.count("<img") == 1
    assert "<h" not in html.partition("<aside")[0]
    assert "<a" not in html.partition("<aside")[0]


def test_a_text_that_is_too_long_is_not_previewed(client: Client, author: User, settings: Any) -> None:
    settings.IMPORT_MAX_KB = 1
    client.force_login(author)
    assert client.post(PREVIEW, {"content": "x" * 2000}).status_code == 413
    assert client.post(PREVIEW, {"content": "x" * 90_000}).status_code == 413


@pytest.mark.parametrize("with_article", [False, True])
def test_a_text_that_takes_too_long_is_told_so_and_shown_as_it_is_written(
    with_article: bool, client: Client, author: User, settings: Any
) -> None:
    settings.PREVIEW_SECONDS = 0
    client.force_login(author)
    number = factories.make_article(by=author).pk if with_article else ""
    response = client.post(f"{PREVIEW}?article={number}", {"content": "Zinc <b>cures</b> colds."})
    assert response.status_code == 200
    html = response.content.decode()
    assert "too intricate to read within 0 seconds. Cut it into parts" in html
    assert "<pre>Zinc &lt;b&gt;cures&lt;/b&gt; colds.</pre>" in html
    assert "<mark" not in html


def test_a_preview_waits_for_the_one_before_it_and_is_refused_in_words_where_that_takes_long(
    client: Client, author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(previewing, "TURN_SECONDS", 0.01)
    client.force_login(author)
    with apart.TYPED.turn:
        response = client.post(PREVIEW, {"content": "Zinc cures colds."})
    assert response.status_code == 503
    assert "comes as soon as you type on" in response.content.decode()
    assert client.post(PREVIEW, {"content": "Zinc cures colds."}).status_code == 200


def test_who_may_only_read_has_the_marked_text_while_others_type(client: Client, reviewer: User, settings: Any) -> None:
    settings.PREVIEW_SECONDS = 0
    article = factories.make_article(body="Zinc cures colds.")
    client.force_login(reviewer)
    with apart.TYPED.turn:
        page = client.get(f"/admin/articles/article/{article.pk}/change/").content.decode()
    assert "<mark" in page
    assert "too intricate" not in page


def test_a_megabyte_of_brackets_is_answered_in_time(client: Client, author: User) -> None:
    client.force_login(author)
    began = time.process_time()
    response = client.post(PREVIEW, {"content": "![a](" * 200_000})
    assert response.status_code == 200
    assert time.process_time() - began < 20  # two seconds by the clock of the wall, and many tests beside this one


@pytest.mark.parametrize("article", ["", "0", "999999999", "x", "-1", "1" * 40])
def test_an_unknown_article_is_previewed_as_a_new_one(article: str, client: Client, author: User) -> None:
    client.force_login(author)
    response = client.post(f"{PREVIEW}?article={article}", {"content": "Vitamin C cures colds."})
    assert response.status_code == 200
    assert "<mark" in response.content.decode()


def test_the_preview_knows_the_citations_of_the_article(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    address = f"{PREVIEW}?article={article.pk}"
    html = client.post(address, {"content": "Walking eases sore knees [@doe2019]."}).content.decode()
    assert "#ref-1" in html
    assert "Claim without a source" not in html
    html = client.post(address, {"content": "Walking cures sore knees."}).content.decode()
    assert '<mark class="claim claim-none' in html
    assert "Claim without a source" in html


def test_the_preview_saves_nothing(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    client.post(f"{PREVIEW}?article={article.pk}", {"content": "Other words."})
    article.refresh_from_db()
    assert article.body == factories.BODY


def test_the_preview_runs_no_script(client: Client, author: User) -> None:
    client.force_login(author)
    content = 'Hello <script>alert(1)</script> <img src=x onerror="alert(2)"> [a](javascript:alert(3))'
    html = client.post(PREVIEW, {"content": content}).content.decode()
    assert "<script" not in html
    assert "<img src=x" not in html
    assert 'href="javascript' not in html


def test_the_editor_asks_with_the_number_of_its_article(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert f'data-markdownx-urls-path="{PREVIEW}?article={article.pk}"' in page
    assert f'data-markdownx-upload-urls-path="{UPLOAD}"' in page
    assert "codemirror/codemirror.js" in page


def test_a_form_without_a_script_gets_a_page_of_its_own(client: Client, author: User) -> None:
    client.force_login(author)
    response = client.post(PREVIEW, {"body": "Zinc <b>cures</b> colds.", "page": "1", "title": "A"})
    page = response.content.decode()
    assert page.startswith("<!DOCTYPE html>")
    assert "Claim without a source" in page
    assert "<b>cures" not in page


def test_a_preview_of_somebody_elses_article_knows_nothing_of_its_works(
    client: Client, author: User, editor: User, settings: Any
) -> None:
    settings.AUTHORS_SEE_OWN_ONLY = True
    article = factories.make_article(by=editor, authors=[])
    client.force_login(author)
    html = client.post(
        f"{PREVIEW}?article={article.pk}", {"content": "Walking eases knees [@doe2019]."}
    ).content.decode()
    assert "#ref-1" not in html
