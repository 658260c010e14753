"""Finds what was published: search over articles and over claims, and lists by topic, person, work and month.

In: what a reader asked, and where a list goes on. Out: rows in a fixed order, with where they go on from.
May not import: `reader`, `stored` or any room above; the tables are filled by the database (`feeding`), from live
revisions alone.
"""

from __future__ import annotations
