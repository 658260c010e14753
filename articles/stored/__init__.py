"""Pages for readers, rendered once and kept in rows: a read is one SELECT, with no template and no session.

In: public addresses, and what the database says has changed. Out: what the views of `reader` give, compressed.
May not import: `tasks`, `newsroom` or `admin`; it asks `reader` through the list of addresses alone.
"""

from __future__ import annotations
