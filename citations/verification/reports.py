"""Verdicts for people and for programs: text, JSON and SARIF."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from citations.verification.asking import NAMES
from citations.verification.listed_works import Listed
from evidence import VERSION
from evidence.command.report_sarif import LEVELS, SCHEMA, rule
from evidence.context import Verdict, Verification
from evidence.flags.catalogue import FLAGS
from evidence.sources.verifications import as_kept

Row = tuple[Listed, Verification]

CODES: Mapping[Verdict, str] = {
    Verdict.OTHER_WORK: "identifier-mismatch",
    Verdict.UNREGISTERED: "identifier-unregistered",
    Verdict.NOT_FOUND: "reference-not-found",
    Verdict.DIFFERS: "reference-differs",
}
"""The flags that verdicts raise; the others raise none."""
WORDS: Mapping[Verdict, str] = {
    Verdict.AGREES: "agrees",
    Verdict.DIFFERS: "differs",
    Verdict.OTHER_WORK: "identifier leads to another work",
    Verdict.UNREGISTERED: "identifier never given out",
    Verdict.NOT_FOUND: "known to no service",
    Verdict.CANNOT_TELL: "cannot be told",
    Verdict.NOT_ASKED: "not asked",
}


def to_text(rows: Sequence[Row]) -> str:
    """One work after the other, those that need nobody in one line each, and a line that sums up."""
    lines: list[str] = []
    for listed, told in rows:
        at = f"{listed.path}:{listed.line}" if listed.line else listed.path
        lines.append(f"{at}: [{listed.key}] {WORDS[told.verdict]}: {listed.label}")
        lines += [f"    {line}" for line in _details(told)]
    counts = Counter(told.verdict for _, told in rows)
    summed = ", ".join(f"{words}: {counts[verdict]}" for verdict, words in WORDS.items() if counts[verdict])
    works = "1 work" if len(rows) == 1 else f"{len(rows)} works"
    return "\n".join([*lines, f"{works}; {summed}." if rows else "No work is listed."]) + "\n"


def _details(told: Verification) -> Iterable[str]:
    if told.identifier and told.verdict is not Verdict.AGREES:
        yield f"about {told.identifier}. {told.reason}"
    elif told.reason and told.verdict is not Verdict.AGREES:
        yield told.reason
    for name, written, recorded in told.fields:
        yield f"{name}: written “{written}”, on record “{recorded}”"
    if told.proposal:
        yield f"fits what is written: {told.proposal}"
    if told.silent:
        yield f"gave no answer: {', '.join(NAMES.get(name, name) for name in told.silent)}"
    if told.services and told.verdict is not Verdict.AGREES:
        day = f" ({told.day:%d %B %Y})" if told.day else ""
        yield f"asked: {', '.join(NAMES.get(name, name) for name in told.services)}{day}"


def to_json(rows: Sequence[Row], problems: Sequence[str]) -> str:
    """Keys are only ever added; `version` names the engine that judged."""
    works = [
        {
            "path": listed.path,
            "line": listed.line or None,
            "key": listed.key,
            "work": listed.work.key,
            "csl": dict(listed.work.csl),
            "raw": listed.work.raw,
            "flag": CODES.get(told.verdict),
            **as_kept(told),
        }
        for listed, told in rows
    ]
    answer = {"version": VERSION, "works": works, "problems": list(problems)}
    return json.dumps(answer, ensure_ascii=False, indent=2, default=str) + "\n"


def to_sarif(rows: Sequence[Row], problems: Sequence[str]) -> str:
    codes = list(CODES.values())
    told_of = [(listed, told, CODES[told.verdict]) for listed, told in rows if told.verdict in CODES]
    run: dict[str, Any] = {
        "tool": {
            "driver": {"name": "citewell verify", "version": VERSION, "rules": [rule(FLAGS[code]) for code in codes]}
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not problems,
                "toolExecutionNotifications": [
                    {"level": "error", "message": {"text": problem}} for problem in problems
                ],
            }
        ],
        "results": [
            {
                "ruleId": code,
                "ruleIndex": codes.index(code),
                "level": LEVELS[FLAGS[code].severity],
                "message": {"text": f"{listed.label}: {' '.join([WORDS[told.verdict] + '.', *_details(told)])}"},
                "locations": [_location(listed)],
                "partialFingerprints": {"citewellWork/v1": listed.work.key},
            }
            for listed, told, code in told_of
        ],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _location(listed: Listed) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": listed.path}}
    if listed.line:
        place["region"] = {"startLine": listed.line}
    return {"physicalLocation": place}
