"""Labelled tokens of a reference into CSL fields."""

from __future__ import annotations

import re
from typing import Any

from evidence.person_names import parse_names
from evidence.reference_labels import label
from evidence.reference_place import YEAR
from evidence.reference_tokens import tokens_of

_VOLUME = re.compile(
    r"(?:vol(?:ume)?\.?\s*)?(?P<volume>[A-Za-z]?\d[\w–-]*?|[IVXLC]+)"
    r"(?:\s*[.(,:;/]\s*(?:\(?(?:no|nr|n°|number|issue|iss|heft)\.?\s*)?(?P<issue>[A-Za-z]{0,5}\.?\s?\d[\w–/-]*)\)?)?[).,;:\s]*$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"(?P<first>[A-Za-z]{0,3}\d[\w.]*?)(?:\s*[-–—]+\s*(?P<last>[A-Za-z]{0,3}\d\w*))?[).,;:\s]*$")
_PAGE_WORDS = re.compile(r"^[\s(]*(?:pages?|pp?\.?|s\.|seiten)\s*", re.IGNORECASE)
_EDGES = " ,.;:“”\"‘’`'«»()[]"


def fields_of(text: str) -> dict[str, Any]:
    """CSL fields of a reference from its learned labels; a part that cannot be taken apart is left out."""
    tokens = tokens_of(text)
    parts: dict[str, str] = {}
    before = ""
    for token, name in zip(tokens, label(tokens), strict=True):
        if name == before:
            parts[name] += f" {token}"
        elif name not in parts:
            parts[name] = token
        else:
            name = ""  # a second stretch of a label: the first is the one that counts
        before = name
    return _csl(parts)


def _csl(parts: dict[str, str]) -> dict[str, Any]:
    csl: dict[str, Any] = {}
    for role in ("author", "editor"):
        names = parse_names(_people(parts.get(role, "")))
        if names:
            csl[role] = names
    if title := _clean(parts.get("title", "")):
        csl["title"] = title
    if container := re.sub(r"^In:?\s+", "", _clean(parts.get("container", ""))):
        csl["container-title"] = container
    if year := re.search(YEAR, parts.get("date", "")):
        csl["issued"] = {"date-parts": [[int(year.group())]]}
    if volume := _VOLUME.match(parts.get("volume", "").strip(" (,.;:")):
        csl["volume"] = volume["volume"]
        if volume["issue"]:
            csl["issue"] = volume["issue"]
    if page := _PAGE.match(_PAGE_WORDS.sub("", parts.get("pages", ""))):
        csl["page"] = f"{page['first']}-{page['last']}" if page["last"] else page["first"]
    for name, part in (("publisher", "publisher"), ("publisher-place", "location")):
        if value := _clean(parts.get(part, "")):
            csl[name] = value
    return csl


def _clean(text: str) -> str:
    """Without the punctuation around it; a question mark and a closing bracket that was opened stay."""
    plain = text.strip(' ,.;:“”"`«»')
    if plain.endswith("''"):
        plain = plain[:-2].rstrip(" ,.;:")
    if plain.startswith("‘") or (plain.startswith("'") and plain.endswith("'")):
        plain = plain.strip("‘’'").strip(" ,.;:")
    return plain[1:] if plain.startswith("(") and ")" not in plain else plain


def _people(text: str) -> str:
    without = re.sub(r"^In:?\s+", "", text)
    return re.sub(r"[,\s]*\(?\b(?:eds?|editors?|hrsg)\b\.?\)?[.,:;\s]*$", "", without, flags=re.IGNORECASE)
