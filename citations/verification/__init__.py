"""Asks services about works as they are written until the engine's verdict stands. Knows no Django and no database.

In: a work as written, a session. Out: the verdict with what it rests on.
May not import: `links`, `models` or any room above; Django.
"""

from __future__ import annotations
