"""Shapes of text made up to take long, and how the time for them grows; for the short tests and for `make prove`."""

from __future__ import annotations
