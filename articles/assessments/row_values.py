"""What the engine found as values of rows, by column: sentences, their ties to works, and flags.

Nothing is read or written here. Values cost a fraction of what instances of models do, and an article has a hundred.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from articles.assessments import endings
from articles.assessments.fingerprints import of_flag
from articles.assessments.following import Named, Sentence
from articles.models import ArticleCitation
from articles.models.claim import Band, State
from evidence import Assessed, Assessment, Flag, How

REFERENCE_PLACE = 1_000_000
PAGE_PLACE = 2_000_000
CONTEXT = 40
"""Characters kept before and after a sentence, to find its place again."""

Values = dict[str, Any]


def of_sentences(
    article: int, assessment: Assessment, named: Sequence[Named], edited: Mapping[int, Sequence[str]]
) -> list[Values]:
    """The sentences of an article (by number). `edited` are works to offer first, by the place of the sentence."""
    text = assessment.document.text
    return [
        {
            "article_id": article,
            "fingerprint": name.fingerprint,
            "occurrence": name.occurrence,
            "current": True,
            "index": row.sentence.index,
            "paragraph": row.sentence.paragraph,
            "start": row.sentence.start,
            "end": row.sentence.end,
            "text": row.sentence.text,
            "prefix": text[max(0, row.sentence.start - CONTEXT) : row.sentence.start],
            "suffix": text[row.sentence.end : row.sentence.end + CONTEXT],
            "is_claim": row.claim.claim,
            "band": row.band.value if row.band else Band.SURE.value,
            "chance": row.chance,
            "kinds": [kind.value for kind in row.claim.kinds],
            "wording": row.claim.wording.value,
            "level": row.grade.level.value,
            "reasons": list(row.grade.reasons),
            "suggested": _suggested(row, edited.get(number, ())),
        }
        for number, (row, name) in enumerate(zip(assessment.sentences, named, strict=True))
    ]


def saved(rows: Sequence[Values], numbers: Iterable[int]) -> list[Sentence]:
    """The sentences of these rows with the numbers they have got, of which others may follow."""
    return [
        Sentence(number, row["fingerprint"], row["occurrence"], row["index"], row["text"])
        for row, number in zip(rows, numbers, strict=False)
    ]


def _suggested(row: Assessed, edited: Sequence[str]) -> list[str]:
    """Works to offer for a sentence: first those tied to it by hand before it was edited, then the engine's."""
    linked = {link.key for link in row.links}
    return list(dict.fromkeys(key for key in (*edited, *row.suggested) if key not in linked))


def of_ties(
    sentences: Sequence[Sentence], works: Mapping[str, ArticleCitation], assessment: Assessment
) -> list[Values]:
    """The engine's ties of saved sentences to works; those made by hand are rows already."""
    return [
        {
            "claim_id": sentence.pk,
            "article_citation_id": works[link.key].pk,
            "how": link.how.value,
            "mention": link.mention[:200],
            "made_by_id": None,
        }
        for sentence, row in zip(sentences, assessment.sentences, strict=True)
        for link in row.links
        if link.key in works and link.how is not How.EDITOR
    ]


def of_flags(
    article: int, sentences: Sequence[Sentence], works: Mapping[str, ArticleCitation], assessment: Assessment
) -> Iterator[Values]:
    """The flags of an article (by number) on its saved sentences; each open."""
    names = _Names()
    for sentence, row in zip(sentences, assessment.sentences, strict=True):
        if row.flags:
            subject, behind = ("sentence", sentence.fingerprint, str(sentence.occurrence)), works_of(row, works)
            for flag in row.flags:
                name = names.of(flag, subject, behind)
                yield _flag(article, flag, name, sentence.index, sentence.text, claim=sentence.pk)
    numbers = {source.key: source.number for source in assessment.sources}
    for flag in assessment.source_flags:
        key = flag.reference or ""
        work, place = works.get(key), REFERENCE_PLACE + numbers.get(key, 0)
        name, words = names.of(flag, ("reference",), [_work(key, works)]), str(work.citation)[:500] if work else ""
        yield _flag(article, flag, name, place, words, work=work.pk if work else None)
    for flag in assessment.page_flags:
        yield _flag(article, flag, names.of(flag, _page_subject(flag), ()), PAGE_PLACE, "")


class _Names:
    """The names of an article's flags: of several of one code about one subject, each has its own."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def of(self, flag: Flag, subject: Sequence[str], works: Sequence[str]) -> str:
        first = of_flag(flag.code, flag.severity.value, subject, works)
        place = self._seen[first]
        self._seen[first] += 1
        if not place:
            return first
        return next(islice(endings.numbered(flag.code, flag.severity.value, subject, works), place, None))


def works_of(row: Assessed, works: Mapping[str, ArticleCitation]) -> list[str]:
    """The works behind a sentence, each by key and by the work it stands for: exchanging the work counts too."""
    return [_work(link.key, works) for link in row.links]


def _work(key: str, works: Mapping[str, ArticleCitation]) -> str:
    return f"{key}={works[key].citation_id}" if key in works else f"{key}="


def _page_subject(flag: Flag) -> Sequence[str]:
    """A flag of the page is about the page, or about the products it names."""
    facts = dict(flag.facts)
    return ("page", *(facts.get(name, "") for name in ("product", "names", "place", "sentence")))


def _flag(
    article: int, flag: Flag, name: str, place: int, words: str, *, claim: int | None = None, work: int | None = None
) -> Values:
    facts = dict(flag.facts)
    if flag.reference:
        facts["reference"] = flag.reference
    return {
        "article_id": article,
        "claim_id": claim,
        "article_citation_id": work,
        "fingerprint": name,
        "code": flag.code,
        "severity": flag.severity.value,
        "band": flag.certainty.band.value,
        "chance": flag.certainty.chance,
        "state": State.OPEN.value,
        "place": place,
        "words": words,
        "message": flag.message,
        "reader": flag.reader[:120],
        "standard": flag.standard[:200],
        "facts": facts,
    }
