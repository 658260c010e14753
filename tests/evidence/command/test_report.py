from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from evidence.command.places import Places
from evidence.command.report import Report, as_data, summarise, to_json
from evidence.command.report_sarif import as_sarif, to_sarif
from evidence.command.report_text import WIDTH, clean, to_text
from evidence.context import Design, Source, Status
from evidence.flags.catalogue import FLAGS
from evidence.values import (
    Assessed,
    Assessment,
    Claim,
    Document,
    Flag,
    Grade,
    How,
    Kind,
    Level,
    Link,
    ProductMention,
    Reference,
    Sentence,
    Severity,
    Wording,
)

TEXT = (
    "Sleep and tea\r\n\r\n"
    "Caf\u00e9 au lait \u2013 with \U0001f375 \u2013 will ruin sleep.\n"
    "Tea may help [1].\n"
    "Who knows?\n\n"
    "1. Marsh A. Tea and sleep. 2019.\n"
)


def flag(code: str, **fields: Any) -> Flag:
    spec = FLAGS[code]
    return Flag(code, fields.pop("severity", spec.severity), spec.advice, spec.reader, spec.standard, **fields)


def sentence(index: int, text: str) -> Sentence:
    start = TEXT.index(text)
    return Sentence(index, start, start + len(text), text, 0)


def sample(**fields: Any) -> Assessment:
    first = sentence(0, "Caf\u00e9 au lait \u2013 with \U0001f375 \u2013 will ruin sleep.")
    second = sentence(1, "Tea may help [1].")
    third = sentence(2, "Who knows?")
    raw = "1. Marsh A. Tea and sleep. 2019."
    start = TEXT.index(raw)
    reference = Reference("marsh2019", raw, start, start + len(raw), {"title": "Tea and sleep"}, 1)
    document = Document(TEXT, "text", "Sleep and tea", "", (first, second, third), references=(reference,))
    rows = (
        Assessed(
            first,
            Claim(0, True, (Kind.SAFETY, Kind.CAUSAL), Wording.CAUSAL, boosters=("will",)),
            suggested=("marsh2019",),
            flags=(
                flag("certainty-overstatement", sentence=0, facts=(("words", "will"),)),
                flag("missing-citation", severity=Severity.BLOCKER, sentence=0),
            ),
        ),
        Assessed(
            second,
            Claim(1, True, (Kind.EFFICACY,), Wording.HEDGED),
            links=(Link(1, "marsh2019", How.MARKER, "[1]"),),
            grade=Grade(Level.MODERATE, ("One randomised trial",)),
        ),
        Assessed(third, Claim(2, False, (Kind.QUESTION,), Wording.NONE), grade=Grade(Level.WEAK, ())),
    )
    values: dict[str, Any] = {
        "version": "0.1.0",
        "document": document,
        "sources": (Source("marsh2019", 1, "Tea and sleep", design=Design.RCT, raw=raw),),
        "sentences": rows,
        "products": (ProductMention("Calm Cup", "calm-cup", (1,), "Leaf and Co"),),
        "source_flags": (flag("incomplete-reference", reference="marsh2019", facts=(("lacks", "volume"),)),),
        "page_flags": (flag("missing-reviewer"),),
    }
    return Assessment(**(values | fields))


def report(path: str = "tea.md", **fields: Any) -> Report:
    return Report(path, sample(**fields))


# --- Places ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (15, (2, 1)), (17, (3, 1)), (len(TEXT), (8, 1))])
def test_a_place_counts_lines_of_any_ending_and_code_points(offset: int, place: tuple[int, int]) -> None:
    assert Places(sample()).at(offset) == place


# --- JSON ------------------------------------------------------------------------------------------------


def test_json_refuses_a_level_for_a_sentence_that_is_no_claim() -> None:
    assert as_data([report()])["files"][0]["sentences"][2]["level"] == "none"


def test_json_holds_exactly_the_keys_of_the_contract() -> None:
    data = json.loads(to_json([report()]))
    assert list(data) == ["version", "files"]
    (file,) = data["files"]
    assert list(file) == [
        "path", "format", "title", "summary", "sentences", "references", "products", "page_flags", "left_out",
    ]  # fmt: skip
    assert list(file["summary"]) == ["sentences", "claims", "supported", "flags", "not_read"]
    assert list(file["sentences"][0]) == [
        "start", "end", "text", "plain", "place", "claim", "certainty", "band", "kinds", "wording", "sources",
        "suggested", "level", "reasons", "flags", "read",
    ]  # fmt: skip
    assert list(file["references"][0]) == ["key", "raw", "csl", "design", "cited", "flags", "doubtful"]
    assert list(file["page_flags"][0]) == ["code", "severity", "message", "standard", "certainty"]


def test_json_says_what_each_sentence_stands_on() -> None:
    (file,) = as_data([report()])["files"]
    first, second, _ = file["sentences"]
    assert first["kinds"] == ["safety", "causal"]
    assert first["wording"] == "causal"
    assert first["suggested"] == ["marsh2019"]
    assert [row["code"] for row in first["flags"]] == ["certainty-overstatement", "missing-citation"]
    assert second["sources"] == [{"key": "marsh2019", "how": "marker"}]
    assert (second["level"], second["reasons"]) == ("moderate", ["One randomised trial"])
    for row in file["sentences"]:
        assert TEXT[row["start"] : row["end"]] == row["text"]


def test_json_lists_references_products_and_the_page() -> None:
    (file,) = as_data([report()])["files"]
    (reference,) = file["references"]
    assert reference["cited"] is True
    assert reference["design"] == "rct"
    assert reference["csl"] == {"title": "Tea and sleep"}
    assert [row["code"] for row in reference["flags"]] == ["incomplete-reference"]
    assert file["products"] == [{"name": "Calm Cup", "seller": "Leaf and Co", "sentences": [1]}]
    assert [row["code"] for row in file["page_flags"]] == ["missing-reviewer"]


@pytest.mark.parametrize(
    ("source", "supported"),
    [
        (Source("marsh2019", design=Design.RCT), 1),
        (Source("marsh2019"), 1),
        (Source("marsh2019", design=Design.RCT, status=Status.RETRACTED), 0),
        (Source("marsh2019", design=Design.PROTOCOL), 0),
    ],
)
def test_a_claim_counts_as_supported_only_by_a_work_to_rely_on(source: Source, supported: int) -> None:
    assert summarise(sample(sources=(source,))).supported == supported


def test_json_counts_the_sentences_that_were_not_read() -> None:
    rows = sample().sentences
    (file,) = as_data([report(sentences=(*rows[:2], replace(rows[2], read=False)))])["files"]
    assert file["summary"]["not_read"] == 1
    assert [row["read"] for row in file["sentences"]] == [True, True, False]


# --- Text ------------------------------------------------------------------------------------------------


def test_text_refuses_to_pass_on_characters_that_steer_a_terminal() -> None:
    assert clean("a\x1b[2Jb\u202ec\nd") == "a\ufffd[2Jb\ufffdc d"


def test_text_names_place_severity_code_and_what_to_do_worst_first() -> None:
    lines = to_text([report()]).splitlines()
    assert lines[0] == "tea.md  Sleep and tea"
    assert lines[1].startswith("tea.md:3:1: blocker missing-citation: Cite a source")
    assert lines[2].startswith("tea.md:3:1: warning certainty-overstatement: ")


def test_text_underlines_the_words_that_fired() -> None:
    lines = to_text([report()]).splitlines()
    shown, marks = lines[3], lines[4]
    assert "will ruin sleep" in shown
    # The cup takes two columns of a terminal, so the marks stand one further right than the letters.
    assert marks.index("^") == shown.index("will") + 1
    assert marks.count("^") == len("will")


def test_text_does_not_underline_a_word_inside_another_or_a_fact_that_quotes_nothing() -> None:
    text = "Goodwill is no cause, and it will not do."
    raised = (
        flag("certainty-overstatement", sentence=0, facts=(("words", "will"),)),
        flag("missing-citation", sentence=0, facts=(("kinds", "cause"),)),
    )
    row = Assessed(Sentence(0, 0, len(text), text, 0), sample().sentences[0].claim, flags=raised)
    marks = next(line for line in to_text([report(sentences=(row,))]).splitlines() if "^" in line)
    assert marks == "    | " + " " * text.index("will not") + "^^^^"


def test_text_adds_the_facts_that_the_excerpt_does_not_show() -> None:
    assert "and the volume of a journal article. (lacks: volume)" in to_text([report()])


def test_text_keeps_an_excerpt_within_its_width_and_near_the_words() -> None:
    long = "Tea " + "and milk " * 40 + "will ruin sleep."
    row = sample().sentences[0]
    wide = Assessed(Sentence(0, 0, len(long), long, 0), row.claim, flags=row.flags[:1])
    lines = to_text([report(sentences=(wide,))]).splitlines()
    excerpt = next(line for line in lines if line.startswith("    | …"))
    assert "will ruin sleep." in excerpt
    assert len(excerpt) <= WIDTH + len("    | ")


def test_text_cuts_a_long_excerpt_at_its_width() -> None:
    long = "\u8336 " + "milk and honey " * 30
    row = sample().sentences[0]
    wide = Assessed(Sentence(0, 0, len(long), long, 0), row.claim, flags=row.flags[1:])
    shown, marks = (line for line in to_text([report(sentences=(wide,))]).splitlines() if "    | " in line)
    assert shown.endswith("\u2026")
    assert len(marks) - len("    | ") == WIDTH
    assert len(shown) == len(marks) - 1  # the first letter is two columns wide


def test_text_places_a_reference_flag_at_its_entry_and_a_page_flag_at_the_top() -> None:
    text = to_text([report()])
    assert "tea.md:7:1: note incomplete-reference: marsh2019: Add the DOI" in text
    assert "tea.md:1:1: warning missing-reviewer: " in text


def test_text_ends_with_the_counts() -> None:
    closing = to_text([report()], unread=1).splitlines()[-1]
    assert closing == ("1 file, 3 sentences, 2 claims, 1 supported: 1 blocker, 2 warnings, 1 note; 1 file not read")


def test_text_of_a_clean_file_is_its_closing_line_alone() -> None:
    clean_rows = tuple(Assessed(row.sentence, row.claim) for row in sample().sentences)
    assert to_text([report(sentences=clean_rows, source_flags=(), page_flags=())]) == (
        "1 file, 3 sentences, 2 claims, 0 supported: nothing to mend\n"
    )


def test_text_does_not_praise_what_it_could_not_read() -> None:
    assert to_text([], unread=2) == "2 files not read\n"


@pytest.mark.parametrize(
    ("left", "said"),
    [(1, "0 supported: nothing to mend in what was read; 1 sentence"), (3, ": nothing was read; 3 sentences")],
)
def test_text_does_not_praise_sentences_in_a_language_that_is_not_read(left: int, said: str) -> None:
    rows = tuple(Assessed(row.sentence, row.claim, read=index >= left) for index, row in enumerate(sample().sentences))
    text = to_text([report(sentences=rows, source_flags=(), page_flags=())])
    assert text.endswith(f"{said} not read: not in English\n")


def test_text_counts_what_was_not_read_beside_the_flags() -> None:
    rows = tuple(replace(row, read=False) for row in sample().sentences)
    assert to_text([report(sentences=rows)]).endswith("1 note; 3 sentences not read: not in English\n")


def test_text_is_coloured_only_when_asked() -> None:
    assert "\033[" not in to_text([report()])
    assert "\033[1;31mblocker\033[0m" in to_text([report()], colour=True)


# --- SARIF -----------------------------------------------------------------------------------------------

# The parts of the published SARIF 2.1.0 schema that this tool writes, in our own words.
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
ONE = {"type": "integer", "minimum": 1}
ZERO = {"type": "integer", "minimum": 0}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "properties": {
        "startLine": ONE, "startColumn": ONE, "endLine": ONE, "endColumn": ONE,
        "charOffset": ZERO, "charLength": ZERO, "snippet": MESSAGE,
    },
    "additionalProperties": False,
}  # fmt: skip
PHYSICAL = {
    "type": "object",
    "required": ["artifactLocation"],
    "properties": {
        "artifactLocation": {
            "type": "object",
            "required": ["uri"],
            "properties": {
                "uri": {"type": "string", "pattern": r"^[\w%./:\-~()!'*@&=+$,;]+$"},
                "uriBaseId": {"type": "string"},
            },
            "additionalProperties": False,
        },
        "region": REGION,
    },
    "additionalProperties": False,
}
RULE = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {"type": "string"},
        "name": {"type": "string"},
        "shortDescription": MESSAGE,
        "fullDescription": MESSAGE,
        "help": MESSAGE,
        "defaultConfiguration": {"type": "object", "properties": {"level": LEVEL}},
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
RESULT = {
    "type": "object",
    "required": ["message", "ruleId", "ruleIndex", "level", "locations"],
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": ZERO,
        "rank": {"type": "number", "minimum": -1.0, "maximum": 100.0},
        "level": LEVEL,
        "message": MESSAGE,
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "properties": {"physicalLocation": PHYSICAL}},
        },
        "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
        "properties": {"type": "object"},
    },
    "additionalProperties": False,
}
RUN = {
    "type": "object",
    "required": ["tool", "results"],
    "properties": {
        "tool": {
            "type": "object",
            "required": ["driver"],
            "properties": {
                "driver": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                        "name": {"type": "string"},
                        "version": {"type": "string"},
                        "semanticVersion": {"type": "string"},
                        "rules": {"type": "array", "uniqueItems": True, "items": RULE},
                    },
                    "additionalProperties": False,
                }
            },
        },
        "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        "invocations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["executionSuccessful"],
                "properties": {
                    "executionSuccessful": {"type": "boolean"},
                    "toolExecutionNotifications": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "properties": {"level": LEVEL, "message": MESSAGE},
                        },
                    },
                },
                "additionalProperties": False,
            },
        },
        "results": {"type": "array", "items": RESULT},
    },
    "additionalProperties": False,
}
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 1, "items": RUN},
    },
    "additionalProperties": False,
}


@pytest.mark.parametrize("path", ["tea.md", "/srv/my posts/tea & milk.md", "postes/th\u00e9 vert.md", "stdin"])
def test_sarif_has_the_shape_that_its_schema_asks_for(path: str) -> None:
    log = json.loads(to_sarif([report(path)], ["other.md: there is no such file; check the name."]))
    jsonschema.validate(log, SARIF, jsonschema.Draft202012Validator)


def test_sarif_says_that_a_file_could_not_be_read() -> None:
    (invocation,) = as_sarif([], ["other.md: there is no such file; check the name."])["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "other.md" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_explains_every_flag_and_points_at_it_by_index() -> None:
    (run,) = as_sarif([report()])["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(FLAGS)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_gives_levels_and_regions_in_code_points() -> None:
    (run,) = as_sarif([report()])["runs"]
    by_rule = {result["ruleId"]: result for result in run["results"]}
    assert {code: result["level"] for code, result in by_rule.items()} == {
        "certainty-overstatement": "warning",
        "missing-citation": "error",
        "incomplete-reference": "note",
        "missing-reviewer": "warning",
    }
    region = by_rule["missing-citation"]["locations"][0]["physicalLocation"]["region"]
    start, length = region["charOffset"], region["charLength"]
    assert TEXT[start : start + length] == region["snippet"]["text"] == sample().sentences[0].sentence.text
    assert (region["startLine"], region["startColumn"], region["endLine"]) == (3, 1, 3)
    assert region["endColumn"] == length + 1
    assert "region" not in by_rule["missing-reviewer"]["locations"][0]["physicalLocation"]


def test_sarif_keeps_every_fact_of_a_flag() -> None:
    row = sample().sentences[0]
    twice = flag("certainty-overstatement", sentence=0, facts=(("words", "will"), ("words", "ruin")))
    changed = Assessed(row.sentence, row.claim, flags=(twice,))
    result = as_sarif([report(sentences=(changed,))])["runs"][0]["results"][0]
    assert result["properties"]["facts"] == {"words": ["will", "ruin"]}


def test_sarif_recognises_a_finding_again_after_the_text_has_moved() -> None:
    row = sample().sentences[0]
    moved = Assessed(
        Sentence(0, row.sentence.start - 2, row.sentence.end - 2, row.sentence.text, 4),
        row.claim,
        flags=row.flags,
    )
    text = TEXT[2:]
    document = Document(text, "text", "", "", (moved.sentence,))
    before = as_sarif([report()])["runs"][0]["results"][0]
    after = as_sarif([report(document=document, sentences=(moved,))])["runs"][0]["results"][0]
    assert before["partialFingerprints"] == after["partialFingerprints"]
