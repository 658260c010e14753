"""A CSL-JSON work as the styles read it: escaped text, dates, pages, volumes with their supplements."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from functools import cached_property
from typing import Any

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
ARTICLES = frozenset({"article-journal", "article-magazine", "article-newspaper", "review", "review-book"})
NEWS = frozenset({"article-newspaper", "article-magazine"})
"""What is known by its day where it has no volume."""
PARTS = frozenset({"chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary"})
SITES = frozenset({"webpage", "post", "post-weblog", "website"})
_TAG = re.compile(r"&lt;(/?)(i|sub|sup|em)&gt;", re.IGNORECASE)
_OTHER_TAG = re.compile(r"&lt;/?(?:b|strong|scp|span)(?:\s[^&]{0,80})?&gt;", re.IGNORECASE)
_SUPPLEMENT = re.compile(r"^(.*?)\s*\bSuppl(?:ement)?\.?\s*(.*)$", re.IGNORECASE)
_PART = re.compile(r"^(.*?)\s*\b(?:Pt|Part)\.?\s+(\S+)$", re.IGNORECASE)
_LOCATOR = re.compile(r"(?:e|CD)\d[\w.]*|[b-r]\d{3,}", re.IGNORECASE)
"""Electronic locators, numbers of Cochrane reviews, and those of the BMJ, whose letter goes with the year."""
_AHEAD = re.compile(r"advance|ahead|in press|forthcoming|online", re.IGNORECASE)


class Work:
    """Reads a record leniently: a part of another form than CSL's counts as absent."""

    def __init__(self, csl: Mapping[str, Any]) -> None:
        self.csl = csl
        self.type = str(csl.get("type") or "document")

    def text(self, name: str) -> str:
        """A field in one line, escaped, with typographic apostrophes."""
        value = self.csl.get(name)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            return ""
        return escaped(str(value))

    @cached_property
    def title(self) -> str:
        written = re.sub(r'(?<![^\s(\[])"([^"]*)"(?!\w)', r"“\1”", self.text("title"))
        return marked_up(written).rstrip(" .") or "[No title]"

    @cached_property
    def container(self) -> str:
        return marked_up(self.text("container-title")).rstrip(" .")

    @cached_property
    def journal_short(self) -> str:
        """The abbreviated name of the journal, the full one where no abbreviation is recorded."""
        return self.text("container-title-short").replace(".", "") or self.container

    def people(self, role: str) -> list[Mapping[str, Any]]:
        found = self.csl.get(role)
        people = [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
        return [one for one in people if any(one.get(name) for name in ("family", "literal", "given"))]

    def date(self, name: str = "issued") -> tuple[int, ...]:
        """Year, month and day as far as known; () without a year."""
        value = self.csl.get(name)
        rows = value.get("date-parts") if isinstance(value, Mapping) else None
        first = rows[0] if isinstance(rows, list) and rows and isinstance(rows[0], list) else []
        if not first and name == "issued" and str(self.csl.get("year") or "").isdecimal():
            first = [self.csl["year"]]
        parts: list[int] = []
        for part, most in zip(first, (9999, 12, 31), strict=False):
            if not str(part).isdecimal() or len(str(part)) > 4 or not 1 <= int(part) <= most:
                break
            parts.append(int(part))
        return tuple(parts)

    @property
    def year(self) -> str:
        return str(self.date()[0]) if self.date() else ""

    def day_of(self, name: str = "issued", *, year: bool = True) -> str:
        """ "August 1, 2023", "August 2023", "2023"; without the year "August 1"."""
        date = self.date(name)
        words = " ".join([MONTHS[date[1] - 1], *(str(day) for day in date[2:])]) if len(date) > 1 else ""
        if not year or not date:
            return words
        return f"{words}, {date[0]}" if len(date) > 2 else f"{words} {date[0]}".strip()

    def short_day_of(self, name: str = "issued") -> str:
        """ "2023 Aug 1"."""
        date = self.date(name)
        months = [MONTHS[month - 1][:3] for month in date[1:2]]
        return " ".join([str(year) for year in date[:1]] + months + [str(day) for day in date[2:]])

    @cached_property
    def volume(self) -> tuple[str, str, str, str]:
        """Volume, issue, supplement ("14", "+" for one without a number, "") and part, however they were written."""
        volume, issue = self.text("volume"), self.text("issue")
        supplement = part = ""
        for name, value in (("volume", volume), ("issue", issue)):
            if match := _SUPPLEMENT.match(value):
                value, supplement = match[1], match[2] or "+"
            elif match := _PART.match(value):
                value, part = match[1], match[2]
            volume, issue = (value, issue) if name == "volume" else (volume, value)
        return volume, issue, supplement, part

    @cached_property
    def pages(self) -> tuple[str, str]:
        """First and last page of the work itself, without what is said of a discussion behind it; ("", "") if none."""
        written = self.text("page").split(";")[0].split(",")[0].strip()
        first, _, last = re.sub(r"\s*[-\u2010-\u2015]+\s*", "-", written).partition("-")
        return (first, last) if "-" not in last else (written, "")

    @cached_property
    def locator(self) -> str:
        """The number that stands for pages in journals that have none: "e21313"."""
        first, last = self.pages
        if not first:
            return self.text("number") if self.type in ARTICLES else ""
        return first if not last and _LOCATOR.fullmatch(first) else ""

    @property
    def doi(self) -> str:
        doi = self.text("DOI")
        return doi if re.fullmatch(r"10\.\d{4,9}/\S+", doi) else ""

    @property
    def url(self) -> str:
        url = self.text("URL")
        return url if re.fullmatch(r"https?://[^\s\"'<>]+", url, re.IGNORECASE) else ""

    @property
    def address(self) -> str:
        return f"https://doi.org/{self.doi}" if self.doi else self.url

    @property
    def is_preprint(self) -> bool:
        return self.type == "article" or self.text("genre").lower() == "preprint"

    @property
    def is_ahead(self) -> bool:
        """Whether the record says that it is out before its issue. A missing volume alone does not say so."""
        return bool(_AHEAD.search(self.text("status"))) and not self.volume[0]

    @property
    def is_masters(self) -> bool:
        return "master" in self.text("genre").lower()

    @property
    def book_volume(self) -> str:
        """ "Vol. 2." of a book that has several."""
        said = self.text("volume") if self.type == "book" else ""
        return f"Vol. {said}." if said else ""

    @property
    def version(self) -> str:
        """ "Version 2.0." of a data set or a program."""
        said = re.sub(r"^v(?:ersion|\.)?\s*", "", self.text("version"), flags=re.IGNORECASE)
        return f"Version {said}." if said and self.type in ("dataset", "software") else ""

    @property
    def edition(self) -> str:
        """ "3rd ed.", "Rev. ed."; nothing for a first edition."""
        said = re.sub(r"\s*\b(?:edition|ed)\b\.?\s*$", "", self.text("edition"), flags=re.IGNORECASE)
        if not said or said in ("1", "1st"):
            return ""
        return f"{ordinal(int(said)) if said.isdecimal() and len(said) < 4 else said} ed."

    @cached_property
    def sort_key(self) -> tuple[str, str, str]:
        people = self.people("author") or self.people("editor")
        names = [" ".join(str(one.get(part) or "") for part in ("family", "literal", "given")) for one in people]
        return folded(" ".join(names) or str(self.csl.get("title") or "")), self.year, folded(self.title)


def escaped(text: str) -> str:
    line = " ".join("".join(sign for sign in text if unicodedata.category(sign)[0] != "C" or sign in "\t\n").split())
    return html.escape(re.sub(r"(?<=\w)'(?=\w)", "’", html.unescape(line)), quote=False)


def marked_up(text: str) -> str:
    """Escaped text with its <i>, <sub> and <sup> back where they are balanced; bold and the like are taken off."""
    text = _OTHER_TAG.sub("", text)
    opened: list[str] = []
    for closing, name in _TAG.findall(text):
        if not closing:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return text
    return text if opened else _TAG.sub(lambda match: f"<{match[1]}{match[2].lower().replace('em', 'i')}>", text)


def italic(text: str) -> str:
    """Set in italics; what is italic within stands upright, as in print."""
    turned = re.sub(r"<(/?)i>", lambda match: "<i>" if match[1] else "</i>", text)
    return f"<i>{turned}</i>".replace("<i></i>", "") if text else ""


def sentence(text: str) -> str:
    """With a full stop at its end, where no sign stands there that ends a sentence."""
    if not text:
        return ""
    bare = re.sub(r"(?:</?\w+>|[”’)\]])+$", "", text)
    ends = bare.endswith(("?", "!")) or text.endswith(".") or re.search(r"\.(?:</?\w+>|”)+$", text)
    return text if ends else f"{text}."


def ranged(number: str) -> str:
    """ "3-4" with the dash of a range."""
    return re.sub(r"(?<=\d)-(?=\d)", "–", number)


def joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", re.sub(r"<[^>]+>", "", text))
    return re.sub(r"[^\w\s]", "", "".join(one for one in decomposed if not unicodedata.combining(one))).casefold()
