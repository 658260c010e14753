"""Assesses drafts here and now, without a worker."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from articles.assessments import engine_version
from articles.models import Article
from articles.services import assess_article


class Command(BaseCommand):
    help = "Assesses the drafts with these slugs, or all of them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("slugs", nargs="*", metavar="SLUG")
        parser.add_argument(
            "--stale", action="store_true", help="only drafts changed since, or read by another version of the engine"
        )

    def handle(self, *args: Any, slugs: list[str], stale: bool, **options: Any) -> None:
        articles = (
            Article.objects.needing_assessment(engine_version(), today=timezone.localdate())
            if stale
            else Article.objects.all()
        )
        if slugs:
            known = set(Article.objects.filter(slug__in=slugs).values_list("slug", flat=True))
            if unknown := [slug for slug in slugs if slug not in known]:
                raise CommandError(f"There is no article {', '.join(unknown)}. Nothing was assessed.")
            articles = articles.filter(slug__in=slugs)
        rows = list(articles.order_by("pk").values_list("pk", "slug"))
        failed = sum(not self._assess(*row, number, len(rows)) for number, row in enumerate(rows, 1))
        if failed:
            raise CommandError(f"{failed} of {len(rows)} articles could not be assessed; see above.")

    def _assess(self, pk: int, slug: str, number: int, total: int) -> bool:
        assess_article(article_id=pk, insist=True)
        article = Article.objects.get(pk=pk)
        if article.assessment_error:
            self.stderr.write(self.style.ERROR(f"[{number}/{total}] {slug}: {article.assessment_error}"))
            return False
        flags = article.flags.open()
        self.stdout.write(
            f"[{number}/{total}] {slug}: {article.claims.filter(current=True, is_claim=True).count()} claims, "
            f"{flags.count()} open flags, {flags.blockers().count()} of them blockers"
        )
        return True
