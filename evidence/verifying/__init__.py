"""What an article writes of a work, against what services that index works hold of it.

In: CSL-JSON as written, CSL-JSON of records, and what each service answered. Out: which questions to ask next, field by
field whether they agree, and a verdict with its reasons. Pure: asking is the caller's.
May not import: `matching`, `grading`, `flags` and the rooms above.
"""

from __future__ import annotations
