"""Proves that no entry of the log was altered, removed or moved."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.services import anchors
from articles.services.log_verification import verify

ANCHORS = "anchors"


class Command(BaseCommand):
    help = (
        "Recomputes the hashes and seals of the log, and holds what is live, approved and decided against it. Ends "
        "with an error that names the first entry that was altered, removed or moved, or each record that is not as "
        "the log says. Note the hash it prints somewhere else, and give it with --holds next time: that also shows a "
        "log rewritten as a whole. --holds alone reads the anchors that the site wrote (LOG_ANCHOR_…)."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--holds",
            metavar="HASH",
            nargs="?",
            default="",
            const=ANCHORS,
            help="a hash printed by an earlier run; without one, those that the site's anchors hold",
        )

    def handle(self, *args: Any, holds: str, **options: Any) -> None:
        try:
            noted = anchors.read() if holds == ANCHORS else {holds.strip().lower()} - {""}
        except anchors.NoAnchors as problem:
            raise CommandError(str(problem)) from None
        verdict = verify(holds=noted)
        if verdict.broken is not None:
            raise CommandError(f"{verdict.broken.text} {verdict.entries} entries before it are sound.")
        if verdict.faults:
            found = "\n".join(f"- {text}" for text in verdict.faults)
            sound = f"The {verdict.entries} entries are sound, and these records are not as they say:"
            raise CommandError(f"{sound}\n{found}")
        if holds == ANCHORS:
            self.stdout.write(f"{len(noted)} anchors are among the entries.")
        if not verdict.entries:
            self.stdout.write("The log is empty.")
            return
        self.stdout.write(self.style.SUCCESS(f"All {verdict.entries} entries are sound. The last one's hash:"))
        self.stdout.write(verdict.hash)
