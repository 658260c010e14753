"""Lines that describe a note rather than being part of it: properties, drawers, keywords, dates of tasks.

Of Org ("#+filetags: :sleep:", ":PROPERTIES: … :END:", "SCHEDULED: <2024-03-01>"), Logseq ("id:: …", "((…))"), Obsidian
("^block-id"), reStructuredText (".. image:: …"), and the fields that Pelican, Notion and TiddlyWiki write below
or in front of a title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.language.patterns import lazily
from evidence.reading.markdown_lines import Line

_DRAWER = lazily(r"[ \t]*:(?:PROPERTIES|LOGBOOK|CLOCKING|DRAWER):[ \t]*", re.IGNORECASE)
_DRAWER_END = lazily(r"[ \t]*:END:[ \t]*", re.IGNORECASE)
_ORG_CODE = lazily(r"[ \t]*#\+begin_(?P<kind>src|example|export|comment)\b[^\n]*", re.IGNORECASE)
_MACHINE = (
    "id|collapsed|heading|background-color|card-[\\w-]+|query-[\\w-]+|icon|public|template|template-including-parent"
    "|exclude-from-graph-view|logseq\\.[\\w.-]+|ls-type|hl-[\\w-]+|file|file-path|created-at|updated-at|created|updated|type"
    "|tags|alias|aliases|deck|title|date"
)
_SHORT = r"[^\n]{0,100}"
_LINE = lazily(
    r"[ \t]*(?:"
    rf"(?:[-*+][ \t]+)?(?:{_MACHINE})::[ \t]*{_SHORT}"
    r"|(?:[-*+][ \t]+)?#\+(?:begin|end)_\w{1,30}\b[^\n]*|#\+(?!caption|title"
    r"|begin)[A-Za-z_]{2,40}(?:\[[^\]\n]*\])?:[^\n]*"
    r"|(?:[-*+][ \t]+)?(?:(?:SCHEDULED|DEADLINE|CLOSED):[ \t]*[<\[]\d{4}-\d\d-\d\d[^<>\[\]\n]{0,60}[>\]][ \t]*)+"
    r"|CLOCK:[ \t]*\[\d{4}-\d\d-\d\d[^\n]{0,100}"
    r"|(?:[-*+][ \t]+)?\{\{(?:query|embed|renderer|cloze|macro|video|youtube|tweet|pdf)\b[^\n]{0,500}\}\}"
    r"|(?:[-*+][ \t]+)?(?:\(\([0-9a-f]{8}-[0-9a-f-]{20,40}\)\)[ \t]*)+"
    r"|\^[A-Za-z0-9][\w-]{2,60}"
    r"|<<[\w-]{2,40}(?:[ \t][^<>\n]{0,300})?>>"
    r"|\.\.[ \t]+(?:image|figure|contents|toctree|bibliography|include|raw|code|code-block|math|meta|index"
    r"|highlight|role|default-role"
    r"|csv-table|list-table|only|youtube|vimeo|class|container|sectnum|header|footer|target-notes|note|warning|tip|hint|important|caution"
    r"|danger|attention|admonition|seealso|topic|sidebar|epigraph|pull-quote|rubric)::[ \t]*[\w./:-]*"
    r"|\.\.[ \t]+(?:_[^\n:]{1,100}:[^\n]*|\|[^|\n]{1,60}\|[ \t]+\w+::[^\n]*)"
    r"|:(?:width|height|align|alt|scale|target|class|name|figclass|figwidth|depth|local|backlinks|language|linenos|lines|maxdepth|caption"
    r"|header-rows|widths|glob|hidden|titlesonly|numbered|style|filter|format):(?:[ \t]+[^\n]{0,100})?"
    r")[ \t]*",
    re.IGNORECASE,
)
_TOLD = lazily(r"[ \t]*#\+(?P<kind>title|caption):[ \t]*(?=\S)", re.IGNORECASE)
_BLOCK_NAME = lazily(r"[ \t]\^[A-Za-z0-9][\w-]{2,60}[ \t]*\Z|[ \t]\(\([0-9a-f]{8}-[0-9a-f-]{20,40}\)\)")
_OWN_PROPERTY = lazily(r"[ \t]*[A-Za-z][\w -]{0,30}::[ \t]+\S")
_FIELD = lazily(
    r"(?:title|date|dates|author|authors|category|categories|tags|tag|slug|status|modified|lang|language|template|layout|url|save_as"
    r"|keywords|created|created by|created time|updated|last edited(?: by| time)?|last updated|type|icon|image"
    r"|thumbnail|cover|series"
    r"|permalink|published|property|source url|reviewed|id|uid|modifier|creator|caption|format|order|weight"
    r"|draft|owner|assign|priority"
    r"|read time|reading time|word count)[ \t]*:(?:[ \t]+(?P<value>[^\n]{0,150}))?[ \t]*",
    re.IGNORECASE,
)
_MOST_WORDS = 12
"""Words of a field; a longer one tells something [house]."""
_MOST = 500
"""Lines of a drawer or block [house]."""
_FEWEST = 2


def told_at(body: str) -> tuple[str, int]:
    """The name of a keyword of Org that readers see, "title" or "caption", and where its words begin; else ("", 0)."""
    found = _TOLD.match(body)
    return (found["kind"].lower(), found.end()) if found else ("", 0)


def block_at(lines: Sequence[Line], place: int) -> int:
    """The line behind a drawer, or a block of code of Org, that opens on a line and is closed; 0 for any other."""
    body = lines[place].body
    if body.lstrip()[:1] not in (":", "#"):
        return 0
    code = _ORG_CODE.fullmatch(body)
    if not code and not _DRAWER.fullmatch(body):
        return 0
    closes = lazily(rf"[ \t]*#\+end_{code['kind']}\b[^\n]*", re.IGNORECASE) if code else _DRAWER_END
    for after in range(place + 1, min(len(lines), place + _MOST)):
        if closes.fullmatch(lines[after].body):
            return after + 1
    return 0


def is_property(body: str) -> bool:
    """Whether a line only says something about a note or to the program that shows it."""
    return len(body) < 600 and _LINE.fullmatch(body) is not None


def is_own_property(body: str) -> bool:
    """Whether a line is a property of the author's own, which stands on its line for readers too: "dose:: 75 mg"."""
    return "::" in body[:40] and _OWN_PROPERTY.match(body) is not None


def without_name(body: str) -> str:
    """A line with blanks for the name that a block bears behind its words."""
    if "^" not in body and "((" not in body:
        return body
    return _BLOCK_NAME.sub(lambda found: " " * len(found.group()), body)


def fields_at(lines: Sequence[Line], place: int) -> int:
    """The line behind a run of at least two lines of fields ("Created: …", "Tags: …"); 0 where none begins."""
    last = place
    while last < len(lines) and _is_field(lines[last].body):
        last += 1
    return last if last - place >= _FEWEST else 0


def _is_field(body: str) -> bool:
    found = _FIELD.fullmatch(body)
    return found is not None and len((found["value"] or "").split()) <= _MOST_WORDS
