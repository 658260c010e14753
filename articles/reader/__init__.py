"""What readers get: pages, lists, feeds, the sitemap, reference lists to take along.

In: live revisions and how their works stand now. Out: HTML, XML and files for everybody.
May not import: `newsroom` or `admin`; the working draft is none of its business.
"""

from __future__ import annotations
