"""Names of features that are words, made once for each word: to put them together anew for every sentence takes longer
than to look up what they weigh.
"""

from __future__ import annotations

_MOST = 1 << 15
"""Names that are kept [house]."""


class FeatureNames(dict[str, str]):
    """The name of the feature that each word is, by the word: what stands before it, and the word."""

    def __init__(self, before: str) -> None:
        super().__init__()
        self._before = before

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        self[word] = self._before + word
        return self[word]
