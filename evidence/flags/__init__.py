"""What is wrong with an article, as flags with a reason, a standard and advice.

In: the findings of one document (claims, links, grades, products, page). Out: flags; their words are in the catalogue.
May not import: the pipeline or the command.
"""

from __future__ import annotations
