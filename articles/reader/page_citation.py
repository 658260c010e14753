"""How to cite an article of this site: as a record, in four styles, and as a file for reference managers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles.rendering.addresses import absolute
from citations import formats
from citations.formats import bibtex_writing
from citations.styles import STYLES, reference

if TYPE_CHECKING:
    from articles.models import Article, Revision

_PARTICLE = re.compile(
    r"\b(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|ten|ter|zu|el|al|bin|ibn)\s+)+\S+$", re.IGNORECASE
)
_GROUP = re.compile(r"\b(?:team|staff|editors?|desk|group|board|committee|health|institute|society|newsroom)\b", re.I)


def of(revision: Revision, article: Article) -> dict[str, Any]:
    """CSL-JSON of an article as readers have it now: its day is that of the words that are cited."""
    authors = [row for row in revision.contributors if row.get("role") == "author"]
    published = article.updated_at or article.published_at
    return csl_of(revision.title, authors, absolute(article.get_absolute_url()), published, revision.number)


def csl_of(
    title: str, authors: Iterable[Mapping[str, Any]], url: str, published: datetime | None, version: int | None
) -> dict[str, Any]:
    """CSL-JSON of a page. `published` is the day of the words that are cited, `version` their number."""
    csl: dict[str, Any] = {
        "type": "webpage",
        "title": title,
        "author": [_person(str(one.get("name") or ""), bool(one.get("credentials"))) for one in authors],
        "container-title": settings.SITE_NAME,
        "publisher": settings.PUBLISHER_NAME if settings.PUBLISHER_NAME != settings.SITE_NAME else "",
        "URL": url,
        "version": str(version) if version else "",
    }
    if published:
        day = timezone.localtime(published).date()
        csl["issued"] = {"date-parts": [[day.year, day.month, day.day]]}
    return {name: value for name, value in csl.items() if value}


def _person(name: str, credentials: bool) -> dict[str, str]:
    """Family and given name of a person; a team, and a name of one word, stays as it is written."""
    words = name.split()
    if len(words) < 2 or (_GROUP.search(name) and not credentials):
        return {"literal": name}
    family = found[0] if (found := _PARTICLE.search(name)) and found.start() else words[-1]
    return {"family": family, "given": name[: -len(family)].strip()}


def styled(csl: Mapping[str, Any]) -> list[tuple[str, SafeString]]:
    """The page in each style: the name of the style and safe HTML."""
    # `reference` gives nothing but escaped text with <i>, <sub>, <sup> and links to the web.
    return [(one.name, mark_safe(reference(csl, key, links=False))) for key, one in STYLES.items()]  # noqa: S308


def file_of(csl: Mapping[str, Any], ending: str) -> Iterator[str]:
    """The text of a file with this one record, under a key like "lind2026"."""
    (key,) = bibtex_writing.keys([dict(csl)])
    record = {name: value for name, value in csl.items() if name != "version"} | {"id": key}
    return formats.write(ending, [record])
