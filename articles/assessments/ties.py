"""Ties between sentences and works that people made by hand, followed through edits of the text."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Sequence

from articles.assessments.claim_rows import followed
from articles.assessments.following import Named
from articles.models import Article, ClaimLink
from evidence import How

SIMILAR = 0.8
"""How much of a sentence must be left (difflib's ratio) to take it for an edit of the one it looks like."""


Tie = tuple[str, int, str, str]
"""Fingerprint, occurrence and text of a sentence, and the key of a work."""


def by_hand(article: Article) -> list[Tie]:
    """All ties that people made in an article, the oldest first."""
    links = ClaimLink.objects.filter(claim__article=article, how=How.EDITOR.value).order_by("pk")
    return list(links.values_list("claim__fingerprint", "claim__occurrence", "claim__text", "article_citation__key"))


def holding(article: Article, texts: Sequence[str], given: Sequence[Tie]) -> dict[int, list[str]]:
    """The keys tied by hand (`given`) to the sentences as they stand now, by index."""
    tied: dict[tuple[str, int], list[str]] = defaultdict(list)
    for fingerprint, occurrence, _, key in given:
        tied[fingerprint, occurrence].append(key)
    if not tied:
        return {}
    found = [(name.fingerprint, name.occurrence) for name in followed(article, texts).named]
    return {index: tied[name] for index, name in enumerate(found) if name in tied}


def to_confirm(given: Sequence[Tie], texts: Sequence[str], named: Sequence[Named]) -> dict[int, list[str]]:
    """The keys of ties (`given`) whose sentence was edited, by the index of the sentence that looks most like it.

    Other words may say something else, so such a tie is suggested and never made anew by itself.
    """
    present = {(name.fingerprint, name.occurrence) for name in named}
    suggested: dict[int, list[str]] = defaultdict(list)
    for fingerprint, occurrence, text, key in given:
        if (fingerprint, occurrence) in present:
            continue
        for similarity in difflib.get_close_matches(text, texts, n=1, cutoff=SIMILAR):
            suggested[texts.index(similarity)].append(key)
    return suggested
