"""One reference or identifier, as printed, into fields.

In: a reference string, a DOI, PMID or ISBN, BibTeX. Out: CSL-JSON and identifiers in one written form.
May not import: the rooms above; where references stand in a document is a matter of `reading`.
"""

from __future__ import annotations
