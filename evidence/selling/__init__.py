"""What a page sells, which sentences speak of it, and what they say of it.

In: a document and the products on record. Out: the products named or promoted, and a Statement for each sentence that
says something of one: a disease claim by the criteria of 21 CFR 101.93(g)(2), structure or function, safety, comparison.
May not import: any room above `language`. Rules first; where they stop, a learned scorer (JSON with a model card).
"""

from __future__ import annotations
