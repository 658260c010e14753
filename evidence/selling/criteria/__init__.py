"""The ten criteria by which a statement is a disease claim, one module each, named after what it looks for.

In: a Passage, one sentence of a product with the names found in it. Out: the words that meet the criterion, or "".
May not import: each other. Source: 21 CFR 101.93(g)(2)(i)-(x) and its preamble, 65 FR 1000 (6 January 2000).
"""

from __future__ import annotations
