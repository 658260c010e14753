"""Asks Crossref, PubMed and OpenAlex about works. Nothing in here touches the library's rows."""

from __future__ import annotations
