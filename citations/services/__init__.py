"""What may be done to the library of works."""

from __future__ import annotations

from citations.services.intake import FACTS, IDENTIFIERS, Work, add_works, find_works, fingerprint

__all__ = ["FACTS", "IDENTIFIERS", "Work", "add_works", "find_works", "fingerprint"]
