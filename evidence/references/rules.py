"""The rules for reference strings whose style shows where each field begins.

Styles read: APA, AMA and Vancouver, author-date without brackets, MLA, and a linked title with its journal.
Glued forms that journals' web pages leave behind ("journal11(1), 19") are taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from evidence.language.patterns import lazily
from evidence.references.author_names import parse_names
from evidence.references.printed import LINK, without_emphasis
from evidence.references.publication_details import YEAR, place_of

_APA = lazily(
    r"^(?P<who>[^()]{2,1500}?(?:\((?:Eds?|eds?|Hrsg)\.?\))?)[.,]?\s*\((?P<when>"
    + YEAR
    + r"|n\.\s?d\.|in press|forthcoming)(?:-?[a-z])?(?P<more>,[^()]{0,40})?\)[.,:]?\s*(?P<rest>.*)$"
)
_DATED = lazily(
    r"^(?P<who>[^.;()\d]{2,80}?(?:[^;()\d]{0,1200}?))[.,]\s+(?P<when>" + YEAR + r")[a-z]?[.,]\s+(?P<rest>\D.*)$"
)
_MAY_BE_DATED = lazily(r"[^;()\d]{2,1300}+(?<=\s)" + YEAR)
"""A year is the first figure, and no bracket stands before it: a quick look before the long one."""
_EDITORS = lazily(r",?\s*\(?(?<!\d(?:st|nd|rd|th)\s)\b(?:[Ee]ds?|[Ee]ditors?|Hrsg|Hgg?)\b\.?\)?[.,]?\s*$")
_QUOTED = lazily(r"^(?P<who>[^“”\"`]{0,1200})(?:“|\"|``)(?P<title>[^“”\"`]{4,500}?)[.,]?(?:”|\"|'')")
_LISTED = lazily(
    r"^(?P<title>[^,]{8,300}(?:,[^,]{1,200}?){0,3}?),\s+(?P<rest>[A-Z][^,]{2,120}?,?\s+(?:vol\.?\s*)?\d{1,4}\b.*)$"
)
_EDITION = lazily(r"\s*\((\d{1,2})(?:st|nd|rd|th)\s+ed(?:ition|n)?\.?\)$", re.IGNORECASE)
_DATED_PLACE = lazily(r"\b" + YEAR + r"\b[^;]{0,16};\s*[\d(]")
_TITLE_END = lazily(r"(?<=[?!])\.?\s+|(?<=[?!][”\"’])\.?\s+|\.[”\"’]?\s+(?=[\"“A-Z\d(])|[”\"]\.?,?\s+(?=[A-Z])")
_INITIAL = lazily(r"[A-Z]\.?(?:,|\s[A-Z]\.)")
"""An initial in the middle of a list of authors."""
_INITIALS = 8
"""More initials in a row belong to no name."""
_READ = 60_000
"""Letters read in search of the end of a list of authors: enough for one of a hundred with two initials each."""
_QUOTED_TITLE = lazily(
    r"(?:‘|'(?=\w)|“|\"|«\s?|„)(?P<title>[^“”\"«»]{8,600}?)(?P<break>\s?(?:’|'|”|\"|»|“)[.,;]\s+|[.,?!](?:’|'|”|\"|»|“)\s+)(?=[\w(])"
)
_ABBREVIATED = lazily(r"(?:\b[A-Z]|\b(?:vs|St|Dr|[Nn]o|Vol|spp?|subsp|var|vol|e\.g|i\.e))$")


def parse_by_rules(text: str, raw: str) -> tuple[dict[str, Any], str]:
    """CSL fields of a reference and the style that was recognised: linked, quoted, apa, dated, vancouver, ... or "".

    `text` is the reference as `printed` leaves it, `raw` with its markup.
    """
    csl: dict[str, Any] = {}
    linked = LINK.search(raw)
    if linked and len(linked.group(1).split()) >= 4 and not _DATED_PLACE.search(linked.group(1)):
        _parse_linked(text, without_emphasis(linked.group(1)), csl)
        return csl, "linked"
    for style, read in _STYLES:
        if read(text, csl):
            return csl, style
    _parse_rest(text, csl)
    return csl, ""


def _parse_quoted(text: str, csl: dict[str, Any]) -> bool:
    """MLA and IEEE: the names, then the title in quotation marks."""
    match = _QUOTED.match(text[:2000])
    if not match:
        return False
    who = re.sub(r"\s*\(?\b" + YEAR + r"[a-z]?\)?[.,]?\s*$", "", match["who"]).strip(" ,.")
    if who and not parse_names(who):
        return False
    _parse_linked(text, match["title"].strip(), csl)
    return True


def _parse_apa(text: str, csl: dict[str, Any]) -> bool:
    match = _APA.match(text)
    if not match or not match["rest"].strip() or re.search(r"[“\"]|[.?!]\s+[A-Z][a-z]+\s+[a-z]", match["who"]):
        return False
    _put_people(match["who"], csl)
    if match["when"].isdecimal():
        csl["issued"] = {"date-parts": [[int(match["when"])]]}
    _put_title_and_container(match["rest"], csl)
    return True


def _parse_dated(text: str, csl: dict[str, Any]) -> bool:
    match = _DATED.match(text[:2000]) if _MAY_BE_DATED.match(text) else None
    if not match or re.search(r"[“\"?!:]", match["who"]) or not parse_names(match["who"]):
        return False
    _put_people(match["who"], csl)
    csl["issued"] = {"date-parts": [[int(match["when"])]]}
    _put_title_and_container(match["rest"], csl)
    return True


def _parse_vancouver(text: str, csl: dict[str, Any]) -> bool:
    head, rest = _split_authors(text)
    if not rest:
        return False
    _put_people(head, csl)
    _put_title_and_container(rest, csl)
    return "title" in csl or "volume" in csl


def _parse_commas(text: str, csl: dict[str, Any]) -> bool:
    """Everything between commas: "Aschoff J., Circadian rhythms in man, Science, 148: 1427-32 (1965)."""
    commas = [match.start() for match in re.finditer(",", text[:1500])][:40]
    best = -1
    for place in commas:
        if parse_names(text[:place]):
            best = place
    rest = text[best + 1 :].strip() if best > 0 else ""
    listed = _LISTED.match(rest.rstrip(".")) if rest else None
    if not listed or len(listed["title"].split()) < 3:
        return False
    _put_people(text[:best], csl)
    csl["title"] = listed["title"].strip(' “”"')
    _put_container(listed["rest"], csl)
    return True


def _parse_linked(text: str, title: str, csl: dict[str, Any]) -> None:
    """ "Hall KD. [Title](address). Journal. (2018)": the link says where the title is."""
    csl["title"] = title.strip(' “”"').rstrip(".,")
    before, _, after = text.partition(title)
    before, after = before.rstrip(' “"`'), after.lstrip(" ”\"',.")
    dated = re.search(r"\(?\b(" + YEAR + r")[a-z]?\)?[.,:]?\s*$", before)
    if dated:
        csl["issued"] = {"date-parts": [[int(dated.group(1))]]}
        before = before[: dated.start()]
    if before.strip(' .,“"'):
        _put_people(before.strip(' .,“"'), csl)
    _put_container(after.strip(' .,”"'), csl)


def _parse_rest(text: str, csl: dict[str, Any]) -> None:
    """No author recognised: a title in front of a journal and a date, or nothing but the identifiers."""
    title, _, rest = _split_title(text)
    if rest and len(title.split()) >= 3:
        csl["title"] = title
        _put_container(rest, csl)
    elif not csl and len(text.split()) >= 3:
        csl["title"] = text.rstrip(".")
    elif csl and 3 <= len(text.split()) <= 40:
        csl["title"] = text.rstrip(".,: ")
    if "issued" not in csl and len(years := re.findall(r"\b" + YEAR + r"\b", text)) == 1:
        csl["issued"] = {"date-parts": [[int(years[0])]]}


def _put_people(text: str, csl: dict[str, Any]) -> None:
    without = _EDITORS.sub("", text)
    names = parse_names(without)
    if names:
        csl["editor" if without != text else "author"] = names


def _split_title(text: str) -> tuple[str, str, str]:
    """The text at its first end of a sentence: before (with ? or ! kept), the break, after.

    A title between quotation marks ends with them.
    """
    if quoted := _QUOTED_TITLE.match(text[:700]):
        return quoted["title"].rstrip(",."), quoted["break"], text[quoted.end() :].strip()
    for match in _TITLE_END.finditer(text):
        before = text[: match.start()]
        if _ABBREVIATED.search(before) and match.group().startswith("."):
            continue
        return before.strip(' “"'), match.group(), text[match.end() :].strip()
    return text.strip(' “"').rstrip("."), "", ""


def _split_authors(text: str) -> tuple[str, str]:
    """The longest beginning that is an author list, and what follows; initials make several beginnings possible."""
    best = ("", "")
    failures = 0
    for head, sign, rest in _heads(text[:3000]):
        names = parse_names(head) if sign.startswith(".") else []
        if names:
            best = (head, text[rest:].strip())
            failures = 0
            if "," not in head or head.endswith((" et al", " others")):
                break  # a body, one name or the last: what follows is the title, however much it looks like a name
        elif not re.search(r"\b[A-Z]$", head):
            failures += 1  # an initial is the middle of a name, anything else is past the names
        if failures > 3:
            break
    return best


def _heads(text: str) -> Iterator[tuple[str, str, int]]:
    """What stands before each end of a sentence, the end itself, and where what follows begins.

    In a list that is very long, ends between the initials of a name are passed over, and at last no more are tried:
    each try reads the list from its beginning.
    """
    read = row = 0
    before = -1
    for match in _TITLE_END.finditer(text):
        if read > _READ and _INITIAL.match(text, match.end()):
            continue
        row = row + 1 if match.start() - before < 2 else 0
        before = match.end()
        if read > 2 * _READ or row > _INITIALS:
            break
        read += match.start()
        yield text[: match.start()], match.group(), match.end()


def _put_title_and_container(rest: str, csl: dict[str, Any]) -> None:
    title, _, after = _split_title(rest)
    if not after and (listed := _LISTED.match(title)):
        title, after = listed["title"], listed["rest"]
    if not after and _DATED_PLACE.search(title):
        title, after = "", title  # the title was left out: "Bell A. J Sleep 2012; 50:1551-8"
    title = title.strip(' “”"·').rstrip(".,")
    if edition := _EDITION.search(title):
        csl["edition"] = edition.group(1)
        title = title[: edition.start()].rstrip()
    if title:
        csl["title"] = title
    if after:
        _put_container(after, csl)


def _put_container(text: str, csl: dict[str, Any]) -> None:
    """What follows the title; where no author stood in front of it, it may begin with the authors."""
    text = text.strip(" ·|")[:500]
    head, rest = _split_authors(text) if not {"author", "editor"} & csl.keys() else ("", "")
    if rest and "," in head:
        _put_people(head, csl)
        text = rest
    for name, value in place_of(text).items():
        csl.setdefault(name, value)


_STYLES: tuple[tuple[str, Callable[[str, dict[str, Any]], bool]], ...] = (
    ("quoted", _parse_quoted),
    ("apa", _parse_apa),
    ("dated", _parse_dated),
    ("vancouver", _parse_vancouver),
    ("commas", _parse_commas),
)
