"""People and their photos in the newsroom."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from articles.models import Contributor
from tests.articles import factories
from tests.articles.services.test_uploads import SVG, picture

pytestmark = pytest.mark.django_db
ADD = "/admin/articles/contributor/add/"
PERSON = {"name": "Amina Roe", "slug": "amina-roe", "credentials": "MD", "interests": "none"}


@pytest.fixture
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.mark.parametrize("data", [SVG, b"<html>", b"", picture("BMP")])
def test_a_photo_that_is_no_picture_is_refused(data: bytes, client: Client, author: User, media: Path) -> None:
    client.force_login(author)
    response = client.post(ADD, PERSON | {"photo": SimpleUploadedFile("me.png", data, "image/png")})
    assert response.status_code == 200
    assert "photo" in response.context["adminform"].form.errors
    assert not Contributor.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_an_author_does_not_change_somebody_whom_readers_see(client: Client, author: User, editor: User) -> None:
    person = factories.make_contributor(credentials="MD", slug="amina-roe")
    factories.make_published_article(authors=[person])
    url = f"/admin/articles/contributor/{person.pk}/change/"
    client.force_login(author)
    assert client.get(url).status_code == 200
    assert client.post(url, PERSON | {"credentials": "Nobel laureate"}).status_code == 403
    person.refresh_from_db()
    assert person.credentials == "MD"
    client.force_login(editor)
    assert client.post(url, PERSON | {"credentials": "MD, PhD"}).status_code == 302
    person.refresh_from_db()
    assert person.credentials == "MD, PhD"


def test_an_author_changes_somebody_who_is_not_public_yet(client: Client, author: User) -> None:
    person = factories.make_contributor(slug="amina-roe")
    factories.make_approved_article(authors=[person])
    client.force_login(author)
    response = client.post(f"/admin/articles/contributor/{person.pk}/change/", PERSON | {"credentials": "RD"})
    assert response.status_code == 302
    person.refresh_from_db()
    assert person.credentials == "RD"


def test_declared_interests_have_to_be_named(client: Client, author: User) -> None:
    client.force_login(author)
    response = client.post(ADD, PERSON | {"interests": "declared"})
    assert response.status_code == 200
    assert "Say which interests are declared." in response.content.decode()


def test_a_photo_is_drawn_anew_under_a_random_name(client: Client, author: User, media: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    photo = SimpleUploadedFile("me at home.jpg", picture("JPEG", (3000, 20), exif=exif), "image/jpeg")
    client.force_login(author)
    assert client.post(ADD, PERSON | {"photo": photo}).status_code == 302
    person = Contributor.objects.get()
    assert "home" not in person.photo.name
    kept = person.photo.open().read()
    assert b"taken at home" not in kept
    assert Image.open(io.BytesIO(kept)).width == 2000


def test_a_photo_stays_when_something_else_is_changed(client: Client, author: User, media: Path) -> None:
    client.force_login(author)
    client.post(ADD, PERSON | {"photo": SimpleUploadedFile("me.png", picture(), "image/png")})
    person = Contributor.objects.get()
    client.post(f"/admin/articles/contributor/{person.pk}/change/", PERSON | {"employer": "A hospital"})
    again = Contributor.objects.get()
    assert (again.employer, again.photo.name) == ("A hospital", person.photo.name)


def test_people_are_called_so_on_every_page_of_theirs(client: Client, editor: User) -> None:
    person = factories.make_contributor()
    client.force_login(editor)
    for address in ("/admin/articles/contributor/", ADD, f"/admin/articles/contributor/{person.pk}/change/"):
        words = re.sub(r"<(script|style)\b.*?</\1>|<[^>]*>", " ", client.get(address).content.decode(), flags=re.DOTALL)
        assert "People" in words
        assert "ontributor" not in words


def test_what_is_wrong_in_a_form_is_listed_above_it_with_ways_to_the_fields(client: Client, editor: User) -> None:
    client.force_login(editor)
    page = client.post("/admin/articles/contributor/add/", {"name": "", "slug": "no spaces"}).content.decode()
    assert page.count('<a href="#id_name">Name</a>: This field is required.') == 1
    assert '<a href="#id_slug">Address</a>: Enter a valid' in page
