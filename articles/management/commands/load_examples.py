"""`manage.py load_examples FILE... --author NAME --editor NAME`: imports posts and publishes those that may be."""

from __future__ import annotations

import hashlib
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.management.base import BaseCommand, CommandError

from articles.models import Article, Contributor, LogEntry, Role
from articles.services import (
    ImportRefused,
    PublicationRefused,
    approve,
    assess_article,
    checklist,
    import_article,
    people,
    publish,
    record_review,
    submit_for_review,
)
from articles.services.groups import REVIEWERS
from articles.services.recognising import UnreadablePost
from evidence.reading.front_matter import split_front_matter


class Command(BaseCommand):
    help = (
        "Imports posts. One whose front matter says `published` is submitted by the author, and, unless something "
        "stands in its way, approved and published by the editor; the others stay drafts. A file that was imported "
        "before is left alone."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--author", required=True, metavar="USERNAME", help="whom the drafts belong to")
        parser.add_argument("--editor", required=True, metavar="USERNAME", help="who approves and publishes")

    def handle(self, *args: Any, **options: Any) -> None:
        author, editor = (self._person(options[part]) for part in ("author", "editor"))
        posts = []
        for path in options["files"]:
            try:
                text = path.read_text(encoding="utf-8-sig")
                posts.append((_day(text, "published"), path, text))
            except (OSError, ValueError) as error:
                raise CommandError(f"{path} cannot be read: {error}") from error
        # The oldest first, so that the newest stands on top of the list.
        for published, path, text in sorted(posts, key=lambda post: (post[0] or date.max, post[1])):
            try:
                said = self._load(text, path.name, author, editor, publishing=published is not None)
            except (UnreadablePost, ImportRefused) as error:
                raise CommandError(f"{path} cannot be imported: {error}") from error
            if options["verbosity"]:
                self.stdout.write(f"{path}: {said}")

    def _person(self, username: str) -> User:
        person = User.objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"There is no user “{username}”.")
        return person

    def _load(self, text: str, name: str, author: User, editor: User, *, publishing: bool) -> str:
        digest = hashlib.sha256(text.encode()).hexdigest()
        if LogEntry.objects.filter(action="imported", data__sha256=digest).exists():
            return "imported before"
        article = import_article(text=text, filename=name, by=author)
        reviewed = _day(text, "reviewed_on")
        named = article.credits.filter(role=Role.REVIEWER).select_related("contributor__user").first()
        reviewer = _account(named.contributor) if named and publishing and reviewed else None
        assess_article(article_id=article.pk)
        article.refresh_from_db()
        if not publishing:
            return "draft"
        return _publish(article, author, editor, reviewer, reviewed)


def _publish(article: Article, author: User, editor: User, reviewer: User | None, reviewed: date | None) -> str:
    submit_for_review(article=article, by=author)
    if reviewer is not None:
        record_review(article=article, by=reviewer, version=article.version, on=reviewed)
        assess_article(article_id=article.pk)
        article.refresh_from_db()
    try:
        approve(article=article, by=editor, version=article.version, answers=checklist.for_an_example())
        publish(article=article, by=editor)
    except PublicationRefused as refusal:
        return f"in review, {len(refusal.obstacles)} reasons not to publish"
    return "published"


def _account(person: Contributor) -> User:
    """The account of a reviewer named in an example, made where there is none: reviews are acts of that account."""
    if person.user is None:
        user, _ = User.objects.get_or_create(username=f"reviewer-{person.slug}"[:150])
        user.groups.add(*Group.objects.filter(name=REVIEWERS))
        people.link_by_operator(contributor=person, user=user)
        person.user = user
    return person.user


def _day(text: str, name: str) -> date | None:
    said = split_front_matter(text)[0].get(name)
    return said if isinstance(said, date) else None
