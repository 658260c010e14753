"""How far a work reaches for a claim: level, reasons, and whether the work says the same.

In: a claim, its sources and the words held of them. Out: grades, agreement of numbers, contradiction.
May not import: `matching` or any room above.
"""

from __future__ import annotations
