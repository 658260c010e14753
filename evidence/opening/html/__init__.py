"""A saved web page into the text that its readers see, in Markdown.

In: HTML. Out: text, what the page says about itself, and the way back to its lines.
May not import: `word` or any room above `opening`.
"""

from __future__ import annotations
