"""What differs between two states of an article: prose by sentence, claims and their marks, sources, people, flags.

In: two snapshots (`Snapshot.of` takes a revision, or whatever else has its fields, such as the draft read by
`services.draft_snapshot`). Out: a frozen `Comparison`. Pure functions: no database, no clock, no settings.
May not import: any other room of the articles.

Two public revisions, as readers compare them:

    found = compare(Snapshot.of(earlier), Snapshot.of(later), standing={7: ("retracted", "Retracted")})
    found.prose                    # every sentence in reading order: same, added, gone, reworded, moved
    found.claims                   # claims that came, went, or whose mark, level or sources changed
    found.sources                  # works that came, went or changed; `.was_retracted` for those retracted since

`standing` says how works stand today, by their number in the library; without it each revision's own word counts. What
is for the newsroom alone (`flags` and `decisions` name people and reasons) is left to the caller to show or not.
"""

from __future__ import annotations

from articles.comparison.prose import MOST_SENTENCES, SentenceChange, compare_prose
from articles.comparison.values import Change, Piece, Snapshot
from articles.comparison.whole import Comparison, compare

__all__ = [
    "MOST_SENTENCES",
    "Change",
    "Comparison",
    "Piece",
    "SentenceChange",
    "Snapshot",
    "compare",
    "compare_prose",
]
