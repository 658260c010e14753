"""One person per part in the newsroom, for demos, with names and passwords that are made up here."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

PEOPLE = {
    "author": ("Authors", "Ada Lind", "writes and imports articles"),
    "editor": ("Editors", "Ben Okoro", "reviews, approves and publishes"),
    "reviewer": ("Medical reviewers", "Chiara Moretti", "checks the medicine and approves"),
    "publisher": ("Publishers", "Emre Aydin", "publishes and withdraws what others approved"),
    "auditor": ("Auditors", "Freya Holm", "reads everything and changes nothing"),
    "admin": ("", "Dana Weiss", "may do everything"),
}


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A log-in to print; `password` is "" where only its owner knows it."""

    username: str
    password: str
    part: str


def make_people(file: Path) -> list[DemoPerson]:
    """Makes the people who are missing and keeps their new passwords in `file`, for their owner's eyes only.

    Accounts that are there already are left alone; their passwords are shown where `file` still has them right.
    """
    from django.contrib.auth.models import Group, User

    known = _read(file)
    people = []
    for username, (group, name, part) in PEOPLE.items():
        user = User.objects.filter(username=username).first()
        if user is None:
            known[username] = secrets.token_urlsafe(12)
            make = User.objects.create_user if group else User.objects.create_superuser
            first, last = name.split()
            named = {"is_staff": True, "first_name": first, "last_name": last}
            user = make(username, f"{username}@example.org", known[username], **named)
            user.groups.set(Group.objects.filter(name=group))
        elif not user.check_password(known.get(username, "")):
            known.pop(username, None)
        people.append(DemoPerson(username, known.get(username, ""), part))
    _write(file, known)
    return people


def lines(people: list[DemoPerson]) -> list[str]:
    """A table of log-ins for a terminal."""
    return [
        "  Log in to the newsroom as",
        *(f"    {who.username:<11}{who.password or '(your own password)':<21}{who.part}" for who in people),
    ]


def _read(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    pairs = (line.split() for line in file.read_text().splitlines() if line.strip())
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


def _write(file: Path, passwords: dict[str, str]) -> None:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with open(descriptor, "w") as out:
        out.writelines(f"{username} {password}\n" for username, password in passwords.items())
