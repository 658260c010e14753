"""Which sentences claim something about health, of which kinds, and how strongly they are worded.

In: the sentences of a document. Out: a Claim for each, and the products the text names or promotes.
May not import: `references` or any room above. Rules propose; learned weights (JSON with a model card) settle.
"""

from __future__ import annotations
