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

## How sure a flag is

What is learned or guessed may be wrong, and Citewell says how often. Every flag has a chance (how many of a hundred
such flags are right) and a band:

| band | as a whole right in | what it may do |
|---|---|---|
| `sure` | at least 9 of 10 | all that its severity says; only a sure flag stops publication |
| `likely` | at least 7 of 10 | a blocker becomes a warning, which readers see |
| `query` | less | a note that asks the editor ("Is this a claim?"); readers never see it |

"How sure" below names what each flag depends on. Its chance is that of all these judgements together. What depends on
nothing of the kind is certain by form: a marker that leads nowhere, a retracted work, an unanswered disclosure. The
figures are measured on pages that were not learned from (docs/accuracy.md, `evidence/claims/certainty.md`); a site may
set its cuts.

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
    rows += [f"  What to do: {spec.advice}", f"  How sure:   {how_sure(spec)}", f"  Standard:   {spec.standard}"]
    if spec.reader:
        rows.append(f"  Page shows: {spec.reader}")
    rows += [f"  Instead of: {spec.example}", f"  Write:      {spec.fix}"]
    return "\n".join(rows) + "\n"


def how_sure(spec: FlagSpec) -> str:
    """What a flag depends on, in words."""
    return f"depends on {'; '.join(spec.rests_on)}" if spec.rests_on else "certain by form"


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
        f"- What to do: {spec.advice}\n- Readers see: {shown}\n- How sure: {how_sure(spec)}\n"
        f"- Standard: {spec.standard}\n"
        f"- Instead of: {spec.example}\n- Write: {spec.fix}\n{_cases(spec)}"
    )


def _cases(spec: FlagSpec) -> str:
    """The parts of a rule that has several, as a table."""
    if not spec.cases:
        return ""
    rows = "".join(f"| {' | '.join(case)} |\n" for case in spec.cases)
    return f"\n| criterion | instead of | write |\n|---|---|---|\n{rows}"


def as_markdown() -> str:
    """The whole catalogue as docs/flags.md has it."""
    parts = [_INTRODUCTION]
    for group in GROUPS:
        parts.append(f"## {group.capitalize()}\n")
        parts += [section(spec) for spec in FLAGS.values() if spec.group == group]
    return "\n".join(parts)


if __name__ == "__main__":
    sys.stdout.write(as_markdown())
