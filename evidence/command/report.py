"""What an assessment says, as data: the JSON contract and the counts that every format shares.

The JSON is public. Keys are only ever added; `version` names the engine that answered.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from evidence import VERSION
from evidence.command import left_out
from evidence.context import Design, Source, Status
from evidence.language.visible_text import visible
from evidence.values import Assessed, Assessment, Flag, Level


class Report(NamedTuple):
    """One checked file. `csl` holds the CSL-JSON of works that came from a library, by key."""

    path: str
    assessment: Assessment
    csl: Mapping[str, Mapping[str, Any]] = {}


class Summary(NamedTuple):
    """The counts of one report. A claim is supported when it stands on a work that may be relied on.

    A retracted work and a protocol without results are none (standards.md A1); a work whose design is not
    recorded is one, although it has no grade yet. `not_read` sentences are in a language that the engine does not
    read: they are among the sentences, and nothing is known of their claims.
    """

    sentences: int
    claims: int
    supported: int
    flags: Mapping[str, int]
    not_read: int = 0


def summarise(assessment: Assessment) -> Summary:
    """Count sentences, claims, supported claims and flags by code, most frequent first."""
    claims = [row for row in assessment.sentences if row.claim.claim]
    reliable = {
        source.key
        for source in assessment.sources
        if source.status is not Status.RETRACTED and source.design is not Design.PROTOCOL
    }
    return Summary(
        sentences=len(assessment.sentences),
        claims=len(claims),
        supported=sum(1 for row in claims if any(link.key in reliable for link in row.links)),
        flags=dict(Counter(flag.code for flag in assessment.flags).most_common()),
        not_read=sum(not row.read for row in assessment.sentences),
    )


def as_data(reports: Iterable[Report]) -> dict[str, Any]:
    """The answer for several files in the shape of the JSON contract."""
    return {"version": VERSION, "files": [_file(report) for report in reports]}


def to_json(reports: Iterable[Report]) -> str:
    """The JSON contract as text, ending in a newline."""
    return json.dumps(as_data(reports), ensure_ascii=False, indent=2, default=str) + "\n"


def _file(report: Report) -> dict[str, Any]:
    assessment = report.assessment
    summary = summarise(assessment)
    cited = {link.key for row in assessment.sentences for link in row.links}
    return {
        "path": report.path,
        "format": assessment.document.format,
        # Offsets count the code points of the text that was read. What was made from a page or a Word document is
        # nowhere but here.
        **({"text": assessment.document.text} if assessment.document.format in ("html", "word") else {}),
        "title": assessment.document.title,
        "summary": {
            "sentences": summary.sentences,
            "claims": summary.claims,
            "supported": summary.supported,
            "flags": dict(summary.flags),
            "not_read": summary.not_read,
        },
        "sentences": [
            _sentence(row, sentence.text)
            for row, sentence in zip(
                assessment.sentences, visible(assessment.document.as_seen or assessment.document), strict=True
            )
        ],
        "references": _references(report, cited),
        "products": [
            {"name": product.name, "seller": product.seller, "sentences": list(product.sentences)}
            for product in assessment.products
        ],
        "page_flags": _flags(assessment.page_flags),
        "left_out": [
            {"kind": part.kind, "line": part.line, "words": part.words, "searched": part.searched}
            for part in left_out.parts_of(assessment)
        ],
    }


def _sentence(row: Assessed, plain: str) -> dict[str, Any]:
    """A sentence with what was found of it. `plain` is what its readers see, without markers and addresses."""
    claim = row.claim
    return {
        "start": row.sentence.start,
        "end": row.sentence.end,
        "text": row.sentence.text,
        "plain": plain,
        "place": row.sentence.place,
        "claim": claim.claim,
        # The calibrated chance that it is a claim, and for a claim how sure that is.
        "certainty": None if row.chance is None else round(row.chance, 2),
        "band": None if row.band is None else row.band.value,
        "kinds": [kind.value for kind in claim.kinds],
        "wording": claim.wording.value,
        "sources": [{"key": link.key, "how": link.how.value} for link in row.links],
        "suggested": list(row.suggested),
        "level": row.grade.level.value if claim.claim else Level.NONE.value,
        "reasons": list(row.grade.reasons),
        "flags": _flags(row.flags),
        "read": row.read,
    }


def _references(report: Report, cited: set[str]) -> list[dict[str, Any]]:
    listed = {reference.key: reference for reference in report.assessment.document.references}
    sources = {source.key: source for source in report.assessment.sources}
    flags: dict[str, list[Flag]] = {}
    for flag in report.assessment.source_flags:
        flags.setdefault(flag.reference or "", []).append(flag)
    rows = []
    for key in dict.fromkeys(chain(sources, listed)):
        reference, source = listed.get(key), sources.get(key)
        csl = report.csl.get(key) or (reference.csl if reference else {})
        rows.append(
            {
                "key": key,
                "raw": _raw(source) or (reference.raw if reference else ""),
                "csl": dict(csl),
                "design": source.design.value if source and source.design else None,
                "cited": key in cited,
                "flags": _flags(flags.get(key, ())),
                "doubtful": list(reference.doubtful) if reference and key not in report.csl else [],
            }
        )
    return rows


def _raw(source: Source | None) -> str:
    return source.raw if source else ""


def _flags(flags: Iterable[Flag]) -> list[dict[str, Any]]:
    return [
        {
            "code": flag.code,
            "severity": flag.severity.value,
            "message": flag.message,
            "standard": flag.standard,
            "certainty": {"chance": round(flag.certainty.chance, 2), "band": flag.certainty.band.value},
        }
        for flag in flags
    ]


def all_flags(reports: Sequence[Report]) -> list[Flag]:
    """Every flag of every report, in order."""
    return [flag for report in reports for flag in report.assessment.flags]
