"""How much a page and each passage of it are about health: a lamp review has two sentences on eyes among forty.

One part of `features`; pages of which hardly a word is on health never come here (`topic`).
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.claims import topic
from evidence.claims.annotation import Page, Reading

_PASSAGE = 4
"""Sentences on either side that make a passage."""

_SURE = 0.4
"""The score from which a page or passage is as much about health as any."""

_LOW = 0.1
"""The score up to which a passage is on something else."""


def topic_features(page: Page) -> Iterator[dict[str, float]]:
    """For each sentence of a page what the page, the passage and the sentence itself are about."""
    scores = [_score(reading) for reading in page.readings]
    whole = min(max(page.topic, 0.0), _SURE)
    for index, reading in enumerate(page.readings):
        near = scores[max(0, index - _PASSAGE) : index + _PASSAGE + 1]
        local = sum(near) / len(near)
        row = {
            "page topic": whole / _SURE,
            "passage topic": min(max(local, 0.0), _SURE) / _SURE,
            f"page topic {int(whole * 10)}": 1.0,
        }
        if local <= 0:
            row["passage on other things"] = 1.0
        if local <= _LOW and not (reading.medical or reading.telling > 1):
            row["alone in passage"] = 1.0
        yield row


def _score(reading: Reading) -> float:
    return topic.weight_of(reading.telling, reading.medical, reading.other)
