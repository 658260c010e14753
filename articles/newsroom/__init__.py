"""The newsroom's own pages: the editor's preview and uploads, workflow, review desk and import."""

from __future__ import annotations
