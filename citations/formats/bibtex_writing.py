"""BibTeX out of CSL-JSON, in UTF-8. Signs that LaTeX gives a meaning are escaped in text and left in addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citations.formats import parts

TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article", "article": "misc",
    "book": "book", "chapter": "incollection", "entry-encyclopedia": "incollection", "paper-conference":
    "inproceedings", "thesis": "phdthesis", "report": "techreport", "webpage": "online", "post-weblog": "online",
    "post": "online", "dataset": "dataset", "software": "software", "patent": "patent", "manuscript": "unpublished",
    "pamphlet": "booklet",
}  # fmt: skip
_SPECIAL = {
    "\\": "\\textbackslash{}", "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "{": "\\{", "}": "\\}",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "`": "\\textasciigrave{}",
}  # fmt: skip
_SIGN = re.compile(r"[\\&%$#_{}~^`]|-(?=-)|'(?=')")
_MARKUP = {"i": "textit", "b": "textbf", "sub": "textsubscript", "sup": "textsuperscript"}
_TAG = re.compile(r"<(i|b|sub|sup)>([^<>]*)</\1>")
_CAPITALS = re.compile(r"(?<![\w\\{}])(?:\w+[A-Z]\w*|(?<=\S\s)[A-Z]\w*)(?![\w{}])")
"""Words that a style must not set in small letters: DNA, mRNA, NaCl, "vitamin K", "in Finland". The first of a title is
set in capitals by every style."""


def write(works: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """One entry a work, with keys like "rautava2012", the second of a kind "rautava2012b"."""
    taken: dict[str, int] = {}
    for work in works:
        key = _next_key(work, taken)
        kind = TYPES.get(str(work.get("type")), "misc")
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(work, kind) if value)
        yield f"@{kind}{{{key},\n{fields}}}\n\n"


def keys(works: Iterable[Mapping[str, Any]]) -> list[str]:
    """The keys that the works have as entries, in order."""
    taken: dict[str, int] = {}
    return [_next_key(work, taken) for work in works]


def _next_key(work: Mapping[str, Any], taken: dict[str, int]) -> str:
    key = _key(work)
    taken[key] = number = taken.get(key, 0) + 1
    return key + _letters(number)


def _letters(number: int) -> str:
    """ "" for 1, "b" for 2 ... "z" for 26, "aa" for 27."""
    word = ""
    while number > 0:
        number, place = divmod(number - 1, 26)
        word = chr(97 + place) + word
    return "" if word == "a" else word


def _key(work: Mapping[str, Any]) -> str:
    people = parts.people(work, "author") or parts.people(work, "editor")
    name = parts.line_of(people[0].get("family") or people[0].get("literal")) if people else ""
    bare = unicodedata.normalize("NFKD", name or parts.line_of(work.get("title"))).encode("ascii", "ignore").decode()
    word = "".join(re.findall(r"[a-z0-9]+", bare.lower())[: 3 if name else 1])[:30]
    year = parts.parts_of(work)
    return f"{word or 'work'}{year[0] if year else ''}"


def _fields(work: Mapping[str, Any], kind: str) -> Iterator[tuple[str, str]]:
    plain = {name: parts.line_of(value) for name, value in work.items()}
    text = {name: escaped(value) for name, value in plain.items()}
    for role in ("author", "editor", "translator"):
        yield role, " and ".join(_name(person) for person in parts.people(work, role))
    yield "title", _title(plain.get("title", ""))
    yield ("journal" if kind == "article" else "booktitle"), text.get("container-title", "")
    yield "shortjournal", text.get("container-title-short", "")
    yield "series", text.get("collection-title", "")
    if when := parts.parts_of(work):
        yield "year", f"{when[0]:04d}"
        yield "month", str(when[1]) if len(when) > 1 else ""
        yield "day", str(when[2]) if len(when) > 2 else ""
    yield "volume", text.get("volume", "")
    yield "number", text.get("number", "") if kind == "techreport" else text.get("issue", "")
    yield "eid", text.get("number", "") if kind == "article" else ""
    page = text.get("page", "")
    yield "pages", re.sub(r"(?<=\w)-(?=\w)", "--", page)
    yield "edition", text.get("edition", "")
    holder = {"phdthesis": "school", "techreport": "institution"}.get(kind, "publisher")
    yield holder, text.get("publisher", "")
    yield "address", text.get("publisher-place", "")
    yield "type", text.get("genre", "")
    for name in ("DOI", "PMID", "PMCID", "ISBN", "ISSN"):
        yield name.lower(), _balanced(plain.get(name, ""))
    yield "url", _balanced(plain.get("URL", ""))
    if seen := parts.parts_of(work, "accessed"):
        yield "urldate", "-".join([f"{seen[0]:04d}", *(f"{part:02d}" for part in seen[1:])])
    if arxiv := plain.get("arXiv"):
        yield "eprint", _balanced(arxiv)
        yield "eprinttype", "arxiv"
    yield "language", text.get("language", "")
    yield "abstract", text.get("abstract", "")
    yield "note", text.get("note", "")
    yield "keywords", escaped("; ".join([*parts.keywords_of(work), *parts.strings(work.get("mesh"))]))


def _balanced(address: str) -> str:
    """An address as it is, but for braces, which would end the field; "%7B" means the same in an address."""
    return address.replace("{", "%7B").replace("}", "%7D")


def _name(person: Mapping[str, Any]) -> str:
    if literal := parts.line_of(person.get("literal")):
        return f"{{{escaped(literal)}}}"
    given, suffix = escaped(parts.line_of(person.get("given"))), escaped(parts.line_of(person.get("suffix")))
    particles = [parts.line_of(person.get("dropping-particle")), parts.line_of(person.get("non-dropping-particle"))]
    particle = escaped(" ".join(part for part in particles if part))
    family = escaped(parts.line_of(person.get("family")))
    if not family:
        return f"{{{given}}}" if given else ""
    # Braces keep "van der Berg" and "Li and Fung" one family name where the record has it as one.
    if re.search(r"[\s,]", family) or not family[:1].isupper():
        family = f"{{{family}}}"
    whole = f"{particle} {family}".strip()
    return ", ".join([whole, suffix, given] if suffix else [whole, given])


def _title(title: str) -> str:
    """A title with its italics in LaTeX, words of capitals kept from a style's small letters."""
    pieces: list[str] = []
    at = 0
    for match in _TAG.finditer(title):
        pieces += [_kept(title[at : match.start()]), f"\\{_MARKUP[match[1]]}{{{escaped(match[2])}}}"]
        at = match.end()
    return "".join([*pieces, _kept(title[at:])])


def _kept(text: str) -> str:
    return _CAPITALS.sub(lambda match: f"{{{match[0]}}}", escaped(text))


def escaped(text: str) -> str:
    """Text that LaTeX sets as it stands; "--" and "''" stay two signs."""
    return _SIGN.sub(lambda match: _SPECIAL.get(match[0], f"{match[0]}{{}}"), text)
