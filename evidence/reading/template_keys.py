"""Citation keys as the programs write them that make pages of a text: templates, elements, roles and commands.

jekyll-scholar "{% cite bell2012 --locator 33 %}", Hugo "{{< cite bell2012 >}}", Tera and Jinja
"{{ cite(key='bell2012') }}", Distill "<d-cite key='bell2012'></d-cite>", MDX "<Cite id='bell2012' />", MyST
"{cite}`bell2012`", Sphinx ":cite:`bell2012`", LaTeX "\\citep[p. 3]{bell2012}", Typst "#cite(<bell2012>)", AsciiDoc
"cite:[bell2012(33)]", org-ref "cite:bell2012".
Each as its own documentation has it; the works stand in a library beside the text (`--references`).
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_VERB = r"(?:cite[tp]?|citation|citeyear|citeauthor|bibcite|ref-cite|reference|cite_details)"
_SAID = r"[^{}%<>\n]{0,200}"
IN_BRACES = (
    rf"\{{%-?\s{{0,3}}(?:{_VERB}|include\s{{1,3}}[\w/-]{{0,40}}cit(?:e|ation)\.\w{{2,5}})\s(?P<liquid>{_SAID})%\}}"
    rf"|\{{\{{[<%]-?\s{{0,3}}{_VERB}\s(?P<short>{_SAID})[%>]\}}\}}"
    rf"|\{{\{{\s{{0,3}}(?:\w{{1,20}}\.)?{_VERB}\s?\((?P<called>[^(){{}}\n]{{1,200}})\)\s{{0,3}}\}}\}}",
    r"\{cite(?::\w{1,12})?\}`(?P<role>[^`{}\n]{1,300})`",
)
IN_TAGS = (
    r"<(?P<tag_name>d-cite|Cite|Citation|cite(?=[^<>]{0,200}\bdata-))\b(?=[^<>]{0,200}\b(?:bibtex-key|keys?|ids?|data-cites?|data-key)=)"
    r"(?P<element>[^<>]{1,300})>(?:(?<=/>)|[^<>\n]{0,80}</(?P=tag_name)>)?",
)
BEHIND_BACKSLASH = (
    r"\\(?:[cC]ite[a-z]{0,8}|autocite|parencite|textcite|footcite|supercite)\*?(?:\[[^\[\]\n]{0,80}\]){0,2}\{(?P<command>[^{}\n]{1,300})\}",
)
BEHIND_COLON = (r"(?<!\w):cite(?::\w{1,12})?:`(?P<sphinx>[^`\n]{1,300})`",)
BEHIND_HASH = (r"(?<!\w)#cite\((?P<typst>\s?(?:<[\w:./-]{1,80}>|label\(\"[^\"\n]{1,80}\"\))[^()\n]{0,80})\)",)
IN_WORDS = (
    r"(?<![\w:])cite(?:np)?:\[(?P<adoc>[^\[\]\n]{1,300})\]",
    r"(?<![\w:])(?:auto|paren|text|foot)?cite[tp]?:(?P<org>[A-Za-z][\w:-]{2,60}\d{2,4}[a-z]?(?:,[A-Za-z][\w:-]{2,60}\d{2,4}[a-z]?){0,10})",
)
NAMES = ("liquid", "short", "called", "role", "element", "command", "sphinx", "typst", "adoc", "org")

_ANY = lazily("|".join((*IN_BRACES, *IN_TAGS, *BEHIND_BACKSLASH, *BEHIND_COLON, *BEHIND_HASH, *IN_WORDS)))
_ATTRIBUTE = lazily(
    r"\b(?:bibtex-key|key|keys|id|ids|data-cites?|data-key)=\{?\[?(?P<value>\"[^\"]{1,300}\"|'[^']{1,300}')"
)
_QUOTED = lazily(r"[\"']([^\"']{1,300})[\"']")
_OPTION = lazily(r"\s--?[A-Za-z][\s\S]*|\b(?!key\b|id\b)\w{1,20}=(?:[\"'][^\"']{0,100}[\"']|\S{0,100})")
_LOCATED = lazily(r"\([^()]{0,40}\)")
_KEY = lazily(r"[A-Za-z0-9][\w:./+&-]{1,119}")


def is_citation(words: str) -> bool:
    """Whether words are one of these forms and nothing else: the list they lead to is made when the page is."""
    return _ANY.fullmatch(words) is not None


def keys_of(kind: str, said: str) -> list[str]:
    """The keys in what stands between the marks of a form; none where it names no work."""
    if kind == "element":
        found = _ATTRIBUTE.search(said)
        said = found["value"] if found else ""
    if kind in ("liquid", "short", "called"):
        said = _OPTION.sub(" ", f" {said}")
        quoted = _QUOTED.findall(said)
        said = " ".join(quoted) if quoted else said.partition("=")[2] or said
    if kind == "adoc":
        said = _LOCATED.sub("", said)
    words = re.split(r"[\s,;]+", said.strip(" \"'<>"))
    return [word.strip("\"'<>@&") for word in words if _KEY.fullmatch(word.strip("\"'<>@&"))]
