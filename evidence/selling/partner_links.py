"""Whether a link is paid for: by the tag of a partner, the network it leads through, or what the page says.

A link to a shop alone is an ordinary link. Source: Google Search, link attributes (rel=sponsored is for links that are
advertisements or paid placements); 16 CFR 255.5; standards.md C10.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

from evidence.language.patterns import lazily, lowered

_NETWORKS = frozenset(
    {
        # Amazon's and other shops' short addresses for partners
        "amzn.to", "howl.me", "shop-links.co", "shopmy.us", "liketk.it", "rstyle.me", "shopstyle.it",
        # CJ
        "anrdoezrs.net", "dpbolvw.net", "jdoqocy.com", "kqzyfj.com", "tkqlhce.com", "emjcd.com", "ftjcfx.com",
        "lduhtrp.net", "qksrv.net", "yceml.net",
        # Rakuten, ShareASale, Awin, Impact, Partnerize, Pepperjam
        "linksynergy.com", "shareasale.com", "shareasale-analytics.com", "awin1.com", "zenaps.com", "7eer.net",
        "evyy.net", "pxf.io", "sjv.io", "ojrq.net", "prf.hn", "pjtra.com", "pjatr.com", "pntra.com", "pntrac.com",
        "pntrs.com", "gopjn.com",
        # Skimlinks, Sovrn, Narrativ, Geniuslink, Flexoffers, AvantLink, Webgains, Tradedoubler, Daisycon, Admitad
        "skimresources.com", "redirectingat.com", "viglink.com", "sovrn.co", "narrativ.com", "geni.us", "flexlinkspro.com",
        "flexlinks.com", "avantlink.com", "webgains.com", "tradedoubler.com", "daisycon.com", "admitad.com", "ad.admitad.com",
        "clickbank.net", "digistore24.com", "tidd.ly", "tradetracker.net", "belboon.de", "financeads.net", "adcell.com",
        "magik.ly", "refersion.com", "goaffpro.com", "uppromote.com", "commissionfactory.com.au", "maxbounty.com",
    }
)  # fmt: skip
"""Hosts that count clicks for a commission; anything below them does so too."""

_TAGS = frozenset(
    {
        "affid", "aff_id", "affiliate", "affiliateid", "affiliate_id", "aff", "affcode", "aff_code", "afftrack",
        "partner_id", "partnerid", "irclickid", "irgwc", "awc", "afsrc", "refid", "ref_id", "referral", "rfsn", "clickref",
        "subid1", "hop", "vendor_aff", "sscid", "ranmid", "ransiteid", "pcode", "rcode",
    }
)  # fmt: skip
"""Parts of an address that name the partner who is paid."""

_AMAZON = lazily(r"(?:^|\.)amazon\.(?:com?\.)?[a-z]{2,3}$")
_AMAZON_TAG = lazily(r"[\w.-]{2,40}-2\d")
"""Amazon's partner tags end with the number of a market: "site-20", "site-21"."""
_SELF = lazily(
    r"\b(?:affiliate\s+(?:links?|partner\w*|program\w*|commission\w*|disclosure|relationships?)"
    r"|(?:links?|products?|purchases?)\b[^.!?]{0,80}\b(?:affiliate|commission)"
    r"|(?:earns?|receives?|gets?|makes?|get\s+paid|paid)\s+(?:us\s+|me\s+)?(?:an?\s+)?(?:small\s+|affiliate\s+|modest\s+|tiny\s+)?"
    r"(?:commissions?|referral\s+fees?|kickbacks?|percentage)"
    r"|(?:amazon|ebay|awin|rakuten)\s+associates?|as\s+an\s+amazon\s+associate|commission\s+(?:links?|from|on|if|when)"
    r"|(?:paid|sponsored)\s+(?:links?|partnership|partner\s+links?)|partner[- ]?links?\b|affiliate-?links?\b)",
    re.IGNORECASE,
)
_WORDS_OF_SELF = (
    (("affiliate", "commission", "referral", "kickback", "sponsored"),),
    (("paid", "partner"), ("link", "partnership")),
    (("percentage",), ("earn", "receive", "get", "make", "paid")),
    (("associate",), ("amazon", "ebay", "awin", "rakuten")),
)
"""Of one of these, a word of each row stands in whatever `_SELF` finds, in small letters: a quick look before the long
one."""
_DENIES = lazily(
    r"\b(?:no|not|never|without|free\s+of|don['’]t|doesn['’]t|do\s+not|does\s+not|none\s+of)\b[^.!?]{0,60}"
    r"\b(?:affiliate|commissions?|sponsored|paid\s+links?|referral)",
    re.IGNORECASE,
)


def is_paid(url: str) -> bool:
    """Whether an address itself shows that who placed it is paid: a partner's tag or a network's host."""
    try:
        parts = urlsplit(url if "//" in url[:12] else f"https://{url}")
        host = (parts.hostname or "").removeprefix("www.")
        pairs = parse_qsl(parts.query, max_num_fields=100)
    except ValueError:
        return False
    names = host.split(".")
    if any(".".join(names[place:]) in _NETWORKS for place in range(len(names) - 1)):
        return True
    if _AMAZON.search(host):
        return any(name.lower() == "tag" and _AMAZON_TAG.fullmatch(value) for name, value in pairs)
    return any(_is_tag(name.lower(), value) for name, value in pairs)


def _is_tag(name: str, value: str) -> bool:
    if name == "tag":
        return _AMAZON_TAG.fullmatch(value) is not None
    if name in ("utm_medium", "utm_source", "utm_campaign"):
        return value.lower().startswith(("affiliate", "aff_", "partner")) or value.lower() == "aff"
    return name in _TAGS and bool(value)


def discloses_commission(text: str) -> bool:
    """Whether a page says that it is paid for its links."""
    small = lowered(text)
    if not any(all(any(map(small.__contains__, row)) for row in rows) for rows in _WORDS_OF_SELF):
        return False
    return any(not _DENIES.search(text, max(0, found.start() - 80), found.end()) for found in _SELF.finditer(text))
