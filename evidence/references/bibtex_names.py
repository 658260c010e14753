r"""Names of people in BibTeX and BibLaTeX into CSL.

Letters come first ("\O{}ystein", "\aa ge"), because the case of a word's first letter tells a particle from a name.
BibLaTeX also has names whose parts are named ("family=Jong, given=K., prefix=de, useprefix=true").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence.language.patterns import lazily
from evidence.references.latex import encloses, plain, unwrapped, with_letters

_TOKEN = lazily(r"\\.|[{}\",]|(?<![^\s}])and(?![^\s{])", re.DOTALL | re.IGNORECASE)
_KEYS = "family|given|middle|prefix|suffix|useprefix"
_NAMED_PART = lazily(r"\s*\"?\s*([A-Za-z][A-Za-z-]{0,30})\s{0,3}=\s*(.*)", re.DOTALL)
_EXTENDED = lazily(rf"\s*\"?\s*(?:{_KEYS})(?:-i)?\s{{0,3}}=", re.IGNORECASE)
_HAS_EXTENDED = lazily(rf"(?:^|[\s,\"])(?:{_KEYS})(?:-i)?\s{{0,3}}=", re.IGNORECASE)
_NO_PARTICLE = lazily(r"[^\W\d_A-Za-z]")
"""Particles begin with a letter of the English alphabet ("de", "van"), names do with others as well ("åge")."""


def people(value: str) -> Iterator[dict[str, str]]:
    """Names in CSL; one whole in braces is a body and stays whole."""
    if not value:
        return
    extended = _HAS_EXTENDED.search(value) is not None
    if ";" in value and " and " not in value and "{" not in value and not extended:
        value = value.replace(";", " and ")  # as some publishers part names
    for written in _parted(value, "and", quotes=extended):
        name = written.strip()
        if name.lower() in ("others", ""):
            continue
        found = _of_named_parts(name) if _EXTENDED.match(name) else _of_words(with_letters(name))
        if found:
            yield found


def _parted(value: str, sign: str, *, quotes: bool) -> Iterator[str]:
    """The value cut at every `sign` outside of braces and, where asked for, of quotation marks."""
    start, depth, quoted = 0, 0, False
    for match in _TOKEN.finditer(value):
        found = match[0].lower()
        if found == sign and depth == 0 and not quoted:
            yield value[start : match.start()]
            start = match.end()
        elif found == '"' and quotes and depth == 0:
            quoted = not quoted
        depth = max(0, depth + (found == "{") - (found == "}"))
    yield value[start:]


def _of_named_parts(written: str) -> dict[str, str]:
    """A name of BibLaTeX whose parts are named; a piece without a name belongs to the part before it."""
    parts: dict[str, str] = {}
    last = ""
    for piece in _parted(written, ",", quotes=True):
        # All of a part may stand in quotation marks: "family={Robert and Sons, Inc.}".
        bare = unwrapped(piece.strip())
        if match := _NAMED_PART.match(bare):
            last = match[1].lower()
            parts.setdefault(last, match[2].strip())
        elif bare and last:
            parts[last] = f"{parts[last]}, {bare}"
    whole = parts.get("family", "")
    said = {name: plain(with_letters(unwrapped(value))) for name, value in parts.items()}
    given = " ".join(filter(None, (said.get("given") or said.get("given-i"), said.get("middle"))))
    if not given and not said.get("prefix") and whole[:1] in ("{", '"') and " " in whole:
        return {"literal": said["family"]}
    kept = said.get("useprefix", "true").lower() != "false"
    name = {
        "family": said.get("family", ""),
        "given": given,
        "non-dropping-particle" if kept else "dropping-particle": said.get("prefix", ""),
        "suffix": said.get("suffix", ""),
    }
    return {part: words for part, words in name.items() if words}


def _of_words(written: str) -> dict[str, str]:
    """A name as BibTeX has it: "First von Last", "von Last, First" or "von Last, Jr, First"."""
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    if written.startswith("{") and encloses(written):
        return {"literal": plain(written)}
    lead, rest = ("", written) if "," in written else _given_first(written)
    try:
        parts = parse_single_name_into_parts(rest, strict=False)
    except ValueError:
        return {"literal": plain(written)}
    von, family = _without_names(parts.von)
    name = {
        "family": plain(" ".join([*family, *parts.last])),
        "given": plain(" ".join([lead, *parts.first])),
        "non-dropping-particle": plain(" ".join(von)),
        "suffix": plain(" ".join(parts.jr)),
    }
    return {part: words for part, words in name.items() if words}


def _given_first(written: str) -> tuple[str, str]:
    """The first word, where it is a given name in small letters ("åge Per Ek"), and the rest."""
    first, _, rest = written.partition(" ")
    is_name = first[:1].islower() and _NO_PARTICLE.match(first) and rest.strip()
    return (first, rest) if is_name else ("", written)


def _without_names(particles: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Particles, and the words behind them that can be none."""
    for place, word in enumerate(particles):
        if _NO_PARTICLE.match(word):
            return particles[:place], particles[place:]
    return particles, ()
