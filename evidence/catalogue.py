"""The catalogue of flags: every code, what it means, what it rests on and what to do about it.

Codes are public and stable: they stand in JSON, in SARIF, in the database and in decisions. One is added by a
new entry here and a rule in `evidence/flags/`; none is ever renamed. `docs/flags.md` is this catalogue printed:
`python -m evidence.catalogue > docs/flags.md`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from evidence.catalogue_sources import CITATION, EVIDENCE
from evidence.catalogue_text import PAGE, PRODUCT, WORDING
from evidence.flagspec import GROUPS, FlagSpec

__all__ = ["FLAGS", "GROUPS", "FlagSpec"]

FLAGS: Mapping[str, FlagSpec] = MappingProxyType(
    {spec.code: spec for spec in (*CITATION, *EVIDENCE, *WORDING, *PRODUCT, *PAGE)}
)
"""Every flag by its code, in the order in which lists show them."""
