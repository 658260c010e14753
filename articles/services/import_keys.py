"""Keys of imported works that no draft could keep are written anew, in the list and in the text alike."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from django.core.exceptions import ValidationError

from articles.models.article import key_validator
from evidence.reading.author_date import in_plain_letters
from evidence.reading.front_matter import split_front_matter

LONGEST = 80
"""Signs of a key, as the column has them."""
LAST = re.compile(r"[^\w/]+\Z")
"""Punctuation at the end of a key, which a text takes for its own."""


def with_keys_that_keep(text: str, meta: Mapping[str, Any]) -> str:
    """The post with keys in place of those that are too long, hold spaces or begin with what no marker begins with.

    `meta` is its front matter as it was read. A post whose keys are all right comes back as it is.
    """
    given = _keys(meta)
    changed = {old: new for old, new in zip(given, kept_keys(given), strict=True) if old != new}
    if not changed:
        return text
    meta, begin = split_front_matter(text)
    for row in meta["references"]:
        if isinstance(row, dict) and str(row.get("id", "")) in changed:
            row["id"] = changed[str(row["id"])]
    front = yaml.safe_dump(dict(meta), allow_unicode=True, sort_keys=False)
    return f"---\n{front}---\n{_renamed(text[begin:], changed)}"


def kept_keys(keys: Sequence[str]) -> list[str]:
    """A key that a draft keeps for each of these; the same one where it is kept as it stands."""
    used = {key for key in keys if _is_kept(key)}
    found = []
    for number, key in enumerate(keys, 1):
        if _is_kept(key):
            found.append(key)
            continue
        base = _like(key) or f"work{number}"
        new, turn = base, 2
        while new in used:
            ending = f"-{turn}"
            new, turn = base[: LONGEST - len(ending)] + ending, turn + 1
        used.add(new)
        found.append(new)
    return found


def _is_kept(key: str) -> bool:
    try:
        key_validator(key)
    except ValidationError:
        return False
    return len(key) <= LONGEST and not LAST.search(key)


def _like(key: str) -> str:
    """The key in letters from A to Z, digits and hyphens: "smith 2019" is "smith-2019"."""
    words = re.sub(r"[^A-Za-z0-9_.:+/-]+", "-", in_plain_letters(key))[:LONGEST].strip("-.:+/")
    return words if re.search(r"[A-Za-z]", words) else ""


def _keys(meta: Mapping[str, Any]) -> list[str]:
    rows = meta.get("references")
    return [str(row["id"]) for row in rows if isinstance(row, dict) and row.get("id")] if isinstance(rows, list) else []


def _renamed(body: str, changed: Mapping[str, str]) -> str:
    """Marks such as [@smith 2019] with the new key, the longest first: one may begin another."""
    if not changed:
        return body
    old = "|".join(re.escape(key) for key in sorted(changed, key=len, reverse=True))
    return re.sub(rf"@\{{?({old})\}}?(?![\w])", lambda found: f"@{changed[found[1]]}", body)
