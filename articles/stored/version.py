"""What pages are made with: a page that another version rendered is rendered anew."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.metadata import version as version_of
from pathlib import Path

from django.conf import settings

MADE_WITH = ("templates", "articles", "citations", "products", "evidence")
APART = frozenset(("newsroom", "admin", "migrations", "management", "account", "accounts", "allauth", "__pycache__"))
"""Folders of which nothing reaches a page for readers."""
SUFFIXES = frozenset((".py", ".html", ".txt"))
NAMING = ("articles/reader", "articles/rendering", "citations/services/exporting.py")
"""Where a setting that is named may change a page."""
ALWAYS = ("STATIC_URL", "MEDIA_URL", "TIME_ZONE", "LANGUAGE_CODE", "HTTPS", "X_FRAME_OPTIONS")
PACKAGES = ("django", "markdown-it-py", "nh3", "whitenoise")
_SETTING = re.compile(r"\bsettings\.([A-Z][A-Z0-9_]+)")


@cache
def code() -> tuple[str, tuple[str, ...]]:
    """A hash of templates, code and static files, and the names of the settings that pages may show."""
    digest, named = hashlib.sha256(), set(ALWAYS)
    base = Path(settings.BASE_DIR)
    for path in _files(base):
        content = path.read_bytes()
        name = path.relative_to(base).as_posix()
        digest.update(f"\0{name}\0".encode() + content)
        if name.startswith(NAMING):
            named |= set(_SETTING.findall(content.decode()))
    for package in PACKAGES:
        digest.update(f"\0{package} {version_of(package)}".encode())
    digest.update(_static(base))
    return digest.hexdigest(), tuple(sorted(named - {"SECRET_KEY", "SECRET_KEY_FALLBACKS"}))


def version() -> str:
    """Of this process, as its settings stand."""
    made_with, named = code()
    said = "\0".join(f"{name}={getattr(settings, name, None)!r}" for name in named)
    return hashlib.sha256(f"{made_with}\0{said}".encode()).hexdigest()[:16]


def _files(base: Path) -> list[Path]:
    found = (path for folder in MADE_WITH for path in (base / folder).rglob("*") if path.suffix in SUFFIXES)
    return sorted(path for path in found if not APART & set(path.relative_to(base).parts[:-1]))


def _static(base: Path) -> bytes:
    """The names of files with their hashes where `collectstatic` made them, else the files themselves."""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not settings.SERVE_FILES and manifest.is_file():
        return manifest.read_bytes()
    files = sorted(path for folder in ("css", "js", "img", "fonts") for path in (base / "static" / folder).rglob("*"))
    return b"\0".join(path.read_bytes() for path in files if path.is_file())
