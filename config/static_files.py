"""Static files as readers get them: our own styles and scripts without comments and indentation, hashed, compressed."""

from __future__ import annotations

import re
from typing import Any

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]

OURS = re.compile(r"(?:css|js)/[\w.-]+\.(css|js)")
"""Our own files, under their names and under those with the hash of what was written."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def minified(text: str, kind: str) -> str:
    """The text of a style sheet ("css") or script ("js") without what only its authors need.

    Scripts keep their lines, since a line may end a statement; style sheets keep what stands in quotes.
    """
    if kind == "js":
        lines = (line.strip() for line in text.splitlines())
        return "\n".join(line for line in lines if line and not line.startswith("//")) + "\n"
    joined = " ".join(line.strip() for line in _COMMENT.sub("", text).splitlines() if line.strip())
    parts = re.split(r'("[^"]*")', joined)
    return "".join(part if part.startswith('"') else _tightened(part) for part in parts)


def _tightened(css: str) -> str:
    """Without blanks beside braces and semicolons, and behind a colon or comma; one before a colon joins selectors."""
    css = re.sub(r"\s*([{};])\s*", r"\1", css)
    return re.sub(r"([:,])\s+", r"\1", css).replace(";}", "}")


class Storage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    def _save(self, name: str, content: Any) -> str:
        if found := OURS.fullmatch(name):
            content.seek(0)  # it was read to the end for its hash
            content = ContentFile(minified(content.read().decode(), found[1]).encode())
        return str(super()._save(name, content))
