"""Text beside the prose that readers see all the same: titles, headings, captions, tables, notes, comments, code.

Most of it names a topic and is left alone. What says outright that something helps, harms, is safe or works against
a disease is a claim like any other (standards.md A3.1: a claim is what a reader may act on, wherever it stands).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from evidence.claims import answered_questions
from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.language.remembered import remembered
from evidence.language.sentences import split
from evidence.reading import outright_claims, reference_annotations
from evidence.selling import praise
from evidence.values import Block

_UNREAD = frozenset({"front-matter", "reference-list", "byline", "nav", "hidden"})
_CHUNK_CAPTION = lazily(
    r"\b(?:fig|tbl|lst)[.-](?:cap|subcap|alt|scap)\s*[=:]\s*(?:c\(\s*)?(?:[\"'](?P<said>[^\"'\r\n]{1,600}(?:(?<=\w)'(?=\w)[^\"'\r\n]{1,600}){0,8})[\"']"
    r"|(?P<bare>[^\s\"'|>\[{c!][^\r\n]{1,600}))",
    re.IGNORECASE,
)
"""What readers see below a figure or table that R Markdown, Quarto or knitr make: fig.cap="…" and "#| fig-cap: …"."""
_FENCED = lazily(
    r"[ \t]{0,3}(?:```+|~~~+)[^\r\n\u2028\u2029]*"
    r"(?:\r?\n[ \t]*(?:#|//|%%|--)\|[ \t]*[\w.-]{1,40}:[ \t]*[^\s]{0,60}[ \t]*(?=\r?\n)){0,40}"
)
"""The fence with its words, and options of one word that Quarto reads below it ("#| echo: false")."""
_MARKS = lazily(
    r"\A=(?=[ \t])|<!-{2,9}|%%|-{2,9}>|\{/\*|\*/\}|\{%-?[ \t]*(?:end)?comment[ \t]*-?%\}"
    r"|</?(?:p|div|span|b|i|em|strong|a|br|li|ul|ol|td|th|tr|table|section|font|center)"
    r"(?:\s+[\w-]{1,30}=(?:\"[^\"\s]{0,300}\"|'[^'\s]{0,300}')){0,10}\s{0,3}/?>"
    r"|</?h[1-6]\b[^<>]{0,300}>|\]\([^()\s]{0,2000}\)|\](?!\()|[\[<>|#*_`~^]|={2,}|-{2,}"
)
_LABEL = lazily(
    r"[ \t]*(?:title|(?:source )?(?:image|photo|picture|photograph|credit|caption)s?(?: credit)?|tags?|keywords?"
    r"|topics?|categor(?:y|ies)|filed under|labels?|(?:figure|fig\.|table) \d{1,3})[.:]",
    re.IGNORECASE,
)
_NOTE = lazily(r"[ \t]{0,3}\[\^(?P<name>[^\]\s]{1,60})\]:")
_LINK_DEFINITION = lazily(r"[ \t]{0,3}\[[^\]^][^\]]{0,100}\]:[ \t]+<?(?:https?://|/|#|mailto:)")
_ALT = lazily(r"!\[(?P<md>[^\]]{1,500})\]|<img\b[^<>]{0,2000}?\balt=[\"'](?P<html>[^\"'<>]{1,500})")
_LINE = lazily(r"[^\r\n\u2028\u2029]+")
_SOURCED = lazily(r"\[[@^\d]|\]\(|\(\w[^()]{0,80}\d{4}[a-z]?\)|https?://")
_DECLARED = ("title", "standfirst")
_DESCRIBED = frozenset(
    {
        "description",
        "summary",
        "excerpt",
        "subtitle",
        "dek",
        "deck",
        "abstract",
        "teaser",
        "tagline",
        "lead",
        "lede",
    }
)
"""Fields that other systems show below the title or in lists of posts, and an import takes for the standfirst. Most
announce what the post is about, so only what is promised outright counts."""
_GAP = r"(?:\s|\\\s*\n|\\n)+"
"""Between the words of a value that goes on over lines, folded or in quotation marks."""
_LONGEST_VALUE = 2000
"""Letters of such a field that is looked up in the file [house]."""


def claims_in(block: Block, works: Collection[str], following: str = "") -> Iterator[tuple[int, int]]:
    """Where a block that is not prose makes a claim, sentence by sentence; `works` names notes that hold works.

    `following` is the paragraph behind it, which may answer a heading that asks.
    """
    if block.kind == "reference-list":
        for start, end in reference_annotations.in_list(block.text):
            yield from claims_of(block.text[start:end], block.start + start, outright_claims.promises)
    if block.kind in _UNREAD:
        return
    if block.kind == "heading" and _is_answered(block.text, following):
        asked = _MARKS.sub(lambda match: " " * len(match.group()), block.text)
        yield block.start + len(asked) - len(asked.lstrip()), block.start + len(asked.rstrip())
        return
    said = outright_claims.asserts_outright if block.kind == "notice" else outright_claims.asserts
    for start, end in _pieces(block, works):
        yield from claims_of(block.text[start:end], block.start + start, said)


def praise_in(block: Block, works: Collection[str], advertisement: bool) -> Iterator[tuple[int, int]]:
    """Where a block that is not prose says something of goods, sentence by sentence; for pages that sell.

    In an `advertisement` every word is about its product.
    """
    if block.kind in _UNREAD or block.kind in ("notice", "note", "code"):
        return
    for start, end in _pieces(block, works):
        yield from claims_of(
            block.text[start:end], block.start + start, praise.is_said if advertisement else praise.praises
        )


def declared(meta: Mapping[str, Any], text: str, offset: int) -> Iterator[tuple[str, int, int]]:
    """Claims in the title and standfirst of the front matter, as name and place; `offset` is where it ends."""
    for name, words in meta.items():
        described = str(name).lower() in _DESCRIBED
        if not (described or name in _DECLARED) or not isinstance(words, str):
            continue
        said = outright_claims.promises if described else outright_claims.asserts
        if span := _where(words, text[:offset]):
            for start, end in claims_of(text[slice(*span)], span[0], said):
                yield "standfirst" if described else str(name), start, end


def _where(words: str, front: str) -> tuple[int, int] | None:
    """Where a value of the front matter stands in it, or None: on one line as it is, else word by word."""
    if not words.strip():
        return None
    if (found := front.find(words)) >= 0:
        return found, found + len(words)
    if len(words) > _LONGEST_VALUE:
        return None
    signs = (_escaped(word) for word in words.split())
    matched = re.search(_GAP.join(signs), front)
    return matched.span() if matched else None


def _escaped(word: str) -> str:
    """A word as YAML, TOML or JSON may write it: quotation marks with a stroke before them, or twice."""
    return re.escape(word).replace('"', r'\\?"').replace("'", "''?")


def claims_of(
    text: str, shift: int = 0, said: Callable[[str], bool] = outright_claims.asserts
) -> Iterator[tuple[int, int]]:
    """Where a title, a heading or the like makes a claim as `said` tells, sentence by sentence, shifted by `shift`."""
    return ((start + shift, end + shift) for start, end in _claims(text, said))


@remembered(1024, longest=500)
def _claims(text: str, said: Callable[[str], bool]) -> tuple[tuple[int, int], ...]:
    return tuple(_claimed(text, said))


def _claimed(text: str, said: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    masked = _MARKS.sub(lambda match: " " * len(match.group()), text)
    if label := _LABEL.match(masked):
        masked = " " * label.end() + masked[label.end() :]
    sentences = list(split(masked, 0))
    behind = -1
    for number, (start, end) in enumerate(paced(sentences)):
        if start < behind:
            continue  # the answer to a question that was taken with it
        asks = number + 1 < len(sentences) and answered_questions.is_question(masked[start:end])
        begin, stop = sentences[number + 1] if asks else (end, end)
        taken = answered_questions.presupposed(masked[start:end])
        together = asks and said is not outright_claims.asserts and _is_short(masked[begin:stop])
        if together and said(masked[start:stop]) and not answered_questions.says_yes(masked[begin:stop]):
            yield start, stop
            behind = stop
        elif said(masked[start:end]) or (taken and said(f"{taken}.")):
            yield start, end
        elif asks and answered_questions.says_yes(masked[begin:stop]) and said(_said_by(masked[start:end])):
            yield start, stop


def _is_short(text: str) -> bool:
    """Whether an answer is so short that it says nothing without its question ("Gout? Gone.")."""
    return len(text.split()) <= _SHORT


_SHORT = 6
"""Words of such an answer [house]."""


def _is_answered(heading: str, following: str) -> bool:
    """Whether a heading asks, and what stands below says yes, with no source in the whole paragraph."""
    asked = _MARKS.sub(lambda match: " " * len(match.group()), heading)
    if not answered_questions.is_question(asked) or not following.strip() or _SOURCED.search(following):
        return False
    begin, end = next(iter(split(following, 0)), (0, 0))
    return answered_questions.says_yes(following[begin:end]) and outright_claims.asserts(_said_by(asked))


def _said_by(question: str) -> str:
    return f"{answered_questions.statement(question)}."


def _pieces(block: Block, works: Collection[str]) -> Iterator[tuple[int, int]]:
    """The stretches of a block that are read for themselves: rows of a table, words of an image, the rest whole."""
    note = _NOTE.match(block.text)
    if block.kind == "note" and note:
        if note["name"] not in works:
            yield note.end(), len(block.text)
    elif alts := list(_ALT.finditer(block.text)):
        yield from (match.span("md" if match["md"] else "html") for match in alts)
    elif block.kind == "code" and (opening := _FENCED.match(block.text)):
        yield from _pieces_of_code(block.text, opening.end())
    elif block.kind == "table":
        yield from (match.span() for match in _LINE.finditer(block.text))
    elif not _LINK_DEFINITION.match(block.text):
        yield 0, len(block.text)


def _pieces_of_code(code: str, opened: int) -> Iterator[tuple[int, int]]:
    """The captions among the options of a block of code, and what stands between them behind its first line."""
    begin = opened  # the words behind the fence name a language
    for found in _CHUNK_CAPTION.finditer(code):
        if found.start() > begin:
            yield begin, found.start()
        yield found.span("said" if found["said"] else "bare")
        begin = max(begin, found.end())
    yield begin, len(code)
