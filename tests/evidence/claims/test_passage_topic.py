"""What page and passage are about is told of each sentence."""

from __future__ import annotations

from evidence.claims.annotation import read
from evidence.claims.passage_topic import topic_features
from evidence.reading import documents

_LAMP = "The lamp has a steel arm. The switch is on the base. The bulb is sold apart. It clamps to any desk. "
_EYES = "Glare causes eye strain and migraine. Dim light does not damage the retina. "


def _topics(text: str) -> list[dict[str, float]]:
    return list(topic_features(read(documents.read(text, "text"), (), (), ())))


def test_a_sentence_among_other_things_is_told_from_one_among_its_like() -> None:
    rows = _topics(_LAMP * 3 + _EYES + _LAMP * 3)
    assert rows[0]["passage topic"] == 0
    assert rows[0]["passage on other things"] == 1
    assert rows[12]["passage topic"] > rows[3]["passage topic"]


def test_every_sentence_of_a_page_carries_what_the_page_is_about() -> None:
    low, high = _topics(_LAMP * 3 + _EYES), _topics(_EYES * 4)
    assert {row["page topic"] for row in high} == {1.0}
    assert max(row["page topic"] for row in low) < 1


def test_a_page_without_sentences_has_none() -> None:
    assert _topics("") == []
