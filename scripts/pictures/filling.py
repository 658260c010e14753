"""People and rows for the pictures: the articles of `examples/`, read by the engine and sent on their way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from scripts.pictures.readers import WEAK, fill_for_readers

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PEOPLE = {
    "author": ("Authors", "Ada", "Lind"),
    "editor": ("Editors", "Ben", "Okoro"),
    "reviewer": ("Medical reviewers", "Chiara", "Moretti"),
    "admin": ("", "Dana", "Weiss"),
}
Rows = dict[str, Any]
"""What fills the gaps of an address."""


def fill() -> Rows:
    """Makes people and articles; the ids and slugs that addresses name."""
    from django.core.management import call_command

    make_people()
    files = sorted(str(path) for path in EXAMPLES.glob("*-*.md"))
    call_command("load_examples", *files, author="author", editor="editor", verbosity=0)
    from scripts.pictures.conversing import converse
    from scripts.pictures.keeping import keep

    found = rows()
    found |= fill_for_readers((EXAMPLES / f"{WEAK}.md").read_text(encoding="utf-8"))
    return found | {"posts": bring_in_posts()} | converse(found) | keep(found)


def bring_in_posts() -> int:
    """A batch of posts with one of each end, half of it done; its id."""
    from django.contrib.auth.models import User

    from articles.exports.posts import Post, Unread
    from articles.services import post_batches

    text = (EXAMPLES / "walking-and-low-back-pain.md").read_text(encoding="utf-8")
    named = [text.replace('title: "', f'title: "{word} walk: ', 1).encode() for word in ("First", "Second")]
    posts = [
        Post("blog/2019-05-04-walking.md", named[0]),
        Post("blog/walking-again.md", named[0]),
        Post("blog/2020-01-11-second.md", named[1]),
        Post("blog/untitled.md", b"Walking eased back pain in one trial of 80 adults."),
        Unread("blog/old-post.doc", "Save it as .docx, Markdown or plain text first."),
    ]
    by = User.objects.get(username="author")
    batch = post_batches.start(title="blog.zip", posts=posts, by=by, old_addresses="/blog/{slug}/", lanes=0)
    post_batches.work_off(batch_id=batch.pk)
    return int(batch.pk)


def make_people() -> None:
    from django.contrib.auth.models import Group, User

    for name, (group, first, last) in PEOPLE.items():
        make = User.objects.create_user if group else User.objects.create_superuser
        user = make(name, f"{name}@example.org", "password", is_staff=True, first_name=first, last_name=last)
        user.groups.set(Group.objects.filter(name=group))


def rows() -> Rows:
    """Where the addresses lead to, in what is there."""
    from django.contrib.auth.models import User

    from articles.models import Article, Contributor, Flag, Listed, LogEntry, Policy, Revision
    from citations.models import Citation

    live = Article.objects.published().newest_first().first()
    flagged = Article.objects.filter(flags__in=Flag.objects.open().blockers()).distinct()
    waiting = flagged.filter(status="in-review").first() or flagged.first()
    draft = flagged.exclude(pk=waiting.pk).filter(status="draft").first() or waiting
    undecided = Article.objects.filter(revisions=None).exclude(flags__decisions__isnull=False)
    untouched = undecided.exclude(pk__in=[draft.pk, waiting.pk]).order_by("pk").last() or draft
    flag = Flag.objects.open().filter(article=draft, claim__isnull=False).worst_first().first()
    return {
        "draft": draft.pk,
        "untouched": untouched.pk,
        "waiting": waiting.pk,
        "live": live.pk,
        "live_slug": live.slug,
        "flag": flag.pk,
        "person": Contributor.objects.order_by("pk").values_list("pk", flat=True)[0],
        "work": Citation.objects.order_by("pk").values_list("pk", flat=True)[0],
        "cited": Listed.objects.filter(kind="work").newest_first().values_list("key", flat=True)[0],
        "revision": Revision.objects.order_by("-pk").values_list("pk", flat=True)[0],
        "policy": Policy.objects.of("contact").values_list("pk", flat=True)[0],
        "entry": LogEntry.objects.order_by("-pk").values_list("pk", flat=True)[0],
        "user": User.objects.get(username="author").pk,
    }
