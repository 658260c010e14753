"""The newsroom's own pages: writing, importing, workflow, review desk, duplicates, where works are used.

In: requests of signed-in staff. Out: pages under /admin/; each change is one call of a service.
May not import: `admin`. Of `reader` it uses the page itself, to show a draft as readers would see it.
"""

from __future__ import annotations
