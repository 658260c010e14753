"""Notes that stand in the running text, behind the words they belong to.

"<ref>...</ref>" of wikis, "^[...]" of Pandoc, and the shortcodes of other tools, each as its own documentation has it:
WordPress plugins "[mfn]...[/mfn]" (Modern Footnotes), "[efn_note]" (Easy Footnotes), "[ref]" (Footnotes); Hugo themes
"{{< sidenote >}}...{{< /sidenote >}}" and "{{< footnote "..." >}}"; Liquid "{% sidenote 'id' '...' %}" (Tufte-Jekyll)
and "{% footnote %}...{% endfootnote %}"; components of MDX "<Footnote>...</Footnote>", "<Cite text="..." />" and,
around the words it bears out, "<Cite tooltip="...">...</Cite>".

What stands in a shortcode is a note where it holds a work, and prose otherwise. So is a note of any form that holds
none and stands between two sentences: what its author tells there is told to readers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.language.patterns import lazily
from evidence.reading import asides, noted_works

_KINDS = r"(?:(?:[Ff]oot|[Ss]ide|[Mm]argin|[Ee]nd)[-_]?[Nn]otes?|[Ff]n|mn|sn|efn[-_]note|mfn|modern[-_]footnote)"
_CITING = rf"(?:{_KINDS}|cite|citation|ref|reference|source)"
_YEAR = r"(?:(?<!\d)(?:19|20)\d\d(?!\d)|https?://|\b10\.\d{4})"
_QUOTED = (
    rf"(?:\"(?=[^\"\n]{{0,1500}}?{_YEAR})(?=[^\"\n]{{1,100}}\s)[^\"\n]{{20,1500}}\""
    rf"|(?<!\w)'(?=[^\n]{{0,1500}}?{_YEAR})(?:[^'\n]|(?<=\w)'(?=\w)){{20,1500}}')"
)
"""What may be a reference: a year, an address or an identifier is among the words."""
_INSIDE = r"[^{}\n\"']{0,200}"

IN_SQUARE = (
    rf"\[(?P<square_kind>{_KINDS}|ref|note|citation)(?:\s[^\[\]\n]{{0,100}})?\]"
    r"(?P<shortcode>[^\[\]]{3,1500}(?:\[[^\[\]]{0,300}\][^\[\]]{0,500}){0,4})\[/(?P=square_kind)\]"
)
IN_BRACES = (
    rf"\{{\{{[<%]\s?(?P<hugo_kind>[\w/-]{{0,20}}{_KINDS})\b[^{{}}\n]{{0,200}}[>%]\}}\}}"
    r"(?P<hugo_note>[^{}]{3,1500})\{\{[<%]\s?/\s?(?P=hugo_kind)\s?[>%]\}\}"
    rf"|\{{\{{[<%]\s?[\w/-]{{0,20}}{_CITING}\b(?:{_INSIDE}[\"'][^\"'\n]{{0,40}}[\"'])?{_INSIDE}(?P<hugo_said>{_QUOTED}){_INSIDE}[>%]\}}\}}"
    rf"|\{{%-?\s?(?P<liquid_kind>{_KINDS})\b[^{{}}\n\"']{{0,100}}%\}}(?P<liquid_note>[^{{}}]{{3,1500}})\{{%-?\s?end(?P=liquid_kind)\s?-?%\}}"
    rf"|\{{%-?\s?{_CITING}\b(?:{_INSIDE}[\"'][^\"'\n]{{0,40}}[\"'])?{_INSIDE}(?P<liquid_said>{_QUOTED}){_INSIDE}%\}}"
)
_COMPONENTS = r"(?:Foot[Nn]ote(?:Ref)?|Side[Nn]ote|Margin[Nn]ote|End[Nn]ote|Fn)"
IN_TAGS = (
    rf"<(?P<tag_kind>{_COMPONENTS})\b[^<>]{{0,200}}(?<!/)>"
    r"(?P<component>[^<]{3,1500}(?:<(?!/?(?P=tag_kind))[^<>]{0,300}>[^<]{0,500}){0,12})</(?P=tag_kind)>"
    rf"|<(?P<said_kind>{_COMPONENTS}|Cite|Citation|Ref|Reference|Source|Tooltip|Tippy)\s(?:[^<>\"']|\"[^\"<>]{{0,100}}\"){{0,100}}?"
    rf"\b(?:content|text|note|title|description|source|reference|tooltip|label|citation|cite|ref)=\{{?(?P<tag_said>{_QUOTED})\}}?[^<>]{{0,200}}"
    r"(?:/>|(?<!/)>\W{0,3}(?:<(?:sup|span)>)?\W{0,2}\d{0,3}\W{0,2}(?:</(?:sup|span)>)?\W{0,3}</(?P=said_kind)>"
    r"|(?<!/)>(?=[^<>]{3,1500}</(?P=said_kind)>))"
)
"""The shortcodes, by the sign each begins with."""

_NAMES = ("shortcode", "hugo_note", "hugo_said", "liquid_note", "liquid_said", "component", "tag_said")
_NOTE = lazily(
    r"\^\[(?P<inline>[^\[\]]{3,1500}(?:\[[^\[\]]{0,300}\][^\[\]]{0,500}){0,4})\]"
    r"|<ref\b(?P<attributes>[^<>]{0,200})(?:/>|>(?P<ref>[^<]{0,2000}(?:<(?!/?ref\b)[^<]{0,500}){0,20})</ref>)"
    rf"|{IN_SQUARE}|{IN_BRACES}|{IN_TAGS}"
)
_SIGNS = ("^[", "<ref", "[/", "{{<", "{{%", "{%", "ote", "<Fn", "<Cit", "<Ref", "<So", "<Ti", "<To")
_NAME = lazily(r"\bname\s*=\s*(?:\"([^\"]{1,100})\"|'([^']{1,100})'|([^\s\"'<>/]{1,100}))")


def words_around(match: re.Match[str]) -> tuple[int, int] | None:
    """Start and end of the words that a component stands around and bears out; None where it stands behind them."""
    kind = match["said_kind"]
    if match.group().endswith(("/>", f"</{kind}>")):
        return None
    return match.end(), match.string.index(f"</{kind}>", match.end())


def name_of(start: int, attributes: str) -> str:
    """The name of the note that begins at `start`: the one its attributes give it, or one made of its place."""
    named = _NAME.search(attributes)
    return re.sub(r"\s+", "_", named[1] or named[2] or named[3]) if named else f"at-{start}"


def find(text: str, begin: int, end: int) -> list[tuple[str, int, int]]:
    """Name, start and end of the words of each note between two places; one that only repeats a name has none."""
    found = []
    for match in _notes(text, begin, end):
        start, stop = _words_of(match)
        if start < stop:
            found.append((name_of(match.start(), match["attributes"] or ""), start, stop))
    return found


def masked(text: str) -> str:
    """The text with its notes blanked out, so that nothing in them ends a sentence."""
    for match in list(_notes(text, 0, len(text))):
        start, stop = _words_of(match)
        begin, end = match.span()
        if noted_works.is_work(text[start:stop]) or (_is_marked(match) and not _is_told(text, match)):
            text = text[:begin] + " " * (end - begin) + text[end:]
        elif _is_marked(match):
            text = text[:begin] + " " * (start - begin) + text[start:stop] + " " * (end - stop) + text[end:]
    return text


def _notes(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    stretch = text[begin:end]
    if any(sign in stretch for sign in _SIGNS):
        yield from _NOTE.finditer(text, begin, end)


def _is_marked(match: re.Match[str]) -> bool:
    """Whether a note has the form of one in any text, and need not hold a work to be known as such."""
    return all(match[name] is None for name in _NAMES)


def _is_told(text: str, match: re.Match[str]) -> bool:
    """Whether a note without a work stands between two sentences and tells something."""
    return (
        asides.is_between(text, 0, match.span(), len(text)) and len((match["inline"] or match["ref"] or "").split()) > 2
    )


def _words_of(match: re.Match[str]) -> tuple[int, int]:
    """Start and end of the words of a note, without the blanks and quotation marks around them; nowhere for none."""
    name = next((one for one in ("inline", "ref", *_NAMES) if match[one]), "")
    if not name:
        return match.start(), match.start()
    start = match.start(name)
    words = match[name].strip()
    start += match[name].index(words)
    quoted = name.endswith("said")
    return start + quoted, start + len(words) - quoted
