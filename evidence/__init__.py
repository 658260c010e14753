"""Reads health prose and says what each claim in it stands on.

Pure functions over frozen values: no framework, no database, no network, no clock.
The entry points are `evidence.documents.read` and `evidence.pipeline.assess`.
"""

from __future__ import annotations

VERSION = "0.1.0"
