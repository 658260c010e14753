"""Proves that no entry of the log was altered, removed or moved."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.services.log_verification import verify


class Command(BaseCommand):
    help = (
        "Recomputes the hashes of the log. Ends with an error that names the first entry that was altered, removed "
        "or moved. Note the hash it prints somewhere else, and give it with --holds next time: that also shows a log "
        "rewritten as a whole."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--holds", metavar="HASH", default="", help="a hash printed by an earlier run")

    def handle(self, *args: Any, holds: str, **options: Any) -> None:
        verdict = verify(holds=holds.strip().lower())
        if verdict.broken is not None:
            raise CommandError(f"{verdict.broken.text} {verdict.entries} entries before it are sound.")
        if not verdict.entries:
            self.stdout.write("The log is empty.")
            return
        self.stdout.write(self.style.SUCCESS(f"All {verdict.entries} entries are sound. The last one's hash:"))
        self.stdout.write(verdict.hash)
