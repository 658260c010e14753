"""Sources that lead to no work: the writer's own word, "Google", and the home page of an organisation by itself.

Standard: standards.md A1 sets "no reference" and a "reference that does not address the claim" at no evidence, and by
A3.6 that stops a promise. A home page says nothing of this claim, and what writers say elsewhere is their claim once
more. A named page, a title, an author, a year or an identifier is a work, whatever it is worth [house].
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from evidence.context import Source
from evidence.language.patterns import lazily
from evidence.values import Document

_OWN_WORD = (
    r"(?:(?:my|our)\s+(?:own\s+)?|own\s+|personal\s+)"
    r"(?:blog(?:\s+posts?)?|web\s?(?:site|page)|site|page|shop|store|research|experiences?|knowledge|opinions?|observations?|notes)"
)
_OWN = lazily(rf"\W*(?:(?:re)?sources?\W+)?(?:(?:see|on|from)\s+)?{_OWN_WORD}\W*", re.IGNORECASE)
_ANYTHING = lazily(
    r"\W*(?:sources?\W+)?(?:(?:the\s+)?(?:internet|web|google|wikipedia|youtube|facebook|instagram|tiktok|reddit|chatgpt|ai)|common\s+knowledge"
    r"|(?:various|many|several|different|some)\s+(?:books|sources|websites|blogs|articles|studies))\W*",
    re.IGNORECASE,
)
_ADDRESS = lazily(r"(?:https?://|www\.)\S{1,2000}", re.IGNORECASE)
_WORD = lazily(r"[^\W_]+")
_NAME = 8
"""Words beside an address up to which an entry is the name of an organisation rather than a title [house]."""


def names_no_work(source: Source, own: frozenset[str] = frozenset()) -> bool:
    """Whether a source names nothing that can be looked up; `own` are addresses that the text calls its writer's.

    What an editor recorded of its design counts as a work.
    """
    if source.design is not None and source.design_from != "type":
        return False
    if source.url and source.url.rstrip("/") in own:
        return True
    if any((source.doi, source.pmid, source.pmcid, source.isbn, source.abstract, source.title, source.families)):
        return False
    if source.year or source.container:
        return False
    said = _ADDRESS.sub(" ", source.raw)
    if not source.url:
        return _OWN.fullmatch(said) is not None or _ANYTHING.fullmatch(said) is not None
    return _is_home(source.url) and len(_WORD.findall(said)) <= _NAME


def own_addresses(document: Document) -> frozenset[str]:
    """The addresses whose links the writer calls their own: "[my blog](…)"."""
    return frozenset(link.url.rstrip("/") for link in document.links if _OWN.fullmatch(link.text))


def _is_home(url: str) -> bool:
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.path in ("", "/") and not parts.query and not parts.fragment
