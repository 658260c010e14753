"""Asks Crossref, PubMed and OpenAlex about works.

In: identifiers or words of a work. Out: what a service said of it, or a typed reason why it said nothing.
May not import: `models` or any room above; nothing in here touches rows.
"""

from __future__ import annotations
