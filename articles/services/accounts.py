"""What accounts and groups may do, on the log: who gave a right, took one away, or set a password for somebody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth.models import Group, User
from django.db import transaction

from articles.services import log

Rights = Mapping[str, Any]
"""Whether an account may sign in, enter the newsroom and do everything, its groups and single rights by name."""
FLAGS = ("is_active", "is_staff", "is_superuser")


def rights_of(account: User | Group) -> Rights:
    """As the database has them now; {} for one that is not there."""
    if isinstance(account, Group):
        found = Group.objects.filter(pk=account.pk).first() if account.pk else None
        return {"name": found.name, "permissions": _permissions(found)} if found else {}
    stored = User.objects.filter(pk=account.pk).first() if account.pk else None
    if stored is None:
        return {}
    flags = {name: getattr(stored, name) for name in FLAGS}
    groups = sorted(stored.groups.values_list("name", flat=True))
    return {"username": stored.username, **flags, "groups": groups, "permissions": _permissions(stored)}


def _permissions(account: User | Group) -> list[str]:
    held = account.user_permissions if isinstance(account, User) else account.permissions
    return sorted(f"{app}.{name}" for app, name in held.values_list("content_type__app_label", "codename"))


@transaction.atomic
def record_rights(*, account: User | Group, before: Rights, by: User, password_set: bool = False) -> None:
    """Puts down what changed between `before` and now, by name; nothing where nothing did. A password is never told,
    only that somebody set it."""
    after = rights_of(account)
    changed = sorted(name for name in {*before, *after} if before.get(name) != after.get(name))
    if not changed and not password_set:
        return
    data = {
        "kind": _kind(account),
        "id": account.pk,
        "name": str(account),
        "before": {name: before.get(name) for name in changed} if before else {},
        "after": {name: after.get(name) for name in changed},
        **({"password_set": True} if password_set else {}),
    }
    log.record(action="rights-changed", by=by, data=data)


@transaction.atomic
def delete_accounts(*, accounts: Sequence[User | Group], by: User) -> None:
    """Deletes accounts or groups, each with an entry of what it could do. Raises what the database refuses."""
    for account in accounts:
        kind, before, name, number = _kind(account), rights_of(account), str(account), account.pk
        account.delete()
        data = {"kind": kind, "id": number, "name": name, "before": before, "after": {}}
        log.record(action="rights-changed", by=by, data=data)


def _kind(account: User | Group) -> str:
    return "group" if isinstance(account, Group) else "account"
