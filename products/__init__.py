"""What is sold, and what readers are told about it.

In: products and the answers of each article. Out: products on record, disclosures.
May not import: `articles`, `citations` or `config`; an article is known by the name of a foreign key alone.
"""

from __future__ import annotations
