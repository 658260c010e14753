"""Turns recognised posts into drafts with their people, topics, works and products: one, or several at once.

Each step is taken for all of them together, so that ten posts ask the database hardly more than one does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from articles.models import Article
from articles.services import imported_people, imported_works, log, origins
from articles.services.errors import require
from articles.services.import_choices import Finished, ImportChoices, ImportRefused, sha256
from articles.services.in_turn import in_turn
from articles.services.recognising import recognise, with_alt_texts
from articles.services.slugs import slug_of


@transaction.atomic
def import_article(
    *,
    text: str,
    by: User,
    filename: str = "",
    choices: ImportChoices | None = None,
    today: date | None = None,
    addresses: Sequence[str] = (),
) -> Article:
    """Makes a draft of a post. Raises NotAllowed, ImportRefused, or UnreadablePost where nothing can be read.

    Where it stood before leads to the draft once that is on the site: `addresses`, and those that the post names.
    """
    require(by, "add_article", "add articles")
    found = recognise(text, filename, today=today or timezone.localdate(), whole=False)
    return make_drafts(posts=[Finished(found, text, filename, choices or ImportChoices(), addresses)], by=by)[0]


@transaction.atomic
def make_drafts(
    *, posts: Sequence[Finished], by: User, read: Callable[[Sequence[Article]], object] | None = None
) -> list[Article]:
    """A draft of each post that was recognised already, in order. Raises NotAllowed and ImportRefused: then none is
    made, whichever it was about.

    `read` has the engine read them before they are put on the log: from then on until they stand, whoever else writes
    to the log waits, in the newsroom and in other workers, and reading takes longest of all.
    """
    require(by, "add_article", "add articles")
    try:
        articles, cited = _imported(posts, by)
    except ValidationError as error:  # of a person, a work or a product that a post gives
        raise ImportRefused(f"Something that the post gives cannot be kept. {' '.join(error.messages)}") from error
    if read is not None:
        read(articles)
    acts = [
        log.Act("imported", article, data=_told(post, cited[article.pk]))
        for article, post in zip(articles, posts, strict=True)
    ]
    log.record_all(acts=acts, by=by)
    return articles


def _imported(posts: Sequence[Finished], by: User) -> tuple[list[Article], dict[int, int]]:
    """The drafts, and how many works each cites."""
    articles = [_draft(post, by) for post in posts]
    for article, slug in zip(articles, _free_slugs([article.slug for article in articles]), strict=True):
        article.slug = slug
    made = list(zip(Article.objects.bulk_create(articles), posts, strict=True))
    imported_people.credit(made, by)
    imported_people.put_under_topics(made)
    cited = imported_works.cite(made, by)
    imported_works.disclose(made, by)
    origins.record(made, by=by)
    return articles, cited


def _told(post: Finished, cited: int) -> dict[str, Any]:
    found = post.found
    return {
        "file": post.filename,
        "sha256": sha256(post.text),
        "references": cited,
        "sentences": found.sentences,
        # Whoever imports a post vouches for no review by doing so: the reviewer named records it here.
        "stated_review": str(_day(found.meta.get("reviewed_on")) or ""),
        "stated_publication": f"{found.published.date()}" if found.published else "",
    }


def _draft(post: Finished, by: User) -> Article:
    """The draft of a post as it would be saved, but for its address, which may be taken. Raises ImportRefused."""
    found, choices, meta = post.found, post.choices, post.found.meta
    title = (choices.title if choices.title is not None else found.title).strip()
    if not title:
        raise ImportRefused("The post has no title. Give it one.")
    article = Article(
        title=title,
        slug=slug_of(choices.slug or found.slug or slug_of(title))[:110].strip("-_") or "article",
        standfirst=choices.standfirst if choices.standfirst is not None else found.standfirst,
        body=with_alt_texts(found.body, choices.alts),
        market=str(meta.get("market") or "US").upper(),
        advice_notice=meta.get("advice_notice") is not False,
        harms_covered=meta.get("harms_covered") if isinstance(meta.get("harms_covered"), bool) else None,
        evidence_to=_day(meta.get("evidence_to")),
        next_review=_day(meta.get("next_review")),
        created_by=by,
        modified_by=by,
    )
    # A text field checks its length in forms alone, and a draft that no form takes could not be saved again.
    if len(article.standfirst) > (longest := Article._meta.get_field("standfirst").max_length or 0):
        raise ImportRefused(
            f"Standfirst: it has {len(article.standfirst)} characters; at most {longest} fit. Shorten it."
        )
    try:
        # What it leads to is there, and the database holds what rows have to be to each other: asking it whether it
        # would takes as long as all the rest.
        article.clean_fields(exclude=["live_revision", "review_revision", "created_by", "modified_by"])
        article.clean()
    except ValidationError as error:
        raise ImportRefused(_by_field(article, error)) from error
    return article


def says_enough(slug: str, title: str) -> bool:
    """Whether an address made of a title holds half of its letters or more: of one in Chinese, figures are left,
    of one in signs alone, nothing."""
    letters = sum(map(str.isalpha, title))
    return bool(slug) and 2 * sum(map(str.isalpha, slug)) >= min(letters, 2 * 60)


def _by_field(article: Article, error: ValidationError) -> str:
    """What is wrong, each with the name of its field as the screen has it."""
    if not hasattr(error, "error_dict"):
        return " ".join(error.messages)
    names = {field.name: str(field.verbose_name).capitalize() for field in Article._meta.fields}
    return " ".join(
        f"{names.get(name, name)}: {message}" for name, rows in error.message_dict.items() for message in rows
    )


def _free_slugs(wanted: Sequence[str]) -> list[str]:
    """Each address as it is, or with a number behind it where an article stands there."""
    in_turn(f"address {slug}" for slug in wanted)
    begun = Q(pk__in=[])
    for slug in set(wanted):
        begun |= Q(slug__startswith=slug)
    taken = set(Article.objects.filter(begun).order_by().values_list("slug", flat=True))
    free = []
    for base in wanted:
        slug, number = base, 2
        while slug in taken:
            slug, number = f"{base}-{number}", number + 1
        taken.add(slug)
        free.append(slug)
    return free


def _day(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None
