"""What may be done to the library of works: add, complete, compare, merge, correct, watch.

In: works as they come, answers of services, what an editor says. Out: rows, and what is still to be done.
May not import: `tasks` or any room above; work is put in the queue by name.
"""

from __future__ import annotations

from citations.services.intake import FACTS, Work, add_works
from citations.services.record_matching import IDENTIFIERS, find_works, fingerprint

__all__ = ["FACTS", "IDENTIFIERS", "Work", "add_works", "find_works", "fingerprint"]
