"""Reference lists whose name stands on one line with all or the first of their works, as HTML within Markdown allows:
"<summary>Sources</summary><ol><li>…", "<p><strong>References</strong><br>1. Bell A. …<br>2. Coe B. …".

They are read as if each began a line of its own: a list is looked for line by line.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.deadline import paced
from evidence.language.folding import Edit
from evidence.language.patterns import lazily
from evidence.reading.list_names import names_a_list

_NAMED = lazily(
    r"<(?P<tag>summary|h[1-6]|b|strong)\b[^<>]{0,200}>(?P<name>[^<>\n]{3,60})</(?P=tag)>:?[ \t]{0,9}"
    r"(?P<broken>(?:</p>|<br[ \t]*/?>)?)(?=[ \t]{0,9}\S)"
)
_BREAK = lazily(r"<br[ \t]*/?>(?=[ \t]{0,9}[\[(]?\d{1,3}[\]).])")
_OPENS_A_LIST = ("<ol", "<ul", "<table", "<dl", "<div", "<section", "<p")


def edits(text: str) -> Iterator[Edit]:
    """The line breaks to read behind such a name and before the works that breaks part."""
    if "</" not in text:
        return
    done = 0
    for found in paced(_NAMED.finditer(text)):
        behind = text[found.end() : found.end() + 20].lstrip()
        if (
            found.end() < done
            or not (found["broken"] or behind.startswith(_OPENS_A_LIST))
            or not names_a_list(found["name"].strip())
        ):
            continue
        yield Edit(found.end(), found.end(), "\n", False)
        line = text.find("\n", found.end())
        done = len(text) if line < 0 else line
        for broken in paced(_BREAK.finditer(text, found.end(), done)):
            yield Edit(broken.end(), broken.end(), "\n", False)
