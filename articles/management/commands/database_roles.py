"""Makes the accounts of the database and gives each what it needs."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from articles.management.database_roles import Roles, RolesRefused, make_roles


class Command(BaseCommand):
    help = (
        "Makes the database's roles: the application's, which works with rows and can neither change tables, triggers "
        "and functions nor rewrite what is final, and the auditor's, which reads. With --owner everything is handed "
        "to a role of that name, for migrations. Run it with DATABASE_URL of the owner or a superuser, once before "
        "the first `migrate` if you like, and after every `migrate`. Passwords are taken from the variables "
        "CITEWELL_APPLICATION_PASSWORD, CITEWELL_AUDITOR_PASSWORD and CITEWELL_OWNER_PASSWORD, where they are set."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--application", default="citewell_app", metavar="NAME")
        parser.add_argument("--auditor", default="citewell_auditor", metavar="NAME")
        parser.add_argument("--owner", default="", metavar="NAME", help="left out, whoever owns the tables keeps them")

    def handle(self, *args: Any, application: str, auditor: str, owner: str, **options: Any) -> None:
        passwords = {
            name: os.environ.get(f"CITEWELL_{part}_PASSWORD", "")
            for name, part in ((application, "APPLICATION"), (auditor, "AUDITOR"), (owner, "OWNER"))
        }
        try:
            for line in make_roles(Roles(application, auditor, owner), passwords=passwords):
                self.stdout.write(line)
        except RolesRefused as refusal:
            raise CommandError(str(refusal)) from None
        except DatabaseError as error:
            raise CommandError(f"The database refused: {str(error).splitlines()[0]}") from None
