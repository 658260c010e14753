"""The answer as SARIF 2.1.0, the format in which code hosts and editors show findings in place.

Rules are the whole catalogue, so that a viewer can explain every code. Columns and offsets count Unicode
code points (`columnKind`), lines and columns from 1, offsets from 0 (SARIF 2.1.0, sections 3.14.17 and 3.30).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from evidence import VERSION
from evidence.command.places import Places
from evidence.command.report import Report
from evidence.flags.catalogue import FLAGS, FlagSpec
from evidence.values import Flag, Severity

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.BLOCKER: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_RULE_INDEX = {code: index for index, code in enumerate(FLAGS)}


def to_sarif(reports: Sequence[Report], problems: Sequence[str] = ()) -> str:
    """SARIF as text, ending in a newline. `problems` are the files that could not be read, in words."""
    return json.dumps(as_sarif(reports, problems), ensure_ascii=False, indent=2) + "\n"


def as_sarif(reports: Iterable[Report], problems: Sequence[str] = ()) -> dict[str, Any]:
    """The SARIF log of one run."""
    run = {
        "tool": {
            "driver": {
                "name": "citewell",
                "version": VERSION,
                "semanticVersion": VERSION,
                "rules": [rule(spec) for spec in FLAGS.values()],
            }
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
        "results": [result for report in reports for result in _results(report)],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def rule(spec: FlagSpec) -> dict[str, Any]:
    """A flag of the catalogue as a SARIF rule."""
    varies = f" {spec.varies}" if spec.varies else ""
    return {
        "id": spec.code,
        "name": "".join(part.capitalize() for part in spec.code.split("-")),
        "shortDescription": {"text": spec.title},
        "fullDescription": {"text": f"{spec.definition}{varies}"},
        "help": {
            "text": f"{spec.advice}\nStandard: {spec.standard}\nInstead of: {spec.example}\nWrite: {spec.fix}",
        },
        "defaultConfiguration": {"level": LEVELS[spec.severity]},
        "properties": {"tags": [spec.group]},
    }


def _results(report: Report) -> list[dict[str, Any]]:
    places = Places(report.assessment)
    return [_result(flag, report, places) for flag in report.assessment.flags]


def _result(flag: Flag, report: Report, places: Places) -> dict[str, Any]:
    text = report.assessment.document.text
    span = places.span(flag)
    location: dict[str, Any] = {"artifactLocation": _artifact(report.path)}
    kind = report.assessment.document.format
    if span is not None and kind != "word":  # a Word document has no lines
        location["region"] = _region(*span, text, places, made=kind == "html")
    excerpt = text[slice(*span)] if span else flag.reference or "page"
    return {
        "ruleId": flag.code,
        "ruleIndex": _RULE_INDEX[flag.code],
        "level": LEVELS[flag.severity],
        # How many of a hundred such results are right (SARIF 2.1.0, 3.27.25: a priority from 0 to 100).
        "rank": round(100 * flag.certainty.chance, 1),
        "message": {"text": flag.message},
        "locations": [{"physicalLocation": location}],
        # Survives edits elsewhere in the file, so that a host recognises the finding again.
        "partialFingerprints": {"citewell/v1": _digest(f"{flag.code}\n{' '.join(excerpt.split())}")},
        "properties": {
            "standard": flag.standard,
            "reader": flag.reader,
            "certainty": flag.certainty.band.value,
            "facts": _facts(flag),
            "words": excerpt,
        },
    }


def _facts(flag: Flag) -> dict[str, list[str]]:
    facts: dict[str, list[str]] = {}
    for name, value in flag.facts:
        facts.setdefault(name, []).append(value)
    return facts


def _region(start: int, end: int, text: str, places: Places, *, made: bool) -> dict[str, Any]:
    """`made` says that the text was made from the file, so that only its lines and columns are those of the file."""
    line, column = places.at(start)
    end_line, end_column = places.at(end - 1 if made else end)
    region = {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column + (1 if made else 0),
        "snippet": {"text": text[start:end]},
    }
    return region if made else {**region, "charOffset": start, "charLength": end - start}


def _artifact(path: str) -> dict[str, str]:
    pure = PurePath(path)
    if pure.is_absolute():
        return {"uri": pure.as_uri()}
    return {"uri": quote(pure.as_posix()), "uriBaseId": "%SRCROOT%"}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
