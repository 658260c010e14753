"""The front matter of a Markdown article, read safely: YAML between lines of "---", TOML between lines of "+++", or
JSON in braces as Hugo has it, also between lines of "---json" and "---" as Eleventy has it.

Only plain values. In YAML no tags beyond the safe ones, no anchors or aliases (they allow a small file to grow without
bound), and no more than `LIMIT` characters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from evidence.language.patterns import lazily

if TYPE_CHECKING:
    import yaml

# The libraries are imported where front matter is read: a text without it starts sooner.

LIMIT = 500_000
"""Longest front matter read, in characters [house]: some 1,000 references."""

_OPENING = lazily(r"\ufeff?---[ \t]*(?:\r\n|\n|\r)")
_CLOSING = lazily(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_TOML_OPENING = lazily(r"\ufeff?\+\+\+[ \t]*(?:\r\n|\n|\r)")
_TOML_CLOSING = lazily(r"^\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_TOML_FIELD = lazily(r"(?:[\w.-]{1,80}|\"[^\"\n]{1,80}\"|'[^'\n]{1,80}')\s{0,9}=|\[{1,2}[\w.\"' -]{1,80}\]")
_TOML_LINE = lazily(r"\(at line (\d{1,9}), column \d{1,9}\)|\(at end of document\)")
_JSON_OPENING = lazily(r"\ufeff?(?:---json[ \t]*(?:\r\n|\n|\r)\s{0,99})?(?=\{\s{0,999}\"[\w.-]{1,80}\"\s{0,9}:)")
_JSON_CLOSING = lazily(r"[ \t]*(?:\r\n|\n|\r|\Z)")
_JSON_FENCE = lazily(r"\s{0,99}---[ \t]*(?:\r\n|\n|\r|\Z)")
_UNKEPT = lazily("[\0\ud800-\udfff]")
_UNKEPT_ESCAPE = lazily(r"\\(?:0|x00|u0000|U00000000|[uU](?:0000)?[dD][89a-fA-F])")
_FIELD = lazily(r"[A-Za-z_][\w -]{0,60}:(?:\s|$)")
_DEPTH = 20


class FrontMatterError(ValueError):
    """The front matter cannot be read. `line` counts from 1 in the file."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(f"Front matter, line {line}: {message}")
        self.line = line


def has_front_matter(text: str) -> bool:
    """Whether the text begins as front matter does; it may be none all the same."""
    return (_OPENING.match(text) or _TOML_OPENING.match(text) or _JSON_OPENING.match(text)) is not None


def split_front_matter(text: str) -> tuple[Mapping[str, Any], int]:
    """The front matter as a dict and the offset (code points) at which the article begins.

    ({}, 0) where there is none. Raises FrontMatterError where it is there and cannot be read.
    """
    if braces := _JSON_OPENING.match(text):
        return _split_json(text, braces)
    toml = _TOML_OPENING.match(text)
    opening = toml or _OPENING.match(text)
    if not opening:
        return {}, 0
    closing = (_TOML_CLOSING if toml else _CLOSING).search(_one_line_ending(text), opening.end())
    source = text[opening.end() : closing.start() if closing else len(text)]
    if not _looks_like_fields(source, _TOML_FIELD if toml else _FIELD):
        return {}, 0  # a horizontal rule at the top of the text, not front matter
    if closing is None:
        signs = "three plus signs" if toml else "three dashes"
        raise FrontMatterError(f"the closing line with {signs} is missing. Add it below the last field.", 1)
    if len(source) > LIMIT:
        raise FrontMatterError(f"it is longer than {LIMIT:,} characters. Shorten it.", 2)
    meta = (_load_toml if toml else _load)(_one_line_ending(source))
    _refuse_unkept(meta, source)
    return meta, closing.end()


def _refuse_unkept(value: object, source: str) -> None:
    """A NUL and half of a sign can be written as escapes, and no file or database keeps them."""
    if "\\" in source or _UNKEPT.search(source):
        _refuse_unkept_in(value, source)


def _refuse_unkept_in(value: object, source: str) -> None:
    if isinstance(value, str):
        if _UNKEPT.search(value):
            found = _UNKEPT_ESCAPE.search(source)
            line = source.count("\n", 0, found.start()) + 2 if found else 2
            raise FrontMatterError("it holds a NUL, or half of a sign (a lone surrogate). Take it out.", line)
    elif isinstance(value, Mapping):
        for pair in value.items():
            _refuse_unkept_in(pair, source)
    elif isinstance(value, list | tuple):
        for item in value:
            _refuse_unkept_in(item, source)


def _one_line_ending(text: str) -> str:
    """Lone CR becomes LF and CRLF becomes space + LF, so that every offset stays where it was."""
    return text.replace("\r\n", " \n").replace("\r", "\n")


def _looks_like_fields(source: str, field: re.Pattern[str]) -> bool:
    for line in re.split(r"[\r\n]+", source[:4000]):
        if line.strip() and not line.lstrip().startswith("#"):
            return bool(field.match(line)) or (field is _FIELD and line.startswith("{"))
    return False


def _load_toml(source: str) -> Mapping[str, Any]:
    import tomllib

    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        found = _TOML_LINE.search(str(error))
        line = int(found[1]) + 1 if found and found[1] else source.rstrip().count("\n") + 2
        said = _TOML_LINE.sub("", str(error)).strip()
        raise FrontMatterError(f"{said[:1].lower()}{said[1:]}. Correct this line.", line) from error
    except (ValueError, RecursionError, OverflowError) as error:
        raise FrontMatterError(f"a value cannot be read ({error}). Correct it.", 2) from error


def _split_json(text: str, opening: re.Match[str]) -> tuple[Mapping[str, Any], int]:
    """The fields between braces and the offset behind them; none where prose follows on the line of the last brace."""
    start = opening.end()
    source = text[start : start + LIMIT]
    first = text.count("\n", 0, start) + 1
    try:
        meta, length = json.JSONDecoder(parse_constant=_no_number).raw_decode(source)
    except json.JSONDecodeError as error:
        if len(source) == LIMIT and (error.pos >= LIMIT - 1 or error.msg.startswith("Unterminated")):
            raise FrontMatterError(f"it is longer than {LIMIT:,} characters. Shorten it.", first) from error
        words = f"{error.msg[:1].lower()}{error.msg[1:]}. Correct this line."
        raise FrontMatterError(words, first + error.lineno - 1) from error
    except (ValueError, RecursionError) as error:
        raise FrontMatterError(f"a value cannot be read ({error}). Correct it.", first) from error
    closing = (_JSON_FENCE if "---json" in opening[0] else _JSON_CLOSING).match(text, start + length)
    if closing is None:
        if "---json" in opening[0]:
            raise FrontMatterError("the closing line with three dashes is missing. Add it below the last brace.", first)
        return {}, 0
    _refuse_depth(meta, first)
    _refuse_unkept(meta, source[:length])
    return meta, closing.end()


def _no_number(name: str) -> object:
    raise ValueError(f"{name} is no number")


def _refuse_depth(value: object, line: int, depth: int = 1) -> None:
    if depth > _DEPTH:
        raise FrontMatterError("it is nested too deeply. Flatten it.", line)
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            _refuse_depth(part, line, depth + 1)


def _load(source: str) -> Mapping[str, Any]:
    import yaml

    try:
        value = _built(source)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line, max(0, source.rstrip().count("\n"))) + 2 if mark else 2
        raise FrontMatterError(f"{error.problem or 'this is not valid YAML'}. Correct this line.", line) from error
    except yaml.YAMLError as error:
        raise FrontMatterError("it holds characters that YAML does not allow. Remove them.", 2) from error
    except (ValueError, RecursionError, OverflowError) as error:
        if isinstance(error, FrontMatterError):
            raise
        raise FrontMatterError(f"a value cannot be read ({error}). Correct it.", 2) from error
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise FrontMatterError("it must be a list of fields such as “title: …”.", 2)
    for key in value:
        if not isinstance(key, str):
            raise FrontMatterError(f"the field name {key!r} must be a word. Put it in quotes.", 2)
    return value


_QUICK = "CSafeLoader"
"""The loader in C, ten times as fast; wheels of PyYAML have it."""
_OTHERWISE = lazily(r"\t|[\[{][^\n]*\?")
"""What the two loaders read otherwise (tabs between words, "?" in a list in brackets) is left to the slow one, so that
an article means the same wherever it is read."""


def _built(source: str) -> object:
    """The value, with the loader in C where there is one. What it refuses is told in the words of the other.

    Raises yaml.YAMLError and FrontMatterError, and what dates and numbers raise that there are not.
    """
    import yaml

    quick = getattr(yaml, _QUICK, None)
    if quick is not None and not _OTHERWISE.search(source):
        with suppress(yaml.YAMLError, ValueError, OverflowError):
            _refuse_sharing_and_depth(source, quick)
            return yaml.load(source, Loader=quick)  # noqa: S506  a safe loader
    _refuse_sharing_and_depth(source, yaml.SafeLoader)
    return yaml.safe_load(source)


def _refuse_sharing_and_depth(source: str, loader: type[yaml.SafeLoader]) -> None:
    """Walks the events before anything is built, so that a hostile file costs no more than its length."""
    import yaml

    depth = 0
    for event in yaml.parse(source, Loader=loader):
        line = event.start_mark.line + 2 if event.start_mark else 2
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise FrontMatterError("anchors (&) and aliases (*) are not allowed. Write the value out.", line)
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth += 1
            if depth > _DEPTH:
                raise FrontMatterError("it is nested too deeply. Flatten it.", line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
