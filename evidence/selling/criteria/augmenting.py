"""(vii) The product is said to augment a therapy or the action of a drug."""

from __future__ import annotations

from evidence.language.patterns import any_of
from evidence.selling.passage import Passage, nearest, said

_MORE = any_of(
    r"(?:boosts?|enhanc\w+|strengthen\w*|amplif\w+|increas\w+|doubl\w+|tripl\w+|multipl\w+|augment\w*|potentiat\w+|speeds?|prim(?:e|es|ing)|sharpens?)",
    r"makes?\b.{0,60}\b(?:work|works|effective|harder|better|further|stronger|potent|tolerable|kick\s+in|do\s+more)",
    r"(?:works?|worked|takes?\s+hold|hits?|bites?|acts?|do|does)\s+(?:\w+\s+){0,3}?(?:better|harder|faster|twice|deeper|more|further|well|together)",
    r"helps?\s+(?:your|the|my|his|her|their|any)\b.{0,40}?\b(?:finish|do|work|along|through|act|reach|get|bite|hit|go)\b|(?:gives?|lends?)\s+(?:your|the|my|his|her)\b.{0,40}?\b(?:hand|boost|push|edge|leg\s+up|support|help)\b",
    r"(?:lets?|allows?)\s+(?:your|the|my|his|her)\b.{0,40}?\b(?:get\s+through|work|reach|act|sink|do\s+its|kick)\b",
    r"go(?:es)?\s+further|more\s+effective|hand\s+in\s+hand|lower\s+the\s+dose|will\s+(?:do\s+more|work)|twice\s+the|the\s+success\s+of|effect\s+of|action\s+of|complements?|kick\s+in",
)


def words(passage: Passage) -> str:
    """The words of augmenting and the therapy, or ""."""
    more = _MORE.search(passage.text)
    if more is None or not passage.medical:
        return ""
    return said(more.group(), nearest(passage.medical, more.start()))
