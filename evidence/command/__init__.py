"""The `citewell` command: checks articles like a linter checks code.

In: arguments, files, `[tool.citewell]`, the date. Out: reports (text, JSON, SARIF, GitHub) and an exit code.
May import every room; no room may import it. Only here are files opened and the clock read.
"""

from __future__ import annotations
