"""Works that a text cites by a link alone, without a list: each becomes a source of which only the address is known."""

from __future__ import annotations

from collections.abc import Sequence

from evidence.matching import resolves
from evidence.values import Document, How, Source

_FIELDS = ("doi", "pmid", "pmcid", "url")


def linked_works(document: Document, sources: Sequence[Source]) -> tuple[Source, ...]:
    """A source for every linked work that is not among the sources yet, in the order of the links."""
    found: dict[str, Source] = {}
    known = resolves(sources)
    for marker in document.markers:
        if marker.how is not How.LINK or any(known(key) for key in marker.keys):
            continue
        for key in marker.keys[:1]:
            scheme, _, value = key.partition(":")
            if scheme in _FIELDS and value:
                found.setdefault(key.lower(), _source(key, scheme, value))
    return tuple(found.values())


def _source(key: str, scheme: str, value: str) -> Source:
    return Source(
        key=key.lower(),
        on_list=False,
        doi=value if scheme == "doi" else "",
        pmid=value if scheme == "pmid" else "",
        pmcid=value if scheme == "pmcid" else "",
        url=value if scheme == "url" else "",
    )
