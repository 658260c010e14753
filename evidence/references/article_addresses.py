"""Web addresses of single articles on the platforms of journals, where the address itself holds no DOI."""

from __future__ import annotations

import re
from urllib.parse import unquote

from evidence.language.patterns import lazily

_ARTICLE_PAGE = lazily(
    r"https?://(?:[\w-]+\.){1,4}\w+(?:"
    r"(?<=sciencedirect\.com)/science/article/(?:abs/)?pii/\w+"
    r"|(?<=nature\.com)/articles/[\w.-]+"
    r"|(?<=mdpi\.com)/\d{4}-\d{3}[\dX]/\d+/\d+/\d+"
    r"|(?<=jamanetwork\.com)/[^\s?]{0,200}(?:fullarticle|article-abstract)/\d+"
    r"|(?<=jamanetwork\.com)/[^\s?]{0,80}\?articleid=\d+"
    r"|(?<=oup\.com)/[\w-]+/(?:advance-)?article[\w-]*/[^\s?]{3,200}"
    r"|(?<=thelancet\.com)/journals/[^\s?]{1,40}/article/[^\s?]{3,60}"
    r"|(?<=dovepress\.com)/[^\s?]{3,300}-article-\w+"
    r"|(?<=nejm\.org)/doi/[^\s?]{3,100}"
    r"|/journals?/[^\s?]{1,60}/article/[^\s?]{5,100}"
    r"|(?:/[\w-]{2,60})?/(?:article|articles|fulltext|abstract|pdf|retrieve/pii|science)/(?:PII)?S\d{4}-?\d{3}[\dX]\(?\d\d\)?\d{5}-?[\dX]"
    r"|(?<=annals\.org)/aim/(?:full)?article[\w-]*/\d+"
    r"|(?<=bmj\.com)/content/(?:bmj/)?\d{1,4}/bmj\.\w+"
    r"|(?<=aafp\.org)/(?:pubs/)?afp/(?:issues/)?(?:19|20)\d\d/\d{2,4}/[\w.-]{2,40}"
    r"|(?<=psycnet\.apa\.org)/(?:record|doilanding|fulltext|buy)/(?:19|20)\d\d-\d{5}-\d{3}"
    r"|(?<=apa\.org)/pubs/journals/(?:releases|features)/[\w./-]{4,80}"
    r"|(?<=jstor\.org)/stable/\d+"
    r"|(?<=researchgate\.net)/publication/\d+"
    r"|(?<=semanticscholar\.org)/paper/[\w./%-]{10,300}"
    r"|(?<=mdpi\.com)/\d{5,8}(?![\d/])"
    r"|/article-details/\d+"
    r"|(?<=karger\.com)/article/(?:abstract|fulltext|pdf)/\d+"
    r"|(?<=hindawi\.com)/journals/\w{2,20}/(?:19|20)\d\d/\d{4,9}"
    r"|(?<=jstage\.jst\.go\.jp)/article/\w{2,30}/\d[\w/.-]{2,60}"
    r"|(?<=cambridge\.org)/core/journals/[\w-]{3,120}/article/[\w-]{3,250}"
    r"|(?<=journals\.lww\.com)/[\w-]{3,60}/(?:fulltext|abstract|citation)/(?:19|20)\d\d/[\w/.-]{3,120}"
    r"|/scielo\.php\?(?=[^\s]{0,200}\bscript=sci_(?:arttext|abstract|pdf))[^\s]{0,200}?\bpid=S?\d{4}-?\d{3}[\dX]\d{9,14}"
    r"|/articles?/[\w/-]{0,60}?\b(?:international|american|british|european|asian|indian|canadian|african|scandinavian|world|open)-journal-of-[\w-]{3,120}[-/][\w.-]{2,60}"
    r"|/content/(?:early/\d{4}/\d\d/\d\d/|\d{1,3}/(?:[A-Z]?\d{1,4}|suppl[._-]?\d{0,4})/)[\w.-]{2,60}"
    r")",
    re.IGNORECASE,
)
"""The last three forms are those of Elsevier (PII, from ISSN and year) and HighWire (volume, issue, page), which many
societies use."""

_DOI_BY_PLATFORM = (
    # The publisher's own number of the article is the second half of its DOI.
    (
        lazily(
            r"nature\.com/articles/([sd]\d{5}-\d{3}-\d{4,5}-[\da-z]|(?:nature|ncomms|srep)\d{4,5}|[a-z]{2,12}\d{2,4}"
            r"|[a-z]{2,12}(?!20[01]\d)\d{5,7}|(?:sj\.)?[a-z]{2,12}(?:\.\d{1,5}){1,2})(?![\w-])",
            re.I,
        ),
        "10.1038/",
    ),
    # In most journals of Nature's, the points between name, year and number are left out of the address alone.
    (lazily(r"nature\.com/articles/([a-z]{2,12})(20[01]\d)(\d{1,4})(?![\w-])", re.I), "10.1038/"),
    (lazily(r"\bbmj\.com/content/(?:bmj/)?\d{1,4}/(bmj[.-][a-z]?[\w-]*?\d+)(?=[./?#]|$)", re.I), "10.1136/"),
    (
        lazily(r"thelancet\.com/[^\s?]{0,60}/(?:PII)?(S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX])", re.I),
        "10.1016/",
    ),
    # Early addresses of medRxiv and bioRxiv; since the end of 2025 they number with another prefix.
    (
        lazily(
            r"(?:med|bio)rxiv\.org/(?:content/(?:(?:med|bio)rxiv/)?early/\d{4}/\d\d/\d\d|cgi/content/\w{3,12})/"
            r"((?:20(?:1\d|2[0-4])\.\d\d\.\d\d\.)?\d{6,8})(?!\d)",
            re.I,
        ),
        "10.1101/",
    ),
)


def article_key(url: str) -> str:
    """The key "url:…" of an address that is the page of one article in a journal, or ""."""
    match = _ARTICLE_PAGE.match(url)
    return f"url:{match.group()}" if match else ""


def doi_of_address(url: str) -> str:
    """The DOI that follows from the address by the publisher's own numbering, or ""."""
    url = unquote(url)
    for pattern, prefix in _DOI_BY_PLATFORM:
        if match := pattern.search(url):
            return prefix + ".".join(match.groups()).lower()
    return ""
