"""Reads an answer's body within a limit of size and time, and its JSON or XML without trusting it."""

from __future__ import annotations

import json
import math
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

import httpx

from citations.lookups.errors import Malformed, Unreachable

DEEPEST = 100
"""Levels of XML; PubMed's records have about ten."""


_NOT_TEXT = re.compile("[\0\ud800-\udfff]")
"""NUL and halves of a pair, which JSON's escapes can say and the database cannot keep: they stand for nothing."""


def read_body(response: httpx.Response, *, largest: int, in_time: Callable[[], bool]) -> bytes:
    """The body, unpacked. Raises Malformed as soon as it is larger than `largest` bytes, Unreachable out of time."""
    announced = response.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > largest:
        raise Malformed(f"The answer is {int(announced) // 1_000_000} MB long, more than any record is.")
    body = bytearray()
    for chunk in _unpacked(response, largest):
        body += chunk
        if len(body) > largest:
            raise Malformed(f"The answer is longer than {largest // 1_000_000} MB, more than any record is.")
        if not in_time():
            raise Unreachable("The answer did not arrive in time.")
    return bytes(body)


def _unpacked(response: httpx.Response, largest: int) -> Iterator[bytes]:
    """Chunks without compression; a bomb is met by unpacking no more at once than the limit allows."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing in ("", "identity"):
        yield from response.iter_raw()
        return
    if packing not in ("gzip", "x-gzip"):
        raise Malformed("The answer is packed in a way that was not asked for.")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        for chunk in response.iter_raw():
            yield unpacker.decompress(chunk, largest + 1)
            if unpacker.unconsumed_tail:
                raise Malformed(f"The answer is longer than {largest // 1_000_000} MB, more than any record is.")
    except zlib.error:
        raise Malformed("The answer could not be unpacked.") from None
    if not unpacker.eof:
        raise Unreachable("The answer broke off.")


def read_json(body: bytes) -> dict[str, Any]:
    """A JSON object whose texts can be kept. Raises Malformed for anything else, a web page above all."""
    value = _json(body)
    if not isinstance(value, dict):
        raise Malformed("The answer is JSON, but not a record.")
    return value


def read_json_rows(body: bytes) -> list[Any]:
    """A JSON list whose texts can be kept. Raises Malformed for anything else."""
    value = _json(body)
    if not isinstance(value, list):
        raise Malformed("The answer is JSON, but not a list.")
    return value


def _json(body: bytes) -> Any:
    _refuse_page(body)
    try:
        return _kept(json.loads(body, parse_float=_finite, parse_constant=_finite))
    except (ValueError, RecursionError):
        raise Malformed("The answer is not whole JSON.") from None


def _finite(written: str) -> float:
    """Raises ValueError for "NaN", "Infinity" and numbers as large, which are no JSON."""
    if not math.isfinite(number := float(written)):
        raise ValueError("not a number")
    return number


def _kept(value: Any) -> Any:
    """The same without characters that are none."""
    if isinstance(value, str):
        return _NOT_TEXT.sub("", value)
    if isinstance(value, dict):
        return {_NOT_TEXT.sub("", name): _kept(part) for name, part in value.items()}
    return [_kept(part) for part in value] if isinstance(value, list) else value


def read_xml(body: bytes) -> Element:
    """The root of an XML document. Declared entities are refused, outside ones are never fetched. Raises Malformed."""
    _refuse_page(body)
    builder = TreeBuilder()
    parser = expat.ParserCreate()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Malformed("The answer is XML nested deeper than any record.")
        builder.start(name, attributes)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(name)

    def refuse(*_: object) -> None:
        raise Malformed("The answer declares entities of its own.")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    parser.UnparsedEntityDeclHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(body, True)
        return builder.close()
    except (expat.ExpatError, AssertionError, LookupError, ValueError):
        raise Malformed("The answer is not whole XML.") from None


def _refuse_page(body: bytes) -> None:
    """Services under repair, and networks that want a log-in, answer "200" with a page for people."""
    head = body[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")):
        raise Malformed("A web page came instead of a record.")
    if not head:
        raise Malformed("The answer is empty.")
