"""Journal articles of MEDLINE set in eight styles, with what each field should be read as.

The rows of names and places follow the guides of the styles as they are used in lists on the web: APA 7, AMA 11, NLM,
Chicago author-date, Harvard (Cite Them Right), MLA 9, IEEE and Nature.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from citations import formats


@dataclass(frozen=True, slots=True)
class Article:
    """The fields of a record as its styles need them; `people` are family name and initials without stops."""

    pmid: str
    people: tuple[tuple[str, str], ...]
    title: str
    journal: str
    short: str
    year: str
    month: str
    volume: str
    issue: str
    page: str
    doi: str

    @property
    def full_page(self) -> str:
        """ "537–543"."""
        first, _, last = self.page.partition("-")
        if first.isdigit() and last.isdigit() and len(last) < len(first):
            last = first[: len(first) - len(last)] + last
        return f"{first}–{last}" if last else first

    @property
    def short_page(self) -> str:
        """ "537-43", as NLM writes it."""
        first, _, last = self.full_page.partition("–")
        if len(first) != len(last):
            return f"{first}-{last}" if last else first
        same = next((place for place, (a, b) in enumerate(zip(first, last, strict=True)) if a != b), len(first))
        return f"{first}-{last[same:]}" if last[same:] else first


def records(path: Path) -> Iterator[Article]:
    """The articles of a .nbib file that have people, a journal, a year, a volume and pages."""
    with path.open("rb") as stream:
        for record in formats.read(path.name, stream):
            if isinstance(record, formats.Record) and (article := _article(record.csl)) is not None:
                yield article


def _article(csl: Mapping[str, Any]) -> Article | None:
    people = tuple(
        (str(one["family"]), "".join(part[0] for part in re.split(r"[\s.-]+", str(one["given"])) if part))
        for one in csl.get("author", ())
        if one.get("family") and one.get("given")
    )
    date = (csl.get("issued") or {}).get("date-parts", [[]])[0]
    page = str(csl.get("page") or "")
    whole = (people, date, page, csl.get("volume"), csl.get("title"), csl.get("container-title"))
    if not all(whole) or len(people) != len(csl["author"]) or not re.fullmatch(r"[\w.]+(?:-\w+)?", page):
        return None
    if not re.fullmatch(r"\w{1,6}", str(csl["volume"])) or not re.fullmatch(r"\w{0,6}", str(csl.get("issue") or "")):
        return None
    return Article(
        pmid=str(csl["PMID"]),
        people=people,
        title=str(csl["title"]).rstrip(". "),
        journal=re.sub(r"\s[=:]\s.*|\s\([^()]*\)$|^The\s", "", str(csl["container-title"])),
        short=str(csl.get("container-title-short") or csl["container-title"]).replace(".", ""),
        year=str(date[0]),
        month=_MONTHS[int(date[1]) - 1] if len(date) > 1 else "",
        volume=str(csl["volume"]),
        issue=str(csl.get("issue") or ""),
        page=page,
        doi=str(csl.get("DOI") or ""),
    )


def wanted(article: Article, text: str) -> dict[str, str]:
    """The fields that the text of a reference tells, as printed there; author is the first family name."""
    behind = text.split(article.title, 1)[1]
    printed_pages = (article.short_page, article.full_page, article.full_page.replace("–", "-"))
    return {
        "author": article.people[0][0],
        "year": article.year,
        "title": article.title,
        "container": article.journal if article.journal in behind else article.short,
        "volume": article.volume,
        "issue": article.issue if re.search(rf"\({article.issue}\)|no\. {article.issue},", behind) else "",
        "page": next(page for page in printed_pages if re.search(rf"(?<!\w){page}(?!\w)", behind)),
    }


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _ended(title: str) -> str:
    return title if title.endswith(("?", "!")) else f"{title}."


def _stops(initials: str, between: str = " ") -> str:
    return between.join(f"{letter}." for letter in initials)


def _packed(article: Article, most: int, shown: int) -> str:
    names = [f"{family} {initials}" for family, initials in article.people]
    return ", ".join(names) if len(names) <= most else f"{', '.join(names[:shown])}, et al"


def _inverted(article: Article, most: int, last: str, between: str = " ") -> str:
    names = [f"{family}, {_stops(initials, between)}" for family, initials in article.people]
    if len(names) > most:
        return f"{names[0]} et al."
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{last}{names[-1]}"


def _straight(article: Article, *, invert_first: bool) -> list[str]:
    names = [f"{_stops(initials)} {family}" for family, initials in article.people]
    family, initials = article.people[0]
    return [f"{family}, {_stops(initials)}", *names[1:]] if invert_first else names


def _issue(article: Article, before: str = "(", after: str = ")") -> str:
    return f"{before}{article.issue}{after}" if article.issue else ""


def _number(article: Article) -> str:
    """ "vol. 13, no. 4, " """
    return f"vol. {article.volume}, {_issue(article, 'no. ', ', ')}"


def _address(article: Article) -> str:
    return f" https://doi.org/{article.doi}" if article.doi else ""


def _apa(article: Article) -> str:
    head = f"{_inverted(article, 20, ', & ')} ({article.year}). {_ended(article.title)}"
    return f"{head} {article.journal}, {article.volume}{_issue(article)}, {article.full_page}.{_address(article)}"


def _ama(article: Article) -> str:
    head = f"{_packed(article, 6, 3)}. {_ended(article.title)} {article.short}."
    doi = f" doi:{article.doi}" if article.doi else ""
    return f"{head} {article.year};{article.volume}{_issue(article)}:{article.full_page.replace('–', '-')}.{doi}"


def _nlm(article: Article) -> str:
    head = f"{_packed(article, 6, 6)}. {_ended(article.title)} {article.short}. {article.year} {article.month}".strip()
    return f"{head};{article.volume}{_issue(article)}:{article.short_page}. PMID: {article.pmid}."


def _chicago(article: Article) -> str:
    names = _straight(article, invert_first=True)
    people = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, and {names[-1]}"
    if len(names) > 10:
        people = f"{', '.join(names[:7])}, et al."
    stop = "" if people.endswith(".") else "."
    place = f"{article.journal} {article.volume}{_issue(article, ' (')}: {article.full_page}."
    return f"{people}{stop} {article.year}. “{_ended(article.title)}” {place}{_address(article)}"


def _harvard(article: Article) -> str:
    head = f"{_inverted(article, 3, ' and ', '')} ({article.year}) ‘{article.title}’"
    return f"{head}, {article.journal}, {article.volume}{_issue(article)}, pp. {article.full_page}."


def _mla(article: Article) -> str:
    (family, initials), others = article.people[0], len(article.people) - 1
    people = f"{family}, {_stops(initials)}"
    if others == 1:
        people += f", and {_straight(article, invert_first=False)[1]}."
    elif others:
        people += ", et al."
    month = f"{article.month}. " if article.month else ""
    place = f"{article.journal}, {_number(article)}{month}{article.year}, pp. {article.full_page}."
    return f"{people} “{_ended(article.title)}” {place}"


def _ieee(article: Article) -> str:
    names = _straight(article, invert_first=False)
    people = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}{',' if len(names) > 2 else ''} and {names[-1]}"
    if len(names) > 6:
        people = f"{names[0]} et al."
    comma = "" if article.title.endswith(("?", "!")) else ","
    month = f"{article.month}. " if article.month else ""
    place = f"{article.short}, {_number(article)}pp. {article.full_page}, {month}{article.year}."
    return f"{people}, “{article.title}{comma}” {place}"


def _nature(article: Article) -> str:
    head = f"{_inverted(article, 5, ' & ')} {_ended(article.title)}"
    return f"{head} {article.short} {article.volume}, {article.full_page} ({article.year})."


STYLES: Mapping[str, Callable[[Article], str]] = {
    "APA": _apa,
    "AMA": _ama,
    "NLM": _nlm,
    "Chicago": _chicago,
    "Harvard": _harvard,
    "MLA": _mla,
    "IEEE": _ieee,
    "Nature": _nature,
}
