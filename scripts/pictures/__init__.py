"""Pictures of every page of the site, at two widths, in light and in dark: `make pictures`.

In: the table of addresses, and the articles in `examples/` on a database of its own that is gone afterwards.
Out: PNG files and a sheet of all of them, `index.html`, in OUT. May not import: nothing imports it but the tests that
walk the same addresses.
"""

from __future__ import annotations
