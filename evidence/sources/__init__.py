"""Works in the form that grading reads: design, size, species, funding, status.

In: CSL-JSON with recorded facts, a shared library. Out: Sources; what is not known stays None.
May not import: `matching`, `grading` or any room above.
"""

from __future__ import annotations
