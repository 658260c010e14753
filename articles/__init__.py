"""Drafts, people, revisions, claims, flags, decisions and workflow; pages for readers and for the newsroom.

In: what people write and decide, works, products, what the engine found. Out: revisions and pages.
May not import: `config`. Only `assessments` hands rows to the engine.
"""

from __future__ import annotations
