"""The catalogue of flags: every code, what it means, what it rests on and what to do about it.

Codes are public and stable: they stand in JSON, in SARIF, in the database and in decisions. One is added by
a new entry here and a rule in `evidence/flags/`; none is ever renamed. `docs/flags.md` is this catalogue
printed: `python -m evidence.flags.catalogue > docs/flags.md`.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Mapping
from types import MappingProxyType

from evidence.flags.catalogue_sources import CITATION, EVIDENCE
from evidence.flags.catalogue_text import PAGE, PRODUCT, WORDING
from evidence.flags.flag_spec import GROUPS, FlagSpec

__all__ = ["FLAGS", "GROUPS", "FlagSpec"]

FLAGS: Mapping[str, FlagSpec] = MappingProxyType(
    {spec.code: spec for spec in (*CITATION, *EVIDENCE, *WORDING, *PRODUCT, *PAGE)}
)
"""Every flag by its code, in the order in which lists show them."""

_INTRODUCTION = """\
# Flags

Citewell raises these flags. A **blocker** stops publication until it is mended or a second editor accepts
it with a reason; a **warning** is shown to readers with its label; a **note** is for editors only. Codes
never change.

This page is printed from the catalogue in `evidence/`: `citewell explain --all --markdown > docs/flags.md`.
"""


def nearest(code: str) -> str:
    """The code most like a mistyped one, or ""."""
    return next(iter(difflib.get_close_matches(code.lower(), FLAGS, n=1)), "")


def explanation(spec: FlagSpec) -> str:
    """One flag in plain text, for a terminal."""
    rows = [f"{spec.code} ({spec.severity}, {spec.group})", f"  {spec.title}: {spec.definition}"]
    if spec.varies:
        rows.append(f"  Severity:   {spec.varies}")
    rows += [f"  What to do: {spec.advice}", f"  Standard:   {spec.standard}"]
    if spec.reader:
        rows.append(f"  Page shows: {spec.reader}")
    rows += [f"  Instead of: {spec.example}", f"  Write:      {spec.fix}"]
    return "\n".join(rows) + "\n"


def as_list() -> str:
    """Every flag on a line of its own, for a terminal."""
    width = max(map(len, FLAGS))
    return "".join(f"{spec.code:<{width}}  {spec.severity:<7}  {spec.title}\n" for spec in FLAGS.values())


def section(spec: FlagSpec) -> str:
    """One flag as a section of docs/flags.md."""
    shown = f'"{spec.reader}"' if spec.reader else "nothing"
    return (
        f"### {spec.code}\n\n**{spec.title}** ({spec.severity}). {spec.definition}"
        f"{' ' + spec.varies if spec.varies else ''}\n\n"
        f"- What to do: {spec.advice}\n- Readers see: {shown}\n- Standard: {spec.standard}\n"
        f"- Instead of: {spec.example}\n- Write: {spec.fix}\n"
    )


def as_markdown() -> str:
    """The whole catalogue as docs/flags.md has it."""
    parts = [_INTRODUCTION]
    for group in GROUPS:
        parts.append(f"## {group.capitalize()}\n")
        parts += [section(spec) for spec in FLAGS.values() if spec.group == group]
    return "\n".join(parts)


if __name__ == "__main__":
    sys.stdout.write(as_markdown())
