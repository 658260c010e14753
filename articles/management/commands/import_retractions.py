"""Takes a list of retraction notices in and sweeps the library with it."""

from __future__ import annotations

import contextlib
from argparse import ArgumentParser
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from kombu.exceptions import OperationalError

from articles import services, tasks
from citations.services import retraction_watch
from citations.services.notice_files import NotAList


class Command(BaseCommand):
    help = (
        "Takes in a list of notices: the CSV export of the Retraction Watch Database, or a CSV file with the columns "
        "doi and notices. Then all works are swept: those named by a notice change their status, their articles are "
        "read again and their editors told. Importing a file twice changes nothing the second time."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the CSV file")
        parser.add_argument(
            "--as-of",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="the day the list was drawn up; without it, the day the file was last changed",
        )
        length = parser.add_mutually_exclusive_group()
        length.add_argument("--whole", action="store_true", help="it is the whole list, however short")
        length.add_argument("--part", action="store_true", help="it is a part: works not on it were not looked for")

    def handle(self, *args: Any, file: Path, as_of: date | None, whole: bool, part: bool, **options: Any) -> None:
        today = timezone.localdate()
        try:
            day = as_of or datetime.fromtimestamp(file.stat().st_mtime, UTC).date()
            if day > today:
                raise CommandError(f"A list cannot be of a day to come: {day}.")
            result = retraction_watch.import_notices(
                path=file, as_of=day, whole=True if whole else False if part else None
            )
        except OSError as error:
            raise CommandError(f"{file} could not be read: {error.strerror}.") from error
        except (NotAList, retraction_watch.Incomplete) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"{result.read:,} notices as of {day}: {result.new:,} new, {result.changed:,} changed, "
            f"{result.unread:,} rows not usable."
        )
        for row in result.examples:
            self.stdout.write(f"  line {row.line}: {row.reason}")
        if result.unread > len(result.examples):
            self.stdout.write(f"  and {result.unread - len(result.examples):,} more")
        if not result.complete:
            self.stdout.write("This is a part of the list: works that are not on it are not counted as looked for.")
        followed = services.watch(today=today)
        with contextlib.suppress(OSError, OperationalError):  # no broker: the sweep of stale drafts takes them
            tasks.read_again(followed.told)
        self.stdout.write(
            self.style.SUCCESS(
                f"{followed.works:,} works of the library changed their status; "
                f"articles told: {len(followed.told):,}, mails sent: {followed.mails:,}."
            )
        )
