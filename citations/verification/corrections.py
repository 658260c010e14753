"""What a verdict proposes, written into the text of the list: as a diff to look at or, where it is safe, for good.

Safe is what cannot make a reference worse: an identifier that leads nowhere or elsewhere gives way to the one of the
work whose title and authors are written, and a DOI that is missing is added. Years, names, volumes and pages are
proposed and never written.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from citations.verification.listed_works import Listed
from evidence.context import Verdict, Verification

Row = tuple[Listed, Verification]
_FIELDS = {
    "year": ("year", "date"),
    "volume": ("volume",),
    "pages": ("pages",),
    "DOI": ("doi",),
    "journal": ("journal",),
}


def corrected(text: str, rows: Sequence[Row], *, safe_only: bool) -> str:
    """The text with what is proposed for its works; from the last to the first, so that places stay true."""
    placed = [(place, row) for row in rows if (place := _place(text, row[0])) is not None]
    for (start, end), (listed, told) in sorted(placed, key=lambda entry: entry[0], reverse=True):
        text = text[:start] + _mended(text[start:end], listed, told, safe_only) + text[end:]
    return text


def diff(path: str, before: str, after: str) -> str:
    """A unified diff, "" where nothing changes."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{path}", f"b/{path}"
    )
    return "".join(lines)


def _place(text: str, listed: Listed) -> tuple[int, int] | None:
    """Where a work stands in the text of its file; None where it cannot be told."""
    if listed.start >= 0:
        return listed.start, listed.end
    if not listed.path.lower().endswith((".bib", ".bibtex")):
        return None
    opened = re.search(rf"@\w+\s*\{{\s*{re.escape(listed.key)}\s*,", text)
    if not opened:
        return None
    depth, end = 1, opened.end()
    while end < len(text) and depth:
        depth += {"{": 1, "}": -1}.get(text[end], 0)
        end += 1
    return opened.start(), end


def _mended(entry: str, listed: Listed, told: Verification, safe_only: bool) -> str:
    entry = _with_identifier(entry, listed, told)
    if safe_only or told.verdict is not Verdict.DIFFERS:
        return entry
    for name, written, recorded in told.fields:
        if name in ("year", "volume", "pages") and written and recorded:
            pattern = rf"(?<![\w./-]){re.escape(written)}(?![\w/])"
            if len(re.findall(pattern, entry)) == 1:
                entry = recorded.join(re.split(pattern, entry))
    return entry


def _with_identifier(entry: str, listed: Listed, told: Verification) -> str:
    kind, _, new = told.proposal.partition(":")
    old_kind, _, old = told.identifier.partition(":")
    if not new:
        return entry
    if old and old_kind == kind:
        found = re.search(re.escape(old), entry, re.IGNORECASE)
        return entry[: found.start()] + new + entry[found.end() :] if found else entry
    if kind != "doi" or "doi" in listed.work.identifiers() or told.verdict not in (Verdict.AGREES, Verdict.DIFFERS):
        return entry
    if listed.start >= 0:
        return f"{entry.rstrip()} https://doi.org/{new}{entry[len(entry.rstrip()) :]}"
    head, comma, rest = entry.partition(",")
    return f"{head}{comma}\n  doi = {{{new}}},{rest}"
