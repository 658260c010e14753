"""Two people who have one row open, be it a work, an account or a question of the checklist: nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.test import Client

from articles.services.groups import EDITORS
from citations.models import Citation
from products.models import Product
from tests.articles import factories
from tests.articles.services.test_uploads import picture

pytestmark = pytest.mark.django_db


class Form(HTMLParser):
    """The fields of a page's form as a browser would send them."""

    def __init__(self, page: str, form: str) -> None:
        super().__init__()
        self.fields: dict[str, list[str]] = {}
        self.form, self._inside, self._name, self._text = form, False, "", None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name, kind = given.get("name", ""), given.get("type")
        if tag == "form":
            self._inside = given.get("id") == self.form
        if not self._inside:
            return
        if tag == "input" and name and kind not in ("submit", "button", "file", "image"):
            if kind not in ("checkbox", "radio") or "checked" in given:
                value = given.get("value", "on" if kind == "checkbox" else "")
                self.fields.setdefault(name, []).append(value.replace("\r\n", "\n").replace("\n", "\r\n"))
        elif tag == "textarea" and name:
            self._name, self._text = name, ""
        elif tag == "select":
            self._name = name
        elif tag == "option" and "selected" in given and self._name:
            self.fields.setdefault(self._name, []).append(given.get("value", ""))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._text is not None:
            self.fields[self._name] = [self._text.replace("\r\n", "\n").removeprefix("\n").replace("\n", "\r\n")]
            self._text = None
        elif tag == "select":
            self._name = ""
        elif tag == "form":
            self._inside = False


@dataclass
class Page:
    """A page of the admin that somebody opened, and may send some time later."""

    client: Client
    address: str
    form: str
    fields: dict[str, list[str]]

    def save(self, **changes: Any) -> Any:
        return self.client.post(self.address, self.fields | changes)

    def again(self, response: Any) -> Page:
        """The page as it was shown again."""
        return Page(self.client, self.address, self.form, Form(response.content.decode(), self.form).fields)


def opened(row: Model, who: User) -> Page:
    client = Client()
    client.force_login(who)
    meta = row._meta
    address = f"/admin/{meta.app_label}/{meta.model_name}/{row.pk}/change/"
    page = client.get(address)
    assert page.status_code == 200
    form = f"{meta.model_name}_form"
    return Page(client, address, form, Form(page.content.decode(), form).fields)


@pytest.fixture
def chief(db: None) -> User:
    return User.objects.create_superuser("chief", "chief@example.org", "password")


@pytest.fixture
def second(db: None) -> User:
    return User.objects.create_superuser("second", "second@example.org", "password")


def work() -> Citation:
    row: Citation = factories.make_citation(title="Zinc for colds", abstract="One.\n\nTwo.", sample_size=100)
    return row


def product() -> Product:
    row: Product = factories.make_product(name="Kneewell", names=["KW"], seller="Leaf and Co")
    return row


def person() -> Model:
    row: Model = factories.make_contributor(name="Amina Roe", slug="amina-roe", bio="One.\nTwo.", employer="A clinic")
    return row


def topic() -> Model:
    from articles.models import Topic

    return Topic.objects.create(name="Sleep", slug="sleep")


def account() -> User:
    row = User.objects.create_user("ann", "ann@example.org", "password", first_name="Ann")
    row.groups.add(Group.objects.get(name=EDITORS))
    return row


def group() -> Group:
    return Group.objects.create(name="Guests")


def question() -> Model:
    from articles.models import ChecklistQuestion

    return ChecklistQuestion.objects.create(text="Are the doses right?", help="See the label.", order=9)


def old_address() -> Model:
    from articles.models import OldAddress

    return OldAddress.objects.create(old="/blog/zinc", target="/topics/sleep/")


FIELDS: dict[Callable[[], Any], tuple[str, str, str]] = {
    work: ("title", "Zinc for colds of adults", "Zinc for colds of children"),
    product: ("seller", "Root and Co", "Stem and Co"),
    person: ("employer", "A school", "A seller of milk"),
    topic: ("name", "Sleep and rest", "Sleep of babies"),
    account: ("first_name", "Anna", "Anne"),
    group: ("name", "Friends", "Visitors"),
    question: ("text", "Are the doses safe?", "Are the doses those of the study?"),
    old_address: ("target", "/topics/colds/", "/topics/milk/"),
}
ROWS = pytest.mark.parametrize("make", FIELDS, ids=lambda make: str(make.__name__))


@ROWS
def test_a_field_that_both_changed_is_asked_about_and_then_saved(make: Any, chief: User, second: User) -> None:
    row, (name, first, other) = make(), FIELDS[make]
    mine, theirs = opened(row, chief), opened(row, second)
    assert theirs.save(**{name: first}).status_code == 302
    shown = mine.save(**{name: other})
    row.refresh_from_db()
    assert getattr(row, name) == first
    assert shown.status_code == 200
    assert f"“{first}”" in shown.content.decode()
    assert mine.again(shown).fields[name] == [other]
    assert mine.again(shown).save().status_code == 302
    row.refresh_from_db()
    assert getattr(row, name) == other


OTHERS: dict[Callable[[], Any], tuple[str, Any, Any]] = {
    work: ("status", "retracted", "retracted"),
    product: ("sold_by_publisher", "false", False),
    person: ("interests", "declared", "declared"),
    account: ("email", "ann@example.net", "ann@example.net"),
    question: ("active", [], False),
    old_address: ("old", "/blog/zinc-and-colds", "/blog/zinc-and-colds"),
}


@pytest.mark.parametrize("make", OTHERS, ids=lambda make: str(make.__name__))
def test_a_field_that_one_left_alone_keeps_what_the_other_made_of_it(make: Any, chief: User, second: User) -> None:
    row, (name, _, other), (field, sent, kept) = make(), FIELDS[make], OTHERS[make]
    mine, theirs = opened(row, chief), opened(row, second)
    more = {"status_checked": "2026-11-01"} if make is work else {"interests_text": "Shares"} if make is person else {}
    assert theirs.save(**{field: sent}, **more).status_code == 302
    saved = mine.client.post(mine.address, mine.fields | {name: other}, follow=True)
    row.refresh_from_db()
    assert (getattr(row, field), getattr(row, name)) == (kept, other)
    assert "while the page was open. That was kept." in saved.content.decode()


def test_rights_that_were_taken_meanwhile_are_not_given_back(chief: User, second: User) -> None:
    ann = account()
    mine, theirs = opened(ann, chief), opened(ann, second)
    assert theirs.save(groups=[]).status_code == 302
    assert mine.save(first_name="Anna").status_code == 302
    ann.refresh_from_db()
    assert ann.first_name == "Anna"
    assert not ann.groups.exists()


def test_what_a_service_found_meanwhile_stays(chief: User) -> None:
    row = work()
    mine = opened(row, chief)
    row.doi, row.csl, row.families, row.abstract = "10.1000/a", {"title": "Zinc"}, ["Bell", "Coe"], "Three.\n\nFour."
    row.save()
    assert mine.save(sample_size="120").status_code == 302
    row.refresh_from_db()
    assert (row.doi, row.csl["title"], row.families, row.sample_size) == ("10.1000/a", "Zinc", ["Bell", "Coe"], 120)
    assert row.abstract == "Three.\n\nFour."


def test_what_both_wrote_alike_is_asked_of_nobody(chief: User, second: User) -> None:
    row = person()
    mine, theirs = opened(row, chief), opened(row, second)
    assert theirs.save(bio="Writes on\r\nsleep.").status_code == 302
    assert mine.save(bio="Writes on\r\nsleep.", employer="A school").status_code == 302


def test_a_photo_that_another_uploaded_meanwhile_is_asked_about(
    chief: User, second: User, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    row: Any = person()
    mine, theirs, idle = opened(row, chief), opened(row, second), opened(row, chief)

    def photo() -> SimpleUploadedFile:
        return SimpleUploadedFile("me.png", picture("PNG"), "image/png")

    assert theirs.save(photo=photo()).status_code == 302
    row.refresh_from_db()
    first = row.photo.name
    assert first
    shown = mine.save(photo=photo())
    assert shown.status_code == 200
    assert "Somebody else changed this" in shown.content.decode()
    row.refresh_from_db()
    assert row.photo.name == first
    assert mine.again(shown).save(photo=photo()).status_code == 302
    row.refresh_from_db()
    second_photo = row.photo.name
    assert second_photo != first
    assert idle.save(employer="A school").status_code == 302
    row.refresh_from_db()
    assert (row.photo.name, row.employer) == (second_photo, "A school")


@ROWS
def test_a_form_that_nobody_else_touched_changes_nothing_by_itself(make: Any, chief: User) -> None:
    row = make()
    row.refresh_from_db()
    before = {field.name: getattr(row, field.name) for field in row._meta.fields}
    page = opened(row, chief)
    response = page.client.post(page.address, page.fields, follow=True)
    assert response.redirect_chain
    assert "Somebody else" not in response.content.decode()
    row.refresh_from_db()
    ours = {"updated_at", "fingerprint", "compared", "by"}  # what saving itself writes
    assert {name: getattr(row, name) for name in before if name not in ours} == {
        name: value for name, value in before.items() if name not in ours
    }
