"""The publication for machines: articles, claims, works and corrections as JSON, to read and never to write.

In: live revisions, how their works stand now, the public record. Out: JSON of the shapes in `shapes`, described by
OpenAPI. May not import: `newsroom` or `admin`; the working draft is none of its business.
"""

from __future__ import annotations
