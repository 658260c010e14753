from __future__ import annotations

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from articles.models import LogEntry
from articles.newsroom.log_sentences import sentence
from articles.services.groups import EDITORS, PERMISSIONS, PUBLISHERS
from tests.articles.factories import make_user

pytestmark = pytest.mark.django_db
USERS, GROUPS = "/admin/auth/user", "/admin/auth/group"
PASSWORD = "a long way to Tipperary"


@pytest.fixture
def chief(client: Client) -> User:
    chief = User.objects.create_superuser("chief")
    client.force_login(chief)
    return chief


def fields(person: User, **changed: object) -> dict[str, object]:
    day, hour = person.date_joined.strftime("%Y-%m-%d %H:%M:%S").split()
    told = {"username": person.username, "date_joined_0": day, "date_joined_1": hour, "is_active": "on"}
    told |= {"is_staff": "on", "groups": [group.pk for group in person.groups.all()]}
    return {name: value for name, value in (told | changed).items() if value is not None}


def entries() -> list[LogEntry]:
    return list(LogEntry.objects.filter(action="rights-changed").order_by("pk"))


def test_a_form_that_changes_no_right_is_not_put_down(client: Client, chief: User) -> None:
    person = make_user(EDITORS)
    assert client.post(f"{USERS}/{person.pk}/change/", fields(person, first_name="Ada")).status_code == 302
    assert entries() == []


def test_rights_that_are_given_and_taken_are_put_down_with_who_did_it(client: Client, chief: User) -> None:
    person, publishers = make_user(EDITORS), Group.objects.get(name=PUBLISHERS)
    client.post(f"{USERS}/{person.pk}/change/", fields(person, groups=[publishers.pk], is_active=None))
    (entry,) = entries()
    assert entry.actor == chief
    assert entry.data["before"] == {"groups": [EDITORS], "is_active": True}
    assert entry.data["after"] == {"groups": [PUBLISHERS], "is_active": False}
    assert f"changed the account {person.username}" in sentence(entry, "")


def test_a_new_account_and_one_that_is_deleted_are_put_down(client: Client, chief: User) -> None:
    made = {"username": "ada", "password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    client.post(f"{USERS}/add/", made)
    ada = User.objects.get(username="ada")
    client.post(f"{USERS}/{ada.pk}/delete/", {"post": "yes"})
    told = [sentence(entry, "") for entry in entries()]
    assert "made the account ada" in told[0]
    assert told[1] == "chief deleted the account ada."
    assert entries()[1].data["before"]["is_active"]


def test_accounts_deleted_together_are_put_down_one_by_one(client: Client, chief: User) -> None:
    people = [make_user(), make_user()]
    marked = {"action": "delete_selected", "_selected_action": [person.pk for person in people], "post": "yes"}
    client.post(f"{USERS}/", marked)
    assert [entry.data["name"] for entry in entries()] == [person.username for person in people]


def test_a_password_set_for_another_is_put_down_and_never_told(client: Client, chief: User) -> None:
    person = make_user(EDITORS)
    sent = {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
    client.post(f"{USERS}/{person.pk}/password/", sent)
    (entry,) = entries()
    assert entry.data["password_set"]
    assert "a new password" in sentence(entry, "")
    person.refresh_from_db()
    assert PASSWORD not in str(entry.data)
    assert person.password not in str(entry.data)


def test_what_a_group_may_do_is_put_down(client: Client, chief: User) -> None:
    editors = Group.objects.get(name=EDITORS)
    client.post(f"{GROUPS}/{editors.pk}/change/", {"name": "Editors", "permissions": []})
    (entry,) = entries()
    assert set(entry.data["before"]["permissions"]) == PERMISSIONS[EDITORS]
    assert entry.data["after"] == {"permissions": []}
