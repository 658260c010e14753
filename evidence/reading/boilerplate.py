"""Lines that belong to the page around an article rather than to its text."""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_IMAGE = lazily(r"[ \t]*(?:!\[[^\]]{0,500}\](?:\([^)]{0,2000}\)|\[[^\]]{0,100}\])|<img\b[^<>]{0,3000}>)[ \t]*$")
_CAPTION = lazily(
    r"[ \t]*(?:(?:image|photo|picture|photograph|credit|caption|source image)s?(?: credit)?:"
    r"|(?:[*_]{1,3}|<(?:b|strong|em|i)>)?(?:figure|fig\.|table) \d{1,3}(?:[*_]{1,3}|</(?:b|strong|em|i)>)?[.:](?:[*_]{1,3}|</(?:b|strong|em|i)>)? )",
    re.IGNORECASE,
)
_CREDIT = lazily(
    r"[ \t]*(?:(?:[*_(\[]{1,4}|<\w{1,10}>)[ \t]*){0,3}(?:(?:opening|cover|header|featured?|title|lead|main|top)[ \t]+)?"
    r"(?:photo(?:s|graphs?)?|images?|pictures?|illustrations?)[ \t]*"
    r"(?:credits?(?:[ \t]*:|[ \t]+to\b)?|by|from|courtesy(?: of)?|via|:)[ \t*_]*(?P<who>\[|<a\b|@|(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""Who took a picture, mostly in italics below it: "*Photo by [Jane Roe](address) on Unsplash*"."""
_LINKED = lazily(
    r"\[[^\[\]]{1,100}\]\([^()\s]{0,2000}\)|<a\b[^<>]{0,2000}>[^<>]{1,100}</a>|<[^<>]{1,2000}>|\{:[^{}]{0,200}\}"
)
_NAMES = lazily(
    r"(?:[\W_]*(?:[A-Z][\w'’.-]*|@[\w.]+|\d+|o[nf]|from|via|by|at|and|for|the|courtesy|used|under|with|licen[cs]ed?|public|domain|permission|unsplash|pixabay|pexels))*[\W_]*"
)
"""Names, and the small words between them: whatever else stands there tells something of its own."""
_HTML_ONLY = lazily(r"[ \t]*(?:</?(?!https?:)[A-Za-z][^<>]{0,2000}>[ \t]*+)++$|[ \t]*<!--.{0,2000}-->[ \t]*$")
_LINK_DEFINITION = lazily(r"[ \t]{0,3}\[[^\]^][^\]]{0,100}\]:[ \t]+<?(?:https?://|/|#|mailto:)\S{0,2000}")
_THUMBNAIL = lazily(r"[ \t]*(?:[\w.'’-]+[ \t]+){0,5}Thumbnail[ \t]*$", re.IGNORECASE)
_NAV_WORDS = "|".join(
    (
        r"back to (?:the )?(?:blog|top|news|articles|home\w*|all posts|list|shop|start)",
        r"read more(?: .{0,40})?|continue reading|learn more|load more|show more|see all|view all",
        r"share(?: (?:this|on|via|to|it)\b.{0,40})?|tweet|pin(?: it)?|email|print(?: this(?: page)?)?|copy link",
        r"subscribe(?: (?:now|to .{0,40}))?|sign up(?: .{0,40})?|log ?in|sign in|follow us(?: .{0,40})?",
        r"skip to (?:main )?content|home|menu|search|shop(?: now| all)?|buy now|add to cart|jump to recipe",
        r"(?:previous|next)(?: (?:post|article|page))?|(?:older|newer) posts?|you may also like",
        r"related (?:posts?|articles?|reading|products?)|leave a (?:comment|reply)|(?:\d{1,4} )?comments?|post comment",
        r"cookie settings|privacy policy|terms of (?:use|service)|advertisement|sponsored",
        r"facebook|twitter|pinterest|linkedin|instagram|whatsapp|filed under:?.{0,80}|posted in:? .{0,80}",
    )
)
_NAV = lazily(rf"[ \t]*(?:[←→«»<>‹›|↑][ \t]*)?(?:{_NAV_WORDS})[ \t]*(?:[←→«»<>‹›|↓…]|\.\.\.)?[ \t]*$", re.IGNORECASE)
_ROLE_WORDS = (
    r"(?:(?:written|(?:medically |clinically )?reviewed|fact[- ]checked|posted|published|edited|updated)[ \t]+)?by"
    r"|(?:story|words|text|article|content) by|author|reviewer|(?:writers?|authors|words|text|reporters?)(?=[*_]{0,3}[ \t]*:)"
)
_ROLE = lazily(rf"(?P<marks>[ \t]*[*_]{{0,3}})(?P<role>{_ROLE_WORDS})\b", re.IGNORECASE)
_TITLES = r"(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame)\.?[ \t]+)?"
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w'’-]+\.?|[A-Z]\.)"
_DEGREES = r"(?:,?[ \t]+(?:[A-Z][A-Za-z.]*[A-Z][A-Za-z.-]*|[A-Z]{2,8}|PhD|MD|Ph\.D\.?|M\.D\.?|Jr\.?|Sr\.?))*"
_WHO = lazily(
    rf"[*_]{{0,3}}[ \t]*:?[*_]{{0,3}}[ \t]+"
    rf"(?P<who>{_TITLES}{_NAME}(?:[ \t]+(?:{_NAME}|de|van|von|der|la|bin|al)){{1,4}}{_DEGREES}"
    rf"(?:,?[ \t]+(?:and|&)[ \t]+{_TITLES}{_NAME}(?:[ \t]+{_NAME}){{1,3}}{_DEGREES})?)"
    r"[*_]{0,3}(?:[ \t]*(?:[|·•–—,-]|on\b|updated|published|reviewed)[^.!?]{0,80}\.?)?[ \t]*$"
)
_DATE = (
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}"
    r"|(?:\d{1,2}(?:st|nd|rd|th)?[ \t]+)?[A-Z][a-z]{2,8}\.?[ \t]+(?:\d{1,2}(?:st|nd|rd|th)?,?[ \t]+)?\d{4})"
)
_DATED = lazily(
    r"[ \t]*[*_]{0,3}(?:(?:last[ \t]+)?(?:updated|published|reviewed|posted|medically reviewed|date)"
    rf"(?:[ \t]+on)?[ \t]*:?[*_]{{0,3}}[ \t]*)?{_DATE}[*_]{{0,3}}[ \t]*(?:[|·•–—-].{{0,60}})?$",
    re.IGNORECASE,
)
_ABOUT = (
    r"articles?|page|posts?|content|information|website|site|blog|guide|material|newsletter|handout|book|video|nothing"
)
_NOT = r"not|cannot|n['’]t|never|no|nothing"
_NOTICE = lazily(
    rf"\b(?:{_ABOUT})\b[^.]{{0,120}}(?:\.\s+(?:It|This|They)\b[^.]{{0,80}})?\b(?:{_NOT})\b[^.]{{0,80}}"
    r"\b(?:medical advice|substitutes? for|replace(?:ment for)? (?:medical|professional|(?:the |your |a )?"
    r"(?:advice|talk|visit|care|doctor|consultation|diagnosis)))"
    r"|\bnothing\b[^.]{0,80}\bmedical advice|\b(?:informational|educational|information) purposes only"
    r"|\bproducts? (?:is|are) not (?:intended )?to (?:diagnose|treat|cure)"
    r"|\bnot been evaluated by the (?:U\.?S\.? )?(?:FDA|Food and Drug)|^\W{0,3}(?:medical )?disclaimer\b",
    re.IGNORECASE,
)
_OF_NOTICES = ("advice", "substitut", "replace", "purposes only", "product", "evaluated", "disclaimer")
"""One of these stands in every notice; looking for them costs less than the pattern."""
_TAG_GAP = lazily(r"[ \t\u00a0]{2,}|\t")
_TAG_PREFIX = lazily(
    r"[ \t]*[*_]{0,3}(?:tags?|keywords?|topics?|categor(?:y|ies)|filed under|labels?)[*_]{0,3}[ \t]*:", re.IGNORECASE
)
_MARKUP = lazily(r"\[([^\[\]]{1,100})\]\([^()\s]{0,300}\)|\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)")
_HASHTAGS = lazily(r"(?:#[A-Za-z][\w-]*[ \t,]*){1,40}")


def _credits(body: str) -> bool:
    """Whether a line only tells who took a picture; the link in it is no source of what stands around."""
    found = _CREDIT.match(body)
    return found is not None and _NAMES.fullmatch(_LINKED.sub(" ", body[found.start("who") :])) is not None


def kind_of(body: str) -> str:
    """The kind of block a line of the page is, or "" for a line of text."""
    if len(body) > 4000:
        return ""
    if _is_tag_line(body):
        return "tag-line"
    if _IMAGE.match(body) or _CAPTION.match(body) or _credits(body):
        return "caption"
    if _HTML_ONLY.match(body) or _LINK_DEFINITION.match(body):
        return "code"
    if len(body.strip()) > 120:
        return ""
    if "thumbnail" in body.lower() and _THUMBNAIL.match(body):
        return "thumbnail"
    if byline_of(body)[0] or _DATED.match(body):
        return "byline"
    return "nav" if _is_nav(body) else ""


def byline_of(body: str) -> tuple[str, bool]:
    """The person a byline names and whether that is the author; ("", False) where the line is no byline."""
    role = _ROLE.match(body) if len(body) <= 250 else None
    who = _WHO.match(body, role.end()) if role else None
    if role and not who and _MARKUP.search(body):
        # "By **Jane Roe**, MD", "By [Jane Roe](/jane), *MD*": a page sets names apart.
        plain = _MARKUP.sub(lambda match: match[1] or "", body)
        role = _ROLE.match(plain)
        who = _WHO.match(plain, role.end()) if role else None
    if not role or not who:
        return "", False
    words = role["role"].lower()
    return who["who"].strip(" ,"), "review" not in words and "check" not in words


def is_notice(text: str) -> bool:
    """Whether a paragraph holds an advice notice or disclaimer, near its beginning or in few words."""
    small = text.lower() if len(text) <= 900 else ""
    found = _NOTICE.search(text) if any(word in small for word in _OF_NOTICES) else None
    return found is not None and (found.start() < 120 or len(text) < 400)


def notices_in(text: str) -> list[tuple[int, int]]:
    """Where a paragraph is advice notice or disclaimer; empty for one that is none."""
    return [match.span() for match in _NOTICE.finditer(text)] if is_notice(text) else []


def _is_nav(body: str) -> bool:
    plain = _LINKED_OR_SET.sub("", body)
    if _NAV.match(plain) is None:
        return False
    words = plain.split()
    return not (len(words) > 3 and words[-1][-1] in ".!?")


_LINKED_OR_SET = lazily(r"\]\([^()\s]{0,300}\)|[\[*_]")
"""Addresses of links and signs of emphasis."""


def _is_tag_line(body: str) -> bool:
    stripped = body.strip()
    if _TAG_PREFIX.match(body) and len(stripped) <= 300 and not stripped.endswith("."):
        return True
    gaps = "  " in stripped or "\t" in stripped or "\u00a0" in stripped  # hardly any line has one
    items = [item for item in _TAG_GAP.split(stripped) if item] if gaps else []
    if len(items) >= 3 and all(len(item.split()) <= 3 and item[-1] not in ".!?" and "|" not in item for item in items):
        return True
    return stripped.startswith("#") and _HASHTAGS.fullmatch(stripped) is not None
