"""The DOI in a field that holds nothing else: signs that would end it in a text are its own there.

DOI Handbook 2.2.3: a suffix may hold any printable character. Fields of .bib and the like write them as entities or as
in addresses, and some go on over a line.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

from evidence.language.patterns import lazily
from evidence.references.identifiers import normalise_doi

_WHOLE = lazily(
    r"\s*(?:doi\s?[:=]?\s?|(?:https?://)?(?:(?:dx|www)\.)?doi\.org/\s?)?"
    r"(?P<doi>10\.\d{4,9}/(?:\s{0,20}\n\s{0,20})?(?=\S*[<>#]|(?<=\s))[^\s\"“”|\\]{1,300})\s*",
    re.IGNORECASE,
)


def doi_of_field(value: str) -> str:
    """The DOI in lower case, or "" where there is none."""
    whole = _WHOLE.fullmatch(unquote(unescape(value)))
    return re.sub(r"\s+", "", whole["doi"]).lower().rstrip(".,;") if whole else normalise_doi(value)
