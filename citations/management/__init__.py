"""What an operator does from the command line: import works and lists of journals.

In: arguments and files. Out: a line for each thing done; each command is one call of a service.
May not import: `admin` or `tasks`.
"""

from __future__ import annotations
