"""Links in passing: they explain a word or lead the reader on, and say nothing of where a claim comes from.

"Smoking harms the [pancreas](…/wiki/Pancreas)" and "[Get help to quit](…)" cite nothing [house].
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from evidence.language import vocabulary
from evidence.language.patterns import lazily
from evidence.values import Document, Hyperlink

_LEADS_ON = lazily(
    r"\W*(?:how to|get (?:help|tips|advice|more|started|support|in touch|your|a)|read (?:more|about|our|also|on)|see (?:also|our|more|how)|find (?:out|your|more|help)"
    r"|learn (?:more|how|about)|discover (?:more|how)|check out|click|visit (?:the|our|your|their)|download|watch (?:the|this|our)|listen to|contact|call (?:us|your|the|\d)"
    r"|join (?:the|our|us)|order (?:your|a|now)|sign up|more (?:about|on|information)|further reading|tips (?:for|on)|book (?:a|an|your)|(?:take|try) (?:the|this|our) \w+)\b",
    re.IGNORECASE,
)
_CITES = lazily(
    r"\d|\b(?:stud(?:y|ies)|sources?|reviews?|reports?|research|trials?|papers?|evidence|analys[ei]s|guidelines?|findings|data|survey)\b",
    re.IGNORECASE,
)
_TEACHES = lazily(
    r"/(?:how-to|tips-(?:for|on|to)|guide-to|ways-to)-[\w-]{3,80}/?(?:\.\w{2,5})?(?:[?#]|$)", re.IGNORECASE
)
"""Pages that teach how to do what the linked words ask for."""

_NAMED = lazily(r"(?:called|named|termed|known\s+as|dubbed)\s+[\W_]{0,4}$", re.IGNORECASE)
_ENTRY = lazily(
    r"https?://(?:[\w-]+\.)?(?:wikipedia|wiktionary|britannica|merriam-webster|dictionary|simple\.wikipedia)\.(?:org|com)/",
    re.IGNORECASE,
)
"""Entries of encyclopaedias and dictionaries: one on "meta-analysis" is no study, whatever the linked word is."""

_OURS = lazily(r"\b(?:our|my)\s+(?:own\s+)?[*_]{0,3}$", re.IGNORECASE)
_GOODS = lazily(
    r"\b(?:kits?|products?|supplements?|capsules|tablets|gummies|range|services?|program(?:me)?s?|courses?|clinics?|store|shop|testing|blend|formula|app|consultations?|packages?)\b",
    re.IGNORECASE,
)
"""What the page calls its own: "Our [test kits](…) show it"."""

_OPENS = lazily(r"(?:[\W_]|\b(?:an?|the|so|and|but)\b){0,12}", re.IGNORECASE)
_KIND = (
    r"(?!(?:an?\s+|the\s+)?(?:very\s+|more\s+|most\s+|so\s+)?(?:common|frequent|rare|often|usually|known|good|bad|important|essential|great|popular|reported|found"
    r"|available|safe|effective|linked|associated|caused|used|able|likely|not|at|in|on|also)\b)"
    r"(?:an?|the|one|any|when|where|[\w-]+(?:\s[\w-]+){0,2})\b"
)
_IS = lazily(
    rf"[\W_]{{0,4}}(?:\([^()\n]{{1,60}}\)\s?)?(?:is|are|refers?\s+to|means?|describes?)\s+{_KIND}", re.IGNORECASE
)
_WHICH_IS = lazily(r"[\W_]{0,4}(?:\([^()\n]{1,60}\)\s?)?,?\s*(?:which|that)\s+(?:is|are)\s+an?\b", re.IGNORECASE)

_GENERAL = frozenset(("article", "here", "link", "this"))
_MOST_WORDS = 3
_MORE = 2
"""Words that the name of a page about a thing may have beyond the thing: "coronary-heart-disease" [house]."""

_ALIKE = 6
"""Letters in which two words of one root agree: microbiome, microbiota [house]."""


def in_passing(document: Document, link: Hyperlink) -> bool:
    """Whether a link to a page leads on or only explains the word that it stands on."""
    label = link.text.strip()
    named = _NAMED.search(document.text[max(0, link.start - 24) : link.start]) is not None
    explains = not named and _explains(label, link.url) and not _defines(document, link)
    beside = document.text[max(0, link.start - 1) : link.start] == "("  # a reference behind what it is for
    if _ENTRY.match(link.url) and _is_entry_on(label, link.url) and not (named or beside or _defines(document, link)):
        return True
    if _CITES.search(label):
        return explains and _ENTRY.match(link.url) is not None
    if _GOODS.search(label) and _OURS.search(document.text[max(0, link.start - 20) : link.start]):
        return True
    return explains or leads_on(label) or _TEACHES.search(link.url) is not None


def _defines(document: Document, link: Hyperlink) -> bool:
    """Whether the sentence says what the linked thing is: "[Gout](…) is an illness of the joints"."""
    if link.sentence is None:
        return False
    sentence = document.sentences[link.sentence]
    behind = document.text[link.end : min(link.end + 120, sentence.end)]
    first = _OPENS.fullmatch(document.text, sentence.start, link.start) is not None
    return (_IS.match(behind) if first else _WHICH_IS.match(behind)) is not None


def leads_on(label: str) -> bool:
    """Whether the words of a link ask the reader to go on elsewhere: "Read more", "How to stretch"."""
    return _LEADS_ON.match(label) is not None


def _explains(label: str, url: str) -> bool:
    """Whether the page is about the very word that is linked."""
    words = [vocabulary.folded(word) for word in re.findall(r"[^\W\d_]+", label)]
    if not 1 <= len(words) <= _MOST_WORDS or any(word in _GENERAL for word in words):
        return False
    for segment in unquote(urlsplit(url).path).split("/"):
        named = [vocabulary.folded(word) for word in re.findall(r"[^\W\d_]+", segment.rpartition(".")[0] or segment)]
        if named and len(named) <= len(words) + _MORE and all(_has(named, word) for word in words):
            return True
    return False


def _is_entry_on(label: str, url: str) -> bool:
    """Whether an entry of an encyclopaedia is on the very thing that is linked, by its whole name or its initials.

    "[SARS-CoV-2](…/Severe_acute_respiratory_syndrome_coronavirus_2)", "[European Heart Network](…/European_Heart_Network)"
    """
    said = [vocabulary.folded(word) for word in re.findall(r"[^\W_]+", label)]
    title = unquote(urlsplit(url).path).rpartition("/")[2].partition("#")[0]
    named = [vocabulary.folded(word) for word in re.findall(r"[^\W_]+", re.sub(r"_\([^()]{1,60}\)$", "", title))]
    if len(said) == 1 and label.isupper() and len(label) > 1:
        return said[0] == "".join(word[0] for word in named)
    return bool(said) and (said == named or (len(said[0]) > 1 and said[0] == _initials(named, len(said[0]))))


def _initials(words: list[str], count: int) -> str:
    return "".join(word[0] for word in words[:count])


def _has(named: list[str], word: str) -> bool:
    return any(
        other == word or other == word.removesuffix("s") or (len(word) >= _ALIKE and other[:_ALIKE] == word[:_ALIKE])
        for other in named
    )
