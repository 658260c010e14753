"""Citation markers and hyperlinks of the prose, with the sentence each belongs to."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from evidence.identifiers import article_key, trim_url, work_key
from evidence.values import How, Hyperlink, Marker, Sentence

_NUMBERS = r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,60}"
_TARGET = r"\(\s?<?(?P<{0}>(?:[^()\s<>]|\([^()\s<>]{{0,200}}\)){{1,2000}})>?(?:\s+[\"'][^\"'\n]{{0,300}}[\"'])?\s?\)"
_FIND = re.compile(
    r"(?P<code>`[^`\n]{1,500}`)"
    r"|(?P<image>!\[[^\[\]]{0,500}\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\))"
    r"|\[(?P<text>[^\[\]\n]{1,600})\]" + _TARGET.format("url") + r""
    r"|\[\^(?P<note>[^\[\]\s]{1,60})\](?!:)"
    r"|\[(?P<pandoc>[^\[\]@\n]{0,80}@[^\[\]\n]{1,400})\](?!\()"
    r"|(?P<square>(?<![\w\"“])\["
    + _NUMBERS
    + r"\](?![\w-]*-\w|\(|\"|”)|(?<=[\w.,;:!?”\"’)\]])\["
    + _NUMBERS
    + r"\](?![\w(]|-\w))"
    r"|\[(?P<tag>[A-Z][A-Za-z'’-]{1,40}(?:19|20)\d\d[a-z]?)\](?!\()"
    r"|(?P<round>\(" + _NUMBERS + r"\))"
    r"|(?P<brackets>\((?=[^()]{0,400}\b(?:19|20)\d\d)[^()\n]{5,400}\)|\[(?=[^\[\]]{0,400}\b(?:19|20)\d\d)[^\[\]\n]{5,400}\](?!\())"
    r"|(?P<year>\((?:19|20)\d\d[a-z]?(?:,\s?pp?\.?\s?[\d–-]{1,12})?\))"
    r"|<sup\b[^<>]{0,100}>(?P<sup>[^<]{0,80}(?:<(?!/sup)[^<>]{0,300}>[^<]{0,40}){0,12})</sup>"
    r"|<a\s(?P<attributes>[^<>]{0,2000})>(?P<anchor>[^<]{0,500}(?:<(?!/a\b)[^<>]{0,300}>[^<]{0,300}){0,6})</a>"
    r"|\^(?P<caret>" + _NUMBERS + r")\^"
    r"|(?<=[^\s\d⁰¹²³⁴⁵⁶⁷⁸⁹])(?P<raised>[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2}(?:[,⁻–-][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}){0,20})(?![\w/])"
    r"|(?:(?<=[a-z)][.,!?])|(?<=[”\"]))(?P<lost>\d{1,3}(?:[,–-]\d{1,3}){0,8})(?=\s|$)"
    r"|(?:(?<=[a-z]{3})|(?<=\d%))(?P<glued>\d{1,2}(?:[,–-]\d{1,2}){0,8})(?=[\s.,;:!?)]|$)"
    r"|(?<![\w@./])@(?P<running>[A-Za-z][\w:-]{2,60}\d{2,4}[a-z]?)(?![\w@])"
    r"|(?P<bare>https?://[^\s<>\"“”]{1,2000}|\b(?:doi|DOI):\s?10\.\d{4,9}/[^\s<>\"“”]{1,300}|\bPMID:?\s?\d{4,8}\b|\bPMCID:?\s?PMC\d{3,9}\b)"
)
_PANDOC_KEY = re.compile(r"(?<![\w@])-?@\{?([A-Za-z0-9_][\w:.#$%&+?<>~/-]{0,120})")
_PART = re.compile(
    r"^\s*(?:(?:see(?: also)?|e\.g\.,?|i\.e\.,?|cf\.?|reviewed (?:in|by)|in|from|and|also|as in|for example,?)\s+){0,3}"
    r"(?P<family>(?:(?:van|von|de|del|della|di|da|dos|la|le|der|den|ten|ter)\s+){0,3}[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}){0,2})"
    r"(?:,?\s(?:[A-Z]\.\s?){1,3})?(?P<others>(?:,\s(?:[A-ZÀ-ÖØ-Þ][\w'’.-]{0,40}\s?){1,3}){0,8}(?:,?\s(?:&|and)\s(?:[A-ZÀ-ÖØ-Þ][\w'’.-]{0,40}\s?){1,3})?,?\s?(?:et\sal\.?|and\scolleagues|and\sothers)?)"
    r"[,:]?\s+\(?(?P<years>(?:19|20)\d\d[a-z]?(?:,?\s?(?:and|&)?\s?(?:(?:19|20)\d\d)?[a-z]?(?![\w]))*)"
    r"(?P<tail>(?:[,:]\s*(?:pp?\.?|ch\.?|chap\.?|table|fig\.?)?\s?[\w–-]{1,12}){0,3})\)?\s*$"
)
_BEFORE_YEAR = re.compile(
    r"(?P<family>(?:(?:van|von|de|del|della|di|da|la|le|der|den)\s+){0,3}\b[A-ZÀ-ÖØ-Þ][\w'’-]{1,40})"
    r"(?:,?\s+et\s+al\.?|(?:'s|’s)?\s+and\s+(?:colleagues|co-?workers|others)|(?:,\s[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}){0,5},?\s+(?:and|&)\s+[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}|)(?:['’]s)?,?\s*$"
)
_YEAR = re.compile(r"(?:19|20)\d\d[a-z]?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NO_NAMES = _words(
    "january february march april may june july august september october november december spring summer autumn fall "
    "winter since in the this until before after during from between published updated accessed retrieved version born "
    "census guideline guidelines report trial study review act copyright edition covid who we a an table figure "
    "chapter section appendix monday tuesday wednesday thursday friday saturday sunday early late mid "
    "olympics survey cohort update"
)
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "Ø": "O",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "ł": "l",
        "Ł": "L",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
    }
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_UNIT_BEFORE = re.compile(r"(?:\d\s?|/|\b)(?:m|cm|mm|km|ft|in|kg|s|sec|min|dm|µm|nm|log|R|r|χ|x|CO|H|O|Ca|Mg|Zn|Fe)$")
_COUNTED = re.compile(r"\b(?:no|nos|vol|fig|figs|p|pp|ch|sec|v|ver|approx|ca)[.,]$", re.IGNORECASE)
_COUNTED_WORD = re.compile(
    r"(?:omega|covid|type|phase|vitamin|interleukin|caspase|grade|stage|factor|group|part|page|step|table|figure|chapter)$",
    re.IGNORECASE,
)
"""Words that carry a number of their own."""

_GLUED_LEAST = 3
_ATTRIBUTE = re.compile(
    r"\b(href|rel)\s*=\s*(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'<>]{1,2000}))", re.IGNORECASE
)


def find(
    text: str, spans: Sequence[tuple[int, int]], sentences: Sequence[Sentence], numbers: int = 0
) -> tuple[tuple[Marker, ...], tuple[Hyperlink, ...]]:
    """Markers and other hyperlinks within `spans` (paragraphs of prose), in order of place.

    `numbers` is the highest number of a numbered reference list (0 where there is none): "(1)" is a marker only
    up to there. Every marker belongs to a sentence: the one it stands in or, between two, the one before.
    """
    starts = [sentence.start for sentence in sentences]
    markers: list[Marker] = []
    glued: list[Marker] = []
    links: list[Hyperlink] = []
    for begin, end in spans:
        for match in _FIND.finditer(text, begin, end):
            place = max(0, bisect_right(starts, match.start()) - 1)
            if not sentences:
                break
            for found in _read(match, text, begin, numbers):
                if isinstance(found, Marker) and match["glued"]:
                    glued.append(_in_sentence(found, sentences[place].index))
                elif isinstance(found, Marker):
                    markers.append(_in_sentence(found, sentences[place].index))
                else:
                    inside = found.start < sentences[place].end
                    links.append(
                        Hyperlink(
                            found.start,
                            found.end,
                            found.text,
                            found.url,
                            found.rel,
                            sentences[place].index if inside else None,
                        )
                    )
    if _are_marks(glued, markers):
        markers = sorted([*markers, *glued], key=lambda marker: marker.start)
    return tuple(markers), tuple(links)


def _are_marks(glued: Sequence[Marker], others: Sequence[Marker]) -> bool:
    """Whether numbers stuck to words ("performance4") are raised numbers that lost their place.

    So they are where a text has several, counting up, and no numbered marker of another form.
    """
    first = [int(marker.keys[0]) for marker in glued]
    rising = sum(1 for before, after in pairwise(first) if after > before)
    numbered = any(marker.keys[0].isdigit() and not marker.text[0].isdigit() for marker in others)
    return len(set(first)) >= _GLUED_LEAST and rising >= 0.7 * (len(first) - 1) and not numbered


def family_key(family: str) -> str:
    """A family name in ASCII lower case without spaces or marks: "Dominguez-Bello" -> "dominguezbello"."""
    plain = unicodedata.normalize("NFKD", family.translate(_LETTERS))
    return re.sub(r"[^a-z]", "", plain.encode("ascii", "ignore").decode().lower())


def expand_numbers(text: str) -> tuple[str, ...]:
    """ "1-3, 7" -> ("1", "2", "3", "7"). A range that runs backwards or past 60 steps is taken as its two ends."""
    keys: list[str] = []
    for part in re.split(r"[,;]", text):
        ends = [end for end in re.split(r"\s*[–-]\s*", part.strip()) if end]
        if len(ends) == 2 and 0 <= int(ends[1]) - int(ends[0]) <= 60:
            keys.extend(str(number) for number in range(int(ends[0]), int(ends[1]) + 1))
        else:
            keys.extend(str(int(end)) for end in ends)
    return tuple(dict.fromkeys(keys))


def _in_sentence(marker: Marker, sentence: int) -> Marker:
    return Marker(marker.start, marker.end, marker.text, marker.how, marker.keys, sentence)


def _marker(match: re.Match[str], keys: Sequence[str], how: How = How.MARKER) -> Iterator[Marker]:
    if keys:
        yield Marker(match.start(), match.end(), match.group(), how, tuple(dict.fromkeys(keys)), -1)


def _read(match: re.Match[str], text: str, begin: int, numbers: int) -> Iterator[Marker | Hyperlink]:
    kind = match.lastgroup
    found = match.groupdict()
    if kind in ("code", "image"):
        return
    if found["url"]:
        yield from _link(match, found["text"], found["url"], "")
    elif found["attributes"] is not None:
        yield from _anchor(match, found["attributes"], found["anchor"] or "")
    elif found["bare"]:
        yield from _bare(match, text)
    elif found["note"]:
        yield from _marker(match, [f"note:{found['note']}"], How.NOTE)
    elif found["pandoc"]:
        keys = [key.rstrip(".,:;?/") for key in _PANDOC_KEY.findall(found["pandoc"])]
        yield from _marker(match, keys)
    elif found["running"]:
        yield from _marker(match, [found["running"]])
    elif found["tag"]:
        yield from _marker(match, [found["tag"]])
    elif found["year"]:
        yield from _narrative(match, text, begin)
    elif found["brackets"]:
        yield from _bracketed(match, text, begin)
    else:
        yield from _numbered(match, text, begin, numbers)


def _numbered(match: re.Match[str], text: str, begin: int, numbers: int) -> Iterator[Marker]:
    found = match.groupdict()
    if found["sup"] is not None:
        plain = re.sub(r"<[^<>]{0,300}>|[\[\]\s]", "", found["sup"])
        if re.fullmatch(_NUMBERS, plain) and not _UNIT_BEFORE.search(
            text, max(begin, match.start() - 8), match.start()
        ):
            yield from _marker(match, expand_numbers(plain))
    elif found["raised"]:
        before = text[max(begin, match.start() - 8) : match.start()]
        if not _UNIT_BEFORE.search(before):
            yield from _marker(match, expand_numbers(found["raised"].translate(_RAISED)))
    elif found["caret"]:
        yield from _marker(match, expand_numbers(found["caret"]))
    elif found["square"]:
        yield from _marker(match, expand_numbers(found["square"].strip("[]")))
    elif found["glued"]:
        keys = expand_numbers(found["glued"])
        if not _COUNTED_WORD.search(text, max(begin, match.start() - 14), match.start()) and _on_list(keys, numbers):
            yield from _marker(match, keys)
    elif found["lost"]:
        keys = expand_numbers(found["lost"])
        if not _COUNTED.search(text, max(begin, match.start() - 8), match.start()) and _on_list(keys, numbers):
            yield from _marker(match, keys)
    elif found["round"]:
        keys = expand_numbers(found["round"].strip("()"))
        opens = not text[begin : match.start()].strip()
        if not opens and _on_list(keys, numbers):
            yield from _marker(match, keys)
        elif len(keys) == 1 and re.fullmatch(r"\((?:19|20)\d\d\)", match.group()):
            yield from _narrative(match, text, begin)


def _on_list(keys: Sequence[str], numbers: int) -> bool:
    return bool(keys) and all(0 < int(key) <= numbers for key in keys)


def _bracketed(match: re.Match[str], text: str, begin: int) -> Iterator[Marker]:
    """(Author et al., 2012; Other & Third 2015a): one marker that names several works."""
    inner = match.group()[1:-1]
    if _YEAR.fullmatch(inner.split(",")[0].strip()):
        yield from _narrative(match, text, begin)
        return
    keys: list[str] = []
    for part in inner.split(";"):
        named = _PART.match(part)
        if not named or not _is_family(named["family"]):
            continue
        year = ""
        for piece in re.findall(r"((?:19|20)\d\d)?([a-z]?)(?=\W|$)", named["years"]):
            year = piece[0] or year
            if piece[0] or piece[1]:
                keys.append(f"author:{family_key(_last_name(named['family'], named['others']))}:{year}{piece[1]}")
    yield from _marker(match, keys)


def _last_name(family: str, others: str) -> str:
    """ "Sarah Rautava et al." names Rautava; "van der Berg" is one name."""
    words = family.split()
    capitals = [word for word in words if word[0].isupper()]
    return capitals[-1] if len(capitals) > 1 else family


def _is_family(text: str) -> bool:
    first = text.split()[0].lower()
    return first not in _NO_NAMES and len(family_key(text)) > 1


def _narrative(match: re.Match[str], text: str, begin: int) -> Iterator[Marker]:
    """Author (2012), Author et al. (2012), Author and Other (2012)."""
    window = max(begin, match.start() - 160)
    before = None
    for candidate in _BEFORE_YEAR.finditer(text[window : match.start()]):
        before = candidate
    years = _YEAR.findall(match.group())
    if before is None or not years or before["family"].split()[-1].lower() in _NO_NAMES:
        return
    family = family_key(re.sub(r"['’]s$", "", before["family"]))
    if len(family) < 2:
        return
    start = window + before.start()
    yield Marker(start, match.end(), text[start : match.end()], How.MARKER, (f"author:{family}:{years[0]}",), -1)


def _link(match: re.Match[str], label: str, url: str, rel: str) -> Iterator[Marker | Hyperlink]:
    number = label.strip().strip("[]^")
    if re.fullmatch(_NUMBERS, number) and url.startswith("#"):
        yield from _marker(match, expand_numbers(number))
    elif key := work_key(url) or article_key(url):
        yield Marker(match.start(), match.end(), match.group(), How.LINK, (key,), -1)
    else:
        yield Hyperlink(match.start(), match.end(), label, url, rel, None)


def _anchor(match: re.Match[str], attributes: str, label: str) -> Iterator[Marker | Hyperlink]:
    values = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(attributes)}
    if url := values.get("href", ""):
        plain = re.sub(r"<[^<>]{0,300}>", "", label)
        yield from _link(match, plain, url, values.get("rel", ""))


def _bare(match: re.Match[str], text: str) -> Iterator[Marker | Hyperlink]:
    written = trim_url(match.group())
    end = match.start() + len(written)
    if key := work_key(written) or article_key(written):
        yield Marker(match.start(), end, written, How.LINK, (key,), -1)
    elif written.lower().startswith("http"):
        yield Hyperlink(match.start(), end, written, written, "", None)
