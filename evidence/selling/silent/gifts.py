"""Money or goods are given away for a cause."""

from __future__ import annotations

from evidence.language.patterns import any_of

_GIVES = any_of(
    r"donat\w+",
    r"(?:put|puts|set|sets|lay|lays)\s+(?:\w+\s+){0,4}?aside\s+for|(?:cents?|pence|euros?|pounds?|dollars?|pennies|money|share|part|per\s?cent|%)\b.{0,40}?\b(?:for|to|towards?)\s+(?:\w+\s+){0,4}?(?:research|charity|hospices?|patients|orphans|refugees|foundation|hospitals?|sick\s+\w+|ill\s+\w+)",
    r"helps?\s+us\s+(?:to\s+)?(?:send|build|fund|support|give|feed|plant|help|pay)",
    r"charit(?:y|ies)",
    r"(?:goes?|go|gave|gives?|fund(?:s|ed)?|sponsors?|pays?|supports?)\b.{0,60}\b(?:foundation|association|society|charity|trust|hospice|scholarship|marathon|ward|(?:the|a)\s+(?:\w+\s+)?walk|research|uk|vaccine|meal)",
    r"(?:for|from|of)\s+(?:each|every)\s+(?:\w+\s+){1,6}?(?:sold|sale|bought|purchase)",
    r"(?:euros?|pounds?|dollars?|cents?|pence|pennies|penny|francs?|crowns?|per\s?cent|%|p)\s+(?:of|from|on|for|out\s+of)\s+(?:each|every|all|our)\b.{0,60}\b(?:goes?|go|is|are|fund\w*|support\w*|help\w*|paid|reach\w*)\b",
    r"\d+\s*%\s+of\s+(?:our\s+)?(?:sales|profits?|revenue)",
    r"(?:(?:a|the)\s+(?:\w+\s+)?(?:part|share|portion|pound|dollar|tenth|penny|euro|slice)|(?:\d+|one|two|five|ten|some|few|our|all|the)\s+(?:\w+\s+)?(?:cents?|profits?|proceeds|pounds|dollars|euros|pence))\b.{0,40}\b(?:goes?|go|fund|supports?|to)\b",
)


def gives(text: str) -> bool:
    """Whether the sentence tells of a gift to a cause."""
    return _GIVES.search(text) is not None
