"""The page does not say what qualifies its author.

Standard: JAMA authorship, HON 1; standards.md D. Where nobody has answered, the byline is read.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.language.patterns import lazily
from evidence.values import Flag

CODE = "missing-credentials"

_DEGREE = lazily(
    r"\b(?:Dr\.?|Prof(?:essor)?\.?|M\.?D\.?|Ph\.?D\.?|D\.?O\.?|DPT|RDN?|RN|NP|PA-C|MPH|MSc|MS|MBBS|MBChB|PharmD|DDS|DMD|DC|LAc|CNM|IBCLC|PsyD|FACP|FRCP|BSc|BSN|MSN|DNP|ND|LCSW|"
    r"registered\s+(?:dietitian|nurse|dietician)|dietitian|physician|nurse|pharmacist|midwife|physiotherapist|psychologist|surgeon|dentist|nutritionist)\b"
)


def check(findings: Findings) -> Iterator[Flag]:
    stated = findings.page.credentials
    if stated is None:
        stated = _DEGREE.search(findings.document.byline) is not None
    if findings.in_scope and not stated:
        yield raised(CODE, facts=[("byline", findings.document.byline or "none")])
