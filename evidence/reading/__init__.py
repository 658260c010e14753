"""Markdown or plain text into a Document.

In: text. Out: sentences with exact offsets, citation markers, the reference list, and what is not prose.
May not import: `opening` or any room above; pages and Word documents become Markdown there first.
"""

from __future__ import annotations
