"""British English, with hours counted to 24.

In: nothing. Out: `formats`, read by Django. May not import: anything.
"""

from __future__ import annotations
