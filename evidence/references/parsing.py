"""One reference string into CSL-JSON. A field that is not recognised is absent.

Where the style of the string shows where each field begins, rules read it; everywhere else labels learned from
labelled references do (see `labels`), and rules fill in what those leave out.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import Any

from evidence import deadline
from evidence.language.patterns import lazily
from evidence.language.remembered import remembered
from evidence.references.author_names import is_body
from evidence.references.fields import fields_of
from evidence.references.identifiers import identify
from evidence.references.kinds_of_works import kind_of, without_thesis
from evidence.references.printed import Printed, printed
from evidence.references.publication_details import YEAR
from evidence.references.rules import parse_by_rules

_LONGEST = 4000
"""Characters of one item that are looked at: what is longer is no reference, and the patterns stay quick [house]."""

_IDENTIFIERS = ("DOI", "PMID", "PMCID", "ISBN", "URL")
_WHOLE = ("title", "container-title", "issued", "volume", "page")
_NOTICE = lazily(r"\W*(?:retract|withdraw|notice|statement|editor|expression|correct)", re.IGNORECASE)
"""The title of a notice, which looks like an author before the title of the work."""
_PLAIN_NAME = lazily(r"[^\d,:()]{3,60}")
_DATED_VOLUME = lazily(YEAR + r"[^;]{0,16};\s*[\d(]")
_COMMAS = lazily(YEAR + r",\s\d{1,4}(?:\s?\(\d{1,4}\))?,\s[A-Za-z]{0,3}\d{1,8}(?:[-–][A-Za-z]{0,3}\d{1,8})?\.?$")
_DAY = lazily(YEAR + r"\s[A-Z][a-z]{2,8}\.?\s(?P<day>\d{1,2})\.?$")
_TWO_PARTS = lazily(
    r"[.?!]\s|[\d&]$|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?$|\bSpecial Issue\b"
    r"|\b(?:[Vv]ol|[Nn]o?|Bd|pp?)\.?$"
)
"""A journal that may hold the end of the title, or a date."""
_BOOK = {"title", "editor", "container-title"}
_CHAPTER = _BOOK | {"author"}
_NO_VOLUME = lazily(YEAR + r"\s*;\s*\(\d{1,4}\)\s*:")


_SET_TITLE = lazily(
    rf"\s*(?:[*_]{{1,2}}(?P<title>(?:[A-Z\d“\"][^\s*_]*)(?:\s[^\s*_]+){{4,40}}?)[*_]{{1,2}}[.,]?\s+(?=[A-Z])(?!(?:[Bb]y|[Ii]n)\b)(?=[^*_\n]{{3,160}}{YEAR}))"
)
"""A title in italics that begins the item, with its journal or publisher and the year behind it: no author is named."""

DOUBTFUL = 0.9
"""A learned field whose least certain word is less sure than this is offered for checking, not asserted.

On two fifths of the training set kept out of an earlier training, 0.95 of the fields above it were right and half of
those below.
"""


def parse(raw: str, *, learned: bool = True) -> dict[str, Any]:
    """CSL-JSON of one reference string: type, author or editor, issued, title, ... where recognised.

    Without `learned` rules alone are used: some fifty times as quick, for very long lists.
    """
    return parse_with_doubts(raw, learned=learned)[0]


def parse_with_doubts(raw: str, *, learned: bool = True) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The fields of `parse`, and the names of those that an editor should check, in the order of their names."""
    deadline.check()
    csl, doubtful = _read(raw, learned)
    return deepcopy(csl), doubtful  # whoever asks may change it, and blogs cite the same works again and again


@remembered(512, longest=_LONGEST)
def _read(raw: str, learned: bool) -> tuple[dict[str, Any], tuple[str, ...]]:
    set_off = _SET_TITLE.match(raw)
    line = printed((f"———. {raw}" if set_off else raw)[:_LONGEST])
    line = line._replace(text=_GIVEN_ED.sub(_STAND_IN, line.text))
    text, university = without_thesis(line.text)
    is_thesis, line = text != line.text, line._replace(text=text)
    known = identify(line.raw + raw[_LONGEST:])
    identifiers = {name: value for name, value in known.items() if name in _IDENTIFIERS}
    ruled, style = parse_by_rules(line.text, line.raw)
    csl = ruled
    chances: dict[str, float] = {}
    preprint = line.server and style == "apa" and ruled.keys() == {"author", "issued", "title"}
    notice = line.status and "title" in ruled and _NOTICE.match(ruled["title"])
    settled = _is_sure(ruled, style, line.text) or preprint or notice
    if learned and not settled and _has_substance(line.text):
        labelled, chances = fields_of(line.text)
        # What rules and labels read alike is sure, however uncertain the labels are by themselves.
        chances = {name: chance for name, chance in chances.items() if labelled[name] != ruled.get(name)}
        csl = _merged(ruled, style, line.text, labelled)
        chances = {name: chance for name, chance in chances.items() if csl.get(name) == labelled[name]}
    csl = {**identifiers, **csl, **_beside(line, csl, known.get("arXiv", ""))}
    if line.same:
        csl.pop("author", None)
    if set_off:
        csl["title"] = set_off["title"].rstrip(" .,")
    if "title" in csl:
        csl["title"] = _closed(csl["title"])
    if "author" in csl and csl.get("editor") == csl["author"]:
        del csl["editor"]
    for person in (*csl.get("author", ()), *csl.get("editor", ())):
        person.update({part: _STOOD_IN.sub("Ed", name) for part, name in person.items() if isinstance(name, str)})
    if university:
        csl["publisher"] = university  # where it stands in the brackets, a database is named behind them
    csl["type"] = "thesis" if is_thesis else kind_of(csl, line.text)
    return csl, tuple(sorted(name for name, chance in chances.items() if chance < DOUBTFUL and name in csl))


_STAND_IN = "Eddor"
_GIVEN_ED = lazily(r"(?:(?<=[,;&] )|(?<=\band )|^)Ed(?= [A-Z][\w'’-]+\s*(?:[,.;&]|and\b|et al))")
"""Ed as somebody's first name ("Penninx, Ed Watkins, ..."), which reads like the sign of an editor. Another first name
stands in for it until the names are apart."""
_STOOD_IN = lazily(rf"\b{_STAND_IN}\b")


def _closed(title: str) -> str:
    """The title with the quotation mark at its end that was cut with what stands around it."""
    if title.count("“") > title.count("”"):
        return f"{title}”"
    return f'{title}"' if re.search(r'(?:^|\s)"\w[^"]*$', title) else title


def _beside(line: Printed, csl: dict[str, Any], arxiv: str) -> dict[str, Any]:
    """The fields of what was taken out of the line before it was read."""
    found: dict[str, Any] = {"status": line.status} if line.status else {}
    if line.year and "issued" not in csl:
        found["issued"] = {"date-parts": [[line.year]]}
    if (line.server or arxiv) and not {"volume", "container-title", "publisher"} & csl.keys():
        found["genre"] = "preprint"
        if arxiv or line.server.lower() == "arxiv":
            found |= {"publisher": "arXiv"} | ({"number": f"arXiv:{arxiv}"} if arxiv else {})
        else:
            found["container-title"] = line.server
    return found


def _is_sure(csl: dict[str, Any], style: str, text: str) -> bool:
    """Whether the rules found every field of a journal article in a style that leaves no doubt."""
    wanted = [name for name in _WHOLE if name != "volume" or not _NO_VOLUME.search(text)]
    if not all(name in csl for name in wanted) or not {"author", "editor"} & csl.keys():
        return False
    if csl["container-title"].startswith("In ") or _TWO_PARTS.search(csl["container-title"]):
        return False
    return style in ("linked", "quoted", "apa", "dated") or (style == "vancouver" and bool(_DATED_VOLUME.search(text)))


def _has_substance(text: str) -> bool:
    """Whether a string is like a reference in length, and has a year or another number."""
    return len(text) <= 1500 and len(text.split()) >= 5 and bool(re.search(r"\d", text))


def _merged(ruled: dict[str, Any], style: str, text: str, labelled: dict[str, Any]) -> dict[str, Any]:
    """Fields by labels first; those of rules where the labels left one out, or where the style shows better."""
    place = ruled.get("container-title") or ruled.get("publisher") or ""
    if style and "title" in ruled and place and place in labelled.get("title", ""):
        return {**labelled, **ruled}  # the labels took the journal for a part of the title
    chapter = style and ruled.keys() >= _CHAPTER and not labelled.keys() >= _BOOK
    if chapter and not {"publisher", "editor"} <= labelled.keys():
        return {**labelled, **ruled}  # a chapter with its book
    csl = {**labelled}
    if style == "vancouver" and _names_body(ruled) and labelled.get("title", "").endswith(ruled.get("title", "?")):
        csl |= {"title": ruled["title"], "author": ruled["author"]}  # the labels took the body for a part of the title
    if style in ("linked", "quoted") and "title" in ruled and not _goes_on(labelled, ruled["title"]):
        csl["title"] = ruled["title"]
    if "editor" in ruled and "author" not in ruled and not {"author", "editor"} <= labelled.keys():
        csl.pop("author", None)
        csl["editor"] = ruled["editor"]
    elif "author" in ruled and (style == "apa" or ("author" not in csl and not _begins_otherwise(labelled, text))):
        csl["author"] = ruled["author"]
    filled = ["issued", "edition"]
    unplaced = not {"container-title", "publisher"} & labelled.keys()
    if style == "apa" and unplaced and ruled.get("title") == labelled.get("title") and _PLAIN_NAME.fullmatch(place):
        filled += ["container-title", "publisher"]
    if _DATED_VOLUME.search(text) or _COMMAS.search(text):
        filled += ["container-title", "volume", "issue", "page"]
    if (dated := _DAY.search(text)) and csl.get("volume") == dated["day"]:
        del csl["volume"]
    for name in filled:
        if name in ruled:
            csl.setdefault(name, ruled[name])
    return csl


def _goes_on(labelled: dict[str, Any], title: str) -> bool:
    """Whether the labels read on behind a quotation that only begins the title (“Owls”: a history)."""
    longer = re.sub(r"\W+", "", labelled.get("title", ""))
    return len(longer) > len(title) and longer.startswith(re.sub(r"\W+", "", title))


def _begins_otherwise(labelled: dict[str, Any], text: str) -> bool:
    """Whether the labels found an editor, the title or who published it where the rules saw authors."""
    if "editor" in labelled:
        return True
    first = text.lstrip("“\"‘'« ")
    return any(
        first.startswith(labelled[name][:30]) for name in ("title", "container-title", "publisher") if name in labelled
    )


def _names_body(csl: dict[str, Any]) -> bool:
    """Whether a body is the author of a work, or stands among the people who wrote it."""
    names = csl.get("author", ())
    return any("literal" in name and (len(names) > 1 or is_body(name["literal"])) for name in names)
