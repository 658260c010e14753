"""Files into Documents: Markdown, plain text, web pages (`html`) and Word documents (`word`).

In: the bytes of a file and its name, from anybody. Out: a Document, or a sentence on why it cannot be read.
May not import: the rooms that judge (sources, matching, grading, flags). Every file is bounded in size, depth and time.
"""

from __future__ import annotations
