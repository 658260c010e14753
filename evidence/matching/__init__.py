"""Which works each sentence stands on.

In: a document, its claims and the sources. Out: links with how each was made; suggestions apart, never as links.
May not import: `grading` or any room above.
"""

from __future__ import annotations
