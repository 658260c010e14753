from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.contrib.auth.models import User

from config.demo_people import PEOPLE, lines, make_people

pytestmark = pytest.mark.django_db


def test_it_leaves_an_account_alone_that_was_there(tmp_path: Path) -> None:
    owner = User.objects.create_user("admin", password="their own")
    people = {person.username: person for person in make_people(tmp_path / "passwords")}
    owner.refresh_from_db()
    assert owner.check_password("their own")
    assert not owner.is_superuser
    assert people["admin"].password == ""


def test_it_does_not_show_a_password_that_was_changed_since(tmp_path: Path) -> None:
    make_people(tmp_path / "passwords")
    editor = User.objects.get(username="editor")
    editor.set_password("their own")
    editor.save()
    people = {person.username: person for person in make_people(tmp_path / "passwords")}
    assert people["editor"].password == ""
    assert "(your own password)" in "\n".join(lines(list(people.values())))


def test_only_its_owner_may_read_the_passwords(tmp_path: Path) -> None:
    file = tmp_path / "passwords"
    make_people(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_it_makes_one_person_per_part_whose_password_works(tmp_path: Path) -> None:
    people = make_people(tmp_path / "passwords")
    assert [person.username for person in people] == list(PEOPLE)
    for person in people:
        user = User.objects.get(username=person.username)
        assert user.is_staff
        assert len(person.password) >= 16
        assert user.check_password(person.password)
        assert " " in user.get_full_name()
    groups = {user.username: [group.name for group in user.groups.all()] for user in User.objects.all()}
    assert groups == {name: [group] if group else [] for name, (group, *_) in PEOPLE.items()}
    assert list(User.objects.filter(is_superuser=True).values_list("username", flat=True)) == ["admin"]


def test_it_shows_the_same_passwords_the_second_time(tmp_path: Path) -> None:
    first = make_people(tmp_path / "passwords")
    assert make_people(tmp_path / "passwords") == first
    assert len({person.password for person in first}) == len(first)
