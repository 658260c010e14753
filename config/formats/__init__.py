"""How days and times are written, the same everywhere in the newsroom and on the pages.

In: nothing. Out: Django's format modules, one for each language. May not import: anything.
"""

from __future__ import annotations
