"""Every address of the site, walked as every role with GET and POST, and what came back as a table.

`WRITE_ROLES=1 python -m pytest tests/roles` writes docs/roles.md anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from articles.models import Flag, PostBatch
from articles.newsroom.workflow import ACTS
from articles.services import conversation
from citations.models import Batch
from tests.articles import factories
from tests.articles.published import publish

PAGE = Path(__file__).resolve().parents[2] / "docs" / "roles.md"
ROLES = {
    "nobody": None,
    "no part": (),
    "no rights": (),
    "author": ("Authors",),
    "editor": ("Editors",),
    "reviewer": ("Medical reviewers",),
    "publisher": ("Publishers",),
    "administrator": ("Administrators",),
    "auditor": ("Auditors",),
    "superuser": (),
}
"""The columns: "no part" has an account that is not staff's, "no rights" is staff in no group."""
SKIPPED = ("jsi18n", "view_on_site", "static", "media", "account_reset_password_from_key", "account_signup")
YES, NO, LOGIN, NONE = "yes", "no", "log-in", "–"


@dataclass(frozen=True, slots=True)
class Address:
    """An address with what fills its gaps. `missing` leads to something that is not there, or is ""."""

    pattern: str
    path: str
    missing: str


def addresses() -> list[Address]:
    """All addresses of the site. What fills the gaps is made here; call it within a test."""
    filling = _rows()
    found: dict[str, Address] = {}
    for pattern, name in _patterns(get_resolver().url_patterns):
        if not name or name.split(":")[-1] in SKIPPED or "<content_type_id>" in pattern:
            continue
        for address in _filled(pattern, name, filling):
            found.setdefault(address.pattern, address)
    return sorted(found.values(), key=lambda row: row.pattern)


def _patterns(patterns: Any, before: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    for entry in patterns:
        route = before + re.sub(r"^\^|\\Z$|\$$", "", str(entry.pattern))
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from _patterns(entry.url_patterns, route, inner)
        elif isinstance(entry, URLPattern):
            yield f"/{route}", f"{space}{entry.name or ''}" if entry.name else ""


def _rows() -> dict[str, Any]:
    """A draft with a flag, a live article, and one of everything else that has a page."""
    draft = factories.make_article()
    factories.make_disclosure(article=draft)
    factories.assess_as(draft, flags={0: [factories.flag()]})
    asked = User.objects.create_user("asked", is_staff=True, is_superuser=True)
    conversation.say(article=draft, by=draft.created_by, text="Is it so?", asked=[asked])
    live = publish()
    writer = draft.created_by
    Batch.objects.create(kind="import", title="works.ris", by=writer, state="done")
    PostBatch.objects.create(title="posts.zip", by=writer, state="done")
    return {"article": draft, "flag": Flag.objects.first(), "live": live}


def _filled(pattern: str, name: str, rows: dict[str, Any]) -> Iterator[Address]:
    if "verb:" in pattern:
        for verb in ACTS:
            yield from _filled(pattern.replace("<verb:verb>", verb), name, rows)
        return
    gaps = re.findall(r"<(?:\w+:)?(\w+)>", pattern)
    path = missing = pattern
    for gap in gaps:
        value = _value(pattern, name, gap, rows)
        path = re.sub(rf"<(?:\w+:)?{gap}>", str(value), path)
        missing = re.sub(rf"<(?:\w+:)?{gap}>", "999999" if gap in ("pk", "object_id", "id") else str(value), missing)
    if re.search(r"[<>()\\]", path):
        return
    shown = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", pattern)
    yield Address(shown, path, missing if missing != path else "")


def _value(pattern: str, name: str, gap: str, rows: dict[str, Any]) -> Any:
    if gap in ("pk", "object_id", "id"):
        for part, key in (("article/", "article"), ("flag/", "flag")):
            if pattern.startswith(f"/admin/articles/{part}"):
                return rows[key].pk
        named = re.match(r"/admin/(\w+)/(\w+)/", pattern)
        model = apps.get_model(*named.groups()) if named and _is_model(*named.groups()) else None
        first = model._default_manager.order_by("pk").first() if model else None
        return first.pk if first else 1
    if gap == "slug":
        live = rows["live"]
        return live.slug if pattern.startswith("/articles/") else "nothing-of-that-name"
    return {"ending": "bib", "app_label": "articles", "url": "nothing"}.get(gap, "1")


def _is_model(app: str, model: str) -> bool:
    try:
        apps.get_model(app, model)
    except LookupError:
        return False
    return True


def client_of(role: str) -> Client:
    client = Client(raise_request_exception=True)
    groups = ROLES[role]
    if groups is None:
        return client
    user = User.objects.create_user(f"role-{role.replace(' ', '-')}", is_staff=role != "no part")
    user.is_superuser = role == "superuser"
    user.save()
    user.groups.set(Group.objects.filter(name__in=groups))
    client.force_login(user)
    return client


def asked(client: Client, path: str, method: str) -> str:
    """What the role gets, undone at once."""
    session = client.cookies.get("sessionid")
    kept = session.value if session else ""
    with transaction.atomic():
        point = transaction.savepoint()
        response = getattr(client, method.lower())(path)
        words = _outcome(response, method)
        transaction.savepoint_rollback(point)
    if session:
        client.cookies["sessionid"] = kept
    return words


def _outcome(response: Any, method: str) -> str:
    status = response.status_code
    if status in (301, 302) and response["Location"].startswith("/admin/login/"):
        return LOGIN
    if status == 403 and b"Not saved yet: your text is here" in response.content:
        return LOGIN
    if status in (404, 405, 410):
        return NONE
    return NO if status in (401, 403) else YES


def table(rows: dict[str, dict[str, str]]) -> str:
    """The page, from what each role got at each address."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for pattern, cells in rows.items():
        groups.setdefault(tuple(cells[role] for role in ROLES), []).append(pattern)
    lines = [HEAD, f"| address | {' | '.join(ROLES)} |", f"|---|{'---|' * len(ROLES)}"]
    lines += [f"| `{pattern}` | {' | '.join(rows[pattern][role] for role in ROLES)} |" for pattern in rows]
    return "\n".join(lines) + "\n"


HEAD = """# Roles

Who may do what in the newsroom, address by address. The table is written by walking every address of the site as every
role, with GET and with POST (`WRITE_ROLES=1 python -m pytest tests/roles`). `make test` compares a fifth of the acts
and a tenth of the pages with what the site does, others each day; `make prove` all of them.

- **author** writes, imports and submits. With `AUTHORS_SEE_OWN_ONLY`, only drafts begun by the author or naming
  the author.
- **editor** reviews, decides flags, approves and publishes, and keeps works, products and topics.
- **reviewer** checks the medicine, decides flags and approves.
- **publisher** publishes, schedules and withdraws what others wrote and approved.
- **administrator** makes accounts, puts them in groups (never its own), and says whose account a person has.
- **auditor** reads all of it, with the log, and changes nothing.
- **superuser** may do everything that services allow; nobody approves own work, superusers neither.

Each cell is what GET and POST get: `yes` (a page, a form sent back with what is missing, or a way on), `no`
(refused, 403), `log-in` (led
there; what was typed is kept), `–` (nothing is there, or not with this method). An empty POST is sent: `yes`
means that the role may do it,
not that nothing else is asked. "No part" has an account that is not staff's; "no rights" is staff in no group.
"""
