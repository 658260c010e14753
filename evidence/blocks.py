"""What kind of thing each line of a text is, and which lines make up a paragraph of prose."""

from __future__ import annotations

import re
from dataclasses import dataclass

_EOL = re.compile(r"\r\n|\n|\r|\u2028|\u2029")
_QUOTE = re.compile(r"(?:[ \t]{0,3}>)+[ \t]?")
_BULLET = re.compile(r"[ \t]*(?:[-*+•‣◦▪·]|\(?\d{1,3}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?(?=\S)")
_ATX = re.compile(r"[ \t]{0,3}#{1,6}(?:[ \t]+|$)")
_SETEXT = re.compile(r"[ \t]{0,3}(?:=+|-{2,})[ \t]*$")
_RULE = re.compile(r"[ \t]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,}|(?:~[ \t]*){3,})$")
_FENCE = re.compile(r"[ \t]{0,3}(```+|~~~+)")
_NOTE = re.compile(r"[ \t]{0,3}\[\^(?P<name>[^\]\s]{1,60})\]:[ \t]?")
_TABLE_RULE = re.compile(r"[ \t]{0,3}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$")
_IMAGE = re.compile(r"[ \t]*(?:!\[[^\]]{0,500}\](?:\([^)]{0,2000}\)|\[[^\]]{0,100}\])|<img\b[^<>]{0,3000}>)[ \t]*$")
_CAPTION = re.compile(
    r"[ \t]*(?:(?:image|photo|picture|photograph|credit|caption|source image)s?(?: credit)?:|(?:figure|fig\.|table) \d{1,3}[.:] )",
    re.IGNORECASE,
)
_HTML_ONLY = re.compile(r"[ \t]*(?:</?[A-Za-z][^<>]{0,2000}>[ \t]*)+$|[ \t]*<!--.{0,2000}-->[ \t]*$")
_LINK_DEFINITION = re.compile(r"[ \t]{0,3}\[[^\]^][^\]]{0,100}\]:[ \t]+<?(?:https?://|/|#|mailto:)\S{0,2000}")
_THUMBNAIL = re.compile(r"[ \t]*(?:[\w.'’-]+[ \t]+){0,5}Thumbnail[ \t]*$", re.IGNORECASE)
_NAV = re.compile(
    r"[ \t]*(?:[←→«»<>‹›|↑][ \t]*)?(?:back to (?:the )?(?:blog|top|news|articles|home\w*|all posts|\w+)|read more(?: .{0,40})?|"
    r"continue reading|learn more|share(?: (?:this|on|via|to|it)\b.{0,40})?|tweet|pin(?: it)?|email|print(?: this(?: page)?)?|subscribe(?: (?:now|to .{0,40}))?|sign up(?: .{0,40})?|"
    r"log ?in|sign in|skip to (?:main )?content|home|menu|search|shop(?: now| all)?|buy now|add to cart|previous(?: (?:post|article|page))?|"
    r"next(?: (?:post|article|page))?|older posts?|newer posts?|related (?:posts?|articles?|reading|products?)|you may also like|leave a (?:comment|reply)|\d{1,4} comments?|"
    r"comments?|post comment|load more|show more|see all|view all|jump to recipe|cookie settings|privacy policy|terms of (?:use|service)|facebook|twitter|pinterest|linkedin|instagram|whatsapp|"
    r"copy link|advertisement|sponsored|follow us(?: .{0,40})?|filed under:?.{0,80}|posted in:? .{0,80})[ \t]*(?:[←→«»<>‹›|↓…]|\.\.\.)?[ \t]*$",
    re.IGNORECASE,
)
_TITLES = r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame)\.?[ \t]+"
_NAME = r"(?:[A-ZÀ-ÖØ-Þ][\w'’-]+\.?|[A-Z]\.)"
_BYLINE = re.compile(
    r"[ \t]*[*_]{0,3}(?P<role>(?:(?:written|medically reviewed|reviewed|clinically reviewed|fact[- ]checked|posted|published|edited|updated|words)[ \t]+)?by|author|reviewer)"
    r"[*_]{0,3}[ \t]*:?[*_]{0,3}[ \t]+(?P<who>(?:"
    + _TITLES
    + r")?"
    + _NAME
    + r"(?:[ \t]+(?:"
    + _NAME
    + r"|de|van|von|der|la|bin|al)){1,4}"
    r"(?:,?[ \t]+(?:[A-Z][A-Za-z.]*[A-Z][A-Za-z.-]*|[A-Z]{2,8}|PhD|MD|Ph\.D\.?|M\.D\.?|Jr\.?|Sr\.?))*"
    r"(?:,?[ \t]+(?:and|&)[ \t]+(?:"
    + _TITLES
    + r")?"
    + _NAME
    + r"(?:[ \t]+"
    + _NAME
    + r"){1,3}(?:,?[ \t]+[A-Z][A-Za-z.]*[A-Z.][A-Za-z.]*)*)?)"
    r"[*_]{0,3}(?P<rest>[ \t]*(?:[|·•–—,-]|on\b|updated|published|reviewed)[^.!?]{0,80}\.?)?[ \t]*$",
    re.IGNORECASE if False else 0,
)
_ROLE = re.compile(
    r"[ \t*_]*(?:By|BY|by|Author|Reviewer|Written|WRITTEN|Medically|Reviewed|Clinically|Fact|Posted|Published|Edited|Updated|Words)\b"
)
_NOTICE = re.compile(
    r"\b(?:articles?|page|posts?|content|information|website|site|blog|guide|material|newsletter|handout|book|video|nothing)\b"
    r"[^.]{0,120}\b(?:not|n['’]t|never|no|nothing)\b[^.]{0,80}"
    r"\b(?:medical advice|substitutes? for|replace(?:ment for)? (?:medical|professional|the advice|advice|care))"
    r"|\bnothing\b[^.]{0,80}\bmedical advice|\b(?:informational|educational|information) purposes only"
    r"|\bproducts? (?:is|are) not (?:intended )?to (?:diagnose|treat|cure)"
    r"|\bnot been evaluated by the (?:U\.?S\.? )?(?:FDA|Food and Drug)|^\W{0,3}(?:medical )?disclaimer\b",
    re.IGNORECASE,
)
_TAG_GAP = re.compile(r"[ \t\u00a0]{2,}|\t")
_TAG_PREFIX = re.compile(
    r"[ \t]*(?:tags?|keywords?|topics?|categor(?:y|ies)|filed under|labels?)[ \t]*:", re.IGNORECASE
)
_STOPPED = re.compile(
    r"[.!?…:;,][\"'”’»)\]*_]*(?:\s*(?:\[\^?[^\[\]]{1,60}\]|<sup>.{1,60}</sup>|[⁰¹²³⁴-⁹]+|\(\d{1,3}[\d, –-]{0,40}\)))*\s*$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its span without the line break, and where its content begins after quote marks."""

    start: int
    end: int
    content: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text[self.content - self.start :].strip()

    @property
    def body(self) -> str:
        """The line after its quote marks."""
        return self.text[self.content - self.start :]


def lines_of(text: str, offset: int) -> list[Line]:
    """The lines of `text` from `offset` on. LF, CRLF, lone CR and the Unicode separators all end a line."""
    lines = []
    start = offset
    while start <= len(text):
        found = _EOL.search(text, start)
        end = found.start() if found else len(text)
        line = text[start:end]
        skip = 1 if line.startswith("\ufeff") else 0
        quote = _QUOTE.match(line, skip)
        lines.append(Line(start, end, start + (quote.end() if quote else skip), line))
        if not found:
            break
        start = found.end()
    return lines


def bullet_length(body: str) -> int:
    """How many characters of a list item are its bullet or number; 0 where the line is no item."""
    match = _BULLET.match(body)
    return match.end() if match else 0


def note_length(body: str) -> int:
    """How many characters open a footnote definition; 0 where the line is none."""
    match = _NOTE.match(body)
    return match.end() if match else 0


def fence_of(body: str) -> str:
    match = _FENCE.match(body)
    return match.group(1) if match else ""


def is_rule(body: str) -> bool:
    return bool(_RULE.match(body))


def is_setext(body: str) -> bool:
    return bool(_SETEXT.match(body))


def is_table_rule(body: str) -> bool:
    return bool(_TABLE_RULE.match(body))


def heading_length(body: str) -> int:
    """How many characters of a Markdown heading are its marks; 0 where the line is none."""
    match = _ATX.match(body)
    return match.end() if match else 0


def byline_of(body: str) -> tuple[str, bool]:
    """The person named by a byline and whether that is the author; ("", False) where the line is none."""
    if len(body) > 250 or not _ROLE.match(body):
        return "", False
    match = _BYLINE.match(body if body.lstrip(" \t*_")[:1].islower() else _lower_role(body))
    if not match:
        return "", False
    return match["who"].strip(" ,"), "review" not in match["role"] and "check" not in match["role"]


def _lower_role(body: str) -> str:
    """The role words in lower case ("Medically Reviewed By"), names untouched."""
    return re.sub(
        r"^([ \t*_]*)((?:(?:Written|Medically Reviewed|Reviewed|Clinically Reviewed|Fact[- ]Checked|Posted|Published|Edited|Updated|Words)[ \t]+)?By|Author|Reviewer)\b",
        lambda match: match[1] + match[2].lower(),
        body,
        flags=re.IGNORECASE,
    )


def furniture(body: str) -> str:
    """The kind of a line that belongs to the page rather than to the text, or "" for everything else."""
    if len(body) > 4000:
        return ""
    if _is_tag_line(body):
        return "tag-line"
    stripped = body.strip()
    if _IMAGE.match(body) or _CAPTION.match(body):
        return "caption"
    if _HTML_ONLY.match(body) or _LINK_DEFINITION.match(body):
        return "code"
    if len(stripped) <= 120:
        if _THUMBNAIL.match(body):
            return "thumbnail"
        if byline_of(body)[0]:
            return "byline"
        if not (len(stripped.split()) > 3 and stripped[-1] in ".!?") and _NAV.match(
            re.sub(r"\]\([^()\s]{0,300}\)|[\[*_]", "", body)
        ):
            return "nav"
    return ""


def is_notice(text: str) -> bool:
    """Whether a paragraph is advice notice or disclaimer rather than a statement about health."""
    found = _NOTICE.search(text) if len(text) <= 900 else None
    return bool(found) and (found.start() < 120 or len(text) < 400)


def _is_tag_line(body: str) -> bool:
    stripped = body.strip()
    if _TAG_PREFIX.match(body) and len(stripped) <= 300 and not stripped.endswith("."):
        return True
    items = [item for item in _TAG_GAP.split(stripped) if item]
    if len(items) >= 3 and all(len(item.split()) <= 3 and item[-1] not in ".!?" and "|" not in item for item in items):
        return True
    return len(items) >= 1 and bool(re.fullmatch(r"(?:#[\w-]+[ \t,]*){1,40}", stripped)) and not _ATX.match(body)


def looks_like_heading(body: str) -> bool:
    """A short line without an end: at most 12 words, no closing punctuation, beginning like a title."""
    stripped = body.strip().strip("*_").strip()
    if not stripped or len(stripped) > 110 or len(stripped.split()) > 12:
        return False
    return not _STOPPED.search(stripped) and not stripped[0].islower()


def ends_sentence(body: str) -> bool:
    return bool(_STOPPED.search(body[-200:]))
