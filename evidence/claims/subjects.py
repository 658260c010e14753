"""Whether the words before a verb name something that people take, eat or do for their health: its subject."""

from __future__ import annotations

from collections.abc import Sequence

from evidence.claims.benefit_and_advice import DONE, TAKEN
from evidence.language import vocabulary

_AROUND = 60
"""Letters before a verb in which its subject stands [house]."""
_FEW = 5
"""Words of such a subject, with adverbs [house]."""
_NO_SUBJECT = frozenset(
    """
    to the a an of for and or in on with by from as than your their its his her our my not no be been is are was were
    how who we you they i it people many several some other few common possible leading main major new more less
    """.split()  # noqa: SIM905 (a list to be read)
)
"""Words behind which a verb of effect has another subject, or is none."""
_WHO = frozenset(
    """
    app care cdc clinic clinician dentist doctor fda gp midwife nhs nurse pharmacist physician surgeon therapist
    """.split()  # noqa: SIM905 (a list to be read)
)
"""Who treats, and where, on the list of treatments."""


def head(text: str, start: int) -> list[str]:
    """The words before a verb that begins at `start`, the last of them last."""
    words = vocabulary.words(text[max(0, start - _AROUND) : start])[-_FEW:]
    return words[:-1] if words[-2:] == ["vitamin", "a"] else words


def is_done(text: str, start: int) -> bool:
    """Whether the verb that begins at `start` has something that is taken, eaten or done before it."""
    words = head(text, start)
    return bool(words) and words[-1] not in _NO_SUBJECT and is_taken(words)


def is_taken(words: Sequence[str]) -> bool:
    """Whether one of a few words names something that is taken, eaten or done for health, and not who treats."""
    return any(
        (vocabulary.is_treatment(word) and not vocabulary.on_list(word, _WHO))
        or vocabulary.on_list(word, TAKEN)
        or vocabulary.on_list(word, DONE)
        for word in words
    )
