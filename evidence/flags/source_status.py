"""What the three flags on a work's status share: they show on the reference and wherever the work is used."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evidence.context import Source
from evidence.flags.findings import Findings, raised
from evidence.values import Flag


def on_source_and_sentences(findings: Findings, code: str, applies: Callable[[Source], bool]) -> Iterator[Flag]:
    """One flag per source that it applies to, and one per sentence that stands on such a source."""
    affected = [source for source in findings.sources if applies(source)]
    for source in affected:
        checked = source.status_checked.isoformat() if source.status_checked else "not recorded"
        yield raised(code, reference=source.key, facts=[("checked", checked)])
    keys = {source.key for source in affected}
    seen: set[int] = set()
    for link in findings.links if keys else ():
        if link.key in keys and link.sentence not in seen:
            seen.add(link.sentence)
            yield raised(code, sentence=link.sentence, facts=[("source", link.key)])
