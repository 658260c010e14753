"""Words, sentences and numbers of English health prose.

In: text. Out: sentences, numbers, health words, patterns that search fast. Knows nothing of documents, claims or works.
May not import: any other room of the engine; only the frozen values.
"""

from __future__ import annotations
