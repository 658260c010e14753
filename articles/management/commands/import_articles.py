"""`manage.py import_articles FOLDER|FILE... --by USERNAME`: brings in posts, each as a draft that the engine has read.

It can be killed and run again: what was brought in is known and left alone, and what was begun goes on. Several
processes (--processes) and the workers of the site share the work.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from multiprocessing.connection import wait
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from articles.exports import reports
from articles.exports.archives import in_file, in_folder
from articles.exports.files import ArchiveRefused, ExportRefused, of_rows
from articles.exports.posts import PictureFile, Post, Unread
from articles.models import PostBatch, PostInBatch
from articles.services import ServiceError, post_batches

EVERY = 2.0
"""Seconds between two lines of progress."""


class Command(BaseCommand):
    help = (
        "Brings in Markdown, text, HTML and Word files, folders and zip archives of them, and exports of WordPress "
        "(.xml) and Ghost (.json). Each post becomes a draft; a post that is here already is left alone."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paths", nargs="+", type=Path, metavar="FOLDER|FILE")
        parser.add_argument("--by", required=True, metavar="USERNAME", help="who the drafts belong to")
        parser.add_argument(
            "--old-addresses",
            default="",
            metavar="PATTERN",
            help="how addresses were made, such as /blog/{year}/{month}/{slug}/, where the posts do not say it",
        )
        parser.add_argument(
            "--names-are-titles", action="store_true", help="takes the name of a file where a post has no title"
        )
        parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1), help="at work side by side")
        parser.add_argument("--report", type=Path, metavar="FILE", help="writes a line for each post, as CSV")

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.filter(username=options["by"]).first()
        if by is None:
            raise CommandError(f"There is no user “{options['by']}”.")
        missing = [str(path) for path in options["paths"] if not path.exists()]
        if missing:
            raise CommandError(f"There is no file or folder {', '.join(missing)}.")
        title = " ".join(str(path) for path in options["paths"])[:200]
        began = PostBatch.objects.filter(title=title, by=by, state=PostBatch.State.RUNNING).order_by("pk").first()
        if began is not None:
            self.stdout.write(f"Going on with what was begun at {began.created_at:%Y-%m-%d %H:%M}.")
            post_batches.go_on(batch=began)
            self._work(began, options["processes"])
        batch = self._start(title, by, options)
        self._work(batch, options["processes"])
        self._report(batch, options["report"])

    def _start(self, title: str, by: User, options: dict[str, Any]) -> PostBatch:
        try:
            return post_batches.start(
                title=title,
                posts=_posts(options["paths"]),
                by=by,
                old_addresses=options["old_addresses"],
                names_are_titles=options["names_are_titles"],
                lanes=0,
            )
        except (ServiceError, ArchiveRefused, ExportRefused) as problem:
            raise CommandError(str(problem)) from problem

    def _work(self, batch: PostBatch, processes: int) -> None:
        """Works with so many processes, and says how far it is."""
        began, counts = time.monotonic(), batch.counts()
        at_first = counts["waiting"]
        connections.close_all()  # each process opens its own
        context = multiprocessing.get_context("fork")
        workers = [context.Process(target=_work_off, args=(batch.pk,)) for _ in range(max(1, processes))]
        for worker in workers:
            worker.start()
        while alive := [worker.sentinel for worker in workers if worker.is_alive()]:
            wait(alive, EVERY)
            self._progress(batch, at_first, began)
        self._progress(batch, at_first, began)
        failed = [worker.exitcode for worker in workers if worker.exitcode]
        batch.refresh_from_db()
        if batch.is_open:
            raise CommandError(
                f"{len(failed)} of {len(workers)} processes ended before their time. Run the command again: it goes on."
            )

    def _progress(self, batch: PostBatch, at_first: int, began: float) -> None:
        counts = batch.counts()
        done, taken = at_first - counts["waiting"], max(time.monotonic() - began, 0.001)
        left = f", {counts['waiting']:,} wait" if counts["waiting"] else ""
        self.stdout.write(
            f"{counts['draft']:,} drafts, {counts['there']:,} here already, {counts['refused']:,} not brought in{left} "
            f"({done / taken:.1f} a second)"
        )

    def _report(self, batch: PostBatch, file: Path | None) -> None:
        rows = batch.posts.select_related("article").order_by("number").defer("data", "meta")
        if file:
            with file.open("w", encoding="utf-8", newline="") as out:
                reports.write(out, (reports.line(row) for row in rows))
        refused = rows.filter(state=PostInBatch.State.REFUSED)
        for row in refused:
            self.stderr.write(self.style.ERROR(f"{row.shown_name}: {row.reason}"))
        if number := len(refused):
            raise CommandError(f"{number} of {batch.size} were not brought in.")


def _posts(paths: list[Path]) -> Iterator[Post | Unread | PictureFile]:
    for path in paths:
        yield from of_rows(in_folder(path) if path.is_dir() else in_file(path, path.name))


def _work_off(batch_id: int) -> None:
    """In a process of its own. What is loaded by the first post is looked through for rubbish no more, which
    spares a tenth of the time. It is counted by nobody: gc.get_freeze_count() goes through all of it at each call."""
    frozen = False

    def loaded(_: PostInBatch) -> None:
        nonlocal frozen
        if not frozen:
            gc.freeze()
            frozen = True

    try:
        post_batches.work_off(batch_id=batch_id, longest=None, told=loaded)
    finally:
        connections.close_all()
    sys.exit(0)
