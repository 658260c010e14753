"""A specific study is named or described, or a marker points to a work, and it is not among the sources.

Standard: JAMA attribution; standards.md A3.3. It takes the place of missing-citation.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidence.flags.findings import Findings, raised
from evidence.language.patterns import lazily
from evidence.reading import template_keys
from evidence.values import Flag, How

CODE = "unresolved-mention"

_KEY = lazily(r"-?@[^\s;]{1,200}|\[[^\[\]]{0,200}@[^\[\]]{1,400}\]")
"""A work named by its key alone, as pandoc and Quarto have it."""
_NOT_READ = (
    "The front matter names {0}, which was not read: give it with --references {0}, or put its works into the text."
)
_NO_LIBRARY = (
    "The text cites works by key, and the library that holds them was not read: give it with --references FILE, or put"
    " its works into the text."
)
_NO_BIBLIOGRAPHY = (
    "The work is cited by its key, and the bibliography that holds it is not here: put the work on the list of the text"
    " or into the library, or give its file with --references FILE."
)


def check(findings: Findings) -> Iterator[Flag]:
    """One flag for each sentence; one alone for all keys of a bibliography that was not read.

    What site generators and typesetters write for a key leads to such a bibliography, named or not. Keys of Pandoc
    ("[@bell2012]") are the newsroom's own too: each keeps its flag, which says what is missing where no key leads on.
    """
    named = _bibliography(findings)
    unread = named or not _reads_a_library(findings)
    alone = _has_no_bibliography(findings)
    told = False
    for flag in _all(findings):
        mentions = [words for name, words in flag.facts if name == "mention"]
        by_template = unread and all(map(template_keys.is_citation, mentions))
        if not by_template and not (named and all(map(_KEY.fullmatch, mentions))):
            keyed = alone and not by_template and any(map(_KEY.fullmatch, mentions))
            yield replace(flag, message=_NO_BIBLIOGRAPHY) if keyed else flag
        elif not told:
            told = True
            message = _NOT_READ.format(named) if named else _NO_LIBRARY
            yield replace(flag, message=message, facts=(*flag.facts, *((("bibliography", named),) if named else ())))


def _reads_a_library(findings: Findings) -> bool:
    """Whether one of the keys leads to a work: then the library was read, and the others are not in it."""
    cited = {marker.sentence for marker in findings.document.markers if template_keys.is_citation(marker.text)}
    return any(template_keys.is_citation(link.mention) for sentence in cited for link in findings.links_of(sentence))


def _has_no_bibliography(findings: Findings) -> bool:
    """Whether the text lists no work and none of its keys leads to one."""
    keyed = (marker for marker in findings.document.markers if _KEY.fullmatch(marker.text))
    return not findings.document.references and not any(
        link.mention == marker.text for marker in keyed for link in findings.links_of(marker.sentence)
    )


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
