"""Which engine this is: its release and a hash of its rules and weights, so that no change of either goes unnoticed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import evidence
from articles.assessments.cuts import cuts

LEFT_OUT = frozenset(("command", "__pycache__"))
"""The command prints what the engine found; how it does so changes nothing in a draft."""
READ = frozenset((".py", ".json"))


def engine_version() -> str:
    """Such as "0.2.0+3f9a01c2d4e5", at most 20 signs; another one where the site sets its own cuts of certainty."""
    own = _package()
    if cuts() != (None, None):
        own = hashlib.sha256(f"{own} {cuts()}".encode()).hexdigest()[:12]
    return f"{evidence.VERSION}+{own}"[:20]


@cache
def _package() -> str:
    """Read once in each process, when it is first asked for (20 ms)."""
    return fingerprint(Path(evidence.__file__).parent)


def fingerprint(package: Path) -> str:
    """Twelve signs that change with every file of rules and weights: its name, or a byte of it."""
    digest = hashlib.sha256()
    for path in sorted(_files(package), key=lambda path: path.relative_to(package).as_posix()):
        content = path.read_bytes()
        digest.update(f"{path.relative_to(package).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def _files(package: Path) -> Iterator[Path]:
    for path in package.rglob("*"):
        if path.suffix in READ and not LEFT_OUT & set(path.relative_to(package).parts):
            yield path
