"""What is said of a document that cannot be read, whatever its kind."""

from __future__ import annotations


class UnreadableDocumentError(ValueError):
    """The document cannot be read. The message says why and what to do, and does not name the file."""
