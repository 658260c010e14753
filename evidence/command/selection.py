"""Which flags a run raises: codes and groups that were selected or ignored, and an answer cut down to them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from evidence.flags.catalogue import FLAGS, GROUPS
from evidence.values import Assessment, Band, Flag


class UnknownNameError(ValueError):
    """A name that is neither a flag nor a group. The message gives the nearest one."""


def codes_of(select: Sequence[str] | None, ignore: Sequence[str] = ()) -> frozenset[str]:
    """The codes to raise. `select` None means all of them.

    What is ignored is left out, but a code that `select` names in full stays where `ignore` names only its group.
    Raises UnknownNameError.
    """
    chosen = _codes(FLAGS if select is None else select)
    spared = frozenset(select or ()) & FLAGS.keys()
    left_out = {code for name in ignore for code in _codes([name]) if name in FLAGS or code not in spared}
    return chosen - left_out


def check_names(names: Iterable[str]) -> None:
    """Raises UnknownNameError for the first name that is neither a flag nor a group."""
    for name in names:
        if name not in FLAGS and name not in GROUPS:
            close = difflib.get_close_matches(name.lower(), [*GROUPS, *FLAGS], n=1)
            hint = f"did you mean {close[0]}?" if close else "`citewell explain --all` lists the flags."
            raise UnknownNameError(f"there is no flag or group {name}; {hint}")


def only(assessment: Assessment, codes: frozenset[str] | None, least: Band = Band.QUERY) -> Assessment:
    """The assessment with the flags of `codes` (None: of all) that are as sure as `least`; everything else stays."""
    bands = frozenset(tuple(Band)[: tuple(Band).index(least) + 1])

    def kept(flags: Iterable[Flag]) -> tuple[Flag, ...]:
        return tuple(flag for flag in flags if (codes is None or flag.code in codes) and flag.certainty.band in bands)

    return replace(
        assessment,
        sentences=tuple(replace(row, flags=kept(row.flags)) if row.flags else row for row in assessment.sentences),
        source_flags=kept(assessment.source_flags),
        page_flags=kept(assessment.page_flags),
    )


def _codes(names: Iterable[str]) -> frozenset[str]:
    names = tuple(names)
    check_names(names)
    return frozenset(code for code, spec in FLAGS.items() if code in names or spec.group in names)
