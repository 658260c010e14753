"""Keeps what Python makes of an expression, so that the next run of the command need not make it again.

To compile the expressions that a page asks for takes longer than to read the page, and Python keeps compiled modules
but no compiled expressions. They lie where Python keeps the compiled form of this module (`__pycache__`), under the
same rules: as trusted as that, not written under PYTHONDONTWRITEBYTECODE, and made for one build of Python alone.
Whatever is missing, damaged or of another build is compiled as ever. Decision 21 says why this leans on parts of the
`re` module that are not public.
"""

from __future__ import annotations

import marshal
import mmap
import os
import re
import sys
from array import array
from collections.abc import Mapping
from functools import lru_cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any, NamedTuple, cast
from zlib import crc32

_SIGN = b"citewell expressions 1\n"
_LENGTH = 8
"""Bytes of a length in the file."""
_DAMAGE = (OSError, ImportError, ValueError, EOFError, TypeError, KeyError, AttributeError, RuntimeError, OverflowError)
"""What comes of reading a damaged file, or of a Python whose `re` module is built in another way."""
WORTH_WRITING = 16
"""New expressions from which the file is written again: to compile these takes as long [house]."""

_Made = tuple[str, int, int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""Pattern and flags as asked, then what `_sre.compile` takes: flags, code, groups and their names."""
_new: dict[tuple[str, int], _Made] | None = None
"""What this process had to compile, where it is to be kept."""


class _Kept(NamedTuple):
    file: mmap.mmap
    begin: int
    """Where its entries begin."""
    places: Mapping[int, tuple[int, int, int]]
    """By a checksum of what was asked: start of the entry, from there, its length and its checksum."""


def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """The same as `re.compile(pattern, flags)`, sooner where an earlier run kept it."""
    kept = _kept(_path())
    try:
        made = None if kept is None else _entry(kept, pattern, flags)
        return _expression(made or _make(pattern, flags))
    except _DAMAGE:
        return re.compile(pattern, flags)


def remember() -> None:
    """From now on, remember what is compiled, for `keep`. A process that serves for long has no use for that."""
    global _new
    _new = {} if _new is None else _new


def keep() -> None:
    """Write what this process had to compile beside what is kept already. Nothing is said where that cannot be done:
    the next run then takes as long as this one."""
    path = _path()
    if path is None or _new is None or len(_new) < WORTH_WRITING or sys.dont_write_bytecode:
        return
    _kept.cache_clear()  # another process may have written since
    kept = _kept(path)
    before = {} if kept is None else {asked: _bytes_of(kept, asked) for asked in kept.places}
    entries = {asked: entry for asked, entry in before.items() if entry}
    try:
        _write(path, entries | {_asked(*made[:2]): marshal.dumps(made) for made in _new.values()})
    except OSError:
        return
    _kept.cache_clear()
    _new.clear()


def _make(pattern: str, flags: int) -> _Made:
    """What `re.compile` works out before it hands over to C.

    Raises `re.error` as it does, and one of _DAMAGE where this Python does it in another way.
    """
    parsed: Any = import_module("re._parser").parse(pattern, flags)
    code: list[int] = import_module("re._compiler")._code(parsed, flags)
    groups: dict[str, int] = dict(parsed.state.groupdict)
    names: list[str | None] = [None] * parsed.state.groups
    for name, number in groups.items():
        names[number] = name
    made = (
        pattern, flags, flags | parsed.state.flags, array("I", code).tobytes(), parsed.state.groups - 1, groups,
        tuple(names),
    )  # fmt: skip
    if _new is not None:
        _new[pattern, flags] = made
    return made


def _expression(made: _Made) -> re.Pattern[str]:
    pattern, _, flags, code, groups, named, names = made
    words = array("I")
    words.frombytes(code)
    compile_: Any = import_module("_sre").compile
    return cast("re.Pattern[str]", compile_(pattern, flags, words.tolist(), groups, named, names))


def _build() -> bytes:
    """What the kept form depends on: this Python, to the letter."""
    return f"{sys.version}\n{getattr(import_module('_sre'), 'MAGIC', '')}\n{sys.byteorder}\n".encode()


def _path() -> Path | None:
    """Where the expressions lie; None where Python keeps no compiled modules."""
    try:
        return Path(cache_from_source(__file__)).with_suffix(".expressions")
    except NotImplementedError:
        return None


@lru_cache(maxsize=1)
def _kept(path: Path | None) -> _Kept | None:
    """What earlier runs left, None for nothing that can be used."""
    try:
        head = _SIGN + _build()
        with open(path or "", "rb") as opened:
            file = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
        start = len(head) + _LENGTH
        end = start + int.from_bytes(file[len(head) : start], "little")
        if file[: len(head)] != head or end > len(file):
            return None
        return _Kept(file, end, marshal.loads(file[start:end]))  # noqa: S302 - as trusted as the modules beside it
    except _DAMAGE:
        return None


def _asked(pattern: str, flags: int) -> int:
    return crc32(f"{flags} {pattern}".encode("utf-8", "surrogatepass"))


def _bytes_of(kept: _Kept, asked: int) -> bytes:
    """The entry as written, b"" for a damaged one."""
    start, length, check = kept.places[asked]
    entry = kept.file[kept.begin + start : kept.begin + start + length]
    return entry if crc32(entry) == check else b""


def _entry(kept: _Kept, pattern: str, flags: int) -> _Made | None:
    asked = _asked(pattern, flags)
    entry = _bytes_of(kept, asked) if asked in kept.places else b""
    if not entry:
        return None
    made: _Made = marshal.loads(entry)  # noqa: S302 - as trusted as the modules beside it
    return made if made[:2] == (pattern, flags) else None


def _write(path: Path, entries: Mapping[int, bytes]) -> None:
    """All of it at once under another name, so that nobody reads half of it."""
    places, place = {}, 0
    for asked, entry in entries.items():
        places[asked] = (place, len(entry), crc32(entry))
        place += len(entry)
    told = marshal.dumps(places)
    part = path.with_suffix(f".{os.getpid()}")
    try:
        part.write_bytes(b"".join((_SIGN, _build(), len(told).to_bytes(_LENGTH, "little"), told, *entries.values())))
        os.replace(part, path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
