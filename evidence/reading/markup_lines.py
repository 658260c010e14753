"""Lines that only a site's machinery reads: shortcodes, fences of divs, imports of MDX, rules of Typst, comments.

Readers never see them, so they are no prose; words that stand in one, such as the caption in a shortcode, are.
"""

from __future__ import annotations

from evidence.language.patterns import lazily

_MARKUP = lazily(
    r"(?:[ \t]*+>)*+[ \t]*+(?:"
    r":{3,}[^\n]*"
    r"|(?:(?:\{\{[<%](?:(?![>%]\}\})[^\n])*[>%]\}\}|\{%(?:(?!%\})[^\n])*%\}|\{\{/\*(?:(?!\*/)[^\n])*\*/\}\}"
    r"|\{#(?:(?!#\})[^\n])*#\})[ \t]*+)+"
    r"|\{\{-?[^{}\"'\n]{1,200}\}\}|\{[\w.]{1,60}\}|\{:[^{}\n]*\}|\[{1,2}_{0,2}(?:TOC|toc)_{0,2}\]{1,2}"
    r"|(?:!!!|\?\?\?\+?)[ \t]+\w+[ \t]*"
    r"|\\?\[![A-Za-z]+\\?\][+-]?"
    r"|\[(?://|comment|_|\.)[^\[\]\n]{0,40}\]:[ \t]*(?:#|<>)?[ \t]*[(\"'][^\n]*"
    r"|import\s+[\w{}*,\s$]{1,200}\s+from\s+[\"'][^\"'\n]{1,300}[\"'];?|import\s+[\"'][^\"'\n]{1,300}[\"'];?"
    r"|export\s+(?:const|default|let|function|async)\b[^\n]*"
    r"|#(?:set|show|import|let|include)\b[^\n]*"
    r"|#(?:bibliography|pagebreak|colbreak|outline|v|h|line|counter|context|linebreak|parbreak)\([^\n]*\)"
    r")[ \t]*"
)
_OPENS = lazily(
    r"[ \t]*<(?P<tag>[A-Za-z][\w.:-]{0,60})(?:\s[^<>]{0,1000})?(?<!/)>[ \t]*"
    r"|[ \t]*(?P<told>(?:!!!|\?\?\?\+?)[ \t]+\w+[^\n]{0,200}|===[+!]?[ \t]+\"[^\n]{1,200}"
    r"|\.\.[ \t]+[a-z-]{3,20}::[^\n]{0,200})"
)
_CODE = frozenset({"pre", "code", "script", "style", "svg", "textarea", "template", "math", "samp", "kbd"})
_SAID = lazily(r"[\"“'](?=[^\"”'\n]*\s[^\"”'\n]*\s)[^\"”'\n]*?[A-Za-z]{2,}\s+[a-z]{2,}\s+[^\"”'\n]*[\"”']")
"""Three words or more in quotation marks: what a reader may see of the line."""


def is_markup(body: str) -> bool:
    """Whether a line says something to the site's machinery and nothing to its readers."""
    text = body.strip()
    return bool(text) and len(text) < 2000 and _MARKUP.fullmatch(text) is not None and _SAID.search(text) is None


def opens_indented(body: str) -> str:
    """Which lines set in behind a line are prose, no code.

    "own" for a site's own element or an admonition: up to the first line that is not set in. "html" for an element of
    HTML: up to a blank line (CommonMark 4.6). "" for anything else.
    """
    match = _OPENS.fullmatch(body)
    if match is None:
        return ""
    tag = match["tag"] or ""
    if tag.lower() in _CODE:
        return ""
    return "own" if match["told"] or "-" in tag or "." in tag or tag[0].isupper() else "html"
