"""Takes in a list of journals or publishers that somebody calls questionable."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from citations.services import questionable_journals

KINDS = {"journals": questionable_journals.Kind.JOURNAL, "publishers": questionable_journals.Kind.PUBLISHER}


class Command(BaseCommand):
    help = (
        "Takes in a list of questionable journals or publishers: a CSV file with the column name and, if known, url. "
        "Editors then see a note with the list and its day on works that stand there, where QUESTIONABLE_JOURNALS is "
        "on. A further import of the list of the same name takes the place of the first."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="the CSV file")
        parser.add_argument(
            "--listed-on",
            type=date.fromisoformat,
            required=True,
            metavar="YYYY-MM-DD",
            help="the day the list was drawn up, which editors are told",
        )
        parser.add_argument("--kind", choices=KINDS, default="journals", help="what it names; journals if not said")
        parser.add_argument("--name", default="", help="what the list is called; without it, the name of the file")

    def handle(self, *args: Any, file: Path, listed_on: date, kind: str, name: str, **options: Any) -> None:
        if listed_on > timezone.localdate():
            raise CommandError(f"A list cannot be of a day to come: {listed_on}.")
        try:
            result = questionable_journals.import_journals(path=file, listed_on=listed_on, kind=KINDS[kind], name=name)
        except OSError as error:
            raise CommandError(f"{file} could not be read: {error.strerror}.") from error
        except questionable_journals.NotAList as error:
            raise CommandError(str(error)) from error
        for row in result.examples:
            self.stdout.write(f"  line {row.line}: {row.reason}")
        if result.unread > len(result.examples):
            self.stdout.write(f"  and {result.unread - len(result.examples):,} more")
        self.stdout.write(
            self.style.SUCCESS(
                f"{result.held:,} {kind} on “{result.name}” of {listed_on}: {result.new:,} new, {result.gone:,} gone; "
                f"{result.repeated:,} repeated rows, {result.unread:,} not usable."
            )
        )
        if not settings.QUESTIONABLE_JOURNALS:
            self.stdout.write("Editors are told nothing of it until QUESTIONABLE_JOURNALS is on.")
