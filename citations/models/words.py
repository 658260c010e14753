"""The words of the works' authors, titles and years, each once: what a mistyped word is held against."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class SoughtWord(models.Model):
    """A word of `Citation.sought`, cut at 40 letters.

    Triggers (migration 0016) add what is new, so that it holds the words of every work whatever wrote it. Two
    transactions that bring the same word at once may each add it: nothing waits for a lock, and a word that is there
    twice harms nobody. A word stays when its last work goes; it then leads to no work.
    """

    word = models.CharField(max_length=40)

    class Meta:
        verbose_name, verbose_name_plural = "word of the search", "words of the search"
        indexes = [
            GinIndex(fields=["word"], name="sought_word_trgm", opclasses=["gin_trgm_ops"]),
            models.Index(fields=["word"], name="sought_word_begins", opclasses=["text_pattern_ops"]),
        ]

    def __str__(self) -> str:
        return self.word
