"""Markdown into HTML that is safe to show, with the marks of claims in it; the same for readers and for the preview.

In: words, places of sentences, numbers of works. Out: sanitised HTML, and the words and addresses both faces use.
May not import: `services` or any room above; no query, but for nothing it is not given.
"""

from __future__ import annotations
