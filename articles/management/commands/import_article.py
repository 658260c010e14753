"""`manage.py import_article FILE... --by USERNAME`: makes a draft of each file."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from articles.assessments import deadlines
from articles.services import ImportChoices, ImportRefused, import_article
from articles.services.recognising import UnreadablePost
from articles.tasks import assess_article
from evidence.deadline import TooIntricateError
from evidence.opening.file_formats import PAGES, WORD, as_markdown
from evidence.opening.files import UnreadableFileError, read_bytes
from evidence.reading.front_matter import FrontMatterError


class Command(BaseCommand):
    help = (
        "Imports text, Markdown, HTML and Word files as drafts. "
        "A file that cannot be read is named; the others come in."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--by", required=True, metavar="USERNAME", help="who the drafts belong to")
        parser.add_argument("--title", help="title of a post that has none (one file only)")

    def handle(self, *args: Any, **options: Any) -> None:
        by = User.objects.filter(username=options["by"]).first()
        if by is None:
            raise CommandError(f"There is no user “{options['by']}”.")
        refused = 0
        for path in options["files"]:
            try:
                self._import(path, by, options["title"])
            except (
                OSError,
                UnicodeDecodeError,
                UnreadablePost,
                ImportRefused,
                UnreadableFileError,
                FrontMatterError,
                TooIntricateError,
            ) as error:
                refused += 1
                self.stderr.write(self.style.ERROR(f"{path}: {error}"))
        if refused:
            raise CommandError(f"{refused} of {len(options['files'])} files were not imported.")

    def _import(self, path: Path, by: User, title: str | None) -> None:
        with transaction.atomic():
            article = import_article(
                text=_text_of(path),
                filename=path.name,
                by=by,
                choices=ImportChoices(title=title),
            )
            transaction.on_commit(lambda: assess_article.delay(article_id=article.pk))
        self.stdout.write(f"{path}: draft “{article.title}”, {article.article_citations.count()} citations")


def _text_of(path: Path) -> str:
    """The post as text; a page or Word document as Markdown."""
    if path.suffix.lower() in PAGES | WORD:
        return as_markdown(path.name, read_bytes(str(path)), deadline=deadlines.for_assessment())
    return path.read_text(encoding="utf-8-sig")
