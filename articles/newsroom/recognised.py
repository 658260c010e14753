"""What was recognised in a post, as the second screen of the import shows it: how sure each reading is, what each work
is cited by, which citations lead nowhere, and whether the post is here already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from articles.models import Article
from articles.rendering.words import plain
from articles.services import origins
from articles.services.recognising import Recognised, RecognisedReference
from citations.services import find_works, foreseen_verdicts
from evidence import How

MOST_SENTENCES = 5
"""Sentences shown for each work; the others are counted."""
HOW = {
    How.MARKER: "by its number or key",
    How.NAMED: "by its authors' names",
    How.INHERITED: "as the work spoken of before",
    How.COVERED: "by the citation at the end of its passage",
    How.LINK: "by a link",
    How.NOTE: "by a note",
}
LOST = ("unresolved-mention",)
LEFT_OUT_WORDS = {
    "tag-line": "Tag line",
    "nav": "Link back or menu",
    "byline": "Byline",
    "thumbnail": "Picture label",
    "reference-list": "Reference list (read into the references)",
    "notice": "Notice",
    "note": "Note",
}


def references(found: Recognised, kept: set[str]) -> list[dict[str, Any]]:
    """A row for each work, with the library's record of it and the sentences that cite it."""
    works = find_works([reference.source for reference in found.references])
    keys = foreseen_verdicts.ask((item.csl, item.raw, item.doubtful) for item in found.references)
    cited = _cited(found)
    return [
        {
            "item": item,
            "known": work,
            "kept": item.key in kept,
            "key": key,
            "sure": certainty(item),
            "cited": cited.get(item.source.key, [])[:MOST_SENTENCES],
            "more": max(0, len(cited.get(item.source.key, [])) - MOST_SENTENCES),
            "uncited": bool(found.assessment) and item.source.key not in cited,
        }
        for item, work, key in zip(found.references, works, keys, strict=True)
    ]


def certainty(item: RecognisedReference) -> tuple[str, str]:
    """How far a reading can be relied on: the kind of its pill, and the words."""
    source = item.source
    if item.doubtful:
        return "warning", "Read with doubt"
    if source.doi or source.pmid or source.pmcid:
        return "good", "Sure: it has an identifier"
    if not item.raw:
        return "plain", "A link: only its address is known"
    if source.title and source.families and source.year:
        return "good", "Read whole"
    return "warning", "Read in part"


def _cited(found: Recognised) -> dict[str, list[tuple[str, str]]]:
    """The sentences that stand on each work, by its key, each with how it was told."""
    rows: dict[str, list[tuple[str, str]]] = {}
    for row in found.assessment.sentences if found.assessment else ():
        for link in row.links:
            said = f" (“{link.mention}”)" if link.mention else ""
            rows.setdefault(link.key, []).append((f"{HOW.get(link.how, '')}{said}", plain(row.sentence.text)))
    return rows


def lost(found: Recognised) -> list[tuple[str, str]]:
    """Sentences whose citations lead to no work of the list, with the words of the flag."""
    rows = found.assessment.sentences if found.assessment else ()
    return [(flag.message, plain(row.sentence.text)) for row in rows for flag in row.flags if flag.code in LOST]


def already(text: str, found: Recognised) -> dict[str, Any] | None:
    """The article that the same post became before, or that has its title; None where there is none."""
    article, same = origins.here_already(text=text, addresses=found.addresses)
    if article is not None:
        words = "This very post is here already" if same else "A post from the same address is here already"
        return {"article": article, "words": words}
    titled = Article.objects.filter(title__iexact=found.title).order_by("pk").first() if found.title else None
    return {"article": titled, "words": "An article of this title is here already"} if titled else None


def pictures(found: Recognised, fields: Sequence[Any]) -> list[dict[str, Any]]:
    """The pictures with their texts; one without has the field that asks for it."""
    asked = iter(fields)
    return [{"item": picture, "field": None if picture.alt else next(asked, None)} for picture in found.pictures]


def products(found: Recognised, form: Any, named: set[str]) -> list[dict[str, Any]]:
    """The products with the sentences that name them, as readers see those, and what is asked about each."""
    return [
        {
            "item": item,
            "kept": item.name in named,
            "sentences": [plain(sentence) for sentence in item.sentences],
            "fields": [form[f"tie-{index}"], form[f"author-tie-{index}"]],
        }
        for index, item in enumerate(found.products)
    ]


def left_out(found: Recognised) -> list[dict[str, str]]:
    """What is no prose, by its kind in words."""
    return [{"kind": LEFT_OUT_WORDS.get(block.kind, block.kind), "text": plain(block.text)} for block in found.left_out]
