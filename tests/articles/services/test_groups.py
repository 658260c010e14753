"""The groups are made by migrating, may do what their work needs, and no more."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission, User
from django.db.models.signals import post_migrate

from articles.services.groups import PERMISSIONS, make_groups

pytestmark = pytest.mark.django_db


def member(group: str) -> User:
    user = User.objects.create_user(group)
    user.groups.add(Group.objects.get(name=group))
    return user


@pytest.mark.parametrize("group", PERMISSIONS)
def test_nobody_deletes_what_is_on_record(group: str) -> None:
    user = member(group)
    for model in ("article", "revision", "flag", "decision", "logentry", "claim"):
        assert not user.has_perm(f"articles.delete_{model}")
    for action in ("add", "change"):
        for model in ("revision", "logentry", "decision"):
            assert not user.has_perm(f"articles.{action}_{model}")


@pytest.mark.parametrize(
    ("group", "may"),
    [
        ("Authors", {"submit_article", "add_article", "change_article"}),
        (
            "Editors",
            {
                *("submit_article", "add_article", "change_article", "review_article", "approve_article"),
                *("publish_article", "decide_flag", "override_blocker"),
            },
        ),
        ("Medical reviewers", {"review_article", "approve_article", "decide_flag"}),
    ],
)
def test_each_may_do_its_part_of_the_workflow(group: str, may: set[str]) -> None:
    acts = {
        *("submit_article", "add_article", "change_article", "review_article", "approve_article"),
        *("publish_article", "decide_flag", "override_blocker"),
    }
    user = member(group)
    assert {act for act in acts if user.has_perm(f"articles.{act}")} == may
    assert user.has_perm("articles.view_article")


def test_every_permission_named_exists() -> None:
    for group, wanted in PERMISSIONS.items():
        assert Group.objects.get(name=group).permissions.count() == len(wanted)


def test_migrating_again_adds_what_lacks_and_leaves_what_an_operator_added() -> None:
    group = Group.objects.get(name="Authors")
    extra = Permission.objects.get(codename="publish_article")
    group.permissions.add(extra)
    group.permissions.remove(Permission.objects.get(codename="submit_article"))
    for _ in range(2):
        post_migrate.send(
            sender=apps.get_app_config("articles"),
            app_config=apps.get_app_config("articles"),
            verbosity=0,
            interactive=False,
            using="default",
            plan=[],
            apps=apps,
        )
    names = set(group.permissions.values_list("codename", flat=True))
    assert {"publish_article", "submit_article"} <= names
    assert Group.objects.count() == len(PERMISSIONS)


def test_half_a_database_does_not_stop_it() -> None:
    Permission.objects.filter(codename="submit_article").delete()
    make_groups()
    assert Group.objects.count() == len(PERMISSIONS)
