"""A specific study is named or described, or a marker points to a work, and it is not among the sources.

Standard: JAMA attribution; standards.md A3.3. It takes the place of missing-citation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidence.flags.findings import Findings, raised
from evidence.language.patterns import lazily
from evidence.values import Flag, How

CODE = "unresolved-mention"

_KEY = lazily(r"-?@[^\s;]{1,200}|\[[^\[\]]{0,200}@[^\[\]]{1,400}\]")
"""A work named by its key alone, as pandoc and Quarto have it."""
_NOT_READ = (
    "The front matter names {0}, which was not read: give it with --references {0}, or put its works into the text."
)


def check(findings: Findings) -> Iterator[Flag]:
    """One flag for each sentence; one alone for all keys of a bibliography that was not read."""
    named = _bibliography(findings)
    told = False
    for flag in _all(findings):
        if not named or not all(_KEY.fullmatch(words) for name, words in flag.facts if name == "mention"):
            yield flag
        elif not told:
            told = True
            yield replace(flag, message=_NOT_READ.format(named), facts=(*flag.facts, ("bibliography", named)))


def _bibliography(findings: Findings) -> str:
    """The file that the front matter names as the list of its works, the first of several, or ""."""
    value = findings.document.meta.get("bibliography")
    if isinstance(value, Sequence) and not isinstance(value, str):
        value = next((one for one in value if isinstance(one, str) and one.strip()), "")
    return " ".join(value.split())[:200] if isinstance(value, str) else ""


def _all(findings: Findings) -> Iterator[Flag]:
    for sentence in sorted({*findings.lost, *findings.absent}):
        links = findings.links_of(sentence)
        if findings.is_lost(sentence):
            facts = [("mention", words) for words in _named(findings, sentence)]
            facts += [("not the study itself", link.key) for link in links]
            yield raised(CODE, sentence=sentence, facts=facts)
        elif sentence in findings.absent and not any(link.how is How.EDITOR for link in links):
            yield raised(CODE, sentence=sentence, facts=[("mention", words) for words in findings.absent[sentence]])


def _named(findings: Findings, sentence: int) -> list[str]:
    return list(dict.fromkeys((findings.lost[sentence], *findings.absent.get(sentence, ()))))
