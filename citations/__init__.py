"""The library of works: identifiers, facts for grading, status, addresses.

In: what people and services say of works. Out: works, each once, with where each fact came from.
May not import: `articles`, `products` or `config`.
"""

from __future__ import annotations
