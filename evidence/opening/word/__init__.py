"""A Word document into a Document: its text by way of mammoth, its citations from the fields of reference managers.

In: the bytes of a .docx file. Out: a Document with the works its fields cite.
May not import: any room above `opening`; of `html` only `pages`.
"""

from __future__ import annotations
