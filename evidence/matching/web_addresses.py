"""Which address may be a source: a page of its own on another site, neither search nor shop nor front door.

Source: standards.md A1 and A2: a web page is a source, though a very weak one. What sells, searches, shares or only
opens a site tells the reader nothing that could be checked [house].
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from evidence.language.patterns import lazily
from evidence.references.public_bodies import is_agency_host

_SHOPS = lazily(
    r"(?:^|\.)(?:amazon\.[a-z.]{2,6}|amzn\.(?:to|com|eu|asia)|a\.co|ebay\.[a-z.]{2,6}|etsy\.com|iherb\.com|walmart\.com|target\.com"
    r"|vitacost\.com|swansonvitamins\.com|bookshop\.org|barnesandnoble\.com|waterstones\.com|abebooks\.com|audible\.[a-z.]{2,6}"
    r"|shopify\.com|myshopify\.com|gumroad\.com|chewy\.com|costco\.com|cvs\.com|walgreens\.com|boots\.com|hollandandbarrett\.com"
    r"|thriftbooks\.com|bol\.com|aliexpress\.com|alibaba\.com|shareasale\.com|awin1\.com|rstyle\.me|skimresources\.com"
    r"|clickbank\.net|jdoqocy\.com|anrdoezrs\.net|dpbolvw\.net|kqzyfj\.com|tkqlhce\.com|go2cloud\.org|shop-links\.co)$"
)
_NO_SOURCE_HOSTS = lazily(
    r"(?:^|\.)(?:google\.[a-z.]{2,6}|bing\.com|duckduckgo\.com|yahoo\.com|baidu\.com|yandex\.[a-z]{2,3}|ecosia\.org|goo\.gl|g\.co"
    r"|facebook\.com|fb\.com|fb\.me|twitter\.com|x\.com|t\.co|instagram\.com|pinterest\.[a-z.]{2,6}|pin\.it|tiktok\.com|threads\.net"
    r"|snapchat\.com|whatsapp\.com|wa\.me|telegram\.org|t\.me|discord\.(?:com|gg)|patreon\.com|paypal\.(?:com|me)|ko-fi\.com"
    r"|buymeacoffee\.com|kickstarter\.com|gofundme\.com|bit\.ly|tinyurl\.com|ow\.ly|buff\.ly|linktr\.ee|github\.com|gitlab\.com"
    r"|gist\.github\.com|bitbucket\.org|apps\.apple\.com|itunes\.apple\.com|play\.google\.com|spotify\.com|gravatar\.com|w3\.org"
    r"|schema\.org|wordpress\.org|flickr\.com|unsplash\.com|pexels\.com|pixabay\.com|shutterstock\.com|giphy\.com|imgur\.com"
    r"|gettyimages\.[a-z.]{2,6}|istockphoto\.com|stock\.adobe\.com|freepik\.com|dreamstime\.com|alamy\.com|depositphotos\.com|123rf\.com|stocksnap\.io"
    r"|eventbrite\.[a-z.]{2,6}|zoom\.us|mailchi\.mp|calendly\.com|localhost|maps\.apple\.com)$"
)
_SELLS = lazily(
    r"/(?:products?(?:-category|-page)?|shop|store|cart|basket|checkout|buy(?:-now)?|order(?:-now)?|collections|pricing|subscribe|"
    r"add-to-cart|dp|gp/product|affiliates?|deals?|coupons?|discount|(?:our-)?services|what-we-do|prices)(?:/|$|\?|\.)",
    re.IGNORECASE,
)
_SERVES = lazily(
    r"/(?:search|results|find|tags?|categor(?:y|ies)|topics?|authors?|contributors?|about(?:-us)?|contact(?:-us)?|login|log-in|sign-?in|"
    r"sign-?up|register|newsletter|subscribe|account|privacy(?:-policy)?|terms(?:-of-\w+)?|cookies?(?:-policy)?|disclaimer|"
    r"donate|donations?|careers?|jobs|feed|rss|sitemap|wp-admin|wp-login\.php|share|sharer|intent|appointments?|book-?(?:now|online|appointment)|"
    r"locations?|find-a-\w+)/?(?:$|\?)"
    r"|/(?:search|results)/|/(?:tags?|categor(?:y|ies)|authors?)/[^/]{1,100}/?$",
    re.IGNORECASE,
)
_ASKS = lazily(r"(?:^|&)(?:q|s|query|search|term|keywords?|searchterm|search_query|text)=", re.IGNORECASE)
_PAYS = lazily(
    r"(?:^|&)(?:tag=[\w-]+-2\d|aff(?:iliate)?(?:_?id)?=|affid=|ref_?code=|rfsn=|coupon=|discount=|clickid=|irclickid=|add-to-cart=|_sid=[\w-]+&_ss=)",
    re.IGNORECASE,
)
_MEDIA = lazily(r"\.(?:jpe?g|png|gif|webp|svg|ico|bmp|tiff?|mp3|wav|css|js|zip|exe|dmg|apk|ics)$", re.IGNORECASE)
_FRONT = lazily(
    r"^/?(?:index\.\w{2,5}|home(?:page)?(?:\.\w{2,5})?|default\.\w{2,5}|main|start|welcome|portals?/\w+\.\w{2,5})?/?$",
    re.IGNORECASE,
)
_LANGUAGE = lazily(r"^/[a-z]{2}(?:[-_][a-z]{2})?/?$", re.IGNORECASE)
_TRACKING = lazily(
    r"^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|cmpid|ref|referrer|source|src|share|s_cid|ncid)$", re.IGNORECASE
)


def page_key(url: str, own: Collection[str] = ()) -> str:
    """The key "url:…" of an address that is a page which may be a source, or "".

    `own` are hosts of the page's own site and of sellers, without "www.".
    """
    parts = _parts(url)
    if parts is None:
        return ""
    host, path, query = parts
    if any(host == other or host.endswith(f".{other}") for other in own if other):
        return ""
    if _SHOPS.search(host) or _NO_SOURCE_HOSTS.search(host) or host.startswith(("shop.", "store.", "search.", "maps.")):
        return ""
    if _MEDIA.search(path) or _SERVES.search(path) or _PAYS.search(query) or _ASKS.search(query):
        return ""
    if _SELLS.search(path) and not is_agency_host(host):
        return ""
    if not query and (_FRONT.match(path) or _LANGUAGE.match(path)):
        return ""
    return f"url:{url.split('#', 1)[0].rstrip('/')}"


def address(url: str) -> str:
    """One form of an address for comparison: host without "www.", path, what tells pages apart in the query."""
    parts = _parts(url)
    if parts is None:
        return ""
    host, path, query = parts
    kept = [piece for piece in query.split("&") if piece and not _TRACKING.match(piece.split("=", 1)[0])]
    return f"{host}{path.rstrip('/')}" + (f"?{'&'.join(sorted(kept))}" if kept else "")


def hosts(meta: Mapping[str, Any], urls: Iterable[str] = ()) -> frozenset[str]:
    """The hosts of the page's own site, as its front matter names it, and of `urls`, such as those of products."""
    declared = [
        str(meta[name]) for name in ("url", "canonical", "canonical_url", "site", "permalink") if meta.get(name)
    ]
    found = (_parts(url if "//" in url else f"https://{url}") for url in (*declared, *urls))
    return frozenset(parts[0] for parts in found if parts)


@lru_cache(maxsize=4096)
def _parts(url: str) -> tuple[str, str, str] | None:
    """Host, path and query of a web address; None for anything else."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    host = (parts.netloc.rpartition("@")[2].partition(":")[0]).lower().removeprefix("www.").removeprefix("m.")
    if parts.scheme.lower() not in ("http", "https") or "." not in host:
        return None
    return host, parts.path, parts.query
