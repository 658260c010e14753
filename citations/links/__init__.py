"""Looks whether the addresses of works answer, without ever asking one that is not in the public internet.

An address comes from whoever wrote a reference, and a redirect from whoever answered it: neither may lead this server
to its own network. `addresses` says what may be asked, `connections` connects to nothing else, `checking` asks.

In: an address. Out: what was seen there. May not import: `models` or any room above.
"""

from __future__ import annotations
