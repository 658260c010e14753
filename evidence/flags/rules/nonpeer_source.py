"""A book, a web page, a workshop report or another work that peers did not review.

Standard: WP:MEDRS; standards.md A2. A guideline is judged as one wherever it was published, what a public body says
stands for more than a web page, and where only an address is known, it has to be the address of something. A textbook
will do for how the body works (A1), and whose words were borrowed is no matter of evidence [house].
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from evidence.context import Design, Source
from evidence.flags.findings import Findings, raised
from evidence.flags.mere_pages import credits_words, names_disease
from evidence.language.patterns import lazily
from evidence.references.article_addresses import article_key
from evidence.references.public_bodies import is_agency
from evidence.values import Flag, How, Kind, Link

CODE = "nonpeer-source"

_KINDS = frozenset(
    {
        "article-magazine",
        "article-newspaper",
        "blog",
        "book",
        "broadcast",
        "chapter",
        "entry-encyclopedia",
        "motion_picture",
        "pamphlet",
        "personal_communication",
        "post",
        "post-weblog",
        "report",
        "speech",
        "thesis",
        "webpage",
        "website",
    }
)


def check(findings: Findings) -> Iterator[Flag]:
    for source in findings.sources:
        if (
            source.key not in findings.for_further_reading
            and _unreviewed(source)
            and not _is_only_told_of(findings, source)
            and not credits_words(source)
            and not _is_textbook(findings, source)
        ):
            kind = source.design.value if source.design else source.kind
            yield raised(CODE, reference=source.key, facts=[("type", kind or "not reviewed by peers")])


_NEWS = lazily(
    r"/(?:[\w-]{0,20}-)?(?!news-?room/(?:fact-sheets?|questions|q-a|commentaries))(?:news|press|blogs?|media)(?:[/-]|$)",
    re.IGNORECASE,
)
_TELLS_OF_SITE = lazily(
    r"[\])*_\s]{0,6}(?:\([^()\s]{0,300}\)?[^()\s]{0,300}\))?[\s*_:,–—-]{0,6}(?:also\s+|is\s+(?:a|an|the)\s+\w{0,20}\s?that\s+)?"
    r"(?:(?:offers?|provides?|lists?|sells?|hosts?|features?|runs?|supplies|supply|stocks?)\b"
    r"|(?:an?|the|our)\s+(?:[\w-]+\s+){0,3}(?:resources?|directory|helpline|hotline|website|app|charity|podcast|newsletter|forum)\b)",
    re.IGNORECASE,
)
"""What a list of helpful addresses says of each: "[Name](address): offers help by telephone"."""


_ADDRESS = lazily(r"(?:https?://|www\.)[^\s<>]{1,2000}")
_WORD = lazily(r"[^\W\d_]{2,}")
_FEW = 2


def _unreviewed(source: Source) -> bool:
    if source.peer_reviewed is not None:
        return not source.peer_reviewed and not source.preprint
    if source.design is not None and source.design is not Design.OPINION:
        return source.design in (Design.BOOK, Design.WEBSITE) and not _is_home(source)
    return source.kind in _KINDS and not _is_home(source) and not _is_body(source) and not article_key(source.url)


def _is_textbook(findings: Findings, source: Source) -> bool:
    """Whether only how the body works stands on a book, and no disease or complaint."""
    told = [link.sentence for link in findings.links_to(source.key) if findings.claims[link.sentence].claim]
    return (
        source.design is Design.BOOK
        and bool(told)
        and all(
            _WORKINGS.issuperset(findings.claims[index].kinds) and not names_disease(findings.visible[index].text)
            for index in told
        )
    )


_WORKINGS = frozenset({Kind.MECHANISM, Kind.DEFINITION, Kind.DESCRIPTIVE, Kind.CAUSAL})


def _is_body(source: Source) -> bool:
    """Whether a public body says it as such; its news are news."""
    return is_agency(source.url) and not _NEWS.search(source.url)


def _is_home(source: Source) -> bool:
    """Whether only the home of a site is known: that names somebody, and is no work on anything."""
    return bool(source.url) and not source.isbn and urlsplit(source.url.strip()).path in ("", "/")


def _is_only_told_of(findings: Findings, source: Source) -> bool:
    """Whether the linked sentences say what the site has to offer, so that none stands on what it says."""
    links = findings.links_to(source.key)
    return bool(links) and not source.on_list and all(_tells_of_site(findings, link) for link in links)


def _tells_of_site(findings: Findings, link: Link) -> bool:
    text = findings.document.sentences[link.sentence].text
    if len(_WORD.findall(_ADDRESS.sub(" ", text))) <= _FEW:
        return True  # a bare address
    if link.how is not How.LINK or not link.mention:
        return False
    _, found, after = text.partition(link.mention)
    return bool(found) and _TELLS_OF_SITE.match(after) is not None
