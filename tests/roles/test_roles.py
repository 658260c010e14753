"""docs/roles.md says what every role gets at every address, and the site does it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps

from tests.drawing import ALL, is_drawn, some
from tests.roles.walking import LOGIN, NO, PAGE, ROLES, YES, addresses, asked, client_of, table

pytestmark = pytest.mark.django_db
WRITE = bool(os.environ.get("WRITE_ROLES"))


def documented() -> dict[str, dict[str, str]]:
    rows = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            pattern, *cells = (cell.strip() for cell in line.strip("|").split(" | "))
            rows[pattern.strip("` ")] = dict(zip(ROLES, cells, strict=True))
    return rows


NOT_ASKED = "not asked"


def walked(role: str, drawn: str = ALL) -> dict[str, str]:
    """What the role gets at every address; or a tenth with POST and a twentieth with GET, drawn for each role anew."""
    client, first, found = client_of(role), list(ROLES).index(role), {}
    for at, address in enumerate(addresses(), first):
        page = asked(client, address.path, "GET") if is_drawn(at, 20, drawn) else NOT_ASKED
        act = asked(client, address.path, "POST") if is_drawn(at, 10, drawn) else NOT_ASKED
        found[address.pattern] = f"{page} / {act}"
    return found


@pytest.mark.skipif(not WRITE, reason="writes the document, for WRITE_ROLES=1")
def test_the_document_is_written() -> None:
    found = {role: walked_apart(role) for role in ROLES}
    rows = {pattern: {role: found[role][pattern] for role in ROLES} for pattern in next(iter(found.values()))}
    PAGE.write_text(table(rows), encoding="utf-8")


def walked_apart(role: str) -> dict[str, str]:
    from django.db import transaction

    with transaction.atomic():
        result = walked(role)
        transaction.set_rollback(True)
    return result


@pytest.mark.skipif(WRITE, reason="the document is being written")
@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_what_the_document_says(role: str) -> None:
    """Each act as one of the ten roles, another each day; `make prove` asks for each as all of them."""
    found = walked(role, os.environ["DRAWN"])
    assert differing(role, found) == {}
    assert sum(NOT_ASKED in said.split(" / ")[1] for said in found.values()) <= len(found) * 9 / 10 + 1


def differing(role: str, found: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Where the document says something else than was found, and what."""
    wanted = {pattern: cells[role] for pattern, cells in documented().items()}
    assert found.keys() == wanted.keys()
    return {
        pattern: (said, wanted[pattern])
        for pattern, said in found.items()
        if not all(one in (NOT_ASKED, right) for one, right in _pairs(said, wanted[pattern]))
    }


def _pairs(said: str, wanted: str) -> Iterator[tuple[str, str]]:
    return zip(said.split(" / "), wanted.split(" / "), strict=True)


@pytest.mark.drawn(1)
@pytest.mark.parametrize("role", ["nobody", "no part", "no rights"])
def test_a_refusal_does_not_tell_which_drafts_there_are(role: str) -> None:
    """Where somebody is refused, what is there and what is not get the same answer."""
    client = client_of(role)
    told = {}
    newsroom = [one for one in addresses() if one.missing and one.path.startswith("/admin/")]
    for at, address in enumerate(newsroom, len(role)):
        if not is_drawn(at, 4):
            continue
        for method in ("GET", "POST"):
            there = asked(client, address.path, method)
            if there in (NO, LOGIN) and (gone := asked(client, address.missing, method)) != there:
                told[f"{method} {address.pattern}"] = gone
    assert told == {}


def counts() -> dict[str, Any]:
    own = ("articles", "citations", "products", "auth", "mfa", "account")
    models = [model for model in apps.get_models() if model._meta.app_label in own]
    return {model._meta.label: model._default_manager.count() for model in models}


@pytest.mark.drawn(1)
def test_an_auditor_changes_nothing_anywhere() -> None:
    client = client_of("auditor")
    walk, before = some(addresses(), 3), None
    own = ("/admin/account/", "/admin/login/", "/admin/logout/", "/admin/password_change/")
    before = counts()
    for address in walk:
        if not address.path.startswith(own):
            client.post(address.path)
    assert counts() == before
    assert client.get("/admin/").status_code == 200


def test_the_table_tells_roles_apart() -> None:
    """A table of one answer would pass whatever the site did."""
    cells = [cell for row in documented().values() for cell in row.values()]
    assert {f"{YES} / {YES}", f"{NO} / {NO}"} <= set(cells)
    assert len({tuple(row.values()) for row in documented().values()}) > 10
