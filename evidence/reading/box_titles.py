"""The titles of boxes: admonitions, callouts, tabs. They stand above the words of a box as a heading does.

"> [!note] Title" of Obsidian and GitHub, "!!! note "Title"" and "=== "Title"" of MkDocs, ":::tip[Title]" and
"::: warning Title" of Docusaurus and VuePress, "::: {.callout-tip title="Title"}" of Quarto, "```{admonition} Title" of
MyST, whose words are prose though fences stand around them.
"""

from __future__ import annotations

from evidence.language.patterns import lazily

_TITLED = lazily(
    r"[ \t]*(?:(?:[-*+][ \t]+)?\\?\[![\w-]{1,30}\\?(?:\|[^\]\n]{0,60})?\][+-]?[ \t]+(?P<callout>\S[^\n]{0,300})"
    r"|(?:!!!|\?\?\?\+?)[ \t]+[\w -]{1,60}?[ \t]*\"(?P<admonition>[^\"\n]{1,300})\"[ \t]*"
    r"|===[+!]?[ \t]+\"(?P<tab>[^\"\n]{1,300})\"[ \t]*"
    r"|:{3,}[ \t]*[\w-]{1,30}\[(?P<bracket>[^\[\]\n]{1,300})\][^\n]{0,200}"
    r"|:{3,}[ \t]*\{[^{}\n]{0,300}\btitle=\"(?P<attribute>[^\"\n]{1,300})\"[^{}\n]{0,300}\}[ \t]*"
    r"|:{3,}[ \t]*[a-z][\w-]{1,30}[ \t]+(?P<words>[^\s{:][^{}\n]{0,300})"
    r"|(?:`{3,}|:{3,}|~{3,})\{[\w-]{1,30}\}[ \t]+(?P<myst>\S[^\n]{0,300})"
    r"|\.\.[ \t]+(?:note|warning|tip|hint|important|caution|danger|attention|admonition|seealso|topic|sidebar"
    r"|rubric|centered)::[ \t]+"
    r"(?P<rst>\S[^\n]{0,400}))"
)
_BOX_FENCE = lazily(
    r"[ \t]{0,3}(?P<fence>`{3,}|~{3,})[ \t]*(?:\{(?:note|warning|tip|hint|important|caution|danger|attention"
    r"|error|admonition|seealso"
    r"|topic|sidebar|margin|dropdown|epigraph|pull-quote|card|grid|tab-set|tab-item|highlights)\}|ad-[\w-]{1,30})[^\n]*"
)
_OPTION = lazily(r"[ \t]*(?::[\w-]{1,30}:[ \t]*[^\n]*|(?:title|color|icon|collapse):[ \t]*[^\n]*|---[ \t]*)")


def title_in(body: str) -> tuple[int, int] | None:
    """Where on a line that opens a box its title stands; None where it opens none or names it by its kind alone."""
    if body.lstrip(" \t-*+\\")[:1] not in ("[", "!", "?", "=", ":", "`", "~", ".") or len(body) > 500:
        return None
    found = _TITLED.fullmatch(body.rstrip())
    if found is None or found.lastgroup is None:
        return None
    start, end = found.span(found.lastgroup)
    return start, end


def fence_of(body: str) -> str:
    """The marks that a box of prose between fences opens with; "" for any other line."""
    found = _BOX_FENCE.fullmatch(body) if "`" in body[:4] or "~" in body[:4] else None
    return found["fence"] if found else ""


def is_option(body: str) -> bool:
    """Whether a line below the opening of such a box sets how it looks."""
    return _OPTION.fullmatch(body) is not None
