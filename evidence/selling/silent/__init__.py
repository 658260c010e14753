"""Sentences beside goods that claim nothing for them, one module for each reason.

In: a sentence with the product's name replaced by `PRODUCT`. Out: whether it is silent for that reason.
May not import: each other, or the criteria. `traps` asks them in turn.
"""

from __future__ import annotations
