"""What a run of `citewell check` is set to: the command line first, then `[tool.citewell]` in pyproject.toml.

The table is that of the nearest pyproject.toml that has one, looked for upwards from the folder that holds all
the checked files, then upwards from the working directory. A pyproject.toml without the table is passed over.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from evidence.command.options import FAIL_ON, FORMATS, MAX_SECONDS, MIN_CERTAINTY

FILE = "pyproject.toml"
KEYS = ("select", "ignore", "fail-on", "format", "min-certainty", "references", "max-seconds")


class SettingsError(ValueError):
    """Settings that cannot be followed. The message is one sentence that names the option or the key."""


class Settings(NamedTuple):
    """What one run follows. `codes` None raises every flag; `references` is a path or None."""

    format: str = "text"
    fail_on: str = "blocker"
    references: str | None = None
    codes: frozenset[str] | None = None
    min_certainty: str = "query"
    max_seconds: int = MAX_SECONDS


def resolve(options: argparse.Namespace) -> Settings:
    """The settings of one run. Each option given on the command line takes the place of the key of its name.

    Raises SettingsError.
    """
    table: Mapping[str, Any] = {} if options.no_config else read_table(options.files)
    select = table.get("select") if options.select is None else options.select
    ignore = table.get("ignore", ()) if options.ignore is None else options.ignore
    return Settings(
        format=options.format or table.get("format", "text"),
        fail_on=options.fail_on or table.get("fail-on", "blocker"),
        references=options.references or table.get("references"),
        codes=_codes(options, select, ignore),
        min_certainty=options.min_certainty or table.get("min-certainty", "query"),
        max_seconds=options.max_seconds or table.get("max-seconds", MAX_SECONDS),
    )


def _codes(options: argparse.Namespace, select: Sequence[str] | None, ignore: Sequence[str]) -> frozenset[str] | None:
    if options.select is not None and not options.select:
        raise SettingsError("--select names no flag; name flags or groups, or leave it out to raise all")
    if select is None and not ignore:
        return None
    from evidence.command.selection import codes_of

    for option, names in (("--select", options.select), ("--ignore", options.ignore)):
        _check_names(option, names or ())
    return codes_of(select, ignore)


def _check_names(where: str, names: Sequence[str]) -> None:
    from evidence.command.selection import UnknownNameError, check_names

    try:
        check_names(names)
    except UnknownNameError as error:
        raise SettingsError(f"{where}: {error}") from None


# --- The table --------------------------------------------------------------------------------------------


def read_table(files: Sequence[str]) -> Mapping[str, Any]:
    """The checked `[tool.citewell]` for these files, or nothing. A relative `references` starts at its folder.

    Raises SettingsError, naming the file and the key.
    """
    for path in _candidates(files):
        table = _table(path)
        if table is not None:
            _validate(table, f"{_shown(path)}: [tool.citewell]")
            references = table.get("references")
            return {**table, "references": _shown(path.parent / references)} if references else table
    return {}


def _candidates(files: Sequence[str]) -> Iterator[Path]:
    seen: set[Path] = set()
    for start in (_shared_folder(files), Path.cwd()):
        for folder in (start, *start.parents):
            path = folder / FILE
            if path not in seen and os.path.isfile(path):
                yield path
            seen.add(path)


def _shared_folder(files: Sequence[str]) -> Path:
    folders = [os.path.dirname(os.path.abspath(path)) for path in files if path != "-"]
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # standard input alone, or files on several drives
        return Path.cwd()


def _table(path: Path) -> dict[str, Any] | None:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{_shown(path)}: the file cannot be read ({error.strerror}); {_AROUND}") from None
    if b"citewell" not in raw:
        return None  # the usual case, at the cost of no parser
    import tomllib

    try:
        tool = tomllib.loads(raw.decode("utf-8-sig")).get("tool")
    except RecursionError:
        raise SettingsError(f"{_shown(path)}: it is nested too deeply to be read; {_AROUND}") from None
    except ValueError as error:  # TOMLDecodeError and UnicodeDecodeError are both one
        raise SettingsError(f"{_shown(path)}: it is not valid TOML ({error}); {_AROUND}") from None
    if not isinstance(tool, dict) or "citewell" not in tool:
        return None
    table = tool["citewell"]
    if not isinstance(table, dict):
        raise SettingsError(f"{_shown(path)}: tool.citewell must be a table, written [tool.citewell]")
    return table


_AROUND = "mend it, or use --no-config"


def _validate(table: Mapping[str, Any], where: str) -> None:
    for key, value in table.items():
        if key not in KEYS:
            import difflib

            close = difflib.get_close_matches(key.lower().replace("_", "-"), KEYS, n=1)
            hint = f"did you mean {close[0]}?" if close else f"the keys are {', '.join(KEYS)}."
            raise SettingsError(f"{where} has no key {key}; {hint}")
        if key in {"select", "ignore"}:
            _validate_names(key, value, where)
        elif key == "references":
            if not isinstance(value, str) or not value.strip():
                raise SettingsError(f'{where} references must be the path of a library, such as "works.json"')
        elif key == "max-seconds":
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                raise SettingsError(f"{where} max-seconds must be a whole number from 1 up, not {value!r}")
        else:
            allowed = {"format": FORMATS, "min-certainty": MIN_CERTAINTY}.get(key, tuple(FAIL_ON))
            if value not in allowed:
                raise SettingsError(f"{where} {key} must be one of {', '.join(allowed)}, not {value!r}")


def _validate_names(key: str, value: Any, where: str) -> None:
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise SettingsError(f'{where} {key} must be a list of flags or groups, such as ["product", "missing-date"]')
    if key == "select" and not value:
        raise SettingsError(f"{where} select names no flag; name flags or groups, or leave it out to raise all")
    _check_names(f"{where} {key}", value)


def _shown(path: Path) -> str:
    """The path as a person in the working directory would write it."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)
