"""Takes works from a file of references into the library."""

from __future__ import annotations

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from citations.services import adding

SHOWN = 50
SAID_EVERY = 2000
"""Records between two lines of progress."""


class Command(BaseCommand):
    help = (
        "Takes in the works of a file: PubMed (.nbib), RIS (.ris), BibTeX (.bib) or CSL-JSON (.json). A work that the "
        "library has is not added again. Records that cannot be read are named with their line."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the file of references")
        parser.add_argument("--as", dest="user", required=True, metavar="USER", help="the user who adds the works")

    def handle(self, *args: Any, file: Path, user: str, **options: Any) -> None:
        by = User.objects.filter(username=user).first()
        if by is None:
            raise CommandError(f"There is no user {user}.")
        faults: list[adding.Fault] = []
        new = held = 0
        try:
            for row in adding.add(entries=_entries(file, faults), by=by, origin=file.name):
                if isinstance(row, adding.Fault):
                    faults.append(row)
                else:
                    new, held = new + row.new, held + (not row.new)
                    if (new + held) % SAID_EVERY == 0:
                        self.stderr.write(f"  {new + held:,} read, {new:,} of them new", self.style.NOTICE)
        except OSError as error:
            raise CommandError(f"{file} could not be read: {error.strerror}.") from error
        except (ValueError, PermissionDenied) as error:
            raise CommandError(str(error)) from error
        for fault in faults[:SHOWN]:
            self.stdout.write(f"  line {fault.line}: {fault.reason} {fault.text[:80]}".rstrip())
        if len(faults) > SHOWN:
            self.stdout.write(f"  and {len(faults) - SHOWN:,} more")
        self.stdout.write(self.style.SUCCESS(f"{new:,} works added, {held:,} there already, {len(faults):,} not read."))


def _entries(file: Path, faults: list[adding.Fault]) -> Iterator[adding.Entry]:
    """What can be read, as it is asked for; the rest goes to `faults`."""
    with file.open("rb") as stream:
        for row in adding.read_file(file.name, stream):
            if isinstance(row, adding.Entry):
                yield row
            else:
                faults.append(row)
