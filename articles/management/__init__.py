"""What an operator does from the command line: import, assess, verify the log.

In: arguments. Out: a line for each thing done; each command is one call of a service.
May not import: `admin`, `newsroom` or `reader`.
"""

from __future__ import annotations
