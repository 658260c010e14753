"""Whether front matter dates its page, by the names that Jekyll, Hugo, Astro, Quarto and Eleventy have for that."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from evidence.language.patterns import lazily

_WORDS = """
    date published updated modified revised created posted publisheddate publishdate publishedat publishedon
    publishedtime publicationdate datepublished datepublication pubdate pubdatetime postdate dateposted releasedate
    updateddate dateupdated updatedat updatedon lastupdated lastupdate lastupdatedat modifieddate datemodified
    modifiedat modifiedtime moddate moddatetime lastmod lastmodified lastmodifiedat lastmodifieddate datelastmodified
    lastrevised revisiondate daterevised reviseddate datecreated createdat creationdate firstpublished
    dctermsdate dctermsissued dctermsmodified dcdate dcissued originallypublished
    articlepublishedtime articlemodifiedtime firstpublishedat firstpublishedon postedon postedat issued dateissued
    edited editedat editedon lastedited lasteditedat originaldate originalpublicationdate
"""
_NAMES = frozenset(_WORDS.split())
"""Names in small letters without what parts their words: "date-modified", "lastModifiedAt", "last_modified_at"."""
_WITHIN = ("params", "extra", "metadata", "meta", "dates", "article", "citation")
_DAY = lazily(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d{6}(?!\d)|\b\d{1,2}[./-]\d{1,2}[./-]\d\d\b")
_BY_SYSTEM = lazily(r"\s*(?:today|now|last[- ]modified|created|git (?:last modified|created))\s*", re.IGNORECASE)
"""What Quarto and Eleventy put a date for."""


def is_dated(meta: Mapping[str, Any]) -> bool:
    """Whether a date of publication or of the last update is given."""
    if _says(meta):
        return True
    return any(isinstance(inner := meta.get(name), Mapping) and _says(inner) for name in _WITHIN)


def _says(meta: Mapping[str, Any]) -> bool:
    return any(
        _is_date(value) for name, value in meta.items() if re.sub(r"[\W_]+", "", str(name).lower()) in _NAMES and value
    )


def _is_date(value: Any) -> bool:
    if isinstance(value, date):
        return True
    if isinstance(value, Mapping):
        return _says(value) or _is_date(value.get("year"))
    if isinstance(value, list):
        return any(map(_is_date, value[:5]))
    if isinstance(value, bool) or not isinstance(value, str | int):
        return False
    written = str(value)[:100]
    return _DAY.search(written) is not None or _BY_SYSTEM.fullmatch(written) is not None
