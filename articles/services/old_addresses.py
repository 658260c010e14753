"""Old addresses: kept at import and when an article moves, added by editors, and followed for readers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from articles.models import Article, OldAddress
from articles.models.amendment import AmendmentKind
from articles.models.article import Status
from articles.services import log
from articles.services.errors import ServiceError, require
from articles.services.public_record import amend
from articles.services.workflow import lock

LONGEST = 500
NUMBERS = ("p", "page_id")
"""Names under which WordPress has the number of a post in its short addresses (/?p=12)."""
OURS = ("/admin", "/static", "/media", "/api", "/.well-known")
"""Where the site itself stands; nothing old is looked for there."""


class AddressRefused(ServiceError):
    """The old address cannot be kept; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Way:
    """Where an old address leads: to `target`, to the `withdrawn` article of that slug, or nowhere any more."""

    target: str = ""
    withdrawn: str = ""


def normal(address: str) -> str:
    """The address as it is compared: its path in small letters without the last slash; "" for none of its own.

    The host is left out, since the site has moved; of what is asked, the number of a post alone counts.
    """
    try:
        parts = urlsplit(address.strip())
        asked = parse_qs(parts.query)
    except ValueError:
        return ""
    path = unicodedata.normalize("NFC", unquote(parts.path)).lower()
    path = re.sub(r"/{2,}", "/", f"/{path}").rstrip("/")
    path = re.sub(r"/index\.html?\Z", "", path)
    if not path:
        number = next((f"/?{name}={asked[name][0]}" for name in NUMBERS if asked.get(name, [""])[0].isdecimal()), "")
        return number[:LONGEST]
    return "" if "\0" in path or len(path) > LONGEST else path


def follow(address: str) -> Way | None:
    """Where an address that is not one of ours leads, in one query; None where nothing is known of it."""
    path = normal(address)
    if not path or path.startswith(OURS):
        return None
    row = OldAddress.objects.select_related("article").only(
        "target", "gone", "article__slug", "article__status", "article__live_revision_id"
    ).filter(old=path).first()  # fmt: skip
    if row is None:
        return None
    if row.article is None:
        return Way(row.target)
    if row.article.live_revision_id is None:
        # A draft is nobody's business.
        return Way(withdrawn=row.article.slug) if row.article.status == Status.WITHDRAWN else None
    return Way(row.article.get_absolute_url())


def keep_all(
    leading: Sequence[tuple[Article, Sequence[str]]], *, by: User | None, why: str = OldAddress.Why.IMPORTED
) -> None:
    """Has old addresses lead to articles. One that leads elsewhere already, or where an article stands, stays as it is.

    For services that have checked who asks for it.
    """
    wanted: dict[str, Article] = {}
    for article, addresses in leading:
        own = normal(article.get_absolute_url())
        for path in filter(None, map(normal, addresses)):
            if path != own and not path.startswith(OURS):
                wanted.setdefault(path, article)
    live = _live(wanted)
    rows = [OldAddress(old=path, article=one, why=why, by=by) for path, one in wanted.items() if path not in live]
    OldAddress.objects.bulk_create(rows, ignore_conflicts=True)


def _is_live(path: str) -> bool:
    """Whether an article of ours stands at the address, which it would hide."""
    return bool(_live([path]))


def _live(paths: Iterable[str]) -> set[str]:
    """Those of the addresses at which an article of ours stands."""
    place = reverse("articles:article", args=["x"]).rstrip("/").rsplit("/", 1)[0]
    slugs = {path.rsplit("/", 1)[1] for path in paths if path.rsplit("/", 1)[0] == place}
    there = Article.objects.filter(slug__in=slugs).values_list("slug", flat=True) if slugs else ()
    return {f"{place}/{slug}" for slug in there}


@transaction.atomic
def add(*, row: OldAddress, by: User) -> OldAddress:
    """Keeps an old address that an editor gives, new or changed. Raises NotAllowed, AddressRefused, ValidationError."""
    require(by, "change_oldaddress" if row.pk else "add_oldaddress", "say where old addresses lead")
    row.old, row.target = checked(row)
    row.full_clean(exclude=["by"])
    row.by = by
    row.save()
    said = {"old": row.old, "article": row.article_id, "target": row.target, "gone": row.gone}
    log.record(action="old-address", by=by, article=row.article, data=said)
    return row


@transaction.atomic
def forget(*, row: OldAddress, by: User) -> None:
    """From now on nothing is found at the address. Raises NotAllowed."""
    require(by, "delete_oldaddress", "take old addresses away")
    said = {"old": row.old, "article": row.article_id, "target": row.target, "gone": row.gone}
    article = row.article
    row.delete()
    log.record(action="old-address-forgotten", by=by, article=article, data=said)


def checked(row: OldAddress) -> tuple[str, str]:
    """The old address and its target as they are kept. Raises AddressRefused."""
    old = normal(row.old)
    if not old:
        raise AddressRefused(f"“{row.old}” is no address with a path, such as /blog/zinc/.")
    if old.startswith(OURS):
        raise AddressRefused(f"{old} is a place of the site itself. Nothing can be led away from there.")
    if _is_live(old):
        raise AddressRefused("An article stands at this address now. Change the article's address first.")
    return old, _target(row, old) if row.target else ""


def _target(row: OldAddress, old: str) -> str:
    """The address of ours that another leads to: never one that leads on, so that nobody is sent in a circle."""
    parts = urlsplit(row.target.strip())
    if parts.scheme or parts.netloc or not parts.path.startswith("/") or row.target.startswith("//"):
        raise AddressRefused("Name an address of this site that begins with /, such as /topics/sleep/.")
    target = normal(row.target)
    if target == old:
        raise AddressRefused("The address would lead to itself. Name another one.")
    onward = OldAddress.objects.filter(old=target).exclude(pk=row.pk).select_related("article").first()
    if onward is not None:
        where = onward.article.get_absolute_url() if onward.article else onward.target or "nowhere: it is gone"
        raise AddressRefused(f"{row.target} is an old address itself and leads to {where}. Name that one.")
    if OldAddress.objects.filter(target__in=[old, f"{old}/"]).exists():
        raise AddressRefused(
            "Another old address leads here, and readers would be sent on twice. Change that one first."
        )
    return row.target.strip()


@transaction.atomic
def move_article(*, article: Article, slug: str, by: User) -> Article:
    """Gives an article another address; what readers have leads on to it. Raises NotAllowed and AddressRefused."""
    require(by, "publish_article", "change the address of an article")
    locked = lock(article)
    before, was = locked.get_absolute_url(), locked.slug
    locked.slug = slug.strip()
    if locked.slug == was:
        raise AddressRefused("This is its address already.")
    try:
        locked.clean_fields(exclude=[name.name for name in Article._meta.fields if name.name != "slug"])
    except ValidationError as error:
        raise AddressRefused(" ".join(error.messages)) from error
    if Article.objects.filter(slug=locked.slug).exclude(pk=locked.pk).exists():
        raise AddressRefused("Another article stands at this address. Choose another one.")
    OldAddress.objects.filter(old=normal(locked.get_absolute_url())).delete()  # it stands there itself now
    locked.save(update_fields=["slug"])
    if locked.published_at is not None:
        keep_all([(locked, [before])], by=by, why=OldAddress.Why.MOVED)
    if live := locked.live_revision:
        words = f"The article stood at {before} and stands at {locked.get_absolute_url()} now. The old one leads here."
        amend(article=locked, by=by, kind=AmendmentKind.MOVED, right=words, before=live, after=live)
    log.record(action="address-changed", by=by, article=locked, data={"before": was, "now": locked.slug})
    article.slug = locked.slug
    return article
