"""What a text means and its list does not hold: studies named or described, and markers that lead nowhere.

Source: standards.md A3.3 (a specific study that is not on the list).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.context import Source
from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.matching import quoted_passages
from evidence.matching.known_works import KnownWorks, known_works
from evidence.reading import footnotes
from evidence.reading.markers import family_key
from evidence.values import Claim, Document, How, Link

_OWN_FILE = lazily(r"(?!https?:|mailto:|#)\S{0,400}\.pdf(?:[?#]\S{0,200})?", re.IGNORECASE)


def unresolved(
    document: Document, claims: Sequence[Claim], sources: Sequence[Source], links: Sequence[Link]
) -> dict[int, str]:
    """The words, by sentence, that name or describe a study which is not among the sources.

    `links` are those that `linking.match` made. A number that leads nowhere in a text without any list
    is told of claims only.
    """
    works = known_works(sources)
    lost: dict[int, str] = {}
    leading = _leading(document, works)
    listed = any(source.number for source in sources)
    made = {claim.sentence for claim in claims if claim.claim}
    for marker in footnotes.markers(document):
        asks = listed or marker.sentence in made or not all(key.isdecimal() for key in marker.keys)
        if asks and marker.sentence not in lost and marker.sentence not in leading:
            lost[marker.sentence] = marker.text
    pointed = {link.sentence for link in links if link.how in (How.MARKER, How.LINK, How.NOTE)}
    pointed |= _at_own_files(document)
    told = {link.sentence for link in links if link.how in (How.NAMED, How.COVERED)}
    told |= _under_titles(document, links)
    named = works.authors.read([sentence.text for sentence in document.sentences])
    for sentence, claim in paced(zip(document.sentences, claims, strict=True)):
        if not claim.mention or sentence.index in pointed:
            continue
        strangers = [name.text for name in named[sentence.index] if not name.keys]
        if strangers or sentence.index not in told:
            lost.setdefault(sentence.index, strangers[0] if strangers else claim.mention)
    return lost


def _at_own_files(document: Document) -> set[int]:
    """The sentences that link to a file of the page's own site with the work: "[Lee et al. 2010](./doc/lee.pdf)"."""
    return {
        link.sentence for link in document.links if link.sentence is not None and _OWN_FILE.match(link.url.strip("<> "))
    }


def _under_titles(document: Document, links: Sequence[Link]) -> set[int]:
    """The sentences that go on about a work whose linked title stands right before them."""
    inherited = {link.sentence for link in links if link.how is How.INHERITED and link.sentence}
    return {index for index in inherited if quoted_passages.is_linked_title(document.sentences[index - 1].text)}


def absent(document: Document, sources: Sequence[Source]) -> dict[int, tuple[str, ...]]:
    """What markers name that is not among the sources, by sentence, where others in it lead to one that is."""
    works = known_works(sources)
    leading = _leading(document, works)
    found: dict[int, list[str]] = {}
    for marker in footnotes.markers(document):
        missing = [key for key in marker.keys if works.resolve(key, marker.text) is None]
        if missing and marker.sentence in leading:
            found.setdefault(marker.sentence, []).extend(_as_written(key, marker.text) for key in missing)
    return {sentence: tuple(dict.fromkeys(names)) for sentence, names in found.items()}


def _leading(document: Document, works: KnownWorks) -> set[int]:
    """The sentences with a marker that leads to a source."""
    markers = footnotes.markers(document)
    return {marker.sentence for marker in markers if any(works.resolve(key, marker.text) for key in marker.keys)}


def _as_written(key: str, marker: str) -> str:
    """A key as the reader of the marker sees it: "[4]", "@lee2020", "Haugen 2011"."""
    if key.isdecimal():
        return f"[{key}]"
    scheme, _, rest = key.partition(":")
    if scheme != "author":
        return rest if rest else f"@{key}"
    family, _, year = rest.partition(":")
    for part in re.split(r"[;()\[\]]", marker):
        if family in family_key(part) and year[:4] in part:
            return part.strip()
    return f"{family.capitalize()} {year}"
